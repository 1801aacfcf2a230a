/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "souls-session.h"

G_BEGIN_DECLS

/**
 * SoulsTextsForm:
 *
 * What a scenario says in words, to be written: title, question, author and notes.
 */
#define SOULS_TYPE_TEXTS_FORM (souls_texts_form_get_type ())
G_DECLARE_FINAL_TYPE (SoulsTextsForm, souls_texts_form, SOULS, TEXTS_FORM, GtkWidget)

GtkWidget   *souls_texts_form_new   (SoulsSession      *session);
/* Puts what was written into the session, as one step of undo. */
void         souls_texts_form_apply (SoulsTextsForm    *self,
                                     SoulsSession      *session);
/* What is written there now. (transfer full) */
char        *souls_texts_form_get   (SoulsTextsForm    *self,
                                     SoulsScenarioText  text);
void         souls_texts_form_set   (SoulsTextsForm    *self,
                                     SoulsScenarioText  text,
                                     const char        *value);

G_END_DECLS
