/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>

#include "souls-geometry.h"
#include "souls-theme.h"
#include "souls-words.h"

G_BEGIN_DECLS

/**
 * SoulsScene:
 *
 * A laid-out chart: a list of marks in drawing order, the words that go with it, and the
 * targets that can be pointed at. It is made once by a chart and then drawn, hit-tested,
 * dumped as text and read out: there is no second geometry anywhere.
 *
 * Scenes are laid out left to right; souls_scene_mirror() turns one for right-to-left readers.
 * souls_scene_reset() keeps the memory, so that a chart that follows a slider allocates little.
 */
typedef struct _SoulsScene SoulsScene;

typedef enum
{
  SOULS_END_NONE,
  SOULS_END_TOP,
  SOULS_END_BOTTOM,
  SOULS_END_LEFT,
  SOULS_END_RIGHT,
} SoulsEnd;

/**
 * SoulsStyle:
 * @fill: the colour of the inside, or %SOULS_COLOR_NONE
 * @stroke: the colour of the outline or line, or %SOULS_COLOR_NONE
 * @line_width: px; 0 for what the theme has for a series, a ghost (if @dashed), a grid or zero
 *   line, an outline
 * @opacity: 0 … 1; 0 counts as 1, so that a zeroed style is opaque
 * @dashed: dash the stroke 4–3 (ghosts)
 * @hatched: hatch the fill at 45° (losses)
 * @dotted: a lighter fill with dots (estimated or assumed parts)
 * @radius: corner radius in px at @round_end
 * @round_end: the one end whose corners are rounded (the value end of a bar)
 */
typedef struct
{
  SoulsColor fill;
  SoulsColor stroke;
  double line_width;
  double opacity;
  double radius;
  SoulsEnd round_end;
  unsigned dashed : 1;
  unsigned hatched : 1;
  unsigned dotted : 1;
} SoulsStyle;

/**
 * SoulsTextStyle:
 * @color: role; drawn in the theme's text colour of that role
 * @em: size as a multiple of the scene's base size: 1.5, 1.15, 1 or 0.85
 * @bold: whether it is bold
 * @tabular: whether figures have equal widths
 * @anchor_x: 0 (@x is the left edge), 0.5 or 1
 * @anchor_y: 0 (@y is the top), 0.5 or 1
 * @max_width: px at which text wraps (if @max_lines > 1) or ends in an ellipsis; 0 for no limit
 * @max_lines: at least 1; 0 counts as 1
 */
typedef struct
{
  SoulsColor color;
  double em;
  double anchor_x;
  double anchor_y;
  double max_width;
  int max_lines;
  unsigned bold : 1;
  unsigned tabular : 1;
} SoulsTextStyle;

/**
 * SoulsTarget:
 * @box: where it is
 * @key: the chart's own name for it, stable while values change
 * @name: what it is ("AWS, fiscal 2025")
 * @value: the full figure in words ("$45,606 million, reported")
 * @metric: the chart's datum (an id that the program knows), or -1
 * @year: fiscal year, or 0
 *
 * Something in a chart that can be pointed at, walked to and read out; its rows are also the
 * chart's table.
 */
typedef struct
{
  SoulsBox box;
  guint key;
  const char *name;
  const char *value;
  int metric;
  int year;
} SoulsTarget;

/**
 * SoulsAxisMap:
 * @px0: a place
 * @value0: what stands there
 * @px1: another place
 * @value1: what stands there
 *
 * What a hand that moves in one direction changes, in proportion; nothing where @px0 is @px1.
 */
typedef struct
{
  double px0;
  double value0;
  double px1;
  double value1;
} SoulsAxisMap;

/**
 * SoulsHandle:
 * @box: where it is, around the mark that it moves
 * @key: the chart's own name for it, stable while values change
 * @metric: what its value is (an id that the program knows), or -1
 * @year: fiscal year, or 0
 * @x: how it moves across, within the two places
 * @y: how it moves up and down
 *
 * A mark that can be taken hold of and moved.
 */
typedef struct
{
  SoulsBox box;
  guint key;
  int metric;
  int year;
  SoulsAxisMap x;
  SoulsAxisMap y;
} SoulsHandle;

SoulsScene *souls_scene_new          (void);
void        souls_scene_free         (SoulsScene *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SoulsScene, souls_scene_free)

/* Layout. @base_size: the chart's text size, px. */
void        souls_scene_reset        (SoulsScene *self, double width, double height,
                                      double base_size);
/* More room at the foot, under what is laid out: px. */
void        souls_scene_extend       (SoulsScene *self, double height);
double      souls_scene_get_width    (const SoulsScene *self);
double      souls_scene_get_height   (const SoulsScene *self);
double      souls_scene_get_base_size (const SoulsScene *self);
/* 1 at ordinary text sizes, more where the text is larger than 16 px: lengths that should keep pace
 * with it are multiplied by it. The theme's own line widths, dashes and hatches already are. */
double      souls_scene_get_unit     (const SoulsScene *self);
/* The font families of the texts added from now on ("Cantarell, Sans" at first), kept over
 * resets. */
void        souls_scene_set_font     (SoulsScene *self, const char *families);
/* The text size that suits a width in px: 11 at 320, 16 at 1200, never over 28. */
double      souls_scene_suitable_base_size (double width);

/* What the chart says: the title, a sentence with numbers; measure, unit, years; one sentence for
 * who does not see it. Strings are copied. */
