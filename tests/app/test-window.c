/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "souls-config.h"

#include <glib/gstdio.h>
#include <math.h>

#include "app-test.h"
#include "souls-app-state.h"
#include "souls-chart-table.h"
#include "souls-chart-walk.h"
#include "souls-setting-row.h"
#include "souls-sources-dialog.h"
#include "souls-tie-out-dialog.h"

static SoulsApplication *application;

static void
forget_all (void)
{
  GSettings *settings = souls_app_state_open ();
  const char *const *keys = souls_app_state_keys ();

  for (int i = 0; keys[i] != NULL; i++)
    g_settings_reset (settings, keys[i]);
  g_object_unref (settings);
}

static SoulsWindow *
open_window (void)
{
  forget_all ();

  return app_test_show (application);
}

static void
set_shown (SoulsDriverRow *row,
           double          shown)
{
  gtk_range_set_value (GTK_RANGE (souls_driver_row_get_slider (row)), shown);
}

static void
test_headline_follows (void)
{
  SoulsWindow *window = open_window ();
  SoulsSession *session = souls_window_get_session (window);
  g_autofree char *before = g_strdup (souls_headline_get_text (window->headline));

  g_assert_true (g_str_has_prefix (before, "Without AWS"));
  g_assert_true (souls_session_set_driver (session, SOULS_DRIVER_AD_MARGIN, 0.0, NULL));
  g_assert_cmpstr (souls_headline_get_text (window->headline), !=, before);
  souls_session_undo (session);
  g_assert_cmpstr (souls_headline_get_text (window->headline), ==, before);
  app_test_close (window);
}

static void
test_status_line (void)
{
  SoulsWindow *window = open_window ();
  SoulsSession *session = souls_window_get_session (window);

  g_assert_cmpstr (souls_headline_get_status (window->headline), ==,
                   "fiscal 2025 ties to the 10-K · all sliders at baseline · meaning: arithmetic");
  souls_session_set_driver (session, SOULS_DRIVER_AD_MARGIN, 0.25, NULL);
  souls_session_set_driver (session, SOULS_DRIVER_AWS_GROWTH, 0.0, NULL);
  app_test_activate (window, "rung", g_variant_new_string ("stranded"));
  app_test_activate (window, "base-year", g_variant_new_int32 (2022));
  g_assert_cmpstr (souls_headline_get_status (window->headline), ==,
                   "fiscal 2022 ties to the 10-K · 2 sliders moved · meaning: stranded costs");
  app_test_close (window);
}

static void
test_title (void)
{
  SoulsWindow *window = open_window ();

  g_assert_cmpstr (adw_window_title_get_subtitle (window->title), ==, "Baseline of fiscal 2025");
  souls_session_set_driver (souls_window_get_session (window), SOULS_DRIVER_AD_MARGIN, 0.25, NULL);
  g_assert_cmpstr (adw_window_title_get_subtitle (window->title), ==, "Own scenario ●");
  app_test_close (window);
}

/* What the hand does: press, move several times, let go. One step of undo. */
static void
test_drag_is_one_step (void)
{
  SoulsWindow *window = open_window ();
  SoulsSession *session = souls_window_get_session (window);
  SoulsDriverRow *row = app_test_row (window, SOULS_N_GROUPS, SOULS_DRIVER_AD_MARGIN);
  SoulsSlider *slider = souls_driver_row_get_slider (row);

  g_signal_emit_by_name (slider, "gesture-begin");
  g_assert_true (souls_session_in_gesture (session));
  set_shown (row, 30);
  set_shown (row, 20);
  set_shown (row, 10);
  g_signal_emit_by_name (slider, "gesture-end");

  g_assert_false (souls_session_in_gesture (session));
  g_assert_cmpfloat_with_epsilon (souls_session_get_driver (session, SOULS_DRIVER_AD_MARGIN), 0.10, 1e-12);
  g_assert_true (app_test_enabled (window, "undo"));
  app_test_activate (window, "undo", NULL);
  g_assert_false (souls_session_is_moved (session, SOULS_DRIVER_AD_MARGIN));
  g_assert_false (app_test_enabled (window, "undo"));
  app_test_activate (window, "redo", NULL);
  g_assert_cmpfloat_with_epsilon (souls_session_get_driver (session, SOULS_DRIVER_AD_MARGIN), 0.10, 1e-12);
  app_test_close (window);
}

