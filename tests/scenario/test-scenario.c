/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>
#include <string.h>

#include "files.h"
#include "souls-scenario.h"
#include "souls-write.h"

static SoulsScenario *
parse (const SoulsDataSet *data,
       const char         *text,
       GError            **error)
{
  return souls_scenario_parse ("f", text, strlen (text), data, error);
}

static SoulsScenario *
round_trip (const SoulsDataSet  *data,
            const SoulsScenario *scenario)
{
  g_autoptr (GError) error = NULL;
  gsize length;
  g_autofree char *text = souls_scenario_to_text (scenario, &length);
  SoulsScenario *again;

  g_assert_cmpuint (length, ==, strlen (text));
  again = souls_scenario_parse ("f", text, length, data, &error);
  g_assert_no_error (error);
  return again;
}

/* A place of the slider: what a person can set it to. */
static double
pick_place (GRand                  *random,
            const SoulsCalibration *calibration,
            SoulsDriver             driver)
{
  double step = souls_driver_info (driver)->step;
  double low = souls_driver_to_shown (driver, calibration->min[driver]);
  double high = souls_driver_to_shown (driver, calibration->max[driver]);
  double shown = low + step * floor (g_rand_double_range (random, 0, (high - low) / step));
  g_autofree char *text = g_strdup_printf ("%.10g", shown);

  return souls_driver_from_shown (driver, g_ascii_strtod (text, NULL));
}

static SoulsScenario *
create_random (GRand              *random,
               const SoulsDataSet *data,
               gboolean            places)
{
  SoulsScenario *scenario = souls_scenario_new ();
  const SoulsCalibration *calibration;

  scenario->base_year = g_rand_int_range (random, 2014, 2026);
  calibration = souls_data_set_get_calibration (data, scenario->base_year, NULL);
  scenario->settings.horizon = g_rand_int_range (random, 1, SOULS_MAX_HORIZON + 1);
  scenario->settings.phase_in = g_rand_int_range (random, 1, SOULS_MAX_PHASE_IN + 1);
  scenario->settings.rung = (SoulsRung) g_rand_int_range (random, 0, SOULS_N_RUNGS);
  for (int i = 0; i < SOULS_N_SCENARIO_TEXTS; i++)
    souls_scenario_set_text (scenario, (SoulsScenarioText) i,
                             ((const char *[]) { "Cloud “winter”\n\t\\ \x01 ❄", "", NULL })[g_rand_int_range (random, 0, 3)]);
  if (g_rand_boolean (random))
    souls_scenario_set_charts (scenario, (const char *const[]) { "timeline", "of a later version", NULL });
  for (int i = 0; i < SOULS_N_DRIVERS; i++)
    {
      scenario->changed[i] = g_rand_boolean (random);
      scenario->value[i] = places ? pick_place (random, calibration, (SoulsDriver) i)
                                  : g_rand_double_range (random, calibration->min[i],
                                                         calibration->max[i]);
      scenario->place[i] = g_rand_int_range (random, 0, 50);
      scenario->has_band[i] = g_rand_boolean (random);
      scenario->band_low[i] = places ? calibration->min[i]
                                     : MIN (scenario->value[i], calibration->baseline[i]);
      scenario->band_high[i] = calibration->max[i];
    }
  return scenario;
}

static void
test_round_trip (void)
{
  g_autoptr (SoulsDataSet) data = load_shipped ();
  g_autoptr (GRand) random = g_rand_new_with_seed (3);

  for (int i = 0; i < 300; i++)
    {
      g_autoptr (SoulsScenario) scenario = create_random (random, data, TRUE);
      g_autoptr (SoulsScenario) again = round_trip (data, scenario);

      for (int d = 0; d < SOULS_N_DRIVERS; d++)
        if (scenario->changed[d])
          g_assert_true (again->value[d] == scenario->value[d]);
      for (int d = 0; d < SOULS_N_DRIVERS; d++)
        scenario->band_low[d] = again->band_low[d], scenario->band_high[d] = again->band_high[d];
      g_assert_true (souls_scenario_equal (scenario, again));
    }
}

/* Any double: a percent does not always reach the same fraction, so the last bit may go, but only
 * once. */
