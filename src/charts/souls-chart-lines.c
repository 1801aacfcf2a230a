/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "souls-chart-area.h"

#include <math.h>

enum
{
  LINE_FIRST_PARTY,
  LINE_SELLERS,
  LINE_ADVERTISING,
  LINE_SUBSCRIPTIONS,
  LINE_OTHER,
  LINE_OVERHEAD,
  LINE_STORES,   /* the sum of the lines above */
  LINE_AWS,
  LINE_TOTAL,    /* stores and AWS */
  N_LINES
};

/* Lines that sell something: only these can be the best one. */
#define N_SELLING LINE_OVERHEAD

/*
 * Line:
 * @metric: its profit
 * @name: marked for translation
 * @is_sum: stands under a rule, bold
 */
typedef struct
{
  SoulsMetric metric;
  const char *name;
  SoulsColor color;
  gboolean is_sum;
} Line;

static const Line lines[N_LINES] = {
  [LINE_FIRST_PARTY] = { SOULS_METRIC_PROFIT_FIRST_PARTY, N_("First-party goods"),
                         SOULS_COLOR_FIRST_PARTY },
  [LINE_SELLERS] = { SOULS_METRIC_PROFIT_THIRD_PARTY, N_("Seller services"), SOULS_COLOR_SELLERS },
  [LINE_ADVERTISING] = { SOULS_METRIC_PROFIT_ADVERTISING, N_("Advertising"),
                         SOULS_COLOR_ADVERTISING },
  [LINE_SUBSCRIPTIONS] = { SOULS_METRIC_PROFIT_SUBSCRIPTION, N_("Subscriptions"),
                           SOULS_COLOR_PRIME },
  [LINE_OTHER] = { SOULS_METRIC_PROFIT_OTHER, N_("Other sales"), SOULS_COLOR_OTHER },
  [LINE_OVERHEAD] = { SOULS_METRIC_PROFIT_OVERHEAD, N_("Overhead"), SOULS_COLOR_OTHER },
  [LINE_STORES] = { SOULS_METRIC_INCOME_STORES, N_("All stores"), SOULS_COLOR_STORES, TRUE },
  [LINE_AWS] = { SOULS_METRIC_INCOME_AWS, N_("AWS"), SOULS_COLOR_AWS },
  [LINE_TOTAL] = { SOULS_METRIC_INCOME_TOTAL, N_("Whole company"), SOULS_COLOR_COMPANY, TRUE },
};

/* Translators: a line of the stores as it stands in the middle of a sentence. */
static const char *const line_words[N_SELLING] = {
  N_("first-party goods"), N_("seller services"), N_("advertising"), N_("subscriptions"),
  N_("other sales"),
};

/* What first-party goods did, beside the best line. */
typedef enum
{
  CASE_GOODS_EARN,
  CASE_GOODS_LOSE,
  CASE_GOODS_BEST,
  CASE_ALL_LOSE,
  N_CASES
} Case;

/* Translators: %1$s is a line of the stores such as "seller services", %2$s its profit, %3$s the
 * profit or loss of first-party goods, both without a sign, %4$s a fiscal year. "Our split": how
 * this program divides the stores' costs among the lines. */
static const char *const findings[2][N_CASES] = {
  {
    [CASE_GOODS_EARN] = N_("By our split, the stores’ best line in fiscal %4$s was %1$s: %2$s. Own goods earned %3$s."),
    [CASE_GOODS_LOSE] = N_("By our split, the stores’ best line in fiscal %4$s was %1$s: %2$s. Own goods lost %3$s."),
    [CASE_GOODS_BEST] = N_("By our split, the stores’ best line in fiscal %4$s was %1$s: %2$s."),
    [CASE_ALL_LOSE] = N_("By our split, no line of the stores earned anything in fiscal %4$s."),
  },
  {
    [CASE_GOODS_EARN] = N_("By our split, the stores’ best line in fiscal %4$s would be %1$s: %2$s. Own goods would earn %3$s."),
    [CASE_GOODS_LOSE] = N_("By our split, the stores’ best line in fiscal %4$s would be %1$s: %2$s. Own goods would lose %3$s."),
    [CASE_GOODS_BEST] = N_("By our split, the stores’ best line in fiscal %4$s would be %1$s: %2$s."),
    [CASE_ALL_LOSE] = N_("By our split, no line of the stores would earn anything in fiscal %4$s."),
  },
};

/* Translators: for who does not see the chart: a fiscal year, then amounts with their signs. */
static const char *const description = N_(
  "Profit in fiscal %1$s: first-party goods %2$s, seller services %3$s, advertising %4$s, subscriptions %5$s, other sales %6$s, overhead %7$s; operating income of all stores %8$s, of AWS %9$s.");

