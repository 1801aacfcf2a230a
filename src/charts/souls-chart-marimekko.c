/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "souls-chart-references.h"

#include <math.h>

enum
{
  SEGMENT_NORTH_AMERICA,
  SEGMENT_INTERNATIONAL,
  SEGMENT_AWS,
  N_SEGMENTS
};

/*
 * Segment:
 * @sales: the column's width
 * @income: its area
 * @name: marked for translation
 */
typedef struct
{
  SoulsMetric sales;
  SoulsMetric income;
  const char *name;
  SoulsColor color;
} Segment;

static const Segment segments[N_SEGMENTS] = {
  [SEGMENT_NORTH_AMERICA] = { SOULS_METRIC_SALES_NORTH_AMERICA, SOULS_METRIC_INCOME_NORTH_AMERICA,
                              N_("North America"), SOULS_COLOR_NORTH_AMERICA },
  [SEGMENT_INTERNATIONAL] = { SOULS_METRIC_SALES_INTERNATIONAL, SOULS_METRIC_INCOME_INTERNATIONAL,
                              N_("International"), SOULS_COLOR_INTERNATIONAL },
  [SEGMENT_AWS] = { SOULS_METRIC_SALES_AWS, SOULS_METRIC_INCOME_AWS, N_("AWS"), SOULS_COLOR_AWS },
};

typedef enum
{
  CASE_BOTH_EARN,
  CASE_STORES_LOSE,
  CASE_AWS_LOSES,
  CASE_BOTH_LOSE,
  N_CASES
} Case;

/* Translators: %1$s is AWS's margin, %2$s that of the stores, both without a sign: parts of their
 * sales, such as "35.4 %"; %3$s is a fiscal year. */
static const char *const findings[2][N_CASES] = {
  {
    [CASE_BOTH_EARN] =
      N_("AWS kept %1$s of its sales as profit in fiscal %3$s, the stores %2$s of theirs."),
    [CASE_STORES_LOSE] =
      N_("AWS kept %1$s of its sales as profit in fiscal %3$s, the stores lost %2$s of theirs."),
    [CASE_AWS_LOSES] =
      N_("AWS lost %1$s of its sales in fiscal %3$s, the stores kept %2$s of theirs as profit."),
    [CASE_BOTH_LOSE] = N_("AWS lost %1$s of its sales in fiscal %3$s, the stores %2$s of theirs."),
  },
  {
    [CASE_BOTH_EARN] =
      N_("AWS would keep %1$s of its sales as profit in fiscal %3$s, the stores %2$s of theirs."),
    [CASE_STORES_LOSE] = N_(
      "AWS would keep %1$s of its sales as profit in fiscal %3$s, the stores would lose %2$s of theirs."),
    [CASE_AWS_LOSES] = N_(
      "AWS would lose %1$s of its sales in fiscal %3$s, the stores would keep %2$s of theirs as profit."),
    [CASE_BOTH_LOSE] =
      N_("AWS would lose %1$s of its sales in fiscal %3$s, the stores %2$s of theirs."),
  },
};

/* Translators: for who does not see the chart: a fiscal year, then sales and operating income of
 * each, with signs. */
static const char *const description = N_(
  "Sales and operating income in fiscal %1$s: North America %2$s and %3$s, International %4$s and %5$s, AWS %6$s and %7$s.");

static const char *const measure = N_(
  "Width: sales, height: operating margin, area: operating income, fiscal %1$s");
static const char *const no_result = N_("There is no result for fiscal %1$s.");

/* Translators: a column's margin and profit: "35.4 % · $45.6 bn". */
static const char *const margin_pattern = N_("%1$s · %2$s");
/* Translators: what a target of the chart is: a segment's sales. */
static const char *const sales_name = N_("%1$s, sales");
/* Translators: before the widths' amounts, under the plot. */
static const char *const sales_word = N_("Sales");

/* Margins are drawn up to these; a segment that sells next to nothing has any margin. */
#define LEAST_MARGIN -1.0
#define GREATEST_MARGIN 1.0

#define KEY_INCOME 1u
#define KEY_SALES 10u
#define KEY_GHOST 20u
#define KEY_REFERENCE 30u

/*
 * Column:
 * @sales: US$ million, not negative; 0 where there is none
 * @income: US$ million
 * @margin: @income by @sales; NAN where there is none
 */
typedef struct
{
  double sales;
  double income;
  double margin;
} Column;

