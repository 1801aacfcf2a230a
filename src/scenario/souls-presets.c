/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "souls-presets.h"

#include <string.h>

#include "souls-shelf.h"

#define RESOURCE_FOLDER "/io/github/twosouls/TwoSouls/presets/"
#define ENDING ".souls"

struct _SoulsPresets
{
  GPtrArray *presets;
  GPtrArray *warnings;
};

static void
preset_free (SoulsPreset *preset)
{
  g_free (preset->id);
  souls_scenario_free (preset->scenario);
  g_free (preset->path);
  g_free (preset);
}

static void
add_preset (SoulsPresets  *self,
            char          *id,
            SoulsScenario *scenario,
            const char    *path)
{
  SoulsPreset *preset = g_new0 (SoulsPreset, 1);

  *preset = (SoulsPreset) { id, scenario, g_strdup (path) };
  g_ptr_array_add (self->presets, preset);
}

static gboolean
add_shipped (SoulsPresets        *self,
             const SoulsDataSet  *data,
             const char          *file,
             GError             **error)
{
  g_autofree char *path = g_strconcat (RESOURCE_FOLDER, file, NULL);
  g_autoptr (GBytes) bytes = g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, error);
  SoulsScenario *scenario;
  gconstpointer text;
  gsize length;

  if (bytes == NULL)
    return FALSE;
  text = g_bytes_get_data (bytes, &length);
  scenario = souls_scenario_parse (file, text, length, data, error);
  if (scenario == NULL)
    return FALSE;
  add_preset (self, souls_shelf_make_id (file, ENDING), scenario, NULL);
  return TRUE;
}

static gboolean
add_all_shipped (SoulsPresets        *self,
                 const SoulsDataSet  *data,
                 GError             **error)
{
  g_auto (GStrv) files = souls_shelf_list_shipped (RESOURCE_FOLDER, error);

  if (files == NULL)
    return FALSE;
  for (char **file = files; *file != NULL; file++)
    if (!add_shipped (self, data, *file, error))
      return FALSE;
  return TRUE;
}

static void
add_own (SoulsPresets       *self,
         const SoulsDataSet *data,
         const char         *folder,
         const char         *file)
{
  g_autofree char *path = g_build_filename (folder, file, NULL);
  g_autofree char *id = souls_shelf_make_id (file, ENDING);
  g_autoptr (GError) error = NULL;
  SoulsScenario *scenario;

  if (souls_presets_find (self, id) != NULL)
    {
      g_autofree char *name = g_filename_display_name (path);

      g_ptr_array_add (self->warnings, g_strdup_printf ("%s: there is a preset of that name", name));
      return;
    }
  scenario = souls_scenario_read (path, data, &error);
  if (scenario == NULL)
    g_ptr_array_add (self->warnings, g_strdup (error->message));
  else
    add_preset (self, g_steal_pointer (&id), scenario, path);
}

static void
add_all_own (SoulsPresets       *self,
             const SoulsDataSet *data)
{
  g_autofree char *folder = souls_presets_folder ();
  g_auto (GStrv) files = souls_shelf_list_own (folder, ENDING);

  for (char **file = files; *file != NULL; file++)
    add_own (self, data, folder, *file);
}

/**
 * souls_presets_load:
 * @data: the base years and ranges to check against
 * @error: what is wrong with one that ships
 *
 * Returns: (transfer full) (nullable): all presets
 */
SoulsPresets *
souls_presets_load (const SoulsDataSet  *data,
                    GError             **error)
{
  g_autoptr (SoulsPresets) self = g_new0 (SoulsPresets, 1);

  self->presets = g_ptr_array_new_with_free_func ((GDestroyNotify) preset_free);
  self->warnings = g_ptr_array_new_with_free_func (g_free);
  if (!add_all_shipped (self, data, error))
    return NULL;
  add_all_own (self, data);
  g_ptr_array_add (self->warnings, NULL);
  return g_steal_pointer (&self);
}

void
souls_presets_free (SoulsPresets *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->presets);
  g_ptr_array_unref (self->warnings);
  g_free (self);
}

int
souls_presets_get_n (const SoulsPresets *self)
{
  return (int) self->presets->len;
}

const SoulsPreset *
souls_presets_get (const SoulsPresets *self,
                   int                 i)
{
  g_return_val_if_fail (0 <= i && i < souls_presets_get_n (self), NULL);
  return g_ptr_array_index (self->presets, i);
}

const SoulsPreset *
souls_presets_find (const SoulsPresets *self,
                    const char         *id)
{
  for (guint i = 0; i < self->presets->len; i++)
    {
      const SoulsPreset *preset = g_ptr_array_index (self->presets, i);

      if (strcmp (preset->id, id) == 0)
        return preset;
    }
  return NULL;
}

const char *const *
souls_presets_get_warnings (const SoulsPresets *self)
{
  return (const char *const *) self->warnings->pdata;
}

char *
souls_presets_folder (void)
{
  return souls_shelf_folder ("presets");
}
