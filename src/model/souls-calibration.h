/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "souls-drivers.h"
#include "souls-figures.h"
#include "souls-kind.h"

G_BEGIN_DECLS

/* What calibration finds for the base year: field, symbol, unit, formula, name. The formula is what `explain` shows and is
 * evaluated by a test against the field, so it is never wrong. Words in it are symbols of figures, of beliefs, or of
 * rows above; a ′ means the year before. */
#define SOULS_SYMBOLS(SYMBOL)                                                                                          \
  SYMBOL (sales, "S0", MONEY, "S_on + S_ph + S_3p + S_ad + S_su + S_aws + S_ot", N_("Consolidated net sales"))        \
  SYMBOL (income, "OI0", MONEY, "OI_na + OI_in + OI_aws", N_("Consolidated operating income"))                        \
  SYMBOL (stores_income, "OI_st0", MONEY, "OI_na + OI_in", N_("Operating income of the stores"))                      \
  SYMBOL (stores_sales, "S_st", MONEY, "S0 − S_aws", N_("Net sales of the stores"))                                   \
  SYMBOL (aws_expenses, "OPX_aws", MONEY, "S_aws − OI_aws", N_("Operating expenses of AWS"))                          \
  SYMBOL (gmv, "G0", MONEY, "g1·S_on / (1 − s0)", N_("Gross merchandise value online"))                               \
  SYMBOL (gmv_third_party, "G3_0", MONEY, "s0·G0", N_("Gross merchandise value of third parties"))                    \
  SYMBOL (take_rate, "tau0", FRACTION, "S_3p / G3_0", N_("Take rate of seller services"))                             \
  SYMBOL (fba_fee, "f0", FRACTION, "(tau0 − rho0) / phi0", N_("FBA fee per $ of FBA value"))                          \
  SYMBOL (ad_rate, "a0", FRACTION, "S_ad / G0", N_("Advertising per $ of merchandise value"))                         \
  SYMBOL (content_cost, "c0", FRACTION, "VID / S_su", N_("Content cost per $ of subscriptions"))                      \
  SYMBOL (shipping_part, "z0", FRACTION, "SHIP / (FUL + SHIP)", N_("Shipping’s part of handling"))                    \
  SYMBOL (product_margin, "m0", FRACTION, "1 − (COGS − SHIP − VID − (1 − om0)·S_ot) / (S_on + S_ph)",                 \
          N_("Product margin, first party"))                                                                          \
  SYMBOL (handled, "HND0", MONEY, "(1 − s0)·G0 + (1 − z0)·S_ph + phi0·G3_0", N_("Goods that Amazon handles"))         \
  SYMBOL (handling_cost, "h0", FRACTION, "(FUL + SHIP − k0·G0) / HND0", N_("Handling cost per $ handled"))            \
  SYMBOL (overhead, "OVH0", MONEY, "TEC + MKT + GNA + OTH − OPX_aws − (1 − mu0)·S_ad", N_("Overhead of the stores"))  \
  SYMBOL (activity, "ACT0", MONEY, "G0 + S_ph + S_su", N_("Activity: goods and memberships sold"))                    \
  SYMBOL (overhead_rate, "v0", FRACTION, "(OVH0 − NOR0) / ACT0", N_("Overhead per $ of activity"))                    \
  SYMBOL (aws_margin, "M0", FRACTION, "OI_aws / S_aws", N_("Operating margin of AWS"))                                \
  SYMBOL (aws_depreciation_rate, "d0", FRACTION, "DEP_aws / S_aws", N_("Depreciation of AWS per $ of its sales"))     \
  SYMBOL (aws_decay, "delta0", FRACTION, "DEP_aws / (PPE_aws′ + ½·ADD_aws)", N_("Depreciation of AWS per $ of property")) \
  SYMBOL (aws_sustaining, "sus0", MONEY, "max(0, PPE_aws·(1 − S_aws′ / S_aws) + DEP_aws)", N_("Sustaining additions of AWS")) \
  SYMBOL (aws_surge, "x0", FRACTION, "(ADD_aws − sus0) / S_aws", N_("Capital surge of AWS"))                          \
  SYMBOL (cash_per_addition, "cc0", FRACTION, "CAPEX / ADD_all", N_("Cash paid per $ of additions"))                  \
  SYMBOL (aws_general, "A0", MONEY, "GNA·OPX_aws / (S0 − OI0)", N_("General and administrative cost that AWS bears")) \
  SYMBOL (receivable_days, "dso0", DAYS, "365·REC / S0", N_("Receivable days"))                                       \
  SYMBOL (inventory_days, "dio0", DAYS, "365·INV / COGS", N_("Inventory days"))                                       \
  SYMBOL (payable_days, "dpo0", DAYS, "365·PAY / COGS", N_("Payable days"))                                           \
  SYMBOL (capex_rate, "q0", FRACTION, "cc0·(ADD_all − ADD_aws) / ACT0", N_("Stores’ capital expenditure per $ of activity")) \
  SYMBOL (depreciation_rate, "r0", FRACTION, "(DEP_na + DEP_in) / ACT0", N_("Stores’ depreciation per $ of activity")) \
  SYMBOL (tax_rate, "tax0", FRACTION, "if(PBT > 0, clip(TAX / PBT, 0, 0.35), 0.21)", N_("Tax rate"))                  \
  SYMBOL (margin_gap, "gm0", FRACTION, "OI_na / S_na − OI_in / S_in", N_("Margin of North America minus International")) \
  SYMBOL (cash_float, "F_0", MONEY, "PAY − INV − REC", N_("Float"))                                                   \
  SYMBOL (cash_float_change, "dF_0", MONEY, "F_0 − (PAY′ − INV′ − REC′)", N_("Change of the float"))                  \
  SYMBOL (stores_float, "Fst_0", MONEY, "PAY − INV − REC·S_st / S0", N_("Float of the stores"))                       \
  SYMBOL (other_cash, "w0", FRACTION,                                                                                 \
          "((CFO − CAPEX) − (OI0 − tax0·max(0, OI0) + DEP_na + DEP_in + DEP_aws − CAPEX + dF_0)) / S0",              \
          N_("Other cash items per $ of net sales"))                                                                  \
  SYMBOL (stores_growth, "g_st", FRACTION, "clip(S_st / (S_0′ − S_aws′) − 1, −0.10, 0.30)", N_("Growth of the stores’ net sales")) \
  SYMBOL (physical_growth, "g_ph", FRACTION, "if(year > 2018, clip(S_ph / S_ph′ − 1, −0.10, 0.30), 0)",               \
          N_("Growth of physical stores"))                                                                            \
  SYMBOL (subscription_growth, "g_su", FRACTION, "clip(S_su / S_su′ − 1, −0.10, 0.30)", N_("Growth of subscriptions")) \
  SYMBOL (aws_growth, "g_aws", FRACTION, "clip(S_aws / S_aws′ − 1, −0.10, 0.30)", N_("Growth of AWS"))                \
  SYMBOL (compute_markup, "y0", FRACTION, "OI_aws / OPX_aws", N_("What AWS charges others over cost"))

