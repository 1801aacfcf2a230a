/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "picture.h"

#include <math.h>
#include <stdlib.h>

#define TENTH 25

static cairo_surface_t *
make_surface (int width,
              int height)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, width, height);

  g_assert_cmpint (cairo_surface_status (surface), ==, CAIRO_STATUS_SUCCESS);
  return surface;
}

static guint32 *
get_row (cairo_surface_t *surface,
         int              y)
{
  guint8 *data = cairo_image_surface_get_data (surface);
  gsize stride = (gsize) cairo_image_surface_get_stride (surface);

  return (guint32 *) (gpointer) (data + (gsize) y * stride);
}

static inline int
get_color (guint32 pixel,
           int     color)
{
  return (int) (pixel >> (8 * color) & 0xff);
}

SoulsTheme
picture_wordless (SoulsThemeId id)
{
  SoulsTheme theme = *souls_theme_get (id);

  for (int i = 0; i < SOULS_N_COLORS; i++)
    theme.text_color[i].alpha = 0.0;
  return theme;
}

cairo_surface_t *
picture_draw (const SoulsScene *scene,
              const SoulsTheme *theme,
              double            scale)
{
  const SoulsRgba *paper = &theme->color[SOULS_COLOR_PAPER];
  cairo_surface_t *surface = make_surface ((int) ceil (souls_scene_get_width (scene) * scale),
                                           (int) ceil (souls_scene_get_height (scene) * scale));
  cairo_t *cr = cairo_create (surface);

  cairo_scale (cr, scale, scale);
  cairo_set_source_rgb (cr, paper->red, paper->green, paper->blue);
  cairo_paint (cr);
  souls_scene_draw (scene, cr, theme);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  return surface;
}

static guint32
average (cairo_surface_t *surface,
         int              x,
         int              y,
         int              factor)
{
  int n = factor * factor;
  int sum[3] = { 0 };
  guint32 pixel = 0;

  for (int dy = 0; dy < factor; dy++)
    {
      const guint32 *row = get_row (surface, y + dy) + x;

      for (int dx = 0; dx < factor; dx++)
        for (int color = 0; color < 3; color++)
          sum[color] += get_color (row[dx], color);
    }
  for (int color = 0; color < 3; color++)
    pixel |= (guint32) ((sum[color] + n / 2) / n) << (8 * color);
  return pixel;
}

cairo_surface_t *
picture_shrink (cairo_surface_t *surface,
                int              factor)
{
  int width = cairo_image_surface_get_width (surface) / factor;
  int height = cairo_image_surface_get_height (surface) / factor;
  cairo_surface_t *small = make_surface (width, height);

  for (int y = 0; y < height; y++)
    for (int x = 0; x < width; x++)
      get_row (small, y)[x] = average (surface, x * factor, y * factor, factor);
  cairo_surface_mark_dirty (small);
  return small;
}

cairo_surface_t *
picture_mirror (cairo_surface_t *surface)
{
  int width = cairo_image_surface_get_width (surface);
  int height = cairo_image_surface_get_height (surface);
  cairo_surface_t *mirrored = make_surface (width, height);

  for (int y = 0; y < height; y++)
    for (int x = 0; x < width; x++)
      get_row (mirrored, y)[x] = get_row (surface, y)[width - 1 - x];
  cairo_surface_mark_dirty (mirrored);
  return mirrored;
}

Difference
picture_compare (cairo_surface_t *a,
                 cairo_surface_t *b)
{
  int width = cairo_image_surface_get_width (a);
  int height = cairo_image_surface_get_height (a);
  double n = (double) width * height;
  Difference difference = { 0 };
  gint64 sum = 0;
  int worst = 0;
  int far = 0;

  g_assert_cmpint (width, ==, cairo_image_surface_get_width (b));
  g_assert_cmpint (height, ==, cairo_image_surface_get_height (b));
  for (int y = 0; y < height; y++)
    {
      const guint32 *left = get_row (a, y);
      const guint32 *right = get_row (b, y);

      for (int x = 0; x < width; x++)
        {
          int most = 0;

          for (int color = 0; color < 3; color++)
            {
              int here = abs (get_color (left[x], color) - get_color (right[x], color));

              sum += here;
              most = MAX (most, here);
            }
          worst = MAX (worst, most);
          far += most > TENTH;
        }
    }
  difference.mean = (double) sum / (n * 3.0 * 255.0);
  difference.worst = worst / 255.0;
  difference.share = far / n;
  return difference;
}

double
picture_coverage (cairo_surface_t  *surface,
                  const SoulsTheme *theme)
{
  const SoulsRgba *rgba = &theme->color[SOULS_COLOR_PAPER];
  const double paper[] = { rgba->blue, rgba->green, rgba->red };
  int width = cairo_image_surface_get_width (surface);
  int height = cairo_image_surface_get_height (surface);
  int n = 0;

  for (int y = 0; y < height; y++)
    {
      const guint32 *row = get_row (surface, y);

      for (int x = 0; x < width; x++)
        {
          gboolean other = FALSE;

          for (int color = 0; color < 3; color++)
            other |= fabs (get_color (row[x], color) - paper[color] * 255.0) > TENTH;
          n += other;
        }
    }
  return n / ((double) width * height);
}

void
picture_stage (Stage      *stage,
               SoulsChart  chart,
               int         view,
               gboolean    rtl,
               double      width,
               double      height,
               SoulsScene *scene)
{
  SoulsChartFrame frame = { .width = width, .height = height, .with_finding = TRUE,
                            .foot = "Sources: 10-K of fiscal 2014 to fiscal 2025." };

  stage->view = view;
  stage_set (stage, stage_last_year (), 10, SOULS_RUNG_ARITHMETIC, MOOD_STORES_LOSE,
             stage_last_year () + 4);
  if (rtl)
    stage->input.words = stage_rtl_words ();
  stage_prepare (stage, chart);
  souls_chart_layout (chart, &stage->input, &frame, scene);
}
