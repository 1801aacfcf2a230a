/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "fixture.h"

#include <json-glib/json-glib.h>
#include <math.h>
#include <string.h>

#include "souls-data-set.h"
#include "souls-expression-private.h"
#include "souls-json.h"
#include "souls-references.h"
#include "souls-seek.h"

#define M(metric) SOULS_METRIC_##metric
#define FIRST 2014
#define LAST 2025
#define HORIZON 8

/* Three base years and moods: what is reported, what is projected, and what has moved. */
static const struct
{
  int base;
  SoulsRung rung;
  Mood mood;
} situations[] = {
  { LAST, SOULS_RUNG_ARITHMETIC, MOOD_BASELINE },
  { LAST, SOULS_RUNG_DISSYNERGIES, MOOD_CLOUDY },
  { 2018, SOULS_RUNG_STRANDED, MOOD_STORES_LOSE },
};

static SoulsReferences *references;
static JsonNode *reported;

static void
load (const char *folder)
{
  g_autofree char *estimates = g_build_filename (folder, "estimates.json", NULL);
  g_autofree char *figures = g_build_filename (folder, "reported.json", NULL);
  g_autoptr (GError) error = NULL;
  gsize length;
  g_autofree char *text = souls_json_read_bytes (estimates, &length, &error);

  references = souls_references_parse ("estimates.json", text, length, &error);
  g_assert_no_error (error);
  g_free (text);
  text = souls_json_read_bytes (figures, &length, &error);
  reported = souls_json_parse ("reported.json", text, length, &error);
  g_assert_no_error (error);
}

static void
set_situation (Stage *stage,
               gsize  i)
{
  *stage = (Stage) { 0 };
  stage_set (stage, situations[i].base, HORIZON, situations[i].rung, situations[i].mood, situations[i].base);
}

static SoulsTextContext
make_context (const Stage *stage)
{
  return (SoulsTextContext) { &stage->input, souls_references_get_estimates (references), NULL, NULL };
}

/* By another way than the expressions: straight from the projection and the history. */
static double
value_at (const Stage *stage,
          SoulsMetric  metric,
          int          year)
{
  const int t = year - stage->results.base_year;

  return t >= 0 ? stage->results.value[metric][t] : stage->history.value[metric][year - stage->history.first_year];
}

static SoulsQuantity
evaluate (const Stage *stage,
          const char  *format,
          ...)
{
  const SoulsTextContext context = make_context (stage);
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  SoulsQuantity quantity = { 0 };
  va_list list;

  va_start (list, format);
  text = g_strdup_vprintf (format, list);
  va_end (list);
  if (!souls_expression_evaluate (text, &context, &quantity, &error))
    g_error ("%s: %s", text, error->message);
  return quantity;
}

static void
check (SoulsQuantity     quantity,
       SoulsQuantityUnit unit,
       gboolean          with_sign,
       double            value)
{
  g_assert_cmpint (quantity.unit, ==, unit);
  g_assert_cmpint (quantity.with_sign, ==, with_sign);
  g_assert_false (quantity.is_range);
  g_assert_cmpfloat_with_epsilon (quantity.value, value, 1e-9 * MAX (1.0, fabs (value)));
}

/* One and two years. */
static void
test_years (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (situations); i++)
    {
      Stage stage;
      const int last = situations[i].base + HORIZON;

      set_situation (&stage, i);
      for (int year = FIRST; year <= last; year++)
        {
          const double w = value_at (&stage, M (WITHOUT_AWS), year);
          const double aws = value_at (&stage, M (SALES_AWS), year), all = value_at (&stage, M (SALES_TOTAL), year);
          const int t = year - situations[i].base;

          check (evaluate (&stage, "without-aws %d", year), SOULS_QUANTITY_MONEY, FALSE, w);
          check (evaluate (&stage, "abs without-aws %d", year), SOULS_QUANTITY_MONEY, FALSE, fabs (w));
          check (evaluate (&stage, "ratio sales-aws sales-total %d", year), SOULS_QUANTITY_PERCENT, FALSE, aws / all);
          check (evaluate (&stage, "per-100 sales-aws sales-total %d", year), SOULS_QUANTITY_DOLLARS, FALSE, 100 * aws / all);
          check (evaluate (&stage, "baseline without-aws %d", year), SOULS_QUANTITY_MONEY, FALSE,
                 t >= 0 ? stage.baseline.value[M (WITHOUT_AWS)][t] : w);
          check (evaluate (&stage, "effect margin-aws %d", year), SOULS_QUANTITY_POINTS, TRUE,
                 t >= 0 ? value_at (&stage, M (MARGIN_AWS), year) - stage.baseline.value[M (MARGIN_AWS)][t] : 0);
          if (year == FIRST)
            continue;
          check (evaluate (&stage, "change without-aws %d %d", FIRST, year), SOULS_QUANTITY_MONEY, TRUE,
                 w - value_at (&stage, M (WITHOUT_AWS), FIRST));
          check (evaluate (&stage, "change take-rate %d %d", year - 1, year), SOULS_QUANTITY_POINTS, TRUE,
                 value_at (&stage, M (TAKE_RATE), year) - value_at (&stage, M (TAKE_RATE), year - 1));
          check (evaluate (&stage, "change cash-conversion-cycle %d %d", year - 1, year), SOULS_QUANTITY_DAYS, TRUE,
                 value_at (&stage, M (CASH_CYCLE), year) - value_at (&stage, M (CASH_CYCLE), year - 1));
          check (evaluate (&stage, "growth sales-aws %d %d", year - 1, year), SOULS_QUANTITY_PERCENT, TRUE,
                 aws / value_at (&stage, M (SALES_AWS), year - 1) - 1);
          check (evaluate (&stage, "abs growth sales-aws %d %d", year - 1, year), SOULS_QUANTITY_PERCENT, FALSE,
                 fabs (aws / value_at (&stage, M (SALES_AWS), year - 1) - 1));
          check (evaluate (&stage, "times sales-total %d %d", FIRST, year), SOULS_QUANTITY_TIMES, FALSE,
                 all / value_at (&stage, M (SALES_TOTAL), FIRST));
        }
    }
}

