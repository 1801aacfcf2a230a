/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "souls-config.h"

#include "app-test.h"
#include "souls-app-state.h"
#include "souls-stage-pins.h"
#include "souls-stopwatch.h"

static SoulsApplication *application;

static SoulsWindow *
open_window (void)
{
  g_autoptr (GSettings) settings = souls_app_state_open ();
  const char *const *keys = souls_app_state_keys ();
  SoulsWindow *window;

  for (int i = 0; keys[i] != NULL; i++)
    g_settings_reset (settings, keys[i]);
  window = app_test_show (application);
  g_assert_true (souls_session_set_base_year (window->session, 2025, NULL));
  return window;
}

static SoulsStage *
open_stage (SoulsWindow *window)
{
  app_test_activate (window, "present", NULL);
  g_assert_nonnull (window->stage);
  app_test_settle ();
  return window->stage;
}

static void
move (SoulsWindow *window,
      SoulsDriver  driver,
      double       value)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (souls_session_set_driver (window->session, driver, value, &error));
  g_assert_no_error (error);
}

/* Three steps after the first, which is the baseline. */
static void
make_history (SoulsWindow *window)
{
  move (window, SOULS_DRIVER_AWS_GROWTH, 0.10);
  move (window, SOULS_DRIVER_AWS_GROWTH, 0.05);
  move (window, SOULS_DRIVER_AD_MARGIN, 0.30);
}

static void
press (SoulsStage      *stage,
       guint            keyval,
       GdkModifierType  state)
{
  g_assert_true (souls_stage_press (stage, keyval, state));
}

/* A lesson of three steps; the second asks. */
static SoulsLessonRun *
start_lesson (SoulsWindow *window)
{
  static const char text[] =
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
    "<lesson version=\"1\" minutes=\"7\"><title>Test</title><summary>A test.</summary>"
    "<step id=\"one\"><title>First</title><p>Text.</p><notes><p>Say hello.</p><p>Wait.</p></notes>"
    "<state base-year=\"2025\" year=\"2025\"/><charts left=\"segments\"/><free driver=\"ad-margin\"/></step>"
    "<step id=\"two\"><title>Second</title><p>Guess.</p><charts left=\"timeline/fan\" right=\"two-souls\" hide=\"yes\"/>"
    "<choice><question>Which?</question><option>One</option><option>Other</option></choice>"
    "<reveal><p>So.</p></reveal></step>"
    "<step id=\"three\"><title>Third</title><p>Drag.</p>"
    "<slider driver=\"aws-growth\"><question>Where?</question></slider><free driver=\"ad-margin\"/></step>"
    "</lesson>";
  SoulsDataSet *data = souls_session_get_data (window->session);
  g_autoptr (GError) error = NULL;
  g_autoptr (SoulsLesson) lesson = souls_lesson_parse ("test.souls-lesson", text, strlen (text), data, NULL, &error);

  g_assert_no_error (error);
  g_free (lesson->path);
  lesson->path = g_strdup ("test.souls-lesson");
  g_assert_true (souls_window_begin_lesson (window, lesson, 0) == window);
  return window->lesson;
}

/* Opening, leaving, and what is left after it. */
static void
test_open_leave (void)
{
  SoulsWindow *window = open_window ();
  SoulsStage *stage = open_stage (window);

  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (stage)));
  g_assert_true (souls_stage_is_fullscreen (stage));
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (window->presenter_bar)));
  /* There is one at most. */
  app_test_activate (window, "present", NULL);
  g_assert_true (window->stage == stage);

  press (stage, GDK_KEY_b, 0);
  g_assert_true (souls_session_in_preview (window->session));
  gtk_window_close (GTK_WINDOW (stage));
  app_test_settle ();
  g_assert_null (window->stage);
  g_assert_false (souls_session_in_preview (window->session));
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (window->presenter_bar)));
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (window)));

  g_assert_true (open_stage (window) != NULL);
  app_test_close (window);
  g_assert_null (gtk_application_get_windows (GTK_APPLICATION (application)));
}

