/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>
#include <string.h>

#include "fixture.h"
#include "souls-batch.h"
#include "souls-quantiles.h"
#include "souls-simulation.h"

/* Everything that a request borrows. */
typedef struct
{
  FixtureScenario scenario;
  SoulsBand bands[SOULS_N_DRIVERS];
  SoulsMetric metrics[SOULS_N_SERIES];
  double probabilities[SOULS_MAX_PROBABILITIES];
  SoulsSimulationRequest request;
} Stage;

static const double five[] = { 0.05, 0.25, 0.5, 0.75, 0.95 };
static const double ends_too[] = { 0, 0.0001, 0.05, 0.25, 0.5, 0.75, 0.95, 1 };
static const SoulsMetric two[] = { SOULS_METRIC_WITHOUT_AWS, SOULS_METRIC_INCOME_TOTAL };

static void
set_stage (Stage *stage,
           int    year)
{
  fixture_baseline (year, &stage->scenario);
  souls_bands_compute (fixture_calibrations (), FIXTURE_N_YEARS, stage->scenario.c, stage->bands);
  stage->request = (SoulsSimulationRequest) {
    .calibration = stage->scenario.c,
    .settings = &stage->scenario.settings,
    .drivers = &stage->scenario.drivers,
    .bands = stage->bands,
    .metrics = two,
    .n_metrics = G_N_ELEMENTS (two),
    .probabilities = five,
    .n_probabilities = G_N_ELEMENTS (five),
    .worlds = 3000,
    .seed = 7,
    .n_threads = 2,
  };
}

/* A scenario in which much happens: profits near 0, the flywheel, every rung. */
static void
set_lively_stage (Stage *stage)
{
  SoulsDrivers *drivers = &stage->scenario.drivers;

  set_stage (stage, 2022);
  stage->scenario.settings.rung = SOULS_RUNG_ONE_TIME;
  drivers->target[SOULS_DRIVER_PRICE_RESPONSE] = 1.5;
  drivers->target[SOULS_DRIVER_SELECTION_RESPONSE] = 0.4;
  drivers->target[SOULS_DRIVER_REINVESTMENT] = 0.3;
  drivers->target[SOULS_DRIVER_THIRD_PARTY_SHARE] = 0.7;
}

static void
check_same (const SoulsSimulation        *a,
            const SoulsSimulation        *b,
            const SoulsSimulationRequest *request)
{
  for (int i = 0; i < request->n_metrics; i++)
    for (int t = 0; t <= request->settings->horizon; t++)
      {
        const SoulsMetric m = request->metrics[i];

        g_assert_true (fixture_is_same (souls_simulation_get_mean (a, m, t), souls_simulation_get_mean (b, m, t)));
        g_assert_true (fixture_is_same (souls_simulation_get_mean_error (a, m, t), souls_simulation_get_mean_error (b, m, t)));
        g_assert_true (fixture_is_same (souls_simulation_get_positive (a, m, t), souls_simulation_get_positive (b, m, t)));
        for (int j = 0; j < request->n_probabilities; j++)
          {
            g_assert_true (fixture_is_same (souls_simulation_get_quantile (a, m, t, j),
                                            souls_simulation_get_quantile (b, m, t, j)));
            g_assert_true (fixture_is_same (souls_simulation_get_quantile_error (a, m, t, j),
                                            souls_simulation_get_quantile_error (b, m, t, j)));
          }
      }
}

