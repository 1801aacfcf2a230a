/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "souls-config.h"

#include <glib/gi18n.h>

#include "souls-chart-table.h"

struct _SoulsChartTable
{
  AdwWindow parent_instance;

  /* Template children */
  AdwWindowTitle *title;
  GtkLabel *finding;
  GtkColumnView *view;
  GtkColumnViewColumn *name_column;
  GtkColumnViewColumn *value_column;

  /* Owned */
  GtkStringList *names;
  GPtrArray *values;   /* of strings, as long as names */
  char *text;
};

G_DEFINE_FINAL_TYPE (SoulsChartTable, souls_chart_table, ADW_TYPE_WINDOW)

static void
cell_setup_cb (GtkListItemFactory *factory,
               GtkListItem        *list_item)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_selectable (GTK_LABEL (label), FALSE);
  gtk_widget_add_css_class (label, "numeric");
  gtk_list_item_set_child (list_item, label);
}

static void
name_bind_cb (GtkListItemFactory *factory,
              GtkListItem        *list_item,
              SoulsChartTable    *self)
{
  GtkStringObject *name = gtk_list_item_get_item (list_item);

  gtk_label_set_text (GTK_LABEL (gtk_list_item_get_child (list_item)), gtk_string_object_get_string (name));
}

static void
value_bind_cb (GtkListItemFactory *factory,
               GtkListItem        *list_item,
               SoulsChartTable    *self)
{
  const guint row = gtk_list_item_get_position (list_item);

  gtk_label_set_text (GTK_LABEL (gtk_list_item_get_child (list_item)), g_ptr_array_index (self->values, row));
}

static void
set_up_column (SoulsChartTable     *self,
               GtkColumnViewColumn *column,
               GCallback            bind_cb)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (cell_setup_cb), NULL);
  g_signal_connect_object (factory, "bind", bind_cb, self, 0);
  gtk_column_view_column_set_factory (column, factory);
}

static void
copy_activated (GtkWidget  *widget,
                const char *action,
                GVariant   *parameter)
{
  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), SOULS_CHART_TABLE (widget)->text);
}

static void
souls_chart_table_dispose (GObject *object)
{
  SoulsChartTable *self = SOULS_CHART_TABLE (object);

  g_clear_object (&self->names);
  g_clear_pointer (&self->values, g_ptr_array_unref);
  g_clear_pointer (&self->text, g_free);
  G_OBJECT_CLASS (souls_chart_table_parent_class)->dispose (object);
}

static void
souls_chart_table_class_init (SoulsChartTableClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = souls_chart_table_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/twosouls/TwoSouls/ui/souls-chart-table.ui");
  gtk_widget_class_bind_template_child (widget_class, SoulsChartTable, title);
  gtk_widget_class_bind_template_child (widget_class, SoulsChartTable, finding);
  gtk_widget_class_bind_template_child (widget_class, SoulsChartTable, view);
  gtk_widget_class_bind_template_child (widget_class, SoulsChartTable, name_column);
  gtk_widget_class_bind_template_child (widget_class, SoulsChartTable, value_column);
  gtk_widget_class_install_action (widget_class, "table.copy", NULL, copy_activated);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_c, GDK_CONTROL_MASK, "table.copy", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
souls_chart_table_init (SoulsChartTable *self)
{
  g_autoptr (GtkNoSelection) selection = NULL;

  self->names = gtk_string_list_new (NULL);
  self->values = g_ptr_array_new_with_free_func (g_free);
  gtk_widget_init_template (GTK_WIDGET (self));
  set_up_column (self, self->name_column, G_CALLBACK (name_bind_cb));
  set_up_column (self, self->value_column, G_CALLBACK (value_bind_cb));
  selection = gtk_no_selection_new (G_LIST_MODEL (g_object_ref (self->names)));
  gtk_column_view_set_model (self->view, GTK_SELECTION_MODEL (selection));
}

/**
 * souls_chart_table_new:
 * @title: the chart's name, translated
 * @scene: the chart; only read now
 *
 * Returns: (transfer floating): a window with the chart's marks as rows
 */
GtkWidget *
souls_chart_table_new (const char       *title,
                       const SoulsScene *scene)
{
  SoulsChartTable *self = g_object_new (SOULS_TYPE_CHART_TABLE, "title", title, NULL);

  adw_window_title_set_title (self->title, title);
  adw_window_title_set_subtitle (self->title, souls_scene_get_subtitle (scene));
  gtk_label_set_text (self->finding, souls_scene_get_finding (scene));
  for (guint i = 0; i < souls_scene_get_n_targets (scene); i++)
    {
      const SoulsTarget *target = souls_scene_get_target (scene, i);

      g_ptr_array_add (self->values, g_strdup (target->value));
      gtk_string_list_append (self->names, target->name);
    }
  self->text = souls_scene_to_tabbed (scene);
  return GTK_WIDGET (self);
}

/**
 * souls_chart_table_get_n_rows:
 *
 * Returns: how many marks there are
 */
guint
souls_chart_table_get_n_rows (SoulsChartTable *self)
{
  g_return_val_if_fail (SOULS_IS_CHART_TABLE (self), 0);

  return self->values->len;
}
