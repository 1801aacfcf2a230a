/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "souls-chart-timeline.h"

#include "souls-chart-others.h"
#include "souls-labels.h"

#include <math.h>

/*
 * Line:
 * @metric: what it shows
 * @color: as the scenario's own line has it
 * @width: px; the one that the chart is about is a little wider
 * @point_name: marked for translation
 */
typedef struct
{
  SoulsMetric metric;
  SoulsColor color;
  double width;
  const char *point_name;
} Line;

enum
{
  LINE_WITH,
  LINE_WITHOUT,
  N_LINES
};

/* Translators: what a point of the chart is: a scenario's name and a fiscal year. */
static const Line lines[N_LINES] = {
  [LINE_WITH] = { SOULS_METRIC_INCOME_TOTAL, SOULS_COLOR_COMPANY, 1.0, N_("%1$s, with AWS, fiscal %2$s") },
  [LINE_WITHOUT] = { SOULS_METRIC_WITHOUT_AWS, SOULS_COLOR_STORES, 1.5, N_("%1$s, without AWS, fiscal %2$s") },
};

G_STATIC_ASSERT (N_LINES == SOULS_TIMELINE_LINES);

/* Translators: the second sentence of the title, after one about Amazon without AWS: operating income in fiscal %1$s,
 * %2$s in the scenario that is shown, %3$s in the one that it is compared with. */
static const char *const against_one[N_LINES] = {
  [LINE_WITH] = N_("With AWS in fiscal %1$s: %2$s, compared with %3$s."),
  [LINE_WITHOUT] = N_("In fiscal %1$s: %2$s, compared with %3$s."),
};
/* Translators: the same, %3$s and %4$s being the least and the most of several scenarios. */
static const char *const against_many[N_LINES] = {
  [LINE_WITH] = N_("With AWS in fiscal %1$s: %2$s, compared with %3$s to %4$s."),
  [LINE_WITHOUT] = N_("In fiscal %1$s: %2$s, compared with %3$s to %4$s."),
};
/* Translators: for who does not see the chart; the places from %2$s on are lists such as
 * "Cloud winter: $41.2 bn, All marketplace: $103 bn". */
static const char *const others_description =
  N_("Compared, in fiscal %1$s: with AWS %2$s; without AWS %3$s.");
static const char *const point_value = N_("%1$s, projected");

/* After those of the scenario's own lines. */
#define KEY_OTHER(i, line, year) \
  ((10u + (guint) (i) * (guint) N_LINES + (guint) (line)) * 10000u + (guint) (year))

/* Px between two markers of one line, in em. */
#define MARKER_EMS 4.0

/* Labels say less where there is less room. */
typedef enum
{
  SAY_ALL,          /* a name of two lines and values */
  SAY_SHORTER,      /* a name of one line and values */
  SAY_NAME,         /* a name of one line */
  N_SAYINGS
} Saying;

static int
last_year (const SoulsDraft        *draft,
           const SoulsTimelineSpan *span,
           int                      i)
{
  const SoulsResults *results = draft->input->others[i].results;

  return MIN (results->base_year + results->horizon, span->last);
}

static int
first_year (const SoulsDraft        *draft,
            const SoulsTimelineSpan *span,
            int                      i)
{
  return MAX (draft->input->others[i].results->base_year, span->first);
}

SoulsRange
souls_timeline_include_others (const SoulsDraft        *draft,
                               const SoulsTimelineSpan *span,
                               SoulsRange               range)
{
  for (int i = 0; i < draft->input->n_others; i++)
    for (int year = first_year (draft, span, i); year <= last_year (draft, span, i); year++)
      for (int k = 0; k < N_LINES; k++)
        range = souls_range_include (range, souls_other_value (draft->input, i, lines[k].metric, year));
  return range;
}

/* (transfer full) (nullable): the second sentence of the finding */
char *
souls_timeline_say_others (const SoulsDraft        *draft,
                           const SoulsTimelineSpan *span)
{
  char *text = NULL;

  for (int line = N_LINES - 1; line >= 0 && !text; line--)
    text = souls_say_against (draft, lines[line].metric, span->end, against_one[line], against_many[line]);
  return text;
}

