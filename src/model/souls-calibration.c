/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "souls-calibration.h"

#include <glib/gi18n.h>
#include <math.h>

#define SOULS_UNIT_FRACTION SOULS_UNIT_PERCENT

/* The last fiscal year whose growth of physical stores is an acquisition's, not theirs. */
#define LAST_ACQUISITION_YEAR 2018
#define TAX_CEILING 0.35
#define TAX_WITHOUT_PROFIT 0.21
#define GROWTH_FLOOR (-0.10)
#define GROWTH_CEILING 0.30
#define RANGE_SLACK 1e-9

static const struct
{
  const char *id;
  SoulsUnit unit;
  const char *formula;
  const char *name;
} symbols_table[SOULS_N_SYMBOLS] = {
#define SYMBOL(field, symbol, unit, formula, name) { symbol, SOULS_UNIT_##unit, formula, name },
  SOULS_SYMBOLS (SYMBOL)
#undef SYMBOL
};

G_STATIC_ASSERT (sizeof (((SoulsCalibration *) 0)->symbol) ==
                 G_STRUCT_OFFSET (SoulsCalibration, missing) - G_STRUCT_OFFSET (SoulsCalibration, symbol));

G_DEFINE_QUARK (souls-model-error-quark, souls_model_error)

/* Figures without which nothing can be calibrated. The others have a rule for their absence. */
static const SoulsFigure needed_figures[] = {
  SOULS_FIGURE_SALES_ONLINE, SOULS_FIGURE_SALES_THIRD_PARTY, SOULS_FIGURE_SALES_SUBSCRIPTION,
  SOULS_FIGURE_SALES_AWS, SOULS_FIGURE_SALES_OTHER,
  SOULS_FIGURE_SALES_NORTH_AMERICA, SOULS_FIGURE_SALES_INTERNATIONAL,
  SOULS_FIGURE_INCOME_NORTH_AMERICA, SOULS_FIGURE_INCOME_INTERNATIONAL, SOULS_FIGURE_INCOME_AWS,
  SOULS_FIGURE_COST_OF_SALES, SOULS_FIGURE_FULFILLMENT, SOULS_FIGURE_TECHNOLOGY,
  SOULS_FIGURE_MARKETING, SOULS_FIGURE_GENERAL, SOULS_FIGURE_OTHER_EXPENSE, SOULS_FIGURE_SHIPPING,
  SOULS_FIGURE_INVENTORIES, SOULS_FIGURE_RECEIVABLES, SOULS_FIGURE_PAYABLES,
  SOULS_FIGURE_OPERATING_CASH, SOULS_FIGURE_CAPEX,
  SOULS_FIGURE_PROPERTY_AWS, SOULS_FIGURE_ADDITIONS_AWS, SOULS_FIGURE_ADDITIONS_TOTAL,
  SOULS_FIGURE_DEPRECIATION_AWS, SOULS_FIGURE_DEPRECIATION_NORTH_AMERICA,
  SOULS_FIGURE_DEPRECIATION_INTERNATIONAL,
  SOULS_FIGURE_PRE_TAX_INCOME, SOULS_FIGURE_INCOME_TAX,
};

/* The same of the year before: without it there is no rate of depreciation and no surge. */
static const SoulsFigure needed_before[] = {
  SOULS_FIGURE_PROPERTY_AWS, SOULS_FIGURE_SALES_AWS,
};

static gboolean
check_figures (const SoulsFigures *figures,
               const SoulsFigure  *needed,
               gsize               n_needed,
               int                 base_year,
               GError            **error)
{
  for (gsize i = 0; i < n_needed; i++)
    if (!isfinite (figures->value[needed[i]]))
      {
        g_set_error (error, SOULS_MODEL_ERROR, SOULS_MODEL_ERROR_MISSING,
                     "base year %d: figure %s of %d is missing",
                     base_year, souls_figure_id (needed[i]), figures->year);
        return FALSE;
      }
  return TRUE;
}

