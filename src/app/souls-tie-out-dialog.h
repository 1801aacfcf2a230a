/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "souls-session.h"

G_BEGIN_DECLS

/**
 * SoulsTieOutDialog:
 *
 * The base year figure by figure: as filed, as the model gives it back, and the difference, each with its source.
 */
#define SOULS_TYPE_TIE_OUT_DIALOG (souls_tie_out_dialog_get_type ())
G_DECLARE_FINAL_TYPE (SoulsTieOutDialog, souls_tie_out_dialog, SOULS, TIE_OUT_DIALOG, AdwWindow)

GtkWidget  *souls_tie_out_dialog_new       (SoulsSession      *session);
GListModel *souls_tie_out_dialog_get_ties  (SoulsTieOutDialog *self);

G_END_DECLS
