/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "fixture.h"

#include <math.h>
#include <string.h>

typedef struct
{
  double width;
  double height;
} Size;

static const Size sizes[] = { { 320, 240 }, { 600, 450 }, { 1200, 800 }, { 3840, 2160 } };

/* A rounding error of a px is no fault. */
#define SLACK 0.5

static Stage stage;

static char *
describe (SoulsChart  chart,
          const Size *size)
{
  return g_strdup_printf ("%s view %d %gx%g base %d year %d rung %d moved %d", souls_chart_id (chart),
                          stage.view, size->width, size->height, stage.results.base_year, stage.input.year,
                          (int) stage.settings.rung, stage.input.moved);
}

static void
fail (SoulsChart  chart,
      const Size *size,
      const char *what)
{
  g_autofree char *where = describe (chart, size);

  g_test_message ("%s: %s", where, what);
  g_test_fail ();
}

static void
lay_out (SoulsScene *scene,
         SoulsChart  chart,
         const Size *size)
{
  SoulsChartFrame frame = { .width = size->width, .height = size->height, .with_finding = TRUE,
                            .foot = "Amazon.com, Inc. filings; fiscal 2025 partly read second-hand. Projection: Two Souls. "
                                    "Scenario “Spin-off with stranded costs”, code TS-16A98-2B218-Q40GQ-M, version 0.1.0." };

  stage_prepare (&stage, chart);
  souls_chart_layout (chart, &stage.input, &frame, scene);
}

static void
check_words (const SoulsScene *scene,
             SoulsChart        chart,
             const Size       *size)
{
  const char *const words[] = { souls_scene_get_finding (scene), souls_scene_get_subtitle (scene),
                                souls_scene_get_description (scene) };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (!words[i] || !*words[i] || strchr (words[i], '%') == words[i] || strstr (words[i], "$s") ||
        strstr (words[i], "nan"))
      fail (chart, size, words[i] && *words[i] ? words[i] : "no words");
}

static void
check_texts (const SoulsScene *scene,
             SoulsChart        chart,
             const Size       *size)
{
  SoulsBox whole = { 0.0, 0.0, size->width, size->height };
  guint n = souls_scene_get_n_texts (scene);

  for (guint i = 0; i < n; i++)
    {
      SoulsBox box = souls_scene_get_text_box (scene, i);

      if (!souls_box_holds (whole, box, SLACK))
        fail (chart, size, souls_scene_get_text (scene, i));
      box = souls_box_inset (box, SLACK, SLACK);
      for (guint j = i + 1; j < n; j++)
        if (souls_box_overlaps (box, souls_scene_get_text_box (scene, j)))
          {
            fail (chart, size, souls_scene_get_text (scene, i));
            fail (chart, size, souls_scene_get_text (scene, j));
          }
    }
}

static void
check_targets (const SoulsScene *scene,
               SoulsChart        chart,
               const Size       *size)
{
  SoulsBox whole = { 0.0, 0.0, size->width, size->height };
  g_autoptr (GHashTable) keys = g_hash_table_new (NULL, NULL);

  if (souls_scene_get_n_targets (scene) == 0)
    fail (chart, size, "no targets");
  for (guint i = 0; i < souls_scene_get_n_targets (scene); i++)
    {
      const SoulsTarget *target = souls_scene_get_target (scene, i);
      double x = target->box.x + target->box.width / 2.0;
      double y = target->box.y + target->box.height / 2.0;
      int hit = souls_scene_hit (scene, x, y, 0.0);

      if (!souls_box_holds (whole, target->box, SLACK) || !*target->name || !*target->value)
        fail (chart, size, target->name);
      if (hit < 0 || !souls_box_contains (souls_scene_get_target (scene, (guint) hit)->box, x, y))
        fail (chart, size, target->name);
      if (!g_hash_table_add (keys, GUINT_TO_POINTER (target->key)))
        fail (chart, size, "two targets of one key");
    }
}

