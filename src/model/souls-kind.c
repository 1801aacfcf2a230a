/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "souls-kind.h"

#include <glib/gi18n.h>

static const struct
{
  const char *id;
  const char *name;
  const char *sign;
} kinds[SOULS_N_KINDS] = {
  [SOULS_KIND_REPORTED] = { "reported", N_("reported"), "●" },
  [SOULS_KIND_ESTIMATED] = { "estimated", N_("estimated"), "◐" },
  [SOULS_KIND_ASSUMED] = { "assumed", N_("assumed"), "○" },
};

/**
 * souls_kind_id:
 *
 * Returns: the word in files
 */
const char *
souls_kind_id (SoulsKind kind)
{
  return kinds[kind].id;
}

/**
 * souls_kind_name:
 *
 * Returns: the word on screen, marked for translation
 */
const char *
souls_kind_name (SoulsKind kind)
{
  return kinds[kind].name;
}

/**
 * souls_kind_sign:
 *
 * Returns: the sign that stands for it everywhere: a full, half or empty circle
 */
const char *
souls_kind_sign (SoulsKind kind)
{
  return kinds[kind].sign;
}

/**
 * souls_kind_from_id:
 * @id: a word in a file
 * @kind: (out): the kind
 *
 * Returns: whether there is such a kind
 */
gboolean
souls_kind_from_id (const char *id,
                    SoulsKind  *kind)
{
  for (int i = 0; i < SOULS_N_KINDS; i++)
    if (g_strcmp0 (kinds[i].id, id) == 0)
      {
        *kind = (SoulsKind) i;
        return TRUE;
      }
  return FALSE;
}

/**
 * souls_kind_worst:
 *
 * Returns: the kind of a result made of both
 */
SoulsKind
souls_kind_worst (SoulsKind a,
                  SoulsKind b)
{
  return MAX (a, b);
}
