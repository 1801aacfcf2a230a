/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "svg-reader.h"

#include <string.h>

/* Edges are snapped to whole px. */
#define SLACK 0.55

#define ELLIPSIS "\u2026"

typedef struct
{
  GPtrArray *elements;
  GPtrArray *open;
} Reading;

static void
element_free (gpointer data)
{
  SvgElement *self = data;

  g_free (self->name);
  g_hash_table_unref (self->attributes);
  g_string_free (self->text, TRUE);
  g_free (self);
}

static SvgElement *
get_open (const Reading *reading)
{
  return reading->open->len > 0 ? g_ptr_array_index (reading->open, reading->open->len - 1) : NULL;
}

static void
began_cb (GMarkupParseContext  *context,
          const char           *name,
          const char          **names,
          const char          **values,
          gpointer              data,
          GError              **error)
{
  Reading *reading = data;
  SvgElement *element = g_new0 (SvgElement, 1);

  element->name = g_strdup (name);
  element->attributes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  element->text = g_string_new (NULL);
  element->parent = get_open (reading);
  for (int i = 0; names[i] != NULL; i++)
    g_assert_true (g_hash_table_insert (element->attributes, g_strdup (names[i]),
                                        g_strdup (values[i])));
  g_ptr_array_add (reading->elements, element);
  g_ptr_array_add (reading->open, element);
}

static void
ended_cb (GMarkupParseContext  *context,
          const char           *name,
          gpointer              data,
          GError              **error)
{
  Reading *reading = data;

  g_ptr_array_set_size (reading->open, (int) reading->open->len - 1);
}

static void
text_cb (GMarkupParseContext  *context,
         const char           *text,
         gsize                 length,
         gpointer              data,
         GError              **error)
{
  SvgElement *element = get_open (data);

  if (element != NULL)
    g_string_append_len (element->text, text, (gssize) length);
}

GPtrArray *
svg_read (GBytes *bytes)
{
  const GMarkupParser parser = { began_cb, ended_cb, text_cb };
  Reading reading = { g_ptr_array_new_with_free_func (element_free), g_ptr_array_new () };
  g_autoptr (GMarkupParseContext) context = NULL;
  g_autoptr (GError) error = NULL;

  context = g_markup_parse_context_new (&parser, 0, &reading, NULL);
  g_markup_parse_context_parse (context, g_bytes_get_data (bytes, NULL),
                                (gssize) g_bytes_get_size (bytes), &error);
  g_assert_no_error (error);
  g_markup_parse_context_end_parse (context, &error);
  g_assert_no_error (error);
  g_ptr_array_unref (reading.open);
  return reading.elements;
}

const char *
svg_get (const SvgElement *element,
         const char       *attribute)
{
  return g_hash_table_lookup (element->attributes, attribute);
}

double
svg_get_number (const SvgElement *element,
                const char       *attribute)
{
  const char *value = svg_get (element, attribute);
  double number;
  char *end;

  if (value == NULL)
    g_error ("<%s> has no %s", element->name, attribute);
  number = g_ascii_strtod (value, &end);
  g_assert_cmpstr (end, ==, "");
  return number;
}

gboolean
svg_is (const SvgElement *element,
        const char       *name)
{
  return g_str_equal (element->name, name);
}

char *
svg_get_words (const GPtrArray *elements)
{
  GString *words = g_string_new (NULL);

  for (guint i = 0; i < elements->len; i++)
    {
      const SvgElement *element = g_ptr_array_index (elements, i);

      if (svg_is (element, "text"))
        g_string_append_printf (words, "%s\n", element->text->str);
    }
  return g_string_free (words, FALSE);
}

/* A line ends where a blank was. */
static char *
flatten (const char *text)
{
  GString *flat = g_string_new (NULL);

  for (const char *c = text; *c != '\0'; c++)
    if (*c != ' ' && *c != '\n')
      g_string_append_c (flat, *c);
  return g_string_free (flat, FALSE);
}