/* The marks as the dump writes them: "x,y" points and, for rectangles, a size. */
static void
check_marks (const SoulsScene *scene,
             SoulsChart        chart,
             const Size       *size)
{
  g_autofree char *dump = souls_scene_dump (scene);
  g_auto (GStrv) lines = g_strsplit (dump, "\n", -1);

  for (int i = 0; lines[i]; i++)
    {
      g_auto (GStrv) words = NULL;

      if (!g_str_has_prefix (lines[i], "rect ") && !g_str_has_prefix (lines[i], "line ") &&
          !g_str_has_prefix (lines[i], "polygon ") && !g_str_has_prefix (lines[i], "ribbon ") &&
          !g_str_has_prefix (lines[i], "dot "))
        continue;
      words = g_strsplit (lines[i], " ", -1);
      for (int j = 1; words[j] && strchr (words[j], ','); j++)
        {
          double x = g_ascii_strtod (words[j], NULL);
          double y = g_ascii_strtod (strchr (words[j], ',') + 1, NULL);
          const char *times =
            words[0][0] == 'r' && words[0][1] == 'e' ? strchr (words[j + 1], 'x') : NULL;
          double right = x + (times ? g_ascii_strtod (words[j + 1], NULL) : 0.0);
          double bottom = y + (times ? g_ascii_strtod (times + 1, NULL) : 0.0);

          if (!(x >= -SLACK && y >= -SLACK && right <= size->width + SLACK &&
                bottom <= size->height + SLACK))
            fail (chart, size, lines[i]);
        }
    }
}

static void
check_range (const SoulsScene *scene,
             SoulsChart        chart,
             const Size       *size)
{
  SoulsRange range = souls_scene_get_range (scene);

  if (!isfinite (range.min) || !isfinite (range.max) || !(range.min <= 0.0) ||
      !(range.max >= 0.0) || !(range.min < range.max))
    fail (chart, size, "the value axis does not hold zero");
}

static void
check_all (SoulsScene *scene,
           SoulsChart  chart,
           const Size *size)
{
  lay_out (scene, chart, size);
  check_words (scene, chart, size);
  check_texts (scene, chart, size);
  check_targets (scene, chart, size);
  check_marks (scene, chart, size);
  check_range (scene, chart, size);
}

static void
check_sizes (SoulsScene *scene,
             SoulsChart  chart)
{
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    check_all (scene, chart, &sizes[i]);
}

/* Every base year and rung, moved or not, and years at the ends, at the border and between. */
static void
test_walk (gconstpointer data)
{
  SoulsChart chart = (SoulsChart) GPOINTER_TO_INT (data);
  g_autoptr (SoulsScene) scene = souls_scene_new ();

  for (int base = stage_first_year (); base <= stage_last_year (); base++)
    for (int rung = 0; rung < SOULS_N_RUNGS; rung++)
      for (int moved = 0; moved < 2; moved++)
        {
          Mood mood = moved ? (Mood) (1 + (base + rung) % (N_MOODS - 1)) : MOOD_BASELINE;
          const int years[] = { stage_first_year (), base, base + 1, base + 3 + rung, base + 10 };

          for (guint i = 0; i < G_N_ELEMENTS (years); i++)
            {
              stage_set (&stage, base, 10, (SoulsRung) rung, mood, years[i]);
              check_sizes (scene, chart);
            }
        }
}

/* Every scenario that ships, at its base year, on the way and at its end, in both directions, with reference marks. */
static void
test_presets (gconstpointer data)
{
  SoulsChart chart = (SoulsChart) GPOINTER_TO_INT (data);
  g_autoptr (SoulsScene) scene = souls_scene_new ();
  g_autoptr (GPtrArray) presets = stage_presets ();

  g_assert_cmpuint (presets->len, >=, 12);
  for (guint i = 0; i < presets->len; i++)
    {
      const SoulsScenario *preset = g_ptr_array_index (presets, i);
      const int years[] = { 0, 1, preset->settings.horizon / 2, preset->settings.horizon };

      for (guint k = 0; k < G_N_ELEMENTS (years); k++)
        {
          stage_load (&stage, preset, preset->base_year + years[k]);
          check_sizes (scene, chart);
          stage.input.words = stage_rtl_words ();
          check_sizes (scene, chart);
        }
    }
}

/* Whether the scenario is named: there may be no room for a label, but there is a target. */
static gboolean
names_scenario (const SoulsScene *scene,
                const char       *title)
{
  for (guint i = 0; i < souls_scene_get_n_targets (scene); i++)
    if (g_str_has_prefix (souls_scene_get_target (scene, i)->name, title))
      return TRUE;
  return FALSE;
}

/* With scenarios to compare with, of other base years than its own too. A chart that shows them names each; the others do
 * not speak of them. */
