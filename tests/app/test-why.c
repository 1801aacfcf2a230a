/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "souls-config.h"

#include <math.h>
#include <string.h>

#include "app-test.h"
#include "souls-app-state.h"
#include "souls-app-words.h"
#include "souls-explain-popover.h"

static SoulsApplication *application;

/* In the order moved; AWS growth has no part in the answer, nor has the stranded share before its rung. */
static const SoulsDriver moved[] = { SOULS_DRIVER_OVERHEAD_RATE, SOULS_DRIVER_AWS_GROWTH,     SOULS_DRIVER_THIRD_PARTY_SHARE,
                                     SOULS_DRIVER_AD_MARGIN,     SOULS_DRIVER_STRANDED_SHARE, SOULS_DRIVER_PAYABLE_DAYS,
                                     SOULS_DRIVER_GMV_GROWTH };

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

static void
move (SoulsWindow *window,
      SoulsDriver  driver,
      double       shown)
{
  g_autoptr (GError) error = NULL;

  souls_session_set_driver (window->session, driver, souls_driver_from_shown (driver, shown), &error);
  g_assert_no_error (error);
}

static void
move_some (SoulsWindow *window)
{
  for (gsize i = 0; i < G_N_ELEMENTS (moved); i++)
    {
      const double shown = souls_driver_to_shown (moved[i], souls_session_get_driver (window->session, moved[i]));

      move (window, moved[i], shown + (i % 2 == 0 ? -1 : 1) * souls_driver_info (moved[i])->step * 3);
    }
}

static GtkWidget *
explain (SoulsWindow *window,
         SoulsMetric  metric,
         int          year)
{
  GtkWidget *popover = souls_explain_popover_new (window->session, metric, year, 1280, 800);

  g_assert_nonnull (popover);
  return g_object_ref_sink (popover);
}

/* All that the labels inside say, a line each. */
static void
append_text (GtkWidget *widget,
             GString   *text)
{
  if (GTK_IS_LABEL (widget))
    g_string_append_printf (text, "%s\n", gtk_label_get_text (GTK_LABEL (widget)));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    append_text (child, text);
}

static char *
get_text (GtkWidget *widget)
{
  GString *text = g_string_new (NULL);

  append_text (widget, text);
  return g_string_free (text, FALSE);
}

static gboolean
has_focus (SoulsWindow *window,
           SoulsDriver  driver)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (window));
  GtkWidget *row = focus != NULL ? gtk_widget_get_ancestor (focus, SOULS_TYPE_DRIVER_ROW) : NULL;

  for (int i = 0; row != NULL && i < SOULS_N_SIDEBAR_GROUPS; i++)
    if (row == GTK_WIDGET (souls_driver_group_get_row (souls_sidebar_get_group (window->sidebar, (SoulsGroup) i), driver)))
      return TRUE;
  return FALSE;
}

/* The reasons are the model's bridge; what is printed of them adds up to the last digit. */
static void
check_sum (SoulsWindow *window,
           SoulsMetric  metric,
           int          year)
{
  g_autofree SoulsWhy *why = g_new (SoulsWhy, 1);
  SoulsBridge bridge;
  SoulsQuestion question = { .calibration = souls_session_get_calibration (window->session),
                             .settings = souls_session_get_settings (window->session),
                             .drivers = souls_session_get_drivers (window->session),
                             .metric = metric,
                             .t = year - 2025 };
  double sum = 0;

  g_assert_true (souls_why_fill (why, window->session, metric, year));
  souls_bridge_compute (&question, moved, G_N_ELEMENTS (moved), &bridge);
  g_assert_cmpint (why->bridge.n_steps, ==, G_N_ELEMENTS (moved));
  g_assert_cmpfloat (why->reason[0].before, ==, bridge.from);
  g_assert_cmpfloat (why->reason[bridge.n_steps - 1].after, ==, bridge.to);
  for (int i = 0; i < bridge.n_steps; i++)
    {
      const SoulsReason *reason = &why->reason[i];

      g_assert_cmpint (reason->driver, ==, moved[i]);
      g_assert_cmpfloat (why->bridge.change[i], ==, bridge.change[i]);
      g_assert_true (i == 0 || reason->before == why->reason[i - 1].after);
      g_assert_true (reason->moves_answer || fabs (bridge.change[i]) <= 1e-9 * fmax (fabs (bridge.to), 1));
      sum += souls_why_shown_change (why, reason->before, reason->after);
    }
  /* In hundredths of what is printed: whole numbers */
  g_assert_cmpint (llround (sum * 100), ==, llround (souls_why_shown_change (why, bridge.from, bridge.to) * 100));
}

static void
test_sums (void)
{
  SoulsWindow *window = open_window ();

  move_some (window);
  for (int metric = 0; metric < SOULS_N_SERIES; metric++)
    for (int year = 2026; year <= 2035; year += 3)
      check_sum (window, (SoulsMetric) metric, year);
  app_test_close (window);
}

