/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "souls-chart-others.h"
#include "souls-labels.h"

#include <math.h>

/* What becomes of the profit or loss with AWS when AWS goes. */
typedef enum
{
  TURN_PROFIT_TO_PROFIT,
  TURN_PROFIT_TO_LOSS,
  TURN_LOSS_TO_PROFIT,
  TURN_LOSS_TO_LOSS,
  N_TURNS
} Turn;

/* Translators: %1$s is the amount without AWS, %2$s the amount with AWS, both without a sign, %3$s
 * a fiscal year. */
static const char *const findings[SOULS_N_TENSES][N_TURNS] = {
  [SOULS_TENSE_REPORTED] = {
    [TURN_PROFIT_TO_PROFIT] = N_("Without AWS, Amazon earned %1$s of its %2$s in fiscal %3$s."),
    [TURN_PROFIT_TO_LOSS] = N_("Without AWS, Amazon would have lost %1$s in fiscal %3$s instead of earning %2$s."),
    [TURN_LOSS_TO_PROFIT] = N_("Without AWS, Amazon would have earned %1$s in fiscal %3$s instead of losing %2$s."),
    [TURN_LOSS_TO_LOSS] = N_("Without AWS, Amazon would have lost %1$s in fiscal %3$s, with AWS it lost %2$s."),
  },
  [SOULS_TENSE_IMAGINED] = {
    [TURN_PROFIT_TO_PROFIT] = N_("Without AWS, Amazon would have earned %1$s in fiscal %3$s instead of %2$s."),
    [TURN_PROFIT_TO_LOSS] = N_("Without AWS, Amazon would have lost %1$s in fiscal %3$s instead of earning %2$s."),
    [TURN_LOSS_TO_PROFIT] = N_("Without AWS, Amazon would have earned %1$s in fiscal %3$s instead of losing %2$s."),
    [TURN_LOSS_TO_LOSS] = N_("Without AWS, Amazon would have lost %1$s in fiscal %3$s, with AWS it lost %2$s."),
  },
  [SOULS_TENSE_PROJECTED] = {
    [TURN_PROFIT_TO_PROFIT] = N_("Without AWS, Amazon would earn %1$s in fiscal %3$s instead of %2$s."),
    [TURN_PROFIT_TO_LOSS] = N_("Without AWS, Amazon would lose %1$s in fiscal %3$s instead of earning %2$s."),
    [TURN_LOSS_TO_PROFIT] = N_("Without AWS, Amazon would earn %1$s in fiscal %3$s instead of losing %2$s."),
    [TURN_LOSS_TO_LOSS] = N_("Without AWS, Amazon would lose %1$s in fiscal %3$s, with AWS it would lose %2$s."),
  },
};

/* Translators: for who does not see the chart; %1$s is a fiscal year, the rest are amounts of money
 * with their signs. */
static const char *const description = N_(
  "Operating income in fiscal %1$s: %2$s with AWS, of which the stores %3$s and AWS %4$s; %5$s without AWS.");
static const char *const rung_description = N_(
  "Operating income in fiscal %1$s: %2$s with AWS, of which the stores %3$s and AWS %4$s; %5$s without AWS (%6$s).");

static const char *const measure = N_("Operating income, fiscal %1$s");
static const char *const no_result = N_("There is no result for fiscal %1$s.");
static const char *const with_name = N_("With AWS");
static const char *const without_name = N_("Without AWS");
static const char *const stores_name = N_("Stores");
static const char *const aws_name = N_("AWS");

/* Translators: under a column that takes one more thing off, besides all that the columns before it
 * do; %1$s is a name such as "stranded costs". */
static const char *const step_name = N_("+ %1$s");

/* With AWS, then the rungs from arithmetic down. */
#define MAX_COLUMNS (1 + SOULS_N_RUNGS)

#define KEY_STORES 1
#define KEY_AWS 2
#define KEY_TOTAL 3
#define KEY_RUNG 10
#define KEY_GHOST 20

/*
 * Column:
 * @name: translated; owned
 * @metric: what it shows
 * @value: US$ million
 * @ghost: the same at baseline; NAN where there is no ghost
 * @key: of its target
 */
typedef struct
{
  char *name;
  SoulsMetric metric;
  double value;
  double ghost;
  guint key;
} Column;

/*
 * Picture:
 * @column: from left to right
 * @n: how many columns
 * @stores: the stores' part of the first column
 * @aws: AWS's part of the first column
 * @name_width: px that a column's name may take
 */
