/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "souls-chart-area.h"

#include <math.h>

/*
 * Segment:
 * @metric: its operating income
 * @name: marked for translation
 */
typedef struct
{
  SoulsMetric metric;
  const char *name;
  SoulsColor color;
} Segment;

enum
{
  SEGMENT_NORTH_AMERICA,
  SEGMENT_INTERNATIONAL,
  SEGMENT_AWS,
  N_SEGMENTS
};

/* From zero outwards. */
static const Segment segments[N_SEGMENTS] = {
  [SEGMENT_NORTH_AMERICA] = { SOULS_METRIC_INCOME_NORTH_AMERICA, N_("North America"),
                              SOULS_COLOR_NORTH_AMERICA },
  [SEGMENT_INTERNATIONAL] = { SOULS_METRIC_INCOME_INTERNATIONAL, N_("International"),
                              SOULS_COLOR_INTERNATIONAL },
  [SEGMENT_AWS] = { SOULS_METRIC_INCOME_AWS, N_("AWS"), SOULS_COLOR_AWS },
};

/* AWS's amount against that of the stores. */
typedef enum
{
  CASE_AWS_MORE,
  CASE_AWS_LESS,
  CASE_STORES_LOSE,
  CASE_AWS_LOSES,
  CASE_BOTH_LOSE,
  N_CASES
} Case;

/* Translators: %1$s is AWS's amount, %2$s that of the two other segments together, both without a
 * sign, %3$s a fiscal year. */
static const char *const findings[2][N_CASES] = {
  {
    [CASE_AWS_MORE] = N_(
      "AWS earned %1$s in fiscal %3$s, more than North America and International together: %2$s."),
    [CASE_AWS_LESS] = N_(
      "AWS earned %1$s in fiscal %3$s, less than North America and International together: %2$s."),
    [CASE_STORES_LOSE] =
      N_("AWS earned %1$s in fiscal %3$s, North America and International together lost %2$s."),
    [CASE_AWS_LOSES] =
      N_("AWS lost %1$s in fiscal %3$s, North America and International together earned %2$s."),
    [CASE_BOTH_LOSE] =
      N_("AWS lost %1$s in fiscal %3$s, North America and International together lost %2$s."),
  },
  {
    [CASE_AWS_MORE] = N_(
      "AWS would earn %1$s in fiscal %3$s, more than North America and International together: %2$s."),
    [CASE_AWS_LESS] = N_(
      "AWS would earn %1$s in fiscal %3$s, less than North America and International together: %2$s."),
    [CASE_STORES_LOSE] = N_(
      "AWS would earn %1$s in fiscal %3$s, North America and International together would lose %2$s."),
    [CASE_AWS_LOSES] = N_(
      "AWS would lose %1$s in fiscal %3$s, North America and International together would earn %2$s."),
    [CASE_BOTH_LOSE] = N_(
      "AWS would lose %1$s in fiscal %3$s, North America and International together would lose %2$s."),
  },
};

/* Translators: for who does not see the chart: a fiscal year, then amounts with their signs. */
static const char *const description = N_(
  "Operating income in fiscal %1$s: North America %2$s, International %3$s, AWS %4$s; together %5$s.");

static const char *const measure = N_("Operating income by segment, fiscal %1$s–%2$s");
static const char *const no_result = N_("There is no result for fiscal %1$s.");
static const char *const total_name = N_("Whole company");
/* Translators: what a mark of the chart is: a name and its fiscal year. */
static const char *const mark_name = N_("%1$s, fiscal %2$s");

#define LINE_TOTAL N_SEGMENTS
#define KEY(origin, line, year)                                                                    \
  (((guint) (origin) * (N_SEGMENTS + 1) + (guint) (line)) * 10000u + (guint) (year))

/* What every step of the drawing needs. @end is the last projected year, @last the last that is
 * drawn. */
typedef struct
{
  SoulsDraft *draft;
  SoulsArea area;
  SoulsBandScale bands;
  int first;
  int end;
  int last;
} Segments;

/* Where a segment's part of a year's stack starts and ends, in values. */
typedef struct
{
  double from;
  double to;
} Part;

static double
get_value (const SoulsDraft *draft,
           SoulsMetric       metric,
           int               year)
{
  return souls_draft_value (draft, SOULS_ORIGIN_SCENARIO, metric, year);
}

