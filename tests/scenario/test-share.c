/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "souls-share.h"

#include <math.h>
#include <string.h>

#include "souls-presets.h"

static SoulsDataSet *data;

static const char letters[] = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

static double
draw_value (GRand                  *source,
            const SoulsCalibration *c,
            SoulsDriver             driver,
            gboolean                on_step)
{
  const SoulsDriverInfo *info = souls_driver_info (driver);
  const int n_steps = (int) round ((info->max - info->min) / info->step);
  char text[G_ASCII_DTOSTR_BUF_SIZE];
  double shown;

  if (!on_step)
    return g_rand_double_range (source, c->min[driver], c->max[driver]);
  shown = info->min + info->step * g_rand_int_range (source, 0, n_steps + 1);
  return souls_driver_from_shown (driver, g_ascii_strtod (g_ascii_formatd (text, sizeof text, "%.2f", shown), NULL));
}

static SoulsScenario *
draw_scenario (GRand    *source,
               gboolean  on_step)
{
  SoulsScenario *scenario = souls_scenario_new ();
  const SoulsCalibration *c;
  const int n = g_rand_int_range (source, 0, SOULS_N_DRIVERS + 1);

  scenario->base_year = g_rand_int_range (source, 2014, 2026);
  c = souls_data_set_get_calibration (data, scenario->base_year, NULL);
  scenario->settings.horizon = g_rand_int_range (source, 1, SOULS_MAX_HORIZON + 1);
  scenario->settings.phase_in = g_rand_int_range (source, 1, SOULS_MAX_PHASE_IN + 1);
  scenario->settings.rung = (SoulsRung) g_rand_int_range (source, 0, SOULS_N_RUNGS);
  for (int i = 0; i < n; i++)
    {
      const SoulsDriver driver = (SoulsDriver) g_rand_int_range (source, 0, SOULS_N_DRIVERS);

      souls_scenario_move (scenario, driver, draw_value (source, c, driver, on_step));
    }
  return scenario;
}

/* A code comes back to the bit, with the order moved; values that a slider can reach make it short. */
static void
test_round_trip (void)
{
  g_autoptr (GRand) source = g_rand_new_with_seed (1);

  for (int i = 0; i < 400; i++)
    {
      const gboolean on_step = i % 2 == 0;
      g_autoptr (SoulsScenario) scenario = draw_scenario (source, on_step);
      g_autofree char *code = souls_share_encode (scenario, data);
      g_autoptr (GError) error = NULL;
      g_autoptr (SoulsScenario) again = souls_share_decode (code, data, &error);
      SoulsDriver before[SOULS_N_DRIVERS], after[SOULS_N_DRIVERS];
      int n = souls_scenario_get_moves (scenario, before);

      g_assert_no_error (error);
      g_assert_true (souls_share_is_code (code));
      g_assert_cmpint (again->base_year, ==, scenario->base_year);
      g_assert_cmpint (again->settings.horizon, ==, scenario->settings.horizon);
      g_assert_cmpint (again->settings.phase_in, ==, scenario->settings.phase_in);
      g_assert_cmpint (again->settings.rung, ==, scenario->settings.rung);
      g_assert_cmpint (souls_scenario_get_moves (again, after), ==, n);
      g_assert_cmpmem (after, (gsize) n * sizeof *after, before, (gsize) n * sizeof *before);
      for (int k = 0; k < n; k++)
        if (on_step)
          g_assert_cmpfloat (again->value[after[k]], ==, scenario->value[after[k]]);
        else
          g_assert_cmpfloat_with_epsilon (again->value[after[k]], scenario->value[after[k]],
                                          1e-15 * fabs (scenario->value[after[k]]));
      if (on_step && n <= 3)
        g_assert_cmpuint (strlen (code), <=, 30);
    }
}

