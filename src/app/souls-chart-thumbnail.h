/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "souls-chart.h"
#include "souls-session.h"

G_BEGIN_DECLS

/* Height of a thumbnail as a part of its width. */
#define SOULS_CHART_THUMBNAIL_ASPECT 0.66

/**
 * SoulsChartThumbnail:
 *
 * A chart of a session, small: laid out by the same code when it is first drawn, and again after
 * the session changed.
 */
#define SOULS_TYPE_CHART_THUMBNAIL (souls_chart_thumbnail_get_type ())
G_DECLARE_FINAL_TYPE (SoulsChartThumbnail, souls_chart_thumbnail, SOULS, CHART_THUMBNAIL, GtkWidget)

GtkWidget *souls_chart_thumbnail_new (SoulsSession *session, SoulsChart chart, int width);
void souls_chart_thumbnail_set_map_drivers (SoulsChartThumbnail *self, SoulsDriver x, SoulsDriver y);
SoulsChart souls_chart_thumbnail_get_chart (SoulsChartThumbnail *self);
const SoulsScene *souls_chart_thumbnail_get_scene (SoulsChartThumbnail *self);

G_END_DECLS
