/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "souls-lesson.h"
#include "souls-session.h"

G_BEGIN_DECLS

/**
 * SoulsLessonSay:
 * @change: (nullable): what was done, or %NULL for the state that it begins with
 * @year: a fiscal year that the state after it knows
 * @rung: what "without AWS" means there
 * @title: (out) (transfer full): a few words
 * @paragraph: (out) (transfer full): a paragraph, with figures in braces
 * @data: as given
 *
 * Says a step in the user's language. Braces that are not figures are doubled by souls_lesson_escape().
 */
typedef void (*SoulsLessonSay) (const SoulsChange  *change,
                                int                 year,
                                SoulsRung           rung,
                                char              **title,
                                char              **paragraph,
                                gpointer            data);

SoulsLesson *souls_lesson_make           (SoulsSession       *session,
                                          const char         *left,
                                          const char         *right,
                                          SoulsLessonSay      say,
                                          gpointer            data);
/* What a session shows, as a step keeps it. */
void         souls_lesson_screen_take    (SoulsLessonScreen  *self,
                                          SoulsSession       *session);
/* A text that has no figures. (transfer full) */
char        *souls_lesson_escape         (const char         *text);

G_END_DECLS
