/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "souls-config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "souls-application.h"
#include "souls-compat.h"
#include "souls-lesson-editor-private.h"
#include "souls-save-ending.h"
#include "souls-write.h"

/* Longest name that is offered, in characters. */
#define MAX_NAME 60

void
souls_lesson_editor_say (SoulsLessonEditor *self,
                         const char        *message)
{
  AdwToast *toast;
  g_autofree char *escaped = g_markup_escape_text (message, -1);

  g_free (self->message);
  self->message = g_strdup (message);
  toast = adw_toast_new (escaped);
  adw_toast_overlay_add_toast (self->toasts, toast);
}

char *
souls_lesson_editor_find_problem (SoulsLessonEditor *self,
                                  int                index)
{
  return souls_lesson_edits_find_problem (self->edits, index, souls_session_get_data (self->session), self->presets);
}

/* Shows the first part that would not be read again, and says why. */
static gboolean
can_be_read (SoulsLessonEditor *self)
{
  for (int i = SOULS_LESSON_EDITS_LESSON; i < souls_lesson_edits_get_n (self->edits); i++)
    {
      g_autofree char *problem = souls_lesson_editor_find_problem (self, i);

      if (problem == NULL)
        continue;
      souls_lesson_editor_select (self, i);
      souls_lesson_editor_check (self);
      souls_lesson_editor_say (self, _("Not saved: this could not be opened again as it is"));
      return FALSE;
    }
  return TRUE;
}

/* Not to be closed after all, so the program does not end either. */
static void
stay (SoulsLessonEditor *self)
{
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self));

  if (SOULS_IS_APPLICATION (application))
    souls_application_stay (SOULS_APPLICATION (application));
}

/* Saved, or not: going on where the saving was part of closing. */
static void
saving_ended (SoulsLessonEditor *self,
              gboolean           is_saved)
{
  const gboolean closes = self->closes_when_saved;

  self->closes_when_saved = FALSE;
  if (is_saved && closes)
    gtk_window_close (GTK_WINDOW (self));
  else if (closes)
    stay (self);
}

gboolean
souls_lesson_editor_save_to (SoulsLessonEditor *self,
                             GFile             *file)
{
  g_autoptr (GError) error = NULL;

  if (!can_be_read (self))
    return FALSE;
  if (!souls_lesson_edits_save (self->edits, file, &error))
    {
      g_autofree char *name = g_file_get_parse_name (file);
      const char *words = g_error_matches (error, SOULS_WRITE_ERROR, SOULS_WRITE_ERROR_OTHER)
                            ? NULL
                            : souls_write_error_words ((SoulsWriteError) error->code);
      g_autofree char *message = words != NULL ? g_strdup_printf ("%s: %s", name, _(words)) : g_strdup (error->message);

      souls_lesson_editor_say (self, message);
      return FALSE;
    }
  souls_lesson_editor_say (self, _("Saved"));
  g_signal_emit_by_name (self, "saved", file);
  return TRUE;
}

static void
save_cb (GFile    *file,
         gpointer  data)
{
  g_autoptr (SoulsLessonEditor) self = data;

  saving_ended (self, file != NULL && souls_lesson_editor_save_to (self, file));
}

static void
file_chosen_cb (GFile    *file,
                gpointer  data)
{
  souls_save_with_ending (data, file, SOULS_LESSON_SUFFIX, save_cb, data);
}

/* Without the letters that a file's name cannot have. */
static char *
make_file_name (SoulsLessonEditor *self)
{
  const char *title = souls_lesson_edits_get_lesson (self->edits)->title;
  const char *name = title != NULL && *title != '\0' ? title : _("Lesson");
  g_autofree char *part = g_utf8_strlen (name, -1) > MAX_NAME ? g_utf8_substring (name, 0, MAX_NAME) : g_strdup (name);

  g_strdelimit (part, "/\\:*?\"<>|\n\r\t", '-');
  g_strstrip (part);
  while (*part == '.')
    *part = '-';
  return g_strconcat (part, SOULS_LESSON_SUFFIX, NULL);
}

