/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "souls-config.h"

#include "souls-why.h"

#include <glib/gi18n.h>
#include <math.h>

#include "souls-driver-text.h"
#include "souls-explain.h"

/* As a part of the number: less is no change. */
#define LEAST_CHANGE 1e-12
#define LEFT_TO_RIGHT "\u200e"

/* Where the sliders stand after some of the moves, and what terms read from that. */
typedef struct
{
  SoulsDrivers drivers;
  SoulsResults results;
} State;

typedef struct
{
  SoulsTermContext before;
  SoulsTermContext after;
  SoulsDriver driver;
  int t;
} Step;

/* What is added and taken away again leaves a last digit. */
static gboolean
differs (double a, double b)
{
  return isnan (a) != isnan (b) || fabs (a - b) > LEAST_CHANGE * fmax (fabs (a), fabs (b));
}

/* The metrics of the same year in the formula that changed in the step. Returns their number; @direct: whether the
 * formula names the slider itself. */
static int
find_changed (const Step *step, SoulsTerm term, SoulsTerm changed[SOULS_MAX_INPUTS], gboolean *direct)
{
  SoulsTerm inputs[SOULS_MAX_INPUTS];
  int n = souls_term_inputs (&step->after, term, step->t, inputs);
  int n_changed = 0;

  *direct = FALSE;
  for (int i = 0; i < n; i++)
    if (inputs[i].type == SOULS_TERM_DRIVER && inputs[i].index == (int) step->driver)
      *direct = TRUE;
    else if (inputs[i].type == SOULS_TERM_METRIC &&
             differs (souls_term_value (&step->before, inputs[i], step->t),
                      souls_term_value (&step->after, inputs[i], step->t)))
      changed[n_changed++] = inputs[i];
  return n_changed;
}

static double
get_way_change (const Step *step, SoulsTerm term)
{
  return souls_term_value (&step->after, term, step->t) - souls_term_value (&step->before, term, step->t);
}

/* Amounts can be ranked; where an amount goes with a rate, only the formula has an order. */
static gboolean
are_amounts (const SoulsTerm *terms, int n)
{
  for (int i = 0; i < n; i++)
    if (souls_term_unit (terms[i]) != SOULS_UNIT_MONEY)
      return FALSE;
  return TRUE;
}

static void
sort_ways (const Step *step, SoulsTerm *terms, int n)
{
  for (int i = 1; i < n; i++)
    for (int j = i; j > 0 && fabs (get_way_change (step, terms[j])) > fabs (get_way_change (step, terms[j - 1])); j--)
      {
        SoulsTerm term = terms[j];

        terms[j] = terms[j - 1];
        terms[j - 1] = term;
      }
}

/* "Without AWS" is one of the rungs, whatever its formula has to choose from. */
static SoulsMetric
resolve (const Step *step, SoulsMetric metric)
{
  return metric == SOULS_METRIC_WITHOUT_AWS
           ? (SoulsMetric) (SOULS_METRIC_WITHOUT_AWS_ARITHMETIC + (int) step->after.settings->rung)
           : metric;
}

/* From the answer down to where the change comes in by more than one way, or by the slider itself. */
static void
find_ways (SoulsReason *self, const Step *step, SoulsMetric asked)
{
  const SoulsMetric metric = resolve (step, asked);
  SoulsTerm terms[SOULS_MAX_INPUTS] = { { SOULS_TERM_METRIC, (int) metric } };
  gboolean direct = FALSE;
  int n = 1;

  while (n == 1 && !direct)
    {
      SoulsTerm changed[SOULS_MAX_INPUTS];
      int n_changed = find_changed (step, terms[0], changed, &direct);

      if (direct || n_changed == 0)
        break;
      n = n_changed;
      for (int i = 0; i < n; i++)
        terms[i] = changed[i];
    }
  if (n == 1 && terms[0].index == (int) metric)
    return;
  if (are_amounts (terms, n))
    sort_ways (step, terms, n);
  self->n_ways = MIN (n, SOULS_WHY_MAX_WAYS);
  self->n_more_ways = n - self->n_ways;
  for (int i = 0; i < self->n_ways; i++)
    {
      self->way[i] = (SoulsMetric) terms[i].index;
      self->way_change[i] = get_way_change (step, terms[i]);
    }
}

/* The bridge's levels; the last is the answer itself, so that no rounding is left over. */
static void
fill_levels (SoulsWhy *self, const SoulsQuestion *question)
{
  double level = self->bridge.from;

  for (int i = 0; i < self->bridge.n_steps; i++)
    {
      SoulsReason *reason = &self->reason[i];
      SoulsDriver driver = self->bridge.driver[i];

      reason->driver = driver;
      reason->from = question->calibration->baseline[driver];
      reason->to = question->drivers->target[driver];
      reason->before = level;
      level = i == self->bridge.n_steps - 1 ? self->bridge.to : level + self->bridge.change[i];
      reason->after = level;
    }
}

