/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "souls-chart-view.h"

G_BEGIN_DECLS

/* Take a chart to the clipboard: as a table, as a picture. */
gboolean souls_chart_copy_table   (SoulsChartView *view);
gboolean souls_chart_copy_picture (SoulsChartView *view, GError **error);

G_END_DECLS
