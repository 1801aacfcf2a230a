/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "souls-chart-private.h"

G_BEGIN_DECLS

const char *souls_driver_words    (const SoulsWords *words,
                                   SoulsDriver       driver);
char       *souls_driver_in_words (const SoulsWords *words,
                                   SoulsDriver       driver,
                                   double            value);
char       *souls_days_in_words   (const SoulsWords *words,
                                   double            shown,
                                   const char       *number);
char       *souls_years_in_words  (const SoulsWords *words,
                                   double            shown,
                                   const char       *number);
SoulsColor  souls_driver_color    (SoulsDriver       driver);

G_END_DECLS
