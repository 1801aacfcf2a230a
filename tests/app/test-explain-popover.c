/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "souls-config.h"

#include <math.h>
#include <string.h>

#include "app-test.h"
#include "souls-explain-popover.h"

/* More links than any chain down to a filing has. */
#define MAX_DEPTH 40

static SoulsApplication *application;

static GtkWidget *
find (GtkWidget *widget,
      GType      type)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find (child, type);

      if (found != NULL)
        return found;
    }

  return NULL;
}

/* All that the labels inside say, a line each. */
static void
append_text (GtkWidget *widget,
             GString   *text)
{
  if (!gtk_widget_get_visible (widget) && !GTK_IS_POPOVER (widget))
    return;
  if (GTK_IS_LABEL (widget))
    g_string_append_printf (text, "%s\n", gtk_label_get_text (GTK_LABEL (widget)));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    append_text (child, text);
}

static char *
get_text (GtkWidget *widget)
{
  GString *text = g_string_new (NULL);

  append_text (widget, text);

  return g_string_free (text, FALSE);
}

static SoulsExplainPopover *
explain (SoulsChartPane *pane)
{
  GtkWidget *popover = souls_chart_pane_explain (pane);

  g_assert_true (SOULS_IS_EXPLAIN_POPOVER (popover));
  app_test_settle ();
  g_assert_true (gtk_widget_get_mapped (popover));

  return SOULS_EXPLAIN_POPOVER (popover);
}

static void
activate_row (SoulsExplainPopover *popover,
              int                  index)
{
  GtkWidget *rows = find (GTK_WIDGET (popover), GTK_TYPE_LIST_BOX);

  g_assert_nonnull (rows);
  gtk_widget_activate (GTK_WIDGET (gtk_list_box_get_row_at_index (GTK_LIST_BOX (rows), index)));
  app_test_settle ();
}

static void
close_popover (SoulsExplainPopover *popover)
{
  gtk_popover_popdown (GTK_POPOVER (popover));
  app_test_settle ();
}

