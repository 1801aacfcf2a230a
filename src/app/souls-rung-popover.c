/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "souls-config.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "souls-rung-popover.h"

/* One width and no other, see below. */
#define WIDTH_CHARS 32

static GtkWidget *
make_label (const char *text,
            const char *css_class)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL,
                                   "label", text,
                                   "xalign", 0.0,
                                   "wrap", TRUE,
                                   "max-width-chars", WIDTH_CHARS,
                                   "width-chars", WIDTH_CHARS,
                                   NULL);

  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);

  return label;
}

static GtkWidget *
make_row (SoulsRung rung)
{
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *check = gtk_image_new_from_icon_name ("object-select-symbolic");

  gtk_widget_set_hexpand (texts, TRUE);
  gtk_box_append (GTK_BOX (texts), make_label (_(souls_rung_name (rung)), "heading"));
  gtk_box_append (GTK_BOX (texts), make_label (_(souls_rung_explanation (rung)), "dim-label"));
  gtk_box_append (GTK_BOX (box), texts);
  gtk_box_append (GTK_BOX (box), check);
  gtk_widget_add_css_class (box, "rung-row");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  g_object_set_data (G_OBJECT (row), "check", check);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _(souls_rung_name (rung)),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, _(souls_rung_explanation (rung)),
                                  -1);

  return row;
}

static void
show_chosen (GtkListBox   *list,
             SoulsSession *session)
{
  SoulsRung rung = souls_session_get_settings (session)->rung;

  for (int i = 0; i < SOULS_N_RUNGS; i++)
    {
      GtkListBoxRow *row = gtk_list_box_get_row_at_index (list, i);
      GtkWidget *check = g_object_get_data (G_OBJECT (row), "check");

      /* Its place is kept, so that nothing moves when another is chosen. */
      gtk_widget_set_opacity (check, i == (int) rung ? 1.0 : 0.0);
      gtk_accessible_update_state (GTK_ACCESSIBLE (row),
                                   GTK_ACCESSIBLE_STATE_SELECTED, i == (int) rung, -1);
    }
}

static void
popover_shown_cb (GtkWidget    *popover,
                  SoulsSession *session)
{
  GtkListBox *list = g_object_get_data (G_OBJECT (popover), "list");
  int rung = souls_session_get_settings (session)->rung;

  show_chosen (list, session);
  gtk_widget_grab_focus (GTK_WIDGET (gtk_list_box_get_row_at_index (list, rung)));
}

static void
row_activated_cb (GtkListBox    *list,
                  GtkListBoxRow *row,
                  SoulsSession  *session)
{
  GtkWidget *popover = gtk_widget_get_ancestor (GTK_WIDGET (list), GTK_TYPE_POPOVER);

  souls_session_set_rung (session, (SoulsRung) gtk_list_box_row_get_index (row));
  gtk_popover_popdown (GTK_POPOVER (popover));
}

/**
 * souls_rung_popover_new:
 * @session: the session whose rung is chosen
 *
 * Makes the list of the five meanings of "without AWS".
 *
 * Returns: (transfer floating): a popover
 */
GtkWidget *
souls_rung_popover_new (SoulsSession *session)
{
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *list = gtk_list_box_new ();
  /* A popover asks for its height at a width that includes its shadow, and then cuts off the lines that are missing at
   * the real one. The clamp keeps the list at its least width, whatever it is asked. */
  GtkWidget *clamp = g_object_new (ADW_TYPE_CLAMP, "maximum-size", 1, "tightening-threshold", 1,
                                   "child", list, NULL);

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "rungs");
  for (int i = 0; i < SOULS_N_RUNGS; i++)
    gtk_list_box_append (GTK_LIST_BOX (list), make_row ((SoulsRung) i));
  gtk_accessible_update_property (GTK_ACCESSIBLE (list),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _("Meaning of “without AWS”"), -1);

  g_object_set_data (G_OBJECT (popover), "list", list);
  gtk_popover_set_child (GTK_POPOVER (popover), clamp);
  gtk_widget_add_css_class (popover, "rung-list");
  g_signal_connect_object (popover, "show", G_CALLBACK (popover_shown_cb), session, 0);
  g_signal_connect_object (list, "row-activated", G_CALLBACK (row_activated_cb), session, 0);

  return popover;
}
