/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "souls-cli.h"

G_BEGIN_DECLS

/**
 * SoulsCliOptions:
 * @format: table, csv or json
 * @base_year: (nullable): as it was written, like all that follow
 * @horizon: (nullable)
 * @phase_in: (nullable)
 * @rung: (nullable)
 * @assignments: (nullable): ID=VALUE, in the order given
 * @rest: (nullable): what is no option
 *
 * What the verbs' options have in common, as text; what is asked of it is checked when it is used.
 */
typedef struct
{
  SoulsTableFormat format;
  char *base_year;
  char *horizon;
  char *phase_in;
  char *rung;
  char **assignments;
  char **rest;
} SoulsCliOptions;

/* Which of them a verb takes. */
typedef enum
{
  SOULS_CLI_TAKES_BASE_YEAR = 1 << 0,
  SOULS_CLI_TAKES_SCENARIO = 1 << 1,   /* all of a scenario's, base year included */
  SOULS_CLI_TAKES_REST = 1 << 2,
} SoulsCliTakes;

void     souls_cli_options_clear (SoulsCliOptions *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SoulsCliOptions, souls_cli_options_clear)

/* Parses the verb's arguments; @more: (nullable): the verb's own options. Where help is asked for, writes it and exits. */
gboolean souls_cli_options_parse (SoulsCliOptions *self, SoulsCliTakes takes, const GOptionEntry *more, int argc, char **argv,
                                  GError **error);
/* Whether as many words are left as the verb takes. */
gboolean souls_cli_check_rest    (const SoulsCliOptions *self, guint min, guint max, GError **error);

/* Numbers of options: @name stands in the message. */
gboolean souls_cli_parse_whole   (const char *name, const char *text, int min, int max, int *value, GError **error);
gboolean souls_cli_parse_real    (const char *name, const char *text, double min, double max, double *value, GError **error);
/* "There is no WHAT “ID”", with the nearest of @ids. */
void     souls_cli_complain_unknown (const char *what, const char *id, const char *const *ids, GError **error);
/* A metric by its id, with the nearest in the message. */
gboolean souls_cli_find_metric   (const char *id, SoulsMetric *metric, GError **error);

/**
 * SoulsCliScenario:
 *
 * A scenario with all that follows from it.
 */
typedef struct
{
  SoulsDataSet *data;
  SoulsScenario *scenario;
  const SoulsCalibration *calibration;
  SoulsDrivers drivers;
  SoulsBand bands[SOULS_N_DRIVERS];
  SoulsDriver moves[SOULS_N_DRIVERS];
  int n_moves;
  SoulsResults results;
} SoulsCliScenario;

void     souls_cli_scenario_clear (SoulsCliScenario *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SoulsCliScenario, souls_cli_scenario_clear)

/* The data that ships and the user's; what was left out is said on stderr. (transfer full) */
SoulsDataSet *souls_cli_load_data (GError **error);
/* Says on stderr what was left out. */
void     souls_cli_warn          (const char *const *warnings);
/* A file, a preset or a code. (transfer full) */
SoulsScenario *souls_cli_read_scenario (const char *name, const SoulsDataSet *data, GError **error);
/* Reads @path (nullable), puts the options on top, and computes. */
gboolean souls_cli_scenario_load  (SoulsCliScenario *self, const char *path, const SoulsCliOptions *options, GError **error);
/* Computes again, after a change of the scenario. */
gboolean souls_cli_scenario_compute (SoulsCliScenario *self, GError **error);

/* A value for people: grouped US$ million, percent, or days. (transfer full) */
char    *souls_cli_show_value     (SoulsUnit unit, double value);
/* The unit's word in machine-readable output: fractions are no percent. */
const char *souls_cli_unit_id     (SoulsUnit unit);

G_END_DECLS
