/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "souls-model.h"

#include <glib/gi18n.h>
#include <math.h>

/* How the model gives back one filed figure: from the outputs at t = 0 or from the calibrated values alone. */
typedef double (*Recompute) (const SoulsCalibration *c,
                             const SoulsResults     *r);

typedef struct
{
  const char *id;          /* NULL: the figure's */
  const char *name;
  SoulsFigure figure;
  Recompute filing;        /* NULL: the figure itself */
  Recompute model;
} TieRow;

#define AT(name) (r->value[SOULS_METRIC_##name][0])
#define FIGURE(name) (c->figures.value[SOULS_FIGURE_##name])
#define BELIEF(name) (c->beliefs.value[SOULS_BELIEF_##name])

#define FROM_METRIC(function, metric)            \
  static double                                  \
  function (const SoulsCalibration *c,           \
            const SoulsResults     *r)           \
  {                                              \
    return AT (metric);                          \
  }

#define FROM_CALIBRATION(function, expression)   \
  static double                                  \
  function (const SoulsCalibration *c,           \
            const SoulsResults     *r)           \
  {                                              \
    return expression;                           \
  }

FROM_METRIC (sales_online, SALES_ONLINE)
FROM_METRIC (sales_physical, SALES_PHYSICAL)
FROM_METRIC (sales_third_party, SALES_THIRD_PARTY)
FROM_METRIC (sales_advertising, SALES_ADVERTISING)
FROM_METRIC (sales_subscription, SALES_SUBSCRIPTION)
FROM_METRIC (sales_aws, SALES_AWS)
FROM_METRIC (sales_other, SALES_OTHER)
FROM_METRIC (sales_north_america, SALES_NORTH_AMERICA)
FROM_METRIC (sales_international, SALES_INTERNATIONAL)
FROM_METRIC (sales_total, SALES_TOTAL)
FROM_METRIC (income_north_america, INCOME_NORTH_AMERICA)
FROM_METRIC (income_international, INCOME_INTERNATIONAL)
FROM_METRIC (income_aws, INCOME_AWS)
FROM_METRIC (income_total, INCOME_TOTAL)
FROM_METRIC (free_cash_flow, FREE_CASH_FLOW)
FROM_CALIBRATION (expenses_total, AT (SALES_TOTAL) - AT (INCOME_TOTAL))

/* The stores' operating income once more, from its six lines: the tie-out of the whole calibration. */
FROM_CALIBRATION (stores_filed, FIGURE (INCOME_NORTH_AMERICA) + FIGURE (INCOME_INTERNATIONAL))
FROM_CALIBRATION (stores_from_lines, AT (PROFIT_FIRST_PARTY) + AT (PROFIT_THIRD_PARTY) + AT (PROFIT_ADVERTISING) +
                                     AT (PROFIT_SUBSCRIPTION) + AT (PROFIT_OTHER) + AT (PROFIT_OVERHEAD))
FROM_CALIBRATION (seller_services, AT (TAKE_RATE) * AT (GMV_THIRD_PARTY))
FROM_CALIBRATION (handled, (1 - BELIEF (THIRD_PARTY_SHARE)) * AT (GMV) +
                           (1 - c->shipping_part) * AT (SALES_PHYSICAL) + AT (FBA_GMV))
FROM_CALIBRATION (handling, c->handling_cost * handled (c, r) + BELIEF (PAYMENT_COST) * AT (GMV))
FROM_CALIBRATION (video, c->content_cost * AT (SALES_SUBSCRIPTION))
FROM_CALIBRATION (shipping, c->shipping_part * handling (c, r))
FROM_CALIBRATION (fulfillment, (1 - c->shipping_part) * handling (c, r))
FROM_CALIBRATION (cost_of_sales, (AT (SALES_ONLINE) + AT (SALES_PHYSICAL)) * (1 - c->product_margin) + video (c, r) +
                                 (1 - BELIEF (OTHER_MARGIN)) * AT (SALES_OTHER) + shipping (c, r))
