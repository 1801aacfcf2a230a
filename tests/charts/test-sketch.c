/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "fixture.h"
#include "souls-chart-sketch.h"

#include <math.h>
#include <string.h>

#define N_YEARS 12
#define MOST_VOTES 600

/* A rounding error of a px is no fault. */
#define SLACK 0.5

static const struct
{
  double width;
  double height;
} sizes[] = { { 320, 240 }, { 360, 300 }, { 800, 500 }, { 1920, 1080 }, { 3840, 2160 } };

static const double truth[N_YEARS] = { -482, 726, 1078, -203, 5125, 5340, 9369, 6348, -10593, 12221, 28777, 34400 };
static const char *const options[] = {
  "International lost and North America earned",
  "Both lost money, and the loss of North America was the larger one of the two by far, as the costs of delivery rose",
  "Both earned",
  "Neither",
};
static const gboolean right[] = { FALSE, TRUE, FALSE, FALSE };

static double points[N_YEARS];
static double votes[MOST_VOTES * N_YEARS];
static int choices[MOST_VOTES];

static SoulsSketch
make_sketch (SoulsSketchKind kind)
{
  return (SoulsSketch) {
    .kind = kind, .question = "How much was left without AWS?", .words = souls_words_plain (),
    .like = souls_quantity_new (SOULS_QUANTITY_MONEY, 0.0), .low = -20000.0, .high = 60000.0,
    .metric = SOULS_METRIC_WITHOUT_AWS, .from = 2014, .to = 2014 + N_YEARS - 1, .shown = 2016,
    .truth = kind == SOULS_SKETCH_NUMBERS ? &truth[8] : truth, .options = options, .right = right,
    .n_options = G_N_ELEMENTS (options),
  };
}

/* A line of so many years from fiscal 2017 on, and a class of which some agree. */
static void
draw (int n)
{
  for (int i = 0; i < N_YEARS; i++)
    points[i] = i >= 3 && i < 3 + n ? (i - 2) * 2500.0 : NAN;
}

static void
vote (void)
{
  for (int i = 0; i < MOST_VOTES; i++)
    {
      choices[i] = i % 7 % 4;
      for (int k = 0; k < N_YEARS; k++)
        votes[i * N_YEARS + k] = (i * 37 % 71) * 1000.0 - 15000.0 + (i % 3 == 0 ? 0.0 : k * 100.0);
    }
}

static void
check_texts (const SoulsScene *scene,
             const char       *where)
{
  const SoulsBox whole = { 0.0, 0.0, souls_scene_get_width (scene), souls_scene_get_height (scene) };
  const guint n = souls_scene_get_n_texts (scene);

  for (guint i = 0; i < n; i++)
    {
      const SoulsBox box = souls_box_inset (souls_scene_get_text_box (scene, i), SLACK, SLACK);
      gboolean good = souls_box_holds (whole, box, 0.0);

      for (guint j = i + 1; j < n; j++)
        good = good && !souls_box_overlaps (box, souls_scene_get_text_box (scene, j));
      if (good && strstr (souls_scene_get_text (scene, i), "nan") == NULL)
        continue;
      g_test_message ("%s: %s", where, souls_scene_get_text (scene, i));
      g_test_fail ();
    }
}

static void
check_targets (const SoulsScene *scene,
               const char       *where)
{
  const SoulsBox whole = { 0.0, 0.0, souls_scene_get_width (scene), souls_scene_get_height (scene) };
  g_autoptr (GHashTable) keys = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < souls_scene_get_n_targets (scene); i++)
    {
      const SoulsTarget *target = souls_scene_get_target (scene, i);

      if (souls_box_holds (whole, target->box, SLACK) && *target->name != '\0' && *target->value != '\0' &&
          strchr (target->name, '$') == NULL && g_hash_table_add (keys, GUINT_TO_POINTER (target->key)))
        continue;
      g_test_message ("%s: target %s", where, target->name);
      g_test_fail ();
    }
}

static void
check_sizes (const SoulsSketch *sketch)
{
  g_autoptr (SoulsScene) scene = souls_scene_new ();

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      const SoulsChartFrame frame = { .width = sizes[i].width, .height = sizes[i].height, .with_finding = TRUE };
      g_autofree char *where = g_strdup_printf ("kind %d %gx%g votes %d progress %g", (int) sketch->kind,
                                                frame.width, frame.height, sketch->n_votes, sketch->progress);

      souls_sketch_layout (sketch, &frame, scene);
      check_texts (scene, where);
      check_targets (scene, where);
      g_assert_cmpstr (souls_scene_get_finding (scene), !=, "");
      g_assert_null (strstr (souls_scene_get_finding (scene), "$s"));
      g_assert_cmpstr (souls_scene_get_description (scene), !=, "");
    }
}

