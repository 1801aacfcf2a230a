/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "souls-chart-private.h"
#include "souls-frame.h"

G_BEGIN_DECLS

typedef enum
{
  SOULS_AXIS_MONEY,     /* US$ million */
  SOULS_AXIS_PERCENT,   /* fractions */
} SoulsAxis;

/**
 * SoulsArea:
 * @frame: the anatomy; @frame.plot is where marks go
 * @axis: what the values are
 * @words: the reader's language
 * @em: the scene's base size, px
 * @unit: what lengths in px are multiplied by
 *
 * The inside of a chart. It must not move once souls_area_set_values() was called: the frame keeps
 * its address.
 */
typedef struct
{
  SoulsFrame frame;
  SoulsAxis axis;
  const SoulsWords *words;
  double em;
  double unit;
} SoulsArea;

/* Labels beside the plot: more say less. */
#define SOULS_MAX_LABELS 8

/* Of a target that no metric stands behind. */
#define SOULS_NO_METRIC ((SoulsMetric) -1)

/* Part of a chart's width that such labels may take; longer names break into two lines. */
#define SOULS_LABELS_PART 0.24

/**
 * SoulsMarkLabel:
 * @name: the first line or two, bold
 * @value: the last line
 * @color: of the mark that it names
 * @anchor_x: 0 for a label to the right of its place, 1 for one to the left
 * @max_width: px at which the name breaks; 0 for no limit
 *
 * A direct label: what it is and how much. Borrowed strings.
 */
typedef struct
{
  const char *name;
  const char *value;
  SoulsColor color;
  double anchor_x;
  double max_width;
} SoulsMarkLabel;

/* In this order, as in a SoulsFrame */
void souls_area_open (SoulsArea *self, SoulsDraft *draft, const char *finding, const char *subtitle,
                      const char *description);
void souls_area_reserve_rows (SoulsArea *self, double top, double bottom);
void souls_area_set_values (SoulsArea *self, SoulsDraft *draft, SoulsAxis axis, SoulsRange values);
double souls_area_y (const SoulsArea *self, double value);
SoulsRange souls_area_choose_range (SoulsArea *self, SoulsDraft *draft, SoulsAxis axis,
                                    SoulsRange values, guint n_ticks);
char *souls_area_say_tick (SoulsArea *self, double value);

/* Years along the bottom, one band a year from the first that is drawn */
void souls_area_add_years (const SoulsArea *self, SoulsDraft *draft, const SoulsBandScale *bands);
void souls_area_add_tint (const SoulsArea *self, SoulsDraft *draft, const SoulsBandScale *bands);
void souls_area_add_cursor (const SoulsArea *self, SoulsDraft *draft, double x);

/* Texts that come after others: added only where they are inside @bounds (NULL: the scene) and on
 * no other text */
gboolean souls_draft_try_text (SoulsDraft *draft, const SoulsBox *bounds, const char *text,
                               double x, double y, SoulsTextStyle style);
gboolean souls_draft_try_note (SoulsDraft *draft, const SoulsBox *bounds, const char *text,
                               double x, double y, SoulsTextStyle style);
double souls_draft_text_width (SoulsDraft *draft, const char *text, SoulsTextStyle style);

gboolean souls_draft_try_label (SoulsDraft *draft, const SoulsBox *bounds,
                                const SoulsMarkLabel *label, double x, double y);
double souls_draft_label_width (SoulsDraft *draft, const SoulsMarkLabel *label);
double souls_draft_label_height (SoulsDraft *draft, const SoulsMarkLabel *label);
void souls_area_place_labels (const SoulsArea *self, SoulsDraft *draft,
                              const SoulsMarkLabel *labels, const double *wanted, guint n,
                              double x);

/* Marks */
void souls_area_add_bar (const SoulsArea *self, SoulsDraft *draft, double x, double width,
                         double from, double to, SoulsStyle style, gboolean rounded);
SoulsBox souls_area_bar_box (const SoulsArea *self, double x, double width, double from, double to);
void souls_draft_add_target (SoulsDraft *draft, SoulsBox box, guint key, const char *name,
                             const char *value, SoulsMetric metric, int year);
void souls_area_add_handle (const SoulsArea *self, SoulsDraft *draft, double x, double width, double value,
                            guint key, SoulsMetric metric, int year);

/* Numbers */
double souls_draft_driver (const SoulsDraft *self, SoulsOrigin origin, SoulsDriver driver, int year);
void souls_round_parts (const double *parts, double *rounded, guint n);

G_END_DECLS
