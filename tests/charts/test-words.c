/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "fixture.h"

#include <math.h>
#include <string.h>

#define HEADLINE SOULS_N_CHARTS

/*
 * Case:
 * @chart: whose finding, or HEADLINE
 * @words: with ~ for the narrow no-break space
 */
typedef struct
{
  int chart;
  int base_year;
  SoulsRung rung;
  Mood mood;
  int year;
  const char *words;
} Case;

static const Case cases[] = {
  { HEADLINE, 2025, SOULS_RUNG_ARITHMETIC, MOOD_BASELINE, 2014,
    "Without AWS, Amazon lost $280~m in fiscal 2014: a −0.3~% margin." },
  { HEADLINE, 2025, SOULS_RUNG_ARITHMETIC, MOOD_BASELINE, 2017,
    "Without AWS, Amazon lost $225~m in fiscal 2017: a −0.1~% margin." },
  { HEADLINE, 2025, SOULS_RUNG_ARITHMETIC, MOOD_BASELINE, 2022,
    "Without AWS, Amazon lost $10.6~bn in fiscal 2022: a −2.4~% margin." },
  { HEADLINE, 2025, SOULS_RUNG_ARITHMETIC, MOOD_BASELINE, 2025,
    "Without AWS, Amazon earned $34.4~bn in fiscal 2025: a 5.8~% margin." },
  { HEADLINE, 2025, SOULS_RUNG_TRANSFER_PRICE, MOOD_BASELINE, 2025,
    "Without AWS, Amazon would have earned $30.4~bn in fiscal 2025: a 5.2~% margin." },
  { HEADLINE, 2025, SOULS_RUNG_ARITHMETIC, MOOD_BASELINE, 2030,
    "Without AWS, Amazon would earn $58.8~bn in fiscal 2030: a 6.4~% margin." },
  { HEADLINE, 2025, SOULS_RUNG_ARITHMETIC, MOOD_BASELINE, 2036,
    "There is no result for fiscal 2036." },

  { SOULS_CHART_WITH_WITHOUT, 2025, SOULS_RUNG_ARITHMETIC, MOOD_BASELINE, 2022,
    "Without AWS, Amazon would have lost $10.6~bn in fiscal 2022 instead of earning $12.2~bn." },
  { SOULS_CHART_WITH_WITHOUT, 2025, SOULS_RUNG_ARITHMETIC, MOOD_BASELINE, 2025,
    "Without AWS, Amazon earned $34.4~bn of its $80.0~bn in fiscal 2025." },
  { SOULS_CHART_WITH_WITHOUT, 2025, SOULS_RUNG_TRANSFER_PRICE, MOOD_BASELINE, 2025,
    "Without AWS, Amazon would have earned $30.4~bn in fiscal 2025 instead of $80.0~bn." },
  { SOULS_CHART_WITH_WITHOUT, 2025, SOULS_RUNG_ARITHMETIC, MOOD_BASELINE, 2030,
    "Without AWS, Amazon would earn $58.8~bn in fiscal 2030 instead of $154~bn." },
  { SOULS_CHART_WITH_WITHOUT, 2025, SOULS_RUNG_ARITHMETIC, MOOD_BASELINE, 2036,
    "There is no result for fiscal 2036." },

  { SOULS_CHART_TIMELINE, 2025, SOULS_RUNG_ARITHMETIC, MOOD_BASELINE, 2025,
    "Without AWS, Amazon lost money in 3 of 12 reported years. In fiscal 2035 it would earn $83.0~bn." },

  { SOULS_CHART_SEGMENTS, 2025, SOULS_RUNG_ARITHMETIC, MOOD_BASELINE, 2022,
    "AWS earned $22.8~bn in fiscal 2022, North America and International together lost $10.6~bn." },
  { SOULS_CHART_SEGMENTS, 2025, SOULS_RUNG_ARITHMETIC, MOOD_BASELINE, 2025,
    "AWS earned $45.6~bn in fiscal 2025, more than North America and International together: $34.4~bn." },
  { SOULS_CHART_SEGMENTS, 2025, SOULS_RUNG_ARITHMETIC, MOOD_BASELINE, 2036,
    "There is no result for fiscal 2036." },

  { SOULS_CHART_TWO_SOULS, 2025, SOULS_RUNG_ARITHMETIC, MOOD_BASELINE, 2022,
    "AWS: 16~% of sales, 186~% of operating income in fiscal 2022, because the stores lost money." },
  { SOULS_CHART_TWO_SOULS, 2025, SOULS_RUNG_ARITHMETIC, MOOD_BASELINE, 2025,
    "AWS: 18~% of sales, 57~% of operating income in fiscal 2025." },
  { SOULS_CHART_TWO_SOULS, 2025, SOULS_RUNG_ARITHMETIC, MOOD_BASELINE, 2036,
    "There is no result for fiscal 2036." },
};

