/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "souls-chart-across.h"
#include "souls-chart-driver.h"
#include "souls-sensitivity.h"

#include <math.h>

/* US$ million; what swings the answer by less does nothing to it. */
#define LEAST_SWING 0.5

/* Rows that are drawn in the smallest chart, too. */
#define LEAST_ROWS 3

/* Part of the width that names may take, and of a row that its bar takes. */
#define NAMES_PART 0.42
#define BAR_PART 0.62

/* How light a bar is towards its driver's low end. */
#define LOW_OPACITY 0.3

#define KEY_ANSWER 1u
#define KEY_BASELINE 2u
#define KEY_REST 3u

/* What the widest bar spans. */
typedef enum
{
  CASE_EARN,
  CASE_BOTH,
  CASE_LOSE,
  N_CASES
} Case;

/* Translators: %1$s is a driver such as "Handling cost", %2$s and %3$s amounts without a sign, %4$s a
 * fiscal year. */
static const char *const findings[N_CASES] = {
  [CASE_EARN] = N_("%1$s decides most: without AWS, Amazon would earn %2$s to %3$s in fiscal %4$s."),
  [CASE_BOTH] = N_("%1$s decides most: without AWS, Amazon would lose up to %2$s or earn up to %3$s in fiscal %4$s."),
  [CASE_LOSE] = N_("%1$s decides most: without AWS, Amazon would lose %2$s to %3$s in fiscal %4$s."),
};
/* Translators: how many sliders, each moved alone, make a loss of a profit or a profit of a loss; %1$s of
 * %2$s. */
static const char *const turning[2] = { NP_ ("%1$s of %2$s drivers alone can turn the answer.",
                                             "%1$s of %2$s drivers alone can turn the answer.") };
static const char *const no_turning = N_("No driver alone can turn the answer.");
/* Translators: two sentences, one after the other. */
static const char *const two_sentences = N_("%1$s %2$s");

static const char *const no_result = N_("There is no result for fiscal %1$s.");
static const char *const no_swing =
  N_("No driver changes the answer within its plausible range: %1$s without AWS in fiscal %2$s.");

/* Translators: for who does not see the chart: a fiscal year, amounts with their signs, a driver, its
 * values, and a sentence about how many drivers turn the answer. */
static const char *const description = N_(
  "Operating income without AWS in fiscal %1$s would be %2$s. The widest bar is %3$s: %4$s at %5$s, %6$s at %7$s. %8$s");

/* Translators: in a subtitle; the signs say where a driver's plausible range comes from. */
static const char *const measures[2] = {
  N_("Operating income without AWS, fiscal %1$s, each driver alone across its plausible range: ● history ◐ estimated ○ assumed"),
  N_("Operating income without AWS, fiscal %1$s (the last projected year), each driver alone across its plausible range: ● history ◐ estimated ○ assumed"),
};

/* Translators: at the line of the present result. */
static const char *const answer_pattern = N_("as set: %1$s");
/* Translators: at the line of what the baseline gives. */
static const char *const baseline_pattern = N_("baseline: %1$s");
static const char *const answer_name = N_("Operating income without AWS");
static const char *const ghost_name = N_("Operating income without AWS, baseline");

/* Translators: at the ends of the first bar only: a driver's lowest and highest plausible value, as
 * short as can be: "low 19.9 %". */
static const char *const low_pattern = N_("low %1$s");
static const char *const high_pattern = N_("high %1$s");
/* Translators: a driver and the sign of where its plausible range comes from: "Handling cost ●". */
static const char *const name_pattern = N_("%1$s %2$s");

/* Translators: under the last bar: how many drivers have shorter ones, and than what. */
static const char *const rest[2] = { NP_ ("and %1$s more, less than %2$s",
                                          "and %1$s more, each less than %2$s") };
static const char *const rest_name = N_("Shorter bars");

