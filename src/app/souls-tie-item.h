/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "souls-data-set.h"

G_BEGIN_DECLS

/**
 * SoulsTieItem:
 *
 * A line of the tie-out with its source, as an object that a list can hold.
 */
#define SOULS_TYPE_TIE_ITEM (souls_tie_item_get_type ())
G_DECLARE_FINAL_TYPE (SoulsTieItem, souls_tie_item, SOULS, TIE_ITEM, GObject)

SoulsTieItem          *souls_tie_item_new            (const SoulsTie        *tie,
                                                      const SoulsProvenance *provenance);
const SoulsTie        *souls_tie_item_get_tie        (SoulsTieItem          *self);
const SoulsProvenance *souls_tie_item_get_provenance (SoulsTieItem          *self);

G_END_DECLS