static SoulsTermContext
get_context (const SoulsQuestion *question, const State *state)
{
  return (SoulsTermContext){
    question->calibration, question->settings, &state->drivers, &state->results
  };
}

static void
fill_ways (SoulsWhy *self, const SoulsQuestion *question)
{
  g_autofree State *state = g_new (State, 2);

  souls_drivers_reset (&state[0].drivers, question->calibration);
  souls_project (question->calibration, question->settings, &state[0].drivers, &state[0].results);
  for (int i = 0; i < self->bridge.n_steps; i++)
    {
      SoulsReason *reason = &self->reason[i];
      State *before = &state[i % 2];
      State *after = &state[1 - i % 2];
      Step step = { .driver = reason->driver, .t = question->t };

      after->drivers = before->drivers;
      after->drivers.target[reason->driver] = reason->to;
      souls_project (question->calibration, question->settings, &after->drivers, &after->results);
      step.before = get_context (question, before);
      step.after = get_context (question, after);
      reason->moves_answer = differs (before->results.value[self->metric][question->t],
                                      after->results.value[self->metric][question->t]);
      if (reason->moves_answer)
        find_ways (reason, &step, self->metric);
    }
}

/**
 * souls_why_fill:
 * @self: (out caller-allocates)
 * @metric: what is asked for, an output or a working
 * @year: the fiscal year
 *
 * Returns: whether there is something to tell: a slider moved, and the year is a projected one
 */
gboolean
souls_why_fill (SoulsWhy *self, SoulsSession *session, SoulsMetric metric, int year)
{
  SoulsDriver moves[SOULS_N_DRIVERS];
  const int n_moves = souls_session_get_moves (session, moves);
  const SoulsQuestion question = {
    .calibration = souls_session_get_calibration (session),
    .settings = souls_session_get_settings (session),
    .drivers = souls_session_get_drivers (session),
    .metric = metric,
    .t = year - souls_session_get_base_year (session),
  };

  *self = (SoulsWhy){ .metric = metric };
  if (n_moves == 0 || question.t < 1 || question.t > question.settings->horizon)
    return FALSE;
  souls_bridge_compute (&question, moves, n_moves, &self->bridge);
  fill_levels (self, &question);
  fill_ways (self, &question);
  return TRUE;
}

/* In words */

static SoulsUnit
get_unit (SoulsMetric metric)
{
  return souls_term_unit ((SoulsTerm){ SOULS_TERM_METRIC, (int) metric });
}

static gboolean
is_fraction (SoulsUnit unit)
{
  return unit != SOULS_UNIT_MONEY && unit != SOULS_UNIT_DAYS;
}

/* As values are printed in the popover. */
static int
get_digits (SoulsUnit unit)
{
  return unit == SOULS_UNIT_MONEY ? 0 : unit == SOULS_UNIT_DAYS ? 1 : 2;
}

/* Rounded as it is printed, in the unit printed. */
static double
round_shown (SoulsUnit unit, double value)
{
  const double scale = pow (10, get_digits (unit));

  return round ((is_fraction (unit) ? 100.0 * value : value) * scale) / scale;
}

/**
 * souls_why_shown_change:
 *
 * The difference of two levels as they are printed: so all of them add up to the total, to the last digit.
 *
 * Returns: US$ million, percentage points, days; NAN where there is none
 */
double
souls_why_shown_change (const SoulsWhy *self, double from, double to)
{
  const SoulsUnit unit = get_unit (self->metric);

  return round_shown (unit, to) - round_shown (unit, from);
}

/* @change: in the unit printed */
static char *
say_amount (SoulsUnit unit, double change, const SoulsWords *words)
{
  g_autofree char *number = NULL;

  if (!isfinite (change))
    return g_strdup (_("not defined"));
  if (unit == SOULS_UNIT_MONEY && change <= 0)
    return souls_words_money_full (words, change);
  number = unit == SOULS_UNIT_MONEY ? souls_words_number (words, change, 0)
                                    : souls_words_number_change (words, change, get_digits (unit));
  if (unit == SOULS_UNIT_MONEY)
    {
      /* Translators: a change, in US dollars: "+$4,113 million" */
      g_autofree char *text = g_strdup_printf (_("+$%s million"), number);

      return g_strconcat (words->rtl ? LEFT_TO_RIGHT : "", text, NULL);
    }
  if (unit == SOULS_UNIT_DAYS)
    return g_strdup_printf (_("%s days"), number);
  /* Translators: a change in percentage points, with its sign: "+2.14 points" */
  return g_strdup_printf (_("%s points"), number);
}

