/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* The few places where a newer GTK has a better way: only this file knows which. */

/**
 * SoulsFileChosen:
 * @file: what was chosen
 * @data: as given
 *
 * Called once a file has been chosen, and never when the dialog was cancelled.
 */
typedef void (*SoulsFileChosen) (GFile    *file,
                                 gpointer  data);

void souls_compat_open_scenario (GtkWindow       *parent,
                                 SoulsFileChosen  chosen,
                                 gpointer         data);

void souls_compat_open_answers  (GtkWindow       *parent,
                                 SoulsFileChosen  chosen,
                                 gpointer         data);

void souls_compat_save_chart    (GtkWindow       *parent,
                                 const char      *name,
                                 SoulsFileChosen  chosen,
                                 gpointer         data);

void souls_compat_save_handout  (GtkWindow       *parent,
                                 const char      *name,
                                 SoulsFileChosen  chosen,
                                 gpointer         data);

void souls_compat_save_table    (GtkWindow       *parent,
                                 const char      *name,
                                 SoulsFileChosen  chosen,
                                 gpointer         data);

/* As above, but @chosen is called in any case: with NULL when the dialog was cancelled. @folder: where to begin, or NULL. */
void souls_compat_save_scenario (GtkWindow       *parent,
                                 GFile           *folder,
                                 const char      *name,
                                 SoulsFileChosen  chosen,
                                 gpointer         data);

/* The same for a lesson. */
void souls_compat_save_lesson   (GtkWindow       *parent,
                                 GFile           *folder,
                                 const char      *name,
                                 SoulsFileChosen  chosen,
                                 gpointer         data);

/**
 * SoulsReply:
 * @id: what the caller is told
 * @label: with a mnemonic
 * @is_suggested: what Enter means
 * @is_destructive: something is lost by it
 *
 * A button of a question.
 */
typedef struct
{
  const char *id;
  const char *label;
  gboolean is_suggested;
  gboolean is_destructive;
} SoulsReply;

/* Called once, with the first answer's id where the question was dismissed. */
typedef void (*SoulsAnswered) (const char *id,
                               gpointer    data);

void souls_compat_ask           (GtkWindow         *parent,
                                 const char        *heading,
                                 const char        *body,
                                 GtkWidget         *extra,
                                 const SoulsReply  *answers,
                                 int                n_answers,
                                 SoulsAnswered      answered,
                                 gpointer           data);

GtkWidget *souls_compat_about_new (void);

void souls_compat_about_present (GtkWidget *about,
                                 GtkWindow *parent);

void souls_compat_show_uri      (GtkWindow  *parent,
                                 const char *uri);

/* Takes a toast away that may only just have come. */
void souls_compat_dismiss_toast (AdwToast *toast);

G_END_DECLS
