/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>
#include <string.h>

#include "souls-frame.h"
#include "souls-words.h"

#define N_YEARS 22

static char *
format_money (double   value,
              double   step,
              gpointer data)
{
  return souls_words_money (souls_words_plain (), value);
}

static SoulsFrame
lay_out (SoulsScene *scene,
         double      width,
         double      height,
         SoulsRange  range,
         gboolean    with_finding,
         const char *foot)
{
  char years[N_YEARS][8];
  const char *labels[N_YEARS];
  SoulsBandScale bands;
  SoulsFrame frame;

  souls_scene_reset (scene, width, height, 0.0);
  souls_scene_set_finding (scene, "Without AWS, Amazon lost money in 3 of 12 reported years, "
                                  "and it would lose some in 2 of 10 more.");
  souls_scene_set_subtitle (scene, "Operating income, fiscal 2014 to 2035, scenario Cloud winter");
  frame = souls_frame_begin (scene, with_finding, foot);
  souls_frame_reserve_labels (&frame);
  souls_frame_reserve_strip (&frame);
  souls_frame_reserve_sides (&frame, 0.0, 40.0);
  souls_frame_set_values (&frame, scene, range, format_money, NULL);
  bands = souls_band_scale (N_YEARS, frame.plot.x, souls_box_right (frame.plot), 0.6);
  souls_frame_add_projected (&frame, scene, bands.start + 12 * bands.step, "reported", "scenario");
  souls_frame_add_grid (&frame, scene);
  souls_frame_add_zero (&frame, scene);
  for (guint i = 0; i < N_YEARS; i++)
    {
      g_snprintf (years[i], sizeof years[i], "%u", 2014 + i);
      labels[i] = years[i];
    }
  souls_frame_add_labels (&frame, scene, &bands, labels, 11);
  return frame;
}

/* Whatever the size: nothing outside, no two texts on each other, the plot in the body. */
static void
test_sizes (void)
{
  static const double sizes[][2] = { { 320, 240 }, { 280, 600 }, { 600, 450 }, { 1200, 300 },
                                     { 1200, 800 }, { 3840, 2160 } };
  static const SoulsRange ranges[] = { { 0.0, 100e3 }, { -20e3, 80e3 }, { -120e3, 0.0 },
                                       { -13.7e3, 61.9e3 } };
  g_autoptr (SoulsScene) scene = souls_scene_new ();

  for (guint s = 0; s < G_N_ELEMENTS (sizes); s++)
    for (guint r = 0; r < G_N_ELEMENTS (ranges); r++)
      for (int words = 0; words < 4; words++)
        {
          SoulsBox all = { 0, 0, sizes[s][0], sizes[s][1] };
          SoulsFrame frame = lay_out (scene, all.width, all.height, ranges[r], (words & 1) != 0,
                                      (words & 2) != 0 ? "Sources: Form 10-K, 2014 to 2025" : NULL);
          guint n = souls_scene_get_n_texts (scene);

          g_assert_true (souls_box_holds (frame.body, frame.plot, 1e-6));
          g_assert_cmpfloat (frame.plot.height, >=, all.height * 0.25);
          g_assert_cmpfloat (frame.plot.width, >=, all.width * 0.4);
          g_assert_cmpuint (n, >, frame.ticks.n);
          for (guint i = 0; i < n; i++)
            {
              SoulsBox box = souls_scene_get_text_box (scene, i);

              g_assert_true (souls_box_holds (all, box, 0.5));
              for (guint j = 0; j < i; j++)
                {
                  SoulsBox other = souls_scene_get_text_box (scene, j);

                  g_assert_false (souls_box_overlaps (box, souls_box_inset (other, 0.25, 0.25)));
                }
            }
        }
}

static gboolean
has_text (const SoulsScene *scene,
          const char       *text)
{
  for (guint i = 0; i < souls_scene_get_n_texts (scene); i++)
    if (strcmp (souls_scene_get_text (scene, i), text) == 0)
      return TRUE;
  return FALSE;
}

static void
test_words (void)
{
  g_autoptr (SoulsScene) scene = souls_scene_new ();
  const SoulsRange range = { -20e3, 80e3 };

  lay_out (scene, 600, 450, range, TRUE, "Sources");
  g_assert_true (has_text (scene, souls_scene_get_finding (scene)));
  g_assert_true (has_text (scene, souls_scene_get_subtitle (scene)));
  g_assert_true (has_text (scene, "Sources"));
  g_assert_true (has_text (scene, "reported"));
  g_assert_true (has_text (scene, "scenario"));
  g_assert_true (has_text (scene, "2025"));
  g_assert_true (has_text (scene, "$0"));

  lay_out (scene, 600, 450, range, FALSE, NULL);
  g_assert_false (has_text (scene, souls_scene_get_finding (scene)));
  g_assert_false (has_text (scene, souls_scene_get_subtitle (scene)));
  g_assert_false (has_text (scene, "Sources"));
}

/* The scale fills the plot, zero is where the scale says, or at the nearest end. */
static void
test_scale (void)
{
  static const struct
  {
    SoulsRange range;
    double zero;
  } rows[] = { { { -20e3, 80e3 }, 0.2 }, { { 0.0, 10.0 }, 0.0 }, { { -8.0, 0.0 }, 1.0 },
               { { 5.0, 9.0 }, 0.0 } };
  g_autoptr (SoulsScene) scene = souls_scene_new ();

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      SoulsFrame frame = lay_out (scene, 600, 450, rows[i].range, TRUE, NULL);
      double bottom = souls_box_bottom (frame.plot);

      g_assert_cmpfloat_with_epsilon (souls_linear_scale_map (&frame.scale, rows[i].range.min),
                                      bottom, 1e-6);
      g_assert_cmpfloat_with_epsilon (souls_linear_scale_map (&frame.scale, rows[i].range.max),
                                      frame.plot.y, 1e-6);
      g_assert_cmpfloat_with_epsilon (souls_frame_get_zero (&frame),
                                      bottom - rows[i].zero * frame.plot.height, 1e-6);
    }
}

