/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "souls-scene.h"

G_BEGIN_DECLS

#define SOULS_PLOT_ERROR (souls_plot_error_quark ())

typedef enum
{
  SOULS_PLOT_ERROR_FORMAT,   /* no such output format */
  SOULS_PLOT_ERROR_SIZE,     /* width, height or scale out of bounds */
  SOULS_PLOT_ERROR_WRITE,    /* the file could not be written */
  SOULS_PLOT_ERROR_FONTS,    /* this machine has none */
} SoulsPlotError;

GQuark souls_plot_error_quark (void);

/**
 * SoulsFormat: output formats; a registry: id, file ending, MIME type, writer. The last is the chart's
 * table.
 */
typedef enum
{
  SOULS_FORMAT_PNG,
  SOULS_FORMAT_SVG,
  SOULS_FORMAT_PDF,
  SOULS_FORMAT_CSV,
  SOULS_N_FORMATS
} SoulsFormat;

const char *souls_format_id        (SoulsFormat  format);
gboolean    souls_format_from_id   (const char  *id,
                                    SoulsFormat *format);
/* The file endings, as a sentence lists them: ".png, .svg or .pdf". (transfer full) */
char       *souls_format_list      (void);
const char *souls_format_mime      (SoulsFormat  format);
gboolean    souls_format_from_path (const char  *path,
                                    SoulsFormat *format,
                                    GError     **error);

/* The same as the content of a file, for the clipboard or a stream (transfer full). */
GBytes     *souls_scene_render     (const SoulsScene *scene,
                                     const SoulsTheme *theme,
                                     SoulsFormat       format,
                                     double            scale,
                                     GError          **error);

/* Writes @scene to @path, opaque on the theme's paper; @scale multiplies pixels of PNG only. The
 * same scene gives the same bytes every time. The file is written beside the target and renamed, so
 * that it is never half there. */
gboolean    souls_scene_write      (const SoulsScene *scene,
                                    const SoulsTheme *theme,
                                    SoulsFormat       format,
                                    double            scale,
                                    const char       *path,
                                    GError          **error);

G_END_DECLS
