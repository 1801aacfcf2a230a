/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "souls-json.h"
#include "souls-reference.h"

G_BEGIN_DECLS

#define SOULS_ESTIMATES_FORMAT "two-souls-estimates"

/**
 * SoulsReferences:
 *
 * What other companies publish of themselves, read from the published estimates. Immutable.
 */
typedef struct _SoulsReferences SoulsReferences;

/* Those that ship (a GResource). (transfer full) */
SoulsReferences         *souls_references_load    (GError                **error);
/* From the text of a file of estimates. (transfer full) */
SoulsReferences         *souls_references_parse   (const char             *name,
                                                   const char             *bytes,
                                                   gsize                   length,
                                                   GError                **error);
void                     souls_references_free    (SoulsReferences        *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SoulsReferences, souls_references_free)

/* Valid as long as @self. */
const SoulsReferenceSet *souls_references_get_set (const SoulsReferences  *self);
const SoulsEstimateSet  *souls_references_get_estimates (const SoulsReferences *self);

G_END_DECLS
