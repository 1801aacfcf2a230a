/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "souls-motion.h"
#include "souls-output.h"

G_BEGIN_DECLS

/**
 * SoulsFilm:
 *
 * A motion on its way into a file: step by step, so that whoever waits can say how far it is and stop. A GIF is written in
 * one piece at the end; numbered PNG pictures, counted from 1, are taken away again if the film is freed before it is done.
 */
typedef struct _SoulsFilm SoulsFilm;

SoulsFilm *souls_film_new          (SoulsMotion      *motion,
                                    const SoulsTheme *theme,
                                    int               rate,
                                    const char       *path,
                                    GError          **error);
void       souls_film_free         (SoulsFilm        *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SoulsFilm, souls_film_free)

/* Draws what comes next and writes the file when all is there; ends on failure. */
gboolean   souls_film_step         (SoulsFilm        *self,
                                    GError          **error);
gboolean   souls_film_is_done      (const SoulsFilm  *self);
int        souls_film_get_done     (const SoulsFilm  *self);
int        souls_film_get_n_frames (const SoulsFilm  *self);
guint64    souls_film_get_n_bytes  (const SoulsFilm  *self);

G_END_DECLS
