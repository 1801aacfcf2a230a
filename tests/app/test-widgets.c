/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <adwaita.h>
#include <locale.h>
#include <math.h>

#include "souls-app-words.h"
#include "souls-chart-bubble.h"
#include "souls-chart-pane.h"
#include "souls-driver-origin.h"
#include "souls-driver-row.h"
#include "souls-driver-text.h"
#include "souls-provenance-popover.h"
#include "souls-scrubber.h"

static SoulsDataSet *data;

static SoulsSession *
new_session (void)
{
  return souls_session_new (data);
}

static void
spin (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

/* The first widget of a type inside another. */
static GtkWidget *
find (GtkWidget *widget, GType type)
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

static GtkWidget *
find_with_class (GtkWidget *widget, const char *css_class)
{
  if (gtk_widget_has_css_class (widget, css_class))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_with_class (child, css_class);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static GtkWidget *
show (GtkWidget *child, int width, int height)
{
  GtkWidget *window = gtk_window_new ();

  gtk_window_set_default_size (GTK_WINDOW (window), width, height);
  gtk_window_set_child (GTK_WINDOW (window), child);
  gtk_window_present (GTK_WINDOW (window));
  while (!gtk_widget_get_mapped (child) || gtk_widget_get_width (child) == 0)
    g_main_context_iteration (NULL, TRUE);
  return window;
}

static void
press_key (GtkWidget *widget, guint keyval)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);
  gboolean handled = FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (controllers) && !handled; i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_KEY (controller))
        g_signal_emit_by_name (controller, "key-pressed", keyval, 0, 0, &handled);
    }
  g_assert_true (handled);
}

static void
move (SoulsSlider *slider, GtkScrollType scroll)
{
  g_signal_emit_by_name (slider, "move-slider", scroll);
}

/* Slider */

static const struct
{
  double value, step;
  int direction;
  double next;
} steps[] = {
  { 10, 0.5, 1, 10.5 },   { 10, 0.5, -1, 9.5 },    /* on a step */
  { 10.9, 0.5, 1, 11 },   { 10.9, 0.5, -1, 10.5 }, /* a baseline beside the steps */
  { 0.1, 0.05, 1, 0.15 }, { 0.15, 0.05, -1, 0.1 }, /* no dirt in the last bits */
  { -0.2, 0.5, 1, 0 },    { 79.8, 0.5, 1, 80 },    { 80, 0.5, 1, 80 }, { -20, 0.5, -1, -20 },
};

static void
test_step (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (steps); i++)
    g_assert_cmpfloat (
      souls_slider_step (steps[i].value, steps[i].step, steps[i].direction, -20, 80),
      ==,
      steps[i].next);
}

static void
test_pages (void)
{
  for (int i = 0; i < SOULS_N_DRIVERS; i++)
    {
      const SoulsDriverInfo *info = souls_driver_info ((SoulsDriver) i);
      double page = souls_slider_page (info->step, info->min, info->max);
      double count = page / info->step;

      g_assert_cmpfloat (page, >=, 2 * info->step);
      g_assert_cmpfloat (page, <=, MAX (2 * info->step, (info->max - info->min) / 10 + 1e-9));
      g_assert_cmpfloat_with_epsilon (count, round (count), 1e-6);
    }
}

static void
test_snap (void)
{
  g_assert_cmpfloat (souls_slider_snap (10.6, 0.5, 10.9, 0.4, -20, 80), ==, 10.9);
  g_assert_cmpfloat (souls_slider_snap (10.3, 0.5, 10.9, 0.4, -20, 80), ==, 10.5);
  g_assert_cmpfloat (souls_slider_snap (-19.7, 0.5, 10.9, 0.4, -20, 80), ==, -20);
  g_assert_cmpfloat (souls_slider_snap (79.7, 0.5, 10.9, 0.4, -20, 80), ==, 80);
  g_assert_cmpfloat (souls_slider_snap (104.5, 1, 50, 0.2, 0, 104.6), ==, 104.6);
}

static void
test_no_scrolling (void)
{
  GtkWidget *slider = g_object_ref_sink (souls_slider_new ());
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (slider);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      g_assert_false (GTK_IS_EVENT_CONTROLLER_SCROLL (controller));
    }
  g_object_unref (slider);
}