/* Translators: an amount at a driver's value, another at another: "$153,110 million at 19.9 %, $54,798 million
 * at 29.2 %"; then where the driver's plausible range comes from. */
static const char *const swing_patterns[] = {
  [SOULS_BAND_BELIEF] = N_("%1$s at %2$s, %3$s at %4$s, projected"),
  [SOULS_BAND_HISTORY] = N_("%1$s at %2$s, %3$s at %4$s, projected; range of history"),
  [SOULS_BAND_ASSUMED] = N_("%1$s at %2$s, %3$s at %4$s, projected; range assumed"),
  [SOULS_BAND_NONE] = N_("%1$s at %2$s, %3$s at %4$s, projected"),
  [SOULS_BAND_OWN] = N_("%1$s at %2$s, %3$s at %4$s, projected; range your own"),
};
static const char *const belief_patterns[SOULS_N_KINDS] = {
  [SOULS_KIND_REPORTED] = N_("%1$s at %2$s, %3$s at %4$s, projected; range reported"),
  [SOULS_KIND_ESTIMATED] = N_("%1$s at %2$s, %3$s at %4$s, projected; range estimated"),
  [SOULS_KIND_ASSUMED] = N_("%1$s at %2$s, %3$s at %4$s, projected; range assumed"),
};

/*
 * Tornado:
 * @year: that is asked about
 * @answer: with the sliders where they stand; NAN where there is no result
 * @baseline: with all sliders at baseline; NAN where that is the same
 * @swing: widest first; those from @n on do nothing
 * @n: how many swing
 * @n_rows: how many are drawn
 * @n_turning: how many have an end beyond zero
 * @row: px from one row to the next
 * @names: px that the names take
 * @em: of texts in rows
 */
typedef struct
{
  SoulsDraft *draft;
  SoulsArea area;
  int year;
  double answer;
  double baseline;
  SoulsSwing swing[SOULS_N_DRIVERS];
  int n;
  int n_rows;
  int n_turning;
  double row;
  double names;
  double em;
} Tornado;

static gboolean
turns (const Tornado    *self,
       const SoulsSwing *swing)
{
  gboolean earns = self->answer > 0.0;

  return (swing->at_low > 0.0) != earns || (swing->at_high > 0.0) != earns;
}

static void
compute (Tornado *self)
{
  const SoulsChartInput *input = self->draft->input;
  SoulsQuestion question = { .calibration = input->calibration,
                             .settings = input->settings,
                             .drivers = input->drivers,
                             .metric = SOULS_METRIC_WITHOUT_AWS,
                             .t = 0 };

  self->year = souls_input_projected_year (input);
  self->answer = souls_draft_value (self->draft, SOULS_ORIGIN_SCENARIO, question.metric, self->year);
  self->baseline = input->moved ? souls_draft_value (self->draft, SOULS_ORIGIN_BASELINE,
                                                     question.metric, self->year)
                                : NAN;
  question.t = self->year - input->results->base_year;
  if (isnan (self->answer) || question.t > input->settings->horizon)
    return;

  souls_sensitivity_compute (&question, input->bands, self->swing);
  while (self->n < SOULS_N_DRIVERS && souls_swing_width (&self->swing[self->n]) >= LEAST_SWING)
    if (turns (self, &self->swing[self->n++]))
      self->n_turning++;
}

/* Where the driver's plausible range comes from, as far as it is a kind of number; FALSE where it is the user's own. */
static gboolean
find_kind (const SoulsChartInput *input,
           SoulsDriver            driver,
           SoulsKind             *kind)
{
  const char *origin = souls_driver_info (driver)->origin;
  SoulsBelief belief;

  switch (input->bands[driver].origin)
    {
    case SOULS_BAND_HISTORY:
      *kind = SOULS_KIND_REPORTED;
      return TRUE;
    case SOULS_BAND_ASSUMED:
      *kind = SOULS_KIND_ASSUMED;
      return TRUE;
    case SOULS_BAND_BELIEF:
      *kind = origin && souls_belief_from_id (origin, &belief)
                ? input->calibration->beliefs.kind[belief]
                : SOULS_KIND_ASSUMED;
      return TRUE;
    case SOULS_BAND_NONE:
    case SOULS_BAND_OWN:
    default:
      return FALSE;
    }
}

