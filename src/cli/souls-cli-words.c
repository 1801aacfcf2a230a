/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "souls-config.h"

#include "souls-cli-words.h"

#include <glib/gi18n.h>
#include <libintl.h>
#include <locale.h>
#include <string.h>

#include "souls-json.h"
#include "souls-text.h"

/* What the msgids are written in. */
#define OWN_LANGUAGE "en"

static const char *const right_to_left[] = { "ar", "dv", "fa", "he", "ku",
                                             "ps", "ug", "ur", "yi", NULL };

static const char *
get_locale_dir (void)
{
  const char *folder = g_getenv ("TWO_SOULS_LOCALEDIR");

  return folder != NULL ? folder : SOULS_LOCALE_DIR;
}

static gboolean
is_plain (const char *locale)
{
  return locale == NULL || strcmp (locale, "C") == 0 || strcmp (locale, "POSIX") == 0;
}

/**
 * souls_cli_words_init:
 *
 * Takes the user's language from the environment. Numbers that are read and written stay those of
 * the C locale.
 */
void
souls_cli_words_init (void)
{
  setlocale (LC_ALL, "");
  setlocale (LC_NUMERIC, "C");
  /* Arguments are UTF-8 where no locale says otherwise, as in a script's bare environment. */
  if (is_plain (setlocale (LC_CTYPE, NULL)))
    setlocale (LC_CTYPE, "C.UTF-8");
  bindtextdomain (GETTEXT_PACKAGE, get_locale_dir ());
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
}

static gboolean
has_catalogue (const char *language)
{
  g_autofree char *path = g_build_filename (get_locale_dir (), language, "LC_MESSAGES",
                                            GETTEXT_PACKAGE ".mo", NULL);

  return g_file_test (path, G_FILE_TEST_IS_REGULAR);
}

static int
compare_languages (gconstpointer a,
                   gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

static char *
list_languages (void)
{
  g_autoptr (GPtrArray) languages = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GDir) dir = g_dir_open (get_locale_dir (), 0, NULL);
  const char *name;

  g_ptr_array_add (languages, g_strdup (OWN_LANGUAGE));
  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (has_catalogue (name))
      g_ptr_array_add (languages, g_strdup (name));
  g_ptr_array_sort (languages, compare_languages);
  g_ptr_array_add (languages, NULL);
  return g_strjoinv (", ", (char **) languages->pdata);
}

/* "de_AT.UTF-8" is spoken where there is "de_AT" or "de". */
static gboolean
is_spoken (const char *language)
{
  g_auto (GStrv) variants = g_get_locale_variants (language);

  if (*language == '\0' || strchr (language, '/') != NULL)
    return FALSE;
  for (char **variant = variants; *variant != NULL; variant++)
    if (strcmp (*variant, OWN_LANGUAGE) == 0 || has_catalogue (*variant))
      return TRUE;
  return FALSE;
}

/**
 * souls_cli_words_set_language:
 * @language: "de", "pt_BR", …
 * @error: a value error that names the languages that there are
 *
 * Speaks another language than that of the user's locale.
 *
 * Returns: whether there is such a translation
 */
gboolean
souls_cli_words_set_language (const char *language,
                              GError    **error)
{
  g_autofree char *languages = NULL;
  g_autofree char *quote = NULL;

  if (is_spoken (language))
    {
      /* gettext asks LANGUAGE only where the locale is not the plain C one. */
      if (is_plain (setlocale (LC_MESSAGES, NULL)))
        setlocale (LC_MESSAGES, "C.UTF-8");
      g_setenv ("LANGUAGE", language, TRUE);
      /* Binding again makes gettext forget what it looked up. */
      textdomain (GETTEXT_PACKAGE);
      return TRUE;
    }
  languages = list_languages ();
  quote = souls_text_quote (language);
  souls_json_complain (NULL, error, SOULS_SCENARIO_ERROR_VALUE,
                       "--lang: expected one of %s, found %s", languages, quote);
  return FALSE;
}

static const char *
translate (const char *msgid)
{
  /* An empty message id would give the header of the catalogue. */
  return *msgid != '\0' ? gettext (msgid) : msgid;
}

static const char *
translate_plural (const char    *singular,
                  const char    *plural,
                  unsigned long  n)
{
  return ngettext (singular, plural, n);
}

/* Only a language that is in use turns the chart: without its catalogue the words are English. */
static gboolean
is_right_to_left (void)
{
  const char *language = g_get_language_names ()[0];
  g_autofree char *short_name = g_strndup (language, strcspn (language, "_.@"));

  return g_strv_contains (right_to_left, short_name) && has_catalogue (short_name);
}

/**
 * souls_cli_words:
 *
 * Returns: (transfer none): the words of the language that is spoken
 */
const SoulsWords *
souls_cli_words (void)
{
  static SoulsWords words;

  words.translate = translate;
  words.translate_plural = translate_plural;
  words.decimal_point = C_("decimal point", ".");
  words.group_separator = C_("thousands separator", ",");
  words.rtl = is_right_to_left ();
  return &words;
}
