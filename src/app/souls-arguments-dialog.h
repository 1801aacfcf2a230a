/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "souls-arguments.h"

G_BEGIN_DECLS

/**
 * SoulsArgumentView:
 * @SOULS_ARGUMENT_HOLDS: what makes the claim true
 * @SOULS_ARGUMENT_FAILS: what makes it false
 * @SOULS_ARGUMENT_REPORTED: neither: the last fiscal year as reported, every slider at its baseline
 *
 * What a card shows a claim on.
 */
typedef enum
{
  SOULS_ARGUMENT_HOLDS,
  SOULS_ARGUMENT_FAILS,
  SOULS_ARGUMENT_REPORTED,
  SOULS_N_ARGUMENT_VIEWS
} SoulsArgumentView;

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
/* Says under a card what is seen, and asks for its scenario. */
void                  souls_arguments_dialog_choose        (SoulsArgumentsDialog *self,
                                                            int                   card,
                                                            SoulsArgumentView     view);
/* What is said under a card, or NULL while nothing is. (transfer none) */
const char           *souls_arguments_dialog_get_text      (SoulsArgumentsDialog *self,
                                                            int                   card);

G_END_DECLS
