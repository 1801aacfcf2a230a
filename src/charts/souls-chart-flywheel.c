/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "souls-chart-area.h"
#include "souls-chart-arrow.h"
#include "souls-chart-driver.h"
#include "souls-chart-wheel.h"

#include <math.h>

/* Parts of the plot's width that a node takes at most, and how far a link bends outwards. */
#define NODE_PART 0.3
#define BEND 0.27

/* px: a link, what it widens by for an effect as large as all goods, and at most. */
#define LINK_WIDTH 2.5
#define EFFECT_WIDTH 40.0
#define MOST_WIDTH 12.0

/* A link of no strength, and what the slider's whole range adds, as parts of a link's width. */
#define WEAKEST_PART 0.5

/* px around a link that has just been switched on, and how bright that is at first. */
#define GLOW_WIDTH 14.0
#define GLOW_OPACITY 0.45

#define KEY_NODE 1
#define KEY_GHOST 10
#define KEY_LINK 20

/* Around the wheel, with the clock from the top. */
enum
{
  NODE_PRICES,
  NODE_GOODS,
  NODE_SELLERS,
  NODE_PROFIT,
  N_NODES
};

/*
 * Node:
 * @name: marked for translation
 * @metric: what its bar shows, US$ million
 */
typedef struct
{
  const char *name;
  SoulsMetric metric;
  SoulsColor color;
} Node;

static const Node nodes[N_NODES] = {
  [NODE_PRICES] = { N_("Lower prices"), SOULS_METRIC_PRICE_INVESTMENT, SOULS_COLOR_OTHER },
  [NODE_GOODS] = { N_("Goods sold"), SOULS_METRIC_GMV, SOULS_COLOR_STORES },
  [NODE_SELLERS] = { N_("Sellers’ part"), SOULS_METRIC_GMV_THIRD_PARTY, SOULS_COLOR_SELLERS },
  [NODE_PROFIT] = { N_("Stores’ profit"), SOULS_METRIC_INCOME_STORES, SOULS_COLOR_STORES },
};

/* Ways between nodes: those with a slider, then those that are always there. */
enum
{
  WAY_FEES = SOULS_LINK_BRAKE,
  N_WAYS
};

typedef struct
{
  int from;
  int to;
  SoulsColor color;
} Way;

static const Way ways[N_WAYS] = {
  [SOULS_LINK_PRICES] = { NODE_PRICES, NODE_GOODS, SOULS_COLOR_STORES },
  [SOULS_LINK_SELECTION] = { NODE_SELLERS, NODE_GOODS, SOULS_COLOR_SELLERS },
  [SOULS_LINK_REINVEST] = { NODE_PROFIT, NODE_PRICES, SOULS_COLOR_STORES },
  [WAY_FEES] = { NODE_SELLERS, NODE_PROFIT, SOULS_COLOR_DIM },
};

/* Translators: for who does not see the chart: %1$s is a fiscal year; amounts; %4$s is a part in
 * percent. */
static const char *const description = N_(
  "The flywheel in fiscal %1$s: goods sold for %2$s, of them %4$s by sellers, %3$s put into prices, %5$s operating income of the stores; %6$s.");
static const char *const links_on[2] = { NP_ ("%1$s of 4 sliders is on", "%1$s of 4 sliders are on") };
static const char *const measure =
  N_("What turns what, fiscal %1$s; bars: amounts on one scale; grey: always on, by the model’s costs");
static const char *const reported_measure =
  N_("The loop as reported, fiscal %1$s; bars: amounts on one scale; no link is published");
/* Translators: how far prices are below those of the base year, or above. */
static const char *const price_words[] = { N_("%1$s lower"), N_("%1$s higher") };
static const char *const price_same = N_("unchanged");
static const char *const price_reported = N_("not published");
/* Translators: at a value: what it was at baseline. */
static const char *const baseline_pattern = N_("baseline %1$s");
static const char *const fees_name = N_("Sales and fees");
static const char *const fees_state = N_("always on");
/* Translators: beside the loop: sales of two business lines. */
static const char *const beside_pattern = N_("beside it: advertising %1$s, subscriptions %2$s");
/* Translators: a slider of the flywheel, where it stands, and what that does. */
static const char *const link_pattern = N_("%1$s: %2$s");
/* Translators: an amount with the sign of its kind (● ◐ ○). */
static const char *const kind_pattern = N_("%1$s %2$s");

