/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "souls-expression.h"
#include "souls-flow.h"
#include "souls-handout.h"

G_BEGIN_DECLS

/**
 * SoulsSituation:
 * @scenario: owned
 * @input: points into the rest
 *
 * A scenario with all that charts and texts want to know of it.
 */
typedef struct
{
  SoulsScenario *scenario;
  const SoulsCalibration *calibration;
  SoulsDrivers drivers;
  SoulsBand bands[SOULS_N_DRIVERS];
  SoulsDriver moves[SOULS_N_DRIVERS];
  int n_moves;
  SoulsResults results;
  SoulsResults baseline;
  SoulsHistory history;
  SoulsSimulation *simulation;   /* owned; NULL until a chart needs it */
  SoulsChartInput input;
} SoulsSituation;

/* @scenario: (nullable): NULL for everything at its baseline. @year: 0 for the last where something is moved, else the base
 * year. (transfer full) */
SoulsSituation        *souls_situation_new  (const SoulsScenario *scenario, const SoulsDataSet *data, int year,
                                             const SoulsWords *words, GError **error);
void                   souls_situation_free (SoulsSituation *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SoulsSituation, souls_situation_free)

/* What @chart may know. */
const SoulsChartInput *souls_situation_look (SoulsSituation *self, SoulsChart chart, int view);

/**
 * SoulsSheet:
 * @pages: owned until the end
 * @foot: the line of sources, owned
 *
 * A hand-out in the making.
 */
typedef struct
{
  const SoulsHandoutOptions *options;
  SoulsDataSet *data;
  SoulsPages *pages;
  char *foot;
} SoulsSheet;

void        souls_sheet_init   (SoulsSheet *self, const SoulsHandoutOptions *options, SoulsDataSet *data);
void        souls_sheet_clear  (SoulsSheet *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SoulsSheet, souls_sheet_clear)

gboolean    souls_sheet_is_slides (const SoulsSheet *self);
/* A translation. (transfer none) */
const char *souls_sheet_say    (const SoulsSheet *self, const char *msgid);
/* A translation with %1$s and %2$s filled in. (transfer full) */
char       *souls_sheet_fill   (const SoulsSheet *self, const char *msgid, const char *first, const char *second);
/* The foot of all pages. */
void        souls_sheet_set_source (SoulsSheet *self, const char *title, int base_year, const char *code);
/* A column as wide as the paper's. (transfer full) */
SoulsFlow  *souls_sheet_start  (const SoulsSheet *self);
double      souls_sheet_get_chart_height (const SoulsSheet *self);
void        souls_sheet_pour   (SoulsSheet *self, SoulsFlow *flow);
/* Feet, numbers, words and direction. (transfer full) */
SoulsPages *souls_sheet_finish (SoulsSheet *self, const char *title, const char *description);

/**
 * SoulsSlidePart:
 * @flow: where to
 *
 * Fills the text of a slide; called again with a smaller text size where it was too much.
 */
typedef void (*SoulsSlidePart) (SoulsFlow *flow, gpointer data);

void        souls_sheet_add_title_slide (SoulsSheet *self, SoulsSlidePart fill, gpointer data);
/* A slide: text beside up to two charts, text alone, or one chart alone (without @fill). */
void        souls_sheet_add_slide (SoulsSheet *self, SoulsSlidePart fill, gpointer data, SoulsSituation *situation,
                                   const char *left, const char *right);

/* In souls-handout-provenance.c: what is assumed and where it comes from; documents; formulas. */
void        souls_sheet_add_assumptions (SoulsSheet *self, SoulsFlow *flow, SoulsSituation *situation);
void        souls_sheet_add_formulas    (SoulsSheet *self, SoulsFlow *flow, SoulsSituation *situation);

/* A driver's value as its slider shows it. (transfer full) */
char       *souls_sheet_say_driver (const SoulsSheet *self, SoulsDriver driver, double value);

G_END_DECLS
