/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "souls-words.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

#include "souls-catalog.h"

#define MINUS "\u2212"
#define NOT_A_NUMBER "\u2013"

/* Left-to-right mark: keeps a sign before its number where the text around runs from right to
 * left. */
#define LEFT_TO_RIGHT "\u200e"

typedef enum
{
  SIGN_NONE,
  SIGN_MINUS,
  SIGN_PLUS,
  N_SIGNS
} Sign;

/* @million: one of this unit in US$ million. */
typedef struct
{
  double million;
  const char *pattern[N_SIGNS];
} MoneyUnit;

/* Translators: amounts of US dollars; %s is a number such as 41.2. m, bn and tn are short for
 * million, billion (10^9) and trillion (10^12). The space before the unit is a narrow no-break
 * space (U+202F), the minus is U+2212. */
static const MoneyUnit money_units[] = {
  { 1.0, { N_("$%s m"), N_("−$%s m"), N_("+$%s m") } },
  { 1e3, { N_("$%s bn"), N_("−$%s bn"), N_("+$%s bn") } },
  { 1e6, { N_("$%s tn"), N_("−$%s tn"), N_("+$%s tn") } },
};

/* Translators: an exact amount in millions of US dollars; %s is a number such as 45,606. */
static const char *const money_full[N_SIGNS] = {
  N_("$%s million"), N_("−$%s million"), N_("+$%s million"),
};

/* Translators: no money at all. */
static const char *const no_money = N_("$0");

/* Translators: per cent; %s is a number such as 4.4, before the sign is a narrow no-break space
 * (U+202F). */
static const char *const percent[N_SIGNS] = { N_("%s %%"), N_("−%s %%"), N_("+%s %%") };

/* Translators: percentage points; %s is a number such as 2.1. */
static const char *const points[N_SIGNS] = { N_("%s points"), N_("−%s points"), N_("+%s points") };

static const char *
return_msgid (const char *msgid)
{
  return msgid;
}

static const char *
return_plural (const char    *singular,
               const char    *plural,
               unsigned long  n)
{
  return n == 1 ? singular : plural;
}

/**
 * souls_words_plain:
 *
 * English as it stands in the source, numbers as in the C locale with commas between thousands.
 *
 * Returns: (transfer none): the words that tests and machines read
 */
const SoulsWords *
souls_words_plain (void)
{
  static const SoulsWords plain = { return_msgid, return_plural, ".", ",", FALSE, "en" };

  return &plain;
}

/**
 * souls_words_say:
 * @msgid: a message marked with N_()
 *
 * A message in the reader's language.
 *
 * Returns: (transfer none): the translation, or @msgid
 */
const char *
souls_words_say (const SoulsWords *words,
                 const char       *msgid)
{
  const char *found = NULL;

  if (words->catalog == NULL)
    return words->translate (msgid);
  found = souls_catalog_find (words->catalog, NULL, msgid);
  return found != NULL ? found : msgid;
}

/**
 * souls_words_say_plural:
 * @singular: a message marked with NP_()
 * @plural: the same for more than one
 * @n: how many
 *
 * A message with a count in the reader's language.
 *
 * Returns: (transfer none): the translation, or what English has
 */
const char *
souls_words_say_plural (const SoulsWords *words,
                        const char       *singular,
                        const char       *plural,
                        unsigned long     n)
{
  const char *found = NULL;

  if (words->catalog == NULL)
    return words->translate_plural (singular, plural, n);
  found = souls_catalog_find_plural (words->catalog, singular, n);
  return found != NULL ? found : return_plural (singular, plural, n);
}

/* Puts @number where the translated pattern has %s; a pattern comes from a translator, so that it
 * is never a printf format. */
static char *
fill_pattern (const SoulsWords *words,
              const char       *pattern,
              const char       *number)
{
  GString *text = g_string_new (words->rtl ? LEFT_TO_RIGHT : NULL);

  for (const char *c = souls_words_say (words, pattern); *c != '\0'; c++)
    {
      if (c[0] == '%' && c[1] == 's')
        {
          g_string_append (text, number);
          c++;
        }
      else
        {
          if (c[0] == '%' && c[1] == '%')
            c++;
          g_string_append_c (text, *c);
        }
    }
  return g_string_free (text, FALSE);
}

