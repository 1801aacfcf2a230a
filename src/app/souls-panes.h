/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * SoulsPanes:
 *
 * Two children side by side with a handle between them where there is room, else one below the other.
 * It decides while it is laid out, so nothing is ever drawn in the wrong place first.
 *
 * Property: `position` (double, 0.1 … 0.9): the first child's share of the width.
 */
#define SOULS_TYPE_PANES (souls_panes_get_type ())
G_DECLARE_FINAL_TYPE (SoulsPanes, souls_panes, SOULS, PANES, GtkWidget)

double   souls_panes_get_position (SoulsPanes *self);
void     souls_panes_set_position (SoulsPanes *self,
                                   double      position);
gboolean souls_panes_is_stacked   (SoulsPanes *self);

G_END_DECLS
