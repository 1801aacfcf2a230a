/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "souls-config.h"

#include <glib/gi18n.h>

#include "souls-chart.h"
#include "souls-cli-options.h"

/**
 * souls_cli_run_charts:
 *
 * Lists the charts.
 */
SoulsExit
souls_cli_run_charts (int      argc,
                      char   **argv,
                      GString *output,
                      GError **error)
{
  g_auto (SoulsCliOptions) options = { 0 };
  g_autoptr (SoulsTable) table = souls_table_new ();
  g_autofree char *text = NULL;

  if (!souls_cli_options_parse (&options, 0, NULL, argc, argv, error))
    return SOULS_EXIT_BAD;
  souls_table_add_column (table, "id", _("Chart"));
  souls_table_add_column (table, "name", _("Name"));
  souls_table_add_column (table, "summary", _("Shows"));
  for (int i = 0; i < SOULS_N_CHARTS; i++)
    {
      SoulsChart chart = (SoulsChart) i;

      souls_table_add_text (table, souls_chart_id (chart), NULL);
      souls_table_add_text (table, souls_chart_name (chart), _(souls_chart_name (chart)));
      souls_table_add_text (table, souls_chart_summary (chart), _(souls_chart_summary (chart)));
    }
  text = souls_table_write (table, options.format);
  g_string_append (output, text);
  return SOULS_EXIT_YES;
}
