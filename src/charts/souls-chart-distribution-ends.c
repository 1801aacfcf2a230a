/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "souls-chart-distribution.h"

#include <math.h>

const SoulsColor souls_way_colors[N_SOULS] = { SOULS_COLOR_STORES, SOULS_COLOR_AWS };

/* Before fiscal 2019 the filings have them in one line. */
static const char *const combined_name = N_("Advertising and other");

/* Translators: net sales, and the margin on them. */
static const char *const way_pattern = N_("%1$s · %2$s");
/* Translators: operating income of what is sold to somebody; %1$s is an amount. */
static const char *const profit_patterns[2] = { N_("profit %1$s"), N_("loss %1$s") };
/* Translators: a short name, and an amount: "Shipping $95.8 bn". */
static const char *const line_pattern = N_("%1$s %2$s");

/* Labels that take more than this part of a column's height say less. */
#define MOST_LABELS 0.85

/* Part of the plot's width that the labels of one side may take. */
#define LABELS_PART 0.3

gboolean
souls_way_end_is_drawn (const SoulsWayEnd *end)
{
  return end->value > SOULS_WAY_LEAST;
}

/* @text: (transfer full); the kind's sign is added */
static char *
add_sign (char      *text,
          SoulsKind  kind)
{
  g_autofree char *bare = text;

  return kind == SOULS_KIND_REPORTED
           ? g_steal_pointer (&bare)
           : g_strdup_printf ("%s\u00a0%s", bare, souls_kind_sign (kind));
}

const char *
souls_way_map_route_name (const SoulsWayMap *self,
                          int                route)
{
  gboolean combined = souls_flow_calibration (self->draft->input)->combined_advertising;

  return souls_words_say (self->area.words, route == ROUTE_ADVERTISING && combined
                                              ? combined_name : souls_routes[route].name);
}

static void
fill_route (SoulsWayMap *self,
            int          route)
{
  const SoulsWords *words = self->area.words;
  const SoulsRoutes *routes = &self->routes;
  const char *name = souls_way_map_route_name (self, route);
  double margin = souls_routes_margin (routes, route);
  g_autofree char *amount =
    add_sign (souls_routes_say_amount (routes, words, routes->printed[route]),
              routes->sales_kind[route]);
  g_autofree char *percent =
    add_sign (souls_words_percent (words, margin), routes->profit_kind[route]);

  self->end[route] = (SoulsWayEnd) {
    .side = SIDE_IN,
    .soul = souls_routes[route].soul,
    .value = routes->sales[route],
    .line = { g_strdup (name),
              isnan (margin) ? g_strdup (amount)
                             : souls_fill (words, way_pattern, amount, percent, NULL) },
    .short_line = souls_fill (words, line_pattern, name, amount, NULL),
  };
}

static void
fill_customer (SoulsWayMap *self,
               int          customer)
{
  const SoulsWords *words = self->area.words;
  const SoulsRoutes *routes = &self->routes;
  const char *name = souls_words_say (words, souls_customer_name (customer));
  double income = routes->printed_income[customer];
  SoulsKind kind = souls_routes_kind (routes, customer);
  g_autofree char *amount =
    add_sign (souls_routes_say_amount (routes, words,
                                       souls_routes_reach (routes->printed, customer)), kind);
  g_autofree char *profit =
    add_sign (souls_routes_say_amount (routes, words, fabs (income)), kind);

  self->end[N_ROUTES + customer] = (SoulsWayEnd) {
    .side = SIDE_OUT,
    .soul = customer == CUSTOMER_CONSUMERS ? SOUL_STORES : SOUL_AWS,
    .value = souls_routes_reach (routes->sales, customer),
    .line = { g_strdup (name), g_strdup (amount),
              souls_fill (words, profit_patterns[income < 0.0 ? 1 : 0], profit, NULL) },
    .short_line = souls_fill (words, line_pattern, name, amount, NULL),
  };
}

void
souls_way_map_clear (SoulsWayMap *self)
{
  for (int i = 0; i < SOULS_N_WAY_ENDS; i++)
    {
      for (int j = 0; j < SOULS_WAY_LINES; j++)
        g_clear_pointer (&self->end[i].line[j], g_free);
      g_clear_pointer (&self->end[i].short_line, g_free);
    }
}

static SoulsTextStyle
style_line (const SoulsWayMap *self,
            const SoulsWayEnd *end,
            int                line)
{
  gboolean whole = self->manner <= MANNER_SMALL;

  return (SoulsTextStyle) { .color = souls_way_colors[end->soul],
                            .em = self->manner == MANNER_LARGE ? 1.0 : 0.85,
                            .bold = line == 0 && whole,
                            .tabular = line > 0,
                            .anchor_x = end->side == SIDE_IN ? 1.0 : 0.0,
                            .max_width = self->label_width[end->side],
                            .max_lines = line == 0 ? 2 : 1 };
}

static const char *
get_line (const SoulsWayMap *self,
          const SoulsWayEnd *end,
          int                line)
{
  if (self->manner <= MANNER_SMALL)
    return end->line[line];
  if (line > 0)
    return NULL;
  return self->manner == MANNER_ONE_LINE ? end->short_line : end->line[0];
}

static double
measure_label (const SoulsWayMap *self,
               const SoulsWayEnd *end)
{
  double height = 0.0;

  for (int i = 0; i < SOULS_WAY_LINES && get_line (self, end, i); i++)
    height += souls_scene_measure_text (self->draft->scene, get_line (self, end, i),
                                        style_line (self, end, i)).height;
  return height;
}

