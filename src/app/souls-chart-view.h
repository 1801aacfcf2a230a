/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "souls-chart-hand.h"
#include "souls-chart.h"
#include "souls-session.h"
#include "souls-view-input.h"

G_BEGIN_DECLS

/**
 * SoulsChartView:
 *
 * Draws one chart of a session's results, lets its marks be pointed at and walked to, and says
 * itself to a screen reader.
 */
#define SOULS_TYPE_CHART_VIEW (souls_chart_view_get_type ())
G_DECLARE_FINAL_TYPE (SoulsChartView, souls_chart_view, SOULS, CHART_VIEW, GtkWidget)

GtkWidget *souls_chart_view_new (void);
void souls_chart_view_set_session (SoulsChartView *self, SoulsSession *session);
SoulsSession *souls_chart_view_get_session (SoulsChartView *self);
void souls_chart_view_set_chart (SoulsChartView *self, SoulsChart chart);
SoulsChart souls_chart_view_get_chart (SoulsChartView *self);
void souls_chart_view_set_view (SoulsChartView *self, int view);
int souls_chart_view_get_view (SoulsChartView *self);
void souls_chart_view_set_references (SoulsChartView *self, gboolean references);
gboolean souls_chart_view_get_references (SoulsChartView *self);
void souls_chart_view_set_base_size (SoulsChartView *self, double base_size);
/* The two sliders of the break-even map: across, upwards. */
void souls_chart_view_set_map_drivers (SoulsChartView *self, SoulsDriver x, SoulsDriver y);
const SoulsDriver *souls_chart_view_get_map_drivers (SoulsChartView *self);
SoulsChartHand *souls_chart_view_get_hand (SoulsChartView *self);

const SoulsScene *souls_chart_view_get_scene (SoulsChartView *self);
void souls_chart_view_fill_input (SoulsChartView *self, SoulsViewInput *view, const SoulsWords *words);
SoulsScene *souls_chart_view_make_picture (SoulsChartView *self, const SoulsWords *words, double width, double height);
int souls_chart_view_get_cursor (SoulsChartView *self);
int souls_chart_view_get_pointed (SoulsChartView *self);
int souls_chart_view_find_target (SoulsChartView *self, double x, double y);
void souls_chart_view_set_cursor (SoulsChartView *self, int target);

G_END_DECLS
