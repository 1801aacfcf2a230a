/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "souls-model.h"

#include <glib/gi18n.h>

static gboolean
is_moved (const SoulsCalibration *calibration,
          const SoulsDrivers     *drivers,
          SoulsDriver             driver)
{
  return drivers->target[driver] != calibration->baseline[driver];
}

/* Whether the stores ever have profit or float to put into prices; what they put there already does not count. */
static gboolean
stores_have_means (const SoulsCalibration *calibration,
                   const SoulsSettings    *settings,
                   const SoulsDrivers     *drivers)
{
  SoulsDrivers idle = *drivers;
  SoulsResults results;

  idle.target[SOULS_DRIVER_REINVESTMENT] = 0;
  souls_project (calibration, settings, &idle, &results);
  for (int t = 0; t < settings->horizon; t++)
    if (results.value[SOULS_METRIC_INCOME_STORES][t] + results.value[SOULS_WORKING_STORES_FLOAT_CHANGE][t] > 0)
      return TRUE;
  return FALSE;
}

/* Whether anything changes the prices that customers see. */
static gboolean
prices_move (const SoulsCalibration *calibration,
             const SoulsSettings    *settings,
             const SoulsDrivers     *drivers)
{
  const SoulsDriver movers[] = {
    SOULS_DRIVER_PRODUCT_MARGIN, SOULS_DRIVER_REFERRAL_RATE, SOULS_DRIVER_FBA_FEE,
  };

  for (gsize i = 0; i < G_N_ELEMENTS (movers); i++)
    if (is_moved (calibration, drivers, movers[i]))
      return TRUE;
  return is_moved (calibration, drivers, SOULS_DRIVER_REINVESTMENT) && stores_have_means (calibration, settings, drivers);
}

/* The first rung on which a driver of "without AWS" counts. */
static SoulsRung
rung_of (SoulsDriver driver)
{
  switch (driver)
    {
    case SOULS_DRIVER_STRANDED_SHARE:
    case SOULS_DRIVER_STRANDED_YEARS:
      return SOULS_RUNG_STRANDED;
    case SOULS_DRIVER_COMPUTE_MARKUP:
      return SOULS_RUNG_TRANSFER_PRICE;
    case SOULS_DRIVER_DISSYNERGY_RATE:
      return SOULS_RUNG_DISSYNERGIES;
    case SOULS_DRIVER_ONE_TIME_COST:
      return SOULS_RUNG_ONE_TIME;
    default:
      return SOULS_RUNG_ARITHMETIC;
    }
}

static const char *
explain_rung (SoulsRung rung)
{
  static const char *const reasons[SOULS_N_RUNGS] = {
    [SOULS_RUNG_STRANDED] = N_("No effect yet: choose “stranded costs” or a later meaning of “without AWS”."),
    [SOULS_RUNG_TRANSFER_PRICE] = N_("No effect yet: choose “computing at a price” or a later meaning of “without AWS”."),
    [SOULS_RUNG_DISSYNERGIES] = N_("No effect yet: choose “dis-synergies” or a later meaning of “without AWS”."),
    [SOULS_RUNG_ONE_TIME] = N_("No effect yet: choose “one-time costs” as the meaning of “without AWS”."),
  };

  return reasons[rung];
}

/* Growth rates fade towards the long run's; when they all stand there already, fading faster does nothing. */
static gboolean
growth_stands_at_terminal (const SoulsDrivers *drivers)
{
  for (int i = 0; i < SOULS_N_DRIVERS; i++)
    if ((souls_driver_info ((SoulsDriver) i)->flags & SOULS_DRIVER_FADES) != 0 &&
        drivers->target[i] != drivers->target[SOULS_DRIVER_TERMINAL_GROWTH])
      return FALSE;
  return TRUE;
}

static const char *
explain_horizon (const SoulsSettings *settings,
                 const SoulsDrivers  *drivers,
                 SoulsDriver          driver)
{
  if (settings->horizon < 2)
    return N_("No effect yet: growth fades from the second projected year on.");
  if (driver == SOULS_DRIVER_GROWTH_FADE && growth_stands_at_terminal (drivers))
    return N_("No effect yet: every growth rate already stands at the growth of the long run.");
  if (driver == SOULS_DRIVER_TERMINAL_GROWTH && drivers->target[SOULS_DRIVER_GROWTH_FADE] == 0)
    return N_("No effect yet: growth does not fade.");
  return NULL;
}

static const char *
explain_stranded_years (const SoulsSettings *settings,
                        const SoulsDrivers  *drivers)
{
  if (drivers->target[SOULS_DRIVER_STRANDED_SHARE] == 0)
    return N_("No effect yet: no cost is stranded.");
  if (settings->horizon < 2)
    return N_("No effect yet: stranded costs fall from the second projected year on.");
  return NULL;
}

/**
 * souls_driver_without_effect:
 * @calibration: the base year
 * @settings: the scenario's
 * @drivers: the scenario's
 * @driver: the driver in question
 *
 * Why moving a driver changes no answer at present, in the sense of section 8 of the model.
 *
 * Returns: (nullable): a sentence marked for translation, or %NULL where the driver has an effect
 */
const char *
souls_driver_without_effect (const SoulsCalibration *calibration,
                             const SoulsSettings    *settings,
                             const SoulsDrivers     *drivers,
                             SoulsDriver             driver)
{
  if (settings->rung < rung_of (driver))
    return explain_rung (rung_of (driver));
  switch (driver)
    {
    case SOULS_DRIVER_STRANDED_YEARS:
      return explain_stranded_years (settings, drivers);
    case SOULS_DRIVER_PHYSICAL_GROWTH:
      return calibration->figures.value[SOULS_FIGURE_SALES_PHYSICAL] == 0
               ? N_("No effect: there were no physical stores in the base year.") : NULL;
    case SOULS_DRIVER_PRICE_RESPONSE:
      return prices_move (calibration, settings, drivers) ? NULL
               : N_("No effect yet: it answers to prices, so move a fee, the product margin or what is put into prices.");
    case SOULS_DRIVER_SELECTION_RESPONSE:
      return is_moved (calibration, drivers, SOULS_DRIVER_THIRD_PARTY_SHARE) ? NULL
               : N_("No effect yet: it answers to the seller mix, so move that.");
    case SOULS_DRIVER_REINVESTMENT:
      return stores_have_means (calibration, settings, drivers) ? NULL
               : N_("No effect yet: the stores have neither profit nor float to put into prices.");
    case SOULS_DRIVER_SATURATION:
      return settings->horizon < 2 ? N_("No effect yet: a fuller market slows growth from the second projected year on.") : NULL;
    case SOULS_DRIVER_GROWTH_FADE:
    case SOULS_DRIVER_TERMINAL_GROWTH:
      return explain_horizon (settings, drivers, driver);
    default:
      return NULL;
    }
}
