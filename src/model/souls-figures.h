/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "souls-kind.h"

G_BEGIN_DECLS

/* The reported figures that the model reads, one row each: enumerator, id (the JSON key), symbol (as in
 * the equations), name. Money is US$ million, as printed. Adding one is a row here and its use. */
#define SOULS_FIGURES(FIGURE)                                                                                  \
  FIGURE (SALES_ONLINE, "sales-online", "S_on", N_("Online stores, net sales"))                               \
  FIGURE (SALES_PHYSICAL, "sales-physical", "S_ph", N_("Physical stores, net sales"))                         \
  FIGURE (SALES_THIRD_PARTY, "sales-third-party", "S_3p", N_("Third-party seller services, net sales"))       \
  FIGURE (SALES_ADVERTISING, "sales-advertising", "S_ad", N_("Advertising services, net sales"))              \
  FIGURE (SALES_SUBSCRIPTION, "sales-subscription", "S_su", N_("Subscription services, net sales"))           \
  FIGURE (SALES_AWS, "sales-aws", "S_aws", N_("AWS, net sales"))                                              \
  FIGURE (SALES_OTHER, "sales-other", "S_ot", N_("Other, net sales"))                                         \
  FIGURE (SALES_NORTH_AMERICA, "sales-north-america", "S_na", N_("North America, net sales"))                 \
  FIGURE (SALES_INTERNATIONAL, "sales-international", "S_in", N_("International, net sales"))                 \
  FIGURE (SALES_TOTAL, "sales-total", "S_0", N_("Consolidated net sales"))                                    \
  FIGURE (INCOME_NORTH_AMERICA, "operating-income-north-america", "OI_na", N_("North America, operating income")) \
  FIGURE (INCOME_INTERNATIONAL, "operating-income-international", "OI_in", N_("International, operating income")) \
  FIGURE (INCOME_AWS, "operating-income-aws", "OI_aws", N_("AWS, operating income"))                          \
  FIGURE (INCOME_TOTAL, "operating-income-total", "OI_0", N_("Consolidated operating income"))                \
  FIGURE (COST_OF_SALES, "cost-of-sales", "COGS", N_("Cost of sales"))                                        \
  FIGURE (FULFILLMENT, "fulfillment", "FUL", N_("Fulfillment"))                                               \
  FIGURE (TECHNOLOGY, "technology", "TEC", N_("Technology and infrastructure"))                               \
  FIGURE (MARKETING, "marketing", "MKT", N_("Sales and marketing"))                                           \
  FIGURE (GENERAL, "general-administrative", "GNA", N_("General and administrative"))                         \
  FIGURE (OTHER_EXPENSE, "other-operating-expense", "OTH", N_("Other operating expense (income), net"))       \
  FIGURE (EXPENSES_TOTAL, "operating-expenses-total", "OPX", N_("Total operating expenses"))                  \
  FIGURE (SHIPPING, "shipping-costs", "SHIP", N_("Shipping costs"))                                           \
  FIGURE (VIDEO, "video-music-expense", "VID", N_("Video and music expense"))                                 \
  FIGURE (INVENTORIES, "inventories", "INV", N_("Inventories"))                                               \
  FIGURE (RECEIVABLES, "receivables", "REC", N_("Accounts receivable, net and other"))                        \
  FIGURE (PAYABLES, "payables", "PAY", N_("Accounts payable"))                                                \
  FIGURE (OPERATING_CASH, "operating-cash-flow", "CFO", N_("Operating cash flow"))                            \
  FIGURE (CAPEX, "capital-expenditure", "CAPEX", N_("Purchases of property and equipment, net"))              \
  FIGURE (FREE_CASH, "free-cash-flow", "FCF_0", N_("Free cash flow"))                                         \
  FIGURE (PROPERTY_AWS, "property-aws", "PPE_aws", N_("AWS, net property and equipment"))                     \
  FIGURE (ADDITIONS_AWS, "additions-aws", "ADD_aws", N_("AWS, additions to property and equipment"))          \
  FIGURE (ADDITIONS_TOTAL, "additions-total", "ADD_all", N_("All additions to property and equipment"))       \
  FIGURE (DEPRECIATION_AWS, "depreciation-aws", "DEP_aws", N_("AWS, depreciation of property"))               \
  FIGURE (DEPRECIATION_NORTH_AMERICA, "depreciation-north-america", "DEP_na", N_("North America, depreciation of property")) \
  FIGURE (DEPRECIATION_INTERNATIONAL, "depreciation-international", "DEP_in", N_("International, depreciation of property")) \
  FIGURE (PRE_TAX_INCOME, "pre-tax-income", "PBT", N_("Income before income taxes"))                          \
  FIGURE (INCOME_TAX, "income-tax", "TAX", N_("Provision for income taxes"))