typedef struct
{
  Column column[MAX_COLUMNS];
  guint n;
  double stores;
  double aws;
  double name_width;
} Picture;

static double
get_value (const SoulsDraft *draft,
           SoulsMetric       metric)
{
  return souls_draft_value (draft, SOULS_ORIGIN_SCENARIO, metric, draft->input->year);
}

/* @name: (transfer full) */
static void
add_column (Picture          *self,
            const SoulsDraft *draft,
            char             *name,
            SoulsMetric       metric,
            guint             key)
{
  const SoulsChartInput *input = draft->input;
  gboolean has_ghost = input->moved && souls_input_is_projected (input, input->year);

  self->column[self->n++] = (Column) {
    .name = name,
    .metric = metric,
    .value = get_value (draft, metric),
    .ghost =
      has_ghost ? souls_draft_value (draft, SOULS_ORIGIN_BASELINE, metric, input->year) : NAN,
    .key = key,
  };
}

static void
add_rung (Picture          *self,
          const SoulsDraft *draft,
          SoulsRung         rung)
{
  const SoulsWords *words = draft->input->words;
  char *name =
    rung == SOULS_RUNG_ARITHMETIC
      ? g_strdup (souls_words_say (words, without_name))
      : souls_fill (words, step_name, souls_words_say (words, souls_rung_name (rung)), NULL);

  add_column (self, draft, name, souls_rung_metric (rung), KEY_RUNG + (guint) rung);
}

static void
clear_columns (Picture *self)
{
  for (guint i = 0; i < self->n; i++)
    g_clear_pointer (&self->column[i].name, g_free);
  self->n = 0;
}

/* With AWS, then every rung down to the chosen one; or, @briefly, only the first and the chosen
 * one. */
static void
collect_columns (Picture          *self,
                 const SoulsDraft *draft,
                 gboolean          briefly)
{
  int last = (int) souls_input_rung (draft->input);

  clear_columns (self);
  self->stores = get_value (draft, SOULS_METRIC_INCOME_STORES);
  self->aws = get_value (draft, SOULS_METRIC_INCOME_AWS);
  add_column (self, draft, g_strdup (souls_words_say (draft->input->words, with_name)),
              SOULS_METRIC_INCOME_TOTAL, KEY_TOTAL);
  for (int rung = 0; rung <= last; rung++)
    if (rung == 0 || rung == last || !briefly)
      add_rung (self, draft, (SoulsRung) rung);
}

static SoulsRange
get_range (const Picture *self)
{
  SoulsRange range = souls_range_include (souls_range_empty (), 0.0);

  range = souls_range_include (range, fmax (self->stores, 0.0) + fmax (self->aws, 0.0));
  range = souls_range_include (range, fmin (self->stores, 0.0) + fmin (self->aws, 0.0));
  for (guint i = 0; i < self->n; i++)
    {
      range = souls_range_include (range, self->column[i].value);
      range = souls_range_include (range, self->column[i].ghost);
    }
  return range;
}

static char *
say_finding (const SoulsDraft *draft)
{
  const SoulsChartInput *input = draft->input;
  double with = get_value (draft, SOULS_METRIC_INCOME_TOTAL);
  double without = get_value (draft, SOULS_METRIC_WITHOUT_AWS);
  SoulsTense tense = souls_input_tense (input, input->year);
  Turn turn = with < 0.0 ? (without < 0.0 ? TURN_LOSS_TO_LOSS : TURN_LOSS_TO_PROFIT)
                         : (without < 0.0 ? TURN_PROFIT_TO_LOSS : TURN_PROFIT_TO_PROFIT);
  g_autofree char *year = souls_year_text (input->year);
  g_autofree char *with_text = souls_amount (input->words, with);
  g_autofree char *without_text = souls_amount (input->words, without);

  if (isnan (with) || isnan (without))
    return souls_fill (input->words, no_result, year, NULL);
  /* "of its" is only true while the rest is a part. */
  if (tense == SOULS_TENSE_REPORTED && without > with)
    tense = SOULS_TENSE_IMAGINED;
  return souls_fill (input->words, findings[tense][turn], without_text, with_text, year, NULL);
}

