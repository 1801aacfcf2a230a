/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "souls-session-private.h"

#include <math.h>

/**
 * souls_step_equal:
 *
 * Returns: whether both say the same
 */
gboolean
souls_step_equal (const SoulsStep *a,
                  const SoulsStep *b)
{
  return a->header == b->header && souls_state_equal (&a->state, &b->state);
}

/**
 * souls_session_get_open:
 *
 * Returns: (transfer none): what is open, whatever is shown in its place at present
 */
const SoulsStep *
souls_session_get_open (SoulsSession *self)
{
  return self->previewing ? &self->home : &self->now;
}

static void
notify_stacks (SoulsSession *self,
               guint         n_undo,
               guint         n_redo)
{
  if ((n_undo > 0) != (self->undo->len > 0))
    souls_session_notify (self, SOULS_SESSION_PROP_CAN_UNDO);
  if ((n_redo > 0) != (self->redo->len > 0))
    souls_session_notify (self, SOULS_SESSION_PROP_CAN_REDO);
}

/**
 * souls_session_remember:
 * @before: where a change, or a gesture, began
 *
 * Makes what happened since one step that can be undone; what was undone before is gone.
 */
void
souls_session_remember (SoulsSession    *self,
                        const SoulsStep *before)
{
  const guint n_undo = self->undo->len;
  const guint n_redo = self->redo->len;

  g_array_append_val (self->undo, *before);
  g_array_set_size (self->redo, 0);
  notify_stacks (self, n_undo, n_redo);
}

/**
 * souls_session_begin_gesture:
 *
 * From here to the matching souls_session_end_gesture(), all changes are one step of undo. A hand ends a preview.
 */
void
souls_session_begin_gesture (SoulsSession *self)
{
  souls_session_end_preview (self);
  if (self->gesture_depth++ == 0)
    self->gesture_start = self->now;
}

/**
 * souls_session_end_gesture:
 *
 * Ends a gesture; one that came back to where it began leaves no step. Emits #SoulsSession::changed, for what is
 * held while the hand is down may settle now.
 */
void
souls_session_end_gesture (SoulsSession *self)
{
  g_return_if_fail (self->gesture_depth > 0);

  if (--self->gesture_depth > 0)
    return;
  if (!souls_step_equal (&self->gesture_start, &self->now))
    souls_session_remember (self, &self->gesture_start);
  g_signal_emit_by_name (self, "changed");
}

gboolean
souls_session_in_gesture (SoulsSession *self)
{
  return self->gesture_depth > 0;
}

/* Moves one step from one stack to the other. */
static void
shift (SoulsStep *now,
       GArray    *from,
       GArray    *to)
{
  g_array_append_val (to, *now);
  *now = g_array_index (from, SoulsStep, from->len - 1);
  g_array_set_size (from, from->len - 1);
}

/**
 * souls_session_jump:
 * @index: of a point of the history, from 0
 *
 * Goes to any point of the history at once; nothing of it is lost. Ends a preview.
 *
 * Returns: whether there is such a point; never while a gesture is under way
 */
gboolean
souls_session_jump (SoulsSession *self,
                    int           index)
{
  const guint n_undo = self->undo->len;
  const guint n_redo = self->redo->len;
  SoulsStep step;

  souls_session_end_preview (self);
  step = self->now;
  if (index < 0 || index >= souls_session_get_n_steps (self) || self->gesture_depth > 0)
    return FALSE;
  while (souls_session_get_step (self) > index)
    shift (&step, self->undo, self->redo);
  while (souls_session_get_step (self) < index)
    shift (&step, self->redo, self->undo);
  if (souls_step_equal (&step, &self->now))
    return TRUE;
  souls_session_take_step (self, &step);
  notify_stacks (self, n_undo, n_redo);
  return TRUE;
}

/**
 * souls_session_undo:
 *
 * Returns: whether there was a step to take back; never while a gesture is under way
 */
