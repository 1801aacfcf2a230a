/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "souls-model.h"

#include <math.h>
#include <string.h>

#define PRICE_INVESTMENT_CEILING 0.2   /* of last year's merchandise value */
#define SURGE_DECAY 0.85
#define DAYS_A_YEAR 365.0

/* One projection under way: the inputs, what is the same in every year, and what the year at hand needs. */
typedef struct
{
  const SoulsCalibration *c;
  SoulsResults *results;
  SoulsRung rung;
  int t;
  double driver[SOULS_N_DRIVERS];        /* effective in year t */
  double start[SOULS_N_DRIVERS];         /* effective in year t = start + moved·weight */
  double moved[SOULS_N_DRIVERS];
  double fade_weight;                    /* (1 − ψ)^(t − 1) */
  double surge_weight;                   /* 0.85^(t − 1) */
  double per_merchandise;                /* 1 / g1 */
  double per_gmv;                        /* 1 / G0 */
  double per_aws_sales;                  /* 1 / S_aws */
  double per_open_market;                /* 1 / (1 − κ) */
  double per_stranded_year;              /* 1 / N */
} Projection;

#define OUT(name) (p->results->value[SOULS_METRIC_##name][p->t])
#define LAST(name) (p->results->value[SOULS_METRIC_##name][p->t - 1])
#define WORK(name) (p->results->value[SOULS_WORKING_##name][p->t])
#define LAST_WORK(name) (p->results->value[SOULS_WORKING_##name][p->t - 1])
#define DRIVER(name) (p->driver[SOULS_DRIVER_##name])
#define BASELINE(name) (p->c->baseline[SOULS_DRIVER_##name])
#define BELIEF(name) (p->c->beliefs.value[SOULS_BELIEF_##name])
#define FIGURE(name) (p->c->figures.value[SOULS_FIGURE_##name])

static inline double
max (double a,
     double b)
{
  return a > b ? a : b;
}

static inline double
min (double a,
     double b)
{
  return a < b ? a : b;
}

static inline double
fade (const Projection *p,
      double            growth)
{
  return DRIVER (TERMINAL_GROWTH) + (growth - DRIVER (TERMINAL_GROWTH)) * p->fade_weight;
}

/* Price investment, price cut, growth and merchandise value. */
static inline void
project_demand (Projection *p)
{
  const double s = DRIVER (THIRD_PARTY_SHARE);
  const double last_gmv = LAST (GMV);
  const double means = LAST (INCOME_STORES) + LAST (PRICE_INVESTMENT) + LAST_WORK (STORES_FLOAT_CHANGE);
  const double growth = fade (p, DRIVER (GMV_GROWTH));
  const double room = (1 - DRIVER (SATURATION) * last_gmv * p->per_gmv) * p->per_open_market;
  double response;

  OUT (PRICE_INVESTMENT) = min (DRIVER (REINVESTMENT) * max (0, means), PRICE_INVESTMENT_CEILING * last_gmv);
  WORK (PRICE_CUT) = OUT (PRICE_INVESTMENT) / last_gmv -
                     ((1 - s) * p->per_merchandise * (DRIVER (PRODUCT_MARGIN) - BASELINE (PRODUCT_MARGIN)) +
                      s * ((DRIVER (REFERRAL_RATE) - BASELINE (REFERRAL_RATE)) +
                           DRIVER (FBA_SHARE) * (DRIVER (FBA_FEE) - BASELINE (FBA_FEE))));
  WORK (GROWTH) = growth > 0 ? growth * min (max (room, 0), 1) : growth;
  response = DRIVER (PRICE_RESPONSE) * (WORK (PRICE_CUT) - LAST_WORK (PRICE_CUT)) +
             DRIVER (SELECTION_RESPONSE) * (s - p->results->value[SOULS_METRIC_GMV_THIRD_PARTY][p->t - 1] / last_gmv);
  OUT (GMV) = last_gmv * (1 + WORK (GROWTH));
  if (response != 0)
    OUT (GMV) *= exp (response);
}

