/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <gio/gio.h>
#include <string.h>

#include "files.h"
#include "souls-output.h"
#include "souls-picture.h"
#include "souls-scenario.h"

#define HEAD "{\"format\": \"two-souls-scenario\", \"version\": 1"

/* Short and long, with all that JSON, XML or PDF take for something else. */
static const char *const texts[] = {
  HEAD "}\n",
  HEAD ",\n  \"title\": \"Cloud “winter” ❄ 雲\",\n\t\"notes\": \"a < b && c > d ]]> </metadata> &amp; (é) \\\\ \\n\"\n}\n",
};

static GBytes *
render (const char *text,
        SoulsFormat format)
{
  g_autoptr (SoulsScene) scene = souls_scene_new ();
  g_autoptr (GError) error = NULL;
  GBytes *bytes;

  souls_scene_reset (scene, 120, 80, 12);
  souls_scene_set_finding (scene, "A finding");
  souls_scene_set_description (scene, "A description & more");
  souls_scene_add_rect (scene, (SoulsBox) { 10, 10, 50, 50 }, (SoulsStyle) { .fill = SOULS_COLOR_AWS });
  souls_scene_set_attachment (scene, text != NULL ? SOULS_SCENARIO_FORMAT : NULL, text);
  bytes = souls_scene_render (scene, souls_theme_get (SOULS_THEME_LIGHT), format, 1.0, &error);
  g_assert_no_error (error);
  return bytes;
}

static char *
search (const char *bytes,
        gsize       length,
        GError    **error)
{
  gsize found = 0;
  char *text = souls_picture_find_scenario ("f", bytes, length, &found, error);

  g_assert_true (text == NULL || strlen (text) == found);
  return text;
}

static char *
search_bytes (GBytes  *bytes,
              GError **error)
{
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);

  return search (data, length, error);
}

static char *
make_long_text (void)
{
  g_autoptr (GString) notes = g_string_new (HEAD ", \"notes\": \"");
  g_autoptr (GRand) random = g_rand_new_with_seed (7);

  for (int i = 0; i < 20000; i++)
    g_string_append_unichar (notes, (gunichar) g_rand_int_range (random, 0x3b1, 0x3c9));
  g_string_append (notes, "\"}\n");
  return g_string_free (g_steal_pointer (&notes), FALSE);
}

static void
assert_comes_back (const char *text)
{
  for (int i = 0; i < SOULS_FORMAT_CSV; i++)
    {
      g_autoptr (GBytes) bytes = render (text, (SoulsFormat) i);
      g_autoptr (GBytes) again = render (text, (SoulsFormat) i);
      g_autoptr (GError) error = NULL;
      g_autofree char *found = search_bytes (bytes, &error);

      g_assert_no_error (error);
      g_assert_cmpstr (found, ==, text);
      g_assert_true (g_bytes_equal (bytes, again));
    }
}

static void
test_every_format (void)
{
  g_autofree char *long_text = make_long_text ();

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    assert_comes_back (texts[i]);
  assert_comes_back (long_text);
}

/* Titles hold what neither XML nor a person sees. */
static void
test_every_character (void)
{
  g_autoptr (SoulsDataSet) data = load_shipped ();
  g_autoptr (SoulsScenario) scenario = souls_scenario_new ();
  g_autoptr (GString) title = g_string_new (NULL);
  g_autofree char *text = NULL;

  for (gunichar character = 1; character < 0x250; character++)
    g_string_append_unichar (title, character);
  for (gunichar character = 0xfff0; character <= 0x10010; character++)
    g_string_append_unichar (title, character);
  souls_scenario_set_text (scenario, SOULS_SCENARIO_TITLE, title->str);
  text = souls_scenario_to_text (scenario, NULL);
  assert_comes_back (text);
  for (int i = 0; i < SOULS_FORMAT_CSV; i++)
    {
      g_autoptr (GBytes) bytes = render (text, (SoulsFormat) i);
      g_autoptr (GError) error = NULL;
      g_autoptr (SoulsScenario) again = souls_scenario_parse (
        "f", g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), data, &error);

      g_assert_no_error (error);
      g_assert_true (souls_scenario_equal (scenario, again));
    }
}

