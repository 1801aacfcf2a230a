/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "souls-config.h"

#include <glib/gstdio.h>
#include <math.h>
#include <string.h>

#include "app-test.h"
#include "souls-difference-dialog.h"
#include "souls-difference-item.h"
#include "souls-difference-text.h"
#include "souls-view-input.h"

static SoulsApplication *application;

static SoulsWindow *
open_window (void)
{
  SoulsWindow *window = app_test_show (application);

  g_assert_true (souls_session_set_base_year (souls_window_get_session (window), 2025, NULL));
  return window;
}

static SoulsComparison *
get_comparison (SoulsWindow *window)
{
  return souls_session_get_comparison (souls_window_get_session (window));
}

/* What a chart is told, and that the scenario itself is not touched by any of it. */
static void
test_charts (void)
{
  SoulsWindow *window = open_window ();
  SoulsSession *session = souls_window_get_session (window);
  SoulsViewInput view;
  const int step = souls_session_get_step (session);

  g_assert_false (app_test_enabled (window, "differences"));
  g_assert_false (app_test_enabled (window, "clear-comparison"));
  app_test_activate (window, "add-to-comparison", NULL);
  g_assert_cmpuint (souls_comparison_get_n (get_comparison (window)), ==, 1);
  g_assert_true (souls_compare_popover_add_preset (window->compare_popover, "cloud-winter"));
  g_assert_false (souls_compare_popover_add_preset (window->compare_popover, "cloud-winter"));
  g_assert_false (souls_compare_popover_add_shown (window->compare_popover));
  g_assert_cmpstr (gtk_label_get_text (window->compare_count), ==, "2");
  g_assert_cmpint (souls_session_get_step (session), ==, step);

  souls_view_input_fill (&view, session, SOULS_CHART_TIMELINE, 0, souls_words_plain ());
  g_assert_cmpint (view.input.n_others, ==, 2);
  g_assert_cmpstr (view.input.others[1].title, ==, "Cloud winter");

  g_assert_true (souls_compare_popover_add_preset (window->compare_popover, "ads-off"));
  g_assert_true (souls_compare_popover_add_preset (window->compare_popover, "spin-off"));
  g_assert_false (app_test_enabled (window, "add-to-comparison"));
  g_assert_false (souls_compare_popover_add_preset (window->compare_popover, "free-fulfilment"));
  app_test_settle ();
  app_test_activate (window, "clear-comparison", NULL);
  g_assert_cmpuint (souls_comparison_get_n (get_comparison (window)), ==, 0);
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (window->compare_count)));
  app_test_close (window);
}

/* A name that says what was done, where there is no title. */
static void
test_names (void)
{
  SoulsWindow *window = open_window ();
  SoulsSession *session = souls_window_get_session (window);
  g_autofree char *baseline = souls_session_name_scenario (session);
  g_autofree char *one = NULL;
  g_autofree char *two = NULL;
  g_autofree char *titled = NULL;

  g_assert_cmpstr (baseline, ==, "Baseline of fiscal 2025");
  g_assert_true (souls_session_set_driver (session, SOULS_DRIVER_AWS_GROWTH, 0.08, NULL));
  one = souls_session_name_scenario (session);
  g_assert_cmpstr (one, ==, "AWS growth 8.0\u202f%");
  g_assert_true (souls_session_set_driver (session, SOULS_DRIVER_AWS_MARGIN, 0.2, NULL));
  two = souls_session_name_scenario (session);
  g_assert_cmpstr (two, ==, "2 sliders moved");
  souls_session_set_text (session, SOULS_SCENARIO_TITLE, "Mine");
  titled = souls_session_name_scenario (session);
  g_assert_cmpstr (titled, ==, "Mine");
  souls_session_mark_saved (session);
  app_test_close (window);
}

static guint
count_rows (SoulsDifferenceDialog *dialog,
            SoulsDifferenceKind    kind)
{
  GListModel *rows = souls_difference_dialog_get_rows (dialog);
  guint n = 0;

  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr (SoulsDifferenceItem) item = g_list_model_get_item (rows, i);
      const SoulsDifference *row = souls_difference_item_get_row (item);

      n += row != NULL && row->kind == kind;
    }
  return n;
}

/* The table follows slider and scrubber; nothing is listed where nothing differs. */
static void
test_table (void)
{
  SoulsWindow *window = open_window ();
  SoulsSession *session = souls_window_get_session (window);
  SoulsDifferenceDialog *dialog;

  souls_session_set_year (session, 2030);
  app_test_activate (window, "add-to-comparison", NULL);
  app_test_activate (window, "differences", NULL);
  app_test_settle ();
  dialog = SOULS_DIFFERENCE_DIALOG (window->differences);
  g_assert_cmpuint (g_list_model_get_n_items (souls_difference_dialog_get_rows (dialog)), ==, 0);
  g_assert_true (souls_session_set_driver (session, SOULS_DRIVER_AWS_GROWTH, 0.02, NULL));
  app_test_settle ();
  g_assert_cmpuint (count_rows (dialog, SOULS_DIFFERENCE_DRIVER), ==, 1);
  g_assert_cmpuint (count_rows (dialog, SOULS_DIFFERENCE_SETTING), ==, 0);
  g_assert_cmpuint (count_rows (dialog, SOULS_DIFFERENCE_METRIC), >=, 4);
  souls_session_set_year (session, 2020);
  app_test_settle ();
  g_assert_cmpuint (count_rows (dialog, SOULS_DIFFERENCE_METRIC), ==, 0);
  g_assert_cmpuint (count_rows (dialog, SOULS_DIFFERENCE_DRIVER), ==, 1);
  app_test_activate (window, "clear-comparison", NULL);
  app_test_settle ();
  g_assert_cmpuint (g_list_model_get_n_items (souls_difference_dialog_get_rows (dialog)), ==, 0);
  gtk_window_destroy (GTK_WINDOW (dialog));
  souls_session_mark_saved (session);
  app_test_close (window);
}

