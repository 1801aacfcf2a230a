/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "program.h"

#include <glib/gstdio.h>
#include <string.h>

static char *folder;
static GSubprocessLauncher *launcher;

void
run_clear (Run *self)
{
  g_clear_pointer (&self->out, g_free);
  g_clear_pointer (&self->err, g_free);
}

void
set_up (void)
{
  static const char *const variables[] = { "HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME",
                                           "XDG_CACHE_HOME" };
  g_autoptr (GError) error = NULL;

  folder = g_dir_make_tmp ("two-souls-cli-XXXXXX", &error);
  g_assert_no_error (error);
  launcher = g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE |
                                        G_SUBPROCESS_FLAGS_STDERR_PIPE);
  for (gsize i = 0; i < G_N_ELEMENTS (variables); i++)
    set_variable (variables[i], folder);
  set_variable ("LC_ALL", "C.UTF-8");
  set_variable ("LANGUAGE", NULL);
  set_variable ("TWO_SOULS_LOCALEDIR", folder);
}

static void
remove_all (const char *path)
{
  g_autoptr (GDir) dir = g_file_test (path, G_FILE_TEST_IS_SYMLINK) ? NULL
                                                                    : g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      remove_all (child);
    }
  g_assert_cmpint (g_remove (path), ==, 0);
}

void
clean_up (void)
{
  remove_all (folder);
  g_clear_pointer (&folder, g_free);
  g_clear_object (&launcher);
}

const char *
get_folder (void)
{
  return folder;
}

char *
write_file (const char *name,
            const char *bytes,
            gssize      length)
{
  char *path = g_build_filename (folder, name, NULL);
  g_autofree char *parent = g_path_get_dirname (path);
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (g_mkdir_with_parents (parent, 0700), ==, 0);
  g_file_set_contents (path, bytes, length, &error);
  g_assert_no_error (error);
  return path;
}

void
set_variable (const char *name,
              const char *value)
{
  if (value != NULL)
    g_subprocess_launcher_setenv (launcher, name, value, TRUE);
  else
    g_subprocess_launcher_unsetenv (launcher, name);
}

static char *
take_text (GBytes *bytes,
           gsize  *length)
{
  gsize size;
  gconstpointer data = g_bytes_get_data (bytes, &size);
  char *text = g_malloc (size + 1);

  if (size > 0)
    memcpy (text, data, size);
  text[size] = '\0';
  if (length != NULL)
    *length = size;
  return text;
}

void
run_words (Run               *self,
           const char *const *words)
{
  g_autoptr (GPtrArray) argv = g_ptr_array_new ();
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GBytes) out = NULL;
  g_autoptr (GBytes) err = NULL;
  g_autoptr (GError) error = NULL;

  g_ptr_array_add (argv, (gpointer) g_getenv ("TWO_SOULS_CLI"));
  for (; *words != NULL; words++)
    g_ptr_array_add (argv, (gpointer) *words);
  g_ptr_array_add (argv, NULL);
  process = g_subprocess_launcher_spawnv (launcher, (const char *const *) argv->pdata, &error);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_communicate (process, NULL, NULL, &out, &err, &error));
  g_assert_no_error (error);
  /* Killed by a signal is no status at all: a crash. */
  g_assert_true (g_subprocess_get_if_exited (process));
  self->status = g_subprocess_get_exit_status (process);
  self->out = take_text (out, &self->length);
  self->err = take_text (err, NULL);
}

void
run (Run *self,
     ...)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new ();
  va_list arguments;
  char *word;

  va_start (arguments, self);
  while ((word = va_arg (arguments, char *)) != NULL)
    g_ptr_array_add (words, word);
  va_end (arguments);
  g_ptr_array_add (words, NULL);
  run_words (self, (const char *const *) words->pdata);
}

void
run_line (Run        *self,
          const char *line)
{
  g_auto (GStrv) words = g_strsplit (line, " ", -1);

  run_words (self, (const char *const *) words);
}

void
assert_good (const Run *self)
{
  g_assert_cmpstr (self->err, ==, "");
  g_assert_cmpint (self->status, ==, 0);
}

void
assert_bad (const Run  *self,
            const char *part)
{
  gsize length = strlen (self->err);

  g_assert_cmpint (self->status, ==, 2);
  g_assert_cmpstr (self->out, ==, "");
  g_assert_true (g_str_has_prefix (self->err, "two-souls-cli: "));
  g_assert_true (length > 0 && strchr (self->err, '\n') == self->err + length - 1);
  if (strstr (self->err, part) == NULL)
    g_error ("“%s” does not say “%s”", self->err, part);
}

JsonNode *
run_json (const char *line)
{
  g_auto (Run) result = { 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonParser) parser = json_parser_new ();

  run_line (&result, line);
  assert_good (&result);
  json_parser_load_from_data (parser, result.out, (gssize) result.length, &error);
  g_assert_no_error (error);
  return json_parser_steal_root (parser);
}

static const char *
parse_field (const char *at,
             GString    *field)
{
  if (*at != '"')
    {
      for (; *at != '\0' && strchr (",\r\n", *at) == NULL; at++)
        {
          g_assert_true (*at != '"');
          g_string_append_c (field, *at);
        }
      return at;
    }
  for (at++; *at != '"' || at[1] == '"'; at++)
    {
      g_assert_true (*at != '\0');
      at += *at == '"';
      g_string_append_c (field, *at);
    }
  return at + 1;
}

GPtrArray *
parse_csv (const char *text)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  GPtrArray *row = NULL;

  for (const char *at = text; *at != '\0';)
    {
      g_autoptr (GString) field = g_string_new (NULL);

      if (row == NULL)
        {
          row = g_ptr_array_new_with_free_func (g_free);
          g_ptr_array_add (rows, row);
        }
      at = parse_field (at, field);
      g_ptr_array_add (row, g_strdup (field->str));
      if (*at == ',')
        {
          at++;
          continue;
        }
      g_assert_true (g_str_has_prefix (at, "\r\n"));
      at += 2;
      row = NULL;
    }
  return rows;
}

SoulsDataSet *
load_shipped (void)
{
  g_autofree char *reported = g_test_build_filename (G_TEST_DIST, "..", "..", "data",
                                                     "reported.json", NULL);
  g_autofree char *beliefs = g_test_build_filename (G_TEST_DIST, "..", "..", "data",
                                                    "beliefs.json", NULL);
  g_autoptr (GError) error = NULL;
  SoulsDataSet *data = souls_data_set_load_files ((const char *const[]) { reported, NULL },
                                                  (const char *const[]) { beliefs, NULL }, &error);

  g_assert_no_error (error);
  return data;
}
