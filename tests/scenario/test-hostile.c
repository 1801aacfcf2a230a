/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <errno.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

#include "files.h"
#include "souls-document.h"

#define HEAD "{\"format\": \"two-souls-scenario\", \"version\": 1"

/* A scenario with every member there is, at tests/fuzz/corpus. */
static char *
read_whole (gsize *length)
{
  g_autofree char *path =
    g_test_build_filename (G_TEST_DIST, "..", "fuzz", "corpus", "every-member.souls", NULL);
  g_autoptr (GError) error = NULL;
  char *text = NULL;

  g_file_get_contents (path, &text, length, &error);
  g_assert_no_error (error);
  return text;
}

static SoulsScenario *
parse (const SoulsDataSet *data,
       const char         *text,
       GError            **error)
{
  return souls_scenario_parse ("f", text, strlen (text), data, error);
}

/* Kinds of values, and what stands for each. */
enum
{
  A_NULL = 1 << 0,
  A_BOOLEAN = 1 << 1,
  A_NUMBER = 1 << 2,
  A_STRING = 1 << 3,
  AN_ARRAY = 1 << 4,
  AN_OBJECT = 1 << 5,
};

static const struct
{
  int kind;
  const char *text;
} values[] = {
  { A_NULL, "null" },   { A_BOOLEAN, "true" }, { A_BOOLEAN, "false" },  { A_NUMBER, "1.5" },
  { A_STRING, "\"x\"" }, { AN_ARRAY, "[[]]" },  { AN_OBJECT, "{\"\": 1}" },
};

/* One row for each member; @format has one %s where a value goes. */
static const struct
{
  const char *format;
  int kinds;
  const char *place;
} members[] = {
  { "{\"version\": 1, \"format\": %s}", A_STRING, "f: format: " },
  { "{\"format\": \"two-souls-scenario\", \"version\": %s}", A_NUMBER, "f: version: " },
  { HEAD ", \"title\": %s}", A_STRING, "f: title: " },
  { HEAD ", \"question\": %s}", A_STRING, "f: question: " },
  { HEAD ", \"author\": %s}", A_STRING, "f: author: " },
  { HEAD ", \"notes\": %s}", A_STRING, "f: notes: " },
  { HEAD ", \"model\": %s}", A_STRING, "f: model: " },
  { HEAD ", \"base_year\": %s}", A_NUMBER, "f: base_year: " },
  { HEAD ", \"horizon\": %s}", A_NUMBER, "f: horizon: " },
  { HEAD ", \"phase_in\": %s}", A_NUMBER, "f: phase_in: " },
  { HEAD ", \"rung\": %s}", A_NUMBER | A_STRING, "f: rung: " },
  { HEAD ", \"drivers\": %s}", AN_OBJECT, "f: drivers: " },
  { HEAD ", \"drivers\": {\"aws-growth\": %s}}", A_NUMBER, "f: drivers.aws-growth: " },
  { HEAD ", \"bands\": %s}", AN_OBJECT, "f: bands: " },
  { HEAD ", \"bands\": {\"aws-growth\": %s}}", AN_ARRAY, "f: bands.aws-growth: " },
  { HEAD ", \"bands\": {\"aws-growth\": [%s, 10]}}", A_NUMBER, "f: bands.aws-growth[0]: " },
  { HEAD ", \"bands\": {\"aws-growth\": [1, %s]}}", A_NUMBER, "f: bands.aws-growth[1]: " },
  { HEAD ", \"charts\": %s}", AN_ARRAY, "f: charts: " },
  { HEAD ", \"charts\": [\"timeline\", %s]}", A_STRING, "f: charts[1]: " },
  { "%s", AN_OBJECT, "f: expected an object, " },
};

