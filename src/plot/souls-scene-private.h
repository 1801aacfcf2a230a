/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "souls-scene.h"
#include "souls-text-cache.h"

G_BEGIN_DECLS

typedef enum
{
  SOULS_MARK_RECT,
  SOULS_MARK_LINE,
  SOULS_MARK_POLYGON,
  SOULS_MARK_RIBBON,
  SOULS_MARK_DOT,
  SOULS_MARK_TEXT,
} SoulsMarkKind;

/* @box: of a rectangle. @first, @n: the points of a line, polygon, ribbon (top left, bottom left,
 * top right, bottom right) or dot (its centre). @radius: of a dot. @text: index of a text. */
typedef struct
{
  SoulsMarkKind kind;
  SoulsStyle style;
  SoulsBox box;
  guint first;
  guint n;
  double radius;
  guint text;
} SoulsMark;

/* @layout is owned. @anchor is where the text was put, @box what it fills; @dx and @dy lead from
 * there to the layout's origin. */
typedef struct
{
  PangoLayout *layout;
  SoulsTextStyle style;
  SoulsPoint anchor;
  SoulsBox box;
  double dx;
  double dy;
} SoulsText;

/* The columns of a scene's table. */
typedef enum
{
  SOULS_HEAD_NAME,
  SOULS_HEAD_VALUE,
  SOULS_HEAD_YEAR,
  SOULS_N_HEADS
} SoulsHead;

extern const char *const souls_scene_heads[SOULS_N_HEADS];   /* N_() */

struct _SoulsScene
{
  double width;
  double height;
  double base_size;
  gboolean mirrored;

  /* Owned. */
  char *finding;
  char *subtitle;
  char *description;
  char *language;
  char *attachment_name;   /* NULL for none */
  char *attachment;
  const char *heads[SOULS_N_HEADS];   /* interned */
  SoulsRange range;
  double head;

  GArray *marks;     /* SoulsMark */
  GArray *points;    /* SoulsPoint */
  GArray *texts;     /* SoulsText */
  GArray *targets;   /* SoulsTarget, strings in @strings */
  GArray *handles;   /* SoulsHandle */
  GStringChunk *strings;
  SoulsTextCache *cache;
};

/* How the inside of a mark looks. Diagonals rise (/) for losses; the others stand for a series
 * where a theme has no hues. */
typedef enum
{
  SOULS_PATTERN_NONE,
  SOULS_PATTERN_RISING,
  SOULS_PATTERN_FALLING,
  SOULS_PATTERN_HORIZONTAL,
  SOULS_PATTERN_VERTICAL,
  SOULS_PATTERN_CROSS,
  SOULS_PATTERN_DOTS,
  SOULS_N_PATTERNS
} SoulsPattern;

/* px at unit 1. The lines of all patterns hang on the scene, not on the mark, so that parts of a
 * stack fit together and a growing bar doesn't drag its hatch along. */
#define SOULS_PATTERN_SPACING 5.0
#define SOULS_PATTERN_LINE 1.75
#define SOULS_PATTERN_DOT 2.0
#define SOULS_EDGE_WIDTH 1.0

/* Opacity of the ground below a pattern. */
#define SOULS_HATCH_GROUND 0.18
#define SOULS_DOTTED_GROUND 0.3

#define SOULS_DASH_ON 4.0
#define SOULS_DASH_OFF 3.0

/* Control points at 45 % of the way give a flow a calm bend. */
#define SOULS_RIBBON_BEND 0.45

/* What all outputs decide alike. @unit: see souls_scene_get_unit(). */
double       souls_style_get_opacity       (const SoulsStyle *style);
SoulsRgba    souls_style_get_color         (const SoulsStyle *style, const SoulsTheme *theme,
                                            SoulsColor color);
SoulsRgba    souls_style_get_pattern_color (const SoulsStyle *style, const SoulsTheme *theme);
/* @otherwise: px at unit 1, of a line that no rule names. */
double       souls_style_get_line_width    (const SoulsStyle *style, const SoulsTheme *theme,
                                            double unit, double otherwise);
SoulsPattern souls_style_get_pattern       (const SoulsStyle *style, const SoulsTheme *theme);
SoulsStyle   souls_style_of_dot            (const SoulsStyle *style, double unit, double *radius);
gboolean     souls_mark_is_hairline        (const SoulsMark *mark, const SoulsPoint *points,
                                            double width);

void souls_scene_add_mark     (SoulsScene *self, const SoulsMark *mark);
void souls_scene_clear_texts  (SoulsScene *self);
void souls_scene_mirror_texts (SoulsScene *self);
void souls_scene_mirror_handles (SoulsScene *self);

G_END_DECLS
