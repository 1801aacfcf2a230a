/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "souls-replay.h"
#include "souls-session.h"

G_BEGIN_DECLS

/**
 * SoulsStoryBar:
 *
 * A line under the headline: the question that the scenario answers, with its notes one click away; while changes are
 * replayed, which one. Not there where there is nothing to say, or once it has been put away.
 */
#define SOULS_TYPE_STORY_BAR (souls_story_bar_get_type ())
G_DECLARE_FINAL_TYPE (SoulsStoryBar, souls_story_bar, SOULS, STORY_BAR, GtkWidget)

void        souls_story_bar_set_session (SoulsStoryBar *self,
                                         SoulsSession  *session,
                                         SoulsReplay   *replay);
const char *souls_story_bar_get_text    (SoulsStoryBar *self);

G_END_DECLS
