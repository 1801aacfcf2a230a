/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "souls-data-set.h"
#include "souls-difference.h"
#include "souls-model.h"
#include "souls-scenario.h"

G_BEGIN_DECLS

/* Beside the scenario that is shown. */
#define SOULS_MAX_SNAPSHOTS (SOULS_MAX_SIDES - 1)

/**
 * SoulsSnapshot:
 * @title: unlike every other one's; owned
 * @scenario: a copy: it stays as it is while sliders move; owned
 * @calibration: of its base year; borrowed from the data
 * @drivers: where its sliders stand
 * @results: all that follows
 *
 * A scenario to compare with.
 */
typedef struct
{
  char *title;
  SoulsScenario *scenario;
  const SoulsCalibration *calibration;
  SoulsDrivers drivers;
  SoulsResults results;
} SoulsSnapshot;

/**
 * SoulsComparison:
 *
 * Up to four scenarios to compare with the one that is shown, in the order in which they came. Not part of undo.
 *
 * Signals: `changed` (one came, went, or has another title).
 */
#define SOULS_TYPE_COMPARISON (souls_comparison_get_type ())
G_DECLARE_FINAL_TYPE (SoulsComparison, souls_comparison, SOULS, COMPARISON, GObject)

#define SOULS_COMPARISON_ERROR (souls_comparison_error_quark ())

typedef enum
{
  SOULS_COMPARISON_ERROR_FULL,        /* as many as can be told apart */
  SOULS_COMPARISON_ERROR_DUPLICATE,   /* the same numbers are there already */
} SoulsComparisonError;

GQuark               souls_comparison_error_quark (void);

SoulsComparison     *souls_comparison_new      (SoulsDataSet         *data);

/* Keeps a copy. A title that is there already gets a number. */
gboolean             souls_comparison_add      (SoulsComparison      *self,
                                                const SoulsScenario  *scenario,
                                                const char           *title,
                                                GError              **error);
void                 souls_comparison_remove   (SoulsComparison      *self,
                                                guint                 i);
void                 souls_comparison_rename   (SoulsComparison      *self,
                                                guint                 i,
                                                const char           *title);
void                 souls_comparison_clear    (SoulsComparison      *self);

guint                souls_comparison_get_n    (SoulsComparison      *self);
gboolean             souls_comparison_is_full  (SoulsComparison      *self);
const SoulsSnapshot *souls_comparison_get      (SoulsComparison      *self,
                                                guint                 i);
/* Whether a snapshot has the same numbers. */
gboolean             souls_comparison_contains (SoulsComparison      *self,
                                                const SoulsScenario  *scenario);

G_END_DECLS
