/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "souls-session.h"

G_BEGIN_DECLS

/**
 * SoulsScrubber:
 *
 * The year that the charts show, from the first reported to the last projected, and a button that
 * plays through them.
 *
 * Properties: `session` (#SoulsSession), `playing` (boolean; good for a #GPropertyAction).
 */
#define SOULS_TYPE_SCRUBBER (souls_scrubber_get_type ())
G_DECLARE_FINAL_TYPE (SoulsScrubber, souls_scrubber, SOULS, SCRUBBER, GtkWidget)

GtkWidget *souls_scrubber_new (void);
void souls_scrubber_set_session (SoulsScrubber *self, SoulsSession *session);
gboolean souls_scrubber_get_playing (SoulsScrubber *self);
void souls_scrubber_set_playing (SoulsScrubber *self, gboolean playing);

G_END_DECLS
