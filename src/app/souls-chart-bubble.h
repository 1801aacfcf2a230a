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

G_END_DECLS