static void
count_cb (SoulsSession *session,
          int          *n)
{
  (*n)++;
}

/* Without a lesson the steps are those of the history. */
static const struct
{
  guint keyval;
  GdkModifierType state;
  int step;
} walks[] = {
  { GDK_KEY_Left, 0, 3 },      { GDK_KEY_Page_Up, 0, 2 },    { GDK_KEY_BackSpace, 0, 1 }, { GDK_KEY_Left, 0, 1 },
  { GDK_KEY_Right, 0, 2 },     { GDK_KEY_space, 0, 3 },      { GDK_KEY_Page_Down, 0, 4 }, { GDK_KEY_Right, 0, 4 },
  { GDK_KEY_2, 0, 2 },         { GDK_KEY_9, 0, 2 },          { GDK_KEY_4, 0, 4 },         { GDK_KEY_KP_1, 0, 1 },
  { GDK_KEY_KP_Page_Down, 0, 2 }, { GDK_KEY_KP_Page_Up, 0, 1 }, { GDK_KEY_KP_Right, 0, 2 }, { GDK_KEY_KP_Left, 0, 1 },
};

static void
test_history (void)
{
  SoulsWindow *window = open_window ();
  SoulsStage *stage;
  g_autofree char *next = NULL;
  int n_changes = 0;

  make_history (window);
  stage = open_stage (window);
  g_assert_cmpint (souls_stage_get_n_steps (stage), ==, 4);
  g_assert_cmpint (souls_stage_get_step (stage), ==, 4);
  g_signal_connect (window->session, "changed", G_CALLBACK (count_cb), &n_changes);
  for (gsize i = 0; i < G_N_ELEMENTS (walks); i++)
    {
      g_test_message ("key %s", gdk_keyval_name (walks[i].keyval));
      press (stage, walks[i].keyval, walks[i].state);
      g_assert_cmpint (souls_stage_get_step (stage), ==, walks[i].step);
      g_assert_cmpint (souls_session_get_step (window->session), ==, walks[i].step - 1);
    }
  g_assert_cmpint (n_changes, >, 0);
  next = souls_stage_get_next_title (stage);
  g_assert_nonnull (strstr (next, "AWS growth"));
  g_assert_nonnull (strstr (souls_presenter_bar_get_next (window->presenter_bar), next));
  g_assert_cmpstr (souls_presenter_bar_get_step (window->presenter_bar), ==, "1 of 4");
  g_assert_false (souls_stage_press (stage, GDK_KEY_q, 0));
  app_test_close (window);
}

/* Two digits within a second are one number where there are that many steps. */
static void
test_digits (void)
{
  SoulsWindow *window = open_window ();
  SoulsStage *stage;

  for (int i = 0; i < 12; i++)
    move (window, SOULS_DRIVER_AWS_GROWTH, 0.01 * (i + 1));
  stage = open_stage (window);
  press (stage, GDK_KEY_1, 0);
  press (stage, GDK_KEY_1, 0);
  g_assert_cmpint (souls_stage_get_step (stage), ==, 11);
  press (stage, GDK_KEY_1, 0);
  press (stage, GDK_KEY_0, 0);
  g_assert_cmpint (souls_stage_get_step (stage), ==, 10);
  press (stage, GDK_KEY_3, 0);
  g_assert_cmpint (souls_stage_get_step (stage), ==, 3);
  /* Alone, it counts once no second one can come. */
  press (stage, GDK_KEY_1, 0);
  g_assert_cmpint (souls_stage_get_step (stage), ==, 3);
  while (souls_stage_get_step (stage) != 1)
    g_main_context_iteration (NULL, TRUE);
  app_test_close (window);
}

