/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "souls-chart.h"
#include "souls-cli-options.h"

G_BEGIN_DECLS

/* What verbs that draw charts have in common. */

gboolean souls_cli_find_chart (const char              *id,
                               SoulsChart              *chart,
                               GError                 **error);
gboolean souls_cli_find_view  (SoulsChart               chart,
                               const char              *id,
                               int                     *view,
                               GError                 **error);
gboolean souls_cli_find_theme (const char              *id,
                               const SoulsTheme       **theme,
                               GError                 **error);
gboolean souls_cli_find_year  (const SoulsCliScenario  *scenario,
                               const char              *text,
                               int                     *year,
                               GError                 **error);
char    *souls_cli_chart_foot (const SoulsCliScenario  *scenario);

G_END_DECLS