static inline void
project_sales (Projection *p)
{
  const double s = DRIVER (THIRD_PARTY_SHARE);
  const double gmv = OUT (GMV);

  OUT (GMV_THIRD_PARTY) = s * gmv;
  OUT (TAKE_RATE) = DRIVER (REFERRAL_RATE) + DRIVER (FBA_SHARE) * DRIVER (FBA_FEE);
  OUT (FBA_GMV) = DRIVER (FBA_SHARE) * OUT (GMV_THIRD_PARTY);
  OUT (SALES_ONLINE) = (1 - s) * gmv * p->per_merchandise;
  OUT (SALES_PHYSICAL) = LAST (SALES_PHYSICAL) * (1 + fade (p, DRIVER (PHYSICAL_GROWTH)));
  OUT (SALES_THIRD_PARTY) = OUT (TAKE_RATE) * OUT (GMV_THIRD_PARTY);
  OUT (SALES_ADVERTISING) = DRIVER (AD_RATE) * gmv;
  OUT (SALES_SUBSCRIPTION) = LAST (SALES_SUBSCRIPTION) * (1 + fade (p, DRIVER (SUBSCRIPTION_GROWTH)));
  OUT (SALES_OTHER) = FIGURE (SALES_OTHER) * gmv * p->per_gmv;
  OUT (SALES_STORES) = OUT (SALES_ONLINE) + OUT (SALES_PHYSICAL) + OUT (SALES_THIRD_PARTY) +
                       OUT (SALES_ADVERTISING) + OUT (SALES_SUBSCRIPTION) + OUT (SALES_OTHER);
  WORK (ACTIVITY) = gmv + OUT (SALES_PHYSICAL) + OUT (SALES_SUBSCRIPTION);
}

/* The profit lines; at t = 0 with base values. Overhead is the caller's. */
static inline void
project_lines (Projection *p)
{
  const double h = DRIVER (HANDLING_COST);
  const double own = (1 - DRIVER (THIRD_PARTY_SHARE)) * OUT (GMV);
  const double support = BELIEF (PAYMENT_COST);

  OUT (PROFIT_FIRST_PARTY) = (OUT (SALES_ONLINE) + OUT (SALES_PHYSICAL)) * DRIVER (PRODUCT_MARGIN) -
                             h * (own + (1 - p->c->shipping_part) * OUT (SALES_PHYSICAL)) -
                             support * own - OUT (PRICE_INVESTMENT);
  OUT (PROFIT_THIRD_PARTY) = OUT (SALES_THIRD_PARTY) - h * OUT (FBA_GMV) - support * OUT (GMV_THIRD_PARTY);
  OUT (PROFIT_ADVERTISING) = DRIVER (AD_MARGIN) * OUT (SALES_ADVERTISING);
  OUT (PROFIT_SUBSCRIPTION) = (1 - DRIVER (CONTENT_COST)) * OUT (SALES_SUBSCRIPTION);
  OUT (PROFIT_OTHER) = BELIEF (OTHER_MARGIN) * OUT (SALES_OTHER);
}

static inline void
project_stores_income (Projection *p)
{
  OUT (PROFIT_OVERHEAD) = -DRIVER (OVERHEAD_RATE) * WORK (ACTIVITY);
  OUT (INCOME_STORES) = OUT (PROFIT_FIRST_PARTY) + OUT (PROFIT_THIRD_PARTY) + OUT (PROFIT_ADVERTISING) +
                        OUT (PROFIT_SUBSCRIPTION) + OUT (PROFIT_OTHER) + OUT (PROFIT_OVERHEAD);
}

static inline void
project_regions (Projection *p)
{
  const double international = LAST (SALES_INTERNATIONAL) * (1 + DRIVER (INTERNATIONAL_GROWTH_GAP));
  const double share = international / (LAST (SALES_NORTH_AMERICA) + international);

  WORK (INTERNATIONAL_SHARE) = share;
  OUT (SALES_INTERNATIONAL) = share * OUT (SALES_STORES);
  OUT (SALES_NORTH_AMERICA) = OUT (SALES_STORES) - OUT (SALES_INTERNATIONAL);
  OUT (INCOME_INTERNATIONAL) = OUT (SALES_INTERNATIONAL) *
                               (OUT (INCOME_STORES) / OUT (SALES_STORES) -
                                DRIVER (INTERNATIONAL_MARGIN_GAP) * (1 - share));
  OUT (INCOME_NORTH_AMERICA) = OUT (INCOME_STORES) - OUT (INCOME_INTERNATIONAL);
}

