/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "souls-sensitivity.h"

#include <math.h>
#include <stdlib.h>

double
souls_swing_width (const SoulsSwing *self)
{
  const double width = fabs (self->at_high - self->at_low);

  return isfinite (width) ? width : 0;
}

/* Widest first; ties in the order of the driver table, so that the order never hangs on the sort. */
static int
compare_swings (const void *a,
                const void *b)
{
  const SoulsSwing *x = a;
  const SoulsSwing *y = b;
  const double difference = souls_swing_width (y) - souls_swing_width (x);

  if (difference != 0)
    return difference > 0 ? 1 : -1;
  return (int) x->driver - (int) y->driver;
}

/**
 * souls_sensitivity_compute:
 * @bands: by driver, in the model's unit
 * @swings: (out caller-allocates): one for each driver, widest first
 *
 * Moves each driver alone to the low and the high end of its band. Section 7 of the model.
 */
void
souls_sensitivity_compute (const SoulsQuestion *question,
                           const SoulsBand      bands[SOULS_N_DRIVERS],
                           SoulsSwing           swings[SOULS_N_DRIVERS])
{
  for (int i = 0; i < SOULS_N_DRIVERS; i++)
    {
      const SoulsDriver driver = (SoulsDriver) i;

      swings[i] = (SoulsSwing) { driver, bands[i].low, bands[i].high,
                                 souls_question_answer_at (question, driver, bands[i].low),
                                 souls_question_answer_at (question, driver, bands[i].high) };
    }
  qsort (swings, SOULS_N_DRIVERS, sizeof *swings, compare_swings);
}
