/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "souls-chart-area.h"
#include "souls-chart-flows.h"

#include <math.h>

/* Before fiscal 2019 the filings have them in one line. */
static const char *const combined_name = N_("Advertisers and others");

static const char *const soul_names[N_SOULS] = { N_("Stores"), N_("AWS") };
static const char *const short_names[N_SOULS] = { N_("Stores’ profit"), N_("AWS’s profit") };
static const SoulsColor soul_colors[N_SOULS] = { SOULS_COLOR_STORES, SOULS_COLOR_AWS };
static const SoulsMetric soul_sales[N_SOULS] = { SOULS_METRIC_SALES_STORES,
                                                 SOULS_METRIC_SALES_AWS };
static const int soul_income[N_SOULS] = { FLOW_STORES_INCOME, FLOW_AWS_INCOME };

/* Translators: over the columns of the chart of the money's flow. */
static const char *const side_names[N_SIDES] = { N_("Who pays"),
                                                 N_("What it costs, and what is left") };

static const char *const measure =
  N_("Sales, costs and operating income, fiscal %1$s · ◐ estimated, ○ assumed");
static const char *const kind_patterns[SOULS_N_KINDS] = {
  [SOULS_KIND_REPORTED] = N_("%1$s, reported"),
  [SOULS_KIND_ESTIMATED] = N_("%1$s, estimated"),
  [SOULS_KIND_ASSUMED] = N_("%1$s, assumed"),
};
static const char *const projected_pattern = N_("%1$s, projected");

#define KEY_FLOW 1
#define KEY_SOUL 30

/* Opacity of what flows; what is left at the end stands out, what is not reported
 * stands back. */
#define FAINT 0.4
#define STRONG 0.75
#define UNSURE 0.2

/* Labels that take more than this part of a column's height are shortened. */
#define MOST_LABELS 0.66

/*
 * Manner:
 *
 * How much the labels say, and whether a place is kept for each.
 */
typedef enum
{
  MANNER_TWO_LINES,   /* name, amount below */
  MANNER_ONE_LINE,    /* name and amount, small */
  MANNER_NAME,        /* the name alone */
  MANNER_SOME,        /* names where there happens to be room */
  N_MANNERS
} Manner;

/* Translators: a short name, and an amount: "Shipping $95.8 bn". */
static const char *const line_pattern = N_("%1$s %2$s");

/* Part of the plot's width that the labels of one side may take. */
#define LABELS_PART 0.29

/* Less than this cannot be seen, US$ million: rounding errors of sums. */
#define LEAST_AMOUNT 0.01

/*
 * Flow:
 * @value: US$ million
 * @side: where it is drawn: below zero, on the other
 * @kind: what its amount is in a reported year
 * @name: of its target, translated
 * @label: what its label says, translated
 * @amount: the same in figures, with the sign of its kind; owned
 * @line: both in a line; owned
 * @slot: px that its label needs along the column
 * @y: px of its end's top, outside
 * @inner_y: px of its top at the soul's node
 */
typedef struct
{
  double value;
  int side;
  SoulsKind kind;
  const char *name;
  const char *label;
  char *amount;
  char *line;
  double slot;
  double y;
  double inner_y;
} Flow;

/*
 * Picture:
 * @combined: whether advertising holds other sales
 * @manner: of the labels
 * @through: by soul: what flows through its node, US$ million
 * @label_width: by side: px
 * @x: by side: px of the left edge of its ends
 * @scale: px per US$ million
 * @node: px: width of an end
 * @soul_box: by soul: its node
 */
typedef struct
{
  SoulsDraft *draft;
  SoulsArea area;
  Flow flow[N_FLOWS];
  gboolean combined;
  Manner manner;
  double through[N_SOULS];
  double label_width[N_SIDES];
  double x[N_SIDES];
  double scale;
  double node;
  SoulsBox soul_box[N_SOULS];
} Picture;

static double
get_value (const SoulsDraft *draft,
           SoulsOrigin       origin,
           SoulsMetric       metric)
{
  return souls_draft_value (draft, origin, metric, draft->input->year);
}

