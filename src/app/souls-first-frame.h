/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void souls_first_frame_watch (GtkWindow *window,
                              gboolean   quit);

G_END_DECLS
