/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "souls-output.h"

#include <cairo-pdf.h>
#include <cairo-svg.h>
#include <math.h>
#include <string.h>

/* Cairo's image surfaces end at 32767; much less than that fills memory. */
#define MAX_SIDE 32767.0
#define MAX_PIXELS 150e6

/* px of a screen are 1/96 inch, points 1/72. */
#define POINTS_PER_PX 0.75
#define PX_PER_METRE (96.0 / 0.0254)

/* A fixed date: the same scene gives the same bytes every time. */
#define CREATE_DATE "2026-01-01T00:00:00Z"

G_DEFINE_QUARK (souls-plot-error-quark, souls_plot_error)

/* Renders to memory; returns what went wrong in cairo. */
typedef cairo_status_t (*Writer) (const SoulsScene *scene,
                                  const SoulsTheme *theme,
                                  double            scale,
                                  GString          *bytes);

typedef struct
{
  const char *id;
  const char *ending;
  const char *mime;
  Writer write;
} Format;

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

static guint32
get_crc (const guint8 *bytes,
         gsize         n)
{
  guint32 crc = 0xffffffffu;

  for (gsize i = 0; i < n; i++)
    {
      crc ^= bytes[i];
      for (int bit = 0; bit < 8; bit++)
        crc = (crc & 1u) != 0 ? crc >> 1 ^ 0xedb88320u : crc >> 1;
    }
  return ~crc;
}

static void
put_big_endian (guint8  *bytes,
                guint32  value)
{
  value = GUINT32_TO_BE (value);
  memcpy (bytes, &value, sizeof value);
}

/* Tells how many pixels make a metre (PNG 1.2, 11.3.5.3), so that a picture of twice the pixels is
 * pasted at the same size. It goes right behind the header chunk, which has a fixed length. */
static void
insert_density (GString *bytes,
                double   scale)
{
  enum { SIGNATURE_AND_HEADER = 8 + 25, LENGTH = 9, CHUNK = 12 + LENGTH };
  guint8 chunk[CHUNK] = { 0, 0, 0, LENGTH, 'p', 'H', 'Y', 's' };
  guint32 density = (guint32) lround (PX_PER_METRE * scale);

  put_big_endian (chunk + 8, density);
  put_big_endian (chunk + 12, density);
  chunk[16] = 1;
  put_big_endian (chunk + 17, get_crc (chunk + 4, 4 + LENGTH));
  g_string_insert_len (bytes, SIGNATURE_AND_HEADER, (const char *) chunk, CHUNK);
}

static cairo_status_t
write_png (const SoulsScene *scene,
           const SoulsTheme *theme,
           double            scale,
           GString          *bytes)
{
  int width = (int) ceil (souls_scene_get_width (scene) * scale);
  int height = (int) ceil (souls_scene_get_height (scene) * scale);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, width, height);
  cairo_t *cr = cairo_create (surface);
  cairo_status_t status;

  cairo_scale (cr, scale, scale);
  draw_on_paper (scene, theme, cr);
  status = cairo_status (cr);
  cairo_destroy (cr);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_write_to_png_stream (surface, append_bytes_cb, bytes);
  cairo_surface_destroy (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    insert_density (bytes, scale);
  return status;
}

