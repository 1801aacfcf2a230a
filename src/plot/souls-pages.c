/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "souls-pages.h"

#include "souls-output-private.h"

/* @pictures: (element-type SoulsPicture) */
typedef struct
{
  SoulsScene *scene;
  GArray *pictures;
} Page;

struct _SoulsPages
{
  double width;
  double height;
  GPtrArray *pages;   /* Page */
};

static void
free_page (Page *page)
{
  for (guint i = 0; i < page->pictures->len; i++)
    souls_scene_free (g_array_index (page->pictures, SoulsPicture, i).scene);
  g_array_unref (page->pictures);
  souls_scene_free (page->scene);
  g_free (page);
}

/**
 * souls_pages_new:
 * @width: px
 * @height: px
 *
 * Makes a document without pages.
 *
 * Returns: (transfer full): the document
 */
SoulsPages *
souls_pages_new (double width,
                 double height)
{
  SoulsPages *self = g_new0 (SoulsPages, 1);

  self->width = width;
  self->height = height;
  self->pages = g_ptr_array_new_with_free_func ((GDestroyNotify) free_page);
  return self;
}

/**
 * souls_pages_free:
 * @self: (transfer full) (nullable): a document
 */
void
souls_pages_free (SoulsPages *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->pages);
  g_free (self);
}

/**
 * souls_pages_get_width:
 *
 * Returns: the width of every page, px
 */
double
souls_pages_get_width (const SoulsPages *self)
{
  return self->width;
}

/**
 * souls_pages_get_height:
 *
 * Returns: the height of every page, px
 */
double
souls_pages_get_height (const SoulsPages *self)
{
  return self->height;
}

static Page *
get_page (const SoulsPages *self,
          guint             page)
{
  return g_ptr_array_index (self->pages, page);
}

/**
 * souls_pages_append:
 * @base_size: text size, px
 *
 * Adds an empty page. The words of the first one are those of the document: its finding is the title.
 *
 * Returns: (transfer none): the page, to be filled
 */
SoulsScene *
souls_pages_append (SoulsPages *self,
                    double      base_size)
{
  Page *page = g_new0 (Page, 1);

  page->scene = souls_scene_new ();
  page->pictures = g_array_new (FALSE, FALSE, sizeof (SoulsPicture));
  souls_scene_reset (page->scene, self->width, self->height, base_size);
  g_ptr_array_add (self->pages, page);
  return page->scene;
}

/**
 * souls_pages_place:
 * @picture: (transfer full): laid out
 * @x: px of its left edge
 * @y: px of its top
 *
 * Places a scene on the page that was added last.
 */
void
souls_pages_place (SoulsPages *self,
                   SoulsScene *picture,
                   double      x,
                   double      y)
{
  const SoulsPicture placed = { picture, x, y };

  g_return_if_fail (self->pages->len > 0);

  g_array_append_val (get_page (self, self->pages->len - 1)->pictures, placed);
}

/**
 * souls_pages_mirror:
 *
 * Turns all pages round for right-to-left readers. Pictures change places, but are not turned themselves.
 */
void
souls_pages_mirror (SoulsPages *self)
{
  for (guint i = 0; i < self->pages->len; i++)
    {
      Page *page = get_page (self, i);

      souls_scene_mirror (page->scene);
      for (guint j = 0; j < page->pictures->len; j++)
        {
          SoulsPicture *picture = &g_array_index (page->pictures, SoulsPicture, j);

          picture->x = self->width - picture->x - souls_scene_get_width (picture->scene);
        }
    }
}

/**
 * souls_pages_get_n:
 *
 * Returns: how many pages there are
 */
guint
souls_pages_get_n (const SoulsPages *self)
{
  return self->pages->len;
}

/**
 * souls_pages_get_scene:
 * @page: from 0
 *
 * Returns: (transfer none): all of the page but its pictures
 */
SoulsScene *
souls_pages_get_scene (const SoulsPages *self,
                       guint             page)
{
  g_return_val_if_fail (page < self->pages->len, NULL);

  return get_page (self, page)->scene;
}

