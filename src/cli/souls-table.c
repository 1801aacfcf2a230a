/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "souls-table.h"

#include <math.h>
#include <string.h>

#include "souls-json.h"
#include "souls-text.h"

#define GAP 2

typedef struct
{
  char *key;
  char *title;
} Column;

/* json: what a machine reads; shown: what a person reads. */
typedef struct
{
  JsonNode *json;
  char *shown;
  gboolean is_number;
} Cell;

struct _SoulsTable
{
  GArray *columns;
  GArray *cells;
};

static const char *const format_ids[SOULS_N_TABLE_FORMATS] = {
  [SOULS_TABLE_TEXT] = "table",
  [SOULS_TABLE_CSV] = "csv",
  [SOULS_TABLE_JSON] = "json",
};

/**
 * souls_table_format_id:
 * @format: a format
 *
 * Returns: its word on the command line
 */
const char *
souls_table_format_id (SoulsTableFormat format)
{
  return format_ids[format];
}

/**
 * souls_table_format_from_id:
 * @id: a word on the command line
 * @format: (out): the format
 *
 * Returns: whether there is such a format
 */
gboolean
souls_table_format_from_id (const char       *id,
                            SoulsTableFormat *format)
{
  for (int i = 0; i < SOULS_N_TABLE_FORMATS; i++)
    if (strcmp (format_ids[i], id) == 0)
      {
        *format = (SoulsTableFormat) i;
        return TRUE;
      }
  return FALSE;
}

static void
clear_column (gpointer data)
{
  Column *column = data;

  g_free (column->key);
  g_free (column->title);
}

static void
clear_cell (gpointer data)
{
  Cell *cell = data;

  json_node_unref (cell->json);
  g_free (cell->shown);
}

/**
 * souls_table_new:
 *
 * Returns: (transfer full): an empty table
 */
SoulsTable *
souls_table_new (void)
{
  SoulsTable *self = g_new0 (SoulsTable, 1);

  self->columns = g_array_new (FALSE, FALSE, sizeof (Column));
  g_array_set_clear_func (self->columns, clear_column);
  self->cells = g_array_new (FALSE, FALSE, sizeof (Cell));
  g_array_set_clear_func (self->cells, clear_cell);
  return self;
}

/**
 * souls_table_free:
 * @self: (transfer full): a table
 */
void
souls_table_free (SoulsTable *self)
{
  g_array_unref (self->columns);
  g_array_unref (self->cells);
  g_free (self);
}

/**
 * souls_table_add_column:
 * @self: a table without rows
 * @key: the name in CSV and JSON
 * @title: (nullable): the heading for people; %NULL leaves the column out there
 *
 * Adds a column on the right.
 */
void
souls_table_add_column (SoulsTable *self,
                        const char *key,
                        const char *title)
{
  Column column = { g_strdup (key), g_strdup (title) };

  g_return_if_fail (self->cells->len == 0);
  g_array_append_val (self->columns, column);
}

static void
add_cell (SoulsTable *self,
          JsonNode   *json,
          char       *shown,
          gboolean    is_number)
{
  Cell cell = { json, shown, is_number };

  g_array_append_val (self->cells, cell);
}

/**
 * souls_table_add_text:
 * @self: a table
 * @text: (nullable): what a machine reads; %NULL for null
 * @shown: (nullable): what a person reads; %NULL for the same
 *
 * Adds the next cell of a row; the first one after a full row begins another.
 */
void
souls_table_add_text (SoulsTable *self,
                      const char *text,
                      const char *shown)
{
  JsonNode *json = json_node_alloc ();

  if (text != NULL)
    json_node_init_string (json, text);
  else
    json_node_init_null (json);
  add_cell (self, json, g_strdup (shown != NULL ? shown : text != NULL ? text : ""), FALSE);
}

/**
 * souls_table_add_number:
 * @self: a table
 * @number: what a machine reads; NAN for null
 * @shown: (nullable): what a person reads; %NULL for the same at full precision
 *
 * Adds the next cell of a row.
 */
void
souls_table_add_number (SoulsTable *self,
                        double      number,
                        const char *shown)
{
  JsonNode *json = json_node_alloc ();

  if (isfinite (number))
    json_node_init_double (json, number);
  else
    json_node_init_null (json);
  if (shown != NULL)
    add_cell (self, json, g_strdup (shown), TRUE);
  else
    add_cell (self, json, isfinite (number) ? souls_text_number (number) : g_strdup ("–"), TRUE);
}

/**
 * souls_table_add_boolean:
 * @self: a table
 * @value: what a machine reads
 * @shown: what a person reads
 *
 * Adds the next cell of a row.
 */
void
souls_table_add_boolean (SoulsTable *self,
                         gboolean    value,
                         const char *shown)
{
  add_cell (self, json_node_init_boolean (json_node_alloc (), value), g_strdup (shown), FALSE);
}

static guint
count_rows (const SoulsTable *self)
{
  return self->cells->len / self->columns->len;
}

static const Cell *
get_cell (const SoulsTable *self,
          guint             row,
          guint             column)
{
  return &g_array_index (self->cells, Cell, row * self->columns->len + column);
}

static const Column *
get_column (const SoulsTable *self,
            guint             column)
{
  return &g_array_index (self->columns, Column, column);
}

