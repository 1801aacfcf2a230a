/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "souls-question.h"

/**
 * souls_question_answer_with:
 * @drivers: sliders to take instead of the question's own
 *
 * Projects no further than the year asked about: a shorter horizon is a prefix of a longer one.
 *
 * Returns: the metric in the model's unit; NAN stands for null
 */
double
souls_question_answer_with (const SoulsQuestion *self,
                            const SoulsDrivers  *drivers)
{
  SoulsSettings settings = *self->settings;
  SoulsResults results;

  g_return_val_if_fail (0 <= self->t && self->t <= self->settings->horizon, 0);

  settings.horizon = MAX (self->t, 1);
  souls_project (self->calibration, &settings, drivers, &results);
  return results.value[self->metric][self->t];
}

/**
 * souls_question_answer:
 *
 * Returns: the metric with the sliders where they stand
 */
double
souls_question_answer (const SoulsQuestion *self)
{
  return souls_question_answer_with (self, self->drivers);
}

/**
 * souls_question_answer_at:
 * @value: in the model's unit
 *
 * Returns: the metric with one slider at @value and the others where they stand
 */
double
souls_question_answer_at (const SoulsQuestion *self,
                          SoulsDriver          driver,
                          double               value)
{
  SoulsDrivers drivers = *self->drivers;

  drivers.target[driver] = value;
  return souls_question_answer_with (self, &drivers);
}
