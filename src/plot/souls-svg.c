/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "souls-svg-private.h"

#include <math.h>
#include <string.h>

/* What writing needs everywhere. @prefix begins every id, so that pictures can share a page.
 * @n_clips counts clips, for their ids. */
typedef struct
{
  GString *svg;
  const SoulsScene *scene;
  const SoulsTheme *theme;
  double unit;
  char prefix[16];
  guint n_clips;
} Pen;

static const char *const pattern_ids[SOULS_N_PATTERNS] = {
  [SOULS_PATTERN_NONE] = "none",
  [SOULS_PATTERN_RISING] = "rising",
  [SOULS_PATTERN_FALLING] = "falling",
  [SOULS_PATTERN_HORIZONTAL] = "horizontal",
  [SOULS_PATTERN_VERTICAL] = "vertical",
  [SOULS_PATTERN_CROSS] = "cross",
  [SOULS_PATTERN_DOTS] = "dots",
};

void
souls_svg_append_number (GString *svg,
                         double   value)
{
  char digits[32];
  long hundredths = lround (value * 100.0);
  long rest = ABS (hundredths) % 100;

  /* By hand: the same in every locale, and most of the writing's time otherwise. */
  g_snprintf (digits, sizeof digits, "%s%ld", hundredths < 0 ? "-" : "", ABS (hundredths) / 100);
  g_string_append (svg, digits);
  if (rest != 0)
    {
      g_string_append_c (svg, '.');
      g_string_append_c (svg, (char) ('0' + rest / 10));
      if (rest % 10 != 0)
        g_string_append_c (svg, (char) ('0' + rest % 10));
    }
}

void
souls_svg_append_length (GString    *svg,
                         const char *name,
                         double      value)
{
  g_string_append_c (svg, ' ');
  g_string_append (svg, name);
  g_string_append (svg, "=\"");
  souls_svg_append_number (svg, value);
  g_string_append_c (svg, '"');
}

void
souls_svg_append_color (GString    *svg,
                        const char *name,
                        SoulsRgba   color)
{
  g_string_append_printf (svg, " %s=\"#%02x%02x%02x\"", name,
                          (guint) lround (color.red * 255.0), (guint) lround (color.green * 255.0),
                          (guint) lround (color.blue * 255.0));
  if (color.alpha < 1.0)
    {
      g_autofree char *opacity = g_strconcat (name, "-opacity", NULL);
      char digits[G_ASCII_DTOSTR_BUF_SIZE];

      g_ascii_formatd (digits, sizeof digits, "%.4g", color.alpha);
      g_string_append_printf (svg, " %s=\"%s\"", opacity, digits);
    }
}

void
souls_svg_append_escaped (GString    *svg,
                          const char *text,
                          gssize      length)
{
  const char *end = text + (length >= 0 ? (gsize) length : strlen (text));

  for (const char *c = text; c < end; c = g_utf8_next_char (c))
    {
      gunichar character = g_utf8_get_char (c);

      if (character == '&')
        g_string_append (svg, "&amp;");
      else if (character == '<')
        g_string_append (svg, "&lt;");
      else if (character == '>')
        g_string_append (svg, "&gt;");
      else if (character == '"')
        g_string_append (svg, "&quot;");
      else if (character == '\n' || character == '\t')
        g_string_append_c (svg, ' ');
      else if (character >= 0x20 && character != 0x7f && character != 0xfffe && character != 0xffff)
        g_string_append_unichar (svg, character);
    }
}

static void
append_point (GString    *path,
              const char *command,
              double      x,
              double      y)
{
  g_string_append (path, command);
  souls_svg_append_number (path, x);
  g_string_append_c (path, ',');
  souls_svg_append_number (path, y);
}

/* A curve's end, with its two control points before it. */
static void
append_bend (GString *path,
             double   x1,
             double   y1,
             double   x2,
             double   y2,
             double   x,
             double   y)
{
  append_point (path, "C", x1, y1);
  append_point (path, " ", x2, y2);
  append_point (path, " ", x, y);
}

static double
snap (double length,
      double to)
{
  return floor (length - to + 0.5) + to;
}

/* As on a screen of one pixel to the px: edges are sharp and parts of a stack share them. */
static SoulsBox
snap_box (SoulsBox box)
{
  double right = snap (souls_box_right (box), 0.0);
  double bottom = snap (souls_box_bottom (box), 0.0);

  if (box.width >= 1.0)
    {
      box.x = snap (box.x, 0.0);
      box.width = right - box.x;
    }
  if (box.height >= 1.0)
    {
      box.y = snap (box.y, 0.0);
      box.height = bottom - box.y;
    }
  return box;
}