static gboolean
check_beliefs (const SoulsBeliefs *beliefs,
               int                 base_year,
               GError            **error)
{
  for (int i = 0; i < SOULS_N_BELIEFS; i++)
    {
      if (i == SOULS_BELIEF_VIDEO || i == SOULS_BELIEF_ONE_OFF || isfinite (beliefs->value[i]))
        continue;
      g_set_error (error, SOULS_MODEL_ERROR, SOULS_MODEL_ERROR_MISSING,
                   "base year %d: belief %s is missing", base_year, souls_belief_id ((SoulsBelief) i));
      return FALSE;
    }
  return TRUE;
}

/* Fills what the filings of older years leave open, by the rules of the data set: a figure wins over a belief. */
static void
complete_inputs (SoulsCalibration *c)
{
  double *figure = c->figures.value;
  double *belief = c->beliefs.value;

  if (!isfinite (figure[SOULS_FIGURE_SALES_PHYSICAL]))
    figure[SOULS_FIGURE_SALES_PHYSICAL] = 0;
  c->combined_advertising = !isfinite (figure[SOULS_FIGURE_SALES_ADVERTISING]);
  if (c->combined_advertising)
    {
      figure[SOULS_FIGURE_SALES_ADVERTISING] = figure[SOULS_FIGURE_SALES_OTHER];
      figure[SOULS_FIGURE_SALES_OTHER] = 0;
    }
  c->video_believed = !isfinite (figure[SOULS_FIGURE_VIDEO]);
  if (c->video_believed)
    figure[SOULS_FIGURE_VIDEO] = belief[SOULS_BELIEF_VIDEO];
  /* An absent one-off is none: nothing is assumed by that. */
  if (!isfinite (belief[SOULS_BELIEF_ONE_OFF]))
    {
      belief[SOULS_BELIEF_ONE_OFF] = 0;
      c->beliefs.kind[SOULS_BELIEF_ONE_OFF] = SOULS_KIND_REPORTED;
    }
}

static double
clip (double value,
      double min,
      double max)
{
  return value < min ? min : value > max ? max : value;
}

/* Growth over the year before; 0 where that is missing, and then @missing says so. */
static double
growth (double    now,
        double    before,
        gboolean *missing)
{
  *missing = !(isfinite (before) && before > 0);
  return *missing ? 0 : clip (now / before - 1, GROWTH_FLOOR, GROWTH_CEILING);
}

#define FIGURE(name) (c->figures.value[SOULS_FIGURE_##name])
#define BEFORE(name) (c->previous.value[SOULS_FIGURE_##name])
#define BELIEF(name) (c->beliefs.value[SOULS_BELIEF_##name])

static void
calibrate_totals (SoulsCalibration *c)
{
  c->sales = FIGURE (SALES_ONLINE) + FIGURE (SALES_PHYSICAL) + FIGURE (SALES_THIRD_PARTY) +
             FIGURE (SALES_ADVERTISING) + FIGURE (SALES_SUBSCRIPTION) + FIGURE (SALES_AWS) +
             FIGURE (SALES_OTHER);
  c->stores_income = FIGURE (INCOME_NORTH_AMERICA) + FIGURE (INCOME_INTERNATIONAL);
  c->income = c->stores_income + FIGURE (INCOME_AWS);
  c->stores_sales = c->sales - FIGURE (SALES_AWS);
  c->aws_expenses = FIGURE (SALES_AWS) - FIGURE (INCOME_AWS);
}

