/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "souls-presets.h"

G_BEGIN_DECLS

/**
 * SoulsPresetDialog:
 *
 * The scenarios to start from: those that ship, and the user's own, which can be deleted here.
 *
 * Signal: `chosen` (pointer to a #SoulsScenario, borrowed): in the reader's language, ready to open.
 */
#define SOULS_TYPE_PRESET_DIALOG (souls_preset_dialog_get_type ())
G_DECLARE_FINAL_TYPE (SoulsPresetDialog, souls_preset_dialog, SOULS, PRESET_DIALOG, AdwWindow)

GtkWidget     *souls_preset_dialog_new      (SoulsDataSet      *data);
int            souls_preset_dialog_get_n    (SoulsPresetDialog *self);
void           souls_preset_dialog_choose   (SoulsPresetDialog *self,
                                             int                preset);
void           souls_preset_dialog_delete   (SoulsPresetDialog *self,
                                             int                preset);

/* A preset as it is opened: texts that ship are translated. (transfer full) */
SoulsScenario *souls_preset_to_scenario     (const SoulsPreset *preset);

G_END_DECLS
