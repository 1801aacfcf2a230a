/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "souls-lesson-edits.h"

#include <string.h>

#include "souls-write.h"

/* A lesson is small; nobody goes further back. */
#define MAX_UNDO 200

/* A point to come back to. */
typedef struct
{
  SoulsLesson *lesson;
  int index;
} Point;

struct _SoulsLessonEdits
{
  GObject parent_instance;

  /* Owned */
  SoulsLesson *lesson;
  SoulsLesson *saved;   /* NULL where no file holds anything of it */
  GFile *file;
  GPtrArray *undo;      /* of Point, oldest first */
  GPtrArray *redo;      /* of Point, the next one last */
  char *field;          /* whose edits go on, or NULL */
  int field_index;
};

enum
{
  EDITED,
  STEPS_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SoulsLessonEdits, souls_lesson_edits, G_TYPE_OBJECT)

static void
point_free (Point *point)
{
  souls_lesson_free (point->lesson);
  g_free (point);
}

static void
push (SoulsLessonEdits *self,
      GPtrArray        *stack,
      int               index)
{
  Point *point = g_new (Point, 1);

  *point = (Point) { souls_lesson_copy (self->lesson), index };
  g_ptr_array_add (stack, point);
  if (stack->len > MAX_UNDO)
    g_ptr_array_remove_index (stack, 0);
}

/* Before anything is changed. */
static void
remember (SoulsLessonEdits *self,
          int               index)
{
  push (self, self->undo, index);
  g_ptr_array_set_size (self->redo, 0);
}

static void
souls_lesson_edits_finalize (GObject *object)
{
  SoulsLessonEdits *self = SOULS_LESSON_EDITS (object);

  souls_lesson_free (self->lesson);
  souls_lesson_free (self->saved);
  g_clear_object (&self->file);
  g_ptr_array_unref (self->undo);
  g_ptr_array_unref (self->redo);
  g_free (self->field);

  G_OBJECT_CLASS (souls_lesson_edits_parent_class)->finalize (object);
}

static void
souls_lesson_edits_class_init (SoulsLessonEditsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = souls_lesson_edits_finalize;

  signals[EDITED] = g_signal_new ("edited", SOULS_TYPE_LESSON_EDITS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 0);
  signals[STEPS_CHANGED] = g_signal_new ("steps-changed", SOULS_TYPE_LESSON_EDITS, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                         NULL, G_TYPE_NONE, 1, G_TYPE_INT);
}

static void
souls_lesson_edits_init (SoulsLessonEdits *self)
{
  self->undo = g_ptr_array_new_with_free_func ((GDestroyNotify) point_free);
  self->redo = g_ptr_array_new_with_free_func ((GDestroyNotify) point_free);
}

/**
 * souls_lesson_edits_new:
 * @lesson: (transfer full): has a step
 * @file: (nullable): what it was read from
 *
 * Returns: (transfer full): a lesson to be edited; without a file, it is not saved yet
 */
SoulsLessonEdits *
souls_lesson_edits_new (SoulsLesson *lesson,
                        GFile       *file)
{
  SoulsLessonEdits *self = g_object_new (SOULS_TYPE_LESSON_EDITS, NULL);

  self->lesson = lesson;
  if (file != NULL)
    {
      self->file = g_object_ref (file);
      self->saved = souls_lesson_copy (lesson);
    }
  return self;
}

SoulsLesson *
souls_lesson_edits_get_lesson (SoulsLessonEdits *self)
{
  return self->lesson;
}

int
souls_lesson_edits_get_n (SoulsLessonEdits *self)
{
  return (int) self->lesson->steps->len;
}

SoulsLessonStep *
souls_lesson_edits_get_step (SoulsLessonEdits *self,
                             int               index)
{
  g_return_val_if_fail (0 <= index && index < souls_lesson_edits_get_n (self), NULL);

  return g_ptr_array_index (self->lesson->steps, (guint) index);
}

/**
 * souls_lesson_edits_begin:
 * @index: of the step, or %SOULS_LESSON_EDITS_LESSON
 * @field: what of it will be edited
 *
 * To be called before the lesson is edited in place, and souls_lesson_edits_end() after.
 */
