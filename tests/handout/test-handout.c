/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>
#include <string.h>

#include "fixture.h"
#include "souls-handout.h"
#include "souls-lessons.h"
#include "souls-picture.h"

/* Nothing may come nearer to the paper's edge, px. */
#define BORDER 30.0
/* Rounding of text extents, px. */
#define SLACK 0.5

static SoulsDataSet *data;
static SoulsPresets *presets;
static SoulsLessons *lessons;

static gboolean
overlap (SoulsBox a,
         SoulsBox b)
{
  return a.x + SLACK < souls_box_right (b) && b.x + SLACK < souls_box_right (a) && a.y + SLACK < souls_box_bottom (b) &&
         b.y + SLACK < souls_box_bottom (a);
}

static SoulsBox
get_picture_box (const SoulsPages *pages,
                 guint             page,
                 guint             index)
{
  const SoulsPicture *picture = souls_pages_get_picture (pages, page, index);

  return (SoulsBox) { picture->x, picture->y, souls_scene_get_width (picture->scene), souls_scene_get_height (picture->scene) };
}

static void
check_inside (const SoulsPages *pages,
              SoulsBox          box,
              const char       *what)
{
  if (box.x >= BORDER - SLACK && box.y >= BORDER - SLACK && souls_box_right (box) <= souls_pages_get_width (pages) - BORDER + SLACK &&
      souls_box_bottom (box) <= souls_pages_get_height (pages) - BORDER + SLACK)
    return;
  g_test_message ("“%s” leaves the page: %g, %g, %g × %g", what, box.x, box.y, box.width, box.height);
  g_test_fail ();
}

static void
check_texts (const SoulsPages *pages,
             guint             page)
{
  const SoulsScene *scene = souls_pages_get_scene (pages, page);
  const guint n = souls_scene_get_n_texts (scene);

  g_assert_cmpuint (n, >, 0);
  for (guint i = 0; i < n; i++)
    {
      const SoulsBox box = souls_scene_get_text_box (scene, i);
      const char *text = souls_scene_get_text (scene, i);

      check_inside (pages, box, text);
      if (souls_scene_get_text_is_cut (scene, i))
        {
          g_test_message ("page %u: “%s” is cut", page + 1, text);
          g_test_fail ();
        }
      for (guint j = 0; j < i; j++)
        if (overlap (box, souls_scene_get_text_box (scene, j)))
          {
            g_test_message ("page %u: “%s” lies over “%s”", page + 1, text, souls_scene_get_text (scene, j));
            g_test_fail ();
          }
      for (guint j = 0; j < souls_pages_get_n_pictures (pages, page); j++)
        if (overlap (box, get_picture_box (pages, page, j)))
          {
            g_test_message ("page %u: “%s” lies over picture %u", page + 1, text, j);
            g_test_fail ();
          }
    }
}

static void
check_pictures (const SoulsPages *pages,
                guint             page)
{
  for (guint i = 0; i < souls_pages_get_n_pictures (pages, page); i++)
    {
      const SoulsPicture *picture = souls_pages_get_picture (pages, page, i);

      check_inside (pages, get_picture_box (pages, page, i), souls_scene_get_finding (picture->scene));
      g_assert_cmpuint (souls_scene_get_n_texts (picture->scene), >, 0);
      for (guint j = 0; j < i; j++)
        g_assert_false (overlap (get_picture_box (pages, page, i), get_picture_box (pages, page, j)));
    }
}

/* The drawn page, whatever drew it: its border stays white. */
static void
check_ink (const SoulsPages *pages,
           guint             page)
{
  const int width = (int) (souls_pages_get_width (pages) / 2.0), height = (int) (souls_pages_get_height (pages) / 2.0);
  const int border = (int) (BORDER / 2.0) - 1;
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, width, height);
  cairo_t *cr = cairo_create (surface);
  const unsigned char *pixels;
  int n_ink = 0, n_border = 0;

  cairo_set_source_rgb (cr, 1.0, 1.0, 1.0);
  cairo_paint (cr);
  cairo_scale (cr, 0.5, 0.5);
  souls_pages_draw (pages, page, cr, souls_theme_get (SOULS_THEME_PRINT));
  cairo_surface_flush (surface);
  pixels = cairo_image_surface_get_data (surface);
  for (int y = 0; y < height; y++)
    for (int x = 0; x < width; x++)
      {
        const unsigned char *pixel = pixels + y * cairo_image_surface_get_stride (surface) + 4 * x;
        const gboolean is_border = x < border || y < border || x >= width - border || y >= height - border;
        const gboolean is_ink = pixel[0] < 250 || pixel[1] < 250 || pixel[2] < 250;

        n_ink += is_ink;
        n_border += is_ink && is_border;
      }
  g_assert_cmpint (n_ink, >, 100);
  g_assert_cmpint (n_border, ==, 0);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

