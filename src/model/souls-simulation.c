/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "souls-simulation-private.h"

#include <math.h>

#include "souls-batch.h"

#define SAME_PROBABILITY 1e-12

struct _SoulsSimulation
{
  gint64 worlds;
  guint64 seed;
  int horizon;
  int n_metrics;
  int n_probabilities;
  int place[SOULS_N_SERIES];             /* of a metric among those asked for, or -1 */
  double probabilities[SOULS_MAX_PROBABILITIES];
  SoulsSummary *summaries;               /* by metric asked for, then by t */
  SoulsRunMemory *memory;
};

/* The middles of 100 equal parts of the worlds, which dots stand for, and the quantiles that are named in words. */
#define MIDDLE(i) (((i) + 0.5) / 100)
#define MIDDLES_5(i) MIDDLE (i), MIDDLE (i + 1), MIDDLE (i + 2), MIDDLE (i + 3), MIDDLE (i + 4)
#define MIDDLES_20(i) MIDDLES_5 (i), MIDDLES_5 (i + 5), MIDDLES_5 (i + 10), MIDDLES_5 (i + 15)
#define MIDDLES_25(i) MIDDLES_20 (i), MIDDLES_5 (i + 20)

static const double outcome_probabilities[] = {
  MIDDLES_5 (0), 0.05, MIDDLES_20 (5), 0.25, MIDDLES_25 (25), 0.5, MIDDLES_25 (50), 0.75, MIDDLES_20 (75), 0.95, MIDDLES_5 (95),
};
static const SoulsMetric outcome_metrics[] = { SOULS_METRIC_WITHOUT_AWS, SOULS_METRIC_INCOME_TOTAL };

G_STATIC_ASSERT (G_N_ELEMENTS (outcome_probabilities) == 105);

/**
 * souls_simulation_want_outcomes:
 * @request: (inout): gets the metrics and probabilities of the chart of outcomes, in memory that lives for ever
 *
 * Asks for operating income without AWS and in all: the middle of each hundredth of the worlds, and 5, 25, 50, 75 and 95 %.
 */
void
souls_simulation_want_outcomes (SoulsSimulationRequest *request)
{
  request->metrics = outcome_metrics;
  request->n_metrics = G_N_ELEMENTS (outcome_metrics);
  request->probabilities = outcome_probabilities;
  request->n_probabilities = G_N_ELEMENTS (outcome_probabilities);
}

/**
 * souls_world_uniform:
 * @seed: of the run
 * @world: from 0
 *
 * SplitMix64's finaliser on a counter: each number can be had without those before it. Section 7 of the model.
 *
 * Returns: a number above 0, at most 1
 */
double
souls_world_uniform (guint64     seed,
                     guint64     world,
                     SoulsDriver driver)
{
  guint64 z = seed + (64 * world + (guint64) driver + 1) * G_GUINT64_CONSTANT (0x9E3779B97F4A7C15);

  z = (z ^ z >> 30) * G_GUINT64_CONSTANT (0xBF58476D1CE4E5B9);
  z = (z ^ z >> 27) * G_GUINT64_CONSTANT (0x94D049BB133111EB);
  z ^= z >> 31;
  return ((double) (z >> 11) + 0.5) * 0x1p-53;
}

/**
 * souls_triangle_at:
 * @low: widened to hold @mode
 * @high: likewise
 * @u: from 0 to 1
 *
 * Returns: the value below which a triangular draw stays with probability @u; @mode where the triangle has no width
 */
double
souls_triangle_at (double low,
                   double mode,
                   double high,
                   double u)
{
  SoulsTriangle triangle;
  double width;

  souls_triangle_init (&triangle, low, mode, high);
  width = triangle.to - triangle.from;
  if (width == 0)
    return mode;
  if (u < triangle.split)
    return triangle.from + sqrt (u * width * triangle.below);
  return triangle.to - sqrt ((1 - u) * width * triangle.above);
}

static void
forget (SoulsSimulation *self)
{
  for (int i = 0; i < SOULS_N_SERIES; i++)
    self->place[i] = -1;
}

static void
take_request (SoulsSimulation              *self,
              const SoulsSimulationRequest *request)
{
  self->worlds = request->worlds;
  self->seed = request->seed;
  self->horizon = request->settings->horizon;
  self->n_metrics = request->n_metrics;
  self->n_probabilities = request->n_probabilities;
  forget (self);
  for (int i = 0; i < request->n_metrics; i++)
    self->place[request->metrics[i]] = i;
  for (int i = 0; i < request->n_probabilities; i++)
    self->probabilities[i] = request->probabilities[i];
}

SoulsSimulation *
souls_simulation_new (void)
{
  SoulsSimulation *self = g_new0 (SoulsSimulation, 1);

  forget (self);
  return self;
}

void
souls_simulation_free (SoulsSimulation *self)
{
  g_free (self->summaries);
  souls_run_memory_free (self->memory);
  g_free (self);
}

