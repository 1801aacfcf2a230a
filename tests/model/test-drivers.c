/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>
#include <string.h>

#include "fixture.h"

/* The page's table of drivers, once more: id, group, least, greatest, step in the unit shown, phased, symbol, and
 * where the baseline comes from (a number of ours where it is no symbol). */
typedef struct
{
  const char *id;
  SoulsGroup group;
  double min;
  double max;
  double step;
  gboolean phased;
  const char *symbol;
  const char *origin;
  double constant;
} Row;

static const Row page[] = {
  { "gmv-growth", SOULS_GROUP_FIRST_PARTY, -30, 50, 0.5, FALSE, "γ", "g_st" },
  { "product-margin", SOULS_GROUP_FIRST_PARTY, 0, 50, 0.5, TRUE, "m", "m0" },
  { "handling-cost", SOULS_GROUP_FIRST_PARTY, 10, 45, 0.1, TRUE, "h", "h0" },
  { "physical-growth", SOULS_GROUP_FIRST_PARTY, -30, 50, 0.5, FALSE, "γp", "g_ph" },
  { "third-party-share", SOULS_GROUP_MARKETPLACE, 0, 95, 1, TRUE, "s", "s0" },
  { "referral-rate", SOULS_GROUP_MARKETPLACE, 0, 30, 0.5, TRUE, "ρ", "rho0" },
  { "fba-share", SOULS_GROUP_MARKETPLACE, 0, 100, 1, TRUE, "φ", "phi0" },
  { "fba-fee", SOULS_GROUP_MARKETPLACE, 0, 50, 0.5, TRUE, "f", "f0" },
  { "ad-rate", SOULS_GROUP_ADVERTISING_PRIME, 0, 20, 0.1, TRUE, "a", "a0" },
  { "ad-margin", SOULS_GROUP_ADVERTISING_PRIME, 0, 100, 1, TRUE, "μ", "mu0" },
  { "subscription-growth", SOULS_GROUP_ADVERTISING_PRIME, -30, 50, 0.5, FALSE, "γs", "g_su" },
  { "content-cost", SOULS_GROUP_ADVERTISING_PRIME, 0, 150, 1, TRUE, "c", "c0" },
  { "overhead-rate", SOULS_GROUP_COSTS_REGIONS, 0, 15, 0.05, TRUE, "v", "v0" },
  { "international-growth-gap", SOULS_GROUP_COSTS_REGIONS, -20, 20, 0.5, FALSE, "gi", NULL, 0 },
  { "international-margin-gap", SOULS_GROUP_COSTS_REGIONS, -10, 20, 0.1, TRUE, "gm", "gm0" },
  { "aws-growth", SOULS_GROUP_AWS, -20, 80, 0.5, FALSE, "α", "g_aws" },
  { "aws-margin", SOULS_GROUP_AWS, -20, 60, 0.5, TRUE, "M", "M0" },
  { "aws-enterprise-share", SOULS_GROUP_AWS, 0, 100, 1, TRUE, "e", "e0" },
  { "aws-capex-surge", SOULS_GROUP_AWS, -10, 80, 1, FALSE, "x", "x0" },
  { "aws-useful-life", SOULS_GROUP_AWS, 3, 8, 0.5, TRUE, "L", "L0" },
  { "growth-fade", SOULS_GROUP_HORIZON, 0, 50, 1, FALSE, "ψ", NULL, 15 },
  { "terminal-growth", SOULS_GROUP_HORIZON, -5, 15, 0.5, FALSE, "g∞", NULL, 5 },
  { "stranded-share", SOULS_GROUP_WITHOUT_AWS, 0, 100, 5, FALSE, "σ", NULL, 50 },
  { "stranded-years", SOULS_GROUP_WITHOUT_AWS, 1, 10, 1, FALSE, "N", NULL, 3 },
  { "compute-markup", SOULS_GROUP_WITHOUT_AWS, 0, 100, 1, FALSE, "y", "y0" },
  { "dissynergy-rate", SOULS_GROUP_WITHOUT_AWS, 0, 3, 0.05, FALSE, "d", NULL, 0.25 },
  { "one-time-cost", SOULS_GROUP_WITHOUT_AWS, 0, 20000, 250, FALSE, "T", NULL, 2000 },
  { "price-response", SOULS_GROUP_FLYWHEEL, 0, 4, 0.1, FALSE, "ε", NULL, 0 },
  { "selection-response", SOULS_GROUP_FLYWHEEL, 0, 2, 0.05, FALSE, "η", NULL, 0 },
  { "reinvestment", SOULS_GROUP_FLYWHEEL, 0, 100, 5, FALSE, "ω", NULL, 0 },
  { "saturation", SOULS_GROUP_FLYWHEEL, 0, 50, 1, FALSE, "κ", NULL, 0 },
  { "inventory-days", SOULS_GROUP_CASH, 0, 120, 1, TRUE, "dio", "dio0" },
  { "receivable-days", SOULS_GROUP_CASH, 0, 120, 1, TRUE, "dso", "dso0" },
  { "payable-days", SOULS_GROUP_CASH, 0, 200, 1, TRUE, "dpo", "dpo0" },
  { "stores-capex-rate", SOULS_GROUP_CASH, 0, 15, 0.1, TRUE, "q", "q0" },
  { "tax-rate", SOULS_GROUP_CASH, 0, 40, 0.5, TRUE, "θ", "tax0" },
};