static gboolean
is_essential (SoulsDriver driver)
{
  int n;
  const SoulsDriver *essentials = souls_essential_drivers (&n);

  for (int i = 0; i < n; i++)
    if (essentials[i] == driver)
      return TRUE;
  return FALSE;
}

static void
test_every_driver_has_its_row (void)
{
  SoulsWindow *window = open_window ();

  for (int driver = 0; driver < SOULS_N_DRIVERS; driver++)
    {
      const SoulsDriverInfo *info = souls_driver_info ((SoulsDriver) driver);

      for (int group = 0; group < SOULS_N_SIDEBAR_GROUPS; group++)
        {
          SoulsDriverRow *row = app_test_row (window, (SoulsGroup) group, (SoulsDriver) driver);
          gboolean wanted = group == SOULS_N_GROUPS ? is_essential ((SoulsDriver) driver)
                                                    : group == (int) info->group;

          if ((row != NULL) != wanted)
            g_error ("%s in group %d: expected %s", info->id, group, wanted ? "a row" : "no row");
          if (row != NULL)
            g_assert_cmpint (souls_driver_row_get_driver (row), ==, driver);
        }
    }
  app_test_close (window);
}

/* Both rows of an essential driver say the same, whichever was moved. */
static void
test_essentials_follow (void)
{
  SoulsWindow *window = open_window ();
  SoulsDriverRow *first = app_test_row (window, SOULS_N_GROUPS, SOULS_DRIVER_AD_MARGIN);
  SoulsDriverRow *second = app_test_row (window, SOULS_GROUP_ADVERTISING_PRIME, SOULS_DRIVER_AD_MARGIN);

  set_shown (first, 33);
  g_assert_cmpfloat_with_epsilon (gtk_range_get_value (GTK_RANGE (souls_driver_row_get_slider (second))), 33, 1e-9);
  set_shown (second, 44);
  g_assert_cmpfloat_with_epsilon (gtk_range_get_value (GTK_RANGE (souls_driver_row_get_slider (first))), 44, 1e-9);
  app_test_close (window);
}

static void
test_every_slider_reaches_its_ends (void)
{
  SoulsWindow *window = open_window ();
  SoulsSession *session = souls_window_get_session (window);
  const SoulsCalibration *calibration = souls_session_get_calibration (session);

  for (int i = 0; i < SOULS_N_DRIVERS; i++)
    {
      SoulsDriver driver = (SoulsDriver) i;
      SoulsDriverRow *row = app_test_row (window, souls_driver_info (driver)->group, driver);
      GtkAdjustment *adjustment = gtk_range_get_adjustment (GTK_RANGE (souls_driver_row_get_slider (row)));
      double scale = 1e-9 * (1 + fabs (calibration->max[i]));

      set_shown (row, gtk_adjustment_get_upper (adjustment));
      g_assert_cmpfloat_with_epsilon (souls_session_get_driver (session, driver), calibration->max[i], scale);
      set_shown (row, gtk_adjustment_get_lower (adjustment));
      g_assert_cmpfloat_with_epsilon (souls_session_get_driver (session, driver), calibration->min[i], scale);
      souls_session_reset_driver (session, driver);
      g_assert_cmpfloat_with_epsilon (gtk_adjustment_get_value (adjustment),
                                      souls_driver_to_shown (driver, calibration->baseline[i]), 1e-6);
    }
  g_assert_cmpint (souls_session_get_n_moved (session), ==, 0);
  app_test_close (window);
}

