/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "souls-scenario.h"

#include <math.h>
#include <string.h>

#include "souls-picture.h"
#include "souls-scenario-migrate.h"
#include "souls-text.h"
#include "souls-write.h"

static const char *const known_members[] = { "format", "version", "title",  "question", "author",
                                             "base_year", "horizon", "phase_in", "rung", "drivers",
                                             "bands", "notes", "charts", "model", NULL };

typedef struct
{
  const SoulsJsonPlace *file;
  JsonObject *root;
  const SoulsDataSet *data;
  const SoulsCalibration *calibration;
  SoulsScenario *scenario;
  GError **error;
} Reader;

static gboolean
read_format (Reader *reader)
{
  SoulsJsonPlace place = { reader->file, "format", -1 };
  const char *format = souls_json_string (&place, json_object_get_member (reader->root, "format"),
                                          reader->error);
  g_autofree char *quote = NULL;

  if (format == NULL)
    return FALSE;
  if (strcmp (format, SOULS_SCENARIO_FORMAT) == 0)
    return TRUE;
  quote = souls_text_quote (format);
  souls_json_complain (&place, reader->error, SOULS_SCENARIO_ERROR_FORM, "expected “%s”, found %s",
                       SOULS_SCENARIO_FORMAT, quote);
  return FALSE;
}

static gboolean
migrate (Reader *reader)
{
  const SoulsMigration *chain;
  const int n_chain = souls_scenario_migrations (&chain);

  return souls_scenario_migrate (reader->file, reader->root, chain, n_chain, reader->error);
}

static gboolean
read_texts (Reader *reader)
{
  for (int i = 0; i < SOULS_N_SCENARIO_TEXTS; i++)
    {
      const SoulsScenarioText text = (SoulsScenarioText) i;
      SoulsJsonPlace place = { reader->file, souls_scenario_text_id (text), -1 };
      JsonNode *node = json_object_get_member (reader->root, place.name);
      const char *value;

      if (node == NULL)
        continue;
      value = souls_json_string (&place, node, reader->error);
      if (value == NULL)
        return FALSE;
      souls_scenario_set_text (reader->scenario, text, value);
    }
  return TRUE;
}

/* Ids of charts that this program does not know are kept: another version may. */
static gboolean
read_charts (Reader *reader)
{
  SoulsJsonPlace place = { reader->file, "charts", -1 };
  JsonNode *node = json_object_get_member (reader->root, place.name);
  g_autoptr (GStrvBuilder) charts = g_strv_builder_new ();
  JsonArray *array;

  if (node == NULL)
    return TRUE;
  array = souls_json_array (&place, node, reader->error);
  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      SoulsJsonPlace element = { &place, NULL, (int) i };
      const char *id = souls_json_string (&element, json_array_get_element (array, i), reader->error);

      if (id == NULL)
        return FALSE;
      g_strv_builder_add (charts, id);
    }
  reader->scenario->charts = g_strv_builder_end (charts);
  return array != NULL;
}

static gboolean
read_whole (Reader     *reader,
            const char *name,
            int         min,
            int         max,
            int        *value)
{
  SoulsJsonPlace place = { reader->file, name, -1 };
  JsonNode *node = json_object_get_member (reader->root, name);
  gint64 number;

  if (node == NULL)
    return TRUE;
  if (!souls_json_integer (&place, node, min, max, &number, reader->error))
    return FALSE;
  *value = (int) number;
  return TRUE;
}

static gboolean
read_rung (Reader *reader)
{
  SoulsJsonPlace place = { reader->file, "rung", -1 };
  JsonNode *node = json_object_get_member (reader->root, "rung");
  const char *id;

  if (node == NULL)
    return TRUE;
  if (JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) != G_TYPE_STRING)
    {
      int rung = 0;

      if (!read_whole (reader, "rung", 0, SOULS_N_RUNGS - 1, &rung))
        return FALSE;
      reader->scenario->settings.rung = (SoulsRung) rung;
      return TRUE;
    }
  id = souls_json_string (&place, node, reader->error);
  return id != NULL &&
         souls_scenario_find_rung (&place, id, &reader->scenario->settings.rung, reader->error);
}

/* All numbers of the drivers are checked against the ranges of this year, so it goes before them.
 */
