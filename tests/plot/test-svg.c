/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <locale.h>
#include <math.h>
#include <string.h>

#include "souls-output.h"
#include "svg-reader.h"

#define WIDTH 400.0
#define HEIGHT 300.0

/* One of each: kinds of marks, ways to be filled and stroked, texts of one line, of two, cut, and
 * with letters that XML keeps for itself. */
static SoulsScene *
make_scene (void)
{
  static const SoulsPoint points[] = { { 20, 120 }, { 60, 130 }, { 90, 150 } };
  SoulsScene *scene = souls_scene_new ();

  souls_scene_reset (scene, WIDTH, HEIGHT, 12.0);
  souls_scene_set_finding (scene, "Profit & <loss>");
  souls_scene_set_description (scene, "Stores lost \"$10.6 bn\"");
  souls_scene_add_rect (scene, (SoulsBox) { 10, 10, 60, 40 },
                        (SoulsStyle) { .fill = SOULS_COLOR_STORES, .hatched = TRUE });
  souls_scene_add_rect (scene, (SoulsBox) { 80, 10, 60, 40 },
                        (SoulsStyle) { .fill = SOULS_COLOR_PRIME, .radius = 3.0,
                                       .round_end = SOULS_END_TOP });
  souls_scene_add_rect (scene, (SoulsBox) { 150, 10, 60, 40 },
                        (SoulsStyle) { .stroke = SOULS_COLOR_GHOST, .dashed = TRUE });
  souls_scene_add_ribbon (scene, 80, 60, 90, 110, 70, 80,
                          (SoulsStyle) { .fill = SOULS_COLOR_AWS, .opacity = 0.5 });
  souls_scene_add_polygon (scene, points, G_N_ELEMENTS (points),
                           (SoulsStyle) { .fill = SOULS_COLOR_SELLERS, .dotted = TRUE });
  souls_scene_add_line (scene, points, G_N_ELEMENTS (points),
                        (SoulsStyle) { .stroke = SOULS_COLOR_COMPANY });
  souls_scene_add_dot (scene, points[1], 4.0, (SoulsStyle) { .fill = SOULS_COLOR_AWS });
  souls_scene_add_dot (scene, points[2], 4.0,
                       (SoulsStyle) { .fill = SOULS_COLOR_AWS, .hatched = TRUE });
  souls_scene_add_text (scene, "A & <B> \"C\"\x01", 10, 200,
                        (SoulsTextStyle) { SOULS_COLOR_STORES, 1.0 });
  souls_scene_add_text (scene, "$12.3", 390, 200,
                        (SoulsTextStyle) { .anchor_x = 1.0, .tabular = TRUE });
  souls_scene_add_text (scene, "Two lines of words that are too long for one", 200, 220,
                        (SoulsTextStyle) { .anchor_x = 0.5, .max_width = 180.0, .max_lines = 3,
                                           .bold = TRUE });
  souls_scene_add_text (scene, "This does not fit and so is cut off at its end", 10, 280,
                        (SoulsTextStyle) { .max_width = 120.0 });
  souls_scene_add_target (scene, &(SoulsTarget) { { 10, 10, 60, 40 }, 1, "Stores & more",
                                                  "−$10 million", 0, 2025 });
  return scene;
}

static GPtrArray *
write_and_read (const SoulsScene *scene,
                SoulsThemeId      theme)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = souls_scene_render (scene, souls_theme_get (theme), SOULS_FORMAT_SVG,
                                                 1.0, &error);

  g_assert_no_error (error);
  return svg_read (bytes);
}

static const SvgElement *
find (const GPtrArray *elements,
      const char      *name,
      guint            index)
{
  for (guint i = 0; i < elements->len; i++)
    if (svg_is (g_ptr_array_index (elements, i), name) && index-- == 0)
      return g_ptr_array_index (elements, i);
  g_error ("there is no <%s>", name);
}