static void
test_base_year (void)
{
  SoulsWindow *window = open_window ();
  SoulsSession *session = souls_window_get_session (window);
  SoulsDataSet *data = souls_session_get_data (session);

  for (int year = souls_data_set_get_first_year (data); year <= souls_data_set_get_last_year (data); year++)
    {
      g_autoptr (GVariant) state = NULL;

      app_test_activate (window, "base-year", g_variant_new_int32 (year));
      state = app_test_state (window, "base-year");
      g_assert_cmpint (souls_session_get_base_year (session), ==, year);
      g_assert_cmpint (g_variant_get_int32 (state), ==, year);
    }

  app_test_activate (window, "base-year", g_variant_new_int32 (1999));
  g_assert_cmpint (souls_session_get_base_year (session), ==, souls_data_set_get_last_year (data));
  g_assert_nonnull (souls_window_get_message (window));
  app_test_close (window);
}

static void
test_rungs (void)
{
  SoulsWindow *window = open_window ();
  SoulsSession *session = souls_window_get_session (window);

  for (int rung = 0; rung < SOULS_N_RUNGS; rung++)
    {
      app_test_activate (window, "rung", g_variant_new_string (souls_rung_id ((SoulsRung) rung)));
      g_assert_cmpint (souls_session_get_settings (session)->rung, ==, rung);
    }
  app_test_close (window);
}

static void
test_charts (void)
{
  SoulsWindow *window = open_window ();

  for (int chart = 0; chart < SOULS_N_CHARTS; chart++)
    {
      const char *id = souls_chart_id ((SoulsChart) chart);
      g_autoptr (GVariant) left = NULL;
      g_autoptr (GVariant) right = NULL;

      app_test_activate (window, "left-chart", g_variant_new_string (id));
      souls_chart_pane_set_chart (window->right_pane, id);
      app_test_settle ();
      left = app_test_state (window, "left-chart");
      right = app_test_state (window, "right-chart");
      g_assert_cmpstr (souls_chart_pane_get_chart (window->left_pane), ==, id);
      g_assert_cmpstr (g_variant_get_string (left, NULL), ==, id);
      g_assert_cmpstr (g_variant_get_string (right, NULL), ==, id);
    }
  app_test_close (window);
}

static void
test_years (void)
{
  SoulsWindow *window = open_window ();
  SoulsSession *session = souls_window_get_session (window);
  int steps = 0;

  souls_session_set_year (session, souls_session_get_first_year (session));
  g_assert_false (app_test_enabled (window, "previous-year"));
  while (app_test_enabled (window, "next-year"))
    {
      app_test_activate (window, "next-year", NULL);
      steps++;
    }
  g_assert_cmpint (souls_session_get_year (session), ==, souls_session_get_last_year (session));
  g_assert_cmpint (steps, ==, souls_session_get_last_year (session) - souls_session_get_first_year (session));
  app_test_activate (window, "previous-year", NULL);
  g_assert_cmpint (souls_session_get_year (session), ==, souls_session_get_last_year (session) - 1);
  app_test_close (window);
}

static void
test_reset_all (void)
{
  SoulsWindow *window = open_window ();
  SoulsSession *session = souls_window_get_session (window);

  g_assert_false (app_test_enabled (window, "reset-all"));
  souls_session_set_driver (session, SOULS_DRIVER_AD_MARGIN, 0.25, NULL);
  souls_session_set_driver (session, SOULS_DRIVER_AWS_GROWTH, 0.0, NULL);
  g_assert_true (app_test_enabled (window, "reset-all"));
  app_test_activate (window, "reset-all", NULL);
  g_assert_cmpint (souls_session_get_n_moved (session), ==, 0);
  g_assert_nonnull (window->reset_toast);
  app_test_activate (window, "undo", NULL);
  g_assert_cmpint (souls_session_get_n_moved (session), ==, 2);
  /* Its Undo would now take back something else. */
  app_test_settle ();
  g_assert_null (window->reset_toast);
  /* The toast may go while it still appears: what it leaves behind shows in the next second. */
  for (gint64 end = g_get_monotonic_time () + G_USEC_PER_SEC; g_get_monotonic_time () < end;)
    app_test_settle ();
  app_test_close (window);
}

