/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "souls-geometry.h"

G_BEGIN_DECLS

/**
 * SoulsField:
 * @n_x: values in a row, at least 2
 * @n_y: rows, at least 2
 * @values: (array): row by row, n_x · n_y of them; what is not a number is neither above nor below
 *
 * Values on a grid. Places are counted in steps of the grid: the first value is at (0, 0), the last
 * at (n_x − 1, n_y − 1). Borrowed.
 */
typedef struct
{
  int n_x;
  int n_y;
  const double *values;
} SoulsField;

/**
 * SoulsSide:
 *
 * Which part of a field an area is.
 */
typedef enum
{
  SOULS_SIDE_ABOVE,   /* the level and all above it */
  SOULS_SIDE_BELOW,   /* what is less than the level */
} SoulsSide;

/**
 * SoulsContour:
 *
 * Where a field passes a level: the lines, and the areas on one side of them, which end at the
 * field's border.
 */
typedef struct _SoulsContour SoulsContour;

SoulsContour     *souls_contour_new         (const SoulsField   *field,
                                             double              level,
                                             SoulsSide           side);
void              souls_contour_free        (SoulsContour       *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SoulsContour, souls_contour_free)

guint             souls_contour_get_n_lines (const SoulsContour *self);
const SoulsPoint *souls_contour_get_line    (const SoulsContour *self,
                                             guint               index,
                                             int                *n_points);
guint             souls_contour_get_n_areas (const SoulsContour *self);
const SoulsPoint *souls_contour_get_area    (const SoulsContour *self,
                                             guint               index,
                                             int                *n_points);

SoulsPoint       *souls_polygon_hatch       (const SoulsPoint   *points,
                                             int                 n_points,
                                             double              spacing,
                                             double              width,
                                             int                *n_hatch);

G_END_DECLS
