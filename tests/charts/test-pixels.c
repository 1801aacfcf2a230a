/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "picture.h"

#include <string.h>

/* Metamorphic tests: one picture under several conditions, and no stored one. */

#define WIDTH 640.0
#define HEIGHT 400.0

/* In halves: cairo cuts slanted edges at the border of a clip, which changes a few of their pixels, most by a shade
 * that nobody sees. From 1.18 on, a dozen change by more. */
#define CLIP_MEAN 1e-4
#define CLIP_SHARE 1e-4
/* Twice as large and shrunk again: edges and thin lines lie half a pixel elsewhere. */
#define SCALE_MEAN 0.008
#define SCALE_SHARE 0.03
/* Mirrored: edges are snapped to the other side, and a hatch runs the same way as before. Compared
 * in squares of 8 pixels, in which that evens out. */
#define MIRROR_SQUARE 8
#define MIRROR_MEAN 0.003
#define MIRROR_WORST 0.2
/* Of a chart that is drawn at all. */
#define LEAST_COVERAGE 0.01

static Stage stage;

/*
 * Subject:
 *
 * One view of a chart, and what is asked of it.
 */
typedef struct
{
  SoulsChart chart;
  int view;
  void (*test) (const SoulsScene *left_to_right, const SoulsScene *right_to_left);
} Subject;

static void
test_twice (const SoulsScene *scene,
            const SoulsScene *mirrored)
{
  const SoulsTheme *theme = souls_theme_get (SOULS_THEME_LIGHT);
  g_autoptr (cairo_surface_t) first = picture_draw (scene, theme, 1.0);
  g_autoptr (cairo_surface_t) second = picture_draw (scene, theme, 1.0);

  g_assert_cmpfloat (picture_compare (first, second).worst, ==, 0.0);
}

/* What a window does that draws only what has changed. */
static void
test_clips (const SoulsScene *scene,
            const SoulsScene *mirrored)
{
  const SoulsTheme *theme = souls_theme_get (SOULS_THEME_LIGHT);
  g_autoptr (cairo_surface_t) whole = picture_draw (scene, theme, 1.0);
  g_autoptr (cairo_surface_t) halves = picture_draw (scene, theme, 1.0);
  const double cuts[] = { 0.0, 301.0, WIDTH };
  Difference difference;

  for (guint i = 0; i + 1 < G_N_ELEMENTS (cuts); i++)
    {
      cairo_t *cr = cairo_create (halves);

      cairo_rectangle (cr, cuts[i], 0.0, cuts[i + 1] - cuts[i], HEIGHT);
      cairo_clip (cr);
      cairo_set_source_rgb (cr, 1.0, 1.0, 1.0);
      cairo_paint (cr);
      souls_scene_draw (scene, cr, theme);
      cairo_destroy (cr);
    }
  cairo_surface_flush (halves);
  difference = picture_compare (whole, halves);
  g_assert_cmpfloat (difference.mean, <=, CLIP_MEAN);
  g_assert_cmpfloat (difference.share, <=, CLIP_SHARE);
}

static void
test_scale (const SoulsScene *scene,
            const SoulsScene *mirrored)
{
  SoulsTheme theme = picture_wordless (SOULS_THEME_LIGHT);
  g_autoptr (cairo_surface_t) once = picture_draw (scene, &theme, 1.0);
  g_autoptr (cairo_surface_t) twice = picture_draw (scene, &theme, 2.0);
  g_autoptr (cairo_surface_t) shrunk = picture_shrink (twice, 2);
  Difference difference = picture_compare (once, shrunk);

  g_assert_cmpfloat (difference.mean, <=, SCALE_MEAN);
  g_assert_cmpfloat (difference.share, <=, SCALE_SHARE);
}

static void
test_mirror (const SoulsScene *scene,
             const SoulsScene *mirrored)
{
  SoulsTheme theme = picture_wordless (SOULS_THEME_LIGHT);
  g_autoptr (cairo_surface_t) left = picture_draw (scene, &theme, 1.0);
  g_autoptr (cairo_surface_t) right = picture_draw (mirrored, &theme, 1.0);
  g_autoptr (cairo_surface_t) turned = picture_mirror (right);
  g_autoptr (cairo_surface_t) coarse_left = picture_shrink (left, MIRROR_SQUARE);
  g_autoptr (cairo_surface_t) coarse_turned = picture_shrink (turned, MIRROR_SQUARE);
  Difference difference = picture_compare (coarse_left, coarse_turned);

  g_assert_cmpfloat (difference.mean, <=, MIRROR_MEAN);
  g_assert_cmpfloat (difference.worst, <=, MIRROR_WORST);
}

