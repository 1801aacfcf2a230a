/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "souls-config.h"

#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "app-test.h"
#include "souls-app-state.h"
#include "souls-app-words.h"
#include "souls-catalog.h"
#include "souls-chart-print.h"
#include "souls-export-dialog.h"
#include "souls-export.h"

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

/* One row each: how a file of the format begins. */
static const struct
{
  const char *id;
  const char *start;
} starts[] = {
  { "png", "\x89PNG\r\n" },
  { "svg", "<?xml" },
  { "pdf", "%PDF-" },
};

static GFile *
make_file (const char *folder,
           const char *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);

  return g_file_new_for_path (path);
}

static char *
read_file (GFile *file,
           gsize *length)
{
  g_autoptr (GError) error = NULL;
  char *content = NULL;

  g_file_load_contents (file, NULL, &content, length, NULL, &error);
  g_assert_no_error (error);
  return content;
}

static void
check_start (SoulsFormat format,
             const char *content,
             gsize       length)
{
  for (guint i = 0; i < G_N_ELEMENTS (starts); i++)
    if (g_str_equal (starts[i].id, souls_format_id (format)))
      {
        g_assert_cmpuint (length, >, strlen (starts[i].start));
        g_assert_cmpmem (content, strlen (starts[i].start), starts[i].start, strlen (starts[i].start));
      }
  if (souls_export_is_table (format))
    g_assert_true (g_utf8_validate (content, (gssize) length, NULL));
}

static void
remove_file (GFile *file)
{
  g_autoptr (GError) error = NULL;

  g_file_delete (file, NULL, &error);
  g_assert_no_error (error);
}

/* Saved, of the right kind, and different from every other theme's. */
static void
test_every_format_and_theme (void)
{
  SoulsWindow *window = open_window ();
  g_autofree char *folder = g_dir_make_tmp ("two-souls-XXXXXX", NULL);

  for (int i = 0; i < SOULS_N_FORMATS; i++)
    {
      g_autoptr (GHashTable) contents = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
      const SoulsFormat format = (SoulsFormat) i;

      for (int theme = 0; theme < SOULS_N_THEMES; theme++)
        {
          SoulsExportDialog *dialog = souls_chart_pane_export (window->left_pane);
          g_autofree char *name = souls_export_name ("with-without", 2025, format);
          g_autoptr (GFile) file = make_file (folder, name);
          g_autofree char *content = NULL;
          gsize length;

          souls_export_dialog_set_format (dialog, format);
          souls_export_dialog_set_theme (dialog, (SoulsThemeId) theme);
          g_assert_true (souls_export_dialog_save (dialog, file));
          content = read_file (file, &length);
          check_start (format, content, length);
          g_hash_table_add (contents, g_compute_checksum_for_data (G_CHECKSUM_SHA256, (const guchar *) content, length));
          remove_file (file);
        }
      g_assert_cmpuint (g_hash_table_size (contents), ==, souls_export_is_table (format) ? 1 : SOULS_N_THEMES);
    }
  g_assert_cmpint (g_rmdir (folder), ==, 0);
  app_test_settle ();
  app_test_close (window);
}

static void
check_carried (SoulsSession *session,
               const char   *bytes,
               gsize         length)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SoulsScenario) scenario =
    souls_scenario_parse ("f", bytes, length, souls_session_get_data (session), &error);

  g_assert_no_error (error);
  g_assert_cmpint (scenario->base_year, ==, souls_session_get_base_year (session));
  scenario->base_year = souls_session_get_scenario (session)->base_year;
  g_assert_true (souls_scenario_equal (scenario, souls_session_get_scenario (session)));
}

static void
written_cb (GObject      *content,
            GAsyncResult *result,
            gpointer      data)
{
  gboolean *done = data;
  g_autoptr (GError) error = NULL;

  gdk_content_provider_write_mime_type_finish (GDK_CONTENT_PROVIDER (content), result, &error);
  g_assert_no_error (error);
  *done = TRUE;
}