static const char *const measure = N_("Profit by business line, fiscal %1$s");
static const char *const no_result = N_("There is no result for fiscal %1$s.");

/* Translators: amounts in a column of figures with equal decimals; %1$s is a number such as 41.2.
 * The space is a narrow no-break space (U+202F), the minus is U+2212. */
static const char *const amount_pattern = N_("$%1$s bn");
static const char *const loss_pattern = N_("−$%1$s bn");

/* Translators: an amount and the sign of what kind of number it is: "$41.2 bn ○". */
static const char *const signed_pattern = N_("%1$s %2$s");
/* Translators: a sign and what it means: "○ assumed". */
static const char *const key_pattern = N_("%1$s %2$s");

/* Part of the width that names may take, and of a row that its bar takes. */
#define NAMES_PART 0.38
#define BAR_PART 0.6

#define KEY_GHOST 100u

/*
 * Lines:
 * @value: US$ million; NAN where there is none
 * @ghost: the same at baseline; NAN where there is no ghost
 * @shown: @value rounded so that the printed parts add up to the printed sums
 * @step: US$ million that @shown is a multiple of
 * @kind: of the values
 * @rows: the rows, from the top
 * @scale: the value axis, to the right
 */
typedef struct
{
  SoulsDraft *draft;
  SoulsArea area;
  double value[N_LINES];
  double ghost[N_LINES];
  double shown[N_LINES];
  double step;
  SoulsKind kind[N_LINES];
  SoulsBandScale rows;
  SoulsLinearScale scale;
} Lines;

static void
collect_values (Lines *self)
{
  const SoulsChartInput *input = self->draft->input;
  gboolean has_ghost = input->moved && souls_input_is_projected (input, input->year);

  for (int i = 0; i < N_LINES; i++)
    {
      self->value[i] =
        souls_draft_value (self->draft, SOULS_ORIGIN_SCENARIO, lines[i].metric, input->year);
      self->ghost[i] = has_ghost ? souls_draft_value (self->draft, SOULS_ORIGIN_BASELINE,
                                                      lines[i].metric, input->year)
                                 : NAN;
      self->kind[i] = souls_input_kind (input, lines[i].metric);
    }
}

/* Rounds parts so that they add up to their rounded sum: what is missing goes to the parts that
 * rounding moved most, rather to @rest, which is by nature what is left (-1: none). */
static void
round_parts (const double *value,
             double       *shown,
             int           n,
             int           rest,
             double        step,
             double        sum)
{
  int missing;

  for (int i = 0; i < n; i++)
    {
      shown[i] = round (value[i] / step) * step;
      sum -= shown[i];
    }
  if (!isfinite (sum))
    return;
  missing = (int) CLAMP (round (sum / step), -n, n);
  for (; missing != 0; missing += missing < 0 ? 1 : -1)
    {
      double sign = missing < 0 ? -1.0 : 1.0;
      double greatest = -INFINITY;
      int most = 0;

      for (int i = 0; i < n; i++)
        {
          double moved = sign * (value[i] - shown[i]) + (i == rest ? step / 2.0 : 0.0);

          if (moved > greatest)
            {
              greatest = moved;
              most = i;
            }
        }
      shown[most] += sign * step;
    }
}

/* About three figures of the largest amount. */
static void
round_values (Lines *self)
{
  const int both[2] = { LINE_STORES, LINE_AWS };
  double value[2], shown[2];
  double largest = 0.0;

  for (int i = 0; i < N_LINES; i++)
    if (!isnan (self->value[i]))
      largest = MAX (largest, fabs (self->value[i]));
  self->step = largest < 20e3 ? 10.0 : largest < 999.95e3 ? 100.0 : 1000.0;
  self->shown[LINE_TOTAL] = round (self->value[LINE_TOTAL] / self->step) * self->step;
  for (int i = 0; i < 2; i++)
    value[i] = self->value[both[i]];
  round_parts (value, shown, 2, -1, self->step, self->shown[LINE_TOTAL]);
  for (int i = 0; i < 2; i++)
    self->shown[both[i]] = shown[i];
  round_parts (self->value, self->shown, LINE_STORES, LINE_OVERHEAD, self->step,
               self->shown[LINE_STORES]);
}

/* "−$17.5 bn" (transfer full) */
static char *
say_amount (const Lines *self,
            double       million,
            gboolean     with_sign)
{
  int digits = self->step < 50.0 ? 2 : self->step < 500.0 ? 1 : 0;
  g_autofree char *number =
    souls_words_number (self->area.words, fabs (million) / 1e3, digits);

  return souls_fill (self->area.words,
                     with_sign && million <= -self->step / 2.0 ? loss_pattern : amount_pattern,
                     number, NULL);
}

