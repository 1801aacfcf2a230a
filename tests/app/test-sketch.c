/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "souls-config.h"

#include "app-test.h"
#include "souls-votes-dialog.h"

#include <math.h>
#include <string.h>

static const char lesson_text[] =
  "<lesson version='1' minutes='10'><title>Draw</title><summary>A line, a number, a choice, a slider.</summary>"
  "<step id='line'><title>Line</title><p>Draw.</p><state base-year='2025'/>"
  "<line metric='without-aws' from='2014' to='2025' low='-20000' high='60000' shown='2016'><question>Draw it.</question></line>"
  "<reveal><p>So it was.</p></reveal></step>"
  "<step id='number'><title>Number</title><p>Say.</p>"
  "<number answer='without-aws 2022' low='-30000' high='30000'><question>How much in 2022?</question></number>"
  "<reveal><p>So it was.</p></reveal></step>"
  "<step id='choice'><title>Choice</title><p>Choose.</p><choice><question>Did it lose money?</question>"
  "<option when='without-aws 2022 &lt; 0'>It lost money</option><option when='without-aws 2022 &gt;= 0'>It did not</option>"
  "</choice></step>"
  "<step id='slider'><title>Slider</title><p>Drag.</p>"
  "<slider driver='aws-growth'><question>How fast does it grow?</question></slider></step>"
  "</lesson>";

static SoulsDataSet *data;

static SoulsLessonRun *
start (int index)
{
  g_autoptr (SoulsSession) session = souls_session_new (data);
  g_autoptr (GError) error = NULL;
  g_autoptr (SoulsLesson) lesson = souls_lesson_parse ("draw", lesson_text, strlen (lesson_text), data, NULL, &error);
  SoulsLessonRun *run;

  g_assert_no_error (error);
  run = souls_lesson_run_new (session, lesson);
  souls_lesson_run_start (run, index);
  return run;
}

/* The view of a run in a window of its own, on screen, all told. */
static SoulsSketchView *
show (SoulsLessonRun *run)
{
  GtkWidget *window = adw_window_new ();
  GtkWidget *view = souls_sketch_view_new ();
  g_autoptr (SoulsLessonText) text = souls_lesson_text_new (run);

  gtk_window_set_default_size (GTK_WINDOW (window), 800, 500);
  adw_window_set_content (ADW_WINDOW (window), view);
  souls_sketch_view_set_run (SOULS_SKETCH_VIEW (view), run);
  souls_sketch_view_tell (SOULS_SKETCH_VIEW (view), text);
  gtk_window_present (GTK_WINDOW (window));
  app_test_settle ();
  g_assert_nonnull (souls_sketch_view_get_scene (SOULS_SKETCH_VIEW (view)));
  return SOULS_SKETCH_VIEW (view);
}

static void
hide (SoulsSketchView *view)
{
  gtk_window_destroy (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (view))));
  app_test_settle ();
}

static double
get_drawn (SoulsLessonRun *run,
           int             year)
{
  const SoulsAnswer *answer = souls_lesson_run_get_answer (run);

  return answer->given ? answer->points[year - 2014] : NAN;
}

/* Where a year and a value are on screen. */
static void
place (SoulsSketchView *view,
       int              year,
       double           value,
       double          *x,
       double          *y)
{
  const SoulsScene *scene = souls_sketch_view_get_scene (view);

  for (guint i = 0; i < souls_scene_get_n_handles (scene); i++)
    {
      const SoulsHandle *handle = souls_scene_get_handle (scene, i);

      if (handle->year != year)
        continue;
      *x = handle->box.x + handle->box.width / 2.0;
      *y = souls_axis_map_px (&handle->y, value);
      return;
    }
  g_assert_not_reached ();
}

static void
press (SoulsSketchView *view,
       guint            keyval)
{
  g_assert_true (souls_sketch_view_press (view, keyval));
}

static const char *
get_finding (SoulsSketchView *view)
{
  return souls_scene_get_finding (souls_sketch_view_get_scene (view));
}

