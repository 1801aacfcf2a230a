/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "souls-driver-row.h"

G_BEGIN_DECLS

/**
 * SoulsDriverGroup:
 *
 * A heading that opens to the sliders of a group. The heading counts those that were moved, so that a closed group
 * hides no change. The rows are made when the group is first opened.
 *
 * Property: `expanded` (boolean).
 */
#define SOULS_TYPE_DRIVER_GROUP (souls_driver_group_get_type ())
G_DECLARE_FINAL_TYPE (SoulsDriverGroup, souls_driver_group, SOULS, DRIVER_GROUP, GtkWidget)

/* @group: a SoulsGroup, or SOULS_N_GROUPS for the essentials: the drivers to begin with, whatever their group. */
GtkWidget      *souls_driver_group_new          (SoulsSession     *session,
                                                 SoulsGroup        group);
const char     *souls_driver_group_get_id       (SoulsDriverGroup *self);
gboolean        souls_driver_group_has          (SoulsDriverGroup *self,
                                                 SoulsDriver       driver);
gboolean        souls_driver_group_get_expanded (SoulsDriverGroup *self);
void            souls_driver_group_set_expanded (SoulsDriverGroup *self,
                                                 gboolean          expanded);
SoulsDriverRow *souls_driver_group_get_row      (SoulsDriverGroup *self,
                                                 SoulsDriver       driver);

G_END_DECLS
