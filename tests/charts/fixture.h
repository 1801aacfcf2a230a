/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "souls-chart.h"

G_BEGIN_DECLS

/**
 * Stage:
 *
 * One situation that charts can be asked to show, from the reported figures of the project's data
 * folder. Filled by stage_set(); @input points into it, so that it must not move.
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

/* Whether the one font of fonts.conf is installed; without it texts have no measure and layouts
 * cannot be judged. */
gboolean          stage_has_font   (void);

/* Long words, and plain ones from right to left: what translations do to a layout. */
const SoulsWords *stage_long_words (void);
const SoulsWords *stage_rtl_words  (void);

G_END_DECLS
