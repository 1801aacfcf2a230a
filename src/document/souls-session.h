/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "souls-comparison.h"
#include "souls-data-set.h"
#include "souls-model.h"
#include "souls-scenario.h"
#include "souls-simulation.h"
#include "souls-state.h"

G_BEGIN_DECLS

/**
 * SoulsSession:
 *
 * What is open in one window: the scenario, its results and its history of changes. Every setter recomputes at once and emits
 * #SoulsSession::changed once; a setter that changes nothing emits nothing.
 *
 * Properties (read-only, notified): `can-undo`, `can-redo`, `modified` (booleans), `year`, `n-moved` (ints).
 *
 * Signals: `changed` (results, settings, year or drivers are new), `driver-changed` (detail-less, int driver: that one's value),
 * `base-year-changed` (ranges, baselines and bands of all drivers are new).
 */
#define SOULS_TYPE_SESSION (souls_session_get_type ())
G_DECLARE_FINAL_TYPE (SoulsSession, souls_session, SOULS, SESSION, GObject)

/* Worlds of the simulation: at rest enough that a share of them is good to half a point, less while a hand moves. */
#define SOULS_WORLDS_AT_REST 20000
#define SOULS_WORLDS_MOVING 2000

typedef enum
{
  SOULS_CHANGE_DRIVER,     /* one slider */
  SOULS_CHANGE_DRIVERS,    /* several at once */
  SOULS_CHANGE_RESET,      /* all back to their baselines */
  SOULS_CHANGE_BASE_YEAR,
  SOULS_CHANGE_RUNG,
  SOULS_CHANGE_HORIZON,
  SOULS_CHANGE_PHASE_IN,
  SOULS_CHANGE_BAND,       /* one driver's plausible band */
  SOULS_CHANGE_TEXT,       /* title or notes */
  SOULS_CHANGE_OPEN,       /* another scenario */
} SoulsChangeKind;

/**
 * SoulsChange:
 * @n_drivers: how many drivers it moved
 * @driver: the first of them, or the one whose band was changed
 * @from: where it stood, in the model's unit
 * @to: where it stands
 * @before: the settings before
 * @after: the settings after
 * @base_year_before: before it
 * @base_year: after it
 * @header_before: (transfer none): the texts and own bands before it
 * @header: (transfer none): those after it
 * @effect: on the whole company's operating income in the year asked for, US$ million; NAN where a side has no such year
 *
 * One step of the history.
 */
typedef struct
{
  SoulsChangeKind kind;
  int n_drivers;
  SoulsDriver driver;
  double from;
  double to;
  SoulsSettings before;
  SoulsSettings after;
  int base_year_before;
  int base_year;
  const SoulsScenario *header_before;
  const SoulsScenario *header;
  double effect;
} SoulsChange;

SoulsSession           *souls_session_new             (SoulsDataSet *data);
SoulsSession           *souls_session_new_at          (SoulsDataSet *data, int base_year, const SoulsSettings *settings);

SoulsDataSet           *souls_session_get_data        (SoulsSession *self);
/* Scenarios to compare with; not undoable. When they change, so does what is shown: `changed` is emitted. */
SoulsComparison        *souls_session_get_comparison  (SoulsSession *self);
const SoulsCalibration *souls_session_get_calibration (SoulsSession *self);
const SoulsResults     *souls_session_get_results     (SoulsSession *self);
const SoulsResults     *souls_session_get_baseline    (SoulsSession *self);
const SoulsHistory     *souls_session_get_history     (SoulsSession *self);
const SoulsSettings    *souls_session_get_settings    (SoulsSession *self);
const SoulsDrivers     *souls_session_get_drivers     (SoulsSession *self);
/* The drivers away from their baselines, in the order moved. Returns how many. */
int                     souls_session_get_moves       (SoulsSession *self, SoulsDriver moves[SOULS_N_DRIVERS]);
const SoulsBand        *souls_session_get_bands       (SoulsSession *self);   /* SOULS_N_DRIVERS of them */
/* A band of the user's own, in the model's unit; undoable. Refused where it is outside the range or upside down. */
gboolean                souls_session_set_band        (SoulsSession *self, SoulsDriver driver, double low, double high, GError **error);
void                    souls_session_reset_band      (SoulsSession *self, SoulsDriver driver);
/* The scenario in many worlds, always the same ones; fewer of them during a gesture. */
const SoulsSimulation  *souls_session_get_simulation  (SoulsSession *self);
const SoulsScenario    *souls_session_get_scenario    (SoulsSession *self);
const char             *souls_session_get_title       (SoulsSession *self);

