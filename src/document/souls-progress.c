/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "souls-progress.h"

#include <glib/gstdio.h>
#include <math.h>

#include "souls-write.h"

#define FOLDER "two-souls"
#define FILE_NAME "progress.ini"
#define MAX_BYTES (1024 * 1024)
#define HEAD "Two Souls"
#define VERSION 1
#define ANSWER "answer-"

struct _SoulsProgress
{
  char *path;
  GKeyFile *file;
};

char *
souls_progress_path (void)
{
  return g_build_filename (g_get_user_data_dir (), FOLDER, FILE_NAME, NULL);
}

/* A lesson's group: those that ship by id, others by file, of which two may have one id. */
static char *
make_group (const SoulsLesson *lesson)
{
  g_autofree char *escaped = g_uri_escape_string (lesson->path != NULL ? lesson->path : lesson->id, "/", FALSE);

  return g_strdup_printf ("%s:%s", lesson->path != NULL ? "file" : "lesson", escaped);
}

static gboolean
read_file (SoulsProgress *self,
           GError       **error)
{
  g_autofree char *bytes = NULL;
  gsize length;

  if (!g_file_get_contents (self->path, &bytes, &length, error))
    return FALSE;
  if (length > MAX_BYTES)
    {
      g_set_error (error, G_KEY_FILE_ERROR, G_KEY_FILE_ERROR_PARSE, "expected at most %d bytes", MAX_BYTES);
      return FALSE;
    }
  if (!g_key_file_load_from_data (self->file, bytes, length, G_KEY_FILE_NONE, error))
    return FALSE;
  if (g_key_file_get_integer (self->file, HEAD, "version", error) == VERSION)
    return TRUE;
  if (error != NULL && *error == NULL)
    g_set_error (error, G_KEY_FILE_ERROR, G_KEY_FILE_ERROR_INVALID_VALUE, "expected version %d", VERSION);
  return FALSE;
}

static char *
put_aside (SoulsProgress *self,
           GError        *error)
{
  g_autofree char *aside = g_strconcat (self->path, ".damaged", NULL);

  g_rename (self->path, aside);
  return g_strdup_printf ("%s: %s", aside, error->message);
}

/**
 * souls_progress_load:
 * @path: (nullable): the file, which need not be there; %NULL for the user's
 * @damage: (out) (nullable): where the file was damaged: where it was put and what is wrong with it
 *
 * Returns: (transfer full): what was kept
 */
SoulsProgress *
souls_progress_load (const char *path,
                     char      **damage)
{
  SoulsProgress *self = g_new0 (SoulsProgress, 1);
  g_autoptr (GError) error = NULL;

  *damage = NULL;
  self->path = path != NULL ? g_strdup (path) : souls_progress_path ();
  self->file = g_key_file_new ();
  if (!read_file (self, &error))
    {
      g_key_file_unref (self->file);
      self->file = g_key_file_new ();
      if (!g_error_matches (error, G_FILE_ERROR, G_FILE_ERROR_NOENT))
        *damage = put_aside (self, error);
    }
  g_key_file_set_integer (self->file, HEAD, "version", VERSION);
  return self;
}

void
souls_progress_free (SoulsProgress *self)
{
  if (self == NULL)
    return;
  g_key_file_unref (self->file);
  g_free (self->path);
  g_free (self);
}

static int
find_step (const SoulsLesson *lesson,
           const char        *id)
{
  for (int i = 0; id != NULL && i < souls_lesson_get_n_steps (lesson); i++)
    if (g_str_equal (souls_lesson_get_step (lesson, i)->id, id))
      return i;
  return -1;
}

static gsize
count_numbers (const SoulsAsk *ask)
{
  return ask->kind == SOULS_ASK_LINE ? (gsize) (ask->to - ask->from + 1) : 1;
}

/* What does not fit the question any more is as if it had not been said. */
static gboolean
read_answer (SoulsProgress         *self,
             const char            *group,
             const SoulsLessonStep *step,
             SoulsAnswer           *answer)
{
  g_autofree char *key = g_strconcat (ANSWER, step->id, NULL);
  g_auto (GStrv) words = g_key_file_get_string_list (self->file, group, key, NULL, NULL);
  const gsize n = words != NULL ? g_strv_length (words) : 0;

  *answer = (SoulsAnswer) { .given = TRUE };
  if (step->ask.kind == SOULS_ASK_NONE || n != count_numbers (&step->ask) + 1 ||
      !g_str_equal (words[0], souls_ask_kind_id (step->ask.kind)))
    return FALSE;
  for (gsize i = 1; i < n; i++)
    {
      char *end;
      const double number = g_ascii_strtod (words[i], &end);

      if (end == words[i] || *end != '\0')
        return FALSE;
      answer->points[i - 1] = number;
    }
  answer->number = answer->points[0];
  if (step->ask.kind == SOULS_ASK_CHOICE)
    answer->option = answer->number >= 0.0 && answer->number < step->ask.n_options ? (int) answer->number : -1;
  return TRUE;
}

