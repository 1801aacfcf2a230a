/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "document-test.h"
#include "souls-lesson-edits.h"
#include "souls-lesson-maker.h"
#include "souls-lessons.h"

static SoulsSession *
open_session (void)
{
  return souls_session_new (document_test_data ());
}

static void
say (const SoulsChange  *change,
     int                 year,
     SoulsRung           rung,
     char              **title,
     char              **paragraph,
     gpointer            data)
{
  *title = change != NULL ? g_strdup_printf ("Change of kind %d", (int) change->kind) : souls_lesson_escape ("a {start}");
  *paragraph = g_strdup_printf ("{without-aws %d}\n\nin {driver aws-growth}", year);
  (*(int *) data)++;
}

/* Read again from what it writes. */
static void
assert_whole (const SoulsLesson *lesson,
              SoulsSession      *session)
{
  SoulsDataSet *data = souls_session_get_data (session);
  g_autoptr (SoulsPresets) presets = souls_presets_load (data, NULL);
  gsize length;
  g_autofree char *text = souls_lesson_to_text (lesson, &length);
  g_autoptr (GError) error = NULL;
  g_autoptr (SoulsLesson) read = souls_lesson_parse ("made.souls-lesson", text, length, data, presets, &error);

  g_assert_no_error (error);
  g_assert_true (souls_lesson_equal (lesson, read));
}

static SoulsLesson *
make (SoulsSession *session,
      int          *n)
{
  SoulsLesson *lesson = souls_lesson_make (session, "timeline/fan", "bridge", say, n);

  lesson->title = g_strdup ("Made");
  lesson->summary = g_strdup ("Of a history");
  return lesson;
}

/* A start, then a step for each change that moved something; what was undone is no part of it. */
static void
test_history (void)
{
  g_autoptr (SoulsSession) session = open_session ();
  g_autoptr (SoulsLesson) lesson = NULL;
  const SoulsLessonStep *step;
  int n = 0;

  souls_session_set_driver (session, SOULS_DRIVER_AWS_GROWTH, 0.03, NULL);
  souls_session_set_text (session, SOULS_SCENARIO_TITLE, "No step of its own");
  souls_session_set_rung (session, SOULS_RUNG_STRANDED);
  souls_session_set_base_year (session, 2022, NULL);
  souls_session_set_driver (session, SOULS_DRIVER_AD_MARGIN, 0.3, NULL);
  souls_session_reset_all (session);
  souls_session_undo (session);
  lesson = make (session, &n);

  g_assert_cmpint (souls_lesson_get_n_steps (lesson), ==, 5);
  g_assert_cmpint (n, ==, 5);
  step = souls_lesson_get_step (lesson, 0);
  g_assert_cmpstr (step->title, ==, "a {{start}");
  g_assert_cmpint ((int) g_strv_length (step->text), ==, 2);
  g_assert_cmpstr (step->screen.left, ==, "timeline/fan");
  g_assert_cmpstr (step->screen.right, ==, "bridge");
  g_assert_false (step->screen.scenario->changed[SOULS_DRIVER_AWS_GROWTH]);
  g_assert_cmpint (step->n_free, ==, 0);
  g_assert_cmpint (step->ask.kind, ==, SOULS_ASK_NONE);
  step = souls_lesson_get_step (lesson, 1);
  g_assert_null (step->screen.left);
  g_assert_cmpfloat (step->screen.scenario->value[SOULS_DRIVER_AWS_GROWTH], ==, 0.03);
  g_assert_cmpint (step->n_free, ==, 1);
  g_assert_cmpint (step->free[0], ==, SOULS_DRIVER_AWS_GROWTH);
  g_assert_cmpint (souls_lesson_get_step (lesson, 2)->screen.scenario->settings.rung, ==, SOULS_RUNG_STRANDED);
  g_assert_cmpint (souls_lesson_get_step (lesson, 3)->screen.scenario->base_year, ==, 2022);
  step = souls_lesson_get_step (lesson, 4);
  g_assert_true (step->screen.scenario->changed[SOULS_DRIVER_AD_MARGIN]);
  g_assert_cmpint (step->free[0], ==, SOULS_DRIVER_AD_MARGIN);
  assert_whole (lesson, session);
}

