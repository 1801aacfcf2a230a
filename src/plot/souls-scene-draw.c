/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "souls-scene-private.h"

#include <math.h>

/* What drawing needs everywhere. @unit: see souls_scene_get_unit(). @snap: whether edges go to
 * whole pixels. */
typedef struct
{
  cairo_t *cr;
  const SoulsTheme *theme;
  double unit;
  gboolean snap;
} Pen;

static void
set_rgba (const Pen *pen,
          SoulsRgba  rgba,
          double     opacity)
{
  cairo_set_source_rgba (pen->cr, rgba.red, rgba.green, rgba.blue, rgba.alpha * opacity);
}

static void
stroke_path (const Pen        *pen,
             const SoulsStyle *style,
             double            width)
{
  const double dashes[] = { SOULS_DASH_ON * pen->unit, SOULS_DASH_OFF * pen->unit };

  set_rgba (pen, souls_style_get_color (style, pen->theme, style->stroke), 1.0);
  cairo_set_line_width (pen->cr, width);
  if (style->dashed)
    cairo_set_dash (pen->cr, dashes, G_N_ELEMENTS (dashes), 0.0);
  cairo_stroke (pen->cr);
  if (style->dashed)
    cairo_set_dash (pen->cr, NULL, 0, 0.0);
}

/* Adds diagonals over a box, rising (/) or falling (\). They end at the box: lines that ran on to
 * be clipped cost cairo ten times as much. */
static void
add_diagonals (const Pen *pen,
               SoulsBox   box,
               gboolean   rising)
{
  double step = SOULS_PATTERN_SPACING * pen->unit * G_SQRT2;
  double right = souls_box_right (box);
  double bottom = souls_box_bottom (box);
  /* Falling ones are drawn as rising ones of the box turned upside down. */
  double top = rising ? box.y : -bottom;
  double base = rising ? bottom : -box.y;
  double flip = rising ? 1.0 : -1.0;
  double cap = SOULS_PATTERN_LINE * pen->unit;

  /* Along a rising line x + y is constant. */
  for (double sum = ceil ((box.x + top) / step) * step; sum <= right + base; sum += step)
    {
      double x0 = MIN (sum - top, right) + cap;
      double x1 = MAX (sum - base, box.x) - cap;

      cairo_move_to (pen->cr, x0, flip * (sum - x0));
      cairo_line_to (pen->cr, x1, flip * (sum - x1));
    }
}

static void
add_horizontals (const Pen *pen,
                 SoulsBox   box)
{
  double step = SOULS_PATTERN_SPACING * pen->unit;

  for (double y = ceil (box.y / step) * step; y <= souls_box_bottom (box); y += step)
    {
      cairo_move_to (pen->cr, box.x, y);
      cairo_line_to (pen->cr, souls_box_right (box), y);
    }
}

static void
add_verticals (const Pen *pen,
               SoulsBox   box)
{
  double step = SOULS_PATTERN_SPACING * pen->unit;

  for (double x = ceil (box.x / step) * step; x <= souls_box_right (box); x += step)
    {
      cairo_move_to (pen->cr, x, box.y);
      cairo_line_to (pen->cr, x, souls_box_bottom (box));
    }
}

static void
add_hatch (const Pen    *pen,
           SoulsBox      box,
           SoulsPattern  pattern)
{
  if (pattern == SOULS_PATTERN_RISING || pattern == SOULS_PATTERN_FALLING)
    add_diagonals (pen, box, pattern == SOULS_PATTERN_RISING);
  if (pattern == SOULS_PATTERN_HORIZONTAL || pattern == SOULS_PATTERN_CROSS)
    add_horizontals (pen, box);
  if (pattern == SOULS_PATTERN_VERTICAL || pattern == SOULS_PATTERN_CROSS)
    add_verticals (pen, box);
}

