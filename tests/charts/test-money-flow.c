/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "fixture.h"
#include "souls-chart-flows.h"

#include <math.h>
#include <string.h>

static Stage stage;

static void
assert_near (double a,
             double b,
             double scale)
{
  g_assert_cmpfloat (fabs (a - b), <=, 1e-9 * scale);
}

/* What enters a soul leaves it, and the costs are those of the model's lines. */
static void
check_values (void)
{
  SoulsDraft draft = { .input = &stage.input };
  const int year = stage.input.year;
  double value[N_FLOWS];
  double sum[N_SOULS] = { 0.0 };
  double sales = souls_chart_input_value (&stage.input, SOULS_METRIC_SALES_TOTAL, year);

  g_assert_true (souls_flow_values (&draft, SOULS_ORIGIN_SCENARIO, value));
  for (int i = 0; i < N_FLOWS; i++)
    sum[souls_flows[i].soul] += souls_flows[i].side == SIDE_IN ? value[i] : -value[i];
  assert_near (sum[SOUL_STORES], 0.0, sales);
  assert_near (sum[SOUL_AWS], 0.0, sales);
  assert_near (value[FLOW_OVERHEAD],
               -souls_chart_input_value (&stage.input, SOULS_METRIC_PROFIT_OVERHEAD, year), sales);
  assert_near (value[FLOW_GOODS] + value[FLOW_SHIPPING],
               souls_chart_input_value (&stage.input, SOULS_WORKING_COST_OF_GOODS, year), sales);
}

static void
test_balance (void)
{
  for (int base = stage_first_year (); base <= stage_last_year (); base++)
    for (int mood = 0; mood < N_MOODS; mood++)
      for (int year = stage_first_year (); year <= base + 10; year++)
        {
          stage_set (&stage, base, 10, SOULS_RUNG_ARITHMETIC, (Mood) mood, year);
          check_values ();
        }
}

/* In the filings' years shipping and fulfillment are the filings'. */
static void
test_filed (void)
{
  for (int year = stage_first_year (); year <= stage_last_year (); year++)
    {
      SoulsDraft draft = { .input = &stage.input };
      const SoulsCalibration *calibration;
      double value[N_FLOWS];

      stage_set (&stage, stage_last_year (), 10, SOULS_RUNG_ARITHMETIC, MOOD_BASELINE, year);
      calibration = &stage.input.calibrations[year - stage_first_year ()];
      g_assert_cmpint (calibration->year, ==, year);
      g_assert_true (souls_flow_values (&draft, SOULS_ORIGIN_SCENARIO, value));
      g_assert_cmpfloat_with_epsilon (value[FLOW_SHIPPING],
                                      calibration->figures.value[SOULS_FIGURE_SHIPPING], 0.01);
      g_assert_cmpfloat_with_epsilon (value[FLOW_FULFILLMENT],
                                      calibration->figures.value[SOULS_FIGURE_FULFILLMENT], 0.01);
    }
}

static char *
lay_out (int  year,
         Mood mood)
{
  g_autoptr (SoulsScene) scene = souls_scene_new ();
  SoulsChartFrame frame = { .width = 1200, .height = 800, .with_finding = TRUE };

  stage_set (&stage, stage_last_year (), 10, SOULS_RUNG_ARITHMETIC, mood, year);
  souls_chart_layout (SOULS_CHART_MONEY_FLOW, &stage.input, &frame, scene);
  return souls_scene_dump (scene);
}

/* A loss comes in, hatched; nothing is hatched where there is none. */
static void
test_loss (void)
{
  g_autofree char *profit = lay_out (2025, MOOD_BASELINE);
  g_autofree char *loss = lay_out (2022, MOOD_BASELINE);
  g_autofree char *both = lay_out (2030, MOOD_BOTH_LOSE);

  g_assert_null (strstr (profit, "hatched"));
  g_assert_null (strstr (profit, "paid from elsewhere"));
  g_assert_nonnull (strstr (loss, "hatched"));
  g_assert_nonnull (strstr (loss, "Stores’ loss, paid from elsewhere"));
  g_assert_null (strstr (loss, "AWS’s loss"));
  g_assert_nonnull (strstr (both, "Stores’ loss, paid from elsewhere"));
  g_assert_nonnull (strstr (both, "AWS’s loss, paid from elsewhere"));
}

/* The ribbons at one side of the two nodes in the middle are together as high as those at the other,
 * and none changes its height on its way. */
static void
check_ribbons (const char *dump)
{
  g_auto (GStrv) lines = g_strsplit (dump, "\n", -1);
  double height[2] = { 0.0, 0.0 };
  int n = 0;

  for (int i = 0; lines[i]; i++)
    {
      g_auto (GStrv) words = NULL;
      double y[4];
      double x = 0.0;

      if (!g_str_has_prefix (lines[i], "ribbon "))
        continue;
      words = g_strsplit (lines[i], " ", -1);
      for (int j = 0; j < 4; j++)
        y[j] = g_ascii_strtod (strchr (words[1 + j], ',') + 1, NULL);
      x = g_ascii_strtod (words[1], NULL);
      g_assert_cmpfloat_with_epsilon (y[1] - y[0], y[3] - y[2], 0.3);
      height[x < 400.0 ? 0 : 1] += y[1] - y[0];
      n++;
    }
  g_assert_cmpint (n, >, 10);
  g_assert_cmpfloat_with_epsilon (height[0], height[1], 0.1 * n);
}

static void
test_ribbons (void)
{
  for (int year = stage_first_year (); year <= stage_last_year () + 10; year += 2)
    for (int mood = 0; mood < N_MOODS; mood++)
      {
        g_autofree char *dump = lay_out (year, (Mood) mood);

        check_ribbons (dump);
      }
}

int
main (int    argc,
      char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  stage_open (g_getenv ("SOULS_TEST_DATA"));
  g_test_add_func ("/charts/money-flow/balance", test_balance);
  g_test_add_func ("/charts/money-flow/filed", test_filed);
  g_test_add_func ("/charts/money-flow/loss", test_loss);
  if (stage_has_font ())
    g_test_add_func ("/charts/money-flow/ribbons", test_ribbons);
  status = g_test_run ();
  stage_close ();
  return status;
}