/* What leaves the program as a picture can be opened again, by file or by clipboard. */
static void
test_carries_scenario (void)
{
  SoulsWindow *window = open_window ();
  SoulsSession *session = souls_window_get_session (window);
  GdkClipboard *clipboard = gtk_widget_get_clipboard (GTK_WIDGET (window));
  g_autofree char *folder = g_dir_make_tmp ("two-souls-XXXXXX", NULL);
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr (GBytes) copied = NULL;
  gboolean done = FALSE;

  souls_session_set_driver (session, SOULS_DRIVER_AWS_GROWTH, 0.03, NULL);
  for (int i = 0; i < SOULS_FORMAT_CSV; i++)
    {
      SoulsExportDialog *dialog = souls_chart_pane_export (window->left_pane);
      g_autofree char *name = souls_export_name ("x", 2025, (SoulsFormat) i);
      g_autoptr (GFile) file = make_file (folder, name);
      g_autofree char *content = NULL;
      gsize length;

      souls_export_dialog_set_format (dialog, (SoulsFormat) i);
      g_assert_true (souls_export_dialog_save (dialog, file));
      content = read_file (file, &length);
      check_carried (session, content, length);
      souls_session_reset_all (session);
      g_assert_true (souls_window_open (window, file));
      g_assert_cmpfloat (souls_session_get_driver (session, SOULS_DRIVER_AWS_GROWTH), ==, 0.03);
      /* Saving must not write a scenario over a picture. */
      g_assert_null (souls_document_get_file (window->document));
      remove_file (file);
    }
  g_assert_cmpint (g_rmdir (folder), ==, 0);

  gtk_widget_activate_action (GTK_WIDGET (window->left_pane), "chart.copy-picture", NULL);
  gdk_content_provider_write_mime_type_async (gdk_clipboard_get_content (clipboard), "image/png", stream,
                                              G_PRIORITY_DEFAULT, NULL, written_cb, &done);
  while (!done)
    g_main_context_iteration (NULL, TRUE);
  g_output_stream_close (stream, NULL, NULL);
  copied = g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (stream));
  check_carried (session, g_bytes_get_data (copied, NULL), g_bytes_get_size (copied));
  app_test_settle ();
  app_test_close (window);
}

/* The size of a PNG stands in its head. */
static guint32
read_size (const char *png,
           gsize       at)
{
  guint32 size;

  memcpy (&size, png + at, sizeof size);
  return GUINT32_FROM_BE (size);
}

static void
test_sizes (void)
{
  SoulsWindow *window = open_window ();
  g_autofree char *folder = g_dir_make_tmp ("two-souls-XXXXXX", NULL);
  g_autoptr (GFile) file = make_file (folder, "chart.png");

  app_test_settle ();
  for (int size = 0; size < SOULS_N_EXPORT_SIZES; size++)
    {
      SoulsExportDialog *dialog = souls_chart_pane_export (window->left_pane);
      SoulsChartView *view = souls_chart_pane_get_view (window->left_pane);
      int width = souls_export_size (size)->width;
      int height = souls_export_size (size)->height;
      const int scale = 1 + size % SOULS_EXPORT_MAX_SCALE;
      g_autofree char *content = NULL;
      gsize length;

      if (size == SOULS_EXPORT_SIZE_SCREEN)
        {
          width = gtk_widget_get_width (GTK_WIDGET (view));
          height = gtk_widget_get_height (GTK_WIDGET (view));
        }
      else if (size == SOULS_EXPORT_SIZE_CUSTOM)
        {
          width = 700;
          height = 500;
        }
      souls_export_dialog_set_size (dialog, size, 700, 500);
      souls_export_dialog_set_scale (dialog, scale);
      g_assert_cmpfloat (souls_scene_get_width (souls_export_dialog_get_scene (dialog)), ==, width);
      g_assert_cmpfloat (souls_scene_get_height (souls_export_dialog_get_scene (dialog)), ==, height);
      g_assert_true (souls_export_dialog_save (dialog, file));
      content = read_file (file, &length);
      g_assert_cmpuint (read_size (content, 16), ==, width * scale);
      g_assert_cmpuint (read_size (content, 20), ==, height * scale);
      remove_file (file);
    }
  g_assert_cmpint (g_rmdir (folder), ==, 0);
  app_test_settle ();
  app_test_close (window);
}

