/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "souls-batch.h"
#include "souls-crew.h"
#include "souls-quantiles.h"
#include "souls-simulation-private.h"

G_BEGIN_DECLS

/* How quantiles are found without sorting, or even keeping, what a million worlds give. A small run keeps every value. A
 * large one deals the values out into bins of equal width, spread by a sample of worlds; a pilot tells in which bins the
 * order statistics will lie, give or take; the run itself counts the values of all bins and keeps those of these bins only.
 * The counts then say exactly where each order statistic lies. Where the pilot was wrong, or where there was no memory for
 * all series at once, the worlds are run once more for the series at fault, now with certainty. Either way the quantiles are
 * those of a full sort. */

#define SOULS_CHUNK 1024                    /* worlds between two looks at whether to go on: a multiple of the lanes */
#define SOULS_MAX_BLOCKS 1024               /* parts of a run that each have sums of their own, whoever runs them */
/* Tests make these small, to get into every corner with few worlds. */
#ifndef SOULS_RUN_LIMITS
#define DENSE_VALUES ((gsize) 1 << 20)      /* 8 MB: up to here every value is kept */
#define DENSE_WORLDS 16384
#define KEPT_VALUES ((gsize) 1 << 24)       /* 128 MB: a large run keeps no more, but for a single series */
#define MIN_PILOT 8192
#define PILOT_PART 16
#define PILOT_DEVIATIONS 5.0                /* how far the pilot's ranks may be off */
#endif

typedef struct
{
  double *values;
  gsize n;
  gsize capacity;
} SoulsKept;

typedef struct
{
  SoulsBatch batch;
  SoulsOrder order;
  double **rows;                            /* by series: where the batch writes, or NULL */
  double *chunk;                            /* by series, then by world of the chunk */
  gint32 *places;
  guint32 *counts;                          /* by series, then by place */
  SoulsKept *kept;                          /* by series */
} SoulsWorker;

/* A metric in a year. */
typedef struct
{
  SoulsBins bins;
  double pivot;                             /* what the world gives in which every driver has its mode */
  gboolean fixed;                           /* every world gives that */
  gboolean resolved;
  gboolean held;                            /* in the pass that is under way, values of wanted bins are kept */
  gint64 expected;                          /* how many */
  guint8 wanted[SOULS_N_PLACES];
} SoulsSeries;

struct _SoulsRunMemory
{
  int n_workers;
  int n_series;
  gsize stride;                             /* worlds in a row of @values, 0 in a large run */
  gsize n_sums;
  SoulsWorker **workers;
  SoulsSeries *series;
  double *values;                           /* by series, then by world */
  SoulsSums *sums;                          /* by block, then by series */
};

typedef enum
{
  SOULS_PASS_SUM = 1 << 0,
  SOULS_PASS_COUNT = 1 << 1,
  SOULS_PASS_KEEP = 1 << 2,
} SoulsPass;

typedef struct
{
  const SoulsSimulationRequest *request;
  SoulsRunMemory *memory;
  SoulsSummary *summaries;
  int n_years;
  SoulsPass pass;
  gint64 worlds;                            /* of the pass */
  gint64 block_worlds;
  int n_blocks;
  int next;                                 /* block or series that nobody has taken yet */
  int n_done;                               /* blocks */
  gint64 reported;                          /* worlds; the calling thread's */
  int stopped;
} SoulsRun;

gboolean souls_run_has_stopped     (SoulsRun     *run);
int      souls_run_take_next       (SoulsRun     *run);
gsize    souls_run_project_chunk   (SoulsRun     *run,
                                    SoulsWorker  *worker,
                                    gint64        first,
                                    gint64        n,
                                    gsize         offset);
void     souls_run_point_rows      (SoulsRun     *run,
                                    gboolean      held_only);
gboolean souls_run_pass            (SoulsRun     *run,
                                    SoulsCrew    *crew,
                                    SoulsPass     pass,
                                    gint64        worlds);
gboolean souls_run_large           (SoulsRun     *run,
                                    SoulsCrew    *crew);

void     souls_run_find_positions  (gint64        n,
                                    double        probability,
                                    double        positions[3]);
void     souls_run_summarise_sums  (SoulsRun     *run,
                                    int           place);
void     souls_run_summarise_order (SoulsRun     *run,
                                    SoulsOrder   *order,
                                    int           place);
void     souls_run_summarise_fixed (SoulsRun     *run,
                                    int           place);

G_END_DECLS