/* A quarter circle round to the corner's other side; nothing where the corner is sharp. */
static void
append_corner (GString *path,
               double   radius,
               double   x,
               double   y)
{
  if (radius <= 0.0)
    return;

  append_point (path, "A", radius, radius);
  append_point (path, " 0 0 1 ", x, y);
}

static void
append_round_box (GString  *shape,
                  SoulsBox  box,
                  double    radius,
                  SoulsEnd  end)
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

  append_point (shape, "<path d=\"M", box.x + top_left, box.y);
  append_point (shape, "L", right - top_right, box.y);
  append_corner (shape, top_right, right, box.y + top_right);
  append_point (shape, "L", right, bottom - bottom_right);
  append_corner (shape, bottom_right, right - bottom_right, bottom);
  append_point (shape, "L", box.x + bottom_left, bottom);
  append_corner (shape, bottom_left, box.x, bottom - bottom_left);
  append_point (shape, "L", box.x, box.y + top_left);
  append_corner (shape, top_left, box.x + top_left, box.y);
  g_string_append (shape, "Z\"");
}

static void
append_box (GString  *shape,
            SoulsBox  box)
{
  g_string_append (shape, "<rect");
  souls_svg_append_length (shape, "x", box.x);
  souls_svg_append_length (shape, "y", box.y);
  souls_svg_append_length (shape, "width", box.width);
  souls_svg_append_length (shape, "height", box.height);
}

static void
append_points (GString          *shape,
               const SoulsPoint *points,
               guint             n,
               double            half,
               gboolean          closed)
{
  g_string_append (shape, "<path d=\"");
  for (guint i = 0; i < n; i++)
    append_point (shape, i == 0 ? "M" : "L", half > 0.0 ? snap (points[i].x, half) : points[i].x,
                  half > 0.0 ? snap (points[i].y, half) : points[i].y);
  g_string_append (shape, closed ? "Z\"" : "\"");
}

static void
append_ribbon (GString          *shape,
               const SoulsPoint *points)
{
  double bend = (points[2].x - points[0].x) * SOULS_RIBBON_BEND;

  append_point (shape, "<path d=\"M", points[0].x, points[0].y);
  append_bend (shape, points[0].x + bend, points[0].y, points[2].x - bend, points[2].y,
               points[2].x, points[2].y);
  append_point (shape, "L", points[3].x, points[3].y);
  append_bend (shape, points[3].x - bend, points[3].y, points[1].x + bend, points[1].y,
               points[1].x, points[1].y);
  g_string_append (shape, "Z\"");
}

static void
append_stroke (const Pen        *pen,
               const SoulsStyle *style,
               double            width)
{
  souls_svg_append_color (pen->svg, "stroke",
                          souls_style_get_color (style, pen->theme, style->stroke));
  souls_svg_append_length (pen->svg, "stroke-width", width);
  if (style->dashed)
    {
      g_string_append (pen->svg, " stroke-dasharray=\"");
      souls_svg_append_number (pen->svg, SOULS_DASH_ON * pen->unit);
      g_string_append_c (pen->svg, ' ');
      souls_svg_append_number (pen->svg, SOULS_DASH_OFF * pen->unit);
      g_string_append_c (pen->svg, '"');
    }
}

/* A ground, an edge inside the shape, and a pattern, all clipped to it. */
static void
append_patterned (Pen              *pen,
                  const char       *shape,
                  const SoulsStyle *style,
                  SoulsPattern      pattern)
{
  double ground = pattern == SOULS_PATTERN_DOTS ? SOULS_DOTTED_GROUND : SOULS_HATCH_GROUND;
  SoulsRgba fill = souls_style_get_color (style, pen->theme, style->fill);
  SoulsRgba edge = souls_style_get_pattern_color (style, pen->theme);
  guint clip = pen->n_clips++;

  fill.alpha *= ground;
  g_string_append_printf (pen->svg, "<clipPath id=\"%s-clip%u\">%s/></clipPath>\n", pen->prefix,
                          clip, shape);
  g_string_append_printf (pen->svg, "<g clip-path=\"url(#%s-clip%u)\">%s", pen->prefix,
                          clip, shape);
  souls_svg_append_color (pen->svg, "fill", fill);
  souls_svg_append_color (pen->svg, "stroke", edge);
  souls_svg_append_length (pen->svg, "stroke-width", 2.0 * SOULS_EDGE_WIDTH * pen->unit);
  g_string_append_printf (pen->svg, "/>%s fill=\"url(#%s-%s-%s)\"", shape, pen->prefix,
                          pattern_ids[pattern], souls_color_id (style->fill));
  if (edge.alpha < 1.0)
    {
      char digits[G_ASCII_DTOSTR_BUF_SIZE];

      g_ascii_formatd (digits, sizeof digits, "%.4g", edge.alpha);
      g_string_append_printf (pen->svg, " fill-opacity=\"%s\"", digits);
    }
  g_string_append (pen->svg, "/></g>\n");
}

