/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "souls-catalog.h"

#include <gio/gio.h>
#include <glib/gi18n.h>
#include <string.h>

#include "souls-plural.h"

/* GNU gettext, section "The Format of GNU MO Files": a head of 32-bit numbers, and two tables of a length and a place
 * each, the messages sorted. */
#define MAGIC 0x950412deu
#define HEAD_SIZE 20
#define ENTRY_SIZE 8
#define CONTEXT_END '\004'

#define PLURAL_RULE "plural="

static const char *const right_to_left[] = { "ar", "dv", "fa", "he", "ku",
                                             "ps", "ug", "ur", "yi", NULL };

/* @bytes: NULL for the language of the messages */
struct _SoulsCatalog
{
  char *language;
  GBytes *bytes;
  const char *data;
  gsize size;
  gboolean swapped;
  guint32 n_messages;
  guint32 messages;
  guint32 translations;
  const char *plural_rule;
  SoulsWords words;
};

static guint32
read_number (const SoulsCatalog *self,
             gsize               at)
{
  guint32 number;

  memcpy (&number, self->data + at, sizeof number);
  return self->swapped ? GUINT32_SWAP_LE_BE (number) : number;
}

/* @length: without the zero at the end */
static const char *
get_text (const SoulsCatalog *self,
          guint32             table,
          guint32             index,
          gsize              *length)
{
  const gsize entry = table + (gsize) index * ENTRY_SIZE;

  if (length != NULL)
    *length = read_number (self, entry);
  return self->data + read_number (self, entry + 4);
}

static gboolean
check_table (const SoulsCatalog *self,
             guint32             table)
{
  if (table > self->size || self->n_messages > (self->size - table) / ENTRY_SIZE)
    return FALSE;
  for (guint32 i = 0; i < self->n_messages; i++)
    {
      const gsize entry = table + (gsize) i * ENTRY_SIZE;
      const gsize end = (gsize) read_number (self, entry) + read_number (self, entry + 4);

      if (end >= self->size || self->data[end] != '\0')
        return FALSE;
    }
  return TRUE;
}

/* Everything that is looked up later lies inside the file, and ends there. */
static gboolean
read_head (SoulsCatalog *self)
{
  if (self->size < HEAD_SIZE)
    return FALSE;
  self->swapped = read_number (self, 0) != MAGIC;
  if (read_number (self, 0) != MAGIC)
    return FALSE;
  self->n_messages = read_number (self, 8);
  self->messages = read_number (self, 12);
  self->translations = read_number (self, 16);
  return check_table (self, self->messages) && check_table (self, self->translations);
}

static gboolean
find_index (const SoulsCatalog *self,
            const char         *key,
            guint32            *index)
{
  guint32 low = 0, high = self->n_messages;

  while (low < high)
    {
      const guint32 middle = low + (high - low) / 2;
      const int order = strcmp (key, get_text (self, self->messages, middle, NULL));

      if (order == 0)
        {
          *index = middle;
          return TRUE;
        }
      if (order < 0)
        high = middle;
      else
        low = middle + 1;
    }
  return FALSE;
}

/**
 * souls_catalog_find:
 * @context: (nullable): what tells the message from others of the same words
 * @msgid: a message; that of a plural by its singular
 *
 * Looks a message up.
 *
 * Returns: (transfer none) (nullable): its translation, or %NULL where there is none
 */
const char *
souls_catalog_find (const SoulsCatalog *self,
                    const char         *context,
                    const char         *msgid)
{
  g_autofree char *key = NULL;
  const char *text;
  guint32 index;

  /* The empty message is the catalogue's head. */
  if (self->bytes == NULL || *msgid == '\0')
    return NULL;
  if (context != NULL)
    key = g_strdup_printf ("%s%c%s", context, CONTEXT_END, msgid);
  if (!find_index (self, key != NULL ? key : msgid, &index))
    return NULL;
  text = get_text (self, self->translations, index, NULL);
  return *text != '\0' ? text : NULL;
}

/**
 * souls_catalog_find_plural:
 * @msgid: a message, by its singular
 * @n: how many
 *
 * Looks up the form of a message that goes with a count.
 *
 * Returns: (transfer none) (nullable): the translation, or %NULL where there is none
 */
const char *
souls_catalog_find_plural (const SoulsCatalog *self,
                           const char         *msgid,
                           unsigned long       n)
{
  unsigned long form = n != 1;
  const char *text, *end;
  gsize length;
  guint32 index;

  if (self->bytes == NULL || *msgid == '\0' || !find_index (self, msgid, &index))
    return NULL;
  if (self->plural_rule != NULL)
    souls_plural_choose (self->plural_rule, n, &form);
  text = get_text (self, self->translations, index, &length);
  end = text + length;
  /* The forms stand one behind the other, each ended by a zero. */
  for (; form > 0; form--)
    {
      text += strlen (text) + 1;
      if (text > end)
        return NULL;
    }
  return *text != '\0' ? text : NULL;
}

static void
read_plural_rule (SoulsCatalog *self)
{
  guint32 index;

  if (find_index (self, "", &index))
    self->plural_rule = strstr (get_text (self, self->translations, index, NULL), PLURAL_RULE);
  if (self->plural_rule != NULL)
    self->plural_rule += strlen (PLURAL_RULE);
}

/**
 * souls_catalog_is_right_to_left:
 * @language: a code, with or without a region
 *
 * Returns: whether the language is written from right to left
 */
