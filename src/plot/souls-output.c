/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "souls-output-private.h"

#include <cairo-pdf.h>
#include <gio/gio.h>
#include <math.h>
#include <string.h>

/* Cairo's image surfaces end at 32767; much less than that fills memory. */
#define MAX_SIDE 32767.0
#define MAX_PIXELS 150e6

/* A fixed date: the same scene gives the same bytes every time. */
#define CREATE_DATE "2026-01-01T00:00:00Z"

G_DEFINE_QUARK (souls-plot-error-quark, souls_plot_error)

/* Renders to memory. */
typedef gboolean (*Writer) (const SoulsScene *scene,
                            const SoulsTheme *theme,
                            double            scale,
                            GString          *bytes,
                            GError          **error);

typedef struct
{
  const char *id;
  const char *ending;
  const char *mime;
  Writer write;
} Format;

gboolean
souls_output_check (cairo_status_t   status,
                    const char      *format,
                    GError         **error)
{
  if (status != CAIRO_STATUS_SUCCESS)
    g_set_error (error, SOULS_PLOT_ERROR, SOULS_PLOT_ERROR_WRITE,
                 "the picture could not be drawn as %s: %s", format,
                 cairo_status_to_string (status));
  return status == CAIRO_STATUS_SUCCESS;
}

static cairo_status_t
append_bytes_cb (void                *data,
                 const unsigned char *bytes,
                 unsigned int         n)
{
  g_string_append_len (data, (const char *) bytes, n);
  return CAIRO_STATUS_SUCCESS;
}

static void
draw_on_paper (const SoulsScene *scene,
               const SoulsTheme *theme,
               cairo_t          *cr)
{
  const SoulsRgba *paper = &theme->color[SOULS_COLOR_PAPER];

  cairo_set_source_rgb (cr, paper->red, paper->green, paper->blue);
  cairo_paint (cr);
  souls_scene_draw (scene, cr, theme);
}

static gboolean
write_png (const SoulsScene *scene,
           const SoulsTheme *theme,
           double            scale,
           GString          *bytes,
           GError          **error)
{
  int width = (int) ceil (souls_scene_get_width (scene) * scale);
  int height = (int) ceil (souls_scene_get_height (scene) * scale);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, width, height);
  cairo_t *cr = cairo_create (surface);
  gboolean written;

  cairo_scale (cr, scale, scale);
  draw_on_paper (scene, theme, cr);
  written = souls_output_check (cairo_status (cr), "png", error) &&
            souls_png_append (bytes, surface, scene, scale, error);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  return written;
}

static cairo_status_t
draw_page (cairo_surface_t  *surface,
           const SoulsScene *scene,
           const SoulsTheme *theme)
{
  cairo_t *cr = cairo_create (surface);
  cairo_status_t status;

  cairo_scale (cr, SOULS_POINTS_PER_PX, SOULS_POINTS_PER_PX);
  draw_on_paper (scene, theme, cr);
  cairo_show_page (cr);
  status = cairo_status (cr);
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);
  return status;
}

static gboolean
write_svg (const SoulsScene *scene,
           const SoulsTheme *theme,
           double            scale,
           GString          *bytes,
           GError          **error)
{
  souls_svg_append (bytes, scene, theme);
  return TRUE;
}

/* @text as a zlib stream in base 64. */
static char *
pack_text (const char *text)
{
  g_autoptr (GConverter) converter =
    G_CONVERTER (g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_ZLIB, 9));
  g_autoptr (GByteArray) packed = g_byte_array_new ();
  const gsize length = strlen (text);
  gsize at = 0;
  GConverterResult result;

  do
    {
      guint8 buffer[4096];
      gsize n_read, n_written;

      result = g_converter_convert (converter, text + at, length - at, buffer, sizeof buffer,
                                    G_CONVERTER_INPUT_AT_END, &n_read, &n_written, NULL);
      if (result == G_CONVERTER_ERROR)
        return NULL;
      at += n_read;
      g_byte_array_append (packed, buffer, (guint) n_written);
    }
  while (result != G_CONVERTER_FINISHED);
  return g_base64_encode (packed->data, packed->len);
}

