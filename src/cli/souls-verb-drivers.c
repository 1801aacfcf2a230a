/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "souls-config.h"

#include <glib/gi18n.h>

#include "souls-cli-options.h"
#include "souls-cli-words.h"

/* As many decimals as the slider's step has, one more for a baseline that lies between steps. */
static void
add_shown (SoulsTable *table,
           double      value,
           int         digits)
{
  g_autofree char *shown = souls_words_number (souls_cli_words (), value, digits);

  souls_table_add_number (table, value, shown);
}

static int
count_decimals (double step)
{
  return step >= 1 ? 0 : step >= 0.1 ? 1 : 2;
}

static void
add_driver (SoulsTable             *table,
            const SoulsCalibration *calibration,
            SoulsDriver             driver)
{
  const SoulsDriverInfo *info = souls_driver_info (driver);
  int digits = count_decimals (info->step);

  souls_table_add_text (table, info->id, NULL);
  souls_table_add_text (table, info->name, _(info->name));
  souls_table_add_text (table, souls_group_id (info->group), _(souls_group_name (info->group)));
  souls_table_add_text (table, souls_unit_id (info->unit), _(info->basis));
  add_shown (table, souls_scenario_shown (driver, calibration->min[driver]), digits);
  add_shown (table, souls_scenario_shown (driver, calibration->max[driver]), digits);
  add_shown (table, info->step, digits);
  add_shown (table, souls_scenario_shown (driver, calibration->baseline[driver]), MAX (1, digits));
}

static const SoulsCalibration *
find_calibration (const SoulsDataSet    *data,
                  const SoulsCliOptions *options,
                  GError               **error)
{
  int first = souls_data_set_get_first_year (data);
  int year = souls_data_set_get_last_year (data);

  if (options->base_year != NULL &&
      !souls_cli_parse_whole ("base-year", options->base_year, first, year, &year, error))
    return NULL;
  return souls_data_set_get_calibration (data, year, error);
}

/**
 * souls_cli_run_drivers:
 *
 * Lists the drivers in the order of the driver table, in the unit shown.
 */
SoulsExit
souls_cli_run_drivers (int      argc,
                       char   **argv,
                       GString *output,
                       GError **error)
{
  g_auto (SoulsCliOptions) options = { 0 };
  g_autoptr (SoulsDataSet) data = NULL;
  g_autoptr (SoulsTable) table = souls_table_new ();
  const SoulsCalibration *calibration;
  g_autofree char *text = NULL;

  if (!souls_cli_options_parse (&options, SOULS_CLI_TAKES_BASE_YEAR, NULL, argc, argv, error))
    return SOULS_EXIT_BAD;
  data = souls_cli_load_data (error);
  calibration = data != NULL ? find_calibration (data, &options, error) : NULL;
  if (calibration == NULL)
    return SOULS_EXIT_BAD;
  souls_table_add_column (table, "id", _("Driver"));
  souls_table_add_column (table, "name", _("Name"));
  souls_table_add_column (table, "group", _("Group"));
  souls_table_add_column (table, "unit", _("Unit"));
  souls_table_add_column (table, "min", _("From"));
  souls_table_add_column (table, "max", _("To"));
  souls_table_add_column (table, "step", _("Step"));
  souls_table_add_column (table, "default", _("Baseline"));
  for (int i = 0; i < SOULS_N_DRIVERS; i++)
    add_driver (table, calibration, (SoulsDriver) i);
  text = souls_table_write (table, options.format);
  g_string_append (output, text);
  return SOULS_EXIT_YES;
}
