/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "souls-chart-driver.h"

#include <math.h>

/* Translators: numbers of days and years, which may have decimals. */
static const char *const days[2] = { NP_ ("%1$s day", "%1$s days") };
static const char *const years[2] = { NP_ ("%1$s year", "%1$s years") };

/*
 * souls_driver_words:
 *
 * Returns: (transfer none): the driver's name in the reader's language
 */
const char *
souls_driver_words (const SoulsWords *words,
                    SoulsDriver       driver)
{
  return souls_words_say (words, souls_driver_info (driver)->name);
}

/* Decimals of the slider's step. */
static int
count_digits (SoulsDriver driver)
{
  double step = souls_driver_info (driver)->step;
  int digits = 0;

  while (digits < 3 && fabs (step - round (step)) > 1e-6)
    {
      step *= 10.0;
      digits++;
    }
  return digits;
}

/* A count for plurals: fractions take the form of many. */
static int
count (double shown)
{
  return fabs (shown - round (shown)) < 1e-9 ? (int) fabs (round (shown)) : 100;
}

/*
 * souls_days_in_words:
 * @shown: as it is rounded
 * @number: the same in words
 *
 * Returns: (transfer full): "4 days"
 */
char *
souls_days_in_words (const SoulsWords *words,
                     double            shown,
                     const char       *number)
{
  return souls_fill_plural (words, days[0], days[1], count (shown), number, NULL);
}

/* The same of years: "5 years". (transfer full) */
char *
souls_years_in_words (const SoulsWords *words,
                      double            shown,
                      const char       *number)
{
  return souls_fill_plural (words, years[0], years[1], count (shown), number, NULL);
}

/*
 * souls_driver_in_words:
 * @words: the reader's language
 * @driver: a driver
 * @value: in the model's unit
 *
 * A driver's value with its unit, as short as can be, with the decimals of its slider: "12.5 %",
 * "+1.5 points", "4 days", "$2.00 bn".
 *
 * Returns: (transfer full): the value in words
 */
char *
souls_driver_in_words (const SoulsWords *words,
                       SoulsDriver       driver,
                       double            value)
{
  double shown = souls_driver_to_shown (driver, value);
  int digits = count_digits (driver);
  /* As it is written: 47.8 days are "48 days", whose form goes by 48. */
  double written = rint (shown * pow (10, digits)) / pow (10, digits);
  g_autofree char *number = souls_words_number (words, shown, digits);

  switch (souls_driver_info (driver)->unit)
    {
    case SOULS_UNIT_POINTS:
    case SOULS_UNIT_POINTS_PER_YEAR:
      return souls_words_points (words, value);
    case SOULS_UNIT_MONEY:
      return souls_words_money (words, value);
    case SOULS_UNIT_DAYS:
      return souls_days_in_words (words, written, number);
    case SOULS_UNIT_YEARS:
      return souls_years_in_words (words, written, number);
    case SOULS_UNIT_RATIO:
      return g_steal_pointer (&number);
    case SOULS_UNIT_PERCENT:
    case SOULS_UNIT_PERCENT_PER_YEAR:
    default:
      return souls_words_percent_with (words, value, digits);
    }
}

/*
 * souls_driver_color:
 *
 * Returns: the soul that a driver belongs to: cool for AWS, warm for the stores, neutral for what is neither
 */
SoulsColor
souls_driver_color (SoulsDriver driver)
{
  switch (souls_driver_info (driver)->group)
    {
    case SOULS_GROUP_AWS:
      return SOULS_COLOR_AWS;
    case SOULS_GROUP_FIRST_PARTY:
    case SOULS_GROUP_MARKETPLACE:
    case SOULS_GROUP_ADVERTISING_PRIME:
    case SOULS_GROUP_COSTS_REGIONS:
    case SOULS_GROUP_FLYWHEEL:
      return SOULS_COLOR_STORES;
    case SOULS_GROUP_HORIZON:
    case SOULS_GROUP_WITHOUT_AWS:
    case SOULS_GROUP_CASH:
    case SOULS_N_GROUPS:
    default:
      return SOULS_COLOR_OTHER;
    }
}
