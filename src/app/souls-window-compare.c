/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "souls-config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "souls-app-words.h"
#include "souls-compat.h"
#include "souls-difference-dialog.h"
#include "souls-difference-text.h"
#include "souls-window-private.h"
#include "souls-write.h"

static gboolean
unparent_cb (gpointer popover)
{
  if (gtk_widget_get_parent (popover) != NULL)
    gtk_widget_unparent (popover);
  return G_SOURCE_REMOVE;
}

static void
popover_closed_cb (GtkWidget *popover)
{
  g_idle_add_full (G_PRIORITY_DEFAULT, unparent_cb, g_object_ref (popover), g_object_unref);
}

static void
place_destroyed_cb (GtkWidget *popover)
{
  unparent_cb (popover);
}

/* The same where the button has no room: under the place that it would have. */
static void
show_without_button (SoulsWindow *self)
{
  GtkWidget *popover = g_object_new (SOULS_TYPE_COMPARE_POPOVER, NULL);

  souls_compare_popover_set_session (SOULS_COMPARE_POPOVER (popover), self->session);
  gtk_widget_set_parent (popover, self->compare_squeezer);
  g_signal_connect (popover, "closed", G_CALLBACK (popover_closed_cb), NULL);
  g_signal_connect_object (self->compare_squeezer, "destroy", G_CALLBACK (place_destroyed_cb), popover,
                           G_CONNECT_SWAPPED);
  gtk_popover_popup (GTK_POPOVER (popover));
}

static void
compare_activated_cb (GSimpleAction *action,
                      GVariant      *parameter,
                      gpointer       data)
{
  SoulsWindow *self = data;

  if (gtk_widget_get_child_visible (GTK_WIDGET (self->compare_button)))
    gtk_menu_button_popup (self->compare_button);
  else
    show_without_button (self);
}

static void
add_activated_cb (GSimpleAction *action,
                  GVariant      *parameter,
                  gpointer       data)
{
  SoulsWindow *self = data;
  AdwToast *toast;

  if (!souls_compare_popover_add_shown (self->compare_popover))
    return;
  toast = adw_toast_new (_("Added to the comparison"));
  adw_toast_set_timeout (toast, 3);
  adw_toast_overlay_add_toast (self->toasts, toast);
}

static void
clear_activated_cb (GSimpleAction *action,
                    GVariant      *parameter,
                    gpointer       data)
{
  souls_comparison_clear (souls_session_get_comparison (SOULS_WINDOW (data)->session));
}

static void
differences_activated_cb (GSimpleAction *action,
                          GVariant      *parameter,
                          gpointer       data)
{
  SoulsWindow *self = data;

  if (self->differences == NULL)
    {
      g_set_weak_pointer (&self->differences, GTK_WINDOW (souls_difference_dialog_new (self->session)));
      gtk_window_set_transient_for (self->differences, GTK_WINDOW (self));
      gtk_window_set_destroy_with_parent (self->differences, TRUE);
    }
  gtk_window_present (self->differences);
}

/* (transfer full) */
static char *
make_csv (SoulsSession *session)
{
  g_auto (SoulsSides) sides = { 0 };
  g_autoptr (GArray) rows = NULL;

  souls_sides_collect (&sides, session);
  rows = souls_differences (souls_session_get_data (session), sides.side, sides.n, souls_session_get_year (session));
  return souls_differences_to_csv (rows, &sides, souls_app_words ());
}

/* What is in the file and not what was sent. */
static gboolean
check_written (GFile      *file,
               const char *text,
               GError    **error)
{
  g_autofree char *found = NULL;
  g_autofree char *name = g_file_get_parse_name (file);
  gsize length;

  if (!g_file_load_contents (file, NULL, &found, &length, NULL, error))
    return FALSE;
  if (length == strlen (text) && memcmp (found, text, length) == 0)
    return TRUE;
  g_set_error (error, SOULS_WRITE_ERROR, SOULS_WRITE_ERROR_OTHER, _("%s is not whole"), name);
  return FALSE;
}

