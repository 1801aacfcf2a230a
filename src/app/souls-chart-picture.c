/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "souls-config.h"

#include "souls-chart-view.h"

/* What a picture shows can be opened from it again; the base year is named, as "the last" would be
 * another one with later data. */
static void
attach_scenario (SoulsSession *session, SoulsScene *scene)
{
  g_autoptr (SoulsScenario) scenario = souls_scenario_copy (souls_session_get_scenario (session));
  g_autofree char *text = NULL;

  scenario->base_year = souls_session_get_calibration (session)->year;
  text = souls_scenario_to_text (scenario, NULL);
  souls_scene_set_attachment (scene, SOULS_SCENARIO_FORMAT, text);
}

/**
 * souls_chart_view_make_picture:
 * @words: the reader's language, which need not be the program's
 * @width: px
 * @height: px
 *
 * Lays the chart out once more as it leaves the program: with its sources at the foot, and the
 * scenario as what its files carry.
 *
 * Returns: (transfer full) (nullable): a scene; %NULL without a session
 */
SoulsScene *
souls_chart_view_make_picture (SoulsChartView *self, const SoulsWords *words, double width, double height)
{
  SoulsSession *session;
  SoulsScene *scene;
  SoulsViewInput view;
  SoulsChartFrame frame = { .width = width, .height = height, .with_finding = TRUE };
  g_autofree char *foot = NULL;

  g_return_val_if_fail (SOULS_IS_CHART_VIEW (self), NULL);

  session = souls_chart_view_get_session (self);
  if (session == NULL)
    return NULL;
  foot = souls_view_foot (session, words);
  souls_chart_view_fill_input (self, &view, words);
  frame.foot = foot;
  scene = souls_scene_new ();
  souls_chart_layout (souls_chart_view_get_chart (self), &view.input, &frame, scene);
  attach_scenario (session, scene);
  return scene;
}
