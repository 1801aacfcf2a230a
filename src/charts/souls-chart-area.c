/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "souls-chart-area.h"
#include "souls-labels.h"

#include <math.h>

/* A mark thinner than this cannot be pointed at, px. */
#define LEAST_TARGET 8.0

/* px, as all bars have at their value's end. */
#define BAR_RADIUS 3.0

/*
 * souls_area_open:
 * @self: (out): the inside of the chart
 * @draft: the chart
 * @finding: what it says
 * @subtitle: what it shows
 * @description: what it says to who does not see it
 *
 * Sets the chart's words, lays out those above and below the picture, and finds what is left.
 */
void
souls_area_open (SoulsArea  *self,
                 SoulsDraft *draft,
                 const char *finding,
                 const char *subtitle,
                 const char *description)
{
  souls_scene_set_finding (draft->scene, finding);
  souls_scene_set_subtitle (draft->scene, subtitle);
  souls_scene_set_description (draft->scene, description);

  *self = (SoulsArea) {
    .frame = souls_frame_begin (draft->scene, draft->frame->with_finding, draft->frame->foot),
    .words = draft->input->words,
    .em = souls_scene_get_base_size (draft->scene),
    .unit = souls_scene_get_unit (draft->scene),
  };
  if (!draft->frame->with_finding)
    return;
  souls_scene_set_head (draft->scene, self->frame.body.y);
  souls_frame_hold_head (&self->frame, draft->frame->head);
}

/*
 * souls_area_reserve_rows:
 * @self: the inside of the chart
 * @top: px more above the plot
 * @bottom: px more below the plot
 *
 * Takes room for labels of the marks. In a scene too small for them the plot keeps at least half of
 * what it has.
 */
void
souls_area_reserve_rows (SoulsArea *self,
                         double     top,
                         double     bottom)
{
  SoulsBox *plot = &self->frame.plot;
  double most = plot->height / 2.0;
  double scale = top + bottom > most ? most / (top + bottom) : 1.0;

  plot->y += ceil (top * scale);
  plot->height = MAX (plot->height - ceil (top * scale) - ceil (bottom * scale), 0.0);
}

/* Translators: the unit of a value axis, at its highest tick; %1$s is a number such as 150. */
static const char *const money_units[] = { N_("$%1$s m"), N_("$%1$s bn"), N_("$%1$s tn") };

/* Decimals that a step needs: none for 50, one for 2.5, two for 0.25. */
static int
count_digits (double step)
{
  int digits = 0;

  while (digits < 4 && fabs (step - round (step)) > 1e-6 * step)
    {
      step *= 10.0;
      digits++;
    }
  return digits;
}

/* The highest tick bears the unit, the others are bare numbers: less to read. */
static char *
format_tick (double   value,
             double   step,
             gpointer data)
{
  const SoulsArea *self = data;
  const SoulsTicks *ticks = &self->frame.ticks;
  double highest = ticks->value[ticks->n - 1];
  double size = MAX (fabs (ticks->value[0]), fabs (highest));
  int unit = size >= 1e6 ? 2 : size >= 1e3 ? 1 : 0;
  double million = pow (1e3, unit);
  g_autofree char *number = NULL;

  if (self->axis == SOULS_AXIS_PERCENT)
    return souls_words_percent_with (self->words, value, count_digits (step * 100.0));
  number = souls_words_number (self->words, value / million,
                               value == 0.0 ? 0 : count_digits (step / million));
  if (value < highest || value <= 0.0)
    return g_steal_pointer (&number);
  return souls_fill (self->words, money_units[unit], number, NULL);
}

/* Money is in millions, shares are about one: a held axis of the other kind is left over from
 * before the chart changed. */
static gboolean
is_usable (const SoulsRange *held,
           SoulsAxis         axis)
{
  double size;

  if (!held || !isfinite (held->min) || !isfinite (held->max) || !(held->min < held->max))
    return FALSE;
  size = MAX (fabs (held->min), fabs (held->max));
  return axis == SOULS_AXIS_PERCENT ? size <= 20.0 : size > 20.0;
}

/* A range of whole steps leaves much of the plot empty where little is lost; fifths of a step are
 * round enough. */
