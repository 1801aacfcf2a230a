/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "program.h"
#include "souls-chart.h"
#include "souls-output.h"

static char *
render (const char *name,
        const char *options,
        gsize      *length)
{
  g_autofree char *path = g_build_filename (get_folder (), name, NULL);
  g_autofree char *line = g_strdup_printf ("render %s -o %s", options, path);
  g_auto (Run) result = { 0 };
  g_autoptr (GError) error = NULL;
  char *bytes;

  run_line (&result, line);
  assert_good (&result);
  g_assert_true (g_str_has_prefix (result.out, path));
  g_assert_cmpuint (strlen (result.out), >, strlen (path) + 10);
  g_file_get_contents (path, &bytes, length, &error);
  g_assert_no_error (error);
  return bytes;
}

/* Every chart in every format is there, is what its ending says, and is the same twice. */
static void
test_every_chart_in_every_format (void)
{
  static const char *const starts[] = { "\x89PNG\r\n", "<?xml", "%PDF-", "Name,Value" };

  for (int i = 0; i < SOULS_N_CHARTS * (int) SOULS_N_FORMATS; i++)
    {
      const char *id = souls_chart_id ((SoulsChart) (i / (int) SOULS_N_FORMATS));
      SoulsFormat format = (SoulsFormat) (i % (int) SOULS_N_FORMATS);
      g_autofree char *name = g_strdup_printf ("%s.%s", id, souls_format_id (format));
      g_autofree char *again = g_strdup_printf ("again-%s", name);
      g_autofree char *options = g_strdup_printf (
        "%s --set aws-growth=12 --width 640 --height 400", id);
      gsize length[2];
      g_autofree char *first = render (name, options, &length[0]);
      g_autofree char *second = render (again, options, &length[1]);

      g_assert_cmpuint (length[0], >, format == SOULS_FORMAT_CSV ? 100 : 1000);
      g_assert_true (memcmp (first, starts[format], strlen (starts[format])) == 0);
      g_assert_cmpmem (first, length[0], second, length[1]);
    }
}

/* Every chart at once gives the files that each gives by itself. */
static void
test_all (void)
{
  g_autofree char *folder = g_build_filename (get_folder (), "new", "all", NULL);
  g_autofree char *line = g_strdup_printf ("render --all -o %s --as svg -f json --width 640",
                                           folder);
  g_autoptr (JsonNode) root = run_json (line);
  JsonArray *rows = json_node_get_array (root);

  g_assert_cmpuint (json_array_get_length (rows), ==, SOULS_N_CHARTS);
  for (int i = 0; i < SOULS_N_CHARTS; i++)
    {
      const char *id = souls_chart_id ((SoulsChart) i);
      JsonObject *row = json_array_get_object_element (rows, (guint) i);
      g_autofree char *name = g_strconcat (id, ".svg", NULL);
      g_autofree char *options = g_strconcat (id, " --width 640", NULL);
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autofree char *together = NULL;
      gsize length[2];
      g_autofree char *alone = render ("alone.svg", options, &length[0]);

      g_assert_cmpstr (json_object_get_string_member (row, "chart"), ==, id);
      g_assert_cmpstr (json_object_get_string_member (row, "file"), ==, path);
      g_assert_true (g_file_get_contents (path, &together, &length[1], NULL));
      g_assert_cmpmem (alone, length[0], together, length[1]);
      g_assert_cmpint (json_object_get_int_member (row, "bytes"), ==, (gint64) length[0]);
    }
}

/* A picture says what a file of its scenario says. */
static void
test_scenario_in_picture (void)
{
  g_autofree char *file = write_file ("kept.souls",
                                      "{\"format\": \"two-souls-scenario\", \"version\": 1, \"title\": \"Ünder <&>\","
                                      " \"base_year\": 2022, \"horizon\": 7, \"drivers\": {\"aws-growth\": 3.5},"
                                      " \"stars\": 5}", -1);
  g_auto (Run) wanted = { 0 };

  run (&wanted, "run", file, "--set", "ad-margin=40", "-f", "json", NULL);
  assert_good (&wanted);
  for (int i = 0; i < SOULS_FORMAT_CSV; i++)
    {
      g_autofree char *name = g_strdup_printf ("kept.%s", souls_format_id ((SoulsFormat) i));
      g_autofree char *options = g_strdup_printf ("timeline %s --set ad-margin=40", file);
      gsize length;
      g_autofree char *bytes = render (name, options, &length);
      g_autofree char *path = g_build_filename (get_folder (), name, NULL);
      g_autoptr (SoulsDataSet) data = load_shipped ();
      g_autoptr (SoulsScenario) scenario = souls_scenario_read (path, data, NULL);
      g_auto (Run) found = { 0 };
      g_auto (Run) checked = { 0 };

      run (&found, "run", path, "-f", "json", NULL);
      assert_good (&found);
      g_assert_cmpstr (found.out, ==, wanted.out);
      run (&checked, "validate", path, NULL);
      assert_good (&checked);
      g_assert_cmpstr (scenario->text[SOULS_SCENARIO_TITLE], ==, "Ünder <&>");
      g_assert_cmpint (json_object_get_int_member (scenario->extras, "stars"), ==, 5);
    }
}

