/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "souls-document.h"

G_BEGIN_DECLS

/**
 * SoulsDraft:
 *
 * Keeps what a document has not saved in a file of its own, so that it outlives the program: written at most half a
 * second after a change, removed once there is nothing to save.
 */
typedef struct _SoulsDraft SoulsDraft;

/**
 * SoulsOrphan:
 * @file: (nullable): the document's file
 * @sum: (nullable): check sum of what @file held then
 * @scenario: what was not saved
 *
 * A draft whose program has ended without its being saved or discarded. Whoever holds it holds its lock.
 */
typedef struct
{
  GFile *file;
  char *sum;
  SoulsScenario *scenario;

  /*< private >*/
  char *path;
  int lock;
  gint64 time;
} SoulsOrphan;

/**
 * SoulsDraftFailed:
 * @problem: why a draft could not be written, with the file's name
 * @data: as given
 *
 * Called once for each row of failures, on the main thread.
 */
typedef void (*SoulsDraftFailed) (const char *problem,
                                  gpointer    data);

/* Where drafts are by default. (transfer full) */
char       *souls_drafts_folder     (void);
/* What other, ended programs have left, the latest first; what cannot be read is put aside and said in @problems. */
GPtrArray  *souls_drafts_take       (const char *folder, const SoulsDataSet *data, GPtrArray *problems);
void        souls_orphan_free       (SoulsOrphan *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SoulsOrphan, souls_orphan_free)

SoulsDraft *souls_draft_new         (SoulsDocument *document, const char *folder);
/* Goes on with an orphan's file, so that at every moment there is one. Takes @orphan's lock; the rest stays its owner's. */
SoulsDraft *souls_draft_new_from    (SoulsDocument *document, SoulsOrphan *orphan);
void        souls_draft_set_failed  (SoulsDraft *self, SoulsDraftFailed failed, gpointer data);
/* Brings what is open to the disk now. */
void        souls_draft_flush       (SoulsDraft *self);
/* Nothing of it is to be kept. */
void        souls_draft_discard     (SoulsDraft *self);
/* Keeps the file of what is not saved: the next start finds it. */
void        souls_draft_free        (SoulsDraft *self);

G_END_DECLS
