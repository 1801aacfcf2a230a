/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "souls-batch-private.h"

#define STORES SOULS_PART_STORES
#define LINES (SOULS_PART_STORES | SOULS_PART_LINES)
#define REGIONS (SOULS_PART_STORES | SOULS_PART_REGIONS)
#define AWS SOULS_PART_AWS
#define CAPITAL (SOULS_PART_AWS | SOULS_PART_CAPITAL)
#define ALL (SOULS_PART_STORES | SOULS_PART_AWS | SOULS_PART_CAPITAL)
#define STRANDED (SOULS_PART_STORES | SOULS_PART_AWS | SOULS_PART_RUNGS)
#define CASH (LINES | SOULS_PART_CASH)

#define BIT(name) (G_GUINT64_CONSTANT (1) << SOULS_DRIVER_##name)

/* What each series asks for. That of "without AWS" and its cash flow hangs on the rung. */
static const guint parts_of_series[SOULS_N_SERIES] = {
  [SOULS_METRIC_GMV] = STORES,
  [SOULS_METRIC_GMV_THIRD_PARTY] = LINES,
  [SOULS_METRIC_TAKE_RATE] = LINES,
  [SOULS_METRIC_FBA_GMV] = LINES,
  [SOULS_METRIC_SALES_ONLINE] = LINES,
  [SOULS_METRIC_SALES_PHYSICAL] = STORES,
  [SOULS_METRIC_SALES_THIRD_PARTY] = LINES,
  [SOULS_METRIC_SALES_ADVERTISING] = LINES,
  [SOULS_METRIC_SALES_SUBSCRIPTION] = STORES,
  [SOULS_METRIC_SALES_OTHER] = LINES,
  [SOULS_METRIC_SALES_AWS] = AWS,
  [SOULS_METRIC_SALES_STORES] = STORES,
  [SOULS_METRIC_SALES_NORTH_AMERICA] = REGIONS,
  [SOULS_METRIC_SALES_INTERNATIONAL] = REGIONS,
  [SOULS_METRIC_SALES_TOTAL] = STORES | AWS,
  [SOULS_METRIC_PROFIT_FIRST_PARTY] = LINES,
  [SOULS_METRIC_PROFIT_THIRD_PARTY] = LINES,
  [SOULS_METRIC_PROFIT_ADVERTISING] = LINES,
  [SOULS_METRIC_PROFIT_SUBSCRIPTION] = LINES,
  [SOULS_METRIC_PROFIT_OTHER] = LINES,
  [SOULS_METRIC_PROFIT_OVERHEAD] = LINES,
  [SOULS_METRIC_INCOME_STORES] = STORES,
  [SOULS_METRIC_INCOME_NORTH_AMERICA] = REGIONS,
  [SOULS_METRIC_INCOME_INTERNATIONAL] = REGIONS,
  [SOULS_METRIC_INCOME_AWS] = CAPITAL,
  [SOULS_METRIC_INCOME_TOTAL] = ALL,
  [SOULS_METRIC_MARGIN_STORES] = STORES,
  [SOULS_METRIC_MARGIN_NORTH_AMERICA] = REGIONS,
  [SOULS_METRIC_MARGIN_INTERNATIONAL] = REGIONS,
  [SOULS_METRIC_MARGIN_AWS] = CAPITAL,
  [SOULS_METRIC_MARGIN_TOTAL] = ALL,
  [SOULS_METRIC_AWS_SHARE_OF_SALES] = STORES | AWS,
  [SOULS_METRIC_AWS_SHARE_OF_PROFIT] = ALL,
  [SOULS_METRIC_WITHOUT_AWS_ARITHMETIC] = STORES,
  [SOULS_METRIC_WITHOUT_AWS_STRANDED] = STRANDED,
  [SOULS_METRIC_WITHOUT_AWS_TRANSFER_PRICE] = STRANDED,
  [SOULS_METRIC_WITHOUT_AWS_DISSYNERGIES] = STRANDED,
  [SOULS_METRIC_WITHOUT_AWS_ONE_TIME] = STRANDED,
  [SOULS_METRIC_FREE_CASH_FLOW] = CASH | ALL,
  [SOULS_METRIC_FREE_CASH_FLOW_WITHOUT_AWS] = CASH,
  [SOULS_METRIC_FLOAT] = CASH | AWS,
  [SOULS_METRIC_CASH_CYCLE] = CASH,
  [SOULS_METRIC_PRICE_INVESTMENT] = LINES,
  [SOULS_METRIC_SELLER_KEEPS] = LINES,
  [SOULS_WORKING_GROWTH] = LINES,
  [SOULS_WORKING_PRICE_CUT] = LINES,
  [SOULS_WORKING_ACTIVITY] = STORES,
  [SOULS_WORKING_INTERNATIONAL_SHARE] = REGIONS,
  [SOULS_WORKING_DEPRECIATION] = CAPITAL,
  [SOULS_WORKING_SUSTAINING] = CAPITAL,
  [SOULS_WORKING_SURGE] = CAPITAL,
  [SOULS_WORKING_EXTRA_DEPRECIATION] = CAPITAL,
  [SOULS_WORKING_EXTRA_STOCK] = CAPITAL,
  [SOULS_WORKING_BASE_EXTRA_DEPRECIATION] = CAPITAL,
  [SOULS_WORKING_BASE_EXTRA_STOCK] = CAPITAL,
  [SOULS_WORKING_BASE_SURGE] = CAPITAL,
  [SOULS_WORKING_COST_OF_GOODS] = CASH,
  [SOULS_WORKING_STORES_FLOAT] = CASH,
  [SOULS_WORKING_STORES_FLOAT_CHANGE] = CASH,
};

