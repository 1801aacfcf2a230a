/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "souls-chart-across.h"

#include <math.h>

/*
 * A quantile dotplot: each dot is the middle of one hundredth of the worlds, so that dots can be counted where a curve
 * can only be guessed at. After Kay, Kola, Hullman, Munson, "When (ish) is my bus?", CHI 2016.
 */

#define N_DOTS SOULS_N_OUTCOME_DOTS

/* Ems: dots are not larger, unless the plot has room for so many beside each other; and are put side by side before
 * they get smaller. */
#define MOST_EMS 3.0
#define MOST_BESIDE 28.0
#define LEAST_EMS 0.55

/* Ems beside the axis, where the outermost stacks may lean. */
#define MARGIN_EMS 1.5

/* Part of its place that a dot fills. */
#define DOT_PART 0.9

#define KEY_SHARE 1u
#define KEY_MEDIAN 2u
#define KEY_BASELINE 3u
#define KEY_DOT 10u

/* Translators: %1$s is a fiscal year, %2$s how many worlds there are and how they were drawn. */
static const char *const measures[2] = {
  N_("Operating income without AWS, fiscal %1$s, one dot for 1 of 100 worlds · %2$s"),
  N_("Operating income without AWS, fiscal %1$s (the last projected year), one dot for 1 of 100 worlds · %2$s"),
};

/* Translators: for who does not see the chart: the finding, amounts with their signs, how many worlds were
 * drawn. */
static const char *const description =
  N_("%1$s The median is %2$s; 90 of 100 worlds lie between %3$s and %4$s. %5$s worlds were drawn, each driver by itself.");

/* Translators: on the two sides of zero: of how many of 100 worlds. */
static const char *const earning[2] = { NP_ ("profit: %1$s world", "profit: %1$s worlds") };
static const char *const losing[2] = { NP_ ("loss: %1$s world", "loss: %1$s worlds") };
/* Translators: the same where all dots are on one side. */
static const char *const earning_alone = N_("profit");
static const char *const losing_alone = N_("loss");
/* Translators: at a line; %1$s is an amount. */
static const char *const median_pattern = N_("median %1$s");
static const char *const baseline_pattern = N_("baseline: %1$s");

static const char *const share_name = N_("Worlds in which Amazon without AWS makes money");
/* Translators: a share of the worlds, how many there are, and the share's standard error: "83.4 % of 20,000 worlds,
 * standard error 0.26 %". */
static const char *const share_pattern = N_("%1$s of %2$s worlds, standard error %3$s");
static const char *const median_name = N_("Median of the worlds");
static const char *const ghost_name = N_("Operating income without AWS, baseline");
/* Translators: a dot: %1$s is its place from 1 to 100, from the worst on. */
static const char *const dot_name = N_("World %1$s of 100, from the worst");
/* Translators: an amount from the simulation. */
static const char *const simulated_pattern = N_("%1$s, simulated");

/*
 * Outcomes:
 * @year: that is asked about
 * @t: of @year
 * @has_result: else all that follows is not set
 * @share: of the worlds that makes money
 * @n_earning: dots above zero: @share as it is said
 * @value: of the dots, the worst first, US$ million
 * @baseline: NAN where there is none to show
 * @size: px from one dot to the next
 * @columns: how many dots lie side by side in a stack
 * @stack: of each dot, counted from zero to the right
 */
typedef struct
{
  SoulsDraft *draft;
  SoulsArea area;
  int year;
  int t;
  gboolean has_result;
  double share;
  int n_earning;
  double value[N_DOTS];
  double median;
  double baseline;
  double size;
  int columns;
  int stack[N_DOTS];
} Outcomes;

static double
get_quantile (const Outcomes *self,
              double          probability)
{
  return souls_simulation_get_quantile_of (self->draft->input->simulation, SOULS_METRIC_WITHOUT_AWS,
                                           self->t, probability);
}

static void
collect (Outcomes *self)
{
  const SoulsChartInput *input = self->draft->input;

  self->year = souls_input_projected_year (input);
  self->t = self->year - input->results->base_year;
  self->share = souls_worlds_share (input, self->year);
  self->has_result = isfinite (self->share);
  if (!self->has_result)
    return;
  self->n_earning = souls_worlds_count (self->share);
  self->median = get_quantile (self, 0.5);
  for (int i = 0; i < N_DOTS; i++)
    self->value[i] = get_quantile (self, (i + 0.5) / N_DOTS);
  self->baseline = input->moved ? souls_draft_value (self->draft, SOULS_ORIGIN_BASELINE,
                                                     SOULS_METRIC_WITHOUT_AWS, self->year)
                                : NAN;
}