static void
check_pages (const SoulsPages *pages,
             gboolean          with_ink)
{
  for (guint i = 0; i < souls_pages_get_n (pages); i++)
    {
      check_texts (pages, i);
      check_pictures (pages, i);
      if (with_ink)
        check_ink (pages, i);
    }
}

static guint
count_slides (const SoulsLesson *lesson,
              gboolean           answers)
{
  guint n = 1;

  for (int i = 0; i < souls_lesson_get_n_steps (lesson); i++)
    n += 1 + (answers && souls_lesson_get_step (lesson, i)->has_reveal);
  return n;
}

static SoulsPages *
make_scenario (const SoulsScenario *scenario,
               SoulsPaper           paper,
               const SoulsWords    *words)
{
  const SoulsHandoutOptions options = { .paper = paper, .words = words, .version = "1.0" };
  g_autoptr (GError) error = NULL;
  SoulsPages *pages = souls_handout_new_scenario (scenario, data, &options, &error);

  g_assert_no_error (error);
  return pages;
}

static SoulsPages *
make_lesson (const SoulsLesson *lesson,
             SoulsPaper         paper,
             const SoulsWords  *words,
             gboolean           notes,
             gboolean           answers)
{
  const SoulsHandoutOptions options = { .paper = paper, .words = words, .version = "1.0", .notes = notes, .answers = answers };
  g_autoptr (GError) error = NULL;
  SoulsPages *pages = souls_handout_new_lesson (lesson, data, &options, &error);

  g_assert_no_error (error);
  return pages;
}

static void
test_presets (gconstpointer user_data)
{
  const SoulsPaper paper = (SoulsPaper) GPOINTER_TO_INT (user_data);

  for (int i = 0; i < souls_presets_get_n (presets); i++)
    {
      const SoulsPreset *preset = souls_presets_get (presets, i);
      g_autoptr (SoulsPages) pages = make_scenario (preset->scenario, paper, souls_words_plain ());

      g_test_message ("%s: %u pages", preset->id, souls_pages_get_n (pages));
      check_pages (pages, TRUE);
      g_assert_cmpuint (souls_pages_get_n (pages), >=, 3);
      g_assert_cmpuint (souls_pages_get_n (pages), <=, 14);
      g_assert_cmpstr (souls_scene_get_finding (souls_pages_get_scene (pages, 0)), ==,
                       preset->scenario->text[SOULS_SCENARIO_TITLE]);
    }
}

static void
test_lessons (gconstpointer user_data)
{
  const SoulsPaper paper = (SoulsPaper) GPOINTER_TO_INT (user_data);

  for (int i = 0; i < souls_lessons_get_n_shipped (lessons); i++)
    {
      const SoulsLesson *lesson = souls_lessons_get (lessons, i);
      g_autoptr (SoulsPages) pages = make_lesson (lesson, paper, souls_words_plain (), TRUE, TRUE);
      g_autoptr (SoulsPages) bare = make_lesson (lesson, paper, souls_words_plain (), FALSE, FALSE);

      g_test_message ("%s: %u pages, %u without answers", lesson->id, souls_pages_get_n (pages), souls_pages_get_n (bare));
      check_pages (pages, TRUE);
      check_pages (bare, FALSE);
      g_assert_cmpuint (souls_pages_get_n (bare), <, souls_pages_get_n (pages));
      g_assert_cmpuint (souls_pages_get_n (pages), <=, 30);
      if (paper != SOULS_PAPER_SLIDES)
        continue;
      g_assert_cmpuint (souls_pages_get_n (pages), ==, count_slides (lesson, TRUE));
      g_assert_cmpuint (souls_pages_get_n (bare), ==, count_slides (lesson, FALSE));
    }
}

/* What translations do: long words, and the other direction. */
static void
test_languages (void)
{
  const SoulsWords *const words[] = { stage_long_words (), stage_rtl_words () };
  const SoulsPreset *preset = souls_presets_find (presets, "cloud-winter");

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    for (int paper = 0; paper < SOULS_N_PAPERS; paper++)
      {
        g_autoptr (SoulsPages) scenario = make_scenario (preset->scenario, (SoulsPaper) paper, words[i]);
        g_autoptr (SoulsPages) lesson = NULL;

        check_pages (scenario, TRUE);
        g_assert_true (souls_scene_is_mirrored (souls_pages_get_scene (scenario, 0)) == words[i]->rtl);
        /* The long words would be put into expressions too. */
        if (!words[i]->rtl)
          continue;
        lesson = make_lesson (souls_lessons_get (lessons, 1), (SoulsPaper) paper, words[i], TRUE, TRUE);
        check_pages (lesson, TRUE);
      }
}

