/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>
#include <string.h>

#include "program.h"

static char *
get_path (const char *name)
{
  return g_build_filename (get_folder (), name, NULL);
}

static void
test_gif (void)
{
  g_autofree char *path = get_path ("a.gif");
  g_autofree char *line =
    g_strdup_printf ("animate timeline cloud-winter -o %s -f json --width 400 --height 300 --seconds 1 --fps 4", path);
  g_autoptr (JsonNode) root = run_json (line);
  g_autofree char *bytes = NULL;
  gsize length;

  g_assert_nonnull (root);
  g_assert_true (g_file_get_contents (path, &bytes, &length, NULL));
  g_assert_cmpuint (length, >, 1000);
  g_assert_cmpint (memcmp (bytes, "GIF89a", 6), ==, 0);
}

/* Numbered from 1, without a gap; the rest is the same picture again. */
static void
test_pictures (void)
{
  g_autofree char *pattern = get_path ("p-%02d.png");
  g_autofree char *line =
    g_strdup_printf ("animate with-without --set aws-growth=5 -o %s --width 300 --height 240 --seconds 1 --fps 5", pattern);
  g_auto (Run) result = { 0 };
  g_autofree char *before = NULL;
  gsize length = 0;

  run_line (&result, line);
  assert_good (&result);
  for (int i = 1; i <= 7; i++)
    {
      g_autofree char *name = g_strdup_printf ("p-%02d.png", i);
      g_autofree char *path = get_path (name);
      g_autofree char *bytes = NULL;
      gsize size;

      g_assert_cmpint (g_file_test (path, G_FILE_TEST_EXISTS), ==, i <= 6);
      if (i > 6)
        break;
      g_assert_true (g_file_get_contents (path, &bytes, &size, NULL));
      g_assert_cmpint (memcmp (bytes, "\x89PNG", 4), ==, 0);
      if (i == 6)
        g_assert_cmpmem (bytes, size, before, length);
      g_free (before);
      before = g_steal_pointer (&bytes);
      length = size;
    }
}

static void
test_bad (void)
{
  static const struct
  {
    const char *line;
    const char *part;
  } rows[] = {
    { "animate timeline cloud-winter", "expected an output file" },
    { "animate timeline -o a.gif", "nothing would move" },
    { "animate timelines cloud-winter -o a.gif", "timelines" },
    { "animate timeline cloud-winter -o a.webp", ".gif" },
    { "animate timeline cloud-winter -o a.png", "frame-%03d.png" },
    { "animate timeline cloud-winter -o a.gif --fps 0", "--fps" },
    { "animate timeline cloud-winter -o a.gif --fps 51", "--fps" },
    { "animate timeline cloud-winter -o a.gif --seconds 0", "--seconds" },
    { "animate timeline cloud-winter -o a.gif --seconds 60 --fps 50", "at most 2000" },
    { "animate timeline cloud-winter -o a.gif --width 10", "--width" },
    { "animate timeline cloud-winter -o a.gif --theme pink", "--theme" },
    { "animate timeline cloud-winter -o a.gif --view x", "--view" },
    { "animate timeline cloud-winter -o a.gif --year 1850", "--year" },
    { "animate timeline cloud-winter -o /nowhere/a.gif", "/nowhere/a.gif" },
    { "animate timeline cloud-winter -o /nowhere/a-%d.png", "/nowhere/a-1.png" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_auto (Run) result = { 0 };

      run_line (&result, rows[i].line);
      assert_bad (&result, rows[i].part);
      g_assert_false (g_file_test ("a.gif", G_FILE_TEST_EXISTS));
    }
}

int
main (int    argc,
      char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  set_up ();
  g_test_add_func ("/cli/animate/gif", test_gif);
  g_test_add_func ("/cli/animate/pictures", test_pictures);
  g_test_add_func ("/cli/animate/bad", test_bad);
  status = g_test_run ();
  clean_up ();
  return status;
}
