/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>
#include <string.h>

#include "souls-scene.h"

#define WIDTH 300.0
#define HEIGHT 200.0

/* One of each kind of mark and style. */
static SoulsScene *
make_scene (void)
{
  SoulsScene *scene = souls_scene_new ();
  const SoulsPoint line[] = { { 10, 20 }, { 60, 25.5 }, { NAN, 30 }, { 100, 10 }, { 140, 40 } };
  const SoulsPoint area[] = { { 200, 20 }, { 240, 20 }, { 220, 60 } };
  const SoulsTarget target = { { 20, 100, 40, 60 }, 7, "AWS, fiscal 2025", "$45,606 million", 3,
                               2025 };

  souls_scene_reset (scene, WIDTH, HEIGHT, 12.0);
  souls_scene_set_finding (scene, "A \"finding\"");
  souls_scene_set_subtitle (scene, "US$ billion");
  souls_scene_set_description (scene, "One\nsentence");
  souls_scene_set_range (scene, (SoulsRange) { -5.0, 25.0 });
  souls_scene_add_rect (scene, (SoulsBox) { 20, 160, 40, -60 },
                        (SoulsStyle) { .fill = SOULS_COLOR_AWS, .radius = 3,
                                       .round_end = SOULS_END_TOP });
  souls_scene_add_rect (scene, (SoulsBox) { 80, 160, 50, 24 },
                        (SoulsStyle) { .fill = SOULS_COLOR_STORES, .hatched = TRUE, .radius = 3,
                                       .round_end = SOULS_END_RIGHT });
  souls_scene_add_line (scene, line, G_N_ELEMENTS (line),
                        (SoulsStyle) { .stroke = SOULS_COLOR_GHOST, .dashed = TRUE });
  souls_scene_add_polygon (scene, area, G_N_ELEMENTS (area),
                           (SoulsStyle) { .fill = SOULS_COLOR_PRIME, .dotted = TRUE,
                                          .stroke = SOULS_COLOR_TEXT, .line_width = 1.25 });
  souls_scene_add_ribbon (scene, 150, 80, 120, 250, 100, 110,
                          (SoulsStyle) { .fill = SOULS_COLOR_SELLERS, .opacity = 0.5 });
  souls_scene_add_dot (scene, (SoulsPoint) { 270, 150 }, 4,
                       (SoulsStyle) { .fill = SOULS_COLOR_COMPANY, .hatched = TRUE });
  souls_scene_add_text (scene, "Stores", 10, 180,
                        (SoulsTextStyle) { SOULS_COLOR_STORES, 0.85, .anchor_y = 0.5,
                                            .bold = TRUE });
  souls_scene_add_text (scene, "\u2212$10.6\u202fbn", 290, 180,
                        (SoulsTextStyle) { SOULS_COLOR_NONE, 1.0, 1.0, 0.5, .tabular = TRUE,
                                           .max_width = 80, .max_lines = 2 });
  souls_scene_add_target (scene, &target);
  return scene;
}

static void
test_dump (void)
{
  g_autoptr (SoulsScene) scene = make_scene ();
  g_autofree char *dump = souls_scene_dump (scene);

  g_assert_cmpstr (dump, ==,
                   "scene 300,200 base 12\n"
                   "finding \"A \\\"finding\\\"\"\n"
                   "subtitle \"US$ billion\"\n"
                   "description \"One\\nsentence\"\n"
                   "range -5 25\n"
                   "rect 20,100 40x60 fill aws round 3 top\n"
                   "rect 80,160 50x24 fill stores round 3 right hatched\n"
                   "line 10,20 60,25.5 stroke ghost dashed\n"
                   "line 100,10 140,40 stroke ghost dashed\n"
                   "polygon 200,20 240,20 220,60 fill prime stroke text width 1.3 dotted\n"
                   "ribbon 150,80 150,120 250,100 250,110 fill sellers opacity 50%\n"
                   "dot 270,150 radius 4 fill company hatched\n"
                   "text 10,180 em 85% anchor 0,0.5 stores bold \"Stores\"\n"
                   "text 290,180 em 100% anchor 1,0.5 tabular within 80 lines 2 "
                   "\"\u2212$10.6\u202fbn\"\n"
                   "target 7 20,100 40x60 metric 3 year 2025 "
                   "\"AWS, fiscal 2025\" \"$45,606 million\"\n");
}