static SoulsRange
tighten (SoulsRange range,
         SoulsRange values,
         guint      max_ticks)
{
  double fifth = souls_ticks (range, max_ticks).step / 5.0;

  return (SoulsRange) { MAX (range.min, floor (values.min / fifth + 1e-9) * fifth + 0.0),
                        MIN (range.max, ceil (values.max / fifth - 1e-9) * fifth + 0.0) };
}

/*
 * souls_area_choose_range:
 * @self: the inside of the chart
 * @draft: the chart
 * @axis: what the values are
 * @values: the least and the greatest value that is drawn; may be empty
 * @n_ticks: how many ticks there is room for
 *
 * Chooses a value axis and tells the scene of it.
 *
 * Returns: what it spans; the frame's held one instead where there is one
 */
SoulsRange
souls_area_choose_range (SoulsArea  *self,
                         SoulsDraft *draft,
                         SoulsAxis   axis,
                         SoulsRange  values,
                         guint       n_ticks)
{
  SoulsRange least =
    axis == SOULS_AXIS_PERCENT ? (SoulsRange) { 0.0, 1.0 } : (SoulsRange) { 0.0, 50.0 };
  SoulsRange range;

  values = souls_range_union (values, least);
  range = tighten (souls_range_round (values, n_ticks), values, n_ticks);
  souls_scene_set_range (draft->scene, range);
  self->axis = axis;
  return is_usable (draft->frame->range, axis) ? *draft->frame->range : range;
}

/*
 * souls_area_set_values:
 * @self: the inside of the chart
 * @draft: the chart
 * @axis: what the values are
 * @values: the least and the greatest value that is drawn; may be empty
 *
 * Makes the value axis, upwards, and makes room for its numbers.
 */
void
souls_area_set_values (SoulsArea  *self,
                       SoulsDraft *draft,
                       SoulsAxis   axis,
                       SoulsRange  values)
{
  SoulsRange range = souls_area_choose_range (self, draft, axis, values,
                                              souls_frame_get_max_ticks (&self->frame));

  souls_frame_set_values (&self->frame, draft->scene, range, format_tick, self);
}

/* A tick of the frame's as it is written: the highest bears the unit. (transfer full) */
char *
souls_area_say_tick (SoulsArea *self,
                     double     value)
{
  return format_tick (value, self->frame.ticks.step, self);
}

/* Where a value lies; on a held axis that is too short, at its end. */
double
souls_area_y (const SoulsArea *self,
              double           value)
{
  const SoulsBox *plot = &self->frame.plot;

  return CLAMP (souls_linear_scale_map (&self->frame.scale, value), plot->y,
                souls_box_bottom (*plot));
}

/* Whether a text's box is inside @bounds and the scene, and on no other text. */
static gboolean
has_room (SoulsDraft     *draft,
          const SoulsBox *bounds,
          SoulsBox        box)
{
  SoulsScene *scene = draft->scene;
  SoulsBox whole = { 0.0, 0.0, souls_scene_get_width (scene), souls_scene_get_height (scene) };

  if (!souls_box_holds (whole, box, 0.0) || (bounds && !souls_box_holds (*bounds, box, 0.5)))
    return FALSE;
  for (guint i = 0; i < souls_scene_get_n_texts (scene); i++)
    if (souls_box_overlaps (box, souls_scene_get_text_box (scene, i)))
      return FALSE;
  return TRUE;
}

/*
 * souls_draft_try_text:
 * @draft: the chart
 * @bounds: (nullable): where the text must stay
 * @text: what
 * @x: where
 * @y: where
 * @style: how
 *
 * Adds a text if it has room: inside @bounds and the scene, on no other text.
 *
 * Returns: whether it was added
 */
gboolean
souls_draft_try_text (SoulsDraft     *draft,
                      const SoulsBox *bounds,
                      const char     *text,
                      double          x,
                      double          y,
                      SoulsTextStyle  style)
{
  SoulsBox box = souls_scene_measure_text (draft->scene, text, style);

  box.x += x;
  box.y += y;
  if (!has_room (draft, bounds, box))
    return FALSE;
  souls_scene_add_text (draft->scene, text, x, y, style);
  return TRUE;
}

/*
 * souls_draft_try_note:
 *
 * The same for a text that stands on lines or bars: they fade behind it.
 *
 * Returns: whether it was added
 */
