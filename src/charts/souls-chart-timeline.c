/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "souls-chart-others.h"
#include "souls-chart-timeline.h"

#include <math.h>

/* How many of some years end in a loss without AWS. */
typedef enum
{
  LOSSES_NONE,
  LOSSES_SOME,
  LOSSES_ALL,
  N_LOSSES
} Losses;

typedef struct
{
  const char *singular;
  const char *plural;
} Message;

/* Translators: %1$s is the number of years with a loss, %2$s the number of years, which decides
 * about singular and plural. */
static const Message filed_findings[2][N_LOSSES] = {
  {
    [LOSSES_NONE] = { NP_("Without AWS, Amazon earned money in the one reported year.",
                           "Without AWS, Amazon earned money in each of %2$s reported years.") },
    [LOSSES_SOME] = { NP_("Without AWS, Amazon lost money in %1$s of %2$s reported year.",
                           "Without AWS, Amazon lost money in %1$s of %2$s reported years.") },
    [LOSSES_ALL] = { NP_("Without AWS, Amazon lost money in the one reported year.",
                          "Without AWS, Amazon lost money in each of %2$s reported years.") },
  },
  {
    [LOSSES_NONE] = { NP_(
      "Without AWS, Amazon would have earned money in the one reported year.",
      "Without AWS, Amazon would have earned money in each of %2$s reported years.") },
    [LOSSES_SOME] = { NP_(
      "Without AWS, Amazon would have lost money in %1$s of %2$s reported year.",
      "Without AWS, Amazon would have lost money in %1$s of %2$s reported years.") },
    [LOSSES_ALL] = { NP_(
      "Without AWS, Amazon would have lost money in the one reported year.",
      "Without AWS, Amazon would have lost money in each of %2$s reported years.") },
  },
};

/* Translators: the second sentence of the title; "it" is Amazon without AWS. */
static const Message projected_losses[N_LOSSES] = {
  [LOSSES_SOME] = { NP_("It would lose money in %1$s of %2$s projected year.",
                        "It would lose money in %1$s of %2$s projected years.") },
  [LOSSES_ALL] = { NP_("It would lose money in the one projected year.",
                       "It would lose money in each of %2$s projected years.") },
};

/* Translators: the second sentence of the title; "it" is Amazon without AWS; a fiscal year and an
 * amount. */
static const char *const projected_profit = N_("In fiscal %1$s it would earn %2$s.");

/* Translators: two whole sentences, one after the other. */
static const char *const two_sentences = N_("%1$s %2$s");

/* Translators: for who does not see the chart: two fiscal years, then amounts with AWS in both,
 * then without AWS in both. */
static const char *const description = N_(
  "Operating income from fiscal %1$s to fiscal %2$s: with AWS from %3$s to %4$s, without AWS from %5$s to %6$s.");

static const char *const measure = N_("Operating income, fiscal %1$s–%2$s");
static const char *const no_result = N_("There is no result to show.");
/* Translators: what a point of the chart is: a name and its fiscal year. */
static const char *const point_name = N_("%1$s, fiscal %2$s");
/* Translators: beside dots that show what came after an older base year. */
static const char *const filed_note = N_("as reported");

/*
 * Line:
 * @metric: what it shows
 * @name: marked for translation
 */
typedef struct
{
  SoulsMetric metric;
  const char *name;
  SoulsColor color;
} Line;

enum
{
  LINE_WITH,
  LINE_WITHOUT,
  N_LINES
};

G_STATIC_ASSERT (N_LINES == SOULS_TIMELINE_LINES);

static const Line lines[N_LINES] = {
  [LINE_WITH] = { SOULS_METRIC_INCOME_TOTAL, N_("With AWS"), SOULS_COLOR_COMPANY },
  [LINE_WITHOUT] = { SOULS_METRIC_WITHOUT_AWS, N_("Without AWS"), SOULS_COLOR_STORES },
};

/* Keys of targets: the origin and the line above the fiscal year. */
#define KEY(origin, line, year)                                                                    \
  (((guint) (origin) *N_LINES + (guint) (line)) * 10000u + (guint) (year))

typedef SoulsTimelineSpan Span;
typedef SoulsTimeline Timeline;

