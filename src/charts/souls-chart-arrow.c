/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "souls-chart-arrow.h"

#include <math.h>
#include <string.h>

/* px of an arrow's head, beside the width of its line. */
#define HEAD 10.0

/*
 * souls_arrow_bend:
 * @from: px
 * @to: px
 * @corner: towards what it bends
 * @bend: how far: 0 is straight, 0.5 touches the lines to the corner at both ends
 * @path: (out): points along the way
 *
 * A bent way from one place to another.
 */
void
souls_arrow_bend (SoulsPoint from,
                  SoulsPoint to,
                  SoulsPoint corner,
                  double     bend,
                  SoulsPoint path[SOULS_ARROW_POINTS])
{
  SoulsPoint middle = { (from.x + to.x) / 2.0, (from.y + to.y) / 2.0 };
  SoulsPoint control = { middle.x + 2.0 * bend * (corner.x - middle.x),
                         middle.y + 2.0 * bend * (corner.y - middle.y) };

  for (int k = 0; k < SOULS_ARROW_POINTS; k++)
    {
      double t = (double) k / (SOULS_ARROW_POINTS - 1);
      double a = (1.0 - t) * (1.0 - t), b = 2.0 * t * (1.0 - t), c = t * t;

      path[k] = (SoulsPoint) { a * from.x + b * control.x + c * to.x,
                               a * from.y + b * control.y + c * to.y };
    }
}

/*
 * souls_area_add_arrow:
 * @self: the inside of the chart
 * @draft: the chart
 * @path: the way
 * @width: px of the line
 * @color: of what is on
 * @on: whether it is full and coloured, or dashed and grey with an empty head
 *
 * Draws an arrow; its line ends where its head begins.
 */
void
souls_area_add_arrow (const SoulsArea  *self,
                      SoulsDraft       *draft,
                      const SoulsPoint  path[SOULS_ARROW_POINTS],
                      double            width,
                      SoulsColor        color,
                      gboolean          on)
{
  const SoulsPoint tip = path[SOULS_ARROW_POINTS - 1];
  const double size = MIN (HEAD * self->unit + width, self->frame.line);
  SoulsPoint line[SOULS_ARROW_POINTS + 1];
  SoulsPoint head[3] = { tip, tip, tip };
  SoulsPoint base, across;
  int last = SOULS_ARROW_POINTS - 1;
  double length;

  while (last > 1 && hypot (tip.x - path[last].x, tip.y - path[last].y) < size)
    last--;
  length = hypot (tip.x - path[last].x, tip.y - path[last].y);
  base = (SoulsPoint) { tip.x + (path[last].x - tip.x) * size / length,
                        tip.y + (path[last].y - tip.y) * size / length };
  across = (SoulsPoint) { 0.45 * (tip.y - base.y), 0.45 * (base.x - tip.x) };
  memcpy (line, path, sizeof *line * (gsize) (last + 1));
  line[last + 1] = base;
  head[1] = (SoulsPoint) { base.x + across.x, base.y + across.y };
  head[2] = (SoulsPoint) { base.x - across.x, base.y - across.y };

  souls_scene_add_line (draft->scene, line, last + 2,
                        on ? (SoulsStyle) { .stroke = color, .line_width = width }
                           : (SoulsStyle) { .stroke = SOULS_COLOR_GHOST, .dashed = TRUE });
  souls_scene_add_polygon (draft->scene, head, 3,
                           on ? (SoulsStyle) { .fill = color }
                              : (SoulsStyle) { .stroke = SOULS_COLOR_GHOST });
}
