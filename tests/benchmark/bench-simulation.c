/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "bench.h"

#include <stdio.h>
#include <stdlib.h>

#include "souls-data-set.h"
#include "souls-map.h"
#include "souls-seek.h"
#include "souls-simulation.h"

/* What arithmetic allows, counted by hand in the source, for `without-aws` as plain arithmetic over 10 years. A world draws
 * 13 drivers, each with some 13 operations on integers and 14 on doubles (souls_batch_draw), a square root among them that
 * takes as long as some 16 others: 13 · (27 + 16) = 560. A year has 67 operations on doubles (project_stores without lines)
 * and 2 for the weight of the fade: 690 in ten years. Each of the ten values is added up with 8 operations and placed in a
 * bin with 8: 160. That is 1,410 operations, in registers of 8 lanes 176 a world; counting and keeping a value are some 7
 * more, one at a time: 70 a world, of which a processor does about 4 at once. A core that starts one multiplication and one
 * addition of 512 bits a cycle needs at least 88 + 18 cycles, at 3.1 GHz 34 ns a world: 29 million worlds a second and core,
 * if both came in equal parts and memory cost nothing. */

#define MILLION 1000000
#define ENOUGH_WORLDS_A_SECOND 11.0        /* million, on two threads */
#define CHART_TARGET 8000.0
#define MAP_POINTS 200
#define MAP_TARGET 20000.0
#define SEEK_TARGET 100.0
#define RANKING_TARGET 3000.0

typedef struct
{
  const SoulsCalibration *calibration;
  SoulsSettings settings;
  SoulsDrivers drivers;
  SoulsBand bands[SOULS_N_DRIVERS];
  SoulsSimulation *simulation;
  SoulsSimulationRequest request;
  SoulsQuestion question;
  double *map;
  double sink;
} Work;

static const SoulsMetric without_aws[] = { SOULS_METRIC_WITHOUT_AWS };
static const double five[] = { 0.05, 0.25, 0.5, 0.75, 0.95 };

/* Every run a slider stands elsewhere, so that nothing can be kept from the one before. */
static void
simulate (int      i,
          gpointer data)
{
  Work *work = data;
  const SoulsMetric metric = work->request.metrics[0];

  work->drivers.target[SOULS_DRIVER_AD_RATE] = work->calibration->baseline[SOULS_DRIVER_AD_RATE] + 1e-5 * (i & 63);
  souls_simulation_run (work->simulation, &work->request);
  work->sink += souls_simulation_get_quantile (work->simulation, metric, work->settings.horizon, 0);
}

static void
map (int      i,
     gpointer data)
{
  Work *work = data;
  const SoulsMapAxis x = { SOULS_DRIVER_AD_RATE, 0, 0.2, MAP_POINTS };
  const SoulsMapAxis y = { SOULS_DRIVER_HANDLING_COST, 0.10, 0.45, MAP_POINTS };

  work->drivers.target[SOULS_DRIVER_AD_MARGIN] = 0.5 + 1e-4 * (i & 63);
  souls_map_compute (&work->question, &x, &y, work->map);
  work->sink += work->map[MAP_POINTS];
}

static void
seek (int      i,
      gpointer data)
{
  Work *work = data;
  SoulsGoal goal;

  souls_seek (&work->question, SOULS_DRIVER_HANDLING_COST, 100.0 * (i & 63), &goal);
  work->sink += goal.value;
}

static void
rank (int      i,
      gpointer data)
{
  Work *work = data;
  SoulsGoal goals[SOULS_N_DRIVERS];

  work->sink += souls_seek_all (&work->question, 100.0 * (i & 63), goals);
}

static void
find_edges (int      i,
            gpointer data)
{
  Work *work = data;
  SoulsKnifeEdge edges[SOULS_N_DRIVERS];

  work->sink += souls_knife_edges_find (&work->question, work->bands, edges);
}

