/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "souls-data-set.h"
#include "souls-json.h"

G_BEGIN_DECLS

/**
 * SoulsDataYear:
 * @year: the fiscal year
 * @figures: of a file of figures
 * @beliefs: of a file of beliefs
 * @provenance: by #SoulsFigure or #SoulsBelief; undefined where there is no value
 *
 * One fiscal year of one file.
 */
typedef struct
{
  int year;
  SoulsFigures figures;
  SoulsBeliefs beliefs;
  SoulsProvenance provenance[SOULS_N_FIGURES];
} SoulsDataYear;

G_STATIC_ASSERT ((int) SOULS_N_BELIEFS <= (int) SOULS_N_FIGURES);

/**
 * SoulsDataFile:
 * @name: for messages
 * @is_beliefs: beliefs, else figures
 * @is_user: from the user's folder: may be left out
 * @sources: (element-type SoulsSource): in the order of the file
 * @years: (element-type SoulsDataYear): ascending
 *
 * A file of figures or beliefs, its form and sums checked. Provenances point into it and into the files before it.
 */
typedef struct
{
  char *name;
  gboolean is_beliefs;
  gboolean is_user;
  GPtrArray *sources;
  GPtrArray *years;
  GStringChunk *strings;
  GPtrArray *blocks;
} SoulsDataFile;

SoulsDataFile       *souls_data_file_parse       (const char      *name,
                                                  JsonNode        *root,
                                                  GPtrArray       *earlier,
                                                  GError         **error);
void                 souls_data_file_free        (SoulsDataFile   *self);
const SoulsDataYear *souls_data_file_find_year   (const SoulsDataFile *self,
                                                  int                  year);
const SoulsSource   *souls_data_file_find_source (const SoulsDataFile *self,
                                                  const char          *id);
gboolean             souls_data_sums_check       (const SoulsJsonPlace *place,
                                                  const SoulsFigures   *figures,
                                                  GError              **error);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SoulsDataFile, souls_data_file_free)

G_END_DECLS
