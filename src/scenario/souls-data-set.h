/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "souls-model.h"
#include "souls-reference.h"

G_BEGIN_DECLS

/* What a data file's "format" says. */
#define SOULS_REPORTED_FORMAT "two-souls-reported"
#define SOULS_BELIEFS_FORMAT "two-souls-beliefs"

/**
 * SoulsDataSet:
 *
 * Everything that is reported and believed, loaded and checked, with its sources, and the
 * calibration of every base year that it can offer. Immutable once loaded; reference counted.
 */
typedef struct _SoulsDataSet SoulsDataSet;

/**
 * SoulsSource:
 *
 * A document that figures or beliefs stand in. Fields may be %NULL but for @id and @document.
 */
typedef struct
{
  const char *id;
  const char *document;    /* "Amazon.com, Inc. annual report FY2024" */
  const char *accession;
  const char *form;        /* "10-K" */
  const char *period;
  const char *date;
  const char *url;
  const char *author;      /* of an estimate */
  const char *quote;       /* what the estimate says, or how the document was read */
  gboolean secondary;      /* it quotes or transcribes another document */
} SoulsSource;

/**
 * SoulsProvenance:
 * @kind: reported, estimated or assumed
 * @sources: (array zero-terminated=1): the documents, %NULL-terminated; empty where there is none
 * @via: through whom a reported figure was read, where it was not read in the filing, or %NULL
 * @table: where in the filing, or %NULL
 * @note: or %NULL
 * @has_first_reported: whether a later filing recast the figure
 * @first_reported: the value before that, US$ million
 * @first_reported_source: the document that first printed it, or %NULL
 * @first_reported_note: or %NULL
 *
 * Where one number comes from. Borrowed from the data set.
 */
typedef struct
{
  SoulsKind kind;
  const SoulsSource *const *sources;
  const SoulsSource *via;
  const char *table;
  const char *note;
  gboolean has_first_reported;
  double first_reported;
  const SoulsSource *first_reported_source;
  const char *first_reported_note;
} SoulsProvenance;

/* The data that ships (a GResource) and every *.reported.json and *.beliefs.json of the user data folder, which may add
 * fiscal years. (transfer full) */
SoulsDataSet *souls_data_set_load_default (GError **error);
/* From named files: @reported and @beliefs each at least one path, later ones add or replace years. (transfer full) */
SoulsDataSet *souls_data_set_load_files   (const char *const *reported, const char *const *beliefs, GError **error);
SoulsDataSet *souls_data_set_ref          (SoulsDataSet *self);
void          souls_data_set_unref        (SoulsDataSet *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SoulsDataSet, souls_data_set_unref)

/* Base years that can be chosen: consecutive, ascending; the first is 2014 in the data that ships. */
int           souls_data_set_get_first_year   (const SoulsDataSet *self);
int           souls_data_set_get_last_year    (const SoulsDataSet *self);
/* NULL for a year that is not offered: the error then names the years that are. */
const SoulsCalibration *souls_data_set_get_calibration (const SoulsDataSet *self, int year, GError **error);
/* All calibrations, by ascending year. */
const SoulsCalibration *souls_data_set_get_calibrations (const SoulsDataSet *self, int *n_calibrations);

/* NULL where there is no such figure or belief. Where a filing did not separate advertising, its figure's provenance is that
 * of the line that held it. */
const SoulsProvenance *souls_data_set_get_figure_provenance (const SoulsDataSet *self, int year, SoulsFigure figure);
const SoulsProvenance *souls_data_set_get_belief_provenance (const SoulsDataSet *self, int year, SoulsBelief belief);
const SoulsSource     *souls_data_set_get_source            (const SoulsDataSet *self, const char *id);
/* All documents, in the order of the files; ids may stand there twice where two files mean different documents by them. */
const SoulsSource *const *souls_data_set_get_sources        (const SoulsDataSet *self, int *n_sources);
/* Whether any figure of the year was read second-hand. */
gboolean               souls_data_set_year_is_second_hand   (const SoulsDataSet *self, int year);

/* What other companies publish of themselves, to hold a chart against; read when first asked for. */
const SoulsReferenceSet *souls_data_set_get_references      (SoulsDataSet *self, GError **error);
/* All that is published from outside, by id; the same file. */
const SoulsEstimateSet  *souls_data_set_get_estimates       (SoulsDataSet *self, GError **error);

/* Messages about user files that were left out, one line each; the data that ships is never affected by them. */
const char *const     *souls_data_set_get_warnings          (const SoulsDataSet *self);

/* Whether a file of figures or beliefs would be taken: its form, its sums, and that the model can use its years. */
gboolean               souls_data_set_check_file            (const SoulsDataSet *self, const char *path, GError **error);

G_END_DECLS
