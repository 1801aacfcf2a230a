/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "souls-presets.h"

G_BEGIN_DECLS

/**
 * SoulsPresetSaved:
 * @name: of the preset, or %NULL where it could not be saved
 * @problem: (nullable): why not
 * @data: as given
 *
 * Called once the user has said to save, and never when he cancelled.
 */
typedef void (*SoulsPresetSaved) (const char *name,
                                  const char *problem,
                                  gpointer    data);

/* Asks for a name that is not taken, and saves @scenario under it among the user's presets. */
GtkWidget *souls_preset_save_ask   (GtkWindow           *parent,
                                    SoulsDataSet        *data,
                                    const SoulsScenario *scenario,
                                    SoulsPresetSaved     saved,
                                    gpointer             user_data);

/* What is wrong with a name, in words, or NULL. (transfer full) */
char      *souls_preset_save_check (const SoulsPresets  *presets,
                                    const char          *name);
gboolean   souls_preset_save       (const SoulsPresets  *presets,
                                    const SoulsScenario *scenario,
                                    const char          *name,
                                    GError             **error);

G_END_DECLS
