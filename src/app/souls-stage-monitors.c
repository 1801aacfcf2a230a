/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "souls-config.h"

#include "souls-stage-private.h"

guint
souls_stage_choose_monitor (guint n_monitors,
                            guint own)
{
  return n_monitors < 2 ? 0 : (own == 0 ? 1 : 0);
}

static guint
find_monitor (GListModel *monitors,
              GdkMonitor *monitor)
{
  for (guint i = 0; i < g_list_model_get_n_items (monitors); i++)
    {
      g_autoptr (GdkMonitor) candidate = g_list_model_get_item (monitors, i);

      if (candidate == monitor)
        return i;
    }
  return G_MAXUINT;
}

/* The size is that of the monitor also where nobody arranges windows. */
static void
fill_monitor (SoulsStage *self)
{
  GdkRectangle geometry;

  if (self->monitor == NULL)
    {
      gtk_window_fullscreen (GTK_WINDOW (self));
      return;
    }
  gdk_monitor_get_geometry (self->monitor, &geometry);
  gtk_window_set_default_size (GTK_WINDOW (self), geometry.width, geometry.height);
  souls_stage_size_text (self, geometry.width, geometry.height);
  gtk_window_fullscreen_on_monitor (GTK_WINDOW (self), self->monitor);
}

static void
leave_monitor (SoulsStage *self)
{
  int width, height;

  gtk_window_get_default_size (GTK_WINDOW (self), &width, &height);
  gtk_window_unfullscreen (GTK_WINDOW (self));
  gtk_window_set_default_size (GTK_WINDOW (self), MAX (width * 2 / 3, 640), MAX (height * 2 / 3, 360));
  gtk_widget_set_cursor (GTK_WIDGET (self), NULL);
}

/**
 * souls_stage_show:
 * @monitors: those there are
 * @own: (nullable): the one that the speaker's window is on
 *
 * Fills the monitor that the room looks at: another one than the speaker's, or the only one.
 */
void
souls_stage_show (SoulsStage *self,
                  GListModel *monitors,
                  GdkMonitor *own)
{
  const guint n = g_list_model_get_n_items (monitors);
  const guint place = own != NULL ? find_monitor (monitors, own) : 0;
  g_autoptr (GdkMonitor) monitor = NULL;

  g_return_if_fail (SOULS_IS_STAGE (self));

  if (n > 0)
    monitor = g_list_model_get_item (monitors, souls_stage_choose_monitor (n, place));
  g_set_object (&self->monitor, monitor);
  self->alone = n < 2;
  g_signal_connect_object (monitors, "items-changed", G_CALLBACK (souls_stage_follow_monitors), self, G_CONNECT_SWAPPED);
  souls_stage_set_fullscreen (self, TRUE);
  gtk_window_present (GTK_WINDOW (self));
  gtk_window_set_focus (GTK_WINDOW (self), NULL);
  souls_stage_show_pointer (self);
}

/**
 * souls_stage_follow_monitors:
 * @monitors: those there are now
 *
 * If its monitor was unplugged, a stage that stood over the speaker's window fills what is left, and one that stood beside it
 * becomes a window that can be moved.
 */
void
souls_stage_follow_monitors (SoulsStage *self,
                             GListModel *monitors)
{
  g_return_if_fail (SOULS_IS_STAGE (self));

  if (self->monitor != NULL && find_monitor (monitors, self->monitor) != G_MAXUINT)
    return;
  g_clear_object (&self->monitor);
  if (!self->fullscreen || g_list_model_get_n_items (monitors) == 0)
    return;
  if (!self->alone)
    {
      souls_stage_set_fullscreen (self, FALSE);
      return;
    }
  self->monitor = g_list_model_get_item (monitors, 0);
  fill_monitor (self);
}

gboolean
souls_stage_is_fullscreen (SoulsStage *self)
{
  g_return_val_if_fail (SOULS_IS_STAGE (self), FALSE);

  return self->fullscreen;
}

/**
 * souls_stage_set_fullscreen:
 * @fullscreen: whether to fill a monitor; else the stage is a window that can be moved
 */
void
souls_stage_set_fullscreen (SoulsStage *self,
                            gboolean    fullscreen)
{
  g_return_if_fail (SOULS_IS_STAGE (self));

  fullscreen = !!fullscreen;
  if (self->fullscreen == fullscreen)
    return;
  self->fullscreen = fullscreen;
  gtk_widget_set_visible (self->header, !fullscreen);
  if (fullscreen)
    fill_monitor (self);
  else
    leave_monitor (self);
  g_object_notify (G_OBJECT (self), "fullscreen");
}

GdkMonitor *
souls_stage_get_monitor (SoulsStage *self)
{
  g_return_val_if_fail (SOULS_IS_STAGE (self), NULL);

  return self->monitor;
}

/* Who arranges the windows has taken it off its monitor, or put it there. */
void
souls_stage_follow_state (SoulsStage *self)
{
  const gboolean fullscreen = gtk_window_is_fullscreen (GTK_WINDOW (self));

  if (fullscreen == self->fullscreen)
    return;
  self->fullscreen = fullscreen;
  gtk_widget_set_visible (self->header, !fullscreen);
  g_object_notify (G_OBJECT (self), "fullscreen");
}
