/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "souls-config.h"

#include "souls-driver-text.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

/* The longest number that anybody types; what is longer is refused. */
#define MAX_NUMBER 64

/* Words after a number that are understood in any language; a trailing "bn" makes a money value
 * a thousandfold. */
static const struct
{
  const char *word;
  double factor;
} suffixes[] = {
  { "", 1 },      { "%", 1 },       { "%/yr", 1 },      { "%peryear", 1 },
  { "point", 1 }, { "points", 1 },  { "points/yr", 1 }, { "pointsperyear", 1 },
  { "day", 1 },   { "days", 1 },    { "year", 1 },      { "years", 1 },
  { "m", 1 },     { "million", 1 }, { "bn", 1000 },     { "billion", 1000 },
};

/**
 * souls_driver_text_name:
 *
 * Returns: (transfer none): the driver's name in the reader's language
 */
const char *
souls_driver_text_name (SoulsDriver driver, const SoulsWords *words)
{
  return souls_words_say (words, souls_driver_info (driver)->name);
}

/**
 * souls_driver_text_digits:
 *
 * Returns: how many decimals the driver is shown with: those of its step
 */
int
souls_driver_text_digits (SoulsDriver driver)
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

/**
 * souls_driver_text_number:
 * @shown: in the unit shown
 *
 * The bare number with the decimals of the driver's step.
 *
 * Returns: (transfer full): the number as the reader writes it
 */
char *
souls_driver_text_number (SoulsDriver driver, double shown, const SoulsWords *words)
{
  return souls_words_number (words, shown, souls_driver_text_digits (driver));
}

/**
 * souls_driver_text_exact:
 * @shown: in the unit shown
 *
 * The bare number as it is edited: as many decimals as it has, four at most.
 *
 * Returns: (transfer full): the number as the reader writes it
 */
char *
souls_driver_text_exact (SoulsDriver driver, double shown, const SoulsWords *words)
{
  int digits = souls_driver_text_digits (driver);

  for (double scaled = shown * pow (10, digits);
       digits < 4 && fabs (scaled - round (scaled)) > 1e-6;
       scaled *= 10.0)
    digits++;
  return souls_words_number (words, shown, digits);
}

static double
round_as_written (SoulsDriver driver, double shown)
{
  const double unit = pow (10, souls_driver_text_digits (driver));

  return rint (shown * unit) / unit;
}

/* A count for ngettext, by what is written: fractions take the form of many. */
static unsigned long
count (SoulsDriver driver, double shown)
{
  const double written = round_as_written (driver, shown);

  return fabs (written - round (written)) < 1e-9 ? (unsigned long) fabs (round (written)) : 100;
}

static char *
say_seller_mix (double shown, const SoulsWords *words)
{
  int digits = souls_driver_text_digits (SOULS_DRIVER_THIRD_PARTY_SHARE);
  /* Rounded as printf() rounds, so that the two add up to 100 as they are shown. */
  double sellers = round_as_written (SOULS_DRIVER_THIRD_PARTY_SHARE, shown);
  g_autofree char *first = souls_words_number (words, 100.0 - sellers, digits);
  g_autofree char *third = souls_words_percent_with (words, sellers / 100.0, digits);

  /* Translators: the seller mix, short: first-party (1P) and third-party (3P) share of goods
   * sold, "1P 31 | 3P 69 %" */
  return g_strdup_printf (_("1P %1$s | 3P %2$s"), first, third);
}

/**
 * souls_driver_text_value:
 * @shown: in the unit shown
 *
 * The value with its unit, as short as can be: "24.0 %", "+1.5 points", "$2,000 m", "42 days", "1P
 * 31 | 3P 69 %".
 *
 * Returns: (transfer full): the text
 */
