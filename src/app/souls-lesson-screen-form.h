/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "souls-lesson-edits.h"
#include "souls-session.h"

G_BEGIN_DECLS

/**
 * SoulsLessonScreenForm:
 *
 * What a step of a lesson shows, before or after its reveal: charts and sliders.
 */
#define SOULS_TYPE_LESSON_SCREEN_FORM (souls_lesson_screen_form_get_type ())
G_DECLARE_FINAL_TYPE (SoulsLessonScreenForm, souls_lesson_screen_form, SOULS, LESSON_SCREEN_FORM, GtkWidget)

/* @session: whose sliders can be taken; @is_reveal: what comes with the answer */
GtkWidget  *souls_lesson_screen_form_new       (SoulsLessonEdits       *edits,
                                                SoulsSession           *session,
                                                gboolean                is_reveal);
void        souls_lesson_screen_form_show      (SoulsLessonScreenForm  *self,
                                                int                     index);
void        souls_lesson_screen_form_take      (SoulsLessonScreenForm  *self);
/* What the sliders show, in words. */
const char *souls_lesson_screen_form_get_state (SoulsLessonScreenForm  *self);

G_END_DECLS
