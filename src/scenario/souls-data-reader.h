/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "souls-data-file.h"

G_BEGIN_DECLS

/**
 * SoulsDataReader:
 * @file: what is being read
 * @earlier: (nullable) (element-type SoulsDataFile): files whose sources it may name too
 * @error: where messages go
 *
 * What the functions that read a data file hand on to each other.
 */
typedef struct
{
  SoulsDataFile *file;
  GPtrArray *earlier;
  GError **error;
} SoulsDataReader;

gboolean souls_data_reader_text      (const SoulsDataReader *reader,
                                      const SoulsJsonPlace  *parent,
                                      JsonObject            *object,
                                      const char            *name,
                                      const char           **text);
gboolean souls_data_reader_source_id (const SoulsDataReader *reader,
                                      const SoulsJsonPlace  *place,
                                      JsonNode              *node,
                                      const SoulsSource    **source);
gboolean souls_data_reader_sources   (const SoulsDataReader *reader,
                                      const SoulsJsonPlace  *place,
                                      JsonNode              *node);

G_END_DECLS
