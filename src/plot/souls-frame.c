/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "souls-frame.h"

#include <math.h>

/* Under this width a margin of two grid steps is more than a chart can spare. */
#define NARROW 400.0

/* The words at the top may take this part of the height, and the finding is large where it takes
 * less than the other. */
#define MOST_WORDS 0.4
#define LARGE_FINDING 0.16

/* Lines of text that a plot needs at least; rows of labels are left out before that. */
#define LEAST_LINES 5.0

/* Lines of text from tick to tick, at least. */
#define TICK_LINES 2.0

/* So few bands are all named, if need be with an ellipsis. */
#define FEW_BANDS 6

static SoulsTextStyle
get_finding_style (double em,
                   double width)
{
  return (SoulsTextStyle) { SOULS_COLOR_TEXT, em, .max_width = width, .max_lines = 2,
                            .bold = TRUE };
}

static SoulsTextStyle
get_small_style (double width,
                 int    lines)
{
  return (SoulsTextStyle) { SOULS_COLOR_DIM, 0.85, .max_width = width, .max_lines = lines };
}

static SoulsTextStyle
get_label_style (double anchor_x,
                 double anchor_y)
{
  return (SoulsTextStyle) { SOULS_COLOR_DIM, 1.0, anchor_x, anchor_y, .tabular = TRUE };
}

static double
take_top (SoulsFrame *self,
          double      px)
{
  double top = self->body.y;

  px = MIN (ceil (px), self->body.height);
  self->body.y += px;
  self->body.height -= px;
  return top;
}

/* The largest of the three sizes at which a finding stays whole and leaves enough room; large type in a narrow chart may need
 * a third line. */
static SoulsTextStyle
choose_finding_style (const SoulsFrame *self,
                      SoulsScene       *scene,
                      const char       *finding)
{
  SoulsTextStyle large = get_finding_style (1.5, self->body.width);
  SoulsTextStyle medium = get_finding_style (1.15, self->body.width);
  SoulsTextStyle small = get_finding_style (1.0, self->body.width);

  if (!souls_scene_is_text_cut (scene, finding, large) &&
      souls_scene_measure_text (scene, finding, large).height <=
        souls_scene_get_height (scene) * LARGE_FINDING)
    return large;
  if (!souls_scene_is_text_cut (scene, finding, medium))
    return medium;
  if (souls_scene_is_text_cut (scene, finding, small) && 3.0 * self->line <= souls_scene_get_height (scene) * MOST_WORDS)
    small.max_lines = 3;
  return small;
}

static void
add_head (SoulsFrame *self,
          SoulsScene *scene)
{
  const char *finding = souls_scene_get_finding (scene);
  const char *subtitle = souls_scene_get_subtitle (scene);
  SoulsTextStyle style = choose_finding_style (self, scene, finding);
  SoulsTextStyle dim = { SOULS_COLOR_DIM, 1.0, .max_width = self->body.width, .max_lines = 1 };
  double most = souls_scene_get_height (scene) * MOST_WORDS;
  double used = 0.0;
  SoulsBox box;

  if (*finding != '\0')
    {
      box = souls_scene_add_text (scene, finding, self->body.x, self->body.y, style);
      used += box.height;
      take_top (self, box.height + self->grid / 2.0);
    }
  if (*subtitle != '\0' && used + self->line <= most)
    {
      if (souls_scene_is_text_cut (scene, subtitle, dim))
        {
          dim.em = 0.85;
          if (used + 2.0 * self->line <= most)
            dim.max_lines = 2;
        }
      box = souls_scene_add_text (scene, subtitle, self->body.x, self->body.y, dim);
      take_top (self, box.height);
    }
  take_top (self, 2.0 * self->grid);
}

static void
add_foot (SoulsFrame *self,
          SoulsScene *scene,
          const char *foot)
{
  SoulsTextStyle style = get_small_style (self->body.width, 3);
  SoulsBox box = souls_scene_measure_text (scene, foot, style);

  style.anchor_y = 1.0;
  souls_scene_add_text (scene, foot, self->body.x, souls_box_bottom (self->body), style);
  self->body.height = MAX (floor (self->body.height - box.height - self->grid), 0.0);
}

/**
 * souls_frame_begin:
 * @scene: reset, with finding and subtitle set
 * @with_finding: whether to write the finding and the subtitle, or leave that to what is around the
 *   chart
 * @foot: (nullable): the line at the bottom: sources, what is assumed
 *
 * Begins a chart's layout: writes the words at the top and the foot in the sizes that the room
 * allows.
 *
 * Returns: the frame, by value
 */
SoulsFrame
souls_frame_begin (SoulsScene *scene,
                   gboolean    with_finding,
                   const char *foot)
{
  SoulsBox all = { 0.0, 0.0, souls_scene_get_width (scene), souls_scene_get_height (scene) };
  SoulsFrame self = { .grid = round (SOULS_GRID * souls_scene_get_unit (scene)) };
  double margin = all.width < NARROW ? self.grid : 2.0 * self.grid;

  self.line = souls_scene_measure_text (scene, "0", get_label_style (0.0, 0.0)).height;
  self.body = souls_box_inset (all, margin, margin);
  self.labels_y = NAN;
  self.strip_y = NAN;
  if (with_finding)
    add_head (&self, scene);
  if (foot != NULL && *foot != '\0')
    add_foot (&self, scene, foot);
  self.plot = self.body;
  return self;
}

