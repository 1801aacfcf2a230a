/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "souls-bridge.h"
#include "souls-chart-bridge.h"

#include <math.h>

typedef enum
{
  CASE_COST,              /* the largest change takes a part of what is taken in all */
  CASE_GAIN,
  CASE_COST_OUTWEIGHED,   /* it is more than all together, or goes the other way */
  CASE_GAIN_OUTWEIGHED,
  N_CASES
} Case;

/*
 * Subject:
 * @findings: by #Case. Translators: %1$s is a slider's name, %2$s what it changes and %3$s what all sliders change, both
 *   with their signs, %4$s a fiscal year
 *
 * What the bridge is of, and how it is said.
 */
typedef struct
{
  SoulsMetric metric;
  SoulsColor color;
  gboolean has_rung;
  const char *findings[N_CASES];
  const char *lone_finding;
  const char *idle_finding;
  const char *description;
  const char *still_description;
  const char *measure;
  const char *later_measure;
} Subject;

static const Subject without_aws = {
  .metric = SOULS_METRIC_WITHOUT_AWS,
  .color = SOULS_COLOR_STORES,
  .has_rung = TRUE,
  .findings = {
    /* Translators: %1$s is a slider's name, %2$s what it changes and %3$s what all sliders change, both with their
     * signs, %4$s a fiscal year. */
    [CASE_COST] = N_("%1$s would take most: %2$s of the %3$s without AWS in fiscal %4$s."),
    [CASE_GAIN] = N_("%1$s would bring most: %2$s of the %3$s without AWS in fiscal %4$s."),
    [CASE_COST_OUTWEIGHED] = N_("%1$s would take most, %2$s; all sliders together come to %3$s in fiscal %4$s."),
    [CASE_GAIN_OUTWEIGHED] = N_("%1$s would bring most, %2$s; all sliders together come to %3$s in fiscal %4$s."),
  },
  /* Translators: %1$s is a slider's name, %2$s a change with its sign, %3$s a fiscal year. */
  .lone_finding = N_("%1$s alone would change the operating income without AWS by %2$s in fiscal %3$s."),
  .idle_finding = N_("What was moved would change nothing of the operating income without AWS in fiscal %1$s."),
  /* Translators: for who does not see the chart: %1$s is a fiscal year, %2$s and %4$s are amounts of money, %3$s is a
   * list of sliders with their changes, %5$s is what "without" means. */
  .description = N_(
    "Operating income without AWS in fiscal %1$s: %2$s at baseline. Changed by: %3$s. %4$s in the scenario (%5$s)."),
  /* Translators: the same where no slider was moved. */
  .still_description = N_(
    "Operating income without AWS in fiscal %1$s: %2$s at baseline and in the scenario (%3$s), as nothing has been moved."),
  .measure = N_("Operating income without AWS, slider by slider in the order moved, fiscal %1$s"),
  /* Translators: %1$s is the projected fiscal year that is shown, %2$s the reported one that was asked for. */
  .later_measure = N_(
    "Operating income without AWS, slider by slider in the order moved, fiscal %1$s: no slider changes %2$s, a reported year"),
};