/*
 * Picture:
 * @box: of each node
 * @path: of each way, px
 * @scale: US$ million for a bar as wide as a node
 */
typedef struct
{
  SoulsDraft *draft;
  const SoulsWords *words;
  SoulsArea area;
  SoulsWheel wheel;
  SoulsBox box[N_NODES];
  SoulsPoint path[N_WAYS][SOULS_ARROW_POINTS];
  double scale;
  gboolean has_ghost;
  int n_lines;
} Picture;

/* Words */

static double
get_value (const Picture *self,
           SoulsOrigin    origin,
           SoulsMetric    metric)
{
  return souls_draft_value (self->draft, origin, metric, self->draft->input->year);
}

/* (transfer full) */
static char *
say_prices (const Picture *self,
            SoulsOrigin    origin)
{
  double cut = get_value (self, origin, SOULS_WORKING_PRICE_CUT);
  g_autofree char *text = souls_words_percent_with (self->words, fabs (cut), 1);
  g_autofree char *none = souls_words_percent_with (self->words, 0.0, 1);

  if (!self->wheel.projected)
    return g_strdup (souls_words_say (self->words, price_reported));
  if (g_str_equal (text, none) || !isfinite (cut))
    return g_strdup (souls_words_say (self->words, price_same));
  return souls_fill (self->words, price_words[cut < 0.0 ? 1 : 0], text, NULL);
}

/* (transfer full) */
static char *
say_value (const Picture *self,
           SoulsOrigin    origin,
           int            node)
{
  double value = get_value (self, origin, nodes[node].metric);

  if (node == NODE_PRICES)
    return say_prices (self, origin);
  if (node == NODE_SELLERS)
    return souls_words_percent_with (self->words,
                                     value / get_value (self, origin, SOULS_METRIC_GMV), 1);
  return souls_words_money (self->words, value);
}

/* In reported years with the sign of its kind, unless it is reported. (transfer full) */
static char *
say_marked_value (const Picture *self,
                  int            node)
{
  SoulsKind kind = souls_input_kind (self->draft->input, nodes[node].metric);
  g_autofree char *text = say_value (self, SOULS_ORIGIN_SCENARIO, node);

  if (self->wheel.projected || kind == SOULS_KIND_REPORTED || node == NODE_PRICES)
    return g_steal_pointer (&text);
  return souls_fill (self->words, kind_pattern, text, souls_kind_sign (kind), NULL);
}

/* Where it differs from what is shown. (transfer full) (nullable) */
static char *
say_ghost (const Picture *self,
           int            node)
{
  g_autofree char *now = say_value (self, SOULS_ORIGIN_SCENARIO, node);
  g_autofree char *then = say_value (self, SOULS_ORIGIN_BASELINE, node);

  /* The baseline's prices are those of the base year. */
  if (!self->has_ghost || node == NODE_PRICES || g_str_equal (now, then))
    return NULL;
  return souls_fill (self->words, baseline_pattern, then, NULL);
}

/* (transfer full) */
static char *
say_description (const Picture *self)
{
  g_autofree char *year = souls_year_text (self->draft->input->year);
  g_autofree char *goods = say_value (self, SOULS_ORIGIN_SCENARIO, NODE_GOODS);
  g_autofree char *invested =
    souls_words_money (self->words, get_value (self, SOULS_ORIGIN_SCENARIO, SOULS_METRIC_PRICE_INVESTMENT));
  g_autofree char *part = say_value (self, SOULS_ORIGIN_SCENARIO, NODE_SELLERS);
  g_autofree char *profit = say_value (self, SOULS_ORIGIN_SCENARIO, NODE_PROFIT);
  g_autofree char *n = souls_words_number (self->words, self->wheel.n_on, 0);
  g_autofree char *links =
    souls_fill_plural (self->words, links_on[0], links_on[1], self->wheel.n_on, n, NULL);

  return souls_fill (self->words, description, year, goods, invested, part, profit, links, NULL);
}

