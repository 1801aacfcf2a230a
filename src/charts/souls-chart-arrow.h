/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "souls-chart-area.h"

G_BEGIN_DECLS

#define SOULS_ARROW_POINTS 25

void souls_arrow_bend     (SoulsPoint        from,
                           SoulsPoint        to,
                           SoulsPoint        corner,
                           double            bend,
                           SoulsPoint        path[SOULS_ARROW_POINTS]);
void souls_area_add_arrow (const SoulsArea  *self,
                           SoulsDraft       *draft,
                           const SoulsPoint  path[SOULS_ARROW_POINTS],
                           double            width,
                           SoulsColor        color,
                           gboolean          on);

G_END_DECLS
