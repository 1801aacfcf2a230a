/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* All lengths of the plot layer are doubles in px at scale 1, y downwards. */

typedef struct
{
  double x;
  double y;
} SoulsPoint;

typedef struct
{
  double x;
  double y;
  double width;
  double height;
} SoulsBox;

/**
 * SoulsRange:
 *
 * A closed interval of data values; empty while @min > @max.
 */
typedef struct
{
  double min;
  double max;
} SoulsRange;

/* Length that spacing is a multiple of, px. */
#define SOULS_GRID 6.0

static inline double
souls_box_right (SoulsBox box)
{
  return box.x + box.width;
}

static inline double
souls_box_bottom (SoulsBox box)
{
  return box.y + box.height;
}

static inline gboolean
souls_box_contains (SoulsBox box,
                    double   x,
                    double   y)
{
  return x >= box.x && x <= souls_box_right (box) && y >= box.y && y <= souls_box_bottom (box);
}

/* Whether two boxes share more than an edge. */
static inline gboolean
souls_box_overlaps (SoulsBox a,
                    SoulsBox b)
{
  return a.x < souls_box_right (b) && b.x < souls_box_right (a) &&
         a.y < souls_box_bottom (b) && b.y < souls_box_bottom (a);
}

/* Whether @inner lies in @outer, give or take @slack px. */
static inline gboolean
souls_box_holds (SoulsBox outer,
                 SoulsBox inner,
                 double   slack)
{
  return inner.x >= outer.x - slack && souls_box_right (inner) <= souls_box_right (outer) + slack &&
         inner.y >= outer.y - slack && souls_box_bottom (inner) <= souls_box_bottom (outer) + slack;
}

/* A box smaller by @dx at the left and the right and by @dy at the top and the bottom. */
static inline SoulsBox
souls_box_inset (SoulsBox box,
                 double   dx,
                 double   dy)
{
  return (SoulsBox) { box.x + dx, box.y + dy,
                      MAX (box.width - 2 * dx, 0.0), MAX (box.height - 2 * dy, 0.0) };
}

G_END_DECLS
