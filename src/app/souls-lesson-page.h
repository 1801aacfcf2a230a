/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "souls-lesson-text.h"

G_BEGIN_DECLS

/* What the reader does next. */
typedef enum
{
  SOULS_LESSON_ACT_COMMIT,   /* "That is my answer" */
  SOULS_LESSON_ACT_SHOW,
  SOULS_LESSON_ACT_NEXT,
  SOULS_LESSON_ACT_FINISH,   /* nothing comes after this step */
} SoulsLessonAct;

/**
 * SoulsLessonPage:
 *
 * The step of a lesson that is shown: what is said, what is asked and where to answer it, and, once it is revealed, how far
 * off the answer was and why. A line is drawn elsewhere, in a #SoulsSketchView.
 *
 * Properties: `stage` (boolean): whether it is for a room: larger, and nothing is typed.
 *
 * Signals: `act-changed`: what souls_lesson_page_get_act() says, or whether it can be done, may be new.
 */
#define SOULS_TYPE_LESSON_PAGE (souls_lesson_page_get_type ())
G_DECLARE_FINAL_TYPE (SoulsLessonPage, souls_lesson_page, SOULS, LESSON_PAGE, GtkWidget)

GtkWidget       *souls_lesson_page_new      (SoulsLessonRun  *run);
void             souls_lesson_page_set_stage (SoulsLessonPage *self,
                                             gboolean         stage);
gboolean         souls_lesson_page_get_stage (SoulsLessonPage *self);
SoulsLessonText *souls_lesson_page_get_text (SoulsLessonPage *self);

SoulsLessonAct   souls_lesson_page_get_act  (SoulsLessonPage *self);
/* In words, for a button. (transfer none) */
const char      *souls_lesson_page_get_act_label (SoulsLessonPage *self);
gboolean         souls_lesson_page_can_act  (SoulsLessonPage *self);
/* Does it. FALSE where it cannot be done: then the page says why; and at the end. */
gboolean         souls_lesson_page_act      (SoulsLessonPage *self);

/* Answers, as the widgets would give them; a text that is no number is refused and the page says why. */
void             souls_lesson_page_choose   (SoulsLessonPage *self,
                                             int              option);
gboolean         souls_lesson_page_enter    (SoulsLessonPage *self,
                                             const char      *text);
/* What a key does wherever the focus is but in an entry. */
gboolean         souls_lesson_page_press    (SoulsLessonPage *self,
                                             guint            keyval);
void             souls_lesson_page_set_drawing (SoulsLessonPage *self,
                                             GtkWidget       *drawing);
GtkWidget       *souls_lesson_page_get_drawing (SoulsLessonPage *self);
/* Puts the focus where the answer is given. FALSE where nothing is asked, or elsewhere. */
gboolean         souls_lesson_page_take_focus (SoulsLessonPage *self);
/* What is wrong with what was entered, or NULL. (transfer none) */
const char      *souls_lesson_page_get_problem (SoulsLessonPage *self);

G_END_DECLS
