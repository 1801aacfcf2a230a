/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "souls-terms.h"

#include <string.h>

#define SOULS_UNIT_FRACTION SOULS_UNIT_PERCENT

/* Where a formula stands decides what a word in it means. */
typedef enum
{
  SCOPE_CALIBRATION,    /* figures, then beliefs, then symbols */
  SCOPE_BASE_YEAR,      /* the same, then metrics and drivers */
  SCOPE_PROJECTION,     /* metrics, drivers, symbols, beliefs, figures */
} Scope;

typedef const char *(*RowSymbol) (int index);

static const SoulsUnit belief_units[SOULS_N_BELIEFS] = {
#define BELIEF(enumerator, id, name, unit) SOULS_UNIT_##unit,
  SOULS_BELIEFS (BELIEF)
#undef BELIEF
};

/* What follows from reading the stores' share of cost of sales and fulfillment out of the filing's words. */
static const SoulsSymbol assumed_symbols[] = {
  SOULS_SYMBOL_product_margin, SOULS_SYMBOL_handling_cost, SOULS_SYMBOL_overhead,
};

/* What fade() reads beside the growth rate that it is given. */
static const SoulsDriver fade_drivers[] = {
  SOULS_DRIVER_TERMINAL_GROWTH, SOULS_DRIVER_GROWTH_FADE,
};

static const char *
figure_symbol (int index)
{
  return souls_figure_symbol ((SoulsFigure) index);
}

static const char *
belief_symbol (int index)
{
  return souls_belief_id ((SoulsBelief) index);
}

static const char *
calibration_symbol (int index)
{
  return souls_symbol_id ((SoulsSymbol) index);
}

static const char *
driver_symbol (int index)
{
  return souls_driver_info ((SoulsDriver) index)->symbol;
}

static const char *
metric_symbol (int index)
{
  return souls_metric_info ((SoulsMetric) index)->symbol;
}

/* The registries that words are looked up in, each in its scope's order. */
static const struct
{
  SoulsTermType type;
  SoulsTermType before;
  RowSymbol symbol;
  int n_rows;
} registries[] = {
  { SOULS_TERM_FIGURE, SOULS_TERM_FIGURE_BEFORE, figure_symbol, SOULS_N_FIGURES },
  { SOULS_TERM_BELIEF, SOULS_TERM_BELIEF, belief_symbol, SOULS_N_BELIEFS },
  { SOULS_TERM_SYMBOL, SOULS_TERM_SYMBOL, calibration_symbol, SOULS_N_SYMBOLS },
  { SOULS_TERM_METRIC, SOULS_TERM_METRIC_BEFORE, metric_symbol, SOULS_N_SERIES },
  { SOULS_TERM_DRIVER, SOULS_TERM_DRIVER_BEFORE, driver_symbol, SOULS_N_DRIVERS },
};

#define N_REGISTRIES ((int) G_N_ELEMENTS (registries))

static const int lookup_order[][N_REGISTRIES + 1] = {
  [SCOPE_CALIBRATION] = { 0, 1, 2, -1 },
  [SCOPE_BASE_YEAR] = { 0, 1, 2, 3, 4, -1 },
  [SCOPE_PROJECTION] = { 3, 4, 2, 1, 0, -1 },
};

static RowSymbol
symbol_function (SoulsTermType type)
{
  for (int i = 0; i < N_REGISTRIES; i++)
    if (registries[i].type == type || registries[i].before == type)
      return registries[i].symbol;
  g_assert_not_reached ();
}

static gboolean
is_word (const char *text,
         gsize       length,
         const char *word)
{
  return strlen (word) == length && memcmp (word, text, length) == 0;
}

static gboolean
look_up (const char *text,
         gsize       length,
         gboolean    before,
         Scope       scope,
         SoulsTerm  *term)
{
  for (const int *order = lookup_order[scope]; *order >= 0; order++)
    for (int i = 0; i < registries[*order].n_rows; i++)
      if (is_word (text, length, registries[*order].symbol (i)))
        {
          *term = (SoulsTerm) { before ? registries[*order].before : registries[*order].type, i };
          return TRUE;
        }
  return FALSE;
}

static gboolean
starts_word (gunichar c)
{
  return g_unichar_isalpha (c) || c == '_';
}

