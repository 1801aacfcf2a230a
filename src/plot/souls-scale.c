/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "souls-scale.h"

#include <math.h>

/* Under this many px a whole-px step would waste too much of the width. */
#define MIN_WHOLE_STEP 12.0

static const double round_steps[] = { 1.0, 2.0, 2.5, 5.0 };

/**
 * souls_range_empty:
 *
 * The range that holds nothing, to which values are then included.
 */
SoulsRange
souls_range_empty (void)
{
  return (SoulsRange) { HUGE_VAL, -HUGE_VAL };
}

/**
 * souls_range_is_empty:
 *
 * Whether a range holds no value.
 */
gboolean
souls_range_is_empty (SoulsRange range)
{
  return !(range.min <= range.max);
}

/**
 * souls_range_include:
 *
 * Widens a range to hold a value. Values that are not finite change nothing.
 */
SoulsRange
souls_range_include (SoulsRange range,
                     double     value)
{
  if (isfinite (value))
    {
      range.min = MIN (range.min, value);
      range.max = MAX (range.max, value);
    }
  return range;
}

/**
 * souls_range_union:
 *
 * The smallest range that holds both.
 */
SoulsRange
souls_range_union (SoulsRange a,
                   SoulsRange b)
{
  return (SoulsRange) { MIN (a.min, b.min), MAX (a.max, b.max) };
}

/**
 * souls_range_mix:
 * @t: 0 gives @from, 1 gives @to
 *
 * A range on the way between two, for easing an axis.
 */
SoulsRange
souls_range_mix (SoulsRange from,
                 SoulsRange to,
                 double     t)
{
  if (souls_range_is_empty (from))
    return to;
  if (souls_range_is_empty (to))
    return from;
  return (SoulsRange) { from.min * (1.0 - t) + to.min * t, from.max * (1.0 - t) + to.max * t };
}

/* The step number @index of the endless row 1, 2, 2.5, 5, 10, 20, 25 … */
static double
get_round_step (int index)
{
  int decade = (int) floor (index / 4.0);
  double base = round_steps[index - 4 * decade];

  /* Dividing by an exact power keeps 0.1, 0.2 … the closest doubles. */
  return decade >= 0 ? base * pow (10.0, decade) : base / pow (10.0, -decade);
}

static int
find_step_below (double step)
{
  int index = 4 * (int) floor (log10 (step));

  while (get_round_step (index) > step)
    index--;
  return index;
}

/* A hair more than the rounding error of a division, so that 0.3 / 0.1 counts as 3. */
static double
floor_multiple (double value,
                double step)
{
  return floor (value / step + 1e-9);
}

static double
ceil_multiple (double value,
               double step)
{
  return ceil (value / step - 1e-9);
}

/* A range as the public functions get it is made usable: not empty, finite, of some length. */
static SoulsRange
make_usable (SoulsRange range)
{
  double size;

  if (souls_range_is_empty (range) || !isfinite (range.max - range.min))
    return (SoulsRange) { 0.0, 1.0 };

  size = MAX (fabs (range.min), fabs (range.max));
  if (size < 1e-300)
    return (SoulsRange) { 0.0, 1.0 };
  if (range.max - range.min > size * 1e-9)
    return range;
  if (range.max > 0.0)
    return (SoulsRange) { MIN (range.min, 0.0), range.max };
  return (SoulsRange) { range.min, 0.0 };
}

static guint
count_ticks (SoulsRange range,
             double     step)
{
  double n = floor_multiple (range.max, step) - ceil_multiple (range.min, step) + 1.0;

  return n > 1000.0 ? 1000 : (guint) MAX (n, 0.0);
}

/**
 * souls_ticks:
 * @range: the axis, as it is: it needn't be round
 * @max_ticks: at most this many, 1 … %SOULS_MAX_TICKS
 *
 * Chooses the round values to be written at an axis: multiples of the smallest step of
 * 1, 2, 2.5 or 5 × 10^n that gives no more than @max_ticks. Zero is among them wherever it is in
 * @range.
 */
SoulsTicks
souls_ticks (SoulsRange range,
             guint      max_ticks)
{
  SoulsTicks ticks = { 0 };
  int index;
  double first;

  range = make_usable (range);
  max_ticks = CLAMP (max_ticks, 1, SOULS_MAX_TICKS);
  index = find_step_below ((range.max - range.min) / (max_ticks + 1));
  while (count_ticks (range, get_round_step (index)) > max_ticks)
    index++;

  ticks.step = get_round_step (index);
  ticks.n = count_ticks (range, ticks.step);
  first = ceil_multiple (range.min, ticks.step);
  for (guint i = 0; i < ticks.n; i++)
    ticks.value[i] = (first + i) * ticks.step + 0.0;
  return ticks;
}