static gboolean
is_label_cut (const SoulsWayMap *self,
              const SoulsWayEnd *end)
{
  for (int i = 0; i < SOULS_WAY_LINES && get_line (self, end, i); i++)
    if (souls_scene_is_text_cut (self->draft->scene, get_line (self, end, i),
                                 style_line (self, end, i)))
      return TRUE;
  return FALSE;
}

/* Px between an end and the one above it: more where another soul begins. */
double
souls_way_map_gap (const SoulsWayMap *self,
                   const SoulsWayEnd *end,
                   const SoulsWayEnd *above)
{
  double gap = self->area.frame.grid / (self->manner < MANNER_ONE_LINE ? 1.5 : 3.0);

  if (above == NULL)
    return 0.0;
  return end->soul != above->soul ? 3.0 * gap : gap;
}

/* Px along the column that an end takes, whatever its label does. */
double
souls_way_end_height (const SoulsWayEnd *end,
                      double             scale)
{
  return MAX (end->value, end->ghost) * scale;
}

/* The height of all of a side at a measure. */
double
souls_way_map_measure (const SoulsWayMap *self,
                       int                side,
                       double             scale)
{
  const SoulsWayEnd *above = NULL;
  double height = 0.0;

  for (int i = 0; i < SOULS_N_WAY_ENDS; i++)
    {
      const SoulsWayEnd *end = &self->end[i];

      if (end->side != side || !souls_way_end_is_drawn (end))
        continue;
      height += souls_way_map_gap (self, end, above) +
                MAX (souls_way_end_height (end, scale), end->slot);
      above = end;
    }
  return height;
}

/* The widest label in this manner, up to a part of the plot. */
static void
measure_widths (SoulsWayMap *self)
{
  double most = floor (LABELS_PART * self->area.frame.plot.width);

  for (int side = 0; side < N_SIDES; side++)
    self->label_width[side] = 0.0;
  for (int i = 0; i < SOULS_N_WAY_ENDS; i++)
    for (int j = 0; j < SOULS_WAY_LINES && get_line (self, &self->end[i], j); j++)
      {
        const SoulsWayEnd *end = &self->end[i];
        SoulsTextStyle style = style_line (self, end, j);
        double *width = &self->label_width[end->side];

        style.max_width = 0.0;
        if (souls_way_end_is_drawn (end))
          *width = MIN (most, MAX (*width, ceil (souls_draft_text_width (
                                             self->draft, get_line (self, end, j), style)) + 1.0));
      }
}

/* Measures the labels in a manner. Returns whether they are whole and leave enough to the flows. */
static gboolean
try_manner (SoulsWayMap    *self,
            SoulsWayManner  manner)
{
  double most = MOST_LABELS * self->area.frame.plot.height;
  gboolean fits = TRUE;

  self->manner = manner;
  measure_widths (self);
  for (int i = 0; i < SOULS_N_WAY_ENDS; i++)
    {
      SoulsWayEnd *end = &self->end[i];

      if (!souls_way_end_is_drawn (end))
        continue;
      end->slot = manner == MANNER_SOME ? 0.0 : measure_label (self, end);
      fits &= !is_label_cut (self, end);
    }
  return fits && souls_way_map_measure (self, SIDE_IN, 0.0) <= most &&
         souls_way_map_measure (self, SIDE_OUT, 0.0) <= most;
}

void
souls_way_map_fit (SoulsWayMap *self)
{
  for (int manner = 0; manner < N_MANNERS; manner++)
    if (try_manner (self, (SoulsWayManner) manner))
      return;
}

static void
label_end (const SoulsWayMap *self,
           const SoulsWayEnd *end)
{
  double away = self->area.frame.grid / (self->manner < MANNER_NAME ? 1.0 : 2.0);
  double x = end->side == SIDE_IN ? end->box.x - away : souls_box_right (end->box) + away;
  double y = end->box.y + (end->box.height - measure_label (self, end)) / 2.0;

  if (is_label_cut (self, end))
    return;
  for (int i = 0; i < SOULS_WAY_LINES && get_line (self, end, i); i++)
    {
      SoulsTextStyle style = style_line (self, end, i);
      const char *text = get_line (self, end, i);

      if (!souls_draft_try_text (self->draft, NULL, text, x, y, style))
        return;
      y += souls_scene_measure_text (self->draft->scene, text, style).height;
    }
}

/* The largest first: where not all labels find room, theirs do. */
void
souls_way_map_label (const SoulsWayMap *self)
{
  gboolean done[SOULS_N_WAY_ENDS] = { FALSE };

  for (int n = 0; n < SOULS_N_WAY_ENDS; n++)
    {
      int next = -1;

      for (int i = 0; i < SOULS_N_WAY_ENDS; i++)
        if (!done[i] && souls_way_end_is_drawn (&self->end[i]) &&
            (next < 0 || self->end[i].value > self->end[next].value))
          next = i;
      if (next < 0)
        return;
      done[next] = TRUE;
      label_end (self, &self->end[next]);
    }
}

/* What every end is and says. */
void
souls_way_map_fill (SoulsWayMap *self)
{
  for (int i = 0; i < N_ROUTES; i++)
    fill_route (self, i);
  for (int i = 0; i < N_CUSTOMERS; i++)
    fill_customer (self, i);
}
