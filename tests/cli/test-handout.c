/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "program.h"
#include "souls-lessons.h"

static char *
make_path (const char *name)
{
  return g_build_filename (get_folder (), name, NULL);
}

static void
assert_pdf (const char *path)
{
  g_autofree char *bytes = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (path, &bytes, &length, NULL));
  g_assert_cmpuint (length, >, 1000);
  g_assert_cmpint (memcmp (bytes, "%PDF-", 5), ==, 0);
}

/* A baseline, a preset, a file, a code and a lesson: each a PDF, and how many pages it has is said. */
static void
test_kinds (void)
{
  static const char *const names[] = { NULL, "cloud-winter", "TS-16A90-17J2G-TS", "without-aws", "mine.souls" };
  g_autofree char *file = write_file ("mine.souls", "{\"format\": \"two-souls-scenario\", \"version\": 1, \"title\": \"Mine\"}", -1);
  g_autofree char *out = make_path ("out.pdf");

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      const char *const words[] = { "handout", "-o", out, "--format", "json",
                                    i + 1 == G_N_ELEMENTS (names) ? file : names[i], NULL };
      g_auto (Run) result = { 0 };
      g_autoptr (JsonNode) root = NULL;
      JsonObject *row;

      run_words (&result, words);
      assert_good (&result);
      assert_pdf (out);
      root = json_from_string (result.out, NULL);
      row = json_array_get_object_element (json_node_get_array (root), 0);
      g_assert_cmpint (json_object_get_int_member (row, "pages"), >=, 4);
      g_assert_cmpstr (json_object_get_string_member (row, "file"), ==, out);
    }
}

static int
count_pages (const char *arguments)
{
  g_autofree char *line = g_strdup_printf ("handout %s -o %s/pages.pdf --format json", arguments, get_folder ());
  g_autoptr (JsonNode) root = run_json (line);

  return (int) json_object_get_int_member (json_array_get_object_element (json_node_get_array (root), 0), "pages");
}

/* Slides without answers are a page a step, after the title. */
static void
test_slides (void)
{
  g_autoptr (SoulsDataSet) data = load_shipped ();
  g_autoptr (SoulsPresets) presets = souls_presets_load (data, NULL);
  g_autoptr (SoulsLessons) lessons = souls_lessons_load (data, presets, NULL);

  for (int i = 0; i < souls_lessons_get_n_shipped (lessons); i++)
    {
      const SoulsLesson *lesson = souls_lessons_get (lessons, i);
      g_autofree char *bare = g_strdup_printf ("%s --paper slides --no-answers", lesson->id);
      g_autofree char *whole = g_strdup_printf ("%s --paper slides", lesson->id);

      g_assert_cmpint (count_pages (bare), ==, 1 + souls_lesson_get_n_steps (lesson));
      g_assert_cmpint (count_pages (whole), >, 1 + souls_lesson_get_n_steps (lesson));
    }
  g_assert_cmpint (count_pages ("--paper slides --charts lines,timeline/fan"), ==, 3);
  g_assert_cmpint (count_pages ("--paper slides --charts lines --set aws-growth=0"), ==, 3);
}

static void
test_stable (void)
{
  g_autofree char *out = make_path ("same.pdf");
  char *bytes[2];
  gsize length[2];

  for (int i = 0; i < 2; i++)
    {
      g_auto (Run) result = { 0 };

      run (&result, "handout", "how-sure", "-o", out, NULL);
      assert_good (&result);
      g_assert_true (g_file_get_contents (out, &bytes[i], &length[i], NULL));
    }
  g_assert_cmpmem (bytes[0], length[0], bytes[1], length[1]);
  g_free (bytes[0]);
  g_free (bytes[1]);
}

static const struct
{
  const char *arguments;
  const char *said;
} bad[] = {
  { "", "-o: expected an output file that ends in .pdf" },
  { "-o out.svg", "-o: expected an output file that ends in .pdf" },
  { "-o out.pdf --paper a5", "--paper: expected one of a4, letter, slides" },
  { "-o out.pdf --theme pink", "--theme: expected one of light" },
  { "-o out.pdf --charts timelin", "did you mean" },
  { "-o out.pdf --charts timeline/fun", "view" },
  { "-o out.pdf --charts ,", "--charts: expected charts" },
  { "-o out.pdf --year 1999", "--year" },
  { "-o out.pdf --notes", "--notes: expected a lesson" },
  { "-o out.pdf --no-answers", "--no-answers: expected a lesson" },
  { "-o out.pdf --lang xx", "--lang" },
  { "-o out.pdf without-aws --set aws-growth=1", "--set: expected a scenario" },
  { "-o out.pdf without-aws --charts lines", "--charts: expected a scenario" },
  { "-o out.pdf no-such-thing", "no-such-thing" },
  { "-o out.pdf none.souls-lesson", "none.souls-lesson" },
  { "-o out.pdf a b", "not expected" },
  { "-o /nowhere/out.pdf", "/nowhere/out.pdf" },
};

/* Read as it is, so that what is wrong with its numbers is found only now. */
static const char wrong_lesson[] =
  "<lesson version=\"1\" minutes=\"1\"><title>T</title><summary>S</summary>"
  "<step id=\"one\"><title>T</title><p>It is {no-such-metric 2022}.</p></step></lesson>";

static void
test_wrong_lesson (void)
{
  g_autofree char *path = write_file ("wrong.souls-lesson", wrong_lesson, -1);
  g_autofree char *out = make_path ("wrong.pdf");
  g_auto (Run) result = { 0 };

  run (&result, "handout", path, "-o", out, NULL);
  assert_bad (&result, "wrong.souls-lesson: step “one”");
  g_assert_false (g_file_test (out, G_FILE_TEST_EXISTS));
}

static void
test_bad (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autofree char *line = g_strdup_printf ("handout %s", bad[i].arguments);
      g_auto (Run) result = { 0 };

      g_test_message ("%s", line);
      run_line (&result, line);
      assert_bad (&result, bad[i].said);
    }
}

int
main (int   argc,
      char *argv[])
{
  int status;

  g_test_init (&argc, &argv, NULL);
  set_up ();
  g_test_add_func ("/cli/handout/kinds", test_kinds);
  g_test_add_func ("/cli/handout/slides", test_slides);
  g_test_add_func ("/cli/handout/stable", test_stable);
  g_test_add_func ("/cli/handout/bad", test_bad);
  g_test_add_func ("/cli/handout/wrong-lesson", test_wrong_lesson);
  status = g_test_run ();
  clean_up ();
  return status;
}