static Span
get_span (const SoulsChartInput *input)
{
  return (Span) {
    .first = souls_input_first_year (input),
    .base = input->results->base_year,
    .end = input->results->base_year + input->results->horizon,
    .filed = souls_input_last_filed (input),
    .last = souls_input_last_year (input),
  };
}

/* Counts years with a result in @n, returns those with a loss. */
static int
count_losses (const SoulsDraft *draft,
              SoulsOrigin       origin,
              int               from,
              int               to,
              int              *n)
{
  int losses = 0;

  *n = 0;
  for (int year = from; year <= to; year++)
    {
      double value = souls_draft_value (draft, origin, SOULS_METRIC_WITHOUT_AWS, year);

      *n += !isnan (value);
      losses += value < 0.0;
    }
  return losses;
}

static Losses
judge_losses (int losses,
              int n)
{
  return losses == 0 ? LOSSES_NONE : losses == n ? LOSSES_ALL : LOSSES_SOME;
}

/* (transfer full): a sentence about the filings, or NULL where there are none */
static char *
say_filed (const SoulsDraft *draft,
           const Span       *span)
{
  int n;
  int losses = count_losses (draft, SOULS_ORIGIN_FILED, span->first, span->filed, &n);
  const Message *message =
    &filed_findings[souls_input_rung (draft->input) > 0][judge_losses (losses, n)];
  g_autofree char *losses_text = g_strdup_printf ("%d", losses);
  g_autofree char *n_text = g_strdup_printf ("%d", n);

  if (n == 0)
    return NULL;
  return souls_fill_plural (draft->input->words, message->singular, message->plural, n, losses_text,
                            n_text, NULL);
}

/* (transfer full): a sentence about the projection, or NULL where there is none */
static char *
say_projected (const SoulsDraft *draft,
               const Span       *span)
{
  const SoulsWords *words = draft->input->words;
  int n;
  int losses = count_losses (draft, SOULS_ORIGIN_SCENARIO, span->base + 1, span->end, &n);
  Losses kind = judge_losses (losses, n);
  double value =
    souls_draft_value (draft, SOULS_ORIGIN_SCENARIO, SOULS_METRIC_WITHOUT_AWS, span->end);
  g_autofree char *losses_text = g_strdup_printf ("%d", losses);
  g_autofree char *n_text = g_strdup_printf ("%d", n);
  g_autofree char *year = souls_year_text (span->end);
  g_autofree char *amount = souls_amount (words, value);

  if (n == 0 || isnan (value))
    return NULL;
  if (kind == LOSSES_NONE)
    return souls_fill (words, projected_profit, year, amount, NULL);
  return souls_fill_plural (words, projected_losses[kind].singular, projected_losses[kind].plural,
                            n, losses_text, n_text, NULL);
}

static char *
say_finding (const SoulsDraft *draft,
             const Span       *span)
{
  g_autofree char *filed = say_filed (draft, span);
  g_autofree char *compared = souls_timeline_say_others (draft, span);
  g_autofree char *projected = compared ? g_steal_pointer (&compared) : say_projected (draft, span);

  if (filed && projected)
    return souls_fill (draft->input->words, two_sentences, filed, projected, NULL);
  if (filed)
    return g_steal_pointer (&filed);
  return g_strdup (souls_words_say (draft->input->words, no_result));
}

/* @first: (transfer full) */
static char *
join_sentences (const SoulsWords *words,
                char             *first,
                const char       *second)
{
  char *both = souls_fill (words, two_sentences, first, second, NULL);

  g_free (first);
  return both;
}

static char *
say_description (const SoulsDraft *draft,
                 const Span       *span)
{
  const SoulsWords *words = draft->input->words;
  g_autofree char *first = souls_year_text (span->first);
  g_autofree char *end = souls_year_text (span->end);
  g_autofree char *others = souls_timeline_describe_others (draft, span);
  char *amount[N_LINES][2];
  char *text;

  for (int i = 0; i < N_LINES; i++)
    for (int j = 0; j < 2; j++)
      amount[i][j] =
        souls_words_money (words, souls_draft_value (draft, SOULS_ORIGIN_SCENARIO, lines[i].metric,
                                                     j == 0 ? span->first : span->end));
  text = souls_fill (words, description, first, end, amount[0][0], amount[0][1], amount[1][0],
                     amount[1][1], NULL);
  for (int i = 0; i < N_LINES; i++)
    for (int j = 0; j < 2; j++)
      g_free (amount[i][j]);
  return others ? join_sentences (words, text, others) : text;
}

