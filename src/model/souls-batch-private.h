/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "souls-batch.h"

G_BEGIN_DECLS

/* The parts of a year, in the order in which they are computed. */
typedef enum
{
  SOULS_PART_STORES = 1 << 0,     /* merchandise value, sales, activity and income of the stores */
  SOULS_PART_LINES = 1 << 1,      /* keep every line of the stores, and the flywheel */
  SOULS_PART_REGIONS = 1 << 2,
  SOULS_PART_AWS = 1 << 3,        /* its sales */
  SOULS_PART_CAPITAL = 1 << 4,    /* its capital, depreciation and income */
  SOULS_PART_RUNGS = 1 << 5,
  SOULS_PART_CASH = 1 << 6,
} SoulsPart;

G_END_DECLS