static gboolean
is_drawn (const Flow *flow)
{
  return fabs (flow->value) > LEAST_AMOUNT;
}

static gboolean
is_income (int flow)
{
  return flow == FLOW_STORES_INCOME || flow == FLOW_AWS_INCOME;
}

/* Name and amount, which a break must not part from its sign: a word joiner is put after the minus.
 * (transfer full) */
static char *
fill_line (const SoulsWords *words,
           const char       *name,
           const char       *amount)
{
  g_auto (GStrv) parts = g_strsplit (amount, "−", 2);
  g_autofree char *joined = g_strjoinv ("−\u2060", parts);

  return souls_fill (words, line_pattern, name, joined, NULL);
}

static void
fill_flow (Picture *self,
           int      index,
           double   value)
{
  const SoulsChartInput *input = self->draft->input;
  const SoulsFlowClass *class = &souls_flows[index];
  Flow *flow = &self->flow[index];
  const char *name =
    index == FLOW_ADVERTISERS && self->combined ? combined_name : class->name;
  g_autofree char *money = souls_words_money (input->words, value);

  flow->value = value;
  flow->side = value < 0.0 ? N_SIDES - 1 - class->side : class->side;
  flow->kind = souls_flow_kind (input, index);
  flow->name = souls_words_say (input->words, name);
  flow->label = value < 0.0 && class->loss_name ? souls_words_say (input->words, class->loss_name)
                                                : flow->name;
  flow->amount = flow->kind == SOULS_KIND_REPORTED
                   ? g_steal_pointer (&money)
                   : g_strdup_printf ("%s\u00a0%s", money, souls_kind_sign (flow->kind));
  flow->line = fill_line (input->words, flow->label, flow->amount);
}

/* From top to bottom: of each soul what belongs on the side, then what is there because it is below
 * zero. */
static guint
list_side (const Picture *self,
           int            side,
           int            list[N_FLOWS])
{
  guint n = 0;

  for (int soul = 0; soul < N_SOULS; soul++)
    for (int strange = 0; strange < 2; strange++)
      for (int i = 0; i < N_FLOWS; i++)
        if (souls_flows[i].soul == soul && self->flow[i].side == side &&
            is_drawn (&self->flow[i]) && (souls_flows[i].side != side) == strange)
          list[n++] = i;
  return n;
}

/* Px between an end and the one above it: more where another soul begins. */
static double
get_gap (const Picture *self,
         const int     *list,
         guint          i)
{
  double gap = self->area.frame.grid / (self->manner < MANNER_NAME ? 2.0 : 3.0);

  if (i == 0)
    return 0.0;
  return souls_flows[list[i]].soul != souls_flows[list[i - 1]].soul ? 3.0 * gap : gap;
}

static double
measure_column (const Picture *self,
                const int     *list,
                guint          n,
                double         scale)
{
  double height = 0.0;

  for (guint i = 0; i < n; i++)
    height += get_gap (self, list, i) +
              MAX (fabs (self->flow[list[i]].value) * scale, self->flow[list[i]].slot);
  return height;
}

static SoulsMarkLabel
get_label (const Picture *self,
           int            index)
{
  const Flow *flow = &self->flow[index];

  return (SoulsMarkLabel) { .name = flow->label,
                            .value = flow->amount,
                            .color = souls_flows[index].color,
                            .anchor_x = flow->side == SIDE_IN ? 1.0 : 0.0,
                            .max_width = self->label_width[flow->side] };
}

static SoulsTextStyle
style_short (const Picture *self,
             int            index)
{
  const Flow *flow = &self->flow[index];

  return (SoulsTextStyle) { .color = souls_flows[index].color,
                            .em = 0.85,
                            .bold = is_income (index),
                            .anchor_x = flow->side == SIDE_IN ? 1.0 : 0.0,
                            .anchor_y = 0.5,
                            .max_width = self->label_width[flow->side],
                            .max_lines = 2 };
}

