/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "souls-calibration.h"
#include "souls-metrics.h"

G_BEGIN_DECLS

#define SOULS_MAX_HORIZON 20
#define SOULS_MAX_YEARS (SOULS_MAX_HORIZON + 1)
#define SOULS_MAX_PHASE_IN 10
#define SOULS_MAX_HISTORY 40

/**
 * SoulsRung:
 *
 * How "without AWS" is meant; each rung is at most the one before.
 */
typedef enum
{
  SOULS_RUNG_ARITHMETIC,
  SOULS_RUNG_STRANDED,
  SOULS_RUNG_TRANSFER_PRICE,
  SOULS_RUNG_DISSYNERGIES,
  SOULS_RUNG_ONE_TIME,
  SOULS_N_RUNGS
} SoulsRung;

const char *souls_rung_id          (SoulsRung   rung);
const char *souls_rung_name        (SoulsRung   rung);
const char *souls_rung_explanation (SoulsRung   rung);
gboolean    souls_rung_from_id     (const char *id,
                                    SoulsRung  *rung);
SoulsMetric souls_rung_metric      (SoulsRung   rung);

/**
 * SoulsSettings:
 * @horizon: projected years, 1 … 20
 * @phase_in: years until a phased driver reaches its target, 1 … 10
 * @rung: which "without AWS" the metric `without-aws` is
 *
 * What a scenario says beside its drivers.
 */
typedef struct
{
  int horizon;
  int phase_in;
  SoulsRung rung;
} SoulsSettings;

#define SOULS_SETTINGS_DEFAULT ((SoulsSettings) { .horizon = 10, .phase_in = 3, .rung = SOULS_RUNG_ARITHMETIC })

gboolean souls_settings_check (const SoulsSettings *settings,
                               GError             **error);

/**
 * SoulsResults:
 * @base_year: fiscal year of t = 0
 * @horizon: the last t
 * @value: by series, then by t from 0 to @horizon; US$ million, fractions or days; NAN stands for null. Entries after
 *   @horizon are undefined.
 *
 * A projection. Plain memory: may be copied.
 */
typedef struct
{
  int base_year;
  int horizon;
  double value[SOULS_N_SERIES][SOULS_MAX_YEARS];
} SoulsResults;

/**
 * SoulsHistory:
 * @first_year: fiscal year of index 0
 * @n_years: how many consecutive fiscal years
 * @value: by series, then by year: each offered base year at t = 0
 *
 * What the filings give, year by year, in the model's own metrics.
 */
typedef struct
{
  int first_year;
  int n_years;
  double value[SOULS_N_SERIES][SOULS_MAX_HISTORY];
} SoulsHistory;

void   souls_project         (const SoulsCalibration *calibration,
                              const SoulsSettings    *settings,
                              const SoulsDrivers     *drivers,
                              SoulsResults           *results);
double souls_driver_at       (const SoulsCalibration *calibration,
                              const SoulsSettings    *settings,
                              const SoulsDrivers     *drivers,
                              SoulsDriver             driver,
                              int                     t);
void   souls_history_compute (const SoulsCalibration *calibrations,
                              int                     n_calibrations,
                              const SoulsCalibration *base,
                              const SoulsSettings    *settings,
                              const SoulsDrivers     *drivers,
                              SoulsHistory           *history);

/**
 * SoulsBand:
 *
 * A driver's plausible lowest and highest value, in the model's unit, and where they come from.
 */
typedef enum
{
  SOULS_BAND_BELIEF,     /* the belief's own low and high */
  SOULS_BAND_HISTORY,    /* 10th and 90th percentile of what history implies */
  SOULS_BAND_ASSUMED,    /* a rule of thumb of ours */
  SOULS_BAND_NONE,       /* no width: nothing to vary */
  SOULS_BAND_OWN,        /* the user's */
} SoulsBandOrigin;

typedef struct
{
  double low;
  double high;
  SoulsBandOrigin origin;
} SoulsBand;

void   souls_bands_compute   (const SoulsCalibration *calibrations,
                              int                     n_calibrations,
                              const SoulsCalibration *base,
                              SoulsBand               bands[SOULS_N_DRIVERS]);

/* By which rule: whether a band of history goes from its lowest to its highest value, not by percentiles; and how far a band of
 * ours goes to each side: in @unit points (as a fraction), days, or percent of the baseline (as a fraction). */
gboolean souls_band_spans_history  (SoulsDriver  driver);
double   souls_band_assumed_width  (SoulsDriver  driver,
                                    SoulsUnit   *unit);

/* Why moving a driver does nothing at present: a sentence marked for translation, or NULL where it does something. */
const char *souls_driver_without_effect (const SoulsCalibration *calibration,
                                         const SoulsSettings    *settings,
                                         const SoulsDrivers     *drivers,
                                         SoulsDriver             driver);

/**
 * SoulsTie:
 *
 * One line of the tie-out: a figure as filed, as the model gives it at t = 0, and whether they differ.
 */
typedef struct
{
  const char *id;
  const char *name;
  int figure;             /* SoulsFigure whose source is the line's source */
  double filing;          /* US$ million */
  double model;           /* US$ million */
  double difference;      /* rounded to the million */
} SoulsTie;

#define SOULS_MAX_TIES 48

int souls_tie_out (const SoulsCalibration *calibration,
                   SoulsTie                ties[SOULS_MAX_TIES]);

G_END_DECLS