static SoulsRange
get_range (const SoulsDraft *draft,
           const Span       *span)
{
  SoulsRange range = souls_range_include (souls_range_empty (), 0.0);

  for (int i = 0; i < N_LINES; i++)
    for (int year = span->first; year <= span->last; year++)
      {
        range = souls_range_include (
          range, souls_draft_value (draft, SOULS_ORIGIN_SCENARIO, lines[i].metric, year));
        range = souls_range_include (
          range, souls_draft_value (draft, SOULS_ORIGIN_FILED, lines[i].metric, year));
        if (draft->input->moved)
          range = souls_range_include (
            range, souls_draft_value (draft, SOULS_ORIGIN_BASELINE, lines[i].metric, year));
      }
  range = souls_timeline_include_fan (draft, span, range);
  return souls_timeline_include_others (draft, span, range);
}

static double
get_x (const Timeline *self,
       int             year)
{
  return souls_band_scale_center (&self->bands, (guint) (year - self->span.first));
}

/* (out) whether there is a value; the point on the plot */
static gboolean
get_point (const Timeline *self,
           SoulsOrigin     origin,
           SoulsMetric     metric,
           int             year,
           SoulsPoint     *point)
{
  double value = souls_draft_value (self->draft, origin, metric, year);

  *point = (SoulsPoint) { get_x (self, year), souls_area_y (&self->area, value) };
  return !isnan (value);
}

/* A line through years; broken where there is no result. */
static void
draw_line (const Timeline *self,
           SoulsOrigin     origin,
           SoulsMetric     metric,
           int             from,
           int             to,
           SoulsStyle      style)
{
  SoulsPoint points[SOULS_MAX_HISTORY + SOULS_MAX_YEARS];
  int n = 0;

  for (int year = from; year <= to + 1; year++)
    {
      if (year <= to && n < (int) G_N_ELEMENTS (points) &&
          get_point (self, origin, metric, year, &points[n]))
        {
          n++;
          continue;
        }
      if (n > 1)
        souls_scene_add_line (self->draft->scene, points, n, style);
      n = 0;
    }
}

/* Where the straight line between two years' values passes zero. */
static SoulsPoint
find_crossing (const Timeline *self,
               int             year,
               double          before,
               double          after)
{
  double t = before / (before - after);

  return (SoulsPoint) { get_x (self, year - 1) + t * self->bands.step,
                        souls_area_y (&self->area, 0.0) };
}

/* The ground between zero and a line below it, hatched: each run of losses is one shape. */
static void
draw_losses (const Timeline *self,
             SoulsMetric     metric)
{
  SoulsPoint points[2 * (SOULS_MAX_HISTORY + SOULS_MAX_YEARS)];
  SoulsStyle style = { .fill = SOULS_COLOR_STORES, .hatched = TRUE };
  double zero = souls_area_y (&self->area, 0.0);
  double before = NAN;
  int n = 0;

  for (int year = self->span.first; year <= self->span.end + 1; year++)
    {
      double value = year <= self->span.end
                     ? souls_draft_value (self->draft, SOULS_ORIGIN_SCENARIO, metric, year) : NAN;

      if (value < 0.0)
        {
          if (n == 0)
            points[n++] = before >= 0.0 ? find_crossing (self, year, before, value)
                                        : (SoulsPoint) { get_x (self, year), zero };
          points[n++] = (SoulsPoint) { get_x (self, year), souls_area_y (&self->area, value) };
        }
      else if (n > 0)
        {
          points[n++] = value >= 0.0 ? find_crossing (self, year, before, value)
                                     : (SoulsPoint) { get_x (self, year - 1), zero };
          if (n > 2)
            souls_scene_add_polygon (self->draft->scene, points, n, style);
          n = 0;
        }
      before = value;
    }
}

/* What the filings say of the years after an older base year: dots, so that they are not taken for
 * the projection. */
