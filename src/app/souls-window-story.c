/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "souls-config.h"

#include <glib/gi18n.h>

#include "souls-history-popover.h"
#include "souls-preset-dialog.h"
#include "souls-preset-save.h"
#include "souls-share-dialog.h"
#include "souls-share.h"
#include "souls-window-private.h"

/* A toast about what was just opened; it offers to take that back. */
static void
say_opened (SoulsWindow *self,
            const char  *text)
{
  AdwToast *toast = adw_toast_new (text);

  adw_toast_set_button_label (toast, _("_Undo"));
  adw_toast_set_action_name (toast, "win.undo");
  adw_toast_overlay_add_toast (self->toasts, toast);
}

static void
say (SoulsWindow *self,
     const char  *text)
{
  AdwToast *toast = adw_toast_new (text);

  adw_toast_set_timeout (toast, 3);
  adw_toast_overlay_add_toast (self->toasts, toast);
}

/* A file with changes of its own keeps its window: saving there must not put another scenario into it. */
static void
begin_beside (SoulsWindow         *self,
              const SoulsScenario *scenario)
{
  SoulsWindow *window = souls_window_new (SOULS_APPLICATION (gtk_window_get_application (GTK_WINDOW (self))));

  gtk_window_present (GTK_WINDOW (window));
  souls_window_begin_from (window, scenario);
}

/**
 * souls_window_begin_from:
 * @scenario: what to open
 *
 * Opens a scenario that is no file, as a step that can be undone, with its charts. What was saved, or never touched, is
 * left for it: the next saving does not write over that file, and there is nothing to save before something is moved.
 *
 * Returns: whether it was opened in this window; else it has one of its own, or the window says why it cannot
 */
gboolean
souls_window_begin_from (SoulsWindow         *self,
                         const SoulsScenario *scenario)
{
  const gboolean was_modified = souls_document_is_modified (self->document);
  g_autoptr (GError) error = NULL;

  if (was_modified && souls_document_get_file (self->document) != NULL)
    {
      begin_beside (self, scenario);
      return FALSE;
    }
  if (!souls_session_load (self->session, scenario, &error))
    {
      souls_window_show_message (self, GTK_MESSAGE_ERROR, error->message);
      return FALSE;
    }
  if (!was_modified)
    souls_document_detach (self->document);
  souls_window_show_charts (self, scenario->charts);
  gtk_info_bar_set_revealed (self->message_bar, FALSE);

  return TRUE;
}

static void
preset_chosen_cb (SoulsWindow         *self,
                  const SoulsScenario *scenario)
{
  souls_window_begin_from (self, scenario);
}

static void
code_chosen_cb (SoulsWindow         *self,
                const SoulsScenario *scenario)
{
  g_autofree char *what = souls_share_describe (scenario);
  /* Translators: %s is "fiscal 2025, 3 sliders moved" */
  g_autofree char *text = g_strdup_printf (_("Opened from a code: %s"), what);

  if (souls_window_begin_from (self, scenario))
    say_opened (self, text);
}

static void
present_over (SoulsWindow *self,
              GtkWindow   *dialog)
{
  gtk_window_set_transient_for (dialog, GTK_WINDOW (self));
  gtk_window_set_destroy_with_parent (dialog, TRUE);
  gtk_window_present (dialog);
}

static void
presets_activated_cb (GSimpleAction *action,
                      GVariant      *parameter,
                      gpointer       data)
{
  SoulsWindow *self = data;

  if (self->presets == NULL)
    {
      g_set_weak_pointer (&self->presets,
                          GTK_WINDOW (souls_preset_dialog_new (souls_session_get_data (self->session))));
      g_signal_connect_object (self->presets, "chosen", G_CALLBACK (preset_chosen_cb), self, G_CONNECT_SWAPPED);
    }
  present_over (self, self->presets);
}

static void
preset_saved_cb (const char *name,
                 const char *problem,
                 gpointer    data)
{
  g_autofree char *text = NULL;

  if (name == NULL)
    {
      souls_window_show_message (data, GTK_MESSAGE_ERROR, problem);
      return;
    }
  text = g_strdup_printf (_("“%s” is among the presets now"), name);
  say (data, text);
}