static void
open_area (Picture *self)
{
  const SoulsChartInput *input = self->draft->input;
  g_autofree char *year = souls_year_text (input->year);
  g_autofree char *what =
    souls_fill (self->words, self->wheel.projected ? measure : reported_measure, year, NULL);
  /* Without "dashed: baseline": here what is dashed is off. */
  gboolean titled = self->wheel.projected && input->title && *input->title;
  g_autofree char *subtitle =
    titled ? g_strdup_printf ("%s · %s", what, input->title) : g_strdup (what);
  g_autofree char *finding = souls_wheel_say_finding (&self->wheel, self->draft);
  g_autofree char *spoken = say_description (self);

  souls_area_open (&self->area, self->draft, finding, subtitle, spoken);
}

/* Scale */

/* Millions: a held axis of shares or days is another chart's. */
static gboolean
is_usable (const SoulsRange *held)
{
  return held && isfinite (held->min) && isfinite (held->max) && held->min < held->max &&
         held->max > 20.0;
}

/* One scale for all four, from zero. */
static void
choose_scale (Picture *self)
{
  SoulsRange range = { 0.0, 50.0 };

  for (int i = 0; i < N_NODES; i++)
    for (int origin = 0; origin < (self->has_ghost ? 2 : 1); origin++)
      range = souls_range_include (
        range, fabs (get_value (self, origin == 0 ? SOULS_ORIGIN_SCENARIO : SOULS_ORIGIN_BASELINE,
                                nodes[i].metric)));
  range = souls_range_round (range, SOULS_MAX_TICKS);
  souls_scene_set_range (self->draft->scene, range);
  self->scale = range.max;
  if (is_usable (self->draft->frame->range))
    self->scale = self->draft->frame->range->max;
}

/* Nodes */

static SoulsTextStyle
style_name (double width)
{
  return (SoulsTextStyle) { .color = SOULS_COLOR_TEXT, .em = 1.0, .anchor_x = 0.5,
                            .max_width = width, .bold = TRUE };
}

static SoulsTextStyle
style_value (double width)
{
  return (SoulsTextStyle) { .color = SOULS_COLOR_TEXT, .em = 1.0, .anchor_x = 0.5,
                            .max_width = width, .tabular = TRUE };
}

static SoulsTextStyle
style_small (SoulsColor color,
             double     width)
{
  return (SoulsTextStyle) { .color = color, .em = 0.85, .anchor_x = 0.5, .max_width = width,
                            .tabular = TRUE };
}

static double
measure_nodes (const Picture *self)
{
  double widest = 0.0;

  for (int i = 0; i < N_NODES; i++)
    {
      g_autofree char *value = say_marked_value (self, i);
      g_autofree char *ghost = say_ghost (self, i);

      widest = MAX (widest, souls_draft_text_width (
                              self->draft, souls_words_say (self->words, nodes[i].name), style_name (0.0)));
      widest = MAX (widest, souls_draft_text_width (self->draft, value, style_value (0.0)));
      if (ghost != NULL && self->n_lines > 2)
        widest = MAX (widest, souls_draft_text_width (self->draft, ghost,
                                                      style_small (SOULS_COLOR_DIM, 0.0)));
    }
  return widest;
}

/* At the middles of the plot's sides. */
static void
place_nodes (Picture *self)
{
  const SoulsFrame *frame = &self->area.frame;
  const SoulsBox *plot = &frame->plot;
  double grid = frame->grid;
  double width, height;

  /* The line of the baseline is kept, so that nothing jumps when it comes. */
  self->n_lines = plot->height > 20.0 * frame->line ? 3 : 2;
  width = MIN (measure_nodes (self) + 3.0 * grid, plot->width * NODE_PART);
  width = ceil (MAX (width, 8.0 * self->area.em));
  height = ceil (self->n_lines * frame->line + 2.5 * grid);
  height = MIN (height, plot->height / 3.2);
  self->box[NODE_PRICES] =
    (SoulsBox) { plot->x + (plot->width - width) / 2.0, plot->y, width, height };
  self->box[NODE_SELLERS] =
    (SoulsBox) { self->box[NODE_PRICES].x, souls_box_bottom (*plot) - height, width, height };
  self->box[NODE_PROFIT] =
    (SoulsBox) { plot->x, plot->y + (plot->height - height) / 2.0, width, height };
  self->box[NODE_GOODS] = (SoulsBox) { souls_box_right (*plot) - width, self->box[NODE_PROFIT].y,
                                       width, height };
}

