/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "souls-session.h"

G_BEGIN_DECLS

/**
 * SoulsBandEditor:
 *
 * A driver's plausible range in two entries, where it comes from in words, and the way back from one of the user's own. Both
 * ends are taken together, with Enter or when the focus leaves the two.
 */
#define SOULS_TYPE_BAND_EDITOR (souls_band_editor_get_type ())
G_DECLARE_FINAL_TYPE (SoulsBandEditor, souls_band_editor, SOULS, BAND_EDITOR, GtkWidget)

GtkWidget *souls_band_editor_new (SoulsSession *session, SoulsDriver driver);

G_END_DECLS
