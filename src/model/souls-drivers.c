/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "souls-drivers.h"

#include <glib/gi18n.h>

#define PHASED SOULS_DRIVER_PHASED
#define FADES SOULS_DRIVER_FADES
#define CONSTANT SOULS_DRIVER_CONSTANT

static const SoulsDriverInfo drivers_table[SOULS_N_DRIVERS] = {
  [SOULS_DRIVER_GMV_GROWTH] = {
    "gmv-growth", N_("Store growth"), /* xgettext:no-c-format */ N_("%/yr"), N_("shrinking"), N_("booming"),
    N_("How fast the value of goods sold online grows, first and third party together. It fades to the growth of the long run."),
    N_("The baseline is the growth of all the stores’ net sales in the base year."),
    "γ", "g_st", SOULS_UNIT_PERCENT_PER_YEAR, SOULS_GROUP_FIRST_PARTY, FADES, -30, 50, 0.5, 0 },
  [SOULS_DRIVER_PRODUCT_MARGIN] = {
    "product-margin", N_("Product margin"),
    /* xgettext:no-c-format */ N_("% of 1P sales"),
    N_("sold at cost"), N_("boutique"),
    N_("What is left of first-party sales after the goods themselves are paid, before they are handled and shipped."),
    N_("An assumed split: the filings do not separate the stores’ cost of goods."),
    "m", "m0", SOULS_UNIT_PERCENT, SOULS_GROUP_FIRST_PARTY, PHASED, 0, 50, 0.5, 0 },
  [SOULS_DRIVER_HANDLING_COST] = {
    "handling-cost", N_("Handling cost"),
    /* xgettext:no-c-format */ N_("% of handled goods"),
    N_("cheap"), N_("costly"),
    N_("Warehouses, shipping and delivery for each dollar of goods that Amazon handles, its own and its sellers’."),
    N_("One average for first-party and sellers’ goods."),
    "h", "h0", SOULS_UNIT_PERCENT, SOULS_GROUP_FIRST_PARTY, PHASED, 10, 45, 0.1, 0 },
  [SOULS_DRIVER_PHYSICAL_GROWTH] = {
    "physical-growth", N_("Physical store growth"),
    /* xgettext:no-c-format */ N_("%/yr"),
    N_("shrinking"), N_("booming"),
    N_("How fast Whole Foods Market and the other physical stores grow. It fades to the growth of the long run."),
    NULL,
    "γp", "g_ph", SOULS_UNIT_PERCENT_PER_YEAR, SOULS_GROUP_FIRST_PARTY, FADES, -30, 50, 0.5, 0 },
  [SOULS_DRIVER_THIRD_PARTY_SHARE] = {
    "third-party-share", N_("Seller mix"),
    /* xgettext:no-c-format */ N_("% of GMV"),
    N_("all first party"), N_("all sellers"),
    N_("Which part of the goods sold belongs to third-party sellers. Net sales fall when it rises, for a seller’s goods count only by the fees."),
    N_("The product that changes hands is taken to be the average one; beyond ±10 points that is a stretch."),
    "s", "s0", SOULS_UNIT_PERCENT, SOULS_GROUP_MARKETPLACE, PHASED, 0, 95, 1, 0 },
  [SOULS_DRIVER_REFERRAL_RATE] = {
    "referral-rate", N_("Referral fee"), /* xgettext:no-c-format */ N_("% of 3P GMV"), N_("free"), N_("dear"),
    N_("The cut that Amazon takes of every third-party sale, whoever ships it."),
    NULL,
    "ρ", "rho0", SOULS_UNIT_PERCENT, SOULS_GROUP_MARKETPLACE, PHASED, 0, 30, 0.5, 0 },
  [SOULS_DRIVER_FBA_SHARE] = {
    "fba-share", N_("Fulfilled by Amazon"),
    /* xgettext:no-c-format */ N_("% of 3P GMV"),
    N_("sellers ship"), N_("Amazon ships"),
    N_("Which part of sellers’ goods Amazon stores, packs and ships."),
    N_("In the base years FBA fees do not cover average handling, so more FBA lowers profit here."),
    "φ", "phi0", SOULS_UNIT_PERCENT, SOULS_GROUP_MARKETPLACE, PHASED, 0, 100, 1, 0 },
  [SOULS_DRIVER_FBA_FEE] = {
    "fba-fee", N_("FBA fee"), /* xgettext:no-c-format */ N_("% of FBA GMV"), N_("free"), N_("dear"),
    N_("What Amazon charges to store, pack and ship a seller’s goods, for each dollar of them."),
    NULL,
    "f", "f0", SOULS_UNIT_PERCENT, SOULS_GROUP_MARKETPLACE, PHASED, 0, 50, 0.5, 0 },
  [SOULS_DRIVER_AD_RATE] = {
    "ad-rate", N_("Advertising"), /* xgettext:no-c-format */ N_("% of GMV"), N_("no adverts"), N_("everywhere"),
    N_("Advertising sales for each dollar of goods sold online."),
    NULL,
    "a", "a0", SOULS_UNIT_PERCENT, SOULS_GROUP_ADVERTISING_PRIME, PHASED, 0, 20, 0.1, 0 },
  [SOULS_DRIVER_AD_MARGIN] = {
    "ad-margin", N_("Advertising margin"), /* xgettext:no-c-format */ N_("%"), N_("no profit"), N_("all profit"),
    N_("What is left of advertising sales after their own costs. Amazon does not publish it."),
    N_("A different belief would only move profit between advertising and overhead; moving the slider changes what the company earns."),
    "μ", "mu0", SOULS_UNIT_PERCENT, SOULS_GROUP_ADVERTISING_PRIME, PHASED, 0, 100, 1, 0 },
  [SOULS_DRIVER_SUBSCRIPTION_GROWTH] = {
    "subscription-growth", N_("Subscription growth"),
    /* xgettext:no-c-format */ N_("%/yr"),
    N_("shrinking"), N_("booming"),
    N_("How fast Prime and the other subscriptions grow. It fades to the growth of the long run."),
    NULL,
    "γs", "g_su", SOULS_UNIT_PERCENT_PER_YEAR, SOULS_GROUP_ADVERTISING_PRIME, FADES, -30, 50, 0.5, 0 },
  [SOULS_DRIVER_CONTENT_COST] = {
    "content-cost", N_("Content cost"),
    /* xgettext:no-c-format */ N_("% of subscriptions"),
    N_("no films"), N_("a studio"),
    N_("Video and music for each dollar of subscriptions."),
    NULL,
    "c", "c0", SOULS_UNIT_PERCENT, SOULS_GROUP_ADVERTISING_PRIME, PHASED, 0, 150, 1, 0 },
  [SOULS_DRIVER_OVERHEAD_RATE] = {
    "overhead-rate", N_("Overhead"), /* xgettext:no-c-format */ N_("% of activity"), N_("lean"), N_("heavy"),
    N_("The stores’ technology, marketing and administration for each dollar of goods and memberships sold."),
    N_("What remains after AWS’s expenses and advertising’s own costs are taken out; one-off charges are not projected."),
    "v", "v0", SOULS_UNIT_PERCENT, SOULS_GROUP_COSTS_REGIONS, PHASED, 0, 15, 0.05, 0 },
  [SOULS_DRIVER_INTERNATIONAL_GROWTH_GAP] = {
    "international-growth-gap", N_("International growth gap"), N_("points/yr"), N_("falling behind"), N_("catching up"),
    N_("How much faster International grows than North America."),
    N_("It moves sales and profit between the regions, not the whole."),
    "gi", NULL, SOULS_UNIT_POINTS_PER_YEAR, SOULS_GROUP_COSTS_REGIONS, CONSTANT, -20, 20, 0.5, 0 },
  [SOULS_DRIVER_INTERNATIONAL_MARGIN_GAP] = {
    "international-margin-gap", N_("Regional margin gap"), N_("points, NA minus International"),
    N_("International ahead"), N_("North America ahead"),
    N_("How much higher the operating margin of North America is than that of International."),
    N_("It moves profit between the regions, not the whole."),
    "gm", "gm0", SOULS_UNIT_POINTS, SOULS_GROUP_COSTS_REGIONS, PHASED, -10, 20, 0.1, 0 },
  [SOULS_DRIVER_AWS_GROWTH] = {
    "aws-growth", N_("AWS growth"), /* xgettext:no-c-format */ N_("%/yr"), N_("cloud winter"), N_("AI boom"),
    N_("How fast AWS grows. It fades to the growth of the long run."),
    NULL,
    "α", "g_aws", SOULS_UNIT_PERCENT_PER_YEAR, SOULS_GROUP_AWS, FADES, -20, 80, 0.5, 0 },
  [SOULS_DRIVER_AWS_MARGIN] = {
    "aws-margin", N_("AWS margin"), /* xgettext:no-c-format */ N_("%"), N_("price war"), N_("toll road"),
    N_("AWS’s operating income for each dollar of its sales, before what the sliders below do to it."),
    NULL,
    "M", "M0", SOULS_UNIT_PERCENT, SOULS_GROUP_AWS, PHASED, -20, 60, 0.5, 0 },
  [SOULS_DRIVER_AWS_ENTERPRISE_SHARE] = {
    "aws-enterprise-share", N_("Enterprise sales"),
    /* xgettext:no-c-format */ N_("% of AWS sales"),
    N_("self-service"), N_("sales force"),
    N_("Which part of AWS is sold by the enterprise sales force; the rest is self-service for developers."),
    N_("The company publishes no split; the split and its costs are assumed."),
    "e", "e0", SOULS_UNIT_PERCENT, SOULS_GROUP_AWS, PHASED, 0, 100, 1, 0 },
  [SOULS_DRIVER_AWS_CAPEX_SURGE] = {
    "aws-capex-surge", N_("AWS capital surge"),
    /* xgettext:no-c-format */ N_("% of AWS sales, on top of sustaining, in year 1"),
    N_("harvest"), N_("build-out"),
    /* xgettext:no-c-format */ N_("What AWS adds to its property beyond what growth and wear ask for. It fades by 15 % a year; its depreciation stays."),
    N_("Sales do not follow capital here: below the baseline costs no sales. To tell that story move AWS growth too."),
    "x", "x0", SOULS_UNIT_PERCENT, SOULS_GROUP_AWS, 0, -10, 80, 1, 0 },
  [SOULS_DRIVER_AWS_USEFUL_LIFE] = {
    "aws-useful-life", N_("Server life"), N_("years"), N_("short"), N_("long"),
    N_("How long a server serves. It moves depreciation and replacement spending together."),
    N_("Economic, not bookkeeping: a longer life also saves replacements."),
    "L", "L0", SOULS_UNIT_YEARS, SOULS_GROUP_AWS, PHASED, 3, 8, 0.5, 0 },
  [SOULS_DRIVER_GROWTH_FADE] = {
    "growth-fade", N_("Growth fades"), /* xgettext:no-c-format */ N_("%/yr"), N_("never"), N_("fast"),
    N_("Which part of the distance to the growth of the long run every growth rate loses each year."),
    NULL,
    "ψ", NULL, SOULS_UNIT_PERCENT_PER_YEAR, SOULS_GROUP_HORIZON, CONSTANT, 0, 50, 1, 15 },
  [SOULS_DRIVER_TERMINAL_GROWTH] = {
    "terminal-growth", N_("Growth in the long run"),
    /* xgettext:no-c-format */ N_("%/yr"),
    N_("decline"), N_("ever upward"),
    N_("What all growth rates fade to."),
    NULL,
    "g∞", NULL, SOULS_UNIT_PERCENT_PER_YEAR, SOULS_GROUP_HORIZON, CONSTANT, -5, 15, 0.5, 5 },
  [SOULS_DRIVER_STRANDED_SHARE] = {
    "stranded-share", N_("Stranded share"),
    /* xgettext:no-c-format */ N_("% of AWS’s administration (A)"),
    N_("none"), N_("all of it"),
    N_("Which part of the administration that AWS bears stays with the stores at first."),
    NULL,
    "σ", NULL, SOULS_UNIT_PERCENT, SOULS_GROUP_WITHOUT_AWS, CONSTANT, 0, 100, 5, 50 },
  [SOULS_DRIVER_STRANDED_YEARS] = {
    "stranded-years", N_("Years to remove it"), N_("years to remove them"), N_("at once"), N_("a decade"),
    N_("How long the stores need to get rid of stranded costs."),
    NULL,
    "N", NULL, SOULS_UNIT_YEARS, SOULS_GROUP_WITHOUT_AWS, CONSTANT, 1, 10, 1, 3 },
  [SOULS_DRIVER_COMPUTE_MARKUP] = {
    "compute-markup", N_("Mark-up on computing"),
    /* xgettext:no-c-format */ N_("% on infrastructure at cost (K)"),
    N_("at cost"), N_("double"),
    N_("What a supplier would charge the stores above the cost that they are allocated today."),
    N_("The filing knows no internal revenue: the shop pays cost today. The cost itself is assumed."),
    "y", "y0", SOULS_UNIT_PERCENT, SOULS_GROUP_WITHOUT_AWS, 0, 0, 100, 1, 0 },
  [SOULS_DRIVER_DISSYNERGY_RATE] = {
    "dissynergy-rate", N_("Dis-synergies"),
    /* xgettext:no-c-format */ N_("% of stores’ operating expenses"),
    N_("none"), N_("clumsy"),
    N_("What two companies cost more than one, every year."),
    NULL,
    "d", NULL, SOULS_UNIT_PERCENT, SOULS_GROUP_WITHOUT_AWS, CONSTANT, 0, 3, 0.05, 0.25 },
  [SOULS_DRIVER_ONE_TIME_COST] = {
    "one-time-cost", N_("Cost of separating"), N_("$ million"), N_("free"), N_("messy"),
    N_("What the separation itself costs in its first year."),
    NULL,
    "T", NULL, SOULS_UNIT_MONEY, SOULS_GROUP_WITHOUT_AWS, CONSTANT, 0, 20000, 250, 2000 },
  [SOULS_DRIVER_PRICE_RESPONSE] = {
    "price-response", N_("Response to prices"),
    /* xgettext:no-c-format */ N_("% GMV value per 1 % lower prices"),
    N_("none"), N_("eager"),
    N_("How much more customers spend when prices fall."),
    N_("Nobody publishes it: the loop turns only if you believe in it."),
    "ε", NULL, SOULS_UNIT_RATIO, SOULS_GROUP_FLYWHEEL, CONSTANT, 0, 4, 0.1, 0 },
  [SOULS_DRIVER_SELECTION_RESPONSE] = {
    "selection-response", N_("Response to selection"),
    /* xgettext:no-c-format */ N_("% GMV per point of 3P share"),
    N_("none"), N_("eager"),
    N_("How much more customers spend when sellers widen the range."),
    N_("Nobody publishes it: the loop turns only if you believe in it."),
    "η", NULL, SOULS_UNIT_RATIO, SOULS_GROUP_FLYWHEEL, CONSTANT, 0, 2, 0.05, 0 },
  [SOULS_DRIVER_REINVESTMENT] = {
    "reinvestment", N_("Put into prices"),
    /* xgettext:no-c-format */ N_("% of the stores’ profit and float put into prices"),
    N_("none"), N_("everything"),
    N_("Which part of last year’s profit and float of the stores goes into lower prices."),
    N_("It costs profit at once; it pays only through the response to prices."),
    "ω", NULL, SOULS_UNIT_PERCENT, SOULS_GROUP_FLYWHEEL, CONSTANT, 0, 100, 5, 0 },
  [SOULS_DRIVER_SATURATION] = {
    "saturation", N_("Market filled today"),
    /* xgettext:no-c-format */ N_("% of the market that base GMV fills"),
    N_("open field"), N_("half full"),
    N_("How much of its market the base year’s goods already fill; growth slows as the rest fills up."),
    NULL,
    "κ", NULL, SOULS_UNIT_PERCENT, SOULS_GROUP_FLYWHEEL, CONSTANT, 0, 50, 1, 0 },
  [SOULS_DRIVER_INVENTORY_DAYS] = {
    "inventory-days", N_("Inventory days"), N_("days"), N_("just in time"), N_("full shelves"),
    N_("How long goods wait in the warehouse, in days of cost of sales."),
    NULL,
    "dio", "dio0", SOULS_UNIT_DAYS, SOULS_GROUP_CASH, PHASED, 0, 120, 1, 0 },
  [SOULS_DRIVER_RECEIVABLE_DAYS] = {
    "receivable-days", N_("Receivable days"), N_("days"), N_("cash on sale"), N_("long credit"),
    N_("How long customers, sellers and vendors owe Amazon, in days of net sales."),
    N_("The whole company’s; much of it belongs to AWS."),
    "dso", "dso0", SOULS_UNIT_DAYS, SOULS_GROUP_CASH, PHASED, 0, 120, 1, 0 },
  [SOULS_DRIVER_PAYABLE_DAYS] = {
    "payable-days", N_("Payable days"), N_("days"), N_("pays at once"), N_("suppliers wait"),
    N_("How long Amazon takes to pay its suppliers, in days of cost of sales."),
    N_("Accounts payable probably also hold equipment not yet paid."),
    "dpo", "dpo0", SOULS_UNIT_DAYS, SOULS_GROUP_CASH, PHASED, 0, 200, 1, 0 },
  [SOULS_DRIVER_STORES_CAPEX_RATE] = {
    "stores-capex-rate", N_("Stores’ capital spending"),
    /* xgettext:no-c-format */ N_("% of activity"),
    N_("none"), N_("building"),
    N_("What the stores spend on property and equipment for each dollar of goods and memberships sold."),
    N_("Spending less has no cost here."),
    "q", "q0", SOULS_UNIT_PERCENT, SOULS_GROUP_CASH, PHASED, 0, 15, 0.1, 0 },
  [SOULS_DRIVER_TAX_RATE] = {
    "tax-rate", N_("Tax rate"), /* xgettext:no-c-format */ N_("%"), N_("none"), N_("high"),
    N_("Tax on operating income, where that is above zero."),
    N_("Interest and other income are left out. It moves cash only."),
    "θ", "tax0", SOULS_UNIT_PERCENT, SOULS_GROUP_CASH, PHASED, 0, 40, 0.5, 0 },
};