static void
test_mirror (void)
{
  g_autoptr (SoulsScene) scene = make_scene ();
  g_autofree char *before = souls_scene_dump (scene);
  g_autofree char *mirrored = NULL;
  g_autofree char *after = NULL;
  SoulsBox box = souls_scene_get_text_box (scene, 0);

  souls_scene_mirror (scene);
  g_assert_true (souls_scene_is_mirrored (scene));
  mirrored = souls_scene_dump (scene);
  g_assert_nonnull (strstr (mirrored, "rect 240,100 40x60 fill aws round 3 top\n"));
  g_assert_nonnull (strstr (mirrored, "rect 170,160 50x24 fill stores round 3 left hatched\n"));
  g_assert_nonnull (strstr (mirrored, "text 290,180 em 85% anchor 1,0.5 stores bold"));
  g_assert_nonnull (strstr (mirrored, "target 7 240,100 40x60"));
  g_assert_cmpfloat_with_epsilon (souls_box_right (souls_scene_get_text_box (scene, 0)),
                                  WIDTH - box.x, 1e-9);
  g_assert_cmpint (souls_scene_hit (scene, 260, 130, 0), ==, 0);

  souls_scene_mirror (scene);
  g_assert_false (souls_scene_is_mirrored (scene));
  after = souls_scene_dump (scene);
  g_assert_cmpstr (before, ==, after);
  g_assert_cmpfloat_with_epsilon (souls_scene_get_text_box (scene, 0).x, box.x, 1e-9);
}

static void
test_reset (void)
{
  g_autoptr (SoulsScene) scene = make_scene ();
  g_autofree char *dump = NULL;

  souls_scene_mirror (scene);
  souls_scene_reset (scene, 100.0, 50.0, 0.0);
  dump = souls_scene_dump (scene);
  g_assert_cmpstr (dump, ==, "scene 100,50 base 10\n"
                   "finding \"\"\nsubtitle \"\"\ndescription \"\"\n");
  g_assert_cmpuint (souls_scene_get_n_targets (scene), ==, 0);
  g_assert_cmpuint (souls_scene_get_n_texts (scene), ==, 0);
  g_assert_true (souls_scene_get_range (scene).min > souls_scene_get_range (scene).max);
}

static void
test_base_size (void)
{
  static const struct
  {
    double width;
    double size;
  } rows[] = { { 320, 11 }, { 1200, 16 }, { 760, 13.5 }, { 3840, 28 }, { 0, 10 } };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    g_assert_cmpfloat_with_epsilon (souls_scene_suitable_base_size (rows[i].width), rows[i].size,
                                    1e-9);
}

/* Marks without a place are left out, whichever number is missing. */
static void
test_not_finite (void)
{
  g_autoptr (SoulsScene) scene = souls_scene_new ();
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  const double bad[] = { NAN, HUGE_VAL, -HUGE_VAL };
  const SoulsStyle style = { .fill = SOULS_COLOR_AWS };

  souls_scene_reset (scene, WIDTH, HEIGHT, 12.0);
  before = souls_scene_dump (scene);
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      double x = bad[i];
      const SoulsPoint points[] = { { 1, 1 }, { 2, x }, { 3, 3 } };
      const SoulsTarget target = { { 0, 0, x, 1 }, 1, "a", "b", -1, 0 };

      souls_scene_add_rect (scene, (SoulsBox) { 0, 0, 1, x }, style);
      souls_scene_add_line (scene, points, 3, style);
      souls_scene_add_polygon (scene, points, 3, style);
      souls_scene_add_ribbon (scene, 0, 0, 1, 1, x, 1, style);
      souls_scene_add_dot (scene, (SoulsPoint) { x, 0 }, 3, style);
      souls_scene_add_text (scene, "text", x, 0, (SoulsTextStyle) { 0 });
      souls_scene_add_target (scene, &target);
    }
  souls_scene_add_text (scene, "", 0, 0, (SoulsTextStyle) { 0 });
  souls_scene_add_text (scene, NULL, 0, 0, (SoulsTextStyle) { 0 });
  souls_scene_add_dot (scene, (SoulsPoint) { 0, 0 }, 0, style);
  after = souls_scene_dump (scene);
  g_assert_cmpstr (before, ==, after);
}

