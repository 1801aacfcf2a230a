/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "souls-expression-private.h"

#include <math.h>

#include "souls-seek.h"
#include "souls-text.h"

#define PER_CENT 100.0
#define THOUSAND 1000.0
/* Enough that a hundredth of all worlds is known; few enough that nobody waits. */
#define WORLDS 20000
#define SEED 1

/* The calibration of a base year, or which there are. */
static const SoulsCalibration *
get_calibration (SoulsExpressionReader *reader,
                 int                    year,
                 int                    word,
                 GError               **error)
{
  const SoulsHistory *history = reader->context->input->history;
  const int i = year - history->first_year;

  if (i >= 0 && i < history->n_years)
    return &reader->context->input->calibrations[i];
  SOULS_COMPLAIN (word, VALUE, "expected a base year from %d to %d, found %d", history->first_year,
            history->first_year + history->n_years - 1, year);
  return NULL;
}

gboolean
souls_form_driver (SoulsExpressionReader           *reader,
                   const SoulsExpressionArguments  *arguments,
                   SoulsQuantity                   *out,
                   GError                         **error)
{
  const SoulsCalibration *calibration;

  if (arguments->n_years == 0)
    {
      *out = souls_quantity_driver (arguments->driver, reader->context->input->drivers->target[arguments->driver]);
      return TRUE;
    }
  calibration = get_calibration (reader, arguments->year[0], arguments->index[1], error);
  if (calibration == NULL)
    return FALSE;
  *out = souls_quantity_driver (arguments->driver, calibration->baseline[arguments->driver]);
  return TRUE;
}

static const SoulsQuantityUnit belief_units[SOULS_N_BELIEFS] = {
#define FRACTION SOULS_QUANTITY_PERCENT
#define MONEY SOULS_QUANTITY_MONEY
#define YEARS SOULS_QUANTITY_YEARS
#define BELIEF(enumerator, id, name, unit) [SOULS_BELIEF_##enumerator] = unit,
  SOULS_BELIEFS (BELIEF)
#undef BELIEF
#undef FRACTION
#undef MONEY
#undef YEARS
};

gboolean
souls_form_belief (SoulsExpressionReader           *reader,
                   const SoulsExpressionArguments  *arguments,
                   SoulsQuantity                   *out,
                   GError                         **error)
{
  const SoulsCalibration *calibration = get_calibration (reader, arguments->year[0], arguments->index[1], error);
  double value;

  if (calibration == NULL)
    return FALSE;
  value = calibration->beliefs.value[arguments->belief];
  if (!isfinite (value))
    return SOULS_COMPLAIN (arguments->index[1], VALUE, "nothing is believed of “%s” in fiscal %d",
                     souls_belief_id (arguments->belief), arguments->year[0]);
  *out = souls_quantity_new (belief_units[arguments->belief], value);
  return TRUE;
}

/* As it was printed: the calibration of a year completes what the filing leaves out, but keeps the year before as it is. */
static double
find_figure (const SoulsChartInput *input,
             SoulsFigure            figure,
             int                    year)
{
  const int next = year + 1 - input->history->first_year;
  const SoulsCalibration *last = &input->calibrations[input->history->n_years - 1];

  if (next >= 0 && next < input->history->n_years)
    return input->calibrations[next].previous.value[figure];
  if ((figure == SOULS_FIGURE_VIDEO && last->video_believed) ||
      ((figure == SOULS_FIGURE_SALES_ADVERTISING || figure == SOULS_FIGURE_SALES_OTHER) && last->combined_advertising))
    return NAN;
  return last->figures.value[figure];
}

static gboolean
get_figure (SoulsExpressionReader *reader,
            SoulsFigure            figure,
            int                    year,
            int                    word,
            double                *value,
            GError               **error)
{
  const SoulsHistory *history = reader->context->input->history;
  const int first = history->first_year - 1, last = history->first_year + history->n_years - 1;

  if (year < first || year > last)
    return SOULS_COMPLAIN (word, VALUE, "expected a reported fiscal year from %d to %d, found %d", first, last, year);
  *value = find_figure (reader->context->input, figure, year);
  return isfinite (*value) ||
         SOULS_COMPLAIN (word, VALUE, "“%s” was not reported for fiscal %d", souls_figure_id (figure), year);
}

