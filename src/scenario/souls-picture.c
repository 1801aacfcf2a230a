/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "souls-picture.h"

#include <gio/gio.h>
#include <string.h>

#include "souls-scenario.h"

/* Where a scenario is in a picture:
 *
 * PNG: a chunk iTXt of the keyword %SOULS_SCENARIO_FORMAT, compressed or not;
 * SVG: the text of an element metadata;
 * PDF: among the keywords, the word %SOULS_SCENARIO_FORMAT, a colon, and a zlib stream in base 64.
 *
 * Pictures come from anywhere: every length is checked against what is there, every search goes
 * forward only, and what unpacks to more than any scenario has is not unpacked. */

/* Of the bytes that are unpacked from one picture, in and out: what is packed may be much smaller than
 * what it unpacks to, or much larger. */
#define MAX_WORK (3 * (gsize) SOULS_JSON_MAX_BYTES)

/* Bytes that are unpacked at once, so that none of them go uncounted. */
#define PORTION 16384

/* Of the start of a file, where the root element of an SVG is looked for. */
#define SVG_HEAD 4096

/* Of the characters of a reference, "&#x10ffff;". */
#define MAX_REFERENCE 10

typedef enum
{
  KIND_NONE,
  KIND_PNG,
  KIND_SVG,
  KIND_PDF,
  KIND_OTHER,
} Kind;

/* A part of the file. */
typedef struct
{
  const char *at;
  const char *end;
} Span;

/* @work: bytes unpacked so far. @is_damaged: whether there was a scenario that could not be read. */
typedef struct
{
  gsize work;
  gboolean is_damaged;
} Search;

static const struct
{
  gsize offset;
  const char *magic;
  Kind kind;
  const char *name;
} magics[] = {
  { 0, "\x89PNG\r\n\x1a\n", KIND_PNG, "a PNG" },
  { 0, "%PDF-", KIND_PDF, "a PDF" },
  { 0, "\xff\xd8\xff", KIND_OTHER, "a JPEG" },
  { 0, "GIF8", KIND_OTHER, "a GIF" },
  { 8, "WEBP", KIND_OTHER, "a WebP" },
};

/* An empty file may come as no memory at all. */
static Span
make_span (const char *bytes,
           gsize       length)
{
  const char *start = length > 0 ? bytes : "";

  return (Span) { start, start + length };
}

static gsize
get_length (Span span)
{
  return (gsize) (span.end - span.at);
}

/* The first place of @word, or %NULL. */
static const char *
find (Span        span,
      const char *word)
{
  const gsize length = strlen (word);

  while (get_length (span) >= length)
    {
      const char *found = memchr (span.at, word[0], get_length (span) - length + 1);

      if (found == NULL || memcmp (found, word, length) == 0)
        return found;
      span.at = found + 1;
    }
  return NULL;
}

/* Moves behind the next @word; FALSE where there is none. */
static gboolean
skip_to (Span       *span,
         const char *word)
{
  const char *found = find (*span, word);

  if (found != NULL)
    span->at = found + strlen (word);
  return found != NULL;
}

static gboolean
starts_with (Span        span,
             const char *word)
{
  const gsize length = strlen (word);

  return get_length (span) >= length && memcmp (span.at, word, length) == 0;
}

static void
skip_space (Span *span)
{
  while (span->at < span->end && g_ascii_isspace (*span->at))
    span->at++;
}

static gboolean
is_svg (Span span)
{
  if (starts_with (span, "\xef\xbb\xbf"))
    span.at += 3;
  skip_space (&span);
  if (!starts_with (span, "<"))
    return FALSE;
  if (get_length (span) > SVG_HEAD)
    span.end = span.at + SVG_HEAD;
  return find (span, "<svg") != NULL;
}

static Kind
find_kind (Span         span,
           const char **name)
{
  for (guint i = 0; i < G_N_ELEMENTS (magics); i++)
    if (get_length (span) > magics[i].offset &&
        starts_with ((Span) { span.at + magics[i].offset, span.end }, magics[i].magic))
      {
        *name = magics[i].name;
        return magics[i].kind;
      }
  *name = "an SVG";
  return is_svg (span) ? KIND_SVG : KIND_NONE;
}

/* A zlib stream, whole and right by its own checksum, else %NULL. */
static GString *
unpack (Search *search,
        Span    packed)
{
  g_autoptr (GConverter) converter =
    G_CONVERTER (g_zlib_decompressor_new (G_ZLIB_COMPRESSOR_FORMAT_ZLIB));
  g_autoptr (GString) text = g_string_new (NULL);
  GConverterResult result;

  do
    {
      const gsize length = MIN (get_length (packed), PORTION);
      char buffer[PORTION];
      gsize n_read, n_written;

      result = g_converter_convert (converter, packed.at, length, buffer, sizeof buffer,
                                    length < PORTION ? G_CONVERTER_INPUT_AT_END
                                                     : G_CONVERTER_NO_FLAGS,
                                    &n_read, &n_written, NULL);
      search->work += length + sizeof buffer;
      if (result == G_CONVERTER_ERROR || search->work > MAX_WORK)
        return NULL;
      packed.at += n_read;
      g_string_append_len (text, buffer, (gssize) n_written);
    }
  while (result != G_CONVERTER_FINISHED);
  return g_steal_pointer (&text);
}