/* Many years, counted by hand. */
static void
test_spans (void)
{
  Stage stage;
  double least = INFINITY, greatest = -INFINITY, sum = 0;
  int least_year = 0, greatest_year = 0, below = 0, above = 0;

  set_situation (&stage, 0);
  for (int year = FIRST; year <= LAST; year++)
    {
      const double w = value_at (&stage, M (WITHOUT_AWS), year);

      least_year = w < least ? year : least_year;
      greatest_year = w > greatest ? year : greatest_year;
      least = MIN (least, w);
      greatest = MAX (greatest, w);
      sum += w;
      below += w < 0;
      above += w > 0;
    }
  check (evaluate (&stage, "least without-aws 2014 2025"), SOULS_QUANTITY_MONEY, FALSE, least);
  check (evaluate (&stage, "greatest without-aws 2014 2025"), SOULS_QUANTITY_MONEY, FALSE, greatest);
  check (evaluate (&stage, "mean without-aws 2014 2025"), SOULS_QUANTITY_MONEY, FALSE, sum / 12);
  check (evaluate (&stage, "least-year without-aws 2014 2025"), SOULS_QUANTITY_YEAR, FALSE, least_year);
  check (evaluate (&stage, "greatest-year without-aws 2014 2025"), SOULS_QUANTITY_YEAR, FALSE, greatest_year);
  check (evaluate (&stage, "count-below without-aws 2014 2025"), SOULS_QUANTITY_COUNT, FALSE, below);
  check (evaluate (&stage, "count-above without-aws 2014 2025"), SOULS_QUANTITY_COUNT, FALSE, above);
  check (evaluate (&stage, "mean without-aws 2022 2022"), SOULS_QUANTITY_MONEY, FALSE,
         value_at (&stage, M (WITHOUT_AWS), 2022));
  g_assert_cmpint (below, ==, 3);
  g_assert_cmpint (least_year, ==, 2022);
}

/* Every driver, where it stands and as each base year has it; every belief. */
static void
test_calibrated (void)
{
  Stage stage;

  set_situation (&stage, 1);
  for (int i = 0; i < SOULS_N_DRIVERS; i++)
    {
      const char *id = souls_driver_info ((SoulsDriver) i)->id;
      SoulsQuantity now = evaluate (&stage, "driver %s", id);

      check (now, SOULS_QUANTITY_DRIVER, FALSE, stage.drivers.target[i]);
      g_assert_cmpint (now.driver, ==, i);
      for (int year = FIRST; year <= LAST; year++)
        check (evaluate (&stage, "driver %s %d", id, year), SOULS_QUANTITY_DRIVER, FALSE,
               stage.input.calibrations[year - FIRST].baseline[i]);
    }
  for (int i = 0; i < SOULS_N_BELIEFS; i++)
    for (int year = FIRST; year <= LAST; year++)
      {
        const double value = stage.input.calibrations[year - FIRST].beliefs.value[i];

        if (isfinite (value))
          g_assert_cmpfloat (evaluate (&stage, "belief %s %d", souls_belief_id ((SoulsBelief) i), year).value, ==, value);
      }
  g_assert_cmpint (evaluate (&stage, "belief L0 2025").unit, ==, SOULS_QUANTITY_YEARS);
  g_assert_cmpint (evaluate (&stage, "belief K0 2025").unit, ==, SOULS_QUANTITY_MONEY);
  g_assert_cmpint (evaluate (&stage, "belief mu0 2025").unit, ==, SOULS_QUANTITY_PERCENT);
}

