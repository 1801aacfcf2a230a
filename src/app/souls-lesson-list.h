/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "souls-lessons.h"
#include "souls-progress.h"

G_BEGIN_DECLS

/**
 * SoulsLessonList:
 *
 * The start page: the question, the ways into it, and every lesson with how long it takes and how far it was followed.
 *
 * Signals: `chosen` (int): a lesson, as souls_lesson_list_get_lessons() has them.
 */
#define SOULS_TYPE_LESSON_LIST (souls_lesson_list_get_type ())
G_DECLARE_FINAL_TYPE (SoulsLessonList, souls_lesson_list, SOULS, LESSON_LIST, GtkWidget)

GtkWidget          *souls_lesson_list_new         (void);
/* Reads the lessons again, and what is kept of them. */
void                souls_lesson_list_fill        (SoulsLessonList *self,
                                                   SoulsDataSet    *data,
                                                   SoulsProgress   *progress);
const SoulsLessons *souls_lesson_list_get_lessons (SoulsLessonList *self);
void                souls_lesson_list_choose      (SoulsLessonList *self,
                                                   int              lesson);
GtkSwitch          *souls_lesson_list_get_switch  (SoulsLessonList *self);

G_END_DECLS
