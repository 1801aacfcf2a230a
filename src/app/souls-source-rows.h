/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "souls-data-set.h"

G_BEGIN_DECLS

/* What every place says of where a number comes from, in the same rows. */
GtkWidget *souls_source_rows_add_label (GtkWidget *box, const char *text, const char *css_class);
void souls_source_rows_add_source (GtkWidget *box, const SoulsSource *source);
void souls_source_rows_add (GtkWidget *box, const SoulsProvenance *provenance);
char *souls_kind_describe (SoulsKind kind);

G_END_DECLS
