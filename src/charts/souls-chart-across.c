/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "souls-chart-across.h"

#include <math.h>

/* Ems from tick to tick, at least. */
#define TICK_EMS 4.0

static SoulsTextStyle
style_tick (void)
{
  return (SoulsTextStyle) { .color = SOULS_COLOR_DIM, .em = 1.0, .anchor_x = 0.5, .tabular = TRUE };
}

/* px below the plot that the axis's numbers need: to be reserved before souls_across_set_values(). */
double
souls_across_row_height (const SoulsArea *self)
{
  return self->frame.line + self->frame.grid / 2.0;
}

/*
 * souls_across_set_values:
 * @self: the inside of the chart, whose plot is final
 * @draft: the chart
 * @values: US$ million: the least and the greatest value that is drawn; may be empty
 * @left: px of the plot that stay free before the axis begins
 * @right: px that stay free behind it
 *
 * Makes the value axis. It holds zero.
 */
void
souls_across_set_values (SoulsArea  *self,
                         SoulsDraft *draft,
                         SoulsRange  values,
                         double      left,
                         double      right)
{
  SoulsFrame *frame = &self->frame;
  double room = MAX (frame->plot.width - left - right, 1.0);
  double most = CLAMP (floor (room / (TICK_EMS * self->em)), 2.0, (double) SOULS_MAX_TICKS);
  SoulsRange range =
    souls_area_choose_range (self, draft, SOULS_AXIS_MONEY, values, (guint) most);

  frame->ticks = souls_ticks (range, (guint) most);
  frame->scale = souls_linear_scale (range, frame->plot.x + left, frame->plot.x + left + room);
}

/* Where a value lies; on a held axis that is too short, at the plot's edge. */
double
souls_across_x (const SoulsArea *self,
                double           value)
{
  const SoulsBox *plot = &self->frame.plot;

  return CLAMP (souls_linear_scale_map (&self->frame.scale, value), plot->x, souls_box_right (*plot));
}

/* A line from the plot's top to its bottom. */
void
souls_across_add_rule (const SoulsArea *self,
                       SoulsDraft      *draft,
                       double           value,
                       SoulsStyle       style)
{
  const SoulsBox *plot = &self->frame.plot;
  double x = souls_across_x (self, value);
  SoulsPoint ends[2] = { { x, plot->y }, { x, souls_box_bottom (*plot) } };

  souls_scene_add_line (draft->scene, ends, 2, style);
}

/* Where no tick lies above zero, the lowest bears the unit. (transfer full) */
static char *
say_tick (SoulsArea *self,
          guint      i)
{
  const SoulsTicks *ticks = &self->frame.ticks;

  if (i == 0 && ticks->value[0] < 0.0 && ticks->value[ticks->n - 1] <= 0.0)
    return souls_words_money (self->words, ticks->value[0]);
  return souls_area_say_tick (self, ticks->value[i]);
}

/* Hairlines at the ticks, zero full, and their numbers below. */
void
souls_across_add_grid (SoulsArea  *self,
                       SoulsDraft *draft)
{
  const SoulsFrame *frame = &self->frame;
  double y = souls_box_bottom (frame->plot) + frame->grid / 2.0;

  for (guint i = 0; i < frame->ticks.n; i++)
    {
      double value = frame->ticks.value[i];
      SoulsColor color = value == 0.0 ? SOULS_COLOR_ZERO : SOULS_COLOR_GRID;
      g_autofree char *text = say_tick (self, i);
      double half = souls_draft_text_width (draft, text, style_tick ()) / 2.0;
      double x = souls_across_x (self, value);

      souls_across_add_rule (self, draft, value, (SoulsStyle) { .stroke = color });
      x = MAX (MIN (x, souls_box_right (frame->body) - half), frame->body.x + half);
      souls_draft_try_text (draft, NULL, text, x, y, style_tick ());
    }
}
