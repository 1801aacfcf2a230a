/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "souls-chart-wheel.h"

#include "souls-question.h"

#include <math.h>

/* Less than this part of the goods is no effect. */
#define LEAST_EFFECT 5e-5

/* So many times the goods without the wheel is a wheel that wants a brake. */
#define RUNAWAY 2.0

static const SoulsDriver drivers[SOULS_N_LINKS] = {
  [SOULS_LINK_PRICES] = SOULS_DRIVER_PRICE_RESPONSE,
  [SOULS_LINK_SELECTION] = SOULS_DRIVER_SELECTION_RESPONSE,
  [SOULS_LINK_REINVEST] = SOULS_DRIVER_REINVESTMENT,
  [SOULS_LINK_BRAKE] = SOULS_DRIVER_SATURATION,
};

typedef enum
{
  CASE_HIGHER,
  CASE_RUNAWAY,
  CASE_LOWER,
  CASE_SAME,
  N_CASES
} Case;

typedef struct
{
  const char *singular;
  const char *plural;
} Sentence;

/* Translators: %1$s is how many of the four sliders are not at zero, %2$s a fiscal year, %3$s a part in
 * percent. */
static const Sentence findings[N_CASES] = {
  [CASE_HIGHER] = { NP_ (
    "With %1$s of the 4 flywheel sliders on, merchandise value in fiscal %2$s would be %3$s higher than without it.",
    "With %1$s of the 4 flywheel sliders on, merchandise value in fiscal %2$s would be %3$s higher than without them.") },
  [CASE_RUNAWAY] = { NP_ (
    "With %1$s of the 4 flywheel sliders on and no brake, merchandise value in fiscal %2$s would be %3$s higher than without it.",
    "With %1$s of the 4 flywheel sliders on and no brake, merchandise value in fiscal %2$s would be %3$s higher than without them.") },
  [CASE_LOWER] = { NP_ (
    "With %1$s of the 4 flywheel sliders on, merchandise value in fiscal %2$s would be %3$s lower than without it.",
    "With %1$s of the 4 flywheel sliders on, merchandise value in fiscal %2$s would be %3$s lower than without them.") },
  [CASE_SAME] = { NP_ (
    "With %1$s of the 4 flywheel sliders on, merchandise value in fiscal %2$s would be as without it: nothing sets the wheel in motion.",
    "With %1$s of the 4 flywheel sliders on, merchandise value in fiscal %2$s would be as without them: nothing sets the wheel in motion.") },
};
static const char *const still_finding =
  N_("The flywheel does not turn here: no link is switched on.");
/* Translators: a fiscal year, a part in percent, an amount. */
static const char *const reported_finding =
  N_("In fiscal %1$s sellers made %2$s of sales worth %3$s; what turned the wheel nobody publishes.");
static const char *const no_result = N_("There is no result for fiscal %1$s.");

/* Translators: how strong a link is; GMV is gross merchandise value. */
static const char *const strengths[SOULS_N_LINKS] = {
  [SOULS_LINK_PRICES] = N_("+%1$s %% GMV per 1 %% lower prices"),
  [SOULS_LINK_SELECTION] = N_("+%1$s %% GMV per point of sellers’ share"),
  [SOULS_LINK_REINVEST] = N_("%1$s of profit and float"),
  [SOULS_LINK_BRAKE] = N_("the market is %1$s full"),
};
static const char *const off = N_("off");
/* Translators: what a link does to gross merchandise value (GMV) of the year. */
static const char *const effects[2] = { N_("without it %1$s less GMV"),
                                         N_("without it %1$s more GMV") };
static const char *const no_effect = N_("nothing moves it");

/*
 * souls_link_driver:
 *
 * Returns: the slider that switches a link on
 */
SoulsDriver
souls_link_driver (SoulsLink link)
{
  return drivers[link];
}

/* The year's goods with some links at zero. */
static double
ask (const SoulsDraft *draft,
     const gboolean   *without)
{
  const SoulsChartInput *input = draft->input;
  SoulsDrivers sliders = *input->drivers;
  const SoulsQuestion question = { input->calibration, input->settings, &sliders, SOULS_METRIC_GMV,
                                   input->year - input->results->base_year };

  for (int i = 0; i < SOULS_N_LINKS; i++)
    if (without[i])
      sliders.target[drivers[i]] = 0.0;
  return souls_question_answer (&question);
}

/*
 * souls_wheel_turn:
 * @draft: a chart
 *
 * Finds which links are on in the scrubbed year, and what they do: the same scenario is projected
 * without each of them and without all.
 *
 * Returns: the wheel
 */
