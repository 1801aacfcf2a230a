/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "souls-config.h"

#include "souls-cli-others.h"

#include <string.h>

/**
 * souls_cli_others_clear:
 * @self: others
 */
void
souls_cli_others_clear (SoulsCliOthers *self)
{
  for (int i = 0; i < self->n; i++)
    {
      souls_cli_scenario_clear (self->scenario[i]);
      g_free (self->scenario[i]);
      g_free (self->title[i]);
    }
  self->n = 0;
}

/**
 * souls_cli_title:
 * @scenario: a scenario
 * @name: what it was called by on the command line
 *
 * Returns: (transfer full): its own title, or the name without folder and ending
 */
char *
souls_cli_title (const SoulsScenario *scenario,
                 const char          *name)
{
  const char *title = scenario->text[SOULS_SCENARIO_TITLE];
  char *base;

  if (title != NULL && *title != '\0')
    return g_strdup (title);
  base = g_filename_display_basename (name);
  if (g_str_has_suffix (base, ".souls") && strlen (base) > strlen (".souls"))
    base[strlen (base) - strlen (".souls")] = '\0';
  return base;
}

/**
 * souls_cli_others_load:
 * @self: (out caller-allocates): others, zeroed
 * @data: the reported figures and beliefs
 * @names: (nullable) (array zero-terminated=1): files, presets or codes
 * @error: what is wrong with one of them, or that there are too many
 *
 * Returns: whether all could be computed
 */
gboolean
souls_cli_others_load (SoulsCliOthers    *self,
                       SoulsDataSet      *data,
                       const char *const *names,
                       GError           **error)
{
  for (; names != NULL && *names != NULL; names++)
    {
      SoulsCliScenario *scenario;

      if (self->n == SOULS_MAX_OTHERS)
        {
          souls_json_complain (NULL, error, SOULS_SCENARIO_ERROR_VALUE,
                               "--with: expected at most %d scenarios to compare with", SOULS_MAX_OTHERS);
          return FALSE;
        }
      scenario = self->scenario[self->n] = g_new0 (SoulsCliScenario, 1);
      self->n++;
      scenario->data = souls_data_set_ref (data);
      scenario->scenario = souls_cli_read_scenario (*names, data, error);
      if (scenario->scenario == NULL || !souls_cli_scenario_compute (scenario, error))
        return FALSE;
      self->title[self->n - 1] = souls_cli_title (scenario->scenario, *names);
      self->other[self->n - 1] = (SoulsChartOther) { self->title[self->n - 1], &scenario->results,
                                                         scenario->scenario->settings.rung };
    }
  return TRUE;
}
