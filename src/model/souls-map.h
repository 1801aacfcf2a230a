/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "souls-question.h"

G_BEGIN_DECLS

/**
 * SoulsMapAxis:
 * @driver: what changes along the axis
 * @low: its value at the first point, in the model's unit
 * @high: its value at the last point
 * @n: points, both ends counted; at least 2
 */
typedef struct
{
  SoulsDriver driver;
  double low;
  double high;
  int n;
} SoulsMapAxis;

double souls_map_axis_at (const SoulsMapAxis  *self,
                          int                  i);
void   souls_map_compute (const SoulsQuestion *question,
                          const SoulsMapAxis  *x,
                          const SoulsMapAxis  *y,
                          double              *values);

G_END_DECLS
