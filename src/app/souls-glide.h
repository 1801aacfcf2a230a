/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "souls-session.h"

G_BEGIN_DECLS

/**
 * SoulsGlide:
 *
 * Takes one slider to a value in a motion that the eye can follow, as one step of undo. Whatever key or button is
 * pressed meanwhile brings it there at once; so does reduced motion.
 *
 * Signals: `arrived` (int driver): the slider stands where it should.
 */
#define SOULS_TYPE_GLIDE (souls_glide_get_type ())
G_DECLARE_FINAL_TYPE (SoulsGlide, souls_glide, SOULS, GLIDE, GObject)

SoulsGlide *souls_glide_new    (SoulsSession *session,
                                GtkWidget    *widget);
gboolean    souls_glide_to     (SoulsGlide   *self,
                                SoulsDriver   driver,
                                double        value);
void        souls_glide_finish (SoulsGlide   *self);

G_END_DECLS
