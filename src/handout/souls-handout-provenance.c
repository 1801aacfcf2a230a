/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "souls-handout-private.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

#include "souls-terms.h"

/* What is looked up, and what was found on the way. @documents: (element-type SoulsSource) */
typedef struct
{
  SoulsSheet *sheet;
  SoulsSituation *situation;
  SoulsTermContext context;
  GPtrArray *documents;
} Finder;

static void
finder_init (Finder         *self,
             SoulsSheet     *sheet,
             SoulsSituation *situation)
{
  *self = (Finder) { .sheet = sheet,
                     .situation = situation,
                     .context = { .calibration = situation->calibration,
                                  .settings = &situation->scenario->settings,
                                  .drivers = &situation->drivers,
                                  .results = &situation->results },
                     .documents = g_ptr_array_new () };
}

static void
finder_clear (Finder *self)
{
  g_clear_pointer (&self->documents, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Finder, finder_clear)

/* Of another year, but the same in an appendix. */
static SoulsTerm
settle_year (SoulsTerm term)
{
  switch (term.type)
    {
    case SOULS_TERM_FIGURE_BEFORE:
      return (SoulsTerm) { SOULS_TERM_FIGURE, term.index };
    case SOULS_TERM_DRIVER_BEFORE:
      return (SoulsTerm) { SOULS_TERM_DRIVER, term.index };
    case SOULS_TERM_METRIC_BEFORE:
      return (SoulsTerm) { SOULS_TERM_METRIC, term.index };
    default:
      return term;
    }
}

static gboolean
has_term (const GArray *terms,
          SoulsTerm     term)
{
  for (guint i = 0; i < terms->len; i++)
    if (memcmp (&g_array_index (terms, SoulsTerm, i), &term, sizeof term) == 0)
      return TRUE;
  return FALSE;
}

/* All that @term is computed from in year @t, each once. */
static void
collect (const Finder *self,
         SoulsTerm     term,
         int           t,
         gboolean      settled,
         GArray       *terms)
{
  SoulsTerm inputs[SOULS_MAX_INPUTS];
  const int n = souls_term_inputs (&self->context, term, t, inputs);

  for (int i = 0; i < n; i++)
    {
      const SoulsTerm input = settled ? settle_year (inputs[i]) : inputs[i];

      if (has_term (terms, input))
        continue;
      g_array_append_val (terms, input);
      collect (self, input, t, settled, terms);
    }
}

static const SoulsProvenance *
find_provenance (const Finder *self,
                 SoulsTerm     term)
{
  SoulsFigure figure;
  int year = self->situation->calibration->year;

  if (souls_term_source_figure (&self->context, term, &figure, &year))
    return souls_data_set_get_figure_provenance (self->sheet->data, year, figure);
  return term.type == SOULS_TERM_BELIEF
           ? souls_data_set_get_belief_provenance (self->sheet->data, year, (SoulsBelief) term.index)
           : NULL;
}

/* The document's number in the list of sources. */
static guint
number_document (Finder            *self,
                 const SoulsSource *document)
{
  guint place;

  if (g_ptr_array_find (self->documents, document, &place))
    return place + 1;
  g_ptr_array_add (self->documents, (gpointer) document);
  return self->documents->len;
}

static int
compare_numbers (gconstpointer a,
                 gconstpointer b)
{
  return (int) *(const guint *) a - (int) *(const guint *) b;
}

static void
note_document (Finder            *self,
               const SoulsSource *document,
               GArray            *numbers)
{
  const guint number = number_document (self, document);

  for (guint i = 0; i < numbers->len; i++)
    if (g_array_index (numbers, guint, i) == number)
      return;
  g_array_append_val (numbers, number);
}

/* "1, 2, 5": the documents that all of @terms stand in. */
static char *
list_documents (Finder       *self,
                const GArray *terms)
{
  g_autoptr (GArray) numbers = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GString) list = g_string_new (NULL);

  for (guint i = 0; i < terms->len; i++)
    {
      const SoulsProvenance *provenance = find_provenance (self, g_array_index (terms, SoulsTerm, i));

      if (provenance == NULL)
        continue;
      for (const SoulsSource *const *source = provenance->sources; source != NULL && *source != NULL; source++)
        note_document (self, *source, numbers);
      if (provenance->via != NULL)
        note_document (self, provenance->via, numbers);
    }
  g_array_sort (numbers, compare_numbers);
  for (guint i = 0; i < numbers->len; i++)
    g_string_append_printf (list, "%s%u", i > 0 ? ", " : "", g_array_index (numbers, guint, i));
  return g_string_free (g_steal_pointer (&list), FALSE);
}

