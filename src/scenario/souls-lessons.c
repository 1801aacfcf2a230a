/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "souls-lessons.h"

#include <string.h>

#include "souls-shelf.h"

#define RESOURCE_FOLDER "/io/github/twosouls/TwoSouls/lessons/"

struct _SoulsLessons
{
  GPtrArray *lessons;
  GPtrArray *warnings;
};

static gboolean
add_shipped (SoulsLessons       *self,
             const char         *file,
             const SoulsDataSet *data,
             const SoulsPresets *presets,
             GError            **error)
{
  g_autofree char *path = g_strconcat (RESOURCE_FOLDER, file, NULL);
  g_autoptr (GBytes) bytes = g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, error);
  SoulsLesson *lesson;
  gconstpointer text;
  gsize length;

  if (bytes == NULL)
    return FALSE;
  text = g_bytes_get_data (bytes, &length);
  lesson = souls_lesson_parse (file, text, length, data, presets, error);
  if (lesson != NULL)
    g_ptr_array_add (self->lessons, lesson);
  return lesson != NULL;
}

static void
add_own (SoulsLessons       *self,
         const char         *path,
         const SoulsDataSet *data,
         const SoulsPresets *presets)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SoulsLesson) lesson = souls_lesson_read (path, data, presets, &error);

  if (lesson == NULL)
    {
      g_ptr_array_add (self->warnings, g_strdup (error->message));
      return;
    }
  if (souls_lessons_find (self, lesson->id) != NULL)
    {
      g_autofree char *name = g_filename_display_name (path);

      g_ptr_array_add (self->warnings, g_strdup_printf ("%s: there is a lesson of that name", name));
      return;
    }
  g_ptr_array_add (self->lessons, g_steal_pointer (&lesson));
}

static void
add_all_own (SoulsLessons       *self,
             const SoulsDataSet *data,
             const SoulsPresets *presets)
{
  g_autofree char *folder = souls_lessons_folder ();
  g_auto (GStrv) files = souls_shelf_list_own (folder, SOULS_LESSON_SUFFIX);

  for (char **file = files; *file != NULL; file++)
    {
      g_autofree char *path = g_build_filename (folder, *file, NULL);

      add_own (self, path, data, presets);
    }
}

/**
 * souls_lessons_load:
 * @data: the base years and ranges to check against
 * @presets: those that ship may be named
 * @error: what is wrong with one that ships
 *
 * Returns: (transfer full) (nullable): all lessons
 */
SoulsLessons *
souls_lessons_load (const SoulsDataSet *data,
                    const SoulsPresets *presets,
                    GError            **error)
{
  g_autoptr (SoulsLessons) self = g_new0 (SoulsLessons, 1);
  g_auto (GStrv) files = souls_shelf_list_shipped (RESOURCE_FOLDER, error);

  self->lessons = g_ptr_array_new_with_free_func ((GDestroyNotify) souls_lesson_free);
  self->warnings = g_ptr_array_new_with_free_func (g_free);
  if (files == NULL)
    return NULL;
  for (char **file = files; *file != NULL; file++)
    if (!add_shipped (self, *file, data, presets, error))
      return NULL;
  add_all_own (self, data, presets);
  g_ptr_array_add (self->warnings, NULL);
  return g_steal_pointer (&self);
}

void
souls_lessons_free (SoulsLessons *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->lessons);
  g_ptr_array_unref (self->warnings);
  g_free (self);
}

int
souls_lessons_get_n (const SoulsLessons *self)
{
  return (int) self->lessons->len;
}

int
souls_lessons_get_n_shipped (const SoulsLessons *self)
{
  int n = 0;

  while (n < souls_lessons_get_n (self) && souls_lessons_get (self, n)->path == NULL)
    n++;
  return n;
}

const SoulsLesson *
souls_lessons_get (const SoulsLessons *self,
                   int                 i)
{
  g_return_val_if_fail (0 <= i && i < souls_lessons_get_n (self), NULL);
  return g_ptr_array_index (self->lessons, (guint) i);
}

const SoulsLesson *
souls_lessons_find (const SoulsLessons *self,
                    const char         *id)
{
  for (guint i = 0; i < self->lessons->len; i++)
    {
      const SoulsLesson *lesson = g_ptr_array_index (self->lessons, i);

      if (strcmp (lesson->id, id) == 0)
        return lesson;
    }
  return NULL;
}

const char *const *
souls_lessons_get_warnings (const SoulsLessons *self)
{
  return (const char *const *) self->warnings->pdata;
}

char *
souls_lessons_folder (void)
{
  return souls_shelf_folder ("lessons");
}
