/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "souls-presets.h"
#include "souls-scenario.h"

G_BEGIN_DECLS

#define SOULS_LESSON_VERSION 1
#define SOULS_LESSON_SUFFIX ".souls-lesson"
#define SOULS_MAX_LESSON_STEPS 40
#define SOULS_MAX_LESSON_OPTIONS 6
#define SOULS_MAX_LESSON_MINUTES 240
#define SOULS_LESSON_MAX_BYTES (1024 * 1024)

#define SOULS_LESSON_ERROR (souls_lesson_error_quark ())

/* Of lesson files, and of the file of argument cards. */
typedef enum
{
  SOULS_LESSON_ERROR_READ,      /* the file cannot be read */
  SOULS_LESSON_ERROR_TOO_BIG,   /* more bytes or nesting than any file of ours has */
  SOULS_LESSON_ERROR_SYNTAX,    /* not XML */
  SOULS_LESSON_ERROR_FORM,      /* XML, but not of the form expected */
  SOULS_LESSON_ERROR_VALUE,     /* a value outside its range, or an unknown name */
  SOULS_LESSON_ERROR_VERSION,   /* written by a newer program */
} SoulsLessonError;

GQuark souls_lesson_error_quark (void);

/**
 * SoulsAskKind:
 * @SOULS_ASK_NONE: nothing is asked
 * @SOULS_ASK_CHOICE: one of several options
 * @SOULS_ASK_NUMBER: a number
 * @SOULS_ASK_LINE: a line over years
 * @SOULS_ASK_SLIDER: where a slider stands
 */
typedef enum
{
  SOULS_ASK_NONE,
  SOULS_ASK_CHOICE,
  SOULS_ASK_NUMBER,
  SOULS_ASK_LINE,
  SOULS_ASK_SLIDER,
  SOULS_N_ASK_KINDS
} SoulsAskKind;

/**
 * SoulsOption:
 * @text: what may be chosen
 * @when: (nullable): the condition under which it is right, of the scenario that the reveal shows
 */
typedef struct
{
  char *text;
  char *when;
} SoulsOption;

/**
 * SoulsAsk:
 * @question: what is asked
 * @options: (array length=n_options): of a choice
 * @answer: (nullable): the expression of what is so, of the scenario that the reveal shows
 * @metric: of a line
 * @from: first fiscal year of a line
 * @to: last fiscal year of a line
 * @shown: the last year of a line that is given at the start, or 0
 * @driver: of a slider
 * @low: least number that may be entered, in the unit shown; end of the line's axis; 0 of other kinds
 * @high: greatest; the other end
 * @close: how far off still counts as close, in the unit shown: of a number and, on average, of a line
 *
 * What a step asks. All strings owned, in the lesson's language; those of lessons that ship are message ids.
 */
typedef struct
{
  SoulsAskKind kind;
  char *question;
  SoulsOption options[SOULS_MAX_LESSON_OPTIONS];
  int n_options;
  char *answer;
  SoulsMetric metric;
  int from;
  int to;
  int shown;
  SoulsDriver driver;
  double low;
  double high;
  double close;
} SoulsAsk;

/**
 * SoulsLessonScreen:
 * @scenario: (nullable): what the sliders show, without texts and charts; %NULL: as before
 * @preset: (nullable): the id of the preset that @scenario began from, for saving; has to go if one of the drivers that the
 *   preset moves goes back to its baseline. Own bands are those of the preset
 * @year: the fiscal year under the scrubber, or 0: as before; only with a @scenario
 * @left: (nullable): id of a chart, a view's after a slash; %NULL: both charts as before
 * @right: (nullable): the same; %NULL where one chart fills the place
 * @hidden: whether the charts are covered until the answer is given
 *
 * What is seen.
 */
typedef struct
{
  SoulsScenario *scenario;
  char *preset;
  int year;
  char *left;
  char *right;
  gboolean hidden;
} SoulsLessonScreen;