/**
 * souls_frame_hold_head:
 * @head: px from the top at which the body begins at least
 *
 * Takes room under the words at the top, before anything else is taken.
 */
void
souls_frame_hold_head (SoulsFrame *self,
                       double      head)
{
  take_top (self, MAX (head - self->body.y, 0.0));
  self->plot = self->body;
}

static gboolean
has_room_for_row (const SoulsFrame *self)
{
  return self->plot.height >= (LEAST_LINES + 1.0) * self->line;
}

/**
 * souls_frame_reserve_labels:
 *
 * Takes room for a row of labels below the plot, unless the plot would get too low.
 *
 * Returns: whether there is a row
 */
gboolean
souls_frame_reserve_labels (SoulsFrame *self)
{
  if (!has_room_for_row (self))
    return FALSE;

  /* Half a line of distance: the label of the lowest tick hangs that deep. */
  self->plot.height = floor (self->plot.height - 1.5 * self->line);
  self->labels_y = souls_box_bottom (self->plot) + ceil (self->line / 2.0);
  return TRUE;
}

/**
 * souls_frame_reserve_strip:
 *
 * Takes room for a row of words above the plot, where souls_frame_add_projected() writes, unless
 * the plot would get too low.
 *
 * Returns: whether there is a strip
 */
gboolean
souls_frame_reserve_strip (SoulsFrame *self)
{
  double height = ceil (self->line + self->grid / 2.0);

  if (!has_room_for_row (self))
    return FALSE;

  self->strip_y = self->plot.y;
  self->plot.y += height;
  self->plot.height -= height;
  return TRUE;
}

/**
 * souls_frame_reserve_sides:
 * @left: px
 * @right: px, for labels at line ends, say
 *
 * Takes room at the sides of the plot.
 */
void
souls_frame_reserve_sides (SoulsFrame *self,
                           double      left,
                           double      right)
{
  self->plot.x += ceil (left);
  self->plot.width = MAX (self->plot.width - ceil (left) - ceil (right), 0.0);
}

/**
 * souls_frame_get_max_ticks:
 *
 * How many ticks the plot's height has room for, 2 … %SOULS_MAX_TICKS: to be given to
 * souls_range_round().
 */
guint
souls_frame_get_max_ticks (const SoulsFrame *self)
{
  double most = floor (self->plot.height / (TICK_LINES * self->line));

  return (guint) CLAMP (most, 2.0, (double) SOULS_MAX_TICKS);
}

static double
measure_ticks (const SoulsFrame *self,
               SoulsScene       *scene)
{
  double widest = 0.0;

  for (guint i = 0; i < self->ticks.n; i++)
    {
      g_autofree char *label = self->format (self->ticks.value[i], self->ticks.step, self->data);
      SoulsBox box = souls_scene_measure_text (scene, label, get_label_style (1.0, 0.5));

      widest = MAX (widest, box.width);
    }
  return widest;
}

/**
 * souls_frame_set_values:
 * @range: the axis, round or not (while it is eased)
 * @format: writes tick labels
 * @data: (closure): for @format, to live as long as the frame
 *
 * Makes the value axis: takes room for its labels at the left, then fixes the plot and the scale.
 */
void
souls_frame_set_values (SoulsFrame      *self,
                        SoulsScene      *scene,
                        SoulsRange       range,
                        SoulsFormatFunc  format,
                        gpointer         data)
{
  double half = ceil (self->line / 2.0);

  self->format = format;
  self->data = data;
  /* The labels of the outermost ticks are half above and half below the plot. */
  if (isnan (self->strip_y))
    {
      self->plot.y += half;
      self->plot.height -= half;
    }
  if (isnan (self->labels_y))
    self->plot.height -= half;
  self->plot.height = MAX (self->plot.height, 0.0);

  self->ticks = souls_ticks (range, souls_frame_get_max_ticks (self));
  souls_frame_reserve_sides (self, measure_ticks (self, scene) + self->grid, 0.0);
  self->scale = souls_linear_scale (range, souls_box_bottom (self->plot), self->plot.y);
}

/**
 * souls_frame_get_zero:
 *
 * The px of zero, or of the end of the axis that is nearest to it.
 */
double
souls_frame_get_zero (const SoulsFrame *self)
{
  double zero = CLAMP (0.0, self->scale.domain.min, self->scale.domain.max);

  return souls_linear_scale_map (&self->scale, zero);
}

/**
 * souls_frame_add_projected:
 * @border: px between the last reported and the first projected year
 * @before: (nullable): the word for what is left of the border ("reported")
 * @after: (nullable): the word for what is right of it ("scenario")
 *
 * Tints the ground of projected years. The words stand in the strip, if there is one, each if there
 * is room for it.
 */
