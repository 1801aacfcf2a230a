/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "souls-config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "souls-compat.h"
#include "souls-save-ending.h"
#include "souls-texts-form.h"
#include "souls-window-private.h"
#include "souls-write.h"

#define ENDING ".souls"

/* Longest name that is offered, in characters; a title may be a whole sentence. */
#define MAX_NAME 60

/* The message, in the user's language where it is one of ours. */
static char *
make_words (GFile        *file,
            const GError *error)
{
  const char *words = NULL;
  g_autofree char *name = g_file_get_parse_name (file);

  if (error->domain == SOULS_WRITE_ERROR)
    words = souls_write_error_words ((SoulsWriteError) error->code);

  return words != NULL ? g_strdup_printf ("%s: %s", name, _(words)) : g_strdup (error->message);
}

static void
show_error (SoulsWindow  *self,
            GFile        *file,
            const GError *error)
{
  g_autofree char *words = make_words (file, error);

  souls_window_show_message (self, GTK_MESSAGE_ERROR, words);
}

static void
say (SoulsWindow *self,
     const char  *text)
{
  AdwToast *toast = adw_toast_new (text);

  adw_toast_set_timeout (toast, 3);
  adw_toast_overlay_add_toast (self->toasts, toast);
}

/* What to call it in a question. */
static char *
make_name (SoulsWindow *self)
{
  const char *title = souls_session_get_title (self->session);
  char *name;

  if (title != NULL)
    return g_strdup (title);
  name = souls_document_get_name (self->document);

  return name != NULL ? name : g_strdup (_("Own scenario"));
}

/* Without the letters that a file's name cannot have, and no longer than a folder can show. */
static char *
make_file_name (SoulsWindow *self)
{
  g_autofree char *name = make_name (self);
  g_autofree char *part = g_utf8_strlen (name, -1) > MAX_NAME ? g_utf8_substring (name, 0, MAX_NAME) : g_strdup (name);

  g_strdelimit (part, "/\\:*?\"<>|\n\r\t", '-');
  g_strstrip (part);
  while (*part == '.')
    *part = '-';

  return g_strconcat (part, ENDING, NULL);
}

/* Not to be closed after all, so the program does not end either. */
static void
stay (SoulsWindow *self)
{
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self));

  if (application != NULL)
    souls_application_stay (SOULS_APPLICATION (application));
}

/* Saved, or not: going on where the saving was part of closing. */
static void
saving_ended (SoulsWindow *self,
              gboolean     is_saved)
{
  const gboolean closes = self->closes_when_saved;

  self->closes_when_saved = FALSE;
  if (is_saved)
    {
      souls_window_hide_file_bar (self);
      souls_window_add_recent (souls_document_get_file (self->document));
      if (closes)
        gtk_window_close (GTK_WINDOW (self));
      else
        say (self, _("Saved"));
    }
  else if (closes)
    {
      stay (self);
    }
}

static void
save_as (SoulsWindow *self,
         GFile       *file)
{
  g_autoptr (GError) error = NULL;
  SoulsWindow *other = souls_window_find_open (self, file);

  if (other != NULL && other != self)
    {
      g_autofree char *name = g_file_get_parse_name (file);
      g_autofree char *message = g_strdup_printf (_("%s: this file is open in another window"), name);

      souls_window_show_message (self, GTK_MESSAGE_ERROR, message);
      saving_ended (self, FALSE);
      return;
    }
  souls_window_note_charts (self);
  if (!souls_document_save_as (self->document, file, &error))
    show_error (self, file, error);
  saving_ended (self, error == NULL);
}

static void
save_cb (GFile    *file,
         gpointer  data)
{
  g_autoptr (SoulsWindow) self = data;

  if (file != NULL)
    save_as (self, file);
  else
    saving_ended (self, FALSE);
}

static void
save_file_chosen_cb (GFile    *file,
                     gpointer  data)
{
  souls_save_with_ending (data, file, ENDING, save_cb, data);
}

static void
ask_where_to_save (SoulsWindow *self)
{
  GFile *file = souls_document_get_file (self->document);
  g_autoptr (GFile) folder = file != NULL ? g_file_get_parent (file) : NULL;
  g_autofree char *name = make_file_name (self);

  /* The dialog always answers, and may outlive the window. */
  souls_compat_save_scenario (GTK_WINDOW (self), folder, name, save_file_chosen_cb, g_object_ref (self));
}

