/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "souls-config.h"

#include "souls-handout-dialog.h"
#include "souls-window-private.h"

static void
saved_cb (SoulsWindow *self,
          const char  *text)
{
  /* A file's name is text, and a toast's title is markup. */
  g_autofree char *title = g_markup_escape_text (text, -1);

  adw_toast_overlay_add_toast (self->toasts, adw_toast_new (title));
}

/*
 * souls_window_hand_out:
 *
 * Asks how the scenario, or the lesson in progress, is to be handed out.
 *
 * Returns: (transfer none) (nullable): the window that asks; %NULL without a session
 */
GtkWidget *
souls_window_hand_out (SoulsWindow *self)
{
  const SoulsLesson *lesson = self->lesson != NULL ? souls_lesson_run_get_lesson (self->lesson) : NULL;
  GtkWidget *dialog;

  if (self->session == NULL)
    return NULL;
  dialog = souls_handout_dialog_new (self->session, lesson);
  gtk_window_set_transient_for (GTK_WINDOW (dialog), GTK_WINDOW (self));
  gtk_window_set_destroy_with_parent (GTK_WINDOW (dialog), TRUE);
  g_signal_connect_object (dialog, "saved", G_CALLBACK (saved_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
  return dialog;
}
