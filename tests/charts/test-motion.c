/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <gif_lib.h>
#include <glib/gstdio.h>
#include <math.h>
#include <string.h>

#include "fixture.h"
#include "souls-film.h"

#define WIDTH 480
#define HEIGHT 360
#define RATE 10
/* Of one change at 2 s: 4 frames of words, 10 of motion, 6 of rest. */
#define STEP 20
#define REST 6

static Stage stage;
static char *folder;

static SoulsMotion *
make_motion (SoulsChart chart)
{
  SoulsMotion *motion;

  stage_set (&stage, stage_last_year (), 5, SOULS_RUNG_ARITHMETIC, MOOD_CLOUDY, stage_last_year () + 5);
  stage.input.bands = stage.bands;
  motion = souls_motion_new (chart, &stage.input, WIDTH, HEIGHT, NULL);
  souls_motion_set_times (motion, 2.0, RATE);
  souls_motion_add_moves (motion);
  return motion;
}

static char *
dump (SoulsMotion *motion,
      int          frame)
{
  g_autoptr (SoulsScene) scene = souls_scene_new ();

  souls_motion_layout (motion, frame, scene);
  return souls_scene_dump (scene);
}

/* The frame's chart is the one that the catalogue makes of that state, with the words under it. */
static void
assert_is_chart (SoulsMotion     *motion,
                 int              frame,
                 SoulsChart       chart,
                 SoulsChartInput *input)
{
  g_autoptr (SoulsScene) scene = souls_scene_new ();
  g_autoptr (SoulsScene) shown = souls_scene_new ();
  SoulsChartFrame place = { .width = WIDTH, .with_finding = TRUE };
  SoulsRange range;

  souls_motion_layout (motion, frame, shown);
  place.base_size = souls_scene_get_base_size (shown);
  /* Two lines and a half under the chart. */
  place.height = HEIGHT - ceil (3.4 * place.base_size);
  range = souls_scene_get_range (shown);
  place.range = &range;
  souls_chart_layout (chart, input, &place, scene);
  g_assert_cmpfloat (souls_scene_get_height (shown), ==, HEIGHT);
  g_assert_cmpstr (souls_scene_get_finding (shown), ==, souls_scene_get_finding (scene));
  g_assert_cmpuint (souls_scene_get_n_targets (shown), ==, souls_scene_get_n_targets (scene));
  for (guint i = 0; i < souls_scene_get_n_targets (scene); i++)
    {
      g_assert_cmpstr (souls_scene_get_target (shown, i)->value, ==, souls_scene_get_target (scene, i)->value);
      g_assert_cmpuint (souls_scene_get_target (shown, i)->key, ==, souls_scene_get_target (scene, i)->key);
    }
}

static void
test_ends (void)
{
  for (int i = 0; i < SOULS_N_CHARTS; i++)
    {
      const SoulsChart chart = (SoulsChart) i;
      g_autoptr (SoulsMotion) motion = NULL;
      SoulsChartInput before;
      SoulsDrivers drivers;
      SoulsHistory history;

      if ((souls_chart_needs (chart, 0) & SOULS_CHART_NEEDS_SIMULATION) != 0)
        continue;
      motion = make_motion (chart);
      assert_is_chart (motion, souls_motion_get_n_frames (motion) - 1, chart, &stage.input);
      before = stage.input;
      souls_drivers_reset (&drivers, before.calibration);
      souls_history_compute (before.calibrations, before.history->n_years, before.calibration, before.settings, &drivers,
                             &history);
      before.results = before.baseline;
      before.drivers = &drivers;
      before.history = &history;
      before.moved = FALSE;
      before.n_moves = 0;
      assert_is_chart (motion, 0, chart, &before);
    }
}

static void
test_frames (void)
{
  g_autoptr (SoulsMotion) motion = make_motion (SOULS_CHART_WITH_WITHOUT);
  const int n = souls_motion_get_n_frames (motion);

  g_assert_cmpint (stage.n_moves, >, 1);
  g_assert_cmpint (souls_motion_get_n_states (motion), ==, stage.n_moves + 1);
  g_assert_cmpint (n, ==, REST + stage.n_moves * STEP);
  for (int i = 0; i < n; i++)
    {
      const int run = souls_motion_get_run (motion, i);
      g_autofree char *here = dump (motion, i);

      g_assert_cmpint (run, >=, 1);
      g_assert_cmpint (i + run, <=, n);
      for (int k = 1; k < run; k++)
        {
          g_autofree char *there = dump (motion, i + k);

          g_assert_cmpstr (here, ==, there);
        }
      if (i + run < n)
        {
          g_autofree char *next = dump (motion, i + run);

          g_assert_cmpstr (here, !=, next);
        }
    }
}