/* Of a baseline: the worst of what it comes from; a number of ours is assumed. */
static SoulsKind
find_kind (const Finder *self,
           SoulsDriver   driver)
{
  SoulsTerm inputs[SOULS_MAX_INPUTS];
  const int n = souls_term_inputs (&self->context, (SoulsTerm) { SOULS_TERM_DRIVER, (int) driver }, 0, inputs);
  SoulsKind kind = n > 0 ? SOULS_KIND_REPORTED : SOULS_KIND_ASSUMED;

  for (int i = 0; i < n; i++)
    kind = souls_kind_worst (kind, souls_term_kind (&self->context, inputs[i], 0));
  return kind;
}

static char *
say_kind (const Finder *self,
          SoulsKind     kind)
{
  return g_strdup_printf ("%s\u00a0%s", souls_kind_sign (kind), souls_sheet_say (self->sheet, souls_kind_name (kind)));
}

static void
add_driver (Finder     *self,
            SoulsFlow  *flow,
            SoulsDriver driver)
{
  const SoulsDriverInfo *info = souls_driver_info (driver);
  const double baseline = self->situation->calibration->baseline[driver];
  const double here = self->situation->drivers.target[driver];
  g_autoptr (GArray) terms = g_array_new (FALSE, TRUE, sizeof (SoulsTerm));
  g_autofree char *before = souls_sheet_say_driver (self->sheet, driver, baseline);
  g_autofree char *now = here != baseline ? souls_sheet_say_driver (self->sheet, driver, here) : NULL;
  g_autofree char *kind = say_kind (self, find_kind (self, driver));
  g_autofree char *documents = NULL;
  const char *cells[] = { souls_sheet_say (self->sheet, info->name), info->symbol, before, now, kind, NULL };

  collect (self, (SoulsTerm) { SOULS_TERM_DRIVER, (int) driver }, 0, FALSE, terms);
  cells[5] = documents = list_documents (self, terms);
  souls_flow_add_row (flow, cells);
}

static void
add_documents (Finder    *self,
               SoulsFlow *flow)
{
  souls_flow_add_text (flow, SOULS_ROLE_SUBHEADING, souls_sheet_say (self->sheet, N_("Sources")));
  for (guint i = 0; i < self->documents->len; i++)
    {
      const SoulsSource *source = g_ptr_array_index (self->documents, i);
      const gboolean has_form = source->form != NULL && strstr (source->document, source->form) == NULL;
      g_autofree char *text =
        g_strdup_printf ("%u  %s%s%s%s%s%s%s", i + 1, source->author != NULL ? source->author : "",
                         source->author != NULL ? " · " : "", source->document, has_form ? " · " : "",
                         has_form ? source->form : "", source->accession != NULL ? " · " : "",
                         source->accession != NULL ? source->accession : "");

      souls_flow_add_text (flow, SOULS_ROLE_DIM, text);
    }
}

/* Every driver with its baseline, its kind and the documents behind it. */
void
souls_sheet_add_assumptions (SoulsSheet     *self,
                             SoulsFlow      *flow,
                             SoulsSituation *situation)
{
  g_auto (Finder) finder = { 0 };
  const SoulsColumn columns[] = {
    { souls_sheet_say (self, N_("Assumption")), 3.0, FALSE },
    { souls_sheet_say (self, N_("Symbol")), 0.8, FALSE },
    { souls_sheet_say (self, N_("Baseline")), 1.5, TRUE },
    { souls_sheet_say (self, N_("Here")), 1.5, TRUE },
    { souls_sheet_say (self, N_("Kind")), 1.3, FALSE },
    { souls_sheet_say (self, N_("Sources")), 1.0, FALSE },
  };

  finder_init (&finder, self, situation);
  souls_flow_add_text (flow, SOULS_ROLE_HEADING, souls_sheet_say (self, N_("What is assumed")));
  souls_flow_add_text (flow, SOULS_ROLE_BODY,
                       souls_sheet_say (self, N_("A baseline is as certain as the least certain number that it comes from. "
                                                 "What stands under “Here” was changed.")));
  souls_flow_begin_table (flow, columns, G_N_ELEMENTS (columns));
  for (int group = 0; group < SOULS_N_GROUPS; group++)
    {
      souls_flow_add_table_part (flow, souls_sheet_say (self, souls_group_name ((SoulsGroup) group)));
      for (int i = 0; i < SOULS_N_DRIVERS; i++)
        if ((int) souls_driver_info ((SoulsDriver) i)->group == group)
          add_driver (&finder, flow, (SoulsDriver) i);
    }
  add_documents (&finder, flow);
}

