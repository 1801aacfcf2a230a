/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "souls-config.h"

#include "souls-sketch-view-private.h"

#include <math.h>

/* How far, in px, from the plot a line can be drawn. */
#define SLACK 12.0
/* Page Up and Page Down go as far as so many arrow keys. */
#define PAGE 5.0

/* The year whose middle is nearest, or NULL where none can be drawn. */
const SoulsHandle *
souls_sketch_pencil_find (SoulsSketchView *self,
                          double           x)
{
  const SoulsHandle *best = NULL;
  double least = G_MAXDOUBLE;

  for (guint i = 0; i < souls_scene_get_n_handles (self->scene); i++)
    {
      const SoulsHandle *handle = souls_scene_get_handle (self->scene, i);
      const double away = fabs (handle->box.x + handle->box.width / 2.0 - x);

      if (away < least)
        {
          least = away;
          best = handle;
        }
    }
  return best;
}

gboolean
souls_sketch_pencil_reaches (const SoulsHandle *handle,
                             double             x,
                             double             y)
{
  return souls_box_contains (souls_box_inset (handle->box, -SLACK, -SLACK), x, y);
}

static double
round_value (SoulsSketchView *self,
             double           value,
             double           step)
{
  const SoulsAsk *ask = souls_sketch_view_get_ask (self);

  return CLAMP (round (value / step) * step, MIN (ask->low, ask->high), MAX (ask->low, ask->high));
}

/* The answer as it is, so that it can be changed. */
static SoulsAnswer
copy_answer (SoulsSketchView *self)
{
  SoulsAnswer answer = *souls_lesson_run_get_answer (self->run);

  if (!answer.given)
    for (int i = 0; i < SOULS_MAX_LINE_YEARS; i++)
      answer.points[i] = NAN;
  return answer;
}

static void
store_answer (SoulsSketchView *self,
              SoulsAnswer     *answer)
{
  const SoulsAsk *ask = souls_sketch_view_get_ask (self);

  answer->given = FALSE;
  for (int i = 0; i <= ask->to - ask->from; i++)
    answer->given = answer->given || isfinite (answer->points[i]);
  /* A line may have gaps until it stands, and no value is outside its axis: it is taken. */
  souls_lesson_run_set_answer (self->run, answer, NULL);
}

static void
draw_at (SoulsSketchView *self,
         double           x,
         double           y)
{
  const SoulsAsk *ask = souls_sketch_view_get_ask (self);
  const SoulsHandle *handle = souls_sketch_pencil_find (self, x);
  SoulsAnswer answer = copy_answer (self);
  double value;
  int year;

  if (handle == NULL)
    return;
  year = handle->year;
  value = round_value (self, souls_axis_map_value (&handle->y, souls_axis_map_clamp (&handle->y, y)),
                       souls_sketch_snap_step (ask->low, ask->high));
  answer.points[year - ask->from] = value;
  /* A fast hand skips no year. */
  for (int between = MIN (self->last_year, year) + 1; self->last_year != 0 && between < MAX (self->last_year, year); between++)
    {
      const double t = (double) (between - self->last_year) / (year - self->last_year);

      answer.points[between - ask->from] = round_value (self, self->last_value + t * (value - self->last_value),
                                                        souls_sketch_snap_step (ask->low, ask->high));
    }
  self->year = self->last_year = year;
  self->last_value = value;
  store_answer (self, &answer);
}

/**
 * souls_sketch_view_begin:
 * @x: px of the view
 * @y: px of the view
 *
 * Puts the pencil down.
 *
 * Returns: whether a line can be drawn there
 */
gboolean
souls_sketch_view_begin (SoulsSketchView *self,
                         double           x,
                         double           y)
{
  const SoulsHandle *handle;

  g_return_val_if_fail (SOULS_IS_SKETCH_VIEW (self), FALSE);

  if (!souls_sketch_view_can_draw (self) || !souls_sketch_view_ensure_layout (self))
    return FALSE;
  handle = souls_sketch_pencil_find (self, x);
  if (handle == NULL || !souls_sketch_pencil_reaches (handle, x, y))
    return FALSE;
  self->before = copy_answer (self);
  self->draws = TRUE;
  self->last_year = 0;
  draw_at (self, x, y);
  return TRUE;
}

/**
 * souls_sketch_view_move:
 *
 * Draws on to a point; the years between get values too.
 */