static void
test_read_file (void)
{
  static const char *const endings[] = { "png", "svg", "pdf", "souls" };
  g_autoptr (SoulsDataSet) data = load_shipped ();
  char *folder = make_folder ();

  /* Not by the name: a picture that was called otherwise is still one. */
  for (int i = 0; i < SOULS_FORMAT_CSV; i++)
    for (gsize j = 0; j < G_N_ELEMENTS (endings); j++)
      {
        g_autoptr (GBytes) bytes = render (texts[1], (SoulsFormat) i);
        g_autofree char *name = g_strdup_printf ("x%d.%s", i, endings[j]);
        g_autofree char *path = write_file (folder, name, g_bytes_get_data (bytes, NULL),
                                            (gssize) g_bytes_get_size (bytes));
        g_autoptr (GError) error = NULL;
        g_autoptr (SoulsScenario) scenario = souls_scenario_read (path, data, &error);

        g_assert_no_error (error);
        g_assert_cmpstr (scenario->text[SOULS_SCENARIO_TITLE], ==, "Cloud “winter” ❄ 雲");
      }
  remove_folder (folder);
}

static void
test_is_picture (void)
{
  static const struct
  {
    const char *bytes;
    gboolean is_picture;
  } cases[] = {
    { "", FALSE },
    { "{", FALSE },
    { "<", FALSE },
    { "<html>", FALSE },
    { "\x89PNG", FALSE },
    { "\x89PNG\r\n\x1a\n", TRUE },
    { "<svg/>", TRUE },
    { "\xef\xbb\xbf <?xml version=\"1.0\"?><!-- x --><svg>", TRUE },
    { "%PDF-", TRUE },
    { "\xff\xd8\xff", TRUE },
    { "GIF89a", TRUE },
    { "RIFF1234WEBP", TRUE },
    { "RIFF1234WAVE", FALSE },
    { " {\"a\": \"<svg>\"}", FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (souls_picture_is_picture (cases[i].bytes, strlen (cases[i].bytes)), ==,
                     cases[i].is_picture);
}

static void
test_without (void)
{
  static const char *const kinds[] = { "a PNG", "an SVG", "a PDF" };
  static const struct
  {
    const char *bytes;
    const char *message;
  } others[] = {
    { "\xff\xd8\xff\xe0", "f: expected a PNG, SVG or PDF with a scenario in it, found a JPEG" },
    { "GIF89a", "f: expected a PNG, SVG or PDF with a scenario in it, found a GIF" },
    { "RIFF1234WEBPVP8 ", "f: expected a PNG, SVG or PDF with a scenario in it, found a WebP" },
    { "hello", "f: expected a PNG, SVG or PDF with a scenario in it, found none of them" },
  };
  g_autoptr (SoulsDataSet) data = load_shipped ();

  for (int i = 0; i < SOULS_FORMAT_CSV; i++)
    {
      g_autoptr (GBytes) bytes = render (NULL, (SoulsFormat) i);
      g_autofree char *message =
        g_strdup_printf ("f: expected a picture with a scenario in it, found %s without one", kinds[i]);
      g_autoptr (GError) error = NULL;

      g_assert_null (souls_scenario_parse ("f", g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes),
                                           data, &error));
      assert_message (error, SOULS_SCENARIO_ERROR_FORM, message);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (others); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (search (others[i].bytes, strlen (others[i].bytes), &error));
      assert_message (error, SOULS_SCENARIO_ERROR_FORM, others[i].message);
    }
}

/* What is wrong in the scenario is said of the picture. */
static void
test_bad_scenario (void)
{
  g_autoptr (SoulsDataSet) data = load_shipped ();

  for (int i = 0; i < SOULS_FORMAT_CSV; i++)
    {
      g_autoptr (GBytes) bytes = render (HEAD ", \"horizon\": 0}", (SoulsFormat) i);
      g_autoptr (GError) error = NULL;

      g_assert_null (souls_scenario_parse ("f", g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes),
                                           data, &error));
      assert_message (error, SOULS_SCENARIO_ERROR_VALUE,
                      "f: horizon: expected a whole number from 1 to 20, found 0");
    }
}

