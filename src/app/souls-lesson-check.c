/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "souls-config.h"

#include "souls-lesson-check.h"

#include <glib/gi18n.h>

#include "souls-app-words.h"
#include "souls-driver-text.h"
#include "souls-view-input.h"

struct _SoulsLessonCheck
{
  SoulsSession *session;
  SoulsViewInput input;
  SoulsTextContext context;
  SoulsQuantity truth;
};

/**
 * souls_lesson_check_new:
 * @data: what is computed from
 *
 * Returns: (transfer full): something to check with
 */
SoulsLessonCheck *
souls_lesson_check_new (SoulsDataSet *data)
{
  SoulsLessonCheck *self = g_new0 (SoulsLessonCheck, 1);

  self->session = souls_session_new (data);
  self->context.input = &self->input.input;
  self->context.facts = souls_data_set_get_estimates (data, NULL);
  return self;
}

void
souls_lesson_check_free (SoulsLessonCheck *self)
{
  if (self == NULL)
    return;
  g_object_unref (self->session);
  g_free (self);
}

/* What is asked for, where nobody has answered: the truth, else the slider as the step shows it. */
static void
look_at_answer (SoulsLessonCheck *self,
                const SoulsAsk   *ask)
{
  self->context.answer = self->context.truth = NULL;
  self->truth = souls_quantity_new (SOULS_QUANTITY_COUNT, 0);
  if (ask->kind == SOULS_ASK_SLIDER)
    self->truth = souls_quantity_driver (ask->driver, souls_session_get_driver (self->session, ask->driver));
  if (ask->answer != NULL && souls_expression_evaluate (ask->answer, &self->context, &self->truth, NULL))
    self->context.truth = &self->truth;
  if (ask->kind == SOULS_ASK_SLIDER || self->context.truth != NULL)
    self->context.answer = &self->truth;
}

/**
 * souls_lesson_check_look:
 * @lesson: may change afterwards, but not while it is asked about
 * @index: of the step
 * @revealed: whether answers, conditions and what is revealed will be asked about
 */
void
souls_lesson_check_look (SoulsLessonCheck  *self,
                         const SoulsLesson *lesson,
                         int                index,
                         gboolean           revealed)
{
  g_autoptr (SoulsScenario) scenario = NULL;
  SoulsLessonScreen screen;

  souls_lesson_get_screen (lesson, index, revealed, &screen);
  scenario = screen.scenario != NULL ? souls_scenario_copy (screen.scenario) : souls_scenario_new ();
  souls_session_load (self->session, scenario, NULL);
  souls_session_set_year (self->session, screen.year != 0 ? screen.year : souls_session_get_base_year (self->session));
  souls_view_input_fill (&self->input, self->session, SOULS_CHART_TIMELINE, 0, souls_app_words ());
  self->context.answer = self->context.truth = NULL;
  if (revealed)
    look_at_answer (self, &souls_lesson_get_step (lesson, index)->ask);
}

char *
souls_lesson_check_text (SoulsLessonCheck  *self,
                         const char        *text,
                         GError           **error)
{
  return souls_text_expand (text != NULL ? text : "", &self->context, error);
}

/**
 * souls_lesson_check_texts:
 * @paragraphs: (nullable)
 *
 * Returns: (transfer full) (nullable): all of them with their figures, a blank line between
 */
char *
souls_lesson_check_texts (SoulsLessonCheck  *self,
                          char *const       *paragraphs,
                          GError           **error)
{
  g_autoptr (GString) whole = g_string_new (NULL);

  for (int i = 0; paragraphs != NULL && paragraphs[i] != NULL; i++)
    {
      g_autoptr (GError) local_error = NULL;
      g_autofree char *said = souls_lesson_check_text (self, paragraphs[i], &local_error);

      if (said == NULL)
        {
          /* Translators: which paragraph of a text is wrong, from 1, and what is wrong */
          g_set_error (error, local_error->domain, local_error->code, _("paragraph %1$d, %2$s"), i + 1,
                       local_error->message);
          return NULL;
        }
      g_string_append_printf (whole, "%s%s", i > 0 ? "\n\n" : "", said);
    }
  return g_string_free (g_steal_pointer (&whole), FALSE);
}

/**
 * souls_lesson_check_answer:
 * @ask: with an answer
 * @truth: (out): what it is
 *
 * Returns: whether it is a number, and can be entered
 */
gboolean
souls_lesson_check_answer (SoulsLessonCheck  *self,
                           const SoulsAsk    *ask,
                           SoulsQuantity     *truth,
                           GError           **error)
{
  const SoulsCalibration *calibration = souls_session_get_calibration (self->session);
  double shown;

  if (!souls_expression_evaluate (ask->answer != NULL ? ask->answer : "", &self->context, truth, error))
    return FALSE;
  shown = souls_quantity_to_shown (truth);
  if (ask->kind == SOULS_ASK_NUMBER && (shown < ask->low || shown > ask->high))
    {
      g_set_error (error, SOULS_EXPRESSION_ERROR, SOULS_EXPRESSION_ERROR_VALUE,
                   _("the answer is %1$g, which is not between the lowest and the highest number, %2$g and %3$g"), shown,
                   ask->low, ask->high);
      return FALSE;
    }
  if (ask->kind == SOULS_ASK_SLIDER && !souls_driver_check (calibration, ask->driver, truth->value, NULL))
    {
      g_set_error (error, SOULS_EXPRESSION_ERROR, SOULS_EXPRESSION_ERROR_VALUE,
                   _("the answer is %g, which is outside the slider’s range"), shown);
      return FALSE;
    }
  return TRUE;
}

