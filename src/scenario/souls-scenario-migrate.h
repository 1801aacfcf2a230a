/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "souls-json.h"

G_BEGIN_DECLS

/* Makes @root, a scenario of one version, one of the next. FALSE with a message where what stands there cannot be
 * understood. */
typedef gboolean (*SoulsMigration) (const SoulsJsonPlace *file, JsonObject *root, GError **error);

/* The table, from version 1 on: [0] leads from version 1 to version 2. Returns how many there are. */
int      souls_scenario_migrations (const SoulsMigration **chain);

/* Reads @root's version, applies what leads from it to the newest, and says so in @root. Newer versions are refused. */
gboolean souls_scenario_migrate    (const SoulsJsonPlace *file, JsonObject *root, const SoulsMigration *chain, int n_chain,
                                    GError **error);

G_END_DECLS