static void
force_answered_cb (const char *id,
                   gpointer    data)
{
  g_autoptr (SoulsWindow) self = data;

  if (strcmp (id, "overwrite") == 0)
    souls_window_save (self, TRUE);
  else if (strcmp (id, "save-as") == 0)
    ask_where_to_save (self);
  else
    saving_ended (self, FALSE);
}

static void
ask_to_force (SoulsWindow *self)
{
  const SoulsReply answers[] = {
    { "cancel", _("_Cancel"), FALSE, FALSE },
    { "overwrite", _("_Overwrite"), FALSE, TRUE },
    { "save-as", _("Save _As…"), TRUE, FALSE },
  };
  g_autofree char *name = souls_document_get_name (self->document);
  g_autofree char *heading = g_strdup_printf (_("“%s” was changed by another program"), name);

  souls_compat_ask (GTK_WINDOW (self), heading,
                    _("Saving over the file would lose what the other program has written."), NULL,
                    answers, G_N_ELEMENTS (answers), force_answered_cb, g_object_ref (self));
}

/**
 * souls_window_save:
 * @self: the window
 * @force: whether to write over what another program has written since
 *
 * Saves, or asks where to where that is not known yet.
 */
void
souls_window_save (SoulsWindow *self,
                   gboolean     force)
{
  GFile *file = souls_document_get_file (self->document);
  g_autoptr (GError) error = NULL;

  if (file == NULL)
    {
      ask_where_to_save (self);
      return;
    }
  souls_window_note_charts (self);
  if (!souls_document_save (self->document, force, &error))
    {
      if (g_error_matches (error, SOULS_DOCUMENT_ERROR, SOULS_DOCUMENT_ERROR_CHANGED))
        {
          ask_to_force (self);
          return;
        }
      show_error (self, file, error);
    }
  saving_ended (self, error == NULL);
}

static void
save_activated_cb (GSimpleAction *action,
                   GVariant      *parameter,
                   gpointer       data)
{
  souls_window_save (data, FALSE);
}

static void
save_as_activated_cb (GSimpleAction *action,
                      GVariant      *parameter,
                      gpointer       data)
{
  ask_where_to_save (data);
}

/**
 * souls_window_revert:
 * @self: the window, with a file
 *
 * Opens the file again as it is on the disk.
 */
void
souls_window_revert (SoulsWindow *self)
{
  g_autoptr (GError) error = NULL;

  if (!souls_document_revert (self->document, &error))
    {
      show_error (self, souls_document_get_file (self->document), error);
      return;
    }
  souls_window_hide_file_bar (self);
  souls_window_show_charts (self, souls_session_get_scenario (self->session)->charts);
}

static void
revert_answered_cb (const char *id,
                    gpointer    data)
{
  g_autoptr (SoulsWindow) self = data;

  if (strcmp (id, "revert") == 0)
    souls_window_revert (self);
}

static void
revert_activated_cb (GSimpleAction *action,
                     GVariant      *parameter,
                     gpointer       data)
{
  SoulsWindow *self = data;
  const SoulsReply answers[] = {
    { "cancel", _("_Cancel"), FALSE, FALSE },
    { "revert", _("_Revert"), FALSE, TRUE },
  };
  g_autofree char *name = make_name (self);
  g_autofree char *heading = g_strdup_printf (_("Revert “%s” to what was saved?"), name);

  souls_compat_ask (GTK_WINDOW (self), heading, _("What was changed since then can be brought back with Undo."), NULL,
                    answers, G_N_ELEMENTS (answers), revert_answered_cb, g_object_ref (self));
}

static void
duplicate_activated_cb (GSimpleAction *action,
                        GVariant      *parameter,
                        gpointer       data)
{
  SoulsWindow *self = data;
  g_autoptr (SoulsScenario) scenario = NULL;
  SoulsWindow *other = souls_window_new (SOULS_APPLICATION (gtk_window_get_application (GTK_WINDOW (self))));

  souls_window_note_charts (self);
  scenario = souls_document_make_scenario (self->document);
  souls_session_load (other->session, scenario, NULL);
  souls_session_set_year (other->session, souls_session_get_year (self->session));
  souls_window_show_charts (other, scenario->charts);
  gtk_window_present (GTK_WINDOW (other));
}

