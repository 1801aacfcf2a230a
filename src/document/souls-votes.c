/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "souls-votes.h"

#include <math.h>
#include <string.h>

/* No number that a person writes has more characters. */
#define MAX_NUMBER 48

#define ARABIC_COMMA 0x060c
#define ARABIC_SEMICOLON 0x061b

/* A beginning of an option's text that is long enough to mean it. */
#define LEAST_PREFIX 3

typedef struct
{
  const SoulsVoteForm *form;
  SoulsVotes *out;
} Reader;

/* Numbers */

static gboolean
has_digits (const char *text,
            int         n)
{
  int i = 0;

  while (i < n && g_ascii_isdigit (text[i]))
    i++;
  return i == n;
}

/* A space within a number stands before three digits. */
static gboolean
is_good_space (const char *next)
{
  return !has_digits (next, 1) || (has_digits (next, 3) && !has_digits (next, 4));
}

/* The characters of a number without spaces, currency and percent sign; FALSE if there is anything else. */
static gboolean
strip_number (const char *text,
              char        plain[MAX_NUMBER])
{
  int n = 0;

  for (const char *c = text; *c != '\0'; c = g_utf8_next_char (c))
    {
      const gunichar sign = g_utf8_get_char (c);

      if (g_unichar_isspace (sign) && n > 0 && g_ascii_isdigit (plain[n - 1]) && !is_good_space (g_utf8_next_char (c)))
        return FALSE;
      if (g_unichar_isspace (sign) || sign == '\'' || sign == 0x2019 || sign == '$' ||
          (sign == '%' && c[1] == '\0'))
        continue;
      if (n == MAX_NUMBER - 1)
        return FALSE;
      if (sign == 0x2212 || sign == 0x2013)
        plain[n++] = '-';
      else if (sign < 128 && g_ascii_isdigit ((char) sign))
        plain[n++] = (char) sign;
      else if (sign == '.' || sign == ',' || ((sign == '-' || sign == '+') && n == 0))
        plain[n++] = (char) sign;
      else
        return FALSE;
    }
  plain[n] = '\0';
  return n > 0;
}

static int
count_sign (const char *text,
            char        sign)
{
  int n = 0;

  for (; *text != '\0'; text++)
    n += *text == sign ? 1 : 0;
  return n;
}

/* Whether the signs stand before groups of three digits, up to @end. */
static gboolean
is_grouped (const char *digits,
            const char *end,
            char        sign)
{
  const char *first = memchr (digits, sign, (size_t) (end - digits));

  if (first == NULL || first == digits || first - digits > 3)
    return FALSE;
  for (const char *c = first; c < end; c += 4)
    if (*c != sign || end - c < 4 || memchr (c + 1, sign, 3) != NULL)
      return FALSE;
  return TRUE;
}

/* With @decimal (or 0) as decimal point; everything else that is no digit is dropped. */
static gboolean
convert (const char *digits,
         char        decimal,
         double     *number)
{
  char text[MAX_NUMBER];
  char *end;
  int n = 0;

  for (const char *c = digits; *c != '\0'; c++)
    if (g_ascii_isdigit (*c))
      text[n++] = *c;
    else if (decimal != '\0' && *c == decimal)
      text[n++] = '.';
  text[n] = '\0';
  *number = g_ascii_strtod (text, &end);
  return n > 0 && *end == '\0' && isfinite (*number);
}

static gboolean
is_in_range (const SoulsVoteForm *form,
             double               number)
{
  return number >= MIN (form->low, form->high) && number <= MAX (form->low, form->high);
}

/* One sign, three digits behind it: thousands or thousandths. What can be answered decides, else how the reader writes. */
static gboolean
convert_doubtful (const char          *digits,
                  char                 sign,
                  gboolean             negative,
                  const SoulsVoteForm *form,
                  double              *number)
{
  double grouped, decimal;
  gboolean in_grouped, in_decimal;

  if (!convert (digits, '\0', &grouped) || !convert (digits, sign, &decimal))
    return FALSE;
  in_grouped = is_in_range (form, negative ? -grouped : grouped);
  in_decimal = is_in_range (form, negative ? -decimal : decimal);
  if (in_grouped != in_decimal)
    *number = in_grouped ? grouped : decimal;
  else
    *number = form->decimal_point == sign ? decimal : grouped;
  return TRUE;
}

