/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "souls-json.h"

#include <math.h>
#include <string.h>

#include "souls-text.h"

/* Strict RFC 8259, into json-glib's nodes. JsonParser itself recurses without a limit, takes the
 * last of two members of one name, reads numbers past 64 bits wrong, and does not say a column: a
 * scenario that was damaged must not pass for another. */
typedef struct
{
  const char *name;
  const char *start;
  const char *at;
  const char *end;
  int depth;
  int n_values;
  GError **error;
} Parser;

static JsonNode *parse_value (Parser *self);

G_GNUC_PRINTF (4, 5)
static void
complain (Parser            *self,
          const char        *where,
          SoulsScenarioError code,
          const char        *format,
          ...)
{
  g_autofree char *message = NULL;
  const char *line = self->start;
  int n_lines = 1;
  va_list arguments;

  for (const char *at = self->start; at < where; at++)
    if (*at == '\n')
      {
        n_lines++;
        line = at + 1;
      }
  va_start (arguments, format);
  message = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  souls_json_complain (NULL, self->error, code, "%s:%d:%ld: %s", self->name, n_lines,
                       g_utf8_strlen (line, where - line) + 1, message);
}

/* What stands at a place: a word, a character, or the end. */
static char *
describe (Parser     *self,
          const char *where)
{
  const char *end = where;
  g_autofree char *word = NULL;

  if (where >= self->end)
    return g_strdup ("the end of the file");
  while (end < self->end && end - where < 20 &&
         (g_ascii_isalnum (*end) || strchr ("+-._", *end) != NULL) && *end != '\0')
    end++;
  if (end == where)
    end = g_utf8_next_char (where);
  word = g_strndup (where, end - where);
  return souls_text_quote (word);
}

static gpointer
expect (Parser     *self,
        const char *expected)
{
  g_autofree char *found = describe (self, self->at);

  complain (self, self->at, SOULS_SCENARIO_ERROR_SYNTAX, "expected %s, found %s", expected, found);
  return NULL;
}

static void
skip_space (Parser *self)
{
  while (self->at < self->end && strchr (" \t\r\n", *self->at) != NULL && *self->at != '\0')
    self->at++;
}

static gboolean
accept (Parser *self,
        char    character)
{
  if (self->at >= self->end || *self->at != character)
    return FALSE;
  self->at++;
  return TRUE;
}

static gboolean
skip_digits (Parser *self)
{
  const char *first = self->at;

  while (self->at < self->end && g_ascii_isdigit (*self->at))
    self->at++;
  return self->at > first;
}

/* Moves over a number; FALSE with an error where it is none of JSON's. */
static gboolean
scan_number (Parser   *self,
             gboolean *is_whole)
{
  *is_whole = TRUE;
  accept (self, '-');
  if (!accept (self, '0') && !skip_digits (self))
    return expect (self, "a digit") != NULL;
  if (self->at < self->end && g_ascii_isdigit (*self->at))
    return expect (self, "a number without leading zeros") != NULL;
  if (accept (self, '.'))
    {
      *is_whole = FALSE;
      if (!skip_digits (self))
        return expect (self, "a digit after the point") != NULL;
    }
  if (accept (self, 'e') || accept (self, 'E'))
    {
      *is_whole = FALSE;
      if (!accept (self, '+'))
        accept (self, '-');
      if (!skip_digits (self))
        return expect (self, "a digit of the exponent") != NULL;
    }
  return TRUE;
}

static JsonNode *
parse_number (Parser *self)
{
  const char *first = self->at;
  g_autofree char *text = NULL;
  gboolean is_whole;
  double value;

  if (!scan_number (self, &is_whole))
    return NULL;
  text = g_strndup (first, self->at - first);
  value = g_ascii_strtod (text, NULL);
  if (!isfinite (value))
    {
      complain (self, first, SOULS_SCENARIO_ERROR_SYNTAX,
                "expected a finite number, found one that is too large");
      return NULL;
    }
  /* Beyond 2^53 a whole number is no longer exact as a double; beyond 2^63 it is none as an
   * integer. */
  if (is_whole && fabs (value) < 0x1p53)
    return json_node_init_int (json_node_alloc (), g_ascii_strtoll (text, NULL, 10));
  return json_node_init_double (json_node_alloc (), value);
}

