/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "souls-bins.h"

G_BEGIN_DECLS

/**
 * SoulsOrder:
 * @n: how many values are not null
 *
 * Sorted values of which only the bins that somebody looks into are ever sorted, and only the bins that somebody will look
 * into have to be there: finds order statistics exactly.
 */
typedef struct
{
  SoulsBins bins;
  gint64 n;
  gint64 n_atoms;
  int atom_bin;                          /* -1 where no world has the atom */
  double *values;                        /* owned: bin by bin */
  gsize capacity;
  gint64 before[SOULS_N_BINS + 1];       /* values in lower bins, atoms among them */
  guint32 offset[SOULS_N_BINS + 1];      /* of a bin in @values */
  guint8 held[SOULS_N_BINS];             /* whether a bin's values are there */
  guint8 sorted[SOULS_N_BINS];
} SoulsOrder;

void     souls_sums_merge     (SoulsSums        *self,
                               const SoulsSums  *others,
                               gsize             n,
                               gsize             stride);
void     souls_bins_guess     (SoulsBins        *self,
                               double           *sample,
                               gsize             n);

void     souls_order_clear    (SoulsOrder      *self);
void     souls_order_count    (SoulsOrder      *self,
                               const SoulsBins *bins,
                               const guint32   *counts);
int      souls_order_find_bin (const SoulsOrder *self,
                               gint64            rank);
void     souls_order_start    (SoulsOrder      *self,
                               const guint8    *wanted);
void     souls_order_add      (SoulsOrder      *self,
                               const double    *values,
                               const gint32    *places,
                               gsize            n);
void     souls_order_finish   (SoulsOrder      *self);
double   souls_order_at       (SoulsOrder      *self,
                               double           position);

void     souls_sort_doubles   (double          *values,
                               gsize            n);

G_END_DECLS
