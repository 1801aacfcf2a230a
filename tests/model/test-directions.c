/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>
#include <string.h>

#include "fixture.h"

#define N_POINTS 17
#define N_DRAWS 2000

typedef enum
{
  DOWN = -1,
  STILL = 0,
  UP = 1,
} Direction;

/* What a metric does in a year while one slider goes from end to end, the others at baseline. */
typedef struct
{
  SoulsDriver driver;
  SoulsMetric metric;
  int t;
  Direction direction;
  int first_year;            /* base years from here on; 0: all; negative: up to there */
  SoulsRung rung;
  struct
  {
    SoulsDriver driver;
    double by;               /* moved first, in the model's unit */
  } first;
} Row;

#define D(name) SOULS_DRIVER_##name
#define M(name) SOULS_METRIC_##name
#define NOTHING { SOULS_N_DRIVERS, 0 }

static const Row table[] = {
  { D (GMV_GROWTH), M (GMV), 1, UP, 0, 0, NOTHING },
  { D (GMV_GROWTH), M (SALES_TOTAL), 5, UP, 0, 0, NOTHING },
  { D (GMV_GROWTH), M (SALES_AWS), 5, STILL, 0, 0, NOTHING },
  { D (PRODUCT_MARGIN), M (INCOME_STORES), 3, UP, 0, 0, NOTHING },
  { D (PRODUCT_MARGIN), M (GMV), 3, STILL, 0, 0, NOTHING },
  { D (PRODUCT_MARGIN), M (GMV), 3, DOWN, 0, 0, { D (PRICE_RESPONSE), 1 } },
  { D (HANDLING_COST), M (INCOME_STORES), 3, DOWN, 0, 0, NOTHING },
  { D (HANDLING_COST), M (SALES_TOTAL), 3, STILL, 0, 0, NOTHING },
  { D (PHYSICAL_GROWTH), M (SALES_PHYSICAL), 2, UP, 2017, 0, NOTHING },
  { D (PHYSICAL_GROWTH), M (SALES_PHYSICAL), 2, STILL, -2016, 0, NOTHING },
  { D (THIRD_PARTY_SHARE), M (SALES_TOTAL), 3, DOWN, 0, 0, NOTHING },
  { D (THIRD_PARTY_SHARE), M (SALES_THIRD_PARTY), 3, UP, 0, 0, NOTHING },
  { D (THIRD_PARTY_SHARE), M (GMV), 3, STILL, 0, 0, NOTHING },
  { D (THIRD_PARTY_SHARE), M (GMV), 3, UP, 0, 0, { D (SELECTION_RESPONSE), 1 } },
  { D (REFERRAL_RATE), M (INCOME_STORES), 3, UP, 0, 0, NOTHING },
  { D (REFERRAL_RATE), M (SELLER_KEEPS), 3, DOWN, 0, 0, NOTHING },
  { D (REFERRAL_RATE), M (GMV), 3, DOWN, 0, 0, { D (PRICE_RESPONSE), 1 } },
  { D (FBA_SHARE), M (FBA_GMV), 3, UP, 0, 0, NOTHING },
  { D (FBA_SHARE), M (TAKE_RATE), 3, UP, 0, 0, NOTHING },
  { D (FBA_SHARE), M (INCOME_STORES), 3, DOWN, 0, 0, NOTHING },
  { D (FBA_FEE), M (TAKE_RATE), 3, UP, 0, 0, NOTHING },
  { D (FBA_FEE), M (INCOME_STORES), 3, UP, 0, 0, NOTHING },
  { D (AD_RATE), M (INCOME_STORES), 3, UP, 0, 0, NOTHING },
  { D (AD_RATE), M (SELLER_KEEPS), 3, DOWN, 0, 0, NOTHING },
  { D (AD_MARGIN), M (INCOME_STORES), 3, UP, 0, 0, NOTHING },
  { D (AD_MARGIN), M (SALES_TOTAL), 3, STILL, 0, 0, NOTHING },
  { D (SUBSCRIPTION_GROWTH), M (SALES_SUBSCRIPTION), 2, UP, 0, 0, NOTHING },
  { D (CONTENT_COST), M (INCOME_STORES), 3, DOWN, 0, 0, NOTHING },
  { D (OVERHEAD_RATE), M (INCOME_STORES), 3, DOWN, 0, 0, NOTHING },
  { D (OVERHEAD_RATE), M (FREE_CASH_FLOW), 3, DOWN, 0, 0, NOTHING },
  { D (INTERNATIONAL_GROWTH_GAP), M (SALES_INTERNATIONAL), 2, UP, 0, 0, NOTHING },
  { D (INTERNATIONAL_GROWTH_GAP), M (SALES_NORTH_AMERICA), 2, DOWN, 0, 0, NOTHING },
  { D (INTERNATIONAL_GROWTH_GAP), M (SALES_TOTAL), 2, STILL, 0, 0, NOTHING },
  { D (INTERNATIONAL_MARGIN_GAP), M (INCOME_NORTH_AMERICA), 3, UP, 0, 0, NOTHING },
  { D (INTERNATIONAL_MARGIN_GAP), M (INCOME_INTERNATIONAL), 3, DOWN, 0, 0, NOTHING },
  { D (INTERNATIONAL_MARGIN_GAP), M (INCOME_TOTAL), 3, STILL, 0, 0, NOTHING },
  { D (AWS_GROWTH), M (SALES_AWS), 1, UP, 0, 0, NOTHING },
  { D (AWS_GROWTH), M (AWS_SHARE_OF_SALES), 5, UP, 0, 0, NOTHING },
  { D (AWS_GROWTH), M (WITHOUT_AWS), 5, STILL, 0, 0, NOTHING },
  { D (AWS_GROWTH), M (WITHOUT_AWS), 1, DOWN, 0, SOULS_RUNG_STRANDED, NOTHING },
  { D (AWS_MARGIN), M (INCOME_AWS), 3, UP, 0, 0, NOTHING },
  { D (AWS_MARGIN), M (WITHOUT_AWS), 3, STILL, 0, SOULS_RUNG_ONE_TIME, NOTHING },
  { D (AWS_ENTERPRISE_SHARE), M (INCOME_AWS), 3, DOWN, 0, 0, NOTHING },
  { D (AWS_CAPEX_SURGE), M (FREE_CASH_FLOW), 1, DOWN, 0, 0, NOTHING },
  { D (AWS_CAPEX_SURGE), M (INCOME_AWS), 2, DOWN, 0, 0, NOTHING },
  { D (AWS_CAPEX_SURGE), M (SALES_AWS), 5, STILL, 0, 0, NOTHING },
  { D (AWS_USEFUL_LIFE), M (INCOME_AWS), 3, UP, 0, 0, NOTHING },
  { D (AWS_USEFUL_LIFE), M (FREE_CASH_FLOW), 3, UP, 0, 0, NOTHING },
  { D (GROWTH_FADE), M (GMV), 5, DOWN, 2019, 0, { D (GMV_GROWTH), 0.05 } },
  { D (GROWTH_FADE), M (GMV), 1, STILL, 0, 0, NOTHING },
  { D (TERMINAL_GROWTH), M (SALES_TOTAL), 5, UP, 0, 0, NOTHING },
  { D (TERMINAL_GROWTH), M (SALES_TOTAL), 1, STILL, 0, 0, NOTHING },
  { D (STRANDED_SHARE), M (WITHOUT_AWS), 1, DOWN, 0, SOULS_RUNG_STRANDED, NOTHING },
  { D (STRANDED_SHARE), M (WITHOUT_AWS), 0, DOWN, 0, SOULS_RUNG_STRANDED, NOTHING },
  { D (STRANDED_SHARE), M (FREE_CASH_FLOW_WITHOUT_AWS), 1, DOWN, 0, SOULS_RUNG_STRANDED, NOTHING },
  { D (STRANDED_SHARE), M (WITHOUT_AWS), 4, STILL, 0, SOULS_RUNG_STRANDED, NOTHING },
  { D (STRANDED_YEARS), M (WITHOUT_AWS), 2, DOWN, 0, SOULS_RUNG_STRANDED, NOTHING },
  { D (STRANDED_YEARS), M (WITHOUT_AWS), 1, STILL, 0, SOULS_RUNG_STRANDED, NOTHING },
  { D (COMPUTE_MARKUP), M (WITHOUT_AWS), 3, DOWN, 0, SOULS_RUNG_TRANSFER_PRICE, NOTHING },
  { D (COMPUTE_MARKUP), M (WITHOUT_AWS), 3, STILL, 0, SOULS_RUNG_STRANDED, NOTHING },
  { D (DISSYNERGY_RATE), M (WITHOUT_AWS), 3, DOWN, 0, SOULS_RUNG_DISSYNERGIES, NOTHING },
  { D (DISSYNERGY_RATE), M (WITHOUT_AWS), 3, STILL, 0, SOULS_RUNG_TRANSFER_PRICE, NOTHING },
  { D (ONE_TIME_COST), M (WITHOUT_AWS), 1, DOWN, 0, SOULS_RUNG_ONE_TIME, NOTHING },
  { D (ONE_TIME_COST), M (WITHOUT_AWS), 0, STILL, 0, SOULS_RUNG_ONE_TIME, NOTHING },
  { D (ONE_TIME_COST), M (WITHOUT_AWS), 2, STILL, 0, SOULS_RUNG_ONE_TIME, NOTHING },
  { D (PRICE_RESPONSE), M (GMV), 3, UP, 0, 0, { D (PRODUCT_MARGIN), -0.05 } },
  { D (PRICE_RESPONSE), M (GMV), 3, DOWN, 0, 0, { D (PRODUCT_MARGIN), 0.05 } },
  { D (PRICE_RESPONSE), M (GMV), 3, STILL, 0, 0, NOTHING },
  { D (SELECTION_RESPONSE), M (GMV), 3, UP, 0, 0, { D (THIRD_PARTY_SHARE), 0.05 } },
  { D (SELECTION_RESPONSE), M (GMV), 3, DOWN, 0, 0, { D (THIRD_PARTY_SHARE), -0.05 } },
  { D (SELECTION_RESPONSE), M (GMV), 3, STILL, 0, 0, NOTHING },
  { D (REINVESTMENT), M (PRICE_INVESTMENT), 1, UP, 2023, 0, NOTHING },
  { D (REINVESTMENT), M (INCOME_STORES), 1, DOWN, 2023, 0, NOTHING },
  { D (REINVESTMENT), M (GMV), 3, STILL, 0, 0, NOTHING },
  { D (REINVESTMENT), M (GMV), 1, UP, 2023, 0, { D (PRICE_RESPONSE), 1 } },
  { D (SATURATION), M (GMV), 2, DOWN, 2019, 0, { D (GMV_GROWTH), 0.05 } },
  { D (SATURATION), M (GMV), 1, STILL, 0, 0, NOTHING },
  { D (INVENTORY_DAYS), M (FLOAT), 3, DOWN, 0, 0, NOTHING },
  { D (INVENTORY_DAYS), M (CASH_CYCLE), 3, UP, 0, 0, NOTHING },
  { D (RECEIVABLE_DAYS), M (FLOAT), 3, DOWN, 0, 0, NOTHING },
  { D (RECEIVABLE_DAYS), M (CASH_CYCLE), 3, UP, 0, 0, NOTHING },
  { D (PAYABLE_DAYS), M (FLOAT), 3, UP, 0, 0, NOTHING },
  { D (PAYABLE_DAYS), M (CASH_CYCLE), 3, DOWN, 0, 0, NOTHING },
  { D (STORES_CAPEX_RATE), M (FREE_CASH_FLOW), 3, DOWN, 0, 0, NOTHING },
  { D (STORES_CAPEX_RATE), M (INCOME_TOTAL), 3, STILL, 0, 0, NOTHING },
  { D (TAX_RATE), M (FREE_CASH_FLOW), 3, DOWN, 2015, 0, NOTHING },
  { D (TAX_RATE), M (INCOME_TOTAL), 3, STILL, 0, 0, NOTHING },
};