static void
save_preset_activated_cb (GSimpleAction *action,
                          GVariant      *parameter,
                          gpointer       data)
{
  SoulsWindow *self = data;
  const char *charts[] = { souls_chart_pane_get_chart (self->left_pane), souls_chart_pane_get_chart (self->right_pane),
                           NULL };
  g_autoptr (SoulsScenario) scenario = souls_scenario_copy (souls_session_get_scenario (self->session));

  souls_scenario_set_charts (scenario, charts);
  souls_scenario_set_text (scenario, SOULS_SCENARIO_MODEL, SOULS_VERSION);
  souls_preset_save_ask (GTK_WINDOW (self), souls_session_get_data (self->session), scenario, preset_saved_cb, self);
}

static void
share_activated_cb (GSimpleAction *action,
                    GVariant      *parameter,
                    gpointer       data)
{
  SoulsWindow *self = data;

  if (self->share == NULL)
    {
      g_set_weak_pointer (&self->share, GTK_WINDOW (souls_share_dialog_new (self->session)));
      g_signal_connect_object (self->share, "chosen", G_CALLBACK (code_chosen_cb), self, G_CONNECT_SWAPPED);
    }
  present_over (self, self->share);
}

static void
open_code (SoulsWindow *self,
           const char  *text)
{
  g_autofree char *problem = NULL;
  g_autoptr (SoulsScenario) scenario = NULL;

  if (text == NULL || !souls_share_is_code (text))
    {
      say (self, _("There is no share code on the clipboard"));
      return;
    }
  scenario = souls_share_read (text, souls_session_get_data (self->session), &problem);
  if (scenario != NULL)
    code_chosen_cb (self, scenario);
  else
    say (self, problem);
}

static void
clipboard_read_cb (GObject      *clipboard,
                   GAsyncResult *result,
                   gpointer      data)
{
  g_autoptr (SoulsWindow) self = data;
  g_autofree char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (clipboard), result, NULL);

  /* The window may have been closed meanwhile. */
  if (self->session != NULL && gtk_widget_get_mapped (GTK_WIDGET (self)))
    open_code (self, text);
}

static void
paste_activated_cb (GSimpleAction *action,
                    GVariant      *parameter,
                    gpointer       data)
{
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (GTK_WIDGET (data)), NULL, clipboard_read_cb,
                                 g_object_ref (data));
}

static void
history_activated_cb (GSimpleAction *action,
                      GVariant      *parameter,
                      gpointer       data)
{
  gtk_popover_popup (GTK_POPOVER (SOULS_WINDOW (data)->history));
}

/* The popover took the release of the press that opened it, which the button still waits for. */
static void
history_closed_cb (SoulsWindow *self)
{
  gtk_widget_unset_state_flags (gtk_widget_get_first_child (self->history_anchor),
                                GTK_STATE_FLAG_ACTIVE | GTK_STATE_FLAG_PRELIGHT);
}

static void
replay_asked_cb (SoulsWindow *self,
                 int          first,
                 int          last)
{
  gtk_popover_popdown (GTK_POPOVER (self->history));
  souls_replay_play (self->replay, first, last);
}

static void
replay_last_activated_cb (GSimpleAction *action,
                          GVariant      *parameter,
                          gpointer       data)
{
  SoulsWindow *self = data;
  const int step = souls_session_get_step (self->session);

  souls_replay_play (self->replay, step, step);
}

static void
stop_replay_activated_cb (GSimpleAction *action,
                          GVariant      *parameter,
                          gpointer       data)
{
  souls_replay_stop (SOULS_WINDOW (data)->replay);
}

/* One row each. */
static const GActionEntry entries[] = {
  { "presets", presets_activated_cb, NULL, NULL, NULL },
  { "save-preset", save_preset_activated_cb, NULL, NULL, NULL },
  { "share", share_activated_cb, NULL, NULL, NULL },
  { "paste", paste_activated_cb, NULL, NULL, NULL },
  { "history", history_activated_cb, NULL, NULL, NULL },
  { "replay-last", replay_last_activated_cb, NULL, NULL, NULL },
  { "stop-replay", stop_replay_activated_cb, NULL, NULL, NULL },
};

static void
enable (SoulsWindow *self,
        const char  *name,
        gboolean     enabled)
{
  g_simple_action_set_enabled (G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self), name)), enabled);
}

/**
 * souls_window_update_story:
 * @self: the window
 *
 * Brings the actions of this file up to date with the session.
 */
