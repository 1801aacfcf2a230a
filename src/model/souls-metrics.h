/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "souls-drivers.h"

G_BEGIN_DECLS

/* The outputs, one row each: enumerator, id, symbol, unit, formula of a projected year, formula of the base year (NULL: the
 * same with base values), name. Words in a formula are symbols of metrics, drivers, beliefs or calibration; a ′ means the
 * year before; the base year's formula may also name figures. */
#define SOULS_METRICS(METRIC)                                                                                          \
  METRIC (GMV, "gmv", "G", MONEY, "G′·(1 + g)·exp(ε·(p − p′) + η·(s − s′))", "G0",                                    \
          N_("Gross merchandise value"))                                                                              \
  METRIC (GMV_THIRD_PARTY, "gmv-third-party", "G3", MONEY, "s·G", "G3_0", N_("Third-party merchandise value"))        \
  METRIC (TAKE_RATE, "take-rate", "tau", FRACTION, "ρ + φ·f", "tau0", N_("Take rate"))                                \
  METRIC (FBA_GMV, "fba-gmv", "G_fba", MONEY, "φ·G3", NULL, N_("Merchandise value fulfilled by Amazon"))              \
  METRIC (SALES_ONLINE, "sales-online", "on", MONEY, "(1 − s)·G / g1", "S_on", N_("Net sales, online stores"))        \
  METRIC (SALES_PHYSICAL, "sales-physical", "ph", MONEY, "ph′·(1 + fade(γp))", "S_ph", N_("Net sales, physical stores")) \
  METRIC (SALES_THIRD_PARTY, "sales-third-party", "tp", MONEY, "tau·G3", "S_3p", N_("Net sales, third-party seller services")) \
  METRIC (SALES_ADVERTISING, "sales-advertising", "ad", MONEY, "a·G", "S_ad", N_("Net sales, advertising"))           \
  METRIC (SALES_SUBSCRIPTION, "sales-subscription", "su", MONEY, "su′·(1 + fade(γs))", "S_su", N_("Net sales, subscriptions")) \
  METRIC (SALES_OTHER, "sales-other", "ot", MONEY, "S_ot·G / G0", "S_ot", N_("Net sales, other"))                     \
  METRIC (SALES_AWS, "sales-aws", "R", MONEY, "R′·(1 + fade(α))", "S_aws", N_("Net sales, AWS"))                      \
  METRIC (SALES_STORES, "sales-stores", "st", MONEY, "on + ph + tp + ad + su + ot", "S_st", N_("Net sales, all stores")) \
  METRIC (SALES_NORTH_AMERICA, "sales-north-america", "na", MONEY, "st − in", "S_na", N_("Net sales, North America")) \
  METRIC (SALES_INTERNATIONAL, "sales-international", "in", MONEY, "u·st", "S_in", N_("Net sales, International"))    \
  METRIC (SALES_TOTAL, "sales-total", "S", MONEY, "st + R", "S0", N_("Net sales, whole company"))                     \
  METRIC (PROFIT_FIRST_PARTY, "profit-first-party", "P_1p", MONEY,                                                    \
          "(on + ph)·m − h·((1 − s)·G + (1 − z0)·ph) − k0·(1 − s)·G − I", NULL, N_("Profit of first-party goods"))    \
  METRIC (PROFIT_THIRD_PARTY, "profit-third-party", "P_3p", MONEY, "tp − φ·h·G3 − k0·G3", NULL,                       \
          N_("Profit of seller services"))                                                                            \
  METRIC (PROFIT_ADVERTISING, "profit-advertising", "P_ad", MONEY, "μ·ad", NULL, N_("Profit of advertising"))         \
  METRIC (PROFIT_SUBSCRIPTION, "profit-subscription", "P_su", MONEY, "(1 − c)·su", NULL, N_("Profit of subscriptions")) \
  METRIC (PROFIT_OTHER, "profit-other", "P_ot", MONEY, "om0·ot", NULL, N_("Profit of other sales"))                   \
  METRIC (PROFIT_OVERHEAD, "profit-overhead", "P_ov", MONEY, "−v·ACT", "−OVH0", N_("Overhead"))                       \
  METRIC (INCOME_STORES, "operating-income-stores", "OI_st", MONEY, "P_1p + P_3p + P_ad + P_su + P_ot + P_ov",        \
          "OI_st0", N_("Operating income, all stores"))                                                               \
  METRIC (INCOME_NORTH_AMERICA, "operating-income-north-america", "OI_na", MONEY, "OI_st − OI_in", "OI_na",           \
          N_("Operating income, North America"))                                                                      \
  METRIC (INCOME_INTERNATIONAL, "operating-income-international", "OI_in", MONEY, "in·(OI_st / st − gm·(1 − u))",     \
          "OI_in", N_("Operating income, International"))                                                             \
  METRIC (INCOME_AWS, "operating-income-aws", "OI_aws", MONEY,                                                        \
          "R·(M − (e − e0)·(ce − cs)) − (DX − DX0) − (DY − d0·R)", "OI_aws", N_("Operating income, AWS"))             \
  METRIC (INCOME_TOTAL, "operating-income-total", "OI", MONEY, "OI_st + OI_aws", "OI0", N_("Operating income, whole company")) \
  METRIC (MARGIN_STORES, "margin-stores", "M_st", FRACTION, "OI_st / st", NULL, N_("Operating margin, all stores"))   \
  METRIC (MARGIN_NORTH_AMERICA, "margin-north-america", "M_na", FRACTION, "OI_na / na", NULL,                         \
          N_("Operating margin, North America"))                                                                      \
  METRIC (MARGIN_INTERNATIONAL, "margin-international", "M_in", FRACTION, "OI_in / in", NULL,                         \
          N_("Operating margin, International"))                                                                      \
  METRIC (MARGIN_AWS, "margin-aws", "M_aws", FRACTION, "OI_aws / R", NULL, N_("Operating margin, AWS"))               \
  METRIC (MARGIN_TOTAL, "margin-total", "M_all", FRACTION, "OI / S", NULL, N_("Operating margin, whole company"))     \
  METRIC (AWS_SHARE_OF_SALES, "aws-share-of-sales", "sh_S", FRACTION, "R / S", NULL, N_("AWS’s share of sales"))      \
  METRIC (AWS_SHARE_OF_PROFIT, "aws-share-of-profit", "sh_OI", FRACTION, "OI_aws / OI", NULL,                         \
          N_("AWS’s share of operating income"))                                                                      \
  METRIC (WITHOUT_AWS_ARITHMETIC, "without-aws-arithmetic", "W0", MONEY, "OI − OI_aws", NULL,                         \
          N_("Without AWS: arithmetic"))                                                                              \
  METRIC (WITHOUT_AWS_STRANDED, "without-aws-stranded", "W1", MONEY,                                                  \
          "W0 − σ·max(0, 1 − (t − 1) / N)·A0·R / S_aws", "W0 − σ·A0", N_("Without AWS: with stranded costs"))         \
  METRIC (WITHOUT_AWS_TRANSFER_PRICE, "without-aws-transfer-price", "W2", MONEY, "W1 − y·K0·ACT / ACT0", NULL,        \
          N_("Without AWS: computing at a supplier’s price"))                                                         \
  METRIC (WITHOUT_AWS_DISSYNERGIES, "without-aws-dissynergies", "W3", MONEY, "W2 − d·(st − OI_st)", NULL,             \
          N_("Without AWS: with dis-synergies"))                                                                      \
  METRIC (WITHOUT_AWS_ONE_TIME, "without-aws-one-time", "W4", MONEY, "W3 − if(t = 1, T, 0)", "W3",                    \
          N_("Without AWS: with one-time costs"))                                                                     \
  METRIC (WITHOUT_AWS, "without-aws", "W", MONEY, "rung(W0, W1, W2, W3, W4)", NULL, N_("Operating income without AWS")) \
  METRIC (FREE_CASH_FLOW, "free-cash-flow", "FCF", MONEY,                                                             \
          "OI − θ·max(0, OI) + r0·ACT + (DY + DX) − q·ACT − cc0·(sus + x_t·R) + (F − F′) + w0·S", "CFO − CAPEX",      \
          N_("Free cash flow"))                                                                                       \
  METRIC (FREE_CASH_FLOW_WITHOUT_AWS, "free-cash-flow-without-aws", "FCF_w", MONEY,                                   \
          "W − θ·max(0, W) + r0·ACT − q·ACT + (Fst − Fst′) + w0·st",                                                  \
          "W − tax0·max(0, W) + r0·ACT0 − q0·ACT0 + dF_0 + w0·S_st", N_("Free cash flow without AWS"))                \
  METRIC (FLOAT, "float", "F", MONEY, "(dpo − dio)·CG / 365 − dso·S / 365", "F_0", N_("Float"))                       \
  METRIC (CASH_CYCLE, "cash-conversion-cycle", "ccc", DAYS, "dio + dso − dpo", NULL, N_("Cash conversion cycle"))     \
  METRIC (PRICE_INVESTMENT, "price-investment", "I", MONEY,                                                           \
          "min(ω·max(0, OI_st′ + I′ + ΔFst′), 0.2·G′)", "0", N_("Price investment"))                                  \
  METRIC (SELLER_KEEPS, "seller-keeps", "keep", FRACTION, "1 − tau − ad / G3", NULL, N_("What a seller keeps per $"))

