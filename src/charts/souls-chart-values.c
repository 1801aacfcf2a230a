/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "souls-chart-private.h"

#include "souls-terms.h"

#include <math.h>

static double
filed_value (const SoulsHistory *history,
             SoulsMetric         metric,
             int                 year)
{
  int i = year - history->first_year;

  return i >= 0 && i < history->n_years ? history->value[metric][i] : NAN;
}

static double
projected_value (const SoulsResults *results,
                 SoulsMetric         metric,
                 int                 year)
{
  int t = year - results->base_year;

  return t >= 0 && t <= results->horizon ? results->value[metric][t] : NAN;
}

/*
 * souls_draft_value:
 * @self: a draft
 * @origin: which set of numbers
 * @metric: a metric
 * @year: fiscal year
 *
 * One number. Infinite results count as none, so that charts need to ask only once.
 *
 * Returns: the value in the model's unit; NAN where there is none
 */
double
souls_draft_value (const SoulsDraft *self,
                   SoulsOrigin       origin,
                   SoulsMetric       metric,
                   int               year)
{
  const SoulsChartInput *input = self->input;
  double value;

  if (origin == SOULS_ORIGIN_FILED || year < input->results->base_year)
    value = filed_value (input->history, metric, year);
  else
    value = projected_value (origin == SOULS_ORIGIN_BASELINE ? input->baseline : input->results,
                             metric, year);
  return isfinite (value) ? value : NAN;
}

/**
 * souls_chart_input_value:
 * @input: what a chart may know
 * @metric: a metric
 * @year: fiscal year
 *
 * A metric's value in a year: up to the base year as the filings give it, afterwards as projected.
 *
 * Returns: the value in the model's unit; NAN where there is none
 */
double
souls_chart_input_value (const SoulsChartInput *input,
                         SoulsMetric            metric,
                         int                    year)
{
  SoulsDraft draft = { .input = input };

  return souls_draft_value (&draft, SOULS_ORIGIN_SCENARIO, metric, year);
}

/* The first year that is drawn. */
int
souls_input_first_year (const SoulsChartInput *input)
{
  return input->history->n_years > 0 ? MIN (input->history->first_year, input->results->base_year)
                                     : input->results->base_year;
}

/* The last year of the filings: after the base year where that is an older one. */
int
souls_input_last_filed (const SoulsChartInput *input)
{
  return input->history->n_years > 0 ? input->history->first_year + input->history->n_years - 1
                                     : input->results->base_year;
}

/* The last year that is drawn. */
int
souls_input_last_year (const SoulsChartInput *input)
{
  return MAX (input->results->base_year + input->results->horizon, souls_input_last_filed (input));
}

gboolean
souls_input_is_projected (const SoulsChartInput *input,
                          int                    year)
{
  return year > input->results->base_year;
}

/* The year under the scrubber, for charts that only a scenario can answer: where it is a reported one, the last that
 * is projected. */
int
souls_input_projected_year (const SoulsChartInput *input)
{
  return souls_input_is_projected (input, input->year)
           ? input->year
           : input->results->base_year + input->results->horizon;
}

SoulsRung
souls_input_rung (const SoulsChartInput *input)
{
  return (SoulsRung) CLAMP ((int) input->settings->rung, 0, SOULS_N_RUNGS - 1);
}

SoulsTense
souls_input_tense (const SoulsChartInput *input,
                   int                    year)
{
  if (souls_input_is_projected (input, year))
    return SOULS_TENSE_PROJECTED;
  return souls_input_rung (input) == SOULS_RUNG_ARITHMETIC ? SOULS_TENSE_REPORTED
                                                           : SOULS_TENSE_IMAGINED;
}

/*
 * souls_input_kind:
 * @input: what is shown
 * @metric: a metric
 *
 * Returns: what kind of number the metric is in reported years; what is projected is marked by its ground instead
 */
SoulsKind
souls_input_kind (const SoulsChartInput *input,
                  SoulsMetric            metric)
{
  const SoulsTermContext context = {
    .calibration = input->calibration,
    .settings = input->settings,
    .drivers = input->drivers,
    .results = input->results,
  };

  return souls_term_kind (&context, (SoulsTerm) { SOULS_TERM_METRIC, (int) metric }, 0);
}