static void
draw_filed (const Timeline *self)
{
  for (int i = 0; i < N_LINES; i++)
    {
      SoulsStyle style = { .stroke = lines[i].color, .line_width = self->area.unit };

      draw_line (self, SOULS_ORIGIN_FILED, lines[i].metric, self->span.base, self->span.filed,
                 style);
      for (int year = self->span.base + 1; year <= self->span.filed; year++)
        {
          SoulsPoint point;

          if (get_point (self, SOULS_ORIGIN_FILED, lines[i].metric, year, &point))
            souls_scene_add_dot (self->draft->scene, point, self->area.em * 0.2,
                                 (SoulsStyle) { .fill = lines[i].color });
        }
    }
}

static void
label_filed (const Timeline *self)
{
  SoulsTextStyle style = { .color = SOULS_COLOR_DIM, .em = 0.85, .anchor_x = 1.0, .anchor_y = 1.0 };
  SoulsPoint point;

  if (self->span.filed > self->span.base &&
      get_point (self, SOULS_ORIGIN_FILED, SOULS_METRIC_INCOME_TOTAL, self->span.filed, &point))
    souls_draft_try_text (
      self->draft, &self->area.frame.plot, souls_words_say (self->draft->input->words, filed_note),
      point.x - self->area.frame.grid, point.y - self->area.frame.grid / 2.0, style);
}

static void
draw_lines (const Timeline *self)
{
  const Span *span = &self->span;
  SoulsStyle ghost = { .stroke = SOULS_COLOR_GHOST, .dashed = TRUE };

  draw_losses (self, lines[LINE_WITHOUT].metric);
  if (self->draft->input->moved)
    for (int i = 0; i < N_LINES; i++)
      draw_line (self, SOULS_ORIGIN_BASELINE, lines[i].metric, span->base, span->end, ghost);
  if (span->filed > span->base)
    draw_filed (self);
  souls_timeline_draw_others (self);
  for (int i = 0; i < N_LINES; i++)
    draw_line (self, SOULS_ORIGIN_SCENARIO, lines[i].metric, span->first, span->end,
               (SoulsStyle) { .stroke = lines[i].color });
}

/* Hollow dots on years of loss: the shape says it, not the colour alone. */
static void
draw_loss_dots (const Timeline *self)
{
  double radius = MIN (self->area.em * 0.28, self->bands.step * 0.4);

  for (int year = self->span.first; year <= self->span.end; year++)
    {
      SoulsPoint point;

      if (get_point (self, SOULS_ORIGIN_SCENARIO, lines[LINE_WITHOUT].metric, year, &point) &&
          souls_draft_value (self->draft, SOULS_ORIGIN_SCENARIO, lines[LINE_WITHOUT].metric, year) <
            0.0)
        souls_scene_add_dot (self->draft->scene, point, radius,
                             (SoulsStyle) { .fill = SOULS_COLOR_PAPER,
                                            .stroke = SOULS_COLOR_STORES,
                                            .line_width = 1.5 * self->area.unit });
    }
}

static SoulsMarkLabel
get_end_label (const Timeline *self,
               int             i,
               const char     *value)
{
  return (SoulsMarkLabel) { souls_words_say (self->draft->input->words, lines[i].name), value,
                            lines[i].color,
                            .max_width = floor (self->area.frame.body.width * SOULS_LABELS_PART) };
}

/* Name and last value at the right end of each line. */
static void
label_ends (const Timeline *self)
{
  SoulsMarkLabel labels[N_LINES];
  double wanted[N_LINES];
  char *values[N_LINES];

  for (int i = 0; i < N_LINES; i++)
    {
      double value =
        souls_draft_value (self->draft, SOULS_ORIGIN_SCENARIO, lines[i].metric, self->span.end);
      SoulsPoint end;

      values[i] = souls_words_money (self->draft->input->words, value);
      labels[i] = get_end_label (self, i, values[i]);
      wanted[i] = get_point (self, SOULS_ORIGIN_SCENARIO, lines[i].metric, self->span.end, &end)
                    ? end.y
                    : NAN;
    }
  souls_timeline_place_labels (self, labels, wanted);
  for (int i = 0; i < N_LINES; i++)
    g_free (values[i]);
}

static double
measure_ends (const Timeline *self)
{
  g_autofree char *widest = souls_widest_amount (self->draft->input->words);
  double width = 0.0;

  for (int i = 0; i < N_LINES; i++)
    {
      SoulsMarkLabel label = get_end_label (self, i, widest);

      width = MAX (width, souls_draft_label_width (self->draft, &label));
    }
  return MAX (width, souls_timeline_measure_others (self));
}

