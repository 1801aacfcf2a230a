/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "souls-chart.h"
#include "souls-session.h"

G_BEGIN_DECLS

/**
 * SoulsViewInput:
 * @input: what a chart may know; points into @moves, @others and into the session, so that it must not move or outlive a change
 * @moves: the drivers that moved
 * @others: the session's comparison
 *
 * A session, as a chart takes it.
 */
typedef struct
{
  SoulsChartInput input;
  SoulsDriver moves[SOULS_N_DRIVERS];
  SoulsChartOther others[SOULS_MAX_OTHERS];
} SoulsViewInput;

void souls_view_input_fill (SoulsViewInput   *self,
                            SoulsSession     *session,
                            SoulsChart        chart,
                            int               view,
                            const SoulsWords *words);

/* The line of sources under a chart of the session that leaves the program. (transfer full) */
char *souls_view_foot      (SoulsSession     *session,
                            const SoulsWords *words);

G_END_DECLS