/*
 * Mekko:
 * @column: what is shown
 * @ghost: the same at baseline
 * @has_ghost: whether that is to be drawn
 * @x: px of the columns' left edges, then the last one's right edge
 * @ghost_x: the same at baseline, in the same measure
 */
typedef struct
{
  SoulsDraft *draft;
  SoulsArea area;
  Column column[N_SEGMENTS];
  Column ghost[N_SEGMENTS];
  gboolean has_ghost;
  double x[N_SEGMENTS + 1];
  double ghost_x[N_SEGMENTS + 1];
} Mekko;

static void
collect_columns (const SoulsDraft *draft,
                 SoulsOrigin       origin,
                 Column            column[N_SEGMENTS])
{
  int year = draft->input->year;

  for (int i = 0; i < N_SEGMENTS; i++)
    {
      double sales = souls_draft_value (draft, origin, segments[i].sales, year);
      double income = souls_draft_value (draft, origin, segments[i].income, year);

      column[i].sales = sales > 0.0 ? sales : 0.0;
      column[i].income = income;
      column[i].margin = sales > 0.0 ? income / sales : NAN;
    }
}

static double
sum_sales (const Column column[N_SEGMENTS])
{
  double sum = 0.0;

  for (int i = 0; i < N_SEGMENTS; i++)
    sum += column[i].sales;
  return sum;
}

static Case
judge (double aws,
       double stores)
{
  if (aws < 0.0)
    return stores < 0.0 ? CASE_BOTH_LOSE : CASE_AWS_LOSES;
  return stores < 0.0 ? CASE_STORES_LOSE : CASE_BOTH_EARN;
}

static char *
say_finding (const SoulsDraft *draft)
{
  const SoulsChartInput *input = draft->input;
  gboolean projected = souls_input_is_projected (input, input->year);
  double aws =
    souls_draft_value (draft, SOULS_ORIGIN_SCENARIO, SOULS_METRIC_MARGIN_AWS, input->year);
  double stores =
    souls_draft_value (draft, SOULS_ORIGIN_SCENARIO, SOULS_METRIC_MARGIN_STORES, input->year);
  g_autofree char *year = souls_year_text (input->year);
  g_autofree char *aws_text = souls_words_percent (input->words, fabs (aws));
  g_autofree char *stores_text = souls_words_percent (input->words, fabs (stores));

  if (isnan (aws) || isnan (stores))
    return souls_fill (input->words, no_result, year, NULL);
  return souls_fill (input->words, findings[projected ? 1 : 0][judge (aws, stores)], aws_text,
                     stores_text, year, NULL);
}

static char *
say_description (const Mekko *self)
{
  const SoulsWords *words = self->draft->input->words;
  g_autofree char *year = souls_year_text (self->draft->input->year);
  char *sales[N_SEGMENTS], *income[N_SEGMENTS];
  char *spoken;

  for (int i = 0; i < N_SEGMENTS; i++)
    {
      sales[i] = souls_words_money (words, self->column[i].sales);
      income[i] = souls_words_money (words, self->column[i].income);
    }
  spoken = souls_fill (words, description, year, sales[0], income[0], sales[1], income[1], sales[2],
                       income[2], NULL);
  for (int i = 0; i < N_SEGMENTS; i++)
    {
      g_free (sales[i]);
      g_free (income[i]);
    }
  return spoken;
}

static void
open_area (Mekko *self)
{
  const SoulsChartInput *input = self->draft->input;
  g_autofree char *year = souls_year_text (input->year);
  g_autofree char *what = souls_fill (input->words, measure, year, NULL);
  g_autofree char *subtitle =
    souls_subtitle (input, what, FALSE, souls_input_is_projected (input, input->year));
  g_autofree char *finding = say_finding (self->draft);
  g_autofree char *spoken = say_description (self);

  souls_area_open (&self->area, self->draft, finding, subtitle, spoken);
}

static SoulsRange
get_range (const Mekko *self)
{
  SoulsRange range = { 0.0, 0.05 };

  for (int i = 0; i < N_SEGMENTS; i++)
    {
      double here = self->column[i].margin;
      double before = self->has_ghost ? self->ghost[i].margin : NAN;

      if (!isnan (here))
        range = souls_range_include (range, CLAMP (here, LEAST_MARGIN, GREATEST_MARGIN));
      if (!isnan (before))
        range = souls_range_include (range, CLAMP (before, LEAST_MARGIN, GREATEST_MARGIN));
    }
  return souls_references_include (self->draft->input, SOULS_REFERENCE_OPERATING_MARGIN, range);
}

