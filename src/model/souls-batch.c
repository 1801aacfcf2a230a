/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "souls-batch-private.h"
#include "souls-lanes.h"

#include <math.h>
#include <string.h>

#define PRICE_INVESTMENT_CEILING 0.2   /* of last year's merchandise value */
#define SURGE_DECAY 0.85
#define DAYS_A_YEAR 365.0
#define GOLDEN G_GUINT64_CONSTANT (0x9E3779B97F4A7C15)
#define DRIVERS_A_WORLD 64

#define ROW(name) (self->series[SOULS_METRIC_##name][l])
#define WORK(name) (self->series[SOULS_WORKING_##name][l])
#define DRIVER(name) (self->now[SOULS_DRIVER_##name][l])
#define BASELINE(name) (self->c->baseline[SOULS_DRIVER_##name])
#define BELIEF(name) (self->c->beliefs.value[SOULS_BELIEF_##name])
#define FIGURE(name) (self->c->figures.value[SOULS_FIGURE_##name])
#define FADED(name) fade (DRIVER (name), DRIVER (TERMINAL_GROWTH), self->fade_weight[l])
#define FOR_EACH_LANE for (int l = 0; l < SOULS_BATCH_LANES; l++)

/* What is the same in all lanes of a year. */
typedef struct
{
  int t;
  double surge_weight;                   /* 0.85^(t − 1) */
} Year;

SOULS_INLINE double
max (double a,
     double b)
{
  return a > b ? a : b;
}

SOULS_INLINE double
min (double a,
     double b)
{
  return a < b ? a : b;
}

SOULS_INLINE double
read_bits (guint64 bits)
{
  double value;

  memcpy (&value, &bits, sizeof value);
  return value;
}

SOULS_INLINE guint64
write_bits (double value)
{
  guint64 bits;

  memcpy (&bits, &value, sizeof bits);
  return bits;
}

/* e^x within 2·10^-16 of itself, the same bits in every lane width: x = n·ln 2 + r, Taylor's series of r, then n goes into
 * the exponent. Beyond ±700 it stays where it is: no merchandise value gets there. */
SOULS_INLINE double
raise_e (double x)
{
  const double shifter = 0x1.8p52;
  const double inside = min (max (x, -700), 700);
  const double shifted = inside * 0x1.71547652b82fep0 + shifter;
  const double n = shifted - shifter;
  const double r = (inside - n * 0x1.62e42fefa3800p-1) - n * 0x1.ef35793c76730p-45;
  double sum = 1 / 6227020800.0;

  sum = sum * r + 1 / 479001600.0;
  sum = sum * r + 1 / 39916800.0;
  sum = sum * r + 1 / 3628800.0;
  sum = sum * r + 1 / 362880.0;
  sum = sum * r + 1 / 40320.0;
  sum = sum * r + 1 / 5040.0;
  sum = sum * r + 1 / 720.0;
  sum = sum * r + 1 / 120.0;
  sum = sum * r + 1 / 24.0;
  sum = sum * r + 1 / 6.0;
  sum = sum * r + 0.5;
  sum = 1 + (r + r * r * sum);
  return read_bits (write_bits (sum) + (write_bits (shifted) << 52));
}

SOULS_INLINE double
fade (double growth,
      double terminal,
      double weight)
{
  return terminal + (growth - terminal) * weight;
}

/* A full market takes from growth, not from decline. */
SOULS_INLINE double
slow_down (double growth,
           double room)
{
  return growth > 0 ? growth * min (max (room, 0), 1) : growth;
}