/* A quick hand skips no year, both ways; what is given is not drawn over. */
static void
test_draw (void)
{
  g_autoptr (SoulsLessonRun) run = start (0);
  SoulsSketchView *view = show (run);
  double x, y, end_x, end_y;

  g_assert_true (souls_sketch_view_can_draw (view));
  g_assert_false (souls_sketch_view_begin (view, 2.0, 2.0));
  place (view, 2018, 10000, &x, &y);
  place (view, 2024, 40000, &end_x, &end_y);
  g_assert_true (souls_sketch_view_begin (view, x, y));
  souls_sketch_view_move (view, end_x, end_y);
  souls_sketch_view_end (view);
  for (int year = 2018; year <= 2024; year++)
    g_assert_cmpfloat_with_epsilon (get_drawn (run, year), 10000.0 + 5000.0 * (year - 2018), 300.0);
  g_assert_true (isnan (get_drawn (run, 2017)) && isnan (get_drawn (run, 2025)));
  g_assert_cmpstr (get_finding (view), ==, "7 of 9 years are drawn.");

  /* Back to the left and past what is given; values are round and on the axis. */
  place (view, 2019, -90000, &x, &y);
  g_assert_true (souls_sketch_view_begin (view, end_x, end_y));
  souls_sketch_view_move (view, x, y);
  souls_sketch_view_move (view, -500.0, y);
  souls_sketch_view_end (view);
  g_assert_cmpfloat (get_drawn (run, 2017), ==, -20000.0);
  g_assert_true (isnan (get_drawn (run, 2016)));
  for (int year = 2017; year <= 2024; year++)
    g_assert_cmpfloat (fmod (get_drawn (run, year), 200.0), ==, 0.0);

  /* Taken back */
  g_assert_true (souls_sketch_view_begin (view, end_x, end_y - 30.0));
  souls_sketch_view_cancel (view);
  g_assert_cmpfloat_with_epsilon (get_drawn (run, 2024), 40000.0, 300.0);
  hide (view);
}

static void
test_keyboard (void)
{
  g_autoptr (SoulsLessonRun) run = start (0);
  SoulsSketchView *view = show (run);

  press (view, GDK_KEY_Home);
  g_assert_cmpint (souls_sketch_view_get_year (view), ==, 2017);
  press (view, GDK_KEY_Left);
  g_assert_cmpint (souls_sketch_view_get_year (view), ==, 2017);
  /* From what is given in the year before, to a round value */
  press (view, GDK_KEY_Up);
  g_assert_cmpfloat (get_drawn (run, 2017), ==, 2000.0);
  press (view, GDK_KEY_Page_Up);
  g_assert_cmpfloat (get_drawn (run, 2017), ==, 7000.0);
  press (view, GDK_KEY_Right);
  press (view, GDK_KEY_Down);
  g_assert_cmpfloat (get_drawn (run, 2018), ==, 6000.0);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_VALUE_NOW, 6000.0);
  g_assert_true (gtk_test_accessible_has_property (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT));
  press (view, GDK_KEY_Delete);
  g_assert_true (isnan (get_drawn (run, 2018)));
  press (view, GDK_KEY_Left);
  press (view, GDK_KEY_BackSpace);
  g_assert_false (souls_lesson_run_get_answer (run)->given);
  press (view, GDK_KEY_End);
  for (int i = 0; i < 100; i++)
    press (view, GDK_KEY_Page_Down);
  g_assert_cmpfloat (get_drawn (run, 2025), ==, -20000.0);
  g_assert_false (souls_sketch_view_press (view, GDK_KEY_Tab));

  /* The years run the other way */
  gtk_widget_set_direction (GTK_WIDGET (view), GTK_TEXT_DIR_RTL);
  press (view, GDK_KEY_Right);
  g_assert_cmpint (souls_sketch_view_get_year (view), ==, 2024);
  hide (view);
}

static void
draw_all (SoulsLessonRun *run)
{
  SoulsAnswer answer = { .given = TRUE };
  g_autoptr (GError) error = NULL;

  for (int i = 0; i < 12; i++)
    answer.points[i] = i < 3 ? NAN : 5000.0;
  g_assert_true (souls_lesson_run_set_answer (run, &answer, &error));
  g_assert_no_error (error);
}

static void
set_animations (gboolean animations)
{
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", animations, NULL);
}

