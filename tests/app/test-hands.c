/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "souls-config.h"

#include <math.h>

#include "app-test.h"
#include "souls-app-state.h"
#include "souls-app-words.h"
#include "souls-axes-popover.h"
#include "souls-chart-gallery.h"
#include "souls-chart-thumbnail.h"
#include "souls-goal-dialog.h"

static SoulsApplication *application;

static void
forget_state (void)
{
  g_autoptr (GSettings) settings = souls_app_state_open ();
  const char *const *keys = souls_app_state_keys ();

  for (int i = 0; keys[i] != NULL; i++)
    g_settings_reset (settings, keys[i]);
}

/* As at the very first start, with a chart of its own at the left. */
static SoulsWindow *
open_window (const char *chart)
{
  SoulsWindow *window;

  forget_state ();
  window = app_test_show (application);
  g_assert_true (souls_session_set_base_year (window->session, 2025, NULL));
  souls_session_set_year (window->session, 2030);
  souls_chart_pane_set_chart (window->left_pane, chart);
  app_test_settle ();
  return window;
}

static SoulsChartView *
get_view (SoulsWindow *window)
{
  return souls_chart_pane_get_view (window->left_pane);
}

static SoulsChartHand *
get_hand (SoulsWindow *window)
{
  return souls_chart_view_get_hand (get_view (window));
}

/* The handle of a year, or the only one. */
static const SoulsHandle *
find_handle (SoulsWindow *window,
             int          year)
{
  const SoulsScene *scene = souls_chart_view_get_scene (get_view (window));

  for (guint i = 0; i < souls_scene_get_n_handles (scene); i++)
    if (souls_scene_get_handle (scene, i)->year == year)
      return souls_scene_get_handle (scene, i);
  return NULL;
}

static SoulsPoint
get_middle (const SoulsHandle *handle)
{
  return (SoulsPoint) { handle->box.x + handle->box.width / 2.0, handle->box.y + handle->box.height / 2.0 };
}

static double
get_answer (SoulsWindow *window,
            int          year)
{
  return souls_session_get_results (window->session)->value[SOULS_METRIC_WITHOUT_AWS][year - 2025];
}

static void
wait_for_glide (SoulsWindow *window)
{
  while (souls_session_in_gesture (window->session))
    g_main_context_iteration (NULL, TRUE);
  app_test_settle ();
}

/* Drags a handle by some px, and says what the label said before it was let go. */
static double
drag (SoulsWindow *window,
      int          year,
      double       dx,
      double       dy)
{
  const SoulsPoint from = get_middle (find_handle (window, year));
  double wanted;

  g_assert_true (souls_chart_hand_begin (get_hand (window), from.x, from.y));
  for (int i = 1; i <= 3; i++)
    {
      souls_chart_hand_move (get_hand (window), from.x + dx * i / 3.0, from.y + dy * i / 3.0);
      app_test_settle ();
    }
  wanted = souls_chart_hand_get_wanted (get_hand (window));
  souls_chart_hand_end (get_hand (window));
  g_assert_false (souls_chart_hand_is_moving (get_hand (window)));
  app_test_settle ();
  return wanted;
}

static const struct
{
  const char *chart;
  int year;
  double dy;
} drags[] = {
  { "with-without", 2030, 40 },
  { "with-without", 2030, -25 },
  { "timeline", 2027, 30 },
  { "timeline", 2035, 60 },
};

/* A mark that is dragged opens the question with its year and what the label said; the first row brings exactly that
 * about, in one step. */
static void
test_seek (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (drags); i++)
    {
      SoulsWindow *window = open_window (drags[i].chart);
      const int step = souls_session_get_step (window->session);
      const double before = get_answer (window, drags[i].year);
      const double wanted = drag (window, drags[i].year, 0, drags[i].dy);
      g_autofree char *amount = souls_words_money (souls_app_words (), wanted);
      g_autofree char *year = g_strdup_printf ("fiscal %d", drags[i].year);
      SoulsGoalDialog *dialog;

      g_assert_cmpint (wanted < before, ==, drags[i].dy > 0);
      g_assert_nonnull (window->goal_seek);
      /* Nothing has moved yet. */
      g_assert_cmpint (souls_session_get_step (window->session), ==, step);
      g_assert_cmpfloat (get_answer (window, drags[i].year), ==, before);
      dialog = SOULS_GOAL_DIALOG (window->goal_seek);
      g_assert_cmpfloat_with_epsilon (souls_goal_dialog_get_target (dialog), wanted, 1e-6);
      g_assert_nonnull (strstr (souls_goal_dialog_get_verdict (dialog), amount));
      g_assert_nonnull (strstr (souls_goal_dialog_get_verdict (dialog), year));
      g_assert_true (souls_goal_dialog_choose (dialog, 0));
      wait_for_glide (window);
      /* US$ million */
      g_assert_cmpfloat_with_epsilon (get_answer (window, drags[i].year), wanted, 0.5);
      g_assert_cmpint (souls_session_get_step (window->session), ==, step + 1);
      g_assert_true (souls_session_undo (window->session));
      g_assert_cmpfloat (get_answer (window, drags[i].year), ==, before);
      app_test_close (window);
    }
}

