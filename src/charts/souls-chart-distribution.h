/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "souls-chart-area.h"
#include "souls-chart-flows.h"
#include "souls-chart-routes.h"

G_BEGIN_DECLS

#define SOULS_WAY_LINES 3
#define SOULS_N_WAY_ENDS (N_ROUTES + N_CUSTOMERS)

/* Less than this cannot be seen, US$ million: rounding errors of sums. */
#define SOULS_WAY_LEAST 0.01

/**
 * SoulsWayManner:
 *
 * How much the labels say, and whether a place is kept for each.
 */
typedef enum
{
  MANNER_LARGE,      /* name, and all figures below */
  MANNER_SMALL,      /* the same, small */
  MANNER_ONE_LINE,   /* name and sales, small */
  MANNER_NAME,       /* the name alone */
  MANNER_SOME,       /* names where there happens to be room */
  N_MANNERS
} SoulsWayManner;

/**
 * SoulsWayEnd:
 * @value: net sales, US$ million
 * @ghost: the same at baseline; 0 where it is not drawn
 * @line: of its label: name, then figures; owned
 * @short_line: the same in one line; owned
 * @slot: px that its label needs along the column
 * @box: where it is
 *
 * A way's beginning, or a customer.
 */
typedef struct
{
  int side;
  int soul;
  double value;
  double ghost;
  char *line[SOULS_WAY_LINES];
  char *short_line;
  double slot;
  SoulsBox box;
} SoulsWayEnd;

/**
 * SoulsWayMap:
 * @glow: by route: how much of the light of a fresh change is left
 * @end: the routes, then the customers, each from top to bottom
 * @manner: of the labels
 * @label_width: by side: px
 * @x: by side: px of the left edge of its ends
 * @scale: px per US$ million
 * @node: px: width of an end
 * @soul_box: by soul: its node
 */
typedef struct
{
  SoulsDraft *draft;
  SoulsArea area;
  SoulsRoutes routes;
  double glow[N_ROUTES];
  SoulsWayEnd end[SOULS_N_WAY_ENDS];
  SoulsWayManner manner;
  double label_width[N_SIDES];
  double x[N_SIDES];
  double scale;
  double node;
  SoulsBox soul_box[N_SOULS];
} SoulsWayMap;

extern const SoulsColor souls_way_colors[N_SOULS];

/* The two columns of ends: what they are called, and what room that takes */
const char *souls_way_map_route_name (const SoulsWayMap *self,
                                      int                route);
void        souls_way_map_fill       (SoulsWayMap       *self);
void        souls_way_map_clear      (SoulsWayMap       *self);
gboolean    souls_way_end_is_drawn   (const SoulsWayEnd *end);
double      souls_way_end_height     (const SoulsWayEnd *end,
                                      double             scale);
double      souls_way_map_gap        (const SoulsWayMap *self,
                                      const SoulsWayEnd *end,
                                      const SoulsWayEnd *above);
double      souls_way_map_measure    (const SoulsWayMap *self,
                                      int                side,
                                      double             scale);
void        souls_way_map_fit        (SoulsWayMap       *self);
void        souls_way_map_label      (const SoulsWayMap *self);

G_END_DECLS
