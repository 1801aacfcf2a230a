/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "souls-config.h"

#include <glib/gstdio.h>
#include <string.h>

#include "app-test.h"
#include "souls-handout-dialog.h"
#include "souls-handout-print.h"
#include "souls-lessons.h"

static SoulsApplication *application;
static char *folder;

static GFile *
make_file (const char *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);

  return g_file_new_for_path (path);
}

static void
remove_pdf (const char *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autofree char *bytes = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (path, &bytes, &length, NULL));
  g_assert_cmpuint (length, >, 1000);
  g_assert_cmpint (memcmp (bytes, "%PDF-", 5), ==, 0);
  g_assert_cmpint (g_remove (path), ==, 0);
}

static SoulsHandoutDialog *
open_dialog (SoulsWindow *window)
{
  SoulsHandoutDialog *dialog = SOULS_HANDOUT_DIALOG (souls_window_hand_out (window));

  app_test_settle ();
  g_assert_nonnull (souls_handout_dialog_get_pages (dialog));
  g_assert_null (souls_handout_dialog_get_message (dialog));
  return dialog;
}

static guint
count_pages (SoulsHandoutDialog *dialog)
{
  return souls_pages_get_n (souls_handout_dialog_get_pages (dialog));
}

/* Every paper is laid out anew, and saved with its ending. */
static void
test_papers (void)
{
  SoulsWindow *window = app_test_show (application);

  for (int i = 0; i < SOULS_N_PAPERS; i++)
    {
      SoulsHandoutDialog *dialog = open_dialog (window);
      g_autoptr (GFile) file = make_file ("out");
      const SoulsPages *pages;

      souls_handout_dialog_set_paper (dialog, (SoulsPaper) i);
      pages = souls_handout_dialog_get_pages (dialog);
      g_assert_true ((souls_pages_get_width (pages) > souls_pages_get_height (pages)) == (i == SOULS_PAPER_SLIDES));
      g_assert_true (souls_handout_dialog_save (dialog, file));
      remove_pdf ("out.pdf");
      app_test_settle ();
    }
  app_test_close (window);
}

/* On slides a chart is a page; a page that is gone is not shown. */
static void
test_charts (void)
{
  SoulsWindow *window = app_test_show (application);
  SoulsHandoutDialog *dialog = open_dialog (window);
  guint n;

  souls_handout_dialog_set_paper (dialog, SOULS_PAPER_SLIDES);
  n = count_pages (dialog);
  for (int i = 0; i < SOULS_N_CHARTS; i++)
    souls_handout_dialog_set_chart (dialog, (SoulsChart) i, TRUE);
  g_assert_cmpuint (count_pages (dialog), ==, SOULS_N_CHARTS + 1);
  g_assert_cmpuint (n, <, SOULS_N_CHARTS + 1);
  souls_handout_dialog_set_page (dialog, SOULS_N_CHARTS);
  souls_handout_dialog_set_page (dialog, 1000);
  app_test_settle ();
  for (int i = 0; i < SOULS_N_CHARTS; i++)
    souls_handout_dialog_set_chart (dialog, (SoulsChart) i, FALSE);
  g_assert_cmpuint (count_pages (dialog), ==, 1);
  app_test_settle ();
  gtk_window_close (GTK_WINDOW (dialog));
  app_test_settle ();
  app_test_close (window);
}

/* With a lesson in progress it is the lesson that is handed out. */
static void
test_lesson (void)
{
  SoulsWindow *window = app_test_show (application);
  SoulsDataSet *data = souls_session_get_data (window->session);
  g_autoptr (SoulsPresets) presets = souls_presets_load (data, NULL);
  g_autoptr (SoulsLessons) lessons = souls_lessons_load (data, presets, NULL);
  const SoulsLesson *lesson = souls_lessons_get (lessons, 0);
  SoulsHandoutDialog *dialog = SOULS_HANDOUT_DIALOG (souls_handout_dialog_new (window->session, lesson));

  souls_handout_dialog_set_paper (dialog, SOULS_PAPER_SLIDES);
  g_assert_cmpuint (count_pages (dialog), >, (guint) souls_lesson_get_n_steps (lesson));
  g_assert_cmpstr (souls_scene_get_finding (souls_pages_get_scene (souls_handout_dialog_get_pages (dialog), 0)), ==,
                   lesson->title);
  gtk_window_destroy (GTK_WINDOW (dialog));
  app_test_close (window);
}

static void
test_refused (void)
{
  SoulsWindow *window = app_test_show (application);
  SoulsHandoutDialog *dialog = open_dialog (window);
  g_autoptr (GFile) missing = make_file ("no/such/out.pdf");

  g_assert_false (souls_handout_dialog_save (dialog, missing));
  g_assert_nonnull (strstr (souls_handout_dialog_get_message (dialog), "out.pdf"));
  gtk_window_close (GTK_WINDOW (dialog));
  app_test_settle ();
  app_test_close (window);
}

/* The job outlives the dialog: printers take their time. */
static void
test_print (void)
{
  SoulsWindow *window = app_test_show (application);
  SoulsDataSet *data = souls_session_get_data (window->session);

  for (int i = 0; i < SOULS_N_PAPERS; i++)
    {
      const SoulsHandoutOptions options = { .paper = (SoulsPaper) i, .words = souls_words_plain (), .version = "1.0" };
      SoulsPages *pages = souls_handout_new_scenario (souls_session_get_scenario (window->session), data, &options, NULL);
      SoulsKeptPages *kept = souls_kept_pages_new (pages);
      g_autoptr (GtkPrintOperation) operation =
        souls_handout_print_new (kept, souls_theme_get (SOULS_THEME_PRINT), "test");
      g_autofree char *path = g_build_filename (folder, "printed.pdf", NULL);

      souls_kept_pages_unref (kept);
      gtk_print_operation_set_export_filename (operation, path);
      g_assert_cmpint (gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_EXPORT, NULL, NULL), ==,
                       GTK_PRINT_OPERATION_RESULT_APPLY);
      remove_pdf ("printed.pdf");
    }
  app_test_close (window);
}

/* By its key, from the menu too. */
static void
test_action (void)
{
  SoulsWindow *window = app_test_show (application);
  g_auto (GStrv) keys = gtk_application_get_accels_for_action (GTK_APPLICATION (application), "win.hand-out");
  GListModel *toplevels = gtk_window_get_toplevels ();
  const guint n = g_list_model_get_n_items (toplevels);

  g_assert_nonnull (keys[0]);
  g_assert_true (app_test_enabled (window, "hand-out"));
  app_test_activate (window, "hand-out", NULL);
  app_test_settle ();
  g_assert_cmpuint (g_list_model_get_n_items (toplevels), ==, n + 1);
  app_test_close (window);
}

int
main (int    argc,
      char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  application = app_test_start ("io.github.twosouls.TwoSouls.Test", NULL, NULL);
  folder = g_dir_make_tmp ("two-souls-XXXXXX", NULL);
  g_test_add_func ("/app/handout/papers", test_papers);
  g_test_add_func ("/app/handout/charts", test_charts);
  g_test_add_func ("/app/handout/lesson", test_lesson);
  g_test_add_func ("/app/handout/refused", test_refused);
  g_test_add_func ("/app/handout/print", test_print);
  g_test_add_func ("/app/handout/action", test_action);
  status = g_test_run ();
  g_assert_cmpint (g_rmdir (folder), ==, 0);
  g_free (folder);
  g_object_unref (application);

  return status;
}
