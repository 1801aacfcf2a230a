/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <pango/pangocairo.h>

#include "souls-geometry.h"

G_BEGIN_DECLS

/**
 * SoulsTextCache:
 *
 * Texts that have been shaped, so that what stays the same from one layout to the next is shaped
 * once. Bounded: what has not been asked for in two generations goes when there are too many.
 *
 * It uses the thread's default font map and belongs to the thread that made it.
 */
typedef struct _SoulsTextCache SoulsTextCache;

/**
 * SoulsTextKey:
 * @text: UTF-8
 * @size: px
 * @width: px at which text wraps or ends in an ellipsis, or 0
 * @lines: how many lines there may be
 * @alignment: of wrapped lines, as seen
 * @rtl: the direction of text that has none of its own
 *
 * All that a shaped text depends on, but the font.
 */
typedef struct
{
  const char *text;
  double size;
  double width;
  int lines;
  PangoAlignment alignment;
  unsigned bold : 1;
  unsigned tabular : 1;
  unsigned rtl : 1;
} SoulsTextKey;

SoulsTextCache *souls_text_cache_new      (void);
void            souls_text_cache_free     (SoulsTextCache     *self);
void            souls_text_cache_set_font (SoulsTextCache     *self,
                                           const char         *families);
void            souls_text_cache_age      (SoulsTextCache     *self);
guint           souls_text_cache_get_size (SoulsTextCache     *self);
PangoLayout    *souls_text_cache_shape    (SoulsTextCache     *self,
                                           const SoulsTextKey *key,
                                           SoulsBox           *extents);

G_END_DECLS