static gboolean
get_figures (SoulsExpressionReader           *reader,
             const SoulsExpressionArguments  *arguments,
             double                           values[2],
             GError                         **error)
{
  if (arguments->year[0] >= arguments->year[1])
    return SOULS_COMPLAIN (arguments->index[2], VALUE, "expected a fiscal year after %d, found %d", arguments->year[0],
                     arguments->year[1]);
  for (int i = 0; i < 2; i++)
    if (!get_figure (reader, arguments->figure, arguments->year[i], arguments->index[i + 1], &values[i], error))
      return FALSE;
  return TRUE;
}

gboolean
souls_form_figure (SoulsExpressionReader           *reader,
                   const SoulsExpressionArguments  *arguments,
                   SoulsQuantity                   *out,
                   GError                         **error)
{
  *out = souls_quantity_new (SOULS_QUANTITY_MONEY, NAN);
  return get_figure (reader, arguments->figure, arguments->year[0], arguments->index[1], &out->value, error);
}

gboolean
souls_form_change_figure (SoulsExpressionReader           *reader,
                          const SoulsExpressionArguments  *arguments,
                          SoulsQuantity                   *out,
                          GError                         **error)
{
  double values[2];

  if (!get_figures (reader, arguments, values, error))
    return FALSE;
  *out = souls_expression_change (souls_quantity_new (SOULS_QUANTITY_MONEY, 0.0), values[1] - values[0]);
  return TRUE;
}

gboolean
souls_form_growth_figure (SoulsExpressionReader           *reader,
                          const SoulsExpressionArguments  *arguments,
                          SoulsQuantity                   *out,
                          GError                         **error)
{
  double values[2];

  return get_figures (reader, arguments, values, error) &&
         souls_expression_growth (reader, arguments->index[1], values, out, error);
}

/* Years after the base year, which only a scenario can answer. */
static gboolean
get_t (SoulsExpressionReader *reader,
       int                    year,
       int                    word,
       int                   *t,
       GError               **error)
{
  const SoulsResults *results = reader->context->input->results;
  const int last = results->base_year + results->horizon;

  *t = year - results->base_year;
  return (*t >= 0 && year <= last) ||
         SOULS_COMPLAIN (word, VALUE, "expected a fiscal year from %d to %d, found %d", results->base_year, last, year);
}

gboolean
souls_form_goal (SoulsExpressionReader           *reader,
                 const SoulsExpressionArguments  *arguments,
                 SoulsQuantity                   *out,
                 GError                         **error)
{
  const SoulsChartInput *input = reader->context->input;
  SoulsQuestion question = { input->calibration, input->settings, input->drivers, arguments->metric[0], 0 };
  SoulsGoal goal;

  if (!get_t (reader, arguments->year[0], arguments->index[2], &question.t, error))
    return FALSE;
  souls_seek (&question, arguments->driver, arguments->number, &goal);
  if (!goal.reachable)
    {
      g_autofree char *target = souls_text_number (arguments->number);

      return SOULS_COMPLAIN (arguments->index[3], VALUE, "“%s” alone cannot bring “%s” to %s in fiscal %d",
                       souls_driver_info (arguments->driver)->id, souls_metric_info (arguments->metric[0])->id, target,
                       arguments->year[0]);
    }
  *out = souls_quantity_driver (arguments->driver, goal.value);
  return TRUE;
}

/* What the charts show where they simulate too; else a run of its own. */
static double
simulate (const SoulsChartInput *input,
          SoulsMetric            metric,
          int                    t)
{
  const SoulsSimulationRequest request = { .calibration = input->calibration,
                                           .settings = input->settings,
                                           .drivers = input->drivers,
                                           .bands = input->bands,
                                           .metrics = &metric,
                                           .n_metrics = 1,
                                           .worlds = WORLDS,
                                           .seed = SEED,
                                           .n_threads = 1 };
  g_autoptr (SoulsSimulation) simulation = NULL;

  if (input->simulation != NULL && souls_simulation_has_metric (input->simulation, metric) &&
      t <= souls_simulation_get_horizon (input->simulation))
    return souls_simulation_get_positive (input->simulation, metric, t);
  simulation = souls_simulation_new ();
  souls_simulation_run (simulation, &request);
  return souls_simulation_get_positive (simulation, metric, t);
}

