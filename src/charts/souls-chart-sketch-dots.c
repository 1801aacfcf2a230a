/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "souls-chart-sketch-private.h"

#include <math.h>

/* Each dot is somebody's answer, so that the room can find itself in it: they are stacked where the numbers are alike. */

/* Ems: a dot is not larger. */
#define MOST_EMS 1.8
/* Ems: dots are put side by side in a stack before they get smaller. */
#define LEAST_EMS 0.5
#define MOST_COLUMNS 12

/* Part of its place that a dot fills. */
#define DOT_PART 0.88

/* Ems from tick to tick, at least. */
#define TICK_EMS 4.5

static const char *const nothing_yet = N_("No answers yet.");
/* Translators: how many people answered with a number: all of it, or the middle half of it. */
static const char *const votes_finding[2] = {
  NP_ ("%1$s answer: %4$s.", "%1$s answers: half of them lie between %2$s and %3$s, the median is %4$s.")
};
/* Translators: what is so, after what was said. */
static const char *const truth_finding = N_("It is %1$s.");

static const char *const dots_subtitle = N_("One dot for each answer");
/* Translators: under the title: a question, then what the dots are. */
static const char *const question_subtitle = N_("%1$s · %2$s");

/* Translators: at lines through the dots; %1$s is a number with its unit. */
static const char *const median_label = N_("median %1$s");
static const char *const truth_label = N_("it is %1$s");

static const char *const median_name = N_("Median of the answers");
static const char *const truth_name = N_("What is so");
/* Translators: a dot: which one of how many, counted from the lowest number. */
static const char *const dot_name = N_("Answer %1$s of %2$s, from the lowest");

/*
 * Dots:
 * @values: sorted, in the unit shown
 * @truth: NAN while it is not shown
 * @size: px from one dot to the next
 * @columns: how many lie side by side in a stack
 * @stack: of each dot, counted from @anchor
 * @anchor: px of the middle of stack 0
 */
typedef struct
{
  SoulsSketching *s;
  int n;
  double *values;
  int *stack;
  SoulsSketchSpread spread;
  double truth;
  double size;
  int columns;
  double anchor;
} Dots;

static double
get_x (const Dots *self,
       double      shown)
{
  const SoulsFrame *frame = &self->s->area.frame;

  return CLAMP (souls_linear_scale_map (&frame->scale, souls_sketch_inside (self->s, shown)), frame->scale.at_min,
                frame->scale.at_max);
}

/* (transfer full) */
static char *
say_finding (const Dots *self)
{
  const SoulsWords *words = self->s->in->words;
  g_autofree char *count = souls_sketch_count (self->s, self->n);
  g_autofree char *low = souls_sketch_say (self->s, self->spread.low);
  g_autofree char *high = souls_sketch_say (self->s, self->spread.high);
  g_autofree char *median = souls_sketch_say (self->s, self->spread.median);
  g_autofree char *truth = souls_sketch_say (self->s, self->truth);
  char *second = isnan (self->truth) ? NULL : souls_fill (words, truth_finding, truth, NULL);

  if (self->n == 0)
    return second != NULL ? second : g_strdup (souls_words_say (words, nothing_yet));
  return souls_sketch_join (
    self->s, souls_fill_plural (words, votes_finding[0], votes_finding[1], self->n, count, low, high, median, NULL), second);
}

static void
open_dots (Dots *self)
{
  const SoulsSketch *in = self->s->in;
  const char *what = souls_words_say (in->words, dots_subtitle);
  g_autofree char *finding = say_finding (self);
  g_autofree char *subtitle =
    in->question != NULL ? souls_fill (in->words, question_subtitle, in->question, what, NULL) : g_strdup (what);

  souls_sketch_open (self->s, finding, subtitle, TRUE);
}

/* Middles of stacks are @width apart. Returns how many dots the highest one has. */
static int
assign_stacks (Dots  *self,
               double width)
{
  const SoulsBox *plot = &self->s->area.frame.plot;
  const int first = (int) ceil ((plot->x - self->anchor) / width + 0.5 - 1e-6);
  const int last = (int) floor ((souls_box_right (*plot) - self->anchor) / width - 0.5 + 1e-6);
  int highest = 0;
  int height = 0;

  for (int i = 0; i < self->n; i++)
    {
      const int stack = (int) floor ((get_x (self, self->values[i]) - self->anchor) / width + 0.5);

      self->stack[i] = MAX (MIN (stack, last), first);
      height = i > 0 && self->stack[i] == self->stack[i - 1] ? height + 1 : 1;
      highest = MAX (highest, height);
    }
  return highest;
}

