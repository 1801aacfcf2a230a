/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "souls-model.h"
#include "souls-reference.h"
#include "souls-scene.h"
#include "souls-simulation.h"
#include "souls-words.h"

G_BEGIN_DECLS

/**
 * SoulsChart:
 *
 * The catalogue: one row each in the chart table (souls-chart.c), one file each in this folder.
 */
typedef enum
{
  SOULS_CHART_WITH_WITHOUT,
  SOULS_CHART_TIMELINE,
  SOULS_CHART_SEGMENTS,
  SOULS_CHART_LINES,
  SOULS_CHART_BRIDGE,
  SOULS_CHART_MARIMEKKO,
  SOULS_CHART_TWO_SOULS,
  SOULS_CHART_MONEY_FLOW,
  SOULS_CHART_DISTRIBUTION,
  SOULS_CHART_SELLER_DOLLAR,
  SOULS_CHART_FLYWHEEL,
  SOULS_CHART_CASH_CYCLE,
  SOULS_CHART_TORNADO,
  SOULS_CHART_OUTCOMES,
  SOULS_CHART_BREAK_EVEN_MAP,
  SOULS_N_CHARTS
} SoulsChart;

/**
 * SoulsChartNeeds:
 * @SOULS_CHART_NEEDS_SIMULATION: the input's simulation, which takes longer than a chart may
 * @SOULS_CHART_TAKES_REFERENCES: what other companies publish, if the reader asks for it
 * @SOULS_CHART_SHOWS_DRIVERS: nothing; its targets from %SOULS_KEY_DRIVER on are drivers' marks
 * @SOULS_CHART_GLOWS: what was shown before a change, for as long as that glows
 *
 * What a chart cannot make for itself, and what is special about it.
 */
typedef enum
{
  SOULS_CHART_NEEDS_SIMULATION = 1 << 0,
  SOULS_CHART_TAKES_REFERENCES = 1 << 1,
  SOULS_CHART_SHOWS_DRIVERS = 1 << 2,
  SOULS_CHART_GLOWS = 1 << 3,
} SoulsChartNeeds;

/* Across: what decides. Upwards: what the room may doubt most. At baseline the zero line crosses the map from its
 * lower to its upper end. */
#define SOULS_MAP_DRIVERS_DEFAULT { SOULS_DRIVER_HANDLING_COST, SOULS_DRIVER_AD_MARGIN }

/* How many dots `outcomes` draws: the simulation that it needs holds the quantiles of their middles. */
#define SOULS_N_OUTCOME_DOTS 100

/* The key of a target that stands for a driver is this and the driver's place in the driver table: in `tornado`, and
 * in the view of `bridge` that goes driver by driver. */
#define SOULS_KEY_DRIVER 100u

/* How many scenarios can be compared with the one that is shown. */
#define SOULS_MAX_OTHERS 4

/**
 * SoulsChartOther:
 * @title: what it is called, or %NULL
 * @results: projected
 * @rung: what "without AWS" means there
 *
 * A scenario to compare with. Borrowed.
 */
typedef struct
{
  const char *title;
  const SoulsResults *results;
  SoulsRung rung;
} SoulsChartOther;

/**
 * SoulsChartGlow:
 * @drivers: where the sliders stood
 * @results: what came of it
 * @strength: 1 … 0: how much of the glow is left
 *
 * What was shown before the last change, while it is fresh: what it has switched on lights up. Borrowed.
 */
typedef struct
{
  const SoulsDrivers *drivers;
  const SoulsResults *results;
  double strength;
} SoulsChartGlow;

/**
 * SoulsChartInput:
 * @results: the scenario, projected
 * @baseline: the same base year with every driver at its default
 * @history: what the filings give for every offered fiscal year
 * @settings: horizon, phase-in, rung
 * @drivers: where the scenario's sliders stand
 * @calibration: the base year, as calibrated
 * @calibrations: every offered year, as calibrated: those of @history, in their order
 * @year: the fiscal year under the scrubber: from the first of @history to base year + horizon
 * @moved: whether any driver is away from its baseline (else no ghost)
 * @moves: (array length=n_moves): those drivers, in the order moved
 * @n_moves: how many
 * @bands: (array length=36): each driver's plausible band
 * @simulation: (nullable): of @settings, @drivers and @bands, with #SoulsChartNeeds' metrics and quantiles; %NULL for a
 *   chart that does not need it
 * @moving: whether @simulation has fewer worlds than at rest, because a hand moves a slider
 * @map_drivers: the two drivers of the break-even map: across, then upwards
 * @references: (nullable): what other companies publish, or %NULL where they are not to be shown
 * @view: which of the chart's views, from 0
 * @others: (array length=n_others): scenarios to compare with, for the charts that can
 * @n_others: how many, at most %SOULS_MAX_OTHERS
 * @glow: (nullable): what was before a change that is still fresh, or %NULL
 * @title: the scenario's title, or %NULL
 * @words: the reader's language
 *
 * All that a chart may know. Borrowed for the call.
 */