/* What a label of one line says. */
static const char *
get_line (const Picture *self,
          int            index)
{
  const Flow *flow = &self->flow[index];

  if (self->manner == MANNER_ONE_LINE)
    return flow->line;
  if (is_income (index) && flow->value >= 0.0)
    return souls_words_say (self->area.words, short_names[souls_flows[index].soul]);
  return flow->label;
}

/* Measures the labels in a manner. Returns whether they leave enough to the flows. */
static gboolean
try_manner (Picture *self,
            Manner   manner)
{
  double most = MOST_LABELS * self->area.frame.plot.height;
  gboolean fits = TRUE;

  self->manner = manner;
  for (int i = 0; i < N_FLOWS; i++)
    {
      Flow *flow = &self->flow[i];
      SoulsMarkLabel label = get_label (self, i);
      SoulsTextStyle style = style_short (self, i);

      if (!is_drawn (flow))
        continue;
      if (manner == MANNER_TWO_LINES)
        flow->slot = souls_draft_label_height (self->draft, &label);
      else
        flow->slot =
          souls_scene_measure_text (self->draft->scene, get_line (self, i), style).height;
      if (manner == MANNER_ONE_LINE)
        fits &= !souls_scene_is_text_cut (self->draft->scene, flow->line, style);
      if (manner == MANNER_SOME)
        flow->slot = 0.0;
    }
  for (int side = 0; side < N_SIDES; side++)
    {
      int list[N_FLOWS];
      guint n = list_side (self, side, list);

      fits &= measure_column (self, list, n, 0.0) <= most;
    }
  return fits;
}

static void
fit_labels (Picture *self)
{
  for (int manner = 0; manner < N_MANNERS; manner++)
    if (try_manner (self, (Manner) manner))
      return;
}

/* The widest label, up to a part of the plot. */
static void
measure_sides (Picture *self)
{
  double most = floor (LABELS_PART * self->area.frame.plot.width);

  for (int i = 0; i < N_FLOWS; i++)
    {
      int side = self->flow[i].side;
      SoulsMarkLabel label = get_label (self, i);

      label.max_width = 0.0;
      if (is_drawn (&self->flow[i]))
        self->label_width[side] =
          MAX (self->label_width[side], souls_draft_label_width (self->draft, &label));
    }
  for (int side = 0; side < N_SIDES; side++)
    self->label_width[side] = MIN (self->label_width[side], most);
}

/* The most px per US$ million at which both columns find room. */
static double
find_scale (const Picture *self)
{
  double height = self->area.frame.plot.height;
  double low = 0.0;
  double high = height / (self->through[SOUL_STORES] + self->through[SOUL_AWS]);
  int list[N_SIDES][N_FLOWS];
  guint n[N_SIDES];

  for (int side = 0; side < N_SIDES; side++)
    n[side] = list_side (self, side, list[side]);
  for (int i = 0; i < 40; i++)
    {
      double middle = (low + high) / 2.0;

      if (measure_column (self, list[SIDE_IN], n[SIDE_IN], middle) <= height &&
          measure_column (self, list[SIDE_OUT], n[SIDE_OUT], middle) <= height)
        low = middle;
      else
        high = middle;
    }
  return low;
}

/* A held axis keeps the measure while sliders move, as far as there is room. */
static void
set_scale (Picture      *self,
           const double *baseline)
{
  const SoulsRange *held = self->draft->frame->range;
  double own = self->through[SOUL_STORES] + self->through[SOUL_AWS];
  double most = own;

  if (baseline)
    most = MAX (most, souls_flow_through (baseline, SOUL_STORES) +
                        souls_flow_through (baseline, SOUL_AWS));
  most = MAX (most, 50.0);
  souls_scene_set_range (self->draft->scene, (SoulsRange) { 0.0, most });
  if (held && isfinite (held->max) && held->max > 20.0)
    most = MAX (held->max, own);
  self->scale = find_scale (self) * own / most;
}