/* The largest dots whose highest stack is not higher than the plot. */
static double
find_size (Dots *self,
           int   columns)
{
  double size = MOST_EMS * self->s->area.em / columns;

  while (size > 0.5)
    {
      const int rows = (assign_stacks (self, size * columns) + columns - 1) / columns;

      if (rows * size <= self->s->area.frame.plot.height)
        break;
      size *= 0.94;
    }
  return size;
}

static void
fit_dots (Dots *self)
{
  self->size = find_size (self, 1);
  self->columns = 1;
  for (int columns = 2; columns <= MOST_COLUMNS && self->size < LEAST_EMS * self->s->area.em; columns++)
    {
      const double size = find_size (self, columns);

      if (size > self->size)
        {
          self->size = size;
          self->columns = columns;
        }
    }
  assign_stacks (self, self->size * self->columns);
}

static void
draw_dot (const Dots *self,
          int         dot,
          int         place)
{
  const SoulsSketch *in = self->s->in;
  const double across = place % self->columns - (self->columns - 1) / 2.0;
  const SoulsPoint center = {
    self->anchor + self->size * (self->stack[dot] * self->columns + across),
    souls_box_bottom (self->s->area.frame.plot) - self->size * (place / self->columns + 0.5)
  };
  g_autofree char *number = souls_sketch_count (self->s, dot + 1);
  g_autofree char *count = souls_sketch_count (self->s, self->n);
  g_autofree char *name = souls_fill (in->words, dot_name, number, count, NULL);
  g_autofree char *value = souls_sketch_say (self->s, self->values[dot]);

  souls_scene_add_dot (self->s->draft.scene, center, MAX (DOT_PART * self->size / 2.0, 0.25),
                       (SoulsStyle) { .fill = SOULS_COLOR_TEXT, .opacity = 0.62 });
  souls_draft_add_target (&self->s->draft,
                          (SoulsBox) { center.x - self->size / 2.0, center.y - self->size / 2.0, self->size, self->size },
                          SOULS_SKETCH_KEY_DOT + (guint) dot, name, value, SOULS_NO_METRIC, 0);
}

static void
draw_dots (const Dots *self)
{
  int place = 0;

  for (int i = 0; i < self->n; i++)
    {
      place = i > 0 && self->stack[i] == self->stack[i - 1] ? place + 1 : 0;
      draw_dot (self, i, place);
    }
}

static void
add_rule (const Dots *self,
          double      x,
          double      top,
          SoulsStyle  style)
{
  const SoulsPoint ends[2] = { { x, top }, { x, souls_box_bottom (self->s->area.frame.plot) } };

  souls_scene_add_line (self->s->draft.scene, ends, 2, style);
}

/* Hairlines at the ticks, zero full, and their numbers below. */
static void
add_axis (Dots *self)
{
  const SoulsFrame *frame = &self->s->area.frame;
  const SoulsTextStyle style = { .color = SOULS_COLOR_DIM, .em = 1.0, .anchor_x = 0.5, .tabular = TRUE };
  const double bottom = souls_box_bottom (frame->plot);
  const SoulsPoint ends[2] = { { frame->plot.x, bottom }, { souls_box_right (frame->plot), bottom } };

  for (guint i = 0; i < frame->ticks.n; i++)
    {
      const double value = frame->ticks.value[i];
      const double x = souls_linear_scale_map (&frame->scale, value);
      g_autofree char *text = souls_sketch_say_tick (value, frame->ticks.step, self->s);
      const double half = souls_draft_text_width (&self->s->draft, text, style) / 2.0;

      add_rule (self, x, frame->plot.y,
                (SoulsStyle) { .stroke = value == 0.0 ? SOULS_COLOR_ZERO : SOULS_COLOR_GRID });
      souls_draft_try_text (&self->s->draft, NULL, text,
                            MAX (MIN (x, souls_box_right (frame->body) - half), frame->body.x + half),
                            bottom + frame->grid / 2.0, style);
    }
  souls_scene_add_line (self->s->draft.scene, ends, 2, (SoulsStyle) { .stroke = SOULS_COLOR_GRID });
}

