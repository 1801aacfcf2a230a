/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "souls-state.h"

#include <string.h>

static guint64
bit (SoulsDriver driver)
{
  return G_GUINT64_CONSTANT (1) << driver;
}

/**
 * souls_state_equal:
 *
 * Returns: whether both say the same
 */
gboolean
souls_state_equal (const SoulsState *a,
                   const SoulsState *b)
{
  return a->base_year == b->base_year &&
         a->settings.horizon == b->settings.horizon &&
         a->settings.phase_in == b->settings.phase_in &&
         a->settings.rung == b->settings.rung &&
         a->changed == b->changed &&
         memcmp (a->value, b->value, sizeof a->value) == 0 &&
         memcmp (a->order, b->order, sizeof a->order) == 0;
}

/**
 * souls_state_is_changed:
 *
 * Returns: whether the driver is away from its baseline
 */
gboolean
souls_state_is_changed (const SoulsState *self,
                        SoulsDriver       driver)
{
  return (self->changed & bit (driver)) != 0;
}

/**
 * souls_state_get_n_changed:
 *
 * Returns: how many drivers are away from their baselines
 */
int
souls_state_get_n_changed (const SoulsState *self)
{
  int n = 0;

  for (guint64 rest = self->changed; rest != 0; rest &= rest - 1)
    n++;
  return n;
}

/**
 * souls_state_set:
 * @calibration: of the state's base year
 * @value: in the model's unit, checked; the baseline itself counts as not changed
 */
void
souls_state_set (SoulsState             *self,
                 const SoulsCalibration *calibration,
                 SoulsDriver             driver,
                 double                  value)
{
  if (value == calibration->baseline[driver])
    {
      souls_state_reset (self, driver);
      return;
    }
  if (!souls_state_is_changed (self, driver))
    self->order[souls_state_get_n_changed (self)] = (guint8) driver;
  self->changed |= bit (driver);
  self->value[driver] = value;
}

/* Closes the gap that the driver leaves in the order moved. */
static void
forget_place (SoulsState *self,
              SoulsDriver driver)
{
  const int n = souls_state_get_n_changed (self);
  int i = 0;

  while (self->order[i] != driver)
    i++;
  memmove (self->order + i, self->order + i + 1, (size_t) (n - 1 - i));
  self->order[n - 1] = 0;
}

/**
 * souls_state_reset:
 *
 * Puts one driver back to its baseline.
 */
void
souls_state_reset (SoulsState *self,
                   SoulsDriver driver)
{
  if (!souls_state_is_changed (self, driver))
    return;
  forget_place (self, driver);
  self->changed &= ~bit (driver);
  self->value[driver] = 0;
}

/**
 * souls_state_reset_all:
 *
 * Puts every driver back to its baseline.
 */
void
souls_state_reset_all (SoulsState *self)
{
  self->changed = 0;
  memset (self->value, 0, sizeof self->value);
  memset (self->order, 0, sizeof self->order);
}

/**
 * souls_state_get:
 * @calibration: of the state's base year
 *
 * Returns: where the driver is, in the model's unit
 */
double
souls_state_get (const SoulsState       *self,
                 const SoulsCalibration *calibration,
                 SoulsDriver             driver)
{
  return souls_state_is_changed (self, driver) ? self->value[driver] : calibration->baseline[driver];
}

/**
 * souls_state_get_moves:
 * @moves: (out caller-allocates): the changed drivers in the order moved
 *
 * Returns: how many
 */
int
souls_state_get_moves (const SoulsState *self,
                       SoulsDriver       moves[SOULS_N_DRIVERS])
{
  const int n = souls_state_get_n_changed (self);

  for (int i = 0; i < n; i++)
    moves[i] = (SoulsDriver) self->order[i];
  return n;
}

/**
 * souls_state_fit:
 * @calibration: of a new base year
 *
 * Moves the state to another base year. Drivers keep their values where those lie inside the new year's ranges; the
 * others go back to their baseline.
 */
void
souls_state_fit (SoulsState             *self,
                 const SoulsCalibration *calibration)
{
  self->base_year = calibration->year;
  for (int i = 0; i < SOULS_N_DRIVERS; i++)
    {
      const SoulsDriver driver = (SoulsDriver) i;

      if (!souls_state_is_changed (self, driver))
        continue;
      if (souls_driver_check (calibration, driver, self->value[i], NULL))
        souls_state_set (self, calibration, driver, self->value[i]);
      else
        souls_state_reset (self, driver);
    }
}

/**
 * souls_state_get_drivers:
 * @calibration: of the state's base year
 * @drivers: (out caller-allocates): where every slider stands
 */
void
souls_state_get_drivers (const SoulsState       *self,
                         const SoulsCalibration *calibration,
                         SoulsDrivers           *drivers)
{
  for (int i = 0; i < SOULS_N_DRIVERS; i++)
    drivers->target[i] = souls_state_get (self, calibration, (SoulsDriver) i);
}