/* The largest that can be chosen can be made. */
static void
test_largest (void)
{
  g_autoptr (SoulsScene) scene = souls_scene_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;

  souls_scene_reset (scene, SOULS_EXPORT_MAX_SIDE, SOULS_EXPORT_MAX_SIDE, 16);
  bytes = souls_scene_render (scene, souls_theme_get (SOULS_THEME_LIGHT), SOULS_FORMAT_PNG,
                              SOULS_EXPORT_MAX_SCALE, &error);
  g_assert_no_error (error);
  g_assert_nonnull (bytes);
}

static void
test_preview_follows (void)
{
  SoulsWindow *window = open_window ();
  SoulsSession *session = souls_window_get_session (window);
  SoulsExportDialog *dialog = souls_chart_pane_export (window->left_pane);
  g_autofree char *first = souls_scene_dump (souls_export_dialog_get_scene (dialog));
  g_autofree char *moved = NULL, *square = NULL, *text = NULL;

  souls_session_set_driver (session, SOULS_DRIVER_AWS_GROWTH, 0.0, NULL);
  moved = souls_scene_dump (souls_export_dialog_get_scene (dialog));
  g_assert_cmpstr (first, !=, moved);
  souls_export_dialog_set_size (dialog, SOULS_EXPORT_SIZE_SQUARE, 700, 500);
  square = souls_scene_dump (souls_export_dialog_get_scene (dialog));
  g_assert_cmpstr (square, !=, moved);
  for (int i = 0; i < SOULS_N_FORMATS; i++)
    {
      souls_export_dialog_set_format (dialog, (SoulsFormat) i);
      text = souls_export_dialog_get_table (dialog);
      g_assert_true ((text != NULL && *text != '\0') == souls_export_is_table ((SoulsFormat) i));
      g_clear_pointer (&text, g_free);
    }
  gtk_window_close (GTK_WINDOW (dialog));
  app_test_settle ();
  app_test_close (window);
}

/* Every language there is turns the chart into its own, right to left where it runs so, and back. */
static void
test_languages (void)
{
  SoulsWindow *window = open_window ();
  SoulsExportDialog *dialog = souls_chart_pane_export (window->left_pane);
  g_auto (GStrv) languages = souls_catalog_list (souls_app_locale_dir (), GETTEXT_PACKAGE);
  g_autofree char *english = g_strdup (souls_scene_get_finding (souls_export_dialog_get_scene (dialog)));

  g_assert_true (g_strv_contains ((const char *const *) languages, "de"));
  g_assert_true (g_strv_contains ((const char *const *) languages, "ar"));
  for (int i = 0; languages[i] != NULL; i++)
    {
      const SoulsScene *scene;
      const gboolean is_own = g_str_equal (languages[i], SOULS_CATALOG_OWN_LANGUAGE);

      g_assert_true (souls_export_dialog_set_language (dialog, languages[i]));
      g_assert_cmpstr (souls_export_dialog_get_language (dialog), ==, languages[i]);
      scene = souls_export_dialog_get_scene (dialog);
      g_assert_true (g_str_equal (souls_scene_get_finding (scene), english) == is_own);
      g_assert_true (souls_scene_is_mirrored (scene) == souls_catalog_is_right_to_left (languages[i]));
    }
  g_assert_false (souls_export_dialog_set_language (dialog, "xx"));
  g_assert_true (souls_export_dialog_set_language (dialog, ""));
  g_assert_cmpstr (souls_scene_get_finding (souls_export_dialog_get_scene (dialog)), ==, english);
  gtk_window_close (GTK_WINDOW (dialog));
  app_test_settle ();
  app_test_close (window);
}