static void
test_hit (void)
{
  g_autoptr (SoulsScene) scene = souls_scene_new ();
  SoulsTarget target = { .metric = -1 };

  souls_scene_reset (scene, WIDTH, HEIGHT, 12.0);
  g_assert_cmpint (souls_scene_hit (scene, 10, 10, 100), ==, -1);
  for (guint i = 0; i < 12; i++)
    {
      target.key = i;
      target.box = (SoulsBox) { 10 + i * 24, 50, 18, i * 9 };
      souls_scene_add_target (scene, &target);
    }
  for (guint i = 0; i < 12; i++)
    {
      SoulsBox box = souls_scene_get_target (scene, i)->box;
      double x = box.x + box.width / 2;
      double y = box.y + box.height / 2;

      g_assert_cmpint (souls_scene_hit (scene, x, y, 0), ==, (int) i);
    }
  g_assert_cmpint (souls_scene_hit (scene, 30, 60, 0), ==, -1);
  g_assert_cmpint (souls_scene_hit (scene, 33, 55, 3), ==, 1);
  g_assert_cmpint (souls_scene_hit (scene, 29, 55, 3), ==, -1);
  g_assert_cmpint (souls_scene_hit (scene, 29, 55, 6), ==, 1);

  /* What was added later lies above. */
  target.box = (SoulsBox) { 0, 0, WIDTH, HEIGHT };
  souls_scene_add_target (scene, &target);
  g_assert_cmpint (souls_scene_hit (scene, 43, 55, 0), ==, 12);
  g_assert_cmpint (souls_scene_hit (scene, -5, 10, 4), ==, -1);
}

static void
test_text_measure (void)
{
  g_autoptr (SoulsScene) scene = souls_scene_new ();
  SoulsTextStyle style = { .em = 1.0, .anchor_x = 1.0, .anchor_y = 0.5 };
  SoulsBox measured, added, large;

  souls_scene_reset (scene, WIDTH, HEIGHT, 12.0);
  measured = souls_scene_measure_text (scene, "Amazon", style);
  g_assert_cmpuint (souls_scene_get_n_texts (scene), ==, 0);
  added = souls_scene_add_text (scene, "Amazon", 200, 100, style);
  g_assert_cmpuint (souls_scene_get_n_texts (scene), ==, 1);
  g_assert_cmpstr (souls_scene_get_text (scene, 0), ==, "Amazon");
  g_assert_cmpfloat (measured.width, >, 12.0);
  g_assert_cmpfloat (measured.height, >, 11.0);
  g_assert_cmpfloat (measured.width, ==, added.width);
  g_assert_cmpfloat_with_epsilon (souls_box_right (added), 200.0, 1e-9);
  g_assert_cmpfloat_with_epsilon (added.y + added.height / 2, 100.0, 1e-9);

  style.em = 1.5;
  large = souls_scene_measure_text (scene, "Amazon", style);
  g_assert_cmpfloat (large.width, >, measured.width * 1.4);
  g_assert_cmpfloat (large.width, <, measured.width * 1.6);
}

static void
test_text_limits (void)
{
  g_autoptr (SoulsScene) scene = souls_scene_new ();
  const char *text = "Without AWS, Amazon lost money in 3 of 12 reported years.";
  SoulsTextStyle style = { .em = 1.0 };
  SoulsBox whole, wrapped, cut;

  souls_scene_reset (scene, WIDTH, HEIGHT, 12.0);
  whole = souls_scene_measure_text (scene, text, style);
  g_assert_false (souls_scene_is_text_cut (scene, text, style));
  style.max_width = whole.width;
  g_assert_false (souls_scene_is_text_cut (scene, text, style));
  style.max_width = whole.width * 0.7;
  g_assert_true (souls_scene_is_text_cut (scene, text, style));
  cut = souls_scene_measure_text (scene, text, style);
  g_assert_cmpfloat (cut.width, <=, style.max_width + 0.01);
  g_assert_cmpfloat_with_epsilon (cut.height, whole.height, 0.01);
  style.max_lines = 2;
  g_assert_false (souls_scene_is_text_cut (scene, text, style));
  wrapped = souls_scene_measure_text (scene, text, style);
  g_assert_cmpfloat (wrapped.width, <=, style.max_width + 0.01);
  g_assert_cmpfloat (wrapped.height, >, whole.height * 1.8);
}

