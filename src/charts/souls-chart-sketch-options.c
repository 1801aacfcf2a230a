/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "souls-chart-sketch-private.h"

#include <math.h>

/* One row an option, whose text is a sentence more often than a word: its dots run to the side. */

/* Ems: a dot is not larger. */
#define MOST_EMS 2.6
#define DOT_PART 0.88

static const char *const nothing_yet = N_("No answers yet.");
/* Translators: %1$s is how many answered, %2$s how many chose the option %3$s. */
static const char *const votes_finding[2] = {
  NP_ ("%1$s answer: “%3$s”.", "%1$s answers, most of them (%2$s) for “%3$s”.")
};
/* Translators: the same where no option has more than every other. */
static const char *const tied_finding[2] = {
  NP_ ("%1$s answer.", "%1$s answers; no option is ahead of all others.")
};
/* Translators: %1$s of %2$s people chose the right option; %2$s decides about singular and plural. */
static const char *const right_finding[2] = { NP_ ("%1$s of %2$s is right.", "%1$s of %2$s are right.") };

static const char *const dots_subtitle = N_("One dot for each answer");
/* Translators: under the title: a question, then what the dots are. */
static const char *const question_subtitle = N_("%1$s · %2$s");

/* Translators: after an option that is right, with a check mark; after its text. */
static const char *const right_pattern = N_("%1$s  ✓ right");
/* Translators: an option for a list: its number, its text. */
static const char *const numbered = N_("%1$s  %2$s");
/* Translators: how many chose an option: "5 of 27 answers"; the latter decides about singular and plural. */
static const char *const share_pattern[2] = { NP_ ("%1$s of %2$s answer", "%1$s of %2$s answers") };
/* Translators: after how many chose an option: whether it is right. */
static const char *const right_value = N_("%1$s, right");

/*
 * Options:
 * @counts: how many chose each
 * @n_votes: of them all
 * @most: the highest count
 * @size: px from one dot to the next
 * @rows: how many dots lie above each other
 */
typedef struct
{
  SoulsSketching *s;
  int counts[32];
  int n;
  int n_votes;
  int most;
  double size;
  int rows;
  double text_height;
  double row_height;
} Options;

static void
count (Options *self)
{
  const SoulsSketch *in = self->s->in;

  self->n = MIN (in->n_options, (int) G_N_ELEMENTS (self->counts));
  for (int i = 0; in->choices != NULL && i < in->n_votes; i++)
    if (in->choices[i] >= 0 && in->choices[i] < self->n)
      {
        self->counts[in->choices[i]]++;
        self->n_votes++;
      }
  for (int i = 0; i < self->n; i++)
    self->most = MAX (self->most, self->counts[i]);
}

static gboolean
is_right (const Options *self,
          int            i)
{
  return self->s->in->progress > 0.0 && self->s->in->right != NULL && self->s->in->right[i];
}

/* Returns the only option that has the most, or -1. */
static int
find_winner (const Options *self)
{
  int winner = -1;

  for (int i = 0; i < self->n; i++)
    if (self->counts[i] == self->most)
      {
        if (winner >= 0)
          return -1;
        winner = i;
      }
  return winner;
}

/* (transfer full) (nullable) */
static char *
say_right (const Options *self)
{
  g_autofree char *total = souls_sketch_count (self->s, self->n_votes);
  g_autofree char *number = NULL;
  gboolean known = FALSE;
  int n = 0;

  for (int i = 0; i < self->n; i++)
    if (is_right (self, i))
      {
        known = TRUE;
        n += self->counts[i];
      }
  if (!known)
    return NULL;
  number = souls_sketch_count (self->s, n);
  return souls_fill_plural (self->s->in->words, right_finding[0], right_finding[1], self->n_votes, number, total, NULL);
}

/* (transfer full) */
static char *
say_finding (const Options *self)
{
  const SoulsWords *words = self->s->in->words;
  const int winner = find_winner (self);
  g_autofree char *total = souls_sketch_count (self->s, self->n_votes);
  g_autofree char *number = souls_sketch_count (self->s, self->most);
  char *first;

  if (self->n_votes == 0)
    return g_strdup (souls_words_say (words, nothing_yet));
  if (winner < 0)
    first = souls_fill_plural (words, tied_finding[0], tied_finding[1], self->n_votes, total, NULL);
  else
    first = souls_fill_plural (words, votes_finding[0], votes_finding[1], self->n_votes, total, number,
                               self->s->in->options[winner], NULL);
  return souls_sketch_join (self->s, first, say_right (self));
}

static void
open_options (Options *self)
{
  const SoulsSketch *in = self->s->in;
  const char *what = souls_words_say (in->words, dots_subtitle);
  g_autofree char *finding = say_finding (self);
  g_autofree char *subtitle =
    in->question != NULL ? souls_fill (in->words, question_subtitle, in->question, what, NULL) : g_strdup (what);

  souls_sketch_open (self->s, finding, subtitle, FALSE);
}

static SoulsTextStyle
style_option (const Options *self,
              int            i)
{
  return (SoulsTextStyle) { .color = SOULS_COLOR_TEXT, .em = 1.0, .bold = is_right (self, i),
                            .max_width = self->s->area.frame.plot.width, .max_lines = 2 };
}

