/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "souls-chart-bridge.h"

#include <math.h>
#include <string.h>

/* What AWS itself did, and what is left where nothing but AWS is taken away. */
typedef enum
{
  CASE_EARNED_PROFIT_LEFT,
  CASE_EARNED_LOSS_LEFT,
  CASE_LOST_PROFIT_LEFT,
  CASE_LOST_LOSS_LEFT,
  N_CASES
} Case;

/* Translators: nothing but AWS is taken away: %1$s is what AWS earned or lost, %2$s the profit or
 * loss that is left, both without a sign, %3$s a fiscal year. */
static const char *const plain_findings[2][N_CASES] = {
  {
    [CASE_EARNED_PROFIT_LEFT] = N_(
      "AWS earned %1$s in fiscal %3$s: without it, an operating income of %2$s is left."),
    [CASE_EARNED_LOSS_LEFT] = N_(
      "AWS earned %1$s in fiscal %3$s: without it, an operating loss of %2$s is left."),
    [CASE_LOST_PROFIT_LEFT] = N_(
      "AWS lost %1$s in fiscal %3$s: without it, an operating income of %2$s is left."),
    [CASE_LOST_LOSS_LEFT] = N_(
      "AWS lost %1$s in fiscal %3$s: without it, an operating loss of %2$s is left."),
  },
  {
    [CASE_EARNED_PROFIT_LEFT] = N_(
      "AWS would earn %1$s in fiscal %3$s: without it, an operating income of %2$s would be left."),
    [CASE_EARNED_LOSS_LEFT] = N_(
      "AWS would earn %1$s in fiscal %3$s: without it, an operating loss of %2$s would be left."),
    [CASE_LOST_PROFIT_LEFT] = N_(
      "AWS would lose %1$s in fiscal %3$s: without it, an operating income of %2$s would be left."),
    [CASE_LOST_LOSS_LEFT] = N_(
      "AWS would lose %1$s in fiscal %3$s: without it, an operating loss of %2$s would be left."),
  },
};

/* Translators: AWS is taken away and the separation costs something: %1$s is both together, %2$s
 * what AWS earned, %3$s what the separation costs, %4$s a fiscal year. */
static const char *const cost_findings[2] = {
  N_("Losing AWS would have cost Amazon %1$s in fiscal %4$s: %2$s that AWS earned and %3$s for the separation."),
  N_("Losing AWS would cost Amazon %1$s in fiscal %4$s: %2$s that AWS would earn and %3$s for the separation."),
};

/* Translators: the same where AWS loses money: %1$s is what AWS lost, %2$s what the separation
 * costs, %3$s a fiscal year. */
static const char *const relief_findings[2] = {
  N_("Losing AWS would have spared Amazon the %1$s that AWS lost in fiscal %3$s, and cost %2$s for the separation."),
  N_("Losing AWS would spare Amazon the %1$s that AWS would lose in fiscal %3$s, and cost %2$s for the separation."),
};

/* Translators: for who does not see the chart; %1$s is a fiscal year, %2$s and %8$s are amounts of
 * money, %3$s to %7$s changes of it or "not counted", %9$s is what "without" means. */
static const char *const description = N_(
  "Operating income in fiscal %1$s: %2$s with AWS. Taken away: AWS %3$s, stranded costs %4$s, computing at a price %5$s, dis-synergies %6$s, one-time costs %7$s. Left without AWS: %8$s (%9$s).");

static const char *const measure = N_("Operating income from with to without AWS, fiscal %1$s");
static const char *const no_result = N_("There is no result for fiscal %1$s.");
static const char *const with_name = N_("With AWS");
static const char *const without_name = N_("Without AWS");
static const char *const aws_name = N_("AWS");
/* Translators: under the column of all costs that a separation from AWS brings. */
static const char *const separation_name = N_("Separation costs");
/* Translators: under a column that takes something away; %1$s is a name such as "stranded costs";
 * the space is a no-break one (U+00A0), as in the next ones. */
static const char *const step_name = N_("− %1$s");
/* Translators: under the column of what is left; %1$s is "Without AWS". */
static const char *const result_name = N_("= %1$s");
/* Translators: over steps that the chosen meaning of "without AWS" leaves out. */
static const char *const not_counted = N_("not counted");
/* Translators: a name, then the sign of an estimated or an assumed number. */
static const char *const signed_names[SOULS_N_KINDS] = {
  [SOULS_KIND_ESTIMATED] = N_("%1$s ◐"),
  [SOULS_KIND_ASSUMED] = N_("%1$s ○"),
};
static const char *const signs_note = N_("dotted: ◐ estimated, ○ assumed");

