/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "souls-chart.h"
#include "souls-cli-options.h"

G_BEGIN_DECLS

/**
 * SoulsCliInput:
 * @input: points into the other two and into the scenario
 *
 * A scenario as charts and texts want it. Must not move once filled; too large for the stack.
 */
typedef struct
{
  SoulsResults baseline;
  SoulsHistory history;
  SoulsChartInput input;
} SoulsCliInput;

void souls_cli_input_fill (SoulsCliInput *self, const SoulsCliScenario *scenario, int year);

G_END_DECLS
