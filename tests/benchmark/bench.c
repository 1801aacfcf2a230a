/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "bench.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

static double
now_us (void)
{
  struct timespec time;

  clock_gettime (CLOCK_MONOTONIC, &time);
  return (double) time.tv_sec * 1e6 + (double) time.tv_nsec * 1e-3;
}

static int
compare_doubles (const void *a,
                 const void *b)
{
  const double x = *(const double *) a;
  const double y = *(const double *) b;

  return (x > y) - (x < y);
}

/* The processor's name and how many there are: a figure without them says nothing. */
void
souls_bench_print_machine (void)
{
  g_autofree char *text = NULL;
  const char *name = NULL;

  if (g_file_get_contents ("/proc/cpuinfo", &text, NULL, NULL))
    name = strstr (text, "model name");
  if (name != NULL && (name = strchr (name, ':')) != NULL)
    {
      g_auto (GStrv) lines = g_strsplit (name + 1, "\n", 2);

      printf ("# machine: %s, %u processors\n", g_strstrip (lines[0]), g_get_num_processors ());
    }
  else
    printf ("# machine: unknown, %u processors\n", g_get_num_processors ());
}

void
souls_bench_print (const char *name,
                   double     *samples,
                   int         n_samples,
                   double      target)
{
  qsort (samples, (size_t) n_samples, sizeof *samples, compare_doubles);
  printf ("%s: min %.3f µs, median %.3f µs, p95 %.3f µs, max %.3f µs; target %.3f µs\n", name,
           samples[0], samples[n_samples / 2], samples[n_samples * 95 / 100], samples[n_samples - 1], target);
}

void
souls_bench_measure (const char    *name,
                     SoulsBenchFunc func,
                     gpointer       data,
                     int            n_samples,
                     int            n_runs,
                     double         target)
{
  g_autofree double *samples = g_new (double, n_samples);
  int count = 0;

  for (int i = 0; i < n_runs; i++)
    func (count++, data);
  for (int i = 0; i < n_samples; i++)
    {
      const double start = now_us ();

      for (int j = 0; j < n_runs; j++)
        func (count++, data);
      samples[i] = (now_us () - start) / n_runs;
    }
  souls_bench_print (name, samples, n_samples, target);
}
