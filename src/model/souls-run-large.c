/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "souls-run.h"

#include <math.h>
#include <string.h>

/* The first worlds tell where the bins should be. */
static void
guess_bins (SoulsRun *run)
{
  SoulsRunMemory *memory = run->memory;
  SoulsWorker *worker = memory->workers[0];

  souls_run_project_chunk (run, worker, 0, SOULS_CHUNK, 0);
  for (int i = 0; i < memory->n_series; i++)
    if (worker->rows[i] != NULL)
      souls_bins_guess (&memory->series[i].bins, worker->rows[i], SOULS_CHUNK);
}

static void
clear_counts (SoulsRun *run)
{
  const gsize n = (gsize) run->memory->n_series * SOULS_N_PLACES;

  for (int i = 0; i < run->memory->n_workers; i++)
    memset (run->memory->workers[i]->counts, 0, n * sizeof (guint32));
}

/* What all workers have counted. */
static void
order_counts (SoulsRun   *run,
              int         place,
              SoulsOrder *order)
{
  guint32 counts[SOULS_N_PLACES] = { 0 };

  for (int i = 0; i < run->memory->n_workers; i++)
    for (int j = 0; j < SOULS_N_PLACES; j++)
      counts[j] += run->memory->workers[i]->counts[place * SOULS_N_PLACES + j];
  souls_order_count (order, &run->memory->series[place].bins, counts);
}

static void
want_ranks (SoulsSeries      *series,
            const SoulsOrder *order,
            double            low,
            double            high)
{
  const gint64 last = order->n - 1;
  const int first_bin = low <= 0 ? 0 : souls_order_find_bin (order, MIN ((gint64) low, last));
  const int last_bin = high >= (double) last ? SOULS_N_BINS - 1 : souls_order_find_bin (order, (gint64) high);

  memset (series->wanted + first_bin, 1, (gsize) (last_bin - first_bin + 1));
}

static void
expect_kept (SoulsSeries      *series,
             const SoulsOrder *order,
             double            factor)
{
  gint64 n = 0;

  for (int i = 0; i < SOULS_N_BINS; i++)
    if (series->wanted[i])
      n += order->before[i + 1] - order->before[i] - (i == order->atom_bin ? order->n_atoms : 0);
  series->expected = (gint64) ((double) n * factor);
}

/* Where the order statistics will lie, from those of the pilot: ranks scale, give or take some binomial deviations. */
static void
predict (SoulsRun   *run,
         int         place,
         SoulsOrder *order,
         gint64      pilot)
{
  SoulsSeries *series = &run->memory->series[place];
  const double factor = (double) run->request->worlds / (double) pilot;

  order_counts (run, place, order);
  memset (series->wanted, 0, sizeof series->wanted);
  for (int i = 0; i < run->request->n_probabilities && order->n > 0; i++)
    {
      const double p = run->request->probabilities[i];
      const double margin = PILOT_DEVIATIONS * sqrt ((double) order->n * p * (1 - p)) + PILOT_DEVIATIONS * PILOT_DEVIATIONS;
      double positions[3];

      souls_run_find_positions ((gint64) ((double) order->n * factor), p, positions);
      for (int j = 0; j < 3; j++)
        want_ranks (series, order, positions[j] / factor - margin, positions[j] / factor + margin);
    }
  expect_kept (series, order, factor);
}

/* Which bins the order statistics lie in, now that all is counted. */
static void
find_needed (SoulsRun    *run,
             SoulsOrder  *order,
             SoulsSeries *needed)
{
  memset (needed->wanted, 0, sizeof needed->wanted);
  for (int i = 0; i < run->request->n_probabilities && order->n > 0; i++)
    {
      double positions[3];

      souls_run_find_positions (order->n, run->request->probabilities[i], positions);
      for (int j = 0; j < 3; j++)
        {
          const gint64 rank = (gint64) positions[j];

          needed->wanted[souls_order_find_bin (order, rank)] = 1;
          needed->wanted[souls_order_find_bin (order, MIN (rank + 1, order->n - 1))] = 1;
        }
    }
  expect_kept (needed, order, 1);
}

