/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "souls-config.h"

#include "souls-export.h"

#include <glib/gi18n.h>

/* One row each. What is first is what most want: a slide. */
static const SoulsExportSize sizes[SOULS_N_EXPORT_SIZES] = {
  [SOULS_EXPORT_SIZE_SLIDE] = { "slide", N_("Slide (16∶9)"), 1280, 720 },
  [SOULS_EXPORT_SIZE_DOCUMENT] = { "document", N_("Document"), 960, 600 },
  [SOULS_EXPORT_SIZE_SQUARE] = { "square", N_("Square"), 1080, 1080 },
  [SOULS_EXPORT_SIZE_SCREEN] = { "screen", N_("As on Screen"), 0, 0 },
  [SOULS_EXPORT_SIZE_CUSTOM] = { "custom", N_("Custom"), 0, 0 },
};

/**
 * souls_export_size:
 * @size: 0 … SOULS_N_EXPORT_SIZES − 1
 *
 * Returns: (transfer none): a size to choose
 */
const SoulsExportSize *
souls_export_size (int size)
{
  g_return_val_if_fail (size >= 0 && size < SOULS_N_EXPORT_SIZES, NULL);

  return &sizes[size];
}

/**
 * souls_export_size_from_id:
 * @id: a size's id
 *
 * Returns: the size, or the first where there is none of that id
 */
int
souls_export_size_from_id (const char *id)
{
  for (int i = 0; i < SOULS_N_EXPORT_SIZES; i++)
    if (g_str_equal (sizes[i].id, id))
      return i;
  return 0;
}

gboolean
souls_export_has_pixels (SoulsFormat format)
{
  return g_str_equal (souls_format_mime (format), "image/png");
}

gboolean
souls_export_is_table (SoulsFormat format)
{
  return g_str_has_prefix (souls_format_mime (format), "text/");
}

/**
 * souls_export_name:
 * @chart: a chart's id
 * @year: the fiscal year it looks at
 * @format: a format
 *
 * Returns: (transfer full): the file name to begin with
 */
char *
souls_export_name (const char  *chart,
                   int          year,
                   SoulsFormat  format)
{
  return g_strdup_printf ("%s %d.%s", chart, year, souls_format_id (format));
}

/**
 * souls_export_correct:
 * @file: what was chosen
 * @format: (inout): the format that was chosen; the one that the name's ending says, where it says one
 * @error: says that the corrected name is taken
 *
 * Makes name and content of a file agree: an ending that names a format is believed, any other is completed. A file that
 * nobody agreed to replace is not replaced.
 *
 * Returns: (transfer full) (nullable): the file to write
 */
GFile *
souls_export_correct (GFile        *file,
                      SoulsFormat  *format,
                      GError      **error)
{
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *whole = NULL;
  g_autoptr (GFile) folder = g_file_get_parent (file);
  g_autoptr (GFile) corrected = NULL;

  if (folder == NULL || souls_format_from_path (name, format, NULL))
    return g_object_ref (file);

  whole = g_strdup_printf ("%s.%s", name, souls_format_id (*format));
  corrected = g_file_get_child (folder, whole);
  if (g_file_query_exists (corrected, NULL))
    {
      /* Translators: %s is the name of a file */
      g_set_error (error, SOULS_PLOT_ERROR, SOULS_PLOT_ERROR_WRITE,
                   _("There is a file “%s” already: choose it to replace it, or another name"), whole);
      return NULL;
    }
  return g_steal_pointer (&corrected);
}

/* What the file system says is there, and not what was sent. */
static gboolean
check_written (GFile   *file,
               gsize    size,
               GError **error)
{
  g_autoptr (GFileInfo) info =
    g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_SIZE, G_FILE_QUERY_INFO_NONE, NULL, error);
  g_autofree char *name = NULL;

  if (info == NULL)
    return FALSE;
  if (g_file_info_get_size (info) == (goffset) size)
    return TRUE;
  name = g_file_get_parse_name (file);
  /* Translators: %s is the name of a file */
  g_set_error (error, SOULS_PLOT_ERROR, SOULS_PLOT_ERROR_WRITE, _("%s is not whole"), name);
  return FALSE;
}

/**
 * souls_export_write:
 * @scale: pixels per px, for a format that has them
 * @file: where to; what was there is replaced in one step or left as it was
 * @error: says, in the user's language, which file and why not
 *
 * Writes a chart and makes sure that it is there.
 *
 * Returns: whether it is
 */
gboolean
souls_export_write (const SoulsScene *scene,
                    const SoulsTheme *theme,
                    SoulsFormat       format,
                    double            scale,
                    GFile            *file,
                    GError          **error)
{
  g_autoptr (GBytes) bytes = souls_scene_render (scene, theme, format, scale, error);
  g_autoptr (GError) cause = NULL;
  gconstpointer data;
  gsize size;

  if (bytes == NULL)
    return FALSE;
  data = g_bytes_get_data (bytes, &size);
  if (g_file_replace_contents (file, data, size, NULL, FALSE, G_FILE_CREATE_NONE, NULL, NULL, &cause) &&
      check_written (file, size, &cause))
    return TRUE;
  /* Translators: %s is the reason, with the name of the file */
  g_set_error (error, SOULS_PLOT_ERROR, SOULS_PLOT_ERROR_WRITE, _("The chart could not be saved: %s"), cause->message);
  return FALSE;
}
