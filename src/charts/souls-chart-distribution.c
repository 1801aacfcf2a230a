/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "souls-chart-distribution.h"

#include <math.h>

static const char *const soul_names[N_SOULS] = { N_("Stores"), N_("AWS") };
static const SoulsMetric soul_sales[N_SOULS] = { SOULS_METRIC_SALES_STORES,
                                                 SOULS_METRIC_SALES_AWS };
static const SoulsMetric soul_margins[N_SOULS] = { SOULS_METRIC_MARGIN_STORES,
                                                   SOULS_METRIC_MARGIN_AWS };

/* Translators: over the columns of the map of Amazon's ways to its customers. */
static const char *const side_names[N_SIDES] = { N_("Ways to a customer"),
                                                 N_("Whom they reach") };

static const char *const measure = N_(
  "Net sales and margin by way, fiscal %1$s · stronger colour: higher margin, of stores before overhead; hatched: loss · ◐ estimated, ○ assumed");
/* Translators: %1$s is an amount of net sales, %2$s a margin. */
static const char *const way_values[N_SOULS] = {
  N_("%1$s of sales at a margin of %2$s before overhead"),
  N_("%1$s of sales at a margin of %2$s"),
};
/* Translators: %1$s is an amount of net sales, %2$s one of operating income. */
static const char *const customer_value = N_("%1$s of sales, operating income %2$s");
static const char *const kind_patterns[SOULS_N_KINDS] = {
  [SOULS_KIND_REPORTED] = N_("%1$s, reported"),
  [SOULS_KIND_ESTIMATED] = N_("%1$s, estimated"),
  [SOULS_KIND_ASSUMED] = N_("%1$s, assumed"),
};
static const char *const projected_pattern = N_("%1$s, projected");

#define KEY_ROUTE 1
#define KEY_SOUL 20
#define KEY_CUSTOMER 30

/* Opacity of a way without margin and of one with the highest that makes a difference. */
#define PALEST 0.14
#define STRONGEST 0.85
#define HIGHEST_MARGIN 0.5
#define LOSS_OPACITY 0.55

/* A way whose sales changed by more than this part lights up: so much nearer to full colour at first. */
#define LEAST_CHANGE 0.005
#define GLOW_PART 0.8

static double
get_total (const SoulsRoutes *routes)
{
  double total = 0.0;

  for (int i = 0; i < N_ROUTES; i++)
    total += MAX (routes->sales[i], 0.0);
  return total;
}

/* The most px per US$ million at which both columns find room. */
static double
find_scale (const SoulsWayMap *self)
{
  double height = self->area.frame.plot.height;
  double low = 0.0;
  double high = height / MAX (get_total (&self->routes), SOULS_WAY_LEAST);

  for (int i = 0; i < 40; i++)
    {
      double middle = (low + high) / 2.0;

      if (souls_way_map_measure (self, SIDE_IN, middle) <= height &&
          souls_way_map_measure (self, SIDE_OUT, middle) <= height)
        low = middle;
      else
        high = middle;
    }
  return low;
}

/* A held axis keeps the measure while sliders move, as far as there is room. */
static void
set_scale (SoulsWayMap       *self,
           const SoulsRoutes *baseline)
{
  const SoulsRange *held = self->draft->frame->range;
  double own = MAX (get_total (&self->routes), baseline ? get_total (baseline) : 0.0);
  double most = MAX (own, 50.0);

  souls_scene_set_range (self->draft->scene, (SoulsRange) { 0.0, most });
  if (held && isfinite (held->max) && held->max > 20.0)
    most = MAX (held->max, own);
  self->scale = find_scale (self) * own / most;
}

static void
place_side (SoulsWayMap *self,
            int          side)
{
  const SoulsBox *plot = &self->area.frame.plot;
  const SoulsWayEnd *above = NULL;
  double y = plot->y + (plot->height - souls_way_map_measure (self, side, self->scale)) / 2.0;

  for (int i = 0; i < SOULS_N_WAY_ENDS; i++)
    {
      SoulsWayEnd *end = &self->end[i];
      double height = end->value * self->scale;
      double slot = MAX (souls_way_end_height (end, self->scale), end->slot);

      if (end->side != side || !souls_way_end_is_drawn (end))
        continue;
      y += souls_way_map_gap (self, end, above);
      end->box = (SoulsBox) { self->x[side], y + (slot - height) / 2.0, self->node, height };
      y += slot;
      above = end;
    }
}

