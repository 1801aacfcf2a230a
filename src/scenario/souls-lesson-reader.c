/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "souls-lesson-reader.h"

#include <string.h>

#include "souls-text.h"

static const SoulsXml *
peek (const SoulsXmlCursor *cursor)
{
  const GPtrArray *children = cursor->parent->children;

  return cursor->next < children->len ? g_ptr_array_index (children, cursor->next) : NULL;
}

gboolean
souls_xml_peek (const SoulsXmlCursor *cursor,
                const char           *name)
{
  const SoulsXml *child = peek (cursor);

  return child != NULL && strcmp (child->name, name) == 0;
}

const SoulsXml *
souls_xml_take (SoulsXmlCursor *cursor,
                const char     *name)
{
  return souls_xml_peek (cursor, name) ? g_ptr_array_index (cursor->parent->children, cursor->next++) : NULL;
}

const SoulsXml *
souls_xml_need (SoulsXmlCursor *cursor,
                const char     *name,
                GError        **error)
{
  const SoulsXml *child = souls_xml_take (cursor, name);

  if (child != NULL)
    return child;
  child = peek (cursor);
  if (child == NULL)
    souls_xml_complain (cursor->parent, NULL, SOULS_LESSON_ERROR_FORM, error, "expected <%s> in it, found its end", name);
  else
    souls_xml_complain (child, NULL, SOULS_LESSON_ERROR_FORM, error, "expected <%s> before it", name);
  return NULL;
}

gboolean
souls_xml_finish (const SoulsXmlCursor *cursor,
                  GError              **error)
{
  const SoulsXml *child = peek (cursor);
  g_autofree char *hint = NULL;
  g_autofree char *order = NULL;

  if (child == NULL)
    return TRUE;
  if (g_strv_contains (cursor->order, child->name))
    {
      order = g_strjoinv (", ", (char **) cursor->order);
      souls_xml_complain (child, NULL, SOULS_LESSON_ERROR_FORM, error, "not expected here; in <%s> the order is %s",
                          cursor->parent->name, order);
      return FALSE;
    }
  hint = souls_text_hint (child->name, cursor->order);
  souls_xml_complain (child, NULL, SOULS_LESSON_ERROR_FORM, error, "not expected in <%s>%s", cursor->parent->name, hint);
  return FALSE;
}

gboolean
souls_xml_check (const SoulsXml    *self,
                 const char *const *attributes,
                 gboolean           is_text,
                 GError           **error)
{
  for (char **pair = self->attributes; *pair != NULL; pair += 2)
    if (!g_strv_contains (attributes, *pair))
      {
        g_autofree char *hint = souls_text_hint (*pair, attributes);

        souls_xml_complain (self, *pair, SOULS_LESSON_ERROR_FORM, error, "there is no such attribute%s", hint);
        return FALSE;
      }
  if (is_text && self->children->len > 0)
    {
      souls_xml_complain (g_ptr_array_index (self->children, 0), NULL, SOULS_LESSON_ERROR_FORM, error,
                          "not expected in <%s>, which is a text", self->name);
      return FALSE;
    }
  if (is_text == (self->text->len > 0))
    return TRUE;
  if (!is_text)
    {
      g_autofree char *quote = souls_text_quote (self->text->str);

      souls_xml_complain (self, NULL, SOULS_LESSON_ERROR_FORM, error, "expected no text between its elements, found %s",
                          quote);
      return FALSE;
    }
  souls_xml_complain (self, NULL, SOULS_LESSON_ERROR_FORM, error, "expected a text, found nothing");
  return FALSE;
}

gboolean
souls_xml_check_empty (const SoulsXml    *self,
                       const char *const *attributes,
                       GError           **error)
{
  static const char *const none[] = { NULL };

  return souls_xml_check (self, attributes, FALSE, error) &&
         souls_xml_finish (&(SoulsXmlCursor) { self, none, 0 }, error);
}

const char *
souls_xml_require (const SoulsXml *self,
                   const char     *attribute,
                   GError        **error)
{
  const char *value = souls_xml_get (self, attribute);

  if (value != NULL && *value != '\0')
    return value;
  souls_xml_complain (self, attribute, SOULS_LESSON_ERROR_FORM, error, "expected a value, found %s",
                      value == NULL ? "no such attribute" : "nothing");
  return NULL;
}

