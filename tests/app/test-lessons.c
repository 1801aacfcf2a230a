/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "souls-config.h"

#include <glib/gstdio.h>
#include <math.h>
#include <string.h>

#include "app-test.h"
#include "souls-app-state.h"
#include "souls-app-words.h"
#include "souls-arguments-dialog.h"
#include "souls-expression.h"
#include "souls-view-input.h"

#define APP_ID "io.github.twosouls.TwoSouls.TestLessons"

static SoulsApplication *application;

static SoulsDataSet *
get_data (void)
{
  return souls_application_get_data (application);
}

static SoulsLessons *
load_lessons (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SoulsPresets) presets = souls_presets_load (get_data (), &error);
  SoulsLessons *lessons = souls_lessons_load (get_data (), presets, &error);

  g_assert_no_error (error);
  return lessons;
}

/* Nothing that is read may say that it cannot be had. */
static void
check_texts (SoulsWindow *window)
{
  SoulsLessonText *text = souls_lesson_page_get_text (souls_lesson_panel_get_page (window->lesson_panel));
  const int index = souls_lesson_run_get_index (window->lesson);
  g_autofree char *title = souls_lesson_text_title (text, index);
  char **all[] = { souls_lesson_text_paragraphs (text, index), souls_lesson_text_notes (text, index),
                   souls_lesson_text_reveal (text, index) };

  g_assert_cmpstr (title, !=, "");
  for (gsize i = 0; i < G_N_ELEMENTS (all); i++)
    {
      for (int k = 0; all[i][k] != NULL; k++)
        {
          if (strstr (all[i][k], "(character ") != NULL)
            g_error ("%s", all[i][k]);
          g_assert_null (strchr (all[i][k], '{'));
        }
      g_strfreev (all[i]);
    }
}

/* An answer as a reader would give it; @well: the right one, where anybody knows. */
static void
answer_choice (SoulsWindow *window,
               gboolean     well)
{
  SoulsLessonPage *page = souls_lesson_panel_get_page (window->lesson_panel);
  const SoulsAsk *ask = &souls_lesson_run_get_step (window->lesson)->ask;
  gboolean right[SOULS_MAX_LESSON_OPTIONS];
  int option = 0;

  if (souls_lesson_text_options (souls_lesson_page_get_text (page), souls_lesson_run_get_index (window->lesson), right))
    {
      int n_right = 0;

      for (int i = 0; i < ask->n_options; i++)
        n_right += right[i];
      g_assert_cmpint (n_right, ==, 1);
      while (right[option] != well)
        option++;
    }
  souls_lesson_page_choose (page, option);
}

static void
answer_number (SoulsWindow *window,
               gboolean     well)
{
  SoulsLessonPage *page = souls_lesson_panel_get_page (window->lesson_panel);
  const SoulsAsk *ask = &souls_lesson_run_get_step (window->lesson)->ask;
  g_autofree char *beyond = g_strdup_printf ("%.0f", ask->high * 2 + 10);
  g_autofree char *number = NULL;
  SoulsQuantity truth;
  double shown;

  g_assert_false (souls_lesson_page_enter (page, "many"));
  g_assert_false (souls_lesson_page_can_act (page));
  g_assert_false (souls_lesson_page_enter (page, beyond));
  g_assert_false (souls_lesson_page_can_act (page) || souls_lesson_page_act (page));
  g_assert_true (souls_lesson_text_truth (souls_lesson_page_get_text (page), souls_lesson_run_get_index (window->lesson),
                                          &truth));
  shown = souls_quantity_to_shown (&truth);
  if (!well)
    shown = shown - ask->low > ask->high - shown ? ask->low : ask->high;
  number = g_strdup_printf ("%.2f", shown);
  g_assert_true (souls_lesson_page_enter (page, number));
}

static void
answer_line (SoulsWindow *window,
             gboolean     well)
{
  SoulsLessonText *text = souls_lesson_page_get_text (souls_lesson_panel_get_page (window->lesson_panel));
  const SoulsAsk *ask = &souls_lesson_run_get_step (window->lesson)->ask;
  SoulsAnswer answer = { .given = TRUE };
  double truth[SOULS_MAX_LINE_YEARS];

  g_assert_cmpstr (gtk_stack_get_visible_child_name (window->charts_stack), ==, "sketch");
  g_assert_true (souls_lesson_text_line (text, souls_lesson_run_get_index (window->lesson), truth));
  for (int i = 0; i < SOULS_MAX_LINE_YEARS; i++)
    {
      answer.points[i] = NAN;
      if (ask->from + i > ask->shown && ask->from + i <= ask->to)
        answer.points[i] = well ? CLAMP (truth[i], ask->low, ask->high) : ask->low;
    }
  g_assert_true (souls_lesson_run_set_answer (window->lesson, &answer, NULL));
}

