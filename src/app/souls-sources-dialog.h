/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "souls-session.h"

G_BEGIN_DECLS

/**
 * SoulsSourcesDialog:
 *
 * What the base year rests on: the filings, what was read second-hand, and what is believed where nothing is reported.
 */
#define SOULS_TYPE_SOURCES_DIALOG (souls_sources_dialog_get_type ())
G_DECLARE_FINAL_TYPE (SoulsSourcesDialog, souls_sources_dialog, SOULS, SOURCES_DIALOG, AdwWindow)

GtkWidget *souls_sources_dialog_new         (SoulsSession       *session);
int        souls_sources_dialog_get_n_rows  (SoulsSourcesDialog *self);

G_END_DECLS
