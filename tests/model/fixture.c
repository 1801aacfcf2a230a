/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "fixture.h"

#include <math.h>

static FixtureYear years[FIXTURE_N_YEARS];
static SoulsCalibration calibrations[FIXTURE_N_YEARS];

/* The file that an environment variable of the test run names. */
JsonNode *
fixture_load_json (const char *variable)
{
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  g_autoptr (GError) error = NULL;
  const char *path = g_getenv (variable);

  if (path == NULL)
    g_error ("%s is not set: run the tests with meson", variable);
  json_parser_load_from_file (parser, path, &error);
  g_assert_no_error (error);
  return json_node_ref (json_parser_get_root (parser));
}

static JsonObject *
find_year (JsonNode *root,
           int       year)
{
  JsonObject *all = json_object_get_object_member (json_node_get_object (root), "years");
  g_autofree char *key = g_strdup_printf ("%d", year);

  return json_object_get_object_member (all, key);
}

static void
read_figures (JsonNode     *root,
              int           year,
              SoulsFigures *figures)
{
  JsonObject *object = find_year (root, year);
  g_autoptr (GList) members = json_object_get_members (object);

  souls_figures_clear (figures);
  figures->year = year;
  for (GList *l = members; l != NULL; l = l->next)
    {
      SoulsFigure figure;

      if (souls_figure_from_id (l->data, &figure))
        figures->value[figure] = json_object_get_double_member (json_object_get_object_member (object, l->data), "value");
    }
}

static void
read_beliefs (JsonNode    *root,
              FixtureYear *year)
{
  JsonObject *object = find_year (root, year->year);
  g_autoptr (GList) members = json_object_get_members (object);

  souls_beliefs_clear (&year->beliefs);
  for (GList *l = members; l != NULL; l = l->next)
    {
      JsonObject *member = json_object_get_object_member (object, l->data);
      SoulsBelief belief;

      if (!souls_belief_from_id (l->data, &belief))
        continue;
      year->beliefs.value[belief] = json_object_get_double_member (member, "value");
      year->beliefs.low[belief] = json_object_get_double_member_with_default (member, "low", NAN);
      year->beliefs.high[belief] = json_object_get_double_member_with_default (member, "high", NAN);
      g_assert_true (souls_kind_from_id (json_object_get_string_member (member, "kind"), &year->beliefs.kind[belief]));
    }
}

static void
load (void)
{
  g_autoptr (JsonNode) reported = NULL;
  g_autoptr (JsonNode) beliefs = NULL;

  if (years[0].year != 0)
    return;
  reported = fixture_load_json ("SOULS_TEST_REPORTED");
  beliefs = fixture_load_json ("SOULS_TEST_BELIEFS");
  for (int i = 0; i < FIXTURE_N_YEARS; i++)
    {
      g_autoptr (GError) error = NULL;

      years[i].year = FIXTURE_FIRST_YEAR + i;
      read_figures (reported, years[i].year, &years[i].figures);
      read_figures (reported, years[i].year - 1, &years[i].previous);
      read_beliefs (beliefs, &years[i]);
      souls_calibrate (&years[i].figures, &years[i].previous, &years[i].beliefs, &calibrations[i], &error);
      g_assert_no_error (error);
    }
}

const FixtureYear *
fixture_year (int year)
{
  load ();
  g_assert_cmpint (year, >=, FIXTURE_FIRST_YEAR);
  g_assert_cmpint (year, <=, FIXTURE_LAST_YEAR);
  return &years[year - FIXTURE_FIRST_YEAR];
}

const SoulsCalibration *
fixture_calibrations (void)
{
  load ();
  return calibrations;
}

const SoulsCalibration *
fixture_calibration (int year)
{
  return &calibrations[fixture_year (year)->year - FIXTURE_FIRST_YEAR];
}

/* Nothing moved, the default settings. */
void
fixture_baseline (int              year,
                  FixtureScenario *scenario)
{
  scenario->c = fixture_calibration (year);
  scenario->settings = SOULS_SETTINGS_DEFAULT;
  souls_drivers_reset (&scenario->drivers, scenario->c);
}

double
fixture_draw_driver (GRand                  *source,
                     const SoulsCalibration *c,
                     SoulsDriver             driver)
{
  if (c->min[driver] == c->max[driver])
    return c->min[driver];
  return g_rand_double_range (source, c->min[driver], c->max[driver]);
}

/* Any scenario that a user could make: few or many drivers moved, inside their ranges or to an end. */
void
fixture_draw (GRand           *source,
              FixtureScenario *scenario)
{
  const double densities[] = { 0.05, 0.3, 0.7, 1.0 };
  const double corners[] = { 0.0, 0.3, 1.0 };
  const double density = densities[g_rand_int_range (source, 0, G_N_ELEMENTS (densities))];
  const double corner = corners[g_rand_int_range (source, 0, G_N_ELEMENTS (corners))];
  const SoulsCalibration *c;

  fixture_baseline (g_rand_int_range (source, FIXTURE_FIRST_YEAR, FIXTURE_LAST_YEAR + 1), scenario);
  c = scenario->c;
  scenario->settings.horizon = g_rand_int_range (source, 1, SOULS_MAX_HORIZON + 1);
  scenario->settings.phase_in = g_rand_int_range (source, 1, SOULS_MAX_PHASE_IN + 1);
  scenario->settings.rung = (SoulsRung) g_rand_int_range (source, 0, SOULS_N_RUNGS);
  for (int i = 0; i < SOULS_N_DRIVERS; i++)
    {
      if (g_rand_double (source) >= density)
        continue;
      if (g_rand_double (source) < corner)
        scenario->drivers.target[i] = g_rand_boolean (source) ? c->min[i] : c->max[i];
      else
        scenario->drivers.target[i] = fixture_draw_driver (source, c, (SoulsDriver) i);
    }
}

void
fixture_run (const FixtureScenario *scenario,
             SoulsResults          *results)
{
  souls_project (scenario->c, &scenario->settings, &scenario->drivers, results);
}

/* The scenario in words, to run it again by hand. */
char *
fixture_describe (const FixtureScenario *scenario)
{
  GString *text = g_string_new (NULL);

  g_string_append_printf (text, "base year %d, horizon %d, phase-in %d, rung %d", scenario->c->year,
                          scenario->settings.horizon, scenario->settings.phase_in, scenario->settings.rung);
  for (int i = 0; i < SOULS_N_DRIVERS; i++)
    if (scenario->drivers.target[i] != scenario->c->baseline[i])
      g_string_append_printf (text, ", %s %.17g", souls_driver_info ((SoulsDriver) i)->id,
                              souls_driver_to_shown ((SoulsDriver) i, scenario->drivers.target[i]));
  return g_string_free (text, FALSE);
}

/* Whether a metric is a meaning of "without AWS" or follows from the one chosen: its drivers count in the base year too. */
gboolean
fixture_is_rung (SoulsMetric metric)
{
  return (metric > SOULS_METRIC_WITHOUT_AWS_ARITHMETIC && metric <= SOULS_METRIC_WITHOUT_AWS) ||
         metric == SOULS_METRIC_FREE_CASH_FLOW_WITHOUT_AWS;
}

gboolean
fixture_is_near (double a,
                 double b,
                 double scale)
{
  return fabs (a - b) <= 1e-9 * MAX (fabs (scale), 1e-3);
}

/* The same to the last bit, or both null. */
gboolean
fixture_is_same (double a,
                 double b)
{
  return a == b || (isnan (a) && isnan (b));
}
