/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "souls-config.h"

#include "souls-driver-picker.h"

#include <glib/gi18n.h>
#include <string.h>

#include "souls-app-words.h"
#include "souls-driver-text.h"

#define LIST_HEIGHT 280
#define LIST_WIDTH 260

struct _SoulsDriverPicker
{
  GtkPopover parent_instance;

  /* Borrowed: children */
  GtkEditable *search;
  GtkListBox *list;
  GtkCheckButton *check[SOULS_N_DRIVERS];
  gboolean is_set;   /* by the program */
};

enum
{
  TOGGLED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SoulsDriverPicker, souls_driver_picker, GTK_TYPE_POPOVER)

static char *
fold (const char *text)
{
  g_autofree char *normal = g_utf8_normalize (text, -1, G_NORMALIZE_ALL);

  return g_utf8_casefold (normal != NULL ? normal : "", -1);
}

static gboolean
is_wanted (GtkListBoxRow *row,
           gpointer       data)
{
  SoulsDriverPicker *self = data;
  const SoulsDriver driver = (SoulsDriver) gtk_list_box_row_get_index (row);
  g_autofree char *wanted = fold (gtk_editable_get_text (self->search));
  g_autofree char *name = fold (souls_driver_text_name (driver, souls_app_words ()));

  return strstr (name, wanted) != NULL;
}

static void
check_toggled_cb (SoulsDriverPicker *self,
                  GtkCheckButton    *check)
{
  for (int i = 0; i < SOULS_N_DRIVERS && !self->is_set; i++)
    if (self->check[i] == check)
      g_signal_emit (self, signals[TOGGLED], 0, i, gtk_check_button_get_active (check));
}

static void
row_activated_cb (SoulsDriverPicker *self,
                  GtkListBoxRow     *row)
{
  souls_driver_picker_toggle (self, (SoulsDriver) gtk_list_box_row_get_index (row));
}

static void
souls_driver_picker_class_init (SoulsDriverPickerClass *klass)
{
  signals[TOGGLED] = g_signal_new ("toggled", SOULS_TYPE_DRIVER_PICKER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 2, G_TYPE_INT, G_TYPE_BOOLEAN);
}

static void
add_driver (SoulsDriverPicker *self,
            SoulsDriver        driver)
{
  GtkWidget *check = gtk_check_button_new_with_label (souls_driver_text_name (driver, souls_app_words ()));
  GtkWidget *row = gtk_list_box_row_new ();

  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), check);
  /* The box within is what is told and ticked. */
  gtk_widget_set_focusable (row, FALSE);
  g_signal_connect_swapped (check, "toggled", G_CALLBACK (check_toggled_cb), self);
  gtk_list_box_append (self->list, row);
  self->check[driver] = GTK_CHECK_BUTTON (check);
}

static void
souls_driver_picker_init (SoulsDriverPicker *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *search = gtk_search_entry_new ();
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *list = gtk_list_box_new ();

  self->search = GTK_EDITABLE (search);
  self->list = GTK_LIST_BOX (list);
  for (int i = 0; i < SOULS_N_DRIVERS; i++)
    add_driver (self, (SoulsDriver) i);
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_list_box_set_filter_func (self->list, is_wanted, self, NULL);
  g_signal_connect_swapped (search, "search-changed", G_CALLBACK (gtk_list_box_invalidate_filter), list);
  g_signal_connect_swapped (list, "row-activated", G_CALLBACK (row_activated_cb), self);
  gtk_accessible_update_property (GTK_ACCESSIBLE (search), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Search Sliders"), -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Sliders"), -1);
  gtk_widget_set_size_request (scroller, LIST_WIDTH, LIST_HEIGHT);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), list);
  gtk_box_append (GTK_BOX (box), search);
  gtk_box_append (GTK_BOX (box), scroller);
  gtk_popover_set_child (GTK_POPOVER (self), box);
}

GtkWidget *
souls_driver_picker_new (void)
{
  return g_object_new (SOULS_TYPE_DRIVER_PICKER, NULL);
}

void
souls_driver_picker_set (SoulsDriverPicker *self,
                         SoulsDriver        driver,
                         gboolean           is_on,
                         gboolean           is_sensitive)
{
  self->is_set = TRUE;
  gtk_check_button_set_active (self->check[driver], is_on);
  gtk_widget_set_sensitive (GTK_WIDGET (self->check[driver]), is_sensitive);
  self->is_set = FALSE;
}

void
souls_driver_picker_toggle (SoulsDriverPicker *self,
                            SoulsDriver        driver)
{
  gtk_check_button_set_active (self->check[driver], !gtk_check_button_get_active (self->check[driver]));
}