static void
test_others (gconstpointer data)
{
  SoulsChart chart = (SoulsChart) GPOINTER_TO_INT (data);
  gboolean compares = chart == SOULS_CHART_TIMELINE || chart == SOULS_CHART_WITH_WITHOUT;
  g_autoptr (SoulsScene) scene = souls_scene_new ();
  const int bases[] = { stage_first_year (), stage_last_year () - 3, stage_last_year () };

  for (guint b = 0; compares && b < G_N_ELEMENTS (bases); b++)
    for (int n = 1; n <= SOULS_MAX_OTHERS; n++)
      for (int mood = 0; mood < N_MOODS; mood++)
        {
          const int years[] = { bases[b] - 1, bases[b] + 1 + mood, bases[b] + 10 };

          stage_set (&stage, bases[b], 10, (SoulsRung) mood, (Mood) mood, MAX (years[n % 3], stage_first_year ()));
          stage_compare (&stage, n);
          stage.input.words = mood == 1 ? stage_long_words () : mood == 2 ? stage_rtl_words () : souls_words_plain ();
          check_sizes (scene, chart);
        }
  stage_set (&stage, stage_last_year (), 10, SOULS_RUNG_ARITHMETIC, MOOD_CLOUDY, stage_last_year () + 5);
  stage_compare (&stage, SOULS_MAX_OTHERS);
  lay_out (scene, chart, &(Size) { 600, 450 });
  for (int i = 0; i < SOULS_MAX_OTHERS; i++)
    if (stage.others[i].results->base_year == stage_last_year ())
      g_assert_true (names_scenario (scene, stage.others[i].title) == compares);
}

/* Every year of one base year, and the shortest and longest horizon. */
static void
test_years (gconstpointer data)
{
  SoulsChart chart = (SoulsChart) GPOINTER_TO_INT (data);
  g_autoptr (SoulsScene) scene = souls_scene_new ();
  static const int horizons[] = { 1, 20 };

  for (guint i = 0; i < G_N_ELEMENTS (horizons); i++)
    for (int year = stage_first_year (); year <= stage_last_year () + horizons[i]; year++)
      {
        stage_set (&stage, stage_last_year (), horizons[i], SOULS_RUNG_STRANDED, MOOD_CLOUDY, year);
        check_sizes (scene, chart);
        stage_set (&stage, stage_first_year (), horizons[i], SOULS_RUNG_STRANDED, MOOD_CLOUDY,
                   MIN (year, stage_first_year () + horizons[i]));
        check_sizes (scene, chart);
      }
}

/* Long words, as translations have them. */
static void
test_long_words (gconstpointer data)
{
  SoulsChart chart = (SoulsChart) GPOINTER_TO_INT (data);
  g_autoptr (SoulsScene) scene = souls_scene_new ();

  for (int rung = 0; rung < SOULS_N_RUNGS; rung++)
    for (int mood = 0; mood < N_MOODS; mood++)
      {
        stage_set (&stage, stage_last_year (), 10, (SoulsRung) rung, (Mood) mood,
                   stage_last_year () + 4);
        stage.input.words = stage_long_words ();
        stage.input.title = "Ein ausgesprochen lang geratener Name eines Szenarios";
        check_sizes (scene, chart);
      }
}

/* An amount that ends in an ellipsis says something else than it is: it is whole or not there. */
static void
check_amounts (const SoulsScene *scene)
{
  for (guint i = 0; i < souls_scene_get_n_texts (scene); i++)
    {
      const char *text = souls_scene_get_text (scene, i);

      if ((g_str_has_prefix (text, "$") || g_str_has_prefix (text, "−$")) &&
          souls_scene_get_text_is_cut (scene, i))
        g_error ("%g x %g: \"%s\" is cut off", souls_scene_get_width (scene), souls_scene_get_height (scene), text);
    }
}

static void
test_long_amounts (gconstpointer data)
{
  SoulsChart chart = (SoulsChart) GPOINTER_TO_INT (data);
  g_autoptr (SoulsScene) scene = souls_scene_new ();

  for (int rung = 0; rung < SOULS_N_RUNGS; rung++)
    for (double width = 360.0; width <= 1200.0; width += 40.0)
      {
        Size size = { width, 480 };

        stage_set (&stage, stage_last_year (), 10, (SoulsRung) rung, MOOD_CLOUDY, stage_last_year () + 4);
        stage.input.words = stage_long_words ();
        lay_out (scene, chart, &size);
        check_amounts (scene);
      }
}

/* A year that is not among those drawn: no cursor, nothing outside. */
static void
test_year_outside (gconstpointer data)
{
  SoulsChart chart = (SoulsChart) GPOINTER_TO_INT (data);
  g_autoptr (SoulsScene) scene = souls_scene_new ();
  Size size = { 600, 450 };
  const int years[] = { stage_first_year () - 1, stage_last_year () + 11 };

  for (guint i = 0; i < G_N_ELEMENTS (years); i++)
    {
      stage_set (&stage, stage_last_year (), 10, SOULS_RUNG_ONE_TIME, MOOD_CLOUDY, years[i]);
      lay_out (scene, chart, &size);
      check_words (scene, chart, &size);
      check_texts (scene, chart, &size);
      check_marks (scene, chart, &size);
      check_range (scene, chart, &size);
    }
}

