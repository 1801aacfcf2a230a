/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "souls-output.h"

G_BEGIN_DECLS

/* Files that leave the program: their sizes, formats and names, and writing them. */

/**
 * SoulsExportSize:
 * @id: what is remembered
 * @name: the name on screen, marked for translation
 * @width: px, or 0 where it is the window's or the user's to say
 * @height: px, or 0
 */
typedef struct
{
  const char *id;
  const char *name;
  int width;
  int height;
} SoulsExportSize;

#define SOULS_EXPORT_MIN_WIDTH  240
#define SOULS_EXPORT_MIN_HEIGHT 180
/* At the largest scale, the largest picture that can be made. */
#define SOULS_EXPORT_MAX_SIDE   3000
#define SOULS_EXPORT_MAX_SCALE  4

enum
{
  SOULS_EXPORT_SIZE_SLIDE,
  SOULS_EXPORT_SIZE_DOCUMENT,
  SOULS_EXPORT_SIZE_SQUARE,
  SOULS_EXPORT_SIZE_SCREEN,
  SOULS_EXPORT_SIZE_CUSTOM,
  SOULS_N_EXPORT_SIZES
};

const SoulsExportSize *souls_export_size         (int          size);
int                    souls_export_size_from_id (const char  *id);

/* Whether a format has pixels: its size in them is a choice. */
gboolean               souls_export_has_pixels   (SoulsFormat  format);
/* Whether a format holds the chart's figures and not its picture. */
gboolean               souls_export_is_table     (SoulsFormat  format);

/* "timeline 2025.png" (transfer full) */
char                  *souls_export_name         (const char  *chart,
                                                  int          year,
                                                  SoulsFormat  format);
/* Where a chart of a format is written to that was to go to @file. (transfer full) */
GFile                 *souls_export_correct      (GFile       *file,
                                                  SoulsFormat *format,
                                                  GError     **error);
gboolean               souls_export_write        (const SoulsScene *scene,
                                                  const SoulsTheme *theme,
                                                  SoulsFormat       format,
                                                  double            scale,
                                                  GFile            *file,
                                                  GError          **error);

G_END_DECLS