/* The model page's formula, worked out by the independent implementation. */
static void
test_uniforms (void)
{
  g_autoptr (JsonNode) root = fixture_load_json ("SOULS_TEST_SIMULATION");
  JsonArray *rows = json_object_get_array_member (json_node_get_object (root), "uniforms");

  /* The seed 2^64 − 1 is more than the JSON reader can hold, so that it is named here. */
  const struct
  {
    guint64 seed;
    guint64 world;
    int driver;
  } asked[] = {
    { 0, 0, 0 }, { 0, 0, 1 }, { 1, 0, 0 }, { 20260517, 12345, 35 }, { G_MAXUINT64, 99999999, 7 }, { 42, 1 << 20, 17 },
  };

  g_assert_cmpint ((int) json_array_get_length (rows), ==, (int) G_N_ELEMENTS (asked));
  for (guint i = 0; i < G_N_ELEMENTS (asked); i++)
    {
      JsonArray *row = json_array_get_array_element (rows, i);

      g_assert_cmpint ((int) json_array_get_int_element (row, 2), ==, asked[i].driver);
      g_assert_cmpfloat (souls_world_uniform (asked[i].seed, asked[i].world, (SoulsDriver) asked[i].driver), ==,
                         json_array_get_double_element (row, 3));
    }
}