static gboolean
continues_word (gunichar c)
{
  return g_unichar_isalnum (c) || c == '_' || c == 0x221e;   /* ∞ */
}

/* The next name in a formula that is no function: its start, length and whether a ′ follows. Moves @text behind it. */
static gboolean
next_name (const char **text,
           const char **name,
           gsize       *length,
           gboolean    *before)
{
  const char *p = *text;

  while (*p != '\0')
    {
      const char *start = p;

      if (!starts_word (g_utf8_get_char (p)))
        {
          p = g_utf8_next_char (p);
          continue;
        }
      while (continues_word (g_utf8_get_char (p)))
        p = g_utf8_next_char (p);
      if (*p == '(')
        continue;
      *name = start;
      *length = (gsize) (p - start);
      *before = g_utf8_get_char (p) == 0x2032;   /* ′ */
      *text = p;
      return TRUE;
    }
  return FALSE;
}

static gboolean
contains (const SoulsTerm *terms,
          int              n,
          SoulsTerm        term)
{
  for (int i = 0; i < n; i++)
    if (terms[i].type == term.type && terms[i].index == term.index)
      return TRUE;
  return FALSE;
}

/* A figure that was never printed for the year is the belief that stands in for it. */
static SoulsTerm
settle (const SoulsTermContext *context,
        SoulsTerm               term)
{
  if (term.type == SOULS_TERM_FIGURE && term.index == SOULS_FIGURE_VIDEO && context->calibration->video_believed)
    return (SoulsTerm) { SOULS_TERM_BELIEF, SOULS_BELIEF_VIDEO };
  return term;
}

static int
add_input (SoulsTerm inputs[SOULS_MAX_INPUTS],
           int       n,
           SoulsTerm term)
{
  if (contains (inputs, n, term))
    return n;
  g_assert (n < SOULS_MAX_INPUTS);
  inputs[n] = term;
  return n + 1;
}

static int
parse_inputs (const SoulsTermContext *context,
              const char             *formula,
              Scope                   scope,
              SoulsTerm               inputs[SOULS_MAX_INPUTS])
{
  const gboolean fades = strstr (formula, "fade(") != NULL;
  const char *name;
  gsize length;
  gboolean before;
  int n = 0;

  while (next_name (&formula, &name, &length, &before))
    {
      SoulsTerm term;

      if (look_up (name, length, before, scope, &term))
        n = add_input (inputs, n, settle (context, term));
    }
  for (gsize i = 0; fades && i < G_N_ELEMENTS (fade_drivers); i++)
    n = add_input (inputs, n, (SoulsTerm) { SOULS_TERM_DRIVER, (int) fade_drivers[i] });
  return n;
}

/**
 * souls_term_symbol:
 *
 * Returns: the word in formulas
 */
const char *
souls_term_symbol (SoulsTerm term)
{
  return symbol_function (term.type) (term.index);
}

/**
 * souls_term_name:
 *
 * Returns: what it is, marked for translation
 */
const char *
souls_term_name (SoulsTerm term)
{
  switch (term.type)
    {
    case SOULS_TERM_FIGURE:
    case SOULS_TERM_FIGURE_BEFORE:
      return souls_figure_name ((SoulsFigure) term.index);
    case SOULS_TERM_BELIEF:
      return souls_belief_name ((SoulsBelief) term.index);
    case SOULS_TERM_SYMBOL:
      return souls_symbol_name ((SoulsSymbol) term.index);
    case SOULS_TERM_DRIVER:
    case SOULS_TERM_DRIVER_BEFORE:
      return souls_driver_info ((SoulsDriver) term.index)->name;
    case SOULS_TERM_METRIC:
    case SOULS_TERM_METRIC_BEFORE:
      return souls_metric_info ((SoulsMetric) term.index)->name;
    default:
      g_assert_not_reached ();
    }
}

/**
 * souls_term_unit:
 *
 * Returns: the unit of souls_term_value(); percent and points stand for fractions
 */
