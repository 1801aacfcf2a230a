/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "souls-config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "souls-window-private.h"

/* The charts at hand go into the file; they are no change by themselves. */
void
souls_window_note_charts (SoulsWindow *self)
{
  const char *const charts[] = { souls_chart_pane_get_chart (self->left_pane),
                                 souls_chart_pane_get_chart (self->right_pane), NULL };

  if (self->document != NULL)
    souls_document_set_charts (self->document, charts);
}

/**
 * souls_window_show_charts:
 * @self: the window
 * @charts: (nullable): ids; those that this program does not know are passed over
 *
 * Shows the charts that a scenario asks for.
 */
void
souls_window_show_charts (SoulsWindow *self,
                          char       **charts)
{
  SoulsChartPane *panes[] = { self->left_pane, self->right_pane };

  /* Another scenario is open: the lesson, or the start page, is no more what is looked at. */
  souls_window_leave_lesson (self);
  gtk_stack_set_visible_child_name (self->stack, "main");
  for (gsize i = 0; charts != NULL && i < G_N_ELEMENTS (panes) && charts[i] != NULL; i++)
    souls_chart_pane_set_chart (panes[i], charts[i]);
}

/**
 * souls_window_is_modified:
 * @self: the window
 *
 * Returns: whether it has anything that is not saved
 */
gboolean
souls_window_is_modified (SoulsWindow *self)
{
  /* What a lesson's step has put there can be had again. */
  if (self->lesson != NULL && !souls_lesson_run_is_exploring (self->lesson))
    return FALSE;
  return self->document != NULL && souls_document_is_modified (self->document);
}

static void
draft_failed_cb (const char *problem,
                 gpointer    data)
{
  g_autofree char *message = g_strdup_printf (_("What you change cannot be kept safe until it is saved.\n%s"), problem);

  souls_window_show_message (data, GTK_MESSAGE_WARNING, message);
}

static void
keep_draft (SoulsWindow *self,
            SoulsDraft  *draft)
{
  self->draft = draft;
  souls_draft_set_failed (draft, draft_failed_cb, self);
}

/**
 * souls_window_restore:
 * @self: a window that nothing was done in yet
 * @orphan: what was not saved when the program ended
 *
 * Takes up an orphaned draft.
 *
 * Returns: whether it is open now; on %FALSE the window says why, and the draft stays where it is
 */
gboolean
souls_window_restore (SoulsWindow *self,
                      SoulsOrphan *orphan)
{
  g_autoptr (GError) error = NULL;

  /* The orphan's own file goes on; two would be restored twice. */
  souls_draft_discard (self->draft);
  g_clear_pointer (&self->draft, souls_draft_free);
  if (!souls_document_restore (self->document, orphan->file, orphan->sum, orphan->scenario, &error))
    {
      keep_draft (self, souls_draft_new (self->document, NULL));
      souls_window_show_message (self, GTK_MESSAGE_ERROR, error->message);
      return FALSE;
    }
  keep_draft (self, souls_draft_new_from (self->document, orphan));
  souls_window_show_charts (self, orphan->scenario->charts);
  if (souls_document_get_disk (self->document) == SOULS_DOCUMENT_SAME)
    souls_window_show_file_bar (self, SOULS_FILE_BAR_RESTORED);

  return TRUE;
}

static void
disk_changed_cb (SoulsWindow *self)
{
  switch (souls_document_get_disk (self->document))
    {
    case SOULS_DOCUMENT_CHANGED:
      souls_window_show_file_bar (self, SOULS_FILE_BAR_CHANGED);
      break;
    case SOULS_DOCUMENT_GONE:
      souls_window_show_file_bar (self, SOULS_FILE_BAR_GONE);
      break;
    case SOULS_DOCUMENT_SAME:
    default:
      souls_window_hide_file_bar (self);
    }
}

static void
modified_changed_cb (SoulsWindow *self)
{
  souls_window_update_actions (self);
  /* Nothing is left that was restored. */
  if (self->file_bar_kind == SOULS_FILE_BAR_RESTORED && !souls_window_is_modified (self))
    souls_window_hide_file_bar (self);
}