/* "−$17.5 bn ○": the kind is told where it is not simply reported. (transfer full) */
static char *
say_value (const Lines *self,
           int          line,
           double       million)
{
  SoulsKind kind = self->kind[line];
  g_autofree char *amount = say_amount (self, million, TRUE);

  if (kind == SOULS_KIND_REPORTED)
    return g_steal_pointer (&amount);
  return souls_fill (self->area.words, signed_pattern, amount, souls_kind_sign (kind), NULL);
}

static char *
say_finding (const Lines *self)
{
  const SoulsChartInput *input = self->draft->input;
  gboolean projected = souls_input_is_projected (input, input->year);
  double goods = self->shown[LINE_FIRST_PARTY];
  int best = 0;
  Case which;
  g_autofree char *year = souls_year_text (input->year);
  g_autofree char *best_text = NULL;
  g_autofree char *goods_text = NULL;

  for (int i = 0; i < N_LINES; i++)
    if (isnan (self->value[i]))
      return souls_fill (input->words, no_result, year, NULL);
  for (int i = 1; i < N_SELLING; i++)
    if (self->value[i] > self->value[best])
      best = i;
  if (!(self->shown[best] > 0.0))
    which = CASE_ALL_LOSE;
  else if (best == LINE_FIRST_PARTY)
    which = CASE_GOODS_BEST;
  else
    which = goods < 0.0 ? CASE_GOODS_LOSE : CASE_GOODS_EARN;
  best_text = say_amount (self, self->shown[best], FALSE);
  goods_text = say_amount (self, goods, FALSE);
  return souls_fill (input->words, findings[projected ? 1 : 0][which],
                     souls_words_say (input->words, line_words[best]), best_text, goods_text, year,
                     NULL);
}

static char *
say_description (const Lines *self)
{
  const SoulsWords *words = self->area.words;
  g_autofree char *year = souls_year_text (self->draft->input->year);
  char *text[LINE_AWS + 1];
  char *spoken;

  for (int i = 0; i <= LINE_AWS; i++)
    text[i] = isnan (self->value[i]) ? souls_words_money (words, NAN)
                                     : say_amount (self, self->shown[i], TRUE);
  spoken = souls_fill (words, description, year, text[LINE_FIRST_PARTY], text[LINE_SELLERS],
                       text[LINE_ADVERTISING], text[LINE_SUBSCRIPTIONS], text[LINE_OTHER],
                       text[LINE_OVERHEAD], text[LINE_STORES], text[LINE_AWS], NULL);
  for (int i = 0; i <= LINE_AWS; i++)
    g_free (text[i]);
  return spoken;
}

static void
open_area (Lines *self)
{
  const SoulsChartInput *input = self->draft->input;
  g_autofree char *year = souls_year_text (input->year);
  g_autofree char *what = souls_fill (input->words, measure, year, NULL);
  g_autofree char *subtitle =
    souls_subtitle (input, what, FALSE, souls_input_is_projected (input, input->year));
  g_autofree char *finding = NULL;
  g_autofree char *spoken = NULL;

  self->area.words = input->words;
  finding = say_finding (self);
  spoken = say_description (self);
  souls_area_open (&self->area, self->draft, finding, subtitle, spoken);
}

/* Text as high as a row, at most. */
static SoulsTextStyle
style_text (int    line,
            double em)
{
  return (SoulsTextStyle) { .color = lines[line].color,
                            .em = em,
                            .bold = lines[line].is_sum,
                            .anchor_y = 0.5 };
}

static double
get_row_height (const Lines *self)
{
  return self->area.frame.body.height / N_LINES;
}

static double
choose_em (const Lines *self)
{
  return get_row_height (self) < self->area.frame.line ? 0.85 : 1.0;
}

static double
measure_names (const Lines *self,
               double       em)
{
  double most = floor (self->area.frame.body.width * NAMES_PART);
  double width = 0.0;

  for (int i = 0; i < N_LINES; i++)
    width = MAX (width, souls_draft_text_width (self->draft,
                                                souls_words_say (self->area.words, lines[i].name),
                                                style_text (i, em)));
  return MIN (ceil (width), most);
}

