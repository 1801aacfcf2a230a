/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>
#include <string.h>

#include "evaluator.h"
#include "fixture.h"
#include "souls-terms.h"

#define TERM(type, index) ((SoulsTerm) { SOULS_TERM_##type, (int) (index) })
#define MAX_EXPECTED 10

typedef struct
{
  FixtureScenario scenario;
  SoulsResults results;
  SoulsTermContext context;
} Explained;

static void
explain (Explained *self,
         int        year)
{
  fixture_baseline (year, &self->scenario);
  fixture_run (&self->scenario, &self->results);
  self->context = (SoulsTermContext) { self->scenario.c, &self->scenario.settings, &self->scenario.drivers,
                                       &self->results };
}

static gboolean
is_same_term (SoulsTerm a,
              SoulsTerm b)
{
  return a.type == b.type && a.index == b.index;
}

static void
test_inputs (void)
{
  const struct
  {
    SoulsTerm of;
    int t;
    int n;
    SoulsTerm inputs[MAX_EXPECTED];
  } rows[] = {
    { TERM (SYMBOL, SOULS_SYMBOL_take_rate), 0, 2,
      { TERM (FIGURE, SOULS_FIGURE_SALES_THIRD_PARTY), TERM (SYMBOL, SOULS_SYMBOL_gmv_third_party) } },
    { TERM (SYMBOL, SOULS_SYMBOL_aws_decay), 0, 3,
      { TERM (FIGURE, SOULS_FIGURE_DEPRECIATION_AWS), TERM (FIGURE_BEFORE, SOULS_FIGURE_PROPERTY_AWS),
        TERM (FIGURE, SOULS_FIGURE_ADDITIONS_AWS) } },
    { TERM (SYMBOL, SOULS_SYMBOL_aws_growth), 0, 2,
      { TERM (FIGURE, SOULS_FIGURE_SALES_AWS), TERM (FIGURE_BEFORE, SOULS_FIGURE_SALES_AWS) } },
    { TERM (SYMBOL, SOULS_SYMBOL_content_cost), 0, 2,
      { TERM (FIGURE, SOULS_FIGURE_VIDEO), TERM (FIGURE, SOULS_FIGURE_SALES_SUBSCRIPTION) } },
    { TERM (SYMBOL, SOULS_SYMBOL_margin_gap), 0, 4,
      { TERM (FIGURE, SOULS_FIGURE_INCOME_NORTH_AMERICA), TERM (FIGURE, SOULS_FIGURE_SALES_NORTH_AMERICA),
        TERM (FIGURE, SOULS_FIGURE_INCOME_INTERNATIONAL), TERM (FIGURE, SOULS_FIGURE_SALES_INTERNATIONAL) } },
    { TERM (METRIC, SOULS_METRIC_INCOME_AWS), 0, 1, { TERM (FIGURE, SOULS_FIGURE_INCOME_AWS) } },
    { TERM (METRIC, SOULS_METRIC_MARGIN_AWS), 0, 2,
      { TERM (METRIC, SOULS_METRIC_INCOME_AWS), TERM (METRIC, SOULS_METRIC_SALES_AWS) } },
    { TERM (METRIC, SOULS_METRIC_FREE_CASH_FLOW), 0, 2,
      { TERM (FIGURE, SOULS_FIGURE_OPERATING_CASH), TERM (FIGURE, SOULS_FIGURE_CAPEX) } },
    { TERM (METRIC, SOULS_METRIC_SALES_AWS), 1, 4,
      { TERM (METRIC_BEFORE, SOULS_METRIC_SALES_AWS), TERM (DRIVER, SOULS_DRIVER_AWS_GROWTH),
        TERM (DRIVER, SOULS_DRIVER_TERMINAL_GROWTH), TERM (DRIVER, SOULS_DRIVER_GROWTH_FADE) } },
    { TERM (METRIC_BEFORE, SOULS_METRIC_SALES_AWS), 1, 1, { TERM (FIGURE, SOULS_FIGURE_SALES_AWS) } },
    { TERM (METRIC, SOULS_METRIC_GMV), 2, 8,
      { TERM (METRIC_BEFORE, SOULS_METRIC_GMV), TERM (METRIC, SOULS_WORKING_GROWTH),
        TERM (DRIVER, SOULS_DRIVER_PRICE_RESPONSE), TERM (METRIC, SOULS_WORKING_PRICE_CUT),
        TERM (METRIC_BEFORE, SOULS_WORKING_PRICE_CUT), TERM (DRIVER, SOULS_DRIVER_SELECTION_RESPONSE),
        TERM (DRIVER, SOULS_DRIVER_THIRD_PARTY_SHARE), TERM (DRIVER_BEFORE, SOULS_DRIVER_THIRD_PARTY_SHARE) } },
    { TERM (METRIC, SOULS_METRIC_SALES_OTHER), 1, 3,
      { TERM (FIGURE, SOULS_FIGURE_SALES_OTHER), TERM (METRIC, SOULS_METRIC_GMV), TERM (SYMBOL, SOULS_SYMBOL_gmv) } },
    { TERM (METRIC, SOULS_METRIC_WITHOUT_AWS_STRANDED), 0, 3,
      { TERM (METRIC, SOULS_METRIC_WITHOUT_AWS_ARITHMETIC), TERM (DRIVER, SOULS_DRIVER_STRANDED_SHARE),
        TERM (SYMBOL, SOULS_SYMBOL_aws_general) } },
    { TERM (DRIVER, SOULS_DRIVER_AWS_MARGIN), 0, 1, { TERM (SYMBOL, SOULS_SYMBOL_aws_margin) } },
    { TERM (DRIVER, SOULS_DRIVER_FBA_SHARE), 3, 1, { TERM (BELIEF, SOULS_BELIEF_FBA_SHARE) } },
    { TERM (DRIVER, SOULS_DRIVER_STRANDED_YEARS), 0, 0, { { 0 } } },
    { TERM (METRIC, SOULS_METRIC_PRICE_INVESTMENT), 0, 0, { { 0 } } },
    { TERM (FIGURE, SOULS_FIGURE_SALES_AWS), 0, 0, { { 0 } } },
    { TERM (BELIEF, SOULS_BELIEF_MERCHANDISE), 0, 0, { { 0 } } },
  };

  Explained explained;

  explain (&explained, 2025);
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      SoulsTerm inputs[SOULS_MAX_INPUTS];
      const int n = souls_term_inputs (&explained.context, rows[i].of, rows[i].t, inputs);

      g_test_message ("%s, t = %d", souls_term_symbol (rows[i].of), rows[i].t);
      g_assert_cmpint (n, ==, rows[i].n);
      for (int j = 0; j < n; j++)
        g_assert_true (is_same_term (inputs[j], rows[i].inputs[j]));
    }
}

