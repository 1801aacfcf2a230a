/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "fixture.h"

#include <math.h>
#include <string.h>

static Stage stage;

static void
lay_out (SoulsScene *scene)
{
  SoulsChartFrame frame = { .width = 900, .height = 600, .with_finding = TRUE };

  souls_chart_layout (SOULS_CHART_FLYWHEEL, &stage.input, &frame, scene);
}

/* How often a label that is just @text is there. */
static int
count_texts (const SoulsScene *scene,
             const char       *text)
{
  int n = 0;

  for (guint i = 0; i < souls_scene_get_n_texts (scene); i++)
    n += strcmp (souls_scene_get_text (scene, i), text) == 0;
  return n;
}

typedef struct
{
  double price;
  double selection;
  double reinvestment;
  double saturation;
} Sliders;

/* Sets the flywheel's sliders and more sellers, and projects anew. */
static void
turn (const Sliders *sliders,
      double         third_party,
      int            year)
{
  stage_set (&stage, 2025, 10, SOULS_RUNG_ARITHMETIC, MOOD_BASELINE, year);
  stage.drivers.target[SOULS_DRIVER_PRICE_RESPONSE] = sliders->price;
  stage.drivers.target[SOULS_DRIVER_SELECTION_RESPONSE] = sliders->selection;
  stage.drivers.target[SOULS_DRIVER_REINVESTMENT] = sliders->reinvestment;
  stage.drivers.target[SOULS_DRIVER_SATURATION] = sliders->saturation;
  stage.drivers.target[SOULS_DRIVER_THIRD_PARTY_SHARE] = third_party;
  stage.input.moved = TRUE;
  souls_project (stage.input.calibration, &stage.settings, &stage.drivers, &stage.results);
}

/* What the model gives with and without the wheel. */
static double
get_ratio (const Sliders *sliders,
           double         third_party,
           int            year)
{
  static const Sliders none;
  double with, without;

  turn (&none, third_party, year);
  without = souls_chart_input_value (&stage.input, SOULS_METRIC_GMV, year);
  turn (sliders, third_party, year);
  with = souls_chart_input_value (&stage.input, SOULS_METRIC_GMV, year);
  return with / without;
}

static void
test_still (void)
{
  g_autoptr (SoulsScene) scene = souls_scene_new ();

  stage_set (&stage, 2025, 10, SOULS_RUNG_ARITHMETIC, MOOD_CLOUDY, 2030);
  lay_out (scene);
  g_assert_cmpstr (souls_scene_get_finding (scene), ==,
                   "The flywheel does not turn here: no link is switched on.");
  g_assert_cmpint (count_texts (scene, "off"), ==, 4);
}

/* In a reported year nothing is known of the links, wherever the sliders stand. */
static void
test_reported (void)
{
  static const Sliders all = { 1.0, 0.5, 0.3, 0.2 };
  g_autoptr (SoulsScene) scene = souls_scene_new ();

  turn (&all, 0.75, 2022);
  lay_out (scene);
  g_assert_cmpstr (souls_scene_get_finding (scene), ==,
                   "In fiscal 2022 sellers made 67.0\u202f% of sales worth $633\u202fbn; what turned the wheel nobody publishes.");
  g_assert_cmpint (count_texts (scene, "off"), ==, 4);
}

typedef struct
{
  Sliders sliders;
  double third_party;
  const char *start;
  const char *end;
} Case;

static const Case cases[] = {
  { { 0.0, 0.5, 0.0, 0.0 }, 0.75, "With 1 of the 4 flywheel sliders on, merchandise value in fiscal 2030 would be ",
    " higher than without it." },
  { { 1.0, 0.5, 0.3, 0.0 }, 0.75, "With 3 of the 4 flywheel sliders on, merchandise value in fiscal 2030 would be ",
    " higher than without them." },
  { { 4.0, 2.0, 1.0, 0.0 }, 0.95, "With 3 of the 4 flywheel sliders on and no brake, merchandise value in fiscal 2030 would be ",
    " higher than without them." },
  { { 0.0, 0.0, 0.0, 0.3 }, 0.69, "With 1 of the 4 flywheel sliders on, merchandise value in fiscal 2030 would be ",
    " lower than without it." },
  { { 1.0, 0.0, 0.0, 0.0 }, 0.69, "With 1 of the 4 flywheel sliders on, merchandise value in fiscal 2030 would be as without it: ",
    "nothing sets the wheel in motion." },
};