/* Nothing of the restored draft is wanted: back to the file, or to where a new window begins. */
static void
discard_restored (SoulsWindow *self)
{
  if (souls_document_get_file (self->document) != NULL)
    {
      souls_window_revert (self);
      return;
    }
  souls_session_jump (self->session, 0);
  souls_document_detach (self->document);
}

static void
file_bar_responded_cb (GtkInfoBar  *bar,
                       int          response,
                       SoulsWindow *self)
{
  const SoulsFileBar kind = self->file_bar_kind;

  souls_window_hide_file_bar (self);
  if (response == GTK_RESPONSE_ACCEPT && kind == SOULS_FILE_BAR_RESTORED)
    discard_restored (self);
  else if (response == GTK_RESPONSE_ACCEPT && kind == SOULS_FILE_BAR_CHANGED)
    souls_window_revert (self);
  else if (response == GTK_RESPONSE_ACCEPT && kind == SOULS_FILE_BAR_GONE)
    souls_window_save (self, FALSE);
  else if (kind == SOULS_FILE_BAR_CHANGED)
    souls_document_keep (self->document);
}

static const struct
{
  const char *text;
  const char *accept;
  const char *close;
} bars[] = {
  [SOULS_FILE_BAR_RESTORED] = { N_("Restored what was not saved."), N_("_Discard"), N_("_Keep") },
  /* Translators: %s is a file's name */
  [SOULS_FILE_BAR_CHANGED] = { N_("“%s” was changed by another program."), N_("_Reload"), N_("_Keep") },
  /* Translators: %s is a file's name */
  [SOULS_FILE_BAR_GONE] = { N_("“%s” is not there any more."), N_("_Save"), N_("_Close") },
};

/**
 * souls_window_show_file_bar:
 * @self: the window
 * @kind: what happened to the file
 *
 * Says what happened to the file, and offers what can be done about it.
 */
void
souls_window_show_file_bar (SoulsWindow *self,
                            SoulsFileBar kind)
{
  g_autofree char *name = souls_document_get_name (self->document);
  g_autofree char *text = NULL;

  g_return_if_fail (kind != SOULS_FILE_BAR_NONE);

  self->file_bar_kind = kind;
  text = strstr (bars[kind].text, "%s") != NULL ? g_strdup_printf (_(bars[kind].text), name)
                                                : g_strdup (_(bars[kind].text));
  gtk_label_set_text (self->file_label, text);
  gtk_button_set_label (self->file_accept, _(bars[kind].accept));
  gtk_button_set_label (self->file_close, _(bars[kind].close));
  gtk_info_bar_set_message_type (self->file_bar, kind == SOULS_FILE_BAR_RESTORED ? GTK_MESSAGE_INFO
                                                                                 : GTK_MESSAGE_WARNING);
  gtk_info_bar_set_revealed (self->file_bar, TRUE);
}

void
souls_window_hide_file_bar (SoulsWindow *self)
{
  self->file_bar_kind = SOULS_FILE_BAR_NONE;
  gtk_info_bar_set_revealed (self->file_bar, FALSE);
}

/**
 * souls_window_start_document:
 * @self: the window, its session made
 *
 * Gives the window's session a document, and the document its draft.
 */
void
souls_window_start_document (SoulsWindow *self)
{
  self->document = souls_document_new (self->session, SOULS_VERSION);
  keep_draft (self, souls_draft_new (self->document, NULL));
  g_signal_connect_object (self->document, "notify::disk", G_CALLBACK (disk_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->document, "notify::modified", G_CALLBACK (modified_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->document, "notify::file", G_CALLBACK (souls_window_update_actions), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->left_pane, "notify::chart", G_CALLBACK (souls_window_note_charts), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->right_pane, "notify::chart", G_CALLBACK (souls_window_note_charts), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->file_bar, "response", G_CALLBACK (file_bar_responded_cb), self, 0);
  souls_window_note_charts (self);
}

/* Before the rest of the window goes. What is not saved by now stays on the disk for the next start. */
void
souls_window_end_document (SoulsWindow *self)
{
  if (self->draft != NULL)
    souls_draft_set_failed (self->draft, NULL, NULL);
  g_clear_pointer (&self->draft, souls_draft_free);
  g_clear_object (&self->document);
}
