/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "souls-scene.h"

G_BEGIN_DECLS

/**
 * SoulsChartTable:
 *
 * A chart as a table: what can be pointed at, a row each. It keeps what the chart showed when it was opened.
 */
#define SOULS_TYPE_CHART_TABLE (souls_chart_table_get_type ())
G_DECLARE_FINAL_TYPE (SoulsChartTable, souls_chart_table, SOULS, CHART_TABLE, AdwWindow)

GtkWidget *souls_chart_table_new  (const char       *title,
                                   const SoulsScene *scene);
guint      souls_chart_table_get_n_rows (SoulsChartTable *self);

G_END_DECLS
