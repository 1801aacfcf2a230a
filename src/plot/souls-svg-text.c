/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "souls-svg-private.h"

#include <math.h>

/* What a reader without any of the families is given. */
#define LAST_FAMILY "sans-serif"

/* A line as it was laid out: @left and @right from the layout's origin, px; [@hidden, @shown) are
 * the bytes that an ellipsis stands for, none if equal. */
typedef struct
{
  double left;
  double right;
  int hidden;
  int shown;
} Extent;

static double
from_pango (int units)
{
  return (double) units / PANGO_SCALE;
}

/* The extent of the line that @iter is at; goes on to the line's end, which Pango marks by a run
 * that is none. The line's own box won't do: where it ends in an ellipsis it is as wide as it might
 * have been. */
static Extent
measure_line (PangoLayoutIter *iter)
{
  Extent extent = { G_MAXDOUBLE, -G_MAXDOUBLE, 0, 0 };
  const PangoLayoutRun *run;

  while ((run = pango_layout_iter_get_run_readonly (iter)) != NULL)
    {
      PangoRectangle box;

      pango_layout_iter_get_run_extents (iter, NULL, &box);
      extent.left = MIN (extent.left, from_pango (box.x));
      extent.right = MAX (extent.right, from_pango (box.x + box.width));
      if ((run->item->analysis.flags & PANGO_ANALYSIS_FLAG_IS_ELLIPSIS) != 0)
        {
          extent.hidden = run->item->offset;
          extent.shown = run->item->offset + run->item->length;
        }
      if (!pango_layout_iter_next_run (iter))
        break;
    }
  return extent;
}

/* The line's words, with the ellipsis where they were cut, without the blank that a line was broken
 * at. */
static char *
get_words (const PangoLayoutLine *line,
           const char            *text,
           const Extent          *extent)
{
  GString *words = g_string_new (NULL);
  int start = line->start_index;
  int end = start + line->length;

  if (extent->hidden < extent->shown)
    {
      g_string_append_len (words, text + start, extent->hidden - start);
      g_string_append (words, "\u2026");
      start = MIN (extent->shown, end);
    }
  g_string_append_len (words, text + start, end - start);
  return g_strchomp (g_string_free (words, FALSE));
}

/* A family of several words, or one that a generic name might be taken for, needs quotes. */
static void
append_families (GString    *svg,
                 const char *families)
{
  g_auto (GStrv) names = g_strsplit (families, ",", -1);

  g_string_append (svg, " font-family=\"");
  for (int i = 0; names[i] != NULL; i++)
    {
      g_strstrip (names[i]);
      g_strdelimit (names[i], "'\\", ' ');
      if (*names[i] == '\0')
        continue;
      g_string_append_c (svg, '\'');
      souls_svg_append_escaped (svg, names[i], -1);
      g_string_append (svg, "', ");
    }
  g_string_append (svg, LAST_FAMILY "\"");
}

static void
append_font (GString                    *svg,
             const PangoFontDescription *font,
             const SoulsTextStyle       *style)
{
  const char *families = pango_font_description_get_family (font);

  append_families (svg, families != NULL ? families : "");
  souls_svg_append_length (svg, "font-size", from_pango (pango_font_description_get_size (font)));
  if (style->bold)
    g_string_append (svg, " font-weight=\"bold\"");
  if (style->tabular)
    g_string_append (svg, " style=\"font-variant-numeric:tabular-nums;"
                          "font-feature-settings:'tnum'\"");
}

/* The anchor is where the layout has it, so that a text stays on its mark in another font; the
 * length keeps its other end there. For who reads from the right, a line starts at its right. */
static void
append_place (GString              *svg,
              const SoulsText      *text,
              const Extent         *extent,
              double                baseline,
              gboolean              rtl)
{
  static const char *const anchors[] = { "start", "middle", "end" };
  int side = text->style.anchor_x < 0.25 ? 0 : text->style.anchor_x > 0.75 ? 2 : 1;
  double width = extent->right - extent->left;
  double x = text->box.x + text->dx + extent->left + width * side / 2.0;

  souls_svg_append_length (svg, "x", x);
  souls_svg_append_length (svg, "y", text->box.y + text->dy + baseline);
  if (side != (rtl ? 2 : 0))
    g_string_append_printf (svg, " text-anchor=\"%s\"", anchors[rtl ? 2 - side : side]);
  souls_svg_append_length (svg, "textLength", width);
  g_string_append (svg, " lengthAdjust=\"spacingAndGlyphs\"");
}

static void
append_line (GString         *svg,
             const SoulsText *text,
             PangoLayoutIter *iter,
             gboolean         rtl)
{
  const PangoLayoutLine *line = pango_layout_iter_get_line_readonly (iter);
  double baseline = from_pango (pango_layout_iter_get_baseline (iter));
  Extent extent = measure_line (iter);
  g_autofree char *words = get_words (line, pango_layout_get_text (text->layout), &extent);

  if (*words == '\0' || !(extent.left < extent.right))
    return;

  g_string_append (svg, "<text");
  append_place (svg, text, &extent, baseline, rtl);
  if (rtl)
    g_string_append (svg, " direction=\"rtl\" unicode-bidi=\"embed\"");
  g_string_append_c (svg, '>');
  souls_svg_append_escaped (svg, words, -1);
  g_string_append (svg, "</text>\n");
}

void
souls_svg_append_text (GString          *svg,
                       const SoulsText  *text,
                       const SoulsTheme *theme)
{
  SoulsColor color = text->style.color != SOULS_COLOR_NONE ? text->style.color : SOULS_COLOR_TEXT;
  PangoContext *context = pango_layout_get_context (text->layout);
  gboolean rtl = pango_context_get_base_dir (context) == PANGO_DIRECTION_RTL;
  PangoLayoutIter *iter = pango_layout_get_iter (text->layout);

  g_string_append (svg, "<g");
  souls_svg_append_color (svg, "fill", theme->text_color[color]);
  append_font (svg, pango_layout_get_font_description (text->layout), &text->style);
  g_string_append (svg, ">\n");
  do
    append_line (svg, text, iter, rtl);
  while (pango_layout_iter_next_line (iter));
  g_string_append (svg, "</g>\n");
  pango_layout_iter_free (iter);
}
