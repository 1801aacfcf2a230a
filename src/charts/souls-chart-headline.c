/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "souls-chart-private.h"

#include <math.h>

typedef enum
{
  OUTCOME_PROFIT,
  OUTCOME_LOSS,
  N_OUTCOMES
} Outcome;

/* Whole sentences, because languages order them differently. Twice each, because English says
 * "a 4.4 % margin" but "an 8.2 % margin". Translators: %1$s is an amount of money, %2$s a fiscal
 * year, %3$s a percentage. */
static const char *const with_margin[SOULS_N_TENSES][N_OUTCOMES][2] = {
  [SOULS_TENSE_REPORTED] = {
    [OUTCOME_PROFIT] = {
      N_("Without AWS, Amazon earned %1$s in fiscal %2$s: a %3$s margin."),
      N_("Without AWS, Amazon earned %1$s in fiscal %2$s: an %3$s margin."),
    },
    [OUTCOME_LOSS] = {
      N_("Without AWS, Amazon lost %1$s in fiscal %2$s: a %3$s margin."),
      N_("Without AWS, Amazon lost %1$s in fiscal %2$s: an %3$s margin."),
    },
  },
  [SOULS_TENSE_IMAGINED] = {
    [OUTCOME_PROFIT] = {
      N_("Without AWS, Amazon would have earned %1$s in fiscal %2$s: a %3$s margin."),
      N_("Without AWS, Amazon would have earned %1$s in fiscal %2$s: an %3$s margin."),
    },
    [OUTCOME_LOSS] = {
      N_("Without AWS, Amazon would have lost %1$s in fiscal %2$s: a %3$s margin."),
      N_("Without AWS, Amazon would have lost %1$s in fiscal %2$s: an %3$s margin."),
    },
  },
  [SOULS_TENSE_PROJECTED] = {
    [OUTCOME_PROFIT] = {
      N_("Without AWS, Amazon would earn %1$s in fiscal %2$s: a %3$s margin."),
      N_("Without AWS, Amazon would earn %1$s in fiscal %2$s: an %3$s margin."),
    },
    [OUTCOME_LOSS] = {
      N_("Without AWS, Amazon would lose %1$s in fiscal %2$s: a %3$s margin."),
      N_("Without AWS, Amazon would lose %1$s in fiscal %2$s: an %3$s margin."),
    },
  },
};

/* Translators: the same where there are no sales, so no margin. */
static const char *const without_margin[SOULS_N_TENSES][N_OUTCOMES] = {
  [SOULS_TENSE_REPORTED] = {
    [OUTCOME_PROFIT] = N_("Without AWS, Amazon earned %1$s in fiscal %2$s."),
    [OUTCOME_LOSS] = N_("Without AWS, Amazon lost %1$s in fiscal %2$s."),
  },
  [SOULS_TENSE_IMAGINED] = {
    [OUTCOME_PROFIT] = N_("Without AWS, Amazon would have earned %1$s in fiscal %2$s."),
    [OUTCOME_LOSS] = N_("Without AWS, Amazon would have lost %1$s in fiscal %2$s."),
  },
  [SOULS_TENSE_PROJECTED] = {
    [OUTCOME_PROFIT] = N_("Without AWS, Amazon would earn %1$s in fiscal %2$s."),
    [OUTCOME_LOSS] = N_("Without AWS, Amazon would lose %1$s in fiscal %2$s."),
  },
};

static const char *const broken_even[SOULS_N_TENSES] = {
  [SOULS_TENSE_REPORTED] = N_("Without AWS, Amazon broke even in fiscal %1$s."),
  [SOULS_TENSE_IMAGINED] = N_("Without AWS, Amazon would have broken even in fiscal %1$s."),
  [SOULS_TENSE_PROJECTED] = N_("Without AWS, Amazon would break even in fiscal %1$s."),
};

static const char *const no_result = N_("There is no result for fiscal %1$s.");

/* "an" is said before eight, eleven, eighteen and eighty. */
static gboolean
takes_an (const char *percent)
{
  if (percent[0] == '8')
    return TRUE;
  return percent[0] == '1' && (percent[1] == '1' || percent[1] == '8') &&
         !g_ascii_isdigit (percent[2]);
}

/**
 * souls_headline:
 * @input: what is shown
 *
 * The one sentence of the window: what is left without AWS in the year under the scrubber, and the
 * margin on the stores' net sales.
 *
 * Returns: (transfer full): the sentence
 */
char *
souls_headline (const SoulsChartInput *input)
{
  const SoulsWords *words = input->words;
  double income = souls_chart_input_value (input, SOULS_METRIC_WITHOUT_AWS, input->year);
  double sales = souls_chart_input_value (input, SOULS_METRIC_SALES_STORES, input->year);
  SoulsTense tense = souls_input_tense (input, input->year);
  Outcome outcome = income < 0.0 ? OUTCOME_LOSS : OUTCOME_PROFIT;
  g_autofree char *year = souls_year_text (input->year);
  g_autofree char *amount = souls_amount (words, income);
  g_autofree char *margin = NULL;

  if (isnan (income))
    return souls_fill (words, no_result, year, NULL);
  if (fabs (income) < 0.5)
    return souls_fill (words, broken_even[tense], year, NULL);
  if (!(sales > 0.0))
    return souls_fill (words, without_margin[tense][outcome], amount, year, NULL);

  margin = souls_words_percent (words, income / sales);
  return souls_fill (words, with_margin[tense][outcome][takes_an (margin)], amount, year, margin,
                     NULL);
}
