/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "souls-session.h"

G_BEGIN_DECLS

/* What "without AWS" may mean: the rungs with their explanations, one of them chosen. (transfer floating) */
GtkWidget *souls_rung_popover_new (SoulsSession *session);

G_END_DECLS