/* What the pane has laid out by now; a popover closes soon after it was asked to. */
static void
spin (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

/* Points the keyboard at the mark of @metric in @year. */
static void
point_at (SoulsChartPane *pane,
          SoulsMetric     metric,
          int             year)
{
  SoulsChartView *view = souls_chart_pane_get_view (pane);
  const SoulsScene *scene = souls_chart_view_get_scene (view);

  for (guint i = 0; i < souls_scene_get_n_targets (scene); i++)
    {
      const SoulsTarget *target = souls_scene_get_target (scene, i);

      if (target->metric == (int) metric && target->year == year)
        {
          souls_chart_view_set_cursor (view, (int) i);
          return;
        }
    }
  g_assert_not_reached ();
}

/* Every word of a formula in numbers is a function. */
static void
check_numbers (const char *formula,
               const char *numbers)
{
  const char *p = numbers;

  while (*p != '\0')
    {
      const char *start = p;

      while (g_unichar_isalpha (g_utf8_get_char (p)) || *p == '_')
        p = g_utf8_next_char (p);
      if (p != start && *p != '(')
        g_error ("%s: “%s” is left in %s", formula, start, numbers);
      if (p == start)
        p = g_utf8_next_char (p);
    }
}

static void
check_node (const SoulsExplain *explain,
            SoulsNode           node)
{
  g_autofree char *formula = souls_explain_formula (explain, node);
  gboolean in_billions, in_millions;
  g_autofree char *numbers =
    souls_explain_numbers (explain, node, souls_words_plain (), &in_billions, &in_millions);

  g_assert_cmpint (formula == NULL, ==, numbers == NULL);
  g_assert_false (in_billions && in_millions);
  if (formula != NULL)
    check_numbers (formula, numbers);
}

static const int years[] = { 2014, 2018, 2022, 2025, 2026, 2035 };

/* Each term of each formula of each year is a number. */
static void
test_numbers (void)
{
  SoulsWindow *window = app_test_show (application);
  SoulsSession *session = souls_window_get_session (window);

  for (gsize i = 0; i < G_N_ELEMENTS (years); i++)
    {
      g_autofree SoulsExplain *explain = g_new0 (SoulsExplain, 1);

      g_assert_true (souls_explain_fill (explain, session, years[i]));
      for (int j = 0; j < SOULS_N_SERIES; j++)
        check_node (explain, souls_explain_metric (explain, (SoulsMetric) j, years[i]));
      for (int j = 0; j < SOULS_N_SYMBOLS; j++)
        check_node (explain, (SoulsNode) { { SOULS_TERM_SYMBOL, j }, 0 });
      for (int j = 0; j < SOULS_N_DRIVERS; j++)
        check_node (explain, (SoulsNode) { { SOULS_TERM_DRIVER, j }, explain->results.horizon });
      g_assert_false (souls_explain_fill (explain, session, 2013));
      g_assert_false (souls_explain_fill (explain, session, 2036));
    }
  app_test_close (window);
}

static double
in_billions (const SoulsExplain *explain,
             SoulsMetric         metric)
{
  return explain->results.value[metric][5] / 1000.0;
}

/* A sum, in the figures that the results have; and as Germans write it. */
static void
test_numbers_exact (void)
{
  SoulsWindow *window = app_test_show (application);
  SoulsWords german = *souls_words_plain ();
  g_autofree SoulsExplain *explain = g_new0 (SoulsExplain, 1);
  g_autofree char *expected = NULL;
  g_autofree char *sum = NULL;
  g_autofree char *rungs = NULL;
  gboolean is_billions, is_millions;
  SoulsNode node;

  g_assert_true (souls_explain_fill (explain, souls_window_get_session (window), 2030));
  expected = g_strdup_printf ("%.1f = %.1f + %.1f",
                              in_billions (explain, SOULS_METRIC_INCOME_TOTAL),
                              in_billions (explain, SOULS_METRIC_INCOME_STORES),
                              in_billions (explain, SOULS_METRIC_INCOME_AWS));
  node = souls_explain_metric (explain, SOULS_METRIC_INCOME_TOTAL, 2030);
  sum = souls_explain_numbers (explain, node, souls_words_plain (), &is_billions, &is_millions);
  g_assert_cmpstr (sum, ==, expected);
  g_assert_true (is_billions);

  german.decimal_point = ",";
  german.group_separator = ".";
  node = souls_explain_metric (explain, SOULS_METRIC_WITHOUT_AWS, 2030);
  rungs = souls_explain_numbers (explain, node, &german, &is_billions, &is_millions);
  g_assert_nonnull (strstr (rungs, "rung("));
  g_assert_nonnull (strstr (rungs, "; "));
  g_assert_null (strstr (rungs, ", "));
  g_assert_null (strchr (rungs, '.'));
  app_test_close (window);
}

/* Before the base year, a filing's own numbers in the scenario's meaning: those of the charts. */
static void
test_reported_years (void)
{
  SoulsWindow *window = app_test_show (application);
  SoulsSession *session = souls_window_get_session (window);
  const SoulsHistory *history;
  g_autofree SoulsExplain *explain = g_new0 (SoulsExplain, 1);

  souls_session_set_rung (session, SOULS_RUNG_DISSYNERGIES);
  g_assert_true (souls_session_set_driver (session, SOULS_DRIVER_DISSYNERGY_RATE, 0.02, NULL));
  history = souls_session_get_history (session);
  for (int year = 2014; year < 2025; year++)
    {
      g_assert_true (souls_explain_fill (explain, session, year));
      for (int i = 0; i < SOULS_N_METRICS; i++)
        {
          SoulsNode node = souls_explain_metric (explain, (SoulsMetric) i, year);
          double expected = history->value[i][year - history->first_year];

          if (isnan (expected))
            g_assert_true (isnan (souls_explain_value (explain, node)));
          else
            g_assert_cmpfloat (souls_explain_value (explain, node), ==, expected);
        }
    }
  app_test_close (window);
}

/* What the popover of a mark says. Only some are shown: showing is slow, and the same for all. */
static char *
explain_mark (SoulsChartPane *pane,
              guint           index)
{
  SoulsChartView *view = souls_chart_pane_get_view (pane);
  const SoulsTarget *target = souls_scene_get_target (souls_chart_view_get_scene (view), index);
  GtkWidget *popover;
  char *text;

  if (index > 1 && target->metric >= 0)
    {
      popover = souls_explain_popover_new (souls_chart_view_get_session (view),
                                           (SoulsMetric) target->metric, target->year, 1280, 800);
      g_assert_nonnull (popover);
      text = get_text (popover);
      g_object_unref (g_object_ref_sink (popover));
      return text;
    }
  souls_chart_view_set_cursor (view, (int) index);
  popover = souls_chart_pane_explain (pane);
  g_assert_nonnull (popover);
  spin ();
  text = get_text (popover);
  gtk_popover_popdown (GTK_POPOVER (popover));
  spin ();

  return text;
}

/* Every mark of every chart says how it is computed, in a reported year and a projected one. */
static void
test_all_marks (gconstpointer data)
{
  SoulsChart chart = (SoulsChart) GPOINTER_TO_INT (data);
  SoulsWindow *window = app_test_show (application);
  SoulsChartView *view = souls_chart_pane_get_view (window->left_pane);

  souls_chart_pane_set_chart (window->left_pane, souls_chart_id (chart));
  for (int year = 2022; year <= 2030; year += 8)
    {
      guint n;

      souls_session_set_year (souls_window_get_session (window), year);
      app_test_settle ();
      n = souls_scene_get_n_targets (souls_chart_view_get_scene (view));
      g_assert_cmpuint (n, >, 0);
      for (guint i = 0; i < n; i++)
        {
          g_autofree char *text = explain_mark (window->left_pane, i);

          g_assert_nonnull (strstr (text, " = "));
        }
    }
  app_test_close (window);
}

/* From the answer down, link by link, to a line of a filing and back again. */
static void
test_down_to_the_filing (void)
{
  SoulsWindow *window = app_test_show (application);
  SoulsExplainPopover *popover;
  g_autofree char *page = NULL;
  int depth;

  point_at (window->right_pane, SOULS_METRIC_WITHOUT_AWS, 2022);
  popover = explain (window->right_pane);
  g_assert_cmpint (souls_explain_popover_get_node (popover).term.index, ==, SOULS_METRIC_WITHOUT_AWS);
  g_assert_false (souls_explain_popover_go_back (popover));
  while (find (GTK_WIDGET (popover), GTK_TYPE_LIST_BOX) != NULL)
    {
      activate_row (popover, 0);
      g_assert_cmpint (souls_explain_popover_get_depth (popover), <, MAX_DEPTH);
    }
  g_assert_cmpint (souls_explain_popover_get_node (popover).term.type, ==, SOULS_TERM_FIGURE);
  page = get_text (GTK_WIDGET (popover));
  g_assert_nonnull (strstr (page, "10-K"));
  g_assert_nonnull (strstr (page, "Accession number"));
  g_assert_nonnull (strstr (page, "2022"));

  for (depth = souls_explain_popover_get_depth (popover); depth > 0; depth--)
    {
      gtk_widget_activate_action (GTK_WIDGET (popover), "explain.back", NULL);
      g_assert_cmpint (souls_explain_popover_get_depth (popover), ==, depth - 1);
    }
  close_popover (popover);
  app_test_close (window);
}

/* Back goes to the row that led on; Escape leads back to the chart. */
static void
test_focus (void)
{
  SoulsWindow *window = app_test_show (application);
  SoulsExplainPopover *popover;
  GtkWidget *rows;

  point_at (window->left_pane, SOULS_METRIC_INCOME_STORES, 2030);
  popover = explain (window->left_pane);
  activate_row (popover, 3);
  g_assert_true (souls_explain_popover_go_back (popover));
  rows = find (GTK_WIDGET (popover), GTK_TYPE_LIST_BOX);
  g_assert_true (gtk_widget_get_focus_child (rows) ==
                 GTK_WIDGET (gtk_list_box_get_row_at_index (GTK_LIST_BOX (rows), 3)));
  close_popover (popover);
  g_assert_true (gtk_root_get_focus (GTK_ROOT (window)) ==
                 GTK_WIDGET (souls_chart_pane_get_view (window->left_pane)));
  app_test_close (window);
}

/* It follows the sliders, and closes where its base year is gone. */
static void
test_follows (void)
{
  SoulsWindow *window = app_test_show (application);
  SoulsSession *session = souls_window_get_session (window);
  SoulsExplainPopover *popover;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  popover = explain (window->left_pane);
  before = get_text (GTK_WIDGET (popover));
  g_assert_null (strstr (before, "baseline"));
  g_assert_true (souls_session_set_driver (session, SOULS_DRIVER_AWS_MARGIN, 0.2, NULL));
  after = get_text (GTK_WIDGET (popover));
  g_assert_cmpstr (before, !=, after);
  g_assert_nonnull (strstr (after, "with all sliders at baseline"));
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (popover)));
  g_object_ref (popover);
  g_assert_true (souls_session_set_base_year (session, 2019, NULL));
  app_test_settle ();
  g_assert_false (gtk_widget_get_mapped (GTK_WIDGET (popover)));
  g_object_unref (popover);
  app_test_close (window);
}

