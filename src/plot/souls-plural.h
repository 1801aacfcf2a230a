/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Which of a language's plural forms a count takes, by the rule of a catalogue's "Plural-Forms". */
gboolean souls_plural_choose (const char    *rule,
                              unsigned long  n,
                              unsigned long *form);

G_END_DECLS