static void
test_round_trip_of_any_number (void)
{
  g_autoptr (SoulsDataSet) data = load_shipped ();
  g_autoptr (GRand) random = g_rand_new_with_seed (5);

  for (int i = 0; i < 300; i++)
    {
      g_autoptr (SoulsScenario) scenario = create_random (random, data, FALSE);
      g_autoptr (SoulsScenario) again = round_trip (data, scenario);
      g_autoptr (SoulsScenario) third = round_trip (data, again);

      for (int d = 0; d < SOULS_N_DRIVERS; d++)
        if (scenario->changed[d])
          g_assert_cmpfloat (fabs (again->value[d] - scenario->value[d]), <=,
                             4e-16 * fabs (scenario->value[d]));
      g_assert_true (souls_scenario_equal (again, third));
    }
}

static void
test_copy_and_equal (void)
{
  g_autoptr (SoulsDataSet) data = load_shipped ();
  g_autoptr (GRand) random = g_rand_new_with_seed (9);
  g_autoptr (SoulsScenario) scenario = create_random (random, data, TRUE);
  g_autoptr (SoulsScenario) copy = souls_scenario_copy (scenario);

  g_assert_true (souls_scenario_equal (scenario, copy));
  for (int i = 0; i < SOULS_N_DRIVERS; i++)
    {
      copy->changed[i] = !copy->changed[i];
      g_assert_false (souls_scenario_equal (scenario, copy));
      copy->changed[i] = !copy->changed[i];
      copy->has_band[i] = !copy->has_band[i];
      g_assert_false (souls_scenario_equal (scenario, copy));
      copy->has_band[i] = !copy->has_band[i];
    }
  copy->settings.horizon = copy->settings.horizon % SOULS_MAX_HORIZON + 1;
  g_assert_false (souls_scenario_equal (scenario, copy));
}

#define HEAD "{\"format\": \"two-souls-scenario\", \"version\": 1"

static void
test_parse (void)
{
  g_autoptr (SoulsDataSet) data = load_shipped ();
  g_autoptr (GError) error = NULL;
  g_autoptr (SoulsScenario) scenario = parse (
    data,
    HEAD ", \"title\": \"T\", \"base_year\": 2023, \"horizon\": 5, \"phase_in\": 2, \"rung\": 3,"
         "\"drivers\": {\"aws-growth\": 12, \"one-time-cost\": 4000}, \"bands\": {\"aws-growth\": "
         "[5, 15]},"
         "\"notes\": \"N\"}",
    &error);

  g_assert_no_error (error);
  g_assert_cmpstr (scenario->text[SOULS_SCENARIO_TITLE], ==, "T");
  g_assert_cmpstr (scenario->text[SOULS_SCENARIO_NOTES], ==, "N");
  g_assert_cmpint (scenario->base_year, ==, 2023);
  g_assert_cmpint (scenario->settings.horizon, ==, 5);
  g_assert_cmpint (scenario->settings.phase_in, ==, 2);
  g_assert_cmpint (scenario->settings.rung, ==, SOULS_RUNG_DISSYNERGIES);
  g_assert_true (scenario->changed[SOULS_DRIVER_AWS_GROWTH]);
  g_assert_cmpfloat (scenario->value[SOULS_DRIVER_AWS_GROWTH], ==, 0.12);
  g_assert_cmpfloat (scenario->value[SOULS_DRIVER_ONE_TIME_COST], ==, 4000);
  g_assert_cmpfloat (scenario->band_low[SOULS_DRIVER_AWS_GROWTH], ==, 0.05);
  g_assert_false (scenario->changed[SOULS_DRIVER_AWS_MARGIN]);
  g_assert_null (scenario->extras);
}

static void
test_defaults (void)
{
  g_autoptr (SoulsDataSet) data = load_shipped ();
  g_autoptr (GError) error = NULL;
  g_autoptr (SoulsScenario) scenario = parse (data, HEAD "}", &error);
  g_autoptr (SoulsScenario) fresh = souls_scenario_new ();

  g_assert_no_error (error);
  g_assert_true (souls_scenario_equal (scenario, fresh));
}

static void
test_every_rung (void)
{
  g_autoptr (SoulsDataSet) data = load_shipped ();

  for (int i = 0; i < SOULS_N_RUNGS; i++)
    {
      g_autofree char *by_id = g_strdup_printf (HEAD ", \"rung\": \"%s\"}",
                                                souls_rung_id ((SoulsRung) i));
      g_autofree char *by_number = g_strdup_printf (HEAD ", \"rung\": %d}", i);
      g_autoptr (SoulsScenario) first = parse (data, by_id, NULL);
      g_autoptr (SoulsScenario) second = parse (data, by_number, NULL);

      g_assert_cmpint (first->settings.rung, ==, i);
      g_assert_cmpint (second->settings.rung, ==, i);
    }
}