/* What the file holds is given as it stands there; what it does not hold is refused, also where the model completes it. */
static void
test_figures (void)
{
  JsonObject *years = json_object_get_object_member (json_node_get_object (reported), "years");
  Stage stage;
  int n = 0;

  set_situation (&stage, 2);
  for (int year = FIRST - 1; year <= LAST; year++)
    for (int i = 0; i < SOULS_N_FIGURES; i++)
      {
        g_autofree char *key = g_strdup_printf ("%d", year);
        g_autofree char *text = g_strdup_printf ("figure %s %d", souls_figure_id ((SoulsFigure) i), year);
        JsonObject *figures = json_object_get_object_member (years, key);
        const SoulsTextContext context = make_context (&stage);
        g_autoptr (GError) error = NULL;
        SoulsQuantity quantity;

        if (json_object_has_member (figures, souls_figure_id ((SoulsFigure) i)))
          {
            JsonObject *figure = json_object_get_object_member (figures, souls_figure_id ((SoulsFigure) i));

            check (evaluate (&stage, "%s", text), SOULS_QUANTITY_MONEY, FALSE, json_object_get_double_member (figure, "value"));
            n++;
          }
        else if (year < LAST)
          {
            g_assert_false (souls_expression_evaluate (text, &context, &quantity, &error));
            g_assert_error (error, SOULS_EXPRESSION_ERROR, SOULS_EXPRESSION_ERROR_VALUE);
          }
      }
  g_assert_cmpint (n, >, 300);
  check (evaluate (&stage, "change-figure sales-total 2013 2025"), SOULS_QUANTITY_MONEY, TRUE,
         evaluate (&stage, "figure sales-total 2025").value - evaluate (&stage, "figure sales-total 2013").value);
  check (evaluate (&stage, "growth-figure sales-total 2013 2025"), SOULS_QUANTITY_PERCENT, TRUE,
         evaluate (&stage, "figure sales-total 2025").value / evaluate (&stage, "figure sales-total 2013").value - 1);
}

/* With the slider where the goal says, the metric is what was wanted. */
static void
test_goal (void)
{
  Stage stage;
  SoulsQuantity goal;
  SoulsDrivers drivers;
  SoulsResults results;

  set_situation (&stage, 1);
  goal = evaluate (&stage, "goal handling-cost without-aws 2030 1500");
  g_assert_cmpint (goal.unit, ==, SOULS_QUANTITY_DRIVER);
  g_assert_cmpint (goal.driver, ==, SOULS_DRIVER_HANDLING_COST);
  drivers = stage.drivers;
  drivers.target[SOULS_DRIVER_HANDLING_COST] = goal.value;
  souls_project (stage.input.calibration, &stage.settings, &drivers, &results);
  g_assert_cmpfloat_with_epsilon (results.value[M (WITHOUT_AWS)][5], 1500, 1);
}

/* A run of its own, and the charts' where they have one. */
static void
test_worlds (void)
{
  Stage stage;
  SoulsQuantity own, shown;
  double share;

  set_situation (&stage, 1);
  own = evaluate (&stage, "worlds without-aws 2030");
  g_assert_cmpint (own.unit, ==, SOULS_QUANTITY_COUNT);
  stage_prepare (&stage, SOULS_CHART_OUTCOMES);
  g_assert_nonnull (stage.input.simulation);
  share = souls_simulation_get_positive (stage.input.simulation, M (WITHOUT_AWS), 5);
  shown = evaluate (&stage, "worlds without-aws 2030");
  g_assert_cmpfloat (fabs (shown.value - 100 * share), <=, 1);
  /* Five hundred worlds stand within seven hundredths of many. */
  g_assert_cmpfloat (fabs (shown.value - own.value), <=, 7);
  g_assert_cmpfloat (own.value, ==, floor (own.value));
  check (evaluate (&stage, "worlds sales-aws 2030"), SOULS_QUANTITY_COUNT, FALSE, 100);
}

/* Every published estimate is a number that can be said, in its own unit. */
static void
test_facts (void)
{
  const SoulsEstimateSet *set = souls_references_get_estimates (references);
  Stage stage;

  set_situation (&stage, 0);
  g_assert_cmpint (set->n, >=, 70);
  for (int i = 0; i < set->n; i++)
    {
      const SoulsEstimate *fact = &set->estimates[i];
      SoulsQuantity quantity = evaluate (&stage, "fact %s", fact->id);
      g_autofree char *said = souls_quantity_say (&quantity, souls_words_plain ());

      g_assert_cmpint (quantity.is_range, ==, isnan (fact->central) && !isnan (fact->low) && !isnan (fact->high));
      if (g_str_has_prefix (fact->unit, "percent"))
        g_assert_cmpint (quantity.unit, ==, SOULS_QUANTITY_PERCENT);
      else if (g_str_equal (fact->unit, "USD billions"))
        g_assert_cmpint (quantity.unit, ==, SOULS_QUANTITY_MONEY);
      if (!isnan (fact->central))
        g_assert_cmpfloat_with_epsilon (souls_quantity_to_shown (&quantity),
                                        fact->central * (quantity.unit == SOULS_QUANTITY_MONEY ? 1000 : 1), 1e-9);
      g_assert_null (strstr (said, " "));
    }
}

