/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "souls-data-set.h"
#include "souls-terms.h"

G_BEGIN_DECLS

/**
 * SoulsExplanation:
 * @term: what it is; never one "of the year before": that is @t less one
 * @t: years after the base year
 * @year: fiscal year of the value
 * @symbol: as the formula that names it has it, with a ′ for the year before
 * @value: in the model's unit; NAN for none
 * @kind: reported, estimated or assumed
 * @formula: (nullable): how it is calculated; %NULL at the end of a chain
 * @is_repeated: whether it stands further up already; @inputs is empty then
 * @is_cut: whether it is made of more than may be shown; @inputs is empty then
 * @is_moved: whether it is a driver away from its baseline, which is what @formula gives
 * @provenance: (nullable): of a figure or belief
 * @inputs: (element-type SoulsExplanation): what @formula names, in order
 *
 * A number, and what it is made of, down to the filings.
 */
typedef struct _SoulsExplanation SoulsExplanation;
struct _SoulsExplanation
{
  SoulsTerm term;
  int t;
  int year;
  char *symbol;
  double value;
  SoulsKind kind;
  const char *formula;
  gboolean is_repeated;
  gboolean is_cut;
  gboolean is_moved;
  const SoulsProvenance *provenance;
  GPtrArray *inputs;
};

SoulsExplanation *souls_explanation_new  (const SoulsTermContext *context,
                                          const SoulsDataSet     *data,
                                          SoulsMetric             metric,
                                          int                     t,
                                          int                     max_depth);
void              souls_explanation_free (SoulsExplanation *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SoulsExplanation, souls_explanation_free)

G_END_DECLS
