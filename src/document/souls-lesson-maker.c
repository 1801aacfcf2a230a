/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "souls-lesson-maker.h"

/* More sliders than this are no short list. */
#define MAX_FREE 6

/* The lesson's step after each change takes about that long. */
#define STEPS_A_MINUTE 2

/**
 * souls_lesson_escape:
 * @text: any text
 *
 * Returns: (transfer full): the same as a lesson's text, with each brace doubled
 */
char *
souls_lesson_escape (const char *text)
{
  g_auto (GStrv) parts = g_strsplit (text, "{", -1);

  return g_strjoinv ("{{", parts);
}

static SoulsScenario *
make_scenario (const SoulsState *state)
{
  SoulsScenario *scenario = souls_scenario_new ();
  SoulsDriver moves[SOULS_N_DRIVERS];
  const int n = souls_state_get_moves (state, moves);

  scenario->base_year = state->base_year;
  scenario->settings = state->settings;
  for (int i = 0; i < n; i++)
    souls_scenario_move (scenario, moves[i], state->value[moves[i]]);
  return scenario;
}

static void
set_screen (SoulsLessonScreen *self,
            const SoulsState  *state,
            int                first_year,
            int                year)
{
  g_clear_pointer (&self->scenario, souls_scenario_free);
  g_clear_pointer (&self->preset, g_free);
  self->scenario = make_scenario (state);
  self->year = CLAMP (year, first_year, state->base_year + state->settings.horizon);
}

/**
 * souls_lesson_screen_take:
 * @self: its charts stay
 * @session: what is taken
 *
 * Takes sliders, settings and year; texts and bands of its own have no place in a lesson.
 */
void
souls_lesson_screen_take (SoulsLessonScreen *self,
                          SoulsSession      *session)
{
  SoulsState state;

  souls_session_get_point (session, souls_session_get_step (session), &state);
  set_screen (self, &state, souls_session_get_first_year (session), souls_session_get_year (session));
}

/* What is the same in both states stays out of the step's list. */
static void
free_moved (SoulsLessonStep  *step,
            const SoulsState *before,
            const SoulsState *after)
{
  for (int i = 0; i < SOULS_N_DRIVERS && step->n_free < MAX_FREE; i++)
    {
      const SoulsDriver driver = (SoulsDriver) i;
      const gboolean changed = souls_state_is_changed (after, driver);

      if (changed != souls_state_is_changed (before, driver) || (changed && after->value[i] != before->value[i]))
        step->free[step->n_free++] = driver;
    }
}

/* Texts and bands are not what a lesson's state holds. */
static gboolean
is_step (const SoulsChange *change)
{
  return change->kind != SOULS_CHANGE_TEXT && change->kind != SOULS_CHANGE_BAND;
}

static SoulsLessonStep *
add_step (SoulsLesson       *lesson,
          SoulsSession      *session,
          int                point,
          const SoulsChange *change,
          SoulsLessonSay     say,
          gpointer           data)
{
  const int first_year = souls_session_get_first_year (session);
  g_autofree char *id = g_strdup_printf ("step-%u", lesson->steps->len + 1);
  SoulsLessonStep *step = souls_lesson_step_new (id, NULL);
  g_autofree char *paragraph = NULL;
  SoulsState before, after;

  souls_session_get_point (session, point, &after);
  set_screen (&step->screen, &after, first_year, souls_session_get_year (session));
  say (change, MAX (step->screen.year, after.base_year), after.settings.rung, &step->title, &paragraph, data);
  g_strfreev (step->text);
  step->text = g_strsplit (paragraph, "\n\n", -1);
  if (change != NULL)
    {
      souls_session_get_point (session, point - 1, &before);
      free_moved (step, &before, &after);
    }
  g_ptr_array_add (lesson->steps, step);
  return step;
}

/* Of the changes up to now, the last ones that there is room for. */
static int
find_start (SoulsSession *session)
{
  int n = 0;

  for (int i = souls_session_get_step (session); i > 0; i--)
    {
      SoulsChange change;

      souls_session_get_change (session, i, souls_session_get_year (session), &change);
      if (is_step (&change) && ++n == SOULS_MAX_LESSON_STEPS)
        return i;
    }
  return 0;
}

/**
 * souls_lesson_make:
 * @session: what was done
 * @left: (nullable): the chart that it is shown with
 * @right: (nullable): the other one
 * @say: how a step is called, and what it says
 * @data: for @say
 *
 * Makes a lesson of a session's history: what it began with, then a step for each change up to now that moved something,
 * with what it moved free. A longer history is taken from its end.
 *
 * Returns: (transfer full): a lesson without title, summary and file
 */
SoulsLesson *
souls_lesson_make (SoulsSession   *session,
                   const char     *left,
                   const char     *right,
                   SoulsLessonSay  say,
                   gpointer        data)
{
  SoulsLesson *lesson = souls_lesson_new ();
  const int start = find_start (session);
  SoulsLessonStep *first = add_step (lesson, session, start, NULL, say, data);

  first->screen.left = g_strdup (left);
  first->screen.right = g_strdup (left != NULL ? right : NULL);
  for (int i = start + 1; i <= souls_session_get_step (session); i++)
    {
      SoulsChange change;

      souls_session_get_change (session, i, souls_session_get_year (session), &change);
      if (is_step (&change))
        add_step (lesson, session, i, &change, say, data);
    }
  lesson->minutes = 1 + (int) lesson->steps->len / STEPS_A_MINUTE;
  return lesson;
}