/* (transfer full) */
static char *
say_name (const Tornado *self,
          int            row)
{
  const SoulsWords *words = self->draft->input->words;
  SoulsDriver driver = self->swing[row].driver;
  const char *name = souls_driver_words (words, driver);
  SoulsKind kind;

  return find_kind (self->draft->input, driver, &kind)
           ? souls_fill (words, name_pattern, name, souls_kind_sign (kind), NULL)
           : g_strdup (name);
}

/* The driver's value at an end; the first bar tells which is which, for all. (transfer full) */
static char *
say_end (const Tornado *self,
         int            row,
         gboolean       high,
         gboolean       with_hint)
{
  const SoulsWords *words = self->draft->input->words;
  const SoulsSwing *swing = &self->swing[row];
  g_autofree char *value = souls_driver_in_words (words, swing->driver, high ? swing->high : swing->low);

  return with_hint ? souls_fill (words, high ? high_pattern : low_pattern, value, NULL)
                   : g_steal_pointer (&value);
}

/* (transfer full) */
static char *
say_swing (const Tornado    *self,
           const SoulsSwing *swing)
{
  const SoulsChartInput *input = self->draft->input;
  SoulsBandOrigin origin = input->bands[swing->driver].origin;
  const char *pattern = swing_patterns[origin];
  g_autofree char *at_low = souls_words_money_full (input->words, swing->at_low);
  g_autofree char *low = souls_driver_in_words (input->words, swing->driver, swing->low);
  g_autofree char *at_high = souls_words_money_full (input->words, swing->at_high);
  g_autofree char *high = souls_driver_in_words (input->words, swing->driver, swing->high);
  SoulsKind kind;

  if (origin == SOULS_BAND_BELIEF && find_kind (input, swing->driver, &kind))
    pattern = belief_patterns[kind];
  return souls_fill (input->words, pattern, at_low, low, at_high, high, NULL);
}

/* (transfer full) */
static char *
say_turning (const Tornado *self)
{
  const SoulsWords *words = self->draft->input->words;
  g_autofree char *n_turning = souls_words_number (words, self->n_turning, 0);
  g_autofree char *n = souls_words_number (words, self->n, 0);

  if (self->n_turning == 0)
    return g_strdup (souls_words_say (words, no_turning));
  return souls_fill_plural (words, turning[0], turning[1], self->n_turning, n_turning, n, NULL);
}

/* What the widest bar spans, in a sentence. (transfer full) */
static char *
say_widest (const Tornado *self)
{
  const SoulsWords *words = self->draft->input->words;
  const SoulsSwing *swing = &self->swing[0];
  double low = MIN (swing->at_low, swing->at_high);
  double high = MAX (swing->at_low, swing->at_high);
  Case which = low >= 0.0 ? CASE_EARN : high > 0.0 ? CASE_BOTH : CASE_LOSE;
  g_autofree char *first = souls_amount (words, which == CASE_LOSE ? high : low);
  g_autofree char *second = souls_amount (words, which == CASE_LOSE ? low : high);
  g_autofree char *year = souls_year_text (self->year);

  return souls_fill (words, findings[which], souls_driver_words (words, swing->driver), first,
                     second, year, NULL);
}

/* Whether a finding stays whole in the chart's two lines. */
static gboolean
has_room_for (const Tornado *self,
              const char    *finding)
{
  SoulsScene *scene = self->draft->scene;
  double margin = 4.0 * SOULS_GRID * souls_scene_get_unit (scene);
  SoulsTextStyle style = { .color = SOULS_COLOR_TEXT, .em = 1.0, .bold = TRUE, .max_lines = 2,
                           .max_width = MAX (souls_scene_get_width (scene) - margin, 1.0) };

  return !self->draft->frame->with_finding || !souls_scene_is_text_cut (scene, finding, style);
}

