/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "souls-compat.h"

G_BEGIN_DECLS

void souls_save_with_ending (GtkWindow       *parent,
                             GFile           *file,
                             const char      *ending,
                             SoulsFileChosen  save,
                             gpointer         data);

G_END_DECLS
