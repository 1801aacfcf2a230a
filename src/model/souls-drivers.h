/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * SoulsDriver:
 *
 * The sliders' quantities, in the order of the driver table. The order is part of the
 * contract of the simulation (a driver's draws hang on its place), so new ones go last.
 */
typedef enum
{
  SOULS_DRIVER_GMV_GROWTH,
  SOULS_DRIVER_PRODUCT_MARGIN,
  SOULS_DRIVER_HANDLING_COST,
  SOULS_DRIVER_PHYSICAL_GROWTH,
  SOULS_DRIVER_THIRD_PARTY_SHARE,
  SOULS_DRIVER_REFERRAL_RATE,
  SOULS_DRIVER_FBA_SHARE,
  SOULS_DRIVER_FBA_FEE,
  SOULS_DRIVER_AD_RATE,
  SOULS_DRIVER_AD_MARGIN,
  SOULS_DRIVER_SUBSCRIPTION_GROWTH,
  SOULS_DRIVER_CONTENT_COST,
  SOULS_DRIVER_OVERHEAD_RATE,
  SOULS_DRIVER_INTERNATIONAL_GROWTH_GAP,
  SOULS_DRIVER_INTERNATIONAL_MARGIN_GAP,
  SOULS_DRIVER_AWS_GROWTH,
  SOULS_DRIVER_AWS_MARGIN,
  SOULS_DRIVER_AWS_ENTERPRISE_SHARE,
  SOULS_DRIVER_AWS_CAPEX_SURGE,
  SOULS_DRIVER_AWS_USEFUL_LIFE,
  SOULS_DRIVER_GROWTH_FADE,
  SOULS_DRIVER_TERMINAL_GROWTH,
  SOULS_DRIVER_STRANDED_SHARE,
  SOULS_DRIVER_STRANDED_YEARS,
  SOULS_DRIVER_COMPUTE_MARKUP,
  SOULS_DRIVER_DISSYNERGY_RATE,
  SOULS_DRIVER_ONE_TIME_COST,
  SOULS_DRIVER_PRICE_RESPONSE,
  SOULS_DRIVER_SELECTION_RESPONSE,
  SOULS_DRIVER_REINVESTMENT,
  SOULS_DRIVER_SATURATION,
  SOULS_DRIVER_INVENTORY_DAYS,
  SOULS_DRIVER_RECEIVABLE_DAYS,
  SOULS_DRIVER_PAYABLE_DAYS,
  SOULS_DRIVER_STORES_CAPEX_RATE,
  SOULS_DRIVER_TAX_RATE,
  SOULS_N_DRIVERS
} SoulsDriver;

typedef enum
{
  SOULS_GROUP_FIRST_PARTY,
  SOULS_GROUP_MARKETPLACE,
  SOULS_GROUP_ADVERTISING_PRIME,
  SOULS_GROUP_COSTS_REGIONS,
  SOULS_GROUP_AWS,
  SOULS_GROUP_HORIZON,
  SOULS_GROUP_WITHOUT_AWS,
  SOULS_GROUP_FLYWHEEL,
  SOULS_GROUP_CASH,
  SOULS_N_GROUPS
} SoulsGroup;

/**
 * SoulsUnit:
 *
 * How a driver's value is read: what stands behind the number, and how a value of the model becomes the one shown.
 */
typedef enum
{
  SOULS_UNIT_PERCENT,
  SOULS_UNIT_PERCENT_PER_YEAR,
  SOULS_UNIT_POINTS,
  SOULS_UNIT_POINTS_PER_YEAR,
  SOULS_UNIT_MONEY,
  SOULS_UNIT_DAYS,
  SOULS_UNIT_YEARS,
  SOULS_UNIT_RATIO,
} SoulsUnit;

typedef enum
{
  SOULS_DRIVER_PHASED = 1 << 0,      /* moves from its baseline to the target over the phase-in */
  SOULS_DRIVER_FADES = 1 << 1,       /* a growth rate that fades to the terminal growth */
  SOULS_DRIVER_CONSTANT = 1 << 2,    /* its default is a number of ours, the same for every base year */
} SoulsDriverFlags;

/**
 * SoulsDriverInfo:
 * @id: stable for ever: it stands in users' files
 * @name: marked for translation, as are all texts here
 * @basis: what the number is a part of ("% of 1P sales")
 * @low_end: what the lowest value means
 * @high_end: what the highest value means
 * @explanation: one or two sentences for a tooltip
 * @caution: what the screen must say because the model is simple, or %NULL
 * @symbol: in the equations
 * @origin: symbol of the calibrated value that is its default, or %NULL for a constant
 * @unit: of the value shown
 * @group: where its slider stands
 * @flags: #SoulsDriverFlags
 * @min: lowest value of the slider, in the unit shown
 * @max: highest value of the slider, in the unit shown
 * @step: the slider's step, in the unit shown
 * @constant: the default in the unit shown where it is a constant
 *
 * A row of the driver table.
 */
typedef struct
{
  const char *id;
  const char *name;
  const char *basis;
  const char *low_end;
  const char *high_end;
  const char *explanation;
  const char *caution;
  const char *symbol;
  const char *origin;
  SoulsUnit unit;
  SoulsGroup group;
  SoulsDriverFlags flags;
  double min;
  double max;
  double step;
  double constant;
} SoulsDriverInfo;

/**
 * SoulsDrivers:
 * @target: by #SoulsDriver, in the model's unit (fractions, US$ million, days, years)
 *
 * Where every slider stands.
 */
typedef struct
{
  double target[SOULS_N_DRIVERS];
} SoulsDrivers;

const SoulsDriverInfo *souls_driver_info       (SoulsDriver  driver);
const SoulsDriver     *souls_essential_drivers (int         *n_drivers);
gboolean               souls_driver_from_id    (const char  *id,
                                                SoulsDriver *driver);
double                 souls_driver_scale      (SoulsDriver  driver);
double                 souls_driver_to_shown   (SoulsDriver  driver,
                                                double       value);
double                 souls_driver_from_shown (SoulsDriver  driver,
                                                double       shown);

const char            *souls_unit_id           (SoulsUnit    unit);
const char            *souls_group_id          (SoulsGroup   group);
const char            *souls_group_name        (SoulsGroup   group);
gboolean               souls_group_from_id     (const char  *id,
                                                SoulsGroup  *group);

G_END_DECLS