static void
test_every_wrong_type (void)
{
  g_autoptr (SoulsDataSet) data = load_shipped ();

  for (gsize i = 0; i < G_N_ELEMENTS (members) * G_N_ELEMENTS (values); i++)
    {
      const gsize member = i / G_N_ELEMENTS (values);
      const gsize value = i % G_N_ELEMENTS (values);
      g_autofree char *text = g_strdup_printf (members[member].format, values[value].text);
      g_autoptr (GError) error = NULL;

      if ((members[member].kinds & values[value].kind) != 0)
        continue;
      g_assert_null (parse (data, text, &error));
      assert_message (error, SOULS_SCENARIO_ERROR_FORM, members[member].place);
    }
}

/* Each row of the table is a member of the file that has them all, and the other way round. */
static void
test_every_member_is_tested (void)
{
  gsize length;
  g_autofree char *text = read_whole (&length);
  g_autoptr (JsonNode) root = souls_json_parse ("f", text, length, NULL);
  g_autoptr (SoulsDataSet) data = load_shipped ();
  g_autoptr (GError) error = NULL;
  g_autoptr (SoulsScenario) scenario = souls_scenario_parse ("f", text, length, data, &error);
  JsonObjectIter iter;
  const char *name;

  g_assert_no_error (error);
  json_object_iter_init (&iter, json_node_get_object (root));
  while (json_object_iter_next (&iter, &name, NULL))
    {
      gboolean found = json_object_has_member (scenario->extras, name);

      for (gsize i = 0; i < G_N_ELEMENTS (members); i++)
        {
          g_autofree char *place = g_strdup_printf ("f: %s: ", name);

          found = found || g_str_equal (members[i].place, place);
        }
      if (!found)
        g_error ("“%s” is given no wrong value", name);
    }
}

/* What no number of JSON is, at every place of a number. */
static void
test_no_numbers (void)
{
  static const char *const words[] = { "NaN", "nan", "Infinity", "-Infinity", "inf", "-", "+1", ".5", "1.",
                                       "0x10", "01", "1e", "1e999", "-1e999", "1_000", "1,5" };
  g_autoptr (SoulsDataSet) data = load_shipped ();

  for (gsize i = 0; i < G_N_ELEMENTS (members) * G_N_ELEMENTS (words); i++)
    {
      const gsize member = i / G_N_ELEMENTS (words);
      g_autofree char *text = g_strdup_printf (members[member].format, words[i % G_N_ELEMENTS (words)]);
      g_autoptr (GError) error = NULL;

      g_assert_null (parse (data, text, &error));
      if (g_str_equal (words[i % G_N_ELEMENTS (words)], "1,5"))
        g_assert_nonnull (error);
      else
        assert_message (error, SOULS_SCENARIO_ERROR_SYNTAX, "f:1:");
    }
}

static void
test_every_driver_out_of_range (void)
{
  g_autoptr (SoulsDataSet) data = load_shipped ();

  for (int year = souls_data_set_get_first_year (data); year <= souls_data_set_get_last_year (data); year++)
    for (int i = 0; i < SOULS_N_DRIVERS * 4; i++)
      {
        const SoulsDriver driver = (SoulsDriver) (i / 4);
        const SoulsCalibration *calibration = souls_data_set_get_calibration (data, year, NULL);
        const SoulsDriverInfo *info = souls_driver_info (driver);
        const double low = souls_driver_to_shown (driver, calibration->min[driver]) - info->step;
        const double high = souls_driver_to_shown (driver, calibration->max[driver]) + info->step;
        const double numbers[] = { low, high, -1e308, 1e308 };
        g_autofree char *place = g_strdup_printf ("f: drivers.%s: expected a number from ", info->id);
        g_autofree char *text = g_strdup_printf (HEAD ", \"base_year\": %d, \"drivers\": {\"%s\": %.17g}}", year,
                                                 info->id, numbers[i % 4]);
        g_autoptr (GError) error = NULL;

        g_assert_null (parse (data, text, &error));
        assert_message (error, SOULS_SCENARIO_ERROR_VALUE, place);
      }
}

