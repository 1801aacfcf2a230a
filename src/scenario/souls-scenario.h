/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "souls-data-set.h"
#include "souls-json.h"

G_BEGIN_DECLS

#define SOULS_SCENARIO_FORMAT "two-souls-scenario"
#define SOULS_SCENARIO_VERSION 1

/**
 * SoulsScenarioText:
 *
 * What a scenario says in words, each of them or %NULL.
 */
typedef enum
{
  SOULS_SCENARIO_TITLE,
  SOULS_SCENARIO_QUESTION,   /* that it answers */
  SOULS_SCENARIO_AUTHOR,
  SOULS_SCENARIO_NOTES,
  SOULS_SCENARIO_MODEL,      /* version of the program that wrote it */
  SOULS_N_SCENARIO_TEXTS
} SoulsScenarioText;

/**
 * SoulsScenario:
 * @text: by #SoulsScenarioText: owned, or %NULL
 * @charts: (nullable) (array zero-terminated=1): ids of the charts that it is shown with; owned
 * @base_year: fiscal year of t = 0; 0 for the last offered
 * @settings: horizon, phase-in, rung
 * @changed: by #SoulsDriver: whether the driver is away from its baseline
 * @value: by #SoulsDriver: where it is then, in the model's unit; undefined where not changed
 * @place: by #SoulsDriver: its place in the order moved; equal ones follow the driver table; undefined where not changed
 * @has_band: by #SoulsDriver: whether the plausible band was changed
 * @band_low: by #SoulsDriver, in the model's unit
 * @band_high: by #SoulsDriver, in the model's unit
 * @extras: (nullable): members of the file that this program does not know, kept for saving; never changed, only replaced
 *
 * Base year, settings, changed drivers and notes: all that a file holds. A driver that is not named is at baseline.
 */
typedef struct
{
  char *text[SOULS_N_SCENARIO_TEXTS];
  char **charts;
  int base_year;
  SoulsSettings settings;
  gboolean changed[SOULS_N_DRIVERS];
  double value[SOULS_N_DRIVERS];
  int place[SOULS_N_DRIVERS];
  gboolean has_band[SOULS_N_DRIVERS];
  double band_low[SOULS_N_DRIVERS];
  double band_high[SOULS_N_DRIVERS];
  JsonObject *extras;
} SoulsScenario;

/* Where a text stands in the file. */
const char    *souls_scenario_text_id  (SoulsScenarioText text);

SoulsScenario *souls_scenario_new      (void);
SoulsScenario *souls_scenario_copy     (const SoulsScenario *self);
void           souls_scenario_free     (SoulsScenario *self);
gboolean       souls_scenario_equal    (const SoulsScenario *a, const SoulsScenario *b);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SoulsScenario, souls_scenario_free)

void           souls_scenario_set_text (SoulsScenario *self, SoulsScenarioText text, const char *value);
void           souls_scenario_set_charts (SoulsScenario *self, const char *const *charts);

/* Moves a driver, after those that have moved already, unless it is among them; nothing is checked. */
void           souls_scenario_move     (SoulsScenario *self, SoulsDriver driver, double value);
/* The changed drivers in the order moved. Returns how many. */
int            souls_scenario_get_moves (const SoulsScenario *self, SoulsDriver moves[SOULS_N_DRIVERS]);

/* Reads and checks against the years and ranges of @data. (transfer full) */
SoulsScenario *souls_scenario_read     (const char *path, const SoulsDataSet *data, GError **error);
SoulsScenario *souls_scenario_parse    (const char *name, const char *bytes, gsize length, const SoulsDataSet *data, GError **error);
/* The number in the unit shown with the fewest digits that comes back to @value: 69, where scaling gives 68.99999999999999. */
double         souls_scenario_shown    (SoulsDriver driver, double value);
/* The file's text, numbers in the drivers' shown units at full precision. (transfer full) */
char          *souls_scenario_to_text  (const SoulsScenario *self, gsize *length);
gboolean       souls_scenario_write    (const SoulsScenario *self, const char *path, GError **error);

/* Sets one driver from text as people write it ("aws-growth=12", percent); checks the name, that it is a number, and the
 * range for the scenario's base year. */
gboolean       souls_scenario_assign   (SoulsScenario *self, const SoulsDataSet *data, const char *assignment, GError **error);

/* Whether a driver may stand at @value (in the model's unit) for @calibration's base year; the message says where it was to
 * stand and the range in the unit shown. */
gboolean       souls_scenario_check_driver (const SoulsJsonPlace *place, const SoulsCalibration *calibration, SoulsDriver driver,
                                            double value, GError **error);
/* The driver of that name; else a message with the nearest name. */
gboolean       souls_scenario_find_driver (const SoulsJsonPlace *place, const char *id, SoulsDriver *driver, GError **error);
/* A rung by its word or its number from 0 to 4. */
gboolean       souls_scenario_find_rung (const SoulsJsonPlace *place, const char *text, SoulsRung *rung, GError **error);

/* What the model takes: the calibration of the base year and every slider's place. FALSE if the base year is not offered. */
gboolean       souls_scenario_resolve  (const SoulsScenario *self, const SoulsDataSet *data,
                                        const SoulsCalibration **calibration, SoulsDrivers *drivers, GError **error);
/* Each driver's plausible band: the scenario's own, else what the data say of its base year, which must be offered. */
void           souls_scenario_get_bands (const SoulsScenario *self, const SoulsDataSet *data, SoulsBand bands[SOULS_N_DRIVERS]);

G_END_DECLS
