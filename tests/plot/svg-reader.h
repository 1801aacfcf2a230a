/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "souls-scene.h"

G_BEGIN_DECLS

/**
 * SvgElement:
 * @name: of the element
 * @attributes: name to value
 * @text: what stands in it, without what stands in its children
 * @parent: (nullable): around it
 */
typedef struct _SvgElement SvgElement;
struct _SvgElement
{
  char *name;
  GHashTable *attributes;
  GString *text;
  const SvgElement *parent;
};

/* The elements in the order in which they begin; whatever is no XML ends the test. (transfer full) */
GPtrArray  *svg_read             (GBytes *bytes);

const char *svg_get              (const SvgElement *element, const char *attribute);
double      svg_get_number       (const SvgElement *element, const char *attribute);
gboolean    svg_is               (const SvgElement *element, const char *name);
/* The words of the texts, one a line. (transfer full) */
char       *svg_get_words        (const GPtrArray *elements);

/* Each text of the scene is there as text, whole or up to its ellipsis. */
void        svg_check_texts      (const GPtrArray *elements, const SoulsScene *scene);
/* Nothing begins or ends outside of the picture. */
void        svg_check_inside     (const GPtrArray *elements, double width, double height);
/* Ids are there once, and whatever is referred to is there. */
void        svg_check_references (const GPtrArray *elements);

G_END_DECLS
