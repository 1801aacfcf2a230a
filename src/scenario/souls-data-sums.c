/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "souls-data-file.h"

#include <math.h>

#include "souls-text.h"

#define MAX_PARTS 7
#define END SOULS_N_FIGURES
/* What doubles lose in adding decimal fractions of a million; the figures themselves have to tie
 * exactly. */
#define ROUNDING 1e-6

/* A part may be absent and count as nothing: no such line was printed that year. */
typedef struct
{
  const char *name;
  SoulsFigure total;
  SoulsFigure plus[MAX_PARTS + 1];
  SoulsFigure minus;
} Sum;

static const Sum sums[] = {
  { "net sales by group", SOULS_FIGURE_SALES_TOTAL,
    { SOULS_FIGURE_SALES_ONLINE, SOULS_FIGURE_SALES_PHYSICAL, SOULS_FIGURE_SALES_THIRD_PARTY,
      SOULS_FIGURE_SALES_ADVERTISING, SOULS_FIGURE_SALES_SUBSCRIPTION, SOULS_FIGURE_SALES_AWS,
      SOULS_FIGURE_SALES_OTHER, END }, END },
  { "net sales by segment", SOULS_FIGURE_SALES_TOTAL,
    { SOULS_FIGURE_SALES_NORTH_AMERICA, SOULS_FIGURE_SALES_INTERNATIONAL,
      SOULS_FIGURE_SALES_AWS, END }, END },
  { "operating income by segment", SOULS_FIGURE_INCOME_TOTAL,
    { SOULS_FIGURE_INCOME_NORTH_AMERICA, SOULS_FIGURE_INCOME_INTERNATIONAL,
      SOULS_FIGURE_INCOME_AWS, END }, END },
  { "operating expenses by function", SOULS_FIGURE_EXPENSES_TOTAL,
    { SOULS_FIGURE_COST_OF_SALES, SOULS_FIGURE_FULFILLMENT, SOULS_FIGURE_TECHNOLOGY,
      SOULS_FIGURE_MARKETING, SOULS_FIGURE_GENERAL, SOULS_FIGURE_OTHER_EXPENSE, END }, END },
  { "net sales less operating expenses", SOULS_FIGURE_INCOME_TOTAL,
    { SOULS_FIGURE_SALES_TOTAL, END }, SOULS_FIGURE_EXPENSES_TOTAL },
  { "operating cash flow less capital expenditure", SOULS_FIGURE_FREE_CASH,
    { SOULS_FIGURE_OPERATING_CASH, END }, SOULS_FIGURE_CAPEX },
};

static gboolean
may_be_absent (SoulsFigure figure)
{
  return figure == SOULS_FIGURE_SALES_PHYSICAL || figure == SOULS_FIGURE_SALES_ADVERTISING;
}

/* FALSE where a part was not printed, so that there is nothing to compare. */
static gboolean
add_parts (const Sum          *sum,
           const SoulsFigures *figures,
           double             *result)
{
  *result = 0;
  for (const SoulsFigure *part = sum->plus; *part != END; part++)
    {
      if (!isnan (figures->value[*part]))
        *result += figures->value[*part];
      else if (!may_be_absent (*part))
        return FALSE;
    }
  if (sum->minus != END)
    *result -= figures->value[sum->minus];
  return !isnan (*result) && !isnan (figures->value[sum->total]);
}

static void
complain_of_sum (const SoulsJsonPlace *place,
                 const Sum            *sum,
                 double                parts,
                 double                total,
                 GError              **error)
{
  double rounded = nearbyint ((parts - total) / ROUNDING) * ROUNDING;
  g_autofree char *found = souls_text_number (parts);
  g_autofree char *expected = souls_text_number (total);
  g_autofree char *difference = souls_text_number (rounded);

  souls_json_complain (place, error, SOULS_SCENARIO_ERROR_SUM,
                       "%s: expected %s (%s), the figures give %s, difference %s", sum->name,
                       expected, souls_figure_id (sum->total), found, difference);
}

/**
 * souls_data_sums_check:
 * @place: of the year, for the message
 * @figures: what was reported for it
 * @error: a sum error: the sum, what the parts come to, the total printed, and the difference
 *
 * Checks that a year's figures add up: groups, segments and functions to their totals, exactly. A
 * sum of which a part was never printed is passed over.
 *
 * Returns: whether they do
 */
gboolean
souls_data_sums_check (const SoulsJsonPlace *place,
                       const SoulsFigures   *figures,
                       GError              **error)
{
  for (gsize i = 0; i < G_N_ELEMENTS (sums); i++)
    {
      double parts, total = figures->value[sums[i].total];

      if (add_parts (&sums[i], figures, &parts) && fabs (parts - total) >= ROUNDING)
        {
          complain_of_sum (place, &sums[i], parts, total, error);
          return FALSE;
        }
    }
  return TRUE;
}
