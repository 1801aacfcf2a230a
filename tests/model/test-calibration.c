/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>
#include <string.h>

#include "fixture.h"

static gboolean
calibrate (const FixtureYear *year,
           SoulsCalibration  *c,
           GError           **error)
{
  return souls_calibrate (&year->figures, &year->previous, &year->beliefs, c, error);
}

/* Against the independent implementation of the model page. */
static void
test_symbols (void)
{
  g_autoptr (JsonNode) root = fixture_load_json ("SOULS_TEST_GOLDEN");
  JsonObject *years = json_object_get_object_member (json_node_get_object (root), "base_years");

  for (int year = FIXTURE_FIRST_YEAR; year <= FIXTURE_LAST_YEAR; year++)
    {
      g_autofree char *key = g_strdup_printf ("%d", year);
      JsonObject *symbols = json_object_get_object_member (json_object_get_object_member (years, key), "symbols");
      FixtureScenario scenario;

      fixture_baseline (year, &scenario);
      for (int i = 0; i < SOULS_N_SYMBOLS; i++)
        {
          const char *id = souls_symbol_id ((SoulsSymbol) i);
          const double expected = json_object_get_double_member (symbols, id);

          g_assert_true (json_object_has_member (symbols, id));
          fixture_assert_near (id, scenario.c->symbol[i], expected, expected, &scenario);
        }
    }
}

static void
test_invariants (void)
{
  const SoulsSymbol positive[] = {
    SOULS_SYMBOL_gmv, SOULS_SYMBOL_sales, SOULS_SYMBOL_activity, SOULS_SYMBOL_handled,
  };

  for (int i = 0; i < FIXTURE_N_YEARS; i++)
    {
      const SoulsCalibration *c = &fixture_calibrations ()[i];

      for (int j = 0; j < SOULS_N_SYMBOLS; j++)
        g_assert_true (isfinite (c->symbol[j]));
      for (gsize j = 0; j < G_N_ELEMENTS (positive); j++)
        g_assert_cmpfloat (c->symbol[positive[j]], >, 0);
      g_assert_cmpfloat (c->figures.value[SOULS_FIGURE_SALES_AWS], >, 0);
      for (int j = 0; j < SOULS_N_DRIVERS; j++)
        {
          g_assert_cmpfloat (c->min[j], <=, c->baseline[j]);
          g_assert_cmpfloat (c->baseline[j], <=, c->max[j]);
        }
    }
}

/* The accounting identity that checks the data entry: two ways to the stores' operating income. */
static void
test_functions_give_segments (void)
{
#define FIGURE(name) (c->figures.value[SOULS_FIGURE_##name])
  for (int i = 0; i < FIXTURE_N_YEARS; i++)
    {
      const SoulsCalibration *c = &fixture_calibrations ()[i];
      const double shared = FIGURE (TECHNOLOGY) + FIGURE (MARKETING) + FIGURE (GENERAL) + FIGURE (OTHER_EXPENSE);

      g_assert_cmpfloat (c->stores_sales - FIGURE (COST_OF_SALES) - FIGURE (FULFILLMENT) - (shared - c->aws_expenses), ==,
                         FIGURE (INCOME_NORTH_AMERICA) + FIGURE (INCOME_INTERNATIONAL));
    }
#undef FIGURE
}

/* The rules for what older filings do not print. */
static void
test_completion (void)
{
  for (int year = FIXTURE_FIRST_YEAR; year <= FIXTURE_LAST_YEAR; year++)
    {
      const SoulsCalibration *c = fixture_calibration (year);
      const double *filed = fixture_year (year)->figures.value;

      g_assert_cmpint (c->combined_advertising, ==, year < 2019);
      g_assert_cmpint (c->video_believed, ==, year < 2018);
      if (year < 2019)
        {
          g_assert_cmpfloat (c->figures.value[SOULS_FIGURE_SALES_ADVERTISING], ==, filed[SOULS_FIGURE_SALES_OTHER]);
          g_assert_cmpfloat (c->figures.value[SOULS_FIGURE_SALES_OTHER], ==, 0);
        }
      if (year < 2018)
        g_assert_cmpfloat (c->figures.value[SOULS_FIGURE_VIDEO], ==, fixture_year (year)->beliefs.value[SOULS_BELIEF_VIDEO]);
      g_assert_true (year > 2014 || c->figures.value[SOULS_FIGURE_SALES_PHYSICAL] == 0);
      g_assert_cmpint (c->beliefs.value[SOULS_BELIEF_ONE_OFF] > 0, ==, year == 2025);
    }
}

/* A reported figure wins over a belief. */
static void
test_figure_wins (void)
{
  FixtureYear year = *fixture_year (2025);
  SoulsCalibration c;

  year.beliefs.value[SOULS_BELIEF_VIDEO] = 1;
  g_assert_true (calibrate (&year, &c, NULL));
  g_assert_cmpfloat (c.figures.value[SOULS_FIGURE_VIDEO], ==, year.figures.value[SOULS_FIGURE_VIDEO]);
  g_assert_false (c.video_believed);
}

