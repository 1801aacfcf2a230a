/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "souls-config.h"

#include <glib/gi18n.h>

#include "souls-cli-options.h"

static void
add_money (SoulsTable *table,
           double      value)
{
  g_autofree char *shown = souls_cli_show_value (SOULS_UNIT_MONEY, value);

  souls_table_add_number (table, value, shown);
}

static void
add_year (SoulsTable             *table,
          const SoulsDataSet     *data,
          const SoulsCalibration *calibration)
{
  gboolean second_hand = souls_data_set_year_is_second_hand (data, calibration->year);

  souls_table_add_number (table, calibration->year, NULL);
  add_money (table, calibration->sales);
  add_money (table, calibration->income);
  add_money (table, calibration->figures.value[SOULS_FIGURE_INCOME_AWS]);
  add_money (table, calibration->stores_income);
  souls_table_add_boolean (table, second_hand,
                           second_hand ? _("partly second-hand") : _("filings"));
}

/**
 * souls_cli_run_years:
 *
 * Lists the base years: what they reported, and whether all of it was read in the filings.
 */
SoulsExit
souls_cli_run_years (int      argc,
                     char   **argv,
                     GString *output,
                     GError **error)
{
  g_auto (SoulsCliOptions) options = { 0 };
  g_autoptr (SoulsDataSet) data = NULL;
  g_autoptr (SoulsTable) table = souls_table_new ();
  const SoulsCalibration *calibrations;
  g_autofree char *text = NULL;
  int n;

  if (!souls_cli_options_parse (&options, 0, NULL, argc, argv, error))
    return SOULS_EXIT_BAD;
  data = souls_cli_load_data (error);
  if (data == NULL)
    return SOULS_EXIT_BAD;
  souls_table_add_column (table, "id", _("Fiscal year"));
  souls_table_add_column (table, "sales-total", _("Net sales, $ million"));
  souls_table_add_column (table, "operating-income-total", _("Operating income"));
  souls_table_add_column (table, "operating-income-aws", _("AWS"));
  souls_table_add_column (table, "operating-income-stores", _("Without AWS"));
  souls_table_add_column (table, "second_hand", _("Read in"));
  calibrations = souls_data_set_get_calibrations (data, &n);
  for (int i = 0; i < n; i++)
    add_year (table, data, &calibrations[i]);
  text = souls_table_write (table, options.format);
  g_string_append (output, text);
  return SOULS_EXIT_YES;
}