static void
test_duplicates (void)
{
  static const struct
  {
    const char *text;
    const char *message;
  } cases[] = {
    { "{\n\"format\": \"two-souls-scenario\", \"format\": 1}", "f:2:33: expected each name once, found “format” a second" },
    { HEAD ",\n\"drivers\": {\"aws-growth\": 1,\n \"aws-growth\": 1}}", "f:3:2: expected each name once, found “aws-growth”" },
    { HEAD ",\n\"drivers\": {\"aws-growth\": 1,\n \"aws\\u002dgrowth\": 1}}", "f:3:2: expected each name once, found “aws-growth”" },
    { HEAD ",\n\"bands\": {\"aws-growth\": [1, 2], \"aws-growth\": [1, 2]}}", "f:2:33: expected each name once" },
    { HEAD ",\n\"stars\": [{\"a\": {\"é\": 1, \"é\": 2}}]}", "f:2:26: expected each name once, found “é”" },
  };
  g_autoptr (SoulsDataSet) data = load_shipped ();

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (parse (data, cases[i].text, &error));
      assert_message (error, SOULS_SCENARIO_ERROR_SYNTAX, cases[i].message);
    }
}

/* No part of a file is a file: but for what follows the last bracket. */
static void
test_every_truncation (void)
{
  g_autoptr (SoulsDataSet) data = load_shipped ();
  gsize length;
  g_autofree char *text = read_whole (&length);
  const gsize last = (gsize) (strrchr (text, '}') - text);

  for (gsize cut = 0; cut <= last; cut++)
    {
      /* Without what follows it, so that reading past it is found. */
      g_autofree char *part = g_memdup2 (text, cut);
      g_autoptr (GError) error = NULL;

      g_assert_null (souls_scenario_parse ("f", part, cut, data, &error));
      assert_message (error, SOULS_SCENARIO_ERROR_SYNTAX, "f:");
    }
}

static void
test_every_wrong_byte (void)
{
  static const char bad[] = { '\xff', '\xc0', '\xf8', '\0' };
  g_autoptr (SoulsDataSet) data = load_shipped ();
  gsize length;
  g_autofree char *text = read_whole (&length);

  for (gsize at = 0; at < length; at++)
    for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
      {
        const char before = text[at];
        g_autoptr (GError) error = NULL;

        text[at] = bad[i];
        if (bad[i] != before)
          {
            g_assert_null (souls_scenario_parse ("f", text, length, data, &error));
            assert_message (error, SOULS_SCENARIO_ERROR_SYNTAX, "f:");
          }
        text[at] = before;
      }
}

/* What is still a scenario after a bit has changed is one that can be written and read. */
static void
test_every_flipped_bit (void)
{
  g_autoptr (SoulsDataSet) data = load_shipped ();
  gsize length;
  g_autofree char *text = read_whole (&length);
  int n_read = 0;

  for (gsize bit = 0; bit < length * 8; bit++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (SoulsScenario) scenario = NULL;

      text[bit / 8] ^= (char) (1 << bit % 8);
      scenario = souls_scenario_parse ("f", text, length, data, &error);
      if (scenario != NULL)
        {
          gsize n;
          g_autofree char *again = souls_scenario_to_text (scenario, &n);
          g_autoptr (SoulsScenario) third = souls_scenario_parse ("f", again, n, data, &error);

          g_assert_no_error (error);
          g_assert_true (souls_scenario_equal (scenario, third));
          n_read++;
        }
      else
        {
          assert_message (error, error->code, "f:");
        }
      text[bit / 8] ^= (char) (1 << bit % 8);
    }
  g_assert_cmpint (n_read, >, 100);
}

static SoulsDocument *
create_document (void)
{
  SoulsDataSet *data = load_shipped ();
  g_autoptr (SoulsSession) session = souls_session_new (data);

  g_assert_true (souls_session_set_driver (session, SOULS_DRIVER_AWS_GROWTH, 0.07, NULL));
  souls_data_set_unref (data);
  return souls_document_new (session, "0");
}