/* Figures of equal widths keep numbers from trembling under the hand. */
static void
test_text_tabular (void)
{
  g_autoptr (SoulsScene) scene = souls_scene_new ();
  SoulsTextStyle style = { .em = 1.0, .tabular = TRUE };
  double ones;

  souls_scene_reset (scene, WIDTH, HEIGHT, 12.0);
  ones = souls_scene_measure_text (scene, "1111", style).width;
  for (int digit = 0; digit < 10; digit++)
    {
      g_autofree char *text = g_strdup_printf ("%d%d%d%d", digit, digit, digit, digit);

      SoulsBox box = souls_scene_measure_text (scene, text, style);

      g_assert_cmpfloat_with_epsilon (box.width, ones, 0.01);
    }
}

/* A drag changes texts for ever: what was measured must stay right while old ones are dropped. */
static void
test_text_many (void)
{
  g_autoptr (SoulsScene) scene = souls_scene_new ();
  SoulsTextStyle style = { .em = 1.0 };
  double first = 0.0;

  for (int i = 0; i < 2000; i++)
    {
      g_autofree char *text = g_strdup_printf ("number %d", i);

      souls_scene_reset (scene, WIDTH, HEIGHT, 12.0);
      souls_scene_add_text (scene, text, 10, 10, style);
      souls_scene_add_text (scene, "constant", 10, 30, style);
      if (i == 0)
        first = souls_scene_get_text_box (scene, 1).width;
      g_assert_cmpstr (souls_scene_get_text (scene, 0), ==, text);
      g_assert_cmpfloat (souls_scene_get_text_box (scene, 1).width, ==, first);
    }
}

static void
test_text_font (void)
{
  g_autoptr (SoulsScene) scene = souls_scene_new ();
  SoulsTextStyle style = { .em = 1.0 };
  double sans, mono;

  souls_scene_reset (scene, WIDTH, HEIGHT, 12.0);
  sans = souls_scene_measure_text (scene, "illicit", style).width;
  souls_scene_add_text (scene, "illicit", 10, 10, style);
  souls_scene_set_font (scene, "Monospace");
  mono = souls_scene_measure_text (scene, "illicit", style).width;
  g_assert_cmpfloat (mono, !=, sans);
  g_assert_cmpstr (souls_scene_get_text (scene, 0), ==, "illicit");
  souls_scene_reset (scene, WIDTH, HEIGHT, 12.0);
  g_assert_cmpfloat (souls_scene_measure_text (scene, "illicit", style).width, ==, mono);
}

static guint32 *
draw_scene (SoulsScene       *scene,
            const SoulsTheme *theme,
            double            scale)
{
  int width = (int) (WIDTH * scale);
  int height = (int) (HEIGHT * scale);
  guint32 *pixels = g_new0 (guint32, (gsize) width * (gsize) height);
  cairo_surface_t *surface;
  cairo_t *cr;

  surface = cairo_image_surface_create_for_data ((unsigned char *) pixels, CAIRO_FORMAT_ARGB32,
                                                 width, height, width * 4);
  cr = cairo_create (surface);
  cairo_scale (cr, scale, scale);
  souls_scene_draw (scene, cr, theme);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  cairo_surface_destroy (surface);
  return pixels;
}

/* Every mark leaves something within its place and nothing outside of all places. */
static void
test_draw_themes (void)
{
  static const SoulsBox places[] = {
    { 20, 100, 40, 60 }, { 80, 160, 50, 24 }, { 10, 10, 130, 35 }, { 200, 20, 40, 40 },
    { 150, 80, 100, 40 }, { 264, 144, 12, 12 }, { 10, 170, 60, 20 }, { 210, 160, 80, 40 },
  };
  g_autoptr (SoulsScene) scene = make_scene ();

  for (int t = 0; t < SOULS_N_THEMES; t++)
    {
      g_autofree guint32 *pixels = draw_scene (scene, souls_theme_get ((SoulsThemeId) t), 1.0);
      guint drawn[G_N_ELEMENTS (places)] = { 0 };

      for (int y = 0; y < (int) HEIGHT; y++)
        for (int x = 0; x < (int) WIDTH; x++)
          {
            gboolean placed = FALSE;

            if (pixels[y * (int) WIDTH + x] >> 24 == 0)
              continue;
            for (guint p = 0; p < G_N_ELEMENTS (places); p++)
              if (souls_box_contains (souls_box_inset (places[p], -3, -3), x, y))
                {
                  drawn[p]++;
                  placed = TRUE;
                }
            g_assert_true (placed);
          }
      for (guint p = 0; p < G_N_ELEMENTS (places); p++)
        g_assert_cmpuint (drawn[p], >, 20);
    }
}

