/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "souls-chart-private.h"

#include <math.h>

#define MAX_VIEWS 3

/*
 * ChartView:
 * @id: stable for ever
 * @name: marked for translation
 * @needs: beside what every view of the chart needs
 */
typedef struct
{
  const char *id;
  const char *name;
  SoulsChartNeeds needs;
} ChartView;

/*
 * ChartClass:
 * @id: stable for ever: it stands in settings, files and on the command line
 * @name: marked for translation
 * @summary: what it shows, one line, marked for translation
 * @icon_name: of the chart picker
 * @layout: fills the draft's scene
 * @needs: what the input must hold
 * @views: its views, where there is more than one
 *
 * A row of the chart table.
 */
typedef struct
{
  const char *id;
  const char *name;
  const char *summary;
  const char *icon_name;
  void (*layout) (SoulsDraft *draft);
  SoulsChartNeeds needs;
  ChartView views[MAX_VIEWS];
} ChartClass;

static const ChartClass charts[SOULS_N_CHARTS] = {
  [SOULS_CHART_WITH_WITHOUT] = {
    "with-without", N_("With and without AWS"),
    N_("Operating income of one year, with AWS and without, down to the chosen meaning of “without”"),
    "souls-chart-with-without-symbolic", souls_with_without_layout
  },
  [SOULS_CHART_TIMELINE] = {
    "timeline", N_("Year by year"),
    N_("Operating income with and without AWS, as reported and as projected"),
    "souls-chart-timeline-symbolic", souls_timeline_layout,
    .views = { { "lines", N_("Lines") }, { "fan", N_("With the simulation’s fan"), SOULS_CHART_NEEDS_SIMULATION } }
  },
  [SOULS_CHART_SEGMENTS] = {
    "segments", N_("Segments"),
    N_("Operating income of North America, International and AWS, stacked, losses below zero"),
    "souls-chart-segments-symbolic", souls_segments_layout
  },
  [SOULS_CHART_LINES] = {
    "lines", N_("Business lines"),
    N_("Profit of each business line of one year, by a split of the stores’ costs that is partly assumed"),
    "souls-chart-lines-symbolic", souls_lines_layout
  },
  [SOULS_CHART_BRIDGE] = {
    "bridge", N_("Bridge"),
    N_("Operating income of one year from with to without AWS, step by step, or from baseline to scenario"),
    "souls-chart-bridge-symbolic", souls_bridge_layout, SOULS_CHART_SHOWS_DRIVERS,
    .views = { { "rungs", N_("From with to without") }, { "drivers", N_("What changed without AWS") },
               { "company", N_("What changed with AWS") } }
  },
  [SOULS_CHART_MARIMEKKO] = {
    "marimekko", N_("Sales and margins"),
    N_("Each segment of one year as a column: width is sales, height is operating margin, area is profit"),
    "souls-chart-marimekko-symbolic", souls_marimekko_layout, SOULS_CHART_TAKES_REFERENCES
  },
  [SOULS_CHART_TWO_SOULS] = {
    "two-souls", N_("Two souls"),
    N_("Share of sales against share of operating income, stores and AWS"),
    "souls-chart-two-souls-symbolic", souls_two_souls_layout
  },
  [SOULS_CHART_MONEY_FLOW] = {
    "money-flow", N_("Flow of money"),
    N_("Who pays, what it costs and what is left, stores and AWS"),
    "souls-chart-money-flow-symbolic", souls_money_flow_layout
  },
  [SOULS_CHART_DISTRIBUTION] = {
    "distribution", N_("Distribution"),
    N_("The ways on which Amazon’s two souls reach their customers, with sales and margin of each"),
    "souls-chart-distribution-symbolic", souls_distribution_layout, SOULS_CHART_GLOWS
  },
  [SOULS_CHART_SELLER_DOLLAR] = {
    "seller-dollar", N_("A seller’s $100"),
    N_("Where $100 of a seller’s sales go, shipped by the seller and fulfilled by Amazon"),
    "souls-chart-seller-dollar-symbolic", souls_seller_dollar_layout, SOULS_CHART_TAKES_REFERENCES
  },
  [SOULS_CHART_FLYWHEEL] = {
    "flywheel", N_("Flywheel"),
    N_("Prices, goods, sellers and profit of one year, and which links between them are switched on"),
    "souls-chart-flywheel-symbolic", souls_flywheel_layout, SOULS_CHART_GLOWS
  },
  [SOULS_CHART_CASH_CYCLE] = {
    "cash-cycle", N_("Cash cycle"),
    N_("Days from buying goods to customers’ cash and to paying suppliers, and the float between"),
    "souls-chart-cash-cycle-symbolic", souls_cash_cycle_layout
  },
  [SOULS_CHART_TORNADO] = {
    "tornado", N_("Tornado"),
    N_("What each driver alone does to operating income without AWS across its plausible range, widest first"),
    "souls-chart-tornado-symbolic", souls_tornado_layout, SOULS_CHART_SHOWS_DRIVERS
  },
  [SOULS_CHART_OUTCOMES] = {
    "outcomes", N_("Outcomes"),
    N_("In how many of 100 worlds Amazon without AWS makes money, if every driver is drawn from its plausible range"),
    "souls-chart-outcomes-symbolic", souls_outcomes_layout, SOULS_CHART_NEEDS_SIMULATION
  },
  [SOULS_CHART_BREAK_EVEN_MAP] = {
    "break-even-map", N_("Break-even map"),
    N_("Operating income without AWS over the ranges of two sliders, and the line where it is zero"),
    "souls-chart-break-even-map-symbolic", souls_break_even_map_layout
  },
};