/* Dots are dashes of no length with round caps: one path however many there are. */
static void
stroke_dots (const Pen *pen,
             SoulsBox   box)
{
  double spacing = SOULS_PATTERN_SPACING * pen->unit;
  const double dashes[] = { 0.0, spacing };

  cairo_save (pen->cr);
  cairo_set_line_cap (pen->cr, CAIRO_LINE_CAP_ROUND);
  cairo_set_line_width (pen->cr, SOULS_PATTERN_DOT * pen->unit);
  cairo_set_dash (pen->cr, dashes, G_N_ELEMENTS (dashes), 0.0);
  for (double y = ceil (box.y / spacing) * spacing; y <= souls_box_bottom (box); y += spacing)
    {
      cairo_move_to (pen->cr, floor (box.x / spacing) * spacing, y);
      cairo_line_to (pen->cr, souls_box_right (box), y);
    }
  cairo_stroke (pen->cr);
  cairo_restore (pen->cr);
}

/* A ground, an edge inside the shape, and a pattern clipped to it; the path stays. */
static void
fill_patterned (const Pen        *pen,
                const SoulsStyle *style,
                SoulsPattern      pattern)
{
  gboolean dotted = pattern == SOULS_PATTERN_DOTS;
  cairo_path_t *path = cairo_copy_path (pen->cr);
  SoulsBox box;
  double x2, y2;

  cairo_path_extents (pen->cr, &box.x, &box.y, &x2, &y2);
  box.width = x2 - box.x;
  box.height = y2 - box.y;

  cairo_save (pen->cr);
  set_rgba (pen, souls_style_get_color (style, pen->theme, style->fill),
            dotted ? SOULS_DOTTED_GROUND : SOULS_HATCH_GROUND);
  cairo_fill_preserve (pen->cr);
  cairo_clip_preserve (pen->cr);
  set_rgba (pen, souls_style_get_pattern_color (style, pen->theme), 1.0);
  cairo_set_line_width (pen->cr, 2.0 * SOULS_EDGE_WIDTH * pen->unit);
  cairo_stroke (pen->cr);
  if (dotted)
    {
      stroke_dots (pen, box);
    }
  else
    {
      add_hatch (pen, box, pattern);
      cairo_set_line_width (pen->cr, SOULS_PATTERN_LINE * pen->unit);
      cairo_stroke (pen->cr);
    }
  cairo_restore (pen->cr);
  cairo_append_path (pen->cr, path);
  cairo_path_destroy (path);
}

/* Fills and strokes the path, and takes it. */
static void
paint_path (const Pen        *pen,
            const SoulsStyle *style,
            SoulsPattern      pattern)
{
  if (pattern != SOULS_PATTERN_NONE)
    {
      fill_patterned (pen, style, pattern);
    }
  else if (style->fill != SOULS_COLOR_NONE)
    {
      set_rgba (pen, souls_style_get_color (style, pen->theme, style->fill), 1.0);
      cairo_fill_preserve (pen->cr);
    }
  if (style->stroke != SOULS_COLOR_NONE)
    stroke_path (pen, style,
                 souls_style_get_line_width (style, pen->theme, pen->unit, SOULS_EDGE_WIDTH));
  cairo_new_path (pen->cr);
}

static void
paint_mark (const Pen       *pen,
            const SoulsMark *mark)
{
  paint_path (pen, &mark->style, souls_style_get_pattern (&mark->style, pen->theme));
}

static SoulsPoint
snap_point (const Pen *pen,
            double     x,
            double     y,
            double     to)
{
  if (pen->snap)
    {
      cairo_user_to_device (pen->cr, &x, &y);
      x = floor (x - to + 0.5) + to;
      y = floor (y - to + 0.5) + to;
      cairo_device_to_user (pen->cr, &x, &y);
    }
  return (SoulsPoint) { x, y };
}

/* Parts of a stack share an edge and so are snapped to the same one. What is thinner than a pixel
 * is left thin. */