G_STATIC_ASSERT (G_N_ELEMENTS (page) == SOULS_N_DRIVERS);

static void
test_table (void)
{
  for (int i = 0; i < SOULS_N_DRIVERS; i++)
    {
      const SoulsDriverInfo *info = souls_driver_info ((SoulsDriver) i);

      g_assert_cmpstr (info->id, ==, page[i].id);
      g_assert_cmpint (info->group, ==, page[i].group);
      g_assert_cmpfloat (info->min, ==, page[i].min);
      g_assert_cmpfloat (info->max, ==, page[i].max);
      g_assert_cmpfloat (info->step, ==, page[i].step);
      g_assert_cmpint ((info->flags & SOULS_DRIVER_PHASED) != 0, ==, page[i].phased);
      g_assert_cmpstr (info->symbol, ==, page[i].symbol);
      g_assert_cmpstr (info->origin, ==, page[i].origin);
      g_assert_cmpint ((info->flags & SOULS_DRIVER_CONSTANT) != 0, ==, page[i].origin == NULL);
      g_assert_cmpfloat (info->constant, ==, page[i].constant);
    }
}

/* The growth rates that fade are those that the page says fade. */
static void
test_fading (void)
{
  const SoulsDriver fading[] = {
    SOULS_DRIVER_GMV_GROWTH, SOULS_DRIVER_PHYSICAL_GROWTH, SOULS_DRIVER_SUBSCRIPTION_GROWTH, SOULS_DRIVER_AWS_GROWTH,
  };
  int n = 0;

  for (int i = 0; i < SOULS_N_DRIVERS; i++)
    n += (souls_driver_info ((SoulsDriver) i)->flags & SOULS_DRIVER_FADES) != 0;
  g_assert_cmpint (n, ==, G_N_ELEMENTS (fading));
  for (gsize i = 0; i < G_N_ELEMENTS (fading); i++)
    g_assert_cmpint (souls_driver_info (fading[i])->flags & SOULS_DRIVER_FADES, !=, 0);
}

static gboolean
is_kebab_case (const char *id)
{
  return g_regex_match_simple ("^[a-z]+(-[a-z]+)*$", id, 0, 0);
}

