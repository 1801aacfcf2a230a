/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>
#include <string.h>

#include "souls-session.h"

typedef struct
{
  SoulsSession *session;
  int changed;
  int base_year_changed;
  int driver_changed[SOULS_N_DRIVERS];
} Fixture;

static void
session_changed_cb (SoulsSession *session,
                    Fixture      *fixture)
{
  fixture->changed++;
}

static void
base_year_changed_cb (SoulsSession *session,
                      Fixture      *fixture)
{
  fixture->base_year_changed++;
}

static void
driver_changed_cb (SoulsSession *session,
                   int           driver,
                   Fixture      *fixture)
{
  fixture->driver_changed[driver]++;
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SoulsDataSet) set = souls_data_set_load_default (&error);

  g_assert_no_error (error);
  fixture->session = souls_session_new (set);
  g_signal_connect (fixture->session, "changed", G_CALLBACK (session_changed_cb), fixture);
  g_signal_connect (fixture->session, "driver-changed", G_CALLBACK (driver_changed_cb), fixture);
  g_signal_connect (fixture->session, "base-year-changed", G_CALLBACK (base_year_changed_cb), fixture);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_assert_finalize_object (fixture->session);
}

/* Some place inside a driver's range that is not its baseline. */
static double
elsewhere (SoulsSession *session,
           SoulsDriver   driver)
{
  const SoulsCalibration *c = souls_session_get_calibration (session);

  return c->max[driver] != c->baseline[driver] ? c->max[driver] : c->min[driver];
}

static double
answer (SoulsSession *session)
{
  const SoulsResults *results = souls_session_get_results (session);

  return results->value[SOULS_METRIC_WITHOUT_AWS][results->horizon];
}

static void
test_start (Fixture       *fixture,
            gconstpointer  data)
{
  SoulsSession *session = fixture->session;

  g_assert_cmpint (souls_session_get_base_year (session), ==, 2025);
  g_assert_cmpint (souls_session_get_n_moved (session), ==, 0);
  g_assert_cmpint (souls_session_get_first_year (session), ==, 2014);
  g_assert_cmpint (souls_session_get_last_year (session), ==, 2035);
  g_assert_false (souls_session_undo (session));
  g_assert_false (souls_session_redo (session));
  g_assert_cmpfloat (answer (session), ==,
                     souls_session_get_baseline (session)->value[SOULS_METRIC_WITHOUT_AWS][10]);
}

/* Every driver: set, told once, undone, redone, reset, and each time the results are those of the sliders. */
static void
test_walk (Fixture       *fixture,
           gconstpointer  data)
{
  SoulsSession *session = fixture->session;

  for (int i = 0; i < SOULS_N_DRIVERS; i++)
    {
      const SoulsDriver driver = (SoulsDriver) i;
      const double baseline = souls_session_get_driver (session, driver);
      const double value = elsewhere (session, driver);
      const double before = answer (session);
      double after;

      fixture->changed = fixture->driver_changed[i] = 0;
      g_assert_true (souls_session_set_driver (session, driver, value, NULL));
      g_assert_true (souls_session_set_driver (session, driver, value, NULL));
      g_assert_cmpint (fixture->changed, ==, 1);
      g_assert_cmpint (fixture->driver_changed[i], ==, 1);
      g_assert_true (souls_session_is_moved (session, driver));
      after = answer (session);

      g_assert_true (souls_session_undo (session));
      g_assert_cmpfloat (souls_session_get_driver (session, driver), ==, baseline);
      g_assert_cmpfloat (answer (session), ==, before);
      g_assert_true (souls_session_redo (session));
      g_assert_cmpfloat (souls_session_get_driver (session, driver), ==, value);
      g_assert_cmpfloat (answer (session), ==, after);

      souls_session_reset_driver (session, driver);
      g_assert_false (souls_session_is_moved (session, driver));
      g_assert_cmpfloat (answer (session), ==, before);
    }
}

