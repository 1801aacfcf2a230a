/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "souls-output-private.h"
#include "souls-scene-private.h"

G_BEGIN_DECLS

/* A length to a hundredth of a px, in the C locale, as short as it can be. */
void souls_svg_append_number  (GString *svg, double value);
/* " name="value"": name and value of an attribute, with the blank before it. */
void souls_svg_append_length  (GString *svg, const char *name, double value);
/* The same for a colour: name, and name-opacity where it is not opaque. */
void souls_svg_append_color   (GString *svg, const char *name, SoulsRgba color);
/* Characters that XML has no place for are left out. */
void souls_svg_append_escaped (GString *svg, const char *text, gssize length);

/* A text, an element for each line of it. */
void souls_svg_append_text    (GString *svg, const SoulsText *text, const SoulsTheme *theme);

G_END_DECLS
