/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "souls-comparison.h"

#include <string.h>

struct _SoulsComparison
{
  GObject parent_instance;

  /* Owned */
  SoulsDataSet *data;
  GPtrArray *snapshots;   /* of SoulsSnapshot */
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SoulsComparison, souls_comparison, G_TYPE_OBJECT)

G_DEFINE_QUARK (souls-comparison-error-quark, souls_comparison_error)

static void
snapshot_free (SoulsSnapshot *self)
{
  g_free (self->title);
  souls_scenario_free (self->scenario);
  g_free (self);
}

static void
souls_comparison_finalize (GObject *object)
{
  SoulsComparison *self = SOULS_COMPARISON (object);

  g_clear_pointer (&self->snapshots, g_ptr_array_unref);
  g_clear_pointer (&self->data, souls_data_set_unref);
  G_OBJECT_CLASS (souls_comparison_parent_class)->finalize (object);
}

static void
souls_comparison_class_init (SoulsComparisonClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = souls_comparison_finalize;

  signals[CHANGED] = g_signal_new ("changed", SOULS_TYPE_COMPARISON, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
}

static void
souls_comparison_init (SoulsComparison *self)
{
  self->snapshots = g_ptr_array_new_with_free_func ((GDestroyNotify) snapshot_free);
}

/**
 * souls_comparison_new:
 * @data: the reported figures and beliefs
 *
 * Returns: (transfer full): a comparison with nothing
 */
SoulsComparison *
souls_comparison_new (SoulsDataSet *data)
{
  SoulsComparison *self = g_object_new (SOULS_TYPE_COMPARISON, NULL);

  self->data = souls_data_set_ref (data);
  return self;
}

guint
souls_comparison_get_n (SoulsComparison *self)
{
  return self->snapshots->len;
}

gboolean
souls_comparison_is_full (SoulsComparison *self)
{
  return self->snapshots->len >= SOULS_MAX_SNAPSHOTS;
}

/**
 * souls_comparison_get:
 * @self: a comparison
 * @i: from 0
 *
 * Returns: (transfer none): the snapshot, until the comparison changes
 */
const SoulsSnapshot *
souls_comparison_get (SoulsComparison *self,
                      guint            i)
{
  g_return_val_if_fail (i < self->snapshots->len, NULL);

  return g_ptr_array_index (self->snapshots, i);
}

/* Whether nothing that is computed would differ. */
static gboolean
has_same_numbers (const SoulsSnapshot    *snapshot,
                  const SoulsCalibration *calibration,
                  const SoulsSettings    *settings,
                  const SoulsDrivers     *drivers)
{
  const SoulsSettings *own = &snapshot->scenario->settings;

  if (snapshot->calibration != calibration || own->horizon != settings->horizon ||
      own->phase_in != settings->phase_in || own->rung != settings->rung)
    return FALSE;
  for (int i = 0; i < SOULS_N_DRIVERS; i++)
    if (snapshot->drivers.target[i] != drivers->target[i])
      return FALSE;
  return TRUE;
}

static const SoulsSnapshot *
find_same (SoulsComparison        *self,
           const SoulsCalibration *calibration,
           const SoulsSettings    *settings,
           const SoulsDrivers     *drivers)
{
  for (guint i = 0; i < self->snapshots->len; i++)
    if (has_same_numbers (souls_comparison_get (self, i), calibration, settings, drivers))
      return souls_comparison_get (self, i);
  return NULL;
}

gboolean
souls_comparison_contains (SoulsComparison     *self,
                           const SoulsScenario *scenario)
{
  const SoulsCalibration *calibration;
  SoulsDrivers drivers;

  return souls_scenario_resolve (scenario, self->data, &calibration, &drivers, NULL) &&
         find_same (self, calibration, &scenario->settings, &drivers) != NULL;
}

static gboolean
has_title (SoulsComparison *self,
           const char      *title,
           guint            except)
{
  for (guint i = 0; i < self->snapshots->len; i++)
    if (i != except && strcmp (souls_comparison_get (self, i)->title, title) == 0)
      return TRUE;
  return FALSE;
}

/* (transfer full): the title, with a number where another snapshot has it */
static char *
make_title (SoulsComparison *self,
            const char      *title,
            guint            except)
{
  char *unique = g_strdup (title);

  for (int n = 2; has_title (self, unique, except); n++)
    {
      g_free (unique);
      unique = g_strdup_printf ("%s (%d)", title, n);
    }
  return unique;
}

/**
 * souls_comparison_add:
 * @self: a comparison
 * @scenario: what to compare with; copied
 * @title: what to call it
 * @error: that there are four already, that one of them has the same numbers, or that the base year is not offered
 *
 * Returns: whether it was added
 */
gboolean
souls_comparison_add (SoulsComparison      *self,
                      const SoulsScenario  *scenario,
                      const char           *title,
                      GError              **error)
{
  const SoulsCalibration *calibration;
  const SoulsSnapshot *same;
  SoulsSnapshot *snapshot;
  SoulsDrivers drivers;

  g_return_val_if_fail (SOULS_IS_COMPARISON (self), FALSE);

  if (!souls_scenario_resolve (scenario, self->data, &calibration, &drivers, error))
    return FALSE;
  same = find_same (self, calibration, &scenario->settings, &drivers);
  if (same != NULL)
    {
      g_set_error (error, SOULS_COMPARISON_ERROR, SOULS_COMPARISON_ERROR_DUPLICATE, "%s: expected other numbers than “%s”",
                   title, same->title);
      return FALSE;
    }
  if (souls_comparison_is_full (self))
    {
      g_set_error (error, SOULS_COMPARISON_ERROR, SOULS_COMPARISON_ERROR_FULL, "%s: expected at most %d scenarios", title,
                   SOULS_MAX_SNAPSHOTS);
      return FALSE;
    }
  snapshot = g_new0 (SoulsSnapshot, 1);
  snapshot->title = make_title (self, title, G_MAXUINT);
  snapshot->scenario = souls_scenario_copy (scenario);
  snapshot->calibration = calibration;
  snapshot->drivers = drivers;
  souls_project (calibration, &scenario->settings, &drivers, &snapshot->results);
  g_ptr_array_add (self->snapshots, snapshot);
  g_signal_emit (self, signals[CHANGED], 0);
  return TRUE;
}

void
souls_comparison_remove (SoulsComparison *self,
                         guint            i)
{
  g_return_if_fail (i < self->snapshots->len);

  g_ptr_array_remove_index (self->snapshots, i);
  g_signal_emit (self, signals[CHANGED], 0);
}

/**
 * souls_comparison_rename:
 * @self: a comparison
 * @i: which
 * @title: not empty; one that another snapshot has gets a number
 */
void
souls_comparison_rename (SoulsComparison *self,
                         guint            i,
                         const char      *title)
{
  SoulsSnapshot *snapshot;

  g_return_if_fail (i < self->snapshots->len);
  g_return_if_fail (title != NULL && *title != '\0');

  snapshot = g_ptr_array_index (self->snapshots, i);
  if (strcmp (snapshot->title, title) == 0)
    return;
  g_free (snapshot->title);
  snapshot->title = make_title (self, title, i);
  g_signal_emit (self, signals[CHANGED], 0);
}

void
souls_comparison_clear (SoulsComparison *self)
{
  if (self->snapshots->len == 0)
    return;
  g_ptr_array_set_size (self->snapshots, 0);
  g_signal_emit (self, signals[CHANGED], 0);
}