static void
test_ids (void)
{
  SoulsDriver driver;

  for (int i = 0; i < SOULS_N_DRIVERS; i++)
    {
      const SoulsDriverInfo *info = souls_driver_info ((SoulsDriver) i);

      g_assert_true (is_kebab_case (info->id));
      g_assert_true (souls_driver_from_id (info->id, &driver));
      g_assert_cmpint (driver, ==, i);   /* the first of its id, so the only one */
      for (int j = 0; j < i; j++)
        g_assert_cmpstr (souls_driver_info ((SoulsDriver) j)->symbol, !=, info->symbol);
    }
  g_assert_false (souls_driver_from_id ("AWS-growth", &driver));
  g_assert_false (souls_driver_from_id ("", &driver));
  g_assert_false (souls_driver_from_id (NULL, &driver));
}

static void
check_text (const char *id,
            const char *text,
            gboolean    is_sentence)
{
  if (text == NULL || *text == '\0' || !g_utf8_validate (text, -1, NULL) || g_ascii_isspace (*text) ||
      is_sentence != g_str_has_suffix (text, "."))
    g_error ("%s: “%s”", id, text);
}

static void
test_texts (void)
{
  for (int i = 0; i < SOULS_N_DRIVERS; i++)
    {
      const SoulsDriverInfo *info = souls_driver_info ((SoulsDriver) i);

      check_text (info->id, info->name, FALSE);
      check_text (info->id, info->basis, FALSE);
      check_text (info->id, info->low_end, FALSE);
      check_text (info->id, info->high_end, FALSE);
      check_text (info->id, info->explanation, TRUE);
      if (info->caution != NULL)
        check_text (info->id, info->caution, TRUE);
      for (int j = 0; j < i; j++)
        g_assert_cmpstr (souls_driver_info ((SoulsDriver) j)->name, !=, info->name);
    }
}

/* The page's section 8: what the screen must say because the model is simple. */
static void
test_cautions (void)
{
  const SoulsDriver cautioned[] = {
    SOULS_DRIVER_THIRD_PARTY_SHARE, SOULS_DRIVER_FBA_SHARE, SOULS_DRIVER_STORES_CAPEX_RATE, SOULS_DRIVER_TAX_RATE,
    SOULS_DRIVER_RECEIVABLE_DAYS, SOULS_DRIVER_AWS_CAPEX_SURGE,
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cautioned); i++)
    g_assert_nonnull (souls_driver_info (cautioned[i])->caution);
}

/* A slider has between ten and a few hundred steps, and both of its ends are steps. */
static void
test_steps (void)
{
  for (int i = 0; i < SOULS_N_DRIVERS; i++)
    {
      const SoulsDriverInfo *info = souls_driver_info ((SoulsDriver) i);
      const double steps = (info->max - info->min) / info->step;

      g_assert_cmpfloat (info->min, <, info->max);
      g_assert_cmpfloat (info->step, >, 0);
      g_assert_cmpfloat_with_epsilon (steps, rint (steps), 1e-9);
      g_assert_cmpfloat (steps, >=, 9);
      g_assert_cmpfloat (steps, <=, 400);
    }
}

static void
test_baselines (void)
{
  for (int year = FIXTURE_FIRST_YEAR; year <= FIXTURE_LAST_YEAR; year++)
    {
      const SoulsCalibration *c = fixture_calibration (year);

      for (int i = 0; i < SOULS_N_DRIVERS; i++)
        {
          const SoulsDriver driver = (SoulsDriver) i;

          g_assert_true (isfinite (c->baseline[i]));
          g_assert_cmpfloat (c->min[i], <=, c->baseline[i]);
          g_assert_cmpfloat (c->baseline[i], <=, c->max[i]);
          g_assert_cmpfloat (c->min[i], ==, MIN (souls_driver_from_shown (driver, page[i].min), c->baseline[i]));
          g_assert_cmpfloat (c->max[i], ==, MAX (souls_driver_from_shown (driver, page[i].max), c->baseline[i]));
          if (page[i].origin == NULL)
            g_assert_cmpfloat (souls_driver_to_shown (driver, c->baseline[i]), ==, page[i].constant);
        }
    }
}