/* The drivers that each part reads, by the part's place. */
static const guint64 reads_of_part[] = {
  BIT (GMV_GROWTH) | BIT (PRODUCT_MARGIN) | BIT (HANDLING_COST) | BIT (PHYSICAL_GROWTH) | BIT (THIRD_PARTY_SHARE) |
    BIT (REFERRAL_RATE) | BIT (FBA_SHARE) | BIT (FBA_FEE) | BIT (AD_RATE) | BIT (AD_MARGIN) | BIT (SUBSCRIPTION_GROWTH) |
    BIT (CONTENT_COST) | BIT (OVERHEAD_RATE) | BIT (SATURATION) | BIT (GROWTH_FADE) | BIT (TERMINAL_GROWTH),
  BIT (PRICE_RESPONSE) | BIT (SELECTION_RESPONSE) | BIT (REINVESTMENT),
  BIT (INTERNATIONAL_GROWTH_GAP) | BIT (INTERNATIONAL_MARGIN_GAP),
  BIT (AWS_GROWTH) | BIT (GROWTH_FADE) | BIT (TERMINAL_GROWTH),
  BIT (AWS_MARGIN) | BIT (AWS_ENTERPRISE_SHARE) | BIT (AWS_CAPEX_SURGE) | BIT (AWS_USEFUL_LIFE),
  BIT (STRANDED_SHARE) | BIT (STRANDED_YEARS) | BIT (COMPUTE_MARKUP) | BIT (DISSYNERGY_RATE) | BIT (ONE_TIME_COST),
  BIT (INVENTORY_DAYS) | BIT (RECEIVABLE_DAYS) | BIT (PAYABLE_DAYS) | BIT (STORES_CAPEX_RATE) | BIT (TAX_RATE),
};

/* Each rung's driver is read by those from it on. */
static const struct
{
  SoulsRung rung;
  guint64 reads;
} reads_of_rung[] = {
  { SOULS_RUNG_STRANDED, BIT (STRANDED_SHARE) | BIT (STRANDED_YEARS) },
  { SOULS_RUNG_TRANSFER_PRICE, BIT (COMPUTE_MARKUP) },
  { SOULS_RUNG_DISSYNERGIES, BIT (DISSYNERGY_RATE) },
  { SOULS_RUNG_ONE_TIME, BIT (ONE_TIME_COST) },
};

