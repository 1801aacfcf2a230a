/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "souls-words.h"

G_BEGIN_DECLS

/* Binds the translations of the user's locale; numbers stay those of the C locale. The first thing the program does. */
void              souls_cli_words_init (void);
/* Speaks another language in charts from now on; an error names those that there are. */
gboolean          souls_cli_words_set_language (const char *language, GError **error);
const SoulsWords *souls_cli_words (void);

G_END_DECLS