/* What most of the answer hangs on, in the order in which a lecture comes to it. */
static const SoulsDriver essentials[] = {
  SOULS_DRIVER_THIRD_PARTY_SHARE,
  SOULS_DRIVER_PRODUCT_MARGIN,
  SOULS_DRIVER_FBA_FEE,
  SOULS_DRIVER_AD_MARGIN,
  SOULS_DRIVER_OVERHEAD_RATE,
  SOULS_DRIVER_GMV_GROWTH,
  SOULS_DRIVER_AWS_GROWTH,
  SOULS_DRIVER_AWS_MARGIN,
};

static const struct
{
  const char *id;
  const char *name;
} groups_table[SOULS_N_GROUPS] = {
  [SOULS_GROUP_FIRST_PARTY] = { "first-party", N_("First-party stores") },
  [SOULS_GROUP_MARKETPLACE] = { "marketplace", N_("Marketplace") },
  [SOULS_GROUP_ADVERTISING_PRIME] = { "advertising-prime", N_("Advertising and Prime") },
  [SOULS_GROUP_COSTS_REGIONS] = { "costs-regions", N_("Costs and regions") },
  [SOULS_GROUP_AWS] = { "aws", N_("AWS") },
  [SOULS_GROUP_HORIZON] = { "horizon", N_("Horizon") },
  [SOULS_GROUP_WITHOUT_AWS] = { "without-aws", N_("Without AWS") },
  [SOULS_GROUP_FLYWHEEL] = { "flywheel", N_("Flywheel") },
  [SOULS_GROUP_CASH] = { "cash", N_("Cash") },
};