SoulsUnit
souls_term_unit (SoulsTerm term)
{
  switch (term.type)
    {
    case SOULS_TERM_BELIEF:
      return belief_units[term.index];
    case SOULS_TERM_SYMBOL:
      return souls_symbol_unit ((SoulsSymbol) term.index);
    case SOULS_TERM_DRIVER:
    case SOULS_TERM_DRIVER_BEFORE:
      return souls_driver_info ((SoulsDriver) term.index)->unit;
    case SOULS_TERM_METRIC:
    case SOULS_TERM_METRIC_BEFORE:
      return souls_metric_info ((SoulsMetric) term.index)->unit;
    case SOULS_TERM_FIGURE:
    case SOULS_TERM_FIGURE_BEFORE:
    default:
      return SOULS_UNIT_MONEY;
    }
}

/**
 * souls_term_time:
 * @t: the year of the formula that names @term
 *
 * Returns: the year that @term's own inputs are of
 */
int
souls_term_time (SoulsTerm term,
                 int       t)
{
  return term.type == SOULS_TERM_METRIC_BEFORE || term.type == SOULS_TERM_DRIVER_BEFORE ? t - 1 : t;
}

static const char *
metric_formula (int index,
                int t)
{
  const SoulsMetricInfo *info = souls_metric_info ((SoulsMetric) index);

  return t == 0 && info->base_formula != NULL ? info->base_formula : info->formula;
}

/**
 * souls_term_formula:
 * @t: years after the base year
 *
 * Returns: (nullable): how @term is calculated in year @t; for a driver, what its baseline is; %NULL for what is not
 *   calculated: figures, beliefs and constants of ours
 */
const char *
souls_term_formula (const SoulsTermContext *context,
                    SoulsTerm               term,
                    int                     t)
{
  switch (term.type)
    {
    case SOULS_TERM_SYMBOL:
      return souls_symbol_formula ((SoulsSymbol) term.index);
    case SOULS_TERM_DRIVER:
    case SOULS_TERM_DRIVER_BEFORE:
      return souls_driver_info ((SoulsDriver) term.index)->origin;
    case SOULS_TERM_METRIC:
    case SOULS_TERM_METRIC_BEFORE:
      return metric_formula (term.index, souls_term_time (term, t));
    case SOULS_TERM_FIGURE:
    case SOULS_TERM_FIGURE_BEFORE:
    case SOULS_TERM_BELIEF:
    default:
      return NULL;
    }
}

/* A formula of a base year may name figures first only where it was written for the base year. */
static Scope
scope_of (SoulsTerm term,
          int       t)
{
  if (term.type == SOULS_TERM_SYMBOL || term.type == SOULS_TERM_DRIVER || term.type == SOULS_TERM_DRIVER_BEFORE)
    return SCOPE_CALIBRATION;
  if (souls_term_time (term, t) == 0 && souls_metric_info ((SoulsMetric) term.index)->base_formula != NULL)
    return SCOPE_BASE_YEAR;
  return SCOPE_PROJECTION;
}

/**
 * souls_term_inputs:
 * @t: years after the base year
 * @inputs: (out caller-allocates): what the formula of @term names, each once, in order, then what its functions read
 *   beside their arguments; their year is souls_term_time() of @term and @t
 *
 * Returns: how many there are; 0 at the end of a chain
 */
int
souls_term_inputs (const SoulsTermContext *context,
                   SoulsTerm               term,
                   int                     t,
                   SoulsTerm               inputs[SOULS_MAX_INPUTS])
{
  const char *formula = souls_term_formula (context, term, t);

  return formula != NULL ? parse_inputs (context, formula, scope_of (term, t), inputs) : 0;
}

/**
 * souls_term_value:
 * @t: years after the base year, of the formula that names @term
 *
 * Returns: the value in the model's unit; NAN stands for null
 */
double
souls_term_value (const SoulsTermContext *context,
                  SoulsTerm               term,
                  int                     t)
{
  switch (term.type)
    {
    case SOULS_TERM_FIGURE:
      return context->calibration->figures.value[term.index];
    case SOULS_TERM_FIGURE_BEFORE:
      return context->calibration->previous.value[term.index];
    case SOULS_TERM_BELIEF:
      return context->calibration->beliefs.value[term.index];
    case SOULS_TERM_SYMBOL:
      return context->calibration->symbol[term.index];
    case SOULS_TERM_DRIVER:
    case SOULS_TERM_DRIVER_BEFORE:
      return souls_driver_at (context->calibration, context->settings, context->drivers, (SoulsDriver) term.index,
                              souls_term_time (term, t));
    case SOULS_TERM_METRIC:
    case SOULS_TERM_METRIC_BEFORE:
      return context->results->value[term.index][souls_term_time (term, t)];
    default:
      g_assert_not_reached ();
    }
}

