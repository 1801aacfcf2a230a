/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "fixture.h"

/* Results of the independent implementation of the model page in tests/reference. */
#define MIN_SCENARIOS 13

static JsonArray *
get_scenarios (JsonNode *root)
{
  return json_object_get_array_member (json_node_get_object (root), "scenarios");
}

static void
read_drivers (JsonObject   *object,
              SoulsDrivers *drivers)
{
  g_autoptr (GList) members = json_object_get_members (object);

  for (GList *l = members; l != NULL; l = l->next)
    {
      SoulsDriver driver;

      g_assert_true (souls_driver_from_id (l->data, &driver));
      drivers->target[driver] = souls_driver_from_shown (driver, json_object_get_double_member (object, l->data));
    }
}

static void
read_scenario (JsonObject      *object,
               FixtureScenario *scenario)
{
  fixture_baseline ((int) json_object_get_int_member (object, "base_year"), scenario);
  scenario->settings.horizon = (int) json_object_get_int_member (object, "horizon");
  scenario->settings.phase_in = (int) json_object_get_int_member (object, "phase_in");
  scenario->settings.rung = (SoulsRung) json_object_get_int_member (object, "rung");
  read_drivers (json_object_get_object_member (object, "drivers"), &scenario->drivers);
}

/* Below these sizes a difference is absolute: a margin near 0 has no digits to compare. */
static double
floor_of (SoulsMetric metric)
{
  return souls_metric_info (metric)->unit == SOULS_UNIT_MONEY ? 1 : 1e-3;
}

static void
check_value (const FixtureScenario *scenario,
             SoulsMetric            metric,
             JsonNode              *node,
             double                 value)
{
  double expected;

  if (JSON_NODE_HOLDS_NULL (node))
    {
      g_assert_true (isnan (value));
      return;
    }
  expected = json_node_get_double (node);
  fixture_assert_near (souls_metric_info (metric)->id, value, expected, MAX (fabs (expected), floor_of (metric)), scenario);
}

static void
check_metric (const FixtureScenario *scenario,
              const SoulsResults    *results,
              JsonObject            *object,
              SoulsMetric            metric)
{
  JsonObject *metrics = json_object_get_object_member (object, "metrics");
  JsonArray *values = json_object_get_array_member (metrics, souls_metric_info (metric)->id);
  JsonArray *years = json_object_get_array_member (object, "years");

  g_assert_nonnull (values);
  g_assert_cmpuint (json_array_get_length (values), ==, json_array_get_length (years));
  for (guint i = 0; i < json_array_get_length (years); i++)
    {
      const int t = (int) json_array_get_int_element (years, i) - scenario->c->year;

      check_value (scenario, metric, json_array_get_element (values, i), results->value[metric][t]);
    }
}

static void
test_scenario (gconstpointer data)
{
  g_autoptr (JsonNode) root = fixture_load_json ("SOULS_TEST_GOLDEN");
  JsonObject *object = json_array_get_object_element (get_scenarios (root), GPOINTER_TO_UINT (data));
  FixtureScenario scenario;
  SoulsResults results;

  read_scenario (object, &scenario);
  for (int i = 0; i < SOULS_N_DRIVERS; i++)
    g_assert_true (souls_driver_check (scenario.c, (SoulsDriver) i, scenario.drivers.target[i], NULL));
  g_assert_true (souls_settings_check (&scenario.settings, NULL));
  fixture_run (&scenario, &results);
  g_assert_cmpuint (json_object_get_size (json_object_get_object_member (object, "metrics")), ==, SOULS_N_METRICS);
  for (int i = 0; i < SOULS_N_METRICS; i++)
    check_metric (&scenario, &results, object, (SoulsMetric) i);
}

/* Together the scenarios move every driver, on every rung, from every base year. */
static void
test_coverage (void)
{
  g_autoptr (JsonNode) root = fixture_load_json ("SOULS_TEST_GOLDEN");
  JsonArray *scenarios = get_scenarios (root);
  gboolean moved[SOULS_N_DRIVERS] = { FALSE };
  gboolean rungs[SOULS_N_RUNGS] = { FALSE };
  gboolean years[FIXTURE_N_YEARS] = { FALSE };

  g_assert_cmpuint (json_array_get_length (scenarios), >=, MIN_SCENARIOS);
  for (guint i = 0; i < json_array_get_length (scenarios); i++)
    {
      FixtureScenario scenario;

      read_scenario (json_array_get_object_element (scenarios, i), &scenario);
      rungs[scenario.settings.rung] = TRUE;
      years[scenario.c->year - FIXTURE_FIRST_YEAR] = TRUE;
      for (int j = 0; j < SOULS_N_DRIVERS; j++)
        moved[j] |= scenario.drivers.target[j] != scenario.c->baseline[j];
    }
  for (int i = 0; i < SOULS_N_DRIVERS; i++)
    if (!moved[i])
      g_error ("no scenario moves %s", souls_driver_info ((SoulsDriver) i)->id);
  for (int i = 0; i < SOULS_N_RUNGS; i++)
    g_assert_true (rungs[i]);
  for (int i = 0; i < FIXTURE_N_YEARS; i++)
    g_assert_true (years[i]);
}

static void
add_scenarios (void)
{
  g_autoptr (JsonNode) root = fixture_load_json ("SOULS_TEST_GOLDEN");
  JsonArray *scenarios = get_scenarios (root);

  for (guint i = 0; i < json_array_get_length (scenarios); i++)
    {
      JsonObject *object = json_array_get_object_element (scenarios, i);
      g_autofree char *title = g_ascii_strdown (json_object_get_string_member (object, "title"), -1);
      g_autofree char *path = g_strconcat ("/model/golden/", g_strdelimit (title, " :", '-'), NULL);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_scenario);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/golden/coverage", test_coverage);
  add_scenarios ();
  return g_test_run ();
}
