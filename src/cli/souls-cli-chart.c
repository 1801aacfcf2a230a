/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "souls-config.h"

#include "souls-cli-chart.h"

#include "souls-cli-words.h"
#include "souls-share.h"
#include "souls-text.h"

/**
 * souls_cli_find_chart:
 * @error: names the nearest
 *
 * Returns: whether there is a chart of that id
 */
gboolean
souls_cli_find_chart (const char *id,
                      SoulsChart *chart,
                      GError    **error)
{
  const char *ids[SOULS_N_CHARTS + 1] = { NULL };

  if (souls_chart_from_id (id, chart))
    return TRUE;
  for (int i = 0; i < SOULS_N_CHARTS; i++)
    ids[i] = souls_chart_id ((SoulsChart) i);
  souls_cli_complain_unknown ("chart", id, ids, error);
  return FALSE;
}

/**
 * souls_cli_find_view:
 * @id: (nullable): as written
 * @error: names those that there are
 *
 * Returns: whether the chart can be looked at so
 */
gboolean
souls_cli_find_view (SoulsChart  chart,
                     const char *id,
                     int        *view,
                     GError    **error)
{
  g_autoptr (GString) ids = g_string_new (NULL);
  g_autofree char *quote = NULL;
  int n = souls_chart_n_views (chart);

  *view = 0;
  for (int i = 0; id != NULL && n > 1 && i < n; i++)
    {
      *view = i;
      if (g_str_equal (id, souls_chart_view_id (chart, i)))
        return TRUE;
      g_string_append_printf (ids, "%s%s", i > 0 ? ", " : "", souls_chart_view_id (chart, i));
    }
  if (id == NULL)
    return TRUE;
  quote = souls_text_quote (id);
  if (n > 1)
    souls_json_complain (NULL, error, SOULS_SCENARIO_ERROR_VALUE,
                         "--view: expected one of %s for the chart %s, found %s", ids->str,
                         souls_chart_id (chart), quote);
  else
    souls_json_complain (NULL, error, SOULS_SCENARIO_ERROR_VALUE,
                         "--view: the chart %s has one view: expected none, found %s",
                         souls_chart_id (chart), quote);
  return FALSE;
}

/**
 * souls_cli_find_theme:
 * @id: (nullable): as written
 * @error: names those that there are
 *
 * Returns: whether there is a theme of that id
 */
gboolean
souls_cli_find_theme (const char        *id,
                      const SoulsTheme **theme,
                      GError           **error)
{
  g_autoptr (GString) ids = g_string_new (NULL);
  g_autofree char *quote = NULL;
  SoulsThemeId found = SOULS_THEME_LIGHT;

  if (id == NULL || souls_theme_from_id (id, &found))
    {
      *theme = souls_theme_get (found);
      return TRUE;
    }
  for (int i = 0; i < SOULS_N_THEMES; i++)
    g_string_append_printf (ids, "%s%s", i > 0 ? ", " : "",
                            souls_theme_get ((SoulsThemeId) i)->id);
  quote = souls_text_quote (id);
  souls_json_complain (NULL, error, SOULS_SCENARIO_ERROR_VALUE,
                       "--theme: expected one of %s, found %s", ids->str, quote);
  return FALSE;
}

/**
 * souls_cli_find_year:
 * @text: (nullable): as written
 *
 * Without a year: the end of a scenario that moves something, else what was reported last.
 *
 * Returns: whether a chart of the scenario can look at that year
 */
gboolean
souls_cli_find_year (const SoulsCliScenario *scenario,
                     const char             *text,
                     int                    *year,
                     GError                **error)
{
  int last = scenario->calibration->year + scenario->scenario->settings.horizon;

  *year = scenario->n_moves > 0 ? last : scenario->calibration->year;
  return text == NULL ||
         souls_cli_parse_whole ("year", text, souls_data_set_get_first_year (scenario->data), last,
                                year, error);
}

/**
 * souls_cli_chart_foot:
 *
 * Returns: (transfer full): the line of sources
 */
char *
souls_cli_chart_foot (const SoulsCliScenario *scenario)
{
  const int year = scenario->calibration->year;
  g_autofree char *code = souls_share_encode (scenario->scenario, scenario->data);
  const SoulsChartFoot foot = { .year = year,
                                .second_hand = souls_data_set_year_is_second_hand (scenario->data, year),
                                .title = scenario->scenario->text[SOULS_SCENARIO_TITLE],
                                .code = code,
                                .version = SOULS_VERSION };

  return souls_chart_foot (souls_cli_words (), &foot);
}