/* The order moved is kept by undo, by saving and loading, and closes up where a driver goes back. */
static void
test_order (Fixture       *fixture,
            gconstpointer  data)
{
  const SoulsDriver drivers[] = { SOULS_DRIVER_TAX_RATE, SOULS_DRIVER_AWS_GROWTH, SOULS_DRIVER_GMV_GROWTH,
                                  SOULS_DRIVER_AD_MARGIN };
  SoulsSession *session = fixture->session;
  g_autoptr (SoulsScenario) scenario = NULL;
  SoulsDriver moves[SOULS_N_DRIVERS];

  for (guint i = 0; i < G_N_ELEMENTS (drivers); i++)
    g_assert_true (souls_session_set_driver (session, drivers[i], elsewhere (session, drivers[i]), NULL));
  g_assert_cmpint (souls_session_get_moves (session, moves), ==, 4);
  g_assert_cmpmem (moves, sizeof drivers, drivers, sizeof drivers);
  scenario = souls_scenario_copy (souls_session_get_scenario (session));

  souls_session_reset_driver (session, SOULS_DRIVER_AWS_GROWTH);
  g_assert_cmpint (souls_session_get_moves (session, moves), ==, 3);
  g_assert_cmpint (moves[0], ==, SOULS_DRIVER_TAX_RATE);
  g_assert_cmpint (moves[1], ==, SOULS_DRIVER_GMV_GROWTH);
  g_assert_cmpint (moves[2], ==, SOULS_DRIVER_AD_MARGIN);
  g_assert_true (souls_session_set_driver (session, SOULS_DRIVER_AWS_GROWTH,
                                           elsewhere (session, SOULS_DRIVER_AWS_GROWTH), NULL));
  g_assert_cmpint (souls_session_get_moves (session, moves), ==, 4);
  g_assert_cmpint (moves[3], ==, SOULS_DRIVER_AWS_GROWTH);

  g_assert_true (souls_session_undo (session));
  g_assert_true (souls_session_undo (session));
  souls_session_get_moves (session, moves);
  g_assert_cmpmem (moves, sizeof drivers, drivers, sizeof drivers);

  souls_session_reset_all (session);
  g_assert_cmpint (souls_session_get_moves (session, moves), ==, 0);
  g_assert_true (souls_session_load (session, scenario, NULL));
  g_assert_cmpint (souls_session_get_moves (session, moves), ==, 4);
  g_assert_cmpmem (moves, sizeof drivers, drivers, sizeof drivers);
}

/* A scenario's own bands come with it and go with it. */
static void
test_own_bands (Fixture       *fixture,
                gconstpointer  data)
{
  SoulsSession *session = fixture->session;
  g_autoptr (SoulsScenario) scenario = souls_scenario_copy (souls_session_get_scenario (session));
  const SoulsBand before = souls_session_get_bands (session)[SOULS_DRIVER_AWS_GROWTH];
  const SoulsBand *band;

  scenario->has_band[SOULS_DRIVER_AWS_GROWTH] = TRUE;
  scenario->band_low[SOULS_DRIVER_AWS_GROWTH] = 0.01;
  scenario->band_high[SOULS_DRIVER_AWS_GROWTH] = 0.44;
  g_assert_true (souls_session_load (session, scenario, NULL));
  band = &souls_session_get_bands (session)[SOULS_DRIVER_AWS_GROWTH];
  g_assert_cmpint (band->origin, ==, SOULS_BAND_OWN);
  g_assert_cmpfloat (band->low, ==, 0.01);
  g_assert_cmpfloat (band->high, ==, 0.44);
  g_assert_true (souls_session_undo (session));
  g_assert_cmpint (band->origin, ==, before.origin);
  g_assert_cmpfloat (band->low, ==, before.low);
}