/* (transfer full) (nullable): a sentence that names each of them */
char *
souls_timeline_describe_others (const SoulsDraft        *draft,
                                const SoulsTimelineSpan *span)
{
  g_autofree char *with = souls_list_others (draft->input, lines[LINE_WITH].metric, span->end);
  g_autofree char *without = souls_list_others (draft->input, lines[LINE_WITHOUT].metric, span->end);
  g_autofree char *year = souls_year_text (span->end);

  return with ? souls_fill (draft->input->words, others_description, year, with, without, NULL) : NULL;
}

/* (out) whether there is a value; the point on the plot */
static gboolean
get_point (const SoulsTimeline *self,
           int                  i,
           int                  line,
           int                  year,
           SoulsPoint          *point)
{
  double value = souls_other_value (self->draft->input, i, lines[line].metric, year);

  *point = (SoulsPoint) { souls_band_scale_center (&self->bands, (guint) (year - self->span.first)),
                          souls_area_y (&self->area, value) };
  return !isnan (value);
}

static double
get_radius (const SoulsTimeline *self)
{
  return MIN (self->area.em * 0.28, self->bands.step * 0.5);
}

/* A thin line; broken where there is no result. */
static void
draw_line (const SoulsTimeline *self,
           int                  i,
           int                  line)
{
  SoulsPoint points[SOULS_MAX_HISTORY + SOULS_MAX_YEARS];
  SoulsStyle style = { .stroke = lines[line].color, .line_width = lines[line].width * self->area.unit };
  int n = 0;

  for (int year = first_year (self->draft, &self->span, i); year <= last_year (self->draft, &self->span, i); year++)
    {
      if (n < (int) G_N_ELEMENTS (points) && get_point (self, i, line, year, &points[n]))
        {
          n++;
          continue;
        }
      if (n > 1)
        souls_scene_add_line (self->draft->scene, points, n, style);
      n = 0;
    }
  if (n > 1)
    souls_scene_add_line (self->draft->scene, points, n, style);
}

/* Markers at the end and some years apart, each line's in other years than the next one's. */
static gboolean
has_marker (const SoulsTimeline *self,
            int                  i,
            int                  year)
{
  int apart = (int) ceil (MARKER_EMS * self->area.em / MAX (self->bands.step, 1.0));
  int before_end = last_year (self->draft, &self->span, i) - year;

  return before_end == 0 || (before_end >= apart && (before_end + i * apart / SOULS_MAX_OTHERS) % apart == 0);
}

static void
draw_markers (const SoulsTimeline *self,
              int                  i,
              int                  line)
{
  const SoulsResults *results = self->draft->input->others[i].results;

  for (int year = MAX (results->base_year + 1, self->span.first);
       year <= last_year (self->draft, &self->span, i); year++)
    {
      SoulsPoint point;

      if (has_marker (self, i, year) && get_point (self, i, line, year, &point))
        souls_draft_add_marker (self->draft, i, point, get_radius (self), lines[line].color);
    }
}

/* Lines first, so that no line hides another one's marker. */
void
souls_timeline_draw_others (const SoulsTimeline *self)
{
  for (int i = 0; i < self->draft->input->n_others; i++)
    for (int k = 0; k < N_LINES; k++)
      draw_line (self, i, k);
  for (int i = 0; i < self->draft->input->n_others; i++)
    for (int k = 0; k < N_LINES; k++)
      draw_markers (self, i, k);
}

static SoulsTextStyle
style_name (const SoulsTimeline *self,
            Saying               saying)
{
  return (SoulsTextStyle) { .color = SOULS_COLOR_TEXT,
                            .em = 0.85,
                            .max_width = floor (self->area.frame.body.width * SOULS_LABELS_PART),
                            .max_lines = saying == SAY_ALL ? 2 : 1 };
}

static SoulsTextStyle
style_value (int line)
{
  return (SoulsTextStyle) { .color = lines[line].color, .em = 0.85, .tabular = TRUE };
}

/* Px from the marker's left edge to the name. */
static double
get_indent (const SoulsTimeline *self)
{
  return ceil (self->area.em * 0.9);
}

/* Between the two values of a label. */
static double
get_gap (const SoulsTimeline *self)
{
  return ceil (self->area.em * 0.6);
}

