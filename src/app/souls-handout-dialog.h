/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "souls-handout.h"
#include "souls-session.h"

G_BEGIN_DECLS

/**
 * SoulsHandoutDialog:
 *
 * Asks how a scenario or a lesson is to be handed out, shows the pages, and saves or prints them. It says `saved` with a
 * sentence once the file is there.
 */
#define SOULS_TYPE_HANDOUT_DIALOG (souls_handout_dialog_get_type ())
G_DECLARE_FINAL_TYPE (SoulsHandoutDialog, souls_handout_dialog, SOULS, HANDOUT_DIALOG, AdwWindow)

GtkWidget        *souls_handout_dialog_new         (SoulsSession       *session,
                                                    const SoulsLesson  *lesson);
gboolean          souls_handout_dialog_save        (SoulsHandoutDialog *self,
                                                    GFile              *file);

/* What is chosen, and what is shown. */
void              souls_handout_dialog_set_paper   (SoulsHandoutDialog *self,
                                                    SoulsPaper          paper);
void              souls_handout_dialog_set_chart   (SoulsHandoutDialog *self,
                                                    SoulsChart          chart,
                                                    gboolean            shown);
void              souls_handout_dialog_set_page    (SoulsHandoutDialog *self,
                                                    guint               page);
const SoulsPages *souls_handout_dialog_get_pages   (SoulsHandoutDialog *self);
const char       *souls_handout_dialog_get_message (SoulsHandoutDialog *self);

G_END_DECLS