/* Years without a result are left out; nothing breaks. */
static void
test_no_result (gconstpointer data)
{
  SoulsChart chart = (SoulsChart) GPOINTER_TO_INT (data);
  g_autoptr (SoulsScene) scene = souls_scene_new ();
  Size size = { 600, 450 };

  stage_set (&stage, stage_last_year (), 10, SOULS_RUNG_ONE_TIME, MOOD_CLOUDY,
             stage_last_year () + 4);
  for (int i = 0; i < SOULS_N_SERIES; i++)
    for (int t = 3; t < 6; t++)
      stage.results.value[i][t] = t == 4 ? NAN : INFINITY;
  lay_out (scene, chart, &size);
  check_words (scene, chart, &size);
  check_texts (scene, chart, &size);
  check_marks (scene, chart, &size);
  check_range (scene, chart, &size);
  g_assert_nonnull (souls_scene_get_finding (scene));

  /* Nothing sold, nothing earned. */
  memset (stage.results.value, 0, sizeof stage.results.value);
  lay_out (scene, chart, &size);
  check_words (scene, chart, &size);
  check_texts (scene, chart, &size);
  check_range (scene, chart, &size);
}

static void
test_mirror (gconstpointer data)
{
  SoulsChart chart = (SoulsChart) GPOINTER_TO_INT (data);
  g_autoptr (SoulsScene) left = souls_scene_new ();
  g_autoptr (SoulsScene) right = souls_scene_new ();

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      stage_set (&stage, stage_last_year (), 10, SOULS_RUNG_DISSYNERGIES, MOOD_STORES_LOSE,
                 stage_last_year () + 4);
      lay_out (left, chart, &sizes[i]);
      stage.input.words = stage_rtl_words ();
      check_all (right, chart, &sizes[i]);
      g_assert_cmpuint (souls_scene_get_n_targets (left), ==, souls_scene_get_n_targets (right));
      for (guint j = 0; j < souls_scene_get_n_targets (left); j++)
        {
          const SoulsTarget *a = souls_scene_get_target (left, j);
          const SoulsTarget *b = souls_scene_get_target (right, j);

          g_assert_cmpuint (a->key, ==, b->key);
          g_assert_cmpfloat_with_epsilon (b->box.x, sizes[i].width - a->box.x - a->box.width, 1.0);
          g_assert_cmpfloat_with_epsilon (b->box.y, a->box.y, 1.0);
          g_assert_cmpfloat_with_epsilon (b->box.width, a->box.width, 1.0);
        }
    }
}

/* A held axis is drawn on, but the axis of the chart's own choice is still told; one from another
 * chart is not used. */
