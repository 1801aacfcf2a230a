/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "souls-lesson-run.h"

#include <math.h>

/* What is kept of one step. */
typedef struct
{
  SoulsAnswer answer;
  gboolean committed;
  gboolean revealed;
  GArray *votes;   /* of SoulsAnswer; NULL: none */
} Page;

struct _SoulsLessonRun
{
  GObject parent_instance;

  /* Owned */
  SoulsSession *session;
  SoulsLesson *lesson;
  Page *pages;

  SoulsLessonMove move;
  gpointer move_data;

  int index;
  SoulsScenario *shown;   /* where the step has brought the session, or NULL: it has not */
  gboolean is_moving;
  gboolean exploring;
  gboolean votes_hidden;
};

enum
{
  PROP_0,
  PROP_VOTES_HIDDEN,
  N_PROPS
};

enum
{
  STEP_CHANGED,
  ANSWER_CHANGED,
  REVEALED,
  EXPLORING_CHANGED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SoulsLessonRun, souls_lesson_run, G_TYPE_OBJECT)

G_DEFINE_QUARK (souls-lesson-run-error-quark, souls_lesson_run_error)

static Page *
page (SoulsLessonRun *self)
{
  return &self->pages[self->index];
}

/* Whether a driver stands where the step has put it; the one that is asked for may stand anywhere. */
static gboolean
is_in_place (SoulsLessonRun *self,
             SoulsDriver     driver)
{
  const SoulsAsk *ask = &souls_lesson_run_get_step (self)->ask;
  const SoulsCalibration *calibration = souls_session_get_calibration (self->session);
  const double wanted = self->shown->changed[driver] ? self->shown->value[driver] : calibration->baseline[driver];

  if (ask->kind == SOULS_ASK_SLIDER && ask->driver == driver)
    return TRUE;
  return fabs (souls_session_get_driver (self->session, driver) - wanted) <= 1e-9 * fmax (1, fabs (wanted));
}

static gboolean
is_away (SoulsLessonRun *self)
{
  const SoulsSettings *settings = souls_session_get_settings (self->session);

  if (self->shown == NULL)
    return FALSE;
  if (settings->horizon != self->shown->settings.horizon || settings->phase_in != self->shown->settings.phase_in ||
      settings->rung != self->shown->settings.rung ||
      (self->shown->base_year != 0 && souls_session_get_base_year (self->session) != self->shown->base_year))
    return TRUE;
  for (int i = 0; i < SOULS_N_DRIVERS; i++)
    if (!is_in_place (self, i))
      return TRUE;
  return FALSE;
}

static void
update_exploring (SoulsLessonRun *self)
{
  /* In a movement the session shows what is on the way there. */
  const gboolean exploring = !self->is_moving && !souls_session_in_preview (self->session) && is_away (self);

  if (exploring == self->exploring)
    return;
  self->exploring = exploring;
  g_signal_emit (self, signals[EXPLORING_CHANGED], 0);
}

static void
session_changed_cb (SoulsLessonRun *self)
{
  if (!souls_session_in_preview (self->session))
    update_exploring (self);
}

