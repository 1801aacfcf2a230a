/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <pango/pango.h>

G_BEGIN_DECLS

/* A sign before a currency, as in "−$280 m", belongs to what follows, but Unicode lets a line end between the two. */
void  souls_signs_hold (const char    *text,
                        PangoAttrList *attributes);
/* For who takes a string only. (transfer full) */
char *souls_signs_join (const char    *text);

G_END_DECLS