/* What no slider can bring about, next year what the line has in ten years, is said; nothing moves. */
static void
test_unreachable (void)
{
  SoulsWindow *window = open_window ("timeline");
  const int step = souls_session_get_step (window->session);
  const double wanted = drag (window, 2026, 0, -10000);
  SoulsGoalDialog *dialog = SOULS_GOAL_DIALOG (window->goal_seek);

  g_assert_cmpfloat_with_epsilon (souls_goal_dialog_get_target (dialog), wanted, 1e-6);
  g_assert_nonnull (strstr (souls_goal_dialog_get_verdict (dialog), "No slider alone"));
  for (int row = 0; row < SOULS_N_DRIVERS; row++)
    {
      g_autofree char *text = souls_goal_dialog_get_row (dialog, row);

      g_assert_nonnull (strstr (text, "not reachable"));
      g_assert_false (souls_goal_dialog_choose (dialog, row));
    }
  g_assert_cmpint (souls_session_get_step (window->session), ==, step);
  app_test_close (window);
}

/* A click is no drag, Escape takes a drag back, and a reported year has nothing to take hold of. */
static void
test_nothing (void)
{
  SoulsWindow *window = open_window ("with-without");
  SoulsChartHand *hand = get_hand (window);
  SoulsPoint from = get_middle (find_handle (window, 2030));

  g_assert_true (souls_chart_hand_begin (hand, from.x, from.y));
  souls_chart_hand_move (hand, from.x + 1, from.y + 3);
  souls_chart_hand_move (hand, from.x + 80, from.y + 3);
  g_assert_false (souls_chart_hand_is_moving (hand));
  souls_chart_hand_end (hand);
  g_assert_null (window->goal_seek);

  g_assert_true (souls_chart_hand_begin (hand, from.x, from.y));
  souls_chart_hand_move (hand, from.x, from.y + 30);
  g_assert_true (souls_chart_hand_is_moving (hand));
  g_assert_true (souls_chart_hand_key (hand, GDK_KEY_Escape, 0));
  g_assert_false (souls_chart_hand_is_moving (hand));
  souls_chart_hand_end (hand);
  g_assert_null (window->goal_seek);
  g_assert_false (souls_chart_hand_key (hand, GDK_KEY_Escape, 0));

  g_assert_false (souls_chart_hand_begin (hand, from.x, from.y + 60));
  souls_session_set_year (window->session, 2025);
  app_test_settle ();
  g_assert_null (find_handle (window, 2025));
  g_assert_false (souls_chart_hand_begin (hand, from.x, from.y));
  app_test_close (window);
}

/* The pointer's shape says where something can be moved, and which way. */
static void
test_pointer (void)
{
  static const struct
  {
    const char *chart;
    int year;
    const char *cursor;
  } cases[] = { { "with-without", 2030, "ns-resize" }, { "timeline", 2028, "ns-resize" }, { "break-even-map", 0, "move" } };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      SoulsWindow *window = open_window (cases[i].chart);
      GtkWidget *view = GTK_WIDGET (get_view (window));
      const SoulsPoint at = get_middle (find_handle (window, cases[i].year));

      souls_chart_hand_point (get_hand (window), TRUE, at.x, at.y);
      g_assert_cmpstr (gdk_cursor_get_name (gtk_widget_get_cursor (view)), ==, cases[i].cursor);
      souls_chart_hand_point (get_hand (window), TRUE, 2, 2);
      g_assert_null (gtk_widget_get_cursor (view));
      souls_chart_hand_point (get_hand (window), TRUE, at.x, at.y);
      souls_chart_hand_point (get_hand (window), FALSE, 0, 0);
      g_assert_null (gtk_widget_get_cursor (view));
      app_test_close (window);
    }
}