/**
 * souls_range_round:
 * @range: the values to be shown; zero is added, for bars and money start there
 * @max_ticks: as given to souls_ticks() later
 *
 * Widens a range to a round one that holds zero: its ends are multiples of half the step that
 * souls_ticks() will choose, so that no value is far from the end of the axis. Rounding a rounded
 * range changes nothing.
 */
SoulsRange
souls_range_round (SoulsRange range,
                   guint      max_ticks)
{
  SoulsRange wide;
  int index;

  range = make_usable (range);
  range = souls_range_include (range, 0.0);
  max_ticks = CLAMP (max_ticks, 1, SOULS_MAX_TICKS);
  index = find_step_below ((range.max - range.min) / (max_ticks + 1));

  for (;; index++)
    {
      double half = get_round_step (index) / 2.0;

      wide.min = floor (range.min / half + 1e-9) * half + 0.0;
      wide.max = ceil (range.max / half - 1e-9) * half + 0.0;
      if (count_ticks (wide, 2.0 * half) <= max_ticks)
        return wide;
    }
}

/**
 * souls_linear_scale:
 * @domain: data range; one that is empty or a point is widened to hold zero, and else one
 * @at_min: px of the lower end
 * @at_max: px of the upper end
 *
 * Makes a scale that maps data to px in a straight line.
 */
SoulsLinearScale
souls_linear_scale (SoulsRange domain,
                    double     at_min,
                    double     at_max)
{
  return (SoulsLinearScale) { make_usable (domain), at_min, at_max };
}

/**
 * souls_linear_scale_map:
 *
 * Where a value lies, px. Values outside the domain lie outside; NAN stays NAN.
 */
double
souls_linear_scale_map (const SoulsLinearScale *self,
                        double                  value)
{
  double t = (value - self->domain.min) / (self->domain.max - self->domain.min);

  return self->at_min + t * (self->at_max - self->at_min);
}

/**
 * souls_linear_scale_invert:
 *
 * The value that lies at a px.
 */
double
souls_linear_scale_invert (const SoulsLinearScale *self,
                           double                  px)
{
  double length = self->at_max - self->at_min;
  double t = length != 0.0 ? (px - self->at_min) / length : 0.0;

  return self->domain.min + t * (self->domain.max - self->domain.min);
}

/**
 * souls_band_scale:
 * @n: number of bands
 * @from: px where the row begins
 * @to: px where it ends
 * @fill: part of a step that the band fills; held to 0.5 … 1
 *
 * Divides a width evenly among categories or years.
 */
SoulsBandScale
souls_band_scale (guint  n,
                  double from,
                  double to,
                  double fill)
{
  SoulsBandScale self = { from, MAX (to - from, 0.0) / MAX (n, 1), 0.0, n };

  fill = CLAMP (fill, 0.5, 1.0);
  self.band = self.step * fill;
  if (self.step >= MIN_WHOLE_STEP)
    {
      self.step = floor (self.step);
      self.band = MIN (ceil (self.step * fill), self.step);
      /* An even rest on both sides, so that a band begins on a whole px if the row does. */
      if (fmod (self.step - self.band, 2.0) != 0.0)
        self.band = MIN (self.band + 1.0, self.step);
      self.start = from + floor ((to - from - self.step * n) / 2.0);
    }
  return self;
}

/**
 * souls_band_scale_start:
 *
 * The px where band @index begins; it is @self.band wide.
 */
double
souls_band_scale_start (const SoulsBandScale *self,
                        guint                 index)
{
  return self->start + index * self->step + (self->step - self->band) / 2.0;
}

/**
 * souls_band_scale_center:
 *
 * The px of the middle of band @index.
 */
double
souls_band_scale_center (const SoulsBandScale *self,
                         guint                 index)
{
  return self->start + (index + 0.5) * self->step;
}

/**
 * souls_band_scale_invert:
 *
 * The band whose step holds a px, or -1 outside.
 */
int
souls_band_scale_invert (const SoulsBandScale *self,
                         double                px)
{
  double index;

  if (self->step <= 0.0)
    return -1;
  index = floor ((px - self->start) / self->step);
  return index >= 0.0 && index < self->n ? (int) index : -1;
}

/**
 * souls_band_scale_every:
 * @label_width: px of the widest label
 * @gap: least px between two labels
 *
 * How many steps to go from one label to the next, so that none touch: 1, 2, 5, 10, 20, 50 …
 */
guint
souls_band_scale_every (const SoulsBandScale *self,
                        double                label_width,
                        double                gap)
{
  static const guint factors[] = { 1, 2, 5 };
  guint decade = 1;

  if (self->step <= 0.0)
    return MAX (self->n, 1);
  for (;; decade *= 10)
    for (guint i = 0; i < G_N_ELEMENTS (factors); i++)
      {
        guint every = factors[i] * decade;

        if (every * self->step >= label_width + gap || every >= self->n)
          return every;
      }
}
