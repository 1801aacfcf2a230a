/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "souls-config.h"

#include "souls-preset-save.h"

#include <adwaita.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>

#include "souls-preset-dialog.h"

/* Bytes of a file's name, far from what any file system allows. */
#define MAX_NAME 80

/* One question to the user. */
typedef struct
{
  SoulsPresets *presets;
  SoulsScenario *scenario;
  GtkEditable *entry;
  GtkLabel *problem;
  SoulsPresetSaved saved;
  gpointer user_data;
} Question;

static void
question_free (Question *question)
{
  souls_presets_free (question->presets);
  souls_scenario_free (question->scenario);
  g_free (question);
}

/* Without what a reader does not tell apart. (transfer full) */
static char *
fold (const char *name)
{
  g_autofree char *normal = g_utf8_normalize (name, -1, G_NORMALIZE_ALL_COMPOSE);
  g_autofree char *folded = g_utf8_casefold (normal != NULL ? normal : name, -1);

  return g_strdup (g_strstrip (folded));
}

static gboolean
is_taken (const SoulsPresets *presets,
          const char         *name)
{
  g_autofree char *wanted = fold (name);

  for (int i = 0; i < souls_presets_get_n (presets); i++)
    {
      g_autoptr (SoulsScenario) scenario = souls_preset_to_scenario (souls_presets_get (presets, i));
      const char *title = scenario->text[SOULS_SCENARIO_TITLE];
      g_autofree char *other = fold (title != NULL ? title : "");

      if (g_str_equal (wanted, other))
        return TRUE;
    }
  return FALSE;
}

/**
 * souls_preset_save_check:
 * @presets: that there are
 * @name: for another one
 *
 * Returns: (transfer full) (nullable): why that name cannot be; an empty text where there is none yet
 */
char *
souls_preset_save_check (const SoulsPresets *presets,
                         const char         *name)
{
  g_autofree char *folded = fold (name);

  if (*folded == '\0')
    return g_strdup ("");
  if (is_taken (presets, name))
    return g_strdup (_("There is a preset of that name."));
  return NULL;
}

/* Letters and digits of any script, hyphens between. (transfer full) */
static char *
make_file_name (const char *name)
{
  g_autofree char *folded = fold (name);
  g_autoptr (GString) file = g_string_new (NULL);

  for (const char *c = folded; *c != '\0' && file->len < MAX_NAME; c = g_utf8_next_char (c))
    {
      const gunichar letter = g_utf8_get_char (c);

      if (g_unichar_isalnum (letter) || g_unichar_ismark (letter))
        g_string_append_unichar (file, letter);
      else if (file->len > 0 && file->str[file->len - 1] != '-')
        g_string_append_c (file, '-');
    }
  while (file->len > 0 && file->str[file->len - 1] == '-')
    g_string_truncate (file, file->len - 1);
  return g_strdup (file->len > 0 ? file->str : "preset");
}

/* A file that is not there yet, and that the command line can call by a name of its own. (transfer full) */
static char *
find_path (const SoulsPresets *presets,
           const char         *folder,
           const char         *name)
{
  g_autofree char *base = make_file_name (name);

  for (int i = 1;; i++)
    {
      g_autofree char *id = i == 1 ? g_strdup (base) : g_strdup_printf ("%s-%d", base, i);
      g_autofree char *file = g_strconcat (id, ".souls", NULL);
      g_autofree char *path = g_build_filename (folder, file, NULL);

      if (souls_presets_find (presets, id) == NULL && !g_file_test (path, G_FILE_TEST_EXISTS))
        return g_steal_pointer (&path);
    }
}

/**
 * souls_preset_save:
 * @presets: that there are
 * @scenario: what to keep
 * @name: not taken
 * @error: why it could not be written
 *
 * Returns: whether it is among the user's presets now
 */