static gboolean
is_before (SoulsTerm term)
{
  return term.type == SOULS_TERM_FIGURE_BEFORE || term.type == SOULS_TERM_DRIVER_BEFORE ||
         term.type == SOULS_TERM_METRIC_BEFORE;
}

static gboolean
stands_for (SoulsTerm   term,
            const char *word)
{
  g_autofree char *symbol = g_strconcat (souls_term_symbol (term), is_before (term) ? "′" : "", NULL);

  return strcmp (symbol, word) == 0;
}

/* A word is an input, a function (with its bracket) or one of two constants. */
static gboolean
is_known (const SoulsTerm *inputs,
          int              n,
          const char      *word)
{
  g_autofree char *name = g_strndup (word, strcspn (word, "("));

  for (int i = 0; i < n; i++)
    if (stands_for (inputs[i], word))
      return TRUE;
  if (strchr (word, '(') != NULL)
    return evaluator_is_function (name);
  return strcmp (word, "t") == 0 || strcmp (word, "year") == 0;
}

static void
check_words (const SoulsTermContext *context,
             SoulsTerm               of,
             int                     t)
{
  g_autoptr (GRegex) words = g_regex_new ("[\\p{L}_][\\p{L}\\p{N}_∞]*[′(]?", 0, 0, NULL);
  const char *formula = souls_term_formula (context, of, t);
  g_autoptr (GMatchInfo) match = NULL;
  SoulsTerm inputs[SOULS_MAX_INPUTS];
  const int n = souls_term_inputs (context, of, t, inputs);

  for (g_regex_match (words, formula, 0, &match); g_match_info_matches (match); g_match_info_next (match, NULL))
    {
      g_autofree char *word = g_match_info_fetch (match, 0);

      if (!is_known (inputs, n, word))
        g_error ("%s = %s: “%s” leads nowhere", souls_term_symbol (of), formula, word);
    }
}

