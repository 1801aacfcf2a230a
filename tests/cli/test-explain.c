/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "program.h"
#include "souls-kind.h"

typedef struct
{
  int entries;
  int sourced;
  int repeated;
} Count;

/* Every chain ends at something that says where it is from: a source, or an assumption. */
static void
walk (JsonObject *entry,
      Count      *count)
{
  static const char *const members[] = { "symbol", "name",    "year",   "value", "unit",
                                         "kind",   "formula", "source", "inputs" };
  JsonArray *inputs = json_object_get_array_member (entry, "inputs");
  JsonArray *sources = json_object_get_array_member (entry, "source");
  gboolean repeated = json_object_get_boolean_member (entry, "repeated");
  SoulsKind kind;

  for (gsize i = 0; i < G_N_ELEMENTS (members); i++)
    g_assert_true (json_object_has_member (entry, members[i]));
  g_assert_true (souls_kind_from_id (json_object_get_string_member (entry, "kind"), &kind));
  count->entries++;
  count->repeated += repeated;
  count->sourced += json_array_get_length (sources) > 0;
  if (json_array_get_length (inputs) == 0 && !repeated &&
      !json_object_get_boolean_member (entry, "cut") && kind != SOULS_KIND_ASSUMED)
    {
      g_assert_cmpuint (json_array_get_length (sources), >, 0);
      g_assert_true (json_object_get_null_member (entry, "formula"));
    }
  for (guint i = 0; i < json_array_get_length (inputs); i++)
    walk (json_array_get_object_element (inputs, i), count);
}

static double
get_value (JsonNode   *run,
           const char *id,
           int         t)
{
  JsonArray *series = json_object_get_array_member (
    json_object_get_object_member (json_node_get_object (run), "metrics"), id);

  return json_array_get_null_element (series, (guint) t)
           ? 0
           : json_array_get_double_element (series, (guint) t);
}

static void
check_all_metrics (int         base_year,
                   int         t,
                   const char *options)
{
  g_autofree char *line = g_strdup_printf ("run -f json -y %d %s", base_year, options);
  g_autoptr (JsonNode) values = run_json (line);

  for (int i = 0; i < SOULS_N_METRICS; i++)
    {
      const char *id = souls_metric_info ((SoulsMetric) i)->id;
      g_autofree char *question = g_strdup_printf ("explain %s -f json -y %d --year %d %s", id,
                                                   base_year, base_year + t, options);
      g_autoptr (JsonNode) root = run_json (question);
      JsonObject *object = json_node_get_object (root);
      Count count = { 0 };

      if (!json_object_get_null_member (object, "value"))
        g_assert_cmpfloat (json_object_get_double_member (object, "value"), ==,
                           get_value (values, id, t));
      g_assert_cmpint (json_object_get_int_member (object, "year"), ==, base_year + t);
      walk (object, &count);
      g_assert_cmpint (count.entries, >, i == SOULS_METRIC_PRICE_INVESTMENT && t == 0 ? 0 : 1);
    }
}

static void
test_every_metric (void)
{
  check_all_metrics (2025, 0, "--horizon 10");
  check_all_metrics (2016, 0, "--horizon 10");
  check_all_metrics (2025, 2, "--rung one-time --set aws-growth=12 --set reinvestment=50");
}

static void
test_reaches_the_filing (void)
{
  g_auto (Run) result = { 0 };

  run_line (&result, "explain operating-income-stores --year 2024");
  assert_good (&result);
  g_assert_nonnull (strstr (
    result.out, "OI_st, 2024: $28,759 million  (Operating income, all stores; reported)\n"));
  g_assert_nonnull (strstr (result.out, "= OI_na + OI_in\n"));
  g_assert_nonnull (strstr (result.out, "0001018724-25-000004"));
}

