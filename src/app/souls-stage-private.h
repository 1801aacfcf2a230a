/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "souls-lesson-page.h"
#include "souls-replay.h"
#include "souls-sketch-view.h"
#include "souls-stage.h"

G_BEGIN_DECLS

struct _SoulsStage
{
  AdwWindow parent_instance;

  /* Children */
  GtkWidget *board;
  GtkWidget *title;        /* of the text without a lesson */
  GtkWidget *headline;
  GtkWidget *question;
  GtkWidget *page;         /* the text in a lesson; NULL without one */
  GtkWidget *sliders;
  GtkWidget *counter;
  GtkWidget *progress;
  GtkWidget *pill;         /* around the caption */
  GtkWidget *caption_label;
  GtkWidget *keys;
  GtkWidget *cover;        /* white or black */

  /* Owned */
  SoulsSession *session;
  SoulsLessonRun *run;     /* NULL without a lesson */
  SoulsReplay *replay;
  GtkCssProvider *provider;
  GtkWidget *sketch;       /* what is predicted; NULL without a lesson */
  char *caption;
  char *charts[2];
  GdkMonitor *monitor;     /* NULL: none of its own */
  GSettings *settings;     /* NULL without a schema */

  GtkWidget *header;       /* a child: in a window only */

  SoulsDriver drivers[SOULS_N_DRIVERS];   /* that have a row */
  int n_drivers;

  SoulsBlank blank;
  gboolean fullscreen;
  gboolean alone;          /* it took the monitor that the speaker's window is on */
  gboolean shows_baseline;
  gboolean shows_charts;   /* and not the prediction, once that is revealed */
  gboolean is_asking;      /* whether to show what nobody has answered */
  double text_size;
  int digits;              /* typed so far; 0: none */
  guint digits_id;
  guint style_id;
  guint pointer_id;
  guint say_id;
  guint inhibit_cookie;
};

/* souls-stage-steps.c: lesson and history alike */
gboolean souls_stage_go_on      (SoulsStage *self);
gboolean souls_stage_go_back    (SoulsStage *self);
gboolean souls_stage_go_to      (SoulsStage *self,
                                 int         step);
void     souls_stage_start_over (SoulsStage *self);
int      souls_stage_choose_drivers (SoulsStage  *self,
                                     SoulsDriver  drivers[SOULS_N_DRIVERS]);

/* souls-stage-keys.c */
void       souls_stage_add_keys    (SoulsStage *self);
GtkWidget *souls_stage_make_key_list (void);

/* souls-stage-text.c: what is read */
void       souls_stage_choose_text (SoulsStage *self);
void       souls_stage_update_text (SoulsStage *self);
void       souls_stage_update_charts (SoulsStage *self);
gboolean   souls_stage_has_sketch  (SoulsStage *self);

/* souls-stage-actions.c */
void       souls_stage_class_add_actions (GtkWidgetClass *widget_class);

/* souls-stage-monitors.c */
void       souls_stage_follow_state   (SoulsStage *self);

/* souls-stage.c; the first says something for some seconds */
void       souls_stage_say            (SoulsStage *self,
                                       const char *text);
void       souls_stage_update_caption (SoulsStage *self);
void       souls_stage_size_text      (SoulsStage *self,
                                       int         width,
                                       int         height);
void       souls_stage_show_pointer   (SoulsStage *self);

G_END_DECLS