/* What one unit of the model is in the unit shown, and the word for it in machine-readable output. */
static const struct
{
  const char *id;
  double scale;
} units_table[] = {
  [SOULS_UNIT_PERCENT] = { "percent", 100 },
  [SOULS_UNIT_PERCENT_PER_YEAR] = { "percent per year", 100 },
  [SOULS_UNIT_POINTS] = { "points", 100 },
  [SOULS_UNIT_POINTS_PER_YEAR] = { "points per year", 100 },
  [SOULS_UNIT_MONEY] = { "$ million", 1 },
  [SOULS_UNIT_DAYS] = { "days", 1 },
  [SOULS_UNIT_YEARS] = { "years", 1 },
  [SOULS_UNIT_RATIO] = { "percent per percent", 1 },
};

/**
 * souls_driver_info:
 *
 * Returns: (transfer none): the driver's row in the table
 */
const SoulsDriverInfo *
souls_driver_info (SoulsDriver driver)
{
  return &drivers_table[driver];
}

/**
 * souls_essential_drivers:
 * @n_drivers: (out): how many
 *
 * Returns: (array length=n_drivers) (transfer none): the drivers that a window shows first, in their order there; each
 *   stands in its own group as well
 */
const SoulsDriver *
souls_essential_drivers (int *n_drivers)
{
  *n_drivers = G_N_ELEMENTS (essentials);
  return essentials;
}

