/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "souls-question.h"

G_BEGIN_DECLS

/**
 * SoulsSwing:
 * @low: the band's low end, in the model's unit
 * @high: the band's high end
 * @at_low: the answer with the driver there, the others where they stand
 * @at_high: likewise
 *
 * What one driver alone does to the answer across its plausible band: a bar of the tornado.
 */
typedef struct
{
  SoulsDriver driver;
  double low;
  double high;
  double at_low;
  double at_high;
} SoulsSwing;

/* How far the answer swings; 0 where it is null at either end. */
double souls_swing_width         (const SoulsSwing    *self);

void   souls_sensitivity_compute (const SoulsQuestion *question,
                                  const SoulsBand      bands[SOULS_N_DRIVERS],
                                  SoulsSwing           swings[SOULS_N_DRIVERS]);

G_END_DECLS
