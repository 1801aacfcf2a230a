/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "souls-arguments.h"

#include <string.h>

#include "files.h"

static SoulsDataSet *data;
static SoulsPresets *presets;
static char *sample;

static void
test_sample (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SoulsArguments) arguments =
    souls_arguments_parse ("cards.xml", sample, strlen (sample), data, presets, &error);
  const SoulsArgument *card;

  g_assert_no_error (error);
  g_assert_cmpint (souls_arguments_get_n (arguments), ==, 2);
  card = souls_arguments_get (arguments, 0);
  g_assert_cmpstr (card->id, ==, "cross-subsidy");
  g_assert_cmpstr (card->claim, ==, "AWS pays for the shops.");
  g_assert_cmpstr (card->who, ==, "Many a headline");
  g_assert_cmpint (card->line, ==, 3);
  g_assert_cmpstr (card->holds.when, ==, "without-aws 2022 < 0");
  g_assert_cmpuint (g_strv_length (card->holds.text), ==, 1);
  g_assert_cmpint (card->holds.screen.scenario->base_year, ==, 2022);
  g_assert_cmpuint (g_strv_length (card->fails.text), ==, 2);
  g_assert_cmpfloat (card->fails.screen.scenario->value[SOULS_DRIVER_AD_MARGIN], ==, 0.4);
  g_assert_cmpint (card->fails.screen.year, ==, 2026);
  g_assert_cmpstr (card->fails.screen.left, ==, "timeline/fan");
  g_assert_cmpstr (card->fails.screen.right, ==, "segments");
}

/* A part of the sample, what it becomes, and the message. */
static const struct
{
  const char *old;
  const char *new;
  int code;
  const char *message;
} faults[] = {
  { "<arguments version=\"1\">", "<arguments version=\"2\">", SOULS_LESSON_ERROR_VERSION, "c:2:1: <arguments> version: " },
  { "id=\"other\"", "id=\"cross-subsidy\"", SOULS_LESSON_ERROR_VALUE, "c:20:3: <argument> id: expected an id of its own" },
  { "<who>Nobody</who>", "", SOULS_LESSON_ERROR_FORM, "c:23:5: <true>: expected <who> before it" },
  { "<state/>", "", SOULS_LESSON_ERROR_FORM, "<charts>: expected <state> before it" },
  { "<charts left=\"lines\"/>", "", SOULS_LESSON_ERROR_FORM, "<true>: expected <charts> in it" },
  { "<charts left=\"lines\"/>", "<charts left=\"lines\" hide=\"yes\"/>", SOULS_LESSON_ERROR_FORM, "hide: not expected here" },
  { "<p>So.</p>", "", SOULS_LESSON_ERROR_FORM, "<state>: expected <p> before it" },
  { "<true when=\"without-aws 2025 > 0\">", "<true>", SOULS_LESSON_ERROR_FORM, "<true> when: expected a value" },
  { "preset=\"reported-trend\"", "preset=\"reported\"", SOULS_LESSON_ERROR_VALUE, "did you mean “reported-trend”?" },
  { "</false>\n  </argument>", "</false><p/></argument>", SOULS_LESSON_ERROR_FORM, "<p>: not expected in <argument>" },
};

static void
test_faults (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (faults); i++)
    {
      g_auto (GStrv) parts = g_strsplit (sample, faults[i].old, 2);
      g_autofree char *text = g_strjoinv (faults[i].new, parts);
      g_autoptr (GError) error = NULL;

      g_assert_cmpuint (g_strv_length (parts), ==, 2);
      g_assert_null (souls_arguments_parse ("c", text, strlen (text), data, presets, &error));
      g_assert_error (error, SOULS_LESSON_ERROR, faults[i].code);
      if (strstr (error->message, faults[i].message) == NULL)
        g_error ("“%s” does not say “%s”", error->message, faults[i].message);
    }
}

/* Each that ships can be found and computed on both sides, which differ in what is seen. */
static void
test_walk (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SoulsArguments) arguments = souls_arguments_load (data, presets, &error);

  g_assert_no_error (error);
  g_assert_cmpint (souls_arguments_get_n (arguments), >, 0);
  for (int i = 0; i < souls_arguments_get_n (arguments); i++)
    {
      const SoulsArgument *card = souls_arguments_get (arguments, i);
      const SoulsArgumentSide *sides[] = { &card->holds, &card->fails };

      g_test_message ("%s", card->id);
      g_assert_true (souls_arguments_find (arguments, card->id) == card);
      g_assert_cmpstr (card->holds.when, !=, card->fails.when);
      g_assert_false (souls_lesson_screen_equal (&card->holds.screen, &card->fails.screen));
      for (int k = 0; k < 2; k++)
        {
          const SoulsCalibration *calibration;
          SoulsDrivers drivers;

          g_assert_true (souls_scenario_resolve (sides[k]->screen.scenario, data, &calibration, &drivers, &error));
          g_assert_nonnull (sides[k]->screen.left);
        }
    }
  g_assert_null (souls_arguments_find (arguments, "no-such"));
}

int
main (int    argc,
      char **argv)
{
  g_autofree char *path = NULL;
  int status;

  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  data = souls_data_set_load_default (NULL);
  presets = souls_presets_load (data, NULL);
  path = g_test_build_filename (G_TEST_DIST, "..", "fuzz", "lessons", "cards.xml", NULL);
  g_assert_true (g_file_get_contents (path, &sample, NULL, NULL));
  g_test_add_func ("/scenario/arguments/sample", test_sample);
  g_test_add_func ("/scenario/arguments/faults", test_faults);
  g_test_add_func ("/scenario/arguments/walk", test_walk);
  status = g_test_run ();
  g_free (sample);
  souls_presets_free (presets);
  souls_data_set_unref (data);
  return status;
}
