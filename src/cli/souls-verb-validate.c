/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "souls-config.h"

#include <glib/gi18n.h>
#include <stdio.h>
#include <string.h>

#include "souls-cli-lesson.h"
#include "souls-cli-options.h"
#include "souls-picture.h"
#include "souls-text.h"

/* Argument cards have a file of their own; all other XML is to be a lesson. */
static gboolean
check_lesson (SoulsDataSet *data,
              const char   *name,
              const char   *bytes,
              gsize         length,
              GError      **error)
{
  g_autoptr (SoulsPresets) presets = souls_presets_load (data, error);
  g_autoptr (SoulsLesson) lesson = NULL;
  g_autoptr (SoulsArguments) arguments = NULL;

  if (presets == NULL)
    return FALSE;
  if (g_str_has_suffix (name, ".xml") && strstr (bytes, "<arguments") != NULL)
    {
      arguments = souls_arguments_parse (name, bytes, length, data, presets, error);
      return arguments != NULL && souls_cli_check_arguments (name, arguments, data, error);
    }
  lesson = souls_lesson_parse (name, bytes, length, data, presets, error);
  return lesson != NULL && souls_cli_check_lesson (name, lesson, data, error);
}

static gboolean
is_xml (const char *bytes,
        gsize       length)
{
  const char *start = bytes + (g_str_has_prefix (bytes, "\xef\xbb\xbf") ? 3 : 0);

  return start[strspn (start, " \t\r\n")] == '<' && !souls_picture_is_picture (bytes, length);
}

/* Which reader a file is for; a file that does not say is for none. A picture is for the one that can
 * say what is in it. */
static char *
read_format (const char *name,
             const char *bytes,
             gsize       length,
             GError    **error)
{
  gboolean is_picture = souls_picture_is_picture (bytes, length);
  g_autoptr (JsonNode) root = !is_picture ? souls_json_parse (name, bytes, length, error) : NULL;
  SoulsJsonPlace file = { NULL, name, -1 };
  SoulsJsonPlace place = { &file, "format", -1 };
  JsonObject *object = root != NULL ? souls_json_object (&file, root, error) : NULL;

  if (is_picture)
    return g_strdup (SOULS_SCENARIO_FORMAT);
  if (object == NULL)
    return NULL;
  return g_strdup (souls_json_string (&place, json_object_get_member (object, "format"), error));
}

static gboolean
check_json (const SoulsDataSet *data,
            const char         *path,
            const char         *name,
            const char         *format,
            GError            **error)
{
  g_autoptr (SoulsScenario) scenario = NULL;
  g_autofree char *quote = NULL;

  if (strcmp (format, SOULS_SCENARIO_FORMAT) == 0)
    {
      scenario = souls_scenario_read (path, data, error);
      return scenario != NULL;
    }
  if (strcmp (format, SOULS_REPORTED_FORMAT) == 0 || strcmp (format, SOULS_BELIEFS_FORMAT) == 0)
    return souls_data_set_check_file (data, path, error);
  quote = souls_text_quote (format);
  souls_json_complain (NULL, error, SOULS_SCENARIO_ERROR_FORM,
                       "%s: format: expected “%s”, “%s” or “%s”, found %s", name,
                       SOULS_SCENARIO_FORMAT, SOULS_REPORTED_FORMAT, SOULS_BELIEFS_FORMAT, quote);
  return FALSE;
}

static gboolean
check_file (SoulsDataSet *data,
            const char   *path,
            GError      **error)
{
  g_autofree char *name = g_filename_display_name (path);
  gsize length;
  g_autofree char *bytes = souls_json_read_bytes (path, &length, error);
  g_autofree char *format = NULL;

  if (bytes == NULL)
    return FALSE;
  if (g_str_has_suffix (path, SOULS_LESSON_SUFFIX) || is_xml (bytes, length))
    return check_lesson (data, name, bytes, length, error);
  format = read_format (name, bytes, length, error);
  return format != NULL && check_json (data, path, name, format, error);
}

/* The table for machines; for people a line for each good file, as the errors are lines too. */
static gboolean
add_file (SoulsTable         *table,
          GString            *lines,
          SoulsDataSet       *data,
          const char         *path)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *display = g_filename_display_name (path);
  g_autofree char *name = souls_text_line (display);
  gboolean good = check_file (data, path, &error);

  souls_table_add_text (table, name, NULL);
  souls_table_add_boolean (table, good, "");
  souls_table_add_text (table, error != NULL ? error->message : NULL, NULL);
  if (good)
    g_string_append_printf (lines, "%s: %s\n", name, _("ok"));
  else
    fprintf (stderr, "%s: %s\n", SOULS_CLI_NAME, error->message);
  return good;
}

/**
 * souls_cli_run_validate:
 *
 * Checks files, each by its format; the first bad one does not keep the others from being checked.
 */
SoulsExit
souls_cli_run_validate (int      argc,
                        char   **argv,
                        GString *output,
                        GError **error)
{
  g_auto (SoulsCliOptions) options = { 0 };
  g_autoptr (SoulsDataSet) data = NULL;
  g_autoptr (SoulsTable) table = souls_table_new ();
  g_autoptr (GString) lines = g_string_new (NULL);
  SoulsExit status = SOULS_EXIT_YES;
  g_autofree char *text = NULL;

  if (!souls_cli_options_parse (&options, SOULS_CLI_TAKES_REST, NULL, argc, argv, error) ||
      !souls_cli_check_rest (&options, 1, G_MAXINT, error))
    return SOULS_EXIT_BAD;
  data = souls_cli_load_data (error);
  if (data == NULL)
    return SOULS_EXIT_BAD;
  souls_table_add_column (table, "file", NULL);
  souls_table_add_column (table, "ok", NULL);
  souls_table_add_column (table, "error", NULL);
  for (char **path = options.rest; *path != NULL; path++)
    if (!add_file (table, lines, data, *path))
      status = SOULS_EXIT_BAD;
  text = options.format == SOULS_TABLE_TEXT ? g_strdup (lines->str)
                                            : souls_table_write (table, options.format);
  g_string_append (output, text);
  return status;
}
