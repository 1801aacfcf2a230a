/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "souls-difference.h"

#include <glib/gi18n.h>
#include <math.h>

#include "souls-scenario.h"

typedef struct
{
  const char *id;
  const char *name;
} Setting;

/* Their ids are the members of the scenario file. */
static const Setting settings[SOULS_N_COMPARED_SETTINGS] = {
  [SOULS_COMPARED_BASE_YEAR] = { "base_year", N_("Base year") },
  [SOULS_COMPARED_HORIZON] = { "horizon", N_("Years ahead") },
  [SOULS_COMPARED_PHASE_IN] = { "phase_in", N_("Years to phase in") },
  [SOULS_COMPARED_RUNG] = { "rung", N_("Meaning of “without AWS”") },
};

/* What a room asks first. */
static const SoulsMetric metrics[] = {
  SOULS_METRIC_INCOME_TOTAL,   SOULS_METRIC_WITHOUT_AWS,   SOULS_METRIC_INCOME_STORES,
  SOULS_METRIC_INCOME_AWS,     SOULS_METRIC_MARGIN_TOTAL,  SOULS_METRIC_MARGIN_STORES,
  SOULS_METRIC_MARGIN_AWS,     SOULS_METRIC_SALES_TOTAL,   SOULS_METRIC_SALES_STORES,
  SOULS_METRIC_SALES_AWS,      SOULS_METRIC_AWS_SHARE_OF_PROFIT,
  SOULS_METRIC_FREE_CASH_FLOW, SOULS_METRIC_FREE_CASH_FLOW_WITHOUT_AWS,
  SOULS_METRIC_CASH_CYCLE,
};

/* What is closer than this is the same to every reader: half of the last digit that is shown. */
static double
get_tolerance (SoulsUnit unit)
{
  return unit == SOULS_UNIT_MONEY ? 0.5 : unit == SOULS_UNIT_PERCENT ? 0.0005 : 0.05;
}

static gboolean
is_same (double a,
         double b,
         double tolerance)
{
  return (isnan (a) && isnan (b)) || fabs (a - b) <= tolerance;
}

static void
add_if_different (GArray                *rows,
                  const SoulsDifference *row,
                  int                    n,
                  double                 tolerance)
{
  for (int i = 1; i < n; i++)
    if (!is_same (row->value[0], row->value[i], tolerance))
      {
        g_array_append_val (rows, *row);
        return;
      }
}

static double
get_setting (const SoulsSide      *side,
             SoulsComparedSetting  setting)
{
  switch (setting)
    {
    case SOULS_COMPARED_HORIZON:
      return side->settings->horizon;
    case SOULS_COMPARED_PHASE_IN:
      return side->settings->phase_in;
    case SOULS_COMPARED_RUNG:
      return (double) side->settings->rung;
    case SOULS_COMPARED_BASE_YEAR:
    case SOULS_N_COMPARED_SETTINGS:
    default:
      return side->calibration->year;
    }
}

static double
get_driver (const SoulsSide *side,
            SoulsDriver      driver)
{
  double value = side->drivers->target[driver];

  return value == side->calibration->baseline[driver] ? NAN : souls_scenario_shown (driver, value);
}

static double
get_metric (const SoulsSide    *side,
            const SoulsHistory *history,
            SoulsMetric         metric,
            int                 year)
{
  int t = year - side->results->base_year;
  int i = year - history->first_year;
  double value = NAN;

  if (t >= 0 && t <= side->results->horizon)
    value = side->results->value[metric][t];
  else if (t < 0 && i >= 0 && i < history->n_years)
    value = history->value[metric][i];
  return isfinite (value) ? value : NAN;
}

