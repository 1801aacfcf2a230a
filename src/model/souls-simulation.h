/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "souls-model.h"

G_BEGIN_DECLS

#define SOULS_MAX_PROBABILITIES 128
#define SOULS_MAX_WORLDS (G_GINT64_CONSTANT (100000000))

/**
 * SoulsSimulationRequest:
 * @calibration: the base year
 * @settings: checked with souls_settings_check()
 * @drivers: where the sliders stand: the modes
 * @bands: (array length=36): by driver, in the model's unit
 * @metrics: (array length=n_metrics): what to watch
 * @n_metrics: at least 1
 * @probabilities: (array length=n_probabilities): of the quantiles wanted, ascending, each from 0 to 1
 * @n_probabilities: from 0 to %SOULS_MAX_PROBABILITIES
 * @worlds: how many, from 2 to %SOULS_MAX_WORLDS
 * @seed: the same seed gives the same worlds, on any number of threads
 * @n_threads: at least 1
 * @cancelled: (nullable): read with g_atomic_int_get(); not 0 ends the run early
 * @progress: (nullable): called now and then, on the calling thread, with the worlds done so far
 * @progress_data: for @progress
 *
 * Many worlds, each with every driver drawn by itself from the triangle over its band with the slider as its mode: the
 * draws of different drivers are independent. Section 7 of the model. Borrowed for the call.
 */
typedef struct
{
  const SoulsCalibration *calibration;
  const SoulsSettings *settings;
  const SoulsDrivers *drivers;
  const SoulsBand *bands;
  const SoulsMetric *metrics;
  int n_metrics;
  const double *probabilities;
  int n_probabilities;
  gint64 worlds;
  guint64 seed;
  int n_threads;
  const int *cancelled;
  void (*progress) (gint64 done, gpointer user_data);
  gpointer progress_data;
} SoulsSimulationRequest;

/**
 * SoulsSimulation:
 *
 * The outcome of a run, and the memory that the next one of the same size needs again. One thread at a time.
 */
typedef struct _SoulsSimulation SoulsSimulation;

SoulsSimulation *souls_simulation_new                (void);
void             souls_simulation_free               (SoulsSimulation              *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SoulsSimulation, souls_simulation_free)

void             souls_simulation_want_outcomes      (SoulsSimulationRequest       *request);
gboolean         souls_simulation_run                (SoulsSimulation              *self,
                                                      const SoulsSimulationRequest *request);

gint64           souls_simulation_get_worlds         (const SoulsSimulation        *self);
guint64          souls_simulation_get_seed           (const SoulsSimulation        *self);
int              souls_simulation_get_horizon        (const SoulsSimulation        *self);
gboolean         souls_simulation_has_metric         (const SoulsSimulation        *self,
                                                      SoulsMetric                   metric);

/* By metric and year after the base year, from 0; each with its standard error. */
double           souls_simulation_get_mean           (const SoulsSimulation        *self,
                                                      SoulsMetric                   metric,
                                                      int                           t);
double           souls_simulation_get_mean_error     (const SoulsSimulation        *self,
                                                      SoulsMetric                   metric,
                                                      int                           t);
double           souls_simulation_get_positive       (const SoulsSimulation        *self,
                                                      SoulsMetric                   metric,
                                                      int                           t);
double           souls_simulation_get_positive_error (const SoulsSimulation        *self,
                                                      SoulsMetric                   metric,
                                                      int                           t);
double           souls_simulation_get_quantile       (const SoulsSimulation        *self,
                                                      SoulsMetric                   metric,
                                                      int                           t,
                                                      int                           i);
double           souls_simulation_get_quantile_error (const SoulsSimulation        *self,
                                                      SoulsMetric                   metric,
                                                      int                           t,
                                                      int                           i);
double           souls_simulation_get_quantile_of    (const SoulsSimulation        *self,
                                                      SoulsMetric                   metric,
                                                      int                           t,
                                                      double                        probability);

double           souls_world_uniform                 (guint64                       seed,
                                                      guint64                       world,
                                                      SoulsDriver                   driver);
double           souls_triangle_at                   (double                        low,
                                                      double                        mode,
                                                      double                        high,
                                                      double                        u);

G_END_DECLS