/* Digits of a value that is not negative, grouped, as the reader writes them. */
static char *
format_digits (const SoulsWords *words,
               double            value,
               int               digits)
{
  /* The largest double has 309 digits before the point. */
  char buffer[400];
  char format[8];
  const char *point;
  gsize whole;
  GString *text;

  digits = CLAMP (digits, 0, 9);
  g_snprintf (format, sizeof format, "%%.%df", digits);
  g_ascii_formatd (buffer, sizeof buffer, format, value);
  point = strchr (buffer, '.');
  whole = point != NULL ? (gsize) (point - buffer) : strlen (buffer);

  text = g_string_sized_new (32);
  for (gsize i = 0; i < whole; i++)
    {
      if (i > 0 && (whole - i) % 3 == 0)
        g_string_append (text, words->group_separator);
      g_string_append_c (text, buffer[i]);
    }
  if (point != NULL)
    {
      g_string_append (text, words->decimal_point);
      g_string_append (text, point + 1);
    }
  return g_string_free (text, FALSE);
}

/* A number that is shown as zero has no sign, however it came about. */
static Sign
choose_sign (double      value,
             const char *number,
             gboolean    with_plus)
{
  if (strpbrk (number, "123456789") == NULL)
    return SIGN_NONE;
  if (value < 0.0)
    return SIGN_MINUS;
  return with_plus ? SIGN_PLUS : SIGN_NONE;
}

/* Decimals that make three significant figures; two at most, for a hundredth of the unit is exact
 * enough. */
static int
choose_digits (double value)
{
  if (value < 9.995)
    return 2;
  return value < 99.95 ? 1 : 0;
}

static char *
say_money (const SoulsWords *words,
           double            million,
           gboolean          with_plus)
{
  double size = fabs (million);
  guint unit = 0;
  g_autofree char *number = NULL;

  if (!isfinite (million))
    return g_strdup (NOT_A_NUMBER);

  /* 999.5 of a unit would be rounded to 1000: that is 1.00 of the next. */
  while (unit + 1 < G_N_ELEMENTS (money_units) && size >= 999.5 * money_units[unit].million)
    unit++;
  size /= money_units[unit].million;
  number = format_digits (words, size, choose_digits (size));
  if (strpbrk (number, "123456789") == NULL)
    return g_strdup (souls_words_say (words, no_money));
  return fill_pattern (words,
                       money_units[unit].pattern[choose_sign (million, number, with_plus)],
                       number);
}

/**
 * souls_words_money:
 * @million: US$ million
 *
 * An amount of money in three significant figures: "$41.2 bn", "−$280 m", "$1.20 tn", "$0".
 *
 * Returns: (transfer full): the amount in words
 */
char *
souls_words_money (const SoulsWords *words,
                   double            million)
{
  return say_money (words, million, FALSE);
}

/**
 * souls_words_money_change:
 * @million: US$ million
 *
 * A difference of money, with its sign: "+$41.2 bn", "−$280 m", "$0".
 *
 * Returns: (transfer full): the difference in words
 */
char *
souls_words_money_change (const SoulsWords *words,
                          double            million)
{
  return say_money (words, million, TRUE);
}

/**
 * souls_words_money_full:
 * @million: US$ million
 *
 * An amount of money to the million, as in a filing: "$45,606 million".
 *
 * Returns: (transfer full): the amount in words
 */
char *
souls_words_money_full (const SoulsWords *words,
                        double            million)
{
  g_autofree char *number = NULL;

  if (!isfinite (million))
    return g_strdup (NOT_A_NUMBER);
  number = format_digits (words, fabs (million), 0);
  return fill_pattern (words, money_full[choose_sign (million, number, FALSE)], number);
}

/* Decimals that a part is said with where nobody asks for others. */
static int
choose_percent_digits (double fraction)
{
  return fabs (fraction) < 0.9995 ? 1 : 0;
}