/* Every metric in every form of metrics has a number, or a reason why not with its place. */
static void
test_walk (void)
{
  static const struct
  {
    const char *name;
    const char *pattern;
  } forms[] = {
    { "", "MY" },
#define FORM(function, name, pattern) { name, pattern },
    SOULS_FORMS (FORM)
#undef FORM
  };
  int n_given = 0;

  for (gsize s = 0; s < G_N_ELEMENTS (situations); s++)
    {
      Stage stage;
      SoulsTextContext context;

      set_situation (&stage, s);
      context = make_context (&stage);
      for (gsize f = 0; f < G_N_ELEMENTS (forms); f++)
        for (int m = 0; m < SOULS_N_METRICS && strchr (forms[f].pattern, 'M') != NULL; m++)
          {
            g_autoptr (GString) text = g_string_new (forms[f].name);
            g_autoptr (GError) error = NULL;
            SoulsQuantity quantity;
            int year = 2019;

            if (g_str_equal (forms[f].name, "worlds") && m % 10 != 0)
              continue;
            for (const char *what = forms[f].pattern; *what != '\0'; what++)
              {
                if (*what == 'M')
                  g_string_append_printf (text, " %s", souls_metric_info ((SoulsMetric) m)->id);
                else if (*what == 'Y')
                  g_string_append_printf (text, " %d", year++);
                else
                  g_string_append (text, *what == 'D' ? " aws-growth" : " 0");
              }
            if (souls_expression_evaluate (text->str, &context, &quantity, &error))
              {
                g_autofree char *said = souls_quantity_say (&quantity, souls_words_plain ());

                g_assert_true (isfinite (quantity.value));
                g_assert_cmpstr (said, !=, "–");
                n_given++;
              }
            else
              {
                g_assert_true (error->domain == SOULS_EXPRESSION_ERROR);
                g_assert_cmpint (error->code, !=, SOULS_EXPRESSION_ERROR_NAME);
                g_assert_true (g_str_has_prefix (error->message, "character "));
              }
          }
    }
  g_assert_cmpint (n_given, >, 1000);
}