typedef enum
{
#define SYMBOL(field, symbol, unit, formula, name) SOULS_SYMBOL_##field,
  SOULS_SYMBOLS (SYMBOL)
#undef SYMBOL
  SOULS_N_SYMBOLS
} SoulsSymbol;

/**
 * SoulsCalibration:
 * @year: the base year
 * @figures: what was reported for it, video and music expense completed from the belief,
 *   advertising and "other" separated by the rule for years before 2019, absent sales 0
 * @previous: what was reported for the year before; NAN where nothing was
 * @beliefs: what is believed of it; an absent one-off is 0
 * @combined_advertising: whether @figures' advertising is the reported "other" line, that held it
 * @video_believed: whether video and music expense is a belief, not a reported figure
 * @missing: by #SoulsSymbol: whether a rule gives the value because the figures cannot: one of the year before is missing,
 *   there was no profit to tax, or stores were bought
 * @baseline: by #SoulsDriver: the default, in the model's unit
 * @min: by #SoulsDriver: the lowest value, in the model's unit, widened to hold the baseline
 * @max: by #SoulsDriver: the highest value, in the model's unit, widened to hold the baseline
 *
 * A base year as the equations need it: every symbol of the calibration by name, or all of them as @symbol.
 *
 * Invariants: every symbol is finite; G0, S0, ACT0, S_aws and HND0 are above 0; min ≤ baseline ≤ max.
 */
typedef struct
{
  int year;
  gboolean combined_advertising;
  gboolean video_believed;
  SoulsFigures figures;
  SoulsFigures previous;
  SoulsBeliefs beliefs;
  union
  {
    struct
    {
#define SYMBOL(field, symbol, unit, formula, name) double field;
      SOULS_SYMBOLS (SYMBOL)
#undef SYMBOL
    };
    double symbol[SOULS_N_SYMBOLS];
  };
  gboolean missing[SOULS_N_SYMBOLS];
  double baseline[SOULS_N_DRIVERS];
  double min[SOULS_N_DRIVERS];
  double max[SOULS_N_DRIVERS];
} SoulsCalibration;

#define SOULS_MODEL_ERROR (souls_model_error_quark ())

typedef enum
{
  SOULS_MODEL_ERROR_MISSING,    /* a figure or belief that the model needs is missing */
  SOULS_MODEL_ERROR_UNUSABLE,   /* a figure is there but the equations cannot use it */
  SOULS_MODEL_ERROR_RANGE,      /* a driver's or setting's value is outside its range */
} SoulsModelError;

GQuark      souls_model_error_quark (void);

gboolean    souls_calibrate         (const SoulsFigures  *figures,
                                     const SoulsFigures  *previous,
                                     const SoulsBeliefs  *beliefs,
                                     SoulsCalibration    *calibration,
                                     GError             **error);
void        souls_drivers_reset     (SoulsDrivers           *drivers,
                                     const SoulsCalibration *calibration);
gboolean    souls_driver_check      (const SoulsCalibration *calibration,
                                     SoulsDriver             driver,
                                     double                  value,
                                     GError                **error);

const char *souls_symbol_id         (SoulsSymbol symbol);
const char *souls_symbol_name       (SoulsSymbol symbol);
const char *souls_symbol_formula    (SoulsSymbol symbol);
SoulsUnit   souls_symbol_unit       (SoulsSymbol symbol);

G_END_DECLS
