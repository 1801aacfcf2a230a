/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "souls-scenario-migrate.h"

#include "souls-scenario.h"

/* A new version of the format adds a line before the last, and one to SOULS_SCENARIO_VERSION; what
 * stands here is never changed again. */
static const SoulsMigration migrations[] = {
  NULL,
};

G_STATIC_ASSERT (G_N_ELEMENTS (migrations) == SOULS_SCENARIO_VERSION);

/**
 * souls_scenario_migrations:
 * @chain: (out) (transfer none): functions that each lead from a version to the next, the first from
 *   version 1
 *
 * Returns: how many there are: one less than the newest version
 */
int
souls_scenario_migrations (const SoulsMigration **chain)
{
  *chain = migrations;
  return (int) G_N_ELEMENTS (migrations) - 1;
}

static gboolean
read_version (const SoulsJsonPlace *file,
              JsonObject           *root,
              int                   newest,
              gint64               *version,
              GError              **error)
{
  const SoulsJsonPlace place = { file, "version", -1 };

  if (!souls_json_integer (&place, json_object_get_member (root, "version"), 1, G_MAXINT, version,
                           error))
    return FALSE;
  if (*version <= newest)
    return TRUE;
  souls_json_complain (&place, error, SOULS_SCENARIO_ERROR_VERSION,
                       "expected at most %d, found %" G_GINT64_FORMAT
                       ": a newer program wrote this file",
                       newest, *version);
  return FALSE;
}

/**
 * souls_scenario_migrate:
 * @file: the file, for messages
 * @root: what stands in it; changed
 * @chain: as souls_scenario_migrations() has it
 * @n_chain: how many
 * @error: a form, value or version error
 *
 * Makes a scenario of any earlier version one of the newest, a version at a time. Each step sees what
 * the one before it left; members that a step does not know stay.
 *
 * Returns: whether @root is of the newest version now
 */
gboolean
souls_scenario_migrate (const SoulsJsonPlace *file,
                        JsonObject           *root,
                        const SoulsMigration *chain,
                        int                   n_chain,
                        GError              **error)
{
  gint64 version;

  if (!read_version (file, root, n_chain + 1, &version, error))
    return FALSE;
  for (; version <= n_chain; version++)
    {
      if (!chain[version - 1](file, root, error))
        return FALSE;
      json_object_set_int_member (root, "version", version + 1);
    }
  return TRUE;
}
