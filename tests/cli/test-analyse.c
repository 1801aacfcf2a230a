/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>
#include <string.h>

#include "program.h"

/* The last year's value of a metric, by the verb that needs no analysis. */
static double
ask (const char *metric,
     const char *driver,
     double      shown)
{
  char number[G_ASCII_DTOSTR_BUF_SIZE];
  g_autofree char *line = g_strdup_printf ("run --metric %s --set %s=%s --format json", metric, driver,
                                           g_ascii_dtostr (number, sizeof number, shown));
  g_autoptr (JsonNode) root = run_json (line);
  JsonObject *metrics = json_object_get_object_member (json_node_get_object (root), "metrics");
  JsonArray *series = json_object_get_array_member (metrics, metric);

  return json_array_get_double_element (series, json_array_get_length (series) - 1);
}

/* Every driver once, widest first, and what it gives at its ends is what a run gives there. */
static void
test_sensitivity (void)
{
  g_autoptr (JsonNode) root = run_json ("sensitivity --format json");
  JsonArray *rows = json_node_get_array (root);
  double last = INFINITY;

  g_assert_cmpuint (json_array_get_length (rows), ==, SOULS_N_DRIVERS);
  for (guint i = 0; i < SOULS_N_DRIVERS; i++)
    {
      JsonObject *row = json_array_get_object_element (rows, i);
      const char *driver = json_object_get_string_member (row, "driver");
      const double at_low = json_object_get_double_member (row, "at_low");
      const double at_high = json_object_get_double_member (row, "at_high");

      g_assert_cmpfloat (fabs (at_high - at_low), <=, last);
      last = fabs (at_high - at_low);
      if (i >= 6)
        continue;
      g_assert_cmpfloat_with_epsilon (ask ("without-aws", driver, json_object_get_double_member (row, "low")), at_low,
                                      1e-6 * fabs (at_low) + 1e-3);
      g_assert_cmpfloat_with_epsilon (ask ("without-aws", driver, json_object_get_double_member (row, "high")), at_high,
                                      1e-6 * fabs (at_high) + 1e-3);
    }
}

/* What is found gives what was wanted; what cannot be reached ends with status 1 and says the nearest. */
static void
test_solve (void)
{
  g_autoptr (JsonNode) found = run_json ("solve --driver handling-cost --metric without-aws --target 10000 --format json");
  JsonObject *goal = json_node_get_object (found);
  g_auto (Run) margin = { 0 };
  g_auto (Run) unreachable = { 0 };
  g_auto (Run) ranked = { 0 };

  g_assert_true (json_object_get_boolean_member (goal, "reached"));
  g_assert_cmpint (json_object_get_int_member (goal, "year"), ==, 2035);
  g_assert_cmpfloat (json_object_get_double_member (goal, "target"), ==, 10000);
  g_assert_cmpfloat_with_epsilon (
    ask ("without-aws", "handling-cost", json_object_get_double_member (goal, "value")), 10000, 1);

  /* A target in percent, as it is shown. */
  run_line (&margin, "solve --driver aws-margin --metric margin-aws --year 2030 --target 20 --format csv");
  g_assert_cmpint (margin.status, ==, 0);
  g_assert_nonnull (strstr (margin.out, "aws-margin,20"));

  run_line (&unreachable, "solve --driver aws-growth --target -1 --format json");
  g_assert_cmpint (unreachable.status, ==, 1);
  g_assert_nonnull (strstr (unreachable.out, "\"reached\": false"));
  run_line (&ranked, "solve --target 0 --format csv");
  g_assert_cmpint (ranked.status, ==, 0);
  g_assert_true (g_str_has_prefix (strchr (ranked.out, '\n') + 1, "handling-cost,"));
}

/* The steps are the drivers in the order set, and sum to the difference. */
static void
test_bridge (void)
{
  static const char *const order[] = { "tax-rate", "handling-cost", "ad-margin" };
  g_autoptr (JsonNode) root =
    run_json ("bridge --set tax-rate=25 --set handling-cost=30 --set ad-margin=40 --year 2030 --format json");
  JsonObject *object = json_node_get_object (root);
  JsonArray *steps = json_object_get_array_member (object, "steps");
  double sum = json_object_get_double_member (object, "from");

  g_assert_cmpuint (json_array_get_length (steps), ==, G_N_ELEMENTS (order));
  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    {
      JsonObject *step = json_array_get_object_element (steps, i);

      g_assert_cmpstr (json_object_get_string_member (step, "driver"), ==, order[i]);
      sum += json_object_get_double_member (step, "change");
    }
  g_assert_cmpfloat_with_epsilon (sum, json_object_get_double_member (object, "to"), 1e-6);
}

