/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>
#include <string.h>

#include "document-test.h"
#include "souls-progress.h"

#define LESSON \
  "<?xml version='1.0' encoding='UTF-8'?><lesson version='1' minutes='5'><title>T</title><summary>S</summary>" \
  "<step id='text'><title>A</title><p>p</p><state base-year='2025'/><charts left='timeline'/></step>" \
  "<step id='choice'><title>B</title><p>p</p><choice><question>q</question><option>x</option><option>y</option></choice>" \
  "</step>" \
  "<step id='number'><title>C</title><p>p</p><number answer='without-aws 2022' low='-100' high='100'><question>q</question>" \
  "</number><reveal><p>r</p><state base-year='2025'><set driver='aws-growth' value='12'/></state></reveal></step>" \
  "<step id='line'><title>D</title><p>p</p><line metric='without-aws' from='2014' to='2016' low='-10' high='10' " \
  "shown='2014'><question>q</question></line></step>" \
  "<step id='slider'><title>E</title><p>p</p><state base-year='2025'/><slider driver='aws-growth'><question>q</question>" \
  "</slider></step>" \
  "<step id='show'><title>F</title><p>p</p><reveal><p>r</p></reveal></step></lesson>"

enum { TEXT, CHOICE, NUMBER, LINE, SLIDER, SHOW, N_STEPS };

typedef struct
{
  SoulsSession *session;
  SoulsLesson *lesson;
  SoulsLessonRun *run;
  int n_steps, n_answers, n_reveals, n_exploring;
} Fixture;

static void
count_cb (int *count)
{
  (*count)++;
}

static void
set_up (Fixture      *self,
        gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  SoulsDataSet *set = document_test_data ();
  g_autoptr (SoulsPresets) presets = souls_presets_load (set, &error);

  g_assert_no_error (error);
  self->session = souls_session_new (set);
  self->lesson = souls_lesson_parse ("test.souls-lesson", LESSON, strlen (LESSON), set, presets, &error);
  g_assert_no_error (error);
  self->run = souls_lesson_run_new (self->session, self->lesson);
  g_signal_connect_swapped (self->run, "step-changed", G_CALLBACK (count_cb), &self->n_steps);
  g_signal_connect_swapped (self->run, "answer-changed", G_CALLBACK (count_cb), &self->n_answers);
  g_signal_connect_swapped (self->run, "revealed", G_CALLBACK (count_cb), &self->n_reveals);
  g_signal_connect_swapped (self->run, "exploring-changed", G_CALLBACK (count_cb), &self->n_exploring);
}

static void
tear_down (Fixture      *self,
           gconstpointer data)
{
  g_object_unref (self->run);
  g_object_unref (self->session);
  souls_lesson_free (self->lesson);
}

/* Forwards: a step that asks does not go on before it is answered and revealed. */
static void
test_advance (Fixture      *self,
              gconstpointer data)
{
  const SoulsAnswer answers[N_STEPS] = { [CHOICE] = { .given = TRUE, .option = 1 },
                                         [NUMBER] = { .given = TRUE, .number = -50 },
                                         [LINE] = { .given = TRUE, .points = { NAN, 1, 2 } },
                                         [SLIDER] = { .given = TRUE, .number = 10 } };

  souls_lesson_run_start (self->run, 0);
  for (int i = 0; i < N_STEPS; i++)
    {
      const gboolean asks = answers[i].given, reveals = asks || i == SHOW;

      g_assert_cmpint (souls_lesson_run_get_index (self->run), ==, i);
      if (asks)
        {
          g_assert_false (souls_lesson_run_advance (self->run));
          g_assert_true (souls_lesson_run_set_answer (self->run, &answers[i], NULL));
        }
      if (reveals)
        {
          g_assert_true (souls_lesson_run_advance (self->run));
          g_assert_true (souls_lesson_run_is_revealed (self->run, i));
          g_assert_true (souls_lesson_run_is_committed (self->run, i) == asks);
        }
      g_assert_cmpint (souls_lesson_run_advance (self->run), ==, i < N_STEPS - 1);
    }
  g_assert_cmpint (self->n_steps, ==, N_STEPS);
  g_assert_cmpint (self->n_reveals, ==, 5);
  g_assert_cmpint (souls_lesson_run_get_n_revealed (self->run), ==, 5);
  for (int i = N_STEPS - 1; i > 0; i--)
    g_assert_true (souls_lesson_run_back (self->run));
  g_assert_false (souls_lesson_run_back (self->run));
  g_assert_true (souls_lesson_run_is_revealed (self->run, NUMBER));
  souls_lesson_run_restart (self->run);
  g_assert_cmpint (souls_lesson_run_get_n_revealed (self->run), ==, 0);
}

