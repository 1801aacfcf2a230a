/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "souls-chart-view.h"

G_BEGIN_DECLS

/**
 * SoulsChartPane:
 *
 * A chart under a button that picks which.
 *
 * Properties: `session` (#SoulsSession), `chart` (string: the chart's id; an unknown one is
 * ignored).
 */
#define SOULS_TYPE_CHART_PANE (souls_chart_pane_get_type ())
G_DECLARE_FINAL_TYPE (SoulsChartPane, souls_chart_pane, SOULS, CHART_PANE, GtkWidget)

GtkWidget *souls_chart_pane_new (void);
void souls_chart_pane_set_session (SoulsChartPane *self, SoulsSession *session);
void souls_chart_pane_set_chart (SoulsChartPane *self, const char *id);
const char *souls_chart_pane_get_chart (SoulsChartPane *self);
gboolean souls_chart_pane_save_picture (SoulsChartPane *self, GFile *file, GError **error);
SoulsChartView *souls_chart_pane_get_view (SoulsChartPane *self);

G_END_DECLS
