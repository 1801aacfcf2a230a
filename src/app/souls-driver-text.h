/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "souls-calibration.h"
#include "souls-words.h"

G_BEGIN_DECLS

/* A driver's value as people read and type it. Values are in the unit shown (percent, points, $
 * million, days, years). */
const char *souls_driver_text_name (SoulsDriver driver, const SoulsWords *words);
char *souls_driver_text_number (SoulsDriver driver, double shown, const SoulsWords *words);
char *souls_driver_text_exact (SoulsDriver driver, double shown, const SoulsWords *words);
char *souls_driver_text_value (SoulsDriver driver, double shown, const SoulsWords *words);
char *souls_driver_text_spoken (SoulsDriver driver, double shown, const SoulsWords *words);
char *souls_driver_text_range (SoulsDriver driver, double min, double max, const SoulsWords *words);
int souls_driver_text_digits (SoulsDriver driver);
gboolean souls_driver_text_parse (SoulsDriver driver,
                                  const char *text,
                                  const SoulsWords *words,
                                  double *shown);
gboolean souls_driver_text_fit (SoulsDriver driver, double min, double max, double *shown);

G_END_DECLS