SoulsWheel
souls_wheel_turn (const SoulsDraft *draft)
{
  const SoulsChartInput *input = draft->input;
  gboolean all[SOULS_N_LINKS] = { TRUE, TRUE, TRUE, TRUE };
  SoulsWheel self = {
    .projected = souls_input_is_projected (input, input->year),
    .goods = souls_draft_value (draft, SOULS_ORIGIN_SCENARIO, SOULS_METRIC_GMV, input->year),
  };

  self.goods_without = self.goods;
  if (!self.projected || !isfinite (self.goods))
    return self;

  self.filled =
    input->drivers->target[SOULS_DRIVER_SATURATION] * self.goods / input->calibration->gmv;
  for (int i = 0; i < SOULS_N_LINKS; i++)
    {
      gboolean one[SOULS_N_LINKS] = { FALSE };

      self.on[i] = input->drivers->target[drivers[i]] != 0.0;
      if (!self.on[i])
        continue;
      self.n_on++;
      one[i] = TRUE;
      self.effect[i] = self.goods - ask (draft, one);
      if (fabs (self.effect[i]) < LEAST_EFFECT * fabs (self.goods))
        self.effect[i] = 0.0;
    }
  if (self.n_on > 0)
    self.goods_without = ask (draft, all);
  return self;
}

static Case
judge (const SoulsWheel *self)
{
  double ratio = self->goods / self->goods_without;

  if (fabs (ratio - 1.0) < LEAST_EFFECT)
    return CASE_SAME;
  if (ratio < 1.0)
    return CASE_LOWER;
  return ratio > RUNAWAY && !self->on[SOULS_LINK_BRAKE] ? CASE_RUNAWAY : CASE_HIGHER;
}

/*
 * souls_wheel_say_finding:
 *
 * Returns: (transfer full): what the wheel does, in a sentence
 */
char *
souls_wheel_say_finding (const SoulsWheel *self,
                         const SoulsDraft *draft)
{
  const SoulsWords *words = draft->input->words;
  double share =
    souls_draft_value (draft, SOULS_ORIGIN_SCENARIO, SOULS_METRIC_GMV_THIRD_PARTY, draft->input->year) /
    self->goods;
  const Sentence *sentence = &findings[judge (self)];
  g_autofree char *year = souls_year_text (draft->input->year);
  g_autofree char *goods = souls_words_money (words, self->goods);
  g_autofree char *part = souls_words_percent (words, share);
  g_autofree char *change =
    souls_words_percent (words, fabs (self->goods / self->goods_without - 1.0));
  g_autofree char *n = souls_words_number (words, self->n_on, 0);

  if (!isfinite (self->goods) || self->goods <= 0.0)
    return souls_fill (words, no_result, year, NULL);
  if (!self->projected)
    return souls_fill (words, reported_finding, year, part, goods, NULL);
  if (self->n_on == 0)
    return g_strdup (souls_words_say (words, still_finding));
  return souls_fill_plural (words, sentence->singular, sentence->plural, self->n_on, n, year,
                            change, NULL);
}

/*
 * souls_wheel_say_strength:
 *
 * Returns: (transfer full): where the link's slider stands, or that it is off
 */
char *
souls_wheel_say_strength (const SoulsWheel *self,
                          const SoulsDraft *draft,
                          SoulsLink         link)
{
  const SoulsWords *words = draft->input->words;
  double value = draft->input->drivers->target[drivers[link]];
  g_autofree char *text = NULL;

  if (!self->on[link])
    return g_strdup (souls_words_say (words, off));
  if (link == SOULS_LINK_BRAKE)
    text = souls_words_percent_with (words, self->filled, 0);
  else if (link == SOULS_LINK_REINVEST)
    text = souls_words_percent_with (words, value, 0);
  else
    text = souls_words_number (words, value, link == SOULS_LINK_PRICES ? 1 : 2);
  return souls_fill (words, strengths[link], text, NULL);
}

/*
 * souls_wheel_say_effect:
 *
 * Returns: (transfer full) (nullable): what the link does to the goods sold in the year; %NULL for one that is off
 */
char *
souls_wheel_say_effect (const SoulsWheel *self,
                        const SoulsDraft *draft,
                        SoulsLink         link)
{
  const SoulsWords *words = draft->input->words;
  g_autofree char *amount = souls_amount (words, self->effect[link]);

  if (!self->on[link])
    return NULL;
  if (self->effect[link] == 0.0)
    return g_strdup (souls_words_say (words, no_effect));
  return souls_fill (words, effects[self->effect[link] < 0.0 ? 1 : 0], amount, NULL);
}

/*
 * souls_wheel_get_strength:
 *
 * Returns: how far up its slider a link is, 0 … 1
 */
double
souls_wheel_get_strength (const SoulsDraft *draft,
                          SoulsLink         link)
{
  const double shown = souls_driver_to_shown (drivers[link], draft->input->drivers->target[drivers[link]]);

  return CLAMP (shown / souls_driver_info (drivers[link])->max, 0.0, 1.0);
}

/*
 * souls_wheel_get_glow:
 *
 * Returns: 1 when a link has just been switched on, then less
 */
double
souls_wheel_get_glow (const SoulsWheel *self,
                      const SoulsDraft *draft,
                      SoulsLink         link)
{
  const SoulsChartGlow *glow = draft->input->glow;

  return glow != NULL && self->on[link] && glow->drivers->target[drivers[link]] == 0.0 ? glow->strength : 0.0;
}