/* Hairlines and bars lie on whole pixels: no pixel is half covered. */
static void
test_draw_crisp (void)
{
  g_autoptr (SoulsScene) scene = souls_scene_new ();
  const SoulsPoint across[] = { { 10, 50.3 }, { 290, 50.3 } };
  const SoulsPoint down[] = { { 100.7, 60 }, { 100.7, 190 } };
  g_autofree guint32 *pixels = NULL;
  guint covered = 0;

  souls_scene_reset (scene, WIDTH, HEIGHT, 12.0);
  souls_scene_add_line (scene, across, 2, (SoulsStyle) { .stroke = SOULS_COLOR_ZERO });
  souls_scene_add_line (scene, down, 2, (SoulsStyle) { .stroke = SOULS_COLOR_ZERO });
  souls_scene_add_rect (scene, (SoulsBox) { 20.2, 70.7, 30.5, 40.4 },
                        (SoulsStyle) { .fill = SOULS_COLOR_AWS });
  pixels = draw_scene (scene, souls_theme_get (SOULS_THEME_LIGHT), 1.0);
  for (int i = 0; i < (int) (WIDTH * HEIGHT); i++)
    {
      guint32 alpha = pixels[i] >> 24;

      /* The ends of a line may fall into the middle of a pixel. */
      if (i % (int) WIDTH > 15 && i % (int) WIDTH < 285 && i / (int) WIDTH > 45 &&
          i / (int) WIDTH < 185 && !(i % (int) WIDTH == 100 && i / (int) WIDTH < 62))
        g_assert_true (alpha == 0 || alpha == 255);
      covered += alpha == 255;
    }
  g_assert_cmpuint (covered, >, 300 + 1000);
}

/* A hatched loss differs from a filled bar, and both from a dotted estimate. */
static void
test_draw_patterns (void)
{
  for (int t = 0; t < SOULS_N_THEMES; t++)
    {
      guint64 ink[3] = { 0 };

      for (int kind = 0; kind < 3; kind++)
        {
          g_autoptr (SoulsScene) scene = souls_scene_new ();
          g_autofree guint32 *pixels = NULL;

          souls_scene_reset (scene, WIDTH, HEIGHT, 12.0);
          souls_scene_add_rect (scene, (SoulsBox) { 20, 20, 100, 100 },
                                (SoulsStyle) { .fill = SOULS_COLOR_STORES, .hatched = kind == 1,
                                               .dotted = kind == 2 });
          pixels = draw_scene (scene, souls_theme_get ((SoulsThemeId) t), 1.0);
          for (int i = 0; i < (int) (WIDTH * HEIGHT); i++)
            ink[kind] += pixels[i] >> 24;
        }
      g_assert_cmpuint (ink[0], ==, 100 * 100 * 255);
      g_assert_cmpuint (ink[1] * 10, <, ink[0] * 8);
      g_assert_cmpuint (ink[2] * 10, <, ink[0] * 8);
      g_assert_cmpuint (ink[1] * 10, >, ink[0] * 2);
      g_assert_cmpuint (ink[2] * 10, >, ink[0] * 2);
      g_assert_cmpuint (ink[1], !=, ink[2]);
    }
}

/* Drawing leaves the context as it found it. */
static void
test_draw_state (void)
{
  g_autoptr (SoulsScene) scene = make_scene ();
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, 300, 200);
  cairo_t *cr = cairo_create (surface);

  cairo_set_line_width (cr, 7.0);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_SQUARE);
  souls_scene_draw (scene, cr, souls_theme_get (SOULS_THEME_DARK));
  g_assert_cmpfloat (cairo_get_line_width (cr), ==, 7.0);
  g_assert_cmpint (cairo_get_line_cap (cr), ==, CAIRO_LINE_CAP_SQUARE);
  g_assert_cmpint (cairo_get_dash_count (cr), ==, 0);
  g_assert_false (cairo_has_current_point (cr));
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