const char *
souls_chart_id (SoulsChart chart)
{
  g_return_val_if_fail ((guint) chart < SOULS_N_CHARTS, NULL);
  return charts[chart].id;
}

const char *
souls_chart_name (SoulsChart chart)
{
  g_return_val_if_fail ((guint) chart < SOULS_N_CHARTS, NULL);
  return charts[chart].name;
}

const char *
souls_chart_summary (SoulsChart chart)
{
  g_return_val_if_fail ((guint) chart < SOULS_N_CHARTS, NULL);
  return charts[chart].summary;
}

const char *
souls_chart_icon_name (SoulsChart chart)
{
  g_return_val_if_fail ((guint) chart < SOULS_N_CHARTS, NULL);
  return charts[chart].icon_name;
}

/**
 * souls_chart_needs:
 * @view: one of the chart's views
 *
 * Returns: what the input must hold, and what is special about the chart
 */
SoulsChartNeeds
souls_chart_needs (SoulsChart chart,
                   int        view)
{
  g_return_val_if_fail ((guint) chart < SOULS_N_CHARTS && 0 <= view && view < MAX_VIEWS, 0);
  return charts[chart].needs | charts[chart].views[view].needs;
}

/**
 * souls_chart_n_views:
 *
 * Returns: in how many ways the chart looks at its subject; at least 1
 */
int
souls_chart_n_views (SoulsChart chart)
{
  int n = 0;

  g_return_val_if_fail ((guint) chart < SOULS_N_CHARTS, 1);
  while (n < MAX_VIEWS && charts[chart].views[n].id != NULL)
    n++;
  return MAX (n, 1);
}

/**
 * souls_chart_view_id:
 * @view: from 0
 *
 * Returns: (nullable): the view's id; %NULL where the chart has only one
 */
const char *
souls_chart_view_id (SoulsChart chart,
                     int        view)
{
  g_return_val_if_fail ((guint) chart < SOULS_N_CHARTS, NULL);
  g_return_val_if_fail (0 <= view && view < souls_chart_n_views (chart), NULL);
  return charts[chart].views[view].id;
}

/**
 * souls_chart_view_name:
 * @view: from 0
 *
 * Returns: (nullable): the view's name, marked for translation; %NULL where the chart has only one
 */
const char *
souls_chart_view_name (SoulsChart chart,
                       int        view)
{
  g_return_val_if_fail ((guint) chart < SOULS_N_CHARTS, NULL);
  g_return_val_if_fail (0 <= view && view < souls_chart_n_views (chart), NULL);
  return charts[chart].views[view].name;
}

/**
 * souls_chart_from_id:
 * @id: a chart's id
 * @chart: (out): the chart
 *
 * Finds a chart by its id.
 *
 * Returns: whether there is one
 */
gboolean
souls_chart_from_id (const char *id,
                     SoulsChart *chart)
{
  for (int i = 0; i < SOULS_N_CHARTS; i++)
    if (g_strcmp0 (id, charts[i].id) == 0)
      {
        *chart = (SoulsChart) i;
        return TRUE;
      }
  return FALSE;
}

/* The text that suits the width; a flat chart's text is as small as its height asks. */
static double
choose_base_size (const SoulsChartFrame *frame)
{
  if (frame->base_size > 0.0)
    return frame->base_size;
  return souls_scene_suitable_base_size (MIN (frame->width, frame->height * 1.8));
}

/**
 * souls_chart_layout:
 * @chart: a chart
 * @input: what to show
 * @frame: size, text size, and a value axis to hold
 * @scene: is reset and filled
 *
 * Lays a chart out. The scene's range is the value axis that the chart would choose by itself, whatever @frame holds.
 */
void
souls_chart_layout (SoulsChart             chart,
                    const SoulsChartInput *input,
                    const SoulsChartFrame *frame,
                    SoulsScene            *scene)
{
  SoulsDraft draft = { .input = input, .frame = frame, .scene = scene };

  g_return_if_fail ((guint) chart < SOULS_N_CHARTS);

  souls_scene_reset (scene, frame->width, frame->height, choose_base_size (frame));
  souls_scene_set_words (scene, input->words);
  charts[chart].layout (&draft);
  if (input->words->rtl)
    souls_scene_mirror (scene);
}
