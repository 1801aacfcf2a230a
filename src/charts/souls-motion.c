/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "souls-motion.h"

#include "souls-chart-driver.h"
#include "souls-scale.h"

#include <math.h>

/* Parts of a change's time: for its words before anything moves, and for the rest after. */
#define LEAD_PART 0.2
#define REST_PART 0.3

#define DEFAULT_SECONDS 3.0
#define DEFAULT_RATE 12

/* Lines of room for the words. */
#define CAPTION_LINES 2
#define LINE_HEIGHT 1.45

/* Of a simulation that runs for every frame. */
#define WORLDS 4000

typedef struct
{
  const SoulsCalibration *calibration;
  SoulsSettings settings;
  SoulsDrivers drivers;
  SoulsDriver moves[SOULS_N_DRIVERS];
  int n_moves;
  char *caption;   /* owned */
} State;

struct _SoulsMotion
{
  SoulsChart chart;
  SoulsChartInput input;   /* as given; what is of one state is put in its place */
  SoulsChartFrame frame;
  double strip;            /* px under the chart */

  /* Owned */
  GPtrArray *states;
  char *foot;
  SoulsSimulation *simulation;

  double seconds;
  int rate;
  gboolean is_held;        /* what is held is known */
  SoulsRange range;

  /* Of the frame at hand */
  State now;
  SoulsResults results;
  SoulsResults baseline;
  SoulsHistory history;
  SoulsResults before;
  SoulsChartGlow glow;
};

/* Translators: a slider moved: its name, where it stood, where it stands: "AWS growth 20.0 % → 8.0 %". */
static const char *const move_pattern = N_("%1$s %2$s → %3$s");
/* Translators: replaying changes: its number, how many there are, what it is. */
static const char *const count_pattern = N_("%1$s of %2$s: %3$s");

static void
state_free (gpointer data)
{
  State *self = data;

  g_free (self->caption);
  g_free (self);
}

static const State *
get_state (const SoulsMotion *self,
           int                i)
{
  return g_ptr_array_index (self->states, (guint) i);
}

/**
 * souls_motion_new:
 * @chart: a chart
 * @input: the scenario; what it points to lives longer
 * @width: px
 * @height: px, with the words under the chart
 * @foot: (nullable): the line of sources
 *
 * Returns: (transfer full): a motion without states
 */
SoulsMotion *
souls_motion_new (SoulsChart             chart,
                  const SoulsChartInput *input,
                  double                 width,
                  double                 height,
                  const char            *foot)
{
  SoulsMotion *self = g_new0 (SoulsMotion, 1);
  const double base_size = souls_scene_suitable_base_size (MIN (width, height * 1.8));

  self->chart = chart;
  self->input = *input;
  self->foot = g_strdup (foot);
  self->strip = ceil ((CAPTION_LINES * LINE_HEIGHT + 0.5) * base_size);
  self->frame = (SoulsChartFrame) { .width = width,
                                    .height = height - self->strip,
                                    .base_size = base_size,
                                    .foot = self->foot,
                                    .with_finding = TRUE };
  self->states = g_ptr_array_new_with_free_func (state_free);
  souls_motion_set_times (self, DEFAULT_SECONDS, DEFAULT_RATE);

  return self;
}

void
souls_motion_free (SoulsMotion *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->states);
  g_clear_pointer (&self->simulation, souls_simulation_free);
  g_free (self->foot);
  g_free (self);
}

void
souls_motion_mix (const SoulsDrivers *from,
                  const SoulsDrivers *to,
                  double              progress,
                  SoulsDrivers       *drivers)
{
  for (int i = 0; i < SOULS_N_DRIVERS; i++)
    {
      const double a = from->target[i];
      const double b = to->target[i];

      drivers->target[i] = progress <= 0.0 ? a : progress >= 1.0 || a == b ? b : a + (b - a) * progress;
    }
}