static const struct
{
  SoulsMetric quotient;
  SoulsMetric dividend;
  SoulsMetric divisor;
} quotients[] = {
  { SOULS_METRIC_MARGIN_STORES, SOULS_METRIC_INCOME_STORES, SOULS_METRIC_SALES_STORES },
  { SOULS_METRIC_MARGIN_NORTH_AMERICA, SOULS_METRIC_INCOME_NORTH_AMERICA, SOULS_METRIC_SALES_NORTH_AMERICA },
  { SOULS_METRIC_MARGIN_INTERNATIONAL, SOULS_METRIC_INCOME_INTERNATIONAL, SOULS_METRIC_SALES_INTERNATIONAL },
  { SOULS_METRIC_MARGIN_AWS, SOULS_METRIC_INCOME_AWS, SOULS_METRIC_SALES_AWS },
  { SOULS_METRIC_MARGIN_TOTAL, SOULS_METRIC_INCOME_TOTAL, SOULS_METRIC_SALES_TOTAL },
  { SOULS_METRIC_AWS_SHARE_OF_SALES, SOULS_METRIC_SALES_AWS, SOULS_METRIC_SALES_TOTAL },
  { SOULS_METRIC_AWS_SHARE_OF_PROFIT, SOULS_METRIC_INCOME_AWS, SOULS_METRIC_INCOME_TOTAL },
  { SOULS_METRIC_SELLER_KEEPS, SOULS_METRIC_SALES_ADVERTISING, SOULS_METRIC_GMV_THIRD_PARTY },
};

/* What the first projected year takes from the base year, and which part asks for it. */
static const struct
{
  int series;
  guint part;
} starts[] = {
  { SOULS_METRIC_GMV, SOULS_PART_STORES },
  { SOULS_METRIC_SALES_PHYSICAL, SOULS_PART_STORES },
  { SOULS_METRIC_SALES_SUBSCRIPTION, SOULS_PART_STORES },
  { SOULS_METRIC_INCOME_STORES, SOULS_PART_LINES },
  { SOULS_METRIC_GMV_THIRD_PARTY, SOULS_PART_LINES },
  { SOULS_METRIC_PRICE_INVESTMENT, SOULS_PART_LINES },
  { SOULS_WORKING_PRICE_CUT, SOULS_PART_LINES },
  { SOULS_WORKING_STORES_FLOAT_CHANGE, SOULS_PART_LINES },
  { SOULS_METRIC_SALES_NORTH_AMERICA, SOULS_PART_REGIONS },
  { SOULS_METRIC_SALES_INTERNATIONAL, SOULS_PART_REGIONS },
  { SOULS_METRIC_SALES_AWS, SOULS_PART_AWS },
  { SOULS_WORKING_EXTRA_STOCK, SOULS_PART_CAPITAL },
  { SOULS_WORKING_BASE_EXTRA_STOCK, SOULS_PART_CAPITAL },
  { SOULS_METRIC_INCOME_STORES, SOULS_PART_RUNGS },
  { SOULS_METRIC_SALES_STORES, SOULS_PART_RUNGS },
  { SOULS_METRIC_SALES_AWS, SOULS_PART_RUNGS },
  { SOULS_WORKING_ACTIVITY, SOULS_PART_RUNGS },
  { SOULS_METRIC_FLOAT, SOULS_PART_CASH },
  { SOULS_WORKING_STORES_FLOAT, SOULS_PART_CASH },
};