/* A line through the dots with its words on one of the two rows above them, and something to point at. */
static void
add_mark (const Dots *self,
          double      shown,
          int         row,
          const char *pattern,
          const char *name,
          SoulsStyle  line,
          guint       key)
{
  const SoulsFrame *frame = &self->s->area.frame;
  const SoulsWords *words = self->s->in->words;
  const double x = get_x (self, shown);
  const double y = frame->plot.y - frame->grid / 2.0 - row * frame->line;
  g_autofree char *value = souls_sketch_say (self->s, shown);
  g_autofree char *text = souls_fill (words, pattern, value, NULL);
  const SoulsTextStyle style = { .color = key == SOULS_SKETCH_KEY_TRUTH ? SOULS_COLOR_STORES : SOULS_COLOR_TEXT, .em = 1.0,
                                 .bold = key == SOULS_SKETCH_KEY_TRUTH, .anchor_x = 0.5, .anchor_y = 1.0,
                                 .tabular = TRUE };
  const double half = souls_draft_text_width (&self->s->draft, text, style) / 2.0;

  add_rule (self, x, frame->plot.y, line);
  souls_draft_try_text (&self->s->draft, NULL, text,
                        MAX (MIN (x, souls_box_right (frame->body) - half), frame->body.x + half), y, style);
  souls_draft_add_target (&self->s->draft, (SoulsBox) { x, y - frame->line, 0.0, frame->line }, key,
                          souls_words_say (words, name), value, SOULS_NO_METRIC, 0);
}

static void
add_marks (const Dots *self)
{
  const double unit = self->s->area.unit;

  if (self->n > 1)
    add_mark (self, self->spread.median, 0, median_label, median_name,
              (SoulsStyle) { .stroke = SOULS_COLOR_TEXT, .dashed = TRUE, .line_width = 1.5 * unit }, SOULS_SKETCH_KEY_MEDIAN);
  if (!isnan (self->truth))
    add_mark (self, self->truth, 1, truth_label, truth_name,
              (SoulsStyle) { .stroke = SOULS_COLOR_STORES, .opacity = MIN (self->s->in->progress, 1.0) },
              SOULS_SKETCH_KEY_TRUTH);
}

/* The axis, across; the plot keeps a margin for the stacks at its ends. */
static void
set_values (Dots *self)
{
  SoulsFrame *frame = &self->s->area.frame;
  const double margin = MIN (MOST_EMS * self->s->area.em / 2.0, frame->plot.width / 8.0);
  const double room = MAX (frame->plot.width - 2.0 * margin, 1.0);
  const double most = CLAMP (floor (room / (TICK_EMS * self->s->area.em)), 2.0, (double) SOULS_MAX_TICKS);
  const SoulsRange domain = self->s->domain;

  frame->ticks = souls_ticks (domain, (guint) most);
  frame->scale = souls_linear_scale (domain, frame->plot.x + margin, frame->plot.x + margin + room);
  self->anchor = souls_linear_scale_map (&frame->scale, CLAMP (0.0, domain.min, domain.max));
}

static void
lay_out (Dots *self)
{
  SoulsFrame *frame = &self->s->area.frame;

  open_dots (self);
  souls_area_reserve_rows (&self->s->area, 2.0 * frame->line + frame->grid, frame->line + frame->grid / 2.0);
  set_values (self);
  add_axis (self);
  if (self->n > 0)
    {
      fit_dots (self);
      draw_dots (self);
    }
  add_marks (self);
}

void
souls_sketch_lay_out_numbers (SoulsSketching *sketching)
{
  const SoulsSketch *in = sketching->in;
  g_autofree double *values = g_new (double, MAX (in->n_votes, 1));
  g_autofree int *stack = g_new (int, MAX (in->n_votes, 1));
  Dots self = { .s = sketching, .values = values, .stack = stack, .columns = 1,
                .truth = in->progress > 0.0 && in->truth != NULL ? in->truth[0] : NAN };

  for (int i = 0; in->votes != NULL && i < in->n_votes; i++)
    if (isfinite (in->votes[i]))
      values[self.n++] = in->votes[i];
  if (self.n > 0)
    self.spread = souls_sketch_spread (values, self.n);
  lay_out (&self);
}