static void
test_first_year (void)
{
  const SoulsCalibration *c = fixture_calibration (2014);

  g_assert_true (c->missing[SOULS_SYMBOL_cash_float_change]);
  g_assert_true (c->missing[SOULS_SYMBOL_subscription_growth]);
  g_assert_false (c->missing[SOULS_SYMBOL_aws_growth]);
  g_assert_cmpfloat (c->cash_float_change, ==, 0);
  g_assert_cmpfloat (c->subscription_growth, ==, 0);
  g_assert_cmpfloat (c->aws_growth, >, 0);
}

static void
test_clipped (void)
{
  const struct
  {
    double factor;
    double growth;
  } rows[] = { { 0.5, 0.30 }, { 2, -0.10 }, { 1 / 1.2, 0.2 } };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      FixtureYear year = *fixture_year (2025);
      SoulsCalibration c;

      year.previous.value[SOULS_FIGURE_SALES_SUBSCRIPTION] =
        year.figures.value[SOULS_FIGURE_SALES_SUBSCRIPTION] * rows[i].factor;
      g_assert_true (calibrate (&year, &c, NULL));
      g_assert_cmpfloat_with_epsilon (c.subscription_growth, rows[i].growth, 1e-12);
    }
}

static void
test_tax_rate (void)
{
  const struct
  {
    double pre_tax;
    double tax;
    double rate;
  } rows[] = { { 1000, 210, 0.21 }, { 1000, 500, 0.35 }, { 1000, -50, 0 }, { -1000, -500, 0.21 }, { 0, 10, 0.21 } };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      FixtureYear year = *fixture_year (2025);
      SoulsCalibration c;

      year.figures.value[SOULS_FIGURE_PRE_TAX_INCOME] = rows[i].pre_tax;
      year.figures.value[SOULS_FIGURE_INCOME_TAX] = rows[i].tax;
      g_assert_true (calibrate (&year, &c, NULL));
      g_assert_cmpfloat (c.tax_rate, ==, rows[i].rate);
    }
}

/* Growth of physical stores counts only after the year of the acquisition and the one that follows it. */
static void
test_acquisition (void)
{
  for (int year = FIXTURE_FIRST_YEAR; year <= 2018; year++)
    g_assert_cmpfloat (fixture_calibration (year)->physical_growth, ==, 0);
  g_assert_cmpfloat (fixture_calibration (2019)->physical_growth, !=, 0);
}

static gboolean
is_optional_figure (SoulsFigure figure)
{
  const SoulsFigure optional[] = {
    SOULS_FIGURE_SALES_PHYSICAL, SOULS_FIGURE_SALES_ADVERTISING, SOULS_FIGURE_SALES_TOTAL, SOULS_FIGURE_INCOME_TOTAL,
    SOULS_FIGURE_EXPENSES_TOTAL, SOULS_FIGURE_FREE_CASH, SOULS_FIGURE_VIDEO,
  };

  for (gsize i = 0; i < G_N_ELEMENTS (optional); i++)
    if (optional[i] == figure)
      return TRUE;
  return FALSE;
}

static void
assert_missing (const FixtureYear *year,
                const char        *id)
{
  g_autoptr (GError) error = NULL;
  SoulsCalibration c;

  g_assert_false (calibrate (year, &c, &error));
  g_assert_error (error, SOULS_MODEL_ERROR, SOULS_MODEL_ERROR_MISSING);
  g_assert_nonnull (strstr (error->message, id));
  g_assert_nonnull (strstr (error->message, "2025"));
  g_assert_null (strchr (error->message, '\n'));
}

/* Totals are added up and others have a rule; without any other figure there is no base year, and the message names it. */
static void
test_missing_figure (void)
{
  for (int i = 0; i < SOULS_N_FIGURES; i++)
    {
      FixtureYear year = *fixture_year (2025);
      SoulsCalibration c;

      year.figures.value[i] = NAN;
      year.beliefs.value[SOULS_BELIEF_VIDEO] = 20000;
      if (is_optional_figure ((SoulsFigure) i))
        g_assert_true (calibrate (&year, &c, NULL));
      else
        assert_missing (&year, souls_figure_id ((SoulsFigure) i));
    }
}

static void
test_missing_before (void)
{
  for (int i = 0; i < SOULS_N_FIGURES; i++)
    {
      FixtureYear year = *fixture_year (2025);
      SoulsCalibration c;

      year.previous.value[i] = NAN;
      if (i != SOULS_FIGURE_PROPERTY_AWS && i != SOULS_FIGURE_SALES_AWS)
        g_assert_true (calibrate (&year, &c, NULL));
      else
        assert_missing (&year, souls_figure_id ((SoulsFigure) i));
    }
}