/* How many places of a terminal a text takes. */
static int
measure (const char *text)
{
  int width = 0;

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar character = g_utf8_get_char (at);

      if (g_unichar_iszerowidth (character))
        continue;
      width += g_unichar_iswide (character) ? 2 : 1;
    }
  return width;
}

/* A column of numbers stands flush right, with its heading. */
static gboolean
is_number_column (const SoulsTable *self,
                  guint             column)
{
  for (guint row = 0; row < count_rows (self); row++)
    if (!get_cell (self, row, column)->is_number)
      return FALSE;
  return count_rows (self) > 0;
}

static int
measure_column (const SoulsTable *self,
                guint             column)
{
  int width = measure (get_column (self, column)->title);

  for (guint row = 0; row < count_rows (self); row++)
    width = MAX (width, measure (get_cell (self, row, column)->shown));
  return width;
}

static void
append_aligned (GString    *text,
                const char *cell,
                int         width,
                gboolean    right)
{
  int padding = width - measure (cell);

  if (right)
    g_string_append_printf (text, "%*s%s", padding, "", cell);
  else
    g_string_append_printf (text, "%s%*s", cell, padding, "");
  g_string_append_printf (text, "%*s", GAP, "");
}

static void
end_line (GString *text)
{
  while (text->len > 0 && text->str[text->len - 1] == ' ')
    g_string_truncate (text, text->len - 1);
  g_string_append_c (text, '\n');
}

/**
 * souls_table_to_text:
 * @self: a table
 *
 * Returns: (transfer full): aligned columns under their headings
 */
char *
souls_table_to_text (SoulsTable *self)
{
  guint n = self->columns->len;
  g_autofree int *widths = g_new0 (int, n);
  g_autofree gboolean *right = g_new0 (gboolean, n);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    {
      if (get_column (self, i)->title == NULL)
        continue;
      widths[i] = measure_column (self, i);
      right[i] = is_number_column (self, i);
      append_aligned (text, get_column (self, i)->title, widths[i], right[i]);
    }
  end_line (text);
  for (guint row = 0; row < count_rows (self); row++)
    {
      for (guint i = 0; i < n; i++)
        if (get_column (self, i)->title != NULL)
          append_aligned (text, get_cell (self, row, i)->shown, widths[i], right[i]);
      end_line (text);
    }
  return g_string_free (text, FALSE);
}

static void
append_field (GString    *text,
              const char *field)
{
  if (strpbrk (field, ",\"\r\n") == NULL)
    {
      g_string_append (text, field);
      return;
    }
  g_string_append_c (text, '"');
  for (const char *at = field; *at != '\0'; at++)
    {
      if (*at == '"')
        g_string_append_c (text, '"');
      g_string_append_c (text, *at);
    }
  g_string_append_c (text, '"');
}

static void
append_cell (GString  *text,
             JsonNode *json)
{
  g_autoptr (GString) field = g_string_new (NULL);

  if (JSON_NODE_HOLDS_NULL (json))
    return;
  if (json_node_get_value_type (json) == G_TYPE_STRING)
    g_string_append (field, json_node_get_string (json));
  else
    souls_json_write_node (field, json, 0);
  append_field (text, field->str);
}

/**
 * souls_table_to_csv:
 * @self: a table
 *
 * Returns: (transfer full): RFC 4180, with a heading line; null is an empty field
 */
char *
souls_table_to_csv (SoulsTable *self)
{
  guint n = self->columns->len;
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    {
      append_field (text, get_column (self, i)->key);
      g_string_append (text, i + 1 < n ? "," : "\r\n");
    }
  for (guint row = 0; row < count_rows (self); row++)
    for (guint i = 0; i < n; i++)
      {
        append_cell (text, get_cell (self, row, i)->json);
        g_string_append (text, i + 1 < n ? "," : "\r\n");
      }
  return g_string_free (text, FALSE);
}

/**
 * souls_table_to_json:
 * @self: a table
 *
 * Returns: (transfer full): an array of objects, one for each row
 */
JsonNode *
souls_table_to_json (SoulsTable *self)
{
  g_autoptr (JsonArray) rows = json_array_new ();

  for (guint row = 0; row < count_rows (self); row++)
    {
      JsonObject *object = json_object_new ();

      for (guint i = 0; i < self->columns->len; i++)
        json_object_set_member (object, get_column (self, i)->key,
                                json_node_ref (get_cell (self, row, i)->json));
      json_array_add_object_element (rows, object);
    }
  return json_node_init_array (json_node_alloc (), rows);
}

/**
 * souls_table_print_json:
 * @node: a value
 *
 * Returns: (transfer full): its text and a line end
 */
char *
souls_table_print_json (JsonNode *node)
{
  GString *text = g_string_new (NULL);

  souls_json_write_node (text, node, 0);
  g_string_append_c (text, '\n');
  return g_string_free (text, FALSE);
}

/**
 * souls_table_write:
 * @self: a table
 * @format: how
 *
 * Returns: (transfer full): the table in that format
 */
char *
souls_table_write (SoulsTable      *self,
                   SoulsTableFormat format)
{
  g_autoptr (JsonNode) json = NULL;

  if (format == SOULS_TABLE_TEXT)
    return souls_table_to_text (self);
  if (format == SOULS_TABLE_CSV)
    return souls_table_to_csv (self);
  json = souls_table_to_json (self);
  return souls_table_print_json (json);
}