/* More than a lesson holds: the end of it. */
static void
test_long_history (void)
{
  g_autoptr (SoulsSession) session = open_session ();
  g_autoptr (SoulsLesson) lesson = NULL;
  int n = 0;

  for (int i = 0; i < 3 * SOULS_MAX_LESSON_STEPS; i++)
    souls_session_set_driver (session, SOULS_DRIVER_AWS_GROWTH, souls_driver_from_shown (SOULS_DRIVER_AWS_GROWTH, (i + 1) / 8.0), NULL);
  lesson = make (session, &n);
  g_assert_cmpint (souls_lesson_get_n_steps (lesson), ==, SOULS_MAX_LESSON_STEPS);
  g_assert_cmpfloat (souls_lesson_get_step (lesson, SOULS_MAX_LESSON_STEPS - 1)->screen.scenario->value[SOULS_DRIVER_AWS_GROWTH],
                     ==, souls_session_get_driver (session, SOULS_DRIVER_AWS_GROWTH));
  assert_whole (lesson, session);
}

static SoulsLessonEdits *
open_edits (SoulsSession *session)
{
  int n = 0;

  souls_session_set_driver (session, SOULS_DRIVER_AWS_GROWTH, 0.03, NULL);
  souls_session_set_driver (session, SOULS_DRIVER_AD_MARGIN, 0.3, NULL);
  return souls_lesson_edits_new (make (session, &n), NULL);
}

static void
write_title (SoulsLessonEdits *edits,
             int               index,
             const char       *title)
{
  SoulsLessonStep *step;

  souls_lesson_edits_begin (edits, index, "title");
  step = souls_lesson_edits_get_step (edits, index);
  g_free (step->title);
  step->title = g_strdup (title);
  souls_lesson_edits_end (edits);
}

static char *
to_text (SoulsLessonEdits *edits)
{
  return souls_lesson_to_text (souls_lesson_edits_get_lesson (edits), NULL);
}

/* Each change is taken back by itself, in any mixture, and comes again. */
static void
test_edits (void)
{
  g_autoptr (SoulsSession) session = open_session ();
  g_autoptr (SoulsLessonEdits) edits = open_edits (session);
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  int n;

  g_ptr_array_add (texts, to_text (edits));
  write_title (edits, 1, "A");
  write_title (edits, 1, "AB");
  g_ptr_array_add (texts, to_text (edits));
  write_title (edits, 2, "C");
  g_ptr_array_add (texts, to_text (edits));
  g_assert_true (souls_lesson_edits_move (edits, 2, 0));
  g_ptr_array_add (texts, to_text (edits));
  g_assert_true (souls_lesson_edits_duplicate (edits, 0));
  g_ptr_array_add (texts, to_text (edits));
  g_assert_true (souls_lesson_edits_remove (edits, 2));
  g_ptr_array_add (texts, to_text (edits));
  g_assert_true (souls_lesson_edits_add (edits, -1, "New", "Text"));
  g_ptr_array_add (texts, to_text (edits));
  g_assert_cmpstr (souls_lesson_edits_get_step (edits, 0)->title, ==, "New");
  g_assert_cmpstr (souls_lesson_edits_get_step (edits, 1)->title, ==, "C");
  g_assert_cmpstr (souls_lesson_edits_get_step (edits, 2)->title, ==, "C");
  assert_whole (souls_lesson_edits_get_lesson (edits), session);

  n = (int) texts->len;
  for (int i = n - 2; i >= 0; i--)
    {
      g_autofree char *text = NULL;

      g_assert_true (souls_lesson_edits_undo (edits));
      text = to_text (edits);
      g_assert_cmpstr (text, ==, g_ptr_array_index (texts, i));
    }
  g_assert_false (souls_lesson_edits_undo (edits));
  for (int i = 1; i < n; i++)
    {
      g_autofree char *text = NULL;

      g_assert_true (souls_lesson_edits_redo (edits));
      text = to_text (edits);
      g_assert_cmpstr (text, ==, g_ptr_array_index (texts, i));
    }
  g_assert_false (souls_lesson_edits_redo (edits));
}

/* Nothing beyond the ends, the last step stays, and there is room for so many. */
static void
test_ends (void)
{
  g_autoptr (SoulsSession) session = open_session ();
  g_autoptr (SoulsLessonEdits) edits = open_edits (session);

  g_assert_false (souls_lesson_edits_move (edits, 0, -1));
  g_assert_false (souls_lesson_edits_move (edits, 2, 3));
  g_assert_false (souls_lesson_edits_can_undo (edits));
  while (souls_lesson_edits_get_n (edits) < SOULS_MAX_LESSON_STEPS)
    g_assert_true (souls_lesson_edits_duplicate (edits, 0));
  g_assert_false (souls_lesson_edits_duplicate (edits, 0));
  g_assert_false (souls_lesson_edits_add (edits, 0, "New", "Text"));
  assert_whole (souls_lesson_edits_get_lesson (edits), session);
  while (souls_lesson_edits_get_n (edits) > 1)
    g_assert_true (souls_lesson_edits_remove (edits, 0));
  g_assert_false (souls_lesson_edits_remove (edits, 0));
}

