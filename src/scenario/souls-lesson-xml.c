/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "souls-lesson-xml.h"

#include <string.h>

#include "souls-text.h"

/* GMarkup says where a tag ends and lets pass some that is no XML; so this goes along the bytes beside it. */
typedef struct
{
  const char *file;
  const char *at;
  const char *end;
  int line;
  int column;
  GPtrArray *open;   /* elements, the innermost last; borrowed */
  SoulsXml *root;
} Parser;

static void
complain_at (const char      *file,
             int              line,
             int              column,
             SoulsLessonError code,
             GError         **error,
             const char      *message)
{
  g_autofree char *whole = g_strdup_printf ("%s:%d:%d: %s", file, line, column, message);
  g_autofree char *safe = souls_text_line (whole);

  g_set_error_literal (error, SOULS_LESSON_ERROR, code, safe);
}

/**
 * souls_xml_complain:
 * @self: where
 * @attribute: (nullable): which of its attributes
 * @code: what kind of error
 * @error: what to set
 * @format: what was expected and what stood there
 *
 * Sets @error to one line: the file, line and column, the element, and the message.
 */
void
souls_xml_complain (const SoulsXml  *self,
                    const char      *attribute,
                    SoulsLessonError code,
                    GError         **error,
                    const char      *format,
                    ...)
{
  g_autofree char *message = NULL;
  g_autofree char *whole = NULL;
  va_list arguments;

  va_start (arguments, format);
  message = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  whole = attribute != NULL ? g_strdup_printf ("<%s> %s: %s", self->name, attribute, message)
                            : g_strdup_printf ("<%s>: %s", self->name, message);
  complain_at (self->file, self->line, self->column, code, error, whole);
}

/**
 * souls_xml_get:
 * @attribute: its name
 *
 * Returns: (nullable) (transfer none): its value
 */
const char *
souls_xml_get (const SoulsXml *self,
               const char     *attribute)
{
  for (char **pair = self->attributes; *pair != NULL; pair += 2)
    if (strcmp (pair[0], attribute) == 0)
      return pair[1];
  return NULL;
}

/**
 * souls_xml_free:
 * @self: (nullable) (transfer full): an element, with all in it
 */
void
souls_xml_free (SoulsXml *self)
{
  if (self == NULL)
    return;
  g_free (self->file);
  g_free (self->name);
  g_strfreev (self->attributes);
  g_string_free (self->text, TRUE);
  g_ptr_array_unref (self->children);
  g_free (self);
}

/**
 * souls_xml_collapse:
 * @text: valid UTF-8
 *
 * No-break spaces stay: they are there on purpose.
 *
 * Returns: (transfer full): the text on one line
 */
char *
souls_xml_collapse (const char *text)
{
  GString *result = g_string_sized_new (strlen (text));

  for (; *text != '\0'; text = g_utf8_next_char (text))
    {
      const gunichar character = g_utf8_get_char (text);

      if (character > ' ' && !g_unichar_iscntrl (character) && character != 0xfffe && character != 0xffff)
        g_string_append_unichar (result, character);
      else if (result->len > 0 && result->str[result->len - 1] != ' ')
        g_string_append_c (result, ' ');
    }
  if (result->len > 0 && result->str[result->len - 1] == ' ')
    g_string_truncate (result, result->len - 1);
  return g_string_free (result, FALSE);
}

static void
advance (Parser     *self,
         const char *to)
{
  for (; self->at < to; self->at++)
    if (*self->at == '\n')
      {
        self->line++;
        self->column = 1;
      }
    else if ((*self->at & 0xc0) != 0x80)
      {
        self->column++;
      }
}

static gboolean
skip (Parser     *self,
      const char *start,
      const char *stop)
{
  const gsize length = strlen (start);
  const char *found;

  if ((gsize) (self->end - self->at) < length || memcmp (self->at, start, length) != 0)
    return FALSE;
  found = g_strstr_len (self->at + length, self->end - self->at - (gssize) length, stop);
  advance (self, found != NULL ? found + strlen (stop) : self->end);
  return TRUE;
}

/* Goes on to the next start tag, which GMarkup has found to be whole. */
static void
find_tag (Parser *self)
{
  const char *open;

  do
    {
      open = memchr (self->at, '<', (gsize) (self->end - self->at));
      advance (self, open != NULL ? open : self->end);
    }
  while (skip (self, "<!--", "-->") || skip (self, "<![CDATA[", "]]>") || skip (self, "<?", "?>") ||
         skip (self, "</", ">"));
}