/* Every driver: a band inside its range is taken, is one step that says what it was, and goes with undo and reset. */
static void
test_set_band (Fixture       *fixture,
               gconstpointer  data)
{
  SoulsSession *session = fixture->session;
  const SoulsCalibration *base = souls_session_get_calibration (session);
  const SoulsBand *bands = souls_session_get_bands (session);

  for (int i = 0; i < SOULS_N_DRIVERS; i++)
    {
      const SoulsDriver driver = (SoulsDriver) i;
      const SoulsBand before = bands[i];
      const double low = base->min[i];
      const double high = (base->min[i] + base->max[i]) / 2;
      const int step = souls_session_get_step (session);
      SoulsChange change;

      fixture->changed = 0;
      g_assert_true (souls_session_set_band (session, driver, low, high, NULL));
      g_assert_true (souls_session_set_band (session, driver, low, high, NULL));
      g_assert_cmpint (fixture->changed, ==, 1);
      g_assert_cmpint (bands[i].origin, ==, SOULS_BAND_OWN);
      g_assert_cmpfloat (bands[i].low, ==, low);
      g_assert_cmpfloat (bands[i].high, ==, high);
      g_assert_true (souls_session_is_modified (session));
      g_assert_cmpint (souls_session_get_step (session), ==, step + 1);
      souls_session_get_change (session, step + 1, 2030, &change);
      g_assert_cmpint (change.kind, ==, SOULS_CHANGE_BAND);
      g_assert_cmpint (change.driver, ==, i);
      g_assert_cmpfloat (change.header->band_high[i], ==, high);

      souls_session_reset_band (session, driver);
      souls_session_reset_band (session, driver);
      g_assert_cmpint (fixture->changed, ==, 2);
      g_assert_cmpmem (&bands[i].low, sizeof (double), &before.low, sizeof (double));
      g_assert_cmpint (bands[i].origin, ==, before.origin);
      /* There and back: nothing that a file would not hold. */
      g_assert_false (souls_session_is_modified (session));
      souls_session_get_change (session, step + 2, 2030, &change);
      g_assert_cmpint (change.kind, ==, SOULS_CHANGE_BAND);
      g_assert_false (change.header->has_band[i]);
      g_assert_true (souls_session_undo (session));
      g_assert_cmpint (bands[i].origin, ==, SOULS_BAND_OWN);
      g_assert_true (souls_session_undo (session));
      g_assert_cmpint (bands[i].origin, ==, before.origin);
    }
}

/* What is no range is refused with the reason, and nothing changes. */
static void
test_refuse_band (Fixture       *fixture,
                  gconstpointer  data)
{
  SoulsSession *session = fixture->session;
  const SoulsCalibration *base = souls_session_get_calibration (session);

  for (int i = 0; i < SOULS_N_DRIVERS; i++)
    {
      const double span = base->max[i] - base->min[i];
      const double refused[][2] = { { base->max[i], base->min[i] },
                                    { base->min[i] - span, base->max[i] },
                                    { base->min[i], base->max[i] + span },
                                    { (double) NAN, base->max[i] },
                                    { base->min[i], (double) NAN } };

      for (gsize j = 0; j < G_N_ELEMENTS (refused); j++)
        {
          g_autoptr (GError) error = NULL;

          g_assert_false (souls_session_set_band (session, (SoulsDriver) i, refused[j][0], refused[j][1], &error));
          g_assert_error (error, SOULS_MODEL_ERROR, SOULS_MODEL_ERROR_RANGE);
          g_assert_true (g_str_has_prefix (error->message, souls_driver_info ((SoulsDriver) i)->id));
        }
    }
  g_assert_cmpint (fixture->changed, ==, 0);
  g_assert_cmpint (souls_session_get_n_steps (session), ==, 1);
}

/* A band of the user's own goes along to another base year, held to its range, so that the file can be read again. */
static void
test_band_and_base_year (Fixture       *fixture,
                         gconstpointer  data)
{
  SoulsSession *session = fixture->session;
  SoulsDataSet *set = souls_session_get_data (session);

  for (int i = 0; i < SOULS_N_DRIVERS; i++)
    {
      const SoulsCalibration *base = souls_session_get_calibration (session);

      g_assert_true (souls_session_set_band (session, (SoulsDriver) i, base->min[i], base->max[i], NULL));
    }
  for (int year = souls_session_get_first_year (session); year <= 2025; year++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (SoulsScenario) again = NULL;
      g_autofree char *text = NULL;
      const SoulsBand *bands = souls_session_get_bands (session);
      gsize length;

      if (!souls_session_set_base_year (session, year, NULL))
        continue;
      text = souls_scenario_to_text (souls_session_get_scenario (session), &length);
      again = souls_scenario_parse ("again", text, length, set, &error);
      g_assert_no_error (error);
      for (int i = 0; i < SOULS_N_DRIVERS; i++)
        {
          g_assert_true (again->has_band[i]);
          g_assert_cmpfloat_with_epsilon (again->band_low[i], bands[i].low, 1e-9 * (1 + fabs (bands[i].low)));
          g_assert_cmpfloat_with_epsilon (again->band_high[i], bands[i].high, 1e-9 * (1 + fabs (bands[i].high)));
        }
    }
}