char *
souls_driver_text_value (SoulsDriver driver, double shown, const SoulsWords *words)
{
  g_autofree char *number = souls_driver_text_number (driver, shown, words);

  if (driver == SOULS_DRIVER_THIRD_PARTY_SHARE)
    return say_seller_mix (shown, words);
  switch (souls_driver_info (driver)->unit)
    {
    case SOULS_UNIT_POINTS:
    case SOULS_UNIT_POINTS_PER_YEAR:
      return souls_words_points (words, shown / 100.0);
    case SOULS_UNIT_MONEY:
      /* Translators: millions of US dollars; before the m is a narrow no-break space (U+202F) */
      return g_strdup_printf (_("$%s m"), number);
    case SOULS_UNIT_DAYS:
      return g_strdup_printf (ngettext ("%s day", "%s days", count (driver, shown)), number);
    case SOULS_UNIT_YEARS:
      return g_strdup_printf (ngettext ("%s year", "%s years", count (driver, shown)), number);
    default:
      return souls_words_percent_with (words, shown / 100.0, souls_driver_text_digits (driver));
    }
}

/**
 * souls_driver_text_spoken:
 * @shown: in the unit shown
 *
 * The value with what it is a part of, for a screen reader and for tooltips: "24.0 % per year",
 * "38.5 % of 1P sales".
 *
 * Returns: (transfer full): the text
 */
char *
souls_driver_text_spoken (SoulsDriver driver, double shown, const SoulsWords *words)
{
  const SoulsDriverInfo *info = souls_driver_info (driver);
  g_autofree char *value = souls_driver_text_value (driver, shown, words);
  g_autofree char *number = souls_driver_text_number (driver, shown, words);

  switch (info->unit)
    {
    case SOULS_UNIT_PERCENT_PER_YEAR:
    case SOULS_UNIT_POINTS_PER_YEAR:
      /* Translators: %s is "24.0 %" or "+1.5 points" */
      return g_strdup_printf (_("%s per year"), value);
    case SOULS_UNIT_MONEY:
      return souls_words_money_full (words, shown);
    case SOULS_UNIT_DAYS:
    case SOULS_UNIT_YEARS:
      return g_steal_pointer (&value);
    default:
      /* Translators: a number and what it is a part of, "38.5 % of 1P sales" */
      return g_strdup_printf (_("%1$s %2$s"), number, souls_words_say (words, info->basis));
    }
}

static char *
say_bound (SoulsDriver driver, double shown, const SoulsWords *words)
{
  gboolean whole = fabs (shown - round (shown)) < 1e-6;

  return souls_words_number (words, shown, whole ? 0 : souls_driver_text_digits (driver));
}

/**
 * souls_driver_text_range:
 * @min: in the unit shown
 * @max: in the unit shown
 *
 * What may be typed: "−20 to 80 %/yr".
 *
 * Returns: (transfer full): the text
 */
char *
souls_driver_text_range (SoulsDriver driver, double min, double max, const SoulsWords *words)
{
  g_autofree char *low = say_bound (driver, min, words);
  g_autofree char *high = say_bound (driver, max, words);

  /* Translators: what may be typed: lowest value, highest value, unit: "−20 to 80 %/yr" */
  return g_strdup_printf (
    _("%1$s to %2$s %3$s"), low, high, souls_words_say (words, souls_driver_info (driver)->basis));
}

/* Marks that steer the direction of text and spaces of any width say nothing about a number. */
static gboolean
is_ignorable (gunichar c)
{
  return g_unichar_isspace (c) || c == 0x202f || c == 0x00a0 || c == 0x200e || c == 0x200f ||
         c == 0x061c;
}

static char *
strip_ignorable (const char *text)
{
  GString *stripped = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if (!is_ignorable (g_utf8_get_char (p)))
      g_string_append_unichar (stripped, g_unichar_tolower (g_utf8_get_char (p)));
  return g_string_free (stripped, FALSE);
}

static gboolean
starts_with_group (const char *text)
{
  for (int i = 0; i < 3; i++, text = g_utf8_next_char (text))
    if (*text == '\0' || !g_unichar_isdigit (g_utf8_get_char (text)))
      return FALSE;
  return *text == '\0' || !g_unichar_isdigit (g_utf8_get_char (text));
}

/* Digits, in any script, as ASCII with a point; returns the rest of the text. A separator of
 * thousands counts as one only where three digits follow and the first group is not 0: else it
 * is somebody's decimal point. */
