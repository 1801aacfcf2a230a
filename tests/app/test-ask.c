/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "souls-config.h"

#include <math.h>

#include "app-test.h"
#include "souls-app-state.h"
#include "souls-bridge.h"
#include "souls-goal-dialog.h"

static SoulsApplication *application;

/* As at the very first start. */
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
  souls_session_set_year (window->session, 2030);
  return window;
}

static SoulsGoalDialog *
open_goal_seek (SoulsWindow *window)
{
  app_test_activate (window, "goal-seek", NULL);
  return SOULS_GOAL_DIALOG (window->goal_seek);
}

static double
get_answer (SoulsWindow *window,
            SoulsMetric  metric,
            int          year)
{
  return souls_session_get_results (window->session)->value[metric][year - 2025];
}

static gboolean
has_focus (SoulsWindow *window,
           SoulsDriver  driver)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (window));
  GtkWidget *row = focus != NULL ? gtk_widget_get_ancestor (focus, SOULS_TYPE_DRIVER_ROW) : NULL;

  for (int i = 0; row != NULL && i < SOULS_N_SIDEBAR_GROUPS; i++)
    {
      SoulsDriverGroup *group = souls_sidebar_get_group (window->sidebar, (SoulsGroup) i);

      if (row == GTK_WIDGET (souls_driver_group_get_row (group, driver)))
        return TRUE;
    }
  return FALSE;
}

/* Until the slider has arrived. */
static void
wait_for_glide (SoulsWindow *window)
{
  while (souls_session_in_gesture (window->session))
    g_main_context_iteration (NULL, TRUE);
  app_test_settle ();
}

/* What is typed, and the target, in the metric's unit; NAN where it is no number. */
static const struct
{
  SoulsMetric metric;
  int year;
  const char *text;
  double target;
} wishes[] = {
  { SOULS_METRIC_WITHOUT_AWS, 2030, "0", 0 },
  { SOULS_METRIC_WITHOUT_AWS, 2030, "50", 50000 },
  { SOULS_METRIC_WITHOUT_AWS, 2030, " $50.5 bn", 50500 },
  { SOULS_METRIC_WITHOUT_AWS, 2027, "−500 m", -500 },
  { SOULS_METRIC_INCOME_TOTAL, 2035, "100", 100000 },
  { SOULS_METRIC_MARGIN_STORES, 2030, "2.5", 0.025 },
  { SOULS_METRIC_MARGIN_STORES, 2030, "2.5 %", 0.025 },
  { SOULS_METRIC_FREE_CASH_FLOW_WITHOUT_AWS, 2028, "10", 10000 },
  { SOULS_METRIC_WITHOUT_AWS, 2030, "", NAN },
  { SOULS_METRIC_WITHOUT_AWS, 2030, "much", NAN },
  { SOULS_METRIC_WITHOUT_AWS, 2030, "5 %", NAN },
  { SOULS_METRIC_MARGIN_STORES, 2030, "5 bn", NAN },
};

/* What is typed is sought: the rows are what the model finds, the shortest way first. */
static void
test_wishes (void)
{
  SoulsWindow *window = open_window ();
  SoulsGoalDialog *dialog = open_goal_seek (window);

  for (gsize i = 0; i < G_N_ELEMENTS (wishes); i++)
    {
      const SoulsQuestion question = { .calibration = souls_session_get_calibration (window->session),
                                       .settings = souls_session_get_settings (window->session),
                                       .drivers = souls_session_get_drivers (window->session),
                                       .metric = wishes[i].metric,
                                       .t = wishes[i].year - 2025 };
      SoulsGoal wanted[SOULS_N_DRIVERS];
      const SoulsGoal *goals;
      int n_goals;

      souls_goal_dialog_set_metric (dialog, wishes[i].metric);
      souls_goal_dialog_set_year (dialog, wishes[i].year);
      souls_goal_dialog_set_text (dialog, wishes[i].text);
      goals = souls_goal_dialog_get_goals (dialog, &n_goals);
      g_assert_cmpint (n_goals, ==, isnan (wishes[i].target) ? 0 : SOULS_N_DRIVERS);
      if (n_goals == 0)
        {
          g_assert_true (g_str_has_prefix (souls_goal_dialog_get_verdict (dialog), "Not a number"));
          g_assert_false (souls_goal_dialog_choose (dialog, 0));
          continue;
        }
      g_assert_true (g_str_has_prefix (souls_goal_dialog_get_verdict (dialog), "Now "));
      souls_seek_all (&question, wishes[i].target, wanted);
      for (int j = 0; j < n_goals; j++)
        {
          g_assert_cmpint (goals[j].driver, ==, wanted[j].driver);
          g_assert_cmpfloat (goals[j].value, ==, wanted[j].value);
          g_assert_cmpint (goals[j].reachable, ==, wanted[j].reachable);
        }
    }
  app_test_close (window);
}

