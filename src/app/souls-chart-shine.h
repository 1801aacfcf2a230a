/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "souls-chart.h"

G_BEGIN_DECLS

/* Says which widget has to lay its chart out again. */
typedef void (*SoulsChartShineFunc) (gpointer data);

/**
 * SoulsChartShine:
 *
 * Remembers what a chart showed before a change for as long as that glows, and has it drawn again until the glow is gone.
 * Nothing glows under reduced motion.
 */
typedef struct _SoulsChartShine SoulsChartShine;

SoulsChartShine *souls_chart_shine_new  (GtkWidget           *widget,
                                         SoulsChartShineFunc changed);
void             souls_chart_shine_free (SoulsChartShine     *self);
/* Sets the glow of @input, from how it differs from the input before. */
void             souls_chart_shine_fill (SoulsChartShine     *self,
                                         SoulsChart           chart,
                                         SoulsChartInput     *input);

G_END_DECLS
