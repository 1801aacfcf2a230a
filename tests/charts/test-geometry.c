/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "picture.h"

#include <string.h>

/* Charts without their words, compared with stored pictures; see README.md. */

#define WIDTH 640.0
#define HEIGHT 400.0
#define SHRINK 4

#define MEAN 0.004
#define SHARE 0.02

#define HOW "SOULS_UPDATE_IMAGES=1 meson test charts-geometry, then look at the picture"

static Stage stage;

typedef struct
{
  SoulsChart chart;
  int view;
} Subject;

static char *
make_name (SoulsChart chart,
           int        view)
{
  const char *id = souls_chart_view_id (chart, view);

  return g_strdup_printf ("%s%s%s.png", souls_chart_id (chart), id != NULL ? "-" : "",
                          id != NULL ? id : "");
}

static cairo_surface_t *
draw (SoulsChart chart,
      int        view)
{
  g_autoptr (SoulsScene) scene = souls_scene_new ();
  g_autoptr (cairo_surface_t) drawn = NULL;
  SoulsTheme theme = picture_wordless (SOULS_THEME_LIGHT);

  picture_stage (&stage, chart, view, FALSE, WIDTH, HEIGHT, scene);
  drawn = picture_draw (scene, &theme, 1.0);
  return picture_shrink (drawn, SHRINK);
}

static void
write_picture (cairo_surface_t *surface,
               const char      *path)
{
  g_assert_cmpint (cairo_surface_write_to_png (surface, path), ==, CAIRO_STATUS_SUCCESS);
}

static void
test_picture (gconstpointer data)
{
  const Subject *subject = data;
  g_autofree char *name = make_name (subject->chart, subject->view);
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "geometry", name, NULL);
  g_autofree char *found = g_test_build_filename (G_TEST_BUILT, name, NULL);
  g_autoptr (cairo_surface_t) drawn = draw (subject->chart, subject->view);
  g_autoptr (cairo_surface_t) stored = NULL;
  Difference difference;

  if (g_getenv ("SOULS_UPDATE_IMAGES") != NULL)
    write_picture (drawn, path);
  stored = cairo_image_surface_create_from_png (path);
  if (cairo_surface_status (stored) != CAIRO_STATUS_SUCCESS)
    g_error ("%s: no picture to compare with; to make it: " HOW, path);

  difference = picture_compare (drawn, stored);
  if (difference.mean <= MEAN && difference.share <= SHARE)
    return;
  write_picture (drawn, found);
  g_error ("%s: differs from what is drawn now, %s: %.4f on average (at most %.4f), by more than a "
           "tenth in %.3f of the pixels (at most %.3f). If that is as wanted: " HOW,
           path, found, difference.mean, MEAN, difference.share, SHARE);
}

/* A picture of no chart is one that nothing looks at. */
static void
test_no_other (void)
{
  g_autofree char *folder = g_test_build_filename (G_TEST_DIST, "geometry", NULL);
  g_autoptr (GHashTable) names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GDir) dir = g_dir_open (folder, 0, &error);
  const char *name;

  g_assert_no_error (error);
  for (int chart = 0; chart < SOULS_N_CHARTS; chart++)
    for (int view = 0; view < souls_chart_n_views ((SoulsChart) chart); view++)
      g_hash_table_add (names, make_name ((SoulsChart) chart, view));
  while ((name = g_dir_read_name (dir)) != NULL)
    if (!g_hash_table_contains (names, name))
      g_error ("%s/%s: belongs to no chart", folder, name);
}

static void
test_font (void)
{
  if (!stage_has_font ())
    g_test_skip ("the font Cantarell is not installed: pictures are not compared");
}

int
main (int    argc,
      char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  stage_open (g_getenv ("SOULS_TEST_DATA"));
  g_test_add_func ("/charts/registry/geometry/font", test_font);
  g_test_add_func ("/charts/registry/geometry/no-other", test_no_other);
  for (int chart = 0; chart < SOULS_N_CHARTS && stage_has_font (); chart++)
    for (int view = 0; view < souls_chart_n_views ((SoulsChart) chart); view++)
      {
        g_autofree char *name = make_name ((SoulsChart) chart, view);
        g_autofree char *path = g_strdup_printf ("/charts/geometry/%s", name);
        Subject *subject = g_new (Subject, 1);

        *subject = (Subject) { (SoulsChart) chart, view };
        g_test_add_data_func_full (path, subject, test_picture, g_free);
      }
  status = g_test_run ();
  stage_close ();
  return status;
}
