/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "souls-chart-view.h"
#include "souls-export-dialog.h"

G_BEGIN_DECLS

/**
 * SoulsChartPane:
 *
 * A chart under a button that picks which.
 *
 * Properties: `session` (#SoulsSession), `chart` and `view` (strings: the ids of the chart and of
 * its view; an unknown one is ignored), `references` (boolean: whether what other companies publish
 * is shown where the chart can), `axes` (string: the ids of the two sliders of the break-even map).
 */
#define SOULS_TYPE_CHART_PANE (souls_chart_pane_get_type ())
G_DECLARE_FINAL_TYPE (SoulsChartPane, souls_chart_pane, SOULS, CHART_PANE, GtkWidget)

GtkWidget *souls_chart_pane_new (void);
void souls_chart_pane_set_session (SoulsChartPane *self, SoulsSession *session);
void souls_chart_pane_set_chart (SoulsChartPane *self, const char *id);
const char *souls_chart_pane_get_chart (SoulsChartPane *self);
void souls_chart_pane_set_chart_view (SoulsChartPane *self, const char *id);
const char *souls_chart_pane_get_chart_view (SoulsChartPane *self);
void souls_chart_pane_set_references (SoulsChartPane *self, gboolean references);
void souls_chart_pane_set_axes (SoulsChartPane *self, const char *axes);
char *souls_chart_pane_get_axes (SoulsChartPane *self);
SoulsExportDialog *souls_chart_pane_export (SoulsChartPane *self);
void souls_chart_pane_print (SoulsChartPane *self);
GtkWidget *souls_chart_pane_explain (SoulsChartPane *self);
SoulsChartView *souls_chart_pane_get_view (SoulsChartPane *self);

G_END_DECLS
