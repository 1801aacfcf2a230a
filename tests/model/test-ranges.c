/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>
#include <string.h>

#include "fixture.h"

#define PHASE_IN 4

static void
assert_refused (const SoulsCalibration *c,
                SoulsDriver             driver,
                double                  value)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (souls_driver_check (c, driver, value, &error));
  g_assert_error (error, SOULS_MODEL_ERROR, SOULS_MODEL_ERROR_RANGE);
  g_assert_true (g_str_has_prefix (error->message, souls_driver_info (driver)->id));
  g_assert_null (strchr (error->message, '\n'));
}

/* An end stays an end on its way through the unit shown. */
static void
test_ends (void)
{
  for (int n = 0; n < FIXTURE_N_YEARS; n++)
    for (int i = 0; i < SOULS_N_DRIVERS; i++)
      {
        const SoulsCalibration *c = &fixture_calibrations ()[n];
        const SoulsDriver driver = (SoulsDriver) i;
        const double ends[] = { c->min[i], c->baseline[i], c->max[i] };

        for (gsize j = 0; j < G_N_ELEMENTS (ends); j++)
          {
            const double shown = souls_driver_to_shown (driver, ends[j]);

            g_assert_true (souls_driver_check (c, driver, ends[j], NULL));
            g_assert_true (souls_driver_check (c, driver, souls_driver_from_shown (driver, shown), NULL));
          }
      }
}

static void
test_outside (void)
{
  for (int n = 0; n < FIXTURE_N_YEARS; n++)
    for (int i = 0; i < SOULS_N_DRIVERS; i++)
      {
        const SoulsCalibration *c = &fixture_calibrations ()[n];
        const SoulsDriver driver = (SoulsDriver) i;
        const double step = souls_driver_from_shown (driver, souls_driver_info (driver)->step);

        assert_refused (c, driver, c->min[i] - step);
        assert_refused (c, driver, c->max[i] + step);
        assert_refused (c, driver, NAN);
        assert_refused (c, driver, INFINITY);
        assert_refused (c, driver, -INFINITY);
      }
}

static void
test_message (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (souls_driver_check (fixture_calibration (2025), SOULS_DRIVER_AWS_GROWTH, 0.9, &error));
  g_assert_cmpstr (error->message, ==, "aws-growth: 90 is outside -20 … 80 (%/yr, base year 2025)");
}

/* The share of its way that a slider has gone: in a straight line over the phase-in, or all of it in year 1; those of
 * "without AWS" stand there in the base year. */
static double
expected_part (SoulsDriver driver,
               int         t)
{
  const SoulsDriverInfo *info = souls_driver_info (driver);

  if (info->group == SOULS_GROUP_WITHOUT_AWS)
    return 1;
  if ((info->flags & SOULS_DRIVER_PHASED) == 0)
    return t > 0 ? 1 : 0;
  return MIN (1, t / (double) PHASE_IN);
}

static void
test_phase_in (void)
{
  FixtureScenario scenario;

  fixture_baseline (2025, &scenario);
  scenario.settings.phase_in = PHASE_IN;
  for (int i = 0; i < SOULS_N_DRIVERS; i++)
    {
      const double base = scenario.c->baseline[i];
      const double target = scenario.c->max[i];

      scenario.drivers.target[i] = target;
      for (int t = 0; t <= PHASE_IN + 2; t++)
        g_assert_cmpfloat_with_epsilon (souls_driver_at (scenario.c, &scenario.settings, &scenario.drivers, (SoulsDriver) i, t),
                                        base + (target - base) * expected_part ((SoulsDriver) i, t),
                                        1e-12 * MAX (1, fabs (target)));
    }
}

/* The projection takes drivers as souls_driver_at() says: a metric that is a driver times another shows it. */
static void
test_phase_in_of_projection (void)
{
  FixtureScenario scenario;
  SoulsResults r;

  fixture_baseline (2025, &scenario);
  scenario.settings.phase_in = PHASE_IN;
  scenario.drivers.target[SOULS_DRIVER_THIRD_PARTY_SHARE] = 0.9;
  scenario.drivers.target[SOULS_DRIVER_AD_RATE] = 0.02;
  fixture_run (&scenario, &r);
  for (int t = 1; t <= r.horizon; t++)
    {
      const double gmv = r.value[SOULS_METRIC_GMV][t];

      fixture_assert_near ("share", r.value[SOULS_METRIC_GMV_THIRD_PARTY][t] / gmv,
                           souls_driver_at (scenario.c, &scenario.settings, &scenario.drivers, SOULS_DRIVER_THIRD_PARTY_SHARE, t),
                           1, &scenario);
      fixture_assert_near ("advertising", r.value[SOULS_METRIC_SALES_ADVERTISING][t] / gmv,
                           souls_driver_at (scenario.c, &scenario.settings, &scenario.drivers, SOULS_DRIVER_AD_RATE, t),
                           1, &scenario);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/ranges/ends", test_ends);
  g_test_add_func ("/model/ranges/outside", test_outside);
  g_test_add_func ("/model/ranges/message", test_message);
  g_test_add_func ("/model/phase-in/driver", test_phase_in);
  g_test_add_func ("/model/phase-in/projection", test_phase_in_of_projection);
  return g_test_run ();
}