static void
test_keys (void)
{
  SoulsSlider *slider = SOULS_SLIDER (g_object_ref_sink (souls_slider_new ()));

  souls_slider_set_range (slider, -20, 80, 0.5);
  souls_slider_set_baseline (slider, 10.9);
  gtk_range_set_value (GTK_RANGE (slider), 10.9);
  move (slider, GTK_SCROLL_STEP_RIGHT);
  g_assert_cmpfloat (gtk_range_get_value (GTK_RANGE (slider)), ==, 11);
  move (slider, GTK_SCROLL_STEP_LEFT);
  move (slider, GTK_SCROLL_STEP_LEFT);
  g_assert_cmpfloat (gtk_range_get_value (GTK_RANGE (slider)), ==, 10);
  move (slider, GTK_SCROLL_PAGE_RIGHT);
  g_assert_cmpfloat (gtk_range_get_value (GTK_RANGE (slider)), ==, 20);
  move (slider, GTK_SCROLL_START);
  g_assert_cmpfloat (gtk_range_get_value (GTK_RANGE (slider)), ==, -20);
  move (slider, GTK_SCROLL_END);
  g_assert_cmpfloat (gtk_range_get_value (GTK_RANGE (slider)), ==, 80);
  g_object_unref (slider);
}

/* Driver row */

/* Every driver of every base year goes to its very ends and back to its very baseline through
 * its slider. */
static void
test_row_walk (void)
{
  g_autoptr (SoulsSession) session = new_session ();

  for (int year = souls_data_set_get_first_year (data); year <= souls_data_set_get_last_year (data);
       year++)
    {
      const SoulsCalibration *base;

      g_assert_true (souls_session_set_base_year (session, year, NULL));
      base = souls_session_get_calibration (session);
      for (int i = 0; i < SOULS_N_DRIVERS; i++)
        {
          SoulsDriver driver = (SoulsDriver) i;
          GtkWidget *row = g_object_ref_sink (souls_driver_row_new (session, driver));
          SoulsSlider *slider = souls_driver_row_get_slider (SOULS_DRIVER_ROW (row));

          move (slider, GTK_SCROLL_START);
          g_assert_cmpfloat (souls_session_get_driver (session, driver), ==, base->min[i]);
          move (slider, GTK_SCROLL_END);
          g_assert_cmpfloat (souls_session_get_driver (session, driver), ==, base->max[i]);
          gtk_range_set_value (GTK_RANGE (slider), souls_slider_get_baseline (slider));
          g_assert_cmpfloat (souls_session_get_driver (session, driver), ==, base->baseline[i]);
          g_assert_false (souls_session_is_moved (session, driver));
          g_object_unref (row);
        }
    }
}

static void
test_row_follows (void)
{
  g_autoptr (SoulsSession) session = new_session ();
  GtkWidget *one = g_object_ref_sink (souls_driver_row_new (session, SOULS_DRIVER_AWS_GROWTH));
  GtkWidget *two = g_object_ref_sink (souls_driver_row_new (session, SOULS_DRIVER_AWS_GROWTH));
  GtkRange *other = GTK_RANGE (souls_driver_row_get_slider (SOULS_DRIVER_ROW (two)));
  GtkWidget *reset = find_with_class (two, "reset-button");

  g_assert_false (gtk_widget_get_sensitive (reset));
  gtk_range_set_value (GTK_RANGE (souls_driver_row_get_slider (SOULS_DRIVER_ROW (one))), 5);
  g_assert_cmpfloat (souls_session_get_driver (session, SOULS_DRIVER_AWS_GROWTH), ==, 0.05);
  g_assert_cmpfloat (gtk_range_get_value (other), ==, 5);
  g_assert_true (gtk_widget_has_css_class (two, "moved"));
  g_signal_emit_by_name (reset, "clicked");
  g_assert_false (souls_session_is_moved (session, SOULS_DRIVER_AWS_GROWTH));
  g_assert_false (gtk_widget_has_css_class (one, "moved"));

  g_assert_true (souls_session_set_base_year (session, souls_data_set_get_first_year (data), NULL));
  g_assert_cmpfloat (souls_slider_get_baseline (SOULS_SLIDER (other)),
                     ==,
                     souls_driver_to_shown (
                       SOULS_DRIVER_AWS_GROWTH,
                       souls_session_get_calibration (session)->baseline[SOULS_DRIVER_AWS_GROWTH]));
  g_object_unref (one);
  g_object_unref (two);
}