/* A row a slider, with its move, what it adds and its sentence; and the total on top. */
static void
test_rows (void)
{
  static const SoulsMetric metrics[] = { SOULS_METRIC_WITHOUT_AWS, SOULS_METRIC_MARGIN_TOTAL, SOULS_METRIC_CASH_CYCLE };
  SoulsWindow *window = open_window ();

  move_some (window);
  for (gsize i = 0; i < G_N_ELEMENTS (metrics); i++)
    {
      GtkWidget *popover = explain (window, metrics[i], 2030);
      const SoulsWhy *why = souls_explain_popover_get_why (SOULS_EXPLAIN_POPOVER (popover));
      g_autofree char *text = get_text (popover);
      g_autofree char *total = souls_why_say_total (why, souls_words_plain ());
      const char *at = strstr (text, total);

      for (int step = 0; step < why->bridge.n_steps; step++)
        {
          g_autofree char *change = souls_why_say_change (why, step, souls_words_plain ());
          g_autofree char *row_move = souls_why_say_move (why, step, souls_words_plain ());
          g_autofree char *row = g_strdup_printf ("%s\n%s\n%s\n", souls_driver_info (moved[step])->name, change, row_move);

          g_assert_nonnull (at);
          at = strstr (at, row);
          g_assert_nonnull (at);
          g_assert_nonnull (strstr (at, souls_driver_info (moved[step])->explanation));
        }
      g_object_unref (popover);
    }
  app_test_close (window);
}

/* How a slider acts is read from the formulas. */
static void
test_ways (void)
{
  SoulsWindow *window = open_window ();
  g_autofree SoulsWhy *why = g_new (SoulsWhy, 1);
  g_autofree char *one = NULL;
  g_autofree char *none = NULL;
  g_autofree char *two = NULL;
  g_autofree char *reason = NULL;

  move_some (window);
  g_assert_true (souls_why_fill (why, window->session, SOULS_METRIC_WITHOUT_AWS, 2030));
  one = souls_why_say_ways (why, 0, NULL, souls_words_plain ());
  g_assert_cmpstr (one, ==, "Through Overhead");
  none = souls_why_say_ways (why, 1, NULL, souls_words_plain ());
  g_assert_cmpstr (none, ==, "It does not change this number.");
  g_assert_cmpint (why->reason[2].n_ways, ==, 2);
  g_assert_cmpint (why->reason[2].n_more_ways, ==, 0);
  g_assert_cmpfloat_with_epsilon (why->reason[2].way_change[0] + why->reason[2].way_change[1], why->bridge.change[2], 1e-6);
  two = souls_why_say_ways (why, 2, NULL, souls_words_plain ());
  g_assert_true (g_str_has_prefix (two, "Through Profit of "));
  g_assert_false (why->reason[4].moves_answer);
  reason = souls_why_say_ways (
    why, 4, souls_session_get_without_effect (window->session, SOULS_DRIVER_STRANDED_SHARE), souls_words_plain ());
  g_assert_true (g_str_has_prefix (reason, "No effect yet: choose"));
  g_assert_cmpint (why->reason[6].n_ways + why->reason[6].n_more_ways, >, SOULS_WHY_MAX_WAYS);
  g_assert_cmpfloat (fabs (why->reason[6].way_change[0]), >=, fabs (why->reason[6].way_change[1]));
  app_test_close (window);
}

/* Nothing to tell at the baseline, nor of what a filing says. */
static void
test_absent (void)
{
  SoulsWindow *window = open_window ();
  GtkWidget *popover = explain (window, SOULS_METRIC_WITHOUT_AWS, 2030);
  g_autofree char *text = get_text (popover);

  g_assert_null (souls_explain_popover_get_why (SOULS_EXPLAIN_POPOVER (popover)));
  g_assert_false (souls_explain_popover_activate_reason (SOULS_EXPLAIN_POPOVER (popover), 0));
  g_assert_null (strstr (text, "Why it differs"));
  g_assert_null (souls_why_bar_explain (window->why_bar));
  g_object_unref (popover);
  move_some (window);
  popover = explain (window, SOULS_METRIC_WITHOUT_AWS, 2030);
  g_assert_nonnull (souls_explain_popover_get_why (SOULS_EXPLAIN_POPOVER (popover)));
  g_object_unref (popover);
  for (int year = 2024; year <= 2025; year++)
    {
      popover = explain (window, SOULS_METRIC_WITHOUT_AWS, year);
      g_assert_null (souls_explain_popover_get_why (SOULS_EXPLAIN_POPOVER (popover)));
      g_object_unref (popover);
    }
  app_test_close (window);
}

