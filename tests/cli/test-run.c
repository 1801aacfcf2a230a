/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>
#include <string.h>

#include "program.h"

static void
assert_equals_library (JsonNode               *root,
                       const SoulsCalibration *calibration,
                       const SoulsSettings    *settings,
                       const SoulsDrivers     *drivers)
{
  JsonObject *object = json_node_get_object (root);
  JsonObject *metrics = json_object_get_object_member (object, "metrics");
  JsonArray *years = json_object_get_array_member (object, "years");
  SoulsResults results;

  souls_project (calibration, settings, drivers, &results);
  g_assert_cmpint (json_object_get_int_member (object, "base_year"), ==, calibration->year);
  g_assert_cmpuint (json_array_get_length (years), ==, settings->horizon + 1);
  g_assert_cmpuint (json_object_get_size (metrics), ==, SOULS_N_METRICS);
  for (int i = 0; i < SOULS_N_METRICS; i++)
    {
      JsonArray *series = json_object_get_array_member (metrics,
                                                        souls_metric_info ((SoulsMetric) i)->id);

      g_assert_cmpuint (json_array_get_length (series), ==, settings->horizon + 1);
      for (int t = 0; t <= settings->horizon; t++)
        {
          g_assert_cmpint (json_array_get_int_element (years, (guint) t), ==,
                           calibration->year + t);
          if (isnan (results.value[i][t]))
            g_assert_true (json_array_get_null_element (series, (guint) t));
          else
            g_assert_cmpfloat (json_array_get_double_element (series, (guint) t), ==,
                               results.value[i][t]);
        }
    }
}

/* The numbers are the library's to the last bit. */
static void
test_equals_library (void)
{
  g_autoptr (SoulsDataSet) data = load_shipped ();

  for (int year = 2014; year <= 2025; year++)
    {
      g_autofree char *line = g_strdup_printf (
        "run -y %d --horizon %d --phase-in 4 --rung %d -s aws-growth=-5 "
        "--set third-party-share=75.5 -f json",
        year, year - 2005, year % 5);
      g_autoptr (JsonNode) root = run_json (line);
      const SoulsCalibration *calibration = souls_data_set_get_calibration (data, year, NULL);
      SoulsSettings settings = { .horizon = year - 2005,
                                 .phase_in = 4,
                                 .rung = (SoulsRung) (year % 5) };
      SoulsDrivers drivers;

      souls_drivers_reset (&drivers, calibration);
      drivers.target[SOULS_DRIVER_AWS_GROWTH] = souls_driver_from_shown (SOULS_DRIVER_AWS_GROWTH,
                                                                         -5);
      drivers.target[SOULS_DRIVER_THIRD_PARTY_SHARE] = souls_driver_from_shown (
        SOULS_DRIVER_THIRD_PARTY_SHARE, 75.5);
      assert_equals_library (root, calibration, &settings, &drivers);
    }
}

static void
test_defaults (void)
{
  g_autoptr (SoulsDataSet) data = load_shipped ();
  g_autoptr (JsonNode) root = run_json ("run -f json");
  const SoulsCalibration *calibration = souls_data_set_get_calibration (data, 2025, NULL);
  SoulsSettings settings = SOULS_SETTINGS_DEFAULT;
  SoulsDrivers drivers;

  souls_drivers_reset (&drivers, calibration);
  assert_equals_library (root, calibration, &settings, &drivers);
}

static void
test_scenario_file (void)
{
  g_autofree char *path = write_file (
    "a b.souls",
    "{\"format\": \"two-souls-scenario\", \"version\": 1, \"base_year\": 2022, \"horizon\": 4,"
    "\"rung\": \"stranded\", \"drivers\": {\"aws-margin\": 20}}",
    -1);
  g_autoptr (JsonNode)
    by_options = run_json ("run -y 2022 --horizon 4 --rung stranded -s aws-margin=25 -f json");
  g_autoptr (JsonNode) by_file = NULL;
  g_auto (Run) result = { 0 };

  /* An option goes before what the file says. */
  run (&result, "run", path, "--format", "json", "--set", "aws-margin=25", NULL);
  assert_good (&result);
  by_file = json_from_string (result.out, NULL);
  g_assert_true (json_node_equal (by_file, by_options));
}

