/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "souls-session-private.h"

/* Where the scrubber stands at first: far enough ahead that a slider shows what it does. */
#define FIRST_LOOK_AHEAD 5

enum
{
  CHANGED,
  DRIVER_CHANGED,
  BASE_YEAR_CHANGED,
  N_SIGNALS
};

static GParamSpec *properties[SOULS_SESSION_N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SoulsSession, souls_session, G_TYPE_OBJECT)

void
souls_session_notify (SoulsSession *self,
                      int           property)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[property]);
}

static void
recompute_baseline (SoulsSession *self)
{
  SoulsDrivers defaults;

  souls_drivers_reset (&defaults, self->calibration);
  souls_project (self->calibration, &self->now.state.settings, &defaults, &self->baseline);
}

static void
recompute_history (SoulsSession *self)
{
  int n;
  const SoulsCalibration *calibrations = souls_data_set_get_calibrations (self->data, &n);

  souls_history_compute (calibrations, n, self->calibration, &self->now.state.settings, &self->drivers,
                         &self->history);
}

/* Whether reported years look different: the meaning of "without AWS" reaches back to them. */
static gboolean
history_differs (const SoulsState *before,
                 const SoulsState *after)
{
  if (before->settings.rung != after->settings.rung)
    return TRUE;
  for (int i = 0; i < SOULS_N_DRIVERS; i++)
    if (souls_driver_info ((SoulsDriver) i)->group == SOULS_GROUP_WITHOUT_AWS &&
        before->value[i] != after->value[i])
      return TRUE;
  return before->base_year != after->base_year;
}

static gboolean
settings_differ (const SoulsSettings *a,
                 const SoulsSettings *b)
{
  return a->horizon != b->horizon || a->phase_in != b->phase_in || a->rung != b->rung;
}

/* Takes what is now; does again only what depends on the difference. @before is NULL at first. */
static void
recompute (SoulsSession     *self,
           const SoulsState *before)
{
  const SoulsState *after = &self->now.state;
  const gboolean new_base = before == NULL || before->base_year != after->base_year;

  if (new_base)
    self->calibration = souls_data_set_get_calibration (self->data, after->base_year, NULL);
  souls_state_get_drivers (after, self->calibration, &self->drivers);
  souls_project (self->calibration, &after->settings, &self->drivers, &self->results);
  if (new_base || settings_differ (&before->settings, &after->settings))
    recompute_baseline (self);
  if (before == NULL || history_differs (before, after))
    recompute_history (self);
}

static void
emit_driver_changes (SoulsSession     *self,
                     const SoulsState *before)
{
  for (int i = 0; i < SOULS_N_DRIVERS; i++)
    if (before->value[i] != self->now.state.value[i] ||
        souls_state_is_changed (before, (SoulsDriver) i) != souls_state_is_changed (&self->now.state, (SoulsDriver) i))
      g_signal_emit (self, signals[DRIVER_CHANGED], 0, i);
}

static void
clamp_year (SoulsSession *self)
{
  const int year = CLAMP (self->year, souls_session_get_first_year (self), souls_session_get_last_year (self));

  if (year == self->year)
    return;
  self->year = year;
  souls_session_notify (self, SOULS_SESSION_PROP_YEAR);
}

/* The one way in which what is open changes. */
void
souls_session_take_step (SoulsSession    *self,
                         const SoulsStep *step)
{
  const SoulsStep before = self->now;
  const int n_moved = souls_session_get_n_moved (self);
  const gboolean was_modified = souls_session_is_modified (self);

  self->now = *step;
  self->simulated_worlds = 0;
  recompute (self, &before.state);
  clamp_year (self);
  if (before.state.base_year != step->state.base_year || before.header != step->header)
    {
      souls_session_recompute_bands (self);
      g_signal_emit (self, signals[BASE_YEAR_CHANGED], 0);
    }
  emit_driver_changes (self, &before.state);
  if (was_modified != souls_session_is_modified (self))
    souls_session_notify (self, SOULS_SESSION_PROP_MODIFIED);
  if (n_moved != souls_session_get_n_moved (self))
    souls_session_notify (self, SOULS_SESSION_PROP_N_MOVED);
  g_signal_emit (self, signals[CHANGED], 0);
}

/* A change by the user: undoable, alone or as part of a gesture. */
void
souls_session_commit (SoulsSession    *self,
                      const SoulsStep *step)
{
  const SoulsStep before = self->now;

  if (self->previewing || souls_step_equal (&before, step))
    return;
  /* First, so that whoever hears of the change finds it in the history. */
  if (self->gesture_depth == 0)
    souls_session_remember (self, &before);
  souls_session_take_step (self, step);
}

static void
commit_state (SoulsSession     *self,
              const SoulsState *state)
{
  const SoulsStep step = { .state = *state, .header = self->now.header };

  souls_session_commit (self, &step);
}

