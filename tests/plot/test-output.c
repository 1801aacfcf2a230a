/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>
#include <math.h>
#include <string.h>

#include "souls-output.h"

static SoulsScene *
make_scene (double width,
            double height)
{
  SoulsScene *scene = souls_scene_new ();

  souls_scene_reset (scene, width, height, 12.0);
  souls_scene_set_finding (scene, "Profit & <loss>");
  souls_scene_set_description (scene, "Stores lost \"$10.6 bn\"");
  souls_scene_add_rect (scene, (SoulsBox) { 10, 10, 60, 40 },
                        (SoulsStyle) { .fill = SOULS_COLOR_STORES, .hatched = TRUE });
  souls_scene_add_ribbon (scene, 80, 10, 40, 110, 20, 30,
                          (SoulsStyle) { .fill = SOULS_COLOR_AWS, .opacity = 0.5 });
  souls_scene_add_text (scene, "Stores", 10, 60, (SoulsTextStyle) { SOULS_COLOR_STORES, 1.0 });
  return scene;
}

static guint32
read_big_endian (const guint8 *bytes)
{
  guint32 value;

  memcpy (&value, bytes, sizeof value);
  return GUINT32_FROM_BE (value);
}

/* Two scenes made alike in one process give the same bytes, in each format and theme. */
static void
test_stable (void)
{
  for (int f = 0; f < SOULS_N_FORMATS; f++)
    for (int t = 0; t < SOULS_N_THEMES; t++)
      {
        g_autoptr (SoulsScene) first = make_scene (120, 80);
        g_autoptr (SoulsScene) second = make_scene (120, 80);
        const SoulsTheme *theme = souls_theme_get ((SoulsThemeId) t);
        g_autoptr (GError) error = NULL;
        g_autoptr (GBytes) a = souls_scene_render (first, theme, (SoulsFormat) f, 1.0, &error);
        g_autoptr (GBytes) b = souls_scene_render (second, theme, (SoulsFormat) f, 1.0, &error);
        g_autoptr (GBytes) c = souls_scene_render (first, theme, (SoulsFormat) f, 1.0, &error);

        g_assert_no_error (error);
        g_assert_cmpuint (g_bytes_get_size (a), >, f == SOULS_FORMAT_CSV ? 10 : 200);
        g_assert_true (g_bytes_equal (a, b));
        g_assert_true (g_bytes_equal (a, c));
      }
}

static void
test_png_size (void)
{
  static const double scales[] = { 1.0, 1.5, 2.0, 3.0 };

  for (guint i = 0; i < G_N_ELEMENTS (scales); i++)
    {
      g_autoptr (SoulsScene) scene = make_scene (120, 80);
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) bytes = souls_scene_render (scene, souls_theme_get (SOULS_THEME_LIGHT),
                                                     SOULS_FORMAT_PNG, scales[i], &error);
      const guint8 *png = g_bytes_get_data (bytes, NULL);

      g_assert_no_error (error);
      g_assert_cmpmem (png, 8, "\x89PNG\r\n\x1a\n", 8);
      g_assert_cmpuint (read_big_endian (png + 16), ==, (guint32) (120 * scales[i]));
      g_assert_cmpuint (read_big_endian (png + 20), ==, (guint32) (80 * scales[i]));
      g_assert_cmpmem (png + 37, 4, "pHYs", 4);
      g_assert_cmpuint (read_big_endian (png + 41), ==,
                        (guint32) lround (96.0 / 0.0254 * scales[i]));
    }
}

typedef struct
{
  const guint8 *bytes;
  gsize left;
} Reader;

static cairo_status_t
read_cb (void          *data,
         unsigned char *bytes,
         unsigned int   n)
{
  Reader *reader = data;

  if (reader->left < n)
    return CAIRO_STATUS_READ_ERROR;
  memcpy (bytes, reader->bytes, n);
  reader->bytes += n;
  reader->left -= n;
  return CAIRO_STATUS_SUCCESS;
}

/* What was written is read again (a wrong check sum of the density would stop that), and is opaque
 * on the theme's paper. */