static void
place_side (Picture *self,
            int      side)
{
  const SoulsBox *plot = &self->area.frame.plot;
  int list[N_FLOWS];
  guint n = list_side (self, side, list);
  double y = plot->y + (plot->height - measure_column (self, list, n, self->scale)) / 2.0;

  for (guint i = 0; i < n; i++)
    {
      Flow *flow = &self->flow[list[i]];
      double height = fabs (flow->value) * self->scale;
      double slot = MAX (height, flow->slot);

      y += get_gap (self, list, i);
      flow->y = y + (slot - height) / 2.0;
      y += slot;
    }
}

/* The two nodes in the middle, and where at them each flow begins or ends. */
static void
place_souls (Picture *self)
{
  const SoulsBox *plot = &self->area.frame.plot;
  double gap = 4.0 * self->area.frame.grid;
  double width = 0.0;
  double inner = self->x[SIDE_OUT] - self->x[SIDE_IN] - self->node;
  double height = (self->through[SOUL_STORES] + self->through[SOUL_AWS]) * self->scale;
  double y;

  gap = CLAMP (gap, 0.0, plot->height - height);
  y = plot->y + (plot->height - height - gap) / 2.0;
  for (int soul = 0; soul < N_SOULS; soul++)
    width = MAX (width, souls_draft_text_width (
                          self->draft, souls_words_say (self->area.words, soul_names[soul]),
                          (SoulsTextStyle) { .em = 1.0, .bold = TRUE }));
  width = MIN (ceil (width + 2.0 * self->area.frame.grid), inner / 3.0);
  for (int soul = 0; soul < N_SOULS; soul++)
    {
      SoulsBox *box = &self->soul_box[soul];

      *box = (SoulsBox) { self->x[SIDE_IN] + self->node + (inner - width) / 2.0, y, width,
                          self->through[soul] * self->scale };
      y += box->height + gap;
    }
  for (int side = 0; side < N_SIDES; side++)
    {
      int list[N_FLOWS];
      guint n = list_side (self, side, list);
      double at[N_SOULS] = { self->soul_box[SOUL_STORES].y, self->soul_box[SOUL_AWS].y };

      for (guint i = 0; i < n; i++)
        {
          double *top = &at[souls_flows[list[i]].soul];

          self->flow[list[i]].inner_y = *top;
          *top += fabs (self->flow[list[i]].value) * self->scale;
        }
    }
}

static SoulsStyle
style_flow (const Picture *self,
            int            index,
            double         opacity)
{
  const Flow *flow = &self->flow[index];

  return (SoulsStyle) { .fill = souls_flows[index].color,
                        .opacity = opacity,
                        .hatched = flow->value < 0.0,
                        .dotted = flow->value >= 0.0 && flow->kind != SOULS_KIND_REPORTED };
}

static void
draw_ribbon (const Picture *self,
             int            index)
{
  const Flow *flow = &self->flow[index];
  const SoulsBox *soul = &self->soul_box[souls_flows[index].soul];
  double height = fabs (flow->value) * self->scale;
  SoulsStyle style = style_flow (self, index, is_income (index) ? STRONG : FAINT);

  /* Dots all along would be restless, and slow to draw: the end has them, the way is an outline. */
  if (style.dotted)
    {
      style.dotted = FALSE;
      style.opacity = UNSURE;
      style.stroke = style.fill;
    }
  if (flow->side == SIDE_IN)
    souls_scene_add_ribbon (self->draft->scene, self->x[SIDE_IN] + self->node, flow->y,
                            flow->y + height, soul->x, flow->inner_y, flow->inner_y + height, style);
  else
    souls_scene_add_ribbon (self->draft->scene, souls_box_right (*soul), flow->inner_y,
                            flow->inner_y + height, self->x[SIDE_OUT], flow->y, flow->y + height,
                            style);
}

static SoulsBox
get_end_box (const Picture *self,
             int            index)
{
  const Flow *flow = &self->flow[index];

  return (SoulsBox) { self->x[flow->side], flow->y, self->node, fabs (flow->value) * self->scale };
}

static void
draw_end (const Picture *self,
          int            index)
{
  SoulsBox box = get_end_box (self, index);

  souls_scene_add_rect (self->draft->scene, box, style_flow (self, index, 1.0));
}