static void
souls_session_finalize (GObject *object)
{
  SoulsSession *self = SOULS_SESSION (object);

  g_clear_object (&self->comparison);
  g_clear_pointer (&self->data, souls_data_set_unref);
  g_clear_pointer (&self->simulation, souls_simulation_free);
  g_clear_pointer (&self->headers, g_ptr_array_unref);
  g_clear_pointer (&self->undo, g_array_unref);
  g_clear_pointer (&self->redo, g_array_unref);
  g_clear_pointer (&self->scenario, souls_scenario_free);
  G_OBJECT_CLASS (souls_session_parent_class)->finalize (object);
}

static void
souls_session_get_property (GObject    *object,
                            guint       property,
                            GValue     *value,
                            GParamSpec *pspec)
{
  SoulsSession *self = SOULS_SESSION (object);

  switch (property)
    {
    case SOULS_SESSION_PROP_CAN_UNDO:
      g_value_set_boolean (value, self->undo->len > 0);
      break;
    case SOULS_SESSION_PROP_CAN_REDO:
      g_value_set_boolean (value, self->redo->len > 0);
      break;
    case SOULS_SESSION_PROP_YEAR:
      g_value_set_int (value, self->year);
      break;
    case SOULS_SESSION_PROP_MODIFIED:
      g_value_set_boolean (value, souls_session_is_modified (self));
      break;
    case SOULS_SESSION_PROP_N_MOVED:
      g_value_set_int (value, souls_session_get_n_moved (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property, pspec);
    }
}

static void
souls_session_class_init (SoulsSessionClass *klass)
{
  const GParamFlags readable = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = souls_session_finalize;
  object_class->get_property = souls_session_get_property;

  properties[SOULS_SESSION_PROP_CAN_UNDO] = g_param_spec_boolean ("can-undo", NULL, NULL, FALSE, readable);
  properties[SOULS_SESSION_PROP_CAN_REDO] = g_param_spec_boolean ("can-redo", NULL, NULL, FALSE, readable);
  properties[SOULS_SESSION_PROP_MODIFIED] = g_param_spec_boolean ("modified", NULL, NULL, FALSE, readable);
  properties[SOULS_SESSION_PROP_YEAR] = g_param_spec_int ("year", NULL, NULL, G_MININT, G_MAXINT, 0, readable);
  properties[SOULS_SESSION_PROP_N_MOVED] = g_param_spec_int ("n-moved", NULL, NULL, 0, SOULS_N_DRIVERS, 0, readable);
  g_object_class_install_properties (object_class, SOULS_SESSION_N_PROPS, properties);

  signals[CHANGED] = g_signal_new ("changed", SOULS_TYPE_SESSION, G_SIGNAL_RUN_LAST, 0,
                                   NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[DRIVER_CHANGED] = g_signal_new ("driver-changed", SOULS_TYPE_SESSION, G_SIGNAL_RUN_LAST, 0,
                                          NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);
  signals[BASE_YEAR_CHANGED] = g_signal_new ("base-year-changed", SOULS_TYPE_SESSION, G_SIGNAL_RUN_LAST, 0,
                                             NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
souls_session_init (SoulsSession *self)
{
  self->simulation = souls_simulation_new ();
  self->headers = g_ptr_array_new_with_free_func ((GDestroyNotify) souls_scenario_free);
  g_ptr_array_add (self->headers, souls_scenario_new ());
  self->undo = g_array_new (FALSE, FALSE, sizeof (SoulsStep));
  self->redo = g_array_new (FALSE, FALSE, sizeof (SoulsStep));
  self->now.state.settings = SOULS_SETTINGS_DEFAULT;
}

/**
 * souls_session_new:
 * @data: the reported figures and beliefs
 *
 * Opens the baseline of the last offered base year.
 *
 * Returns: (transfer full): a session
 */
SoulsSession *
souls_session_new (SoulsDataSet *data)
{
  const SoulsSettings settings = SOULS_SETTINGS_DEFAULT;

  return souls_session_new_at (data, 0, &settings);
}

static void
comparison_changed_cb (SoulsSession *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

/**
 * souls_session_new_at:
 * @data: the reported figures and beliefs
 * @base_year: a fiscal year; one that is not offered (any more) stands for the last
 * @settings: as remembered; the default where they are not valid
 *
 * Opens the baseline of a base year, with nothing to undo.
 *
 * Returns: (transfer full): a session
 */
SoulsSession *
souls_session_new_at (SoulsDataSet        *data,
                      int                  base_year,
                      const SoulsSettings *settings)
{
  SoulsSession *self = g_object_new (SOULS_TYPE_SESSION, NULL);

  self->data = souls_data_set_ref (data);
  self->comparison = souls_comparison_new (data);
  g_signal_connect_object (self->comparison, "changed", G_CALLBACK (comparison_changed_cb), self, G_CONNECT_SWAPPED);
  self->now.state.base_year = souls_data_set_get_last_year (data);
  if (souls_data_set_get_calibration (data, base_year, NULL) != NULL)
    self->now.state.base_year = base_year;
  if (souls_settings_check (settings, NULL))
    self->now.state.settings = *settings;
  self->saved = self->now;
  recompute (self, NULL);
  souls_session_recompute_bands (self);
  self->year = MIN (self->now.state.base_year + FIRST_LOOK_AHEAD, souls_session_get_last_year (self));
  return self;
}

SoulsDataSet *
souls_session_get_data (SoulsSession *self)
{
  return self->data;
}

SoulsComparison *
souls_session_get_comparison (SoulsSession *self)
{
  return self->comparison;
}

const SoulsCalibration *
souls_session_get_calibration (SoulsSession *self)
{
  return self->calibration;
}

const SoulsResults *
souls_session_get_results (SoulsSession *self)
{
  return &self->results;
}

const SoulsResults *
souls_session_get_baseline (SoulsSession *self)
{
  return &self->baseline;
}

const SoulsHistory *
souls_session_get_history (SoulsSession *self)
{
  return &self->history;
}

const SoulsSettings *
souls_session_get_settings (SoulsSession *self)
{
  return &self->now.state.settings;
}

const SoulsDrivers *
souls_session_get_drivers (SoulsSession *self)
{
  return &self->drivers;
}

/**
 * souls_session_get_moves:
 * @moves: (out caller-allocates): the drivers away from their baselines, in the order moved
 *
 * Returns: how many
 */
int
souls_session_get_moves (SoulsSession *self,
                         SoulsDriver   moves[SOULS_N_DRIVERS])
{
  return souls_state_get_moves (&self->now.state, moves);
}

/**
 * souls_session_get_scenario:
 *
 * Returns: (transfer none): what would be saved; valid until the next call
 */
const SoulsScenario *
souls_session_get_scenario (SoulsSession *self)
{
  const SoulsState *state = &souls_session_get_open (self)->state;

  g_clear_pointer (&self->scenario, souls_scenario_free);
  self->scenario = souls_scenario_copy (souls_session_get_header (self));
  self->scenario->base_year = state->base_year;
  self->scenario->settings = state->settings;
  for (int i = 0; i < SOULS_N_DRIVERS; i++)
    {
      self->scenario->changed[i] = souls_state_is_changed (state, (SoulsDriver) i);
      self->scenario->value[i] = state->value[i];
    }
  for (int i = 0; i < souls_state_get_n_changed (state); i++)
    self->scenario->place[state->order[i]] = i;
  souls_session_fit_bands (self, self->scenario);
  return self->scenario;
}

/**
 * souls_session_get_title:
 *
 * Returns: (nullable) (transfer none): the scenario's title
 */
const char *
souls_session_get_title (SoulsSession *self)
{
  return souls_session_get_text (self, SOULS_SCENARIO_TITLE);
}

const char *
souls_session_get_text (SoulsSession      *self,
                        SoulsScenarioText  text)
{
  return souls_session_get_header (self)->text[text];
}

/**
 * souls_session_set_text:
 * @value: (nullable): UTF-8; %NULL and the empty text are the same
 *
 * Changes what the scenario says in words; undoable.
 */
void
souls_session_set_text (SoulsSession      *self,
                        SoulsScenarioText  text,
                        const char        *value)
{
  SoulsStep step = { .state = self->now.state, .header = self->headers->len };
  SoulsScenario *header;

  if (value != NULL && *value == '\0')
    value = NULL;
  if (g_strcmp0 (value, souls_session_get_header (self)->text[text]) == 0)
    return;
  header = souls_scenario_copy (souls_session_get_header (self));
  souls_scenario_set_text (header, text, value);
  g_ptr_array_add (self->headers, header);
  souls_session_commit (self, &step);
}

double
souls_session_get_driver (SoulsSession *self,
                          SoulsDriver   driver)
{
  return self->drivers.target[driver];
}

/**
 * souls_session_set_driver:
 * @value: in the model's unit
 * @error: names the range where @value lies outside it
 *
 * Returns: whether the driver now stands at @value; on %FALSE nothing has changed
 */
gboolean
souls_session_set_driver (SoulsSession *self,
                          SoulsDriver   driver,
                          double        value,
                          GError      **error)
{
  SoulsState state = self->now.state;

  if (!souls_driver_check (self->calibration, driver, value, error))
    return FALSE;
  souls_state_set (&state, self->calibration, driver, value);
  commit_state (self, &state);
  return TRUE;
}

void
souls_session_reset_driver (SoulsSession *self,
                            SoulsDriver   driver)
{
  SoulsState state = self->now.state;

  souls_state_reset (&state, driver);
  commit_state (self, &state);
}

void
souls_session_reset_all (SoulsSession *self)
{
  SoulsState state = self->now.state;

  souls_state_reset_all (&state);
  commit_state (self, &state);
}

gboolean
souls_session_is_moved (SoulsSession *self,
                        SoulsDriver   driver)
{
  return souls_state_is_changed (&self->now.state, driver);
}

int
souls_session_get_n_moved (SoulsSession *self)
{
  return souls_state_get_n_changed (&self->now.state);
}

const char *
souls_session_get_without_effect (SoulsSession *self,
                                  SoulsDriver   driver)
{
  return souls_driver_without_effect (self->calibration, &self->now.state.settings, &self->drivers, driver);
}

int
souls_session_get_base_year (SoulsSession *self)
{
  return self->now.state.base_year;
}

/**
 * souls_session_set_base_year:
 * @error: names the offered years where @year is none of them
 *
 * Returns: whether @year is the base year now
 */
gboolean
souls_session_set_base_year (SoulsSession *self,
                             int           year,
                             GError      **error)
{
  const SoulsCalibration *calibration = souls_data_set_get_calibration (self->data, year, error);
  SoulsState state = self->now.state;

  if (calibration == NULL)
    return FALSE;
  souls_state_fit (&state, calibration);
  commit_state (self, &state);
  return TRUE;
}

static gboolean
set_settings (SoulsSession        *self,
              const SoulsSettings *settings,
              GError             **error)
{
  SoulsState state = self->now.state;

  if (!souls_settings_check (settings, error))
    return FALSE;
  state.settings = *settings;
  commit_state (self, &state);
  return TRUE;
}

void
souls_session_set_rung (SoulsSession *self,
                        SoulsRung     rung)
{
  SoulsSettings settings = self->now.state.settings;

  settings.rung = rung;
  set_settings (self, &settings, NULL);
}

gboolean
souls_session_set_horizon (SoulsSession *self,
                           int           horizon,
                           GError      **error)
{
  SoulsSettings settings = self->now.state.settings;

  settings.horizon = horizon;
  return set_settings (self, &settings, error);
}

gboolean
souls_session_set_phase_in (SoulsSession *self,
                            int           phase_in,
                            GError      **error)
{
  SoulsSettings settings = self->now.state.settings;

  settings.phase_in = phase_in;
  return set_settings (self, &settings, error);
}

int
souls_session_get_year (SoulsSession *self)
{
  return self->year;
}

/**
 * souls_session_set_year:
 * @year: held to the first reported … the last projected fiscal year
 *
 * Moves the scrubber. Not a change of the scenario, so undo does not know it.
 */
void
souls_session_set_year (SoulsSession *self,
                        int           year)
{
  if (self->previewing)
    self->home_year = year;
  year = CLAMP (year, souls_session_get_first_year (self), souls_session_get_last_year (self));
  if (year == self->year)
    return;
  self->year = year;
  souls_session_notify (self, SOULS_SESSION_PROP_YEAR);
  g_signal_emit (self, signals[CHANGED], 0);
}

int
souls_session_get_first_year (SoulsSession *self)
{
  return souls_data_set_get_first_year (self->data);
}

/**
 * souls_session_get_last_year:
 *
 * Returns: the last fiscal year that there is anything to show of: projected, or reported after an old base year
 */
int
souls_session_get_last_year (SoulsSession *self)
{
  return self->now.state.base_year + self->now.state.settings.horizon;
}

/**
 * souls_session_load:
 * @scenario: what a file holds
 * @error: says what does not fit the data
 *
 * Returns: whether @scenario is open now; on %FALSE nothing has changed
 */
gboolean
souls_session_load (SoulsSession        *self,
                    const SoulsScenario *scenario,
                    GError             **error)
{
  const SoulsCalibration *calibration;
  SoulsDrivers drivers;
  SoulsDriver moves[SOULS_N_DRIVERS];
  SoulsStep step = { .header = self->headers->len };
  int n_moves;

  if (!souls_settings_check (&scenario->settings, error) ||
      !souls_scenario_resolve (scenario, self->data, &calibration, &drivers, error))
    return FALSE;
  step.state.base_year = calibration->year;
  step.state.settings = scenario->settings;
  n_moves = souls_scenario_get_moves (scenario, moves);
  for (int i = 0; i < n_moves; i++)
    souls_state_set (&step.state, calibration, moves[i], scenario->value[moves[i]]);
  souls_session_end_preview (self);
  g_ptr_array_add (self->headers, souls_scenario_copy (scenario));
  souls_session_commit (self, &step);
  return TRUE;
}