static void
test_png_content (void)
{
  for (int t = 0; t < SOULS_N_THEMES; t++)
    {
      const SoulsTheme *theme = souls_theme_get ((SoulsThemeId) t);
      const SoulsRgba *paper = &theme->color[SOULS_COLOR_PAPER];
      g_autoptr (SoulsScene) scene = make_scene (120, 80);
      g_autoptr (GBytes) bytes = souls_scene_render (scene, theme, SOULS_FORMAT_PNG, 1.0, NULL);
      Reader reader = { g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes) };
      cairo_surface_t *surface = cairo_image_surface_create_from_png_stream (read_cb, &reader);
      guint32 corner;

      g_assert_cmpint (cairo_surface_status (surface), ==, CAIRO_STATUS_SUCCESS);
      g_assert_cmpint (cairo_image_surface_get_format (surface), ==, CAIRO_FORMAT_RGB24);
      corner = *(const guint32 *) (gpointer) cairo_image_surface_get_data (surface) & 0xffffffu;
      g_assert_cmpuint (corner >> 16, ==, (guint32) lround (paper->red * 255.0));
      g_assert_cmpuint (corner & 0xffu, ==, (guint32) lround (paper->blue * 255.0));
      cairo_surface_destroy (surface);
    }
}

/* What the picture says goes with it, in UTF-8; there is no date in it. */
static void
test_png_words (void)
{
  g_autoptr (SoulsScene) scene = make_scene (120, 80);
  g_autoptr (GBytes) bytes = NULL;
  gsize size;
  const guint8 *png;
  g_autoptr (GString) chunks = g_string_new (NULL);

  souls_scene_set_finding (scene, "−$10.6\u202fbn");
  bytes = souls_scene_render (scene, souls_theme_get (SOULS_THEME_LIGHT), SOULS_FORMAT_PNG, 1.0,
                              NULL);
  png = g_bytes_get_data (bytes, &size);
  for (gsize at = 8; at < size; at += 12 + read_big_endian (png + at))
    {
      g_string_append_len (chunks, (const char *) png + at + 4, 4);
      if (memcmp (png + at + 4, "iTXt", 4) == 0)
        {
          const char *key = (const char *) png + at + 8;
          guint32 length = read_big_endian (png + at);
          gsize head = strlen (key) + 5;

          g_string_append_printf (chunks, "(%s: %.*s)", key, (int) (length - head), key + head);
        }
      g_string_append_c (chunks, ' ');
    }
  g_assert_cmpstr (chunks->str, ==,
                   "IHDR pHYs iTXt(Title: −$10.6\u202fbn) "
                   "iTXt(Description: Stores lost \"$10.6 bn\") iTXt(Software: Two Souls) "
                   "IDAT IEND ");
}

static void
test_svg (void)
{
  g_autoptr (SoulsScene) scene = make_scene (120, 80);
  g_autoptr (GBytes) bytes = souls_scene_render (scene, souls_theme_get (SOULS_THEME_LIGHT),
                                                 SOULS_FORMAT_SVG, 2.0, NULL);
  g_autofree char *svg = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  g_autoptr (GMarkupParseContext) context = NULL;
  const GMarkupParser parser = { 0 };
  g_autoptr (GError) error = NULL;

  g_assert_nonnull (strstr (svg, "width=\"120\" height=\"80\""));
  g_assert_nonnull (strstr (svg, ">Profit &amp; &lt;loss&gt;</title>"));
  g_assert_nonnull (strstr (svg, ">Stores lost &quot;$10.6 bn&quot;</desc>"));
  context = g_markup_parse_context_new (&parser, 0, NULL, NULL);
  g_markup_parse_context_parse (context, svg, -1, &error);
  g_assert_no_error (error);
  g_markup_parse_context_end_parse (context, &error);
  g_assert_no_error (error);
}

/* A PDF holds zeros, at which the string functions would stop. */
static gboolean
has_bytes (GBytes     *bytes,
           const char *needle)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);
  gsize length = strlen (needle);

  for (gsize i = 0; i + length <= size; i++)
    if (memcmp (data + i, needle, length) == 0)
      return TRUE;
  return FALSE;
}

