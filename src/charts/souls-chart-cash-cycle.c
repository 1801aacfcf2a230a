/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "souls-chart-area.h"

#include <math.h>

/* px of a bar that can be seen */
#define LEAST_WIDTH 0.25

enum
{
  ROW_INVENTORY,
  ROW_RECEIVABLE,
  ROW_PAYABLE,
  ROW_GAP,
  N_ROWS
};

/*
 * Row:
 * @name: marked for translation
 * @driver: what gives its days, or %SOULS_N_DRIVERS for the cycle
 */
typedef struct
{
  const char *name;
  SoulsColor color;
  SoulsDriver driver;
} Row;

/* From the top: what happens to the goods, what the suppliers wait for, what is between. Goods are
 * the stores'; customers owe the whole company. */
static const Row rows[N_ROWS] = {
  [ROW_INVENTORY] = { N_("Goods in stock"), SOULS_COLOR_STORES, SOULS_DRIVER_INVENTORY_DAYS },
  [ROW_RECEIVABLE] = { N_("Customers owe"), SOULS_COLOR_COMPANY, SOULS_DRIVER_RECEIVABLE_DAYS },
  [ROW_PAYABLE] = { N_("Suppliers wait"), SOULS_COLOR_OTHER, SOULS_DRIVER_PAYABLE_DAYS },
  [ROW_GAP] = { N_("Cash conversion cycle"), SOULS_COLOR_COMPANY, SOULS_N_DRIVERS },
};

enum
{
  EVENT_BOUGHT,
  EVENT_SOLD,
  EVENT_CASH,
  EVENT_PAID,
  N_EVENTS
};

/* Translators: what happens on a day, short: at the line of that day. */
static const char *const event_names[N_EVENTS] = {
  [EVENT_BOUGHT] = N_("goods bought"),
  [EVENT_SOLD] = N_("sold"),
  [EVENT_CASH] = N_("customers paid"),
  [EVENT_PAID] = N_("suppliers paid"),
};

/* Who pays for the days between, and whether the balance says so too. */
typedef enum
{
  CASE_LENT,       /* suppliers are paid later, and lend */
  CASE_LATE,       /* suppliers are paid later, and yet more is tied up than they lend */
  CASE_TIED,       /* suppliers are paid earlier */
  CASE_EVEN,       /* on the same day */
  N_CASES
} Case;

typedef struct
{
  const char *singular;
  const char *plural;
} Sentence;

/* Translators: %1$s is a fiscal year, %2$s a number of days, %3$s an amount: with its sign where it is
 * a float, without where it is tied up. */
static const Sentence findings[2][N_CASES] = {
  {
    [CASE_LENT] = { NP_ (
      "In fiscal %1$s suppliers were paid %2$s day after customers had paid: a float of %3$s.",
      "In fiscal %1$s suppliers were paid %2$s days after customers had paid: a float of %3$s.") },
    [CASE_LATE] = { NP_ (
      "In fiscal %1$s suppliers were paid %2$s day after customers had paid, yet the float was %3$s.",
      "In fiscal %1$s suppliers were paid %2$s days after customers had paid, yet the float was %3$s.") },
    [CASE_TIED] = { NP_ (
      "In fiscal %1$s suppliers were paid %2$s day before customers had paid, which tied up %3$s.",
      "In fiscal %1$s suppliers were paid %2$s days before customers had paid, which tied up %3$s.") },
    [CASE_EVEN] = { NP_ (
      "In fiscal %1$s suppliers were paid when customers paid: nobody lent for long.",
      "In fiscal %1$s suppliers were paid when customers paid: nobody lent for long.") },
  },
  {
    [CASE_LENT] = { NP_ (
      "In fiscal %1$s suppliers would be paid %2$s day after customers have paid: a float of %3$s.",
      "In fiscal %1$s suppliers would be paid %2$s days after customers have paid: a float of %3$s.") },
    [CASE_LATE] = { NP_ (
      "In fiscal %1$s suppliers would be paid %2$s day after customers have paid, yet the float would be %3$s.",
      "In fiscal %1$s suppliers would be paid %2$s days after customers have paid, yet the float would be %3$s.") },
    [CASE_TIED] = { NP_ (
      "In fiscal %1$s suppliers would be paid %2$s day before customers have paid, which would tie up %3$s.",
      "In fiscal %1$s suppliers would be paid %2$s days before customers have paid, which would tie up %3$s.") },
    [CASE_EVEN] = { NP_ (
      "In fiscal %1$s suppliers would be paid when customers pay: nobody would lend for long.",
      "In fiscal %1$s suppliers would be paid when customers pay: nobody would lend for long.") },
  },
};

