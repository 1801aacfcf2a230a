/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "souls-data-file.h"
#include "souls-references.h"

G_BEGIN_DECLS

/* files: every file read, in the order read; kept as long as the set, since provenances may point
 *   across files.
 * in_use: whether a file's years count; a user's file that does not fit is switched off.
 * calibrations: by ascending year, one for each offered year.
 * references: NULL until they are asked for. */
struct _SoulsDataSet
{
  gatomicrefcount refs;
  GPtrArray *files;
  GArray *in_use;
  GPtrArray *warnings;
  GPtrArray *sources;
  GArray *calibrations;
  SoulsReferences *references;
};

SoulsDataSet        *souls_data_set_new       (void);
const SoulsDataYear *souls_data_set_find_year (const SoulsDataSet *self,
                                               int                 year,
                                               gboolean            beliefs,
                                               guint              *index);

static inline gboolean
souls_data_set_is_in_use (const SoulsDataSet *self,
                          guint               index)
{
  return g_array_index (self->in_use, gboolean, index);
}

G_END_DECLS
