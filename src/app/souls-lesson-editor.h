/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "souls-lesson-edits.h"
#include "souls-lesson-step-form.h"

G_BEGIN_DECLS

/**
 * SoulsLessonEditor:
 *
 * A window to write a lesson in: its steps, and the one that is chosen.
 *
 * Signals: `try` (int index): the lesson is to be played from that step on; `saved` (#GFile).
 */
#define SOULS_TYPE_LESSON_EDITOR (souls_lesson_editor_get_type ())
G_DECLARE_FINAL_TYPE (SoulsLessonEditor, souls_lesson_editor, SOULS, LESSON_EDITOR, AdwWindow)

/* @session: whose sliders can be taken */
GtkWidget           *souls_lesson_editor_new         (SoulsSession      *session,
                                                      SoulsLessonEdits  *edits);
SoulsLessonEdits    *souls_lesson_editor_get_edits   (SoulsLessonEditor *self);
/* A step, or %SOULS_LESSON_EDITS_LESSON. */
void                 souls_lesson_editor_select      (SoulsLessonEditor *self,
                                                      int                index);
int                  souls_lesson_editor_get_index   (SoulsLessonEditor *self);
SoulsLessonStepForm *souls_lesson_editor_get_form    (SoulsLessonEditor *self);
SoulsLessonField    *souls_lesson_editor_get_title_field (SoulsLessonEditor *self);
/* Checks all of it at once, and not only in a while. */
void                 souls_lesson_editor_check       (SoulsLessonEditor *self);
/* Whether a step is marked in the list. */
gboolean             souls_lesson_editor_has_problem (SoulsLessonEditor *self,
                                                      int                index);
/* To a file, as long as it can be read again; FALSE with a message in the window where not. What is wrong with figures has
 * been asked about before. */
gboolean             souls_lesson_editor_save_to     (SoulsLessonEditor *self,
                                                      GFile             *file);
/* Whether closing would ask. */
gboolean             souls_lesson_editor_is_modified (SoulsLessonEditor *self);
/* The message that was shown last, or NULL. */
const char          *souls_lesson_editor_get_message (SoulsLessonEditor *self);

G_END_DECLS
