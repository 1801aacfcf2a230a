/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "souls-chart.h"
#include "souls-quantity.h"

G_BEGIN_DECLS

/* Keys of targets: a fiscal year for what is drawn, these and the year for the rest; answers as dots are counted from
 * %SOULS_SKETCH_KEY_DOT on. */
#define SOULS_SKETCH_KEY_TRUTH 10000u
#define SOULS_SKETCH_KEY_MEDIAN 20000u
#define SOULS_SKETCH_KEY_DOT 100000u

/**
 * SoulsSketchKind:
 * @SOULS_SKETCH_LINE: a line over years, drawn by hand
 * @SOULS_SKETCH_NUMBERS: answers as dots along an axis
 * @SOULS_SKETCH_OPTIONS: answers as dots beside the option that they are for
 *
 * What is shown of a prediction.
 */
typedef enum
{
  SOULS_SKETCH_LINE,
  SOULS_SKETCH_NUMBERS,
  SOULS_SKETCH_OPTIONS,
} SoulsSketchKind;

/**
 * SoulsSketch:
 * @kind: what of the rest is read
 * @question: (nullable): what is asked
 * @words: the reader's language
 * @like: a quantity of the unit of all values
 * @low: the axis's lower end
 * @high: its upper end
 * @metric: of a line
 * @from: first fiscal year of a line
 * @to: last fiscal year of a line
 * @shown: the last year whose value is given at the start, or 0
 * @points: (nullable) (array): what is drawn, from @from on; NAN where nothing is
 * @truth: (nullable) (array): what is so, from @from on; of numbers: one; NAN where there is none. Years up to @shown are
 *   drawn from the start
 * @progress: how much of the truth is shown: 0 nothing, 1 all; of a line from left to right
 * @votes: (nullable) (array length=n_votes): what a class has answered: numbers, or lines one after the other
 * @choices: (nullable) (array length=n_votes): options that it has chosen, from 0
 * @n_votes: how many have answered
 * @options: (array length=n_options): what may be chosen
 * @right: (nullable) (array length=n_options): which options are right; %NULL where nobody knows
 * @n_options: how many
 *
 * A prediction: what is asked, what was answered, what is so. Values are in the unit shown: US$ million, percent, days.
 * Borrowed for the call.
 */
typedef struct
{
  SoulsSketchKind kind;
  const char *question;
  const SoulsWords *words;
  SoulsQuantity like;
  double low;
  double high;
  SoulsMetric metric;
  int from;
  int to;
  int shown;
  const double *points;
  const double *truth;
  double progress;
  const double *votes;
  const int *choices;
  int n_votes;
  const char *const *options;
  const gboolean *right;
  int n_options;
} SoulsSketch;

/* Resets @scene and lays the prediction out in it; mirrored where the reader's language runs right to left. A handle
 * for each year that may be drawn, as wide as the year and as high as the plot, whose y goes from value to px. */
void       souls_sketch_layout       (const SoulsSketch     *sketch,
                                      const SoulsChartFrame *frame,
                                      SoulsScene            *scene);

/* The colour of the soul that a metric belongs to. */
SoulsColor souls_sketch_metric_color (SoulsMetric            metric);

/* Steps by which a hand, and by which an arrow key, moves a value between two ends: round numbers. */
double     souls_sketch_snap_step    (double low,
                                      double high);
double     souls_sketch_key_step     (double low,
                                      double high);

G_END_DECLS
