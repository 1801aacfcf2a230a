/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "souls-config.h"

#include "souls-stopwatch.h"

static gint64
get_passed (const SoulsStopwatch *self,
            gint64                now)
{
  return self->before + (self->running ? MAX (now - self->since, 0) : 0);
}

void
souls_stopwatch_start (SoulsStopwatch *self,
                       gint64          now)
{
  if (self->running)
    return;
  self->running = TRUE;
  self->since = now;
}

void
souls_stopwatch_pause (SoulsStopwatch *self,
                       gint64          now)
{
  self->before = get_passed (self, now);
  self->running = FALSE;
}

/* Begins at zero again; what ran goes on running. */
void
souls_stopwatch_reset (SoulsStopwatch *self,
                       gint64          now)
{
  self->before = 0;
  self->since = now;
}

int
souls_stopwatch_get_seconds (const SoulsStopwatch *self,
                             gint64                now)
{
  return (int) (get_passed (self, now) / G_USEC_PER_SEC);
}

char *
souls_stopwatch_format (int seconds)
{
  const int hours = seconds / 3600;

  if (hours > 0)
    return g_strdup_printf ("%d:%02d:%02d", hours, seconds / 60 % 60, seconds % 60);
  return g_strdup_printf ("%d:%02d", seconds / 60, seconds % 60);
}
