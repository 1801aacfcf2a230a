/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "souls-document.h"

G_BEGIN_DECLS

/* What the tests of files share. */

SoulsDataSet  *document_test_data      (void);
SoulsDocument *document_test_new       (void);
/* A new, empty folder, and its end with all that is in it. */
char          *document_test_folder    (void);
void           document_test_remove    (char *folder);
char          *document_test_read      (GFile *file);
void           document_test_write     (GFile *file, const char *text);
void           document_test_move      (SoulsDocument *document, double ad_margin);
double         document_test_where     (SoulsDocument *document);
/* Runs the main loop until @done says so; fails where that takes too long. */
void           document_test_wait      (gboolean (*done) (gpointer data), gpointer data);
guint          document_test_n_files   (const char *folder, const char *ending);

G_END_DECLS
