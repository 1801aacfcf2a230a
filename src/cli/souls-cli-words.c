/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "souls-config.h"

#include "souls-cli-words.h"

#include <glib/gi18n.h>
#include <libintl.h>
#include <locale.h>
#include <string.h>

#include "souls-catalog.h"
#include "souls-json.h"
#include "souls-text.h"

/* What --lang asked for, for as long as the program runs; NULL: the locale's. */
static SoulsCatalog *chosen;

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

/**
 * souls_cli_words_set_language:
 * @language: "de", "pt_BR", …
 * @error: a value error that names the languages that there are
 *
 * Speaks another language in charts than that of the user's locale.
 *
 * Returns: whether there is such a translation
 */
gboolean
souls_cli_words_set_language (const char *language,
                              GError    **error)
{
  SoulsCatalog *catalog = souls_catalog_open (get_locale_dir (), GETTEXT_PACKAGE, language);
  g_auto (GStrv) languages = NULL;
  g_autofree char *list = NULL;
  g_autofree char *quote = NULL;

  if (catalog != NULL)
    {
      souls_catalog_free (chosen);
      chosen = catalog;
      return TRUE;
    }
  languages = souls_catalog_list (get_locale_dir (), GETTEXT_PACKAGE);
  list = g_strjoinv (", ", languages);
  quote = souls_text_quote (language);
  souls_json_complain (NULL, error, SOULS_SCENARIO_ERROR_VALUE,
                       "--lang: expected one of %s, found %s", list, quote);
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

/* Without a catalogue the words are English, wherever the user is. */
static const char *
find_language (void)
{
  g_autoptr (SoulsCatalog) catalog =
    souls_catalog_open (get_locale_dir (), GETTEXT_PACKAGE, g_get_language_names ()[0]);

  return catalog != NULL ? g_intern_string (souls_catalog_get_language (catalog))
                         : SOULS_CATALOG_OWN_LANGUAGE;
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

  if (chosen != NULL)
    return souls_catalog_get_words (chosen);
  words.translate = translate;
  words.translate_plural = translate_plural;
  words.decimal_point = C_("decimal point", ".");
  words.group_separator = C_("thousands separator", ",");
  words.language = find_language ();
  words.rtl = souls_catalog_is_right_to_left (words.language);
  return &words;
}
