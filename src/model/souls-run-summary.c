/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "souls-run.h"

#include <math.h>

/* The places of the order statistics that a quantile and its standard error are made of. */
void
souls_run_find_positions (gint64 n,
                          double probability,
                          double positions[3])
{
  const double middle = (double) (n - 1) * probability;
  const double spread = sqrt ((double) n * probability * (1 - probability));

  positions[0] = MAX (middle - spread, 0);
  positions[1] = middle;
  positions[2] = MIN (middle + spread, (double) (n - 1));
}

void
souls_run_summarise_sums (SoulsRun *run,
                          int       place)
{
  const SoulsRunMemory *memory = run->memory;
  const SoulsSeries *series = &memory->series[place];
  SoulsSummary *summary = &run->summaries[place];
  const double worlds = (double) run->request->worlds;
  SoulsSums sums;
  double n;

  souls_sums_merge (&sums, memory->sums + place, (gsize) run->n_blocks, (gsize) memory->n_series);
  n = (double) sums.known;
  summary->mean = n > 0 ? series->pivot + sums.sum / n : NAN;
  summary->mean_error = n > 1 ? sqrt (MAX (0, sums.squares - sums.sum * sums.sum / n) / (n - 1) / n) : n > 0 ? 0 : NAN;
  summary->positive = (double) sums.positive / worlds;
  summary->positive_error = sqrt (summary->positive * (1 - summary->positive) / worlds);
}

void
souls_run_summarise_order (SoulsRun   *run,
                           SoulsOrder *order,
                           int         place)
{
  SoulsSummary *summary = &run->summaries[place];

  for (int i = 0; i < run->request->n_probabilities; i++)
    {
      double positions[3];

      souls_run_find_positions (order->n, run->request->probabilities[i], positions);
      summary->quantile[i] = souls_order_at (order, positions[1]);
      summary->quantile_error[i] = 0.5 * (souls_order_at (order, positions[2]) - souls_order_at (order, positions[0]));
    }
}

void
souls_run_summarise_fixed (SoulsRun *run,
                           int       place)
{
  const double value = run->memory->series[place].pivot;
  SoulsSummary *summary = &run->summaries[place];

  *summary = (SoulsSummary) { .mean = value, .mean_error = isnan (value) ? NAN : 0, .positive = value > 0 };
  for (int i = 0; i < run->request->n_probabilities; i++)
    {
      summary->quantile[i] = value;
      summary->quantile_error[i] = summary->mean_error;
    }
}
