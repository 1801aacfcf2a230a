/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "souls-config.h"

#include "souls-explain.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

#include "souls-driver-text.h"

#define PRIME 0x2032 /* ′ */

/* The sliders of "without AWS" count in reported years too, as souls_history_compute() has it. */
static void
take_without_drivers (SoulsExplain *self, SoulsSession *session)
{
  const SoulsDrivers *drivers = souls_session_get_drivers (session);

  for (int i = 0; i < SOULS_N_DRIVERS; i++)
    if (souls_driver_info ((SoulsDriver) i)->group == SOULS_GROUP_WITHOUT_AWS &&
        souls_session_is_moved (session, (SoulsDriver) i))
      self->drivers.target[i] = drivers->target[i];
}

static gboolean
fill_from_filing (SoulsExplain *self, SoulsSession *session, int year)
{
  const SoulsCalibration *calibration = souls_data_set_get_calibration (self->data, year, NULL);

  if (calibration == NULL)
    return FALSE;
  self->context.calibration = calibration;
  self->settings.horizon = 0;
  self->settings.phase_in = 1;
  souls_drivers_reset (&self->drivers, calibration);
  take_without_drivers (self, session);
  souls_project (calibration, &self->settings, &self->drivers, &self->results);
  return TRUE;
}

/**
 * souls_explain_fill:
 * @self: (out caller-allocates)
 * @year: the fiscal year of the mark
 *
 * Returns: whether there are numbers for the year
 */
gboolean
souls_explain_fill (SoulsExplain *self, SoulsSession *session, int year)
{
  *self = (SoulsExplain){
    .data = souls_session_get_data (session),
    .settings = *souls_session_get_settings (session),
  };
  self->context.settings = &self->settings;
  self->context.drivers = &self->drivers;
  self->context.results = &self->results;
  if (year < souls_session_get_base_year (session))
    return fill_from_filing (self, session, year);
  self->context.calibration = souls_session_get_calibration (session);
  self->drivers = *souls_session_get_drivers (session);
  self->results = *souls_session_get_results (session);
  return year <= self->results.base_year + self->results.horizon;
}

/**
 * souls_explain_metric:
 * @year: the fiscal year
 *
 * Returns: where the explanation of a chart's mark begins
 */
SoulsNode
souls_explain_metric (const SoulsExplain *self, SoulsMetric metric, int year)
{
  return (SoulsNode){ { SOULS_TERM_METRIC, (int) metric },
                      year - self->context.calibration->year };
}

/**
 * souls_explain_has:
 *
 * Returns: whether the node's year is one of the explanation's
 */
gboolean
souls_explain_has (const SoulsExplain *self, SoulsNode node)
{
  return node.t >= 0 && node.t <= self->results.horizon;
}

static gboolean
has_own_year (SoulsTermType type)
{
  return type == SOULS_TERM_METRIC || type == SOULS_TERM_DRIVER;
}

/* A term of the year before is the term itself, a year earlier; what is of the base year has no
 * other. */
static SoulsNode
settle (SoulsTerm term, int t)
{
  SoulsNode node = { term, souls_term_time (term, t) };

  if (term.type == SOULS_TERM_METRIC_BEFORE)
    node.term.type = SOULS_TERM_METRIC;
  else if (term.type == SOULS_TERM_DRIVER_BEFORE)
    node.term.type = SOULS_TERM_DRIVER;
  if (!has_own_year (node.term.type))
    node.t = 0;
  return node;
}

/**
 * souls_explain_inputs:
 * @inputs: (out caller-allocates): what the node's formula names, in order
 *
 * Returns: how many; 0 at the end of a chain
 */
int
souls_explain_inputs (const SoulsExplain *self, SoulsNode node, SoulsNode inputs[SOULS_MAX_INPUTS])
{
  SoulsTerm terms[SOULS_MAX_INPUTS];
  int n = souls_term_inputs (&self->context, node.term, node.t, terms);

  for (int i = 0; i < n; i++)
    inputs[i] = settle (terms[i], node.t);
  return n;
}

/**
 * souls_explain_year:
 *
 * Returns: the fiscal year of the node's value
 */
