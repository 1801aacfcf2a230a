/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "souls-seek.h"
#include "souls-session.h"

G_BEGIN_DECLS

/**
 * SoulsGoalDialog:
 *
 * Asks for a result in a year, and lists what each slider alone would have to be for it: the shortest way first, and
 * last those that cannot bring it about.
 *
 * Signals: `chosen` (int driver, double value): a slider is to go there.
 */
#define SOULS_TYPE_GOAL_DIALOG (souls_goal_dialog_get_type ())
G_DECLARE_FINAL_TYPE (SoulsGoalDialog, souls_goal_dialog, SOULS, GOAL_DIALOG, AdwWindow)

GtkWidget       *souls_goal_dialog_new         (SoulsSession    *session);
void             souls_goal_dialog_set_metric  (SoulsGoalDialog *self,
                                                SoulsMetric      metric);
void             souls_goal_dialog_set_year    (SoulsGoalDialog *self,
                                                int              year);
void             souls_goal_dialog_set_text    (SoulsGoalDialog *self,
                                                const char      *text);
void             souls_goal_dialog_ask         (SoulsGoalDialog *self,
                                                SoulsMetric      metric,
                                                int              year,
                                                double           target);
double           souls_goal_dialog_get_target  (SoulsGoalDialog *self);
const char      *souls_goal_dialog_get_verdict (SoulsGoalDialog *self);
const SoulsGoal *souls_goal_dialog_get_goals   (SoulsGoalDialog *self,
                                                int             *n_goals);
char            *souls_goal_dialog_get_row     (SoulsGoalDialog *self,
                                                int              row);
gboolean         souls_goal_dialog_choose      (SoulsGoalDialog *self,
                                                int              row);

G_END_DECLS