static char *
say_description (const SoulsDraft *draft)
{
  const SoulsChartInput *input = draft->input;
  SoulsRung rung = souls_input_rung (input);
  g_autofree char *year = souls_year_text (input->year);
  g_autofree char *with =
    souls_words_money (input->words, get_value (draft, SOULS_METRIC_INCOME_TOTAL));
  g_autofree char *stores =
    souls_words_money (input->words, get_value (draft, SOULS_METRIC_INCOME_STORES));
  g_autofree char *aws =
    souls_words_money (input->words, get_value (draft, SOULS_METRIC_INCOME_AWS));
  g_autofree char *without =
    souls_words_money (input->words, get_value (draft, SOULS_METRIC_WITHOUT_AWS));

  return souls_fill (input->words, rung > 0 ? rung_description : description, year, with, stores,
                     aws, without, souls_words_say (input->words, souls_rung_name (rung)), NULL);
}

static SoulsTextStyle
style_name (double width)
{
  return (SoulsTextStyle) {
    .color = SOULS_COLOR_TEXT, .em = 1.0, .anchor_x = 0.5, .max_width = width, .max_lines = 2
  };
}

/* The widest thing of a column that cannot break: its value, or a word of its name. */
static double
measure_words (const Picture *self,
               SoulsDraft    *draft)
{
  SoulsTextStyle bold = style_name (0.0);
  double width = 0.0;

  bold.bold = TRUE;
  for (guint i = 0; i < self->n; i++)
    {
      g_auto (GStrv) words = g_strsplit_set (self->column[i].name, " -", -1);
      g_autofree char *value = souls_words_money (draft->input->words, self->column[i].value);

      width = MAX (width, souls_draft_text_width (draft, value, bold));
      for (guint j = 0; words[j]; j++)
        width = MAX (width, souls_draft_text_width (draft, words[j], style_name (0.0)));
    }
  return width;
}

static double
measure_names (const Picture *self,
               SoulsDraft    *draft)
{
  double height = 0.0;

  for (guint i = 0; i < self->n; i++)
    height = MAX (height, souls_scene_measure_text (draft->scene, self->column[i].name,
                                                    style_name (self->name_width)).height);
  return ceil (height);
}

/* Both parts are of one sign, so that the second stands on the first. */
static gboolean
is_stacked (const Picture *self)
{
  return (self->stores < 0.0) == (self->aws < 0.0);
}

/* The parts of the first column: one on the other, or the loss down and the profit up. */
static void
draw_parts (const Picture   *self,
            const SoulsArea *area,
            SoulsDraft      *draft,
            double           x,
            double           width)
{
  const SoulsChartInput *input = draft->input;
  double foot = is_stacked (self) ? self->stores : 0.0;
  g_autofree char *stores =
    souls_value_in_words (input, SOULS_ORIGIN_SCENARIO, SOULS_METRIC_INCOME_STORES, input->year);
  g_autofree char *aws =
    souls_value_in_words (input, SOULS_ORIGIN_SCENARIO, SOULS_METRIC_INCOME_AWS, input->year);

  if (isnan (self->stores) || isnan (self->aws))
    return;
  souls_area_add_bar (area, draft, x, width, 0.0, self->stores,
                      (SoulsStyle) { .fill = SOULS_COLOR_STORES }, !is_stacked (self));
  souls_area_add_bar (area, draft, x, width, foot, foot + self->aws,
                      (SoulsStyle) { .fill = SOULS_COLOR_AWS }, TRUE);
  souls_draft_add_target (draft, souls_area_bar_box (area, x, width, 0.0, self->stores), KEY_STORES,
                          souls_words_say (input->words, stores_name), stores,
                          SOULS_METRIC_INCOME_STORES, input->year);
  souls_draft_add_target (draft, souls_area_bar_box (area, x, width, foot, foot + self->aws),
                          KEY_AWS, souls_words_say (input->words, aws_name), aws,
                          SOULS_METRIC_INCOME_AWS, input->year);
}

/* The room between the first two columns. */
static SoulsBox
get_gap (const SoulsArea      *area,
         const SoulsBandScale *bands)
{
  const SoulsFrame *frame = &area->frame;

  return (SoulsBox) { souls_band_scale_start (bands, 0) + bands->band + 2.0 * frame->grid,
                      frame->plot.y, bands->step - bands->band - 3.0 * frame->grid,
                      frame->plot.height };
}

/* Name and value of a part on the part itself, where there is no room beside it; the name alone on
 * a low one. Not on the line at @avoid, px. */