static int
count_moved (SoulsWindow *window)
{
  SoulsDriver moves[SOULS_N_DRIVERS];

  return souls_session_get_moves (window->session, moves);
}

/* The point of the map takes its two sliders along, on their steps and within their ranges; one step of undo. */
static void
test_point (void)
{
  static const SoulsPoint ways[] = { { 60, 40 }, { -45, -30 }, { 5000, -5000 }, { -5000, 5000 } };
  SoulsWindow *window = open_window ("break-even-map");
  SoulsSession *session = window->session;
  const SoulsDriver *drivers = souls_chart_view_get_map_drivers (get_view (window));
  const SoulsCalibration *calibration = souls_session_get_calibration (session);

  for (gsize i = 0; i < G_N_ELEMENTS (ways); i++)
    {
      const int step = souls_session_get_step (session);
      const double way[2] = { ways[i].x, ways[i].y };

      g_assert_true (isnan (drag (window, 0, ways[i].x, ways[i].y)));
      g_assert_null (window->goal_seek);
      g_assert_cmpint (souls_session_get_step (session), ==, step + 1);
      g_assert_cmpint (count_moved (window), ==, 2);
      for (int axis = 0; axis < 2; axis++)
        {
          const SoulsDriver driver = drivers[axis];
          const double value = souls_session_get_driver (session, driver);
          const double shown = souls_driver_to_shown (driver, value) / souls_driver_info (driver)->step;
          const gboolean at_end = value == calibration->min[driver] || value == calibration->max[driver];

          g_assert_cmpint (value > calibration->baseline[driver], ==, (way[axis] > 0) == (axis == 0));
          g_assert_true (at_end || fabs (shown - round (shown)) < 1e-6);
          g_assert_true (at_end || fabs (way[axis]) < 1000);
        }
      g_assert_true (souls_session_undo (session));
      g_assert_cmpint (count_moved (window), ==, 0);
    }
  app_test_close (window);
}

/* Escape on the way puts both sliders back. */
static void
test_point_back (void)
{
  SoulsWindow *window = open_window ("break-even-map");
  SoulsChartHand *hand = get_hand (window);
  const SoulsPoint from = get_middle (find_handle (window, 0));
  const int step = souls_session_get_step (window->session);

  g_assert_true (souls_chart_hand_begin (hand, from.x, from.y));
  souls_chart_hand_move (hand, from.x + 50, from.y + 50);
  g_assert_cmpint (count_moved (window), ==, 2);
  g_assert_true (souls_session_in_gesture (window->session));
  g_assert_true (souls_chart_hand_key (hand, GDK_KEY_Escape, 0));
  g_assert_cmpint (count_moved (window), ==, 0);
  g_assert_false (souls_session_in_gesture (window->session));
  g_assert_cmpint (souls_session_get_step (window->session), ==, step);
  /* Another chart on the way, too. */
  g_assert_true (souls_chart_hand_begin (hand, from.x, from.y));
  souls_chart_hand_move (hand, from.x + 50, from.y + 50);
  souls_chart_pane_set_chart (window->left_pane, "tornado");
  g_assert_false (souls_session_in_gesture (window->session));
  g_assert_cmpint (count_moved (window), ==, 0);
  app_test_close (window);
}

static const struct
{
  guint key;
  int axis;
  int direction;
} arrows[] = {
  { GDK_KEY_Right, 0, 1 },
  { GDK_KEY_Left, 0, -1 },
  { GDK_KEY_Up, 1, 1 },
  { GDK_KEY_Down, 1, -1 },
};