static void
test_ranges (Fixture      *self,
             gconstpointer data)
{
  static const struct
  {
    int step;
    SoulsAnswer answer;
    gboolean can_be_set;
    gboolean can_stand;
  } cases[] = {
    { TEXT, { .given = TRUE }, FALSE, FALSE },
    { CHOICE, { .given = TRUE, .option = -1 }, FALSE, FALSE },
    { CHOICE, { .given = TRUE, .option = 2 }, FALSE, FALSE },
    { CHOICE, { .given = TRUE, .option = 0 }, TRUE, TRUE },
    { NUMBER, { .given = TRUE, .number = -100.5 }, FALSE, FALSE },
    { NUMBER, { .given = TRUE, .number = NAN }, FALSE, FALSE },
    { NUMBER, { .given = TRUE, .number = INFINITY }, FALSE, FALSE },
    { NUMBER, { .given = TRUE, .number = 100 }, TRUE, TRUE },
    { LINE, { .given = TRUE, .points = { NAN, 1, NAN } }, TRUE, FALSE },
    { LINE, { .given = TRUE, .points = { NAN, 1, 11 } }, TRUE, FALSE },
    { LINE, { .given = TRUE, .points = { NAN, 1, 10 } }, TRUE, TRUE },
    { SLIDER, { .given = TRUE, .number = 1e9 }, FALSE, FALSE },
    { SLIDER, { .given = TRUE, .number = 20 }, TRUE, TRUE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      souls_lesson_run_start (self->run, cases[i].step);
      g_assert_cmpint (souls_lesson_run_set_answer (self->run, &cases[i].answer, &error), ==, cases[i].can_be_set);
      g_assert_true ((error == NULL) == cases[i].can_be_set);
      g_assert_cmpint (souls_lesson_run_commit (self->run, NULL), ==, cases[i].can_stand);
      if (cases[i].can_stand)
        g_assert_false (souls_lesson_run_set_answer (self->run, &cases[i].answer, NULL));
    }
}

static void
test_votes (Fixture      *self,
            gconstpointer data)
{
  const SoulsAnswer good = { .given = TRUE, .option = 1 }, bad = { .given = TRUE, .option = 7 };

  souls_lesson_run_start (self->run, CHOICE);
  g_assert_false (souls_lesson_run_add_vote (self->run, &bad, NULL));
  g_assert_true (souls_lesson_run_add_vote (self->run, &good, NULL));
  g_assert_true (souls_lesson_run_add_vote (self->run, &good, NULL));
  g_assert_cmpuint (souls_lesson_run_get_n_votes (self->run), ==, 2);
  g_assert_cmpint (souls_lesson_run_get_vote (self->run, 1)->option, ==, 1);
  g_assert_true (souls_lesson_run_remove_vote (self->run));
  g_assert_true (souls_lesson_run_reveal (self->run, NULL));
  g_assert_false (souls_lesson_run_add_vote (self->run, &good, NULL));
  g_assert_false (souls_lesson_run_remove_vote (self->run));
  g_assert_true (souls_lesson_run_go (self->run, TEXT));
  g_assert_cmpuint (souls_lesson_run_get_n_votes (self->run), ==, 0);
}

/* What is asked for may stand anywhere; everything else is exploring. */
static void
test_exploring (Fixture      *self,
                gconstpointer data)
{
  souls_lesson_run_start (self->run, SLIDER);
  g_assert_true (souls_session_set_driver (self->session, SOULS_DRIVER_AWS_GROWTH, 0.2, NULL));
  g_assert_false (souls_lesson_run_is_exploring (self->run));
  g_assert_true (souls_session_set_driver (self->session, SOULS_DRIVER_AD_MARGIN, 0.55, NULL));
  g_assert_true (souls_lesson_run_is_exploring (self->run));
  souls_lesson_run_come_back (self->run);
  g_assert_false (souls_lesson_run_is_exploring (self->run));
  g_assert_cmpint (souls_session_get_n_moved (self->session), ==, 0);
  g_assert_cmpint (self->n_exploring, ==, 2);
}

static void
test_progress (Fixture      *self,
               gconstpointer data)
{
  const SoulsAnswer number = { .given = TRUE, .number = -12.5 };
  const SoulsAnswer line = { .given = TRUE, .points = { NAN, 1.25, -3 } };
  g_autofree char *folder = document_test_folder ();
  g_autofree char *path = g_build_filename (folder, "sub", "progress.ini", NULL);
  g_autofree char *damage = NULL;
  g_autoptr (SoulsProgress) progress = souls_progress_load (path, &damage);
  g_autoptr (SoulsProgress) again = NULL;
  g_autoptr (SoulsLessonRun) other = souls_lesson_run_new (self->session, self->lesson);
  g_autoptr (GError) error = NULL;

  g_assert_null (damage);
  g_assert_cmpint (souls_progress_get_step (progress, self->lesson), ==, -1);
  souls_lesson_run_start (self->run, NUMBER);
  g_assert_true (souls_lesson_run_set_answer (self->run, &number, NULL) && souls_lesson_run_reveal (self->run, NULL));
  souls_lesson_run_start (self->run, LINE);
  g_assert_true (souls_lesson_run_set_answer (self->run, &line, NULL) && souls_lesson_run_commit (self->run, NULL));
  souls_progress_keep (progress, self->run, FALSE, &error);
  g_assert_no_error (error);

  again = souls_progress_load (path, &damage);
  g_assert_null (damage);
  g_assert_false (souls_progress_is_done (again, self->lesson));
  g_assert_cmpint (souls_progress_restore (again, other), ==, LINE);
  g_assert_true (souls_lesson_run_is_revealed (other, NUMBER) && !souls_lesson_run_is_revealed (other, LINE));
  g_assert_true (souls_lesson_run_is_committed (other, LINE) && !souls_lesson_run_is_committed (other, CHOICE));
  g_assert_cmpfloat (souls_lesson_run_get_answer_at (other, NUMBER)->number, ==, -12.5);
  g_assert_cmpfloat (souls_lesson_run_get_answer_at (other, LINE)->points[2], ==, -3.0);
  g_assert_true (souls_progress_keep (again, other, TRUE, NULL) && souls_progress_is_done (again, self->lesson));
  document_test_remove (g_steal_pointer (&folder));
}

static void
test_damaged (Fixture      *self,
              gconstpointer data)
{
  static const char *const files[] = { "no key file", "[Two Souls]\nversion=9\n", "[lesson:test]\nstep=line\n",
                                       "\377\376[", "[Two Souls]\nversion=x\n" };

  for (gsize i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autofree char *folder = document_test_folder ();
      g_autofree char *path = g_build_filename (folder, "progress.ini", NULL);
      g_autofree char *aside = g_strconcat (path, ".damaged", NULL);
      g_autofree char *damage = NULL;
      g_autoptr (SoulsProgress) progress = NULL;

      g_assert_true (g_file_set_contents (path, files[i], -1, NULL));
      progress = souls_progress_load (path, &damage);
      g_assert_nonnull (damage);
      g_assert_true (g_file_test (aside, G_FILE_TEST_EXISTS) && !g_file_test (path, G_FILE_TEST_EXISTS));
      g_assert_cmpint (souls_progress_restore (progress, self->run), ==, 0);
      document_test_remove (g_steal_pointer (&folder));
    }
}

/* What does not fit the lesson is left out; the rest counts. */
static void
test_hostile (Fixture      *self,
              gconstpointer data)
{
  static const char text[] = "[Two Souls]\nversion=1\n[lesson:test]\nstep=gone\nrevealed=choice;number;show;gone;\n"
                             "answer-choice=choice;99;\nanswer-number=number;nan;\nanswer-line=line;1;2;\n"
                             "answer-slider=number;12;\nanswer-gone=number;1;\n";
  g_autofree char *folder = document_test_folder ();
  g_autofree char *path = g_build_filename (folder, "progress.ini", NULL);
  g_autofree char *damage = NULL;
  g_autoptr (SoulsProgress) progress = NULL;

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  progress = souls_progress_load (path, &damage);
  g_assert_null (damage);
  g_assert_cmpint (souls_progress_restore (progress, self->run), ==, 0);
  for (int i = 0; i < N_STEPS; i++)
    {
      g_assert_false (souls_lesson_run_is_committed (self->run, i));
      g_assert_cmpint (souls_lesson_run_is_revealed (self->run, i), ==, i == SHOW);
    }
  document_test_remove (g_steal_pointer (&folder));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/document/lesson-run/advance", Fixture, NULL, set_up, test_advance, tear_down);
  g_test_add ("/document/lesson-run/ranges", Fixture, NULL, set_up, test_ranges, tear_down);
  g_test_add ("/document/lesson-run/votes", Fixture, NULL, set_up, test_votes, tear_down);
  g_test_add ("/document/lesson-run/exploring", Fixture, NULL, set_up, test_exploring, tear_down);
  g_test_add ("/document/progress/round-trip", Fixture, NULL, set_up, test_progress, tear_down);
  g_test_add ("/document/progress/damaged", Fixture, NULL, set_up, test_damaged, tear_down);
  g_test_add ("/document/progress/hostile", Fixture, NULL, set_up, test_hostile, tear_down);
  return g_test_run ();
}
