/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "evaluator.h"

#include <math.h>
#include <string.h>

#define MAX_ARGUMENTS 5

typedef double (*Function) (Evaluator    *self,
                            const double *x);

static double parse_sum (Evaluator *self);

static double
fail (Evaluator  *self,
      const char *message)
{
  if (self->error == NULL)
    self->error = g_strdup_printf ("%s before “%s”", message, self->text);
  return NAN;
}

static void
skip_space (Evaluator *self)
{
  while (*self->text == ' ')
    self->text++;
}

static gboolean
accept (Evaluator  *self,
        const char *sign)
{
  skip_space (self);
  if (!g_str_has_prefix (self->text, sign))
    return FALSE;
  self->text += strlen (sign);
  return TRUE;
}

static double
note (Evaluator *self,
      double     value)
{
  if (isfinite (value))
    self->largest = MAX (self->largest, fabs (value));
  return value;
}

static double
ask (Evaluator  *self,
     const char *word,
     gboolean    before)
{
  double value;

  if (self->lookup (word, before, &value, self->user_data))
    return note (self, value);
  g_free (self->error);
  self->error = g_strdup_printf ("unknown word “%s%s”", word, before ? "′" : "");
  return NAN;
}

static double
call_max (Evaluator    *self,
          const double *x)
{
  return x[0] > x[1] ? x[0] : x[1];
}

static double
call_min (Evaluator    *self,
          const double *x)
{
  return x[0] < x[1] ? x[0] : x[1];
}

static double
call_clip (Evaluator    *self,
           const double *x)
{
  return x[0] < x[1] ? x[1] : x[0] > x[2] ? x[2] : x[0];
}

static double
call_if (Evaluator    *self,
         const double *x)
{
  return x[0] != 0 ? x[1] : x[2];
}

static double
call_exp (Evaluator    *self,
          const double *x)
{
  return exp (x[0]);
}

static double
call_pow (Evaluator    *self,
          const double *x)
{
  return pow (x[0], x[1]);
}

static double
call_fade (Evaluator    *self,
           const double *x)
{
  const double terminal = ask (self, "g∞", FALSE);

  return terminal + (x[0] - terminal) * pow (1 - ask (self, "ψ", FALSE), ask (self, "t", FALSE) - 1);
}

static double
call_rung (Evaluator    *self,
           const double *x)
{
  const double rung = ask (self, "rung", FALSE);

  return rung >= 0 && rung < 5 ? x[(int) rung] : NAN;
}

static const struct
{
  const char *name;
  int n_arguments;
  Function call;
} functions[] = {
  { "max", 2, call_max },
  { "min", 2, call_min },
  { "clip", 3, call_clip },
  { "if", 3, call_if },
  { "exp", 1, call_exp },
  { "pow", 2, call_pow },
  { "fade", 1, call_fade },
  { "rung", 5, call_rung },
};

gboolean
evaluator_is_function (const char *word)
{
  for (gsize i = 0; i < G_N_ELEMENTS (functions); i++)
    if (strcmp (functions[i].name, word) == 0)
      return TRUE;
  return FALSE;
}

/* A sum, or two of them compared. */
static double
parse_argument (Evaluator *self)
{
  const double left = parse_sum (self);

  if (accept (self, ">"))
    return left > parse_sum (self);
  if (accept (self, "="))
    return left == parse_sum (self);
  return left;
}

static double
parse_call (Evaluator  *self,
            const char *name)
{
  double x[MAX_ARGUMENTS] = { 0 };
  int n = 0;

  do
    x[n++] = parse_argument (self);
  while (n < MAX_ARGUMENTS && accept (self, ","));
  if (!accept (self, ")"))
    return fail (self, "a ) is missing");
  for (gsize i = 0; i < G_N_ELEMENTS (functions); i++)
    if (strcmp (functions[i].name, name) == 0 && functions[i].n_arguments == n)
      return note (self, functions[i].call (self, x));
  return fail (self, "no such function, or not with so many arguments,");
}

static double
parse_number (Evaluator *self)
{
  char *end;
  const double value = g_ascii_strtod (self->text, &end);

  self->text = end;
  return value;
}

static double
parse_word (Evaluator *self)
{
  const char *end = self->text;
  g_autofree char *word = NULL;

  while (g_unichar_isalnum (g_utf8_get_char (end)) || *end == '_' || g_str_has_prefix (end, "∞"))
    end = g_utf8_next_char (end);
  word = g_strndup (self->text, (gsize) (end - self->text));
  self->text = end;
  if (accept (self, "("))
    return parse_call (self, word);
  return ask (self, word, accept (self, "′"));
}

static double
parse_factor (Evaluator *self)
{
  double value;

  if (accept (self, "−"))
    return -parse_factor (self);
  if (accept (self, "½"))
    return 0.5;
  if (accept (self, "("))
    {
      value = parse_sum (self);
      return accept (self, ")") ? value : fail (self, "a ) is missing");
    }
  skip_space (self);
  if (g_ascii_isdigit (*self->text))
    return parse_number (self);
  if (g_unichar_isalpha (g_utf8_get_char (self->text)))
    return parse_word (self);
  return fail (self, "a number, word or ( is missing");
}

static double
parse_product (Evaluator *self)
{
  double value = parse_factor (self);

  for (;;)
    {
      if (accept (self, "·"))
        value *= parse_factor (self);
      else if (accept (self, "/"))
        value /= parse_factor (self);
      else
        return note (self, value);
    }
}

static double
parse_sum (Evaluator *self)
{
  double value = parse_product (self);

  for (;;)
    {
      if (accept (self, "+"))
        value += parse_product (self);
      else if (accept (self, "−"))
        value -= parse_product (self);
      else
        return note (self, value);
    }
}

/* Returns: the formula's value; NAN and @error set where it cannot be read */
double
evaluator_run (Evaluator  *self,
               const char *formula)
{
  double value;

  evaluator_clear (self);
  self->text = formula;
  value = parse_sum (self);
  skip_space (self);
  if (self->error == NULL && *self->text != '\0')
    return fail (self, "something left over");
  return value;
}

void
evaluator_clear (Evaluator *self)
{
  g_clear_pointer (&self->error, g_free);
  self->largest = 0;
}
