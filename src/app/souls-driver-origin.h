/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "souls-data-set.h"
#include "souls-terms.h"
#include "souls-words.h"

G_BEGIN_DECLS

/**
 * SoulsOrigin:
 * @data: where the sources stand
 * @context: of the base year; its settings, drivers and results are not used
 *
 * What the baselines of one base year come from. Borrowed.
 */
typedef struct
{
  const SoulsDataSet *data;
  SoulsTermContext context;
} SoulsOrigin;

SoulsOrigin souls_origin (const SoulsDataSet *data, const SoulsCalibration *calibration);
GArray *souls_origin_get_terms (const SoulsOrigin *self, SoulsDriver driver);
SoulsKind souls_origin_get_kind (const SoulsOrigin *self, SoulsDriver driver);
double souls_origin_get_value (const SoulsOrigin *self, SoulsTerm term);
int souls_origin_get_year (const SoulsOrigin *self, SoulsTerm term);
const SoulsProvenance *souls_origin_get_provenance (const SoulsOrigin *self, SoulsTerm term);
char *souls_origin_say (const SoulsOrigin *self, SoulsTerm term, const SoulsWords *words);

G_END_DECLS