static gboolean
read_base_year (Reader *reader)
{
  SoulsJsonPlace place = { reader->file, "base_year", -1 };
  g_autoptr (GError) local_error = NULL;

  if (!read_whole (reader, "base_year", souls_data_set_get_first_year (reader->data),
                   souls_data_set_get_last_year (reader->data), &reader->scenario->base_year))
    return FALSE;
  reader->calibration = souls_data_set_get_calibration (
    reader->data,
    reader->scenario->base_year != 0 ? reader->scenario->base_year
                                     : souls_data_set_get_last_year (reader->data),
    &local_error);
  if (reader->calibration != NULL)
    return TRUE;
  souls_json_complain (&place, reader->error, SOULS_SCENARIO_ERROR_VALUE, "%s",
                       local_error->message);
  return FALSE;
}

static gboolean
read_driver_number (Reader               *reader,
                    const SoulsJsonPlace *place,
                    JsonNode             *node,
                    SoulsDriver           driver,
                    double               *value)
{
  double shown;

  if (!souls_json_number (place, node, &shown, reader->error))
    return FALSE;
  *value = souls_driver_from_shown (driver, shown);
  return souls_scenario_check_driver (place, reader->calibration, driver, *value, reader->error);
}

static gboolean
read_driver (Reader               *reader,
             const SoulsJsonPlace *place,
             JsonNode             *node,
             SoulsDriver           driver)
{
  double value;

  if (!read_driver_number (reader, place, node, driver, &value))
    return FALSE;
  souls_scenario_move (reader->scenario, driver, value);
  return TRUE;
}

static gboolean
read_band (Reader               *reader,
           const SoulsJsonPlace *place,
           JsonNode             *node,
           SoulsDriver           driver)
{
  double *ends[] = { &reader->scenario->band_low[driver], &reader->scenario->band_high[driver] };
  JsonArray *array = souls_json_array (place, node, reader->error);

  if (array == NULL)
    return FALSE;
  if (json_array_get_length (array) != 2)
    {
      souls_json_complain (place, reader->error, SOULS_SCENARIO_ERROR_FORM,
                           "expected [low, high], found %u elements",
                           json_array_get_length (array));
      return FALSE;
    }
  for (int i = 0; i < 2; i++)
    if (!read_driver_number (reader, &(SoulsJsonPlace) { place, "", i },
                             json_array_get_element (array, (guint) i), driver, ends[i]))
      return FALSE;
  reader->scenario->has_band[driver] = TRUE;
  if (*ends[0] <= *ends[1])
    return TRUE;
  souls_json_complain (place, reader->error, SOULS_SCENARIO_ERROR_VALUE,
                       "expected [low, high], found the high end below the low end");
  return FALSE;
}

static gboolean
read_by_driver (Reader     *reader,
                const char *name,
                gboolean (*read) (Reader *, const SoulsJsonPlace *, JsonNode *, SoulsDriver))
{
  SoulsJsonPlace place = { reader->file, name, -1 };
  JsonNode *node = json_object_get_member (reader->root, name);
  JsonObject *object;
  JsonObjectIter iter;
  const char *id;
  JsonNode *member;

  if (node == NULL)
    return TRUE;
  object = souls_json_object (&place, node, reader->error);
  if (object == NULL)
    return FALSE;
  json_object_iter_init_ordered (&iter, object);
  while (json_object_iter_next_ordered (&iter, &id, &member))
    {
      SoulsDriver driver;

      if (!souls_scenario_find_driver (&place, id, &driver, reader->error) ||
          !read (reader, &(SoulsJsonPlace) { &place, id, -1 }, member, driver))
        return FALSE;
    }
  return TRUE;
}

/* "base-year" for "base_year" would be a setting silently lost; any other name may be a later
 * program's. */
static gboolean
check_spelling (Reader     *reader,
                const char *name)
{
  g_autofree char *folded = g_strdelimit (g_ascii_strdown (name, -1), "-. ", '_');
  g_autofree char *quote = NULL;

  if (!g_strv_contains (known_members, folded))
    return TRUE;
  quote = souls_text_quote (name);
  souls_json_complain (reader->file, reader->error, SOULS_SCENARIO_ERROR_FORM,
                       "expected “%s”, found %s", folded, quote);
  return FALSE;
}

static gboolean
keep_extras (Reader *reader)
{
  g_autoptr (JsonObject) extras = json_object_new ();
  JsonObjectIter iter;
  const char *name;
  JsonNode *member;

  json_object_iter_init_ordered (&iter, reader->root);
  while (json_object_iter_next_ordered (&iter, &name, &member))
    {
      if (g_strv_contains (known_members, name))
        continue;
      if (!check_spelling (reader, name))
        return FALSE;
      json_object_set_member (extras, name, json_node_ref (member));
    }
  if (json_object_get_size (extras) > 0)
    reader->scenario->extras = g_steal_pointer (&extras);
  return TRUE;
}