/* Profits pile up from zero, losses pile down. Returns the outermost of both. */
static SoulsRange
stack (const SoulsDraft *draft,
       int               year,
       Part              part[N_SEGMENTS])
{
  SoulsRange reach = { 0.0, 0.0 };

  for (int i = 0; i < N_SEGMENTS; i++)
    {
      double value = get_value (draft, segments[i].metric, year);
      double *edge = value < 0.0 ? &reach.min : &reach.max;

      part[i] = (Part) { *edge, *edge + value };
      if (!isnan (value))
        *edge += value;
    }
  return reach;
}

static SoulsRange
get_range (const Segments *self)
{
  SoulsRange range = souls_range_include (souls_range_empty (), 0.0);
  Part part[N_SEGMENTS];

  for (int year = self->first; year <= self->last; year++)
    {
      range = souls_range_union (range, stack (self->draft, year, part));
      range = souls_range_include (range, souls_draft_value (self->draft, SOULS_ORIGIN_FILED,
                                                             SOULS_METRIC_INCOME_TOTAL, year));
      if (self->draft->input->moved)
        range = souls_range_include (range, souls_draft_value (self->draft, SOULS_ORIGIN_BASELINE,
                                                               SOULS_METRIC_INCOME_TOTAL, year));
    }
  return range;
}

static Case
judge (double aws,
       double stores)
{
  if (aws < 0.0)
    return stores < 0.0 ? CASE_BOTH_LOSE : CASE_AWS_LOSES;
  if (stores < 0.0)
    return CASE_STORES_LOSE;
  return aws > stores ? CASE_AWS_MORE : CASE_AWS_LESS;
}

static char *
say_finding (const SoulsDraft *draft)
{
  const SoulsChartInput *input = draft->input;
  double aws = get_value (draft, SOULS_METRIC_INCOME_AWS, input->year);
  double stores = get_value (draft, SOULS_METRIC_INCOME_STORES, input->year);
  gboolean projected = souls_input_is_projected (input, input->year);
  g_autofree char *year = souls_year_text (input->year);
  g_autofree char *aws_text = souls_amount (input->words, aws);
  g_autofree char *stores_text = souls_amount (input->words, stores);

  if (isnan (aws) || isnan (stores))
    return souls_fill (input->words, no_result, year, NULL);
  return souls_fill (input->words, findings[projected ? 1 : 0][judge (aws, stores)], aws_text,
                     stores_text, year, NULL);
}

static char *
say_description (const SoulsDraft *draft)
{
  const SoulsWords *words = draft->input->words;
  int year = draft->input->year;
  g_autofree char *year_text = souls_year_text (year);
  g_autofree char *america =
    souls_words_money (words, get_value (draft, SOULS_METRIC_INCOME_NORTH_AMERICA, year));
  g_autofree char *international =
    souls_words_money (words, get_value (draft, SOULS_METRIC_INCOME_INTERNATIONAL, year));
  g_autofree char *aws =
    souls_words_money (words, get_value (draft, SOULS_METRIC_INCOME_AWS, year));
  g_autofree char *total =
    souls_words_money (words, get_value (draft, SOULS_METRIC_INCOME_TOTAL, year));

  return souls_fill (words, description, year_text, america, international, aws, total, NULL);
}

static double
get_x (const Segments *self,
       int             year)
{
  return souls_band_scale_center (&self->bands, (guint) (year - self->first));
}

static void
add_target (const Segments *self,
            SoulsOrigin     origin,
            int             line,
            int             year,
            SoulsBox        box)
{
  const SoulsChartInput *input = self->draft->input;
  SoulsMetric metric = line == LINE_TOTAL ? SOULS_METRIC_INCOME_TOTAL : segments[line].metric;
  const char *what = line == LINE_TOTAL ? total_name : segments[line].name;
  g_autofree char *year_text = souls_year_text (year);
  g_autofree char *name =
    souls_fill (input->words, mark_name, souls_words_say (input->words, what), year_text, NULL);
  g_autofree char *value = souls_value_in_words (input, origin, metric, year);

  souls_draft_add_target (self->draft, box, KEY (origin, line, year), name, value, metric, year);
}

static void
draw_year (const Segments *self,
           int             year)
{
  double x = souls_band_scale_start (&self->bands, (guint) (year - self->first));
  Part part[N_SEGMENTS];
  SoulsRange reach = stack (self->draft, year, part);

  for (int i = 0; i < N_SEGMENTS; i++)
    {
      gboolean outermost = part[i].to == reach.max || part[i].to == reach.min;

      if (isnan (part[i].to))
        continue;
      souls_area_add_bar (&self->area, self->draft, x, self->bands.band, part[i].from, part[i].to,
                          (SoulsStyle) { .fill = segments[i].color }, outermost);
      add_target (self, SOULS_ORIGIN_SCENARIO, i, year,
                  souls_area_bar_box (&self->area, x, self->bands.band, part[i].from, part[i].to));
    }
}