char *
souls_lesson_check_say (SoulsLessonCheck  *self,
                        const SoulsAsk    *ask,
                        GError           **error)
{
  SoulsQuantity truth;
  g_autofree char *said = NULL;

  if (!souls_lesson_check_answer (self, ask, &truth, error))
    return NULL;
  said = souls_quantity_say (&truth, souls_app_words ());
  return g_strdup_printf ("= %s", said);
}

gboolean
souls_lesson_check_condition (SoulsLessonCheck  *self,
                              const char        *when,
                              gboolean          *holds,
                              GError           **error)
{
  return souls_condition_holds (when, &self->context, holds, error);
}

gboolean
souls_lesson_check_options (SoulsLessonCheck  *self,
                            const SoulsAsk    *ask,
                            GError           **error)
{
  int n_conditions = 0, n_right = 0;

  for (int i = 0; i < ask->n_options; i++)
    {
      gboolean holds = FALSE;

      if (ask->options[i].when == NULL)
        continue;
      if (!souls_lesson_check_condition (self, ask->options[i].when, &holds, error))
        return FALSE;
      n_conditions++;
      n_right += holds;
    }
  if (n_conditions == 0 || n_right == 1)
    return TRUE;
  g_set_error (error, SOULS_EXPRESSION_ERROR, SOULS_EXPRESSION_ERROR_VALUE,
               ngettext ("%d answer is right; one should be", "%d answers are right; one should be",
                         (unsigned long) n_right),
               n_right);
  return FALSE;
}

static gboolean
check_chart (const char  *id,
             GError     **error)
{
  g_auto (GStrv) parts = g_strsplit (id != NULL ? id : "", "/", 2);
  SoulsChart chart;

  if (id == NULL)
    return TRUE;
  if (souls_chart_from_id (parts[0], &chart))
    {
      if (parts[1] == NULL)
        return TRUE;
      for (int i = 0; i < souls_chart_n_views (chart); i++)
        if (g_strcmp0 (souls_chart_view_id (chart, i), parts[1]) == 0)
          return TRUE;
    }
  g_set_error (error, SOULS_EXPRESSION_ERROR, SOULS_EXPRESSION_ERROR_NAME, _("there is no chart “%s”"), id);
  return FALSE;
}

static gboolean
check_screen (const SoulsLessonScreen  *screen,
              GError                  **error)
{
  return check_chart (screen->left, error) && check_chart (screen->right, error);
}

static gboolean
check_texts (SoulsLessonCheck  *self,
             char *const       *paragraphs,
             GError           **error)
{
  g_autofree char *said = souls_lesson_check_texts (self, paragraphs, error);

  return said != NULL;
}

static gboolean
check_line (SoulsLessonCheck  *self,
            const char        *text,
            GError           **error)
{
  g_autofree char *said = souls_lesson_check_text (self, text, error);

  return said != NULL;
}

static gboolean
check_front (SoulsLessonCheck       *self,
             const SoulsLessonStep  *step,
             GError                **error)
{
  for (int i = 0; i < step->ask.n_options; i++)
    if (!check_line (self, step->ask.options[i].text, error))
      return FALSE;
  return check_line (self, step->title, error) && check_texts (self, step->text, error) &&
         check_texts (self, step->notes, error) && check_line (self, step->ask.question, error) &&
         check_screen (&step->screen, error) && check_screen (&step->reveal_screen, error);
}

/**
 * souls_lesson_check_step:
 *
 * Looks at all that the file's reader does not know: charts, figures in texts, answers and conditions.
 *
 * Returns: (transfer full) (nullable): what is wrong first
 */
char *
souls_lesson_check_step (SoulsLessonCheck  *self,
                         const SoulsLesson *lesson,
                         int                index)
{
  const SoulsLessonStep *step = souls_lesson_get_step (lesson, index);
  g_autoptr (GError) error = NULL;
  SoulsQuantity truth;

  souls_lesson_check_look (self, lesson, index, FALSE);
  if (!check_front (self, step, &error))
    return g_strdup (error->message);
  souls_lesson_check_look (self, lesson, index, TRUE);
  if (!souls_lesson_check_options (self, &step->ask, &error) ||
      (step->ask.answer != NULL && !souls_lesson_check_answer (self, &step->ask, &truth, &error)) ||
      !check_texts (self, step->reveal, &error))
    return g_strdup (error->message);
  return NULL;
}