static void
test_every_truncation (void)
{
  for (int i = 0; i < SOULS_FORMAT_CSV; i++)
    {
      g_autoptr (GBytes) bytes = render (texts[1], (SoulsFormat) i);

      for (gsize cut = 0; cut < g_bytes_get_size (bytes); cut++)
        {
          /* Without what follows it, so that reading past it is found. */
          g_autofree char *part = g_memdup2 (g_bytes_get_data (bytes, NULL), cut);
          g_autoptr (GError) error = NULL;
          g_autofree char *text = search (part, cut, &error);

          if (text == NULL)
            g_assert_error (error, SOULS_SCENARIO_ERROR, (int) error->code);
          else
            g_assert_cmpstr (text, ==, texts[1]);
        }
    }
}

/* Of what has a checksum, a damaged one never passes for another. */
static void
test_every_damaged_byte (void)
{
  static const SoulsFormat formats[] = { SOULS_FORMAT_PNG, SOULS_FORMAT_PDF };
  g_autofree char *long_text = g_strdup_printf (HEAD ", \"notes\": \"%0600d\"}", 7);
  const char *const both[] = { texts[1], long_text };

  for (gsize i = 0; i < G_N_ELEMENTS (formats) * G_N_ELEMENTS (both); i++)
    {
      const char *wanted = both[i / G_N_ELEMENTS (formats)];
      g_autoptr (GBytes) bytes = render (wanted, formats[i % G_N_ELEMENTS (formats)]);
      const gsize length = g_bytes_get_size (bytes);
      g_autofree char *damaged = g_memdup2 (g_bytes_get_data (bytes, NULL), length);

      for (gsize at = 0; at < length; at++)
        for (int bit = 0; bit < 8; bit += 3)
          {
            g_autofree char *text = NULL;

            damaged[at] ^= (char) (1 << bit);
            text = search (damaged, length, NULL);
            if (text != NULL)
              g_assert_cmpstr (text, ==, wanted);
            damaged[at] ^= (char) (1 << bit);
          }
    }
}

static void
test_damage_is_said (void)
{
  static const SoulsFormat formats[] = { SOULS_FORMAT_PNG, SOULS_FORMAT_PDF };

  for (gsize i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      g_autoptr (GBytes) bytes = render (texts[0], formats[i]);
      const gsize length = g_bytes_get_size (bytes);
      g_autofree char *damaged = g_memdup2 (g_bytes_get_data (bytes, NULL), length);
      g_autoptr (GError) error = NULL;
      gsize at = 0;

      while (memcmp (damaged + at, SOULS_SCENARIO_FORMAT, strlen (SOULS_SCENARIO_FORMAT)) != 0)
        at++;
      damaged[at + strlen (SOULS_SCENARIO_FORMAT) + 8] ^= 1;
      g_assert_null (search (damaged, length, &error));
      assert_message (error, SOULS_SCENARIO_ERROR_SYNTAX,
                      "f: expected the scenario of this picture whole, found it damaged");
    }
}

/* As other programs write it that have had the picture in hand. */
static void
test_svg_of_others (void)
{
  static const struct
  {
    const char *svg;
    const char *text;
  } cases[] = {
    { "<svg><metadata>{&quot;two-souls-scenario&quot;: &apos;&#x41;&#66;&#x1F600;&lt;&gt;&amp;}</metadata></svg>",
      "{\"two-souls-scenario\": 'AB😀<>&}" },
    { "<svg><metadata id='a'><rdf:RDF>{}</rdf:RDF></metadata>"
      "<metadata\n id=\"b\">\n<!-- & --><![CDATA[{\"two-souls-scenario\" <&]]> }</metadata></svg>",
      "\n{\"two-souls-scenario\" <& }" },
    { "<svg><metadata>{\"two-souls-scenario\"&unknown;&#0;&#xd800;&;&</metadata></svg>",
      "{\"two-souls-scenario\"&unknown;&#0;&#xd800;&;&" },
    { "<svg><metadata>{\"two-souls-scenario\"}", NULL },
    { "<svg><metadata {\"two-souls-scenario\"", NULL },
    { "<svg><metadata/><text>{\"two-souls-scenario\"}</text></svg>", NULL },
    { "<svg><metadata>\"two-souls-scenario\"</metadata></svg>", NULL },
    { "<svg><metadata><![CDATA[{\"two-souls-scenario\"</metadata></svg>", "{\"two-souls-scenario\"" },
    { "<svg><metadata><![CDATA[</metadata></svg>", NULL },
    { "<svg><metadata><!--</metadata></svg>", NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = search (cases[i].svg, strlen (cases[i].svg), NULL);

      g_assert_cmpstr (text, ==, cases[i].text);
    }
}

static GBytes *
pack (const char *bytes,
      gsize       length)
{
  g_autoptr (GConverter) converter =
    G_CONVERTER (g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_ZLIB, 9));
  g_autoptr (GInputStream) plain = g_memory_input_stream_new_from_data (bytes, (gssize) length, NULL);
  g_autoptr (GInputStream) packed = g_converter_input_stream_new (plain, converter);
  g_autoptr (GOutputStream) memory = g_memory_output_stream_new_resizable ();

  g_output_stream_splice (memory, packed, G_OUTPUT_STREAM_SPLICE_CLOSE_TARGET, NULL, NULL);
  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (memory));
}