double
souls_motion_ease (double part)
{
  const double rest = 2.0 - 2.0 * part;

  return part < 0.5 ? 4.0 * part * part * part : 1.0 - rest * rest * rest / 2.0;
}

/**
 * souls_motion_add:
 * @calibration: of the state's base year; lives longer
 * @moves: (array length=n_moves): the drivers away from baseline, in the order moved
 * @caption: (nullable): what was done to come here
 *
 * Adds the next state; the first is where the motion begins.
 */
void
souls_motion_add (SoulsMotion            *self,
                  const SoulsCalibration *calibration,
                  const SoulsSettings    *settings,
                  const SoulsDrivers     *drivers,
                  const SoulsDriver      *moves,
                  int                     n_moves,
                  const char             *caption)
{
  State *state = g_new0 (State, 1);

  g_return_if_fail (0 <= n_moves && n_moves <= SOULS_N_DRIVERS);

  *state = (State) { .calibration = calibration, .settings = *settings, .drivers = *drivers, .n_moves = n_moves };
  for (int i = 0; i < n_moves; i++)
    state->moves[i] = moves[i];
  state->caption = g_strdup (caption);
  g_ptr_array_add (self->states, state);
  self->is_held = FALSE;
}

static char *
say_move (const SoulsMotion *self,
          int                i)
{
  const SoulsWords *words = self->input.words;
  const SoulsDriver driver = self->input.moves[i];
  g_autofree char *from = souls_driver_in_words (words, driver, self->input.calibration->baseline[driver]);
  g_autofree char *to = souls_driver_in_words (words, driver, self->input.drivers->target[driver]);
  g_autofree char *move = souls_fill (words, move_pattern, souls_driver_words (words, driver), from, to, NULL);
  g_autofree char *number = souls_words_number (words, i + 1, 0);
  g_autofree char *count = souls_words_number (words, self->input.n_moves, 0);

  if (self->input.n_moves == 1)
    return g_steal_pointer (&move);
  return souls_fill (words, count_pattern, number, count, move, NULL);
}

/**
 * souls_motion_add_moves:
 *
 * Adds the way from the baseline to the scenario, driver by driver in the order moved.
 */
void
souls_motion_add_moves (SoulsMotion *self)
{
  const SoulsChartInput *input = &self->input;
  SoulsDrivers drivers;

  souls_drivers_reset (&drivers, input->calibration);
  souls_motion_add (self, input->calibration, input->settings, &drivers, NULL, 0, NULL);
  for (int i = 0; i < input->n_moves; i++)
    {
      g_autofree char *caption = say_move (self, i);
      const SoulsDriver driver = input->moves[i];

      drivers.target[driver] = input->drivers->target[driver];
      souls_motion_add (self, input->calibration, input->settings, &drivers, input->moves, i + 1, caption);
    }
}

/**
 * souls_motion_set_times:
 * @seconds: for a change with its words and its rest
 * @rate: frames a second
 */
void
souls_motion_set_times (SoulsMotion *self,
                        double       seconds,
                        int          rate)
{
  self->seconds = seconds;
  self->rate = rate;
  self->is_held = FALSE;
}

int
souls_motion_get_n_states (const SoulsMotion *self)
{
  return (int) self->states->len;
}

/* Frames */

static int
get_step (const SoulsMotion *self)
{
  return MAX ((int) lround (self->seconds * self->rate), 2);
}

static int
get_rest (const SoulsMotion *self)
{
  return MAX ((int) (REST_PART * get_step (self)), 1);
}

int
souls_motion_get_n_frames (const SoulsMotion *self)
{
  return self->states->len == 0 ? 0 : get_rest (self) + (int) (self->states->len - 1) * get_step (self);
}

/*
 * Place:
 * @state: the one that is left; the next one is come to
 * @part: of the change's own time: 0 before it begins, 1 in the rest
 * @run: frames from this one on that look the same
 */