/* Goes past a start tag; GMarkup lets "<" stand in a value, XML does not. */
static gboolean
skip_tag (Parser         *self,
          const SoulsXml *element,
          GError        **error)
{
  char quote = '\0';

  for (; self->at < self->end; advance (self, self->at + 1))
    {
      if (quote != '\0' && *self->at == '<')
        {
          souls_xml_complain (element, NULL, SOULS_LESSON_ERROR_SYNTAX, error,
                              "expected “&lt;” in the value of an attribute, found “<”");
          return FALSE;
        }
      if (quote != '\0')
        quote = *self->at == quote ? '\0' : quote;
      else if (*self->at == '"' || *self->at == '\'')
        quote = *self->at;
      else if (*self->at == '>')
        return TRUE;
    }
  return TRUE;
}

/* What XML does not let stand in a text, even as a reference. */
static gboolean
check_characters (const SoulsXml *element,
                  const char     *attribute,
                  const char     *text,
                  gsize           length,
                  GError        **error)
{
  for (const char *at = text; at < text + length; at = g_utf8_next_char (at))
    {
      const gunichar character = g_utf8_get_char (at);

      if (character >= ' ' ? character != 0xfffe && character != 0xffff : strchr ("\t\r\n", (int) character) != NULL)
        continue;
      souls_xml_complain (element, attribute, SOULS_LESSON_ERROR_SYNTAX, error,
                          "expected text, found the character U+%04X", character);
      return FALSE;
    }
  return TRUE;
}

static SoulsXml *
make_element (const Parser *self,
              const char   *name)
{
  SoulsXml *element = g_new0 (SoulsXml, 1);

  element->file = g_strdup (self->file);
  element->name = g_strdup (name);
  element->text = g_string_new (NULL);
  element->line = self->line;
  element->column = self->column;
  element->children = g_ptr_array_new_with_free_func ((GDestroyNotify) souls_xml_free);
  return element;
}

static gboolean
take_attributes (SoulsXml    *element,
                 const char **names,
                 const char **values,
                 GError     **error)
{
  const guint n = g_strv_length ((char **) names);

  element->attributes = g_new0 (char *, 2 * n + 1);
  for (guint i = 0; i < n; i++)
    {
      if (souls_xml_get (element, names[i]) != NULL)
        {
          souls_xml_complain (element, names[i], SOULS_LESSON_ERROR_SYNTAX, error, "expected once, found twice");
          return FALSE;
        }
      if (!check_characters (element, names[i], values[i], strlen (values[i]), error))
        return FALSE;
      element->attributes[2 * i] = g_strdup (names[i]);
      element->attributes[2 * i + 1] = souls_xml_collapse (values[i]);
    }
  return TRUE;
}

static void
started_element_cb (GMarkupParseContext *context,
                    const char          *name,
                    const char         **names,
                    const char         **values,
                    gpointer             data,
                    GError             **error)
{
  Parser *self = data;
  SoulsXml *element;

  find_tag (self);
  element = make_element (self, name);
  if (self->open->len > 0)
    {
      SoulsXml *parent = g_ptr_array_index (self->open, self->open->len - 1);

      g_ptr_array_add (parent->children, element);
    }
  else if (self->root == NULL)
    {
      self->root = element;
    }
  else
    {
      souls_xml_complain (element, NULL, SOULS_LESSON_ERROR_SYNTAX, error, "expected the end of the file");
      element->attributes = g_new0 (char *, 1);
      souls_xml_free (element);
      return;
    }
  g_ptr_array_add (self->open, element);
  if (!take_attributes (element, names, values, error) || !skip_tag (self, element, error))
    return;
  if (self->open->len > SOULS_XML_MAX_DEPTH)
    souls_xml_complain (element, NULL, SOULS_LESSON_ERROR_TOO_BIG, error,
                        "expected at most %d elements in each other, found more", SOULS_XML_MAX_DEPTH);
}

static void
ended_element_cb (GMarkupParseContext *context,
                  const char          *name,
                  gpointer             data,
                  GError             **error)
{
  Parser *self = data;
  SoulsXml *element = g_ptr_array_index (self->open, self->open->len - 1);
  g_autofree char *text = souls_xml_collapse (element->text->str);

  g_string_assign (element->text, text);
  g_ptr_array_set_size (self->open, (int) self->open->len - 1);
}

static void
read_text_cb (GMarkupParseContext *context,
              const char          *text,
              gsize                length,
              gpointer             data,
              GError             **error)
{
  Parser *self = data;
  SoulsXml *element;

  if (self->open->len == 0)
    return;
  element = g_ptr_array_index (self->open, self->open->len - 1);
  if (check_characters (element, NULL, text, length, error))
    g_string_append_len (element->text, text, (gssize) length);
}