FROM_CALIBRATION (shared_filed, FIGURE (TECHNOLOGY) + FIGURE (MARKETING) + FIGURE (GENERAL) + FIGURE (OTHER_EXPENSE))
FROM_CALIBRATION (shared, (AT (SALES_AWS) - AT (INCOME_AWS)) - AT (PROFIT_OVERHEAD) +
                          (1 - BELIEF (AD_MARGIN)) * AT (SALES_ADVERTISING))
FROM_CALIBRATION (general, c->aws_general * expenses_total (c, r) / (AT (SALES_AWS) - AT (INCOME_AWS)))
FROM_CALIBRATION (inventories, c->inventory_days * cost_of_sales (c, r) / 365)
FROM_CALIBRATION (receivables, c->receivable_days * AT (SALES_TOTAL) / 365)
FROM_CALIBRATION (payables, c->payable_days * cost_of_sales (c, r) / 365)
FROM_CALIBRATION (additions_aws, c->aws_sustaining + c->aws_surge * AT (SALES_AWS))
FROM_CALIBRATION (additions_total, additions_aws (c, r) + c->capex_rate * c->activity / c->cash_per_addition)
FROM_CALIBRATION (capex, c->cash_per_addition * additions_total (c, r))
FROM_CALIBRATION (depreciation_aws, c->aws_depreciation_rate * AT (SALES_AWS))
FROM_CALIBRATION (depreciation_stores_filed, FIGURE (DEPRECIATION_NORTH_AMERICA) + FIGURE (DEPRECIATION_INTERNATIONAL))
FROM_CALIBRATION (depreciation_stores, c->depreciation_rate * c->activity)
FROM_CALIBRATION (operating_cash, AT (INCOME_TOTAL) - c->tax_rate * MAX (0, AT (INCOME_TOTAL)) +
                                  depreciation_stores (c, r) + depreciation_aws (c, r) + c->cash_float_change +
                                  c->other_cash * AT (SALES_TOTAL))
FROM_CALIBRATION (income_tax, c->tax_rate * FIGURE (PRE_TAX_INCOME))

static const TieRow rows[] = {
  { NULL, NULL, SOULS_FIGURE_SALES_ONLINE, NULL, sales_online },
  { NULL, NULL, SOULS_FIGURE_SALES_PHYSICAL, NULL, sales_physical },
  { NULL, NULL, SOULS_FIGURE_SALES_THIRD_PARTY, NULL, sales_third_party },
  { "seller-services", N_("Seller services: take rate times sellers’ value"), SOULS_FIGURE_SALES_THIRD_PARTY, sales_third_party, seller_services },
  { NULL, NULL, SOULS_FIGURE_SALES_ADVERTISING, NULL, sales_advertising },
  { NULL, NULL, SOULS_FIGURE_SALES_SUBSCRIPTION, NULL, sales_subscription },
  { NULL, NULL, SOULS_FIGURE_SALES_OTHER, NULL, sales_other },
  { NULL, NULL, SOULS_FIGURE_SALES_AWS, NULL, sales_aws },
  { NULL, NULL, SOULS_FIGURE_SALES_NORTH_AMERICA, NULL, sales_north_america },
  { NULL, NULL, SOULS_FIGURE_SALES_INTERNATIONAL, NULL, sales_international },
  { NULL, NULL, SOULS_FIGURE_SALES_TOTAL, NULL, sales_total },
  { NULL, NULL, SOULS_FIGURE_INCOME_NORTH_AMERICA, NULL, income_north_america },
  { NULL, NULL, SOULS_FIGURE_INCOME_INTERNATIONAL, NULL, income_international },
  { "operating-income-stores", N_("The stores’ operating income, from its six lines"), SOULS_FIGURE_INCOME_NORTH_AMERICA,
    stores_filed, stores_from_lines },
  { NULL, NULL, SOULS_FIGURE_INCOME_AWS, NULL, income_aws },
  { NULL, NULL, SOULS_FIGURE_INCOME_TOTAL, NULL, income_total },
  { NULL, NULL, SOULS_FIGURE_COST_OF_SALES, NULL, cost_of_sales },
  { NULL, NULL, SOULS_FIGURE_FULFILLMENT, NULL, fulfillment },
  { "technology-marketing-general-other", N_("Technology, marketing, general and other, together"), SOULS_FIGURE_TECHNOLOGY,
    shared_filed, shared },
  { NULL, NULL, SOULS_FIGURE_GENERAL, NULL, general },
  { NULL, NULL, SOULS_FIGURE_EXPENSES_TOTAL, NULL, expenses_total },
  { NULL, NULL, SOULS_FIGURE_SHIPPING, NULL, shipping },
  { NULL, NULL, SOULS_FIGURE_VIDEO, NULL, video },
  { NULL, NULL, SOULS_FIGURE_INVENTORIES, NULL, inventories },
  { NULL, NULL, SOULS_FIGURE_RECEIVABLES, NULL, receivables },
  { NULL, NULL, SOULS_FIGURE_PAYABLES, NULL, payables },
  { NULL, NULL, SOULS_FIGURE_OPERATING_CASH, NULL, operating_cash },
  { NULL, NULL, SOULS_FIGURE_CAPEX, NULL, capex },
  { NULL, NULL, SOULS_FIGURE_FREE_CASH, NULL, free_cash_flow },
  { NULL, NULL, SOULS_FIGURE_ADDITIONS_AWS, NULL, additions_aws },
  { NULL, NULL, SOULS_FIGURE_ADDITIONS_TOTAL, NULL, additions_total },
  { NULL, NULL, SOULS_FIGURE_DEPRECIATION_AWS, NULL, depreciation_aws },
  { "depreciation-stores", N_("Depreciation of property, North America and International together"),
    SOULS_FIGURE_DEPRECIATION_NORTH_AMERICA, depreciation_stores_filed, depreciation_stores },
  { NULL, NULL, SOULS_FIGURE_INCOME_TAX, NULL, income_tax },
};

