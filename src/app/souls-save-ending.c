/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "souls-config.h"

#include "souls-save-ending.h"

#include <glib/gi18n.h>

typedef struct
{
  GFile *file;
  SoulsFileChosen save;
  gpointer data;
} Overwriting;

static void
overwrite_answered_cb (const char *id,
                       gpointer    data)
{
  Overwriting *overwriting = data;

  overwriting->save (g_str_equal (id, "replace") ? overwriting->file : NULL, overwriting->data);
  g_object_unref (overwriting->file);
  g_free (overwriting);
}

/* The file dialog has asked about the name as it was typed, and not about the one with an ending. */
static void
ask_to_overwrite (GtkWindow       *parent,
                  GFile           *file,
                  SoulsFileChosen  save,
                  gpointer         data)
{
  const SoulsReply answers[] = {
    { "cancel", _("_Cancel"), FALSE, FALSE },
    { "replace", _("_Replace"), FALSE, TRUE },
  };
  g_autofree char *base = g_file_get_basename (file);
  g_autofree char *name = g_filename_display_name (base);
  g_autofree char *heading = g_strdup_printf (_("Replace “%s”?"), name);
  Overwriting *overwriting = g_new (Overwriting, 1);

  *overwriting = (Overwriting) { g_object_ref (file), save, data };
  souls_compat_ask (parent, heading, _("There is a file of that name already."), NULL, answers, G_N_ELEMENTS (answers),
                    overwrite_answered_cb, overwriting);
}

/**
 * souls_save_with_ending:
 * @parent: what a question is asked over
 * @file: (nullable): what was chosen, or %NULL: nothing was
 * @ending: what its name is to end in
 * @save: called once: with the file to write, or with %NULL where nothing is to be written
 * @data: for @save
 *
 * Gives a chosen name its ending, and asks before that hits a file that is there.
 */
void
souls_save_with_ending (GtkWindow       *parent,
                        GFile           *file,
                        const char      *ending,
                        SoulsFileChosen  save,
                        gpointer         data)
{
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;
  g_autofree char *whole = NULL;
  g_autoptr (GFile) with_ending = NULL;

  if (path == NULL || g_str_has_suffix (path, ending))
    {
      save (file, data);
      return;
    }
  whole = g_strconcat (path, ending, NULL);
  with_ending = g_file_new_for_path (whole);
  if (g_file_query_exists (with_ending, NULL))
    ask_to_overwrite (parent, with_ending, save, data);
  else
    save (with_ending, data);
}
