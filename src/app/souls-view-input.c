/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "souls-config.h"

#include "souls-view-input.h"

/**
 * souls_view_input_fill:
 * @self: (out caller-allocates)
 * @chart: what the input is for: what it does not need is not computed
 * @words: the reader's language
 *
 * Gathers what a chart may know of a session; valid until the session changes.
 */
void
souls_view_input_fill (SoulsViewInput   *self,
                       SoulsSession     *session,
                       SoulsChart        chart,
                       const SoulsWords *words)
{
  const int n_moves = souls_session_get_moves (session, self->moves);

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
    .simulation = (souls_chart_needs (chart) & SOULS_CHART_NEEDS_SIMULATION) != 0
                    ? souls_session_get_simulation (session) : NULL,
    .map_drivers = SOULS_MAP_DRIVERS_DEFAULT,
    .title = souls_session_get_title (session),
    .words = words,
  };
}

/**
 * souls_view_foot:
 *
 * Returns: (transfer full): the sources of a session's base year, in one line
 */
char *
souls_view_foot (SoulsSession     *session,
                 const SoulsWords *words)
{
  const int year = souls_session_get_base_year (session);

  return souls_chart_foot (words, year, souls_data_set_year_is_second_hand (souls_session_get_data (session), year));
}
