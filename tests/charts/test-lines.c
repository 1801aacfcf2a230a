/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "fixture.h"

#include <math.h>
#include <string.h>

#define N_LINES 9
#define STORES 6
#define AWS 7
#define TOTAL 8

static Stage stage;

static void
lay_out (SoulsScene *scene,
         double      width,
         double      height)
{
  SoulsChartFrame frame = { .width = width, .height = height };

  souls_chart_layout (SOULS_CHART_LINES, &stage.input, &frame, scene);
}

/* "−$17.5 bn ○" to -175 where amounts have one decimal: tenths and hundredths, so that sums are
 * exact. */
static int
read_amount (const char *text)
{
  gboolean negative = g_str_has_prefix (text, "−");
  int number = 0;

  for (const char *c = text; *c; c++)
    if (g_ascii_isdigit (*c))
      number = number * 10 + (*c - '0');
  return negative ? -number : number;
}

static guint
read_amounts (const SoulsScene *scene,
              int               amount[N_LINES])
{
  guint n = 0;

  for (guint i = 0; i < souls_scene_get_n_texts (scene); i++)
    {
      const char *text = souls_scene_get_text (scene, i);

      if (strchr (text, '$') && n < N_LINES)
        amount[n++] = read_amount (text);
    }
  return n;
}

static void
check_sums (SoulsScene *scene)
{
  int amount[N_LINES];
  int sum = 0;

  lay_out (scene, 1200.0, 800.0);
  g_assert_cmpuint (read_amounts (scene, amount), ==, N_LINES);
  for (int i = 0; i < STORES; i++)
    sum += amount[i];
  g_assert_cmpint (sum, ==, amount[STORES]);
  g_assert_cmpint (amount[STORES] + amount[AWS], ==, amount[TOTAL]);
}

/* What is printed adds up, in every year and however the sliders stand. */
static void
test_sums (void)
{
  g_autoptr (SoulsScene) scene = souls_scene_new ();

  for (int mood = 0; mood < N_MOODS; mood++)
    for (int year = stage_first_year (); year <= stage_last_year () + 10; year++)
      {
        stage_set (&stage, stage_last_year (), 10, SOULS_RUNG_ARITHMETIC, (Mood) mood, year);
        check_sums (scene);
      }
}

static const SoulsTarget *
find_target (const SoulsScene *scene,
             SoulsMetric       metric)
{
  for (guint i = 0; i < souls_scene_get_n_targets (scene); i++)
    if (souls_scene_get_target (scene, i)->metric == (int) metric)
      return souls_scene_get_target (scene, i);
  g_assert_not_reached ();
}

/* One measure for all bars; losses at the left of zero, profits at its right. */
static void
test_lengths (void)
{
  g_autoptr (SoulsScene) scene = souls_scene_new ();
  static const SoulsMetric metrics[] = {
    SOULS_METRIC_PROFIT_FIRST_PARTY, SOULS_METRIC_PROFIT_THIRD_PARTY,
    SOULS_METRIC_PROFIT_OVERHEAD, SOULS_METRIC_INCOME_STORES, SOULS_METRIC_INCOME_TOTAL,
  };
  double zero, measure;

  stage_set (&stage, 2025, 10, SOULS_RUNG_ARITHMETIC, MOOD_BASELINE, 2025);
  lay_out (scene, 1200.0, 800.0);
  zero = find_target (scene, SOULS_METRIC_INCOME_TOTAL)->box.x;
  measure = find_target (scene, SOULS_METRIC_INCOME_TOTAL)->box.width /
            souls_chart_input_value (&stage.input, SOULS_METRIC_INCOME_TOTAL, 2025);
  for (guint i = 0; i < G_N_ELEMENTS (metrics); i++)
    {
      const SoulsTarget *target = find_target (scene, metrics[i]);
      double value = souls_chart_input_value (&stage.input, metrics[i], 2025);

      g_assert_cmpfloat_with_epsilon (target->box.width, fabs (value) * measure, 0.1);
      g_assert_cmpfloat_with_epsilon (value < 0.0 ? souls_box_right (target->box) : target->box.x,
                                      zero, 0.1);
    }
}

