/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "souls-config.h"

#include <glib/gstdio.h>

#include "app-test.h"
#include "souls-app-state.h"
#include "souls-lesson-editor.h"
#include "souls-lessons.h"

static SoulsApplication *application;

/* As at the very first start. */
static SoulsWindow *
open_window (void)
{
  g_autoptr (GSettings) settings = souls_app_state_open ();
  const char *const *keys = souls_app_state_keys ();

  for (int i = 0; keys[i] != NULL; i++)
    g_settings_reset (settings, keys[i]);
  return app_test_show (application);
}

static SoulsLessonEditor *
find_editor (void)
{
  for (GList *link = gtk_application_get_windows (GTK_APPLICATION (application)); link != NULL; link = link->next)
    if (SOULS_IS_LESSON_EDITOR (link->data))
      return link->data;
  return NULL;
}

static SoulsLesson *
read_lesson (SoulsSession *session,
             const char   *path)
{
  SoulsDataSet *data = souls_session_get_data (session);
  g_autoptr (SoulsPresets) presets = souls_presets_load (data, NULL);
  g_autoptr (GError) error = NULL;
  SoulsLesson *lesson = souls_lesson_read (path, data, presets, &error);

  g_assert_no_error (error);
  return lesson;
}

static SoulsLessonField *
get_field (SoulsLessonEditor *editor,
           SoulsStepField     field)
{
  return souls_lesson_step_form_get_field (souls_lesson_editor_get_form (editor), field);
}

static const SoulsLesson *
get_lesson (SoulsLessonEditor *editor)
{
  return souls_lesson_edits_get_lesson (souls_lesson_editor_get_edits (editor));
}

static void
activate (SoulsLessonEditor *editor,
          const char        *action)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (editor), action, NULL));
}

static SoulsLessonEditor *
open_history (SoulsWindow *window)
{
  SoulsSession *session = souls_window_get_session (window);

  souls_session_set_driver (session, SOULS_DRIVER_AWS_GROWTH, 0.05, NULL);
  souls_session_set_driver (session, SOULS_DRIVER_AD_MARGIN, 0.25, NULL);
  app_test_activate (window, "new-lesson", NULL);
  app_test_settle ();
  g_assert_nonnull (find_editor ());
  return find_editor ();
}

/* What is not saved is not to be asked about. */
static void
close_all (SoulsWindow *window)
{
  SoulsLessonEditor *editor = find_editor ();

  if (editor != NULL)
    gtk_window_destroy (GTK_WINDOW (editor));
  app_test_close (window);
}