static char *
format_margin (double   value,
               double   step,
               gpointer data)
{
  const Mekko *self = data;
  double points = step * 100.0;

  return souls_words_percent_with (self->area.words, value,
                                   fabs (points - round (points)) > 1e-6 ? 1 : 0);
}

/* A held axis of money is left over from another chart. */
static gboolean
is_margin_range (const SoulsRange *held)
{
  return held && isfinite (held->min) && isfinite (held->max) && held->min < held->max &&
         held->max <= 20.0 && held->min >= -20.0;
}

/* The area's own axis of shares always reaches 100 %; margins are far from it. */
static void
set_margins (Mekko *self)
{
  SoulsFrame *frame = &self->area.frame;
  SoulsRange values = get_range (self);
  guint n = souls_frame_get_max_ticks (frame);
  double fifth = souls_ticks (souls_range_round (values, n), n).step / 5.0;
  SoulsRange range = { floor (values.min / fifth + 1e-9) * fifth + 0.0,
                       ceil (values.max / fifth - 1e-9) * fifth + 0.0 };

  souls_scene_set_range (self->draft->scene, range);
  if (is_margin_range (self->draft->frame->range))
    range = *self->draft->frame->range;
  self->area.axis = SOULS_AXIS_PERCENT;
  souls_frame_set_values (frame, self->draft->scene, range, format_margin, self);
}

/* One measure of px by $ for both, so that a baseline that sells more is wider. */
static void
place_columns (Mekko *self)
{
  const SoulsBox *plot = &self->area.frame.plot;
  double left = plot->x + self->area.frame.grid;
  double width = MAX (souls_box_right (*plot) - left, 0.0);
  double most = sum_sales (self->column);
  double sales = 0.0;
  double ghost = 0.0;

  if (self->has_ghost)
    most = MAX (most, sum_sales (self->ghost));
  for (int i = 0; i <= N_SEGMENTS; i++)
    {
      self->x[i] = left + (most > 0.0 ? sales / most * width : 0.0);
      self->ghost_x[i] = left + (most > 0.0 ? ghost / most * width : 0.0);
      if (i < N_SEGMENTS)
        {
          sales += self->column[i].sales;
          ghost += self->ghost[i].sales;
        }
    }
}

static void
draw_column (const Mekko *self,
             int          i)
{
  const SoulsChartInput *input = self->draft->input;
  const Segment *segment = &segments[i];
  const Column *column = &self->column[i];
  double gap = MIN (self->area.unit, (self->x[i + 1] - self->x[i]) / 4.0);
  double x = self->x[i] + gap;
  double width = self->x[i + 1] - self->x[i] - 2.0 * gap;
  SoulsStyle style = { .fill = segment->color,
                       .dotted =
                         souls_input_kind (input, segment->income) != SOULS_KIND_REPORTED };
  const char *name = souls_words_say (input->words, segment->name);
  g_autofree char *value = NULL;

  if (isnan (column->margin))
    return;
  value = souls_share_in_words (input, segment->income, input->year, column->margin);
  souls_area_add_bar (&self->area, self->draft, x, width, 0.0, column->margin, style, TRUE);
  souls_draft_add_target (self->draft,
                          souls_area_bar_box (&self->area, x, width, 0.0, column->margin),
                          KEY_INCOME + (guint) i, name, value, segment->income, input->year);
}

static void
draw_ghost (const Mekko *self,
            int          i)
{
  const SoulsChartInput *input = self->draft->input;
  const Segment *segment = &segments[i];
  const Column *ghost = &self->ghost[i];
  double x = self->ghost_x[i];
  double width = self->ghost_x[i + 1] - x;
  const char *name = souls_words_say (input->words, segment->name);
  g_autofree char *value = NULL;

  if (isnan (ghost->margin))
    return;
  value = souls_value_in_words (input, SOULS_ORIGIN_BASELINE, segment->income, input->year);
  souls_area_add_bar (&self->area, self->draft, x, width, 0.0, ghost->margin,
                      (SoulsStyle) { .stroke = SOULS_COLOR_GHOST, .dashed = TRUE }, FALSE);
  souls_draft_add_target (
    self->draft, souls_area_bar_box (&self->area, x, width, ghost->margin, ghost->margin),
    KEY_GHOST + (guint) i, name, value, segment->income, input->year);
}

static SoulsTextStyle
style_line (SoulsColor color,
            gboolean   bold,
            double     anchor_x)
{
  return (SoulsTextStyle) {
    .color = color, .em = 1.0, .bold = bold, .tabular = !bold, .anchor_x = anchor_x
  };
}