/* Says what is wrong with the file, by its name, and leaves what is open as it was. */
static void
assert_refused (SoulsDocument *document,
                const char    *path,
                const char    *message)
{
  SoulsSession *session = souls_document_get_session (document);
  const int n_steps = souls_session_get_n_steps (session);
  const int step = souls_session_get_step (session);
  g_autoptr (SoulsScenario) before = souls_scenario_copy (souls_session_get_scenario (session));
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autofree char *name = g_filename_display_name (path);
  g_autoptr (GError) error = NULL;

  g_assert_false (souls_document_open (document, file, &error));
  assert_message (error, error->code, message);
  if (strstr (error->message, name) == NULL)
    g_error ("“%s” does not name %s", error->message, name);
  g_assert_true (souls_scenario_equal (before, souls_session_get_scenario (session)));
  g_assert_cmpint (souls_session_get_n_steps (session), ==, n_steps);
  g_assert_cmpint (souls_session_get_step (session), ==, step);
  g_assert_null (souls_document_get_file (document));
  g_assert_true (souls_document_is_modified (document));
}

static void
make_socket (const char *path)
{
  struct sockaddr_un address = { .sun_family = AF_UNIX };
  const int fd = socket (AF_UNIX, SOCK_STREAM, 0);

  g_assert_cmpuint (strlen (path), <, sizeof address.sun_path);
  g_strlcpy (address.sun_path, path, sizeof address.sun_path);
  g_assert_cmpint (bind (fd, (struct sockaddr *) &address, sizeof address), ==, 0);
  close (fd);
}

static void
test_no_files (void)
{
  g_autoptr (SoulsDocument) document = create_document ();
  char *folder = make_folder ();
  g_autofree char *pipe = g_build_filename (folder, "pipe.souls", NULL);
  g_autofree char *socket_path = g_build_filename (folder, "socket.souls", NULL);
  g_autofree char *loop = g_build_filename (folder, "loop.souls", NULL);
  g_autofree char *dangling = g_build_filename (folder, "dangling.souls", NULL);
  g_autofree char *missing = g_build_filename (folder, "missing.souls", NULL);

  g_assert_cmpint (mkfifo (pipe, 0600), ==, 0);
  make_socket (socket_path);
  g_assert_cmpint (symlink (loop, loop), ==, 0);
  g_assert_cmpint (symlink (missing, dangling), ==, 0);
  assert_refused (document, folder, ": expected a file, found a folder");
  assert_refused (document, pipe, ": expected a file, found a pipe");
  assert_refused (document, socket_path, g_strerror (ENXIO));
  assert_refused (document, loop, g_strerror (ELOOP));
  assert_refused (document, dangling, g_strerror (ENOENT));
  assert_refused (document, missing, g_strerror (ENOENT));
  assert_refused (document, "/dev/zero", "/dev/zero: expected a file, found a device");
  if (g_file_test ("/proc/self/mem", G_FILE_TEST_IS_REGULAR))
    assert_refused (document, "/proc/self/mem", g_strerror (EIO));
  g_assert_cmpint (g_remove (loop), ==, 0);
  g_assert_cmpint (g_remove (dangling), ==, 0);
  remove_folder (folder);
}

static void
test_no_permission (void)
{
  g_autoptr (SoulsDocument) document = create_document ();
  char *folder = make_folder ();
  g_autofree char *path = write_file (folder, "secret.souls", HEAD "}", -1);

  g_assert_cmpint (g_chmod (path, 0), ==, 0);
  if (access (path, R_OK) == 0)
    g_test_skip ("this user may read everything");
  else
    assert_refused (document, path, g_strerror (EACCES));
  remove_folder (folder);
}