static void
try_inside (const SoulsArea      *area,
            SoulsDraft           *draft,
            SoulsBox              part,
            double                avoid,
            const SoulsMarkLabel *label)
{
  static const double places[] = { 0.5, 0.75, 0.25 };
  SoulsTextStyle style = {
    .color = label->color, .em = 1.0, .bold = TRUE, .anchor_x = 0.5, .anchor_y = 1.0
  };
  SoulsBox bounds = souls_box_inset (part, area->frame.grid / 2.0, area->frame.grid / 2.0);
  double x = part.x + part.width / 2.0;
  double line = area->frame.line;
  gboolean with_value =
    bounds.height > 4.0 * line && souls_draft_label_width (draft, label) < bounds.width;

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      double y = part.y + part.height * places[i];
      double top = y - (with_value ? line : line / 2.0);
      double bottom = y + (with_value ? line : line / 2.0);

      if (avoid > top && avoid < bottom)
        continue;
      if (!souls_draft_try_note (draft, &bounds, label->name, x, with_value ? y : bottom, style))
        continue;
      style.bold = FALSE;
      style.anchor_y = 0.0;
      if (with_value)
        souls_draft_try_note (draft, &bounds, label->value, x, y, style);
      return;
    }
}

/* The middle of a part; over one that is lower than its label, which would lie across the lines at its ends. */
static double
get_part_label_y (const SoulsArea *area,
                  SoulsBox         part,
                  double           height)
{
  if (part.height >= height)
    return part.y + part.height / 2.0;
  return part.y - (height + area->frame.grid) / 2.0;
}

/* Names and values of the two parts, to their right before the next column, or names on them. */
static void
draw_part_labels (const Picture        *self,
                  const SoulsArea      *area,
                  SoulsDraft           *draft,
                  const SoulsBandScale *bands)
{
  const SoulsWords *words = draft->input->words;
  SoulsBox bounds = get_gap (area, bands);
  double foot = is_stacked (self) ? self->stores : 0.0;
  double x = souls_band_scale_start (bands, 0);
  g_autofree char *stores = souls_words_money (words, self->stores);
  g_autofree char *aws = souls_words_money (words, self->aws);
  const SoulsMarkLabel mark[2] = {
    { souls_words_say (words, stores_name), stores, SOULS_COLOR_STORES },
    { souls_words_say (words, aws_name), aws, SOULS_COLOR_AWS },
  };
  SoulsBox part[2];
  SoulsLabel label[2];

  if (isnan (self->stores) || isnan (self->aws))
    return;
  part[0] = souls_area_bar_box (area, x, bands->band, 0.0, self->stores);
  part[1] = souls_area_bar_box (area, x, bands->band, foot, foot + self->aws);
  for (int i = 0; i < 2; i++)
    label[i] = (SoulsLabel) { get_part_label_y (area, part[i], souls_draft_label_height (draft, &mark[i])),
                              souls_draft_label_height (draft, &mark[i]), 0 };
  souls_labels_place (label, 2, (SoulsRange) { bounds.y, souls_box_bottom (bounds) },
                      area->frame.grid / 2.0);
  for (int i = 0; i < 2; i++)
    if (souls_draft_label_width (draft, &mark[i]) > bounds.width || !label[i].shown ||
        !souls_draft_try_label (draft, &bounds, &mark[i], bounds.x, label[i].placed))
      try_inside (area, draft, part[i],
                  is_stacked (self) ? NAN : souls_area_y (area, self->column[0].value), &mark[i]);
}

/* Where a label over (or under) a column begins: beyond the ghost's end, if that would cross it. */
static double
get_label_y (const SoulsArea *area,
             const Column    *column,
             double           end)
{
  gboolean below = column->value < 0.0;
  double away = area->frame.grid / 2.0;
  double y = souls_area_y (area, end);
  double ghost = souls_area_y (area, column->ghost);
  double distance = below ? ghost - y : y - ghost;

  if ((column->ghost < 0.0) == below && distance > -away && distance < area->frame.line + away)
    y = ghost;
  return y + (below ? away : -away);
}

/* The whole's amount: on the stack; or, where profit and loss leave less than the stack is high, at
 * its own level. */