/* Where the ground of projected years begins, or any other chart's plot. */
static double
get_top (SoulsScene *scene)
{
  g_autofree char *dump = souls_scene_dump (scene);
  const char *line = strstr (dump, "fill projected");
  double x, y;

  g_assert_nonnull (line);
  while (line > dump && line[-1] != '\n')
    line--;
  g_assert_cmpint (sscanf (line, "rect %lf,%lf", &x, &y), ==, 2);
  return y;
}

/* The finding has one line in some frames, two in others; the chart stays where it is. */
static void
test_head (void)
{
  gboolean differ = FALSE;

  for (int width = 300; width <= 600; width += 20)
    {
      g_autoptr (SoulsScene) scene = souls_scene_new ();
      g_autoptr (SoulsMotion) motion = NULL;
      double top = 0.0, head = 0.0;

      stage_set (&stage, stage_last_year (), 5, SOULS_RUNG_ARITHMETIC, MOOD_CLOUDY, stage_last_year () + 5);
      motion = souls_motion_new (SOULS_CHART_TIMELINE, &stage.input, width, HEIGHT, NULL);
      souls_motion_set_times (motion, 2.0, RATE);
      souls_motion_add_moves (motion);
      for (int i = 0; i < souls_motion_get_n_frames (motion); i += souls_motion_get_run (motion, i))
        {
          souls_motion_layout (motion, i, scene);
          if (i == 0)
            top = get_top (scene);
          else
            differ |= souls_scene_get_head (scene) != head;
          head = souls_scene_get_head (scene);
          g_assert_cmpfloat (get_top (scene), ==, top);
        }
    }
  g_assert_true (differ);
}

/* One frame a change is as short as it gets: it has arrived. */
static void
test_short (void)
{
  g_autoptr (SoulsMotion) motion = make_motion (SOULS_CHART_TIMELINE);

  souls_motion_set_times (motion, 0.2, 1);
  g_assert_cmpint (souls_motion_get_n_frames (motion), ==, 1 + 2 * stage.n_moves);
  assert_is_chart (motion, souls_motion_get_n_frames (motion) - 1, SOULS_CHART_TIMELINE, &stage.input);
}

static void
test_mix (void)
{
  SoulsDrivers from = { { 1.0, 2.0 } };
  SoulsDrivers to = { { 3.0, 2.0 } };
  SoulsDrivers mixed;
  double last = 0.0;

  souls_motion_mix (&from, &to, 0.5, &mixed);
  g_assert_cmpfloat (mixed.target[0], ==, 2.0);
  g_assert_cmpfloat (mixed.target[1], ==, 2.0);
  souls_motion_mix (&from, &to, 1.0, &mixed);
  g_assert_cmpmem (&mixed, sizeof mixed, &to, sizeof to);
  g_assert_cmpfloat (souls_motion_ease (0.0), ==, 0.0);
  g_assert_cmpfloat (souls_motion_ease (0.5), ==, 0.5);
  g_assert_cmpfloat (souls_motion_ease (1.0), ==, 1.0);
  for (int i = 1; i <= 20; i++)
    {
      g_assert_cmpfloat (souls_motion_ease (i / 20.0), >, last);
      last = souls_motion_ease (i / 20.0);
    }
}

static void
shoot (const char *path)
{
  g_autoptr (SoulsMotion) motion = make_motion (SOULS_CHART_WITH_WITHOUT);
  g_autoptr (GError) error = NULL;
  g_autoptr (SoulsFilm) film = souls_film_new (motion, souls_theme_get (SOULS_THEME_LIGHT), RATE, path, &error);

  g_assert_no_error (error);
  while (!souls_film_is_done (film))
    {
      g_assert_true (souls_film_step (film, &error));
      g_assert_no_error (error);
    }
  g_assert_cmpint (souls_film_get_done (film), ==, souls_film_get_n_frames (film));
}

static int
get_delay (const SavedImage *image)
{
  GraphicsControlBlock control;

  for (int i = 0; i < image->ExtensionBlockCount; i++)
    if (image->ExtensionBlocks[i].Function == GRAPHICS_EXT_FUNC_CODE &&
        DGifExtensionToGCB ((size_t) image->ExtensionBlocks[i].ByteCount, image->ExtensionBlocks[i].Bytes, &control) ==
          GIF_OK)
      return control.DelayTime;
  g_assert_not_reached ();
}

