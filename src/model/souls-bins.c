/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "souls-bins.h"

#include <math.h>

#include "souls-lanes.h"

/**
 * souls_sums_add:
 * @values: (array length=n)
 * @n: a multiple of %SOULS_SUM_LANES
 * @pivot: near the mean, so that nothing cancels
 *
 * The same bits on every processor: each lane of a group has its own sum.
 */
SOULS_FOR_EVERY_PROCESSOR void
souls_sums_add (SoulsSums    *self,
                const double *values,
                gsize         n,
                double        pivot)
{
  double sum[SOULS_SUM_LANES] = { 0 };
  double squares[SOULS_SUM_LANES] = { 0 };
  gint64 known = 0;
  gint64 positive = 0;

  for (gsize i = 0; i < n; i += SOULS_SUM_LANES)
    {
      const double *group = values + i;

      for (int l = 0; l < SOULS_SUM_LANES; l++)
        {
          const double difference = group[l] == group[l] ? group[l] - pivot : 0;

          sum[l] += difference;
          squares[l] += difference * difference;
        }
      for (int l = 0; l < SOULS_SUM_LANES; l++)
        {
          known += group[l] == group[l];
          positive += group[l] > 0;
        }
    }
  for (int half = SOULS_SUM_LANES / 2; half > 0; half /= 2)
    for (int l = 0; l < half; l++)
      {
        sum[l] += sum[l + half];
        squares[l] += squares[l + half];
      }
  self->sum += sum[0];
  self->squares += squares[0];
  self->known += known;
  self->positive += positive;
}

/**
 * souls_bins_cover:
 * @values: (array length=n)
 * @n: a multiple of %SOULS_SUM_LANES
 *
 * Spreads the bins over all the values.
 */
SOULS_FOR_EVERY_PROCESSOR void
souls_bins_cover (SoulsBins    *self,
                  const double *values,
                  gsize         n)
{
  double low[SOULS_SUM_LANES];
  double high[SOULS_SUM_LANES];

  for (int l = 0; l < SOULS_SUM_LANES; l++)
    {
      low[l] = INFINITY;
      high[l] = -INFINITY;
    }
  for (gsize i = 0; i < n; i += SOULS_SUM_LANES)
    for (int l = 0; l < SOULS_SUM_LANES; l++)
      {
        const double value = values[i + (gsize) l];

        low[l] = value < low[l] ? value : low[l];
        high[l] = value > high[l] ? value : high[l];
      }
  for (int l = 1; l < SOULS_SUM_LANES; l++)
    {
      low[0] = MIN (low[0], low[l]);
      high[0] = MAX (high[0], high[l]);
    }
  souls_bins_set_range (self, low[0], high[0]);
  self->atom = NAN;
}

/**
 * souls_bins_place:
 * @places: (out caller-allocates) (array length=n): the place of each value
 */
SOULS_FOR_EVERY_PROCESSOR void
souls_bins_place (const SoulsBins *self,
                  const double    *values,
                  gsize            n,
                  gint32          *places)
{
  const double low = self->low;
  const double scale = self->scale;
  const double atom = self->atom;

  for (gsize i = 0; i < n; i++)
    {
      const double value = values[i];
      double place = (value - low) * scale;

      place = place > 0 ? place : 0;
      place = place < SOULS_N_BINS - 1 ? place : SOULS_N_BINS - 1;
      place = value == atom ? SOULS_PLACE_ATOM : place;
      place = value == value ? place : SOULS_PLACE_NULL;
      places[i] = (gint32) place;
    }
}
