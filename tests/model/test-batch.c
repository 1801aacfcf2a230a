/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>
#include <string.h>

#include "fixture.h"
#include "souls-batch.h"
#include "souls-simulation.h"

#define N_SCENARIOS 300
#define LANES SOULS_BATCH_LANES
#define MAX_ROWS (SOULS_N_SERIES * SOULS_MAX_YEARS)

/* Lanes of one shape, each with its own sliders, and what the batch makes of them. */
typedef struct
{
  FixtureScenario lane[LANES];
  SoulsMetric metrics[SOULS_N_SERIES];
  int n_metrics;
  SoulsBatch batch;
  double *rows[MAX_ROWS];
  double values[MAX_ROWS][LANES];
} Work;

static Work *
new_work (void)
{
  Work *work = g_aligned_alloc0 (1, sizeof *work, SOULS_BATCH_ALIGNMENT);

  for (int i = 0; i < MAX_ROWS; i++)
    work->rows[i] = work->values[i];
  return work;
}

static void
want_all (Work *work)
{
  work->n_metrics = SOULS_N_SERIES;
  for (int i = 0; i < SOULS_N_SERIES; i++)
    work->metrics[i] = (SoulsMetric) i;
}

static void
want_some (GRand *source,
           Work  *work)
{
  work->n_metrics = g_rand_int_range (source, 1, 4);
  for (int i = 0; i < work->n_metrics; i++)
    work->metrics[i] = (SoulsMetric) g_rand_int_range (source, 0, SOULS_N_SERIES);
}

static void
draw_lanes (GRand *source,
            Work  *work)
{
  fixture_draw (source, &work->lane[0]);
  for (int l = 1; l < LANES; l++)
    do
      {
        const SoulsSettings settings = work->lane[0].settings;

        fixture_draw (source, &work->lane[l]);
        work->lane[l].settings = settings;
      }
    while (work->lane[l].c != work->lane[0].c);
}

/* Memory full of noise, so that what is not set shows; then only what the batch says it reads. */
static void
run_batch (Work *work)
{
  memset (&work->batch, 0xff, sizeof work->batch);
  souls_batch_init (&work->batch, work->lane[0].c, &work->lane[0].settings, &work->lane[0].drivers, work->metrics,
                    work->n_metrics);
  for (int pass = 0; pass < 2; pass++)
    for (int i = 0; i < SOULS_N_DRIVERS; i++)
      if (souls_batch_reads (&work->batch, (SoulsDriver) i) || i == SOULS_DRIVER_REINVESTMENT ||
          i == SOULS_DRIVER_PRICE_RESPONSE || i == SOULS_DRIVER_SELECTION_RESPONSE)
        {
          double *row = souls_batch_vary (&work->batch, (SoulsDriver) i);

          for (int l = 0; l < LANES; l++)
            row[l] = work->lane[l].drivers.target[i];
        }
  souls_batch_project (&work->batch, work->rows, 0);
}

static double
get_value (const Work *work,
           int         place,
           int         t,
           int         lane)
{
  return work->values[place * (work->lane[0].settings.horizon + 1) + t][lane];
}

/* What an amount is small against: rounding in the last place of gross flows is no error of their difference. */
static double
scale_of (const SoulsResults *results,
          SoulsMetric         metric,
          int                 t)
{
  const double value = fabs (results->value[metric][t]);

  if (souls_metric_info (metric)->unit == SOULS_UNIT_MONEY)
    return MAX (value, 0.1 * results->value[SOULS_METRIC_SALES_TOTAL][t]);
  return MAX (value, 1);
}

static void
check_lanes (const Work *work)
{
  SoulsResults results;

  for (int l = 0; l < LANES; l++)
    {
      fixture_run (&work->lane[l], &results);
      for (int i = 0; i < work->n_metrics; i++)
        for (int t = 0; t <= results.horizon; t++)
          {
            const double expected = results.value[work->metrics[i]][t];
            const double value = get_value (work, i, t, l);

            if (isnan (expected) ? isnan (value)
                                 : fabs (value - expected) <= 1e-12 * scale_of (&results, work->metrics[i], t))
              continue;
            g_error ("%s in year %d: %.17g, expected %.17g, in %s", souls_metric_info (work->metrics[i])->id, t, value,
                     expected, fixture_describe (&work->lane[l]));
          }
    }
}

static void
test_equals_projection (void)
{
  g_autoptr (GRand) source = g_rand_new_with_seed (5);
  Work *work = new_work ();

  for (int i = 0; i < N_SCENARIOS; i++)
    {
      draw_lanes (source, work);
      want_all (work);
      run_batch (work);
      check_lanes (work);
    }
  g_aligned_free (work);
}

