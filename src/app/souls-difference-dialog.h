/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "souls-session.h"

G_BEGIN_DECLS

/**
 * SoulsDifferenceDialog:
 *
 * The window with the table of what differs between what is shown and the scenarios of the comparison. It follows the
 * session.
 */
#define SOULS_TYPE_DIFFERENCE_DIALOG (souls_difference_dialog_get_type ())
G_DECLARE_FINAL_TYPE (SoulsDifferenceDialog, souls_difference_dialog, SOULS, DIFFERENCE_DIALOG, AdwWindow)

GtkWidget  *souls_difference_dialog_new      (SoulsSession          *session);

/* The lines shown, headings among them. */
GListModel *souls_difference_dialog_get_rows (SoulsDifferenceDialog *self);

G_END_DECLS