/* What was saved with is there the next time; what was only looked at is not. */
static void
test_remembers (void)
{
  SoulsWindow *window = open_window ();
  SoulsExportDialog *dialog = souls_chart_pane_export (window->left_pane);
  g_autofree char *folder = g_dir_make_tmp ("two-souls-XXXXXX", NULL);
  g_autoptr (GFile) file = make_file (folder, "chart.svg");

  souls_export_dialog_set_format (dialog, SOULS_FORMAT_PDF);
  gtk_window_close (GTK_WINDOW (dialog));
  dialog = souls_chart_pane_export (window->right_pane);
  g_assert_cmpint (souls_export_dialog_get_format (dialog), ==, SOULS_FORMAT_PNG);
  g_assert_cmpint (souls_export_dialog_get_theme (dialog), ==, SOULS_THEME_LIGHT);
  g_assert_cmpint (souls_export_dialog_get_scale (dialog), ==, 2);

  souls_export_dialog_set_format (dialog, SOULS_FORMAT_SVG);
  souls_export_dialog_set_theme (dialog, SOULS_THEME_DARK);
  souls_export_dialog_set_size (dialog, SOULS_EXPORT_SIZE_CUSTOM, 640, 480);
  souls_export_dialog_set_scale (dialog, 3);
  souls_export_dialog_set_language (dialog, "de");
  g_assert_true (souls_export_dialog_save (dialog, file));
  remove_file (file);

  dialog = souls_chart_pane_export (window->left_pane);
  g_assert_cmpint (souls_export_dialog_get_format (dialog), ==, SOULS_FORMAT_SVG);
  g_assert_cmpint (souls_export_dialog_get_theme (dialog), ==, SOULS_THEME_DARK);
  g_assert_cmpint (souls_export_dialog_get_size (dialog), ==, SOULS_EXPORT_SIZE_CUSTOM);
  g_assert_cmpfloat (souls_scene_get_width (souls_export_dialog_get_scene (dialog)), ==, 640);
  g_assert_cmpint (souls_export_dialog_get_scale (dialog), ==, 3);
  g_assert_cmpstr (souls_export_dialog_get_language (dialog), ==, "de");
  gtk_window_close (GTK_WINDOW (dialog));
  g_assert_cmpint (g_rmdir (folder), ==, 0);
  app_test_settle ();
  app_test_close (window);
  forget_all ();
}

/* Where it can't be written the window stays, says where and why, and the message goes with the next success. */
static void
test_refused (void)
{
  SoulsWindow *window = open_window ();
  SoulsExportDialog *dialog = souls_chart_pane_export (window->left_pane);
  g_autofree char *folder = g_dir_make_tmp ("two-souls-XXXXXX", NULL);
  g_autofree char *locked = g_build_filename (folder, "locked", NULL);
  g_autoptr (GFile) missing = make_file (folder, "no/such/folder.png");
  g_autoptr (GFile) denied = make_file (locked, "chart.png");
  g_autoptr (GFile) kernel = make_file ("/proc", "chart.png");

  g_assert_false (souls_export_dialog_save (dialog, missing));
  g_assert_nonnull (strstr (souls_export_dialog_get_message (dialog), "folder.png"));

  g_assert_cmpint (g_mkdir (locked, 0500), ==, 0);
  /* A folder of the kernel's, which nobody may write to. */
  g_assert_false (souls_export_dialog_save (dialog, kernel));
  g_assert_nonnull (strstr (souls_export_dialog_get_message (dialog), "chart.png"));
  /* Of other folders none is read-only to the superuser. */
  if (geteuid () != 0)
    {
      g_assert_false (souls_export_dialog_save (dialog, denied));
      g_assert_nonnull (strstr (souls_export_dialog_get_message (dialog), "locked"));
      g_assert_false (g_file_query_exists (denied, NULL));
    }
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (dialog)));
  gtk_window_close (GTK_WINDOW (dialog));
  g_assert_cmpint (g_rmdir (locked), ==, 0);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
  app_test_settle ();
  app_test_close (window);
}

