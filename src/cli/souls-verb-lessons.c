/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "souls-config.h"

#include <glib/gi18n.h>

#include "souls-cli-options.h"
#include "souls-lessons.h"

/* Those that ship are known to the translators; the user's own are as they are. */
static void
add_text (SoulsTable        *table,
          const SoulsLesson *lesson,
          const char        *text)
{
  souls_table_add_text (table, text, lesson->path == NULL ? _(text) : text);
}

static void
add_whole (SoulsTable *table,
           int         number)
{
  g_autofree char *text = g_strdup_printf ("%d", number);

  souls_table_add_number (table, number, text);
}

/**
 * souls_cli_run_lessons:
 *
 * Lists the lessons.
 */
SoulsExit
souls_cli_run_lessons (int      argc,
                       char   **argv,
                       GString *output,
                       GError **error)
{
  g_auto (SoulsCliOptions) options = { 0 };
  g_autoptr (SoulsDataSet) data = NULL;
  g_autoptr (SoulsPresets) presets = NULL;
  g_autoptr (SoulsLessons) lessons = NULL;
  g_autoptr (SoulsTable) table = souls_table_new ();
  g_autofree char *text = NULL;

  if (!souls_cli_options_parse (&options, 0, NULL, argc, argv, error) ||
      (data = souls_cli_load_data (error)) == NULL || (presets = souls_presets_load (data, error)) == NULL ||
      (lessons = souls_lessons_load (data, presets, error)) == NULL)
    return SOULS_EXIT_BAD;
  souls_cli_warn (souls_lessons_get_warnings (lessons));
  souls_table_add_column (table, "id", _("Lesson"));
  souls_table_add_column (table, "title", _("Title"));
  souls_table_add_column (table, "minutes", _("Minutes"));
  souls_table_add_column (table, "steps", _("Steps"));
  souls_table_add_column (table, "summary", NULL);
  for (int i = 0; i < souls_lessons_get_n (lessons); i++)
    {
      const SoulsLesson *lesson = souls_lessons_get (lessons, i);

      souls_table_add_text (table, lesson->id, NULL);
      add_text (table, lesson, lesson->title);
      add_whole (table, lesson->minutes);
      add_whole (table, souls_lesson_get_n_steps (lesson));
      add_text (table, lesson, lesson->summary);
    }
  text = souls_table_write (table, options.format);
  g_string_append (output, text);
  return SOULS_EXIT_YES;
}
