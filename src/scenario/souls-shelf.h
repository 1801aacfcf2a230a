/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Files that come in many: those that ship in a folder of the resource, and the user's own in his data folder. */

/* The file's name without its ending and without the number that orders those that ship. (transfer full) */
char  *souls_shelf_make_id      (const char *file, const char *ending);
/* Names of the resources in @folder, which ends with a slash, in their order. (transfer full) (array zero-terminated=1) */
char **souls_shelf_list_shipped (const char *folder, GError **error);
/* Names of the files in @folder that end like this, in their order; none where there is no folder. (transfer full) */
char **souls_shelf_list_own     (const char *folder, const char *ending);
/* Where the user's own of that kind are. (transfer full) */
char  *souls_shelf_folder       (const char *kind);

G_END_DECLS