typedef struct
{
  int state;
  double part;
  int run;
} Place;

static Place
find_place (const SoulsMotion *self,
            int                frame)
{
  const int step = get_step (self);
  const int rest = get_rest (self);
  const int lead = MIN ((int) (LEAD_PART * step), step - rest - 1);
  const int moving = step - rest - lead;
  const int at = (frame - rest) % step;

  if (frame < rest)
    return (Place) { -1, 1.0, rest - frame };
  if (at < lead)
    return (Place) { (frame - rest) / step, 0.0, lead - at };
  /* The last of the moving frames has arrived, and is as those of the rest. */
  if (at >= lead + moving - 1)
    return (Place) { (frame - rest) / step, 1.0, step - at };
  return (Place) { (frame - rest) / step, (at - lead + 1) / (double) moving, 1 };
}

int
souls_motion_get_run (const SoulsMotion *self,
                      int                frame)
{
  g_return_val_if_fail (0 <= frame && frame < souls_motion_get_n_frames (self), 1);

  return find_place (self, frame).run;
}

/* The state's moves, then whatever else is on its way. */
static void
list_moves (State       *now,
            const State *order)
{
  gboolean listed[SOULS_N_DRIVERS] = { FALSE };

  now->n_moves = 0;
  for (int i = 0; i < order->n_moves + SOULS_N_DRIVERS; i++)
    {
      const SoulsDriver driver = i < order->n_moves ? order->moves[i] : (SoulsDriver) (i - order->n_moves);

      if (!listed[driver] && now->drivers.target[driver] != now->calibration->baseline[driver])
        now->moves[now->n_moves++] = driver;
      listed[driver] = TRUE;
    }
}

static void
mix_states (SoulsMotion *self,
            int          index,
            double       progress)
{
  const State *from = get_state (self, MAX (index, 0));
  const State *to = get_state (self, index + 1);

  self->now = progress < 0.5 ? *from : *to;
  self->now.caption = to->caption;
  if (from->calibration == to->calibration)
    souls_motion_mix (&from->drivers, &to->drivers, progress, &self->now.drivers);
  list_moves (&self->now, progress <= 0.0 ? from : to);
}

static void
simulate (SoulsMotion *self)
{
  SoulsSimulationRequest request = { .calibration = self->now.calibration,
                                     .settings = &self->now.settings,
                                     .drivers = &self->now.drivers,
                                     .bands = self->input.bands,
                                     .worlds = WORLDS,
                                     .seed = 1,
                                     .n_threads = 1 };

  souls_simulation_want_outcomes (&request);
  if (self->simulation == NULL)
    self->simulation = souls_simulation_new ();
  souls_simulation_run (self->simulation, &request);
}

static void
compute (SoulsMotion     *self,
         SoulsChartInput *input)
{
  const State *now = &self->now;
  SoulsDrivers none;

  souls_drivers_reset (&none, now->calibration);
  souls_project (now->calibration, &now->settings, &now->drivers, &self->results);
  souls_project (now->calibration, &now->settings, &none, &self->baseline);
  souls_history_compute (self->input.calibrations, self->input.history->n_years, now->calibration, &now->settings,
                         &now->drivers, &self->history);
  *input = self->input;
  input->results = &self->results;
  input->baseline = &self->baseline;
  input->history = &self->history;
  input->settings = &now->settings;
  input->drivers = &now->drivers;
  input->calibration = now->calibration;
  input->year = MIN (input->year, now->calibration->year + now->settings.horizon);
  input->moved = now->n_moves > 0;
  input->moves = now->moves;
  input->n_moves = now->n_moves;
  if ((souls_chart_needs (self->chart, input->view) & SOULS_CHART_NEEDS_SIMULATION) != 0)
    {
      simulate (self);
      input->simulation = self->simulation;
    }
}

