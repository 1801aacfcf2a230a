/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "souls-session.h"

G_BEGIN_DECLS

/**
 * SoulsComparePopover:
 *
 * What is compared with what is shown, what can be added, and what can be done with it.
 */
#define SOULS_TYPE_COMPARE_POPOVER (souls_compare_popover_get_type ())
G_DECLARE_FINAL_TYPE (SoulsComparePopover, souls_compare_popover, SOULS, COMPARE_POPOVER, GtkPopover)

void     souls_compare_popover_set_session (SoulsComparePopover *self,
                                            SoulsSession        *session);
/* As the buttons do; return whether it was added. */
gboolean souls_compare_popover_add_shown   (SoulsComparePopover *self);
gboolean souls_compare_popover_add_preset  (SoulsComparePopover *self,
                                            const char          *id);

G_END_DECLS
