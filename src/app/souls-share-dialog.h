/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "souls-session.h"

G_BEGIN_DECLS

/**
 * SoulsShareDialog:
 *
 * The code of what is open, to copy or to read aloud, and a place to paste another.
 *
 * Signal: `chosen` (pointer to a #SoulsScenario, borrowed): what a pasted code says, to open.
 */
#define SOULS_TYPE_SHARE_DIALOG (souls_share_dialog_get_type ())
G_DECLARE_FINAL_TYPE (SoulsShareDialog, souls_share_dialog, SOULS, SHARE_DIALOG, AdwWindow)

GtkWidget  *souls_share_dialog_new         (SoulsSession     *session);
const char *souls_share_dialog_get_code    (SoulsShareDialog *self);
void        souls_share_dialog_set_text    (SoulsShareDialog *self,
                                            const char       *text);
const char *souls_share_dialog_get_verdict (SoulsShareDialog *self);
gboolean    souls_share_dialog_open        (SoulsShareDialog *self);

/* A pasted text as a scenario; else NULL, and what is wrong with it in the reader's words. Both (transfer full). */
SoulsScenario *souls_share_read            (const char         *text,
                                            const SoulsDataSet *data,
                                            char              **problem);
/* "fiscal 2025, 3 sliders moved" (transfer full) */
char          *souls_share_describe        (const SoulsScenario *scenario);

G_END_DECLS
