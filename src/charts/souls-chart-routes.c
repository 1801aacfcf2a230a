/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "souls-chart-routes.h"

#include <math.h>
#include <string.h>

#include "souls-chart-area.h"
#include "souls-chart-flows.h"
#include "souls-terms.h"

const SoulsRouteClass souls_routes[N_ROUTES] = {
  [ROUTE_STORES] = { SOUL_STORES, CUSTOMER_CONSUMERS, N_("D2C stores"),
                     SOULS_METRIC_PROFIT_FIRST_PARTY },
  [ROUTE_SELLER] = { SOUL_STORES, CUSTOMER_CONSUMERS, N_("Sellers who ship"),
                     SOULS_METRIC_PROFIT_THIRD_PARTY },
  [ROUTE_FBA] = { SOUL_STORES, CUSTOMER_CONSUMERS, N_("Sellers with FBA"),
                  SOULS_METRIC_PROFIT_THIRD_PARTY },
  [ROUTE_SUBSCRIPTIONS] = { SOUL_STORES, CUSTOMER_CONSUMERS, N_("Subscriptions"),
                            SOULS_METRIC_PROFIT_SUBSCRIPTION },
  [ROUTE_ADVERTISING] = { SOUL_STORES, CUSTOMER_CONSUMERS, N_("Advertising"),
                          SOULS_METRIC_PROFIT_ADVERTISING },
  [ROUTE_OTHER] = { SOUL_STORES, CUSTOMER_CONSUMERS, N_("Other sales"), SOULS_METRIC_PROFIT_OTHER },
  [ROUTE_SELF_SERVICE] = { SOUL_AWS, CUSTOMER_DEVELOPERS, N_("AWS self-service"),
                           SOULS_METRIC_INCOME_AWS },
  [ROUTE_SALES_FORCE] = { SOUL_AWS, CUSTOMER_ENTERPRISES, N_("AWS sales force"),
                          SOULS_METRIC_INCOME_AWS },
};

static const char *const customer_names[N_CUSTOMERS] = {
  [CUSTOMER_CONSUMERS] = N_("Consumers"),
  [CUSTOMER_DEVELOPERS] = N_("Developers"),
  [CUSTOMER_ENTERPRISES] = N_("Enterprises"),
};

typedef enum
{
  CASE_SHARE,    /* the sales force brings a part of the profit */
  CASE_EARNED,   /* it earns, but that is no part: the rest of the company loses */
  CASE_LOST,
  N_CASES
} Case;

/* Translators: the ways are D2C stores and two kinds of sellers; self-service and a sales force.
 * %1$s is a share of net sales, %2$s a share of operating income or an amount, %3$s a fiscal year. */
static const char *const findings[2][N_CASES] = {
  {
    [CASE_SHARE] = N_(
      "Three ways to a consumer, two to a company: AWS’s sales force brought %1$s of sales and %2$s of profit in fiscal %3$s."),
    [CASE_EARNED] = N_(
      "Three ways to a consumer, two to a company: AWS’s sales force brought %1$s of sales and earned %2$s in fiscal %3$s."),
    [CASE_LOST] = N_(
      "Three ways to a consumer, two to a company: AWS’s sales force brought %1$s of sales and lost %2$s in fiscal %3$s."),
  },
  {
    [CASE_SHARE] = N_(
      "Three ways to a consumer, two to a company: AWS’s sales force would bring %1$s of sales and %2$s of profit in fiscal %3$s."),
    [CASE_EARNED] = N_(
      "Three ways to a consumer, two to a company: AWS’s sales force would bring %1$s of sales and earn %2$s in fiscal %3$s."),
    [CASE_LOST] = N_(
      "Three ways to a consumer, two to a company: AWS’s sales force would bring %1$s of sales and lose %2$s in fiscal %3$s."),
  },
};

/* Translators: for who does not see the chart: %1$s is a fiscal year, then amounts of net sales; %8$s
 * and %9$s are operating income of the stores and of AWS. */
static const char *const description = N_(
  "Net sales by way to the customer in fiscal %1$s. To consumers: D2C stores %2$s, sellers who ship %3$s, sellers with FBA %4$s, subscriptions, advertising and other %5$s. To developers: AWS self-service %6$s. To enterprises: AWS sales force %7$s. Operating income: stores %8$s, AWS %9$s.");
static const char *const no_result = N_("There is no result for fiscal %1$s.");

/* Translators: amounts of US dollars in a sum, all in one unit; %1$s is a number such as 41.2. The
 * space before the unit is a narrow no-break space (U+202F), the minus is U+2212. */
static const char *const amounts[][2] = {
  { N_("$%1$s m"), N_("−$%1$s m") },
  { N_("$%1$s bn"), N_("−$%1$s bn") },
};

