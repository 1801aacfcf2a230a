/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "souls-config.h"

#include "app-test.h"
#include "souls-app-state.h"
#include "souls-band-editor.h"
#include "souls-chart-gallery.h"
#include "souls-chart-pane.h"
#include "souls-chart-table.h"
#include "souls-difference-dialog.h"
#include "souls-export-dialog.h"
#include "souls-explain-popover.h"
#include "souls-goal-dialog.h"
#include "souls-handout-dialog.h"
#include "souls-history-popover.h"
#include "souls-lesson-editor.h"
#include "souls-presenter-bar.h"
#include "souls-preset-dialog.h"
#include "souls-share-dialog.h"
#include "souls-sources-dialog.h"
#include "souls-tie-out-dialog.h"
#include "souls-votes-dialog.h"

#define FOLDER "/io/github/twosouls/TwoSouls/ui/"

static SoulsApplication *application;

/* One row each: the class of a .ui file, made as the program makes it. */
static const struct
{
  const char *file;
  GType (*type) (void);
} templates[] = {
  { "souls-band-editor.ui", souls_band_editor_get_type },
  { "souls-chart-gallery.ui", souls_chart_gallery_get_type },
  { "souls-chart-pane.ui", souls_chart_pane_get_type },
  { "souls-chart-table.ui", souls_chart_table_get_type },
  { "souls-compare-popover.ui", souls_compare_popover_get_type },
  { "souls-difference-dialog.ui", souls_difference_dialog_get_type },
  { "souls-driver-row.ui", souls_driver_row_get_type },
  { "souls-export-dialog.ui", souls_export_dialog_get_type },
  { "souls-explain-popover.ui", souls_explain_popover_get_type },
  { "souls-goal-dialog.ui", souls_goal_dialog_get_type },
  { "souls-handout-dialog.ui", souls_handout_dialog_get_type },
  { "souls-headline.ui", souls_headline_get_type },
  { "souls-history-popover.ui", souls_history_popover_get_type },
  { "souls-lesson-editor.ui", souls_lesson_editor_get_type },
  { "souls-presenter-bar.ui", souls_presenter_bar_get_type },
  { "souls-preset-dialog.ui", souls_preset_dialog_get_type },
  { "souls-scrubber.ui", souls_scrubber_get_type },
  { "souls-share-dialog.ui", souls_share_dialog_get_type },
  { "souls-sidebar.ui", souls_sidebar_get_type },
  { "souls-sources-dialog.ui", souls_sources_dialog_get_type },
  { "souls-story-bar.ui", souls_story_bar_get_type },
  { "souls-tie-out-dialog.ui", souls_tie_out_dialog_get_type },
  { "souls-votes-dialog.ui", souls_votes_dialog_get_type },
  { "souls-why-bar.ui", souls_why_bar_get_type },
  { "souls-window.ui", souls_window_get_type },
};

static void
test_instantiates (gconstpointer data)
{
  guint index = GPOINTER_TO_UINT (data);
  GtkWidget *widget = g_object_new (templates[index].type (), NULL);

  g_assert_true (GTK_IS_WIDGET (widget));
  if (GTK_IS_WINDOW (widget))
    gtk_window_destroy (GTK_WINDOW (widget));
  else
    g_object_unref (g_object_ref_sink (widget));
}

/* A template that nobody lists above would never be made here. */
static void
test_all_are_listed (void)
{
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) files = g_resources_enumerate_children (FOLDER, 0, &error);

  g_assert_no_error (error);
  for (int i = 0; files[i] != NULL; i++)
    {
      gboolean found = !g_str_has_suffix (files[i], ".ui");

      for (guint j = 0; j < G_N_ELEMENTS (templates); j++)
        found |= g_str_equal (templates[j].file, files[i]);
      if (!found)
        g_error ("%s is in no row of the test's table", files[i]);
    }
}

static void
test_help_overlay (void)
{
  g_autoptr (GtkBuilder) builder =
    gtk_builder_new_from_resource ("/io/github/twosouls/TwoSouls/gtk/help-overlay.ui");
  GObject *window = gtk_builder_get_object (builder, "help_overlay");

  g_assert_true (GTK_IS_SHORTCUTS_WINDOW (window));
  /* Shown: with more than one page GTK measures an empty label below zero and warns. */
  gtk_window_present (GTK_WINDOW (window));
  app_test_settle ();
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_state_defaults (void)
{
  GSettings *settings = souls_app_state_open ();
  const char *const *keys = souls_app_state_keys ();

  g_assert_nonnull (settings);
  for (int i = 0; keys[i] != NULL; i++)
    {
      g_autoptr (GVariant) schema = g_settings_get_default_value (settings, keys[i]);
      g_autoptr (GVariant) ours = souls_app_state_default (keys[i]);

      if (!g_variant_equal (schema, ours))
        {
          g_autofree char *text = g_variant_print (schema, TRUE);

          g_error ("%s is %s in the schema", keys[i], text);
        }
    }
  g_object_unref (settings);
}

/* Without a schema everything reads as its default, and remembering does nothing. */
static void
test_state_without_schema (void)
{
  g_autofree char *chart = souls_app_state_get_string (NULL, "left-chart");
  g_auto (GStrv) groups = souls_app_state_get_strv (NULL, "expanded-groups");

  souls_app_state_set (NULL, "window-width", g_variant_new_int32 (999));
  g_assert_cmpint (souls_app_state_get_int (NULL, "window-width"), ==, 1280);
  g_assert_cmpfloat (souls_app_state_get_double (NULL, "pane-position"), ==, 0.5);
  g_assert_true (souls_app_state_get_boolean (NULL, "sidebar-visible"));
  g_assert_cmpstr (chart, ==, "with-without");
  g_assert_cmpuint (g_strv_length (groups), ==, 1);
}

/* A value that the schema refuses, the height of a window squeezed flat say, leaves what was remembered. */
static void
test_state_out_of_range (void)
{
  GSettings *settings = souls_app_state_open ();

  souls_app_state_set (settings, "window-width", g_variant_new_int32 (1000));
  souls_app_state_set (settings, "window-width", g_variant_new_int32 (1));
  g_assert_cmpint (souls_app_state_get_int (settings, "window-width"), ==, 1000);
  g_settings_reset (settings, "window-width");
  g_object_unref (settings);
}

int
main (int    argc,
      char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  application = app_test_start ("io.github.twosouls.TwoSouls.Test", NULL, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (templates); i++)
    {
      g_autofree char *path = g_strdup_printf ("/app/ui-files/%s", templates[i].file);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_instantiates);
    }
  g_test_add_func ("/app/ui-files/all-are-listed", test_all_are_listed);
  g_test_add_func ("/app/ui-files/help-overlay", test_help_overlay);
  g_test_add_func ("/app/state/defaults-are-the-schema’s", test_state_defaults);
  g_test_add_func ("/app/state/without-schema", test_state_without_schema);
  g_test_add_func ("/app/state/out-of-range", test_state_out_of_range);

  status = g_test_run ();
  g_object_unref (application);

  return status;
}
