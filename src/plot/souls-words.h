/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * SoulsWords:
 * @translate: returns the translation of a message id, or the id
 * @translate_plural: the same for a message with a count
 * @decimal_point: between units and tenths, as the reader writes it
 * @group_separator: between thousands, as the reader writes it
 * @rtl: whether the reader's language runs from right to left
 * @language: (nullable): a BCP 47 tag or a locale's name, for files that say what they are written in
 * @catalog: (nullable): where messages are looked up in place of @translate and @translate_plural
 *
 * The reader's language, handed down by the program, so that the layers below know neither
 * gettext nor the process's locale. Strings live as long as the program, or as @catalog.
 */
typedef struct
{
  const char *(*translate) (const char *msgid);
  const char *(*translate_plural) (const char *singular, const char *plural, unsigned long n);
  const char *decimal_point;
  const char *group_separator;
  gboolean rtl;
  const char *language;
  const struct _SoulsCatalog *catalog;
} SoulsWords;

/* English, C locale: what tests and machines read. */
const SoulsWords *souls_words_plain (void);

const char *souls_words_say (const SoulsWords *words,
                             const char       *msgid);
const char *souls_words_say_plural (const SoulsWords *words,
                                    const char       *singular,
                                    const char       *plural,
                                    unsigned long     n);

/* Numbers as a reader wants them. A true minus sign (U+2212), a narrow no-break space before units,
 * three significant figures unless said otherwise; "–" where the value is not a number. Money is
 * given in US$ million. All return a new string (transfer full). */
/* "$41.2 bn", "−$280 m", "$1.20 tn" */
char *souls_words_money        (const SoulsWords *words, double million);
/* "+$41.2 bn" */
char *souls_words_money_change (const SoulsWords *words, double million);
/* "$41,234 million" */
char *souls_words_money_full   (const SoulsWords *words, double million);
/* 0.0441 → "4.4 %" */
char *souls_words_percent      (const SoulsWords *words, double fraction);
/* "+4.4 %" */
char *souls_words_percent_change (const SoulsWords *words, double fraction);
char *souls_words_percent_with (const SoulsWords *words, double fraction, int digits);
/* "+2.1 points" */
char *souls_words_points       (const SoulsWords *words, double fraction);
/* "2.1 points": how far two parts are from each other, whichever is the larger */
char *souls_words_points_apart (const SoulsWords *words, double fraction);
/* Grouped, with a fixed number of decimals. */
char *souls_words_number       (const SoulsWords *words, double value, int digits);
/* "+1,234.5" */
char *souls_words_number_change (const SoulsWords *words, double value, int digits);

G_END_DECLS