void
souls_frame_add_projected (const SoulsFrame *self,
                           SoulsScene       *scene,
                           double            border,
                           const char       *before,
                           const char       *after)
{
  SoulsStyle tint = { .fill = SOULS_COLOR_PROJECTED };
  SoulsStyle rule = { .stroke = SOULS_COLOR_DIM, .line_width = 1.0 };
  SoulsTextStyle style = get_small_style (0.0, 1);
  double top = isnan (self->strip_y) ? self->plot.y : self->strip_y;
  double right = souls_box_right (self->plot);
  SoulsPoint line[2] = { { border, top }, { border, self->plot.y } };

  border = CLAMP (border, self->plot.x, right);
  if (border < right)
    souls_scene_add_rect (scene, (SoulsBox) { border, top, right - border,
                                              souls_box_bottom (self->plot) - top }, tint);
  if (isnan (self->strip_y))
    return;

  if (border > self->plot.x && border < right)
    souls_scene_add_line (scene, line, 2, rule);
  if (before != NULL &&
      souls_scene_measure_text (scene, before, style).width + self->grid <= border - self->plot.x)
    {
      style.anchor_x = 1.0;
      souls_scene_add_text (scene, before, border - self->grid, top, style);
    }
  if (after != NULL &&
      souls_scene_measure_text (scene, after, style).width + self->grid <= right - border)
    {
      style.anchor_x = 0.0;
      souls_scene_add_text (scene, after, border + self->grid, top, style);
    }
}

/**
 * souls_frame_add_grid:
 *
 * Adds a hairline and a label for each tick; zero has its own line, see souls_frame_add_zero().
 */
void
souls_frame_add_grid (const SoulsFrame *self,
                      SoulsScene       *scene)
{
  SoulsStyle style = { .stroke = SOULS_COLOR_GRID };

  for (guint i = 0; i < self->ticks.n; i++)
    {
      double value = self->ticks.value[i];
      double y = souls_linear_scale_map (&self->scale, value);
      SoulsPoint line[2] = { { self->plot.x, y }, { souls_box_right (self->plot), y } };
      g_autofree char *label = self->format (value, self->ticks.step, self->data);

      if (value != 0.0)
        souls_scene_add_line (scene, line, 2, style);
      souls_scene_add_text (scene, label, self->plot.x - self->grid, y, get_label_style (1.0, 0.5));
    }
}

/**
 * souls_frame_add_zero:
 *
 * Adds the line at zero over the plot's width, if zero is on the axis. Added after the bars, it
 * gives them a common foot.
 */
void
souls_frame_add_zero (const SoulsFrame *self,
                      SoulsScene       *scene)
{
  double y = souls_frame_get_zero (self);
  SoulsPoint line[2] = { { self->plot.x, y }, { souls_box_right (self->plot), y } };
  SoulsStyle style = { .stroke = SOULS_COLOR_ZERO };

  if (self->scale.domain.min <= 0.0 && self->scale.domain.max >= 0.0)
    souls_scene_add_line (scene, line, 2, style);
}

static double
measure_widest (SoulsScene        *scene,
                const char *const *labels,
                guint              n)
{
  double widest = 0.0;

  for (guint i = 0; i < n; i++)
    {
      SoulsBox box = souls_scene_measure_text (scene, labels[i], get_label_style (0.5, 0.0));

      widest = MAX (widest, box.width);
    }
  return widest;
}

/* A label at the end may lean inwards by less than the gap to its neighbour; one that would have to
 * lean further is left out. */
static void
add_band_label (const SoulsFrame *self,
                SoulsScene       *scene,
                const char       *label,
                double            x,
                double            width)
{
  SoulsTextStyle style = get_label_style (0.5, 0.0);
  double half, inside;

  style.max_width = width;
  half = souls_scene_measure_text (scene, label, style).width / 2.0;
  inside = MAX (MIN (x, souls_box_right (self->body) - half), self->body.x + half);
  if (fabs (inside - x) <= self->grid / 2.0 + 1e-9)
    souls_scene_add_text (scene, label, inside, self->labels_y, style);
}

/**
 * souls_frame_add_labels:
 * @labels: (array): one for each band
 * @keep: index of a label that must be among those shown, such as the year under the scrubber; the
 *   last if it is beyond
 *
 * Names the bands in the row below the plot, if there is one. Many bands (years) are named every
 * second, fifth, tenth where there isn't room for all; few (categories) are all named, with an
 * ellipsis if need be.
 */
void
souls_frame_add_labels (const SoulsFrame     *self,
                        SoulsScene           *scene,
                        const SoulsBandScale *bands,
                        const char *const    *labels,
                        guint                 keep)
{
  gboolean few = bands->n <= FEW_BANDS;
  guint every = 1;

  if (isnan (self->labels_y) || bands->n == 0)
    return;

  if (!few)
    every = souls_band_scale_every (bands, measure_widest (scene, labels, bands->n),
                                    1.5 * self->grid);
  keep = MIN (keep, bands->n - 1);
  for (guint i = keep % every; i < bands->n; i += every)
    add_band_label (self, scene, labels[i], souls_band_scale_center (bands, i),
                    few ? MAX (bands->step - self->grid, self->grid) : 0.0);
}
