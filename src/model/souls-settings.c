/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "souls-model.h"

#include <glib/gi18n.h>

static const struct
{
  const char *id;
  const char *name;
  const char *explanation;
  SoulsMetric metric;
} rungs[SOULS_N_RUNGS] = {
  [SOULS_RUNG_ARITHMETIC] = { "arithmetic", N_("arithmetic"),
                              N_("What the filing adds up to: North America plus International."),
                              SOULS_METRIC_WITHOUT_AWS_ARITHMETIC },
  [SOULS_RUNG_STRANDED] = { "stranded", N_("stranded costs"),
                            N_("Part of the administration that AWS bears stays behind for some years."),
                            SOULS_METRIC_WITHOUT_AWS_STRANDED },
  [SOULS_RUNG_TRANSFER_PRICE] = { "transfer-price", N_("computing at a price"),
                                  N_("The stores pay a supplier’s mark-up on the infrastructure that they use."),
                                  SOULS_METRIC_WITHOUT_AWS_TRANSFER_PRICE },
  [SOULS_RUNG_DISSYNERGIES] = { "dissynergies", N_("dis-synergies"),
                                N_("Two companies run a little less cheaply than one."),
                                SOULS_METRIC_WITHOUT_AWS_DISSYNERGIES },
  [SOULS_RUNG_ONE_TIME] = { "one-time", N_("one-time costs"),
                            N_("The separation itself costs money in its first year."),
                            SOULS_METRIC_WITHOUT_AWS_ONE_TIME },
};

/**
 * souls_rung_id:
 *
 * Returns: the word in files and on the command line
 */
const char *
souls_rung_id (SoulsRung rung)
{
  return rungs[rung].id;
}

/**
 * souls_rung_name:
 *
 * Returns: the name on screen, marked for translation
 */
const char *
souls_rung_name (SoulsRung rung)
{
  return rungs[rung].name;
}

/**
 * souls_rung_explanation:
 *
 * Returns: what the rung adds to the one before, one sentence, marked for translation
 */
const char *
souls_rung_explanation (SoulsRung rung)
{
  return rungs[rung].explanation;
}

/**
 * souls_rung_from_id:
 * @id: a word in a file
 * @rung: (out): the rung
 *
 * Returns: whether there is such a rung
 */
gboolean
souls_rung_from_id (const char *id,
                    SoulsRung  *rung)
{
  for (int i = 0; i < SOULS_N_RUNGS; i++)
    if (g_strcmp0 (rungs[i].id, id) == 0)
      {
        *rung = (SoulsRung) i;
        return TRUE;
      }
  return FALSE;
}

/**
 * souls_rung_metric:
 *
 * Returns: the metric that is "without AWS" as the rung means it
 */
SoulsMetric
souls_rung_metric (SoulsRung rung)
{
  return rungs[rung].metric;
}

static gboolean
check_setting (const char *name,
               int         value,
               int         min,
               int         max,
               GError    **error)
{
  if (value >= min && value <= max)
    return TRUE;
  g_set_error (error, SOULS_MODEL_ERROR, SOULS_MODEL_ERROR_RANGE,
               "%s: %d is outside %d … %d", name, value, min, max);
  return FALSE;
}

/**
 * souls_settings_check:
 * @settings: what a scenario asks for
 * @error: names the setting and its range
 *
 * Returns: whether the model can run with @settings
 */
gboolean
souls_settings_check (const SoulsSettings *settings,
                      GError             **error)
{
  return check_setting ("horizon", settings->horizon, 1, SOULS_MAX_HORIZON, error) &&
         check_setting ("phase-in", settings->phase_in, 1, SOULS_MAX_PHASE_IN, error) &&
         check_setting ("rung", settings->rung, 0, SOULS_N_RUNGS - 1, error);
}
