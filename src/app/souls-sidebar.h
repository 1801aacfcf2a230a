/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "souls-driver-group.h"

G_BEGIN_DECLS

/* The essentials and all groups of the driver table. */
#define SOULS_N_SIDEBAR_GROUPS (SOULS_N_GROUPS + 1)

/**
 * SoulsSidebar:
 *
 * The base year, and under it every slider by group: the essentials first.
 */
#define SOULS_TYPE_SIDEBAR (souls_sidebar_get_type ())
G_DECLARE_FINAL_TYPE (SoulsSidebar, souls_sidebar, SOULS, SIDEBAR, GtkWidget)

void               souls_sidebar_set_session  (SoulsSidebar      *self,
                                               SoulsSession      *session);
SoulsDriverGroup  *souls_sidebar_get_group    (SoulsSidebar      *self,
                                               SoulsGroup         group);
/* Opens the group of a driver's slider, scrolls there and gives it the focus. */
void               souls_sidebar_show_driver  (SoulsSidebar      *self,
                                               SoulsDriver        driver);
/* Names of the open groups, as the settings keep them. */
char             **souls_sidebar_get_expanded (SoulsSidebar      *self);
void               souls_sidebar_set_expanded (SoulsSidebar      *self,
                                               const char *const *ids);

G_END_DECLS