static void
test_findings (void)
{
  g_autoptr (SoulsScene) scene = souls_scene_new ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      double share = cases[i].third_party == 0.69 ? 0.0 : cases[i].third_party;
      double ratio;
      const char *finding;

      stage_set (&stage, 2025, 10, SOULS_RUNG_ARITHMETIC, MOOD_BASELINE, 2030);
      if (share == 0.0)
        share = stage.drivers.target[SOULS_DRIVER_THIRD_PARTY_SHARE];
      ratio = get_ratio (&cases[i].sliders, share, 2030);
      lay_out (scene);
      finding = souls_scene_get_finding (scene);
      if (!g_str_has_prefix (finding, cases[i].start) || !g_str_has_suffix (finding, cases[i].end))
        g_error ("%u: %s", i, finding);
      if (fabs (ratio - 1.0) > 1e-4)
        {
          g_autofree char *percent = souls_words_percent (stage.input.words, fabs (ratio - 1.0));

          g_assert_nonnull (strstr (finding, percent));
        }
    }
}

/* A link that is on says how strong it is and what the year's goods would be without it. */
static void
test_links (void)
{
  static const Sliders on = { 0.0, 0.5, 0.0, 0.0 };
  g_autoptr (SoulsScene) scene = souls_scene_new ();
  double with, without;
  g_autofree char *amount = NULL;
  g_autofree char *effect = NULL;

  with = get_ratio (&on, 0.75, 2030);
  without = souls_chart_input_value (&stage.input, SOULS_METRIC_GMV, 2030) / with;
  amount = souls_words_money (stage.input.words,
                              souls_chart_input_value (&stage.input, SOULS_METRIC_GMV, 2030) - without);
  effect = g_strdup_printf ("without it %s less GMV", amount);
  lay_out (scene);
  g_assert_cmpint (count_texts (scene, "off"), ==, 3);
  g_assert_cmpint (count_texts (scene, "+0.50\u202f% GMV per point of sellers’ share"), ==, 1);
  g_assert_cmpint (count_texts (scene, effect), ==, 1);
}

static char *
dump (const SoulsChartGlow *glow)
{
  g_autoptr (SoulsScene) scene = souls_scene_new ();

  stage.input.glow = glow;
  lay_out (scene);
  stage.input.glow = NULL;
  return souls_scene_dump (scene);
}

/* What a change switches on lights up, and nothing else does. */
static void
test_glow (void)
{
  const Sliders sliders = { 1.5, 0.0, 0.0, 0.0 };
  SoulsDrivers before;
  SoulsChartGlow glow = { &before, &stage.results, 1.0 };
  g_autofree char *plain = NULL;
  g_autofree char *lit = NULL;
  g_autofree char *gone = NULL;
  g_autofree char *same = NULL;

  turn (&sliders, 0.7, 2030);
  before = stage.drivers;
  plain = dump (NULL);
  same = dump (&glow);
  g_assert_cmpstr (plain, ==, same);
  before.target[SOULS_DRIVER_PRICE_RESPONSE] = 0.0;
  lit = dump (&glow);
  g_assert_cmpstr (plain, !=, lit);
  glow.strength = 0.0;
  gone = dump (&glow);
  g_assert_cmpstr (plain, ==, gone);
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
      g_test_add_func ("/charts/flywheel/still", test_still);
      g_test_add_func ("/charts/flywheel/reported", test_reported);
      g_test_add_func ("/charts/flywheel/findings", test_findings);
      g_test_add_func ("/charts/flywheel/links", test_links);
      g_test_add_func ("/charts/flywheel/glow", test_glow);
    }
  status = g_test_run ();
  stage_close ();
  return status;
}
