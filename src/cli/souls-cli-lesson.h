/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "souls-arguments.h"
#include "souls-lesson.h"

G_BEGIN_DECLS

/* What souls_lesson_parse() cannot know: that charts, numbers in texts, answers and conditions are what they may be, that one
 * option of a choice is right, and that what is so can be entered. @name: of the file, for messages. */
gboolean souls_cli_check_lesson    (const char *name, const SoulsLesson *lesson, SoulsDataSet *data, GError **error);
/* The same of cards: that each condition holds in its scenario. */
gboolean souls_cli_check_arguments (const char *name, const SoulsArguments *arguments, SoulsDataSet *data, GError **error);

G_END_DECLS