static gboolean
applies (const Row *row,
         int        year)
{
  return row->first_year >= 0 ? year >= row->first_year : year <= -row->first_year;
}

static double
value_at (FixtureScenario *scenario,
          const Row       *row,
          double           part)
{
  const SoulsCalibration *c = scenario->c;
  SoulsResults results;

  scenario->drivers.target[row->driver] = c->min[row->driver] + part * (c->max[row->driver] - c->min[row->driver]);
  fixture_run (scenario, &results);
  return results.value[row->metric][row->t];
}

static void
check_step (const FixtureScenario *scenario,
            const Row             *row,
            double                 before,
            double                 after)
{
  const double noise = 1e-12 * MAX (1, fabs (before));
  const double change = after - before;

  if (row->direction == STILL ? fabs (change) > noise : !(change * row->direction > noise))
    g_error ("%s, t = %d: %.17g, then %.17g, in %s", souls_metric_info (row->metric)->id, row->t, before, after,
             fixture_describe (scenario));
}

static void
check_row (const Row *row,
           int        year)
{
  FixtureScenario scenario;
  double before;

  fixture_baseline (year, &scenario);
  scenario.settings.rung = row->rung;
  if (row->first.driver < SOULS_N_DRIVERS)
    scenario.drivers.target[row->first.driver] += row->first.by;
  before = value_at (&scenario, row, 0);
  for (int i = 1; i < N_POINTS; i++)
    {
      const double after = value_at (&scenario, row, i / (N_POINTS - 1.0));

      check_step (&scenario, row, before, after);
      before = after;
    }
}

