/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>
#include <string.h>

#include "souls-catalog.h"
#include "souls-plural.h"

#define HEAD "Content-Type: text/plain; charset=UTF-8\nPlural-Forms: nplurals=3; plural=n==1 ? 0 : n<5 ? 1 : 2;\n"

/* Sorted by message, as msgfmt writes them; zeros inside tell the forms of a plural apart. */
static const struct
{
  const char *message;
  gsize message_length;
  const char *translation;
  gsize translation_length;
} entries[] = {
#define ENTRY(message, translation) { message, sizeof message - 1, translation, sizeof translation - 1 }
  ENTRY ("", HEAD),
  ENTRY ("%d year\0%d years", "jedno\0nekolik\0mnoho"),
  ENTRY ("Light", "Hell"),
  ENTRY ("Unfinished", ""),
  ENTRY ("decimal point\004.", ","),
  ENTRY ("name of this language in itself\004English", "Deutsch"),
  ENTRY ("thousands separator\004,", "."),
#undef ENTRY
};

static void
append_number (GByteArray *bytes,
               gboolean    swapped,
               gsize       number)
{
  guint32 value = swapped ? GUINT32_SWAP_LE_BE ((guint32) number) : (guint32) number;

  g_byte_array_append (bytes, (const guint8 *) &value, sizeof value);
}

static GBytes *
make_file (gboolean swapped)
{
  GByteArray *bytes = g_byte_array_new ();
  const gsize n = G_N_ELEMENTS (entries);
  gsize place = 28 + 16 * n;

  append_number (bytes, swapped, 0x950412de);
  append_number (bytes, swapped, 0);
  append_number (bytes, swapped, n);
  append_number (bytes, swapped, 28);
  append_number (bytes, swapped, 28 + 8 * n);
  append_number (bytes, swapped, 0);
  append_number (bytes, swapped, 0);
  for (int table = 0; table < 2; table++)
    for (gsize i = 0; i < n; i++)
      {
        gsize length = table == 0 ? entries[i].message_length : entries[i].translation_length;

        append_number (bytes, swapped, length);
        append_number (bytes, swapped, place);
        place += length + 1;
      }
  for (int table = 0; table < 2; table++)
    for (gsize i = 0; i < n; i++)
      {
        const char *text = table == 0 ? entries[i].message : entries[i].translation;
        gsize length = table == 0 ? entries[i].message_length : entries[i].translation_length;

        g_byte_array_append (bytes, (const guint8 *) text, (guint) length + 1);
      }
  return g_byte_array_free_to_bytes (bytes);
}

static void
test_finds (gconstpointer data)
{
  g_autoptr (GBytes) bytes = make_file (GPOINTER_TO_INT (data));
  g_autoptr (SoulsCatalog) catalog = souls_catalog_new ("de", bytes);

  g_assert_nonnull (catalog);
  g_assert_cmpstr (souls_catalog_find (catalog, NULL, "Light"), ==, "Hell");
  g_assert_null (souls_catalog_find (catalog, NULL, "Dark"));
  g_assert_null (souls_catalog_find (catalog, NULL, "Unfinished"));
  g_assert_null (souls_catalog_find (catalog, NULL, "."));
  g_assert_null (souls_catalog_find (catalog, NULL, ""));
  g_assert_cmpstr (souls_catalog_find (catalog, "decimal point", "."), ==, ",");
  g_assert_cmpstr (souls_catalog_find_plural (catalog, "%d year", 1), ==, "jedno");
  g_assert_cmpstr (souls_catalog_find_plural (catalog, "%d year", 4), ==, "nekolik");
  g_assert_cmpstr (souls_catalog_find_plural (catalog, "%d year", 0), ==, "nekolik");
  g_assert_cmpstr (souls_catalog_find_plural (catalog, "%d year", 5), ==, "mnoho");
  g_assert_null (souls_catalog_find_plural (catalog, "Light", 5));
}

static void
test_words (void)
{
  g_autoptr (GBytes) bytes = make_file (FALSE);
  g_autoptr (SoulsCatalog) german = souls_catalog_new ("de", bytes);
  g_autoptr (SoulsCatalog) persian = souls_catalog_new ("fa_IR", bytes);
  g_autoptr (SoulsCatalog) english = souls_catalog_new ("en", NULL);
  const SoulsWords *words = souls_catalog_get_words (german);
  g_autofree char *number = souls_words_number (words, 1234.5, 1);
  g_autofree char *plain = souls_words_number (souls_catalog_get_words (english), 1234.5, 1);

  g_assert_cmpstr (souls_words_say (words, "Light"), ==, "Hell");
  g_assert_cmpstr (souls_words_say (words, "Dark"), ==, "Dark");
  g_assert_cmpstr (souls_words_say (words, ""), ==, "");
  g_assert_cmpstr (souls_words_say_plural (words, "%d year", "%d years", 2), ==, "nekolik");
  g_assert_cmpstr (souls_words_say_plural (words, "%d day", "%d days", 2), ==, "%d days");
  g_assert_cmpstr (number, ==, "1.234,5");
  g_assert_cmpstr (plain, ==, "1,234.5");
  g_assert_false (words->rtl);
  g_assert_true (souls_catalog_get_words (persian)->rtl);
  g_assert_cmpstr (souls_catalog_get_name (german), ==, "Deutsch");
  g_assert_cmpstr (souls_catalog_get_name (english), ==, "English");
}