/**
 * SoulsLessonStep:
 * @id: its own in the lesson
 * @title: a few words
 * @text: (array zero-terminated=1): paragraphs
 * @notes: (array zero-terminated=1) (nullable): paragraphs for the speaker
 * @screen: what is seen at first
 * @ask: what is asked
 * @free: (array length=n_free): the sliders of the short list, without the one that is asked for
 * @has_reveal: whether there is anything to reveal
 * @reveal: (array zero-terminated=1) (nullable): paragraphs that come with the answer
 * @reveal_screen: what is seen then
 * @line: where the step begins in the file it was read from, from 1; 0 of others. Not compared
 * @column: the same, in characters
 */
typedef struct
{
  char *id;
  char *title;
  char **text;
  char **notes;
  SoulsLessonScreen screen;
  SoulsAsk ask;
  SoulsDriver free[SOULS_N_DRIVERS];
  int n_free;
  gboolean has_reveal;
  char **reveal;
  SoulsLessonScreen reveal_screen;
  int line;
  int column;
} SoulsLessonStep;

/**
 * SoulsLesson:
 * @id: what progress is kept by: the file's name without number and ending
 * @title: its name
 * @summary: what one knows afterwards
 * @author: (nullable)
 * @minutes: how long it takes
 * @steps: (element-type SoulsLessonStep): owned
 * @path: (nullable): the file, or %NULL for one that ships
 *
 * A lesson, as docs/lesson-files.md describes it. It may be edited in place; souls_lesson_to_text() writes it again.
 */
typedef struct
{
  char *id;
  char *title;
  char *summary;
  char *author;
  int minutes;
  GPtrArray *steps;
  char *path;
} SoulsLesson;

SoulsLesson *souls_lesson_new      (void);
SoulsLesson *souls_lesson_copy     (const SoulsLesson *self);
void         souls_lesson_free     (SoulsLesson *self);
/* Whether both files say the same; their names, and so ids, may differ. */
gboolean     souls_lesson_equal    (const SoulsLesson *a, const SoulsLesson *b);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SoulsLesson, souls_lesson_free)

SoulsLessonStep *souls_lesson_step_new  (const char *id, const char *title);
SoulsLessonStep *souls_lesson_step_copy (const SoulsLessonStep *self);
void             souls_lesson_step_free (SoulsLessonStep *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SoulsLessonStep, souls_lesson_step_free)

void             souls_lesson_screen_copy  (SoulsLessonScreen *self, const SoulsLessonScreen *source);
void             souls_lesson_screen_clear (SoulsLessonScreen *self);
gboolean         souls_lesson_screen_equal (const SoulsLessonScreen *a, const SoulsLessonScreen *b);

/* The element that asks: "choice"; NULL for %SOULS_ASK_NONE. */
const char      *souls_ask_kind_id (SoulsAskKind kind);

int                    souls_lesson_get_n_steps (const SoulsLesson *self);
const SoulsLessonStep *souls_lesson_get_step    (const SoulsLesson *self, int index);
/* The screen that step @index begins with, or shows after its reveal: each member from the last step that says it. Strings and
 * scenario borrowed. */
void                   souls_lesson_get_screen  (const SoulsLesson *self, int index, gboolean revealed, SoulsLessonScreen *screen);

/* Reads and checks all but expressions and the ids of charts, which the layers above know. Errors name file, line and column.
 * (transfer full) */
SoulsLesson *souls_lesson_read     (const char *path, const SoulsDataSet *data, const SoulsPresets *presets, GError **error);
SoulsLesson *souls_lesson_parse    (const char *name, const char *bytes, gsize length, const SoulsDataSet *data,
                                    const SoulsPresets *presets, GError **error);
/* The file's text; what is at its default is left out. (transfer full) */
char        *souls_lesson_to_text  (const SoulsLesson *self, gsize *length);
gboolean     souls_lesson_write    (const SoulsLesson *self, const char *path, GError **error);

G_END_DECLS
