/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "souls-session.h"

G_BEGIN_DECLS

/* Where a number comes from, ready to pop up. The caller gives the popover its parent. (transfer
 * floating) */
GtkWidget *souls_provenance_popover_new_for_driver (SoulsSession *session, SoulsDriver driver);
GtkWidget *
souls_provenance_popover_new_for_figure (SoulsDataSet *data, int year, SoulsFigure figure);

G_END_DECLS