gboolean
souls_draft_try_note (SoulsDraft     *draft,
                      const SoulsBox *bounds,
                      const char     *text,
                      double          x,
                      double          y,
                      SoulsTextStyle  style)
{
  SoulsBox box = souls_scene_measure_text (draft->scene, text, style);

  box.x += x;
  box.y += y;
  if (!has_room (draft, bounds, box))
    return FALSE;
  souls_scene_add_rect (draft->scene, souls_box_inset (box, -1.0, 0.0), (SoulsStyle) {
    .fill = SOULS_COLOR_PAPER, .opacity = 0.9 });
  souls_scene_add_text (draft->scene, text, x, y, style);
  return TRUE;
}

double
souls_draft_text_width (SoulsDraft     *draft,
                        const char     *text,
                        SoulsTextStyle  style)
{
  return souls_scene_measure_text (draft->scene, text, style).width;
}

static SoulsTextStyle
style_label (SoulsColor color,
             gboolean   is_name,
             double     anchor_x,
             double     max_width)
{
  return (SoulsTextStyle) { .color = color,
                            .em = 1.0,
                            .bold = is_name,
                            .tabular = !is_name,
                            .anchor_x = anchor_x,
                            .max_width = is_name ? max_width : 0.0,
                            .max_lines = is_name ? 2 : 1 };
}

/*
 * souls_draft_try_label:
 * @draft: the chart
 * @bounds: (nullable): where the label must stay
 * @label: what to say
 * @x: where, by the label's anchor
 * @y: the middle
 *
 * Adds a name and its value; where the value finds no room, the name alone.
 *
 * Returns: whether the name was added
 */
gboolean
souls_draft_try_label (SoulsDraft           *draft,
                       const SoulsBox       *bounds,
                       const SoulsMarkLabel *label,
                       double                x,
                       double                y)
{
  SoulsTextStyle name = style_label (label->color, TRUE, label->anchor_x, label->max_width);
  double height = souls_scene_measure_text (draft->scene, label->name, name).height;
  double top = y - souls_draft_label_height (draft, label) / 2.0;

  if (!souls_draft_try_text (draft, bounds, label->name, x, top, name))
    return FALSE;
  souls_draft_try_text (draft, bounds, label->value, x, top + height,
                        style_label (label->color, FALSE, label->anchor_x, 0.0));
  return TRUE;
}

double
souls_draft_label_width (SoulsDraft           *draft,
                         const SoulsMarkLabel *label)
{
  SoulsTextStyle name = style_label (label->color, TRUE, 0.0, label->max_width);
  SoulsTextStyle value = style_label (label->color, FALSE, 0.0, 0.0);

  return ceil (MAX (souls_draft_text_width (draft, label->name, name),
                    souls_draft_text_width (draft, label->value, value)));
}

double
souls_draft_label_height (SoulsDraft           *draft,
                          const SoulsMarkLabel *label)
{
  SoulsTextStyle name = style_label (label->color, TRUE, 0.0, label->max_width);
  SoulsTextStyle value = style_label (label->color, FALSE, 0.0, 0.0);

  return souls_scene_measure_text (draft->scene, label->name, name).height +
         souls_scene_measure_text (draft->scene, label->value, value).height;
}

/*
 * souls_area_place_labels:
 * @self: the inside of the chart
 * @draft: the chart
 * @labels: (array length=n): name, value, colour of each
 * @wanted: (array length=n): px where each one's middle would be; NAN for none
 * @n: how many, at most %SOULS_MAX_LABELS
 * @x: px, by the labels' anchors
 *
 * Puts labels in a column beside the plot, each as near to its mark as the others allow.
 */
void
souls_area_place_labels (const SoulsArea      *self,
                         SoulsDraft           *draft,
                         const SoulsMarkLabel *labels,
                         const double         *wanted,
                         guint                 n,
                         double                x)
{
  const SoulsFrame *frame = &self->frame;
  SoulsRange span = { frame->plot.y - frame->line, souls_box_bottom (frame->plot) + frame->line };
  SoulsLabel places[SOULS_MAX_LABELS];

  g_return_if_fail (n <= SOULS_MAX_LABELS);

  for (guint i = 0; i < n; i++)
    places[i] = (SoulsLabel) { wanted[i], souls_draft_label_height (draft, &labels[i]), -(int) i };
  souls_labels_place (places, n, span, frame->grid / 2.0);
  for (guint i = 0; i < n; i++)
    if (places[i].shown)
      souls_draft_try_label (draft, NULL, &labels[i], x, places[i].placed);
}