static SoulsScenario *
read_root (const char         *name,
           JsonNode           *root,
           const SoulsDataSet *data,
           GError            **error)
{
  g_autoptr (SoulsScenario) scenario = souls_scenario_new ();
  SoulsJsonPlace place = { NULL, name, -1 };
  Reader reader = { &place, souls_json_object (&place, root, error), data, NULL, scenario, error };

  if (reader.root == NULL || !read_format (&reader) || !migrate (&reader) ||
      !keep_extras (&reader) || !read_texts (&reader) || !read_charts (&reader) ||
      !read_base_year (&reader) ||
      !read_whole (&reader, "horizon", 1, SOULS_MAX_HORIZON, &scenario->settings.horizon) ||
      !read_whole (&reader, "phase_in", 1, SOULS_MAX_PHASE_IN, &scenario->settings.phase_in) ||
      !read_rung (&reader) || !read_by_driver (&reader, "drivers", read_driver) ||
      !read_by_driver (&reader, "bands", read_band))
    return NULL;
  return g_steal_pointer (&scenario);
}

/* A scenario file's text, or that of the scenario in a picture. */
static JsonNode *
parse_bytes (const char *name,
             const char *bytes,
             gsize       length,
             GError    **error)
{
  g_autofree char *text = NULL;
  gsize text_length;

  if (!souls_picture_is_picture (bytes, length))
    return souls_json_parse (name, bytes, length, error);
  text = souls_picture_find_scenario (name, bytes, length, &text_length, error);
  return text != NULL ? souls_json_parse (name, text, text_length, error) : NULL;
}

/**
 * souls_scenario_parse:
 * @name: of the file, for messages
 * @bytes: a scenario file, or a picture of this program with a scenario in it
 * @length: how many bytes
 * @data: the base years and ranges to check against
 * @error: what is wrong with it, and where
 *
 * Returns: (nullable) (transfer full): the scenario
 */
SoulsScenario *
souls_scenario_parse (const char         *name,
                      const char         *bytes,
                      gsize               length,
                      const SoulsDataSet *data,
                      GError            **error)
{
  g_autoptr (JsonNode) root = parse_bytes (name, bytes, length, error);

  return root != NULL ? read_root (name, root, data, error) : NULL;
}

/**
 * souls_scenario_read:
 * @path: a scenario file, or a picture of this program with a scenario in it
 * @data: the base years and ranges to check against
 * @error: why it cannot be read, or what is wrong with it, and where
 *
 * Returns: (nullable) (transfer full): the scenario
 */
SoulsScenario *
souls_scenario_read (const char         *path,
                     const SoulsDataSet *data,
                     GError            **error)
{
  g_autofree char *name = g_filename_display_name (path);
  gsize length;
  g_autofree char *bytes = souls_json_read_bytes (path, &length, error);

  return bytes != NULL ? souls_scenario_parse (name, bytes, length, data, error) : NULL;
}

/**
 * souls_scenario_shown:
 * @driver: a driver
 * @value: in the model's unit
 *
 * Scales a value to the unit shown so that it reads like what was typed. Scaling rounds, so the
 * number that comes back to the same value may be a neighbour of the scaled one; where none does,
 * the scaled one is off by the last bit.
 *
 * Returns: the value in the unit shown
 */
double
souls_scenario_shown (SoulsDriver driver,
                      double      value)
{
  double shown = souls_driver_to_shown (driver, value);
  const double candidates[] = { shown, nextafter (shown, -HUGE_VAL), nextafter (shown, HUGE_VAL) };

  for (int digits = 15; digits <= 17; digits++)
    for (gsize i = 0; i < G_N_ELEMENTS (candidates); i++)
      {
        char buffer[G_ASCII_DTOSTR_BUF_SIZE];
        char format[8];
        double read;

        g_snprintf (format, sizeof format, "%%.%dg", digits);
        read = g_ascii_strtod (g_ascii_formatd (buffer, sizeof buffer, format, candidates[i]),
                               NULL);
        if (souls_driver_from_shown (driver, read) == value)
          return read;
      }
  return shown;
}

static void
write_shown (GString    *text,
             SoulsDriver driver,
             double      value)
{
  souls_json_write_number (text, souls_scenario_shown (driver, value));
}

static void
begin_member (GString    *text,
              const char *name,
              int         indent)
{
  char last = text->str[text->len - 1];

  g_string_append_printf (text, "%s\n%*s", last == '{' ? "" : ",", indent, "");
  souls_json_write_string (text, name);
  g_string_append (text, ": ");
}