/* Translators: for who does not see the chart: a fiscal year, numbers of days, an amount with its
 * sign. */
static const char *const description = N_(
  "Fiscal %1$s, in days: goods lie in stock for %2$s, customers owe for %3$s, suppliers wait for %4$s; the cash conversion cycle is %5$s, the float %6$s.");
static const char *const measure = N_("Days from buying goods to cash and to paying for them, fiscal %1$s");
static const char *const no_result = N_("There is no result for fiscal %1$s.");
static const char *const float_name = N_("Float");
/* Translators: %1$s is a number of days, %2$s an amount. */
static const char *const gap_pattern = N_("%1$s · float %2$s");
/* Translators: a number of days, which may have decimals. */
static const char *const days_pattern[2] = { NP_ ("%1$s day", "%1$s days") };
/* Translators: what kind of number it is, after the number. */
static const char *const kind_patterns[SOULS_N_KINDS] = { N_("%1$s, reported"),
                                                          N_("%1$s, estimated"),
                                                          N_("%1$s, assumed") };
static const char *const projected_pattern = N_("%1$s, projected");
static const char *const baseline_pattern = N_("%1$s, projected, baseline");

#define KEY_ROW 1
#define KEY_FLOAT 9
#define KEY_GHOST 20

/*
 * Cycle:
 * @days: by row; the last is what is left of the others
 */
typedef struct
{
  double days[N_ROWS];
} Cycle;

/*
 * Picture:
 * @whole: the days as written, each the whole number next to it, as sliders and texts say it too: in some years what is
 *   written is a day off its sum
 * @has_ghost: whether @ghost is something to compare with
 */
typedef struct
{
  SoulsDraft *draft;
  SoulsArea area;
  SoulsLinearScale scale;
  SoulsTicks ticks;
  Cycle cycle;
  Cycle ghost;
  gboolean has_ghost;
  double whole[N_ROWS];
  double money;
  double step;
} Picture;

static Cycle
compute_cycle (const SoulsDraft *draft,
               SoulsOrigin       origin)
{
  Cycle self;

  for (int row = 0; row < ROW_GAP; row++)
    self.days[row] = souls_draft_driver (draft, origin, rows[row].driver, draft->input->year);
  self.days[ROW_GAP] =
    self.days[ROW_INVENTORY] + self.days[ROW_RECEIVABLE] - self.days[ROW_PAYABLE];
  return self;
}

/* Days on the axis where a row starts and ends; the gap runs from the cash to the payment. */
static SoulsRange
get_span (const Cycle *self,
          int          row)
{
  double sold = self->days[ROW_INVENTORY];
  double cash = sold + self->days[ROW_RECEIVABLE];
  double paid = self->days[ROW_PAYABLE];

  switch (row)
    {
    case ROW_INVENTORY:
      return (SoulsRange) { 0.0, sold };
    case ROW_RECEIVABLE:
      return (SoulsRange) { sold, cash };
    case ROW_PAYABLE:
      return (SoulsRange) { 0.0, paid };
    default:
      return (SoulsRange) { MIN (cash, paid), MAX (cash, paid) };
    }
}

static double
get_event (const Cycle *self,
           int          event)
{
  switch (event)
    {
    case EVENT_BOUGHT:
      return 0.0;
    case EVENT_SOLD:
      return self->days[ROW_INVENTORY];
    case EVENT_CASH:
      return self->days[ROW_INVENTORY] + self->days[ROW_RECEIVABLE];
    default:
      return self->days[ROW_PAYABLE];
    }
}

static void
fill_picture (Picture *self)
{
  const SoulsChartInput *input = self->draft->input;

  self->cycle = compute_cycle (self->draft, SOULS_ORIGIN_SCENARIO);
  self->ghost = compute_cycle (self->draft, SOULS_ORIGIN_BASELINE);
  self->has_ghost = input->moved && souls_input_is_projected (input, input->year) &&
                    isfinite (self->ghost.days[ROW_GAP]);
  self->money =
    souls_draft_value (self->draft, SOULS_ORIGIN_SCENARIO, SOULS_METRIC_FLOAT, input->year);
  if (!isfinite (self->cycle.days[ROW_GAP]))
    return;
  for (int row = 0; row < N_ROWS; row++)
    self->whole[row] = rint (self->cycle.days[row]);
}

static gboolean
is_drawable (const Picture *self)
{
  return isfinite (self->cycle.days[ROW_GAP]) && isfinite (self->money);
}

/* A whole number of days. (transfer full) */
static char *
say_days (const SoulsWords *words,
          double            days)
{
  g_autofree char *size = souls_words_number (words, days, 0);

  return souls_fill_plural (words, days_pattern[0], days_pattern[1], (int) fabs (days), size, NULL);
}