typedef struct
{
  const SoulsResults *results;
  const SoulsResults *baseline;
  const SoulsHistory *history;
  const SoulsSettings *settings;
  const SoulsDrivers *drivers;
  const SoulsCalibration *calibration;
  const SoulsCalibration *calibrations;
  int year;
  gboolean moved;
  const SoulsDriver *moves;
  int n_moves;
  const SoulsBand *bands;
  const SoulsSimulation *simulation;
  gboolean moving;
  SoulsDriver map_drivers[2];
  const SoulsReferenceSet *references;
  int view;
  const SoulsChartOther *others;
  int n_others;
  const SoulsChartGlow *glow;
  const char *title;
  const SoulsWords *words;
} SoulsChartInput;

/**
 * SoulsChartFrame:
 * @width: px
 * @height: px
 * @base_size: text size in px; 0 for the size that suits @width (11 at 320, 16 at 1200)
 * @range: a value axis to hold while a slider is dragged or eased, or %NULL for the chart's own choice
 * @head: px that finding and subtitle reach down at least, to be held while they change; 0 for what they need
 * @foot: a source line at the foot (exports and print), or %NULL
 * @with_finding: whether to lay out the finding and the subtitle (else only set as words)
 */
typedef struct
{
  double width;
  double height;
  double base_size;
  const SoulsRange *range;
  double head;
  const char *foot;
  gboolean with_finding;
} SoulsChartFrame;

const char *souls_chart_id          (SoulsChart  chart);
const char *souls_chart_name        (SoulsChart  chart);   /* N_() */
const char *souls_chart_summary     (SoulsChart  chart);   /* N_(): what it shows, one line */
const char *souls_chart_icon_name   (SoulsChart  chart);
gboolean    souls_chart_from_id     (const char *id,
                                     SoulsChart *chart);

SoulsChartNeeds souls_chart_needs   (SoulsChart  chart,
                                     int         view);

/* A chart may look at its subject in several ways; most have one. */
int         souls_chart_n_views     (SoulsChart  chart);
const char *souls_chart_view_id     (SoulsChart  chart,
                                     int         view);
const char *souls_chart_view_name   (SoulsChart  chart,
                                     int         view);    /* N_() */

/* Resets @scene and lays the chart out in it; mirrored where the reader's language runs right to left. */
void        souls_chart_layout      (SoulsChart             chart,
                                     const SoulsChartInput *input,
                                     const SoulsChartFrame *frame,
                                     SoulsScene            *scene);

/* In natural frequencies, of the scrubber's year or the last projected one: "In 83 of 100 worlds Amazon without AWS makes money
 * in fiscal 2030." @input has a simulation. (transfer full) */
char       *souls_worlds_sentence   (const SoulsChartInput *input);
/* The same to stand under the headline: NULL where the scrubber's year is reported, or nothing is uncertain. (transfer full) */
char       *souls_headline_worlds   (const SoulsChartInput *input);

/* The headline of the window: "Without AWS, Amazon would earn $41.2 bn in fiscal 2030: a 4.4 % margin." (transfer full) */
char       *souls_headline          (const SoulsChartInput *input);

/**
 * SoulsChartFoot:
 * @year: the base year
 * @second_hand: whether some of its figures were not read in the filing
 * @title: (nullable): of the scenario
 * @code: (nullable): what brings it back
 * @version: of the program
 *
 * What a chart that leaves the program says of where it comes from.
 */
typedef struct
{
  int year;
  gboolean second_hand;
  const char *title;
  const char *code;
  const char *version;
} SoulsChartFoot;

/* The line under a chart that leaves the program. (transfer full) */
char       *souls_chart_foot        (const SoulsWords      *words,
                                     const SoulsChartFoot  *foot);

/* A metric's value in the year under the scrubber, reported or projected; NAN where there is none. */
double      souls_chart_input_value (const SoulsChartInput *input,
                                     SoulsMetric            metric,
                                     int                    year);

G_END_DECLS
