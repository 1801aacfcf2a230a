/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "souls-config.h"

#include <glib/gi18n.h>

#include "souls-compat.h"

typedef struct
{
  SoulsFileChosen chosen;
  gpointer data;
} Choice;

static void
dialog_responded_cb (GtkNativeDialog *dialog,
                     int              response,
                     Choice          *choice)
{
  if (response == GTK_RESPONSE_ACCEPT)
    {
      g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));

      if (file != NULL)
        choice->chosen (file, choice->data);
    }

  g_free (choice);
  g_object_unref (dialog);
}

static void
add_filters (GtkFileChooser *chooser)
{
  g_autoptr (GtkFileFilter) scenarios = gtk_file_filter_new ();
  g_autoptr (GtkFileFilter) all = gtk_file_filter_new ();

  gtk_file_filter_set_name (scenarios, _("Scenarios"));
  gtk_file_filter_add_pattern (scenarios, "*.souls");
  gtk_file_chooser_add_filter (chooser, scenarios);

  gtk_file_filter_set_name (all, _("All files"));
  gtk_file_filter_add_pattern (all, "*");
  gtk_file_chooser_add_filter (chooser, all);
}

static void
ask (GtkFileChooserNative *dialog,
     SoulsFileChosen       chosen,
     gpointer              data)
{
  Choice *choice = g_new (Choice, 1);

  choice->chosen = chosen;
  choice->data = data;
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  /* The dialog is ours until it has been answered; it goes with its parent, and then answers too. */
  g_signal_connect (dialog, "response", G_CALLBACK (dialog_responded_cb), choice);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

/**
 * souls_compat_open_scenario:
 * @parent: the window it belongs to
 * @chosen: what to do with the file
 * @data: for @chosen
 *
 * Asks for a scenario file to open.
 */
void
souls_compat_open_scenario (GtkWindow       *parent,
                            SoulsFileChosen  chosen,
                            gpointer         data)
{
  GtkFileChooserNative *dialog = gtk_file_chooser_native_new (_("Open Scenario"), parent,
                                                              GTK_FILE_CHOOSER_ACTION_OPEN,
                                                              NULL, NULL);

  add_filters (GTK_FILE_CHOOSER (dialog));
  ask (dialog, chosen, data);
}

/**
 * souls_compat_save_chart:
 * @parent: the window it belongs to
 * @name: the file name to begin with
 * @chosen: what to do with the file
 * @data: for @chosen
 *
 * Asks where to save a chart.
 */
void
souls_compat_save_chart (GtkWindow       *parent,
                         const char      *name,
                         SoulsFileChosen  chosen,
                         gpointer         data)
{
  GtkFileChooserNative *dialog = gtk_file_chooser_native_new (_("Save Chart"), parent,
                                                              GTK_FILE_CHOOSER_ACTION_SAVE,
                                                              NULL, NULL);

  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (dialog), name);
  ask (dialog, chosen, data);
}

/**
 * souls_compat_show_uri:
 * @parent: (nullable): the window that asks
 * @uri: an address
 *
 * Opens @uri in the user's browser.
 */
void
souls_compat_show_uri (GtkWindow  *parent,
                       const char *uri)
{
  gtk_show_uri (parent, uri, GDK_CURRENT_TIME);
}
