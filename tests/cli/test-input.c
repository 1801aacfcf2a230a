/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <gio/gio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "program.h"

static const struct
{
  const char *line;
  const char *message;
} bad[] = {
  { "rn", "there is no verb “rn”; did you mean “run”?" },
  { "zebra", "there is no verb “zebra”\n" },
  { "--bogus", "there is no verb “--bogus”" },
  { "run --bogus", "--bogus" },
  { "run --set", "--set" },
  { "run --set=", "--set: expected ID=VALUE, found “”" },
  { "run --set aws-growth", "--set: expected ID=VALUE, found “aws-growth”" },
  { "run --set aws-growht=1", "--set: there is no driver “aws-growht”; did you mean “aws-growth”?" },
  { "run --set aws-growth=x", "--set: aws-growth: expected a number, found “x”" },
  { "run --set aws-growth=nan", "--set: aws-growth: expected a number, found “nan”" },
  { "run --set aws-growth=1e999", "--set: aws-growth: expected a number, found “1e999”" },
  { "run --set aws-growth=1,5", "--set: aws-growth: expected a number, found “1,5”" },
  { "run --set aws-growth=81", "--set: aws-growth: expected a number from -20 to 80 (" },
  { "run --base-year 2013", "--base-year: expected a whole number from 2014 to 2025, found “2013”" },
  { "run --base-year 2026", "--base-year: expected a whole number from 2014 to 2025, found “2026”" },
  { "run --base-year last", "--base-year: expected a whole number from 2014 to 2025, found “last”" },
  { "run --base-year 2020.5", "--base-year: expected a whole number" },
  { "run --horizon 0", "--horizon: expected a whole number from 1 to 20, found “0”" },
  { "run --horizon 21", "--horizon: expected a whole number from 1 to 20, found “21”" },
  { "run --horizon 99999999999999999999", "--horizon: expected a whole number from 1 to 20" },
  { "run --phase-in 11", "--phase-in: expected a whole number from 1 to 10, found “11”" },
  { "run --rung 5", "--rung: expected a rung (arithmetic, stranded, transfer-price, dissynergies, one-time, or 0 to 4), found “5”" },
  { "run --rung cheap", "--rung: expected a rung (" },
  { "run --metric sales", "there is no metric “sales”; did you mean “sales-" },
  { "run --metric without-awss", "there is no metric “without-awss”; did you mean “without-aws”?" },
  { "run --format xml", "--format: expected table, csv or json, found “xml”" },
  { "run a b", "“b” is not expected here" },
  { "run /nowhere/x.souls", "/nowhere/x.souls: No such file or directory" },
  { "run /", "/: expected a file, found a folder" },
  { "run /dev/zero", "/dev/zero: expected a file, found a device" },
  { "years 2020", "years: “2020” is not expected here" },
  { "drivers --base-year 1", "--base-year: expected a whole number from 2014 to 2025, found “1”" },
  { "drivers --set x=1", "--set" },
  { "check 2020", "check: “2020” is not expected here" },
  { "explain", "an argument is missing" },
  { "explain profit", "there is no metric “profit”; did you mean “profit-" },
  { "explain float --year 2026 --horizon 0", "--horizon: expected a whole number from 1 to 20" },
  { "explain float --year 2036", "--year: expected a whole number from 2014 to 2035, found “2036”" },
  { "explain float --year 2013", "--year: expected a whole number from 2014 to 2035, found “2013”" },
  { "explain float --depth -1", "--depth: expected a whole number from 0" },
  { "validate", "an argument is missing" },
  { "render", "an argument is missing" },
  { "render timelin -o x.png", "there is no chart “timelin”; did you mean “timeline”?" },
  { "render timeline", "expected an output file: -o FILE, which ends in .png, .svg, .pdf or .csv" },
  { "render timeline -o x.gif", "x.gif: " },
  { "render timeline -o x.png --width 5", "--width: expected a whole number from 240 to 8000, found “5”" },
  { "render timeline -o x.png --height 1e9", "--height: expected a whole number from 180 to 8000" },
  { "render timeline -o x.png --scale 0", "--scale: expected a number from 0.25 to 8, found “0”" },
  { "render bridge -o x.png --view nope", "--view: expected one of rungs, drivers, company for the chart bridge" },
  { "render segments -o x.png --view nope", "--view: the chart segments has one view" },
  { "render timeline -o x.png --theme pink", "--theme: expected one of light, dark, " },
  { "render timeline -o x.png --lang xx", "--lang: expected one of en, found “xx”" },
  { "render timeline -o x.png --lang ../..", "--lang: expected one of en, found “../..”" },
  { "render timeline -o x.png --year 2040", "--year: expected a whole number from 2014 to 2035, found “2040”" },
  { "render break-even-map -o x.png --x ad-margn", "--x: there is no driver “ad-margn”; did you mean “ad-margin”?" },
  { "render break-even-map -o x.png --x ad-margin --y ad-margin",
    "--x, --y: expected two different drivers, found “ad-margin” twice" },
  { "render timeline -o /nowhere/x.png", "/nowhere/x.png" },
};

