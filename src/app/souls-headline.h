/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "souls-session.h"

G_BEGIN_DECLS

/**
 * SoulsHeadline:
 *
 * The answer in one sentence, the largest text of the window; under it in how many worlds of the simulation that is money
 * made; and the line that says how far it can be trusted: whether the base year ties to its filing, how many sliders were
 * moved, and what "without AWS" means.
 */
#define SOULS_TYPE_HEADLINE (souls_headline_get_type ())
G_DECLARE_FINAL_TYPE (SoulsHeadline, souls_headline, SOULS, HEADLINE, GtkWidget)

void        souls_headline_set_session (SoulsHeadline *self,
                                        SoulsSession  *session);
const char *souls_headline_get_text    (SoulsHeadline *self);
const char *souls_headline_get_worlds  (SoulsHeadline *self);
const char *souls_headline_get_status  (SoulsHeadline *self);

G_END_DECLS