static gboolean
convert_by_sense (const char          *digits,
                  gboolean             negative,
                  const SoulsVoteForm *form,
                  double              *number)
{
  const int commas = count_sign (digits, ',');
  const int points = count_sign (digits, '.');
  const char *end = digits + strlen (digits);
  const char sign = commas > 0 ? ',' : '.';

  if (commas + points == 0)
    return convert (digits, '\0', number);
  if (commas > 0 && points > 0)
    {
      const char *last = strrchr (digits, '.') > strrchr (digits, ',') ? strrchr (digits, '.') : strrchr (digits, ',');

      return count_sign (digits, *last) == 1 && is_grouped (digits, last, *last == '.' ? ',' : '.') &&
             convert (digits, *last, number);
    }
  if (commas + points > 1)
    return is_grouped (digits, end, sign) && convert (digits, '\0', number);
  if (is_grouped (digits, end, sign) && *digits != '0')
    return convert_doubtful (digits, sign, negative, form, number);
  return convert (digits, sign, number);
}

/**
 * souls_votes_parse_number:
 * @text: UTF-8, as somebody types it
 * @form: says what can be answered, which decides where a sign may stand for thousands or for tenths
 * @number: (out): what it is
 *
 * Reads a number with a decimal comma or point, with or without groups.
 *
 * Returns: whether it is one
 */
gboolean
souls_votes_parse_number (const char          *text,
                          const SoulsVoteForm *form,
                          double              *number)
{
  char plain[MAX_NUMBER];
  const char *digits = plain;
  gboolean negative;

  if (!strip_number (text, plain))
    return FALSE;
  negative = *digits == '-';
  if (*digits == '-' || *digits == '+')
    digits++;
  if (!convert_by_sense (digits, negative, form, number))
    return FALSE;
  if (negative)
    *number = -*number;
  return TRUE;
}

/* Lines */

static void
add_problem (Reader              *self,
             int                  line,
             SoulsVoteProblemKind kind,
             const char          *text,
             int                  found)
{
  SoulsVoteProblem problem = { .line = line, .kind = kind, .found = found };

  self->out->n_problems++;
  if (self->out->problems->len >= SOULS_VOTES_MAX_PROBLEMS)
    return;
  if (text != NULL)
    {
      g_strlcpy (problem.text, text, sizeof problem.text);
      /* Not in the middle of a character. */
      for (const char *end = NULL; !g_utf8_validate (problem.text, -1, &end);)
        problem.text[end - problem.text] = '\0';
    }
  g_array_append_val (self->out->problems, problem);
}

/* Also as they are written in Arabic. */
static gboolean
is_delimiter (const char *c,
              char        delimiter)
{
  const gunichar sign = g_utf8_get_char (c);

  return sign == (gunichar) delimiter || (delimiter == ';' && sign == ARABIC_SEMICOLON) ||
         (delimiter == ',' && sign == ARABIC_COMMA);
}

static gboolean
has_delimiter (const char *text,
               char        delimiter)
{
  for (; *text != '\0'; text = g_utf8_next_char (text))
    if (is_delimiter (text, delimiter))
      return TRUE;
  return FALSE;
}

/* Fields between @delimiter, without the quotes that some have. (transfer full) */
static char **
split (const char *line,
       char        delimiter)
{
  g_autoptr (GPtrArray) fields = g_ptr_array_new ();
  g_autoptr (GString) field = g_string_new (NULL);
  gboolean quoted = FALSE;

  for (const char *c = line;; c = g_utf8_next_char (c))
    {
      if (*c == '"' && quoted && c[1] == '"')
        g_string_append_c (field, *c++);
      else if (*c == '"')
        quoted = !quoted;
      else if (*c == '\0' || (is_delimiter (c, delimiter) && !quoted))
        {
          g_ptr_array_add (fields, g_strstrip (g_strdup (field->str)));
          g_string_truncate (field, 0);
          if (*c == '\0')
            break;
        }
      else
        g_string_append_unichar (field, g_utf8_get_char (c));
    }
  g_ptr_array_add (fields, NULL);
  return (char **) g_ptr_array_free (g_steal_pointer (&fields), FALSE);
}

static char
find_delimiter (const char *line)
{
  if (strchr (line, '\t') != NULL)
    return '\t';
  return has_delimiter (line, ';') ? ';' : ',';
}

/* The first column that is a number. A comma may be a decimal one: a number with a digit behind its comma is left alone. */
static gboolean
find_number (const SoulsVoteForm *form,
             const char          *line,
             double              *number)
{
  const char delimiter = find_delimiter (line);
  g_auto (GStrv) fields = NULL;

  if (souls_votes_parse_number (line, form, number))
    return TRUE;
  fields = split (line, delimiter);
  for (int i = 0; fields[i] != NULL; i++)
    if (souls_votes_parse_number (fields[i], form, number))
      return delimiter != ',' || strchr (line, ',') == NULL || strchr (line, '"') != NULL || fields[i + 1] == NULL ||
             !g_ascii_isdigit (*fields[i + 1]);
  return FALSE;
}

static gboolean
has_digit (const char *text)
{
  return strpbrk (text, "0123456789") != NULL;
}