/* (transfer full) */
static char *
say_soul (const SoulsWayMap *self,
          int                soul,
          int                line)
{
  const SoulsChartInput *input = self->draft->input;

  if (line == 0)
    return g_strdup (souls_words_say (input->words, soul_names[soul]));
  if (line == 1)
    return souls_routes_say_amount (&self->routes, input->words,
                                    souls_routes_through (self->routes.printed, soul));
  return souls_words_percent (input->words,
                              souls_chart_input_value (input, soul_margins[soul], input->year));
}

static SoulsTextStyle
style_soul (int soul,
            int line)
{
  return (SoulsTextStyle) { .color = souls_way_colors[soul],
                            .em = 1.0,
                            .bold = line == 0,
                            .tabular = line > 0,
                            .anchor_x = 0.5 };
}

static double
measure_souls (const SoulsWayMap *self)
{
  double width = 0.0;

  for (int soul = 0; soul < N_SOULS; soul++)
    for (int line = 0; line < SOULS_WAY_LINES; line++)
      {
        g_autofree char *text = say_soul (self, soul, line);

        width = MAX (width, souls_draft_text_width (self->draft, text, style_soul (soul, line)));
      }
  return ceil (width + 3.0 * self->area.frame.grid);
}

/* The two nodes in the middle. */
static void
place_souls (SoulsWayMap *self)
{
  const SoulsBox *plot = &self->area.frame.plot;
  double inner = self->x[SIDE_OUT] - self->x[SIDE_IN] - self->node;
  double height = get_total (&self->routes) * self->scale;
  double gap = CLAMP (4.0 * self->area.frame.grid, 0.0, plot->height - height);
  double width = MIN (measure_souls (self), floor (inner / 3.0));
  double y = plot->y + (plot->height - height - gap) / 2.0;

  for (int soul = 0; soul < N_SOULS; soul++)
    {
      SoulsBox *box = &self->soul_box[soul];

      *box = (SoulsBox) { self->x[SIDE_IN] + self->node + (inner - width) / 2.0, y, width, 0.0 };
      for (int i = 0; i < N_ROUTES; i++)
        if (souls_routes[i].soul == soul)
          box->height += MAX (self->end[i].value, 0.0) * self->scale;
      y += box->height + gap;
    }
}

/* 1 where a change has just changed a way's sales, then less. */
static void
find_glow (const SoulsDraft  *draft,
           const SoulsRoutes *now,
           double             glow[N_ROUTES])
{
  const SoulsChartGlow *given = draft->input->glow;
  SoulsChartInput input = *draft->input;
  const SoulsDraft before = { .input = &input, .frame = draft->frame, .scene = draft->scene };
  SoulsRoutes routes;

  if (given == NULL || given->strength <= 0.0 || given->results->horizon != input.results->horizon ||
      given->results->base_year != input.results->base_year)
    return;
  input.results = given->results;
  input.drivers = given->drivers;
  if (!souls_routes_compute (&routes, &before, SOULS_ORIGIN_SCENARIO))
    return;
  for (int i = 0; i < N_ROUTES; i++)
    if (fabs (now->sales[i] - routes.sales[i]) > LEAST_CHANGE * fabs (routes.sales[i]))
      glow[i] = given->strength;
}

/* The colour is the profit. */
static SoulsStyle
style_way (const SoulsWayMap *self,
           int                route)
{
  double margin = souls_routes_margin (&self->routes, route);
  double strength = CLAMP (margin / HIGHEST_MARGIN, 0.0, 1.0);
  gboolean unsure = self->routes.sales_kind[route] != SOULS_KIND_REPORTED;
  double opacity = margin < 0.0 ? LOSS_OPACITY : PALEST + (STRONGEST - PALEST) * strength;

  return (SoulsStyle) {
    .fill = souls_way_colors[souls_routes[route].soul],
    .stroke = unsure ? souls_way_colors[souls_routes[route].soul] : SOULS_COLOR_NONE,
    .opacity = opacity + (1.0 - opacity) * GLOW_PART * self->glow[route],
    .hatched = margin < 0.0,
  };
}

/* From the way's beginning into the soul, and on to the customer. */
static void
draw_ways (const SoulsWayMap *self)
{
  double inner[N_SOULS] = { self->soul_box[SOUL_STORES].y, self->soul_box[SOUL_AWS].y };
  double outer[N_CUSTOMERS];

  for (int i = 0; i < N_CUSTOMERS; i++)
    outer[i] = self->end[N_ROUTES + i].box.y;
  for (int i = 0; i < N_ROUTES; i++)
    {
      const SoulsBox *from = &self->end[i].box;
      const SoulsBox *soul = &self->soul_box[souls_routes[i].soul];
      double *middle = &inner[souls_routes[i].soul];
      double *to = &outer[souls_routes[i].customer];
      SoulsStyle style = style_way (self, i);

      if (!souls_way_end_is_drawn (&self->end[i]))
        continue;
      souls_scene_add_ribbon (self->draft->scene, souls_box_right (*from), from->y,
                              souls_box_bottom (*from), soul->x, *middle, *middle + from->height,
                              style);
      /* A loss is made on the way: hatching all of it twice would be slow to draw and say no more. */
      if (style.hatched)
        style = (SoulsStyle) { .fill = style.fill, .stroke = style.fill, .opacity = PALEST };
      souls_scene_add_ribbon (self->draft->scene, souls_box_right (*soul), *middle,
                              *middle + from->height, self->x[SIDE_OUT], *to, *to + from->height,
                              style);
      *middle += from->height;
      *to += from->height;
    }
}

