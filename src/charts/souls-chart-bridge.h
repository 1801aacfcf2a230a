/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "souls-chart-area.h"

G_BEGIN_DECLS

/* The views, as in the chart table. */
enum
{
  SOULS_BRIDGE_VIEW_RUNGS,
  SOULS_BRIDGE_VIEW_DRIVERS,
  SOULS_BRIDGE_VIEW_COMPANY,
};

/* By rungs: with, AWS, the rungs after arithmetic, without. By drivers: baseline, every driver, scenario. */
#define SOULS_BRIDGE_MAX_COLUMNS (2 + SOULS_N_DRIVERS)

#define SOULS_BRIDGE_WITH 1
#define SOULS_BRIDGE_AWS 2
#define SOULS_BRIDGE_SEPARATION 3
#define SOULS_BRIDGE_WITHOUT 4
#define SOULS_BRIDGE_BASELINE 5
#define SOULS_BRIDGE_SCENARIO 6
#define SOULS_BRIDGE_MORE 7
#define SOULS_BRIDGE_RUNG 10
#define SOULS_BRIDGE_GHOST 20

/**
 * SoulsBridgeColumn:
 * @name: translated; owned
 * @metric: what is reached at @to
 * @from: US$ million; 0 for the first and the last
 * @to: US$ million
 * @ghost_from: the same at baseline; NAN where there is no ghost
 * @ghost_to: the same at baseline
 * @printed: @to, or for a step its change, rounded so that all printed figures add up
 * @value: (nullable): what its target says, owned; %NULL for what the scenario gives for @metric
 * @is_step: whether it changes what is before it
 * @counts: whether the chosen meaning of "without" holds it
 * @hangs: whether its figure stands below it
 * @is_baseline: whether it is the ghost itself
 */
typedef struct
{
  char *name;
  SoulsMetric metric;
  double from;
  double to;
  double ghost_from;
  double ghost_to;
  double printed;
  SoulsColor color;
  SoulsKind kind;
  guint key;
  char *value;
  gboolean is_step;
  gboolean counts;
  gboolean hangs;
  gboolean is_baseline;
} SoulsBridgeColumn;

/**
 * SoulsBridgeChart:
 * @column: from left to right
 * @n: how many columns
 * @year: fiscal year that they are about
 * @unit: row of the amounts
 * @digits: decimals of all that is printed
 * @name_width: px that a column's name may take
 */
typedef struct
{
  SoulsBridgeColumn column[SOULS_BRIDGE_MAX_COLUMNS];
  guint n;
  int year;
  guint unit;
  int digits;
  double name_width;
} SoulsBridgeChart;

/* The sum, from with to without AWS */
void     souls_bridge_prepare         (SoulsBridgeChart       *self,
                                       const SoulsDraft  *draft);
void     souls_bridge_abridge         (SoulsBridgeChart       *self,
                                       const SoulsDraft  *draft);
void     souls_bridge_clear           (SoulsBridgeChart       *self);
void     souls_bridge_round           (SoulsBridgeChart       *self);
gboolean souls_bridge_has_result      (const SoulsBridgeChart *self);

/* The picture of any sum of columns, in an open area */
gboolean souls_bridge_fit             (SoulsBridgeChart       *self,
                                       const SoulsArea        *area,
                                       SoulsDraft             *draft);
void     souls_bridge_draw            (const SoulsBridgeChart *self,
                                       SoulsArea              *area,
                                       SoulsDraft             *draft);

/* The second view, driver by driver */
void     souls_bridge_drivers_layout  (SoulsDraft             *draft);

/* Its words; all (transfer full) */
char    *souls_bridge_say_amount      (const SoulsBridgeChart *self,
                                       const SoulsWords       *words,
                                       double                  million,
                                       gboolean                is_change);
char    *souls_bridge_say_column      (const SoulsBridgeChart *self,
                                       const SoulsWords  *words,
                                       guint              i);
char    *souls_bridge_say_finding     (const SoulsBridgeChart *self,
                                       const SoulsDraft  *draft);
char    *souls_bridge_say_description (const SoulsBridgeChart *self,
                                       const SoulsDraft  *draft);
char    *souls_bridge_say_subtitle    (const SoulsDraft  *draft);

G_END_DECLS
