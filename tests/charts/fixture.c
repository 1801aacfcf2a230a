/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "fixture.h"

#include <pango/pangocairo.h>
#include <string.h>

#include "souls-data-set.h"
#include "souls-references.h"

typedef struct
{
  SoulsDriver driver;
  double by;
} Move;

#define MAX_MOVES 4

/* What each mood adds to the baseline, in the model's unit. */
static const Move moves[N_MOODS][MAX_MOVES] = {
  [MOOD_CLOUDY] = {
    { SOULS_DRIVER_AWS_GROWTH, -0.08 },
    { SOULS_DRIVER_AWS_MARGIN, -0.06 },
    { SOULS_DRIVER_THIRD_PARTY_SHARE, -0.04 },
    { SOULS_DRIVER_AD_MARGIN, 0.05 },
  },
  [MOOD_STORES_LOSE] = { { SOULS_DRIVER_HANDLING_COST, 0.1 } },
  [MOOD_AWS_LOSES] = { { SOULS_DRIVER_AWS_MARGIN, -0.45 } },
  [MOOD_BOTH_LOSE] = { { SOULS_DRIVER_AWS_MARGIN, -0.45 }, { SOULS_DRIVER_HANDLING_COST, 0.1 } },
};

/* Enough for every dot to be another world. */
#define WORLDS 500

static SoulsDataSet *data;
static SoulsReferences *references;
static const char *data_folder;
static SoulsSimulation *simulation;

static void
load_references (void)
{
  g_autofree char *path = g_build_filename (data_folder, "estimates.json", NULL);
  g_autoptr (GError) error = NULL;
  gsize length;
  g_autofree char *text = souls_json_read_bytes (path, &length, &error);

  references = souls_references_parse ("estimates.json", text, length, &error);
  g_assert_no_error (error);
}

void
stage_open (const char *folder)
{
  g_autofree char *reported = g_build_filename (folder, "reported.json", NULL);
  g_autofree char *beliefs = g_build_filename (folder, "beliefs.json", NULL);
  const char *const figures[] = { reported, NULL };
  const char *const opinions[] = { beliefs, NULL };
  g_autoptr (GError) error = NULL;

  data = souls_data_set_load_files (figures, opinions, &error);
  g_assert_no_error (error);
  data_folder = folder;
  load_references ();
}

void
stage_close (void)
{
  g_clear_pointer (&data, souls_data_set_unref);
  g_clear_pointer (&references, souls_references_free);
  g_clear_pointer (&simulation, souls_simulation_free);
}

int
stage_first_year (void)
{
  return souls_data_set_get_first_year (data);
}

int
stage_last_year (void)
{
  return souls_data_set_get_last_year (data);
}

gboolean
stage_has_font (void)
{
  PangoFontFamily **families;
  gboolean found = FALSE;
  int n;

  pango_font_map_list_families (pango_cairo_font_map_get_default (), &families, &n);
  for (int i = 0; i < n; i++)
    found |= strcmp (pango_font_family_get_name (families[i]), "Cantarell") == 0;
  g_free (families);
  return found;
}

static void
apply_mood (Stage                  *self,
            const SoulsCalibration *base,
            Mood                    mood)
{
  self->n_moves = 0;
  for (int i = 0; i < MAX_MOVES && moves[mood][i].by != 0; i++)
    {
      SoulsDriver driver = moves[mood][i].driver;

      self->drivers.target[driver] =
        CLAMP (self->drivers.target[driver] + moves[mood][i].by, base->min[driver], base->max[driver]);
      self->moves[self->n_moves++] = driver;
    }
}

/* All that follows from settings, drivers and moves. */
static void
compute (Stage                  *self,
         const SoulsCalibration *base,
         int                     year)
{
  SoulsDrivers defaults;
  int n;
  const SoulsCalibration *all = souls_data_set_get_calibrations (data, &n);

  souls_drivers_reset (&defaults, base);
  souls_project (base, &self->settings, &defaults, &self->baseline);
  souls_project (base, &self->settings, &self->drivers, &self->results);
  souls_bands_compute (all, n, base, self->bands);
  souls_history_compute (all, n, base, &self->settings, &self->drivers, &self->history);

  self->input = (SoulsChartInput) {
    .results = &self->results,
    .baseline = &self->baseline,
    .history = &self->history,
    .settings = &self->settings,
    .drivers = &self->drivers,
    .calibration = base,
    .calibrations = all,
    .year = year,
    .view = self->view,
    .moved = self->n_moves > 0,
    .moves = self->moves,
    .n_moves = self->n_moves,
    .bands = self->bands,
    .map_drivers = SOULS_MAP_DRIVERS_DEFAULT,
    .words = souls_words_plain (),
  };
}

