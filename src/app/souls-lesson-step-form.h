/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "souls-driver-picker.h"
#include "souls-lesson-ask-form.h"
#include "souls-lesson-screen-form.h"

G_BEGIN_DECLS

/**
 * SoulsLessonStepForm:
 *
 * All that a step of a lesson says, shows and asks, to be written.
 */
#define SOULS_TYPE_LESSON_STEP_FORM (souls_lesson_step_form_get_type ())
G_DECLARE_FINAL_TYPE (SoulsLessonStepForm, souls_lesson_step_form, SOULS, LESSON_STEP_FORM, GtkWidget)

typedef enum
{
  SOULS_STEP_FIELD_TITLE,
  SOULS_STEP_FIELD_TEXT,
  SOULS_STEP_FIELD_NOTES,
  SOULS_STEP_FIELD_REVEAL,
  SOULS_N_STEP_FIELDS
} SoulsStepField;

GtkWidget             *souls_lesson_step_form_new        (SoulsLessonEdits     *edits,
                                                          SoulsSession         *session);
void                   souls_lesson_step_form_show       (SoulsLessonStepForm  *self,
                                                          int                   index);
/* Says under each field what becomes of it, or what is wrong with it. */
void                   souls_lesson_step_form_judge      (SoulsLessonStepForm  *self,
                                                          SoulsLessonCheck     *check);
/* What the file's reader would say of the step, or NULL. */
void                   souls_lesson_step_form_set_problem (SoulsLessonStepForm *self,
                                                           const char          *problem);
SoulsLessonField      *souls_lesson_step_form_get_field  (SoulsLessonStepForm  *self,
                                                          SoulsStepField        field);
SoulsLessonAskForm    *souls_lesson_step_form_get_ask    (SoulsLessonStepForm  *self);
SoulsLessonScreenForm *souls_lesson_step_form_get_screen (SoulsLessonStepForm  *self,
                                                          gboolean              is_reveal);
SoulsDriverPicker     *souls_lesson_step_form_get_picker (SoulsLessonStepForm  *self);

G_END_DECLS
