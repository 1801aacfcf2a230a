/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "souls-difference.h"

G_BEGIN_DECLS

/**
 * SoulsDifferenceItem:
 *
 * A line of the table of differences: a difference, or a heading over some.
 */
#define SOULS_TYPE_DIFFERENCE_ITEM (souls_difference_item_get_type ())
G_DECLARE_FINAL_TYPE (SoulsDifferenceItem, souls_difference_item, SOULS, DIFFERENCE_ITEM, GObject)

/* @row: (nullable): copied; @heading: (nullable): what the line says instead. */
SoulsDifferenceItem   *souls_difference_item_new         (const SoulsDifference *row,
                                                          const char            *heading);
const SoulsDifference *souls_difference_item_get_row     (SoulsDifferenceItem   *self);
const char            *souls_difference_item_get_heading (SoulsDifferenceItem   *self);

G_END_DECLS