/* One row each: what was typed with PNG chosen, and what is there then. */
static const struct
{
  const char *typed;
  const char *written;
  SoulsFormat format;
} endings[] = {
  { "a.png", "a.png", SOULS_FORMAT_PNG },     { "a.PNG", "a.PNG", SOULS_FORMAT_PNG },
  { "a.svg", "a.svg", SOULS_FORMAT_SVG },     { "a.pdf", "a.pdf", SOULS_FORMAT_PDF },
  { "a", "a.png", SOULS_FORMAT_PNG },         { "a.jpg", "a.jpg.png", SOULS_FORMAT_PNG },
  { "v1.2 of it", "v1.2 of it.png", SOULS_FORMAT_PNG },
};

static void
test_endings (void)
{
  SoulsWindow *window = open_window ();
  g_autofree char *folder = g_dir_make_tmp ("two-souls-XXXXXX", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    {
      SoulsExportDialog *dialog = souls_chart_pane_export (window->left_pane);
      g_autoptr (GFile) typed = make_file (folder, endings[i].typed);
      g_autoptr (GFile) written = make_file (folder, endings[i].written);
      g_autofree char *content = NULL;
      gsize length;

      g_assert_true (souls_export_dialog_save (dialog, typed));
      content = read_file (written, &length);
      check_start (endings[i].format, content, length);
      remove_file (written);
    }
  g_assert_cmpint (g_rmdir (folder), ==, 0);
  app_test_settle ();
  app_test_close (window);
}

/* A file that nobody agreed to replace stays. */
static void
test_corrected_name_is_taken (void)
{
  SoulsWindow *window = open_window ();
  SoulsExportDialog *dialog = souls_chart_pane_export (window->left_pane);
  g_autofree char *folder = g_dir_make_tmp ("two-souls-XXXXXX", NULL);
  g_autoptr (GFile) typed = make_file (folder, "a");
  g_autoptr (GFile) taken = make_file (folder, "a.png");
  g_autofree char *content = NULL;

  g_file_set_contents (g_file_peek_path (taken), "mine", -1, NULL);
  g_assert_false (souls_export_dialog_save (dialog, typed));
  g_assert_nonnull (strstr (souls_export_dialog_get_message (dialog), "a.png"));
  content = read_file (taken, NULL);
  g_assert_cmpstr (content, ==, "mine");
  /* Chosen itself, it is replaced. */
  g_assert_true (souls_export_dialog_save (dialog, taken));
  remove_file (taken);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
  app_test_settle ();
  app_test_close (window);
}

/* Both ways of laying out fit their windows. */
static void
test_narrow (void)
{
  SoulsWindow *window = open_window ();
  SoulsExportDialog *dialog = souls_chart_pane_export (window->left_pane);
  int minimum;

  gtk_widget_measure (GTK_WIDGET (dialog), GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  g_assert_cmpint (minimum, <=, 360);
  gtk_widget_measure (GTK_WIDGET (dialog), GTK_ORIENTATION_VERTICAL, 360, &minimum, NULL, NULL, NULL);
  g_assert_cmpint (minimum, <=, 640);
  app_test_settle ();
  gtk_window_close (GTK_WINDOW (dialog));
  app_test_settle ();
  app_test_close (window);
}

static void
page_drawn_cb (GtkPrintOperation *operation,
               GtkPrintContext   *context,
               int                page,
               int               *n_pages)
{
  *n_pages += 1;
}

/* A second opinion on the pages, where there is one to ask. */
static void
check_with_pdfinfo (const char *path)
{
  g_autofree char *program = g_find_program_in_path ("pdfinfo");
  const char *argv[] = { program, path, NULL };
  g_autofree char *output = NULL;
  int status;

  if (program == NULL)
    return;
  g_assert_true (g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_DEFAULT, NULL, NULL, &output, NULL, &status, NULL));
  g_assert_cmpint (status, ==, 0);
  g_assert_true (g_regex_match_simple ("Pages: +1\n", output, 0, 0));
}

static void
test_prints (void)
{
  SoulsWindow *window = open_window ();
  g_autofree char *folder = g_dir_make_tmp ("two-souls-XXXXXX", NULL);
  g_autoptr (GFile) file = make_file (folder, "print.pdf");

  for (int i = 0; i < SOULS_N_CHARTS; i++)
    {
      g_autoptr (GtkPrintOperation) operation = NULL;
      g_autoptr (GError) error = NULL;
      g_autofree char *content = NULL;
      gsize length;
      int n_pages = 0;

      souls_chart_pane_set_chart (window->left_pane, souls_chart_id ((SoulsChart) i));
      operation = souls_chart_print_new (souls_chart_pane_get_view (window->left_pane),
                                         souls_theme_get (SOULS_THEME_PRINT));
      g_signal_connect (operation, "draw-page", G_CALLBACK (page_drawn_cb), &n_pages);
      gtk_print_operation_set_export_filename (operation, g_file_peek_path (file));
      g_assert_cmpint (gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_EXPORT, GTK_WINDOW (window),
                                                &error), ==, GTK_PRINT_OPERATION_RESULT_APPLY);
      g_assert_no_error (error);
      g_assert_cmpint (n_pages, ==, 1);
      content = read_file (file, &length);
      check_start (SOULS_FORMAT_PDF, content, length);
      check_with_pdfinfo (g_file_peek_path (file));
      remove_file (file);
    }
  g_assert_cmpint (g_rmdir (folder), ==, 0);
  app_test_close (window);
}