static void
draw_end (const SoulsWayMap *self,
          int                index)
{
  const SoulsWayEnd *end = &self->end[index];
  SoulsKind kind = index < N_ROUTES ? self->routes.sales_kind[index]
                                    : souls_routes_kind (&self->routes, index - N_ROUTES);

  souls_scene_add_rect (self->draft->scene, end->box,
                        (SoulsStyle) { .fill = souls_way_colors[end->soul],
                                       .dotted = kind != SOULS_KIND_REPORTED });
}

/* How much would reach a customer at baseline. */
static void
draw_ghost (const SoulsWayMap *self,
            const SoulsWayEnd *end)
{
  const SoulsBox *box = &end->box;
  double wider = self->area.frame.grid / 2.0;
  double height = end->ghost * self->scale;
  double y = box->y + (box->height - height) / 2.0;

  if (height < 0.5 || !souls_way_end_is_drawn (end))
    return;
  souls_scene_add_rect (self->draft->scene,
                        (SoulsBox) { box->x - wider, y, box->width + 2.0 * wider, height },
                        (SoulsStyle) { .stroke = SOULS_COLOR_GHOST, .dashed = TRUE });
}

/* Name, sales and margin, as many as its node has room for. */
static void
draw_soul (const SoulsWayMap *self,
           int                soul)
{
  SoulsBox box = self->soul_box[soul];
  SoulsBox bounds = souls_box_inset (box, 1.0, 1.0);
  double line = self->area.frame.line;
  double x = box.x + box.width / 2.0;
  int n = CLAMP ((int) floor ((box.height - 4.0) / line), 0, SOULS_WAY_LINES);
  double y = box.y + (box.height - n * line) / 2.0;

  souls_scene_add_rect (self->draft->scene, box, (SoulsStyle) { .fill = souls_way_colors[soul] });
  for (int i = 0; i < n; i++)
    {
      g_autofree char *text = say_soul (self, soul, i);

      souls_draft_try_note (self->draft, &bounds, text, x, y + i * line, style_soul (soul, i));
    }
}

static void
draw_heads (const SoulsWayMap *self)
{
  const SoulsBox *body = &self->area.frame.body;
  SoulsTextStyle style = { .color = SOULS_COLOR_DIM,
                           .em = 0.85,
                           .max_width = floor (body->width / 2.0 - self->area.frame.grid) };

  for (int side = 0; side < N_SIDES; side++)
    {
      style.anchor_x = side == SIDE_IN ? 0.0 : 1.0;
      souls_draft_try_text (self->draft, NULL, souls_words_say (self->area.words, side_names[side]),
                            side == SIDE_IN ? body->x : souls_box_right (*body), body->y, style);
    }
}

/* With its kind. (transfer full) */
static char *
say_kind (const SoulsWayMap *self,
          const char        *value,
          SoulsKind          kind)
{
  const SoulsChartInput *input = self->draft->input;

  return souls_fill (input->words,
                     souls_input_is_projected (input, input->year) ? projected_pattern
                                                                   : kind_patterns[kind],
                     value, NULL);
}

static void
add_route_target (const SoulsWayMap *self,
                  int                route)
{
  const SoulsChartInput *input = self->draft->input;
  double margin = souls_routes_margin (&self->routes, route);
  g_autofree char *sales = souls_words_money_full (input->words, self->routes.sales[route]);
  g_autofree char *percent = souls_words_percent (input->words, margin);
  g_autofree char *both =
    souls_fill (input->words, way_values[souls_routes[route].soul], sales, percent, NULL);
  g_autofree char *value = say_kind (self, both,
                                     souls_kind_worst (self->routes.sales_kind[route],
                                                       self->routes.profit_kind[route]));

  if (souls_way_end_is_drawn (&self->end[route]))
    souls_draft_add_target (self->draft, self->end[route].box, KEY_ROUTE + (guint) route,
                            souls_way_map_route_name (self, route), value,
                            souls_routes[route].metric, input->year);
}