/* Every point of the history can be gone to, and each change says what it did; what it did sums to the whole way. */
static void
test_history (Fixture       *fixture,
              gconstpointer  data)
{
  SoulsSession *session = fixture->session;
  const int year = souls_session_get_last_year (session);
  const SoulsResults *results = souls_session_get_results (session);
  double start = results->value[SOULS_METRIC_INCOME_TOTAL][10], sum = 0;
  double end;
  SoulsChange change;

  g_assert_cmpint (souls_session_get_n_steps (session), ==, 1);
  for (int i = 0; i < SOULS_N_DRIVERS; i++)
    g_assert_true (souls_session_set_driver (session, (SoulsDriver) i, elsewhere (session, (SoulsDriver) i), NULL));
  souls_session_set_rung (session, SOULS_RUNG_STRANDED);
  souls_session_set_text (session, SOULS_SCENARIO_TITLE, "Everything");
  end = results->value[SOULS_METRIC_INCOME_TOTAL][10];
  g_assert_cmpint (souls_session_get_n_steps (session), ==, SOULS_N_DRIVERS + 3);
  g_assert_cmpint (souls_session_get_step (session), ==, SOULS_N_DRIVERS + 2);

  for (int i = 1; i < souls_session_get_n_steps (session); i++)
    {
      souls_session_get_change (session, i, year, &change);
      sum += change.effect;
      if (i <= SOULS_N_DRIVERS)
        {
          g_assert_cmpint (change.kind, ==, SOULS_CHANGE_DRIVER);
          g_assert_cmpint (change.driver, ==, i - 1);
          g_assert_cmpfloat (change.to, ==, souls_session_get_driver (session, change.driver));
          g_assert_cmpfloat (change.from, ==, souls_session_get_calibration (session)->baseline[change.driver]);
        }
    }
  g_assert_cmpfloat_with_epsilon (start + sum, end, 1e-6 * (fabs (start) + fabs (end) + 1e6));
  g_assert_cmpint (change.kind, ==, SOULS_CHANGE_TEXT);
  g_assert_cmpstr (change.header->text[SOULS_SCENARIO_TITLE], ==, "Everything");
  souls_session_get_change (session, SOULS_N_DRIVERS + 1, year, &change);
  g_assert_cmpint (change.kind, ==, SOULS_CHANGE_RUNG);

  g_assert_true (souls_session_jump (session, 0));
  g_assert_cmpint (souls_session_get_n_moved (session), ==, 0);
  g_assert_cmpfloat (results->value[SOULS_METRIC_INCOME_TOTAL][10], ==, start);
  g_assert_null (souls_session_get_title (session));
  g_assert_true (souls_session_jump (session, 5));
  g_assert_cmpint (souls_session_get_n_moved (session), ==, 5);
  g_assert_true (souls_session_jump (session, SOULS_N_DRIVERS + 2));
  g_assert_cmpfloat (results->value[SOULS_METRIC_INCOME_TOTAL][10], ==, end);
  g_assert_cmpstr (souls_session_get_title (session), ==, "Everything");
  g_assert_false (souls_session_jump (session, -1));
  g_assert_false (souls_session_jump (session, SOULS_N_DRIVERS + 3));

  souls_session_reset_all (session);
  souls_session_get_change (session, souls_session_get_step (session), year, &change);
  g_assert_cmpint (change.kind, ==, SOULS_CHANGE_RESET);
}

static void
count_notify_cb (int *n)
{
  (*n)++;
}

/* Modified is what the file does not hold: undo back to what was saved is not. */
static void
test_modified (Fixture       *fixture,
               gconstpointer  data)
{
  SoulsSession *session = fixture->session;
  int notified = 0;

  g_signal_connect_swapped (session, "notify::modified", G_CALLBACK (count_notify_cb), &notified);
  g_assert_false (souls_session_is_modified (session));
  g_assert_true (souls_session_set_driver (session, SOULS_DRIVER_AD_MARGIN, 0.1, NULL));
  g_assert_true (souls_session_is_modified (session));
  g_assert_true (souls_session_undo (session));
  g_assert_false (souls_session_is_modified (session));
  g_assert_true (souls_session_redo (session));
  souls_session_mark_saved (session);
  g_assert_false (souls_session_is_modified (session));
  g_assert_true (souls_session_undo (session));
  g_assert_true (souls_session_is_modified (session));
  souls_session_set_text (session, SOULS_SCENARIO_NOTES, "n");
  g_assert_true (souls_session_is_modified (session));
  g_assert_cmpint (notified, ==, 5);
}