static GtkSpinButton *
find_spin (GtkWidget *widget)
{
  if (SOULS_IS_SETTING_ROW (widget))
    return souls_setting_row_get_spin (SOULS_SETTING_ROW (widget));

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkSpinButton *spin = find_spin (child);

      if (spin != NULL)
        return spin;
    }

  return NULL;
}

static void
test_horizon (void)
{
  SoulsWindow *window = open_window ();
  SoulsSession *session = souls_window_get_session (window);
  SoulsDriverGroup *group = souls_sidebar_get_group (window->sidebar, SOULS_GROUP_HORIZON);
  GtkSpinButton *spin;

  souls_driver_group_set_expanded (group, TRUE);
  spin = find_spin (GTK_WIDGET (group));
  g_assert_nonnull (spin);
  g_assert_cmpint (gtk_spin_button_get_value_as_int (spin), ==, 10);
  gtk_spin_button_set_value (spin, 4);
  g_assert_cmpint (souls_session_get_settings (session)->horizon, ==, 4);
  souls_session_undo (session);
  g_assert_cmpint (gtk_spin_button_get_value_as_int (spin), ==, 10);
  app_test_close (window);
}

/* Nothing of it may be wider than a phone; the sidebar folds, the charts stand one below the other. */
static void
test_narrow (void)
{
  SoulsWindow *window;
  GSettings *settings = souls_app_state_open ();
  int minimum;

  forget_all ();
  g_settings_set_int (settings, "window-width", 360);
  g_settings_set_int (settings, "window-height", 640);
  g_settings_set_strv (settings, "expanded-groups",
                       (const char *const []) { "essentials", "marketplace", "horizon", "cash", NULL });
  window = app_test_show (application);
  app_test_settle ();

  gtk_widget_measure (GTK_WIDGET (window), GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  g_assert_cmpint (minimum, <=, 360);
  g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (window)), <=, 360);
  g_assert_true (adw_flap_get_folded (window->flap));
  g_assert_false (adw_flap_get_reveal_flap (window->flap));
  g_assert_true (souls_panes_is_stacked (window->panes));

  app_test_activate (window, "toggle-sidebar", NULL);
  app_test_settle ();
  g_assert_true (adw_flap_get_reveal_flap (window->flap));
  app_test_close (window);
  g_object_unref (settings);
}

static void
test_wide (void)
{
  SoulsWindow *window = open_window ();

  app_test_settle ();
  g_assert_false (adw_flap_get_folded (window->flap));
  g_assert_false (souls_panes_is_stacked (window->panes));
  app_test_close (window);
}

