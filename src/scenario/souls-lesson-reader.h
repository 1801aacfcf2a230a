/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "souls-lesson-xml.h"

G_BEGIN_DECLS

/* What the readers of lessons and of argument cards share. All return NULL or FALSE with an error. */

/**
 * SoulsXmlCursor:
 * @parent: the element whose children are read
 * @order: (array zero-terminated=1): the names of its children, as they have to follow each other
 * @next: the child that comes next
 */
typedef struct
{
  const SoulsXml *parent;
  const char *const *order;
  guint next;
} SoulsXmlCursor;

/* Whether that is the next child's name. */
gboolean        souls_xml_peek         (const SoulsXmlCursor *cursor, const char *name);
/* The next child if that is its name, or NULL without an error. */
const SoulsXml *souls_xml_take         (SoulsXmlCursor *cursor, const char *name);
/* The same, but it has to be there. */
const SoulsXml *souls_xml_need         (SoulsXmlCursor *cursor, const char *name, GError **error);
/* That no child is left. */
gboolean        souls_xml_finish       (const SoulsXmlCursor *cursor, GError **error);

/* That it has no other attributes than these (NULL-terminated), and no text where it may have none, no children where it is
 * a text. */
gboolean        souls_xml_check        (const SoulsXml *self, const char *const *attributes, gboolean is_text, GError **error);
/* The same of an element without text and children. */
gboolean        souls_xml_check_empty  (const SoulsXml *self, const char *const *attributes, GError **error);
/* An attribute that has to be there and say something. */
const char     *souls_xml_require      (const SoulsXml *self, const char *attribute, GError **error);
/* Numbers: left as they are where there is no such attribute. */
gboolean        souls_xml_read_whole   (const SoulsXml *self, const char *attribute, int min, int max, int *value,
                                        GError **error);
gboolean        souls_xml_read_number  (const SoulsXml *self, const char *attribute, double *value, GError **error);
gboolean        souls_xml_read_version (const SoulsXml *self, int version, GError **error);
gboolean        souls_xml_read_driver  (const SoulsXml *self, SoulsDriver *driver, GError **error);
/* An id of lower-case letters, digits and hyphens. */
const char     *souls_xml_read_id      (const SoulsXml *self, GError **error);
/* The text of the child that comes next. (transfer full) */
char           *souls_xml_read_text    (SoulsXmlCursor *cursor, const char *name, GError **error);
/* One p at least where @needed, else NULL may be none. (transfer full) */
gboolean        souls_xml_read_paragraphs (SoulsXmlCursor *cursor, gboolean needed, char ***paragraphs, GError **error);
/* A state and charts, each if it comes next. */
gboolean        souls_lesson_read_screen (SoulsXmlCursor *cursor, const SoulsDataSet *data, const SoulsPresets *presets,
                                          gboolean may_hide, SoulsLessonScreen *screen, GError **error);

/* A file of at most SOULS_LESSON_MAX_BYTES, and a zero after it. (transfer full) */
char           *souls_lesson_read_bytes (const char *path, gsize *length, GError **error);

G_END_DECLS
