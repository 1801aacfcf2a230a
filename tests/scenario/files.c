/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "files.h"

#include <glib/gstdio.h>
#include <string.h>

char *
make_folder (void)
{
  g_autoptr (GError) error = NULL;
  char *folder = g_dir_make_tmp ("two-souls-scenario-XXXXXX", &error);

  g_assert_no_error (error);
  return folder;
}

void
remove_folder (char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_assert_cmpint (g_remove (path), ==, 0);
    }
  g_assert_cmpint (g_rmdir (folder), ==, 0);
  g_free (folder);
}

char *
write_file (const char *folder,
            const char *name,
            const char *bytes,
            gssize      length)
{
  char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GError) error = NULL;

  g_file_set_contents_full (path, bytes, length, G_FILE_SET_CONTENTS_CONSISTENT, 0666, &error);
  g_assert_no_error (error);
  return path;
}

char *
get_reported_path (void)
{
  return g_test_build_filename (G_TEST_DIST, "..", "..", "data", "reported.json", NULL);
}

char *
get_beliefs_path (void)
{
  return g_test_build_filename (G_TEST_DIST, "..", "..", "data", "beliefs.json", NULL);
}

SoulsDataSet *
load_shipped (void)
{
  g_autofree char *reported = get_reported_path ();
  g_autofree char *beliefs = get_beliefs_path ();
  g_autoptr (GError) error = NULL;
  SoulsDataSet *data = souls_data_set_load_files ((const char *const[]) { reported, NULL },
                                                  (const char *const[]) { beliefs, NULL }, &error);

  g_assert_no_error (error);
  return data;
}

void
assert_message (const GError *error,
                int           code,
                const char   *part)
{
  g_assert_error (error, SOULS_SCENARIO_ERROR, code);
  g_assert_null (strchr (error->message, '\n'));
  g_assert_true (g_utf8_validate (error->message, -1, NULL));
  if (strstr (error->message, part) == NULL)
    g_error ("“%s” does not say “%s”", error->message, part);
}