/* A row takes its slider to where the result is what was wanted; one undo takes it back. */
static void
test_choose (void)
{
  SoulsWindow *window = open_window ();
  SoulsSession *session = window->session;
  const SoulsCalibration *calibration = souls_session_get_calibration (session);
  int n_reachable = 0;

  for (int row = 0; row < SOULS_N_DRIVERS; row++)
    {
      SoulsGoalDialog *dialog = open_goal_seek (window);
      const int step = souls_session_get_step (session);
      const SoulsGoal *goals;
      SoulsGoal goal;
      double before;
      int n_goals;

      souls_goal_dialog_set_text (dialog, "0");
      goals = souls_goal_dialog_get_goals (dialog, &n_goals);
      g_assert_cmpint (n_goals, ==, SOULS_N_DRIVERS);
      goal = goals[row];
      before = souls_session_get_driver (session, goal.driver);
      g_assert_cmpint (souls_goal_dialog_choose (dialog, row), ==, goal.reachable);
      if (!goal.reachable)
        {
          g_autofree char *text = souls_goal_dialog_get_row (dialog, row);

          g_assert_nonnull (strstr (text, "not reachable"));
          continue;
        }
      n_reachable++;
      wait_for_glide (window);
      g_assert_null (window->goal_seek);
      g_assert_cmpfloat_with_epsilon (souls_session_get_driver (session, goal.driver), goal.value,
                                      1e-6 * (calibration->max[goal.driver] - calibration->min[goal.driver]));
      /* US$ million */
      g_assert_cmpfloat_with_epsilon (get_answer (window, SOULS_METRIC_WITHOUT_AWS, 2030), 0, 0.5);
      g_assert_true (has_focus (window, goal.driver));
      g_assert_cmpint (souls_session_get_step (session), ==, step + 1);
      g_assert_true (souls_session_undo (session));
      g_assert_cmpfloat (souls_session_get_driver (session, goal.driver), ==, before);
    }
  g_assert_cmpint (n_reachable, >, 1);
  g_assert_cmpint (n_reachable, <, SOULS_N_DRIVERS);
  app_test_close (window);
}