/* (transfer full) */
static char *
say_value (const SoulsTimeline *self,
           int                  i,
           int                  line)
{
  int year = last_year (self->draft, &self->span, i);

  return souls_words_money (self->draft->input->words,
                            souls_other_value (self->draft->input, i, lines[line].metric, year));
}

/* Room for names as they are and for values as wide as they come, so that the plot stands still under the hand. */
double
souls_timeline_measure_others (const SoulsTimeline *self)
{
  g_autofree char *widest = souls_widest_amount (self->draft->input->words);
  double most = floor (self->area.frame.body.width * SOULS_LABELS_PART);
  double width;

  if (self->draft->input->n_others == 0)
    return 0.0;
  width = 2.0 * souls_draft_text_width (self->draft, widest, style_value (LINE_WITH)) + get_gap (self);
  if (width > most)
    width = souls_draft_text_width (self->draft, widest, style_value (LINE_WITH));
  for (int i = 0; i < self->draft->input->n_others; i++)
    width = MAX (width, souls_draft_text_width (self->draft, souls_other_title (self->draft->input, i),
                                                style_name (self, SAY_NAME)));
  return ceil (width) + get_indent (self);
}

/* Whether every label has room for its two values side by side. */
static gboolean
fits_beside (const SoulsTimeline *self)
{
  const SoulsFrame *frame = &self->area.frame;
  double room = souls_box_right (frame->body) - souls_box_right (frame->plot) - frame->grid - get_indent (self);

  for (int i = 0; i < self->draft->input->n_others; i++)
    {
      g_autofree char *with = say_value (self, i, LINE_WITH);
      g_autofree char *without = say_value (self, i, LINE_WITHOUT);

      if (souls_draft_text_width (self->draft, with, style_value (LINE_WITH)) + get_gap (self) +
            souls_draft_text_width (self->draft, without, style_value (LINE_WITHOUT)) > room)
        return FALSE;
    }
  return TRUE;
}

static int
count_value_lines (const SoulsTimeline *self,
                   Saying               saying)
{
  return saying == SAY_NAME ? 0 : saying == SAY_ALL && !fits_beside (self) ? 2 : 1;
}

static double
measure_height (const SoulsTimeline *self,
                int                  i,
                Saying               saying)
{
  SoulsScene *scene = self->draft->scene;
  g_autofree char *value = say_value (self, i, LINE_WITH);
  double height =
    souls_scene_measure_text (scene, souls_other_title (self->draft->input, i), style_name (self, saying)).height;

  return height + count_value_lines (self, saying) *
                    souls_scene_measure_text (scene, value, style_value (LINE_WITH)).height;
}

/* Both values of a label, side by side or one below the other; where there is no room for that, the one without AWS. */
static void
add_values (const SoulsTimeline *self,
            int                  i,
            Saying               saying,
            double               x,
            double               y)
{
  g_autofree char *with = say_value (self, i, LINE_WITH);
  g_autofree char *without = say_value (self, i, LINE_WITHOUT);
  double next = x + ceil (souls_draft_text_width (self->draft, with, style_value (LINE_WITH))) + get_gap (self);
  double height = souls_scene_measure_text (self->draft->scene, with, style_value (LINE_WITH)).height;

  if (fits_beside (self))
    {
      souls_draft_try_text (self->draft, NULL, with, x, y, style_value (LINE_WITH));
      souls_draft_try_text (self->draft, NULL, without, next, y, style_value (LINE_WITHOUT));
      return;
    }
  if (count_value_lines (self, saying) > 1)
    {
      souls_draft_try_text (self->draft, NULL, with, x, y, style_value (LINE_WITH));
      y += height;
    }
  souls_draft_try_text (self->draft, NULL, without, x, y, style_value (LINE_WITHOUT));
}

