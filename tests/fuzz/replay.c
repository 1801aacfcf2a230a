/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib.h>

#include "fuzz-scenario.h"

#ifndef SOULS_FUZZ_NAME
#define SOULS_FUZZ_NAME "scenario"
#endif

/* Without what follows it, so that reading past it is found. */
static void
test_file (gconstpointer path)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *bytes = NULL;
  g_autofree uint8_t *copy = NULL;
  gsize length;

  g_file_get_contents (path, &bytes, &length, &error);
  g_assert_no_error (error);
  copy = g_memdup2 (bytes, length);
  LLVMFuzzerTestOneInput (copy, length);
}

static void
add_folder (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GDir) folder = g_dir_open (path, 0, &error);
  int n = 0;

  g_assert_no_error (error);
  for (const char *name; (name = g_dir_read_name (folder)) != NULL; n++)
    {
      g_autofree char *title = g_strconcat ("/fuzz/" SOULS_FUZZ_NAME "/", name, NULL);

      g_test_add_data_func_full (title, g_build_filename (path, name, NULL), test_file, g_free);
    }
  g_assert_cmpint (n, >, 0);
}

/* Each file of the folders named goes through what libFuzzer calls. */
int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  LLVMFuzzerInitialize (&argc, &argv);
  g_assert_cmpint (argc, >, 1);
  for (int i = 1; i < argc; i++)
    add_folder (argv[i]);
  return g_test_run ();
}
