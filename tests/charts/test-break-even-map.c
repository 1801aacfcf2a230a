/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "fixture.h"

#include <math.h>
#include <string.h>

#include "souls-question.h"

/* Keys of targets, as the chart gives them. */
#define KEY_HERE 1
#define KEY_BASELINE 2
#define KEY_CELL 1000
#define N_CELLS 48

static Stage stage;

static void
lay_out (SoulsScene *scene)
{
  SoulsChartFrame frame = { .width = 600, .height = 450, .with_finding = TRUE };

  souls_chart_layout (SOULS_CHART_BREAK_EVEN_MAP, &stage.input, &frame, scene);
}

static const SoulsTarget *
find_target (const SoulsScene *scene,
             guint             key)
{
  for (guint i = 0; i < souls_scene_get_n_targets (scene); i++)
    if (souls_scene_get_target (scene, i)->key == key)
      return souls_scene_get_target (scene, i);
  return NULL;
}

static gboolean
has_text (const SoulsScene *scene,
          const char       *text)
{
  for (guint i = 0; i < souls_scene_get_n_texts (scene); i++)
    if (strcmp (souls_scene_get_text (scene, i), text) == 0)
      return TRUE;
  return FALSE;
}

typedef struct
{
  int base_year;
  int year;
  Mood mood;
  SoulsDriver x;
  SoulsDriver y;
  const char *words;
} Case;

static const Case cases[] = {
  { 2025, 2030, MOOD_BASELINE, SOULS_DRIVER_HANDLING_COST, SOULS_DRIVER_AD_MARGIN,
    "Handling cost at 34.4~% instead of 28.8~% would take all profit from Amazon without AWS in fiscal 2030." },
  { 2025, 2025, MOOD_BASELINE, SOULS_DRIVER_HANDLING_COST, SOULS_DRIVER_AD_MARGIN,
    "Handling cost at 34.4~% instead of 28.8~% would take all profit from Amazon without AWS in fiscal 2035." },
  { 2022, 2025, MOOD_BASELINE, SOULS_DRIVER_AD_MARGIN, SOULS_DRIVER_CONTENT_COST,
    "Content cost at 24.5~% instead of 47.1~% would end the loss of Amazon without AWS in fiscal 2025." },
  { 2025, 2030, MOOD_BASELINE, SOULS_DRIVER_AWS_GROWTH, SOULS_DRIVER_TAX_RATE,
    "Everywhere on this map Amazon without AWS would make money in fiscal 2030." },
  { 2022, 2030, MOOD_BASELINE, SOULS_DRIVER_AWS_GROWTH, SOULS_DRIVER_TAX_RATE,
    "Everywhere on this map Amazon without AWS would lose money in fiscal 2030." },
};

static void
test_findings (void)
{
  g_autoptr (SoulsScene) scene = souls_scene_new ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (GStrv) parts = g_strsplit (cases[i].words, "~", -1);
      g_autofree char *wanted = g_strjoinv ("\u202f", parts);

      stage_set (&stage, cases[i].base_year, 10, SOULS_RUNG_ARITHMETIC, cases[i].mood, cases[i].year);
      stage.input.map_drivers[0] = cases[i].x;
      stage.input.map_drivers[1] = cases[i].y;
      lay_out (scene);
      g_assert_cmpstr (souls_scene_get_finding (scene), ==, wanted);
    }
}

/* Where the finding says break-even is, the answer is zero; on either side it is not. */
static void
test_zero (void)
{
  g_autoptr (SoulsScene) scene = souls_scene_new ();

  for (int base = stage_first_year (); base <= stage_last_year (); base++)
    {
      const char *finding;
      double zero, before, after, step;

      stage_set (&stage, base, 10, SOULS_RUNG_TRANSFER_PRICE, MOOD_BASELINE, base + 5);
      stage.input.map_drivers[1] = SOULS_DRIVER_AWS_GROWTH;
      lay_out (scene);
      finding = souls_scene_get_finding (scene);
      if (!g_str_has_prefix (finding, "Handling cost at "))
        g_error ("%d: %s", base, finding);
      zero = g_ascii_strtod (finding + strlen ("Handling cost at "), NULL) / 100.0;
      step = 0.001;
      {
        const SoulsQuestion question = { stage.input.calibration, &stage.settings, &stage.drivers,
                                         SOULS_METRIC_WITHOUT_AWS, 5 };

        before = souls_question_answer_at (&question, SOULS_DRIVER_HANDLING_COST, zero - step);
        after = souls_question_answer_at (&question, SOULS_DRIVER_HANDLING_COST, zero + step);
      }
      g_assert_cmpfloat (before, >, 0.0);
      g_assert_cmpfloat (after, <, 0.0);
    }
}

