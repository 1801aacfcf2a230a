/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "souls-chart-area.h"

G_BEGIN_DECLS

/* What charts share that show other scenarios beside their own. */
double souls_other_value (const SoulsChartInput *input, int i, SoulsMetric metric, int year);
gboolean souls_other_is_projected (const SoulsChartInput *input, int i, int year);
const char *souls_other_title (const SoulsChartInput *input, int i);
char *souls_note_others (const SoulsChartInput *input, const char *subtitle);
char *souls_list_others (const SoulsChartInput *input, SoulsMetric metric, int year);
char *souls_say_against (const SoulsDraft *draft, SoulsMetric metric, int year, const char *one, const char *many);
void souls_draft_add_marker (SoulsDraft *draft, int i, SoulsPoint center, double radius, SoulsColor color);

/* souls-chart-with-without-others.c: the chart as small multiples, a pair of bars for each scenario. */
gboolean souls_with_without_compares (const SoulsChartInput *input);
void souls_with_without_compare (SoulsDraft *draft, const char *finding, const char *description);

G_END_DECLS