/* Fewer worlds while the hand moves, all of them at rest; the same worlds each time, and new ones for a new state only. */
static void
test_simulation (Fixture       *fixture,
                 gconstpointer  data)
{
  SoulsSession *session = fixture->session;
  const SoulsSimulation *simulation = souls_session_get_simulation (session);
  const gint64 at_rest = souls_simulation_get_worlds (simulation);
  const double median = souls_simulation_get_quantile_of (simulation, SOULS_METRIC_WITHOUT_AWS, 5, 0.5);
  double moved;

  souls_session_begin_gesture (session);
  g_assert_true (souls_session_set_driver (session, SOULS_DRIVER_AD_MARGIN, 0.1, NULL));
  simulation = souls_session_get_simulation (session);
  g_assert_cmpint (souls_simulation_get_worlds (simulation), <, at_rest);
  g_assert_cmpfloat (souls_simulation_get_quantile_of (simulation, SOULS_METRIC_WITHOUT_AWS, 5, 0.5), <, median);
  souls_session_end_gesture (session);
  simulation = souls_session_get_simulation (session);
  g_assert_cmpint (souls_simulation_get_worlds (simulation), ==, at_rest);
  moved = souls_simulation_get_quantile_of (simulation, SOULS_METRIC_WITHOUT_AWS, 5, 0.5);
  g_assert_cmpfloat (moved, <, median);

  g_assert_true (souls_session_undo (session));
  simulation = souls_session_get_simulation (session);
  g_assert_cmpfloat (souls_simulation_get_quantile_of (simulation, SOULS_METRIC_WITHOUT_AWS, 5, 0.5), ==, median);
  g_assert_true (souls_session_redo (session));
  simulation = souls_session_get_simulation (session);
  g_assert_cmpfloat (souls_simulation_get_quantile_of (simulation, SOULS_METRIC_WITHOUT_AWS, 5, 0.5), ==, moved);
}

static void
note_worlds_cb (SoulsSession *session,
                gint64       *worlds)
{
  *worlds = souls_simulation_get_worlds (souls_session_get_simulation (session));
}

/* Who shows what changed shows few worlds while the hand moves, and all of them from its end on. */
static void
test_worlds (Fixture       *fixture,
             gconstpointer  data)
{
  SoulsSession *session = fixture->session;
  gint64 worlds = 0;

  g_signal_connect (session, "changed", G_CALLBACK (note_worlds_cb), &worlds);
  for (int i = 0; i < 3; i++)
    {
      souls_session_begin_gesture (session);
      for (int j = 1; j < 4; j++)
        {
          souls_session_set_driver (session, SOULS_DRIVER_AD_MARGIN, 0.1 * i + 0.01 * j, NULL);
          g_assert_cmpint (worlds, ==, SOULS_WORLDS_MOVING);
        }
      souls_session_end_gesture (session);
      g_assert_cmpint (worlds, ==, SOULS_WORLDS_AT_REST);
    }
  /* A band, too, is another simulation. */
  worlds = 0;
  g_assert_true (souls_session_set_band (session, SOULS_DRIVER_AD_MARGIN, 0.1, 0.2, NULL));
  g_assert_cmpint (worlds, ==, SOULS_WORLDS_AT_REST);
}

/* Nothing shimmers: while more of a driver is better in every world, no dot ever goes back, however small the step. */
static void
test_no_shimmer (Fixture       *fixture,
                 gconstpointer  data)
{
  SoulsSession *session = fixture->session;
  double last[SOULS_MAX_YEARS][100];

  souls_session_begin_gesture (session);
  for (int step = 0; step < 50; step++)
    {
      const SoulsSimulation *simulation;

      g_assert_true (souls_session_set_driver (session, SOULS_DRIVER_AD_MARGIN, 0.3 + 0.001 * step, NULL));
      simulation = souls_session_get_simulation (session);
      for (int t = 1; t <= souls_simulation_get_horizon (simulation); t++)
        for (int i = 0; i < 100; i++)
          {
            const double dot = souls_simulation_get_quantile_of (simulation, SOULS_METRIC_WITHOUT_AWS, t, (i + 0.5) / 100);

            g_assert_true (step == 0 || dot > last[t][i]);
            last[t][i] = dot;
          }
    }
  souls_session_end_gesture (session);
}