static void
test_no_year_before (void)
{
  g_autoptr (GError) error = NULL;
  const FixtureYear *year = fixture_year (2025);
  SoulsCalibration c;

  g_assert_false (souls_calibrate (&year->figures, NULL, &year->beliefs, &c, &error));
  g_assert_error (error, SOULS_MODEL_ERROR, SOULS_MODEL_ERROR_MISSING);
  g_assert_nonnull (strstr (error->message, "2024"));
}

static void
test_missing_belief (void)
{
  for (int i = 0; i < SOULS_N_BELIEFS; i++)
    {
      FixtureYear year = *fixture_year (2025);
      SoulsCalibration c;

      year.beliefs.value[i] = NAN;
      if (i == SOULS_BELIEF_ONE_OFF || i == SOULS_BELIEF_VIDEO)
        g_assert_true (calibrate (&year, &c, NULL));
      else
        assert_missing (&year, souls_belief_id ((SoulsBelief) i));
    }
}

/* Numbers that are there and that no equation can use. */
static void
test_unusable (void)
{
  const struct
  {
    SoulsFigure figure;
    double value;
    const char *symbol;
  } figures[] = {
    { SOULS_FIGURE_SALES_ONLINE, 0, "tau0" },
    { SOULS_FIGURE_SALES_ONLINE, -1, "G0" },
    { SOULS_FIGURE_SALES_SUBSCRIPTION, 0, "c0" },
    { SOULS_FIGURE_COST_OF_SALES, 0, "dio0" },
    { SOULS_FIGURE_ADDITIONS_TOTAL, 0, "cc0" },
    { SOULS_FIGURE_INCOME_AWS, 1e6, "OPX_aws" },
    { SOULS_FIGURE_DEPRECIATION_AWS, 0, "delta0" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (figures); i++)
    {
      g_autoptr (GError) error = NULL;
      FixtureYear year = *fixture_year (2025);
      SoulsCalibration c;

      year.figures.value[figures[i].figure] = figures[i].value;
      g_assert_false (calibrate (&year, &c, &error));
      g_assert_error (error, SOULS_MODEL_ERROR, SOULS_MODEL_ERROR_UNUSABLE);
      g_test_message ("%s", error->message);
      g_assert_nonnull (strstr (error->message, figures[i].symbol));
      g_assert_null (strchr (error->message, '\n'));
    }
}

static void
test_unusable_beliefs (void)
{
  const struct
  {
    SoulsBelief belief;
    double value;
  } rows[] = {
    { SOULS_BELIEF_THIRD_PARTY_SHARE, 1 },
    { SOULS_BELIEF_THIRD_PARTY_SHARE, 0 },
    { SOULS_BELIEF_FBA_SHARE, 0 },
    { SOULS_BELIEF_MERCHANDISE, 0 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GError) error = NULL;
      FixtureYear year = *fixture_year (2025);
      SoulsCalibration c;

      year.beliefs.value[rows[i].belief] = rows[i].value;
      g_assert_false (calibrate (&year, &c, &error));
      g_assert_error (error, SOULS_MODEL_ERROR, SOULS_MODEL_ERROR_UNUSABLE);
    }
}

static void
test_symbol_table (void)
{
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);

  for (int i = 0; i < SOULS_N_SYMBOLS; i++)
    {
      g_assert_true (g_hash_table_add (ids, (gpointer) souls_symbol_id ((SoulsSymbol) i)));
      g_assert_cmpstr (souls_symbol_name ((SoulsSymbol) i), !=, "");
      g_assert_cmpstr (souls_symbol_formula ((SoulsSymbol) i), !=, "");
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/calibration/symbols", test_symbols);
  g_test_add_func ("/model/calibration/symbol-table", test_symbol_table);
  g_test_add_func ("/model/calibration/invariants", test_invariants);
  g_test_add_func ("/model/calibration/functions-give-segments", test_functions_give_segments);
  g_test_add_func ("/model/calibration/completion", test_completion);
  g_test_add_func ("/model/calibration/figure-wins-over-belief", test_figure_wins);
  g_test_add_func ("/model/calibration/first-year", test_first_year);
  g_test_add_func ("/model/calibration/growth-is-clipped", test_clipped);
  g_test_add_func ("/model/calibration/tax-rate", test_tax_rate);
  g_test_add_func ("/model/calibration/acquisition", test_acquisition);
  g_test_add_func ("/model/calibration/missing-figure", test_missing_figure);
  g_test_add_func ("/model/calibration/missing-before", test_missing_before);
  g_test_add_func ("/model/calibration/no-year-before", test_no_year_before);
  g_test_add_func ("/model/calibration/missing-belief", test_missing_belief);
  g_test_add_func ("/model/calibration/unusable-figures", test_unusable);
  g_test_add_func ("/model/calibration/unusable-beliefs", test_unusable_beliefs);
  return g_test_run ();
}
