/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "souls-shelf.h"

#include <stdlib.h>
#include <string.h>

#define USER_FOLDER "two-souls"

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/**
 * souls_shelf_make_id:
 * @file: a file's name without its folder
 * @ending: what is left out where the name ends with it
 *
 * Returns: (transfer full): what the command line and the settings call it
 */
char *
souls_shelf_make_id (const char *file,
                     const char *ending)
{
  const char *start = file + strspn (file, "0123456789");
  gsize length;

  if (start == file || *start != '-')
    start = file;
  else
    start++;
  length = strlen (start);
  return g_strndup (start, g_str_has_suffix (start, ending) ? length - strlen (ending) : length);
}

/**
 * souls_shelf_list_shipped:
 * @folder: of the resource, with a slash at its end
 * @error: where there is none
 *
 * Returns: (transfer full) (nullable) (array zero-terminated=1): the names, in their order
 */
char **
souls_shelf_list_shipped (const char *folder,
                          GError    **error)
{
  char **files = g_resources_enumerate_children (folder, G_RESOURCE_LOOKUP_FLAGS_NONE, error);

  if (files != NULL)
    qsort (files, g_strv_length (files), sizeof *files, compare_names);
  return files;
}

/**
 * souls_shelf_list_own:
 * @folder: a path
 * @ending: of the names that are listed
 *
 * Returns: (transfer full) (array zero-terminated=1): the names, in their order
 */
char **
souls_shelf_list_own (const char *folder,
                      const char *ending)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  g_autoptr (GPtrArray) files = g_ptr_array_new ();
  const char *file;

  while (dir != NULL && (file = g_dir_read_name (dir)) != NULL)
    if (g_str_has_suffix (file, ending))
      g_ptr_array_add (files, g_strdup (file));
  g_ptr_array_sort (files, compare_names);
  g_ptr_array_add (files, NULL);
  return (char **) g_ptr_array_free (g_steal_pointer (&files), FALSE);
}

/**
 * souls_shelf_folder:
 * @kind: "presets"
 *
 * Returns: (transfer full): the path, whether or not there is such a folder
 */
char *
souls_shelf_folder (const char *kind)
{
  return g_build_filename (g_get_user_data_dir (), USER_FOLDER, kind, NULL);
}