/* Room for amounts as they come, so that nothing moves under the hand. */
static double
measure_amounts (const Lines *self,
                 double       em)
{
  double width = 0.0;

  for (int i = 0; i < N_LINES; i++)
    {
      SoulsTextStyle style = style_text (i, em);
      g_autofree char *wide = say_value (self, i, -888.0 * self->step);

      style.tabular = TRUE;
      width = MAX (width, souls_draft_text_width (self->draft, wide, style));
      if (!isnan (self->value[i]))
        {
          g_autofree char *text = say_value (self, i, self->shown[i]);

          width = MAX (width, souls_draft_text_width (self->draft, text, style));
        }
    }
  return ceil (width);
}

static SoulsRange
get_range (const Lines *self)
{
  SoulsRange range = souls_range_include (souls_range_empty (), 0.0);

  for (int i = 0; i < N_LINES; i++)
    {
      range = souls_range_include (range, self->value[i]);
      range = souls_range_include (range, self->ghost[i]);
    }
  return souls_range_union (range, (SoulsRange) { 0.0, 50.0 });
}

/* The axis lies: the area's stands upright, and amounts at the bars say what its ticks would. */
static void
set_values (Lines  *self,
            double  left,
            double  right)
{
  const SoulsRange *held = self->draft->frame->range;
  const SoulsBox *plot = &self->area.frame.plot;
  SoulsRange range = get_range (self);

  souls_scene_set_range (self->draft->scene, range);
  if (held && isfinite (held->min) && isfinite (held->max) && held->min <= 0.0 &&
      held->max >= 0.0 && held->max - held->min > 20.0)
    range = *held;
  souls_frame_reserve_sides (&self->area.frame, left, right);
  self->scale = souls_linear_scale (range, plot->x, MAX (souls_box_right (*plot), plot->x + 1.0));
}

static double
get_x (const Lines *self,
       double       value)
{
  return CLAMP (souls_linear_scale_map (&self->scale, value),
                MIN (self->scale.at_min, self->scale.at_max), self->scale.at_max);
}

static SoulsBox
get_bar_box (const Lines *self,
             int          line,
             double       value,
             double       wider)
{
  double zero = get_x (self, 0.0);
  double x = get_x (self, value);

  return (SoulsBox) { MIN (zero, x),
                      souls_band_scale_start (&self->rows, (guint) line) - wider, fabs (x - zero),
                      self->rows.band + 2.0 * wider };
}

static void
draw_bar (const Lines *self,
          int          line)
{
  const SoulsChartInput *input = self->draft->input;
  const Line *row = &lines[line];
  SoulsBox box = get_bar_box (self, line, self->value[line], 0.0);
  gboolean is_loss = self->value[line] < 0.0;
  SoulsStyle style = {
    .fill = row->color,
    .hatched = is_loss,
    .dotted = self->kind[line] != SOULS_KIND_REPORTED,
    .radius = MIN (3.0 * self->area.unit, MIN (box.width, box.height) / 2.0),
    .round_end = is_loss ? SOULS_END_LEFT : SOULS_END_RIGHT,
  };
  g_autofree char *value =
    souls_value_in_words (input, SOULS_ORIGIN_SCENARIO, row->metric, input->year);

  if (isnan (self->value[line]))
    return;
  if (box.width >= 0.25)
    souls_scene_add_rect (self->draft->scene, box, style);
  souls_draft_add_target (self->draft, box, (guint) line + 1,
                          souls_words_say (input->words, row->name), value, row->metric,
                          input->year);
}

static void
draw_ghost (const Lines *self,
            int          line)
{
  const SoulsChartInput *input = self->draft->input;
  const Line *row = &lines[line];
  double wider = MIN (self->area.frame.grid / 2.0, (self->rows.step - self->rows.band) / 2.0 - 1.0);
  SoulsBox box = get_bar_box (self, line, self->ghost[line], MAX (wider, 0.0));
  SoulsBox end = box;
  g_autofree char *value = NULL;

  if (isnan (self->ghost[line]))
    return;
  value = souls_value_in_words (input, SOULS_ORIGIN_BASELINE, row->metric, input->year);
  if (box.width >= 0.25)
    souls_scene_add_rect (self->draft->scene, box,
                          (SoulsStyle) { .stroke = SOULS_COLOR_GHOST, .dashed = TRUE });
  end.x = get_x (self, self->ghost[line]);
  end.width = 0.0;
  souls_draft_add_target (self->draft, end, KEY_GHOST + (guint) line,
                          souls_words_say (input->words, row->name), value, row->metric,
                          input->year);
}

/* Name at the left. A name too long for its place takes a second line where rows are high. */
static void
draw_name (const Lines *self,
           int          line,
           double       width,
           double       em)
{
  SoulsTextStyle style = style_text (line, em);
  const SoulsBox *body = &self->area.frame.body;

  style.max_width = width;
  style.max_lines = self->rows.step >= 2.1 * self->area.frame.line ? 2 : 1;
  souls_draft_try_text (self->draft, body, souls_words_say (self->area.words, lines[line].name),
                        body->x, souls_band_scale_center (&self->rows, (guint) line), style);
}

