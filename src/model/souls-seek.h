/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "souls-question.h"

G_BEGIN_DECLS

/**
 * SoulsGoal:
 * @driver: the slider that is moved alone
 * @reachable: whether it can bring the answer to what is wanted
 * @value: where it then stands, in the model's unit; where it cannot, its value that comes nearest
 * @answer: what the question gives there; NAN where it is null for every value
 * @share: how far the slider goes from where it stands, as a share of its range, 0 … 1
 *
 * What one driver alone would have to be for a wanted result.
 */
typedef struct
{
  SoulsDriver driver;
  gboolean reachable;
  double value;
  double answer;
  double share;
} SoulsGoal;

gboolean souls_seek             (const SoulsQuestion *question,
                                 SoulsDriver          driver,
                                 double               target,
                                 SoulsGoal           *goal);
int      souls_seek_all         (const SoulsQuestion *question,
                                 double               target,
                                 SoulsGoal            goals[SOULS_N_DRIVERS]);

/**
 * SoulsKnifeEdge:
 * @driver: the slider that is moved alone
 * @value: where the answer changes its sign, in the model's unit
 * @share: how far that is on the way from where the slider stands to that end of its band, 0 … 1
 *
 * A driver that turns the answer round while it stays plausible.
 */
typedef struct
{
  SoulsDriver driver;
  double value;
  double share;
} SoulsKnifeEdge;

int      souls_knife_edges_find (const SoulsQuestion *question,
                                 const SoulsBand      bands[SOULS_N_DRIVERS],
                                 SoulsKnifeEdge       edges[SOULS_N_DRIVERS]);

G_END_DECLS