/* What no slider can do is said, and nothing moves. */
static void
test_unreachable (void)
{
  SoulsWindow *window = open_window ();
  SoulsGoalDialog *dialog = open_goal_seek (window);
  const int step = souls_session_get_step (window->session);

  souls_goal_dialog_set_text (dialog, "1000000");
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

/* The dialog begins on the year under the scrubber, or on the last where that one is reported, and keeps up. */
static void
test_follow (void)
{
  SoulsWindow *window = open_window ();
  SoulsGoalDialog *dialog = open_goal_seek (window);

  g_assert_nonnull (strstr (souls_goal_dialog_get_verdict (dialog), "fiscal 2030"));
  souls_session_set_base_year (window->session, 2014, NULL);
  g_assert_nonnull (strstr (souls_goal_dialog_get_verdict (dialog), "fiscal 2024"));
  souls_session_set_base_year (window->session, 2025, NULL);
  gtk_window_close (window->goal_seek);
  app_test_settle ();
  souls_session_set_year (window->session, 2020);
  dialog = open_goal_seek (window);
  g_assert_nonnull (strstr (souls_goal_dialog_get_verdict (dialog), "fiscal 2035"));
  app_test_close (window);
}

/* A key or a hand meanwhile finds the slider where it goes, and the step is whole. */
static void
test_glide (void)
{
  SoulsWindow *window = open_window ();
  SoulsSession *session = window->session;
  const int step = souls_session_get_step (session);

  souls_window_glide (window, SOULS_DRIVER_AWS_GROWTH, 0.05);
  souls_window_glide (window, SOULS_DRIVER_AWS_MARGIN, 0.1);
  g_assert_cmpfloat (souls_session_get_driver (session, SOULS_DRIVER_AWS_GROWTH), ==, 0.05);
  souls_glide_finish (window->glide);
  g_assert_cmpfloat (souls_session_get_driver (session, SOULS_DRIVER_AWS_MARGIN), ==, 0.1);
  g_assert_cmpint (souls_session_get_step (session), ==, step + 2);
  /* Where a slider cannot stand, it does not go. */
  souls_window_glide (window, SOULS_DRIVER_AWS_GROWTH, 1e6);
  g_assert_false (souls_session_in_gesture (session));
  g_assert_cmpint (souls_session_get_step (session), ==, step + 2);
  /* At once where nothing is to move. */
  g_object_set (gtk_widget_get_settings (GTK_WIDGET (window)), "gtk-enable-animations", FALSE, NULL);
  souls_window_glide (window, SOULS_DRIVER_AWS_MARGIN, 0.2);
  g_assert_cmpfloat (souls_session_get_driver (session, SOULS_DRIVER_AWS_MARGIN), ==, 0.2);
  g_assert_false (souls_session_in_gesture (session));
  g_assert_cmpint (souls_session_get_step (session), ==, step + 3);
  gtk_settings_reset_property (gtk_widget_get_settings (GTK_WIDGET (window)), "gtk-enable-animations");
  /* Closed on the way. */
  souls_window_glide (window, SOULS_DRIVER_AWS_GROWTH, 0.1);
  app_test_close (window);
}

/* Moves the first @n drivers that change the answer, in an order of their own. Returns how many. */
static int
move_some (SoulsWindow *window,
           int          n)
{
  static const SoulsDriver drivers[] = { SOULS_DRIVER_OVERHEAD_RATE, SOULS_DRIVER_FBA_FEE,
                                         SOULS_DRIVER_THIRD_PARTY_SHARE, SOULS_DRIVER_HANDLING_COST,
                                         SOULS_DRIVER_AWS_GROWTH, SOULS_DRIVER_AD_MARGIN,
                                         SOULS_DRIVER_CONTENT_COST };

  n = MIN (n, (int) G_N_ELEMENTS (drivers));
  for (int i = 0; i < n; i++)
    {
      const double step = souls_driver_from_shown (drivers[i], souls_driver_info (drivers[i])->step);

      g_assert_true (souls_session_set_driver (window->session, drivers[i],
                                               souls_session_get_driver (window->session, drivers[i]) + step * (i + 1),
                                               NULL));
    }
  return n;
}

/* The chips, with what is left over, are the difference to the baseline; they are the model's bridge, the largest of it,
 * in the order moved. */
static void
test_why_sums (void)
{
  SoulsWindow *window = open_window ();
  static const int years[] = { 2030, 2026, 2035, 2020 };

  for (gsize y = 0; y < G_N_ELEMENTS (years); y++)
    for (int n = 1; n <= 7; n++)
      {
        const int year = years[y] > 2025 ? years[y] : 2035;
        SoulsQuestion question = { .metric = SOULS_METRIC_WITHOUT_AWS, .t = year - 2025 };
        g_autofree char *text = NULL;
        const SoulsWhyChip *chips;
        SoulsDriver moves[SOULS_N_DRIVERS];
        SoulsBridge bridge;
        double sum;
        int n_chips, at = -1;

        souls_session_reset_all (window->session);
        souls_session_set_year (window->session, years[y]);
        move_some (window, n);
        question.calibration = souls_session_get_calibration (window->session);
        question.settings = souls_session_get_settings (window->session);
        question.drivers = souls_session_get_drivers (window->session);
        g_assert_cmpint (souls_session_get_moves (window->session, moves), ==, n);
        souls_bridge_compute (&question, moves, n, &bridge);

        chips = souls_why_bar_get_chips (window->why_bar, &n_chips, &sum);
        g_assert_cmpint (n_chips, ==, MIN (n, SOULS_WHY_MAX_CHIPS));
        for (int i = 0; i < n_chips; i++)
          {
            int j = 0;

            while (j < n && bridge.driver[j] != chips[i].driver)
              j++;
            g_assert_cmpint (j, >, at);
            g_assert_cmpint (j, <, n);
            g_assert_cmpfloat (chips[i].value, ==, bridge.change[j]);
            sum += chips[i].value;
            at = j;
          }
        g_assert_cmpfloat_with_epsilon (sum, bridge.to - bridge.from, 1e-6);
        text = souls_why_bar_get_text (window->why_bar);
        g_assert_cmpint (strstr (text, " more") != NULL, ==, n > SOULS_WHY_MAX_CHIPS);
        g_assert_cmpint (strstr (text, "Why in 2035?") != NULL, ==, years[y] <= 2025);
      }
  app_test_close (window);
}

/* A chip goes to its slider; the question goes to the chart. */
static void
test_why_goes (void)
{
  SoulsWindow *window = open_window ();
  const SoulsWhyChip *chips;
  double rest;
  int n_chips;

  move_some (window, 7);
  app_test_settle ();
  chips = souls_why_bar_get_chips (window->why_bar, &n_chips, &rest);
  g_assert_cmpint (n_chips, ==, SOULS_WHY_MAX_CHIPS);
  for (int i = 0; i < n_chips; i++)
    {
      g_assert_true (souls_why_bar_activate (window->why_bar, i));
      app_test_settle ();
      g_assert_true (has_focus (window, chips[i].driver));
    }
  g_assert_false (souls_why_bar_activate (window->why_bar, n_chips));
  app_test_activate (window, "why", NULL);
  g_assert_cmpstr (souls_chart_pane_get_chart (window->right_pane), ==, "bridge");
  g_assert_cmpstr (souls_chart_pane_get_chart_view (window->right_pane), ==, "drivers");
  app_test_close (window);
}

/* The answer five years on. */
static double
get_later (SoulsSession *session)
{
  return souls_session_get_results (session)->value[SOULS_METRIC_WITHOUT_AWS][5];
}

/* One edge: it takes the answer to zero, in one step; beyond it lies the other sign. */
static void
check_edge (SoulsWindow *window,
            int          i)
{
  SoulsSession *session = window->session;
  const int step = souls_session_get_step (session);
  const double answer = get_later (session);
  double before, rest;
  SoulsWhyChip chip;
  int n_chips;

  chip = souls_why_bar_get_chips (window->why_bar, &n_chips, &rest)[i];
  before = souls_session_get_driver (session, chip.driver);
  g_assert_true (souls_why_bar_activate (window->why_bar, i));
  wait_for_glide (window);
  g_assert_cmpfloat (souls_session_get_driver (session, chip.driver), ==, chip.value);
  /* US$ million */
  g_assert_cmpfloat_with_epsilon (get_later (session), 0, 0.5);
  g_assert_true (has_focus (window, chip.driver));
  g_assert_cmpint (souls_session_get_step (session), ==, step + 1);
  souls_session_set_driver (session, chip.driver, chip.value + (chip.value - before) * 0.01, NULL);
  g_assert_cmpint (get_later (session) > 0, ==, answer < 0);
  g_assert_true (souls_session_jump (session, step));
  g_assert_cmpfloat (souls_session_get_driver (session, chip.driver), ==, before);
}

static void
test_edges (void)
{
  SoulsWindow *window = open_window ();
  int n_edges = 0;

  for (int base = 2014; base <= 2025; base++)
    {
      g_autofree char *text = NULL;
      double rest;
      int n_chips;

      g_assert_true (souls_session_set_base_year (window->session, base, NULL));
      souls_session_set_year (window->session, base + 5);
      text = souls_why_bar_get_text (window->why_bar);
      souls_why_bar_get_chips (window->why_bar, &n_chips, &rest);
      g_assert_cmpint (g_str_has_prefix (text, "The answer flips when"), ==, n_chips > 0);
      n_edges += n_chips;
      /* One is as good as another. */
      if (n_chips > 0)
        check_edge (window, n_chips - 1);
    }
  g_test_message ("%d edges", n_edges);
  g_assert_cmpint (n_edges, >, 4);
  app_test_close (window);
}

/* No edge is said in words; the line is as high as it always is. */
static void
test_no_edge (void)
{
  SoulsWindow *window = open_window ();
  SoulsSession *session = window->session;
  int height, n_none = 0;

  app_test_settle ();
  height = gtk_widget_get_height (GTK_WIDGET (window->why_bar));
  g_assert_cmpint (height, >, 0);
  for (int base = 2014; base <= 2025; base++)
    {
      g_autofree char *text = NULL;
      double rest;
      int n_chips;

      g_assert_true (souls_session_set_base_year (session, base, NULL));
      souls_session_set_year (session, base + 5);
      souls_why_bar_get_chips (window->why_bar, &n_chips, &rest);
      text = souls_why_bar_get_text (window->why_bar);
      g_assert_cmpint (g_str_equal (text, "No slider alone flips the answer within its plausible range."), ==,
                       n_chips == 0);
      n_none += n_chips == 0;
      app_test_settle ();
      g_assert_cmpint (gtk_widget_get_height (GTK_WIDGET (window->why_bar)), ==, height);
    }
  g_test_message ("%d base years without an edge", n_none);
  move_some (window, 7);
  app_test_settle ();
  g_assert_cmpint (gtk_widget_get_height (GTK_WIDGET (window->why_bar)), ==, height);
  app_test_close (window);
}

int
main (int   argc,
      char *argv[])
{
  int status;

  g_test_init (&argc, &argv, NULL);
  application = app_test_start ("io.github.twosouls.TwoSouls.TestAsk", NULL, NULL);

  g_test_add_func ("/app/goal-seek/wishes", test_wishes);
  g_test_add_func ("/app/goal-seek/choose", test_choose);
  g_test_add_func ("/app/goal-seek/unreachable", test_unreachable);
  g_test_add_func ("/app/goal-seek/follow", test_follow);
  g_test_add_func ("/app/glide", test_glide);

  g_test_add_func ("/app/why/sums", test_why_sums);
  g_test_add_func ("/app/why/goes", test_why_goes);
  g_test_add_func ("/app/knife-edge/goes", test_edges);
  g_test_add_func ("/app/knife-edge/none", test_no_edge);

  status = g_test_run ();
  g_object_unref (application);
  return status;
}