/**
 * souls_pages_get_n_pictures:
 * @page: from 0
 *
 * Returns: how many pictures stand on the page
 */
guint
souls_pages_get_n_pictures (const SoulsPages *self,
                            guint             page)
{
  g_return_val_if_fail (page < self->pages->len, 0);

  return get_page (self, page)->pictures->len;
}

/**
 * souls_pages_get_picture:
 * @page: from 0
 * @index: from 0
 *
 * Returns: (transfer none): a picture of the page
 */
const SoulsPicture *
souls_pages_get_picture (const SoulsPages *self,
                         guint             page,
                         guint             index)
{
  g_return_val_if_fail (page < self->pages->len && index < get_page (self, page)->pictures->len, NULL);

  return &g_array_index (get_page (self, page)->pictures, SoulsPicture, index);
}

/**
 * souls_pages_draw:
 * @page: from 0
 * @cr: drawn to from (0, 0) on, in px
 *
 * Draws a page with its pictures; the paper below is the caller's.
 */
void
souls_pages_draw (const SoulsPages *self,
                  guint             page,
                  cairo_t          *cr,
                  const SoulsTheme *theme)
{
  const GArray *pictures;

  g_return_if_fail (page < self->pages->len);

  pictures = get_page (self, page)->pictures;
  souls_scene_draw (get_page (self, page)->scene, cr, theme);
  for (guint i = 0; i < pictures->len; i++)
    {
      const SoulsPicture *picture = &g_array_index (pictures, SoulsPicture, i);

      cairo_save (cr);
      cairo_translate (cr, picture->x, picture->y);
      souls_scene_draw (picture->scene, cr, theme);
      cairo_restore (cr);
    }
}

static void
draw_sheet (const SoulsPages *self,
            guint             page,
            cairo_t          *cr,
            const SoulsTheme *theme)
{
  const SoulsRgba *paper = &theme->color[SOULS_COLOR_PAPER];

  cairo_save (cr);
  cairo_scale (cr, SOULS_POINTS_PER_PX, SOULS_POINTS_PER_PX);
  cairo_set_source_rgb (cr, paper->red, paper->green, paper->blue);
  cairo_paint (cr);
  souls_pages_draw (self, page, cr, theme);
  cairo_restore (cr);
  cairo_show_page (cr);
}

/**
 * souls_pages_render:
 * @error: set to an error of %SOULS_PLOT_ERROR
 *
 * Draws the document as a PDF. The same document gives the same bytes every time.
 *
 * Returns: (transfer full): the content of the file, or %NULL
 */
GBytes *
souls_pages_render (const SoulsPages *self,
                    const SoulsTheme *theme,
                    GError          **error)
{
  g_autoptr (GString) bytes = g_string_sized_new (256 * 1024);
  cairo_surface_t *surface;
  cairo_t *cr;
  cairo_status_t status;

  g_return_val_if_fail (self->pages->len > 0, NULL);

  surface = souls_pdf_open (bytes, get_page (self, 0)->scene);
  cr = cairo_create (surface);
  for (guint i = 0; i < self->pages->len; i++)
    draw_sheet (self, i, cr, theme);
  status = cairo_status (cr);
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);
  return souls_output_check (status, "pdf", error) ? g_string_free_to_bytes (g_steal_pointer (&bytes)) : NULL;
}

/**
 * souls_pages_write:
 * @path: the file, in the file system's encoding
 * @error: set to an error of %SOULS_PLOT_ERROR
 *
 * Writes the document as a PDF. A file of that name is replaced in one step or left as it was.
 *
 * Returns: whether the file was written
 */
gboolean
souls_pages_write (const SoulsPages *self,
                   const SoulsTheme *theme,
                   const char       *path,
                   GError          **error)
{
  g_autoptr (GBytes) bytes = souls_pages_render (self, theme, error);

  return bytes != NULL && souls_output_put (path, bytes, error);
}
