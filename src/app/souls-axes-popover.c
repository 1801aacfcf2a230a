/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "souls-config.h"

#include "souls-axes-popover.h"

#include <glib/gi18n.h>

#include "souls-app-words.h"
#include "souls-driver-text.h"

#define N_AXES 2
#define LIST_WIDTH 220

struct _SoulsAxesPopover
{
  GtkPopover parent_instance;

  GtkDropDown *list[N_AXES];
  guint chosen[N_AXES];   /* drivers */
};

enum
{
  CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SoulsAxesPopover, souls_axes_popover, GTK_TYPE_POPOVER)

/* Lists that do not agree yet say nothing. */
static void
selected_cb (SoulsAxesPopover *self,
             GParamSpec       *pspec,
             GtkDropDown      *list)
{
  const int axis = list == self->list[1];
  const guint selected = gtk_drop_down_get_selected (list);
  const guint before = self->chosen[axis];

  if (selected >= SOULS_N_DRIVERS || selected == before)
    return;
  self->chosen[axis] = selected;
  if (self->chosen[1 - axis] == selected)
    {
      self->chosen[1 - axis] = before;
      gtk_drop_down_set_selected (self->list[1 - axis], before);
    }
  g_signal_emit (self, signals[CHOSEN], 0, (int) self->chosen[0], (int) self->chosen[1]);
}

static GListModel *
list_names (void)
{
  GtkStringList *names = gtk_string_list_new (NULL);

  for (int i = 0; i < SOULS_N_DRIVERS; i++)
    gtk_string_list_append (names, souls_driver_text_name ((SoulsDriver) i, souls_app_words ()));
  return G_LIST_MODEL (names);
}

static void
add_axis (SoulsAxesPopover *self,
          GtkWidget        *box,
          int               axis,
          const char       *name)
{
  GtkWidget *label = gtk_label_new (name);
  GtkExpression *expression = gtk_property_expression_new (GTK_TYPE_STRING_OBJECT, NULL, "string");
  GtkWidget *list = gtk_drop_down_new (list_names (), expression);

  self->list[axis] = GTK_DROP_DOWN (list);
  gtk_drop_down_set_enable_search (self->list[axis], TRUE);
  gtk_widget_set_size_request (list, LIST_WIDTH, -1);
  gtk_label_set_xalign (GTK_LABEL (label), 0.0f);
  gtk_label_set_mnemonic_widget (GTK_LABEL (label), list);
  gtk_widget_add_css_class (label, "dim-label");
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), list);
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
souls_axes_popover_class_init (SoulsAxesPopoverClass *klass)
{
  /**
   * SoulsAxesPopover::chosen:
   * @x: a #SoulsDriver: across
   * @y: another: upwards
   */
  signals[CHOSEN] = g_signal_new ("chosen", SOULS_TYPE_AXES_POPOVER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 2, G_TYPE_INT, G_TYPE_INT);
}

static void
souls_axes_popover_init (SoulsAxesPopover *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  /* Translators: the direction of an axis of a map */
  add_axis (self, box, 0, _("Across"));
  /* Translators: the direction of an axis of a map */
  add_axis (self, box, 1, _("Upwards"));
  gtk_widget_set_margin_top (box, 6);
  gtk_widget_set_margin_bottom (box, 6);
  gtk_widget_set_margin_start (box, 6);
  gtk_widget_set_margin_end (box, 6);
  gtk_popover_set_child (GTK_POPOVER (self), box);
  souls_axes_popover_set_drivers (self, (SoulsDriver) 0, (SoulsDriver) 1);
  for (int i = 0; i < N_AXES; i++)
    g_signal_connect_object (self->list[i], "notify::selected", G_CALLBACK (selected_cb), self, G_CONNECT_SWAPPED);
}

/**
 * souls_axes_popover_new:
 *
 * Returns: (transfer floating): a popover
 */
GtkWidget *
souls_axes_popover_new (void)
{
  return g_object_new (SOULS_TYPE_AXES_POPOVER, NULL);
}

/**
 * souls_axes_popover_set_drivers:
 * @x: across
 * @y: upwards; another one
 *
 * Says what is chosen, without a signal.
 */
void
souls_axes_popover_set_drivers (SoulsAxesPopover *self,
                                SoulsDriver       x,
                                SoulsDriver       y)
{
  g_return_if_fail (SOULS_IS_AXES_POPOVER (self));
  g_return_if_fail (x != y);

  self->chosen[0] = x;
  self->chosen[1] = y;
  for (int i = 0; i < N_AXES; i++)
    gtk_drop_down_set_selected (self->list[i], self->chosen[i]);
}

/**
 * souls_axes_popover_get_drop_down:
 * @axis: 0 across, 1 upwards
 *
 * Returns: (transfer none): its list, in the order of the driver table
 */
GtkDropDown *
souls_axes_popover_get_drop_down (SoulsAxesPopover *self,
                                  int               axis)
{
  g_return_val_if_fail (SOULS_IS_AXES_POPOVER (self) && 0 <= axis && axis < N_AXES, NULL);

  return self->list[axis];
}