/* Sales and capital of AWS. The margin holds the depreciation of the baseline's surge already, so that one is taken out again. */
static inline void
project_aws (Projection *p)
{
  const SoulsCalibration *c = p->c;
  const double sales = LAST (SALES_AWS) * (1 + fade (p, DRIVER (AWS_GROWTH)));
  const double per_sales = 1 / sales;
  const double wear = BASELINE (AWS_USEFUL_LIFE) / DRIVER (AWS_USEFUL_LIFE);
  const double decay = c->aws_decay * wear;
  const double held = c->aws_depreciation_rate * sales;
  const double grown = FIGURE (PROPERTY_AWS) * (sales - LAST (SALES_AWS)) * p->per_aws_sales;
  const double base_sustaining = max (0, grown + held);

  OUT (SALES_AWS) = sales;
  WORK (DEPRECIATION) = held * wear;
  WORK (SUSTAINING) = max (0, grown + WORK (DEPRECIATION));
  WORK (SURGE) = max (DRIVER (AWS_CAPEX_SURGE) * p->surge_weight, -WORK (SUSTAINING) * per_sales);
  WORK (EXTRA_DEPRECIATION) = decay * (LAST_WORK (EXTRA_STOCK) + 0.5 * WORK (SURGE) * sales);
  WORK (EXTRA_STOCK) = LAST_WORK (EXTRA_STOCK) + WORK (SURGE) * sales - WORK (EXTRA_DEPRECIATION);
  WORK (BASE_SURGE) = max (c->aws_surge * p->surge_weight, -base_sustaining * per_sales);
  WORK (BASE_EXTRA_DEPRECIATION) = c->aws_decay * (LAST_WORK (BASE_EXTRA_STOCK) + 0.5 * WORK (BASE_SURGE) * sales);
  WORK (BASE_EXTRA_STOCK) = LAST_WORK (BASE_EXTRA_STOCK) + WORK (BASE_SURGE) * sales - WORK (BASE_EXTRA_DEPRECIATION);
  OUT (INCOME_AWS) = sales * (DRIVER (AWS_MARGIN) - (DRIVER (AWS_ENTERPRISE_SHARE) - BASELINE (AWS_ENTERPRISE_SHARE)) *
                                                        (BELIEF (ENTERPRISE_COST) - BELIEF (SELF_SERVICE_COST))) -
                     (WORK (EXTRA_DEPRECIATION) - WORK (BASE_EXTRA_DEPRECIATION)) -
                     (WORK (DEPRECIATION) - held);
}

/* The five rungs, each below the one before. At t = 0 nothing of the stranded costs is removed yet. */
static inline void
project_without_aws (Projection *p)
{
  const double elapsed = max (0, p->t - 1);
  const double left = max (0, 1 - elapsed * p->per_stranded_year);

  OUT (WITHOUT_AWS_ARITHMETIC) = OUT (INCOME_TOTAL) - OUT (INCOME_AWS);
  OUT (WITHOUT_AWS_STRANDED) = OUT (WITHOUT_AWS_ARITHMETIC) -
                               DRIVER (STRANDED_SHARE) * left * p->c->aws_general * OUT (SALES_AWS) * p->per_aws_sales;
  OUT (WITHOUT_AWS_TRANSFER_PRICE) = OUT (WITHOUT_AWS_STRANDED) -
                                     DRIVER (COMPUTE_MARKUP) * BELIEF (INFRASTRUCTURE) * WORK (ACTIVITY) / p->c->activity;
  OUT (WITHOUT_AWS_DISSYNERGIES) = OUT (WITHOUT_AWS_TRANSFER_PRICE) -
                                   DRIVER (DISSYNERGY_RATE) * (OUT (SALES_STORES) - OUT (INCOME_STORES));
  OUT (WITHOUT_AWS_ONE_TIME) = OUT (WITHOUT_AWS_DISSYNERGIES) - (p->t == 1 ? DRIVER (ONE_TIME_COST) : 0);
  OUT (WITHOUT_AWS) = p->results->value[SOULS_METRIC_WITHOUT_AWS_ARITHMETIC + p->rung][p->t];
}

