/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "fixture.h"

#include <math.h>
#include <string.h>

#include "souls-sensitivity.h"

static Stage stage;

static void
lay_out (SoulsScene *scene,
         double      width,
         double      height)
{
  SoulsChartFrame frame = { .width = width, .height = height, .with_finding = TRUE };

  souls_chart_layout (SOULS_CHART_TORNADO, &stage.input, &frame, scene);
}

static const SoulsTarget *
find_driver (const SoulsScene *scene,
             SoulsDriver       driver)
{
  for (guint i = 0; i < souls_scene_get_n_targets (scene); i++)
    if (souls_scene_get_target (scene, i)->key == SOULS_KEY_DRIVER + (guint) driver)
      return souls_scene_get_target (scene, i);
  return NULL;
}

static gboolean
has_text (const SoulsScene *scene,
          const char       *start)
{
  for (guint i = 0; i < souls_scene_get_n_texts (scene); i++)
    if (g_str_has_prefix (souls_scene_get_text (scene, i), start))
      return TRUE;
  return FALSE;
}

typedef struct
{
  int base_year;
  int year;
  SoulsRung rung;
  const char *words;
} Case;

static const Case cases[] = {
  { 2025, 2030, SOULS_RUNG_ARITHMETIC,
    "Handling cost decides most: without AWS, Amazon would earn $54.8~bn to $153~bn in fiscal 2030. "
    "No driver alone can turn the answer." },
  { 2017, 2022, SOULS_RUNG_ONE_TIME,
    "Handling cost decides most: without AWS, Amazon would lose up to $33.0~bn or earn up to $14.2~bn in fiscal 2022. "
    "6 of 14 drivers alone can turn the answer." },
  { 2025, 2036, SOULS_RUNG_ARITHMETIC, "There is no result for fiscal 2036." },
};

static void
test_findings (void)
{
  g_autoptr (SoulsScene) scene = souls_scene_new ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (GStrv) parts = g_strsplit (cases[i].words, "~", -1);
      g_autofree char *wanted = g_strjoinv ("\u202f", parts);

      stage_set (&stage, cases[i].base_year, 10, cases[i].rung, MOOD_BASELINE, cases[i].year);
      lay_out (scene, 1200, 800);
      g_assert_cmpstr (souls_scene_get_finding (scene), ==, wanted);
    }
}

/* Every driver that does anything can be pointed at, in the smallest chart as well; the others are not there. */
static void
test_drivers (void)
{
  g_autoptr (SoulsScene) scene = souls_scene_new ();
  SoulsSwing swings[SOULS_N_DRIVERS];

  for (int rung = 0; rung < SOULS_N_RUNGS; rung++)
    {
      SoulsQuestion question = { .settings = &stage.settings,
                                 .drivers = &stage.drivers,
                                 .metric = SOULS_METRIC_WITHOUT_AWS,
                                 .t = 2 };

      stage_set (&stage, stage_last_year (), 10, (SoulsRung) rung, MOOD_CLOUDY, stage_last_year () + 2);
      question.calibration = stage.input.calibration;
      souls_sensitivity_compute (&question, stage.bands, swings);
      lay_out (scene, 320, 240);
      for (int i = 0; i < SOULS_N_DRIVERS; i++)
        {
          const SoulsTarget *target = find_driver (scene, swings[i].driver);

          g_assert_cmpint (target != NULL, ==, souls_swing_width (&swings[i]) >= 0.5);
          if (target)
            g_assert_cmpstr (target->name, ==, souls_driver_info (swings[i].driver)->name);
        }
    }
}

