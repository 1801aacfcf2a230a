/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * SoulsStopwatch:
 * @running: whether time passes
 * @since: when it began to run, µs of the caller's clock
 * @before: what had passed until then, µs
 *
 * How long something takes. It has no clock of its own: whoever asks says what time it is. All zero is one that has not begun.
 */
typedef struct
{
  gboolean running;
  gint64 since;
  gint64 before;
} SoulsStopwatch;

void   souls_stopwatch_start       (SoulsStopwatch       *self,
                                    gint64                now);
void   souls_stopwatch_pause       (SoulsStopwatch       *self,
                                    gint64                now);
void   souls_stopwatch_reset       (SoulsStopwatch       *self,
                                    gint64                now);
/* Whole seconds; never less than zero. */
int    souls_stopwatch_get_seconds (const SoulsStopwatch *self,
                                    gint64                now);
/* "4:07", "1:00:00". (transfer full) */
char  *souls_stopwatch_format      (int                   seconds);

G_END_DECLS
