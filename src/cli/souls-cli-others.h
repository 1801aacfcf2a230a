/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "souls-chart.h"
#include "souls-cli-options.h"

G_BEGIN_DECLS

/**
 * SoulsCliOthers:
 * @scenario: (array length=n): owned
 * @title: (array length=n): its title, else what it was called by; owned
 * @other: (array length=n): the same for a chart
 * @n: how many
 *
 * Scenarios to compare with. @data is that of the scenario that they are compared with, and outlives them.
 */
typedef struct
{
  SoulsCliScenario *scenario[SOULS_MAX_OTHERS];
  char *title[SOULS_MAX_OTHERS];
  SoulsChartOther other[SOULS_MAX_OTHERS];
  int n;
} SoulsCliOthers;

void     souls_cli_others_clear (SoulsCliOthers *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SoulsCliOthers, souls_cli_others_clear)

gboolean souls_cli_others_load  (SoulsCliOthers     *self,
                                 SoulsDataSet       *data,
                                 const char *const  *names,
                                 GError            **error);
char    *souls_cli_title        (const SoulsScenario *scenario,
                                 const char          *name);

G_END_DECLS
