/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "souls-config.h"

#include "souls-stage-board.h"

#include <math.h>

#include "souls-sketch-view.h"

/* The smallest text of a chart is 0.85 of its base size; it is to be as large as ordinary text. */
#define CHART_SIZE (1.0 / 0.85)
/* A chart with less room than this, in its own base size, gets smaller text. */
#define LEAST_WIDTH 23.0
#define LEAST_HEIGHT 15.0
/* A text that would take more of the height than this stands beside the charts, in this share of the width. */
#define MOST_HEIGHT 0.34
#define TEXT_WIDTH 0.38
/* ... and one that would be too long for that in this. */
#define LONG_TEXT_WIDTH 0.5
/* How wide a text alone is, in its size. */
#define MOST_WIDTH 48.0

struct _SoulsStageBoard
{
  GtkWidget parent_instance;

  /* Children */
  GtkWidget *scroller;
  GtkWidget *charts[2];
  GtkWidget *cover;   /* NULL: none */

  int n_charts;
  double text_size;
  SoulsStageZoom zoom;
};

G_DEFINE_FINAL_TYPE (SoulsStageBoard, souls_stage_board, GTK_TYPE_WIDGET)

static void
place (SoulsStageBoard *self,
       GtkWidget       *child,
       SoulsBox         box)
{
  const int width = gtk_widget_get_width (GTK_WIDGET (self));
  GtkAllocation allocation = { (int) box.x, (int) box.y, MAX ((int) box.width, 1), MAX ((int) box.height, 1) };
  int minimum;

  if (gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL)
    allocation.x = width - allocation.x - allocation.width;
  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  allocation.width = MAX (allocation.width, minimum);
  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, allocation.width, &minimum, NULL, NULL, NULL);
  allocation.height = MAX (allocation.height, minimum);
  gtk_widget_size_allocate (child, &allocation, -1);
}

static double
fit_base_size (SoulsStageBoard *self,
               SoulsBox         box)
{
  return MIN (self->text_size * CHART_SIZE, MIN (box.width / LEAST_WIDTH, box.height / LEAST_HEIGHT));
}

static void
place_chart (SoulsStageBoard *self,
             int              index,
             SoulsBox         box)
{
  souls_chart_view_set_base_size (SOULS_CHART_VIEW (self->charts[index]), fit_base_size (self, box));
  place (self, self->charts[index], box);
}

static void
place_cover (SoulsStageBoard *self,
             SoulsBox         box)
{
  if (SOULS_IS_SKETCH_VIEW (self->cover))
    souls_sketch_view_set_base_size (SOULS_SKETCH_VIEW (self->cover), fit_base_size (self, box));
  place (self, self->cover, box);
}

/* One chart has all the room; two share it side by side, or one above the other where that is less flat. */
static void
place_charts (SoulsStageBoard *self,
              SoulsBox         box)
{
  const double gap = self->text_size;
  SoulsBox first = box, second = box;

  if (self->cover != NULL)
    {
      place_cover (self, box);
      return;
    }
  if (self->n_charts < 2 || self->zoom != SOULS_STAGE_ALL)
    {
      place_chart (self, self->zoom == SOULS_STAGE_RIGHT ? 1 : 0, box);
      return;
    }
  if (box.width / LEAST_WIDTH >= box.height / LEAST_HEIGHT)
    {
      first.width = second.width = (box.width - gap) / 2.0;
      second.x += first.width + gap;
    }
  else
    {
      first.height = second.height = (box.height - gap) / 2.0;
      second.y += first.height + gap;
    }
  place_chart (self, 0, first);
  place_chart (self, 1, second);
}

static gboolean
shows_text (SoulsStageBoard *self)
{
  return self->zoom == SOULS_STAGE_ALL;
}

static gboolean
shows_charts (SoulsStageBoard *self)
{
  return self->cover != NULL || self->n_charts > 0;
}

static void
choose_children (SoulsStageBoard *self)
{
  gtk_widget_set_child_visible (self->scroller, shows_text (self));
  for (int i = 0; i < 2; i++)
    gtk_widget_set_child_visible (self->charts[i],
                                  i < self->n_charts && self->cover == NULL &&
                                    (self->zoom == SOULS_STAGE_ALL || (int) self->zoom == SOULS_STAGE_LEFT + i));
}