/* To a tenth of a day, with its kind. (transfer full) */
static char *
say_full (const Picture *self,
          const Cycle   *cycle,
          int            row)
{
  const SoulsChartInput *input = self->draft->input;
  g_autofree char *number = souls_words_number (input->words, cycle->days[row], 1);
  /* Decimals take the plural of many. */
  g_autofree char *text =
    souls_fill_plural (input->words, days_pattern[0], days_pattern[1], 100, number, NULL);
  const char *pattern = kind_patterns[souls_input_kind (input, SOULS_METRIC_CASH_CYCLE)];

  if (souls_input_is_projected (input, input->year))
    pattern = cycle == &self->ghost ? baseline_pattern : projected_pattern;
  return souls_fill (input->words, pattern, text, NULL);
}

static Case
judge (const Picture *self)
{
  if (self->whole[ROW_GAP] == 0.0)
    return CASE_EVEN;
  if (self->whole[ROW_GAP] > 0.0)
    return CASE_TIED;
  return self->money > 0.0 ? CASE_LENT : CASE_LATE;
}

static char *
say_finding (const Picture *self)
{
  const SoulsChartInput *input = self->draft->input;
  const Sentence *sentence =
    &findings[souls_input_is_projected (input, input->year) ? 1 : 0][judge (self)];
  double gap = fabs (self->whole[ROW_GAP]);
  g_autofree char *year = souls_year_text (input->year);
  g_autofree char *days = souls_words_number (input->words, gap, 0);
  g_autofree char *money = judge (self) == CASE_TIED
                             ? souls_amount (input->words, self->money)
                             : souls_words_money (input->words, self->money);

  if (!is_drawable (self))
    return souls_fill (input->words, no_result, year, NULL);
  return souls_fill_plural (input->words, sentence->singular, sentence->plural, (int) gap, year,
                            days, money, NULL);
}

static char *
say_description (const Picture *self)
{
  const SoulsWords *words = self->draft->input->words;
  g_autofree char *year = souls_year_text (self->draft->input->year);
  g_autofree char *money = souls_words_money (words, self->money);
  char *days[N_ROWS];
  char *text;

  if (!is_drawable (self))
    return souls_fill (words, no_result, year, NULL);
  for (int row = 0; row < N_ROWS; row++)
    days[row] = souls_words_number (words, self->whole[row], 0);
  text = souls_fill (words, description, year, days[ROW_INVENTORY], days[ROW_RECEIVABLE],
                     days[ROW_PAYABLE], days[ROW_GAP], money, NULL);
  for (int row = 0; row < N_ROWS; row++)
    g_free (days[row]);
  return text;
}

static void
open_area (Picture *self)
{
  const SoulsChartInput *input = self->draft->input;
  g_autofree char *year = souls_year_text (input->year);
  g_autofree char *what = souls_fill (input->words, measure, year, NULL);
  g_autofree char *subtitle =
    souls_subtitle (input, what, FALSE, souls_input_is_projected (input, input->year));
  g_autofree char *finding = say_finding (self);
  g_autofree char *spoken = say_description (self);

  souls_area_open (&self->area, self->draft, finding, subtitle, spoken);
}

/* Days are tens or hundreds: a held axis of money or shares is another chart's. */
static gboolean
is_usable (const SoulsRange *held)
{
  return held && isfinite (held->min) && isfinite (held->max) && held->min <= 0.0 &&
         held->max > 5.0 && held->max <= 2000.0;
}

/* Days run along the bottom; the last tick bears the unit. */
static void
set_days (Picture *self)
{
  SoulsBox *plot = &self->area.frame.plot;
  SoulsRange range = { 0.0, 30.0 };

  for (int row = 0; row < N_ROWS && is_drawable (self); row++)
    {
      range = souls_range_include (range, get_span (&self->cycle, row).max);
      if (self->has_ghost)
        range = souls_range_include (range, get_span (&self->ghost, row).max);
    }
  range.max = ceil (range.max / 10.0) * 10.0;
  souls_scene_set_range (self->draft->scene, range);
  if (is_usable (self->draft->frame->range))
    range = *self->draft->frame->range;
  self->ticks = souls_ticks (range, SOULS_MAX_TICKS);
  self->scale = souls_linear_scale (range, plot->x, souls_box_right (*plot));
}

/* px of a day; on a held axis that is too short, its end. */
static double
get_x (const Picture *self,
       double         day)
{
  const SoulsBox *plot = &self->area.frame.plot;

  return CLAMP (souls_linear_scale_map (&self->scale, day), plot->x, souls_box_right (*plot));
}

