/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "souls-arguments.h"

#include <string.h>

#include "souls-lesson-reader.h"

#define RESOURCE "/io/github/twosouls/TwoSouls/data/arguments.xml"

struct _SoulsArguments
{
  GPtrArray *cards;
};

typedef struct
{
  const SoulsDataSet *data;
  const SoulsPresets *presets;
  SoulsArguments *arguments;
  GError **error;
} Reader;

static void
clear_side (SoulsArgumentSide *side)
{
  g_strfreev (side->text);
  g_free (side->when);
  souls_lesson_screen_clear (&side->screen);
}

static void
argument_free (SoulsArgument *card)
{
  g_free (card->id);
  g_free (card->claim);
  g_free (card->who);
  clear_side (&card->holds);
  clear_side (&card->fails);
  g_free (card);
}

static gboolean
read_side (Reader            *reader,
           SoulsXmlCursor    *cursor,
           const char        *name,
           SoulsArgumentSide *side)
{
  const SoulsXml *node = souls_xml_need (cursor, name, reader->error);
  SoulsXmlCursor inner = { node, (const char *const[]) { "p", "state", "charts", NULL }, 0 };
  const char *when;

  if (node == NULL || !souls_xml_check (node, (const char *const[]) { "when", NULL }, FALSE, reader->error) ||
      (when = souls_xml_require (node, "when", reader->error)) == NULL)
    return FALSE;
  side->when = g_strdup (when);
  if (!souls_xml_read_paragraphs (&inner, TRUE, &side->text, reader->error))
    return FALSE;
  if (!souls_xml_peek (&inner, "state"))
    return souls_xml_need (&inner, "state", reader->error) != NULL;
  if (!souls_lesson_read_screen (&inner, reader->data, reader->presets, FALSE, &side->screen, reader->error))
    return FALSE;
  if (side->screen.left == NULL)
    return souls_xml_need (&inner, "charts", reader->error) != NULL;
  return souls_xml_finish (&inner, reader->error);
}

static gboolean
read_card (Reader         *reader,
           const SoulsXml *node)
{
  SoulsXmlCursor cursor = { node, (const char *const[]) { "claim", "who", "true", "false", NULL }, 0 };
  SoulsArgument *card;
  const char *id;

  if (!souls_xml_check (node, (const char *const[]) { "id", NULL }, FALSE, reader->error) ||
      (id = souls_xml_read_id (node, reader->error)) == NULL)
    return FALSE;
  if (souls_arguments_find (reader->arguments, id) != NULL)
    {
      souls_xml_complain (node, "id", SOULS_LESSON_ERROR_VALUE, reader->error,
                          "expected an id of its own, found that of another card, “%s”", id);
      return FALSE;
    }
  card = g_new0 (SoulsArgument, 1);
  card->id = g_strdup (id);
  card->line = node->line;
  card->column = node->column;
  g_ptr_array_add (reader->arguments->cards, card);
  return (card->claim = souls_xml_read_text (&cursor, "claim", reader->error)) != NULL &&
         (card->who = souls_xml_read_text (&cursor, "who", reader->error)) != NULL &&
         read_side (reader, &cursor, "true", &card->holds) && read_side (reader, &cursor, "false", &card->fails) &&
         souls_xml_finish (&cursor, reader->error);
}

static gboolean
read_root (Reader         *reader,
           const SoulsXml *root)
{
  SoulsXmlCursor cursor = { root, (const char *const[]) { "argument", NULL }, 0 };
  const SoulsXml *card;

  if (strcmp (root->name, "arguments") != 0)
    {
      souls_xml_complain (root, NULL, SOULS_LESSON_ERROR_FORM, reader->error, "expected <arguments>");
      return FALSE;
    }
  if (!souls_xml_read_version (root, SOULS_ARGUMENTS_VERSION, reader->error) ||
      !souls_xml_check (root, (const char *const[]) { "version", NULL }, FALSE, reader->error))
    return FALSE;
  while ((card = souls_xml_take (&cursor, "argument")) != NULL)
    if (!read_card (reader, card))
      return FALSE;
  return souls_xml_finish (&cursor, reader->error);
}

/**
 * souls_arguments_parse:
 * @name: of the file, for messages
 * @bytes: a file of argument cards
 * @length: how many bytes
 * @data: the base years and ranges to check against
 * @presets: those that ship may be named
 * @error: what is wrong with it, and where
 *
 * Returns: (nullable) (transfer full): the cards
 */
SoulsArguments *
souls_arguments_parse (const char         *name,
                       const char         *bytes,
                       gsize               length,
                       const SoulsDataSet *data,
                       const SoulsPresets *presets,
                       GError            **error)
{
  g_autoptr (SoulsXml) root = souls_xml_parse (name, bytes, length, error);
  g_autoptr (SoulsArguments) self = g_new0 (SoulsArguments, 1);
  Reader reader = { data, presets, self, error };

  self->cards = g_ptr_array_new_with_free_func ((GDestroyNotify) argument_free);
  return root != NULL && read_root (&reader, root) ? g_steal_pointer (&self) : NULL;
}

/**
 * souls_arguments_load:
 * @data: the base years and ranges to check against
 * @presets: those that ship may be named
 * @error: what is wrong with the file that ships
 *
 * Returns: (nullable) (transfer full): the cards that ship
 */
SoulsArguments *
souls_arguments_load (const SoulsDataSet *data,
                      const SoulsPresets *presets,
                      GError            **error)
{
  g_autoptr (GBytes) bytes = g_resources_lookup_data (RESOURCE, G_RESOURCE_LOOKUP_FLAGS_NONE, error);
  gconstpointer text;
  gsize length;

  if (bytes == NULL)
    return NULL;
  text = g_bytes_get_data (bytes, &length);
  return souls_arguments_parse ("arguments.xml", text, length, data, presets, error);
}

void
souls_arguments_free (SoulsArguments *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->cards);
  g_free (self);
}

int
souls_arguments_get_n (const SoulsArguments *self)
{
  return (int) self->cards->len;
}

const SoulsArgument *
souls_arguments_get (const SoulsArguments *self,
                     int                   i)
{
  g_return_val_if_fail (0 <= i && i < souls_arguments_get_n (self), NULL);
  return g_ptr_array_index (self->cards, (guint) i);
}

const SoulsArgument *
souls_arguments_find (const SoulsArguments *self,
                      const char           *id)
{
  for (int i = 0; i < souls_arguments_get_n (self); i++)
    {
      const SoulsArgument *card = souls_arguments_get (self, i);

      if (strcmp (card->id, id) == 0)
        return card;
    }
  return NULL;
}
