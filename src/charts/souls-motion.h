/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "souls-chart.h"

G_BEGIN_DECLS

/* More frames than this nobody watches, and no computer likes. */
#define SOULS_MOTION_MAX_FRAMES 2000

/**
 * SoulsMotion:
 *
 * A chart that goes from one state of the scenario to the next, frame by frame: first the words under the chart, then the
 * motion that they speak of, eased, then a rest. The value axis is held, so that it fits all states. Frames come at an even
 * rate; those of a rest are the same one.
 */
typedef struct _SoulsMotion SoulsMotion;

SoulsMotion *souls_motion_new       (SoulsChart             chart,
                                     const SoulsChartInput *input,
                                     double                 width,
                                     double                 height,
                                     const char            *foot);
void         souls_motion_free      (SoulsMotion           *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SoulsMotion, souls_motion_free)

/* What is between two sets of sliders: 0 is @from, 1 is @to. */
void         souls_motion_mix       (const SoulsDrivers    *from,
                                     const SoulsDrivers    *to,
                                     double                 progress,
                                     SoulsDrivers          *drivers);
/* 0 … 1: slowly off, slowly in. */
double       souls_motion_ease      (double                 part);

void         souls_motion_add       (SoulsMotion            *self,
                                     const SoulsCalibration *calibration,
                                     const SoulsSettings    *settings,
                                     const SoulsDrivers     *drivers,
                                     const SoulsDriver      *moves,
                                     int                     n_moves,
                                     const char             *caption);
void         souls_motion_add_moves (SoulsMotion           *self);
/* How long a change takes with its words and rest, s, and frames a second. */
void         souls_motion_set_times (SoulsMotion           *self,
                                     double                 seconds,
                                     int                    rate);

int          souls_motion_get_n_states (const SoulsMotion  *self);
int          souls_motion_get_n_frames (const SoulsMotion  *self);
/* How many frames from this one on look the same; 1 where it is the only one. */
int          souls_motion_get_run   (const SoulsMotion     *self,
                                     int                    frame);
void         souls_motion_layout    (SoulsMotion           *self,
                                     int                    frame,
                                     SoulsScene            *scene);
/* The rest in a state, as its frames have it. */
void         souls_motion_layout_state (SoulsMotion        *self,
                                        int                 state,
                                        SoulsScene         *scene);

G_END_DECLS