static void
answer_slider (SoulsWindow *window,
               gboolean     well)
{
  SoulsLessonText *text = souls_lesson_page_get_text (souls_lesson_panel_get_page (window->lesson_panel));
  const SoulsDriver driver = souls_lesson_run_get_step (window->lesson)->ask.driver;
  const SoulsCalibration *calibration = souls_session_get_calibration (window->session);
  double value = calibration->min[driver];
  SoulsQuantity truth;

  if (souls_lesson_text_truth (text, souls_lesson_run_get_index (window->lesson), &truth))
    {
      g_assert_true (souls_driver_check (calibration, driver, truth.value, NULL));
      if (well)
        value = truth.value;
      else if (truth.value - calibration->min[driver] < calibration->max[driver] - truth.value)
        value = calibration->max[driver];
    }
  souls_session_set_driver (window->session, driver, value, NULL);
}

static void
answer_step (SoulsWindow *window,
             gboolean     well)
{
  static void (*const answers[]) (SoulsWindow *window, gboolean well) = {
    [SOULS_ASK_CHOICE] = answer_choice,
    [SOULS_ASK_NUMBER] = answer_number,
    [SOULS_ASK_LINE] = answer_line,
    [SOULS_ASK_SLIDER] = answer_slider,
  };
  const int index = souls_lesson_run_get_index (window->lesson);
  const SoulsLessonStep *step = souls_lesson_run_get_step (window->lesson);
  SoulsLessonText *text = souls_lesson_page_get_text (souls_lesson_panel_get_page (window->lesson_panel));
  SoulsJudgement judgement;

  if (step->ask.kind == SOULS_ASK_NONE)
    return;
  answers[step->ask.kind] (window, well);
  g_assert_true (souls_lesson_panel_next (window->lesson_panel));
  g_assert_true (souls_lesson_run_is_committed (window->lesson, index));
  judgement = souls_lesson_text_judge (text, index);
  if (judgement != SOULS_JUDGEMENT_NONE)
    g_assert_cmpint (judgement == SOULS_JUDGEMENT_RIGHT || judgement == SOULS_JUDGEMENT_CLOSE, ==, well);
}

static void
play (SoulsWindow       *window,
      const SoulsLesson *lesson,
      gboolean           well)
{
  const int n = souls_lesson_get_n_steps (lesson);

  g_assert_true (souls_window_begin_lesson (window, lesson, 0) == window);
  souls_lesson_run_restart (window->lesson);
  for (int i = 0; i < n; i++)
    {
      const SoulsLessonStep *step = souls_lesson_get_step (lesson, i);
      SoulsLessonScreen screen;

      g_test_message ("%s, step “%s”, %s", lesson->id, step->id, well ? "right" : "wrong");
      g_assert_cmpint (souls_lesson_run_get_index (window->lesson), ==, i);
      check_texts (window);
      souls_lesson_run_get_screen (window->lesson, &screen);
      if (screen.hidden)
        g_assert_cmpstr (gtk_stack_get_visible_child_name (window->charts_stack), !=, "charts");
      answer_step (window, well);
      if ((step->has_reveal || step->ask.kind != SOULS_ASK_NONE) && !souls_lesson_run_is_revealed (window->lesson, i))
        g_assert_true (souls_lesson_panel_next (window->lesson_panel));
      g_assert_false (souls_window_is_modified (window));
      g_assert_true (souls_lesson_panel_next (window->lesson_panel));
    }
  g_assert_true (souls_lesson_panel_is_at_end (window->lesson_panel));
  g_assert_true (souls_progress_is_done (window->progress, lesson));
  g_assert_false (souls_lesson_panel_next (window->lesson_panel));
}

static void
test_every (void)
{
  g_autoptr (SoulsLessons) lessons = load_lessons ();
  SoulsWindow *window = app_test_show (application);

  g_assert_cmpint (souls_lessons_get_n_shipped (lessons), >=, 10);
  for (int i = 0; i < souls_lessons_get_n_shipped (lessons); i++)
    {
      play (window, souls_lessons_get (lessons, i), TRUE);
      play (window, souls_lessons_get (lessons, i), FALSE);
    }
  app_test_close (window);
}

