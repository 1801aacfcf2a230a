/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char       *souls_text_line    (const char *text);
char       *souls_text_quote   (const char *text);
char       *souls_text_number  (double value);
gboolean    souls_text_parse   (const char *text,
                                double     *value);
const char *souls_text_nearest (const char        *word,
                                const char *const *candidates);
char       *souls_text_hint    (const char        *word,
                                const char *const *candidates);

G_END_DECLS
