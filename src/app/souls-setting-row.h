/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "souls-session.h"

G_BEGIN_DECLS

/* A setting of the scenario that is a number of years. */
typedef enum
{
  SOULS_SETTING_HORIZON,
  SOULS_SETTING_PHASE_IN,
  SOULS_N_SETTING_ROWS
} SoulsSettingKind;

/**
 * SoulsSettingRow:
 *
 * A setting's name and a spin button that follows the session.
 */
#define SOULS_TYPE_SETTING_ROW (souls_setting_row_get_type ())
G_DECLARE_FINAL_TYPE (SoulsSettingRow, souls_setting_row, SOULS, SETTING_ROW, GtkWidget)

GtkWidget     *souls_setting_row_new      (SoulsSession     *session,
                                           SoulsSettingKind  kind);
GtkSpinButton *souls_setting_row_get_spin (SoulsSettingRow  *self);

G_END_DECLS
