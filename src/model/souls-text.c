/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "souls-text.h"

#include <errno.h>
#include <math.h>
#include <string.h>

/* What stands in a message of what a file or a user wrote: enough to find it by. */
#define MAX_QUOTED 48
/* No id is longer; what is longer is not a misspelling of one. */
#define MAX_WORD 64

static void
append_safe (GString  *line,
             gunichar  character)
{
  if (g_unichar_isdefined (character) && !g_unichar_iscntrl (character) && character != 0x2028 &&
      character != 0x2029)
    g_string_append_unichar (line, character);
  else
    g_string_append_printf (line, "\\u%04x", character);
}

/**
 * souls_text_line:
 * @text: any text, valid UTF-8 or not
 *
 * Makes @text fit for one line of a terminal: line ends and control characters are written as
 * escapes.
 *
 * Returns: (transfer full): one line of valid UTF-8
 */
char *
souls_text_line (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  GString *line = g_string_sized_new (strlen (valid));

  for (const char *at = valid; *at != '\0'; at = g_utf8_next_char (at))
    append_safe (line, g_utf8_get_char (at));

  return g_string_free (line, FALSE);
}

/**
 * souls_text_quote:
 * @text: what a file or a user wrote
 *
 * Puts @text between quotation marks for a message, cut after 48 characters.
 *
 * Returns: (transfer full): the quotation
 */
char *
souls_text_quote (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  GString *quote = g_string_new ("“");
  const char *at = valid;

  for (int n = 0; *at != '\0' && n < MAX_QUOTED; n++, at = g_utf8_next_char (at))
    append_safe (quote, g_utf8_get_char (at));
  g_string_append (quote, *at == '\0' ? "”" : "…”");

  return g_string_free (quote, FALSE);
}

/**
 * souls_text_number:
 * @value: a finite number
 *
 * Writes @value in the C locale with the fewest digits that read back to the same number.
 *
 * Returns: (transfer full): the number, as JSON has it
 */
char *
souls_text_number (double value)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  if (value == 0)
    return g_strdup ("0");
  for (int digits = 15; digits <= 17; digits++)
    {
      char format[8];

      g_snprintf (format, sizeof format, "%%.%dg", digits);
      g_ascii_formatd (buffer, sizeof buffer, format, value);
      if (g_ascii_strtod (buffer, NULL) == value)
        break;
    }

  return g_strdup (buffer);
}

/**
 * souls_text_parse:
 * @text: a number as people write it in the C locale: digits, a point, an exponent
 * @value: (out): the number
 *
 * Reads a whole text as one finite decimal number. Words ("nan", "inf"), hexadecimal and anything
 * left over are refused.
 *
 * Returns: whether it is one
 */
gboolean
souls_text_parse (const char *text,
                  double     *value)
{
  g_autofree char *stripped = g_strstrip (g_strdup (text));
  const char *sign = g_str_has_prefix (stripped, "−") ? "−" : "";
  g_autofree char *plain = *sign != '\0' ? g_strconcat ("-", stripped + strlen (sign), NULL)
                                         : g_strdup (stripped);
  char *end = NULL;
  double number;

  if (*plain == '\0' || plain[strspn (plain, "+-.0123456789eE")] != '\0')
    return FALSE;
  number = g_ascii_strtod (plain, &end);
  if (end == plain || *end != '\0' || !isfinite (number))
    return FALSE;

  *value = number;
  return TRUE;
}

/* Letters to insert, drop, change or swap (the last counts once) to make @b of @a. */
static guint
measure_distance (const char *a,
                  const char *b)
{
  gsize na = strlen (a), nb = strlen (b);
  guint rows[3][MAX_WORD + 1];
  guint *before = rows[0], *above = rows[1], *here = rows[2];

  if (na > MAX_WORD || nb > MAX_WORD)
    return G_MAXUINT;
  for (guint j = 0; j <= nb; j++)
    above[j] = j;
  for (gsize i = 1; i <= na; i++)
    {
      guint *spare = before;

      here[0] = (guint) i;
      for (gsize j = 1; j <= nb; j++)
        {
          here[j] = MIN (MIN (above[j], here[j - 1]) + 1, above[j - 1] + (a[i - 1] != b[j - 1]));
          if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
            here[j] = MIN (here[j], before[j - 2] + 1);
        }
      before = above;
      above = here;
      here = spare;
    }

  return above[nb];
}

/**
 * souls_text_nearest:
 * @word: what was written
 * @candidates: (array zero-terminated=1): what there is
 *
 * Finds what was probably meant.
 *
 * Returns: (nullable) (transfer none): one of @candidates, or %NULL where none is near
 */
const char *
souls_text_nearest (const char        *word,
                    const char *const *candidates)
{
  g_autofree char *folded = g_ascii_strdown (word, -1);
  const char *nearest = NULL;
  guint least = G_MAXUINT;

  g_strdelimit (folded, "_ .", '-');
  for (; *candidates != NULL; candidates++)
    {
      g_autofree char *candidate = g_strdelimit (g_ascii_strdown (*candidates, -1), "_ .", '-');
      guint distance = measure_distance (folded, candidate);
      guint allowed = 1 + (guint) MIN (strlen (candidate), 64) / 4;

      /* Half of a name is a good hint too: "growth" is far from "aws-growth" by letters alone. */
      if (distance > allowed && strlen (folded) >= 3 && strstr (candidate, folded) != NULL)
        distance = allowed;
      if (distance <= allowed && distance < least)
        {
          least = distance;
          nearest = *candidates;
        }
    }

  return nearest;
}

/**
 * souls_text_hint:
 * @word: what was written
 * @candidates: (array zero-terminated=1): what there is
 *
 * Says what was probably meant: "; did you mean “aws-growth”?".
 *
 * Returns: (transfer full): the end of a message, or an empty text
 */
char *
souls_text_hint (const char        *word,
                 const char *const *candidates)
{
  const char *nearest = souls_text_nearest (word, candidates);

  return nearest != NULL ? g_strdup_printf ("; did you mean “%s”?", nearest) : g_strdup ("");
}