/* Translators: amounts of US dollars in a sum, all in one unit; %1$s is a number such as 41.2. The
 * space before the unit is a narrow no-break space (U+202F), the minus is U+2212. */
static const char *const amounts[][2] = {
  { N_("$%1$s m"), N_("−$%1$s m") },
  { N_("$%1$s bn"), N_("−$%1$s bn") },
  { N_("$%1$s tn"), N_("−$%1$s tn") },
};
static const char *const changes_up[] = { N_("+$%1$s m"), N_("+$%1$s bn"), N_("+$%1$s tn") };
static const char *const nothing = N_("$0");

static double
get_value (const SoulsDraft *draft,
           SoulsOrigin       origin,
           SoulsMetric       metric)
{
  return souls_draft_value (draft, origin, metric, draft->input->year);
}

static double
get_ghost (const SoulsDraft *draft,
           SoulsMetric       metric)
{
  const SoulsChartInput *input = draft->input;

  return input->moved && souls_input_is_projected (input, input->year)
         ? get_value (draft, SOULS_ORIGIN_BASELINE, metric) : NAN;
}

/* @name: (transfer full); the kind's sign is added */
static char *
sign_name (const SoulsWords *words,
           char             *name,
           SoulsKind         kind)
{
  g_autofree char *bare = name;

  return signed_names[kind] ? souls_fill (words, signed_names[kind], bare, NULL)
                            : g_steal_pointer (&bare);
}

/* A column that stands on zero. */
static void
add_level (SoulsBridgeChart      *self,
           const SoulsDraft *draft,
           char             *name,
           SoulsMetric       metric,
           SoulsColor        color,
           guint             key)
{
  double ghost = get_ghost (draft, metric);
  SoulsKind kind = souls_input_kind (draft->input, metric);

  self->column[self->n++] = (SoulsBridgeColumn) {
    .name = sign_name (draft->input->words, name, kind),
    .metric = metric,
    .to = get_value (draft, SOULS_ORIGIN_SCENARIO, metric),
    .ghost_from = isnan (ghost) ? NAN : 0.0,
    .ghost_to = ghost,
    .color = color,
    .kind = kind,
    .key = key,
    .counts = TRUE,
  };
}

/* A column that hangs between what was left before and what is left after. */
static void
add_step (SoulsBridgeChart      *self,
          const SoulsDraft *draft,
          const char       *what,
          SoulsMetric       before,
          SoulsMetric       after,
          guint             key)
{
  const SoulsWords *words = draft->input->words;
  gboolean is_aws = key == SOULS_BRIDGE_AWS;
  SoulsKind kind =
    souls_input_kind (draft->input, is_aws ? SOULS_METRIC_INCOME_AWS : after);
  gboolean counts =
    is_aws || after <= souls_rung_metric (souls_input_rung (draft->input));

  self->column[self->n++] = (SoulsBridgeColumn) {
    .name = sign_name (words, souls_fill (words, step_name, souls_words_say (words, what), NULL),
                       kind),
    .metric = after,
    .from = get_value (draft, SOULS_ORIGIN_SCENARIO, before),
    .to = get_value (draft, SOULS_ORIGIN_SCENARIO, after),
    .ghost_from = counts ? get_ghost (draft, before) : NAN,
    .ghost_to = counts ? get_ghost (draft, after) : NAN,
    .color = is_aws ? SOULS_COLOR_AWS : SOULS_COLOR_STORES,
    .kind = kind,
    .key = key,
    .is_step = TRUE,
    .counts = counts,
    .hangs = !counts,
  };
}

void
souls_bridge_clear (SoulsBridgeChart *self)
{
  for (guint i = 0; i < self->n; i++)
    {
      g_clear_pointer (&self->column[i].name, g_free);
      g_clear_pointer (&self->column[i].value, g_free);
    }
  self->n = 0;
}

/* The metrics of the rungs stand in the metric table in the rungs' order: add_step() compares
 * them. */
G_STATIC_ASSERT (SOULS_METRIC_WITHOUT_AWS_ARITHMETIC + SOULS_RUNG_ONE_TIME ==
                 SOULS_METRIC_WITHOUT_AWS_ONE_TIME);

