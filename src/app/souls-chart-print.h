/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "souls-chart-view.h"
#include "souls-theme.h"

G_BEGIN_DECLS

/* The theme that paper gets: that for print, or what the user chose for exports unless it is dark. (transfer none) */
const SoulsTheme  *souls_chart_print_theme (GSettings        *settings);

/* A chart on one page, ready to be run. (transfer full) */
GtkPrintOperation *souls_chart_print_new   (SoulsChartView   *view,
                                            const SoulsTheme *theme);

/**
 * SoulsPrintFailed:
 * @text: what to tell the user
 * @data: as given
 */
typedef void     (*SoulsPrintFailed)       (const char       *text,
                                            gpointer          data);

void               souls_chart_print_run   (SoulsChartView   *view,
                                            GtkWindow        *parent,
                                            SoulsPrintFailed  failed,
                                            gpointer          data);

G_END_DECLS
