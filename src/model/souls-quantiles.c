/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "souls-quantiles.h"

#include <math.h>
#include <string.h>

G_STATIC_ASSERT ((SOULS_N_BINS & (SOULS_N_BINS - 1)) == 0);

#define SMALL 16                 /* below this many, sorting by insertion is quickest */
#define REACH 6.0                /* how far bins go beyond the quartiles, in distances between them */
#define ATOM_PART 64             /* of a sample: that many equal values are no accident */

/* Adds with what rounding loses carried along. */
static void
add_exactly (double *sum,
             double *lost,
             double  value)
{
  const double corrected = value - *lost;
  const double next = *sum + corrected;

  *lost = (next - *sum) - corrected;
  *sum = next;
}

/**
 * souls_sums_merge:
 * @others: the first of @n, each @stride after the one before
 */
void
souls_sums_merge (SoulsSums       *self,
                  const SoulsSums *others,
                  gsize            n,
                  gsize            stride)
{
  double lost = 0;
  double lost_squares = 0;

  *self = (SoulsSums) { 0 };
  for (gsize i = 0; i < n; i++)
    {
      const SoulsSums *other = &others[i * stride];

      add_exactly (&self->sum, &lost, other->sum);
      add_exactly (&self->squares, &lost_squares, other->squares);
      self->known += other->known;
      self->positive += other->positive;
    }
}

static void
insert_all (double *values,
            gsize   n)
{
  for (gsize i = 1; i < n; i++)
    {
      const double value = values[i];
      gsize j = i;

      for (; j > 0 && values[j - 1] > value; j--)
        values[j] = values[j - 1];
      values[j] = value;
    }
}

static double
find_middle (double a,
             double b,
             double c)
{
  return a < b ? (b < c ? b : MAX (a, c)) : (a < c ? a : MAX (b, c));
}

/**
 * souls_sort_doubles:
 * @values: (array length=n) (inout): none NAN; ascending afterwards
 *
 * Quicker than a sort that has to ask for each pair.
 */
void
souls_sort_doubles (double *values,
                    gsize   n)
{
  while (n > SMALL)
    {
      const double middle = find_middle (values[0], values[n / 2], values[n - 1]);
      double *low = values;
      double *high = values + n - 1;

      while (low <= high)
        {
          while (*low < middle)
            low++;
          while (*high > middle)
            high--;
          if (low <= high)
            {
              const double value = *low;

              *low++ = *high;
              *high-- = value;
            }
        }
      /* The longer part goes on in this loop, so that calls never nest deep. */
      if (high - values < values + n - low)
        {
          souls_sort_doubles (values, (gsize) (high - values + 1));
          n = (gsize) (values + n - low);
          values = low;
        }
      else
        {
          souls_sort_doubles (low, (gsize) (values + n - low));
          n = (gsize) (high - values + 1);
        }
    }
  insert_all (values, n);
}

/* From one value to another, neither of them shut out. */
void
souls_bins_set_range (SoulsBins *self,
                      double     low,
                      double     high)
{
  const double scale = (SOULS_N_BINS - 1) / (high - low);

  self->low = low;
  self->scale = high > low && isfinite (scale) ? scale : 0;
}

/* The value that comes most often in a sorted sample, if that is no accident. */
static double
find_atom (const double *sorted,
           gsize         n)
{
  const gsize least = MAX (n / ATOM_PART, 2);
  double atom = NAN;
  gsize most = least - 1;
  gsize first = 0;

  for (gsize i = 1; i <= n; i++)
    if (i == n || sorted[i] != sorted[first])
      {
        if (i - first > most)
          {
            atom = sorted[first];
            most = i - first;
          }
        first = i;
      }
  return atom;
}

/**
 * souls_bins_guess:
 * @sample: (array length=n) (inout): some of the values; sorted afterwards
 *
 * Spreads the bins over where most values are, to judge by a sample of them.
 */
void
souls_bins_guess (SoulsBins *self,
                  double    *sample,
                  gsize      n)
{
  gsize known = 0;
  double width;
  double quarter;
  double three_quarters;

  for (gsize i = 0; i < n; i++)
    if (!isnan (sample[i]))
      sample[known++] = sample[i];
  *self = (SoulsBins) { .low = 0, .scale = 0, .atom = NAN };
  if (known == 0)
    return;
  souls_sort_doubles (sample, known);
  quarter = sample[known / 4];
  three_quarters = sample[known * 3 / 4];
  width = REACH * (three_quarters - quarter);
  if (width > 0)
    souls_bins_set_range (self, MAX (sample[0], quarter - width), MIN (sample[known - 1], three_quarters + width));
  else
    souls_bins_set_range (self, sample[0], sample[known - 1]);
  self->atom = find_atom (sample, known);
}

void
souls_order_clear (SoulsOrder *self)
{
  g_clear_pointer (&self->values, g_free);
  self->capacity = 0;
}