static gboolean
holds_needed (const SoulsSeries *series,
              const SoulsSeries *needed)
{
  if (!series->held && needed->expected > 0)
    return FALSE;
  for (int i = 0; i < SOULS_N_BINS; i++)
    if (needed->wanted[i] && !series->wanted[i])
      return FALSE;
  return TRUE;
}

static void
gather (SoulsRun    *run,
        SoulsWorker *worker,
        int          place)
{
  const SoulsSeries *series = &run->memory->series[place];

  souls_order_start (&worker->order, series->held ? series->wanted : (const guint8[SOULS_N_BINS]) { 0 });
  for (int i = 0; i < run->memory->n_workers && series->held; i++)
    {
      const SoulsKept *kept = &run->memory->workers[i]->kept[place];

      for (gsize j = 0; j < kept->n; j += SOULS_CHUNK)
        {
          const gsize n = MIN (SOULS_CHUNK, kept->n - j);

          souls_bins_place (&series->bins, kept->values + j, n, worker->places);
          souls_order_add (&worker->order, kept->values + j, worker->places, n);
        }
    }
  souls_order_finish (&worker->order);
}

static void
resolve_series (int      number,
                gpointer data)
{
  SoulsRun *run = data;
  SoulsRunMemory *memory = run->memory;
  SoulsWorker *worker = memory->workers[number];
  int place;

  while ((place = souls_run_take_next (run)) < memory->n_series && !souls_run_has_stopped (run))
    {
      SoulsSeries *series = &memory->series[place];
      SoulsSeries needed;

      if (series->resolved)
        continue;
      order_counts (run, place, &worker->order);
      find_needed (run, &worker->order, &needed);
      series->resolved = holds_needed (series, &needed);
      if (!series->resolved)
        {
          memcpy (series->wanted, needed.wanted, sizeof series->wanted);
          series->expected = needed.expected;
          continue;
        }
      gather (run, worker, place);
      souls_run_summarise_order (run, &worker->order, place);
    }
}

/* Chooses the series that the next pass keeps values of: as many as there is memory for. */
static gboolean
choose_held (SoulsRun *run)
{
  gsize n = 0;
  gboolean any = FALSE;

  for (int i = 0; i < run->memory->n_series; i++)
    {
      SoulsSeries *series = &run->memory->series[i];

      series->held = !series->resolved && (!any || n + (gsize) series->expected <= KEPT_VALUES);
      any = any || series->held;
      n += series->held ? (gsize) series->expected : 0;
    }
  return any;
}

static void
resolve (SoulsRun  *run,
         SoulsCrew *crew)
{
  run->next = 0;
  souls_crew_run (crew, resolve_series, run);
}

gboolean
souls_run_large (SoulsRun  *run,
                 SoulsCrew *crew)
{
  const gint64 worlds = run->request->worlds;
  const gint64 pilot = MAX (worlds / PILOT_PART, MIN_PILOT);

  souls_run_point_rows (run, FALSE);
  guess_bins (run);
  clear_counts (run);
  if (!souls_run_pass (run, crew, SOULS_PASS_COUNT, pilot))
    return FALSE;
  for (int i = 0; i < run->memory->n_series; i++)
    if (!run->memory->series[i].fixed)
      predict (run, i, &run->memory->workers[0]->order, pilot);
  clear_counts (run);
  choose_held (run);
  if (!souls_run_pass (run, crew, SOULS_PASS_SUM | SOULS_PASS_COUNT | SOULS_PASS_KEEP, worlds))
    return FALSE;
  for (int i = 0; i < run->memory->n_series; i++)
    if (!run->memory->series[i].fixed)
      souls_run_summarise_sums (run, i);
  resolve (run, crew);
  while (!g_atomic_int_get (&run->stopped) && choose_held (run))
    {
      souls_run_point_rows (run, TRUE);
      if (souls_run_pass (run, crew, SOULS_PASS_KEEP, worlds))
        resolve (run, crew);
    }
  return !g_atomic_int_get (&run->stopped);
}
