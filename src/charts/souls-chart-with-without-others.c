/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "souls-chart-others.h"

#include <math.h>

/* Translators: operating income in fiscal %1$s, %2$s in the scenario that is shown, %3$s in the one that it is compared
 * with. */
static const char *const without_one = N_("Without AWS in fiscal %1$s: %2$s, compared with %3$s.");
static const char *const with_one = N_("With AWS in fiscal %1$s: %2$s, compared with %3$s.");
/* Translators: the same, %3$s and %4$s being the least and the most of several scenarios. */
static const char *const without_many =
  N_("Without AWS in fiscal %1$s: %2$s, compared with %3$s to %4$s.");
static const char *const with_many =
  N_("With AWS in fiscal %1$s: %2$s, compared with %3$s to %4$s.");
/* Translators: a sentence for who does not see the chart, and one more; the places from %2$s on are lists such as
 * "Cloud winter: $41.2 bn, All marketplace: $103 bn". */
static const char *const others_description = N_("%4$s Compared, in fiscal %1$s: with AWS %2$s; without AWS %3$s.");

static const char *const measure = N_("Operating income, fiscal %1$s");
/* Translators: in a subtitle: which bar of each pair is which, where they have no room for their names. */
static const char *const order_note = N_("%1$s · first with AWS, then without");
/* Translators: the name of the scenario that is shown, where it has none. */
static const char *const own_name = N_("This scenario");
/* Translators: a part of a scenario: "Cloud winter: With AWS". */
static const char *const part_of = N_("%1$s: %2$s");
static const char *const projected = N_("%1$s, projected");

/*
 * Part:
 * @metric: what it shows
 * @name: marked for translation
 * @key: of its target; of another scenario, more
 */
typedef struct
{
  SoulsMetric metric;
  const char *name;
  guint key;
} Part;

enum
{
  PART_STORES,
  PART_AWS,
  PART_WITH,
  PART_WITHOUT,
  N_PARTS
};

static const Part parts[N_PARTS] = {
  [PART_STORES] = { SOULS_METRIC_INCOME_STORES, N_("Stores"), 1 },
  [PART_AWS] = { SOULS_METRIC_INCOME_AWS, N_("AWS"), 2 },
  [PART_WITH] = { SOULS_METRIC_INCOME_TOTAL, N_("With AWS"), 3 },
  [PART_WITHOUT] = { SOULS_METRIC_WITHOUT_AWS, N_("Without AWS"), 4 },
};

#define KEY_OTHER 100u

#define MAX_GROUPS (1 + SOULS_MAX_OTHERS)
#define BARS 2

/*
 * Group:
 * @title: the scenario's
 * @other: which of those to compare with, or -1 for the one that is shown
 * @value: by part, US$ million
 * @bar: what the pair covers, px
 */
typedef struct
{
  const char *title;
  int other;
  double value[N_PARTS];
  SoulsBox bar[BARS];
} Group;

/*
 * Multiples:
 * @group: from left to right
 * @n: how many
 * @name_width: px for the name of one bar
 * @title_width: px for the name of a scenario
 * @with_names: whether the bars have names
 */
typedef struct
{
  SoulsDraft *draft;
  SoulsArea area;
  SoulsBandScale bands;
  Group group[MAX_GROUPS];
  guint n;
  double name_width;
  double title_width;
  gboolean with_names;
} Multiples;

/* Whether any of the scenarios to compare with projects the year: what was reported is the same in all of them. */
gboolean
souls_with_without_compares (const SoulsChartInput *input)
{
  for (int i = 0; i < input->n_others; i++)
    if (souls_other_is_projected (input, i, input->year))
      return TRUE;
  return FALSE;
}

static void
add_group (Multiples  *self,
           const char *title,
           int         other)
{
  const SoulsChartInput *input = self->draft->input;
  Group *group = &self->group[self->n++];

  *group = (Group) { .title = title, .other = other };
  for (int i = 0; i < N_PARTS; i++)
    group->value[i] = other < 0 ? souls_draft_value (self->draft, SOULS_ORIGIN_SCENARIO, parts[i].metric, input->year)
                                : souls_other_value (input, other, parts[i].metric, input->year);
}

