/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "souls-data-set.h"
#include "souls-lesson-check.h"
#include "souls-lesson-edits.h"
#include "souls-lesson-field.h"

G_BEGIN_DECLS

/**
 * SoulsLessonAskForm:
 *
 * What a step of a lesson asks: a kind, and the fields that it has.
 */
#define SOULS_TYPE_LESSON_ASK_FORM (souls_lesson_ask_form_get_type ())
G_DECLARE_FINAL_TYPE (SoulsLessonAskForm, souls_lesson_ask_form, SOULS, LESSON_ASK_FORM, GtkWidget)

typedef enum
{
  SOULS_ASK_FIELD_QUESTION,
  SOULS_ASK_FIELD_ANSWER,
  SOULS_ASK_FIELD_FROM,
  SOULS_ASK_FIELD_TO,
  SOULS_ASK_FIELD_SHOWN,
  SOULS_ASK_FIELD_LOW,
  SOULS_ASK_FIELD_HIGH,
  SOULS_ASK_FIELD_CLOSE,
  SOULS_N_ASK_FIELDS
} SoulsAskField;

GtkWidget        *souls_lesson_ask_form_new        (SoulsLessonEdits    *edits,
                                                    SoulsDataSet        *data);
void              souls_lesson_ask_form_show       (SoulsLessonAskForm  *self,
                                                    int                  index);
/* Says under the fields what becomes of them. */
void              souls_lesson_ask_form_judge      (SoulsLessonAskForm  *self,
                                                    SoulsLessonCheck    *check);
void              souls_lesson_ask_form_set_kind   (SoulsLessonAskForm  *self,
                                                    SoulsAskKind         kind);
void              souls_lesson_ask_form_set_metric (SoulsLessonAskForm  *self,
                                                    SoulsMetric          metric);
void              souls_lesson_ask_form_set_driver (SoulsLessonAskForm  *self,
                                                    SoulsDriver          driver);
void              souls_lesson_ask_form_add_option (SoulsLessonAskForm  *self);
SoulsLessonField *souls_lesson_ask_form_get_field  (SoulsLessonAskForm  *self,
                                                    SoulsAskField        field);
SoulsLessonField *souls_lesson_ask_form_get_option (SoulsLessonAskForm  *self,
                                                    int                  option,
                                                    gboolean             is_condition);

G_END_DECLS