/* Shift and an arrow, where the keyboard's cursor is on the point. */
static void
test_point_keys (void)
{
  SoulsWindow *window = open_window ("break-even-map");
  SoulsSession *session = window->session;
  SoulsChartHand *hand = get_hand (window);
  const SoulsPoint point = get_middle (find_handle (window, 0));
  const SoulsDriver *drivers = souls_chart_view_get_map_drivers (get_view (window));

  g_assert_false (souls_chart_hand_key (hand, GDK_KEY_Right, GDK_SHIFT_MASK));
  for (gsize i = 0; i < G_N_ELEMENTS (arrows); i++)
    {
      const SoulsDriver driver = drivers[arrows[i].axis];
      const double before = souls_session_get_driver (session, driver);
      const double step = souls_driver_from_shown (driver, souls_driver_info (driver)->step);
      double way;

      gtk_widget_grab_focus (GTK_WIDGET (get_view (window)));
      souls_chart_view_set_cursor (get_view (window), souls_chart_view_find_target (get_view (window), point.x, point.y));
      g_assert_false (souls_chart_hand_key (hand, arrows[i].key, 0));
      g_assert_true (souls_chart_hand_key (hand, arrows[i].key, GDK_SHIFT_MASK));
      way = (souls_session_get_driver (session, driver) - before) * arrows[i].direction;
      g_assert_cmpfloat (way, >, 0);
      g_assert_cmpfloat (way, <, step * (1 + 1e-6));
      g_assert_cmpint (count_moved (window), ==, 1);
      /* The focus leaves: the key is up. */
      gtk_window_set_focus (GTK_WINDOW (window), NULL);
      g_assert_false (souls_session_in_gesture (session));
      g_assert_true (souls_session_undo (session));
      g_assert_cmpint (count_moved (window), ==, 0);
      app_test_settle ();
    }
  app_test_close (window);
}

static GtkMenuButton *
get_axes_picker (SoulsWindow *window)
{
  return GTK_MENU_BUTTON (gtk_widget_get_template_child (GTK_WIDGET (window->left_pane), SOULS_TYPE_CHART_PANE,
                                                         "axes_picker"));
}

/* What the map's handle goes over. */
static void
check_axes (SoulsWindow *window,
            SoulsDriver  x,
            SoulsDriver  y)
{
  const SoulsCalibration *calibration = souls_session_get_calibration (window->session);
  const SoulsHandle *handle = find_handle (window, 0);
  g_autofree char *axes = souls_chart_pane_get_axes (window->left_pane);
  g_autofree char *wanted = g_strdup_printf ("%s %s", souls_driver_info (x)->id, souls_driver_info (y)->id);

  g_assert_cmpstr (axes, ==, wanted);
  g_assert_cmpfloat (handle->x.value0, ==, calibration->min[x]);
  g_assert_cmpfloat (handle->x.value1, ==, calibration->max[x]);
  g_assert_cmpfloat (handle->y.value0, ==, calibration->min[y]);
  g_assert_cmpfloat (handle->y.value1, ==, calibration->max[y]);
}

/* The lists choose, the same slider twice changes places, and what was chosen is remembered. */
static void
test_axes (void)
{
  SoulsWindow *window = open_window ("break-even-map");
  GtkMenuButton *button = get_axes_picker (window);
  GtkDropDown *list[2];
  GtkWidget *popover;

  check_axes (window, SOULS_DRIVER_HANDLING_COST, SOULS_DRIVER_AD_MARGIN);
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (button)));
  gtk_menu_button_popup (button);
  app_test_settle ();
  popover = GTK_WIDGET (gtk_menu_button_get_popover (button));
  for (int i = 0; i < 2; i++)
    list[i] = souls_axes_popover_get_drop_down (SOULS_AXES_POPOVER (popover), i);
  g_assert_cmpuint (gtk_drop_down_get_selected (list[0]), ==, SOULS_DRIVER_HANDLING_COST);
  g_assert_cmpuint (gtk_drop_down_get_selected (list[1]), ==, SOULS_DRIVER_AD_MARGIN);
  gtk_drop_down_set_selected (list[0], SOULS_DRIVER_AWS_GROWTH);
  check_axes (window, SOULS_DRIVER_AWS_GROWTH, SOULS_DRIVER_AD_MARGIN);
  gtk_drop_down_set_selected (list[1], SOULS_DRIVER_AWS_GROWTH);
  check_axes (window, SOULS_DRIVER_AD_MARGIN, SOULS_DRIVER_AWS_GROWTH);
  g_assert_cmpuint (gtk_drop_down_get_selected (list[0]), ==, SOULS_DRIVER_AD_MARGIN);
  gtk_drop_down_set_selected (list[0], SOULS_DRIVER_OVERHEAD_RATE);
  check_axes (window, SOULS_DRIVER_OVERHEAD_RATE, SOULS_DRIVER_AWS_GROWTH);
  gtk_menu_button_popdown (button);
  app_test_settle ();

  souls_chart_pane_set_axes (window->left_pane, "aws-growth aws-growth");
  souls_chart_pane_set_axes (window->left_pane, "aws-growth");
  souls_chart_pane_set_axes (window->left_pane, "no-such driver");
  souls_chart_pane_set_axes (window->left_pane, NULL);
  check_axes (window, SOULS_DRIVER_OVERHEAD_RATE, SOULS_DRIVER_AWS_GROWTH);
  app_test_close (window);

  window = app_test_show (application);
  app_test_settle ();
  g_assert_cmpstr (souls_chart_pane_get_chart (window->left_pane), ==, "break-even-map");
  check_axes (window, SOULS_DRIVER_OVERHEAD_RATE, SOULS_DRIVER_AWS_GROWTH);
  souls_chart_pane_set_chart (window->left_pane, "tornado");
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (get_axes_picker (window))));
  app_test_close (window);
}

