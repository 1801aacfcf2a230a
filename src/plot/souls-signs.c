/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "souls-signs.h"

#define MINUS 0x2212
#define WORD_JOINER 0x2060

/* What follows a sign that a line may end after, or %NULL. Digits stay with a sign as it is. */
static const char *
find_break (const char *text)
{
  while (*text != '\0')
    {
      const gunichar sign = g_utf8_get_char (text);

      text = g_utf8_next_char (text);
      if ((sign == MINUS || sign == '+') && g_unichar_type (g_utf8_get_char (text)) == G_UNICODE_CURRENCY_SYMBOL)
        return text;
    }
  return NULL;
}

/**
 * souls_signs_hold:
 * @text: UTF-8
 * @attributes: of the layout that shall show @text; is added to
 *
 * Keeps signs and currencies on one line without a change to the text.
 */
void
souls_signs_hold (const char    *text,
                  PangoAttrList *attributes)
{
  for (const char *at = find_break (text); at != NULL; at = find_break (at))
    {
      PangoAttribute *attribute = pango_attr_allow_breaks_new (FALSE);

      attribute->start_index = (guint) (g_utf8_prev_char (at) - text);
      attribute->end_index = (guint) (g_utf8_next_char (at) - text);
      pango_attr_list_insert (attributes, attribute);
    }
}

/**
 * souls_signs_join:
 * @text: UTF-8
 *
 * Puts a word joiner (U+2060), which shows nothing, between signs and currencies.
 *
 * Returns: (transfer full): the text
 */
char *
souls_signs_join (const char *text)
{
  GString *joined = g_string_new (NULL);

  for (const char *at = find_break (text); at != NULL; at = find_break (text))
    {
      g_string_append_len (joined, text, at - text);
      g_string_append_unichar (joined, WORD_JOINER);
      text = at;
    }
  g_string_append (joined, text);
  return g_string_free (joined, FALSE);
}
