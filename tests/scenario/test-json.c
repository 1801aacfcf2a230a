/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "files.h"

#define SYNTAX SOULS_SCENARIO_ERROR_SYNTAX
#define TOO_BIG SOULS_SCENARIO_ERROR_TOO_BIG

static void
test_values (void)
{
  static const char text[] =
    " {\"a\" : [1, -2.5, 1e3, true, false, null, \"x\\n\\u00e9\\ud83d\\ude00\\/\"], \"b\": {}} ";
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) node = souls_json_parse ("f", text, strlen (text), &error);
  JsonArray *array;

  g_assert_no_error (error);
  array = json_object_get_array_member (json_node_get_object (node), "a");
  g_assert_cmpuint (json_array_get_length (array), ==, 7);
  g_assert_cmpint (json_array_get_int_element (array, 0), ==, 1);
  g_assert_cmpfloat (json_array_get_double_element (array, 1), ==, -2.5);
  g_assert_cmpfloat (json_array_get_double_element (array, 2), ==, 1000);
  g_assert_true (json_array_get_boolean_element (array, 3));
  g_assert_false (json_array_get_boolean_element (array, 4));
  g_assert_true (json_array_get_null_element (array, 5));
  g_assert_cmpstr (json_array_get_string_element (array, 6), ==, "x\né😀/");
  g_assert_cmpuint (
    json_object_get_size (json_object_get_object_member (json_node_get_object (node), "b")), ==,
    0);
}

static void
test_numbers (void)
{
  static const struct
  {
    const char *text;
    double value;
  } cases[] = { { "0", 0 },
                { "-0", 0 },
                { "-0.5", -0.5 },
                { "9007199254740993", 9007199254740992.0 },
                { "123456789012345678901234567890", 123456789012345678901234567890.0 },
                { "1E+2", 100 },
                { "4e-3", 0.004 } };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (JsonNode)
        node = souls_json_parse ("f", cases[i].text, strlen (cases[i].text), &error);

      g_assert_no_error (error);
      g_assert_cmpfloat (json_node_get_double (node), ==, cases[i].value);
    }
}

static void
test_syntax_errors (void)
{
  static const struct
  {
    const char *text;
    const char *message;
  } cases[] = {
    { "", "f:1:1: expected a value, found the end of the file" },
    { "  \n ", "f:2:2: expected a value, found the end of the file" },
    { "{", "f:1:2: expected a name in quotation marks, found the end of the file" },
    { "{\"a\" 1}", "f:1:6: expected “:”, found “1”" },
    { "{\"a\":1,}", "f:1:8: expected a name in quotation marks, found “}”" },
    { "{\"a\":1 \"b\":2}", "f:1:8: expected “,” or “}”" },
    { "[1 2]", "f:1:4: expected “,” or “]”, found “2”" },
    { "[1,]", "f:1:4: expected a value, found “]”" },
    { "{\"a\": NaN}", "f:1:7: expected a value, found “NaN”" },
    { "{\"a\":\n Infinity}", "f:2:2: expected a value, found “Infinity”" },
    { "-Infinity", "f:1:2: expected a digit, found “Infinity”" },
    { "1e999", "f:1:1: expected a finite number" },
    { "01", "f:1:2: expected a number without leading zeros" },
    { "1.", "f:1:3: expected a digit after the point" },
    { "1e", "f:1:3: expected a digit of the exponent" },
    { "+1", "f:1:1: expected a value, found “+1”" },
    { ".5", "f:1:1: expected a value" },
    { "truer", "f:1:1: expected a value, found “truer”" },
    { "nul", "f:1:1: expected a value" },
    { "\"abc", "f:1:5: expected the end of a string, found the end of the file" },
    { "\"a\nb\"", "f:1:3: expected the end of the string on its line" },
    { "\"\\x\"", "f:1:3: expected an escape" },
    { "\"\\u00g0\"", "f:1:6: expected four hexadecimal digits" },
    { "\"\\ud800\"", "f:1:2: expected a character, found an escape that stands for none" },
    { "\"\\u0000\"", "f:1:2: expected a character, found an escape that stands for none" },
    { "{\"a\":1,\n\"a\":2}", "f:2:1: expected each name once, found “a” a second time" },
    { "// no\n1", "f:1:1: expected a value, found “/”" },
    { "1 2", "f:1:3: expected the end of the file, found “2”" },
    { "[\"é\", x]", "f:1:7: expected a value, found “x”" },
    { "{'a': 1}", "f:1:2: expected a name in quotation marks, found “'”" },
    { "[\"\xff\"]", "f:1:3: expected UTF-8 text, found the byte 0xff" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (souls_json_parse ("f", cases[i].text, strlen (cases[i].text), &error));
      assert_message (error, SYNTAX, cases[i].message);
    }
}

static void
test_zero_byte (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (souls_json_parse ("f", "[1,\0 2]", 7, &error));
  assert_message (error, SYNTAX, "f:1:4: expected UTF-8 text, found the byte 0x00");
}

static void
test_byte_order_mark (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) node = souls_json_parse ("f", "\xef\xbb\xbf[1]", 6, &error);

  g_assert_no_error (error);
  g_assert_true (JSON_NODE_HOLDS_ARRAY (node));
}