/* It is XML, with all that the scene has, in each theme and for readers from both sides. */
static void
test_whole (void)
{
  for (int theme = 0; theme < SOULS_N_THEMES; theme++)
    for (int mirrored = 0; mirrored < 2; mirrored++)
      {
        g_autoptr (SoulsScene) scene = make_scene ();
        g_autoptr (GPtrArray) elements = NULL;

        if (mirrored)
          souls_scene_mirror (scene);
        elements = write_and_read (scene, (SoulsThemeId) theme);
        svg_check_inside (elements, WIDTH, HEIGHT);
        svg_check_references (elements);
      }
}

static void
test_head (void)
{
  g_autoptr (SoulsScene) scene = make_scene ();
  g_autoptr (GPtrArray) elements = write_and_read (scene, SOULS_THEME_LIGHT);
  const SvgElement *root = g_ptr_array_index (elements, 0);

  g_assert_cmpstr (root->name, ==, "svg");
  g_assert_cmpstr (svg_get (root, "viewBox"), ==, "0 0 400 300");
  g_assert_cmpstr (svg_get (root, "role"), ==, "img");
  g_assert_null (svg_get (root, "xml:lang"));
  g_assert_cmpstr (find (elements, "title", 0)->text->str, ==, "Profit & <loss>");
  g_assert_cmpstr (find (elements, "desc", 0)->text->str, ==, "Stores lost \"$10.6 bn\"");
  /* Of the one target. */
  g_assert_cmpstr (find (elements, "title", 1)->text->str, ==, "Stores & more: −$10 million");
}