static void
test_bad_use (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_auto (Run) result = { 0 };

      run_line (&result, bad[i].line);
      if (result.status != 2)
        g_error ("“%s” gives status %d", bad[i].line, result.status);
      assert_bad (&result, bad[i].message);
    }
}

/* What is no text at all does not break the line either. */
static void
test_strange_words (void)
{
  static const char *const words[] = { "a\nb", "\xff\xfe", "", " ", "\x1b[31m", "%s%n", "ä=1" };

  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    {
      g_auto (Run) verb = { 0 }, file = { 0 }, set = { 0 }, metric = { 0 };

      run (&verb, words[i], NULL);
      assert_bad (&verb, "there is no verb");
      run (&file, "run", words[i], NULL);
      assert_bad (&file, "");
      run (&set, "run", "--set", words[i], NULL);
      assert_bad (&set, "");
      run (&metric, "run", "--metric", words[i], NULL);
      assert_bad (&metric, "");
    }
}

static void
assert_file_refused (const char *path,
                     const char *part)
{
  g_auto (Run) as_scenario = { 0 };
  g_auto (Run) checked = { 0 };

  run (&as_scenario, "run", path, NULL);
  assert_bad (&as_scenario, part);
  g_assert_nonnull (strstr (as_scenario.err, path));
  run (&checked, "validate", path, NULL);
  assert_bad (&checked, part);
  g_assert_nonnull (strstr (checked.err, path));
}

static void
test_hundred_megabytes (void)
{
  g_autofree char *path = write_file ("big.souls", "{", 1);

  g_assert_cmpint (truncate (path, 100 * 1024 * 1024), ==, 0);
  assert_file_refused (path, ": expected at most 16 MiB, found more");
  g_assert_cmpint (unlink (path), ==, 0);
}

static void
test_hundred_thousand_brackets (void)
{
  g_autofree char *open = g_strnfill (100000, '[');
  g_autofree char *close = g_strnfill (100000, ']');
  g_autofree char *text = g_strconcat (open, close, NULL);
  g_autofree char *nested = g_strconcat (
    "{\"format\": \"two-souls-scenario\", \"version\": 1, \"x\": ", text, "}", NULL);
  g_autofree char *path = write_file ("deep.souls", text, -1);
  g_autofree char *inside = write_file ("inside.souls", nested, -1);

  assert_file_refused (path, ":1:65: expected at most 64 nested brackets, found more");
  assert_file_refused (inside, "expected at most 64 nested brackets, found more");
}