static gboolean
parse_hex (Parser   *self,
           gunichar *unit)
{
  *unit = 0;
  for (int i = 0; i < 4; i++, self->at++)
    {
      if (self->at >= self->end || !g_ascii_isxdigit (*self->at))
        return expect (self, "four hexadecimal digits") != NULL;
      *unit = *unit * 16 + (gunichar) g_ascii_xdigit_value (*self->at);
    }
  return TRUE;
}

/* After "\u". Half of a surrogate pair is no character, and a zero would end a C string. */
static gboolean
parse_escaped_character (Parser  *self,
                         GString *string)
{
  const char *first = self->at - 2;
  gunichar high, low;

  if (!parse_hex (self, &high))
    return FALSE;
  if (high >= 0xd800 && high < 0xdc00 && self->end - self->at >= 6 &&
      strncmp (self->at, "\\u", 2) == 0)
    {
      self->at += 2;
      if (!parse_hex (self, &low))
        return FALSE;
      if (low >= 0xdc00 && low < 0xe000)
        high = 0x10000 + ((high - 0xd800) << 10) + (low - 0xdc00);
    }
  if (high == 0 || (high >= 0xd800 && high < 0xe000))
    {
      complain (self, first, SOULS_SCENARIO_ERROR_SYNTAX,
                "expected a character, found an escape that stands for none");
      return FALSE;
    }
  g_string_append_unichar (string, high);
  return TRUE;
}

static gboolean
parse_escape (Parser  *self,
              GString *string)
{
  static const char letters[] = "\"\\/bfnrt";
  static const char meanings[] = "\"\\/\b\f\n\r\t";
  const char *letter;

  if (accept (self, 'u'))
    return parse_escaped_character (self, string);
  letter = self->at < self->end && *self->at != '\0' ? strchr (letters, *self->at) : NULL;
  if (letter == NULL)
    return expect (self, "an escape (\\n, \\\", …)") != NULL;
  g_string_append_c (string, meanings[letter - letters]);
  self->at++;
  return TRUE;
}

/* After the opening quotation mark. */
static char *
parse_string (Parser *self)
{
  g_autoptr (GString) string = g_string_new (NULL);

  while (self->at < self->end)
    {
      const char *first = self->at;

      while (self->at < self->end && *self->at != '"' && *self->at != '\\' &&
             (guchar) *self->at >= 0x20)
        self->at++;
      g_string_append_len (string, first, self->at - first);
      if (accept (self, '"'))
        return g_string_free (g_steal_pointer (&string), FALSE);
      if (self->at >= self->end)
        break;
      if (!accept (self, '\\'))
        return expect (self, "the end of the string on its line");
      if (!parse_escape (self, string))
        return NULL;
    }
  return expect (self, "the end of a string");
}

/* After the opening bracket. */
static JsonNode *
parse_array (Parser *self)
{
  g_autoptr (JsonArray) array = json_array_new ();

  skip_space (self);
  if (accept (self, ']'))
    return json_node_init_array (json_node_alloc (), array);
  for (;;)
    {
      JsonNode *element = parse_value (self);

      if (element == NULL)
        return NULL;
      json_array_add_element (array, element);
      skip_space (self);
      if (accept (self, ']'))
        return json_node_init_array (json_node_alloc (), array);
      if (!accept (self, ','))
        return expect (self, "“,” or “]”");
    }
}

static gboolean
parse_member (Parser     *self,
              JsonObject *object)
{
  g_autofree char *name = NULL;
  const char *first;
  JsonNode *value;

  skip_space (self);
  first = self->at;
  if (!accept (self, '"'))
    return expect (self, "a name in quotation marks") != NULL;
  name = parse_string (self);
  if (name == NULL)
    return FALSE;
  if (json_object_has_member (object, name))
    {
      g_autofree char *quote = souls_text_quote (name);

      complain (self, first, SOULS_SCENARIO_ERROR_SYNTAX,
                "expected each name once, found %s a second time", quote);
      return FALSE;
    }
  skip_space (self);
  if (!accept (self, ':'))
    return expect (self, "“:”") != NULL;
  value = parse_value (self);
  if (value == NULL)
    return FALSE;
  json_object_set_member (object, name, value);
  return TRUE;
}