static void
test_directions (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (table); i++)
    {
      int years = 0;

      for (int year = FIXTURE_FIRST_YEAR; year <= FIXTURE_LAST_YEAR; year++)
        if (applies (&table[i], year))
          {
            check_row (&table[i], year);
            years++;
          }
      g_assert_cmpint (years, >, 0);
    }
}

static void
test_coverage (void)
{
  for (int driver = 0; driver < SOULS_N_DRIVERS; driver++)
    {
      int moving = 0;

      for (gsize i = 0; i < G_N_ELEMENTS (table); i++)
        moving += table[i].driver == (SoulsDriver) driver && table[i].direction != STILL;
      if (moving == 0)
        g_error ("no row says what %s does", souls_driver_info ((SoulsDriver) driver)->id);
    }
}

/* Each rung strictly below the one before at the baseline, until the stranded costs are gone and after the first year. */
static void
test_ladder (void)
{
  for (int year = FIXTURE_FIRST_YEAR; year <= FIXTURE_LAST_YEAR; year++)
    {
      FixtureScenario scenario;
      SoulsResults r;

      fixture_baseline (year, &scenario);
      fixture_run (&scenario, &r);
      for (int rung = 1; rung < SOULS_N_RUNGS; rung++)
        g_assert_cmpfloat (r.value[souls_rung_metric ((SoulsRung) rung)][1], <,
                           r.value[souls_rung_metric ((SoulsRung) (rung - 1))][1]);
    }
}

