/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "souls-contour.h"

#define MOST 24

typedef double (*Shape) (double x,
                         double y);

static double values[MOST * MOST];

static SoulsField
make_field (int   n_x,
            int   n_y,
            Shape shape)
{
  for (int j = 0; j < n_y; j++)
    for (int i = 0; i < n_x; i++)
      values[j * n_x + i] = shape (i, j);
  return (SoulsField) { n_x, n_y, values };
}

static double
measure (const SoulsPoint *points,
         int               n)
{
  double area = 0.0;

  for (int i = 0; i < n; i++)
    area += (points[i].x * points[(i + 1) % n].y - points[(i + 1) % n].x * points[i].y) / 2.0;
  return area;
}

static double
sum_areas (const SoulsContour *contour)
{
  double sum = 0.0;

  for (guint i = 0; i < souls_contour_get_n_areas (contour); i++)
    {
      int n;
      const SoulsPoint *points = souls_contour_get_area (contour, i, &n);

      sum += measure (points, n);
    }
  return sum;
}

static double
slope (double x,
       double y)
{
  return x + 2.0 * y;
}

/* A plane's contour is one straight line from border to border, where the plane says. */
static void
test_plane (void)
{
  SoulsField field = make_field (11, 6, slope);
  g_autoptr (SoulsContour) contour = souls_contour_new (&field, 9.5, SOULS_SIDE_ABOVE);
  const SoulsPoint *points;
  int n;

  g_assert_cmpuint (souls_contour_get_n_lines (contour), ==, 1);
  g_assert_cmpuint (souls_contour_get_n_areas (contour), ==, 1);
  points = souls_contour_get_line (contour, 0, &n);
  g_assert_cmpint (n, >, 2);
  for (int i = 0; i < n; i++)
    g_assert_cmpfloat_with_epsilon (points[i].x + 2.0 * points[i].y, 9.5, 1e-9);
  g_assert_cmpfloat_with_epsilon (fabs (points[0].y - points[n - 1].y), 4.75, 1e-9);
  /* The whole is 10 × 5; below lies a triangle of 9.5 × 4.75. */
  g_assert_cmpfloat_with_epsilon (sum_areas (contour), 50.0 - 9.5 * 4.75 / 2.0, 1e-9);
}

static double
bowl (double x,
      double y)
{
  return hypot (x - 10.0, y - 10.0) - 6.0;
}

/* A line that never meets the border is closed, and what is around it has a hole. */
static void
test_closed (void)
{
  SoulsField field = make_field (21, 21, bowl);
  g_autoptr (SoulsContour) above = souls_contour_new (&field, 0.0, SOULS_SIDE_ABOVE);
  g_autoptr (SoulsContour) below = souls_contour_new (&field, 0.0, SOULS_SIDE_BELOW);
  const SoulsPoint *points;
  int n;

  g_assert_cmpuint (souls_contour_get_n_lines (above), ==, 1);
  points = souls_contour_get_line (above, 0, &n);
  g_assert_true (points[0].x == points[n - 1].x && points[0].y == points[n - 1].y);
  for (int i = 0; i < n; i++)
    g_assert_cmpfloat_with_epsilon (bowl (points[i].x, points[i].y), 0.0, 0.05);

  g_assert_cmpuint (souls_contour_get_n_areas (below), ==, 1);
  g_assert_cmpuint (souls_contour_get_n_areas (above), ==, 1);
  g_assert_cmpfloat_with_epsilon (sum_areas (below), G_PI * 36.0, 1.0);
  g_assert_cmpfloat_with_epsilon (sum_areas (above), 400.0 - sum_areas (below), 1e-9);
}

static double
saddle (double x,
        double y)
{
  return (x - 3.5) * (y - 3.5) + 0.25;
}

/* Where a contour passes a cell twice it does not cross itself, and the mean decides what hangs
 * together. */
static void
test_saddle (void)
{
  SoulsField field = make_field (8, 8, saddle);
  g_autoptr (SoulsContour) joined = souls_contour_new (&field, 0.2, SOULS_SIDE_ABOVE);
  g_autoptr (SoulsContour) parted = souls_contour_new (&field, 0.3, SOULS_SIDE_ABOVE);

  g_assert_cmpuint (souls_contour_get_n_areas (joined), ==, 1);
  g_assert_cmpuint (souls_contour_get_n_lines (joined), ==, 2);
  g_assert_cmpuint (souls_contour_get_n_areas (parted), ==, 2);
  g_assert_cmpuint (souls_contour_get_n_lines (parted), ==, 2);
}

