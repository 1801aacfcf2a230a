/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "fixture.h"

#include <math.h>
#include <string.h>

#include "souls-chart-flows.h"
#include "souls-chart-routes.h"

static Stage stage;

static SoulsRoutes
compute (void)
{
  SoulsDraft draft = { .input = &stage.input };
  SoulsRoutes routes;

  g_assert_true (souls_routes_compute (&routes, &draft, SOULS_ORIGIN_SCENARIO));
  return routes;
}

static void
lay_out (SoulsScene *scene,
         double      width)
{
  SoulsChartFrame frame = { .width = width, .height = width * 0.75, .with_finding = TRUE };

  souls_chart_layout (SOULS_CHART_DISTRIBUTION, &stage.input, &frame, scene);
}

static double
get (SoulsMetric metric)
{
  return souls_chart_input_value (&stage.input, metric, stage.input.year);
}

static void
assert_same (double a,
             double b)
{
  g_assert_cmpfloat_with_epsilon (a, b, 1e-6 * MAX (fabs (b), 1.0));
}

/* What comes in goes out: the ways are the souls' sales, their profits what the souls earn. */
static void
check_sums (const SoulsRoutes *routes)
{
  double customers = 0.0;

  for (int i = 0; i < N_CUSTOMERS; i++)
    customers += souls_routes_reach (routes->sales, i);
  assert_same (customers, get (SOULS_METRIC_SALES_TOTAL));
  assert_same (souls_routes_through (routes->sales, SOUL_STORES), get (SOULS_METRIC_SALES_STORES));
  assert_same (souls_routes_through (routes->sales, SOUL_AWS), get (SOULS_METRIC_SALES_AWS));
  assert_same (souls_routes_through (routes->profit, SOUL_STORES) + get (SOULS_METRIC_PROFIT_OVERHEAD),
               get (SOULS_METRIC_INCOME_STORES));
  assert_same (souls_routes_through (routes->profit, SOUL_AWS), get (SOULS_METRIC_INCOME_AWS));
  assert_same (routes->sales[ROUTE_SELLER] + routes->sales[ROUTE_FBA],
               get (SOULS_METRIC_SALES_THIRD_PARTY));
  assert_same (routes->profit[ROUTE_SELLER] + routes->profit[ROUTE_FBA],
               get (SOULS_METRIC_PROFIT_THIRD_PARTY));
}

/* What is written adds up to what is written, and nothing that is reported is written otherwise. */
static void
check_printed (const SoulsRoutes *routes)
{
  double quantum = (routes->in_billions ? 1e3 : 1.0) / pow (10.0, routes->digits);
  const int reported[] = { ROUTE_STORES, ROUTE_SUBSCRIPTIONS, ROUTE_ADVERTISING, ROUTE_OTHER };
  double stores = souls_routes_through (routes->printed, SOUL_STORES);
  double aws = souls_routes_through (routes->printed, SOUL_AWS);

  assert_same (stores, round (get (SOULS_METRIC_SALES_STORES) / quantum) * quantum);
  assert_same (aws, round (get (SOULS_METRIC_SALES_AWS) / quantum) * quantum);
  assert_same (routes->printed_income[CUSTOMER_DEVELOPERS] + routes->printed_income[CUSTOMER_ENTERPRISES],
               round (get (SOULS_METRIC_INCOME_AWS) / quantum) * quantum);
  for (int i = 0; i < N_ROUTES; i++)
    g_assert_cmpfloat (fabs (routes->printed[i] - routes->sales[i]), <=, 3.5 * quantum);
  if (routes->sales[ROUTE_FBA] > 10.0 * quantum)
    for (guint i = 0; i < G_N_ELEMENTS (reported); i++)
      g_assert_cmpfloat (fabs (routes->printed[reported[i]] - routes->sales[reported[i]]), <=,
                         0.5 * quantum + 1e-6);
}

static void
test_sums (void)
{
  for (int base = stage_first_year (); base <= stage_last_year (); base++)
    for (int mood = 0; mood < N_MOODS; mood++)
      for (int year = stage_first_year (); year <= base + 10; year += year < base ? 1 : 3)
        {
          SoulsRoutes routes;

          stage_set (&stage, base, 10, SOULS_RUNG_ARITHMETIC, (Mood) mood, year);
          routes = compute ();
          check_sums (&routes);
          check_printed (&routes);
        }
}

/* Section 4 of the model: moving AWS's sales from self-service to the sales force costs ce − cs of them, and so do the
 * margins of the two ways differ. */
static void
test_aws (void)
{
  const SoulsBeliefs *beliefs;
  SoulsRoutes routes;
  double gap;

  for (int year = 2014; year <= 2030; year += 4)
    {
      stage_set (&stage, 2025, 10, SOULS_RUNG_ARITHMETIC, MOOD_CLOUDY, year);
      routes = compute ();
      beliefs = &souls_flow_calibration (&stage.input)->beliefs;
      gap = beliefs->value[SOULS_BELIEF_ENTERPRISE_COST] - beliefs->value[SOULS_BELIEF_SELF_SERVICE_COST];
      assert_same (souls_routes_margin (&routes, ROUTE_SELF_SERVICE) -
                   souls_routes_margin (&routes, ROUTE_SALES_FORCE), gap);
    }
}