gboolean
souls_session_undo (SoulsSession *self)
{
  return souls_session_jump (self, souls_session_get_step (self) - 1);
}

/**
 * souls_session_redo:
 *
 * Returns: whether there was a step to do again
 */
gboolean
souls_session_redo (SoulsSession *self)
{
  return souls_session_jump (self, souls_session_get_step (self) + 1);
}

/**
 * souls_session_get_n_steps:
 *
 * Returns: how many points the history has, what is now and what was undone counted
 */
int
souls_session_get_n_steps (SoulsSession *self)
{
  return (int) (self->undo->len + 1 + self->redo->len);
}

/**
 * souls_session_get_step:
 *
 * Returns: which point of the history is now, from 0
 */
int
souls_session_get_step (SoulsSession *self)
{
  return (int) self->undo->len;
}

static const SoulsStep *
get_point (SoulsSession *self,
           int           index)
{
  const int now = souls_session_get_step (self);

  if (index == now)
    return souls_session_get_open (self);
  if (index < now)
    return &g_array_index (self->undo, SoulsStep, index);
  return &g_array_index (self->redo, SoulsStep, (int) self->redo->len - (index - now));
}

static double
get_income (SoulsSession     *self,
            const SoulsState *state,
            int               year)
{
  const SoulsCalibration *calibration = souls_data_set_get_calibration (self->data, state->base_year, NULL);
  SoulsDrivers drivers;
  SoulsResults results;

  if (year < state->base_year || year > state->base_year + state->settings.horizon)
    return NAN;
  souls_state_get_drivers (state, calibration, &drivers);
  souls_project (calibration, &state->settings, &drivers, &results);
  return results.value[SOULS_METRIC_INCOME_TOTAL][year - state->base_year];
}

/* What differs between two points: one driver, or how many; else the first setting that does. */
static void
find_kind (SoulsSession     *self,
           const SoulsState *before,
           const SoulsState *after,
           SoulsChange      *change)
{
  const SoulsCalibration *from = souls_data_set_get_calibration (self->data, before->base_year, NULL);
  const SoulsCalibration *to = souls_data_set_get_calibration (self->data, after->base_year, NULL);

  for (int i = 0; i < SOULS_N_DRIVERS; i++)
    {
      const SoulsDriver driver = (SoulsDriver) i;

      if (before->value[i] == after->value[i] &&
          souls_state_is_changed (before, driver) == souls_state_is_changed (after, driver))
        continue;
      if (change->n_drivers++ > 0)
        continue;
      change->driver = driver;
      change->from = souls_state_get (before, from, driver);
      change->to = souls_state_get (after, to, driver);
    }
  if (before->base_year != after->base_year)
    change->kind = SOULS_CHANGE_BASE_YEAR;
  else if (change->n_drivers > 0)
    change->kind = souls_state_get_n_changed (after) == 0 && change->n_drivers > 1 ? SOULS_CHANGE_RESET
                   : change->n_drivers == 1 ? SOULS_CHANGE_DRIVER : SOULS_CHANGE_DRIVERS;
  else if (before->settings.rung != after->settings.rung)
    change->kind = SOULS_CHANGE_RUNG;
  else if (before->settings.horizon != after->settings.horizon)
    change->kind = SOULS_CHANGE_HORIZON;
  else if (before->settings.phase_in != after->settings.phase_in)
    change->kind = SOULS_CHANGE_PHASE_IN;
}

/* The user changes one text at a time, and never which program wrote it; else another scenario was opened. */
static gboolean
is_other_scenario (const SoulsScenario *before,
                   const SoulsScenario *after)
{
  int n = 0;

  for (int i = 0; i < SOULS_N_SCENARIO_TEXTS; i++)
    n += g_strcmp0 (before->text[i], after->text[i]) != 0;
  return n != 1 || g_strcmp0 (before->text[SOULS_SCENARIO_MODEL], after->text[SOULS_SCENARIO_MODEL]) != 0;
}

