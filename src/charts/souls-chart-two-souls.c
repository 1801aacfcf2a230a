/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "souls-chart-area.h"

#include <math.h>

/* Beyond this share of a tiny profit the picture would show nothing but a tower: amounts say
 * more. */
#define MOST_SHARE 5.0

enum
{
  SOUL_STORES,
  SOUL_AWS,
  N_SOULS
};

/*
 * Soul:
 * @name: marked for translation
 */
typedef struct
{
  const char *name;
  SoulsColor color;
  SoulsMetric sales;
  SoulsMetric income;
} Soul;

/* From zero outwards. */
static const Soul souls[N_SOULS] = {
  [SOUL_STORES] = { N_("Stores"), SOULS_COLOR_STORES, SOULS_METRIC_SALES_STORES,
                    SOULS_METRIC_INCOME_STORES },
  [SOUL_AWS] = { N_("AWS"), SOULS_COLOR_AWS, SOULS_METRIC_SALES_AWS, SOULS_METRIC_INCOME_AWS },
};

enum
{
  SIDE_SALES,
  SIDE_INCOME,
  N_SIDES
};

static const char *const side_names[N_SIDES] = { N_("Net sales"), N_("Operating income") };
static const SoulsMetric totals[N_SIDES] = { SOULS_METRIC_SALES_TOTAL, SOULS_METRIC_INCOME_TOTAL };

/* Who earns and who loses; shares are never of a loss of both. */
typedef enum
{
  CASE_BOTH_EARN,
  CASE_STORES_LOSE,
  CASE_AWS_LOSES,
  CASE_BOTH_LOSE,
  N_CASES
} Case;

/* Translators: %1$s is AWS's share of sales, %2$s its share of operating income, %3$s a fiscal
 * year. */
static const char *const share_findings[2][N_CASES] = {
  {
    [CASE_BOTH_EARN] = N_("AWS: %1$s of sales, %2$s of operating income in fiscal %3$s."),
    [CASE_STORES_LOSE] = N_(
      "AWS: %1$s of sales, %2$s of operating income in fiscal %3$s, because the stores lost money."),
    [CASE_AWS_LOSES] = N_(
      "AWS: %1$s of sales in fiscal %3$s, but it lost money: all operating income came from the stores."),
  },
  {
    [CASE_BOTH_EARN] = N_("AWS: %1$s of sales, %2$s of operating income in fiscal %3$s."),
    [CASE_STORES_LOSE] = N_(
      "AWS: %1$s of sales, %2$s of operating income in fiscal %3$s, because the stores would lose money."),
    [CASE_AWS_LOSES] = N_(
      "AWS: %1$s of sales in fiscal %3$s, but it would lose money: all operating income would come from the stores."),
  },
};

/* Translators: where there is no profit to share: %1$s is a fiscal year, %2$s and %3$s what AWS and
 * the stores earned or lost, without a sign. They never both earn. */
static const char *const amount_findings[2][N_CASES] = {
  {
    [CASE_STORES_LOSE] =
      N_("Fiscal %1$s had no profit to share: AWS earned %2$s, the stores lost %3$s."),
    [CASE_AWS_LOSES] =
      N_("Fiscal %1$s had no profit to share: AWS lost %2$s, the stores earned %3$s."),
    [CASE_BOTH_LOSE] =
      N_("Fiscal %1$s had no profit to share: AWS lost %2$s, the stores lost %3$s."),
  },
  {
    [CASE_STORES_LOSE] = N_(
      "Fiscal %1$s would have no profit to share: AWS would earn %2$s, the stores would lose %3$s."),
    [CASE_AWS_LOSES] = N_(
      "Fiscal %1$s would have no profit to share: AWS would lose %2$s, the stores would earn %3$s."),
    [CASE_BOTH_LOSE] = N_(
      "Fiscal %1$s would have no profit to share: AWS would lose %2$s, the stores would lose %3$s."),
  },
};

/* Translators: the same where the profit is so small that shares of it say nothing: one earns what
 * the other loses. */