/* A baseline is the calibrated value or belief that its origin names. */
static void
test_origins (void)
{
  const SoulsCalibration *c = fixture_calibration (2025);

  for (int i = 0; i < SOULS_N_DRIVERS; i++)
    {
      gboolean found = page[i].origin == NULL;

      for (int j = 0; j < SOULS_N_SYMBOLS; j++)
        if (g_strcmp0 (souls_symbol_id ((SoulsSymbol) j), page[i].origin) == 0)
          found = c->baseline[i] == c->symbol[j];
      for (int j = 0; j < SOULS_N_BELIEFS; j++)
        if (g_strcmp0 (souls_belief_id ((SoulsBelief) j), page[i].origin) == 0)
          found = c->baseline[i] == c->beliefs.value[j];
      if (!found)
        g_error ("%s: the baseline is not %s", page[i].id, page[i].origin);
    }
}

static void
test_units (void)
{
  for (int i = 0; i < SOULS_N_DRIVERS; i++)
    {
      const SoulsDriver driver = (SoulsDriver) i;
      const SoulsUnit unit = souls_driver_info (driver)->unit;
      const gboolean in_hundredths = unit == SOULS_UNIT_PERCENT || unit == SOULS_UNIT_PERCENT_PER_YEAR ||
                                     unit == SOULS_UNIT_POINTS || unit == SOULS_UNIT_POINTS_PER_YEAR;

      g_assert_cmpfloat (souls_driver_scale (driver), ==, in_hundredths ? 100 : 1);
      g_assert_cmpfloat (souls_driver_to_shown (driver, 0.5), ==, in_hundredths ? 50 : 0.5);
      g_assert_cmpfloat (souls_driver_from_shown (driver, souls_driver_to_shown (driver, 0.25)), ==, 0.25);
      g_assert_cmpuint (strlen (souls_unit_id (unit)), >, 0);
    }
}

static void
test_groups (void)
{
  SoulsGroup group;

  for (int i = 0; i < SOULS_N_GROUPS; i++)
    {
      int n = 0;

      g_assert_true (is_kebab_case (souls_group_id ((SoulsGroup) i)));
      g_assert_true (souls_group_from_id (souls_group_id ((SoulsGroup) i), &group));
      g_assert_cmpint (group, ==, i);
      check_text (souls_group_id ((SoulsGroup) i), souls_group_name ((SoulsGroup) i), FALSE);
      for (int j = 0; j < SOULS_N_DRIVERS; j++)
        n += (int) souls_driver_info ((SoulsDriver) j)->group == i;
      g_assert_cmpint (n, >, 0);
    }
  g_assert_false (souls_group_from_id ("nothing", &group));
}

static void
test_reset (void)
{
  const SoulsCalibration *c = fixture_calibration (2021);
  SoulsDrivers drivers;

  souls_drivers_reset (&drivers, c);
  for (int i = 0; i < SOULS_N_DRIVERS; i++)
    g_assert_cmpfloat (drivers.target[i], ==, c->baseline[i]);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/drivers/table", test_table);
  g_test_add_func ("/model/drivers/fading", test_fading);
  g_test_add_func ("/model/drivers/ids", test_ids);
  g_test_add_func ("/model/drivers/texts", test_texts);
  g_test_add_func ("/model/drivers/cautions", test_cautions);
  g_test_add_func ("/model/drivers/steps", test_steps);
  g_test_add_func ("/model/drivers/baselines", test_baselines);
  g_test_add_func ("/model/drivers/origins", test_origins);
  g_test_add_func ("/model/drivers/units", test_units);
  g_test_add_func ("/model/drivers/groups", test_groups);
  g_test_add_func ("/model/drivers/reset", test_reset);
  return g_test_run ();
}