/* (transfer full) */
static char *
say_finding (const Tornado *self)
{
  const SoulsWords *words = self->draft->input->words;
  g_autofree char *year = souls_year_text (self->year);
  g_autofree char *widest = NULL;
  g_autofree char *turn = NULL;
  g_autofree char *both = NULL;

  if (isnan (self->answer))
    return souls_fill (words, no_result, year, NULL);
  if (self->n == 0)
    {
      g_autofree char *amount = souls_words_money (words, self->answer);

      return souls_fill (words, no_swing, amount, year, NULL);
    }
  widest = say_widest (self);
  turn = say_turning (self);
  both = souls_fill (words, two_sentences, widest, turn, NULL);
  return has_room_for (self, both) ? g_steal_pointer (&both) : g_steal_pointer (&widest);
}

/* (transfer full) */
static char *
say_description (const Tornado *self)
{
  const SoulsWords *words = self->draft->input->words;
  const SoulsSwing *swing = &self->swing[0];
  g_autofree char *year = souls_year_text (self->year);
  g_autofree char *answer = souls_words_money (words, self->answer);
  g_autofree char *at_low = souls_words_money (words, swing->at_low);
  g_autofree char *at_high = souls_words_money (words, swing->at_high);
  g_autofree char *low = NULL;
  g_autofree char *high = NULL;
  g_autofree char *turn = NULL;

  if (self->n == 0)
    return say_finding (self);
  low = souls_driver_in_words (words, swing->driver, swing->low);
  high = souls_driver_in_words (words, swing->driver, swing->high);
  turn = say_turning (self);
  return souls_fill (words, description, year, answer, souls_driver_words (words, swing->driver),
                     at_low, low, at_high, high, turn, NULL);
}

static void
open_area (Tornado *self)
{
  const SoulsChartInput *input = self->draft->input;
  g_autofree char *year = souls_year_text (self->year);
  g_autofree char *what =
    souls_fill (input->words, measures[self->year == input->year ? 0 : 1], year, NULL);
  g_autofree char *subtitle = souls_subtitle (input, what, TRUE, TRUE);
  g_autofree char *finding = say_finding (self);
  g_autofree char *spoken = say_description (self);

  souls_area_open (&self->area, self->draft, finding, subtitle, spoken);
}

static SoulsTextStyle
style_name (const Tornado *self)
{
  return (SoulsTextStyle) { .color = SOULS_COLOR_TEXT, .em = self->em, .anchor_y = 0.5,
                            .max_width = self->names };
}

static SoulsTextStyle
style_end (const Tornado *self)
{
  return (SoulsTextStyle) { .color = SOULS_COLOR_DIM, .em = 0.85, .anchor_y = 0.5,
                            .tabular = TRUE };
}

/* As many rows as the plot has room for; a line below the axis tells of those that are left. */
static void
fit_rows (Tornado *self)
{
  SoulsFrame *frame = &self->area.frame;
  int room = (int) floor (frame->plot.height / (1.05 * frame->line));

  self->n_rows = self->n <= room ? self->n : MIN (MAX (room - 1, LEAST_ROWS), self->n);
  if (self->n_rows < self->n)
    frame->plot.height = MAX (frame->plot.height - frame->line, 0.0);
  self->row = frame->plot.height / MAX (self->n_rows, 1);
  self->em = self->row < 1.3 * frame->line ? 0.85 : 1.0;
}

static void
measure_names (Tornado *self)
{
  double widest = 0.0;

  for (int i = 0; i < self->n_rows; i++)
    {
      g_autofree char *name = say_name (self, i);

      widest = MAX (widest, souls_draft_text_width (self->draft, name, style_name (self)));
    }
  self->names = ceil (MIN (widest + 1.0, NAMES_PART * self->area.frame.body.width));
}