/* What a term is by itself, before its inputs are asked. */
static SoulsKind
own_kind (const SoulsTermContext *context,
          SoulsTerm               term,
          int                     t)
{
  switch (term.type)
    {
    case SOULS_TERM_BELIEF:
      return context->calibration->beliefs.kind[term.index];
    case SOULS_TERM_SYMBOL:
      if (context->calibration->missing[term.index])
        return SOULS_KIND_ASSUMED;
      for (gsize i = 0; i < G_N_ELEMENTS (assumed_symbols); i++)
        if ((int) assumed_symbols[i] == term.index)
          return SOULS_KIND_ASSUMED;
      return SOULS_KIND_REPORTED;
    case SOULS_TERM_DRIVER:
    case SOULS_TERM_DRIVER_BEFORE:
      if (souls_driver_info ((SoulsDriver) term.index)->origin == NULL)
        return SOULS_KIND_ASSUMED;
      return souls_term_value (context, term, t) == context->calibration->baseline[term.index] ? SOULS_KIND_REPORTED
                                                                                                 : SOULS_KIND_ASSUMED;
    case SOULS_TERM_METRIC:
    case SOULS_TERM_METRIC_BEFORE:
      /* Without AWS the float is taken to change as the whole company's did. */
      return souls_term_time (term, t) > 0 || term.index == SOULS_METRIC_FREE_CASH_FLOW_WITHOUT_AWS ? SOULS_KIND_ASSUMED
                                                                                                    : SOULS_KIND_REPORTED;
    case SOULS_TERM_FIGURE:
    case SOULS_TERM_FIGURE_BEFORE:
    default:
      return SOULS_KIND_REPORTED;
    }
}

/* Of the five meanings only the scenario's is an input; the others are shown but do not make the answer worse. */
static gboolean
counts (const SoulsTermContext *context,
        SoulsTerm               term,
        SoulsTerm               input)
{
  return term.index != SOULS_METRIC_WITHOUT_AWS || term.type != SOULS_TERM_METRIC ||
         input.index == (int) souls_rung_metric (context->settings->rung);
}

/**
 * souls_term_kind:
 * @t: years after the base year, of the formula that names @term
 *
 * Returns: what kind of number it is: never better than the worst of its inputs; whatever is projected is assumed
 */
SoulsKind
souls_term_kind (const SoulsTermContext *context,
                 SoulsTerm               term,
                 int                     t)
{
  SoulsKind kind = own_kind (context, term, t);
  SoulsTerm inputs[SOULS_MAX_INPUTS];
  int n;

  if (kind == SOULS_KIND_ASSUMED)
    return kind;
  n = souls_term_inputs (context, term, t, inputs);
  if (n == 0 && souls_term_formula (context, term, t) != NULL)
    return SOULS_KIND_ASSUMED;   /* a number of ours, such as 0 for what has not happened yet */
  for (int i = 0; i < n && kind != SOULS_KIND_ASSUMED; i++)
    if (counts (context, term, inputs[i]))
      kind = souls_kind_worst (kind, souls_term_kind (context, inputs[i], souls_term_time (term, t)));
  return kind;
}

/**
 * souls_term_source_figure:
 * @figure: (out): whose source to show
 * @year: (out): of which fiscal year
 *
 * Which printed figure a term is: before advertising was printed apart, the line "other" stands for both.
 *
 * Returns: whether @term is a figure
 */
gboolean
souls_term_source_figure (const SoulsTermContext *context,
                          SoulsTerm               term,
                          SoulsFigure            *figure,
                          int                    *year)
{
  if (term.type != SOULS_TERM_FIGURE && term.type != SOULS_TERM_FIGURE_BEFORE)
    return FALSE;
  *figure = (SoulsFigure) term.index;
  *year = context->calibration->year - (term.type == SOULS_TERM_FIGURE_BEFORE);
  if (context->calibration->combined_advertising && term.type == SOULS_TERM_FIGURE &&
      *figure == SOULS_FIGURE_SALES_ADVERTISING)
    *figure = SOULS_FIGURE_SALES_OTHER;
  return TRUE;
}