static void
measure_worlds (Work       *work,
                gint64      worlds,
                int         n_threads,
                int         n_samples,
                double      target)
{
  g_autofree char *name = g_strdup_printf ("%" G_GINT64_FORMAT " worlds, %d years, %d quantiles of %d, threads: %d", worlds,
                                           work->settings.horizon, work->request.n_probabilities,
                                           work->request.n_metrics, n_threads);
  gint64 least = G_MAXINT64;

  work->request.worlds = worlds;
  work->request.n_threads = n_threads;
  souls_bench_measure (name, simulate, work, n_samples, 1, target);
  for (int i = 0; i < n_samples; i++)
    {
      const gint64 start = g_get_monotonic_time ();

      simulate (i, work);
      least = MIN (least, g_get_monotonic_time () - start);
    }
  printf ("  that is %.1f million worlds a second\n", (double) worlds / (double) MAX (least, 1));
}

static void
request_income (Work *work)
{
  work->request = (SoulsSimulationRequest) {
    .calibration = work->calibration,
    .settings = &work->settings,
    .drivers = &work->drivers,
    .bands = work->bands,
    .metrics = without_aws,
    .n_metrics = G_N_ELEMENTS (without_aws),
    .probabilities = five,
    .n_probabilities = G_N_ELEMENTS (five),
    .seed = 1,
  };
}

/* For bench-simulation-ratio: the seconds of one run, after one that warms up. */
static void
print_seconds (Work       *work,
               const char *worlds,
               const char *n_threads)
{
  gint64 start = 0;

  request_income (work);
  work->request.worlds = g_ascii_strtoll (worlds, NULL, 10);
  work->request.n_threads = (int) g_ascii_strtoll (n_threads, NULL, 10);
  for (int i = 0; i < 2; i++)
    {
      start = g_get_monotonic_time ();
      simulate (i, work);
    }
  printf ("%.6f\n", (double) (g_get_monotonic_time () - start) / G_USEC_PER_SEC);
}

static void
measure_simulation (Work *work)
{
  request_income (work);
  for (int n_threads = 1; n_threads <= 2; n_threads++)
    measure_worlds (work, MILLION, n_threads, 20, MILLION / ENOUGH_WORLDS_A_SECOND);
  souls_simulation_want_outcomes (&work->request);
  for (int n_threads = 1; n_threads <= 2; n_threads++)
    measure_worlds (work, 20000, n_threads, 100, CHART_TARGET);
  work->request.metrics = without_aws;
  work->request.n_metrics = 1;
  work->drivers.target[SOULS_DRIVER_PRICE_RESPONSE] = 1;
  work->drivers.target[SOULS_DRIVER_REINVESTMENT] = 0.25;
  printf ("the flywheel turning:\n");
  measure_worlds (work, 20000, 2, 100, CHART_TARGET);
  souls_drivers_reset (&work->drivers, work->calibration);
}

/* With two arguments, worlds and threads: the seconds of one simulation; else all that is measured. */
int
main (int   argc,
      char *argv[])
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SoulsDataSet) data = souls_data_set_load_default (&error);
  g_autoptr (SoulsSimulation) simulation = souls_simulation_new ();
  g_autofree double *values = g_new (double, MAP_POINTS * MAP_POINTS);
  const SoulsCalibration *calibrations;
  Work work = { .settings = SOULS_SETTINGS_DEFAULT, .simulation = simulation, .map = values };
  int n_calibrations;

  g_assert_no_error (error);
  calibrations = souls_data_set_get_calibrations (data, &n_calibrations);
  work.calibration = souls_data_set_get_calibration (data, souls_data_set_get_last_year (data), NULL);
  souls_drivers_reset (&work.drivers, work.calibration);
  souls_bands_compute (calibrations, n_calibrations, work.calibration, work.bands);
  if (argc == 3)
    {
      print_seconds (&work, argv[1], argv[2]);
      return work.sink == 0;
    }
  souls_bench_print_machine ();
  measure_simulation (&work);
  work.question = (SoulsQuestion) { work.calibration, &work.settings, &work.drivers, SOULS_METRIC_WITHOUT_AWS,
                                    work.settings.horizon };
  souls_bench_measure ("map of 200 x 200, the tenth year", map, &work, 100, 1, MAP_TARGET);
  souls_bench_measure ("goal seek, one driver", seek, &work, 200, 10, SEEK_TARGET);
  souls_bench_measure ("goal seek, all drivers ranked", rank, &work, 100, 1, RANKING_TARGET);
  souls_bench_measure ("knife edges of all drivers", find_edges, &work, 100, 1, RANKING_TARGET);
  return work.sink == 0;
}
