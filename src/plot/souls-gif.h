/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "souls-output.h"

G_BEGIN_DECLS

/* Of one frame: what a GIF can say. */
#define SOULS_GIF_MAX_SIDE 8000
#define SOULS_GIF_MAX_DELAY 65535

/**
 * SoulsGif:
 *
 * A moving picture being made, in memory: first it is shown scenes to learn their colours from, of which a GIF has 256 for
 * all its frames; then come the frames, of which only what changed is kept. It plays for ever. The same scenes give the
 * same bytes every time.
 */
typedef struct _SoulsGif SoulsGif;

SoulsGif *souls_gif_new    (const SoulsTheme *theme,
                            int               width,
                            int               height);
void      souls_gif_free   (SoulsGif         *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SoulsGif, souls_gif_free)

gboolean  souls_gif_learn  (SoulsGif         *self,
                            const SoulsScene *scene,
                            GError          **error);
/* @delay: how long it stays, in 1/100 s. */
gboolean  souls_gif_add    (SoulsGif         *self,
                            const SoulsScene *scene,
                            int               delay,
                            GError          **error);
/* The file. Nothing can be added after it. (transfer full) */
GBytes   *souls_gif_finish (SoulsGif         *self,
                            GError          **error);

G_END_DECLS
