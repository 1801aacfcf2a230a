/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "souls-lesson-run.h"

G_BEGIN_DECLS

/**
 * SoulsProgress:
 *
 * What is kept of lessons from one sitting to the next: the step, the answers that stand, what was revealed, and which
 * lessons were finished. Steps are known by their ids, so that a lesson that was edited keeps what still fits.
 */
typedef struct _SoulsProgress SoulsProgress;

/* Where it is kept. (transfer full) */
char          *souls_progress_path     (void);

/* Reads what was kept. A damaged file is put aside, and @damage says so. (transfer full) */
SoulsProgress *souls_progress_load     (const char         *path,
                                        char              **damage);
void           souls_progress_free     (SoulsProgress      *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SoulsProgress, souls_progress_free)

/* Takes up a lesson where it was left; before souls_lesson_run_start(). Returns the step to start with. */
int            souls_progress_restore  (SoulsProgress      *self,
                                        SoulsLessonRun     *run);
/* Keeps how far a lesson has come, and writes the file. */
gboolean       souls_progress_keep     (SoulsProgress      *self,
                                        SoulsLessonRun     *run,
                                        gboolean            finished,
                                        GError            **error);

/* The step that a lesson was left at, from 0; -1 where it was never begun. */
int            souls_progress_get_step (SoulsProgress      *self,
                                        const SoulsLesson  *lesson);
/* Whether it has ever been finished. */
gboolean       souls_progress_is_done  (SoulsProgress      *self,
                                        const SoulsLesson  *lesson);

G_END_DECLS
