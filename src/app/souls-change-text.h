/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "souls-session.h"
#include "souls-words.h"

G_BEGIN_DECLS

/* What was done, and what came of it, in words. */

char *souls_change_text      (const SoulsChange *change,
                              const SoulsWords  *words);
char *souls_change_effect    (const SoulsChange *change,
                              int                year,
                              const SoulsWords  *words);
char *souls_change_sentence  (const SoulsChange *change,
                              int                year,
                              const SoulsWords  *words);

G_END_DECLS