static void
test_refused (void)
{
  static const struct
  {
    const char *text;
    SoulsExpressionError code;
    const char *message;
  } cases[] = {
    { "", SOULS_EXPRESSION_ERROR_FORM, "character 1: expected an expression such as" },
    { "  ", SOULS_EXPRESSION_ERROR_FORM, "found nothing" },
    { "without-awz 2022", SOULS_EXPRESSION_ERROR_NAME, "character 1: there is no metric or form “without-awz”; did you mean “without-aws”?" },
    { "changes sales-aws 2014 2015", SOULS_EXPRESSION_ERROR_NAME, "did you mean “change”?" },
    { "without-aws", SOULS_EXPRESSION_ERROR_FORM, "character 12: expected a fiscal year such as 2022, found the end" },
    { "without-aws 22", SOULS_EXPRESSION_ERROR_FORM, "character 13: expected a fiscal year such as 2022, found “22”" },
    { "without-aws 2022 2023", SOULS_EXPRESSION_ERROR_FORM, "character 18: expected the end, found “2023”" },
    { "without-aws 2034", SOULS_EXPRESSION_ERROR_VALUE, "expected a fiscal year from 2014 to 2033, found 2034" },
    { "without-aws 2013", SOULS_EXPRESSION_ERROR_VALUE, "character 13: expected a fiscal year from 2014" },
    { "change sales-aws 2020 2020", SOULS_EXPRESSION_ERROR_VALUE, "character 23: expected a fiscal year after 2020, found 2020" },
    { "mean sales-aws 2020 2019", SOULS_EXPRESSION_ERROR_VALUE, "expected a fiscal year from 2020 on" },
    { "growth without-aws 2014 2020", SOULS_EXPRESSION_ERROR_VALUE, "character 20: the first value is not above zero" },
    { "times without-aws 2022 2023", SOULS_EXPRESSION_ERROR_VALUE, "not above zero" },
    { "ratio sales-aws without-aws 2022", SOULS_EXPRESSION_ERROR_VALUE, "“without-aws” is not above zero in fiscal 2022" },
    { "ratio sales-aws take-rate 2022", SOULS_EXPRESSION_ERROR_FORM, "expected a metric of the same unit as “sales-aws”" },
    { "per-100 take-rate take-rate 2022", SOULS_EXPRESSION_ERROR_FORM, "expected a metric in US$ million" },
    { "driver aws-grwth", SOULS_EXPRESSION_ERROR_NAME, "character 8: there is no driver “aws-grwth”; did you mean “aws-growth”?" },
    { "driver aws-growth 2013", SOULS_EXPRESSION_ERROR_VALUE, "expected a base year from 2014 to 2025" },
    { "driver", SOULS_EXPRESSION_ERROR_FORM, "expected a driver, found the end" },
    { "belief q9 2025", SOULS_EXPRESSION_ERROR_NAME, "there is no belief" },
    { "belief NOR0 2012", SOULS_EXPRESSION_ERROR_VALUE, "expected a base year" },
    { "figure sales-awss 2025", SOULS_EXPRESSION_ERROR_NAME, "did you mean “sales-aws”?" },
    { "figure sales-aws 2012", SOULS_EXPRESSION_ERROR_VALUE, "expected a reported fiscal year from 2013 to 2025" },
    { "figure sales-physical 2014", SOULS_EXPRESSION_ERROR_VALUE, "was not reported for fiscal 2014" },
    { "goal aws-growth without-aws 2030 0", SOULS_EXPRESSION_ERROR_VALUE, "character 34: “aws-growth” alone cannot bring" },
    { "goal aws-growth without-aws 2030 much", SOULS_EXPRESSION_ERROR_FORM, "expected a number such as 0" },
    { "goal aws-growth without-aws 2024 0", SOULS_EXPRESSION_ERROR_VALUE, "expected a fiscal year from 2025 to 2033" },
    { "worlds without-aws 2020", SOULS_EXPRESSION_ERROR_VALUE, "expected a fiscal year from 2025 to 2033" },
    { "fact peer_ebay_take", SOULS_EXPRESSION_ERROR_NAME, "did you mean “peer_ebay_take_rate”?" },
    { "fact", SOULS_EXPRESSION_ERROR_FORM, "expected the id of a published estimate" },
    { "abs fact fee_fba_pct_of_3p_sales", SOULS_EXPRESSION_ERROR_FORM, "expected a number that has a sign" },
    { "answer", SOULS_EXPRESSION_ERROR_VALUE, "stand in a reveal only" },
    { "truth", SOULS_EXPRESSION_ERROR_VALUE, "stand in a reveal only" },
    { "gap", SOULS_EXPRESSION_ERROR_VALUE, "stand in a reveal only" },
    { "42", SOULS_EXPRESSION_ERROR_NAME, "there is no metric or form “42”" },
  };
  Stage stage;
  SoulsTextContext context;

  set_situation (&stage, 0);
  context = make_context (&stage);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      SoulsQuantity quantity;

      g_assert_false (souls_expression_evaluate (cases[i].text, &context, &quantity, &error));
      if (!g_error_matches (error, SOULS_EXPRESSION_ERROR, (int) cases[i].code) ||
          strstr (error->message, cases[i].message) == NULL)
        g_error ("“%s”: expected %d “%s”, found %d “%s”", cases[i].text, cases[i].code, cases[i].message, error->code,
                 error->message);
    }
}

static void
test_too_long (void)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  SoulsQuantity quantity;
  Stage stage;
  SoulsTextContext context;

  set_situation (&stage, 0);
  context = make_context (&stage);
  for (int i = 0; i < 10000; i++)
    g_string_append (text, "abs ");
  g_assert_false (souls_expression_evaluate (text->str, &context, &quantity, &error));
  g_assert_error (error, SOULS_EXPRESSION_ERROR, SOULS_EXPRESSION_ERROR_FORM);
}