static void
test_map (void)
{
  g_autoptr (JsonNode) root = run_json ("map --x handling-cost --y tax-rate --nx 3 --ny 2 --format json");
  JsonObject *object = json_node_get_object (root);
  JsonArray *rows = json_object_get_array_member (object, "values");
  JsonArray *first = json_array_get_array_element (rows, 0);
  JsonArray *across = json_object_get_array_member (json_object_get_object_member (object, "x"), "values");

  g_assert_cmpuint (json_array_get_length (rows), ==, 2);
  g_assert_cmpuint (json_array_get_length (first), ==, 3);
  for (guint i = 0; i < 3; i++)
    g_assert_cmpfloat_with_epsilon (ask ("without-aws", "handling-cost", json_array_get_double_element (across, i)),
                                    json_array_get_double_element (first, i), 1e-3);
}

/* The same worlds on any number of threads; quantiles in their order; the share agrees with them. */
static void
test_simulate (void)
{
  g_auto (Run) one = { 0 };
  g_auto (Run) three = { 0 };
  g_auto (Run) other = { 0 };
  g_autoptr (JsonNode) root = run_json ("simulate --worlds 5000 --seed 7 -m without-aws -m take-rate --format json");
  JsonObject *metrics = json_object_get_object_member (json_node_get_object (root), "metrics");
  JsonObject *metric = json_object_get_object_member (metrics, "without-aws");
  static const char *const members[] = { "p05", "p25", "p50", "p75", "p95" };

  g_assert_cmpint (json_object_get_int_member (json_node_get_object (root), "worlds"), ==, 5000);
  g_assert_cmpuint (json_object_get_size (metrics), ==, 2);
  for (guint t = 1; t <= 10; t++)
    {
      double before = -INFINITY;

      for (guint i = 0; i < G_N_ELEMENTS (members); i++)
        {
          JsonArray *series = json_object_get_array_member (metric, members[i]);
          const double value = json_array_get_double_element (series, t);

          g_assert_cmpfloat (value, >, before);
          before = value;
        }
      g_assert_cmpfloat (json_array_get_double_element (json_object_get_array_member (metric, "mean_error"), t), >, 0);
    }
  run_line (&one, "simulate --worlds 5000 --seed 7 --threads 1 --format json");
  run_line (&three, "simulate --worlds 5000 --seed 7 --threads 3 --format json");
  run_line (&other, "simulate --worlds 5000 --seed 8 --threads 1 --format json");
  g_assert_cmpstr (one.out, ==, three.out);
  g_assert_cmpstr (one.out, !=, other.out);
}

static void
test_bad_use (void)
{
  const struct
  {
    const char *line;
    const char *message;
  } cases[] = {
    { "solve --driver ad-margin", "expected a wanted result: --target" },
    { "solve --driver ad-margn --target 0", "did you mean “ad-margin”" },
    { "solve --target many", "--target" },
    { "sensitivity --year 2014", "--year" },
    { "sensitivity --metric without-aw", "did you mean “without-aws”" },
    { "map --x ad-margin", "expected two drivers" },
    { "map --x ad-margin --y ad-margin", "expected two different drivers" },
    { "map --x ad-margin --y tax-rate --nx 1", "--nx" },
    { "simulate --worlds 1", "--worlds" },
    { "simulate --worlds 1000000001", "--worlds" },
    { "simulate --seed -1", "--seed" },
    { "simulate --threads 0", "--threads" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (Run) result = { 0 };

      run_line (&result, cases[i].line);
      if (result.status != 2 || strstr (result.err, cases[i].message) == NULL)
        g_error ("%s: status %d, “%s”", cases[i].line, result.status, result.err);
    }
}

int
main (int    argc,
      char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  set_up ();
  g_test_add_func ("/cli/analyse/sensitivity", test_sensitivity);
  g_test_add_func ("/cli/analyse/solve", test_solve);
  g_test_add_func ("/cli/analyse/bridge", test_bridge);
  g_test_add_func ("/cli/analyse/map", test_map);
  g_test_add_func ("/cli/analyse/simulate", test_simulate);
  g_test_add_func ("/cli/analyse/bad-use", test_bad_use);
  status = g_test_run ();
  clean_up ();
  return status;
}
