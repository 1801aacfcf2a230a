/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "souls-drivers.h"
#include "souls-theme.h"
#include "souls-words.h"

G_BEGIN_DECLS

const SoulsWords *souls_app_words (void);
const char *souls_app_locale_dir (void);
const SoulsTheme *souls_app_theme (void);
SoulsColor souls_group_color (SoulsGroup group);

G_END_DECLS
