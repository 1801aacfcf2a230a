/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "souls-chart-bridge.h"

#include <math.h>

/* Translators: over steps that the chosen meaning of "without AWS" leaves out. */
static const char *const not_counted = N_("not counted");
/* Translators: a change of operating income, then what is left after it and its kind:
 * "−$45,606 million, leaving $34,369 million, reported". */
static const char *const step_value = N_("%1$s, leaving %2$s");
static const char *const idle_value = N_("%1$s, not counted; would leave %2$s");

#define IDLE_OPACITY 0.35
#define PALE 0.6

/* A bar is large from as many lines of text, squared, on. */
#define LARGE_LINES 16.0

static void
open_area (const SoulsBridgeChart *self,
           SoulsArea         *area,
           SoulsDraft        *draft)
{
  g_autofree char *finding = souls_bridge_say_finding (self, draft);
  g_autofree char *subtitle = souls_bridge_say_subtitle (draft);
  g_autofree char *spoken = souls_bridge_say_description (self, draft);

  souls_area_open (area, draft, finding, subtitle, spoken);
}

static SoulsRange
get_range (const SoulsBridgeChart *self)
{
  SoulsRange range = souls_range_include (souls_range_empty (), 0.0);

  for (guint i = 0; i < self->n; i++)
    {
      range = souls_range_include (range, self->column[i].from);
      range = souls_range_include (range, self->column[i].to);
      range = souls_range_include (range, self->column[i].ghost_from);
      range = souls_range_include (range, self->column[i].ghost_to);
    }
  return range;
}

static SoulsTextStyle
style_name (double   width,
            gboolean counts)
{
  return (SoulsTextStyle) { .color = counts ? SOULS_COLOR_TEXT : SOULS_COLOR_DIM,
                            .em = 0.85,
                            .anchor_x = 0.5,
                            .max_width = width,
                            .max_lines = 3 };
}

static SoulsTextStyle
style_value (const SoulsBridgeColumn *column)
{
  return (SoulsTextStyle) { .color = column->counts ? column->color : SOULS_COLOR_DIM,
                            .em = 1.0,
                            .bold = !column->is_step,
                            .tabular = TRUE,
                            .anchor_x = 0.5 };
}

/* Whether every column's value, and its name in up to three lines, has room in @width px. */
static gboolean
is_wide_enough (const SoulsBridgeChart *self,
                SoulsDraft        *draft,
                double             width)
{
  for (guint i = 0; i < self->n; i++)
    {
      const SoulsBridgeColumn *column = &self->column[i];
      g_auto (GStrv) words = g_strsplit_set (column->name, " -", -1);
      g_autofree char *value = souls_bridge_say_column (self, draft->input->words, i);

      if (souls_draft_text_width (draft, value, style_value (column)) > width ||
          souls_scene_is_text_cut (draft->scene, column->name, style_name (width, TRUE)))
        return FALSE;
      for (guint j = 0; words[j]; j++)
        if (souls_draft_text_width (draft, words[j], style_name (0.0, TRUE)) > width)
          return FALSE;
    }
  return TRUE;
}

/* Names are measured before the value axis takes its room, which is about this many characters. */
#define AXIS_EMS 4.5

/* Some steps have their values below them, where zero and the names may be near. */
static gboolean
has_low_values (const SoulsBridgeChart *self,
                SoulsRange         range)
{
  for (guint i = 0; i < self->n; i++)
    if (self->column[i].hangs && self->column[i].to < 0.12 * range.max)
      return TRUE;
  return range.min < 0.0;
}

/* Finds how wide a column's name may be. Returns whether every name and value has room. */
gboolean
souls_bridge_fit (SoulsBridgeChart *self,
                  const SoulsArea  *area,
                  SoulsDraft       *draft)
{
  double width = area->frame.plot.width - AXIS_EMS * area->em;
  double gap = area->frame.grid / 2.0;

  self->name_width = MAX (floor (width / self->n - gap), 1.0);
  return is_wide_enough (self, draft, self->name_width);
}