static void
collect_groups (Multiples *self)
{
  const SoulsChartInput *input = self->draft->input;

  add_group (self, input->title && *input->title ? input->title : souls_words_say (input->words, own_name), -1);
  for (int i = 0; i < input->n_others; i++)
    if (souls_other_is_projected (input, i, input->year))
      add_group (self, souls_other_title (input, i), i);
}

static gboolean
is_stacked (const Group *group)
{
  return (group->value[PART_STORES] < 0.0) == (group->value[PART_AWS] < 0.0);
}

static gboolean
has_ghost (const Multiples *self)
{
  return self->draft->input->moved && souls_input_is_projected (self->draft->input, self->draft->input->year);
}

static double
get_ghost (const Multiples *self,
           int              bar)
{
  return souls_draft_value (self->draft, SOULS_ORIGIN_BASELINE, parts[PART_WITH + bar].metric,
                            self->draft->input->year);
}

static SoulsRange
get_range (const Multiples *self)
{
  SoulsRange range = souls_range_include (souls_range_empty (), 0.0);

  for (guint i = 0; i < self->n; i++)
    {
      const double *value = self->group[i].value;

      range = souls_range_include (range, fmax (value[PART_STORES], 0.0) + fmax (value[PART_AWS], 0.0));
      range = souls_range_include (range, fmin (value[PART_STORES], 0.0) + fmin (value[PART_AWS], 0.0));
      range = souls_range_include (range, value[PART_WITHOUT]);
    }
  for (int bar = 0; bar < BARS && has_ghost (self); bar++)
    range = souls_range_include (range, get_ghost (self, bar));
  return range;
}

static SoulsTextStyle
style_name (const Multiples *self)
{
  return (SoulsTextStyle) {
    .color = SOULS_COLOR_DIM, .em = 0.85, .anchor_x = 0.5, .max_width = self->name_width, .max_lines = 2
  };
}

/* Narrow ones break into more lines. */
static SoulsTextStyle
style_title (const Multiples *self,
             guint            i)
{
  return (SoulsTextStyle) { .color = SOULS_COLOR_TEXT,
                            .em = self->title_width < 8.0 * self->area.em ? 0.85 : 1.0,
                            .bold = self->group[i].other < 0,
                            .anchor_x = 0.5,
                            .max_width = self->title_width,
                            .max_lines = self->title_width < 8.0 * self->area.em ? 3 : 2 };
}

static double
measure_names (const Multiples *self)
{
  double height = 0.0;

  for (int bar = 0; bar < BARS && self->with_names; bar++)
    height = MAX (height, souls_scene_measure_text (
                            self->draft->scene, souls_words_say (self->draft->input->words, parts[PART_WITH + bar].name),
                            style_name (self)).height);
  return ceil (height);
}

static double
measure_titles (const Multiples *self)
{
  double height = 0.0;

  for (guint i = 0; i < self->n; i++)
    height = MAX (height, souls_scene_measure_text (self->draft->scene, self->group[i].title,
                                                    style_title (self, i)).height);
  return ceil (height);
}

/* Names and titles are measured before the value axis takes its room, which is about this many characters. */
#define AXIS_EMS 5.5

/* Part of a group's step that its pair of bars takes. */
#define PAIR_PART 0.72

static void
measure_columns (Multiples *self,
                 double     width,
                 double     em,
                 double     gap)
{
  double step = MAX (width - AXIS_EMS * em, em) / self->n;

  self->title_width = MAX (floor (step - gap), 1.0);
  self->name_width = MAX (floor (step / 2.0 - gap / 2.0), 1.0);
  self->with_names = TRUE;
  for (int bar = 0; bar < BARS; bar++)
    if (souls_scene_is_text_cut (self->draft->scene,
                                 souls_words_say (self->draft->input->words, parts[PART_WITH + bar].name),
                                 style_name (self)))
      self->with_names = FALSE;
}

