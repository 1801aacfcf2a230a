/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * SoulsKind:
 * @SOULS_KIND_REPORTED: printed in a filing or the company's release
 * @SOULS_KIND_ESTIMATED: somebody's published estimate
 * @SOULS_KIND_ASSUMED: ours; no source
 *
 * Where a number comes from, best first. Kinds travel through arithmetic: a result is never
 * better than its worst input, so the larger of two kinds wins.
 */
typedef enum
{
  SOULS_KIND_REPORTED,
  SOULS_KIND_ESTIMATED,
  SOULS_KIND_ASSUMED,
} SoulsKind;

#define SOULS_N_KINDS 3

const char *souls_kind_id      (SoulsKind kind);
const char *souls_kind_name    (SoulsKind kind);
const char *souls_kind_sign    (SoulsKind kind);
gboolean    souls_kind_from_id (const char *id,
                                SoulsKind  *kind);
SoulsKind   souls_kind_worst   (SoulsKind a,
                                SoulsKind b);

G_END_DECLS