static SoulsBox
snap_box (const Pen *pen,
          SoulsBox   box)
{
  SoulsPoint start = snap_point (pen, box.x, box.y, 0.0);
  SoulsPoint end = snap_point (pen, souls_box_right (box), souls_box_bottom (box), 0.0);

  if (box.width >= 1.0)
    {
      box.x = start.x;
      box.width = end.x - start.x;
    }
  if (box.height >= 1.0)
    {
      box.y = start.y;
      box.height = end.y - start.y;
    }
  return box;
}

/* Rounds the corners of one end only; the other stands on its axis. */
static void
add_round_box (const Pen *pen,
               SoulsBox   box,
               double     radius,
               SoulsEnd   end)
{
  gboolean upright = end == SOULS_END_TOP || end == SOULS_END_BOTTOM;
  double r = MIN (radius, upright ? MIN (box.width / 2.0, box.height)
                                  : MIN (box.width, box.height / 2.0));
  double top_left = end == SOULS_END_TOP || end == SOULS_END_LEFT ? r : 0.0;
  double top_right = end == SOULS_END_TOP || end == SOULS_END_RIGHT ? r : 0.0;
  double bottom_right = end == SOULS_END_BOTTOM || end == SOULS_END_RIGHT ? r : 0.0;
  double bottom_left = end == SOULS_END_BOTTOM || end == SOULS_END_LEFT ? r : 0.0;
  double right = souls_box_right (box);
  double bottom = souls_box_bottom (box);

  cairo_new_sub_path (pen->cr);
  cairo_arc (pen->cr, box.x + top_left, box.y + top_left, top_left, G_PI, 1.5 * G_PI);
  cairo_arc (pen->cr, right - top_right, box.y + top_right, top_right, 1.5 * G_PI, 2.0 * G_PI);
  cairo_arc (pen->cr, right - bottom_right, bottom - bottom_right, bottom_right, 0.0, G_PI_2);
  cairo_arc (pen->cr, box.x + bottom_left, bottom - bottom_left, bottom_left, G_PI_2, G_PI);
  cairo_close_path (pen->cr);
}

static void
draw_rect (const Pen       *pen,
           const SoulsMark *mark)
{
  gboolean outline = mark->style.fill == SOULS_COLOR_NONE;
  SoulsBox box = outline ? mark->box : snap_box (pen, mark->box);

  if (mark->style.round_end != SOULS_END_NONE && mark->style.radius > 0.0)
    add_round_box (pen, box, mark->style.radius, mark->style.round_end);
  else
    cairo_rectangle (pen->cr, box.x, box.y, box.width, box.height);
  paint_mark (pen, mark);
}

static void
draw_line (const Pen        *pen,
           const SoulsMark  *mark,
           const SoulsPoint *points)
{
  double width = souls_style_get_line_width (&mark->style, pen->theme, pen->unit,
                                             pen->theme->line_width);
  double half = souls_mark_is_hairline (mark, points, width) ? 0.5 : -1.0;

  if (mark->style.stroke == SOULS_COLOR_NONE)
    return;

  for (guint i = 0; i < mark->n; i++)
    {
      SoulsPoint point = half > 0.0 ? snap_point (pen, points[i].x, points[i].y, half) : points[i];

      cairo_line_to (pen->cr, point.x, point.y);
    }
  if (half > 0.0 || mark->style.dashed)
    cairo_set_line_cap (pen->cr, CAIRO_LINE_CAP_BUTT);
  else
    cairo_set_line_cap (pen->cr, CAIRO_LINE_CAP_ROUND);
  stroke_path (pen, &mark->style, width);
  cairo_set_line_cap (pen->cr, CAIRO_LINE_CAP_BUTT);
}

static void
draw_polygon (const Pen        *pen,
              const SoulsMark  *mark,
              const SoulsPoint *points)
{
  for (guint i = 0; i < mark->n; i++)
    cairo_line_to (pen->cr, points[i].x, points[i].y);
  cairo_close_path (pen->cr);
  paint_mark (pen, mark);
}