/* A place's value is at that place again, also mirrored, where the value at a mark stays what it is. */
static void
test_handles (void)
{
  static const SoulsHandle handles[] = {
    { { 90, 40, 20, 10 }, 1, 7, 2030, { 0 }, { 150, -10, 50, 40 } },
    { { 40, 60, 14, 14 }, 2, -1, 0, { 20, 0.1, 220, 0.9 }, { 180, 5, 30, 25 } },
    { { 100, 40, 20, 10 }, 3, 7, 2031, { 0 }, { 150, -10, 50, 40 } },
    { { NAN, 40, 20, 10 }, 4, 7, 2031, { 0 }, { 150, -10, 50, 40 } },
    { { 100, 40, 20, 10 }, 5, 7, 2031, { 0 }, { 150, INFINITY, 50, 40 } },
  };
  g_autoptr (SoulsScene) scene = make_scene ();

  for (guint i = 0; i < G_N_ELEMENTS (handles); i++)
    souls_scene_add_handle (scene, &handles[i]);
  g_assert_cmpuint (souls_scene_get_n_handles (scene), ==, 3);
  for (int turn = 0; turn < 3; turn++)
    {
      for (guint i = 0; i < 3; i++)
        {
          const SoulsHandle *handle = souls_scene_get_handle (scene, i);
          double x = handles[i].box.x + 3.0;
          double there = turn == 1 ? WIDTH - x : x;

          g_assert_cmpuint (handle->key, ==, handles[i].key);
          g_assert_cmpint (souls_axis_map_moves (&handle->x), ==, i == 1);
          for (double px = 0; px <= 200; px += 12.5)
            g_assert_cmpfloat_with_epsilon (
              souls_axis_map_px (&handle->y, souls_axis_map_value (&handle->y, px)), px, 1e-9);
          if (i != 1)
            {
              g_assert_true (isnan (souls_axis_map_value (&handle->x, 50)));
              continue;
            }
          g_assert_cmpfloat_with_epsilon (souls_axis_map_value (&handle->x, there),
                                          souls_axis_map_value (&handles[i].x, x), 1e-12);
          g_assert_cmpfloat_with_epsilon (
            souls_axis_map_px (&handle->x, souls_axis_map_value (&handle->x, there)), there, 1e-9);
          g_assert_cmpfloat (souls_axis_map_clamp (&handle->x, 1e6), ==, turn == 1 ? WIDTH - 20 : 220);
          g_assert_cmpfloat (souls_axis_map_clamp (&handle->x, -1e6), ==, turn == 1 ? WIDTH - 220 : 20);
          g_assert_cmpint (souls_scene_find_handle (scene, there, 62, 0), ==, 1);
        }
      souls_scene_mirror (scene);
    }
  souls_scene_mirror (scene);
  /* Where two overlap, the one whose middle is nearer; beside them, only within the slack. */
  g_assert_cmpint (souls_scene_find_handle (scene, 103, 45, 0), ==, 0);
  g_assert_cmpint (souls_scene_find_handle (scene, 107, 45, 0), ==, 2);
  g_assert_cmpint (souls_scene_find_handle (scene, 125, 45, 4), ==, -1);
  g_assert_cmpint (souls_scene_find_handle (scene, 125, 45, 6), ==, 2);
  souls_scene_reset (scene, WIDTH, HEIGHT, 12.0);
  g_assert_cmpuint (souls_scene_get_n_handles (scene), ==, 0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/plot/scene/dump", test_dump);
  g_test_add_func ("/plot/scene/mirror", test_mirror);
  g_test_add_func ("/plot/scene/reset", test_reset);
  g_test_add_func ("/plot/scene/base-size", test_base_size);
  g_test_add_func ("/plot/scene/not-finite", test_not_finite);
  g_test_add_func ("/plot/scene/hit", test_hit);
  g_test_add_func ("/plot/scene/handles", test_handles);
  g_test_add_func ("/plot/scene/text-measure", test_text_measure);
  g_test_add_func ("/plot/scene/text-limits", test_text_limits);
  g_test_add_func ("/plot/scene/text-tabular", test_text_tabular);
  g_test_add_func ("/plot/scene/text-many", test_text_many);
  g_test_add_func ("/plot/scene/text-font", test_text_font);
  g_test_add_func ("/plot/scene/draw-themes", test_draw_themes);
  g_test_add_func ("/plot/scene/draw-crisp", test_draw_crisp);
  g_test_add_func ("/plot/scene/draw-patterns", test_draw_patterns);
  g_test_add_func ("/plot/scene/draw-state", test_draw_state);
  return g_test_run ();
}