static void
test_range (Fixture       *fixture,
            gconstpointer  data)
{
  SoulsSession *session = fixture->session;
  const SoulsCalibration *c = souls_session_get_calibration (session);

  for (int i = 0; i < SOULS_N_DRIVERS; i++)
    {
      const double refused[] = { c->min[i] - 1, c->max[i] + 1, (double) NAN, (double) INFINITY };

      for (gsize j = 0; j < G_N_ELEMENTS (refused); j++)
        {
          g_autoptr (GError) error = NULL;

          g_assert_false (souls_session_set_driver (session, (SoulsDriver) i, refused[j], &error));
          g_assert_error (error, SOULS_MODEL_ERROR, SOULS_MODEL_ERROR_RANGE);
          g_assert_nonnull (strstr (error->message, souls_driver_info ((SoulsDriver) i)->id));
          g_assert_null (strchr (error->message, '\n'));
        }
    }
  g_assert_cmpint (fixture->changed, ==, 0);
  g_assert_false (souls_session_undo (session));
}

/* A drag of many motions is one step; one that comes back leaves none. */
static void
test_gesture (Fixture       *fixture,
              gconstpointer  data)
{
  SoulsSession *session = fixture->session;
  const double baseline = souls_session_get_driver (session, SOULS_DRIVER_AWS_GROWTH);

  souls_session_begin_gesture (session);
  for (int i = 0; i <= 20; i++)
    {
      const double before = answer (session);

      g_assert_true (souls_session_set_driver (session, SOULS_DRIVER_AD_MARGIN, 0.01 * i, NULL));
      g_assert_true (i == 0 || answer (session) > before);
      g_assert_false (souls_session_undo (session));
    }
  souls_session_end_gesture (session);
  g_assert_true (souls_session_undo (session));
  g_assert_cmpint (souls_session_get_n_moved (session), ==, 0);
  g_assert_false (souls_session_undo (session));

  souls_session_begin_gesture (session);
  souls_session_begin_gesture (session);
  souls_session_set_driver (session, SOULS_DRIVER_AWS_GROWTH, 0, NULL);
  souls_session_end_gesture (session);
  souls_session_set_driver (session, SOULS_DRIVER_AWS_GROWTH, baseline, NULL);
  souls_session_end_gesture (session);
  g_assert_false (souls_session_undo (session));
  g_assert_true (souls_session_redo (session));
}

static void
test_reset_all (Fixture       *fixture,
                gconstpointer  data)
{
  SoulsSession *session = fixture->session;
  double moved;

  for (int i = 0; i < SOULS_N_DRIVERS; i++)
    g_assert_true (souls_session_set_driver (session, (SoulsDriver) i, elsewhere (session, (SoulsDriver) i), NULL));
  g_assert_cmpint (souls_session_get_n_moved (session), ==, SOULS_N_DRIVERS);
  moved = answer (session);
  fixture->changed = 0;
  souls_session_reset_all (session);
  souls_session_reset_all (session);
  g_assert_cmpint (fixture->changed, ==, 1);
  g_assert_cmpint (souls_session_get_n_moved (session), ==, 0);
  g_assert_true (souls_session_undo (session));
  g_assert_cmpint (souls_session_get_n_moved (session), ==, SOULS_N_DRIVERS);
  g_assert_cmpfloat (answer (session), ==, moved);
}

/* A new base year keeps what fits, drops the rest, and undo brings all of it back. */
static void
test_base_year (Fixture       *fixture,
                gconstpointer  data)
{
  SoulsSession *session = fixture->session;
  g_autoptr (GError) error = NULL;

  g_assert_true (souls_session_set_driver (session, SOULS_DRIVER_AWS_GROWTH, 0.08, NULL));
  for (int year = 2014; year <= 2025; year++)
    {
      g_assert_true (souls_session_set_base_year (session, year, NULL));
      g_assert_cmpint (souls_session_get_results (session)->base_year, ==, year);
      g_assert_cmpfloat (souls_session_get_driver (session, SOULS_DRIVER_AWS_GROWTH), ==, 0.08);
      g_assert_cmpint (souls_session_get_year (session), <=, souls_session_get_last_year (session));
    }
  g_assert_cmpint (fixture->base_year_changed, ==, 12);
  g_assert_false (souls_session_set_base_year (session, 1997, &error));
  g_assert_nonnull (error);
  g_assert_nonnull (strstr (error->message, "1997"));
  while (souls_session_undo (session))
    ;
  g_assert_cmpint (souls_session_get_base_year (session), ==, 2025);
  g_assert_cmpint (souls_session_get_n_moved (session), ==, 0);
}

