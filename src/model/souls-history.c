/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "souls-model.h"

/* The sliders of "without AWS" count in reported years too; a baseline that differs by year stays each year's own. */
static void
take_rung_drivers (SoulsDrivers           *year,
                   const SoulsCalibration *base,
                   const SoulsDrivers     *drivers)
{
  for (int i = 0; i < SOULS_N_DRIVERS; i++)
    if (souls_driver_info ((SoulsDriver) i)->group == SOULS_GROUP_WITHOUT_AWS &&
        drivers->target[i] != base->baseline[i])
      year->target[i] = drivers->target[i];
}

/**
 * souls_history_compute:
 * @calibrations: (array length=n_calibrations): consecutive base years, ascending
 * @n_calibrations: at most %SOULS_MAX_HISTORY
 * @base: the scenario's base year
 * @settings: the scenario's rung
 * @drivers: the scenario's drivers: those of "without AWS" apply to reported years as well
 * @history: (out caller-allocates): every metric of every year as reported
 */
void
souls_history_compute (const SoulsCalibration *calibrations,
                       int                     n_calibrations,
                       const SoulsCalibration *base,
                       const SoulsSettings    *settings,
                       const SoulsDrivers     *drivers,
                       SoulsHistory           *history)
{
  const SoulsSettings now = { .horizon = 0, .phase_in = 1, .rung = settings->rung };

  history->first_year = calibrations[0].year;
  history->n_years = MIN (n_calibrations, SOULS_MAX_HISTORY);
  for (int i = 0; i < history->n_years; i++)
    {
      SoulsDrivers year;
      SoulsResults results;

      souls_drivers_reset (&year, &calibrations[i]);
      take_rung_drivers (&year, base, drivers);
      souls_project (&calibrations[i], &now, &year, &results);
      for (int j = 0; j < SOULS_N_SERIES; j++)
        history->value[j][i] = results.value[j][0];
    }
}
