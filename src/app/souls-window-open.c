/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "souls-config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "souls-compat.h"
#include "souls-window-private.h"

/* Recent files: whose they are in the desktop's list, and how many the menu has room for. */
#define RECENT_NAME "Two Souls"
#define RECENT_COMMAND "two-souls %u"
#define MIME_TYPE "application/vnd.two-souls.scenario+json"
#define MAX_RECENT 8

/**
 * souls_window_find_open:
 * @self: any window
 * @file: a file
 *
 * Returns: (nullable) (transfer none): the window that @file is open in
 */
SoulsWindow *
souls_window_find_open (SoulsWindow *self,
                        GFile       *file)
{
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self));

  for (GList *link = gtk_application_get_windows (application); link != NULL; link = link->next)
    {
      SoulsWindow *other = SOULS_IS_WINDOW (link->data) ? link->data : NULL;
      GFile *its_file = other != NULL && other->document != NULL ? souls_document_get_file (other->document) : NULL;

      if (its_file != NULL && g_file_equal (its_file, file))
        return other;
    }

  return NULL;
}

/* In a window of its own; where that fails, @self says why. */
static gboolean
open_beside (SoulsWindow *self,
             GFile       *file)
{
  SoulsWindow *other = souls_window_new (SOULS_APPLICATION (gtk_window_get_application (GTK_WINDOW (self))));

  if (souls_window_open (other, file))
    {
      gtk_window_present (GTK_WINDOW (other));
      return TRUE;
    }
  if (souls_window_get_message (other) != NULL)
    souls_window_show_message (self, GTK_MESSAGE_ERROR, souls_window_get_message (other));
  gtk_window_destroy (GTK_WINDOW (other));

  return FALSE;
}

/**
 * souls_window_open_files:
 * @self: the window at hand
 * @files: (array length=n_files): scenario files
 * @n_files: how many
 *
 * Opens files where they lose nothing: the first in this window if that has nothing to save, each other in a window of
 * its own. A file that is open already is shown where it is.
 */
void
souls_window_open_files (SoulsWindow  *self,
                         GFile       **files,
                         int           n_files)
{
  for (int i = 0; i < n_files; i++)
    {
      SoulsWindow *other = souls_window_find_open (self, files[i]);
      g_autofree char *name = g_file_get_basename (files[i]);

      if (name != NULL && g_str_has_suffix (name, SOULS_LESSON_SUFFIX))
        souls_window_open_lesson (self, files[i]);
      else if (other != NULL)
        gtk_window_present (GTK_WINDOW (other));
      else if (i == 0 && !souls_window_is_modified (self))
        souls_window_open (self, files[i]);
      else
        open_beside (self, files[i]);
    }
}

static void
file_chosen_cb (GFile    *file,
                gpointer  data)
{
  souls_window_open_files (data, &file, 1);
}

static void
open_activated_cb (GSimpleAction *action,
                   GVariant      *parameter,
                   gpointer       data)
{
  souls_compat_open_scenario (GTK_WINDOW (data), file_chosen_cb, data);
}

static void
open_recent_activated_cb (GSimpleAction *action,
                          GVariant      *parameter,
                          gpointer       data)
{
  g_autoptr (GFile) file = g_file_new_for_uri (g_variant_get_string (parameter, NULL));

  souls_window_open_files (data, &file, 1);
}

static gboolean
dropped_cb (GtkDropTarget *target,
            const GValue  *value,
            double         x,
            double         y,
            SoulsWindow   *self)
{
  g_autoptr (GSList) list = gdk_file_list_get_files (g_value_get_boxed (value));
  g_autoptr (GPtrArray) files = g_ptr_array_new ();

  for (GSList *link = list; link != NULL; link = link->next)
    g_ptr_array_add (files, link->data);
  souls_window_open_files (self, (GFile **) files->pdata, (int) files->len);

  return files->len > 0;
}

/**
 * souls_window_add_recent:
 * @file: (nullable): a scenario file that was opened or saved
 *
 * Puts it at the head of the desktop's recent files.
 */
void
souls_window_add_recent (GFile *file)
{
  GtkRecentData data = { .mime_type = (char *) MIME_TYPE,
                         .app_name = (char *) RECENT_NAME,
                         .app_exec = (char *) RECENT_COMMAND };
  g_autofree char *uri = file != NULL ? g_file_get_uri (file) : NULL;

  if (uri != NULL)
    gtk_recent_manager_add_full (gtk_recent_manager_get_default (), uri, &data);
}

static int
compare_times (gconstpointer a,
               gconstpointer b)
{
  return g_date_time_compare (gtk_recent_info_get_modified ((GtkRecentInfo *) b),
                              gtk_recent_info_get_modified ((GtkRecentInfo *) a));
}

static void
append_recent (GMenu         *menu,
               GtkRecentInfo *info)
{
  const char *ending = ".souls";
  const char *name = gtk_recent_info_get_display_name (info);
  g_autofree char *shown = g_str_has_suffix (name, ending) ? g_strndup (name, strlen (name) - strlen (ending))
                                                           : g_strdup (name);
  /* An underline would mark a key. */
  g_auto (GStrv) parts = g_strsplit (shown, "_", -1);
  g_autofree char *label = g_strjoinv ("__", parts);
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, "win.open-recent", "s", gtk_recent_info_get_uri (info));
  g_menu_append_item (menu, item);
}

/* Those that are still there; without any, there is no submenu. */
static void
update_recent_cb (SoulsWindow *self)
{
  g_autolist (GtkRecentInfo) items = gtk_recent_manager_get_items (gtk_recent_manager_get_default ());
  g_autoptr (GMenu) menu = g_menu_new ();

  items = g_list_sort (items, compare_times);
  for (GList *link = items; link != NULL; link = link->next)
    if (g_menu_model_get_n_items (G_MENU_MODEL (menu)) < MAX_RECENT &&
        gtk_recent_info_has_application (link->data, RECENT_NAME) && gtk_recent_info_exists (link->data))
      append_recent (menu, link->data);

  g_menu_remove_all (self->recent_section);
  if (g_menu_model_get_n_items (G_MENU_MODEL (menu)) > 0)
    g_menu_append_submenu (self->recent_section, _("Open _Recent"), G_MENU_MODEL (menu));
}

static const GActionEntry entries[] = {
  { "open", open_activated_cb, NULL, NULL, NULL },
  { "open-recent", open_recent_activated_cb, "s", NULL, NULL },
};

void
souls_window_update_open_actions (SoulsWindow *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (entries); i++)
    g_simple_action_set_enabled (G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self), entries[i].name)),
                                 self->document != NULL);
}

/**
 * souls_window_add_open_actions:
 * @self: the window, its template made
 *
 * Adds the ways in which files come into the window: asked for, recent, dropped.
 */
void
souls_window_add_open_actions (SoulsWindow *self)
{
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  g_signal_connect (target, "drop", G_CALLBACK (dropped_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
  g_signal_connect_object (gtk_recent_manager_get_default (), "changed", G_CALLBACK (update_recent_cb), self,
                           G_CONNECT_SWAPPED);
  /* Files come and go without the list being told; whoever opens the menu has come to the window before. */
  g_signal_connect (self, "notify::is-active", G_CALLBACK (update_recent_cb), NULL);
  update_recent_cb (self);
}