/* The amount as a length, in the lowest line of the node; a loss is hatched. */
static void
draw_amount (const Picture *self,
             int            node)
{
  SoulsScene *scene = self->draft->scene;
  const SoulsBox *box = &self->box[node];
  double grid = self->area.frame.grid;
  double full = box->width - 2.0 * grid;
  double value = get_value (self, SOULS_ORIGIN_SCENARIO, nodes[node].metric);
  double ghost = get_value (self, SOULS_ORIGIN_BASELINE, nodes[node].metric);
  SoulsBox bar = { box->x + grid, souls_box_bottom (*box) - 1.5 * grid, 0.0, grid };

  bar.width = MIN (fabs (value) / self->scale, 1.0) * full;
  if (bar.width > 0.25)
    souls_scene_add_rect (scene, bar, (SoulsStyle) { .fill = nodes[node].color,
                                                     .hatched = value < 0.0,
                                                     .radius = self->area.unit * 2.0,
                                                     .round_end = SOULS_END_RIGHT });
  if (self->has_ghost && fabs (ghost - value) > self->scale * 1e-3)
    {
      double x = bar.x + MIN (fabs (ghost) / self->scale, 1.0) * full;
      const SoulsPoint end[2] = { { x, bar.y - grid / 3.0 }, { x, souls_box_bottom (bar) + grid / 3.0 } };

      souls_scene_add_line (scene, end, 2, (SoulsStyle) { .stroke = SOULS_COLOR_TEXT,
                                                          .line_width = 1.5 * self->area.unit });
    }
}

static void
draw_node (const Picture *self,
           int            node)
{
  SoulsScene *scene = self->draft->scene;
  const SoulsBox *box = &self->box[node];
  const SoulsFrame *frame = &self->area.frame;
  double width = box->width - 2.0 * frame->grid;
  double x = box->x + box->width / 2.0;
  double y = box->y + frame->grid / 2.0;
  double bottom = souls_box_bottom (*box) - 1.5 * frame->grid;
  const SoulsBox inside = { box->x, box->y, box->width, bottom - box->y };
  g_autofree char *value = say_marked_value (self, node);
  g_autofree char *ghost = say_ghost (self, node);

  souls_scene_add_rect (scene, *box, (SoulsStyle) { .fill = SOULS_COLOR_PAPER });
  souls_scene_add_rect (scene, *box, (SoulsStyle) { .fill = SOULS_COLOR_TEXT, .opacity = 0.05 });
  souls_scene_add_rect (scene, *box, (SoulsStyle) { .stroke = nodes[node].color,
                                                    .line_width = 1.5 * self->area.unit });
  draw_amount (self, node);
  souls_draft_try_text (self->draft, &inside, souls_words_say (self->words, nodes[node].name), x, y,
                        style_name (width));
  souls_draft_try_text (self->draft, &inside, value, x, y + frame->line, style_value (width));
  if (ghost != NULL)
    souls_draft_try_text (self->draft, &inside, ghost, x, y + 2.0 * frame->line,
                          style_small (SOULS_COLOR_DIM, width));
}

/* Ways */

/* Where a way touches a node: the prices' and the sellers' at their sides, the others' above or below. */
static SoulsPoint
get_port (const Picture *self,
          int            node,
          int            other)
{
  const SoulsBox *box = &self->box[node];
  const SoulsBox *to = &self->box[other];
  double gap = self->area.frame.grid / 2.0;

  if (node == NODE_PRICES || node == NODE_SELLERS)
    return (SoulsPoint) { to->x > box->x ? souls_box_right (*box) + gap : box->x - gap,
                          box->y + box->height / 2.0 };
  return (SoulsPoint) { box->x + box->width / 2.0,
                        to->y > box->y ? souls_box_bottom (*box) + gap : box->y - gap };
}