/* A reveal ends where it says, moving or not. */
static void
test_reveal_moves (void)
{
  g_autoptr (SoulsLessons) lessons = load_lessons ();
  const SoulsLesson *lesson = souls_lessons_find (lessons, "without-aws");
  SoulsWindow *window = app_test_show (application);
  int index = 0;

  while (souls_lesson_get_step (lesson, index)->reveal_screen.scenario == NULL ||
         !souls_lesson_get_step (lesson, index)->reveal_screen.scenario->changed[SOULS_DRIVER_AWS_GROWTH])
    index++;
  souls_window_begin_lesson (window, lesson, 0);
  souls_lesson_run_restart (window->lesson);
  souls_lesson_run_go (window->lesson, index);
  answer_step (window, TRUE);
  g_assert_true (souls_lesson_panel_next (window->lesson_panel));
  for (int i = 0; i < 40 && souls_session_in_preview (window->session); i++)
    app_test_settle ();
  g_assert_false (souls_session_in_preview (window->session));
  g_assert_cmpfloat (souls_session_get_driver (window->session, SOULS_DRIVER_AWS_GROWTH), ==, 0.0);
  g_assert_false (souls_lesson_run_is_exploring (window->lesson));
  app_test_close (window);
}

static void
test_leave_and_resume (void)
{
  g_autoptr (SoulsLessons) lessons = load_lessons ();
  const SoulsLesson *lesson = souls_lessons_find (lessons, "without-aws");
  SoulsWindow *window = app_test_show (application);
  SoulsWindow *other;

  souls_window_begin_lesson (window, lesson, 0);
  souls_lesson_run_restart (window->lesson);
  answer_step (window, FALSE);
  souls_lesson_panel_next (window->lesson_panel);
  souls_lesson_panel_next (window->lesson_panel);
  g_assert_cmpint (souls_lesson_run_get_index (window->lesson), ==, 1);
  app_test_activate (window, "lesson-leave", NULL);
  g_assert_null (window->lesson);
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (window->right_pane)));
  g_assert_cmpstr (gtk_stack_get_visible_child_name (window->charts_stack), ==, "charts");
  g_assert_false (app_test_enabled (window, "lesson-next"));
  app_test_close (window);

  other = app_test_show (application);
  souls_window_begin_lesson (other, lesson, -1);
  g_assert_cmpint (souls_lesson_run_get_index (other->lesson), ==, 1);
  g_assert_true (souls_lesson_run_is_revealed (other->lesson, 0));
  app_test_activate (other, "lesson-back", NULL);
  g_assert_cmpint (souls_lesson_run_get_index (other->lesson), ==, 0);
  app_test_close (other);
}

static void
test_exploring (void)
{
  g_autoptr (SoulsLessons) lessons = load_lessons ();
  SoulsWindow *window = app_test_show (application);

  souls_window_begin_lesson (window, souls_lessons_get (lessons, 0), 0);
  g_assert_false (souls_lesson_run_is_exploring (window->lesson));
  souls_session_set_driver (window->session, SOULS_DRIVER_AD_MARGIN, 0.55, NULL);
  g_assert_true (souls_lesson_run_is_exploring (window->lesson));
  g_assert_true (souls_window_is_modified (window));
  app_test_activate (window, "lesson-come-back", NULL);
  g_assert_false (souls_lesson_run_is_exploring (window->lesson));
  g_assert_false (souls_window_is_modified (window));
  app_test_close (window);
}

/* What is not saved stays where it is; the lesson has a window of its own. */
static void
test_nothing_lost (void)
{
  g_autoptr (SoulsLessons) lessons = load_lessons ();
  SoulsWindow *window = app_test_show (application);
  SoulsWindow *other;

  souls_session_set_driver (window->session, SOULS_DRIVER_AD_MARGIN, 0.55, NULL);
  other = souls_window_begin_lesson (window, souls_lessons_get (lessons, 0), 0);
  g_assert_true (other != window && other->lesson != NULL && window->lesson == NULL);
  g_assert_cmpfloat (souls_session_get_driver (window->session, SOULS_DRIVER_AD_MARGIN), ==, 0.55);
  app_test_close (other);
  app_test_close (window);
}

