/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Whether there is any font to write with; without one, a picture would be without its words. */
gboolean souls_fonts_check (GError **error);

G_END_DECLS