/* After the opening brace. */
static JsonNode *
parse_object (Parser *self)
{
  g_autoptr (JsonObject) object = json_object_new ();

  skip_space (self);
  if (accept (self, '}'))
    return json_node_init_object (json_node_alloc (), object);
  for (;;)
    {
      if (!parse_member (self, object))
        return NULL;
      skip_space (self);
      if (accept (self, '}'))
        return json_node_init_object (json_node_alloc (), object);
      if (!accept (self, ','))
        return expect (self, "“,” or “}”");
    }
}

static JsonNode *
parse_nested (Parser   *self,
              JsonNode *(*parse) (Parser *self))
{
  JsonNode *node;

  if (self->depth >= SOULS_JSON_MAX_DEPTH)
    {
      complain (self, self->at, SOULS_SCENARIO_ERROR_TOO_BIG,
                "expected at most %d nested brackets, found more", SOULS_JSON_MAX_DEPTH);
      return NULL;
    }
  self->depth++;
  self->at++;
  node = parse (self);
  self->depth--;
  return node;
}

static JsonNode *
parse_literal (Parser *self)
{
  static const char *const words[] = { "true", "false", "null" };

  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    {
      gsize length = strlen (words[i]);

      if ((gsize) (self->end - self->at) < length || strncmp (self->at, words[i], length) != 0)
        continue;
      if (self->at + length < self->end && g_ascii_isalnum (self->at[length]))
        break;
      self->at += length;
      return i == 2 ? json_node_init_null (json_node_alloc ())
                    : json_node_init_boolean (json_node_alloc (), i == 0);
    }
  return expect (self, "a value");
}

static JsonNode *
parse_value (Parser *self)
{
  skip_space (self);
  if (++self->n_values > SOULS_JSON_MAX_VALUES)
    {
      complain (self, self->at, SOULS_SCENARIO_ERROR_TOO_BIG,
                "expected at most %d values, found more", SOULS_JSON_MAX_VALUES);
      return NULL;
    }
  if (self->at >= self->end)
    return expect (self, "a value");
  if (*self->at == '{')
    return parse_nested (self, parse_object);
  if (*self->at == '[')
    return parse_nested (self, parse_array);
  if (*self->at == '-' || g_ascii_isdigit (*self->at))
    return parse_number (self);
  if (accept (self, '"'))
    {
      g_autofree char *string = parse_string (self);

      return string != NULL ? json_node_init_string (json_node_alloc (), string) : NULL;
    }
  return parse_literal (self);
}

static gboolean
check_encoding (Parser *self)
{
  const char *bad;

  if (g_utf8_validate_len (self->start, (gsize) (self->end - self->start), &bad))
    return TRUE;
  complain (self, bad, SOULS_SCENARIO_ERROR_SYNTAX, "expected UTF-8 text, found the byte 0x%02x",
            (guchar) *bad);
  return FALSE;
}

/**
 * souls_json_parse:
 * @name: of the file, for messages
 * @bytes: the text; need not end with a zero
 * @length: how many bytes
 * @error: a syntax or size error: "name:line:column: expected …, found …"
 *
 * Parses JSON by the letter of RFC 8259: no comments, no NaN, no name twice in one object. A byte
 * order mark is let pass.
 *
 * Returns: (nullable) (transfer full): the value
 */
JsonNode *
souls_json_parse (const char *name,
                  const char *bytes,
                  gsize       length,
                  GError    **error)
{
  /* An empty file may come as no memory at all. */
  const char *start = length > 0 ? bytes : "";
  Parser self = {
    .name = name, .start = start, .at = start, .end = start + length, .error = error
  };
  JsonNode *node;

  if (length > SOULS_JSON_MAX_BYTES)
    {
      complain (&self, start, SOULS_SCENARIO_ERROR_TOO_BIG, "expected at most %d MiB, found more",
                SOULS_JSON_MAX_BYTES / (1024 * 1024));
      return NULL;
    }
  if (length >= 3 && memcmp (bytes, "\xef\xbb\xbf", 3) == 0)
    self.start = self.at = bytes + 3;
  if (!check_encoding (&self))
    return NULL;
  node = parse_value (&self);
  if (node == NULL)
    return NULL;
  skip_space (&self);
  if (self.at < self.end)
    {
      expect (&self, "the end of the file");
      g_clear_pointer (&node, json_node_unref);
    }
  return node;
}
