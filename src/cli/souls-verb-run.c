/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "souls-config.h"

#include <glib/gi18n.h>
#include <math.h>

#include "souls-cli-options.h"

typedef struct
{
  SoulsMetric metrics[SOULS_N_METRICS];
  int n;
} Selection;

/* Those asked for, in the order asked and each once; all where none is. */
static gboolean
select_metrics (char      **ids,
                Selection  *selection,
                GError    **error)
{
  gboolean taken[SOULS_N_METRICS] = { FALSE };

  selection->n = 0;
  for (int i = 0; (ids == NULL || *ids == NULL) && i < SOULS_N_METRICS; i++)
    selection->metrics[selection->n++] = (SoulsMetric) i;
  for (; ids != NULL && *ids != NULL; ids++)
    {
      SoulsMetric metric;

      if (!souls_cli_find_metric (*ids, &metric, error))
        return FALSE;
      if (!taken[metric])
        selection->metrics[selection->n++] = metric;
      taken[metric] = TRUE;
    }
  return TRUE;
}

static JsonNode *
create_series (const SoulsResults *results,
               SoulsMetric         metric)
{
  JsonArray *series = json_array_new ();

  for (int t = 0; t <= results->horizon; t++)
    {
      double value = results->value[metric][t];

      if (isfinite (value))
        json_array_add_double_element (series, value);
      else
        json_array_add_null_element (series);
    }
  return json_node_init_array (json_node_alloc (), series);
}

static char *
write_json (const SoulsResults *results,
            const Selection    *selection)
{
  g_autoptr (JsonObject) root = json_object_new ();
  g_autoptr (JsonNode) node = NULL;
  JsonArray *years = json_array_new ();
  JsonObject *metrics = json_object_new ();

  for (int t = 0; t <= results->horizon; t++)
    json_array_add_int_element (years, results->base_year + t);
  for (int i = 0; i < selection->n; i++)
    json_object_set_member (metrics, souls_metric_info (selection->metrics[i])->id,
                            create_series (results, selection->metrics[i]));
  json_object_set_int_member (root, "base_year", results->base_year);
  json_object_set_array_member (root, "years", years);
  json_object_set_object_member (root, "metrics", metrics);
  node = json_node_init_object (json_node_alloc (), root);
  return souls_table_print_json (node);
}

static void
add_metric (SoulsTable         *table,
            const SoulsResults *results,
            SoulsMetric         metric)
{
  const SoulsMetricInfo *info = souls_metric_info (metric);

  souls_table_add_text (table, info->id, NULL);
  souls_table_add_text (table, souls_cli_unit_id (info->unit), NULL);
  for (int t = 0; t <= results->horizon; t++)
    {
      g_autofree char *shown = souls_cli_show_value (info->unit, results->value[metric][t]);

      souls_table_add_number (table, results->value[metric][t], shown);
    }
}

static char *
write_table (const SoulsResults *results,
             const Selection    *selection,
             SoulsTableFormat    format)
{
  g_autoptr (SoulsTable) table = souls_table_new ();

  souls_table_add_column (table, "metric", _("Metric ($ million, percent, days)"));
  souls_table_add_column (table, "unit", NULL);
  for (int t = 0; t <= results->horizon; t++)
    {
      g_autofree char *year = g_strdup_printf ("%d", results->base_year + t);

      souls_table_add_column (table, year, year);
    }
  for (int i = 0; i < selection->n; i++)
    add_metric (table, results, selection->metrics[i]);
  return souls_table_write (table, format);
}

/**
 * souls_cli_run_run:
 *
 * Computes a scenario and writes its metrics, year by year, in the model's units.
 */
SoulsExit
souls_cli_run_run (int      argc,
                   char   **argv,
                   GString *output,
                   GError **error)
{
  g_auto (SoulsCliOptions) options = { 0 };
  g_auto (SoulsCliScenario) scenario = { 0 };
  g_auto (GStrv) ids = NULL;
  g_autofree char *text = NULL;
  Selection selection;
  const GOptionEntry entries[] = { { "metric", 'm', 0, G_OPTION_ARG_STRING_ARRAY, &ids,
                                     N_("Write this metric; may be repeated"), N_("ID") },
                                   { NULL } };

  if (!souls_cli_options_parse (&options, SOULS_CLI_TAKES_SCENARIO | SOULS_CLI_TAKES_REST, entries,
                                argc, argv, error) ||
      !souls_cli_check_rest (&options, 0, 1, error) || !select_metrics (ids, &selection, error) ||
      !souls_cli_scenario_load (&scenario, options.rest != NULL ? options.rest[0] : NULL, &options,
                                error))
    return SOULS_EXIT_BAD;
  text = options.format == SOULS_TABLE_JSON
           ? write_json (&scenario.results, &selection)
           : write_table (&scenario.results, &selection, options.format);
  g_string_append (output, text);
  return SOULS_EXIT_YES;
}