static void
ask_where (SoulsLessonEditor *self)
{
  GFile *file = souls_lesson_edits_get_file (self->edits);
  g_autoptr (GFile) folder = file != NULL ? g_file_get_parent (file) : NULL;
  g_autofree char *name = make_file_name (self);

  souls_compat_save_lesson (GTK_WINDOW (self), folder, name, file_chosen_cb, g_object_ref (self));
}

typedef struct
{
  SoulsLessonEditor *editor;
  gboolean asks_where;
} Saving;

static void
go_on (SoulsLessonEditor *self,
       gboolean           asks_where)
{
  GFile *file = souls_lesson_edits_get_file (self->edits);

  if (asks_where || file == NULL)
    ask_where (self);
  else
    saving_ended (self, souls_lesson_editor_save_to (self, file));
}

static void
anyway_answered_cb (const char *id,
                    gpointer    data)
{
  Saving *saving = data;

  if (strcmp (id, "save") == 0)
    go_on (saving->editor, saving->asks_where);
  else
    saving_ended (saving->editor, FALSE);
  g_object_unref (saving->editor);
  g_free (saving);
}

/* Work that is half done may be kept, but nobody shall believe that it is whole. */
static void
ask_anyway (SoulsLessonEditor *self,
            int                index,
            const char        *problem,
            gboolean           asks_where)
{
  const SoulsReply answers[] = {
    { "cancel", _("_Cancel"), FALSE, FALSE },
    { "save", _("_Save Anyway"), FALSE, FALSE },
  };
  g_autofree char *body = g_strdup_printf (_("Step %1$d: %2$s"), index + 1, problem);
  Saving *saving = g_new (Saving, 1);

  *saving = (Saving) { g_object_ref (self), asks_where };
  souls_lesson_editor_select (self, index);
  souls_compat_ask (GTK_WINDOW (self), _("Something in the lesson is not right yet"), body, NULL, answers,
                    G_N_ELEMENTS (answers), anyway_answered_cb, saving);
}

static void
start_saving (SoulsLessonEditor *self,
              gboolean           asks_where)
{
  const SoulsLesson *lesson = souls_lesson_edits_get_lesson (self->edits);

  if (!can_be_read (self))
    {
      saving_ended (self, FALSE);
      return;
    }
  for (int i = 0; i < souls_lesson_get_n_steps (lesson); i++)
    {
      g_autofree char *problem = souls_lesson_check_step (self->check, lesson, i);

      if (problem == NULL)
        continue;
      ask_anyway (self, i, problem, asks_where);
      return;
    }
  go_on (self, asks_where);
}

void
souls_lesson_editor_save (SoulsLessonEditor *self)
{
  start_saving (self, FALSE);
}

void
souls_lesson_editor_save_as (SoulsLessonEditor *self)
{
  start_saving (self, TRUE);
}

static void
close_answered_cb (const char *id,
                   gpointer    data)
{
  g_autoptr (SoulsLessonEditor) self = data;

  if (strcmp (id, "save") == 0)
    {
      self->closes_when_saved = TRUE;
      souls_lesson_editor_save (self);
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

gboolean
souls_lesson_editor_is_modified (SoulsLessonEditor *self)
{
  return !self->is_given_up && souls_lesson_edits_is_modified (self->edits);
}

/* Whether it was asked, so that the window has to stay for now. */
gboolean
souls_lesson_editor_ask_to_save (SoulsLessonEditor *self)
{
  const SoulsReply answers[] = {
    { "cancel", _("_Cancel"), FALSE, FALSE },
    { "discard", _("_Discard"), FALSE, TRUE },
    { "save", _("_Save"), TRUE, FALSE },
  };

  if (!souls_lesson_editor_is_modified (self))
    return FALSE;
  souls_compat_ask (GTK_WINDOW (self), _("Save the lesson?"), _("What is not saved will be lost."), NULL, answers,
                    G_N_ELEMENTS (answers), close_answered_cb, g_object_ref (self));
  return TRUE;
}