static void
test_remembers (void)
{
  SoulsWindow *window = open_window ();
  SoulsSession *session = souls_window_get_session (window);
  g_auto (GStrv) groups = NULL;
  int width, height;

  app_test_settle ();
  app_test_activate (window, "base-year", g_variant_new_int32 (2017));
  app_test_activate (window, "rung", g_variant_new_string ("one-time"));
  souls_session_set_horizon (session, 7, NULL);
  souls_session_set_driver (session, SOULS_DRIVER_AD_MARGIN, 0.1, NULL);
  souls_chart_pane_set_chart (window->left_pane, "segments");
  souls_chart_pane_set_chart (window->right_pane, "two-souls");
  souls_panes_set_position (window->panes, 0.4);
  souls_sidebar_set_expanded (window->sidebar, (const char *const []) { "aws", "cash", NULL });
  adw_flap_set_reveal_flap (window->flap, FALSE);
  gtk_window_set_default_size (GTK_WINDOW (window), 1100, 700);
  app_test_close (window);

  window = app_test_show (application);
  session = souls_window_get_session (window);
  groups = souls_sidebar_get_expanded (window->sidebar);
  g_assert_cmpint (souls_session_get_base_year (session), ==, 2017);
  g_assert_cmpint (souls_session_get_settings (session)->rung, ==, SOULS_RUNG_ONE_TIME);
  g_assert_cmpint (souls_session_get_settings (session)->horizon, ==, 7);
  /* Sliders are the scenario's, not the window's. */
  g_assert_cmpint (souls_session_get_n_moved (session), ==, 0);
  g_assert_cmpstr (souls_chart_pane_get_chart (window->left_pane), ==, "segments");
  g_assert_cmpstr (souls_chart_pane_get_chart (window->right_pane), ==, "two-souls");
  g_assert_cmpfloat (souls_panes_get_position (window->panes), ==, 0.4);
  g_assert_cmpuint (g_strv_length (groups), ==, 2);
  g_assert_false (adw_flap_get_reveal_flap (window->flap));
  /* Shown, not just asked for: a window must not creep from start to start. */
  app_test_settle ();
  gtk_window_get_default_size (GTK_WINDOW (window), &width, &height);
  g_assert_cmpint (width, ==, 1100);
  g_assert_cmpint (height, ==, 700);
  app_test_close (window);
  forget_all ();
}

static char *
write_file (const char *name,
            const char *text)
{
  char *path = g_build_filename (g_get_tmp_dir (), name, NULL);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);

  return path;
}

/* One row each: files that are no scenario, and a word that the message must hold. */
/* The table of the chart that is open above a window, or NULL. */
static SoulsChartTable *
find_table (void)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *l = windows; l != NULL; l = l->next)
    if (SOULS_IS_CHART_TABLE (l->data))
      return l->data;
  return NULL;
}

/* Every chart has a table with a row for each mark, none of them empty. */
static void
test_chart_tables (void)
{
  SoulsWindow *window = open_window ();

  for (int i = 0; i < SOULS_N_CHARTS; i++)
    {
      SoulsChartTable *table;
      const SoulsScene *scene;
      g_autofree char *text = NULL;

      souls_chart_pane_set_chart (window->left_pane, souls_chart_id ((SoulsChart) i));
      scene = souls_chart_view_get_scene (souls_chart_pane_get_view (window->left_pane));
      gtk_widget_activate_action (GTK_WIDGET (window->left_pane), "chart.show-table", NULL);
      table = find_table ();
      g_assert_nonnull (table);
      g_assert_cmpuint (souls_chart_table_get_n_rows (table), >, 0);
      g_assert_cmpuint (souls_chart_table_get_n_rows (table), ==, souls_scene_get_n_targets (scene));
      text = souls_scene_to_tabbed (scene);
      g_assert_null (strstr (text, "\t\n"));
      g_assert_null (strstr (text, "(null)"));
      gtk_window_destroy (GTK_WINDOW (table));
    }
  app_test_close (window);
}

/* What was copied is what another program gets. */
static void
test_chart_copies (void)
{
  SoulsWindow *window = open_window ();
  GdkClipboard *clipboard = gtk_widget_get_clipboard (GTK_WIDGET (window));

  gtk_widget_activate_action (GTK_WIDGET (window->left_pane), "chart.copy-picture", NULL);
  g_assert_true (gdk_content_formats_contain_gtype (gdk_clipboard_get_formats (clipboard), GDK_TYPE_TEXTURE));
  gtk_widget_activate_action (GTK_WIDGET (window->left_pane), "chart.copy-table", NULL);
  g_assert_true (gdk_content_formats_contain_gtype (gdk_clipboard_get_formats (clipboard), G_TYPE_STRING));
  app_test_close (window);
}

