/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "souls-why.h"

G_BEGIN_DECLS

GtkListBox *souls_why_rows_new (const SoulsWhy *why, SoulsSession *session);

G_END_DECLS
