/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "fixture.h"

#include <math.h>
#include <string.h>

#define FIRST_DOT 10u

static Stage stage;

static void
lay_out (SoulsScene *scene,
         double      width,
         double      height)
{
  SoulsChartFrame frame = { .width = width, .height = height, .with_finding = TRUE };

  stage_prepare (&stage, SOULS_CHART_OUTCOMES);
  souls_chart_layout (SOULS_CHART_OUTCOMES, &stage.input, &frame, scene);
}

static const SoulsTarget *
find_key (const SoulsScene *scene,
          guint             key)
{
  for (guint i = 0; i < souls_scene_get_n_targets (scene); i++)
    if (souls_scene_get_target (scene, i)->key == key)
      return souls_scene_get_target (scene, i);
  return NULL;
}

/* px of zero: where the tick is written. */
static double
find_zero (const SoulsScene *scene)
{
  for (guint i = 0; i < souls_scene_get_n_texts (scene); i++)
    if (strcmp (souls_scene_get_text (scene, i), "0") == 0)
      {
        SoulsBox box = souls_scene_get_text_box (scene, i);

        return box.x + box.width / 2.0;
      }
  g_error ("no zero");
}

/* Dots right of zero; none may lie on it. */
static int
count_right (const SoulsScene *scene,
             double            zero)
{
  int n = 0;

  for (guint i = 0; i < SOULS_N_OUTCOME_DOTS; i++)
    {
      const SoulsTarget *dot = find_key (scene, FIRST_DOT + i);
      double middle;

      g_assert_nonnull (dot);
      middle = dot->box.x + dot->box.width / 2.0;
      g_assert_cmpfloat (fabs (middle - zero), >, 0.4);
      n += middle > zero ? 1 : 0;
    }
  return n;
}

static int
count_said (const SoulsScene *scene)
{
  const char *finding = souls_scene_get_finding (scene);

  if (g_str_has_prefix (finding, "In all ") || g_str_has_prefix (finding, "In more than 99 "))
    return SOULS_N_OUTCOME_DOTS;
  if (g_str_has_prefix (finding, "In none ") || g_str_has_prefix (finding, "In fewer than 1 "))
    return 0;
  g_assert_true (g_str_has_prefix (finding, "In "));
  return (int) g_ascii_strtoll (finding + strlen ("In "), NULL, 10);
}

static int
count_filled (const SoulsScene *scene)
{
  g_autofree char *dump = souls_scene_dump (scene);
  g_auto (GStrv) lines = g_strsplit (dump, "\n", -1);
  int n = 0;

  for (int i = 0; lines[i]; i++)
    if (g_str_has_prefix (lines[i], "dot ") && !strstr (lines[i], "stroke"))
      n++;
  return n;
}

/* What is said, what stands right of zero and what is filled are the same number, and it is the simulation's. */
static void
test_counts (void)
{
  g_autoptr (SoulsScene) scene = souls_scene_new ();

  for (int base = stage_first_year (); base <= stage_last_year (); base++)
    for (int mood = 0; mood < N_MOODS; mood++)
      for (int t = 1; t <= 10; t += 3)
        {
          double share;

          stage_set (&stage, base, 10, SOULS_RUNG_STRANDED, (Mood) mood, base + t);
          lay_out (scene, 600, 450);
          share = souls_simulation_get_positive (stage.input.simulation, SOULS_METRIC_WITHOUT_AWS, t);
          g_assert_cmpint (count_said (scene), ==, (int) round (100.0 * share));
          g_assert_cmpint (count_right (scene, find_zero (scene)), ==, count_said (scene));
          g_assert_cmpint (count_filled (scene), ==, count_said (scene));
        }
}

