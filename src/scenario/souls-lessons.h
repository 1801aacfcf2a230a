/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "souls-lesson.h"

G_BEGIN_DECLS

/**
 * SoulsLessons:
 *
 * Those that ship, in their order, then the user's own by name. Immutable.
 */
typedef struct _SoulsLessons SoulsLessons;

/* (transfer full): NULL only where one that ships is damaged. The user's files that cannot be read become warnings. */
SoulsLessons       *souls_lessons_load         (const SoulsDataSet *data, const SoulsPresets *presets, GError **error);
void                souls_lessons_free         (SoulsLessons *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SoulsLessons, souls_lessons_free)

int                 souls_lessons_get_n        (const SoulsLessons *self);
/* How many of them ship; they come first. */
int                 souls_lessons_get_n_shipped (const SoulsLessons *self);
const SoulsLesson  *souls_lessons_get          (const SoulsLessons *self, int i);
/* NULL where there is none of that id. */
const SoulsLesson  *souls_lessons_find         (const SoulsLessons *self, const char *id);
const char *const  *souls_lessons_get_warnings (const SoulsLessons *self);

/* Where the user's own are. (transfer full) */
char               *souls_lessons_folder       (void);

G_END_DECLS