void
svg_check_texts (const GPtrArray  *elements,
                 const SoulsScene *scene)
{
  g_autofree char *words = svg_get_words (elements);
  g_autofree char *flat = flatten (words);
  const char *at = flat;

  for (guint i = 0; i < souls_scene_get_n_texts (scene); i++)
    {
      g_autofree char *text = flatten (souls_scene_get_text (scene, i));
      gsize length = strlen (text);

      if (souls_scene_get_text_is_cut (scene, i))
        {
          const char *ellipsis = strstr (at, ELLIPSIS);

          g_assert_nonnull (ellipsis);
          g_assert_cmpint (strncmp (at, text, (gsize) (ellipsis - at)), ==, 0);
          at = ellipsis + strlen (ELLIPSIS);
          continue;
        }
      if (strncmp (at, text, length) != 0)
        g_error ("expected the text \"%s\", found \"%.60s\"", text, at);
      at += length;
    }
  g_assert_cmpstr (at, ==, "");
}

static void
check_span (const SvgElement *element,
            double            from,
            double            to,
            double            limit)
{
  if (!(from >= -SLACK && to <= limit + SLACK))
    g_error ("<%s> goes from %g to %g of %g", element->name, from, to, limit);
}

/* Of an arc only the last two numbers are a place. */
static void
check_path (const SvgElement *element,
            double            width,
            double            height)
{
  const char *at = svg_get (element, "d");
  double numbers[2] = { 0.0, 0.0 };
  char command = 'M';
  int n = 0;

  while (*at != '\0')
    {
      char *end;
      double number = g_ascii_strtod (at, &end);

      if (end == at)
        {
          command = g_ascii_isalpha (*at) ? *at : command;
          n = g_ascii_isalpha (*at) ? 0 : n;
          at++;
          continue;
        }
      at = end;
      numbers[command == 'A' ? (n + 1) % 2 : n % 2] = number;
      n++;
      if (command == 'A' ? n == 7 : n % 2 == 0)
        {
          check_span (element, numbers[0], numbers[0], width);
          check_span (element, numbers[1], numbers[1], height);
        }
    }
}

static void
check_text (const SvgElement *element,
            double            width,
            double            height)
{
  const char *anchor = svg_get (element, "text-anchor");
  double length = svg_get_number (element, "textLength");
  double x = svg_get_number (element, "x");
  gboolean rtl = g_strcmp0 (svg_get (element, "direction"), "rtl") == 0;

  if (g_strcmp0 (anchor, "middle") == 0)
    x -= length / 2.0;
  else if ((g_strcmp0 (anchor, "end") == 0) != rtl)
    x -= length;
  check_span (element, x, x + length, width);
  check_span (element, svg_get_number (element, "y"), svg_get_number (element, "y"), height);
}

static gboolean
is_in (const SvgElement *element,
       const char       *name)
{
  for (; element != NULL; element = element->parent)
    if (svg_is (element, name))
      return TRUE;
  return FALSE;
}

void
svg_check_inside (const GPtrArray *elements,
                  double           width,
                  double           height)
{
  for (guint i = 0; i < elements->len; i++)
    {
      const SvgElement *element = g_ptr_array_index (elements, i);

      if (is_in (element, "pattern"))
        continue;
      if (svg_is (element, "rect"))
        {
          double x = svg_get_number (element, "x");
          double y = svg_get_number (element, "y");

          check_span (element, x, x + svg_get_number (element, "width"), width);
          check_span (element, y, y + svg_get_number (element, "height"), height);
        }
      else if (svg_is (element, "circle"))
        {
          double r = svg_get_number (element, "r");
          double x = svg_get_number (element, "cx");
          double y = svg_get_number (element, "cy");

          check_span (element, x - r, x + r, width);
          check_span (element, y - r, y + r, height);
        }
      else if (svg_is (element, "path"))
        check_path (element, width, height);
      else if (svg_is (element, "text"))
        check_text (element, width, height);
    }
}

static void
check_reference (GHashTable *ids,
                 const char *value)
{
  g_autofree char *id = NULL;

  if (!g_str_has_prefix (value, "url(#"))
    return;
  id = g_strndup (value + 5, strlen (value) - 6);
  if (!g_hash_table_contains (ids, id))
    g_error ("nothing has the id \"%s\"", id);
}

void
svg_check_references (const GPtrArray *elements)
{
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < elements->len; i++)
    {
      const char *id = svg_get (g_ptr_array_index (elements, i), "id");

      if (id != NULL)
        g_assert_true (g_hash_table_add (ids, (char *) id));
    }
  for (guint i = 0; i < elements->len; i++)
    {
      const SvgElement *element = g_ptr_array_index (elements, i);
      GHashTableIter iter;
      gpointer value;

      g_hash_table_iter_init (&iter, element->attributes);
      while (g_hash_table_iter_next (&iter, NULL, &value))
        check_reference (ids, value);
    }
}
