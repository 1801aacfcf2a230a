/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "souls-chart-view.h"

G_BEGIN_DECLS

/**
 * SoulsChartFilmed:
 * @text: what to tell the user
 * @failed: whether it went wrong
 * @data: as given
 */
typedef void (*SoulsChartFilmed) (const char *text,
                                  gboolean    failed,
                                  gpointer    data);

/* Asks for a file, and writes what was changed as a moving picture of the chart. @data lives as long as @parent. */
void souls_chart_film_run   (SoulsChartView   *view,
                             GtkWindow        *parent,
                             SoulsChartFilmed  filmed,
                             gpointer          data);
/* The same without asking for the file. */
void souls_chart_film_write (SoulsChartView   *view,
                             GtkWindow        *parent,
                             GFile            *file,
                             SoulsChartFilmed  filmed,
                             gpointer          data);

G_END_DECLS