/* A bend outwards: towards the plot's corner. */
static void
place_ways (Picture *self)
{
  for (int i = 0; i < N_WAYS; i++)
    {
      SoulsPoint from = get_port (self, ways[i].from, ways[i].to);
      SoulsPoint to = get_port (self, ways[i].to, ways[i].from);
      gboolean sideways = ways[i].from == NODE_PRICES || ways[i].from == NODE_SELLERS;
      SoulsPoint corner = { sideways ? to.x : from.x, sideways ? from.y : to.y };

      souls_arrow_bend (from, to, corner, BEND, self->path[i]);
    }
}

static gboolean
is_on (const Picture *self,
       int            way)
{
  return way == WAY_FEES || self->wheel.on[way];
}

/* The stronger a link, and the more it does to the goods sold, the wider. */
static double
get_width (const Picture *self,
           int            way)
{
  gboolean on = way != WAY_FEES && self->wheel.on[way];
  double part = on ? fabs (self->wheel.effect[way]) / self->wheel.goods : 0.0;
  double base = on ? LINK_WIDTH * (WEAKEST_PART + souls_wheel_get_strength (self->draft, (SoulsLink) way)) : LINK_WIDTH;

  return MIN (base + EFFECT_WIDTH * part, MOST_WIDTH) * self->area.unit;
}

static void
draw_glow (const Picture    *self,
           SoulsLink         link,
           const SoulsPoint *points,
           int               n_points,
           SoulsColor        color)
{
  const double glow = souls_wheel_get_glow (&self->wheel, self->draft, link);

  if (glow > 0.0)
    souls_scene_add_line (self->draft->scene, points, n_points,
                          (SoulsStyle) { .stroke = color,
                                         .line_width = get_width (self, link) + GLOW_WIDTH * self->area.unit,
                                         .opacity = GLOW_OPACITY * glow });
}

/* From the goods straight to the profit, always on. */
static void
draw_margin (const Picture *self)
{
  double y = self->box[NODE_GOODS].y + self->box[NODE_GOODS].height / 2.0;
  double gap = self->area.frame.grid / 2.0;
  const SoulsPoint from = { self->box[NODE_GOODS].x - gap, y };
  const SoulsPoint to = { souls_box_right (self->box[NODE_PROFIT]) + gap, y };
  SoulsPoint path[SOULS_ARROW_POINTS];

  souls_arrow_bend (from, to, from, 0.0, path);
  souls_area_add_arrow (&self->area, self->draft, path, LINK_WIDTH * self->area.unit,
                        SOULS_COLOR_DIM, TRUE);
}

/* Labels */

/* Whether a box is inside, and on no node, way or text. */
static gboolean
is_free (const Picture *self,
         SoulsBox       box)
{
  const SoulsBox wide = souls_box_inset (box, -self->area.frame.grid / 2.0, -1.0);
  double middle = self->box[NODE_GOODS].y + self->box[NODE_GOODS].height / 2.0;
  const SoulsScene *scene = self->draft->scene;

  if (!souls_box_holds (self->area.frame.plot, box, 0.5) ||
      (wide.y < middle && souls_box_bottom (wide) > middle))
    return FALSE;
  for (int i = 0; i < N_NODES; i++)
    if (souls_box_overlaps (wide, self->box[i]))
      return FALSE;
  for (int i = 0; i < N_WAYS; i++)
    for (int k = 0; k < SOULS_ARROW_POINTS; k++)
      if (souls_box_contains (souls_box_inset (wide, -get_width (self, i) / 2.0, 0.0),
                              self->path[i][k].x, self->path[i][k].y))
        return FALSE;
  for (guint i = 0; i < souls_scene_get_n_texts (scene); i++)
    if (souls_box_overlaps (box, souls_scene_get_text_box (scene, i)))
      return FALSE;
  return TRUE;
}

/*
 * Label:
 * @line: from the top, the first bold
 * @n: how many
 */
typedef struct
{
  const char *line[3];
  int n;
  SoulsColor color;
} Label;

