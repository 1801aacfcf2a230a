/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

typedef enum
{
  SOULS_TABLE_TEXT,   /* aligned columns for people */
  SOULS_TABLE_CSV,    /* RFC 4180 */
  SOULS_TABLE_JSON,   /* an array of objects */
  SOULS_N_TABLE_FORMATS
} SoulsTableFormat;

/**
 * SoulsTable:
 *
 * Rows and columns that can be written in every format, so that a verb says once what it has to say. A cell holds what a
 * machine reads and, where it differs, what a person reads.
 */
typedef struct _SoulsTable SoulsTable;

const char *souls_table_format_id      (SoulsTableFormat  format);
gboolean    souls_table_format_from_id (const char       *id,
                                        SoulsTableFormat *format);

SoulsTable *souls_table_new            (void);
void        souls_table_free           (SoulsTable *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SoulsTable, souls_table_free)

/* @key: in CSV and JSON; @title: for people, or NULL for a column that they are spared. */
void        souls_table_add_column     (SoulsTable *self, const char *key, const char *title);
/* Cells, row by row from left to right; @shown: for people, or NULL for the same. */
void        souls_table_add_text       (SoulsTable *self, const char *text, const char *shown);
void        souls_table_add_number     (SoulsTable *self, double number, const char *shown);
void        souls_table_add_boolean    (SoulsTable *self, gboolean value, const char *shown);

/* All (transfer full). */
char       *souls_table_to_text        (SoulsTable *self);
char       *souls_table_to_csv         (SoulsTable *self);
JsonNode   *souls_table_to_json        (SoulsTable *self);
char       *souls_table_write          (SoulsTable *self, SoulsTableFormat format);

/* A JSON value as a file or stream has it, with a line end. (transfer full) */
char       *souls_table_print_json     (JsonNode *node);

G_END_DECLS