static gboolean
has_text (const SoulsPages *pages,
          const char       *part)
{
  for (guint i = 0; i < souls_pages_get_n (pages); i++)
    for (guint j = 0; j < souls_scene_get_n_texts (souls_pages_get_scene (pages, i)); j++)
      if (strstr (souls_scene_get_text (souls_pages_get_scene (pages, i), j), part) != NULL)
        return TRUE;
  return FALSE;
}

/* Every driver, and every document that a baseline stands in, is named. */
static void
test_provenance (void)
{
  const SoulsPreset *preset = souls_presets_find (presets, "cloud-winter");
  g_autoptr (SoulsPages) pages = make_scenario (preset->scenario, SOULS_PAPER_A4, souls_words_plain ());

  for (int i = 0; i < SOULS_N_DRIVERS; i++)
    g_assert_true (has_text (pages, souls_driver_info ((SoulsDriver) i)->name));
  g_assert_true (has_text (pages, preset->scenario->text[SOULS_SCENARIO_QUESTION]));
  g_assert_true (has_text (pages, souls_metric_info (souls_rung_metric (preset->scenario->settings.rung))->formula));
  g_assert_true (has_text (pages, "annual report"));
  g_assert_true (has_text (pages, "TS-"));
}

/* Notes and answers only where they are asked for, and nothing that is said of an answer nobody gave. */
static void
test_parts (void)
{
  for (int i = 0; i < souls_lessons_get_n_shipped (lessons); i++)
    {
      const SoulsLesson *lesson = souls_lessons_get (lessons, i);
      g_autoptr (SoulsPages) whole = make_lesson (lesson, SOULS_PAPER_A4, souls_words_plain (), TRUE, TRUE);
      g_autoptr (SoulsPages) bare = make_lesson (lesson, SOULS_PAPER_A4, souls_words_plain (), FALSE, FALSE);
      g_autofree char *time = g_strdup_printf ("%d minutes", lesson->minutes);

      g_assert_true (has_text (whole, "For the speaker"));
      g_assert_true (has_text (whole, "Answers"));
      g_assert_false (has_text (bare, "For the speaker"));
      g_assert_false (has_text (bare, "Answer: "));
      g_assert_true (has_text (bare, time));
      g_assert_false (has_text (whole, "{"));
    }
}

/* A long text of one's own goes on over pages, without a word lost. */
static void
test_long_notes (void)
{
  g_autoptr (SoulsScenario) scenario = souls_scenario_new ();
  g_autoptr (GString) notes = g_string_new (NULL);
  g_autoptr (SoulsPages) pages = NULL;

  for (int i = 0; i < 3000; i++)
    g_string_append_printf (notes, "%sword%d", i > 0 ? i % 1000 == 0 ? "\n" : " " : "", i);
  g_string_append (notes, "\n");
  for (int i = 0; i < 400; i++)
    g_string_append (notes, "endless");
  souls_scenario_set_text (scenario, SOULS_SCENARIO_NOTES, notes->str);
  pages = make_scenario (scenario, SOULS_PAPER_LETTER, souls_words_plain ());
  check_pages (pages, TRUE);
  for (int i = 0; i < 3000; i++)
    {
      g_autofree char *word = g_strdup_printf ("word%d", i);

      g_assert_true (has_text (pages, word));
    }
}

/* The same bytes each time, and the scenario comes back from them. */
static void
test_bytes (void)
{
  const SoulsPreset *preset = souls_presets_find (presets, "cloud-winter");
  const SoulsTheme *theme = souls_theme_get (SOULS_THEME_PRINT);
  GBytes *bytes[2];

  for (int i = 0; i < 2; i++)
    {
      g_autoptr (SoulsPages) pages = make_scenario (preset->scenario, SOULS_PAPER_A4, souls_words_plain ());
      g_autofree char *text = NULL;
      g_autoptr (SoulsScenario) scenario = NULL;
      g_autoptr (GError) error = NULL;
      gsize length, n;
      const char *content;

      bytes[i] = souls_pages_render (pages, theme, &error);
      g_assert_no_error (error);
      content = g_bytes_get_data (bytes[i], &length);
      text = souls_picture_find_scenario ("hand-out", content, length, &n, &error);
      g_assert_no_error (error);
      scenario = souls_scenario_parse ("hand-out", text, n, data, &error);
      g_assert_no_error (error);
      g_assert_cmpfloat (scenario->value[SOULS_DRIVER_AWS_GROWTH], ==, preset->scenario->value[SOULS_DRIVER_AWS_GROWTH]);
    }
  g_assert_true (g_bytes_equal (bytes[0], bytes[1]));
  g_bytes_unref (bytes[0]);
  g_bytes_unref (bytes[1]);
}