/* The baseline comes and goes and nothing of it is a change. */
static void
test_baseline (void)
{
  SoulsWindow *window = open_window ();
  SoulsStage *stage;
  const SoulsCalibration *calibration = souls_session_get_calibration (window->session);
  int n_steps;

  make_history (window);
  n_steps = souls_session_get_n_steps (window->session);
  stage = open_stage (window);
  press (stage, GDK_KEY_b, 0);
  g_assert_cmpstr (souls_stage_get_caption (stage), ==, "Baseline of fiscal 2025");
  g_assert_cmpfloat (souls_session_get_driver (window->session, SOULS_DRIVER_AD_MARGIN), ==,
                     calibration->baseline[SOULS_DRIVER_AD_MARGIN]);
  press (stage, GDK_KEY_b, 0);
  g_assert_null (souls_stage_get_caption (stage));
  g_assert_cmpfloat (souls_session_get_driver (window->session, SOULS_DRIVER_AD_MARGIN), ==, 0.30);

  /* A hand on a slider takes it away, and so does the next step. */
  press (stage, GDK_KEY_b, 0);
  move (window, SOULS_DRIVER_AD_MARGIN, 0.30);
  souls_session_begin_gesture (window->session);
  souls_session_end_gesture (window->session);
  g_assert_null (souls_stage_get_caption (stage));
  press (stage, GDK_KEY_b, 0);
  press (stage, GDK_KEY_Left, 0);
  g_assert_false (souls_session_in_preview (window->session));
  g_assert_cmpint (souls_session_get_n_steps (window->session), ==, n_steps);
  press (stage, GDK_KEY_0, 0);
  g_assert_cmpint (souls_session_get_n_moved (window->session), ==, 0);
  app_test_close (window);
}

static void
test_replay (void)
{
  SoulsWindow *window = open_window ();
  SoulsStage *stage;

  make_history (window);
  stage = open_stage (window);
  press (stage, GDK_KEY_r, 0);
  g_assert_true (souls_session_in_preview (window->session));
  g_assert_nonnull (strstr (souls_stage_get_caption (stage), "Advertising margin"));
  press (stage, GDK_KEY_Escape, 0);
  g_assert_false (souls_session_in_preview (window->session));
  g_assert_nonnull (window->stage);
  g_assert_null (souls_stage_get_caption (stage));
  app_test_close (window);
}

/* What lies over the stage goes first, then the stage. */
static void
test_blank_and_escape (void)
{
  SoulsWindow *window = open_window ();
  SoulsStage *stage = open_stage (window);

  press (stage, GDK_KEY_w, 0);
  g_assert_cmpint (souls_stage_get_blank (stage), ==, SOULS_BLANK_WHITE);
  press (stage, GDK_KEY_W, GDK_SHIFT_MASK);
  g_assert_cmpint (souls_stage_get_blank (stage), ==, SOULS_BLANK_BLACK);
  press (stage, GDK_KEY_period, 0);
  g_assert_cmpint (souls_stage_get_blank (stage), ==, SOULS_BLANK_NONE);
  press (stage, GDK_KEY_comma, 0);
  press (stage, GDK_KEY_z, 0);
  press (stage, GDK_KEY_question, GDK_SHIFT_MASK);
  g_assert_true (souls_stage_get_shows_keys (stage));
  press (stage, GDK_KEY_Escape, 0);
  g_assert_false (souls_stage_get_shows_keys (stage));
  g_assert_cmpint (souls_stage_get_blank (stage), ==, SOULS_BLANK_WHITE);
  press (stage, GDK_KEY_Escape, 0);
  g_assert_cmpint (souls_stage_get_blank (stage), ==, SOULS_BLANK_NONE);
  g_assert_cmpint (souls_stage_board_get_zoom (souls_stage_get_board (stage)), ==, SOULS_STAGE_LEFT);
  press (stage, GDK_KEY_Escape, 0);
  g_assert_cmpint (souls_stage_board_get_zoom (souls_stage_get_board (stage)), ==, SOULS_STAGE_ALL);
  press (stage, GDK_KEY_Escape, 0);
  app_test_settle ();
  g_assert_null (window->stage);
  app_test_close (window);
}