static gboolean
is_earning (const Outcomes *self,
            int             dot)
{
  return dot >= N_DOTS - self->n_earning;
}

/* (transfer full) */
static char *
say_description (const Outcomes *self)
{
  const SoulsWords *words = self->draft->input->words;
  g_autofree char *finding = souls_worlds_sentence (self->draft->input);
  g_autofree char *median = NULL;
  g_autofree char *low = NULL;
  g_autofree char *high = NULL;
  g_autofree char *worlds = NULL;

  if (!self->has_result)
    return g_steal_pointer (&finding);
  median = souls_words_money (words, self->median);
  low = souls_words_money (words, get_quantile (self, 0.05));
  high = souls_words_money (words, get_quantile (self, 0.95));
  worlds = souls_worlds_number (self->draft->input);
  return souls_fill (words, description, finding, median, low, high, worlds, NULL);
}

static void
open_area (Outcomes *self)
{
  const SoulsChartInput *input = self->draft->input;
  g_autofree char *year = souls_year_text (self->year);
  g_autofree char *worlds = souls_worlds_note (input);
  g_autofree char *what =
    souls_fill (input->words, measures[self->year == input->year ? 0 : 1], year, worlds, NULL);
  g_autofree char *subtitle = souls_subtitle (input, what, TRUE, TRUE);
  g_autofree char *finding = souls_worlds_sentence (self->draft->input);
  g_autofree char *spoken = say_description (self);

  souls_area_open (&self->area, self->draft, finding, subtitle, spoken);
}

static SoulsRange
get_range (const Outcomes *self)
{
  SoulsRange range = souls_range_include (souls_range_empty (), 0.0);

  if (!self->has_result)
    return range;
  range = souls_range_include (range, self->value[0]);
  range = souls_range_include (range, self->value[N_DOTS - 1]);
  return isnan (self->baseline) ? range : souls_range_include (range, self->baseline);
}

/* Stacks of @width px begin at zero, so that none lies on both sides of it, and stay in the plot. A dot
 * stands on the side that the finding counts it to, also where the worlds that it is the middle of lie on
 * both. Returns how many dots the highest stack has. */
static int
assign_stacks (Outcomes *self,
               double    width)
{
  const SoulsBox *plot = &self->area.frame.plot;
  double zero = souls_across_x (&self->area, 0.0);
  int first = (int) ceil ((plot->x - zero) / width - 1e-6);
  int last = (int) floor ((souls_box_right (*plot) - zero) / width + 1e-6) - 1;
  int highest = 0;
  int height = 0;

  for (int i = 0; i < N_DOTS; i++)
    {
      double x = souls_across_x (&self->area, self->value[i]);
      int stack = CLAMP ((int) floor ((x - zero) / width), first, last);

      self->stack[i] = is_earning (self, i) ? MAX (stack, 0) : MIN (stack, -1);
      height = i > 0 && self->stack[i] == self->stack[i - 1] ? height + 1 : 1;
      highest = MAX (highest, height);
    }
  return highest;
}

/* px that a stack may be wide: it has room on each side of zero that has any. */
static double
get_most (const Outcomes *self)
{
  const SoulsBox *plot = &self->area.frame.plot;
  double zero = souls_across_x (&self->area, 0.0);
  double most = MAX (MOST_EMS * self->area.em, plot->width / MOST_BESIDE);

  if (self->n_earning < N_DOTS)
    most = MIN (most, zero - plot->x);
  if (self->n_earning > 0)
    most = MIN (most, souls_box_right (*plot) - zero);
  return most;
}

/* The largest dots whose highest stack is not higher than the plot. */
static double
find_size (Outcomes *self,
           int       columns)
{
  double size = get_most (self) / columns;

  while (size > 0.5)
    {
      int rows = (assign_stacks (self, size * columns) + columns - 1) / columns;

      if (rows * size <= self->area.frame.plot.height)
        break;
      size *= 0.96;
    }
  return size;
}

/* One dot wide, unless worlds are so alike that dots would get too small; then as wide as makes them largest. */
static void
fit_dots (Outcomes *self)
{
  double least = LEAST_EMS * self->area.em;
  int best = 1;

  self->size = find_size (self, 1);
  for (int columns = 2; columns <= 10 && self->size < least; columns++)
    {
      double size = find_size (self, columns);

      if (size > self->size)
        {
          self->size = size;
          best = columns;
        }
    }
  self->columns = best;
  assign_stacks (self, self->size * best);
}