static SoulsTextStyle
style_line (const Label *label,
            int          i,
            double       anchor_x,
            double       width)
{
  return (SoulsTextStyle) { .color = label->color, .em = i == 0 ? 1.0 : 0.85,
                            .anchor_x = anchor_x, .max_width = width, .max_lines = 2,
                            .bold = i == 0 };
}

/* The label in a width; empty where anything of it would be cut off. */
static SoulsBox
measure_label (const Picture *self,
               const Label   *label,
               double         width)
{
  SoulsBox box = { 0.0, 0.0, 0.0, 0.0 };

  for (int i = 0; i < label->n; i++)
    {
      SoulsTextStyle style = style_line (label, i, 0.0, width);
      SoulsBox line = souls_scene_measure_text (self->draft->scene, label->line[i], style);

      if (souls_scene_is_text_cut (self->draft->scene, label->line[i], style))
        return (SoulsBox) { 0.0, 0.0, 0.0, 0.0 };
      box.width = MAX (box.width, line.width);
      box.height += line.height;
    }
  return box;
}

static void
add_label (const Picture *self,
           const Label   *label,
           SoulsBox       box,
           double         anchor_x,
           double         width)
{
  double y = box.y;

  for (int i = 0; i < label->n; i++)
    y += souls_scene_add_text (self->draft->scene, label->line[i], box.x + anchor_x * box.width, y,
                               style_line (label, i, anchor_x, width)).height;
}

/* At the first place that is free on the way from @near to the corner of an area (@anchor_x and
 * @anchor_y: 0 or 1) that is as wide as it may be without touching anything. */
static gboolean
fit_label (const Picture *self,
           const Label   *label,
           SoulsBox       area,
           SoulsPoint     near,
           double         anchor_x,
           double         anchor_y)
{
  for (double part = 1.0; part > 0.2; part -= 0.1)
    {
      double width = area.width * part;
      SoulsBox size = measure_label (self, label, width);

      for (double t = 0.0; t < 1.01 && size.width > 0.0; t += 0.1)
        {
          SoulsPoint corner = { near.x + t * (area.x + anchor_x * area.width - near.x),
                                near.y + t * (area.y + anchor_y * area.height - near.y) };
          double out = 1.0 - t;
          SoulsBox box = { corner.x - fabs (anchor_x - out) * size.width,
                           corner.y - fabs (anchor_y - out) * size.height, size.width,
                           size.height };

          if (is_free (self, box))
            {
              add_label (self, label, box, out > 0.5 ? 1.0 - anchor_x : anchor_x, width);
              return TRUE;
            }
        }
    }
  return FALSE;
}

static SoulsBox
get_corner (const Picture *self,
            int            way)
{
  const SoulsBox *plot = &self->area.frame.plot;
  double width = (plot->width - self->box[NODE_PRICES].width) / 2.0;
  double height = (plot->height - self->box[NODE_GOODS].height) / 2.0;
  gboolean right = ways[way].to == NODE_GOODS;
  gboolean low = ways[way].from == NODE_SELLERS;

  return (SoulsBox) { right ? souls_box_right (*plot) - width : plot->x,
                      low ? souls_box_bottom (*plot) - height : plot->y, width, height };
}

/* The middle of a way, a little outwards. */
static SoulsPoint
get_side (const Picture *self,
          int            way)
{
  double gap = self->area.frame.grid + get_width (self, way) / 2.0;
  const SoulsPoint *middle = &self->path[way][SOULS_ARROW_POINTS / 2];

  return (SoulsPoint) { middle->x + (ways[way].to == NODE_GOODS ? gap : -gap),
                        middle->y + (ways[way].from == NODE_SELLERS ? gap : -gap) };
}

/* As much of it as there is room for: name, strength and effect; name and number; both in one line; one of
 * them. */