static double
flat (G_GNUC_UNUSED double x,
      G_GNUC_UNUSED double y)
{
  return 7.0;
}

/* What is all on one side has no line; exactly at the level counts as above. */
static void
test_flat (void)
{
  SoulsField field = make_field (4, 3, flat);
  static const struct
  {
    double level;
    SoulsSide side;
    double area;
  } cases[] = { { 5.0, SOULS_SIDE_ABOVE, 6.0 }, { 7.0, SOULS_SIDE_ABOVE, 6.0 },
                { 7.5, SOULS_SIDE_ABOVE, 0.0 }, { 5.0, SOULS_SIDE_BELOW, 0.0 },
                { 7.0, SOULS_SIDE_BELOW, 0.0 }, { 7.5, SOULS_SIDE_BELOW, 6.0 } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (SoulsContour) contour = souls_contour_new (&field, cases[i].level, cases[i].side);

      g_assert_cmpuint (souls_contour_get_n_lines (contour), ==, 0);
      g_assert_cmpfloat_with_epsilon (sum_areas (contour), cases[i].area, 1e-9);
    }
}

/* What is above and what is below fill the field, however wild it is; all points are inside. */
static void
test_random (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (9);

  for (int round = 0; round < 2000; round++)
    {
      SoulsField field = { g_rand_int_range (rand, 2, 9), g_rand_int_range (rand, 2, 9), values };
      double sum = 0.0;

      for (int i = 0; i < field.n_x * field.n_y; i++)
        values[i] = g_rand_int_range (rand, -3, 4);
      for (int side = 0; side < 2; side++)
        {
          g_autoptr (SoulsContour) contour = souls_contour_new (&field, 0.5, (SoulsSide) side);

          sum += sum_areas (contour);
          for (guint i = 0; i < souls_contour_get_n_areas (contour); i++)
            {
              int n;
              const SoulsPoint *points = souls_contour_get_area (contour, i, &n);

              g_assert_cmpint (n, >=, 3);
              for (int k = 0; k < n; k++)
                g_assert_true (points[k].x >= 0.0 && points[k].x <= field.n_x - 1 &&
                               points[k].y >= 0.0 && points[k].y <= field.n_y - 1);
            }
        }
      g_assert_cmpfloat_with_epsilon (sum, (field.n_x - 1) * (field.n_y - 1), 1e-6);
    }
}

/* What is not a number belongs to neither side and has no line. */
static void
test_gap (void)
{
  SoulsField field = make_field (5, 5, flat);

  values[12] = NAN;
  for (int side = 0; side < 2; side++)
    {
      g_autoptr (SoulsContour) contour = souls_contour_new (&field, side == 0 ? 5.0 : 9.0, (SoulsSide) side);

      g_assert_cmpuint (souls_contour_get_n_lines (contour), ==, 0);
      g_assert_cmpfloat (sum_areas (contour), <, 16.0);
      g_assert_cmpfloat (sum_areas (contour), >, 8.0);
    }
}

/* Stripes lie in the area, fill the part of it that they should, and cost nothing between them. */
static void
test_hatch (void)
{
  const SoulsPoint outline[] = { { 10, 10 }, { 110, 10 }, { 110, 60 }, { 60, 60 }, { 60, 110 },
                                 { 10, 110 } };
  int n;
  g_autofree SoulsPoint *hatch = souls_polygon_hatch (outline, 6, 5.0, 1.0, &n);

  g_assert_cmpint (n, >, 50);
  g_assert_cmpfloat_with_epsilon (fabs (measure (hatch, n)), 7500.0 / 5.0, 60.0);
  for (int i = 0; i < n; i++)
    g_assert_true (hatch[i].x > 9.0 && hatch[i].y > 9.0 && hatch[i].x < 111.0 &&
                   hatch[i].y < 111.0 && !(hatch[i].x > 61.0 && hatch[i].y > 61.0));
  g_clear_pointer (&hatch, g_free);
  hatch = souls_polygon_hatch (outline, 6, 5000.0, 1.0, &n);
  g_assert_cmpint (n, ==, 0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/plot/contour/plane", test_plane);
  g_test_add_func ("/plot/contour/closed", test_closed);
  g_test_add_func ("/plot/contour/saddle", test_saddle);
  g_test_add_func ("/plot/contour/flat", test_flat);
  g_test_add_func ("/plot/contour/random", test_random);
  g_test_add_func ("/plot/contour/gap", test_gap);
  g_test_add_func ("/plot/contour/hatch", test_hatch);
  return g_test_run ();
}
