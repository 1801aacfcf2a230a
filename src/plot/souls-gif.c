/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "souls-gif.h"

#include "souls-output-private.h"

#include <gif_lib.h>
#include <string.h>

#define MAX_COLORS 256
#define RGB_MASK 0xffffffu

/* What plays a GIF again from the start: the block that all programs know. */
#define LOOP_NAME "NETSCAPE2.0"

/* A colour that was seen. */
typedef struct
{
  guint32 rgb;
  guint64 n_pixels;
} Seen;

struct _SoulsGif
{
  const SoulsTheme *theme;
  int width;
  int height;

  /* Owned */
  cairo_surface_t *surface;
  GArray *seen;           /* of Seen, in the order met */
  GHashTable *places;     /* colour → its place in @seen, and later in the palette, from 1 */
  guint8 *now;            /* the frame, as places in the palette */
  guint8 *before;         /* the frame before it */
  GString *bytes;
  GifFileType *file;      /* NULL before the first frame */

  GifColorType palette[MAX_COLORS];
  int n_colors;
};

static int
bytes_written_cb (GifFileType       *file,
                  const GifByteType *data,
                  int                n)
{
  g_string_append_len (file->UserData, (const char *) data, n);
  return n;
}

static gboolean
complain (int      code,
          GError **error)
{
  const char *text = GifErrorString (code);

  g_set_error (error, SOULS_PLOT_ERROR, SOULS_PLOT_ERROR_WRITE, "the moving picture could not be made: %s",
               text != NULL ? text : "giflib does not say why");
  return FALSE;
}

/**
 * souls_gif_new:
 * @theme: lives longer
 * @width: of every frame, px, 1 … %SOULS_GIF_MAX_SIDE
 * @height: px
 *
 * Returns: (transfer full): a moving picture without frames
 */
SoulsGif *
souls_gif_new (const SoulsTheme *theme,
               int               width,
               int               height)
{
  SoulsGif *self;

  g_return_val_if_fail (0 < width && width <= SOULS_GIF_MAX_SIDE, NULL);
  g_return_val_if_fail (0 < height && height <= SOULS_GIF_MAX_SIDE, NULL);

  self = g_new0 (SoulsGif, 1);
  self->theme = theme;
  self->width = width;
  self->height = height;
  self->surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, width, height);
  self->seen = g_array_new (FALSE, FALSE, sizeof (Seen));
  self->places = g_hash_table_new (NULL, NULL);
  self->now = g_malloc0 ((gsize) width * (gsize) height);
  self->before = g_malloc0 ((gsize) width * (gsize) height);
  self->bytes = g_string_new (NULL);

  return self;
}

void
souls_gif_free (SoulsGif *self)
{
  if (self == NULL)
    return;
  if (self->file != NULL)
    EGifCloseFile (self->file, NULL);
  cairo_surface_destroy (self->surface);
  g_array_unref (self->seen);
  g_hash_table_unref (self->places);
  g_free (self->now);
  g_free (self->before);
  g_string_free (self->bytes, TRUE);
  g_free (self);
}

static gboolean
draw (SoulsGif         *self,
      const SoulsScene *scene,
      GError          **error)
{
  const SoulsRgba *paper = &self->theme->color[SOULS_COLOR_PAPER];
  cairo_t *cr = cairo_create (self->surface);
  cairo_status_t status;

  cairo_set_source_rgb (cr, paper->red, paper->green, paper->blue);
  cairo_paint (cr);
  souls_scene_draw (scene, cr, self->theme);
  status = cairo_status (cr);
  cairo_destroy (cr);
  cairo_surface_flush (self->surface);
  if (status == CAIRO_STATUS_SUCCESS)
    return TRUE;
  g_set_error (error, SOULS_PLOT_ERROR, SOULS_PLOT_ERROR_WRITE, "the moving picture could not be drawn: %s",
               cairo_status_to_string (status));
  return FALSE;
}

static const guint32 *
get_row (SoulsGif *self,
         int       y)
{
  const guint8 *data = cairo_image_surface_get_data (self->surface);

  return (const guint32 *) (gconstpointer) (data + y * cairo_image_surface_get_stride (self->surface));
}

static Seen *
find_seen (SoulsGif *self,
           guint32   rgb)
{
  guint place = GPOINTER_TO_UINT (g_hash_table_lookup (self->places, GUINT_TO_POINTER (rgb)));

  if (place == 0)
    {
      const Seen seen = { rgb, 0 };

      g_array_append_val (self->seen, seen);
      place = self->seen->len;
      g_hash_table_insert (self->places, GUINT_TO_POINTER (rgb), GUINT_TO_POINTER (place));
    }
  return &g_array_index (self->seen, Seen, place - 1);
}