static double
measure_names (const SoulsBridgeChart *self,
               SoulsDraft        *draft)
{
  double height = 0.0;

  for (guint i = 0; i < self->n; i++)
    height = MAX (height, souls_scene_measure_text (draft->scene, self->column[i].name,
                                                    style_name (self->name_width, TRUE)).height);
  return ceil (height);
}

/* What is not reported has dots. Where that is a large bar they stand along its edge, the rest is
 * pale: dots all over would be slow to draw and say no more. */
static void
draw_bar (const SoulsArea         *area,
          SoulsDraft              *draft,
          const SoulsBridgeColumn *column,
          double                   x,
          double                   width,
          double                   from,
          double                   to,
          gboolean                 rounded)
{
  SoulsBox box = souls_area_bar_box (area, x, width, from, to);
  double edge = MIN (4.0 * area->frame.grid, floor (width / 2.0));
  SoulsStyle style = { .fill = column->color,
                       .opacity = column->counts && !column->is_baseline ? 0.0 : IDLE_OPACITY,
                       .dotted = column->kind != SOULS_KIND_REPORTED };

  if (!style.dotted || to < from || box.width * box.height < LARGE_LINES * area->frame.line *
                                                             area->frame.line)
    {
      souls_area_add_bar (area, draft, x, width, from, to, style, rounded);
      return;
    }
  souls_area_add_bar (area, draft, x, edge, from, to, style, FALSE);
  style.dotted = FALSE;
  style.opacity = column->is_baseline ? IDLE_OPACITY * PALE : PALE;
  souls_area_add_bar (area, draft, x + edge, width - edge, from, to, style, FALSE);
}

/* A step: what of it lies below zero is hatched, whichever way it goes. */
static void
draw_step (const SoulsArea         *area,
           SoulsDraft              *draft,
           const SoulsBridgeColumn *column,
           double                   x,
           double                   width)
{
  double low = MIN (column->from, column->to);
  double high = MAX (column->from, column->to);

  if (high > 0.0)
    draw_bar (area, draft, column, x, width, MAX (low, 0.0), high, FALSE);
  if (low < 0.0)
    draw_bar (area, draft, column, x, width, MIN (high, 0.0), low, FALSE);
}

/* The level that one column hands to the next; the last that counts hands it to the result, over
 * those that do not. */
static void
draw_connection (const SoulsBridgeChart    *self,
                 const SoulsArea      *area,
                 SoulsDraft           *draft,
                 const SoulsBandScale *bands,
                 guint                 i)
{
  const SoulsBridgeColumn *column = &self->column[i];
  guint next = i + 1;
  double y = souls_area_y (area, column->to);
  SoulsPoint ends[2] = { { souls_band_scale_start (bands, i), y }, { 0.0, y } };

  if (!column->counts && next + 1 == self->n)
    return;
  while (column->counts && !self->column[next].counts)
    next++;
  ends[1].x = souls_band_scale_start (bands, next) + bands->band;
  souls_scene_add_line (draft->scene, ends, 2,
                        (SoulsStyle) { .stroke = SOULS_COLOR_DIM,
                                       .opacity = column->counts ? 0.0 : IDLE_OPACITY,
                                       .line_width = area->unit });
}

/* The same column at baseline. */
static void
draw_ghost (const SoulsArea         *area,
            SoulsDraft              *draft,
            const SoulsBridgeColumn *column,
            double                   x,
            double                   width)
{
  const SoulsChartInput *input = draft->input;
  double wider = area->frame.grid / 2.0;
  g_autofree char *value = NULL;

  if (isnan (column->ghost_from) || isnan (column->ghost_to))
    return;
  value = souls_value_in_words (input, SOULS_ORIGIN_BASELINE, column->metric, input->year);
  souls_area_add_bar (area, draft, x - wider, width + 2.0 * wider, column->ghost_from,
                      column->ghost_to,
                      (SoulsStyle) { .stroke = SOULS_COLOR_GHOST, .dashed = TRUE }, FALSE);
  souls_draft_add_target (draft,
                          souls_area_bar_box (area, x - wider, width + 2.0 * wider,
                                              column->ghost_to, column->ghost_to),
                          SOULS_BRIDGE_GHOST + column->key, column->name, value, column->metric,
                          input->year);
}

