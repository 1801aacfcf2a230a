/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>
#include <string.h>

#include "fixture.h"
#include "souls-batch.h"
#include "souls-quantiles.h"
#include "versions.h"

/* The library chooses a version of its loops by the processor; the build makes some of them again, each by itself under
 * other names. All have to give the same bits. */

#define LANES SOULS_BATCH_LANES
#define MAX_ROWS (SOULS_N_SERIES * SOULS_MAX_YEARS)
#define N_SCENARIOS 60

typedef struct
{
  const char *name;
  gboolean (*can_run) (void);
  void (*draw) (SoulsBatch *self, guint64 seed, guint64 world);
  void (*project) (SoulsBatch *self, double *const *rows, gsize offset);
  void (*add) (SoulsSums *self, const double *values, gsize n, double pivot);
  void (*cover) (SoulsBins *self, const double *values, gsize n);
  void (*place) (const SoulsBins *self, const double *values, gsize n, gint32 *places);
} Version;

static gboolean
can_always (void)
{
  return TRUE;
}

#ifdef HAVE_WIDE_VERSIONS
static gboolean
can_avx2 (void)
{
  return __builtin_cpu_supports ("avx2") && __builtin_cpu_supports ("fma") && __builtin_cpu_supports ("bmi2");
}

static gboolean
can_avx512 (void)
{
  return can_avx2 () && __builtin_cpu_supports ("avx512dq") && __builtin_cpu_supports ("avx512vl") &&
         __builtin_cpu_supports ("avx512bw") && __builtin_cpu_supports ("avx512cd");
}
#endif

#define VERSION(name, can) \
  { #name, can, name##_batch_draw, name##_batch_project, name##_sums_add, name##_bins_cover, name##_bins_place },

static const Version versions[] = {
  VERSION (plain, can_always)
#ifdef HAVE_WIDE_VERSIONS
  VERSION (avx2, can_avx2)
  VERSION (avx512, can_avx512)
#endif
};

/* Every lane drawn over the whole range of every driver. */
static void
set_batch (GRand           *source,
           FixtureScenario *scenario,
           SoulsMetric     *metrics,
           SoulsBatch      *batch)
{
  SoulsBand bands[SOULS_N_DRIVERS];

  fixture_draw (source, scenario);
  for (int i = 0; i < SOULS_N_DRIVERS; i++)
    bands[i] = (SoulsBand) { scenario->c->min[i], scenario->c->max[i], SOULS_BAND_OWN };
  for (int i = 0; i < SOULS_N_SERIES; i++)
    metrics[i] = (SoulsMetric) i;
  memset (batch, 0, sizeof *batch);
  souls_batch_init (batch, scenario->c, &scenario->settings, &scenario->drivers, metrics, SOULS_N_SERIES);
  souls_batch_set_bands (batch, &scenario->drivers, bands);
}

static void
test_batch (gconstpointer data)
{
  const Version *version = data;
  g_autoptr (GRand) source = g_rand_new_with_seed (11);
  SoulsBatch *batch = g_aligned_alloc0 (1, sizeof *batch, SOULS_BATCH_ALIGNMENT);
  SoulsBatch *other = g_aligned_alloc0 (1, sizeof *other, SOULS_BATCH_ALIGNMENT);
  g_autofree double *values = g_new0 (double, MAX_ROWS * LANES);
  g_autofree double *others = g_new0 (double, MAX_ROWS * LANES);
  double *rows[MAX_ROWS];
  double *other_rows[MAX_ROWS];

  for (int i = 0; i < MAX_ROWS; i++)
    {
      rows[i] = values + i * LANES;
      other_rows[i] = others + i * LANES;
    }
  for (int i = 0; i < N_SCENARIOS && version->can_run (); i++)
    {
      FixtureScenario scenario;
      SoulsMetric metrics[SOULS_N_SERIES];

      set_batch (source, &scenario, metrics, batch);
      memcpy (other, batch, sizeof *batch);
      souls_batch_draw (batch, (guint64) i, 1000);
      version->draw (other, (guint64) i, 1000);
      g_assert_cmpmem (batch->target, sizeof batch->target, other->target, sizeof other->target);
      g_assert_cmpmem (batch->now, sizeof batch->now, other->now, sizeof other->now);
      souls_batch_project (batch, rows, 0);
      version->project (other, other_rows, 0);
      for (int j = 0; j < SOULS_N_SERIES * (scenario.settings.horizon + 1) * LANES; j++)
        if (!fixture_is_same (values[j], others[j]))
          g_error ("%s: %.17g, expected %.17g, in %s", souls_metric_info (
            metrics[j / LANES / (scenario.settings.horizon + 1)])->id, others[j], values[j], fixture_describe (&scenario));
    }
  g_aligned_free (batch);
  g_aligned_free (other);
  if (!version->can_run ())
    g_test_skip ("this processor cannot run it");
}

static void
test_quantiles (gconstpointer data)
{
  const Version *version = data;
  g_autoptr (GRand) source = g_rand_new_with_seed (12);
  double values[16 * SOULS_SUM_LANES];
  gint32 places[G_N_ELEMENTS (values)];
  gint32 other_places[G_N_ELEMENTS (values)];

  for (int i = 0; i < N_SCENARIOS && version->can_run (); i++)
    {
      SoulsSums sums = { 0 };
      SoulsSums other_sums = { 0 };
      SoulsBins bins;
      SoulsBins other_bins;

      for (gsize j = 0; j < G_N_ELEMENTS (values); j++)
        values[j] = g_rand_double (source) < 0.1 ? NAN : exp (g_rand_double_range (source, -20, 20)) - 100;
      souls_sums_add (&sums, values, G_N_ELEMENTS (values), 3);
      version->add (&other_sums, values, G_N_ELEMENTS (values), 3);
      g_assert_cmpmem (&sums, sizeof sums, &other_sums, sizeof other_sums);
      souls_bins_cover (&bins, values, G_N_ELEMENTS (values));
      version->cover (&other_bins, values, G_N_ELEMENTS (values));
      g_assert_cmpfloat (bins.low, ==, other_bins.low);
      g_assert_cmpfloat (bins.scale, ==, other_bins.scale);
      bins.atom = values[5];
      souls_bins_place (&bins, values, G_N_ELEMENTS (values), places);
      version->place (&bins, values, G_N_ELEMENTS (values), other_places);
      g_assert_cmpmem (places, sizeof places, other_places, sizeof other_places);
    }
  if (!version->can_run ())
    g_test_skip ("this processor cannot run it");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (versions); i++)
    {
      g_autofree char *batch = g_strdup_printf ("/model/versions/%s/batch", versions[i].name);
      g_autofree char *quantiles = g_strdup_printf ("/model/versions/%s/quantiles", versions[i].name);

      g_test_add_data_func (batch, &versions[i], test_batch);
      g_test_add_data_func (quantiles, &versions[i], test_quantiles);
    }
  return g_test_run ();
}
