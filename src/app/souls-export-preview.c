/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "souls-config.h"

#include "souls-export-preview.h"

#include <math.h>

/* Room for the shadow. */
#define MARGIN 12.0

#define LEAST_SIDE 120

#define OVERSAMPLING 2

struct _SoulsExportPreview
{
  GtkWidget parent_instance;

  /* Borrowed */
  const SoulsScene *scene;
  const SoulsPages *pages;   /* NULL unless @scene is a page of it */
  guint page;
  const SoulsTheme *theme;

  /* Owned */
  GskRenderNode *node;   /* as drawn for the size at hand; NULL: to be drawn */
};

G_DEFINE_FINAL_TYPE (SoulsExportPreview, souls_export_preview, GTK_TYPE_WIDGET)

static void
forget_drawing (SoulsExportPreview *self)
{
  g_clear_pointer (&self->node, gsk_render_node_unref);
}

/**
 * souls_export_preview_get_sheet:
 *
 * Where the sheet lies in the widget; it keeps the picture's aspect and never exceeds its size.
 *
 * Returns: its box, in px
 */
SoulsBox
souls_export_preview_get_sheet (SoulsExportPreview *self)
{
  double width, height, room_width, room_height, factor;

  g_return_val_if_fail (SOULS_IS_EXPORT_PREVIEW (self), ((SoulsBox) { 0 }));

  if (self->scene == NULL)
    return (SoulsBox) { 0 };
  width = souls_scene_get_width (self->scene);
  height = souls_scene_get_height (self->scene);
  room_width = MAX (gtk_widget_get_width (GTK_WIDGET (self)) - 2.0 * MARGIN, 1.0);
  room_height = MAX (gtk_widget_get_height (GTK_WIDGET (self)) - 2.0 * MARGIN, 1.0);
  factor = MIN (1.0, MIN (room_width / width, room_height / height));
  width = floor (width * factor);
  height = floor (height * factor);
  return (SoulsBox) { floor (MARGIN + (room_width - width) / 2.0), floor (MARGIN + (room_height - height) / 2.0),
                      width, height };
}

/* Glyphs are set on whole pixels: drawn small, words would fall apart. So the sheet is drawn larger, and the picture of
 * it made small, as a viewer of pictures does. */
static cairo_surface_t *
draw_large (SoulsExportPreview *self,
            double              width,
            double              height)
{
  const SoulsRgba *paper = &self->theme->color[SOULS_COLOR_PAPER];
  const int times = OVERSAMPLING * gtk_widget_get_scale_factor (GTK_WIDGET (self));
  const double factor = width / souls_scene_get_width (self->scene);
  cairo_surface_t *surface =
    cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) width * times, (int) height * times);
  cairo_t *cr;

  cairo_surface_set_device_scale (surface, times, times);
  cr = cairo_create (surface);
  cairo_set_source_rgb (cr, paper->red, paper->green, paper->blue);
  cairo_paint (cr);
  cairo_scale (cr, factor, factor);
  if (self->pages != NULL)
    souls_pages_draw (self->pages, self->page, cr, self->theme);
  else
    souls_scene_draw (self->scene, cr, self->theme);
  cairo_destroy (cr);
  return surface;
}

static GskRenderNode *
draw (SoulsExportPreview    *self,
      const graphene_rect_t *bounds)
{
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  cairo_surface_t *surface = draw_large (self, bounds->size.width, bounds->size.height);
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, bounds);

  cairo_set_source_surface (cr, surface, 0.0, 0.0);
  cairo_pattern_set_filter (cairo_get_source (cr), CAIRO_FILTER_GOOD);
  cairo_paint (cr);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  return gtk_snapshot_free_to_node (snapshot);
}

/* A sheet of paper: a hairline, so that white ends on white and black on black, and a soft shadow. */
static void
append_edge (SoulsExportPreview    *self,
             GtkSnapshot           *snapshot,
             const graphene_rect_t *bounds)
{
  const GdkRGBA shadow = { 0.0f, 0.0f, 0.0f, 0.18f };
  GdkRGBA edge;
  GskRoundedRect outline;

  gtk_style_context_get_color (gtk_widget_get_style_context (GTK_WIDGET (self)), &edge);
  edge.alpha *= 0.2f;
  gsk_rounded_rect_init_from_rect (&outline, bounds, 0.0f);
  gtk_snapshot_append_outset_shadow (snapshot, &outline, &shadow, 0.0f, 2.0f, 0.0f, 6.0f);
  gsk_rounded_rect_shrink (&outline, -1.0f, -1.0f, -1.0f, -1.0f);
  gtk_snapshot_append_border (snapshot, &outline, (float[4]) { 1.0f, 1.0f, 1.0f, 1.0f },
                              (GdkRGBA[4]) { edge, edge, edge, edge });
}