void
souls_sketch_view_move (SoulsSketchView *self,
                        double           x,
                        double           y)
{
  g_return_if_fail (SOULS_IS_SKETCH_VIEW (self));

  if (self->draws && souls_sketch_view_can_draw (self) && souls_sketch_view_ensure_layout (self))
    draw_at (self, x, y);
}

void
souls_sketch_view_end (SoulsSketchView *self)
{
  g_return_if_fail (SOULS_IS_SKETCH_VIEW (self));

  self->draws = FALSE;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * souls_sketch_view_cancel:
 *
 * Takes back what was drawn since the pencil was put down.
 */
void
souls_sketch_view_cancel (SoulsSketchView *self)
{
  g_return_if_fail (SOULS_IS_SKETCH_VIEW (self));

  if (!self->draws)
    return;
  self->draws = FALSE;
  if (souls_sketch_view_can_draw (self))
    store_answer (self, &self->before);
}

/* The keyboard */

void
souls_sketch_pencil_set_year (SoulsSketchView *self,
                              int              year)
{
  const SoulsAsk *ask = souls_sketch_view_get_ask (self);

  self->year = CLAMP (year, MAX (ask->shown + 1, ask->from), ask->to);
  souls_sketch_view_update_value (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* Where a year without a value begins: at that of the year before, drawn or given; else in the middle, or at zero. */
static double
get_start (SoulsSketchView   *self,
           const SoulsAnswer *answer)
{
  const SoulsAsk *ask = souls_sketch_view_get_ask (self);
  const int before = self->year - ask->from - 1;

  if (before >= 0 && isfinite (answer->points[before]))
    return answer->points[before];
  if (before >= 0 && self->year - 1 == ask->shown && souls_sketch_view_knows_truth (self) && before < self->n_truth &&
      isfinite (self->truth[before]))
    return self->truth[before];
  return ask->low <= 0.0 && ask->high >= 0.0 ? 0.0 : (ask->low + ask->high) / 2.0;
}

static void
step_value (SoulsSketchView *self,
            double           steps)
{
  const SoulsAsk *ask = souls_sketch_view_get_ask (self);
  const double step = souls_sketch_key_step (ask->low, ask->high);
  SoulsAnswer answer = copy_answer (self);
  double *value;

  if (self->year == 0)
    souls_sketch_pencil_set_year (self, 0);
  value = &answer.points[self->year - ask->from];
  *value = round_value (self, (isfinite (*value) ? *value : get_start (self, &answer)) + steps * step, step);
  store_answer (self, &answer);
}

static void
clear_value (SoulsSketchView *self)
{
  SoulsAnswer answer = copy_answer (self);

  if (self->year == 0)
    return;
  answer.points[self->year - souls_sketch_view_get_ask (self)->from] = NAN;
  store_answer (self, &answer);
}

/* Left and right as the years lie. */
static int
get_way (SoulsSketchView *self,
         guint            keyval)
{
  const gboolean left = keyval == GDK_KEY_Left || keyval == GDK_KEY_KP_Left;

  return left == (gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL) ? 1 : -1;
}

/* Returns whether the key is for the pencil. */
gboolean
souls_sketch_pencil_press (SoulsSketchView *self,
                           guint            keyval)
{
  const SoulsAsk *ask = souls_sketch_view_get_ask (self);

  switch (keyval)
    {
    case GDK_KEY_Left:
    case GDK_KEY_KP_Left:
    case GDK_KEY_Right:
    case GDK_KEY_KP_Right:
      souls_sketch_pencil_set_year (self, self->year == 0 ? 0 : self->year + get_way (self, keyval));
      return TRUE;
    case GDK_KEY_Home:
    case GDK_KEY_KP_Home:
      souls_sketch_pencil_set_year (self, 0);
      return TRUE;
    case GDK_KEY_End:
    case GDK_KEY_KP_End:
      souls_sketch_pencil_set_year (self, ask->to);
      return TRUE;
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      step_value (self, 1.0);
      return TRUE;
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      step_value (self, -1.0);
      return TRUE;
    case GDK_KEY_Page_Up:
    case GDK_KEY_KP_Page_Up:
      step_value (self, PAGE);
      return TRUE;
    case GDK_KEY_Page_Down:
    case GDK_KEY_KP_Page_Down:
      step_value (self, -PAGE);
      return TRUE;
    case GDK_KEY_Delete:
    case GDK_KEY_KP_Delete:
    case GDK_KEY_BackSpace:
      clear_value (self);
      return TRUE;
    default:
      return FALSE;
    }
}

