/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "souls-expression-private.h"

#include <string.h>

#include "souls-text.h"

/*
 * Form:
 * @name: the first word
 * @pattern: what follows
 * @compute: makes the number; its arguments are checked but for what the figures hold
 */
typedef struct
{
  const char *name;
  const char *pattern;
  gboolean (*compute) (SoulsExpressionReader *reader, const SoulsExpressionArguments *arguments, SoulsQuantity *out,
                       GError **error);
} Form;

static const Form forms[] = {
#define FORM(function, name, pattern) { name, pattern, souls_form_##function },
  SOULS_FORMS (FORM)
#undef FORM
};
/* What begins with a metric. */
static const Form plain_form = { "", "MY", souls_form_metric };

/*
 * NameKind:
 * @what: for a message
 * @n: how many there are
 *
 * Ids that can stand in an expression.
 */
typedef struct
{
  const char *what;
  int n;
  const char *(*id) (int i);
} NameKind;

static const char *
metric_id (int i)
{
  return souls_metric_info ((SoulsMetric) i)->id;
}

static const char *
driver_id (int i)
{
  return souls_driver_info ((SoulsDriver) i)->id;
}

static const char *
figure_id (int i)
{
  return souls_figure_id ((SoulsFigure) i);
}

static const char *
belief_id (int i)
{
  return souls_belief_id ((SoulsBelief) i);
}

static const char *
form_name (int i)
{
  return i < (int) G_N_ELEMENTS (forms) ? forms[i].name : metric_id (i - (int) G_N_ELEMENTS (forms));
}

static const NameKind metric_kind = { "metric", SOULS_N_METRICS, metric_id };
static const NameKind driver_kind = { "driver", SOULS_N_DRIVERS, driver_id };
static const NameKind figure_kind = { "figure", SOULS_N_FIGURES, figure_id };
static const NameKind belief_kind = { "belief", SOULS_N_BELIEFS, belief_id };
static const NameKind first_word_kind = { "metric or form", (int) G_N_ELEMENTS (forms) + SOULS_N_METRICS, form_name };

/* Takes a name; -1 and an error with the nearest where there is none. */
static int
read_name (SoulsExpressionReader *reader,
           const NameKind        *kind,
           GError               **error)
{
  const char *word = souls_expression_reader_peek (reader);
  g_autofree const char **ids = g_new0 (const char *, (gsize) kind->n + 1);
  g_autofree char *quote = souls_text_quote (word);
  g_autofree char *hint = NULL;

  for (int i = 0; i < kind->n; i++)
    {
      ids[i] = kind->id (i);
      if (g_str_equal (ids[i], word))
        {
          reader->at++;
          return i;
        }
    }
  if (*word == '\0')
    SOULS_COMPLAIN (reader->at, FORM, "expected a %s, found the end", kind->what);
  else
    {
      hint = souls_text_hint (word, ids);
      SOULS_COMPLAIN (reader->at, NAME, "there is no %s %s%s", kind->what, quote, hint);
    }
  return -1;
}

static gboolean
is_year (const char *word)
{
  return strlen (word) == 4 && strspn (word, "0123456789") == 4;
}

static gboolean
read_year (SoulsExpressionReader     *reader,
           SoulsExpressionArguments  *arguments,
           GError                   **error)
{
  const char *word = souls_expression_reader_peek (reader);
  g_autofree char *quote = souls_text_quote (word);

  if (!is_year (word))
    return SOULS_COMPLAIN (reader->at, FORM, "expected a fiscal year such as 2022, found %s", *word != '\0' ? quote : "the end");
  arguments->year[arguments->n_years++] = (int) g_ascii_strtoll (word, NULL, 10);
  reader->at++;
  return TRUE;
}

static gboolean
read_number (SoulsExpressionReader     *reader,
             SoulsExpressionArguments  *arguments,
             GError                   **error)
{
  const char *word = souls_expression_reader_peek (reader);
  g_autofree char *quote = souls_text_quote (word);

  if (!souls_text_parse (word, &arguments->number))
    return SOULS_COMPLAIN (reader->at, FORM, "expected a number such as 0 or -1500, found %s", *word != '\0' ? quote : "the end");
  reader->at++;
  return TRUE;
}

static gboolean
read_id (SoulsExpressionReader     *reader,
         SoulsExpressionArguments  *arguments,
         GError                   **error)
{
  arguments->id = souls_expression_reader_peek (reader);
  if (*arguments->id == '\0')
    return SOULS_COMPLAIN (reader->at, FORM, "expected the id of a published estimate, found the end");
  reader->at++;
  return TRUE;
}

static gboolean
read_metric (SoulsExpressionReader     *reader,
             SoulsExpressionArguments  *arguments,
             GError                   **error)
{
  const int i = read_name (reader, &metric_kind, error);

  if (i >= 0)
    arguments->metric[arguments->n_metrics++] = (SoulsMetric) i;
  return i >= 0;
}

static gboolean
read_argument (SoulsExpressionReader     *reader,
               char                       what,
               SoulsExpressionArguments  *arguments,
               GError                   **error)
{
  int i = 0;

  arguments->index[arguments->n] = reader->at;
  switch (what)
    {
    case 'M':
      return read_metric (reader, arguments, error);
    case 'D':
      arguments->driver = (SoulsDriver) (i = read_name (reader, &driver_kind, error));
      return i >= 0;
    case 'F':
      arguments->figure = (SoulsFigure) (i = read_name (reader, &figure_kind, error));
      return i >= 0;
    case 'B':
      arguments->belief = (SoulsBelief) (i = read_name (reader, &belief_kind, error));
      return i >= 0;
    case 'N':
      return read_number (reader, arguments, error);
    case 'I':
      return read_id (reader, arguments, error);
    case 'y':
      return !is_year (souls_expression_reader_peek (reader)) || read_year (reader, arguments, error);
    case 'X':
      return TRUE;
    case 'Y':
    default:
      return read_year (reader, arguments, error);
    }
}

static const Form *
find_form (SoulsExpressionReader *reader,
           GError               **error)
{
  const int at = reader->at;
  const int i = read_name (reader, &first_word_kind, error);

  if (i < 0)
    return NULL;
  if (i < (int) G_N_ELEMENTS (forms))
    return &forms[i];
  reader->at = at;
  return &plain_form;
}

/*
 * souls_expression_read:
 * @out: (out): the number
 *
 * Returns: whether an expression stands here and has a value
 */
gboolean
souls_expression_read (SoulsExpressionReader  *reader,
                       SoulsQuantity          *out,
                       GError                **error)
{
  SoulsExpressionArguments arguments = { .index = { reader->at } };
  const Form *form = find_form (reader, error);

  if (form == NULL)
    return FALSE;
  for (const char *what = form->pattern; *what != '\0'; what++, arguments.n++)
    if (!read_argument (reader, *what, &arguments, error))
      return FALSE;
  return form->compute (reader, &arguments, out, error);
}
