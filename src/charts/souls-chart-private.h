/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib/gi18n.h>

#include "souls-chart.h"

G_BEGIN_DECLS

/* A message with a count, marked for translation (xgettext: --keyword=NP_:1,2). */
#define NP_(singular, plural) singular, plural

/**
 * SoulsTense:
 * @SOULS_TENSE_REPORTED: a year of the filings, as they are
 * @SOULS_TENSE_IMAGINED: a year of the filings, with a rung that nobody filed
 * @SOULS_TENSE_PROJECTED: a year after the base year
 *
 * What has happened, what would have happened, what would happen.
 */
typedef enum
{
  SOULS_TENSE_REPORTED,
  SOULS_TENSE_IMAGINED,
  SOULS_TENSE_PROJECTED,
  SOULS_N_TENSES
} SoulsTense;

/**
 * SoulsOrigin:
 *
 * Which of the input's three sets of numbers a value is read from.
 */
typedef enum
{
  SOULS_ORIGIN_SCENARIO,   /* the filings up to the base year, then the projection */
  SOULS_ORIGIN_BASELINE,   /* the same with every driver at its default */
  SOULS_ORIGIN_FILED,      /* the filings only, also after the base year */
} SoulsOrigin;

/**
 * SoulsDraft:
 * @input: what is shown
 * @frame: where
 * @scene: what is made
 *
 * A chart being laid out.
 */
typedef struct
{
  const SoulsChartInput *input;
  const SoulsChartFrame *frame;
  SoulsScene *scene;
} SoulsDraft;

/* Values */
double souls_draft_value (const SoulsDraft *self, SoulsOrigin origin, SoulsMetric metric, int year);
int souls_input_first_year (const SoulsChartInput *input);
int souls_input_last_year (const SoulsChartInput *input);
int souls_input_last_filed (const SoulsChartInput *input);
gboolean souls_input_is_projected (const SoulsChartInput *input, int year);
int souls_input_projected_year (const SoulsChartInput *input);
SoulsTense souls_input_tense (const SoulsChartInput *input, int year);
SoulsRung souls_input_rung (const SoulsChartInput *input);
SoulsKind souls_input_kind (const SoulsChartInput *input, SoulsMetric metric);

/* Words */
char *souls_fill (const SoulsWords *words, const char *msgid, ...) G_GNUC_NULL_TERMINATED;
char *souls_fill_plural (const SoulsWords *words, const char *singular, const char *plural, int n,
                         ...) G_GNUC_NULL_TERMINATED;
char       *souls_year_text          (int year);
char *souls_value_in_words (const SoulsChartInput *input, SoulsOrigin origin, SoulsMetric metric,
                            int year);
char *souls_share_in_words (const SoulsChartInput *input, SoulsMetric metric, int year,
                            double share);
char *souls_widest_amount (const SoulsWords *words);
char *souls_subtitle (const SoulsChartInput *input, const char *measure, gboolean with_rung,
                      gboolean with_scenario);
char       *souls_amount             (const SoulsWords *words, double million);

/* souls-chart-worlds.c: what the simulation says in words; @input has one. */
double      souls_worlds_share       (const SoulsChartInput *input, int year);
int         souls_worlds_count       (double share);
char       *souls_worlds_number      (const SoulsChartInput *input);
char       *souls_worlds_note        (const SoulsChartInput *input);

/* The charts */
void souls_with_without_layout (SoulsDraft *draft);
void souls_timeline_layout (SoulsDraft *draft);
void souls_segments_layout (SoulsDraft *draft);
void souls_lines_layout (SoulsDraft *draft);
void souls_bridge_layout (SoulsDraft *draft);
void souls_marimekko_layout (SoulsDraft *draft);
void souls_two_souls_layout (SoulsDraft *draft);
void souls_money_flow_layout (SoulsDraft *draft);
void souls_distribution_layout (SoulsDraft *draft);
void souls_seller_dollar_layout (SoulsDraft *draft);
void souls_flywheel_layout (SoulsDraft *draft);
void souls_cash_cycle_layout (SoulsDraft *draft);
void souls_tornado_layout (SoulsDraft *draft);
void souls_outcomes_layout (SoulsDraft *draft);
void souls_break_even_map_layout (SoulsDraft *draft);

G_END_DECLS