int
souls_explain_year (const SoulsExplain *self, SoulsNode node)
{
  int year = self->context.calibration->year;

  if (node.term.type == SOULS_TERM_FIGURE_BEFORE)
    return year - 1;
  return has_own_year (node.term.type) ? year + node.t : year;
}

/**
 * souls_explain_value:
 *
 * Returns: the value in the model's unit; NAN for none
 */
double
souls_explain_value (const SoulsExplain *self, SoulsNode node)
{
  return souls_term_value (&self->context, node.term, node.t);
}

/**
 * souls_explain_provenance:
 *
 * Returns: (transfer none) (nullable): where a figure or belief comes from
 */
const SoulsProvenance *
souls_explain_provenance (const SoulsExplain *self, SoulsNode node)
{
  int year = self->context.calibration->year;
  SoulsFigure figure;

  if (souls_term_source_figure (&self->context, node.term, &figure, &year))
    return souls_data_set_get_figure_provenance (self->data, year, figure);
  if (node.term.type != SOULS_TERM_BELIEF)
    return NULL;
  return souls_data_set_get_belief_provenance (self->data, year, (SoulsBelief) node.term.index);
}

/**
 * souls_explain_kind:
 *
 * Returns: what kind of number it is
 */
SoulsKind
souls_explain_kind (const SoulsExplain *self, SoulsNode node)
{
  const SoulsProvenance *provenance = souls_explain_provenance (self, node);
  SoulsKind kind = souls_term_kind (&self->context, node.term, node.t);

  return provenance != NULL ? souls_kind_worst (kind, provenance->kind) : kind;
}

/**
 * souls_explain_is_moved:
 *
 * Returns: whether the node is a driver away from its baseline in that year, which is what its
 *   formula gives
 */
gboolean
souls_explain_is_moved (const SoulsExplain *self, SoulsNode node)
{
  return node.term.type == SOULS_TERM_DRIVER &&
         souls_explain_value (self, node) != self->context.calibration->baseline[node.term.index];
}

static void
collect_sources (const SoulsExplain *self, SoulsNode node, GPtrArray *sources, GHashTable *seen)
{
  const SoulsProvenance *provenance = souls_explain_provenance (self, node);
  SoulsNode inputs[SOULS_MAX_INPUTS];
  int n = souls_explain_inputs (self, node, inputs);

  if (!g_hash_table_add (seen, GINT_TO_POINTER (node.term.type * 1000 + node.term.index + 1)))
    return;
  for (int i = 0; provenance != NULL && provenance->sources[i] != NULL; i++)
    if (!g_ptr_array_find (sources, provenance->sources[i], NULL))
      g_ptr_array_add (sources, (gpointer) provenance->sources[i]);
  for (int i = 0; i < n; i++)
    collect_sources (self, inputs[i], sources, seen);
}

/**
 * souls_explain_sources:
 * @node: of t = 0
 *
 * Returns: (transfer container) (element-type SoulsSource): the documents that the number rests on
 *   in the end
 */
GPtrArray *
souls_explain_sources (const SoulsExplain *self, SoulsNode node)
{
  GPtrArray *sources = g_ptr_array_new ();
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);

  g_return_val_if_fail (node.t == 0, sources);
  collect_sources (self, node, sources, seen);
  return sources;
}

/**
 * souls_explain_say_value:
 * @value: of @term, in the model's unit
 *
 * Returns: the value with its unit, in full
 */
char *
souls_explain_say_value (const SoulsWords *words, SoulsTerm term, double value)
{
  g_autofree char *number = NULL;

  if (isfinite (value) && term.type == SOULS_TERM_DRIVER)
    return souls_driver_text_value (
      (SoulsDriver) term.index, souls_driver_to_shown ((SoulsDriver) term.index, value), words);
  switch (souls_term_unit (term))
    {
    case SOULS_UNIT_MONEY:
      return souls_words_money_full (words, value);
    case SOULS_UNIT_DAYS:
      number = souls_words_number (words, value, 1);
      return isfinite (value) ? g_strdup_printf (_("%s days"), number) : g_steal_pointer (&number);
    case SOULS_UNIT_YEARS:
      number = souls_words_number (words, value, 1);
      return isfinite (value) ? g_strdup_printf (_("%s years"), number) : g_steal_pointer (&number);
    case SOULS_UNIT_RATIO:
      return souls_words_number (words, value, 2);
    default:
      return souls_words_percent_with (words, value, 2);
    }
}

