/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* By the first bytes: a PNG, SVG or PDF, or a picture of a kind that never holds a scenario. */
gboolean souls_picture_is_picture    (const char *bytes, gsize length);
/* The text of the scenario file that a picture of this program carries. @name stands in messages. (transfer full) */
char    *souls_picture_find_scenario (const char *name, const char *bytes, gsize length,
                                      gsize *scenario_length, GError **error);

G_END_DECLS
