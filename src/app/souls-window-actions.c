/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "souls-config.h"

#include <glib/gi18n.h>

#include "souls-sources-dialog.h"
#include "souls-tie-out-dialog.h"
#include "souls-window-private.h"

static GSimpleAction *
get_action (SoulsWindow *self,
            const char  *name)
{
  return G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self), name));
}

static void
undo_activated_cb (GSimpleAction *action,
                   GVariant      *parameter,
                   gpointer       data)
{
  souls_session_undo (SOULS_WINDOW (data)->session);
}

static void
redo_activated_cb (GSimpleAction *action,
                   GVariant      *parameter,
                   gpointer       data)
{
  souls_session_redo (SOULS_WINDOW (data)->session);
}

static void
reset_all_activated_cb (GSimpleAction *action,
                        GVariant      *parameter,
                        gpointer       data)
{
  SoulsWindow *self = data;
  int n_moved = souls_session_get_n_moved (self->session);
  g_autofree char *text = g_strdup_printf (ngettext ("%d slider reset", "%d sliders reset", n_moved), n_moved);
  AdwToast *toast = adw_toast_new (text);

  adw_toast_set_button_label (toast, _("_Undo"));
  adw_toast_set_action_name (toast, "win.undo");
  souls_session_reset_all (self->session);
  g_set_weak_pointer (&self->reset_toast, toast);
  adw_toast_overlay_add_toast (self->toasts, toast);
}

static void
next_year_activated_cb (GSimpleAction *action,
                        GVariant      *parameter,
                        gpointer       data)
{
  SoulsSession *session = SOULS_WINDOW (data)->session;

  souls_session_set_year (session, souls_session_get_year (session) + 1);
}

static void
previous_year_activated_cb (GSimpleAction *action,
                            GVariant      *parameter,
                            gpointer       data)
{
  SoulsSession *session = SOULS_WINDOW (data)->session;

  souls_session_set_year (session, souls_session_get_year (session) - 1);
}

static void
base_year_changed_cb (GSimpleAction *action,
                      GVariant      *value,
                      gpointer       data)
{
  SoulsWindow *self = data;
  g_autoptr (GError) error = NULL;

  if (!souls_session_set_base_year (self->session, g_variant_get_int32 (value), &error))
    souls_window_show_message (self, GTK_MESSAGE_ERROR, error->message);
}

static void
rung_changed_cb (GSimpleAction *action,
                 GVariant      *value,
                 gpointer       data)
{
  SoulsRung rung;

  if (souls_rung_from_id (g_variant_get_string (value, NULL), &rung))
    souls_session_set_rung (SOULS_WINDOW (data)->session, rung);
}

static void
left_chart_changed_cb (GSimpleAction *action,
                       GVariant      *value,
                       gpointer       data)
{
  souls_chart_pane_set_chart (SOULS_WINDOW (data)->left_pane, g_variant_get_string (value, NULL));
}

static void
right_chart_changed_cb (GSimpleAction *action,
                        GVariant      *value,
                        gpointer       data)
{
  souls_chart_pane_set_chart (SOULS_WINDOW (data)->right_pane, g_variant_get_string (value, NULL));
}

/* Shows a dialog of which a window has at most one. */
static void
present_dialog (SoulsWindow  *self,
                GtkWindow   **dialog,
                GtkWidget  *(*make) (SoulsSession *session))
{
  if (*dialog == NULL)
    {
      g_set_weak_pointer (dialog, GTK_WINDOW (make (self->session)));
      gtk_window_set_transient_for (*dialog, GTK_WINDOW (self));
      gtk_window_set_destroy_with_parent (*dialog, TRUE);
    }
  gtk_window_present (*dialog);
}

static void
tie_out_activated_cb (GSimpleAction *action,
                      GVariant      *parameter,
                      gpointer       data)
{
  SoulsWindow *self = data;

  present_dialog (self, &self->tie_out, souls_tie_out_dialog_new);
}

static void
sources_activated_cb (GSimpleAction *action,
                      GVariant      *parameter,
                      gpointer       data)
{
  SoulsWindow *self = data;

  present_dialog (self, &self->sources, souls_sources_dialog_new);
}

/* The chart at hand: the one with the focus, or the first. */
static SoulsChartPane *
get_pane (SoulsWindow *self)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));

  if (focus != NULL && (focus == GTK_WIDGET (self->right_pane) ||
                        gtk_widget_is_ancestor (focus, GTK_WIDGET (self->right_pane))))
    return self->right_pane;
  return self->left_pane;
}

static void
export_activated_cb (GSimpleAction *action,
                     GVariant      *parameter,
                     gpointer       data)
{
  souls_chart_pane_export (get_pane (data));
}

static void
print_activated_cb (GSimpleAction *action,
                    GVariant      *parameter,
                    gpointer       data)
{
  souls_chart_pane_print (get_pane (data));
}

static void
hand_out_activated_cb (GSimpleAction *action,
                       GVariant      *parameter,
                       gpointer       data)
{
  souls_window_hand_out (data);
}

static void
fullscreen_changed_cb (GSimpleAction *action,
                       GVariant      *value,
                       gpointer       data)
{
  if (g_variant_get_boolean (value))
    gtk_window_fullscreen (data);
  else
    gtk_window_unfullscreen (data);
}

static void
close_activated_cb (GSimpleAction *action,
                    GVariant      *parameter,
                    gpointer       data)
{
  gtk_window_close (data);
}

/* One row each. */
static void
show_driver_activated_cb (GSimpleAction *action,
                          GVariant      *parameter,
                          gpointer       data)
{
  SoulsWindow *self = data;
  const int driver = g_variant_get_int32 (parameter);

  if (driver < 0 || driver >= SOULS_N_DRIVERS)
    return;
  adw_flap_set_reveal_flap (self->flap, TRUE);
  souls_sidebar_show_driver (self->sidebar, (SoulsDriver) driver);
}