static void
test_conditions (void)
{
  static const struct
  {
    const char *text;
    gboolean holds;
  } cases[] = {
    { "without-aws 2022 < 0", TRUE },
    { "without-aws 2022<0", TRUE },
    { "without-aws 2025 < 0", FALSE },
    { "sales-aws 2025 < sales-online 2025", TRUE },
    { "sales-aws 2025 > sales-online 2025", FALSE },
    { "least-year without-aws 2014 2025 = 2022", TRUE },
    { "count-below without-aws 2014 2025 >= 3", TRUE },
    { "count-below without-aws 2014 2025 > 3", FALSE },
    { "count-below without-aws 2014 2025 <= 2", FALSE },
    { "take-rate 2025 > 0.3 and take-rate 2014 < 0.2", TRUE },
    { "take-rate 2025 > 0.3 and take-rate 2014 > 0.2", FALSE },
    { "take-rate 2014 > 0.2 and take-rate 2025 > 0.3", FALSE },
    { "driver third-party-share > belief s0 2014", TRUE },
    { "sales-total 2025 = sales-total 2025", TRUE },
    { "change margin-aws 2023 2024 > -0.01", TRUE },
    { "without-aws 2022 > -10.7e3", TRUE },
  };
  static const struct
  {
    const char *text;
    const char *message;
  } bad[] = {
    { "without-aws 2022", "character 17: expected <, <=, >, >= or =, found the end" },
    { "without-aws 2022 ~ 0", "expected <, <=, >, >= or =, found “~”" },
    { "without-aws 2022 <", "expected a metric or form, found the end" },
    { "without-aws 2022 < 0 or without-aws 2021 < 0", "character 22: expected “and” or the end, found “or”" },
    { "without-aws 2022 < 0 and", "found the end" },
    { "without-aws 2022 > 0 and without-awz 2022 < 0", "did you mean “without-aws”?" },
    { "sales-aws 2025 < take-rate 2025", "character 18: expected a number in US$ million to compare with, found one in percent" },
    { "0 < without-aws 2022", "there is no metric or form “0”" },
  };
  Stage stage;
  SoulsTextContext context;
  gboolean holds;

  set_situation (&stage, 0);
  context = make_context (&stage);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      if (!souls_condition_holds (cases[i].text, &context, &holds, &error) || holds != cases[i].holds)
        g_error ("%s: %s", cases[i].text, error != NULL ? error->message : "the other answer");
    }
  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (souls_condition_holds (bad[i].text, &context, &holds, &error));
      if (strstr (error->message, bad[i].message) == NULL)
        g_error ("%s: expected “%s”, found “%s”", bad[i].text, bad[i].message, error->message);
    }
}

/* U+00A0 and U+202F as what they look like. */
static char *
plain_spaces (const char *text)
{
  GString *plain = g_string_new (text);

  g_string_replace (plain, "\u00a0", " ", 0);
  g_string_replace (plain, "\u202f", " ", 0);
  return g_string_free (plain, FALSE);
}

static void
test_expanded (void)
{
  static const struct
  {
    const char *text;
    const char *expanded;
  } cases[] = {
    { "", "" },
    { "No number.", "No number." },
    { "{without-aws 2022}: a loss.", "−$10.6 bn: a loss." },
    { "{abs without-aws 2022}{change margin-aws 2023 2024}", "$10.6 bn+9.9 points" },
    { "{cash-conversion-cycle 2025} {change cash-conversion-cycle 2014 2025}", "−51 days −27 days" },
    { "Ä {least-year without-aws 2014 2025}, {count-below without-aws 2014 2025} years", "Ä 2022, 3 years" },
    { "{per-100 sales-third-party gmv-third-party 2025} of $100", "$30.2 of $100" },
    { "{growth sales-aws 2024 2025}, {abs growth sales-aws 2024 2025}", "+19.7 %, 19.7 %" },
    { "{times sales-aws 2014 2025} times", "27.7 times" },
    { "{driver third-party-share 2014}; {belief L0 2025}", "49 %; 6 years" },
    { "{fact fee_fba_pct_of_3p_sales}; {fact gmv_total_2025}; {fact prime_members_jpm_2022}; {fact peer_ebay_take_rate}",
      "20–35 %; $830 bn; 270 million; 13.94 %" },
    { "{fact prime_value_per_member_jpm_2022}, {fact breakeven_advertising_margin_2022}", "$1,100, −28.1 %" },
    { "a {{b} c", "a {b} c" },
    { "{{{without-aws 2022}}", "{−$10.6 bn}" },
    { "{ without-aws   2022 }", "−$10.6 bn" },
  };
  static const struct
  {
    const char *text;
    const char *message;
  } bad[] = {
    { "Ä {without-aws 2022", "character 3: expected } after {" },
    { "{without-aws {2022}}", "character 1: expected } after {" },
    { "Ä {}", "character 4: expected an expression" },
    { "Ä {without-aws 2022} {sales-awss 2022}", "character 23: there is no metric or form “sales-awss”" },
  };
  Stage stage;
  SoulsTextContext context;

  set_situation (&stage, 0);
  context = make_context (&stage);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *expanded = souls_text_expand (cases[i].text, &context, &error);
      g_autofree char *plain = NULL;

      g_assert_no_error (error);
      plain = plain_spaces (expanded);
      g_assert_cmpstr (plain, ==, cases[i].expanded);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (souls_text_expand (bad[i].text, &context, &error));
      if (strstr (error->message, bad[i].message) == NULL)
        g_error ("%s: expected “%s”, found “%s”", bad[i].text, bad[i].message, error->message);
    }
}

/* What was said, what is so, and the distance, in a reveal. */
static void
test_reveal (void)
{
  const SoulsQuantity truth = souls_quantity_new (SOULS_QUANTITY_PERCENT, 0.302);
  const SoulsQuantity answer = souls_quantity_from_shown (&truth, 25);
  Stage stage;
  SoulsTextContext context;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  g_autofree char *plain = NULL;

  set_situation (&stage, 0);
  context = make_context (&stage);
  context.answer = &answer;
  context.truth = &truth;
  text = souls_text_expand ("{answer} for {truth}: {gap}", &context, &error);
  g_assert_no_error (error);
  plain = plain_spaces (text);
  g_assert_cmpstr (plain, ==, "25.0 % for 30.2 %: 5.2 points");
}