void
souls_window_update_story (SoulsWindow *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (entries); i++)
    enable (self, entries[i].name, self->replay != NULL);
  if (self->replay == NULL)
    return;
  enable (self, "replay-last", souls_session_get_step (self->session) > 0);
  enable (self, "stop-replay", souls_replay_get_playing (self->replay));
}

/**
 * souls_window_class_add_story:
 * @widget_class: the window's class
 *
 * Adds the keys that a text entry has uses of its own for.
 */
void
souls_window_class_add_story (GtkWidgetClass *widget_class)
{
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_v, GDK_CONTROL_MASK, "win.paste", NULL);
}

static gboolean
is_modifier (GdkEvent *event)
{
  return gdk_key_event_is_modifier (event);
}

/* Whatever the user does while changes are shown again, he does it to what is open. */
static gboolean
event_seen_cb (SoulsWindow *self,
               GdkEvent    *event)
{
  const GdkEventType type = gdk_event_get_event_type (event);

  if (self->replay == NULL || !souls_replay_get_playing (self->replay))
    return GDK_EVENT_PROPAGATE;
  if (type != GDK_BUTTON_PRESS && type != GDK_TOUCH_BEGIN && (type != GDK_KEY_PRESS || is_modifier (event)))
    return GDK_EVENT_PROPAGATE;
  souls_replay_stop (self->replay);

  return type == GDK_KEY_PRESS && gdk_key_event_get_keyval (event) == GDK_KEY_Escape ? GDK_EVENT_STOP
                                                                                     : GDK_EVENT_PROPAGATE;
}

static void
secondary_pressed_cb (SoulsWindow *self,
                      int          n_press,
                      double       x,
                      double       y,
                      GtkGesture  *gesture)
{
  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  g_action_group_activate_action (G_ACTION_GROUP (self), "history", NULL);
}

static void
long_pressed_cb (SoulsWindow *self,
                 double       x,
                 double       y,
                 GtkGesture  *gesture)
{
  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  g_action_group_activate_action (G_ACTION_GROUP (self), "history", NULL);
}

static void
add_gestures (SoulsWindow *self)
{
  GtkEventController *watch = gtk_event_controller_legacy_new ();
  GtkGesture *secondary = gtk_gesture_click_new ();
  GtkGesture *hold = gtk_gesture_long_press_new ();

  gtk_event_controller_set_propagation_phase (watch, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (watch, "event", G_CALLBACK (event_seen_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), watch);

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (secondary), GDK_BUTTON_SECONDARY);
  g_signal_connect_swapped (secondary, "pressed", G_CALLBACK (secondary_pressed_cb), self);
  gtk_widget_add_controller (self->history_anchor, GTK_EVENT_CONTROLLER (secondary));

  /* Before the button takes the press for its own. */
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (hold), GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (hold, "pressed", G_CALLBACK (long_pressed_cb), self);
  gtk_widget_add_controller (self->history_anchor, GTK_EVENT_CONTROLLER (hold));
}

/**
 * souls_window_add_story:
 * @self: the window, its template made
 *
 * Adds the actions of this file.
 */
void
souls_window_add_story (SoulsWindow *self)
{
  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  add_gestures (self);
}

/**
 * souls_window_start_story:
 * @self: the window, with its session
 *
 * Makes what follows the session.
 */
void
souls_window_start_story (SoulsWindow *self)
{
  self->replay = souls_replay_new (self->session, GTK_WIDGET (self));
  self->history = souls_history_popover_new (self->session);
  gtk_widget_set_parent (self->history, self->history_anchor);
  souls_story_bar_set_session (self->story_bar, self->session, self->replay);
  g_signal_connect_object (self->history, "replay", G_CALLBACK (replay_asked_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->history, "closed", G_CALLBACK (history_closed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->replay, "notify::playing", G_CALLBACK (souls_window_update_story), self,
                           G_CONNECT_SWAPPED);
}

/**
 * souls_window_end_story:
 * @self: the window, going away
 */
void
souls_window_end_story (SoulsWindow *self)
{
  if (self->replay != NULL)
    souls_replay_stop (self->replay);
  g_clear_pointer (&self->history, gtk_widget_unparent);
  g_clear_object (&self->replay);
  g_clear_weak_pointer (&self->presets);
  g_clear_weak_pointer (&self->share);
}