static void
test_start_page (void)
{
  SoulsWindow *window = app_test_show (application);
  GtkSwitch *at_start;

  souls_window_show_start (window);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (window->stack), ==, "start");
  at_start = souls_lesson_list_get_switch (window->lesson_list);
  g_assert_true (gtk_switch_get_active (at_start));
  app_test_activate (window, "explore", NULL);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (window->stack), ==, "main");
  gtk_switch_set_active (at_start, FALSE);
  g_assert_false (souls_app_state_get_boolean (window->settings, "show-start"));
  souls_window_show_start (window);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (window->stack), ==, "main");
  gtk_switch_set_active (at_start, TRUE);
  app_test_activate (window, "lessons", NULL);
  souls_lesson_list_choose (window->lesson_list, 2);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (window->stack), ==, "main");
  g_assert_cmpstr (souls_lesson_run_get_lesson (window->lesson)->id, ==, "seller-mix");
  app_test_activate (window, "lesson-next-lesson", NULL);
  g_assert_cmpstr (souls_lesson_run_get_lesson (window->lesson)->id, ==, "hundred-dollars");
  app_test_close (window);
}

static gboolean
side_holds (SoulsSession            *session,
            const SoulsArgumentSide *side)
{
  g_autoptr (GError) error = NULL;
  SoulsViewInput input;
  const SoulsTextContext context = { .input = &input.input,
                                     .facts = souls_data_set_get_estimates (get_data (), NULL) };
  gboolean holds = FALSE;

  souls_view_input_fill (&input, session, SOULS_CHART_TIMELINE, 0, souls_app_words ());
  souls_condition_holds (side->when, &context, &holds, &error);
  g_assert_no_error (error);
  return holds;
}

/* Every card both ways: the window shows where it is true, and where it is false. */
static void
test_arguments (void)
{
  SoulsWindow *window = app_test_show (application);
  SoulsArgumentsDialog *dialog;
  const SoulsArguments *arguments;

  app_test_activate (window, "arguments", NULL);
  dialog = SOULS_ARGUMENTS_DIALOG (window->arguments);
  arguments = souls_arguments_dialog_get_arguments (dialog);
  g_assert_cmpint (souls_arguments_get_n (arguments), >=, 10);
  for (int i = 0; i < 2 * souls_arguments_get_n (arguments); i++)
    {
      const SoulsArgument *argument = souls_arguments_get (arguments, i / 2);

      g_test_message ("%s, %s", argument->id, i % 2 == 0 ? "true" : "false");
      souls_arguments_dialog_choose (dialog, i / 2, i % 2 == 0);
      souls_session_end_preview (window->session);
      g_assert_true (side_holds (window->session, i % 2 == 0 ? &argument->holds : &argument->fails));
      g_assert_nonnull (souls_arguments_dialog_get_text (dialog, i / 2));
      g_assert_null (strchr (souls_arguments_dialog_get_text (dialog, i / 2), '{'));
    }
  app_test_close (window);
}

static void
test_files (void)
{
  SoulsWindow *window = app_test_show (application);
  g_autofree char *folder = g_dir_make_tmp ("two-souls-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "mine.souls-lesson", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);

  g_assert_true (g_file_set_contents (path, "<lesson version='1' minutes='5'>\n<title>T</titel>", -1, NULL));
  souls_window_open_files (window, &file, 1);
  g_assert_null (window->lesson);
  g_assert_nonnull (strstr (souls_window_get_message (window), ":2:"));
  g_assert_true (g_file_set_contents (path, "<lesson version='1' minutes='5'><title>T</title><summary>S</summary>"
                                            "<step id='a'><title>A</title><p>p</p></step></lesson>", -1, NULL));
  souls_window_open_files (window, &file, 1);
  g_assert_nonnull (window->lesson);
  g_assert_null (souls_window_get_message (window));
  app_test_close (window);
  g_unlink (path);
  g_rmdir (folder);
}

int
main (int    argc,
      char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  application = app_test_start (APP_ID, NULL, NULL);
  g_test_add_func ("/app/lessons/every", test_every);
  g_test_add_func ("/app/lessons/reveal-moves", test_reveal_moves);
  g_test_add_func ("/app/lessons/leave-and-resume", test_leave_and_resume);
  g_test_add_func ("/app/lessons/exploring", test_exploring);
  g_test_add_func ("/app/lessons/nothing-lost", test_nothing_lost);
  g_test_add_func ("/app/lessons/start-page", test_start_page);
  g_test_add_func ("/app/lessons/files", test_files);
  g_test_add_func ("/app/arguments/both-ways", test_arguments);
  status = g_test_run ();
  g_object_unref (application);
  return status;
}
