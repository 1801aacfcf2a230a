/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "souls-crew.h"

typedef struct
{
  SoulsCrew *crew;
  int worker;
  GThread *thread;
} Mate;

/* The lock is for sleeping only. What is written before @round or @n_busy is changed is seen by who sees the change: these
 * are atomic. */
struct _SoulsCrew
{
  GMutex lock;
  GCond started;
  GCond finished;
  int round;                     /* of work; the mates wait for the next */
  int n_busy;
  int ended;
  SoulsCrewFunc func;
  gpointer data;
  int n_mates;
  Mate *mates;
};

/* Sleeps until there is another round or no more. */
static gboolean
wait_for_round (SoulsCrew *self,
                int        round)
{
  g_mutex_lock (&self->lock);
  while (g_atomic_int_get (&self->round) == round && !g_atomic_int_get (&self->ended))
    g_cond_wait (&self->started, &self->lock);
  g_mutex_unlock (&self->lock);
  return !g_atomic_int_get (&self->ended);
}

static gpointer
work (gpointer data)
{
  const Mate *mate = data;
  SoulsCrew *self = mate->crew;

  for (int round = 0; wait_for_round (self, round); round++)
    {
      self->func (mate->worker, self->data);
      if (!g_atomic_int_dec_and_test (&self->n_busy))
        continue;
      g_mutex_lock (&self->lock);
      g_cond_signal (&self->finished);
      g_mutex_unlock (&self->lock);
    }
  return NULL;
}

/**
 * souls_crew_new:
 * @n_workers: at least 1, the calling thread counted; fewer threads than that where the system gives no more
 *
 * Returns: (transfer full): a crew, its threads waiting
 */
SoulsCrew *
souls_crew_new (int n_workers)
{
  SoulsCrew *self = g_new0 (SoulsCrew, 1);

  g_mutex_init (&self->lock);
  g_cond_init (&self->started);
  g_cond_init (&self->finished);
  self->mates = g_new0 (Mate, MAX (n_workers - 1, 0));
  for (int i = 1; i < n_workers; i++)
    {
      Mate *mate = &self->mates[self->n_mates];

      *mate = (Mate) { .crew = self, .worker = i };
      mate->thread = g_thread_try_new ("simulation", work, mate, NULL);
      if (mate->thread == NULL)
        break;
      self->n_mates++;
    }
  return self;
}

void
souls_crew_free (SoulsCrew *self)
{
  g_mutex_lock (&self->lock);
  g_atomic_int_set (&self->ended, TRUE);
  g_cond_broadcast (&self->started);
  g_mutex_unlock (&self->lock);
  for (int i = 0; i < self->n_mates; i++)
    g_thread_join (self->mates[i].thread);
  g_mutex_clear (&self->lock);
  g_cond_clear (&self->started);
  g_cond_clear (&self->finished);
  g_free (self->mates);
  g_free (self);
}

/**
 * souls_crew_run:
 * @func: called once on each thread with the worker's number; they share the work out among them
 *
 * Returns when all have come back.
 */
void
souls_crew_run (SoulsCrew    *self,
                SoulsCrewFunc func,
                gpointer      data)
{
  self->func = func;
  self->data = data;
  g_atomic_int_set (&self->n_busy, self->n_mates);
  g_mutex_lock (&self->lock);
  g_atomic_int_inc (&self->round);
  g_cond_broadcast (&self->started);
  g_mutex_unlock (&self->lock);
  func (0, data);
  g_mutex_lock (&self->lock);
  while (g_atomic_int_get (&self->n_busy) > 0)
    g_cond_wait (&self->finished, &self->lock);
  g_mutex_unlock (&self->lock);
}