/* A line through the whole's yearly values from one year to another; broken where there is no
 * result. */
static void
draw_total_line (const Segments *self,
                 SoulsOrigin     origin,
                 int             from,
                 int             to,
                 SoulsStyle      style)
{
  SoulsPoint points[SOULS_MAX_HISTORY + SOULS_MAX_YEARS];
  int n = 0;

  for (int year = from; year <= to + 1; year++)
    {
      double value =
        year <= to ? souls_draft_value (self->draft, origin, SOULS_METRIC_INCOME_TOTAL, year) : NAN;

      if (!isnan (value) && n < (int) G_N_ELEMENTS (points))
        {
          points[n++] = (SoulsPoint) { get_x (self, year), souls_area_y (&self->area, value) };
          continue;
        }
      if (n > 1)
        souls_scene_add_line (self->draft->scene, points, n, style);
      n = 0;
    }
}

static void
draw_total_dots (const Segments *self,
                 SoulsOrigin     origin,
                 int             from,
                 int             to,
                 SoulsStyle      style)
{
  double radius = MIN (self->area.em * 0.26, self->bands.step * 0.3);

  for (int year = from; year <= to; year++)
    {
      double value = souls_draft_value (self->draft, origin, SOULS_METRIC_INCOME_TOTAL, year);
      SoulsPoint center = { get_x (self, year), souls_area_y (&self->area, value) };

      if (isnan (value))
        continue;
      souls_scene_add_dot (self->draft->scene, center, radius, style);
      add_target (self, origin, LINE_TOTAL, year,
                  (SoulsBox) { center.x - radius, center.y - radius, 2.0 * radius, 2.0 * radius });
    }
}

/* The whole: dots on the stacks, a dashed line for the baseline, rings for what was reported after
 * an older base year. */
static void
draw_totals (const Segments *self)
{
  const SoulsChartInput *input = self->draft->input;
  int base = input->results->base_year;
  double thin = 1.5 * self->area.unit;

  if (input->moved)
    draw_total_line (self, SOULS_ORIGIN_BASELINE, base, self->end, (SoulsStyle) {
      .stroke = SOULS_COLOR_GHOST, .dashed = TRUE });
  draw_total_line (self, SOULS_ORIGIN_SCENARIO, self->first, self->end, (SoulsStyle) {
    .stroke = SOULS_COLOR_COMPANY, .line_width = thin });
  draw_total_dots (
    self, SOULS_ORIGIN_FILED, base + 1, souls_input_last_filed (input),
    (SoulsStyle) { .fill = SOULS_COLOR_PAPER, .stroke = SOULS_COLOR_COMPANY, .line_width = thin });
  draw_total_dots (self, SOULS_ORIGIN_SCENARIO, self->first, self->end, (SoulsStyle) {
    .fill = SOULS_COLOR_COMPANY, .stroke = SOULS_COLOR_PAPER, .line_width = self->area.unit });
}

static SoulsMarkLabel
get_label (const Segments *self,
           int             i,
           const char     *value)
{
  return (SoulsMarkLabel) { souls_words_say (self->area.words, segments[i].name), value,
                            segments[i].color,
                            .max_width = floor (self->area.frame.body.width * SOULS_LABELS_PART) };
}

/* The names of the segments beside the last stack, at their parts' height. */
static void
label_segments (const Segments *self)
{
  const SoulsFrame *frame = &self->area.frame;
  SoulsMarkLabel labels[N_SEGMENTS];
  double wanted[N_SEGMENTS];
  char *values[N_SEGMENTS];
  Part part[N_SEGMENTS];

  stack (self->draft, self->end, part);
  for (int i = 0; i < N_SEGMENTS; i++)
    {
      values[i] = souls_words_money (self->area.words,
                                     get_value (self->draft, segments[i].metric, self->end));
      labels[i] = get_label (self, i, values[i]);
      wanted[i] =
        isnan (part[i].to) ? NAN : souls_area_y (&self->area, (part[i].from + part[i].to) / 2.0);
    }
  souls_area_place_labels (&self->area, self->draft, labels, wanted, N_SEGMENTS,
                           souls_box_right (frame->plot) + frame->grid);
  for (int i = 0; i < N_SEGMENTS; i++)
    g_free (values[i]);
}