static const struct
{
  const char *name;
  const char *text;
  const char *word;
} bad_files[] = {
  { "two-souls-no-json.souls", "{ \"format\": ", "two-souls-no-json.souls" },
  { "two-souls-other.souls", "{ \"format\": \"something-else\", \"version\": 1 }", "format" },
  { "two-souls-range.souls",
    "{ \"format\": \"two-souls-scenario\", \"version\": 1, \"base_year\": 2025, \"drivers\": { \"ad-margin\": 900 } }",
    "ad-margin" },
  { "two-souls-year.souls", "{ \"format\": \"two-souls-scenario\", \"version\": 1, \"base_year\": 1850 }", "1850" },
};

static void
test_bad_file (gconstpointer data)
{
  guint index = GPOINTER_TO_UINT (data);
  SoulsWindow *window = open_window ();
  SoulsSession *session = souls_window_get_session (window);
  g_autofree char *path = write_file (bad_files[index].name, bad_files[index].text);
  g_autoptr (GFile) file = g_file_new_for_path (path);

  souls_session_set_driver (session, SOULS_DRIVER_AD_MARGIN, 0.1, NULL);
  g_assert_false (souls_window_open (window, file));
  g_assert_nonnull (souls_window_get_message (window));
  if (strstr (souls_window_get_message (window), bad_files[index].word) == NULL)
    g_error ("expected %s in: %s", bad_files[index].word, souls_window_get_message (window));
  g_assert_cmpfloat (souls_session_get_driver (session, SOULS_DRIVER_AD_MARGIN), ==, 0.1);
  g_assert_cmpint (souls_session_get_n_moved (session), ==, 1);
  g_unlink (path);
  app_test_close (window);
}

static void
test_missing_file (void)
{
  SoulsWindow *window = open_window ();
  g_autoptr (GFile) missing = g_file_new_for_path ("/nowhere/at/all.souls");
  g_autoptr (GFile) remote = g_file_new_for_uri ("https://example.org/far.souls");

  g_assert_false (souls_window_open (window, missing));
  g_assert_nonnull (strstr (souls_window_get_message (window), "/nowhere/at/all.souls"));
  g_assert_false (souls_window_open (window, remote));
  g_assert_nonnull (strstr (souls_window_get_message (window), "example.org"));
  app_test_close (window);
}

static void
test_good_file (void)
{
  SoulsWindow *window = open_window ();
  SoulsSession *session = souls_window_get_session (window);
  g_autofree char *path =
    write_file ("two-souls-good.souls",
                "{ \"format\": \"two-souls-scenario\", \"version\": 1, \"title\": \"Cloud winter\", "
                "\"base_year\": 2022, \"drivers\": { \"aws-growth\": 0 } }");
  GFile *files[] = { g_file_new_for_path (path) };

  souls_window_show_message (window, GTK_MESSAGE_ERROR, "an older message");
  gtk_window_present (GTK_WINDOW (window));
  /* As the desktop would hand it over. */
  g_application_open (G_APPLICATION (application), files, 1, "");
  app_test_settle ();
  g_assert_null (souls_window_get_message (window));
  g_assert_cmpint (souls_session_get_base_year (session), ==, 2022);
  g_assert_cmpfloat (souls_session_get_driver (session, SOULS_DRIVER_AWS_GROWTH), ==, 0);
  g_assert_cmpstr (adw_window_title_get_subtitle (window->title), ==, "Cloud winter");
  app_test_activate (window, "undo", NULL);
  g_assert_cmpint (souls_session_get_base_year (session), ==, 2025);
  g_unlink (path);
  g_object_unref (files[0]);
  app_test_close (window);
}

static void
test_tie_out_dialog (void)
{
  SoulsWindow *window = open_window ();
  SoulsTie ties[SOULS_MAX_TIES];
  GListModel *lines;

  app_test_activate (window, "tie-out", NULL);
  app_test_settle ();
  g_assert_nonnull (window->tie_out);
  lines = souls_tie_out_dialog_get_ties (SOULS_TIE_OUT_DIALOG (window->tie_out));
  for (int year = 2014; year <= 2025; year++)
    {
      app_test_activate (window, "base-year", g_variant_new_int32 (year));
      g_assert_cmpint ((int) g_list_model_get_n_items (lines), ==,
                       souls_tie_out (souls_session_get_calibration (window->session), ties));
    }
  app_test_settle ();
  gtk_window_close (window->tie_out);
  app_test_settle ();
  g_assert_null (window->tie_out);
  app_test_close (window);
}