/* What is not in a filing says so: at the amount, by dots (or the hatch of a loss), and in a key. */
static void
test_kinds (void)
{
  g_autoptr (SoulsScene) scene = souls_scene_new ();
  g_autofree char *dump = NULL;
  guint n_assumed = 0, n_estimated = 0;

  stage_set (&stage, 2025, 10, SOULS_RUNG_ARITHMETIC, MOOD_BASELINE, 2025);
  lay_out (scene, 1200.0, 800.0);
  for (guint i = 0; i < souls_scene_get_n_texts (scene); i++)
    {
      n_assumed += strstr (souls_scene_get_text (scene, i), "○") != NULL;
      n_estimated += strstr (souls_scene_get_text (scene, i), "◐") != NULL;
    }
  /* Goods, sellers, other sales, overhead; advertising; and each once in the key. */
  g_assert_cmpuint (n_assumed, ==, 5);
  g_assert_cmpuint (n_estimated, ==, 2);
  dump = souls_scene_dump (scene);
  g_assert_nonnull (strstr (dump, "dotted"));
  g_assert_nonnull (strstr (dump, "hatched"));
}

/* Every line is named and told at the least size too. */
static void
test_small (void)
{
  g_autoptr (SoulsScene) scene = souls_scene_new ();
  SoulsChartFrame frame = { .width = 320.0, .height = 240.0, .with_finding = TRUE,
                            .foot = "Amazon.com, Inc. filings." };
  guint n = 0;

  stage_set (&stage, 2025, 10, SOULS_RUNG_ARITHMETIC, MOOD_CLOUDY, 2030);
  souls_chart_layout (SOULS_CHART_LINES, &stage.input, &frame, scene);
  for (guint i = 0; i < souls_scene_get_n_texts (scene); i++)
    {
      n += strchr (souls_scene_get_text (scene, i), '$') != NULL;
      g_assert_false (souls_scene_get_text_is_cut (scene, i));
    }
  /* And one in the finding. */
  g_assert_cmpuint (n, ==, N_LINES + 1);
}

static void
check_finding (int         year,
               Mood        mood,
               const char *wanted)
{
  g_autoptr (SoulsScene) scene = souls_scene_new ();
  g_auto (GStrv) parts = NULL;
  g_autofree char *plain = NULL;

  stage_set (&stage, 2025, 10, SOULS_RUNG_ARITHMETIC, mood, year);
  lay_out (scene, 600.0, 450.0);
  parts = g_strsplit (souls_scene_get_finding (scene), "\u202f", -1);
  plain = g_strjoinv (" ", parts);
  g_assert_cmpstr (plain, ==, wanted);
}

static void
test_finding (void)
{
  check_finding (2014, MOOD_BASELINE,
                 "By our split, the stores’ best line in fiscal 2014 was seller services: $5.39 bn. "
                 "Own goods earned $2.65 bn.");
  check_finding (2025, MOOD_BASELINE,
                 "By our split, the stores’ best line in fiscal 2025 was seller services: $42.6 bn. "
                 "Own goods lost $17.5 bn.");
  check_finding (2036, MOOD_BASELINE, "There is no result for fiscal 2036.");
}

int
main (int    argc,
      char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  stage_open (g_getenv ("SOULS_TEST_DATA"));
  g_test_add_func ("/charts/lines/finding", test_finding);
  if (stage_has_font ())
    {
      g_test_add_func ("/charts/lines/sums", test_sums);
      g_test_add_func ("/charts/lines/lengths", test_lengths);
      g_test_add_func ("/charts/lines/kinds", test_kinds);
      g_test_add_func ("/charts/lines/small", test_small);
    }
  status = g_test_run ();
  stage_close ();
  return status;
}