static void
add_metrics (GArray             *rows,
             const SoulsDataSet *data,
             const SoulsSide    *sides,
             int                 n,
             int                 year)
{
  g_autofree SoulsHistory *history = g_new (SoulsHistory, (gsize) n);
  int n_years;
  const SoulsCalibration *calibrations = souls_data_set_get_calibrations (data, &n_years);

  for (int i = 0; i < n; i++)
    souls_history_compute (calibrations, n_years, sides[i].calibration, sides[i].settings, sides[i].drivers,
                           &history[i]);
  for (gsize k = 0; k < G_N_ELEMENTS (metrics); k++)
    {
      SoulsDifference row = { SOULS_DIFFERENCE_METRIC, (int) metrics[k], { 0 } };

      for (int i = 0; i < n; i++)
        row.value[i] = get_metric (&sides[i], &history[i], metrics[k], year);
      add_if_different (rows, &row, n, get_tolerance (souls_metric_info (metrics[k])->unit));
    }
}

/**
 * souls_differences:
 * @data: the reported figures, for years before a side's base year
 * @sides: (array length=n): what is compared
 * @n: how many, at most %SOULS_MAX_SIDES
 * @year: the fiscal year in which results are compared
 *
 * Finds what is not the same in all of some scenarios.
 *
 * Returns: (transfer full) (element-type SoulsDifference): a row each
 */
GArray *
souls_differences (const SoulsDataSet *data,
                   const SoulsSide    *sides,
                   int                 n,
                   int                 year)
{
  GArray *rows = g_array_new (FALSE, FALSE, sizeof (SoulsDifference));

  g_return_val_if_fail (n <= SOULS_MAX_SIDES, rows);

  for (int k = 0; k < SOULS_N_COMPARED_SETTINGS; k++)
    {
      SoulsDifference row = { SOULS_DIFFERENCE_SETTING, k, { 0 } };

      for (int i = 0; i < n; i++)
        row.value[i] = get_setting (&sides[i], (SoulsComparedSetting) k);
      add_if_different (rows, &row, n, 0);
    }
  for (int k = 0; k < SOULS_N_DRIVERS; k++)
    {
      SoulsDifference row = { SOULS_DIFFERENCE_DRIVER, k, { 0 } };

      for (int i = 0; i < n; i++)
        row.value[i] = get_driver (&sides[i], (SoulsDriver) k);
      add_if_different (rows, &row, n, 0);
    }
  if (n > 0)
    add_metrics (rows, data, sides, n, year);
  return rows;
}

const char *
souls_difference_kind_id (SoulsDifferenceKind kind)
{
  static const char *const ids[SOULS_N_DIFFERENCE_KINDS] = { "setting", "driver", "metric" };

  g_return_val_if_fail ((guint) kind < SOULS_N_DIFFERENCE_KINDS, NULL);
  return ids[kind];
}

const char *
souls_difference_id (const SoulsDifference *self)
{
  if (self->kind == SOULS_DIFFERENCE_SETTING)
    return settings[self->which].id;
  return self->kind == SOULS_DIFFERENCE_DRIVER ? souls_driver_info ((SoulsDriver) self->which)->id
                                               : souls_metric_info ((SoulsMetric) self->which)->id;
}

const char *
souls_difference_name (const SoulsDifference *self)
{
  if (self->kind == SOULS_DIFFERENCE_SETTING)
    return settings[self->which].name;
  return self->kind == SOULS_DIFFERENCE_DRIVER ? souls_driver_info ((SoulsDriver) self->which)->name
                                               : souls_metric_info ((SoulsMetric) self->which)->name;
}

/* Drivers are in the unit shown, metrics in the model's, where percent are fractions. */
const char *
souls_difference_unit (const SoulsDifference *self)
{
  SoulsUnit unit;

  if (self->kind == SOULS_DIFFERENCE_SETTING)
    return self->which == SOULS_COMPARED_RUNG ? "rung"
           : self->which == SOULS_COMPARED_BASE_YEAR ? "fiscal-year" : souls_unit_id (SOULS_UNIT_YEARS);
  if (self->kind == SOULS_DIFFERENCE_DRIVER)
    return souls_unit_id (souls_driver_info ((SoulsDriver) self->which)->unit);
  unit = souls_metric_info ((SoulsMetric) self->which)->unit;
  return unit == SOULS_UNIT_PERCENT ? "fraction" : souls_unit_id (unit);
}
