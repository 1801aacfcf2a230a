/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "fixture.h"

#define MIN_LINES 30

/* Figures that no line is the figure of, and why. */
static const SoulsFigure without_line[] = {
  SOULS_FIGURE_MARKETING, SOULS_FIGURE_OTHER_EXPENSE,   /* inside the line of technology, marketing, general and other */
  SOULS_FIGURE_DEPRECIATION_INTERNATIONAL,              /* inside the line of the stores' depreciation */
  SOULS_FIGURE_PROPERTY_AWS,                            /* a stock from which projections start; nothing gives it back */
  SOULS_FIGURE_PRE_TAX_INCOME,                          /* only the tax rate reads it */
};

/* Figures whose wrong entry some line must show. */
static const SoulsFigure detected[] = {
  SOULS_FIGURE_SALES_ONLINE, SOULS_FIGURE_SALES_PHYSICAL, SOULS_FIGURE_SALES_THIRD_PARTY,
  SOULS_FIGURE_SALES_ADVERTISING, SOULS_FIGURE_SALES_SUBSCRIPTION, SOULS_FIGURE_SALES_AWS, SOULS_FIGURE_SALES_OTHER,
  SOULS_FIGURE_SALES_TOTAL, SOULS_FIGURE_INCOME_NORTH_AMERICA, SOULS_FIGURE_INCOME_INTERNATIONAL,
  SOULS_FIGURE_INCOME_AWS, SOULS_FIGURE_INCOME_TOTAL, SOULS_FIGURE_COST_OF_SALES, SOULS_FIGURE_FULFILLMENT,
  SOULS_FIGURE_TECHNOLOGY, SOULS_FIGURE_MARKETING, SOULS_FIGURE_GENERAL, SOULS_FIGURE_OTHER_EXPENSE,
  SOULS_FIGURE_EXPENSES_TOTAL, SOULS_FIGURE_OPERATING_CASH, SOULS_FIGURE_CAPEX, SOULS_FIGURE_FREE_CASH,
};

static void
test_no_difference (void)
{
  for (int i = 0; i < FIXTURE_N_YEARS; i++)
    {
      const SoulsCalibration *c = &fixture_calibrations ()[i];
      SoulsTie ties[SOULS_MAX_TIES];
      const int n = souls_tie_out (c, ties);

      g_assert_cmpint (n, >=, MIN_LINES);
      for (int j = 0; j < n; j++)
        {
          g_test_message ("%d %s: %.6f, filed %.0f", c->year, ties[j].id, ties[j].model, ties[j].filing);
          g_assert_cmpfloat (ties[j].difference, ==, 0);
          g_assert_cmpfloat (fabs (ties[j].model - ties[j].filing), <, 1e-4);
        }
    }
}

/* A difference is worth something only where the filing's side is what the filing says. */
static void
test_filing_side (void)
{
  for (int year = FIXTURE_FIRST_YEAR; year <= FIXTURE_LAST_YEAR; year++)
    {
      const double *filed = fixture_year (year)->figures.value;
      SoulsTie ties[SOULS_MAX_TIES];
      const int n = souls_tie_out (fixture_calibration (year), ties);

      for (int i = 0; i < n; i++)
        {
          SoulsFigure figure;
          const gboolean by_rule = souls_figure_from_id (ties[i].id, &figure) &&
                                   (!isfinite (filed[figure]) ||
                                    (figure == SOULS_FIGURE_SALES_OTHER && fixture_calibration (year)->combined_advertising));

          if (!by_rule && souls_figure_from_id (ties[i].id, &figure))
            g_assert_cmpfloat (ties[i].filing, ==, filed[figure]);
        }
    }
}

static void
test_lines (void)
{
  SoulsTie ties[SOULS_MAX_TIES];
  const int n = souls_tie_out (fixture_calibration (FIXTURE_LAST_YEAR), ties);
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);

  for (int i = 0; i < n; i++)
    {
      g_assert_true (g_hash_table_add (ids, (gpointer) ties[i].id));
      g_assert_nonnull (ties[i].name);
      g_assert_cmpstr (ties[i].name, !=, "");
      g_assert_cmpint (ties[i].figure, >=, 0);
      g_assert_cmpint (ties[i].figure, <, SOULS_N_FIGURES);
    }
}