static void
test_refused (void)
{
  static const struct
  {
    const char *text;
    int code;
    const char *message;
  } cases[] = {
    { "[]", SOULS_SCENARIO_ERROR_FORM, "f: expected an object, found an array" },
    { "{}", SOULS_SCENARIO_ERROR_FORM, "f: format: expected a string, found nothing" },
    { "{\"format\": \"x\"}", SOULS_SCENARIO_ERROR_FORM,
      "f: format: expected “two-souls-scenario”, found “x”" },
    { "{\"format\": \"two-souls-scenario\"}", SOULS_SCENARIO_ERROR_FORM,
      "f: version: expected a whole number, found nothing" },
    { "{\"format\": \"two-souls-scenario\", \"version\": 2}", SOULS_SCENARIO_ERROR_VERSION,
      "f: version: expected at most 1, found 2: a newer program wrote this file" },
    { HEAD ", \"base_year\": 2013}", SOULS_SCENARIO_ERROR_VALUE,
      "f: base_year: expected a whole number from 2014 to 2025" },
    { HEAD ", \"base_year\": \"2020\"}", SOULS_SCENARIO_ERROR_FORM,
      "f: base_year: expected a whole number, found a string" },
    { HEAD ", \"horizon\": 0}", SOULS_SCENARIO_ERROR_VALUE,
      "f: horizon: expected a whole number from 1 to 20, found 0" },
    { HEAD ", \"phase_in\": 11}", SOULS_SCENARIO_ERROR_VALUE,
      "f: phase_in: expected a whole number from 1 to 10" },
    { HEAD ", \"rung\": 5}", SOULS_SCENARIO_ERROR_VALUE,
      "f: rung: expected a whole number from 0 to 4, found 5" },
    { HEAD ", \"rung\": \"cheap\"}", SOULS_SCENARIO_ERROR_VALUE,
      "f: rung: expected a rung (arithmetic, stranded," },
    { HEAD ", \"rung\": null}", SOULS_SCENARIO_ERROR_FORM,
      "f: rung: expected a string, found null" },
    { HEAD ", \"title\": 3}", SOULS_SCENARIO_ERROR_FORM,
      "f: title: expected a string, found a number" },
    { HEAD ", \"drivers\": []}", SOULS_SCENARIO_ERROR_FORM,
      "f: drivers: expected an object, found an array" },
    { HEAD ", \"drivers\": {\"aws-growht\": 1}}", SOULS_SCENARIO_ERROR_VALUE,
      "f: drivers: there is no driver “aws-growht”; did you mean “aws-growth”?" },
    { HEAD ", \"drivers\": {\"aws-growth\": \"12\"}}", SOULS_SCENARIO_ERROR_FORM,
      "f: drivers.aws-growth: expected a number, found a string" },
    { HEAD ", \"drivers\": {\"aws-growth\": 81}}", SOULS_SCENARIO_ERROR_VALUE,
      "f: drivers.aws-growth: expected a number from -20 to 80 (" },
    { HEAD ", \"drivers\": {\"aws-growth\": NaN}}", SOULS_SCENARIO_ERROR_SYNTAX,
      "expected a value, found “NaN”" },
    { HEAD ", \"bands\": {\"aws-growth\": [1]}}", SOULS_SCENARIO_ERROR_FORM,
      "f: bands.aws-growth: expected [low, high], found 1 elements" },
    { HEAD ", \"bands\": {\"aws-growth\": [2, 1]}}", SOULS_SCENARIO_ERROR_VALUE,
      "f: bands.aws-growth: expected [low, high], found the high end below the low end" },
    { HEAD ", \"bands\": {\"aws-growth\": [2, true]}}", SOULS_SCENARIO_ERROR_FORM,
      "f: bands.aws-growth[1]: expected a number, found true" },
    { HEAD ", \"bands\": {\"aws-growth\": [-21, 3]}}", SOULS_SCENARIO_ERROR_VALUE,
      "f: bands.aws-growth[0]: expected a number from -20 to 80" },
    { HEAD ", \"base-year\": 2020}", SOULS_SCENARIO_ERROR_FORM,
      "f: expected “base_year”, found “base-year”" },
    { HEAD ", \"Drivers\": {}}", SOULS_SCENARIO_ERROR_FORM,
      "f: expected “drivers”, found “Drivers”" },
    { HEAD ", \"version\": 1}", SOULS_SCENARIO_ERROR_SYNTAX,
      "expected each name once, found “version” a second time" },
  };
  g_autoptr (SoulsDataSet) data = load_shipped ();

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (parse (data, cases[i].text, &error));
      assert_message (error, cases[i].code, cases[i].message);
    }
}

