/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * SoulsReference:
 * @name: whose, for the reader: a proper name
 * @value: a fraction
 * @period: of when, as the source says it
 * @author: who says so
 * @document: where
 *
 * What another company publishes of itself, to hold a chart's value against.
 */
typedef struct
{
  const char *name;
  double value;
  const char *period;
  const char *author;
  const char *document;
} SoulsReference;

typedef enum
{
  SOULS_REFERENCE_OPERATING_MARGIN,
  SOULS_REFERENCE_TAKE_RATE,
  SOULS_N_REFERENCE_KINDS
} SoulsReferenceKind;

/**
 * SoulsReferenceSet:
 * @references: by kind: (array length=n), or %NULL
 * @n: by kind
 */
typedef struct
{
  const SoulsReference *references[SOULS_N_REFERENCE_KINDS];
  int n[SOULS_N_REFERENCE_KINDS];
} SoulsReferenceSet;

/**
 * SoulsEstimate:
 * @id: of the published estimate
 * @low: the lowest value, NAN where none is said
 * @central: the value, NAN where only ends are said
 * @high: the highest value, NAN where none is said
 * @unit: of all three: "USD billions", "percent of …", "million members", "USD per year"
 *
 * A number that somebody outside publishes. At least one of the three is there.
 */
typedef struct
{
  const char *id;
  double low;
  double central;
  double high;
  const char *unit;
} SoulsEstimate;

/**
 * SoulsEstimateSet:
 * @estimates: (array length=n): in the order of their file
 * @n: how many
 */
typedef struct
{
  const SoulsEstimate *estimates;
  int n;
} SoulsEstimateSet;

G_END_DECLS