gboolean
souls_preset_save (const SoulsPresets  *presets,
                   const SoulsScenario *scenario,
                   const char          *name,
                   GError             **error)
{
  g_autofree char *folder = souls_presets_folder ();
  g_autoptr (SoulsScenario) copy = souls_scenario_copy (scenario);
  g_autofree char *title = g_strdup (name);
  g_autofree char *path = NULL;

  if (g_mkdir_with_parents (folder, 0700) != 0)
    {
      const int code = errno;

      g_set_error (error, G_FILE_ERROR, (int) g_file_error_from_errno (code), "%s: %s", folder, g_strerror (code));
      return FALSE;
    }
  path = find_path (presets, folder, name);
  souls_scenario_set_text (copy, SOULS_SCENARIO_TITLE, g_strstrip (title));
  return souls_scenario_write (copy, path, error);
}

static void
name_changed_cb (AdwMessageDialog *dialog)
{
  Question *question = g_object_get_data (G_OBJECT (dialog), "question");
  g_autofree char *problem = souls_preset_save_check (question->presets, gtk_editable_get_text (question->entry));

  adw_message_dialog_set_response_enabled (dialog, "save", problem == NULL);
  gtk_label_set_text (question->problem, problem != NULL ? problem : "");
}

static void
responded_cb (AdwMessageDialog *dialog,
              const char       *response)
{
  Question *question = g_object_get_data (G_OBJECT (dialog), "question");
  const char *name = gtk_editable_get_text (question->entry);
  g_autoptr (GError) error = NULL;

  if (!g_str_equal (response, "save"))
    return;
  if (souls_preset_save (question->presets, question->scenario, name, &error))
    question->saved (name, NULL, question->user_data);
  else
    question->saved (NULL, error->message, question->user_data);
}

static GtkWidget *
make_entry (Question *question)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *entry = gtk_entry_new ();
  GtkWidget *problem = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "wrap", TRUE, NULL);

  question->entry = GTK_EDITABLE (entry);
  question->problem = GTK_LABEL (problem);
  gtk_entry_set_activates_default (GTK_ENTRY (entry), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Name"), -1);
  gtk_widget_add_css_class (problem, "error");
  gtk_box_append (GTK_BOX (box), entry);
  gtk_box_append (GTK_BOX (box), problem);
  return box;
}

/**
 * souls_preset_save_ask:
 * @parent: the window it belongs to
 * @data: what presets are checked against
 * @scenario: what to keep
 * @saved: told how it went
 * @user_data: for @saved
 *
 * Returns: (transfer none) (nullable): the dialog; %NULL where the presets cannot be read, which @saved is told
 */
GtkWidget *
souls_preset_save_ask (GtkWindow           *parent,
                       SoulsDataSet        *data,
                       const SoulsScenario *scenario,
                       SoulsPresetSaved     saved,
                       gpointer             user_data)
{
  g_autoptr (GError) error = NULL;
  SoulsPresets *presets = souls_presets_load (data, &error);
  const char *title = scenario->text[SOULS_SCENARIO_TITLE];
  Question *question;
  GtkWidget *dialog;

  if (presets == NULL)
    {
      saved (NULL, error->message, user_data);
      return NULL;
    }
  question = g_new (Question, 1);
  *question = (Question) { presets, souls_scenario_copy (scenario), NULL, NULL, saved, user_data };
  dialog = adw_message_dialog_new (parent, _("Save as Preset"), _("It will be listed with the presets, under a name."));
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _("_Cancel"), "save", _("_Save"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "save", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "save");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_object_set_data_full (G_OBJECT (dialog), "question", question, (GDestroyNotify) question_free);
  adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (dialog), make_entry (question));
  g_signal_connect_swapped (question->entry, "changed", G_CALLBACK (name_changed_cb), dialog);
  g_signal_connect (dialog, "response", G_CALLBACK (responded_cb), NULL);
  gtk_editable_set_text (question->entry, title != NULL ? title : "");
  name_changed_cb (ADW_MESSAGE_DIALOG (dialog));
  gtk_window_set_destroy_with_parent (GTK_WINDOW (dialog), TRUE);
  gtk_window_present (GTK_WINDOW (dialog));

  return dialog;
}
