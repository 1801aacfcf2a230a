/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "souls-quantity.h"

#include <math.h>

#include "souls-chart-private.h"

/* Translators: after a line was drawn over hidden years: %1$s is a mean distance, %2$s a fiscal year, %3$s what was drawn,
 * %4$s what was so. */
static const char *const line_sentence =
  N_("On average you were %1$s off; fiscal %2$s surprised most: you drew %3$s, it was %4$s.");
/* Translators: the same where one year was drawn: a fiscal year, what was drawn, what was so, the distance. */
static const char *const one_year_sentence = N_("For fiscal %1$s you drew %2$s; it was %3$s: you were %4$s off.");
static const char *const exact_line_sentence = N_("You drew it exactly as it was.");

/*
 * Line:
 * @n: how many years have both values
 * @sum: of the distances
 * @worst: the index of the year that is farthest off
 */
typedef struct
{
  int n;
  double sum;
  int worst;
} Line;

static Line
measure_line (const double *said,
              const double *truth,
              int           n)
{
  Line line = { .worst = -1 };

  for (int i = 0; i < n; i++)
    {
      const double gap = fabs (said[i] - truth[i]);

      if (!isfinite (gap))
        continue;
      if (line.worst < 0 || gap > fabs (said[line.worst] - truth[line.worst]))
        line.worst = i;
      line.sum += gap;
      line.n++;
    }
  return line;
}

static SoulsQuantityUnit
choose_unit (SoulsUnit unit)
{
  if (unit == SOULS_UNIT_MONEY)
    return SOULS_QUANTITY_MONEY;
  return unit == SOULS_UNIT_DAYS ? SOULS_QUANTITY_DAYS : SOULS_QUANTITY_PERCENT;
}

/**
 * souls_gap_say_line:
 * @words: the reader's language
 * @unit: of the metric: %SOULS_UNIT_MONEY, %SOULS_UNIT_PERCENT or %SOULS_UNIT_DAYS
 * @said: (array length=n): what was drawn, in the model's unit; NAN where nothing was
 * @truth: (array length=n): what is so; NAN where there is none
 * @years: (array length=n): the fiscal years
 * @n: how many
 *
 * Names how far a drawn line is off and where it surprises most. Years without both values do not count.
 *
 * Returns: (nullable) (transfer full): one sentence; %NULL where no year counts
 */
char *
souls_gap_say_line (const SoulsWords *words,
                    SoulsUnit         unit,
                    const double     *said,
                    const double     *truth,
                    const int        *years,
                    int               n)
{
  const Line line = measure_line (said, truth, n);
  SoulsQuantity drawn, real, distance;
  const SoulsQuantity zero = souls_quantity_new (choose_unit (unit), 0.0);
  g_autofree char *year = NULL, *drawn_words = NULL, *real_words = NULL, *distance_words = NULL;

  if (line.n == 0)
    return NULL;
  drawn = souls_quantity_new (zero.unit, said[line.worst]);
  real = souls_quantity_new (zero.unit, truth[line.worst]);
  /* Where one is a gain and the other a loss, both say so. */
  drawn.with_sign = real.with_sign = drawn.value * real.value < 0.0;
  distance = souls_quantity_gap (&zero, &zero);
  distance.value = line.sum / line.n;
  drawn_words = souls_quantity_say (&drawn, words);
  real_words = souls_quantity_say (&real, words);
  distance_words = souls_quantity_say (&distance, words);
  year = souls_year_text (years[line.worst]);
  if (g_str_equal (drawn_words, real_words))
    return g_strdup (souls_words_say (words, exact_line_sentence));
  if (line.n == 1)
    return souls_fill (words, one_year_sentence, year, drawn_words, real_words, distance_words, NULL);
  return souls_fill (words, line_sentence, distance_words, year, drawn_words, real_words, NULL);
}
