/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "souls-config.h"

#include <glib/gi18n.h>
#include <math.h>

#include "souls-cli-question.h"
#include "souls-seek.h"

#define PER_CENT 100.0

typedef struct
{
  char *driver;
  char *target;
  double shown;   /* the target in the unit shown */
  double value;   /* and in the model's */
} Wish;

static void
wish_clear (Wish *self)
{
  g_free (self->driver);
  g_free (self->target);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Wish, wish_clear)

/* Percent where the metric is a fraction, as people write it. */
static gboolean
read_target (Wish        *wish,
             SoulsMetric  metric,
             GError     **error)
{
  if (wish->target == NULL)
    {
      souls_json_complain (NULL, error, SOULS_SCENARIO_ERROR_VALUE, "expected a wanted result: --target V");
      return FALSE;
    }
  if (!souls_cli_parse_real ("target", wish->target, -1e12, 1e12, &wish->shown, error))
    return FALSE;
  wish->value = souls_metric_info (metric)->unit == SOULS_UNIT_PERCENT ? wish->shown / PER_CENT : wish->shown;
  return TRUE;
}

static char *
write_one_json (const SoulsCliQuestion *question,
                const Wish             *wish,
                const SoulsGoal        *goal)
{
  g_autoptr (JsonObject) root = json_object_new ();
  g_autoptr (JsonNode) node = NULL;

  json_object_set_string_member (root, "driver", souls_driver_info (goal->driver)->id);
  souls_cli_set_number (root, "value", souls_driver_to_shown (goal->driver, goal->value));
  json_object_set_boolean_member (root, "reached", goal->reachable);
  json_object_set_string_member (root, "metric", souls_metric_info (question->question.metric)->id);
  json_object_set_int_member (root, "year", souls_cli_question_year (question));
  souls_cli_set_number (root, "target", wish->shown);
  souls_cli_set_number (root, "result", goal->answer);
  node = json_node_init_object (json_node_alloc (), root);
  return souls_table_print_json (node);
}

static char *
write_table (const SoulsCliQuestion *question,
             const SoulsGoal        *goals,
             int                     n,
             SoulsTableFormat        format)
{
  g_autoptr (SoulsTable) table = souls_table_new ();

  souls_table_add_column (table, "driver", _("Driver"));
  souls_table_add_column (table, "value", _("Has to be"));
  souls_table_add_column (table, "reached", _("Reached"));
  souls_table_add_column (table, "result", _("Gives"));
  souls_table_add_column (table, "share", _("Share of its range"));
  for (int i = 0; i < n; i++)
    {
      g_autofree char *share = souls_cli_show_value (SOULS_UNIT_PERCENT, goals[i].share);

      souls_table_add_text (table, souls_driver_info (goals[i].driver)->id, NULL);
      souls_cli_add_driver (table, goals[i].driver, goals[i].value);
      souls_table_add_boolean (table, goals[i].reachable, goals[i].reachable ? _("yes") : _("no: nearest"));
      souls_cli_add_metric (table, question->question.metric, goals[i].answer);
      souls_table_add_number (table, goals[i].share, share);
    }
  return souls_table_write (table, format);
}

/* One driver, or all by how far each would have to go. Returns how many. */
static int
seek (const SoulsCliQuestion *question,
      const Wish             *wish,
      SoulsGoal               goals[SOULS_N_DRIVERS],
      GError                **error)
{
  SoulsDriver driver;

  if (wish->driver == NULL)
    {
      souls_seek_all (&question->question, wish->value, goals);
      return SOULS_N_DRIVERS;
    }
  if (!souls_cli_find_driver ("--driver", wish->driver, &driver, error))
    return 0;
  souls_seek (&question->question, driver, wish->value, &goals[0]);
  return 1;
}

/**
 * souls_cli_run_solve:
 *
 * Finds where one driver has to be for a wanted result, or how far each would have to go.
 */
SoulsExit
souls_cli_run_solve (int      argc,
                     char   **argv,
                     GString *output,
                     GError **error)
{
  g_auto (SoulsCliOptions) options = { 0 };
  g_auto (SoulsCliScenario) scenario = { 0 };
  g_auto (SoulsCliQuestion) question = { 0 };
  g_auto (Wish) wish = { 0 };
  g_autofree char *text = NULL;
  SoulsGoal goals[SOULS_N_DRIVERS];
  int n;
  const GOptionEntry entries[] = {
    SOULS_CLI_QUESTION_OPTIONS (&question),
    { "driver", 'd', 0, G_OPTION_ARG_STRING, &wish.driver, N_("The driver to move; without it all are ranked"), N_("ID") },
    { "target", 't', 0, G_OPTION_ARG_STRING, &wish.target, N_("The wanted result: percent, US$ million or days"), N_("V") },
    { NULL }
  };

  if (!souls_cli_options_parse (&options, SOULS_CLI_TAKES_SCENARIO | SOULS_CLI_TAKES_REST, entries, argc, argv, error) ||
      !souls_cli_question_load (&question, &scenario, &options, error) ||
      !read_target (&wish, question.question.metric, error) || (n = seek (&question, &wish, goals, error)) == 0)
    return SOULS_EXIT_BAD;
  text = wish.driver != NULL && options.format == SOULS_TABLE_JSON ? write_one_json (&question, &wish, &goals[0])
                                                                   : write_table (&question, goals, n, options.format);
  g_string_append (output, text);
  return goals[0].reachable ? SOULS_EXIT_YES : SOULS_EXIT_NO;
}