/* Merchandise value, net sales and income of the stores. Without @whole only what other years and parts read is kept. */
SOULS_INLINE void
project_stores (SoulsBatch *restrict self,
                const gboolean       whole,
                const gboolean       responds)
{
  const double per_merchandise = 1 / BELIEF (MERCHANDISE);
  const double per_gmv = 1 / self->c->gmv;
  const double support = BELIEF (PAYMENT_COST);
  const double other = FIGURE (SALES_OTHER);
  const double other_margin = BELIEF (OTHER_MARGIN);
  const double handled_part = 1 - self->c->shipping_part;
  const double base_margin = BASELINE (PRODUCT_MARGIN);
  const double base_referral = BASELINE (REFERRAL_RATE);
  const double base_fee = BASELINE (FBA_FEE);

  FOR_EACH_LANE
    {
      const double s = DRIVER (THIRD_PARTY_SHARE);
      const double h = DRIVER (HANDLING_COST);
      const double m = DRIVER (PRODUCT_MARGIN);
      const double phi = DRIVER (FBA_SHARE);
      const double last_gmv = ROW (GMV);
      const double room = (1 - DRIVER (SATURATION) * last_gmv * per_gmv) * self->per_open_market[l];
      const double growth = slow_down (FADED (GMV_GROWTH), room);
      double gmv = last_gmv * (1 + growth);
      double investment = 0;

      if (whole)
        {
          const double means = ROW (INCOME_STORES) + ROW (PRICE_INVESTMENT) + WORK (STORES_FLOAT_CHANGE);
          const double dearer = (1 - s) * per_merchandise * (m - base_margin) +
                                s * ((DRIVER (REFERRAL_RATE) - base_referral) + phi * (DRIVER (FBA_FEE) - base_fee));

          investment = min (DRIVER (REINVESTMENT) * max (0, means), PRICE_INVESTMENT_CEILING * last_gmv);
          const double cut = investment / last_gmv - dearer;
          if (responds)
            gmv *= raise_e (DRIVER (PRICE_RESPONSE) * (cut - WORK (PRICE_CUT)) +
                            DRIVER (SELECTION_RESPONSE) * (s - ROW (GMV_THIRD_PARTY) / last_gmv));
          WORK (GROWTH) = growth;
          WORK (PRICE_CUT) = cut;
        }

      const double take_rate = DRIVER (REFERRAL_RATE) + phi * DRIVER (FBA_FEE);
      const double gmv_third_party = s * gmv;
      const double fba_gmv = phi * gmv_third_party;
      const double own = (1 - s) * gmv;
      const double online = own * per_merchandise;
      const double physical = ROW (SALES_PHYSICAL) * (1 + FADED (PHYSICAL_GROWTH));
      const double third_party = take_rate * gmv_third_party;
      const double advertising = DRIVER (AD_RATE) * gmv;
      const double subscription = ROW (SALES_SUBSCRIPTION) * (1 + FADED (SUBSCRIPTION_GROWTH));
      const double rest = other * gmv * per_gmv;
      const double activity = gmv + physical + subscription;
      const double of_first_party = (online + physical) * m - h * (own + handled_part * physical) - support * own - investment;
      const double of_third_party = third_party - h * fba_gmv - support * gmv_third_party;
      const double of_advertising = DRIVER (AD_MARGIN) * advertising;
      const double of_subscription = (1 - DRIVER (CONTENT_COST)) * subscription;
      const double of_rest = other_margin * rest;
      const double overhead = -DRIVER (OVERHEAD_RATE) * activity;

      ROW (GMV) = gmv;
      ROW (SALES_PHYSICAL) = physical;
      ROW (SALES_SUBSCRIPTION) = subscription;
      ROW (SALES_STORES) = online + physical + third_party + advertising + subscription + rest;
      ROW (INCOME_STORES) = of_first_party + of_third_party + of_advertising + of_subscription + of_rest + overhead;
      WORK (ACTIVITY) = activity;
      if (whole)
        {
          ROW (PRICE_INVESTMENT) = investment;
          ROW (TAKE_RATE) = take_rate;
          ROW (GMV_THIRD_PARTY) = gmv_third_party;
          ROW (FBA_GMV) = fba_gmv;
          ROW (SALES_ONLINE) = online;
          ROW (SALES_THIRD_PARTY) = third_party;
          ROW (SALES_ADVERTISING) = advertising;
          ROW (SALES_OTHER) = rest;
          ROW (PROFIT_FIRST_PARTY) = of_first_party;
          ROW (PROFIT_THIRD_PARTY) = of_third_party;
          ROW (PROFIT_ADVERTISING) = of_advertising;
          ROW (PROFIT_SUBSCRIPTION) = of_subscription;
          ROW (PROFIT_OTHER) = of_rest;
          ROW (PROFIT_OVERHEAD) = overhead;
        }
    }
}