/* One chart, the other, both: each of those that are seen has a size of its own. */
static void
test_zoom (void)
{
  static const struct
  {
    gboolean left;
    gboolean right;
  } seen[] = { { TRUE, FALSE }, { FALSE, TRUE }, { TRUE, TRUE } };
  SoulsWindow *window = open_window ();
  SoulsStage *stage = open_stage (window);
  SoulsStageBoard *board = souls_stage_get_board (stage);

  for (gsize i = 0; i < G_N_ELEMENTS (seen); i++)
    {
      press (stage, GDK_KEY_z, 0);
      g_assert_cmpint (souls_stage_board_get_chart (board, 0) != NULL, ==, seen[i].left);
      g_assert_cmpint (souls_stage_board_get_chart (board, 1) != NULL, ==, seen[i].right);
    }
  app_test_activate (window, "left-chart", g_variant_new_string ("segments"));
  g_assert_cmpint (souls_chart_view_get_chart (souls_stage_board_get_chart (board, 0)), ==, SOULS_CHART_SEGMENTS);
  app_test_close (window);
}

/* Text of 24 pt on 1080 lines, and in proportion on others: as many as the test's screen has. */
static void
test_text_size (void)
{
  static const struct
  {
    int width;
    int height;
  } sizes[] = { { 1280, 720 }, { 1024, 768 }, { 640, 480 }, { 1200, 780 }, { 400, 700 } };
  SoulsWindow *window = open_window ();

  for (gsize i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      SoulsStage *stage = SOULS_STAGE (souls_stage_new (window->session));
      const SoulsScene *scene;
      SoulsChartView *chart;
      int width, height;
      double size;

      souls_stage_set_charts (stage, "with-without", "timeline");
      gtk_window_set_default_size (GTK_WINDOW (stage), sizes[i].width, sizes[i].height);
      gtk_window_present (GTK_WINDOW (stage));
      for (int k = 0; k < 50 && ABS (gtk_widget_get_width (GTK_WIDGET (stage)) - sizes[i].width) >= 100; k++)
        app_test_settle ();
      app_test_settle ();
      /* Where nobody arranges windows they keep room for a shadow. */
      width = gtk_widget_get_width (GTK_WIDGET (stage));
      height = gtk_widget_get_height (GTK_WIDGET (stage));
      g_assert_cmpint (ABS (width - sizes[i].width), <, 100);
      g_assert_cmpint (ABS (height - sizes[i].height), <, 100);
      size = MAX (32.0 * MIN (height, width * 0.75) / 1080, 11.0);
      g_assert_cmpfloat_with_epsilon (souls_stage_get_text_size (stage), size, 0.051);
      press (stage, GDK_KEY_z, 0);
      app_test_settle ();
      chart = souls_stage_board_get_chart (souls_stage_get_board (stage), 0);
      scene = souls_chart_view_get_scene (chart);
      g_assert_cmpfloat (0.85 * souls_scene_get_base_size (scene), >=, souls_stage_get_text_size (stage) - 0.01);
      gtk_window_destroy (GTK_WINDOW (stage));
    }
  app_test_close (window);
}

