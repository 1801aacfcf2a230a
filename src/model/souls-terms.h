/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "souls-model.h"

G_BEGIN_DECLS

/* No formula names more. */
#define SOULS_MAX_INPUTS 24

/**
 * SoulsTermType:
 *
 * What a word of a formula can be. BEFORE is the same of the year before: a ′ in the formula.
 *
 * `explain` starts at a metric and a year t, says souls_term_symbol(), souls_term_name(), souls_term_value(),
 * souls_term_kind() and souls_term_formula() of it, and goes on with each of souls_term_inputs() at the year
 * souls_term_time() of the term that it comes from.
 */
typedef enum
{
  SOULS_TERM_FIGURE,
  SOULS_TERM_FIGURE_BEFORE,
  SOULS_TERM_BELIEF,
  SOULS_TERM_SYMBOL,
  SOULS_TERM_DRIVER,
  SOULS_TERM_DRIVER_BEFORE,
  SOULS_TERM_METRIC,
  SOULS_TERM_METRIC_BEFORE,
} SoulsTermType;

/**
 * SoulsTerm:
 * @type: which registry
 * @index: row of that registry: a #SoulsFigure, #SoulsBelief, #SoulsSymbol, #SoulsDriver or #SoulsMetric
 *
 * A word of a formula. The formulas themselves are the only list of what depends on what: following a
 * term to its inputs again and again ends at figures of a filing, beliefs, and constants of ours.
 */
typedef struct
{
  SoulsTermType type;
  int index;
} SoulsTerm;

/**
 * SoulsTermContext:
 * @calibration: the base year
 * @settings: the scenario's
 * @drivers: the scenario's
 * @results: the projection of them
 *
 * What terms get their values from. Borrowed.
 */
typedef struct
{
  const SoulsCalibration *calibration;
  const SoulsSettings *settings;
  const SoulsDrivers *drivers;
  const SoulsResults *results;
} SoulsTermContext;

const char *souls_term_symbol        (SoulsTerm               term);
const char *souls_term_name          (SoulsTerm               term);
SoulsUnit   souls_term_unit          (SoulsTerm               term);
const char *souls_term_formula       (const SoulsTermContext *context,
                                      SoulsTerm               term,
                                      int                     t);
int         souls_term_inputs        (const SoulsTermContext *context,
                                      SoulsTerm               term,
                                      int                     t,
                                      SoulsTerm               inputs[SOULS_MAX_INPUTS]);
int         souls_term_time          (SoulsTerm               term,
                                      int                     t);
double      souls_term_value         (const SoulsTermContext *context,
                                      SoulsTerm               term,
                                      int                     t);
SoulsKind   souls_term_kind          (const SoulsTermContext *context,
                                      SoulsTerm               term,
                                      int                     t);
gboolean    souls_term_source_figure (const SoulsTermContext *context,
                                      SoulsTerm               term,
                                      SoulsFigure            *figure,
                                      int                    *year);

G_END_DECLS
