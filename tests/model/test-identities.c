/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>
#include <string.h>

#include "fixture.h"

#define N_DRAWS 10000

#define AT(metric) (r->value[SOULS_METRIC_##metric][t])

typedef void (*Check) (const FixtureScenario *scenario,
                       const SoulsResults    *results,
                       GRand                 *source);

/* A statement of the model page that holds for every scenario, in every year of it. */
typedef struct
{
  const char *path;
  Check check;
} Identity;

static void
check_sums (const FixtureScenario *scenario,
            const SoulsResults    *r,
            GRand                 *source)
{
  for (int t = 0; t <= r->horizon; t++)
    {
      const double size = AT (SALES_TOTAL);
      const double lines = AT (PROFIT_FIRST_PARTY) + AT (PROFIT_THIRD_PARTY) + AT (PROFIT_ADVERTISING) +
                           AT (PROFIT_SUBSCRIPTION) + AT (PROFIT_OTHER) + AT (PROFIT_OVERHEAD);
      const double sales = AT (SALES_ONLINE) + AT (SALES_PHYSICAL) + AT (SALES_THIRD_PARTY) + AT (SALES_ADVERTISING) +
                           AT (SALES_SUBSCRIPTION) + AT (SALES_OTHER);

      fixture_assert_near ("six profit lines", lines, AT (INCOME_STORES), size, scenario);
      fixture_assert_near ("stores and AWS", AT (INCOME_STORES) + AT (INCOME_AWS), AT (INCOME_TOTAL), size, scenario);
      fixture_assert_near ("six lines of sales", sales, AT (SALES_STORES), size, scenario);
      fixture_assert_near ("seven lines of sales", sales + AT (SALES_AWS), size, size, scenario);
      fixture_assert_near ("sales of the regions", AT (SALES_NORTH_AMERICA) + AT (SALES_INTERNATIONAL),
                           AT (SALES_STORES), size, scenario);
      fixture_assert_near ("income of the regions", AT (INCOME_NORTH_AMERICA) + AT (INCOME_INTERNATIONAL),
                           AT (INCOME_STORES), size, scenario);
    }
}

/* No driver moves what the filing says; those of "without AWS" count in the base year too. */
static void
check_base_year (const FixtureScenario *scenario,
                 const SoulsResults    *r,
                 GRand                 *source)
{
  FixtureScenario baseline;
  SoulsResults plain;

  fixture_baseline (scenario->c->year, &baseline);
  baseline.settings = scenario->settings;
  fixture_run (&baseline, &plain);
  for (int i = 0; i < SOULS_N_METRICS; i++)
    if (!fixture_is_rung ((SoulsMetric) i) && !fixture_is_same (r->value[i][0], plain.value[i][0]))
      g_error ("%s moves in the base year, in %s", souls_metric_info ((SoulsMetric) i)->id, fixture_describe (scenario));
}

static void
check_rungs (const FixtureScenario *scenario,
             const SoulsResults    *r,
             GRand                 *source)
{
  for (int t = 0; t <= r->horizon; t++)
    {
      fixture_assert_near ("arithmetic", AT (WITHOUT_AWS_ARITHMETIC), AT (INCOME_NORTH_AMERICA) + AT (INCOME_INTERNATIONAL),
                           AT (SALES_TOTAL), scenario);
      for (int rung = 1; rung < SOULS_N_RUNGS; rung++)
        g_assert_cmpfloat (r->value[souls_rung_metric ((SoulsRung) rung)][t], <=,
                           r->value[souls_rung_metric ((SoulsRung) (rung - 1))][t]);
      g_assert_cmpfloat (AT (WITHOUT_AWS), ==, r->value[souls_rung_metric (scenario->settings.rung)][t]);
    }
  g_assert_cmpfloat (r->value[SOULS_METRIC_WITHOUT_AWS_ONE_TIME][0], ==, r->value[SOULS_METRIC_WITHOUT_AWS_DISSYNERGIES][0]);
}

