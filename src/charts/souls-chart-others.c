/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "souls-chart-others.h"

#include <math.h>

/* Translators: a scenario that has no name of its own: sliders all where the base year puts them. */
static const char *const unnamed = N_("Unnamed scenario");

/* Translators: a subtitle, and that the scenarios compared differ in what "without AWS" means. */
static const char *const own_meanings = N_("%1$s · each with its own “without”");

/* Translators: one of several scenarios with its amount, and how they are strung together. */
static const char *const list_item = N_("%1$s: %2$s");
static const char *const list_join = N_("%1$s, %2$s");

/*
 * souls_other_value:
 * @input: what is shown
 * @i: which of the scenarios to compare with, from 0
 * @metric: a metric
 * @year: fiscal year
 *
 * Returns: the value from that scenario's base year to its end, in the model's unit; NAN for other years
 */
double
souls_other_value (const SoulsChartInput *input,
                   int                    i,
                   SoulsMetric            metric,
                   int                    year)
{
  const SoulsResults *results = input->others[i].results;
  int t = year - results->base_year;
  double value = t >= 0 && t <= results->horizon ? results->value[metric][t] : NAN;

  return isfinite (value) ? value : NAN;
}

/* Whether the year is one of that scenario's projection: before, scenarios do not differ. */
gboolean
souls_other_is_projected (const SoulsChartInput *input,
                          int                    i,
                          int                    year)
{
  const SoulsResults *results = input->others[i].results;

  return year > results->base_year && year <= results->base_year + results->horizon;
}

const char *
souls_other_title (const SoulsChartInput *input,
                   int                    i)
{
  const char *title = input->others[i].title;

  return title && *title ? title : souls_words_say (input->words, unnamed);
}

/*
 * souls_note_others:
 * @input: what is shown
 * @subtitle: what the chart shows
 *
 * Returns: (transfer full): the subtitle, and a word about scenarios that mean something else by "without AWS"
 */
char *
souls_note_others (const SoulsChartInput *input,
                   const char            *subtitle)
{
  for (int i = 0; i < input->n_others; i++)
    if (input->others[i].rung != input->settings->rung)
      return souls_fill (input->words, own_meanings, subtitle, NULL);
  return g_strdup (subtitle);
}

/*
 * souls_list_others:
 *
 * Returns: (transfer full) (nullable): "Cloud winter: $41.2 bn, All marketplace: $103 bn"; %NULL where no scenario
 *   projects that year
 */
char *
souls_list_others (const SoulsChartInput *input,
                   SoulsMetric            metric,
                   int                    year)
{
  char *text = NULL;

  for (int i = 0; i < input->n_others; i++)
    if (souls_other_is_projected (input, i, year))
      {
        g_autofree char *before = g_steal_pointer (&text);
        g_autofree char *money = souls_words_money (input->words, souls_other_value (input, i, metric, year));
        g_autofree char *item = souls_fill (input->words, list_item, souls_other_title (input, i), money, NULL);

        text = before ? souls_fill (input->words, list_join, before, item, NULL) : g_steal_pointer (&item);
      }
  return text;
}

/*
 * souls_say_against:
 * @draft: the chart
 * @metric: what is compared
 * @year: fiscal year
 * @one: a sentence marked for translation: year, own value, the others' value
 * @many: the same: year, own value, the others' least and greatest value
 *
 * Returns: (transfer full) (nullable): the sentence; %NULL where there is nothing to compare or all come to the same
 */
char *
souls_say_against (const SoulsDraft *draft,
                   SoulsMetric       metric,
                   int               year,
                   const char       *one,
                   const char       *many)
{
  const SoulsChartInput *input = draft->input;
  const double value = souls_draft_value (draft, SOULS_ORIGIN_SCENARIO, metric, year);
  SoulsRange range = souls_range_empty ();
  g_autofree char *year_text = souls_year_text (year);
  g_autofree char *own = souls_words_money (input->words, value);
  g_autofree char *least = NULL;
  g_autofree char *most = NULL;

  for (int i = 0; i < input->n_others; i++)
    if (souls_other_is_projected (input, i, year))
      range = souls_range_include (range, souls_other_value (input, i, metric, year));
  if (!(range.min <= range.max) || isnan (value))
    return NULL;
  least = souls_words_money (input->words, range.min);
  most = souls_words_money (input->words, range.max);
  if (!g_str_equal (least, most))
    return souls_fill (input->words, many, year_text, own, least, most, NULL);
  return g_str_equal (own, least) ? NULL : souls_fill (input->words, one, year_text, own, least, NULL);
}

/* Corners on a circle of radius 1, clockwise from the top: a square, a triangle, a diamond, a triangle on its head. */
typedef struct
{
  int n;
  SoulsPoint corner[4];
} Shape;

static const Shape shapes[SOULS_MAX_OTHERS] = {
  { 4, { { -0.8, -0.8 }, { 0.8, -0.8 }, { 0.8, 0.8 }, { -0.8, 0.8 } } },
  { 3, { { 0.0, -1.15 }, { 1.05, 0.75 }, { -1.05, 0.75 } } },
  { 4, { { 0.0, -1.2 }, { 1.2, 0.0 }, { 0.0, 1.2 }, { -1.2, 0.0 } } },
  { 3, { { 0.0, 1.15 }, { -1.05, -0.75 }, { 1.05, -0.75 } } },
};

/*
 * souls_draft_add_marker:
 * @draft: the chart
 * @i: which of the scenarios to compare with
 * @center: where
 * @radius: px
 * @color: of its outline
 *
 * The sign of a scenario, so that lines of one colour can be told apart.
 */
void
souls_draft_add_marker (SoulsDraft *draft,
                        int         i,
                        SoulsPoint  center,
                        double      radius,
                        SoulsColor  color)
{
  const Shape *shape = &shapes[i % SOULS_MAX_OTHERS];
  SoulsPoint points[G_N_ELEMENTS (shape->corner)];

  for (int k = 0; k < shape->n; k++)
    points[k] = (SoulsPoint) { center.x + radius * shape->corner[k].x, center.y + radius * shape->corner[k].y };
  souls_scene_add_polygon (draft->scene, points, shape->n,
                           (SoulsStyle) { .fill = SOULS_COLOR_PAPER,
                                          .stroke = color,
                                          .line_width = 1.25 * souls_scene_get_unit (draft->scene) });
}
