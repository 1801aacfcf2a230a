/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "souls-config.h"

#include "souls-app-words.h"

#include <adwaita.h>
#include <glib/gi18n.h>
#include <langinfo.h>
#include <locale.h>

#define NARROW_SPACE "\u202f"

static const char *
translate (const char *msgid)
{
  /* An empty message id would give the header of the catalogue. */
  return *msgid != '\0' ? gettext (msgid) : msgid;
}

static const char *
translate_plural (const char *singular, const char *plural, unsigned long n)
{
  return ngettext (singular, plural, n);
}

static gboolean
has_locale (void)
{
  const char *locale = setlocale (LC_NUMERIC, NULL);

  return locale != NULL && !g_str_equal (locale, "C") && !g_str_has_prefix (locale, "C.") &&
         !g_str_equal (locale, "POSIX");
}

/* The locale's own text in UTF-8, or NULL where it has none. */
static const char *
ask_locale (nl_item item)
{
  g_autofree char *text = NULL;

  if (!has_locale ())
    return NULL;
  text = g_locale_to_utf8 (nl_langinfo (item), -1, NULL, NULL, NULL);
  return text != NULL && *text != '\0' ? g_intern_string (text) : NULL;
}

static void
find_separators (SoulsWords *words)
{
  words->decimal_point = ask_locale (RADIXCHAR);
  words->group_separator = ask_locale (THOUSEP);
  if (words->decimal_point == NULL)
    words->decimal_point = C_("decimal point", ".");
  if (words->group_separator == NULL)
    words->group_separator = C_("thousands separator", ",");
  if (g_str_equal (words->group_separator, words->decimal_point))
    words->group_separator = NARROW_SPACE;
}

/**
 * souls_app_locale_dir:
 *
 * The folder of translations: not installed, they are found in the build folder.
 *
 * Returns: (transfer none): the folder
 */
const char *
souls_app_locale_dir (void)
{
  const char *dir = g_getenv ("TWO_SOULS_LOCALEDIR");

  return dir != NULL ? dir : SOULS_LOCALE_DIR;
}

/**
 * souls_app_words:
 *
 * The reader's language as the process has it: gettext, the separators of the locale, the direction
 * of the widgets. For the main thread, after the locale is set and GTK is initialised.
 *
 * Returns: (transfer none): the words; they live as long as the program
 */
const SoulsWords *
souls_app_words (void)
{
  static SoulsWords words;

  if (words.translate == NULL)
    {
      find_separators (&words);
      words.translate_plural = translate_plural;
      words.translate = translate;
    }
  words.rtl = gtk_widget_get_default_direction () == GTK_TEXT_DIR_RTL;
  return &words;
}

/**
 * souls_app_theme:
 *
 * The theme of charts that goes with how the windows look at present.
 *
 * Returns: (transfer none): the theme
 */
const SoulsTheme *
souls_app_theme (void)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();
  gboolean dark = adw_style_manager_get_dark (manager);

  if (adw_style_manager_get_high_contrast (manager))
    return souls_theme_get (dark ? SOULS_THEME_HIGH_CONTRAST_DARK : SOULS_THEME_HIGH_CONTRAST);
  return souls_theme_get (dark ? SOULS_THEME_DARK : SOULS_THEME_LIGHT);
}

/**
 * souls_group_color:
 *
 * The soul that a group of drivers belongs to: the stores, AWS, or both.
 *
 * Returns: the role of its colour
 */
SoulsColor
souls_group_color (SoulsGroup group)
{
  switch (group)
    {
    case SOULS_GROUP_AWS:
      return SOULS_COLOR_AWS;
    case SOULS_GROUP_HORIZON:
    case SOULS_GROUP_CASH:
      return SOULS_COLOR_COMPANY;
    default:
      return SOULS_COLOR_STORES;
    }
}