/* What a later program wrote survives being opened and saved by this one. */
static void
test_unknown_members_are_kept (void)
{
  g_autoptr (SoulsDataSet) data = load_shipped ();
  g_autoptr (GError) error = NULL;
  g_autoptr (SoulsScenario) scenario = parse (
    data, HEAD ", \"drawing\": {\"years\": [2014, 2015.5], \"by\": \"é\"}, \"stars\": 5}", &error);
  g_autoptr (SoulsScenario) again = NULL;
  g_autoptr (SoulsScenario) plain = souls_scenario_new ();
  g_autoptr (SoulsScenario) copy = NULL;

  g_assert_no_error (error);
  again = round_trip (data, scenario);
  copy = souls_scenario_copy (again);
  g_assert_true (souls_scenario_equal (scenario, copy));
  g_assert_false (souls_scenario_equal (scenario, plain));
  g_assert_cmpint (json_object_get_int_member (copy->extras, "stars"), ==, 5);
}

static void
test_every_driver_at_its_ends (void)
{
  g_autoptr (SoulsDataSet) data = load_shipped ();

  for (int year = 2014; year <= 2025; year++)
    for (int i = 0; i < SOULS_N_DRIVERS; i++)
      {
        const SoulsCalibration *calibration = souls_data_set_get_calibration (data, year, NULL);
        g_autoptr (SoulsScenario) scenario = souls_scenario_new ();
        g_autoptr (GError) error = NULL;

        scenario->base_year = year;
        scenario->changed[i] = scenario->has_band[i] = TRUE;
        scenario->value[i] = scenario->band_high[i] = calibration->max[i];
        scenario->band_low[i] = calibration->min[i];
        souls_scenario_free (round_trip (data, scenario));
        scenario->value[i] = calibration->min[i];
        souls_scenario_free (round_trip (data, scenario));
      }
}

static void
test_assign (void)
{
  g_autoptr (SoulsDataSet) data = load_shipped ();
  g_autoptr (SoulsScenario) scenario = souls_scenario_new ();
  g_autoptr (GError) error = NULL;

  g_assert_true (souls_scenario_assign (scenario, data, " aws-growth = 12.5 ", &error));
  g_assert_no_error (error);
  g_assert_true (scenario->changed[SOULS_DRIVER_AWS_GROWTH]);
  g_assert_cmpfloat (scenario->value[SOULS_DRIVER_AWS_GROWTH], ==, 0.125);
  g_assert_true (souls_scenario_assign (scenario, data, "aws-useful-life=5", &error));
  g_assert_cmpfloat (scenario->value[SOULS_DRIVER_AWS_USEFUL_LIFE], ==, 5);
}

static void
test_assign_refused (void)
{
  static const struct
  {
    const char *assignment;
    const char *message;
  } cases[] = {
    { "", "expected ID=VALUE, found “”" },
    { "aws-growth", "expected ID=VALUE, found “aws-growth”" },
    { "aws-growth=", "aws-growth: expected a number, found “”" },
    { "aws-growth=twelve", "aws-growth: expected a number, found “twelve”" },
    { "aws-growth=nan", "aws-growth: expected a number, found “nan”" },
    { "aws-growth=inf", "aws-growth: expected a number, found “inf”" },
    { "aws-growth=1e999", "aws-growth: expected a number, found “1e999”" },
    { "aws-growth=80.5", "aws-growth: expected a number from -20 to 80 (" },
    { "aws-growth=-20.5", "found -20.5" },
    { "aws-growth=1=2", "aws-growth: expected a number, found “1=2”" },
    { "aws=3", "there is no driver “aws”; did you mean “aws-" },
    { "zebra=3", "there is no driver “zebra”" },
    { "a\nb=3", "there is no driver “a\\u000ab”" },
    { "\xff=3", "there is no driver " },
  };
  g_autoptr (SoulsDataSet) data = load_shipped ();
  g_autoptr (SoulsScenario) scenario = souls_scenario_new ();
  g_autoptr (SoulsScenario) fresh = souls_scenario_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (souls_scenario_assign (scenario, data, cases[i].assignment, &error));
      assert_message (error, SOULS_SCENARIO_ERROR_VALUE, cases[i].message);
      g_assert_true (souls_scenario_equal (scenario, fresh));
    }
}

