/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "souls-config.h"

#include "souls-cli-question.h"

#include <glib/gi18n.h>
#include <math.h>

#include "souls-chart-driver.h"
#include "souls-cli-words.h"

void
souls_cli_question_clear (SoulsCliQuestion *self)
{
  g_clear_pointer (&self->metric, g_free);
  g_clear_pointer (&self->year, g_free);
}

/**
 * souls_cli_question_load:
 * @scenario: (out caller-allocates): a scenario, zeroed
 * @options: what is left of them is a file, a preset, a code or nothing
 * @error: what is wrong with scenario, metric or year
 *
 * Returns: whether the question can be asked
 */
gboolean
souls_cli_question_load (SoulsCliQuestion      *self,
                         SoulsCliScenario      *scenario,
                         const SoulsCliOptions *options,
                         GError               **error)
{
  SoulsMetric metric = SOULS_METRIC_WITHOUT_AWS;
  int base, year;

  if (!souls_cli_check_rest (options, 0, 1, error) ||
      (self->metric != NULL && !souls_cli_find_metric (self->metric, &metric, error)) ||
      !souls_cli_scenario_load (scenario, options->rest != NULL ? options->rest[0] : NULL, options, error))
    return FALSE;
  base = scenario->calibration->year;
  year = base + scenario->scenario->settings.horizon;
  if (self->year != NULL && !souls_cli_parse_whole ("year", self->year, base, year, &year, error))
    return FALSE;
  self->question = (SoulsQuestion) { scenario->calibration, &scenario->scenario->settings, &scenario->drivers, metric,
                                     year - base };
  return TRUE;
}

int
souls_cli_question_year (const SoulsCliQuestion *self)
{
  return self->question.calibration->year + self->question.t;
}

/**
 * souls_cli_find_driver:
 * @option: whose value @id is, for the message
 *
 * Returns: whether there is a driver of that id
 */
gboolean
souls_cli_find_driver (const char  *option,
                       const char  *id,
                       SoulsDriver *driver,
                       GError     **error)
{
  const SoulsJsonPlace place = { NULL, option, -1 };

  return souls_scenario_find_driver (&place, id, driver, error);
}

void
souls_cli_add_driver (SoulsTable  *table,
                      SoulsDriver  driver,
                      double       value)
{
  g_autofree char *shown = souls_driver_in_words (souls_cli_words (), driver, value);

  souls_table_add_number (table, souls_scenario_shown (driver, value), shown);
}

void
souls_cli_add_metric (SoulsTable  *table,
                      SoulsMetric  metric,
                      double       value)
{
  g_autofree char *shown = souls_cli_show_value (souls_metric_info (metric)->unit, value);

  souls_table_add_number (table, value, shown);
}

void
souls_cli_set_number (JsonObject *object,
                      const char *member,
                      double      value)
{
  if (isfinite (value))
    json_object_set_double_member (object, member, value);
  else
    json_object_set_null_member (object, member);
}
