/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "souls-run.h"

#include <math.h>
#include <string.h>

G_STATIC_ASSERT (SOULS_CHUNK % SOULS_BATCH_LANES == 0 && SOULS_BATCH_LANES % SOULS_SUM_LANES == 0);

static void
clear_kept (SoulsKept *kept)
{
  g_clear_pointer (&kept->values, g_free);
  kept->n = kept->capacity = 0;
}

static void
free_worker (SoulsWorker *worker,
             int          n_series)
{
  for (int i = 0; i < n_series; i++)
    clear_kept (&worker->kept[i]);
  souls_order_clear (&worker->order);
  g_free (worker->rows);
  g_aligned_free (worker->chunk);
  g_free (worker->places);
  g_free (worker->counts);
  g_free (worker->kept);
  g_aligned_free (worker);
}

static SoulsWorker *
new_worker (int   n_series,
            gsize stride)
{
  SoulsWorker *worker = g_aligned_alloc0 (1, sizeof *worker, SOULS_BATCH_ALIGNMENT);
  const gsize n = (gsize) n_series;

  worker->rows = g_new0 (double *, n);
  worker->kept = g_new0 (SoulsKept, n);
  worker->places = g_new (gint32, MAX (stride, SOULS_CHUNK));
  if (stride == 0)
    worker->chunk = g_aligned_alloc (n * SOULS_CHUNK, sizeof (double), SOULS_BATCH_ALIGNMENT);
  worker->counts = g_new (guint32, (stride == 0 ? n : 1) * SOULS_N_PLACES);
  return worker;
}

void
souls_run_memory_free (SoulsRunMemory *self)
{
  if (self == NULL)
    return;
  for (int i = 0; i < self->n_workers; i++)
    free_worker (self->workers[i], self->n_series);
  g_free (self->workers);
  g_free (self->series);
  g_aligned_free (self->values);
  g_free (self->sums);
  g_free (self);
}

static SoulsRunMemory *
new_memory (int   n_workers,
            int   n_series,
            gsize stride,
            gsize n_sums)
{
  SoulsRunMemory *self = g_new0 (SoulsRunMemory, 1);

  self->n_workers = n_workers;
  self->n_series = n_series;
  self->stride = stride;
  self->n_sums = n_sums;
  self->workers = g_new (SoulsWorker *, n_workers);
  for (int i = 0; i < n_workers; i++)
    self->workers[i] = new_worker (n_series, stride);
  self->series = g_new0 (SoulsSeries, n_series);
  if (stride > 0)
    self->values = g_aligned_alloc ((gsize) n_series * stride, sizeof (double), SOULS_BATCH_ALIGNMENT);
  self->sums = g_new (SoulsSums, n_sums);
  return self;
}

/* The worlds, dealt out in blocks: their number hangs on that of the worlds only, so that sums do too. */
static void
start_pass (SoulsRun  *run,
            SoulsPass  pass,
            gint64     worlds)
{
  const gint64 n_chunks = (worlds + SOULS_CHUNK - 1) / SOULS_CHUNK;
  const gint64 block_chunks = (n_chunks + SOULS_MAX_BLOCKS - 1) / SOULS_MAX_BLOCKS;

  run->pass = pass;
  run->worlds = worlds;
  run->block_worlds = block_chunks * SOULS_CHUNK;
  run->n_blocks = (int) ((n_chunks + block_chunks - 1) / block_chunks);
  run->next = 0;
  run->n_done = 0;
}

gboolean
souls_run_has_stopped (SoulsRun *run)
{
  const int *cancelled = run->request->cancelled;

  if (cancelled != NULL && g_atomic_int_get (cancelled) != 0)
    g_atomic_int_set (&run->stopped, TRUE);
  return g_atomic_int_get (&run->stopped);
}

int
souls_run_take_next (SoulsRun *run)
{
  return g_atomic_int_add (&run->next, 1);
}

static void
reserve_kept (SoulsKept *kept,
              gsize      n)
{
  if (kept->n + n <= kept->capacity)
    return;
  kept->capacity = MAX (2 * kept->capacity, kept->n + 16 * n);
  kept->values = g_renew (double, kept->values, kept->capacity);
}

static void
count_places (const gint32 *places,
              gsize         n,
              guint32      *counts)
{
  for (gsize i = 0; i < n; i++)
    counts[places[i]]++;
}

/* Writes every value, but goes on to the next place only behind one that is wanted: nothing to guess for the processor. */
static void
keep_wanted (SoulsKept    *kept,
             const double *values,
             const gint32 *places,
             gsize         n,
             const guint8 *wanted)
{
  gsize end;

  reserve_kept (kept, n);
  end = kept->n;
  for (gsize i = 0; i < n; i++)
    {
      kept->values[end] = values[i];
      end += wanted[places[i]];
    }
  kept->n = end;
}