SOULS_INLINE void
project_regions (SoulsBatch *restrict self)
{
  FOR_EACH_LANE
    {
      const double grown = ROW (SALES_INTERNATIONAL) * (1 + DRIVER (INTERNATIONAL_GROWTH_GAP));
      const double share = grown / (ROW (SALES_NORTH_AMERICA) + grown);
      const double international = share * ROW (SALES_STORES);
      const double income = international * (ROW (INCOME_STORES) / ROW (SALES_STORES) -
                                             DRIVER (INTERNATIONAL_MARGIN_GAP) * (1 - share));

      WORK (INTERNATIONAL_SHARE) = share;
      ROW (SALES_INTERNATIONAL) = international;
      ROW (SALES_NORTH_AMERICA) = ROW (SALES_STORES) - international;
      ROW (INCOME_INTERNATIONAL) = income;
      ROW (INCOME_NORTH_AMERICA) = ROW (INCOME_STORES) - income;
    }
}

SOULS_INLINE void
project_aws_sales (SoulsBatch *restrict self)
{
  FOR_EACH_LANE
    ROW (SALES_AWS) *= 1 + FADED (AWS_GROWTH);
}

/* Sales too: the capital asks for those of the year before. */
SOULS_INLINE void
project_aws (SoulsBatch *restrict self,
             const Year          *year)
{
  const SoulsCalibration *c = self->c;
  const double surge_weight = year->surge_weight;
  const double base_surge = c->aws_surge * surge_weight;
  const double per_aws_sales = 1 / FIGURE (SALES_AWS);
  const double property = FIGURE (PROPERTY_AWS);
  const double life = BASELINE (AWS_USEFUL_LIFE);
  const double enterprise = BASELINE (AWS_ENTERPRISE_SHARE);
  const double distribution = BELIEF (ENTERPRISE_COST) - BELIEF (SELF_SERVICE_COST);
  const double base_decay = c->aws_decay;
  const double rate = c->aws_depreciation_rate;

  FOR_EACH_LANE
    {
      const double last_sales = ROW (SALES_AWS);
      const double sales = last_sales * (1 + FADED (AWS_GROWTH));
      const double per_sales = 1 / sales;
      const double wear = life / DRIVER (AWS_USEFUL_LIFE);
      const double decay = base_decay * wear;
      const double held = rate * sales;
      const double grown = property * (sales - last_sales) * per_aws_sales;
      const double depreciation = held * wear;
      const double sustaining = max (0, grown + depreciation);
      const double surge = max (DRIVER (AWS_CAPEX_SURGE) * surge_weight, -sustaining * per_sales);
      const double extra = decay * (WORK (EXTRA_STOCK) + 0.5 * surge * sales);
      const double base = max (base_surge, -max (0, grown + held) * per_sales);
      const double base_extra = base_decay * (WORK (BASE_EXTRA_STOCK) + 0.5 * base * sales);

      ROW (SALES_AWS) = sales;
      WORK (DEPRECIATION) = depreciation;
      WORK (SUSTAINING) = sustaining;
      WORK (SURGE) = surge;
      WORK (EXTRA_DEPRECIATION) = extra;
      WORK (EXTRA_STOCK) = WORK (EXTRA_STOCK) + surge * sales - extra;
      WORK (BASE_SURGE) = base;
      WORK (BASE_EXTRA_DEPRECIATION) = base_extra;
      WORK (BASE_EXTRA_STOCK) = WORK (BASE_EXTRA_STOCK) + base * sales - base_extra;
      ROW (INCOME_AWS) = sales * (DRIVER (AWS_MARGIN) - (DRIVER (AWS_ENTERPRISE_SHARE) - enterprise) * distribution) -
                         (extra - base_extra) - (depreciation - held);
    }
}

SOULS_INLINE void
project_totals (SoulsBatch *restrict self,
                const guint          parts)
{
  if ((parts & SOULS_PART_AWS) != 0 && (parts & SOULS_PART_STORES) != 0)
    FOR_EACH_LANE
      ROW (SALES_TOTAL) = ROW (SALES_STORES) + ROW (SALES_AWS);
  if ((parts & SOULS_PART_CAPITAL) != 0 && (parts & SOULS_PART_STORES) != 0)
    FOR_EACH_LANE
      ROW (INCOME_TOTAL) = ROW (INCOME_STORES) + ROW (INCOME_AWS);
}