static char *
say_percent (const SoulsWords *words,
             double            fraction,
             int               digits,
             gboolean          with_plus)
{
  g_autofree char *number = NULL;

  if (!isfinite (fraction))
    return g_strdup (NOT_A_NUMBER);
  number = format_digits (words, fabs (fraction) * 100.0, digits);
  return fill_pattern (words, percent[choose_sign (fraction, number, with_plus)], number);
}

/**
 * souls_words_percent:
 * @fraction: 1 is 100 %
 *
 * A part in per cent, one decimal, none from 100 % on: "4.4 %", "−12.0 %", "142 %".
 *
 * Returns: (transfer full): the part in words
 */
char *
souls_words_percent (const SoulsWords *words,
                     double            fraction)
{
  return say_percent (words, fraction, choose_percent_digits (fraction), FALSE);
}

/**
 * souls_words_percent_change:
 * @fraction: 1 is 100 %
 *
 * A growth in per cent, with its sign: "+4.4 %", "−12.0 %".
 *
 * Returns: (transfer full): the growth in words
 */
char *
souls_words_percent_change (const SoulsWords *words,
                            double            fraction)
{
  return say_percent (words, fraction, choose_percent_digits (fraction), TRUE);
}

/**
 * souls_words_percent_with:
 * @fraction: 1 is 100 %
 * @digits: decimals, 0 … 9
 *
 * A part in per cent.
 *
 * Returns: (transfer full): the part in words
 */
char *
souls_words_percent_with (const SoulsWords *words,
                          double            fraction,
                          int               digits)
{
  return say_percent (words, fraction, digits, FALSE);
}

/**
 * souls_words_points:
 * @fraction: 0.01 is one percentage point
 *
 * A difference of two parts in percentage points, with its sign: "+2.1 points", "0.0 points".
 *
 * Returns: (transfer full): the difference in words
 */
char *
souls_words_points (const SoulsWords *words,
                    double            fraction)
{
  g_autofree char *number = NULL;

  if (!isfinite (fraction))
    return g_strdup (NOT_A_NUMBER);
  number = format_digits (words, fabs (fraction) * 100.0, 1);
  return fill_pattern (words, points[choose_sign (fraction, number, TRUE)], number);
}

/**
 * souls_words_points_apart:
 * @fraction: 0.01 is one percentage point
 *
 * How far two parts are from each other, whichever is the larger: "2.1 points".
 *
 * Returns: (transfer full): the distance in words
 */
char *
souls_words_points_apart (const SoulsWords *words,
                          double            fraction)
{
  g_autofree char *number = NULL;

  if (!isfinite (fraction))
    return g_strdup (NOT_A_NUMBER);
  number = format_digits (words, fabs (fraction) * 100.0, 1);
  return fill_pattern (words, points[SIGN_NONE], number);
}

/**
 * souls_words_number:
 * @value: any number
 * @digits: decimals, 0 … 9
 *
 * A number with its thousands grouped: "−1,234.5".
 *
 * Returns: (transfer full): the number in words
 */
char *
souls_words_number (const SoulsWords *words,
                    double            value,
                    int               digits)
{
  g_autofree char *number = NULL;

  if (!isfinite (value))
    return g_strdup (NOT_A_NUMBER);
  number = format_digits (words, fabs (value), digits);
  if (choose_sign (value, number, FALSE) == SIGN_NONE)
    return g_steal_pointer (&number);
  return g_strconcat (words->rtl ? LEFT_TO_RIGHT MINUS : MINUS, number, NULL);
}

/**
 * souls_words_number_change:
 * @value: any number
 * @digits: decimals, 0 … 9
 *
 * A difference with its thousands grouped and its sign: "+1,234.5".
 *
 * Returns: (transfer full): the difference in words
 */
char *
souls_words_number_change (const SoulsWords *words,
                           double            value,
                           int               digits)
{
  g_autofree char *number = souls_words_number (words, value, digits);

  if (!isfinite (value) || choose_sign (value, number, TRUE) != SIGN_PLUS)
    return g_steal_pointer (&number);
  return g_strconcat (words->rtl ? LEFT_TO_RIGHT "+" : "+", number, NULL);
}