/* Every kind, with nothing, one and many answers, before, while and after it is revealed, both ways. */
static void
test_walk (void)
{
  static const int counts[] = { 0, 1, 2, 27, MOST_VOTES };
  static const double progress[] = { 0.0, 0.4, 1.0 };
  const SoulsWords *const words[] = { souls_words_plain (), stage_long_words (), stage_rtl_words () };

  vote ();
  for (int kind = SOULS_SKETCH_LINE; kind <= SOULS_SKETCH_OPTIONS; kind++)
    for (guint i = 0; i < G_N_ELEMENTS (counts); i++)
      for (guint j = 0; j < G_N_ELEMENTS (progress); j++)
        for (guint k = 0; k < G_N_ELEMENTS (words); k++)
          {
            SoulsSketch sketch = make_sketch (kind);

            draw (i == 1 ? 4 : 9);
            sketch.points = counts[i] == 0 || i == 1 ? points : NULL;
            sketch.n_votes = counts[i];
            sketch.votes = votes;
            sketch.choices = choices;
            sketch.progress = progress[j];
            sketch.words = words[k];
            check_sizes (&sketch);
          }
}

static void
lay_out (const SoulsSketch *sketch,
         SoulsScene        *scene)
{
  const SoulsChartFrame frame = { .width = 800.0, .height = 500.0, .with_finding = TRUE };

  souls_sketch_layout (sketch, &frame, scene);
}

/* What is drawn at a px lies there: the handles and the marks have one geometry, also mirrored. */
static void
test_round_trip (void)
{
  g_autoptr (SoulsScene) scene = souls_scene_new ();
  const SoulsWords *const words[] = { souls_words_plain (), stage_rtl_words () };

  draw (9);
  for (guint k = 0; k < G_N_ELEMENTS (words); k++)
    {
      SoulsSketch sketch = make_sketch (SOULS_SKETCH_LINE);

      sketch.points = points;
      sketch.words = words[k];
      lay_out (&sketch, scene);
      g_assert_cmpuint (souls_scene_get_n_handles (scene), ==, 9);
      for (guint i = 0; i < 9; i++)
        {
          const SoulsHandle *handle = souls_scene_get_handle (scene, i);
          const double px = souls_axis_map_px (&handle->y, points[handle->year - 2014]);
          int target = -1;

          g_assert_cmpint (handle->year, ==, 2017 + (int) i);
          g_assert_cmpfloat_with_epsilon (souls_axis_map_value (&handle->y, px), points[handle->year - 2014], 1e-6);
          for (guint n = 0; n < souls_scene_get_n_targets (scene); n++)
            if (souls_scene_get_target (scene, n)->key == handle->key)
              target = (int) n;
          g_assert_cmpint (target, >=, 0);
          g_assert_cmpfloat_with_epsilon (souls_scene_get_target (scene, (guint) target)->box.x, handle->box.x, 0.5);
          g_assert_true (souls_box_contains (souls_scene_get_target (scene, (guint) target)->box,
                                             handle->box.x + handle->box.width / 2.0, px));
        }
    }
}

/* What is revealed cannot be drawn any more. */
static void
test_hidden (void)
{
  g_autoptr (SoulsScene) scene = souls_scene_new ();
  SoulsSketch sketch = make_sketch (SOULS_SKETCH_LINE);
  g_autofree char *before = NULL, *after = NULL;

  draw (0);
  sketch.points = points;
  lay_out (&sketch, scene);
  before = souls_scene_to_csv (scene);
  /* Nothing of the hidden years leaks out, not even in words. */
  g_assert_nonnull (strstr (before, "Fiscal 2016, given"));
  g_assert_null (strstr (before, "as it was"));
  g_assert_null (strstr (before, "34.4"));
  g_assert_cmpstr (souls_scene_get_finding (scene), ==, "Draw the line from fiscal 2017 to fiscal 2025.");
  sketch.progress = 1.0;
  lay_out (&sketch, scene);
  after = souls_scene_to_csv (scene);
  g_assert_nonnull (strstr (after, "Fiscal 2025, as it was"));
  g_assert_cmpuint (souls_scene_get_n_handles (scene), ==, 0);
}