static void
test_pdf (void)
{
  g_autoptr (SoulsScene) scene = make_scene (120, 80);
  g_autoptr (GBytes) bytes = souls_scene_render (scene, souls_theme_get (SOULS_THEME_PRINT),
                                                 SOULS_FORMAT_PDF, 2.0, NULL);

  g_assert_true (has_bytes (bytes, "%PDF-"));
  g_assert_true (has_bytes (bytes, "/Title (Profit & <loss>)"));
  g_assert_true (has_bytes (bytes, "/Subject (Stores lost \"$10.6 bn\")"));
  g_assert_true (has_bytes (bytes, "/Author (Two Souls)"));
  g_assert_true (has_bytes (bytes, "/Creator (Two Souls)"));
  g_assert_true (has_bytes (bytes, "20260101000000"));
  g_assert_false (has_bytes (bytes, "/ModDate"));
  g_assert_true (has_bytes (bytes, "[ 0 0 90 60 ]"));
}

static const char *
translate (const char *msgid)
{
  return g_str_equal (msgid, "Value") ? "Wert, genau" : msgid;
}

/* Words can be marked and searched for. */
static void
test_pdf_text (void)
{
  g_autofree char *program = g_find_program_in_path ("pdftotext");
  g_autoptr (SoulsScene) scene = make_scene (400, 80);
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp (NULL, &error);
  g_autofree char *path = g_build_filename (folder, "chart.pdf", NULL);
  const char *const command[] = { program, path, "-", NULL };
  g_autofree char *text = NULL;
  int status;

  g_assert_no_error (error);
  if (program != NULL)
    {
      souls_scene_add_text (scene, "−$10.6 bn without AWS", 100, 60,
                            (SoulsTextStyle) { .em = 1.0 });
      souls_scene_write (scene, souls_theme_get (SOULS_THEME_LIGHT), SOULS_FORMAT_PDF, 1.0, path,
                         &error);
      g_assert_no_error (error);
      g_spawn_sync (NULL, (char **) command, NULL, G_SPAWN_DEFAULT, NULL, NULL, &text, NULL,
                    &status, &error);
      g_assert_no_error (error);
      g_assert_true (g_spawn_check_wait_status (status, NULL));
      g_assert_nonnull (strstr (text, "Stores"));
      g_assert_nonnull (strstr (text, "−$10.6 bn without AWS"));
      g_assert_cmpint (g_unlink (path), ==, 0);
    }
  else
    {
      g_test_skip ("pdftotext (Debian: poppler-utils) is not installed");
    }
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

/* A field with a comma, a quote or a line end is quoted; what has no year has none; heads are in
 * the reader's language. */
/* Whether bytes are somewhere in a file. */
static gboolean
contains (GBytes     *bytes,
          const char *word)
{
  const gsize length = strlen (word);
  gsize n;
  const char *data = g_bytes_get_data (bytes, &n);

  for (gsize at = 0; at + length <= n; at++)
    if (memcmp (data + at, word, length) == 0)
      return TRUE;
  return FALSE;
}

/* What a file carries does not change the picture, and is gone with the next layout. */
static void
test_attachment (void)
{
  static const char *const names[] = { "iTXtkey-word", "-key-word\">a &lt; b\n\tc&#13;</metadata>",
                                       "/Keywords (key-word:" };
  const SoulsTheme *theme = souls_theme_get (SOULS_THEME_LIGHT);
  const char *name;

  for (int i = 0; i < SOULS_N_FORMATS; i++)
    {
      g_autoptr (SoulsScene) scene = make_scene (120, 80);
      g_autoptr (GBytes) before = souls_scene_render (scene, theme, (SoulsFormat) i, 1.0, NULL);
      g_autoptr (GBytes) with = NULL;
      g_autoptr (GBytes) after = NULL;

      souls_scene_set_attachment (scene, "key-word", "a < b\n\tc\r");
      g_assert_cmpstr (souls_scene_get_attachment (scene, &name), ==, "a < b\n\tc\r");
      g_assert_cmpstr (name, ==, "key-word");
      with = souls_scene_render (scene, theme, (SoulsFormat) i, 1.0, NULL);
      souls_scene_set_attachment (scene, "key-word", NULL);
      after = souls_scene_render (scene, theme, (SoulsFormat) i, 1.0, NULL);
      g_assert_false (contains (before, "key-word"));
      g_assert_true (g_bytes_equal (before, after));
      if (i == SOULS_FORMAT_CSV)
        g_assert_true (g_bytes_equal (before, with));
      else
        g_assert_true (contains (with, names[i]));
      souls_scene_set_attachment (scene, "key-word", "x");
      souls_scene_reset (scene, 10, 10, 12);
      g_assert_null (souls_scene_get_attachment (scene, &name));
      g_assert_null (name);
    }
}

static void
test_csv (void)
{
  g_autoptr (SoulsScene) scene = make_scene (120, 80);
  const SoulsTheme *theme = souls_theme_get (SOULS_THEME_LIGHT);
  SoulsWords words = *souls_words_plain ();
  g_autofree char *tabbed = NULL;
  g_autoptr (GBytes) plain = NULL;
  g_autoptr (GBytes) bytes = NULL;
  static const char english[] = "Name,Value,Fiscal year\r\n";
  static const char expected[] =
    "Name,\"Wert, genau\",Fiscal year\r\n"
    "\"AWS, fiscal 2025\",\"$45,606 million, reported\",2025\r\n"
    "\"The \"\"rest\"\"\",−$1,\r\n";

  plain = souls_scene_render (scene, theme, SOULS_FORMAT_CSV, 1.0, NULL);
  g_assert_cmpmem (g_bytes_get_data (plain, NULL), g_bytes_get_size (plain), english,
                   strlen (english));
  souls_scene_add_target (scene, &(SoulsTarget) { { 0, 0, 9, 9 }, 1, "AWS, fiscal 2025",
                                                  "$45,606 million, reported", 3, 2025 });
  souls_scene_add_target (scene, &(SoulsTarget) { { 0, 0, 9, 9 }, 2, "The \"rest\"", "−$1" });
  words.translate = translate;
  souls_scene_set_words (scene, &words);
  bytes = souls_scene_render (scene, theme, SOULS_FORMAT_CSV, 1.0, NULL);
  g_assert_cmpmem (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), expected,
                   strlen (expected));
  tabbed = souls_scene_to_tabbed (scene);
  g_assert_cmpstr (tabbed, ==, "AWS, fiscal 2025\t$45,606 million, reported\n"
                               "The \"rest\"\t−$1\n");
}

