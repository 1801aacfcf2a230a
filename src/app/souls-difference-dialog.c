/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "souls-config.h"

#include <glib/gi18n.h>

#include "souls-app-words.h"
#include "souls-difference-dialog.h"
#include "souls-difference-item.h"
#include "souls-difference-text.h"

struct _SoulsDifferenceDialog
{
  AdwWindow parent_instance;

  /* Template children */
  AdwWindowTitle *title;
  GtkLabel *summary;
  GtkStack *stack;
  GtkColumnView *view;

  /* Owned */
  SoulsSession *session;
  GListStore *rows;   /* of SoulsDifferenceItem */

  guint filling;      /* source id, or 0 */
};

G_DEFINE_FINAL_TYPE (SoulsDifferenceDialog, souls_difference_dialog, ADW_TYPE_WINDOW)

/* Of a column: the side it shows, or this for the names. */
#define NAMES -1

static void
text_setup_cb (GtkListItemFactory *factory,
               GtkListItem        *list_item,
               gpointer            data)
{
  GtkWidget *label = gtk_label_new (NULL);

  if (GPOINTER_TO_INT (data) == NAMES)
    {
      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      gtk_label_set_width_chars (GTK_LABEL (label), 16);
      gtk_label_set_max_width_chars (GTK_LABEL (label), 34);
    }
  else
    {
      gtk_label_set_xalign (GTK_LABEL (label), 1);
      gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_RIGHT);
      gtk_widget_add_css_class (label, "numeric");
    }
  gtk_list_item_set_child (list_item, label);
}

/* Value and, smaller below, how far that is from what is shown. (transfer full) */
static char *
make_markup (const SoulsDifference *row,
             int                    side)
{
  g_autofree char *value = souls_difference_value (row, side, souls_app_words ());
  g_autofree char *change = souls_difference_change (row, side, souls_app_words ());

  return change != NULL ? g_markup_printf_escaped ("%s\n<small>%s</small>", value, change)
                        : g_markup_escape_text (value, -1);
}

static void
text_bind_cb (GtkListItemFactory *factory,
              GtkListItem        *list_item,
              gpointer            data)
{
  SoulsDifferenceItem *item = gtk_list_item_get_item (list_item);
  GtkLabel *label = GTK_LABEL (gtk_list_item_get_child (list_item));
  const SoulsDifference *row = souls_difference_item_get_row (item);
  const char *heading = souls_difference_item_get_heading (item);

  if (GPOINTER_TO_INT (data) == NAMES)
    {
      gtk_label_set_text (label, row != NULL ? _(souls_difference_name (row)) : heading);
      if (row == NULL)
        gtk_widget_add_css_class (GTK_WIDGET (label), "heading");
      else
        gtk_widget_remove_css_class (GTK_WIDGET (label), "heading");
    }
  else
    {
      g_autofree char *markup = row != NULL ? make_markup (row, GPOINTER_TO_INT (data)) : g_strdup ("");

      gtk_label_set_markup (label, markup);
    }
}

static void
add_column (SoulsDifferenceDialog *self,
            const char            *title,
            int                    side)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkColumnViewColumn) column = gtk_column_view_column_new (title, factory);

  g_signal_connect (factory, "setup", G_CALLBACK (text_setup_cb), GINT_TO_POINTER (side));
  g_signal_connect (factory, "bind", G_CALLBACK (text_bind_cb), GINT_TO_POINTER (side));
  gtk_column_view_column_set_expand (column, side == NAMES);
  gtk_column_view_append_column (self->view, column);
}

/* One column for the names and one a side; only where they are others than before, so that a slider's way does not
 * take the table apart. */
static void
update_columns (SoulsDifferenceDialog *self,
                const SoulsSides      *sides)
{
  GListModel *columns = gtk_column_view_get_columns (self->view);

  while ((int) g_list_model_get_n_items (columns) > 1 + sides->n)
    {
      g_autoptr (GtkColumnViewColumn) last = g_list_model_get_item (columns, g_list_model_get_n_items (columns) - 1);

      gtk_column_view_remove_column (self->view, last);
    }
  if (g_list_model_get_n_items (columns) == 0)
    add_column (self, _("What Differs"), NAMES);
  for (int i = (int) g_list_model_get_n_items (columns) - 1; i < sides->n; i++)
    add_column (self, "", i);
  for (int i = 0; i < sides->n; i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, (guint) i + 1);

      gtk_column_view_column_set_title (column, sides->title[i]);
    }
}

