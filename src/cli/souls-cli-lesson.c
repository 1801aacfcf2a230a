/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "souls-config.h"

#include "souls-cli-lesson.h"

#include <string.h>

#include "souls-cli-input.h"
#include "souls-expression.h"
#include "souls-text.h"

/**
 * Checker:
 * @place: "file:line:column: step “id”", for messages
 * @data: what is computed from
 * @scenario: of the screen that is looked at
 * @given: the same for expressions
 * @context: the same, with answer and truth in a reveal
 */
typedef struct
{
  char *place;
  SoulsDataSet *data;
  SoulsCliScenario scenario;
  SoulsCliInput *given;
  SoulsTextContext context;
  GError **error;
} Checker;

static void
checker_clear (Checker *self)
{
  g_free (self->place);
  g_free (self->given);
  souls_cli_scenario_clear (&self->scenario);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Checker, checker_clear)

static gboolean
complain (Checker    *self,
          const char *where,
          const char *message)
{
  g_autofree char *whole = g_strdup_printf ("%s, %s: %s", self->place, where, message);
  g_autofree char *line = souls_text_line (whole);

  g_set_error_literal (self->error, SOULS_LESSON_ERROR, SOULS_LESSON_ERROR_VALUE, line);
  return FALSE;
}

static gboolean
begin (Checker      *self,
       SoulsDataSet *data,
       GError      **error)
{
  self->error = error;
  self->data = data;
  self->given = g_new0 (SoulsCliInput, 1);
  self->context.facts = souls_data_set_get_estimates (data, error);
  return self->context.facts != NULL;
}

/* Computes what a screen shows; what no step has said yet is at its baseline. */
static gboolean
look_at (Checker                 *self,
         const SoulsLessonScreen *screen)
{
  souls_cli_scenario_clear (&self->scenario);
  self->scenario.data = souls_data_set_ref (self->data);
  self->scenario.scenario = screen->scenario != NULL ? souls_scenario_copy (screen->scenario) : souls_scenario_new ();
  if (!souls_cli_scenario_compute (&self->scenario, self->error))
    return FALSE;
  souls_cli_input_fill (self->given, &self->scenario,
                        screen->year != 0 ? screen->year : self->scenario.calibration->year);
  self->context.input = &self->given->input;
  return TRUE;
}

static gboolean
check_text (Checker    *self,
            const char *where,
            const char *text)
{
  g_autoptr (GError) local_error = NULL;
  g_autofree char *said = text != NULL ? souls_text_expand (text, &self->context, &local_error) : NULL;

  return text == NULL || said != NULL || complain (self, where, local_error->message);
}

static gboolean
check_paragraphs (Checker     *self,
                  const char  *where,
                  char *const *paragraphs)
{
  for (int i = 0; paragraphs != NULL && paragraphs[i] != NULL; i++)
    {
      g_autofree char *place = g_strdup_printf ("%s %d", where, i + 1);

      if (!check_text (self, place, paragraphs[i]))
        return FALSE;
    }
  return TRUE;
}

static gboolean
check_view (Checker    *self,
            const char *where,
            SoulsChart  chart,
            const char *id)
{
  const int n = souls_chart_n_views (chart);
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();
  g_autofree char *hint = NULL;
  g_autofree char *message = NULL;

  for (int i = 0; n > 1 && i < n; i++)
    {
      g_ptr_array_add (ids, (gpointer) souls_chart_view_id (chart, i));
      if (strcmp (souls_chart_view_id (chart, i), id) == 0)
        return TRUE;
    }
  g_ptr_array_add (ids, NULL);
  hint = souls_text_hint (id, (const char *const *) ids->pdata);
  message = g_strdup_printf ("the chart %s has no view “%s”%s", souls_chart_id (chart), id, hint);
  return complain (self, where, message);
}

