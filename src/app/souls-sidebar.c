/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "souls-config.h"

#include <glib/gi18n.h>

#include "souls-sidebar.h"

struct _SoulsSidebar
{
  GtkWidget parent_instance;

  /* Template children */
  GtkWidget *top;
  GtkDropDown *base_year;
  GtkWidget *reset_all;
  GtkWidget *scroller;
  GtkBox *groups;

  /* Borrowed, by SoulsGroup; the last one holds the essentials */
  SoulsDriverGroup *group[SOULS_N_SIDEBAR_GROUPS];

  /* Owned */
  SoulsSession *session;
};

enum
{
  PROP_0,
  PROP_SESSION,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (SoulsSidebar, souls_sidebar, GTK_TYPE_WIDGET)

/* The last year stands first: it is the one that most people want. */
static int
year_at (SoulsSidebar *self,
         guint         index)
{
  return souls_data_set_get_last_year (souls_session_get_data (self->session)) - (int) index;
}

static void
fill_years (SoulsSidebar *self)
{
  SoulsDataSet *data = souls_session_get_data (self->session);
  g_autoptr (GtkStringList) list = gtk_string_list_new (NULL);

  for (int year = souls_data_set_get_last_year (data); year >= souls_data_set_get_first_year (data); year--)
    gtk_string_list_take (list, g_strdup_printf (_("FY%d"), year));
  gtk_drop_down_set_model (self->base_year, G_LIST_MODEL (list));
}

static void
session_base_year_changed_cb (SoulsSidebar *self)
{
  int year = souls_session_get_base_year (self->session);
  guint index = (guint) (year_at (self, 0) - year);

  if (gtk_drop_down_get_selected (self->base_year) != index)
    gtk_drop_down_set_selected (self->base_year, index);
}

static void
base_year_selected_cb (SoulsSidebar *self)
{
  guint index = gtk_drop_down_get_selected (self->base_year);

  /* Only offered years are in the list, so nothing can be refused. */
  if (self->session != NULL && index != GTK_INVALID_LIST_POSITION)
    souls_session_set_base_year (self->session, year_at (self, index), NULL);
}

static void
add_group (SoulsSidebar *self,
           SoulsGroup    group)
{
  GtkWidget *widget = souls_driver_group_new (self->session, group);

  self->group[group] = SOULS_DRIVER_GROUP (widget);
  gtk_box_append (self->groups, widget);
}

static void
fill_groups (SoulsSidebar *self)
{
  add_group (self, SOULS_N_GROUPS);
  for (int i = 0; i < SOULS_N_GROUPS; i++)
    add_group (self, (SoulsGroup) i);
}

static void
clear (SoulsSidebar *self)
{
  GtkWidget *child;

  g_signal_handlers_disconnect_by_data (self->session, self);
  while (self->groups != NULL && (child = gtk_widget_get_first_child (GTK_WIDGET (self->groups))) != NULL)
    gtk_box_remove (self->groups, child);
  memset (self->group, 0, sizeof self->group);
}

static void
souls_sidebar_get_property (GObject    *object,
                            guint       id,
                            GValue     *value,
                            GParamSpec *pspec)
{
  if (id == PROP_SESSION)
    g_value_set_object (value, SOULS_SIDEBAR (object)->session);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
souls_sidebar_set_property (GObject      *object,
                            guint         id,
                            const GValue *value,
                            GParamSpec   *pspec)
{
  if (id == PROP_SESSION)
    souls_sidebar_set_session (SOULS_SIDEBAR (object), g_value_get_object (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
souls_sidebar_dispose (GObject *object)
{
  SoulsSidebar *self = SOULS_SIDEBAR (object);
  GtkWidget *child;

  souls_sidebar_set_session (self, NULL);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (souls_sidebar_parent_class)->dispose (object);
}

static void
souls_sidebar_class_init (SoulsSidebarClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = souls_sidebar_get_property;
  object_class->set_property = souls_sidebar_set_property;
  object_class->dispose = souls_sidebar_dispose;

  properties[PROP_SESSION] =
    g_param_spec_object ("session", NULL, NULL, SOULS_TYPE_SESSION,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_css_name (widget_class, "sidebar");
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/twosouls/TwoSouls/ui/souls-sidebar.ui");
  gtk_widget_class_bind_template_child (widget_class, SoulsSidebar, top);
  gtk_widget_class_bind_template_child (widget_class, SoulsSidebar, base_year);
  gtk_widget_class_bind_template_child (widget_class, SoulsSidebar, reset_all);
  gtk_widget_class_bind_template_child (widget_class, SoulsSidebar, scroller);
  gtk_widget_class_bind_template_child (widget_class, SoulsSidebar, groups);
}

static void
souls_sidebar_init (SoulsSidebar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * souls_sidebar_set_session:
 * @self: the sidebar
 * @session: (nullable): the session whose drivers are moved
 *
 * Makes the rows anew for @session.
 */
void
souls_sidebar_set_session (SoulsSidebar *self,
                           SoulsSession *session)
{
  g_return_if_fail (SOULS_IS_SIDEBAR (self));

  if (session == self->session)
    return;

  if (self->session != NULL)
    {
      clear (self);
      g_signal_handlers_disconnect_by_func (self->base_year, base_year_selected_cb, self);
    }
  g_set_object (&self->session, session);
  if (session != NULL)
    {
      fill_years (self);
      session_base_year_changed_cb (self);
      g_signal_connect_swapped (self->base_year, "notify::selected", G_CALLBACK (base_year_selected_cb), self);
      g_signal_connect_object (session, "base-year-changed", G_CALLBACK (session_base_year_changed_cb), self,
                               G_CONNECT_SWAPPED);
      fill_groups (self);
    }
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SESSION]);
}

/**
 * souls_sidebar_get_group:
 * @self: the sidebar
 * @group: a group, or %SOULS_N_GROUPS for the essentials
 *
 * Returns: (transfer none) (nullable): the group's widget; %NULL without a session
 */
SoulsDriverGroup *
souls_sidebar_get_group (SoulsSidebar *self,
                         SoulsGroup    group)
{
  g_return_val_if_fail (SOULS_IS_SIDEBAR (self), NULL);

  return self->group[group];
}

/**
 * souls_sidebar_get_expanded:
 * @self: the sidebar
 *
 * Returns: (transfer full): the names of the open groups
 */
char **
souls_sidebar_get_expanded (SoulsSidebar *self)
{
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();

  g_return_val_if_fail (SOULS_IS_SIDEBAR (self), NULL);

  for (int i = 0; i < SOULS_N_SIDEBAR_GROUPS; i++)
    {
      if (self->group[i] != NULL && souls_driver_group_get_expanded (self->group[i]))
        g_strv_builder_add (ids, souls_driver_group_get_id (self->group[i]));
    }

  return g_strv_builder_end (ids);
}

/**
 * souls_sidebar_set_expanded:
 * @self: the sidebar
 * @ids: names of groups
 *
 * Opens these groups and closes the others. Names that no group has are ignored.
 */
void
souls_sidebar_set_expanded (SoulsSidebar      *self,
                            const char *const *ids)
{
  g_return_if_fail (SOULS_IS_SIDEBAR (self));

  for (int i = 0; i < SOULS_N_SIDEBAR_GROUPS; i++)
    {
      if (self->group[i] != NULL)
        souls_driver_group_set_expanded (self->group[i],
                                         g_strv_contains (ids, souls_driver_group_get_id (self->group[i])));
    }
}

/* An open group that has it, the essentials first; else its own. */
static SoulsDriverGroup *
find_group (SoulsSidebar *self,
            SoulsDriver   driver)
{
  for (int i = SOULS_N_SIDEBAR_GROUPS - 1; i >= 0; i--)
    if (souls_driver_group_get_expanded (self->group[i]) && souls_driver_group_has (self->group[i], driver))
      return self->group[i];
  return self->group[souls_driver_info (driver)->group];
}

/* A row scrolls into view when it takes the focus, once it has its place. */
static gboolean
focus_row_cb (GtkWidget     *row,
              GdkFrameClock *clock,
              gpointer       data)
{
  if (gtk_widget_get_height (row) == 0)
    return G_SOURCE_CONTINUE;
  gtk_widget_grab_focus (GTK_WIDGET (souls_driver_row_get_slider (SOULS_DRIVER_ROW (row))));
  return G_SOURCE_REMOVE;
}

/**
 * souls_sidebar_show_driver:
 * @driver: a driver
 *
 * Opens the group of its slider, scrolls there and gives it the focus.
 */
void
souls_sidebar_show_driver (SoulsSidebar *self,
                           SoulsDriver   driver)
{
  SoulsDriverGroup *group;

  g_return_if_fail (SOULS_IS_SIDEBAR (self));

  if (self->session == NULL)
    return;
  group = find_group (self, driver);
  souls_driver_group_set_expanded (group, TRUE);
  gtk_widget_add_tick_callback (GTK_WIDGET (souls_driver_group_get_row (group, driver)), focus_row_cb, NULL, NULL);
}