/* Whole worlds of a hundred; "all" and "none" are said only where it is so. */
gboolean
souls_form_worlds (SoulsExpressionReader           *reader,
                   const SoulsExpressionArguments  *arguments,
                   SoulsQuantity                   *out,
                   GError                         **error)
{
  double share, worlds;
  int t;

  if (!get_t (reader, arguments->year[0], arguments->index[1], &t, error))
    return FALSE;
  share = simulate (reader->context->input, arguments->metric[0], t);
  worlds = round (PER_CENT * share);
  if (share > 0.0 && share < 1.0)
    worlds = CLAMP (worlds, 1.0, PER_CENT - 1.0);
  *out = souls_quantity_new (SOULS_QUANTITY_COUNT, worlds);
  return TRUE;
}

/* How the published units become ours. */
static SoulsQuantity
make_fact (const char *unit,
           double     *scale)
{
  *scale = 1.0;
  if (g_str_equal (unit, "USD billions"))
    {
      *scale = THOUSAND;
      return souls_quantity_new (SOULS_QUANTITY_MONEY, NAN);
    }
  if (g_str_has_prefix (unit, "percent"))
    {
      *scale = 1.0 / PER_CENT;
      return souls_quantity_new (SOULS_QUANTITY_PERCENT, NAN);
    }
  if (g_str_has_prefix (unit, "USD"))
    return souls_quantity_new (SOULS_QUANTITY_DOLLARS, NAN);
  return souls_quantity_new (g_str_has_prefix (unit, "million") ? SOULS_QUANTITY_MILLIONS : SOULS_QUANTITY_COUNT, NAN);
}

/* The central value, else both ends, else the one end there is. */
static void
set_fact (const SoulsEstimate *fact,
          SoulsQuantity       *out)
{
  double scale;

  *out = make_fact (fact->unit, &scale);
  out->exact = TRUE;
  if (isfinite (fact->central))
    out->value = fact->central * scale;
  else if (isfinite (fact->low) && isfinite (fact->high))
    {
      out->value = fact->low * scale;
      out->high = fact->high * scale;
      out->is_range = TRUE;
    }
  else
    out->value = (isfinite (fact->low) ? fact->low : fact->high) * scale;
}

gboolean
souls_form_fact (SoulsExpressionReader           *reader,
                 const SoulsExpressionArguments  *arguments,
                 SoulsQuantity                   *out,
                 GError                         **error)
{
  const SoulsEstimateSet *facts = reader->context->facts;
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();
  g_autofree char *quote = souls_text_quote (arguments->id);
  g_autofree char *hint = NULL;

  for (int i = 0; facts != NULL && i < facts->n; i++)
    {
      g_ptr_array_add (ids, (gpointer) facts->estimates[i].id);
      if (g_str_equal (facts->estimates[i].id, arguments->id))
        {
          set_fact (&facts->estimates[i], out);
          return TRUE;
        }
    }
  g_ptr_array_add (ids, NULL);
  hint = souls_text_hint (arguments->id, (const char *const *) ids->pdata);
  return SOULS_COMPLAIN (arguments->index[0], NAME, "there is no published estimate %s%s", quote, hint);
}

static gboolean
give (SoulsExpressionReader           *reader,
      const SoulsExpressionArguments  *arguments,
      const SoulsQuantity             *known,
      SoulsQuantity                   *out,
      GError                         **error)
{
  if (known == NULL)
    return SOULS_COMPLAIN (arguments->index[0], VALUE, "nothing was asked: “answer”, “truth” and “gap” stand in a reveal only");
  *out = *known;
  return TRUE;
}

gboolean
souls_form_answer (SoulsExpressionReader           *reader,
                   const SoulsExpressionArguments  *arguments,
                   SoulsQuantity                   *out,
                   GError                         **error)
{
  return give (reader, arguments, reader->context->answer, out, error);
}

gboolean
souls_form_truth (SoulsExpressionReader           *reader,
                  const SoulsExpressionArguments  *arguments,
                  SoulsQuantity                   *out,
                  GError                         **error)
{
  return give (reader, arguments, reader->context->truth, out, error);
}

gboolean
souls_form_gap (SoulsExpressionReader           *reader,
                const SoulsExpressionArguments  *arguments,
                SoulsQuantity                   *out,
                GError                         **error)
{
  SoulsQuantity answer, truth;

  if (!give (reader, arguments, reader->context->answer, &answer, error) ||
      !give (reader, arguments, reader->context->truth, &truth, error))
    return FALSE;
  *out = souls_quantity_gap (&answer, &truth);
  return TRUE;
}