static const Subject with_aws = {
  .metric = SOULS_METRIC_INCOME_TOTAL,
  .color = SOULS_COLOR_COMPANY,
  .has_rung = FALSE,
  .findings = {
    /* Translators: %1$s is a slider's name, %2$s what it changes and %3$s what all sliders change, both with their
     * signs, %4$s a fiscal year. */
    [CASE_COST] = N_("%1$s would take most: %2$s of the whole company’s %3$s in fiscal %4$s."),
    [CASE_GAIN] = N_("%1$s would bring most: %2$s of the whole company’s %3$s in fiscal %4$s."),
    [CASE_COST_OUTWEIGHED] = N_("%1$s would take most, %2$s; all sliders together come to %3$s in fiscal %4$s."),
    [CASE_GAIN_OUTWEIGHED] = N_("%1$s would bring most, %2$s; all sliders together come to %3$s in fiscal %4$s."),
  },
  /* Translators: %1$s is a slider's name, %2$s a change with its sign, %3$s a fiscal year. */
  .lone_finding = N_("%1$s alone would change the whole company’s operating income by %2$s in fiscal %3$s."),
  .idle_finding = N_("What was moved would change nothing of the whole company’s operating income in fiscal %1$s."),
  /* Translators: for who does not see the chart: %1$s is a fiscal year, %2$s and %4$s are amounts of money, %3$s is a
   * list of sliders with their changes. */
  .description = N_("Operating income in fiscal %1$s: %2$s at baseline. Changed by: %3$s. %4$s in the scenario."),
  /* Translators: the same where no slider was moved. */
  .still_description = N_(
    "Operating income in fiscal %1$s: %2$s at baseline and in the scenario, as nothing has been moved."),
  .measure = N_("Operating income, slider by slider in the order moved, fiscal %1$s"),
  /* Translators: %1$s is the projected fiscal year that is shown, %2$s the reported one that was asked for. */
  .later_measure = N_(
    "Operating income, slider by slider in the order moved, fiscal %1$s: no slider changes %2$s, a reported year"),
};

static const char *const still_finding =
  N_("Nothing has been moved: the scenario is the baseline.");
static const char *const no_result = N_("There is no result for fiscal %1$s.");
/* Translators: a slider's name and its change in a list; then such a list and its next member. */
static const char *const member_pattern = N_("%1$s %2$s");
static const char *const list_pattern = N_("%1$s, %2$s");

static const char *const signs_note = N_("dotted: ◐ estimated, ○ assumed");

static const char *const baseline_name = N_("Baseline");
static const char *const scenario_name = N_("Scenario");
/* Translators: a name, then the sign of an estimated or an assumed number. */
static const char *const signed_names[SOULS_N_KINDS] = {
  [SOULS_KIND_ESTIMATED] = N_("%1$s ◐"),
  [SOULS_KIND_ASSUMED] = N_("%1$s ○"),
};
/* Translators: under a column that holds the smallest changes together: a count. */
static const char *const more_names[] = { NP_("%1$s more", "%1$s more") };
static const char *const projected_pattern = N_("%1$s, projected");

/* The soul that a group of sliders moves. */
static const SoulsColor group_colors[SOULS_N_GROUPS] = {
  [SOULS_GROUP_FIRST_PARTY] = SOULS_COLOR_STORES,
  [SOULS_GROUP_MARKETPLACE] = SOULS_COLOR_STORES,
  [SOULS_GROUP_ADVERTISING_PRIME] = SOULS_COLOR_STORES,
  [SOULS_GROUP_COSTS_REGIONS] = SOULS_COLOR_STORES,
  [SOULS_GROUP_AWS] = SOULS_COLOR_AWS,
  [SOULS_GROUP_HORIZON] = SOULS_COLOR_COMPANY,
  [SOULS_GROUP_WITHOUT_AWS] = SOULS_COLOR_STORES,
  [SOULS_GROUP_FLYWHEEL] = SOULS_COLOR_STORES,
  [SOULS_GROUP_CASH] = SOULS_COLOR_COMPANY,
};

/* Less than this is no change, US$ million: rounding errors of sums. */
#define LEAST_CHANGE 1e-3

/*
 * Picture:
 * @subject: what it is of
 * @bridge: what every moved driver changes
 * @year: projected
 * @shown: by step of the bridge: whether it has its own column
 * @printed: by step of the bridge: its change as words and picture say it
 */
typedef struct
{
  SoulsDraft *draft;
  const Subject *subject;
  SoulsBridge bridge;
  SoulsBridgeChart chart;
  int year;
  SoulsKind kind;
  gboolean shown[SOULS_N_DRIVERS];
  double printed[SOULS_N_DRIVERS];
} Picture;

