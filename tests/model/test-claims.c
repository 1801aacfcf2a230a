/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What the lessons and argument cards say: each figure as it is said there, held against the model to half a unit of its
 * last digit. */
#include <math.h>

#include "fixture.h"

static double
at (SoulsMetric metric,
    int         year)
{
  FixtureScenario scenario;
  SoulsResults results;

  fixture_baseline (year, &scenario);
  fixture_run (&scenario, &results);
  return results.value[metric][0];
}

static void
test_figures (void)
{
  const struct
  {
    SoulsMetric metric;
    int year;
    double claimed;
    double unit;      /* of the last digit */
  } rows[] = {
    { SOULS_METRIC_WITHOUT_AWS, 2014, -280, 1 },
    { SOULS_METRIC_WITHOUT_AWS, 2017, -225, 1 },
    { SOULS_METRIC_WITHOUT_AWS, 2022, -10600, 100 },
    { SOULS_METRIC_WITHOUT_AWS, 2025, 34400, 100 },
    { SOULS_METRIC_SALES_THIRD_PARTY, 2025, 172200, 100 },
    { SOULS_METRIC_SALES_ADVERTISING, 2025, 68600, 100 },
    { SOULS_METRIC_SALES_SUBSCRIPTION, 2025, 49600, 100 },
    { SOULS_METRIC_SALES_AWS, 2025, 128700, 100 },
    { SOULS_METRIC_MARGIN_STORES, 2022, -0.024, 0.001 },
    { SOULS_METRIC_MARGIN_STORES, 2025, 0.058, 0.001 },
    { SOULS_METRIC_PROFIT_FIRST_PARTY, 2014, 2700, 100 },
    { SOULS_METRIC_PROFIT_FIRST_PARTY, 2025, -17500, 100 },
    { SOULS_METRIC_PROFIT_THIRD_PARTY, 2025, 42600, 100 },
    { SOULS_METRIC_CASH_CYCLE, 2014, -24, 1 },
    { SOULS_METRIC_CASH_CYCLE, 2020, -53, 1 },
    { SOULS_METRIC_CASH_CYCLE, 2022, -27, 1 },
    { SOULS_METRIC_CASH_CYCLE, 2025, -51, 1 },
    { SOULS_METRIC_FLOAT, 2020, 24200, 100 },
    { SOULS_METRIC_FLOAT, 2023, 0, 2000 },    /* "about zero", in billions */
    { SOULS_METRIC_TAKE_RATE, 2014, 0.188, 0.001 },
    { SOULS_METRIC_TAKE_RATE, 2025, 0.302, 0.001 },
    { SOULS_METRIC_SELLER_KEEPS, 2014, 0.79, 0.01 },
    { SOULS_METRIC_SELLER_KEEPS, 2025, 0.58, 0.01 },
    { SOULS_METRIC_MARGIN_AWS, 2023, 0.271, 0.001 },
    { SOULS_METRIC_MARGIN_AWS, 2024, 0.370, 0.001 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_test_message ("%s, %d", souls_metric_info (rows[i].metric)->id, rows[i].year);
      g_assert_cmpfloat_with_epsilon (at (rows[i].metric, rows[i].year), rows[i].claimed, rows[i].unit / 2);
    }
}

static gboolean
is_year_of_loss (int year)
{
  return year == 2014 || year == 2017 || year == 2022;
}

/* Without AWS a loss in three years and a profit in nine; in those three AWS earned more than all of the profit. */
static void
test_years_of_loss (void)
{
  double least = 1, greatest = 0;

  for (int year = FIXTURE_FIRST_YEAR; year <= FIXTURE_LAST_YEAR; year++)
    {
      const double share = at (SOULS_METRIC_AWS_SHARE_OF_PROFIT, year);

      g_assert_cmpint (at (SOULS_METRIC_WITHOUT_AWS, year) < 0, ==, is_year_of_loss (year));
      g_assert_cmpint (share > 1, ==, is_year_of_loss (year));
      g_assert_cmpfloat (share, >, 0.5);
      if (!is_year_of_loss (year))
        {
          least = MIN (least, share);
          greatest = MAX (greatest, share);
        }
    }
  g_assert_cmpfloat_with_epsilon (least, 0.57, 0.005);
  g_assert_cmpfloat_with_epsilon (greatest, 0.745, 0.0005);
}

/* −2.4 % and 5.8 % are the ends of the stores' margins. */
static void
test_stores_margins (void)
{
  for (int year = FIXTURE_FIRST_YEAR; year <= FIXTURE_LAST_YEAR; year++)
    {
      g_assert_cmpfloat (at (SOULS_METRIC_MARGIN_STORES, year), >=, at (SOULS_METRIC_MARGIN_STORES, 2022));
      g_assert_cmpfloat (at (SOULS_METRIC_MARGIN_STORES, year), <=, at (SOULS_METRIC_MARGIN_STORES, 2025));
    }
}

/* Seller services earned more than any other line of the stores in 2025. */
static void
test_best_line (void)
{
  const double sellers = at (SOULS_METRIC_PROFIT_THIRD_PARTY, 2025);
  const SoulsMetric others[] = {
    SOULS_METRIC_PROFIT_FIRST_PARTY, SOULS_METRIC_PROFIT_ADVERTISING, SOULS_METRIC_PROFIT_SUBSCRIPTION,
    SOULS_METRIC_PROFIT_OTHER,
  };

  for (gsize i = 0; i < G_N_ELEMENTS (others); i++)
    g_assert_cmpfloat (at (others[i], 2025), <, sellers);
}

static void
test_parts (void)
{
  const SoulsCalibration *now = fixture_calibration (2025);
  const SoulsCalibration *then = fixture_calibration (2014);
  const double own = at (SOULS_METRIC_SALES_ONLINE, 2025) + at (SOULS_METRIC_SALES_PHYSICAL, 2025);
  const double *figure = now->figures.value;

  g_assert_cmpfloat_with_epsilon (own, 291800, 50);
  g_assert_cmpfloat_with_epsilon (then->beliefs.value[SOULS_BELIEF_THIRD_PARTY_SHARE], 0.49, 0.005);
  g_assert_cmpfloat_with_epsilon (now->beliefs.value[SOULS_BELIEF_THIRD_PARTY_SHARE], 0.69, 0.005);
  g_assert_cmpfloat_with_epsilon (now->beliefs.value[SOULS_BELIEF_REFERRAL_RATE], 0.12, 0.005);
  g_assert_cmpfloat_with_epsilon (figure[SOULS_FIGURE_ADDITIONS_AWS] / figure[SOULS_FIGURE_ADDITIONS_TOTAL], 0.68, 0.005);
}

/* The advertising margin at which the stores, had they no advertising profit, would break even in 2025. */
static void
test_advertising_margin (void)
{
  const double margin = at (SOULS_METRIC_INCOME_STORES, 2025) / at (SOULS_METRIC_SALES_ADVERTISING, 2025);

  g_assert_cmpfloat_with_epsilon (margin, 0.501, 0.0005);
}

/* "Sales fall, profit rises": more sellers' goods lower net sales, and the stores earn more. */
static void
test_seller_mix (void)
{
  for (int year = FIXTURE_FIRST_YEAR; year <= FIXTURE_LAST_YEAR; year++)
    {
      FixtureScenario scenario;
      SoulsResults base, moved;

      fixture_baseline (year, &scenario);
      fixture_run (&scenario, &base);
      scenario.drivers.target[SOULS_DRIVER_THIRD_PARTY_SHARE] += 0.05;
      fixture_run (&scenario, &moved);
      g_assert_cmpfloat (moved.value[SOULS_METRIC_SALES_TOTAL][5], <, base.value[SOULS_METRIC_SALES_TOTAL][5]);
      if (year == FIXTURE_LAST_YEAR)
        g_assert_cmpfloat (moved.value[SOULS_METRIC_INCOME_STORES][5], >, base.value[SOULS_METRIC_INCOME_STORES][5]);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/claims/figures", test_figures);
  g_test_add_func ("/model/claims/years-of-loss", test_years_of_loss);
  g_test_add_func ("/model/claims/stores-margins", test_stores_margins);
  g_test_add_func ("/model/claims/best-line", test_best_line);
  g_test_add_func ("/model/claims/parts", test_parts);
  g_test_add_func ("/model/claims/advertising-margin", test_advertising_margin);
  g_test_add_func ("/model/claims/seller-mix", test_seller_mix);
  return g_test_run ();
}
