/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "souls-output.h"

G_BEGIN_DECLS

/* What wrote a file, as the file says it. */
#define SOULS_OUTPUT_PROGRAM "Two Souls"

/* Appends an opaque surface of %CAIRO_FORMAT_RGB24 as a PNG with the scene's words. */
gboolean souls_png_append (GString          *bytes,
                           cairo_surface_t  *surface,
                           const SoulsScene *scene,
                           double            scale,
                           GError          **error);

/* Appends the scene as an SVG with real text. */
void     souls_svg_append (GString          *bytes,
                           const SoulsScene *scene,
                           const SoulsTheme *theme);

G_END_DECLS