static gboolean
read_number (Reader     *self,
             int         line,
             const char *text)
{
  SoulsAnswer answer = { .given = TRUE };

  if (!find_number (self->form, text, &answer.number))
    {
      add_problem (self, line, SOULS_VOTE_PROBLEM_NUMBER, text, 0);
      return FALSE;
    }
  if (!is_in_range (self->form, answer.number))
    {
      add_problem (self, line, SOULS_VOTE_PROBLEM_RANGE, text, 0);
      return FALSE;
    }
  g_array_append_val (self->out->votes, answer);
  return TRUE;
}

/* By its number from 1, its letter from a, its text, or a beginning of it that no other option has. Returns -1 for none. */
static int
match_option (const SoulsAsk *ask,
              const char     *text)
{
  g_autofree char *folded = g_utf8_casefold (text, -1);
  const gsize length = strlen (folded);
  int found = -1;

  if (length == 1 && *folded >= '1' && *folded <= '9')
    return *folded - '1' < ask->n_options ? *folded - '1' : -1;
  if (length == 1 && *folded >= 'a' && *folded <= 'z')
    return *folded - 'a' < ask->n_options ? *folded - 'a' : -1;
  for (int i = 0; i < ask->n_options; i++)
    {
      g_autofree char *option = g_utf8_casefold (ask->options[i].text, -1);

      if (g_str_equal (option, folded))
        return i;
      if (length >= LEAST_PREFIX && g_str_has_prefix (option, folded))
        found = found == -1 ? i : -2;
    }
  return MAX (found, -1);
}

static gboolean
read_option (Reader     *self,
             int         line,
             const char *text)
{
  g_auto (GStrv) fields = split (text, find_delimiter (text));
  SoulsAnswer answer = { .given = TRUE, .option = match_option (self->form->ask, text) };

  for (int i = 0; answer.option < 0 && fields[i] != NULL; i++)
    answer.option = match_option (self->form->ask, fields[i]);
  if (answer.option < 0)
    {
      add_problem (self, line, SOULS_VOTE_PROBLEM_OPTION, text, 0);
      return FALSE;
    }
  g_array_append_val (self->out->votes, answer);
  return TRUE;
}

static int
get_first_open (const SoulsAsk *ask)
{
  return MAX (ask->shown + 1, ask->from);
}

/**
 * souls_votes_count_years:
 * @ask: that asks for a line
 *
 * Returns: how many values a line needs
 */
int
souls_votes_count_years (const SoulsAsk *ask)
{
  return ask->to - get_first_open (ask) + 1;
}

/* Reads numbers from the first that is one up to the end. Returns how many, or -1 if there are others among them. */
static int
collect_numbers (const SoulsVoteForm *form,
                 char               **fields,
                 double              *numbers,
                 int                  most)
{
  int n = 0;

  for (int i = 0; fields[i] != NULL; i++)
    {
      double number;

      if (*fields[i] == '\0' && (n == 0 || fields[i + 1] == NULL))
        continue;
      if (!souls_votes_parse_number (fields[i], form, &number))
        {
          if (n > 0)
            return -1;
          continue;
        }
      if (n < most)
        numbers[n] = number;
      n++;
    }
  return n;
}

/* (transfer full): the fields of a line of numbers: between tabs, semicolons, commas or spaces. */
static char **
split_numbers (const char *text)
{
  g_auto (GStrv) words = NULL;
  g_autoptr (GPtrArray) fields = NULL;

  if (strchr (text, '\t') != NULL || has_delimiter (text, ';') || strchr (text, ' ') == NULL || strstr (text, ", ") != NULL ||
      g_utf8_strchr (text, -1, ARABIC_COMMA) != NULL)
    return split (text, find_delimiter (text));
  words = g_strsplit (text, " ", -1);
  fields = g_ptr_array_new ();
  for (int i = 0; words[i] != NULL; i++)
    if (*words[i] != '\0')
      g_ptr_array_add (fields, g_strdup (words[i]));
  g_ptr_array_add (fields, NULL);
  return (char **) g_ptr_array_free (g_steal_pointer (&fields), FALSE);
}

/* A head that names the years. */
static gboolean
are_years (const SoulsAsk *ask,
           const double   *numbers,
           int             n)
{
  for (int i = 0; i < n; i++)
    if (numbers[i] != ask->to - n + 1 + i)
      return FALSE;
  return n > 1;
}

