/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "picture.h"
#include "souls-output.h"
#include "svg-reader.h"

#define WIDTH 640.0
#define HEIGHT 400.0

/* Another program draws letters and hatches on other parts of a pixel; in squares of 8 that evens
 * out. */
#define SQUARE 8
#define MEAN 0.01
#define WORST 0.2

static Stage stage;

typedef struct
{
  SoulsChart chart;
  int view;
} Subject;

/* All words are there as words, and all of it is inside, for readers from both sides, with hues and
 * with hatches. */
static void
test_content (gconstpointer data)
{
  static const SoulsThemeId themes[] = { SOULS_THEME_LIGHT, SOULS_THEME_PRINT };
  const Subject *subject = data;
  g_autoptr (SoulsScene) scene = souls_scene_new ();

  for (int rtl = 0; rtl < 2; rtl++)
    for (guint i = 0; i < G_N_ELEMENTS (themes); i++)
      {
        g_autoptr (GBytes) bytes = NULL;
        g_autoptr (GPtrArray) elements = NULL;

        picture_stage (&stage, subject->chart, subject->view, rtl, WIDTH, HEIGHT, scene);
        bytes = souls_scene_render (scene, souls_theme_get (themes[i]), SOULS_FORMAT_SVG, 1.0,
                                    NULL);
        elements = svg_read (bytes);
        svg_check_texts (elements, scene);
        svg_check_inside (elements, WIDTH, HEIGHT);
        svg_check_references (elements);
        g_assert_cmpstr (svg_get (g_ptr_array_index (elements, 0), "xml:lang"), ==, "en");
      }
}

static cairo_surface_t *
convert (const char *program,
         GBytes     *svg)
{
  g_autofree char *path = g_test_build_filename (G_TEST_BUILT, "chart.svg", NULL);
  g_autofree char *converted = g_test_build_filename (G_TEST_BUILT, "chart.png", NULL);
  const char *const command[] = { program, path, "-o", converted, NULL };
  g_autoptr (GError) error = NULL;
  int status;

  g_file_set_contents (path, g_bytes_get_data (svg, NULL), (gssize) g_bytes_get_size (svg), &error);
  g_assert_no_error (error);
  g_spawn_sync (NULL, (char **) command, NULL, G_SPAWN_DEFAULT, NULL, NULL, NULL, NULL, &status,
                &error);
  g_assert_no_error (error);
  g_assert_true (g_spawn_check_wait_status (status, &error));
  return cairo_image_surface_create_from_png (converted);
}

/* Another program sees in the file what is on the screen. */
static void
test_picture (gconstpointer data)
{
  static const SoulsThemeId themes[] = { SOULS_THEME_DARK, SOULS_THEME_PRINT };
  const Subject *subject = data;
  g_autofree char *program = g_find_program_in_path ("rsvg-convert");
  g_autoptr (SoulsScene) scene = souls_scene_new ();

  if (program == NULL)
    {
      g_test_skip ("rsvg-convert (Debian: librsvg2-bin) is not installed");
      return;
    }
  for (guint i = 0; i < G_N_ELEMENTS (themes); i++)
    {
      const SoulsTheme *theme = souls_theme_get (themes[i]);
      g_autoptr (cairo_surface_t) drawn = NULL;
      g_autoptr (cairo_surface_t) converted = NULL;
      g_autoptr (cairo_surface_t) coarse = NULL;
      g_autoptr (cairo_surface_t) coarse_converted = NULL;
      g_autoptr (GBytes) svg = NULL;
      Difference difference;

      picture_stage (&stage, subject->chart, subject->view, i > 0, WIDTH, HEIGHT, scene);
      drawn = picture_draw (scene, theme, 1.0);
      svg = souls_scene_render (scene, theme, SOULS_FORMAT_SVG, 1.0, NULL);
      converted = convert (program, svg);
      coarse = picture_shrink (drawn, SQUARE);
      coarse_converted = picture_shrink (converted, SQUARE);
      difference = picture_compare (coarse, coarse_converted);
      g_assert_cmpfloat (difference.mean, <=, MEAN);
      g_assert_cmpfloat (difference.worst, <=, WORST);
    }
}

static void
test_font (void)
{
  if (!stage_has_font ())
    g_test_skip ("the font Cantarell is not installed: layouts are not tested");
}

static void
add_test (const char    *name,
          SoulsChart     chart,
          int            view,
          GTestDataFunc  test)
{
  const char *id = souls_chart_view_id (chart, view);
  g_autofree char *path = g_strdup_printf ("/charts/%s%s%s/svg/%s", souls_chart_id (chart),
                                           id ? "/" : "", id ? id : "", name);
  Subject *subject = g_new (Subject, 1);

  *subject = (Subject) { chart, view };
  g_test_add_data_func_full (path, subject, test, g_free);
}

int
main (int    argc,
      char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  stage_open (g_getenv ("SOULS_TEST_DATA"));
  g_test_add_func ("/charts/registry/svg/font", test_font);
  for (int chart = 0; chart < SOULS_N_CHARTS && stage_has_font (); chart++)
    for (int view = 0; view < souls_chart_n_views ((SoulsChart) chart); view++)
      {
        add_test ("content", (SoulsChart) chart, view, test_content);
        add_test ("picture", (SoulsChart) chart, view, test_picture);
      }
  status = g_test_run ();
  stage_close ();
  return status;
}