/* How high a profit would be at baseline; one that is lost there has another place. */
static void
draw_ghost (const Picture *self,
            const double  *baseline,
            int            index)
{
  const SoulsBox *plot = &self->area.frame.plot;
  double wider = self->area.frame.grid / 2.0;
  SoulsBox box = get_end_box (self, index);
  double height = fabs (baseline[index]) * self->scale;
  double y = box.y + (box.height - height) / 2.0;

  if ((baseline[index] < 0.0) != (self->flow[index].value < 0.0) || height < 0.5)
    return;
  height = MIN (souls_box_bottom (*plot), y + height) - MAX (plot->y, y);
  souls_scene_add_rect (self->draft->scene,
                        (SoulsBox) { box.x - wider, MAX (plot->y, y), box.width + 2.0 * wider,
                                     height },
                        (SoulsStyle) { .stroke = SOULS_COLOR_GHOST, .dashed = TRUE });
}

static void
draw_soul (const Picture *self,
           int            soul)
{
  SoulsBox box = self->soul_box[soul];
  SoulsBox bounds = souls_box_inset (box, 1.0, 1.0);
  SoulsTextStyle style = {
    .color = soul_colors[soul], .em = 1.0, .bold = TRUE, .anchor_x = 0.5, .anchor_y = 0.5
  };
  const char *name = souls_words_say (self->area.words, soul_names[soul]);
  double x = box.x + box.width / 2.0;

  souls_scene_add_rect (self->draft->scene, box, (SoulsStyle) { .fill = soul_colors[soul] });
  if (souls_draft_try_note (self->draft, &bounds, name, x, box.y + box.height / 2.0, style))
    return;
  style.anchor_y = soul == SOUL_STORES ? 1.0 : 0.0;
  souls_draft_try_note (self->draft, NULL, name, x,
                        soul == SOUL_STORES ? box.y - 2.0 : souls_box_bottom (box) + 2.0, style);
}

static void
label_flow (const Picture *self,
            int            index)
{
  const Flow *flow = &self->flow[index];
  SoulsMarkLabel label = get_label (self, index);
  SoulsBox box = get_end_box (self, index);
  double away = self->area.frame.grid / (self->manner < MANNER_NAME ? 1.0 : 2.0);
  double x = flow->side == SIDE_IN ? box.x - away : souls_box_right (box) + away;
  double y = box.y + box.height / 2.0;
  SoulsTextStyle style = style_short (self, index);

  if (self->manner == MANNER_TWO_LINES)
    souls_draft_try_label (self->draft, NULL, &label, x, y);
  else if (!souls_scene_is_text_cut (self->draft->scene, get_line (self, index), style))
    souls_draft_try_text (self->draft, NULL, get_line (self, index), x, y, style);
}

/* The largest first: where not all labels find room, theirs do. */
static void
draw_labels (const Picture *self)
{
  gboolean done[N_FLOWS] = { FALSE };

  for (int n = 0; n < N_FLOWS; n++)
    {
      int next = -1;

      for (int i = 0; i < N_FLOWS; i++)
        if (!done[i] && is_drawn (&self->flow[i]) &&
            (next < 0 || (is_income (i) && !is_income (next)) ||
             (is_income (i) == is_income (next) &&
              fabs (self->flow[i].value) > fabs (self->flow[next].value))))
          next = i;
      if (next < 0)
        return;
      done[next] = TRUE;
      label_flow (self, next);
    }
}

static void
draw_heads (const Picture *self)
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

/* The full figure and its kind. (transfer full) */
static char *
say_full (const Picture *self,
          double         value,
          SoulsKind      kind)
{
  const SoulsChartInput *input = self->draft->input;
  g_autofree char *money = souls_words_money_full (input->words, value);

  return souls_fill (input->words,
                     souls_input_is_projected (input, input->year) ? projected_pattern
                                                                   : kind_patterns[kind],
                     money, NULL);
}