static Stage stage;

static char *
spell_out (const char *words)
{
  g_auto (GStrv) parts = g_strsplit (words, "~", -1);

  return g_strjoinv ("\u202f", parts);
}

/* The finding of the scene, whose frame is large. */
static char *
find (int chart)
{
  g_autoptr (SoulsScene) scene = souls_scene_new ();
  SoulsChartFrame frame = { .width = 1200, .height = 800, .with_finding = FALSE };

  if (chart == HEADLINE)
    return souls_headline (&stage.input);
  stage_prepare (&stage, (SoulsChart) chart);
  souls_chart_layout ((SoulsChart) chart, &stage.input, &frame, scene);
  return g_strdup (souls_scene_get_finding (scene));
}

static void
test_sentences (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *wanted = spell_out (cases[i].words);
      g_autofree char *found = NULL;

      stage_set (&stage, cases[i].base_year, 10, cases[i].rung, cases[i].mood, cases[i].year);
      found = find (cases[i].chart);
      g_assert_cmpstr (found, ==, wanted);
    }
}

/* Puts two segments' results in $ million in the scrubbed year, in place of the projection's. */
static void
force (double stores,
       double aws,
       double sales_stores,
       double sales_aws)
{
  int t;

  stage_set (&stage, 2025, 10, SOULS_RUNG_ARITHMETIC, MOOD_BASELINE, 2030);
  t = stage.input.year - stage.results.base_year;
  stage.results.value[SOULS_METRIC_INCOME_STORES][t] = stores;
  stage.results.value[SOULS_METRIC_INCOME_AWS][t] = aws;
  stage.results.value[SOULS_METRIC_INCOME_TOTAL][t] = stores + aws;
  stage.results.value[SOULS_METRIC_WITHOUT_AWS][t] = stores;
  stage.results.value[SOULS_METRIC_WITHOUT_AWS_ARITHMETIC][t] = stores;
  stage.results.value[SOULS_METRIC_SALES_STORES][t] = sales_stores;
  stage.results.value[SOULS_METRIC_SALES_AWS][t] = sales_aws;
  stage.results.value[SOULS_METRIC_SALES_TOTAL][t] = sales_stores + sales_aws;
}

typedef struct
{
  double stores;
  double aws;
  int chart;
  const char *words;
} Forced;

