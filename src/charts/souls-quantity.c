/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "souls-quantity.h"

#include <math.h>
#include <string.h>

#include "souls-chart-driver.h"

#define PER_CENT 100.0
#define MAX_EXACT_DIGITS 4
#define NO_BREAK_SPACE "\u00a0"

/*
 * UnitRow:
 * @scale: how many of the unit shown are one of the unit inside
 * @name: of the unit shown, where a number is entered; %NULL where there is nothing to say
 */
typedef struct
{
  double scale;
  const char *name;
} UnitRow;

static const UnitRow units[SOULS_N_QUANTITY_UNITS] = {
  [SOULS_QUANTITY_MONEY] = { 1.0, N_("US$ million") },
  [SOULS_QUANTITY_PERCENT] = { PER_CENT, N_("percent") },
  [SOULS_QUANTITY_POINTS] = { PER_CENT, N_("percentage points") },
  [SOULS_QUANTITY_DAYS] = { 1.0, N_("days") },
  [SOULS_QUANTITY_YEARS] = { 1.0, N_("years") },
  [SOULS_QUANTITY_COUNT] = { 1.0, NULL },
  [SOULS_QUANTITY_MILLIONS] = { 1.0, N_("million") },
  [SOULS_QUANTITY_YEAR] = { 1.0, N_("fiscal year") },
  [SOULS_QUANTITY_DOLLARS] = { 1.0, N_("US$") },
  [SOULS_QUANTITY_TIMES] = { 1.0, NULL },
};

/* By unit of a driver. */
static const SoulsQuantityUnit driver_units[] = {
  [SOULS_UNIT_PERCENT] = SOULS_QUANTITY_PERCENT,
  [SOULS_UNIT_PERCENT_PER_YEAR] = SOULS_QUANTITY_PERCENT,
  [SOULS_UNIT_POINTS] = SOULS_QUANTITY_POINTS,
  [SOULS_UNIT_POINTS_PER_YEAR] = SOULS_QUANTITY_POINTS,
  [SOULS_UNIT_MONEY] = SOULS_QUANTITY_MONEY,
  [SOULS_UNIT_DAYS] = SOULS_QUANTITY_DAYS,
  [SOULS_UNIT_YEARS] = SOULS_QUANTITY_YEARS,
  [SOULS_UNIT_RATIO] = SOULS_QUANTITY_TIMES,
};

/* Translators: dollars, not millions of them: %1$s is a number such as 30.2. */
static const char *const dollars[2] = { N_("$%1$s"), N_("−$%1$s") };
/* Translators: %1$s is a number such as 270, of people or things. */
static const char *const millions = N_("%1$s million");
/* Translators: from one number to another: "8–15 %", "$8.60 bn–$13.6 bn". */
static const char *const range = N_("%1$s–%2$s");

/**
 * souls_quantity_new:
 * @unit: any but %SOULS_QUANTITY_DRIVER
 * @value: in that unit
 *
 * Returns: the quantity, without a sign of its own
 */
SoulsQuantity
souls_quantity_new (SoulsQuantityUnit unit,
                    double            value)
{
  return (SoulsQuantity) { .value = value, .unit = unit };
}

/**
 * souls_quantity_driver:
 * @value: in the model's unit
 *
 * Returns: where a slider stands, as a quantity
 */
SoulsQuantity
souls_quantity_driver (SoulsDriver driver,
                       double      value)
{
  return (SoulsQuantity) { .value = value, .unit = SOULS_QUANTITY_DRIVER, .driver = driver };
}

/* What is behind the unit: a driver's own. */
static SoulsQuantityUnit
resolve_unit (const SoulsQuantity *self)
{
  return self->unit == SOULS_QUANTITY_DRIVER ? driver_units[souls_driver_info (self->driver)->unit] : self->unit;
}

/**
 * souls_quantity_to_shown:
 *
 * Returns: the value in the unit that people read and enter: US$ million, percent, points, days, years
 */
double
souls_quantity_to_shown (const SoulsQuantity *self)
{
  return self->value * units[resolve_unit (self)].scale;
}