/* From with to without; @briefly, all costs of the separation are one step. */
static void
collect_columns (SoulsBridgeChart      *self,
                 const SoulsDraft *draft,
                 gboolean          briefly)
{
  const SoulsWords *words = draft->input->words;
  SoulsRung chosen = souls_input_rung (draft->input);
  SoulsRung last = chosen == SOULS_RUNG_ARITHMETIC ? SOULS_RUNG_ONE_TIME : chosen;

  souls_bridge_clear (self);
  self->year = draft->input->year;
  add_level (self, draft, g_strdup (souls_words_say (words, with_name)), SOULS_METRIC_INCOME_TOTAL,
             SOULS_COLOR_COMPANY, SOULS_BRIDGE_WITH);
  add_step (self, draft, aws_name, SOULS_METRIC_INCOME_TOTAL, souls_rung_metric (0),
            SOULS_BRIDGE_AWS);
  if (briefly)
    add_step (self, draft, separation_name, souls_rung_metric (0), souls_rung_metric (last),
              SOULS_BRIDGE_SEPARATION);
  for (int rung = 1; rung < SOULS_N_RUNGS && !briefly; rung++)
    add_step (self, draft, souls_rung_name ((SoulsRung) rung),
              souls_rung_metric ((SoulsRung) (rung - 1)), souls_rung_metric ((SoulsRung) rung),
              SOULS_BRIDGE_RUNG + (guint) rung);
  add_level (self, draft,
             souls_fill (words, result_name, souls_words_say (words, without_name), NULL),
             souls_rung_metric (chosen), SOULS_COLOR_STORES, SOULS_BRIDGE_WITHOUT);
}

/* One unit and one number of decimals for all, or a reader could not add them up. */
static void
choose_digits (SoulsBridgeChart *self)
{
  double size = 0.0;

  for (guint i = 0; i < self->n; i++)
    size = fmax (size, MAX (fabs (self->column[i].to),
                            self->column[i].is_step ? fabs (self->column[i].to -
                                                            self->column[i].from) : 0.0));
  self->unit = size >= 999950.0 ? 2 : size >= 999.5 ? 1 : 0;
  self->digits = self->unit == 2 ? 3 : self->unit == 0 ? 0 : size >= 9995.0 ? 1 : 2;
}

/* The counted step whose rounding lies nearest to going @up (or down) instead. */
static SoulsBridgeColumn *
find_laxest (SoulsBridgeChart *self,
             double       quantum,
             gboolean     up)
{
  SoulsBridgeColumn *found = NULL;
  double most = -INFINITY;

  for (guint i = 0; i < self->n; i++)
    {
      SoulsBridgeColumn *column = &self->column[i];
      double error = (column->to - column->from) / quantum - column->printed;

      if (!column->is_step || !column->counts || (up ? error : -error) <= most)
        continue;
      most = up ? error : -error;
      found = column;
    }
  return found;
}

/* Rounds all figures, in the unit and to the digits chosen; the counted steps so that they add up to the
 * rounded difference of the two ends, each as near to its own value as that allows. */
static void
round_columns (SoulsBridgeChart *self)
{
  double quantum = pow (1e3, self->unit) / pow (10.0, self->digits);
  SoulsBridgeColumn *last = &self->column[self->n - 1];
  double rest;

  for (guint i = 0; i < self->n; i++)
    {
      SoulsBridgeColumn *column = &self->column[i];

      column->printed = round ((column->to - column->from) / quantum);
    }
  rest = last->printed - self->column[0].printed;
  for (guint i = 1; i + 1 < self->n; i++)
    if (self->column[i].counts)
      rest -= self->column[i].printed;
  for (int i = 0; i < SOULS_BRIDGE_MAX_COLUMNS && fabs (rest) > 0.5; i++)
    {
      double by = rest > 0.0 ? 1.0 : -1.0;
      SoulsBridgeColumn *laxest = find_laxest (self, quantum, by > 0.0);

      if (laxest == NULL)
        break;
      laxest->printed += by;
      rest -= by;
    }
  for (guint i = 0; i < self->n; i++)
    self->column[i].printed *= quantum;
}

void
souls_bridge_round (SoulsBridgeChart *self)
{
  choose_digits (self);
  round_columns (self);
}

void
souls_bridge_prepare (SoulsBridgeChart      *self,
                      const SoulsDraft *draft)
{
  collect_columns (self, draft, FALSE);
  souls_bridge_round (self);
}

gboolean
souls_bridge_has_result (const SoulsBridgeChart *self)
{
  for (guint i = 0; i < self->n; i++)
    if (isnan (self->column[i].from) || isnan (self->column[i].to))
      return FALSE;
  return TRUE;
}