/* What leaves the program, and the thumbnail in the gallery, show the same two sliders. */
static void
test_axes_elsewhere (void)
{
  SoulsWindow *window = open_window ("break-even-map");
  GtkMenuButton *picker =
    GTK_MENU_BUTTON (gtk_widget_get_template_child (GTK_WIDGET (window->left_pane), SOULS_TYPE_CHART_PANE, "picker"));
  const double low = souls_session_get_calibration (window->session)->min[SOULS_DRIVER_OVERHEAD_RATE];
  g_autoptr (SoulsScene) picture = NULL;
  const SoulsScene *scene;
  GtkWidget *card, *overlay;

  souls_chart_pane_set_axes (window->left_pane, "overhead-rate aws-growth");
  picture = souls_chart_view_make_picture (get_view (window), souls_app_words (), 900, 600);
  g_assert_cmpfloat (souls_scene_get_handle (picture, 0)->x.value0, ==, low);

  gtk_menu_button_popup (picker);
  app_test_settle ();
  card = souls_chart_gallery_get_card (SOULS_CHART_GALLERY (gtk_menu_button_get_popover (picker)),
                                       SOULS_CHART_BREAK_EVEN_MAP);
  gtk_widget_grab_focus (card);
  app_test_settle ();
  overlay = gtk_widget_get_first_child (gtk_flow_box_child_get_child (GTK_FLOW_BOX_CHILD (card)));
  scene = souls_chart_thumbnail_get_scene (SOULS_CHART_THUMBNAIL (gtk_overlay_get_child (GTK_OVERLAY (overlay))));
  g_assert_nonnull (scene);
  g_assert_cmpfloat (souls_scene_get_handle (scene, 0)->x.value0, ==, low);
  /* One after the other: GTK looks for a tooltip in a popover that went with its window. */
  gtk_menu_button_popdown (picker);
  app_test_settle ();
  app_test_close (window);
}

/* Along the axis: no finer than a px, no more than three figures, and zero can be hit. */
static void
test_round (void)
{
  static const struct
  {
    SoulsAxisMap map;
    double value;
    double wanted;
  } cases[] = {
    { { 400, 0, 0, 160000 }, 41234, 41000 },
    { { 400, 0, 0, 160000 }, 105400, 105000 },
    { { 400, -20000, 0, 20000 }, -8374, -8400 },
    { { 400, -20000, 0, 20000 }, 40, 0 },
    { { 400, -200, 0, 200 }, -28.4, -28 },
    { { 400, 0, 0, 1 }, 123456, 123000 },
    { { 400, 0, 0, 1 }, 0, 0 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpfloat_with_epsilon (souls_chart_hand_round (cases[i].value, &cases[i].map), cases[i].wanted, 1e-9);
}

int
main (int   argc,
      char *argv[])
{
  int status;

  g_test_init (&argc, &argv, NULL);
  application = app_test_start ("io.github.twosouls.TwoSouls.TestHands", NULL, NULL);

  g_test_add_func ("/app/hand/round", test_round);
  g_test_add_func ("/app/hand/seek", test_seek);
  g_test_add_func ("/app/hand/unreachable", test_unreachable);
  g_test_add_func ("/app/hand/nothing", test_nothing);
  g_test_add_func ("/app/hand/pointer", test_pointer);
  g_test_add_func ("/app/hand/point", test_point);
  g_test_add_func ("/app/hand/point-back", test_point_back);
  g_test_add_func ("/app/hand/point-keys", test_point_keys);
  g_test_add_func ("/app/axes/choose", test_axes);
  g_test_add_func ("/app/axes/elsewhere", test_axes_elsewhere);

  status = g_test_run ();
  g_object_unref (application);
  return status;
}