SOULS_INLINE void
project_rungs (SoulsBatch *restrict self,
               const int            t)
{
  const double elapsed = max (0, t - 1);
  const double general = self->c->aws_general;
  const double per_aws_sales = 1 / FIGURE (SALES_AWS);
  const double infrastructure = BELIEF (INFRASTRUCTURE);
  const double base_activity = self->c->activity;
  const double first = t == 1 ? 1 : 0;

  FOR_EACH_LANE
    {
      const double left = max (0, 1 - elapsed * self->per_stranded_year[l]);
      const double stranded = ROW (INCOME_STORES) - DRIVER (STRANDED_SHARE) * left * general * ROW (SALES_AWS) * per_aws_sales;
      const double transfer = stranded - DRIVER (COMPUTE_MARKUP) * infrastructure * WORK (ACTIVITY) / base_activity;
      const double apart = transfer - DRIVER (DISSYNERGY_RATE) * (ROW (SALES_STORES) - ROW (INCOME_STORES));

      ROW (WITHOUT_AWS_STRANDED) = stranded;
      ROW (WITHOUT_AWS_TRANSFER_PRICE) = transfer;
      ROW (WITHOUT_AWS_DISSYNERGIES) = apart;
      ROW (WITHOUT_AWS_ONE_TIME) = apart - DRIVER (ONE_TIME_COST) * first;
    }
}

SOULS_INLINE void
project_cash (SoulsBatch *restrict self,
              const int            chosen)
{
  const SoulsCalibration *c = self->c;
  const double shipping_part = c->shipping_part;
  const double handled_part = 1 - shipping_part;
  const double support = BELIEF (PAYMENT_COST);
  const double other_cost = 1 - BELIEF (OTHER_MARGIN);
  const double depreciation_rate = c->depreciation_rate;
  const double cash_per_addition = c->cash_per_addition;
  const double other_cash = c->other_cash;

  FOR_EACH_LANE
    {
      const double without = self->series[chosen][l];
      const double income = ROW (INCOME_TOTAL);
      const double own = (1 - DRIVER (THIRD_PARTY_SHARE)) * ROW (GMV);
      const double handling = DRIVER (HANDLING_COST) * (own + handled_part * ROW (SALES_PHYSICAL) + ROW (FBA_GMV));
      const double goods = (ROW (SALES_ONLINE) + ROW (SALES_PHYSICAL)) * (1 - DRIVER (PRODUCT_MARGIN)) +
                           DRIVER (CONTENT_COST) * ROW (SALES_SUBSCRIPTION) + other_cost * ROW (SALES_OTHER) +
                           shipping_part * (handling + support * ROW (GMV));
      const double credit = (DRIVER (PAYABLE_DAYS) - DRIVER (INVENTORY_DAYS)) / DAYS_A_YEAR * goods;
      const double owed = DRIVER (RECEIVABLE_DAYS) / DAYS_A_YEAR;
      const double upkeep = (depreciation_rate - DRIVER (STORES_CAPEX_RATE)) * WORK (ACTIVITY);
      const double additions = WORK (SUSTAINING) + WORK (SURGE) * ROW (SALES_AWS);
      const double cash_float = credit - owed * ROW (SALES_TOTAL);
      const double stores_float = credit - owed * ROW (SALES_STORES);
      const double change = stores_float - WORK (STORES_FLOAT);

      ROW (FREE_CASH_FLOW) = income - DRIVER (TAX_RATE) * max (0, income) + upkeep +
                             (WORK (DEPRECIATION) + WORK (EXTRA_DEPRECIATION)) - cash_per_addition * additions +
                             (cash_float - ROW (FLOAT)) + other_cash * ROW (SALES_TOTAL);
      ROW (FREE_CASH_FLOW_WITHOUT_AWS) = without - DRIVER (TAX_RATE) * max (0, without) + upkeep + change +
                                         other_cash * ROW (SALES_STORES);
      ROW (FLOAT) = cash_float;
      WORK (COST_OF_GOODS) = goods;
      WORK (STORES_FLOAT) = stores_float;
      WORK (STORES_FLOAT_CHANGE) = change;
      ROW (CASH_CYCLE) = DRIVER (INVENTORY_DAYS) + DRIVER (RECEIVABLE_DAYS) - DRIVER (PAYABLE_DAYS);
    }
}

