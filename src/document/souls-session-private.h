/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "souls-session.h"
#include "souls-state.h"

G_BEGIN_DECLS

/**
 * SoulsStep:
 * @state: what undo brings back
 * @header: index of the texts and bands that went with it
 *
 * A point of the history.
 */
typedef struct
{
  SoulsState state;
  guint header;
} SoulsStep;

struct _SoulsSession
{
  GObject parent_instance;

  /* owned */
  SoulsDataSet *data;
  SoulsSimulation *simulation;
  SoulsComparison *comparison;
  gint64 simulated_worlds;     /* of what is now; 0: to be simulated */
  GPtrArray *headers;          /* of SoulsScenario: what is in a file beside the state; grows with each load */
  GArray *undo;                /* of SoulsStep, oldest first */
  GArray *redo;                /* of SoulsStep, the next one last */
  SoulsScenario *scenario;     /* made anew from the state when asked for */

  SoulsStep now;
  SoulsStep gesture_start;
  SoulsStep saved;             /* what the file holds */
  int gesture_depth;
  gboolean previewing;
  SoulsStep home;              /* while previewing: what is open */
  int home_year;
  int year;

  const SoulsCalibration *calibration;   /* borrowed from data */
  SoulsDrivers drivers;
  SoulsBand bands[SOULS_N_DRIVERS];
  SoulsResults results;
  SoulsResults baseline;
  SoulsHistory history;
};

/* Properties */
enum
{
  SOULS_SESSION_PROP_0,
  SOULS_SESSION_PROP_CAN_UNDO,
  SOULS_SESSION_PROP_CAN_REDO,
  SOULS_SESSION_PROP_YEAR,
  SOULS_SESSION_PROP_N_MOVED,
  SOULS_SESSION_PROP_MODIFIED,
  SOULS_SESSION_N_PROPS
};

/* souls-session.c: the one way in which what is open changes; emits what follows from it. */
void souls_session_take_step     (SoulsSession    *self,
                                  const SoulsStep *step);
/* A change by the user: undoable, alone or as part of a gesture. */
void souls_session_commit        (SoulsSession    *self,
                                  const SoulsStep *step);
void souls_session_notify        (SoulsSession    *self,
                                  int              property);

/* souls-session-bands.c: what is in a file beside the state, of the step that is shown, and its bands. */
const SoulsScenario *souls_session_get_header (SoulsSession *self);
void souls_session_recompute_bands (SoulsSession  *self);
void souls_session_fit_bands     (SoulsSession    *self,
                                  SoulsScenario   *scenario);
gboolean souls_session_find_band_change (const SoulsScenario *before,
                                         const SoulsScenario *after,
                                         SoulsDriver         *driver);

/* souls-session-history.c */
gboolean souls_step_equal        (const SoulsStep *a,
                                  const SoulsStep *b);
const SoulsStep *souls_session_get_open (SoulsSession *self);
void souls_session_remember      (SoulsSession    *self,
                                  const SoulsStep *before);

G_END_DECLS
