/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "fixture.h"

#include <math.h>

static Stage stage;

static const struct
{
  SoulsChart chart;
  int view;
} charts[] = {
  { SOULS_CHART_WITH_WITHOUT, 0 },
  { SOULS_CHART_TIMELINE, 0 },
  { SOULS_CHART_TIMELINE, 1 },
  { SOULS_CHART_BREAK_EVEN_MAP, 0 },
};

static double
get_x (const SoulsHandle *handle)
{
  return handle->box.x + handle->box.width / 2.0;
}

static double
get_y (const SoulsHandle *handle)
{
  return handle->box.y + handle->box.height / 2.0;
}

/* What stands at the middle of a handle is what the handle moves. */
static void
check_handle (const SoulsScene  *scene,
              const SoulsHandle *handle)
{
  const SoulsChartInput *input = &stage.input;
  int target = -1;

  for (guint i = 0; i < souls_scene_get_n_targets (scene); i++)
    if (souls_scene_get_target (scene, i)->key == handle->key)
      target = (int) i;
  g_assert_cmpint (target, >=, 0);
  if (handle->metric < 0)
    {
      const double value[2] = { souls_axis_map_value (&handle->x, get_x (handle)),
                                souls_axis_map_value (&handle->y, get_y (handle)) };

      for (int i = 0; i < 2; i++)
        {
          const SoulsDriver driver = input->map_drivers[i];
          const double range = input->calibration->max[driver] - input->calibration->min[driver];

          g_assert_cmpfloat_with_epsilon (value[i], input->drivers->target[driver], 1e-9 * range);
        }
      return;
    }
  g_assert_cmpint (handle->metric, ==, SOULS_METRIC_WITHOUT_AWS);
  g_assert_cmpint (handle->year, >, input->results->base_year);
  g_assert_false (souls_axis_map_moves (&handle->x));
  g_assert_cmpfloat_with_epsilon (souls_axis_map_value (&handle->y, get_y (handle)),
                                  souls_chart_input_value (input, SOULS_METRIC_WITHOUT_AWS, handle->year),
                                  1e-9 * fabs (handle->y.value1 - handle->y.value0));
}

/* How many there are to be: what was reported cannot be moved. */
static guint
count_wanted (SoulsChart chart)
{
  const SoulsChartInput *input = &stage.input;

  if (chart == SOULS_CHART_BREAK_EVEN_MAP)
    return 1;
  if (chart == SOULS_CHART_TIMELINE)
    return (guint) input->settings->horizon;
  return input->year > input->results->base_year && input->year <= input->results->base_year + input->settings->horizon;
}

static guint
check_charts (SoulsScene *scene)
{
  static const double widths[] = { 360, 900 };
  guint n = 0;

  for (guint i = 0; i < G_N_ELEMENTS (charts); i++)
    for (guint j = 0; j < G_N_ELEMENTS (widths); j++)
      {
        const SoulsChartFrame frame = { .width = widths[j], .height = 480, .with_finding = TRUE };

        stage.view = stage.input.view = charts[i].view;
        stage_prepare (&stage, charts[i].chart);
        souls_chart_layout (charts[i].chart, &stage.input, &frame, scene);
        g_assert_cmpuint (souls_scene_get_n_handles (scene), ==, count_wanted (charts[i].chart));
        for (guint k = 0; k < souls_scene_get_n_handles (scene); k++)
          check_handle (scene, souls_scene_get_handle (scene, k));
        n += souls_scene_get_n_handles (scene);
      }
  return n;
}

/* Every scenario that ships, alone and beside others, from either side. */
static void
test_presets (void)
{
  g_autoptr (GPtrArray) presets = stage_presets ();
  g_autoptr (SoulsScene) scene = souls_scene_new ();
  guint n = 0;

  for (guint i = 0; i < presets->len; i++)
    for (int others = 0; others <= 2; others += 2)
      for (int rtl = 0; rtl < 2; rtl++)
        {
          const SoulsScenario *scenario = g_ptr_array_index (presets, i);

          stage_load (&stage, scenario, 2030);
          if (others > 0)
            stage_compare (&stage, others);
          if (rtl)
            stage.input.words = stage_rtl_words ();
          n += check_charts (scene);
        }
  g_test_message ("%u handles of %u presets", n, presets->len);
  g_assert_cmpuint (n, >, presets->len * 4 * 2 * 3);
}

/* In a reported year, only the line's years to come and the map's point. */
static void
test_reported (void)
{
  g_autoptr (SoulsScene) scene = souls_scene_new ();

  for (int rung = 0; rung < SOULS_N_RUNGS; rung++)
    {
      stage_set (&stage, 2022, 8, (SoulsRung) rung, MOOD_STORES_LOSE, 2022);
      check_charts (scene);
      stage_set (&stage, 2022, 8, (SoulsRung) rung, MOOD_STORES_LOSE, 2025);
      check_charts (scene);
    }
}

int
main (int    argc,
      char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  stage_open (g_getenv ("SOULS_TEST_DATA"));
  g_test_add_func ("/charts/hands/presets", test_presets);
  g_test_add_func ("/charts/hands/reported", test_reported);
  status = g_test_run ();
  stage_close ();
  return status;
}
