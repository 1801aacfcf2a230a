/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "souls-config.h"

#include "souls-chart-copy.h"

#include "souls-app-words.h"
#include "souls-output.h"

/* A picture that leaves the program: its size in px, and how many pixels each has. */
#define PICTURE_WIDTH 960.0
#define PICTURE_HEIGHT 640.0
#define PICTURE_SCALE 2.0

/* The picture's own bytes go first: who takes a PNG gets it with what it carries, who takes pixels gets
 * those. */
static void
put (GtkWidget *widget, GBytes *png, GdkTexture *texture)
{
  GdkContentProvider *forms[] = {
    gdk_content_provider_new_for_bytes (souls_format_mime (SOULS_FORMAT_PNG), png),
    gdk_content_provider_new_typed (GDK_TYPE_TEXTURE, texture),
  };
  g_autoptr (GdkContentProvider) both = gdk_content_provider_new_union (forms, G_N_ELEMENTS (forms));

  gdk_clipboard_set_content (gtk_widget_get_clipboard (widget), both);
}

/**
 * souls_chart_copy_table:
 *
 * Copies the chart's targets, as a spreadsheet takes them.
 *
 * Returns: whether there is a chart
 */
gboolean
souls_chart_copy_table (SoulsChartView *view)
{
  const SoulsScene *scene = souls_chart_view_get_scene (view);
  g_autofree char *text = NULL;

  if (scene == NULL)
    return FALSE;
  text = souls_scene_to_tabbed (scene);
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (view)), text);
  return TRUE;
}

/**
 * souls_chart_copy_picture:
 * @view: with a session
 * @error: says why there is no picture
 *
 * Copies the chart, light and opaque, as most places want it that a picture is taken to.
 *
 * Returns: whether it is in the clipboard
 */
gboolean
souls_chart_copy_picture (SoulsChartView *view, GError **error)
{
  g_autoptr (SoulsScene) scene =
    souls_chart_view_make_picture (view, souls_app_words (), PICTURE_WIDTH, PICTURE_HEIGHT);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GdkTexture) texture = NULL;

  g_return_val_if_fail (scene != NULL, FALSE);

  bytes = souls_scene_render (scene, souls_theme_get (SOULS_THEME_LIGHT), SOULS_FORMAT_PNG, PICTURE_SCALE, error);
  if (bytes != NULL)
    texture = gdk_texture_new_from_bytes (bytes, error);
  if (texture == NULL)
    return FALSE;
  put (GTK_WIDGET (view), bytes, texture);
  return TRUE;
}