void
souls_lesson_edits_begin (SoulsLessonEdits *self,
                          int               index,
                          const char       *field)
{
  if (index == self->field_index && g_strcmp0 (field, self->field) == 0)
    return;
  remember (self, index);
  g_free (self->field);
  self->field = g_strdup (field);
  self->field_index = index;
}

void
souls_lesson_edits_end (SoulsLessonEdits *self)
{
  g_signal_emit (self, signals[EDITED], 0);
}

static void
tell_steps (SoulsLessonEdits *self,
            int               index)
{
  g_clear_pointer (&self->field, g_free);
  g_signal_emit (self, signals[STEPS_CHANGED], 0, CLAMP (index, -1, souls_lesson_edits_get_n (self) - 1));
}

static gboolean
has_id (SoulsLessonEdits *self,
        const char       *id)
{
  for (guint i = 0; i < self->lesson->steps->len; i++)
    if (g_str_equal (((SoulsLessonStep *) g_ptr_array_index (self->lesson->steps, i))->id, id))
      return TRUE;
  return FALSE;
}

/* (transfer full) */
static char *
make_id (SoulsLessonEdits *self)
{
  for (int i = souls_lesson_edits_get_n (self) + 1;; i++)
    {
      g_autofree char *id = g_strdup_printf ("step-%d", i);

      if (!has_id (self, id))
        return g_steal_pointer (&id);
    }
}

static gboolean
has_room (SoulsLessonEdits *self)
{
  return souls_lesson_edits_get_n (self) < SOULS_MAX_LESSON_STEPS;
}

/**
 * souls_lesson_edits_add:
 * @index: of the step that it comes after, or -1
 * @title: of the new step
 * @paragraph: the same
 *
 * Returns: whether there was room for it
 */
gboolean
souls_lesson_edits_add (SoulsLessonEdits *self,
                        int               index,
                        const char       *title,
                        const char       *paragraph)
{
  g_autofree char *id = make_id (self);
  SoulsLessonStep *step;

  if (!has_room (self))
    return FALSE;
  remember (self, index);
  step = souls_lesson_step_new (id, title);
  g_strfreev (step->text);
  step->text = g_strsplit (paragraph, "\n\n", -1);
  g_ptr_array_insert (self->lesson->steps, index + 1, step);
  tell_steps (self, index + 1);
  return TRUE;
}

gboolean
souls_lesson_edits_duplicate (SoulsLessonEdits *self,
                              int               index)
{
  SoulsLessonStep *step;

  if (!has_room (self))
    return FALSE;
  remember (self, index);
  step = souls_lesson_step_copy (souls_lesson_edits_get_step (self, index));
  g_free (step->id);
  step->id = make_id (self);
  g_ptr_array_insert (self->lesson->steps, index + 1, step);
  tell_steps (self, index + 1);
  return TRUE;
}

gboolean
souls_lesson_edits_remove (SoulsLessonEdits *self,
                           int               index)
{
  if (souls_lesson_edits_get_n (self) == 1)
    return FALSE;
  remember (self, index);
  g_ptr_array_remove_index (self->lesson->steps, (guint) index);
  tell_steps (self, index);
  return TRUE;
}

gboolean
souls_lesson_edits_move (SoulsLessonEdits *self,
                         int               index,
                         int               to)
{
  if (index == to || to < 0 || to >= souls_lesson_edits_get_n (self))
    return FALSE;
  remember (self, index);
  g_ptr_array_insert (self->lesson->steps, to, g_ptr_array_steal_index (self->lesson->steps, (guint) index));
  tell_steps (self, to);
  return TRUE;
}

gboolean
souls_lesson_edits_can_undo (SoulsLessonEdits *self)
{
  return self->undo->len > 0;
}

gboolean
souls_lesson_edits_can_redo (SoulsLessonEdits *self)
{
  return self->redo->len > 0;
}

static gboolean
shift (SoulsLessonEdits *self,
       GPtrArray        *from,
       GPtrArray        *to)
{
  g_autoptr (SoulsLesson) lesson = NULL;
  Point *point;
  int index;

  if (from->len == 0)
    return FALSE;
  point = g_ptr_array_steal_index (from, from->len - 1);
  index = point->index;
  push (self, to, index);
  lesson = g_steal_pointer (&self->lesson);
  self->lesson = g_steal_pointer (&point->lesson);
  point_free (point);
  tell_steps (self, index);
  return TRUE;
}

