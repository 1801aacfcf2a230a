/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "souls-config.h"

#include "souls-tie-item.h"

struct _SoulsTieItem
{
  GObject parent_instance;

  SoulsTie tie;
  const SoulsProvenance *provenance;   /* borrowed from the data set; NULL where there is none */
};

G_DEFINE_FINAL_TYPE (SoulsTieItem, souls_tie_item, G_TYPE_OBJECT)

static void
souls_tie_item_class_init (SoulsTieItemClass *klass)
{
}

static void
souls_tie_item_init (SoulsTieItem *self)
{
}

/**
 * souls_tie_item_new:
 * @tie: a line of the tie-out
 * @provenance: (nullable): where its figure is from; must outlive the item
 *
 * Returns: (transfer full): an item
 */
SoulsTieItem *
souls_tie_item_new (const SoulsTie        *tie,
                    const SoulsProvenance *provenance)
{
  SoulsTieItem *self = g_object_new (SOULS_TYPE_TIE_ITEM, NULL);

  self->tie = *tie;
  self->provenance = provenance;

  return self;
}

/**
 * souls_tie_item_get_tie:
 * @self: the item
 *
 * Returns: (transfer none): the line
 */
const SoulsTie *
souls_tie_item_get_tie (SoulsTieItem *self)
{
  g_return_val_if_fail (SOULS_IS_TIE_ITEM (self), NULL);

  return &self->tie;
}

/**
 * souls_tie_item_get_provenance:
 * @self: the item
 *
 * Returns: (transfer none) (nullable): where the figure is from
 */
const SoulsProvenance *
souls_tie_item_get_provenance (SoulsTieItem *self)
{
  g_return_val_if_fail (SOULS_IS_TIE_ITEM (self), NULL);

  return self->provenance;
}