/* @million: as printed. (transfer full) */
char *
souls_bridge_say_amount (const SoulsBridgeChart *self,
                         const SoulsWords       *words,
                         double                  million,
                         gboolean                is_change)
{
  double unit = pow (1e3, self->unit);
  const char *pattern = is_change && million > 0.0 ? changes_up[self->unit]
                                                   : amounts[self->unit][million < 0.0 ? 1 : 0];
  g_autofree char *number = souls_words_number (words, fabs (million) / unit, self->digits);
  g_autofree char *amount = NULL;

  if (strpbrk (number, "123456789") == NULL)
    return g_strdup (isnan (million) ? number : souls_words_say (words, nothing));
  amount = souls_fill (words, pattern, number, NULL);
  /* A minus at the front would go to the other end of the number in text from right to left. */
  return words->rtl ? g_strconcat ("\u200e", amount, NULL) : g_steal_pointer (&amount);
}

char *
souls_bridge_say_column (const SoulsBridgeChart *self,
                         const SoulsWords  *words,
                         guint              i)
{
  return souls_bridge_say_amount (self, words, self->column[i].printed, self->column[i].is_step);
}

/* What the counted steps after AWS's take away, as printed. */
static double
add_up_costs (const SoulsBridgeChart *self)
{
  double costs = 0.0;

  for (guint i = 2; i + 1 < self->n; i++)
    if (self->column[i].counts)
      costs -= self->column[i].printed;
  return costs;
}

/* Puts the costs of the separation into one step, as the finding does: with its figures. */
void
souls_bridge_abridge (SoulsBridgeChart      *self,
                      const SoulsDraft *draft)
{
  double aws = self->column[1].printed;
  double costs = add_up_costs (self);

  collect_columns (self, draft, TRUE);
  round_columns (self);
  self->column[1].printed = aws;
  if (self->column[2].counts)
    self->column[2].printed = -costs;
}

char *
souls_bridge_say_finding (const SoulsBridgeChart *self,
                          const SoulsDraft  *draft)
{
  const SoulsChartInput *input = draft->input;
  int projected = souls_input_is_projected (input, input->year) ? 1 : 0;
  double aws = -self->column[1].printed;
  double left = self->column[self->n - 1].printed;
  double costs = add_up_costs (self);
  Case what = (aws < 0.0 ? CASE_LOST_PROFIT_LEFT : CASE_EARNED_PROFIT_LEFT) + (left < 0.0 ? 1 : 0);
  g_autofree char *year = souls_year_text (input->year);
  g_autofree char *aws_text = souls_bridge_say_amount (self, input->words, fabs (aws), FALSE);
  g_autofree char *left_text = souls_bridge_say_amount (self, input->words, fabs (left), FALSE);
  g_autofree char *costs_text = souls_bridge_say_amount (self, input->words, costs, FALSE);
  g_autofree char *sum_text = souls_bridge_say_amount (self, input->words, aws + costs, FALSE);

  if (!souls_bridge_has_result (self))
    return souls_fill (input->words, no_result, year, NULL);
  if (souls_input_rung (input) == SOULS_RUNG_ARITHMETIC)
    return souls_fill (input->words, plain_findings[projected][what], aws_text, left_text, year,
                       NULL);
  if (aws < 0.0)
    return souls_fill (input->words, relief_findings[projected], aws_text, costs_text, year, NULL);
  return souls_fill (input->words, cost_findings[projected], sum_text, aws_text, costs_text, year,
                     NULL);
}

/* @self: with every step */
char *
souls_bridge_say_description (const SoulsBridgeChart *self,
                              const SoulsDraft  *draft)
{
  const SoulsChartInput *input = draft->input;
  const char *rung = souls_words_say (input->words, souls_rung_name (souls_input_rung (input)));
  g_autofree char *year = souls_year_text (input->year);
  char *text[SOULS_BRIDGE_MAX_COLUMNS] = { NULL };
  char *spoken;

  if (!souls_bridge_has_result (self))
    return souls_fill (input->words, no_result, year, NULL);
  for (guint i = 0; i < self->n; i++)
    text[i] = self->column[i].counts ? souls_bridge_say_column (self, input->words, i)
                                     : g_strdup (souls_words_say (input->words, not_counted));
  spoken = souls_fill (input->words, description, year, text[0], text[1], text[2], text[3], text[4],
                       text[5], text[6], rung, NULL);
  for (guint i = 0; i < self->n; i++)
    g_free (text[i]);
  return spoken;
}

char *
souls_bridge_say_subtitle (const SoulsDraft *draft)
{
  const SoulsChartInput *input = draft->input;
  g_autofree char *year = souls_year_text (input->year);
  g_autofree char *what = souls_fill (input->words, measure, year, NULL);
  g_autofree char *subtitle =
    souls_subtitle (input, what, TRUE, souls_input_is_projected (input, input->year));

  return g_strconcat (subtitle, " · ", souls_words_say (input->words, signs_note), NULL);
}
