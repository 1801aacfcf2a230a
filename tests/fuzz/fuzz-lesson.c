/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "fuzz-scenario.h"

#include <string.h>

#include "souls-arguments.h"
#include "souls-lesson.h"

static SoulsDataSet *data_set;
static SoulsPresets *presets;

/* What ships, without any of the user's. */
int
LLVMFuzzerInitialize (int    *argc,
                      char ***argv)
{
  g_autoptr (GError) error = NULL;

  g_setenv ("XDG_DATA_HOME", "/nonexistent", TRUE);
  g_log_set_always_fatal (G_LOG_FATAL_MASK | G_LOG_LEVEL_CRITICAL | G_LOG_LEVEL_WARNING);
  data_set = souls_data_set_load_default (&error);
  g_assert_no_error (error);
  presets = souls_presets_load (data_set, &error);
  g_assert_no_error (error);
  return 0;
}

/* A message is one line that can be shown, and says of which file it is. */
static void
check_message (const GError *error)
{
  g_assert_nonnull (error);
  g_assert_true (g_utf8_validate (error->message, -1, NULL));
  g_assert_null (strchr (error->message, '\n'));
  g_assert_true (g_str_has_prefix (error->message, "f:"));
}

/* What is seen at a step can be computed. */
static void
check_screen (const SoulsLessonScreen *screen)
{
  const SoulsCalibration *calibration;
  SoulsDrivers drivers;

  if (screen->scenario != NULL)
    g_assert_true (souls_scenario_resolve (screen->scenario, data_set, &calibration, &drivers, NULL));
}

static void
check_lesson (const SoulsLesson *lesson)
{
  g_autoptr (GError) error = NULL;
  gsize length, again_length;
  g_autofree char *text = souls_lesson_to_text (lesson, &length);
  g_autoptr (SoulsLesson) again = NULL;
  g_autofree char *again_text = NULL;

  for (int i = 0; i < souls_lesson_get_n_steps (lesson); i++)
    for (int revealed = 0; revealed < 2; revealed++)
      {
        SoulsLessonScreen screen;

        souls_lesson_get_screen (lesson, i, revealed, &screen);
        check_screen (&screen);
      }
  /* Written text is longer than what was read where every character has to be escaped. */
  if (length > SOULS_LESSON_MAX_BYTES)
    return;
  again = souls_lesson_parse ("f", text, length, data_set, presets, &error);
  g_assert_no_error (error);
  g_assert_true (souls_lesson_equal (lesson, again));
  again_text = souls_lesson_to_text (again, &again_length);
  g_assert_cmpmem (text, length, again_text, again_length);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) arguments_error = NULL;
  g_autoptr (SoulsLesson) lesson = souls_lesson_parse ("f", (const char *) data, size, data_set, presets, &error);
  g_autoptr (SoulsArguments) arguments =
    souls_arguments_parse ("f", (const char *) data, size, data_set, presets, &arguments_error);

  if (lesson != NULL)
    check_lesson (lesson);
  else
    check_message (error);
  if (arguments == NULL)
    check_message (arguments_error);
  for (int i = 0; arguments != NULL && i < souls_arguments_get_n (arguments); i++)
    {
      check_screen (&souls_arguments_get (arguments, i)->holds.screen);
      check_screen (&souls_arguments_get (arguments, i)->fails.screen);
    }
  return 0;
}