/**
 * souls_window_write_differences:
 * @self: the window
 * @file: where to
 *
 * Writes the table of differences and says whether it is there: in a toast, or in the message bar.
 *
 * Returns: whether it is
 */
gboolean
souls_window_write_differences (SoulsWindow *self,
                                GFile       *file)
{
  g_autofree char *path = g_file_get_path (file);
  g_autofree char *name = g_file_get_parse_name (file);
  g_autofree char *base = g_file_get_basename (file);
  g_autofree char *shown = g_filename_display_name (base);
  g_autofree char *text = make_csv (self->session);
  g_autofree char *said = NULL;
  g_autoptr (GError) error = NULL;

  if (path == NULL)
    g_set_error (&error, SOULS_WRITE_ERROR, SOULS_WRITE_ERROR_OTHER, _("%s: expected a file on this computer"), name);
  else if (souls_write_file (path, text, strlen (text), &error) && check_written (file, text, &error))
    {
      /* Translators: %s is the name of a file */
      said = g_strdup_printf (_("“%s” saved"), shown);
      adw_toast_overlay_add_toast (self->toasts, adw_toast_new (said));
      return TRUE;
    }
  said = error->domain == SOULS_WRITE_ERROR && souls_write_error_words ((SoulsWriteError) error->code) != NULL
           ? g_strdup_printf ("%s: %s", name, _(souls_write_error_words ((SoulsWriteError) error->code)))
           : g_strdup (error->message);
  souls_window_show_message (self, GTK_MESSAGE_ERROR, said);
  return FALSE;
}

static void
file_chosen_cb (GFile    *file,
                gpointer  data)
{
  souls_window_write_differences (data, file);
}

static void
export_activated_cb (GSimpleAction *action,
                     GVariant      *parameter,
                     gpointer       data)
{
  SoulsWindow *self = data;
  /* Translators: the name of a file to begin with; %d is a fiscal year */
  g_autofree char *name = g_strdup_printf (_("differences %d.csv"), souls_session_get_year (self->session));

  souls_compat_save_table (GTK_WINDOW (self), name, file_chosen_cb, self);
}

static const GActionEntry entries[] = {
  { "compare", compare_activated_cb, NULL, NULL, NULL },
  { "add-to-comparison", add_activated_cb, NULL, NULL, NULL },
  { "clear-comparison", clear_activated_cb, NULL, NULL, NULL },
  { "differences", differences_activated_cb, NULL, NULL, NULL },
  { "export-differences", export_activated_cb, NULL, NULL, NULL },
};

static void
set_enabled (SoulsWindow *self,
             const char  *name,
             gboolean     enabled)
{
  g_simple_action_set_enabled (G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self), name)), enabled);
}

void
souls_window_add_compare_actions (SoulsWindow *self)
{
  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
}

/* The actions and the button: how many are compared stands beside its icon. */
void
souls_window_update_compare (SoulsWindow *self)
{
  SoulsComparison *comparison = self->session != NULL ? souls_session_get_comparison (self->session) : NULL;
  const guint n = comparison != NULL ? souls_comparison_get_n (comparison) : 0;
  g_autofree char *count = g_strdup_printf ("%u", n);

  set_enabled (self, "compare", comparison != NULL);
  set_enabled (self, "add-to-comparison", comparison != NULL && !souls_comparison_is_full (comparison));
  set_enabled (self, "clear-comparison", n > 0);
  set_enabled (self, "differences", n > 0);
  set_enabled (self, "export-differences", n > 0);
  gtk_widget_set_sensitive (GTK_WIDGET (self->compare_button), comparison != NULL);
  gtk_label_set_text (self->compare_count, count);
  gtk_widget_set_visible (GTK_WIDGET (self->compare_count), n > 0);
}