static void
write_text_member (GString    *text,
                   const char *name,
                   const char *value)
{
  if (value == NULL)
    return;
  begin_member (text, name, 2);
  souls_json_write_string (text, value);
}

static void
write_whole_member (GString    *text,
                    const char *name,
                    int         value)
{
  begin_member (text, name, 2);
  g_string_append_printf (text, "%d", value);
}

static void
write_drivers (GString             *text,
               const SoulsScenario *self)
{
  SoulsDriver moves[SOULS_N_DRIVERS];
  const int n = souls_scenario_get_moves (self, moves);

  begin_member (text, "drivers", 2);
  g_string_append_c (text, '{');
  for (int i = 0; i < n; i++)
    {
      begin_member (text, souls_driver_info (moves[i])->id, 4);
      write_shown (text, moves[i], self->value[moves[i]]);
    }
  g_string_append (text, n > 0 ? "\n  }" : "}");
}

static void
write_bands (GString             *text,
             const SoulsScenario *self)
{
  gboolean any = FALSE;

  for (int i = 0; i < SOULS_N_DRIVERS; i++)
    {
      if (!self->has_band[i])
        continue;
      if (!any)
        {
          begin_member (text, "bands", 2);
          g_string_append_c (text, '{');
        }
      begin_member (text, souls_driver_info ((SoulsDriver) i)->id, 4);
      g_string_append_c (text, '[');
      write_shown (text, (SoulsDriver) i, self->band_low[i]);
      g_string_append (text, ", ");
      write_shown (text, (SoulsDriver) i, self->band_high[i]);
      g_string_append_c (text, ']');
      any = TRUE;
    }
  if (any)
    g_string_append (text, "\n  }");
}

static void
write_charts (GString             *text,
              const SoulsScenario *self)
{
  if (self->charts == NULL)
    return;
  begin_member (text, "charts", 2);
  g_string_append_c (text, '[');
  for (int i = 0; self->charts[i] != NULL; i++)
    {
      g_string_append (text, i > 0 ? ", " : "");
      souls_json_write_string (text, self->charts[i]);
    }
  g_string_append_c (text, ']');
}

static void
write_extras (GString             *text,
              const SoulsScenario *self)
{
  JsonObjectIter iter;
  const char *name;
  JsonNode *member;

  if (self->extras == NULL)
    return;
  json_object_iter_init_ordered (&iter, self->extras);
  while (json_object_iter_next_ordered (&iter, &name, &member))
    {
      begin_member (text, name, 2);
      souls_json_write_node (text, member, 2);
    }
}

/**
 * souls_scenario_to_text:
 * @self: a scenario
 * @length: (out) (optional): how many bytes
 *
 * Writes a scenario as its file has it: drivers in the units shown, at full precision.
 *
 * Returns: (transfer full): the text
 */
char *
souls_scenario_to_text (const SoulsScenario *self,
                        gsize               *length)
{
  GString *text = g_string_new ("{");

  write_text_member (text, "format", SOULS_SCENARIO_FORMAT);
  write_whole_member (text, "version", SOULS_SCENARIO_VERSION);
  for (int i = 0; i < SOULS_SCENARIO_NOTES; i++)
    write_text_member (text, souls_scenario_text_id ((SoulsScenarioText) i), self->text[i]);
  if (self->base_year != 0)
    write_whole_member (text, "base_year", self->base_year);
  write_whole_member (text, "horizon", self->settings.horizon);
  write_whole_member (text, "phase_in", self->settings.phase_in);
  write_text_member (text, "rung", souls_rung_id (self->settings.rung));
  write_drivers (text, self);
  write_bands (text, self);
  for (int i = SOULS_SCENARIO_NOTES; i < SOULS_N_SCENARIO_TEXTS; i++)
    write_text_member (text, souls_scenario_text_id ((SoulsScenarioText) i), self->text[i]);
  write_charts (text, self);
  write_extras (text, self);
  g_string_append (text, "\n}\n");

  if (length != NULL)
    *length = text->len;
  return g_string_free (text, FALSE);
}

/**
 * souls_scenario_write:
 * @self: a scenario
 * @path: the file; replaced as a whole or not at all
 * @error: of %SOULS_WRITE_ERROR: why it cannot be written
 *
 * Returns: whether it was written
 */
gboolean
souls_scenario_write (const SoulsScenario *self,
                      const char          *path,
                      GError             **error)
{
  gsize length;
  g_autofree char *text = souls_scenario_to_text (self, &length);

  return souls_write_file (path, text, length, error);
}