static void
test_formats (void)
{
  static const struct
  {
    const char *path;
    SoulsFormat format;
  } good[] = {
    { "a.png", SOULS_FORMAT_PNG }, { "/tmp/a b.SVG", SOULS_FORMAT_SVG },
    { "x.png.pdf", SOULS_FORMAT_PDF }, { "table.Csv", SOULS_FORMAT_CSV },
  };
  static const char *const bad[] = { "", "png", "a.gif", "a.png.", "a" };

  for (guint i = 0; i < G_N_ELEMENTS (good); i++)
    {
      SoulsFormat format = SOULS_N_FORMATS;
      g_autoptr (GError) error = NULL;

      g_assert_true (souls_format_from_path (good[i].path, &format, &error));
      g_assert_no_error (error);
      g_assert_cmpint (format, ==, good[i].format);
    }
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      SoulsFormat format = SOULS_N_FORMATS;
      g_autoptr (GError) error = NULL;

      g_assert_false (souls_format_from_path (bad[i], &format, &error));
      g_assert_error (error, SOULS_PLOT_ERROR, SOULS_PLOT_ERROR_FORMAT);
      g_assert_nonnull (strstr (error->message, ".png, .svg, .pdf or .csv"));
    }
  for (int f = 0; f < SOULS_N_FORMATS; f++)
    {
      g_autofree char *path = g_strconcat ("chart.", souls_format_id ((SoulsFormat) f), NULL);
      SoulsFormat format = SOULS_N_FORMATS;

      g_assert_true (souls_format_from_path (path, &format, NULL));
      g_assert_cmpint (format, ==, f);
      g_assert_nonnull (strchr (souls_format_mime (format), '/'));
      format = SOULS_N_FORMATS;
      g_assert_true (souls_format_from_id (souls_format_id ((SoulsFormat) f), &format));
      g_assert_cmpint (format, ==, f);
    }
}