static void
test_words (void)
{
  Explained explained;

  explain (&explained, 2025);
  for (int i = 0; i < SOULS_N_SYMBOLS; i++)
    check_words (&explained.context, TERM (SYMBOL, i), 0);
  for (int i = 0; i < SOULS_N_SERIES; i++)
    for (int t = 0; t < 3; t++)
      check_words (&explained.context, TERM (METRIC, i), t);
}

static void
test_distinct (void)
{
  Explained explained;

  explain (&explained, 2025);
  for (int i = 0; i < SOULS_N_SERIES; i++)
    for (int t = 0; t < 2; t++)
      {
        SoulsTerm inputs[SOULS_MAX_INPUTS];
        const int n = souls_term_inputs (&explained.context, TERM (METRIC, i), t, inputs);

        for (int j = 0; j < n; j++)
          for (int k = 0; k < j; k++)
            g_assert_false (is_same_term (inputs[j], inputs[k]));
      }
}

/* What may end a walk, and at which depth every walk has ended: a formula that led back to itself never would. */
static void
walk (const SoulsTermContext *context,
      SoulsTerm               term,
      int                     t,
      int                     depth,
      GHashTable             *seen)
{
  const gpointer key = GINT_TO_POINTER (((int) term.type * 1000 + term.index) * 100 + t + 1);
  SoulsTerm inputs[SOULS_MAX_INPUTS];
  int n;

  g_assert_cmpint (depth, <, 60);
  g_assert_cmpint (souls_term_time (term, t), >=, 0);
  if (!g_hash_table_add (seen, key))
    return;
  g_assert_cmpstr (souls_term_name (term), !=, "");
  n = souls_term_inputs (context, term, t, inputs);
  for (int i = 0; i < n; i++)
    walk (context, inputs[i], souls_term_time (term, t), depth + 1, seen);
  if (n == 0 && (term.type == SOULS_TERM_SYMBOL || (term.type == SOULS_TERM_METRIC && t > 0)))
    g_error ("%s ends the walk in year %d", souls_term_symbol (term), t);
}

static void
test_walk (void)
{
  Explained explained;

  explain (&explained, 2025);
  for (int i = 0; i < SOULS_N_SERIES; i++)
    for (int t = 0; t <= 3; t++)
      {
        g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);

        walk (&explained.context, TERM (METRIC, i), t, 0, seen);
      }
}

static gboolean
reaches (const SoulsTermContext *context,
         SoulsTerm               from,
         SoulsTerm               to,
         int                     t)
{
  SoulsTerm inputs[SOULS_MAX_INPUTS];
  const int n = souls_term_inputs (context, from, t, inputs);
  gboolean found = is_same_term (from, to);

  for (int i = 0; i < n && !found; i++)
    found = reaches (context, inputs[i], to, souls_term_time (from, t));
  return found;
}

static void
test_walk_to_filing (void)
{
  const struct
  {
    SoulsMetric from;
    SoulsTerm to;
  } rows[] = {
    { SOULS_METRIC_WITHOUT_AWS, TERM (FIGURE, SOULS_FIGURE_INCOME_NORTH_AMERICA) },
    { SOULS_METRIC_GMV, TERM (BELIEF, SOULS_BELIEF_THIRD_PARTY_SHARE) },
    { SOULS_METRIC_PROFIT_FIRST_PARTY, TERM (FIGURE, SOULS_FIGURE_COST_OF_SALES) },
    { SOULS_METRIC_FREE_CASH_FLOW_WITHOUT_AWS, TERM (FIGURE_BEFORE, SOULS_FIGURE_PAYABLES) },
    { SOULS_METRIC_WITHOUT_AWS_TRANSFER_PRICE, TERM (BELIEF, SOULS_BELIEF_INFRASTRUCTURE) },
    { SOULS_METRIC_CASH_CYCLE, TERM (FIGURE, SOULS_FIGURE_INVENTORIES) },
  };
  Explained explained;

  explain (&explained, 2025);
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    g_assert_true (reaches (&explained.context, TERM (METRIC, rows[i].from), rows[i].to, 0));
  g_assert_false (reaches (&explained.context, TERM (METRIC, SOULS_METRIC_SALES_AWS),
                           TERM (FIGURE, SOULS_FIGURE_COST_OF_SALES), 0));
}

