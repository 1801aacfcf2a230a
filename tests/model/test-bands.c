/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "fixture.h"

typedef SoulsBand Bands[SOULS_N_DRIVERS];

static void
compute (int   year,
         Bands bands)
{
  souls_bands_compute (fixture_calibrations (), FIXTURE_N_YEARS, fixture_calibration (year), bands);
}

/* Against the independent implementation of the model page. */
static void
test_golden (void)
{
  g_autoptr (JsonNode) root = fixture_load_json ("SOULS_TEST_GOLDEN");
  JsonObject *years = json_object_get_object_member (json_node_get_object (root), "base_years");

  for (int year = FIXTURE_FIRST_YEAR; year <= FIXTURE_LAST_YEAR; year++)
    {
      g_autofree char *key = g_strdup_printf ("%d", year);
      JsonObject *expected = json_object_get_object_member (json_object_get_object_member (years, key), "bands");
      FixtureScenario scenario;
      Bands bands;

      fixture_baseline (year, &scenario);
      compute (year, bands);
      for (int i = 0; i < SOULS_N_DRIVERS; i++)
        {
          const char *id = souls_driver_info ((SoulsDriver) i)->id;
          JsonArray *ends = json_object_get_array_member (expected, id);

          fixture_assert_near (id, bands[i].low, json_array_get_double_element (ends, 0), bands[i].low, &scenario);
          fixture_assert_near (id, bands[i].high, json_array_get_double_element (ends, 1), bands[i].high, &scenario);
        }
    }
}

static void
test_ordered (void)
{
  for (int year = FIXTURE_FIRST_YEAR; year <= FIXTURE_LAST_YEAR; year++)
    {
      const SoulsCalibration *c = fixture_calibration (year);
      Bands bands;

      compute (year, bands);
      for (int i = 0; i < SOULS_N_DRIVERS; i++)
        {
          g_assert_cmpfloat (c->min[i], <=, bands[i].low);
          g_assert_cmpfloat (bands[i].low, <=, bands[i].high);
          g_assert_cmpfloat (bands[i].high, <=, c->max[i]);
          g_assert_cmpfloat (bands[i].low, <=, c->baseline[i]);
          g_assert_cmpfloat (c->baseline[i], <=, bands[i].high);
        }
    }
}

static void
test_origins (void)
{
  const struct
  {
    SoulsDriver driver;
    SoulsBandOrigin origin;
  } rows[] = {
    { SOULS_DRIVER_THIRD_PARTY_SHARE, SOULS_BAND_BELIEF },
    { SOULS_DRIVER_REFERRAL_RATE, SOULS_BAND_BELIEF },
    { SOULS_DRIVER_FBA_SHARE, SOULS_BAND_BELIEF },
    { SOULS_DRIVER_AD_MARGIN, SOULS_BAND_BELIEF },
    { SOULS_DRIVER_AWS_ENTERPRISE_SHARE, SOULS_BAND_BELIEF },
    { SOULS_DRIVER_AWS_USEFUL_LIFE, SOULS_BAND_BELIEF },
    { SOULS_DRIVER_AWS_CAPEX_SURGE, SOULS_BAND_HISTORY },
    { SOULS_DRIVER_GMV_GROWTH, SOULS_BAND_HISTORY },
    { SOULS_DRIVER_STRANDED_SHARE, SOULS_BAND_ASSUMED },
    { SOULS_DRIVER_ONE_TIME_COST, SOULS_BAND_ASSUMED },
    { SOULS_DRIVER_GROWTH_FADE, SOULS_BAND_NONE },
    { SOULS_DRIVER_TERMINAL_GROWTH, SOULS_BAND_NONE },
    { SOULS_DRIVER_INTERNATIONAL_GROWTH_GAP, SOULS_BAND_NONE },
    { SOULS_DRIVER_PRICE_RESPONSE, SOULS_BAND_NONE },
    { SOULS_DRIVER_SELECTION_RESPONSE, SOULS_BAND_NONE },
    { SOULS_DRIVER_REINVESTMENT, SOULS_BAND_NONE },
    { SOULS_DRIVER_SATURATION, SOULS_BAND_NONE },
  };
  Bands bands;

  compute (2025, bands);
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    if (bands[rows[i].driver].origin != rows[i].origin)
      g_error ("%s: origin %d", souls_driver_info (rows[i].driver)->id, bands[rows[i].driver].origin);
}