/* Values, and how far results are from what is shown, in words. */
static void
test_words (void)
{
  const SoulsWords *words = souls_words_plain ();
  const SoulsDifference rung = { SOULS_DIFFERENCE_SETTING, SOULS_COMPARED_RUNG, { 0, 1 } };
  const SoulsDifference driver = { SOULS_DIFFERENCE_DRIVER, SOULS_DRIVER_AWS_GROWTH, { 8, NAN } };
  const SoulsDifference income = { SOULS_DIFFERENCE_METRIC, SOULS_METRIC_INCOME_TOTAL, { 41000, -500 } };
  const SoulsDifference margin = { SOULS_DIFFERENCE_METRIC, SOULS_METRIC_MARGIN_TOTAL, { 0.1, 0.085 } };
  const struct
  {
    const SoulsDifference *row;
    const char *value[2];
    const char *change;
  } cases[] = {
    { &rung, { "arithmetic", "with stranded costs" }, NULL },
    { &driver, { "8.0\u202f%", "" }, NULL },
    { &income, { "$41.0\u202fbn", "−$500\u202fm" }, "−$41.5\u202fbn" },
    { &margin, { "10.0\u202f%", "8.5\u202f%" }, "−1.5\u202fpoints" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *change = souls_difference_change (cases[i].row, 1, words);

      for (int side = 0; side < 2; side++)
        {
          g_autofree char *value = souls_difference_value (cases[i].row, side, words);

          if (i > 0)
            g_assert_cmpstr (value, ==, cases[i].value[side]);
          else
            g_assert_cmpstr (value, ==, souls_rung_name ((SoulsRung) side));
        }
      g_assert_cmpstr (change, ==, cases[i].change);
      g_assert_null (souls_difference_change (cases[i].row, 0, words));
    }
}

/* The file is what RFC 4180 asks for, and is said to be saved only where it is. */
static void
test_csv (void)
{
  SoulsWindow *window = open_window ();
  SoulsSession *session = souls_window_get_session (window);
  g_autofree char *folder = g_dir_make_tmp ("two-souls-compare-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "differences.csv", NULL);
  g_autofree char *nowhere = g_build_filename (folder, "none", "differences.csv", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFile) bad = g_file_new_for_path (nowhere);
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;

  app_test_activate (window, "add-to-comparison", NULL);
  souls_comparison_rename (get_comparison (window), 0, "Bob's \"best\", of all");
  g_assert_true (souls_session_set_driver (session, SOULS_DRIVER_AWS_GROWTH, 0.025, NULL));
  g_assert_true (souls_window_write_differences (window, file));
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  lines = g_strsplit (text, "\r\n", -1);
  g_assert_cmpstr (lines[0], ==, "kind,id,name,unit,AWS growth 2.5\u202f%,\"Bob's \"\"best\"\", of all\"");
  g_assert_cmpstr (lines[1], ==, "driver,aws-growth,AWS growth,percent per year,2.5,");
  g_assert_true (g_str_has_prefix (lines[2], "metric,operating-income-total,\"Operating income, whole company\",$ million,"));
  g_assert_true (g_str_has_suffix (text, "\r\n"));
  g_assert_null (souls_window_get_message (window));
  g_assert_false (souls_window_write_differences (window, bad));
  g_assert_nonnull (strstr (souls_window_get_message (window), "differences.csv"));
  g_remove (path);
  g_rmdir (folder);
  souls_session_mark_saved (session);
  app_test_close (window);
}

int
main (int   argc,
      char *argv[])
{
  g_autofree char *folder = g_dir_make_tmp ("two-souls-compare-XXXXXX", NULL);
  int result;

  /* The user's own presets and drafts are those of this test. */
  g_setenv ("XDG_DATA_HOME", folder, TRUE);
  g_setenv ("XDG_STATE_HOME", folder, TRUE);
  g_test_init (&argc, &argv, NULL);
  application = app_test_start ("io.github.twosouls.TwoSouls.CompareTest", NULL, NULL);

  g_test_add_func ("/app/compare/charts", test_charts);
  g_test_add_func ("/app/compare/names", test_names);
  g_test_add_func ("/app/compare/table", test_table);
  g_test_add_func ("/app/compare/words", test_words);
  g_test_add_func ("/app/compare/csv", test_csv);

  result = g_test_run ();
  g_object_unref (application);
  return result;
}
