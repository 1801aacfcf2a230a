/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "fixture.h"

static void
compute (const FixtureScenario *scenario,
         SoulsHistory          *history)
{
  souls_history_compute (fixture_calibrations (), FIXTURE_N_YEARS, scenario->c, &scenario->settings, &scenario->drivers,
                         history);
}

static void
test_years (void)
{
  FixtureScenario scenario;
  SoulsHistory history;

  fixture_baseline (2020, &scenario);
  compute (&scenario, &history);
  g_assert_cmpint (history.first_year, ==, FIXTURE_FIRST_YEAR);
  g_assert_cmpint (history.n_years, ==, FIXTURE_N_YEARS);
}

/* Each year is its own base year, whatever the scenario's is. */
static void
test_values (void)
{
  FixtureScenario scenario;
  SoulsHistory history;

  fixture_baseline (2017, &scenario);
  compute (&scenario, &history);
  for (int i = 0; i < FIXTURE_N_YEARS; i++)
    {
      FixtureScenario year;
      SoulsResults results;

      fixture_baseline (FIXTURE_FIRST_YEAR + i, &year);
      fixture_run (&year, &results);
      for (int j = 0; j < SOULS_N_SERIES; j++)
        g_assert_true (fixture_is_same (history.value[j][i], results.value[j][0]));
    }
}

/* North America plus International of every filing: the answer to the one question, by arithmetic. */
static void
test_without_aws (void)
{
  const double filed[FIXTURE_N_YEARS] = {
    -280, 726, 1078, -225, 5125, 5340, 9368, 6347, -10593, 12221, 28759, 34369,
  };
  FixtureScenario scenario;
  SoulsHistory history;

  fixture_baseline (2025, &scenario);
  compute (&scenario, &history);
  for (int i = 0; i < FIXTURE_N_YEARS; i++)
    g_assert_cmpfloat (history.value[SOULS_METRIC_WITHOUT_AWS][i], ==, filed[i]);
}

/* Sliders of the future leave the past alone. */
static void
test_drivers (void)
{
  g_autoptr (GRand) source = g_rand_new_with_seed (3);

  for (int n = 0; n < 1000; n++)
    {
      FixtureScenario scenario;
      FixtureScenario baseline;
      SoulsHistory history;
      SoulsHistory plain;

      fixture_draw (source, &scenario);
      fixture_baseline (scenario.c->year, &baseline);
      compute (&scenario, &history);
      compute (&baseline, &plain);
      for (int i = 0; i < SOULS_N_METRICS; i++)
        for (int j = 0; j < FIXTURE_N_YEARS && !fixture_is_rung ((SoulsMetric) i); j++)
          g_assert_true (fixture_is_same (history.value[i][j], plain.value[i][j]));
    }
}

/* Those of "without AWS" count in reported years too; the mark-up that nobody moved stays each year's own. */
static void
test_rung_drivers (void)
{
  FixtureScenario scenario;
  SoulsHistory plain;
  SoulsHistory moved;

  fixture_baseline (2025, &scenario);
  scenario.settings.rung = SOULS_RUNG_TRANSFER_PRICE;
  compute (&scenario, &plain);
  scenario.drivers.target[SOULS_DRIVER_STRANDED_SHARE] = 1;
  compute (&scenario, &moved);
  for (int i = 0; i < FIXTURE_N_YEARS; i++)
    {
      const SoulsCalibration *c = &fixture_calibrations ()[i];
      const double transfer = c->compute_markup * c->beliefs.value[SOULS_BELIEF_INFRASTRUCTURE];

      g_assert_cmpfloat_with_epsilon (plain.value[SOULS_METRIC_WITHOUT_AWS_STRANDED][i],
                                      c->stores_income - 0.5 * c->aws_general, 1e-6);
      g_assert_cmpfloat_with_epsilon (moved.value[SOULS_METRIC_WITHOUT_AWS_STRANDED][i],
                                      c->stores_income - c->aws_general, 1e-6);
      g_assert_cmpfloat_with_epsilon (moved.value[SOULS_METRIC_WITHOUT_AWS][i],
                                      c->stores_income - c->aws_general - transfer, 1e-6);
    }
}

static void
test_moved_markup (void)
{
  FixtureScenario scenario;
  SoulsHistory history;

  fixture_baseline (2025, &scenario);
  scenario.drivers.target[SOULS_DRIVER_COMPUTE_MARKUP] = 0;
  compute (&scenario, &history);
  for (int i = 0; i < FIXTURE_N_YEARS; i++)
    g_assert_cmpfloat (history.value[SOULS_METRIC_WITHOUT_AWS_TRANSFER_PRICE][i], ==,
                       history.value[SOULS_METRIC_WITHOUT_AWS_STRANDED][i]);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/history/years", test_years);
  g_test_add_func ("/model/history/each-year-its-own", test_values);
  g_test_add_func ("/model/history/without-aws", test_without_aws);
  g_test_add_func ("/model/history/future-leaves-it-alone", test_drivers);
  g_test_add_func ("/model/history/rung-drivers-count", test_rung_drivers);
  g_test_add_func ("/model/history/moved-mark-up", test_moved_markup);
  return g_test_run ();
}