/* Which of n monitors, and what happens when it is unplugged. */
static void
test_monitors (void)
{
  static const struct
  {
    guint n;
    guint own;
    guint chosen;
  } choices[] = { { 1, 0, 0 }, { 2, 0, 1 }, { 2, 1, 0 }, { 3, 0, 1 }, { 3, 2, 0 }, { 2, G_MAXUINT, 0 } };
  SoulsWindow *window = open_window ();
  SoulsStage *stage = open_stage (window);
  GListModel *monitors = gdk_display_get_monitors (gdk_display_get_default ());
  g_autoptr (GListStore) none = g_list_store_new (GDK_TYPE_MONITOR);
  g_autoptr (GListStore) two = g_list_store_new (GDK_TYPE_MONITOR);
  g_autoptr (GListStore) left = g_list_store_new (GDK_TYPE_MONITOR);
  g_autoptr (GdkMonitor) real = g_list_model_get_item (monitors, 0);
  g_autoptr (GdkMonitor) other = g_object_new (G_OBJECT_TYPE (real), "display", gdk_display_get_default (), NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (choices); i++)
    g_assert_cmpuint (souls_stage_choose_monitor (choices[i].n, choices[i].own), ==, choices[i].chosen);

  /* Alone on its monitor, and that is gone: it waits for another. */
  g_assert_true (souls_stage_get_monitor (stage) == real);
  souls_stage_follow_monitors (stage, monitors);
  g_assert_true (souls_stage_get_monitor (stage) == real);
  souls_stage_follow_monitors (stage, G_LIST_MODEL (none));
  g_assert_null (souls_stage_get_monitor (stage));
  g_assert_true (souls_stage_is_fullscreen (stage));
  souls_stage_follow_monitors (stage, monitors);
  g_assert_true (souls_stage_get_monitor (stage) == real);
  gtk_window_close (GTK_WINDOW (stage));
  app_test_settle ();

  /* Beside the speaker's window: it is a window then. The test has one monitor only, which stands for both. */
  stage = SOULS_STAGE (souls_stage_new (window->session));
  g_list_store_append (two, real);
  g_list_store_append (two, real);
  souls_stage_show (stage, G_LIST_MODEL (two), real);
  g_assert_true (souls_stage_get_monitor (stage) == real);
  g_list_store_append (left, other);
  souls_stage_follow_monitors (stage, G_LIST_MODEL (left));
  app_test_settle ();
  g_assert_null (souls_stage_get_monitor (stage));
  g_assert_false (souls_stage_is_fullscreen (stage));
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (stage)));
  press (stage, GDK_KEY_F11, 0);
  g_assert_true (souls_stage_is_fullscreen (stage));
  gtk_window_destroy (GTK_WINDOW (stage));
  app_test_close (window);
}

static void
test_second_window (void)
{
  SoulsWindow *window = open_window ();
  g_autoptr (GVariant) state = NULL;

  g_action_group_change_action_state (G_ACTION_GROUP (window), "stage-window", g_variant_new_boolean (TRUE));
  app_test_settle ();
  g_assert_nonnull (window->stage);
  g_assert_false (souls_stage_is_fullscreen (window->stage));
  state = app_test_state (window, "stage-window");
  g_assert_true (g_variant_get_boolean (state));
  g_action_group_change_action_state (G_ACTION_GROUP (window), "stage-window", g_variant_new_boolean (FALSE));
  g_assert_true (souls_stage_is_fullscreen (window->stage));
  press (window->stage, GDK_KEY_F5, 0);
  g_assert_false (souls_stage_is_fullscreen (window->stage));
  app_test_close (window);
}

static gint64 now;

static gint64
get_now (void)
{
  return now;
}

static void
test_time (void)
{
  SoulsWindow *window = open_window ();
  SoulsPresenterBar *bar = window->presenter_bar;
  SoulsStopwatch watch = { 0 };
  g_autofree char *long_time = souls_stopwatch_format (3661);

  souls_stopwatch_start (&watch, 10 * G_USEC_PER_SEC);
  g_assert_cmpint (souls_stopwatch_get_seconds (&watch, 15 * G_USEC_PER_SEC), ==, 5);
  g_assert_cmpint (souls_stopwatch_get_seconds (&watch, 0), ==, 0);
  souls_stopwatch_pause (&watch, 16 * G_USEC_PER_SEC);
  g_assert_cmpint (souls_stopwatch_get_seconds (&watch, 99 * G_USEC_PER_SEC), ==, 6);
  souls_stopwatch_start (&watch, 100 * G_USEC_PER_SEC);
  g_assert_cmpint (souls_stopwatch_get_seconds (&watch, 104 * G_USEC_PER_SEC), ==, 10);
  souls_stopwatch_reset (&watch, 104 * G_USEC_PER_SEC);
  g_assert_cmpint (souls_stopwatch_get_seconds (&watch, 105 * G_USEC_PER_SEC), ==, 1);
  g_assert_cmpstr (long_time, ==, "1:01:01");

  now = 0;
  open_stage (window);
  souls_presenter_bar_set_clock (bar, get_now);
  now = 247 * G_USEC_PER_SEC;
  souls_presenter_bar_tick (bar);
  g_assert_cmpstr (souls_presenter_bar_get_time (bar), ==, "4:07");
  app_test_close (window);
}

