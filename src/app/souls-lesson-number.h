/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "souls-lesson-text.h"

G_BEGIN_DECLS

/* A number that a step asks for, as people write and read it; in the unit shown. @index is that of the step. */

gboolean    souls_lesson_number_parse      (SoulsLessonText *text,
                                            int              index,
                                            const char      *string,
                                            double          *number);
/* (transfer full) */
char       *souls_lesson_number_plain      (double           number);
/* What may be entered. (transfer full) */
char       *souls_lesson_number_range      (const SoulsAsk  *ask);
/* Of what is entered; empty for a bare number. (transfer none) */
const char *souls_lesson_number_unit       (SoulsLessonText *text,
                                            int              index);
/* In the words in which it will be compared; NULL where nothing is known. (transfer full) */
char       *souls_lesson_number_understood (SoulsLessonText *text,
                                            int              index,
                                            double           number);

G_END_DECLS
