/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "souls-geometry.h"

G_BEGIN_DECLS

/**
 * SoulsLabel:
 * @wanted: px where the label's middle would be by itself (a line's end, a bar's middle)
 * @size: px it takes along the line
 * @priority: the lowest goes first when there is not enough room; among equals the later one
 * @placed: px of its middle; set by souls_labels_place()
 * @shown: whether there is room for it; set by souls_labels_place()
 *
 * A label on a line, horizontal or vertical.
 */
typedef struct
{
  double wanted;
  double size;
  int priority;
  double placed;
  gboolean shown;
} SoulsLabel;

guint souls_labels_place (SoulsLabel *labels,
                          guint       n_labels,
                          SoulsRange  span,
                          double      gap);

G_END_DECLS