static const GActionEntry entries[] = {
  { "undo", undo_activated_cb, NULL, NULL, NULL },
  { "redo", redo_activated_cb, NULL, NULL, NULL },
  { "reset-all", reset_all_activated_cb, NULL, NULL, NULL },
  { "next-year", next_year_activated_cb, NULL, NULL, NULL },
  { "previous-year", previous_year_activated_cb, NULL, NULL, NULL },
  { "base-year", NULL, "i", "0", base_year_changed_cb },
  { "rung", NULL, "s", "''", rung_changed_cb },
  { "left-chart", NULL, "s", "''", left_chart_changed_cb },
  { "right-chart", NULL, "s", "''", right_chart_changed_cb },
  { "tie-out", tie_out_activated_cb, NULL, NULL, NULL },
  { "sources", sources_activated_cb, NULL, NULL, NULL },
  { "export", export_activated_cb, NULL, NULL, NULL },
  { "print", print_activated_cb, NULL, NULL, NULL },
  { "hand-out", hand_out_activated_cb, NULL, NULL, NULL },
  { "show-driver", show_driver_activated_cb, "i", NULL, NULL },
  { "fullscreen", NULL, NULL, "false", fullscreen_changed_cb },
  { "close", close_activated_cb, NULL, NULL, NULL },
};

/* Whether it works on a session: there is none where the data could not be loaded. */
static gboolean
needs_session (const char *name)
{
  return !g_str_equal (name, "fullscreen") && !g_str_equal (name, "close");
}

static void
set_state (SoulsWindow *self,
           const char  *name,
           GVariant    *state)
{
  g_simple_action_set_state (get_action (self, name), state);
}

static void
update_states (SoulsWindow *self)
{
  const SoulsSettings *settings = souls_session_get_settings (self->session);

  set_state (self, "base-year", g_variant_new_int32 (souls_session_get_base_year (self->session)));
  set_state (self, "rung", g_variant_new_string (souls_rung_id (settings->rung)));
  set_state (self, "left-chart", g_variant_new_string (souls_chart_pane_get_chart (self->left_pane)));
  set_state (self, "right-chart", g_variant_new_string (souls_chart_pane_get_chart (self->right_pane)));
}

/**
 * souls_window_update_actions:
 * @self: the window
 *
 * Brings every action's state, and whether it can be used at all, up to date with the session.
 */
void
souls_window_update_actions (SoulsWindow *self)
{
  gboolean can_undo = FALSE, can_redo = FALSE;
  int year;

  set_state (self, "fullscreen", g_variant_new_boolean (gtk_window_is_fullscreen (GTK_WINDOW (self))));
  for (guint i = 0; i < G_N_ELEMENTS (entries); i++)
    g_simple_action_set_enabled (get_action (self, entries[i].name),
                                 self->session != NULL || !needs_session (entries[i].name));
  souls_window_update_compare (self);
  souls_window_update_story (self);
  souls_window_update_ask (self);
  souls_window_update_stage (self);
  souls_window_update_lesson (self);
  souls_window_update_votes (self);
  souls_window_update_lesson_editor (self);
  souls_window_update_open_actions (self);
  souls_window_update_file_actions (self);
  if (self->session == NULL)
    return;

  g_object_get (self->session, "can-undo", &can_undo, "can-redo", &can_redo, NULL);
  year = souls_session_get_year (self->session);

  g_simple_action_set_enabled (get_action (self, "undo"), can_undo);
  g_simple_action_set_enabled (get_action (self, "redo"), can_redo);
  g_simple_action_set_enabled (get_action (self, "reset-all"), souls_session_get_n_moved (self->session) > 0);
  g_simple_action_set_enabled (get_action (self, "next-year"), year < souls_session_get_last_year (self->session));
  g_simple_action_set_enabled (get_action (self, "previous-year"),
                               year > souls_session_get_first_year (self->session));
  update_states (self);
}

/**
 * souls_window_class_add_actions:
 * @widget_class: the window's class
 *
 * Adds the keys that a text entry has uses of its own for. The application's accelerators come before the focused
 * widget; these come after it.
 */
void
souls_window_class_add_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK, "win.undo", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "win.redo", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_y, GDK_CONTROL_MASK, "win.redo", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_BackSpace, GDK_CONTROL_MASK, "win.reset-all", NULL);
}

static void
add_property_action (SoulsWindow *self,
                     const char  *name,
                     gpointer     object,
                     const char  *property)
{
  g_autoptr (GPropertyAction) action = g_property_action_new (name, object, property);

  g_action_map_add_action (G_ACTION_MAP (self), G_ACTION (action));
}

/**
 * souls_window_add_actions:
 * @self: the window, its template made
 *
 * Adds all actions of the window.
 */
void
souls_window_add_actions (SoulsWindow *self)
{
  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  souls_window_add_file_actions (self);
  souls_window_add_open_actions (self);
  souls_window_add_compare_actions (self);
  souls_window_add_ask (self);
  souls_window_add_stage (self);
  souls_window_add_lesson (self);
  souls_window_add_votes (self);
  souls_window_add_lesson_editor (self);
  add_property_action (self, "toggle-sidebar", self->flap, "reveal-flap");
  add_property_action (self, "play", self->scrubber, "playing");
  g_signal_connect (self, "notify::fullscreened", G_CALLBACK (souls_window_update_actions), NULL);
  g_signal_connect_object (self->left_pane, "notify::chart", G_CALLBACK (souls_window_update_actions), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->right_pane, "notify::chart", G_CALLBACK (souls_window_update_actions), self,
                           G_CONNECT_SWAPPED);
}
