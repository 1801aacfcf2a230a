/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "souls-data-set.h"
#include "souls-json.h"

G_BEGIN_DECLS

/* A folder of the test's own; files in it are removed with it. */
char         *make_folder       (void);
void          remove_folder     (char *folder);

/* Writes a file into @folder and returns its path. */
char         *write_file        (const char *folder, const char *name, const char *bytes, gssize length);

/* The data files that ship, from the source folder. */
char         *get_reported_path (void);
char         *get_beliefs_path  (void);
SoulsDataSet *load_shipped      (void);

/* One line, as every message has to be, of the scenario layer. */
void          assert_message    (const GError *error, int code, const char *part);

G_END_DECLS
