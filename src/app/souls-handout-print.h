/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "souls-pages.h"

G_BEGIN_DECLS

/**
 * SoulsKeptPages:
 * @count: of references
 * @pages: what is printed
 *
 * Pages that a dialog shows and a printer may still be at work on: counted.
 */
typedef struct
{
  gatomicrefcount count;
  SoulsPages *pages;
} SoulsKeptPages;

/* @pages: (transfer full) */
SoulsKeptPages    *souls_kept_pages_new   (SoulsPages       *pages);
SoulsKeptPages    *souls_kept_pages_ref   (SoulsKeptPages   *self);
void               souls_kept_pages_unref (SoulsKeptPages   *self);

GtkPrintOperation *souls_handout_print_new (SoulsKeptPages   *pages,
                                            const SoulsTheme *theme,
                                            const char       *title);

G_END_DECLS