/**
 * souls_driver_from_id:
 * @id: a driver's id
 * @driver: (out): the driver
 *
 * Returns: whether there is such a driver
 */
gboolean
souls_driver_from_id (const char  *id,
                      SoulsDriver *driver)
{
  for (int i = 0; i < SOULS_N_DRIVERS; i++)
    if (g_strcmp0 (drivers_table[i].id, id) == 0)
      {
        *driver = (SoulsDriver) i;
        return TRUE;
      }
  return FALSE;
}

/**
 * souls_driver_scale:
 *
 * Returns: what one unit of the model is in the unit shown: 100 for percent and points, else 1
 */
double
souls_driver_scale (SoulsDriver driver)
{
  return units_table[drivers_table[driver].unit].scale;
}

/**
 * souls_driver_to_shown:
 * @value: in the model's unit
 *
 * Returns: the value in the unit shown
 */
double
souls_driver_to_shown (SoulsDriver driver,
                       double      value)
{
  return value * souls_driver_scale (driver);
}

/**
 * souls_driver_from_shown:
 * @shown: in the unit shown
 *
 * Returns: the value in the model's unit
 */
double
souls_driver_from_shown (SoulsDriver driver,
                         double      shown)
{
  return shown / souls_driver_scale (driver);
}

/**
 * souls_unit_id:
 *
 * Returns: the unit's name in machine-readable output
 */
const char *
souls_unit_id (SoulsUnit unit)
{
  return units_table[unit].id;
}

/**
 * souls_group_id:
 *
 * Returns: the group's name in settings and machine-readable output
 */
const char *
souls_group_id (SoulsGroup group)
{
  return groups_table[group].id;
}

/**
 * souls_group_name:
 *
 * Returns: the group's name on screen, marked for translation
 */
const char *
souls_group_name (SoulsGroup group)
{
  return groups_table[group].name;
}

/**
 * souls_group_from_id:
 * @id: a group's id
 * @group: (out): the group
 *
 * Returns: whether there is such a group
 */
gboolean
souls_group_from_id (const char *id,
                     SoulsGroup *group)
{
  for (int i = 0; i < SOULS_N_GROUPS; i++)
    if (g_strcmp0 (groups_table[i].id, id) == 0)
      {
        *group = (SoulsGroup) i;
        return TRUE;
      }
  return FALSE;
}
