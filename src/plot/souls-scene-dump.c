/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "souls-scene-private.h"

#include <math.h>

static const char *const end_ids[] = { "none", "top", "bottom", "left", "right" };

/* Appends a length to a tenth of a px, without a needless ".0" and never as "-0". */
static void
append_length (GString *text,
               double   value)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];
  double tenths = round (value * 10.0) + 0.0;

  if (fmod (tenths, 10.0) == 0.0)
    g_ascii_formatd (buffer, sizeof buffer, "%.0f", tenths / 10.0);
  else
    g_ascii_formatd (buffer, sizeof buffer, "%.1f", tenths / 10.0);
  g_string_append (text, buffer);
}

static void
append_named (GString    *text,
              const char *name,
              double      value)
{
  g_string_append_printf (text, " %s ", name);
  append_length (text, value);
}

static void
append_point (GString *text,
              double   x,
              double   y)
{
  g_string_append_c (text, ' ');
  append_length (text, x);
  g_string_append_c (text, ',');
  append_length (text, y);
}

static void
append_box (GString  *text,
            SoulsBox  box)
{
  append_point (text, box.x, box.y);
  g_string_append_c (text, ' ');
  append_length (text, box.width);
  g_string_append_c (text, 'x');
  append_length (text, box.height);
}

static void
append_quoted (GString    *text,
               const char *string)
{
  /* Not g_strescape(), which would make what isn't ASCII unreadable. */
  g_string_append (text, " \"");
  for (const char *c = string; *c != '\0'; c++)
    {
      if (*c == '"' || *c == '\\')
        g_string_append_c (text, '\\');
      if (*c == '\n')
        g_string_append (text, "\\n");
      else
        g_string_append_c (text, *c);
    }
  g_string_append_c (text, '"');
}

static void
append_style (GString          *text,
              const SoulsStyle *style)
{
  if (style->fill != SOULS_COLOR_NONE)
    g_string_append_printf (text, " fill %s", souls_color_id (style->fill));
  if (style->stroke != SOULS_COLOR_NONE)
    g_string_append_printf (text, " stroke %s", souls_color_id (style->stroke));
  if (style->line_width > 0.0)
    append_named (text, "width", style->line_width);
  if (style->opacity > 0.0 && style->opacity < 1.0)
    g_string_append_printf (text, " opacity %d%%", (int) round (style->opacity * 100.0));
  if (style->round_end != SOULS_END_NONE)
    {
      append_named (text, "round", style->radius);
      g_string_append_printf (text, " %s", end_ids[style->round_end]);
    }
  if (style->dashed)
    g_string_append (text, " dashed");
  if (style->hatched)
    g_string_append (text, " hatched");
  if (style->dotted)
    g_string_append (text, " dotted");
}

/* Fonts differ from machine to machine: the anchor and the style are dumped, the extents are
 * not. */
static void
append_text (GString         *text,
             const SoulsText *item)
{
  const SoulsTextStyle *style = &item->style;
  double em = style->em > 0.0 ? style->em : 1.0;

  append_point (text, item->anchor.x, item->anchor.y);
  g_string_append_printf (text, " em %d%%", (int) round (em * 100.0));
  append_named (text, "anchor", style->anchor_x);
  g_string_append_c (text, ',');
  append_length (text, style->anchor_y);
  if (style->color != SOULS_COLOR_NONE)
    g_string_append_printf (text, " %s", souls_color_id (style->color));
  if (style->bold)
    g_string_append (text, " bold");
  if (style->tabular)
    g_string_append (text, " tabular");
  if (style->max_width > 0.0)
    append_named (text, "within", style->max_width);
  if (style->max_lines > 1)
    g_string_append_printf (text, " lines %d", style->max_lines);
  append_quoted (text, pango_layout_get_text (item->layout));
}

static void
append_mark (GString          *text,
             const SoulsScene *self,
             const SoulsMark  *mark)
{
  static const char *const names[] = { "rect", "line", "polygon", "ribbon", "dot", "text" };

  g_string_append (text, names[mark->kind]);
  if (mark->kind == SOULS_MARK_TEXT)
    {
      append_text (text, &g_array_index (self->texts, SoulsText, mark->text));
    }
  else if (mark->kind == SOULS_MARK_RECT)
    {
      append_box (text, mark->box);
      append_style (text, &mark->style);
    }
  else
    {
      for (guint i = mark->first; i < mark->first + mark->n; i++)
        {
          SoulsPoint point = g_array_index (self->points, SoulsPoint, i);

          append_point (text, point.x, point.y);
        }
      if (mark->kind == SOULS_MARK_DOT)
        append_named (text, "radius", mark->radius);
      append_style (text, &mark->style);
    }
  g_string_append_c (text, '\n');
}

static void
append_words (GString    *text,
              const char *name,
              const char *words)
{
  g_string_append (text, name);
  append_quoted (text, words);
  g_string_append_c (text, '\n');
}

static void
append_target (GString           *text,
               const SoulsTarget *target)
{
  g_string_append_printf (text, "target %u", target->key);
  append_box (text, target->box);
  g_string_append_printf (text, " metric %d year %d", target->metric, target->year);
  append_quoted (text, target->name);
  append_quoted (text, target->value);
  g_string_append_c (text, '\n');
}

/**
 * souls_scene_dump:
 *
 * Writes a layout down as text: size, words, marks in drawing order, targets. The same layout gives
 * the same text in every locale and with every font, as far as the layout itself doesn't depend on
 * measured text.
 *
 * Returns: (transfer full): lines of text
 */
char *
souls_scene_dump (const SoulsScene *self)
{
  GString *text = g_string_new ("scene");
  char minimum[G_ASCII_DTOSTR_BUF_SIZE];
  char maximum[G_ASCII_DTOSTR_BUF_SIZE];

  append_point (text, self->width, self->height);
  append_named (text, "base", self->base_size);
  g_string_append (text, self->mirrored ? " mirrored\n" : "\n");
  append_words (text, "finding", souls_scene_get_finding (self));
  append_words (text, "subtitle", souls_scene_get_subtitle (self));
  append_words (text, "description", souls_scene_get_description (self));
  if (self->range.min <= self->range.max)
    g_string_append_printf (text, "range %s %s\n",
                            g_ascii_formatd (minimum, sizeof minimum, "%.6g", self->range.min),
                            g_ascii_formatd (maximum, sizeof maximum, "%.6g", self->range.max));
  for (guint i = 0; i < self->marks->len; i++)
    append_mark (text, self, &g_array_index (self->marks, SoulsMark, i));
  for (guint i = 0; i < self->targets->len; i++)
    append_target (text, &g_array_index (self->targets, SoulsTarget, i));
  return g_string_free (text, FALSE);
}