/* Rows from the top are drivers from the widest on, and at least three are drawn. */
static void
test_rows (void)
{
  g_autoptr (SoulsScene) scene = souls_scene_new ();
  double last = 0.0;

  stage_set (&stage, stage_last_year (), 10, SOULS_RUNG_ARITHMETIC, MOOD_BASELINE, stage_last_year () + 5);
  lay_out (scene, 320, 240);
  for (guint i = 0; i < 3; i++)
    {
      const SoulsTarget *target = souls_scene_get_target (scene, i);
      g_autofree char *name = g_strdup_printf ("%s ", target->name);

      g_assert_cmpfloat (target->box.y, >, last);
      g_assert_true (has_text (scene, name));
      last = target->box.y;
    }
  g_assert_true (has_text (scene, "and "));
  g_assert_cmpstr (find_driver (scene, SOULS_DRIVER_HANDLING_COST)->value, ==,
                   "$153,110\u202fmillion at 19.9\u202f%, $54,798\u202fmillion at 29.2\u202f%, projected; range of history");
  lay_out (scene, 1200, 800);
  g_assert_false (has_text (scene, "and "));
}

/* A reported year has no drivers: the last projected one is asked about, and said. */
static void
test_reported_year (void)
{
  g_autoptr (SoulsScene) scene = souls_scene_new ();

  stage_set (&stage, 2025, 7, SOULS_RUNG_ARITHMETIC, MOOD_BASELINE, 2020);
  lay_out (scene, 1200, 800);
  g_assert_nonnull (strstr (souls_scene_get_subtitle (scene), "fiscal 2032 (the last projected year)"));
  for (guint i = 0; i < souls_scene_get_n_targets (scene); i++)
    g_assert_cmpint (souls_scene_get_target (scene, i)->year, ==, 2032);
}

/* Bands of no width swing nothing; the user's own band is said to be that. */
static void
test_bands (void)
{
  g_autoptr (SoulsScene) scene = souls_scene_new ();
  SoulsBand *own = &stage.bands[SOULS_DRIVER_AD_MARGIN];

  stage_set (&stage, 2025, 10, SOULS_RUNG_ARITHMETIC, MOOD_BASELINE, 2030);
  for (int i = 0; i < SOULS_N_DRIVERS; i++)
    stage.bands[i].low = stage.bands[i].high = stage.drivers.target[i];
  lay_out (scene, 600, 450);
  g_assert_true (g_str_has_prefix (souls_scene_get_finding (scene), "No driver changes the answer"));
  g_assert_cmpuint (souls_scene_get_n_targets (scene), ==, 1);

  *own = (SoulsBand) { 0.0, 0.9, SOULS_BAND_OWN };
  lay_out (scene, 600, 450);
  g_assert_true (g_str_has_prefix (souls_scene_get_finding (scene), "Advertising margin decides most"));
  g_assert_true (g_str_has_suffix (find_driver (scene, SOULS_DRIVER_AD_MARGIN)->value, "range your own"));
  g_assert_true (has_text (scene, "low 0\u202f%"));
  g_assert_true (has_text (scene, "high 90\u202f%"));
}

/* What lies below zero is hatched, and only that. */
static void
test_losses (void)
{
  g_autoptr (SoulsScene) scene = souls_scene_new ();
  g_autofree char *loss = NULL;
  g_autofree char *profit = NULL;

  stage_set (&stage, 2017, 10, SOULS_RUNG_ARITHMETIC, MOOD_BASELINE, 2022);
  lay_out (scene, 600, 450);
  loss = souls_scene_dump (scene);
  g_assert_nonnull (strstr (loss, "hatched"));
  stage_set (&stage, 2025, 10, SOULS_RUNG_ARITHMETIC, MOOD_BASELINE, 2030);
  lay_out (scene, 600, 450);
  profit = souls_scene_dump (scene);
  g_assert_null (strstr (profit, "hatched"));
}

int
main (int    argc,
      char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  stage_open (g_getenv ("SOULS_TEST_DATA"));
  if (stage_has_font ())
    {
      g_test_add_func ("/charts/tornado/findings", test_findings);
      g_test_add_func ("/charts/tornado/drivers", test_drivers);
      g_test_add_func ("/charts/tornado/rows", test_rows);
      g_test_add_func ("/charts/tornado/reported-year", test_reported_year);
      g_test_add_func ("/charts/tornado/bands", test_bands);
      g_test_add_func ("/charts/tornado/losses", test_losses);
    }
  status = g_test_run ();
  stage_close ();
  return status;
}