G_STATIC_ASSERT (G_N_ELEMENTS (rows) <= SOULS_MAX_TIES);

/* A tax rate that is bounded by rule no longer gives the tax back. */
static gboolean
is_applicable (const TieRow           *row,
               const SoulsCalibration *c)
{
  if (row->figure == SOULS_FIGURE_INCOME_TAX)
    return c->tax_rate * FIGURE (PRE_TAX_INCOME) > 0 &&
           fabs (c->tax_rate - FIGURE (INCOME_TAX) / FIGURE (PRE_TAX_INCOME)) < 1e-12;
  if (row->figure == SOULS_FIGURE_VIDEO)
    return !c->video_believed;
  return row->filing != NULL || isfinite (c->figures.value[row->figure]);
}

/**
 * souls_tie_out:
 * @calibration: a base year
 * @ties: (out caller-allocates): at least %SOULS_MAX_TIES lines
 *
 * Holds what the model gives at t = 0 against the filing, figure by figure. Figures that nothing is computed
 * back to (income before taxes, say) have no line.
 *
 * Returns: how many lines there are
 */
int
souls_tie_out (const SoulsCalibration *calibration,
               SoulsTie                ties[SOULS_MAX_TIES])
{
  const SoulsSettings now = { .horizon = 0, .phase_in = 1 };
  SoulsDrivers drivers;
  SoulsResults results;
  int n = 0;

  souls_drivers_reset (&drivers, calibration);
  souls_project (calibration, &now, &drivers, &results);
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      const TieRow *row = &rows[i];
      SoulsTie *tie = &ties[n];

      if (!is_applicable (row, calibration))
        continue;
      tie->id = row->id != NULL ? row->id : souls_figure_id (row->figure);
      tie->name = row->name != NULL ? row->name : souls_figure_name (row->figure);
      tie->figure = row->figure;
      tie->filing = row->filing != NULL ? row->filing (calibration, &results)
                                        : calibration->figures.value[row->figure];
      tie->model = row->model (calibration, &results);
      tie->difference = rint (tie->model - tie->filing) + 0.0;   /* not −0 */
      n++;
    }
  return n;
}