static void
check_finding (const SoulsSketch *sketch,
               const char        *expected)
{
  g_autoptr (SoulsScene) scene = souls_scene_new ();
  g_autofree char *said = NULL;
  g_auto (GStrv) parts = NULL;

  lay_out (sketch, scene);
  /* Numbers do not break. */
  parts = g_strsplit (souls_scene_get_finding (scene), "\u00a0", -1);
  said = g_strjoinv (" ", parts);
  g_clear_pointer (&parts, g_strfreev);
  parts = g_strsplit (said, "\u202f", -1);
  g_free (said);
  said = g_strjoinv (" ", parts);
  g_assert_cmpstr (said, ==, expected);
}

static void
test_findings (void)
{
  static const double numbers[] = { 5000, -4000, 12000, 3000, 0 };
  static const int two[] = { 0, 2 };
  SoulsSketch sketch = make_sketch (SOULS_SKETCH_LINE);

  sketch.points = points;
  draw (4);
  check_finding (&sketch, "4 of 9 years are drawn.");
  draw (9);
  check_finding (&sketch, "You draw $2.50 bn for fiscal 2017 and $22.5 bn for fiscal 2025.");
  sketch.progress = 1.0;
  check_finding (&sketch, "On average you were $7.04 bn off; fiscal 2022 surprised most: you drew +$15.0 bn, it was −$10.6 bn.");

  sketch = make_sketch (SOULS_SKETCH_NUMBERS);
  check_finding (&sketch, "No answers yet.");
  sketch.votes = numbers;
  sketch.n_votes = 1;
  check_finding (&sketch, "1 answer: $5.00 bn.");
  sketch.n_votes = G_N_ELEMENTS (numbers);
  check_finding (&sketch, "5 answers: half of them lie between $0 and $5.00 bn, the median is $3.00 bn.");
  sketch.progress = 1.0;
  check_finding (&sketch, "5 answers: half of them lie between $0 and $5.00 bn, the median is $3.00 bn. It is −$10.6 bn.");

  vote ();
  sketch = make_sketch (SOULS_SKETCH_OPTIONS);
  sketch.choices = choices;
  sketch.n_votes = 8;
  check_finding (&sketch, "8 answers, most of them (3) for “International lost and North America earned”.");
  sketch.progress = 1.0;
  check_finding (&sketch, "8 answers, most of them (3) for “International lost and North America earned”. 2 of 8 are right.");
  sketch.choices = two;
  sketch.n_votes = 2;
  sketch.right = NULL;
  check_finding (&sketch, "2 answers; no option is ahead of all others.");
}

/* Percent and days as they are entered, whatever the model counts in. */
static void
test_units (void)
{
  SoulsSketch sketch = make_sketch (SOULS_SKETCH_LINE);

  draw (9);
  for (int i = 0; i < N_YEARS; i++)
    points[i] = i + 20.0;
  sketch.points = points;
  sketch.low = 0.0;
  sketch.high = 50.0;
  sketch.truth = NULL;
  sketch.like = souls_quantity_new (SOULS_QUANTITY_PERCENT, 0.0);
  sketch.metric = SOULS_METRIC_MARGIN_AWS;
  check_finding (&sketch, "You draw 23.0 % for fiscal 2017 and 31.0 % for fiscal 2025.");
  check_sizes (&sketch);
  sketch.like = souls_quantity_new (SOULS_QUANTITY_DAYS, 0.0);
  sketch.metric = SOULS_METRIC_CASH_CYCLE;
  check_finding (&sketch, "You draw 23 days for fiscal 2017 and 31 days for fiscal 2025.");
  check_sizes (&sketch);
}

static void
test_steps (void)
{
  static const struct
  {
    double low, high, snap, key;
  } cases[] = {
    { 0, 100, 0.5, 2 }, { -15000, 90000, 500, 2000 }, { 0, 1000000, 5000, 20000 }, { -80, 20, 0.5, 2 }, { 20, -80, 0.5, 2 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_assert_cmpfloat_with_epsilon (souls_sketch_snap_step (cases[i].low, cases[i].high), cases[i].snap, 1e-9);
      g_assert_cmpfloat_with_epsilon (souls_sketch_key_step (cases[i].low, cases[i].high), cases[i].key, 1e-9);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/charts/sketch/findings", test_findings);
  g_test_add_func ("/charts/sketch/units", test_units);
  g_test_add_func ("/charts/sketch/steps", test_steps);
  g_test_add_func ("/charts/sketch/hidden", test_hidden);
  if (stage_has_font ())
    {
      g_test_add_func ("/charts/sketch/walk", test_walk);
      g_test_add_func ("/charts/sketch/round-trip", test_round_trip);
    }
  return g_test_run ();
}
