/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>
#include <unistd.h>

#include "program.h"
#include "souls-chart.h"

static const char *
driver_id (int i)
{
  return souls_driver_info ((SoulsDriver) i)->id;
}

static const char *
metric_id (int i)
{
  return souls_metric_info ((SoulsMetric) i)->id;
}

static const char *
chart_id (int i)
{
  return souls_chart_id ((SoulsChart) i);
}

static const struct
{
  const char *verb;
  int n;
  const char *(*id) (int i);
  const char *members[10];
} lists[] = {
  { "years", 12, NULL, { "id", "sales-total", "operating-income-total", "second_hand" } },
  { "drivers", SOULS_N_DRIVERS, driver_id, { "id", "group", "unit", "min", "max", "step", "default" } },
  { "metrics", SOULS_N_METRICS, metric_id, { "id", "name", "unit", "symbol", "formula" } },
  { "presets", 14, NULL, { "id", "title", "question", "notes" } },
  { "lessons", 10, NULL, { "id", "title", "minutes", "steps", "summary" } },
  { "charts", SOULS_N_CHARTS, chart_id, { "id", "name", "summary" } },
};

static void
test_json (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (lists); i++)
    {
      g_autofree char *line = g_strdup_printf ("%s --format json", lists[i].verb);
      g_autoptr (JsonNode) root = run_json (line);
      JsonArray *rows = json_node_get_array (root);

      g_assert_cmpuint (json_array_get_length (rows), ==, lists[i].n);
      for (int row = 0; row < lists[i].n; row++)
        {
          JsonObject *object = json_array_get_object_element (rows, (guint) row);

          for (const char *const *member = lists[i].members; *member != NULL; member++)
            g_assert_true (json_object_has_member (object, *member));
          if (lists[i].id != NULL)
            g_assert_cmpstr (json_object_get_string_member (object, "id"), ==, lists[i].id (row));
        }
    }
}

static void
test_csv (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (lists); i++)
    {
      g_autofree char *line = g_strdup_printf ("%s --format=csv", lists[i].verb);
      g_auto (Run) result = { 0 };
      g_autoptr (GPtrArray) rows = NULL;
      GPtrArray *head;

      run_line (&result, line);
      assert_good (&result);
      rows = parse_csv (result.out);
      g_assert_cmpuint (rows->len, ==, lists[i].n + 1);
      head = g_ptr_array_index (rows, 0);
      g_assert_cmpstr (g_ptr_array_index (head, 0), ==, "id");
      for (guint row = 1; row < rows->len; row++)
        g_assert_cmpuint (((GPtrArray *) g_ptr_array_index (rows, row))->len, ==, head->len);
    }
}

static void
test_table (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (lists); i++)
    {
      g_auto (Run) result = { 0 };
      g_auto (Run) named = { 0 };
      g_auto (GStrv) rows = NULL;

      run (&result, lists[i].verb, NULL);
      assert_good (&result);
      rows = g_strsplit (result.out, "\n", -1);
      g_assert_cmpint ((int) g_strv_length (rows), ==, lists[i].n + 2);
      run (&named, lists[i].verb, "-f", "table", NULL);
      g_assert_cmpstr (named.out, ==, result.out);
    }
}

/* Range and baseline are those of the base year, in the unit shown. */
static void
test_drivers_of_every_year (void)
{
  g_autoptr (SoulsDataSet) data = load_shipped ();

  for (int year = 2014; year <= 2025; year++)
    {
      g_autofree char *line = g_strdup_printf ("drivers --base-year %d -f json", year);
      g_autoptr (JsonNode) root = run_json (line);
      const SoulsCalibration *calibration = souls_data_set_get_calibration (data, year, NULL);

      for (int i = 0; i < SOULS_N_DRIVERS; i++)
        {
          JsonObject *object = json_array_get_object_element (json_node_get_array (root),
                                                              (guint) i);
          SoulsDriver driver = (SoulsDriver) i;
          double baseline = souls_driver_from_shown (
            driver, json_object_get_double_member (object, "default"));

          g_assert_cmpfloat_with_epsilon (baseline, calibration->baseline[i],
                                          1e-15 * MAX (1, ABS (baseline)));
          g_assert_cmpfloat_with_epsilon (json_object_get_double_member (object, "max"),
                                          souls_driver_to_shown (driver, calibration->max[i]),
                                          1e-9);
          g_assert_cmpfloat_with_epsilon (json_object_get_double_member (object, "min"),
                                          souls_driver_to_shown (driver, calibration->min[i]),
                                          1e-9);
        }
    }
}

static void
test_check (void)
{
  g_autoptr (JsonNode) root = run_json ("check -f json");
  JsonObject *object = json_node_get_object (root);
  JsonObject *years = json_object_get_object_member (object, "years");

  g_assert_cmpint (json_object_get_int_member (object, "differences"), ==, 0);
  g_assert_cmpuint (json_object_get_size (years), ==, 12);
  for (int year = 2014; year <= 2025; year++)
    {
      g_autofree char *name = g_strdup_printf ("%d", year);
      JsonArray *lines = json_object_get_array_member (years, name);

      g_assert_cmpuint (json_array_get_length (lines), >, 25);
      for (guint i = 0; i < json_array_get_length (lines); i++)
        {
          JsonObject *line = json_array_get_object_element (lines, i);

          g_assert_cmpfloat (json_object_get_double_member (line, "difference"), ==, 0);
          g_assert_cmpfloat_with_epsilon (json_object_get_double_member (line, "model"),
                                          json_object_get_double_member (line, "filing"), 0.5);
          g_assert_true (json_object_has_member (line, "source"));
          /* Nothing was printed where there is no source. */
          if (json_object_get_null_member (line, "source"))
            g_assert_cmpfloat (json_object_get_double_member (line, "filing"), ==, 0);
        }
    }
}