/* A number of a filing or a belief, with its kind. */
static char *
say_leaf (const Finder *self,
          SoulsTerm     term)
{
  const SoulsWords *words = self->sheet->options->words;
  const double value = souls_term_value (&self->context, term, 0);
  const char *sign = souls_kind_sign (souls_term_kind (&self->context, term, 0));
  const SoulsUnit unit = souls_term_unit (term);
  g_autofree char *number = NULL;

  if (isnan (value))
    return g_strdup ("–");
  number = unit == SOULS_UNIT_MONEY     ? souls_words_money_full (words, value)
           : unit == SOULS_UNIT_PERCENT ? souls_words_percent (words, value)
                                        : souls_words_number (words, value, value == floor (value) ? 0 : 2);
  return g_strdup_printf ("%s\u00a0%s", sign, number);
}

static void
add_terms (Finder        *self,
           SoulsFlow     *flow,
           const GArray  *terms,
           SoulsTermType  type,
           const char    *part)
{
  gboolean is_first = TRUE;

  for (guint i = 0; i < terms->len; i++)
    {
      const SoulsTerm term = g_array_index (terms, SoulsTerm, i);
      const int t = type == SOULS_TERM_METRIC ? 1 : 0;
      g_autofree char *leaf = NULL;
      const char *cells[3];

      if (term.type != type)
        continue;
      if (is_first)
        souls_flow_add_table_part (flow, souls_sheet_say (self->sheet, part));
      is_first = FALSE;
      cells[0] = souls_term_symbol (term);
      cells[1] = souls_sheet_say (self->sheet, souls_term_name (term));
      cells[2] = souls_term_formula (&self->context, term, t);
      if (cells[2] == NULL)
        cells[2] = leaf = say_leaf (self, term);
      souls_flow_add_row (flow, cells);
    }
}

/* How the answer is computed, down to what is reported and believed. */
void
souls_sheet_add_formulas (SoulsSheet     *self,
                          SoulsFlow      *flow,
                          SoulsSituation *situation)
{
  g_auto (Finder) finder = { 0 };
  g_autoptr (GArray) terms = g_array_new (FALSE, TRUE, sizeof (SoulsTerm));
  const SoulsTerm answer = { SOULS_TERM_METRIC, (int) souls_rung_metric (situation->scenario->settings.rung) };
  const SoulsColumn columns[] = {
    { souls_sheet_say (self, N_("Symbol")), 0.9, FALSE },
    { souls_sheet_say (self, N_("What it is")), 2.6, FALSE },
    { souls_sheet_say (self, N_("How it is computed")), 5.0, FALSE },
  };

  finder_init (&finder, self, situation);
  g_array_append_val (terms, answer);
  collect (&finder, answer, 1, TRUE, terms);
  souls_flow_add_text (flow, SOULS_ROLE_HEADING, souls_sheet_say (self, N_("How it is computed")));
  souls_flow_add_text (flow, SOULS_ROLE_BODY,
                       souls_sheet_say (self, N_("The result without AWS in a projected year, and all that it is made of. A ′ means the "
                                                 "year before; the symbols of assumptions stand with them.")));
  souls_flow_begin_table (flow, columns, G_N_ELEMENTS (columns));
  add_terms (&finder, flow, terms, SOULS_TERM_METRIC, N_("Projected each year"));
  add_terms (&finder, flow, terms, SOULS_TERM_SYMBOL, N_("Found from the base year"));
  add_terms (&finder, flow, terms, SOULS_TERM_FIGURE, N_("Figures of the base year, or the year before it"));
  add_terms (&finder, flow, terms, SOULS_TERM_BELIEF, N_("Beliefs about the base year"));
}