static SoulsRange
get_range (const Tornado *self)
{
  SoulsRange range = souls_range_include (souls_range_empty (), 0.0);

  if (!isnan (self->answer))
    range = souls_range_include (range, self->answer);
  if (!isnan (self->baseline))
    range = souls_range_include (range, self->baseline);
  for (int i = 0; i < self->n; i++)
    {
      range = souls_range_include (range, self->swing[i].at_low);
      range = souls_range_include (range, self->swing[i].at_high);
    }
  return range;
}

/* Frees px at both sides of the axis until the words at the bars' ends have room; each px freed
 * moves the bars. */
static void
set_values (Tornado *self)
{
  const SoulsBox *plot = &self->area.frame.plot;
  double left = 0.0;
  double right = 0.0;

  for (int pass = 0; pass < 3; pass++)
    {
      souls_across_set_values (&self->area, self->draft, get_range (self), left, right);
      for (int i = 0; i < 2 * self->n_rows; i++)
        {
          const SoulsSwing *swing = &self->swing[i / 2];
          gboolean high = i % 2 == 1;
          gboolean is_right = high == (swing->at_high >= swing->at_low);
          double x = souls_across_x (&self->area, high ? swing->at_high : swing->at_low);
          g_autofree char *text = say_end (self, i / 2, high, i < 2);
          double width = souls_draft_text_width (self->draft, text, style_end (self)) +
                         self->area.frame.grid;

          if (is_right)
            right += MAX (x + width - souls_box_right (*plot), 0.0);
          else
            left += MAX (plot->x - (x - width), 0.0);
        }
      left = MIN (left, 0.3 * plot->width);
      right = MIN (right, 0.3 * plot->width);
    }
}

static double
get_middle (const Tornado *self,
            int            row)
{
  return self->area.frame.plot.y + (row + 0.5) * self->row;
}

/* A part of a bar on one side of zero. */
static void
draw_part (const Tornado *self,
           int            row,
           double         from,
           double         to,
           gboolean       is_end,
           gboolean       high)
{
  double a = souls_across_x (&self->area, from);
  double b = souls_across_x (&self->area, to);
  double height = MAX (round (self->row * BAR_PART), 2.0);
  SoulsBox box = { MIN (a, b), round (get_middle (self, row) - height / 2.0), fabs (b - a), height };
  SoulsColor color = souls_driver_color (self->swing[row].driver);
  SoulsStyle style = { .fill = color,
                       .opacity = high ? 0.0 : LOW_OPACITY,
                       .radius = MIN (3.0 * self->area.unit, MIN (box.width, box.height) / 2.0),
                       .round_end = !is_end ? SOULS_END_NONE
                                            : b < a ? SOULS_END_LEFT : SOULS_END_RIGHT,
                       .hatched = MIN (from, to) < 0.0 };

  if (box.width < 0.25)
    return;
  souls_scene_add_rect (self->draft->scene, box, style);
  if (high)
    return;
  style = (SoulsStyle) { .stroke = color, .line_width = self->area.unit, .radius = style.radius,
                         .round_end = style.round_end };
  souls_scene_add_rect (self->draft->scene,
                        souls_box_inset (box, MIN (0.5, box.width / 2.0), 0.5), style);
}

/* From the result towards one end; what lies below zero is hatched. */
static void
draw_side (const Tornado *self,
           int            row,
           double         from,
           double         to,
           gboolean       high)
{
  if ((from < 0.0) != (to < 0.0) && from != 0.0 && to != 0.0)
    {
      draw_part (self, row, from, 0.0, FALSE, high);
      draw_part (self, row, 0.0, to, TRUE, high);
    }
  else if (from != to)
    draw_part (self, row, from, to, TRUE, high);
}