/* The answers: everything but the meanings of "without AWS" that are not the scenario's. */
static gboolean
is_answer (SoulsMetric metric)
{
  return metric < SOULS_METRIC_WITHOUT_AWS_ARITHMETIC || metric > SOULS_METRIC_WITHOUT_AWS_ONE_TIME;
}

static gboolean
answers_differ (const SoulsResults *a,
                const SoulsResults *b)
{
  for (int i = 0; i < SOULS_N_METRICS; i++)
    for (int t = 0; t <= a->horizon && is_answer ((SoulsMetric) i); t++)
      {
        const double x = a->value[i][t];
        const double y = b->value[i][t];

        if (isnan (x) != isnan (y) || (!isnan (x) && fabs (x - y) > 1e-9 * MAX (1, fabs (x))))
          return TRUE;
      }
  return FALSE;
}

/* Whether the slider changes any answer anywhere on its range. */
static gboolean
has_effect (const FixtureScenario *scenario,
            SoulsDriver            driver)
{
  const SoulsCalibration *c = scenario->c;
  FixtureScenario moved = *scenario;
  SoulsResults before;
  SoulsResults after;

  fixture_run (scenario, &before);
  for (int i = 0; i <= 4; i++)
    {
      moved.drivers.target[driver] = c->min[driver] + i * (c->max[driver] - c->min[driver]) / 4;
      fixture_run (&moved, &after);
      if (answers_differ (&before, &after))
        return TRUE;
    }
  return FALSE;
}

/* What is said to do nothing does nothing, wherever the other sliders stand. */
static void
test_reasons (void)
{
  g_autoptr (GRand) source = g_rand_new_with_seed (9);
  int reasons = 0;

  for (int n = 0; n < N_DRAWS; n++)
    {
      FixtureScenario scenario;

      fixture_draw (source, &scenario);
      for (int i = 0; i < SOULS_N_DRIVERS; i++)
        {
          const char *reason = souls_driver_without_effect (scenario.c, &scenario.settings, &scenario.drivers, (SoulsDriver) i);

          if (reason == NULL)
            continue;
          reasons++;
          if (has_effect (&scenario, (SoulsDriver) i))
            g_error ("%s has an effect: “%s”, in %s", souls_driver_info ((SoulsDriver) i)->id, reason,
                     fixture_describe (&scenario));
        }
    }
  g_assert_cmpint (reasons, >, N_DRAWS);
}

