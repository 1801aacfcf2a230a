/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "souls-model.h"

G_BEGIN_DECLS

/**
 * SoulsQuestion:
 * @calibration: the base year
 * @settings: checked with souls_settings_check()
 * @drivers: where the sliders stand, each checked with souls_driver_check()
 * @metric: what is asked for
 * @t: in which year after the base year, from 0 to the settings' horizon
 *
 * One number of one scenario, which the analyses ask for again and again with other sliders. Borrowed for the call.
 */
typedef struct
{
  const SoulsCalibration *calibration;
  const SoulsSettings *settings;
  const SoulsDrivers *drivers;
  SoulsMetric metric;
  int t;
} SoulsQuestion;

double souls_question_answer      (const SoulsQuestion *self);
double souls_question_answer_with (const SoulsQuestion *self,
                                   const SoulsDrivers  *drivers);
double souls_question_answer_at   (const SoulsQuestion *self,
                                   SoulsDriver          driver,
                                   double               value);

G_END_DECLS
