/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "souls-drivers.h"
#include "souls-words.h"

G_BEGIN_DECLS

/**
 * SoulsQuantityUnit:
 * @SOULS_QUANTITY_MONEY: US$ million
 * @SOULS_QUANTITY_PERCENT: a fraction, shown in percent
 * @SOULS_QUANTITY_POINTS: a difference of fractions, shown in percentage points
 * @SOULS_QUANTITY_DAYS: days
 * @SOULS_QUANTITY_YEARS: a number of years
 * @SOULS_QUANTITY_COUNT: a number of things
 * @SOULS_QUANTITY_MILLIONS: millions of things
 * @SOULS_QUANTITY_YEAR: a fiscal year
 * @SOULS_QUANTITY_DOLLARS: US$
 * @SOULS_QUANTITY_TIMES: a bare ratio
 * @SOULS_QUANTITY_DRIVER: a driver's value in the model's unit, shown as its slider shows it
 *
 * How a number in a text is to be read.
 */
typedef enum
{
  SOULS_QUANTITY_MONEY,
  SOULS_QUANTITY_PERCENT,
  SOULS_QUANTITY_POINTS,
  SOULS_QUANTITY_DAYS,
  SOULS_QUANTITY_YEARS,
  SOULS_QUANTITY_COUNT,
  SOULS_QUANTITY_MILLIONS,
  SOULS_QUANTITY_YEAR,
  SOULS_QUANTITY_DOLLARS,
  SOULS_QUANTITY_TIMES,
  SOULS_QUANTITY_DRIVER,
  SOULS_N_QUANTITY_UNITS
} SoulsQuantityUnit;

/**
 * SoulsQuantity:
 * @value: the number, or the lower end of a range
 * @high: the upper end, where @is_range
 * @unit: what it is
 * @driver: whose value, where @unit is %SOULS_QUANTITY_DRIVER
 * @is_range: whether only two ends are known
 * @with_sign: a difference, that is said with its sign
 * @exact: somebody else's number, that is said with the decimals it has
 *
 * A number with all that is needed to say it.
 */
typedef struct
{
  double value;
  double high;
  SoulsQuantityUnit unit;
  SoulsDriver driver;
  gboolean is_range;
  gboolean with_sign;
  gboolean exact;
} SoulsQuantity;

SoulsQuantity  souls_quantity_new        (SoulsQuantityUnit    unit,
                                          double               value);
SoulsQuantity  souls_quantity_driver     (SoulsDriver          driver,
                                          double               value);
SoulsQuantity  souls_quantity_from_shown (const SoulsQuantity *like,
                                          double               shown);
double         souls_quantity_to_shown   (const SoulsQuantity *self);
const char    *souls_quantity_unit_name  (const SoulsQuantity *self);
char          *souls_quantity_say        (const SoulsQuantity *self,
                                          const SoulsWords    *words);

/* What was said and what is so. */
SoulsQuantity  souls_quantity_gap        (const SoulsQuantity *said,
                                          const SoulsQuantity *truth);
char          *souls_gap_say             (const SoulsWords    *words,
                                          const SoulsQuantity *said,
                                          const SoulsQuantity *truth,
                                          double               close);
char          *souls_gap_say_line        (const SoulsWords    *words,
                                          SoulsUnit            unit,
                                          const double        *said,
                                          const double        *truth,
                                          const int           *years,
                                          int                  n);

G_END_DECLS