/* A program that rewrites a PDF packs its objects, or breaks a long line. */
static void
test_pdf_of_others (void)
{
  g_autoptr (GBytes) code = pack (texts[0], strlen (texts[0]));
  g_autofree char *base64 = g_base64_encode (g_bytes_get_data (code, NULL), g_bytes_get_size (code));
  g_autofree char *broken = g_strdup_printf ("%%PDF-1.4\n<</Keywords (x, two-souls-scenario:%.9s\\\r\n%s)>>",
                                             base64, base64 + 9);
  g_autofree char *keywords = g_strdup_printf ("<</Keywords (two-souls-scenario:%s)>>", base64);
  g_autoptr (GBytes) objects = pack (keywords, strlen (keywords));
  g_autoptr (GString) packed = g_string_new ("%PDF-1.5\n1 0 obj <</Type /ObjStm>> stream\r\nno zlib endstream\n"
                                             "2 0 obj <</Type /ObjStm /Filter /FlateDecode>> stream\n");
  g_autofree char *from_broken = search (broken, strlen (broken), NULL);
  g_autofree char *from_packed = NULL;

  g_string_append_len (packed, g_bytes_get_data (objects, NULL), (gssize) g_bytes_get_size (objects));
  g_string_append (packed, "\nendstream endobj\n%%EOF\n");
  from_packed = search (packed->str, packed->len, NULL);
  g_assert_cmpstr (from_broken, ==, texts[0]);
  g_assert_cmpstr (from_packed, ==, texts[0]);
}

static void
append_number (GString *bytes,
               guint32  number)
{
  const guint32 big = GUINT32_TO_BE (number);

  g_string_append_len (bytes, (const char *) &big, 4);
}

static guint32
compute_crc (const char *bytes,
             gsize       length)
{
  guint32 crc = 0xffffffff;

  for (gsize i = 0; i < length; i++)
    {
      crc ^= (guint8) bytes[i];
      for (int bit = 0; bit < 8; bit++)
        crc = (crc >> 1) ^ ((crc & 1) * 0xedb88320);
    }
  return ~crc;
}

/* A PNG of one chunk iTXt. */
static GString *
make_png (const char *body,
          gsize       length)
{
  GString *png = g_string_new ("\x89PNG\r\n\x1a\n");

  append_number (png, (guint32) length);
  g_string_append (png, "iTXt");
  g_string_append_len (png, body, (gssize) length);
  append_number (png, compute_crc (png->str + 12, length + 4));
  return png;
}

