/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "souls-chart-sketch-private.h"

#include <math.h>

/* More lines of a class than this are a grey patch. */
#define MOST_LINES 200

static const char *const invitation = N_("Draw the line from fiscal %1$s to fiscal %2$s.");
static const char *const one_year_invitation = N_("Draw the value of fiscal %1$s.");
/* Translators: a line is being drawn: %1$s is how many years it has, %2$s how many it is to have, which decides about
 * singular and plural. */
static const char *const partly[2] = { NP_ ("%1$s of %2$s year is drawn.", "%1$s of %2$s years are drawn.") };
/* Translators: two fiscal years, each after its value. */
static const char *const drawn_finding = N_("You draw %1$s for fiscal %2$s and %3$s for fiscal %4$s.");
static const char *const drawn_year_finding = N_("You draw %1$s for fiscal %2$s.");
/* Translators: %1$s is how many people drew a line, %2$s a fiscal year, %3$s and %4$s are values. */
static const char *const votes_finding[2] = {
  NP_ ("%1$s line: %3$s in fiscal %2$s.", "%1$s lines: half of them lie between %3$s and %4$s in fiscal %2$s.")
};
/* Translators: what is so, after what was drawn. */
static const char *const truth_finding = N_("It was %1$s.");
static const char *const truth_year_finding = N_("In fiscal %1$s it was %2$s.");

/* Translators: under the title: what the line is of, and its first and last fiscal year. */
static const char *const measure = N_("%1$s, fiscal %2$s–%3$s");

/* Translators: over the years that are given, and those that are to be drawn. */
static const char *const given_word = N_("given");
static const char *const open_word = N_("for you to draw");

/* Translators: at the ends of lines: what was drawn, what is so, the middle of what a class has drawn. */
static const char *const drawn_label = N_("drawn");
static const char *const truth_label = N_("as it was");
static const char *const median_label = N_("median");

/* Translators: a year of a line: what was drawn, what is so. */
static const char *const drawn_name = N_("Fiscal %1$s, drawn");
static const char *const truth_name = N_("Fiscal %1$s, as it was");
static const char *const given_name = N_("Fiscal %1$s, given");
static const char *const median_name = N_("Fiscal %1$s, median of the class");
static const char *const not_drawn = N_("nothing drawn yet");

/*
 * Line:
 * @n: years
 * @first_open: the first that is to be drawn, from 0
 * @reach: up to which the truth is shown, in parts of years; -1 for none
 * @drawn: how many of the open years are drawn
 * @median: of a class's lines; NAN where there is none
 */
typedef struct
{
  SoulsSketching *s;
  SoulsBandScale bands;
  int n;
  int first_open;
  double reach;
  int drawn;
  double *median;
  double *column;
} Line;

static double
get_point (const Line *self,
           int         i)
{
  return self->s->in->points != NULL && i >= self->first_open ? self->s->in->points[i] : NAN;
}

static double
get_truth (const Line *self,
           int         i)
{
  return self->s->in->truth != NULL ? self->s->in->truth[i] : NAN;
}

static double
get_vote (const Line *self,
          int         vote,
          int         i)
{
  return self->s->in->votes[vote * self->n + i];
}

static gboolean
is_shown (const Line *self,
          int         i)
{
  return i <= self->reach + 1e-9 && isfinite (get_truth (self, i));
}

static gboolean
has_votes (const Line *self)
{
  return self->s->in->n_votes > 0;
}

/* Of one year. Returns whether anybody has drawn it. */
static gboolean
spread_year (const Line        *self,
             int                i,
             SoulsSketchSpread *spread)
{
  int n = 0;

  for (int vote = 0; vote < self->s->in->n_votes; vote++)
    if (isfinite (get_vote (self, vote, i)))
      self->column[n++] = get_vote (self, vote, i);
  if (n > 0)
    *spread = souls_sketch_spread (self->column, n);
  return n > 0;
}

static void
measure_line (Line *self)
{
  const SoulsSketch *in = self->s->in;
  const int start = MAX (self->first_open - 1, 0);

  self->reach = in->progress > 0.0 ? start + MIN (in->progress, 1.0) * (self->n - 1 - start) : self->first_open - 1;
  for (int i = self->first_open; i < self->n; i++)
    self->drawn += isfinite (get_point (self, i)) ? 1 : 0;
  for (int i = 0; i < self->n; i++)
    {
      SoulsSketchSpread spread;

      self->median[i] = i >= self->first_open && spread_year (self, i, &spread) ? spread.median : NAN;
    }
}