static void
compute (Picture *self)
{
  const SoulsChartInput *input = self->draft->input;
  int base = input->results->base_year;
  int last = base + input->results->horizon;
  SoulsQuestion question = { .calibration = input->calibration,
                             .settings = input->settings,
                             .drivers = input->drivers,
                             .metric = self->subject->metric };

  self->year = input->year > base ? input->year : last;
  self->kind = souls_input_kind (input, self->subject->metric);
  self->bridge = (SoulsBridge) { .from = NAN, .to = NAN };
  question.t = self->year - base;
  if (self->year <= last &&
      !isnan (souls_chart_input_value (input, self->subject->metric, self->year)))
    souls_bridge_compute (&question, input->moves, input->n_moves, &self->bridge);
}

static gboolean
has_result (const Picture *self)
{
  gboolean finite = isfinite (self->bridge.from) && isfinite (self->bridge.to);

  for (int i = 0; i < self->bridge.n_steps; i++)
    finite &= isfinite (self->bridge.change[i]);
  return finite;
}

static void
add_end (Picture    *self,
         const char *name,
         double      value,
         gboolean    is_baseline)
{
  const SoulsChartInput *input = self->draft->input;
  const char *own = souls_words_say (input->words, name);
  const char *pattern = signed_names[self->kind];

  self->chart.column[self->chart.n++] = (SoulsBridgeColumn) {
    .name = pattern ? souls_fill (input->words, pattern, own, NULL) : g_strdup (own),
    .value = souls_value_in_words (input, is_baseline ? SOULS_ORIGIN_BASELINE
                                                      : SOULS_ORIGIN_SCENARIO,
                                   self->subject->metric, self->year),
    .metric = self->subject->metric,
    .to = value,
    .ghost_from = NAN,
    .ghost_to = NAN,
    .color = self->subject->color,
    .kind = self->kind,
    .key = is_baseline ? SOULS_BRIDGE_BASELINE : SOULS_BRIDGE_SCENARIO,
    .counts = TRUE,
    .is_baseline = is_baseline,
  };
}

/* @name: (transfer full) */
static void
add_step (Picture    *self,
          char       *name,
          double      change,
          SoulsColor  color,
          guint       key)
{
  const SoulsWords *words = self->draft->input->words;
  const SoulsBridgeColumn *before = &self->chart.column[self->chart.n - 1];
  double to = before->to + change;
  g_autofree char *left = souls_words_money_full (words, to);

  self->chart.column[self->chart.n++] = (SoulsBridgeColumn) {
    .name = name,
    .value = souls_fill (words, projected_pattern, left, NULL),
    .metric = self->subject->metric,
    .from = before->to,
    .to = to,
    .ghost_from = NAN,
    .ghost_to = NAN,
    .color = color,
    .kind = self->kind,
    .key = key,
    .is_step = TRUE,
    .counts = TRUE,
    .hangs = change < 0.0,
  };
}

/* Leaves out the smallest until @n have their own columns. */
static void
choose_shown (Picture *self,
              int      n)
{
  const SoulsBridge *bridge = &self->bridge;

  for (int i = 0; i < bridge->n_steps; i++)
    {
      int larger = 0;

      for (int j = 0; j < bridge->n_steps; j++)
        larger += fabs (bridge->change[j]) > fabs (bridge->change[i]) ||
                  (fabs (bridge->change[j]) >= fabs (bridge->change[i]) && j < i);
      self->shown[i] = larger < n;
    }
}

static void
add_rest (Picture *self)
{
  const SoulsBridge *bridge = &self->bridge;
  g_autofree char *count = NULL;
  double change = 0.0;
  int n = 0;

  for (int i = 0; i < bridge->n_steps; i++)
    if (!self->shown[i])
      {
        change += bridge->change[i];
        n++;
      }
  if (n == 0)
    return;
  count = souls_words_number (self->draft->input->words, n, 0);
  add_step (self,
            souls_fill_plural (self->draft->input->words, more_names[0], more_names[1], n, count,
                               NULL),
            change, SOULS_COLOR_OTHER, SOULS_BRIDGE_MORE);
}