static inline void
project_cash (Projection *p)
{
  const SoulsCalibration *c = p->c;
  const double own = (1 - DRIVER (THIRD_PARTY_SHARE)) * OUT (GMV);
  const double handling = DRIVER (HANDLING_COST) * (own + (1 - c->shipping_part) * OUT (SALES_PHYSICAL) + OUT (FBA_GMV));
  const double goods = (OUT (SALES_ONLINE) + OUT (SALES_PHYSICAL)) * (1 - DRIVER (PRODUCT_MARGIN)) +
                       DRIVER (CONTENT_COST) * OUT (SALES_SUBSCRIPTION) + (1 - BELIEF (OTHER_MARGIN)) * OUT (SALES_OTHER) +
                       c->shipping_part * (handling + BELIEF (PAYMENT_COST) * OUT (GMV));
  const double credit = (DRIVER (PAYABLE_DAYS) - DRIVER (INVENTORY_DAYS)) / DAYS_A_YEAR * goods;
  const double owed = DRIVER (RECEIVABLE_DAYS) / DAYS_A_YEAR;
  const double upkeep = (c->depreciation_rate - DRIVER (STORES_CAPEX_RATE)) * WORK (ACTIVITY);
  const double additions = WORK (SUSTAINING) + WORK (SURGE) * OUT (SALES_AWS);

  WORK (COST_OF_GOODS) = goods;
  OUT (FLOAT) = credit - owed * OUT (SALES_TOTAL);
  WORK (STORES_FLOAT) = credit - owed * OUT (SALES_STORES);
  WORK (STORES_FLOAT_CHANGE) = WORK (STORES_FLOAT) - LAST_WORK (STORES_FLOAT);
  OUT (FREE_CASH_FLOW) = OUT (INCOME_TOTAL) - DRIVER (TAX_RATE) * max (0, OUT (INCOME_TOTAL)) + upkeep +
                         (WORK (DEPRECIATION) + WORK (EXTRA_DEPRECIATION)) - c->cash_per_addition * additions +
                         (OUT (FLOAT) - LAST (FLOAT)) + c->other_cash * OUT (SALES_TOTAL);
  OUT (FREE_CASH_FLOW_WITHOUT_AWS) = OUT (WITHOUT_AWS) - DRIVER (TAX_RATE) * max (0, OUT (WITHOUT_AWS)) + upkeep +
                                     WORK (STORES_FLOAT_CHANGE) + c->other_cash * OUT (SALES_STORES);
  OUT (CASH_CYCLE) = DRIVER (INVENTORY_DAYS) + DRIVER (RECEIVABLE_DAYS) - DRIVER (PAYABLE_DAYS);
}

static void
project_year (Projection *p)
{
  project_demand (p);
  project_sales (p);
  project_lines (p);
  project_stores_income (p);
  project_regions (p);
  project_aws (p);
  OUT (SALES_TOTAL) = OUT (SALES_STORES) + OUT (SALES_AWS);
  OUT (INCOME_TOTAL) = OUT (INCOME_STORES) + OUT (INCOME_AWS);
  project_without_aws (p);
  project_cash (p);
}

/* What the filing prints, at t = 0. */
static void
report_base_year (Projection *p)
{
  OUT (SALES_ONLINE) = FIGURE (SALES_ONLINE);
  OUT (SALES_PHYSICAL) = FIGURE (SALES_PHYSICAL);
  OUT (SALES_THIRD_PARTY) = FIGURE (SALES_THIRD_PARTY);
  OUT (SALES_ADVERTISING) = FIGURE (SALES_ADVERTISING);
  OUT (SALES_SUBSCRIPTION) = FIGURE (SALES_SUBSCRIPTION);
  OUT (SALES_OTHER) = FIGURE (SALES_OTHER);
  OUT (SALES_AWS) = FIGURE (SALES_AWS);
  OUT (SALES_STORES) = p->c->stores_sales;
  OUT (SALES_NORTH_AMERICA) = FIGURE (SALES_NORTH_AMERICA);
  OUT (SALES_INTERNATIONAL) = FIGURE (SALES_INTERNATIONAL);
  OUT (SALES_TOTAL) = p->c->sales;
  OUT (INCOME_STORES) = p->c->stores_income;
  OUT (INCOME_NORTH_AMERICA) = FIGURE (INCOME_NORTH_AMERICA);
  OUT (INCOME_INTERNATIONAL) = FIGURE (INCOME_INTERNATIONAL);
  OUT (INCOME_AWS) = FIGURE (INCOME_AWS);
  OUT (INCOME_TOTAL) = p->c->income;
  OUT (FREE_CASH_FLOW) = FIGURE (OPERATING_CASH) - FIGURE (CAPEX);
  OUT (FLOAT) = p->c->cash_float;
}