static void
collect (SoulsRun     *run,
         SoulsWorker  *worker,
         int           place,
         const double *values,
         gsize         n,
         int           block)
{
  const SoulsSeries *series = &run->memory->series[place];

  if (run->pass & SOULS_PASS_SUM)
    souls_sums_add (&run->memory->sums[block * run->memory->n_series + place], values, n, series->pivot);
  if ((run->pass & (SOULS_PASS_COUNT | SOULS_PASS_KEEP)) == 0)
    return;
  souls_bins_place (&series->bins, values, n, worker->places);
  if (run->pass & SOULS_PASS_COUNT)
    count_places (worker->places, n, worker->counts + place * SOULS_N_PLACES);
  if ((run->pass & SOULS_PASS_KEEP) && series->held)
    keep_wanted (&worker->kept[place], values, worker->places, n, series->wanted);
}

/* Lanes beyond the last world are filled with nulls. Returns how many lanes there are. */
gsize
souls_run_project_chunk (SoulsRun    *run,
                         SoulsWorker *worker,
                         gint64       first,
                         gint64       n,
                         gsize        offset)
{
  const gsize n_lanes = (gsize) (n + SOULS_BATCH_LANES - 1) / SOULS_BATCH_LANES * SOULS_BATCH_LANES;

  for (gsize i = 0; i < n_lanes; i += SOULS_BATCH_LANES)
    {
      souls_batch_draw (&worker->batch, run->request->seed, (guint64) first + i);
      souls_batch_project (&worker->batch, worker->rows, offset + i);
    }
  for (int i = 0; i < run->memory->n_series; i++)
    if (worker->rows[i] != NULL)
      for (gsize j = (gsize) n; j < n_lanes; j++)
        worker->rows[i][offset + j] = NAN;
  return n_lanes;
}

static void
run_block (SoulsRun    *run,
           SoulsWorker *worker,
           int          block)
{
  const gint64 first = block * run->block_worlds;
  const gint64 end = MIN (first + run->block_worlds, run->worlds);

  for (gint64 world = first; world < end && !souls_run_has_stopped (run); world += SOULS_CHUNK)
    {
      const gsize offset = run->memory->stride > 0 ? (gsize) world : 0;
      const gsize n_lanes = souls_run_project_chunk (run, worker, world, MIN (SOULS_CHUNK, end - world), offset);

      for (int i = 0; i < run->memory->n_series; i++)
        if (worker->rows[i] != NULL)
          collect (run, worker, i, worker->rows[i] + offset, n_lanes, block);
    }
}

static void
report (SoulsRun *run,
        gint64    done)
{
  if (run->request->progress == NULL || (run->pass & SOULS_PASS_SUM) == 0 || done <= run->reported)
    return;
  run->reported = done;
  run->request->progress (done, run->request->progress_data);
}

static void
run_blocks (int      number,
            gpointer data)
{
  SoulsRun *run = data;
  int block;

  while ((block = souls_run_take_next (run)) < run->n_blocks && !souls_run_has_stopped (run))
    {
      int n_done;

      run_block (run, run->memory->workers[number], block);
      n_done = g_atomic_int_add (&run->n_done, 1) + 1;
      if (number == 0 && !souls_run_has_stopped (run))
        report (run, MIN (n_done * run->block_worlds, run->worlds));
    }
}

/* Runs all worlds of a pass; FALSE where it was cancelled. */
gboolean
souls_run_pass (SoulsRun  *run,
                SoulsCrew *crew,
                SoulsPass  pass,
                gint64     worlds)
{
  start_pass (run, pass, worlds);
  souls_crew_run (crew, run_blocks, run);
  if (!souls_run_has_stopped (run))
    report (run, worlds);
  return !souls_run_has_stopped (run);
}

/* The world in which all drivers have their modes gives the pivots, and what is the same in all worlds. */
static void
find_pivots (SoulsRun *run)
{
  const SoulsSimulationRequest *request = run->request;
  const int n_series = run->memory->n_series;
  g_autofree double *lanes = g_new (double, n_series * SOULS_BATCH_LANES);
  SoulsWorker *worker = run->memory->workers[0];

  for (int i = 0; i < n_series; i++)
    worker->rows[i] = lanes + i * SOULS_BATCH_LANES;
  souls_batch_init (&worker->batch, request->calibration, request->settings, request->drivers, request->metrics,
                    request->n_metrics);
  souls_batch_project (&worker->batch, worker->rows, 0);
  for (int i = 0; i < n_series; i++)
    {
      SoulsSeries *series = &run->memory->series[i];

      *series = (SoulsSeries) { .pivot = lanes[i * SOULS_BATCH_LANES] };
      series->fixed = !souls_batch_is_varied (&worker->batch, request->metrics[i / run->n_years], i % run->n_years);
      series->resolved = series->fixed;
    }
}