static void
souls_lesson_run_get_property (GObject    *object,
                               guint       id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  if (id == PROP_VOTES_HIDDEN)
    g_value_set_boolean (value, SOULS_LESSON_RUN (object)->votes_hidden);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
souls_lesson_run_set_property (GObject      *object,
                               guint         id,
                               const GValue *value,
                               GParamSpec   *pspec)
{
  if (id == PROP_VOTES_HIDDEN)
    souls_lesson_run_set_votes_hidden (SOULS_LESSON_RUN (object), g_value_get_boolean (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
souls_lesson_run_dispose (GObject *object)
{
  SoulsLessonRun *self = SOULS_LESSON_RUN (object);

  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (souls_lesson_run_parent_class)->dispose (object);
}

static void
souls_lesson_run_finalize (GObject *object)
{
  SoulsLessonRun *self = SOULS_LESSON_RUN (object);

  for (int i = 0; i < souls_lesson_get_n_steps (self->lesson); i++)
    g_clear_pointer (&self->pages[i].votes, g_array_unref);
  g_clear_pointer (&self->pages, g_free);
  g_clear_pointer (&self->shown, souls_scenario_free);
  g_clear_pointer (&self->lesson, souls_lesson_free);
  G_OBJECT_CLASS (souls_lesson_run_parent_class)->finalize (object);
}

static void
souls_lesson_run_class_init (SoulsLessonRunClass *klass)
{
  static const char *const names[N_SIGNALS] = { "step-changed", "answer-changed", "revealed", "exploring-changed" };
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = souls_lesson_run_get_property;
  object_class->set_property = souls_lesson_run_set_property;
  object_class->dispose = souls_lesson_run_dispose;
  object_class->finalize = souls_lesson_run_finalize;

  properties[PROP_VOTES_HIDDEN] =
    g_param_spec_boolean ("votes-hidden", NULL, NULL, FALSE,
                          G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  for (int i = 0; i < N_SIGNALS; i++)
    signals[i] = g_signal_new (names[i], SOULS_TYPE_LESSON_RUN, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
move_at_once (SoulsSession        *session,
              const SoulsScenario *scenario,
              int                  year,
              gboolean             revealing,
              gpointer             data)
{
  /* The lesson's own parser has checked the scenario against the same data. */
  souls_session_load (session, scenario, NULL);
  if (year != 0)
    souls_session_set_year (session, year);
}

static void
souls_lesson_run_init (SoulsLessonRun *self)
{
  self->move = move_at_once;
}

/**
 * souls_lesson_run_new:
 * @session: what the steps show themselves in
 * @lesson: copied
 *
 * Nothing is shown before souls_lesson_run_start().
 *
 * Returns: (transfer full): the lesson, at its first step
 */
SoulsLessonRun *
souls_lesson_run_new (SoulsSession      *session,
                      const SoulsLesson *lesson)
{
  SoulsLessonRun *self = g_object_new (SOULS_TYPE_LESSON_RUN, NULL);

  self->session = g_object_ref (session);
  self->lesson = souls_lesson_copy (lesson);
  self->pages = g_new0 (Page, souls_lesson_get_n_steps (lesson));
  g_signal_connect_swapped (session, "changed", G_CALLBACK (session_changed_cb), self);
  return self;
}

/**
 * souls_lesson_run_set_move:
 * @move: (nullable): how the session is brought to what a step shows; it must have arrived, or be in a preview, when the function returns
 */
void
souls_lesson_run_set_move (SoulsLessonRun *self,
                           SoulsLessonMove move,
                           gpointer        data)
{
  self->move = move != NULL ? move : move_at_once;
  self->move_data = data;
}

/**
 * souls_lesson_run_get_session:
 *
 * Returns: (transfer none): what the steps show themselves in
 */
SoulsSession *
souls_lesson_run_get_session (SoulsLessonRun *self)
{
  return self->session;
}

/**
 * souls_lesson_run_get_lesson:
 *
 * Returns: (transfer none): the lesson
 */
const SoulsLesson *
souls_lesson_run_get_lesson (SoulsLessonRun *self)
{
  return self->lesson;
}

/**
 * souls_lesson_run_get_index:
 *
 * Returns: which step is shown, from 0
 */
int
souls_lesson_run_get_index (SoulsLessonRun *self)
{
  return self->index;
}

/**
 * souls_lesson_run_get_step:
 *
 * Returns: (transfer none): the step that is shown
 */
const SoulsLessonStep *
souls_lesson_run_get_step (SoulsLessonRun *self)
{
  return souls_lesson_get_step (self->lesson, self->index);
}

/**
 * souls_lesson_run_get_screen:
 * @screen: (out caller-allocates): borrowed
 *
 * What the step shows now: after its reveal, what that shows.
 */
void
souls_lesson_run_get_screen (SoulsLessonRun    *self,
                             SoulsLessonScreen *screen)
{
  souls_lesson_get_screen (self->lesson, self->index, page (self)->revealed, screen);
}

static void
show (SoulsLessonRun *self,
      gboolean        revealing)
{
  SoulsLessonScreen screen;

  souls_lesson_run_get_screen (self, &screen);
  g_clear_pointer (&self->shown, souls_scenario_free);
  if (screen.scenario != NULL)
    {
      self->shown = souls_scenario_copy (screen.scenario);
      self->is_moving = TRUE;
      self->move (self->session, screen.scenario, screen.year, revealing, self->move_data);
      self->is_moving = FALSE;
    }
  update_exploring (self);
}

/**
 * souls_lesson_run_start:
 * @index: the first step to show
 *
 * Shows a step, also if it is the one that the lesson is at.
 */
void
souls_lesson_run_start (SoulsLessonRun *self,
                        int             index)
{
  g_return_if_fail (index >= 0 && index < souls_lesson_get_n_steps (self->lesson));

  self->index = index;
  show (self, FALSE);
  g_signal_emit (self, signals[STEP_CHANGED], 0);
}

/**
 * souls_lesson_run_go:
 * @index: a step
 *
 * Returns: whether there is such a step and another one was shown
 */
gboolean
souls_lesson_run_go (SoulsLessonRun *self,
                     int             index)
{
  if (index < 0 || index >= souls_lesson_get_n_steps (self->lesson) || index == self->index)
    return FALSE;
  souls_lesson_run_start (self, index);
  return TRUE;
}

/**
 * souls_lesson_run_advance:
 *
 * Returns: whether anything happened
 */
gboolean
souls_lesson_run_advance (SoulsLessonRun *self)
{
  const SoulsLessonStep *step = souls_lesson_run_get_step (self);

  if ((step->has_reveal || step->ask.kind != SOULS_ASK_NONE) && !page (self)->revealed)
    return souls_lesson_run_reveal (self, NULL);
  return souls_lesson_run_go (self, self->index + 1);
}

/**
 * souls_lesson_run_back:
 *
 * Returns: whether there was a step before
 */
gboolean
souls_lesson_run_back (SoulsLessonRun *self)
{
  return souls_lesson_run_go (self, self->index - 1);
}

/**
 * souls_lesson_run_get_answer:
 *
 * Returns: (transfer none): what was answered to the step that is shown
 */
const SoulsAnswer *
souls_lesson_run_get_answer (SoulsLessonRun *self)
{
  return &page (self)->answer;
}

/**
 * souls_lesson_run_get_answer_at:
 * @index: a step
 *
 * Returns: (transfer none): what was answered to it
 */
const SoulsAnswer *
souls_lesson_run_get_answer_at (SoulsLessonRun *self,
                                int             index)
{
  return &self->pages[index].answer;
}

static gboolean
check_number (double   number,
              double   low,
              double   high,
              GError **error)
{
  if (isfinite (number) && number >= low && number <= high)
    return TRUE;
  g_set_error (error, SOULS_LESSON_RUN_ERROR, SOULS_LESSON_RUN_ERROR_RANGE,
               "%g cannot be answered: expected a number from %g to %g", number, low, high);
  return FALSE;
}

static gboolean
check_line (const SoulsAsk    *ask,
            const SoulsAnswer *answer,
            GError           **error)
{
  const int n = ask->to - ask->from + 1;

  for (int i = 0; i < n; i++)
    {
      if (ask->from + i <= ask->shown)
        continue;
      if (isnan (answer->points[i]))
        {
          g_set_error (error, SOULS_LESSON_RUN_ERROR, SOULS_LESSON_RUN_ERROR_NOTHING,
                       "The line has no value for fiscal %d: expected one for each year from %d to %d", ask->from + i,
                       ask->from, ask->to);
          return FALSE;
        }
      if (!check_number (answer->points[i], ask->low, ask->high, error))
        return FALSE;
    }
  return TRUE;
}

/* In the range of the year that the step begins in. */
static gboolean
check_slider (SoulsLessonRun *self,
              int             index,
              double          number,
              GError        **error)
{
  const SoulsDriver driver = souls_lesson_get_step (self->lesson, index)->ask.driver;
  const SoulsCalibration *calibration = NULL;
  SoulsLessonScreen screen;

  souls_lesson_get_screen (self->lesson, index, FALSE, &screen);
  if (screen.scenario != NULL && screen.scenario->base_year != 0)
    calibration = souls_data_set_get_calibration (souls_session_get_data (self->session), screen.scenario->base_year, NULL);
  if (calibration == NULL)
    calibration = souls_session_get_calibration (self->session);

  return check_number (number, souls_scenario_shown (driver, calibration->min[driver]),
                       souls_scenario_shown (driver, calibration->max[driver]), error);
}

/**
 * souls_lesson_run_check_at:
 * @index: a step
 * @error: %SOULS_LESSON_RUN_ERROR_NOTHING or %SOULS_LESSON_RUN_ERROR_RANGE
 *
 * Returns: whether that may be answered to it
 */
gboolean
souls_lesson_run_check_at (SoulsLessonRun    *self,
                           int                index,
                           const SoulsAnswer *answer,
                           GError           **error)
{
  const SoulsAsk *ask = &souls_lesson_get_step (self->lesson, index)->ask;

  if (ask->kind == SOULS_ASK_NONE || !answer->given)
    {
      g_set_error_literal (error, SOULS_LESSON_RUN_ERROR, SOULS_LESSON_RUN_ERROR_NOTHING, "There is no answer yet");
      return FALSE;
    }
  switch (ask->kind)
    {
    case SOULS_ASK_CHOICE:
      if (answer->option >= 0 && answer->option < ask->n_options)
        return TRUE;
      g_set_error (error, SOULS_LESSON_RUN_ERROR, SOULS_LESSON_RUN_ERROR_RANGE,
                   "There is no option %d: expected one from 1 to %d", answer->option + 1, ask->n_options);
      return FALSE;
    case SOULS_ASK_NUMBER:
      return check_number (answer->number, ask->low, ask->high, error);
    case SOULS_ASK_LINE:
      return check_line (ask, answer, error);
    case SOULS_ASK_SLIDER:
      return check_slider (self, index, answer->number, error);
    case SOULS_ASK_NONE:
    case SOULS_N_ASK_KINDS:
    default:
      g_return_val_if_reached (FALSE);
    }
}

/**
 * souls_lesson_run_check:
 * @error: as of souls_lesson_run_check_at()
 *
 * Returns: whether that may be answered to the step that is shown
 */
gboolean
souls_lesson_run_check (SoulsLessonRun    *self,
                        const SoulsAnswer *answer,
                        GError           **error)
{
  return souls_lesson_run_check_at (self, self->index, answer, error);
}

/**
 * souls_lesson_run_set_answer:
 * @answer: one that is not given takes the answer back; a line may have gaps until it is committed
 *
 * Returns: whether it is the answer now
 */
gboolean
souls_lesson_run_set_answer (SoulsLessonRun    *self,
                             const SoulsAnswer *answer,
                             GError           **error)
{
  const SoulsAskKind kind = souls_lesson_run_get_step (self)->ask.kind;

  if (page (self)->committed)
    {
      g_set_error_literal (error, SOULS_LESSON_RUN_ERROR, SOULS_LESSON_RUN_ERROR_COMMITTED, "The answer stands already");
      return FALSE;
    }
  if (answer->given && kind != SOULS_ASK_LINE && !souls_lesson_run_check (self, answer, error))
    return FALSE;
  page (self)->answer = *answer;
  g_signal_emit (self, signals[ANSWER_CHANGED], 0);
  return TRUE;
}

/**
 * souls_lesson_run_commit:
 * @error: why it cannot stand
 *
 * Lets the answer stand. A class's votes stand for an answer.
 *
 * Returns: whether there is an answer that stands
 */
gboolean
souls_lesson_run_commit (SoulsLessonRun *self,
                         GError        **error)
{
  if (page (self)->committed)
    return TRUE;
  if (souls_lesson_run_get_n_votes (self) == 0 && !souls_lesson_run_check (self, &page (self)->answer, error))
    return FALSE;
  page (self)->committed = TRUE;
  g_signal_emit (self, signals[ANSWER_CHANGED], 0);
  return TRUE;
}

static void
uncover (SoulsLessonRun *self)
{
  page (self)->revealed = TRUE;
  if (souls_lesson_run_get_step (self)->reveal_screen.scenario != NULL)
    show (self, TRUE);
  g_signal_emit (self, signals[REVEALED], 0);
}

/**
 * souls_lesson_run_reveal:
 * @error: why nothing can be revealed yet
 *
 * Commits what is asked, if anything, and shows what is so.
 *
 * Returns: whether the step is revealed
 */
gboolean
souls_lesson_run_reveal (SoulsLessonRun *self,
                         GError        **error)
{
  const SoulsLessonStep *step = souls_lesson_run_get_step (self);

  if (page (self)->revealed)
    return TRUE;
  if (step->ask.kind != SOULS_ASK_NONE && !souls_lesson_run_commit (self, error))
    return FALSE;
  uncover (self);
  return TRUE;
}

/**
 * souls_lesson_run_reveal_unanswered:
 *
 * Shows what is so though nobody has said what he thinks; nothing can be answered any more.
 */
void
souls_lesson_run_reveal_unanswered (SoulsLessonRun *self)
{
  if (page (self)->revealed)
    return;
  page (self)->answer = (SoulsAnswer) { 0 };
  page (self)->committed = TRUE;
  uncover (self);
}

gboolean
souls_lesson_run_is_committed (SoulsLessonRun *self,
                               int             index)
{
  return self->pages[index].committed;
}

gboolean
souls_lesson_run_is_revealed (SoulsLessonRun *self,
                              int             index)
{
  return self->pages[index].revealed;
}

/**
 * souls_lesson_run_restore:
 * @index: a step
 * @answer: (nullable): what was answered and stands
 * @revealed: whether it was revealed
 *
 * Takes up what was kept of an earlier sitting; before souls_lesson_run_start().
 */
void
souls_lesson_run_restore (SoulsLessonRun    *self,
                          int                index,
                          const SoulsAnswer *answer,
                          gboolean           revealed)
{
  Page *kept = &self->pages[index];

  g_return_if_fail (index >= 0 && index < souls_lesson_get_n_steps (self->lesson));

  kept->answer = answer != NULL ? *answer : (SoulsAnswer) { 0 };
  kept->committed = answer != NULL;
  kept->revealed = revealed;
}

/**
 * souls_lesson_run_restart:
 *
 * Forgets all answers and votes, and shows the first step.
 */
void
souls_lesson_run_restart (SoulsLessonRun *self)
{
  for (int i = 0; i < souls_lesson_get_n_steps (self->lesson); i++)
    {
      g_clear_pointer (&self->pages[i].votes, g_array_unref);
      self->pages[i] = (Page) { 0 };
    }
  souls_lesson_run_start (self, 0);
}

/**
 * souls_lesson_run_get_n_revealed:
 *
 * Returns: how many steps with something to reveal have been revealed
 */
int
souls_lesson_run_get_n_revealed (SoulsLessonRun *self)
{
  int n = 0;

  for (int i = 0; i < souls_lesson_get_n_steps (self->lesson); i++)
    n += self->pages[i].revealed ? 1 : 0;
  return n;
}

guint
souls_lesson_run_get_n_votes (SoulsLessonRun *self)
{
  return page (self)->votes != NULL ? page (self)->votes->len : 0;
}

/**
 * souls_lesson_run_get_vote:
 * @index: from 0 on, in the order given
 *
 * Returns: (transfer none): what one of the class has answered; valid until the next vote
 */
const SoulsAnswer *
souls_lesson_run_get_vote (SoulsLessonRun *self,
                           guint           index)
{
  g_return_val_if_fail (index < souls_lesson_run_get_n_votes (self), NULL);

  return &g_array_index (page (self)->votes, SoulsAnswer, index);
}

/**
 * souls_lesson_run_add_vote:
 * @error: %SOULS_LESSON_RUN_ERROR_RANGE, %SOULS_LESSON_RUN_ERROR_COMMITTED
 *
 * Returns: whether it counts
 */
gboolean
souls_lesson_run_add_vote (SoulsLessonRun    *self,
                           const SoulsAnswer *answer,
                           GError           **error)
{
  if (page (self)->revealed)
    {
      g_set_error_literal (error, SOULS_LESSON_RUN_ERROR, SOULS_LESSON_RUN_ERROR_COMMITTED, "The vote is closed");
      return FALSE;
    }
  if (!souls_lesson_run_check (self, answer, error))
    return FALSE;
  if (page (self)->votes == NULL)
    page (self)->votes = g_array_new (FALSE, FALSE, sizeof (SoulsAnswer));
  g_array_append_val (page (self)->votes, *answer);
  g_signal_emit (self, signals[ANSWER_CHANGED], 0);
  return TRUE;
}

/**
 * souls_lesson_run_remove_vote:
 *
 * Takes the last vote back.
 *
 * Returns: whether there was one
 */
gboolean
souls_lesson_run_remove_vote (SoulsLessonRun *self)
{
  const guint n = souls_lesson_run_get_n_votes (self);

  if (n == 0 || page (self)->revealed)
    return FALSE;
  g_array_set_size (page (self)->votes, n - 1);
  g_signal_emit (self, signals[ANSWER_CHANGED], 0);
  return TRUE;
}

void
souls_lesson_run_clear_votes (SoulsLessonRun *self)
{
  if (souls_lesson_run_get_n_votes (self) == 0 || page (self)->revealed)
    return;
  g_clear_pointer (&page (self)->votes, g_array_unref);
  g_signal_emit (self, signals[ANSWER_CHANGED], 0);
}

/**
 * souls_lesson_run_set_votes_hidden:
 * @hidden: whether what a class has answered is not to be seen, anywhere, before it is revealed
 */
void
souls_lesson_run_set_votes_hidden (SoulsLessonRun *self,
                                   gboolean        hidden)
{
  if (self->votes_hidden == hidden)
    return;
  self->votes_hidden = hidden;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_VOTES_HIDDEN]);
}

gboolean
souls_lesson_run_get_votes_hidden (SoulsLessonRun *self)
{
  return self->votes_hidden;
}

gboolean
souls_lesson_run_is_exploring (SoulsLessonRun *self)
{
  return self->exploring;
}

/**
 * souls_lesson_run_come_back:
 *
 * Shows again what the step shows.
 */
void
souls_lesson_run_come_back (SoulsLessonRun *self)
{
  show (self, FALSE);
  g_signal_emit (self, signals[STEP_CHANGED], 0);
}