/* The box of a bar between two values; never upside down. */
SoulsBox
souls_area_bar_box (const SoulsArea *self,
                    double           x,
                    double           width,
                    double           from,
                    double           to)
{
  double a = souls_area_y (self, from);
  double b = souls_area_y (self, to);

  return (SoulsBox) { x, MIN (a, b), width, fabs (b - a) };
}

/*
 * souls_area_add_handle:
 * @x: the left edge of what can be taken hold of
 * @width: its width
 * @value: where it is; nothing is added where it is none, or out of the plot
 * @key: that of the target which it belongs to
 * @metric: what is moved
 * @year: the projected year in which
 *
 * Lets a value of the plot's axis be taken hold of: what was reported cannot.
 */
void
souls_area_add_handle (const SoulsArea *self,
                       SoulsDraft      *draft,
                       double           x,
                       double           width,
                       double           value,
                       guint            key,
                       SoulsMetric      metric,
                       int              year)
{
  const SoulsLinearScale *scale = &self->frame.scale;
  const SoulsBox *plot = &self->frame.plot;
  const double y = souls_area_y (self, value);
  const SoulsHandle handle = {
    .box = { x, y, width, 0.0 },
    .key = key,
    .metric = (int) metric,
    .year = year,
    .y = { souls_box_bottom (*plot), souls_linear_scale_invert (scale, souls_box_bottom (*plot)), plot->y,
           souls_linear_scale_invert (scale, plot->y) },
  };

  if (souls_input_is_projected (draft->input, year) && fabs (y - souls_linear_scale_map (scale, value)) < 0.5)
    souls_scene_add_handle (draft->scene, &handle);
}

/*
 * souls_area_add_bar:
 * @self: the inside of the chart
 * @draft: the chart
 * @x: its left edge
 * @width: its width
 * @from: the value where it starts
 * @to: the value where it ends; less than @from is a loss and hatched, if the style has a fill
 * @style: colours
 * @rounded: whether @to is a value's end, not the seam of a stack
 *
 * Draws a bar, or a part of one. A value that is not there is not drawn.
 */
void
souls_area_add_bar (const SoulsArea *self,
                    SoulsDraft      *draft,
                    double           x,
                    double           width,
                    double           from,
                    double           to,
                    SoulsStyle       style,
                    gboolean         rounded)
{
  SoulsBox box;

  if (isnan (from) || isnan (to))
    return;
  box = souls_area_bar_box (self, x, width, from, to);
  if (box.height < 0.25)
    return;
  style.hatched = style.fill != SOULS_COLOR_NONE && to < from;
  style.radius = MIN (BAR_RADIUS * self->unit, box.height / 2.0);
  style.round_end = !rounded ? SOULS_END_NONE : to < from ? SOULS_END_BOTTOM : SOULS_END_TOP;
  souls_scene_add_rect (draft->scene, box, style);
}

/*
 * souls_draft_add_target:
 * @draft: the chart
 * @box: the mark; a thin one is widened
 * @key: stable while values change
 * @name: what it is
 * @value: the full figure in words
 * @metric: what it shows
 * @year: fiscal year
 *
 * Makes a mark something to point at.
 */
void
souls_draft_add_target (SoulsDraft  *draft,
                        SoulsBox     box,
                        guint        key,
                        const char  *name,
                        const char  *value,
                        SoulsMetric  metric,
                        int          year)
{
  SoulsTarget target = {
    .box = box, .key = key, .name = name, .value = value, .metric = (int) metric, .year = year
  };
  double width = souls_scene_get_width (draft->scene);
  double height = souls_scene_get_height (draft->scene);

  target.box.width = CLAMP (box.width, LEAST_TARGET, width);
  target.box.height = CLAMP (box.height, LEAST_TARGET, height);
  target.box.x =
    CLAMP (box.x - (target.box.width - box.width) / 2.0, 0.0, width - target.box.width);
  target.box.y =
    CLAMP (box.y - (target.box.height - box.height) / 2.0, 0.0, height - target.box.height);
  souls_scene_add_target (draft->scene, &target);
}