typedef struct
{
  SoulsWindow *window;
  SoulsTextsForm *form;
} Renaming;

static void
rename_answered_cb (const char *id,
                    gpointer    data)
{
  Renaming *renaming = data;

  if (strcmp (id, "rename") == 0)
    souls_texts_form_apply (renaming->form, renaming->window->session);
  g_object_unref (renaming->form);
  g_object_unref (renaming->window);
  g_free (renaming);
}

static void
rename_activated_cb (GSimpleAction *action,
                     GVariant      *parameter,
                     gpointer       data)
{
  SoulsWindow *self = data;
  const SoulsReply answers[] = {
    { "cancel", _("_Cancel"), FALSE, FALSE },
    { "rename", _("_Apply"), TRUE, FALSE },
  };
  GtkWidget *form = souls_texts_form_new (self->session);
  Renaming *renaming = g_new (Renaming, 1);

  renaming->window = g_object_ref (self);
  renaming->form = g_object_ref_sink (SOULS_TEXTS_FORM (form));
  souls_compat_ask (GTK_WINDOW (self), _("Name and Notes"),
                    _("The title stands above the charts and in exported pictures; the file keeps its name."),
                    form, answers, G_N_ELEMENTS (answers), rename_answered_cb, renaming);
  gtk_widget_grab_focus (form);
}

static void
close_answered_cb (const char *id,
                   gpointer    data)
{
  g_autoptr (SoulsWindow) self = data;

  self->is_asking = FALSE;
  if (strcmp (id, "save") == 0)
    {
      self->closes_when_saved = TRUE;
      souls_window_save (self, FALSE);
    }
  else if (strcmp (id, "discard") == 0)
    {
      self->is_given_up = TRUE;
      gtk_window_close (GTK_WINDOW (self));
    }
  else
    {
      stay (self);
    }
}

/**
 * souls_window_ask_to_save:
 * @self: a window that is about to close
 *
 * Asks what to do with what is not saved, and closes the window again after the answer.
 *
 * Returns: whether it asks, and the window has to stay until then
 */
gboolean
souls_window_ask_to_save (SoulsWindow *self)
{
  const SoulsReply answers[] = {
    { "cancel", _("_Cancel"), FALSE, FALSE },
    { "discard", _("_Discard"), FALSE, TRUE },
    { "save", _("_Save"), TRUE, FALSE },
  };
  g_autofree char *name = NULL;
  g_autofree char *heading = NULL;

  if (!souls_window_is_modified (self) || self->is_given_up)
    {
      if (self->draft != NULL)
        souls_draft_discard (self->draft);
      return FALSE;
    }
  if (self->is_asking)
    return TRUE;

  self->is_asking = TRUE;
  name = make_name (self);
  heading = g_strdup_printf (_("Save changes to “%s”?"), name);
  souls_compat_ask (GTK_WINDOW (self), heading, _("What is not saved is lost for good."), NULL,
                    answers, G_N_ELEMENTS (answers), close_answered_cb, g_object_ref (self));

  return TRUE;
}

static const GActionEntry entries[] = {
  { "save", save_activated_cb, NULL, NULL, NULL },
  { "save-as", save_as_activated_cb, NULL, NULL, NULL },
  { "revert", revert_activated_cb, NULL, NULL, NULL },
  { "duplicate", duplicate_activated_cb, NULL, NULL, NULL },
  { "rename", rename_activated_cb, NULL, NULL, NULL },
};

/**
 * souls_window_add_file_actions:
 * @self: the window, its template made
 *
 * Adds the actions that have to do with the document's file.
 */
void
souls_window_add_file_actions (SoulsWindow *self)
{
  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
}

void
souls_window_update_file_actions (SoulsWindow *self)
{
  const gboolean has_file = self->document != NULL && souls_document_get_file (self->document) != NULL;

  for (guint i = 0; i < G_N_ELEMENTS (entries); i++)
    g_simple_action_set_enabled (G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self), entries[i].name)),
                                 self->document != NULL);
  g_simple_action_set_enabled (G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self), "revert")),
                               has_file && souls_window_is_modified (self));
}
