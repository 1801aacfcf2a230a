/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "fixture.h"
#include "souls-bridge.h"
#include "souls-map.h"
#include "souls-sensitivity.h"

#define N_DRAWS 100

static SoulsQuestion
ask (const FixtureScenario *scenario,
     SoulsMetric            metric,
     int                    t)
{
  return (SoulsQuestion) { scenario->c, &scenario->settings, &scenario->drivers, metric, t };
}

static SoulsMetric
draw_metric (GRand *source)
{
  return (SoulsMetric) g_rand_int_range (source, 0, SOULS_N_METRICS);
}

/* A question is a projection cut short. */
static void
test_question (void)
{
  g_autoptr (GRand) source = g_rand_new_with_seed (1);

  for (int draw = 0; draw < N_DRAWS; draw++)
    {
      FixtureScenario scenario;
      SoulsResults results;

      fixture_draw (source, &scenario);
      fixture_run (&scenario, &results);
      for (int t = 0; t <= scenario.settings.horizon; t++)
        {
          const SoulsQuestion question = ask (&scenario, draw_metric (source), t);

          g_assert_true (fixture_is_same (souls_question_answer (&question), results.value[question.metric][t]));
        }
    }
}

static int
shuffle_moves (GRand                 *source,
               const FixtureScenario *scenario,
               SoulsDriver            order[SOULS_N_DRIVERS])
{
  int n = 0;

  for (int i = 0; i < SOULS_N_DRIVERS; i++)
    if (scenario->drivers.target[i] != scenario->c->baseline[i])
      {
        const int k = g_rand_int_range (source, 0, n + 1);

        order[n++] = order[k];
        order[k] = (SoulsDriver) i;
      }
  return n;
}

/* The bars sum to the difference, in any order, and the first is what its driver does alone. */
static void
test_bridge_sums (void)
{
  g_autoptr (GRand) source = g_rand_new_with_seed (2);

  for (int draw = 0; draw < N_DRAWS; draw++)
    {
      FixtureScenario scenario, baseline;
      SoulsDriver order[SOULS_N_DRIVERS] = { 0 };
      SoulsQuestion question;
      SoulsBridge bridge;
      double sum, largest = 0;

      fixture_draw (source, &scenario);
      question = ask (&scenario, SOULS_METRIC_WITHOUT_AWS, scenario.settings.horizon);
      souls_bridge_compute (&question, order, shuffle_moves (source, &scenario, order), &bridge);
      sum = bridge.from;
      for (int i = 0; i < bridge.n_steps; i++)
        {
          sum += bridge.change[i];
          largest = MAX (largest, fabs (bridge.change[i]));
          g_assert_cmpint (bridge.driver[i], ==, order[i]);
        }
      fixture_assert_near ("sum", sum, bridge.to, MAX (largest, fabs (bridge.to)), &scenario);
      g_assert_cmpfloat (bridge.to, ==, souls_question_answer (&question));

      baseline = scenario;
      souls_drivers_reset (&baseline.drivers, scenario.c);
      question = ask (&baseline, SOULS_METRIC_WITHOUT_AWS, scenario.settings.horizon);
      g_assert_cmpfloat (bridge.from, ==, souls_question_answer (&question));
      if (bridge.n_steps > 1)
        g_assert_cmpfloat (bridge.change[0], ==,
                           souls_question_answer_at (&question, order[0], scenario.drivers.target[order[0]]) - bridge.from);
    }
}

static void
test_bridge_at_rest (void)
{
  FixtureScenario scenario;
  SoulsQuestion question;
  SoulsBridge bridge;

  fixture_baseline (2025, &scenario);
  question = ask (&scenario, SOULS_METRIC_WITHOUT_AWS, 5);
  souls_bridge_compute (&question, NULL, 0, &bridge);
  g_assert_cmpint (bridge.n_steps, ==, 0);
  g_assert_cmpfloat (bridge.from, ==, bridge.to);
}