static void
test_sources_dialog (void)
{
  SoulsWindow *window = open_window ();

  app_test_activate (window, "sources", NULL);
  app_test_settle ();
  g_assert_nonnull (window->sources);
  for (int year = 2014; year <= 2025; year++)
    {
      app_test_activate (window, "base-year", g_variant_new_int32 (year));
      /* At least a filing and one belief of each kind. */
      g_assert_cmpint (souls_sources_dialog_get_n_rows (SOULS_SOURCES_DIALOG (window->sources)), >, 10);
    }
  /* It goes with its window. */
  app_test_close (window);
}

static void
test_two_windows (void)
{
  SoulsWindow *first = open_window ();
  SoulsWindow *second = app_test_show (application);

  souls_session_set_driver (souls_window_get_session (first), SOULS_DRIVER_AD_MARGIN, 0.1, NULL);
  g_assert_cmpint (souls_session_get_n_moved (souls_window_get_session (second)), ==, 0);
  g_assert_true (souls_session_get_data (souls_window_get_session (first)) ==
                 souls_session_get_data (souls_window_get_session (second)));
  app_test_close (first);
  app_test_close (second);
}

static void
test_handle_between_charts (void)
{
  SoulsWindow *window = open_window ();
  double before = souls_panes_get_position (window->panes);
  int width;

  app_test_settle ();
  width = gtk_widget_get_width (GTK_WIDGET (window->left_pane));
  souls_panes_set_position (window->panes, before + 0.1);
  app_test_settle ();
  g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (window->left_pane)), >, width);
  souls_panes_set_position (window->panes, 7);
  g_assert_cmpfloat (souls_panes_get_position (window->panes), ==, 0.9);
  app_test_settle ();
  app_test_close (window);
}

/* Where even the data that ships can't be read: a window that says so, and every action asleep. */
static void
test_no_data (void)
{
  g_autoptr (SoulsApplication) broken =
    app_test_start ("io.github.twosouls.TwoSouls.Broken", NULL, "reported.json: <expected> & more");
  SoulsWindow *window = app_test_show (broken);
  const char *const asleep[] = { "undo", "redo", "reset-all", "base-year", "rung", "open", "tie-out", "sources" };
  g_autoptr (GFile) file = g_file_new_for_path ("/nowhere.souls");

  g_assert_null (souls_window_get_session (window));
  g_assert_cmpstr (gtk_stack_get_visible_child_name (window->stack), ==, "problem");
  for (guint i = 0; i < G_N_ELEMENTS (asleep); i++)
    g_assert_false (app_test_enabled (window, asleep[i]));
  g_assert_false (souls_window_open (window, file));
  app_test_close (window);
}

/* A damaged file of the user's is named, and the data that ships work. */
static void
test_damaged_user_file (void)
{
  g_autofree char *folder = g_build_filename (g_get_user_data_dir (), "two-souls", NULL);
  g_autofree char *path = g_build_filename (folder, "mine.reported.json", NULL);
  g_autoptr (SoulsApplication) other = NULL;
  g_autoptr (SoulsDataSet) data = NULL;
  g_autoptr (GError) error = NULL;
  SoulsWindow *window;

  g_mkdir_with_parents (folder, 0700);
  g_file_set_contents (path, "{ not json", -1, NULL);
  data = souls_data_set_load_default (&error);
  g_unlink (path);
  g_assert_no_error (error);

  other = app_test_start ("io.github.twosouls.TwoSouls.Damaged", data, NULL);
  window = app_test_show (other);
  g_assert_nonnull (souls_window_get_message (window));
  g_assert_nonnull (strstr (souls_window_get_message (window), "mine.reported.json"));
  g_assert_nonnull (souls_window_get_session (window));
  app_test_close (window);
}