void        souls_scene_set_finding     (SoulsScene *self, const char *finding);
void        souls_scene_set_subtitle    (SoulsScene *self, const char *subtitle);
void        souls_scene_set_description (SoulsScene *self, const char *description);
/* The reader's language: what files say of it, and the heads of the table. */
void        souls_scene_set_words       (SoulsScene *self, const SoulsWords *words);
/* As BCP 47 names it ("pt-BR"); empty if not known. */
const char *souls_scene_get_language    (const SoulsScene *self);
const char *souls_scene_get_finding     (const SoulsScene *self);
const char *souls_scene_get_subtitle    (const SoulsScene *self);
const char *souls_scene_get_description (const SoulsScene *self);

/* A text that files carry unseen, to be found again by @name: letters, digits and hyphens, at most
 * 79. Kept until the next layout. A %NULL @text for none. */
void        souls_scene_set_attachment  (SoulsScene *self, const char *name, const char *text);
/* %NULL if none was set. */
const char *souls_scene_get_attachment  (const SoulsScene *self, const char **name);

/* The value axis that the chart would choose by itself (before any frozen range). */
void        souls_scene_set_range    (SoulsScene *self, SoulsRange range);
SoulsRange  souls_scene_get_range    (const SoulsScene *self);
/* What the words at the top would take by themselves (before any that is held), px; 0 where there are none. */
void        souls_scene_set_head     (SoulsScene *self, double px);
double      souls_scene_get_head     (const SoulsScene *self);

/* Marks, in drawing order. Points are copied. A mark with a place that is not a finite number is
 * left out; a line is broken there, so that a series with a gap is one call. */
void        souls_scene_add_rect     (SoulsScene *self, SoulsBox box, SoulsStyle style);
void        souls_scene_add_line     (SoulsScene *self, const SoulsPoint *points, int n_points,
                                      SoulsStyle style);
void        souls_scene_add_polygon  (SoulsScene *self, const SoulsPoint *points, int n_points,
                                      SoulsStyle style);
/* A band between two smooth vertical-to-vertical edges: x0,[top0,bottom0] → x1,[top1,bottom1]
 * (flows). */
void        souls_scene_add_ribbon   (SoulsScene *self, double x0, double top0, double bottom0,
                                      double x1, double top1, double bottom1, SoulsStyle style);
void        souls_scene_add_dot      (SoulsScene *self, SoulsPoint center, double radius,
                                      SoulsStyle style);
/* Returns the box that the text fills, measured. */
SoulsBox    souls_scene_add_text     (SoulsScene *self, const char *text, double x, double y,
                                      SoulsTextStyle style);
/* Measures without adding. */
SoulsBox    souls_scene_measure_text (SoulsScene *self, const char *text, SoulsTextStyle style);

/* Whether the text would lose something to max_width and max_lines. */
gboolean    souls_scene_is_text_cut  (SoulsScene *self, const char *text, SoulsTextStyle style);

void        souls_scene_add_target   (SoulsScene *self, const SoulsTarget *target);
guint       souls_scene_get_n_targets (const SoulsScene *self);
const SoulsTarget *souls_scene_get_target (const SoulsScene *self, guint index);
/* The topmost target at a point, or the nearest within @slack px; -1 for none. */
int         souls_scene_hit          (const SoulsScene *self, double x, double y, double slack);

/* Handles: marks that can be moved. Later ones lie above earlier ones. */
gboolean    souls_axis_map_moves     (const SoulsAxisMap *self);
/* The two are each other's inverse; NAN where nothing moves. */
double      souls_axis_map_value     (const SoulsAxisMap *self, double px);
double      souls_axis_map_px        (const SoulsAxisMap *self, double value);
/* A place of a hand that stays between the two places. */
double      souls_axis_map_clamp     (const SoulsAxisMap *self, double px);
void        souls_scene_add_handle   (SoulsScene *self, const SoulsHandle *handle);
guint       souls_scene_get_n_handles (const SoulsScene *self);
const SoulsHandle *souls_scene_get_handle (const SoulsScene *self, guint index);
int         souls_scene_find_handle  (const SoulsScene *self, double x, double y, double slack);

/* The targets as a table, a row each: name, value and, in CSV, the year. (transfer full) */
char       *souls_scene_to_tabbed    (const SoulsScene *self);   /* what a spreadsheet takes */
char       *souls_scene_to_csv       (const SoulsScene *self);   /* RFC 4180, with a head */

/* The boxes of all texts, for tests of overlap. */
guint       souls_scene_get_n_texts  (const SoulsScene *self);
SoulsBox    souls_scene_get_text_box (const SoulsScene *self, guint index);
const char *souls_scene_get_text     (const SoulsScene *self, guint index);
gboolean    souls_scene_get_text_is_cut (const SoulsScene *self, guint index);

/* Turns the whole scene for right-to-left readers; twice is as before. The last step of a
 * layout. */
void        souls_scene_mirror       (SoulsScene *self);
gboolean    souls_scene_is_mirrored  (const SoulsScene *self);

/* Draws what has been laid out, from (0, 0) on; the paper below is the caller's (its colour is
 * %SOULS_COLOR_PAPER). */
void        souls_scene_draw         (const SoulsScene *self, cairo_t *cr, const SoulsTheme *theme);
/* The layout as text, one mark a line, lengths to a tenth of a px; texts by their anchor, without
 * the font's extents (transfer full). */
char       *souls_scene_dump         (const SoulsScene *self);

G_END_DECLS