static gboolean
has_target (const SoulsScene *scene,
            const char       *name)
{
  for (guint i = 0; i < souls_scene_get_n_targets (scene); i++)
    if (strcmp (souls_scene_get_target (scene, i)->name, name) == 0)
      return TRUE;
  return FALSE;
}

static void
set_share (SoulsDriver driver,
           double      share)
{
  stage_set (&stage, 2025, 10, SOULS_RUNG_ARITHMETIC, MOOD_BASELINE, 2030);
  stage.drivers.target[driver] = share;
  souls_project (stage.input.calibration, &stage.settings, &stage.drivers, &stage.results);
}

/* A way that nobody takes is not drawn; the other takes all. */
static void
test_one_way (void)
{
  g_autoptr (SoulsScene) scene = souls_scene_new ();
  static const struct
  {
    SoulsDriver driver;
    double share;
    const char *gone;
    const char *left;
  } cases[] = {
    { SOULS_DRIVER_FBA_SHARE, 0.0, "Sellers with FBA", "Sellers who ship" },
    { SOULS_DRIVER_FBA_SHARE, 1.0, "Sellers who ship", "Sellers with FBA" },
    { SOULS_DRIVER_AWS_ENTERPRISE_SHARE, 0.0, "Enterprises", "Developers" },
    { SOULS_DRIVER_AWS_ENTERPRISE_SHARE, 1.0, "AWS self-service", "AWS sales force" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      SoulsRoutes routes;

      set_share (cases[i].driver, cases[i].share);
      routes = compute ();
      check_sums (&routes);
      lay_out (scene, 1200);
      g_assert_false (has_target (scene, cases[i].gone));
      g_assert_true (has_target (scene, cases[i].left));
    }
}

/* What nobody publishes bears the sign of an assumption, what is reported none. */
static void
test_signs (void)
{
  SoulsRoutes routes;

  stage_set (&stage, 2025, 10, SOULS_RUNG_ARITHMETIC, MOOD_BASELINE, 2025);
  routes = compute ();
  g_assert_cmpint (routes.sales_kind[ROUTE_STORES], ==, SOULS_KIND_REPORTED);
  g_assert_cmpint (routes.sales_kind[ROUTE_ADVERTISING], ==, SOULS_KIND_REPORTED);
  g_assert_cmpint (routes.profit_kind[ROUTE_ADVERTISING], ==, SOULS_KIND_ESTIMATED);
  g_assert_cmpint (routes.sales_kind[ROUTE_FBA], !=, SOULS_KIND_REPORTED);
  g_assert_cmpint (routes.sales_kind[ROUTE_SALES_FORCE], ==, SOULS_KIND_ASSUMED);
  g_assert_cmpint (routes.profit_kind[ROUTE_SELF_SERVICE], ==, SOULS_KIND_ASSUMED);
}

static void
check_finding (Mood        mood,
               int         year,
               const char *wanted)
{
  g_autoptr (SoulsScene) scene = souls_scene_new ();
  g_auto (GStrv) parts = g_strsplit (wanted, "~", -1);
  g_autofree char *text = g_strjoinv ("\u202f", parts);

  stage_set (&stage, 2025, 10, SOULS_RUNG_ARITHMETIC, mood, year);
  lay_out (scene, 1200);
  g_assert_cmpstr (souls_scene_get_finding (scene), ==, text);
}

static void
test_findings (void)
{
  check_finding (MOOD_BASELINE, 2025,
                 "Three ways to a consumer, two to a company: AWS’s sales force brought 11~% of sales and 31~% of profit in fiscal 2025.");
  check_finding (MOOD_BASELINE, 2014,
                 "Three ways to a consumer, two to a company: AWS’s sales force brought 3~% of sales and earned $0.2~bn in fiscal 2014.");
  check_finding (MOOD_AWS_LOSES, 2030,
                 "Three ways to a consumer, two to a company: AWS’s sales force would bring 14~% of sales and lose $21~bn in fiscal 2030.");
  check_finding (MOOD_BASELINE, 2040, "There is no result for fiscal 2040.");
}

int
main (int    argc,
      char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  stage_open (g_getenv ("SOULS_TEST_DATA"));
  g_test_add_func ("/charts/distribution/sums", test_sums);
  g_test_add_func ("/charts/distribution/aws", test_aws);
  g_test_add_func ("/charts/distribution/one-way", test_one_way);
  g_test_add_func ("/charts/distribution/signs", test_signs);
  g_test_add_func ("/charts/distribution/findings", test_findings);
  status = g_test_run ();
  stage_close ();
  return status;
}