static void
add_label (const SoulsTimeline *self,
           int                  i,
           Saying               saying,
           double               x,
           double               y)
{
  SoulsScene *scene = self->draft->scene;
  const char *title = souls_other_title (self->draft->input, i);
  double top = y - measure_height (self, i, saying) / 2.0;
  double line = souls_scene_measure_text (scene, title, style_name (self, SAY_NAME)).height;
  double height = souls_scene_measure_text (scene, title, style_name (self, saying)).height;

  if (!souls_draft_try_text (self->draft, NULL, title, x + get_indent (self), top, style_name (self, saying)))
    return;
  souls_draft_add_marker (self->draft, i, (SoulsPoint) { x + self->area.em * 0.35, top + line / 2.0 },
                          self->area.em * 0.28, SOULS_COLOR_TEXT);
  if (saying != SAY_NAME)
    add_values (self, i, saying, x + get_indent (self), top + height);
}

/* All labels as they would be placed in one column, the scenario's own before the others. Returns how many fit. */
static guint
try_places (const SoulsTimeline  *self,
            const SoulsMarkLabel *own,
            const double         *wanted,
            Saying                saying,
            SoulsLabel           *places)
{
  const SoulsFrame *frame = &self->area.frame;
  SoulsRange span = { frame->plot.y - frame->line, souls_box_bottom (frame->plot) + frame->line };
  int n_others = self->draft->input->n_others;

  for (int k = 0; k < SOULS_TIMELINE_LINES; k++)
    places[k] = (SoulsLabel) { wanted[k], souls_draft_label_height (self->draft, &own[k]), -k };
  for (int i = 0; i < n_others; i++)
    {
      SoulsPoint end;
      gboolean has_end = get_point (self, i, LINE_WITH, last_year (self->draft, &self->span, i), &end);

      places[SOULS_TIMELINE_LINES + i] = (SoulsLabel) { has_end ? end.y : NAN, measure_height (self, i, saying),
                                                        -SOULS_TIMELINE_LINES - i };
    }
  return souls_labels_place (places, (guint) (SOULS_TIMELINE_LINES + n_others), span, frame->grid / 2.0);
}

void
souls_timeline_place_labels (const SoulsTimeline  *self,
                             const SoulsMarkLabel *own,
                             const double         *wanted)
{
  const SoulsFrame *frame = &self->area.frame;
  SoulsLabel places[SOULS_TIMELINE_LINES + SOULS_MAX_OTHERS];
  double x = souls_box_right (frame->plot) + frame->grid;
  int n_others = self->draft->input->n_others;
  int saying = SAY_ALL;

  if (n_others == 0)
    {
      souls_area_place_labels (&self->area, self->draft, own, wanted, SOULS_TIMELINE_LINES, x);
      return;
    }
  while (try_places (self, own, wanted, (Saying) saying, places) < (guint) (SOULS_TIMELINE_LINES + n_others) &&
         saying + 1 < N_SAYINGS)
    saying++;
  for (int k = 0; k < SOULS_TIMELINE_LINES; k++)
    if (places[k].shown)
      souls_draft_try_label (self->draft, NULL, &own[k], x, places[k].placed);
  for (int i = 0; i < n_others; i++)
    if (places[SOULS_TIMELINE_LINES + i].shown)
      add_label (self, i, (Saying) saying, x, places[SOULS_TIMELINE_LINES + i].placed);
}

static void
add_target (const SoulsTimeline *self,
            int                  i,
            int                  line,
            int                  year)
{
  const SoulsChartInput *input = self->draft->input;
  const char *title = souls_other_title (input, i);
  g_autofree char *year_text = souls_year_text (year);
  g_autofree char *money =
    souls_words_money_full (input->words, souls_other_value (input, i, lines[line].metric, year));
  g_autofree char *name = souls_fill (input->words, lines[line].point_name, title, year_text, NULL);
  g_autofree char *value = souls_fill (input->words, point_value, money, NULL);
  SoulsPoint point;

  if (get_point (self, i, line, year, &point))
    souls_draft_add_target (self->draft,
                            (SoulsBox) { point.x - self->bands.step / 2.0, point.y, self->bands.step, 0.0 },
                            KEY_OTHER (i, line, year), name, value, SOULS_NO_METRIC, year);
}

void
souls_timeline_add_other_targets (const SoulsTimeline *self)
{
  for (int i = 0; i < self->draft->input->n_others; i++)
    for (int year = MAX (self->draft->input->others[i].results->base_year + 1, self->span.first);
         year <= last_year (self->draft, &self->span, i); year++)
      for (int k = 0; k < N_LINES; k++)
        add_target (self, i, k, year);
}