static double
get_value (const SoulsDraft *draft,
           SoulsOrigin       origin,
           SoulsMetric       metric)
{
  return souls_draft_value (draft, origin, metric, draft->input->year);
}

static double
get_driver (const SoulsDraft *draft,
            SoulsOrigin       origin,
            SoulsDriver       driver)
{
  return souls_draft_driver (draft, origin, driver, draft->input->year);
}

/* What FBA sellers pay and cost by section 4 of the model; the others are what is left of seller
 * services. */
static void
split_sellers (SoulsRoutes      *self,
               const SoulsDraft *draft,
               SoulsOrigin       origin)
{
  double payment = souls_flow_calibration (draft->input)->beliefs.value[SOULS_BELIEF_PAYMENT_COST];
  double sold = get_value (draft, origin, SOULS_METRIC_FBA_GMV);
  double fee = get_driver (draft, origin, SOULS_DRIVER_FBA_FEE) +
               get_driver (draft, origin, SOULS_DRIVER_REFERRAL_RATE);
  double handling = get_driver (draft, origin, SOULS_DRIVER_HANDLING_COST);

  self->sales[ROUTE_FBA] = fee * sold;
  self->profit[ROUTE_FBA] = (fee - handling - payment) * sold;
  self->sales[ROUTE_SELLER] =
    get_value (draft, origin, SOULS_METRIC_SALES_THIRD_PARTY) - self->sales[ROUTE_FBA];
  self->profit[ROUTE_SELLER] =
    get_value (draft, origin, SOULS_METRIC_PROFIT_THIRD_PARTY) - self->profit[ROUTE_FBA];
}

/* The two ways of AWS differ by what distribution costs; whatever else AWS costs falls on both alike,
 * per dollar of sales. With a share e of enterprises their margin is AWS's less (1 − e)·(ce − cs),
 * that of self-service AWS's plus e·(ce − cs): together they are what AWS earns. */
static void
split_aws (SoulsRoutes      *self,
           const SoulsDraft *draft,
           SoulsOrigin       origin)
{
  const SoulsBeliefs *beliefs = &souls_flow_calibration (draft->input)->beliefs;
  double gap = beliefs->value[SOULS_BELIEF_ENTERPRISE_COST] -
               beliefs->value[SOULS_BELIEF_SELF_SERVICE_COST];
  double sales = get_value (draft, origin, SOULS_METRIC_SALES_AWS);
  double income = get_value (draft, origin, SOULS_METRIC_INCOME_AWS);
  double share = get_driver (draft, origin, SOULS_DRIVER_AWS_ENTERPRISE_SHARE);

  self->sales[ROUTE_SALES_FORCE] = share * sales;
  self->sales[ROUTE_SELF_SERVICE] = sales - self->sales[ROUTE_SALES_FORCE];
  self->profit[ROUTE_SALES_FORCE] = share * income - share * (1.0 - share) * gap * sales;
  self->profit[ROUTE_SELF_SERVICE] = income - self->profit[ROUTE_SALES_FORCE];
}

static SoulsKind
find_kind (const SoulsChartInput *input,
           SoulsTermType          type,
           int                    index)
{
  const SoulsTermContext context = { .calibration = souls_flow_calibration (input),
                                     .settings = input->settings,
                                     .drivers = input->drivers,
                                     .results = input->results };

  return souls_term_kind (&context, (SoulsTerm) { type, index }, 0);
}

static void
find_kinds (SoulsRoutes           *self,
            const SoulsChartInput *input)
{
  const int sellers[] = { ROUTE_SELLER, ROUTE_FBA };
  SoulsKind fee =
    souls_kind_worst (find_kind (input, SOULS_TERM_BELIEF, SOULS_BELIEF_REFERRAL_RATE),
                      find_kind (input, SOULS_TERM_METRIC, SOULS_METRIC_FBA_GMV));
  SoulsKind share = find_kind (input, SOULS_TERM_BELIEF, SOULS_BELIEF_ENTERPRISE_SHARE);
  SoulsKind gap =
    souls_kind_worst (find_kind (input, SOULS_TERM_BELIEF, SOULS_BELIEF_ENTERPRISE_COST),
                      find_kind (input, SOULS_TERM_BELIEF, SOULS_BELIEF_SELF_SERVICE_COST));

  for (int i = 0; i < N_ROUTES; i++)
    {
      self->sales_kind[i] = SOULS_KIND_REPORTED;
      self->profit_kind[i] = find_kind (input, SOULS_TERM_METRIC, (int) souls_routes[i].metric);
    }
  fee = souls_kind_worst (fee, find_kind (input, SOULS_TERM_SYMBOL, SOULS_SYMBOL_fba_fee));
  for (guint i = 0; i < G_N_ELEMENTS (sellers); i++)
    {
      self->sales_kind[sellers[i]] = fee;
      self->profit_kind[sellers[i]] = souls_kind_worst (fee, self->profit_kind[sellers[i]]);
    }
  for (int i = ROUTE_SELF_SERVICE; i <= ROUTE_SALES_FORCE; i++)
    {
      self->sales_kind[i] = share;
      self->profit_kind[i] = souls_kind_worst (share, gap);
    }
}

