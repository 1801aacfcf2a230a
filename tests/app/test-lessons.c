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
#include "souls-votes-dialog.h"

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

/* A reveal speaks of an answer only where there is one. */
static void
test_reveal_without_answer (void)
{
  g_autoptr (SoulsLessons) lessons = load_lessons ();
  const SoulsLesson *lesson = souls_lessons_find (lessons, "cash-before-profit");
  SoulsWindow *window = app_test_show (application);
  SoulsLessonText *text;

  souls_window_begin_lesson (window, lesson, 0);
  souls_lesson_run_restart (window->lesson);
  text = souls_lesson_page_get_text (souls_lesson_panel_get_page (window->lesson_panel));
  for (int i = 0; i < souls_lesson_get_n_steps (lesson); i++)
    {
      const SoulsLessonStep *step = souls_lesson_get_step (lesson, i);
      g_auto (GStrv) without = NULL;
      g_auto (GStrv) with = NULL;

      if (step->ask.kind != SOULS_ASK_NUMBER && step->ask.kind != SOULS_ASK_SLIDER)
        continue;
      souls_lesson_run_go (window->lesson, i);
      without = souls_lesson_text_reveal (text, i);
      g_assert_null (strstr (without[0], "you "));
      answer_step (window, FALSE);
      with = souls_lesson_text_reveal (text, i);
      g_assert_nonnull (strstr (with[0], "; you "));
      g_assert_true (strncmp (with[0], without[0], strcspn (with[0], ";")) == 0);
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

/* Every card: the window shows where it is true, where it is false, and what is reported. */
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
  for (int i = 0; i < SOULS_N_ARGUMENT_VIEWS * souls_arguments_get_n (arguments); i++)
    {
      const int card = i / SOULS_N_ARGUMENT_VIEWS, last = souls_data_set_get_last_year (get_data ());
      const SoulsArgumentView view = (SoulsArgumentView) (i % SOULS_N_ARGUMENT_VIEWS);
      const SoulsArgument *argument = souls_arguments_get (arguments, card);

      g_test_message ("%s, view %d", argument->id, (int) view);
      souls_arguments_dialog_choose (dialog, card, view);
      souls_session_end_preview (window->session);
      if (view == SOULS_ARGUMENT_REPORTED)
        {
          g_assert_cmpint (souls_session_get_base_year (window->session), ==, last);
          g_assert_cmpint (souls_session_get_year (window->session), ==, last);
          g_assert_cmpint (souls_session_get_n_moved (window->session), ==, 0);
          g_assert_true (g_str_has_prefix (argument->holds.screen.left, souls_chart_pane_get_chart (window->left_pane)));
        }
      else
        {
          g_assert_true (side_holds (window->session,
                                     view == SOULS_ARGUMENT_HOLDS ? &argument->holds : &argument->fails));
        }
      g_assert_nonnull (souls_arguments_dialog_get_text (dialog, card));
      g_assert_null (strchr (souls_arguments_dialog_get_text (dialog, card), '{'));
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

/* Goes to a lesson's first step that asks so. */
static void
go_to (SoulsWindow       *window,
       const SoulsLesson *lesson,
       SoulsAskKind       kind)
{
  int index = 0;

  while (souls_lesson_get_step (lesson, index)->ask.kind != kind)
    index++;
  g_assert_true (souls_window_begin_lesson (window, lesson, 0) == window);
  souls_lesson_run_restart (window->lesson);
  souls_lesson_run_go (window->lesson, index);
}

static const SoulsLesson *
find_asking (SoulsLessons *lessons,
             SoulsAskKind  kind)
{
  for (int i = 0; i < souls_lessons_get_n_shipped (lessons); i++)
    {
      const SoulsLesson *lesson = souls_lessons_get (lessons, i);

      for (int k = 0; k < souls_lesson_get_n_steps (lesson); k++)
        if (souls_lesson_get_step (lesson, k)->ask.kind == kind)
          return lesson;
    }
  g_assert_not_reached ();
}

static void
set_folded (SoulsWindow *window,
            gboolean     folded)
{
  adw_flap_set_fold_policy (window->flap, folded ? ADW_FLAP_FOLD_POLICY_ALWAYS : ADW_FLAP_FOLD_POLICY_NEVER);
  app_test_settle ();
  g_assert_cmpint (adw_flap_get_folded (window->flap), ==, folded);
}

/* Where the lesson lies over the charts, the line is drawn in it, and there is a way to the charts and back. */
static void
test_narrow (void)
{
  g_autoptr (SoulsLessons) lessons = load_lessons ();
  SoulsWindow *window = app_test_show (application);
  SoulsLessonPage *page;

  go_to (window, find_asking (lessons, SOULS_ASK_LINE), SOULS_ASK_LINE);
  page = souls_lesson_panel_get_page (window->lesson_panel);
  g_assert_null (souls_lesson_page_get_drawing (page));
  set_folded (window, TRUE);
  g_assert_true (souls_lesson_page_get_drawing (page) == GTK_WIDGET (window->sketch));
  g_assert_true (souls_sketch_view_can_draw (window->sketch));
  g_assert_cmpstr (gtk_stack_get_visible_child_name (window->charts_stack), ==, "cover");
  g_assert_true (adw_flap_get_reveal_flap (window->flap));
  g_assert_false (gtk_widget_get_visible (window->lesson_button));
  app_test_activate (window, "lesson-charts", NULL);
  g_assert_false (adw_flap_get_reveal_flap (window->flap));
  g_assert_true (gtk_widget_get_visible (window->lesson_button));
  app_test_activate (window, "lesson-show", NULL);
  g_assert_true (adw_flap_get_reveal_flap (window->flap));
  g_assert_false (gtk_widget_get_visible (window->lesson_button));
  set_folded (window, FALSE);
  g_assert_null (souls_lesson_page_get_drawing (page));
  g_assert_true (gtk_widget_is_ancestor (GTK_WIDGET (window->sketch), GTK_WIDGET (window->sketch_bin)));
  answer_step (window, TRUE);
  g_assert_true (souls_lesson_panel_next (window->lesson_panel));
  g_assert_cmpstr (gtk_stack_get_visible_child_name (window->charts_stack), ==, "sketch");
  app_test_activate (window, "lesson-charts", NULL);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (window->charts_stack), ==, "charts");
  set_folded (window, TRUE);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (window->charts_stack), ==, "charts");
  app_test_activate (window, "lesson-leave", NULL);
  g_assert_false (gtk_widget_get_visible (window->lesson_button));
  set_folded (window, FALSE);
  app_test_close (window);
}

/* The words that come with the answer have room: what comes after the page begins below them. */
static void
test_room (void)
{
  g_autoptr (SoulsLessons) lessons = load_lessons ();
  SoulsWindow *window = app_test_show (application);
  GtkWidget *page, *last;
  graphene_rect_t bounds;

  go_to (window, souls_lessons_find (lessons, "without-aws"), SOULS_ASK_CHOICE);
  app_test_settle ();
  answer_step (window, TRUE);
  g_assert_true (souls_lesson_panel_next (window->lesson_panel));
  app_test_settle ();
  page = GTK_WIDGET (souls_lesson_panel_get_page (window->lesson_panel));
  last = gtk_widget_get_last_child (gtk_widget_get_last_child (page));
  g_assert_true (GTK_IS_LABEL (last) && gtk_widget_get_mapped (last));
  g_assert_true (gtk_widget_compute_bounds (last, page, &bounds));
  g_assert_cmpfloat (bounds.origin.y + bounds.size.height, <=, gtk_widget_get_height (page));
  app_test_close (window);
}

static void
test_title (void)
{
  g_autoptr (SoulsLessons) lessons = load_lessons ();
  const SoulsLesson *lesson = souls_lessons_find (lessons, "seller-mix");
  SoulsWindow *window = app_test_show (application);

  souls_window_begin_lesson (window, lesson, 0);
  g_assert_cmpstr (adw_window_title_get_subtitle (window->title), ==, souls_lesson_translate (lesson, lesson->title));
  g_assert_nonnull (strstr (gtk_window_get_title (GTK_WINDOW (window)), souls_lesson_translate (lesson, lesson->title)));
  app_test_activate (window, "lesson-leave", NULL);
  g_assert_cmpstr (adw_window_title_get_subtitle (window->title), !=, souls_lesson_translate (lesson, lesson->title));
  app_test_close (window);
}

/* There is a next one after every lesson that ships but the last, and after none of one's own. */
static void
test_next_lesson (void)
{
  g_autoptr (SoulsLessons) lessons = load_lessons ();
  const int n = souls_lessons_get_n_shipped (lessons);
  SoulsWindow *window = app_test_show (application);
  g_autofree char *folder = g_dir_make_tmp ("two-souls-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "mine.souls-lesson", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);

  play (window, souls_lessons_get (lessons, 0), TRUE);
  g_assert_true (app_test_enabled (window, "lesson-next-lesson"));
  play (window, souls_lessons_get (lessons, n - 1), TRUE);
  g_assert_false (app_test_enabled (window, "lesson-next-lesson"));
  g_assert_true (g_file_set_contents (path, "<lesson version='1' minutes='5'><title>T</title><summary>S</summary>"
                                            "<step id='a'><title>A</title><p>p</p></step></lesson>", -1, NULL));
  souls_window_open_files (window, &file, 1);
  g_assert_true (souls_lesson_panel_next (window->lesson_panel));
  g_assert_true (souls_lesson_panel_is_at_end (window->lesson_panel));
  g_assert_false (app_test_enabled (window, "lesson-next-lesson"));
  app_test_close (window);
  g_unlink (path);
  g_rmdir (folder);
}

static GtkWidget *
find_row (GtkWidget   *widget,
          SoulsDriver  driver)
{
  if (SOULS_IS_DRIVER_ROW (widget))
    return souls_driver_row_get_driver (SOULS_DRIVER_ROW (widget)) == driver ? widget : NULL;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_row (child, driver);

      if (found != NULL)
        return found;
    }
  return NULL;
}

/* What can be known is not seen at the slider before it is revealed; what nobody knows has its tick. */
static void
test_quiet_slider (void)
{
  g_autoptr (SoulsLessons) lessons = load_lessons ();
  const SoulsLesson *lesson = souls_lessons_find (lessons, "without-aws");
  SoulsWindow *window = app_test_show (application);
  SoulsDriver driver;
  SoulsDriverRow *row;
  double value;

  go_to (window, lesson, SOULS_ASK_SLIDER);
  driver = souls_lesson_run_get_step (window->lesson)->ask.driver;
  row = SOULS_DRIVER_ROW (find_row (GTK_WIDGET (souls_lesson_panel_get_page (window->lesson_panel)), driver));
  g_assert_true (souls_driver_row_get_quiet (row));
  g_assert_true (souls_slider_get_quiet (souls_driver_row_get_slider (row)));
  value = souls_session_get_calibration (window->session)->max[driver];
  souls_session_set_driver (window->session, driver, value, NULL);
  g_signal_emit_by_name (souls_driver_row_get_slider (row), "reset");
  g_assert_cmpfloat (souls_session_get_driver (window->session, driver), ==, value);
  g_assert_true (souls_lesson_panel_next (window->lesson_panel));
  g_assert_true (souls_driver_row_get_quiet (row));
  g_assert_true (souls_lesson_panel_next (window->lesson_panel));
  g_assert_false (souls_driver_row_get_quiet (row));

  go_to (window, souls_lessons_find (lessons, "two-souls"), SOULS_ASK_SLIDER);
  driver = souls_lesson_run_get_step (window->lesson)->ask.driver;
  row = SOULS_DRIVER_ROW (find_row (GTK_WIDGET (souls_lesson_panel_get_page (window->lesson_panel)), driver));
  g_assert_false (souls_driver_row_get_quiet (row));
  app_test_close (window);
}

static gboolean
press_in (GtkWidget *widget,
          guint      keyval)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);
  gboolean stopped = FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (controllers) && !stopped; i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_KEY (controller) &&
          gtk_event_controller_get_propagation_phase (controller) == GTK_PHASE_BUBBLE)
        g_signal_emit_by_name (controller, "key-pressed", keyval, 0, 0, &stopped);
    }
  return stopped;
}