static void
label_link (const Picture *self,
            SoulsLink      link,
            SoulsBox       area,
            SoulsPoint     near,
            double         anchor_x,
            double         anchor_y)
{
  const SoulsDrivers *drivers = self->draft->input->drivers;
  SoulsDriver driver = souls_link_driver (link);
  gboolean on = self->wheel.on[link];
  const char *name = souls_driver_words (self->words, driver);
  g_autofree char *strength = souls_wheel_say_strength (&self->wheel, self->draft, link);
  g_autofree char *effect = souls_wheel_say_effect (&self->wheel, self->draft, link);
  g_autofree char *number = souls_driver_in_words (self->words, driver, drivers->target[driver]);
  SoulsColor color = !on                        ? SOULS_COLOR_DIM
                     : link == SOULS_LINK_BRAKE ? SOULS_COLOR_TEXT
                                                : ways[link].color;
  g_autofree char *line = souls_fill (self->words, link_pattern, name, on ? number : strength, NULL);
  const Label labels[] = { { { name, strength, effect }, effect != NULL ? 3 : 2, color },
                           { { name, strength }, 2, color },
                           { { name, on ? number : strength }, 2, color },
                           { { line }, 1, color },
                           { { name }, 1, color },
                           { { on ? number : strength }, 1, color } };

  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    if (fit_label (self, &labels[i], area, near, anchor_x, anchor_y))
      return;
}

static void
add_link_target (const Picture *self,
                 SoulsLink      link,
                 SoulsBox       box)
{
  const SoulsChartInput *input = self->draft->input;
  const char *name = souls_driver_words (self->words, souls_link_driver (link));
  g_autofree char *strength = souls_wheel_say_strength (&self->wheel, self->draft, link);
  g_autofree char *effect = souls_wheel_say_effect (&self->wheel, self->draft, link);
  g_autofree char *both =
    effect != NULL ? souls_fill (self->words, link_pattern, strength, effect, NULL) : NULL;

  souls_draft_add_target (self->draft, box, KEY_LINK + (guint) link, name,
                          both != NULL ? both : strength, SOULS_METRIC_GMV, input->year);
}

/* The box around a way's middle. */
static SoulsBox
get_middle (const Picture *self,
            int            way)
{
  const SoulsPoint *middle = &self->path[way][SOULS_ARROW_POINTS / 2];
  double size = 2.0 * self->area.frame.grid;

  return (SoulsBox) { middle->x - size, middle->y - size, 2.0 * size, 2.0 * size };
}

static void
draw_ways (const Picture *self)
{
  const Label fees = { { souls_words_say (self->words, fees_name),
                         souls_words_say (self->words, fees_state) }, 2, SOULS_COLOR_DIM };

  for (int i = 0; i < WAY_FEES; i++)
    draw_glow (self, (SoulsLink) i, self->path[i], SOULS_ARROW_POINTS, ways[i].color);
  for (int i = 0; i < N_WAYS; i++)
    souls_area_add_arrow (&self->area, self->draft, self->path[i], get_width (self, i),
                          ways[i].color, is_on (self, i));
  draw_margin (self);
  for (int i = 0; i < WAY_FEES; i++)
    {
      SoulsBox corner = get_corner (self, i);

      label_link (self, (SoulsLink) i, corner, get_side (self, i),
                  ways[i].to == NODE_GOODS ? 1.0 : 0.0, ways[i].from == NODE_SELLERS ? 1.0 : 0.0);
      add_link_target (self, (SoulsLink) i, get_middle (self, i));
    }
  fit_label (self, &fees, get_corner (self, WAY_FEES), get_side (self, WAY_FEES), 0.0, 1.0);
}