/**
 * souls_simulation_run:
 * @request: what to run
 *
 * Draws every world, projects it, and sums up what was asked for. Worlds in which a metric is null are left out of its mean
 * and quantiles, and count as not positive. Standard errors: of a mean, the deviation over the root of the number of
 * worlds; of a share p, the root of p (1 − p) / n; of a quantile, half the distance between the order statistics one binomial
 * deviation, the root of n p (1 − p), below and above its rank.
 *
 * Memory hangs little on the number of worlds: a small run keeps every value, some 8 MB or 16,384 worlds of each series; a
 * large one only those near the quantiles, 128 MB of them or one series', in buffers that may be twice as large. @self holds
 * on to it for the next run; nothing is allocated for a world.
 *
 * Returns: whether it ran to the end; %FALSE where it was cancelled: @self has no outcome then
 */
gboolean
souls_simulation_run (SoulsSimulation              *self,
                      const SoulsSimulationRequest *request)
{
  const int n_years = request->settings->horizon + 1;

  g_return_val_if_fail (request->n_metrics >= 1 && request->n_metrics <= SOULS_N_SERIES, FALSE);
  g_return_val_if_fail (request->n_probabilities >= 0 && request->n_probabilities <= SOULS_MAX_PROBABILITIES, FALSE);
  g_return_val_if_fail (request->worlds >= 2 && request->worlds <= SOULS_MAX_WORLDS, FALSE);
  g_return_val_if_fail (request->n_threads >= 1, FALSE);

  forget (self);
  self->summaries = g_renew (SoulsSummary, self->summaries, request->n_metrics * n_years);
  if (!souls_run (&self->memory, request, self->summaries))
    return FALSE;
  take_request (self, request);
  return TRUE;
}

gint64
souls_simulation_get_worlds (const SoulsSimulation *self)
{
  return self->worlds;
}

guint64
souls_simulation_get_seed (const SoulsSimulation *self)
{
  return self->seed;
}

int
souls_simulation_get_horizon (const SoulsSimulation *self)
{
  return self->horizon;
}

gboolean
souls_simulation_has_metric (const SoulsSimulation *self,
                             SoulsMetric            metric)
{
  return (int) metric >= 0 && metric < SOULS_N_SERIES && self->place[metric] >= 0;
}

static const SoulsSummary *
find_summary (const SoulsSimulation *self,
              SoulsMetric            metric,
              int                    t)
{
  g_return_val_if_fail (souls_simulation_has_metric (self, metric), NULL);
  g_return_val_if_fail (0 <= t && t <= self->horizon, NULL);
  return &self->summaries[self->place[metric] * (self->horizon + 1) + t];
}

double
souls_simulation_get_mean (const SoulsSimulation *self,
                           SoulsMetric            metric,
                           int                    t)
{
  const SoulsSummary *summary = find_summary (self, metric, t);

  return summary != NULL ? summary->mean : NAN;
}

double
souls_simulation_get_mean_error (const SoulsSimulation *self,
                                 SoulsMetric            metric,
                                 int                    t)
{
  const SoulsSummary *summary = find_summary (self, metric, t);

  return summary != NULL ? summary->mean_error : NAN;
}

/**
 * souls_simulation_get_positive:
 *
 * Returns: the share of all worlds in which the metric is above 0
 */
double
souls_simulation_get_positive (const SoulsSimulation *self,
                               SoulsMetric            metric,
                               int                    t)
{
  const SoulsSummary *summary = find_summary (self, metric, t);

  return summary != NULL ? summary->positive : NAN;
}

double
souls_simulation_get_positive_error (const SoulsSimulation *self,
                                     SoulsMetric            metric,
                                     int                    t)
{
  const SoulsSummary *summary = find_summary (self, metric, t);

  return summary != NULL ? summary->positive_error : NAN;
}

/**
 * souls_simulation_get_quantile:
 * @i: place among the probabilities asked for
 *
 * Returns: the quantile of type 7 (linear between the order statistics) in the metric's unit; NAN where every world is null
 */
double
souls_simulation_get_quantile (const SoulsSimulation *self,
                               SoulsMetric            metric,
                               int                    t,
                               int                    i)
{
  const SoulsSummary *summary = find_summary (self, metric, t);

  g_return_val_if_fail (0 <= i && i < self->n_probabilities, NAN);
  return summary != NULL ? summary->quantile[i] : NAN;
}

double
souls_simulation_get_quantile_error (const SoulsSimulation *self,
                                     SoulsMetric            metric,
                                     int                    t,
                                     int                    i)
{
  const SoulsSummary *summary = find_summary (self, metric, t);

  g_return_val_if_fail (0 <= i && i < self->n_probabilities, NAN);
  return summary != NULL ? summary->quantile_error[i] : NAN;
}

/**
 * souls_simulation_get_quantile_of:
 * @probability: one that was asked for
 *
 * Returns: the quantile of that probability
 */
double
souls_simulation_get_quantile_of (const SoulsSimulation *self,
                                  SoulsMetric            metric,
                                  int                    t,
                                  double                 probability)
{
  for (int i = 0; i < self->n_probabilities; i++)
    if (fabs (self->probabilities[i] - probability) < SAME_PROBABILITY)
      return souls_simulation_get_quantile (self, metric, t, i);
  g_return_val_if_reached (NAN);
}