static void
test_held_axis (gconstpointer data)
{
  SoulsChart chart = (SoulsChart) GPOINTER_TO_INT (data);
  g_autoptr (SoulsScene) scene = souls_scene_new ();
  SoulsChartFrame frame = { .width = 600, .height = 450, .with_finding = TRUE };
  g_autofree char *own = NULL;
  g_autofree char *same = NULL;
  g_autofree char *wider = NULL;
  SoulsRange range, held;

  stage_set (&stage, stage_last_year (), 10, SOULS_RUNG_ARITHMETIC, MOOD_CLOUDY,
             stage_last_year () + 4);
  stage_prepare (&stage, chart);
  souls_chart_layout (chart, &stage.input, &frame, scene);
  range = souls_scene_get_range (scene);
  own = souls_scene_dump (scene);

  held = range;
  frame.range = &held;
  souls_chart_layout (chart, &stage.input, &frame, scene);
  same = souls_scene_dump (scene);
  g_assert_cmpstr (own, ==, same);

  held.max *= 2.0;
  souls_chart_layout (chart, &stage.input, &frame, scene);
  wider = souls_scene_dump (scene);
  g_assert_cmpstr (own, !=, wider);
  g_assert_cmpfloat (souls_scene_get_range (scene).max, ==, range.max);

  /* Too short: marks end at the plot's edge. */
  held.max = range.max / 8.0;
  souls_chart_layout (chart, &stage.input, &frame, scene);
  check_marks (scene, chart, &(Size) { 600, 450 });
  check_texts (scene, chart, &(Size) { 600, 450 });

  held = (SoulsRange) { NAN, NAN };
  souls_chart_layout (chart, &stage.input, &frame, scene);
  g_clear_pointer (&same, g_free);
  same = souls_scene_dump (scene);
  g_assert_cmpstr (own, ==, same);
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

/* Keys hang on what a mark is, not on its value: the keyboard cursor stays while a slider moves. A
 * chart of what was moved has other marks when something else is. */
static void
test_stable_keys (gconstpointer data)
{
  SoulsChart chart = (SoulsChart) GPOINTER_TO_INT (data);
  g_autoptr (SoulsScene) before = souls_scene_new ();
  g_autoptr (SoulsScene) after = souls_scene_new ();
  gboolean same_marks = chart != SOULS_CHART_BRIDGE || stage.view == 0;
  Size size = { 600, 450 };

  stage_set (&stage, stage_last_year (), 10, SOULS_RUNG_ARITHMETIC, MOOD_CLOUDY,
             stage_last_year () + 4);
  lay_out (before, chart, &size);
  stage_set (&stage, stage_last_year (), 10, SOULS_RUNG_ARITHMETIC, MOOD_STORES_LOSE,
             stage_last_year () + 4);
  lay_out (after, chart, &size);
  if (same_marks)
    g_assert_cmpuint (souls_scene_get_n_targets (before), ==, souls_scene_get_n_targets (after));
  for (guint i = 0; i < souls_scene_get_n_targets (after); i++)
    {
      const SoulsTarget *target = souls_scene_get_target (after, i);
      const SoulsTarget *same = find_key (before, target->key);

      g_assert_true (same || !same_marks);
      if (same)
        g_assert_cmpstr (same->name, ==, target->name);
    }
}

static void
test_registry (void)
{
  SoulsChart found;

  for (int i = 0; i < SOULS_N_CHARTS; i++)
    {
      SoulsChart chart = (SoulsChart) i;

      g_assert_true (souls_chart_from_id (souls_chart_id (chart), &found));
      g_assert_cmpint (found, ==, chart);
      g_assert_cmpint (strlen (souls_chart_name (chart)), >, 0);
      g_assert_cmpint (strlen (souls_chart_summary (chart)), >, strlen (souls_chart_name (chart)));
      g_assert_true (g_str_has_suffix (souls_chart_icon_name (chart), "-symbolic"));
    }
  g_assert_false (souls_chart_from_id ("no-such-chart", &found));
  g_assert_false (souls_chart_from_id (NULL, &found));
}

static void
test_font (void)
{
  if (!stage_has_font ())
    g_test_skip ("the font Cantarell is not installed: layouts are not tested");
}

/*
 * Subject:
 *
 * One view of a chart, and what is asked of it.
 */
typedef struct
{
  SoulsChart chart;
  int view;
  GTestDataFunc test;
} Subject;

static void
test_subject (gconstpointer data)
{
  const Subject *subject = data;

  stage.view = subject->view;
  subject->test (GINT_TO_POINTER (subject->chart));
}

/* Each view is tested as the chart is. */
static void
add_test (const char    *name,
          SoulsChart     chart,
          GTestDataFunc  test)
{
  for (int view = 0; view < souls_chart_n_views (chart); view++)
    {
      const char *id = souls_chart_view_id (chart, view);
      g_autofree char *path = g_strdup_printf ("/charts/%s%s%s/%s", souls_chart_id (chart),
                                               id ? "/" : "", id ? id : "", name);
      Subject *subject = g_new (Subject, 1);

      *subject = (Subject) { chart, view, test };
      g_test_add_data_func_full (path, subject, test_subject, g_free);
    }
}

int
main (int    argc,
      char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  stage_open (g_getenv ("SOULS_TEST_DATA"));
  g_test_add_func ("/charts/registry/walk", test_registry);
  g_test_add_func ("/charts/registry/font", test_font);
  for (int i = 0; i < SOULS_N_CHARTS && stage_has_font (); i++)
    {
      add_test ("walk", (SoulsChart) i, test_walk);
      add_test ("presets", (SoulsChart) i, test_presets);
      add_test ("others", (SoulsChart) i, test_others);
      add_test ("years", (SoulsChart) i, test_years);
      add_test ("long-words", (SoulsChart) i, test_long_words);
      add_test ("long-amounts", (SoulsChart) i, test_long_amounts);
      add_test ("year-outside", (SoulsChart) i, test_year_outside);
      add_test ("no-result", (SoulsChart) i, test_no_result);
      add_test ("mirror", (SoulsChart) i, test_mirror);
      add_test ("held-axis", (SoulsChart) i, test_held_axis);
      add_test ("stable-keys", (SoulsChart) i, test_stable_keys);
    }
  status = g_test_run ();
  stage_close ();
  return status;
}