/* (transfer full): each line that differs is worth the title, the one without AWS before */
static char *
say_finding (const SoulsDraft *draft,
             const char       *finding)
{
  int year = draft->input->year;
  char *text = souls_say_against (draft, SOULS_METRIC_WITHOUT_AWS, year, without_one, without_many);

  if (!text)
    text = souls_say_against (draft, SOULS_METRIC_INCOME_TOTAL, year, with_one, with_many);
  return text ? text : g_strdup (finding);
}

static void
open_area (Multiples  *self,
           const char *finding,
           const char *description)
{
  const SoulsChartInput *input = self->draft->input;
  g_autofree char *title = say_finding (self->draft, finding);
  g_autofree char *year = souls_year_text (input->year);
  g_autofree char *what = souls_fill (input->words, measure, year, NULL);
  g_autofree char *plain = souls_subtitle (input, what, TRUE, souls_input_is_projected (input, input->year));
  g_autofree char *subtitle = souls_note_others (input, plain);
  g_autofree char *noted = souls_fill (input->words, order_note, subtitle, NULL);
  g_autofree char *with = souls_list_others (input, SOULS_METRIC_INCOME_TOTAL, input->year);
  g_autofree char *without = souls_list_others (input, SOULS_METRIC_WITHOUT_AWS, input->year);
  g_autofree char *spoken = souls_fill (input->words, others_description, year, with, without, description, NULL);
  SoulsScene *scene = self->draft->scene;
  double em = souls_scene_get_base_size (scene);
  double gap = 6.0 * souls_scene_get_unit (scene);

  measure_columns (self, souls_scene_get_width (scene) - 4.0 * gap, em, gap);
  souls_area_open (&self->area, self->draft, title, self->with_names ? subtitle : noted, spoken);
}

/* Where the bars of a group are; bars of no value have no height. */
static void
place_bars (Multiples *self,
            guint      i)
{
  Group *group = &self->group[i];
  double gap = MIN (self->area.frame.grid / 2.0, self->bands.band * 0.1);
  double width = (self->bands.band - gap) / BARS;
  double x = souls_band_scale_start (&self->bands, i);
  const double *value = group->value;
  double top = fmax (value[PART_STORES], 0.0) + fmax (value[PART_AWS], 0.0);
  double bottom = fmin (value[PART_STORES], 0.0) + fmin (value[PART_AWS], 0.0);
  double without = isnan (value[PART_WITHOUT]) ? 0.0 : value[PART_WITHOUT];

  group->bar[0] = souls_area_bar_box (&self->area, x, width, isnan (bottom) ? 0.0 : bottom, isnan (top) ? 0.0 : top);
  group->bar[1] = souls_area_bar_box (&self->area, x + width + gap, width, 0.0, without);
}

/* @box: of the part; nothing for a value that is not there */
static void
add_target (const Multiples *self,
            const Group     *group,
            int              part,
            SoulsBox         box)
{
  const SoulsChartInput *input = self->draft->input;
  guint key = parts[part].key + (group->other < 0 ? 0 : KEY_OTHER * (guint) (group->other + 1));
  SoulsMetric metric = group->other < 0 ? parts[part].metric : SOULS_NO_METRIC;
  g_autofree char *name =
    souls_fill (input->words, part_of, group->title, souls_words_say (input->words, parts[part].name), NULL);
  g_autofree char *money = souls_words_money_full (input->words, group->value[part]);
  g_autofree char *value =
    group->other < 0 ? souls_value_in_words (input, SOULS_ORIGIN_SCENARIO, parts[part].metric, input->year)
                     : souls_fill (input->words, projected, money, NULL);

  if (!isnan (group->value[part]))
    souls_draft_add_target (self->draft, box, key, name, value, metric, input->year);
}

