/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * SoulsDraftWriter:
 *
 * Writes one draft's file on a thread, so that a slow disk does not hold up a slider. What is handed over last counts.
 */
typedef struct _SoulsDraftWriter SoulsDraftWriter;

typedef void (*SoulsDraftWriterFailed) (const char *problem, gpointer data);

/* @lock: descriptor that holds the lock of an existing file at @path, or -1; taken over. */
SoulsDraftWriter *souls_draft_writer_new    (const char *path, int lock, SoulsDraftWriterFailed failed, gpointer data);
/* Takes @text. */
void              souls_draft_writer_put    (SoulsDraftWriter *self, char *text);
void              souls_draft_writer_remove (SoulsDraftWriter *self);
/* Waits until nothing is left to do. */
void              souls_draft_writer_flush  (SoulsDraftWriter *self);
void              souls_draft_writer_free   (SoulsDraftWriter *self);

G_END_DECLS