/* Writes an element that is begun, filled and stroked. */
static void
append_painted (Pen              *pen,
                const char       *shape,
                const SoulsStyle *style,
                SoulsPattern      pattern)
{
  if (pattern != SOULS_PATTERN_NONE)
    append_patterned (pen, shape, style, pattern);
  if (pattern != SOULS_PATTERN_NONE && style->stroke == SOULS_COLOR_NONE)
    return;

  g_string_append (pen->svg, shape);
  if (style->fill == SOULS_COLOR_NONE || pattern != SOULS_PATTERN_NONE)
    g_string_append (pen->svg, " fill=\"none\"");
  else
    souls_svg_append_color (pen->svg, "fill",
                            souls_style_get_color (style, pen->theme, style->fill));
  if (style->stroke != SOULS_COLOR_NONE)
    append_stroke (pen, style,
                   souls_style_get_line_width (style, pen->theme, pen->unit, SOULS_EDGE_WIDTH));
  g_string_append (pen->svg, "/>\n");
}

static void
append_line (Pen              *pen,
             const SoulsMark  *mark,
             const SoulsPoint *points)
{
  double width = souls_style_get_line_width (&mark->style, pen->theme, pen->unit,
                                             pen->theme->line_width);
  gboolean hairline = souls_mark_is_hairline (mark, points, width);

  if (mark->style.stroke == SOULS_COLOR_NONE)
    return;

  append_points (pen->svg, points, mark->n, hairline ? 0.5 : -1.0, FALSE);
  g_string_append (pen->svg, " fill=\"none\"");
  if (!hairline && !mark->style.dashed)
    g_string_append (pen->svg, " stroke-linecap=\"round\"");
  append_stroke (pen, &mark->style, width);
  g_string_append (pen->svg, "/>\n");
}

/* See souls_style_of_dot(): a dot is never hatched. */
static SoulsPattern
get_pattern (const Pen       *pen,
             const SoulsMark *mark)
{
  const SoulsStyle *style = &mark->style;

  if (mark->kind == SOULS_MARK_TEXT || mark->kind == SOULS_MARK_LINE)
    return SOULS_PATTERN_NONE;
  if (mark->kind != SOULS_MARK_DOT)
    return souls_style_get_pattern (style, pen->theme);
  return style->dotted && !style->hatched && style->fill != SOULS_COLOR_NONE ? SOULS_PATTERN_DOTS
                                                                             : SOULS_PATTERN_NONE;
}

static void
append_dot (Pen              *pen,
            const SoulsMark  *mark,
            const SoulsPoint *center)
{
  double radius = mark->radius;
  SoulsStyle style = souls_style_of_dot (&mark->style, pen->unit, &radius);
  g_autoptr (GString) shape = g_string_new ("<circle");

  souls_svg_append_length (shape, "cx", center->x);
  souls_svg_append_length (shape, "cy", center->y);
  souls_svg_append_length (shape, "r", radius);
  append_painted (pen, shape->str, &style, get_pattern (pen, mark));
}

static void
append_area (Pen              *pen,
             const SoulsMark  *mark,
             const SoulsPoint *points)
{
  g_autoptr (GString) shape = g_string_new (NULL);
  SoulsBox box = mark->style.fill == SOULS_COLOR_NONE ? mark->box : snap_box (mark->box);

  if (mark->kind == SOULS_MARK_POLYGON)
    append_points (shape, points, mark->n, -1.0, TRUE);
  else if (mark->kind == SOULS_MARK_RIBBON)
    append_ribbon (shape, points);
  else if (mark->style.round_end != SOULS_END_NONE && mark->style.radius > 0.0)
    append_round_box (shape, box, mark->style.radius, mark->style.round_end);
  else
    append_box (shape, box);
  append_painted (pen, shape->str, &mark->style, get_pattern (pen, mark));
}