/**
 * souls_why_say_total:
 *
 * Returns: what all sliders together changed, and from where
 */
char *
souls_why_say_total (const SoulsWhy *self, const SoulsWords *words)
{
  const SoulsTerm term = { SOULS_TERM_METRIC, (int) self->metric };
  const SoulsBridge *bridge = &self->bridge;
  g_autofree char *from = souls_explain_say_value (words, term, bridge->from);
  g_autofree char *change = NULL;

  if (isnan (bridge->from) && isnan (bridge->to))
    return g_strdup (_("Not defined, at the baseline nor now"));
  if (isnan (bridge->from))
    return g_strdup (_("Not defined with all sliders at baseline"));
  if (isnan (bridge->to))
    /* Translators: %s is what the value was at the baseline */
    return g_strdup_printf (_("No longer defined; with all sliders at baseline %s"), from);
  change = say_amount (get_unit (self->metric), souls_why_shown_change (self, bridge->from, bridge->to), words);
  /* Translators: what the sliders changed, and what the value is without them: "+$4,113 million against $37,100 million with all
   * sliders at baseline" */
  return g_strdup_printf (_("%1$s against %2$s with all sliders at baseline"), change, from);
}

/**
 * souls_why_say_change:
 * @step: from 0
 *
 * Returns: what the slider adds, with its sign and to the digit that makes all add up: "−$4,113 million"
 */
char *
souls_why_say_change (const SoulsWhy *self, int step, const SoulsWords *words)
{
  const SoulsReason *reason = &self->reason[step];

  return say_amount (
    get_unit (self->metric), souls_why_shown_change (self, reason->before, reason->after), words);
}

/**
 * souls_why_say_move:
 * @step: from 0
 *
 * Returns: "20.0 % → 8.0 %"
 */
char *
souls_why_say_move (const SoulsWhy *self, int step, const SoulsWords *words)
{
  const SoulsReason *reason = &self->reason[step];
  g_autofree char *from = souls_driver_text_value (
    reason->driver, souls_driver_to_shown (reason->driver, reason->from), words);
  g_autofree char *to = souls_driver_text_value (
    reason->driver, souls_driver_to_shown (reason->driver, reason->to), words);

  /* Translators: where a slider stood and where it stands: "20.0 % → 8.0 %" */
  return g_strdup_printf (_("%1$s → %2$s"), from, to);
}

static char *
say_way (const SoulsReason *reason, int i, const SoulsWords *words)
{
  const SoulsUnit unit = get_unit (reason->way[i]);
  const char *name = _(souls_term_name ((SoulsTerm){ SOULS_TERM_METRIC, (int) reason->way[i] }));
  const double shown = is_fraction (unit) ? 100.0 * reason->way_change[i] : reason->way_change[i];
  g_autofree char *change = NULL;

  if (reason->n_ways == 1)
    return g_strdup (name);
  change = unit == SOULS_UNIT_MONEY ? souls_words_money_change (words, shown) : say_amount (unit, shown, words);
  /* Translators: a part of the answer and what it changed by: "Overhead +$1.2 bn" */
  return g_strdup_printf (_("%1$s %2$s"), name, change);
}

/**
 * souls_why_say_ways:
 * @step: from 0
 * @without_effect: (nullable): why the slider changes nothing at present, marked for translation
 *
 * Returns: (nullable): by which parts of the answer the slider acts; %NULL where its own sentence says all
 */
char *
souls_why_say_ways (const SoulsWhy *self, int step, const char *without_effect, const SoulsWords *words)
{
  const SoulsReason *reason = &self->reason[step];
  g_autofree char *list = NULL;

  if (!reason->moves_answer)
    return g_strdup (without_effect != NULL ? _(without_effect) : _("It does not change this number."));
  for (int i = 0; i < reason->n_ways; i++)
    {
      g_autofree char *before = list;
      g_autofree char *way = say_way (reason, i, words);

      /* Translators: members of a list: "Overhead +$1.2 bn, Profit of advertising −$0.3 bn" */
      list = before != NULL ? g_strdup_printf (_("%1$s, %2$s"), before, way) : g_steal_pointer (&way);
    }
  if (list == NULL)
    return NULL;
  if (reason->n_more_ways > 0)
    /* Translators: by which parts of the answer a slider acts; there are more, which are smaller */
    return g_strdup_printf (_("Mostly through %s"), list);
  /* Translators: by which parts of the answer a slider acts */
  return g_strdup_printf (_("Through %s"), list);
}