static void
draw_total (const Picture   *self,
            const SoulsArea *area,
            SoulsDraft      *draft,
            double           x,
            double           width)
{
  double value = self->column[0].value;
  double y = souls_area_y (area, value);
  double away = area->frame.grid / 2.0;
  SoulsPoint ends[2] = { { x - area->frame.grid, y }, { x + width + area->frame.grid, y } };
  SoulsTextStyle style = { .color = SOULS_COLOR_COMPANY, .em = 1.0, .bold = TRUE, .tabular = TRUE };
  g_autofree char *text = souls_words_money (draft->input->words, value);

  if (isnan (value))
    return;
  if (is_stacked (self))
    {
      style.anchor_x = 0.5;
      style.anchor_y = value < 0.0 ? 0.0 : 1.0;
      souls_draft_try_text (draft, NULL, text, x + width / 2.0,
                            get_label_y (area, &self->column[0], value), style);
      return;
    }
  souls_scene_add_line (draft->scene, ends, 2, (SoulsStyle) { .stroke = SOULS_COLOR_COMPANY });
  style.anchor_x = 1.0;
  style.anchor_y = 0.5;
  if (souls_draft_try_text (draft, &area->frame.plot, text, ends[0].x - away, y, style))
    return;
  style.anchor_x = 0.5;
  style.anchor_y = 1.0;
  souls_draft_try_note (draft, NULL, text, x + width / 2.0, y - away, style);
}

/* A rung: what is left, and faint what this rung takes from the one before. */
static void
draw_rung (const Picture   *self,
           const SoulsArea *area,
           SoulsDraft      *draft,
           guint            i,
           double           x,
           double           width)
{
  double value = self->column[i].value;
  double before = i > 1 ? self->column[i - 1].value : NAN;
  double left = MAX (value, 0.0);
  double end = value < 0.0 || !(before > value) ? value : before;
  gboolean is_last = i + 1 == self->n;
  SoulsTextStyle style = { .color = SOULS_COLOR_STORES,
                           .em = 1.0,
                           .bold = is_last,
                           .tabular = TRUE,
                           .anchor_x = 0.5,
                           .anchor_y = value < 0.0 ? 0.0 : 1.0,
                           .max_width = self->name_width };
  g_autofree char *text = souls_words_money (draft->input->words, value);

  if (isnan (value))
    return;
  if (before > left)
    souls_area_add_bar (area, draft, x, width, left, before,
                        (SoulsStyle) { .fill = SOULS_COLOR_STORES, .opacity = 0.2 }, FALSE);
  souls_area_add_bar (area, draft, x, width, 0.0, value,
                      (SoulsStyle) { .fill = SOULS_COLOR_STORES }, TRUE);
  souls_draft_try_text (draft, NULL, text, x + width / 2.0,
                        get_label_y (area, &self->column[i], end), style);
}

/* Where the column would end at baseline. */
static void
draw_ghost (const SoulsArea *area,
            SoulsDraft      *draft,
            const Column    *column,
            double           x,
            double           width)
{
  const SoulsChartInput *input = draft->input;
  double wider = area->frame.grid / 2.0;
  g_autofree char *value = NULL;

  if (isnan (column->ghost))
    return;
  value = souls_value_in_words (input, SOULS_ORIGIN_BASELINE, column->metric, input->year);
  souls_area_add_bar (area, draft, x - wider, width + 2.0 * wider, 0.0, column->ghost,
                      (SoulsStyle) { .stroke = SOULS_COLOR_GHOST, .dashed = TRUE }, FALSE);
  souls_draft_add_target (
    draft, souls_area_bar_box (area, x - wider, width + 2.0 * wider, column->ghost, column->ghost),
    KEY_GHOST + column->key, column->name, value, column->metric, input->year);
}

/* The target of a column's value: its end for the first, whose parts are targets too; all of it for
 * the others. */
static void
add_column_target (const SoulsArea *area,
                   SoulsDraft      *draft,
                   const Column    *column,
                   double           x,
                   double           width)
{
  const SoulsChartInput *input = draft->input;
  SoulsBox box = souls_area_bar_box (area, x, width, column->key == KEY_TOTAL ? column->value : 0.0,
                                     column->value);
  g_autofree char *value =
    souls_value_in_words (input, SOULS_ORIGIN_SCENARIO, column->metric, input->year);

  if (!isnan (column->value))
    souls_draft_add_target (draft, box, column->key, column->name, value, column->metric,
                            input->year);
}

/* The level that one column hands to the next. */
static void
draw_steps (const Picture        *self,
            const SoulsArea      *area,
            SoulsDraft           *draft,
            const SoulsBandScale *bands)
{
  for (guint i = 0; i + 1 < self->n; i++)
    {
      double value = i == 0 ? self->stores : self->column[i].value;
      double y = souls_area_y (area, value);
      double x = souls_band_scale_start (bands, i);
      SoulsPoint ends[2] = { { x + bands->band, y }, { x + bands->step, y } };

      if (!isnan (value))
        souls_scene_add_line (
          draft->scene, ends, 2,
          (SoulsStyle) { .stroke = SOULS_COLOR_STORES, .line_width = area->unit });
    }
}