static void
check_prefix (const FixtureScenario *scenario,
              const SoulsResults    *r,
              GRand                 *source)
{
  FixtureScenario longer = *scenario;
  SoulsResults more;

  longer.settings.horizon = MIN (SOULS_MAX_HORIZON, scenario->settings.horizon + 1);
  fixture_run (&longer, &more);
  for (int i = 0; i < SOULS_N_SERIES; i++)
    for (int t = 0; t <= r->horizon; t++)
      if (!fixture_is_same (r->value[i][t], more.value[i][t]))
        g_error ("%s, t = %d, hangs on the horizon, in %s", souls_metric_info ((SoulsMetric) i)->id, t,
                 fixture_describe (scenario));
}

static void
scale_money (FixtureYear *year,
             double       factor)
{
  for (int i = 0; i < SOULS_N_FIGURES; i++)
    {
      year->figures.value[i] *= factor;
      year->previous.value[i] *= factor;
    }
  year->beliefs.value[SOULS_BELIEF_INFRASTRUCTURE] *= factor;
  year->beliefs.value[SOULS_BELIEF_ONE_OFF] *= factor;
  year->beliefs.value[SOULS_BELIEF_VIDEO] *= factor;
}

/* The same company in another currency. */
static void
check_scale (const FixtureScenario *scenario,
             const SoulsResults    *r,
             GRand                 *source)
{
  const double factor = g_rand_double_range (source, 0.05, 20);
  FixtureYear year = *fixture_year (scenario->c->year);
  FixtureScenario scaled = *scenario;
  SoulsCalibration c;
  SoulsResults other;

  scale_money (&year, factor);
  g_assert_true (souls_calibrate (&year.figures, &year.previous, &year.beliefs, &c, NULL));
  scaled.c = &c;
  scaled.drivers.target[SOULS_DRIVER_ONE_TIME_COST] *= factor;
  fixture_run (&scaled, &other);
  for (int i = 0; i < SOULS_N_METRICS; i++)
    for (int t = 0; t <= r->horizon; t++)
      {
        const gboolean money = souls_metric_info ((SoulsMetric) i)->unit == SOULS_UNIT_MONEY;
        const double expected = r->value[i][t] * (money ? factor : 1);
        const double size = MAX (fabs (expected), money ? 1e-3 * factor * AT (SALES_TOTAL) : 1);

        if (!isnan (expected) || !isnan (other.value[i][t]))
          fixture_assert_near (souls_metric_info ((SoulsMetric) i)->id, other.value[i][t], expected, size, scenario);
      }
}

/* Once everything is phased in, merchandise value has forgotten how fast that went. */
static void
check_phase_in (const FixtureScenario *scenario,
                const SoulsResults    *r,
                GRand                 *source)
{
  FixtureScenario slow = *scenario;
  FixtureScenario fast;
  SoulsResults after_slow;
  SoulsResults after_fast;

  slow.settings.horizon = SOULS_MAX_PHASE_IN + 2;
  slow.drivers.target[SOULS_DRIVER_REINVESTMENT] = 0;
  slow.drivers.target[SOULS_DRIVER_SATURATION] = 0;
  fast = slow;
  fast.settings.phase_in = 1;
  fixture_run (&slow, &after_slow);
  fixture_run (&fast, &after_fast);
  for (int t = slow.settings.phase_in; t <= slow.settings.horizon; t++)
    fixture_assert_near ("gmv", after_slow.value[SOULS_METRIC_GMV][t], after_fast.value[SOULS_METRIC_GMV][t],
                         after_fast.value[SOULS_METRIC_GMV][t], scenario);
}

static void
check_gap (const FixtureScenario *scenario,
           const SoulsResults    *r,
           GRand                 *source)
{
  for (int t = 0; t <= r->horizon; t++)
    {
      const double gap = souls_driver_at (scenario->c, &scenario->settings, &scenario->drivers,
                                          SOULS_DRIVER_INTERNATIONAL_MARGIN_GAP, t);
      const double size = MAX (1, MAX (fabs (AT (MARGIN_NORTH_AMERICA)), fabs (AT (MARGIN_INTERNATIONAL))));

      fixture_assert_near ("gap", AT (MARGIN_NORTH_AMERICA) - AT (MARGIN_INTERNATIONAL), gap, size, scenario);
    }
}

