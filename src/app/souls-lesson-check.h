/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "souls-data-set.h"
#include "souls-expression.h"
#include "souls-lesson.h"

G_BEGIN_DECLS

/**
 * SoulsLessonCheck:
 *
 * Says whether the texts, answers and conditions of a lesson's step can be had, and what they come to.
 */
typedef struct _SoulsLessonCheck SoulsLessonCheck;

SoulsLessonCheck *souls_lesson_check_new       (SoulsDataSet             *data);
void              souls_lesson_check_free      (SoulsLessonCheck         *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SoulsLessonCheck, souls_lesson_check_free)

/* What is asked from here on is of that step, before or after its reveal. */
void              souls_lesson_check_look      (SoulsLessonCheck         *self,
                                                const SoulsLesson        *lesson,
                                                int                       index,
                                                gboolean                  revealed);
/* (transfer full): with its figures; NULL with an error that says at which character */
char             *souls_lesson_check_text      (SoulsLessonCheck         *self,
                                                const char               *text,
                                                GError                  **error);
char             *souls_lesson_check_texts     (SoulsLessonCheck         *self,
                                                char *const              *paragraphs,
                                                GError                  **error);
gboolean          souls_lesson_check_answer    (SoulsLessonCheck         *self,
                                                const SoulsAsk           *ask,
                                                SoulsQuantity            *truth,
                                                GError                  **error);
/* "= −$10.6 bn" (transfer full) */
char             *souls_lesson_check_say       (SoulsLessonCheck         *self,
                                                const SoulsAsk           *ask,
                                                GError                  **error);
gboolean          souls_lesson_check_condition (SoulsLessonCheck         *self,
                                                const char               *when,
                                                gboolean                 *holds,
                                                GError                  **error);
/* Whether a choice has one right option, or is a matter of opinion. */
gboolean          souls_lesson_check_options   (SoulsLessonCheck         *self,
                                                const SoulsAsk           *ask,
                                                GError                  **error);
/* The first thing of a step that cannot be had, or NULL. (transfer full) */
char             *souls_lesson_check_step      (SoulsLessonCheck         *self,
                                                const SoulsLesson        *lesson,
                                                int                       index);

G_END_DECLS
