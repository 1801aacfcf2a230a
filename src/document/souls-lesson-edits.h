/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "souls-lesson.h"

G_BEGIN_DECLS

/**
 * SoulsLessonEdits:
 *
 * A lesson while it is written: what can be undone, the file it is kept in, and whether that holds all of it.
 *
 * Signals: `edited` (some text or value is another), `steps-changed` (int index: steps came, went or moved, or all is as it was
 * before or after; the step to be shown).
 */
#define SOULS_TYPE_LESSON_EDITS (souls_lesson_edits_get_type ())
G_DECLARE_FINAL_TYPE (SoulsLessonEdits, souls_lesson_edits, SOULS, LESSON_EDITS, GObject)

/* The lesson itself, and not one of its steps. */
#define SOULS_LESSON_EDITS_LESSON (-1)

SoulsLessonEdits *souls_lesson_edits_new         (SoulsLesson       *lesson,
                                                  GFile             *file);
SoulsLesson      *souls_lesson_edits_get_lesson  (SoulsLessonEdits  *self);
int               souls_lesson_edits_get_n       (SoulsLessonEdits  *self);
SoulsLessonStep  *souls_lesson_edits_get_step    (SoulsLessonEdits  *self,
                                                  int                index);

/* Between the two calls, the lesson is edited in place. One @field's edits after each other are undone together. */
void              souls_lesson_edits_begin       (SoulsLessonEdits  *self,
                                                  int                index,
                                                  const char        *field);
void              souls_lesson_edits_end         (SoulsLessonEdits  *self);

/* Steps. FALSE where there is no room, or nothing to be moved to; the last step stays. */
gboolean          souls_lesson_edits_add         (SoulsLessonEdits  *self,
                                                  int                index,
                                                  const char        *title,
                                                  const char        *paragraph);
gboolean          souls_lesson_edits_duplicate   (SoulsLessonEdits  *self,
                                                  int                index);
gboolean          souls_lesson_edits_remove      (SoulsLessonEdits  *self,
                                                  int                index);
gboolean          souls_lesson_edits_move        (SoulsLessonEdits  *self,
                                                  int                index,
                                                  int                to);

gboolean          souls_lesson_edits_can_undo    (SoulsLessonEdits  *self);
gboolean          souls_lesson_edits_can_redo    (SoulsLessonEdits  *self);
gboolean          souls_lesson_edits_undo        (SoulsLessonEdits  *self);
gboolean          souls_lesson_edits_redo        (SoulsLessonEdits  *self);

GFile            *souls_lesson_edits_get_file    (SoulsLessonEdits  *self);
gboolean          souls_lesson_edits_is_modified (SoulsLessonEdits  *self);
gboolean          souls_lesson_edits_save        (SoulsLessonEdits  *self,
                                                  GFile             *file,
                                                  GError           **error);

/* What the file's reader would say of a step, or of the rest of the lesson; NULL where all is well. (transfer full) */
char             *souls_lesson_edits_find_problem (SoulsLessonEdits   *self,
                                                   int                 index,
                                                   const SoulsDataSet *data,
                                                   const SoulsPresets *presets);

G_END_DECLS