/* The page's nulls, and no other. */
static gboolean
is_null_allowed (const SoulsResults *r,
                 SoulsMetric         metric,
                 int                 t)
{
  return (metric == SOULS_METRIC_AWS_SHARE_OF_PROFIT && AT (INCOME_TOTAL) <= 0) ||
         (metric == SOULS_METRIC_SELLER_KEEPS && AT (GMV_THIRD_PARTY) == 0);
}

static void
assert_share (const char            *what,
              double                 part,
              double                 whole,
              const FixtureScenario *scenario)
{
  if (!(part >= 0 && part <= whole * (1 + 1e-12)))
    g_error ("%s: %.17g of %.17g is no share, in %s", what, part, whole, fixture_describe (scenario));
}

static void
check_bounds (const FixtureScenario *scenario,
              const SoulsResults    *r,
              GRand                 *source)
{
  for (int t = 0; t <= r->horizon; t++)
    {
      g_assert_cmpfloat (AT (GMV), >, 0);
      g_assert_cmpfloat (AT (SALES_STORES), >, 0);
      assert_share ("third party", AT (GMV_THIRD_PARTY), AT (GMV), scenario);
      assert_share ("FBA", AT (FBA_GMV), AT (GMV_THIRD_PARTY), scenario);
      assert_share ("International", AT (SALES_INTERNATIONAL), AT (SALES_STORES), scenario);
      assert_share ("aws-share-of-sales", AT (AWS_SHARE_OF_SALES), 1, scenario);
      for (int i = 0; i < SOULS_N_SERIES; i++)
        {
          const double value = r->value[i][t];
          const gboolean expects_null = is_null_allowed (r, (SoulsMetric) i, t);

          if (isinf (value) || isnan (value) != expects_null)
            g_error ("%s, t = %d: %g, in %s", souls_metric_info ((SoulsMetric) i)->id, t, value, fixture_describe (scenario));
        }
    }
}

/* Nothing of one run stays for the next. */
static void
check_repeatable (const FixtureScenario *scenario,
                  const SoulsResults    *r,
                  GRand                 *source)
{
  FixtureScenario other;
  SoulsResults again;

  fixture_draw (source, &other);
  fixture_run (&other, &again);
  fixture_run (scenario, &again);
  for (int i = 0; i < SOULS_N_SERIES; i++)
    for (int t = 0; t <= r->horizon; t++)
      g_assert_true (fixture_is_same (r->value[i][t], again.value[i][t]));
}

static const Identity identities[] = {
  { "/model/identities/lines-sum", check_sums },
  { "/model/identities/base-year-stays", check_base_year },
  { "/model/identities/rungs-descend", check_rungs },
  { "/model/identities/horizon-is-a-prefix", check_prefix },
  { "/model/identities/money-scales", check_scale },
  { "/model/identities/phase-in-is-forgotten", check_phase_in },
  { "/model/identities/regional-gap", check_gap },
  { "/model/identities/bounds", check_bounds },
  { "/model/identities/repeatable", check_repeatable },
};

static void
test_identity (gconstpointer data)
{
  const Identity *identity = data;
  g_autoptr (GRand) source = g_rand_new_with_seed (g_str_hash (identity->path));

  for (int i = 0; i < N_DRAWS; i++)
    {
      FixtureScenario scenario;
      SoulsResults results;

      fixture_draw (source, &scenario);
      fixture_run (&scenario, &results);
      identity->check (&scenario, &results, source);
    }
}

static void
check_corner (FixtureScenario *scenario)
{
  SoulsResults results;

  fixture_run (scenario, &results);
  check_bounds (scenario, &results, NULL);
  check_sums (scenario, &results, NULL);
  check_rungs (scenario, &results, NULL);
}

