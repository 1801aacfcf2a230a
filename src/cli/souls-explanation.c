/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "souls-explanation.h"

/* seen: what was explained already. A year hangs on the year before, so that without it the tree
 * would double each year. */
typedef struct
{
  const SoulsTermContext *context;
  const SoulsDataSet *data;
  GHashTable *seen;
  int max_depth;
  int depth;
} Explainer;

static SoulsExplanation *explain (Explainer *self, SoulsTerm term, int t);

/**
 * souls_explanation_free:
 * @self: (transfer full): an explanation
 */
void
souls_explanation_free (SoulsExplanation *self)
{
  g_ptr_array_unref (self->inputs);
  g_free (self->symbol);
  g_free (self);
}

static gboolean
is_of_base_year (SoulsTermType type)
{
  return type != SOULS_TERM_METRIC && type != SOULS_TERM_DRIVER;
}

static SoulsTerm
settle_year (SoulsTerm term)
{
  if (term.type == SOULS_TERM_METRIC_BEFORE)
    return (SoulsTerm) { SOULS_TERM_METRIC, term.index };
  if (term.type == SOULS_TERM_DRIVER_BEFORE)
    return (SoulsTerm) { SOULS_TERM_DRIVER, term.index };
  return term;
}

static const SoulsProvenance *
find_provenance (Explainer *self,
                 SoulsTerm  term)
{
  int year = self->context->calibration->year;
  SoulsFigure figure;

  if (term.type == SOULS_TERM_BELIEF)
    return souls_data_set_get_belief_provenance (self->data, year, (SoulsBelief) term.index);
  if (souls_term_source_figure (self->context, term, &figure, &year))
    return souls_data_set_get_figure_provenance (self->data, year, figure);
  return NULL;
}

static gboolean
is_moved (Explainer *self,
          SoulsTerm  term)
{
  return term.type == SOULS_TERM_DRIVER && self->context->drivers->target[term.index] !=
                                             self->context->calibration->baseline[term.index];
}

static int
find_year (Explainer              *self,
           const SoulsExplanation *entry)
{
  int year = self->context->calibration->year;

  if (entry->term.type == SOULS_TERM_FIGURE_BEFORE)
    return year - 1;
  return is_of_base_year (entry->term.type) ? year : year + entry->t;
}

static gboolean
take_note (Explainer              *self,
           const SoulsExplanation *entry)
{
  g_autofree char *key = g_strdup_printf ("%d %d %d", entry->term.type, entry->term.index,
                                          entry->year);

  return g_hash_table_add (self->seen, g_steal_pointer (&key));
}

static void
add_inputs (Explainer        *self,
            SoulsExplanation *entry)
{
  SoulsTerm inputs[SOULS_MAX_INPUTS];
  int n = souls_term_inputs (self->context, entry->term, entry->t, inputs);

  if (n > 0 && self->depth >= self->max_depth)
    {
      entry->is_cut = TRUE;
      return;
    }
  self->depth++;
  for (int i = 0; i < n; i++)
    g_ptr_array_add (entry->inputs, explain (self, inputs[i], entry->t));
  self->depth--;
}

static SoulsExplanation *
explain (Explainer *self,
         SoulsTerm  term,
         int        t)
{
  SoulsExplanation *entry = g_new0 (SoulsExplanation, 1);
  gboolean is_before;

  entry->term = settle_year (term);
  entry->t = souls_term_time (term, t);
  entry->year = find_year (self, entry);
  is_before = entry->term.type != term.type || term.type == SOULS_TERM_FIGURE_BEFORE;
  entry->symbol = g_strconcat (souls_term_symbol (term), is_before ? "′" : NULL, NULL);
  entry->value = souls_term_value (self->context, term, t);
  entry->kind = souls_term_kind (self->context, term, t);
  entry->formula = souls_term_formula (self->context, term, t);
  entry->provenance = find_provenance (self, entry->term);
  entry->is_moved = is_moved (self, entry->term);
  entry->inputs = g_ptr_array_new_with_free_func ((GDestroyNotify) souls_explanation_free);
  entry->is_repeated = !take_note (self, entry);
  if (!entry->is_repeated)
    add_inputs (self, entry);
  return entry;
}

/**
 * souls_explanation_new:
 * @context: base year, scenario and results
 * @data: where figures and beliefs are from
 * @metric: what to explain
 * @t: years after the base year
 * @max_depth: how many links to follow at most
 *
 * Follows a metric through the formulas to figures, beliefs and constants. What comes up again is
 * explained once.
 *
 * Returns: (transfer full): the explanation; borrows from @context and @data
 */
SoulsExplanation *
souls_explanation_new (const SoulsTermContext *context,
                       const SoulsDataSet     *data,
                       SoulsMetric             metric,
                       int                     t,
                       int                     max_depth)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Explainer self = { context, data, seen, max_depth, 0 };

  return explain (&self, (SoulsTerm) { SOULS_TERM_METRIC, (int) metric }, t);
}