/* The amount at the right of the bar, or of zero where the bar is a loss: beyond the ghost's end,
 * if that would cross it. */
static void
draw_amount (const Lines *self,
             int          line,
             double       em)
{
  double away = self->area.frame.grid;
  double x = get_x (self, MAX (self->value[line], 0.0));
  double ghost = isnan (self->ghost[line]) ? 0.0 : get_x (self, self->ghost[line]);
  SoulsTextStyle style = style_text (line, em);
  g_autofree char *text = NULL;

  if (isnan (self->value[line]))
    return;
  text = say_value (self, line, self->shown[line]);
  style.tabular = TRUE;
  if (ghost > x - away && ghost < x + 2.0 * away + souls_draft_text_width (self->draft, text, style))
    x = MAX (x, ghost);
  souls_draft_try_text (self->draft, NULL, text, x + away,
                        souls_band_scale_center (&self->rows, (guint) line), style);
}

/* A rule over each sum, as in an account. */
static void
draw_rules (const Lines *self)
{
  const SoulsBox *body = &self->area.frame.body;

  for (int i = 1; i < N_LINES; i++)
    if (lines[i].is_sum)
      {
        double y = round (self->rows.start + i * self->rows.step);
        SoulsPoint ends[2] = { { body->x, y }, { souls_box_right (*body), y } };

        souls_scene_add_line (self->draft->scene, ends, 2,
                              (SoulsStyle) { .stroke = SOULS_COLOR_GRID });
      }
}

static void
draw_zero (const Lines *self)
{
  double x = get_x (self, 0.0);
  SoulsPoint ends[2] = { { x, self->rows.start },
                         { x, self->rows.start + N_LINES * self->rows.step } };

  souls_scene_add_line (self->draft->scene, ends, 2, (SoulsStyle) { .stroke = SOULS_COLOR_ZERO });
}

/* What the signs at the amounts mean, as far as they are there. Returns whether there is a key. */
static gboolean
reserve_key (Lines *self)
{
  SoulsBox *body = &self->area.frame.body;
  double height = ceil (self->area.frame.line + self->area.frame.grid);

  if ((body->height - height) / N_LINES < 1.2 * self->area.frame.line)
    return FALSE;
  body->height -= height;
  self->area.frame.plot.height -= height;
  return TRUE;
}

static void
draw_key (const Lines *self)
{
  const SoulsWords *words = self->area.words;
  const SoulsBox *body = &self->area.frame.body;
  double x = body->x;
  SoulsTextStyle style = { .color = SOULS_COLOR_DIM, .em = 0.85 };

  for (int kind = SOULS_KIND_ESTIMATED; kind < SOULS_N_KINDS; kind++)
    {
      gboolean is_there = FALSE;
      g_autofree char *text = NULL;

      for (int i = 0; i < N_LINES; i++)
        is_there |= (int) self->kind[i] == kind;
      if (!is_there)
        continue;
      text = souls_fill (words, key_pattern, souls_kind_sign ((SoulsKind) kind),
                         souls_words_say (words, souls_kind_name ((SoulsKind) kind)), NULL);
      souls_draft_try_text (self->draft, NULL, text, x,
                            souls_box_bottom (*body) + self->area.frame.grid, style);
      x += souls_draft_text_width (self->draft, text, style) + 2.0 * self->area.frame.grid;
    }
}

void
souls_lines_layout (SoulsDraft *draft)
{
  Lines self = { .draft = draft };
  gboolean has_key;
  double em, names, amounts;

  collect_values (&self);
  round_values (&self);
  open_area (&self);
  has_key = reserve_key (&self);
  em = choose_em (&self);
  names = measure_names (&self, em);
  amounts = measure_amounts (&self, em);
  set_values (&self, names + 2.0 * self.area.frame.grid, amounts + 2.0 * self.area.frame.grid);
  self.rows = souls_band_scale (N_LINES, self.area.frame.body.y,
                                souls_box_bottom (self.area.frame.body), BAR_PART);

  draw_rules (&self);
  for (int i = 0; i < N_LINES; i++)
    draw_bar (&self, i);
  for (int i = 0; i < N_LINES; i++)
    draw_ghost (&self, i);
  draw_zero (&self);
  for (int i = 0; i < N_LINES; i++)
    {
      draw_name (&self, i, names, em);
      draw_amount (&self, i, em);
    }
  if (has_key)
    draw_key (&self);
}
