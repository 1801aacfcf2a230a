/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* What the app remembers from one start to the next. Where the schema is not installed, @settings is %NULL:
 * everything then reads as its default, and nothing is remembered. */

GSettings *souls_app_state_open        (void);

int        souls_app_state_get_int     (GSettings  *settings,
                                        const char *key);
double     souls_app_state_get_double  (GSettings  *settings,
                                        const char *key);
gboolean   souls_app_state_get_boolean (GSettings  *settings,
                                        const char *key);
char      *souls_app_state_get_string  (GSettings  *settings,
                                        const char *key);
char     **souls_app_state_get_strv    (GSettings  *settings,
                                        const char *key);

void       souls_app_state_set         (GSettings  *settings,
                                        const char *key,
                                        GVariant   *value);

GVariant  *souls_app_state_default     (const char *key);
const char *const *souls_app_state_keys (void);

G_END_DECLS