/* (transfer full): the last year that has a truth, or NULL */
static char *
say_truth (const Line *self,
           gboolean    with_year)
{
  const SoulsSketch *in = self->s->in;
  const double truth = get_truth (self, self->n - 1);
  g_autofree char *year = souls_year_text (in->to);
  g_autofree char *value = NULL;

  if (in->progress < 1.0 || !isfinite (truth))
    return NULL;
  value = souls_sketch_say (self->s, truth);
  return with_year ? souls_fill (in->words, truth_year_finding, year, value, NULL)
                   : souls_fill (in->words, truth_finding, value, NULL);
}

/* (transfer full) */
static char *
say_votes (const Line *self)
{
  const SoulsSketch *in = self->s->in;
  SoulsSketchSpread spread = { NAN, NAN, NAN };
  g_autofree char *count = souls_sketch_count (self->s, in->n_votes);
  g_autofree char *year = souls_year_text (in->to);
  g_autofree char *low = NULL, *high = NULL;

  spread_year (self, self->n - 1, &spread);
  low = souls_sketch_say (self->s, spread.low);
  high = souls_sketch_say (self->s, spread.high);
  return souls_sketch_join (
    self->s, souls_fill_plural (in->words, votes_finding[0], votes_finding[1], in->n_votes, count, year, low, high, NULL),
    say_truth (self, FALSE));
}

/* (transfer full) (nullable) */
static char *
say_gap (const Line *self)
{
  const SoulsSketch *in = self->s->in;
  g_autofree double *said = g_new (double, self->n);
  g_autofree double *truth = g_new (double, self->n);
  g_autofree int *years = g_new (int, self->n);

  for (int i = 0; i < self->n; i++)
    {
      said[i] = souls_sketch_inside (self->s, get_point (self, i));
      truth[i] = souls_sketch_inside (self->s, get_truth (self, i));
      years[i] = in->from + i;
    }
  return souls_gap_say_line (in->words, souls_metric_info (in->metric)->unit, said, truth, years, self->n);
}

/* (transfer full): of the line as far as it is drawn */
static char *
say_drawing (const Line *self)
{
  const SoulsSketch *in = self->s->in;
  const int n_open = self->n - self->first_open;
  g_autofree char *first = souls_year_text (in->from + self->first_open);
  g_autofree char *last = souls_year_text (in->to);
  g_autofree char *number = souls_sketch_count (self->s, self->drawn);
  g_autofree char *total = souls_sketch_count (self->s, n_open);
  g_autofree char *begin = souls_sketch_say (self->s, get_point (self, self->first_open));
  g_autofree char *end = souls_sketch_say (self->s, get_point (self, self->n - 1));

  if (self->drawn == 0)
    return n_open == 1 ? souls_fill (in->words, one_year_invitation, last, NULL)
                       : souls_fill (in->words, invitation, first, last, NULL);
  if (self->drawn < n_open)
    return souls_fill_plural (in->words, partly[0], partly[1], n_open, number, total, NULL);
  if (n_open == 1)
    return souls_fill (in->words, drawn_year_finding, end, last, NULL);
  return souls_fill (in->words, drawn_finding, begin, first, end, last, NULL);
}

/* (transfer full) */
static char *
say_finding (const Line *self)
{
  char *text = NULL;

  if (has_votes (self))
    return say_votes (self);
  /* Not before the line has come to light: it would give it away. */
  if (self->s->in->progress >= 1.0)
    text = self->drawn > 0 ? say_gap (self) : say_truth (self, TRUE);
  return text != NULL ? text : say_drawing (self);
}

static void
open_line (Line *self)
{
  const SoulsSketch *in = self->s->in;
  g_autofree char *first = souls_year_text (in->from);
  g_autofree char *last = souls_year_text (in->to);
  g_autofree char *subtitle = souls_fill (
    in->words, measure, souls_words_say (in->words, souls_metric_info (in->metric)->name), first, last, NULL);
  g_autofree char *finding = say_finding (self);

  souls_sketch_open (self->s, finding, subtitle, TRUE);
}

static SoulsPoint
place (const Line *self,
       double      i,
       double      shown)
{
  return (SoulsPoint) { souls_band_scale_center (&self->bands, 0) + i * self->bands.step,
                        souls_area_y (&self->s->area, souls_sketch_inside (self->s, shown)) };
}