static cairo_status_t
finish_vector (cairo_surface_t  *surface,
               const SoulsScene *scene,
               const SoulsTheme *theme,
               double            scale)
{
  cairo_t *cr = cairo_create (surface);
  cairo_status_t status;

  cairo_scale (cr, scale, scale);
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

/* Cairo counts the surfaces of the whole process and writes the count down. */
static void
renumber_surface (GString *bytes)
{
  static const char before[] = "id=\"surface";
  char *id = strstr (bytes->str, before);
  char *digit;
  gsize n_digits;

  if (id == NULL)
    return;

  digit = id + strlen (before);
  n_digits = strspn (digit, "0123456789");
  g_string_erase (bytes, digit - bytes->str, (gssize) n_digits);
}

/* What the picture says, for who does not see it. */
static void
insert_svg_words (GString          *bytes,
                  const SoulsScene *scene)
{
  g_autofree char *words = g_markup_printf_escaped ("<title>%s</title>\n<desc>%s</desc>\n",
                                                    souls_scene_get_finding (scene),
                                                    souls_scene_get_description (scene));
  const char *root = strstr (bytes->str, "<svg");
  const char *end = root != NULL ? strstr (root, ">\n") : NULL;

  if (end != NULL)
    g_string_insert (bytes, end + 2 - bytes->str, words);
}

static cairo_status_t
write_svg (const SoulsScene *scene,
           const SoulsTheme *theme,
           double            scale,
           GString          *bytes)
{
  cairo_surface_t *surface;
  cairo_status_t status;

  surface = cairo_svg_surface_create_for_stream (append_bytes_cb, bytes,
                                                 souls_scene_get_width (scene),
                                                 souls_scene_get_height (scene));
  cairo_svg_surface_set_document_unit (surface, CAIRO_SVG_UNIT_PX);
  status = finish_vector (surface, scene, theme, 1.0);
  if (status == CAIRO_STATUS_SUCCESS)
    {
      renumber_surface (bytes);
      insert_svg_words (bytes, scene);
    }
  return status;
}

static cairo_status_t
write_pdf (const SoulsScene *scene,
           const SoulsTheme *theme,
           double            scale,
           GString          *bytes)
{
  cairo_surface_t *surface;

  surface = cairo_pdf_surface_create_for_stream (append_bytes_cb, bytes,
                                                 souls_scene_get_width (scene) * POINTS_PER_PX,
                                                 souls_scene_get_height (scene) * POINTS_PER_PX);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE,
                                  souls_scene_get_finding (scene));
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_SUBJECT,
                                  souls_scene_get_description (scene));
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATOR, "Two Souls");
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATE_DATE, CREATE_DATE);
  return finish_vector (surface, scene, theme, POINTS_PER_PX);
}

static const Format formats[SOULS_N_FORMATS] = {
  [SOULS_FORMAT_PNG] = { "png", ".png", "image/png", write_png },
  [SOULS_FORMAT_SVG] = { "svg", ".svg", "image/svg+xml", write_svg },
  [SOULS_FORMAT_PDF] = { "pdf", ".pdf", "application/pdf", write_pdf },
};

/**
 * souls_format_id:
 *
 * A format's name: "png", "svg", "pdf".
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

  for (int i = 0; i < SOULS_N_FORMATS; i++)
    if (g_str_has_suffix (lower, formats[i].ending))
      {
        *format = (SoulsFormat) i;
        return TRUE;
      }
  g_set_error (error, SOULS_PLOT_ERROR, SOULS_PLOT_ERROR_FORMAT,
               "%s: no format for this file name; it should end in .png, .svg or .pdf", path);
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
  cairo_status_t status;

  g_return_val_if_fail ((int) format >= 0 && format < SOULS_N_FORMATS, NULL);

  if (!check_size (scene, format == SOULS_FORMAT_PNG ? scale : 1.0, error))
    return NULL;

  bytes = g_string_sized_new (64 * 1024);
  status = formats[format].write (scene, theme, scale, bytes);
  if (status != CAIRO_STATUS_SUCCESS)
    {
      g_set_error (error, SOULS_PLOT_ERROR, SOULS_PLOT_ERROR_WRITE,
                   "the picture could not be drawn as %s: %s",
                   formats[format].id, cairo_status_to_string (status));
      return NULL;
    }
  return g_string_free_to_bytes (g_steal_pointer (&bytes));
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
  g_autoptr (GError) cause = NULL;

  if (bytes == NULL)
    return FALSE;

  if (!g_file_set_contents_full (path, g_bytes_get_data (bytes, NULL),
                                 (gssize) g_bytes_get_size (bytes),
                                 G_FILE_SET_CONTENTS_CONSISTENT, 0666, &cause))
    {
      g_set_error (error, SOULS_PLOT_ERROR, SOULS_PLOT_ERROR_WRITE,
                   "%s: the picture could not be written: %s", path, cause->message);
      return FALSE;
    }
  return TRUE;
}