/* What stands cannot be drawn over; what is so comes to light, at once where nothing may move. */
static void
test_reveal (gconstpointer moves)
{
  const gboolean animated = GPOINTER_TO_INT (moves);
  g_autoptr (SoulsLessonRun) run = start (0);
  SoulsSketchView *view = show (run);
  double x, y;

  set_animations (animated);
  draw_all (run);
  place (view, 2018, 0.0, &x, &y);
  g_assert_true (souls_lesson_run_commit (run, NULL));
  g_assert_false (souls_sketch_view_begin (view, x, y));
  g_assert_cmpfloat (souls_sketch_view_get_progress (view), ==, 0.0);
  g_assert_null (strstr (get_finding (view), "surprised"));
  g_assert_true (souls_lesson_run_reveal (run, NULL));
  if (!animated)
    g_assert_cmpfloat (souls_sketch_view_get_progress (view), ==, 1.0);
  while (souls_sketch_view_get_progress (view) < 1.0)
    g_main_context_iteration (NULL, TRUE);
  g_assert_nonnull (strstr (get_finding (view), "fiscal 2025 surprised most"));
  /* From mark to mark */
  press (view, GDK_KEY_Right);
  press (view, GDK_KEY_Right);
  set_animations (TRUE);

  /* Another step has another picture, and this one is still revealed when it comes back. */
  souls_lesson_run_go (run, 1);
  g_assert_cmpfloat (souls_sketch_view_get_progress (view), ==, 0.0);
  g_assert_cmpstr (get_finding (view), ==, "No answers yet.");
  souls_lesson_run_go (run, 0);
  g_assert_cmpfloat (souls_sketch_view_get_progress (view), ==, 1.0);
  hide (view);
}

static SoulsVotesDialog *
open_dialog (SoulsLessonRun *run)
{
  SoulsVotesDialog *dialog = souls_votes_dialog_new (NULL, run);

  gtk_window_present (GTK_WINDOW (dialog));
  app_test_settle ();
  return dialog;
}

static void
close_dialog (SoulsVotesDialog *dialog)
{
  gtk_window_destroy (GTK_WINDOW (dialog));
  app_test_settle ();
}

static void
test_numbers (void)
{
  static const char pasted[] = "Name,Answer\nAnna,-5000\nBo,\"12,000\"\nnobody,none\n-90000\n3000";
  g_autoptr (SoulsLessonRun) run = start (1);
  SoulsVotesDialog *dialog = open_dialog (run);
  SoulsSketchView *view = souls_votes_dialog_get_sketch (dialog);

  g_assert_cmpstr (get_finding (view), ==, "No answers yet.");
  g_assert_true (souls_votes_dialog_enter (dialog, "-1,000"));
  g_assert_false (souls_votes_dialog_enter (dialog, "much"));
  g_assert_cmpstr (souls_votes_dialog_get_problems (dialog), ==, "“much” is no number");
  g_assert_cmpint (souls_votes_dialog_add_text (dialog, pasted, strlen (pasted)), ==, 3);
  g_assert_true (g_str_has_prefix (souls_votes_dialog_get_problems (dialog), "Line 4: “nobody,none” is no number.\nLine 5: "));
  g_assert_cmpuint (souls_lesson_run_get_n_votes (run), ==, 4);
  g_assert_true (g_str_has_prefix (get_finding (view), "4 answers: half of them lie between "));

  /* The room does not see them. */
  souls_votes_dialog_set_hidden (dialog, TRUE);
  g_assert_false (gtk_widget_get_child_visible (GTK_WIDGET (view)) && gtk_widget_get_mapped (GTK_WIDGET (view)));
  souls_votes_dialog_set_hidden (dialog, FALSE);
  set_animations (FALSE);
  g_assert_true (souls_lesson_run_reveal (run, NULL));
  set_animations (TRUE);
  g_assert_nonnull (strstr (get_finding (view), "It is −$10.6"));
  g_assert_false (souls_votes_dialog_enter (dialog, "1"));
  g_assert_cmpuint (souls_lesson_run_get_n_votes (run), ==, 4);
  close_dialog (dialog);
}

