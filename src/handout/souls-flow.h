/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "souls-chart.h"
#include "souls-pages.h"

G_BEGIN_DECLS

#define SOULS_MAX_COLUMNS 6

/**
 * SoulsTextRole:
 * @SOULS_ROLE_TITLE: of the whole
 * @SOULS_ROLE_HEADING: of a part; stays with what follows
 * @SOULS_ROLE_SUBHEADING: of a part of a part; stays with what follows
 * @SOULS_ROLE_QUESTION: what is asked
 * @SOULS_ROLE_LEAD: a sentence that matters
 * @SOULS_ROLE_BODY: a paragraph
 * @SOULS_ROLE_NOTE: for the speaker; smaller
 * @SOULS_ROLE_DIM: secondary
 */
typedef enum
{
  SOULS_ROLE_TITLE,
  SOULS_ROLE_HEADING,
  SOULS_ROLE_SUBHEADING,
  SOULS_ROLE_QUESTION,
  SOULS_ROLE_LEAD,
  SOULS_ROLE_BODY,
  SOULS_ROLE_NOTE,
  SOULS_ROLE_DIM,
  SOULS_N_TEXT_ROLES
} SoulsTextRole;

/**
 * SoulsColumn:
 * @head: in the reader's language
 * @weight: its share of the width
 * @is_number: whether cells stand at its end
 */
typedef struct
{
  const char *head;
  double weight;
  gboolean is_number;
} SoulsColumn;

/**
 * SoulsAxes:
 * @from: first fiscal year
 * @to: last fiscal year
 * @low: lower end of the axis
 * @high: upper end
 * @low_text: what stands there
 * @zero_text: what stands at zero, where it is between the two
 * @high_text: what stands there
 * @values: (array): by year from @from on; NAN where there is none
 */
typedef struct
{
  int from;
  int to;
  double low;
  double high;
  const char *low_text;
  const char *zero_text;
  const char *high_text;
  const double *values;
} SoulsAxes;

/**
 * SoulsFlow:
 *
 * Text, tables and pictures below each other in a column, to be poured over pages. Left to right; whoever turns the pages turns
 * it too. Strings are copied.
 */
typedef struct _SoulsFlow SoulsFlow;

SoulsFlow *souls_flow_new             (double width, double base_size);
void       souls_flow_free            (SoulsFlow *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SoulsFlow, souls_flow_free)

double     souls_flow_get_width       (const SoulsFlow *self);
double     souls_flow_get_base_size   (const SoulsFlow *self);

/* What follows begins on a new page. */
void       souls_flow_break           (SoulsFlow *self);
/* Lines of @text are paragraphs; long ones break over pages. */
void       souls_flow_add_text        (SoulsFlow *self, SoulsTextRole role, const char *text);
void       souls_flow_add_option      (SoulsFlow *self, const char *text);
/* A line to write on, after @label and before @after. */
void       souls_flow_add_blank       (SoulsFlow *self, const char *label, const char *after);
void       souls_flow_add_axes        (SoulsFlow *self, const SoulsAxes *axes);
/* In a frame, to be copied letter by letter. */
void       souls_flow_add_code        (SoulsFlow *self, const char *label, const char *code);
void       souls_flow_add_chart       (SoulsFlow *self, SoulsChart chart, const SoulsChartInput *input, double height);
/* The head comes again on every page that the table goes on to. */
void       souls_flow_begin_table     (SoulsFlow *self, const SoulsColumn *columns, int n_columns);
void       souls_flow_add_row         (SoulsFlow *self, const char *const *cells);
/* A row of one text across the table; stays with the next. */
void       souls_flow_add_table_part  (SoulsFlow *self, const char *text);

/* How high all of it is, page breaks aside. */
double     souls_flow_get_height      (const SoulsFlow *self);
/* Fills pages from @top to @bottom, adding them as needed. Returns where it ends. */
double     souls_flow_pour            (SoulsFlow *self, SoulsPages *pages, double left, double top, double bottom);
/* Puts all of it on the last page. */
void       souls_flow_put             (SoulsFlow *self, SoulsPages *pages, double left, double top);

G_END_DECLS
