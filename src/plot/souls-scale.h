/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "souls-geometry.h"

G_BEGIN_DECLS

/* More ticks than this are noise; souls_ticks() may be asked for fewer. */
#define SOULS_MAX_TICKS 5

/**
 * SoulsTicks:
 * @n: how many there are, at most %SOULS_MAX_TICKS
 * @step: the distance between two, 1, 2, 2.5 or 5 × 10^n; 0 while @n is 0
 * @value: the ticks in rising order, exact multiples of @step
 */
typedef struct
{
  guint n;
  double step;
  double value[SOULS_MAX_TICKS];
} SoulsTicks;

/**
 * SoulsLinearScale:
 * @domain: the data at the two ends, @domain.min < @domain.max
 * @at_min: px of @domain.min
 * @at_max: px of @domain.max; less than @at_min on a vertical axis
 *
 * Data to px and back, straight.
 */
typedef struct
{
  SoulsRange domain;
  double at_min;
  double at_max;
} SoulsLinearScale;

/**
 * SoulsBandScale:
 * @start: px of the first step's beginning
 * @step: px from one band to the next
 * @band: px of a band, at most @step; the band is centred in its step
 * @n: number of bands
 *
 * A row of categories or years. While steps are at least 12 px, steps and bands are whole px so
 * that edges are crisp and all bars are of one width; what is left over lies at the two ends.
 */
typedef struct
{
  double start;
  double step;
  double band;
  guint n;
} SoulsBandScale;

/* Ranges. */
SoulsRange souls_range_empty     (void);
gboolean   souls_range_is_empty  (SoulsRange range);
SoulsRange souls_range_include   (SoulsRange range,
                                  double     value);
SoulsRange souls_range_union     (SoulsRange a,
                                  SoulsRange b);
SoulsRange souls_range_mix       (SoulsRange from,
                                  SoulsRange to,
                                  double     t);
SoulsRange souls_range_round     (SoulsRange range,
                                  guint      max_ticks);

/* Ticks. */
SoulsTicks souls_ticks           (SoulsRange range,
                                  guint      max_ticks);

/* Linear. */
SoulsLinearScale souls_linear_scale        (SoulsRange              domain,
                                            double                  at_min,
                                            double                  at_max);
double           souls_linear_scale_map    (const SoulsLinearScale *self,
                                            double                  value);
double           souls_linear_scale_invert (const SoulsLinearScale *self,
                                            double                  px);

/* Bands. */
SoulsBandScale souls_band_scale            (guint                 n,
                                            double                from,
                                            double                to,
                                            double                fill);
double         souls_band_scale_start      (const SoulsBandScale *self,
                                            guint                 index);
double         souls_band_scale_center     (const SoulsBandScale *self,
                                            guint                 index);
int            souls_band_scale_invert     (const SoulsBandScale *self,
                                            double                px);
guint          souls_band_scale_every      (const SoulsBandScale *self,
                                            double                label_width,
                                            double                gap);

G_END_DECLS