gboolean
souls_xml_read_number (const SoulsXml *self,
                       const char     *attribute,
                       double         *value,
                       GError        **error)
{
  const char *text = souls_xml_get (self, attribute);
  g_autofree char *quote = NULL;

  if (text == NULL || souls_text_parse (text, value))
    return TRUE;
  quote = souls_text_quote (text);
  souls_xml_complain (self, attribute, SOULS_LESSON_ERROR_VALUE, error, "expected a number, found %s", quote);
  return FALSE;
}

gboolean
souls_xml_read_whole (const SoulsXml *self,
                      const char     *attribute,
                      int             min,
                      int             max,
                      int            *value,
                      GError        **error)
{
  const char *text = souls_xml_get (self, attribute);
  g_autofree char *quote = NULL;
  gint64 number;

  if (text == NULL)
    return TRUE;
  if (g_ascii_string_to_signed (text, 10, min, max, &number, NULL))
    {
      *value = (int) number;
      return TRUE;
    }
  quote = souls_text_quote (text);
  souls_xml_complain (self, attribute, SOULS_LESSON_ERROR_VALUE, error, "expected a whole number from %d to %d, found %s",
                      min, max, quote);
  return FALSE;
}

gboolean
souls_xml_read_version (const SoulsXml *self,
                        int             version,
                        GError        **error)
{
  int found = 0;

  if (souls_xml_require (self, "version", error) == NULL ||
      !souls_xml_read_whole (self, "version", 1, G_MAXINT, &found, error))
    return FALSE;
  if (found <= version)
    return TRUE;
  souls_xml_complain (self, "version", SOULS_LESSON_ERROR_VERSION, error,
                      "expected at most %d, found %d: a newer program wrote this file", version, found);
  return FALSE;
}

gboolean
souls_xml_read_driver (const SoulsXml *self,
                       SoulsDriver    *driver,
                       GError        **error)
{
  const char *id = souls_xml_require (self, "driver", error);
  g_autoptr (GError) local_error = NULL;

  if (id == NULL)
    return FALSE;
  if (souls_scenario_find_driver (NULL, id, driver, &local_error))
    return TRUE;
  souls_xml_complain (self, "driver", SOULS_LESSON_ERROR_VALUE, error, "%s", local_error->message);
  return FALSE;
}

const char *
souls_xml_read_id (const SoulsXml *self,
                   GError        **error)
{
  const char *id = souls_xml_require (self, "id", error);
  g_autofree char *quote = NULL;

  if (id == NULL || id[strspn (id, "abcdefghijklmnopqrstuvwxyz0123456789-")] == '\0')
    return id;
  quote = souls_text_quote (id);
  souls_xml_complain (self, "id", SOULS_LESSON_ERROR_VALUE, error,
                      "expected lower-case letters, digits and hyphens, found %s", quote);
  return NULL;
}

char *
souls_xml_read_text (SoulsXmlCursor *cursor,
                     const char     *name,
                     GError        **error)
{
  const SoulsXml *child = souls_xml_need (cursor, name, error);

  if (child == NULL || !souls_xml_check (child, (const char *const[]) { NULL }, TRUE, error))
    return NULL;
  return g_strdup (child->text->str);
}

gboolean
souls_xml_read_paragraphs (SoulsXmlCursor *cursor,
                           gboolean        needed,
                           char         ***paragraphs,
                           GError        **error)
{
  g_autoptr (GPtrArray) array = g_ptr_array_new_with_free_func (g_free);

  while ((needed && array->len == 0) || souls_xml_peek (cursor, "p"))
    {
      char *text = souls_xml_read_text (cursor, "p", error);

      if (text == NULL)
        return FALSE;
      g_ptr_array_add (array, text);
    }
  if (array->len == 0)
    return TRUE;
  g_ptr_array_add (array, NULL);
  *paragraphs = (char **) g_ptr_array_steal (array, NULL);
  return TRUE;
}

