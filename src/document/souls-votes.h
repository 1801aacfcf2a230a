/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "souls-lesson-run.h"

G_BEGIN_DECLS

/* What is read of one text; more than any class has. */
#define SOULS_VOTES_MAX_BYTES (2 * 1024 * 1024)
#define SOULS_VOTES_MAX_LINES 10000
#define SOULS_VOTES_MAX_LINE 2000

/* So many problems are told one by one. */
#define SOULS_VOTES_MAX_PROBLEMS 50

/**
 * SoulsVoteProblemKind:
 * @SOULS_VOTE_PROBLEM_NUMBER: there is no number
 * @SOULS_VOTE_PROBLEM_OPTION: there is no such option
 * @SOULS_VOTE_PROBLEM_RANGE: a number that cannot be answered
 * @SOULS_VOTE_PROBLEM_YEARS: not one number for each year
 * @SOULS_VOTE_PROBLEM_TEXT: no text: bytes that are not UTF-8, or zeros
 * @SOULS_VOTE_PROBLEM_LENGTH: a line longer than %SOULS_VOTES_MAX_LINE bytes
 * @SOULS_VOTE_PROBLEM_MANY: more than %SOULS_VOTES_MAX_LINES lines, or %SOULS_VOTES_MAX_BYTES: the rest is not read
 *
 * Why a line was not understood.
 */
typedef enum
{
  SOULS_VOTE_PROBLEM_NUMBER,
  SOULS_VOTE_PROBLEM_OPTION,
  SOULS_VOTE_PROBLEM_RANGE,
  SOULS_VOTE_PROBLEM_YEARS,
  SOULS_VOTE_PROBLEM_TEXT,
  SOULS_VOTE_PROBLEM_LENGTH,
  SOULS_VOTE_PROBLEM_MANY,
  SOULS_N_VOTE_PROBLEM_KINDS
} SoulsVoteProblemKind;

/**
 * SoulsVoteProblem:
 * @line: from 1
 * @kind: what is wrong
 * @text: the beginning of the line, as text; empty where it is none
 * @found: how many numbers there are, of %SOULS_VOTE_PROBLEM_YEARS
 */
typedef struct
{
  int line;
  SoulsVoteProblemKind kind;
  char text[48];
  int found;
} SoulsVoteProblem;

/**
 * SoulsVoteForm:
 * @ask: what is asked
 * @low: least number that may be answered, in the unit shown
 * @high: greatest
 * @decimal_point: what the reader writes between units and tenths, for numbers that can be read both ways
 *
 * What a vote looks like. Borrowed.
 */
typedef struct
{
  const SoulsAsk *ask;
  double low;
  double high;
  char decimal_point;
} SoulsVoteForm;

/**
 * SoulsVotes:
 * @votes: (element-type SoulsAnswer): in the order read
 * @problems: (element-type SoulsVoteProblem): the first ones
 * @n_problems: how many there are
 */
typedef struct
{
  GArray *votes;
  GArray *problems;
  int n_problems;
} SoulsVotes;

SoulsVotes *souls_votes_read         (const char          *text,
                                      gsize                length,
                                      const SoulsVoteForm *form);
void        souls_votes_free         (SoulsVotes          *self);

gboolean    souls_votes_parse_number (const char          *text,
                                      const SoulsVoteForm *form,
                                      double              *number);
int         souls_votes_count_years  (const SoulsAsk      *ask);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SoulsVotes, souls_votes_free)

G_END_DECLS