static guint32
read_number (const char *at)
{
  const guint8 *bytes = (const guint8 *) at;

  return (guint32) bytes[0] << 24 | (guint32) bytes[1] << 16 | (guint32) bytes[2] << 8 | bytes[3];
}

/* The checksum of PNG, bit by bit: it is for one chunk of a picture. */
static guint32
compute_crc (Span span)
{
  guint32 crc = 0xffffffff;

  for (; span.at < span.end; span.at++)
    {
      crc ^= (guint8) *span.at;
      for (int bit = 0; bit < 8; bit++)
        crc = (crc & 1) != 0 ? crc >> 1 ^ 0xedb88320 : crc >> 1;
    }
  return ~crc;
}

/* What an iTXt has after its keyword: whether it is packed, how, the language, the keyword in it, and
 * the text. */
static GString *
read_international_text (Search *search,
                         Span    span)
{
  gboolean is_packed;

  if (get_length (span) < 2)
    return NULL;
  is_packed = span.at[0] != 0;
  if (is_packed && (span.at[0] != 1 || span.at[1] != 0))
    return NULL;
  span.at += 2;
  for (int i = 0; i < 2; i++)
    {
      const char *zero = memchr (span.at, '\0', get_length (span));

      if (zero == NULL)
        return NULL;
      span.at = zero + 1;
    }
  return is_packed ? unpack (search, span) : g_string_new_len (span.at, (gssize) get_length (span));
}

/* A chunk is its length, its type, what it holds, and a checksum of the latter two. */
static GString *
search_png (Search *search,
            Span    span)
{
  span.at += 8;
  while (get_length (span) >= 12)
    {
      const gsize length = read_number (span.at);
      Span body = { span.at + 8, NULL };

      if (length > get_length (span) - 12)
        return NULL;
      body.end = body.at + length;
      if (starts_with ((Span) { body.at - 4, body.end }, "iTXt" SOULS_SCENARIO_FORMAT) &&
          length > strlen (SOULS_SCENARIO_FORMAT) && body.at[strlen (SOULS_SCENARIO_FORMAT)] == '\0')
        {
          GString *text = NULL;

          if (compute_crc ((Span) { body.at - 4, body.end }) == read_number (body.end))
            text = read_international_text (
              search, (Span) { body.at + strlen (SOULS_SCENARIO_FORMAT) + 1, body.end });
          search->is_damaged = text == NULL;
          return text;
        }
      span.at = body.end + 4;
    }
  return NULL;
}

static gunichar
find_reference (const char *name)
{
  static const struct
  {
    const char *name;
    gunichar character;
  } rows[] = { { "amp", '&' }, { "lt", '<' }, { "gt", '>' }, { "quot", '"' }, { "apos", '\'' } };
  const gboolean is_hex = g_str_has_prefix (name, "#x");
  guint64 number = 0;

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    if (g_str_equal (name, rows[i].name))
      return rows[i].character;
  if (name[0] == '#' && g_ascii_string_to_unsigned (name + (is_hex ? 2 : 1), is_hex ? 16 : 10, 1,
                                                    0x10ffff, &number, NULL))
    return g_unichar_validate ((gunichar) number) ? (gunichar) number : 0;
  return 0;
}

/* At an “&”; what stands for no character stays as it is. */
static void
read_reference (Span    *span,
                GString *text)
{
  const gsize most = MIN (get_length (*span), MAX_REFERENCE + 1);
  const char *end = memchr (span->at, ';', most);
  g_autofree char *name = end != NULL ? g_strndup (span->at + 1, (gsize) (end - span->at - 1)) : NULL;
  const gunichar character = name != NULL ? find_reference (name) : 0;

  if (character == 0)
    {
      g_string_append_c (text, *span->at++);
      return;
    }
  g_string_append_unichar (text, character);
  span->at = end + 1;
}

/* At a “<”; what does not end ends with the element. */
static void
read_markup (Span    *span,
             GString *text)
{
  const gboolean is_data = starts_with (*span, "<![CDATA[");
  const char *ending = is_data ? "]]>" : starts_with (*span, "<!--") ? "-->" : ">";
  const char *end = find (*span, ending);

  if (end == NULL)
    end = span->end;
  if (is_data)
    g_string_append_len (text, span->at + strlen ("<![CDATA["),
                         end - MIN (span->at + strlen ("<![CDATA["), end));
  span->at = end < span->end ? end + strlen (ending) : end;
}

static GString *
read_character_data (Span span)
{
  GString *text = g_string_new (NULL);

  while (span.at < span.end)
    if (*span.at == '&')
      read_reference (&span, text);
    else if (*span.at == '<')
      read_markup (&span, text);
    else
      g_string_append_c (text, *span.at++);
  return text;
}