static void
write_answer (SoulsProgress         *self,
              const char            *group,
              const SoulsLessonStep *step,
              const SoulsAnswer     *answer)
{
  g_autofree char *key = g_strconcat (ANSWER, step->id, NULL);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) words = NULL;

  g_strv_builder_add (builder, souls_ask_kind_id (step->ask.kind));
  for (gsize i = 0; i < count_numbers (&step->ask); i++)
    {
      double number = step->ask.kind == SOULS_ASK_LINE ? answer->points[i] : answer->number;
      char text[G_ASCII_DTOSTR_BUF_SIZE];

      if (step->ask.kind == SOULS_ASK_CHOICE)
        number = answer->option;
      g_strv_builder_add (builder, g_ascii_dtostr (text, sizeof text, number));
    }
  words = g_strv_builder_end (builder);
  g_key_file_set_string_list (self->file, group, key, (const char *const *) words, g_strv_length (words));
}

/**
 * souls_progress_restore:
 * @run: a lesson that has not been started
 *
 * Takes up answers and reveals. An answer that cannot be given any more, since the lesson was changed, is left out, and so
 * is its reveal.
 *
 * Returns: the step to start with
 */
int
souls_progress_restore (SoulsProgress  *self,
                        SoulsLessonRun *run)
{
  const SoulsLesson *lesson = souls_lesson_run_get_lesson (run);
  g_autofree char *group = make_group (lesson);
  g_auto (GStrv) revealed = g_key_file_get_string_list (self->file, group, "revealed", NULL, NULL);

  for (int i = 0; i < souls_lesson_get_n_steps (lesson); i++)
    {
      const SoulsLessonStep *step = souls_lesson_get_step (lesson, i);
      const gboolean was_revealed = revealed != NULL && g_strv_contains ((const char *const *) revealed, step->id);
      SoulsAnswer answer;

      if (read_answer (self, group, step, &answer) && souls_lesson_run_check_at (run, i, &answer, NULL))
        souls_lesson_run_restore (run, i, &answer, was_revealed);
      else if (was_revealed && step->ask.kind == SOULS_ASK_NONE)
        souls_lesson_run_restore (run, i, NULL, TRUE);
    }
  return MAX (souls_progress_get_step (self, lesson), 0);
}

/**
 * souls_progress_keep:
 * @run: a lesson
 * @finished: whether it has come to its end
 * @error: of %SOULS_WRITE_ERROR
 *
 * Returns: whether it is on the disk
 */
gboolean
souls_progress_keep (SoulsProgress  *self,
                     SoulsLessonRun *run,
                     gboolean        finished,
                     GError        **error)
{
  const SoulsLesson *lesson = souls_lesson_run_get_lesson (run);
  g_autofree char *group = make_group (lesson);
  gboolean done;
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) revealed = NULL;
  g_autofree char *bytes = NULL;
  g_autofree char *folder = g_path_get_dirname (self->path);
  gsize length;

  /* Another window may have written of another lesson. */
  read_file (self, NULL);
  g_key_file_set_integer (self->file, HEAD, "version", VERSION);
  done = finished || souls_progress_is_done (self, lesson);
  g_key_file_remove_group (self->file, group, NULL);
  g_key_file_set_string (self->file, group, "step", souls_lesson_run_get_step (run)->id);
  g_key_file_set_boolean (self->file, group, "done", done);
  for (int i = 0; i < souls_lesson_get_n_steps (lesson); i++)
    {
      const SoulsAnswer *answer = souls_lesson_run_get_answer_at (run, i);

      if (souls_lesson_run_is_committed (run, i) && answer->given)
        write_answer (self, group, souls_lesson_get_step (lesson, i), answer);
      if (souls_lesson_run_is_revealed (run, i))
        g_strv_builder_add (builder, souls_lesson_get_step (lesson, i)->id);
    }
  revealed = g_strv_builder_end (builder);
  g_key_file_set_string_list (self->file, group, "revealed", (const char *const *) revealed, g_strv_length (revealed));
  g_mkdir_with_parents (folder, 0700);
  bytes = g_key_file_to_data (self->file, &length, NULL);
  return souls_write_file (self->path, bytes, length, error);
}

int
souls_progress_get_step (SoulsProgress     *self,
                         const SoulsLesson *lesson)
{
  g_autofree char *group = make_group (lesson);
  g_autofree char *id = g_key_file_get_string (self->file, group, "step", NULL);

  return find_step (lesson, id);
}

gboolean
souls_progress_is_done (SoulsProgress     *self,
                        const SoulsLesson *lesson)
{
  g_autofree char *group = make_group (lesson);

  return g_key_file_get_boolean (self->file, group, "done", NULL);
}