static GtkEditable *
find_entry (GtkWidget *widget)
{
  if (GTK_IS_ENTRY (widget))
    return GTK_EDITABLE (widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (find_entry (child) != NULL)
      return find_entry (child);
  return NULL;
}

/* The digit of an option counts at once. */
static void
test_choices (void)
{
  g_autoptr (SoulsLessonRun) run = start (2);
  SoulsVotesDialog *dialog = open_dialog (run);
  GtkEditable *entry = find_entry (GTK_WIDGET (dialog));

  gtk_editable_set_text (entry, "2");
  g_assert_cmpstr (gtk_editable_get_text (entry), ==, "");
  gtk_editable_set_text (entry, "1");
  gtk_editable_set_text (entry, "1");
  gtk_editable_set_text (entry, "7");
  g_assert_cmpstr (gtk_editable_get_text (entry), ==, "7");
  g_assert_cmpuint (souls_lesson_run_get_n_votes (run), ==, 3);
  g_assert_true (souls_votes_dialog_enter (dialog, "it did not"));
  g_assert_true (souls_lesson_run_remove_vote (run));
  g_assert_cmpstr (get_finding (souls_votes_dialog_get_sketch (dialog)), ==,
                   "3 answers, most of them (2) for “It lost money”.");
  set_animations (FALSE);
  g_assert_true (souls_lesson_run_reveal (run, NULL));
  set_animations (TRUE);
  g_assert_cmpstr (get_finding (souls_votes_dialog_get_sketch (dialog)), ==,
                   "3 answers, most of them (2) for “It lost money”. 2 of 3 are right.");
  close_dialog (dialog);
}

/* Lines of a class, and a slider's place, of which nobody knows what is so; the dialog follows from step to step. */
static void
test_others (void)
{
  static const char lines[] = "1;2;3;4;5;6;7;8;9\n9000;8000;7000;6000;5000;4000;3000;2000;1000\n1;2;3";
  g_autoptr (SoulsLessonRun) run = start (0);
  SoulsVotesDialog *dialog = open_dialog (run);
  SoulsSketchView *view = souls_votes_dialog_get_sketch (dialog);

  g_assert_cmpint (souls_votes_dialog_add_text (dialog, lines, strlen (lines)), ==, 2);
  g_assert_cmpstr (souls_votes_dialog_get_problems (dialog), ==, "Line 3: “1;2;3” has 3 numbers: expected 9.");
  g_assert_true (g_str_has_prefix (get_finding (view), "2 lines: half of them lie between "));
  g_assert_false (souls_sketch_view_can_draw (view));
  souls_lesson_run_go (run, 3);
  g_assert_cmpstr (souls_votes_dialog_get_problems (dialog), ==, "");
  g_assert_true (souls_votes_dialog_enter (dialog, "12.5"));
  g_assert_false (souls_votes_dialog_enter (dialog, "900"));
  g_assert_true (g_str_has_prefix (get_finding (view), "1 answer: 12.5"));
  set_animations (FALSE);
  g_assert_true (souls_lesson_run_reveal (run, NULL));
  set_animations (TRUE);
  g_assert_null (strstr (get_finding (view), "It is"));
  close_dialog (dialog);
}

static SoulsVotesDialog *
find_dialog (SoulsWindow *window)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *l = windows; l != NULL; l = l->next)
    if (SOULS_IS_VOTES_DIALOG (l->data) && gtk_window_get_transient_for (l->data) == GTK_WINDOW (window))
      return l->data;
  return NULL;
}

/* The window opens it for the lesson in progress, once, and takes it along. */
static void
test_window (gconstpointer data_application)
{
  SoulsWindow *window = app_test_show ((SoulsApplication *) data_application);
  g_autoptr (SoulsLesson) lesson = souls_lesson_parse ("draw", lesson_text, strlen (lesson_text), data, NULL, NULL);
  SoulsVotesDialog *dialog;

  g_assert_false (app_test_enabled (window, "lesson-votes"));
  souls_window_begin_lesson (window, lesson, 0);
  app_test_settle ();
  app_test_activate (window, "lesson-votes", NULL);
  app_test_activate (window, "lesson-votes", NULL);
  app_test_settle ();
  dialog = find_dialog (window);
  g_assert_nonnull (dialog);
  g_assert_true (souls_votes_dialog_enter (dialog, "1;2;3;4;5;6;7;8;9"));
  g_assert_cmpuint (souls_lesson_run_get_n_votes (window->lesson), ==, 1);
  souls_window_leave_lesson (window);
  app_test_settle ();
  g_assert_null (find_dialog (window));
  g_assert_false (app_test_enabled (window, "lesson-votes"));
  app_test_close (window);
}

int
main (int   argc,
      char *argv[])
{
  SoulsApplication *application;
  g_autoptr (GError) error = NULL;
  int status;

  g_test_init (&argc, &argv, NULL);
  application = app_test_start ("io.github.twosouls.TwoSouls.TestSketch", NULL, NULL);
  data = souls_data_set_load_default (&error);
  g_assert_no_error (error);

  g_test_add_func ("/app/sketch/draw", test_draw);
  g_test_add_func ("/app/sketch/keyboard", test_keyboard);
  g_test_add_data_func ("/app/sketch/reveal/moving", GINT_TO_POINTER (TRUE), test_reveal);
  g_test_add_data_func ("/app/sketch/reveal/still", GINT_TO_POINTER (FALSE), test_reveal);
  g_test_add_func ("/app/sketch/votes/numbers", test_numbers);
  g_test_add_func ("/app/sketch/votes/choices", test_choices);
  g_test_add_func ("/app/sketch/votes/others", test_others);
  g_test_add_data_func ("/app/sketch/votes/window", application, test_window);

  status = g_test_run ();
  souls_data_set_unref (data);
  g_object_unref (application);
  return status;
}
