/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "fuzz-scenario.h"

#include <string.h>

#include "souls-picture.h"
#include "souls-scenario.h"
#include "souls-share.h"

static SoulsDataSet *data_set;

/* The data that ship, without any of the user's. */
int
LLVMFuzzerInitialize (int    *argc,
                      char ***argv)
{
  g_autoptr (GError) error = NULL;

  g_setenv ("XDG_DATA_HOME", "/nonexistent", TRUE);
  g_log_set_always_fatal (G_LOG_FATAL_MASK | G_LOG_LEVEL_CRITICAL | G_LOG_LEVEL_WARNING);
  data_set = souls_data_set_load_default (&error);
  g_assert_no_error (error);
  return 0;
}

/* A message is one line that can be shown, and says of which file it is. */
static void
check_message (const GError *error,
               const char   *part)
{
  g_assert_nonnull (error);
  g_assert_true (g_utf8_validate (error->message, -1, NULL));
  g_assert_null (strchr (error->message, '\n'));
  g_assert_nonnull (strstr (error->message, part));
}

/* What can be read can be computed. */
static void
check_resolves (const SoulsScenario *scenario)
{
  const SoulsCalibration *calibration;
  g_autoptr (GError) error = NULL;
  SoulsDrivers drivers;

  g_assert_true (souls_scenario_resolve (scenario, data_set, &calibration, &drivers, &error));
  g_assert_no_error (error);
}

/* What can be read can be written, and is the same when it is read again. */
static void
check_round_trip (const SoulsScenario *scenario)
{
  g_autoptr (GError) error = NULL;
  gsize length, again_length;
  g_autofree char *text = souls_scenario_to_text (scenario, &length);
  g_autoptr (SoulsScenario) again = souls_scenario_parse ("f", text, length, data_set, &error);
  g_autofree char *again_text = NULL;

  g_assert_no_error (error);
  g_assert_true (souls_scenario_equal (scenario, again));
  again_text = souls_scenario_to_text (again, &again_length);
  g_assert_cmpmem (text, length, again_text, again_length);
}

static void
check_share (const SoulsScenario *scenario)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *code = souls_share_encode (scenario, data_set);
  g_autoptr (SoulsScenario) decoded = souls_share_decode (code, data_set, &error);
  g_autofree char *again = NULL;

  g_assert_no_error (error);
  g_assert_true (souls_share_is_code (code));
  again = souls_share_encode (decoded, data_set);
  g_assert_cmpstr (code, ==, again);
}

static void
try_file (const char *bytes,
          gsize       size)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SoulsScenario) scenario = souls_scenario_parse ("f", bytes, size, data_set, &error);

  if (scenario == NULL)
    {
      check_message (error, "f:");
      return;
    }
  g_assert_no_error (error);
  check_resolves (scenario);
  check_round_trip (scenario);
  check_share (scenario);
}

static void
try_code (const char *bytes,
          gsize       size)
{
  g_autofree char *text = g_strndup (bytes, size);
  g_autoptr (GError) error = NULL;
  g_autoptr (SoulsScenario) scenario = NULL;

  if (!g_utf8_validate (text, -1, NULL))
    return;
  scenario = souls_share_decode (text, data_set, &error);
  if (scenario == NULL)
    {
      check_message (error, "");
      return;
    }
  g_assert_true (souls_share_is_code (text));
  check_resolves (scenario);
  check_round_trip (scenario);
  check_share (scenario);
}

/* Whatever begins like a picture or not. */
static void
try_picture (const char *bytes,
             gsize       size)
{
  g_autoptr (GError) error = NULL;
  gsize length = 0;
  g_autofree char *text = souls_picture_find_scenario ("f", bytes, size, &length, &error);

  if (text == NULL)
    check_message (error, "f: expected ");
  else
    g_assert_cmpint (text[length], ==, '\0');
}

static guint32
compute_crc (const char *bytes,
             gsize       length)
{
  guint32 crc = 0xffffffff;

  for (gsize i = 0; i < length; i++)
    {
      crc ^= (guint8) bytes[i];
      for (int bit = 0; bit < 8; bit++)
        crc = (crc >> 1) ^ ((crc & 1) * 0xedb88320);
    }
  return ~crc;
}

/* What stands behind a checksum is not found by chance. */
static void
try_chunk (const char *bytes,
           gsize       size)
{
  g_autoptr (GString) chunk = g_string_new ("iTXt" SOULS_SCENARIO_FORMAT);
  g_autoptr (GString) png = g_string_new ("\x89PNG\r\n\x1a\n");
  guint32 number;

  g_string_append_c (chunk, '\0');
  g_string_append_len (chunk, bytes, (gssize) size);
  number = GUINT32_TO_BE ((guint32) chunk->len - 4);
  g_string_append_len (png, (const char *) &number, 4);
  g_string_append_len (png, chunk->str, (gssize) chunk->len);
  number = GUINT32_TO_BE (compute_crc (chunk->str, chunk->len));
  g_string_append_len (png, (const char *) &number, 4);
  try_picture (png->str, png->len);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  try_file ((const char *) data, size);
  try_code ((const char *) data, size);
  try_picture ((const char *) data, size);
  try_chunk ((const char *) data, size);
  return 0;
}