/* Every driver alone at either end, and all of them at the same one. */
static void
test_corners (void)
{
  for (int year = FIXTURE_FIRST_YEAR; year <= FIXTURE_LAST_YEAR; year++)
    for (int end = 0; end < 2; end++)
      {
        const SoulsCalibration *c = fixture_calibration (year);
        const double *ends = end == 0 ? c->min : c->max;
        FixtureScenario scenario;

        for (int i = 0; i < SOULS_N_DRIVERS; i++)
          {
            fixture_baseline (year, &scenario);
            scenario.settings = (SoulsSettings) { SOULS_MAX_HORIZON, 1, SOULS_RUNG_ONE_TIME };
            scenario.drivers.target[i] = ends[i];
            check_corner (&scenario);
          }
        memcpy (scenario.drivers.target, ends, sizeof scenario.drivers.target);
        check_corner (&scenario);
      }
}

/* All drivers at ends of their own at once. */
static void
test_corners_at_random (void)
{
  g_autoptr (GRand) source = g_rand_new_with_seed (5);

  for (int n = 0; n < N_DRAWS; n++)
    {
      FixtureScenario scenario;

      fixture_baseline (FIXTURE_FIRST_YEAR + n % FIXTURE_N_YEARS, &scenario);
      scenario.settings = (SoulsSettings) { SOULS_MAX_HORIZON, g_rand_int_range (source, 1, SOULS_MAX_PHASE_IN + 1),
                                            (SoulsRung) g_rand_int_range (source, 0, SOULS_N_RUNGS) };
      for (int i = 0; i < SOULS_N_DRIVERS; i++)
        scenario.drivers.target[i] = g_rand_boolean (source) ? scenario.c->min[i] : scenario.c->max[i];
      check_corner (&scenario);
    }
}

static const SoulsMetric held[] = {
  SOULS_METRIC_TAKE_RATE, SOULS_METRIC_MARGIN_STORES, SOULS_METRIC_MARGIN_NORTH_AMERICA,
  SOULS_METRIC_MARGIN_INTERNATIONAL, SOULS_METRIC_MARGIN_AWS, SOULS_METRIC_MARGIN_TOTAL,
  SOULS_METRIC_AWS_SHARE_OF_SALES, SOULS_METRIC_AWS_SHARE_OF_PROFIT, SOULS_METRIC_CASH_CYCLE, SOULS_METRIC_SELLER_KEEPS,
};

static const SoulsDriver growths[] = {
  SOULS_DRIVER_GMV_GROWTH, SOULS_DRIVER_PHYSICAL_GROWTH, SOULS_DRIVER_SUBSCRIPTION_GROWTH, SOULS_DRIVER_AWS_GROWTH,
};

static void
calibrate_without_one_offs (int               year,
                            SoulsCalibration *c)
{
  FixtureYear inputs = *fixture_year (year);

  inputs.beliefs.value[SOULS_BELIEF_ONE_OFF] = 0;
  g_assert_true (souls_calibrate (&inputs.figures, &inputs.previous, &inputs.beliefs, c, NULL));
}

static void
assert_held (const FixtureScenario *scenario,
             const SoulsResults    *r,
             SoulsMetric            metric)
{
  const double base = r->value[metric][0];

  for (int t = 1; t <= r->horizon; t++)
    if (!isnan (base) || !isnan (r->value[metric][t]))
      fixture_assert_near (souls_metric_info (metric)->id, r->value[metric][t], base, MAX (fabs (base), 0.1), scenario);
}

/* Growing alike changes no margin, share, rate or number of days. */
static void
test_equal_growth (void)
{
  g_autoptr (GRand) source = g_rand_new_with_seed (51);

  for (int n = 0; n < N_DRAWS; n++)
    {
      const double rate = g_rand_double_range (source, -0.2, 0.5);
      FixtureScenario scenario;
      SoulsCalibration c;
      SoulsResults r;

      calibrate_without_one_offs (FIXTURE_FIRST_YEAR + n % FIXTURE_N_YEARS, &c);
      scenario = (FixtureScenario) { &c, { SOULS_MAX_HORIZON, g_rand_int_range (source, 1, 11), SOULS_RUNG_ARITHMETIC } };
      souls_drivers_reset (&scenario.drivers, &c);
      for (gsize i = 0; i < G_N_ELEMENTS (growths); i++)
        scenario.drivers.target[growths[i]] = rate;
      scenario.drivers.target[SOULS_DRIVER_GROWTH_FADE] = fixture_draw_driver (source, &c, SOULS_DRIVER_GROWTH_FADE);
      fixture_run (&scenario, &r);
      for (gsize i = 0; i < G_N_ELEMENTS (held); i++)
        assert_held (&scenario, &r, held[i]);
    }
}