static void
test_language (void)
{
  static const struct
  {
    const char *language;
    const char *tag;
  } rows[] = {
    { "de", "de" }, { "pt_BR.UTF-8", "pt-BR" }, { "sr@latin", "sr" }, { NULL, NULL }, { "", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (SoulsScene) scene = make_scene ();
      g_autoptr (GPtrArray) elements = NULL;
      SoulsWords words = *souls_words_plain ();

      words.language = rows[i].language;
      souls_scene_set_words (scene, &words);
      elements = write_and_read (scene, SOULS_THEME_LIGHT);
      g_assert_cmpstr (svg_get (g_ptr_array_index (elements, 0), "xml:lang"), ==, rows[i].tag);
    }
}

/* Texts are text, line by line, where they were laid out; a character that XML has no place for is
 * a blank. */
static void
test_texts (void)
{
  g_autoptr (SoulsScene) scene = make_scene ();
  g_autoptr (GPtrArray) elements = write_and_read (scene, SOULS_THEME_LIGHT);
  const SvgElement *amount = find (elements, "text", 1);
  const SvgElement *first = find (elements, "text", 2);
  const SvgElement *second = find (elements, "text", 3);
  SoulsBox box = souls_scene_get_text_box (scene, 2);
  g_autofree char *words = svg_get_words (elements);

  g_assert_cmpstr (find (elements, "text", 0)->text->str, ==, "A & <B> \"C\"");
  g_assert_cmpstr (amount->text->str, ==, "$12.3");
  g_assert_cmpstr (svg_get (amount, "text-anchor"), ==, "end");
  g_assert_cmpfloat_with_epsilon (svg_get_number (amount, "x"), 390.0, 0.02);
  g_assert_nonnull (strstr (svg_get (amount->parent, "style"), "tnum"));
  g_assert_true (first->parent == second->parent);
  g_assert_cmpstr (svg_get (first->parent, "font-weight"), ==, "bold");
  g_assert_cmpstr (svg_get (first, "text-anchor"), ==, "middle");
  g_assert_cmpfloat_with_epsilon (svg_get_number (first, "x"), 200.0, 0.6);
  g_assert_cmpfloat (svg_get_number (first, "y"), >, box.y + 6.0);
  g_assert_cmpfloat (svg_get_number (second, "y"), >, svg_get_number (first, "y") + 8.0);
  g_assert_cmpfloat (svg_get_number (second, "y"), <, souls_box_bottom (box));
  g_assert_true (g_str_has_prefix (first->text->str, "Two lines"));
  g_assert_false (g_str_has_suffix (first->text->str, " "));
  g_assert_true (g_str_has_suffix (words, "\u2026\n"));
}

/* For who reads from the right a line starts at its right: there it is anchored. */
static void
test_right_to_left (void)
{
  static const double anchors[] = { 0.0, 0.5, 1.0 };
  static const char *const expected[] = { "end", "middle", NULL };
  g_autoptr (SoulsScene) scene = souls_scene_new ();
  g_autoptr (GPtrArray) elements = NULL;

  souls_scene_reset (scene, WIDTH, HEIGHT, 12.0);
  for (guint i = 0; i < G_N_ELEMENTS (anchors); i++)
    souls_scene_add_text (scene, "\u0645\u0631\u062d\u0628\u0627", 200, 40.0 * (i + 1),
                          (SoulsTextStyle) { .anchor_x = anchors[i] });
  elements = write_and_read (scene, SOULS_THEME_LIGHT);
  svg_check_inside (elements, WIDTH, HEIGHT);
  svg_check_texts (elements, scene);
  for (guint i = 0; i < G_N_ELEMENTS (anchors); i++)
    {
      const SvgElement *text = find (elements, "text", i);

      g_assert_cmpstr (svg_get (text, "direction"), ==, "rtl");
      g_assert_cmpstr (svg_get (text, "text-anchor"), ==, expected[i]);
      g_assert_cmpfloat_with_epsilon (svg_get_number (text, "x"), 200.0, 0.6);
    }
}

static guint
count (const GPtrArray *elements,
       const char      *name)
{
  guint n = 0;

  for (guint i = 0; i < elements->len; i++)
    n += svg_is (g_ptr_array_index (elements, i), name);
  return n;
}

/* A pattern for each that is used and for no other (a hatched dot is a ring); a clip for each mark
 * that has one. */
static void
test_patterns (void)
{
  static const struct
  {
    SoulsThemeId theme;
    guint patterns;
  } rows[] = {
    { SOULS_THEME_LIGHT, 2 }, { SOULS_THEME_DARK, 2 },
    /* Prime has its own hatch there. */
    { SOULS_THEME_PRINT, 3 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (SoulsScene) scene = make_scene ();
      g_autoptr (GPtrArray) elements = write_and_read (scene, rows[i].theme);

      g_assert_cmpuint (count (elements, "pattern"), ==, rows[i].patterns);
      g_assert_cmpuint (count (elements, "clipPath"), ==, rows[i].patterns);
    }
}

/* The decimal point is a point where people write a comma. */
static void
test_locale (void)
{
  g_autoptr (SoulsScene) scene = make_scene ();
  const SoulsTheme *theme = souls_theme_get (SOULS_THEME_LIGHT);
  g_autoptr (GBytes) expected = souls_scene_render (scene, theme, SOULS_FORMAT_SVG, 1.0, NULL);
  g_autoptr (GBytes) bytes = NULL;

  if (setlocale (LC_NUMERIC, "de_DE.UTF-8") == NULL)
    {
      g_test_skip ("the locale de_DE.UTF-8 is not installed");
      return;
    }
  bytes = souls_scene_render (scene, theme, SOULS_FORMAT_SVG, 1.0, NULL);
  setlocale (LC_NUMERIC, "C");
  g_assert_true (g_bytes_equal (bytes, expected));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/plot/svg/whole", test_whole);
  g_test_add_func ("/plot/svg/head", test_head);
  g_test_add_func ("/plot/svg/language", test_language);
  g_test_add_func ("/plot/svg/texts", test_texts);
  g_test_add_func ("/plot/svg/right-to-left", test_right_to_left);
  g_test_add_func ("/plot/svg/patterns", test_patterns);
  g_test_add_func ("/plot/svg/locale", test_locale);
  return g_test_run ();
}