/* Another program reads as many pages, and the words on them. */
static void
test_reader (void)
{
  g_autofree char *program = g_find_program_in_path ("pdftotext");
  g_autofree char *path = g_build_filename (g_get_tmp_dir (), "two-souls-handout-test.pdf", NULL);
  g_autoptr (SoulsPages) pages = NULL;
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  const char *argv[] = { program, path, "-", NULL };
  guint n_pages = 0;

  if (program == NULL)
    {
      g_test_skip ("pdftotext is not installed");
      return;
    }
  pages = make_lesson (souls_lessons_get (lessons, 1), SOULS_PAPER_SLIDES, souls_words_plain (), FALSE, TRUE);
  souls_pages_write (pages, souls_theme_get (SOULS_THEME_LIGHT), path, &error);
  g_assert_no_error (error);
  g_spawn_sync (NULL, (char **) argv, NULL, 0, NULL, NULL, &text, NULL, NULL, &error);
  g_assert_no_error (error);
  for (const char *c = text; *c != '\0'; c++)
    n_pages += *c == '\f';
  g_assert_cmpuint (n_pages, ==, souls_pages_get_n (pages));
  g_assert_nonnull (strstr (text, "Draw the line"));
  g_assert_cmpint (g_remove (path), ==, 0);
}

static void
test_bad (void)
{
  const char *const bad[][2] = { { "time-line", "timeline" }, { "timeline/fun", "fan" }, { "", "chart" } };
  g_autoptr (SoulsScenario) scenario = souls_scenario_new ();

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      const char *const charts[] = { "timeline", bad[i][0], NULL };
      const SoulsHandoutOptions options = { .words = souls_words_plain (), .charts = charts };
      g_autoptr (GError) error = NULL;

      g_assert_null (souls_handout_new_scenario (scenario, data, &options, &error));
      g_assert_error (error, SOULS_HANDOUT_ERROR, SOULS_HANDOUT_ERROR_CHART);
      g_assert_nonnull (strstr (error->message, bad[i][1]));
    }
}

static void
test_papers (void)
{
  for (int i = 0; i < SOULS_N_PAPERS; i++)
    {
      SoulsPaper paper;

      g_assert_true (souls_paper_from_id (souls_paper_id ((SoulsPaper) i), &paper));
      g_assert_cmpint (paper, ==, i);
    }
  g_assert_false (souls_paper_from_id ("a5", &(SoulsPaper) { 0 }));
  g_assert_false (souls_paper_from_id (NULL, &(SoulsPaper) { 0 }));
}

static void
load (void)
{
  g_autoptr (GError) error = NULL;

  data = souls_data_set_load_default (&error);
  g_assert_no_error (error);
  presets = souls_presets_load (data, &error);
  g_assert_no_error (error);
  lessons = souls_lessons_load (data, presets, &error);
  g_assert_no_error (error);
}

int
main (int   argc,
      char *argv[])
{
  int status;

  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  load ();
  g_test_add_func ("/handout/papers/round-trip", test_papers);
  g_test_add_func ("/handout/scenario/bad-charts", test_bad);
  g_test_add_func ("/handout/scenario/provenance", test_provenance);
  g_test_add_func ("/handout/lesson/parts", test_parts);
  g_test_add_func ("/handout/pdf/bytes", test_bytes);
  g_test_add_func ("/handout/pdf/reader", test_reader);
  for (int i = 0; i < SOULS_N_PAPERS && stage_has_font (); i++)
    {
      g_autofree char *first = g_strdup_printf ("/handout/scenario/layout/%s", souls_paper_id ((SoulsPaper) i));
      g_autofree char *second = g_strdup_printf ("/handout/lesson/layout/%s", souls_paper_id ((SoulsPaper) i));

      g_test_add_data_func (first, GINT_TO_POINTER (i), test_presets);
      g_test_add_data_func (second, GINT_TO_POINTER (i), test_lessons);
    }
  if (stage_has_font ())
    {
      g_test_add_func ("/handout/layout/languages", test_languages);
      g_test_add_func ("/handout/layout/long-notes", test_long_notes);
    }
  status = g_test_run ();
  souls_lessons_free (lessons);
  souls_presets_free (presets);
  souls_data_set_unref (data);
  return status;
}
