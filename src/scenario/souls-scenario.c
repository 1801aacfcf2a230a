/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "souls-scenario.h"

#include <string.h>

#include "souls-text.h"

/**
 * souls_scenario_new:
 *
 * Returns: (transfer full): a scenario of the last base year with everything at its baseline
 */
SoulsScenario *
souls_scenario_new (void)
{
  SoulsScenario *self = g_new0 (SoulsScenario, 1);

  self->settings = SOULS_SETTINGS_DEFAULT;
  return self;
}

/**
 * souls_scenario_copy:
 * @self: a scenario
 *
 * Returns: (transfer full): another like it
 */
SoulsScenario *
souls_scenario_copy (const SoulsScenario *self)
{
  SoulsScenario *copy = g_memdup2 (self, sizeof *self);

  for (int i = 0; i < SOULS_N_SCENARIO_TEXTS; i++)
    copy->text[i] = g_strdup (self->text[i]);
  copy->charts = g_strdupv (self->charts);
  if (self->extras != NULL)
    json_object_ref (self->extras);
  return copy;
}

/**
 * souls_scenario_free:
 * @self: (nullable) (transfer full): a scenario
 */
void
souls_scenario_free (SoulsScenario *self)
{
  if (self == NULL)
    return;
  for (int i = 0; i < SOULS_N_SCENARIO_TEXTS; i++)
    g_free (self->text[i]);
  g_strfreev (self->charts);
  g_clear_pointer (&self->extras, json_object_unref);
  g_free (self);
}

/**
 * souls_scenario_text_id:
 *
 * Returns: the name of the file's member that holds the text
 */
const char *
souls_scenario_text_id (SoulsScenarioText text)
{
  static const char *const ids[SOULS_N_SCENARIO_TEXTS] = {
    [SOULS_SCENARIO_TITLE] = "title", [SOULS_SCENARIO_QUESTION] = "question",
    [SOULS_SCENARIO_AUTHOR] = "author", [SOULS_SCENARIO_NOTES] = "notes",
    [SOULS_SCENARIO_MODEL] = "model",
  };

  g_return_val_if_fail ((guint) text < SOULS_N_SCENARIO_TEXTS, NULL);
  return ids[text];
}

/**
 * souls_scenario_set_text:
 * @value: (nullable): UTF-8, or %NULL for none
 */
void
souls_scenario_set_text (SoulsScenario     *self,
                         SoulsScenarioText  text,
                         const char        *value)
{
  char *copy = g_strdup (value);

  g_free (self->text[text]);
  self->text[text] = copy;
}

/**
 * souls_scenario_set_charts:
 * @charts: (nullable) (array zero-terminated=1): ids of charts, or %NULL for none
 */
void
souls_scenario_set_charts (SoulsScenario     *self,
                           const char *const *charts)
{
  char **copy = g_strdupv ((char **) charts);

  g_strfreev (self->charts);
  self->charts = copy;
}

/**
 * souls_scenario_move:
 * @value: in the model's unit
 *
 * Puts a driver at @value; if it was at its baseline, it is the last to have moved.
 */
void
souls_scenario_move (SoulsScenario *self,
                     SoulsDriver    driver,
                     double         value)
{
  int last = 0;

  for (int i = 0; i < SOULS_N_DRIVERS; i++)
    if (self->changed[i])
      last = MAX (last, self->place[i]);
  if (!self->changed[driver])
    self->place[driver] = last + 1;
  self->changed[driver] = TRUE;
  self->value[driver] = value;
}

/**
 * souls_scenario_get_moves:
 * @moves: (out caller-allocates): the changed drivers in the order moved
 *
 * Returns: how many
 */
int
souls_scenario_get_moves (const SoulsScenario *self,
                          SoulsDriver          moves[SOULS_N_DRIVERS])
{
  int n = 0;

  for (int i = 0; i < SOULS_N_DRIVERS; i++)
    {
      int k = n;

      if (!self->changed[i])
        continue;
      for (; k > 0 && self->place[moves[k - 1]] > self->place[i]; k--)
        moves[k] = moves[k - 1];
      moves[k] = (SoulsDriver) i;
      n++;
    }
  return n;
}

static const SoulsCalibration *
find_calibration (const SoulsScenario *self,
                  const SoulsDataSet  *data,
                  GError             **error)
{
  int year = self->base_year != 0 ? self->base_year : souls_data_set_get_last_year (data);

  return souls_data_set_get_calibration (data, year, error);
}

/**
 * souls_scenario_get_bands:
 * @data: offers the scenario's base year
 * @bands: (out caller-allocates): by driver, in the model's unit
 *
 * Finds each driver's plausible band, inside the ranges of the base year.
 */
