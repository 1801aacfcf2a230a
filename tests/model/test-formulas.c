/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>
#include <string.h>

#include "evaluator.h"
#include "fixture.h"
#include "souls-terms.h"

#define N_PERTURBED 100
#define N_DRAWS 1000

/* A formula under evaluation: whatever souls-terms says its words are. */
typedef struct
{
  SoulsTerm of;
  int t;
  const SoulsTermContext *context;
  SoulsTerm inputs[SOULS_MAX_INPUTS];
  int n_inputs;
} Subject;

/* Asks for the inputs once: a formula is read far less often than its words. */
static void
subject_init (Subject                *self,
              SoulsTermType           type,
              int                     index,
              int                     t,
              const SoulsTermContext *context)
{
  self->of = (SoulsTerm) { type, index };
  self->t = t;
  self->context = context;
  self->n_inputs = souls_term_inputs (context, self->of, t, self->inputs);
}

static const char *
get_formula (const Subject *subject)
{
  return souls_term_formula (subject->context, subject->of, subject->t);
}

static gboolean
is_before (SoulsTerm term)
{
  return term.type == SOULS_TERM_FIGURE_BEFORE || term.type == SOULS_TERM_DRIVER_BEFORE ||
         term.type == SOULS_TERM_METRIC_BEFORE;
}

/* Every word must be among the inputs, and so must what a function reads: else a reader would never get there. */
static gboolean
look_up_input (const Subject *subject,
               const char    *word,
               gboolean       before,
               double        *value)
{
  for (int i = 0; i < subject->n_inputs; i++)
    if (is_before (subject->inputs[i]) == before && strcmp (souls_term_symbol (subject->inputs[i]), word) == 0)
      {
        *value = souls_term_value (subject->context, subject->inputs[i], subject->t);
        return TRUE;
      }
  return FALSE;
}

static gboolean
look_up (const char *word,
         gboolean    before,
         double     *value,
         gpointer    user_data)
{
  const Subject *subject = user_data;

  if (strcmp (word, "t") == 0 || strcmp (word, "year") == 0 || strcmp (word, "rung") == 0)
    {
      *value = *word == 't' ? subject->t
               : *word == 'y' ? subject->context->calibration->year : (double) subject->context->settings->rung;
      return !before;
    }
  return look_up_input (subject, word, before, value);
}

/* The formula's value where it differs from @computed, as a message; NULL where it does not. */
static char *
compare (const Subject *subject,
         double         computed)
{
  Evaluator evaluator = { .lookup = look_up, .user_data = (gpointer) subject };
  const double value = evaluator_run (&evaluator, get_formula (subject));
  const double tolerance = 1e-9 * fabs (computed) + 1e-13 * evaluator.largest;
  char *message = NULL;

  if (evaluator.error != NULL)
    message = g_strdup_printf ("%s = %s: %s", souls_term_symbol (subject->of), get_formula (subject),
                               evaluator.error);
  else if (!(fabs (value - computed) <= tolerance))
    message = g_strdup_printf ("%s = %s, t = %d: %.17g, computed %.17g", souls_term_symbol (subject->of), get_formula (subject),
                               subject->t, value, computed);
  evaluator_clear (&evaluator);
  return message;
}

static void
check_symbols (const SoulsCalibration *c)
{
  const SoulsTermContext context = { .calibration = c, .settings = &SOULS_SETTINGS_DEFAULT };

  for (int i = 0; i < SOULS_N_SYMBOLS; i++)
    {
      Subject subject;
      g_autofree char *message = NULL;

      /* Where a figure is missing the rule is 0, and the formula has no value. */
      if (c->missing[i] && i != SOULS_SYMBOL_tax_rate)
        {
          g_assert_cmpfloat (c->symbol[i], ==, 0);
          continue;
        }
      subject_init (&subject, SOULS_TERM_SYMBOL, i, 0, &context);
      message = compare (&subject, c->symbol[i]);
      if (message != NULL)
        g_error ("base year %d: %s", c->year, message);
    }
}

static void
test_symbols (void)
{
  for (int i = 0; i < FIXTURE_N_YEARS; i++)
    check_symbols (&fixture_calibrations ()[i]);
}

/* Figures that were never printed take every branch of the formulas. */
static gboolean
perturb (GRand             *source,
         const FixtureYear *year,
         SoulsCalibration  *c)
{
  SoulsFigures figures = year->figures;
  SoulsFigures previous = year->previous;
  SoulsBeliefs beliefs = year->beliefs;

  for (int i = 0; i < SOULS_N_FIGURES; i++)
    {
      figures.value[i] *= g_rand_double_range (source, 0.5, 1.5);
      previous.value[i] *= g_rand_double_range (source, 0.5, 1.5);
    }
  for (int i = 0; i < SOULS_N_BELIEFS; i++)
    beliefs.value[i] *= g_rand_double_range (source, 0.8, 1.2);
  if (g_rand_boolean (source))
    figures.value[SOULS_FIGURE_PRE_TAX_INCOME] *= -1;
  return souls_calibrate (&figures, &previous, &beliefs, c, NULL);
}

static void
test_symbols_perturbed (void)
{
  g_autoptr (GRand) source = g_rand_new_with_seed (11);
  int usable = 0;

  for (int i = 0; i < FIXTURE_N_YEARS * N_PERTURBED; i++)
    {
      SoulsCalibration c;

      if (!perturb (source, fixture_year (FIXTURE_FIRST_YEAR + i % FIXTURE_N_YEARS), &c))
        continue;
      check_symbols (&c);
      usable++;
    }
  g_assert_cmpint (usable, >, FIXTURE_N_YEARS * N_PERTURBED / 2);
}

