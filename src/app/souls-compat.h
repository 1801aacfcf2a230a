/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The few places where a newer GTK has a better way: only this file knows which. */

/**
 * SoulsFileChosen:
 * @file: what was chosen
 * @data: as given
 *
 * Called once a file has been chosen, and never when the dialog was cancelled.
 */
typedef void (*SoulsFileChosen) (GFile    *file,
                                 gpointer  data);

void souls_compat_open_scenario (GtkWindow       *parent,
                                 SoulsFileChosen  chosen,
                                 gpointer         data);

void souls_compat_save_chart    (GtkWindow       *parent,
                                 const char      *name,
                                 SoulsFileChosen  chosen,
                                 gpointer         data);

void souls_compat_show_uri      (GtkWindow  *parent,
                                 const char *uri);

G_END_DECLS