static gboolean
is_listed (const SoulsFigure *list,
           gsize              n,
           int                figure)
{
  for (gsize i = 0; i < n; i++)
    if ((int) list[i] == figure)
      return TRUE;
  return FALSE;
}

static void
test_coverage (void)
{
  SoulsTie ties[SOULS_MAX_TIES];
  const int n = souls_tie_out (fixture_calibration (FIXTURE_LAST_YEAR), ties);

  for (int figure = 0; figure < SOULS_N_FIGURES; figure++)
    {
      gboolean has_line = FALSE;

      for (int i = 0; i < n; i++)
        has_line |= ties[i].figure == figure;
      if (has_line == is_listed (without_line, G_N_ELEMENTS (without_line), figure))
        g_error ("%s: %s", souls_figure_id ((SoulsFigure) figure), has_line ? "has a line after all" : "has no line");
    }
}

static int
count_differences (const FixtureYear *year)
{
  SoulsCalibration c;
  SoulsTie ties[SOULS_MAX_TIES];
  int n;
  int differences = 0;

  g_assert_true (souls_calibrate (&year->figures, &year->previous, &year->beliefs, &c, NULL));
  n = souls_tie_out (&c, ties);
  for (int i = 0; i < n; i++)
    differences += ties[i].difference != 0;
  return differences;
}

/* One wrong digit in the data must not pass. */
static void
test_wrong_entry (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (detected); i++)
    {
      FixtureYear year = *fixture_year (FIXTURE_LAST_YEAR);

      g_assert_cmpint (count_differences (&year), ==, 0);
      year.figures.value[detected[i]] += 10;
      if (count_differences (&year) == 0)
        g_error ("nothing shows that %s is wrong", souls_figure_id (detected[i]));
    }
}

/* A belief is not filed, so there is nothing to tie it to. */
static void
test_video (void)
{
  for (int year = FIXTURE_FIRST_YEAR; year <= FIXTURE_LAST_YEAR; year++)
    {
      SoulsTie ties[SOULS_MAX_TIES];
      const int n = souls_tie_out (fixture_calibration (year), ties);
      gboolean has_line = FALSE;

      for (int i = 0; i < n; i++)
        has_line |= ties[i].figure == SOULS_FIGURE_VIDEO;
      g_assert_cmpint (has_line, ==, year >= 2018);
    }
}

/* Sums that a user's file leaves out are no differences. */
static void
test_absent_sums (void)
{
  const SoulsFigure sums[] = {
    SOULS_FIGURE_SALES_TOTAL, SOULS_FIGURE_INCOME_TOTAL, SOULS_FIGURE_EXPENSES_TOTAL, SOULS_FIGURE_FREE_CASH,
  };
  FixtureYear year = *fixture_year (FIXTURE_LAST_YEAR);
  SoulsTie ties[SOULS_MAX_TIES];
  SoulsCalibration c;
  const int n_all = souls_tie_out (fixture_calibration (FIXTURE_LAST_YEAR), ties);
  int n;

  for (gsize i = 0; i < G_N_ELEMENTS (sums); i++)
    year.figures.value[sums[i]] = NAN;
  g_assert_true (souls_calibrate (&year.figures, &year.previous, &year.beliefs, &c, NULL));
  n = souls_tie_out (&c, ties);
  g_assert_cmpint (n, ==, n_all - (int) G_N_ELEMENTS (sums));
  for (int i = 0; i < n; i++)
    g_assert_cmpfloat (ties[i].difference, ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/tie-out/no-difference", test_no_difference);
  g_test_add_func ("/model/tie-out/filing-side", test_filing_side);
  g_test_add_func ("/model/tie-out/lines", test_lines);
  g_test_add_func ("/model/tie-out/coverage", test_coverage);
  g_test_add_func ("/model/tie-out/wrong-entry-shows", test_wrong_entry);
  g_test_add_func ("/model/tie-out/believed-video-has-no-line", test_video);
  g_test_add_func ("/model/tie-out/absent-sums-have-no-line", test_absent_sums);
  return g_test_run ();
}