/* Cairo writes letters, digits and base 64's signs as they are, and any other text as hexadecimal
 * UTF-16: four times the size, and in no form that is easily found again. PDF 1.4 has no object
 * streams, where later versions would compress the keywords out of sight. */
static void
set_keywords (cairo_surface_t  *surface,
              const SoulsScene *scene)
{
  const char *name;
  const char *text = souls_scene_get_attachment (scene, &name);
  g_autofree char *packed = text != NULL ? pack_text (text) : NULL;
  g_autofree char *keywords = packed != NULL ? g_strconcat (name, ":", packed, NULL) : NULL;

  cairo_pdf_surface_restrict_to_version (surface, CAIRO_PDF_VERSION_1_4);
  if (keywords != NULL)
    cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_KEYWORDS, keywords);
}

/* A PDF of pages of the size of @said, with its words. */
cairo_surface_t *
souls_pdf_open (GString          *bytes,
                const SoulsScene *said)
{
  cairo_surface_t *surface;

  surface = cairo_pdf_surface_create_for_stream (append_bytes_cb, bytes,
                                                 souls_scene_get_width (said) * SOULS_POINTS_PER_PX,
                                                 souls_scene_get_height (said) * SOULS_POINTS_PER_PX);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE,
                                  souls_scene_get_finding (said));
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_SUBJECT,
                                  souls_scene_get_description (said));
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_AUTHOR, SOULS_OUTPUT_PROGRAM);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATOR, SOULS_OUTPUT_PROGRAM);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATE_DATE, CREATE_DATE);
  set_keywords (surface, said);
  return surface;
}

static gboolean
write_pdf (const SoulsScene *scene,
           const SoulsTheme *theme,
           double            scale,
           GString          *bytes,
           GError          **error)
{
  return souls_output_check (draw_page (souls_pdf_open (bytes, scene), scene, theme), "pdf", error);
}

static gboolean
write_csv (const SoulsScene *scene,
           const SoulsTheme *theme,
           double            scale,
           GString          *bytes,
           GError          **error)
{
  g_autofree char *table = souls_scene_to_csv (scene);

  g_string_append (bytes, table);
  return TRUE;
}

static const Format formats[SOULS_N_FORMATS] = {
  [SOULS_FORMAT_PNG] = { "png", ".png", "image/png", write_png },
  [SOULS_FORMAT_SVG] = { "svg", ".svg", "image/svg+xml", write_svg },
  [SOULS_FORMAT_PDF] = { "pdf", ".pdf", "application/pdf", write_pdf },
  [SOULS_FORMAT_CSV] = { "csv", ".csv", "text/csv", write_csv },
};

/**
 * souls_format_id:
 *
 * A format's name: "png", "svg", "pdf", "csv".
 *
 * Returns: (transfer none): the name
 */
const char *
souls_format_id (SoulsFormat format)
{
  g_return_val_if_fail ((int) format >= 0 && format < SOULS_N_FORMATS, NULL);

  return formats[format].id;
}

/**
 * souls_format_mime:
 *
 * A format's MIME type.
 *
 * Returns: (transfer none): the type
 */
const char *
souls_format_mime (SoulsFormat format)
{
  g_return_val_if_fail ((int) format >= 0 && format < SOULS_N_FORMATS, NULL);

  return formats[format].mime;
}

/**
 * souls_format_from_id:
 * @id: a format's name
 * @format: (out): the format
 *
 * Looks a format up.
 *
 * Returns: whether there is one
 */
gboolean
souls_format_from_id (const char  *id,
                      SoulsFormat *format)
{
  for (int i = 0; i < SOULS_N_FORMATS; i++)
    if (g_strcmp0 (id, formats[i].id) == 0)
      {
        *format = (SoulsFormat) i;
        return TRUE;
      }
  return FALSE;
}

/**
 * souls_format_list:
 *
 * All file endings for a message: ".png, .svg, .pdf or .csv".
 *
 * Returns: (transfer full): the list
 */
char *
souls_format_list (void)
{
  GString *list = g_string_new (NULL);

  for (int i = 0; i < SOULS_N_FORMATS; i++)
    g_string_append_printf (list, "%s%s", i == 0 ? "" : i + 1 < SOULS_N_FORMATS ? ", " : " or ",
                            formats[i].ending);
  return g_string_free (list, FALSE);
}