/*
 * souls_area_add_years:
 * @self: the inside of the chart
 * @draft: the chart
 * @bands: one band a year, from the first that is drawn
 *
 * Names the years under the plot, the one under the scrubber among them.
 */
void
souls_area_add_years (const SoulsArea      *self,
                      SoulsDraft           *draft,
                      const SoulsBandScale *bands)
{
  int first = souls_input_first_year (draft->input);
  g_auto (GStrv) labels = g_new0 (char *, bands->n + 1);

  for (guint i = 0; i < bands->n; i++)
    labels[i] = souls_year_text (first + (int) i);
  souls_frame_add_labels (&self->frame, draft->scene, bands, (const char *const *) labels,
                          (guint) MAX (draft->input->year - first, 0));
}

/* Translators: at the border between reported and projected years, one to its left, the other to
 * its right. */
static const char *const reported_word = N_("reported");
static const char *const scenario_word = N_("scenario");

/*
 * souls_area_add_tint:
 * @self: the inside of the chart
 * @draft: the chart
 * @bands: one band a year, from the first that is drawn
 *
 * Tints the projected years and names the two sides of the border, above the plot.
 */
void
souls_area_add_tint (const SoulsArea      *self,
                     SoulsDraft           *draft,
                     const SoulsBandScale *bands)
{
  int n_reported = draft->input->results->base_year - souls_input_first_year (draft->input) + 1;

  souls_frame_add_projected (&self->frame, draft->scene, bands->start + n_reported * bands->step,
                             souls_words_say (self->words, reported_word),
                             souls_words_say (self->words, scenario_word));
}

/*
 * souls_area_add_cursor:
 * @self: the inside of the chart
 * @draft: the chart
 * @x: px
 *
 * Marks the year under the scrubber by a line from top to bottom, unless it is none of those drawn.
 */
void
souls_area_add_cursor (const SoulsArea *self,
                       SoulsDraft      *draft,
                       double           x)
{
  const SoulsBox *plot = &self->frame.plot;
  SoulsPoint ends[2] = { { x, plot->y }, { x, souls_box_bottom (*plot) } };

  if (x >= plot->x && x <= souls_box_right (*plot))
    souls_scene_add_line (draft->scene, ends, 2,
                          (SoulsStyle) { .stroke = SOULS_COLOR_DIM, .line_width = self->unit });
}

/*
 * souls_draft_driver:
 * @self: a draft
 * @origin: which set of numbers
 * @driver: a driver
 * @year: fiscal year
 *
 * A driver as it stands in a year: up to the base year as that year's calibration finds it, then on
 * its way to the slider.
 *
 * Returns: the value in the model's unit; NAN where there is none
 */
double
souls_draft_driver (const SoulsDraft *self,
                    SoulsOrigin       origin,
                    SoulsDriver       driver,
                    int               year)
{
  const SoulsChartInput *input = self->input;
  int i = year - input->history->first_year;
  int t = year - input->results->base_year;

  if (origin == SOULS_ORIGIN_FILED || t <= 0)
    return i >= 0 && i < input->history->n_years ? input->calibrations[i].baseline[driver] : NAN;
  if (t > input->results->horizon)
    return NAN;
  return origin == SOULS_ORIGIN_BASELINE
           ? input->calibration->baseline[driver]
           : souls_driver_at (input->calibration, input->settings, input->drivers, driver, t);
}

/*
 * souls_round_parts:
 * @parts: (array length=n): finite numbers
 * @rounded: (out) (array length=n): whole numbers next to them
 * @n: how many
 *
 * Rounds parts so that their sum is the rounded sum: those that lie farthest from the whole number
 * they would get give way. What is written on a chart then adds up.
 */
void
souls_round_parts (const double *parts,
                   double       *rounded,
                   guint         n)
{
  double sum = 0.0;
  double missing;

  for (guint i = 0; i < n; i++)
    {
      sum += parts[i];
      rounded[i] = round (parts[i]);
    }
  missing = round (sum);
  for (guint i = 0; i < n; i++)
    missing -= rounded[i];
  for (double step = missing < 0.0 ? -1.0 : 1.0; fabs (missing) > 0.5; missing -= step)
    {
      guint best = 0;

      for (guint i = 1; i < n; i++)
        if (step * (parts[i] - rounded[i]) > step * (parts[best] - rounded[best]))
          best = i;
      rounded[best] += step;
    }
}