/* The lines of a column's label: its name; margin and profit on one line, or on two. */
typedef struct
{
  const char *line[3];
  guint n;
} Label;

static double
measure_label (const Mekko *self,
               const Label *label)
{
  double width = 0.0;

  for (guint i = 0; i < label->n; i++)
    width = MAX (width, souls_draft_text_width (self->draft, label->line[i],
                                                style_line (SOULS_COLOR_TEXT, i == 0, 0.0)));
  return ceil (width);
}

/* Whether a box is on no text, and clear of the columns other than @own. */
static gboolean
is_free (const Mekko *self,
         SoulsBox     box,
         int          own)
{
  SoulsScene *scene = self->draft->scene;
  SoulsBox whole = { 0.0, 0.0, souls_scene_get_width (scene), souls_scene_get_height (scene) };
  double gap = self->area.frame.grid / 2.0 - 0.5;
  SoulsBox wider = souls_box_inset (box, -gap, 0.0);
  SoulsBox widest = souls_box_inset (box, -2.0 * self->area.frame.grid, 0.0);

  if (!souls_box_holds (whole, box, 0.0))
    return FALSE;
  for (guint i = 0; i < souls_scene_get_n_texts (scene); i++)
    if (souls_box_overlaps (widest, souls_scene_get_text_box (scene, i)))
      return FALSE;
  for (int i = 0; i < N_SEGMENTS; i++)
    {
      SoulsBox column = souls_area_bar_box (&self->area, self->x[i], self->x[i + 1] - self->x[i],
                                            0.0, self->column[i].margin);

      if (i != own && !isnan (self->column[i].margin) && souls_box_overlaps (wider, column))
        return FALSE;
    }
  return TRUE;
}

/* Puts a label at a place if it is free there; the baseline's dashes and others' marks fade behind it. */
static gboolean
try_label (const Mekko *self,
           int          i,
           const Label *label,
           double       anchor_x,
           double       x,
           double       top)
{
  double line = self->area.frame.line;
  double width = measure_label (self, label);
  SoulsBox box = { x - anchor_x * width, top, width, label->n * line };

  if (!is_free (self, box, i))
    return FALSE;
  if (self->has_ghost || self->draft->input->references != NULL)
    souls_scene_add_rect (self->draft->scene, box, (SoulsStyle) {
      .fill = SOULS_COLOR_PAPER, .opacity = 0.9 });
  for (guint k = 0; k < label->n; k++)
    souls_scene_add_text (self->draft->scene, label->line[k], x, top + k * line,
                          style_line (segments[i].color, k == 0, anchor_x));
  return TRUE;
}

/* Where a label over the column begins to be over it, px: its top, which is zero for a loss; or the
 * baseline's top, if that would cross the label. */
static double
get_label_bottom (const Mekko *self,
                  int          i,
                  double       height)
{
  const SoulsArea *area = &self->area;
  double away = area->frame.grid / 2.0;
  double top = souls_area_y (area, MAX (self->column[i].margin, 0.0));
  double ghost;

  if (!self->has_ghost || isnan (self->ghost[i].margin))
    return top - away;
  ghost = souls_area_y (area, MAX (self->ghost[i].margin, 0.0));
  return (top > ghost && top - ghost < height + away ? ghost : top) - away;
}

/* Over the column or, where that does not go, under a loss; in its middle or at one of its
 * edges. */
static gboolean
try_at_end (const Mekko *self,
            int          i,
            const Label *label)
{
  static const double places[] = { 0.5, 1.0, 0.0 };
  const SoulsArea *area = &self->area;
  double height = label->n * area->frame.line;
  double inset = i + 1 < N_SEGMENTS ? area->frame.grid / 2.0 : 0.0;
  double left = self->x[i] + inset;
  double width = self->x[i + 1] - self->x[i] - 2.0 * inset;
  double over = get_label_bottom (self, i, height) - height;
  double under = souls_area_y (area, self->column[i].margin) + area->frame.grid / 2.0;

  for (guint k = 0; k < G_N_ELEMENTS (places); k++)
    if (try_label (self, i, label, places[k], left + places[k] * width, over))
      return TRUE;
  for (guint k = 0; k < G_N_ELEMENTS (places) && self->column[i].margin < 0.0; k++)
    if (try_label (self, i, label, places[k], left + places[k] * width, under))
      return TRUE;
  return FALSE;
}