/* The stack of stores and AWS; where one of them loses, the total is a line at its level. */
static void
draw_with (const Multiples *self,
           const Group     *group)
{
  const SoulsArea *area = &self->area;
  const double *value = group->value;
  double foot = is_stacked (group) ? value[PART_STORES] : 0.0;
  double x = group->bar[0].x;
  double width = group->bar[0].width;
  double y = souls_area_y (area, value[PART_WITH]);
  SoulsPoint ends[2] = { { x - area->frame.grid / 3.0, y }, { x + width + area->frame.grid / 3.0, y } };

  if (isnan (value[PART_STORES]) || isnan (value[PART_AWS]))
    return;
  souls_area_add_bar (area, self->draft, x, width, 0.0, value[PART_STORES],
                      (SoulsStyle) { .fill = SOULS_COLOR_STORES }, !is_stacked (group));
  souls_area_add_bar (area, self->draft, x, width, foot, foot + value[PART_AWS],
                      (SoulsStyle) { .fill = SOULS_COLOR_AWS }, TRUE);
  if (!is_stacked (group))
    souls_scene_add_line (self->draft->scene, ends, 2, (SoulsStyle) { .stroke = SOULS_COLOR_COMPANY });
  add_target (self, group, PART_STORES, souls_area_bar_box (area, x, width, 0.0, value[PART_STORES]));
  add_target (self, group, PART_AWS, souls_area_bar_box (area, x, width, foot, foot + value[PART_AWS]));
  add_target (self, group, PART_WITH, souls_area_bar_box (area, x, width, value[PART_WITH], value[PART_WITH]));
}

static void
draw_without (const Multiples *self,
              const Group     *group)
{
  souls_area_add_bar (&self->area, self->draft, group->bar[1].x, group->bar[1].width, 0.0, group->value[PART_WITHOUT],
                      (SoulsStyle) { .fill = SOULS_COLOR_STORES }, TRUE);
  add_target (self, group, PART_WITHOUT, group->bar[1]);
  if (group->other < 0)
    souls_area_add_handle (&self->area, self->draft, group->bar[1].x, group->bar[1].width,
                           group->value[PART_WITHOUT], parts[PART_WITHOUT].key, SOULS_METRIC_WITHOUT_AWS,
                           self->draft->input->year);
}

static void
draw_ghosts (const Multiples *self)
{
  double wider = MIN (self->area.frame.grid / 3.0, self->bands.band * 0.05);

  for (int bar = 0; bar < BARS && has_ghost (self); bar++)
    souls_area_add_bar (&self->area, self->draft, self->group[0].bar[bar].x - wider,
                        self->group[0].bar[bar].width + 2.0 * wider, 0.0, get_ghost (self, bar),
                        (SoulsStyle) { .stroke = SOULS_COLOR_GHOST, .dashed = TRUE }, FALSE);
}

/* Whether a text's box covers no bar. */
static gboolean
is_beside_bars (const Multiples *self,
                SoulsBox         box)
{
  for (guint i = 0; i < self->n; i++)
    for (int bar = 0; bar < BARS; bar++)
      if (souls_box_overlaps (box, self->group[i].bar[bar]))
        return FALSE;
  return TRUE;
}

/* How much wider than its bar a value on it may be: the bars beside one that is half a loss are low there. */
#define MOST_OVER 1.4

/* A value at its bar's end: over the middle; or to one side, if it would cover a neighbour; or not at all. */
static void
label_bar (const Multiples *self,
           const Group     *group,
           int              bar)
{
  static const double anchors[] = { 0.5, 0.0, 1.0 };
  const double value = group->value[PART_WITH + bar];
  gboolean below = value < 0.0;
  gboolean on_line = bar == 0 && !is_stacked (group);
  SoulsBox box = group->bar[bar];
  double away = self->area.frame.grid / 3.0;
  double y = on_line ? souls_area_y (&self->area, value) - away
                     : below ? souls_box_bottom (box) + away : box.y - away;
  SoulsTextStyle style = { .color = bar == 0 ? SOULS_COLOR_COMPANY : SOULS_COLOR_STORES,
                           .em = self->title_width < 8.0 * self->area.em ? 0.85 : 1.0,
                           .bold = group->other < 0,
                           .tabular = TRUE,
                           .anchor_y = below && !on_line ? 0.0 : 1.0 };
  g_autofree char *text = souls_words_money (self->draft->input->words, value);

  for (guint k = 0; k < G_N_ELEMENTS (anchors) && !isnan (value); k++)
    {
      double x = box.x + anchors[k] * box.width;
      SoulsBox place;

      style.anchor_x = anchors[k];
      place = souls_scene_measure_text (self->draft->scene, text, style);
      place.x += x;
      place.y += y;
      if ((on_line ? place.width <= MOST_OVER * box.width : is_beside_bars (self, place)) &&
          souls_draft_try_note (self->draft, NULL, text, x, y, style))
        return;
    }
}