static void
test_row_gesture (void)
{
  g_autoptr (SoulsSession) session = new_session ();
  GtkWidget *row = g_object_ref_sink (souls_driver_row_new (session, SOULS_DRIVER_AWS_MARGIN));
  SoulsSlider *slider = souls_driver_row_get_slider (SOULS_DRIVER_ROW (row));
  double before = souls_session_get_driver (session, SOULS_DRIVER_AWS_MARGIN);

  g_signal_emit_by_name (slider, "gesture-begin");
  g_assert_true (souls_session_in_gesture (session));
  for (int i = 0; i < 5; i++)
    move (slider, GTK_SCROLL_STEP_RIGHT);
  g_signal_emit_by_name (slider, "gesture-end");
  g_assert_false (souls_session_in_gesture (session));
  g_assert_true (souls_session_undo (session));
  g_assert_cmpfloat (souls_session_get_driver (session, SOULS_DRIVER_AWS_MARGIN), ==, before);
  g_assert_false (souls_session_undo (session));

  /* A row that goes away in mid-drag lets go. */
  g_signal_emit_by_name (slider, "gesture-begin");
  g_object_unref (row);
  g_assert_false (souls_session_in_gesture (session));
}

static void
type (GtkWidget *row, const char *text)
{
  GtkWidget *entry = find (row, GTK_TYPE_ENTRY);

  souls_driver_row_edit (SOULS_DRIVER_ROW (row));
  if (text != NULL)
    gtk_editable_set_text (GTK_EDITABLE (entry), text);
  g_signal_emit_by_name (entry, "activate");
}

/* Whether a visible label of the row is an error message. */
static gboolean
says_error (GtkWidget *widget)
{
  if (GTK_IS_LABEL (widget) && gtk_widget_get_visible (widget) && gtk_widget_has_css_class (widget, "error"))
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (says_error (child))
      return TRUE;
  return FALSE;
}

