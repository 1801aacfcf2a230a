/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "souls-chart-sketch.h"
#include "souls-sketch-view.h"

G_BEGIN_DECLS

struct _SoulsSketchView
{
  GtkWidget parent_instance;

  /* Owned */
  SoulsLessonRun *run;
  SoulsScene *scene;
  AdwAnimation *reveal;
  GArray *votes;     /* double: numbers, or lines one after the other */
  GArray *choices;   /* int */

  gboolean stale;    /* the scene is to be laid out */
  double progress;   /* of the truth that comes to light */
  gboolean votes_hidden;
  double base_size;

  int truth_step;    /* what the truth is of; -1: nothing */
  double truth[SOULS_MAX_LINE_YEARS];
  int n_truth;
  SoulsQuantity quantity;
  gboolean has_quantity;
  gboolean right[SOULS_MAX_LESSON_OPTIONS];
  gboolean has_right;
  char *question;    /* with its numbers; NULL: as it is written */
  char *options[SOULS_MAX_LESSON_OPTIONS];

  int year;          /* under the keyboard or the hand, where a line can be drawn; 0: none */
  guint cursor_key;  /* of the mark under the keyboard, where none can be; 0: none */
  double pointer_x;
  double pointer_y;
  gboolean has_pointer;

  gboolean draws;    /* a hand is down */
  int last_year;     /* where it was */
  double last_value;
  SoulsAnswer before;
};

/* What the view and its pencil share. */
const SoulsAsk    *souls_sketch_view_get_ask       (SoulsSketchView *self);
gboolean           souls_sketch_view_knows_truth   (SoulsSketchView *self);
gboolean           souls_sketch_view_ensure_layout (SoulsSketchView *self);
void               souls_sketch_view_update_value  (SoulsSketchView *self);
void               souls_sketch_view_invalidate    (SoulsSketchView *self);

/* souls-sketch-truth.c */
void               souls_sketch_view_forget        (SoulsSketchView *self);

/* souls-sketch-pencil.c */
const SoulsHandle *souls_sketch_pencil_find        (SoulsSketchView *self,
                                                    double           x);
gboolean           souls_sketch_pencil_reaches     (const SoulsHandle *handle,
                                                    double             x,
                                                    double             y);
void               souls_sketch_pencil_set_year    (SoulsSketchView *self,
                                                    int              year);
gboolean           souls_sketch_pencil_press       (SoulsSketchView *self,
                                                    guint            keyval);

G_END_DECLS
