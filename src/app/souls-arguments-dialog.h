/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "souls-arguments.h"

G_BEGIN_DECLS

/**
 * SoulsArgumentsDialog:
 *
 * What is said of the business, and for each claim what makes it true and what makes it false.
 *
 * Signals: `chosen` (a #SoulsArgumentSide, borrowed): the scenario that the reader wants to see.
 */
#define SOULS_TYPE_ARGUMENTS_DIALOG (souls_arguments_dialog_get_type ())
G_DECLARE_FINAL_TYPE (SoulsArgumentsDialog, souls_arguments_dialog, SOULS, ARGUMENTS_DIALOG, AdwWindow)

GtkWidget            *souls_arguments_dialog_new           (SoulsDataSet         *data);
/* NULL where the cards cannot be read; the dialog says why. */
const SoulsArguments *souls_arguments_dialog_get_arguments (SoulsArgumentsDialog *self);
/* Shows what is said on that side of a card, and asks for its scenario. */
void                  souls_arguments_dialog_choose        (SoulsArgumentsDialog *self,
                                                            int                   card,
                                                            gboolean              holds);
/* What is said under a card, or NULL while nothing is. (transfer none) */
const char           *souls_arguments_dialog_get_text      (SoulsArgumentsDialog *self,
                                                            int                   card);

G_END_DECLS