static void
calibrate_stores (SoulsCalibration *c)
{
  const double s0 = BELIEF (THIRD_PARTY_SHARE);
  const double first_party_sales = FIGURE (SALES_ONLINE) + FIGURE (SALES_PHYSICAL);

  c->gmv = BELIEF (MERCHANDISE) * FIGURE (SALES_ONLINE) / (1 - s0);
  c->gmv_third_party = s0 * c->gmv;
  c->take_rate = FIGURE (SALES_THIRD_PARTY) / c->gmv_third_party;
  c->fba_fee = (c->take_rate - BELIEF (REFERRAL_RATE)) / BELIEF (FBA_SHARE);
  c->ad_rate = FIGURE (SALES_ADVERTISING) / c->gmv;
  c->content_cost = FIGURE (VIDEO) / FIGURE (SALES_SUBSCRIPTION);
  c->shipping_part = FIGURE (SHIPPING) / (FIGURE (FULFILLMENT) + FIGURE (SHIPPING));
  c->product_margin = 1 - (FIGURE (COST_OF_SALES) - FIGURE (SHIPPING) - FIGURE (VIDEO) -
                           (1 - BELIEF (OTHER_MARGIN)) * FIGURE (SALES_OTHER)) / first_party_sales;
  c->handled = (1 - s0) * c->gmv + (1 - c->shipping_part) * FIGURE (SALES_PHYSICAL) +
               BELIEF (FBA_SHARE) * c->gmv_third_party;
  c->handling_cost = (FIGURE (FULFILLMENT) + FIGURE (SHIPPING) - BELIEF (PAYMENT_COST) * c->gmv) /
                     c->handled;
  c->overhead = (FIGURE (TECHNOLOGY) + FIGURE (MARKETING) + FIGURE (GENERAL) + FIGURE (OTHER_EXPENSE)) -
                c->aws_expenses - (1 - BELIEF (AD_MARGIN)) * FIGURE (SALES_ADVERTISING);
  c->activity = c->gmv + FIGURE (SALES_PHYSICAL) + FIGURE (SALES_SUBSCRIPTION);
  c->overhead_rate = (c->overhead - BELIEF (ONE_OFF)) / c->activity;
  c->margin_gap = FIGURE (INCOME_NORTH_AMERICA) / FIGURE (SALES_NORTH_AMERICA) -
                  FIGURE (INCOME_INTERNATIONAL) / FIGURE (SALES_INTERNATIONAL);
}

static void
calibrate_aws (SoulsCalibration *c)
{
  const double sales = FIGURE (SALES_AWS);
  const double additions = FIGURE (ADDITIONS_AWS);

  c->aws_margin = FIGURE (INCOME_AWS) / sales;
  c->aws_depreciation_rate = FIGURE (DEPRECIATION_AWS) / sales;
  c->aws_decay = FIGURE (DEPRECIATION_AWS) / (BEFORE (PROPERTY_AWS) + 0.5 * additions);
  c->aws_sustaining = MAX (0, FIGURE (PROPERTY_AWS) * (1 - BEFORE (SALES_AWS) / sales) +
                              FIGURE (DEPRECIATION_AWS));
  c->aws_surge = (additions - c->aws_sustaining) / sales;
  c->compute_markup = FIGURE (INCOME_AWS) / c->aws_expenses;
}

static void
calibrate_cash (SoulsCalibration *c)
{
  const double pre_tax = FIGURE (PRE_TAX_INCOME);
  const double float_before = BEFORE (PAYABLES) - BEFORE (INVENTORIES) - BEFORE (RECEIVABLES);
  const double stores_depreciation = FIGURE (DEPRECIATION_NORTH_AMERICA) + FIGURE (DEPRECIATION_INTERNATIONAL);
  double modelled;

  c->cash_per_addition = FIGURE (CAPEX) / FIGURE (ADDITIONS_TOTAL);
  c->aws_general = FIGURE (GENERAL) * c->aws_expenses / (c->sales - c->income);
  c->receivable_days = 365 * FIGURE (RECEIVABLES) / c->sales;
  c->inventory_days = 365 * FIGURE (INVENTORIES) / FIGURE (COST_OF_SALES);
  c->payable_days = 365 * FIGURE (PAYABLES) / FIGURE (COST_OF_SALES);
  c->capex_rate = c->cash_per_addition * (FIGURE (ADDITIONS_TOTAL) - FIGURE (ADDITIONS_AWS)) / c->activity;
  c->depreciation_rate = stores_depreciation / c->activity;
  c->missing[SOULS_SYMBOL_tax_rate] = !(pre_tax > 0);
  c->tax_rate = pre_tax > 0 ? clip (FIGURE (INCOME_TAX) / pre_tax, 0, TAX_CEILING) : TAX_WITHOUT_PROFIT;
  c->cash_float = FIGURE (PAYABLES) - FIGURE (INVENTORIES) - FIGURE (RECEIVABLES);
  c->missing[SOULS_SYMBOL_cash_float_change] = !isfinite (float_before);
  c->cash_float_change = isfinite (float_before) ? c->cash_float - float_before : 0;
  c->stores_float = FIGURE (PAYABLES) - FIGURE (INVENTORIES) -
                    FIGURE (RECEIVABLES) * c->stores_sales / c->sales;
  modelled = c->income - c->tax_rate * MAX (0, c->income) + stores_depreciation +
             FIGURE (DEPRECIATION_AWS) - FIGURE (CAPEX) + c->cash_float_change;
  c->other_cash = (FIGURE (OPERATING_CASH) - FIGURE (CAPEX) - modelled) / c->sales;
}

