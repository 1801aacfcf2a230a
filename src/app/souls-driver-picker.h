/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "souls-drivers.h"

G_BEGIN_DECLS

/**
 * SoulsDriverPicker:
 *
 * A popover with all sliders by name, to search and to tick.
 *
 * Signals: `toggled` (int driver, boolean is_on): by the user.
 */
#define SOULS_TYPE_DRIVER_PICKER (souls_driver_picker_get_type ())
G_DECLARE_FINAL_TYPE (SoulsDriverPicker, souls_driver_picker, SOULS, DRIVER_PICKER, GtkPopover)

GtkWidget *souls_driver_picker_new    (void);
void       souls_driver_picker_set    (SoulsDriverPicker *self,
                                       SoulsDriver        driver,
                                       gboolean           is_on,
                                       gboolean           is_sensitive);
/* As if the user had done it. */
void       souls_driver_picker_toggle (SoulsDriverPicker *self,
                                       SoulsDriver        driver);

G_END_DECLS