static const struct
{
  const char *path;
  void (*test) (void);
} tests[] = {
  { "/app/window/headline-follows-the-session", test_headline_follows },
  { "/app/window/status-line", test_status_line },
  { "/app/window/title", test_title },
  { "/app/window/drag-is-one-step-of-undo", test_drag_is_one_step },
  { "/app/window/every-driver-has-its-row", test_every_driver_has_its_row },
  { "/app/window/essentials-follow", test_essentials_follow },
  { "/app/window/every-slider-reaches-its-ends", test_every_slider_reaches_its_ends },
  { "/app/window/base-year", test_base_year },
  { "/app/window/rungs", test_rungs },
  { "/app/window/charts", test_charts },
  { "/app/window/chart-tables", test_chart_tables },
  { "/app/window/chart-copies", test_chart_copies },
  { "/app/window/years", test_years },
  { "/app/window/reset-all", test_reset_all },
  { "/app/window/horizon", test_horizon },
  { "/app/window/narrow", test_narrow },
  { "/app/window/wide", test_wide },
  { "/app/window/remembers", test_remembers },
  { "/app/window/opens-a-scenario", test_good_file },
  { "/app/window/missing-file", test_missing_file },
  { "/app/window/tie-out", test_tie_out_dialog },
  { "/app/window/sources", test_sources_dialog },
  { "/app/window/two-windows", test_two_windows },
  { "/app/window/handle-between-charts", test_handle_between_charts },
  { "/app/window/no-data", test_no_data },
  { "/app/window/damaged-user-file", test_damaged_user_file },
};

/* From a bar of the tornado to the slider that it is about, by pointer or Enter; other marks go nowhere. */
static void
test_show_driver (void)
{
  SoulsWindow *window = app_test_show (application);
  SoulsChartView *view = souls_chart_pane_get_view (window->left_pane);
  const SoulsTarget *target;
  SoulsDriver driver;
  GtkWidget *focus;
  gboolean found = FALSE;

  souls_chart_pane_set_chart (window->left_pane, "tornado");
  app_test_settle ();
  target = souls_scene_get_target (souls_chart_view_get_scene (view), 2);
  driver = (SoulsDriver) (target->key - SOULS_KEY_DRIVER);
  g_assert_true (souls_chart_go_to_driver (GTK_WIDGET (view), SOULS_CHART_TORNADO, target));
  app_test_settle ();
  focus = gtk_root_get_focus (GTK_ROOT (window));
  g_assert_true (SOULS_IS_SLIDER (focus));
  g_assert_true (gtk_widget_get_mapped (focus));
  for (int i = 0; i < SOULS_N_SIDEBAR_GROUPS; i++)
    {
      SoulsDriverGroup *group = souls_sidebar_get_group (window->sidebar, (SoulsGroup) i);

      if (souls_driver_group_get_expanded (group) && souls_driver_group_has (group, driver))
        found |= focus == GTK_WIDGET (souls_driver_row_get_slider (souls_driver_group_get_row (group, driver)));
    }
  g_assert_true (found);
  g_assert_false (souls_chart_go_to_driver (GTK_WIDGET (view), SOULS_CHART_OUTCOMES, target));
  g_assert_false (souls_chart_go_to_driver (GTK_WIDGET (view), SOULS_CHART_TORNADO, NULL));
  app_test_close (window);
}

int
main (int    argc,
      char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  application = app_test_start ("io.github.twosouls.TwoSouls.Test", NULL, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add_func (tests[i].path, tests[i].test);
  g_test_add_func ("/app/window/show-driver", test_show_driver);
  for (guint i = 0; i < G_N_ELEMENTS (bad_files); i++)
    {
      g_autofree char *path = g_strdup_printf ("/app/window/bad-file/%s", bad_files[i].name);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_bad_file);
    }

  status = g_test_run ();
  g_object_unref (application);

  return status;
}
