/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "souls-chart-map.h"

#include "souls-chart-driver.h"

#include <math.h>

/* Points of a slider's range that are tried before a change of sign is narrowed down, and how often
 * that is halved. */
#define N_TRIES 32
#define N_HALVINGS 30

/* Two different drivers, whatever was asked for. */
static void
choose_drivers (const SoulsChartInput *input,
                SoulsDriver            drivers[2])
{
  const SoulsDriver ours[2] = SOULS_MAP_DRIVERS_DEFAULT;

  for (int i = 0; i < 2; i++)
    drivers[i] = (guint) input->map_drivers[i] < SOULS_N_DRIVERS ? input->map_drivers[i] : ours[i];
  if (drivers[0] == drivers[1])
    drivers[1] = drivers[0] == ours[1] ? ours[0] : ours[1];
}

/*
 * souls_ground_survey:
 * @self: (out): the map's numbers
 * @input: what is shown
 *
 * Asks for operating income without AWS all over the ranges of the two drivers, the others where
 * they stand. The axes are the sliders' whole ranges: break-even may lie anywhere on them, and a map
 * must not move under the hand.
 */
void
souls_ground_survey (SoulsGround           *self,
                     const SoulsChartInput *input)
{
  const SoulsCalibration *base = input->calibration;
  int last = input->results->base_year + input->settings->horizon;
  SoulsDriver drivers[2];

  choose_drivers (input, drivers);
  for (int i = 0; i < 2; i++)
    self->axis[i] = (SoulsMapAxis) { drivers[i], base->min[drivers[i]], base->max[drivers[i]],
                                     i == 0 ? SOULS_GROUND_NX : SOULS_GROUND_NY };
  self->year = MIN (souls_input_projected_year (input), last);
  self->drivers = *input->drivers;
  self->question = (SoulsQuestion) { base, input->settings, &self->drivers,
                                     SOULS_METRIC_WITHOUT_AWS,
                                     self->year - input->results->base_year };
  self->here = souls_question_answer (&self->question);
  souls_map_compute (&self->question, &self->axis[0], &self->axis[1], self->values);
}

/*
 * souls_ground_get_values:
 *
 * Returns: the least and the greatest answer on the map
 */
SoulsRange
souls_ground_get_values (const SoulsGround *self)
{
  SoulsRange range = souls_range_include (souls_range_empty (), self->here);

  for (int i = 0; i < SOULS_GROUND_NX * SOULS_GROUND_NY; i++)
    range = souls_range_include (range, self->values[i]);
  return range;
}

static double
halve (const SoulsGround *self,
       SoulsDriver        driver,
       double             a,
       double             b,
       gboolean           a_is_loss)
{
  for (int i = 0; i < N_HALVINGS; i++)
    {
      double middle = (a + b) / 2.0;

      if ((souls_question_answer_at (&self->question, driver, middle) < 0.0) == a_is_loss)
        a = middle;
      else
        b = middle;
    }
  return (a + b) / 2.0;
}

/*
 * souls_ground_find_zero:
 * @axis: 0 across, 1 upwards
 *
 * Where the answer changes its sign if one of the two sliders alone is moved; the place nearest to
 * where the slider stands.
 *
 * Returns: the driver's value, in the model's unit; NAN where the sign is the same everywhere
 */
double
souls_ground_find_zero (const SoulsGround *self,
                        int                axis)
{
  const SoulsMapAxis tries = { self->axis[axis].driver, self->axis[axis].low,
                               self->axis[axis].high, N_TRIES + 1 };
  double now = self->drivers.target[tries.driver];
  double best = NAN;
  double before = souls_question_answer_at (&self->question, tries.driver, tries.low);

  for (int i = 1; i < tries.n; i++)
    {
      double from = souls_map_axis_at (&tries, i - 1);
      double to = souls_map_axis_at (&tries, i);
      double after = souls_question_answer_at (&self->question, tries.driver, to);

      if ((before < 0.0) != (after < 0.0))
        {
          double zero = halve (self, tries.driver, from, to, before < 0.0);

          if (isnan (best) || fabs (zero - now) < fabs (best - now))
            best = zero;
        }
      before = after;
    }
  return best;
}

