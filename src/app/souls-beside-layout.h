/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * SoulsBesideLayout:
 *
 * A picture and a list beside it, two children: the list has a fixed width and the picture the rest. Where there is no
 * room for both, the picture stands above the list, at most half of the height.
 */
#define SOULS_TYPE_BESIDE_LAYOUT (souls_beside_layout_get_type ())
G_DECLARE_FINAL_TYPE (SoulsBesideLayout, souls_beside_layout, SOULS, BESIDE_LAYOUT, GtkLayoutManager)

/* Whether the list is beside the picture, as last laid out. */
gboolean souls_beside_layout_is_wide (SoulsBesideLayout *self);

G_END_DECLS
