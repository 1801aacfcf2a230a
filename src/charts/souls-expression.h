/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "souls-chart.h"
#include "souls-quantity.h"

G_BEGIN_DECLS

#define SOULS_EXPRESSION_ERROR (souls_expression_error_quark ())

typedef enum
{
  SOULS_EXPRESSION_ERROR_FORM,    /* not a form of expression */
  SOULS_EXPRESSION_ERROR_NAME,    /* no such metric, driver, figure, belief or fact */
  SOULS_EXPRESSION_ERROR_VALUE,   /* the figures give no value for it */
} SoulsExpressionError;

/**
 * SoulsTextContext:
 * @input: the scenario that the numbers are of; its words are the reader's. @view, @others and @references are not read
 * @facts: (nullable): the published estimates, for `fact`
 * @answer: (nullable): what was said, for `answer` and `gap`
 * @truth: (nullable): what is so, for `truth` and `gap`
 *
 * All that a number in a text may be taken from. Borrowed for the call.
 */
typedef struct
{
  const SoulsChartInput *input;
  const SoulsEstimateSet *facts;
  const SoulsQuantity *answer;
  const SoulsQuantity *truth;
} SoulsTextContext;

GQuark   souls_expression_error_quark (void);

gboolean souls_expression_evaluate    (const char              *text,
                                       const SoulsTextContext  *context,
                                       SoulsQuantity           *out,
                                       GError                 **error);
gboolean souls_condition_holds        (const char              *text,
                                       const SoulsTextContext  *context,
                                       gboolean                *holds,
                                       GError                 **error);
char    *souls_text_expand            (const char              *text,
                                       const SoulsTextContext  *context,
                                       GError                 **error);
char    *souls_text_leave_out_answer  (const char              *text);

G_END_DECLS