/* The sliders of a preset; what it says belongs to another place. */
static SoulsScenario *
begin_scenario (const SoulsXml     *state,
                const SoulsPresets *presets,
                GError            **error)
{
  const char *id = souls_xml_get (state, "preset");
  const SoulsPreset *preset = id != NULL ? souls_presets_find (presets, id) : NULL;
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();
  g_autofree char *quote = NULL;
  g_autofree char *hint = NULL;
  SoulsScenario *scenario;

  if (id == NULL)
    return souls_scenario_new ();
  if (preset != NULL && preset->path == NULL)
    {
      scenario = souls_scenario_copy (preset->scenario);
      for (int i = 0; i < SOULS_N_SCENARIO_TEXTS; i++)
        souls_scenario_set_text (scenario, (SoulsScenarioText) i, NULL);
      souls_scenario_set_charts (scenario, NULL);
      g_clear_pointer (&scenario->extras, json_object_unref);
      return scenario;
    }
  for (int i = 0; i < souls_presets_get_n (presets); i++)
    if (souls_presets_get (presets, i)->path == NULL)
      g_ptr_array_add (ids, souls_presets_get (presets, i)->id);
  g_ptr_array_add (ids, NULL);
  quote = souls_text_quote (id);
  hint = souls_text_hint (id, (const char *const *) ids->pdata);
  souls_xml_complain (state, "preset", SOULS_LESSON_ERROR_VALUE, error, "no preset %s ships%s", quote, hint);
  return NULL;
}

static gboolean
read_settings (const SoulsXml     *state,
               const SoulsDataSet *data,
               SoulsScenario      *scenario,
               GError            **error)
{
  const char *rung = souls_xml_get (state, "rung");
  g_autoptr (GError) local_error = NULL;

  if (!souls_xml_read_whole (state, "base-year", souls_data_set_get_first_year (data),
                             souls_data_set_get_last_year (data), &scenario->base_year, error) ||
      !souls_xml_read_whole (state, "horizon", 1, SOULS_MAX_HORIZON, &scenario->settings.horizon, error) ||
      !souls_xml_read_whole (state, "phase-in", 1, SOULS_MAX_PHASE_IN, &scenario->settings.phase_in, error))
    return FALSE;
  if (rung == NULL || souls_scenario_find_rung (NULL, rung, &scenario->settings.rung, &local_error))
    return TRUE;
  souls_xml_complain (state, "rung", SOULS_LESSON_ERROR_VALUE, error, "%s", local_error->message);
  return FALSE;
}

static gboolean
read_set (const SoulsXml         *set,
          const SoulsCalibration *calibration,
          SoulsScenario          *scenario,
          gboolean                seen[SOULS_N_DRIVERS],
          GError                **error)
{
  g_autoptr (GError) local_error = NULL;
  SoulsDriver driver;
  double value = 0;

  if (!souls_xml_check_empty (set, (const char *const[]) { "driver", "value", NULL }, error) ||
      !souls_xml_read_driver (set, &driver, error) || souls_xml_require (set, "value", error) == NULL ||
      !souls_xml_read_number (set, "value", &value, error))
    return FALSE;
  value = souls_driver_from_shown (driver, value);
  if (!souls_scenario_check_driver (NULL, calibration, driver, value, &local_error))
    {
      souls_xml_complain (set, "value", SOULS_LESSON_ERROR_VALUE, error, "%s", local_error->message);
      return FALSE;
    }
  if (seen[driver])
    {
      souls_xml_complain (set, "driver", SOULS_LESSON_ERROR_VALUE, error, "expected each driver once in <state>");
      return FALSE;
    }
  seen[driver] = TRUE;
  souls_scenario_move (scenario, driver, value);
  return TRUE;
}

static gboolean
read_sets (const SoulsXml         *state,
           const SoulsCalibration *calibration,
           SoulsScenario          *scenario,
           GError                **error)
{
  SoulsXmlCursor cursor = { state, (const char *const[]) { "set", NULL }, 0 };
  gboolean seen[SOULS_N_DRIVERS] = { FALSE };
  const SoulsXml *set;

  while ((set = souls_xml_take (&cursor, "set")) != NULL)
    if (!read_set (set, calibration, scenario, seen, error))
      return FALSE;
  return souls_xml_finish (&cursor, error);
}

static gboolean
read_state (const SoulsXml     *state,
            const SoulsDataSet *data,
            const SoulsPresets *presets,
            SoulsLessonScreen  *screen,
            GError            **error)
{
  static const char *const attributes[] = { "preset", "base-year", "horizon", "phase-in", "rung", "year", NULL };
  g_autoptr (SoulsScenario) scenario = NULL;
  g_autoptr (GError) local_error = NULL;
  const SoulsCalibration *calibration;
  SoulsDrivers drivers;
  int base_year;

  if (!souls_xml_check (state, attributes, FALSE, error) ||
      (scenario = begin_scenario (state, presets, error)) == NULL || !read_settings (state, data, scenario, error))
    return FALSE;
  base_year = scenario->base_year != 0 ? scenario->base_year : souls_data_set_get_last_year (data);
  calibration = souls_data_set_get_calibration (data, base_year, NULL);
  if (!read_sets (state, calibration, scenario, error) ||
      !souls_xml_read_whole (state, "year", souls_data_set_get_first_year (data),
                             base_year + scenario->settings.horizon, &screen->year, error))
    return FALSE;
  /* A preset's sliders may not fit another base year. */
  if (!souls_scenario_resolve (scenario, data, &calibration, &drivers, &local_error))
    {
      souls_xml_complain (state, "preset", SOULS_LESSON_ERROR_VALUE, error, "%s", local_error->message);
      return FALSE;
    }
  screen->preset = g_strdup (souls_xml_get (state, "preset"));
  screen->scenario = g_steal_pointer (&scenario);
  return TRUE;
}