static void
test_hostile_png (void)
{
  static const struct
  {
    const char *body;
    gsize length;
  } bodies[] = {
    { "two-souls-scenario", 18 },        { "two-souls-scenario\0", 19 },
    { "two-souls-scenario\0\0", 20 },    { "two-souls-scenario\0\0\0", 21 },
    { "two-souls-scenario\0\0\0x", 22 }, { "two-souls-scenario\0\1\0\0\0x", 24 },
    { "two-souls-scenario\0\1\1\0\0x", 24 }, { "two-souls-scenario\0\2\0\0\0x", 24 },
  };
  static const char *const lengths[] = { "\xff\xff\xff\xff", "\x7f\xff\xff\xff", "\0\0\0\x19", "\0\0\0\0" };

  for (gsize i = 0; i < G_N_ELEMENTS (bodies); i++)
    {
      g_autoptr (GString) png = make_png (bodies[i].body, bodies[i].length);
      g_autoptr (GError) error = NULL;

      g_assert_null (search (png->str, png->len, &error));
      g_assert_nonnull (error);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (lengths); i++)
    {
      g_autoptr (GString) png = make_png ("two-souls-scenario\0\0\0\0\0{}", 25);
      g_autofree char *text = NULL;

      memcpy (png->str + 8, lengths[i], 4);
      text = search (png->str, png->len, NULL);
      g_assert_cmpint (text != NULL, ==, i == 2);
    }
}

/* A megabyte that unpacks to a gigabyte takes neither the memory nor the time for it. */
static void
test_bombs (void)
{
  const gsize size = 64 * 1024 * 1024;
  g_autofree char *zeros = g_malloc0 (size);
  g_autoptr (GBytes) bomb = pack (zeros, size);
  g_autoptr (GString) body = g_string_new_len ("two-souls-scenario\0\1\0\0\0", 23);
  g_autoptr (GString) pdf = g_string_new ("%PDF-1.5\n");
  g_autoptr (GString) png = NULL;
  g_autoptr (GError) png_error = NULL;
  g_autoptr (GError) pdf_error = NULL;

  g_string_append_len (body, g_bytes_get_data (bomb, NULL), (gssize) g_bytes_get_size (bomb));
  png = make_png (body->str, body->len);
  g_assert_null (search (png->str, png->len, &png_error));
  assert_message (png_error, SOULS_SCENARIO_ERROR_SYNTAX, "found it damaged");
  for (int i = 0; i < 50; i++)
    {
      g_string_append (pdf, "/ObjStm stream\n");
      g_string_append_len (pdf, g_bytes_get_data (bomb, NULL), (gssize) g_bytes_get_size (bomb));
    }
  g_assert_null (search (pdf->str, pdf->len, &pdf_error));
  assert_message (pdf_error, SOULS_SCENARIO_ERROR_SYNTAX, "found it damaged");
}

/* Sixteen megabytes of beginnings that never end are read once, not once for each. */
static void
test_beginnings (void)
{
  static const char *const heads[] = { "<svg>", "<svg>", "<svg>", "%PDF-", "%PDF-", "%PDF-" };
  static const char *const beginnings[] = { "<metadata>", "<metadata", "<metadata><![CDATA[&",
                                            "two-souls-scenario:", "/ObjStm", "/ObjStm stream\nx\x01" };

  for (gsize i = 0; i < G_N_ELEMENTS (beginnings); i++)
    {
      g_autoptr (GString) bytes = g_string_new (heads[i]);

      while (bytes->len < SOULS_JSON_MAX_BYTES)
        g_string_append (bytes, beginnings[i]);
      g_assert_null (search (bytes->str, bytes->len, NULL));
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/scenario/picture/every-format", test_every_format);
  g_test_add_func ("/scenario/picture/every-character", test_every_character);
  g_test_add_func ("/scenario/picture/read-file", test_read_file);
  g_test_add_func ("/scenario/picture/is-picture", test_is_picture);
  g_test_add_func ("/scenario/picture/without", test_without);
  g_test_add_func ("/scenario/picture/bad-scenario", test_bad_scenario);
  g_test_add_func ("/scenario/picture/every-truncation", test_every_truncation);
  g_test_add_func ("/scenario/picture/every-damaged-byte", test_every_damaged_byte);
  g_test_add_func ("/scenario/picture/damage-is-said", test_damage_is_said);
  g_test_add_func ("/scenario/picture/svg-of-others", test_svg_of_others);
  g_test_add_func ("/scenario/picture/pdf-of-others", test_pdf_of_others);
  g_test_add_func ("/scenario/picture/hostile-png", test_hostile_png);
  g_test_add_func ("/scenario/picture/bombs", test_bombs);
  g_test_add_func ("/scenario/picture/beginnings", test_beginnings);
  return g_test_run ();
}
