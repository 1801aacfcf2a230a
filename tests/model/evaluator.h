/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What a word stands for. @before: a ′ follows. Returns whether the word is known. */
typedef gboolean (*EvaluatorLookup) (const char *word,
                                     gboolean    before,
                                     double     *value,
                                     gpointer    user_data);

/**
 * Evaluator:
 * @lookup: gives words their values; `fade` asks it for g∞, ψ and t, `rung` for rung
 * @largest: the largest absolute value on the way, for the tolerance of a comparison
 * @error: what is wrong with the formula, or %NULL
 *
 * Calculates formulas as the tables write them.
 */
typedef struct
{
  EvaluatorLookup lookup;
  gpointer user_data;
  const char *text;
  double largest;
  char *error;
} Evaluator;

double   evaluator_run         (Evaluator  *self,
                                const char *formula);
void     evaluator_clear       (Evaluator  *self);
gboolean evaluator_is_function (const char *word);

G_END_DECLS