/* Any letter read wrong, left out or swapped with its neighbour is found. */
static void
test_check (void)
{
  g_autoptr (GRand) source = g_rand_new_with_seed (2);

  for (int i = 0; i < 30; i++)
    {
      g_autoptr (SoulsScenario) scenario = draw_scenario (source, TRUE);
      g_autofree char *code = souls_share_encode (scenario, data);

      for (gsize place = strlen (SOULS_SHARE_PREFIX); code[place] != '\0'; place++)
        {
          g_autofree char *bad = g_strdup (code);
          g_autoptr (GError) error = NULL;

          if (code[place] == '-')
            continue;
          do
            bad[place] = letters[g_rand_int_range (source, 0, 32)];
          while (bad[place] == code[place]);
          g_assert_null (souls_share_decode (bad, data, &error));
          g_assert_nonnull (strstr (error->message, "share code: a letter is wrong"));

          bad[place] = code[place];
          if (code[place + 1] == '\0' || code[place + 1] == '-' || code[place + 1] == code[place])
            continue;
          bad[place] = code[place + 1];
          bad[place + 1] = code[place];
          g_assert_null (souls_share_decode (bad, data, NULL));
        }
    }
}

/* As it is read aloud, typed and wrapped by a mail program. */
static void
test_loose_spelling (void)
{
  g_autoptr (SoulsPresets) presets = souls_presets_load (data, NULL);

  for (int i = 0; i < souls_presets_get_n (presets); i++)
    {
      const SoulsScenario *scenario = souls_presets_get (presets, i)->scenario;
      g_autofree char *code = souls_share_encode (scenario, data);
      g_autofree char *small = g_ascii_strdown (code, -1);
      g_autoptr (GString) loose = g_string_new (small);
      g_autoptr (SoulsScenario) again = NULL;

      g_string_replace (loose, "-", " \n", 0);
      g_string_replace (loose, "0", "o", 0);
      g_string_replace (loose, "1", "l", 0);
      again = souls_share_decode (loose->str, data, NULL);
      g_assert_nonnull (again);
      for (int k = 0; k < SOULS_N_DRIVERS; k++)
        {
          g_assert_cmpint (again->changed[k], ==, scenario->changed[k]);
          if (again->changed[k])
            g_assert_cmpfloat (again->value[k], ==, scenario->value[k]);
        }
    }
}

static void
test_refused (void)
{
  const struct
  {
    const char *code;
    const char *message;
  } cases[] = {
    { "", "share code: expected to begin with “TS”" },
    { "hello", "expected to begin with" },
    { "TS", "is too short" },
    { "TS-1", "is too short" },
    { "TS-12345-!", "expected letters, digits and hyphens only" },
    { "TS-12345-ü", "expected letters, digits and hyphens only" },
    { "TS-00000-00000", "the check does not match" },
  };
  g_autoptr (GString) endless = g_string_new ("TS");

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (souls_share_decode (cases[i].code, data, &error));
      if (strstr (error->message, cases[i].message) == NULL)
        g_error ("%s: expected “%s”", error->message, cases[i].message);
    }
  for (int i = 0; i < 100000; i++)
    g_string_append_c (endless, '7');
  g_assert_null (souls_share_decode (endless->str, data, NULL));
  g_assert_false (souls_share_is_code ("TSUNAMI"));
  g_assert_false (souls_share_is_code ("Hello, world"));
}

/* Any letters at all: refused with a message, or a scenario inside its ranges. */
static void
test_any_letters (void)
{
  g_autoptr (GRand) source = g_rand_new_with_seed (3);

  for (int i = 0; i < 100000; i++)
    {
      char code[40] = "TS16A9";   /* fiscal 2025, ten years */
      const int n = g_rand_int_range (source, 3, 12);
      g_autoptr (SoulsScenario) scenario = NULL;
      g_autoptr (GError) error = NULL;
      const SoulsCalibration *calibration;
      SoulsDrivers drivers;

      for (int k = 0; k < n; k++)
        code[6 + k] = letters[g_rand_int_range (source, 0, 32)];
      scenario = souls_share_decode (code, data, &error);
      g_assert_true ((scenario != NULL) == (error == NULL));
      g_assert_true (scenario == NULL || souls_scenario_resolve (scenario, data, &calibration, &drivers, NULL));
    }
}

int
main (int    argc,
      char **argv)
{
  int status;

  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  data = souls_data_set_load_default (NULL);
  g_test_add_func ("/scenario/share/round-trip", test_round_trip);
  g_test_add_func ("/scenario/share/check", test_check);
  g_test_add_func ("/scenario/share/loose-spelling", test_loose_spelling);
  g_test_add_func ("/scenario/share/refused", test_refused);
  g_test_add_func ("/scenario/share/any-letters", test_any_letters);
  status = g_test_run ();
  souls_data_set_unref (data);
  return status;
}