/* A baseline of 0 has nothing round it to believe in, whatever else would apply. */
static void
test_no_width (void)
{
  for (int year = FIXTURE_FIRST_YEAR; year <= FIXTURE_LAST_YEAR; year++)
    {
      const SoulsCalibration *c = fixture_calibration (year);
      Bands bands;

      compute (year, bands);
      for (int i = 0; i < SOULS_N_DRIVERS; i++)
        {
          const gboolean none = c->baseline[i] == 0 || souls_driver_info ((SoulsDriver) i)->group == SOULS_GROUP_HORIZON;

          g_assert_cmpint (bands[i].origin == SOULS_BAND_NONE, ==, none);
          if (none)
            g_assert_cmpfloat (bands[i].high - bands[i].low, ==, 0);
        }
    }
}

static void
test_surge_extremes (void)
{
  double least = INFINITY;
  double greatest = -INFINITY;
  Bands bands;

  for (int i = 0; i < FIXTURE_N_YEARS; i++)
    {
      least = MIN (least, fixture_calibrations ()[i].aws_surge);
      greatest = MAX (greatest, fixture_calibrations ()[i].aws_surge);
    }
  compute (2025, bands);
  g_assert_cmpfloat (bands[SOULS_DRIVER_AWS_CAPEX_SURGE].high, ==, greatest);
  g_assert_cmpfloat (bands[SOULS_DRIVER_AWS_CAPEX_SURGE].low, ==,
                     MAX (least, fixture_calibration (2025)->min[SOULS_DRIVER_AWS_CAPEX_SURGE]));
}

static void
test_belief_ends (void)
{
  const SoulsBeliefs *beliefs = &fixture_year (2025)->beliefs;
  Bands bands;

  compute (2025, bands);
  g_assert_cmpfloat (bands[SOULS_DRIVER_AD_MARGIN].low, ==, beliefs->low[SOULS_BELIEF_AD_MARGIN]);
  g_assert_cmpfloat (bands[SOULS_DRIVER_AD_MARGIN].high, ==, beliefs->high[SOULS_BELIEF_AD_MARGIN]);
}

/* Four years are no history: rules of thumb take its place. */
static void
test_short_history (void)
{
  const SoulsCalibration *c = fixture_calibration (2025);
  const struct
  {
    SoulsDriver driver;
    double width;
  } rows[] = {
    { SOULS_DRIVER_AWS_GROWTH, 0.05 },
    { SOULS_DRIVER_GMV_GROWTH, 0.05 },
    { SOULS_DRIVER_PAYABLE_DAYS, 10 },
    { SOULS_DRIVER_PRODUCT_MARGIN, 0.1 * c->product_margin },
    { SOULS_DRIVER_AWS_MARGIN, 0.1 * c->aws_margin },
    { SOULS_DRIVER_COMPUTE_MARKUP, 0.1 * c->compute_markup },
  };
  Bands bands;

  souls_bands_compute (&fixture_calibrations ()[FIXTURE_N_YEARS - 4], 4, c, bands);
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_assert_cmpint (bands[rows[i].driver].origin, ==, SOULS_BAND_ASSUMED);
      g_assert_cmpfloat_with_epsilon (bands[rows[i].driver].high - bands[rows[i].driver].low,
                                      MIN (rows[i].width * 2, rows[i].width + c->max[rows[i].driver] - c->baseline[rows[i].driver]),
                                      1e-9);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/bands/golden", test_golden);
  g_test_add_func ("/model/bands/ordered-round-the-baseline", test_ordered);
  g_test_add_func ("/model/bands/origins", test_origins);
  g_test_add_func ("/model/bands/no-width", test_no_width);
  g_test_add_func ("/model/bands/surge-extremes", test_surge_extremes);
  g_test_add_func ("/model/bands/belief-ends", test_belief_ends);
  g_test_add_func ("/model/bands/short-history", test_short_history);
  return g_test_run ();
}
