/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "souls-metrics.h"

#include <glib/gi18n.h>

#define SOULS_UNIT_FRACTION SOULS_UNIT_PERCENT

#define ROW(enumerator, id, symbol, unit, formula, base_formula, name) \
  { id, symbol, SOULS_UNIT_##unit, formula, base_formula, name },

static const SoulsMetricInfo metrics[] = {
  SOULS_METRICS (ROW)
  SOULS_WORKINGS (ROW)
};

G_STATIC_ASSERT (G_N_ELEMENTS (metrics) == SOULS_N_SERIES);

/**
 * souls_metric_info:
 *
 * Returns: (transfer none): the row of a metric or working in the table
 */
const SoulsMetricInfo *
souls_metric_info (SoulsMetric metric)
{
  return &metrics[metric];
}

/**
 * souls_metric_from_id:
 * @id: a metric's id; workings are not found
 * @metric: (out): the metric
 *
 * Returns: whether there is such a metric
 */
gboolean
souls_metric_from_id (const char  *id,
                      SoulsMetric *metric)
{
  for (int i = 0; i < SOULS_N_METRICS; i++)
    if (g_strcmp0 (metrics[i].id, id) == 0)
      {
        *metric = (SoulsMetric) i;
        return TRUE;
      }
  return FALSE;
}
