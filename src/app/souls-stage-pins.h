/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "souls-drivers.h"

G_BEGIN_DECLS

/* The setting that names the drivers whose sliders stand on the stage at all times when no lesson is held. */
#define SOULS_STAGE_PINS "stage-sliders"

/* In the order pinned. Returns how many. */
int        souls_stage_pins_list (GSettings   *settings,
                                  SoulsDriver  drivers[SOULS_N_DRIVERS]);
void       souls_stage_pins_set  (GSettings   *settings,
                                  SoulsDriver  driver,
                                  gboolean     pinned);
/* NULL where nothing can be remembered. (transfer floating) */
GtkWidget *souls_stage_pin_new   (SoulsDriver  driver);

G_END_DECLS