static void
test_check_for_people (void)
{
  g_auto (Run) table = { 0 };
  g_auto (Run) csv = { 0 };
  g_autoptr (GPtrArray) rows = NULL;
  g_autofree char *end = NULL;

  run (&table, "check", NULL);
  assert_good (&table);
  run (&csv, "check", "-f", "csv", NULL);
  assert_good (&csv);
  rows = parse_csv (csv.out);
  end = g_strdup_printf ("\n%u figures of 12 fiscal years: each equals the filing.\n",
                         rows->len - 1);
  g_assert_true (g_str_has_suffix (table.out, end));
}

static void
test_user_year (void)
{
  g_autofree char *reported = g_test_build_filename (G_TEST_DIST, "..", "..", "data",
                                                     "reported.json", NULL);
  g_autofree char *bytes = NULL;
  g_autofree char *path = NULL;
  g_auto (Run) result = { 0 };
  g_autoptr (JsonNode) root = NULL;

  g_assert_true (g_file_get_contents (reported, &bytes, NULL, NULL));
  memcpy (strstr (bytes, "\"2025\": {"), "\"2026\": {", 9);
  path = write_file ("two-souls/own.reported.json", bytes, -1);
  run (&result, "years", "-f", "json", NULL);
  g_assert_cmpint (result.status, ==, 0);
  g_assert_nonnull (strstr (
    result.err, "own.reported.json: years.2026: there are reported figures but no beliefs"));
  root = json_from_string (result.out, NULL);
  g_assert_cmpuint (json_array_get_length (json_node_get_array (root)), ==, 12);
  g_assert_cmpint (unlink (path), ==, 0);
}

static void
test_help (void)
{
  static const char *const verbs[] = { "years", "drivers", "metrics",  "charts", "run",
                                       "check", "explain", "validate", "render" };
  g_auto (Run) all = { 0 };

  run (&all, "--help", NULL);
  assert_good (&all);
  for (gsize i = 0; i < G_N_ELEMENTS (verbs); i++)
    {
      g_auto (Run) one = { 0 };
      g_autofree char *usage = g_strdup_printf ("two-souls-cli %s [OPTION…]", verbs[i]);
      g_autofree char *row = g_strdup_printf ("\n  %s ", verbs[i]);

      g_assert_nonnull (strstr (all.out, row));
      run (&one, verbs[i], "--help", NULL);
      assert_good (&one);
      g_assert_nonnull (strstr (one.out, usage));
      g_assert_nonnull (strstr (one.out, "--format"));
    }
}

/* A script's bare environment: the same bytes as in any other. */
static void
test_bare_locale (void)
{
  static const char *const lines[] = { "--help", "run --help", "drivers", "explain float" };

  for (gsize i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      g_auto (Run) utf8 = { 0 };
      g_auto (Run) bare = { 0 };

      run_line (&utf8, lines[i]);
      set_variable ("LC_ALL", "C");
      run_line (&bare, lines[i]);
      set_variable ("LC_ALL", "C.UTF-8");
      g_assert_cmpstr (bare.out, ==, utf8.out);
    }
}

static void
test_version (void)
{
  g_auto (Run) result = { 0 };

  run (&result, "--version", NULL);
  assert_good (&result);
  g_assert_true (
    g_regex_match_simple ("^two-souls-cli [0-9]+\\.[0-9]+\\.[0-9]+\n$", result.out, 0, 0));
}

static void
test_no_verb (void)
{
  g_auto (Run) result = { 0 };

  run_line (&result, "");
  g_assert_cmpint (result.status, ==, 2);
  g_assert_cmpstr (result.out, ==, "");
  g_assert_nonnull (strstr (result.err, "Usage: two-souls-cli VERB"));
}

int
main (int   argc,
      char *argv[])
{
  int status;

  g_test_init (&argc, &argv, NULL);
  set_up ();
  g_test_add_func ("/cli/lists/json", test_json);
  g_test_add_func ("/cli/lists/csv", test_csv);
  g_test_add_func ("/cli/lists/table", test_table);
  g_test_add_func ("/cli/lists/drivers-of-every-year", test_drivers_of_every_year);
  g_test_add_func ("/cli/lists/check", test_check);
  g_test_add_func ("/cli/lists/check-for-people", test_check_for_people);
  g_test_add_func ("/cli/lists/user-year", test_user_year);
  g_test_add_func ("/cli/lists/help", test_help);
  g_test_add_func ("/cli/lists/bare-locale", test_bare_locale);
  g_test_add_func ("/cli/lists/version", test_version);
  g_test_add_func ("/cli/lists/no-verb", test_no_verb);
  status = g_test_run ();
  clean_up ();
  return status;
}