/* The lower part of a row is its bar, the upper one its label. */
static SoulsBox
get_bar (const Picture *self,
         const Cycle   *cycle,
         int            row)
{
  const SoulsFrame *frame = &self->area.frame;
  SoulsRange span = get_span (cycle, row);
  double top = frame->plot.y + row * self->step + frame->line + frame->grid / 3.0;
  double x = get_x (self, span.min);
  double height = MAX (MIN (self->step - frame->line - frame->grid, self->step * 0.62), 2.0);

  return (SoulsBox) { x, top, get_x (self, span.max) - x, height };
}

static void
draw_days (const Picture *self)
{
  const SoulsFrame *frame = &self->area.frame;
  double y = souls_box_bottom (frame->plot);
  SoulsPoint ends[2] = { { frame->plot.x, y }, { souls_box_right (frame->plot), y } };

  souls_scene_add_line (self->draft->scene, ends, 2, (SoulsStyle) { .stroke = SOULS_COLOR_ZERO });
  for (guint i = 0; i < self->ticks.n; i++)
    {
      double value = self->ticks.value[i];
      SoulsTextStyle style = { .color = SOULS_COLOR_DIM, .em = 1.0, .tabular = TRUE };
      g_autofree char *number = souls_words_number (self->area.words, value, 0);
      g_autofree char *days = say_days (self->area.words, value);
      const char *text = i + 1 == self->ticks.n ? days : number;
      double width = souls_draft_text_width (self->draft, text, style);
      double x = get_x (self, value) - souls_draft_text_width (self->draft, number, style) / 2.0;

      x = MAX (MIN (x, souls_box_right (frame->body) - width), frame->body.x);
      souls_draft_try_text (self->draft, NULL, text, x, y + frame->grid / 2.0, style);
    }
}

/* The name of an event over its line: in the middle, or else to one side. */
static void
name_event (const Picture *self,
            int            event,
            double         x,
            double         y)
{
  static const double anchors[] = { 0.5, 0.0, 1.0 };
  const SoulsBox *body = &self->area.frame.body;
  const char *text = souls_words_say (self->area.words, event_names[event]);
  SoulsTextStyle style = { .color = SOULS_COLOR_DIM, .em = 0.85 };
  double width = souls_draft_text_width (self->draft, text, style);

  for (guint i = 0; i < G_N_ELEMENTS (anchors); i++)
    {
      double left = MAX (MIN (x - anchors[i] * width, souls_box_right (*body) - width), body->x);

      if (souls_draft_try_text (self->draft, NULL, text, left, y, style))
        return;
    }
}

/* A line down from each event, its name on top; those who have no room beside each other go
 * without. */
static void
draw_events (const Picture *self)
{
  static const int order[N_EVENTS] = { EVENT_PAID, EVENT_CASH, EVENT_BOUGHT, EVENT_SOLD };
  const SoulsFrame *frame = &self->area.frame;

  for (int i = 0; i < N_EVENTS; i++)
    {
      double x = get_x (self, get_event (&self->cycle, order[i]));
      SoulsPoint ends[2] = { { x, frame->plot.y }, { x, souls_box_bottom (frame->plot) } };

      souls_scene_add_line (self->draft->scene, ends, 2,
                            (SoulsStyle) { .stroke = SOULS_COLOR_GRID });
      name_event (self, order[i], x, frame->plot.y - frame->line - frame->grid / 2.0);
    }
}

static void
draw_bar (const Picture *self,
          int            row)
{
  const SoulsChartInput *input = self->draft->input;
  SoulsBox box = get_bar (self, &self->cycle, row);
  SoulsStyle style = { .fill = rows[row].color, .radius = 3.0 * self->area.unit,
                       .round_end = SOULS_END_RIGHT };
  g_autofree char *value = say_full (self, &self->cycle, row);

  if (row == ROW_GAP)
    {
      style.hatched = self->cycle.days[ROW_GAP] > 0.0;
      style.round_end = SOULS_END_NONE;
    }
  if (row == ROW_RECEIVABLE)
    style.opacity = 0.5;
  if (box.width >= LEAST_WIDTH)
    {
      /* The lines of events do not show through. */
      if (row == ROW_RECEIVABLE)
        souls_scene_add_rect (self->draft->scene, box, (SoulsStyle) { .fill = SOULS_COLOR_PAPER });
      souls_scene_add_rect (self->draft->scene, box, style);
    }
  souls_draft_add_target (self->draft, box, KEY_ROW + (guint) row,
                          souls_words_say (input->words, rows[row].name), value,
                          SOULS_METRIC_CASH_CYCLE, input->year);
}