/* The series that is "without AWS" at the scenario's rung. */
SOULS_INLINE int
find_chosen (const SoulsBatch *self)
{
  return self->settings.rung == SOULS_RUNG_ARITHMETIC ? (int) SOULS_METRIC_INCOME_STORES
                                                       : (int) SOULS_METRIC_WITHOUT_AWS_ARITHMETIC + (int) self->settings.rung;
}

SOULS_INLINE void
project_base_year (SoulsBatch *restrict self)
{
  const SoulsCalibration *c = self->c;
  const double tax_rate = c->tax_rate;
  const double kept = (c->depreciation_rate - c->capex_rate) * c->activity;
  const double moved = c->cash_float_change;
  const double rest = c->other_cash * c->stores_sales;
  const int chosen = find_chosen (self);

  for (int i = 0; i < self->n_starting; i++)
    {
      const double value = self->start[self->starting[i]];

      FOR_EACH_LANE
        self->series[self->starting[i]][l] = value;
    }
  FOR_EACH_LANE
    {
      self->fade_weight[l] = 1;
      self->per_open_market[l] = 1 / (1 - DRIVER (SATURATION));
    }
  if ((self->parts & SOULS_PART_RUNGS) == 0)
    return;
  FOR_EACH_LANE
    self->per_stranded_year[l] = 1 / DRIVER (STRANDED_YEARS);
  project_rungs (self, 0);
  FOR_EACH_LANE
    {
      const double without = self->series[chosen][l];

      ROW (FREE_CASH_FLOW_WITHOUT_AWS) = without - tax_rate * max (0, without) + kept + moved + rest;
    }
}

SOULS_INLINE void
phase_drivers (SoulsBatch *restrict self,
               const int            t)
{
  const int phase_in = self->settings.phase_in;
  const double weight = (double) t / phase_in;

  for (int i = 0; i < self->n_phased && t <= phase_in; i++)
    {
      const SoulsDriver driver = self->phased[i];
      const double base = self->c->baseline[driver];

      if (t < phase_in)
        FOR_EACH_LANE
          self->now[driver][l] = base + (self->target[driver][l] - base) * weight;
      else
        FOR_EACH_LANE
          self->now[driver][l] = self->target[driver][l];
    }
}

SOULS_INLINE void
project_year (SoulsBatch *restrict self,
              const Year          *year)
{
  const guint parts = self->parts;

  phase_drivers (self, year->t);
  if ((parts & SOULS_PART_LINES) != 0 && self->responds)
    project_stores (self, TRUE, TRUE);
  else if ((parts & SOULS_PART_LINES) != 0)
    project_stores (self, TRUE, FALSE);
  else if ((parts & SOULS_PART_STORES) != 0)
    project_stores (self, FALSE, FALSE);
  if ((parts & SOULS_PART_REGIONS) != 0)
    project_regions (self);
  if ((parts & SOULS_PART_CAPITAL) != 0)
    project_aws (self, year);
  else if ((parts & SOULS_PART_AWS) != 0)
    project_aws_sales (self);
  project_totals (self, parts);
  if ((parts & SOULS_PART_RUNGS) != 0)
    project_rungs (self, year->t);
  if ((parts & SOULS_PART_CASH) != 0)
    project_cash (self, find_chosen (self));
  FOR_EACH_LANE
    self->fade_weight[l] *= 1 - DRIVER (GROWTH_FADE);
}

/* A quotient is null where there is nothing to divide by; a share of profit where there is none; and the seller keeps what
 * neither fees nor adverts take. */