static const char *const tiny_findings[2][N_CASES] = {
  {
    [CASE_STORES_LOSE] =
      N_("Fiscal %1$s had hardly any profit to share: AWS earned %2$s, the stores lost %3$s."),
    [CASE_AWS_LOSES] =
      N_("Fiscal %1$s had hardly any profit to share: AWS lost %2$s, the stores earned %3$s."),
  },
  {
    [CASE_STORES_LOSE] = N_(
      "Fiscal %1$s would have hardly any profit to share: AWS would earn %2$s, the stores would lose %3$s."),
    [CASE_AWS_LOSES] = N_(
      "Fiscal %1$s would have hardly any profit to share: AWS would lose %2$s, the stores would earn %3$s."),
  },
};

/* Translators: for who does not see the chart: a fiscal year, then shares of sales and of operating
 * income. */
static const char *const share_description = N_(
  "Fiscal %1$s: AWS has %2$s of net sales and %3$s of operating income, the stores %4$s and %5$s.");
static const char *const amount_description =
  N_("Operating income in fiscal %1$s: AWS %2$s, stores %3$s, together %4$s.");

static const char *const share_measure =
  N_("Share of net sales and of operating income, fiscal %1$s");
static const char *const amount_measure =
  N_("Operating income, fiscal %1$s: amounts, because shares need a profit");
static const char *const no_result = N_("There is no result for fiscal %1$s.");
static const char *const together_name = N_("Together");
/* Translators: what a mark of the chart is: a name and what it is measured by. */
static const char *const part_name = N_("%1$s, %2$s");

#define KEY(side, soul) ((guint) (side) * N_SOULS + (guint) (soul) + 1u)
#define KEY_TOGETHER 10
#define KEY_GHOST 20

/*
 * Part:
 *
 * Where a share starts and ends, from zero outwards.
 */
typedef struct
{
  double from;
  double to;
} Part;

/*
 * Shares:
 * @share: by side and soul, fractions; NAN where there is no whole
 */
typedef struct
{
  double share[N_SIDES][N_SOULS];
} Shares;

static double
get_value (const SoulsDraft *draft,
           SoulsMetric       metric)
{
  return souls_draft_value (draft, SOULS_ORIGIN_SCENARIO, metric, draft->input->year);
}

static SoulsMetric
get_metric (int side,
            int soul)
{
  return side == SIDE_SALES ? souls[soul].sales : souls[soul].income;
}

static Shares
compute_shares (const SoulsDraft *draft,
                SoulsOrigin       origin)
{
  Shares self;

  for (int side = 0; side < N_SIDES; side++)
    {
      double whole = souls_draft_value (draft, origin, totals[side], draft->input->year);

      for (int soul = 0; soul < N_SOULS; soul++)
        self.share[side][soul] =
          whole > 0.0
            ? souls_draft_value (draft, origin, get_metric (side, soul), draft->input->year) / whole
            : NAN;
    }
  return self;
}

/* Whether shares can be drawn: there is a profit, and it is not a crumb of what was earned and
 * lost. */
static gboolean
are_drawable (const Shares *self)
{
  for (int side = 0; side < N_SIDES; side++)
    for (int soul = 0; soul < N_SOULS; soul++)
      if (!(fabs (self->share[side][soul]) <= MOST_SHARE))
        return FALSE;
  return TRUE;
}

/* Positive shares pile up, negative ones hang below zero. */
static void
stack (const Shares *self,
       int           side,
       Part          part[N_SOULS])
{
  double up = 0.0;
  double down = 0.0;

  for (int soul = 0; soul < N_SOULS; soul++)
    {
      double share = self->share[side][soul];
      double *edge = share < 0.0 ? &down : &up;

      part[soul] = (Part) { *edge, *edge + share };
      *edge += share;
    }
}