/* Dots on both lines in the year under the scrubber. */
static void
draw_cursor_dots (const Timeline *self)
{
  for (int i = 0; i < N_LINES; i++)
    {
      SoulsPoint point;

      if (get_point (self, SOULS_ORIGIN_SCENARIO, lines[i].metric, self->draft->input->year,
                     &point))
        souls_scene_add_dot (self->draft->scene, point, self->area.em * 0.36,
                             (SoulsStyle) { .fill = lines[i].color,
                                            .stroke = SOULS_COLOR_PAPER,
                                            .line_width = 1.5 * self->area.unit });
    }
}

/* How much of a year a label would hide: points of the lines from that year on, and the ring of a
 * loss. */
static int
count_hidden_in_year (const Timeline *self,
                      SoulsBox        box,
                      int             i,
                      int             year)
{
  SoulsPoint here, next;
  int n = 0;

  if (!get_point (self, SOULS_ORIGIN_SCENARIO, lines[i].metric, year, &here))
    return 0;
  if (here.y > souls_area_y (&self->area, 0.0) && souls_box_contains (box, here.x, here.y))
    n += 4;
  if (year == self->span.end ||
      !get_point (self, SOULS_ORIGIN_SCENARIO, lines[i].metric, year + 1, &next))
    return n;
  for (double t = 0.0; t < 1.0; t += 0.25)
    n += souls_box_contains (box, here.x + t * (next.x - here.x), here.y + t * (next.y - here.y));
  return n;
}

static int
count_hidden (const Timeline *self,
              SoulsBox        box)
{
  SoulsBox wide = { box.x - 3.0, box.y - 3.0, box.width + 6.0, box.height + 6.0 };
  int n = 0;

  for (int i = 0; i < N_LINES; i++)
    for (int year = self->span.first; year <= self->span.end; year++)
      n += count_hidden_in_year (self, wide, i, year);
  return n;
}

/* A corner beside a dot: the sign of the way from the dot to the label. */
typedef struct
{
  double x;
  double y;
} Corner;

/* Above left and below right are free where lines rise, which is what they mostly do. */
static const Corner corners[] = { { -1.0, -1.0 }, { 1.0, 1.0 }, { 1.0, -1.0 }, { -1.0, 1.0 } };

static SoulsTextStyle
style_cursor_label (int           i,
                    const Corner *corner)
{
  return (SoulsTextStyle) { .color = lines[i].color,
                            .em = 1.0,
                            .bold = TRUE,
                            .tabular = TRUE,
                            .anchor_x = corner->x < 0.0 ? 1.0 : 0.0,
                            .anchor_y = corner->y < 0.0 ? 1.0 : 0.0 };
}

/* A label that hides as many points as this is left to the tooltip. */
#define MOST_HIDDEN 4

/* One value beside its dot, in the corner where it hides least; not at all where it has no room or
 * hides too much. */
static void
label_cursor (const Timeline *self,
              int             i)
{
  int year = self->draft->input->year;
  double value = souls_draft_value (self->draft, SOULS_ORIGIN_SCENARIO, lines[i].metric, year);
  double away = self->area.em * 0.5;
  g_autofree char *text = souls_words_money (self->draft->input->words, value);
  const Corner *best = NULL;
  int least = MOST_HIDDEN;
  SoulsPoint dot;

  if (!get_point (self, SOULS_ORIGIN_SCENARIO, lines[i].metric, year, &dot))
    return;
  for (guint j = 0; j < G_N_ELEMENTS (corners); j++)
    {
      const Corner *corner = &corners[i == LINE_WITH ? j : j ^ 1];
      SoulsBox box =
        souls_scene_measure_text (self->draft->scene, text, style_cursor_label (i, corner));
      int hidden;

      box.x += dot.x + corner->x * away;
      box.y += dot.y + corner->y * away;
      hidden =
        souls_box_holds (self->area.frame.plot, box, 0.0) ? count_hidden (self, box) : G_MAXINT;
      if (hidden < least)
        {
          best = corner;
          least = hidden;
        }
    }
  if (best)
    souls_draft_try_note (self->draft, &self->area.frame.plot, text, dot.x + best->x * away,
                          dot.y + best->y * away, style_cursor_label (i, best));
}