static guint
count_lines (const char *text,
             const char *needle)
{
  guint n = 0;

  for (const char *c = strstr (text, needle); c != NULL; c = strstr (c + 1, needle))
    n++;
  return n;
}

static void
test_grid (void)
{
  g_autoptr (SoulsScene) scene = souls_scene_new ();
  SoulsFrame frame = lay_out (scene, 600, 450, (SoulsRange) { -20e3, 80e3 }, TRUE, NULL);
  g_autofree char *with_zero = souls_scene_dump (scene);
  g_autofree char *without_zero = NULL;

  g_assert_cmpuint (count_lines (with_zero, "stroke grid"), ==, frame.ticks.n - 1);
  g_assert_cmpuint (count_lines (with_zero, "stroke zero"), ==, 1);
  g_assert_cmpuint (count_lines (with_zero, "fill projected"), ==, 1);

  frame = lay_out (scene, 600, 450, (SoulsRange) { 20e3, 80e3 }, TRUE, NULL);
  without_zero = souls_scene_dump (scene);
  g_assert_cmpuint (count_lines (without_zero, "stroke grid"), ==, frame.ticks.n);
  g_assert_cmpuint (count_lines (without_zero, "stroke zero"), ==, 0);
}

/* However narrow, the year to keep is named, and names don't touch. */
static void
test_keep (void)
{
  g_autoptr (SoulsScene) scene = souls_scene_new ();

  for (int width = 240; width <= 1400; width += 40)
    {
      lay_out (scene, width, 400, (SoulsRange) { 0.0, 100e3 }, FALSE, NULL);
      g_assert_true (has_text (scene, "2025"));
    }
}

/* Few categories are all named, the long ones with an ellipsis. */
static void
test_few (void)
{
  static const char *const labels[] = { "First-party online stores and the rest", "Sellers",
                                        "AWS" };
  g_autoptr (SoulsScene) scene = souls_scene_new ();
  SoulsFrame frame;
  SoulsBandScale bands;

  souls_scene_reset (scene, 320, 240, 0.0);
  frame = souls_frame_begin (scene, FALSE, NULL);
  g_assert_true (souls_frame_reserve_labels (&frame));
  souls_frame_set_values (&frame, scene, (SoulsRange) { 0.0, 10.0 }, format_money, NULL);
  bands = souls_band_scale (3, frame.plot.x, souls_box_right (frame.plot), 0.6);
  souls_frame_add_labels (&frame, scene, &bands, labels, 0);
  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    g_assert_true (has_text (scene, labels[i]));
  for (guint i = 0; i < souls_scene_get_n_texts (scene); i++)
    g_assert_cmpfloat (souls_scene_get_text_box (scene, i).width, <=, bands.step);
}

/* A chart that is too low does without rows instead of without a plot. */
static void
test_low (void)
{
  g_autoptr (SoulsScene) scene = souls_scene_new ();
  SoulsFrame frame;

  souls_scene_reset (scene, 320, 80, 0.0);
  frame = souls_frame_begin (scene, FALSE, NULL);
  g_assert_false (souls_frame_reserve_labels (&frame));
  g_assert_false (souls_frame_reserve_strip (&frame));
  souls_frame_set_values (&frame, scene, (SoulsRange) { 0.0, 10.0 }, format_money, NULL);
  g_assert_cmpfloat (frame.plot.height, >, 30.0);
}

/* The chart begins where it is held, unless the words reach further down. */
static void
test_held (void)
{
  g_autoptr (SoulsScene) scene = souls_scene_new ();
  SoulsFrame frame;
  double free, bottom;

  souls_scene_reset (scene, 600, 400, 0.0);
  souls_scene_set_finding (scene, "Short");
  frame = souls_frame_begin (scene, TRUE, "Foot");
  free = frame.body.y;
  bottom = souls_box_bottom (frame.body);
  souls_frame_hold_head (&frame, free - 10.0);
  g_assert_cmpfloat (frame.plot.y, ==, free);
  souls_frame_hold_head (&frame, free + 30.0);
  g_assert_cmpfloat (frame.body.y, ==, free + 30.0);
  g_assert_cmpfloat (frame.plot.y, ==, free + 30.0);
  g_assert_cmpfloat (souls_box_bottom (frame.plot), ==, bottom);
  souls_frame_hold_head (&frame, 1000.0);
  g_assert_cmpfloat (frame.plot.height, ==, 0.0);
  g_assert_cmpfloat (souls_box_bottom (frame.plot), ==, bottom);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/plot/frame/sizes", test_sizes);
  g_test_add_func ("/plot/frame/words", test_words);
  g_test_add_func ("/plot/frame/scale", test_scale);
  g_test_add_func ("/plot/frame/grid", test_grid);
  g_test_add_func ("/plot/frame/keep", test_keep);
  g_test_add_func ("/plot/frame/few", test_few);
  g_test_add_func ("/plot/frame/low", test_low);
  g_test_add_func ("/plot/frame/held", test_held);
  return g_test_run ();
}
