/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "souls-cli-options.h"
#include "souls-question.h"

G_BEGIN_DECLS

/**
 * SoulsCliQuestion:
 * @metric: of --metric; without it `without-aws`
 * @year: fiscal year of --year; without it the last projected one
 * @question: points into the scenario
 *
 * What the verbs that analyse a scenario ask of it.
 */
typedef struct
{
  char *metric;
  char *year;
  SoulsQuestion question;
} SoulsCliQuestion;

void     souls_cli_question_clear (SoulsCliQuestion *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SoulsCliQuestion, souls_cli_question_clear)

/* The two options, for a verb's table of its own. */
#define SOULS_CLI_QUESTION_OPTIONS(self)                                                              \
  { "metric", 'm', 0, G_OPTION_ARG_STRING, &(self)->metric, N_("The metric asked for"), N_("ID") },   \
  { "year", 'y', 0, G_OPTION_ARG_STRING, &(self)->year, N_("The fiscal year asked for"), N_("YEAR") }

/* Loads the scenario that is left on the command line, and what is asked of it. */
gboolean souls_cli_question_load  (SoulsCliQuestion *self, SoulsCliScenario *scenario, const SoulsCliOptions *options,
                                   GError **error);
int      souls_cli_question_year  (const SoulsCliQuestion *self);

gboolean souls_cli_find_driver    (const char *option, const char *id, SoulsDriver *driver, GError **error);

/* A driver's value for machines, in the unit shown, and for people; a metric's likewise, in the model's unit. */
void     souls_cli_add_driver     (SoulsTable *table, SoulsDriver driver, double value);
void     souls_cli_add_metric     (SoulsTable *table, SoulsMetric metric, double value);
/* JSON has no NAN: null. */
void     souls_cli_set_number     (JsonObject *object, const char *member, double value);

G_END_DECLS