static SoulsMarkLabel
get_label (const Line *self,
           const char *name,
           const char *value,
           SoulsColor  color)
{
  return (SoulsMarkLabel) { souls_words_say (self->s->in->words, name), value, color,
                            .max_width = floor (self->s->area.frame.body.width * SOULS_LABELS_PART) };
}

/* Room for every label there may be, so that the plot stays while a line is drawn. */
static double
measure_labels (Line *self)
{
  const char *const names[] = { drawn_label, truth_label, median_label };
  const double ends[] = { self->s->in->low, self->s->in->high, self->s->in->low * 0.888 };
  double width = 0.0;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *value = souls_sketch_say (self->s, ends[i]);
      SoulsMarkLabel label = get_label (self, names[i], value, SOULS_COLOR_TEXT);

      width = MAX (width, souls_draft_label_width (&self->s->draft, &label));
    }
  return width;
}

/* The hidden years on a ground of their own, which draws back from what comes to light. */
static void
draw_ground (const Line *self)
{
  const SoulsSketch *in = self->s->in;
  const double border = self->bands.start + (self->reach + 1.0) * self->bands.step;
  const gboolean hidden = in->progress <= 0.0;

  if (in->progress >= 1.0)
    return;
  souls_frame_add_projected (&self->s->area.frame, self->s->draft.scene, border,
                             hidden && self->first_open > 0 ? souls_words_say (in->words, given_word) : NULL,
                             hidden && in->points != NULL ? souls_words_say (in->words, open_word) : NULL);
}

/* The ground between what was drawn and what is so: each run of years that have both is one shape. */
static void
draw_gap (const Line *self)
{
  const SoulsStyle style = { .fill = souls_sketch_metric_color (self->s->in->metric), .opacity = 0.16 };
  g_autofree SoulsPoint *points = g_new (SoulsPoint, 2 * self->n);
  int first = -1;

  for (int i = self->first_open; i <= self->n; i++)
    {
      const gboolean both = i < self->n && is_shown (self, i) && isfinite (get_point (self, i));

      if (both && first < 0)
        first = i;
      if (both || first < 0)
        continue;
      for (int k = first; k < i; k++)
        {
          points[k - first] = place (self, k, get_point (self, k));
          points[2 * (i - first) - 1 - (k - first)] = place (self, k, get_truth (self, k));
        }
      if (i - first > 1)
        souls_scene_add_polygon (self->s->draft.scene, points, 2 * (i - first), style);
      first = -1;
    }
}

/* A line through open years, from the last given one on; broken where there is nothing. */
static void
draw_values (const Line   *self,
             const double *values,
             SoulsStyle    style)
{
  g_autofree SoulsPoint *points = g_new (SoulsPoint, self->n + 1);
  int n = 0;

  for (int i = MAX (self->first_open - 1, 0); i < self->n; i++)
    points[n++] = place (self, i, i < self->first_open ? get_truth (self, i) : values[i]);
  souls_scene_add_line (self->s->draft.scene, points, n, style);
}

static void
draw_votes (const Line *self)
{
  const SoulsSketch *in = self->s->in;
  const int every = (in->n_votes + MOST_LINES - 1) / MOST_LINES;
  const double opacity = CLAMP (8.0 / MAX (in->n_votes, 1), 0.15, 0.6);

  for (int vote = 0; vote < in->n_votes; vote += MAX (every, 1))
    draw_values (self, &in->votes[vote * self->n],
                 (SoulsStyle) { .stroke = SOULS_COLOR_TEXT, .line_width = self->s->area.unit, .opacity = opacity });
  if (in->n_votes > 1)
    draw_values (self, self->median, (SoulsStyle) { .stroke = SOULS_COLOR_TEXT, .dashed = TRUE,
                                                    .line_width = 2.0 * self->s->area.unit });
}

static double
get_radius (const Line *self)
{
  return MIN (self->s->area.em * 0.26, self->bands.step * 0.35);
}

/* Dashed, with hollow dots: a guess. */
static void
draw_drawing (const Line *self)
{
  const SoulsStyle dot = { .fill = SOULS_COLOR_PAPER, .stroke = SOULS_COLOR_TEXT,
                           .line_width = 1.5 * self->s->area.unit };

  if (self->s->in->points == NULL)
    return;
  draw_values (self, self->s->in->points,
               (SoulsStyle) { .stroke = SOULS_COLOR_TEXT, .dashed = TRUE, .line_width = 2.0 * self->s->area.unit });
  for (int i = self->first_open; i < self->n; i++)
    if (isfinite (get_point (self, i)))
      souls_scene_add_dot (self->s->draft.scene, place (self, i, get_point (self, i)), get_radius (self), dot);
}

