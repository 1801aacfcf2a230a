/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "souls-config.h"

#include "souls-sketch-view-private.h"

#include <math.h>
#include <string.h>

/* All that was said of a step. */
void
souls_sketch_view_forget (SoulsSketchView *self)
{
  self->truth_step = -1;
  self->n_truth = 0;
  self->has_quantity = FALSE;
  self->has_right = FALSE;
  g_clear_pointer (&self->question, g_free);
  for (int i = 0; i < SOULS_MAX_LESSON_OPTIONS; i++)
    g_clear_pointer (&self->options[i], g_free);
}

/* What was known of another step is forgotten. */
static void
learn (SoulsSketchView *self)
{
  const int index = souls_lesson_run_get_index (self->run);

  if (self->truth_step != index)
    souls_sketch_view_forget (self);
  self->truth_step = index;
  souls_sketch_view_invalidate (self);
}

/**
 * souls_sketch_view_set_truth:
 * @points: (array length=n_points): the metric's values from the line's first year on, in the unit shown; NAN for none
 * @n_points: the years of the line
 *
 * Says what the line of the step that is shown is in truth. There must be a run.
 */
void
souls_sketch_view_set_truth (SoulsSketchView *self,
                             const double    *points,
                             int              n_points)
{
  g_return_if_fail (SOULS_IS_SKETCH_VIEW (self) && self->run != NULL);
  g_return_if_fail (n_points >= 0 && n_points <= SOULS_MAX_LINE_YEARS);

  learn (self);
  memcpy (self->truth, points, (size_t) n_points * sizeof *points);
  self->n_truth = n_points;
}

/**
 * souls_sketch_view_set_quantity:
 * @truth: the number that the step that is shown asks for; a value that is NAN gives the unit only
 *
 * Says in which unit numbers are, and what is so. There must be a run.
 */
void
souls_sketch_view_set_quantity (SoulsSketchView     *self,
                                const SoulsQuantity *truth)
{
  g_return_if_fail (SOULS_IS_SKETCH_VIEW (self) && self->run != NULL);

  learn (self);
  self->quantity = *truth;
  self->has_quantity = TRUE;
  self->truth[0] = souls_quantity_to_shown (truth);
  self->n_truth = 1;
}

/**
 * souls_sketch_view_set_right:
 * @right: (array length=n_options): which options of the step that is shown are right
 *
 * Says what is so where it is chosen. There must be a run. Not to be called where it is a matter of opinion.
 */
void
souls_sketch_view_set_right (SoulsSketchView *self,
                             const gboolean  *right,
                             int              n_options)
{
  g_return_if_fail (SOULS_IS_SKETCH_VIEW (self) && self->run != NULL);
  g_return_if_fail (n_options >= 0 && n_options <= SOULS_MAX_LESSON_OPTIONS);

  learn (self);
  memcpy (self->right, right, (size_t) n_options * sizeof *right);
  self->has_right = TRUE;
}

/* In which unit a number is asked for, and what is so where anybody knows. */
static void
tell_quantity (SoulsSketchView *self,
               SoulsLessonText *text,
               int              index)
{
  const SoulsAsk *ask = souls_sketch_view_get_ask (self);
  SoulsQuantity truth = souls_quantity_new (SOULS_QUANTITY_COUNT, NAN);

  if (ask->kind == SOULS_ASK_SLIDER)
    truth = souls_quantity_driver (ask->driver, NAN);
  if (souls_lesson_text_truth (text, index, &truth) || ask->kind == SOULS_ASK_SLIDER)
    souls_sketch_view_set_quantity (self, &truth);
}

/**
 * souls_sketch_view_tell:
 * @text: of the run
 *
 * Says all that there is to know of the step that is shown: its question and options with their numbers put in, what is so.
 * There must be a run.
 */
void
souls_sketch_view_tell (SoulsSketchView *self,
                        SoulsLessonText *text)
{
  double points[SOULS_MAX_LINE_YEARS];
  gboolean right[SOULS_MAX_LESSON_OPTIONS];
  const SoulsAsk *ask;
  int index;

  g_return_if_fail (SOULS_IS_SKETCH_VIEW (self) && self->run != NULL);

  index = souls_lesson_run_get_index (self->run);
  ask = souls_sketch_view_get_ask (self);
  if (ask->kind == SOULS_ASK_NONE)
    return;
  souls_sketch_view_forget (self);
  learn (self);
  self->question = souls_lesson_text_question (text, index);
  for (int i = 0; i < ask->n_options; i++)
    self->options[i] = souls_lesson_text_option (text, index, i);
  if (ask->kind == SOULS_ASK_LINE && souls_lesson_text_line (text, index, points))
    souls_sketch_view_set_truth (self, points, MIN (ask->to - ask->from + 1, SOULS_MAX_LINE_YEARS));
  else if (ask->kind == SOULS_ASK_CHOICE && souls_lesson_text_options (text, index, right))
    souls_sketch_view_set_right (self, right, ask->n_options);
  else if (ask->kind == SOULS_ASK_NUMBER || ask->kind == SOULS_ASK_SLIDER)
    tell_quantity (self, text, index);
}