/* Where the bar would be at baseline, if elsewhere. */
static void
draw_ghost (const Picture *self,
            int            row)
{
  const SoulsChartInput *input = self->draft->input;
  const SoulsBox *plot = &self->area.frame.plot;
  SoulsBox now = get_bar (self, &self->cycle, row);
  SoulsBox box = souls_box_inset (get_bar (self, &self->ghost, row), 0.0,
                                  MIN (self->area.unit, now.height / 4.0));
  g_autofree char *value = say_full (self, &self->ghost, row);

  if (box.width >= LEAST_WIDTH &&
      (fabs (now.x - box.x) > 0.5 || fabs (now.width - box.width) > 0.5))
    souls_scene_add_rect (self->draft->scene, box,
                          (SoulsStyle) { .stroke = SOULS_COLOR_GHOST, .dashed = TRUE });
  souls_draft_add_target (
    self->draft,
    (SoulsBox) { MIN (souls_box_right (box), souls_box_right (*plot)), box.y, 0.0, box.height },
    KEY_GHOST + (guint) row, souls_words_say (input->words, rows[row].name), value,
    SOULS_METRIC_CASH_CYCLE, input->year);
}

/* (transfer full) */
static char *
say_value (const Picture *self,
           int            row)
{
  g_autofree char *days = say_days (self->area.words, self->whole[row]);
  g_autofree char *money = souls_words_money (self->area.words, self->money);

  return row == ROW_GAP ? souls_fill (self->area.words, gap_pattern, days, money, NULL)
                        : g_steal_pointer (&days);
}

/* Name and days on one line over the bar, from its start; moved to the left where they would not
 * end inside. */
static SoulsBox
draw_label (const Picture *self,
            int            row)
{
  const SoulsFrame *frame = &self->area.frame;
  const char *name = souls_words_say (self->area.words, rows[row].name);
  SoulsBox bar = get_bar (self, &self->cycle, row);
  SoulsTextStyle bold = { .color = rows[row].color, .em = 1.0, .bold = TRUE };
  SoulsTextStyle plain = { .color = rows[row].color, .em = 1.0, .tabular = TRUE };
  g_autofree char *value = say_value (self, row);
  double name_width = souls_draft_text_width (self->draft, name, bold) + frame->grid;
  double width = name_width + souls_draft_text_width (self->draft, value, plain);
  double y = bar.y - frame->line - frame->grid / 3.0;
  double x = MAX (MIN (bar.x, souls_box_right (frame->plot) - width), frame->plot.x);

  if (width > frame->plot.width)
    {
      plain.max_width = frame->plot.width;
      souls_draft_try_note (self->draft, NULL, value, frame->plot.x, y, plain);
    }
  else
    {
      souls_draft_try_note (self->draft, NULL, name, x, y, bold);
      souls_draft_try_note (self->draft, NULL, value, x + name_width, y, plain);
    }
  return (SoulsBox) { x, y, MIN (width, frame->plot.width), frame->line };
}

/* The amount stands in the label of the gap. */
static void
add_float (const Picture *self,
           SoulsBox       label)
{
  const SoulsChartInput *input = self->draft->input;
  g_autofree char *value =
    souls_value_in_words (input, SOULS_ORIGIN_SCENARIO, SOULS_METRIC_FLOAT, input->year);

  souls_draft_add_target (self->draft, label, KEY_FLOAT,
                          souls_words_say (input->words, float_name), value, SOULS_METRIC_FLOAT,
                          input->year);
}

static void
draw_rows (const Picture *self)
{
  SoulsBox label = { 0.0, 0.0, 0.0, 0.0 };

  for (int row = 0; row < N_ROWS; row++)
    draw_bar (self, row);
  for (int row = 0; row < N_ROWS && self->has_ghost; row++)
    draw_ghost (self, row);
  for (int row = 0; row < N_ROWS; row++)
    label = draw_label (self, row);
  add_float (self, label);
}

void
souls_cash_cycle_layout (SoulsDraft *draft)
{
  Picture self = { .draft = draft };
  SoulsFrame *frame = &self.area.frame;
  double line;

  fill_picture (&self);
  open_area (&self);
  line = frame->line + frame->grid / 2.0;
  souls_area_reserve_rows (&self.area, line, line);
  souls_frame_reserve_sides (frame, frame->grid, frame->grid);
  set_days (&self);
  self.step = floor (frame->plot.height / N_ROWS);

  if (is_drawable (&self))
    draw_events (&self);
  if (is_drawable (&self))
    draw_rows (&self);
  draw_days (&self);
}