static void
draw_ribbon (const Pen        *pen,
             const SoulsMark  *mark,
             const SoulsPoint *points)
{
  double bend = (points[2].x - points[0].x) * SOULS_RIBBON_BEND;

  cairo_move_to (pen->cr, points[0].x, points[0].y);
  cairo_curve_to (pen->cr, points[0].x + bend, points[0].y,
                  points[2].x - bend, points[2].y, points[2].x, points[2].y);
  cairo_line_to (pen->cr, points[3].x, points[3].y);
  cairo_curve_to (pen->cr, points[3].x - bend, points[3].y,
                  points[1].x + bend, points[1].y, points[1].x, points[1].y);
  cairo_close_path (pen->cr);
  paint_mark (pen, mark);
}

static void
draw_dot (const Pen        *pen,
          const SoulsMark  *mark,
          const SoulsPoint *center)
{
  double radius = mark->radius;
  SoulsStyle style = souls_style_of_dot (&mark->style, pen->unit, &radius);
  gboolean dotted = style.dotted && !mark->style.hatched && style.fill != SOULS_COLOR_NONE;

  cairo_new_sub_path (pen->cr);
  cairo_arc (pen->cr, center->x, center->y, radius, 0.0, 2.0 * G_PI);
  cairo_close_path (pen->cr);
  paint_path (pen, &style, dotted ? SOULS_PATTERN_DOTS : SOULS_PATTERN_NONE);
}

static void
draw_text (const Pen       *pen,
           const SoulsText *text)
{
  SoulsColor color = text->style.color != SOULS_COLOR_NONE ? text->style.color : SOULS_COLOR_TEXT;
  const SoulsRgba *rgba = &pen->theme->text_color[color];

  cairo_set_source_rgba (pen->cr, rgba->red, rgba->green, rgba->blue, rgba->alpha);
  cairo_move_to (pen->cr, text->box.x + text->dx, text->box.y + text->dy);
  pango_cairo_show_layout (pen->cr, text->layout);
  cairo_new_path (pen->cr);
}

/* Paper has no pixels, and a turned picture none that edges could lie on. */
static gboolean
has_pixel_grid (cairo_t *cr)
{
  cairo_surface_type_t type = cairo_surface_get_type (cairo_get_target (cr));
  cairo_matrix_t matrix;

  cairo_get_matrix (cr, &matrix);
  return matrix.xy == 0.0 && matrix.yx == 0.0 && matrix.xx > 0.0 && matrix.yy > 0.0 &&
         type != CAIRO_SURFACE_TYPE_PDF && type != CAIRO_SURFACE_TYPE_PS;
}

/**
 * souls_scene_draw:
 * @cr: where to draw; its state is left as it was, but for the path
 *
 * Draws a scene with its top left corner at (0, 0). Nothing is measured or decided here: it was
 * laid out before.
 */
void
souls_scene_draw (const SoulsScene *self,
                  cairo_t          *cr,
                  const SoulsTheme *theme)
{
  Pen pen = { cr, theme, souls_scene_get_unit (self), has_pixel_grid (cr) };

  cairo_save (cr);
  cairo_new_path (cr);
  cairo_set_dash (cr, NULL, 0, 0.0);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_BUTT);
  for (guint i = 0; i < self->marks->len; i++)
    {
      const SoulsMark *mark = &g_array_index (self->marks, SoulsMark, i);
      const SoulsPoint *points = (const SoulsPoint *) (gpointer) self->points->data + mark->first;

      switch (mark->kind)
        {
        case SOULS_MARK_RECT: draw_rect (&pen, mark); break;
        case SOULS_MARK_LINE: draw_line (&pen, mark, points); break;
        case SOULS_MARK_POLYGON: draw_polygon (&pen, mark, points); break;
        case SOULS_MARK_RIBBON: draw_ribbon (&pen, mark, points); break;
        case SOULS_MARK_DOT: draw_dot (&pen, mark, points); break;
        case SOULS_MARK_TEXT:
          draw_text (&pen, &g_array_index (self->texts, SoulsText, mark->text));
          break;
        default: g_assert_not_reached ();
        }
    }
  cairo_restore (cr);
}