SOULS_INLINE void
write_quotient (const SoulsBatch *restrict self,
                SoulsMetric                metric,
                SoulsBatchSource           source,
                double *restrict           row)
{
  const double *dividend = self->series[source.dividend];
  const double *divisor = self->series[source.divisor];

  FOR_EACH_LANE
    row[l] = dividend[l] / divisor[l];
  if (metric == SOULS_METRIC_AWS_SHARE_OF_PROFIT)
    FOR_EACH_LANE
      row[l] = divisor[l] > 0 ? row[l] : NAN;
  else
    FOR_EACH_LANE
      row[l] = divisor[l] != 0 ? row[l] : NAN;
  if (metric == SOULS_METRIC_SELLER_KEEPS)
    FOR_EACH_LANE
      row[l] = 1 - ROW (TAKE_RATE) - row[l];
}

SOULS_INLINE void
write_rows (const SoulsBatch *restrict self,
            double *const             *rows,
            gsize                      offset,
            const int                  t)
{
  for (int i = 0; i < self->n_metrics; i++)
    {
      const SoulsBatchSource source = self->source[i];
      double *row = rows[i * (self->settings.horizon + 1) + t];

      if (row == NULL)
        continue;
      row += offset;
      if (t == 0 && !souls_batch_is_varied (self, self->metrics[i], 0))
        FOR_EACH_LANE
          row[l] = self->start[self->metrics[i]];
      else if (source.divisor >= 0)
        write_quotient (self, self->metrics[i], source, row);
      else
        memcpy (row, self->series[source.dividend], sizeof self->series[0]);
    }
}

/**
 * souls_batch_draw:
 * @seed: of the run
 * @world: the first lane's; the others follow
 *
 * Draws every driver that was given a band with a width. Section 7 of the model: the same numbers as souls_triangle_at() of
 * souls_world_uniform().
 */
SOULS_FOR_EVERY_PROCESSOR void
souls_batch_draw (SoulsBatch *self,
                  guint64     seed,
                  guint64     world)
{
  for (int i = 0; i < self->n_drawn; i++)
    {
      const SoulsTriangle triangle = self->triangle[i];
      const SoulsDriver driver = self->drawn[i];
      const double width = triangle.to - triangle.from;
      const guint64 first = seed + (DRIVERS_A_WORLD * world + (guint64) driver + 1) * GOLDEN;
      double *restrict row = (self->phases >> driver & 1) != 0 ? self->target[driver] : self->now[driver];

      for (guint l = 0; l < SOULS_BATCH_LANES; l++)
        {
          guint64 z = first + (guint64) l * (DRIVERS_A_WORLD * GOLDEN);
          double u;
          double part;
          double root;

          z = (z ^ z >> 30) * G_GUINT64_CONSTANT (0xBF58476D1CE4E5B9);
          z = (z ^ z >> 27) * G_GUINT64_CONSTANT (0x94D049BB133111EB);
          z = (z ^ z >> 31) >> 11;
          /* A number of 53 bits put together from two doubles: not every processor converts such integers in a register. */
          u = ((read_bits (z >> 32 | G_GUINT64_CONSTANT (0x4530000000000000)) - (0x1p84 + 0x1p52)) +
               read_bits ((z & G_MAXUINT32) | G_GUINT64_CONSTANT (0x4330000000000000)) + 0.5) * 0x1p-53;
          part = u < triangle.split ? triangle.below : triangle.above;
          root = sqrt ((u < triangle.split ? u : 1 - u) * width * part);
          row[l] = u < triangle.split ? triangle.from + root : triangle.to - root;
        }
    }
}

/**
 * souls_batch_project:
 * @rows: by metric, then by t from 0 to the horizon: where its lanes go, or %NULL where it is not wanted
 * @offset: of lane 0 in every row
 *
 * Projects all lanes.
 */
SOULS_FOR_EVERY_PROCESSOR void
souls_batch_project (SoulsBatch    *self,
                     double *const *rows,
                     gsize          offset)
{
  Year year = { .t = 1, .surge_weight = 1 };

  project_base_year (self);
  write_rows (self, rows, offset, 0);
  for (; year.t <= self->settings.horizon; year.t++)
    {
      project_year (self, &year);
      write_rows (self, rows, offset, year.t);
      year.surge_weight *= SURGE_DECAY;
    }
}
