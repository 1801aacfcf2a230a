/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "fixture.h"

G_BEGIN_DECLS

/**
 * Difference:
 * @mean: over all pixels and colours, 0 … 1
 * @worst: of one colour of one pixel, 0 … 1
 * @share: of the pixels that differ by more than a tenth
 *
 * How two pictures differ.
 */
typedef struct
{
  double mean;
  double worst;
  double share;
} Difference;

/* The theme without its texts: what is drawn of a chart but words. By value. */
SoulsTheme       picture_wordless (SoulsThemeId theme);

/* All return an opaque surface of %CAIRO_FORMAT_RGB24 (transfer full). */
cairo_surface_t *picture_draw     (const SoulsScene *scene, const SoulsTheme *theme, double scale);
/* Each @factor × @factor pixels become one; what is over at the right and the bottom is left out. */
cairo_surface_t *picture_shrink   (cairo_surface_t *surface, int factor);
/* Left becomes right. */
cairo_surface_t *picture_mirror   (cairo_surface_t *surface);

/* Of two pictures of one size. */
Difference       picture_compare  (cairo_surface_t *a, cairo_surface_t *b);
/* The share of pixels that are not paper. */
double           picture_coverage (cairo_surface_t *surface, const SoulsTheme *theme);

/* Lays a chart out: words, an older year with a scenario, every kind of mark there is. */
void             picture_stage    (Stage *stage, SoulsChart chart, int view, gboolean rtl,
                                   double width, double height, SoulsScene *scene);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (cairo_surface_t, cairo_surface_destroy)

G_END_DECLS