static void
test_settings (Fixture       *fixture,
               gconstpointer  data)
{
  SoulsSession *session = fixture->session;
  double last = answer (session);

  for (int rung = 1; rung < SOULS_N_RUNGS; rung++)
    {
      souls_session_set_rung (session, (SoulsRung) rung);
      g_assert_cmpfloat (answer (session), <=, last);
      last = answer (session);
    }
  g_assert_false (souls_session_set_horizon (session, 0, NULL));
  g_assert_false (souls_session_set_horizon (session, SOULS_MAX_HORIZON + 1, NULL));
  g_assert_false (souls_session_set_phase_in (session, 0, NULL));
  g_assert_true (souls_session_set_horizon (session, 1, NULL));
  g_assert_cmpint (souls_session_get_year (session), ==, 2026);
  g_assert_true (souls_session_set_phase_in (session, SOULS_MAX_PHASE_IN, NULL));
}

/* Reported years follow the meaning of "without AWS" and nothing else. */
static void
test_past (Fixture       *fixture,
           gconstpointer  data)
{
  SoulsSession *session = fixture->session;
  const SoulsHistory *history = souls_session_get_history (session);
  const double *without = history->value[SOULS_METRIC_WITHOUT_AWS];
  double before;

  g_assert_cmpint (history->first_year, ==, 2014);
  g_assert_cmpint (history->n_years, ==, 12);
  g_assert_cmpfloat (without[0], ==, -280);
  g_assert_cmpfloat (without[3], ==, -225);
  g_assert_cmpfloat (without[8], ==, -10593);
  g_assert_cmpfloat (without[11], ==, 34369);
  souls_session_set_driver (session, SOULS_DRIVER_AD_MARGIN, 0, NULL);
  g_assert_cmpfloat (without[11], ==, 34369);
  souls_session_set_rung (session, SOULS_RUNG_STRANDED);
  g_assert_cmpfloat (without[11], <, 34369);
  before = without[11];
  souls_session_set_driver (session, SOULS_DRIVER_STRANDED_SHARE, 1, NULL);
  g_assert_cmpfloat (without[11], <, before);
}

