/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "souls-model.h"

#include <math.h>
#include <stdlib.h>

#define MIN_YEARS 5
#define GROWTH_WIDTH 0.05
#define DAYS_WIDTH 10.0
#define RELATIVE_WIDTH 0.10

static int
compare_doubles (const void *a,
                 const void *b)
{
  const double x = *(const double *) a;
  const double y = *(const double *) b;

  return (x > y) - (x < y);
}

/* Quantile of sorted values, type 7 (linear between the order statistics). */
static double
quantile (const double *sorted,
          int           n,
          double        q)
{
  const double position = (n - 1) * q;
  const int below = (int) floor (position);
  const int above = MIN (below + 1, n - 1);

  return sorted[below] + (position - below) * (sorted[above] - sorted[below]);
}

static gboolean
belief_band (const SoulsCalibration *base,
             SoulsDriver             driver,
             SoulsBand              *band)
{
  const char *origin = souls_driver_info (driver)->origin;
  SoulsBelief belief;

  if (origin == NULL || !souls_belief_from_id (origin, &belief) ||
      !isfinite (base->beliefs.low[belief]) || !isfinite (base->beliefs.high[belief]))
    return FALSE;
  *band = (SoulsBand) { base->beliefs.low[belief], base->beliefs.high[belief], SOULS_BAND_BELIEF };
  return TRUE;
}

/**
 * souls_band_spans_history:
 *
 * A surge is rare by nature, so that its extremes count, not its percentiles.
 *
 * Returns: whether the driver's band, where it is history's, goes from the lowest to the highest value seen
 */
gboolean
souls_band_spans_history (SoulsDriver driver)
{
  return driver == SOULS_DRIVER_AWS_CAPEX_SURGE;
}

/* What the calibrated base years span. */
static gboolean
history_band (const SoulsCalibration *calibrations,
              int                     n,
              const SoulsCalibration *base,
              SoulsDriver             driver,
              SoulsBand              *band)
{
  const gboolean extremes = souls_band_spans_history (driver);
  double values[SOULS_MAX_HISTORY];

  if (souls_driver_info (driver)->origin == NULL || n < MIN_YEARS || n > SOULS_MAX_HISTORY)
    return FALSE;
  for (int i = 0; i < n; i++)
    values[i] = calibrations[i].baseline[driver];
  qsort (values, (size_t) n, sizeof *values, compare_doubles);
  *band = (SoulsBand) { quantile (values, n, extremes ? 0 : 0.1), quantile (values, n, extremes ? 1 : 0.9),
                        SOULS_BAND_HISTORY };
  return band->low <= base->baseline[driver] && base->baseline[driver] <= band->high;
}

/**
 * souls_band_assumed_width:
 * @unit: (out): what the width is in
 *
 * The rule of thumb for a driver of which neither a published estimate nor history says what is plausible.
 *
 * Returns: how far its band goes to each side: points as a fraction, days, or a fraction of the baseline for percent
 */
double
souls_band_assumed_width (SoulsDriver  driver,
                          SoulsUnit   *unit)
{
  const SoulsDriverInfo *info = souls_driver_info (driver);

  if (info->flags & SOULS_DRIVER_FADES)
    {
      *unit = SOULS_UNIT_POINTS;
      return GROWTH_WIDTH;
    }
  *unit = info->unit == SOULS_UNIT_DAYS ? SOULS_UNIT_DAYS : SOULS_UNIT_PERCENT;
  return *unit == SOULS_UNIT_DAYS ? DAYS_WIDTH : RELATIVE_WIDTH;
}

static void
assumed_band (const SoulsCalibration *base,
              SoulsDriver             driver,
              SoulsBand              *band)
{
  const double baseline = base->baseline[driver];
  SoulsUnit unit;
  double width = souls_band_assumed_width (driver, &unit);

  if (unit == SOULS_UNIT_PERCENT)
    width *= fabs (baseline);
  *band = (SoulsBand) { baseline - width, baseline + width, SOULS_BAND_ASSUMED };
}

/**
 * souls_bands_compute:
 * @calibrations: (array length=n_calibrations): every offered base year
 * @base: the scenario's base year
 * @bands: (out caller-allocates): by driver
 *
 * Finds each driver's plausible lowest and highest value: the belief's own, else what
 * history spans, else a rule of thumb; clipped to the slider's range. Section 7 of the model.
 */
void
souls_bands_compute (const SoulsCalibration *calibrations,
                     int                     n_calibrations,
                     const SoulsCalibration *base,
                     SoulsBand               bands[SOULS_N_DRIVERS])
{
  for (int i = 0; i < SOULS_N_DRIVERS; i++)
    {
      const SoulsDriver driver = (SoulsDriver) i;
      const double baseline = base->baseline[i];

      if (baseline == 0 || souls_driver_info (driver)->group == SOULS_GROUP_HORIZON)
        bands[i] = (SoulsBand) { baseline, baseline, SOULS_BAND_NONE };
      else if (!belief_band (base, driver, &bands[i]) &&
               !history_band (calibrations, n_calibrations, base, driver, &bands[i]))
        assumed_band (base, driver, &bands[i]);
      bands[i].low = CLAMP (bands[i].low, base->min[i], base->max[i]);
      bands[i].high = CLAMP (bands[i].high, base->min[i], base->max[i]);
    }
}