/* Moved ones, then the pinned, each once and as many as have room; then what matters most, so that there are three. */
static void
test_pins (void)
{
  static const SoulsDriver wanted[] = { SOULS_DRIVER_AWS_GROWTH, SOULS_DRIVER_SATURATION, SOULS_DRIVER_AD_RATE };
  SoulsWindow *window = open_window ();
  SoulsStage *stage = open_stage (window);
  g_autoptr (GSettings) settings = souls_app_state_open ();
  g_autoptr (GtkWidget) pin = g_object_ref_sink (souls_stage_pin_new (SOULS_DRIVER_SATURATION));
  SoulsDriver drivers[SOULS_N_DRIVERS];

  g_assert_cmpint (souls_stage_get_drivers (stage, drivers), ==, 3);
  g_assert_false (gtk_check_button_get_active (GTK_CHECK_BUTTON (pin)));
  move (window, SOULS_DRIVER_AWS_GROWTH, 0.10);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (pin), TRUE);
  souls_stage_pins_set (settings, SOULS_DRIVER_AD_RATE, TRUE);
  souls_stage_pins_set (settings, SOULS_DRIVER_AWS_GROWTH, TRUE);
  souls_stage_pins_set (settings, SOULS_DRIVER_AD_RATE, TRUE);
  g_assert_cmpint (souls_stage_pins_list (settings, drivers), ==, 3);
  app_test_settle ();
  g_assert_cmpint (souls_stage_get_drivers (stage, drivers), ==, 3);
  g_assert_cmpmem (drivers, sizeof wanted, wanted, sizeof wanted);

  for (int i = 0; i < SOULS_N_DRIVERS; i++)
    souls_stage_pins_set (settings, (SoulsDriver) i, TRUE);
  app_test_settle ();
  g_assert_cmpint (souls_stage_get_drivers (stage, drivers), ==, 6);
  g_assert_cmpmem (drivers, sizeof wanted, wanted, sizeof wanted);
  for (int i = 0; i < SOULS_N_DRIVERS; i++)
    souls_stage_pins_set (settings, (SoulsDriver) i, FALSE);
  app_test_settle ();
  g_assert_cmpint (souls_stage_pins_list (settings, drivers), ==, 0);
  g_assert_cmpint (souls_stage_get_drivers (stage, drivers), ==, 3);
  app_test_close (window);
}

