/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "souls-config.h"

#include <glib/gi18n.h>

#include "souls-cli-question.h"
#include "souls-sensitivity.h"

static void
add_swing (SoulsTable       *table,
           SoulsMetric       metric,
           const SoulsSwing *swing)
{
  souls_table_add_text (table, souls_driver_info (swing->driver)->id, NULL);
  souls_cli_add_driver (table, swing->driver, swing->low);
  souls_cli_add_driver (table, swing->driver, swing->high);
  souls_cli_add_metric (table, metric, swing->at_low);
  souls_cli_add_metric (table, metric, swing->at_high);
}

/**
 * souls_cli_run_sensitivity:
 *
 * Moves each driver alone across its plausible band, the one that matters most first.
 */
SoulsExit
souls_cli_run_sensitivity (int      argc,
                           char   **argv,
                           GString *output,
                           GError **error)
{
  g_auto (SoulsCliOptions) options = { 0 };
  g_auto (SoulsCliScenario) scenario = { 0 };
  g_auto (SoulsCliQuestion) question = { 0 };
  g_autoptr (SoulsTable) table = souls_table_new ();
  g_autofree char *text = NULL;
  SoulsSwing swings[SOULS_N_DRIVERS];
  const GOptionEntry entries[] = { SOULS_CLI_QUESTION_OPTIONS (&question), { NULL } };

  if (!souls_cli_options_parse (&options, SOULS_CLI_TAKES_SCENARIO | SOULS_CLI_TAKES_REST, entries, argc, argv, error) ||
      !souls_cli_question_load (&question, &scenario, &options, error))
    return SOULS_EXIT_BAD;
  souls_sensitivity_compute (&question.question, scenario.bands, swings);
  souls_table_add_column (table, "driver", _("Driver"));
  souls_table_add_column (table, "low", _("Low"));
  souls_table_add_column (table, "high", _("High"));
  souls_table_add_column (table, "at_low", _("At low"));
  souls_table_add_column (table, "at_high", _("At high"));
  for (int i = 0; i < SOULS_N_DRIVERS; i++)
    add_swing (table, question.question.metric, &swings[i]);
  text = souls_table_write (table, options.format);
  g_string_append (output, text);
  return SOULS_EXIT_YES;
}
