/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "souls-lesson-run.h"
#include "souls-stage-board.h"

G_BEGIN_DECLS

/* What covers the stage, so that the room looks at who speaks. */
typedef enum
{
  SOULS_BLANK_NONE,
  SOULS_BLANK_WHITE,
  SOULS_BLANK_BLACK,
} SoulsBlank;

/**
 * SoulsStage:
 *
 * The window for the room: one session, or one lesson in it, in large type. Text has 24 pt where the window is 1080 px high
 * and grows and shrinks with it.
 *
 * Steps are those of the lesson, or else the session's history, from 1 on.
 *
 * Properties (read-only, notified): `fullscreen` (whether it fills a monitor, or wants to), `caption` (string, nullable: what
 * is shown in place of the scenario).
 *
 * Signal: `step-changed`: another step is shown, or a step is shown otherwise.
 *
 * Actions: `stage.next`, `stage.back`, `stage.jump` (int, from 1), `stage.replay`, `stage.baseline`, `stage.reset`,
 * `stage.zoom`, `stage.white`, `stage.black`, `stage.keys`, `stage.fullscreen`, `stage.leave`, `stage.next-year`,
 * `stage.previous-year`.
 */
#define SOULS_TYPE_STAGE (souls_stage_get_type ())
G_DECLARE_FINAL_TYPE (SoulsStage, souls_stage, SOULS, STAGE, AdwWindow)

GtkWidget  *souls_stage_new              (SoulsSession    *session);
void        souls_stage_set_run          (SoulsStage      *self,
                                          SoulsLessonRun  *run);
SoulsLessonRun *souls_stage_get_run      (SoulsStage      *self);
/* Without a lesson: charts, a view's id after a slash. */
void        souls_stage_set_charts       (SoulsStage      *self,
                                          const char      *left,
                                          const char      *right);

/* Which of some monitors the stage takes if the window of whoever speaks is on @own. */
guint       souls_stage_choose_monitor   (guint            n_monitors,
                                          guint            own);
void        souls_stage_show             (SoulsStage      *self,
                                          GListModel      *monitors,
                                          GdkMonitor      *own);
void        souls_stage_follow_monitors  (SoulsStage      *self,
                                          GListModel      *monitors);
gboolean    souls_stage_is_fullscreen    (SoulsStage      *self);
void        souls_stage_set_fullscreen   (SoulsStage      *self,
                                          gboolean         fullscreen);
/* The monitor that it took, or NULL. (transfer none) */
GdkMonitor *souls_stage_get_monitor      (SoulsStage      *self);

/* What a key does, on the stage or in the window beside it. Returns whether it does anything. */
gboolean    souls_stage_press            (SoulsStage      *self,
                                          guint            keyval,
                                          GdkModifierType  state);
gboolean    souls_stage_press_event      (SoulsStage      *self,
                                          GdkEvent        *event,
                                          gboolean         from_elsewhere);

int         souls_stage_get_n_steps      (SoulsStage      *self);
int         souls_stage_get_step         (SoulsStage      *self);
/* What the speaker wants to remember; empty lines between paragraphs. (transfer full) (nullable) */
char       *souls_stage_get_notes        (SoulsStage      *self);
/* (transfer full) (nullable) */
char       *souls_stage_get_next_title   (SoulsStage      *self);
int         souls_stage_get_minutes      (SoulsStage      *self);
const char *souls_stage_get_caption      (SoulsStage      *self);
SoulsBlank  souls_stage_get_blank        (SoulsStage      *self);
gboolean    souls_stage_get_shows_keys   (SoulsStage      *self);
double      souls_stage_get_text_size    (SoulsStage      *self);
SoulsStageBoard *souls_stage_get_board   (SoulsStage      *self);
/* The sliders shown. Returns how many. */
int         souls_stage_get_drivers      (SoulsStage      *self,
                                          SoulsDriver      drivers[SOULS_N_DRIVERS]);

G_END_DECLS