/* Losses are hollow: a hatch cannot be told from a tint in a small dot. */
static SoulsStyle
style_dot (const Outcomes *self,
           int             dot)
{
  if (is_earning (self, dot))
    return (SoulsStyle) { .fill = SOULS_COLOR_STORES };
  return (SoulsStyle) { .fill = SOULS_COLOR_PAPER,
                        .stroke = SOULS_COLOR_STORES,
                        .line_width = MIN (1.5 * self->area.unit, DOT_PART * self->size / 4.0) };
}

static void
draw_dot (const Outcomes *self,
          int             dot,
          int             place)
{
  const SoulsChartInput *input = self->draft->input;
  const SoulsBox *plot = &self->area.frame.plot;
  double zero = souls_across_x (&self->area, 0.0);
  SoulsPoint center = {
    zero + self->size * (self->stack[dot] * self->columns + place % self->columns + 0.5),
    souls_box_bottom (*plot) - self->size * (place / self->columns + 0.5)
  };
  SoulsStyle style = style_dot (self, dot);
  double radius = DOT_PART * self->size / 2.0 - (style.stroke ? style.line_width / 2.0 : 0.0);
  g_autofree char *number = souls_words_number (input->words, dot + 1, 0);
  g_autofree char *name = souls_fill (input->words, dot_name, number, NULL);
  g_autofree char *money = souls_words_money_full (input->words, self->value[dot]);
  g_autofree char *value = souls_fill (input->words, simulated_pattern, money, NULL);

  souls_scene_add_dot (self->draft->scene, center, MAX (radius, 0.25), style);
  souls_draft_add_target (self->draft,
                          (SoulsBox) { center.x - self->size / 2.0, center.y - self->size / 2.0,
                                       self->size, self->size },
                          KEY_DOT + (guint) dot, name, value, SOULS_METRIC_WITHOUT_AWS, self->year);
}

static void
draw_dots (const Outcomes *self)
{
  int place = 0;

  for (int i = 0; i < N_DOTS; i++)
    {
      place = i > 0 && self->stack[i] == self->stack[i - 1] ? place + 1 : 0;
      draw_dot (self, i, place);
    }
}

/* On one side of zero, above the plot. */
static void
label_side (const Outcomes *self,
            gboolean        profit)
{
  const SoulsFrame *frame = &self->area.frame;
  const SoulsWords *words = self->area.words;
  const char *const *pattern = profit ? earning : losing;
  int n = profit ? self->n_earning : N_DOTS - self->n_earning;
  double x = souls_across_x (&self->area, 0.0) + (profit ? 1.0 : -1.0) * frame->grid;
  SoulsTextStyle style = { .color = SOULS_COLOR_STORES, .em = 1.0, .bold = TRUE,
                           .anchor_x = profit ? 0.0 : 1.0, .tabular = TRUE };
  g_autofree char *number = souls_words_number (words, n, 0);
  g_autofree char *text =
    n == 0 || n == N_DOTS
      ? g_strdup (souls_words_say (words, profit ? earning_alone : losing_alone))
      : souls_fill_plural (words, pattern[0], pattern[1], n, number, NULL);

  /* Beside an axis that begins at zero there is no room to the left, and nothing to name. */
  if (!profit && x - souls_draft_text_width (self->draft, text, style) < frame->body.x)
    {
      if (n == 0)
        return;
      x = frame->body.x;
      style.anchor_x = 0.0;
    }
  souls_draft_try_text (self->draft, NULL, text, x, frame->body.y, style);
}

/* The row of labels over the plot. */
static SoulsBox
get_label_row (const Outcomes *self)
{
  const SoulsFrame *frame = &self->area.frame;

  return (SoulsBox) { frame->body.x, frame->plot.y - frame->line - frame->grid / 3.0,
                      frame->body.width, frame->line };
}

/* Writes over a line what it is, clear of @taken, px; returns what is taken then. */
static SoulsRange
label_line (const Outcomes *self,
            double          value,
            const char     *pattern,
            SoulsColor      color,
            SoulsRange      taken)
{
  const double gap = self->area.frame.grid;
  SoulsBox row = get_label_row (self);
  g_autofree char *amount = souls_words_money (self->area.words, value);
  g_autofree char *text = souls_fill (self->area.words, pattern, amount, NULL);
  SoulsTextStyle style = { .color = color, .em = 0.85, .anchor_x = 0.5, .anchor_y = 1.0,
                           .tabular = TRUE };
  double half = souls_draft_text_width (self->draft, text, style) / 2.0;
  double x = MAX (MIN (souls_across_x (&self->area, value), souls_box_right (row) - half),
                  row.x + half);

  if (x + half + gap > taken.min && x - half - gap < taken.max)
    return taken;
  souls_draft_try_text (self->draft, NULL, text, x, souls_box_bottom (row), style);
  return (SoulsRange) { x - half, x + half };
}