/* The two sides meet at the result, or at the bar's nearer end where the slider stands outside its plausible range. */
static void
draw_bar (const Tornado *self,
          int            row)
{
  const SoulsSwing *swing = &self->swing[row];
  double middle = CLAMP (self->answer, MIN (swing->at_low, swing->at_high),
                         MAX (swing->at_low, swing->at_high));

  draw_side (self, row, middle, swing->at_low, FALSE);
  draw_side (self, row, middle, swing->at_high, TRUE);
}

static void
draw_end (const Tornado *self,
          int            row,
          gboolean       high)
{
  const SoulsFrame *frame = &self->area.frame;
  const SoulsSwing *swing = &self->swing[row];
  gboolean is_right = high == (swing->at_high >= swing->at_low);
  double x = souls_across_x (&self->area, high ? swing->at_high : swing->at_low);
  double away = (is_right ? 0.5 : -0.5) * frame->grid;
  SoulsBox bounds = { frame->plot.x - frame->grid / 2.0, 0.0, frame->plot.width + frame->grid,
                      souls_scene_get_height (self->draft->scene) };
  SoulsTextStyle style = style_end (self);
  g_autofree char *hint = say_end (self, row, high, row == 0);
  g_autofree char *plain = say_end (self, row, high, FALSE);

  style.anchor_x = is_right ? 0.0 : 1.0;
  if (!souls_draft_try_note (self->draft, &bounds, hint, x + away, get_middle (self, row), style))
    souls_draft_try_note (self->draft, &bounds, plain, x + away, get_middle (self, row), style);
}

static void
draw_name (const Tornado *self,
           int            row)
{
  const SoulsBox *body = &self->area.frame.body;
  const SoulsChartInput *input = self->draft->input;
  const SoulsSwing *swing = &self->swing[row];
  g_autofree char *name = say_name (self, row);
  g_autofree char *value = say_swing (self, swing);
  SoulsBox box = { body->x, self->area.frame.plot.y + row * self->row, body->width, self->row };

  souls_draft_try_text (self->draft, NULL, name, body->x, get_middle (self, row), style_name (self));
  souls_draft_add_target (self->draft, box, SOULS_KEY_DRIVER + (guint) swing->driver,
                          souls_driver_words (input->words, swing->driver), value,
                          SOULS_METRIC_WITHOUT_AWS, self->year);
}

/* The next number that is not less, to three figures. */
static double
round_up (double million)
{
  double step = pow (10.0, floor (log10 (MAX (million, 1.0))) - 2.0);

  return ceil (million / step + 1e-6) * step;
}

/* The bars that have no room: one line for all, and for each something to walk to. */
static void
draw_rest (const Tornado *self)
{
  const SoulsChartInput *input = self->draft->input;
  const SoulsFrame *frame = &self->area.frame;
  int n = self->n - self->n_rows;
  g_autofree char *number = souls_words_number (input->words, n, 0);
  g_autofree char *most = NULL;
  g_autofree char *text = NULL;
  SoulsBox box = { frame->body.x, souls_box_bottom (frame->body) - frame->line, frame->body.width,
                   frame->line };
  SoulsTextStyle style = { .color = SOULS_COLOR_DIM, .em = 0.85, .anchor_y = 1.0,
                           .max_width = frame->body.width };

  if (n == 0)
    return;
  most = souls_words_money (input->words, round_up (souls_swing_width (&self->swing[self->n_rows])));
  text = souls_fill_plural (input->words, rest[0], rest[1], n, number, most, NULL);
  souls_draft_try_text (self->draft, NULL, text, box.x, souls_box_bottom (box), style);
  for (int i = self->n_rows; i < self->n; i++)
    {
      const SoulsSwing *swing = &self->swing[i];
      g_autofree char *value = say_swing (self, swing);

      souls_draft_add_target (self->draft, box, SOULS_KEY_DRIVER + (guint) swing->driver,
                              souls_driver_words (input->words, swing->driver), value,
                              SOULS_METRIC_WITHOUT_AWS, self->year);
    }
  souls_draft_add_target (self->draft, box, KEY_REST, souls_words_say (input->words, rest_name),
                          text, SOULS_METRIC_WITHOUT_AWS, self->year);
}