/* A person moves one slider to one end, any slider, several base years: always numbers. */
static void
test_every_driver_at_its_ends (void)
{
  static const int years[] = { 2014, 2022, 2025 };
  g_autoptr (SoulsDataSet) data = load_shipped ();

  for (gsize y = 0; y < G_N_ELEMENTS (years); y++)
    for (int i = 0; i < SOULS_N_DRIVERS * 2; i++)
      {
        const SoulsCalibration *calibration = souls_data_set_get_calibration (data, years[y],
                                                                              NULL);
        SoulsDriver driver = (SoulsDriver) (i / 2);
        double end = souls_scenario_shown (driver, i % 2 == 0 ? calibration->min[driver]
                                                              : calibration->max[driver]);
        char number[G_ASCII_DTOSTR_BUF_SIZE];
        g_autofree char *line = g_strdup_printf (
          "run -y %d --horizon 20 -f json -m without-aws -m sales-total -s %s=%s", years[y],
          souls_driver_info (driver)->id, g_ascii_dtostr (number, sizeof number, end));
        g_autoptr (JsonNode) root = run_json (line);
        JsonObject *metrics = json_object_get_object_member (json_node_get_object (root),
                                                             "metrics");
        JsonArray *series = json_object_get_array_member (metrics, "without-aws");

        g_assert_cmpuint (json_object_get_size (metrics), ==, 2);
        for (guint t = 0; t <= 20; t++)
          g_assert_false (json_array_get_null_element (series, t));
      }
}

static void
test_every_driver_beyond_its_ends (void)
{
  g_autoptr (SoulsDataSet) data = load_shipped ();
  const SoulsCalibration *calibration = souls_data_set_get_calibration (data, 2025, NULL);

  for (int i = 0; i < SOULS_N_DRIVERS * 2; i++)
    {
      SoulsDriver driver = (SoulsDriver) (i / 2);
      const SoulsDriverInfo *info = souls_driver_info (driver);
      double end = souls_driver_to_shown (driver, i % 2 == 0 ? calibration->min[driver]
                                                             : calibration->max[driver]);
      char number[G_ASCII_DTOSTR_BUF_SIZE];
      g_autofree char *assignment = NULL;
      g_autofree char *message = g_strdup_printf ("--set: %s: expected a number from ", info->id);
      g_auto (Run) result = { 0 };

      g_ascii_dtostr (number, sizeof number, i % 2 == 0 ? end - info->step : end + info->step);
      assignment = g_strdup_printf ("%s=%s", info->id, number);
      run (&result, "run", "--set", assignment, NULL);
      assert_bad (&result, message);
    }
}

static void
test_csv (void)
{
  g_auto (Run) result = { 0 };
  g_autoptr (GPtrArray) rows = NULL;
  GPtrArray *head, *row;

  run_line (&result, "run --horizon 2 -m margin-total -m gmv -m margin-total -f csv");
  assert_good (&result);
  rows = parse_csv (result.out);
  g_assert_cmpuint (rows->len, ==, 3);
  head = g_ptr_array_index (rows, 0);
  row = g_ptr_array_index (rows, 1);
  g_assert_cmpuint (head->len, ==, 5);
  g_assert_cmpstr (g_ptr_array_index (head, 2), ==, "2025");
  g_assert_cmpstr (g_ptr_array_index (row, 0), ==, "margin-total");
  g_assert_cmpstr (g_ptr_array_index (row, 1), ==, "fraction");
  g_assert_cmpfloat_with_epsilon (g_ascii_strtod (g_ptr_array_index (row, 2), NULL),
                                  79975.0 / 716924, 1e-15);
}

/* Null where there is no profit to have a share of: NAN is no JSON. */
static void
test_null (void)
{
  g_autoptr (JsonNode)
    root = run_json ("run -m aws-share-of-profit -s aws-margin=-20 -s product-margin=0 -f json");
  JsonObject *metrics = json_object_get_object_member (json_node_get_object (root), "metrics");
  JsonArray *series = json_object_get_array_member (metrics, "aws-share-of-profit");

  g_assert_false (json_array_get_null_element (series, 0));
  g_assert_true (json_array_get_null_element (series, 10));
}

static void
test_table (void)
{
  g_auto (Run) result = { 0 };

  run_line (&result,
            "run --horizon 1 -m operating-income-total -m margin-total -m cash-conversion-cycle");
  assert_good (&result);
  g_assert_nonnull (strstr (result.out, "operating-income-total"));
  g_assert_nonnull (strstr (result.out, "79,975"));
  g_assert_nonnull (strstr (result.out, "11.2\u202f%"));
}

