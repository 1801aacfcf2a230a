/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "fixture.h"

#include <math.h>
#include <string.h>

/* px under which a target is made larger than its mark. */
#define LEAST_TARGET 8.0

static Stage stage;

static const struct
{
  SoulsMetric sales;
  SoulsMetric income;
  const char *name;
} segments[] = {
  { SOULS_METRIC_SALES_NORTH_AMERICA, SOULS_METRIC_INCOME_NORTH_AMERICA, "North America" },
  { SOULS_METRIC_SALES_INTERNATIONAL, SOULS_METRIC_INCOME_INTERNATIONAL, "International" },
  { SOULS_METRIC_SALES_AWS, SOULS_METRIC_INCOME_AWS, "AWS" },
};

static void
lay_out (SoulsScene *scene,
         double      width,
         double      height)
{
  SoulsChartFrame frame = { .width = width, .height = height, .with_finding = TRUE };

  souls_chart_layout (SOULS_CHART_MARIMEKKO, &stage.input, &frame, scene);
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

/* The widths are the sales; the areas are the profits and losses. */
static void
test_areas (void)
{
  g_autoptr (SoulsScene) scene = souls_scene_new ();

  for (int year = stage_first_year (); year <= stage_last_year () + 10; year++)
    {
      double by_sales = NAN;
      double by_income = NAN;

      stage_set (&stage, stage_last_year (), 10, SOULS_RUNG_ARITHMETIC, MOOD_BASELINE, year);
      lay_out (scene, 3840.0, 2160.0);
      for (guint i = 0; i < G_N_ELEMENTS (segments); i++)
        {
          double sales = souls_chart_input_value (&stage.input, segments[i].sales, year);
          double income = fabs (souls_chart_input_value (&stage.input, segments[i].income, year));
          double width = find_target (scene, segments[i].sales)->box.width;
          double height = find_target (scene, segments[i].income)->box.height;

          if (isnan (by_sales))
            by_sales = width / sales;
          g_assert_cmpfloat_with_epsilon (width / sales / by_sales, 1.0, 0.01);
          if (height <= LEAST_TARGET)
            continue;
          if (isnan (by_income))
            by_income = width * height / income;
          g_assert_cmpfloat_with_epsilon (width * height / income / by_income, 1.0, 0.01);
        }
    }
}

/* Losses hang below zero, hatched. */
static void
test_losses (void)
{
  g_autoptr (SoulsScene) scene = souls_scene_new ();
  g_autofree char *dump = NULL;
  SoulsBox loss, profit;

  stage_set (&stage, 2025, 10, SOULS_RUNG_ARITHMETIC, MOOD_BASELINE, 2022);
  lay_out (scene, 1200.0, 800.0);
  loss = find_target (scene, SOULS_METRIC_INCOME_INTERNATIONAL)->box;
  profit = find_target (scene, SOULS_METRIC_INCOME_AWS)->box;
  g_assert_cmpfloat_with_epsilon (loss.y, souls_box_bottom (profit), 0.1);
  g_assert_cmpfloat (souls_scene_get_range (scene).min, <, -0.06);
  dump = souls_scene_dump (scene);
  g_assert_nonnull (strstr (dump, "hatched"));
}

/* Margins are far from 100 %: the axis ends near the highest. */
static void
test_axis (void)
{
  g_autoptr (SoulsScene) scene = souls_scene_new ();

  stage_set (&stage, 2025, 10, SOULS_RUNG_ARITHMETIC, MOOD_BASELINE, 2025);
  lay_out (scene, 600.0, 450.0);
  g_assert_cmpfloat (souls_scene_get_range (scene).min, ==, 0.0);
  g_assert_cmpfloat (souls_scene_get_range (scene).max, >, 0.354);
  g_assert_cmpfloat (souls_scene_get_range (scene).max, <, 0.45);
}

/* Each column is named with its margin and profit, however narrow it is. */
static void
test_labels (void)
{
  static const double sizes[][2] = { { 600.0, 450.0 }, { 1200.0, 800.0 } };
  g_autoptr (SoulsScene) scene = souls_scene_new ();

  for (guint size = 0; size < G_N_ELEMENTS (sizes); size++)
    for (int year = stage_first_year (); year <= stage_last_year () + 10; year++)
      {
        guint n_names = 0, n_amounts = 0;

        stage_set (&stage, stage_last_year (), 10, SOULS_RUNG_ARITHMETIC, MOOD_BASELINE, year);
        lay_out (scene, sizes[size][0], sizes[size][1]);
        for (guint i = 0; i < souls_scene_get_n_texts (scene); i++)
          {
            const char *text = souls_scene_get_text (scene, i);

            for (guint k = 0; k < G_N_ELEMENTS (segments); k++)
              n_names += strcmp (text, segments[k].name) == 0;
            n_amounts += strchr (text, '$') != NULL;
          }
        /* Profit over, sales under each column. */
        g_assert_cmpuint (n_names, ==, G_N_ELEMENTS (segments));
        g_assert_cmpuint (n_amounts, ==, 2 * G_N_ELEMENTS (segments));
      }
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
  check_finding (2022, MOOD_BASELINE,
                 "AWS kept 28.5 % of its sales as profit in fiscal 2022, the stores lost 2.4 % of theirs.");
  check_finding (2025, MOOD_BASELINE,
                 "AWS kept 35.4 % of its sales as profit in fiscal 2025, the stores 5.8 % of theirs.");
  check_finding (2036, MOOD_BASELINE, "There is no result for fiscal 2036.");
}

/* What others publish lies where it belongs on the axis, is named, and goes when it is not asked for. */
static void
test_references (void)
{
  static const SoulsReference margins[] = { { "Grocer", 0.04, "2025", "Grocer Inc.", "Form 10-K" },
                                            { "Market", 0.5, "2024", "Market Inc.", "Form 20-F" } };
  static const SoulsReferenceSet references = { { [SOULS_REFERENCE_OPERATING_MARGIN] = margins },
                                                { [SOULS_REFERENCE_OPERATING_MARGIN] = 2 } };
  g_autoptr (SoulsScene) with = souls_scene_new ();
  g_autoptr (SoulsScene) without = souls_scene_new ();
  const SoulsTarget *targets[2] = { NULL };
  guint n;

  stage_set (&stage, stage_last_year (), 10, SOULS_RUNG_ARITHMETIC, MOOD_BASELINE, stage_last_year ());
  lay_out (without, 960.0, 600.0);
  stage.input.references = &references;
  lay_out (with, 960.0, 600.0);
  n = souls_scene_get_n_targets (with);
  g_assert_cmpuint (n, ==, souls_scene_get_n_targets (without) + 2);
  for (guint i = 0, found = 0; i < n; i++)
    if (souls_scene_get_target (with, i)->metric < 0)
      targets[found++] = souls_scene_get_target (with, i);
  g_assert_cmpstr (targets[0]->name, ==, "Grocer, published");
  g_assert_nonnull (strstr (targets[0]->value, "(2025; Grocer Inc., Form 10-K)"));
  g_assert_cmpfloat (targets[1]->box.y, <, targets[0]->box.y);
  g_assert_cmpfloat (souls_scene_get_range (with).max, >=, 0.5);
}

int
main (int    argc,
      char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  stage_open (g_getenv ("SOULS_TEST_DATA"));
  g_test_add_func ("/charts/marimekko/finding", test_finding);
  if (stage_has_font ())
    {
      g_test_add_func ("/charts/marimekko/areas", test_areas);
      g_test_add_func ("/charts/marimekko/losses", test_losses);
      g_test_add_func ("/charts/marimekko/axis", test_axis);
      g_test_add_func ("/charts/marimekko/labels", test_labels);
      g_test_add_func ("/charts/marimekko/references", test_references);
    }
  status = g_test_run ();
  stage_close ();
  return status;
}
