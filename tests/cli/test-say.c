/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "program.h"

/* Numbers of the scenario that is named, with options on top. */
static void
test_text (void)
{
  g_auto (Run) plain = { 0 };
  g_auto (Run) preset = { 0 };
  g_auto (Run) moved = { 0 };
  g_auto (Run) json = { 0 };

  run (&plain, "say", "Without AWS: {without-aws 2022}, {{so}", NULL);
  assert_good (&plain);
  g_assert_cmpstr (plain.out, ==, "Without AWS: −$10.6\u202fbn, {so}\n");
  run (&preset, "say", "{driver ad-margin}, {sales-aws 2025}", "cloud-winter", "--set", "ad-margin=42", NULL);
  assert_good (&preset);
  g_assert_cmpstr (preset.out, ==, "42\u202f%, $129\u202fbn\n");
  run (&moved, "say", "{effect sales-aws 2026}", "--set", "aws-growth=0", "--phase-in", "1", NULL);
  assert_good (&moved);
  g_assert_true (g_str_has_prefix (moved.out, "−$"));
  run (&json, "say", "{fact fee_fba_pct_of_3p_sales}", "--format", "json", NULL);
  assert_good (&json);
  g_assert_nonnull (strstr (json.out, "\"20–35\u202f%\""));
}

/* The numbers in another language, the text as it is. */
static void
test_language (void)
{
  g_auto (Run) german = { 0 };
  g_auto (Run) bad = { 0 };

  run (&german, "say", "x {without-aws 2022}", "--lang", "en", NULL);
  assert_good (&german);
  g_assert_true (g_str_has_prefix (german.out, "x "));
  run (&bad, "say", "x", "--lang", "xx", NULL);
  assert_bad (&bad, "--lang: ");
}

/* The status is the answer. */
static void
test_condition (void)
{
  g_auto (Run) yes = { 0 };
  g_auto (Run) no = { 0 };
  g_auto (Run) json = { 0 };

  run (&yes, "say", "--condition", "without-aws 2022 < 0 and least-year without-aws 2014 2025 = 2022", NULL);
  assert_good (&yes);
  g_assert_cmpstr (yes.out, ==, "yes\n");
  run (&no, "say", "-c", "without-aws 2025 < 0", NULL);
  g_assert_cmpint (no.status, ==, 1);
  g_assert_cmpstr (no.out, ==, "no\n");
  run (&json, "say", "-c", "without-aws 2025 < 0", "--format", "json", NULL);
  g_assert_cmpint (json.status, ==, 1);
  g_assert_nonnull (strstr (json.out, "false"));
}

static void
test_bad (void)
{
  static const struct
  {
    const char *words[5];
    const char *message;
  } cases[] = {
    { { "say", NULL }, "" },
    { { "say", "x {without-awz 2022}", NULL }, "character 4: there is no metric or form “without-awz”; did you mean “without-aws”?" },
    { { "say", "{without-aws 2022", NULL }, "character 1: expected } after {" },
    { { "say", "{without-aws 2022}", "no-such-preset", NULL }, "no-such-preset" },
    { { "say", "-c", "without-aws 2022", NULL }, "character 17: expected <" },
    { { "say", "x", "cloud-winter", "y", NULL }, "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (Run) result = { 0 };

      run_words (&result, cases[i].words);
      assert_bad (&result, cases[i].message);
    }
}

int
main (int    argc,
      char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  set_up ();
  g_test_add_func ("/cli/say/text", test_text);
  g_test_add_func ("/cli/say/language", test_language);
  g_test_add_func ("/cli/say/condition", test_condition);
  g_test_add_func ("/cli/say/bad", test_bad);
  status = g_test_run ();
  clean_up ();
  return status;
}
