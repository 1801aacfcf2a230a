/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "souls-data-set.h"
#include "souls-scenario.h"

G_BEGIN_DECLS

/**
 * SoulsState:
 * @base_year: an offered fiscal year
 * @settings: checked
 * @changed: a bit for each #SoulsDriver away from its baseline
 * @value: by #SoulsDriver, in the model's unit; 0 where not changed, so that equal states are equal bytes
 * @order: the changed drivers in the order moved, then 0
 *
 * Everything that undo can bring back: small, plain memory, so that thousands of steps cost little.
 */
typedef struct
{
  int base_year;
  SoulsSettings settings;
  guint64 changed;
  double value[SOULS_N_DRIVERS];
  guint8 order[SOULS_N_DRIVERS];
} SoulsState;

G_STATIC_ASSERT (SOULS_N_DRIVERS <= 64);

gboolean souls_state_equal         (const SoulsState       *a,
                                    const SoulsState       *b);
gboolean souls_state_is_changed    (const SoulsState       *self,
                                    SoulsDriver             driver);
int      souls_state_get_n_changed (const SoulsState       *self);
void     souls_state_set           (SoulsState             *self,
                                    const SoulsCalibration *calibration,
                                    SoulsDriver             driver,
                                    double                  value);
void     souls_state_reset         (SoulsState             *self,
                                    SoulsDriver             driver);
void     souls_state_reset_all     (SoulsState             *self);
double   souls_state_get           (const SoulsState       *self,
                                    const SoulsCalibration *calibration,
                                    SoulsDriver             driver);
void     souls_state_fit           (SoulsState             *self,
                                    const SoulsCalibration *calibration);
int      souls_state_get_moves     (const SoulsState       *self,
                                    SoulsDriver             moves[SOULS_N_DRIVERS]);
void     souls_state_get_drivers   (const SoulsState       *self,
                                    const SoulsCalibration *calibration,
                                    SoulsDrivers           *drivers);

G_END_DECLS