typedef struct
{
  SoulsQuantityUnit unit;
  double said;
  double truth;
  double close;
  const char *sentence;
} Gap;

static const Gap gaps[] = {
  { SOULS_QUANTITY_MONEY, -5000, -10605, 1000, "You said −$5.00 bn; it was −$10.6 bn: you were $5.61 bn too high." },
  { SOULS_QUANTITY_MONEY, -20000, -10605, 1000, "You said −$20.0 bn; it was −$10.6 bn: you were $9.39 bn too low." },
  { SOULS_QUANTITY_MONEY, -10000, -10605, 1000, "Close: you said −$10.0 bn; it was −$10.6 bn." },
  { SOULS_QUANTITY_MONEY, -10605, -10605, 1000, "Exactly: it was −$10.6 bn." },
  { SOULS_QUANTITY_PERCENT, 0.25, 0.302, 5, "You said 25.0 %; it was 30.2 %: you were 5.2 points too low." },
  { SOULS_QUANTITY_PERCENT, 0.28, 0.302, 5, "Close: you said 28.0 %; it was 30.2 %." },
  { SOULS_QUANTITY_DAYS, 10, -51, 10, "You said 10 days; it was −51 days: you were 61 days too high." },
  { SOULS_QUANTITY_DAYS, -52, -51, 0, "You said −52 days; it was −51 days: you were 1 day too low." },
  { SOULS_QUANTITY_YEAR, 2020, 2022, 0, "You said 2020; it was 2022: you were 2 years too early." },
  { SOULS_QUANTITY_YEAR, 2023, 2022, 0, "You said 2023; it was 2022: you were 1 year too late." },
  { SOULS_QUANTITY_COUNT, 1, 3, 0, "You said 1; it was 3: you were 2 too low." },
};

static void
test_gap (void)
{
  const SoulsWords *words = souls_words_plain ();
  SoulsQuantity slider = souls_quantity_driver (SOULS_DRIVER_AWS_GROWTH, 0.2);
  SoulsQuantity drawn = souls_quantity_from_shown (&slider, 12.5);
  SoulsQuantity published = { .value = 0.35, .high = 0.7, .unit = SOULS_QUANTITY_PERCENT, .is_range = TRUE, .exact = TRUE };
  const SoulsQuantity within = souls_quantity_new (SOULS_QUANTITY_PERCENT, 0.5);
  g_autofree char *sentence = souls_gap_say (words, &drawn, &slider, 1);
  g_autofree char *plain = plain_spaces (sentence);
  g_autofree char *inside = souls_gap_say (words, &within, &published, 1);
  g_autofree char *inside_plain = plain_spaces (inside);

  g_assert_cmpstr (plain, ==, "You said 12.5 %; it was 20.0 %: you were 7.5 points too low.");
  g_assert_cmpstr (inside_plain, ==, "Close: you said 50.0 %; it was 35–70 %.");
  for (gsize i = 0; i < G_N_ELEMENTS (gaps); i++)
    {
      const SoulsQuantity said = souls_quantity_new (gaps[i].unit, gaps[i].said);
      const SoulsQuantity truth = souls_quantity_new (gaps[i].unit, gaps[i].truth);
      g_autofree char *text = souls_gap_say (words, &said, &truth, gaps[i].close);
      g_autofree char *text_plain = plain_spaces (text);

      g_assert_cmpstr (text_plain, ==, gaps[i].sentence);
    }
}

static void
test_gap_line (void)
{
  const SoulsWords *words = souls_words_plain ();
  const int years[] = { 2021, 2022, 2023 };
  const double truth[] = { 6348, -10605, 12221 }, drawn[] = { 7000, 12000, NAN }, nothing[] = { NAN, NAN, NAN };
  const double margins[] = { 0.01, 0.02, 0.03 }, other_margins[] = { 0.01, 0.02, 0.05 };
  g_autofree char *text = souls_gap_say_line (words, SOULS_UNIT_MONEY, drawn, truth, years, 3);
  g_autofree char *plain = plain_spaces (text);
  g_autofree char *one = souls_gap_say_line (words, SOULS_UNIT_MONEY, drawn, truth, years, 1);
  g_autofree char *one_plain = plain_spaces (one);
  g_autofree char *same = souls_gap_say_line (words, SOULS_UNIT_MONEY, truth, truth, years, 3);
  g_autofree char *parts = souls_gap_say_line (words, SOULS_UNIT_PERCENT, margins, other_margins, years, 3);
  g_autofree char *parts_plain = plain_spaces (parts);

  g_assert_cmpstr (plain, ==, "On average you were $11.6 bn off; fiscal 2022 surprised most: you drew +$12.0 bn, it was −$10.6 bn.");
  g_assert_cmpstr (one_plain, ==, "For fiscal 2021 you drew $7.00 bn; it was $6.35 bn: you were $652 m off.");
  g_assert_cmpstr (same, ==, "You drew it exactly as it was.");
  g_assert_cmpstr (parts_plain, ==, "On average you were 0.7 points off; fiscal 2023 surprised most: you drew 3.0 %, it was 5.0 %.");
  g_assert_null (souls_gap_say_line (words, SOULS_UNIT_MONEY, nothing, truth, years, 3));
}

