/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "program.h"
#include "souls-lessons.h"

static char *sample;
static char *cards;

static char *
read_source (const char *folder,
             const char *file)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "..", "..", folder, file, NULL);
  char *text = NULL;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  return text;
}

/* Every text of every lesson that ships can be said, every answer be given, and one option of each choice is right. */
static void
test_shipped (void)
{
  g_autofree char *folder = g_test_build_filename (G_TEST_DIST, "..", "..", "data", "lessons", NULL);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *file;
  int n = 0;

  for (; (file = g_dir_read_name (dir)) != NULL; n++)
    {
      g_autofree char *path = g_build_filename (folder, file, NULL);
      g_auto (Run) result = { 0 };

      g_test_message ("%s", file);
      run (&result, "validate", path, NULL);
      assert_good (&result);
    }
  g_assert_cmpint (n, >, 0);
}

static void
test_lists_shipped (void)
{
  g_autoptr (SoulsDataSet) data = load_shipped ();
  g_autoptr (SoulsPresets) presets = souls_presets_load (data, NULL);
  g_autoptr (SoulsLessons) lessons = souls_lessons_load (data, presets, NULL);
  g_autoptr (JsonNode) root = run_json ("lessons --format json");
  JsonArray *rows = json_node_get_array (root);

  g_assert_cmpuint (json_array_get_length (rows), ==, souls_lessons_get_n_shipped (lessons));
  for (guint i = 0; i < json_array_get_length (rows); i++)
    {
      JsonObject *row = json_array_get_object_element (rows, i);
      const SoulsLesson *lesson = souls_lessons_get (lessons, (int) i);

      g_assert_cmpstr (json_object_get_string_member (row, "id"), ==, lesson->id);
      g_assert_cmpstr (json_object_get_string_member (row, "title"), ==, lesson->title);
      g_assert_cmpint (json_object_get_int_member (row, "minutes"), ==, lesson->minutes);
      g_assert_cmpint (json_object_get_int_member (row, "steps"), ==, souls_lesson_get_n_steps (lesson));
    }
}

static void
test_samples (void)
{
  g_autofree char *lesson = write_file ("good.souls-lesson", sample, -1);
  g_autofree char *other = write_file ("good.xml", cards, -1);
  g_auto (Run) result = { 0 };

  run (&result, "validate", lesson, other, NULL);
  assert_good (&result);
}

/* What the file's form does not show: a part of the sample, what it becomes, and what is said. */
static const struct
{
  const char *old;
  const char *new;
  const char *message;
} faults[] = {
  { "{operating-income-total 2022}", "{operating-income-totl 2022}", "bad.souls-lesson:7:3: step “first”, paragraph 1: character" },
  { "{operating-income-total 2022}", "{operating-income-total 2022", "step “first”, paragraph 1: " },
  { "Wait until", "{wait} until", "step “first”, notes, paragraph 1: " },
  { "How much", "{how} much", "step “first”, question: " },
  { "{gap}", "{gap 2}", "step “first”, reveal, paragraph 1: " },
  { "In fiscal 2022 Amazon", "{gap} Amazon", "step “first”, paragraph 1: " },
  { "answer=\"without-aws 2022\"", "answer=\"without-aws\"", "step “first”, number: " },
  { "low=\"-30000\"", "low=\"25000\"", "step “first”, number: expected an answer from 25000 to 30000" },
  { "left=\"timeline/fan\"", "left=\"timelin\"", "step “first”, left chart: there is no chart “timelin”; did you mean “timeline”?" },
  { "left=\"timeline/fan\"", "left=\"timeline/fun\"", "the chart timeline has no view “fun”; did you mean “fan”?" },
  { "left=\"with-without\"", "left=\"without\"", "step “first”, reveal, left chart: there is no chart" },
  { "2025 >= sales-online", "2025 &lt; sales-online", "step “second”, choice: expected one option whose condition holds, found 2" },
  { "2025 &lt; sales-online", "2025 > sales-online", "step “second”, choice: expected one option whose condition holds, found 0" },
  { "2025 &lt; sales-online", "2025 sales-online", "step “second”, option 1: " },
  { "The shops</option>", "The {shops}</option>", "step “second”, option 1: " },
  { "goal handling-cost without-aws", "goal handling-cost without", "step “fifth”, slider: " },
};

static void
test_faults (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (faults); i++)
    {
      g_auto (GStrv) parts = g_strsplit (sample, faults[i].old, 2);
      g_autofree char *text = g_strjoinv (faults[i].new, parts);
      g_autofree char *path = write_file ("bad.souls-lesson", text, -1);
      g_auto (Run) result = { 0 };

      g_assert_cmpuint (g_strv_length (parts), ==, 2);
      run (&result, "validate", path, NULL);
      assert_bad (&result, faults[i].message);
    }
}

static void
test_card_faults (void)
{
  static const char *const changes[][3] = {
    { "2022 &lt; 0", "2022 > 0", "bad.xml:3:3: argument “cross-subsidy”, true: expected a condition that holds there" },
    { "{without-aws 2025}", "{without-aws}", "argument “cross-subsidy”, false, paragraph 1: " },
    { "left=\"lines\"", "left=\"linse\"", "bad.xml:20:3: argument “other”, true: there is no chart “linse”" },
    { "Nobody", "{nobody}", "argument “other”, who: " },
    { "<who>Nobody", "<whom>Nobody", "bad.xml:" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (changes); i++)
    {
      g_auto (GStrv) parts = g_strsplit (cards, changes[i][0], 2);
      g_autofree char *text = g_strjoinv (changes[i][1], parts);
      g_autofree char *path = write_file ("bad.xml", text, -1);
      g_auto (Run) result = { 0 };

      g_assert_cmpuint (g_strv_length (parts), ==, 2);
      run (&result, "validate", path, NULL);
      assert_bad (&result, changes[i][2]);
    }
}

int
main (int    argc,
      char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  set_up ();
  sample = read_source ("tests/fuzz/lessons", "every-part.souls-lesson");
  cards = read_source ("tests/fuzz/lessons", "cards.xml");
  g_test_add_func ("/cli/lessons/shipped", test_shipped);
  g_test_add_func ("/cli/lessons/lists-shipped", test_lists_shipped);
  g_test_add_func ("/cli/lessons/samples", test_samples);
  g_test_add_func ("/cli/lessons/faults", test_faults);
  g_test_add_func ("/cli/lessons/card-faults", test_card_faults);
  status = g_test_run ();
  clean_up ();
  g_free (sample);
  g_free (cards);
  return status;
}
