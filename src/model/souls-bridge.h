/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "souls-question.h"

G_BEGIN_DECLS

/**
 * SoulsBridge:
 * @from: the answer with every driver at its baseline
 * @to: the answer with every driver where it stands
 * @n_steps: how many drivers moved
 * @driver: in the order moved
 * @change: what each added on top of those before it
 *
 * From the baseline to the scenario, one driver at a time. @from and all of @change sum to @to.
 */
typedef struct
{
  double from;
  double to;
  int n_steps;
  SoulsDriver driver[SOULS_N_DRIVERS];
  double change[SOULS_N_DRIVERS];
} SoulsBridge;

void souls_bridge_compute (const SoulsQuestion *question,
                           const SoulsDriver   *order,
                           int                  n_moved,
                           SoulsBridge         *bridge);

G_END_DECLS