/* Series that the equations need on the way: explained like metrics, but no outputs. */
#define SOULS_WORKINGS(WORKING)                                                                                        \
  WORKING (GROWTH, "growth", "g", FRACTION, "fade(γ)·if(fade(γ) > 0, clip((1 − κ·G′ / G0) / (1 − κ), 0, 1), 1)", "0", \
           N_("Growth of merchandise value before responses"))                                                       \
  WORKING (PRICE_CUT, "price-cut", "p", FRACTION,                                                                     \
           "I / G′ − ((1 − s) / g1·(m − m0) + s·((ρ − rho0) + φ·(f − f0)))", "0", N_("Price cut"))                    \
  WORKING (ACTIVITY, "activity", "ACT", MONEY, "G + ph + su", "ACT0", N_("Activity"))                                 \
  WORKING (INTERNATIONAL_SHARE, "international-share", "u", FRACTION, "in′·(1 + gi) / (na′ + in′·(1 + gi))",          \
           "S_in / S_st", N_("International share of the stores’ sales"))                                             \
  WORKING (DEPRECIATION, "aws-depreciation", "DY", MONEY, "d0·R·L0 / L", "DEP_aws", N_("Depreciation of AWS, sustaining")) \
  WORKING (SUSTAINING, "aws-sustaining", "sus", MONEY, "max(0, PPE_aws·(R − R′) / S_aws + DY)", "sus0",               \
           N_("Sustaining additions of AWS"))                                                                         \
  WORKING (SURGE, "aws-surge", "x_t", FRACTION, "max(x·pow(0.85, t − 1), −sus / R)", "x0", N_("Capital surge of AWS")) \
  WORKING (EXTRA_DEPRECIATION, "aws-extra-depreciation", "DX", MONEY, "delta0·L0 / L·(X′ + ½·x_t·R)", "0",            \
           N_("Depreciation of AWS’s surge"))                                                                         \
  WORKING (EXTRA_STOCK, "aws-extra-stock", "X", MONEY, "X′ + x_t·R − DX", "0", N_("Stock of AWS’s surge"))            \
  WORKING (BASE_EXTRA_DEPRECIATION, "aws-base-extra-depreciation", "DX0", MONEY, "delta0·(X0′ + ½·x0_t·R)", "0",      \
           N_("Depreciation of the baseline’s surge"))                                                                \
  WORKING (BASE_EXTRA_STOCK, "aws-base-extra-stock", "X0", MONEY, "X0′ + x0_t·R − DX0", "0",                          \
           N_("Stock of the baseline’s surge"))                                                                       \
  WORKING (BASE_SURGE, "aws-base-surge", "x0_t", FRACTION,                                                            \
           "max(x0·pow(0.85, t − 1), −max(0, PPE_aws·(R − R′) / S_aws + d0·R) / R)", "x0", N_("Baseline’s surge of AWS")) \
  WORKING (COST_OF_GOODS, "cost-of-goods", "CG", MONEY,                                                               \
           "(on + ph)·(1 − m) + c·su + (1 − om0)·ot + z0·(h·((1 − s)·G + (1 − z0)·ph + φ·G3) + k0·G)", "COGS",        \
           N_("Cost of sales"))                                                                                       \
  WORKING (STORES_FLOAT, "stores-float", "Fst", MONEY, "(dpo − dio)·CG / 365 − dso·st / 365", "Fst_0",                \
           N_("Float of the stores"))                                                                                 \
  WORKING (STORES_FLOAT_CHANGE, "stores-float-change", "ΔFst", MONEY, "Fst − Fst′", "0", N_("Change of the stores’ float"))

