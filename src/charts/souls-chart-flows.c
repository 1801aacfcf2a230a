/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "souls-chart-flows.h"

#include <math.h>

/* From top to bottom. */
const SoulsFlowClass souls_flows[N_FLOWS] = {
  [FLOW_ONLINE] = { SOUL_STORES, SIDE_IN, N_("Online shoppers"), NULL, SOULS_METRIC_SALES_ONLINE,
                    SOULS_COLOR_FIRST_PARTY },
  [FLOW_PHYSICAL] = { SOUL_STORES, SIDE_IN, N_("Shoppers in stores"), NULL,
                      SOULS_METRIC_SALES_PHYSICAL, SOULS_COLOR_FIRST_PARTY },
  [FLOW_SELLERS] = { SOUL_STORES, SIDE_IN, N_("Sellers"), NULL, SOULS_METRIC_SALES_THIRD_PARTY,
                     SOULS_COLOR_SELLERS },
  [FLOW_ADVERTISERS] = { SOUL_STORES, SIDE_IN, N_("Advertisers"), NULL,
                         SOULS_METRIC_SALES_ADVERTISING, SOULS_COLOR_ADVERTISING },
  [FLOW_SUBSCRIBERS] = { SOUL_STORES, SIDE_IN, N_("Subscribers"), NULL,
                         SOULS_METRIC_SALES_SUBSCRIPTION, SOULS_COLOR_PRIME },
  [FLOW_OTHER] = { SOUL_STORES, SIDE_IN, N_("Others"), NULL, SOULS_METRIC_SALES_OTHER,
                   SOULS_COLOR_OTHER },
  [FLOW_GOODS] = { SOUL_STORES, SIDE_OUT, N_("Goods and content"), NULL, NO_METRIC,
                   SOULS_COLOR_STORES },
  [FLOW_FULFILLMENT] = { SOUL_STORES, SIDE_OUT, N_("Fulfillment"), NULL, NO_METRIC,
                         SOULS_COLOR_STORES },
  [FLOW_SHIPPING] = { SOUL_STORES, SIDE_OUT, N_("Shipping"), NULL, NO_METRIC, SOULS_COLOR_STORES },
  [FLOW_PRICES] = { SOUL_STORES, SIDE_OUT, N_("Lower prices"), NULL, SOULS_METRIC_PRICE_INVESTMENT,
                    SOULS_COLOR_STORES },
  [FLOW_ADVERTISING] = { SOUL_STORES, SIDE_OUT, N_("Costs of ads"), NULL, NO_METRIC,
                         SOULS_COLOR_STORES },
  [FLOW_OVERHEAD] = { SOUL_STORES, SIDE_OUT, N_("Overhead"), NULL, NO_METRIC, SOULS_COLOR_STORES },
  [FLOW_STORES_INCOME] = { SOUL_STORES, SIDE_OUT, N_("Operating income, stores"),
                           N_("Stores’ loss, paid from elsewhere"), SOULS_METRIC_INCOME_STORES,
                           SOULS_COLOR_STORES },
  [FLOW_AWS_CUSTOMERS] = { SOUL_AWS, SIDE_IN, N_("AWS customers"), NULL, SOULS_METRIC_SALES_AWS,
                           SOULS_COLOR_AWS },
  [FLOW_AWS_INCOME] = { SOUL_AWS, SIDE_OUT, N_("Operating income, AWS"),
                        N_("AWS’s loss, paid from elsewhere"), SOULS_METRIC_INCOME_AWS,
                        SOULS_COLOR_AWS },
  [FLOW_AWS_COSTS] = { SOUL_AWS, SIDE_OUT, N_("Costs of AWS"), NULL, NO_METRIC, SOULS_COLOR_AWS },
};

typedef enum
{
  CASE_BOTH_KEEP,
  CASE_STORES_LOSE,
  CASE_AWS_LOSES,
  CASE_BOTH_LOSE,
  N_CASES
} Case;

/* Translators: %1$s and %2$s are what the stores and AWS keep or lose, in cents without a sign, such
 * as 5.8; %3$s is a fiscal year. */