/**
 * souls_explain_say:
 *
 * Returns: (transfer full): the node's value with its unit
 */
char *
souls_explain_say (const SoulsExplain *self, SoulsNode node, const SoulsWords *words)
{
  return souls_explain_say_value (words, node.term, souls_explain_value (self, node));
}

/**
 * souls_explain_symbol:
 * @of: the node whose formula names @node
 *
 * Returns: (transfer full): the word in that formula, with a ′ for the year before
 */
char *
souls_explain_symbol (const SoulsExplain *self, SoulsNode node, SoulsNode of)
{
  gboolean before = node.term.type == SOULS_TERM_FIGURE_BEFORE ||
                    (has_own_year (node.term.type) && has_own_year (of.term.type) && node.t < of.t);

  return g_strconcat (souls_term_symbol (node.term), before ? "′" : NULL, NULL);
}

/**
 * souls_explain_formula:
 *
 * Returns: (transfer full) (nullable): "OI = OI_st + OI_aws"; %NULL for what is not calculated
 */
char *
souls_explain_formula (const SoulsExplain *self, SoulsNode node)
{
  const char *formula = souls_term_formula (&self->context, node.term, node.t);

  if (formula == NULL)
    return NULL;
  return g_strdup_printf ("%s = %s", souls_term_symbol (node.term), formula);
}

/* The formula in numbers */

typedef struct
{
  const SoulsExplain *explain;
  SoulsNode node;
  const SoulsWords *words;
  SoulsNode inputs[SOULS_MAX_INPUTS];
  int n_inputs;
  double divisor; /* of money */
  int digits;
  gboolean has_money;
  GString *text;
} Writer;

/* What stands left of the equals sign: of a moved driver, its baseline. */
static double
get_result (const Writer *self)
{
  if (self->node.term.type == SOULS_TERM_DRIVER)
    return self->explain->context.calibration->baseline[self->node.term.index];
  return souls_explain_value (self->explain, self->node);
}

static gboolean
is_money (SoulsTerm term)
{
  return souls_term_unit (term) == SOULS_UNIT_MONEY;
}

/* One unit and one number of digits for all amounts of a formula, so that a sum can be checked. */
static void
choose_unit (Writer *self)
{
  double largest = is_money (self->node.term) ? fabs (get_result (self)) : 0.0;

  self->has_money = is_money (self->node.term);
  for (int i = 0; i < self->n_inputs; i++)
    if (is_money (self->inputs[i].term))
      {
        largest = fmax (largest, fabs (souls_explain_value (self->explain, self->inputs[i])));
        self->has_money = TRUE;
      }
  self->divisor = largest < 1000.0 ? 1.0 : 1000.0;
  self->digits = largest < 1000.0 ? 0 : largest < 10000.0 ? 2 : 1;
}

static char *
say_number (const Writer *self, SoulsTerm term, double value)
{
  switch (souls_term_unit (term))
    {
    case SOULS_UNIT_MONEY:
      return souls_words_number (self->words, value / self->divisor, self->digits);
    case SOULS_UNIT_DAYS:
    case SOULS_UNIT_YEARS:
      return souls_words_number (self->words, value, 1);
    case SOULS_UNIT_RATIO:
      return souls_words_number (self->words, value, 2);
    default:
      return souls_words_percent_with (self->words, value, fabs (value) < 0.01 ? 2 : 1);
    }
}

/* Whether what is written ends where a number may begin with its sign. */
static gboolean
may_have_sign (const GString *text)
{
  gsize length = text->len;

  while (length > 0 && text->str[length - 1] == ' ')
    length--;
  return length == 0 || strchr ("(,;=", text->str[length - 1]) != NULL;
}

static void
append_number (Writer *self, SoulsTerm term, double value)
{
  g_autofree char *number = say_number (self, term, value);
  gboolean in_brackets = value < 0.0 && !may_have_sign (self->text);

  g_string_append_printf (self->text, in_brackets ? "(%s)" : "%s", number);
}