static void
add_targets (const Picture *self)
{
  const SoulsChartInput *input = self->draft->input;

  for (int soul = 0; soul < N_SOULS; soul++)
    {
      g_autofree char *sales =
        say_full (self, get_value (self->draft, SOULS_ORIGIN_SCENARIO, soul_sales[soul]),
                  SOULS_KIND_REPORTED);

      souls_draft_add_target (self->draft, self->soul_box[soul], KEY_SOUL + (guint) soul,
                              souls_words_say (input->words, soul_names[soul]), sales,
                              soul_sales[soul], input->year);
    }
  for (int i = 0; i < N_FLOWS; i++)
    {
      const Flow *flow = &self->flow[i];
      g_autofree char *full = say_full (self, flow->value, flow->kind);

      if (is_drawn (flow))
        souls_draft_add_target (self->draft, get_end_box (self, i), KEY_FLOW + (guint) i,
                                flow->name, full, souls_flows[i].metric, input->year);
    }
}

static void
open_area (SoulsArea  *area,
           SoulsDraft *draft)
{
  const SoulsChartInput *input = draft->input;
  g_autofree char *finding = souls_flow_finding (draft);
  g_autofree char *year = souls_year_text (input->year);
  g_autofree char *what = souls_fill (input->words, measure, year, NULL);
  g_autofree char *subtitle =
    souls_subtitle (input, what, FALSE, souls_input_is_projected (input, input->year));
  g_autofree char *spoken = souls_flow_description (draft);

  souls_area_open (area, draft, finding, subtitle, spoken);
}

static void
place (Picture      *self,
       const double *baseline)
{
  const SoulsBox *plot = &self->area.frame.plot;
  double away = self->area.frame.grid;

  measure_sides (self);
  fit_labels (self);
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
draw (const Picture *self,
      const double  *baseline)
{
  for (int i = 0; i < N_FLOWS; i++)
    if (is_drawn (&self->flow[i]))
      draw_ribbon (self, i);
  for (int i = 0; i < N_FLOWS; i++)
    if (is_drawn (&self->flow[i]))
      draw_end (self, i);
  for (int soul = 0; soul < N_SOULS; soul++)
    draw_soul (self, soul);
  for (int soul = 0; soul < N_SOULS && baseline; soul++)
    if (is_drawn (&self->flow[soul_income[soul]]))
      draw_ghost (self, baseline, soul_income[soul]);
  draw_labels (self);
  add_targets (self);
}

void
souls_money_flow_layout (SoulsDraft *draft)
{
  const SoulsChartInput *input = draft->input;
  Picture self = { .draft = draft, .combined = souls_flow_calibration (input)->combined_advertising };
  double value[N_FLOWS];
  double baseline[N_FLOWS];
  gboolean has_ghost = input->moved && souls_input_is_projected (input, input->year);

  open_area (&self.area, draft);
  souls_scene_set_range (draft->scene, (SoulsRange) { 0.0, 50.0 });
  if (!souls_flow_values (draft, SOULS_ORIGIN_SCENARIO, value))
    return;
  has_ghost = has_ghost && souls_flow_values (draft, SOULS_ORIGIN_BASELINE, baseline);
  for (int soul = 0; soul < N_SOULS; soul++)
    self.through[soul] = souls_flow_through (value, soul);
  if (self.through[SOUL_STORES] + self.through[SOUL_AWS] <= LEAST_AMOUNT)
    return;
  if (self.area.frame.plot.height > 12.0 * self.area.frame.line)
    {
      draw_heads (&self);
      souls_area_reserve_rows (&self.area, 1.5 * self.area.frame.line, 0.0);
    }
  for (int i = 0; i < N_FLOWS; i++)
    fill_flow (&self, i, value[i]);
  place (&self, has_ghost ? baseline : NULL);
  draw (&self, has_ghost ? baseline : NULL);
  for (int i = 0; i < N_FLOWS; i++)
    {
      g_clear_pointer (&self.flow[i].amount, g_free);
      g_clear_pointer (&self.flow[i].line, g_free);
    }
}