static void
test_load (Fixture       *fixture,
           gconstpointer  data)
{
  SoulsSession *session = fixture->session;
  g_autoptr (SoulsScenario) scenario = souls_scenario_new ();
  g_autoptr (GError) error = NULL;

  souls_scenario_set_text (scenario, SOULS_SCENARIO_TITLE, "Cloud winter");
  scenario->base_year = 2020;
  scenario->changed[SOULS_DRIVER_AWS_GROWTH] = TRUE;
  scenario->value[SOULS_DRIVER_AWS_GROWTH] = 0;
  g_assert_true (souls_session_load (session, scenario, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (souls_session_get_title (session), ==, "Cloud winter");
  g_assert_cmpint (souls_session_get_n_moved (session), ==, 1);
  g_assert_true (souls_scenario_equal (souls_session_get_scenario (session), scenario));

  scenario->value[SOULS_DRIVER_AWS_GROWTH] = 9;
  g_assert_false (souls_session_load (session, scenario, &error));
  g_assert_nonnull (error);
  g_assert_cmpfloat (souls_session_get_driver (session, SOULS_DRIVER_AWS_GROWTH), ==, 0);

  g_assert_true (souls_session_undo (session));
  g_assert_null (souls_session_get_title (session));
  g_assert_cmpint (souls_session_get_base_year (session), ==, 2025);
}

/* What a window remembers is where it begins, not a step that could be undone; nonsense gives the default. */
static void
test_start_at (Fixture       *fixture,
               gconstpointer  data)
{
  SoulsDataSet *set = souls_session_get_data (fixture->session);
  const SoulsSettings remembered = { .horizon = 5, .phase_in = 2, .rung = SOULS_RUNG_STRANDED };
  const SoulsSettings invalid = { .horizon = 99, .phase_in = 2 };
  g_autoptr (SoulsSession) there = souls_session_new_at (set, 2016, &remembered);
  g_autoptr (SoulsSession) nowhere = souls_session_new_at (set, 1997, &invalid);

  g_assert_cmpint (souls_session_get_base_year (there), ==, 2016);
  g_assert_cmpint (souls_session_get_last_year (there), ==, 2021);
  g_assert_cmpint (souls_session_get_settings (there)->rung, ==, SOULS_RUNG_STRANDED);
  g_assert_false (souls_session_undo (there));
  g_assert_cmpint (souls_session_get_base_year (nowhere), ==, 2025);
  g_assert_cmpint (souls_session_get_last_year (nowhere), ==, 2035);
}

/* A preview shows anything and leaves nothing. */
static void
test_preview (Fixture       *fixture,
              gconstpointer  data)
{
  SoulsSession *session = fixture->session;
  g_autoptr (SoulsScenario) saved = NULL;
  SoulsState state;
  double before;

  souls_session_set_driver (session, SOULS_DRIVER_AWS_GROWTH, 0.0, NULL);
  souls_session_set_driver (session, SOULS_DRIVER_AD_MARGIN, 0.0, NULL);
  souls_session_undo (session);
  souls_session_mark_saved (session);
  saved = souls_scenario_copy (souls_session_get_scenario (session));
  before = answer (session);

  souls_session_begin_preview (session);
  g_assert_true (souls_session_in_gesture (session));
  souls_session_get_point (session, 2, &state);
  state.settings.horizon = 2;
  souls_session_preview (session, &state);
  g_assert_cmpfloat (souls_session_get_driver (session, SOULS_DRIVER_AD_MARGIN), ==, 0.0);
  g_assert_cmpint (souls_session_get_year (session), ==, 2027);
  g_assert_false (souls_session_is_modified (session));
  g_assert_true (souls_scenario_equal (saved, souls_session_get_scenario (session)));
  souls_session_get_point (session, 1, &state);
  g_assert_cmpint (souls_state_get_n_changed (&state), ==, 1);
  souls_session_reset_all (session);
  souls_session_end_preview (session);

  g_assert_false (souls_session_in_gesture (session));
  g_assert_cmpfloat (answer (session), ==, before);
  g_assert_cmpint (souls_session_get_year (session), ==, 2030);
  g_assert_cmpint (souls_session_get_n_steps (session), ==, 3);
  g_assert_cmpint (souls_session_get_step (session), ==, 1);
  g_assert_false (souls_session_is_modified (session));
}

/* A hand, a jump and another scenario end a preview, and then do what they do. */
static void
test_preview_ends (Fixture       *fixture,
                   gconstpointer  data)
{
  SoulsSession *session = fixture->session;
  g_autoptr (SoulsScenario) scenario = souls_scenario_new ();
  SoulsState state;

  souls_session_get_point (session, 0, &state);
  souls_session_set_driver (session, SOULS_DRIVER_AWS_GROWTH, 0.0, NULL);

  souls_session_begin_preview (session);
  souls_session_preview (session, &state);
  souls_session_begin_gesture (session);
  g_assert_false (souls_session_in_preview (session));
  souls_session_set_driver (session, SOULS_DRIVER_AD_MARGIN, 0.0, NULL);
  souls_session_end_gesture (session);
  g_assert_cmpint (souls_session_get_n_moved (session), ==, 2);
  g_assert_cmpint (souls_session_get_n_steps (session), ==, 3);

  souls_session_begin_preview (session);
  souls_session_preview (session, &state);
  g_assert_true (souls_session_undo (session));
  g_assert_cmpint (souls_session_get_n_moved (session), ==, 1);

  souls_session_begin_preview (session);
  souls_session_preview (session, &state);
  souls_scenario_move (scenario, SOULS_DRIVER_TAX_RATE, 0.25);
  g_assert_true (souls_session_load (session, scenario, NULL));
  g_assert_false (souls_session_in_gesture (session));
  g_assert_true (souls_session_undo (session));
  g_assert_cmpfloat (souls_session_get_driver (session, SOULS_DRIVER_AWS_GROWTH), ==, 0.0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, function) g_test_add ("/document/session/" name, Fixture, NULL, set_up, function, tear_down)
  ADD ("start", test_start);
  ADD ("start-at", test_start_at);
  ADD ("walk", test_walk);
  ADD ("order", test_order);
  ADD ("own-bands", test_own_bands);
  ADD ("set-band", test_set_band);
  ADD ("refuse-band", test_refuse_band);
  ADD ("band-and-base-year", test_band_and_base_year);
  ADD ("past", test_past);
  ADD ("modified", test_modified);
  ADD ("simulation", test_simulation);
  ADD ("worlds", test_worlds);
  ADD ("no-shimmer", test_no_shimmer);
  ADD ("range", test_range);
  ADD ("gesture", test_gesture);
  ADD ("reset-all", test_reset_all);
  ADD ("base-year", test_base_year);
  ADD ("settings", test_settings);
  ADD ("history", test_history);
  ADD ("load", test_load);
  ADD ("preview", test_preview);
  ADD ("preview-ends", test_preview_ends);
#undef ADD

  return g_test_run ();
}
