/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "souls-lesson-page.h"

G_BEGIN_DECLS

struct _SoulsLessonPage
{
  GtkWidget parent_instance;

  /* Children */
  GtkWidget *title;
  GtkWidget *paragraphs;
  GtkWidget *card;
  GtkWidget *question;
  GtkWidget *answer_box;
  GtkWidget *hint;
  GtkWidget *problem;
  GtkWidget *place;          /* of a drawing that has no room beside the page */
  GtkWidget *result;
  GtkWidget *judged_icon;
  GtkWidget *judged_words;
  GtkWidget *gap;
  GtkWidget *reveal;

  /* In the answer box, of the step that is shown; borrowed */
  GtkWidget *option[SOULS_MAX_LESSON_OPTIONS];
  GtkWidget *mark[SOULS_MAX_LESSON_OPTIONS];
  GtkWidget *entry;
  GtkWidget *slider;

  /* Owned */
  SoulsLessonRun *run;
  SoulsLessonText *text;

  gboolean stage;
  gboolean updating;         /* widgets are being set to what was answered */
};

/* souls-lesson-page.c: the step */
GtkWidget      *souls_lesson_page_label         (const char      *css_class);
void            souls_lesson_page_say           (GtkWidget       *label,
                                                 const char      *text);
void            souls_lesson_page_empty         (GtkWidget       *box);
const SoulsAsk *souls_lesson_page_ask           (SoulsLessonPage *self);
int             souls_lesson_page_index         (SoulsLessonPage *self);
gboolean        souls_lesson_page_is_committed  (SoulsLessonPage *self);
gboolean        souls_lesson_page_is_revealed   (SoulsLessonPage *self);
void            souls_lesson_page_set_problem   (SoulsLessonPage *self,
                                                 const char      *problem);

/* souls-lesson-page-answer.c: where the answer is given */
GtkWidget      *souls_lesson_page_make_place    (SoulsLessonPage *self);
void            souls_lesson_page_make_answer   (SoulsLessonPage *self);
void            souls_lesson_page_update_answer (SoulsLessonPage *self);
void            souls_lesson_page_take_slider   (SoulsLessonPage *self);
void            souls_lesson_page_driver_changed (SoulsLessonPage *self,
                                                  int             driver);

G_END_DECLS
