/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "souls-config.h"

#include <glib/gi18n.h>

#include "souls-cli-options.h"

/**
 * souls_cli_run_metrics:
 *
 * Lists the metrics with unit and formula.
 */
SoulsExit
souls_cli_run_metrics (int      argc,
                       char   **argv,
                       GString *output,
                       GError **error)
{
  g_auto (SoulsCliOptions) options = { 0 };
  g_autoptr (SoulsTable) table = souls_table_new ();
  g_autofree char *text = NULL;

  if (!souls_cli_options_parse (&options, 0, NULL, argc, argv, error))
    return SOULS_EXIT_BAD;
  souls_table_add_column (table, "id", _("Metric"));
  souls_table_add_column (table, "name", _("Name"));
  souls_table_add_column (table, "unit", _("Unit"));
  souls_table_add_column (table, "symbol", _("Symbol"));
  souls_table_add_column (table, "formula", _("Formula"));
  for (int i = 0; i < SOULS_N_METRICS; i++)
    {
      const SoulsMetricInfo *info = souls_metric_info ((SoulsMetric) i);

      souls_table_add_text (table, info->id, NULL);
      souls_table_add_text (table, info->name, _(info->name));
      souls_table_add_text (table, souls_cli_unit_id (info->unit), NULL);
      souls_table_add_text (table, info->symbol, NULL);
      souls_table_add_text (table, info->formula, NULL);
    }
  text = souls_table_write (table, options.format);
  g_string_append (output, text);
  return SOULS_EXIT_YES;
}
