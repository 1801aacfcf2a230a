/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "souls-chart-view.h"
#include "souls-output.h"

G_BEGIN_DECLS

/**
 * SoulsExportDialog:
 *
 * Asks how a chart is to leave the program, shows it as it will, and writes it. It says `saved` with a sentence once the
 * file is there.
 */
#define SOULS_TYPE_EXPORT_DIALOG (souls_export_dialog_get_type ())
G_DECLARE_FINAL_TYPE (SoulsExportDialog, souls_export_dialog, SOULS, EXPORT_DIALOG, AdwWindow)

GtkWidget        *souls_export_dialog_new          (SoulsChartView *view);
gboolean          souls_export_dialog_save         (SoulsExportDialog *self,
                                                    GFile             *file);

/* What is chosen. */
void              souls_export_dialog_set_format   (SoulsExportDialog *self,
                                                    SoulsFormat        format);
SoulsFormat       souls_export_dialog_get_format   (SoulsExportDialog *self);
void              souls_export_dialog_set_theme    (SoulsExportDialog *self,
                                                    SoulsThemeId       theme);
SoulsThemeId      souls_export_dialog_get_theme    (SoulsExportDialog *self);
void              souls_export_dialog_set_size     (SoulsExportDialog *self,
                                                    int                size,
                                                    int                width,
                                                    int                height);
int               souls_export_dialog_get_size     (SoulsExportDialog *self);
void              souls_export_dialog_set_scale    (SoulsExportDialog *self,
                                                    int                scale);
int               souls_export_dialog_get_scale    (SoulsExportDialog *self);
gboolean          souls_export_dialog_set_language (SoulsExportDialog *self,
                                                    const char        *language);
const char       *souls_export_dialog_get_language (SoulsExportDialog *self);

/* What the preview shows: the picture, laid out, or a table's text. */
const SoulsScene *souls_export_dialog_get_scene    (SoulsExportDialog *self);
char             *souls_export_dialog_get_table    (SoulsExportDialog *self);
const char       *souls_export_dialog_get_message  (SoulsExportDialog *self);

G_END_DECLS