static void
add_share_target (const Outcomes *self)
{
  const SoulsChartInput *input = self->draft->input;
  const SoulsFrame *frame = &self->area.frame;
  SoulsBox box = { souls_across_x (&self->area, 0.0), frame->body.y, 0.0, frame->line };
  g_autofree char *worlds = souls_worlds_number (self->draft->input);
  g_autofree char *share = souls_words_percent_with (input->words, self->share, 1);
  g_autofree char *error = souls_words_percent_with (
    input->words,
    souls_simulation_get_positive_error (input->simulation, SOULS_METRIC_WITHOUT_AWS, self->t), 2);
  g_autofree char *value = souls_fill (input->words, share_pattern, share, worlds, error, NULL);

  souls_draft_add_target (self->draft, box, KEY_SHARE, souls_words_say (input->words, share_name),
                          value, SOULS_METRIC_WITHOUT_AWS, self->year);
}

static void
add_line_targets (const Outcomes *self)
{
  const SoulsChartInput *input = self->draft->input;
  SoulsBox row = get_label_row (self);
  SoulsBox box = { souls_across_x (&self->area, self->median), row.y, 0.0, row.height };
  g_autofree char *money = souls_words_money_full (input->words, self->median);
  g_autofree char *median = souls_fill (input->words, simulated_pattern, money, NULL);
  g_autofree char *baseline = NULL;

  if (!isnan (self->baseline))
    {
      SoulsBox ghost = { souls_across_x (&self->area, self->baseline), row.y, 0.0, row.height };

      baseline = souls_value_in_words (input, SOULS_ORIGIN_BASELINE, SOULS_METRIC_WITHOUT_AWS,
                                       self->year);
      souls_draft_add_target (self->draft, ghost, KEY_BASELINE,
                              souls_words_say (input->words, ghost_name), baseline,
                              SOULS_METRIC_WITHOUT_AWS, self->year);
    }
  souls_draft_add_target (self->draft, box, KEY_MEDIAN, souls_words_say (input->words, median_name),
                          median, SOULS_METRIC_WITHOUT_AWS, self->year);
}

static void
draw_lines (const Outcomes *self)
{
  souls_across_add_rule (&self->area, self->draft, self->median,
                         (SoulsStyle) { .stroke = SOULS_COLOR_DIM, .line_width = self->area.unit });
  if (!isnan (self->baseline))
    souls_across_add_rule (&self->area, self->draft, self->baseline,
                           (SoulsStyle) { .stroke = SOULS_COLOR_GHOST, .dashed = TRUE });
}

static void
draw_words (const Outcomes *self)
{
  SoulsRange taken = { G_MAXDOUBLE, -G_MAXDOUBLE };

  taken = label_line (self, self->median, median_pattern, SOULS_COLOR_TEXT, taken);
  if (!isnan (self->baseline))
    label_line (self, self->baseline, baseline_pattern, SOULS_COLOR_DIM, taken);
  label_side (self, TRUE);
  label_side (self, FALSE);
}

/* Dots stand on the axis. */
static void
draw_ground (const Outcomes *self)
{
  const SoulsBox *plot = &self->area.frame.plot;
  double y = souls_box_bottom (*plot);
  SoulsPoint ends[2] = { { plot->x, y }, { souls_box_right (*plot), y } };

  souls_scene_add_line (self->draft->scene, ends, 2, (SoulsStyle) { .stroke = SOULS_COLOR_GRID });
}

void
souls_outcomes_layout (SoulsDraft *draft)
{
  Outcomes self = { .draft = draft };
  SoulsFrame *frame = &self.area.frame;
  double margin;

  g_return_if_fail (draft->input->simulation != NULL);

  collect (&self);
  open_area (&self);
  souls_area_reserve_rows (&self.area, 2.0 * frame->line + frame->grid / 3.0,
                           souls_across_row_height (&self.area));
  margin = MAX (MARGIN_EMS * self.area.em, frame->plot.width / (2.0 * MOST_BESIDE));
  souls_across_set_values (&self.area, draft, get_range (&self), margin, margin);
  souls_across_add_grid (&self.area, draft);
  draw_ground (&self);
  if (!self.has_result)
    return;
  fit_dots (&self);
  draw_lines (&self);
  add_share_target (&self);
  add_line_targets (&self);
  draw_dots (&self);
  draw_words (&self);
}