/* Each of the stores' ways as near as can be, but so that they add up to the rounded sum: what does not
 * is left to sellers, whose split is nobody's figure, if they sell more than that. */
static void
round_stores (SoulsRoutes  *self,
              const double *scaled)
{
  int seller = scaled[ROUTE_FBA] > scaled[ROUTE_SELLER] ? ROUTE_FBA : ROUTE_SELLER;
  double total = 0.0;
  double rest = 0.0;

  for (int i = 0; i < ROUTE_SELF_SERVICE; i++)
    {
      self->printed[i] = round (scaled[i]);
      total += scaled[i];
      rest -= self->printed[i];
    }
  rest += round (total);
  if (scaled[seller] > ROUTE_SELF_SERVICE)
    self->printed[seller] += rest;
  else
    souls_round_parts (scaled, self->printed, ROUTE_SELF_SERVICE);
}

/* Each soul's parts so that they add up to its own rounded sum. */
static void
round_all (SoulsRoutes *self)
{
  double total = 0.0;
  double quantum;
  double scaled[N_ROUTES];
  double incomes[N_CUSTOMERS];

  for (int i = 0; i < N_ROUTES; i++)
    total += fabs (self->sales[i]);
  self->in_billions = total >= 999.5;
  self->digits = self->in_billions && total < 999950.0 ? 1 : 0;
  quantum = (self->in_billions ? 1e3 : 1.0) / pow (10.0, self->digits);
  for (int i = 0; i < N_ROUTES; i++)
    scaled[i] = self->sales[i] / quantum;
  for (int i = 0; i < N_CUSTOMERS; i++)
    incomes[i] = self->income[i] / quantum;
  round_stores (self, scaled);
  souls_round_parts (scaled + ROUTE_SELF_SERVICE, self->printed + ROUTE_SELF_SERVICE,
                     N_ROUTES - ROUTE_SELF_SERVICE);
  souls_round_parts (incomes, self->printed_income, CUSTOMER_DEVELOPERS);
  souls_round_parts (incomes + CUSTOMER_DEVELOPERS, self->printed_income + CUSTOMER_DEVELOPERS,
                     N_CUSTOMERS - CUSTOMER_DEVELOPERS);
  for (int i = 0; i < N_ROUTES; i++)
    self->printed[i] *= quantum;
  for (int i = 0; i < N_CUSTOMERS; i++)
    self->printed_income[i] *= quantum;
}

/*
 * souls_routes_compute:
 * @self: (out): the ways to the customers
 * @draft: the chart
 * @origin: which set of numbers
 *
 * Computes the draft's year.
 *
 * Returns: whether there is a result
 */
gboolean
souls_routes_compute (SoulsRoutes      *self,
                      const SoulsDraft *draft,
                      SoulsOrigin       origin)
{
  *self = (SoulsRoutes) { .digits = 0 };
  self->sales[ROUTE_STORES] = get_value (draft, origin, SOULS_METRIC_SALES_ONLINE) +
                              get_value (draft, origin, SOULS_METRIC_SALES_PHYSICAL);
  self->sales[ROUTE_SUBSCRIPTIONS] = get_value (draft, origin, SOULS_METRIC_SALES_SUBSCRIPTION);
  self->sales[ROUTE_ADVERTISING] = get_value (draft, origin, SOULS_METRIC_SALES_ADVERTISING);
  self->sales[ROUTE_OTHER] = get_value (draft, origin, SOULS_METRIC_SALES_OTHER);
  for (int i = 0; i < ROUTE_SELF_SERVICE; i++)
    self->profit[i] = get_value (draft, origin, souls_routes[i].metric);
  split_sellers (self, draft, origin);
  split_aws (self, draft, origin);
  self->income[CUSTOMER_CONSUMERS] = get_value (draft, origin, SOULS_METRIC_INCOME_STORES);
  self->income[CUSTOMER_DEVELOPERS] = self->profit[ROUTE_SELF_SERVICE];
  self->income[CUSTOMER_ENTERPRISES] = self->profit[ROUTE_SALES_FORCE];
  find_kinds (self, draft->input);
  for (int i = 0; i < N_ROUTES; i++)
    if (!isfinite (self->sales[i]) || !isfinite (self->profit[i]))
      return FALSE;
  if (!isfinite (self->income[CUSTOMER_CONSUMERS]))
    return FALSE;
  round_all (self);
  return TRUE;
}

