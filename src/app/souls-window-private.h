/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "souls-chart-pane.h"
#include "souls-headline.h"
#include "souls-panes.h"
#include "souls-scrubber.h"
#include "souls-sidebar.h"
#include "souls-window.h"

G_BEGIN_DECLS

struct _SoulsWindow
{
  AdwApplicationWindow parent_instance;

  /* Template children */
  AdwToastOverlay *toasts;
  AdwWindowTitle *title;
  GtkInfoBar *message_bar;
  GtkLabel *message_label;
  GtkStack *stack;
  AdwStatusPage *problem_page;
  AdwFlap *flap;
  SoulsSidebar *sidebar;
  SoulsHeadline *headline;
  SoulsPanes *panes;
  SoulsChartPane *left_pane;
  SoulsChartPane *right_pane;
  SoulsScrubber *scrubber;

  /* Owned */
  SoulsSession *session;   /* NULL without data */
  GSettings *settings;     /* NULL without a schema */

  /* Weak: dialogs that are open at most once */
  GtkWindow *tie_out;
  GtkWindow *sources;

  /* Weak: the offer to undo a reset; gone with the next change, which Undo would take back instead */
  AdwToast *reset_toast;
};

/* souls-window-actions.c */
void souls_window_class_add_actions (GtkWidgetClass *widget_class);
void souls_window_add_actions       (SoulsWindow    *self);
void souls_window_update_actions    (SoulsWindow    *self);

G_END_DECLS
