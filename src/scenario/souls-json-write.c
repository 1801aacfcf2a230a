/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "souls-json.h"

#include <math.h>
#include <string.h>

#include "souls-text.h"

/**
 * souls_json_write_string:
 * @text: what to append to
 * @string: valid UTF-8
 *
 * Appends @string as JSON has it, with its quotation marks.
 */
void
souls_json_write_string (GString    *text,
                         const char *string)
{
  g_string_append_c (text, '"');
  for (const char *at = string; *at != '\0'; at++)
    switch (*at)
      {
      case '"':
      case '\\':
        g_string_append_c (text, '\\');
        g_string_append_c (text, *at);
        break;
      case '\n':
        g_string_append (text, "\\n");
        break;
      case '\t':
        g_string_append (text, "\\t");
        break;
      default:
        if ((guchar) *at < 0x20 || *at == 0x7f)
          {
            g_string_append_printf (text, "\\u%04x", (guchar) *at);
          }
        else if (strncmp (at, "\xef\xbf\xbe", 3) == 0 || strncmp (at, "\xef\xbf\xbf", 3) == 0)
          {
            /* No character that XML holds, where a scenario may have to pass through. */
            g_string_append (text, at[2] == '\xbe' ? "\\ufffe" : "\\uffff");
            at += 2;
          }
        else
          g_string_append_c (text, *at);
      }
  g_string_append_c (text, '"');
}

/**
 * souls_json_write_number:
 * @text: what to append to
 * @value: a number; what is not finite is written as null
 *
 * Appends @value with the fewest digits that read back to the same number.
 */
void
souls_json_write_number (GString *text,
                         double   value)
{
  g_autofree char *number = isfinite (value) ? souls_text_number (value) : g_strdup ("null");

  g_string_append (text, number);
}

static void
break_line (GString *text,
            int      indent)
{
  g_string_append_printf (text, "\n%*s", indent, "");
}

static void
write_value (GString  *text,
             JsonNode *node)
{
  GType type = json_node_get_value_type (node);

  if (type == G_TYPE_STRING)
    souls_json_write_string (text, json_node_get_string (node));
  else if (type == G_TYPE_BOOLEAN)
    g_string_append (text, json_node_get_boolean (node) ? "true" : "false");
  else if (type == G_TYPE_INT64)
    g_string_append_printf (text, "%" G_GINT64_FORMAT, json_node_get_int (node));
  else
    souls_json_write_number (text, json_node_get_double (node));
}

static void
write_object (GString    *text,
              JsonObject *object,
              int         indent)
{
  JsonObjectIter iter;
  const char *name;
  JsonNode *member;
  const char *separator = "";

  g_string_append_c (text, '{');
  json_object_iter_init_ordered (&iter, object);
  while (json_object_iter_next_ordered (&iter, &name, &member))
    {
      g_string_append (text, separator);
      break_line (text, indent + 2);
      souls_json_write_string (text, name);
      g_string_append (text, ": ");
      souls_json_write_node (text, member, indent + 2);
      separator = ",";
    }
  if (*separator != '\0')
    break_line (text, indent);
  g_string_append_c (text, '}');
}

static gboolean
holds_values_only (JsonArray *array)
{
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonNode *element = json_array_get_element (array, i);

      if (JSON_NODE_HOLDS_OBJECT (element) || JSON_NODE_HOLDS_ARRAY (element))
        return FALSE;
    }
  return TRUE;
}

/* Arrays of plain values stand on one line, so that a band or a series reads like one. */
static void
write_array (GString   *text,
             JsonArray *array,
             int        indent)
{
  gboolean one_line = holds_values_only (array);
  guint n = json_array_get_length (array);

  g_string_append_c (text, '[');
  for (guint i = 0; i < n; i++)
    {
      if (i > 0)
        g_string_append (text, one_line ? ", " : ",");
      if (!one_line)
        break_line (text, indent + 2);
      souls_json_write_node (text, json_array_get_element (array, i), indent + 2);
    }
  if (!one_line)
    break_line (text, indent);
  g_string_append_c (text, ']');
}

/**
 * souls_json_write_node:
 * @text: what to append to
 * @node: any JSON value
 * @indent: how many spaces the line that it starts on is indented
 *
 * Appends @node, over several lines where it holds objects.
 */
void
souls_json_write_node (GString  *text,
                       JsonNode *node,
                       int       indent)
{
  switch (json_node_get_node_type (node))
    {
    case JSON_NODE_OBJECT:
      write_object (text, json_node_get_object (node), indent);
      break;
    case JSON_NODE_ARRAY:
      write_array (text, json_node_get_array (node), indent);
      break;
    case JSON_NODE_VALUE:
      write_value (text, node);
      break;
    case JSON_NODE_NULL:
    default:
      g_string_append (text, "null");
      break;
    }
}