static double
measure_labels (const Segments *self)
{
  g_autofree char *widest = souls_widest_amount (self->draft->input->words);
  double width = 0.0;

  for (int i = 0; i < N_SEGMENTS; i++)
    {
      SoulsMarkLabel label = get_label (self, i, widest);

      width = MAX (width, souls_draft_label_width (self->draft, &label));
    }
  return width;
}

/* The outermost end of some years' stacks, px: the highest, or the lowest if @below. */
static double
find_end (const Segments *self,
          int             from,
          int             to,
          gboolean        below)
{
  double end = souls_area_y (&self->area, 0.0);
  Part part[N_SEGMENTS];

  for (int year = MAX (from, self->first); year <= MIN (to, self->end); year++)
    {
      SoulsRange reach = stack (self->draft, year, part);

      end = below ? MAX (end, souls_area_y (&self->area, reach.min))
                  : MIN (end, souls_area_y (&self->area, reach.max));
    }
  return end;
}

/* The whole's amount in the year under the scrubber, beyond the stacks, on the side where they are
 * shorter. */
static void
label_year (const Segments *self)
{
  SoulsDraft *draft = self->draft;
  int year = draft->input->year;
  double value = get_value (draft, SOULS_METRIC_INCOME_TOTAL, year);
  double zero = souls_area_y (&self->area, 0.0);
  double away = self->area.frame.grid;
  Part part[N_SEGMENTS];
  gboolean below = value < 0.0 && stack (draft, year, part).max <= 0.0;
  SoulsTextStyle style = { .color = SOULS_COLOR_COMPANY, .em = 1.0, .bold = TRUE, .tabular = TRUE,
                           .anchor_y = below ? 0.0 : 1.0 };
  g_autofree char *text = souls_words_money (self->area.words, value);
  int reach = (int) ceil (souls_draft_text_width (draft, text, style) / self->bands.step);
  double left = find_end (self, year - reach, year, below);
  double right = find_end (self, year, year + reach, below);
  int side = fabs (left - zero) <= fabs (right - zero) ? -1 : 1;

  if (isnan (value))
    return;
  for (int attempt = 0; attempt < 2; attempt++, side = -side)
    {
      double y = (side < 0 ? left : right) + (below ? away : -away);

      style.anchor_x = side < 0 ? 1.0 : 0.0;
      if (souls_draft_try_note (draft, NULL, text, get_x (self, year) - side * away, y, style))
        return;
    }
}

static void
open_area (Segments *self)
{
  const SoulsChartInput *input = self->draft->input;
  g_autofree char *first = souls_year_text (self->first);
  g_autofree char *last = souls_year_text (self->last);
  g_autofree char *what = souls_fill (input->words, measure, first, last, NULL);
  g_autofree char *subtitle = souls_subtitle (input, what, FALSE, TRUE);
  g_autofree char *finding = say_finding (self->draft);
  g_autofree char *spoken = say_description (self->draft);

  souls_area_open (&self->area, self->draft, finding, subtitle, spoken);
}

void
souls_segments_layout (SoulsDraft *draft)
{
  const SoulsChartInput *input = draft->input;
  Segments self = {
    .draft = draft,
    .first = souls_input_first_year (input),
    .end = input->results->base_year + input->results->horizon,
    .last = souls_input_last_year (input),
  };
  SoulsFrame *frame = &self.area.frame;

  open_area (&self);
  souls_frame_reserve_labels (frame);
  souls_frame_reserve_strip (frame);
  souls_frame_reserve_sides (frame, 0.0, measure_labels (&self) + frame->grid);
  souls_area_set_values (&self.area, draft, SOULS_AXIS_MONEY, get_range (&self));
  self.bands = souls_band_scale ((guint) (self.last - self.first + 1), frame->plot.x,
                                 souls_box_right (frame->plot), 0.7);

  souls_area_add_tint (&self.area, draft, &self.bands);
  souls_frame_add_grid (frame, draft->scene);
  souls_area_add_cursor (&self.area, draft, get_x (&self, input->year));
  for (int year = self.first; year <= self.end; year++)
    draw_year (&self, year);
  souls_frame_add_zero (frame, draft->scene);
  draw_totals (&self);
  souls_area_add_years (&self.area, draft, &self.bands);
  label_segments (&self);
  label_year (&self);
}
