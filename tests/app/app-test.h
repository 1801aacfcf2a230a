/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "souls-window-private.h"

G_BEGIN_DECLS

/* What the tests of the window share. */

SoulsApplication *app_test_start    (const char       *id,
                                     SoulsDataSet     *data,
                                     const char       *problem);
SoulsWindow      *app_test_show     (SoulsApplication *application);
void              app_test_settle   (void);
void              app_test_close    (SoulsWindow      *window);
void              app_test_activate (SoulsWindow      *window,
                                     const char       *action,
                                     GVariant         *parameter);
gboolean          app_test_enabled  (SoulsWindow      *window,
                                     const char       *action);
GVariant         *app_test_state    (SoulsWindow      *window,
                                     const char       *action);
SoulsDriverRow   *app_test_row      (SoulsWindow      *window,
                                     SoulsGroup        group,
                                     SoulsDriver       driver);

G_END_DECLS
