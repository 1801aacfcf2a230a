/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "souls-scene-private.h"

#include <glib/gi18n.h>
#include <string.h>

const char *const souls_scene_heads[SOULS_N_HEADS] = {
  [SOULS_HEAD_NAME] = N_("Name"),
  [SOULS_HEAD_VALUE] = N_("Value"),
  [SOULS_HEAD_YEAR] = N_("Fiscal year"),
};

static void
append_cell (GString    *table,
             const char *cell)
{
  if (strpbrk (cell, ",\"\r\n") == NULL)
    {
      g_string_append (table, cell);
      return;
    }
  g_string_append_c (table, '"');
  for (const char *c = cell; *c != '\0'; c++)
    {
      if (*c == '"')
        g_string_append_c (table, '"');
      g_string_append_c (table, *c);
    }
  g_string_append_c (table, '"');
}

static void
append_row (GString    *table,
            const char *name,
            const char *value,
            const char *year)
{
  append_cell (table, name);
  g_string_append_c (table, ',');
  append_cell (table, value);
  g_string_append_c (table, ',');
  append_cell (table, year);
  g_string_append (table, "\r\n");
}

/**
 * souls_scene_to_csv:
 *
 * Writes the targets as a table: comma-separated as RFC 4180 has it, UTF-8, with a head in the
 * reader's language (English before souls_scene_set_words()). What is of no year has none.
 *
 * Returns: (transfer full): the table
 */
char *
souls_scene_to_csv (const SoulsScene *self)
{
  GString *table = g_string_new (NULL);
  const char *heads[SOULS_N_HEADS];

  for (int i = 0; i < SOULS_N_HEADS; i++)
    heads[i] = self->heads[i] != NULL ? self->heads[i] : souls_scene_heads[i];
  append_row (table, heads[SOULS_HEAD_NAME], heads[SOULS_HEAD_VALUE], heads[SOULS_HEAD_YEAR]);
  for (guint i = 0; i < self->targets->len; i++)
    {
      const SoulsTarget *target = souls_scene_get_target (self, i);
      char year[16] = "";

      if (target->year != 0)
        g_snprintf (year, sizeof year, "%d", target->year);
      append_row (table, target->name, target->value, year);
    }
  return g_string_free (table, FALSE);
}

/**
 * souls_scene_to_tabbed:
 *
 * Writes the targets as lines of name, tab, value: what a spreadsheet takes from the clipboard.
 *
 * Returns: (transfer full): the lines
 */
char *
souls_scene_to_tabbed (const SoulsScene *self)
{
  GString *table = g_string_new (NULL);

  for (guint i = 0; i < self->targets->len; i++)
    {
      const SoulsTarget *target = souls_scene_get_target (self, i);

      g_string_append_printf (table, "%s\t%s\n", target->name, target->value);
    }
  return g_string_free (table, FALSE);
}