/* A few metrics at a time: what they do not need is left out, and must not be missed. */
static void
test_some_metrics (void)
{
  g_autoptr (GRand) source = g_rand_new_with_seed (6);
  Work *work = new_work ();

  for (int i = 0; i < N_SCENARIOS; i++)
    {
      draw_lanes (source, work);
      want_some (source, work);
      run_batch (work);
      check_lanes (work);
    }
  g_aligned_free (work);
}

/* Each metric by itself, nothing moved but what it reads. */
static void
test_each_metric (void)
{
  g_autoptr (GRand) source = g_rand_new_with_seed (7);
  Work *work = new_work ();

  for (int i = 0; i < SOULS_N_SERIES; i++)
    for (int rung = 0; rung < SOULS_N_RUNGS; rung++)
      {
        draw_lanes (source, work);
        for (int l = 0; l < LANES; l++)
          work->lane[l].settings.rung = (SoulsRung) rung;
        work->metrics[0] = (SoulsMetric) i;
        work->n_metrics = 1;
        run_batch (work);
        check_lanes (work);
      }
  g_aligned_free (work);
}

/* A world's outcome hangs neither on its place nor on its neighbours, to the last bit. */
static void
test_lanes_apart (void)
{
  g_autoptr (GRand) source = g_rand_new_with_seed (8);
  Work *work = new_work ();
  Work *turned = new_work ();

  for (int i = 0; i < N_SCENARIOS; i++)
    {
      draw_lanes (source, work);
      want_all (work);
      want_all (turned);
      for (int l = 0; l < LANES; l++)
        turned->lane[l] = work->lane[(l + 13) % LANES];
      run_batch (work);
      run_batch (turned);
      for (int place = 0; place < work->n_metrics; place++)
        for (int t = 0; t <= work->lane[0].settings.horizon; t++)
          for (int l = 0; l < LANES; l++)
            g_assert_true (fixture_is_same (get_value (turned, place, t, l), get_value (work, place, t, (l + 13) % LANES)));
    }
  g_aligned_free (work);
  g_aligned_free (turned);
}

static void
draw_bands (GRand                 *source,
            const FixtureScenario *scenario,
            SoulsBand             *bands)
{
  for (int i = 0; i < SOULS_N_DRIVERS; i++)
    {
      const double a = fixture_draw_driver (source, scenario->c, (SoulsDriver) i);
      const double b = fixture_draw_driver (source, scenario->c, (SoulsDriver) i);
      const gboolean wide = g_rand_boolean (source);

      bands[i].low = wide ? MIN (a, b) : scenario->drivers.target[i];
      bands[i].high = wide ? MAX (a, b) : scenario->drivers.target[i];
    }
}

/* The lanes' draws are those of the scalar functions, to the last bit. */
static void
test_draws (void)
{
  g_autoptr (GRand) source = g_rand_new_with_seed (9);
  Work *work = new_work ();
  SoulsBand bands[SOULS_N_DRIVERS];

  want_all (work);
  for (int i = 0; i < N_SCENARIOS; i++)
    {
      const guint64 seed = (guint64) g_rand_int (source) << 32 | g_rand_int (source);
      const guint64 world = g_rand_int (source);

      fixture_draw (source, &work->lane[0]);
      draw_bands (source, &work->lane[0], bands);
      souls_batch_init (&work->batch, work->lane[0].c, &work->lane[0].settings, &work->lane[0].drivers, work->metrics,
                        work->n_metrics);
      souls_batch_set_bands (&work->batch, &work->lane[0].drivers, bands);
      souls_batch_draw (&work->batch, seed, world);
      for (int j = 0; j < SOULS_N_DRIVERS; j++)
        for (int l = 0; l < LANES; l++)
          {
            const double u = souls_world_uniform (seed, world + (guint64) l, (SoulsDriver) j);
            const double mode = work->lane[0].drivers.target[j];

            if (souls_batch_reads (&work->batch, (SoulsDriver) j))
              g_assert_cmpfloat (souls_batch_vary (&work->batch, (SoulsDriver) j)[l], ==,
                                 souls_triangle_at (bands[j].low, mode, bands[j].high, u));
          }
    }
  g_aligned_free (work);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/batch/equals-projection", test_equals_projection);
  g_test_add_func ("/model/batch/some-metrics", test_some_metrics);
  g_test_add_func ("/model/batch/each-metric", test_each_metric);
  g_test_add_func ("/model/batch/lanes-apart", test_lanes_apart);
  g_test_add_func ("/model/batch/draws", test_draws);
  return g_test_run ();
}