/* (transfer full): with its number, which is also the key that votes for it */
static char *
say_option (const Options *self,
            int            i)
{
  const SoulsWords *words = self->s->in->words;
  g_autofree char *number = souls_sketch_count (self->s, i + 1);
  g_autofree char *text = souls_fill (words, numbered, number, self->s->in->options[i], NULL);

  return is_right (self, i) ? souls_fill (words, right_pattern, text, NULL) : g_steal_pointer (&text);
}

/* px that the number behind the dots needs */
static double
get_count_width (const Options *self)
{
  g_autofree char *number = souls_sketch_count (self->s, MAX (self->most, 10));

  return souls_draft_text_width (&self->s->draft, number, (SoulsTextStyle) { .em = 1.0, .bold = TRUE, .tabular = TRUE }) +
         2.0 * self->s->area.frame.grid;
}

/* The largest dots for which there is room, in as few rows as they allow. */
static void
fit_dots (Options *self)
{
  const SoulsFrame *frame = &self->s->area.frame;
  const double height = MAX (self->row_height - self->text_height - 1.5 * frame->grid, 1.0);
  const double width = MAX (frame->plot.width - get_count_width (self), 1.0);

  self->size = 0.0;
  for (int rows = 1; rows <= MAX (self->most, 1) && height / rows > self->size; rows++)
    {
      const double columns = ceil ((double) MAX (self->most, 1) / rows);
      const double size = MIN (MIN (MOST_EMS * self->s->area.em, height / rows), width / columns);

      if (size <= self->size)
        continue;
      self->size = size;
      self->rows = rows;
    }
}

static void
measure_rows (Options *self)
{
  const SoulsFrame *frame = &self->s->area.frame;

  self->row_height = frame->plot.height / MAX (self->n, 1);
  for (int i = 0; i < self->n; i++)
    {
      g_autofree char *text = say_option (self, i);
      SoulsTextStyle style = style_option (self, i);

      style.bold = TRUE;
      self->text_height =
        MAX (self->text_height, souls_scene_measure_text (self->s->draft.scene, text, style).height);
    }
  self->text_height = MIN (self->text_height, MAX (self->row_height - frame->line, frame->line));
}

static void
draw_row_dots (const Options *self,
               int            i,
               double         top)
{
  const SoulsBox *plot = &self->s->area.frame.plot;
  const gboolean hollow = self->s->in->progress > 0.0 && self->s->in->right != NULL && !is_right (self, i);
  const double width = MIN (1.5 * self->s->area.unit, DOT_PART * self->size / 4.0);
  const double radius = MAX (DOT_PART * self->size / 2.0 - (hollow ? width / 2.0 : 0.0), 0.25);
  const SoulsStyle style = hollow ? (SoulsStyle) { .fill = SOULS_COLOR_PAPER, .stroke = SOULS_COLOR_TEXT, .line_width = width }
                                  : (SoulsStyle) { .fill = SOULS_COLOR_TEXT, .opacity = 0.75 };

  for (int k = 0; k < self->counts[i]; k++)
    souls_scene_add_dot (self->s->draft.scene,
                         (SoulsPoint) { plot->x + self->size * (k / self->rows + 0.5),
                                        top + self->size * (k % self->rows + 0.5) },
                         radius, style);
}

/* (transfer full): for the table and for who does not see it */
static char *
say_value (const Options *self,
           int            i)
{
  const SoulsWords *words = self->s->in->words;
  g_autofree char *number = souls_sketch_count (self->s, self->counts[i]);
  g_autofree char *total = souls_sketch_count (self->s, self->n_votes);
  g_autofree char *text =
    souls_fill_plural (words, share_pattern[0], share_pattern[1], self->n_votes, number, total, NULL);

  return is_right (self, i) ? souls_fill (words, right_value, text, NULL) : g_steal_pointer (&text);
}

static void
draw_row (const Options *self,
          int            i)
{
  const SoulsFrame *frame = &self->s->area.frame;
  const double top = frame->plot.y + i * self->row_height;
  const double dots = top + self->text_height + frame->grid / 2.0;
  const double columns = ceil ((double) self->counts[i] / self->rows);
  const int high = MIN (MAX (self->counts[i], 1), self->rows);
  const SoulsTextStyle bold = { .color = SOULS_COLOR_TEXT, .em = 1.0, .anchor_y = 0.5, .bold = TRUE, .tabular = TRUE };
  g_autofree char *text = say_option (self, i);
  g_autofree char *number = souls_sketch_count (self->s, self->counts[i]);
  g_autofree char *value = say_value (self, i);
  const SoulsBox box = { frame->plot.x, top, frame->plot.width, self->row_height - frame->grid };

  souls_draft_try_text (&self->s->draft, NULL, text, frame->plot.x, top, style_option (self, i));
  draw_row_dots (self, i, dots);
  if (self->n_votes > 0)
    souls_draft_try_text (&self->s->draft, NULL, number,
                          frame->plot.x + columns * self->size + (self->counts[i] > 0 ? frame->grid : 0.0),
                          MAX (dots + high * self->size / 2.0, dots + frame->line / 2.0), bold);
  souls_draft_add_target (&self->s->draft, box, SOULS_SKETCH_KEY_DOT + (guint) i, self->s->in->options[i], value,
                          SOULS_NO_METRIC, 0);
}

void
souls_sketch_lay_out_options (SoulsSketching *sketching)
{
  Options self = { .s = sketching };

  count (&self);
  open_options (&self);
  measure_rows (&self);
  fit_dots (&self);
  for (int i = 0; i < self.n; i++)
    draw_row (&self, i);
}