/* Who earns and who loses, all ways; both sell for $100 bn. */
static const Forced forced[] = {
  { 7900, 10000, HEADLINE,
    "Without AWS, Amazon would earn $7.90~bn in fiscal 2030: a 7.9~% margin." },
  { 8200, 10000, HEADLINE,
    "Without AWS, Amazon would earn $8.20~bn in fiscal 2030: an 8.2~% margin." },
  { -8200, 10000, HEADLINE,
    "Without AWS, Amazon would lose $8.20~bn in fiscal 2030: a −8.2~% margin." },
  { 11400, 10000, HEADLINE,
    "Without AWS, Amazon would earn $11.4~bn in fiscal 2030: an 11.4~% margin." },
  { 12000, 10000, HEADLINE,
    "Without AWS, Amazon would earn $12.0~bn in fiscal 2030: a 12.0~% margin." },
  { 18000, 10000, HEADLINE,
    "Without AWS, Amazon would earn $18.0~bn in fiscal 2030: an 18.0~% margin." },
  { 81000, 10000, HEADLINE,
    "Without AWS, Amazon would earn $81.0~bn in fiscal 2030: an 81.0~% margin." },
  { 118000, 10000, HEADLINE,
    "Without AWS, Amazon would earn $118~bn in fiscal 2030: a 118~% margin." },
  { 0.2, 10000, HEADLINE, "Without AWS, Amazon would break even in fiscal 2030." },
  { -0.2, 10000, HEADLINE, "Without AWS, Amazon would break even in fiscal 2030." },
  { 3000, -1000, SOULS_CHART_WITH_WITHOUT,
    "Without AWS, Amazon would earn $3.00~bn in fiscal 2030 instead of $2.00~bn." },
  { -3000, 4000, SOULS_CHART_WITH_WITHOUT,
    "Without AWS, Amazon would lose $3.00~bn in fiscal 2030 instead of earning $1.00~bn." },
  { 3000, -4000, SOULS_CHART_WITH_WITHOUT,
    "Without AWS, Amazon would earn $3.00~bn in fiscal 2030 instead of losing $1.00~bn." },
  { -3000, -4000, SOULS_CHART_WITH_WITHOUT,
    "Without AWS, Amazon would lose $3.00~bn in fiscal 2030, with AWS it would lose $7.00~bn." },
  { 3000, 2000, SOULS_CHART_SEGMENTS,
    "AWS would earn $2.00~bn in fiscal 2030, less than North America and International together: $3.00~bn." },
  { 3000, -2000, SOULS_CHART_SEGMENTS,
    "AWS would lose $2.00~bn in fiscal 2030, North America and International together would earn $3.00~bn." },
  { -3000, -2000, SOULS_CHART_SEGMENTS,
    "AWS would lose $2.00~bn in fiscal 2030, North America and International together would lose $3.00~bn." },
  { 3000, 1000, SOULS_CHART_TWO_SOULS,
    "AWS: 50~% of sales, 25~% of operating income in fiscal 2030." },
  { -3000, 4000, SOULS_CHART_TWO_SOULS,
    "AWS: 50~% of sales, 400~% of operating income in fiscal 2030, because the stores would lose money." },
  { 3000, -1000, SOULS_CHART_TWO_SOULS,
    "AWS: 50~% of sales in fiscal 2030, but it would lose money: all operating income would come from the stores." },
  { -3900, 4000, SOULS_CHART_TWO_SOULS,
    "Fiscal 2030 would have hardly any profit to share: AWS would earn $4.00~bn, the stores would lose $3.90~bn." },
  { 3000, -4000, SOULS_CHART_TWO_SOULS,
    "Fiscal 2030 would have no profit to share: AWS would lose $4.00~bn, the stores would earn $3.00~bn." },
  { -3000, -4000, SOULS_CHART_TWO_SOULS,
    "Fiscal 2030 would have no profit to share: AWS would lose $4.00~bn, the stores would lose $3.00~bn." },
};

static void
test_cases (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (forced); i++)
    {
      g_autofree char *wanted = spell_out (forced[i].words);
      g_autofree char *found = NULL;

      force (forced[i].stores, forced[i].aws, 100000, 100000);
      found = find (forced[i].chart);
      g_assert_cmpstr (found, ==, wanted);
    }
}

static void
test_no_sales (void)
{
  g_autofree char *wanted = spell_out ("Without AWS, Amazon would earn $3.00~bn in fiscal 2030.");
  g_autofree char *found = NULL;

  force (3000, 1000, 0, 100000);
  found = find (HEADLINE);
  g_assert_cmpstr (found, ==, wanted);
}

static void
set_without (double value,
             int    from,
             int    to)
{
  for (int year = from; year <= to; year++)
    {
      if (year > stage.results.base_year)
        stage.results.value[SOULS_METRIC_WITHOUT_AWS][year - stage.results.base_year] = value;
      else
        stage.history.value[SOULS_METRIC_WITHOUT_AWS][year - stage.history.first_year] = value;
    }
}