/* The base year of a picture stays its own when later data have a later one. */
static void
test_base_year_in_picture (void)
{
  g_autoptr (SoulsDataSet) data = load_shipped ();
  g_autofree char *path = g_build_filename (get_folder (), "plain.svg", NULL);
  gsize length;
  g_autofree char *bytes = render ("plain.svg", "timeline", &length);
  g_autoptr (SoulsScenario) scenario = souls_scenario_read (path, data, NULL);

  g_assert_cmpint (scenario->base_year, ==, souls_data_set_get_last_year (data));
}

static void
test_bad_requests (void)
{
  static const struct
  {
    const char *options;
    const char *expected;
  } rows[] = {
    { "--all", "-o FOLDER" },
    { "timeline", "-o FILE" },
    { "--all -o all --as gif", "--as" },
    { "--all -o all --view drivers", "--view" },
    { "--all -o /dev/null/all", "/dev/null/all" },
    { "timeline -o x.svg --as svg", "--as" },
    { "timeline -o x.gif", ".png, .svg, .pdf or .csv" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *line = g_strdup_printf ("render %s", rows[i].options);
      g_auto (Run) result = { 0 };

      run_line (&result, line);
      assert_bad (&result, rows[i].expected);
    }
}

static guint32
read_big_endian (const char *bytes)
{
  guint32 number;

  memcpy (&number, bytes, sizeof number);
  return GUINT32_FROM_BE (number);
}

static void
test_size_and_scale (void)
{
  gsize length;
  g_autofree char *bytes = render ("size.png", "segments --width 500 --height 300 --scale 2",
                                   &length);

  /* The header chunk of a PNG: width and height after 16 bytes. */
  g_assert_cmpuint (read_big_endian (bytes + 16), ==, 1000);
  g_assert_cmpuint (read_big_endian (bytes + 20), ==, 600);
}

static void
test_every_theme_differs (void)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (int i = 0; i < SOULS_N_THEMES; i++)
    {
      g_autofree char *options = g_strdup_printf ("two-souls --theme %s",
                                                  souls_theme_get ((SoulsThemeId) i)->id);
      gsize length;
      g_autofree char *bytes = render ("theme.svg", options, &length);

      g_assert_true (g_hash_table_add (
        seen, g_compute_checksum_for_data (G_CHECKSUM_SHA256, (guchar *) bytes, length)));
    }
}

static void
test_every_year (void)
{
  for (int year = 2014; year <= 2035; year++)
    {
      g_autofree char *path = g_build_filename (get_folder (), "year.svg", NULL);
      g_autofree char *line = g_strdup_printf ("render with-without -o %s --year %d -f json", path,
                                               year);
      g_autofree char *number = g_strdup_printf ("%d", year);
      g_autoptr (JsonNode) root = run_json (line);
      JsonObject *row = json_array_get_object_element (json_node_get_array (root), 0);

      g_assert_cmpint (json_object_get_int_member (row, "year"), ==, year);
      g_assert_nonnull (strstr (json_object_get_string_member (row, "finding"), number));
      g_assert_cmpint (json_object_get_int_member (row, "bytes"), >, 1000);
    }
}

