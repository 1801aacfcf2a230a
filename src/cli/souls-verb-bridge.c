/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "souls-config.h"

#include <glib/gi18n.h>

#include "souls-bridge.h"
#include "souls-cli-question.h"

static char *
write_json (const SoulsCliQuestion *question,
            const SoulsBridge      *bridge)
{
  g_autoptr (JsonObject) root = json_object_new ();
  g_autoptr (JsonNode) node = NULL;
  JsonArray *steps = json_array_new ();

  for (int i = 0; i < bridge->n_steps; i++)
    {
      const SoulsDriver driver = bridge->driver[i];
      JsonObject *step = json_object_new ();

      json_object_set_string_member (step, "driver", souls_driver_info (driver)->id);
      souls_cli_set_number (step, "value", souls_scenario_shown (driver, question->question.drivers->target[driver]));
      souls_cli_set_number (step, "change", bridge->change[i]);
      json_array_add_object_element (steps, step);
    }
  json_object_set_string_member (root, "metric", souls_metric_info (question->question.metric)->id);
  json_object_set_int_member (root, "year", souls_cli_question_year (question));
  souls_cli_set_number (root, "from", bridge->from);
  json_object_set_array_member (root, "steps", steps);
  souls_cli_set_number (root, "to", bridge->to);
  node = json_node_init_object (json_node_alloc (), root);
  return souls_table_print_json (node);
}

static void
add_end (SoulsTable  *table,
         const char  *id,
         const char  *name,
         SoulsMetric  metric,
         double       value)
{
  souls_table_add_text (table, id, name);
  souls_table_add_text (table, "", NULL);
  souls_table_add_text (table, "", NULL);
  souls_cli_add_metric (table, metric, value);
}

static char *
write_table (const SoulsCliQuestion *question,
             const SoulsBridge      *bridge,
             SoulsTableFormat        format)
{
  g_autoptr (SoulsTable) table = souls_table_new ();
  const SoulsMetric metric = question->question.metric;
  double sum = bridge->from;

  souls_table_add_column (table, "driver", _("Driver"));
  souls_table_add_column (table, "value", _("Moved to"));
  souls_table_add_column (table, "change", _("Change"));
  souls_table_add_column (table, "after", _("After it"));
  add_end (table, "baseline", _("Baseline"), metric, bridge->from);
  for (int i = 0; i < bridge->n_steps; i++)
    {
      const SoulsDriver driver = bridge->driver[i];

      sum = i < bridge->n_steps - 1 ? sum + bridge->change[i] : bridge->to;
      souls_table_add_text (table, souls_driver_info (driver)->id, NULL);
      souls_cli_add_driver (table, driver, question->question.drivers->target[driver]);
      souls_cli_add_metric (table, metric, bridge->change[i]);
      souls_cli_add_metric (table, metric, sum);
    }
  add_end (table, "scenario", _("Scenario"), metric, bridge->to);
  return souls_table_write (table, format);
}

/**
 * souls_cli_run_bridge:
 *
 * Goes from the baseline to the scenario, one driver after the other in the order moved.
 */
SoulsExit
souls_cli_run_bridge (int      argc,
                      char   **argv,
                      GString *output,
                      GError **error)
{
  g_auto (SoulsCliOptions) options = { 0 };
  g_auto (SoulsCliScenario) scenario = { 0 };
  g_auto (SoulsCliQuestion) question = { 0 };
  g_autofree char *text = NULL;
  SoulsBridge bridge;
  const GOptionEntry entries[] = { SOULS_CLI_QUESTION_OPTIONS (&question), { NULL } };

  if (!souls_cli_options_parse (&options, SOULS_CLI_TAKES_SCENARIO | SOULS_CLI_TAKES_REST, entries, argc, argv, error) ||
      !souls_cli_question_load (&question, &scenario, &options, error))
    return SOULS_EXIT_BAD;
  souls_bridge_compute (&question.question, scenario.moves, scenario.n_moves, &bridge);
  text = options.format == SOULS_TABLE_JSON ? write_json (&question, &bridge)
                                            : write_table (&question, &bridge, options.format);
  g_string_append (output, text);
  return SOULS_EXIT_YES;
}
