/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Values come in groups of so many: the end of a last group that is not full holds NAN. */
#define SOULS_SUM_LANES 64

/**
 * SoulsSums:
 * @sum: of the differences from a pivot
 * @squares: of their squares
 * @known: how many values are not NAN
 * @positive: how many are above 0
 *
 * What a mean, a deviation and a share are made of. Added up in an order that hangs on nothing but the values' places.
 */
typedef struct
{
  double sum;
  double squares;
  gint64 known;
  gint64 positive;
} SoulsSums;

void souls_sums_add (SoulsSums    *self,
                     const double *values,
                     gsize         n,
                     double        pivot);

#define SOULS_N_BINS 4096      /* a power of 2 */

/* Where a value goes: a bin, or one of these. */
enum
{
  SOULS_PLACE_ATOM = SOULS_N_BINS,
  SOULS_PLACE_NULL,
  SOULS_N_PLACES
};

/**
 * SoulsBins:
 * @low: what bin 0 begins with; everything below is in it too
 * @scale: bins per unit; 0 where all is in bin 0
 * @atom: a value that many worlds share, counted apart; NAN where there is none
 *
 * Bins of equal width; the first and the last are open. A greater value is never in a lower bin.
 */
typedef struct
{
  double low;
  double scale;
  double atom;
} SoulsBins;

void  souls_bins_set_range (SoulsBins       *self,
                            double           low,
                            double           high);
void  souls_bins_cover     (SoulsBins       *self,
                            const double    *values,
                            gsize            n);
void  souls_bins_place     (const SoulsBins *self,
                            const double    *values,
                            gsize            n,
                            gint32          *places);

G_END_DECLS