/**
 * SoulsMetric:
 *
 * The outputs (up to %SOULS_N_METRICS), then the workings (up to %SOULS_N_SERIES).
 */
typedef enum
{
#define METRIC(enumerator, id, symbol, unit, formula, base_formula, name) SOULS_METRIC_##enumerator,
  SOULS_METRICS (METRIC)
#undef METRIC
  SOULS_N_METRICS,
  SOULS_WORKINGS_START = SOULS_N_METRICS - 1,
#define WORKING(enumerator, id, symbol, unit, formula, base_formula, name) SOULS_WORKING_##enumerator,
  SOULS_WORKINGS (WORKING)
#undef WORKING
  SOULS_N_SERIES
} SoulsMetric;

/**
 * SoulsMetricInfo:
 * @id: stable for ever
 * @symbol: in the equations
 * @unit: of the value inside: %SOULS_UNIT_MONEY (US$ million), %SOULS_UNIT_PERCENT (a fraction), %SOULS_UNIT_DAYS
 * @formula: of a projected year
 * @base_formula: of the base year, or %NULL where it is @formula with base values
 * @name: marked for translation
 */
typedef struct
{
  const char *id;
  const char *symbol;
  SoulsUnit unit;
  const char *formula;
  const char *base_formula;
  const char *name;
} SoulsMetricInfo;

const SoulsMetricInfo *souls_metric_info    (SoulsMetric  metric);
gboolean               souls_metric_from_id (const char  *id,
                                             SoulsMetric *metric);

G_END_DECLS