static void
test_every_rung (void)
{
  double before = HUGE_VAL;

  for (int i = 0; i < SOULS_N_RUNGS; i++)
    {
      g_autofree char *by_id = g_strdup_printf ("run -r %s -m without-aws --horizon 1 -f json",
                                                souls_rung_id ((SoulsRung) i));
      g_autofree char *by_number = g_strdup_printf (
        "run --rung %d -m without-aws --horizon 1 -f json", i);
      g_autoptr (JsonNode) first = run_json (by_id);
      g_autoptr (JsonNode) second = run_json (by_number);
      JsonObject *metrics = json_object_get_object_member (json_node_get_object (first),
                                                           "metrics");
      double value = json_array_get_double_element (
        json_object_get_array_member (metrics, "without-aws"), 1);

      g_assert_true (json_node_equal (first, second));
      g_assert_cmpfloat (value, <, before);
      before = value;
    }
}

/* Every preset that is listed runs, and is what its file is; a wrong name brings the nearest. */
static void
test_presets (void)
{
  g_autoptr (JsonNode) list = run_json ("presets --format json");
  JsonArray *presets = json_node_get_array (list);
  g_auto (Run) wrong = { 0 };

  g_assert_cmpuint (json_array_get_length (presets), >=, 12);
  for (guint i = 0; i < json_array_get_length (presets); i++)
    {
      JsonObject *preset = json_array_get_object_element (presets, i);
      const char *id = json_object_get_string_member (preset, "id");
      g_autofree char *line = g_strdup_printf ("run %s --metric without-aws --format json", id);
      g_autoptr (JsonNode) root = run_json (line);

      g_assert_cmpstr (json_object_get_string_member (preset, "question"), !=, "");
      g_assert_true (json_object_has_member (json_node_get_object (root), "years"));
    }
  run_line (&wrong, "run cloud-wintr");
  g_assert_cmpint (wrong.status, ==, 2);
  g_assert_nonnull (strstr (wrong.err, "did you mean “cloud-winter”?"));
}

/* A code runs as the scenario does that it was made of, and comes back as its file. */
static void
test_share (void)
{
  g_auto (Run) shared = { 0 };
  g_auto (Run) by_code = { 0 };
  g_auto (Run) direct = { 0 };
  g_auto (Run) file = { 0 };
  g_auto (Run) wrong = { 0 };
  g_autofree char *run_code = NULL;
  g_autofree char *unshare = NULL;

  run_line (&shared, "share cloud-winter --set ad-margin=42 --horizon 7");
  assert_good (&shared);
  g_strchomp (shared.out);
  run_code = g_strdup_printf ("run %s --format csv", shared.out);
  run_line (&by_code, run_code);
  run_line (&direct, "run cloud-winter --set ad-margin=42 --horizon 7 --format csv");
  assert_good (&direct);
  g_assert_cmpstr (by_code.out, ==, direct.out);

  g_strdelimit (shared.out, "-", ' ');
  unshare = g_strdup_printf ("unshare %s", shared.out);
  run_line (&file, unshare);
  assert_good (&file);
  g_assert_nonnull (strstr (file.out, "\"ad-margin\": 42"));
  g_assert_nonnull (strstr (file.out, "\"horizon\": 7"));

  run_line (&wrong, "unshare TS-00000-00000");
  g_assert_cmpint (wrong.status, ==, 2);
  g_assert_nonnull (strstr (wrong.err, "share code: "));
}

/* A preset is what the same settings are by hand. */
static void
test_preset_is_its_settings (void)
{
  g_auto (Run) preset = { 0 };
  g_auto (Run) by_hand = { 0 };

  run_line (&preset, "run free-fulfilment --format json");
  run_line (&by_hand, "run --base-year 2025 --set fba-fee=0 --format json");
  g_assert_cmpstr (preset.out, ==, by_hand.out);
}

int
main (int   argc,
      char *argv[])
{
  int status;

  g_test_init (&argc, &argv, NULL);
  set_up ();
  g_test_add_func ("/cli/run/equals-library", test_equals_library);
  g_test_add_func ("/cli/run/defaults", test_defaults);
  g_test_add_func ("/cli/run/scenario-file", test_scenario_file);
  g_test_add_func ("/cli/run/every-driver-at-its-ends", test_every_driver_at_its_ends);
  g_test_add_func ("/cli/run/every-driver-beyond-its-ends", test_every_driver_beyond_its_ends);
  g_test_add_func ("/cli/run/csv", test_csv);
  g_test_add_func ("/cli/run/null", test_null);
  g_test_add_func ("/cli/run/table", test_table);
  g_test_add_func ("/cli/run/every-rung", test_every_rung);
  g_test_add_func ("/cli/run/presets", test_presets);
  g_test_add_func ("/cli/run/share", test_share);
  g_test_add_func ("/cli/run/preset-is-its-settings", test_preset_is_its_settings);
  status = g_test_run ();
  clean_up ();
  return status;
}