typedef enum
{
#define FIGURE(enumerator, id, symbol, name) SOULS_FIGURE_##enumerator,
  SOULS_FIGURES (FIGURE)
#undef FIGURE
  SOULS_N_FIGURES
} SoulsFigure;

/**
 * SoulsFigures:
 * @year: the fiscal year
 * @value: by #SoulsFigure, US$ million as printed; NAN where nothing was printed
 *
 * What the company reported for one fiscal year.
 */
typedef struct
{
  int year;
  double value[SOULS_N_FIGURES];
} SoulsFigures;

/**
 * SoulsBeliefs: what is believed of a base year where nothing is reported.
 * One row each: enumerator, id (the JSON key and symbol), name, unit.
 */
#define SOULS_BELIEFS(BELIEF)                                                                       \
  BELIEF (THIRD_PARTY_SHARE, "s0", N_("Third-party share of gross merchandise value"), FRACTION)   \
  BELIEF (MERCHANDISE, "g1", N_("Merchandise part of online-store sales"), FRACTION)                \
  BELIEF (FBA_SHARE, "phi0", N_("Share of third-party value fulfilled by Amazon"), FRACTION)        \
  BELIEF (REFERRAL_RATE, "rho0", N_("Average referral fee"), FRACTION)                              \
  BELIEF (AD_MARGIN, "mu0", N_("Advertising margin"), FRACTION)                                     \
  BELIEF (OTHER_MARGIN, "om0", N_("Margin of other sales"), FRACTION)                               \
  BELIEF (PAYMENT_COST, "k0", N_("Payment and support cost per $ of merchandise value"), FRACTION)  \
  BELIEF (ENTERPRISE_SHARE, "e0", N_("Share of AWS sold by the enterprise sales force"), FRACTION)  \
  BELIEF (ENTERPRISE_COST, "ce", N_("Distribution cost of enterprise sales"), FRACTION)             \
  BELIEF (SELF_SERVICE_COST, "cs", N_("Distribution cost of self-service sales"), FRACTION)         \
  BELIEF (INFRASTRUCTURE, "K0", N_("Infrastructure at cost that the stores use"), MONEY)            \
  BELIEF (USEFUL_LIFE, "L0", N_("Useful life of servers"), YEARS)                                   \
  BELIEF (ONE_OFF, "NOR0", N_("One-off charges inside the stores’ operating income"), MONEY)        \
  BELIEF (VIDEO, "VID", N_("Video and music expense"), MONEY)

typedef enum
{
#define BELIEF(enumerator, id, name, unit) SOULS_BELIEF_##enumerator,
  SOULS_BELIEFS (BELIEF)
#undef BELIEF
  SOULS_N_BELIEFS
} SoulsBelief;

/**
 * SoulsBeliefs:
 * @value: by #SoulsBelief; fractions, US$ million or years; NAN where there is none
 * @low: the lowest plausible value, NAN where there is none
 * @high: the highest plausible value, NAN where there is none
 * @kind: where the value comes from
 */
typedef struct
{
  double value[SOULS_N_BELIEFS];
  double low[SOULS_N_BELIEFS];
  double high[SOULS_N_BELIEFS];
  SoulsKind kind[SOULS_N_BELIEFS];
} SoulsBeliefs;

const char *souls_figure_id      (SoulsFigure  figure);
const char *souls_figure_symbol  (SoulsFigure  figure);
const char *souls_figure_name    (SoulsFigure  figure);
gboolean    souls_figure_from_id (const char  *id,
                                  SoulsFigure *figure);
void        souls_figures_clear  (SoulsFigures *figures);

const char *souls_belief_id      (SoulsBelief  belief);
const char *souls_belief_name    (SoulsBelief  belief);
gboolean    souls_belief_from_id (const char  *id,
                                  SoulsBelief *belief);
void        souls_beliefs_clear  (SoulsBeliefs *beliefs);

G_END_DECLS