static void
test_time (void)
{
  const struct
  {
    SoulsTerm term;
    int time;
  } rows[] = {
    { TERM (METRIC, SOULS_METRIC_GMV), 4 },
    { TERM (METRIC_BEFORE, SOULS_METRIC_GMV), 3 },
    { TERM (DRIVER, SOULS_DRIVER_AD_RATE), 4 },
    { TERM (DRIVER_BEFORE, SOULS_DRIVER_AD_RATE), 3 },
    { TERM (SYMBOL, SOULS_SYMBOL_gmv), 4 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    g_assert_cmpint (souls_term_time (rows[i].term, 4), ==, rows[i].time);
}

/* Video and music expense was first printed for fiscal 2018: before that its word leads to a belief. */
static void
test_video (void)
{
  for (int year = FIXTURE_FIRST_YEAR; year <= FIXTURE_LAST_YEAR; year++)
    {
      const gboolean printed = isfinite (fixture_year (year)->figures.value[SOULS_FIGURE_VIDEO]);
      SoulsTerm inputs[SOULS_MAX_INPUTS];
      Explained explained;

      explain (&explained, year);
      g_assert_cmpint (printed, ==, year >= 2018);
      g_assert_cmpint (souls_term_inputs (&explained.context, TERM (SYMBOL, SOULS_SYMBOL_content_cost), 0, inputs), ==, 2);
      g_assert_true (is_same_term (inputs[0], printed ? TERM (FIGURE, SOULS_FIGURE_VIDEO)
                                                      : TERM (BELIEF, SOULS_BELIEF_VIDEO)));
      g_assert_cmpfloat (souls_term_value (&explained.context, inputs[0], 0), ==,
                         explained.scenario.c->figures.value[SOULS_FIGURE_VIDEO]);
    }
}

/* Advertising was first printed apart for fiscal 2019: before that its source is the line that held it. */
static void
test_source_figure (void)
{
  Explained explained;
  SoulsFigure figure;
  int year;

  explain (&explained, 2018);
  g_assert_true (souls_term_source_figure (&explained.context, TERM (FIGURE, SOULS_FIGURE_SALES_ADVERTISING), &figure, &year));
  g_assert_cmpint (figure, ==, SOULS_FIGURE_SALES_OTHER);
  g_assert_cmpint (year, ==, 2018);
  explain (&explained, 2019);
  g_assert_true (souls_term_source_figure (&explained.context, TERM (FIGURE, SOULS_FIGURE_SALES_ADVERTISING), &figure, &year));
  g_assert_cmpint (figure, ==, SOULS_FIGURE_SALES_ADVERTISING);
  g_assert_true (souls_term_source_figure (&explained.context, TERM (FIGURE_BEFORE, SOULS_FIGURE_PAYABLES), &figure, &year));
  g_assert_cmpint (figure, ==, SOULS_FIGURE_PAYABLES);
  g_assert_cmpint (year, ==, 2018);
  g_assert_false (souls_term_source_figure (&explained.context, TERM (METRIC, SOULS_METRIC_GMV), &figure, &year));
}

static void
test_values (void)
{
  Explained explained;
  const SoulsCalibration *c;

  explain (&explained, 2025);
  c = explained.scenario.c;
  explained.scenario.drivers.target[SOULS_DRIVER_AWS_MARGIN] = 0.1;
  explained.scenario.drivers.target[SOULS_DRIVER_AWS_GROWTH] = 0.4;
#define VALUE(type, index, t) souls_term_value (&explained.context, TERM (type, index), t)
  g_assert_cmpfloat (VALUE (FIGURE, SOULS_FIGURE_SALES_AWS, 5), ==, 128725);
  g_assert_cmpfloat (VALUE (FIGURE_BEFORE, SOULS_FIGURE_SALES_AWS, 0), ==, 107556);
  g_assert_cmpfloat (VALUE (BELIEF, SOULS_BELIEF_THIRD_PARTY_SHARE, 5), ==, 0.69);
  g_assert_cmpfloat (VALUE (SYMBOL, SOULS_SYMBOL_gmv, 5), ==, c->gmv);
  g_assert_cmpfloat (VALUE (DRIVER, SOULS_DRIVER_AWS_MARGIN, 0), ==, c->aws_margin);
  g_assert_cmpfloat (VALUE (DRIVER, SOULS_DRIVER_AWS_MARGIN, 3), ==, 0.1);
  g_assert_cmpfloat_with_epsilon (VALUE (DRIVER_BEFORE, SOULS_DRIVER_AWS_MARGIN, 2),
                                  c->aws_margin + (0.1 - c->aws_margin) / 3, 1e-15);
  g_assert_cmpfloat (VALUE (DRIVER, SOULS_DRIVER_AWS_GROWTH, 0), ==, c->aws_growth);
  g_assert_cmpfloat (VALUE (DRIVER, SOULS_DRIVER_AWS_GROWTH, 1), ==, 0.4);
  g_assert_cmpfloat (VALUE (METRIC, SOULS_METRIC_GMV, 2), ==, explained.results.value[SOULS_METRIC_GMV][2]);
  g_assert_cmpfloat (VALUE (METRIC_BEFORE, SOULS_METRIC_GMV, 2), ==, explained.results.value[SOULS_METRIC_GMV][1]);
#undef VALUE
}

static void
test_units (void)
{
  const struct
  {
    SoulsTerm term;
    SoulsUnit unit;
  } rows[] = {
    { TERM (FIGURE, SOULS_FIGURE_CAPEX), SOULS_UNIT_MONEY },
    { TERM (FIGURE_BEFORE, SOULS_FIGURE_CAPEX), SOULS_UNIT_MONEY },
    { TERM (BELIEF, SOULS_BELIEF_INFRASTRUCTURE), SOULS_UNIT_MONEY },
    { TERM (BELIEF, SOULS_BELIEF_USEFUL_LIFE), SOULS_UNIT_YEARS },
    { TERM (BELIEF, SOULS_BELIEF_FBA_SHARE), SOULS_UNIT_PERCENT },
    { TERM (SYMBOL, SOULS_SYMBOL_receivable_days), SOULS_UNIT_DAYS },
    { TERM (DRIVER, SOULS_DRIVER_AWS_GROWTH), SOULS_UNIT_PERCENT_PER_YEAR },
    { TERM (DRIVER_BEFORE, SOULS_DRIVER_THIRD_PARTY_SHARE), SOULS_UNIT_PERCENT },
    { TERM (METRIC, SOULS_METRIC_CASH_CYCLE), SOULS_UNIT_DAYS },
    { TERM (METRIC_BEFORE, SOULS_METRIC_TAKE_RATE), SOULS_UNIT_PERCENT },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    g_assert_cmpint (souls_term_unit (rows[i].term), ==, rows[i].unit);
}

static void
test_kinds (void)
{
  const struct
  {
    SoulsTerm term;
    int year;
    int t;
    SoulsKind kind;
  } rows[] = {
    { TERM (METRIC, SOULS_METRIC_SALES_AWS), 2025, 0, SOULS_KIND_REPORTED },
    { TERM (METRIC, SOULS_METRIC_SALES_AWS), 2025, 1, SOULS_KIND_ASSUMED },
    { TERM (METRIC_BEFORE, SOULS_METRIC_SALES_AWS), 2025, 1, SOULS_KIND_REPORTED },
    { TERM (METRIC, SOULS_METRIC_WITHOUT_AWS_ARITHMETIC), 2022, 0, SOULS_KIND_REPORTED },
    { TERM (METRIC, SOULS_METRIC_WITHOUT_AWS), 2022, 0, SOULS_KIND_REPORTED },
    { TERM (METRIC, SOULS_METRIC_WITHOUT_AWS_STRANDED), 2022, 0, SOULS_KIND_ASSUMED },
    { TERM (METRIC, SOULS_METRIC_SALES_TOTAL), 2014, 0, SOULS_KIND_REPORTED },
    { TERM (METRIC, SOULS_METRIC_FREE_CASH_FLOW), 2025, 0, SOULS_KIND_REPORTED },
    { TERM (METRIC, SOULS_METRIC_FREE_CASH_FLOW_WITHOUT_AWS), 2025, 0, SOULS_KIND_ASSUMED },
    { TERM (METRIC, SOULS_METRIC_CASH_CYCLE), 2025, 0, SOULS_KIND_REPORTED },
    { TERM (METRIC, SOULS_METRIC_GMV), 2025, 0, SOULS_KIND_ESTIMATED },
    { TERM (METRIC, SOULS_METRIC_TAKE_RATE), 2014, 0, SOULS_KIND_ESTIMATED },
    { TERM (METRIC, SOULS_METRIC_PROFIT_FIRST_PARTY), 2025, 0, SOULS_KIND_ASSUMED },
    { TERM (SYMBOL, SOULS_SYMBOL_product_margin), 2025, 0, SOULS_KIND_ASSUMED },
    { TERM (SYMBOL, SOULS_SYMBOL_handling_cost), 2025, 0, SOULS_KIND_ASSUMED },
    { TERM (SYMBOL, SOULS_SYMBOL_aws_growth), 2025, 0, SOULS_KIND_REPORTED },
    { TERM (SYMBOL, SOULS_SYMBOL_physical_growth), 2018, 0, SOULS_KIND_ASSUMED },
    { TERM (SYMBOL, SOULS_SYMBOL_physical_growth), 2019, 0, SOULS_KIND_REPORTED },
    { TERM (SYMBOL, SOULS_SYMBOL_tax_rate), 2022, 0, SOULS_KIND_ASSUMED },
    { TERM (SYMBOL, SOULS_SYMBOL_tax_rate), 2023, 0, SOULS_KIND_REPORTED },
    { TERM (DRIVER, SOULS_DRIVER_AWS_MARGIN), 2025, 0, SOULS_KIND_REPORTED },
    { TERM (DRIVER, SOULS_DRIVER_AWS_MARGIN), 2025, 1, SOULS_KIND_REPORTED },   /* still at its baseline */
    { TERM (METRIC, SOULS_METRIC_PRICE_INVESTMENT), 2025, 0, SOULS_KIND_ASSUMED },
    { TERM (DRIVER, SOULS_DRIVER_THIRD_PARTY_SHARE), 2014, 0, SOULS_KIND_ESTIMATED },
    { TERM (DRIVER, SOULS_DRIVER_STRANDED_SHARE), 2025, 0, SOULS_KIND_ASSUMED },
    { TERM (DRIVER, SOULS_DRIVER_COMPUTE_MARKUP), 2025, 0, SOULS_KIND_REPORTED },
    { TERM (BELIEF, SOULS_BELIEF_PAYMENT_COST), 2014, 0, SOULS_KIND_ASSUMED },
    { TERM (FIGURE_BEFORE, SOULS_FIGURE_SALES_AWS), 2014, 0, SOULS_KIND_REPORTED },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      Explained explained;

      explain (&explained, rows[i].year);
      g_test_message ("%s, %d, t = %d", souls_term_symbol (rows[i].term), rows[i].year, rows[i].t);
      g_assert_cmpint (souls_term_kind (&explained.context, rows[i].term, rows[i].t), ==, rows[i].kind);
    }
}

/* A slider of "without AWS" counts in the base year; away from its baseline it is the user's. */
static void
test_kind_of_moved_driver (void)
{
  Explained explained;

  explain (&explained, 2025);
  explained.scenario.drivers.target[SOULS_DRIVER_COMPUTE_MARKUP] += 0.1;
  g_assert_cmpint (souls_term_kind (&explained.context, TERM (DRIVER, SOULS_DRIVER_COMPUTE_MARKUP), 0), ==,
                   SOULS_KIND_ASSUMED);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/terms/inputs", test_inputs);
  g_test_add_func ("/model/terms/every-word-is-known", test_words);
  g_test_add_func ("/model/terms/inputs-are-distinct", test_distinct);
  g_test_add_func ("/model/terms/walk-ends", test_walk);
  g_test_add_func ("/model/terms/walk-reaches-the-filing", test_walk_to_filing);
  g_test_add_func ("/model/terms/time", test_time);
  g_test_add_func ("/model/terms/video-before-2018", test_video);
  g_test_add_func ("/model/terms/source-of-a-figure", test_source_figure);
  g_test_add_func ("/model/terms/values", test_values);
  g_test_add_func ("/model/terms/units", test_units);
  g_test_add_func ("/model/terms/kinds", test_kinds);
  g_test_add_func ("/model/terms/kind-of-moved-driver", test_kind_of_moved_driver);
  return g_test_run ();
}
