/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "souls-session.h"
#include "souls-terms.h"
#include "souls-words.h"

G_BEGIN_DECLS

/**
 * SoulsExplain:
 * @context: what terms get their values from: points into @self, which must not move
 * @data: where figures and beliefs are from
 *
 * The numbers that one mark of a chart is explained by: the scenario's from its base year on, a
 * filing's own before. Borrows from the session: valid until that changes.
 */
typedef struct
{
  SoulsTermContext context;
  SoulsDataSet *data;
  SoulsSettings settings;
  SoulsDrivers drivers;
  SoulsResults results;
} SoulsExplain;

/**
 * SoulsNode:
 * @term: what it is; of the year before only where it is a figure
 * @t: years after the base year of the explanation
 *
 * A number on the way from a chart's mark down to the filings.
 */
typedef struct
{
  SoulsTerm term;
  int t;
} SoulsNode;

gboolean souls_explain_fill (SoulsExplain *self, SoulsSession *session, int year);
SoulsNode souls_explain_metric (const SoulsExplain *self, SoulsMetric metric, int year);
gboolean souls_explain_has (const SoulsExplain *self, SoulsNode node);
int souls_explain_inputs (const SoulsExplain *self,
                          SoulsNode node,
                          SoulsNode inputs[SOULS_MAX_INPUTS]);

int souls_explain_year (const SoulsExplain *self, SoulsNode node);
double souls_explain_value (const SoulsExplain *self, SoulsNode node);
SoulsKind souls_explain_kind (const SoulsExplain *self, SoulsNode node);
gboolean souls_explain_is_moved (const SoulsExplain *self, SoulsNode node);
const SoulsProvenance *souls_explain_provenance (const SoulsExplain *self, SoulsNode node);
GPtrArray *souls_explain_sources (const SoulsExplain *self, SoulsNode node);

/* All (transfer full). */
char *souls_explain_say (const SoulsExplain *self, SoulsNode node, const SoulsWords *words);
char *
souls_explain_say_value (const SoulsWords *words, SoulsTerm term, double value);
char *souls_explain_symbol (const SoulsExplain *self, SoulsNode node, SoulsNode of);
char *souls_explain_formula (const SoulsExplain *self, SoulsNode node);
char *souls_explain_numbers (const SoulsExplain *self,
                             SoulsNode node,
                             const SoulsWords *words,
                             gboolean *in_billions,
                             gboolean *in_millions);

G_END_DECLS