static void
test_aws_margin_held (void)
{
  g_autoptr (GRand) source = g_rand_new_with_seed (52);

  for (int n = 0; n < N_DRAWS; n++)
    {
      FixtureScenario scenario;
      SoulsResults r;

      fixture_baseline (FIXTURE_FIRST_YEAR + n % FIXTURE_N_YEARS, &scenario);
      scenario.settings.horizon = SOULS_MAX_HORIZON;
      for (gsize i = 0; i < G_N_ELEMENTS (growths); i++)
        scenario.drivers.target[growths[i]] = fixture_draw_driver (source, scenario.c, growths[i]);
      fixture_run (&scenario, &r);
      assert_held (&scenario, &r, SOULS_METRIC_MARGIN_AWS);
    }
}

/* What a higher third-party share does, by the page's own formula. */
static void
check_share (const FixtureScenario *moved,
             const SoulsResults    *base,
             const SoulsResults    *r)
{
  const SoulsCalibration *c = moved->c;
  const double *belief = c->beliefs.value;
  const double by = moved->drivers.target[SOULS_DRIVER_THIRD_PARTY_SHARE] - belief[SOULS_BELIEF_THIRD_PARTY_SHARE];
  const double per_share = (c->take_rate - belief[SOULS_BELIEF_FBA_SHARE] * c->handling_cost) -
                           (c->product_margin / belief[SOULS_BELIEF_MERCHANDISE] - c->handling_cost);

  for (int t = 1; t <= r->horizon; t++)
    {
      g_assert_cmpfloat (AT (SALES_TOTAL), <, base->value[SOULS_METRIC_SALES_TOTAL][t]);
      g_assert_cmpfloat (AT (GMV), ==, base->value[SOULS_METRIC_GMV][t]);
      if (t >= moved->settings.phase_in)
        fixture_assert_near ("profit by share", AT (INCOME_STORES) - base->value[SOULS_METRIC_INCOME_STORES][t],
                             by * AT (GMV) * per_share, AT (SALES_TOTAL), moved);
    }
}

static void
test_share (void)
{
  g_autoptr (GRand) source = g_rand_new_with_seed (6);

  for (int n = 0; n < N_DRAWS; n++)
    {
      FixtureScenario scenario;
      SoulsResults base;
      SoulsResults moved;
      double *share = &scenario.drivers.target[SOULS_DRIVER_THIRD_PARTY_SHARE];

      fixture_baseline (FIXTURE_FIRST_YEAR + n % FIXTURE_N_YEARS, &scenario);
      scenario.settings.horizon = SOULS_MAX_HORIZON;
      scenario.settings.phase_in = g_rand_int_range (source, 1, SOULS_MAX_PHASE_IN + 1);
      fixture_run (&scenario, &base);
      *share = g_rand_double_range (source, *share + 0.01, scenario.c->max[SOULS_DRIVER_THIRD_PARTY_SHARE]);
      fixture_run (&scenario, &moved);
      check_share (&scenario, &base, &moved);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (identities); i++)
    g_test_add_data_func (identities[i].path, &identities[i], test_identity);
  g_test_add_func ("/model/identities/corners", test_corners);
  g_test_add_func ("/model/identities/corners-at-random", test_corners_at_random);
  g_test_add_func ("/model/identities/equal-growth-holds-margins", test_equal_growth);
  g_test_add_func ("/model/identities/aws-margin-holds", test_aws_margin_held);
  g_test_add_func ("/model/identities/third-party-share", test_share);
  return g_test_run ();
}