static void
check_depth (const char *open,
             int         depth,
             gboolean    good)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) node = NULL;

  for (int i = 0; i < depth; i++)
    g_string_append (text, open);
  g_string_append (text, "1");
  for (int i = 0; i < depth; i++)
    g_string_append_c (text, *open == '[' ? ']' : '}');
  node = souls_json_parse ("f", text->str, text->len, &error);
  if (good)
    g_assert_no_error (error);
  else
    assert_message (error, TOO_BIG, "expected at most 64 nested brackets, found more");
}

static void
test_depth (void)
{
  static const char *const opens[] = { "[", "{\"a\":" };

  for (gsize i = 0; i < G_N_ELEMENTS (opens); i++)
    {
      check_depth (opens[i], SOULS_JSON_MAX_DEPTH, TRUE);
      check_depth (opens[i], SOULS_JSON_MAX_DEPTH + 1, FALSE);
      check_depth (opens[i], 100000, FALSE);
    }
}

static void
test_unclosed_depth (void)
{
  g_autofree char *text = g_strnfill (100000, '[');
  g_autoptr (GError) error = NULL;

  g_assert_null (souls_json_parse ("f", text, strlen (text), &error));
  assert_message (error, TOO_BIG, "f:1:65: expected at most 64 nested brackets");
}

static void
test_too_many_values (void)
{
  g_autoptr (GString) text = g_string_new ("[0");
  g_autoptr (GError) error = NULL;

  for (int i = 0; i < SOULS_JSON_MAX_VALUES; i++)
    g_string_append (text, ",0");
  g_string_append (text, "]");
  g_assert_null (souls_json_parse ("f", text->str, text->len, &error));
  assert_message (error, TOO_BIG, "expected at most 500000 values, found more");
}

static void
test_every_truncation (void)
{
  static const char text[] = "{\"a\": [1.5e3, \"x\\u00e9é\", true, {\"b\": null}], \"c\": -0.25}";

  for (gsize length = 0; length < strlen (text); length++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *part = g_memdup2 (text, length);

      g_assert_null (souls_json_parse ("f", part != NULL ? part : "", length, &error));
      assert_message (error, SYNTAX, "f:1:");
    }
}

/* Any bytes at all give a value or one line. */
static void
test_random_damage (void)
{
  static const char text[] = "{\"a\": [1.5e3, \"x\\u00e9é\", true, {\"b\": null}], \"c\": -0.25}";
  g_autoptr (GRand) random = g_rand_new_with_seed (7);

  for (int i = 0; i < 20000; i++)
    {
      g_autofree char *bytes = g_memdup2 (text, sizeof text - 1);
      g_autoptr (GError) error = NULL;
      g_autoptr (JsonNode) node = NULL;

      for (int n = g_rand_int_range (random, 1, 4); n > 0; n--)
        bytes[g_rand_int_range (random, 0, sizeof text - 1)] = (char) g_rand_int_range (random, 0,
                                                                                        256);
      node = souls_json_parse ("f", bytes, sizeof text - 1, &error);
      g_assert_true ((node == NULL) == (error != NULL));
      if (error != NULL)
        assert_message (error, SYNTAX, "f:");
    }
}

static void
check_unreadable (const char *path,
                  int         code,
                  const char *part)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (souls_json_read (path, &error));
  assert_message (error, code, part);
  g_assert_nonnull (strstr (error->message, path));
}

static void
test_unreadable (void)
{
  char *folder = make_folder ();
  g_autofree char *missing = g_build_filename (folder, "missing.json", NULL);
  g_autofree char *pipe = g_build_filename (folder, "pipe.json", NULL);

  g_assert_cmpint (mkfifo (pipe, 0600), ==, 0);
  check_unreadable (missing, SOULS_SCENARIO_ERROR_READ, ": No such file or directory");
  check_unreadable (folder, SOULS_SCENARIO_ERROR_READ, ": expected a file, found a folder");
  check_unreadable (pipe, SOULS_SCENARIO_ERROR_READ, ": expected a file, found a pipe");
  check_unreadable ("/dev/zero", SOULS_SCENARIO_ERROR_READ, ": expected a file, found a device");
  remove_folder (folder);
}

