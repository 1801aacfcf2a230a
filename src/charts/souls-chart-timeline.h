/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "souls-chart-area.h"

G_BEGIN_DECLS

/* The views, as in the chart table. */
enum
{
  SOULS_TIMELINE_VIEW_LINES,
  SOULS_TIMELINE_VIEW_FAN,
};

/* With AWS and without AWS, of the scenario that is shown. */
#define SOULS_TIMELINE_LINES 2

/**
 * SoulsTimelineSpan:
 *
 * The years that are drawn: all, the filings' end, the border, the projection's end.
 */
typedef struct
{
  int first;
  int base;
  int end;
  int filed;
  int last;
} SoulsTimelineSpan;

/**
 * SoulsTimeline:
 *
 * What every step of the drawing needs.
 */
typedef struct
{
  SoulsDraft *draft;
  SoulsArea area;
  SoulsBandScale bands;
  SoulsTimelineSpan span;
} SoulsTimeline;

/* souls-chart-timeline-others.c: the scenarios to compare with, "without AWS" of each. All of these do nothing where
 * there are none. */
SoulsRange souls_timeline_include_others    (const SoulsDraft *draft, const SoulsTimelineSpan *span, SoulsRange range);
double     souls_timeline_measure_others    (const SoulsTimeline *self);
void       souls_timeline_draw_others       (const SoulsTimeline *self);
void       souls_timeline_add_other_targets (const SoulsTimeline *self);
char      *souls_timeline_say_others        (const SoulsDraft *draft, const SoulsTimelineSpan *span);
char      *souls_timeline_describe_others   (const SoulsDraft *draft, const SoulsTimelineSpan *span);

/* souls-chart-timeline-fan.c: how sure the line without AWS is, by the simulation; nothing in the other view. */
SoulsRange souls_timeline_include_fan       (const SoulsDraft *draft, const SoulsTimelineSpan *span, SoulsRange range);
void       souls_timeline_draw_fan          (const SoulsTimeline *self);
void       souls_timeline_add_fan_targets   (const SoulsTimeline *self);
char      *souls_timeline_note_fan          (const SoulsDraft *draft, const char *subtitle);

/* The scenario's own two labels and those of the others, in one column beside the plot. */
void       souls_timeline_place_labels      (const SoulsTimeline *self, const SoulsMarkLabel *own, const double *wanted);

G_END_DECLS