static void
test_damaged_files (void)
{
  static const struct
  {
    const char *text;
    const char *message;
  } cases[] = {
    { "", ":1:1: expected a value, found the end of the file" },
    { "{\"format\": \"two-souls-scenario\", \"version\": 1",
      "expected “,” or “}”, found the end of the file" },
    { "{\n  \"format\": \"two-souls-scenario\",\n  \"version\": 1,\n  \"format\": 1}",
      ":4:3: expected each name once, found “format”" },
    { "{\"format\": \"two-souls-scenario\", \"version\": 1, \"drivers\": {\"aws-growth\": NaN}}",
      "expected a value, found “NaN”" },
    { "{\"format\": \"two-souls-scenario\", \"version\": 1, \"drivers\": {\"aws-growth\": \"a\"}}",
      ": drivers.aws-growth: expected a number, found a string" },
    { "{\"format\": \"two-souls-scenario\", \"version\": 9}",
      ": version: expected at most 1, found 9: a newer program wrote this file" },
    { "{\"format\": \"two-souls-scenario\", \"version\": 1, \"base_year\": 1999}",
      ": base_year: expected a whole number from 2014 to 2025" },
    { "[]", ": expected an object, found an array" },
    { "\xff", ":1:1: expected UTF-8 text, found the byte 0xff" },
    { "PK\x03\x04", ":1:1: expected a value, found “PK”" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = write_file ("damaged.souls", cases[i].text, -1);

      assert_file_refused (path, cases[i].message);
    }
}

static void
test_pipe (void)
{
  g_autofree char *path = g_build_filename (get_folder (), "pipe.souls", NULL);

  g_assert_cmpint (mkfifo (path, 0600), ==, 0);
  assert_file_refused (path, ": expected a file, found a pipe");
}

static void
test_validate (void)
{
  g_autofree char *reported = g_test_build_filename (G_TEST_DIST, "..", "..", "data",
                                                     "reported.json", NULL);
  g_autofree char *beliefs = g_test_build_filename (G_TEST_DIST, "..", "..", "data",
                                                    "beliefs.json", NULL);
  g_autofree char *good = write_file ("good.souls",
                                      "{\"format\": \"two-souls-scenario\", \"version\": 1}", -1);
  g_autofree char *poor = write_file (
    "bad.souls", "{\"format\": \"two-souls-scenario\", \"version\": 1, \"horizon\": 0}", -1);
  g_autofree char *other = write_file ("other.json", "{\"format\": \"something\"}", -1);
  g_autofree char *lines = g_strdup_printf ("%s: ok\n%s: ok\n%s: ok\n", reported, beliefs, good);
  g_auto (Run) all_good = { 0 };
  g_auto (Run) mixed = { 0 };
  g_autoptr (JsonNode) root = NULL;

  run (&all_good, "validate", reported, beliefs, good, NULL);
  assert_good (&all_good);
  g_assert_cmpstr (all_good.out, ==, lines);

  run (&mixed, "validate", "-f", "json", poor, good, other, NULL);
  g_assert_cmpint (mixed.status, ==, 2);
  g_assert_nonnull (
    strstr (mixed.err, "bad.souls: horizon: expected a whole number from 1 to 20, found 0\n"));
  g_assert_nonnull (strstr (
    mixed.err, "other.json: format: expected “two-souls-scenario”, “two-souls-reported” or "));
  root = json_from_string (mixed.out, NULL);
  for (guint i = 0; i < 3; i++)
    {
      JsonObject *row = json_array_get_object_element (json_node_get_array (root), i);

      g_assert_cmpint (json_object_get_boolean_member (row, "ok"), ==, i == 1);
      g_assert_cmpint (json_object_get_null_member (row, "error"), ==, i == 1);
    }
}

static void
test_validate_finds_wrong_sum (void)
{
  g_autofree char *reported = g_test_build_filename (G_TEST_DIST, "..", "..", "data",
                                                     "reported.json", NULL);
  g_autofree char *bytes = NULL;
  g_autofree char *path = NULL;
  g_auto (Run) result = { 0 };
  char *figure;

  g_assert_true (g_file_get_contents (reported, &bytes, NULL, NULL));
  figure = strstr (strstr (strstr (bytes, "\"2022\": {"), "\"fulfillment\""), "\"value\": ") +
           strlen ("\"value\": ");
  g_assert_true (g_ascii_isdigit (figure[0]));
  figure[0] = figure[0] == '9' ? '8' : figure[0] + 1;
  path = write_file ("sum.json", bytes, -1);
  run (&result, "validate", path, NULL);
  assert_bad (&result, "sum.json: years.2022: operating expenses by function: expected ");
  g_assert_nonnull (strstr (result.err, "difference 10000\n"));
}

/* A bad file of the user's never stands in the way: it is named on stderr, and the answer is the
 * one without it. */
static void
test_damaged_user_data (void)
{
  g_auto (Run) before = { 0 };
  g_auto (Run) after = { 0 };
  g_autofree char *path = NULL;

  run (&before, "run", "-f", "json", NULL);
  path = write_file ("two-souls/x.reported.json", "{\"format\"", -1);
  run (&after, "run", "-f", "json", NULL);
  g_assert_cmpint (after.status, ==, 0);
  g_assert_cmpstr (after.out, ==, before.out);
  g_assert_nonnull (strstr (
    after.err,
    "x.reported.json:1:10: expected “:”, found the end of the file; the file is left out\n"));
  g_assert_cmpint (unlink (path), ==, 0);
}

static void
test_full_disk (void)
{
  g_autoptr (GSubprocessLauncher)
    launcher = g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDERR_PIPE);
  g_autoptr (GSubprocess) process = NULL;
  g_autofree char *err = NULL;

  g_subprocess_launcher_set_stdout_file_path (launcher, "/dev/full");
  process = g_subprocess_launcher_spawn (launcher, NULL, g_getenv ("TWO_SOULS_CLI"), "years",
                                         NULL);
  g_assert_true (g_subprocess_communicate_utf8 (process, NULL, NULL, NULL, &err, NULL));
  g_assert_cmpint (g_subprocess_get_exit_status (process), ==, 2);
  g_assert_nonnull (strstr (err, "standard output: cannot be written"));
}

int
main (int   argc,
      char *argv[])
{
  int status;

  g_test_init (&argc, &argv, NULL);
  set_up ();
  g_test_add_func ("/cli/input/bad-use", test_bad_use);
  g_test_add_func ("/cli/input/strange-words", test_strange_words);
  g_test_add_func ("/cli/input/hundred-megabytes", test_hundred_megabytes);
  g_test_add_func ("/cli/input/hundred-thousand-brackets", test_hundred_thousand_brackets);
  g_test_add_func ("/cli/input/damaged-files", test_damaged_files);
  g_test_add_func ("/cli/input/pipe", test_pipe);
  g_test_add_func ("/cli/input/validate", test_validate);
  g_test_add_func ("/cli/input/validate-finds-wrong-sum", test_validate_finds_wrong_sum);
  g_test_add_func ("/cli/input/damaged-user-data", test_damaged_user_data);
  g_test_add_func ("/cli/input/full-disk", test_full_disk);
  status = g_test_run ();
  clean_up ();
  return status;
}