/* Every driver once, widest first, and each end is what the model says there. */
static void
test_sensitivity (void)
{
  g_autoptr (GRand) source = g_rand_new_with_seed (3);

  for (int draw = 0; draw < N_DRAWS; draw++)
    {
      FixtureScenario scenario;
      SoulsBand bands[SOULS_N_DRIVERS];
      SoulsSwing swings[SOULS_N_DRIVERS];
      SoulsQuestion question;
      guint64 seen = 0;

      fixture_draw (source, &scenario);
      souls_bands_compute (fixture_calibrations (), FIXTURE_N_YEARS, scenario.c, bands);
      question = ask (&scenario, draw_metric (source), g_rand_int_range (source, 0, scenario.settings.horizon + 1));
      souls_sensitivity_compute (&question, bands, swings);
      for (int i = 0; i < SOULS_N_DRIVERS; i++)
        {
          const SoulsSwing *swing = &swings[i];

          seen |= G_GUINT64_CONSTANT (1) << swing->driver;
          g_assert_cmpfloat (swing->low, ==, bands[swing->driver].low);
          g_assert_cmpfloat (swing->high, ==, bands[swing->driver].high);
          g_assert_true (fixture_is_same (swing->at_low,
                                          souls_question_answer_at (&question, swing->driver, swing->low)));
          g_assert_true (fixture_is_same (swing->at_high,
                                          souls_question_answer_at (&question, swing->driver, swing->high)));
          if (i > 0)
            g_assert_cmpfloat (souls_swing_width (&swings[i - 1]), >=, souls_swing_width (swing));
          if (swing->low == swing->high)
            g_assert_cmpfloat (souls_swing_width (swing), ==, 0);
        }
      g_assert_cmpuint (seen, ==, (G_GUINT64_CONSTANT (1) << SOULS_N_DRIVERS) - 1);
    }
}

/* Each point of the grid is the model's answer there, and the axes hold their ends exactly. */
static void
test_map (void)
{
  g_autoptr (GRand) source = g_rand_new_with_seed (4);

  for (int draw = 0; draw < N_DRAWS; draw++)
    {
      const SoulsDriver across = (SoulsDriver) g_rand_int_range (source, 0, SOULS_N_DRIVERS);
      const SoulsDriver up = (SoulsDriver) ((across + g_rand_int_range (source, 1, SOULS_N_DRIVERS)) % SOULS_N_DRIVERS);
      FixtureScenario scenario;
      double values[7 * 5];

      fixture_draw (source, &scenario);

      const SoulsMapAxis x = { across, scenario.c->min[across], scenario.c->max[across], 7 };
      const SoulsMapAxis y = { up, scenario.c->min[up], scenario.c->max[up], 5 };
      const SoulsQuestion question = ask (&scenario, SOULS_METRIC_WITHOUT_AWS, scenario.settings.horizon);

      souls_map_compute (&question, &x, &y, values);
      for (int i = 0; i < x.n * y.n; i++)
        {
          SoulsDrivers drivers = scenario.drivers;
          double expected;

          drivers.target[across] = souls_map_axis_at (&x, i % x.n);
          drivers.target[up] = souls_map_axis_at (&y, i / x.n);
          expected = souls_question_answer_with (&question, &drivers);
          fixture_assert_near ("map", values[i], expected, fabs (expected), &scenario);
        }
      g_assert_cmpfloat (souls_map_axis_at (&x, 0), ==, x.low);
      g_assert_cmpfloat (souls_map_axis_at (&x, x.n - 1), ==, x.high);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/question/is-a-projection", test_question);
  g_test_add_func ("/model/bridge/sums", test_bridge_sums);
  g_test_add_func ("/model/bridge/at-rest", test_bridge_at_rest);
  g_test_add_func ("/model/sensitivity/each-driver-alone", test_sensitivity);
  g_test_add_func ("/model/map/each-point", test_map);
  return g_test_run ();
}