/* A result over its line, moved inwards where it would not end inside. */
static void
label_result (const Tornado *self,
              double         value,
              const char    *pattern,
              gboolean       bold)
{
  const SoulsFrame *frame = &self->area.frame;
  g_autofree char *amount = souls_words_money (self->area.words, value);
  g_autofree char *text = souls_fill (self->area.words, pattern, amount, NULL);
  const char *const texts[] = { text, amount };
  SoulsTextStyle style = { .color = bold ? SOULS_COLOR_TEXT : SOULS_COLOR_DIM, .em = bold ? 1.0 : 0.85,
                           .bold = bold, .anchor_x = 0.5, .anchor_y = 1.0, .tabular = TRUE };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      double half = souls_draft_text_width (self->draft, texts[i], style) / 2.0;
      double x = MAX (MIN (souls_across_x (&self->area, value), souls_box_right (frame->body) - half),
                      frame->body.x + half);

      if (souls_draft_try_text (self->draft, NULL, texts[i], x, frame->plot.y - frame->grid / 3.0,
                                style))
        return;
    }
}

static void
add_result_target (const Tornado *self,
                   SoulsOrigin    origin,
                   guint          key,
                   const char    *name,
                   double         value)
{
  const SoulsChartInput *input = self->draft->input;
  const SoulsFrame *frame = &self->area.frame;
  SoulsBox box = { souls_across_x (&self->area, value), frame->plot.y - frame->line, 0.0,
                   frame->line };
  g_autofree char *text = souls_value_in_words (input, origin, SOULS_METRIC_WITHOUT_AWS, self->year);

  souls_draft_add_target (self->draft, box, key, souls_words_say (input->words, name), text,
                          SOULS_METRIC_WITHOUT_AWS, self->year);
}

static void
draw_results (const Tornado *self)
{
  label_result (self, self->answer, answer_pattern, TRUE);
  if (!isnan (self->baseline))
    {
      label_result (self, self->baseline, baseline_pattern, FALSE);
      add_result_target (self, SOULS_ORIGIN_BASELINE, KEY_BASELINE, ghost_name, self->baseline);
    }
  add_result_target (self, SOULS_ORIGIN_SCENARIO, KEY_ANSWER, answer_name, self->answer);
}

static void
draw_rows (const Tornado *self)
{
  for (int i = 0; i < self->n_rows; i++)
    draw_bar (self, i);
  if (!isnan (self->baseline))
    souls_across_add_rule (&self->area, self->draft, self->baseline,
                           (SoulsStyle) { .stroke = SOULS_COLOR_GHOST, .dashed = TRUE });
  souls_across_add_rule (&self->area, self->draft, self->answer,
                         (SoulsStyle) { .stroke = SOULS_COLOR_TEXT,
                                        .line_width = 1.5 * self->area.unit });
  for (int i = 0; i < self->n_rows; i++)
    draw_name (self, i);
  for (int i = 0; i < 2 * self->n_rows; i++)
    draw_end (self, i / 2, i % 2 == 1);
  draw_rest (self);
}

void
souls_tornado_layout (SoulsDraft *draft)
{
  Tornado self = { .draft = draft };
  SoulsFrame *frame = &self.area.frame;

  compute (&self);
  open_area (&self);
  souls_area_reserve_rows (&self.area, frame->line + frame->grid / 3.0,
                           souls_across_row_height (&self.area));
  fit_rows (&self);
  measure_names (&self);
  souls_frame_reserve_sides (frame, self.names + (self.n > 0 ? frame->grid : 0.0), 0.0);
  set_values (&self);
  souls_across_add_grid (&self.area, draft);
  if (isnan (self.answer))
    return;
  draw_rows (&self);
  draw_results (&self);
}
