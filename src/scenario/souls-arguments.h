/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "souls-lesson.h"

G_BEGIN_DECLS

#define SOULS_ARGUMENTS_VERSION 1

/**
 * SoulsArgumentSide:
 * @text: (array zero-terminated=1): paragraphs
 * @when: a condition that the figures meet there
 * @screen: what is seen; scenario and left chart are always there
 */
typedef struct
{
  char **text;
  char *when;
  SoulsLessonScreen screen;
} SoulsArgumentSide;

/**
 * SoulsArgument:
 * @id: its own
 * @claim: what is said of the business
 * @who: says it
 * @holds: where it is true
 * @fails: where it is false
 * @line: where the card begins in its file, from 1
 * @column: the same, in characters
 *
 * A card: a claim, and two scenarios to try it on. Texts are message ids.
 */
typedef struct
{
  char *id;
  char *claim;
  char *who;
  SoulsArgumentSide holds;
  SoulsArgumentSide fails;
  int line;
  int column;
} SoulsArgument;

/**
 * SoulsArguments:
 *
 * All cards, in their order. Immutable.
 */
typedef struct _SoulsArguments SoulsArguments;

/* Those that ship. (transfer full) */
SoulsArguments      *souls_arguments_load  (const SoulsDataSet *data, const SoulsPresets *presets, GError **error);
/* Errors of %SOULS_LESSON_ERROR name file, line and column. (transfer full) */
SoulsArguments      *souls_arguments_parse (const char *name, const char *bytes, gsize length, const SoulsDataSet *data,
                                            const SoulsPresets *presets, GError **error);
void                 souls_arguments_free  (SoulsArguments *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SoulsArguments, souls_arguments_free)

int                  souls_arguments_get_n (const SoulsArguments *self);
const SoulsArgument *souls_arguments_get   (const SoulsArguments *self, int i);
/* NULL where there is none of that id. */
const SoulsArgument *souls_arguments_find  (const SoulsArguments *self, const char *id);

G_END_DECLS
