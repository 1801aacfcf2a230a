/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <float.h>
#include <math.h>

#include "souls-scale.h"

/* Ranges as they come: mixed signs and sizes, and what a broken chart might ask for. */
static SoulsRange
make_range (GRand *rand)
{
  double size = pow (10.0, g_rand_double_range (rand, -6.0, 9.0));
  double a = g_rand_double_range (rand, -1.0, 1.0) * size;
  double b = g_rand_double_range (rand, -1.0, 1.0) * size;

  return (SoulsRange) { MIN (a, b), MAX (a, b) };
}

static gboolean
is_round_step (double step)
{
  double mantissa = step / pow (10.0, floor (log10 (step) + 1e-9));

  return fabs (mantissa - 1.0) < 1e-9 || fabs (mantissa - 2.0) < 1e-9 ||
         fabs (mantissa - 2.5) < 1e-9 || fabs (mantissa - 5.0) < 1e-9;
}

static void
check_ticks (SoulsRange range,
             guint      most)
{
  SoulsTicks ticks = souls_ticks (range, most);

  g_assert_cmpuint (ticks.n, >=, 1);
  g_assert_cmpuint (ticks.n, <=, most);
  g_assert_true (is_round_step (ticks.step));
  for (guint i = 0; i < ticks.n; i++)
    {
      double multiple = ticks.value[i] / ticks.step;

      g_assert_cmpfloat (fabs (multiple - round (multiple)), <, 1e-6);
      g_assert_cmpfloat (ticks.value[i], >=, range.min - ticks.step * 1e-6);
      g_assert_cmpfloat (ticks.value[i], <=, range.max + ticks.step * 1e-6);
      g_assert_false (ticks.value[i] == 0.0 && signbit (ticks.value[i]));
      if (i > 0)
        g_assert_cmpfloat_with_epsilon (ticks.value[i] - ticks.value[i - 1], ticks.step,
                                        ticks.step * 1e-6);
    }
}

static void
test_ticks_random (void)
{
  GRand *rand = g_rand_new_with_seed (1);

  for (int i = 0; i < 20000; i++)
    check_ticks (make_range (rand), 1 + (guint) i % SOULS_MAX_TICKS);
  g_rand_free (rand);
}

