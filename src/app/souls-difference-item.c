/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "souls-config.h"

#include "souls-difference-item.h"

struct _SoulsDifferenceItem
{
  GObject parent_instance;

  char *heading;   /* owned; NULL for a difference */
  SoulsDifference row;
};

G_DEFINE_FINAL_TYPE (SoulsDifferenceItem, souls_difference_item, G_TYPE_OBJECT)

static void
souls_difference_item_finalize (GObject *object)
{
  g_free (SOULS_DIFFERENCE_ITEM (object)->heading);
  G_OBJECT_CLASS (souls_difference_item_parent_class)->finalize (object);
}

static void
souls_difference_item_class_init (SoulsDifferenceItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = souls_difference_item_finalize;
}

static void
souls_difference_item_init (SoulsDifferenceItem *self)
{
}

SoulsDifferenceItem *
souls_difference_item_new (const SoulsDifference *row,
                           const char            *heading)
{
  SoulsDifferenceItem *self = g_object_new (SOULS_TYPE_DIFFERENCE_ITEM, NULL);

  self->heading = g_strdup (heading);
  if (row != NULL)
    self->row = *row;
  return self;
}

const SoulsDifference *
souls_difference_item_get_row (SoulsDifferenceItem *self)
{
  return self->heading == NULL ? &self->row : NULL;
}

const char *
souls_difference_item_get_heading (SoulsDifferenceItem *self)
{
  return self->heading;
}
