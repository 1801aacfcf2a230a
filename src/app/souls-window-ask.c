/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "souls-config.h"

#include <math.h>

#include "souls-goal-dialog.h"
#include "souls-window-private.h"

static void
goal_chosen_cb (SoulsWindow *self,
                int          driver,
                double       value)
{
  souls_window_glide (self, (SoulsDriver) driver, value);
}

static void
ensure_goal_dialog (SoulsWindow *self)
{
  if (self->goal_seek == NULL)
    {
      g_set_weak_pointer (&self->goal_seek, GTK_WINDOW (souls_goal_dialog_new (self->session)));
      g_signal_connect_object (self->goal_seek, "chosen", G_CALLBACK (goal_chosen_cb), self, G_CONNECT_SWAPPED);
      gtk_window_set_transient_for (self->goal_seek, GTK_WINDOW (self));
      gtk_window_set_destroy_with_parent (self->goal_seek, TRUE);
    }
}

static void
goal_seek_activated_cb (GSimpleAction *action,
                        GVariant      *parameter,
                        gpointer       data)
{
  SoulsWindow *self = data;

  ensure_goal_dialog (self);
  gtk_window_present (self->goal_seek);
}

/* A metric, a projected year, and what is wanted there, in the metric's unit. */
static void
seek_goal_activated_cb (GSimpleAction *action,
                        GVariant      *parameter,
                        gpointer       data)
{
  SoulsWindow *self = data;
  int metric, year;
  double target;

  g_variant_get (parameter, "(iid)", &metric, &year, &target);
  if (metric < 0 || metric >= SOULS_N_METRICS || !isfinite (target))
    return;
  ensure_goal_dialog (self);
  souls_goal_dialog_ask (SOULS_GOAL_DIALOG (self->goal_seek), (SoulsMetric) metric, year, target);
  gtk_window_present (self->goal_seek);
}

static void
why_activated_cb (GSimpleAction *action,
                  GVariant      *parameter,
                  gpointer       data)
{
  SoulsWindow *self = data;

  souls_chart_pane_set_chart (self->right_pane, "bridge");
  souls_chart_pane_set_chart_view (self->right_pane, "drivers");
  /* On a narrow window it is below the other. */
  gtk_widget_grab_focus (GTK_WIDGET (souls_chart_pane_get_view (self->right_pane)));
}

static void
worlds_activated_cb (GSimpleAction *action,
                     GVariant      *parameter,
                     gpointer       data)
{
  SoulsWindow *self = data;

  souls_chart_pane_set_chart (self->right_pane, "outcomes");
  gtk_widget_grab_focus (GTK_WIDGET (souls_chart_pane_get_view (self->right_pane)));
}

/* A slider and where it goes, in the model's unit. */
static void
go_to_activated_cb (GSimpleAction *action,
                    GVariant      *parameter,
                    gpointer       data)
{
  int driver;
  double value;

  g_variant_get (parameter, "(id)", &driver, &value);
  if (driver >= 0 && driver < SOULS_N_DRIVERS)
    souls_window_glide (data, (SoulsDriver) driver, value);
}

/* One row each. */
static const GActionEntry entries[] = {
  { "goal-seek", goal_seek_activated_cb, NULL, NULL, NULL },
  { "seek-goal", seek_goal_activated_cb, "(iid)", NULL, NULL },
  { "why", why_activated_cb, NULL, NULL, NULL },
  { "worlds", worlds_activated_cb, NULL, NULL, NULL },
  { "go-to", go_to_activated_cb, "(id)", NULL, NULL },
};

static void
arrived_cb (SoulsWindow *self,
            int          driver)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    g_action_group_activate_action (G_ACTION_GROUP (self), "show-driver", g_variant_new_int32 (driver));
}

/**
 * souls_window_glide:
 * @driver: which slider
 * @value: where it goes, in the model's unit
 *
 * Takes a slider there, as one step of undo, in sight where there is room for it, and gives it the focus.
 */
void
souls_window_glide (SoulsWindow *self,
                    SoulsDriver  driver,
                    double       value)
{
  if (!adw_flap_get_folded (self->flap))
    g_action_group_activate_action (G_ACTION_GROUP (self), "show-driver", g_variant_new_int32 ((int) driver));
  souls_glide_to (self->glide, driver, value);
}

/**
 * souls_window_update_ask:
 * @self: the window
 *
 * Brings the actions of this file up to date with the session.
 */
void
souls_window_update_ask (SoulsWindow *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (entries); i++)
    g_simple_action_set_enabled (
      G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self), entries[i].name)), self->glide != NULL);
}

/**
 * souls_window_add_ask:
 * @self: the window, its template made
 *
 * Adds the actions of this file.
 */
void
souls_window_add_ask (SoulsWindow *self)
{
  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
}

/**
 * souls_window_start_ask:
 * @self: the window, with its session
 *
 * Makes what follows the session.
 */
void
souls_window_start_ask (SoulsWindow *self)
{
  self->glide = souls_glide_new (self->session, GTK_WIDGET (self));
  souls_why_bar_set_session (self->why_bar, self->session);
  g_signal_connect_object (self->glide, "arrived", G_CALLBACK (arrived_cb), self, G_CONNECT_SWAPPED);
}

/**
 * souls_window_end_ask:
 * @self: the window, going away
 */
void
souls_window_end_ask (SoulsWindow *self)
{
  if (self->glide != NULL)
    souls_glide_finish (self->glide);
  g_clear_object (&self->glide);
  g_clear_weak_pointer (&self->goal_seek);
}
