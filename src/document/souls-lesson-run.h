/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "souls-lesson.h"
#include "souls-session.h"

G_BEGIN_DECLS

/* The fiscal years that one drawn line can hold. */
#define SOULS_MAX_LINE_YEARS 40

/**
 * SoulsAnswer:
 * @given: whether anything was entered; what follows is undefined if not
 * @option: of a choice, from 0
 * @number: of a number, and of a slider: in the unit shown
 * @points: of a line, from its first year on, in the unit shown: US$ million, percent, days; NAN where nothing is drawn
 *
 * What is predicted.
 */
typedef struct
{
  gboolean given;
  int option;
  double number;
  double points[SOULS_MAX_LINE_YEARS];
} SoulsAnswer;

/**
 * SoulsLessonMove:
 * @session: where to
 * @scenario: what is to be shown
 * @year: the fiscal year under the scrubber, or 0: as it is
 * @revealing: whether this is a reveal, which is worth showing as a movement
 *
 * Brings a session to what a step shows, at once or in a movement.
 */
typedef void (*SoulsLessonMove) (SoulsSession        *session,
                                 const SoulsScenario *scenario,
                                 int                  year,
                                 gboolean             revealing,
                                 gpointer             data);

#define SOULS_LESSON_RUN_ERROR (souls_lesson_run_error_quark ())
GQuark souls_lesson_run_error_quark (void);

typedef enum
{
  SOULS_LESSON_RUN_ERROR_NOTHING,     /* nothing is answered yet */
  SOULS_LESSON_RUN_ERROR_RANGE,       /* the answer is not one that may be given */
  SOULS_LESSON_RUN_ERROR_COMMITTED,   /* the answer stands already */
} SoulsLessonRunError;

/**
 * SoulsLessonRun:
 *
 * A lesson in progress in a session: which step is shown, what was answered, what has been revealed. An answer that is
 * committed stands; only souls_lesson_run_restart() takes it back.
 *
 * Signals: `step-changed` (another step is shown), `answer-changed` (an answer or a vote of the step that is shown was given
 * or taken back), `revealed` (the step that is shown has been revealed), `exploring-changed`.
 *
 * Properties: `votes-hidden` (boolean): whether what a class has answered is not to be seen before it is revealed.
 */
#define SOULS_TYPE_LESSON_RUN (souls_lesson_run_get_type ())
G_DECLARE_FINAL_TYPE (SoulsLessonRun, souls_lesson_run, SOULS, LESSON_RUN, GObject)

SoulsLessonRun        *souls_lesson_run_new          (SoulsSession        *session,
                                                      const SoulsLesson   *lesson);
void                   souls_lesson_run_set_move     (SoulsLessonRun      *self,
                                                      SoulsLessonMove      move,
                                                      gpointer             data);
SoulsSession          *souls_lesson_run_get_session  (SoulsLessonRun      *self);
const SoulsLesson     *souls_lesson_run_get_lesson   (SoulsLessonRun      *self);

int                    souls_lesson_run_get_index    (SoulsLessonRun      *self);
const SoulsLessonStep *souls_lesson_run_get_step     (SoulsLessonRun      *self);
void                   souls_lesson_run_start        (SoulsLessonRun      *self,
                                                      int                  index);
gboolean               souls_lesson_run_go           (SoulsLessonRun      *self,
                                                      int                  index);
/* What a presenter's "next" does: reveals what can be revealed, else goes on; FALSE where an answer is wanted first, and at the
 * end. */
gboolean               souls_lesson_run_advance      (SoulsLessonRun      *self);
gboolean               souls_lesson_run_back         (SoulsLessonRun      *self);
void                   souls_lesson_run_get_screen   (SoulsLessonRun      *self,
                                                      SoulsLessonScreen   *screen);

/* Answers, of the step that is shown. */
const SoulsAnswer     *souls_lesson_run_get_answer   (SoulsLessonRun      *self);
const SoulsAnswer     *souls_lesson_run_get_answer_at (SoulsLessonRun     *self,
                                                      int                  index);
gboolean               souls_lesson_run_check_at     (SoulsLessonRun      *self,
                                                      int                  index,
                                                      const SoulsAnswer   *answer,
                                                      GError             **error);
gboolean               souls_lesson_run_check        (SoulsLessonRun      *self,
                                                      const SoulsAnswer   *answer,
                                                      GError             **error);
gboolean               souls_lesson_run_set_answer   (SoulsLessonRun      *self,
                                                      const SoulsAnswer   *answer,
                                                      GError             **error);
gboolean               souls_lesson_run_commit       (SoulsLessonRun      *self,
                                                      GError             **error);
gboolean               souls_lesson_run_reveal       (SoulsLessonRun      *self,
                                                      GError             **error);
/* The same with no answer: a room that was asked aloud. */
void                   souls_lesson_run_reveal_unanswered (SoulsLessonRun *self);
gboolean               souls_lesson_run_is_committed (SoulsLessonRun      *self,
                                                      int                  index);
gboolean               souls_lesson_run_is_revealed  (SoulsLessonRun      *self,
                                                      int                  index);
void                   souls_lesson_run_restore      (SoulsLessonRun      *self,
                                                      int                  index,
                                                      const SoulsAnswer   *answer,
                                                      gboolean             revealed);
void                   souls_lesson_run_restart      (SoulsLessonRun      *self);
int                    souls_lesson_run_get_n_revealed (SoulsLessonRun    *self);

/* What a class has answered, one by one; for the step that is shown. */
guint                  souls_lesson_run_get_n_votes  (SoulsLessonRun      *self);
const SoulsAnswer     *souls_lesson_run_get_vote     (SoulsLessonRun      *self,
                                                      guint                index);
gboolean               souls_lesson_run_add_vote     (SoulsLessonRun      *self,
                                                      const SoulsAnswer   *answer,
                                                      GError             **error);
gboolean               souls_lesson_run_remove_vote  (SoulsLessonRun      *self);
void                   souls_lesson_run_clear_votes  (SoulsLessonRun      *self);
void                   souls_lesson_run_set_votes_hidden (SoulsLessonRun  *self,
                                                      gboolean             hidden);
gboolean               souls_lesson_run_get_votes_hidden (SoulsLessonRun  *self);

/* Whether the sliders were moved away from what the step shows. */
gboolean               souls_lesson_run_is_exploring (SoulsLessonRun      *self);
void                   souls_lesson_run_come_back    (SoulsLessonRun      *self);

G_END_DECLS