void
souls_scenario_get_bands (const SoulsScenario *self,
                          const SoulsDataSet  *data,
                          SoulsBand            bands[SOULS_N_DRIVERS])
{
  int n;
  const SoulsCalibration *all = souls_data_set_get_calibrations (data, &n);
  const SoulsCalibration *base = find_calibration (self, data, NULL);

  g_return_if_fail (base != NULL);

  souls_bands_compute (all, n, base, bands);
  for (int i = 0; i < SOULS_N_DRIVERS; i++)
    if (self->has_band[i])
      bands[i] = (SoulsBand) { CLAMP (self->band_low[i], base->min[i], base->max[i]),
                               CLAMP (self->band_high[i], base->min[i], base->max[i]), SOULS_BAND_OWN };
}

static gboolean
has_equal_charts (const SoulsScenario *a,
                  const SoulsScenario *b)
{
  if (a->charts == NULL || b->charts == NULL)
    return a->charts == b->charts;
  return g_strv_equal ((const char *const *) a->charts, (const char *const *) b->charts);
}

static gboolean
has_equal_order (const SoulsScenario *a,
                 const SoulsScenario *b)
{
  SoulsDriver of_a[SOULS_N_DRIVERS], of_b[SOULS_N_DRIVERS];
  const int n = souls_scenario_get_moves (a, of_a);

  return n == souls_scenario_get_moves (b, of_b) && memcmp (of_a, of_b, (size_t) n * sizeof *of_a) == 0;
}

static gboolean
has_equal_driver (const SoulsScenario *a,
                  const SoulsScenario *b,
                  int                  i)
{
  if (a->changed[i] != b->changed[i] || a->has_band[i] != b->has_band[i])
    return FALSE;
  if (a->changed[i] && a->value[i] != b->value[i])
    return FALSE;
  return !a->has_band[i] ||
         (a->band_low[i] == b->band_low[i] && a->band_high[i] == b->band_high[i]);
}

static gboolean
has_equal_extras (const SoulsScenario *a,
                  const SoulsScenario *b)
{
  if (a->extras == b->extras)
    return TRUE;
  return a->extras != NULL && b->extras != NULL && json_object_equal (a->extras, b->extras);
}

/**
 * souls_scenario_equal:
 * @a: a scenario
 * @b: another
 *
 * Returns: whether both say the same
 */
gboolean
souls_scenario_equal (const SoulsScenario *a,
                      const SoulsScenario *b)
{
  for (int i = 0; i < SOULS_N_SCENARIO_TEXTS; i++)
    if (g_strcmp0 (a->text[i], b->text[i]) != 0)
      return FALSE;
  if (a->base_year != b->base_year || !has_equal_charts (a, b))
    return FALSE;
  if (a->settings.horizon != b->settings.horizon || a->settings.phase_in != b->settings.phase_in ||
      a->settings.rung != b->settings.rung)
    return FALSE;
  for (int i = 0; i < SOULS_N_DRIVERS; i++)
    if (!has_equal_driver (a, b, i))
      return FALSE;
  return has_equal_order (a, b) && has_equal_extras (a, b);
}

/**
 * souls_scenario_check_driver:
 * @place: (nullable): where @value stands
 * @calibration: of the base year
 * @driver: a driver
 * @value: in the model's unit
 * @error: a value error
 *
 * Returns: whether @value is in the driver's range
 */
gboolean
souls_scenario_check_driver (const SoulsJsonPlace   *place,
                             const SoulsCalibration *calibration,
                             SoulsDriver             driver,
                             double                  value,
                             GError                **error)
{
  char shown[3][G_ASCII_DTOSTR_BUF_SIZE];
  const double values[] = { calibration->min[driver], calibration->max[driver], value };

  if (souls_driver_check (calibration, driver, value, NULL))
    return TRUE;
  for (int i = 0; i < 3; i++)
    g_ascii_formatd (shown[i], sizeof shown[i], "%.10g",
                     souls_driver_to_shown (driver, values[i]));
  souls_json_complain (place, error, SOULS_SCENARIO_ERROR_VALUE,
                       "expected a number from %s to %s (%s, base year %d), found %s", shown[0],
                       shown[1], souls_driver_info (driver)->basis, calibration->year, shown[2]);
  return FALSE;
}

/**
 * souls_scenario_find_driver:
 * @place: (nullable): where @id stands
 * @id: what may be a driver's id
 * @driver: (out): the driver
 * @error: a value error that names the nearest id
 *
 * Returns: whether there is such a driver
 */
