/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "souls-geometry.h"
#include "souls-scene.h"

G_BEGIN_DECLS

SoulsBox souls_chart_bubble_place (SoulsBox bounds, SoulsBox mark, double width, double height);
void
souls_chart_bubble_snapshot (GtkWidget *widget, GtkSnapshot *snapshot, const SoulsTarget *target);

/* A ring round a mark: of the keyboard, or of the pointer. */
void souls_chart_ring_snapshot (GtkSnapshot *snapshot, SoulsBox box, gboolean focus);

G_END_DECLS
