/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "souls-session.h"
#include "souls-slider.h"

G_BEGIN_DECLS

/**
 * SoulsDriverRow:
 *
 * One driver: name, value with exact entry, slider, reset, provenance. It follows the session by
 * itself.
 *
 * Properties: `quiet` (boolean): whether nothing in the row tells where the baseline is.
 */
#define SOULS_TYPE_DRIVER_ROW (souls_driver_row_get_type ())
G_DECLARE_FINAL_TYPE (SoulsDriverRow, souls_driver_row, SOULS, DRIVER_ROW, GtkWidget)

GtkWidget *souls_driver_row_new (SoulsSession *session, SoulsDriver driver);
SoulsDriver souls_driver_row_get_driver (SoulsDriverRow *self);
SoulsSlider *souls_driver_row_get_slider (SoulsDriverRow *self);
void souls_driver_row_set_quiet (SoulsDriverRow *self, gboolean quiet);
gboolean souls_driver_row_get_quiet (SoulsDriverRow *self);
void souls_driver_row_edit (SoulsDriverRow *self);
gboolean souls_driver_row_is_editing (SoulsDriverRow *self);

G_END_DECLS