static void
add_target (const SoulsBridgeChart  *self,
            const SoulsArea         *area,
            SoulsDraft              *draft,
            const SoulsBridgeColumn *column,
            double                   x,
            double                   width)
{
  const SoulsChartInput *input = draft->input;
  g_autofree char *left =
    column->value ? g_strdup (column->value)
                  : souls_value_in_words (input, SOULS_ORIGIN_SCENARIO, column->metric, self->year);
  /* Of rounded levels, so that the table's steps add up to the million. */
  g_autofree char *change =
    souls_words_money_full (input->words, round (column->to) - round (column->from));
  g_autofree char *value =
    !column->is_step ? g_strdup (left)
                     : souls_fill (input->words, column->counts ? step_value : idle_value, change,
                                   left, NULL);

  souls_draft_add_target (draft, souls_area_bar_box (area, x, width, column->from, column->to),
                          column->key, column->name, value, column->metric, self->year);
}

static void
draw_columns (const SoulsBridgeChart    *self,
              const SoulsArea      *area,
              SoulsDraft           *draft,
              const SoulsBandScale *bands)
{
  for (guint i = 0; i + 1 < self->n; i++)
    draw_connection (self, area, draft, bands, i);
  for (guint i = 0; i < self->n; i++)
    {
      const SoulsBridgeColumn *column = &self->column[i];
      double x = souls_band_scale_start (bands, i);

      if (column->is_step)
        draw_step (area, draft, column, x, bands->band);
      else
        draw_bar (area, draft, column, x, bands->band, 0.0, column->to, TRUE);
      if (column->is_baseline)
        souls_area_add_bar (area, draft, x, bands->band, 0.0, column->to,
                            (SoulsStyle) { .stroke = SOULS_COLOR_GHOST, .dashed = TRUE }, TRUE);
    }
  for (guint i = 0; i < self->n; i++)
    {
      double x = souls_band_scale_start (bands, i);

      add_target (self, area, draft, &self->column[i], x, bands->band);
      draw_ghost (area, draft, &self->column[i], x, bands->band);
    }
}

/* Beyond the ghost's edge at @ghost, if the label would cross it. */
static double
avoid_ghost (const SoulsArea *area,
             double           y,
             double           ghost,
             gboolean         below)
{
  double edge = souls_area_y (area, ghost);
  double distance = below ? edge - y : y - edge;
  double away = area->frame.grid / 2.0;

  return distance > -away && distance < area->frame.line + away ? edge : y;
}

/* Over the column; under it where it lies below zero or hangs. */
static void
draw_value (const SoulsBridgeChart    *self,
            const SoulsArea      *area,
            SoulsDraft           *draft,
            const SoulsBandScale *bands,
            guint                 i)
{
  const SoulsBridgeColumn *column = &self->column[i];
  double away = area->frame.grid / 2.0;
  gboolean below = column->hangs || MAX (column->from, column->to) <= 0.0;
  double edge = below ? MIN (column->from, column->to) : MAX (column->from, column->to);
  double ghost = below ? fmin (column->ghost_from, column->ghost_to)
                       : fmax (column->ghost_from, column->ghost_to);
  SoulsTextStyle style = style_value (column);
  g_autofree char *text = souls_bridge_say_column (self, draft->input->words, i);
  double room = souls_draft_text_width (draft, text, style) / 2.0 + away;
  double x = MIN (souls_band_scale_center (bands, i), souls_scene_get_width (draft->scene) - room);
  double y = souls_area_y (area, edge);

  if (!isnan (ghost))
    y = avoid_ghost (area, y, ghost, below);
  style.anchor_y = below ? 0.0 : 1.0;
  souls_draft_try_note (draft, NULL, text, x, y + (below ? away : -away), style);
}