static const char *
read_digits (const char *text, const SoulsWords *words, GString *number)
{
  gboolean has_point = FALSE;

  while (*text != '\0' && number->len < MAX_NUMBER)
    {
      gunichar c = g_utf8_get_char (text);

      if (g_unichar_isdigit (c))
        {
          g_string_append_printf (number, "%d", g_unichar_digit_value (c));
          text = g_utf8_next_char (text);
        }
      else if (!has_point && number->len > 0 && number->str[0] != '0' &&
               g_str_has_prefix (text, words->group_separator) &&
               starts_with_group (text + strlen (words->group_separator)))
        text += strlen (words->group_separator);
      else if (!has_point && (c == '.' || c == ',' || c == 0x066b ||
                              g_str_has_prefix (text, words->decimal_point)))
        {
          has_point = TRUE;
          g_string_append_c (number, '.');
          text = g_utf8_next_char (text);
        }
      else
        break;
    }
  return text;
}

static const char *
skip_sign (const char *text, gboolean *negative)
{
  *negative =
    g_str_has_prefix (text, "-") || g_str_has_prefix (text, "−") || g_str_has_prefix (text, "–");
  if (*negative || g_str_has_prefix (text, "+"))
    text = g_utf8_next_char (text);
  return text;
}

static gboolean
read_suffix (const char *text, SoulsDriver driver, const SoulsWords *words, double *factor)
{
  const SoulsDriverInfo *info = souls_driver_info (driver);
  g_autofree char *basis = strip_ignorable (souls_words_say (words, info->basis));

  *factor = 1;
  if (g_str_equal (text, basis))
    return TRUE;
  for (gsize i = 0; i < G_N_ELEMENTS (suffixes); i++)
    if (g_str_equal (text, suffixes[i].word))
      {
        *factor = suffixes[i].factor;
        return info->unit == SOULS_UNIT_MONEY || *factor == 1;
      }
  return FALSE;
}

/* Whether the text is, but for spaces, how the value would be written with its unit in the
 * reader's language. */
static gboolean
is_said_like (const char *stripped, SoulsDriver driver, double shown, const SoulsWords *words)
{
  g_autofree char *said = souls_driver_text_value (driver, shown, words);
  g_autofree char *said_stripped = strip_ignorable (said);

  return g_str_equal (stripped, said_stripped);
}

/**
 * souls_driver_text_parse:
 * @text: what somebody typed: "12", "12 %", "12,5", "−3", "$2,000 m", "2 bn"
 * @shown: (out): the value in the unit shown; may be outside the driver's range
 *
 * Reads a value as people write it. The decimal point may be the reader's or a plain one.
 *
 * Returns: whether it is a number
 */
gboolean
souls_driver_text_parse (SoulsDriver driver,
                         const char *text,
                         const SoulsWords *words,
                         double *shown)
{
  g_autofree char *stripped = strip_ignorable (text);
  g_autoptr (GString) number = g_string_new (NULL);
  const char *rest = stripped;
  gboolean negative, negative_money = FALSE;
  double value, factor;

  rest = skip_sign (rest, &negative);
  if (*rest == '$')
    rest = skip_sign (rest + 1, &negative_money);
  rest = read_digits (rest, words, number);
  if (strpbrk (number->str, "0123456789") == NULL)
    return FALSE;

  value = g_ascii_strtod (number->str, NULL);
  if (negative != negative_money)
    value = -value;
  if (read_suffix (rest, driver, words, &factor))
    value *= factor;
  else if (!is_said_like (stripped, driver, value, words))
    return FALSE;
  *shown = value;
  return TRUE;
}

/**
 * souls_driver_text_fit:
 * @min: in the unit shown
 * @max: in the unit shown
 * @shown: (inout): the value in the unit shown
 *
 * Checks the range. What rounds to an end as it is written counts as that end, so that the bounds
 * people read may be typed.
 *
 * Returns: whether the value is in the range
 */
gboolean
souls_driver_text_fit (SoulsDriver driver, double min, double max, double *shown)
{
  double slack = 0.5 * pow (10, -souls_driver_text_digits (driver)) * (1.0 + 1e-9);

  if (*shown < min - slack || *shown > max + slack)
    return FALSE;
  *shown = CLAMP (*shown, min, max);
  return TRUE;
}
