/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "souls-config.h"

#include <glib/gi18n.h>
#include <math.h>

#include "souls-chart-driver.h"
#include "souls-cli-question.h"
#include "souls-cli-words.h"
#include "souls-map.h"

#define DEFAULT_ACROSS 11
#define DEFAULT_UP 9
#define MAX_POINTS 1000

typedef struct
{
  char *driver[2];
  char *n[2];
  SoulsMapAxis axis[2];
} Request;

static void
request_clear (Request *self)
{
  for (int i = 0; i < 2; i++)
    {
      g_free (self->driver[i]);
      g_free (self->n[i]);
    }
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Request, request_clear)

static gboolean
read_axis (Request                *self,
           int                     i,
           const SoulsCalibration *calibration,
           GError                **error)
{
  const char *option = i == 0 ? "--x" : "--y";
  SoulsMapAxis *axis = &self->axis[i];

  if (self->driver[i] == NULL)
    {
      souls_json_complain (NULL, error, SOULS_SCENARIO_ERROR_VALUE, "expected two drivers: --x DRIVER --y DRIVER");
      return FALSE;
    }
  axis->n = i == 0 ? DEFAULT_ACROSS : DEFAULT_UP;
  if (!souls_cli_find_driver (option, self->driver[i], &axis->driver, error) ||
      (self->n[i] != NULL &&
       !souls_cli_parse_whole (i == 0 ? "nx" : "ny", self->n[i], 2, MAX_POINTS, &axis->n, error)))
    return FALSE;
  axis->low = calibration->min[axis->driver];
  axis->high = calibration->max[axis->driver];
  if (i == 0 || axis->driver != self->axis[0].driver)
    return TRUE;
  souls_json_complain (NULL, error, SOULS_SCENARIO_ERROR_VALUE,
                       "--x, --y: expected two different drivers, found “%s” twice", self->driver[0]);
  return FALSE;
}

static JsonObject *
create_axis (const SoulsMapAxis *axis)
{
  JsonObject *object = json_object_new ();
  JsonArray *values = json_array_new ();

  for (int i = 0; i < axis->n; i++)
    json_array_add_double_element (values, souls_driver_to_shown (axis->driver, souls_map_axis_at (axis, i)));
  json_object_set_string_member (object, "driver", souls_driver_info (axis->driver)->id);
  json_object_set_array_member (object, "values", values);
  return object;
}

static char *
write_json (const SoulsCliQuestion *question,
            const Request          *request,
            const double           *values)
{
  g_autoptr (JsonObject) root = json_object_new ();
  g_autoptr (JsonNode) node = NULL;
  JsonArray *rows = json_array_new ();

  for (int j = 0; j < request->axis[1].n; j++)
    {
      JsonArray *row = json_array_new ();

      for (int i = 0; i < request->axis[0].n; i++)
        {
          const double value = values[j * request->axis[0].n + i];

          if (isfinite (value))
            json_array_add_double_element (row, value);
          else
            json_array_add_null_element (row);
        }
      json_array_add_array_element (rows, row);
    }
  json_object_set_string_member (root, "metric", souls_metric_info (question->question.metric)->id);
  json_object_set_int_member (root, "year", souls_cli_question_year (question));
  json_object_set_object_member (root, "x", create_axis (&request->axis[0]));
  json_object_set_object_member (root, "y", create_axis (&request->axis[1]));
  json_object_set_array_member (root, "values", rows);
  node = json_node_init_object (json_node_alloc (), root);
  return souls_table_print_json (node);
}

/* For a spreadsheet: a row for each point. */
static char *
write_csv (const SoulsCliQuestion *question,
           const Request          *request,
           const double           *values)
{
  g_autoptr (SoulsTable) table = souls_table_new ();

  souls_table_add_column (table, request->driver[0], NULL);
  souls_table_add_column (table, request->driver[1], NULL);
  souls_table_add_column (table, souls_metric_info (question->question.metric)->id, NULL);
  for (int j = 0; j < request->axis[1].n; j++)
    for (int i = 0; i < request->axis[0].n; i++)
      {
        souls_cli_add_driver (table, request->axis[0].driver, souls_map_axis_at (&request->axis[0], i));
        souls_cli_add_driver (table, request->axis[1].driver, souls_map_axis_at (&request->axis[1], j));
        souls_table_add_number (table, values[j * request->axis[0].n + i], NULL);
      }
  return souls_table_write (table, SOULS_TABLE_CSV);
}

/* For people: as the chart lies, the high end of the upward axis on top. */
static char *
write_text (const SoulsCliQuestion *question,
            const Request          *request,
            const double           *values)
{
  g_autoptr (SoulsTable) table = souls_table_new ();
  g_autofree char *corner = g_strdup_printf ("%s ↓ %s →", request->driver[1], request->driver[0]);

  souls_table_add_column (table, "y", corner);
  for (int i = 0; i < request->axis[0].n; i++)
    {
      g_autofree char *title = souls_driver_in_words (souls_cli_words (), request->axis[0].driver,
                                                      souls_map_axis_at (&request->axis[0], i));

      souls_table_add_column (table, title, title);
    }
  for (int j = request->axis[1].n - 1; j >= 0; j--)
    {
      souls_cli_add_driver (table, request->axis[1].driver, souls_map_axis_at (&request->axis[1], j));
      for (int i = 0; i < request->axis[0].n; i++)
        souls_cli_add_metric (table, question->question.metric, values[j * request->axis[0].n + i]);
    }
  return souls_table_write (table, SOULS_TABLE_TEXT);
}

/**
 * souls_cli_run_map:
 *
 * Asks a metric over a grid of two drivers.
 */
SoulsExit
souls_cli_run_map (int      argc,
                   char   **argv,
                   GString *output,
                   GError **error)
{
  g_auto (SoulsCliOptions) options = { 0 };
  g_auto (SoulsCliScenario) scenario = { 0 };
  g_auto (SoulsCliQuestion) question = { 0 };
  g_auto (Request) request = { 0 };
  g_autofree double *values = NULL;
  g_autofree char *text = NULL;
  const GOptionEntry entries[] = {
    SOULS_CLI_QUESTION_OPTIONS (&question),
    { "x", 0, 0, G_OPTION_ARG_STRING, &request.driver[0], N_("The driver across"), N_("DRIVER") },
    { "y", 0, 0, G_OPTION_ARG_STRING, &request.driver[1], N_("The driver upwards"), N_("DRIVER") },
    { "nx", 0, 0, G_OPTION_ARG_STRING, &request.n[0], N_("Points across"), N_("N") },
    { "ny", 0, 0, G_OPTION_ARG_STRING, &request.n[1], N_("Points upwards"), N_("N") },
    { NULL }
  };

  if (!souls_cli_options_parse (&options, SOULS_CLI_TAKES_SCENARIO | SOULS_CLI_TAKES_REST, entries, argc, argv, error) ||
      !souls_cli_question_load (&question, &scenario, &options, error) ||
      !read_axis (&request, 0, scenario.calibration, error) || !read_axis (&request, 1, scenario.calibration, error))
    return SOULS_EXIT_BAD;
  values = g_new (double, (gsize) request.axis[0].n * (gsize) request.axis[1].n);
  souls_map_compute (&question.question, &request.axis[0], &request.axis[1], values);
  text = options.format == SOULS_TABLE_JSON  ? write_json (&question, &request, values)
         : options.format == SOULS_TABLE_CSV ? write_csv (&question, &request, values)
                                             : write_text (&question, &request, values);
  g_string_append (output, text);
  return SOULS_EXIT_YES;
}
