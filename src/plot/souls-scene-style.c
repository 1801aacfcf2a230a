/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "souls-scene-private.h"

#define RING_WIDTH 2.0

double
souls_style_get_opacity (const SoulsStyle *style)
{
  return style->opacity > 0.0 ? style->opacity : 1.0;
}

SoulsRgba
souls_style_get_color (const SoulsStyle *style,
                       const SoulsTheme *theme,
                       SoulsColor        color)
{
  SoulsRgba rgba = theme->color[color];

  rgba.alpha *= souls_style_get_opacity (style);
  return rgba;
}

/* The lines of a hatch are finer than a filled mark: where there is no hue they are darker to be
 * seen as well. */
SoulsRgba
souls_style_get_pattern_color (const SoulsStyle *style,
                               const SoulsTheme *theme)
{
  SoulsRgba rgba = theme->hatch_all ? theme->text_color[style->fill] : theme->color[style->fill];

  rgba.alpha *= souls_style_get_opacity (style);
  return rgba;
}

double
souls_style_get_line_width (const SoulsStyle *style,
                            const SoulsTheme *theme,
                            double            unit,
                            double            otherwise)
{
  if (style->line_width > 0.0)
    return style->line_width;
  if (style->dashed)
    return theme->ghost_width * unit;
  if (style->stroke == SOULS_COLOR_GRID || style->stroke == SOULS_COLOR_ZERO)
    return 1.0;
  return otherwise * unit;
}

SoulsPattern
souls_style_get_pattern (const SoulsStyle *style,
                         const SoulsTheme *theme)
{
  static const SoulsPattern of_hatch[] = {
    [SOULS_HATCH_SOLID] = SOULS_PATTERN_NONE,
    [SOULS_HATCH_HORIZONTAL] = SOULS_PATTERN_HORIZONTAL,
    [SOULS_HATCH_VERTICAL] = SOULS_PATTERN_VERTICAL,
    [SOULS_HATCH_CROSS] = SOULS_PATTERN_CROSS,
    [SOULS_HATCH_BACKWARD] = SOULS_PATTERN_FALLING,
  };

  if (style->fill == SOULS_COLOR_NONE)
    return SOULS_PATTERN_NONE;
  if (style->hatched)
    return SOULS_PATTERN_RISING;
  if (style->dotted)
    return SOULS_PATTERN_DOTS;
  return theme->hatch_all ? of_hatch[theme->hatch[style->fill]] : SOULS_PATTERN_NONE;
}

/* A hatch has no room in a dot: for a loss it is a hollow one. */
SoulsStyle
souls_style_of_dot (const SoulsStyle *style,
                    double            unit,
                    double           *radius)
{
  SoulsStyle ring = *style;

  if (!style->hatched || style->fill == SOULS_COLOR_NONE)
    return ring;

  ring.stroke = style->fill;
  ring.fill = SOULS_COLOR_PAPER;
  ring.hatched = FALSE;
  if (ring.line_width <= 0.0)
    ring.line_width = RING_WIDTH * unit;
  *radius = MAX (*radius - ring.line_width / 2.0, 0.5);
  return ring;
}

/* A hairline goes along the middle of a row or column of pixels. */
gboolean
souls_mark_is_hairline (const SoulsMark  *mark,
                        const SoulsPoint *points,
                        double            width)
{
  return mark->n == 2 && width <= 1.0 &&
         (points[0].x == points[1].x || points[0].y == points[1].y);
}
