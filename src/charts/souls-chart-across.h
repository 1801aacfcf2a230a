/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "souls-chart-area.h"

G_BEGIN_DECLS

/* A money axis that runs across, for charts whose values lie side by side. It uses the area's frame: its plot, and its
 * scale and ticks, which are then px across. */
double souls_across_row_height (const SoulsArea *self);
void   souls_across_set_values (SoulsArea  *self,
                                SoulsDraft *draft,
                                SoulsRange  values,
                                double      left,
                                double      right);
double souls_across_x          (const SoulsArea *self,
                                double           value);
void   souls_across_add_grid   (SoulsArea  *self,
                                SoulsDraft *draft);
void   souls_across_add_rule   (const SoulsArea *self,
                                SoulsDraft      *draft,
                                double           value,
                                SoulsStyle       style);

G_END_DECLS