/* Losses in none, some and all of the reported and projected years. */
static void
test_timeline_counts (void)
{
  g_autofree char *some = NULL;
  g_autofree char *all = NULL;
  g_autofree char *one = NULL;

  stage_set (&stage, 2025, 10, SOULS_RUNG_ARITHMETIC, MOOD_BASELINE, 2030);
  set_without (1000, 2014, 2025);
  set_without (-1000, 2028, 2029);
  some = find (SOULS_CHART_TIMELINE);
  g_assert_cmpstr (some, ==, "Without AWS, Amazon earned money in each of 12 reported years. "
                             "It would lose money in 2 of 10 projected years.");

  set_without (-1000, 2014, 2035);
  all = find (SOULS_CHART_TIMELINE);
  g_assert_cmpstr (all, ==, "Without AWS, Amazon lost money in each of 12 reported years. "
                            "It would lose money in each of 10 projected years.");

  stage_set (&stage, 2025, 1, SOULS_RUNG_STRANDED, MOOD_BASELINE, 2026);
  stage.history.n_years = 1;
  set_without (-1000, 2014, 2014);
  set_without (-1000, 2026, 2026);
  one = find (SOULS_CHART_TIMELINE);
  g_assert_cmpstr (one, ==, "Without AWS, Amazon would have lost money in the one reported year. "
                            "It would lose money in the one projected year.");
}

/* What is said of a mark: the full figure and its kind. */
static void
test_kinds (void)
{
  g_autoptr (SoulsScene) scene = souls_scene_new ();
  SoulsChartFrame frame = { .width = 600, .height = 450, .with_finding = TRUE };
  gboolean reported = FALSE, projected = FALSE, assumed = FALSE, baseline = FALSE;

  stage_set (&stage, 2025, 10, SOULS_RUNG_STRANDED, MOOD_CLOUDY, 2030);
  souls_chart_layout (SOULS_CHART_TIMELINE, &stage.input, &frame, scene);
  for (guint i = 0; i < souls_scene_get_n_targets (scene); i++)
    {
      const SoulsTarget *target = souls_scene_get_target (scene, i);

      reported |= target->year == 2022 && g_strcmp0 (target->name, "With AWS, fiscal 2022") == 0 &&
                  g_strcmp0 (target->value, "$12,248\u202fmillion, reported") == 0;
      assumed |= target->year == 2022 &&
                 g_strcmp0 (target->name, "Without AWS, fiscal 2022") == 0 &&
                 g_str_has_suffix (target->value, ", assumed");
      projected |= target->year == 2030 && g_str_has_suffix (target->value, "million, projected");
      baseline |=
        target->year == 2030 && g_str_has_suffix (target->value, "million, projected, baseline");
    }
  g_assert_true (reported);
  g_assert_true (assumed);
  g_assert_true (projected);
  g_assert_true (baseline);
}

static const char *
translate_wrongly (const char *msgid)
{
  return strstr (msgid, "%1$s") ? "%9$s %d %s 100 % %%1$s %2$s %" : msgid;
}

static const char *
translate_plural_wrongly (const char    *singular,
                          const char    *plural,
                          unsigned long  n)
{
  return "%9$s %n %1$";
}

/* A broken translation must not break the program. */
static void
test_broken_translation (void)
{
  SoulsWords words = *souls_words_plain ();

  words.translate = translate_wrongly;
  words.translate_plural = translate_plural_wrongly;
  for (int chart = 0; chart <= HEADLINE; chart++)
    {
      g_autofree char *found = NULL;

      stage_set (&stage, 2025, 10, SOULS_RUNG_ONE_TIME, MOOD_CLOUDY, 2030);
      stage.input.words = &words;
      found = find (chart);
      g_assert_nonnull (found);
      g_assert_cmpint (strlen (found), >, 0);
    }
}

/* Up to the base year as filed, then as projected, elsewhere nothing. */
static void
test_values (void)
{
  stage_set (&stage, 2019, 3, SOULS_RUNG_ARITHMETIC, MOOD_CLOUDY, 2020);
  g_assert_cmpfloat (souls_chart_input_value (&stage.input, SOULS_METRIC_INCOME_TOTAL, 2018), ==,
                     12421);
  g_assert_cmpfloat (souls_chart_input_value (&stage.input, SOULS_METRIC_INCOME_TOTAL, 2022), ==,
                     stage.results.value[SOULS_METRIC_INCOME_TOTAL][3]);
  g_assert_true (isnan (souls_chart_input_value (&stage.input, SOULS_METRIC_INCOME_TOTAL, 2023)));
  g_assert_true (isnan (souls_chart_input_value (&stage.input, SOULS_METRIC_INCOME_TOTAL, 2013)));
  stage.results.value[SOULS_METRIC_INCOME_TOTAL][3] = INFINITY;
  g_assert_true (isnan (souls_chart_input_value (&stage.input, SOULS_METRIC_INCOME_TOTAL, 2022)));
}

