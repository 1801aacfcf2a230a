/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "souls-bridge.h"

/**
 * souls_bridge_compute:
 * @order: (array length=n_moved): the drivers that are away from their baselines, in the order moved
 * @bridge: (out caller-allocates)
 *
 * Puts every driver back to its baseline and moves them one after the other to where they stand. What a driver adds
 * hangs on those before it, as it did for the hand that moved them; the last takes what is left of the total, so that
 * the changes sum to it whatever the rounding. Section 7 of the model.
 */
void
souls_bridge_compute (const SoulsQuestion *question,
                      const SoulsDriver   *order,
                      int                  n_moved,
                      SoulsBridge         *bridge)
{
  SoulsDrivers drivers;
  double before;

  g_return_if_fail (0 <= n_moved && n_moved <= SOULS_N_DRIVERS);

  souls_drivers_reset (&drivers, question->calibration);
  bridge->n_steps = n_moved;
  bridge->from = before = souls_question_answer_with (question, &drivers);
  bridge->to = souls_question_answer (question);
  for (int i = 0; i < n_moved; i++)
    {
      double now = bridge->to;

      bridge->driver[i] = order[i];
      drivers.target[order[i]] = question->drivers->target[order[i]];
      if (i < n_moved - 1)
        now = souls_question_answer_with (question, &drivers);
      bridge->change[i] = now - before;
      before = now;
    }
}