gboolean
souls_scenario_find_driver (const SoulsJsonPlace *place,
                            const char           *id,
                            SoulsDriver          *driver,
                            GError              **error)
{
  const char *ids[SOULS_N_DRIVERS + 1] = { NULL };
  g_autofree char *quote = NULL;
  g_autofree char *hint = NULL;

  if (souls_driver_from_id (id, driver))
    return TRUE;
  for (int i = 0; i < SOULS_N_DRIVERS; i++)
    ids[i] = souls_driver_info ((SoulsDriver) i)->id;
  quote = souls_text_quote (id);
  hint = souls_text_hint (id, ids);
  souls_json_complain (place, error, SOULS_SCENARIO_ERROR_VALUE, "there is no driver %s%s", quote,
                       hint);
  return FALSE;
}

/**
 * souls_scenario_find_rung:
 * @place: (nullable): where @text stands
 * @text: a rung's id, or its number
 * @rung: (out): the rung
 * @error: a value error that names all ids
 *
 * Returns: whether there is such a rung
 */
gboolean
souls_scenario_find_rung (const SoulsJsonPlace *place,
                          const char           *text,
                          SoulsRung            *rung,
                          GError              **error)
{
  g_autoptr (GString) ids = g_string_new (NULL);
  g_autofree char *quote = NULL;

  if (souls_rung_from_id (text, rung))
    return TRUE;
  if (strlen (text) == 1 && *text >= '0' && *text < '0' + SOULS_N_RUNGS)
    {
      *rung = (SoulsRung) (*text - '0');
      return TRUE;
    }
  for (int i = 0; i < SOULS_N_RUNGS; i++)
    g_string_append_printf (ids, "%s%s", i > 0 ? ", " : "", souls_rung_id ((SoulsRung) i));
  quote = souls_text_quote (text);
  souls_json_complain (place, error, SOULS_SCENARIO_ERROR_VALUE,
                       "expected a rung (%s, or 0 to %d), found %s", ids->str, SOULS_N_RUNGS - 1,
                       quote);
  return FALSE;
}

/**
 * souls_scenario_assign:
 * @self: a scenario
 * @data: the base years
 * @assignment: "aws-growth=12", in the unit shown
 * @error: a value error; @self is then as it was
 *
 * Sets one driver from text as people write it.
 *
 * Returns: whether it was set
 */
gboolean
souls_scenario_assign (SoulsScenario      *self,
                       const SoulsDataSet *data,
                       const char         *assignment,
                       GError            **error)
{
  const SoulsCalibration *calibration = find_calibration (self, data, error);
  g_auto (GStrv) parts = g_strsplit (assignment, "=", 2);
  SoulsJsonPlace place;
  SoulsDriver driver;
  double shown;

  if (calibration == NULL)
    return FALSE;
  if (g_strv_length (parts) != 2)
    {
      g_autofree char *quote = souls_text_quote (assignment);

      souls_json_complain (NULL, error, SOULS_SCENARIO_ERROR_VALUE, "expected ID=VALUE, found %s",
                           quote);
      return FALSE;
    }
  if (!souls_scenario_find_driver (NULL, g_strstrip (parts[0]), &driver, error))
    return FALSE;
  place = (SoulsJsonPlace) { NULL, parts[0], -1 };
  if (!souls_text_parse (parts[1], &shown))
    {
      g_autofree char *quote = souls_text_quote (parts[1]);

      souls_json_complain (&place, error, SOULS_SCENARIO_ERROR_VALUE,
                           "expected a number, found %s", quote);
      return FALSE;
    }
  if (!souls_scenario_check_driver (&place, calibration, driver,
                                    souls_driver_from_shown (driver, shown), error))
    return FALSE;
  souls_scenario_move (self, driver, souls_driver_from_shown (driver, shown));
  return TRUE;
}

/**
 * souls_scenario_resolve:
 * @self: a scenario
 * @data: the base years
 * @calibration: (out) (transfer none): of its base year, owned by @data
 * @drivers: (out caller-allocates): every slider's place
 * @error: a value error: the base year is not offered, or a driver is outside that year's range
 *
 * Works out what the model takes.
 *
 * Returns: whether it can run
 */
gboolean
souls_scenario_resolve (const SoulsScenario     *self,
                        const SoulsDataSet      *data,
                        const SoulsCalibration **calibration,
                        SoulsDrivers            *drivers,
                        GError                 **error)
{
  *calibration = find_calibration (self, data, error);
  if (*calibration == NULL || !souls_settings_check (&self->settings, error))
    return FALSE;
  souls_drivers_reset (drivers, *calibration);
  for (int i = 0; i < SOULS_N_DRIVERS; i++)
    {
      SoulsJsonPlace place = { NULL, souls_driver_info ((SoulsDriver) i)->id, -1 };

      if (!self->changed[i])
        continue;
      if (!souls_scenario_check_driver (&place, *calibration, (SoulsDriver) i, self->value[i],
                                        error))
        return FALSE;
      drivers->target[i] = self->value[i];
    }
  return TRUE;
}
