/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "souls-expression-private.h"

#include <math.h>
#include <string.h>

#include "souls-text.h"

/* Two numbers that differ by less than this part of themselves are equal: sums of the same figures in another order. */
#define EQUAL_PART 1e-9

G_DEFINE_QUARK (souls-expression-error-quark, souls_expression_error)

static gboolean
is_comparing (char c)
{
  return c == '<' || c == '>' || c == '=';
}

/* The bytes of the word at @text: a comparison, or what stands up to a space or a comparison. */
static gsize
measure_word (const char *text,
              gsize       length)
{
  gsize n = 0;

  if (is_comparing (text[0]))
    return length > 1 && text[0] != '=' && text[1] == '=' ? 2 : 1;
  while (n < length && !g_ascii_isspace (text[n]) && !is_comparing (text[n]))
    n++;
  return n;
}

/*
 * souls_expression_reader_init:
 * @self: (out caller-allocates)
 * @text: UTF-8
 *
 * Takes a text apart.
 *
 * Returns: whether it has any word, and not too many
 */
gboolean
souls_expression_reader_init (SoulsExpressionReader  *self,
                              const SoulsTextContext *context,
                              const char             *text,
                              gsize                   length,
                              int                     place,
                              GError                **error)
{
  gsize at = 0;

  *self = (SoulsExpressionReader) { .context = context };
  while (at < length && self->n < SOULS_MAX_EXPRESSION_WORDS)
    {
      if (g_ascii_isspace (text[at]))
        at++;
      else
        {
          const gsize size = measure_word (text + at, length - at);

          self->place[self->n] = place + (int) g_utf8_strlen (text, (gssize) at);
          self->word[self->n++] = g_strndup (text + at, size);
          at += size;
        }
    }
  self->place[self->n] = place + (int) g_utf8_strlen (text, (gssize) length);
  if (self->n == SOULS_MAX_EXPRESSION_WORDS)
    return souls_expression_complain (self, self->n, SOULS_EXPRESSION_ERROR_FORM, error, "expected fewer than %d words",
                                      SOULS_MAX_EXPRESSION_WORDS);
  if (self->n == 0)
    return souls_expression_complain (self, 0, SOULS_EXPRESSION_ERROR_FORM, error,
                                      "expected an expression such as “without-aws 2022”, found nothing");
  return TRUE;
}

void
souls_expression_reader_clear (SoulsExpressionReader *self)
{
  for (int i = 0; i < self->n; i++)
    g_clear_pointer (&self->word[i], g_free);
  self->n = 0;
}

const char *
souls_expression_reader_peek (const SoulsExpressionReader *self)
{
  return self->at < self->n ? self->word[self->at] : "";
}

/*
 * souls_expression_complain:
 * @index: of the word that is wrong; @self's number of words for the end
 * @format: what was expected and what was found
 *
 * Returns: %FALSE
 */
gboolean
souls_expression_complain (const SoulsExpressionReader *self,
                           int                          index,
                           SoulsExpressionError         code,
                           GError                     **error,
                           const char                  *format,
                           ...)
{
  g_autofree char *message = NULL;
  va_list list;

  va_start (list, format);
  message = g_strdup_vprintf (format, list);
  va_end (list);
  g_set_error (error, SOULS_EXPRESSION_ERROR, code, "character %d: %s", self->place[MIN (index, self->n)], message);
  return FALSE;
}

gboolean
souls_expression_read_end (const SoulsExpressionReader *self,
                           GError                     **error)
{
  g_autofree char *quote = souls_text_quote (souls_expression_reader_peek (self));

  return self->at == self->n ||
         souls_expression_complain (self, self->at, SOULS_EXPRESSION_ERROR_FORM, error, "expected the end, found %s", quote);
}

static gboolean
evaluate (const char              *text,
          gsize                    length,
          int                      place,
          const SoulsTextContext  *context,
          SoulsQuantity           *out,
          GError                 **error)
{
  g_auto (SoulsExpressionReader) reader = { 0 };

  return souls_expression_reader_init (&reader, context, text, length, place, error) &&
         souls_expression_read (&reader, out, error) && souls_expression_read_end (&reader, error);
}

/**
 * souls_expression_evaluate:
 * @text: an expression as docs/lesson-files.md has them, without braces
 * @context: where its numbers come from
 * @out: (out): the number, in the unit inside
 * @error: a #SoulsExpressionError that names the character, what was expected and the nearest name
 *
 * Computes a number that a text names.
 *
 * Returns: whether there is one
 */
gboolean
souls_expression_evaluate (const char              *text,
                           const SoulsTextContext  *context,
                           SoulsQuantity           *out,
                           GError                 **error)
{
  return evaluate (text, strlen (text), 1, context, out, error);
}

typedef enum
{
  COMPARE_LESS,
  COMPARE_AT_MOST,
  COMPARE_MORE,
  COMPARE_AT_LEAST,
  COMPARE_EQUAL,
} Compare;

static const char *const comparisons[] = {
  [COMPARE_LESS] = "<",  [COMPARE_AT_MOST] = "<=", [COMPARE_MORE] = ">",
  [COMPARE_AT_LEAST] = ">=", [COMPARE_EQUAL] = "=",
};

static gboolean
read_comparison (SoulsExpressionReader *reader,
                 Compare               *compare,
                 GError               **error)
{
  const char *word = souls_expression_reader_peek (reader);
  g_autofree char *quote = souls_text_quote (word);

  for (guint i = 0; i < G_N_ELEMENTS (comparisons); i++)
    if (g_str_equal (word, comparisons[i]))
      {
        *compare = (Compare) i;
        reader->at++;
        return TRUE;
      }
  return souls_expression_complain (reader, reader->at, SOULS_EXPRESSION_ERROR_FORM, error,
                                    "expected <, <=, >, >= or =, found %s", *word != '\0' ? quote : "the end");
}

