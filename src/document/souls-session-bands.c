/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "souls-session-private.h"

#define SEED 1
#define MAX_THREADS 4

const SoulsScenario *
souls_session_get_header (SoulsSession *self)
{
  return g_ptr_array_index (self->headers, self->now.header);
}

void
souls_session_recompute_bands (SoulsSession *self)
{
  g_autoptr (SoulsScenario) scenario = souls_scenario_copy (souls_session_get_header (self));

  scenario->base_year = self->calibration->year;
  souls_scenario_get_bands (scenario, self->data, self->bands);
}

/* Holds the scenario's own bands to the ranges of its base year, as they are shown: a file with others is refused. */
void
souls_session_fit_bands (SoulsSession  *self,
                         SoulsScenario *scenario)
{
  const SoulsCalibration *base = souls_data_set_get_calibration (self->data, scenario->base_year, NULL);

  for (int i = 0; i < SOULS_N_DRIVERS; i++)
    if (scenario->has_band[i])
      {
        scenario->band_low[i] = CLAMP (scenario->band_low[i], base->min[i], base->max[i]);
        scenario->band_high[i] = CLAMP (scenario->band_high[i], base->min[i], base->max[i]);
      }
}

static gboolean
has_same_band (const SoulsScenario *a,
               const SoulsScenario *b,
               int                  i)
{
  if (a->has_band[i] != b->has_band[i])
    return FALSE;
  return !a->has_band[i] || (a->band_low[i] == b->band_low[i] && a->band_high[i] == b->band_high[i]);
}

/* Whether one driver's band is all that differs between two headers. */
gboolean
souls_session_find_band_change (const SoulsScenario *before,
                                const SoulsScenario *after,
                                SoulsDriver         *driver)
{
  int n = 0;

  for (int i = 0; i < SOULS_N_SCENARIO_TEXTS; i++)
    if (g_strcmp0 (before->text[i], after->text[i]) != 0)
      return FALSE;
  for (int i = 0; i < SOULS_N_DRIVERS; i++)
    if (!has_same_band (before, after, i) && n++ == 0)
      *driver = (SoulsDriver) i;
  return n == 1;
}

/* A header that says the same is taken again, so that a way there and back leaves nothing to save. */
static guint
keep_header (SoulsSession  *self,
             SoulsScenario *header)
{
  for (guint i = 0; i < self->headers->len; i++)
    if (souls_scenario_equal (g_ptr_array_index (self->headers, i), header))
      {
        souls_scenario_free (header);
        return i;
      }
  g_ptr_array_add (self->headers, header);
  return self->headers->len - 1;
}

/* A change by the user. (transfer full) */
static void
commit_header (SoulsSession  *self,
               SoulsScenario *header)
{
  SoulsStep step = { .state = self->now.state };

  step.header = keep_header (self, header);
  souls_session_commit (self, &step);
}

/**
 * souls_session_get_bands:
 *
 * Returns: (transfer none) (array fixed-size=36): each driver's plausible band: the user's own, else what the data say
 */
const SoulsBand *
souls_session_get_bands (SoulsSession *self)
{
  return self->bands;
}

static gboolean
check_band (SoulsSession *self,
            SoulsDriver   driver,
            double        low,
            double        high,
            GError      **error)
{
  char shown[2][G_ASCII_DTOSTR_BUF_SIZE];

  if (!souls_driver_check (self->calibration, driver, low, error) ||
      !souls_driver_check (self->calibration, driver, high, error))
    return FALSE;
  if (low <= high)
    return TRUE;
  g_set_error (error, SOULS_MODEL_ERROR, SOULS_MODEL_ERROR_RANGE,
               "%s: expected a plausible range from low to high, found its high end %s below its low end %s",
               souls_driver_info (driver)->id,
               g_ascii_formatd (shown[0], sizeof shown[0], "%.10g", souls_driver_to_shown (driver, high)),
               g_ascii_formatd (shown[1], sizeof shown[1], "%.10g", souls_driver_to_shown (driver, low)));
  return FALSE;
}

/**
 * souls_session_set_band:
 * @low: in the model's unit
 * @high: at least @low
 * @error: says what is the matter with either end
 *
 * Gives a driver a plausible band of the user's own, also where it is what the data say. Undoable.
 *
 * Returns: whether the driver has that band now; on %FALSE nothing has changed
 */
gboolean
souls_session_set_band (SoulsSession *self,
                        SoulsDriver   driver,
                        double        low,
                        double        high,
                        GError      **error)
{
  SoulsScenario *header;

  if (!check_band (self, driver, low, high, error))
    return FALSE;
  header = souls_scenario_copy (souls_session_get_header (self));
  header->has_band[driver] = TRUE;
  header->band_low[driver] = low;
  header->band_high[driver] = high;
  commit_header (self, header);
  return TRUE;
}

/**
 * souls_session_reset_band:
 *
 * Gives a driver back the plausible band that the data say. Undoable.
 */
void
souls_session_reset_band (SoulsSession *self,
                          SoulsDriver   driver)
{
  SoulsScenario *header;

  if (!souls_session_get_header (self)->has_band[driver])
    return;
  header = souls_scenario_copy (souls_session_get_header (self));
  header->has_band[driver] = FALSE;
  commit_header (self, header);
}

/**
 * souls_session_get_simulation:
 *
 * Runs it if anything changed since it was last asked for. The worlds are the same every time, so that dots and fans
 * follow a slider without shimmering.
 *
 * Returns: (transfer none): what souls_simulation_want_outcomes() asks for; valid until the session changes
 */
const SoulsSimulation *
souls_session_get_simulation (SoulsSession *self)
{
  const gboolean moving = souls_session_in_gesture (self);
  SoulsSimulationRequest request = { .calibration = self->calibration,
                                     .settings = &self->now.state.settings,
                                     .drivers = &self->drivers,
                                     .bands = self->bands,
                                     .worlds = moving ? SOULS_WORLDS_MOVING : SOULS_WORLDS_AT_REST,
                                     .seed = SEED,
                                     .n_threads = moving ? 1 : (int) MIN (g_get_num_processors (), MAX_THREADS) };

  if (self->simulated_worlds >= request.worlds)
    return self->simulation;
  souls_simulation_want_outcomes (&request);
  souls_simulation_run (self->simulation, &request);
  self->simulated_worlds = request.worlds;
  return self->simulation;
}
