/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "souls-config.h"

#include <glib/gi18n.h>

#include "souls-cli-options.h"
#include "souls-presets.h"

/* Those that ship are known to the translators; the user's own are as they are. */
static const char *
translate (const SoulsPreset *preset,
           SoulsScenarioText  text)
{
  const char *value = preset->scenario->text[text];

  if (value == NULL || *value == '\0')
    return "";
  return preset->path == NULL ? _(value) : value;
}

static void
add_text (SoulsTable        *table,
          const SoulsPreset *preset,
          SoulsScenarioText  text)
{
  const char *value = preset->scenario->text[text];

  souls_table_add_text (table, value != NULL ? value : "", translate (preset, text));
}

/**
 * souls_cli_run_presets:
 *
 * Lists the presets.
 */
SoulsExit
souls_cli_run_presets (int      argc,
                       char   **argv,
                       GString *output,
                       GError **error)
{
  g_auto (SoulsCliOptions) options = { 0 };
  g_autoptr (SoulsDataSet) data = NULL;
  g_autoptr (SoulsPresets) presets = NULL;
  g_autoptr (SoulsTable) table = souls_table_new ();
  g_autofree char *text = NULL;

  if (!souls_cli_options_parse (&options, 0, NULL, argc, argv, error) ||
      (data = souls_cli_load_data (error)) == NULL || (presets = souls_presets_load (data, error)) == NULL)
    return SOULS_EXIT_BAD;
  souls_cli_warn (souls_presets_get_warnings (presets));
  souls_table_add_column (table, "id", _("Preset"));
  souls_table_add_column (table, "title", _("Title"));
  souls_table_add_column (table, "question", _("Question"));
  souls_table_add_column (table, "notes", NULL);
  for (int i = 0; i < souls_presets_get_n (presets); i++)
    {
      const SoulsPreset *preset = souls_presets_get (presets, i);

      souls_table_add_text (table, preset->id, NULL);
      add_text (table, preset, SOULS_SCENARIO_TITLE);
      add_text (table, preset, SOULS_SCENARIO_QUESTION);
      add_text (table, preset, SOULS_SCENARIO_NOTES);
    }
  text = souls_table_write (table, options.format);
  g_string_append (output, text);
  return SOULS_EXIT_YES;
}
