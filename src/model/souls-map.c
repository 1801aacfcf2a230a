/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "souls-map.h"

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

/**
 * souls_map_compute:
 * @x: across
 * @y: upwards: another driver than that of @x
 * @values: (out caller-allocates): the answers, row by row from the low end of @y: x->n · y->n of them
 *
 * Asks the question at every point of a grid of two drivers. Section 7 of the model.
 */
void
souls_map_compute (const SoulsQuestion *question,
                   const SoulsMapAxis  *x,
                   const SoulsMapAxis  *y,
                   double              *values)
{
  SoulsDrivers drivers = *question->drivers;

  g_return_if_fail (x->n >= 2 && y->n >= 2 && x->driver != y->driver);

  for (int row = 0; row < y->n; row++)
    {
      drivers.target[y->driver] = souls_map_axis_at (y, row);
      for (int column = 0; column < x->n; column++)
        {
          drivers.target[x->driver] = souls_map_axis_at (x, column);
          *values++ = souls_question_answer_with (question, &drivers);
        }
    }
}