/* With every driver in a column of its own. */
static void
round_all (Picture *self)
{
  souls_bridge_round (&self->chart);
  for (int i = 0; i < self->bridge.n_steps; i++)
    self->printed[i] = self->chart.column[i + 1].printed;
}

/* With fewer columns: as the finding says them, in the same unit. */
static void
round_shown (Picture *self)
{
  const SoulsBridgeChart *chart = &self->chart;
  SoulsBridgeColumn *rest = &self->chart.column[chart->n - 2];
  SoulsBridgeColumn *next = &self->chart.column[1];

  rest->printed = 0.0;
  for (int i = 0; i < self->bridge.n_steps; i++)
    if (self->shown[i])
      (next++)->printed = self->printed[i];
    else
      rest->printed += self->printed[i];
}

/* From the baseline to the scenario, @n drivers in columns of their own. */
static void
collect (Picture *self,
         int      n)
{
  const SoulsWords *words = self->draft->input->words;
  const SoulsBridge *bridge = &self->bridge;

  souls_bridge_clear (&self->chart);
  self->chart.year = self->year;
  choose_shown (self, n);
  add_end (self, baseline_name, bridge->from, TRUE);
  for (int i = 0; i < bridge->n_steps; i++)
    if (self->shown[i])
      {
        const SoulsDriverInfo *info = souls_driver_info (bridge->driver[i]);

        add_step (self, g_strdup (souls_words_say (words, info->name)), bridge->change[i],
                  group_colors[info->group], SOULS_KEY_DRIVER + (guint) bridge->driver[i]);
      }
  add_rest (self);
  add_end (self, scenario_name, bridge->to, FALSE);
  /* The sum of the parts may differ in its last digits, which must not show. */
  if (self->chart.n > 2)
    self->chart.column[self->chart.n - 2].to = bridge->to;
}

/* The most columns of which every name has room; the last try is taken as it is. */
static void
fit (Picture         *self,
     const SoulsArea *area)
{
  int n = self->bridge.n_steps;

  while (!souls_bridge_fit (&self->chart, area, self->draft) && n > 1)
    {
      double from = self->chart.column[0].printed;
      double to = self->chart.column[self->chart.n - 1].printed;

      collect (self, --n);
      round_shown (self);
      self->chart.column[0].printed = from;
      self->chart.column[self->chart.n - 1].printed = to;
    }
}

/* The column of the largest change; 0 where nothing changes. */
static guint
find_largest (const Picture *self)
{
  double most = LEAST_CHANGE;
  guint found = 0;

  for (guint i = 1; i + 1 < self->chart.n; i++)
    {
      const SoulsBridgeColumn *column = &self->chart.column[i];

      if (fabs (column->to - column->from) <= most)
        continue;
      most = fabs (column->to - column->from);
      found = i;
    }
  return found;
}

/* A line may break after a sign, which then stands alone: word joiners keep it. (transfer full) */
static char *
join_sign (char *amount)
{
  g_autofree char *bare = amount;
  GString *text = g_string_new (bare);

  g_string_replace (text, "+", "+\u2060", 1);
  g_string_replace (text, "−", "−\u2060", 1);
  return g_string_free (text, FALSE);
}

static char *
say_largest (const Picture *self,
             guint          largest)
{
  const SoulsWords *words = self->draft->input->words;
  const SoulsBridgeChart *chart = &self->chart;
  const SoulsBridgeColumn *column = &chart->column[largest];
  double all = chart->column[chart->n - 1].printed - chart->column[0].printed;
  gboolean is_part = column->printed * all > 0.0 && fabs (column->printed) <= fabs (all);
  Case what = (is_part ? CASE_COST : CASE_COST_OUTWEIGHED) + (column->to > column->from ? 1 : 0);
  g_autofree char *year = souls_year_text (self->year);
  g_autofree char *change = join_sign (souls_bridge_say_column (chart, words, largest));
  g_autofree char *sum = join_sign (souls_bridge_say_amount (chart, words, all, TRUE));

  if (self->bridge.n_steps == 1)
    return souls_fill (words, self->subject->lone_finding, column->name, change, year, NULL);
  return souls_fill (words, self->subject->findings[what], column->name, change, sum, year, NULL);
}

