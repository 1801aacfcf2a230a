/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "souls-chart-area.h"
#include "souls-contour.h"
#include "souls-map.h"

G_BEGIN_DECLS

/* Cells that can be pointed at, across and upwards, and steps of the grid in each: an even number,
 * so that the middle of a cell is a point of the grid. */
#define SOULS_GROUND_CELLS_X 8
#define SOULS_GROUND_CELLS_Y 6
#define SOULS_GROUND_STEPS 4
#define SOULS_GROUND_NX (SOULS_GROUND_CELLS_X * SOULS_GROUND_STEPS + 1)
#define SOULS_GROUND_NY (SOULS_GROUND_CELLS_Y * SOULS_GROUND_STEPS + 1)

/**
 * SoulsGround:
 * @axis: across, then upwards: the whole range of the slider
 * @drivers: where the sliders stand
 * @question: operating income without AWS in @year
 * @year: the scrubbed year if it is projected, else the last projected one
 * @here: the answer where the sliders stand, US$ million
 * @values: the answers over the two axes, row by row from below
 *
 * What the break-even map shows. It must not move: @question points into it.
 */
typedef struct
{
  SoulsMapAxis axis[2];
  SoulsDrivers drivers;
  SoulsQuestion question;
  int year;
  double here;
  double values[SOULS_GROUND_NX * SOULS_GROUND_NY];
} SoulsGround;

void       souls_ground_survey     (SoulsGround           *self,
                                    const SoulsChartInput *input);
SoulsRange souls_ground_get_values (const SoulsGround     *self);
double     souls_ground_find_zero  (const SoulsGround     *self,
                                    int                    axis);

/**
 * SoulsMapPicture:
 * @scale: of the two axes, in the model's units
 * @step: from one line to the next, US$ million
 * @range: of the answers, where lines are drawn
 * @here: px of the sliders' place
 * @from: px of the baseline's
 * @dot: px of its radius
 */
typedef struct
{
  SoulsDraft *draft;
  const SoulsWords *words;
  SoulsArea area;
  SoulsGround ground;
  SoulsLinearScale scale[2];
  SoulsRange range;
  double step;
  SoulsPoint here;
  SoulsPoint from;
  double dot;
} SoulsMapPicture;

SoulsDriver   souls_map_picture_driver     (const SoulsMapPicture *self,
                                            int                    axis);
char         *souls_map_picture_say_driver (const SoulsMapPicture *self,
                                            const SoulsDrivers    *drivers,
                                            int                    axis);
SoulsPoint    souls_map_picture_place      (const SoulsMapPicture *self,
                                            SoulsPoint             point,
                                            int                    n_x,
                                            int                    n_y);
double        souls_map_picture_look_up    (const SoulsMapPicture *self,
                                            double                 x,
                                            double                 y);
SoulsBox      souls_map_picture_cell       (const SoulsMapPicture *self,
                                            int                    i,
                                            int                    j);
double        souls_map_picture_cell_value (const SoulsMapPicture *self,
                                            int                    i,
                                            int                    j);
SoulsContour *souls_map_picture_trace      (const SoulsMapPicture *self,
                                            double                 level,
                                            SoulsSide              side);

void          souls_map_picture_add_labels (const SoulsMapPicture *self);

G_END_DECLS
