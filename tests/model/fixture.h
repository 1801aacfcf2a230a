/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

#include "souls-model.h"

G_BEGIN_DECLS

#define FIXTURE_FIRST_YEAR 2014
#define FIXTURE_LAST_YEAR 2025
#define FIXTURE_N_YEARS (FIXTURE_LAST_YEAR - FIXTURE_FIRST_YEAR + 1)

/* One base year as the data files give it, and what the model makes of it. */
typedef struct
{
  int year;
  SoulsFigures figures;
  SoulsFigures previous;
  SoulsBeliefs beliefs;
} FixtureYear;

/* A scenario, whole. */
typedef struct
{
  const SoulsCalibration *c;
  SoulsSettings settings;
  SoulsDrivers drivers;
} FixtureScenario;

const FixtureYear      *fixture_year         (int year);
const SoulsCalibration *fixture_calibrations (void);
const SoulsCalibration *fixture_calibration  (int year);
JsonNode               *fixture_load_json    (const char *variable);

void                    fixture_baseline     (int              year,
                                              FixtureScenario *scenario);
void                    fixture_draw         (GRand           *source,
                                              FixtureScenario *scenario);
double                  fixture_draw_driver  (GRand                  *source,
                                              const SoulsCalibration *c,
                                              SoulsDriver             driver);
void                    fixture_run          (const FixtureScenario *scenario,
                                              SoulsResults          *results);
char                   *fixture_describe     (const FixtureScenario *scenario);

gboolean                fixture_is_rung      (SoulsMetric metric);
gboolean                fixture_is_near      (double a,
                                              double b,
                                              double scale);
gboolean                fixture_is_same      (double a,
                                              double b);

/* Fails with both numbers and the scenario where they differ by more than 1e-9 of @scale. */
#define fixture_assert_near(what, a, b, scale, scenario)                                                    \
  G_STMT_START                                                                                              \
  {                                                                                                         \
    const double a_ = (a), b_ = (b);                                                                        \
    if (!fixture_is_near (a_, b_, (scale)))                                                                 \
      g_error ("%s: %.17g, expected %.17g, in %s", what, a_, b_, fixture_describe (scenario));              \
  }                                                                                                         \
  G_STMT_END

G_END_DECLS
