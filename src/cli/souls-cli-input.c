/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "souls-config.h"

#include "souls-cli-input.h"

#include "souls-cli-words.h"

/**
 * souls_cli_input_fill:
 * @self: (out caller-allocates)
 * @scenario: loaded; stays where it is as long as @self is used
 * @year: the fiscal year that is looked at
 *
 * Computes what a scenario is held against. Simulation, references and comparisons are left out.
 */
void
souls_cli_input_fill (SoulsCliInput          *self,
                      const SoulsCliScenario *scenario,
                      int                     year)
{
  const SoulsSettings *settings = &scenario->scenario->settings;
  int n;
  const SoulsCalibration *calibrations = souls_data_set_get_calibrations (scenario->data, &n);
  SoulsDrivers drivers;

  souls_drivers_reset (&drivers, scenario->calibration);
  souls_project (scenario->calibration, settings, &drivers, &self->baseline);
  souls_history_compute (calibrations, n, scenario->calibration, settings, &scenario->drivers, &self->history);
  self->input = (SoulsChartInput) { .results = &scenario->results,
                                    .baseline = &self->baseline,
                                    .history = &self->history,
                                    .settings = settings,
                                    .drivers = &scenario->drivers,
                                    .calibration = scenario->calibration,
                                    .calibrations = calibrations,
                                    .year = year,
                                    .moved = scenario->n_moves > 0,
                                    .moves = scenario->moves,
                                    .n_moves = scenario->n_moves,
                                    .bands = scenario->bands,
                                    .map_drivers = SOULS_MAP_DRIVERS_DEFAULT,
                                    .title = scenario->scenario->text[SOULS_SCENARIO_TITLE],
                                    .words = souls_cli_words () };
}
