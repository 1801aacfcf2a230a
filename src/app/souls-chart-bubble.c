/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "souls-config.h"

#include "souls-chart-bubble.h"

#include <math.h>

#include "souls-app-words.h"

#define GAP            6.0
#define PADDING_X      10.0
#define PADDING_Y      6.0
#define RADIUS         8.0f
#define MAX_TEXT_WIDTH 260

static double
clamp_into (double start, double length, double from, double span)
{
  return CLAMP (start, from, MAX (from, from + span - length));
}

static double
overlap (double a, double a_length, double b, double b_length)
{
  return MAX (0.0, MIN (a + a_length, b + b_length) - MAX (a, b));
}

static double
overlap_area (SoulsBox a, SoulsBox b)
{
  return overlap (a.x, a.width, b.x, b.width) * overlap (a.y, a.height, b.y, b.height);
}

/**
 * souls_chart_bubble_place:
 * @bounds: where the bubble must stay
 * @mark: what it must not cover
 *
 * Places a bubble above its mark, or below, or beside it: the first place where it fits without
 * covering the mark. Where it fits nowhere, the place that covers least of it.
 *
 * Returns: the bubble's box, inside @bounds as far as it is not larger
 */
SoulsBox
souls_chart_bubble_place (SoulsBox bounds, SoulsBox mark, double width, double height)
{
  double middle_x = mark.x + (mark.width - width) / 2.0;
  double middle_y = mark.y + (mark.height - height) / 2.0;
  const SoulsPoint places[] = {
    { middle_x, mark.y - GAP - height },
    { middle_x, mark.y + mark.height + GAP },
    { mark.x + mark.width + GAP, middle_y },
    { mark.x - GAP - width, middle_y },
  };
  SoulsBox best = { 0.0, 0.0, width, height };
  double least = INFINITY;

  for (gsize i = 0; i < G_N_ELEMENTS (places) && least > 0.0; i++)
    {
      SoulsBox box = { clamp_into (places[i].x, width, bounds.x, bounds.width),
                       clamp_into (places[i].y, height, bounds.y, bounds.height),
                       width,
                       height };
      double covered = overlap_area (box, mark);

      if (covered < least)
        {
          least = covered;
          best = box;
        }
    }
  return best;
}

static PangoLayout *
make_layout (GtkWidget *widget, const char *text, gboolean bold)
{
  PangoLayout *layout = gtk_widget_create_pango_layout (widget, text);
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

  if (bold)
    pango_attr_list_insert (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD));
  pango_attr_list_insert (attributes, pango_attr_font_features_new ("tnum=1"));
  pango_layout_set_attributes (layout, attributes);
  pango_layout_set_width (
    layout, MIN (MAX_TEXT_WIDTH, MAX (80, gtk_widget_get_width (widget) - 48)) * PANGO_SCALE);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  return layout;
}

static GdkRGBA
get_color (SoulsColor color)
{
  const SoulsRgba *rgba = &souls_app_theme ()->color[color];

  return (
    GdkRGBA){ (float) rgba->red, (float) rgba->green, (float) rgba->blue, (float) rgba->alpha };
}

static void
append_ground (GtkSnapshot *snapshot, SoulsBox box)
{
  graphene_rect_t rect =
    GRAPHENE_RECT_INIT ((float) box.x, (float) box.y, (float) box.width, (float) box.height);
  GdkRGBA paper = get_color (SOULS_COLOR_PAPER);
  GdkRGBA text = get_color (SOULS_COLOR_TEXT);
  GdkRGBA shadow = { 0.0f, 0.0f, 0.0f, 0.25f };
  GskRoundedRect outline;

  text.alpha = 0.3f;
  gsk_rounded_rect_init_from_rect (&outline, &rect, RADIUS);
  gtk_snapshot_append_outset_shadow (snapshot, &outline, &shadow, 0.0f, 2.0f, 0.0f, 6.0f);
  gtk_snapshot_push_rounded_clip (snapshot, &outline);
  gtk_snapshot_append_color (snapshot, &paper, &rect);
  gtk_snapshot_pop (snapshot);
  gtk_snapshot_append_border (
    snapshot, &outline, (float[4]){ 1, 1, 1, 1 }, (GdkRGBA[4]){ text, text, text, text });
}

static void
append_text (GtkSnapshot *snapshot, PangoLayout *layout, double x, double y)
{
  GdkRGBA color = get_color (SOULS_COLOR_TEXT);
  PangoRectangle ink;

  /* Right-to-left text stands at the right of the layout's width. */
  pango_layout_get_pixel_extents (layout, NULL, &ink);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float) (x - ink.x), (float) y));
  gtk_snapshot_append_layout (snapshot, layout, &color);
  gtk_snapshot_restore (snapshot);
}

/**
 * souls_chart_bubble_snapshot:
 * @widget: the chart; the bubble stays inside it
 * @target: what it is about
 *
 * Draws a bubble with the name of a mark and its full value beside the mark.
 */
void
souls_chart_bubble_snapshot (GtkWidget *widget, GtkSnapshot *snapshot, const SoulsTarget *target)
{
  g_autoptr (PangoLayout) name = make_layout (widget, target->name, TRUE);
  g_autoptr (PangoLayout) value = make_layout (widget, target->value, FALSE);
  SoulsBox bounds = {
    2.0, 2.0, gtk_widget_get_width (widget) - 4.0, gtk_widget_get_height (widget) - 4.0
  };
  PangoRectangle name_size, value_size;
  SoulsBox box;
  double width;

  pango_layout_get_pixel_extents (name, NULL, &name_size);
  pango_layout_get_pixel_extents (value, NULL, &value_size);
  width = MAX (name_size.width, value_size.width);
  box = souls_chart_bubble_place (bounds,
                                  target->box,
                                  width + 2.0 * PADDING_X,
                                  name_size.height + value_size.height + 2.0 * PADDING_Y);
  box.x = round (box.x);
  box.y = round (box.y);

  append_ground (snapshot, box);
  if (gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL)
    {
      append_text (snapshot, name, box.x + PADDING_X + width - name_size.width, box.y + PADDING_Y);
      append_text (snapshot,
                   value,
                   box.x + PADDING_X + width - value_size.width,
                   box.y + PADDING_Y + name_size.height);
      return;
    }
  append_text (snapshot, name, box.x + PADDING_X, box.y + PADDING_Y);
  append_text (snapshot, value, box.x + PADDING_X, box.y + PADDING_Y + name_size.height);
}

/**
 * souls_chart_ring_snapshot:
 * @box: the mark
 * @focus: whether it is the keyboard's, else the pointer's
 *
 * Draws a ring round a mark.
 */
void
souls_chart_ring_snapshot (GtkSnapshot *snapshot, SoulsBox box, gboolean focus)
{
  GdkRGBA color = get_color (focus ? SOULS_COLOR_FOCUS : SOULS_COLOR_TEXT);
  float width = focus ? 2.0f : 1.5f;
  graphene_rect_t rect =
    GRAPHENE_RECT_INIT ((float) box.x, (float) box.y, (float) box.width, (float) box.height);
  GskRoundedRect outline;

  color.alpha = focus ? 1.0f : 0.45f;
  graphene_rect_inset (&rect, -3.0f, -3.0f);
  gsk_rounded_rect_init_from_rect (&outline, &rect, 5.0f);
  gtk_snapshot_append_border (snapshot,
                              &outline,
                              (float[4]){ width, width, width, width },
                              (GdkRGBA[4]){ color, color, color, color });
}