/* A cell says what the model answers at its middle; the point says what the other charts do. */
static void
test_values (void)
{
  g_autoptr (SoulsScene) scene = souls_scene_new ();
  const SoulsCalibration *base;

  stage_set (&stage, 2025, 10, SOULS_RUNG_ARITHMETIC, MOOD_CLOUDY, 2030);
  base = stage.input.calibration;
  lay_out (scene);
  for (int k = 0; k < N_CELLS; k++)
    {
      SoulsDrivers drivers = stage.drivers;
      const SoulsQuestion question = { base, &stage.settings, &drivers, SOULS_METRIC_WITHOUT_AWS, 5 };
      const SoulsDriver x = SOULS_DRIVER_HANDLING_COST;
      const SoulsDriver y = SOULS_DRIVER_AD_MARGIN;
      const SoulsTarget *target = find_target (scene, KEY_CELL + (guint) k);
      g_autofree char *amount = NULL;

      drivers.target[x] = base->min[x] + (base->max[x] - base->min[x]) * (k % 8 + 0.5) / 8.0;
      drivers.target[y] = base->min[y] + (base->max[y] - base->min[y]) * (k / 8 + 0.5) / 6.0;
      amount = souls_words_money_full (stage.input.words, souls_question_answer (&question));
      g_assert_nonnull (target);
      g_assert_true (g_str_has_prefix (target->value, amount));
      g_assert_true (g_str_has_suffix (target->value, ", projected"));
    }
  {
    g_autofree char *here = souls_words_money_full (
      stage.input.words, souls_chart_input_value (&stage.input, SOULS_METRIC_WITHOUT_AWS, 2030));

    g_assert_nonnull (strstr (find_target (scene, KEY_HERE)->value, here));
    g_assert_nonnull (strstr (find_target (scene, KEY_BASELINE)->value, "baseline"));
  }
}

/* The nearest mark at the point's place is the point, not the cell under it. */
static void
test_point_on_top (void)
{
  g_autoptr (SoulsScene) scene = souls_scene_new ();
  const SoulsTarget *here;
  int hit;

  stage_set (&stage, 2025, 10, SOULS_RUNG_ARITHMETIC, MOOD_CLOUDY, 2030);
  lay_out (scene);
  here = find_target (scene, KEY_HERE);
  hit = souls_scene_hit (scene, here->box.x + here->box.width / 2.0,
                         here->box.y + here->box.height / 2.0, 0.0);
  g_assert_cmpint (hit, >=, 0);
  g_assert_cmpuint (souls_scene_get_target (scene, (guint) hit)->key, ==, KEY_HERE);
}

static void
test_labels (void)
{
  g_autoptr (SoulsScene) scene = souls_scene_new ();

  stage_set (&stage, 2025, 10, SOULS_RUNG_ARITHMETIC, MOOD_BASELINE, 2030);
  lay_out (scene);
  g_assert_true (has_text (scene, "break-even"));
  g_assert_true (has_text (scene, "profit"));
  g_assert_true (has_text (scene, "loss"));
  g_assert_true (has_text (scene, "Handling cost, % of handled goods"));
  g_assert_true (has_text (scene, "Advertising margin, %"));
  g_assert_true (has_text (scene, "−$50\u202fbn"));

  /* Nothing to break even: no line, no loss. */
  stage.input.map_drivers[0] = SOULS_DRIVER_AWS_GROWTH;
  lay_out (scene);
  g_assert_true (has_text (scene, "profit"));
  g_assert_false (has_text (scene, "loss") || has_text (scene, "break-even"));
}

/* The same driver twice, or none that there is, is not asked of the model. */
static void
test_odd_drivers (void)
{
  g_autoptr (SoulsScene) scene = souls_scene_new ();
  static const SoulsDriver odd[][2] = { { SOULS_DRIVER_AD_MARGIN, SOULS_DRIVER_AD_MARGIN },
                                        { SOULS_DRIVER_HANDLING_COST, SOULS_DRIVER_HANDLING_COST },
                                        { SOULS_N_DRIVERS, SOULS_DRIVER_HANDLING_COST } };

  for (guint i = 0; i < G_N_ELEMENTS (odd); i++)
    {
      stage_set (&stage, 2025, 10, SOULS_RUNG_ARITHMETIC, MOOD_CLOUDY, 2030);
      memcpy (stage.input.map_drivers, odd[i], sizeof odd[i]);
      lay_out (scene);
      g_assert_nonnull (find_target (scene, KEY_CELL));
    }
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
      g_test_add_func ("/charts/break-even-map/findings", test_findings);
      g_test_add_func ("/charts/break-even-map/zero", test_zero);
      g_test_add_func ("/charts/break-even-map/values", test_values);
      g_test_add_func ("/charts/break-even-map/point-on-top", test_point_on_top);
      g_test_add_func ("/charts/break-even-map/labels", test_labels);
      g_test_add_func ("/charts/break-even-map/odd-drivers", test_odd_drivers);
    }
  status = g_test_run ();
  stage_close ();
  return status;
}
