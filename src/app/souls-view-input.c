/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "souls-config.h"

#include "souls-view-input.h"

#include "souls-share.h"

G_STATIC_ASSERT (SOULS_MAX_SNAPSHOTS <= SOULS_MAX_OTHERS);

static int
fill_others (SoulsViewInput *self,
             SoulsSession   *session)
{
  SoulsComparison *comparison = souls_session_get_comparison (session);
  const guint n = souls_comparison_get_n (comparison);

  for (guint i = 0; i < n; i++)
    {
      const SoulsSnapshot *snapshot = souls_comparison_get (comparison, i);

      self->others[i] = (SoulsChartOther) { snapshot->title, &snapshot->results, snapshot->scenario->settings.rung };
    }
  return (int) n;
}

/**
 * souls_view_input_fill:
 * @self: (out caller-allocates)
 * @chart: what the input is for: what it does not need is not computed
 * @view: which of its views
 * @words: the reader's language
 *
 * Gathers what a chart may know of a session; valid until the session changes.
 */
void
souls_view_input_fill (SoulsViewInput   *self,
                       SoulsSession     *session,
                       SoulsChart        chart,
                       int               view,
                       const SoulsWords *words)
{
  const int n_moves = souls_session_get_moves (session, self->moves);
  const SoulsSimulation *simulation = NULL;

  if ((souls_chart_needs (chart, view) & SOULS_CHART_NEEDS_SIMULATION) != 0)
    simulation = souls_session_get_simulation (session);
  self->input = (SoulsChartInput) {
    .results = souls_session_get_results (session),
    .baseline = souls_session_get_baseline (session),
    .history = souls_session_get_history (session),
    .settings = souls_session_get_settings (session),
    .drivers = souls_session_get_drivers (session),
    .calibration = souls_session_get_calibration (session),
    .calibrations = souls_data_set_get_calibrations (souls_session_get_data (session), NULL),
    .year = souls_session_get_year (session),
    .moved = n_moves > 0,
    .moves = self->moves,
    .n_moves = n_moves,
    .bands = souls_session_get_bands (session),
    .simulation = simulation,
    .moving = simulation != NULL && souls_simulation_get_worlds (simulation) < SOULS_WORLDS_AT_REST,
    .map_drivers = SOULS_MAP_DRIVERS_DEFAULT,
    .view = view,
    .others = self->others,
    .n_others = fill_others (self, session),
    .title = souls_session_get_title (session),
    .words = words,
  };
}

/**
 * souls_view_foot:
 *
 * Returns: (transfer full): where a chart of the session comes from and what brings its scenario back
 */
char *
souls_view_foot (SoulsSession     *session,
                 const SoulsWords *words)
{
  SoulsDataSet *data = souls_session_get_data (session);
  const int year = souls_session_get_base_year (session);
  g_autofree char *code = souls_share_encode (souls_session_get_scenario (session), data);
  const SoulsChartFoot foot = { .year = year,
                                .second_hand = souls_data_set_year_is_second_hand (data, year),
                                .title = souls_session_get_title (session),
                                .code = code,
                                .version = SOULS_VERSION };

  return souls_chart_foot (words, &foot);
}
