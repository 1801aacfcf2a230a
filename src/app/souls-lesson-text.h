/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "souls-lesson-run.h"
#include "souls-quantity.h"

G_BEGIN_DECLS

/**
 * SoulsJudgement:
 * @SOULS_JUDGEMENT_NONE: nothing was answered, or nobody knows
 *
 * How good an answer was.
 */
typedef enum
{
  SOULS_JUDGEMENT_NONE,
  SOULS_JUDGEMENT_RIGHT,
  SOULS_JUDGEMENT_CLOSE,
  SOULS_JUDGEMENT_WRONG,
} SoulsJudgement;

/**
 * SoulsLessonText:
 *
 * What the steps of a lesson say in the reader's language, their numbers put in, and how good the answers to them were. It
 * computes in a session of its own: what the reader does with the sliders changes no text. Where a step's reveal has no
 * state of its own, its texts are of the slider's place that was answered.
 */
typedef struct _SoulsLessonText SoulsLessonText;

SoulsLessonText *souls_lesson_text_new        (SoulsLessonRun    *run);
void             souls_lesson_text_free       (SoulsLessonText   *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SoulsLessonText, souls_lesson_text_free)

/* One of the lesson's own texts without figures, translated where it ships. (transfer none) */
const char      *souls_lesson_translate       (const SoulsLesson *lesson,
                                               const char        *text);

/* Of the step at @index. Texts that cannot be had say why. All (transfer full). */
char            *souls_lesson_text_title      (SoulsLessonText   *self,
                                               int                index);
char           **souls_lesson_text_paragraphs (SoulsLessonText   *self,
                                               int                index);
char           **souls_lesson_text_notes      (SoulsLessonText   *self,
                                               int                index);
char           **souls_lesson_text_reveal     (SoulsLessonText   *self,
                                               int                index);
char            *souls_lesson_text_question   (SoulsLessonText   *self,
                                               int                index);
char            *souls_lesson_text_option     (SoulsLessonText   *self,
                                               int                index,
                                               int                option);

/* What is so. FALSE where nobody knows. */
gboolean         souls_lesson_text_truth      (SoulsLessonText   *self,
                                               int                index,
                                               SoulsQuantity     *truth);
/* In the unit shown, NAN where there is none; from the first year of the line on. */
gboolean         souls_lesson_text_line       (SoulsLessonText   *self,
                                               int                index,
                                               double             points[SOULS_MAX_LINE_YEARS]);
/* Which options are right. FALSE where it is a matter of opinion. */
gboolean         souls_lesson_text_options    (SoulsLessonText   *self,
                                               int                index,
                                               gboolean           right[SOULS_MAX_LESSON_OPTIONS]);

/* The reader's answer, or the middle of a class's. FALSE where there is none. */
gboolean         souls_lesson_text_answer     (SoulsLessonText   *self,
                                               int                index,
                                               SoulsAnswer       *answer);
SoulsJudgement   souls_lesson_text_judge      (SoulsLessonText   *self,
                                               int                index);
/* How far off the answer was, in a sentence, or NULL. (transfer full) */
char            *souls_lesson_text_gap        (SoulsLessonText   *self,
                                               int                index);
/* (transfer none) */
const char      *souls_judgement_words        (SoulsJudgement     judgement);
const char      *souls_judgement_icon         (SoulsJudgement     judgement);
const char      *souls_judgement_class        (SoulsJudgement     judgement);

G_END_DECLS
