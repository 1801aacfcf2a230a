/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "fixture.h"

#include <math.h>
#include <string.h>

#define MAX_AMOUNTS 8

static Stage stage;

static void
lay_out (SoulsScene *scene,
         double      width)
{
  SoulsChartFrame frame = { .width = width, .height = width * 0.75, .with_finding = TRUE };

  souls_chart_layout (SOULS_CHART_BRIDGE, &stage.input, &frame, scene);
}

/* The amounts of a sentence, as integers of their last decimal. All are in one unit with as many
 * decimals, "$0" aside: else they are not a sum that a reader can check. */
static guint
read_amounts (const char *sentence,
              gint64      amount[MAX_AMOUNTS])
{
  g_autoptr (GRegex) regex =
    g_regex_new ("(−?)\\+?\\$([0-9,]+)(?:\\.([0-9]+))?(\u202f(?:m|bn|tn))?", 0, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  g_autofree char *unit = NULL;
  gsize digits = 0;
  guint n = 0;

  for (g_regex_match (regex, sentence, 0, &match); g_match_info_matches (match);
       g_match_info_next (match, NULL))
    {
      g_autofree char *minus = g_match_info_fetch (match, 1);
      g_autofree char *whole = g_match_info_fetch (match, 2);
      g_autofree char *part = g_match_info_fetch (match, 3);
      g_autofree char *its_unit = g_match_info_fetch (match, 4);
      g_autoptr (GString) number = g_string_new (whole);

      g_assert_cmpuint (n, <, MAX_AMOUNTS);
      g_string_replace (number, ",", "", 0);
      g_string_append (number, part ? part : "");
      amount[n] = g_ascii_strtoll (number->str, NULL, 10) * (*minus ? -1 : 1);
      if (amount[n++] == 0)
        continue;
      if (unit)
        {
          g_assert_cmpstr (its_unit, ==, unit);
          g_assert_cmpuint (strlen (part), ==, digits);
        }
      g_free (unit);
      unit = g_steal_pointer (&its_unit);
      digits = strlen (part);
    }
  return n;
}

/* With AWS, plus every change, is without AWS; what the finding takes apart adds up as well. */
static void
check_sum (const SoulsScene *scene)
{
  gint64 amount[MAX_AMOUNTS];
  gint64 sum = 0;
  guint n = read_amounts (souls_scene_get_description (scene), amount);

  g_assert_cmpuint (n, ==, 3u + (guint) stage.settings.rung);
  for (guint i = 0; i + 1 < n; i++)
    sum += amount[i];
  g_assert_cmpint (sum, ==, amount[n - 1]);

  n = read_amounts (souls_scene_get_finding (scene), amount);
  if (strstr (souls_scene_get_finding (scene), "cost Amazon"))
    {
      g_assert_cmpuint (n, ==, 3);
      g_assert_cmpint (amount[1] + amount[2], ==, amount[0]);
    }
}

/* In the table the changes add up to the million. */
static void
check_table (const SoulsScene *scene)
{
  gint64 sum = 0;
  gint64 last = 0;
  guint idle = 0;

  for (guint i = 0; i < souls_scene_get_n_targets (scene); i++)
    {
      const SoulsTarget *target = souls_scene_get_target (scene, i);
      g_autofree char *first = g_strndup (target->value, strcspn (target->value, " "));
      gint64 amount[MAX_AMOUNTS];

      if (strstr (target->value, "baseline"))
        continue;
      if (strstr (target->value, "not counted"))
        {
          idle++;
          continue;
        }
      g_assert_cmpuint (read_amounts (first, amount), ==, 1);
      if (strstr (target->name, "Without"))
        last = amount[0];
      else
        sum += amount[0];
    }
  g_assert_cmpint (sum, ==, last);
  g_assert_cmpuint (idle, ==, SOULS_RUNG_ONE_TIME - stage.settings.rung);
}

static void
test_sums (void)
{
  g_autoptr (SoulsScene) scene = souls_scene_new ();

  for (int base = stage_first_year (); base <= stage_last_year (); base++)
    for (int rung = 0; rung < SOULS_N_RUNGS; rung++)
      for (int mood = 0; mood < N_MOODS; mood++)
        for (int year = stage_first_year (); year <= base + 10; year += year < base ? 1 : 3)
          {
            stage_set (&stage, base, 10, (SoulsRung) rung, (Mood) mood, year);
            lay_out (scene, 1200);
            check_sum (scene);
            check_table (scene);
          }
}

/* A rounding is never further from its value than one step of the last decimal. */
static void
test_near (void)
{
  g_autoptr (SoulsScene) scene = souls_scene_new ();
  gint64 amount[MAX_AMOUNTS];

  for (int year = 2018; year <= 2030; year++)
    {
      stage_set (&stage, 2025, 10, SOULS_RUNG_ONE_TIME, MOOD_BASELINE, year);
      lay_out (scene, 1200);
      g_assert_cmpuint (read_amounts (souls_scene_get_description (scene), amount), ==, 7);
      for (int rung = 0; rung < SOULS_N_RUNGS; rung++)
        {
          SoulsMetric after = souls_rung_metric ((SoulsRung) rung);
          SoulsMetric before =
            rung == 0 ? SOULS_METRIC_INCOME_TOTAL : souls_rung_metric ((SoulsRung) (rung - 1));
          double change = souls_chart_input_value (&stage.input, after, year) -
                          souls_chart_input_value (&stage.input, before, year);
          double size = souls_chart_input_value (&stage.input, SOULS_METRIC_INCOME_TOTAL, year);
          double quantum = size >= 9995.0 && change > -999.5e3 ? 100.0 : 0.0;

          if (quantum > 0.0)
            g_assert_cmpfloat (fabs ((double) amount[rung + 1] * quantum - change), <, quantum);
        }
    }
}

/* A narrow chart shows the separation as one step, and the same two ends. */
static void
test_narrow (void)
{
  g_autoptr (SoulsScene) wide = souls_scene_new ();
  g_autoptr (SoulsScene) narrow = souls_scene_new ();

  stage_set (&stage, 2025, 10, SOULS_RUNG_ONE_TIME, MOOD_BASELINE, 2026);
  lay_out (wide, 1200);
  lay_out (narrow, 320);
  g_assert_cmpuint (souls_scene_get_n_targets (wide), ==, 7);
  g_assert_cmpuint (souls_scene_get_n_targets (narrow), ==, 4);
  g_assert_cmpstr (souls_scene_get_description (wide), ==, souls_scene_get_description (narrow));
  g_assert_cmpstr (souls_scene_get_target (wide, 6)->value, ==,
                   souls_scene_get_target (narrow, 3)->value);
}

static void
check_finding (SoulsRung   rung,
               Mood        mood,
               int         year,
               const char *wanted)
{
  g_autoptr (SoulsScene) scene = souls_scene_new ();
  g_auto (GStrv) parts = g_strsplit (wanted, "~", -1);
  g_autofree char *text = g_strjoinv ("\u202f", parts);

  stage_set (&stage, 2025, 10, rung, mood, year);
  lay_out (scene, 1200);
  g_assert_cmpstr (souls_scene_get_finding (scene), ==, text);
}

static void
test_findings (void)
{
  check_finding (SOULS_RUNG_ARITHMETIC, MOOD_BASELINE, 2025,
                 "AWS earned $45.6~bn in fiscal 2025: without it, an operating income of $34.4~bn is left.");
  check_finding (SOULS_RUNG_ARITHMETIC, MOOD_BASELINE, 2022,
                 "AWS earned $22.8~bn in fiscal 2022: without it, an operating loss of $10.6~bn is left.");
  check_finding (SOULS_RUNG_DISSYNERGIES, MOOD_BASELINE, 2022,
                 "Losing AWS would have cost Amazon $26.3~bn in fiscal 2022: $22.8~bn that AWS earned and $3.5~bn for the separation.");
  check_finding (SOULS_RUNG_STRANDED, MOOD_BASELINE, 2026,
                 "Losing AWS would cost Amazon $55.5~bn in fiscal 2026: $54.6~bn that AWS would earn and $0.9~bn for the separation.");
  check_finding (SOULS_RUNG_ARITHMETIC, MOOD_BASELINE, 2036,
                 "There is no result for fiscal 2036.");
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

/* Of the drivers' view: what is at baseline, plus every change, is the scenario, as said and in the table. */
static void
check_drivers (const SoulsScene *scene,
               guint             n_changes)
{
  guint n = souls_scene_get_n_targets (scene);
  gint64 amount[MAX_AMOUNTS];
  gint64 sum = 0;
  guint n_said = read_amounts (souls_scene_get_description (scene), amount);

  g_assert_cmpuint (n_said, ==, 2 + (guint) stage.n_moves);
  for (guint i = 0; i + 1 < n_said; i++)
    sum += amount[i];
  g_assert_cmpint (sum, ==, amount[n_said - 1]);

  sum = 0;
  g_assert_cmpuint (n, ==, 2 + n_changes);
  for (guint i = 0; i < n; i++)
    {
      g_assert_cmpuint (read_amounts (souls_scene_get_target (scene, i)->value, amount), >, 0);
      sum += i + 1 < n ? amount[0] : -amount[0];
    }
  g_assert_cmpint (sum, ==, 0);
}

static void
test_drivers (gconstpointer data)
{
  g_autoptr (SoulsScene) scene = souls_scene_new ();

  stage.view = GPOINTER_TO_INT (data);
  for (int base = stage_first_year (); base <= stage_last_year (); base++)
    for (int rung = 0; rung < SOULS_N_RUNGS; rung++)
      for (int mood = 1; mood < N_MOODS; mood++)
        for (int year = base - 1; year <= base + 10; year += 3)
          {
            stage_set (&stage, base, 10, (SoulsRung) rung, (Mood) mood, year);
            lay_out (scene, 1200);
            check_drivers (scene, (guint) stage.n_moves);
            for (int i = 0; i < stage.n_moves; i++)
              g_assert_cmpstr (find_target (scene, 100 + (guint) stage.moves[i])->name, ==,
                               souls_driver_info (stage.moves[i])->name);
          }
  stage.view = 0;
}

/* The ends are the two projections; a reported year shows the last projected one, and says so. */
static void
test_drivers_ends (gconstpointer data)
{
  const int view = GPOINTER_TO_INT (data);
  const SoulsMetric metric = view == 1 ? SOULS_METRIC_WITHOUT_AWS : SOULS_METRIC_INCOME_TOTAL;
  g_autoptr (SoulsScene) scene = souls_scene_new ();
  const int years[][2] = { { 2026, 2026 }, { 2030, 2030 }, { 2025, 2035 }, { 2014, 2035 } };

  stage.view = view;
  for (guint i = 0; i < G_N_ELEMENTS (years); i++)
    {
      g_autofree char *from = NULL;
      g_autofree char *to = NULL;
      g_autofree char *asked = g_strdup_printf ("fiscal %d", years[i][1]);
      int t = years[i][1] - 2025;

      stage_set (&stage, 2025, 10, SOULS_RUNG_DISSYNERGIES, MOOD_CLOUDY, years[i][0]);
      lay_out (scene, 1200);
      from = souls_words_money_full (stage.input.words, stage.baseline.value[metric][t]);
      to = souls_words_money_full (stage.input.words, stage.results.value[metric][t]);
      g_assert_true (g_str_has_prefix (find_target (scene, 5)->value, from));
      g_assert_true (g_str_has_prefix (find_target (scene, 6)->value, to));
      g_assert_cmpint (find_target (scene, 6)->year, ==, years[i][1]);
      g_assert_nonnull (strstr (souls_scene_get_subtitle (scene), asked));
      g_assert_true ((strstr (souls_scene_get_subtitle (scene), "a reported year") != NULL) ==
                     (years[i][0] != years[i][1]));
    }
  stage.view = 0;
}

/* Every driver a step away from its baseline. */
static void
move_all (void)
{
  const SoulsCalibration *base = stage.input.calibration;

  for (int i = 0; i < SOULS_N_DRIVERS; i++)
    {
      double by = souls_driver_from_shown ((SoulsDriver) i, souls_driver_info ((SoulsDriver) i)->step);

      stage.drivers.target[i] = CLAMP (base->baseline[i] + (i % 3 ? by : -by), base->min[i], base->max[i]);
      stage.moves[i] = (SoulsDriver) i;
    }
  stage.n_moves = stage.input.n_moves = SOULS_N_DRIVERS;
  stage.input.moved = TRUE;
  souls_project (base, &stage.settings, &stage.drivers, &stage.results);
}

/* The smallest share a column where not all have room: the sum stays, and so does the largest. */
static void
test_drivers_more (void)
{
  g_autoptr (SoulsScene) scene = souls_scene_new ();
  const double widths[] = { 320, 600, 1200, 3840 };
  guint n_before = 0;
  g_autofree char *finding = NULL;

  stage.view = 1;
  for (guint i = 0; i < G_N_ELEMENTS (widths); i++)
    {
      guint n;
      gint64 amount[MAX_AMOUNTS];
      gint64 sum = 0;

      stage_set (&stage, 2025, 10, SOULS_RUNG_ONE_TIME, MOOD_BASELINE, 2026);
      move_all ();
      lay_out (scene, widths[i]);
      n = souls_scene_get_n_targets (scene);
      g_assert_cmpuint (n, >=, MAX (4, n_before));
      g_assert_cmpuint (n, <, SOULS_N_DRIVERS);
      n_before = n;
      for (guint j = 0; j < n; j++)
        {
          g_assert_cmpuint (read_amounts (souls_scene_get_target (scene, j)->value, amount), >, 0);
          sum += j + 1 < n ? amount[0] : -amount[0];
        }
      g_assert_cmpint (sum, ==, 0);
      g_assert_nonnull (find_target (scene, 7));
      g_assert_true (g_str_has_suffix (find_target (scene, 7)->name, " more"));
      g_assert_cmpint (atoi (find_target (scene, 7)->name), ==, SOULS_N_DRIVERS - ((int) n - 3));
      if (finding)
        g_assert_cmpstr (souls_scene_get_finding (scene), ==, finding);
      g_free (finding);
      finding = g_strdup (souls_scene_get_finding (scene));
    }
  stage.view = 0;
}

static void
test_drivers_findings (void)
{
  stage.view = 1;
  check_finding (SOULS_RUNG_ARITHMETIC, MOOD_BASELINE, 2030,
                 "Nothing has been moved: the scenario is the baseline.");
  check_finding (SOULS_RUNG_ARITHMETIC, MOOD_AWS_LOSES, 2030,
                 "What was moved would change nothing of the operating income without AWS in fiscal 2030.");
  check_finding (SOULS_RUNG_ARITHMETIC, MOOD_STORES_LOSE, 2030,
                 "Handling cost alone would change the operating income without AWS by −\u2060$105.7~bn in fiscal 2030.");
  check_finding (SOULS_RUNG_ARITHMETIC, MOOD_CLOUDY, 2030,
                 "Seller mix would take most, −\u2060$7.7~bn; all sliders together come to −\u2060$2.3~bn in fiscal 2030.");
  stage.view = 0;
}

int
main (int    argc,
      char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  stage_open (g_getenv ("SOULS_TEST_DATA"));
  g_test_add_func ("/charts/bridge/sums", test_sums);
  g_test_add_func ("/charts/bridge/near", test_near);
  g_test_add_func ("/charts/bridge/findings", test_findings);
  if (stage_has_font ())
    {
      g_test_add_func ("/charts/bridge/narrow", test_narrow);
      g_test_add_func ("/charts/bridge/drivers-more", test_drivers_more);
    }
  g_test_add_data_func ("/charts/bridge/drivers", GINT_TO_POINTER (1), test_drivers);
  g_test_add_data_func ("/charts/bridge/company", GINT_TO_POINTER (2), test_drivers);
  g_test_add_data_func ("/charts/bridge/drivers-ends", GINT_TO_POINTER (1), test_drivers_ends);
  g_test_add_data_func ("/charts/bridge/company-ends", GINT_TO_POINTER (2), test_drivers_ends);
  g_test_add_func ("/charts/bridge/drivers-findings", test_drivers_findings);
  status = g_test_run ();
  stage_close ();
  return status;
}
