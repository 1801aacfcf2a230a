/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "souls-config.h"

#include <glib/gi18n.h>
#include <locale.h>

#include "souls-app-words.h"
#include "souls-application.h"

int
main (int    argc,
      char **argv)
{
  g_autoptr (SoulsApplication) application = NULL;

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, souls_app_locale_dir ());
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  g_set_application_name (_("Two Souls"));

  application = souls_application_new ();

  return g_application_run (G_APPLICATION (application), argc, argv);
}
