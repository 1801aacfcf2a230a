/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "souls-batch.h"
#include "souls-quantiles.h"

G_BEGIN_DECLS

/* The loops of the model, made for one kind of processor only: the build renames them. */
#define SOULS_VERSION(name)                                                                        \
  void name##_batch_draw    (SoulsBatch *self, guint64 seed, guint64 world);                       \
  void name##_batch_project (SoulsBatch *self, double *const *rows, gsize offset);                 \
  void name##_sums_add      (SoulsSums *self, const double *values, gsize n, double pivot);        \
  void name##_bins_cover    (SoulsBins *self, const double *values, gsize n);                      \
  void name##_bins_place    (const SoulsBins *self, const double *values, gsize n, gint32 *places);

SOULS_VERSION (plain)
SOULS_VERSION (avx2)
SOULS_VERSION (avx512)

G_END_DECLS
