/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "souls-config.h"

#include "souls-source-rows.h"

#include <glib/gi18n.h>
#include <string.h>

#include "souls-app-words.h"

/**
 * souls_source_rows_add_label:
 * @box: a #GtkBox
 * @css_class: (nullable)
 *
 * Adds a text that wraps and can be copied.
 *
 * Returns: (transfer none): the label
 */
GtkWidget *
souls_source_rows_add_label (GtkWidget *box, const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0.0f);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  /* A popover gives the focus to its first child that takes it: not to a text. */
  gtk_widget_set_focusable (label, FALSE);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  gtk_box_append (GTK_BOX (box), label);
  return label;
}

/* The document in one line: its name, and the form where the name does not say it. */
static char *
describe_source (const SoulsSource *source)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new ();

  if (source->author != NULL)
    g_ptr_array_add (parts, (gpointer) source->author);
  g_ptr_array_add (parts, (gpointer) source->document);
  if (source->form != NULL && strstr (source->document, source->form) == NULL)
    g_ptr_array_add (parts, (gpointer) source->form);
  if (source->date != NULL)
    g_ptr_array_add (parts, (gpointer) source->date);
  g_ptr_array_add (parts, NULL);
  return g_strjoinv (" · ", (char **) parts->pdata);
}

static void
add_link (GtkWidget *box, const SoulsSource *source)
{
  GtkWidget *link;

  if (source->url == NULL)
    return;
  link = gtk_link_button_new_with_label (source->url, _("Open the document"));
  gtk_widget_set_halign (link, GTK_ALIGN_START);
  gtk_widget_set_tooltip_text (link, source->url);
  gtk_widget_add_css_class (link, "source-link");
  gtk_box_append (GTK_BOX (box), link);
}

/**
 * souls_source_rows_add_source:
 * @box: a #GtkBox
 *
 * Adds one document: its name, where it is filed, and a link to it.
 */
void
souls_source_rows_add_source (GtkWidget *box, const SoulsSource *source)
{
  g_autofree char *document = describe_source (source);

  souls_source_rows_add_label (box, document, "source");
  if (source->accession != NULL)
    {
      /* Translators: the number under which a filing is found */
      g_autofree char *accession = g_strdup_printf (_("Accession number %s"), source->accession);

      souls_source_rows_add_label (box, accession, "source-detail");
    }
  add_link (box, source);
}

static void
add_via (GtkWidget *box, const SoulsSource *via)
{
  g_autofree char *document = describe_source (via);
  /* Translators: a figure was not read in the filing but in the document named */
  g_autofree char *text =
    g_strdup_printf (_("Read through %s, not in the filing itself"), document);

  souls_source_rows_add_label (box, text, "source-detail");
  add_link (box, via);
}

static void
add_recast (GtkWidget *box, const SoulsProvenance *provenance)
{
  g_autofree char *before = souls_words_money_full (souls_app_words (), provenance->first_reported);
  /* Translators: the company later changed the figure; %s is the amount before */
  g_autofree char *text = g_strdup_printf (_("First reported as %s"), before);

  souls_source_rows_add_label (box, text, "source-detail");
  if (provenance->first_reported_note != NULL)
    souls_source_rows_add_label (box, provenance->first_reported_note, "source-detail");
}

/**
 * souls_source_rows_add:
 * @box: a #GtkBox
 *
 * Adds all that is known of where a number comes from: the documents, the table in them, through
 * whom it was read, what it was before.
 */
void
souls_source_rows_add (GtkWidget *box, const SoulsProvenance *provenance)
{
  for (const SoulsSource *const *source = provenance->sources; source != NULL && *source != NULL;
       source++)
    souls_source_rows_add_source (box, *source);
  if (provenance->table != NULL)
    {
      /* Translators: where in the filing a figure stands */
      g_autofree char *table = g_strdup_printf (_("Table: %s"), provenance->table);

      souls_source_rows_add_label (box, table, "source-detail");
    }
  if (provenance->via != NULL)
    add_via (box, provenance->via);
  if (provenance->has_first_reported)
    add_recast (box, provenance);
  if (provenance->note != NULL)
    souls_source_rows_add_label (box, provenance->note, "source-detail");
}

/**
 * souls_kind_describe:
 *
 * Returns: (transfer full): its sign, a no-break space and its word: "● reported"
 */
char *
souls_kind_describe (SoulsKind kind)
{
  /* Never apart at the end of a line. */
  return g_strdup_printf ("%s\u00a0%s", souls_kind_sign (kind), _(souls_kind_name (kind)));
}
