/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "souls-model.h"

G_BEGIN_DECLS

/* Worlds that are projected side by side: several vector registers' worth, and few enough to stay in the nearest cache. */
#define SOULS_BATCH_LANES 64
#define SOULS_BATCH_ALIGNMENT 64

/**
 * SoulsTriangle:
 * @from: the lowest value, at most the mode
 * @to: the highest value, at least the mode
 * @below: how far the mode is above @from
 * @above: how far @to is above the mode
 * @split: the probability of a value below the mode
 * @mode: the likeliest value
 *
 * A triangular distribution, ready to be drawn from.
 */
typedef struct
{
  double from;
  double to;
  double below;
  double above;
  double split;
  double mode;
} SoulsTriangle;

/* How a metric comes from the series: a copy of @dividend, or its quotient by @divisor where that is not negative. */
typedef struct
{
  int dividend;
  int divisor;
} SoulsBatchSource;

void   souls_triangle_init (SoulsTriangle       *self,
                            double               low,
                            double               mode,
                            double               high);

/**
 * SoulsBatch:
 *
 * The equations of section 4 for many settings of the sliders at once: structure of arrays, one loop over the lanes for each
 * part of a year. Only what the wanted metrics need is computed. Plain memory, about 70 kB: may stand on the stack; its
 * content is private. The same lanes give the same bits on any processor of one architecture.
 *
 * Invariant: `now` holds every driver that does not move over the years, `target` those that are phased in.
 */
typedef struct
{
  const SoulsCalibration *c;
  SoulsSettings settings;
  const SoulsMetric *metrics;
  int n_metrics;
  guint parts;                                   /* of a year that have to be computed */
  guint64 reads;                                 /* drivers that those parts read, as bits */
  guint64 phases;                                /* those of them that are phased in */
  gboolean responds;                             /* whether merchandise value may answer to prices or selection */
  gboolean invests;                              /* whether anything may be put into prices */
  int n_drawn;
  int n_phased;
  int n_starting;
  SoulsDriver drawn[SOULS_N_DRIVERS];
  SoulsDriver phased[SOULS_N_DRIVERS];
  int starting[SOULS_N_SERIES];                  /* series that the first year takes from the base year */
  SoulsBatchSource source[SOULS_N_SERIES];       /* by place in metrics */
  SoulsTriangle triangle[SOULS_N_DRIVERS];       /* by place in drawn */
  double start[SOULS_N_SERIES];                  /* t = 0, as the scalar equations give it */
  double fade_weight[SOULS_BATCH_LANES];
  double per_open_market[SOULS_BATCH_LANES];
  double per_stranded_year[SOULS_BATCH_LANES];
  double target[SOULS_N_DRIVERS][SOULS_BATCH_LANES];
  double now[SOULS_N_DRIVERS][SOULS_BATCH_LANES];
  double series[SOULS_N_SERIES][SOULS_BATCH_LANES];
} __attribute__ ((aligned (SOULS_BATCH_ALIGNMENT))) SoulsBatch;

void     souls_batch_init      (SoulsBatch             *self,
                                const SoulsCalibration *calibration,
                                const SoulsSettings    *settings,
                                const SoulsDrivers     *drivers,
                                const SoulsMetric      *metrics,
                                int                     n_metrics);
gboolean souls_batch_reads     (const SoulsBatch       *self,
                                SoulsDriver             driver);
gboolean souls_batch_is_varied (const SoulsBatch       *self,
                                SoulsMetric             metric,
                                int                     t);
double  *souls_batch_vary      (SoulsBatch             *self,
                                SoulsDriver             driver);
void     souls_batch_set_bands (SoulsBatch             *self,
                                const SoulsDrivers     *drivers,
                                const SoulsBand        *bands);
void     souls_batch_draw      (SoulsBatch             *self,
                                guint64                 seed,
                                guint64                 world);
void     souls_batch_project   (SoulsBatch             *self,
                                double *const          *rows,
                                gsize                   offset);

G_END_DECLS