/* Percent of something and the slider that stands at it can be held against each other; money and days cannot. */
static gboolean
are_comparable (const SoulsQuantity *a,
                const SoulsQuantity *b)
{
  const char *names[2] = { souls_quantity_unit_name (a), souls_quantity_unit_name (b) };

  return g_strcmp0 (names[0], names[1]) == 0;
}

/* The right side: a number in the unit of @left, or another expression. */
static gboolean
read_right_side (SoulsExpressionReader *reader,
                 const SoulsQuantity   *left,
                 SoulsQuantity         *right,
                 GError               **error)
{
  const int index = reader->at;

  *right = *left;
  right->is_range = FALSE;
  if (souls_text_parse (souls_expression_reader_peek (reader), &right->value))
    {
      reader->at++;
      return TRUE;
    }
  if (!souls_expression_read (reader, right, error))
    return FALSE;
  return are_comparable (left, right) ||
         souls_expression_complain (reader, index, SOULS_EXPRESSION_ERROR_FORM, error,
                                    "expected a number in %s to compare with, found one in %s",
                                    souls_quantity_unit_name (left) != NULL ? souls_quantity_unit_name (left) : "no unit",
                                    souls_quantity_unit_name (right) != NULL ? souls_quantity_unit_name (right) : "no unit");
}

static gboolean
meets (double  left,
       Compare compare,
       double  right)
{
  const gboolean equal = fabs (left - right) <= EQUAL_PART * MAX (fabs (left), fabs (right));

  switch (compare)
    {
    case COMPARE_LESS:
      return !equal && left < right;
    case COMPARE_AT_MOST:
      return equal || left < right;
    case COMPARE_MORE:
      return !equal && left > right;
    case COMPARE_AT_LEAST:
      return equal || left > right;
    case COMPARE_EQUAL:
    default:
      return equal;
    }
}

static gboolean
read_and (SoulsExpressionReader *reader,
          GError               **error)
{
  g_autofree char *quote = souls_text_quote (souls_expression_reader_peek (reader));

  if (!g_str_equal (souls_expression_reader_peek (reader), "and"))
    return souls_expression_complain (reader, reader->at, SOULS_EXPRESSION_ERROR_FORM, error,
                                      "expected “and” or the end, found %s", quote);
  reader->at++;
  return TRUE;
}

/**
 * souls_condition_holds:
 * @text: comparisons joined by "and": "without-aws 2022 < 0 and sales-aws 2025 < sales-online 2025"
 * @context: where its numbers come from
 * @holds: (out): whether all of them are true
 * @error: as of souls_expression_evaluate()
 *
 * Every comparison is checked, also after one that is not true.
 *
 * Returns: whether it is a condition that can be answered
 */
gboolean
souls_condition_holds (const char              *text,
                       const SoulsTextContext  *context,
                       gboolean                *holds,
                       GError                 **error)
{
  g_auto (SoulsExpressionReader) reader = { 0 };
  SoulsQuantity left, right;
  Compare compare = COMPARE_EQUAL;

  *holds = TRUE;
  if (!souls_expression_reader_init (&reader, context, text, strlen (text), 1, error))
    return FALSE;
  for (;;)
    {
      if (!souls_expression_read (&reader, &left, error) || !read_comparison (&reader, &compare, error) ||
          !read_right_side (&reader, &left, &right, error))
        return FALSE;
      *holds &= meets (left.value, compare, right.value);
      if (reader.at == reader.n)
        return TRUE;
      if (!read_and (&reader, error))
        return FALSE;
    }
}

/* Says the expression between the braces that begin at @brace; returns what is after them, or %NULL. */
static const char *
expand_one (const char              *text,
            const char              *brace,
            const SoulsTextContext  *context,
            GString                 *expanded,
            GError                 **error)
{
  const char *inner = brace + 1;
  const char *end = strpbrk (inner, "{}");
  const int place = (int) g_utf8_strlen (text, inner - text) + 1;
  g_autofree char *said = NULL;
  SoulsQuantity quantity;

  if (end == NULL || *end != '}')
    {
      g_set_error (error, SOULS_EXPRESSION_ERROR, SOULS_EXPRESSION_ERROR_FORM,
                   "character %d: expected } after {; a brace itself is written {{", place - 1);
      return NULL;
    }
  if (!evaluate (inner, (gsize) (end - inner), place, context, &quantity, error))
    return NULL;
  said = souls_quantity_say (&quantity, context->input->words);
  g_string_append (expanded, said);
  return end + 1;
}

/**
 * souls_text_expand:
 * @text: with expressions in braces; {{ stands for a brace
 * @context: where its numbers come from, and the reader's language
 * @error: as of souls_expression_evaluate(), the character counted in the whole text
 *
 * Puts the numbers into a text, as the reader writes them.
 *
 * Returns: (nullable) (transfer full): the text
 */
char *
souls_text_expand (const char              *text,
                   const SoulsTextContext  *context,
                   GError                 **error)
{
  g_autoptr (GString) expanded = g_string_sized_new (strlen (text));
  const char *at = text;

  while (*at != '\0')
    {
      if (at[0] == '{' && at[1] == '{')
        {
          g_string_append_c (expanded, '{');
          at += 2;
        }
      else if (*at == '{')
        {
          at = expand_one (text, at, context, expanded, error);
          if (at == NULL)
            return NULL;
        }
      else
        g_string_append_c (expanded, *at++);
    }
  return g_strdup (expanded->str);
}