static void
start_workers (SoulsRun *run)
{
  const SoulsSimulationRequest *request = run->request;
  SoulsRunMemory *memory = run->memory;

  for (int i = 0; i < memory->n_workers; i++)
    {
      SoulsWorker *worker = memory->workers[i];

      souls_batch_init (&worker->batch, request->calibration, request->settings, request->drivers, request->metrics,
                        request->n_metrics);
      souls_batch_set_bands (&worker->batch, request->drivers, request->bands);
    }
  for (int i = 0; i < memory->n_series; i++)
    if (isnan (memory->series[i].pivot))
      memory->series[i].pivot = 0;
}

/* Makes the batches write what the next pass looks at. */
void
souls_run_point_rows (SoulsRun *run,
                      gboolean  held_only)
{
  SoulsRunMemory *memory = run->memory;

  for (int i = 0; i < memory->n_workers; i++)
    for (int j = 0; j < memory->n_series; j++)
      {
        SoulsWorker *worker = memory->workers[i];
        double *row = memory->stride > 0 ? memory->values + (gsize) j * memory->stride : worker->chunk + j * SOULS_CHUNK;

        worker->rows[j] = memory->series[j].fixed || (held_only && !memory->series[j].held) ? NULL : row;
        worker->kept[j].n = 0;
        if (held_only && !memory->series[j].held)
          clear_kept (&worker->kept[j]);
      }
}

static void
order_dense (SoulsRun    *run,
             SoulsWorker *worker,
             int          place)
{
  const double *values = run->memory->values + (gsize) place * run->memory->stride;
  const gsize n = run->memory->stride;
  SoulsBins bins;

  souls_bins_cover (&bins, values, n);
  souls_bins_place (&bins, values, n, worker->places);
  memset (worker->counts, 0, SOULS_N_PLACES * sizeof *worker->counts);
  count_places (worker->places, n, worker->counts);
  souls_order_count (&worker->order, &bins, worker->counts);
  souls_order_start (&worker->order, NULL);
  souls_order_add (&worker->order, values, worker->places, n);
  souls_order_finish (&worker->order);
}

static void
order_series (int      number,
              gpointer data)
{
  SoulsRun *run = data;
  SoulsRunMemory *memory = run->memory;
  SoulsWorker *worker = memory->workers[number];
  int place;

  while ((place = souls_run_take_next (run)) < memory->n_series && !souls_run_has_stopped (run))
    if (!memory->series[place].fixed)
      {
        souls_run_summarise_sums (run, place);
        if (run->request->n_probabilities == 0)
          continue;
        order_dense (run, worker, place);
        souls_run_summarise_order (run, &worker->order, place);
      }
}

/* Every value is kept. */
static gboolean
run_small (SoulsRun  *run,
           SoulsCrew *crew)
{
  souls_run_point_rows (run, FALSE);
  if (!souls_run_pass (run, crew, SOULS_PASS_SUM, run->request->worlds))
    return FALSE;
  run->next = 0;
  souls_crew_run (crew, order_series, run);
  return !g_atomic_int_get (&run->stopped);
}

static void
prepare_memory (SoulsRun        *run,
                SoulsRunMemory **memory,
                int              n_workers)
{
  const int n_series = run->request->n_metrics * run->n_years;
  const gsize worlds = (gsize) run->request->worlds;
  const gboolean small = worlds <= DENSE_WORLDS || worlds * (gsize) n_series <= DENSE_VALUES;
  const gsize stride = small ? (worlds + SOULS_SUM_LANES - 1) / SOULS_SUM_LANES * SOULS_SUM_LANES : 0;
  const gsize n_sums = (gsize) run->n_blocks * (gsize) n_series;
  const SoulsRunMemory *old = *memory;

  if (old == NULL || old->n_workers != n_workers || old->n_series != n_series || old->stride != stride || old->n_sums != n_sums)
    {
      souls_run_memory_free (*memory);
      *memory = new_memory (n_workers, n_series, stride, n_sums);
    }
  run->memory = *memory;
  memset (run->memory->sums, 0, n_sums * sizeof *run->memory->sums);
}

/**
 * souls_run:
 * @memory: (inout): of the run before, or %NULL
 * @summaries: (out caller-allocates): by metric, then by t
 *
 * Returns: whether it ran to the end
 */
gboolean
souls_run (SoulsRunMemory               **memory,
           const SoulsSimulationRequest  *request,
           SoulsSummary                  *summaries)
{
  SoulsRun run = { .request = request, .summaries = summaries, .n_years = request->settings->horizon + 1 };
  g_autoptr (SoulsCrew) crew = NULL;
  int n_workers;

  start_pass (&run, SOULS_PASS_SUM, request->worlds);
  n_workers = MIN (request->n_threads, run.n_blocks);
  prepare_memory (&run, memory, n_workers);
  crew = souls_crew_new (n_workers);
  find_pivots (&run);
  for (int i = 0; i < run.memory->n_series; i++)
    if (run.memory->series[i].fixed)
      souls_run_summarise_fixed (&run, i);
  start_workers (&run);
  return run.memory->stride > 0 ? run_small (&run, crew) : souls_run_large (&run, crew);
}