static void
test_row_entry (void)
{
  g_autoptr (SoulsSession) session = new_session ();
  GtkWidget *row = souls_driver_row_new (session, SOULS_DRIVER_AWS_GROWTH);
  GtkWidget *window = show (row, 320, 100);
  GtkWidget *entry = find (row, GTK_TYPE_ENTRY);

  /* What is not changed does not move the driver off its baseline, which has more digits than
   * are shown. */
  type (row, NULL);
  g_assert_false (souls_driver_row_is_editing (SOULS_DRIVER_ROW (row)));
  g_assert_false (souls_session_is_moved (session, SOULS_DRIVER_AWS_GROWTH));

  type (row, "12,5 %");
  g_assert_false (souls_driver_row_is_editing (SOULS_DRIVER_ROW (row)));
  g_assert_cmpfloat (souls_session_get_driver (session, SOULS_DRIVER_AWS_GROWTH), ==, 0.125);

  type (row, "many");
  g_assert_true (souls_driver_row_is_editing (SOULS_DRIVER_ROW (row)));
  g_assert_true (gtk_widget_has_css_class (entry, "error"));
  type (row, "1000");
  g_assert_true (souls_driver_row_is_editing (SOULS_DRIVER_ROW (row)));
  g_assert_cmpfloat (souls_session_get_driver (session, SOULS_DRIVER_AWS_GROWTH), ==, 0.125);
  press_key (entry, GDK_KEY_Escape);
  g_assert_false (souls_driver_row_is_editing (SOULS_DRIVER_ROW (row)));
  g_assert_cmpfloat (souls_session_get_driver (session, SOULS_DRIVER_AWS_GROWTH), ==, 0.125);
  g_assert_false (says_error (row));

  /* Left with a value that cannot be: nothing moves, and the row says so until its value does. */
  souls_driver_row_edit (SOULS_DRIVER_ROW (row));
  gtk_editable_set_text (GTK_EDITABLE (entry), "1000");
  gtk_widget_grab_focus (GTK_WIDGET (souls_driver_row_get_slider (SOULS_DRIVER_ROW (row))));
  g_assert_false (souls_driver_row_is_editing (SOULS_DRIVER_ROW (row)));
  g_assert_cmpfloat (souls_session_get_driver (session, SOULS_DRIVER_AWS_GROWTH), ==, 0.125);
  g_assert_true (says_error (row));
  g_assert_true (souls_session_set_driver (session, SOULS_DRIVER_AWS_GROWTH, 0.25, NULL));
  g_assert_false (says_error (row));
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_row_accessible (void)
{
  g_autoptr (SoulsSession) session = new_session ();
  GtkWidget *row = g_object_ref_sink (souls_driver_row_new (session, SOULS_DRIVER_AWS_GROWTH));
  SoulsSlider *slider = souls_driver_row_get_slider (SOULS_DRIVER_ROW (row));
  const char *spoken = "5.0\u202f% per year";

  gtk_range_set_value (GTK_RANGE (slider), 5);
  gtk_test_accessible_assert_role (slider, GTK_ACCESSIBLE_ROLE_SLIDER);
  gtk_test_accessible_assert_property (slider, GTK_ACCESSIBLE_PROPERTY_LABEL, "AWS growth");
  gtk_test_accessible_assert_property (
    slider, GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT, spoken);
  gtk_test_accessible_assert_property (slider, GTK_ACCESSIBLE_PROPERTY_VALUE_NOW, 5.0);
  g_object_unref (row);
}

static int
measure (GtkWidget *widget, GtkOrientation orientation)
{
  int minimum;

  gtk_widget_measure (widget, orientation, -1, &minimum, NULL, NULL, NULL);
  return minimum;
}

/* All rows are as high as each other in every state, and narrow enough for the narrowest
 * sidebar. */
static void
test_row_size (void)
{
  g_autoptr (SoulsSession) session = new_session ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *window;
  int height = 0;

  for (int i = 0; i < SOULS_N_DRIVERS; i++)
    gtk_box_append (GTK_BOX (box), souls_driver_row_new (session, (SoulsDriver) i));
  window = show (box, 300, 600);
  for (GtkWidget *row = gtk_widget_get_first_child (box); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    {
      if (height == 0)
        height = measure (row, GTK_ORIENTATION_VERTICAL);
      g_assert_cmpint (measure (row, GTK_ORIENTATION_VERTICAL), ==, height);
      g_assert_cmpint (measure (row, GTK_ORIENTATION_HORIZONTAL), <=, 240);
      move (souls_driver_row_get_slider (SOULS_DRIVER_ROW (row)), GTK_SCROLL_END);
      g_assert_cmpint (measure (row, GTK_ORIENTATION_VERTICAL), ==, height);
      type (row, "nonsense");
      g_assert_cmpint (measure (row, GTK_ORIENTATION_VERTICAL), ==, height);
      g_assert_cmpint (measure (row, GTK_ORIENTATION_HORIZONTAL), <=, 240);
      press_key (find (row, GTK_TYPE_ENTRY), GDK_KEY_Escape);
    }
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_row_without_effect (void)
{
  g_autoptr (SoulsSession) session = new_session ();
  GtkWidget *row = souls_driver_row_new (session, SOULS_DRIVER_STRANDED_SHARE);
  GtkWidget *window = show (row, 320, 100);
  GtkWidget *message = find_with_class (row, "driver-message");

  g_assert_true (gtk_widget_has_css_class (row, "without-effect"));
  g_assert_true (gtk_widget_get_visible (message));
  souls_session_set_rung (session, SOULS_RUNG_STRANDED);
  g_assert_false (gtk_widget_has_css_class (row, "without-effect"));
  g_assert_false (gtk_widget_get_visible (message));
  gtk_window_destroy (GTK_WINDOW (window));
}

/* Origin and provenance */

/* The first term of an origin is the baseline itself, for every driver and base year. */
static void
test_origin (void)
{
  int n_years;
  const SoulsCalibration *years = souls_data_set_get_calibrations (data, &n_years);

  for (int y = 0; y < n_years; y++)
    for (int i = 0; i < SOULS_N_DRIVERS; i++)
      {
        SoulsOrigin origin = souls_origin (data, &years[y]);
        g_autoptr (GArray) terms = souls_origin_get_terms (&origin, (SoulsDriver) i);

        if (souls_driver_info ((SoulsDriver) i)->origin == NULL)
          {
            g_assert_cmpuint (terms->len, ==, 0);
            g_assert_cmpint (
              souls_origin_get_kind (&origin, (SoulsDriver) i), ==, SOULS_KIND_ASSUMED);
            continue;
          }
        g_assert_cmpuint (terms->len, >, 0);
        g_assert_cmpfloat (souls_origin_get_value (&origin, g_array_index (terms, SoulsTerm, 0)),
                           ==,
                           years[y].baseline[i]);
      }
}

/* Every reported number that goes into a baseline has a document. */
static void
test_origin_sources (void)
{
  int n_years;
  const SoulsCalibration *years = souls_data_set_get_calibrations (data, &n_years);

  for (int y = 0; y < n_years; y++)
    for (int i = 0; i < SOULS_N_DRIVERS; i++)
      {
        SoulsOrigin origin = souls_origin (data, &years[y]);
        g_autoptr (GArray) terms = souls_origin_get_terms (&origin, (SoulsDriver) i);

        for (guint t = 0; t < terms->len; t++)
          {
            SoulsTerm term = g_array_index (terms, SoulsTerm, t);
            const SoulsProvenance *provenance = souls_origin_get_provenance (&origin, term);

            if (term.type == SOULS_TERM_SYMBOL || isnan (souls_origin_get_value (&origin, term)) ||
                souls_origin_get_value (&origin, term) == 0.0)
              continue;
            if (provenance == NULL)
              g_error ("%d: %s has no provenance", years[y].year, souls_term_symbol (term));
            if (provenance->kind == SOULS_KIND_REPORTED)
              g_assert_nonnull (provenance->sources[0]);
          }
      }
}

static void
test_popovers (void)
{
  g_autoptr (SoulsSession) session = new_session ();

  for (int i = 0; i < SOULS_N_DRIVERS; i++)
    {
      GtkWidget *popover =
        g_object_ref_sink (souls_provenance_popover_new_for_driver (session, (SoulsDriver) i));

      g_assert_nonnull (find_with_class (popover, "title-4"));
      g_assert_true (souls_driver_info ((SoulsDriver) i)->origin == NULL ||
                     find_with_class (popover, "numeric") != NULL);
      g_object_unref (popover);
    }
  for (int i = 0; i < SOULS_N_FIGURES; i++)
    {
      GtkWidget *popover = g_object_ref_sink (souls_provenance_popover_new_for_figure (
        data, souls_data_set_get_last_year (data), (SoulsFigure) i));

      g_assert_nonnull (find_with_class (popover, "title-4"));
      g_object_unref (popover);
    }
}

/* Charts */

static gboolean
overlaps (SoulsBox a, SoulsBox b)
{
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

static void
test_bubble (void)
{
  const SoulsBox bounds = { 2, 2, 396, 296 };

  for (double x = 0; x <= 380; x += 20)
    for (double y = 0; y <= 280; y += 20)
      for (double size = 4; size <= 100; size += 24)
        {
          SoulsBox mark = { x, y, MIN (size, 400 - x), MIN (2 * size, 300 - y) };
          SoulsBox box = souls_chart_bubble_place (bounds, mark, 150, 40);

          g_assert_cmpfloat (box.x, >=, bounds.x);
          g_assert_cmpfloat (box.y, >=, bounds.y);
          g_assert_cmpfloat (box.x + box.width, <=, bounds.x + bounds.width);
          g_assert_cmpfloat (box.y + box.height, <=, bounds.y + bounds.height);
          g_assert_false (overlaps (box, mark));
        }
}

static void
test_view_walk (void)
{
  g_autoptr (SoulsSession) session = new_session ();
  SoulsChartView *view = SOULS_CHART_VIEW (souls_chart_view_new ());
  GtkWidget *window;

  souls_chart_view_set_session (view, session);
  window = show (GTK_WIDGET (view), 600, 450);
  for (int i = 0; i < SOULS_N_CHARTS; i++)
    {
      const SoulsScene *scene;
      guint n;

      souls_chart_view_set_chart (view, (SoulsChart) i);
      scene = souls_chart_view_get_scene (view);
      g_assert_nonnull (scene);
      n = souls_scene_get_n_targets (scene);
      g_assert_cmpuint (n, >, 0);
      gtk_test_accessible_assert_role (view, GTK_ACCESSIBLE_ROLE_IMG);
      gtk_test_accessible_assert_property (
        view, GTK_ACCESSIBLE_PROPERTY_LABEL, souls_scene_get_finding (scene));

      /* The right arrow reaches every mark once. */
      g_assert_cmpint (souls_chart_view_get_cursor (view), ==, -1);
      for (guint t = 0; t < n; t++)
        {
          press_key (GTK_WIDGET (view), GDK_KEY_Right);
          g_assert_cmpint (souls_chart_view_get_cursor (view), ==, (int) t);
        }
      press_key (GTK_WIDGET (view), GDK_KEY_Right);
      g_assert_cmpint (souls_chart_view_get_cursor (view), ==, (int) n - 1);
      press_key (GTK_WIDGET (view), GDK_KEY_Home);
      g_assert_cmpint (souls_chart_view_get_cursor (view), ==, 0);
      press_key (GTK_WIDGET (view), GDK_KEY_Escape);
      g_assert_cmpint (souls_chart_view_get_cursor (view), ==, -1);
      spin ();
    }
  gtk_window_destroy (GTK_WINDOW (window));
}

/* A mark of the last reported year: its value does not change. */
static double
top_of_reported (SoulsChartView *view)
{
  const SoulsScene *scene = souls_chart_view_get_scene (view);

  for (guint i = 0; i < souls_scene_get_n_targets (scene); i++)
    if (souls_scene_get_target (scene, i)->year == souls_data_set_get_last_year (data))
      return souls_scene_get_target (scene, i)->box.y;
  g_assert_not_reached ();
}

/* A reported year does not move while a slider is dragged to smaller values: the axis is held.
 * Then it is let go. */
static void
test_view_axis (void)
{
  g_autoptr (SoulsSession) session = new_session ();
  SoulsChartView *view = SOULS_CHART_VIEW (souls_chart_view_new ());
  GtkWidget *window;
  double before;

  souls_chart_view_set_session (view, session);
  souls_chart_view_set_chart (view, SOULS_CHART_TIMELINE);
  window = show (GTK_WIDGET (view), 600, 450);
  /* The baseline's ghost stays in the picture: the axis can only shrink from above it. A wider
   * axis is taken at once. */
  g_assert_true (souls_session_set_driver (session, SOULS_DRIVER_AWS_GROWTH, 0.6, NULL));
  before = top_of_reported (view);

  souls_session_begin_gesture (session);
  g_assert_true (souls_session_set_driver (session, SOULS_DRIVER_AWS_GROWTH, -0.2, NULL));
  g_assert_cmpfloat_with_epsilon (top_of_reported (view), before, 0.01);
  g_assert_true (souls_session_set_driver (session, SOULS_DRIVER_AWS_GROWTH, -0.1, NULL));
  g_assert_cmpfloat_with_epsilon (top_of_reported (view), before, 0.01);
  souls_session_end_gesture (session);

  while (fabs (top_of_reported (view) - before) < 1.0)
    g_main_context_iteration (NULL, TRUE);
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_pane (void)
{
  g_autoptr (SoulsSession) session = new_session ();
  GtkWidget *pane = g_object_ref_sink (souls_chart_pane_new ());
  g_autofree char *id = NULL;

  souls_chart_pane_set_session (SOULS_CHART_PANE (pane), session);
  for (int i = 0; i < SOULS_N_CHARTS; i++)
    {
      g_object_set (pane, "chart", souls_chart_id ((SoulsChart) i), NULL);
      g_assert_cmpstr (
        souls_chart_pane_get_chart (SOULS_CHART_PANE (pane)), ==, souls_chart_id ((SoulsChart) i));
    }
  g_object_set (pane, "chart", "no-such-chart", NULL);
  g_object_get (pane, "chart", &id, NULL);
  g_assert_cmpstr (id, ==, souls_chart_id ((SoulsChart) (SOULS_N_CHARTS - 1)));
  g_assert_cmpint (measure (pane, GTK_ORIENTATION_HORIZONTAL), <=, 336);
  g_object_unref (pane);
}

/* Scrubber */

static void
test_scrubber (void)
{
  g_autoptr (SoulsSession) session = new_session ();
  GtkWidget *scrubber = souls_scrubber_new ();
  GtkRange *scale;
  GtkWidget *window;
  int base = souls_session_get_base_year (session);

  souls_scrubber_set_session (SOULS_SCRUBBER (scrubber), session);
  window = show (scrubber, 360, 80);
  scale = GTK_RANGE (find (scrubber, GTK_TYPE_SCALE));
  gtk_range_set_value (scale, base);
  g_assert_cmpint (souls_session_get_year (session), ==, base);
  souls_session_set_year (session, base + 3);
  g_assert_cmpfloat (gtk_range_get_value (scale), ==, base + 3);
  gtk_range_set_value (scale, 1900);
  g_assert_cmpint (souls_session_get_year (session), ==, souls_session_get_first_year (session));
  g_assert_true (souls_session_set_horizon (session, 3, NULL));
  g_assert_cmpfloat (gtk_adjustment_get_upper (gtk_range_get_adjustment (scale)), ==, base + 3);
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_scrubber_play (void)
{
  g_autoptr (SoulsSession) session = new_session ();
  GtkWidget *scrubber = souls_scrubber_new ();
  GtkWidget *window;
  int last = souls_session_get_last_year (session);

  souls_scrubber_set_session (SOULS_SCRUBBER (scrubber), session);
  window = show (scrubber, 360, 80);
  souls_session_set_year (session, last - 1);
  souls_scrubber_set_playing (SOULS_SCRUBBER (scrubber), TRUE);
  while (souls_scrubber_get_playing (SOULS_SCRUBBER (scrubber)))
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpint (souls_session_get_year (session), ==, last);

  /* From the end it starts over, and whoever goes to another year stops it. */
  souls_scrubber_set_playing (SOULS_SCRUBBER (scrubber), TRUE);
  g_assert_cmpint (souls_session_get_year (session), ==, souls_session_get_first_year (session));
  gtk_range_set_value (GTK_RANGE (find (scrubber, GTK_TYPE_SCALE)), last - 2);
  g_assert_false (souls_scrubber_get_playing (SOULS_SCRUBBER (scrubber)));
  souls_scrubber_set_playing (SOULS_SCRUBBER (scrubber), TRUE);
  souls_session_set_year (session, last - 4);
  g_assert_false (souls_scrubber_get_playing (SOULS_SCRUBBER (scrubber)));
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
load_data (void)
{
  g_autoptr (GError) error = NULL;

  data = souls_data_set_load_default (&error);
  g_assert_no_error (error);
}

/* As the application does. */
static void
load_style (void)
{
  g_autoptr (GtkCssProvider) provider = gtk_css_provider_new ();

  gtk_css_provider_load_from_resource (provider, "/io/github/twosouls/TwoSouls/style.css");
  gtk_style_context_add_provider_for_display (gdk_display_get_default (),
                                              GTK_STYLE_PROVIDER (provider),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
}

static void
add_tests (void)
{
  g_test_add_func ("/app/slider/step", test_step);
  g_test_add_func ("/app/slider/pages", test_pages);
  g_test_add_func ("/app/slider/snap", test_snap);
  g_test_add_func ("/app/slider/no-scrolling", test_no_scrolling);
  g_test_add_func ("/app/slider/keys", test_keys);
  g_test_add_func ("/app/driver-row/walk", test_row_walk);
  g_test_add_func ("/app/driver-row/follows", test_row_follows);
  g_test_add_func ("/app/driver-row/gesture", test_row_gesture);
  g_test_add_func ("/app/driver-row/entry", test_row_entry);
  g_test_add_func ("/app/driver-row/accessible", test_row_accessible);
  g_test_add_func ("/app/driver-row/size", test_row_size);
  g_test_add_func ("/app/driver-row/without-effect", test_row_without_effect);
  g_test_add_func ("/app/origin/baseline", test_origin);
  g_test_add_func ("/app/origin/sources", test_origin_sources);
  g_test_add_func ("/app/provenance/popovers", test_popovers);
  g_test_add_func ("/app/chart-bubble/place", test_bubble);
  g_test_add_func ("/app/chart-view/walk", test_view_walk);
  g_test_add_func ("/app/chart-view/axis", test_view_axis);
  g_test_add_func ("/app/chart-pane/chart", test_pane);
  g_test_add_func ("/app/scrubber/year", test_scrubber);
  g_test_add_func ("/app/scrubber/play", test_scrubber_play);
}

int
main (int argc, char *argv[])
{
  int status;

  setlocale (LC_ALL, "C.UTF-8");
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  load_data ();
  load_style ();
  add_tests ();
  status = g_test_run ();
  souls_data_set_unref (data);
  return status;
}