static void
test_keys (void)
{
  g_autoptr (SoulsLessons) lessons = load_lessons ();
  SoulsWindow *window = app_test_show (application);
  GtkWidget *row;

  go_to (window, find_asking (lessons, SOULS_ASK_CHOICE), SOULS_ASK_CHOICE);
  gtk_widget_grab_focus (GTK_WIDGET (souls_chart_pane_get_view (window->left_pane)));
  g_assert_true (press_in (GTK_WIDGET (window), GDK_KEY_2));
  g_assert_cmpint (souls_lesson_run_get_answer (window->lesson)->option, ==, 1);
  g_assert_true (press_in (GTK_WIDGET (window), GDK_KEY_KP_1));
  g_assert_cmpint (souls_lesson_run_get_answer (window->lesson)->option, ==, 0);
  g_assert_false (press_in (GTK_WIDGET (window), GDK_KEY_9));
  g_assert_false (press_in (GTK_WIDGET (window), GDK_KEY_0));
  /* Where something is typed, a number is a number. */
  row = GTK_WIDGET (app_test_row (window, SOULS_GROUP_AWS, SOULS_DRIVER_AWS_GROWTH));
  gtk_stack_set_visible_child_name (window->flap_stack, "sliders");
  souls_driver_row_edit (SOULS_DRIVER_ROW (row));
  g_assert_false (press_in (GTK_WIDGET (window), GDK_KEY_2));
  g_assert_cmpint (souls_lesson_run_get_answer (window->lesson)->option, ==, 0);
  app_test_close (window);
}

