/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "souls-scene-private.h"

#include <math.h>

#define HATCH_SPACING 5.0
#define HATCH_WIDTH 1.75
#define HATCH_GROUND 0.18     /* opacity of the ground below a hatch */
#define DOTTED_GROUND 0.3
#define DOT_SIZE 2.0
#define EDGE_WIDTH 1.0
#define RING_WIDTH 2.0

/* Control points at 45 % of the way give a flow a calm bend. */
#define RIBBON_BEND 0.45

/* What drawing needs everywhere. @unit: see souls_scene_get_unit(). @snap: whether edges go to
 * whole pixels. */
typedef struct
{
  cairo_t *cr;
  const SoulsTheme *theme;
  double unit;
  gboolean snap;
} Pen;

static double
get_opacity (const SoulsStyle *style)
{
  return style->opacity > 0.0 ? style->opacity : 1.0;
}

static void
set_color (const Pen        *pen,
           const SoulsStyle *style,
           SoulsColor        color,
           double            opacity)
{
  const SoulsRgba *rgba = &pen->theme->color[color];

  cairo_set_source_rgba (pen->cr, rgba->red, rgba->green, rgba->blue,
                         rgba->alpha * opacity * get_opacity (style));
}

/* The lines of a hatch are finer than a filled mark: where there is no hue they are darker to be
 * seen as well. */
static void
set_hatch_color (const Pen        *pen,
                 const SoulsStyle *style)
{
  const SoulsRgba *rgba = pen->theme->hatch_all ? &pen->theme->text_color[style->fill]
                                                : &pen->theme->color[style->fill];

  cairo_set_source_rgba (pen->cr, rgba->red, rgba->green, rgba->blue,
                         rgba->alpha * get_opacity (style));
}

static double
choose_line_width (const Pen        *pen,
                   const SoulsStyle *style,
                   double            otherwise)
{
  if (style->line_width > 0.0)
    return style->line_width;
  if (style->dashed)
    return pen->theme->ghost_width * pen->unit;
  if (style->stroke == SOULS_COLOR_GRID || style->stroke == SOULS_COLOR_ZERO)
    return 1.0;
  return otherwise * pen->unit;
}

static void
stroke_path (const Pen        *pen,
             const SoulsStyle *style,
             double            width)
{
  const double dashes[] = { 4.0 * pen->unit, 3.0 * pen->unit };

  set_color (pen, style, style->stroke, 1.0);
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
  double step = HATCH_SPACING * pen->unit * G_SQRT2;
  double right = souls_box_right (box);
  double bottom = souls_box_bottom (box);
  /* Falling ones are drawn as rising ones of the box turned upside down. */
  double top = rising ? box.y : -bottom;
  double base = rising ? bottom : -box.y;
  double flip = rising ? 1.0 : -1.0;
  double cap = HATCH_WIDTH * pen->unit;

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
  double step = HATCH_SPACING * pen->unit;

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
  double step = HATCH_SPACING * pen->unit;

  for (double x = ceil (box.x / step) * step; x <= souls_box_right (box); x += step)
    {
      cairo_move_to (pen->cr, x, box.y);
      cairo_line_to (pen->cr, x, souls_box_bottom (box));
    }
}

/* The phase hangs on the scene, not on the box, so that parts of a stack fit together and a growing
 * bar doesn't drag its hatch along. */
static void
add_hatch (const Pen  *pen,
           SoulsBox    box,
           SoulsHatch  hatch)
{
  switch (hatch)
    {
    case SOULS_HATCH_HORIZONTAL:
      add_horizontals (pen, box);
      break;
    case SOULS_HATCH_VERTICAL:
      add_verticals (pen, box);
      break;
    case SOULS_HATCH_CROSS:
      add_horizontals (pen, box);
      add_verticals (pen, box);
      break;
    case SOULS_HATCH_BACKWARD:
      add_diagonals (pen, box, FALSE);
      break;
    case SOULS_HATCH_SOLID:
    default:
      add_diagonals (pen, box, TRUE);
      break;
    }
}