static void
test_resolve (void)
{
  g_autoptr (SoulsDataSet) data = load_shipped ();
  g_autoptr (SoulsScenario) scenario = souls_scenario_new ();
  g_autoptr (GError) error = NULL;
  const SoulsCalibration *calibration;
  SoulsDrivers drivers;

  g_assert_true (souls_scenario_assign (scenario, data, "tax-rate=30", &error));
  g_assert_true (souls_scenario_resolve (scenario, data, &calibration, &drivers, &error));
  g_assert_cmpint (calibration->year, ==, 2025);
  for (int i = 0; i < SOULS_N_DRIVERS; i++)
    g_assert_cmpfloat (drivers.target[i], ==,
                       i == SOULS_DRIVER_TAX_RATE ? 0.3 : calibration->baseline[i]);

  scenario->base_year = 2031;
  g_assert_false (souls_scenario_resolve (scenario, data, &calibration, &drivers, &error));
  assert_message (error, SOULS_SCENARIO_ERROR_VALUE,
                  "expected a base year from 2014 to 2025, found 2031");
  g_clear_error (&error);
  scenario->base_year = 2020;
  scenario->value[SOULS_DRIVER_TAX_RATE] = NAN;
  g_assert_false (souls_scenario_resolve (scenario, data, &calibration, &drivers, &error));
  assert_message (error, SOULS_SCENARIO_ERROR_VALUE, "tax-rate: expected a number from 0 to 40");
}

static void
test_write_and_read (void)
{
  g_autoptr (SoulsDataSet) data = load_shipped ();
  g_autoptr (GRand) random = g_rand_new_with_seed (11);
  g_autoptr (SoulsScenario) scenario = create_random (random, data, TRUE);
  g_autoptr (SoulsScenario) again = NULL;
  g_autoptr (GError) error = NULL;
  char *folder = make_folder ();
  g_autofree char *path = g_build_filename (folder, "x.souls", NULL);

  g_assert_true (souls_scenario_write (scenario, path, &error));
  again = souls_scenario_read (path, data, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (again->text[SOULS_SCENARIO_TITLE], ==, scenario->text[SOULS_SCENARIO_TITLE]);
  g_assert_false (souls_scenario_write (scenario, "/nowhere/x.souls", &error));
  g_assert_error (error, SOULS_WRITE_ERROR, SOULS_WRITE_ERROR_NO_FOLDER);
  g_assert_cmpstr (error->message, ==, "/nowhere/x.souls: the folder is not there (any more)");
  remove_folder (folder);
}

static void
test_every_truncation (void)
{
  g_autoptr (SoulsDataSet) data = load_shipped ();
  g_autoptr (GRand) random = g_rand_new_with_seed (13);
  g_autoptr (SoulsScenario) scenario = create_random (random, data, TRUE);
  gsize length;
  g_autofree char *text = souls_scenario_to_text (scenario, &length);

  for (gsize cut = 0; cut < length - 2; cut++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (souls_scenario_parse ("f", text, cut, data, &error));
      assert_message (error, SOULS_SCENARIO_ERROR_SYNTAX, "f:");
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/scenario/scenario/round-trip", test_round_trip);
  g_test_add_func ("/scenario/scenario/round-trip-of-any-number", test_round_trip_of_any_number);
  g_test_add_func ("/scenario/scenario/copy-and-equal", test_copy_and_equal);
  g_test_add_func ("/scenario/scenario/parse", test_parse);
  g_test_add_func ("/scenario/scenario/defaults", test_defaults);
  g_test_add_func ("/scenario/scenario/every-rung", test_every_rung);
  g_test_add_func ("/scenario/scenario/refused", test_refused);
  g_test_add_func ("/scenario/scenario/unknown-members-are-kept", test_unknown_members_are_kept);
  g_test_add_func ("/scenario/scenario/every-driver-at-its-ends", test_every_driver_at_its_ends);
  g_test_add_func ("/scenario/scenario/assign", test_assign);
  g_test_add_func ("/scenario/scenario/assign-refused", test_assign_refused);
  g_test_add_func ("/scenario/scenario/resolve", test_resolve);
  g_test_add_func ("/scenario/scenario/write-and-read", test_write_and_read);
  g_test_add_func ("/scenario/scenario/every-truncation", test_every_truncation);
  return g_test_run ();
}
