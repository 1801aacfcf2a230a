/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "souls-bridge.h"
#include "souls-session.h"
#include "souls-words.h"

G_BEGIN_DECLS

/* More ways than these are not named. */
#define SOULS_WHY_MAX_WAYS 3

/**
 * SoulsReason:
 * @driver: which slider moved
 * @from: where it stood, in the model's unit
 * @to: where it stands
 * @before: the answer before it moved, all that moved earlier being where they stand
 * @after: the answer after it
 * @moves_answer: whether the two differ
 * @n_ways: how many metrics are in @way
 * @n_more_ways: how many more there are
 * @way: the parts of the answer that changed with it, the largest change first; none where it acts directly
 * @way_change: what they changed by
 */
typedef struct
{
  SoulsDriver driver;
  double from;
  double to;
  double before;
  double after;
  gboolean moves_answer;
  int n_ways;
  int n_more_ways;
  SoulsMetric way[SOULS_WHY_MAX_WAYS];
  double way_change[SOULS_WHY_MAX_WAYS];
} SoulsReason;

/**
 * SoulsWhy:
 * @metric: what is asked for
 * @bridge: the model's answer
 * @reason: of each step of @bridge
 *
 * Why a number differs from the baseline's, slider by slider in the order moved.
 */
typedef struct
{
  SoulsMetric metric;
  SoulsBridge bridge;
  SoulsReason reason[SOULS_N_DRIVERS];
} SoulsWhy;

gboolean souls_why_fill (SoulsWhy     *self,
                         SoulsSession *session,
                         SoulsMetric   metric,
                         int           year);
double   souls_why_shown_change (const SoulsWhy *self,
                                 double          from,
                                 double          to);

/* All (transfer full). */
char *souls_why_say_total  (const SoulsWhy   *self,
                            const SoulsWords *words);
char *souls_why_say_change (const SoulsWhy   *self,
                            int               step,
                            const SoulsWords *words);
char *souls_why_say_move   (const SoulsWhy   *self,
                            int               step,
                            const SoulsWords *words);
char *souls_why_say_ways   (const SoulsWhy   *self,
                            int               step,
                            const char       *without_effect,
                            const SoulsWords *words);

G_END_DECLS