/**
 * souls_quantity_from_shown:
 * @like: what was asked for
 * @shown: what was entered, in the unit shown
 *
 * Returns: the answer, as a quantity of the same kind
 */
SoulsQuantity
souls_quantity_from_shown (const SoulsQuantity *like,
                           double               shown)
{
  SoulsQuantity said = *like;

  said.value = shown / units[resolve_unit (like)].scale;
  said.is_range = FALSE;
  said.exact = FALSE;
  return said;
}

/**
 * souls_quantity_unit_name:
 *
 * Returns: (nullable) (transfer none): the unit shown, marked for translation; %NULL for a bare number
 */
const char *
souls_quantity_unit_name (const SoulsQuantity *self)
{
  return units[resolve_unit (self)].name;
}

/* As many decimals as a number has. */
static int
count_exact_digits (double shown)
{
  int digits = 0;

  for (; digits < MAX_EXACT_DIGITS && fabs (shown - round (shown)) > 1e-6; digits++)
    shown *= 10.0;
  return digits;
}

/* Three significant figures, two decimals at most, as amounts of money have them. */
static int
count_usual_digits (double shown)
{
  if (fabs (shown) < 9.995)
    return 2;
  return fabs (shown) < 99.95 ? 1 : 0;
}

/* One decimal below a hundred: how many times something is of something else. */
static int
count_times_digits (double shown)
{
  return fabs (shown) < 99.95 ? 1 : 0;
}

static char *
say_number (const SoulsQuantity *self,
            const SoulsWords    *words,
            double               value,
            int                  digits)
{
  if (self->exact)
    digits = count_exact_digits (value);
  return self->with_sign ? souls_words_number_change (words, value, digits)
                         : souls_words_number (words, value, digits);
}

static char *
say_dollars (const SoulsQuantity *self,
             const SoulsWords    *words,
             double               value)
{
  const int digits = self->exact ? count_exact_digits (value) : count_usual_digits (value);
  g_autofree char *number = souls_words_number (words, fabs (value), digits);

  return souls_fill (words, dollars[value < 0.0 && strpbrk (number, "123456789") != NULL], number, NULL);
}

static char *
say_percent (const SoulsQuantity *self,
             const SoulsWords    *words,
             double               value)
{
  if (self->exact)
    return souls_words_percent_with (words, value, count_exact_digits (value * PER_CENT));
  return self->with_sign ? souls_words_percent_change (words, value) : souls_words_percent (words, value);
}

static char *
say_one (const SoulsQuantity *self,
         const SoulsWords    *words,
         double               value)
{
  g_autofree char *whole = say_number (self, words, value, 0);

  switch (self->unit)
    {
    case SOULS_QUANTITY_MONEY:
      return self->with_sign ? souls_words_money_change (words, value) : souls_words_money (words, value);
    case SOULS_QUANTITY_PERCENT:
      return say_percent (self, words, value);
    case SOULS_QUANTITY_POINTS:
      return self->with_sign ? souls_words_points (words, value) : souls_words_points_apart (words, value);
    case SOULS_QUANTITY_DAYS:
      return souls_days_in_words (words, round (value), whole);
    case SOULS_QUANTITY_YEARS:
      return souls_years_in_words (words, round (value), whole);
    case SOULS_QUANTITY_MILLIONS:
      return souls_fill (words, millions, whole, NULL);
    case SOULS_QUANTITY_YEAR:
      return souls_year_text ((int) round (value));
    case SOULS_QUANTITY_DOLLARS:
      return say_dollars (self, words, value);
    case SOULS_QUANTITY_TIMES:
      return say_number (self, words, value, count_times_digits (value));
    case SOULS_QUANTITY_DRIVER:
      return souls_driver_in_words (words, self->driver, value);
    case SOULS_QUANTITY_COUNT:
    case SOULS_N_QUANTITY_UNITS:
    default:
      return g_steal_pointer (&whole);
    }
}

/* The unit once, after both numbers, where it stands after a number. */
static char *
say_range (const SoulsQuantity *self,
           const SoulsWords    *words)
{
  const double shown = self->value * units[resolve_unit (self)].scale;
  g_autofree char *high = say_one (self, words, self->high);
  g_autofree char *low = self->unit == SOULS_QUANTITY_PERCENT
                           ? souls_words_number (words, shown, count_exact_digits (shown))
                           : say_one (self, words, self->value);

  return souls_fill (words, range, low, high, NULL);
}