/* What the two colours are, on the first stack, where they have room. */
static void
label_parts (const Multiples *self)
{
  const Group *group = &self->group[0];
  double foot = is_stacked (group) ? group->value[PART_STORES] : 0.0;
  const double from[2] = { 0.0, foot };
  const SoulsColor colors[2] = { SOULS_COLOR_STORES, SOULS_COLOR_AWS };

  for (int part = PART_STORES; part <= PART_AWS; part++)
    {
      SoulsBox box = souls_area_bar_box (&self->area, group->bar[0].x, group->bar[0].width, from[part],
                                         from[part] + group->value[part]);
      SoulsTextStyle style = { .color = colors[part], .em = 0.85, .bold = TRUE, .anchor_x = 0.5, .anchor_y = 0.5 };

      if (!isnan (group->value[part]))
        souls_draft_try_note (self->draft, &box, souls_words_say (self->draft->input->words, parts[part].name),
                              box.x + box.width / 2.0, box.y + box.height / 2.0, style);
    }
}

static void
draw_names (const Multiples *self)
{
  double title_y = souls_box_bottom (self->area.frame.body) - measure_titles (self);
  double name_y = title_y - measure_names (self) - self->area.frame.grid / 3.0;

  for (guint i = 0; i < self->n; i++)
    {
      const Group *group = &self->group[i];

      souls_draft_try_text (self->draft, NULL, group->title, souls_band_scale_center (&self->bands, i), title_y,
                            style_title (self, i));
      for (int bar = 0; bar < BARS && self->with_names; bar++)
        souls_draft_try_text (self->draft, NULL,
                              souls_words_say (self->draft->input->words, parts[PART_WITH + bar].name),
                              group->bar[bar].x + group->bar[bar].width / 2.0, name_y, style_name (self));
    }
}

static void
draw_groups (Multiples *self)
{
  for (guint i = 0; i < self->n; i++)
    place_bars (self, i);
  for (guint i = 0; i < self->n; i++)
    {
      draw_with (self, &self->group[i]);
      draw_without (self, &self->group[i]);
    }
  draw_ghosts (self);
  souls_frame_add_zero (&self->area.frame, self->draft->scene);
  for (guint i = 0; i < self->n; i++)
    for (int bar = BARS - 1; bar >= 0; bar--)
      label_bar (self, &self->group[i], bar);
  label_parts (self);
}

/*
 * souls_with_without_compare:
 * @draft: the chart
 * @finding: what it says of the scenario that is shown
 * @description: the same to who does not see it
 *
 * A pair of bars for each scenario that projects the year, side by side on one axis.
 */
void
souls_with_without_compare (SoulsDraft *draft,
                            const char *finding,
                            const char *description)
{
  Multiples self = { .draft = draft };
  SoulsArea *area = &self.area;
  SoulsRange range;
  double line;

  collect_groups (&self);
  range = get_range (&self);
  open_area (&self, finding, description);
  line = area->frame.line + area->frame.grid / 2.0;
  souls_area_reserve_rows (area, line,
                           measure_names (&self) + measure_titles (&self) + 1.5 * area->frame.grid +
                             (range.min < 0.0 ? line : 0.0));
  souls_area_set_values (area, draft, SOULS_AXIS_MONEY, range);
  self.bands = souls_band_scale (self.n, area->frame.plot.x, souls_box_right (area->frame.plot), PAIR_PART);
  souls_frame_add_grid (&area->frame, draft->scene);
  draw_groups (&self);
  draw_names (&self);
}
