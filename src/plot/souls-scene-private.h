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
  SoulsRange range;

  GArray *marks;     /* SoulsMark */
  GArray *points;    /* SoulsPoint */
  GArray *texts;     /* SoulsText */
  GArray *targets;   /* SoulsTarget, strings in @strings */
  GStringChunk *strings;
  SoulsTextCache *cache;
};

void souls_scene_add_mark     (SoulsScene *self, const SoulsMark *mark);
void souls_scene_clear_texts  (SoulsScene *self);
void souls_scene_mirror_texts (SoulsScene *self);

G_END_DECLS