/**
 * souls_gif_learn:
 * @scene: of the picture's size
 * @error: set to %SOULS_PLOT_ERROR_WRITE
 *
 * Takes note of a scene's colours. All that shall be true must be shown before the first frame is added.
 *
 * Returns: whether it could be drawn
 */
gboolean
souls_gif_learn (SoulsGif         *self,
                 const SoulsScene *scene,
                 GError          **error)
{
  Seen *seen = NULL;

  g_return_val_if_fail (self->file == NULL, FALSE);

  if (!draw (self, scene, error))
    return FALSE;
  for (int y = 0; y < self->height; y++)
    {
      const guint32 *row = get_row (self, y);

      for (int x = 0; x < self->width; x++)
        {
          if (seen == NULL || seen->rgb != (row[x] & RGB_MASK))
            seen = find_seen (self, row[x] & RGB_MASK);
          seen->n_pixels++;
        }
    }
  return TRUE;
}

static GifColorType
get_color (guint32 rgb)
{
  return (GifColorType) { (GifByteType) (rgb >> 16), (GifByteType) (rgb >> 8), (GifByteType) rgb };
}

/* Giflib looks at five bits of a colour. The true one is the mean of the pixels that it stands for: of paper, nearly all
 * are just paper. */
static void
settle_palette (SoulsGif      *self,
                const guint8  *group)
{
  guint64 sum[MAX_COLORS][4] = { { 0 } };

  for (guint i = 0; i < self->seen->len; i++)
    {
      const Seen *seen = &g_array_index (self->seen, Seen, i);
      const GifColorType color = get_color (seen->rgb);
      guint64 *at = sum[group[i]];

      at[0] += seen->n_pixels * color.Red;
      at[1] += seen->n_pixels * color.Green;
      at[2] += seen->n_pixels * color.Blue;
      at[3] += seen->n_pixels;
    }
  for (int i = 0; i < MAX_COLORS; i++)
    if (sum[i][3] > 0)
      self->palette[i] = (GifColorType) { (GifByteType) ((sum[i][0] + sum[i][3] / 2) / sum[i][3]),
                                          (GifByteType) ((sum[i][1] + sum[i][3] / 2) / sum[i][3]),
                                          (GifByteType) ((sum[i][2] + sum[i][3] / 2) / sum[i][3]) };
}

/* Each colour counts once for giflib, so that the few pixels of a line's edge have their shades too. */
static gboolean
choose_palette (SoulsGif *self,
                GError  **error)
{
  const guint n = self->seen->len;
  g_autofree guint8 *channels = g_malloc (4 * (gsize) n + 4);

  self->n_colors = MAX_COLORS;
  for (guint i = 0; i < n; i++)
    {
      const GifColorType color = get_color (g_array_index (self->seen, Seen, i).rgb);

      if (n <= MAX_COLORS)
        self->palette[i] = color;
      channels[i] = color.Red;
      channels[n + i] = color.Green;
      channels[2 * n + i] = color.Blue;
    }
  if (n > MAX_COLORS)
    {
      if (GifQuantizeBuffer (n, 1, &self->n_colors, channels, channels + n, channels + 2 * n, channels + 3 * n,
                             self->palette) != GIF_OK)
        return complain (E_GIF_ERR_NOT_ENOUGH_MEM, error);
      settle_palette (self, channels + 3 * n);
    }
  /* From now on the table says where a colour is in the palette. */
  g_hash_table_remove_all (self->places);
  return TRUE;
}

static guint8
find_nearest (SoulsGif *self,
              guint32   rgb)
{
  const GifColorType color = get_color (rgb);
  int best = 0;
  int least = G_MAXINT;

  for (int i = 0; i < MAX_COLORS && least > 0; i++)
    {
      const int red = color.Red - self->palette[i].Red;
      const int green = color.Green - self->palette[i].Green;
      const int blue = color.Blue - self->palette[i].Blue;
      const int away = red * red + green * green + blue * blue;

      if (away < least)
        {
          least = away;
          best = i;
        }
    }
  g_hash_table_insert (self->places, GUINT_TO_POINTER (rgb), GINT_TO_POINTER (best + 1));
  return (guint8) best;
}

static guint8
find_place (SoulsGif *self,
            guint32   rgb)
{
  const guint place = GPOINTER_TO_UINT (g_hash_table_lookup (self->places, GUINT_TO_POINTER (rgb)));

  return place > 0 ? (guint8) (place - 1) : find_nearest (self, rgb);
}

static void
map_pixels (SoulsGif *self)
{
  guint32 last = ~RGB_MASK;
  guint8 place = 0;

  for (int y = 0; y < self->height; y++)
    {
      const guint32 *row = get_row (self, y);
      guint8 *to = self->now + (gsize) y * (gsize) self->width;

      for (int x = 0; x < self->width; x++)
        {
          if ((row[x] & RGB_MASK) != last)
            {
              last = row[x] & RGB_MASK;
              place = find_place (self, last);
            }
          to[x] = place;
        }
    }
}

