/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "souls-chart.h"

G_BEGIN_DECLS

/* What souls_chart_walk() gives for a key that is not for the chart. */
#define SOULS_CHART_WALK_NOT (-2)

int souls_chart_walk (const SoulsScene *scene, int cursor, guint keyval, gboolean rtl);
gboolean souls_chart_go_to_driver (GtkWidget         *view,
                                   SoulsChart         chart,
                                   const SoulsTarget *target);

const SoulsTarget *souls_chart_find_explained (const SoulsScene *scene,
                                               int               pointed);

void souls_chart_say (GtkWidget         *view,
                      const SoulsScene  *scene,
                      const SoulsTarget *target);

G_END_DECLS