void
stage_set (Stage     *self,
           int        base_year,
           int        horizon,
           SoulsRung  rung,
           Mood       mood,
           int        year)
{
  g_autoptr (GError) error = NULL;
  const SoulsCalibration *base = souls_data_set_get_calibration (data, base_year, &error);

  g_assert_no_error (error);
  self->settings = SOULS_SETTINGS_DEFAULT;
  self->settings.horizon = horizon;
  self->settings.rung = rung;
  souls_drivers_reset (&self->drivers, base);
  apply_mood (self, base, mood);
  compute (self, base, year);
}

void
stage_load (Stage               *self,
            const SoulsScenario *scenario,
            int                  year)
{
  g_autoptr (GError) error = NULL;
  const SoulsCalibration *base;

  souls_scenario_resolve (scenario, data, &base, &self->drivers, &error);
  g_assert_no_error (error);
  self->settings = scenario->settings;
  self->n_moves = souls_scenario_get_moves (scenario, self->moves);
  compute (self, base, year);
  self->input.title = scenario->text[SOULS_SCENARIO_TITLE];
  self->input.references = souls_references_get_set (references);
}

GPtrArray *
stage_presets (void)
{
  GPtrArray *presets = g_ptr_array_new_with_free_func ((GDestroyNotify) souls_scenario_free);
  g_autofree char *folder = g_build_filename (data_folder, "presets", NULL);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autoptr (GError) error = NULL;
      SoulsScenario *scenario = souls_scenario_read (path, data, &error);

      g_assert_no_error (error);
      g_ptr_array_add (presets, scenario);
    }
  return presets;
}

void
stage_compare (Stage *self,
               int    n)
{
  static const char *const presets[SOULS_MAX_OTHERS] = { "05-all-marketplace", "02-cloud-winter",
                                                           "14-back-in-2014", "10-spin-off" };
  static char *titles[SOULS_MAX_OTHERS];

  for (int i = 0; i < n; i++)
    {
      g_autofree char *file = g_strconcat (presets[i], ".souls", NULL);
      g_autofree char *path = g_build_filename (data_folder, "presets", file, NULL);
      g_autoptr (GError) error = NULL;
      g_autoptr (SoulsScenario) scenario = souls_scenario_read (path, data, &error);
      const SoulsCalibration *base;
      SoulsDrivers drivers;

      g_assert_no_error (error);
      souls_scenario_resolve (scenario, data, &base, &drivers, &error);
      g_assert_no_error (error);
      souls_project (base, &scenario->settings, &drivers, &self->other_results[i]);
      if (titles[i] == NULL)
        titles[i] = g_strdup (i + 1 < SOULS_MAX_OTHERS ? scenario->text[SOULS_SCENARIO_TITLE]
                                                       : "A spin-off with an uncommonly long name, and stranded costs");
      self->others[i] = (SoulsChartOther) { titles[i], &self->other_results[i], scenario->settings.rung };
    }
  self->input.others = self->others;
  self->input.n_others = n;
}

void
stage_prepare (Stage      *self,
               SoulsChart  chart)
{
  SoulsSimulationRequest request = { .calibration = self->input.calibration,
                                     .settings = &self->settings,
                                     .drivers = &self->drivers,
                                     .bands = self->bands,
                                     .worlds = WORLDS,
                                     .seed = 1,
                                     .n_threads = 1 };

  if ((souls_chart_needs (chart, self->view) & SOULS_CHART_NEEDS_SIMULATION) == 0 || self->input.simulation)
    return;
  if (simulation == NULL)
    simulation = souls_simulation_new ();
  souls_simulation_want_outcomes (&request);
  g_assert_true (souls_simulation_run (simulation, &request));
  self->input.simulation = simulation;
}

/* Messages are interned so that they live as long as the program, as the contract of words asks.
 * Patterns keep their places; one word is stretched, as German does. */
static const char *
stretch (const char *msgid)
{
  g_autoptr (GString) text = g_string_new (msgid);

  g_string_replace (text, "income", "einkommensüberschuss", 0);
  g_string_replace (text, "\u202fbn", "\u202fMilliarden", 0);
  g_string_replace (text, "Operating", "Betriebliches", 0);
  g_string_replace (text, "Without", "Unter Ausschluss von", 0);
  g_string_replace (text, "North America", "Nordamerikanische Segmente", 0);
  g_string_replace (text, "costs", "aufwendungen", 0);
  g_string_replace (text, "reported", "berichtspflichtig", 0);
  return g_intern_string (text->str);
}

static const char *
stretch_plural (const char    *singular,
                const char    *plural,
                unsigned long  n)
{
  return stretch (n == 1 ? singular : plural);
}

const SoulsWords *
stage_long_words (void)
{
  static const SoulsWords words = { stretch, stretch_plural, ",", ".", FALSE };

  return &words;
}

const SoulsWords *
stage_rtl_words (void)
{
  static SoulsWords words;

  words = *souls_words_plain ();
  words.rtl = TRUE;
  return &words;
}
