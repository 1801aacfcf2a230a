/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "souls-map.h"

#include <string.h>

#include "souls-batch.h"

/**
 * souls_map_axis_at:
 * @i: a point, from 0
 *
 * Returns: the driver's value there; the last is the high end exactly
 */
double
souls_map_axis_at (const SoulsMapAxis *self,
                   int                 i)
{
  return i == self->n - 1 ? self->high : self->low + (self->high - self->low) * i / (self->n - 1);
}

/* The axes' values for as many points as there are lanes, from the point @first on. */
static void
place_lanes (const SoulsMapAxis *x,
             const SoulsMapAxis *y,
             int                 first,
             int                 n,
             double             *across,
             double             *upwards)
{
  int row = first / x->n;
  int column = first % x->n;

  for (int l = 0; l < n; l++)
    {
      across[l] = souls_map_axis_at (x, column);
      upwards[l] = souls_map_axis_at (y, row);
      if (++column == x->n)
        {
          column = 0;
          row++;
        }
    }
}

/**
 * souls_map_compute:
 * @x: across
 * @y: upwards: another driver than that of @x
 * @values: (out caller-allocates): the answers, row by row from the low end of @y: x->n · y->n of them
 *
 * Asks the question at every point of a grid of two drivers. Section 7 of the model. The answers are those of
 * souls_question_answer_with() but for rounding.
 */
void
souls_map_compute (const SoulsQuestion *question,
                   const SoulsMapAxis  *x,
                   const SoulsMapAxis  *y,
                   double              *values)
{
  SoulsSettings settings = *question->settings;
  double *rows[SOULS_MAX_YEARS] = { NULL };
  double answers[SOULS_BATCH_LANES];
  SoulsBatch batch;
  double *across;
  double *upwards;

  g_return_if_fail (x->n >= 2 && y->n >= 2 && x->driver != y->driver);
  g_return_if_fail (0 <= question->t && question->t <= settings.horizon);

  settings.horizon = MAX (question->t, 1);
  souls_batch_init (&batch, question->calibration, &settings, question->drivers, &question->metric, 1);
  across = souls_batch_vary (&batch, x->driver);
  upwards = souls_batch_vary (&batch, y->driver);
  rows[question->t] = answers;
  for (int first = 0; first < x->n * y->n; first += SOULS_BATCH_LANES)
    {
      const int n = MIN (SOULS_BATCH_LANES, x->n * y->n - first);

      place_lanes (x, y, first, n, across, upwards);
      souls_batch_project (&batch, rows, 0);
      memcpy (values + first, answers, (gsize) n * sizeof *values);
    }
}
