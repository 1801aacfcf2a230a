/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "souls-lesson-run.h"
#include "souls-lesson-text.h"
#include "souls-quantity.h"
#include "souls-scene.h"

G_BEGIN_DECLS

/**
 * SoulsSketchView:
 *
 * The prediction of a lesson's step, as a picture. A line is drawn in it, with the pointer, a finger or the keyboard; what a
 * class has answered stands in it as dots or lines; once it is revealed, what is so comes to light from left to right. It
 * follows the run, and is empty where nothing is asked.
 */
#define SOULS_TYPE_SKETCH_VIEW (souls_sketch_view_get_type ())
G_DECLARE_FINAL_TYPE (SoulsSketchView, souls_sketch_view, SOULS, SKETCH_VIEW, GtkWidget)

GtkWidget        *souls_sketch_view_new              (void);
void              souls_sketch_view_set_run          (SoulsSketchView     *self,
                                                      SoulsLessonRun      *run);
SoulsLessonRun   *souls_sketch_view_get_run          (SoulsSketchView     *self);

/* What is so, of the step that is shown now: to be told again whenever the run shows another. Nothing of it is seen before it
 * is revealed, but for the years of a line that are given. */
void              souls_sketch_view_tell             (SoulsSketchView     *self,
                                                      SoulsLessonText     *text);
void              souls_sketch_view_set_truth        (SoulsSketchView     *self,
                                                      const double        *points,
                                                      int                  n_points);
void              souls_sketch_view_set_quantity     (SoulsSketchView     *self,
                                                      const SoulsQuantity *truth);
void              souls_sketch_view_set_right        (SoulsSketchView     *self,
                                                      const gboolean      *right,
                                                      int                  n_options);

SoulsQuantity     souls_sketch_view_get_like         (SoulsSketchView     *self);

void              souls_sketch_view_set_votes_hidden (SoulsSketchView     *self,
                                                      gboolean             hidden);
gboolean          souls_sketch_view_get_votes_hidden (SoulsSketchView     *self);
void              souls_sketch_view_set_base_size    (SoulsSketchView     *self,
                                                      double               base_size);

/* Drawing, in px of the view */
gboolean          souls_sketch_view_can_draw         (SoulsSketchView     *self);
gboolean          souls_sketch_view_begin            (SoulsSketchView     *self,
                                                      double               x,
                                                      double               y);
void              souls_sketch_view_move             (SoulsSketchView     *self,
                                                      double               x,
                                                      double               y);
void              souls_sketch_view_end              (SoulsSketchView     *self);
void              souls_sketch_view_cancel           (SoulsSketchView     *self);
gboolean          souls_sketch_view_press            (SoulsSketchView     *self,
                                                      guint                keyval);

int               souls_sketch_view_get_year         (SoulsSketchView     *self);
double            souls_sketch_view_get_progress     (SoulsSketchView     *self);
const SoulsScene *souls_sketch_view_get_scene        (SoulsSketchView     *self);

G_END_DECLS