/* Drivers, in the model's unit. A value outside the range is refused: FALSE, with an error, and nothing changes. */
double                  souls_session_get_driver      (SoulsSession *self, SoulsDriver driver);
gboolean                souls_session_set_driver      (SoulsSession *self, SoulsDriver driver, double value, GError **error);
void                    souls_session_reset_driver    (SoulsSession *self, SoulsDriver driver);
void                    souls_session_reset_all       (SoulsSession *self);
gboolean                souls_session_is_moved        (SoulsSession *self, SoulsDriver driver);
int                     souls_session_get_n_moved     (SoulsSession *self);
const char             *souls_session_get_without_effect (SoulsSession *self, SoulsDriver driver);   /* N_() text or NULL */

/* A drag: everything that is set between the two calls is one step of undo. They nest. */
void                    souls_session_begin_gesture   (SoulsSession *self);
void                    souls_session_end_gesture     (SoulsSession *self);
gboolean                souls_session_in_gesture      (SoulsSession *self);

/* Settings; undoable like drivers. A new base year keeps the changed drivers that fit its ranges. */
int                     souls_session_get_base_year   (SoulsSession *self);
gboolean                souls_session_set_base_year   (SoulsSession *self, int year, GError **error);
void                    souls_session_set_rung        (SoulsSession *self, SoulsRung rung);
gboolean                souls_session_set_horizon     (SoulsSession *self, int horizon, GError **error);
gboolean                souls_session_set_phase_in    (SoulsSession *self, int phase_in, GError **error);

/* The year under the scrubber, clamped to the first reported … the last projected. Not undoable. */
int                     souls_session_get_year        (SoulsSession *self);
void                    souls_session_set_year        (SoulsSession *self, int year);
int                     souls_session_get_first_year  (SoulsSession *self);
int                     souls_session_get_last_year   (SoulsSession *self);

gboolean                souls_session_undo            (SoulsSession *self);
gboolean                souls_session_redo            (SoulsSession *self);

/* The history: points from 0, of which one is now. */
int                     souls_session_get_n_steps     (SoulsSession *self);
int                     souls_session_get_step        (SoulsSession *self);
gboolean                souls_session_jump            (SoulsSession *self, int index);
void                    souls_session_get_change      (SoulsSession *self, int index, int year, SoulsChange *change);
void                    souls_session_get_point       (SoulsSession *self, int index, SoulsState *state);

/* Shows other states for a while, as under a hand; what is open, its history and what is saved stay as they are, and come back. */
void                    souls_session_begin_preview   (SoulsSession *self);
void                    souls_session_preview         (SoulsSession *self, const SoulsState *state);
void                    souls_session_end_preview     (SoulsSession *self);
gboolean                souls_session_in_preview      (SoulsSession *self);

/* Texts of the scenario; undoable. */
const char             *souls_session_get_text        (SoulsSession *self, SoulsScenarioText text);
void                    souls_session_set_text        (SoulsSession *self, SoulsScenarioText text, const char *value);

/* Whether there is anything that the file does not hold. */
gboolean                souls_session_is_modified     (SoulsSession *self);
void                    souls_session_mark_saved      (SoulsSession *self);

/* Replaces everything, as one step that can be undone. */
gboolean                souls_session_load            (SoulsSession *self, const SoulsScenario *scenario, GError **error);

G_END_DECLS