/* Whether there is such a chart the layers above know; here only whether it may be one. */
static gboolean
read_chart (const SoulsXml *charts,
            const char     *attribute,
            char          **chart,
            GError        **error)
{
  const char *id = souls_xml_get (charts, attribute);
  g_autofree char *quote = NULL;

  if (id == NULL)
    return TRUE;
  if (*id != '\0' && *id != '/' && id[strspn (id, "abcdefghijklmnopqrstuvwxyz0123456789-/")] == '\0' &&
      strchr (id, '/') == strrchr (id, '/') && !g_str_has_suffix (id, "/"))
    {
      *chart = g_strdup (id);
      return TRUE;
    }
  quote = souls_text_quote (id);
  souls_xml_complain (charts, attribute, SOULS_LESSON_ERROR_VALUE, error,
                      "expected the id of a chart, a view’s after a slash, found %s", quote);
  return FALSE;
}

static gboolean
read_hide (const SoulsXml *charts,
           gboolean        may_hide,
           gboolean       *hidden,
           GError        **error)
{
  const char *hide = souls_xml_get (charts, "hide");
  g_autofree char *quote = NULL;

  if (hide == NULL)
    return TRUE;
  if (!may_hide)
    {
      souls_xml_complain (charts, "hide", SOULS_LESSON_ERROR_FORM, error, "not expected here: nothing would show them");
      return FALSE;
    }
  *hidden = strcmp (hide, "yes") == 0;
  if (*hidden || strcmp (hide, "no") == 0)
    return TRUE;
  quote = souls_text_quote (hide);
  souls_xml_complain (charts, "hide", SOULS_LESSON_ERROR_VALUE, error, "expected “yes” or “no”, found %s", quote);
  return FALSE;
}

static gboolean
read_charts (const SoulsXml    *charts,
             gboolean           may_hide,
             SoulsLessonScreen *screen,
             GError           **error)
{
  if (!souls_xml_check_empty (charts, (const char *const[]) { "left", "right", "hide", NULL }, error) ||
      !read_chart (charts, "left", &screen->left, error) ||
      !read_chart (charts, "right", &screen->right, error) || !read_hide (charts, may_hide, &screen->hidden, error))
    return FALSE;
  if (screen->left != NULL || (screen->hidden && screen->right == NULL))
    return TRUE;
  return souls_xml_require (charts, "left", error) != NULL;
}

gboolean
souls_lesson_read_screen (SoulsXmlCursor     *cursor,
                          const SoulsDataSet *data,
                          const SoulsPresets *presets,
                          gboolean            may_hide,
                          SoulsLessonScreen  *screen,
                          GError            **error)
{
  const SoulsXml *state = souls_xml_take (cursor, "state");
  const SoulsXml *charts;

  if (state != NULL && !read_state (state, data, presets, screen, error))
    return FALSE;
  charts = souls_xml_take (cursor, "charts");
  return charts == NULL || read_charts (charts, may_hide, screen, error);
}

/**
 * souls_lesson_read_bytes:
 * @path: a file
 * @length: (out): how many bytes
 * @error: why it cannot be read
 *
 * Returns: (nullable) (transfer full): the bytes
 */
char *
souls_lesson_read_bytes (const char *path,
                         gsize      *length,
                         GError    **error)
{
  g_autoptr (GError) local_error = NULL;
  char *bytes = souls_json_read_bytes (path, length, &local_error);
  SoulsLessonError code;

  if (bytes != NULL)
    return bytes;
  code = local_error->code == SOULS_SCENARIO_ERROR_TOO_BIG ? SOULS_LESSON_ERROR_TOO_BIG : SOULS_LESSON_ERROR_READ;
  g_set_error_literal (error, SOULS_LESSON_ERROR, (int) code, local_error->message);
  return NULL;
}
