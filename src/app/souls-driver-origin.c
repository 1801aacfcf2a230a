/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "souls-config.h"

#include "souls-driver-origin.h"

/**
 * souls_origin:
 * @calibration: of the base year
 *
 * Returns: what the baselines of the base year come from
 */
SoulsOrigin
souls_origin (const SoulsDataSet *data, const SoulsCalibration *calibration)
{
  return (SoulsOrigin) { data, { .calibration = calibration } };
}

static gboolean
has_term (GArray *terms, SoulsTerm term)
{
  for (guint i = 0; i < terms->len; i++)
    {
      SoulsTerm other = g_array_index (terms, SoulsTerm, i);

      if (other.type == term.type && other.index == term.index)
        return TRUE;
    }
  return FALSE;
}

/* Symbols name only rows above their own, so this ends. */
static void
collect (const SoulsOrigin *self, SoulsTerm term, GArray *terms)
{
  SoulsTerm inputs[SOULS_MAX_INPUTS];
  int n = souls_term_inputs (&self->context, term, 0, inputs);

  for (int i = 0; i < n; i++)
    if (!has_term (terms, inputs[i]))
      {
        g_array_append_val (terms, inputs[i]);
        collect (self, inputs[i], terms);
      }
}

/**
 * souls_origin_get_terms:
 *
 * All that a driver's baseline is computed from: its origin first, then each word of that one's
 * formula, and of theirs, once.
 *
 * Returns: (transfer full) (element-type SoulsTerm): the terms; none where the baseline is a number
 *   of ours
 */
GArray *
souls_origin_get_terms (const SoulsOrigin *self, SoulsDriver driver)
{
  GArray *terms = g_array_new (FALSE, FALSE, sizeof (SoulsTerm));

  collect (self, (SoulsTerm){ SOULS_TERM_DRIVER, (int) driver }, terms);
  return terms;
}

/**
 * souls_origin_get_kind:
 *
 * Returns: the kind of the driver's baseline: the worst of what it comes from, assumed where it is
 *   a number of ours
 */
SoulsKind
souls_origin_get_kind (const SoulsOrigin *self, SoulsDriver driver)
{
  SoulsTerm inputs[SOULS_MAX_INPUTS];
  int n =
    souls_term_inputs (&self->context, (SoulsTerm){ SOULS_TERM_DRIVER, (int) driver }, 0, inputs);
  SoulsKind kind = n > 0 ? SOULS_KIND_REPORTED : SOULS_KIND_ASSUMED;

  for (int i = 0; i < n; i++)
    kind = souls_kind_worst (kind, souls_term_kind (&self->context, inputs[i], 0));
  return kind;
}

/**
 * souls_origin_get_value:
 * @term: a figure, belief or symbol
 *
 * Returns: its value in the base year, in the model's unit
 */
double
souls_origin_get_value (const SoulsOrigin *self, SoulsTerm term)
{
  return souls_term_value (&self->context, term, 0);
}

/**
 * souls_origin_get_year:
 *
 * Returns: the fiscal year of the term: the base year or the one before
 */
int
souls_origin_get_year (const SoulsOrigin *self, SoulsTerm term)
{
  return self->context.calibration->year - (term.type == SOULS_TERM_FIGURE_BEFORE ? 1 : 0);
}

/**
 * souls_origin_get_provenance:
 *
 * Returns: (transfer none) (nullable): where a figure or belief comes from
 */
const SoulsProvenance *
souls_origin_get_provenance (const SoulsOrigin *self, SoulsTerm term)
{
  SoulsFigure figure;
  int year;

  if (souls_term_source_figure (&self->context, term, &figure, &year))
    return souls_data_set_get_figure_provenance (self->data, year, figure);
  if (term.type != SOULS_TERM_BELIEF)
    return NULL;
  return souls_data_set_get_belief_provenance (
    self->data, self->context.calibration->year, (SoulsBelief) term.index);
}

/**
 * souls_origin_say:
 *
 * Returns: (transfer full): the term's value as a reader wants it
 */
char *
souls_origin_say (const SoulsOrigin *self, SoulsTerm term, const SoulsWords *words)
{
  double value = souls_origin_get_value (self, term);

  switch (souls_term_unit (term))
    {
    case SOULS_UNIT_MONEY:
      return souls_words_money_full (words, value);
    case SOULS_UNIT_DAYS:
    case SOULS_UNIT_YEARS:
      return souls_words_number (words, value, 1);
    default:
      return souls_words_percent_with (words, value, 2);
    }
}