static void
add_caption (const SoulsMotion *self,
             SoulsScene        *scene)
{
  const gboolean mirrored = souls_scene_is_mirrored (scene);
  const double em = self->frame.base_size;
  const SoulsTextStyle style = { .color = SOULS_COLOR_TEXT,
                                 .em = 1.0,
                                 .anchor_x = 0.5,
                                 .bold = TRUE,
                                 .max_width = self->frame.width - 2.0 * em,
                                 .max_lines = CAPTION_LINES };

  souls_scene_extend (scene, self->strip);
  if (self->now.caption == NULL)
    return;
  if (mirrored)
    souls_scene_mirror (scene);
  souls_scene_add_text (scene, self->now.caption, self->frame.width / 2.0, self->frame.height + 0.25 * em, style);
  if (mirrored)
    souls_scene_mirror (scene);
}

/* What a change switches on lights up while it moves. */
static void
set_glow (SoulsMotion     *self,
          int              index,
          double           progress,
          SoulsChartInput *input)
{
  const State *from = get_state (self, MAX (index, 0));

  if ((souls_chart_needs (self->chart, input->view) & SOULS_CHART_GLOWS) == 0 || progress <= 0.0 || progress >= 1.0)
    return;
  souls_project (from->calibration, &from->settings, &from->drivers, &self->before);
  self->glow = (SoulsChartGlow) { &from->drivers, &self->before, sin (G_PI * progress) };
  input->glow = &self->glow;
}

static void
lay_out (SoulsMotion      *self,
         int               state,
         double            progress,
         const SoulsRange *range,
         SoulsScene       *scene)
{
  SoulsChartFrame frame = self->frame;
  SoulsChartInput input;

  mix_states (self, state, progress);
  compute (self, &input);
  set_glow (self, state, progress, &input);
  frame.range = range;
  souls_chart_layout (self->chart, &input, &frame, scene);
}

/* Half way, too: what goes up and down again is highest there. */
static void
find_range (SoulsMotion *self,
            SoulsScene  *scene)
{
  self->range = souls_range_empty ();
  for (int i = -1; i < (int) self->states->len - 1; i++)
    for (int half = i < 0 ? 2 : 1; half <= 2; half++)
      {
        lay_out (self, i, half / 2.0, NULL, scene);
        self->range = souls_range_union (self->range, souls_scene_get_range (scene));
      }
}

/* A finding may take a second line in any frame. */
static void
find_head (SoulsMotion *self,
           SoulsScene  *scene)
{
  const int n = souls_motion_get_n_frames (self);
  double head = 0.0;
  Place place;

  self->frame.head = 0.0;
  for (int frame = 0; frame < n; frame += place.run)
    {
      place = find_place (self, frame);
      lay_out (self, place.state, souls_motion_ease (place.part), NULL, scene);
      head = MAX (head, souls_scene_get_head (scene));
    }
  self->frame.head = head;
}

static void
hold (SoulsMotion *self,
      SoulsScene  *scene)
{
  if (self->is_held)
    return;
  find_range (self, scene);
  find_head (self, scene);
  self->is_held = TRUE;
}

/**
 * souls_motion_layout:
 * @frame: from 0
 * @scene: is reset and filled
 *
 * Lays a frame out: the chart, and the words under it.
 */
void
souls_motion_layout (SoulsMotion *self,
                     int          frame,
                     SoulsScene  *scene)
{
  const Place place = find_place (self, frame);

  g_return_if_fail (0 <= frame && frame < souls_motion_get_n_frames (self));

  hold (self, scene);
  lay_out (self, place.state, souls_motion_ease (place.part), souls_range_is_empty (self->range) ? NULL : &self->range,
           scene);
  add_caption (self, scene);
}

void
souls_motion_layout_state (SoulsMotion *self,
                           int          state,
                           SoulsScene  *scene)
{
  g_return_if_fail (0 <= state && state < (int) self->states->len);

  souls_motion_layout (self, state * get_step (self), scene);
}