/* Comments and processing instructions pass; a document type could define entities, another encoding other letters. */
static void
passed_through_cb (GMarkupParseContext *context,
                   const char          *text,
                   gsize                length,
                   gpointer             data,
                   GError             **error)
{
  Parser *self = data;
  g_autofree char *copy = g_ascii_strdown (text, (gssize) length);
  int line, column;

  g_markup_parse_context_get_position (context, &line, &column);
  if (g_str_has_prefix (copy, "<!doctype"))
    complain_at (self->file, line, column, SOULS_LESSON_ERROR_SYNTAX, error, "expected no document type, found one");
  if (g_str_has_prefix (copy, "<?xml ") && strstr (copy, "encoding") != NULL && strstr (copy, "utf-8") == NULL)
    complain_at (self->file, line, column, SOULS_LESSON_ERROR_SYNTAX, error,
                 "expected the encoding UTF-8, found another");
}

/* GLib puts the place before its message, in words of its own. */
static void
complain_of_markup (GMarkupParseContext *context,
                    const Parser        *self,
                    const GError        *markup,
                    GError             **error)
{
  const char *colon = strstr (markup->message, ": ");
  const gboolean is_over = self->root != NULL && self->open->len == 0;
  g_autofree char *message =
    is_over ? g_strdup_printf ("expected the end of the file after <%s>", self->root->name)
            : g_strdup_printf ("expected XML: %s", colon != NULL ? colon + 2 : markup->message);
  int line, column;

  g_markup_parse_context_get_position (context, &line, &column);
  complain_at (self->file, MAX (line, 1), MAX (column, 1), SOULS_LESSON_ERROR_SYNTAX, error, message);
}

static gboolean
parse_elements (Parser  *self,
                GError **error)
{
  static const GMarkupParser callbacks = {
    started_element_cb, ended_element_cb, read_text_cb, passed_through_cb, NULL
  };
  g_autoptr (GMarkupParseContext) context =
    g_markup_parse_context_new (&callbacks, G_MARKUP_TREAT_CDATA_AS_TEXT, self, NULL);
  g_autoptr (GError) local_error = NULL;

  if (g_markup_parse_context_parse (context, self->at, self->end - self->at, &local_error) &&
      g_markup_parse_context_end_parse (context, &local_error))
    return TRUE;
  if (local_error->domain == SOULS_LESSON_ERROR)
    g_propagate_error (error, g_steal_pointer (&local_error));
  else
    complain_of_markup (context, self, local_error, error);
  return FALSE;
}

static gboolean
check_bytes (const char *file,
             const char *bytes,
             gsize       length,
             GError    **error)
{
  Parser place = { file, bytes, bytes + length, 1, 1, NULL, NULL };
  g_autofree char *message = NULL;
  const char *bad;

  if (length > SOULS_LESSON_MAX_BYTES)
    {
      message = g_strdup_printf ("expected at most %d KiB, found more", SOULS_LESSON_MAX_BYTES / 1024);
      complain_at (file, 1, 1, SOULS_LESSON_ERROR_TOO_BIG, error, message);
      return FALSE;
    }
  if (g_utf8_validate_len (bytes, length, &bad))
    return TRUE;
  advance (&place, bad);
  message = g_strdup_printf ("expected UTF-8 text, found the byte 0x%02x", (guchar) *bad);
  complain_at (file, place.line, place.column, SOULS_LESSON_ERROR_SYNTAX, error, message);
  return FALSE;
}

/**
 * souls_xml_parse:
 * @file: its name, for messages
 * @bytes: need not end with a zero
 * @length: how many
 * @error: a syntax or size error
 *
 * Returns: (nullable) (transfer full): the outermost element
 */
SoulsXml *
souls_xml_parse (const char *file,
                 const char *bytes,
                 gsize       length,
                 GError    **error)
{
  /* An empty file may come as no memory at all. */
  const char *start = length > 0 ? bytes : "";
  g_autoptr (GPtrArray) open = g_ptr_array_new ();
  Parser self = { file, start, start + length, 1, 1, open, NULL };

  if (!check_bytes (file, start, length, error))
    return NULL;
  if (length >= 3 && memcmp (start, "\xef\xbb\xbf", 3) == 0)
    self.at += 3;
  if (!parse_elements (&self, error))
    g_clear_pointer (&self.root, souls_xml_free);
  else if (self.root == NULL)
    complain_at (file, 1, 1, SOULS_LESSON_ERROR_SYNTAX, error, "expected XML: there is no element in it");
  return self.root;
}
