/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "souls-config.h"

#include <glib/gi18n.h>
#include <math.h>
#include <signal.h>
#include <stdio.h>
#include <unistd.h>

#include "souls-cli-question.h"
#include "souls-simulation.h"

#define DEFAULT_WORLDS 20000
#define MAX_THREADS 64
/* Runs that take noticeable time say how far they are. */
#define LONG_RUN 5000000

static const double probabilities[] = { 0.05, 0.25, 0.5, 0.75, 0.95 };
static const char *const names[] = { "p05", "p25", "p50", "p75", "p95" };
static const char *const error_names[] = { "p05_error", "p25_error", "p50_error", "p75_error", "p95_error" };

/* Set by Ctrl-C: read between chunks of worlds. */
static int interrupted;

typedef struct
{
  char **metrics;
  char *worlds;
  char *seed;
  char *threads;
  SoulsMetric metric[SOULS_N_METRICS];
  int n_metrics;
} Request;

static void
request_clear (Request *self)
{
  g_strfreev (self->metrics);
  g_free (self->worlds);
  g_free (self->seed);
  g_free (self->threads);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Request, request_clear)

static void
interrupt (int number)
{
  g_atomic_int_set (&interrupted, 1);
}

static gboolean
read_metrics (Request *self,
              GError **error)
{
  gboolean taken[SOULS_N_METRICS] = { FALSE };

  if (self->metrics == NULL)
    self->metric[self->n_metrics++] = SOULS_METRIC_WITHOUT_AWS;
  for (char **id = self->metrics; id != NULL && *id != NULL; id++)
    {
      SoulsMetric metric;

      if (!souls_cli_find_metric (*id, &metric, error))
        return FALSE;
      if (!taken[metric])
        self->metric[self->n_metrics++] = metric;
      taken[metric] = TRUE;
    }
  return TRUE;
}

static gboolean
read_seed (const char *text,
           guint64    *seed,
           GError    **error)
{
  g_autoptr (GError) local_error = NULL;

  if (text == NULL || g_ascii_string_to_unsigned (text, 10, 0, G_MAXUINT64, seed, &local_error))
    return TRUE;
  souls_json_complain (NULL, error, SOULS_SCENARIO_ERROR_VALUE, "--seed: %s", local_error->message);
  return FALSE;
}

static gboolean
read_request (const Request          *self,
              SoulsSimulationRequest *request,
              GError                **error)
{
  int worlds = DEFAULT_WORLDS;
  int threads = (int) MIN (g_get_num_processors (), MAX_THREADS);

  request->seed = 1;
  if ((self->worlds != NULL && !souls_cli_parse_whole ("worlds", self->worlds, 2, SOULS_MAX_WORLDS, &worlds, error)) ||
      (self->threads != NULL && !souls_cli_parse_whole ("threads", self->threads, 1, MAX_THREADS, &threads, error)) ||
      !read_seed (self->seed, &request->seed, error))
    return FALSE;
  request->worlds = worlds;
  request->n_threads = threads;
  return TRUE;
}

static void
show_progress (gint64   done,
               gpointer data)
{
  const gint64 *worlds = data;

  fprintf (stderr, "\r%s: %3d %%%s", SOULS_CLI_NAME, (int) (100 * done / *worlds), done >= *worlds ? "\n" : "");
}

typedef double (*Reader) (const SoulsSimulation *simulation, SoulsMetric metric, int t, int i);

static double
read_mean (const SoulsSimulation *simulation,
           SoulsMetric            metric,
           int                    t,
           int                    i)
{
  return i == 0 ? souls_simulation_get_mean (simulation, metric, t) : souls_simulation_get_mean_error (simulation, metric, t);
}

static double
read_positive (const SoulsSimulation *simulation,
               SoulsMetric            metric,
               int                    t,
               int                    i)
{
  return i == 0 ? souls_simulation_get_positive (simulation, metric, t)
                : souls_simulation_get_positive_error (simulation, metric, t);
}

static void
set_series (JsonObject            *object,
            const char            *member,
            const SoulsSimulation *simulation,
            SoulsMetric            metric,
            Reader                 read,
            int                    i)
{
  JsonArray *series = json_array_new ();

  for (int t = 0; t <= souls_simulation_get_horizon (simulation); t++)
    {
      const double value = read (simulation, metric, t, i);

      if (isfinite (value))
        json_array_add_double_element (series, value);
      else
        json_array_add_null_element (series);
    }
  json_object_set_array_member (object, member, series);
}

static JsonObject *
create_metric (const SoulsSimulation *simulation,
               SoulsMetric            metric)
{
  JsonObject *object = json_object_new ();

  set_series (object, "mean", simulation, metric, read_mean, 0);
  for (guint i = 0; i < G_N_ELEMENTS (probabilities); i++)
    set_series (object, names[i], simulation, metric, souls_simulation_get_quantile, (int) i);
  set_series (object, "positive", simulation, metric, read_positive, 0);
  set_series (object, "mean_error", simulation, metric, read_mean, 1);
  for (guint i = 0; i < G_N_ELEMENTS (probabilities); i++)
    set_series (object, error_names[i], simulation, metric, souls_simulation_get_quantile_error, (int) i);
  set_series (object, "positive_error", simulation, metric, read_positive, 1);
  return object;
}