/* A bar that presses against the goods, from inside the wheel; and what is sold beside the loop. */
static void
draw_brake (const Picture *self)
{
  const SoulsBox *goods = &self->box[NODE_GOODS];
  double grid = self->area.frame.grid;
  double y = goods->y + grid;
  double x = goods->x - grid / 2.0;
  double inner = souls_box_right (self->box[NODE_PROFIT]) + grid;
  gboolean on = self->wheel.on[SOULS_LINK_BRAKE];
  SoulsStyle style = { .stroke = on ? SOULS_COLOR_TEXT : SOULS_COLOR_GHOST, .dashed = !on,
                       .line_width = on ? get_width (self, SOULS_LINK_BRAKE) : 0.0 };
  const SoulsPoint bar[2] = { { x - grid / 2.0, y - grid }, { x - grid / 2.0, y + grid } };
  const SoulsPoint rod[2] = { { x - 3.0 * grid, y }, { x - grid / 2.0, y } };
  const SoulsBox area = { inner, goods->y - 2.0 * self->area.frame.line,
                          x - 3.5 * grid - inner,
                          goods->height / 2.0 + 2.0 * self->area.frame.line - grid };
  SoulsBox box = { rod[0].x, bar[0].y, x - rod[0].x, 2.0 * grid };

  draw_glow (self, SOULS_LINK_BRAKE, rod, 2, SOULS_COLOR_TEXT);
  souls_scene_add_line (self->draft->scene, bar, 2, style);
  souls_scene_add_line (self->draft->scene, rod, 2, style);
  label_link (self, SOULS_LINK_BRAKE, area,
              (SoulsPoint) { souls_box_right (area), souls_box_bottom (area) }, 0.0, 0.0);
  add_link_target (self, SOULS_LINK_BRAKE, box);
}

static void
add_beside (const Picture *self)
{
  const SoulsBox *profit = &self->box[NODE_PROFIT];
  double grid = self->area.frame.grid;
  double x = souls_box_right (*profit) + 2.0 * grid;
  const SoulsBox area = { x, profit->y + profit->height / 2.0 + grid,
                          self->box[NODE_GOODS].x - 2.0 * grid - x, 2.0 * self->area.frame.line };
  g_autofree char *ads = souls_words_money (
    self->words, get_value (self, SOULS_ORIGIN_SCENARIO, SOULS_METRIC_SALES_ADVERTISING));
  g_autofree char *prime = souls_words_money (
    self->words, get_value (self, SOULS_ORIGIN_SCENARIO, SOULS_METRIC_SALES_SUBSCRIPTION));
  g_autofree char *text = souls_fill (self->words, beside_pattern, ads, prime, NULL);
  SoulsTextStyle style = style_small (SOULS_COLOR_DIM, area.width);
  SoulsBox box;

  style.max_lines = 2;
  box = souls_scene_measure_text (self->draft->scene, text, style);
  box.x = area.x + (area.width - box.width) / 2.0;
  box.y = area.y;
  if (!souls_scene_is_text_cut (self->draft->scene, text, style) && is_free (self, box))
    souls_scene_add_text (self->draft->scene, text, area.x + area.width / 2.0, area.y, style);
}

static void
add_node_targets (const Picture *self)
{
  const SoulsChartInput *input = self->draft->input;

  for (int i = 0; i < N_NODES; i++)
    {
      const char *name = souls_words_say (self->words, nodes[i].name);
      g_autofree char *value =
        souls_value_in_words (input, SOULS_ORIGIN_SCENARIO, nodes[i].metric, input->year);

      souls_draft_add_target (self->draft, self->box[i], KEY_NODE + (guint) i, name, value,
                              nodes[i].metric, input->year);
    }
  for (int i = 0; i < N_NODES && self->has_ghost; i++)
    {
      const char *name = souls_words_say (self->words, nodes[i].name);
      SoulsBox box = self->box[i];
      g_autofree char *value =
        souls_value_in_words (input, SOULS_ORIGIN_BASELINE, nodes[i].metric, input->year);

      box.y = souls_box_bottom (box) - 1.5 * self->area.frame.grid;
      box.height = self->area.frame.grid;
      souls_draft_add_target (self->draft, box, KEY_GHOST + (guint) i, name, value, nodes[i].metric,
                              input->year);
    }
}

void
souls_flywheel_layout (SoulsDraft *draft)
{
  const SoulsChartInput *input = draft->input;
  Picture self = { .draft = draft, .words = input->words, .wheel = souls_wheel_turn (draft) };

  self.has_ghost = input->moved && self.wheel.projected && isfinite (self.wheel.goods);
  open_area (&self);
  choose_scale (&self);
  place_nodes (&self);
  place_ways (&self);

  draw_ways (&self);
  for (int i = 0; i < N_NODES; i++)
    draw_node (&self, i);
  draw_brake (&self);
  add_beside (&self);
  add_node_targets (&self);
}
