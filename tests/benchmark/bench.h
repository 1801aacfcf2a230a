/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* One run of the thing to be timed; @i counts the runs. */
typedef void (*SoulsBenchFunc) (int i, gpointer data);

void   souls_bench_print_machine (void);
/* Times @n_samples samples of @n_runs calls each after as many calls to warm up, and prints minimum, median, 95th percentile and
 * maximum of one call against @target µs. */
void   souls_bench_measure       (const char *name, SoulsBenchFunc func, gpointer data,
                                  int n_samples, int n_runs, double target);
/* The same for samples that were taken otherwise, µs; sorts them. */
void   souls_bench_print         (const char *name, double *samples, int n_samples, double target);

G_END_DECLS
