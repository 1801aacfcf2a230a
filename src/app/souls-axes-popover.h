/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "souls-drivers.h"

G_BEGIN_DECLS

/**
 * SoulsAxesPopover:
 *
 * Chooses the two sliders of the break-even map from two lists that can be searched. What one list takes from the other,
 * the other gets in exchange.
 *
 * Signals: `chosen` (int x, int y): two different drivers, across and upwards.
 */
#define SOULS_TYPE_AXES_POPOVER (souls_axes_popover_get_type ())
G_DECLARE_FINAL_TYPE (SoulsAxesPopover, souls_axes_popover, SOULS, AXES_POPOVER, GtkPopover)

GtkWidget   *souls_axes_popover_new           (void);
void         souls_axes_popover_set_drivers   (SoulsAxesPopover *self,
                                               SoulsDriver       x,
                                               SoulsDriver       y);
GtkDropDown *souls_axes_popover_get_drop_down (SoulsAxesPopover *self,
                                               int               axis);

G_END_DECLS
