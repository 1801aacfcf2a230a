/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "souls-chart.h"
#include "souls-session.h"

G_BEGIN_DECLS

/**
 * SoulsChartGallery:
 *
 * All charts as cards, each with a thumbnail of the session as it is now. Arrows, Home and End walk
 * them, letters go to the next name with a word that begins so.
 *
 * Signal: `chosen` (int: a #SoulsChart).
 */
#define SOULS_TYPE_CHART_GALLERY (souls_chart_gallery_get_type ())
G_DECLARE_FINAL_TYPE (SoulsChartGallery, souls_chart_gallery, SOULS, CHART_GALLERY, GtkPopover)

GtkWidget *souls_chart_gallery_new (void);
void souls_chart_gallery_fill (SoulsChartGallery *self,
                               SoulsSession *session,
                               SoulsChart current,
                               int width,
                               int height);
void souls_chart_gallery_set_map_drivers (SoulsChartGallery *self, SoulsDriver x, SoulsDriver y);
GtkWidget *souls_chart_gallery_get_card (SoulsChartGallery *self, SoulsChart chart);
int souls_chart_gallery_find (const char *text, int from);

G_END_DECLS