/* Beside the column, at its end. */
static gboolean
try_beside (const Mekko *self,
            int          i,
            const Label *label)
{
  const SoulsArea *area = &self->area;
  double height = label->n * area->frame.line;
  SoulsBox column = souls_area_bar_box (area, self->x[i], self->x[i + 1] - self->x[i], 0.0,
                                        self->column[i].margin);
  double top = self->column[i].margin < 0.0 ? souls_box_bottom (column) - height : column.y;

  return try_label (self, i, label, 1.0, column.x - area->frame.grid, top) ||
         try_label (self, i, label, 0.0, souls_box_right (column) + area->frame.grid, top);
}

static void
label_column (const Mekko *self,
              int          i)
{
  const SoulsWords *words = self->area.words;
  const Column *column = &self->column[i];
  const char *name = souls_words_say (words, segments[i].name);
  g_autofree char *margin = NULL;
  g_autofree char *income = NULL;
  g_autofree char *both = NULL;

  if (isnan (column->margin))
    return;
  margin = souls_words_percent (words, column->margin);
  income = souls_words_money (words, column->income);
  both = souls_fill (words, margin_pattern, margin, income, NULL);
  {
    const Label labels[] = {
      { { name, both }, 2 }, { { name, margin, income }, 3 }, { { name, margin }, 2 }, { { name }, 1 }
    };

    for (guint k = 0; k < G_N_ELEMENTS (labels); k++)
      if (try_at_end (self, i, &labels[k]) || try_beside (self, i, &labels[k]))
        return;
  }
}

/* Under the plot how wide each column is, and what widths are. */
static void
draw_sales (const Mekko *self)
{
  const SoulsChartInput *input = self->draft->input;
  const SoulsFrame *frame = &self->area.frame;
  double y = souls_box_bottom (frame->body) - frame->line;
  SoulsTextStyle style = { .color = SOULS_COLOR_DIM, .em = 1.0, .tabular = TRUE };

  for (int i = N_SEGMENTS - 1; i >= 0; i--)
    {
      double width = self->x[i + 1] - self->x[i];
      double x = self->x[i] + width / 2.0;
      double half;
      g_autofree char *sales = NULL;
      g_autofree char *full = NULL;
      g_autofree char *name = NULL;

      if (!(self->column[i].sales > 0.0))
        continue;
      sales = souls_words_money (input->words, self->column[i].sales);
      full = souls_value_in_words (input, SOULS_ORIGIN_SCENARIO, segments[i].sales, input->year);
      name = souls_fill (input->words, sales_name, souls_words_say (input->words, segments[i].name),
                         NULL);
      style.color = segments[i].color;
      style.anchor_x = 0.5;
      half = souls_draft_text_width (self->draft, sales, style) / 2.0;
      x = MIN (x, souls_box_right (frame->body) - half);
      souls_draft_try_text (self->draft, NULL, sales, x, y, style);
      souls_draft_add_target (self->draft, (SoulsBox) { self->x[i], y, width, frame->line },
                              KEY_SALES + (guint) i, name, full, segments[i].sales, input->year);
    }
  style.color = SOULS_COLOR_DIM;
  style.anchor_x = 0.0;
  souls_draft_try_text (self->draft, NULL, souls_words_say (input->words, sales_word),
                        frame->body.x, y, style);
}

void
souls_marimekko_layout (SoulsDraft *draft)
{
  Mekko self = { .draft = draft };
  double label;

  self.has_ghost = draft->input->moved && souls_input_is_projected (draft->input, draft->input->year);
  collect_columns (draft, SOULS_ORIGIN_SCENARIO, self.column);
  if (self.has_ghost)
    collect_columns (draft, SOULS_ORIGIN_BASELINE, self.ghost);
  open_area (&self);

  label = 2.0 * self.area.frame.line + self.area.frame.grid;
  souls_area_reserve_rows (&self.area, label,
                           self.area.frame.line + self.area.frame.grid);
  souls_references_reserve (&self.area, draft, SOULS_REFERENCE_OPERATING_MARGIN);
  set_margins (&self);
  place_columns (&self);

  souls_frame_add_grid (&self.area.frame, draft->scene);
  for (int i = 0; i < N_SEGMENTS; i++)
    draw_column (&self, i);
  souls_frame_add_zero (&self.area.frame, draft->scene);
  for (int i = 0; i < N_SEGMENTS && self.has_ghost; i++)
    draw_ghost (&self, i);
  draw_sales (&self);
  souls_references_draw (&self.area, draft, SOULS_REFERENCE_OPERATING_MARGIN, KEY_REFERENCE);
  for (int i = N_SEGMENTS - 1; i >= 0; i--)
    label_column (&self, i);
}