/* As far as it has come. */
static void
draw_truth (const Line *self)
{
  const SoulsColor color = souls_sketch_metric_color (self->s->in->metric);
  g_autofree SoulsPoint *points = g_new (SoulsPoint, self->n + 1);
  const int last = (int) floor (self->reach + 1e-9);
  const double part = self->reach - last;
  int n = 0;

  for (int i = 0; i <= last; i++)
    points[n++] = place (self, i, get_truth (self, i));
  if (last >= 0 && last + 1 < self->n && part > 1e-6)
    points[n++] = place (self, self->reach, get_truth (self, last) + part * (get_truth (self, last + 1) -
                                                                           get_truth (self, last)));
  if (n > 1)
    souls_scene_add_line (self->s->draft.scene, points, n, (SoulsStyle) { .stroke = color });
  for (int i = 0; i <= last; i++)
    if (is_shown (self, i))
      souls_scene_add_dot (self->s->draft.scene, points[i], get_radius (self), (SoulsStyle) { .fill = color });
}

/* What the lines are and how they end, at the right. */
static void
label_ends (const Line *self)
{
  const SoulsBox *plot = &self->s->area.frame.plot;
  const int last = self->n - 1;
  const double values[] = { is_shown (self, last) ? get_truth (self, last) : NAN, get_point (self, last),
                            self->s->in->n_votes > 1 ? self->median[last] : NAN };
  const char *const names[] = { truth_label, drawn_label, median_label };
  SoulsMarkLabel labels[G_N_ELEMENTS (values)];
  double wanted[G_N_ELEMENTS (values)];
  char *texts[G_N_ELEMENTS (values)];

  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    {
      texts[i] = souls_sketch_say (self->s, values[i]);
      labels[i] = get_label (self, names[i], texts[i],
                             i == 0 ? souls_sketch_metric_color (self->s->in->metric) : SOULS_COLOR_TEXT);
      wanted[i] = isfinite (values[i]) ? place (self, last, values[i]).y : NAN;
    }
  souls_area_place_labels (&self->s->area, &self->s->draft, labels, wanted, G_N_ELEMENTS (values),
                           souls_box_right (*plot) + self->s->area.frame.grid);
  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    g_free (texts[i]);
}

/* Which way from the point of a year its line leaves room: -1 up, 1 down, 0 neither. */
static int
find_room (const Line *self,
           int         i)
{
  const double truth = get_truth (self, i);
  const double before = i > 0 ? get_truth (self, i - 1) : NAN;
  const double after = i + 1 < self->n ? get_truth (self, i + 1) : NAN;

  if (!(before > truth) && !(after > truth))
    return -1;
  return !(before < truth) && !(after < truth) ? 1 : 0;
}

/* The value of a year that has come to light. */
static void
label_truth (const Line *self,
             int         i,
             int         side)
{
  const SoulsPoint point = place (self, i, get_truth (self, i));
  g_autofree char *text = souls_sketch_say (self->s, get_truth (self, i));
  const SoulsTextStyle style = { .color = souls_sketch_metric_color (self->s->in->metric), .em = 0.85, .bold = TRUE,
                                 .anchor_x = 0.5, .anchor_y = side < 0 ? 1.0 : 0.0, .tabular = TRUE };

  souls_draft_try_note (&self->s->draft, &self->s->area.frame.body, text, point.x,
                        point.y + side * 0.5 * self->s->area.em, style);
}

static int
find_worst (const Line *self)
{
  double most = -1.0;
  int worst = -1;

  for (int i = self->first_open; i < self->n - 1; i++)
    {
      const double gap = fabs (get_truth (self, i) - get_point (self, i));

      if (gap > most)
        {
          most = gap;
          worst = i;
        }
    }
  return worst;
}

/* The year that surprises most, then those where the line turns. */
static void
label_truths (const Line *self)
{
  const int worst = find_worst (self);

  if (self->s->in->progress < 1.0)
    return;
  if (worst >= 0)
    label_truth (self, worst, find_room (self, worst) != 0 ? find_room (self, worst)
                              : get_point (self, worst) > get_truth (self, worst) ? 1 : -1);
  for (int i = self->n - 2; i >= self->first_open; i--)
    if (i != worst && is_shown (self, i) && find_room (self, i) != 0)
      label_truth (self, i, find_room (self, i));
}

