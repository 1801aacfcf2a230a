/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "souls-chart-area.h"
#include "souls-reference.h"

G_BEGIN_DECLS

/* What other companies publish, as dashed lines across a plot of fractions; nothing where the reader did not ask for
 * it. In this order: */

/* Widens @range so that it holds them. */
SoulsRange souls_references_include (const SoulsChartInput *input,
                                     SoulsReferenceKind     kind,
                                     SoulsRange             range);
/* Keeps room for their names at the right of the plot; before the values are set. */
void       souls_references_reserve (SoulsArea             *area,
                                     SoulsDraft            *draft,
                                     SoulsReferenceKind     kind);
/* Draws them; their targets take keys from @key on. */
void       souls_references_draw    (const SoulsArea       *area,
                                     SoulsDraft            *draft,
                                     SoulsReferenceKind     kind,
                                     guint                  key);

/* Take rates, where what is taken is drawn from 1 downwards: short lines from @x over @width where what others take ends,
 * each with its name if there is room. Their targets take keys from @key on. */
void       souls_references_draw_takes (const SoulsArea *area,
                                        SoulsDraft      *draft,
                                        double           x,
                                        double           width,
                                        guint            key);

/* "Walmart, published", "4.2 % (FY ended …; Walmart Inc., Form 10-K …)". (transfer full) */
char      *souls_reference_name     (const SoulsChartInput *input,
                                     const SoulsReference  *reference);
char      *souls_reference_value    (const SoulsChartInput *input,
                                     const SoulsReference  *reference);

G_END_DECLS
