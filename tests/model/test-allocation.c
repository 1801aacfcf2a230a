/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdlib.h>

#include "fixture.h"

/* Every allocation of the process goes through here, where the C library lets it and no sanitizer wants it. */
#if defined (__GLIBC__) && !defined (__SANITIZE_ADDRESS__) && !defined (__SANITIZE_THREAD__)
#define CAN_COUNT 1

extern void *__libc_malloc  (size_t size);
extern void *__libc_calloc  (size_t n, size_t size);
extern void *__libc_realloc (void *memory, size_t size);

static volatile int n_allocations;

void *
malloc (size_t size)
{
  n_allocations++;
  return __libc_malloc (size);
}

void *
calloc (size_t n,
        size_t size)
{
  n_allocations++;
  return __libc_calloc (n, size);
}

void *
realloc (void  *memory,
         size_t size)
{
  n_allocations++;
  return __libc_realloc (memory, size);
}
#else
#define CAN_COUNT 0
static volatile int n_allocations;
#endif

static gboolean
can_count (void)
{
  if (!CAN_COUNT)
    g_test_skip ("allocations cannot be counted here");
  return CAN_COUNT;
}

/* A counter that stands still proves nothing. */
static void
test_counter (void)
{
  const int before = n_allocations;

  if (!can_count ())
    return;
  g_free (g_malloc (1));
  g_assert_cmpint (n_allocations, ==, before + 1);
}

static void
test_project (void)
{
  g_autoptr (GRand) source = g_rand_new_with_seed (8);

  if (!can_count ())
    return;
  fixture_calibrations ();
  for (int i = 0; i < 1000; i++)
    {
      FixtureScenario scenario;
      SoulsResults results;
      int before;

      fixture_draw (source, &scenario);
      before = n_allocations;
      fixture_run (&scenario, &results);
      g_assert_cmpint (n_allocations, ==, before);
    }
}

static void
test_others (void)
{
  FixtureScenario scenario;
  SoulsBand bands[SOULS_N_DRIVERS];
  SoulsTie ties[SOULS_MAX_TIES];
  SoulsHistory history;
  int before;

  if (!can_count ())
    return;
  fixture_baseline (2025, &scenario);
  before = n_allocations;
  souls_bands_compute (fixture_calibrations (), FIXTURE_N_YEARS, scenario.c, bands);
  souls_history_compute (fixture_calibrations (), FIXTURE_N_YEARS, scenario.c, &scenario.settings, &scenario.drivers, &history);
  souls_tie_out (scenario.c, ties);
  for (int i = 0; i < SOULS_N_DRIVERS; i++)
    souls_driver_without_effect (scenario.c, &scenario.settings, &scenario.drivers, (SoulsDriver) i);
  g_assert_cmpint (n_allocations, ==, before);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/allocation/counter", test_counter);
  g_test_add_func ("/model/allocation/project", test_project);
  g_test_add_func ("/model/allocation/bands-history-tie-out", test_others);
  return g_test_run ();
}