static char *
write_json (const SoulsSimulation *simulation,
            const Request         *request,
            int                    base_year)
{
  g_autoptr (JsonObject) root = json_object_new ();
  g_autoptr (JsonNode) node = NULL;
  JsonObject *metrics = json_object_new ();
  JsonArray *years = json_array_new ();

  for (int t = 0; t <= souls_simulation_get_horizon (simulation); t++)
    json_array_add_int_element (years, base_year + t);
  for (int i = 0; i < request->n_metrics; i++)
    json_object_set_object_member (metrics, souls_metric_info (request->metric[i])->id,
                                   create_metric (simulation, request->metric[i]));
  json_object_set_int_member (root, "worlds", souls_simulation_get_worlds (simulation));
  json_object_set_int_member (root, "seed", (gint64) souls_simulation_get_seed (simulation));
  json_object_set_array_member (root, "years", years);
  json_object_set_object_member (root, "metrics", metrics);
  node = json_node_init_object (json_node_alloc (), root);
  return souls_table_print_json (node);
}

static void
add_year (SoulsTable            *table,
          const SoulsSimulation *simulation,
          SoulsMetric            metric,
          int                    t,
          int                    year)
{
  const double positive = souls_simulation_get_positive (simulation, metric, t);
  g_autofree char *worlds = souls_cli_show_value (SOULS_UNIT_PERCENT, positive);
  g_autofree char *shown_year = g_strdup_printf ("%d", year);

  souls_table_add_text (table, souls_metric_info (metric)->id, NULL);
  souls_table_add_number (table, year, shown_year);
  souls_cli_add_metric (table, metric, souls_simulation_get_mean (simulation, metric, t));
  for (guint i = 0; i < G_N_ELEMENTS (probabilities); i++)
    souls_cli_add_metric (table, metric, souls_simulation_get_quantile (simulation, metric, t, (int) i));
  souls_table_add_number (table, positive, worlds);
}

static char *
write_table (const SoulsSimulation *simulation,
             const Request         *request,
             int                    base_year,
             SoulsTableFormat       format)
{
  g_autoptr (SoulsTable) table = souls_table_new ();
  /* Translators: quantiles: in 5 of 100 worlds it is less. */
  const char *const titles[] = { _("5 %"), _("25 %"), _("Median"), _("75 %"), _("95 %") };

  souls_table_add_column (table, "metric", _("Metric"));
  souls_table_add_column (table, "year", _("Year"));
  souls_table_add_column (table, "mean", _("Mean"));
  for (guint i = 0; i < G_N_ELEMENTS (probabilities); i++)
    souls_table_add_column (table, names[i], titles[i]);
  souls_table_add_column (table, "positive", _("Worlds above 0"));
  for (int i = 0; i < request->n_metrics; i++)
    for (int t = 0; t <= souls_simulation_get_horizon (simulation); t++)
      add_year (table, simulation, request->metric[i], t, base_year + t);
  return souls_table_write (table, format);
}

/* Runs it so that Ctrl-C ends it cleanly. */
static gboolean
run (SoulsSimulation        *simulation,
     SoulsSimulationRequest *request,
     GError                **error)
{
  void (*before) (int) = signal (SIGINT, interrupt);
  gboolean done;

  request->cancelled = &interrupted;
  if (request->worlds >= LONG_RUN && isatty (STDERR_FILENO))
    {
      request->progress = show_progress;
      request->progress_data = &request->worlds;
    }
  done = souls_simulation_run (simulation, request);
  signal (SIGINT, before);
  if (!done && request->progress != NULL)
    fputc ('\n', stderr);
  if (!done)
    souls_json_complain (NULL, error, SOULS_SCENARIO_ERROR_READ, "stopped before all worlds were simulated");
  return done;
}

/**
 * souls_cli_run_simulate:
 *
 * Draws every driver from its band in many worlds, and sums up what becomes of the metrics.
 */
SoulsExit
souls_cli_run_simulate (int      argc,
                        char   **argv,
                        GString *output,
                        GError **error)
{
  g_auto (SoulsCliOptions) options = { 0 };
  g_auto (SoulsCliScenario) scenario = { 0 };
  g_auto (Request) request = { 0 };
  g_autoptr (SoulsSimulation) simulation = souls_simulation_new ();
  g_autofree char *text = NULL;
  SoulsSimulationRequest worlds = { .probabilities = probabilities, .n_probabilities = G_N_ELEMENTS (probabilities) };
  const GOptionEntry entries[] = {
    { "metric", 'm', 0, G_OPTION_ARG_STRING_ARRAY, &request.metrics, N_("Sum up this metric; may be repeated"), N_("ID") },
    { "worlds", 'w', 0, G_OPTION_ARG_STRING, &request.worlds, N_("How many worlds"), N_("N") },
    { "seed", 's', 0, G_OPTION_ARG_STRING, &request.seed, N_("The same seed gives the same worlds"), N_("SEED") },
    { "threads", 0, 0, G_OPTION_ARG_STRING, &request.threads, N_("How many threads; the results are the same"), N_("N") },
    { NULL }
  };

  if (!souls_cli_options_parse (&options, SOULS_CLI_TAKES_SCENARIO | SOULS_CLI_TAKES_REST, entries, argc, argv, error) ||
      !souls_cli_check_rest (&options, 0, 1, error) || !read_metrics (&request, error) ||
      !read_request (&request, &worlds, error) ||
      !souls_cli_scenario_load (&scenario, options.rest != NULL ? options.rest[0] : NULL, &options, error))
    return SOULS_EXIT_BAD;
  worlds.calibration = scenario.calibration;
  worlds.settings = &scenario.scenario->settings;
  worlds.drivers = &scenario.drivers;
  worlds.bands = scenario.bands;
  worlds.metrics = request.metric;
  worlds.n_metrics = request.n_metrics;
  if (!run (simulation, &worlds, error))
    return SOULS_EXIT_INTERRUPTED;
  text = options.format == SOULS_TABLE_JSON ? write_json (simulation, &request, scenario.calibration->year)
                                            : write_table (simulation, &request, scenario.calibration->year, options.format);
  g_string_append (output, text);
  return SOULS_EXIT_YES;
}