/* A driver that was moved says so and gives its baseline's formula; a number of ours says that. */
static void
test_drivers (void)
{
  SoulsWindow *window = app_test_show (application);
  SoulsSession *session = souls_window_get_session (window);
  SoulsExplainPopover *popover;

  g_assert_true (souls_session_set_driver (session, SOULS_DRIVER_AWS_GROWTH, 0.05, NULL));
  popover = explain (window->left_pane);
  for (int i = 0; i < SOULS_N_DRIVERS; i++)
    {
      const SoulsDriverInfo *info = souls_driver_info ((SoulsDriver) i);
      gboolean is_constant = (info->flags & SOULS_DRIVER_CONSTANT) != 0;
      g_autofree char *text = NULL;

      souls_explain_popover_go (popover, (SoulsNode) { { SOULS_TERM_DRIVER, i }, 5 });
      text = get_text (GTK_WIDGET (popover));
      g_assert_cmpint (strstr (text, "no source") != NULL, ==, is_constant);
      g_assert_cmpint (strstr (text, "The scenario moved it") != NULL, ==,
                       i == SOULS_DRIVER_AWS_GROWTH);
      g_assert_cmpint (strstr (text, " = ") != NULL, ==, !is_constant);
    }
  close_popover (popover);
  app_test_close (window);
}

int
main (int   argc,
      char *argv[])
{
  int status;

  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  application = app_test_start ("io.github.twosouls.TestExplainPopover", NULL, NULL);
  g_test_add_func ("/app/explain/numbers", test_numbers);
  g_test_add_func ("/app/explain/numbers-exact", test_numbers_exact);
  g_test_add_func ("/app/explain/reported-years", test_reported_years);
  for (int i = 0; i < SOULS_N_CHARTS; i++)
    {
      g_autofree char *path =
        g_strdup_printf ("/app/explain-popover/marks/%s", souls_chart_id ((SoulsChart) i));

      g_test_add_data_func (path, GINT_TO_POINTER (i), test_all_marks);
    }
  g_test_add_func ("/app/explain-popover/down-to-the-filing", test_down_to_the_filing);
  g_test_add_func ("/app/explain-popover/focus", test_focus);
  g_test_add_func ("/app/explain-popover/follows", test_follows);
  g_test_add_func ("/app/explain-popover/drivers", test_drivers);
  status = g_test_run ();
  g_object_unref (application);

  return status;
}