/* @self: with every driver in a column of its own */
static char *
say_finding (const Picture *self)
{
  const SoulsWords *words = self->draft->input->words;
  guint largest = find_largest (self);
  g_autofree char *year = souls_year_text (self->year);

  if (!has_result (self))
    return souls_fill (words, no_result, year, NULL);
  if (self->bridge.n_steps == 0)
    return g_strdup (souls_words_say (words, still_finding));
  return largest > 0 ? say_largest (self, largest) : souls_fill (words, self->subject->idle_finding, year, NULL);
}

/* (transfer full) */
static char *
list_changes (const Picture *self)
{
  const SoulsWords *words = self->draft->input->words;
  char *list = NULL;

  for (guint i = 1; i + 1 < self->chart.n; i++)
    {
      g_autofree char *change = souls_bridge_say_column (&self->chart, words, i);
      g_autofree char *before = list;
      g_autofree char *member =
        souls_fill (words, member_pattern, self->chart.column[i].name, change, NULL);

      list = before ? souls_fill (words, list_pattern, before, member, NULL)
                    : g_steal_pointer (&member);
    }
  return list;
}

/* @self: with every driver in a column of its own */
static char *
say_description (const Picture *self)
{
  const SoulsChartInput *input = self->draft->input;
  const SoulsBridgeChart *chart = &self->chart;
  const char *rung = souls_words_say (input->words, souls_rung_name (souls_input_rung (input)));
  g_autofree char *year = souls_year_text (self->year);
  g_autofree char *from = souls_bridge_say_column (chart, input->words, 0);
  g_autofree char *to = souls_bridge_say_column (chart, input->words, chart->n - 1);
  g_autofree char *changes = list_changes (self);

  if (!has_result (self))
    return souls_fill (input->words, no_result, year, NULL);
  if (changes == NULL)
    return souls_fill (input->words, self->subject->still_description, year, from, rung, NULL);
  return souls_fill (input->words, self->subject->description, year, from, changes, to, rung, NULL);
}

static char *
say_subtitle (const Picture *self)
{
  const SoulsChartInput *input = self->draft->input;
  gboolean is_later = self->year != input->year;
  g_autofree char *year = souls_year_text (self->year);
  g_autofree char *asked = souls_year_text (input->year);
  g_autofree char *what =
    souls_fill (input->words, is_later ? self->subject->later_measure : self->subject->measure, year, asked, NULL);
  g_autofree char *subtitle = souls_subtitle (input, what, self->subject->has_rung, TRUE);

  if (self->kind == SOULS_KIND_REPORTED)
    return g_steal_pointer (&subtitle);
  return g_strconcat (subtitle, " · ", souls_words_say (input->words, signs_note), NULL);
}

/*
 * souls_bridge_drivers_layout:
 * @draft: the chart
 *
 * The bridge's other views: from the baseline to the scenario, one column a driver in the order moved,
 * of operating income without AWS or with it. A reported year has nothing to show: the last projected one takes
 * its place, and the subtitle says so.
 */
void
souls_bridge_drivers_layout (SoulsDraft *draft)
{
  Picture self = { .draft = draft,
                   .subject = draft->input->view == SOULS_BRIDGE_VIEW_COMPANY ? &with_aws : &without_aws };
  g_autofree char *finding = NULL;
  g_autofree char *subtitle = NULL;
  g_autofree char *spoken = NULL;
  SoulsArea area;

  compute (&self);
  collect (&self, self.bridge.n_steps);
  round_all (&self);
  finding = say_finding (&self);
  subtitle = say_subtitle (&self);
  spoken = say_description (&self);
  souls_area_open (&area, draft, finding, subtitle, spoken);
  fit (&self, &area);
  souls_bridge_draw (&self.chart, &area, draft);
  souls_bridge_clear (&self.chart);
}
