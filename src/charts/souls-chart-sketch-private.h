/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "souls-chart-area.h"
#include "souls-chart-sketch.h"

G_BEGIN_DECLS

/**
 * SoulsSketching:
 * @in: what is shown
 * @draft: the chart being laid out; of its input only the words are there
 * @area: the inside
 * @domain: what the value axis spans, in the model's unit
 *
 * A prediction being laid out.
 */
typedef struct
{
  const SoulsSketch *in;
  SoulsDraft draft;
  SoulsArea area;
  SoulsRange domain;
} SoulsSketching;

/* Of the answers of a class, in the unit shown. */
typedef struct
{
  double low;      /* a quarter lies below */
  double median;
  double high;     /* a quarter lies above */
} SoulsSketchSpread;

void     souls_sketch_lay_out_line    (SoulsSketching *self);
void     souls_sketch_lay_out_numbers (SoulsSketching *self);
void     souls_sketch_lay_out_options (SoulsSketching *self);

void     souls_sketch_open            (SoulsSketching *self,
                                       const char     *finding,
                                       const char     *subtitle,
                                       gboolean        with_axis);
double   souls_sketch_inside          (const SoulsSketching *self,
                                       double                shown);
char    *souls_sketch_say             (const SoulsSketching *self,
                                       double                shown);
char    *souls_sketch_say_tick        (double                value,
                                       double                step,
                                       gpointer              data);
char    *souls_sketch_count           (const SoulsSketching *self,
                                       int                   n);
char    *souls_sketch_join            (const SoulsSketching *self,
                                       char                 *first,
                                       char                 *second);
SoulsSketchSpread souls_sketch_spread (double *values,
                                       int     n);

G_END_DECLS