/* In a lesson: its steps, charts, sliders and notes; what is asked is not given away. */
static void
test_lesson (void)
{
  SoulsWindow *window = open_window ();
  SoulsLessonRun *run = start_lesson (window);
  SoulsStage *stage = open_stage (window);
  SoulsStageBoard *board = souls_stage_get_board (stage);
  SoulsDriver drivers[SOULS_N_DRIVERS];

  g_assert_true (souls_stage_get_run (stage) == run);
  g_assert_cmpint (souls_stage_get_n_steps (stage), ==, 3);
  g_assert_cmpstr (souls_presenter_bar_get_notes (window->presenter_bar), ==, "Say hello.\n\nWait.");
  g_assert_cmpstr (souls_presenter_bar_get_next (window->presenter_bar), ==, "Next: Second");
  g_assert_nonnull (strstr (souls_presenter_bar_get_time (window->presenter_bar), "of 7 min"));
  g_assert_cmpint (souls_chart_view_get_chart (souls_stage_board_get_chart (board, 0)), ==, SOULS_CHART_SEGMENTS);
  g_assert_null (souls_stage_board_get_chart (board, 1));
  g_assert_cmpint (souls_stage_get_drivers (stage, drivers), ==, 1);
  g_assert_cmpint (drivers[0], ==, SOULS_DRIVER_AD_MARGIN);

  press (stage, GDK_KEY_space, 0);
  g_assert_cmpint (souls_stage_get_step (stage), ==, 2);
  g_assert_null (souls_stage_board_get_chart (board, 0));
  /* Nobody has answered: once asks, twice shows. */
  press (stage, GDK_KEY_space, 0);
  g_assert_nonnull (souls_stage_get_caption (stage));
  g_assert_false (souls_lesson_run_is_revealed (run, 1));
  press (stage, GDK_KEY_space, 0);
  g_assert_true (souls_lesson_run_is_revealed (run, 1));
  g_assert_cmpint (souls_chart_view_get_chart (souls_stage_board_get_chart (board, 1)), ==, SOULS_CHART_TWO_SOULS);
  g_assert_cmpint (souls_chart_view_get_view (souls_stage_board_get_chart (board, 0)), >, 0);

  /* An answered one is shown at once. */
  souls_lesson_run_restart (run);
  press (stage, GDK_KEY_2, 0);
  press (stage, GDK_KEY_2, 0);
  g_assert_cmpint (souls_stage_get_step (stage), ==, 2);
  g_assert_cmpint (souls_lesson_run_get_answer (run)->option, ==, 1);
  press (stage, GDK_KEY_space, 0);
  g_assert_true (souls_lesson_run_is_revealed (run, 1));

  press (stage, GDK_KEY_3, 0);
  g_assert_cmpint (souls_stage_get_drivers (stage, drivers), ==, 2);
  g_assert_cmpint (drivers[0], ==, SOULS_DRIVER_AWS_GROWTH);
  move (window, SOULS_DRIVER_AD_MARGIN, 0.30);
  g_assert_true (souls_lesson_run_is_exploring (run));
  press (stage, GDK_KEY_0, 0);
  g_assert_false (souls_lesson_run_is_exploring (run));
  g_assert_cmpstr (souls_presenter_bar_get_next (window->presenter_bar), ==, "Next: the end");

  souls_window_leave_lesson (window);
  g_assert_null (souls_stage_get_run (stage));
  g_assert_cmpint (souls_stage_get_n_steps (stage), ==, souls_session_get_n_steps (window->session));
  app_test_close (window);
}

int
main (int   argc,
      char *argv[])
{
  int result;

  g_test_init (&argc, &argv, NULL);
  application = app_test_start ("io.github.twosouls.TestStage", NULL, NULL);

  g_test_add_func ("/app/stage/open-and-leave", test_open_leave);
  g_test_add_func ("/app/stage/history", test_history);
  g_test_add_func ("/app/stage/digits", test_digits);
  g_test_add_func ("/app/stage/baseline", test_baseline);
  g_test_add_func ("/app/stage/replay", test_replay);
  g_test_add_func ("/app/stage/blank-and-escape", test_blank_and_escape);
  g_test_add_func ("/app/stage/zoom", test_zoom);
  g_test_add_func ("/app/stage/text-size", test_text_size);
  g_test_add_func ("/app/stage/monitors", test_monitors);
  g_test_add_func ("/app/stage/second-window", test_second_window);
  g_test_add_func ("/app/stage/time", test_time);
  g_test_add_func ("/app/stage/pins", test_pins);
  g_test_add_func ("/app/stage/lesson", test_lesson);
  result = g_test_run ();

  g_object_unref (application);
  return result;
}