typedef struct
{
  int left;
  int top;
  int right;
  int bottom;
} Area;

/* What changed; a pixel where nothing did. */
static Area
find_change (const SoulsGif *self)
{
  Area area = { self->width, self->height, 0, 0 };

  for (int y = 0; y < self->height; y++)
    {
      const guint8 *now = self->now + (gsize) y * (gsize) self->width;
      const guint8 *before = self->before + (gsize) y * (gsize) self->width;
      int left = 0;
      int right = self->width;

      if (memcmp (now, before, (gsize) self->width) == 0)
        continue;
      while (now[left] == before[left])
        left++;
      while (now[right - 1] == before[right - 1])
        right--;
      area = (Area) { MIN (area.left, left), MIN (area.top, y), MAX (area.right, right), y + 1 };
    }
  return area.right > area.left ? area : (Area) { 0, 0, 1, 1 };
}

static gboolean
begin (SoulsGif         *self,
       const SoulsScene *scene,
       GError          **error)
{
  static const GifByteType for_ever[3] = { 1, 0, 0 };
  ColorMapObject *map;
  int code = 0;
  gboolean good;

  if (!choose_palette (self, error))
    return FALSE;
  self->file = EGifOpen (self->bytes, bytes_written_cb, &code);
  if (self->file == NULL)
    return complain (code, error);
  map = GifMakeMapObject (MAX_COLORS, self->palette);
  if (map == NULL)
    return complain (E_GIF_ERR_NOT_ENOUGH_MEM, error);
  EGifSetGifVersion (self->file, true);
  good = EGifPutScreenDesc (self->file, self->width, self->height, 8, 0, map) == GIF_OK &&
         EGifPutExtensionLeader (self->file, APPLICATION_EXT_FUNC_CODE) == GIF_OK &&
         EGifPutExtensionBlock (self->file, (int) strlen (LOOP_NAME), LOOP_NAME) == GIF_OK &&
         EGifPutExtensionBlock (self->file, sizeof for_ever, for_ever) == GIF_OK &&
         EGifPutExtensionTrailer (self->file) == GIF_OK &&
         EGifPutComment (self->file, SOULS_OUTPUT_PROGRAM) == GIF_OK;
  GifFreeMapObject (map);
  return good || complain (self->file->Error, error);
}

static gboolean
put_frame (SoulsGif *self,
           Area      area,
           int       delay,
           GError  **error)
{
  const GraphicsControlBlock control = { DISPOSE_DO_NOT, false, delay, NO_TRANSPARENT_COLOR };
  GifByteType block[4];
  gboolean good;

  EGifGCBToExtension (&control, block);
  good = EGifPutExtension (self->file, GRAPHICS_EXT_FUNC_CODE, sizeof block, block) == GIF_OK &&
         EGifPutImageDesc (self->file, area.left, area.top, area.right - area.left, area.bottom - area.top, false,
                           NULL) == GIF_OK;
  for (int y = area.top; good && y < area.bottom; y++)
    good = EGifPutLine (self->file, self->now + (gsize) y * (gsize) self->width + area.left,
                        area.right - area.left) == GIF_OK;
  return good || complain (self->file->Error, error);
}

/**
 * souls_gif_add:
 * @scene: of the picture's size
 * @delay: how long it stays, 1/100 s, up to %SOULS_GIF_MAX_DELAY
 * @error: set to %SOULS_PLOT_ERROR_WRITE
 *
 * Adds a frame.
 *
 * Returns: whether it is in
 */
gboolean
souls_gif_add (SoulsGif         *self,
               const SoulsScene *scene,
               int               delay,
               GError          **error)
{
  const gboolean first = self->file == NULL;
  guint8 *before;
  Area area = { 0, 0, self->width, self->height };

  if ((first && self->seen->len == 0 && !souls_gif_learn (self, scene, error)) ||
      (first && !begin (self, scene, error)) || !draw (self, scene, error))
    return FALSE;
  map_pixels (self);
  if (!first)
    area = find_change (self);
  before = self->before;
  if (!put_frame (self, area, CLAMP (delay, 1, SOULS_GIF_MAX_DELAY), error))
    return FALSE;
  self->before = self->now;
  self->now = before;
  return TRUE;
}

/**
 * souls_gif_finish:
 * @error: set to %SOULS_PLOT_ERROR_WRITE
 *
 * Ends the picture, which has at least one frame.
 *
 * Returns: (transfer full) (nullable): the content of the file
 */
GBytes *
souls_gif_finish (SoulsGif *self,
                  GError  **error)
{
  int code = 0;

  g_return_val_if_fail (self->file != NULL, NULL);

  if (EGifCloseFile (g_steal_pointer (&self->file), &code) != GIF_OK)
    {
      complain (code, error);
      return NULL;
    }
  return g_bytes_new (self->bytes->str, self->bytes->len);
}
