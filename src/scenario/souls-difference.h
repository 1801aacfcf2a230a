/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "souls-data-set.h"

G_BEGIN_DECLS

/* The scenario that is shown, and those that it is compared with. */
#define SOULS_MAX_SIDES 5

/**
 * SoulsSide:
 * @calibration: of its base year
 * @settings: checked
 * @drivers: where its sliders stand
 * @results: all that follows
 *
 * A scenario to compare. Borrowed.
 */
typedef struct
{
  const SoulsCalibration *calibration;
  const SoulsSettings *settings;
  const SoulsDrivers *drivers;
  const SoulsResults *results;
} SoulsSide;

typedef enum
{
  SOULS_DIFFERENCE_SETTING,
  SOULS_DIFFERENCE_DRIVER,
  SOULS_DIFFERENCE_METRIC,
  SOULS_N_DIFFERENCE_KINDS
} SoulsDifferenceKind;

typedef enum
{
  SOULS_COMPARED_BASE_YEAR,
  SOULS_COMPARED_HORIZON,
  SOULS_COMPARED_PHASE_IN,
  SOULS_COMPARED_RUNG,
  SOULS_N_COMPARED_SETTINGS
} SoulsComparedSetting;

/**
 * SoulsDifference:
 * @kind: what it is
 * @which: a #SoulsComparedSetting, #SoulsDriver or #SoulsMetric
 * @value: by side: a setting's number; a driver's value in the unit shown, NAN where it is at its baseline; a metric's in
 *   the model's unit, NAN where that side has no such year
 *
 * Something that is not the same on all sides.
 */
typedef struct
{
  SoulsDifferenceKind kind;
  int which;
  double value[SOULS_MAX_SIDES];
} SoulsDifference;

/* Of #SoulsDifference, settings first, then drivers, then metrics in the fiscal year. (transfer full) */
GArray     *souls_differences           (const SoulsDataSet *data, const SoulsSide *sides, int n, int year);

const char *souls_difference_kind_id    (SoulsDifferenceKind    kind);
const char *souls_difference_id         (const SoulsDifference *self);
const char *souls_difference_name       (const SoulsDifference *self);   /* N_() */
const char *souls_difference_unit       (const SoulsDifference *self);   /* in machine-readable output */

G_END_DECLS
