/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "souls-output-private.h"

#include <math.h>
#include <png.h>
#include <string.h>

#define PX_PER_METRE (96.0 / 0.0254)

/* Charts are flat: level 3 without a filter takes a fifth of the time of zlib's own choice, for a
 * file that is a fifth larger; filters make it slower and the file no smaller. */
#define COMPRESSION_LEVEL 3
#define BUFFER_SIZE (128 * 1024)

static void
bytes_written_cb (png_structp png,
                  png_bytep   data,
                  png_size_t  n)
{
  g_string_append_len (png_get_io_ptr (png), (const char *) data, (gssize) n);
}

static void
flushed_cb (png_structp png)
{
}

static void
failed_cb (png_structp     png,
           png_const_charp message)
{
  GError **error = png_get_error_ptr (png);

  g_set_error (error, SOULS_PLOT_ERROR, SOULS_PLOT_ERROR_WRITE,
               "the picture could not be drawn as png: %s", message);
  png_longjmp (png, 1);
}

/* A warning is no reason to say something to who asked for a picture. */
static void
warned_cb (png_structp     png,
           png_const_charp message)
{
}

static void
set_header (png_structp      png,
            png_infop        info,
            cairo_surface_t *surface,
            double           scale)
{
  /* So that a picture of twice the pixels is pasted at the same size. */
  png_uint_32 density = (png_uint_32) lround (PX_PER_METRE * scale);

  png_set_IHDR (png, info, (png_uint_32) cairo_image_surface_get_width (surface),
                (png_uint_32) cairo_image_surface_get_height (surface), 8, PNG_COLOR_TYPE_RGB,
                PNG_INTERLACE_NONE, PNG_COMPRESSION_TYPE_DEFAULT, PNG_FILTER_TYPE_DEFAULT);
  png_set_pHYs (png, info, density, density, PNG_RESOLUTION_METER);
  png_set_compression_buffer_size (png, BUFFER_SIZE);
  png_set_compression_level (png, COMPRESSION_LEVEL);
  png_set_filter (png, PNG_FILTER_TYPE_BASE, PNG_FILTER_NONE);
}

/* What is shorter gains little. */
#define LONG_TEXT 512

/* Words are UTF-8, which the older kind of text chunk does not hold. */
static void
set_words (png_structp      png,
           png_infop        info,
           const SoulsScene *scene)
{
  const char *name;
  const char *attachment = souls_scene_get_attachment (scene, &name);
  const char *const rows[][2] = {
    { "Title", souls_scene_get_finding (scene) },
    { "Description", souls_scene_get_description (scene) },
    { "Software", SOULS_OUTPUT_PROGRAM },
    { name, attachment != NULL ? attachment : "" },
  };
  png_text texts[G_N_ELEMENTS (rows)];
  int n = 0;

  memset (texts, 0, sizeof texts);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    if (rows[i][1][0] != '\0')
      {
        texts[n].compression = i == 3 && strlen (rows[i][1]) >= LONG_TEXT ? PNG_ITXT_COMPRESSION_zTXt
                                                                          : PNG_ITXT_COMPRESSION_NONE;
        texts[n].key = (char *) rows[i][0];
        texts[n].text = (char *) rows[i][1];
        texts[n].lang = (char *) (i < 2 ? souls_scene_get_language (scene) : "");
        texts[n].lang_key = (char *) "";
        n++;
      }
  png_set_text (png, info, texts, n);
}

/* Cairo keeps a pixel as a number of the machine's byte order; a PNG has red, green, blue. */
static void
pack_row (const guint32 *pixels,
          int            width,
          guint8        *row)
{
  for (int x = 0; x < width; x++, row += 3)
    {
      row[0] = (guint8) (pixels[x] >> 16);
      row[1] = (guint8) (pixels[x] >> 8);
      row[2] = (guint8) pixels[x];
    }
}

/* Most rows of a chart are as the one above, which is found faster than they are packed. */
static void
write_rows (png_structp      png,
            cairo_surface_t *surface,
            guint8          *row)
{
  const guint8 *data = cairo_image_surface_get_data (surface);
  gsize stride = (gsize) cairo_image_surface_get_stride (surface);
  int width = cairo_image_surface_get_width (surface);
  int height = cairo_image_surface_get_height (surface);

  for (int y = 0; y < height; y++, data += stride)
    {
      if (y == 0 || memcmp (data, data - stride, (gsize) width * sizeof (guint32)) != 0)
        pack_row ((const guint32 *) (gconstpointer) data, width, row);
      png_write_row (png, row);
    }
}

/* All that libpng may jump out of; nothing in here is freed. */
static gboolean
write_all (png_structp       png,
           png_infop         info,
           cairo_surface_t  *surface,
           const SoulsScene *scene,
           double            scale,
           guint8           *row)
{
  if (setjmp (png_jmpbuf (png)) != 0)
    return FALSE;

  set_header (png, info, surface, scale);
  set_words (png, info, scene);
  png_write_info (png, info);
  write_rows (png, surface, row);
  png_write_end (png, NULL);
  return TRUE;
}

/**
 * souls_png_append:
 * @surface: opaque, of %CAIRO_FORMAT_RGB24
 * @scene: whose words go with it
 * @scale: pixels per px of the layout, told as the picture's density
 * @error: set to %SOULS_PLOT_ERROR_WRITE
 *
 * Appends a surface as a PNG. There is no date in it: the same surface gives the same bytes.
 *
 * Returns: whether libpng took it
 */
gboolean
souls_png_append (GString          *bytes,
                  cairo_surface_t  *surface,
                  const SoulsScene *scene,
                  double            scale,
                  GError          **error)
{
  g_autofree guint8 *row = g_new (guint8, 3 * (gsize) cairo_image_surface_get_width (surface));
  g_autoptr (GError) cause = NULL;
  png_structp png = png_create_write_struct (PNG_LIBPNG_VER_STRING, &cause, failed_cb, warned_cb);
  png_infop info = png != NULL ? png_create_info_struct (png) : NULL;
  gboolean written = FALSE;

  cairo_surface_flush (surface);
  if (info != NULL)
    {
      png_set_write_fn (png, bytes, bytes_written_cb, flushed_cb);
      written = write_all (png, info, surface, scene, scale, row);
    }
  else if (cause == NULL)
    {
      g_set_error_literal (&cause, SOULS_PLOT_ERROR, SOULS_PLOT_ERROR_WRITE,
                           "the picture could not be drawn as png: libpng could not be set up");
    }
  png_destroy_write_struct (png != NULL ? &png : NULL, &info);
  if (!written)
    g_propagate_error (error, g_steal_pointer (&cause));
  return written;
}