static const char *const findings[2][N_CASES] = {
  {
    [CASE_BOTH_KEEP] = N_(
      "Of each dollar they took in fiscal %3$s, the stores kept %1$s cents and AWS %2$s."),
    [CASE_STORES_LOSE] = N_(
      "On each dollar they took in fiscal %3$s, the stores lost %1$s cents; AWS kept %2$s of its own."),
    [CASE_AWS_LOSES] = N_(
      "On each dollar it took in fiscal %3$s, AWS lost %2$s cents; the stores kept %1$s of theirs."),
    [CASE_BOTH_LOSE] = N_(
      "On each dollar they took in fiscal %3$s, the stores lost %1$s cents and AWS %2$s."),
  },
  {
    [CASE_BOTH_KEEP] = N_(
      "Of each dollar they took in fiscal %3$s, the stores would keep %1$s cents and AWS %2$s."),
    [CASE_STORES_LOSE] = N_(
      "On each dollar they took in fiscal %3$s, the stores would lose %1$s cents; AWS would keep %2$s of its own."),
    [CASE_AWS_LOSES] = N_(
      "On each dollar it took in fiscal %3$s, AWS would lose %2$s cents; the stores would keep %1$s of theirs."),
    [CASE_BOTH_LOSE] = N_(
      "On each dollar they took in fiscal %3$s, the stores would lose %1$s cents and AWS %2$s."),
  },
};

/* Translators: for who does not see the chart: a fiscal year, then net sales and operating income
 * with their signs. */
static const char *const description = N_(
  "The flow of money in fiscal %1$s: the stores took %2$s, their operating income was %3$s; AWS took %4$s, its operating income was %5$s.");
static const char *const projected_description = N_(
  "The flow of money in fiscal %1$s: the stores would take %2$s, their operating income would be %3$s; AWS would take %4$s, its operating income would be %5$s.");
static const char *const no_result = N_("There is no result for fiscal %1$s.");

static double
get_value (const SoulsDraft *draft,
           SoulsOrigin       origin,
           SoulsMetric       metric)
{
  return souls_draft_value (draft, origin, metric, draft->input->year);
}

/* The year's own calibration while it is one of the filings', else the base year's. */
const SoulsCalibration *
souls_flow_calibration (const SoulsChartInput *input)
{
  int i = input->year - input->history->first_year;

  if (input->year < input->results->base_year && i >= 0 && i < input->history->n_years)
    return &input->calibrations[i];
  return input->calibration;
}

/* What a line of the stores costs: its sales less its profit. */
static double
get_cost (const SoulsDraft *draft,
          SoulsOrigin       origin,
          SoulsMetric       sales,
          SoulsMetric       profit)
{
  return get_value (draft, origin, sales) - get_value (draft, origin, profit);
}

/* The costs by what they are, not by line: those of the lines without overhead and advertising are cost
 * of sales, which holds shipping, and fulfillment, which stands to shipping as in the filing.
 * Overhead is what remains, so that the parts are the whole. */
static void
compute_costs (const SoulsDraft *draft,
               SoulsOrigin       origin,
               double            value[N_FLOWS])
{
  double part = souls_flow_calibration (draft->input)->shipping_part;
  double goods = get_value (draft, origin, SOULS_WORKING_COST_OF_GOODS);
  double prices = get_value (draft, origin, SOULS_METRIC_PRICE_INVESTMENT);
  double lines =
    value[FLOW_PHYSICAL] - prices +
    get_cost (draft, origin, SOULS_METRIC_SALES_ONLINE, SOULS_METRIC_PROFIT_FIRST_PARTY) +
    get_cost (draft, origin, SOULS_METRIC_SALES_THIRD_PARTY, SOULS_METRIC_PROFIT_THIRD_PARTY) +
    get_cost (draft, origin, SOULS_METRIC_SALES_SUBSCRIPTION, SOULS_METRIC_PROFIT_SUBSCRIPTION) +
    get_cost (draft, origin, SOULS_METRIC_SALES_OTHER, SOULS_METRIC_PROFIT_OTHER);
  double left = -value[FLOW_STORES_INCOME];

  value[FLOW_PRICES] = prices;
  value[FLOW_FULFILLMENT] = lines - goods;
  value[FLOW_SHIPPING] = part < 1.0 ? (lines - goods) * part / (1.0 - part) : 0.0;
  value[FLOW_GOODS] = goods - value[FLOW_SHIPPING];
  value[FLOW_ADVERTISING] =
    get_cost (draft, origin, SOULS_METRIC_SALES_ADVERTISING, SOULS_METRIC_PROFIT_ADVERTISING);
  for (int i = FLOW_ONLINE; i <= FLOW_OTHER; i++)
    left += value[i];
  for (int i = FLOW_GOODS; i < FLOW_OVERHEAD; i++)
    left -= value[i];
  value[FLOW_OVERHEAD] = left;
  value[FLOW_AWS_COSTS] = value[FLOW_AWS_CUSTOMERS] - value[FLOW_AWS_INCOME];
}

