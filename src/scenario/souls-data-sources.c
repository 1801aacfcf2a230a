/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "souls-data-reader.h"

#include "souls-text.h"

/* The file's own meaning of an id goes before that of the files before it. */
static const SoulsSource *
find_source (const SoulsDataReader *reader,
             const char            *id)
{
  const SoulsSource *source = souls_data_file_find_source (reader->file, id);

  for (guint i = 0; source == NULL && reader->earlier != NULL && i < reader->earlier->len; i++)
    source = souls_data_file_find_source (g_ptr_array_index (reader->earlier, i), id);
  return source;
}

/**
 * souls_data_reader_source_id:
 * @reader: the file being read
 * @place: where @node stands
 * @node: (nullable): what should be a key of "sources"
 * @source: (out) (transfer none): the document
 *
 * Returns: whether there is such a source, in this file or in one before it
 */
gboolean
souls_data_reader_source_id (const SoulsDataReader  *reader,
                             const SoulsJsonPlace   *place,
                             JsonNode               *node,
                             const SoulsSource     **source)
{
  const char *id = souls_json_string (place, node, reader->error);
  g_autofree char *quote = NULL;

  if (id == NULL)
    return FALSE;
  *source = find_source (reader, id);
  if (*source != NULL)
    return TRUE;
  quote = souls_text_quote (id);
  souls_json_complain (place, reader->error, SOULS_SCENARIO_ERROR_VALUE,
                       "expected a key of “sources”, found %s", quote);
  return FALSE;
}

/**
 * souls_data_reader_text:
 * @reader: the file being read
 * @parent: where @object stands
 * @object: an object
 * @name: of a member that may be absent
 * @text: (out): the string, owned by the file; untouched where it is absent
 *
 * Returns: whether the member is a string or absent
 */
gboolean
souls_data_reader_text (const SoulsDataReader  *reader,
                        const SoulsJsonPlace   *parent,
                        JsonObject             *object,
                        const char             *name,
                        const char            **text)
{
  SoulsJsonPlace place = { parent, name, -1 };
  JsonNode *node = json_object_get_member (object, name);
  const char *string;

  if (node == NULL)
    return TRUE;
  string = souls_json_string (&place, node, reader->error);
  if (string == NULL)
    return FALSE;
  *text = g_string_chunk_insert_const (reader->file->strings, string);
  return TRUE;
}

static gboolean
read_source_texts (const SoulsDataReader *reader,
                   const SoulsJsonPlace  *place,
                   JsonObject            *object,
                   SoulsSource           *source)
{
  const struct
  {
    const char *name;
    const char **text;
  } texts[] = {
    { "title", &source->document },
    { "document", &source->document },
    { "accession", &source->accession },
    { "form", &source->form },
    { "period", &source->period },
    { "date", &source->date },
    { "url", &source->url },
    { "author", &source->author },
    { "read", &source->quote },
    { "quoted_fact", &source->quote },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    if (!souls_data_reader_text (reader, place, object, texts[i].name, texts[i].text))
      return FALSE;
  return TRUE;
}

static gboolean
read_secondary (const SoulsDataReader *reader,
                const SoulsJsonPlace  *parent,
                JsonObject            *object,
                SoulsSource           *source)
{
  SoulsJsonPlace place = { parent, "secondary", -1 };
  JsonNode *node = json_object_get_member (object, "secondary");

  if (node == NULL)
    return TRUE;
  if (!JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_BOOLEAN)
    {
      souls_json_complain (&place, reader->error, SOULS_SCENARIO_ERROR_FORM,
                           "expected true or false");
      return FALSE;
    }
  source->secondary = json_node_get_boolean (node);
  return TRUE;
}

static gboolean
read_source (const SoulsDataReader *reader,
             const SoulsJsonPlace  *place,
             JsonNode              *node)
{
  static const char *const members[] = { "document", "accession", "form",        "period",
                                         "date",     "url",       "read",        "secondary",
                                         "author",   "title",     "quoted_fact", NULL };
  JsonObject *object = souls_json_object (place, node, reader->error);
  SoulsSource *source;

  if (object == NULL || !souls_json_check_members (place, object, members, reader->error))
    return FALSE;
  source = g_new0 (SoulsSource, 1);
  g_ptr_array_add (reader->file->sources, source);
  source->id = g_string_chunk_insert_const (reader->file->strings, place->name);
  if (!read_source_texts (reader, place, object, source) ||
      !read_secondary (reader, place, object, source))
    return FALSE;
  if (source->document != NULL)
    return TRUE;
  souls_json_complain (place, reader->error, SOULS_SCENARIO_ERROR_FORM,
                       "expected a “document” or a “title”");
  return FALSE;
}

/**
 * souls_data_reader_sources:
 * @reader: the file being read
 * @place: where @node stands
 * @node: (nullable): the object of all sources
 *
 * Reads the documents that figures and beliefs name.
 *
 * Returns: whether all of them are of the form expected
 */
gboolean
souls_data_reader_sources (const SoulsDataReader *reader,
                           const SoulsJsonPlace  *place,
                           JsonNode              *node)
{
  JsonObject *object = souls_json_object (place, node, reader->error);
  JsonObjectIter iter;
  const char *id;
  JsonNode *member;

  if (object == NULL)
    return FALSE;
  json_object_iter_init_ordered (&iter, object);
  while (json_object_iter_next_ordered (&iter, &id, &member))
    if (!read_source (reader, &(SoulsJsonPlace) { place, id, -1 }, member))
      return FALSE;
  return TRUE;
}