static void
test_triangle (void)
{
  const struct
  {
    double low;
    double mode;
    double high;
    double u;
    double expected;
  } rows[] = {
    { 1, 2, 5, 0, 1 },         /* the lower end */
    { 1, 2, 5, 0.25, 2 },      /* the mode: (2 − 1) / (5 − 1) of the draws lie below it */
    { 1, 2, 5, 1, 5 },         /* the upper end */
    { 1, 2, 5, 0.0625, 1.5 },  /* 1 + √(0.0625 · 4 · 1) */
    { 1, 2, 5, 0.8125, 3.5 },  /* 5 − √(0.1875 · 4 · 3) */
    { -1, 0, 1, 0.5, 0 },      /* the middle of a symmetric one */
    { 0, 0, 4, 0, 0 },         /* the mode at an end */
    { 0, 0, 4, 0.75, 2 },
    { 0, 4, 4, 0.25, 2 },
    { 7, 7, 7, 0.3, 7 },       /* no width */
    { 1, 9, 5, 1, 9 },         /* a mode beyond the band widens it */
    { 3, 1, 5, 0, 1 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    g_assert_cmpfloat (fabs (souls_triangle_at (rows[i].low, rows[i].mode, rows[i].high, rows[i].u) - rows[i].expected), <=,
                       rows[i].u == 0.8125 || rows[i].u == 0.75 || rows[i].u == 0.25 ? 1e-14 : 0);
  for (int i = 1; i < 100; i++)
    g_assert_cmpfloat (fabs (souls_triangle_at (-2, 0, 2, i / 100.0) + souls_triangle_at (-2, 0, 2, 1 - i / 100.0)), <=, 1e-14);
}

static void
test_any_number_of_threads (void)
{
  const gint64 worlds[] = { 2, 63, 3000, 60000 };
  const int threads[] = { 2, 3, 7 };
  Stage stage;

  set_lively_stage (&stage);
  for (gsize i = 0; i < G_N_ELEMENTS (worlds); i++)
    {
      g_autoptr (SoulsSimulation) one = souls_simulation_new ();

      stage.request.worlds = worlds[i];
      stage.request.n_threads = 1;
      g_assert_true (souls_simulation_run (one, &stage.request));
      for (gsize j = 0; j < G_N_ELEMENTS (threads); j++)
        {
          g_autoptr (SoulsSimulation) many = souls_simulation_new ();

          stage.request.n_threads = threads[j];
          g_assert_true (souls_simulation_run (many, &stage.request));
          check_same (one, many, &stage.request);
        }
    }
}

/* One object used for runs of all shapes gives what new ones give. */
static void
test_used_again (void)
{
  g_autoptr (SoulsSimulation) used = souls_simulation_new ();
  const gint64 worlds[] = { 3000, 60000, 3000, 100, 60000, 60000 };
  Stage stage;

  for (gsize i = 0; i < G_N_ELEMENTS (worlds); i++)
    {
      g_autoptr (SoulsSimulation) fresh = souls_simulation_new ();

      set_stage (&stage, 2020 + (int) i);
      stage.scenario.settings.horizon = 8 + (int) i / 2;
      stage.request.worlds = worlds[i];
      stage.request.n_metrics = 1 + (int) i % 2;
      g_assert_true (souls_simulation_run (used, &stage.request));
      g_assert_true (souls_simulation_run (fresh, &stage.request));
      check_same (used, fresh, &stage.request);
      g_assert_cmpint ((int) souls_simulation_get_worlds (used), ==, (int) worlds[i]);
      g_assert_cmpint (souls_simulation_get_horizon (used), ==, stage.scenario.settings.horizon);
      g_assert_true (souls_simulation_get_seed (used) == stage.request.seed);
      g_assert_true (souls_simulation_has_metric (used, SOULS_METRIC_INCOME_TOTAL) == (stage.request.n_metrics == 2));
      g_assert_false (souls_simulation_has_metric (used, SOULS_METRIC_GMV));
    }
}

static int
compare_doubles (const void *a,
                 const void *b)
{
  const double x = *(const double *) a;
  const double y = *(const double *) b;

  return (x > y) - (x < y);
}

static double
get_sorted (const double *sorted,
            gsize         n,
            double        position)
{
  const double inside = CLAMP (position, 0, (double) n - 1);
  const gsize below = (gsize) inside;
  const gsize above = MIN (below + 1, n - 1);

  return sorted[below] + (inside - (double) below) * (sorted[above] - sorted[below]);
}

/* All values of the run, by metric, by t, by world. */
static double *
draw_all (const Stage *stage)
{
  const SoulsSimulationRequest *request = &stage->request;
  const int n_rows = request->n_metrics * (request->settings->horizon + 1);
  const gsize stride = ((gsize) request->worlds + SOULS_BATCH_LANES - 1) / SOULS_BATCH_LANES * SOULS_BATCH_LANES;
  SoulsBatch *batch = g_aligned_alloc0 (1, sizeof *batch, SOULS_BATCH_ALIGNMENT);
  g_autofree double **rows = g_new (double *, n_rows);
  double *values = g_new (double, (gsize) n_rows * stride);

  for (int i = 0; i < n_rows; i++)
    rows[i] = values + (gsize) i * stride;
  souls_batch_init (batch, request->calibration, request->settings, request->drivers, request->metrics, request->n_metrics);
  souls_batch_set_bands (batch, request->drivers, request->bands);
  for (gsize world = 0; world < stride; world += SOULS_BATCH_LANES)
    {
      souls_batch_draw (batch, request->seed, world);
      souls_batch_project (batch, rows, world);
    }
  for (int i = 0; i < n_rows; i++)
    memmove (values + i * request->worlds, rows[i], (gsize) request->worlds * sizeof *values);
  g_aligned_free (batch);
  return values;
}

static void
check_sorted (const Stage           *stage,
              const SoulsSimulation *simulation,
              SoulsMetric            metric,
              int                    t,
              double                *values)
{
  gsize n = 0;

  for (gint64 i = 0; i < stage->request.worlds; i++)
    if (!isnan (values[i]))
      values[n++] = values[i];
  qsort (values, n, sizeof *values, compare_doubles);
  for (int i = 0; i < stage->request.n_probabilities; i++)
    {
      const double p = stage->request.probabilities[i];
      const double position = ((double) n - 1) * p;
      const double spread = sqrt ((double) n * p * (1 - p));
      const double value = souls_simulation_get_quantile (simulation, metric, t, i);
      const double error = souls_simulation_get_quantile_error (simulation, metric, t, i);

      if (n == 0)
        {
          g_assert_true (isnan (value) && isnan (error));
          continue;
        }
      g_assert_cmpfloat (value, ==, get_sorted (values, n, position));
      g_assert_cmpfloat (error, ==, 0.5 * (get_sorted (values, n, position + spread) -
                                           get_sorted (values, n, position - spread)));
    }
}

/* Every metric, those with nulls, with a value that many worlds share and with long tails among them. */
static void
check_full_sort (Stage *stage)
{
  const int n_years = stage->scenario.settings.horizon + 1;
  g_autoptr (SoulsSimulation) simulation = souls_simulation_new ();
  g_autofree double *values = draw_all (stage);

  g_assert_true (souls_simulation_run (simulation, &stage->request));
  for (int i = 0; i < stage->request.n_metrics; i++)
    for (int t = 0; t < n_years; t++)
      check_sorted (stage, simulation, stage->request.metrics[i], t, values + (i * n_years + t) * stage->request.worlds);
}

static void
want_every_metric (Stage *stage)
{
  for (int i = 0; i < SOULS_N_SERIES; i++)
    stage->metrics[i] = (SoulsMetric) i;
  stage->request.metrics = stage->metrics;
  stage->request.n_metrics = SOULS_N_SERIES;
  stage->request.probabilities = ends_too;
  stage->request.n_probabilities = G_N_ELEMENTS (ends_too);
}

static void
test_quantiles_are_those_of_a_sort (void)
{
  const gint64 worlds[] = { 2, 1000, 16384, 40001 };
  Stage stage;

  for (gsize i = 0; i < G_N_ELEMENTS (worlds); i++)
    {
      set_lively_stage (&stage);
      stage.scenario.settings.horizon = 3;
      want_every_metric (&stage);
      stage.request.worlds = worlds[i];
      check_full_sort (&stage);
    }
  set_stage (&stage, 2014);
  want_every_metric (&stage);
  stage.scenario.settings.horizon = 2;
  stage.request.worlds = 40001;
  check_full_sort (&stage);
  set_stage (&stage, 2025);
  souls_simulation_want_outcomes (&stage.request);
  stage.request.worlds = 100000;
  check_full_sort (&stage);
}

static void
read_stage (JsonObject *root,
            JsonObject *object,
            Stage      *stage)
{
  JsonObject *drivers = json_object_get_object_member (object, "drivers");
  JsonArray *probabilities = json_object_get_array_member (root, "probabilities");
  g_autoptr (GList) moved = json_object_get_members (drivers);
  g_autoptr (GList) metrics = json_object_get_members (json_object_get_object_member (object, "metrics"));

  set_stage (stage, (int) json_object_get_int_member (object, "base_year"));
  stage->scenario.settings.horizon = (int) json_object_get_int_member (object, "horizon");
  stage->scenario.settings.phase_in = (int) json_object_get_int_member (object, "phase_in");
  stage->scenario.settings.rung = (SoulsRung) json_object_get_int_member (object, "rung");
  stage->request.worlds = json_object_get_int_member (object, "worlds");
  stage->request.seed = (guint64) json_object_get_int_member (root, "seed");
  for (GList *l = moved; l != NULL; l = l->next)
    {
      SoulsDriver driver;

      g_assert_true (souls_driver_from_id (l->data, &driver));
      stage->scenario.drivers.target[driver] = souls_driver_from_shown (driver, json_object_get_double_member (drivers, l->data));
    }
  stage->request.metrics = stage->metrics;
  stage->request.n_metrics = 0;
  for (GList *l = metrics; l != NULL; l = l->next)
    g_assert_true (souls_metric_from_id (l->data, &stage->metrics[stage->request.n_metrics++]));
  stage->request.probabilities = stage->probabilities;
  stage->request.n_probabilities = (int) json_array_get_length (probabilities);
  for (int i = 0; i < stage->request.n_probabilities; i++)
    stage->probabilities[i] = json_array_get_double_element (probabilities, (guint) i);
}

static void
check_number (const char *what,
              double      value,
              double      expected,
              double      scale)
{
  if (!(fabs (value - expected) <= 1e-6 * fabs (scale)))
    g_error ("%s: %.17g, expected %.17g", what, value, expected);
}

static void
check_summary (const SoulsSimulation *simulation,
               SoulsMetric            metric,
               int                    t,
               JsonObject            *expected)
{
  const char *id = souls_metric_info (metric)->id;
  const double mean = json_object_get_double_member (expected, "mean");
  const double mean_error = json_object_get_double_member (expected, "mean_error");
  const double scale = MAX (fabs (mean), mean_error * sqrt (json_object_get_double_member (expected, "known")));
  JsonArray *quantiles = json_object_get_array_member (expected, "quantiles");
  JsonArray *errors = json_object_get_array_member (expected, "quantile_errors");

  check_number (id, souls_simulation_get_mean (simulation, metric, t), mean, scale);
  check_number (id, souls_simulation_get_mean_error (simulation, metric, t), mean_error, MAX (mean_error, 1e-6 * scale));
  check_number (id, souls_simulation_get_positive (simulation, metric, t),
                json_object_get_double_member (expected, "positive"), 1);
  check_number (id, souls_simulation_get_positive_error (simulation, metric, t),
                json_object_get_double_member (expected, "positive_error"), 1);
  for (guint i = 0; i < json_array_get_length (quantiles); i++)
    {
      const double quantile = json_array_get_double_element (quantiles, i);

      check_number (id, souls_simulation_get_quantile (simulation, metric, t, (int) i), quantile, MAX (fabs (quantile), scale));
      check_number (id, souls_simulation_get_quantile_error (simulation, metric, t, (int) i),
                    json_array_get_double_element (errors, i), MAX (fabs (quantile), scale));
    }
}

static void
test_golden (void)
{
  g_autoptr (JsonNode) root = fixture_load_json ("SOULS_TEST_SIMULATION");
  JsonObject *object = json_node_get_object (root);
  JsonArray *scenarios = json_object_get_array_member (object, "scenarios");

  g_assert_cmpint ((int) json_array_get_length (scenarios), >=, 3);
  for (guint i = 0; i < json_array_get_length (scenarios); i++)
    {
      g_autoptr (SoulsSimulation) simulation = souls_simulation_new ();
      JsonObject *scenario = json_array_get_object_element (scenarios, i);
      JsonObject *metrics = json_object_get_object_member (scenario, "metrics");
      Stage stage;

      read_stage (object, scenario, &stage);
      g_assert_true (souls_simulation_run (simulation, &stage.request));
      for (int j = 0; j < stage.request.n_metrics; j++)
        for (int t = 0; t <= stage.scenario.settings.horizon; t++)
          check_summary (simulation, stage.metrics[j], t, json_array_get_object_element (
            json_object_get_array_member (metrics, souls_metric_info (stage.metrics[j])->id), (guint) t));
    }
}

/* What 200 runs of other worlds each say of themselves, and how much they really differ. */
static void
test_standard_errors (void)
{
  enum { N_SEEDS = 200, N_KINDS = 2 + G_N_ELEMENTS (five) };
  g_autoptr (SoulsSimulation) simulation = souls_simulation_new ();
  const int t = 5;
  double sum[N_KINDS] = { 0 };
  double squares[N_KINDS] = { 0 };
  double errors[N_KINDS] = { 0 };
  Stage stage;

  set_stage (&stage, 2022);
  stage.request.worlds = 400;
  for (int seed = 0; seed < N_SEEDS; seed++)
    {
      stage.request.seed = (guint64) seed;
      g_assert_true (souls_simulation_run (simulation, &stage.request));
      for (int i = 0; i < N_KINDS; i++)
        {
          const double value = i == 0 ? souls_simulation_get_mean (simulation, SOULS_METRIC_WITHOUT_AWS, t)
                               : i == 1 ? souls_simulation_get_positive (simulation, SOULS_METRIC_WITHOUT_AWS, t)
                               : souls_simulation_get_quantile (simulation, SOULS_METRIC_WITHOUT_AWS, t, i - 2);

          sum[i] += value;
          squares[i] += value * value;
          errors[i] += i == 0 ? souls_simulation_get_mean_error (simulation, SOULS_METRIC_WITHOUT_AWS, t)
                       : i == 1 ? souls_simulation_get_positive_error (simulation, SOULS_METRIC_WITHOUT_AWS, t)
                       : souls_simulation_get_quantile_error (simulation, SOULS_METRIC_WITHOUT_AWS, t, i - 2);
        }
    }
  for (int i = 0; i < N_KINDS; i++)
    {
      const double deviation = sqrt ((squares[i] - sum[i] * sum[i] / N_SEEDS) / (N_SEEDS - 1));
      const double ratio = deviation / (errors[i] / N_SEEDS);

      g_test_message ("kind %d: real deviation / stated error = %.3f", i, ratio);
      g_assert_cmpfloat (ratio, >, 0.8);
      g_assert_cmpfloat (ratio, <, 1.25);
    }
}

static void
test_no_width (void)
{
  g_autoptr (SoulsSimulation) simulation = souls_simulation_new ();
  const gint64 worlds[] = { 2, 1000, 60000 };
  SoulsResults results;
  Stage stage;

  set_lively_stage (&stage);
  fixture_run (&stage.scenario, &results);
  for (int i = 0; i < SOULS_N_DRIVERS; i++)
    stage.bands[i].low = stage.bands[i].high = stage.scenario.drivers.target[i];
  for (gsize i = 0; i < G_N_ELEMENTS (worlds); i++)
    {
      stage.request.worlds = worlds[i];
      g_assert_true (souls_simulation_run (simulation, &stage.request));
      for (int t = 0; t <= results.horizon; t++)
        {
          const double value = souls_simulation_get_mean (simulation, SOULS_METRIC_WITHOUT_AWS, t);
          const double expected = results.value[SOULS_METRIC_WITHOUT_AWS][t];

          fixture_assert_near ("mean", value, expected, expected, &stage.scenario);
          g_assert_cmpfloat (souls_simulation_get_mean_error (simulation, SOULS_METRIC_WITHOUT_AWS, t), ==, 0);
          g_assert_cmpfloat (souls_simulation_get_positive (simulation, SOULS_METRIC_WITHOUT_AWS, t), ==, expected > 0);
          for (int j = 0; j < stage.request.n_probabilities; j++)
            {
              g_assert_cmpfloat (souls_simulation_get_quantile (simulation, SOULS_METRIC_WITHOUT_AWS, t, j), ==, value);
              g_assert_cmpfloat (souls_simulation_get_quantile_error (simulation, SOULS_METRIC_WITHOUT_AWS, t, j), ==, 0);
            }
        }
    }
}

/* In the base year only the rungs' sliders count. */
static void
test_base_year (void)
{
  g_autoptr (SoulsSimulation) simulation = souls_simulation_new ();
  SoulsResults results;
  Stage stage;

  for (int rung = 0; rung < SOULS_N_RUNGS; rung++)
    {
      set_stage (&stage, 2025);
      stage.scenario.settings.rung = (SoulsRung) rung;
      fixture_run (&stage.scenario, &results);
      g_assert_true (souls_simulation_run (simulation, &stage.request));
      g_assert_cmpfloat (souls_simulation_get_mean (simulation, SOULS_METRIC_INCOME_TOTAL, 0), ==,
                         results.value[SOULS_METRIC_INCOME_TOTAL][0]);
      g_assert_true ((souls_simulation_get_mean_error (simulation, SOULS_METRIC_WITHOUT_AWS, 0) > 0) == (rung > 0));
    }
}

typedef struct
{
  int cancelled;
  gint64 after;          /* worlds at which to cancel */
  gint64 last;
  int n_calls;
} Watch;

static void
watched_cb (gint64   done,
            gpointer data)
{
  Watch *watch = data;

  g_assert_true (done > watch->last);
  watch->last = done;
  watch->n_calls++;
  if (done >= watch->after)
    g_atomic_int_set (&watch->cancelled, TRUE);
}

static void
test_cancel (void)
{
  const gint64 worlds[] = { 16000, 200000 };
  const gint64 after[] = { 0, 5000, G_MAXINT64 };
  Stage stage;

  for (gsize i = 0; i < G_N_ELEMENTS (worlds) * G_N_ELEMENTS (after); i++)
    {
      g_autoptr (SoulsSimulation) simulation = souls_simulation_new ();
      Watch watch = { .after = after[i % G_N_ELEMENTS (after)] };
      const gboolean to_the_end = watch.after == G_MAXINT64;

      set_stage (&stage, 2025);
      stage.request.worlds = worlds[i / G_N_ELEMENTS (after)];
      stage.request.cancelled = &watch.cancelled;
      stage.request.progress = watched_cb;
      stage.request.progress_data = &watch;
      watch.cancelled = watch.after == 0;
      g_assert_true (souls_simulation_run (simulation, &stage.request) == to_the_end);
      g_assert_true (souls_simulation_has_metric (simulation, SOULS_METRIC_WITHOUT_AWS) == to_the_end);
      g_assert_true (watch.last <= stage.request.worlds);
      g_assert_true ((watch.n_calls > 0) == (watch.after > 0));
      watch.cancelled = FALSE;
      watch.last = 0;
      watch.after = G_MAXINT64;
      g_assert_true (souls_simulation_run (simulation, &stage.request));
      g_assert_true (souls_simulation_has_metric (simulation, SOULS_METRIC_WITHOUT_AWS));
    }
}

static void
test_outcomes (void)
{
  g_autoptr (SoulsSimulation) simulation = souls_simulation_new ();
  const SoulsSimulationRequest *request;
  Stage stage;

  set_stage (&stage, 2025);
  request = &stage.request;
  souls_simulation_want_outcomes (&stage.request);
  g_assert_true (souls_simulation_run (simulation, request));
  for (int i = 1; i < request->n_probabilities; i++)
    g_assert_cmpfloat (request->probabilities[i - 1], <, request->probabilities[i]);
  for (int i = 0; i < 100; i++)
    g_assert_true (isfinite (souls_simulation_get_quantile_of (simulation, SOULS_METRIC_WITHOUT_AWS, 10, (i + 0.5) / 100)));
  for (gsize i = 0; i < G_N_ELEMENTS (five); i++)
    g_assert_true (isfinite (souls_simulation_get_quantile_of (simulation, SOULS_METRIC_INCOME_TOTAL, 10, five[i])));
  for (int i = 0; i < request->n_probabilities; i++)
    g_assert_cmpfloat (souls_simulation_get_quantile_of (simulation, SOULS_METRIC_WITHOUT_AWS, 4, request->probabilities[i]), ==,
                       souls_simulation_get_quantile (simulation, SOULS_METRIC_WITHOUT_AWS, 4, i));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/simulation/uniforms", test_uniforms);
  g_test_add_func ("/model/simulation/triangle", test_triangle);
  g_test_add_func ("/model/simulation/any-number-of-threads", test_any_number_of_threads);
  g_test_add_func ("/model/simulation/used-again", test_used_again);
  g_test_add_func ("/model/simulation/quantiles-are-those-of-a-sort", test_quantiles_are_those_of_a_sort);
  g_test_add_func ("/model/simulation/golden", test_golden);
  g_test_add_func ("/model/simulation/standard-errors", test_standard_errors);
  g_test_add_func ("/model/simulation/no-width", test_no_width);
  g_test_add_func ("/model/simulation/base-year", test_base_year);
  g_test_add_func ("/model/simulation/cancel", test_cancel);
  g_test_add_func ("/model/simulation/outcomes", test_outcomes);
  return g_test_run ();
}
