/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "souls-chart.h"
#include "souls-scenario.h"

G_BEGIN_DECLS

/**
 * Stage:
 *
 * One situation that charts can be asked to show, from the reported figures of the project's data
 * folder. Filled by stage_set(); @input points into it, so that it must not move. @view is which of
 * a chart's views is looked at, from 0: whoever wants another sets it before.
 */
typedef struct
{
  SoulsSettings settings;
  SoulsDrivers drivers;
  SoulsResults results;
  SoulsResults baseline;
  SoulsHistory history;
  SoulsBand bands[SOULS_N_DRIVERS];
  SoulsDriver moves[SOULS_N_DRIVERS];
  int n_moves;
  int view;
  SoulsResults other_results[SOULS_MAX_OTHERS];
  SoulsChartOther others[SOULS_MAX_OTHERS];
  SoulsChartInput input;
} Stage;

/* How the sliders stand. */
typedef enum
{
  MOOD_BASELINE,   /* nothing moved */
  MOOD_CLOUDY,     /* AWS grows less and earns less */
  MOOD_STORES_LOSE,
  MOOD_AWS_LOSES,
  MOOD_BOTH_LOSE,
  N_MOODS
} Mood;

void              stage_open       (const char *data_folder);
void              stage_close      (void);
int               stage_first_year (void);
int               stage_last_year  (void);
void stage_set (Stage *self, int base_year, int horizon, SoulsRung rung, Mood mood, int year);

/* A scenario as it is, with what other companies publish beside it. */
void              stage_load       (Stage               *self,
                                    const SoulsScenario *scenario,
                                    int                  year);
/* Of #SoulsScenario: those that ship. (transfer full) */
GPtrArray        *stage_presets    (void);

/* Compares with as many of the scenarios that ship: one of the stores, one of the cloud, one of an old base year, one
 * with a long name and its own meaning of "without". After stage_set() or stage_load(). */
void              stage_compare    (Stage               *self,
                                    int                  n);

/* What the chart needs and does not make for itself: once for each stage_set(). There is one simulation: the last
 * stage's. */
void              stage_prepare    (Stage      *self,
                                    SoulsChart  chart);

/* Whether the one font of fonts.conf is installed; without it texts have no measure and layouts
 * cannot be judged. */
gboolean          stage_has_font   (void);

/* Long words, and plain ones from right to left: what translations do to a layout. */
const SoulsWords *stage_long_words (void);
const SoulsWords *stage_rtl_words  (void);

G_END_DECLS