/* Dots are side by side or on top of each other, and grow from left to right. */
static void
test_dots (void)
{
  g_autoptr (SoulsScene) scene = souls_scene_new ();
  const double widths[] = { 600, 1200, 2400 };

  for (guint w = 0; w < G_N_ELEMENTS (widths); w++)
    {
      stage_set (&stage, 2022, 10, SOULS_RUNG_ARITHMETIC, MOOD_BASELINE, 2027);
      lay_out (scene, widths[w], 0.6 * widths[w]);
      for (guint i = 0; i < SOULS_N_OUTCOME_DOTS; i++)
        for (guint j = i + 1; j < SOULS_N_OUTCOME_DOTS; j++)
          {
            SoulsBox a = souls_box_inset (find_key (scene, FIRST_DOT + i)->box, 0.01, 0.01);
            SoulsBox b = find_key (scene, FIRST_DOT + j)->box;

            g_assert_false (souls_box_overlaps (a, b));
            g_assert_cmpfloat (a.x, <, b.x + b.width);
          }
    }
}

/* With no band of any width, all worlds are one: a block beside its amount, in the smallest chart, too. */
static void
test_one_world (void)
{
  g_autoptr (SoulsScene) scene = souls_scene_new ();
  SoulsBox all;

  stage_set (&stage, 2025, 10, SOULS_RUNG_ARITHMETIC, MOOD_BASELINE, 2030);
  for (int i = 0; i < SOULS_N_DRIVERS; i++)
    stage.bands[i].low = stage.bands[i].high = stage.drivers.target[i];
  lay_out (scene, 320, 240);
  g_assert_cmpstr (souls_scene_get_finding (scene), ==,
                   "In all 500 worlds Amazon without AWS makes money in fiscal 2030.");
  all = find_key (scene, FIRST_DOT)->box;
  for (guint i = 1; i < SOULS_N_OUTCOME_DOTS; i++)
    {
      SoulsBox box = find_key (scene, FIRST_DOT + i)->box;

      g_assert_cmpfloat (fabs (box.x - all.x), <, 60.0);
      g_assert_cmpstr (find_key (scene, FIRST_DOT + i)->value, ==, find_key (scene, FIRST_DOT)->value);
    }
}

/* A driver that alone decides, so that a share of the worlds can be set. */
static void
set_share (double low,
           double high)
{
  stage_set (&stage, 2025, 10, SOULS_RUNG_ARITHMETIC, MOOD_BASELINE, 2030);
  for (int i = 0; i < SOULS_N_DRIVERS; i++)
    stage.bands[i].low = stage.bands[i].high = stage.drivers.target[i];
  stage.drivers.target[SOULS_DRIVER_HANDLING_COST] = high;
  stage.bands[SOULS_DRIVER_HANDLING_COST] = (SoulsBand) { low, high, SOULS_BAND_OWN };
}

static void
test_sentences (void)
{
  g_autoptr (SoulsScene) scene = souls_scene_new ();
  gboolean seen[3] = { FALSE, FALSE, FALSE };

  set_share (0.44, 0.45);
  lay_out (scene, 600, 450);
  g_assert_cmpstr (souls_scene_get_finding (scene), ==,
                   "In none of 500 worlds does Amazon without AWS make money in fiscal 2030.");
  /* The lower the best world's cost, the more worlds earn. */
  for (double low = 0.36; low > 0.2; low -= 0.0005)
    {
      set_share (low, 0.45);
      lay_out (scene, 600, 450);
      seen[0] |= g_str_has_prefix (souls_scene_get_finding (scene), "In fewer than 1 of 100 worlds ");
      seen[1] |= g_str_has_prefix (souls_scene_get_finding (scene), "In 1 of 100 worlds ");
      seen[2] |= g_str_has_prefix (souls_scene_get_finding (scene), "In 5 of 100 worlds ");
      g_assert_cmpint (count_filled (scene), ==, count_said (scene));
      if (seen[2])
        break;
    }
  g_assert_true (seen[0] && seen[1] && seen[2]);
}

/* What the simulation is and how sure its share is can be read. */
static void
test_words (void)
{
  g_autoptr (SoulsScene) scene = souls_scene_new ();

  stage_set (&stage, 2022, 10, SOULS_RUNG_ARITHMETIC, MOOD_BASELINE, 2020);
  lay_out (scene, 1200, 800);
  g_assert_true (g_str_has_suffix (souls_scene_get_subtitle (scene), "500 worlds, drivers drawn independently"));
  g_assert_nonnull (strstr (souls_scene_get_subtitle (scene), "fiscal 2032 (the last projected year)"));
  g_assert_nonnull (strstr (find_key (scene, 1)->value, " of 500 worlds, standard error "));
  g_assert_true (g_str_has_suffix (find_key (scene, 2)->value, ", simulated"));
}

