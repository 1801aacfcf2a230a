/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "souls-stage.h"

G_BEGIN_DECLS

/**
 * SoulsPresenterBar:
 *
 * What whoever speaks sees and the room does not: the notes of the step, how long it has taken, what comes next. It is there
 * while there is a stage.
 */
#define SOULS_TYPE_PRESENTER_BAR (souls_presenter_bar_get_type ())
G_DECLARE_FINAL_TYPE (SoulsPresenterBar, souls_presenter_bar, SOULS, PRESENTER_BAR, GtkWidget)

void        souls_presenter_bar_set_stage (SoulsPresenterBar *self,
                                           SoulsStage        *stage);
/* Another clock than the monotonic one, for tests. */
void        souls_presenter_bar_set_clock (SoulsPresenterBar *self,
                                           gint64           (*clock) (void));
/* Shows what time it is now. */
void        souls_presenter_bar_tick      (SoulsPresenterBar *self);

const char *souls_presenter_bar_get_notes (SoulsPresenterBar *self);
const char *souls_presenter_bar_get_next  (SoulsPresenterBar *self);
const char *souls_presenter_bar_get_step  (SoulsPresenterBar *self);
const char *souls_presenter_bar_get_time  (SoulsPresenterBar *self);

G_END_DECLS
