/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "souls-config.h"

#include <glib/gi18n.h>

#include "souls-driver-group.h"
#include "souls-setting-row.h"

struct _SoulsDriverGroup
{
  GtkWidget parent_instance;

  /* Children */
  GtkWidget *expander;
  GtkWidget *count;
  GtkWidget *rows;

  /* Owned */
  SoulsSession *session;

  SoulsGroup group;
  SoulsDriver driver[SOULS_N_DRIVERS];    /* in the order of their rows */
  int n_drivers;
  SoulsDriverRow *row[SOULS_N_DRIVERS];   /* borrowed; NULL until made and where not of the group */
};

enum
{
  PROP_0,
  PROP_EXPANDED,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (SoulsDriverGroup, souls_driver_group, GTK_TYPE_WIDGET)

static const char *
group_title (SoulsGroup group)
{
  return group == SOULS_N_GROUPS ? _("Essentials") : _(souls_group_name (group));
}

/* The essentials stand in an order of their own, all others as in the driver table. */
static void
list_drivers (SoulsDriverGroup *self)
{
  if (self->group == SOULS_N_GROUPS)
    {
      const SoulsDriver *essentials = souls_essential_drivers (&self->n_drivers);

      memcpy (self->driver, essentials, sizeof *essentials * (gsize) self->n_drivers);
      return;
    }
  for (int i = 0; i < SOULS_N_DRIVERS; i++)
    if (souls_driver_info ((SoulsDriver) i)->group == self->group)
      self->driver[self->n_drivers++] = (SoulsDriver) i;
}

static void
make_rows (SoulsDriverGroup *self)
{
  if (gtk_widget_get_first_child (self->rows) != NULL)
    return;

  if (self->group == SOULS_GROUP_HORIZON)
    {
      gtk_box_append (GTK_BOX (self->rows), souls_setting_row_new (self->session, SOULS_SETTING_HORIZON));
      gtk_box_append (GTK_BOX (self->rows), souls_setting_row_new (self->session, SOULS_SETTING_PHASE_IN));
    }

  for (int i = 0; i < self->n_drivers; i++)
    {
      GtkWidget *row = souls_driver_row_new (self->session, self->driver[i]);

      self->row[self->driver[i]] = SOULS_DRIVER_ROW (row);
      gtk_box_append (GTK_BOX (self->rows), row);
    }
}

static void
count_moved (SoulsDriverGroup *self)
{
  int n_moved = 0;
  g_autofree char *text = NULL;
  g_autofree char *tooltip = NULL;

  for (int i = 0; i < self->n_drivers; i++)
    n_moved += souls_session_is_moved (self->session, self->driver[i]);

  /* Always there, so that the heading keeps its height. */
  gtk_widget_set_opacity (self->count, n_moved > 0 ? 1.0 : 0.0);
  text = g_strdup_printf ("%d", n_moved);
  if (g_str_equal (gtk_label_get_text (GTK_LABEL (self->count)), text))
    return;

  tooltip = g_strdup_printf (ngettext ("%d slider moved", "%d sliders moved", n_moved), n_moved);
  gtk_label_set_text (GTK_LABEL (self->count), text);
  gtk_widget_set_tooltip_text (self->count, n_moved > 0 ? tooltip : NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->expander),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, n_moved > 0 ? tooltip : "", -1);
}

static void
expander_expanded_cb (SoulsDriverGroup *self)
{
  if (souls_driver_group_get_expanded (self))
    make_rows (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_EXPANDED]);
}

static void
build (SoulsDriverGroup *self)
{
  GtkWidget *heading = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *title = gtk_label_new (group_title (self->group));

  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_label_set_ellipsize (GTK_LABEL (title), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (title, TRUE);
  gtk_widget_add_css_class (title, "heading");

  self->count = gtk_label_new (NULL);
  gtk_widget_add_css_class (self->count, "moved-count");
  gtk_widget_add_css_class (self->count, "numeric");
  gtk_widget_set_valign (self->count, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (heading), title);
  gtk_box_append (GTK_BOX (heading), self->count);

  self->rows = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_widget_add_css_class (self->rows, "driver-rows");

  self->expander = gtk_expander_new (NULL);
  gtk_expander_set_label_widget (GTK_EXPANDER (self->expander), heading);
  gtk_expander_set_child (GTK_EXPANDER (self->expander), self->rows);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->expander),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, group_title (self->group), -1);
  g_signal_connect_swapped (self->expander, "notify::expanded", G_CALLBACK (expander_expanded_cb), self);
  gtk_widget_set_parent (self->expander, GTK_WIDGET (self));
}