/* Where a picture comes from and what brings its scenario back. */
static void
test_foot (void)
{
  const SoulsChartFoot plain = { .year = 2014 };
  const SoulsChartFoot whole = { .year = 2025, .second_hand = TRUE, .title = "Cloud winter", .code = "TS-16A90-17J2G-TS",
                                 .version = "1.2" };
  const SoulsChartFoot untitled = { .year = 2014, .code = "TS-16A90-17J2G-TS", .version = "1.2" };
  g_autofree char *a = souls_chart_foot (souls_words_plain (), &plain);
  g_autofree char *b = souls_chart_foot (souls_words_plain (), &whole);
  g_autofree char *c = souls_chart_foot (souls_words_plain (), &untitled);

  g_assert_cmpstr (a, ==, "Amazon.com, Inc. filings. Projection: Two Souls.");
  g_assert_cmpstr (b, ==, "Amazon.com, Inc. filings; fiscal 2025 partly read second-hand. Projection: Two Souls. "
                          "Scenario “Cloud winter”, code TS-16A90-17J2G-TS, version 1.2.");
  g_assert_cmpstr (c, ==, "Amazon.com, Inc. filings. Projection: Two Souls. Code TS-16A90-17J2G-TS, version 1.2.");
}

/* The fan of the timeline ends at the simulation's quantiles, and is gone in the other view. */
static void
test_fan (void)
{
  g_autoptr (SoulsScene) scene = souls_scene_new ();
  const SoulsChartFrame frame = { .width = 960, .height = 600, .with_finding = TRUE };
  g_autofree char *low = NULL;
  g_autofree char *high = NULL;
  int found = 0;

  stage.view = 1;
  stage_set (&stage, 2025, 10, SOULS_RUNG_ARITHMETIC, MOOD_CLOUDY, 2030);
  stage_prepare (&stage, SOULS_CHART_TIMELINE);
  souls_chart_layout (SOULS_CHART_TIMELINE, &stage.input, &frame, scene);
  low = souls_words_money_full (stage.input.words, souls_simulation_get_quantile_of (
                                                     stage.input.simulation, SOULS_METRIC_WITHOUT_AWS, 10, 0.05));
  high = souls_words_money_full (stage.input.words, souls_simulation_get_quantile_of (
                                                      stage.input.simulation, SOULS_METRIC_WITHOUT_AWS, 10, 0.95));
  for (guint i = 0; i < souls_scene_get_n_targets (scene); i++)
    {
      const SoulsTarget *target = souls_scene_get_target (scene, i);

      if (strcmp (target->name, "Without AWS, 90 of 100 worlds") != 0)
        continue;
      found++;
      g_assert_true (g_str_has_prefix (target->value, low));
      g_assert_nonnull (strstr (target->value, high));
      g_assert_cmpint (target->year, ==, 2035);
    }
  g_assert_cmpint (found, ==, 1);
  g_assert_nonnull (strstr (souls_scene_get_subtitle (scene), "50 and 90 of 100"));

  stage.view = 0;
  stage_set (&stage, 2025, 10, SOULS_RUNG_ARITHMETIC, MOOD_CLOUDY, 2030);
  souls_chart_layout (SOULS_CHART_TIMELINE, &stage.input, &frame, scene);
  g_assert_null (strstr (souls_scene_get_subtitle (scene), "50 and 90 of 100"));
}

int
main (int    argc,
      char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  stage_open (g_getenv ("SOULS_TEST_DATA"));
  g_test_add_func ("/charts/words/foot", test_foot);
  g_test_add_func ("/charts/timeline/fan", test_fan);
  g_test_add_func ("/charts/words/sentences", test_sentences);
  g_test_add_func ("/charts/words/cases", test_cases);
  g_test_add_func ("/charts/words/no-sales", test_no_sales);
  g_test_add_func ("/charts/words/timeline-counts", test_timeline_counts);
  g_test_add_func ("/charts/words/kinds", test_kinds);
  g_test_add_func ("/charts/words/broken-translation", test_broken_translation);
  g_test_add_func ("/charts/words/values", test_values);
  status = g_test_run ();
  stage_close ();
  return status;
}