/* What is scrolled is asked itself: a scrolled window does not say how high it is at a width. */
static double
measure_text (SoulsStageBoard *self,
              int              width)
{
  GtkWidget *text = gtk_scrolled_window_get_child (GTK_SCROLLED_WINDOW (self->scroller));
  int minimum, natural;

  if (text == NULL)
    return 0.0;
  gtk_widget_measure (text, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  gtk_widget_measure (text, GTK_ORIENTATION_VERTICAL, MAX (width, minimum), NULL, &natural, NULL, NULL);

  return natural;
}

static void
souls_stage_board_size_allocate (GtkWidget *widget,
                                 int        width,
                                 int        height,
                                 int        baseline)
{
  SoulsStageBoard *self = SOULS_STAGE_BOARD (widget);
  const double gap = self->text_size;
  SoulsBox text = { 0.0, 0.0, width, height };
  SoulsBox charts = text;

  choose_children (self);
  if (!shows_charts (self))
    {
      text.width = MIN (width, MOST_WIDTH * self->text_size);
      text.x = (width - text.width) / 2.0;
      /* A little above the middle, where it seems to be in the middle. */
      text.y = MAX (0.0, (height - measure_text (self, (int) text.width)) * 0.35);
      text.height = height - text.y;
    }
  else if (shows_text (self) && measure_text (self, width) <= MOST_HEIGHT * height)
    {
      text.height = measure_text (self, width);
      charts.y = text.height + gap / 2.0;
      charts.height = height - charts.y;
    }
  else if (shows_text (self))
    {
      text.width = round (TEXT_WIDTH * width);
      if (measure_text (self, (int) text.width) > height)
        text.width = round (LONG_TEXT_WIDTH * width);
      charts.x = text.width + gap;
      charts.width = width - charts.x;
    }
  if (shows_text (self))
    place (self, self->scroller, text);
  if (shows_charts (self))
    place_charts (self, charts);
}

static void
souls_stage_board_measure (GtkWidget      *widget,
                           GtkOrientation  orientation,
                           int             for_size,
                           int            *minimum,
                           int            *natural,
                           int            *minimum_baseline,
                           int            *natural_baseline)
{
  const gboolean horizontal = orientation == GTK_ORIENTATION_HORIZONTAL;
  int least;

  /* Nothing of a stage asks for room: it takes what there is. */
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    gtk_widget_measure (child, orientation, -1, &least, NULL, NULL, NULL);
  *minimum = horizontal ? 320 : 240;
  *natural = horizontal ? 960 : 480;
}

static void
souls_stage_board_dispose (GObject *object)
{
  SoulsStageBoard *self = SOULS_STAGE_BOARD (object);

  g_clear_pointer (&self->scroller, gtk_widget_unparent);
  g_clear_pointer (&self->charts[0], gtk_widget_unparent);
  g_clear_pointer (&self->charts[1], gtk_widget_unparent);
  g_clear_pointer (&self->cover, gtk_widget_unparent);
  G_OBJECT_CLASS (souls_stage_board_parent_class)->dispose (object);
}

static void
souls_stage_board_class_init (SoulsStageBoardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = souls_stage_board_dispose;
  widget_class->measure = souls_stage_board_measure;
  widget_class->size_allocate = souls_stage_board_size_allocate;
  gtk_widget_class_set_css_name (widget_class, "stageboard");
}

static void
souls_stage_board_init (SoulsStageBoard *self)
{
  self->text_size = 16.0;
  self->scroller = gtk_scrolled_window_new ();
  g_object_set (self->scroller, "hscrollbar-policy", GTK_POLICY_NEVER, "propagate-natural-height", TRUE, NULL);
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}

/**
 * souls_stage_board_new:
 * @session: what the charts are about
 *
 * Returns: (transfer floating): a board without text and charts
 */
GtkWidget *
souls_stage_board_new (SoulsSession *session)
{
  SoulsStageBoard *self = g_object_new (SOULS_TYPE_STAGE_BOARD, NULL);

  for (int i = 0; i < 2; i++)
    {
      self->charts[i] = souls_chart_view_new ();
      /* The arrow keys are for the steps; in the window the marks can be walked. */
      gtk_widget_set_focusable (self->charts[i], FALSE);
      gtk_widget_set_child_visible (self->charts[i], FALSE);
      gtk_widget_set_parent (self->charts[i], GTK_WIDGET (self));
      souls_chart_view_set_session (SOULS_CHART_VIEW (self->charts[i]), session);
    }

  return GTK_WIDGET (self);
}

void
souls_stage_board_set_text (SoulsStageBoard *self,
                            GtkWidget       *text)
{
  g_return_if_fail (SOULS_IS_STAGE_BOARD (self));

  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), text);
}