/* (transfer full) */
static char *
make_heading (SoulsDifferenceKind kind,
              int                 year)
{
  switch (kind)
    {
    case SOULS_DIFFERENCE_SETTING:
      return g_strdup (_("Settings"));
    case SOULS_DIFFERENCE_DRIVER:
      return g_strdup (_("Sliders"));
    case SOULS_DIFFERENCE_METRIC:
    case SOULS_N_DIFFERENCE_KINDS:
    default:
      return g_strdup_printf (_("Results in fiscal %d"), year);
    }
}

static void
update_rows (SoulsDifferenceDialog *self,
             const GArray          *found,
             int                    year)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint k = 0; k < found->len; k++)
    {
      const SoulsDifference *row = &g_array_index (found, SoulsDifference, k);

      if (k == 0 || (row - 1)->kind != row->kind)
        {
          g_autofree char *heading = make_heading (row->kind, year);

          g_ptr_array_add (items, souls_difference_item_new (NULL, heading));
        }
      g_ptr_array_add (items, souls_difference_item_new (row, NULL));
    }
  g_list_store_splice (self->rows, 0, g_list_model_get_n_items (G_LIST_MODEL (self->rows)), items->pdata, items->len);
}

static void
fill (SoulsDifferenceDialog *self)
{
  const int year = souls_session_get_year (self->session);
  g_auto (SoulsSides) sides = { 0 };
  g_autoptr (GArray) found = NULL;
  g_autofree char *subtitle = g_strdup_printf (_("Fiscal %d"), year);

  souls_sides_collect (&sides, self->session);
  found = souls_differences (souls_session_get_data (self->session), sides.side, sides.n, year);
  update_columns (self, &sides);
  update_rows (self, found, year);
  adw_window_title_set_subtitle (self->title, subtitle);
  gtk_stack_set_visible_child_name (self->stack, found->len > 0 ? "table" : "same");
}

static gboolean
fill_cb (gpointer data)
{
  SoulsDifferenceDialog *self = data;

  self->filling = 0;
  fill (self);
  return G_SOURCE_REMOVE;
}

/* While a slider moves, the chart comes first. */
static void
session_changed_cb (SoulsDifferenceDialog *self)
{
  if (self->filling == 0)
    self->filling = g_idle_add (fill_cb, self);
}

static void
souls_difference_dialog_dispose (GObject *object)
{
  SoulsDifferenceDialog *self = SOULS_DIFFERENCE_DIALOG (object);

  g_clear_handle_id (&self->filling, g_source_remove);
  g_clear_object (&self->session);
  g_clear_object (&self->rows);

  G_OBJECT_CLASS (souls_difference_dialog_parent_class)->dispose (object);
}

static void
souls_difference_dialog_class_init (SoulsDifferenceDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = souls_difference_dialog_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/twosouls/TwoSouls/ui/souls-difference-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, SoulsDifferenceDialog, title);
  gtk_widget_class_bind_template_child (widget_class, SoulsDifferenceDialog, summary);
  gtk_widget_class_bind_template_child (widget_class, SoulsDifferenceDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, SoulsDifferenceDialog, view);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
souls_difference_dialog_init (SoulsDifferenceDialog *self)
{
  g_autoptr (GtkSelectionModel) selection = NULL;

  gtk_widget_init_template (GTK_WIDGET (self));
  self->rows = g_list_store_new (SOULS_TYPE_DIFFERENCE_ITEM);
  selection = GTK_SELECTION_MODEL (gtk_no_selection_new (G_LIST_MODEL (g_object_ref (self->rows))));
  gtk_column_view_set_model (self->view, selection);
}

/**
 * souls_difference_dialog_new:
 * @session: the session whose comparison is shown
 *
 * Makes the window of the differences.
 *
 * Returns: (transfer none): a window
 */
GtkWidget *
souls_difference_dialog_new (SoulsSession *session)
{
  SoulsDifferenceDialog *self = g_object_new (SOULS_TYPE_DIFFERENCE_DIALOG, NULL);

  self->session = g_object_ref (session);
  g_signal_connect_object (session, "changed", G_CALLBACK (session_changed_cb), self, G_CONNECT_SWAPPED);
  fill (self);

  return GTK_WIDGET (self);
}

/**
 * souls_difference_dialog_get_rows:
 * @self: the window
 *
 * Returns: (transfer none): the lines shown
 */
GListModel *
souls_difference_dialog_get_rows (SoulsDifferenceDialog *self)
{
  g_return_val_if_fail (SOULS_IS_DIFFERENCE_DIALOG (self), NULL);

  return G_LIST_MODEL (self->rows);
}
