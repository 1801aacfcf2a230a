/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "souls-config.h"

#include <glib/gi18n.h>

#include "souls-cli-input.h"
#include "souls-cli-words.h"
#include "souls-expression.h"

static char *
write_text (const char       *text,
            SoulsTableFormat  format)
{
  g_autoptr (SoulsTable) table = souls_table_new ();

  if (format == SOULS_TABLE_TEXT)
    return g_strconcat (text, "\n", NULL);
  souls_table_add_column (table, "text", NULL);
  souls_table_add_text (table, text, NULL);
  return souls_table_write (table, format);
}

static char *
write_answer (gboolean         holds,
              SoulsTableFormat format)
{
  g_autoptr (SoulsTable) table = souls_table_new ();

  if (format == SOULS_TABLE_TEXT)
    return g_strconcat (holds ? _("yes") : _("no"), "\n", NULL);
  souls_table_add_column (table, "holds", NULL);
  souls_table_add_boolean (table, holds, NULL);
  return souls_table_write (table, format);
}

/* (transfer full): what is written, or NULL */
static char *
answer (const char             *text,
        gboolean                is_condition,
        const SoulsTextContext *context,
        SoulsTableFormat        format,
        gboolean               *holds,
        GError                **error)
{
  g_autofree char *said = NULL;

  *holds = TRUE;
  if (is_condition)
    return souls_condition_holds (text, context, holds, error) ? write_answer (*holds, format) : NULL;
  said = souls_text_expand (text, context, error);
  return said != NULL ? write_text (said, format) : NULL;
}

/**
 * souls_cli_run_say:
 *
 * Puts a scenario's numbers into a text, or tells whether a condition holds.
 */
SoulsExit
souls_cli_run_say (int      argc,
                   char   **argv,
                   GString *output,
                   GError **error)
{
  g_auto (SoulsCliOptions) options = { 0 };
  g_auto (SoulsCliScenario) scenario = { 0 };
  g_autofree SoulsCliInput *given = g_new0 (SoulsCliInput, 1);
  g_autofree char *language = NULL;
  g_autofree char *text = NULL;
  gboolean is_condition = FALSE, holds;
  SoulsTextContext context = { .input = &given->input };
  const GOptionEntry entries[] = {
    { "condition", 'c', 0, G_OPTION_ARG_NONE, &is_condition,
      N_("TEXT is a condition such as “without-aws 2022 < 0”; ends with status 1 if it does not hold"), NULL },
    { "lang", 0, 0, G_OPTION_ARG_STRING, &language, N_("Language of the numbers"), N_("LANGUAGE") },
    { NULL }
  };

  if (!souls_cli_options_parse (&options, SOULS_CLI_TAKES_SCENARIO | SOULS_CLI_TAKES_REST, entries, argc, argv, error) ||
      !souls_cli_check_rest (&options, 1, 2, error) ||
      (language != NULL && !souls_cli_words_set_language (language, error)) ||
      !souls_cli_scenario_load (&scenario, options.rest[1], &options, error))
    return SOULS_EXIT_BAD;
  souls_cli_input_fill (given, &scenario, scenario.calibration->year);
  context.facts = souls_data_set_get_estimates (scenario.data, error);
  if (context.facts == NULL)
    return SOULS_EXIT_BAD;
  text = answer (options.rest[0], is_condition, &context, options.format, &holds, error);
  if (text == NULL)
    return SOULS_EXIT_BAD;
  g_string_append (output, text);
  return holds ? SOULS_EXIT_YES : SOULS_EXIT_NO;
}
