/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "souls-output.h"

G_BEGIN_DECLS

/**
 * SoulsPages:
 *
 * Pages of one size, each a scene with other scenes placed on it: a document that is laid out once and then drawn on a
 * screen, on paper, or into a PDF. Lengths are px of 1/96 inch.
 */
typedef struct _SoulsPages SoulsPages;

/* A picture on a page: drawn from (@x, @y) on, at its own size. */
typedef struct
{
  SoulsScene *scene;
  double x;
  double y;
} SoulsPicture;

SoulsPages         *souls_pages_new            (double              width,
                                                double              height);
void                souls_pages_free           (SoulsPages         *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SoulsPages, souls_pages_free)

double              souls_pages_get_width      (const SoulsPages   *self);
double              souls_pages_get_height     (const SoulsPages   *self);

/* Adds an empty page; the first one's finding, description and attachment are the document's. (transfer none) */
SoulsScene         *souls_pages_append         (SoulsPages         *self,
                                                double              base_size);
/* Places a scene (transfer full) on the last page. */
void                souls_pages_place          (SoulsPages         *self,
                                                SoulsScene         *picture,
                                                double              x,
                                                double              y);
/* Turns all pages for right-to-left readers, and where pictures stand; these have their own direction already. */
void                souls_pages_mirror         (SoulsPages         *self);

guint               souls_pages_get_n          (const SoulsPages   *self);
SoulsScene         *souls_pages_get_scene      (const SoulsPages   *self,
                                                guint               page);
guint               souls_pages_get_n_pictures (const SoulsPages   *self,
                                                guint               page);
const SoulsPicture *souls_pages_get_picture    (const SoulsPages   *self,
                                                guint               page,
                                                guint               index);

void                souls_pages_draw           (const SoulsPages   *self,
                                                guint               page,
                                                cairo_t            *cr,
                                                const SoulsTheme   *theme);
GBytes             *souls_pages_render         (const SoulsPages   *self,
                                                const SoulsTheme   *theme,
                                                GError            **error);
gboolean            souls_pages_write          (const SoulsPages   *self,
                                                const SoulsTheme   *theme,
                                                const char         *path,
                                                GError            **error);

G_END_DECLS
