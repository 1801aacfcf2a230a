/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "souls-scenario.h"

G_BEGIN_DECLS

/* What a code begins with, so that it is known for one. */
#define SOULS_SHARE_PREFIX "TS"

/* A scenario as letters and digits to paste or to read aloud: base year, settings and the changed drivers in their order,
 * exactly; no texts, charts or bands. (transfer full) */
char          *souls_share_encode (const SoulsScenario  *scenario,
                                   const SoulsDataSet   *data);
/* Takes small letters, spaces, hyphens, and O, I and L for the digits that look like them. (transfer full) */
SoulsScenario *souls_share_decode (const char           *code,
                                   const SoulsDataSet   *data,
                                   GError              **error);
/* Whether @text looks like a code: so that a paste can be told from other text. */
gboolean       souls_share_is_code (const char          *text);

G_END_DECLS