/**
 * souls_quantity_say:
 * @words: the reader's language
 *
 * A number as it stands in a sentence, which does not break within it: "−$10.6 bn", "4.4 %", "+2.1 points", "51 days",
 * "2022", "$30.2", "8–15 %".
 *
 * Returns: (transfer full): the number in words
 */
char *
souls_quantity_say (const SoulsQuantity *self,
                    const SoulsWords    *words)
{
  g_autofree char *text = self->is_range ? say_range (self, words) : say_one (self, words, self->value);
  g_autoptr (GString) whole = g_string_new (text);

  g_string_replace (whole, " ", NO_BREAK_SPACE, 0);
  return g_strdup (whole->str);
}

/* Past the nearer end of a range; 0 within. */
static double
measure_gap (const SoulsQuantity *said,
             const SoulsQuantity *truth)
{
  const double high = truth->is_range ? truth->high : truth->value;

  if (said->value > high)
    return said->value - high;
  return said->value < truth->value ? said->value - truth->value : 0.0;
}

/**
 * souls_quantity_gap:
 * @said: of the unit of @truth
 * @truth: may be a range
 *
 * How far apart they are: of parts the points between them, of fiscal years the years.
 *
 * Returns: a quantity from 0 on
 */
SoulsQuantity
souls_quantity_gap (const SoulsQuantity *said,
                    const SoulsQuantity *truth)
{
  const SoulsQuantityUnit unit = resolve_unit (truth);
  SoulsQuantity gap = souls_quantity_new (unit, fabs (measure_gap (said, truth)));

  if (unit == SOULS_QUANTITY_PERCENT)
    gap.unit = SOULS_QUANTITY_POINTS;
  else if (unit == SOULS_QUANTITY_YEAR)
    gap.unit = SOULS_QUANTITY_YEARS;
  return gap;
}

/* Translators: after a prediction: what was said, what is so, how far apart they are. */
static const char *const gap_sentences[2] = {
  N_("You said %1$s; it was %2$s: you were %3$s too low."),
  N_("You said %1$s; it was %2$s: you were %3$s too high."),
};
/* Translators: the same of fiscal years. */
static const char *const year_sentences[2] = {
  N_("You said %1$s; it was %2$s: you were %3$s too early."),
  N_("You said %1$s; it was %2$s: you were %3$s too late."),
};
static const char *const close_sentence = N_("Close: you said %1$s; it was %2$s.");
/* Translators: what was said and what is so are the same number. */
static const char *const exact_sentence = N_("Exactly: it was %1$s.");

/**
 * souls_gap_say:
 * @words: the reader's language
 * @said: the answer given, of the unit of @truth
 * @truth: what is so
 * @close: how far off still counts as close, in the unit shown (US$ million, percent, days)
 *
 * Names the gap between a prediction and the figures: "You said −$5.00 bn; it was −$10.6 bn: you were $5.61 bn too high."
 *
 * Returns: (transfer full): one sentence
 */
char *
souls_gap_say (const SoulsWords    *words,
               const SoulsQuantity *said,
               const SoulsQuantity *truth,
               double               close)
{
  const double gap = measure_gap (said, truth);
  const SoulsQuantity distance = souls_quantity_gap (said, truth);
  const char *const *sentences = resolve_unit (truth) == SOULS_QUANTITY_YEAR ? year_sentences : gap_sentences;
  g_autofree char *said_words = souls_quantity_say (said, words);
  g_autofree char *truth_words = souls_quantity_say (truth, words);
  g_autofree char *gap_words = souls_quantity_say (&distance, words);

  if (g_str_equal (said_words, truth_words))
    return souls_fill (words, exact_sentence, truth_words, NULL);
  if (fabs (gap) * units[resolve_unit (truth)].scale <= close)
    return souls_fill (words, close_sentence, said_words, truth_words, NULL);
  return souls_fill (words, sentences[gap > 0.0], said_words, truth_words, gap_words, NULL);
}
