/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "souls-expression.h"

#include <string.h>

#define SENTENCE_ENDS ".!?\u061f\u2026"
#define CLAUSE_ENDS ";\u061b"
#define CLOSING_MARKS ")\"'\u00bb\u201c\u201d\u2019"

static gboolean
is_any_of (const char *at,
           const char *marks)
{
  return *at != '\0' && g_utf8_strchr (marks, -1, g_utf8_get_char (at)) != NULL;
}

/* What is after the character, or after the braces and what is between them. */
static const char *
skip (const char *at)
{
  const char *end;

  if (at[0] == '{' && at[1] == '{')
    return at + 2;
  end = *at == '{' ? strchr (at, '}') : NULL;
  return end != NULL ? end + 1 : g_utf8_next_char (at);
}

/* Behind the mark that ends the sentence, or the text's end; not behind the marks that close a quotation. */
static const char *
find_sentence_end (const char *at)
{
  for (; *at != '\0'; at = skip (at))
    {
      const char *after;

      if (!is_any_of (at, SENTENCE_ENDS))
        continue;
      for (after = g_utf8_next_char (at); is_any_of (after, CLOSING_MARKS);)
        after = g_utf8_next_char (after);
      if (*after == '\0' || g_unichar_isspace (g_utf8_get_char (after)))
        return after;
    }
  return at;
}

static const char *
find_clause_end (const char *at,
                 const char *end)
{
  while (at < end && !is_any_of (at, CLAUSE_ENDS))
    at = skip (at);
  return MIN (at, end);
}

static gboolean
is_of_answer (const char *at,
              const char *end)
{
  for (; at < end; at = skip (at))
    {
      const char *close = at[0] == '{' && at[1] != '{' ? strchr (at, '}') : NULL;
      g_auto (GStrv) words = NULL;
      g_autofree char *inner = NULL;

      if (close == NULL)
        continue;
      inner = g_strndup (at + 1, (gsize) (close - at - 1));
      words = g_strsplit (inner, " ", -1);
      if (g_strv_contains ((const char *const *) words, "answer") || g_strv_contains ((const char *const *) words, "gap"))
        return TRUE;
    }
  return FALSE;
}

/* A clause that begins the sentence now may not have done so before. */
static void
append_clause (GString    *kept,
               const char *clause,
               gsize       length,
               gboolean    begins)
{
  if (begins)
    {
      g_string_append_unichar (kept, g_unichar_totitle (g_utf8_get_char (clause)));
      length -= (gsize) (g_utf8_next_char (clause) - clause);
      clause = g_utf8_next_char (clause);
    }
  g_string_append_len (kept, clause, (gssize) length);
}

/* The clauses of a sentence that do without the answer, with the sentence's own end. */
static void
append_sentence (GString    *kept,
                 const char *at,
                 const char *end)
{
  const char *mark = g_utf8_prev_char (end);
  gboolean first = TRUE, dropped = FALSE;
  gsize before = kept->len;

  while (at < end)
    {
      const char *stop = find_clause_end (at, end);

      while (g_unichar_isspace (g_utf8_get_char (at)))
        at = g_utf8_next_char (at);
      dropped = is_of_answer (at, stop);
      if (!dropped)
        {
          if (!first && kept->len > before)
            g_string_append_c (kept, ' ');
          append_clause (kept, at, (gsize) (stop - at), !first && kept->len == before);
          if (stop < end)
            g_string_append_unichar (kept, g_utf8_get_char (stop));
        }
      first = FALSE;
      at = stop < end ? g_utf8_next_char (stop) : end;
    }
  if (!dropped || kept->len == before)
    return;
  /* Instead of the mark that led to the clause that is gone. */
  g_string_truncate (kept, (gsize) (g_utf8_prev_char (kept->str + kept->len) - kept->str));
  if (is_any_of (mark, SENTENCE_ENDS))
    g_string_append_unichar (kept, g_utf8_get_char (mark));
}

/**
 * souls_text_leave_out_answer:
 * @text: with expressions in braces
 *
 * For who has not answered: leaves out what speaks of the `answer` or its `gap`. "It is {truth}; you said {answer}. Why?"
 * becomes "It is {truth}. Why?": a clause set off by a semicolon goes alone, else the sentence does.
 *
 * Returns: (transfer full): what is left, not yet expanded, perhaps nothing
 */
char *
souls_text_leave_out_answer (const char *text)
{
  GString *kept = g_string_new (NULL);

  while (*text != '\0')
    {
      const char *end = find_sentence_end (text);

      if (!is_of_answer (text, end))
        g_string_append_len (kept, text, end - text);
      else
        append_sentence (kept, text, end);
      for (text = end; *text != '\0' && g_unichar_isspace (g_utf8_get_char (text)); text = g_utf8_next_char (text))
        ;
      if (kept->len > 0 && *text != '\0' && kept->str[kept->len - 1] != ' ')
        g_string_append_c (kept, ' ');
    }
  return g_strchomp (g_string_free (kept, FALSE));
}
