/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "souls-pages.h"

G_BEGIN_DECLS

/**
 * SoulsExportPreview:
 *
 * A sheet with a chart on it as it will be written: the same scene, scaled to fit, on its own paper.
 */
#define SOULS_TYPE_EXPORT_PREVIEW (souls_export_preview_get_type ())
G_DECLARE_FINAL_TYPE (SoulsExportPreview, souls_export_preview, SOULS, EXPORT_PREVIEW, GtkWidget)

void      souls_export_preview_set_scene (SoulsExportPreview *self,
                                          const SoulsScene   *scene,
                                          const SoulsTheme   *theme);
void      souls_export_preview_set_page  (SoulsExportPreview *self,
                                          const SoulsPages   *pages,
                                          guint               page,
                                          const SoulsTheme   *theme);
SoulsBox  souls_export_preview_get_sheet (SoulsExportPreview *self);

G_END_DECLS
