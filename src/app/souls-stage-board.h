/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "souls-chart-view.h"

G_BEGIN_DECLS

/**
 * SoulsStageZoom:
 *
 * What fills the stage: text and charts, or one chart alone.
 */
typedef enum
{
  SOULS_STAGE_ALL,
  SOULS_STAGE_LEFT,
  SOULS_STAGE_RIGHT,
} SoulsStageZoom;

/**
 * SoulsStageBoard:
 *
 * A text and up to two charts, as large as they can be: a short text stands above the charts, a long one beside them.
 */
#define SOULS_TYPE_STAGE_BOARD (souls_stage_board_get_type ())
G_DECLARE_FINAL_TYPE (SoulsStageBoard, souls_stage_board, SOULS, STAGE_BOARD, GtkWidget)

GtkWidget      *souls_stage_board_new           (SoulsSession    *session);
void            souls_stage_board_set_text      (SoulsStageBoard *self,
                                                 GtkWidget       *text);
/* Ids of charts, a view's after a slash; NULL for none. */
void            souls_stage_board_set_charts    (SoulsStageBoard *self,
                                                 const char      *left,
                                                 const char      *right);
/* Something else in the place of the charts. (transfer floating) (nullable) */
void            souls_stage_board_set_cover     (SoulsStageBoard *self,
                                                 GtkWidget       *cover);
GtkWidget      *souls_stage_board_get_cover     (SoulsStageBoard *self);
/* The size of ordinary text, px. */
void            souls_stage_board_set_text_size (SoulsStageBoard *self,
                                                 double           size);
/* What is seen next: both, left, right; where there is one chart only, that one. */
SoulsStageZoom  souls_stage_board_zoom          (SoulsStageBoard *self);
SoulsStageZoom  souls_stage_board_get_zoom      (SoulsStageBoard *self);
gboolean        souls_stage_board_unzoom        (SoulsStageBoard *self);
/* From 0; NULL where the board does not show it. (transfer none) */
SoulsChartView *souls_stage_board_get_chart     (SoulsStageBoard *self,
                                                 int              index);

G_END_DECLS