static gboolean
check_chart (Checker    *self,
             const char *where,
             const char *id)
{
  const char *ids[SOULS_N_CHARTS + 1] = { NULL };
  g_auto (GStrv) parts = id != NULL ? g_strsplit (id, "/", 2) : NULL;
  g_autofree char *hint = NULL;
  g_autofree char *message = NULL;
  SoulsChart chart;

  if (id == NULL)
    return TRUE;
  if (souls_chart_from_id (parts[0], &chart))
    return parts[1] == NULL || check_view (self, where, chart, parts[1]);
  for (int i = 0; i < SOULS_N_CHARTS; i++)
    ids[i] = souls_chart_id ((SoulsChart) i);
  hint = souls_text_hint (parts[0], ids);
  message = g_strdup_printf ("there is no chart “%s”%s", parts[0], hint);
  return complain (self, where, message);
}

static gboolean
check_condition (Checker    *self,
                 const char *where,
                 const char *when,
                 gboolean   *holds)
{
  g_autoptr (GError) local_error = NULL;

  return souls_condition_holds (when, &self->context, holds, &local_error) ||
         complain (self, where, local_error->message);
}

/* One is right, unless it is a matter of opinion. */
static gboolean
check_options (Checker        *self,
               const SoulsAsk *ask)
{
  int n_conditions = 0, n_right = 0;
  g_autofree char *message = NULL;

  for (int i = 0; i < ask->n_options; i++)
    {
      g_autofree char *where = g_strdup_printf ("option %d", i + 1);
      gboolean holds = FALSE;

      if (ask->options[i].when == NULL)
        continue;
      if (!check_condition (self, where, ask->options[i].when, &holds))
        return FALSE;
      n_conditions++;
      n_right += holds;
    }
  if (n_conditions == 0 || n_right == 1)
    return TRUE;
  message = g_strdup_printf ("expected one option whose condition holds, found %d", n_right);
  return complain (self, "choice", message);
}

/* What is so has to be among what can be entered. */
static gboolean
check_answer (Checker        *self,
              const SoulsAsk *ask,
              SoulsQuantity  *truth)
{
  const char *where = souls_ask_kind_id (ask->kind);
  g_autoptr (GError) local_error = NULL;
  g_autofree char *message = NULL;
  double shown;

  if (!souls_expression_evaluate (ask->answer, &self->context, truth, &local_error))
    return complain (self, where, local_error->message);
  shown = souls_quantity_to_shown (truth);
  if (ask->kind == SOULS_ASK_NUMBER && (shown < ask->low || shown > ask->high))
    {
      message = g_strdup_printf ("expected an answer from %g to %g, found %g", ask->low, ask->high, shown);
      return complain (self, where, message);
    }
  if (ask->kind != SOULS_ASK_SLIDER || souls_driver_check (self->scenario.calibration, ask->driver, truth->value, NULL))
    return TRUE;
  message = g_strdup_printf ("expected an answer in the slider’s range, found %g", shown);
  return complain (self, where, message);
}

/* Texts before the answer. */
static gboolean
check_front (Checker               *self,
             const SoulsLessonStep *step)
{
  if (!check_text (self, "title", step->title) || !check_paragraphs (self, "paragraph", step->text) ||
      !check_paragraphs (self, "notes, paragraph", step->notes) || !check_text (self, "question", step->ask.question) ||
      !check_chart (self, "left chart", step->screen.left) || !check_chart (self, "right chart", step->screen.right))
    return FALSE;
  for (int i = 0; i < step->ask.n_options; i++)
    {
      g_autofree char *where = g_strdup_printf ("option %d", i + 1);

      if (!check_text (self, where, step->ask.options[i].text))
        return FALSE;
    }
  return TRUE;
}