gboolean
souls_catalog_is_right_to_left (const char *language)
{
  g_autofree char *short_name = g_strndup (language, strcspn (language, "_.@"));

  return g_strv_contains (right_to_left, short_name);
}

static const char *
find_or (const SoulsCatalog *self,
         const char         *context,
         const char         *msgid)
{
  const char *found = souls_catalog_find (self, context, msgid);

  return found != NULL ? found : msgid;
}

static void
set_words (SoulsCatalog *self)
{
  self->words = *souls_words_plain ();
  if (self->bytes == NULL)
    return;
  self->words.catalog = self;
  self->words.language = self->language;
  self->words.decimal_point = find_or (self, "decimal point", ".");
  self->words.group_separator = find_or (self, "thousands separator", ",");
  self->words.rtl = souls_catalog_is_right_to_left (self->language);
}

/**
 * souls_catalog_new:
 * @language: its code: "de", "pt_BR", …
 * @bytes: a compiled translation (.mo) in UTF-8
 *
 * Takes a translation that was read.
 *
 * Returns: (transfer full) (nullable): the catalogue, or %NULL where it is none
 */
SoulsCatalog *
souls_catalog_new (const char *language,
                   GBytes     *bytes)
{
  g_autoptr (SoulsCatalog) self = g_new0 (SoulsCatalog, 1);

  self->language = g_strdup (language);
  if (bytes != NULL)
    {
      self->bytes = g_bytes_ref (bytes);
      self->data = g_bytes_get_data (bytes, &self->size);
      if (!read_head (self))
        return NULL;
      read_plural_rule (self);
    }
  set_words (self);
  return g_steal_pointer (&self);
}

void
souls_catalog_free (SoulsCatalog *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_free (self->language);
  g_free (self);
}

static char *
get_path (const char *folder,
          const char *domain,
          const char *language)
{
  g_autofree char *name = g_strconcat (domain, ".mo", NULL);

  return g_build_filename (folder, language, "LC_MESSAGES", name, NULL);
}

static SoulsCatalog *
read_file (const char *folder,
           const char *domain,
           const char *language)
{
  g_autofree char *path = get_path (folder, domain, language);
  g_autoptr (GMappedFile) file = g_mapped_file_new (path, FALSE, NULL);
  g_autoptr (GBytes) bytes = file != NULL ? g_mapped_file_get_bytes (file) : NULL;

  return bytes != NULL ? souls_catalog_new (language, bytes) : NULL;
}

/**
 * souls_catalog_open:
 * @folder: a folder of translations: LANGUAGE/LC_MESSAGES/DOMAIN.mo
 * @domain: whose messages
 * @language: a code, with or without a region: "de", "de_AT.UTF-8"
 *
 * Reads the words of a language.
 *
 * Returns: (transfer full) (nullable): them, or %NULL where there is no such translation
 */
SoulsCatalog *
souls_catalog_open (const char *folder,
                    const char *domain,
                    const char *language)
{
  g_auto (GStrv) variants = NULL;

  /* It becomes part of a path. */
  if (*language == '\0' || strchr (language, '/') != NULL)
    return NULL;
  variants = g_get_locale_variants (language);
  for (char **variant = variants; *variant != NULL; variant++)
    {
      SoulsCatalog *self = strcmp (*variant, SOULS_CATALOG_OWN_LANGUAGE) == 0
                             ? souls_catalog_new (*variant, NULL)
                             : read_file (folder, domain, *variant);

      if (self != NULL)
        return self;
    }
  return NULL;
}

static int
compare_languages (gconstpointer a,
                   gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/**
 * souls_catalog_list:
 * @folder: a folder of translations
 * @domain: whose messages
 *
 * Finds the languages there are.
 *
 * Returns: (transfer full): their codes, sorted, "en" always among them
 */
char **
souls_catalog_list (const char *folder,
                    const char *domain)
{
  g_autoptr (GPtrArray) languages = g_ptr_array_new ();
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  g_ptr_array_add (languages, g_strdup (SOULS_CATALOG_OWN_LANGUAGE));
  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = get_path (folder, domain, name);

      if (strcmp (name, SOULS_CATALOG_OWN_LANGUAGE) != 0 && g_file_test (path, G_FILE_TEST_IS_REGULAR))
        g_ptr_array_add (languages, g_strdup (name));
    }
  g_ptr_array_sort (languages, compare_languages);
  g_ptr_array_add (languages, NULL);
  return (char **) g_ptr_array_free (g_steal_pointer (&languages), FALSE);
}

/**
 * souls_catalog_get_language:
 *
 * Returns: (transfer none): the code of the language
 */
const char *
souls_catalog_get_language (const SoulsCatalog *self)
{
  return self->language;
}

/**
 * souls_catalog_get_name:
 *
 * Returns: (transfer none): the language's name in itself; its code where the translation does not say
 */
const char *
souls_catalog_get_name (const SoulsCatalog *self)
{
  /* Translators: the name of your language in your language, such as Deutsch or العربية. */
  static const char *const name = NC_("name of this language in itself", "English");
  const char *found = souls_catalog_find (self, "name of this language in itself", name);

  if (self->bytes == NULL)
    return name;
  return found != NULL ? found : self->language;
}

/**
 * souls_catalog_get_words:
 *
 * The language as charts take it; a message without a translation stays as it is written.
 *
 * Returns: (transfer none): the words, for as long as the catalogue
 */
const SoulsWords *
souls_catalog_get_words (const SoulsCatalog *self)
{
  return &self->words;
}
