/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "souls-presets.h"

#include <glib/gstdio.h>
#include <math.h>
#include <string.h>

static SoulsDataSet *data;

/* Each ships with a title, the question that it answers and notes, and can be run. */
static void
test_walk (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SoulsPresets) presets = souls_presets_load (data, &error);

  g_assert_no_error (error);
  g_assert_cmpint (souls_presets_get_n (presets), >=, 12);
  g_assert_null (souls_presets_get_warnings (presets)[0]);
  for (int i = 0; i < souls_presets_get_n (presets); i++)
    {
      const SoulsPreset *preset = souls_presets_get (presets, i);
      const SoulsScenario *scenario = preset->scenario;
      const SoulsCalibration *calibration;
      SoulsDrivers drivers;
      SoulsResults results;

      g_test_message ("%s", preset->id);
      g_assert_true (souls_presets_find (presets, preset->id) == preset);
      g_assert_null (preset->path);
      g_assert_cmpint (scenario->base_year, !=, 0);
      g_assert_true (g_str_has_suffix (scenario->text[SOULS_SCENARIO_QUESTION], "?"));
      g_assert_true (g_str_has_suffix (scenario->text[SOULS_SCENARIO_NOTES], "."));
      g_assert_cmpstr (scenario->text[SOULS_SCENARIO_TITLE], !=, "");
      g_assert_cmpuint (g_strv_length (scenario->charts), ==, 2);
      g_assert_true (souls_scenario_resolve (scenario, data, &calibration, &drivers, &error));
      souls_project (calibration, &scenario->settings, &drivers, &results);
      for (int t = 0; t <= results.horizon; t++)
        g_assert_true (isfinite (results.value[SOULS_METRIC_WITHOUT_AWS][t]));
    }
  g_assert_null (souls_presets_find (presets, "no-such"));
}

static double
last (const SoulsPresets *presets,
      const char         *id,
      SoulsMetric         metric)
{
  const SoulsScenario *scenario = souls_presets_find (presets, id)->scenario;
  const SoulsCalibration *calibration;
  SoulsDrivers drivers;
  SoulsResults results;

  g_assert_true (souls_scenario_resolve (scenario, data, &calibration, &drivers, NULL));
  souls_project (calibration, &scenario->settings, &drivers, &results);
  return results.value[metric][results.horizon];
}

/* What the notes say of them. */
static void
test_notes (void)
{
  g_autoptr (SoulsPresets) presets = souls_presets_load (data, NULL);
  const double stores = last (presets, "reported-trend", SOULS_METRIC_WITHOUT_AWS);
  const double total = last (presets, "reported-trend", SOULS_METRIC_INCOME_TOTAL);
  const double sales = last (presets, "reported-trend", SOULS_METRIC_SALES_TOTAL);
  const double margin = last (presets, "reported-trend", SOULS_METRIC_MARGIN_STORES);

  g_assert_cmpfloat_with_epsilon (last (presets, "cloud-winter", SOULS_METRIC_WITHOUT_AWS), stores, 1e-6);
  g_assert_cmpfloat (last (presets, "cloud-winter", SOULS_METRIC_INCOME_TOTAL), <, total);
  g_assert_cmpfloat (last (presets, "cloud-winter", SOULS_METRIC_MARGIN_AWS), >,
                     last (presets, "cloud-price-war", SOULS_METRIC_MARGIN_AWS));
  g_assert_cmpfloat_with_epsilon (last (presets, "cloud-price-war", SOULS_METRIC_WITHOUT_AWS), stores, 1e-6);
  g_assert_cmpfloat (last (presets, "all-first-party", SOULS_METRIC_SALES_TOTAL), >, sales);
  g_assert_cmpfloat (last (presets, "all-first-party", SOULS_METRIC_WITHOUT_AWS), <, stores);
  g_assert_cmpfloat (last (presets, "all-marketplace", SOULS_METRIC_SALES_TOTAL), <, sales);
  g_assert_cmpfloat (last (presets, "all-marketplace", SOULS_METRIC_MARGIN_STORES), >, margin);
  g_assert_cmpfloat (last (presets, "free-fulfilment", SOULS_METRIC_WITHOUT_AWS), <, 0);
  g_assert_cmpfloat (last (presets, "ads-off", SOULS_METRIC_SALES_ADVERTISING), ==, 0);
  g_assert_cmpfloat (fabs (last (presets, "ads-off", SOULS_METRIC_MARGIN_STORES)), <, 0.01);
  g_assert_cmpfloat (last (presets, "ai-capex-surge", SOULS_METRIC_INCOME_AWS), <, total - stores);
  g_assert_cmpfloat (last (presets, "server-life-cut", SOULS_METRIC_INCOME_AWS), <, total - stores);
  g_assert_cmpfloat (last (presets, "spin-off", SOULS_METRIC_WITHOUT_AWS), <, stores);
  g_assert_cmpfloat (last (presets, "grocery-margins", SOULS_METRIC_WITHOUT_AWS), <, stores);
  g_assert_cmpfloat_with_epsilon (last (presets, "walmart-overhead", SOULS_METRIC_MARGIN_STORES), 0.042, 0.001);
  g_assert_cmpint (souls_presets_find (presets, "back-in-2014")->scenario->base_year, ==, 2014);
}

/* The user's own come after those that ship; one that cannot be read, or has a name that is taken, is left out and said. */
static void
test_own (void)
{
  g_autofree char *folder = souls_presets_folder ();
  g_autofree char *good = g_build_filename (folder, "mine.souls", NULL);
  g_autofree char *bad = g_build_filename (folder, "bad.souls", NULL);
  g_autofree char *taken = g_build_filename (folder, "cloud-winter.souls", NULL);
  g_autoptr (SoulsScenario) scenario = souls_scenario_new ();
  g_autoptr (SoulsPresets) presets = NULL;
  const SoulsPreset *mine;

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  souls_scenario_set_text (scenario, SOULS_SCENARIO_TITLE, "Mine");
  g_assert_true (souls_scenario_write (scenario, good, NULL));
  g_assert_true (souls_scenario_write (scenario, taken, NULL));
  g_assert_true (g_file_set_contents (bad, "{", -1, NULL));
  presets = souls_presets_load (data, NULL);
  mine = souls_presets_find (presets, "mine");
  g_assert_cmpstr (mine->path, ==, good);
  g_assert_cmpstr (mine->scenario->text[SOULS_SCENARIO_TITLE], ==, "Mine");
  g_assert_true (souls_presets_get (presets, souls_presets_get_n (presets) - 1) == mine);
  g_assert_null (souls_presets_find (presets, "cloud-winter")->path);
  g_assert_null (souls_presets_find (presets, "bad"));
  g_assert_cmpuint (g_strv_length ((char **) souls_presets_get_warnings (presets)), ==, 2);
  g_assert_nonnull (strstr (souls_presets_get_warnings (presets)[0], "bad.souls"));
  g_remove (good);
  g_remove (bad);
  g_remove (taken);
}

int
main (int    argc,
      char **argv)
{
  int status;

  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  data = souls_data_set_load_default (NULL);
  g_test_add_func ("/scenario/presets/walk", test_walk);
  g_test_add_func ("/scenario/presets/notes", test_notes);
  g_test_add_func ("/scenario/presets/own", test_own);
  status = g_test_run ();
  souls_data_set_unref (data);
  return status;
}
