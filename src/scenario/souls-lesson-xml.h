/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "souls-lesson.h"

G_BEGIN_DECLS

/**
 * SoulsXml:
 * @file: the file's name, for messages
 * @name: the element's
 * @attributes: (array zero-terminated=1): names and values in turn
 * @text: what stands between its tags, without that of its children; each run of white space is one space, none at the ends
 * @line: of its first character, from 1
 * @column: in characters, from 1
 * @children: (element-type SoulsXml): in their order
 *
 * An element of a lesson file.
 */
typedef struct
{
  char *file;
  char *name;
  char **attributes;
  GString *text;
  int line;
  int column;
  GPtrArray *children;
} SoulsXml;

/* Deeper than any of ours. */
#define SOULS_XML_MAX_DEPTH 16

/* Checks size, encoding, depth and well-formedness; no document types, so no entities but XML's five. (transfer full) */
SoulsXml   *souls_xml_parse     (const char *file, const char *bytes, gsize length, GError **error);
void        souls_xml_free      (SoulsXml *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SoulsXml, souls_xml_free)

/* The value of an attribute, or NULL. */
const char *souls_xml_get       (const SoulsXml *self, const char *attribute);
/* "file:line:column: <name> attribute: …" on one line; @attribute may be NULL. */
void        souls_xml_complain  (const SoulsXml *self, const char *attribute, SoulsLessonError code, GError **error,
                                 const char *format, ...) G_GNUC_PRINTF (5, 6);
/* White space and control characters as one space each run, none at the ends. (transfer full) */
char       *souls_xml_collapse  (const char *text);

G_END_DECLS
