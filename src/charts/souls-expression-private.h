/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "souls-expression.h"

G_BEGIN_DECLS

/* More words than any sentence's condition has. */
#define SOULS_MAX_EXPRESSION_WORDS 64

/**
 * SoulsExpressionReader:
 * @context: where the numbers come from
 * @word: (array length=n): the words, owned
 * @place: (array length=n): the character each begins with, from 1; then that after the end
 * @n: how many
 * @at: the next
 *
 * An expression taken word by word.
 */
typedef struct
{
  const SoulsTextContext *context;
  char *word[SOULS_MAX_EXPRESSION_WORDS];
  int place[SOULS_MAX_EXPRESSION_WORDS + 1];
  int n;
  int at;
} SoulsExpressionReader;

/* @length: in bytes; @place: the character of the whole text that @text begins with, from 1 */
gboolean    souls_expression_reader_init  (SoulsExpressionReader *self, const SoulsTextContext *context, const char *text,
                                           gsize length, int place, GError **error);
void        souls_expression_reader_clear (SoulsExpressionReader *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SoulsExpressionReader, souls_expression_reader_clear)

/* The next word; "" at the end. */
const char *souls_expression_reader_peek  (const SoulsExpressionReader *self);
/* "character 12: …", of the word with that index. Always FALSE. */
gboolean    souls_expression_complain     (const SoulsExpressionReader *self, int index, SoulsExpressionError code, GError **error,
                                           const char *format, ...) G_GNUC_PRINTF (5, 6);
/* Takes one expression, by the table of forms. */
gboolean    souls_expression_read         (SoulsExpressionReader *self, SoulsQuantity *out, GError **error);
/* Takes it as far as it must end. */
gboolean    souls_expression_read_end     (const SoulsExpressionReader *self, GError **error);

/* Shorter complaints for functions with a reader and an error. */
#define SOULS_COMPLAIN(index, code, ...) \
  souls_expression_complain (reader, (index), SOULS_EXPRESSION_ERROR_##code, error, __VA_ARGS__)

#define SOULS_MAX_EXPRESSION_ARGUMENTS 4

/**
 * SoulsExpressionArguments:
 * @index: (array length=n): by argument, the word that it is, for messages
 * @n: how many
 *
 * What stands after a form's name, in the order of its pattern.
 */
typedef struct
{
  SoulsMetric metric[2];
  int n_metrics;
  int year[2];
  int n_years;
  SoulsDriver driver;
  SoulsFigure figure;
  SoulsBelief belief;
  const char *id;
  double number;
  int index[SOULS_MAX_EXPRESSION_ARGUMENTS];
  int n;
} SoulsExpressionArguments;

/* The forms, one row each: function, first word, what follows: M a metric, Y a fiscal year, y one that may be left out, D a
 * driver, F a figure, B a belief, I an id, N a number, X any expression. */
#define SOULS_FORMS(FORM)                            \
  FORM (abs, "abs", "X")                           \
  FORM (answer, "answer", "")                      \
  FORM (baseline, "baseline", "MY")                \
  FORM (belief, "belief", "BY")                    \
  FORM (change, "change", "MYY")                   \
  FORM (change_figure, "change-figure", "FYY")     \
  FORM (count_above, "count-above", "MYY")         \
  FORM (count_below, "count-below", "MYY")         \
  FORM (driver, "driver", "Dy")                    \
  FORM (effect, "effect", "MY")                    \
  FORM (fact, "fact", "I")                         \
  FORM (figure, "figure", "FY")                    \
  FORM (gap, "gap", "")                            \
  FORM (goal, "goal", "DMYN")                      \
  FORM (greatest, "greatest", "MYY")               \
  FORM (greatest_year, "greatest-year", "MYY")     \
  FORM (growth, "growth", "MYY")                   \
  FORM (growth_figure, "growth-figure", "FYY")     \
  FORM (least, "least", "MYY")                     \
  FORM (least_year, "least-year", "MYY")           \
  FORM (mean, "mean", "MYY")                       \
  FORM (per_100, "per-100", "MMY")                 \
  FORM (ratio, "ratio", "MMY")                     \
  FORM (times, "times", "MYY")                     \
  FORM (truth, "truth", "")                        \
  FORM (worlds, "worlds", "MY")

/* Each makes a number of its arguments; METRIC YEAR has no first word. */
#define FORM(function, name, pattern)                                                                              \
  gboolean souls_form_##function (SoulsExpressionReader *reader, const SoulsExpressionArguments *arguments,        \
                                  SoulsQuantity *out, GError **error);
SOULS_FORMS (FORM)
FORM (metric, "", "MY")
#undef FORM

/* What forms of metrics and of figures share. */
SoulsQuantity souls_expression_metric (SoulsMetric metric, double value);
SoulsQuantity souls_expression_change (SoulsQuantity like, double change);
gboolean      souls_expression_growth (SoulsExpressionReader *reader, int word, const double values[2], SoulsQuantity *out,
                                       GError **error);

G_END_DECLS