static void
test_says_what_is_second_hand (void)
{
  g_auto (Run) table = { 0 };
  g_auto (Run) csv = { 0 };

  run_line (&table, "explain free-cash-flow --year 2026");
  assert_good (&table);
  g_assert_nonnull (strstr (table.out, "read second-hand through S_"));
  run_line (&csv, "explain free-cash-flow --year 2026 -f csv");
  assert_good (&csv);
  g_assert_nonnull (strstr (csv.out, ",K2025,S_"));
}

static void
test_says_what_moved (void)
{
  g_auto (Run) result = { 0 };

  run_line (&result, "explain sales-aws --year 2026 --set aws-growth=12");
  assert_good (&result);
  g_assert_nonnull (strstr (result.out, "moved by the scenario; its baseline is\n"));
}

/* The year before the base year is explained as its own filing. */
static void
test_reported_year (void)
{
  g_autoptr (JsonNode) before = run_json ("explain without-aws --year 2017 -f json");
  g_autoptr (JsonNode) own = run_json ("explain without-aws -y 2017 -f json");

  g_assert_true (json_node_equal (before, own));
  g_assert_cmpfloat (json_object_get_double_member (json_node_get_object (own), "value"), ==,
                     -225);
}

static void
test_depth (void)
{
  g_autoptr (JsonNode) none = run_json ("explain without-aws --depth 0 -f json");
  g_autoptr (JsonNode) two = run_json ("explain without-aws --year 2030 --depth 2 -f json");
  g_autoptr (JsonNode) all = run_json ("explain without-aws --year 2030 -f json");
  Count cut = { 0 }, whole = { 0 };

  g_assert_cmpuint (
    json_array_get_length (json_object_get_array_member (json_node_get_object (none), "inputs")),
    ==, 0);
  g_assert_true (json_object_get_boolean_member (json_node_get_object (none), "cut"));
  walk (json_node_get_object (two), &cut);
  walk (json_node_get_object (all), &whole);
  g_assert_cmpint (cut.entries, <, whole.entries);
  g_assert_cmpint (whole.repeated, >, 0);
  g_assert_cmpint (whole.sourced, >, 10);
}

/* The longest chain of all: twenty years, each hanging on the one before. */
static void
test_longest (void)
{
  g_autoptr (JsonNode) root = run_json (
    "explain free-cash-flow-without-aws --year 2045 --horizon 20 --rung 4 -f json");
  Count count = { 0 };

  walk (json_node_get_object (root), &count);
  g_assert_cmpint (count.entries, >, 500);
  g_assert_cmpint (count.entries, <, 20000);
}

static void
test_csv (void)
{
  g_auto (Run) result = { 0 };
  g_autoptr (GPtrArray) rows = NULL;
  int depth = -1;

  run_line (&result, "explain margin-stores -f csv");
  assert_good (&result);
  rows = parse_csv (result.out);
  g_assert_cmpuint (rows->len, >, 5);
  for (guint i = 1; i < rows->len; i++)
    {
      GPtrArray *row = g_ptr_array_index (rows, i);
      int own = (int) g_ascii_strtoll (g_ptr_array_index (row, 0), NULL, 10);

      g_assert_cmpuint (row->len, ==, 10);
      g_assert_cmpint (own, <=, depth + 1);
      depth = own;
    }
}

int
main (int   argc,
      char *argv[])
{
  int status;

  g_test_init (&argc, &argv, NULL);
  set_up ();
  g_test_add_func ("/cli/explain/every-metric", test_every_metric);
  g_test_add_func ("/cli/explain/reaches-the-filing", test_reaches_the_filing);
  g_test_add_func ("/cli/explain/says-what-is-second-hand", test_says_what_is_second_hand);
  g_test_add_func ("/cli/explain/says-what-moved", test_says_what_moved);
  g_test_add_func ("/cli/explain/reported-year", test_reported_year);
  g_test_add_func ("/cli/explain/depth", test_depth);
  g_test_add_func ("/cli/explain/longest", test_longest);
  g_test_add_func ("/cli/explain/csv", test_csv);
  status = g_test_run ();
  clean_up ();
  return status;
}
