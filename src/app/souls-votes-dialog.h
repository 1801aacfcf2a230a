/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "souls-lesson-run.h"
#include "souls-sketch-view.h"

G_BEGIN_DECLS

/**
 * SoulsVotesDialog:
 *
 * Collects what a class answers to the step that is shown: typed one by one, pasted, or from a file. They stand as dots,
 * hidden until the presenter wants the room to see them; then what is so is shown over them. Answers have no names.
 *
 * Property: `hidden`, for what the room looks at.
 */
#define SOULS_TYPE_VOTES_DIALOG (souls_votes_dialog_get_type ())
G_DECLARE_FINAL_TYPE (SoulsVotesDialog, souls_votes_dialog, SOULS, VOTES_DIALOG, AdwWindow)

SoulsVotesDialog *souls_votes_dialog_new          (GtkWindow        *parent,
                                                   SoulsLessonRun   *run);
gboolean          souls_votes_dialog_enter        (SoulsVotesDialog *self,
                                                   const char       *text);
int               souls_votes_dialog_add_text     (SoulsVotesDialog *self,
                                                   const char       *text,
                                                   gsize             length);
void              souls_votes_dialog_set_hidden   (SoulsVotesDialog *self,
                                                   gboolean          hidden);
gboolean          souls_votes_dialog_get_hidden   (SoulsVotesDialog *self);
const char       *souls_votes_dialog_get_problems (SoulsVotesDialog *self);
SoulsSketchView  *souls_votes_dialog_get_sketch   (SoulsVotesDialog *self);

G_END_DECLS