/* What a file holds is told apart from what is edited. */
static void
test_save (void)
{
  g_autoptr (SoulsSession) session = open_session ();
  g_autoptr (SoulsLessonEdits) edits = open_edits (session);
  char *folder = document_test_folder ();
  g_autofree char *path = g_build_filename (folder, "made.souls-lesson", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;

  g_assert_true (souls_lesson_edits_is_modified (edits));
  g_assert_true (souls_lesson_edits_save (edits, file, &error));
  g_assert_no_error (error);
  g_assert_false (souls_lesson_edits_is_modified (edits));
  write_title (edits, 1, "Other");
  g_assert_true (souls_lesson_edits_is_modified (edits));
  g_assert_true (souls_lesson_edits_undo (edits));
  g_assert_false (souls_lesson_edits_is_modified (edits));
  document_test_remove (folder);
}

typedef void (*Spoil) (SoulsLesson *lesson, SoulsLessonStep *step);

static void
spoil_lesson_title (SoulsLesson *lesson, SoulsLessonStep *step)
{
  g_clear_pointer (&lesson->title, g_free);
}

static void
spoil_title (SoulsLesson *lesson, SoulsLessonStep *step)
{
  g_free (step->title);
  step->title = g_strdup ("  ");
}

static void
spoil_text (SoulsLesson *lesson, SoulsLessonStep *step)
{
  g_strfreev (step->text);
  step->text = g_new0 (char *, 1);
}

static void
spoil_hidden (SoulsLesson *lesson, SoulsLessonStep *step)
{
  step->screen.hidden = TRUE;
}

static void
spoil_range (SoulsLesson *lesson, SoulsLessonStep *step)
{
  step->ask.kind = SOULS_ASK_NUMBER;
  step->ask.question = g_strdup ("?");
  step->ask.answer = g_strdup ("without-aws 2025");
  step->ask.low = 3;
  step->ask.high = 2;
}

/* The part that is wrong is named, and it alone. */
static void
test_problems (void)
{
  static const struct
  {
    Spoil spoil;
    int index;
    const char *message;
  } cases[] = {
    { spoil_lesson_title, SOULS_LESSON_EDITS_LESSON, "title" },
    { spoil_title, 1, "title" },
    { spoil_text, 1, "<p>" },
    { spoil_hidden, 1, "hidden" },
    { spoil_range, 1, "low" },
  };
  g_autoptr (SoulsSession) session = open_session ();
  SoulsDataSet *data = souls_session_get_data (session);
  g_autoptr (SoulsPresets) presets = souls_presets_load (data, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (SoulsLessonEdits) edits = open_edits (session);

      cases[i].spoil (souls_lesson_edits_get_lesson (edits), souls_lesson_edits_get_step (edits, 1));
      for (int k = SOULS_LESSON_EDITS_LESSON; k < souls_lesson_edits_get_n (edits); k++)
        {
          g_autofree char *problem = souls_lesson_edits_find_problem (edits, k, data, presets);

          if (k != cases[i].index)
            g_assert_null (problem);
          else
            g_assert_nonnull (strstr (problem, cases[i].message));
        }
    }
}

/* Every step of every lesson that ships is well by itself too. */
static void
test_shipped (void)
{
  g_autoptr (SoulsSession) session = open_session ();
  SoulsDataSet *data = souls_session_get_data (session);
  g_autoptr (SoulsPresets) presets = souls_presets_load (data, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (SoulsLessons) lessons = souls_lessons_load (data, presets, &error);

  g_assert_no_error (error);
  g_assert_cmpint (souls_lessons_get_n_shipped (lessons), >, 0);
  for (int i = 0; i < souls_lessons_get_n_shipped (lessons); i++)
    {
      g_autoptr (SoulsLessonEdits) edits = souls_lesson_edits_new (souls_lesson_copy (souls_lessons_get (lessons, i)), NULL);

      for (int k = SOULS_LESSON_EDITS_LESSON; k < souls_lesson_edits_get_n (edits); k++)
        {
          g_autofree char *problem = souls_lesson_edits_find_problem (edits, k, data, presets);

          g_assert_cmpstr (problem, ==, NULL);
        }
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/document/lesson-maker/history", test_history);
  g_test_add_func ("/document/lesson-maker/long-history", test_long_history);
  g_test_add_func ("/document/lesson-edits/undo", test_edits);
  g_test_add_func ("/document/lesson-edits/ends", test_ends);
  g_test_add_func ("/document/lesson-edits/save", test_save);
  g_test_add_func ("/document/lesson-edits/problems", test_problems);
  g_test_add_func ("/document/lesson-edits/shipped", test_shipped);

  return g_test_run ();
}