gboolean
souls_lesson_edits_undo (SoulsLessonEdits *self)
{
  return shift (self, self->undo, self->redo);
}

gboolean
souls_lesson_edits_redo (SoulsLessonEdits *self)
{
  return shift (self, self->redo, self->undo);
}

GFile *
souls_lesson_edits_get_file (SoulsLessonEdits *self)
{
  return self->file;
}

gboolean
souls_lesson_edits_is_modified (SoulsLessonEdits *self)
{
  return self->saved == NULL || !souls_lesson_equal (self->saved, self->lesson);
}

/**
 * souls_lesson_edits_save:
 * @file: where to; from now on, it is kept there
 * @error: why it could not be written
 *
 * Writes the lesson as a whole or not at all. Nothing is checked.
 *
 * Returns: whether it was written
 */
gboolean
souls_lesson_edits_save (SoulsLessonEdits *self,
                         GFile            *file,
                         GError          **error)
{
  g_autofree char *path = g_file_get_path (file);

  if (path == NULL)
    {
      g_autofree char *uri = g_file_get_uri (file);

      g_set_error (error, SOULS_WRITE_ERROR, SOULS_WRITE_ERROR_OTHER, "%s: expected a file on this computer", uri);
      return FALSE;
    }
  if (!souls_lesson_write (self->lesson, path, error))
    return FALSE;
  g_set_object (&self->file, file);
  souls_lesson_free (self->saved);
  self->saved = souls_lesson_copy (self->lesson);
  g_clear_pointer (&self->field, g_free);
  g_signal_emit (self, signals[EDITED], 0);
  return TRUE;
}

/* A lesson of that step alone, with the state that it begins with; or of the lesson's own texts, with a step that is well. */
static SoulsLesson *
make_part (SoulsLessonEdits *self,
           int               index)
{
  SoulsLesson *part = souls_lesson_new ();
  const gboolean of_step = index != SOULS_LESSON_EDITS_LESSON;
  SoulsLessonStep *step;
  SoulsLessonScreen screen;

  part->title = g_strdup (of_step ? "-" : self->lesson->title);
  part->summary = g_strdup (of_step ? "-" : self->lesson->summary);
  part->author = g_strdup (of_step ? NULL : self->lesson->author);
  part->minutes = of_step ? 1 : self->lesson->minutes;
  step = of_step ? souls_lesson_step_copy (souls_lesson_edits_get_step (self, index)) : souls_lesson_step_new ("a", "-");
  if (!of_step)
    {
      g_strfreev (step->text);
      step->text = g_strsplit ("-", "\n", -1);
    }
  else if (step->screen.scenario == NULL)
    {
      souls_lesson_get_screen (self->lesson, index, FALSE, &screen);
      step->screen.scenario = screen.scenario != NULL ? souls_scenario_copy (screen.scenario) : NULL;
      step->screen.preset = g_strdup (screen.preset);
    }
  g_ptr_array_add (part->steps, step);
  return part;
}

/**
 * souls_lesson_edits_find_problem:
 * @index: of a step, or %SOULS_LESSON_EDITS_LESSON for title, summary and the like
 * @data: what is checked against
 * @presets: the same
 *
 * Looks whether that part would be read again once it is written: the rules are those of the file's reader alone.
 *
 * Returns: (transfer full) (nullable): what it would say, without the place in the file
 */
char *
souls_lesson_edits_find_problem (SoulsLessonEdits   *self,
                                 int                 index,
                                 const SoulsDataSet *data,
                                 const SoulsPresets *presets)
{
  g_autoptr (SoulsLesson) part = make_part (self, index);
  gsize length;
  g_autofree char *text = souls_lesson_to_text (part, &length);
  g_autoptr (GError) error = NULL;
  g_autoptr (SoulsLesson) read = souls_lesson_parse ("lesson", text, length, data, presets, &error);
  const char *message;

  if (read != NULL)
    return NULL;
  message = strstr (error->message, ": ");
  return g_strdup (message != NULL ? message + 2 : error->message);
}