/**
 * souls_format_from_path:
 * @path: a file name, in upper or lower case
 * @format: (out): the format that its ending names
 * @error: set to %SOULS_PLOT_ERROR_FORMAT if there is no such format
 *
 * Finds the format of a file by its ending.
 *
 * Returns: whether there is one
 */
gboolean
souls_format_from_path (const char   *path,
                        SoulsFormat  *format,
                        GError      **error)
{
  g_autofree char *lower = g_ascii_strdown (path, -1);
  g_autofree char *list = NULL;

  for (int i = 0; i < SOULS_N_FORMATS; i++)
    if (g_str_has_suffix (lower, formats[i].ending))
      {
        *format = (SoulsFormat) i;
        return TRUE;
      }
  list = souls_format_list ();
  g_set_error (error, SOULS_PLOT_ERROR, SOULS_PLOT_ERROR_FORMAT,
               "%s: no format for this file name; it should end in %s", path, list);
  return FALSE;
}

static gboolean
check_size (const SoulsScene *scene,
            double            scale,
            GError          **error)
{
  double width = souls_scene_get_width (scene) * scale;
  double height = souls_scene_get_height (scene) * scale;

  if (width >= 1.0 && height >= 1.0 && width <= MAX_SIDE && height <= MAX_SIDE &&
      width * height <= MAX_PIXELS)
    return TRUE;

  g_set_error (error, SOULS_PLOT_ERROR, SOULS_PLOT_ERROR_SIZE,
               "a picture of %g × %g pixels can't be made; each side should be 1 to %g, "
               "and the whole at most %g million pixels",
               width, height, MAX_SIDE, MAX_PIXELS / 1e6);
  return FALSE;
}

/**
 * souls_scene_render:
 * @format: a format
 * @scale: pixels per px of the layout; counts for PNG only
 * @error: set to an error of %SOULS_PLOT_ERROR
 *
 * Draws a scene to a file's content in memory, for the clipboard or a stream. The same scene gives
 * the same bytes every time.
 *
 * Returns: (transfer full): the content, or %NULL
 */
GBytes *
souls_scene_render (const SoulsScene *scene,
                    const SoulsTheme *theme,
                    SoulsFormat       format,
                    double            scale,
                    GError          **error)
{
  g_autoptr (GString) bytes = NULL;

  g_return_val_if_fail ((int) format >= 0 && format < SOULS_N_FORMATS, NULL);

  if (!check_size (scene, format == SOULS_FORMAT_PNG ? scale : 1.0, error))
    return NULL;

  bytes = g_string_sized_new (64 * 1024);
  if (!formats[format].write (scene, theme, scale, bytes, error))
    return NULL;
  return g_string_free_to_bytes (g_steal_pointer (&bytes));
}

gboolean
souls_output_put (const char *path,
                  GBytes     *bytes,
                  GError    **error)
{
  g_autoptr (GError) cause = NULL;

  if (g_file_set_contents_full (path, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes),
                                G_FILE_SET_CONTENTS_CONSISTENT, 0666, &cause))
    return TRUE;
  g_set_error (error, SOULS_PLOT_ERROR, SOULS_PLOT_ERROR_WRITE,
               "%s: the picture could not be written: %s", path, cause->message);
  return FALSE;
}

/**
 * souls_scene_write:
 * @format: a format
 * @scale: pixels per px of the layout; counts for PNG only
 * @path: the file, in the file system's encoding
 * @error: set to an error of %SOULS_PLOT_ERROR
 *
 * Writes a scene to a file, opaque on the theme's paper. A file of that name is replaced in one
 * step or left as it was.
 *
 * Returns: whether the file was written
 */
gboolean
souls_scene_write (const SoulsScene *scene,
                   const SoulsTheme *theme,
                   SoulsFormat       format,
                   double            scale,
                   const char       *path,
                   GError          **error)
{
  g_autoptr (GBytes) bytes = souls_scene_render (scene, theme, format, scale, error);

  return bytes != NULL && souls_output_put (path, bytes, error);
}
