/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "souls-plural.h"

#include <string.h>

/* No language's rule comes near: a guard for a damaged file. */
#define MAX_DEPTH 64

/* @at: the rest of the rule; NULL once it is known to be none */
typedef struct
{
  const char *at;
  unsigned long n;
  int depth;
} Parser;

/* From weak to strong; a longer operator before one that it begins with. */
static const struct
{
  const char *sign;
  int strength;
} operators[] = {
  { "||", 1 }, { "&&", 2 }, { "==", 3 }, { "!=", 3 }, { "<=", 4 }, { ">=", 4 },
  { "<", 4 },  { ">", 4 },  { "+", 5 },  { "-", 5 },  { "*", 6 },  { "/", 6 },  { "%", 6 },
};

static unsigned long parse_choice (Parser *self);

static gboolean
take (Parser     *self,
      const char *sign)
{
  if (self->at == NULL)
    return FALSE;
  while (g_ascii_isspace (*self->at))
    self->at++;
  if (!g_str_has_prefix (self->at, sign))
    return FALSE;
  self->at += strlen (sign);
  return TRUE;
}

static unsigned long
fail (Parser *self)
{
  self->at = NULL;
  return 0;
}

static unsigned long
parse_number (Parser *self)
{
  char *end;
  guint64 number;

  if (self->at == NULL || !g_ascii_isdigit (*self->at))
    return fail (self);
  number = g_ascii_strtoull (self->at, &end, 10);
  self->at = end;
  return (unsigned long) number;
}

static unsigned long
parse_operand (Parser *self)
{
  unsigned long value;

  if (++self->depth > MAX_DEPTH)
    return fail (self);
  if (take (self, "!"))
    value = !parse_operand (self);
  else if (take (self, "("))
    {
      value = parse_choice (self);
      if (!take (self, ")"))
        value = fail (self);
    }
  else
    value = take (self, "n") ? self->n : parse_number (self);
  self->depth--;
  return value;
}

static unsigned long
divide (Parser       *self,
        unsigned long a,
        unsigned long b,
        gboolean      rest)
{
  if (b == 0)
    return fail (self);
  return rest ? a % b : a / b;
}

static unsigned long
apply (Parser       *self,
       const char   *sign,
       unsigned long a,
       unsigned long b)
{
  const gboolean is_long = sign[1] == '=';

  switch (*sign)
    {
    case '|': return a || b;
    case '&': return a && b;
    case '=': return a == b;
    case '!': return a != b;
    case '<': return is_long ? a <= b : a < b;
    case '>': return is_long ? a >= b : a > b;
    case '+': return a + b;
    case '-': return a - b;
    case '*': return a * b;
    case '/': return divide (self, a, b, FALSE);
    default: return divide (self, a, b, TRUE);
    }
}

static int
find_operator (Parser *self,
               int     least)
{
  for (guint i = 0; i < G_N_ELEMENTS (operators); i++)
    {
      const char *before = self->at;

      if (!take (self, operators[i].sign))
        continue;
      if (operators[i].strength >= least)
        return (int) i;
      self->at = before;
      return -1;
    }
  return -1;
}

/* Precedence climbing: all operators bind to the left. */
static unsigned long
parse_sum (Parser *self,
           int     least)
{
  unsigned long value = parse_operand (self);
  int found;

  while (self->at != NULL && (found = find_operator (self, least)) >= 0)
    {
      unsigned long right = parse_sum (self, operators[found].strength + 1);

      value = apply (self, operators[found].sign, value, right);
    }
  return value;
}

/* Both branches are read; one counts. */
static unsigned long
parse_choice (Parser *self)
{
  unsigned long condition = parse_sum (self, 1);
  unsigned long first, second;

  if (!take (self, "?"))
    return condition;
  if (++self->depth > MAX_DEPTH)
    return fail (self);
  first = parse_choice (self);
  if (!take (self, ":"))
    return fail (self);
  second = parse_choice (self);
  self->depth--;
  return condition ? first : second;
}

/**
 * souls_plural_choose:
 * @rule: an expression of C in one variable, "n%10==1 ? 0 : 1"; it ends with the string or with a semicolon
 * @n: a count
 * @form: (out): which form, from 0
 *
 * Works out a rule of gettext's "Plural-Forms".
 *
 * Returns: whether @rule is one
 */
gboolean
souls_plural_choose (const char    *rule,
                     unsigned long  n,
                     unsigned long *form)
{
  Parser self = { .at = rule, .n = n };
  unsigned long value = parse_choice (&self);

  if (self.at == NULL)
    return FALSE;
  while (g_ascii_isspace (*self.at))
    self.at++;
  if (*self.at != '\0' && *self.at != ';')
    return FALSE;
  *form = value;
  return TRUE;
}
