/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * SoulsLessonField:
 *
 * A text to be written, its name above, and below it what becomes of it or what is wrong with it.
 *
 * Signals: `edited` (the user wrote something).
 */
#define SOULS_TYPE_LESSON_FIELD (souls_lesson_field_get_type ())
G_DECLARE_FINAL_TYPE (SoulsLessonField, souls_lesson_field, SOULS, LESSON_FIELD, GtkWidget)

/* @has_paragraphs: whether it may have several lines */
GtkWidget   *souls_lesson_field_new            (const char        *name,
                                                gboolean           has_paragraphs);
/* For a number of a few digits. */
void         souls_lesson_field_set_short      (SoulsLessonField  *self);
/* Not told as an edit. */
void         souls_lesson_field_set            (SoulsLessonField  *self,
                                                const char        *text);
void         souls_lesson_field_set_paragraphs (SoulsLessonField  *self,
                                                char *const       *paragraphs);
/* As if written by the user. */
void         souls_lesson_field_write          (SoulsLessonField  *self,
                                                const char        *text);
/* (transfer full) */
char        *souls_lesson_field_get            (SoulsLessonField  *self);
/* Without empty ones; NULL where there are none. (transfer full) */
char       **souls_lesson_field_get_paragraphs (SoulsLessonField  *self);
/* @result: what becomes of the text, or NULL where it is the same; @problem: what is wrong with it, or NULL */
void         souls_lesson_field_judge          (SoulsLessonField  *self,
                                                const char        *result,
                                                const char        *problem);
const char  *souls_lesson_field_get_result     (SoulsLessonField  *self);
const char  *souls_lesson_field_get_problem    (SoulsLessonField  *self);

G_END_DECLS
