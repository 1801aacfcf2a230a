/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "souls-simulation.h"

G_BEGIN_DECLS

/* What is reported of a metric in a year. */
typedef struct
{
  double mean;
  double mean_error;
  double positive;
  double positive_error;
  double quantile[SOULS_MAX_PROBABILITIES];
  double quantile_error[SOULS_MAX_PROBABILITIES];
} SoulsSummary;

/* The memory of a run, which the next one of the same shape uses again. */
typedef struct _SoulsRunMemory SoulsRunMemory;

void     souls_run_memory_free (SoulsRunMemory               *self);
gboolean souls_run             (SoulsRunMemory              **memory,
                                const SoulsSimulationRequest *request,
                                SoulsSummary                 *summaries);

G_END_DECLS