/* From a history to a file that says the same. */
static void
test_history (void)
{
  SoulsWindow *window = open_window ();
  SoulsSession *session = souls_window_get_session (window);
  SoulsLessonEditor *editor = open_history (window);
  g_autofree char *folder = g_dir_make_tmp ("two-souls-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "own.souls-lesson", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (SoulsLesson) read = NULL;

  g_assert_cmpint (souls_lesson_get_n_steps (get_lesson (editor)), ==, 3);
  g_assert_nonnull (strstr (souls_lesson_get_step (get_lesson (editor), 1)->title, "AWS growth"));
  g_assert_cmpstr (souls_lesson_get_step (get_lesson (editor), 0)->screen.right, ==,
                   souls_chart_pane_get_chart (window->right_pane));
  for (int i = -1; i < 3; i++)
    g_assert_false (souls_lesson_editor_has_problem (editor, i));
  g_assert_true (souls_lesson_editor_is_modified (editor));
  g_assert_true (souls_lesson_editor_save_to (editor, file));
  g_assert_false (souls_lesson_editor_is_modified (editor));
  read = read_lesson (session, path);
  g_assert_true (souls_lesson_equal (read, get_lesson (editor)));
  g_unlink (path);
  g_rmdir (folder);
  close_all (window);
}

/* Text, order, what is shown, free and asked: all of it is in the lesson, and is taken back. */
static void
test_edit (void)
{
  SoulsWindow *window = open_window ();
  SoulsSession *session = souls_window_get_session (window);
  SoulsLessonEditor *editor = open_history (window);
  SoulsLessonStepForm *form = souls_lesson_editor_get_form (editor);
  SoulsLessonEdits *edits = souls_lesson_editor_get_edits (editor);
  g_autoptr (SoulsLesson) before = souls_lesson_copy (get_lesson (editor));
  const SoulsLessonStep *step;

  souls_lesson_editor_select (editor, 1);
  souls_lesson_field_write (get_field (editor, SOULS_STEP_FIELD_TITLE), "Slower");
  souls_lesson_field_write (get_field (editor, SOULS_STEP_FIELD_TEXT), "  One\nparagraph.\n \nIn 2025: {without-aws 2025}\n\n");
  souls_lesson_field_write (get_field (editor, SOULS_STEP_FIELD_NOTES), "Wait.");
  souls_lesson_field_write (get_field (editor, SOULS_STEP_FIELD_REVEAL), "It was {truth}.");
  souls_driver_picker_toggle (souls_lesson_step_form_get_picker (form), SOULS_DRIVER_AWS_MARGIN);
  souls_driver_picker_toggle (souls_lesson_step_form_get_picker (form), SOULS_DRIVER_AWS_GROWTH);
  souls_lesson_ask_form_set_kind (souls_lesson_step_form_get_ask (form), SOULS_ASK_NUMBER);
  souls_session_set_driver (session, SOULS_DRIVER_AWS_GROWTH, 0.4, NULL);
  souls_lesson_screen_form_take (souls_lesson_step_form_get_screen (form, TRUE));
  souls_lesson_editor_check (editor);
  step = souls_lesson_get_step (get_lesson (editor), 1);
  g_assert_cmpstr (step->title, ==, "Slower");
  g_assert_cmpint ((int) g_strv_length (step->text), ==, 2);
  g_assert_cmpstr (step->text[0], ==, "One paragraph.");
  g_assert_cmpint (step->n_free, ==, 1);
  g_assert_cmpint (step->free[0], ==, SOULS_DRIVER_AWS_MARGIN);
  g_assert_true (step->has_reveal);
  g_assert_cmpfloat (step->reveal_screen.scenario->value[SOULS_DRIVER_AWS_GROWTH], ==, 0.4);
  g_assert_cmpfloat (step->screen.scenario->value[SOULS_DRIVER_AWS_GROWTH], ==, 0.05);
  g_assert_nonnull (strstr (souls_lesson_field_get_result (get_field (editor, SOULS_STEP_FIELD_TEXT)), "$"));
  g_assert_nonnull (strstr (souls_lesson_screen_form_get_state (souls_lesson_step_form_get_screen (form, TRUE)), "AWS growth"));
  for (int i = 0; i < 3; i++)
    g_assert_false (souls_lesson_editor_has_problem (editor, i));

  activate (editor, "lesson.down");
  g_assert_cmpstr (souls_lesson_get_step (get_lesson (editor), 2)->title, ==, "Slower");
  g_assert_cmpint (souls_lesson_editor_get_index (editor), ==, 2);
  activate (editor, "lesson.duplicate");
  activate (editor, "lesson.add");
  g_assert_cmpint (souls_lesson_get_n_steps (get_lesson (editor)), ==, 5);
  g_assert_cmpint (souls_lesson_editor_get_index (editor), ==, 4);
  activate (editor, "lesson.remove");
  while (souls_lesson_edits_can_undo (edits))
    activate (editor, "lesson.undo");
  g_assert_true (souls_lesson_equal (before, get_lesson (editor)));
  close_all (window);
}

/* Every kind of question begins as one that can be saved, and another kind leaves nothing of it. */
static void
test_kinds (void)
{
  SoulsWindow *window = open_window ();
  SoulsLessonEditor *editor = open_history (window);
  SoulsLessonAskForm *ask = souls_lesson_step_form_get_ask (souls_lesson_editor_get_form (editor));
  g_autoptr (SoulsLesson) before = souls_lesson_copy (get_lesson (editor));

  souls_lesson_editor_select (editor, 2);
  for (int from = 0; from < SOULS_N_ASK_KINDS; from++)
    for (int to = 0; to < SOULS_N_ASK_KINDS; to++)
      {
        souls_lesson_ask_form_set_kind (ask, (SoulsAskKind) from);
        souls_lesson_ask_form_set_kind (ask, (SoulsAskKind) to);
        souls_lesson_editor_check (editor);
        g_assert_cmpint (souls_lesson_get_step (get_lesson (editor), 2)->ask.kind, ==, to);
        g_assert_false (souls_lesson_editor_has_problem (editor, 2));
      }
  /* The slider that was asked for has left the list for it. */
  souls_lesson_ask_form_set_kind (ask, SOULS_ASK_NONE);
  g_assert_cmpint (souls_lesson_get_step (get_lesson (editor), 2)->n_free, ==, 0);
  souls_driver_picker_toggle (souls_lesson_step_form_get_picker (souls_lesson_editor_get_form (editor)),
                              SOULS_DRIVER_AD_MARGIN);
  g_assert_true (souls_lesson_equal (before, get_lesson (editor)));
  close_all (window);
}

/* What is wrong is said where it is, and marks the step; it is saved only after a question, or not at all. */
static void
test_problems (void)
{
  SoulsWindow *window = open_window ();
  SoulsLessonEditor *editor = open_history (window);
  SoulsLessonAskForm *ask = souls_lesson_step_form_get_ask (souls_lesson_editor_get_form (editor));
  g_autofree char *path = g_build_filename (g_get_tmp_dir (), "two-souls-never-written.souls-lesson", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  SoulsLessonField *field;

  souls_lesson_editor_select (editor, 1);
  souls_lesson_field_write (get_field (editor, SOULS_STEP_FIELD_TEXT), "Right: {without-aws 2025}.\n\nWrong: {without-awe 2025}.");
  souls_lesson_editor_check (editor);
  g_assert_true (souls_lesson_editor_has_problem (editor, 1));
  g_assert_false (souls_lesson_editor_has_problem (editor, 0));
  g_assert_nonnull (strstr (souls_lesson_field_get_problem (get_field (editor, SOULS_STEP_FIELD_TEXT)), "paragraph 2, character 9"));
  souls_lesson_field_write (get_field (editor, SOULS_STEP_FIELD_TEXT), "Right.");
  souls_lesson_editor_check (editor);
  g_assert_false (souls_lesson_editor_has_problem (editor, 1));
  g_assert_null (souls_lesson_field_get_problem (get_field (editor, SOULS_STEP_FIELD_TEXT)));

  souls_lesson_ask_form_set_kind (ask, SOULS_ASK_CHOICE);
  souls_lesson_field_write (souls_lesson_ask_form_get_option (ask, 0, TRUE), "without-aws 2022 <");
  souls_lesson_editor_check (editor);
  g_assert_nonnull (souls_lesson_field_get_problem (souls_lesson_ask_form_get_option (ask, 0, TRUE)));
  souls_lesson_field_write (souls_lesson_ask_form_get_option (ask, 0, TRUE), "without-aws 2022 < 0");
  souls_lesson_editor_check (editor);
  g_assert_null (souls_lesson_field_get_problem (souls_lesson_ask_form_get_option (ask, 0, TRUE)));
  g_assert_false (souls_lesson_editor_has_problem (editor, 1));

  /* A number that is none is not taken; one that is too low is said. */
  souls_lesson_ask_form_set_kind (ask, SOULS_ASK_NUMBER);
  field = souls_lesson_ask_form_get_field (ask, SOULS_ASK_FIELD_HIGH);
  souls_lesson_field_write (field, "many");
  g_assert_cmpstr (souls_lesson_field_get_problem (field), ==, "Not a number");
  g_assert_cmpfloat (souls_lesson_get_step (get_lesson (editor), 1)->ask.high, ==, 100000);
  souls_lesson_field_write (field, "-99999");
  souls_lesson_editor_check (editor);
  g_assert_true (souls_lesson_editor_has_problem (editor, 1));
  g_assert_nonnull (souls_lesson_field_get_problem (souls_lesson_ask_form_get_field (ask, SOULS_ASK_FIELD_ANSWER)));
  souls_lesson_ask_form_set_kind (ask, SOULS_ASK_NONE);

  /* Without a title it could not be read again. */
  souls_lesson_field_write (get_field (editor, SOULS_STEP_FIELD_TITLE), " ");
  souls_lesson_editor_select (editor, 0);
  g_assert_false (souls_lesson_editor_save_to (editor, file));
  g_assert_nonnull (souls_lesson_editor_get_message (editor));
  g_assert_cmpint (souls_lesson_editor_get_index (editor), ==, 1);
  g_assert_false (g_file_query_exists (file, NULL));
  close_all (window);
}

/* Writes into every field what stands there. */
static void
touch (SoulsLessonField *field)
{
  g_autofree char *text = souls_lesson_field_get (field);
  g_autofree char *more = g_strconcat (text, " ", NULL);

  souls_lesson_field_write (field, more);
  souls_lesson_field_write (field, text);
}

static void
touch_step (SoulsLessonEditor *editor,
            int                index)
{
  SoulsLessonAskForm *ask = souls_lesson_step_form_get_ask (souls_lesson_editor_get_form (editor));

  souls_lesson_editor_select (editor, index);
  for (int i = 0; i < SOULS_N_STEP_FIELDS; i++)
    touch (get_field (editor, (SoulsStepField) i));
  for (int i = 0; i < SOULS_N_ASK_FIELDS; i++)
    if (gtk_widget_get_mapped (GTK_WIDGET (souls_lesson_ask_form_get_field (ask, (SoulsAskField) i))))
      touch (souls_lesson_ask_form_get_field (ask, (SoulsAskField) i));
  for (int i = 0; i < souls_lesson_get_step (get_lesson (editor), index)->ask.n_options; i++)
    {
      touch (souls_lesson_ask_form_get_option (ask, i, FALSE));
      touch (souls_lesson_ask_form_get_option (ask, i, TRUE));
    }
}

/* Each lesson that ships goes through every field and stays as it is, byte by byte; and nothing in it is marked. */
static void
test_shipped (void)
{
  SoulsWindow *window = open_window ();
  SoulsSession *session = souls_window_get_session (window);
  SoulsDataSet *data = souls_session_get_data (session);
  g_autoptr (SoulsPresets) presets = souls_presets_load (data, NULL);
  g_autoptr (SoulsLessons) lessons = souls_lessons_load (data, presets, NULL);

  for (int i = 0; i < souls_lessons_get_n_shipped (lessons); i++)
    {
      const SoulsLesson *lesson = souls_lessons_get (lessons, i);
      g_autofree char *before = souls_lesson_to_text (lesson, NULL);
      g_autofree char *after = NULL;
      SoulsLessonEditor *editor;

      souls_window_edit_lesson (window, lesson);
      app_test_settle ();
      editor = find_editor ();
      g_assert_null (souls_lesson_edits_get_file (souls_lesson_editor_get_edits (editor)));
      for (int k = 0; k < souls_lesson_get_n_steps (lesson); k++)
        {
          touch_step (editor, k);
          g_assert_false (souls_lesson_editor_has_problem (editor, k));
        }
      souls_lesson_editor_select (editor, SOULS_LESSON_EDITS_LESSON);
      touch (souls_lesson_editor_get_title_field (editor));
      souls_lesson_editor_check (editor);
      for (int k = -1; k < souls_lesson_get_n_steps (lesson); k++)
        g_assert_false (souls_lesson_editor_has_problem (editor, k));
      after = souls_lesson_to_text (get_lesson (editor), NULL);
      g_assert_cmpstr (before, ==, after);
      gtk_window_destroy (GTK_WINDOW (editor));
    }
  close_all (window);
}

static SoulsWindow *
find_playing (void)
{
  for (GList *link = gtk_application_get_windows (GTK_APPLICATION (application)); link != NULL; link = link->next)
    if (SOULS_IS_WINDOW (link->data) && SOULS_WINDOW (link->data)->lesson != NULL)
      return link->data;
  return NULL;
}

/* Played from the step that is chosen, where nothing is lost; the next time in the same window. */
static void
test_try (void)
{
  SoulsWindow *window = open_window ();
  SoulsLessonEditor *editor = open_history (window);
  SoulsWindow *playing;

  souls_lesson_editor_select (editor, 1);
  activate (editor, "lesson.try");
  app_test_settle ();
  playing = find_playing ();
  g_assert_nonnull (playing);
  g_assert_true (playing != window);
  g_assert_cmpint (souls_lesson_run_get_index (playing->lesson), ==, 1);
  souls_lesson_editor_select (editor, 2);
  activate (editor, "lesson.try");
  app_test_settle ();
  g_assert_true (find_playing () == playing);
  g_assert_cmpint (souls_lesson_run_get_index (playing->lesson), ==, 2);
  g_assert_true (app_test_enabled (playing, "edit-lesson"));
  g_assert_false (app_test_enabled (window, "edit-lesson"));
  app_test_close (playing);
  close_all (window);
}

/* Where in the file it is broken, the window says. */
static void
test_broken (void)
{
  SoulsWindow *window = open_window ();
  g_autofree char *folder = g_dir_make_tmp ("two-souls-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "broken.souls-lesson", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);

  g_assert_true (g_file_set_contents (path, "<lesson version=\"1\" minutes=\"1\">\n  <title>A</title>\n  <sumary>B</sumary>\n</lesson>\n",
                                      -1, NULL));
  souls_window_open_files (window, &file, 1);
  g_assert_nonnull (souls_window_get_message (window));
  g_assert_nonnull (strstr (souls_window_get_message (window), "broken.souls-lesson:3:3: "));
  g_assert_null (window->lesson);
  g_unlink (path);
  g_rmdir (folder);
  close_all (window);
}

/* Closing with something to save asks, and stays. */
static void
test_close (void)
{
  SoulsWindow *window = open_window ();
  SoulsLessonEditor *editor = open_history (window);

  gtk_window_close (GTK_WINDOW (editor));
  app_test_settle ();
  g_assert_true (find_editor () == editor);
  close_all (window);
}

/* With the files in it. */
static void
remove_folder (const char *path)
{
  g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);
  const char *name;

  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *file = g_build_filename (path, name, NULL);

      g_unlink (file);
    }
  g_rmdir (path);
}

int
main (int   argc,
      char *argv[])
{
  g_autofree char *folder = g_dir_make_tmp ("two-souls-lesson-editor-XXXXXX", NULL);
  g_autofree char *progress = NULL;
  int result;

  /* What is kept of lessons is this test's. */
  g_setenv ("XDG_DATA_HOME", folder, TRUE);
  g_test_init (&argc, &argv, NULL);
  application = app_test_start ("io.github.twosouls.TwoSouls.LessonEditorTest", NULL, NULL);

  g_test_add_func ("/app/lesson-editor/history", test_history);
  g_test_add_func ("/app/lesson-editor/edit", test_edit);
  g_test_add_func ("/app/lesson-editor/kinds", test_kinds);
  g_test_add_func ("/app/lesson-editor/problems", test_problems);
  g_test_add_func ("/app/lesson-editor/shipped", test_shipped);
  g_test_add_func ("/app/lesson-editor/try", test_try);
  g_test_add_func ("/app/lesson-editor/broken-file", test_broken);
  g_test_add_func ("/app/lesson-editor/close", test_close);
  result = g_test_run ();
  g_object_unref (application);
  progress = g_build_filename (folder, "two-souls", NULL);
  remove_folder (progress);
  remove_folder (folder);

  return result;
}
