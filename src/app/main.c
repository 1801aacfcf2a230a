/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "souls-config.h"

#include <glib/gi18n.h>
#include <locale.h>

#include "souls-application.h"

/* Not installed, the translations are found in the build folder. */
static const char *
locale_dir (void)
{
  const char *dir = g_getenv ("TWO_SOULS_LOCALEDIR");

  return dir != NULL ? dir : SOULS_LOCALE_DIR;
}

int
main (int    argc,
      char **argv)
{
  g_autoptr (SoulsApplication) application = NULL;

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, locale_dir ());
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  g_set_application_name (_("Two Souls"));

  application = souls_application_new ();

  return g_application_run (G_APPLICATION (application), argc, argv);
}