static void
test_ticks_known (void)
{
  static const struct
  {
    SoulsRange range;
    guint most;
    guint n;
    double first;
    double step;
  } rows[] = {
    { { 0.0, 100.0 }, 5, 5, 0.0, 25.0 },
    { { 0.0, 80000.0 }, 5, 5, 0.0, 20000.0 },
    { { -10000.0, 80000.0 }, 5, 5, 0.0, 20000.0 },
    { { 0.0, 1.0 }, 5, 5, 0.0, 0.25 },
    { { -0.3, 0.3 }, 5, 3, -0.2, 0.2 },
    { { 0.0, 45.0 }, 5, 5, 0.0, 10.0 },
    { { 0.0, 100.0 }, 3, 3, 0.0, 50.0 },
    { { 2014.0, 2025.0 }, 5, 5, 2015.0, 2.5 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      SoulsTicks ticks = souls_ticks (rows[i].range, rows[i].most);

      g_assert_cmpuint (ticks.n, ==, rows[i].n);
      g_assert_cmpfloat_with_epsilon (ticks.value[0], rows[i].first, 1e-9);
      g_assert_cmpfloat_with_epsilon (ticks.step, rows[i].step, 1e-9);
    }
}

static void
test_ticks_odd (void)
{
  const SoulsRange rows[] = {
    { 1.0, 0.0 }, { 0.0, 0.0 }, { 5.0, 5.0 }, { -5.0, -5.0 }, { NAN, NAN }, { 0.0, NAN },
    { -HUGE_VAL, HUGE_VAL }, { 0.0, HUGE_VAL }, { -DBL_MAX, DBL_MAX }, { 0.0, DBL_MIN },
    { 1e15, 1e15 + 0.125 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    for (guint most = 0; most < 9; most++)
      {
        SoulsTicks ticks = souls_ticks (rows[i], most);
        SoulsRange wide = souls_range_round (rows[i], most);

        g_assert_cmpuint (ticks.n, >=, 1);
        g_assert_cmpuint (ticks.n, <=, CLAMP (most, 1, SOULS_MAX_TICKS));
        g_assert_true (isfinite (ticks.step) && ticks.step > 0.0);
        g_assert_true (isfinite (wide.min) && isfinite (wide.max) && wide.min < wide.max);
      }
}

/* Round, holds the values and zero, wastes less than a step on either side, shows zero as a tick,
 * and is at rest. */
static void
test_range_round (void)
{
  GRand *rand = g_rand_new_with_seed (2);

  for (int i = 0; i < 20000; i++)
    {
      guint most = 2 + (guint) i % (SOULS_MAX_TICKS - 1);
      SoulsRange range = make_range (rand);
      SoulsRange wide = souls_range_round (range, most);
      SoulsRange again = souls_range_round (wide, most);
      SoulsTicks ticks = souls_ticks (wide, most);
      double slack = ticks.step * 1e-6;
      gboolean zero = FALSE;

      g_assert_cmpfloat (wide.min, <=, MIN (range.min, 0.0) + slack);
      g_assert_cmpfloat (wide.max, >=, MAX (range.max, 0.0) - slack);
      g_assert_cmpfloat (MIN (range.min, 0.0) - wide.min, <, ticks.step);
      g_assert_cmpfloat (wide.max - MAX (range.max, 0.0), <, ticks.step);
      g_assert_cmpfloat (wide.min, ==, again.min);
      g_assert_cmpfloat (wide.max, ==, again.max);
      for (guint t = 0; t < ticks.n; t++)
        zero |= ticks.value[t] == 0.0;
      g_assert_true (zero);
    }
  g_rand_free (rand);
}

static void
test_range_include (void)
{
  SoulsRange range = souls_range_empty ();

  g_assert_true (souls_range_is_empty (range));
  range = souls_range_include (range, NAN);
  range = souls_range_include (range, HUGE_VAL);
  g_assert_true (souls_range_is_empty (range));
  range = souls_range_include (range, 3.0);
  g_assert_false (souls_range_is_empty (range));
  range = souls_range_include (range, -2.0);
  g_assert_cmpfloat (range.min, ==, -2.0);
  g_assert_cmpfloat (range.max, ==, 3.0);

  range = souls_range_union (range, (SoulsRange) { 2.0, 7.0 });
  g_assert_cmpfloat (range.min, ==, -2.0);
  g_assert_cmpfloat (range.max, ==, 7.0);
  range = souls_range_union (range, souls_range_empty ());
  g_assert_cmpfloat (range.max, ==, 7.0);
}

static void
test_range_mix (void)
{
  SoulsRange from = { -1.0, 10.0 };
  SoulsRange to = { 0.0, 20.0 };
  SoulsRange half = souls_range_mix (from, to, 0.5);

  g_assert_cmpfloat (half.min, ==, -0.5);
  g_assert_cmpfloat (half.max, ==, 15.0);
  g_assert_cmpfloat (souls_range_mix (from, to, 0.0).max, ==, from.max);
  g_assert_cmpfloat (souls_range_mix (from, to, 1.0).max, ==, to.max);
  g_assert_cmpfloat (souls_range_mix (souls_range_empty (), to, 0.5).max, ==, to.max);
  g_assert_cmpfloat (souls_range_mix (from, souls_range_empty (), 0.5).max, ==, from.max);
}

static void
test_linear_round_trip (void)
{
  GRand *rand = g_rand_new_with_seed (3);

  for (int i = 0; i < 5000; i++)
    {
      SoulsRange range = make_range (rand);
      SoulsLinearScale scale = souls_linear_scale (range, g_rand_double_range (rand, 100.0, 900.0),
                                                   g_rand_double_range (rand, 0.0, 90.0));
      double size = range.max - range.min;
      double value = range.min + g_rand_double (rand) * size;
      double px = souls_linear_scale_map (&scale, value);

      g_assert_cmpfloat_with_epsilon (souls_linear_scale_invert (&scale, px), value, size * 1e-9);
      g_assert_cmpfloat_with_epsilon (souls_linear_scale_map (&scale, range.min), scale.at_min,
                                      1e-9);
      g_assert_cmpfloat_with_epsilon (souls_linear_scale_map (&scale, range.max), scale.at_max,
                                      1e-9);
      g_assert_true (px <= scale.at_min + 1e-9 && px >= scale.at_max - 1e-9);
    }
  g_assert_true (isnan (souls_linear_scale_map (&(SoulsLinearScale) { { 0, 1 }, 0, 1 }, NAN)));
  g_rand_free (rand);
}

static void
test_linear_odd (void)
{
  const SoulsRange rows[] = { { 1.0, 0.0 }, { 4.0, 4.0 }, { 0.0, 0.0 }, { NAN, 1.0 } };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      SoulsLinearScale scale = souls_linear_scale (rows[i], 100.0, 0.0);

      g_assert_true (isfinite (souls_linear_scale_map (&scale, 2.0)));
      g_assert_true (isfinite (souls_linear_scale_invert (&scale, 50.0)));
    }
}

static void
test_band_properties (void)
{
  GRand *rand = g_rand_new_with_seed (4);

  for (int i = 0; i < 5000; i++)
    {
      guint n = (guint) g_rand_int_range (rand, 1, 40);
      double from = (double) g_rand_int_range (rand, 0, 100);
      double to = from + g_rand_double_range (rand, 40.0, 2000.0);
      double fill = g_rand_double_range (rand, 0.3, 1.2);
      SoulsBandScale bands = souls_band_scale (n, from, to, fill);

      g_assert_cmpfloat (bands.band, >=, bands.step / 2.0 - 1e-9);
      g_assert_cmpfloat (bands.band, <=, bands.step + 1e-9);
      g_assert_cmpfloat (souls_band_scale_start (&bands, 0), >=, from - 1e-9);
      g_assert_cmpfloat (souls_band_scale_start (&bands, n - 1) + bands.band, <=, to + 1e-9);
      for (guint b = 0; b < n; b++)
        {
          double start = souls_band_scale_start (&bands, b);

          g_assert_cmpint (souls_band_scale_invert (&bands, start + bands.band / 2.0), ==, (int) b);
          g_assert_cmpfloat_with_epsilon (souls_band_scale_center (&bands, b),
                                          start + bands.band / 2.0, 1e-9);
          if (bands.step >= 12.0)
            g_assert_cmpfloat (start, ==, floor (start));
        }
      to = bands.start + bands.step * n;
      g_assert_cmpint (souls_band_scale_invert (&bands, bands.start - 1.0), ==, -1);
      g_assert_cmpint (souls_band_scale_invert (&bands, to + 1.0), ==, -1);
    }
  g_rand_free (rand);
}

static void
test_band_every (void)
{
  static const struct
  {
    guint n;
    double width;
    double label;
    guint every;
  } rows[] = {
    { 22, 880.0, 30.0, 1 }, { 22, 660.0, 30.0, 2 }, { 22, 330.0, 30.0, 5 },
    { 22, 110.0, 30.0, 10 }, { 3, 30.0, 100.0, 5 }, { 1, 10.0, 500.0, 1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      SoulsBandScale bands = souls_band_scale (rows[i].n, 0.0, rows[i].width, 0.7);

      g_assert_cmpuint (souls_band_scale_every (&bands, rows[i].label, 6.0), ==, rows[i].every);
    }
  g_assert_cmpuint (souls_band_scale_every (&(SoulsBandScale) { 0 }, 30.0, 6.0), ==, 1);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/plot/scale/ticks-random", test_ticks_random);
  g_test_add_func ("/plot/scale/ticks-known", test_ticks_known);
  g_test_add_func ("/plot/scale/ticks-odd", test_ticks_odd);
  g_test_add_func ("/plot/scale/range-round", test_range_round);
  g_test_add_func ("/plot/scale/range-include", test_range_include);
  g_test_add_func ("/plot/scale/range-mix", test_range_mix);
  g_test_add_func ("/plot/scale/linear-round-trip", test_linear_round_trip);
  g_test_add_func ("/plot/scale/linear-odd", test_linear_odd);
  g_test_add_func ("/plot/scale/band-properties", test_band_properties);
  g_test_add_func ("/plot/scale/band-every", test_band_every);
  return g_test_run ();
}
