/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "souls-scenario.h"

G_BEGIN_DECLS

/**
 * Run:
 *
 * What one call of the program gave.
 */
typedef struct
{
  int status;
  char *out;
  gsize length;
  char *err;
} Run;

void       run_clear         (Run *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Run, run_clear)

/* A folder of the test's own that is the program's home too; removed by clean_up(). */
void          set_up         (void);
void          clean_up       (void);
const char   *get_folder     (void);
char         *write_file     (const char *name, const char *bytes, gssize length);

/* An environment variable of the program. */
void          set_variable   (const char *name, const char *value);

/* Runs the program with words; the last is NULL. */
void          run            (Run *self, ...) G_GNUC_NULL_TERMINATED;
void          run_words      (Run *self, const char *const *words);
/* The same with words between spaces. */
void          run_line       (Run *self, const char *line);
/* Runs, wants status 0 and silence on stderr, and parses standard output. */
JsonNode     *run_json       (const char *line);
/* Wants status 2, nothing on standard output, and one line on stderr with @part in it. */
void          assert_bad     (const Run *self, const char *part);
void          assert_good    (const Run *self);

/* RFC 4180: rows of fields. */
GPtrArray    *parse_csv      (const char *text);

SoulsDataSet *load_shipped   (void);

G_END_DECLS