static void
draw_columns (const Picture        *self,
              const SoulsArea      *area,
              SoulsDraft           *draft,
              const SoulsBandScale *bands)
{
  double width = bands->band;
  const SoulsRung rung = souls_input_rung (draft->input);

  for (guint i = 0; i < self->n; i++)
    {
      double x = souls_band_scale_start (bands, i);

      if (i == 0)
        {
          draw_parts (self, area, draft, x, width);
          draw_total (self, area, draft, x, width);
        }
      else
        {
          draw_rung (self, area, draft, i, x, width);
        }
      draw_ghost (area, draft, &self->column[i], x, width);
      add_column_target (area, draft, &self->column[i], x, width);
      if (self->column[i].key == KEY_RUNG + (guint) rung)
        souls_area_add_handle (area, draft, x, width, self->column[i].value, self->column[i].key,
                               SOULS_METRIC_WITHOUT_AWS, draft->input->year);
    }
}

static void
draw_names (const Picture        *self,
            const SoulsArea      *area,
            SoulsDraft           *draft,
            const SoulsBandScale *bands)
{
  double y = souls_box_bottom (area->frame.body) - measure_names (self, draft);

  for (guint i = 0; i < self->n; i++)
    souls_draft_try_text (draft, NULL, self->column[i].name, souls_band_scale_center (bands, i), y,
                          style_name (self->name_width));
}

static gboolean
has_label_on_top (const Picture *self)
{
  for (guint i = 0; i < self->n; i++)
    if (self->column[i].value >= 0.0 && (i > 0 || is_stacked (self)))
      return TRUE;
  return FALSE;
}

static void
open_area (SoulsArea  *area,
           SoulsDraft *draft)
{
  const SoulsChartInput *input = draft->input;
  g_autofree char *finding = say_finding (draft);
  g_autofree char *year = souls_year_text (input->year);
  g_autofree char *what = souls_fill (input->words, measure, year, NULL);
  g_autofree char *subtitle =
    souls_subtitle (input, what, TRUE, souls_input_is_projected (input, input->year));
  g_autofree char *spoken = say_description (draft);

  souls_area_open (area, draft, finding, subtitle, spoken);
}

/* Names are measured before the value axis takes its room, which is about this many characters. */
#define AXIS_EMS 5.5

/* Names that do not fit beside each other leave out the rungs between: they are for a
 * wider chart. */
static void
fit_columns (Picture         *self,
             const SoulsArea *area,
             SoulsDraft      *draft)
{
  double width = area->frame.plot.width - AXIS_EMS * area->em;
  double room = width / self->n - area->frame.grid;

  if (measure_words (self, draft) > room)
    collect_columns (self, draft, TRUE);
  self->name_width = MAX (floor (width / self->n - area->frame.grid), 1.0);
}

static void
lay_out_multiples (SoulsDraft *draft)
{
  g_autofree char *finding = say_finding (draft);
  g_autofree char *spoken = say_description (draft);

  souls_with_without_compare (draft, finding, spoken);
}

void
souls_with_without_layout (SoulsDraft *draft)
{
  Picture picture = { .n = 0 };
  SoulsBandScale bands;
  SoulsRange range;
  SoulsArea area;
  double line;

  if (souls_with_without_compares (draft->input))
    {
      lay_out_multiples (draft);
      return;
    }
  collect_columns (&picture, draft, FALSE);
  range = get_range (&picture);
  open_area (&area, draft);
  fit_columns (&picture, &area, draft);
  line = area.frame.line + area.frame.grid / 2.0;
  souls_area_reserve_rows (&area, has_label_on_top (&picture) ? line : 0.0,
                           measure_names (&picture, draft) + area.frame.grid +
                             (range.min < 0.0 ? line : 0.0));
  souls_area_set_values (&area, draft, SOULS_AXIS_MONEY, range);
  bands = souls_band_scale (picture.n, area.frame.plot.x, souls_box_right (area.frame.plot),
                            picture.n == 2 ? 0.5 : 0.6);

  souls_frame_add_grid (&area.frame, draft->scene);
  draw_steps (&picture, &area, draft, &bands);
  draw_columns (&picture, &area, draft, &bands);
  souls_frame_add_zero (&area.frame, draft->scene);
  draw_names (&picture, &area, draft, &bands);
  draw_part_labels (&picture, &area, draft, &bands);
  clear_columns (&picture);
}