/* @shown: NAN for a column where nothing is drawn. */
static void
add_target (Line       *self,
            int         i,
            guint       key,
            const char *name,
            double      shown)
{
  const SoulsSketch *in = self->s->in;
  const SoulsBox *plot = &self->s->area.frame.plot;
  const double left = place (self, i, 0.0).x - self->bands.step / 2.0;
  g_autofree char *year = souls_year_text (in->from + i);
  g_autofree char *text = souls_fill (in->words, name, year, NULL);
  g_autofree char *value = isfinite (shown) ? souls_sketch_say (self->s, shown)
                                            : g_strdup (souls_words_say (in->words, not_drawn));
  SoulsBox box = { left, plot->y, self->bands.step, plot->height };

  if (isfinite (shown))
    box = (SoulsBox) { left, place (self, i, shown).y, self->bands.step, 0.0 };
  souls_draft_add_target (&self->s->draft, box, key + (guint) (in->from + i), text, value, in->metric, in->from + i);
}

static void
add_targets (Line *self)
{
  for (int i = 0; i < self->n; i++)
    {
      if (self->s->in->points != NULL && i >= self->first_open)
        add_target (self, i, 0, drawn_name, get_point (self, i));
      if (isfinite (self->median[i]))
        add_target (self, i, SOULS_SKETCH_KEY_MEDIAN, median_name, self->median[i]);
      if (is_shown (self, i))
        add_target (self, i, SOULS_SKETCH_KEY_TRUTH, i < self->first_open ? given_name : truth_name,
                    get_truth (self, i));
    }
}

static void
add_handles (Line *self)
{
  const SoulsSketch *in = self->s->in;
  const SoulsBox *plot = &self->s->area.frame.plot;
  const SoulsQuantity low = souls_quantity_from_shown (&in->like, 0.0);
  SoulsQuantity ends[2] = { low, low };

  ends[0].value = self->s->domain.min;
  ends[1].value = self->s->domain.max;
  for (int i = self->first_open; in->points != NULL && in->progress <= 0.0 && i < self->n; i++)
    {
      const SoulsHandle handle = {
        .box = { place (self, i, 0.0).x - self->bands.step / 2.0, plot->y, self->bands.step, plot->height },
        .key = (guint) (in->from + i),
        .metric = (int) in->metric,
        .year = in->from + i,
        .y = { souls_box_bottom (*plot), souls_quantity_to_shown (&ends[0]), plot->y,
               souls_quantity_to_shown (&ends[1]) },
      };

      souls_scene_add_handle (self->s->draft.scene, &handle);
    }
}

static void
name_years (const Line *self)
{
  g_auto (GStrv) labels = g_new0 (char *, self->n + 1);

  for (int i = 0; i < self->n; i++)
    labels[i] = souls_year_text (self->s->in->from + i);
  souls_frame_add_labels (&self->s->area.frame, self->s->draft.scene, &self->bands, (const char *const *) labels,
                          (guint) (self->n - 1));
}

static void
draw_line (Line *self)
{
  SoulsFrame *frame = &self->s->area.frame;
  SoulsScene *scene = self->s->draft.scene;

  draw_ground (self);
  souls_frame_add_grid (frame, scene);
  draw_gap (self);
  draw_votes (self);
  souls_frame_add_zero (frame, scene);
  draw_truth (self);
  draw_drawing (self);
  name_years (self);
  label_ends (self);
  label_truths (self);
}

void
souls_sketch_lay_out_line (SoulsSketching *sketching)
{
  const SoulsSketch *in = sketching->in;
  const int n = MAX (in->to - in->from + 1, 1);
  g_autofree double *median = g_new (double, n);
  g_autofree double *column = g_new (double, MAX (in->n_votes, 1));
  Line self = { .s = sketching, .n = n, .first_open = CLAMP (in->shown - in->from + 1, 0, n - 1), .median = median,
                .column = column };
  SoulsFrame *frame = &sketching->area.frame;

  measure_line (&self);
  open_line (&self);
  souls_frame_reserve_labels (frame);
  souls_frame_reserve_strip (frame);
  souls_frame_reserve_sides (frame, 0.0, measure_labels (&self) + frame->grid);
  souls_frame_set_values (frame, sketching->draft.scene, sketching->domain, souls_sketch_say_tick, sketching);
  self.bands = souls_band_scale ((guint) n, frame->plot.x, souls_box_right (frame->plot), 1.0);
  draw_line (&self);
  add_targets (&self);
  add_handles (&self);
}