/* What the base year's values give beyond that. The rungs' sliders count here too. */
static void
derive_base_year (Projection *p)
{
  const SoulsCalibration *c = p->c;
  double without;

  OUT (GMV) = c->gmv;
  OUT (GMV_THIRD_PARTY) = c->gmv_third_party;
  OUT (TAKE_RATE) = c->take_rate;
  OUT (FBA_GMV) = DRIVER (FBA_SHARE) * c->gmv_third_party;
  OUT (PRICE_INVESTMENT) = 0;
  WORK (ACTIVITY) = c->activity;
  project_lines (p);
  OUT (PROFIT_OVERHEAD) = -c->overhead;
  project_without_aws (p);
  without = OUT (WITHOUT_AWS);
  OUT (FREE_CASH_FLOW_WITHOUT_AWS) = without - c->tax_rate * max (0, without) +
                                     (c->depreciation_rate - c->capex_rate) * c->activity +
                                     c->cash_float_change + c->other_cash * c->stores_sales;
  OUT (CASH_CYCLE) = c->inventory_days + c->receivable_days - c->payable_days;
}

static void
start_workings (Projection *p)
{
  const SoulsCalibration *c = p->c;

  WORK (GROWTH) = WORK (PRICE_CUT) = 0;
  WORK (INTERNATIONAL_SHARE) = FIGURE (SALES_INTERNATIONAL) / c->stores_sales;
  WORK (DEPRECIATION) = FIGURE (DEPRECIATION_AWS);
  WORK (SUSTAINING) = c->aws_sustaining;
  WORK (SURGE) = WORK (BASE_SURGE) = c->aws_surge;
  WORK (EXTRA_DEPRECIATION) = WORK (EXTRA_STOCK) = 0;
  WORK (BASE_EXTRA_DEPRECIATION) = WORK (BASE_EXTRA_STOCK) = 0;
  WORK (COST_OF_GOODS) = FIGURE (COST_OF_SALES);
  WORK (STORES_FLOAT) = c->stores_float;
  WORK (STORES_FLOAT_CHANGE) = 0;
}

static inline void
divide_series (SoulsResults *results,
               SoulsMetric   quotient,
               SoulsMetric   dividend,
               SoulsMetric   divisor)
{
  double *restrict q = results->value[quotient];
  const double *restrict a = results->value[dividend];
  const double *restrict b = results->value[divisor];

  for (int t = 0; t <= results->horizon; t++)
    {
      const double value = a[t] / b[t];

      q[t] = b[t] != 0 ? value : NAN;
    }
}

/* Shares and margins need no order in time, so that the compiler can do several years at once. */
static void
derive_ratios (SoulsResults *results)
{
  double *share = results->value[SOULS_METRIC_AWS_SHARE_OF_PROFIT];
  double *keeps = results->value[SOULS_METRIC_SELLER_KEEPS];
  const double *income = results->value[SOULS_METRIC_INCOME_TOTAL];
  const double *take_rate = results->value[SOULS_METRIC_TAKE_RATE];

  divide_series (results, SOULS_METRIC_MARGIN_STORES, SOULS_METRIC_INCOME_STORES, SOULS_METRIC_SALES_STORES);
  divide_series (results, SOULS_METRIC_MARGIN_NORTH_AMERICA, SOULS_METRIC_INCOME_NORTH_AMERICA,
                 SOULS_METRIC_SALES_NORTH_AMERICA);
  divide_series (results, SOULS_METRIC_MARGIN_INTERNATIONAL, SOULS_METRIC_INCOME_INTERNATIONAL,
                 SOULS_METRIC_SALES_INTERNATIONAL);
  divide_series (results, SOULS_METRIC_MARGIN_AWS, SOULS_METRIC_INCOME_AWS, SOULS_METRIC_SALES_AWS);
  divide_series (results, SOULS_METRIC_MARGIN_TOTAL, SOULS_METRIC_INCOME_TOTAL, SOULS_METRIC_SALES_TOTAL);
  divide_series (results, SOULS_METRIC_AWS_SHARE_OF_SALES, SOULS_METRIC_SALES_AWS, SOULS_METRIC_SALES_TOTAL);
  divide_series (results, SOULS_METRIC_AWS_SHARE_OF_PROFIT, SOULS_METRIC_INCOME_AWS, SOULS_METRIC_INCOME_TOTAL);
  divide_series (results, SOULS_METRIC_SELLER_KEEPS, SOULS_METRIC_SALES_ADVERTISING, SOULS_METRIC_GMV_THIRD_PARTY);
  for (int t = 0; t <= results->horizon; t++)
    {
      share[t] = income[t] > 0 ? share[t] : NAN;
      keeps[t] = 1 - take_rate[t] - keeps[t];
    }
}