/* Whether there is such a chart; an unknown view is its first. */
static gboolean
show_chart (SoulsStageBoard *self,
            int              index,
            const char      *id)
{
  g_auto (GStrv) parts = id != NULL ? g_strsplit (id, "/", 2) : NULL;
  SoulsChartView *view = SOULS_CHART_VIEW (self->charts[index]);
  SoulsChart chart;

  if (parts == NULL || !souls_chart_from_id (parts[0], &chart))
    return FALSE;
  souls_chart_view_set_chart (view, chart);
  for (int i = 0; i < souls_chart_n_views (chart); i++)
    if (parts[1] != NULL ? g_strcmp0 (parts[1], souls_chart_view_id (chart, i)) == 0 : i == 0)
      souls_chart_view_set_view (view, i);
  return TRUE;
}

void
souls_stage_board_set_charts (SoulsStageBoard *self,
                              const char      *left,
                              const char      *right)
{
  g_return_if_fail (SOULS_IS_STAGE_BOARD (self));

  self->n_charts = 0;
  if (show_chart (self, 0, left))
    self->n_charts = show_chart (self, 1, right) ? 2 : 1;
  if ((int) self->zoom > self->n_charts)
    self->zoom = SOULS_STAGE_ALL;
  choose_children (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

void
souls_stage_board_set_cover (SoulsStageBoard *self,
                             GtkWidget       *cover)
{
  g_return_if_fail (SOULS_IS_STAGE_BOARD (self));

  if (self->cover == cover)
    return;
  g_clear_pointer (&self->cover, gtk_widget_unparent);
  self->cover = cover;
  if (cover != NULL)
    {
      gtk_widget_set_parent (cover, GTK_WIDGET (self));
      self->zoom = SOULS_STAGE_ALL;
    }
  choose_children (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/**
 * souls_stage_board_get_cover:
 *
 * Returns: (transfer none) (nullable): what is in the place of the charts
 */
GtkWidget *
souls_stage_board_get_cover (SoulsStageBoard *self)
{
  g_return_val_if_fail (SOULS_IS_STAGE_BOARD (self), NULL);

  return self->cover;
}

void
souls_stage_board_set_text_size (SoulsStageBoard *self,
                                 double           size)
{
  g_return_if_fail (SOULS_IS_STAGE_BOARD (self));

  if (self->text_size == size)
    return;
  self->text_size = size;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

static void
set_zoom (SoulsStageBoard *self,
          SoulsStageZoom   zoom)
{
  self->zoom = zoom;
  choose_children (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

SoulsStageZoom
souls_stage_board_zoom (SoulsStageBoard *self)
{
  g_return_val_if_fail (SOULS_IS_STAGE_BOARD (self), SOULS_STAGE_ALL);

  if (self->cover == NULL && self->n_charts > 0)
    set_zoom (self, (SoulsStageZoom) ((self->zoom + 1) % (self->n_charts + 1)));
  return self->zoom;
}

SoulsStageZoom
souls_stage_board_get_zoom (SoulsStageBoard *self)
{
  g_return_val_if_fail (SOULS_IS_STAGE_BOARD (self), SOULS_STAGE_ALL);

  return self->zoom;
}

/**
 * souls_stage_board_unzoom:
 *
 * Returns: whether one chart had filled the board
 */
gboolean
souls_stage_board_unzoom (SoulsStageBoard *self)
{
  g_return_val_if_fail (SOULS_IS_STAGE_BOARD (self), FALSE);

  if (self->zoom == SOULS_STAGE_ALL)
    return FALSE;
  set_zoom (self, SOULS_STAGE_ALL);
  return TRUE;
}

SoulsChartView *
souls_stage_board_get_chart (SoulsStageBoard *self,
                             int              index)
{
  g_return_val_if_fail (SOULS_IS_STAGE_BOARD (self) && (index == 0 || index == 1), NULL);

  return gtk_widget_get_child_visible (self->charts[index]) ? SOULS_CHART_VIEW (self->charts[index]) : NULL;
}