static void
souls_export_preview_snapshot (GtkWidget   *widget,
                               GtkSnapshot *snapshot)
{
  SoulsExportPreview *self = SOULS_EXPORT_PREVIEW (widget);
  const SoulsBox sheet = souls_export_preview_get_sheet (self);
  const graphene_rect_t bounds = GRAPHENE_RECT_INIT (0.0f, 0.0f, (float) sheet.width, (float) sheet.height);

  if (sheet.width < 1.0 || sheet.height < 1.0)
    return;
  if (self->node == NULL)
    self->node = draw (self, &bounds);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float) sheet.x, (float) sheet.y));
  append_edge (self, snapshot, &bounds);
  if (self->node != NULL)
    gtk_snapshot_append_node (snapshot, self->node);
  gtk_snapshot_restore (snapshot);
}

static void
souls_export_preview_measure (GtkWidget      *widget,
                              GtkOrientation  orientation,
                              int             for_size,
                              int            *minimum,
                              int            *natural,
                              int            *minimum_baseline,
                              int            *natural_baseline)
{
  SoulsExportPreview *self = SOULS_EXPORT_PREVIEW (widget);
  double aspect = 9.0 / 16.0;

  *minimum = LEAST_SIDE;
  if (self->scene != NULL)
    aspect = souls_scene_get_height (self->scene) / souls_scene_get_width (self->scene);
  if (orientation == GTK_ORIENTATION_VERTICAL && for_size >= 0)
    *natural = (int) ((for_size - 2.0 * MARGIN) * aspect + 2.0 * MARGIN);
  else
    *natural = orientation == GTK_ORIENTATION_VERTICAL ? 360 : 560;
  *natural = MAX (*natural, *minimum);
}

static GtkSizeRequestMode
souls_export_preview_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
souls_export_preview_size_allocate (GtkWidget *widget,
                                    int        width,
                                    int        height,
                                    int        baseline)
{
  forget_drawing (SOULS_EXPORT_PREVIEW (widget));
}

static void
souls_export_preview_dispose (GObject *object)
{
  forget_drawing (SOULS_EXPORT_PREVIEW (object));

  G_OBJECT_CLASS (souls_export_preview_parent_class)->dispose (object);
}

static void
souls_export_preview_class_init (SoulsExportPreviewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = souls_export_preview_dispose;
  widget_class->snapshot = souls_export_preview_snapshot;
  widget_class->measure = souls_export_preview_measure;
  widget_class->get_request_mode = souls_export_preview_get_request_mode;
  widget_class->size_allocate = souls_export_preview_size_allocate;

  gtk_widget_class_set_css_name (widget_class, "exportpreview");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
souls_export_preview_init (SoulsExportPreview *self)
{
}

/**
 * souls_export_preview_set_scene:
 * @scene: (nullable): what to show; it must stay until another is set
 * @theme: (nullable): how
 *
 * Shows a picture.
 */
void
souls_export_preview_set_scene (SoulsExportPreview *self,
                                const SoulsScene   *scene,
                                const SoulsTheme   *theme)
{
  const char *finding;

  g_return_if_fail (SOULS_IS_EXPORT_PREVIEW (self));

  self->scene = scene;
  self->pages = NULL;
  self->theme = theme;
  forget_drawing (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
  finding = scene != NULL ? souls_scene_get_finding (scene) : NULL;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  finding != NULL ? finding : "", -1);
}

/**
 * souls_export_preview_set_page:
 * @pages: what to show a page of; it must stay until something else is set
 * @page: from 0
 * @theme: how
 *
 * Shows a page with its pictures.
 */
void
souls_export_preview_set_page (SoulsExportPreview *self,
                               const SoulsPages   *pages,
                               guint               page,
                               const SoulsTheme   *theme)
{
  g_return_if_fail (SOULS_IS_EXPORT_PREVIEW (self));

  souls_export_preview_set_scene (self, souls_pages_get_scene (pages, page), theme);
  self->pages = pages;
  self->page = page;
}