static void
test_size_errors (void)
{
  static const struct
  {
    double width;
    double height;
    double scale;
  } rows[] = {
    { 0, 80, 1 }, { 120, 0, 1 }, { 120, 80, 0 }, { 120, 80, -1 }, { 120, 80, NAN },
    { 40000, 80, 1 }, { 120, 80, 1000 }, { 30000, 30000, 1 }, { 120, 80, HUGE_VAL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (SoulsScene) scene = make_scene (rows[i].width, rows[i].height);
      g_autoptr (GError) error = NULL;

      g_assert_null (souls_scene_render (scene, souls_theme_get (SOULS_THEME_LIGHT),
                                         SOULS_FORMAT_PNG, rows[i].scale, &error));
      g_assert_error (error, SOULS_PLOT_ERROR, SOULS_PLOT_ERROR_SIZE);
    }
}

/* A file that is there is replaced whole; nothing else is left in the folder; a folder that isn't
 * there is an error that names it. */
static void
test_write (void)
{
  g_autoptr (SoulsScene) scene = make_scene (120, 80);
  const SoulsTheme *theme = souls_theme_get (SOULS_THEME_LIGHT);
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp (NULL, &error);
  g_autofree char *path = g_build_filename (folder, "chart.svg", NULL);
  g_autofree char *nowhere = g_build_filename (folder, "missing", "chart.svg", NULL);
  g_autofree char *written = NULL;
  g_autoptr (GBytes) expected = NULL;
  g_autoptr (GDir) dir = NULL;
  gsize size;

  g_assert_no_error (error);
  g_assert_true (g_file_set_contents (path, "old", -1, NULL));
  g_assert_true (souls_scene_write (scene, theme, SOULS_FORMAT_SVG, 1.0, path, &error));
  g_assert_no_error (error);
  expected = souls_scene_render (scene, theme, SOULS_FORMAT_SVG, 1.0, NULL);
  g_assert_true (g_file_get_contents (path, &written, &size, NULL));
  g_assert_cmpmem (written, size, g_bytes_get_data (expected, NULL), g_bytes_get_size (expected));
  dir = g_dir_open (folder, 0, NULL);
  g_assert_cmpstr (g_dir_read_name (dir), ==, "chart.svg");
  g_assert_null (g_dir_read_name (dir));

  g_assert_false (souls_scene_write (scene, theme, SOULS_FORMAT_SVG, 1.0, nowhere, &error));
  g_assert_error (error, SOULS_PLOT_ERROR, SOULS_PLOT_ERROR_WRITE);
  g_assert_true (g_str_has_prefix (error->message, nowhere));
  g_assert_null (strchr (error->message, '\n'));

  g_assert_cmpint (g_unlink (path), ==, 0);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/plot/output/stable", test_stable);
  g_test_add_func ("/plot/output/png-size", test_png_size);
  g_test_add_func ("/plot/output/png-content", test_png_content);
  g_test_add_func ("/plot/output/png-words", test_png_words);
  g_test_add_func ("/plot/output/svg", test_svg);
  g_test_add_func ("/plot/output/pdf-text", test_pdf_text);
  g_test_add_func ("/plot/output/attachment", test_attachment);
  g_test_add_func ("/plot/output/csv", test_csv);
  g_test_add_func ("/plot/output/pdf", test_pdf);
  g_test_add_func ("/plot/output/formats", test_formats);
  g_test_add_func ("/plot/output/size-errors", test_size_errors);
  g_test_add_func ("/plot/output/write", test_write);
  return g_test_run ();
}
