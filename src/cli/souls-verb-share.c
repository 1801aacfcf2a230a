/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "souls-config.h"

#include <glib/gi18n.h>

#include "souls-cli-options.h"
#include "souls-share.h"

static char *
write_code (const char       *code,
            SoulsTableFormat  format)
{
  g_autoptr (SoulsTable) table = souls_table_new ();

  if (format == SOULS_TABLE_TEXT)
    return g_strconcat (code, "\n", NULL);
  souls_table_add_column (table, "code", NULL);
  souls_table_add_text (table, code, NULL);
  return souls_table_write (table, format);
}

/**
 * souls_cli_run_share:
 *
 * Writes a scenario as a code to paste or to read aloud.
 */
SoulsExit
souls_cli_run_share (int      argc,
                     char   **argv,
                     GString *output,
                     GError **error)
{
  g_auto (SoulsCliOptions) options = { 0 };
  g_auto (SoulsCliScenario) scenario = { 0 };
  g_autofree char *code = NULL;
  g_autofree char *text = NULL;

  if (!souls_cli_options_parse (&options, SOULS_CLI_TAKES_SCENARIO | SOULS_CLI_TAKES_REST, NULL, argc, argv, error) ||
      !souls_cli_check_rest (&options, 0, 1, error) ||
      !souls_cli_scenario_load (&scenario, options.rest != NULL ? options.rest[0] : NULL, &options, error))
    return SOULS_EXIT_BAD;
  code = souls_share_encode (scenario.scenario, scenario.data);
  text = write_code (code, options.format);
  g_string_append (output, text);
  return SOULS_EXIT_YES;
}

/**
 * souls_cli_run_unshare:
 *
 * Writes the scenario file that a code stands for. The code may be broken into several words, as a mail program does.
 */
SoulsExit
souls_cli_run_unshare (int      argc,
                       char   **argv,
                       GString *output,
                       GError **error)
{
  g_auto (SoulsCliOptions) options = { 0 };
  g_autoptr (SoulsDataSet) data = NULL;
  g_autoptr (SoulsScenario) scenario = NULL;
  g_autofree char *code = NULL;
  g_autofree char *text = NULL;

  if (!souls_cli_options_parse (&options, SOULS_CLI_TAKES_REST, NULL, argc, argv, error) ||
      !souls_cli_check_rest (&options, 1, G_MAXUINT, error) || (data = souls_cli_load_data (error)) == NULL)
    return SOULS_EXIT_BAD;
  code = g_strjoinv (" ", options.rest);
  scenario = souls_share_decode (code, data, error);
  if (scenario == NULL)
    return SOULS_EXIT_BAD;
  text = souls_scenario_to_text (scenario, NULL);
  g_string_append (output, text);
  return SOULS_EXIT_YES;
}