/* Answer, conditions and what is revealed are of the scenario that the reveal shows. */
static gboolean
check_back (Checker               *self,
            const SoulsLessonStep *step)
{
  const SoulsAsk *ask = &step->ask;
  SoulsQuantity truth = souls_quantity_new (SOULS_QUANTITY_COUNT, 0);
  gboolean good;

  if (ask->kind == SOULS_ASK_SLIDER)
    truth = souls_quantity_driver (ask->driver, self->scenario.drivers.target[ask->driver]);
  if (!check_options (self, ask) || (ask->answer != NULL && !check_answer (self, ask, &truth)))
    return FALSE;
  self->context.answer = ask->kind == SOULS_ASK_NUMBER || ask->kind == SOULS_ASK_SLIDER ? &truth : NULL;
  self->context.truth = ask->answer != NULL ? &truth : NULL;
  good = check_paragraphs (self, "reveal, paragraph", step->reveal);
  self->context.answer = self->context.truth = NULL;
  return good && check_chart (self, "reveal, left chart", step->reveal_screen.left) &&
         check_chart (self, "reveal, right chart", step->reveal_screen.right);
}

static gboolean
check_step (Checker           *self,
            const SoulsLesson *lesson,
            int                index)
{
  const SoulsLessonStep *step = souls_lesson_get_step (lesson, index);
  SoulsLessonScreen before, after;

  souls_lesson_get_screen (lesson, index, FALSE, &before);
  souls_lesson_get_screen (lesson, index, TRUE, &after);
  return look_at (self, &before) && check_front (self, step) && look_at (self, &after) && check_back (self, step);
}

/**
 * souls_cli_check_lesson:
 * @name: of the file, for messages
 * @lesson: read from it
 * @data: what is computed from
 * @error: what is wrong with it, and where
 *
 * Returns: whether all that the lesson names can be had
 */
gboolean
souls_cli_check_lesson (const char        *name,
                        const SoulsLesson *lesson,
                        SoulsDataSet      *data,
                        GError           **error)
{
  g_auto (Checker) self = { 0 };

  if (!begin (&self, data, error))
    return FALSE;
  for (int i = 0; i < souls_lesson_get_n_steps (lesson); i++)
    {
      const SoulsLessonStep *step = souls_lesson_get_step (lesson, i);

      g_free (self.place);
      self.place = g_strdup_printf ("%s:%d:%d: step “%s”", name, step->line, step->column, step->id);
      if (!check_step (&self, lesson, i))
        return FALSE;
    }
  return TRUE;
}

static gboolean
check_side (Checker                 *self,
            const char              *where,
            const SoulsArgumentSide *side)
{
  g_autofree char *paragraph = g_strdup_printf ("%s, paragraph", where);
  gboolean holds = FALSE;

  if (!look_at (self, &side->screen) || !check_paragraphs (self, paragraph, side->text) ||
      !check_chart (self, where, side->screen.left) || !check_chart (self, where, side->screen.right) ||
      !check_condition (self, where, side->when, &holds))
    return FALSE;
  return holds || complain (self, where, "expected a condition that holds there, found one that does not");
}

/**
 * souls_cli_check_arguments:
 * @name: of the file, for messages
 * @arguments: read from it
 * @data: what is computed from
 * @error: what is wrong with it, and where
 *
 * Returns: whether all that the cards name can be had, and each condition holds
 */
gboolean
souls_cli_check_arguments (const char           *name,
                           const SoulsArguments *arguments,
                           SoulsDataSet         *data,
                           GError              **error)
{
  g_auto (Checker) self = { 0 };

  if (!begin (&self, data, error))
    return FALSE;
  for (int i = 0; i < souls_arguments_get_n (arguments); i++)
    {
      const SoulsArgument *card = souls_arguments_get (arguments, i);

      g_free (self.place);
      self.place = g_strdup_printf ("%s:%d:%d: argument “%s”", name, card->line, card->column, card->id);
      if (!check_side (&self, "true", &card->holds) || !check_text (&self, "claim", card->claim) ||
          !check_text (&self, "who", card->who) || !check_side (&self, "false", &card->fails))
        return FALSE;
    }
  return TRUE;
}