static void
souls_driver_group_get_property (GObject    *object,
                                 guint       id,
                                 GValue     *value,
                                 GParamSpec *pspec)
{
  if (id == PROP_EXPANDED)
    g_value_set_boolean (value, souls_driver_group_get_expanded (SOULS_DRIVER_GROUP (object)));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
souls_driver_group_set_property (GObject      *object,
                                 guint         id,
                                 const GValue *value,
                                 GParamSpec   *pspec)
{
  if (id == PROP_EXPANDED)
    souls_driver_group_set_expanded (SOULS_DRIVER_GROUP (object), g_value_get_boolean (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
souls_driver_group_dispose (GObject *object)
{
  SoulsDriverGroup *self = SOULS_DRIVER_GROUP (object);

  g_clear_pointer (&self->expander, gtk_widget_unparent);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (souls_driver_group_parent_class)->dispose (object);
}

static void
souls_driver_group_class_init (SoulsDriverGroupClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = souls_driver_group_get_property;
  object_class->set_property = souls_driver_group_set_property;
  object_class->dispose = souls_driver_group_dispose;

  properties[PROP_EXPANDED] =
    g_param_spec_boolean ("expanded", NULL, NULL, FALSE,
                          G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "drivergroup");
}

static void
souls_driver_group_init (SoulsDriverGroup *self)
{
}

/**
 * souls_driver_group_new:
 * @session: the session whose drivers it shows
 * @group: which group, or %SOULS_N_GROUPS for the essentials
 *
 * Returns: (transfer floating): the group, closed
 */
GtkWidget *
souls_driver_group_new (SoulsSession *session,
                        SoulsGroup    group)
{
  SoulsDriverGroup *self = g_object_new (SOULS_TYPE_DRIVER_GROUP, NULL);

  self->session = g_object_ref (session);
  self->group = group;
  list_drivers (self);
  build (self);
  g_signal_connect_object (session, "changed", G_CALLBACK (count_moved), self, G_CONNECT_SWAPPED);
  count_moved (self);

  return GTK_WIDGET (self);
}

/**
 * souls_driver_group_get_id:
 * @self: the group
 *
 * Returns: (transfer none): its name in the settings
 */
const char *
souls_driver_group_get_id (SoulsDriverGroup *self)
{
  g_return_val_if_fail (SOULS_IS_DRIVER_GROUP (self), NULL);

  return self->group == SOULS_N_GROUPS ? "essentials" : souls_group_id (self->group);
}

/**
 * souls_driver_group_has:
 * @self: the group
 * @driver: a driver
 *
 * Returns: whether @driver has its row here
 */
gboolean
souls_driver_group_has (SoulsDriverGroup *self,
                        SoulsDriver       driver)
{
  g_return_val_if_fail (SOULS_IS_DRIVER_GROUP (self), FALSE);

  for (int i = 0; i < self->n_drivers; i++)
    if (self->driver[i] == driver)
      return TRUE;
  return FALSE;
}

/**
 * souls_driver_group_get_expanded:
 * @self: the group
 *
 * Returns: whether its rows are shown
 */
gboolean
souls_driver_group_get_expanded (SoulsDriverGroup *self)
{
  g_return_val_if_fail (SOULS_IS_DRIVER_GROUP (self), FALSE);

  return gtk_expander_get_expanded (GTK_EXPANDER (self->expander));
}

/**
 * souls_driver_group_set_expanded:
 * @self: the group
 * @expanded: whether to show its rows
 *
 * Opens or closes the group.
 */
void
souls_driver_group_set_expanded (SoulsDriverGroup *self,
                                 gboolean          expanded)
{
  g_return_if_fail (SOULS_IS_DRIVER_GROUP (self));

  gtk_expander_set_expanded (GTK_EXPANDER (self->expander), expanded);
}

/**
 * souls_driver_group_get_row:
 * @self: the group
 * @driver: a driver
 *
 * Returns: (transfer none) (nullable): the row of @driver; %NULL while the group was never open, and where @driver
 *   belongs to another
 */
SoulsDriverRow *
souls_driver_group_get_row (SoulsDriverGroup *self,
                            SoulsDriver       driver)
{
  g_return_val_if_fail (SOULS_IS_DRIVER_GROUP (self), NULL);

  return self->row[driver];
}
