/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * SoulsCrew:
 *
 * Threads that do one thing together, then the next. The calling thread is the first of them.
 */
typedef struct _SoulsCrew SoulsCrew;

typedef void (*SoulsCrewFunc) (int worker, gpointer data);

SoulsCrew *souls_crew_new  (int           n_workers);
void       souls_crew_free (SoulsCrew    *self);
void       souls_crew_run  (SoulsCrew    *self,
                            SoulsCrewFunc func,
                            gpointer      data);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SoulsCrew, souls_crew_free)

G_END_DECLS