static gboolean
read_line (Reader     *self,
           int         line,
           const char *text)
{
  const SoulsAsk *ask = self->form->ask;
  const int n_years = MIN (ask->to - ask->from + 1, SOULS_MAX_LINE_YEARS);
  const int n_open = souls_votes_count_years (ask);
  double numbers[SOULS_MAX_LINE_YEARS];
  g_auto (GStrv) fields = split_numbers (text);
  const int n = collect_numbers (self->form, fields, numbers, SOULS_MAX_LINE_YEARS);
  SoulsAnswer answer = { .given = TRUE };

  if (n != n_open && n != n_years)
    {
      add_problem (self, line, n <= 0 ? SOULS_VOTE_PROBLEM_NUMBER : SOULS_VOTE_PROBLEM_YEARS, text, MAX (n, 0));
      return FALSE;
    }
  if (line == 1 && are_years (ask, numbers, n))
    return TRUE;
  for (int i = 0; i < n_years; i++)
    answer.points[i] = i < n_years - n_open ? NAN : numbers[i - (n_years - n)];
  for (int i = n_years - n_open; i < n_years; i++)
    if (!is_in_range (self->form, answer.points[i]))
      {
        add_problem (self, line, SOULS_VOTE_PROBLEM_RANGE, text, 0);
        return FALSE;
      }
  g_array_append_val (self->out->votes, answer);
  return TRUE;
}

/* The first line of a table may say what its columns are. */
static gboolean
is_head (const SoulsVoteForm *form,
         int                  line,
         const char          *text)
{
  g_auto (GStrv) fields = NULL;

  if (line != 1 || has_digit (text) ||
      !(has_delimiter (text, ',') || has_delimiter (text, ';') || has_delimiter (text, '\t')))
    return FALSE;
  if (form->ask->kind != SOULS_ASK_CHOICE)
    return TRUE;
  fields = split (text, find_delimiter (text));
  for (int i = 0; fields[i] != NULL; i++)
    if (match_option (form->ask, fields[i]) >= 0)
      return FALSE;
  return match_option (form->ask, text) < 0;
}

static void
read_text (Reader *self,
           int     line,
           char   *text)
{
  g_strstrip (text);
  if (*text == '\0' || is_head (self->form, line, text))
    return;
  switch (self->form->ask->kind)
    {
    case SOULS_ASK_CHOICE:
      read_option (self, line, text);
      break;
    case SOULS_ASK_LINE:
      read_line (self, line, text);
      break;
    case SOULS_ASK_NUMBER:
    case SOULS_ASK_SLIDER:
      read_number (self, line, text);
      break;
    case SOULS_ASK_NONE:
    case SOULS_N_ASK_KINDS:
    default:
      break;
    }
}

static void
read_bytes (Reader     *self,
            int         line,
            const char *bytes,
            gsize       length)
{
  g_autofree char *text = NULL;

  if (length > SOULS_VOTES_MAX_LINE)
    {
      add_problem (self, line, SOULS_VOTE_PROBLEM_LENGTH, NULL, 0);
      return;
    }
  if (!g_utf8_validate_len (bytes, length, NULL))
    {
      add_problem (self, line, SOULS_VOTE_PROBLEM_TEXT, NULL, 0);
      return;
    }
  text = g_strndup (bytes, length);
  read_text (self, line, text);
}

/* Lines end with LF, CR LF or CR. */
static gsize
find_end (const char *text,
          gsize       length)
{
  gsize i = 0;

  while (i < length && text[i] != '\n' && text[i] != '\r')
    i++;
  return i;
}

static gsize
skip_end (const char *text,
          gsize       length,
          gsize       at)
{
  if (at < length && text[at] == '\r' && at + 1 < length && text[at + 1] == '\n')
    return at + 2;
  return at < length ? at + 1 : at;
}

/**
 * souls_votes_read:
 * @text: (array length=length): what was pasted, or a CSV file: anything
 * @length: bytes
 * @form: what is asked
 *
 * Reads a class's answers, one a line: the first column that is a number; the number, letter or text of an option; a value for
 * each year. What is not understood is told and left out.
 *
 * Returns: (transfer full): the answers, and what was not understood
 */
SoulsVotes *
souls_votes_read (const char          *text,
                  gsize                length,
                  const SoulsVoteForm *form)
{
  Reader self = { .form = form, .out = g_new0 (SoulsVotes, 1) };
  gsize at = length >= 3 && memcmp (text, "\xef\xbb\xbf", 3) == 0 ? 3 : 0;
  const gsize end = MIN (length, SOULS_VOTES_MAX_BYTES);
  int line = 1;

  self.out->votes = g_array_new (FALSE, FALSE, sizeof (SoulsAnswer));
  self.out->problems = g_array_new (FALSE, FALSE, sizeof (SoulsVoteProblem));
  for (; at < end && line <= SOULS_VOTES_MAX_LINES; line++)
    {
      const gsize n = find_end (text + at, length - at);

      if (at + n > end)
        break;
      read_bytes (&self, line, text + at, n);
      at = skip_end (text, length, at + n);
    }
  if (at < length)
    add_problem (&self, line, SOULS_VOTE_PROBLEM_MANY, NULL, 0);
  return self.out;
}

void
souls_votes_free (SoulsVotes *self)
{
  g_array_unref (self->votes);
  g_array_unref (self->problems);
  g_free (self);
}