/**
 * souls_session_get_change:
 * @index: of a point of the history, from 1
 * @year: the fiscal year whose operating income is compared
 * @change: (out caller-allocates): what was done to come there from the point before
 */
void
souls_session_get_change (SoulsSession *self,
                          int           index,
                          int           year,
                          SoulsChange  *change)
{
  const SoulsStep *before, *after;

  g_return_if_fail (1 <= index && index < souls_session_get_n_steps (self));

  before = get_point (self, index - 1);
  after = get_point (self, index);
  *change = (SoulsChange) { .kind = SOULS_CHANGE_TEXT, .before = before->state.settings, .after = after->state.settings,
                            .base_year_before = before->state.base_year, .base_year = after->state.base_year };
  change->header_before = g_ptr_array_index (self->headers, before->header);
  change->header = g_ptr_array_index (self->headers, after->header);
  find_kind (self, &before->state, &after->state, change);
  if (before->header != after->header && souls_state_equal (&before->state, &after->state) &&
      souls_session_find_band_change (change->header_before, change->header, &change->driver))
    change->kind = SOULS_CHANGE_BAND;
  else if (before->header != after->header && (!souls_state_equal (&before->state, &after->state) ||
                                               is_other_scenario (change->header_before, change->header)))
    change->kind = SOULS_CHANGE_OPEN;
  change->effect = get_income (self, &after->state, year) - get_income (self, &before->state, year);
}

/**
 * souls_session_is_modified:
 *
 * Returns: whether there is anything that the file does not hold; a session that nobody touched has nothing to save
 */
gboolean
souls_session_is_modified (SoulsSession *self)
{
  return !souls_step_equal (&self->saved, souls_session_get_open (self));
}

/**
 * souls_session_mark_saved:
 *
 * Tells that the file holds what is now.
 */
void
souls_session_mark_saved (SoulsSession *self)
{
  const gboolean was_modified = souls_session_is_modified (self);

  self->saved = *souls_session_get_open (self);
  if (was_modified)
    souls_session_notify (self, SOULS_SESSION_PROP_MODIFIED);
}

/**
 * souls_session_get_point:
 * @index: of a point of the history, from 0
 * @state: (out caller-allocates): what was open there
 */
void
souls_session_get_point (SoulsSession *self,
                         int           index,
                         SoulsState   *state)
{
  g_return_if_fail (0 <= index && index < souls_session_get_n_steps (self));

  *state = get_point (self, index)->state;
}

/**
 * souls_session_begin_preview:
 *
 * From here to souls_session_end_preview(), other states can be shown as under a hand that drags. None of them is a change:
 * the history, what is saved and souls_session_get_scenario() stay, and what a setter is asked for meanwhile is not done.
 */
void
souls_session_begin_preview (SoulsSession *self)
{
  g_return_if_fail (!self->previewing && self->gesture_depth == 0);

  souls_session_begin_gesture (self);
  self->home = self->now;
  self->home_year = self->year;
  self->previewing = TRUE;
}

/**
 * souls_session_preview:
 * @state: of an offered base year, its drivers in their ranges
 *
 * Shows @state. The year under the scrubber stays where @state has it.
 */
void
souls_session_preview (SoulsSession     *self,
                       const SoulsState *state)
{
  const SoulsStep step = { .state = *state, .header = self->home.header };

  g_return_if_fail (self->previewing);

  if (souls_step_equal (&step, &self->now))
    return;
  souls_session_take_step (self, &step);
  souls_session_set_year (self, self->home_year);
}

/**
 * souls_session_end_preview:
 *
 * Shows again what is open.
 */
void
souls_session_end_preview (SoulsSession *self)
{
  /* Without a gesture it is ending already, and somebody who was told so asks again. */
  if (!self->previewing || self->gesture_depth == 0)
    return;
  self->gesture_depth--;
  souls_session_take_step (self, &self->home);
  self->previewing = FALSE;
  souls_session_set_year (self, self->home_year);
}

gboolean
souls_session_in_preview (SoulsSession *self)
{
  return self->previewing;
}