/* The bin that an atom would be in if it were a value like others. */
static int
find_atom_bin (const SoulsBins *bins)
{
  const SoulsBins plain = { bins->low, bins->scale, NAN };
  gint32 place;

  souls_bins_place (&plain, &bins->atom, 1, &place);
  return place;
}

/**
 * souls_order_count:
 * @counts: (array length=%SOULS_N_PLACES): how many values there are by place
 *
 * Learns where every rank is to be found.
 */
void
souls_order_count (SoulsOrder      *self,
                   const SoulsBins *bins,
                   const guint32   *counts)
{
  gint64 before = 0;

  self->bins = *bins;
  self->n_atoms = counts[SOULS_PLACE_ATOM];
  self->atom_bin = self->n_atoms > 0 ? find_atom_bin (bins) : -1;
  for (int bin = 0; bin < SOULS_N_BINS; bin++)
    {
      self->before[bin] = before;
      before += counts[bin] + (bin == self->atom_bin ? self->n_atoms : 0);
    }
  self->before[SOULS_N_BINS] = before;
  self->n = before;
}

/**
 * souls_order_find_bin:
 * @rank: from 0, below the number of values
 *
 * Returns: the bin that holds the value of a rank
 */
int
souls_order_find_bin (const SoulsOrder *self,
                      gint64            rank)
{
  int bin = 0;

  /* Halving without branches: nothing for the processor to guess. */
  for (int half = SOULS_N_BINS / 2; half > 0; half /= 2)
    bin += self->before[bin + half] <= rank ? half : 0;
  return bin;
}

/* How many values of a bin are kept: atoms never are. */
static gint64
count_kept (const SoulsOrder *self,
            int               bin)
{
  return self->before[bin + 1] - self->before[bin] - (bin == self->atom_bin ? self->n_atoms : 0);
}

/**
 * souls_order_start:
 * @wanted: (nullable) (array length=%SOULS_N_BINS): 1 for the bins whose values will be added; %NULL for all
 *
 * Makes room for the values that souls_order_add() will bring.
 */
void
souls_order_start (SoulsOrder   *self,
                   const guint8 *wanted)
{
  guint32 offset = 0;

  for (int bin = 0; bin < SOULS_N_BINS; bin++)
    {
      self->held[bin] = wanted == NULL || wanted[bin] != 0;
      self->offset[bin] = offset;
      if (self->held[bin])
        offset += (guint32) count_kept (self, bin);
    }
  self->offset[SOULS_N_BINS] = offset;
  memset (self->sorted, 0, sizeof self->sorted);
  if (offset > self->capacity)
    {
      g_free (self->values);
      self->values = g_new (double, offset);
      self->capacity = offset;
    }
}

/**
 * souls_order_add:
 * @values: (array length=n): of bins that are wanted; atoms and nulls are passed over
 * @places: (array length=n): of each
 */
void
souls_order_add (SoulsOrder   *self,
                 const double *values,
                 const gint32 *places,
                 gsize         n)
{
  for (gsize i = 0; i < n; i++)
    if (places[i] < SOULS_N_BINS)
      self->values[self->offset[places[i]]++] = values[i];
}

/* Adding has moved every offset to the next one's place. */
void
souls_order_finish (SoulsOrder *self)
{
  for (int bin = SOULS_N_BINS; bin > 0; bin--)
    self->offset[bin] = self->offset[bin - 1];
  self->offset[0] = 0;
}

static double
find_value (SoulsOrder *self,
            gint64      rank)
{
  const int bin = souls_order_find_bin (self, rank);
  const gint64 n = count_kept (self, bin);
  const gint64 place = rank - self->before[bin];
  double *values = self->values + self->offset[bin];
  gint64 lower = 0;

  g_assert (self->held[bin] || n == 0);
  if (!self->sorted[bin])
    souls_sort_doubles (values, (gsize) n);
  self->sorted[bin] = TRUE;
  if (bin != self->atom_bin)
    return values[place];
  while (lower < n && values[lower] < self->bins.atom)
    lower++;
  if (place < lower)
    return values[place];
  return place < lower + self->n_atoms ? self->bins.atom : values[place - self->n_atoms];
}

/**
 * souls_order_at:
 * @position: a rank from 0; between two, the value is between theirs; the ends hold beyond
 *
 * Returns: the order statistic; NAN where there is no value
 */
double
souls_order_at (SoulsOrder *self,
                double      position)
{
  const double inside = CLAMP (position, 0, (double) (self->n - 1));
  const gint64 below = (gint64) inside;
  const gint64 above = MIN (below + 1, self->n - 1);
  const double part = inside - (double) below;
  double low;
  double high;

  if (self->n <= 0)
    return NAN;
  low = find_value (self, below);
  high = part > 0 ? find_value (self, above) : low;
  return low + part * (high - low);
}
