/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "souls-chart-private.h"

#include <math.h>

/* Worlds are said in hundredths. */
#define HUNDRED SOULS_N_OUTCOME_DOTS

/* Translators: natural frequencies. %1$s is a number of worlds, %2$s is 100, %3$s a fiscal year; a "world" is one run
 * of the simulation. */
static const char *const findings[2] = { NP_ (
  "In %1$s of %2$s worlds Amazon without AWS makes money in fiscal %3$s.",
  "In %1$s of %2$s worlds Amazon without AWS makes money in fiscal %3$s.") };
/* Translators: %1$s is how many worlds were drawn, such as 20,000, %2$s a fiscal year. */
static const char *const in_all = N_("In all %1$s worlds Amazon without AWS makes money in fiscal %2$s.");
static const char *const in_none = N_("In none of %1$s worlds does Amazon without AWS make money in fiscal %2$s.");
/* Translators: %1$s is 99, %2$s is 100, %3$s a fiscal year. */
static const char *const in_almost_all =
  N_("In more than %1$s of %2$s worlds Amazon without AWS makes money in fiscal %3$s.");
/* Translators: %1$s is 1, %2$s is 100, %3$s a fiscal year. */
static const char *const in_almost_none =
  N_("In fewer than %1$s of %2$s worlds Amazon without AWS makes money in fiscal %3$s.");
static const char *const no_result = N_("There is no result for fiscal %1$s.");

/* Translators: in a subtitle: %1$s is how many worlds were drawn; in each of them every driver was drawn for itself,
 * which is simpler than the truth. */
static const char *const at_rest[2] = { NP_ ("%1$s world, drivers drawn independently",
                                             "%1$s worlds, drivers drawn independently") };
/* Translators: the same while a slider is moved, when there are fewer of them. */
static const char *const moving[2] = { NP_ ("%1$s world while you move", "%1$s worlds while you move") };

/*
 * souls_worlds_share:
 * @input: with a simulation
 * @year: projected
 *
 * Returns: of the worlds, those in which Amazon without AWS makes money: from 0 to 1; NAN where there is no result
 */
double
souls_worlds_share (const SoulsChartInput *input,
                    int                    year)
{
  const int t = year - input->results->base_year;

  if (t < 0 || t > souls_simulation_get_horizon (input->simulation) ||
      !isfinite (souls_simulation_get_quantile_of (input->simulation, SOULS_METRIC_WITHOUT_AWS, t, 0.5)))
    return NAN;
  return souls_simulation_get_positive (input->simulation, SOULS_METRIC_WITHOUT_AWS, t);
}

/*
 * souls_worlds_count:
 * @share: from 0 to 1
 *
 * Returns: of 100 worlds, how many are said to make money
 */
int
souls_worlds_count (double share)
{
  return (int) round (share * HUNDRED);
}

/* How many worlds were drawn. (transfer full) */
char *
souls_worlds_number (const SoulsChartInput *input)
{
  return souls_words_number (input->words, (double) souls_simulation_get_worlds (input->simulation), 0);
}

/*
 * souls_worlds_note:
 *
 * Returns: (transfer full): for a subtitle: how many worlds there are, and how they were drawn
 */
char *
souls_worlds_note (const SoulsChartInput *input)
{
  const char *const *pattern = input->moving ? moving : at_rest;
  const gint64 n = souls_simulation_get_worlds (input->simulation);
  g_autofree char *number = souls_worlds_number (input);

  return souls_fill_plural (input->words, pattern[0], pattern[1], (int) n, number, NULL);
}

/* Whether anything is uncertain: not where every world is the same. */
static gboolean
is_uncertain (const SoulsChartInput *input,
              int                    year)
{
  const int t = year - input->results->base_year;

  return souls_simulation_get_quantile_of (input->simulation, SOULS_METRIC_WITHOUT_AWS, t, 0.05) <
         souls_simulation_get_quantile_of (input->simulation, SOULS_METRIC_WITHOUT_AWS, t, 0.95);
}

/**
 * souls_worlds_sentence:
 * @input: what is shown, with a simulation
 *
 * Says in natural frequencies how sure the answer is, in the year under the scrubber, or the last projected one where that
 * is reported.
 *
 * Returns: (transfer full): the sentence
 */
char *
souls_worlds_sentence (const SoulsChartInput *input)
{
  const SoulsWords *words = input->words;
  const int year = souls_input_projected_year (input);
  const double share = souls_worlds_share (input, year);
  const int n_earning = isnan (share) ? 0 : souls_worlds_count (share);
  g_autofree char *in_year = souls_year_text (year);
  g_autofree char *worlds = souls_worlds_number (input);
  g_autofree char *n = souls_words_number (words, n_earning, 0);
  g_autofree char *all = souls_words_number (words, HUNDRED, 0);
  g_autofree char *almost_all = souls_words_number (words, HUNDRED - 1, 0);
  g_autofree char *one = souls_words_number (words, 1, 0);

  if (isnan (share))
    return souls_fill (words, no_result, in_year, NULL);
  if (share >= 1.0)
    return souls_fill (words, in_all, worlds, in_year, NULL);
  if (share <= 0.0)
    return souls_fill (words, in_none, worlds, in_year, NULL);
  if (n_earning == HUNDRED)
    return souls_fill (words, in_almost_all, almost_all, all, in_year, NULL);
  if (n_earning == 0)
    return souls_fill (words, in_almost_none, one, all, in_year, NULL);
  return souls_fill_plural (words, findings[0], findings[1], n_earning, n, all, in_year, NULL);
}

/**
 * souls_headline_worlds:
 * @input: what is shown, with a simulation
 *
 * What stands under the headline: souls_worlds_sentence() of a projected year.
 *
 * Returns: (transfer full) (nullable): the sentence; %NULL where the year is reported, or nothing is uncertain
 */
char *
souls_headline_worlds (const SoulsChartInput *input)
{
  if (!souls_input_is_projected (input, input->year) || isnan (souls_worlds_share (input, input->year)) ||
      !is_uncertain (input, input->year))
    return NULL;
  return souls_worlds_sentence (input);
}