static void
append_mark (Pen             *pen,
             const SoulsMark *mark)
{
  const SoulsPoint *points = (const SoulsPoint *) (gpointer) pen->scene->points->data + mark->first;

  switch (mark->kind)
    {
    case SOULS_MARK_LINE: append_line (pen, mark, points); break;
    case SOULS_MARK_DOT: append_dot (pen, mark, points); break;
    case SOULS_MARK_TEXT:
      souls_svg_append_text (pen->svg, &g_array_index (pen->scene->texts, SoulsText, mark->text),
                             pen->theme);
      break;
    case SOULS_MARK_RECT:
    case SOULS_MARK_POLYGON:
    case SOULS_MARK_RIBBON:
    default:
      append_area (pen, mark, points);
      break;
    }
}

static void
append_tile (const Pen    *pen,
             SoulsPattern  pattern)
{
  double spacing = SOULS_PATTERN_SPACING * pen->unit;
  double line = SOULS_PATTERN_LINE * pen->unit;
  double start = (spacing - line) / 2.0;

  if (pattern == SOULS_PATTERN_DOTS)
    {
      g_string_append (pen->svg, "<circle");
      souls_svg_append_length (pen->svg, "cx", spacing / 2.0);
      souls_svg_append_length (pen->svg, "cy", spacing / 2.0);
      souls_svg_append_length (pen->svg, "r", SOULS_PATTERN_DOT / 2.0 * pen->unit);
      g_string_append (pen->svg, "/>");
    }
  if (pattern == SOULS_PATTERN_HORIZONTAL || pattern == SOULS_PATTERN_CROSS)
    {
      append_box (pen->svg, (SoulsBox) { 0.0, start, spacing, line });
      g_string_append (pen->svg, "/>");
    }
  if (pattern != SOULS_PATTERN_HORIZONTAL && pattern != SOULS_PATTERN_DOTS)
    {
      append_box (pen->svg, (SoulsBox) { start, 0.0, line, spacing });
      g_string_append (pen->svg, "/>");
    }
}

/* A line goes along the middle of its tile, which is moved so that one of them goes through the
 * scene's origin, as those that are drawn do. A diagonal is an upright line, turned. */
static void
append_pattern (const Pen    *pen,
                SoulsPattern  pattern,
                SoulsColor    color)
{
  const SoulsStyle style = { .fill = color };
  double spacing = SOULS_PATTERN_SPACING * pen->unit;
  SoulsRgba rgba = souls_style_get_pattern_color (&style, pen->theme);

  rgba.alpha = 1.0;
  g_string_append_printf (pen->svg, "<pattern id=\"%s-%s-%s\" patternUnits=\"userSpaceOnUse\"",
                          pen->prefix, pattern_ids[pattern], souls_color_id (color));
  souls_svg_append_length (pen->svg, "width", spacing);
  souls_svg_append_length (pen->svg, "height", spacing);
  g_string_append (pen->svg, " patternTransform=\"");
  if (pattern == SOULS_PATTERN_RISING || pattern == SOULS_PATTERN_FALLING)
    g_string_append (pen->svg, pattern == SOULS_PATTERN_RISING ? "rotate(45) " : "rotate(-45) ");
  append_point (pen->svg, "translate(", -spacing / 2.0, -spacing / 2.0);
  g_string_append (pen->svg, ")\"");
  souls_svg_append_color (pen->svg, "fill", rgba);
  g_string_append_c (pen->svg, '>');
  append_tile (pen, pattern);
  g_string_append (pen->svg, "</pattern>\n");
}

/* Those that the scene's marks use, each once. */
static void
append_patterns (const Pen *pen)
{
  gboolean used[SOULS_N_PATTERNS][SOULS_N_COLORS] = { { FALSE } };

  for (guint i = 0; i < pen->scene->marks->len; i++)
    {
      const SoulsMark *mark = &g_array_index (pen->scene->marks, SoulsMark, i);

      used[get_pattern (pen, mark)][mark->style.fill] = TRUE;
    }
  g_string_append (pen->svg, "<defs>\n");
  for (int pattern = SOULS_PATTERN_NONE + 1; pattern < SOULS_N_PATTERNS; pattern++)
    for (int color = 0; color < SOULS_N_COLORS; color++)
      if (used[pattern][color])
        append_pattern (pen, (SoulsPattern) pattern, (SoulsColor) color);
  g_string_append (pen->svg, "</defs>\n");
}

