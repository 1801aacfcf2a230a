/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "souls-scale.h"
#include "souls-scene.h"

G_BEGIN_DECLS

/**
 * SoulsFormatFunc:
 * @step: the distance between two ticks, from which the digits follow that are needed
 *
 * Writes a tick's label (transfer full).
 */
typedef char *(*SoulsFormatFunc) (double   value,
                                  double   step,
                                  gpointer data);

/**
 * SoulsFrame:
 * @grid: px that spacing is a multiple of: 6 at ordinary text sizes, more where text is larger
 * @line: px of a line of text of 1 em
 * @body: what is between subtitle and foot, without the margin
 * @plot: where marks go: @body, less what axes and reserved sides take
 * @scale: the value axis, upwards; after souls_frame_set_values()
 * @ticks: the values written at it
 *
 * A chart's anatomy from the top: finding, subtitle, body with axes and plot, foot. In this order:
 *
 * 1. souls_frame_begin() adds finding, subtitle and foot; souls_frame_hold_head() leaves room under them, so that the
 *    chart stays where it is when the words change;
 * 2. souls_frame_reserve_labels(), _strip(), _sides() take room from the plot for what the chart
 *    has;
 * 3. souls_frame_set_values() makes the value axis in what is left; then @plot and @scale are
 *    final;
 * 4. souls_frame_add_projected(), souls_frame_add_grid(), the chart's marks,
 *    souls_frame_add_zero(), souls_frame_add_labels().
 */
typedef struct
{
  double grid;
  double line;
  SoulsBox body;
  SoulsBox plot;
  SoulsLinearScale scale;
  SoulsTicks ticks;

  /*< private >*/
  SoulsFormatFunc format;
  gpointer data;
  double labels_y;
  double strip_y;
} SoulsFrame;

SoulsFrame souls_frame_begin          (SoulsScene           *scene,
                                       gboolean              with_finding,
                                       const char           *foot);

void       souls_frame_hold_head      (SoulsFrame           *self,
                                       double                head);
gboolean   souls_frame_reserve_labels (SoulsFrame           *self);
gboolean   souls_frame_reserve_strip  (SoulsFrame           *self);
void       souls_frame_reserve_sides  (SoulsFrame           *self,
                                       double                left,
                                       double                right);

guint      souls_frame_get_max_ticks  (const SoulsFrame     *self);
void       souls_frame_set_values     (SoulsFrame           *self,
                                       SoulsScene           *scene,
                                       SoulsRange            range,
                                       SoulsFormatFunc       format,
                                       gpointer              data);
double     souls_frame_get_zero       (const SoulsFrame     *self);

void       souls_frame_add_projected  (const SoulsFrame     *self,
                                       SoulsScene           *scene,
                                       double                border,
                                       const char           *before,
                                       const char           *after);
void       souls_frame_add_grid       (const SoulsFrame     *self,
                                       SoulsScene           *scene);
void       souls_frame_add_zero       (const SoulsFrame     *self,
                                       SoulsScene           *scene);
void       souls_frame_add_labels     (const SoulsFrame     *self,
                                       SoulsScene           *scene,
                                       const SoulsBandScale *bands,
                                       const char *const    *labels,
                                       guint                 keep);

G_END_DECLS