/* NAN where nothing is sold. */
double
souls_routes_margin (const SoulsRoutes *self,
                     int                route)
{
  return self->sales[route] > 0.0 ? self->profit[route] / self->sales[route] : NAN;
}

/* What of amounts by route reaches a customer. */
double
souls_routes_reach (const double amount[N_ROUTES],
                    int          customer)
{
  double sum = 0.0;

  for (int i = 0; i < N_ROUTES; i++)
    if (souls_routes[i].customer == customer)
      sum += amount[i];
  return sum;
}

/* What of amounts by route goes through a soul. */
double
souls_routes_through (const double amount[N_ROUTES],
                      int          soul)
{
  double sum = 0.0;

  for (int i = 0; i < N_ROUTES; i++)
    if (souls_routes[i].soul == soul)
      sum += amount[i];
  return sum;
}

/* What the stores sell and earn in all is reported, however it is split. */
SoulsKind
souls_routes_kind (const SoulsRoutes *self,
                   int                customer)
{
  return customer == CUSTOMER_CONSUMERS ? SOULS_KIND_REPORTED
                                        : self->profit_kind[ROUTE_SALES_FORCE];
}

const char *
souls_customer_name (int customer)
{
  return customer_names[customer];
}

/* @million: as printed */
char *
souls_routes_say_amount (const SoulsRoutes *self,
                         const SoulsWords  *words,
                         double             million)
{
  double unit = self->in_billions ? 1e3 : 1.0;
  g_autofree char *number = souls_words_number (words, fabs (million) / unit, self->digits);
  gboolean is_loss = million < 0.0 && strpbrk (number, "123456789") != NULL;
  g_autofree char *amount =
    souls_fill (words, amounts[self->in_billions ? 1 : 0][is_loss ? 1 : 0], number, NULL);

  /* A minus at the front would go to the other end of the number in text from right to left. */
  return words->rtl ? g_strconcat ("\u200e", amount, NULL) : g_steal_pointer (&amount);
}

char *
souls_routes_finding (const SoulsRoutes *self,
                      const SoulsDraft  *draft)
{
  const SoulsChartInput *input = draft->input;
  int projected = souls_input_is_projected (input, input->year) ? 1 : 0;
  double sales = get_value (draft, SOULS_ORIGIN_SCENARIO, SOULS_METRIC_SALES_TOTAL);
  double income = get_value (draft, SOULS_ORIGIN_SCENARIO, SOULS_METRIC_INCOME_TOTAL);
  double profit = self->income[CUSTOMER_ENTERPRISES];
  Case what = profit < 0.0 ? CASE_LOST : profit <= income ? CASE_SHARE : CASE_EARNED;
  g_autofree char *year = souls_year_text (input->year);
  g_autofree char *share = NULL;
  g_autofree char *result = NULL;

  if (!(sales > 0.0) || isnan (income) || isnan (profit))
    return souls_fill (input->words, no_result, year, NULL);
  share = souls_words_percent_with (input->words, self->sales[ROUTE_SALES_FORCE] / sales, 0);
  if (what == CASE_SHARE)
    result = souls_words_percent_with (input->words, income > 0.0 ? profit / income : 0.0, 0);
  else
    result = souls_routes_say_amount (self, input->words,
                                      fabs (self->printed_income[CUSTOMER_ENTERPRISES]));
  return souls_fill (input->words, findings[projected][what], share, result, year, NULL);
}

char *
souls_routes_description (const SoulsRoutes *self,
                          const SoulsDraft  *draft)
{
  const SoulsChartInput *input = draft->input;
  const double *p = self->printed;
  const double amount[] = {
    p[ROUTE_STORES], p[ROUTE_SELLER], p[ROUTE_FBA],
    p[ROUTE_SUBSCRIPTIONS] + p[ROUTE_ADVERTISING] + p[ROUTE_OTHER],
    p[ROUTE_SELF_SERVICE], p[ROUTE_SALES_FORCE],
    self->printed_income[CUSTOMER_CONSUMERS],
    self->printed_income[CUSTOMER_DEVELOPERS] + self->printed_income[CUSTOMER_ENTERPRISES],
  };
  g_autofree char *year = souls_year_text (input->year);
  g_auto (GStrv) text = g_new0 (char *, G_N_ELEMENTS (amount) + 1);

  for (guint i = 0; i < G_N_ELEMENTS (amount); i++)
    text[i] = souls_routes_say_amount (self, input->words, amount[i]);
  return souls_fill (input->words, description, year, text[0], text[1], text[2], text[3], text[4],
                     text[5], text[6], text[7], NULL);
}