static SoulsRange
get_share_range (const Shares *self)
{
  SoulsRange range = { 0.0, 1.0 };
  Part part[N_SOULS];

  for (int side = 0; side < N_SIDES; side++)
    {
      stack (self, side, part);
      for (int soul = 0; soul < N_SOULS; soul++)
        range = souls_range_include (range, part[soul].to);
    }
  return range;
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
say_share_finding (const SoulsDraft *draft,
                   const Shares     *shares)
{
  const SoulsChartInput *input = draft->input;
  const double *income = shares->share[SIDE_INCOME];
  Case what = judge (income[SOUL_AWS], income[SOUL_STORES]);
  gboolean projected = souls_input_is_projected (input, input->year);
  g_autofree char *year = souls_year_text (input->year);
  g_autofree char *sales_text =
    souls_words_percent_with (input->words, shares->share[SIDE_SALES][SOUL_AWS], 0);
  g_autofree char *income_text = souls_words_percent_with (input->words, income[SOUL_AWS], 0);

  return souls_fill (input->words, share_findings[projected ? 1 : 0][what], sales_text, income_text,
                     year, NULL);
}

static char *
say_amount_finding (const SoulsDraft *draft)
{
  const SoulsChartInput *input = draft->input;
  double aws = get_value (draft, SOULS_METRIC_INCOME_AWS);
  double stores = get_value (draft, SOULS_METRIC_INCOME_STORES);
  int projected = souls_input_is_projected (input, input->year) ? 1 : 0;
  Case what = judge (aws, stores);
  const char *pattern =
    aws + stores > 0.0 ? tiny_findings[projected][what] : amount_findings[projected][what];
  g_autofree char *year = souls_year_text (input->year);
  g_autofree char *aws_text = souls_amount (input->words, aws);
  g_autofree char *stores_text = souls_amount (input->words, stores);

  /* Both at zero: neither earned nor lost, and no pattern for it. */
  if (isnan (aws) || isnan (stores) || !pattern)
    return souls_fill (input->words, no_result, year, NULL);
  return souls_fill (input->words, pattern, year, aws_text, stores_text, NULL);
}

static char *
say_share_description (const SoulsDraft *draft,
                       const Shares     *shares)
{
  const SoulsWords *words = draft->input->words;
  g_autofree char *year = souls_year_text (draft->input->year);
  g_autofree char *aws_sales = souls_words_percent (words, shares->share[SIDE_SALES][SOUL_AWS]);
  g_autofree char *aws_income = souls_words_percent (words, shares->share[SIDE_INCOME][SOUL_AWS]);
  g_autofree char *stores_sales =
    souls_words_percent (words, shares->share[SIDE_SALES][SOUL_STORES]);
  g_autofree char *stores_income =
    souls_words_percent (words, shares->share[SIDE_INCOME][SOUL_STORES]);

  return souls_fill (words, share_description, year, aws_sales, aws_income, stores_sales,
                     stores_income, NULL);
}

static char *
say_amount_description (const SoulsDraft *draft)
{
  const SoulsWords *words = draft->input->words;
  g_autofree char *year = souls_year_text (draft->input->year);
  g_autofree char *aws = souls_words_money (words, get_value (draft, SOULS_METRIC_INCOME_AWS));
  g_autofree char *stores =
    souls_words_money (words, get_value (draft, SOULS_METRIC_INCOME_STORES));
  g_autofree char *together =
    souls_words_money (words, get_value (draft, SOULS_METRIC_INCOME_TOTAL));

  return souls_fill (words, amount_description, year, aws, stores, together, NULL);
}

/* @shares: or NULL for amounts */
static void
open_area (SoulsArea    *area,
           SoulsDraft   *draft,
           const Shares *shares)
{
  const SoulsChartInput *input = draft->input;
  g_autofree char *year = souls_year_text (input->year);
  g_autofree char *what =
    souls_fill (input->words, shares ? share_measure : amount_measure, year, NULL);
  g_autofree char *subtitle =
    souls_subtitle (input, what, FALSE, souls_input_is_projected (input, input->year));
  g_autofree char *finding =
    shares ? say_share_finding (draft, shares) : say_amount_finding (draft);
  g_autofree char *spoken =
    shares ? say_share_description (draft, shares) : say_amount_description (draft);

  souls_area_open (area, draft, finding, subtitle, spoken);
}

/* A row of names under columns, of up to two lines. */
static SoulsTextStyle
style_name (double width)
{
  return (SoulsTextStyle) {
    .color = SOULS_COLOR_TEXT, .em = 1.0, .anchor_x = 0.5, .max_width = width, .max_lines = 2
  };
}

static double
measure_name (SoulsDraft *draft,
              const char *name,
              double      width)
{
  return ceil (souls_scene_measure_text (draft->scene, souls_words_say (draft->input->words, name),
                                         style_name (width)).height);
}

static char *
say_share (const SoulsDraft *draft,
           double            share)
{
  return souls_words_percent_with (draft->input->words, share, 0);
}

/* What both bars need: their places and the room for labels at the outer sides. */
typedef struct
{
  SoulsDraft *draft;
  SoulsArea area;
  const Shares *shares;
  double x[N_SIDES];
  double width;
  double label_width;
} Pair;

static void
draw_bands (const Pair *self)
{
  Part part[N_SIDES][N_SOULS];

  for (int side = 0; side < N_SIDES; side++)
    stack (self->shares, side, part[side]);
  for (int soul = 0; soul < N_SOULS; soul++)
    {
      SoulsBox from =
        souls_area_bar_box (&self->area, 0.0, 0.0, part[0][soul].from, part[0][soul].to);
      SoulsBox to =
        souls_area_bar_box (&self->area, 0.0, 0.0, part[1][soul].from, part[1][soul].to);

      souls_scene_add_ribbon (self->draft->scene, self->x[0] + self->width, from.y,
                              souls_box_bottom (from), self->x[1], to.y, souls_box_bottom (to),
                              (SoulsStyle) { .fill = souls[soul].color, .opacity = 0.25 });
    }
}

static void
draw_bar (const Pair *self,
          int         side)
{
  const SoulsChartInput *input = self->draft->input;
  Part part[N_SOULS];

  stack (self->shares, side, part);
  for (int soul = 0; soul < N_SOULS; soul++)
    {
      SoulsMetric metric = get_metric (side, soul);
      gboolean is_end = soul == SOUL_AWS || part[SOUL_AWS].from != part[soul].to;
      g_autofree char *value =
        souls_share_in_words (input, metric, input->year, self->shares->share[side][soul]);
      g_autofree char *name =
        souls_fill (input->words, part_name, souls_words_say (input->words, souls[soul].name),
                    souls_words_say (input->words, side_names[side]), NULL);

      souls_area_add_bar (&self->area, self->draft, self->x[side], self->width, part[soul].from,
                          part[soul].to, (SoulsStyle) { .fill = souls[soul].color }, is_end);
      souls_draft_add_target (self->draft,
                              souls_area_bar_box (&self->area, self->x[side], self->width,
                                                  part[soul].from, part[soul].to),
                              KEY (side, soul), name, value, metric, input->year);
    }
}

static SoulsMarkLabel
get_label (const Pair *self,
           int         side,
           int         soul,
           const char *share)
{
  return (SoulsMarkLabel) { souls_words_say (self->area.words, souls[soul].name), share,
                            souls[soul].color, .anchor_x = side == SIDE_SALES ? 1.0 : 0.0,
                            .max_width = floor (self->area.frame.body.width * SOULS_LABELS_PART) };
}

/* Name and share beside a bar's parts, at its outer side. */
static void
label_bar (const Pair *self,
           int         side)
{
  double away = self->area.frame.grid;
  double x = side == SIDE_SALES ? self->x[side] - away : self->x[side] + self->width + away;
  SoulsMarkLabel labels[N_SOULS];
  double wanted[N_SOULS];
  char *shares[N_SOULS];
  Part part[N_SOULS];

  stack (self->shares, side, part);
  for (int soul = 0; soul < N_SOULS; soul++)
    {
      shares[soul] = say_share (self->draft, self->shares->share[side][soul]);
      labels[soul] = get_label (self, side, soul, shares[soul]);
      wanted[soul] = souls_area_y (&self->area, (part[soul].from + part[soul].to) / 2.0);
    }
  souls_area_place_labels (&self->area, self->draft, labels, wanted, N_SOULS, x);
  for (int soul = 0; soul < N_SOULS; soul++)
    g_free (shares[soul]);
}

/* The seam between the two souls as it would be at baseline. */
static void
draw_seam (const Pair   *self,
           const Shares *baseline,
           int           side)
{
  const SoulsChartInput *input = self->draft->input;
  double wider = self->area.frame.grid / 2.0;
  SoulsMetric metric = get_metric (side, SOUL_AWS);
  double share = baseline->share[side][SOUL_AWS];
  double y = souls_area_y (&self->area, 1.0 - share);
  SoulsPoint ends[2] = { { self->x[side] - wider, y }, { self->x[side] + self->width + wider, y } };
  g_autofree char *name = NULL;
  g_autofree char *value = NULL;

  if (isnan (share))
    return;
  name = souls_fill (input->words, part_name, souls_words_say (input->words, souls[SOUL_AWS].name),
                     souls_words_say (input->words, side_names[side]), NULL);
  value = souls_value_in_words (input, SOULS_ORIGIN_BASELINE, metric, input->year);
  souls_scene_add_line (self->draft->scene, ends, 2,
                        (SoulsStyle) { .stroke = SOULS_COLOR_GHOST, .dashed = TRUE });
  souls_draft_add_target (self->draft, (SoulsBox) { ends[0].x, y, ends[1].x - ends[0].x, 0.0 },
                          KEY_GHOST + (guint) side, name, value, metric, input->year);
}

static double
measure_labels (const Pair *self)
{
  double width = 0.0;

  for (int side = 0; side < N_SIDES; side++)
    for (int soul = 0; soul < N_SOULS; soul++)
      {
        g_autofree char *share = say_share (self->draft, self->shares->share[side][soul]);
        SoulsMarkLabel label = get_label (self, side, soul, share);

        width = MAX (width, souls_draft_label_width (self->draft, &label));
      }
  return width;
}

/* Under each bar what it measures and how much the whole is. */
static void
draw_names (const Pair *self,
            double      width,
            double      height)
{
  const SoulsFrame *frame = &self->area.frame;
  double y = souls_box_bottom (frame->body) - height;

  for (int side = 0; side < N_SIDES; side++)
    {
      double center = self->x[side] + self->width / 2.0;
      double limit = souls_scene_get_width (self->draft->scene) - width / 2.0;
      g_autofree char *whole =
        souls_words_money (self->area.words, get_value (self->draft, totals[side]));
      SoulsTextStyle style = {
        .color = SOULS_COLOR_DIM, .em = 1.0, .tabular = TRUE, .anchor_x = 0.5, .anchor_y = 1.0
      };

      center = MIN (center, limit);
      souls_draft_try_text (self->draft, NULL, souls_words_say (self->area.words, side_names[side]),
                            center, y, style_name (width));
      souls_draft_try_text (self->draft, NULL, whole, center, souls_box_bottom (frame->body),
                            style);
    }
}

/* Sets the two bars: labels at the outer sides, the bands between the bars as wide as one of
 * them. */
static void
place_bars (Pair *self)
{
  const SoulsBox *plot = &self->area.frame.plot;
  double grid = self->area.frame.grid;
  double inner = MAX (plot->width - 2.0 * (self->label_width + grid), 3.0);

  self->width = floor (inner / 3.2);
  self->x[SIDE_SALES] = ceil (plot->x + self->label_width + grid);
  self->x[SIDE_INCOME] = floor (self->x[SIDE_SALES] + inner - self->width);
}

static void
lay_out_shares (SoulsDraft   *draft,
                const Shares *shares,
                const Shares *baseline)
{
  Pair self = { .draft = draft, .shares = shares };
  SoulsArea *area = &self.area;
  SoulsRange range = get_share_range (shares);
  double width, height;

  open_area (area, draft, shares);
  self.label_width = measure_labels (&self) + area->frame.grid;
  if (baseline)
    range = souls_range_union (range, get_share_range (baseline));
  width = area->frame.body.width / 2.6;
  height =
    MAX (measure_name (draft, side_names[0], width), measure_name (draft, side_names[1], width)) +
    area->frame.line;
  souls_area_reserve_rows (area, area->frame.grid, height + area->frame.grid);
  souls_area_set_values (area, draft, SOULS_AXIS_PERCENT, range);
  place_bars (&self);

  souls_frame_add_grid (&area->frame, draft->scene);
  draw_bands (&self);
  for (int side = 0; side < N_SIDES; side++)
    draw_bar (&self, side);
  souls_frame_add_zero (&area->frame, draft->scene);
  for (int side = 0; side < N_SIDES && baseline; side++)
    draw_seam (&self, baseline, side);
  for (int side = 0; side < N_SIDES; side++)
    label_bar (&self, side);
  draw_names (&self, width, height);
}

/* What the baseline has instead; NAN where there is nothing to compare. */
static double
get_ghost (const SoulsDraft *draft,
           SoulsMetric       metric)
{
  const SoulsChartInput *input = draft->input;

  return input->moved && souls_input_is_projected (input, input->year)
         ? souls_draft_value (draft, SOULS_ORIGIN_BASELINE, metric, input->year) : NAN;
}

/* Where there is no profit: AWS, the stores and both together as three bars. */
static void
draw_amount (const SoulsArea      *area,
             SoulsDraft           *draft,
             const SoulsBandScale *bands,
             guint                 index,
             const Soul           *soul)
{
  const SoulsChartInput *input = draft->input;
  double value = get_value (draft, soul->income);
  double x = souls_band_scale_start (bands, index);
  double away = area->frame.grid / 2.0;
  const char *name = souls_words_say (input->words, soul->name);
  SoulsTextStyle style = { .color = soul->color,
                           .em = 1.0,
                           .bold = TRUE,
                           .tabular = TRUE,
                           .anchor_x = 0.5,
                           .anchor_y = value < 0.0 ? 0.0 : 1.0 };
  double names =
    souls_box_bottom (area->frame.body) - measure_name (draft, soul->name, bands->step);
  g_autofree char *text = souls_words_money (input->words, value);
  g_autofree char *full =
    souls_value_in_words (input, SOULS_ORIGIN_SCENARIO, soul->income, input->year);

  souls_draft_try_text (draft, NULL, name, souls_band_scale_center (bands, index), names,
                        style_name (bands->step));
  if (isnan (value))
    return;
  souls_area_add_bar (area, draft, x, bands->band, 0.0, value, (SoulsStyle) { .fill = soul->color },
                      TRUE);
  souls_area_add_bar (area, draft, x - away, bands->band + 2.0 * away, 0.0,
                      get_ghost (draft, soul->income),
                      (SoulsStyle) { .stroke = SOULS_COLOR_GHOST, .dashed = TRUE }, FALSE);
  souls_draft_try_text (draft, NULL, text, souls_band_scale_center (bands, index),
                        souls_area_y (area, value) + (value < 0.0 ? away : -away), style);
  souls_draft_add_target (draft, souls_area_bar_box (area, x, bands->band, 0.0, value),
                          KEY_TOGETHER + index, name, full, soul->income, input->year);
}

static void
lay_out_amounts (SoulsDraft *draft)
{
  const Soul bars[] = {
    souls[SOUL_AWS],
    souls[SOUL_STORES],
    { together_name, SOULS_COLOR_COMPANY, SOULS_METRIC_SALES_TOTAL, SOULS_METRIC_INCOME_TOTAL },
  };
  SoulsRange range = souls_range_include (souls_range_empty (), 0.0);
  SoulsBandScale bands;
  SoulsArea area;
  double line;

  open_area (&area, draft, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (bars); i++)
    {
      range = souls_range_include (range, get_value (draft, bars[i].income));
      range = souls_range_include (range, get_ghost (draft, bars[i].income));
    }
  line = area.frame.line + area.frame.grid;
  souls_area_reserve_rows (&area, line, line + line);
  souls_area_set_values (&area, draft, SOULS_AXIS_MONEY, range);
  bands = souls_band_scale (G_N_ELEMENTS (bars), area.frame.plot.x,
                            souls_box_right (area.frame.plot), 0.5);

  souls_frame_add_grid (&area.frame, draft->scene);
  for (guint i = 0; i < G_N_ELEMENTS (bars); i++)
    draw_amount (&area, draft, &bands, i, &bars[i]);
  souls_frame_add_zero (&area.frame, draft->scene);
}

void
souls_two_souls_layout (SoulsDraft *draft)
{
  const SoulsChartInput *input = draft->input;
  Shares shares = compute_shares (draft, SOULS_ORIGIN_SCENARIO);
  Shares baseline = compute_shares (draft, SOULS_ORIGIN_BASELINE);
  gboolean has_ghost =
    input->moved && souls_input_is_projected (input, input->year) && are_drawable (&baseline);

  if (are_drawable (&shares))
    lay_out_shares (draft, &shares, has_ghost ? &baseline : NULL);
  else
    lay_out_amounts (draft);
}
