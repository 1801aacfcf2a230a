/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "fixture.h"

#include <math.h>
#include <string.h>

static Stage stage;

static const SoulsTarget *
find_target (const SoulsScene *scene,
             const char       *name)
{
  for (guint i = 0; i < souls_scene_get_n_targets (scene); i++)
    if (strcmp (souls_scene_get_target (scene, i)->name, name) == 0)
      return souls_scene_get_target (scene, i);
  return NULL;
}

static void
lay_out (SoulsScene *scene)
{
  SoulsChartFrame frame = { .width = 600, .height = 450, .with_finding = TRUE };

  souls_chart_layout (SOULS_CHART_CASH_CYCLE, &stage.input, &frame, scene);
}

static double
find_days (const SoulsScene *scene,
           const char       *name)
{
  for (guint i = 0; i + 1 < souls_scene_get_n_texts (scene); i++)
    if (strcmp (souls_scene_get_text (scene, i), name) == 0)
      {
        const char *text = souls_scene_get_text (scene, i + 1);

        return g_str_has_prefix (text, "−") ? -g_ascii_strtod (text + strlen ("−"), NULL)
                                            : g_ascii_strtod (text, NULL);
      }
  g_error ("no label %s", name);
}

typedef struct
{
  int year;
  const char *words;
} Case;

static const Case cases[] = {
  { 2014,
    "In fiscal 2014 suppliers were paid 24 days after customers had paid: a float of $2.55~bn." },
  { 2020,
    "In fiscal 2020 suppliers were paid 53 days after customers had paid: a float of $24.2~bn." },
  { 2023,
    "In fiscal 2023 suppliers were paid 29 days after customers had paid, yet the float was −$590~m." },
  { 2025,
    "In fiscal 2025 suppliers were paid 51 days after customers had paid: a float of $15.9~bn." },
  { 2036, "There is no result for fiscal 2036." },
};

static void
test_findings (void)
{
  g_autoptr (SoulsScene) scene = souls_scene_new ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (GStrv) parts = g_strsplit (cases[i].words, "~", -1);
      g_autofree char *wanted = g_strjoinv ("\u202f", parts);

      stage_set (&stage, 2025, 10, SOULS_RUNG_ARITHMETIC, MOOD_BASELINE, cases[i].year);
      lay_out (scene);
      g_assert_cmpstr (souls_scene_get_finding (scene), ==, wanted);
    }
}

/* Sets the days of the scrubbed year, 2030, and projects anew. */
static void
set_days (double inventory,
          double receivable,
          double payable)
{
  stage_set (&stage, 2025, 10, SOULS_RUNG_ARITHMETIC, MOOD_CLOUDY, 2030);
  stage.drivers.target[SOULS_DRIVER_INVENTORY_DAYS] = inventory;
  stage.drivers.target[SOULS_DRIVER_RECEIVABLE_DAYS] = receivable;
  stage.drivers.target[SOULS_DRIVER_PAYABLE_DAYS] = payable;
  souls_project (stage.input.calibration, &stage.settings, &stage.drivers, &stage.results);
}

static void
test_signs (void)
{
  g_autoptr (SoulsScene) scene = souls_scene_new ();
  g_autofree char *dump = NULL;

  set_days (40, 30, 71);
  lay_out (scene);
  g_assert_true (g_str_has_prefix (souls_scene_get_finding (scene),
                                   "In fiscal 2030 suppliers would be paid 1 day after"));
  set_days (40, 30, 70);
  lay_out (scene);
  g_assert_cmpstr (souls_scene_get_finding (scene), ==,
                   "In fiscal 2030 suppliers would be paid when customers pay: nobody would lend for long.");
  set_days (40, 30, 20);
  lay_out (scene);
  g_assert_true (g_str_has_prefix (souls_scene_get_finding (scene),
                                   "In fiscal 2030 suppliers would be paid 50 days before"));
  dump = souls_scene_dump (scene);
  g_assert_nonnull (strstr (dump, "hatched"));
}

static double
get_whole (SoulsDriver driver,
           int         year)
{
  const int t = year - stage.input.calibration->year;

  return rint (t > 0 ? souls_driver_at (stage.input.calibration, stage.input.settings, stage.input.drivers, driver, t)
                     : stage.input.calibrations[year - stage_first_year ()].baseline[driver]);
}

/* What is written is each number by itself, rounded as a slider's is; so it may be a day off its sum, never two. */
static void
test_numbers (void)
{
  g_autoptr (SoulsScene) scene = souls_scene_new ();

  for (int year = stage_first_year (); year <= stage_last_year () + 10; year++)
    {
      double goods, owed, wait, gap;

      stage_set (&stage, stage_last_year (), 10, SOULS_RUNG_ARITHMETIC, MOOD_CLOUDY, year);
      lay_out (scene);
      goods = find_days (scene, "Goods in stock");
      owed = find_days (scene, "Customers owe");
      wait = find_days (scene, "Suppliers wait");
      gap = find_days (scene, "Cash conversion cycle");
      g_assert_cmpfloat (goods, ==, get_whole (SOULS_DRIVER_INVENTORY_DAYS, year));
      g_assert_cmpfloat (owed, ==, get_whole (SOULS_DRIVER_RECEIVABLE_DAYS, year));
      g_assert_cmpfloat (wait, ==, get_whole (SOULS_DRIVER_PAYABLE_DAYS, year));
      g_assert_cmpfloat (gap, ==, rint (souls_chart_input_value (&stage.input, SOULS_METRIC_CASH_CYCLE, year)));
      g_assert_cmpfloat (fabs (goods + owed - wait - gap), <=, 1.0);
    }
}

/* One time axis: goods are sold where customers begin to owe; the cycle lies between cash and
 * payment. */
static void
test_axis (void)
{
  g_autoptr (SoulsScene) scene = souls_scene_new ();
  SoulsBox goods, owed, wait, gap;

  stage_set (&stage, 2025, 10, SOULS_RUNG_ARITHMETIC, MOOD_BASELINE, 2025);
  lay_out (scene);
  goods = find_target (scene, "Goods in stock")->box;
  owed = find_target (scene, "Customers owe")->box;
  wait = find_target (scene, "Suppliers wait")->box;
  gap = find_target (scene, "Cash conversion cycle")->box;
  g_assert_cmpfloat_with_epsilon (goods.x, wait.x, 0.01);
  g_assert_cmpfloat_with_epsilon (souls_box_right (goods), owed.x, 0.01);
  g_assert_cmpfloat_with_epsilon (souls_box_right (owed), gap.x, 0.01);
  g_assert_cmpfloat_with_epsilon (souls_box_right (wait), souls_box_right (gap), 0.01);
  g_assert_cmpstr (find_target (scene, "Cash conversion cycle")->value, ==,
                   "−51.1 days, reported");
  g_assert_cmpstr (find_target (scene, "Float")->value, ==, "$15,855\u202fmillion, reported");
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
      g_test_add_func ("/charts/cash-cycle/findings", test_findings);
      g_test_add_func ("/charts/cash-cycle/signs", test_signs);
      g_test_add_func ("/charts/cash-cycle/numbers", test_numbers);
      g_test_add_func ("/charts/cash-cycle/axis", test_axis);
    }
  status = g_test_run ();
  stage_close ();
  return status;
}
