/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "souls-output.h"

G_BEGIN_DECLS

/* What wrote a file, as the file says it. */
#define SOULS_OUTPUT_PROGRAM "Two Souls"

/* px of a screen are 1/96 inch, points 1/72. */
#define SOULS_POINTS_PER_PX 0.75

/* Turns what cairo says into an error. */
gboolean souls_output_check (cairo_status_t   status,
                             const char      *format,
                             GError         **error);

/* Replaces a file in one step or leaves it as it was. */
gboolean souls_output_put (const char *path,
                           GBytes     *bytes,
                           GError    **error);

/* A PDF that is written to @bytes, which must stay; its pages have the size of @said, its metadata are the words of
 * @said. (transfer full) */
cairo_surface_t *souls_pdf_open (GString          *bytes,
                                 const SoulsScene *said);

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
