/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "souls-config.h"

#include "souls-chart-shine.h"

#include <adwaita.h>
#include <string.h>

#define GLOW_MS 600

struct _SoulsChartShine
{
  /* Borrowed: lives longer */
  GtkWidget *widget;
  SoulsChartShineFunc changed;

  /* Owned */
  AdwAnimation *animation;
  guint start_id;

  SoulsChart chart;
  gboolean has_last;
  gint64 last_change;   /* µs */
  SoulsDrivers last_drivers;
  SoulsResults last_results;
  SoulsDrivers drivers;
  SoulsResults results;
  SoulsChartGlow glow;
};

static void
faded_cb (double   value,
          gpointer data)
{
  SoulsChartShine *self = data;

  self->glow.strength = value;
  self->changed (self->widget);
}

/**
 * souls_chart_shine_new:
 * @widget: shows the chart; lives longer
 * @changed: called with @widget whenever the glow is another
 *
 * Returns: (transfer full): a glow for one chart
 */
SoulsChartShine *
souls_chart_shine_new (GtkWidget           *widget,
                       SoulsChartShineFunc  changed)
{
  SoulsChartShine *self = g_new0 (SoulsChartShine, 1);

  self->widget = widget;
  self->changed = changed;
  self->animation = adw_timed_animation_new (widget, 1.0, 0.0, GLOW_MS,
                                             adw_callback_animation_target_new (faded_cb, self, NULL));

  return self;
}

void
souls_chart_shine_free (SoulsChartShine *self)
{
  if (self == NULL)
    return;
  if (self->start_id != 0)
    gtk_widget_remove_tick_callback (self->widget, self->start_id);
  adw_animation_pause (self->animation);
  g_object_unref (self->animation);
  g_free (self);
}

static gboolean
start_cb (GtkWidget     *widget,
          GdkFrameClock *clock,
          gpointer       data)
{
  SoulsChartShine *self = data;

  self->start_id = 0;
  adw_animation_play (self->animation);
  return G_SOURCE_REMOVE;
}

/* A change that goes on is one change: only the first after a rest glows. No animation may begin while a frame is drawn. */
static void
note_change (SoulsChartShine *self)
{
  const gint64 now = g_get_monotonic_time ();
  const gboolean rested = now - self->last_change > GLOW_MS * G_TIME_SPAN_MILLISECOND;

  self->last_change = now;
  if (!rested || !adw_get_enable_animations (self->widget) || !gtk_widget_get_mapped (self->widget))
    return;
  self->drivers = self->last_drivers;
  self->results = self->last_results;
  self->glow = (SoulsChartGlow) { &self->drivers, &self->results, 1.0 };
  if (self->start_id == 0)
    self->start_id = gtk_widget_add_tick_callback (self->widget, start_cb, self, NULL);
}

void
souls_chart_shine_fill (SoulsChartShine *self,
                        SoulsChart       chart,
                        SoulsChartInput *input)
{
  const gboolean glows = (souls_chart_needs (chart, input->view) & SOULS_CHART_GLOWS) != 0;

  if (!glows || !self->has_last || chart != self->chart)
    self->glow.strength = 0.0;
  else if (memcmp (&self->last_drivers, input->drivers, sizeof self->last_drivers) != 0)
    note_change (self);
  self->chart = chart;
  self->has_last = glows;
  if (!glows)
    return;
  self->last_drivers = *input->drivers;
  self->last_results = *input->results;
  if (self->glow.strength > 0.0)
    input->glow = &self->glow;
}