/* The page's nulls: where the formula divides by nothing, and AWS's share of a profit that is none. */
static gboolean
may_be_null (const Subject *subject)
{
  const SoulsResults *r = subject->context->results;

  switch (subject->of.index)
    {
    case SOULS_METRIC_AWS_SHARE_OF_PROFIT:
      return r->value[SOULS_METRIC_INCOME_TOTAL][subject->t] <= 0;
    case SOULS_METRIC_SELLER_KEEPS:
      return r->value[SOULS_METRIC_GMV_THIRD_PARTY][subject->t] == 0;
    default:
      return FALSE;
    }
}

static void
check_year (const FixtureScenario *scenario,
            const SoulsResults    *results,
            int                    t)
{
  const SoulsTermContext context = { scenario->c, &scenario->settings, &scenario->drivers, results };

  for (int i = 0; i < SOULS_N_SERIES; i++)
    {
      const double computed = results->value[i][t];
      g_autofree char *message = NULL;
      Subject subject;

      subject_init (&subject, SOULS_TERM_METRIC, i, t, &context);
      if (isnan (computed) && may_be_null (&subject))
        continue;
      message = compare (&subject, computed);
      if (message != NULL)
        g_error ("%s, in %s", message, fixture_describe (scenario));
    }
}

static void
test_base_year (void)
{
  g_autoptr (GRand) source = g_rand_new_with_seed (12);

  for (int i = 0; i < N_DRAWS; i++)
    {
      FixtureScenario scenario;
      SoulsResults results;

      fixture_draw (source, &scenario);
      fixture_run (&scenario, &results);
      check_year (&scenario, &results, 0);
    }
}

static void
test_projected_years (void)
{
  g_autoptr (GRand) source = g_rand_new_with_seed (13);

  for (int i = 0; i < N_DRAWS; i++)
    {
      FixtureScenario scenario;
      SoulsResults results;

      fixture_draw (source, &scenario);
      fixture_run (&scenario, &results);
      check_year (&scenario, &results, 1);
      check_year (&scenario, &results, g_rand_int_range (source, 1, results.horizon + 1));
      check_year (&scenario, &results, results.horizon);
    }
}

/* The comparison itself must be able to fail: a formula held against another number. */
static void
test_evaluator (void)
{
  const struct
  {
    const char *formula;
    double value;
  } rows[] = {
    { "1 − 2·3 / 4", -0.5 },
    { "(1 − 2)·3", -3 },
    { "−2·−3", 6 },
    { "½·4", 2 },
    { "max(1, 2) − min(1, 2)", 1 },
    { "clip(7, −1, 0.35)", 0.35 },
    { "clip(−7, −0.10, 0.30)", -0.1 },
    { "if(3 > 2, 1, 0) + if(3 = 2, 10, 20)", 21 },
    { "pow(0.85, 3 − 1)", 0.7225 },
    { "exp(0)", 1 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      Evaluator evaluator = { .lookup = look_up };

      g_assert_cmpfloat_with_epsilon (evaluator_run (&evaluator, rows[i].formula), rows[i].value, 1e-15);
      g_assert_null (evaluator.error);
      evaluator_clear (&evaluator);
    }
}

static void
test_evaluator_errors (void)
{
  const char *const formulas[] = { "(1 + 2", "1 +", "1 2", "max(1)", "sine(1)", "nobody + 1", "t′", "1 - 2" };
  FixtureScenario scenario;
  SoulsTermContext context;
  Subject subject;

  fixture_baseline (2025, &scenario);
  context = (SoulsTermContext) { scenario.c, &scenario.settings, &scenario.drivers, NULL };
  subject_init (&subject, SOULS_TERM_SYMBOL, 0, 0, &context);
  for (gsize i = 0; i < G_N_ELEMENTS (formulas); i++)
    {
      Evaluator evaluator = { .lookup = look_up, .user_data = &subject };

      g_assert_true (isnan (evaluator_run (&evaluator, formulas[i])) || evaluator.error != NULL);
      g_assert_nonnull (evaluator.error);
      evaluator_clear (&evaluator);
    }
}

static void
test_comparison_fails (void)
{
  FixtureScenario scenario;
  SoulsTermContext context;
  Subject subject;
  g_autofree char *same = NULL;
  g_autofree char *other = NULL;

  fixture_baseline (2025, &scenario);
  context = (SoulsTermContext) { scenario.c, &scenario.settings, &scenario.drivers, NULL };
  subject_init (&subject, SOULS_TERM_SYMBOL, SOULS_SYMBOL_gmv, 0, &context);
  same = compare (&subject, scenario.c->gmv);
  other = compare (&subject, scenario.c->gmv * (1 + 1e-8));
  g_assert_null (same);
  g_assert_nonnull (other);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/evaluator/values", test_evaluator);
  g_test_add_func ("/model/evaluator/errors", test_evaluator_errors);
  g_test_add_func ("/model/formulas/comparison-can-fail", test_comparison_fails);
  g_test_add_func ("/model/formulas/symbols", test_symbols);
  g_test_add_func ("/model/formulas/symbols-of-other-figures", test_symbols_perturbed);
  g_test_add_func ("/model/formulas/base-year", test_base_year);
  g_test_add_func ("/model/formulas/projected-years", test_projected_years);
  return g_test_run ();
}
