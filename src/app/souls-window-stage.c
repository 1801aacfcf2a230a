/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "souls-config.h"

#include "souls-window-private.h"

static void update_stage_window (SoulsWindow *self);

static char *
name_chart (SoulsChartPane *pane)
{
  return g_strconcat (souls_chart_pane_get_chart (pane), "/", souls_chart_pane_get_chart_view (pane), NULL);
}

static void
show_charts (SoulsWindow *self)
{
  g_autofree char *left = NULL;
  g_autofree char *right = NULL;

  if (self->stage == NULL)
    return;
  left = name_chart (self->left_pane);
  right = name_chart (self->right_pane);
  souls_stage_set_charts (self->stage, left, right);
}

/* Where the keys went before. */
static void
stage_gone_cb (SoulsWindow *self)
{
  if (self->stage == NULL)
    return;
  g_clear_weak_pointer (&self->stage);
  souls_window_renew_lesson_clock (self);
  souls_presenter_bar_set_stage (self->presenter_bar, NULL);
  update_stage_window (self);
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    gtk_window_present (GTK_WINDOW (self));
}

static GdkMonitor *
get_own_monitor (SoulsWindow *self)
{
  GdkSurface *surface = gtk_native_get_surface (GTK_NATIVE (self));

  return surface != NULL ? gdk_display_get_monitor_at_surface (gdk_surface_get_display (surface), surface) : NULL;
}

static void
open_stage (SoulsWindow *self)
{
  GtkWidget *stage = souls_stage_new (self->session);

  gtk_window_set_application (GTK_WINDOW (stage), gtk_window_get_application (GTK_WINDOW (self)));
  g_set_weak_pointer (&self->stage, SOULS_STAGE (stage));
  souls_window_renew_lesson_clock (self);
  g_signal_connect_object (stage, "destroy", G_CALLBACK (stage_gone_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (stage, "notify::fullscreen", G_CALLBACK (update_stage_window), self, G_CONNECT_SWAPPED);
  show_charts (self);
  souls_window_update_stage (self);
  souls_presenter_bar_set_stage (self->presenter_bar, self->stage);
  souls_stage_show (self->stage, gdk_display_get_monitors (gtk_widget_get_display (GTK_WIDGET (self))),
                    get_own_monitor (self));
}

static void
present_activated_cb (GSimpleAction *action,
                      GVariant      *parameter,
                      gpointer       data)
{
  SoulsWindow *self = data;

  if (self->stage == NULL)
    open_stage (self);
  else
    gtk_window_present (GTK_WINDOW (self->stage));
}

/* Also without a stage: then there is one, in a window. */
static void
stage_window_changed_cb (GSimpleAction *action,
                         GVariant      *value,
                         gpointer       data)
{
  SoulsWindow *self = data;

  if (self->stage == NULL)
    open_stage (self);
  souls_stage_set_fullscreen (self->stage, !g_variant_get_boolean (value));
}

static const GActionEntry entries[] = {
  { "present", present_activated_cb, NULL, NULL, NULL },
  { "stage-window", NULL, NULL, "false", stage_window_changed_cb },
};

static void
update_stage_window (SoulsWindow *self)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self), "stage-window");
  const gboolean is_window = self->stage != NULL && !souls_stage_is_fullscreen (self->stage);

  g_simple_action_set_state (G_SIMPLE_ACTION (action), g_variant_new_boolean (is_window));
}

/* A clicker steers the stage also while the window beside it has the keys. */
static gboolean
key_pressed_cb (SoulsWindow           *self,
                guint                  keyval,
                guint                  keycode,
                GdkModifierType        state,
                GtkEventControllerKey *controller)
{
  GdkEvent *event = gtk_event_controller_get_current_event (GTK_EVENT_CONTROLLER (controller));

  return self->stage != NULL && souls_stage_press_event (self->stage, event, TRUE);
}

/**
 * souls_window_add_stage:
 * @self: the window, its template made
 *
 * Adds the actions of presenting.
 */
void
souls_window_add_stage (SoulsWindow *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  for (int i = 0; i < 2; i++)
    {
      SoulsChartPane *pane = i == 0 ? self->left_pane : self->right_pane;

      g_signal_connect_object (pane, "notify::chart", G_CALLBACK (show_charts), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (pane, "notify::view", G_CALLBACK (show_charts), self, G_CONNECT_SWAPPED);
    }
}

/**
 * souls_window_update_stage:
 * @self: the window
 *
 * Tells the stage which lesson is in progress, and the actions whether there is anything to present.
 */
void
souls_window_update_stage (SoulsWindow *self)
{
  for (gsize i = 0; i < G_N_ELEMENTS (entries); i++)
    g_simple_action_set_enabled (G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self), entries[i].name)),
                                 self->session != NULL);
  if (self->stage != NULL)
    souls_stage_set_run (self->stage, self->lesson);
}

/**
 * souls_window_end_stage:
 * @self: the window, which is closing
 */
void
souls_window_end_stage (SoulsWindow *self)
{
  SoulsStage *stage = self->stage;

  if (stage == NULL)
    return;
  g_signal_handlers_disconnect_by_data (stage, self);
  g_clear_weak_pointer (&self->stage);
  gtk_window_destroy (GTK_WINDOW (stage));
}

/**
 * souls_window_get_clock_widget:
 * @self: the window
 *
 * Returns: (transfer none): what surely has frames: the stage, which may lie over the window, or the window
 */
GtkWidget *
souls_window_get_clock_widget (SoulsWindow *self)
{
  return self->stage != NULL ? GTK_WIDGET (self->stage) : GTK_WIDGET (self);
}