/* The series that a metric is, the arithmetic "without AWS" being what the stores earn (identity 3 of the model). */
static SoulsMetric
resolve (const SoulsBatch *self,
         SoulsMetric       metric)
{
  if (metric == SOULS_METRIC_WITHOUT_AWS)
    metric = souls_rung_metric (self->settings.rung);
  return metric == SOULS_METRIC_WITHOUT_AWS_ARITHMETIC ? SOULS_METRIC_INCOME_STORES : metric;
}

static SoulsBatchSource
find_source (const SoulsBatch *self,
             SoulsMetric       metric)
{
  const SoulsMetric series = resolve (self, metric);

  for (gsize i = 0; i < G_N_ELEMENTS (quotients); i++)
    if (quotients[i].quotient == series)
      return (SoulsBatchSource) { (int) quotients[i].dividend, (int) quotients[i].divisor };
  return (SoulsBatchSource) { (int) series, -1 };
}

/* The highest rung that a metric looks at. */
static SoulsRung
rung_of (const SoulsBatch *self,
         SoulsMetric       metric)
{
  const SoulsMetric series = resolve (self, metric);

  if (metric == SOULS_METRIC_FREE_CASH_FLOW_WITHOUT_AWS)
    return self->settings.rung;
  for (int i = SOULS_RUNG_STRANDED; i < SOULS_N_RUNGS; i++)
    if (souls_rung_metric ((SoulsRung) i) == series)
      return (SoulsRung) i;
  return SOULS_RUNG_ARITHMETIC;
}

static void
list_phased (SoulsBatch *self)
{
  self->n_phased = 0;
  self->phases = 0;
  for (int i = 0; i < SOULS_N_DRIVERS; i++)
    if ((souls_driver_info ((SoulsDriver) i)->flags & SOULS_DRIVER_PHASED) != 0 && souls_batch_reads (self, (SoulsDriver) i))
      {
        self->phased[self->n_phased++] = (SoulsDriver) i;
        self->phases |= G_GUINT64_CONSTANT (1) << i;
      }
}

static void
list_starting (SoulsBatch *self)
{
  self->n_starting = 0;
  for (gsize i = 0; i < G_N_ELEMENTS (starts); i++)
    if ((self->parts & starts[i].part) != 0)
      self->starting[self->n_starting++] = starts[i].series;
}

/* Finds the parts that the wanted metrics need, and the drivers that those read. */
static void
plan (SoulsBatch *self)
{
  SoulsRung rung = SOULS_RUNG_ARITHMETIC;

  self->parts = 0;
  for (int i = 0; i < self->n_metrics; i++)
    {
      self->parts |= parts_of_series[resolve (self, self->metrics[i])];
      rung = MAX (rung, rung_of (self, self->metrics[i]));
    }
  if (rung > SOULS_RUNG_ARITHMETIC)
    self->parts |= STRANDED;
  if ((self->parts & SOULS_PART_STORES) != 0)
    self->parts |= (self->responds ? LINES : 0) | (self->invests ? CASH : 0);
  self->reads = 0;
  for (gsize i = 0; i < G_N_ELEMENTS (reads_of_part); i++)
    if (self->parts & 1u << i)
      self->reads |= reads_of_part[i];
  for (gsize i = 0; i < G_N_ELEMENTS (reads_of_rung); i++)
    if (reads_of_rung[i].rung > rung)
      self->reads &= ~reads_of_rung[i].reads;
  list_phased (self);
  list_starting (self);
}

static void
fill (double *row,
      double  value)
{
  for (int l = 0; l < SOULS_BATCH_LANES; l++)
    row[l] = value;
}

/* Where a driver's values go: those of phased ones are targets. */
static double *
find_row (SoulsBatch *self,
          SoulsDriver driver)
{
  return (souls_driver_info (driver)->flags & SOULS_DRIVER_PHASED) != 0 ? self->target[driver] : self->now[driver];
}

/**
 * souls_batch_init:
 * @calibration: the base year; has to outlive the batch
 * @settings: checked with souls_settings_check()
 * @drivers: where all lanes stand until something else is said
 * @metrics: (array length=n_metrics): what is wanted, workings included; has to outlive the batch
 */