static void
add_customer_target (const SoulsWayMap *self,
                     int                customer)
{
  const SoulsChartInput *input = self->draft->input;
  const SoulsWayEnd *end = &self->end[N_ROUTES + customer];
  g_autofree char *sales = souls_words_money_full (input->words, end->value);
  g_autofree char *income =
    souls_words_money_full (input->words, self->routes.income[customer]);
  g_autofree char *both = souls_fill (input->words, customer_value, sales, income, NULL);
  g_autofree char *value = say_kind (self, both, souls_routes_kind (&self->routes, customer));

  if (souls_way_end_is_drawn (end))
    souls_draft_add_target (self->draft, end->box, KEY_CUSTOMER + (guint) customer, end->line[0],
                            value, soul_sales[end->soul], input->year);
}

static void
add_targets (const SoulsWayMap *self)
{
  const SoulsChartInput *input = self->draft->input;

  for (int i = 0; i < N_ROUTES; i++)
    add_route_target (self, i);
  for (int soul = 0; soul < N_SOULS; soul++)
    {
      g_autofree char *value =
        souls_value_in_words (input, SOULS_ORIGIN_SCENARIO, soul_sales[soul], input->year);

      souls_draft_add_target (self->draft, self->soul_box[soul], KEY_SOUL + (guint) soul,
                              souls_words_say (input->words, soul_names[soul]), value,
                              soul_sales[soul], input->year);
    }
  for (int i = 0; i < N_CUSTOMERS; i++)
    add_customer_target (self, i);
}

static void
open_area (SoulsWayMap *self,
           gboolean     has_result)
{
  const SoulsChartInput *input = self->draft->input;
  g_autofree char *year = souls_year_text (input->year);
  g_autofree char *what = souls_fill (input->words, measure, year, NULL);
  g_autofree char *subtitle =
    souls_subtitle (input, what, FALSE, souls_input_is_projected (input, input->year));
  g_autofree char *finding = souls_routes_finding (&self->routes, self->draft);
  g_autofree char *spoken = has_result ? souls_routes_description (&self->routes, self->draft)
                                       : g_strdup (finding);

  souls_area_open (&self->area, self->draft, finding, subtitle, spoken);
}

static void
place (SoulsWayMap       *self,
       const SoulsRoutes *baseline)
{
  const SoulsBox *plot = &self->area.frame.plot;
  double away = self->area.frame.grid;

  souls_way_map_fit (self);
  set_scale (self, baseline);
  self->node = round (self->area.em * 0.6);
  self->x[SIDE_IN] = round (plot->x + self->label_width[SIDE_IN] + away);
  self->x[SIDE_OUT] =
    round (souls_box_right (*plot) - self->label_width[SIDE_OUT] - away - self->node);
  place_side (self, SIDE_IN);
  place_side (self, SIDE_OUT);
  place_souls (self);
}

static void
draw (const SoulsWayMap *self)
{
  draw_ways (self);
  for (int i = 0; i < SOULS_N_WAY_ENDS; i++)
    if (souls_way_end_is_drawn (&self->end[i]))
      draw_end (self, i);
  for (int soul = 0; soul < N_SOULS; soul++)
    draw_soul (self, soul);
  for (int i = 0; i < N_CUSTOMERS; i++)
    draw_ghost (self, &self->end[N_ROUTES + i]);
  souls_way_map_label (self);
  add_targets (self);
}

void
souls_distribution_layout (SoulsDraft *draft)
{
  const SoulsChartInput *input = draft->input;
  SoulsWayMap self = { .draft = draft };
  SoulsRoutes baseline;
  gboolean has_result = souls_routes_compute (&self.routes, draft, SOULS_ORIGIN_SCENARIO);
  gboolean has_ghost = input->moved && souls_input_is_projected (input, input->year) &&
                       souls_routes_compute (&baseline, draft, SOULS_ORIGIN_BASELINE);

  open_area (&self, has_result);
  souls_scene_set_range (draft->scene, (SoulsRange) { 0.0, 50.0 });
  if (!has_result || get_total (&self.routes) <= SOULS_WAY_LEAST)
    return;
  if (self.area.frame.plot.height > 12.0 * self.area.frame.line)
    {
      draw_heads (&self);
      souls_area_reserve_rows (&self.area, 1.5 * self.area.frame.line, 0.0);
    }
  souls_way_map_fill (&self);
  find_glow (draft, &self.routes, self.glow);
  for (int i = 0; i < N_CUSTOMERS && has_ghost; i++)
    self.end[N_ROUTES + i].ghost = MAX (souls_routes_reach (baseline.sales, i), 0.0);
  place (&self, has_ghost ? &baseline : NULL);
  draw (&self);
  souls_way_map_clear (&self);
}