static gboolean
is_scenario (const GString *text)
{
  Span span = { text->str, text->str + text->len };

  skip_space (&span);
  return starts_with (span, "{") && find (span, "\"" SOULS_SCENARIO_FORMAT "\"") != NULL;
}

/* Programs that draw write metadata of their own. */
static GString *
search_svg (Search *search,
            Span    span)
{
  while (skip_to (&span, "<metadata") && skip_to (&span, ">"))
    {
      Span body = { span.at, find (span, "</metadata") };
      g_autoptr (GString) text = NULL;

      if (body.end == NULL)
        return NULL;
      text = read_character_data (body);
      if (is_scenario (text))
        return g_steal_pointer (&text);
      span.at = body.end;
    }
  return NULL;
}

/* Takes the characters of base 64; a program that rewrites a PDF may break the line, with a
 * backslash. */
static GString *
read_base64 (Search *search,
             Span   *span)
{
  g_autoptr (GString) code = g_string_new (NULL);
  gsize length;

  for (; span->at < span->end; span->at++)
    if (g_ascii_isalnum (*span->at) || strchr ("+/=", *span->at) != NULL)
      {
        if (*span->at == '\0')
          break;
        g_string_append_c (code, *span->at);
      }
    else if (*span->at != '\\' && *span->at != '\n' && *span->at != '\r')
      break;
  if (code->len < 4)
    return NULL;
  g_base64_decode_inplace (code->str, &length);
  return unpack (search, (Span) { code->str, code->str + length });
}

static GString *
search_keywords (Search *search,
                 Span    span)
{
  while (skip_to (&span, SOULS_SCENARIO_FORMAT ":"))
    {
      g_autoptr (GString) text = read_base64 (search, &span);

      if (text != NULL && is_scenario (text))
        return g_steal_pointer (&text);
      search->is_damaged = TRUE;
    }
  return NULL;
}

/* This program writes its keywords in the open; one that rewrites a PDF may pack them with other
 * objects. */
static GString *
search_pdf (Search *search,
            Span    span)
{
  GString *text = search_keywords (search, span);

  while (text == NULL && search->work <= MAX_WORK && skip_to (&span, "/ObjStm") &&
         skip_to (&span, "stream"))
    {
      g_autoptr (GString) objects = NULL;

      if (starts_with (span, "\r"))
        span.at++;
      if (starts_with (span, "\n"))
        span.at++;
      objects = unpack (search, span);
      if (objects != NULL)
        text = search_keywords (search, (Span) { objects->str, objects->str + objects->len });
    }
  return text;
}

/**
 * souls_picture_is_picture:
 * @bytes: a file
 * @length: how many bytes
 *
 * Tells pictures by their first bytes, whatever the file is called.
 *
 * Returns: whether it is a PNG, SVG or PDF, or a picture of a kind that never holds a scenario
 */
gboolean
souls_picture_is_picture (const char *bytes,
                          gsize       length)
{
  const char *kind;

  return find_kind (make_span (bytes, length), &kind) != KIND_NONE;
}

/**
 * souls_picture_find_scenario:
 * @name: of the file, for messages
 * @bytes: a picture
 * @length: how many bytes
 * @scenario_length: (out): how many bytes the text has
 * @error: a form error where there is none in it, a syntax error where it is damaged
 *
 * Finds the scenario in a picture that this program wrote. Of a PNG the checksum of its part is
 * checked, of a PDF that of the packed text. The text itself is as the file has it, unchecked, with a
 * zero after it.
 *
 * Returns: (nullable) (transfer full): the text of a scenario file
 */
char *
souls_picture_find_scenario (const char *name,
                             const char *bytes,
                             gsize       length,
                             gsize      *scenario_length,
                             GError    **error)
{
  const SoulsJsonPlace place = { NULL, name, -1 };
  const Span span = make_span (bytes, length);
  Search search = { 0, FALSE };
  GString *text = NULL;
  const char *kind_name;
  const Kind kind = find_kind (span, &kind_name);

  if (kind == KIND_PNG)
    text = search_png (&search, span);
  else if (kind == KIND_SVG)
    text = search_svg (&search, span);
  else if (kind == KIND_PDF)
    text = search_pdf (&search, span);
  if (text != NULL)
    {
      *scenario_length = text->len;
      return g_string_free (text, FALSE);
    }
  if (search.is_damaged || search.work > MAX_WORK)
    souls_json_complain (&place, error, SOULS_SCENARIO_ERROR_SYNTAX,
                         "expected the scenario of this picture whole, found it damaged");
  else if (kind == KIND_NONE || kind == KIND_OTHER)
    souls_json_complain (&place, error, SOULS_SCENARIO_ERROR_FORM,
                         "expected a PNG, SVG or PDF with a scenario in it, found %s",
                         kind == KIND_OTHER ? kind_name : "none of them");
  else
    souls_json_complain (&place, error, SOULS_SCENARIO_ERROR_FORM,
                         "expected a picture with a scenario in it, found %s without one",
                         kind_name);
  return NULL;
}