/* What is entered in the unit shown comes back; every unit says something. */
static void
test_units (void)
{
  for (int unit = 0; unit < SOULS_QUANTITY_DRIVER; unit++)
    {
      const SoulsQuantity like = souls_quantity_new ((SoulsQuantityUnit) unit, 2);
      const SoulsQuantity entered = souls_quantity_from_shown (&like, 12);
      g_autofree char *said = souls_quantity_say (&entered, souls_words_plain ());

      g_assert_cmpfloat_with_epsilon (souls_quantity_to_shown (&entered), 12, 1e-9);
      g_assert_nonnull (strstr (said, "12"));
      g_assert_null (strstr (said, " "));
    }
  for (int i = 0; i < SOULS_N_DRIVERS; i++)
    {
      const SoulsQuantity like = souls_quantity_driver ((SoulsDriver) i, 0.1);
      const SoulsQuantity entered = souls_quantity_from_shown (&like, 3);

      g_assert_cmpfloat_with_epsilon (entered.value, souls_driver_from_shown ((SoulsDriver) i, 3), 1e-12);
      g_assert_cmpfloat_with_epsilon (souls_quantity_to_shown (&entered), 3, 1e-9);
    }
}

static void
test_left_out (void)
{
  static const struct
  {
    const char *text;
    const char *left;
  } rows[] = {
    { "", "" },
    { "Nothing; of it. And {truth}!", "Nothing; of it. And {truth}!" },
    { "You said {answer}.", "" },
    { "You were off by {gap}. Why?", "Why?" },
    { "In {truth} of a hundred. You were off by {gap}.", "In {truth} of a hundred." },
    { "It is {truth}; you were off by { gap }. Count; look.", "It is {truth}. Count; look." },
    { "You said {answer}; the model starts from {driver ad-margin 2025}, and so on. At", "The model starts from {driver ad-margin 2025}, and so on. At" },
    { "One; {abs gap} off; three. Four", "One; three. Four" },
    { "Off by {gap}? {truth}: {growth a 2023 2024}. More", "{truth}: {growth a 2023 2024}. More" },
    { "“You said {answer}.” He did. Written {{gap}.", "He did. Written {{gap}." },
    { "{driver answer-days} and 1.5 stay. {gap", "{driver answer-days} and 1.5 stay. {gap" },
    { "عند {truth}؛ وكان جوابك {answer}. وعند", "عند {truth}. وعند" },
    { "هل كان {gap}؟ نعم", "نعم" },
    { "Geschätzt waren {answer}; über {truth}.", "Über {truth}." },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *left = souls_text_leave_out_answer (rows[i].text);

      g_assert_cmpstr (left, ==, rows[i].left);
    }
}

int
main (int    argc,
      char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  stage_open (g_getenv ("SOULS_TEST_DATA"));
  load (g_getenv ("SOULS_TEST_DATA"));
  g_test_add_func ("/charts/expression/years", test_years);
  g_test_add_func ("/charts/expression/spans", test_spans);
  g_test_add_func ("/charts/expression/calibrated", test_calibrated);
  g_test_add_func ("/charts/expression/figures", test_figures);
  g_test_add_func ("/charts/expression/goal", test_goal);
  g_test_add_func ("/charts/expression/worlds", test_worlds);
  g_test_add_func ("/charts/expression/facts", test_facts);
  g_test_add_func ("/charts/expression/walk", test_walk);
  g_test_add_func ("/charts/expression/refused", test_refused);
  g_test_add_func ("/charts/expression/too-long", test_too_long);
  g_test_add_func ("/charts/expression/conditions", test_conditions);
  g_test_add_func ("/charts/expression/expanded", test_expanded);
  g_test_add_func ("/charts/expression/reveal", test_reveal);
  g_test_add_func ("/charts/expression/left-out", test_left_out);
  g_test_add_func ("/charts/quantity/gap", test_gap);
  g_test_add_func ("/charts/quantity/gap-line", test_gap_line);
  g_test_add_func ("/charts/quantity/units", test_units);
  status = g_test_run ();
  g_clear_pointer (&references, souls_references_free);
  g_clear_pointer (&reported, json_node_unref);
  stage_close ();
  return status;
}
