/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>
#include <string.h>

#include "program.h"

static JsonObject *
find_row (JsonNode   *root,
          const char *id)
{
  JsonArray *rows = json_node_get_array (root);

  for (guint i = 0; i < json_array_get_length (rows); i++)
    {
      JsonObject *row = json_array_get_object_element (rows, i);

      if (g_str_equal (json_object_get_string_member (row, "id"), id))
        return row;
    }
  return NULL;
}

/* A result is what a run of each scenario gives; a driver at its baseline is null, one that is the same is not listed. */
static void
test_values (void)
{
  static const char *const presets[] = { "cloud-winter", "spin-off", "back-in-2014" };
  g_autoptr (JsonNode) root = run_json ("compare cloud-winter spin-off back-in-2014 --year 2025 --format json");
  JsonObject *row = find_row (root, "operating-income-total");

  g_assert_nonnull (row);
  for (gsize i = 0; i < G_N_ELEMENTS (presets); i++)
    {
      g_autofree char *line = g_strdup_printf ("run %s --metric operating-income-total --format json", presets[i]);
      g_autoptr (JsonNode) run = run_json (line);
      JsonObject *all = json_node_get_object (run);
      JsonArray *series = json_object_get_array_member (json_object_get_object_member (all, "metrics"),
                                                        "operating-income-total");
      const gint64 base = json_object_get_int_member (all, "base_year");

      g_assert_cmpfloat (json_object_get_double_member (row, presets[i]), ==,
                         json_array_get_double_element (series, (guint) (2025 - base)));
    }
  row = find_row (root, "aws-growth");
  g_assert_cmpfloat (json_object_get_double_member (row, "cloud-winter"), ==, 0);
  g_assert_true (json_object_get_null_member (row, "spin-off"));
  g_assert_cmpstr (json_object_get_string_member (find_row (root, "rung"), "spin-off"), ==, "one-time");
  g_assert_null (find_row (root, "ad-margin"));
  g_assert_null (find_row (root, "phase_in"));
}

/* The same in every format, and nothing where nothing differs. */
static void
test_formats (void)
{
  g_auto (Run) table = { 0 };
  g_auto (Run) csv = { 0 };
  g_auto (Run) same = { 0 };
  g_autoptr (JsonNode) root = run_json ("compare cloud-winter spin-off --format json");
  g_autofree char *copy = NULL;
  g_autoptr (GPtrArray) rows = NULL;
  g_autofree char *line = NULL;

  run_line (&table, "compare cloud-winter spin-off");
  assert_good (&table);
  g_assert_nonnull (strstr (table.out, "Spin-off with stranded costs"));
  g_assert_nonnull (strstr (table.out, "0.0 %"));
  run_line (&csv, "compare cloud-winter spin-off --format csv");
  assert_good (&csv);
  rows = parse_csv (csv.out);
  g_assert_cmpuint (rows->len, ==, 1 + json_array_get_length (json_node_get_array (root)));

  copy = write_file ("copy.souls", "{\"format\": \"two-souls-scenario\", \"version\": 1}", -1);
  line = g_strdup_printf ("compare %s reported-trend", copy);
  run_line (&same, line);
  assert_good (&same);
  g_assert_cmpstr (same.out, ==, "Nothing differs.\n");
}

static void
test_bad_use (void)
{
  static const struct
  {
    const char *line;
    const char *message;
  } cases[] = {
    { "compare", "missing" },
    { "compare cloud-winter", "missing" },
    { "compare cloud-winter cloud-winter", "twice" },
    { "compare cloud-winter spin-of", "did you mean “spin-off”" },
    { "compare cloud-winter spin-off ads-off all-marketplace reported-trend grocery-margins", "not expected" },
    { "compare cloud-winter spin-off --year 2050", "--year" },
    { "compare cloud-winter spin-off --set aws-growth=1", "--set" },
    { "render timeline -o x.svg --with no-such", "no file or preset" },
    { "render timeline -o x.svg --with cloud-winter --with spin-off --with ads-off --with all-marketplace --with reported-trend",
      "at most 4" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (Run) result = { 0 };

      run_line (&result, cases[i].line);
      if (result.status != 2 || strstr (result.err, cases[i].message) == NULL)
        g_error ("%s: status %d, “%s”", cases[i].line, result.status, result.err);
    }
}

/* A chart names what it is compared with; one that does not compare is the same as without. */
static void
test_render (void)
{
  static const struct
  {
    const char *chart;
    gboolean compares;
  } cases[] = { { "timeline", TRUE }, { "with-without", TRUE }, { "segments", FALSE } };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = write_file ("chart.svg", "", -1);
      g_autofree char *line = g_strdup_printf ("render %s -o %s --year 2030 --with cloud-winter --with all-marketplace",
                                               cases[i].chart, path);
      g_autofree char *text = NULL;
      g_auto (Run) result = { 0 };

      run_line (&result, line);
      assert_good (&result);
      g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
      g_assert_true ((strstr (text, "Cloud winter") != NULL) == cases[i].compares);
    }
}

int
main (int    argc,
      char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  set_up ();
  g_test_add_func ("/cli/compare/values", test_values);
  g_test_add_func ("/cli/compare/formats", test_formats);
  g_test_add_func ("/cli/compare/bad-use", test_bad_use);
  g_test_add_func ("/cli/compare/render", test_render);
  status = g_test_run ();
  clean_up ();
  return status;
}