/* A share of what is not there any more is no number, and is not taken for 0. */
static void
test_not_defined (void)
{
  SoulsWindow *window = open_window ();
  g_autofree char *text = NULL;
  GtkWidget *popover;
  const SoulsWhy *why;

  move (window, SOULS_DRIVER_HANDLING_COST, 45);
  move (window, SOULS_DRIVER_AWS_MARGIN, -20);
  popover = explain (window, SOULS_METRIC_AWS_SHARE_OF_PROFIT, 2030);
  why = souls_explain_popover_get_why (SOULS_EXPLAIN_POPOVER (popover));
  g_assert_true (isfinite (why->bridge.from));
  g_assert_true (isnan (why->bridge.to));
  text = get_text (popover);
  g_assert_nonnull (strstr (text, "No longer defined"));
  g_assert_nonnull (strstr (text, "AWS margin\nnot defined\n"));
  g_assert_null (strstr (text, "0.00 points"));
  g_object_unref (popover);
  app_test_close (window);
}

/* From the line at the bottom to the reasons of the answer, and from each of them to its slider. */
static void
test_goes (void)
{
  SoulsWindow *window = open_window ();

  move_some (window);
  app_test_settle ();
  for (int step = 0; step < (int) G_N_ELEMENTS (moved); step++)
    {
      GtkWidget *popover = souls_why_bar_explain (window->why_bar);
      const SoulsWhy *why;

      g_assert_nonnull (popover);
      app_test_settle ();
      g_assert_true (gtk_widget_get_mapped (popover));
      why = souls_explain_popover_get_why (SOULS_EXPLAIN_POPOVER (popover));
      g_assert_cmpint (why->metric, ==, SOULS_METRIC_WITHOUT_AWS);
      g_assert_cmpfloat (why->bridge.to, ==,
                         souls_session_get_results (window->session)->value[SOULS_METRIC_WITHOUT_AWS][5]);
      g_assert_true (souls_explain_popover_activate_reason (SOULS_EXPLAIN_POPOVER (popover), step));
      app_test_settle ();
      g_assert_true (has_focus (window, moved[step]));
    }
  app_test_close (window);
}

/* The same from a mark of a chart. */
static void
test_goes_from_a_mark (void)
{
  SoulsWindow *window = open_window ();
  GtkWidget *popover;

  move_some (window);
  app_test_settle ();
  popover = souls_chart_pane_explain (window->left_pane);
  app_test_settle ();
  g_assert_nonnull (souls_explain_popover_get_why (SOULS_EXPLAIN_POPOVER (popover)));
  g_assert_true (souls_explain_popover_activate_reason (SOULS_EXPLAIN_POPOVER (popover), 3));
  app_test_settle ();
  g_assert_true (has_focus (window, moved[3]));
  app_test_close (window);
}

static void
spin_until_scrolled (GtkAdjustment *adjustment)
{
  const gint64 patience = g_get_monotonic_time () + 10 * G_USEC_PER_SEC;

  while (gtk_adjustment_get_value (adjustment) == 0 && g_get_monotonic_time () < patience)
    g_main_context_iteration (NULL, FALSE);
}

static GtkWidget *
find (GtkWidget *widget,
      GType      type)
{
  GtkWidget *found = G_TYPE_CHECK_INSTANCE_TYPE (widget, type) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find (child, type);
  return found;
}

/* The formula stands below the reasons: who asks for it need not look for it. */
static void
test_formula (void)
{
  SoulsWindow *window = open_window ();
  GtkAdjustment *adjustment;
  GtkWidget *popover;

  move_some (window);
  app_test_settle ();
  popover = souls_chart_pane_explain (window->left_pane);
  app_test_settle ();
  adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (find (popover, GTK_TYPE_SCROLLED_WINDOW)));
  g_assert_cmpfloat (gtk_adjustment_get_value (adjustment), ==, 0);
  souls_explain_popover_show_formula (SOULS_EXPLAIN_POPOVER (popover));
  spin_until_scrolled (adjustment);
  g_assert_cmpfloat (gtk_adjustment_get_value (adjustment), >, 0);
  gtk_popover_popdown (GTK_POPOVER (popover));
  app_test_settle ();
  app_test_close (window);
}

int
main (int   argc,
      char *argv[])
{
  int status;

  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  application = app_test_start ("io.github.twosouls.TestWhy", NULL, NULL);
  g_test_add_func ("/app/why/rows-sum", test_sums);
  g_test_add_func ("/app/why/rows", test_rows);
  g_test_add_func ("/app/why/ways", test_ways);
  g_test_add_func ("/app/why/absent", test_absent);
  g_test_add_func ("/app/why/not-defined", test_not_defined);
  g_test_add_func ("/app/why/goes-to-the-slider", test_goes);
  g_test_add_func ("/app/why/goes-from-a-mark", test_goes_from_a_mark);
  g_test_add_func ("/app/why/formula", test_formula);
  status = g_test_run ();
  g_object_unref (application);

  return status;
}
