/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "souls-scene.h"

G_BEGIN_DECLS

/**
 * SoulsChartHand:
 *
 * Takes hold of a chart's handles and moves them. One of a metric only says what is wanted, in a line and a figure that
 * follow the hand; when it is let go, the window's action `seek-goal` asks which slider may bring that about. The point of
 * the map moves its two sliders with it, as one step of undo. Escape takes everything back.
 */
#define SOULS_TYPE_CHART_HAND (souls_chart_hand_get_type ())
G_DECLARE_FINAL_TYPE (SoulsChartHand, souls_chart_hand, SOULS, CHART_HAND, GObject)

SoulsChartHand *souls_chart_hand_new          (GtkWidget          *view);
GtkGesture     *souls_chart_hand_get_gesture  (SoulsChartHand     *self);

gboolean        souls_chart_hand_begin        (SoulsChartHand     *self,
                                               double              x,
                                               double              y);
void            souls_chart_hand_move         (SoulsChartHand     *self,
                                               double              x,
                                               double              y);
void            souls_chart_hand_end          (SoulsChartHand     *self);
void            souls_chart_hand_cancel       (SoulsChartHand     *self);
gboolean        souls_chart_hand_is_moving    (SoulsChartHand     *self);
double          souls_chart_hand_get_wanted   (SoulsChartHand     *self);

/* What the view tells it */
void            souls_chart_hand_point        (SoulsChartHand     *self,
                                               gboolean            has_pointer,
                                               double              x,
                                               double              y);
gboolean        souls_chart_hand_key          (SoulsChartHand     *self,
                                               guint               keyval,
                                               GdkModifierType     state);
gboolean        souls_chart_hand_is_steered   (const SoulsScene   *scene,
                                               const SoulsTarget  *target);
void            souls_chart_hand_snapshot     (SoulsChartHand     *self,
                                               GtkSnapshot        *snapshot);

double          souls_chart_hand_round        (double              value,
                                               const SoulsAxisMap *map);

G_END_DECLS
