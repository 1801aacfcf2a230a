/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "souls-config.h"

#include <glib/gi18n.h>

#include "souls-cli-options.h"
#include "souls-cli-words.h"

static void
add_figure (SoulsTable         *table,
            const SoulsDataSet *data,
            int                 year,
            const SoulsTie     *tie)
{
  const SoulsProvenance *provenance = souls_data_set_get_figure_provenance (
    data, year, (SoulsFigure) tie->figure);
  const SoulsSource *source = provenance != NULL ? provenance->sources[0] : NULL;
  const SoulsSource *via = provenance != NULL ? provenance->via : NULL;
  g_autofree char *filing = souls_cli_show_value (SOULS_UNIT_MONEY, tie->filing);
  g_autofree char *model = souls_cli_show_value (SOULS_UNIT_MONEY, tie->model);
  g_autofree char *difference = souls_cli_show_value (SOULS_UNIT_MONEY, tie->difference);

  souls_table_add_text (table, tie->id, NULL);
  souls_table_add_number (table, tie->filing, filing);
  souls_table_add_number (table, tie->model, model);
  souls_table_add_number (table, tie->difference, difference);
  souls_table_add_text (table, source != NULL ? source->id : NULL, NULL);
  souls_table_add_text (table, source != NULL ? source->form : NULL, NULL);
  souls_table_add_text (table, via != NULL ? via->id : NULL, NULL);
}

static void
add_figure_columns (SoulsTable *table)
{
  souls_table_add_column (table, "figure", _("Figure"));
  souls_table_add_column (table, "filing", _("Filing, $ million"));
  souls_table_add_column (table, "model", _("Model"));
  souls_table_add_column (table, "difference", _("Difference"));
  souls_table_add_column (table, "source", _("Source"));
  souls_table_add_column (table, "form", _("Form"));
  souls_table_add_column (table, "via", _("Read through"));
}

/* What is not a number does not tie either. */
static int
count_differences (const SoulsTie *ties,
                   int             n)
{
  int differences = 0;

  for (int i = 0; i < n; i++)
    if (!(ties[i].difference == 0))
      differences++;
  return differences;
}

static char *
write_json (const SoulsDataSet *data,
            int                 differences)
{
  g_autoptr (JsonObject) root = json_object_new ();
  g_autoptr (JsonNode) node = NULL;
  JsonObject *years = json_object_new ();
  int n_years;
  const SoulsCalibration *calibrations = souls_data_set_get_calibrations (data, &n_years);

  for (int i = 0; i < n_years; i++)
    {
      g_autoptr (SoulsTable) table = souls_table_new ();
      g_autofree char *year = g_strdup_printf ("%d", calibrations[i].year);
      SoulsTie ties[SOULS_MAX_TIES];
      int n = souls_tie_out (&calibrations[i], ties);

      add_figure_columns (table);
      for (int j = 0; j < n; j++)
        add_figure (table, data, calibrations[i].year, &ties[j]);
      json_object_set_member (years, year, souls_table_to_json (table));
    }
  json_object_set_object_member (root, "years", years);
  json_object_set_int_member (root, "differences", differences);
  node = json_node_init_object (json_node_alloc (), root);
  return souls_table_print_json (node);
}

static char *
write_table (const SoulsDataSet *data,
             SoulsTableFormat    format)
{
  g_autoptr (SoulsTable) table = souls_table_new ();
  int n_years;
  const SoulsCalibration *calibrations = souls_data_set_get_calibrations (data, &n_years);

  souls_table_add_column (table, "year", _("Fiscal year"));
  add_figure_columns (table);
  for (int i = 0; i < n_years; i++)
    {
      SoulsTie ties[SOULS_MAX_TIES];
      int n = souls_tie_out (&calibrations[i], ties);

      for (int j = 0; j < n; j++)
        {
          souls_table_add_number (table, calibrations[i].year, NULL);
          add_figure (table, data, calibrations[i].year, &ties[j]);
        }
    }
  return souls_table_write (table, format);
}

static void
append_sum (GString *output,
            int      n_years,
            int      n_figures,
            int      differences)
{
  g_string_append_c (output, '\n');
  if (differences == 0)
    /* Translators: the first number counts figures, the second fiscal years. */
    g_string_append_printf (output, _("%d figures of %d fiscal years: each equals the filing."),
                            n_figures, n_years);
  else
    g_string_append_printf (output,
                            ngettext ("%d figure differs from the filing.",
                                      "%d figures differ from the filings.",
                                      (unsigned long) differences),
                            differences);
  g_string_append_c (output, '\n');
}

/**
 * souls_cli_run_check:
 *
 * The tie-out of all base years; the answer is no if any figure differs.
 */
SoulsExit
souls_cli_run_check (int      argc,
                     char   **argv,
                     GString *output,
                     GError **error)
{
  g_auto (SoulsCliOptions) options = { 0 };
  g_autoptr (SoulsDataSet) data = NULL;
  const SoulsCalibration *calibrations;
  g_autofree char *text = NULL;
  int n_years, n_figures = 0, differences = 0;

  if (!souls_cli_options_parse (&options, 0, NULL, argc, argv, error))
    return SOULS_EXIT_BAD;
  data = souls_cli_load_data (error);
  if (data == NULL)
    return SOULS_EXIT_BAD;
  calibrations = souls_data_set_get_calibrations (data, &n_years);
  for (int i = 0; i < n_years; i++)
    {
      SoulsTie ties[SOULS_MAX_TIES];
      int n = souls_tie_out (&calibrations[i], ties);

      n_figures += n;
      differences += count_differences (ties, n);
    }
  text = options.format == SOULS_TABLE_JSON ? write_json (data, differences)
                                            : write_table (data, options.format);
  g_string_append (output, text);
  if (options.format == SOULS_TABLE_TEXT)
    append_sum (output, n_years, n_figures, differences);
  return differences == 0 ? SOULS_EXIT_YES : SOULS_EXIT_NO;
}
