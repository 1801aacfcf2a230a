/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "souls-session.h"

G_BEGIN_DECLS

/**
 * SoulsReplay:
 *
 * Goes through changes of the history again at talk speed: each is animated from the state before to the state after, with a
 * pause between. Under reduced motion it steps. Nothing of it is a change of the scenario; in the end, or when stopped, the
 * session shows what it showed before.
 *
 * Properties (read-only, notified): `playing` (boolean); `caption` (string): which change is shown, in a sentence.
 */
#define SOULS_TYPE_REPLAY (souls_replay_get_type ())
G_DECLARE_FINAL_TYPE (SoulsReplay, souls_replay, SOULS, REPLAY, GObject)

SoulsReplay *souls_replay_new         (SoulsSession *session,
                                       GtkWidget    *widget);
/* How long a change and the pause after it take, ms; as long as one needs to say what happens unless set. */
void         souls_replay_set_times   (SoulsReplay  *self,
                                       guint         change,
                                       guint         pause);
gboolean     souls_replay_play        (SoulsReplay  *self,
                                       int           first,
                                       int           last);
void         souls_replay_stop        (SoulsReplay  *self);
gboolean     souls_replay_get_playing (SoulsReplay  *self);
const char  *souls_replay_get_caption (SoulsReplay  *self);

/* What is between two states: sliders part of the way, and what cannot be parted from the middle on. */
void         souls_replay_mix         (SoulsSession     *session,
                                       const SoulsState *from,
                                       const SoulsState *to,
                                       double            progress,
                                       SoulsState       *state);

G_END_DECLS