/*
 * souls_map_picture_driver:
 * @axis: 0 across, 1 upwards
 *
 * Returns: what changes along the axis
 */
SoulsDriver
souls_map_picture_driver (const SoulsMapPicture *self,
                          int                    axis)
{
  return self->ground.axis[axis].driver;
}

/*
 * souls_map_picture_say_driver:
 * @axis: 0 across, 1 upwards
 *
 * Returns: (transfer full): where the axis's driver stands in @drivers, with its unit
 */
char *
souls_map_picture_say_driver (const SoulsMapPicture *self,
                              const SoulsDrivers    *drivers,
                              int                    axis)
{
  SoulsDriver driver = souls_map_picture_driver (self, axis);

  return souls_driver_in_words (self->words, driver, drivers->target[driver]);
}

/*
 * souls_map_picture_place:
 * @point: a place counted in steps of a grid of @n_x × @n_y
 *
 * Returns: the place in px
 */
SoulsPoint
souls_map_picture_place (const SoulsMapPicture *self,
                         SoulsPoint             point,
                         int                    n_x,
                         int                    n_y)
{
  const SoulsBox *plot = &self->area.frame.plot;

  return (SoulsPoint) { plot->x + plot->width * point.x / (n_x - 1),
                        souls_box_bottom (*plot) - plot->height * point.y / (n_y - 1) };
}

/*
 * souls_map_picture_look_up:
 * @x: px
 * @y: px
 *
 * Returns: the answer there, between the points of the grid, US$ million
 */
double
souls_map_picture_look_up (const SoulsMapPicture *self,
                           double                 x,
                           double                 y)
{
  const SoulsBox *plot = &self->area.frame.plot;
  double column = CLAMP ((x - plot->x) / MAX (plot->width, 1.0), 0.0, 1.0) * (SOULS_GROUND_NX - 1);
  double row =
    CLAMP ((souls_box_bottom (*plot) - y) / MAX (plot->height, 1.0), 0.0, 1.0) * (SOULS_GROUND_NY - 1);
  int i = MIN ((int) column, SOULS_GROUND_NX - 2);
  int j = MIN ((int) row, SOULS_GROUND_NY - 2);
  const double *v = &self->ground.values[j * SOULS_GROUND_NX + i];
  double below = v[0] + (v[1] - v[0]) * (column - i);
  double above =
    v[SOULS_GROUND_NX] + (v[SOULS_GROUND_NX + 1] - v[SOULS_GROUND_NX]) * (column - i);

  return below + (above - below) * (row - j);
}

/*
 * souls_map_picture_cell_value:
 * @i: column of cells
 * @j: row of cells, from below
 *
 * Returns: the answer at the middle of a cell, US$ million
 */
double
souls_map_picture_cell_value (const SoulsMapPicture *self,
                              int                    i,
                              int                    j)
{
  int column = i * SOULS_GROUND_STEPS + SOULS_GROUND_STEPS / 2;
  int row = j * SOULS_GROUND_STEPS + SOULS_GROUND_STEPS / 2;

  return self->ground.values[row * SOULS_GROUND_NX + column];
}

/*
 * souls_map_picture_cell:
 * @i: column of cells
 * @j: row of cells, from below
 *
 * Returns: the cell, px
 */
SoulsBox
souls_map_picture_cell (const SoulsMapPicture *self,
                        int                    i,
                        int                    j)
{
  const SoulsBox *plot = &self->area.frame.plot;
  double width = plot->width / SOULS_GROUND_CELLS_X;
  double height = plot->height / SOULS_GROUND_CELLS_Y;

  return (SoulsBox) { plot->x + i * width, souls_box_bottom (*plot) - (j + 1) * height, width,
                      height };
}

/*
 * souls_map_picture_trace:
 * @level: US$ million
 *
 * Returns: (transfer full): where the answers pass a level, in steps of the grid
 */
SoulsContour *
souls_map_picture_trace (const SoulsMapPicture *self,
                         double                 level,
                         SoulsSide              side)
{
  const SoulsField field = { SOULS_GROUND_NX, SOULS_GROUND_NY, self->ground.values };

  return souls_contour_new (&field, level, side);
}