/* Dots are dashes of no length with round caps: one path however many there are. */
static void
stroke_dots (const Pen *pen,
             SoulsBox   box)
{
  double spacing = HATCH_SPACING * pen->unit;
  const double dashes[] = { 0.0, spacing };

  cairo_save (pen->cr);
  cairo_set_line_cap (pen->cr, CAIRO_LINE_CAP_ROUND);
  cairo_set_line_width (pen->cr, DOT_SIZE * pen->unit);
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
                const SoulsStyle *style)
{
  gboolean dotted = style->dotted && !style->hatched;
  SoulsHatch hatch = style->hatched ? SOULS_HATCH_SOLID : pen->theme->hatch[style->fill];
  cairo_path_t *path = cairo_copy_path (pen->cr);
  SoulsBox box;
  double x2, y2;

  cairo_path_extents (pen->cr, &box.x, &box.y, &x2, &y2);
  box.width = x2 - box.x;
  box.height = y2 - box.y;

  cairo_save (pen->cr);
  set_color (pen, style, style->fill, dotted ? DOTTED_GROUND : HATCH_GROUND);
  cairo_fill_preserve (pen->cr);
  cairo_clip_preserve (pen->cr);
  set_hatch_color (pen, style);
  cairo_set_line_width (pen->cr, 2.0 * EDGE_WIDTH * pen->unit);
  cairo_stroke (pen->cr);
  if (dotted)
    {
      stroke_dots (pen, box);
    }
  else
    {
      add_hatch (pen, box, hatch);
      cairo_set_line_width (pen->cr, HATCH_WIDTH * pen->unit);
      cairo_stroke (pen->cr);
    }
  cairo_restore (pen->cr);
  cairo_append_path (pen->cr, path);
  cairo_path_destroy (path);
}

static gboolean
is_patterned (const Pen        *pen,
              const SoulsStyle *style)
{
  return style->hatched || style->dotted ||
         (pen->theme->hatch_all && pen->theme->hatch[style->fill] != SOULS_HATCH_SOLID);
}

/* Fills and strokes the path, and takes it. */
static void
paint_path (const Pen        *pen,
            const SoulsStyle *style)
{
  if (style->fill != SOULS_COLOR_NONE && is_patterned (pen, style))
    {
      fill_patterned (pen, style);
    }
  else if (style->fill != SOULS_COLOR_NONE)
    {
      set_color (pen, style, style->fill, 1.0);
      cairo_fill_preserve (pen->cr);
    }
  if (style->stroke != SOULS_COLOR_NONE)
    stroke_path (pen, style, choose_line_width (pen, style, EDGE_WIDTH));
  cairo_new_path (pen->cr);
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
  paint_path (pen, &mark->style);
}

/* A hairline goes along the middle of a row or column of pixels. */
static gboolean
is_hairline (const SoulsMark  *mark,
             const SoulsPoint *points,
             double            width)
{
  return mark->n == 2 && width <= 1.0 &&
         (points[0].x == points[1].x || points[0].y == points[1].y);
}

static void
draw_line (const Pen        *pen,
           const SoulsMark  *mark,
           const SoulsPoint *points)
{
  double width = choose_line_width (pen, &mark->style, pen->theme->line_width);
  double half = is_hairline (mark, points, width) ? 0.5 : -1.0;

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
  paint_path (pen, &mark->style);
}

static void
draw_ribbon (const Pen        *pen,
             const SoulsMark  *mark,
             const SoulsPoint *points)
{
  double bend = (points[2].x - points[0].x) * RIBBON_BEND;

  cairo_move_to (pen->cr, points[0].x, points[0].y);
  cairo_curve_to (pen->cr, points[0].x + bend, points[0].y,
                  points[2].x - bend, points[2].y, points[2].x, points[2].y);
  cairo_line_to (pen->cr, points[3].x, points[3].y);
  cairo_curve_to (pen->cr, points[3].x - bend, points[3].y,
                  points[1].x + bend, points[1].y, points[1].x, points[1].y);
  cairo_close_path (pen->cr);
  paint_path (pen, &mark->style);
}

/* A hatch has no room in a dot: for a loss it is a hollow one. */
static void
draw_dot (const Pen        *pen,
          const SoulsMark  *mark,
          const SoulsPoint *center)
{
  SoulsStyle style = mark->style;
  double radius = mark->radius;

  if (style.hatched && style.fill != SOULS_COLOR_NONE)
    {
      style.stroke = style.fill;
      style.fill = SOULS_COLOR_PAPER;
      style.hatched = FALSE;
      if (style.line_width <= 0.0)
        style.line_width = RING_WIDTH * pen->unit;
      radius = MAX (radius - style.line_width / 2.0, 0.5);
    }
  cairo_new_sub_path (pen->cr);
  cairo_arc (pen->cr, center->x, center->y, radius, 0.0, 2.0 * G_PI);
  cairo_close_path (pen->cr);
  if (style.fill != SOULS_COLOR_NONE && !style.dotted)
    {
      set_color (pen, &style, style.fill, 1.0);
      cairo_fill_preserve (pen->cr);
      style.fill = SOULS_COLOR_NONE;
    }
  paint_path (pen, &style);
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