/* Each theme draws each chart, and differently. Layouts know no theme. */
static void
test_themes (const SoulsScene *scene,
             const SoulsScene *mirrored)
{
  cairo_surface_t *drawn[SOULS_N_THEMES];

  for (int i = 0; i < SOULS_N_THEMES; i++)
    {
      const SoulsTheme *theme = souls_theme_get ((SoulsThemeId) i);
      g_autoptr (cairo_surface_t) right = picture_draw (mirrored, theme, 1.0);

      drawn[i] = picture_draw (scene, theme, 1.0);
      g_assert_cmpfloat (picture_coverage (drawn[i], theme), >, LEAST_COVERAGE);
      g_assert_cmpfloat (picture_coverage (right, theme), >, LEAST_COVERAGE);
      for (int j = 0; j < i; j++)
        g_assert_cmpfloat (picture_compare (drawn[i], drawn[j]).worst, >, 0.05);
    }
  for (int i = 0; i < SOULS_N_THEMES; i++)
    cairo_surface_destroy (drawn[i]);
}

static void
test_subject (gconstpointer data)
{
  const Subject *subject = data;
  g_autoptr (SoulsScene) left = souls_scene_new ();
  g_autoptr (SoulsScene) right = souls_scene_new ();

  picture_stage (&stage, subject->chart, subject->view, FALSE, WIDTH, HEIGHT, left);
  picture_stage (&stage, subject->chart, subject->view, TRUE, WIDTH, HEIGHT, right);
  subject->test (left, right);
}

/* The smallest and the largest there are. */
static void
test_sizes (void)
{
  static const double sizes[][2] = { { 320, 240 }, { 3840, 2160 } };
  g_autoptr (SoulsScene) scene = souls_scene_new ();
  SoulsTheme theme = picture_wordless (SOULS_THEME_LIGHT);

  if (!stage_has_font ())
    {
      g_test_skip ("the font Cantarell is not installed: pictures are not tested");
      return;
    }
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    for (int chart = 0; chart < SOULS_N_CHARTS; chart++)
      {
        g_autoptr (cairo_surface_t) drawn = NULL;
        g_autoptr (cairo_surface_t) coarse = NULL;

        picture_stage (&stage, (SoulsChart) chart, 0, FALSE, sizes[i][0], sizes[i][1], scene);
        drawn = picture_draw (scene, &theme, 1.0);
        coarse = picture_shrink (drawn, 8);
        g_assert_cmpfloat (picture_coverage (coarse, &theme), >, LEAST_COVERAGE / 2.0);
      }
}

static void
add_tests (SoulsChart chart,
           int        view)
{
  static const struct
  {
    const char *name;
    void (*test) (const SoulsScene *left_to_right, const SoulsScene *right_to_left);
  } rows[] = {
    { "twice", test_twice }, { "clips", test_clips },   { "scale", test_scale },
    { "mirror", test_mirror }, { "themes", test_themes },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      const char *id = souls_chart_view_id (chart, view);
      g_autofree char *path = g_strdup_printf ("/charts/%s%s%s/pixels/%s", souls_chart_id (chart),
                                               id ? "/" : "", id ? id : "", rows[i].name);
      Subject *subject = g_new (Subject, 1);

      *subject = (Subject) { chart, view, rows[i].test };
      g_test_add_data_func_full (path, subject, test_subject, g_free);
    }
}

int
main (int    argc,
      char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  stage_open (g_getenv ("SOULS_TEST_DATA"));
  g_test_add_func ("/charts/registry/pixels/sizes", test_sizes);
  for (int chart = 0; chart < SOULS_N_CHARTS && stage_has_font (); chart++)
    for (int view = 0; view < souls_chart_n_views ((SoulsChart) chart); view++)
      add_tests ((SoulsChart) chart, view);
  status = g_test_run ();
  stage_close ();
  return status;
}
