/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "souls-output.h"
#include "souls-scene.h"
#include "souls-signs.h"

static const struct
{
  const char *text;
  const char *joined;
} rows[] = {
  { "", "" },
  { "profit", "profit" },
  { "−$17.5 bn", "−\u2060$17.5 bn" },
  { "from −$1 m to +$2 m", "from −\u2060$1 m to +\u2060$2 m" },
  { "−€1 m, −£", "−\u2060€1 m, −\u2060£" },
  { "−17.5 %, +2.1 points, − and +", "−17.5 %, +2.1 points, − and +" },
  { "\u200e−$1 m", "\u200e−\u2060$1 m" },
  { "−\u2060$1 m", "−\u2060$1 m" },
  { "$5−", "$5−" },
};

static void
test_join (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *joined = souls_signs_join (rows[i].text);

      g_assert_cmpstr (joined, ==, rows[i].joined);
    }
}

/* One attribute for each joiner, over the sign and the currency. */
static void
test_hold (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      PangoAttrList *list = pango_attr_list_new ();
      gsize added = strlen (rows[i].joined) - strlen (rows[i].text);
      GSList *attributes;

      souls_signs_hold (rows[i].text, list);
      attributes = pango_attr_list_get_attributes (list);
      g_assert_cmpuint (g_slist_length (attributes) * strlen ("\u2060"), ==, added);
      for (GSList *item = attributes; item != NULL; item = item->next)
        {
          const PangoAttribute *attribute = item->data;
          const char *start = rows[i].text + attribute->start_index;

          g_assert_cmpint (attribute->klass->type, ==, PANGO_ATTR_ALLOW_BREAKS);
          g_assert_true (*start == '+' || g_str_has_prefix (start, "−"));
          g_assert_true (g_utf8_next_char (g_utf8_next_char (start)) == rows[i].text + attribute->end_index);
        }
      g_slist_free_full (attributes, (GDestroyNotify) pango_attribute_destroy);
      pango_attr_list_unref (list);
    }
}

/* However narrow: no line of a scene's text ends with a sign, and the text is what was given. */
static void
test_lines (void)
{
  static const char *const text = "Without AWS it made −$17.5 bn in that year, which is +$2.1 bn better";
  g_autoptr (SoulsScene) scene = souls_scene_new ();

  for (int width = 90; width < 500; width++)
    {
      SoulsTextStyle style = { SOULS_COLOR_TEXT, 1.0, .max_width = width, .max_lines = 12 };
      g_autoptr (GBytes) svg = NULL;
      g_autoptr (GError) error = NULL;
      gsize size;
      const char *data;

      souls_scene_reset (scene, 600, 400, 14.0);
      souls_scene_add_text (scene, text, 10.0, 10.0, style);
      g_assert_cmpstr (souls_scene_get_text (scene, 0), ==, text);
      svg = souls_scene_render (scene, souls_theme_get (SOULS_THEME_LIGHT), SOULS_FORMAT_SVG, 1.0, &error);
      g_assert_no_error (error);
      data = g_bytes_get_data (svg, &size);
      g_assert_nonnull (g_strstr_len (data, (gssize) size, "−$17.5"));
      g_assert_nonnull (g_strstr_len (data, (gssize) size, "+$2.1"));
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/plot/signs/join", test_join);
  g_test_add_func ("/plot/signs/hold", test_hold);
  g_test_add_func ("/plot/signs/lines", test_lines);
  return g_test_run ();
}