void
souls_batch_init (SoulsBatch             *self,
                  const SoulsCalibration *calibration,
                  const SoulsSettings    *settings,
                  const SoulsDrivers     *drivers,
                  const SoulsMetric      *metrics,
                  int                     n_metrics)
{
  SoulsSettings first = *settings;
  SoulsResults results;

  first.horizon = 1;
  souls_project (calibration, &first, drivers, &results);
  for (int i = 0; i < SOULS_N_SERIES; i++)
    self->start[i] = results.value[i][0];
  self->c = calibration;
  self->settings = *settings;
  self->metrics = metrics;
  self->n_metrics = n_metrics;
  self->n_drawn = 0;
  self->responds = drivers->target[SOULS_DRIVER_PRICE_RESPONSE] != 0 || drivers->target[SOULS_DRIVER_SELECTION_RESPONSE] != 0;
  self->invests = drivers->target[SOULS_DRIVER_REINVESTMENT] != 0;
  for (int i = 0; i < SOULS_N_DRIVERS; i++)
    fill (find_row (self, (SoulsDriver) i), drivers->target[i]);
  for (int i = 0; i < n_metrics; i++)
    self->source[i] = find_source (self, metrics[i]);
  plan (self);
}

/* Whether any wanted metric hangs on a driver. */
gboolean
souls_batch_reads (const SoulsBatch *self,
                   SoulsDriver       driver)
{
  return (self->reads >> driver & 1) != 0;
}

/**
 * souls_batch_is_varied:
 *
 * Returns: whether a metric may differ between lanes in a year: in the base year only what hangs on a rung does
 */
gboolean
souls_batch_is_varied (const SoulsBatch *self,
                       SoulsMetric       metric,
                       int               t)
{
  return t > 0 || rung_of (self, metric) > SOULS_RUNG_ARITHMETIC;
}

/**
 * souls_batch_vary:
 *
 * Returns: (transfer none): a driver's values by lane, in the model's unit, to be written by the caller
 */
double *
souls_batch_vary (SoulsBatch *self,
                  SoulsDriver driver)
{
  self->responds |= driver == SOULS_DRIVER_PRICE_RESPONSE || driver == SOULS_DRIVER_SELECTION_RESPONSE;
  self->invests |= driver == SOULS_DRIVER_REINVESTMENT;
  plan (self);
  return find_row (self, driver);
}

/**
 * souls_batch_set_bands:
 * @drivers: the modes
 * @bands: (array length=36): by driver
 *
 * Makes souls_batch_draw() draw every driver that counts and whose band has a width.
 */
void
souls_batch_set_bands (SoulsBatch         *self,
                       const SoulsDrivers *drivers,
                       const SoulsBand    *bands)
{
  SoulsTriangle triangle[SOULS_N_DRIVERS];

  for (int i = 0; i < SOULS_N_DRIVERS; i++)
    {
      souls_triangle_init (&triangle[i], bands[i].low, drivers->target[i], bands[i].high);
      if (triangle[i].to > triangle[i].from)
        souls_batch_vary (self, (SoulsDriver) i);
    }
  self->n_drawn = 0;
  for (int i = 0; i < SOULS_N_DRIVERS; i++)
    if (triangle[i].to > triangle[i].from && souls_batch_reads (self, (SoulsDriver) i))
      {
        self->triangle[self->n_drawn] = triangle[i];
        self->drawn[self->n_drawn++] = (SoulsDriver) i;
      }
}

/* @low and @high are widened to hold @mode. */
void
souls_triangle_init (SoulsTriangle *self,
                     double         low,
                     double         mode,
                     double         high)
{
  self->mode = mode;
  self->from = MIN (low, mode);
  self->to = MAX (high, mode);
  self->below = mode - self->from;
  self->above = self->to - mode;
  self->split = self->to > self->from ? self->below / (self->to - self->from) : 1;
}