static const SoulsNode *
find_input (const Writer *self, const char *name, gsize length, gboolean before)
{
  for (int i = 0; i < self->n_inputs; i++)
    {
      g_autofree char *symbol =
        souls_explain_symbol (self->explain, self->inputs[i], self->node);
      gsize own = strlen (souls_term_symbol (self->inputs[i].term));

      if (own == length && memcmp (symbol, name, length) == 0 &&
          (symbol[own] != '\0') == before)
        return &self->inputs[i];
    }
  return NULL;
}

static gboolean
continues_word (gunichar c)
{
  return g_unichar_isalnum (c) || c == '_' || c == 0x221e; /* ∞ */
}

static gboolean
is_word (const char *text, gsize length, const char *word)
{
  return strlen (word) == length && memcmp (word, text, length) == 0;
}

/* A name becomes its value; functions stay. */
static const char *
write_word (Writer *self, const char *p)
{
  const char *start = p;
  const SoulsNode *input;
  gboolean before;
  gsize length;

  while (continues_word (g_utf8_get_char (p)))
    p = g_utf8_next_char (p);
  length = (gsize) (p - start);
  before = g_utf8_get_char (p) == PRIME;
  input = *p == '(' ? NULL : find_input (self, start, length, before);
  if (input != NULL)
    append_number (self, input->term, souls_explain_value (self->explain, *input));
  else if (is_word (start, length, "t"))
    g_string_append_printf (self->text, "%d", self->node.t);
  else if (is_word (start, length, "year"))
    g_string_append_printf (self->text, "%d", self->explain->context.calibration->year);
  else
    {
      g_string_append_len (self->text, start, (gssize) length);
      return p;
    }
  return before ? g_utf8_next_char (p) : p;
}

/* A number of the formula, as the reader writes it. */
static const char *
write_literal (Writer *self, const char *p)
{
  for (; g_ascii_isdigit (*p) || (*p == '.' && g_ascii_isdigit (p[1])); p++)
    if (*p == '.')
      g_string_append (self->text, self->words->decimal_point);
    else
      g_string_append_c (self->text, *p);
  return p;
}

/* Where the comma is the decimal point, it cannot divide arguments as well. */
static void
write_sign (Writer *self, gunichar sign)
{
  if (sign == ',' && g_str_equal (self->words->decimal_point, ","))
    sign = ';';
  g_string_append_unichar (self->text, sign);
}

static void
write_numbers (Writer *self, const char *formula)
{
  append_number (self, self->node.term, get_result (self));
  g_string_append (self->text, " = ");
  for (const char *p = formula; *p != '\0';)
    {
      gunichar c = g_utf8_get_char (p);

      if (g_ascii_isdigit (*p))
        p = write_literal (self, p);
      else if (g_unichar_isalpha (c) || c == '_')
        p = write_word (self, p);
      else
        {
          write_sign (self, c);
          p = g_utf8_next_char (p);
        }
    }
}

/**
 * souls_explain_numbers:
 * @in_billions: (out): whether the amounts are in $ billion
 * @in_millions: (out): whether they are in $ million; neither where there are none
 *
 * Returns: (transfer full) (nullable): the formula with rounded numbers in place of the symbols:
 *   "80.0 = 34.4 + 45.6"; %NULL for what is not calculated
 */
char *
souls_explain_numbers (const SoulsExplain *self,
                       SoulsNode node,
                       const SoulsWords *words,
                       gboolean *in_billions,
                       gboolean *in_millions)
{
  const char *formula = souls_term_formula (&self->context, node.term, node.t);
  Writer writer = { .explain = self, .node = node, .words = words };

  *in_billions = *in_millions = FALSE;
  if (formula == NULL)
    return NULL;
  writer.n_inputs = souls_explain_inputs (self, node, writer.inputs);
  writer.text = g_string_new (NULL);
  choose_unit (&writer);
  write_numbers (&writer, formula);
  *in_billions = writer.has_money && writer.divisor > 1.0;
  *in_millions = writer.has_money && writer.divisor == 1.0;
  return g_string_free (writer.text, FALSE);
}