/* How many worlds there are stands beside both pictures of them, and that there are fewer while a hand moves. */
static void
test_moving (void)
{
  const SoulsChart charts[] = { SOULS_CHART_OUTCOMES, SOULS_CHART_TIMELINE };
  g_autoptr (SoulsScene) scene = souls_scene_new ();
  SoulsChartFrame frame = { .width = 600, .height = 450, .with_finding = TRUE };

  for (guint i = 0; i < G_N_ELEMENTS (charts); i++)
    {
      stage_set (&stage, 2025, 10, SOULS_RUNG_ARITHMETIC, MOOD_BASELINE, 2030);
      stage.input.view = stage.view = souls_chart_n_views (charts[i]) - 1;
      stage_prepare (&stage, charts[i]);
      souls_chart_layout (charts[i], &stage.input, &frame, scene);
      g_assert_true (g_str_has_suffix (souls_scene_get_subtitle (scene), "500 worlds, drivers drawn independently"));
      stage.input.moving = TRUE;
      souls_chart_layout (charts[i], &stage.input, &frame, scene);
      g_assert_true (g_str_has_suffix (souls_scene_get_subtitle (scene), "500 worlds while you move"));
      stage.view = 0;
    }
}

/* Under the headline stands the finding of a projected year; of a reported one nothing, nor where nothing is uncertain. */
static void
test_headline (void)
{
  g_autoptr (SoulsScene) scene = souls_scene_new ();

  for (int year = 2020; year <= 2035; year++)
    {
      g_autofree char *said = NULL;

      stage_set (&stage, 2025, 10, SOULS_RUNG_ARITHMETIC, MOOD_STORES_LOSE, year);
      lay_out (scene, 600, 450);
      said = souls_headline_worlds (&stage.input);
      g_assert_cmpstr (said, ==, year > 2025 ? souls_scene_get_finding (scene) : NULL);
    }
  stage_set (&stage, 2025, 10, SOULS_RUNG_ARITHMETIC, MOOD_BASELINE, 2030);
  for (int i = 0; i < SOULS_N_DRIVERS; i++)
    stage.bands[i].low = stage.bands[i].high = stage.drivers.target[i];
  stage_prepare (&stage, SOULS_CHART_OUTCOMES);
  g_assert_null (souls_headline_worlds (&stage.input));
}

static void
test_no_simulation (void)
{
  if (g_test_subprocess ())
    {
      g_autoptr (SoulsScene) scene = souls_scene_new ();
      SoulsChartFrame frame = { .width = 600, .height = 450 };

      stage_set (&stage, 2025, 10, SOULS_RUNG_ARITHMETIC, MOOD_BASELINE, 2030);
      g_log_set_always_fatal (G_LOG_FATAL_MASK);
      souls_chart_layout (SOULS_CHART_OUTCOMES, &stage.input, &frame, scene);
      g_assert_cmpuint (souls_scene_get_n_targets (scene), ==, 0);
      return;
    }
  g_test_trap_subprocess (NULL, 0, 0);
  g_test_trap_assert_passed ();
  g_test_trap_assert_stderr ("*simulation != NULL*");
}

int
main (int    argc,
      char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  stage_open (g_getenv ("SOULS_TEST_DATA"));
  g_test_add_func ("/charts/outcomes/no-simulation", test_no_simulation);
  if (stage_has_font ())
    {
      g_test_add_func ("/charts/outcomes/counts", test_counts);
      g_test_add_func ("/charts/outcomes/dots", test_dots);
      g_test_add_func ("/charts/outcomes/one-world", test_one_world);
      g_test_add_func ("/charts/outcomes/sentences", test_sentences);
      g_test_add_func ("/charts/outcomes/words", test_words);
      g_test_add_func ("/charts/outcomes/moving", test_moving);
      g_test_add_func ("/charts/outcomes/headline", test_headline);
    }
  status = g_test_run ();
  stage_close ();
  return status;
}