/* One row each: what was chosen for exports, and what paper gets. */
static const struct
{
  const char *chosen;
  SoulsThemeId printed;
} print_themes[] = {
  { NULL, SOULS_THEME_PRINT },           { "light", SOULS_THEME_LIGHT },
  { "dark", SOULS_THEME_PRINT },         { "high-contrast", SOULS_THEME_HIGH_CONTRAST },
  { "high-contrast-dark", SOULS_THEME_PRINT }, { "print", SOULS_THEME_PRINT },
  { "no-such-theme", SOULS_THEME_PRINT },
};

static void
test_print_theme (void)
{
  GSettings *settings = souls_app_state_open ();

  g_assert_true (souls_chart_print_theme (NULL) == souls_theme_get (SOULS_THEME_PRINT));
  for (guint i = 0; i < G_N_ELEMENTS (print_themes); i++)
    {
      g_settings_reset (settings, "export-theme");
      if (print_themes[i].chosen != NULL)
        g_settings_set_string (settings, "export-theme", print_themes[i].chosen);
      g_assert_true (souls_chart_print_theme (settings) == souls_theme_get (print_themes[i].printed));
    }
  g_settings_reset (settings, "export-theme");
  g_object_unref (settings);
}

/* The window's actions take the chart with the focus. */
static void
test_action (void)
{
  SoulsWindow *window = open_window ();
  g_autoptr (GListModel) windows = NULL;
  gboolean found = FALSE;

  app_test_activate (window, "export", NULL);
  windows = g_object_ref (gtk_window_get_toplevels ());
  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) other = g_list_model_get_item (windows, i);

      if (SOULS_IS_EXPORT_DIALOG (other))
        {
          found = TRUE;
          g_assert_true (gtk_window_get_transient_for (other) == GTK_WINDOW (window));
          g_assert_true (gtk_window_get_modal (other));
        }
    }
  g_assert_true (found);
  /* It goes with its window. */
  app_test_close (window);
}

static const struct
{
  const char *path;
  void (*test) (void);
} tests[] = {
  { "/app/export/every-format-and-theme", test_every_format_and_theme },
  { "/app/export/carries-scenario", test_carries_scenario },
  { "/app/export/sizes", test_sizes },
  { "/app/export/largest", test_largest },
  { "/app/export/preview-follows", test_preview_follows },
  { "/app/export/languages", test_languages },
  { "/app/export/remembers", test_remembers },
  { "/app/export/refused", test_refused },
  { "/app/export/endings", test_endings },
  { "/app/export/corrected-name-is-taken", test_corrected_name_is_taken },
  { "/app/export/narrow", test_narrow },
  { "/app/export/action", test_action },
  { "/app/print/one-page", test_prints },
  { "/app/print/theme", test_print_theme },
};

int
main (int    argc,
      char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  application = app_test_start ("io.github.twosouls.TwoSouls.Test", NULL, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add_func (tests[i].path, tests[i].test);

  status = g_test_run ();
  g_object_unref (application);

  return status;
}