/* A scenario that moves something is looked at where it ends; else at what was reported last. */
static void
test_default_year (void)
{
  g_autofree char *path = g_build_filename (get_folder (), "default.svg", NULL);
  g_autofree char *still = g_strdup_printf ("render two-souls -o %s -f json", path);
  g_autofree char *moved = g_strdup_printf (
    "render two-souls -o %s -f json --set aws-growth=3 --horizon 7", path);
  g_autoptr (JsonNode) first = run_json (still);
  g_autoptr (JsonNode) second = run_json (moved);

  g_assert_cmpint (json_object_get_int_member (
                     json_array_get_object_element (json_node_get_array (first), 0), "year"),
                   ==, 2025);
  g_assert_cmpint (json_object_get_int_member (
                     json_array_get_object_element (json_node_get_array (second), 0), "year"),
                   ==, 2032);
}

/* The seed says which worlds, the number how many; the same ones twice give the same picture. */
static void
test_worlds (void)
{
  static const char *const options[] = {
    "outcomes --year 2030 --worlds 2000 --seed 3",
    "outcomes --year 2030 --worlds 2000 --seed 4",
    "outcomes --year 2030 --worlds 3000 --seed 3",
  };
  gsize length[4];
  g_autofree char *again = render ("again.svg", options[0], &length[3]);
  char *bytes[3];

  for (guint i = 0; i < G_N_ELEMENTS (options); i++)
    bytes[i] = render ("worlds.svg", options[i], &length[i]);
  g_assert_cmpmem (again, length[3], bytes[0], length[0]);
  g_assert_cmpstr (bytes[0], !=, bytes[1]);
  g_assert_cmpstr (bytes[0], !=, bytes[2]);
  for (guint i = 0; i < G_N_ELEMENTS (options); i++)
    g_free (bytes[i]);
}

/* The catalogue of the tests has a comma for the point, so a chart in its language differs from
 * the English one. */
static void
test_language (void)
{
  g_autofree char *catalogue = NULL;
  g_autofree char *path = NULL;
  gsize size, length[4];
  g_autofree char *english = render ("en.svg", "two-souls --base-year 2024", &length[0]);
  g_autofree char *german = NULL, *austrian = NULL, *back = NULL;

  g_assert_true (
    g_file_get_contents (g_getenv ("TWO_SOULS_TEST_CATALOGUE"), &catalogue, &size, NULL));
  path = write_file ("de/LC_MESSAGES/two-souls.mo", catalogue, (gssize) size);
  german = render ("de.svg", "two-souls --base-year 2024 --lang de", &length[1]);
  /* Where the locale is the bare C one, too. */
  set_variable ("LC_ALL", "C");
  austrian = render ("at.svg", "two-souls --base-year 2024 --lang de_AT", &length[2]);
  set_variable ("LC_ALL", "C.UTF-8");
  set_variable ("LANGUAGE", "de");
  back = render ("back.svg", "two-souls --base-year 2024 --lang en", &length[3]);
  set_variable ("LANGUAGE", NULL);

  g_assert_true (length[0] != length[1] || memcmp (english, german, length[0]) != 0);
  g_assert_cmpmem (german, length[1], austrian, length[2]);
  g_assert_cmpmem (english, length[0], back, length[3]);

  /* A preset's title is in the chart's language. */
  g_free (german);
  g_free (austrian);
  german = render ("preset-de.svg", "timeline cloud-winter --lang de", &length[1]);
  austrian = render ("preset-en.svg", "timeline cloud-winter", &length[2]);
  g_assert_nonnull (g_strstr_len (german, (gssize) length[1], "Wolkenwinter"));
  g_assert_nonnull (g_strstr_len (austrian, (gssize) length[2], "Cloud winter"));
}

int
main (int   argc,
      char *argv[])
{
  int status;

  g_test_init (&argc, &argv, NULL);
  set_up ();
  g_test_add_func ("/cli/render/every-chart-in-every-format", test_every_chart_in_every_format);
  g_test_add_func ("/cli/render/all", test_all);
  g_test_add_func ("/cli/render/scenario-in-picture", test_scenario_in_picture);
  g_test_add_func ("/cli/render/base-year-in-picture", test_base_year_in_picture);
  g_test_add_func ("/cli/render/bad-requests", test_bad_requests);
  g_test_add_func ("/cli/render/size-and-scale", test_size_and_scale);
  g_test_add_func ("/cli/render/every-theme-differs", test_every_theme_differs);
  g_test_add_func ("/cli/render/every-year", test_every_year);
  g_test_add_func ("/cli/render/default-year", test_default_year);
  g_test_add_func ("/cli/render/worlds", test_worlds);
  g_test_add_func ("/cli/render/language", test_language);
  status = g_test_run ();
  clean_up ();
  return status;
}