static void
test_too_much (void)
{
  g_autoptr (SoulsDocument) document = create_document ();
  char *folder = make_folder ();
  g_autofree char *levels = g_strnfill (100000, '[');
  g_autofree char *nested = g_strconcat (HEAD ", \"x\": ", levels, NULL);
  g_autofree char *objects = g_strnfill (100000 * 5, ' ');
  g_autofree char *commas = g_strnfill (1200000, '0');
  g_autofree char *wide = NULL;
  g_autofree char *big = write_file (folder, "big.souls", HEAD, -1);
  g_autofree char *deep = write_file (folder, "deep.souls", nested, -1);
  g_autofree char *deep_objects = NULL;
  g_autofree char *many = NULL;

  for (int i = 0; i < 100000; i++)
    memcpy (objects + i * 5, "{\"\":", 4);
  for (gsize i = 1; i < 1200000; i += 2)
    commas[i] = ',';
  wide = g_strconcat (HEAD ", \"x\": [", commas, "0]}", NULL);
  deep_objects = write_file (folder, "objects.souls", objects, -1);
  many = write_file (folder, "many.souls", wide, -1);
  g_assert_cmpint (truncate (big, 100 * 1024 * 1024), ==, 0);
  assert_refused (document, big, "big.souls: expected at most 16 MiB, found more");
  assert_refused (document, deep, "expected at most 64 nested brackets, found more");
  assert_refused (document, deep_objects, "expected at most 64 nested brackets, found more");
  assert_refused (document, many, "expected at most 500000 values, found more");
  remove_folder (folder);
}

/* What is wrong with files, each as a file: the message names it and the place in it. */
static void
test_bad_files (void)
{
  static const struct
  {
    const char *text;
    const char *message;
  } cases[] = {
    { "", "x.souls:1:1: expected a value, found the end of the file" },
    { HEAD, "expected “,” or “}”, found the end of the file" },
    { HEAD "} {}", "expected the end of the file, found “{”" },
    { HEAD ", \"drivers\": {\"aws-growth\": 900}}", "x.souls: drivers.aws-growth: expected a number from " },
    { HEAD ", \"drivers\": {\"aws-growth\": NaN}}", "x.souls:1:74: expected a value, found “NaN”" },
    { HEAD ", \"title\": \"\xe9\"}", "x.souls:1:58: expected UTF-8 text, found the byte 0xe9" },
    { "\xff\xfe{\0\"\0", "x.souls:1:1: expected UTF-8 text, found the byte 0xff" },
    { "{\"format\": \"two-souls-scenario\", \"version\": 99}", "x.souls: version: expected at most 1, found 99: a newer" },
    { "<svg/>", "x.souls: expected a picture with a scenario in it, found an SVG without one" },
    { "GIF89a", "x.souls: expected a PNG, SVG or PDF with a scenario in it, found a GIF" },
  };
  g_autoptr (SoulsDocument) document = create_document ();
  char *folder = make_folder ();

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = write_file (folder, "x.souls", cases[i].text, -1);

      assert_refused (document, path, cases[i].message);
    }
  remove_folder (folder);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/scenario/hostile/every-wrong-type", test_every_wrong_type);
  g_test_add_func ("/scenario/hostile/every-member-is-tested", test_every_member_is_tested);
  g_test_add_func ("/scenario/hostile/no-numbers", test_no_numbers);
  g_test_add_func ("/scenario/hostile/every-driver-out-of-range", test_every_driver_out_of_range);
  g_test_add_func ("/scenario/hostile/duplicates", test_duplicates);
  g_test_add_func ("/scenario/hostile/every-truncation", test_every_truncation);
  g_test_add_func ("/scenario/hostile/every-wrong-byte", test_every_wrong_byte);
  g_test_add_func ("/scenario/hostile/every-flipped-bit", test_every_flipped_bit);
  g_test_add_func ("/scenario/hostile/no-files", test_no_files);
  g_test_add_func ("/scenario/hostile/no-permission", test_no_permission);
  g_test_add_func ("/scenario/hostile/too-much", test_too_much);
  g_test_add_func ("/scenario/hostile/bad-files", test_bad_files);
  return g_test_run ();
}