/* Ends first, then what is largest: the rest finds room or stays with the table. */
static void
draw_values (const SoulsBridgeChart    *self,
             const SoulsArea      *area,
             SoulsDraft           *draft,
             const SoulsBandScale *bands)
{
  draw_value (self, area, draft, bands, self->n - 1);
  for (guint i = 0; i + 1 < self->n; i++)
    draw_value (self, area, draft, bands, i);
}

/* Over the steps that do not count and the line that passes them, but not on zero. */
static void
draw_idle_note (const SoulsBridgeChart    *self,
                const SoulsArea      *area,
                SoulsDraft           *draft,
                const SoulsBandScale *bands)
{
  const SoulsBridgeColumn *last = &self->column[self->n - 1];
  guint first = 1;
  double x, y, zero;
  SoulsTextStyle style = {
    .color = SOULS_COLOR_DIM, .em = 0.85, .anchor_x = 0.5, .anchor_y = 1.0
  };

  while (self->column[first].counts && first + 1 < self->n)
    first++;
  if (first + 1 == self->n)
    return;
  x = (souls_band_scale_center (bands, first) + souls_band_scale_center (bands, self->n - 2)) / 2.0;
  y = souls_area_y (area, last->to);
  zero = souls_area_y (area, 0.0);
  if (y > zero && y < zero + area->frame.line + area->frame.grid)
    y = zero;
  y -= area->frame.grid / 2.0;
  souls_draft_try_note (draft, NULL, souls_words_say (draft->input->words, not_counted), x, y,
                        style);
}

static void
draw_names (const SoulsBridgeChart    *self,
            const SoulsArea      *area,
            SoulsDraft           *draft,
            const SoulsBandScale *bands)
{
  double y = souls_box_bottom (area->frame.body) - measure_names (self, draft);

  for (guint i = 0; i < self->n; i++)
    souls_draft_try_text (draft, NULL, self->column[i].name, souls_band_scale_center (bands, i), y,
                          style_name (self->name_width, self->column[i].counts));
}

void
souls_bridge_draw (const SoulsBridgeChart *self,
                   SoulsArea              *area,
                   SoulsDraft             *draft)
{
  SoulsRange range = get_range (self);
  double line = area->frame.line + area->frame.grid / 2.0;
  double names = measure_names (self, draft) + area->frame.grid;
  gboolean has_result = souls_bridge_has_result (self);
  SoulsBandScale bands;

  souls_area_reserve_rows (area, line, names + (has_low_values (self, range) ? line : 0.0));
  souls_area_set_values (area, draft, SOULS_AXIS_MONEY, range);
  bands = souls_band_scale (self->n, area->frame.plot.x, souls_box_right (area->frame.plot), 0.6);

  souls_frame_add_grid (&area->frame, draft->scene);
  if (has_result)
    draw_columns (self, area, draft, &bands);
  souls_frame_add_zero (&area->frame, draft->scene);
  draw_names (self, area, draft, &bands);
  if (has_result)
    {
      draw_values (self, area, draft, &bands);
      draw_idle_note (self, area, draft, &bands);
    }
}

static void
lay_out_rungs (SoulsDraft *draft)
{
  SoulsBridgeChart picture = { .n = 0 };
  SoulsArea area;

  souls_bridge_prepare (&picture, draft);
  open_area (&picture, &area, draft);
  if (!souls_bridge_fit (&picture, &area, draft))
    {
      souls_bridge_abridge (&picture, draft);
      souls_bridge_fit (&picture, &area, draft);
    }
  souls_bridge_draw (&picture, &area, draft);
  souls_bridge_clear (&picture);
}

void
souls_bridge_layout (SoulsDraft *draft)
{
  if (draft->input->view != SOULS_BRIDGE_VIEW_RUNGS)
    souls_bridge_drivers_layout (draft);
  else
    lay_out_rungs (draft);
}
