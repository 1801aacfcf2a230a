/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "souls-session.h"

G_BEGIN_DECLS

/**
 * SoulsHistoryPopover:
 *
 * The points of a session's history in words, oldest first; going to one leaves it open, so that one can walk them.
 *
 * Signal: `replay` (ints: the first and the last change): the user wants to see them again.
 */
#define SOULS_TYPE_HISTORY_POPOVER (souls_history_popover_get_type ())
G_DECLARE_FINAL_TYPE (SoulsHistoryPopover, souls_history_popover, SOULS, HISTORY_POPOVER, GtkPopover)

GtkWidget *souls_history_popover_new        (SoulsSession        *session);
int        souls_history_popover_get_n_rows (SoulsHistoryPopover *self);
/* What a row says: what was done, and (nullable) what came of it. (transfer full) */
void       souls_history_popover_get_row    (SoulsHistoryPopover *self,
                                             int                  row,
                                             char               **text,
                                             char               **effect);
void       souls_history_popover_activate   (SoulsHistoryPopover *self,
                                             int                  row);

G_END_DECLS
