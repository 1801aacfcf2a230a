/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "souls-config.h"

#include "souls-chart-thumbnail.h"

#include <adwaita.h>

#include "souls-app-words.h"
#include "souls-view-input.h"

/* The chart is laid out so many times as large and then scaled down, so that it has the proportions
 * of one in a pane: its texts are there to be recognised, not read. */
#define SCALE 1.65

struct _SoulsChartThumbnail
{
  GtkWidget parent_instance;

  /* Owned */
  SoulsSession *session;
  SoulsScene *scene; /* NULL: to be laid out */
  GskRenderNode *node;

  SoulsChart chart;
  SoulsDriver map_drivers[2];
};

G_DEFINE_FINAL_TYPE (SoulsChartThumbnail, souls_chart_thumbnail, GTK_TYPE_WIDGET)

static void
forget_drawing (SoulsChartThumbnail *self)
{
  g_clear_pointer (&self->node, gsk_render_node_unref);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
forget_layout (SoulsChartThumbnail *self)
{
  g_clear_pointer (&self->scene, souls_scene_free);
  forget_drawing (self);
}

static gboolean
ensure_scene (SoulsChartThumbnail *self)
{
  const SoulsChartFrame frame = {
    .width = gtk_widget_get_width (GTK_WIDGET (self)) * SCALE,
    .height = gtk_widget_get_height (GTK_WIDGET (self)) * SCALE,
    .with_finding = FALSE,
  };
  SoulsViewInput view;

  if (self->scene != NULL)
    return TRUE;
  if (self->session == NULL || frame.width <= 0.0 || frame.height <= 0.0)
    return FALSE;
  souls_view_input_fill (&view, self->session, self->chart, 0, souls_app_words ());
  for (int i = 0; i < 2; i++)
    view.input.map_drivers[i] = self->map_drivers[i];
  self->scene = souls_scene_new ();
  souls_chart_layout (self->chart, &view.input, &frame, self->scene);
  return TRUE;
}

static GskRenderNode *
draw (SoulsChartThumbnail *self)
{
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  graphene_rect_t bounds = GRAPHENE_RECT_INIT (0.0f,
                                               0.0f,
                                               (float) gtk_widget_get_width (GTK_WIDGET (self)),
                                               (float) gtk_widget_get_height (GTK_WIDGET (self)));
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &bounds);

  cairo_scale (cr, 1.0 / SCALE, 1.0 / SCALE);
  souls_scene_draw (self->scene, cr, souls_app_theme ());
  cairo_destroy (cr);
  return gtk_snapshot_free_to_node (snapshot);
}

static void
souls_chart_thumbnail_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  SoulsChartThumbnail *self = SOULS_CHART_THUMBNAIL (widget);

  if (!ensure_scene (self))
    return;
  if (self->node == NULL)
    self->node = draw (self);
  if (self->node != NULL)
    gtk_snapshot_append_node (snapshot, self->node);
}

static void
souls_chart_thumbnail_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  SoulsChartThumbnail *self = SOULS_CHART_THUMBNAIL (widget);

  if (self->scene != NULL && (souls_scene_get_width (self->scene) != width * SCALE ||
                              souls_scene_get_height (self->scene) != height * SCALE))
    forget_layout (self);
}

static void
souls_chart_thumbnail_direction_changed (GtkWidget *widget, GtkTextDirection previous)
{
  forget_layout (SOULS_CHART_THUMBNAIL (widget));
  GTK_WIDGET_CLASS (souls_chart_thumbnail_parent_class)->direction_changed (widget, previous);
}

static void
souls_chart_thumbnail_dispose (GObject *object)
{
  SoulsChartThumbnail *self = SOULS_CHART_THUMBNAIL (object);

  g_clear_object (&self->session);
  g_clear_pointer (&self->scene, souls_scene_free);
  g_clear_pointer (&self->node, gsk_render_node_unref);

  G_OBJECT_CLASS (souls_chart_thumbnail_parent_class)->dispose (object);
}

static void
souls_chart_thumbnail_class_init (SoulsChartThumbnailClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = souls_chart_thumbnail_dispose;
  widget_class->snapshot = souls_chart_thumbnail_snapshot;
  widget_class->size_allocate = souls_chart_thumbnail_size_allocate;
  widget_class->direction_changed = souls_chart_thumbnail_direction_changed;

  gtk_widget_class_set_css_name (widget_class, "chartthumbnail");
  /* The card around it says the name. */
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
souls_chart_thumbnail_init (SoulsChartThumbnail *self)
{
  const SoulsDriver map_drivers[2] = SOULS_MAP_DRIVERS_DEFAULT;

  memcpy (self->map_drivers, map_drivers, sizeof map_drivers);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  gtk_widget_set_can_target (GTK_WIDGET (self), FALSE);
  g_signal_connect_object (adw_style_manager_get_default (),
                           "notify",
                           G_CALLBACK (forget_drawing),
                           self,
                           G_CONNECT_SWAPPED);
}

/**
 * souls_chart_thumbnail_new:
 * @session: what the chart is about; the thumbnail keeps a reference and follows it
 * @width: px; the height follows
 *
 * Returns: (transfer floating): a thumbnail of one size
 */
GtkWidget *
souls_chart_thumbnail_new (SoulsSession *session, SoulsChart chart, int width)
{
  SoulsChartThumbnail *self = g_object_new (SOULS_TYPE_CHART_THUMBNAIL, NULL);

  self->session = g_object_ref (session);
  self->chart = chart;
  gtk_widget_set_size_request (
    GTK_WIDGET (self), width, (int) (width * SOULS_CHART_THUMBNAIL_ASPECT));
  g_signal_connect_object (
    session, "changed", G_CALLBACK (forget_layout), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

/**
 * souls_chart_thumbnail_set_map_drivers:
 * @x: across
 * @y: upwards; another one
 *
 * Chooses the two sliders of the break-even map.
 */
void
souls_chart_thumbnail_set_map_drivers (SoulsChartThumbnail *self, SoulsDriver x, SoulsDriver y)
{
  g_return_if_fail (SOULS_IS_CHART_THUMBNAIL (self));

  self->map_drivers[0] = x;
  self->map_drivers[1] = y;
  forget_layout (self);
}

SoulsChart
souls_chart_thumbnail_get_chart (SoulsChartThumbnail *self)
{
  g_return_val_if_fail (SOULS_IS_CHART_THUMBNAIL (self), SOULS_N_CHARTS);

  return self->chart;
}

/**
 * souls_chart_thumbnail_get_scene:
 *
 * Returns: (transfer none) (nullable): the chart as drawn; %NULL before it was drawn, and after the
 *   session changed until it is drawn again
 */
const SoulsScene *
souls_chart_thumbnail_get_scene (SoulsChartThumbnail *self)
{
  g_return_val_if_fail (SOULS_IS_CHART_THUMBNAIL (self), NULL);

  return self->scene;
}
