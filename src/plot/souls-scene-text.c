/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "souls-scene-private.h"

#include <math.h>

static PangoAlignment
choose_alignment (const SoulsTextStyle *style)
{
  /* One line has no edge to align to; leaving it out lets anchors share a shaped text. */
  if (style->max_lines < 2)
    return PANGO_ALIGN_LEFT;
  if (style->anchor_x < 0.25)
    return PANGO_ALIGN_LEFT;
  return style->anchor_x > 0.75 ? PANGO_ALIGN_RIGHT : PANGO_ALIGN_CENTER;
}

static PangoLayout *
shape (SoulsScene           *self,
       const char           *text,
       const SoulsTextStyle *style,
       SoulsBox             *extents)
{
  double em = style->em > 0.0 ? style->em : 1.0;
  SoulsTextKey key = {
    .text = text,
    .size = self->base_size * em,
    .width = MAX (style->max_width, 0.0),
    .lines = MAX (style->max_lines, 1),
    .alignment = choose_alignment (style),
    .bold = style->bold,
    .tabular = style->tabular,
    .rtl = self->mirrored,
  };

  return souls_text_cache_shape (self->cache, &key, extents);
}

static SoulsBox
anchor_box (SoulsBox              extents,
            double                x,
            double                y,
            const SoulsTextStyle *style)
{
  return (SoulsBox) { x - style->anchor_x * extents.width, y - style->anchor_y * extents.height,
                      extents.width, extents.height };
}

/**
 * souls_scene_add_text:
 * @text: UTF-8
 * @x: px of the anchor
 * @y: px of the anchor
 *
 * Adds a text. An empty one, or one without a place, is left out.
 *
 * Returns: the box that it fills, of no size if it was left out
 */
SoulsBox
souls_scene_add_text (SoulsScene     *self,
                      const char     *text,
                      double          x,
                      double          y,
                      SoulsTextStyle  style)
{
  SoulsMark mark = { SOULS_MARK_TEXT, .text = self->texts->len };
  SoulsText item = { .style = style, .anchor = { x, y } };
  SoulsBox extents;

  if (text == NULL || *text == '\0' || !isfinite (x) || !isfinite (y))
    return (SoulsBox) { x, y, 0.0, 0.0 };

  item.layout = g_object_ref (shape (self, text, &style, &extents));
  item.box = anchor_box (extents, x, y, &style);
  item.dx = -extents.x;
  item.dy = -extents.y;
  g_array_append_val (self->texts, item);
  souls_scene_add_mark (self, &mark);
  return item.box;
}

/**
 * souls_scene_measure_text:
 * @text: UTF-8
 *
 * Measures a text without adding it.
 *
 * Returns: its box with the anchor at (0, 0)
 */
SoulsBox
souls_scene_measure_text (SoulsScene     *self,
                          const char     *text,
                          SoulsTextStyle  style)
{
  SoulsBox extents = { 0 };

  if (text != NULL && *text != '\0')
    shape (self, text, &style, &extents);
  return anchor_box (extents, 0.0, 0.0, &style);
}

/**
 * souls_scene_is_text_cut:
 * @text: UTF-8
 *
 * Whether a text is longer than its style's width and lines let it be, so that it ends in an
 * ellipsis.
 */
gboolean
souls_scene_is_text_cut (SoulsScene     *self,
                         const char     *text,
                         SoulsTextStyle  style)
{
  SoulsBox extents;

  if (text == NULL || *text == '\0')
    return FALSE;
  return pango_layout_is_ellipsized (shape (self, text, &style, &extents));
}

/**
 * souls_scene_set_font:
 * @families: font families, best first, such as "Cantarell, Sans"
 *
 * Chooses the font of the texts added from now on; resets keep it.
 */
void
souls_scene_set_font (SoulsScene *self,
                      const char *families)
{
  souls_text_cache_set_font (self->cache, families);
}

/**
 * souls_scene_get_n_texts:
 *
 * How many texts there are.
 */
guint
souls_scene_get_n_texts (const SoulsScene *self)
{
  return self->texts->len;
}

/**
 * souls_scene_get_text_box:
 *
 * The box that text @index fills, px.
 */
SoulsBox
souls_scene_get_text_box (const SoulsScene *self,
                          guint             index)
{
  g_return_val_if_fail (index < self->texts->len, ((SoulsBox) { 0 }));

  return g_array_index (self->texts, SoulsText, index).box;
}

/**
 * souls_scene_get_text:
 *
 * Returns: (transfer none): text @index, valid until the scene changes
 */
const char *
souls_scene_get_text (const SoulsScene *self,
                      guint             index)
{
  g_return_val_if_fail (index < self->texts->len, NULL);

  return pango_layout_get_text (g_array_index (self->texts, SoulsText, index).layout);
}

/**
 * souls_scene_get_text_is_cut:
 *
 * Returns: whether text @index ends in an ellipsis
 */
gboolean
souls_scene_get_text_is_cut (const SoulsScene *self,
                             guint             index)
{
  g_return_val_if_fail (index < self->texts->len, FALSE);

  return pango_layout_is_ellipsized (g_array_index (self->texts, SoulsText, index).layout);
}

void
souls_scene_clear_texts (SoulsScene *self)
{
  for (guint i = 0; i < self->texts->len; i++)
    g_object_unref (g_array_index (self->texts, SoulsText, i).layout);
  g_array_set_size (self->texts, 0);
}

/* Shaped anew, since neutral texts and the alignment of wrapped lines follow the direction; the box
 * only moves. */
void
souls_scene_mirror_texts (SoulsScene *self)
{
  for (guint i = 0; i < self->texts->len; i++)
    {
      SoulsText *item = &g_array_index (self->texts, SoulsText, i);
      PangoLayout *before = item->layout;
      SoulsBox extents;

      item->style.anchor_x = 1.0 - item->style.anchor_x;
      item->anchor.x = self->width - item->anchor.x;
      item->box.x = self->width - item->box.x - item->box.width;
      item->layout = g_object_ref (shape (self, pango_layout_get_text (before), &item->style,
                                          &extents));
      item->dx = -extents.x;
      item->dy = -extents.y;
      g_object_unref (before);
    }
}