static void
calibrate_growth (SoulsCalibration *c)
{
  c->stores_growth = growth (c->stores_sales, BEFORE (SALES_TOTAL) - BEFORE (SALES_AWS),
                             &c->missing[SOULS_SYMBOL_stores_growth]);
  c->physical_growth = 0;
  c->missing[SOULS_SYMBOL_physical_growth] = TRUE;
  if (c->year > LAST_ACQUISITION_YEAR)
    c->physical_growth = growth (FIGURE (SALES_PHYSICAL), BEFORE (SALES_PHYSICAL),
                                 &c->missing[SOULS_SYMBOL_physical_growth]);
  c->subscription_growth = growth (FIGURE (SALES_SUBSCRIPTION), BEFORE (SALES_SUBSCRIPTION),
                                   &c->missing[SOULS_SYMBOL_subscription_growth]);
  c->aws_growth = growth (FIGURE (SALES_AWS), BEFORE (SALES_AWS), &c->missing[SOULS_SYMBOL_aws_growth]);
}

/* The value that a driver's default comes from: a calibrated symbol, a belief, or a constant of ours. */
static double
driver_default (const SoulsCalibration *c,
                SoulsDriver             driver)
{
  const SoulsDriverInfo *info = souls_driver_info (driver);
  SoulsBelief belief;

  if (info->origin == NULL)
    return souls_driver_from_shown (driver, info->constant);
  if (souls_belief_from_id (info->origin, &belief))
    return c->beliefs.value[belief];
  for (int i = 0; i < SOULS_N_SYMBOLS; i++)
    if (g_str_equal (symbols_table[i].id, info->origin))
      return c->symbol[i];
  g_assert_not_reached ();
}

static void
calibrate_drivers (SoulsCalibration *c)
{
  for (int i = 0; i < SOULS_N_DRIVERS; i++)
    {
      const SoulsDriverInfo *info = souls_driver_info ((SoulsDriver) i);

      c->baseline[i] = driver_default (c, (SoulsDriver) i);
      c->min[i] = MIN (souls_driver_from_shown ((SoulsDriver) i, info->min), c->baseline[i]);
      c->max[i] = MAX (souls_driver_from_shown ((SoulsDriver) i, info->max), c->baseline[i]);
    }
}

/* The invariants of the struct; a year that breaks one cannot be offered. */
static gboolean
check_calibration (const SoulsCalibration *c,
                   GError                **error)
{
  const SoulsSymbol positive[] = {
    SOULS_SYMBOL_gmv, SOULS_SYMBOL_sales, SOULS_SYMBOL_activity, SOULS_SYMBOL_handled,
    SOULS_SYMBOL_stores_sales, SOULS_SYMBOL_aws_expenses, SOULS_SYMBOL_aws_decay,
  };

  for (int i = 0; i < SOULS_N_SYMBOLS; i++)
    if (!isfinite (c->symbol[i]))
      {
        g_set_error (error, SOULS_MODEL_ERROR, SOULS_MODEL_ERROR_UNUSABLE,
                     "base year %d: %s = %s cannot be calculated",
                     c->year, symbols_table[i].id, symbols_table[i].formula);
        return FALSE;
      }
  for (gsize i = 0; i < G_N_ELEMENTS (positive); i++)
    if (!(c->symbol[positive[i]] > 0))
      {
        g_set_error (error, SOULS_MODEL_ERROR, SOULS_MODEL_ERROR_UNUSABLE,
                     "base year %d: %s = %s is not above 0",
                     c->year, symbols_table[positive[i]].id, symbols_table[positive[i]].formula);
        return FALSE;
      }
  return TRUE;
}

