/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "souls-config.h"

#include "souls-window-private.h"

#include "souls-votes-dialog.h"

/* One is enough, and it follows the lesson from step to step. */
static GtkWindow *
find_dialog (SoulsWindow *self)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *l = windows; l != NULL; l = l->next)
    if (SOULS_IS_VOTES_DIALOG (l->data) && gtk_window_get_transient_for (l->data) == GTK_WINDOW (self))
      return l->data;
  return NULL;
}

static void
votes_activated_cb (GSimpleAction *action,
                    GVariant      *parameter,
                    gpointer       user_data)
{
  SoulsWindow *self = SOULS_WINDOW (user_data);
  GtkWindow *dialog = find_dialog (self);

  if (dialog == NULL)
    dialog = GTK_WINDOW (souls_votes_dialog_new (GTK_WINDOW (self), self->lesson));
  gtk_window_set_destroy_with_parent (dialog, TRUE);
  gtk_window_present (dialog);
}

/* The answers of a class, while a lesson is in progress. */
void
souls_window_add_votes (SoulsWindow *self)
{
  static const GActionEntry entries[] = { { "lesson-votes", votes_activated_cb, NULL, NULL, NULL } };

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  souls_window_update_votes (self);
}

void
souls_window_update_votes (SoulsWindow *self)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self), "lesson-votes");
  GtkWindow *dialog = find_dialog (self);

  g_simple_action_set_enabled (G_SIMPLE_ACTION (action), self->lesson != NULL);
  if (self->lesson == NULL && dialog != NULL)
    gtk_window_close (dialog);
}