/* What does nothing says so: at the baseline of every year, on every rung, over short and long horizons. */
static void
check_effects (int       year,
               SoulsRung rung,
               int       horizon)
{
  FixtureScenario scenario;

  fixture_baseline (year, &scenario);
  scenario.settings.rung = rung;
  scenario.settings.horizon = horizon;
  for (int i = 0; i < SOULS_N_DRIVERS; i++)
    {
      const char *reason = souls_driver_without_effect (scenario.c, &scenario.settings, &scenario.drivers, (SoulsDriver) i);

      if (reason == NULL && !has_effect (&scenario, (SoulsDriver) i))
        g_error ("%s does nothing and does not say why, in %s", souls_driver_info ((SoulsDriver) i)->id,
                 fixture_describe (&scenario));
    }
}

static void
test_effects (void)
{
  const int horizons[] = { 1, 2, 10, SOULS_MAX_HORIZON };

  for (int year = FIXTURE_FIRST_YEAR; year <= FIXTURE_LAST_YEAR; year++)
    for (int rung = 0; rung < SOULS_N_RUNGS; rung++)
      for (gsize i = 0; i < G_N_ELEMENTS (horizons); i++)
        check_effects (year, (SoulsRung) rung, horizons[i]);
}

/* Each reason appears, and goes away by what it asks for. */
static void
test_reasons_go_away (void)
{
  const struct
  {
    SoulsDriver driver;
    SoulsRung rung;
    SoulsDriver by;
  } rows[] = {
    { D (PRICE_RESPONSE), 0, D (PRODUCT_MARGIN) },
    { D (PRICE_RESPONSE), 0, D (REFERRAL_RATE) },
    { D (PRICE_RESPONSE), 0, D (FBA_FEE) },
    { D (PRICE_RESPONSE), 0, D (REINVESTMENT) },
    { D (SELECTION_RESPONSE), 0, D (THIRD_PARTY_SHARE) },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      FixtureScenario scenario;

      fixture_baseline (2025, &scenario);
      g_assert_nonnull (souls_driver_without_effect (scenario.c, &scenario.settings, &scenario.drivers, rows[i].driver));
      g_assert_false (has_effect (&scenario, rows[i].driver));
      scenario.drivers.target[rows[i].by] += 0.05;
      g_assert_null (souls_driver_without_effect (scenario.c, &scenario.settings, &scenario.drivers, rows[i].driver));
      g_assert_true (has_effect (&scenario, rows[i].driver));
    }
}

/* In fiscal 2022 the stores lost money and cash, so that there is nothing to put into prices until they earn some. */
static void
test_no_means (void)
{
  FixtureScenario scenario;

  fixture_baseline (2022, &scenario);
  g_assert_nonnull (souls_driver_without_effect (scenario.c, &scenario.settings, &scenario.drivers, D (REINVESTMENT)));
  scenario.drivers.target[D (REINVESTMENT)] = 1;
  g_assert_nonnull (souls_driver_without_effect (scenario.c, &scenario.settings, &scenario.drivers, D (PRICE_RESPONSE)));
  scenario.drivers.target[D (HANDLING_COST)] -= 0.05;
  g_assert_null (souls_driver_without_effect (scenario.c, &scenario.settings, &scenario.drivers, D (REINVESTMENT)));
  g_assert_null (souls_driver_without_effect (scenario.c, &scenario.settings, &scenario.drivers, D (PRICE_RESPONSE)));
  g_assert_true (has_effect (&scenario, D (REINVESTMENT)));
  g_assert_true (has_effect (&scenario, D (PRICE_RESPONSE)));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/directions/table", test_directions);
  g_test_add_func ("/model/directions/every-driver-has-a-row", test_coverage);
  g_test_add_func ("/model/directions/ladder", test_ladder);
  g_test_add_func ("/model/effects/reasons-are-true", test_reasons);
  g_test_add_func ("/model/effects/none-without-a-reason", test_effects);
  g_test_add_func ("/model/effects/reasons-go-away", test_reasons_go_away);
  g_test_add_func ("/model/effects/no-means", test_no_means);
  return g_test_run ();
}