/* The share of the way that a phased driver has gone by year t. */
static inline double
phase_weight (const SoulsSettings *settings,
              int                  t)
{
  return t >= settings->phase_in ? 1 : (double) t / settings->phase_in;
}

/* Splits every driver into where it starts and how far it moves while it is phased in. */
static void
start_drivers (Projection         *p,
               const SoulsDrivers *drivers)
{
  for (int i = 0; i < SOULS_N_DRIVERS; i++)
    {
      const gboolean phased = (souls_driver_info ((SoulsDriver) i)->flags & SOULS_DRIVER_PHASED) != 0;

      p->start[i] = phased ? p->c->baseline[i] : drivers->target[i];
      p->moved[i] = drivers->target[i] - p->start[i];
      p->driver[i] = p->start[i];
    }
  p->per_open_market = 1 / (1 - DRIVER (SATURATION));
  p->per_stranded_year = 1 / DRIVER (STRANDED_YEARS);
}

static void
phase_drivers (Projection         *p,
               const SoulsSettings *settings,
               const SoulsDrivers  *drivers)
{
  const double weight = phase_weight (settings, p->t);

  if (p->t > settings->phase_in)
    return;
  if (p->t == settings->phase_in)
    {
      memcpy (p->driver, drivers->target, sizeof p->driver);
      return;
    }
  for (int i = 0; i < SOULS_N_DRIVERS; i++)
    p->driver[i] = p->start[i] + p->moved[i] * weight;
}

/**
 * souls_project:
 * @calibration: the base year
 * @settings: checked with souls_settings_check()
 * @drivers: each checked with souls_driver_check()
 * @results: (out caller-allocates): t = 0 as reported, then @settings' horizon of years
 *
 * One full recalculation: section 4 of the model. Allocates nothing, reads no state and never fails.
 */
void
souls_project (const SoulsCalibration *calibration,
               const SoulsSettings    *settings,
               const SoulsDrivers     *drivers,
               SoulsResults           *results)
{
  Projection projection = {
    .c = calibration,
    .results = results,
    .rung = settings->rung,
    .fade_weight = 1,
    .surge_weight = 1,
    .per_merchandise = 1 / calibration->beliefs.value[SOULS_BELIEF_MERCHANDISE],
    .per_gmv = 1 / calibration->gmv,
    .per_aws_sales = 1 / calibration->figures.value[SOULS_FIGURE_SALES_AWS],
  };
  Projection *p = &projection;

  results->base_year = calibration->year;
  results->horizon = settings->horizon;
  start_drivers (p, drivers);
  report_base_year (p);
  derive_base_year (p);
  start_workings (p);
  for (p->t = 1; p->t <= settings->horizon; p->t++)
    {
      phase_drivers (p, settings, drivers);
      project_year (p);
      p->fade_weight *= 1 - DRIVER (GROWTH_FADE);
      p->surge_weight *= SURGE_DECAY;
    }
  derive_ratios (results);
}

/**
 * souls_driver_at:
 * @t: years after the base year, from 0
 *
 * Returns: where a driver is in year @t, in the model's unit: a phased one on its way, others at their target from year
 *   1 on; all at their baseline in year 0, but for those of "without AWS"
 */
double
souls_driver_at (const SoulsCalibration *calibration,
                 const SoulsSettings    *settings,
                 const SoulsDrivers     *drivers,
                 SoulsDriver             driver,
                 int                     t)
{
  const SoulsDriverInfo *info = souls_driver_info (driver);
  const double base = calibration->baseline[driver];
  const double target = drivers->target[driver];

  if (info->group == SOULS_GROUP_WITHOUT_AWS)
    return target;
  if (t == 0)
    return base;
  if ((info->flags & SOULS_DRIVER_PHASED) == 0 || t >= settings->phase_in)
    return target;
  return base + (target - base) * phase_weight (settings, t);
}
