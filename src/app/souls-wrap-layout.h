/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * SoulsWrapLayout:
 *
 * Sets children one after the other at their natural width, as words in a line of text: where one does not fit any
 * more, the next line begins. Mirrored in a language that runs right to left.
 */
#define SOULS_TYPE_WRAP_LAYOUT (souls_wrap_layout_get_type ())
G_DECLARE_FINAL_TYPE (SoulsWrapLayout, souls_wrap_layout, SOULS, WRAP_LAYOUT, GtkLayoutManager)

GtkLayoutManager *souls_wrap_layout_new (int column_spacing,
                                         int line_spacing);

G_END_DECLS