static void
append_words (const Pen  *pen,
              const char *element,
              const char *words)
{
  g_string_append_printf (pen->svg, "<%s id=\"%s-%s\">", element, pen->prefix, element);
  souls_svg_append_escaped (pen->svg, words, -1);
  g_string_append_printf (pen->svg, "</%s>\n", element);
}

/* Unlike words, it is the same when it is read back: a line's end stays one. */
static void
append_attachment (const Pen *pen)
{
  const char *name;
  const char *text = souls_scene_get_attachment (pen->scene, &name);

  if (text == NULL)
    return;
  g_string_append_printf (pen->svg, "<metadata id=\"%s-%s\">", pen->prefix, name);
  for (const char *c = text; *c != '\0'; c = g_utf8_next_char (c))
    if (*c == '\n' || *c == '\t')
      g_string_append_c (pen->svg, *c);
    else if (*c == '\r')
      g_string_append (pen->svg, "&#13;");
    else
      souls_svg_append_escaped (pen->svg, c, g_utf8_next_char (c) - c);
  g_string_append (pen->svg, "</metadata>\n");
}

static void
append_head (const Pen *pen)
{
  const char *language = souls_scene_get_language (pen->scene);

  g_string_append (pen->svg, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                             "<svg xmlns=\"http://www.w3.org/2000/svg\"");
  souls_svg_append_length (pen->svg, "width", pen->scene->width);
  souls_svg_append_length (pen->svg, "height", pen->scene->height);
  g_string_append (pen->svg, " viewBox=\"0 0 ");
  souls_svg_append_number (pen->svg, pen->scene->width);
  g_string_append_c (pen->svg, ' ');
  souls_svg_append_number (pen->svg, pen->scene->height);
  g_string_append_printf (pen->svg, "\" role=\"img\" aria-labelledby=\"%s-title %s-desc\"",
                          pen->prefix, pen->prefix);
  if (*language != '\0')
    {
      g_string_append (pen->svg, " xml:lang=\"");
      souls_svg_append_escaped (pen->svg, language, -1);
      g_string_append_c (pen->svg, '"');
    }
  g_string_append (pen->svg, " stroke-linejoin=\"round\">\n");
  append_words (pen, "title", souls_scene_get_finding (pen->scene));
  append_words (pen, "desc", souls_scene_get_description (pen->scene));
  append_attachment (pen);
}

static void
append_paper (const Pen *pen)
{
  append_box (pen->svg, (SoulsBox) { 0.0, 0.0, pen->scene->width, pen->scene->height });
  souls_svg_append_color (pen->svg, "fill", pen->theme->color[SOULS_COLOR_PAPER]);
  g_string_append (pen->svg, "/>\n");
}

/* What can be pointed at in the window says its full figure in a browser, too. */
static void
append_targets (const Pen *pen)
{
  g_string_append (pen->svg, "<g fill-opacity=\"0\">\n");
  for (guint i = 0; i < pen->scene->targets->len; i++)
    {
      const SoulsTarget *target = &g_array_index (pen->scene->targets, SoulsTarget, i);

      append_box (pen->svg, target->box);
      g_string_append (pen->svg, "><title>");
      souls_svg_append_escaped (pen->svg, target->name, -1);
      g_string_append (pen->svg, ": ");
      souls_svg_append_escaped (pen->svg, target->value, -1);
      g_string_append (pen->svg, "</title></rect>\n");
    }
  g_string_append (pen->svg, "</g>\n");
}

/**
 * souls_svg_append:
 * @bytes: what to append to
 *
 * Appends a scene as an SVG on the theme's paper: shapes as shapes and words as words, where the
 * layout has them. The same scene gives the same bytes, in every locale.
 */
void
souls_svg_append (GString          *bytes,
                  const SoulsScene *scene,
                  const SoulsTheme *theme)
{
  Pen pen = { bytes, scene, theme, souls_scene_get_unit (scene), "", 0 };

  g_snprintf (pen.prefix, sizeof pen.prefix, "s%08x",
              g_str_hash (souls_scene_get_description (scene)) ^
              g_str_hash (souls_scene_get_finding (scene)));
  append_head (&pen);
  append_patterns (&pen);
  append_paper (&pen);
  for (guint i = 0; i < scene->marks->len; i++)
    append_mark (&pen, &g_array_index (scene->marks, SoulsMark, i));
  append_targets (&pen);
  g_string_append (bytes, "</svg>\n");
}
