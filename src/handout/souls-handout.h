/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "souls-chart.h"
#include "souls-lesson.h"
#include "souls-pages.h"

G_BEGIN_DECLS

#define SOULS_HANDOUT_ERROR (souls_handout_error_quark ())

typedef enum
{
  SOULS_HANDOUT_ERROR_CHART,   /* there is no such chart or view */
} SoulsHandoutError;

GQuark souls_handout_error_quark (void);

/**
 * SoulsPaper:
 * @SOULS_PAPER_A4: 210 × 297 mm
 * @SOULS_PAPER_LETTER: 8.5 × 11 inches
 * @SOULS_PAPER_SLIDES: 16:9, a page a step
 */
typedef enum
{
  SOULS_PAPER_A4,
  SOULS_PAPER_LETTER,
  SOULS_PAPER_SLIDES,
  SOULS_N_PAPERS
} SoulsPaper;

const char *souls_paper_id      (SoulsPaper  paper);
const char *souls_paper_name    (SoulsPaper  paper);   /* N_() */
gboolean    souls_paper_from_id (const char *id,
                                 SoulsPaper *paper);

/**
 * SoulsHandoutOptions:
 * @paper: which pages
 * @words: the reader's language
 * @version: of the program
 * @charts: (nullable) (array zero-terminated=1): ids of a scenario's charts, views after a slash; %NULL for those that it names,
 *   else the usual ones
 * @year: the fiscal year that a scenario's charts look at; 0: its last where something is moved, else its base year
 * @notes: with a lesson's notes for the speaker
 * @answers: with a lesson's answers: on paper at the end, of slides each after its step
 *
 * How a hand-out is wanted.
 */
typedef struct
{
  SoulsPaper paper;
  const SoulsWords *words;
  const char *version;
  const char *const *charts;
  int year;
  gboolean notes;
  gboolean answers;
} SoulsHandoutOptions;

/* A scenario: its question, charts, what was changed, what is assumed and where that comes from, formulas, its code.
 * (transfer full) */
SoulsPages *souls_handout_new_scenario (const SoulsScenario       *scenario,
                                        SoulsDataSet              *data,
                                        const SoulsHandoutOptions *options,
                                        GError                   **error);
/* A lesson: its steps with room to answer, and the answers. (transfer full) */
SoulsPages *souls_handout_new_lesson   (const SoulsLesson         *lesson,
                                        SoulsDataSet              *data,
                                        const SoulsHandoutOptions *options,
                                        GError                   **error);

/* The charts of a scenario where none are asked for: those that it names, else the usual ones. (transfer none) */
const char *const *souls_handout_get_charts (const SoulsScenario   *scenario,
                                             gboolean               moved);
/* Charts as a hand-out's options name them: whether @id is one, and which. */
gboolean    souls_handout_find_chart   (const char                *id,
                                        SoulsChart                *chart,
                                        int                       *view,
                                        GError                   **error);

G_END_DECLS