/* Read back by giflib: size, time, paper, and that it is the same every time. */
static void
test_gif (void)
{
  g_autofree char *path = g_build_filename (folder, "a.gif", NULL);
  g_autofree char *again = g_build_filename (folder, "b.gif", NULL);
  g_autofree char *bytes = NULL;
  g_autofree char *same = NULL;
  const SoulsRgba *paper = &souls_theme_get (SOULS_THEME_LIGHT)->color[SOULS_COLOR_PAPER];
  gsize length, same_length;
  GifFileType *file;
  GifColorType corner;
  int code, time = 0;

  shoot (path);
  shoot (again);
  g_assert_true (g_file_get_contents (path, &bytes, &length, NULL));
  g_assert_true (g_file_get_contents (again, &same, &same_length, NULL));
  g_assert_cmpmem (bytes, length, same, same_length);
  file = DGifOpenFileName (path, &code);
  g_assert_nonnull (file);
  g_assert_cmpint (DGifSlurp (file), ==, GIF_OK);
  g_assert_cmpint (file->SWidth, ==, WIDTH);
  g_assert_cmpint (file->SHeight, ==, HEIGHT);
  for (int i = 0; i < file->ImageCount; i++)
    time += get_delay (&file->SavedImages[i]);
  g_assert_cmpint (time, ==, 100 * (REST + stage.n_moves * STEP) / RATE);
  g_assert_cmpint (file->ImageCount, >, stage.n_moves * 9);
  corner = file->SColorMap->Colors[file->SavedImages[0].RasterBits[0]];
  g_assert_cmpint (corner.Red, ==, (int) (paper->red * 255.0 + 0.5));
  g_assert_cmpint (corner.Blue, ==, (int) (paper->blue * 255.0 + 0.5));
  g_assert_cmpint (DGifCloseFile (file, &code), ==, GIF_OK);
  g_unlink (path);
  g_unlink (again);
}

static void
test_pictures (void)
{
  g_autofree char *pattern = g_build_filename (folder, "f-%03d.png", NULL);
  int n;

  shoot (pattern);
  n = REST + stage.n_moves * STEP;
  for (int i = 1; i <= n; i++)
    {
      g_autofree char *name = g_strdup_printf ("f-%03d.png", i);
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_assert_cmpint (g_unlink (path), ==, 0);
    }
  /* Nothing else was written. */
  g_assert_cmpint (g_rmdir (folder), ==, 0);
  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
}

/* What is left when somebody stops: nothing. */
static void
test_stopped (void)
{
  static const char *const names[] = { "s-%d.png", "s.gif" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_build_filename (folder, names[i], NULL);
      g_autoptr (SoulsMotion) motion = make_motion (SOULS_CHART_WITH_WITHOUT);
      SoulsFilm *film = souls_film_new (motion, souls_theme_get (SOULS_THEME_DARK), RATE, path, NULL);

      for (int k = 0; k < 3; k++)
        g_assert_true (souls_film_step (film, NULL));
      souls_film_free (film);
      g_assert_cmpint (g_rmdir (folder), ==, 0);
      g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
    }
}

static void
test_refused (void)
{
  static const char *const names[] = { "a.png", "a-%s.png", "a-%d-%d.png", "a-%.png", "a.webp", "a", "%d/a.png",
                                       "a-%9999999999d.png" };
  g_autoptr (SoulsMotion) motion = make_motion (SOULS_CHART_WITH_WITHOUT);
  const SoulsTheme *theme = souls_theme_get (SOULS_THEME_LIGHT);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (souls_film_new (motion, theme, RATE, names[i], &error));
      g_assert_error (error, SOULS_PLOT_ERROR, SOULS_PLOT_ERROR_FORMAT);
      g_assert_nonnull (strstr (error->message, names[i]));
    }
  souls_motion_set_times (motion, 60.0, 50);
  {
    g_autoptr (GError) error = NULL;

    g_assert_null (souls_film_new (motion, theme, 50, "a.gif", &error));
    g_assert_error (error, SOULS_PLOT_ERROR, SOULS_PLOT_ERROR_SIZE);
  }
}

int
main (int    argc,
      char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  stage_open (g_getenv ("SOULS_TEST_DATA"));
  folder = g_dir_make_tmp ("souls-motion-XXXXXX", NULL);
  g_test_add_func ("/charts/motion/ends", test_ends);
  g_test_add_func ("/charts/motion/frames", test_frames);
  g_test_add_func ("/charts/motion/head", test_head);
  g_test_add_func ("/charts/motion/short", test_short);
  g_test_add_func ("/charts/motion/mix", test_mix);
  g_test_add_func ("/charts/film/gif", test_gif);
  g_test_add_func ("/charts/film/pictures", test_pictures);
  g_test_add_func ("/charts/film/stopped", test_stopped);
  g_test_add_func ("/charts/film/refused", test_refused);
  status = g_test_run ();
  g_rmdir (folder);
  g_free (folder);
  stage_close ();
  return status;
}