static void
add_target (const Timeline *self,
            SoulsOrigin     origin,
            int             i,
            int             year)
{
  const SoulsChartInput *input = self->draft->input;
  g_autofree char *year_text = souls_year_text (year);
  g_autofree char *name = NULL;
  g_autofree char *value = NULL;
  SoulsPoint point;

  if (!get_point (self, origin, lines[i].metric, year, &point))
    return;
  name = souls_fill (input->words, point_name, souls_words_say (input->words, lines[i].name),
                     year_text, NULL);
  value = souls_value_in_words (input, origin, lines[i].metric, year);
  souls_draft_add_target (
    self->draft, (SoulsBox) { point.x - self->bands.step / 2.0, point.y, self->bands.step, 0.0 },
    KEY (origin, i, year), name, value, lines[i].metric, year);
}

/* The line without AWS, where it can still be changed. */
static void
add_handles (const Timeline *self)
{
  const SoulsMetric metric = lines[LINE_WITHOUT].metric;

  for (int year = self->span.base + 1; year <= self->span.end; year++)
    souls_area_add_handle (&self->area, self->draft, get_x (self, year) - self->bands.step / 2.0, self->bands.step,
                           souls_draft_value (self->draft, SOULS_ORIGIN_SCENARIO, metric, year),
                           KEY (SOULS_ORIGIN_SCENARIO, LINE_WITHOUT, year), metric, year);
}

static void
add_targets (const Timeline *self)
{
  souls_timeline_add_other_targets (self);
  for (int year = self->span.first; year <= self->span.last; year++)
    for (int i = 0; i < N_LINES; i++)
      {
        if (self->draft->input->moved && year > self->span.base && year <= self->span.end)
          add_target (self, SOULS_ORIGIN_BASELINE, i, year);
        if (year > self->span.base)
          add_target (self, SOULS_ORIGIN_FILED, i, year);
        add_target (self, SOULS_ORIGIN_SCENARIO, i, year);
      }
}

static void
set_words (Timeline *self)
{
  const SoulsChartInput *input = self->draft->input;
  g_autofree char *first = souls_year_text (self->span.first);
  g_autofree char *last = souls_year_text (self->span.last);
  g_autofree char *what = souls_fill (input->words, measure, first, last, NULL);
  g_autofree char *plain = souls_subtitle (input, what, TRUE, TRUE);
  g_autofree char *noted = souls_timeline_note_fan (self->draft, plain);
  g_autofree char *subtitle = souls_note_others (input, noted);
  g_autofree char *finding = say_finding (self->draft, &self->span);
  g_autofree char *spoken = say_description (self->draft, &self->span);

  souls_area_open (&self->area, self->draft, finding, subtitle, spoken);
}

void
souls_timeline_layout (SoulsDraft *draft)
{
  Timeline self = { .draft = draft, .span = get_span (draft->input) };
  SoulsArea *area = &self.area;

  set_words (&self);
  souls_frame_reserve_labels (&area->frame);
  souls_frame_reserve_strip (&area->frame);
  souls_frame_reserve_sides (&area->frame, 0.0, measure_ends (&self) + area->frame.grid);
  souls_area_set_values (area, draft, SOULS_AXIS_MONEY, get_range (draft, &self.span));
  self.bands = souls_band_scale ((guint) (self.span.last - self.span.first + 1), area->frame.plot.x,
                                 souls_box_right (area->frame.plot), 1.0);

  souls_area_add_tint (area, draft, &self.bands);
  souls_frame_add_grid (&area->frame, draft->scene);
  souls_area_add_cursor (area, draft, get_x (&self, draft->input->year));
  souls_timeline_draw_fan (&self);
  draw_lines (&self);
  souls_frame_add_zero (&area->frame, draft->scene);
  draw_loss_dots (&self);
  draw_cursor_dots (&self);
  souls_area_add_years (area, draft, &self.bands);
  label_ends (&self);
  for (int i = 0; i < N_LINES && draft->input->year != self.span.end; i++)
    label_cursor (&self, i);
  label_filed (&self);
  add_targets (&self);
  souls_timeline_add_fan_targets (&self);
  add_handles (&self);
}