/*
 * souls_flow_values:
 * @draft: the chart
 * @origin: which set of numbers
 * @value: (out): US$ million by flow, below zero for a loss
 *
 * Computes all flows of the draft's year. What enters a soul leaves it.
 *
 * Returns: whether there are any
 */
gboolean
souls_flow_values (const SoulsDraft *draft,
                   SoulsOrigin       origin,
                   double            value[N_FLOWS])
{
  for (int i = 0; i < N_FLOWS; i++)
    value[i] =
      souls_flows[i].metric != NO_METRIC ? get_value (draft, origin, souls_flows[i].metric) : 0.0;
  compute_costs (draft, origin, value);
  for (int i = 0; i < N_FLOWS; i++)
    if (!isfinite (value[i]))
      return FALSE;
  return TRUE;
}

/* What flows through the souls: what comes in, where a loss comes in too. */
double
souls_flow_through (const double value[N_FLOWS],
                    int          soul)
{
  double sum = 0.0;

  for (int i = 0; i < N_FLOWS; i++)
    if (souls_flows[i].soul == soul && (souls_flows[i].side == SIDE_IN) == (value[i] >= 0.0))
      sum += fabs (value[i]);
  return sum;
}

SoulsKind
souls_flow_kind (const SoulsChartInput *input,
                 int                    flow)
{
  if (flow == FLOW_ADVERTISING)
    return souls_input_kind (input, SOULS_METRIC_PROFIT_ADVERTISING);
  if (flow == FLOW_OVERHEAD)
    return souls_input_kind (input, SOULS_METRIC_PROFIT_OVERHEAD);
  return souls_flows[flow].metric != NO_METRIC ? souls_input_kind (input, souls_flows[flow].metric)
                                           : SOULS_KIND_REPORTED;
}

/* (transfer full) */
static char *
say_cents (const SoulsWords *words,
           double            margin)
{
  return souls_words_number (words, fabs (margin) * 100.0, 1);
}

/* What the chart of the flows says. (transfer full) */
char *
souls_flow_finding (const SoulsDraft *draft)
{
  const SoulsChartInput *input = draft->input;
  double stores = get_value (draft, SOULS_ORIGIN_SCENARIO, SOULS_METRIC_MARGIN_STORES);
  double aws = get_value (draft, SOULS_ORIGIN_SCENARIO, SOULS_METRIC_MARGIN_AWS);
  Case turn = stores < 0.0 ? (aws < 0.0 ? CASE_BOTH_LOSE : CASE_STORES_LOSE)
                           : (aws < 0.0 ? CASE_AWS_LOSES : CASE_BOTH_KEEP);
  g_autofree char *year = souls_year_text (input->year);
  g_autofree char *stores_text = say_cents (input->words, stores);
  g_autofree char *aws_text = say_cents (input->words, aws);

  if (isnan (stores) || isnan (aws))
    return souls_fill (input->words, no_result, year, NULL);
  return souls_fill (input->words,
                     findings[souls_input_is_projected (input, input->year) ? 1 : 0][turn],
                     stores_text, aws_text, year, NULL);
}

/* The same for who does not see it. (transfer full) */
char *
souls_flow_description (const SoulsDraft *draft)
{
  static const SoulsMetric metrics[] = { SOULS_METRIC_SALES_STORES, SOULS_METRIC_INCOME_STORES,
                                         SOULS_METRIC_SALES_AWS, SOULS_METRIC_INCOME_AWS };
  const SoulsChartInput *input = draft->input;
  g_autofree char *year = souls_year_text (input->year);
  g_auto (GStrv) text = g_new0 (char *, G_N_ELEMENTS (metrics) + 1);

  for (guint i = 0; i < G_N_ELEMENTS (metrics); i++)
    text[i] = souls_words_money (input->words, get_value (draft, SOULS_ORIGIN_SCENARIO, metrics[i]));
  return souls_fill (input->words,
                     souls_input_is_projected (input, input->year) ? projected_description
                                                                   : description,
                     year, text[0], text[1], text[2], text[3], NULL);
}
