/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "souls-config.h"

#include <glib/gi18n.h>

#include "souls-app-words.h"
#include "souls-change-text.h"
#include "souls-stage-pins.h"
#include "souls-stage-private.h"

/* How many sliders a stage has where no lesson names them: at least, of those that moved, and with those that are pinned. */
#define FEW_SLIDERS 3
#define MANY_SLIDERS 4
#define MOST_SLIDERS 6

/**
 * souls_stage_get_n_steps:
 *
 * Returns: how many steps the lesson has, or the session's history
 */
int
souls_stage_get_n_steps (SoulsStage *self)
{
  g_return_val_if_fail (SOULS_IS_STAGE (self), 0);

  if (self->run != NULL)
    return souls_lesson_get_n_steps (souls_lesson_run_get_lesson (self->run));
  return souls_session_get_n_steps (self->session);
}

/**
 * souls_stage_get_step:
 *
 * Returns: which one is shown, from 1
 */
int
souls_stage_get_step (SoulsStage *self)
{
  g_return_val_if_fail (SOULS_IS_STAGE (self), 0);

  if (self->run != NULL)
    return souls_lesson_run_get_index (self->run) + 1;
  return souls_session_get_step (self->session) + 1;
}

/* A question that nobody has answered is shown without an answer only if asked for twice. */
static gboolean
go_on_unanswered (SoulsStage *self)
{
  const SoulsLessonStep *step = souls_lesson_run_get_step (self->run);

  if (step->ask.kind == SOULS_ASK_NONE || souls_lesson_run_is_revealed (self->run, souls_lesson_run_get_index (self->run)))
    return FALSE;
  if (!self->is_asking)
    {
      self->is_asking = TRUE;
      souls_stage_say (self, _("No answer yet. Next once more shows it all the same."));
      return FALSE;
    }
  self->is_asking = FALSE;
  souls_lesson_run_reveal_unanswered (self->run);
  return TRUE;
}

gboolean
souls_stage_go_on (SoulsStage *self)
{
  if (self->run == NULL)
    return souls_session_redo (self->session);
  if (souls_lesson_run_advance (self->run))
    {
      self->is_asking = FALSE;
      return TRUE;
    }
  return go_on_unanswered (self);
}

gboolean
souls_stage_go_back (SoulsStage *self)
{
  self->is_asking = FALSE;
  if (self->run == NULL)
    return souls_session_undo (self->session);
  return souls_lesson_run_back (self->run);
}

/* @step: from 1; where there is none, nothing happens */
gboolean
souls_stage_go_to (SoulsStage *self,
                   int         step)
{
  self->is_asking = FALSE;
  if (step < 1 || step > souls_stage_get_n_steps (self) || step == souls_stage_get_step (self))
    return FALSE;
  if (self->run != NULL)
    return souls_lesson_run_go (self->run, step - 1);
  return souls_session_jump (self->session, step - 1);
}

/* What the step had shown; without a lesson, the baseline. */
void
souls_stage_start_over (SoulsStage *self)
{
  if (self->run != NULL)
    souls_lesson_run_come_back (self->run);
  else
    souls_session_reset_all (self->session);
}

static gboolean
add_driver (SoulsDriver *drivers,
            int         *n,
            SoulsDriver  driver)
{
  for (int i = 0; i < *n; i++)
    if (drivers[i] == driver)
      return FALSE;
  drivers[(*n)++] = driver;
  return TRUE;
}

static int
choose_of_step (SoulsStage  *self,
                SoulsDriver *drivers)
{
  const SoulsLessonStep *step = souls_lesson_run_get_step (self->run);
  int n = 0;

  if (step->ask.kind == SOULS_ASK_SLIDER)
    add_driver (drivers, &n, step->ask.driver);
  for (int i = 0; i < step->n_free; i++)
    add_driver (drivers, &n, step->free[i]);
  return n;
}

/* The last ones that moved, in the order moved, and those that are pinned; where there are few, some of those that matter
 * most. */
static int
choose_of_session (SoulsStage  *self,
                   SoulsDriver *drivers)
{
  SoulsDriver moves[SOULS_N_DRIVERS], pins[SOULS_N_DRIVERS];
  const int n_moves = souls_session_get_moves (self->session, moves);
  const int n_pins = souls_stage_pins_list (self->settings, pins);
  const SoulsDriver *essentials;
  int n = 0, n_essentials;

  for (int i = MAX (0, n_moves - MANY_SLIDERS); i < n_moves; i++)
    add_driver (drivers, &n, moves[i]);
  for (int i = 0; i < n_pins && n < MOST_SLIDERS; i++)
    add_driver (drivers, &n, pins[i]);
  essentials = souls_essential_drivers (&n_essentials);
  for (int i = 0; i < n_essentials && n < FEW_SLIDERS; i++)
    add_driver (drivers, &n, essentials[i]);
  return n;
}

int
souls_stage_choose_drivers (SoulsStage  *self,
                            SoulsDriver  drivers[SOULS_N_DRIVERS])
{
  return self->run != NULL ? choose_of_step (self, drivers) : choose_of_session (self, drivers);
}

static SoulsLessonText *
get_text (SoulsStage *self)
{
  return souls_lesson_page_get_text (SOULS_LESSON_PAGE (self->page));
}

/* (transfer full) (nullable) */
static char *
get_step_notes (SoulsStage *self)
{
  g_auto (GStrv) paragraphs = souls_lesson_text_notes (get_text (self), souls_lesson_run_get_index (self->run));

  return paragraphs != NULL && paragraphs[0] != NULL ? g_strjoinv ("\n\n", paragraphs) : NULL;
}

/**
 * souls_stage_get_notes:
 *
 * Returns: (transfer full) (nullable): what the speaker wants to remember of the step
 */
char *
souls_stage_get_notes (SoulsStage *self)
{
  const char *notes;

  g_return_val_if_fail (SOULS_IS_STAGE (self), NULL);

  if (self->run != NULL)
    return get_step_notes (self);
  notes = souls_session_get_text (self->session, SOULS_SCENARIO_NOTES);

  return g_strdup (notes);
}

/**
 * souls_stage_get_next_title:
 *
 * Returns: (transfer full) (nullable): what comes next, or %NULL at the end
 */
char *
souls_stage_get_next_title (SoulsStage *self)
{
  const int next = souls_stage_get_step (self);   /* from 0 */
  SoulsChange change;

  g_return_val_if_fail (SOULS_IS_STAGE (self), NULL);

  if (next >= souls_stage_get_n_steps (self))
    return NULL;
  if (self->run != NULL)
    return souls_lesson_text_title (get_text (self), next);
  souls_session_get_change (self->session, next, souls_session_get_year (self->session), &change);

  return souls_change_text (&change, souls_app_words ());
}

/**
 * souls_stage_get_minutes:
 *
 * Returns: how long the lesson takes, or 0
 */
int
souls_stage_get_minutes (SoulsStage *self)
{
  g_return_val_if_fail (SOULS_IS_STAGE (self), 0);

  return self->run != NULL ? souls_lesson_run_get_lesson (self->run)->minutes : 0;
}