/**
 * souls_calibrate:
 * @figures: what was reported for the base year
 * @previous: (nullable): what was reported for the year before
 * @beliefs: what is believed of the base year
 * @calibration: (out caller-allocates): the base year as the equations need it
 * @error: names the figure or belief that is missing or unusable
 *
 * Finds every symbol and every driver's default for a base year: section 2 of the model.
 *
 * Returns: whether the year can be a base year
 */
gboolean
souls_calibrate (const SoulsFigures *figures,
                 const SoulsFigures *previous,
                 const SoulsBeliefs *beliefs,
                 SoulsCalibration   *calibration,
                 GError            **error)
{
  SoulsCalibration *c = calibration;

  *c = (SoulsCalibration) { .year = figures->year, .figures = *figures, .beliefs = *beliefs };
  if (previous != NULL)
    c->previous = *previous;
  else
    souls_figures_clear (&c->previous);
  c->previous.year = figures->year - 1;

  if (!check_figures (&c->figures, needed_figures, G_N_ELEMENTS (needed_figures), c->year, error) ||
      !check_figures (&c->previous, needed_before, G_N_ELEMENTS (needed_before), c->year, error) ||
      !check_beliefs (&c->beliefs, c->year, error))
    return FALSE;

  complete_inputs (c);
  calibrate_totals (c);
  calibrate_stores (c);
  calibrate_aws (c);
  calibrate_cash (c);
  calibrate_growth (c);
  if (!check_calibration (c, error))
    return FALSE;
  calibrate_drivers (c);
  return TRUE;
}

/**
 * souls_drivers_reset:
 * @drivers: (out caller-allocates): all at their baseline
 *
 * The baseline: every slider where the base year's figures and beliefs put it.
 */
void
souls_drivers_reset (SoulsDrivers           *drivers,
                     const SoulsCalibration *calibration)
{
  for (int i = 0; i < SOULS_N_DRIVERS; i++)
    drivers->target[i] = calibration->baseline[i];
}

/**
 * souls_driver_check:
 * @value: in the model's unit
 * @error: names the driver, the value and the range, in the unit shown
 *
 * Returns: whether @value is a number inside the driver's range for this base year
 */
gboolean
souls_driver_check (const SoulsCalibration *calibration,
                    SoulsDriver             driver,
                    double                  value,
                    GError                **error)
{
  const SoulsDriverInfo *info = souls_driver_info (driver);
  /* What was written in the unit shown comes back with the last bit changed; an end must stay an end. */
  const double slack = (calibration->max[driver] - calibration->min[driver]) * RANGE_SLACK;
  char shown[3][G_ASCII_DTOSTR_BUF_SIZE];

  if (value >= calibration->min[driver] - slack && value <= calibration->max[driver] + slack)
    return TRUE;
  g_set_error (error, SOULS_MODEL_ERROR, SOULS_MODEL_ERROR_RANGE,
               "%s: %s is outside %s … %s (%s, base year %d)", info->id,
               g_ascii_formatd (shown[0], sizeof shown[0], "%.10g", souls_driver_to_shown (driver, value)),
               g_ascii_formatd (shown[1], sizeof shown[1], "%.10g",
                                souls_driver_to_shown (driver, calibration->min[driver])),
               g_ascii_formatd (shown[2], sizeof shown[2], "%.10g",
                                souls_driver_to_shown (driver, calibration->max[driver])),
               info->basis, calibration->year);
  return FALSE;
}

/**
 * souls_symbol_id:
 *
 * Returns: the symbol as it stands in formulas
 */
const char *
souls_symbol_id (SoulsSymbol symbol)
{
  return symbols_table[symbol].id;
}

/**
 * souls_symbol_name:
 *
 * Returns: what it is, marked for translation
 */
const char *
souls_symbol_name (SoulsSymbol symbol)
{
  return symbols_table[symbol].name;
}

/**
 * souls_symbol_formula:
 *
 * Returns: how it is calculated
 */
const char *
souls_symbol_formula (SoulsSymbol symbol)
{
  return symbols_table[symbol].formula;
}

/**
 * souls_symbol_unit:
 *
 * Returns: its unit inside: money, a fraction or days
 */
SoulsUnit
souls_symbol_unit (SoulsSymbol symbol)
{
  return symbols_table[symbol].unit;
}