static void
test_size (void)
{
  char *folder = make_folder ();
  g_autofree char *path = write_file (folder, "big.json", "1", 1);
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) node = NULL;

  g_assert_cmpint (truncate (path, 100 * 1024 * 1024), ==, 0);
  check_unreadable (path, TOO_BIG, ": expected at most 16 MiB, found more");
  g_assert_cmpint (truncate (path, SOULS_JSON_MAX_BYTES + 1), ==, 0);
  check_unreadable (path, TOO_BIG, ": expected at most 16 MiB, found more");
  g_assert_cmpint (truncate (path, 1), ==, 0);
  node = souls_json_read (path, &error);
  g_assert_no_error (error);
  remove_folder (folder);
}

static void
test_unwritable_name (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (souls_json_read ("/nowhere/a\nb\xff.json", &error));
  assert_message (error, SOULS_SCENARIO_ERROR_READ, "/nowhere/a\\u000ab");
}

static void
test_access (void)
{
  static const char text[] =
    "{\"o\": {}, \"a\": [1], \"n\": 1.5, \"i\": 3, \"s\": \"x\", \"t\": true, \"z\": null}";
  static const char *const names[] = { "o", "a", "n", "i", "s", "t", "z", "missing" };
  static const char *const found[] = { "an object", "an array", "a number", "a number",
                                       "a string",  "true",     "null",     "nothing" };
  g_autoptr (JsonNode) root = souls_json_parse ("f", text, strlen (text), NULL);
  SoulsJsonPlace file = { NULL, "f", -1 };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      SoulsJsonPlace place = { &file, names[i], -1 };
      JsonNode *node = json_object_get_member (json_node_get_object (root), names[i]);
      g_autofree char *message = g_strdup_printf ("f: %s: expected a string, found %s", names[i],
                                                  found[i]);
      g_autoptr (GError) string_error = NULL, number_error = NULL, object_error = NULL,
                         array_error = NULL;
      double number;

      g_assert_true ((souls_json_string (&place, node, &string_error) != NULL) ==
                     (*names[i] == 's'));
      if (string_error != NULL)
        assert_message (string_error, SOULS_SCENARIO_ERROR_FORM, message);
      g_assert_true (souls_json_number (&place, node, &number, &number_error) ==
                     (i == 2 || i == 3));
      g_assert_true ((souls_json_object (&place, node, &object_error) != NULL) == (i == 0));
      g_assert_true ((souls_json_array (&place, node, &array_error) != NULL) == (i == 1));
    }
}

static void
test_integer (void)
{
  SoulsJsonPlace file = { NULL, "f", -1 };
  SoulsJsonPlace place = { &file, "horizon", -1 };
  static const struct
  {
    const char *text;
    const char *message;
  } cases[] = { { "0", "f: horizon: expected a whole number from 1 to 20, found 0" },
                { "21", "found 21" },
                { "1.5", "found 1.5" },
                { "1e300", "found 1e+300" },
                { "true", "found true" } };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (JsonNode)
        node = souls_json_parse ("f", cases[i].text, strlen (cases[i].text), NULL);
      g_autoptr (GError) error = NULL;
      gint64 value;

      g_assert_false (souls_json_integer (&place, node, 1, 20, &value, &error));
      g_assert_nonnull (strstr (error->message, cases[i].message));
    }
}

static void
test_writing_reads_back (void)
{
  static const char text[] =
    "{\"a\": [1, 2.5, null, true, \"é\\u0001\\\"\\\\\"], \"b\": {\"c\": [[], {}]}, \"d\": {}}";
  g_autoptr (JsonNode) node = souls_json_parse ("f", text, strlen (text), NULL);
  g_autoptr (JsonNode) again = NULL;
  g_autoptr (GString) written = g_string_new (NULL);
  g_autoptr (GError) error = NULL;

  souls_json_write_node (written, node, 0);
  again = souls_json_parse ("f", written->str, written->len, &error);
  g_assert_no_error (error);
  g_assert_true (json_node_equal (node, again));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/scenario/json/values", test_values);
  g_test_add_func ("/scenario/json/numbers", test_numbers);
  g_test_add_func ("/scenario/json/syntax-errors", test_syntax_errors);
  g_test_add_func ("/scenario/json/zero-byte", test_zero_byte);
  g_test_add_func ("/scenario/json/byte-order-mark", test_byte_order_mark);
  g_test_add_func ("/scenario/json/depth", test_depth);
  g_test_add_func ("/scenario/json/unclosed-depth", test_unclosed_depth);
  g_test_add_func ("/scenario/json/too-many-values", test_too_many_values);
  g_test_add_func ("/scenario/json/every-truncation", test_every_truncation);
  g_test_add_func ("/scenario/json/random-damage", test_random_damage);
  g_test_add_func ("/scenario/json/unreadable", test_unreadable);
  g_test_add_func ("/scenario/json/size", test_size);
  g_test_add_func ("/scenario/json/unwritable-name", test_unwritable_name);
  g_test_add_func ("/scenario/json/access", test_access);
  g_test_add_func ("/scenario/json/integer", test_integer);
  g_test_add_func ("/scenario/json/writing-reads-back", test_writing_reads_back);
  return g_test_run ();
}
