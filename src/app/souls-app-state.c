/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "souls-config.h"

#include "souls-app-state.h"

/* The schema's keys and defaults, for where no schema is installed. A test compares the two. */
static const struct
{
  const char *key;
  const char *value;
} defaults[] = {
  { "window-width", "1280" },
  { "window-height", "800" },
  { "window-maximized", "false" },
  { "sidebar-visible", "true" },
  { "pane-position", "0.5" },
  { "left-chart", "'with-without'" },
  { "right-chart", "'timeline'" },
  { "left-view", "''" },
  { "right-view", "''" },
  { "left-axes", "''" },
  { "right-axes", "''" },
  { "show-start", "true" },
  { "show-references", "false" },
  { "expanded-groups", "['essentials']" },
  { "stage-sliders", "@as []" },
  { "base-year", "0" },
  { "rung", "0" },
  { "horizon", "10" },
  { "export-format", "'png'" },
  { "export-theme", "'light'" },
  { "export-size", "'slide'" },
  { "export-width", "1280" },
  { "export-height", "720" },
  { "export-scale", "2" },
  { "export-language", "''" },
};

/**
 * souls_app_state_open:
 *
 * Opens what is remembered.
 *
 * Returns: (transfer full) (nullable): the settings, or %NULL where the schema is not installed
 */
GSettings *
souls_app_state_open (void)
{
  GSettingsSchemaSource *source = g_settings_schema_source_get_default ();
  g_autoptr (GSettingsSchema) schema = NULL;

  if (source != NULL)
    schema = g_settings_schema_source_lookup (source, SOULS_SCHEMA_ID, TRUE);
  if (schema == NULL)
    return NULL;

  for (guint i = 0; i < G_N_ELEMENTS (defaults); i++)
    {
      /* An older schema than the program must not end it. */
      if (!g_settings_schema_has_key (schema, defaults[i].key))
        return NULL;
    }

  return g_settings_new_full (schema, NULL, NULL);
}

/**
 * souls_app_state_keys:
 *
 * Returns: (transfer none): the names of all that is remembered
 */
const char *const *
souls_app_state_keys (void)
{
  static const char *keys[G_N_ELEMENTS (defaults) + 1];

  for (guint i = 0; i < G_N_ELEMENTS (defaults); i++)
    keys[i] = defaults[i].key;

  return keys;
}

/**
 * souls_app_state_default:
 * @key: one of souls_app_state_keys()
 *
 * Returns: (transfer full): what @key is where nothing is remembered
 */
GVariant *
souls_app_state_default (const char *key)
{
  for (guint i = 0; i < G_N_ELEMENTS (defaults); i++)
    {
      if (g_str_equal (defaults[i].key, key))
        return g_variant_ref_sink (g_variant_parse (NULL, defaults[i].value, NULL, NULL, NULL));
    }

  g_return_val_if_reached (NULL);
}

static GVariant *
get_value (GSettings  *settings,
           const char *key)
{
  return settings != NULL ? g_settings_get_value (settings, key) : souls_app_state_default (key);
}

int
souls_app_state_get_int (GSettings  *settings,
                         const char *key)
{
  g_autoptr (GVariant) value = get_value (settings, key);

  return g_variant_get_int32 (value);
}

double
souls_app_state_get_double (GSettings  *settings,
                            const char *key)
{
  g_autoptr (GVariant) value = get_value (settings, key);

  return g_variant_get_double (value);
}

gboolean
souls_app_state_get_boolean (GSettings  *settings,
                             const char *key)
{
  g_autoptr (GVariant) value = get_value (settings, key);

  return g_variant_get_boolean (value);
}

char *
souls_app_state_get_string (GSettings  *settings,
                            const char *key)
{
  g_autoptr (GVariant) value = get_value (settings, key);

  return g_variant_dup_string (value, NULL);
}

char **
souls_app_state_get_strv (GSettings  *settings,
                          const char *key)
{
  g_autoptr (GVariant) value = get_value (settings, key);

  return g_variant_dup_strv (value, NULL);
}

/**
 * souls_app_state_set:
 * @settings: (nullable): the settings
 * @key: one of souls_app_state_keys()
 * @value: what to remember; a floating reference is taken
 *
 * Remembers @value. What the schema refuses, a size out of its range say, is left as it was.
 */
void
souls_app_state_set (GSettings  *settings,
                     const char *key,
                     GVariant   *value)
{
  g_autoptr (GVariant) owned = g_variant_ref_sink (value);
  g_autoptr (GSettingsSchema) schema = NULL;
  g_autoptr (GSettingsSchemaKey) schema_key = NULL;

  if (settings == NULL)
    return;

  g_object_get (settings, "settings-schema", &schema, NULL);
  schema_key = g_settings_schema_get_key (schema, key);
  if (g_settings_schema_key_range_check (schema_key, owned))
    g_settings_set_value (settings, key, owned);
}
