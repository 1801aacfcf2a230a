/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "souls-lesson-editor.h"

G_BEGIN_DECLS

struct _SoulsLessonEditor
{
  AdwWindow parent_instance;

  /* Template children */
  AdwToastOverlay *toasts;
  AdwWindowTitle *title;
  GtkWidget *back_button;
  GtkWidget *undo_button;
  GtkWidget *redo_button;
  GtkWidget *try_button;
  AdwLeaflet *leaflet;
  GtkWidget *list_page;
  GtkWidget *form_page;
  GtkListBox *list;
  GtkStack *stack;
  GtkBox *lesson_form;
  GtkLabel *lesson_problem;

  /* Borrowed: children */
  SoulsLessonStepForm *form;
  SoulsLessonField *title_field;
  SoulsLessonField *summary_field;
  SoulsLessonField *author_field;
  GtkSpinButton *minutes;

  /* Owned */
  SoulsSession *session;
  SoulsLessonEdits *edits;
  SoulsPresets *presets;
  SoulsLessonCheck *check;
  GArray *problems;      /* of gboolean, by step */
  char *message;

  int index;             /* the step that is shown, or SOULS_LESSON_EDITS_LESSON */
  guint check_id;
  guint fold_id;
  gboolean is_set;       /* by the program */
  gboolean is_given_up;  /* what is not saved is not wanted */
  gboolean closes_when_saved;
};

/* souls-lesson-editor-files.c: saving, and closing with something to save */
void     souls_lesson_editor_save         (SoulsLessonEditor *self);
void     souls_lesson_editor_save_as      (SoulsLessonEditor *self);
gboolean souls_lesson_editor_ask_to_save  (SoulsLessonEditor *self);
void     souls_lesson_editor_say          (SoulsLessonEditor *self,
                                           const char        *message);
/* What keeps a step, or the lesson's own texts, from being read again; NULL for nothing. (transfer full) */
char    *souls_lesson_editor_find_problem (SoulsLessonEditor *self,
                                           int                index);

G_END_DECLS