/* Cut off anywhere, or with any byte of its head and tables changed, it is no catalogue or one that can be asked. */
static void
test_damaged (void)
{
  g_autoptr (GBytes) whole = make_file (FALSE);
  gsize size;
  const guint8 *data = g_bytes_get_data (whole, &size);

  for (gsize i = 0; i < size; i++)
    {
      g_autoptr (GBytes) cut = g_bytes_new (data, i);
      g_autofree guint8 *copy = g_memdup2 (data, size);
      g_autoptr (GBytes) changed = NULL;
      g_autoptr (SoulsCatalog) none = souls_catalog_new ("de", cut);
      g_autoptr (SoulsCatalog) catalog = NULL;

      g_assert_null (none);
      copy[i] ^= 0xff;
      changed = g_bytes_new (copy, size);
      catalog = souls_catalog_new ("de", changed);
      if (catalog == NULL)
        continue;
      souls_catalog_find (catalog, NULL, "Light");
      souls_catalog_find_plural (catalog, "%d year", 7);
    }
}

static void
write_catalog (const char *folder,
               const char *language)
{
  g_autoptr (GBytes) bytes = make_file (FALSE);
  g_autofree char *messages = g_build_filename (folder, language, "LC_MESSAGES", NULL);
  g_autofree char *path = g_build_filename (messages, "test.mo", NULL);
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  g_assert_cmpint (g_mkdir_with_parents (messages, 0700), ==, 0);
  g_assert_true (g_file_set_contents (path, data, (gssize) size, NULL));
}

static void
remove_catalog (const char *folder,
                const char *language)
{
  g_autofree char *top = g_build_filename (folder, language, NULL);
  g_autofree char *messages = g_build_filename (top, "LC_MESSAGES", NULL);
  g_autofree char *path = g_build_filename (messages, "test.mo", NULL);

  g_unlink (path);
  g_rmdir (messages);
  g_rmdir (top);
}

/* One row each: what is asked for, and the language that answers. */
static const struct
{
  const char *asked;
  const char *found;
} languages[] = {
  { "de", "de" },       { "de_AT", "de" },   { "de_AT.UTF-8", "de" }, { "en", "en" },   { "en_GB", "en" },
  { "fr", NULL },       { "", NULL },        { "../de", NULL },       { "zz", NULL },
};

static void
test_folder (void)
{
  g_autofree char *folder = g_dir_make_tmp ("two-souls-XXXXXX", NULL);
  g_auto (GStrv) list = NULL;
  g_auto (GStrv) none = souls_catalog_list ("/nowhere/at/all", "test");
  g_autofree char *text = NULL;

  write_catalog (folder, "de");
  write_catalog (folder, "ar");
  list = souls_catalog_list (folder, "test");
  text = g_strjoinv (" ", list);
  g_assert_cmpstr (text, ==, "ar de en");
  g_assert_cmpuint (g_strv_length (none), ==, 1);
  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      g_autoptr (SoulsCatalog) catalog = souls_catalog_open (folder, "test", languages[i].asked);

      g_assert_cmpstr (catalog != NULL ? souls_catalog_get_language (catalog) : NULL, ==, languages[i].found);
    }
  remove_catalog (folder, "de");
  remove_catalog (folder, "ar");
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

/* Rules of real languages, each with the forms that some counts take. */
static const struct
{
  const char *language;
  const char *rule;
  unsigned long counts[6];
  unsigned long forms[6];
} rules[] = {
  { "ja", "0;", { 0, 1, 2, 5, 11, 100 }, { 0, 0, 0, 0, 0, 0 } },
  { "de", "n != 1;", { 0, 1, 2, 5, 11, 100 }, { 1, 0, 1, 1, 1, 1 } },
  { "fr", "n>1", { 0, 1, 2, 5, 11, 100 }, { 0, 0, 1, 1, 1, 1 } },
  { "ru", "(n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && (n%100<12 || n%100>14) ? 1 : 2);",
    { 1, 2, 5, 11, 21, 112 }, { 0, 1, 2, 2, 0, 2 } },
  { "ar", "n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n%100>=3 && n%100<=10 ? 3 : n%100>=11 ? 4 : 5;",
    { 0, 1, 2, 3, 11, 100 }, { 0, 1, 2, 3, 4, 5 } },
  { "arithmetic", "!(2*3+4/2-1 == 7) || n - 1 * n", { 0, 1, 2, 3, 4, 5 }, { 0, 0, 0, 0, 0, 0 } },
};

static void
test_rules (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (rules); i++)
    for (guint j = 0; j < G_N_ELEMENTS (rules[i].counts); j++)
      {
        unsigned long form = 99;

        if (!souls_plural_choose (rules[i].rule, rules[i].counts[j], &form) || form != rules[i].forms[j])
          g_error ("%s: %lu takes form %lu, expected %lu", rules[i].language, rules[i].counts[j], form,
                   rules[i].forms[j]);
      }
}

static void
test_bad_rules (void)
{
  static const char *const bad[] = { "", "m", "n ? 1", "(n", "n n", "1 / (n - n)", "n &", "? 1 : 2" };
  g_autofree char *deep = g_strnfill (100000, '(');
  g_autofree char *denied = g_strnfill (100000, '!');
  unsigned long form;

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    if (souls_plural_choose (bad[i], 3, &form))
      g_error ("“%s” is taken for a rule", bad[i]);
  g_assert_false (souls_plural_choose (deep, 3, &form));
  g_assert_false (souls_plural_choose (denied, 3, &form));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/plot/catalog/finds", GINT_TO_POINTER (FALSE), test_finds);
  g_test_add_data_func ("/plot/catalog/finds-in-the-other-byte-order", GINT_TO_POINTER (TRUE), test_finds);
  g_test_add_func ("/plot/catalog/words", test_words);
  g_test_add_func ("/plot/catalog/damaged", test_damaged);
  g_test_add_func ("/plot/catalog/folder", test_folder);
  g_test_add_func ("/plot/catalog/plural-rules", test_rules);
  g_test_add_func ("/plot/catalog/bad-plural-rules", test_bad_rules);
  return g_test_run ();
}
