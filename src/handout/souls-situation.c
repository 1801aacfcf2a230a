/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "souls-handout-private.h"

/* Enough that a share of worlds is good to a point, the same in every copy. */
#define WORLDS 20000
#define SEED 1
#define MAX_THREADS 8

/**
 * souls_situation_free:
 * @self: (transfer full): a situation
 */
void
souls_situation_free (SoulsSituation *self)
{
  souls_scenario_free (self->scenario);
  g_clear_pointer (&self->simulation, souls_simulation_free);
  g_free (self);
}

/* A driver that was set to its baseline has not moved. */
static void
find_moves (SoulsSituation *self)
{
  SoulsDriver changed[SOULS_N_DRIVERS];
  const int n = souls_scenario_get_moves (self->scenario, changed);

  for (int i = 0; i < n; i++)
    if (self->drivers.target[changed[i]] != self->calibration->baseline[changed[i]])
      self->moves[self->n_moves++] = changed[i];
}

static void
compute (SoulsSituation     *self,
         const SoulsDataSet *data)
{
  const SoulsSettings *settings = &self->scenario->settings;
  SoulsDrivers drivers;
  int n;
  const SoulsCalibration *calibrations = souls_data_set_get_calibrations (data, &n);

  souls_drivers_reset (&drivers, self->calibration);
  souls_project (self->calibration, settings, &drivers, &self->baseline);
  souls_project (self->calibration, settings, &self->drivers, &self->results);
  souls_history_compute (calibrations, n, self->calibration, settings, &self->drivers, &self->history);
  souls_scenario_get_bands (self->scenario, data, self->bands);
}

/**
 * souls_situation_new:
 * @scenario: (nullable): copied
 * @year: the fiscal year that is looked at, or 0
 * @error: a value error of the scenario
 *
 * Returns: (transfer full): the scenario, computed
 */
SoulsSituation *
souls_situation_new (const SoulsScenario *scenario,
                     const SoulsDataSet  *data,
                     int                  year,
                     const SoulsWords    *words,
                     GError             **error)
{
  g_autoptr (SoulsSituation) self = g_new0 (SoulsSituation, 1);
  const SoulsSettings *settings;

  self->scenario = scenario != NULL ? souls_scenario_copy (scenario) : souls_scenario_new ();
  if (!souls_scenario_resolve (self->scenario, data, &self->calibration, &self->drivers, error))
    return NULL;
  settings = &self->scenario->settings;
  find_moves (self);
  compute (self, data);
  if (year == 0)
    year = self->calibration->year + (self->n_moves > 0 ? settings->horizon : 0);
  self->input = (SoulsChartInput) { .results = &self->results,
                                    .baseline = &self->baseline,
                                    .history = &self->history,
                                    .settings = settings,
                                    .drivers = &self->drivers,
                                    .calibration = self->calibration,
                                    .calibrations = souls_data_set_get_calibrations (data, NULL),
                                    .year = year,
                                    .moved = self->n_moves > 0,
                                    .moves = self->moves,
                                    .n_moves = self->n_moves,
                                    .bands = self->bands,
                                    .map_drivers = SOULS_MAP_DRIVERS_DEFAULT,
                                    .title = self->scenario->text[SOULS_SCENARIO_TITLE],
                                    .words = words };
  return g_steal_pointer (&self);
}

static void
simulate (SoulsSituation *self)
{
  SoulsSimulationRequest request = { .calibration = self->calibration,
                                     .settings = &self->scenario->settings,
                                     .drivers = &self->drivers,
                                     .bands = self->bands,
                                     .worlds = WORLDS,
                                     .seed = SEED,
                                     .n_threads = (int) MIN (g_get_num_processors (), MAX_THREADS) };

  souls_simulation_want_outcomes (&request);
  self->simulation = souls_simulation_new ();
  souls_simulation_run (self->simulation, &request);
}

/**
 * souls_situation_look:
 * @chart: to be laid out
 * @view: which of its views
 *
 * Computes what the chart cannot make for itself.
 *
 * Returns: (transfer none): what the chart may know, until it is asked for again
 */
const SoulsChartInput *
souls_situation_look (SoulsSituation *self,
                      SoulsChart      chart,
                      int             view)
{
  const gboolean needed = (souls_chart_needs (chart, view) & SOULS_CHART_NEEDS_SIMULATION) != 0;

  if (needed && self->simulation == NULL)
    simulate (self);
  self->input.simulation = needed ? self->simulation : NULL;
  self->input.view = view;
  return &self->input;
}