static GtkWidget *
find_entry (GtkWidget *widget)
{
  GtkWidget *found = GTK_IS_ENTRY (widget) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_entry (child);
  return found;
}

/* Enter says that it is the answer, and the focus goes on to what shows it. */
static void
test_enter (void)
{
  g_autoptr (SoulsLessons) lessons = load_lessons ();
  SoulsWindow *window = app_test_show (application);
  GtkWidget *entry;
  int index;

  go_to (window, find_asking (lessons, SOULS_ASK_NUMBER), SOULS_ASK_NUMBER);
  index = souls_lesson_run_get_index (window->lesson);
  entry = find_entry (GTK_WIDGET (souls_lesson_panel_get_page (window->lesson_panel)));
  gtk_widget_grab_focus (entry);
  answer_number (window, TRUE);
  g_assert_false (souls_lesson_run_is_committed (window->lesson, index));
  g_signal_emit_by_name (entry, "activate");
  g_assert_true (souls_lesson_run_is_committed (window->lesson, index));
  g_assert_true (GTK_IS_BUTTON (gtk_window_get_focus (GTK_WINDOW (window))));
  app_test_close (window);
}

/* What is hidden where answers are collected is hidden on every screen, until it is revealed. */
static void
test_hidden_votes (void)
{
  g_autoptr (SoulsLessons) lessons = load_lessons ();
  SoulsWindow *window = app_test_show (application);
  g_autoptr (GtkWidget) other = g_object_ref_sink (souls_sketch_view_new ());
  SoulsAnswer vote = { .given = TRUE, .option = 0 };
  SoulsVotesDialog *dialog;

  go_to (window, find_asking (lessons, SOULS_ASK_CHOICE), SOULS_ASK_CHOICE);
  dialog = souls_votes_dialog_new (GTK_WINDOW (window), window->lesson);
  souls_sketch_view_set_run (SOULS_SKETCH_VIEW (other), window->lesson);
  g_assert_true (souls_lesson_run_add_vote (window->lesson, &vote, NULL));
  souls_votes_dialog_set_hidden (dialog, TRUE);
  g_assert_true (souls_lesson_run_get_votes_hidden (window->lesson));
  g_assert_true (souls_sketch_view_get_votes_hidden (window->sketch));
  g_assert_true (souls_sketch_view_get_votes_hidden (SOULS_SKETCH_VIEW (other)));
  gtk_window_destroy (GTK_WINDOW (dialog));
  dialog = souls_votes_dialog_new (GTK_WINDOW (window), window->lesson);
  g_assert_true (souls_votes_dialog_get_hidden (dialog));
  g_assert_true (souls_lesson_run_reveal (window->lesson, NULL));
  g_assert_false (souls_sketch_view_get_votes_hidden (window->sketch));
  g_assert_false (souls_sketch_view_get_votes_hidden (SOULS_SKETCH_VIEW (other)));
  gtk_window_destroy (GTK_WINDOW (dialog));
  app_test_close (window);
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
  g_test_add_func ("/app/lessons/reveal-without-answer", test_reveal_without_answer);
  g_test_add_func ("/app/lessons/leave-and-resume", test_leave_and_resume);
  g_test_add_func ("/app/lessons/exploring", test_exploring);
  g_test_add_func ("/app/lessons/nothing-lost", test_nothing_lost);
  g_test_add_func ("/app/lessons/start-page", test_start_page);
  g_test_add_func ("/app/lessons/files", test_files);
  g_test_add_func ("/app/lessons/narrow", test_narrow);
  g_test_add_func ("/app/lessons/room", test_room);
  g_test_add_func ("/app/lessons/title", test_title);
  g_test_add_func ("/app/lessons/next-lesson", test_next_lesson);
  g_test_add_func ("/app/lessons/quiet-slider", test_quiet_slider);
  g_test_add_func ("/app/lessons/keys", test_keys);
  g_test_add_func ("/app/lessons/enter", test_enter);
  g_test_add_func ("/app/lessons/hidden-votes", test_hidden_votes);
  g_test_add_func ("/app/arguments/every", test_arguments);
  status = g_test_run ();
  g_object_unref (application);
  return status;
}
