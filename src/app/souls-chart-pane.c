/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "souls-config.h"

#include "souls-chart-pane.h"

#include <glib/gi18n.h>

#include "souls-app-words.h"
#include "souls-axes-popover.h"
#include "souls-chart-copy.h"
#include "souls-chart-gallery.h"
#include "souls-chart-film.h"
#include "souls-chart-print.h"
#include "souls-chart-table.h"
#include "souls-chart-walk.h"
#include "souls-explain-popover.h"

struct _SoulsChartPane
{
  GtkWidget parent_instance;

  /* Template children */
  GtkMenuButton *picker;
  GtkMenuButton *view_picker;
  GtkLabel *view_name;
  GtkMenuButton *axes_picker;
  GtkGesture *long_press;
  SoulsChartView *view;
  GMenuModel *menu;

  /* A child: the popover that was closed last, or NULL */
  GtkWidget *closed_popover;
};

enum
{
  PROP_0,
  PROP_SESSION,
  PROP_CHART,
  PROP_VIEW,
  PROP_REFERENCES,
  PROP_AXES,
  N_PROPS
};

enum
{
  SAID,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (SoulsChartPane, souls_chart_pane, GTK_TYPE_WIDGET)

static GMenuModel *
make_view_menu (SoulsChart chart)
{
  GMenu *menu = g_menu_new ();

  for (int i = 0; i < souls_chart_n_views (chart); i++)
    {
      g_autoptr (GMenuItem) item = g_menu_item_new (_(souls_chart_view_name (chart, i)), NULL);

      g_menu_item_set_action_and_target (item, "chart.view", "s", souls_chart_view_id (chart, i));
      g_menu_append_item (menu, item);
    }
  return G_MENU_MODEL (menu);
}

/* A chart with one view has no button for it. */
static void
update_view_picker (SoulsChartPane *self)
{
  SoulsChart chart = souls_chart_view_get_chart (self->view);
  gboolean has_views = souls_chart_n_views (chart) > 1;
  g_autofree char *label = NULL;
  const char *name;

  gtk_widget_set_visible (GTK_WIDGET (self->view_picker), has_views);
  if (!has_views)
    return;
  name = _(souls_chart_view_name (chart, souls_chart_view_get_view (self->view)));
  /* Translators: %s is the name of one of a chart's views */
  label = g_strdup_printf (_("View: %s"), name);
  gtk_label_set_label (self->view_name, name);
  gtk_accessible_update_property (
    GTK_ACCESSIBLE (self->view_picker), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

static void
update_picker (SoulsChartPane *self)
{
  SoulsChart chart = souls_chart_view_get_chart (self->view);
  const char *name = _(souls_chart_name (chart));
  /* Translators: %s is the name of a chart */
  g_autofree char *label = g_strdup_printf (_("Chart: %s"), name);
  g_autoptr (GMenuModel) views = souls_chart_n_views (chart) > 1 ? make_view_menu (chart) : NULL;

  gtk_menu_button_set_label (self->picker, name);
  gtk_accessible_update_property (
    GTK_ACCESSIBLE (self->picker), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_menu_button_set_menu_model (self->view_picker, views);
  update_view_picker (self);
  gtk_widget_set_visible (GTK_WIDGET (self->axes_picker), chart == SOULS_CHART_BREAK_EVEN_MAP);
  gtk_widget_action_set_enabled (
    GTK_WIDGET (self), "chart.references", (souls_chart_needs (chart, 0) & SOULS_CHART_TAKES_REFERENCES) != 0);
}

static void
chart_chosen_cb (SoulsChartPane *self, int chart)
{
  souls_chart_pane_set_chart (self, souls_chart_id ((SoulsChart) chart));
  gtk_widget_grab_focus (GTK_WIDGET (self->picker));
}

/* The more of what is above and what is below a box of a widget in the window, px: a popover flips
 * to where there is room, but does not shrink. */
static int
get_room (GtkWidget *widget, SoulsBox box, GtkWidget *root)
{
  double x, top;

  if (!gtk_widget_translate_coordinates (widget, root, box.x, box.y, &x, &top))
    return gtk_widget_get_height (root);
  return (int) MAX (gtk_widget_get_height (root) - top - box.height, top);
}

/* A new gallery each time: before it is asked for, nothing is laid out or follows the session. */
static void
create_gallery (GtkMenuButton *button, gpointer user_data)
{
  SoulsChartPane *self = SOULS_CHART_PANE (user_data);
  SoulsSession *session = souls_chart_view_get_session (self->view);
  const SoulsDriver *drivers = souls_chart_view_get_map_drivers (self->view);
  GtkWidget *root = GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (self)));
  SoulsBox box = { 0.0,
                   0.0,
                   gtk_widget_get_width (GTK_WIDGET (button)),
                   gtk_widget_get_height (GTK_WIDGET (button)) };
  GtkWidget *gallery;

  if (session == NULL || root == NULL)
    return;
  gallery = souls_chart_gallery_new ();
  souls_chart_gallery_fill (SOULS_CHART_GALLERY (gallery),
                            session,
                            souls_chart_view_get_chart (self->view),
                            gtk_widget_get_width (root),
                            get_room (GTK_WIDGET (button), box, root));
  souls_chart_gallery_set_map_drivers (SOULS_CHART_GALLERY (gallery), drivers[0], drivers[1]);
  g_signal_connect_object (gallery, "chosen", G_CALLBACK (chart_chosen_cb), self, G_CONNECT_SWAPPED);
  gtk_menu_button_set_popover (button, gallery);
}

static void
axes_chosen_cb (SoulsChartPane *self, int x, int y)
{
  souls_chart_view_set_map_drivers (self->view, (SoulsDriver) x, (SoulsDriver) y);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_AXES]);
}

static void
create_axes (GtkMenuButton *button, gpointer user_data)
{
  SoulsChartPane *self = SOULS_CHART_PANE (user_data);
  const SoulsDriver *drivers = souls_chart_view_get_map_drivers (self->view);
  GtkWidget *popover = souls_axes_popover_new ();

  souls_axes_popover_set_drivers (SOULS_AXES_POPOVER (popover), drivers[0], drivers[1]);
  g_signal_connect_object (popover, "chosen", G_CALLBACK (axes_chosen_cb), self, G_CONNECT_SWAPPED);
  gtk_menu_button_set_popover (button, popover);
}

static GtkWindow *
get_window (SoulsChartPane *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  return GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL;
}

static void
say (SoulsChartPane *self, gboolean is_error, const char *text)
{
  g_signal_emit (self, signals[SAID], 0, is_error, text);
}

static void
show_table_activated (GtkWidget *widget, const char *action, GVariant *parameter)
{
  SoulsChartPane *self = SOULS_CHART_PANE (widget);
  const SoulsScene *scene = souls_chart_view_get_scene (self->view);
  GtkWidget *table;

  if (scene == NULL)
    return;
  table = souls_chart_table_new (_(souls_chart_name (souls_chart_view_get_chart (self->view))), scene);
  gtk_window_set_transient_for (GTK_WINDOW (table), get_window (self));
  gtk_window_present (GTK_WINDOW (table));
}

static void
copy_table_activated (GtkWidget *widget, const char *action, GVariant *parameter)
{
  SoulsChartPane *self = SOULS_CHART_PANE (widget);

  if (souls_chart_copy_table (self->view))
    say (self, FALSE, _("Table copied"));
}

static void
copy_picture_activated (GtkWidget *widget, const char *action, GVariant *parameter)
{
  SoulsChartPane *self = SOULS_CHART_PANE (widget);
  g_autoptr (GError) error = NULL;

  if (souls_chart_view_get_session (self->view) == NULL)
    return;
  if (souls_chart_copy_picture (self->view, &error))
    say (self, FALSE, _("Picture copied"));
  else
    say (self, TRUE, error->message);
}

/* Formula, sources and the menu, at a mark */

/* The action that an item stands for runs only after its menu has closed. The popover goes when the next has closed: the
 * pointer may be in it still, and GTK looks for the surface of whatever the pointer is in whenever it lays the window out. */
static void
popover_closed_cb (SoulsChartPane *self, GtkPopover *popover)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
  if (self->closed_popover == GTK_WIDGET (popover))
    return;
  g_clear_pointer (&self->closed_popover, gtk_widget_unparent);
  self->closed_popover = GTK_WIDGET (popover);
}

static void
pop_up (SoulsChartPane *self, GtkWidget *popover, SoulsBox mark)
{
  double x, y;

  gtk_widget_translate_coordinates (
    GTK_WIDGET (self->view), GTK_WIDGET (self), mark.x, mark.y, &x, &y);
  gtk_widget_set_parent (popover, GTK_WIDGET (self));
  gtk_popover_set_pointing_to (
    GTK_POPOVER (popover),
    &(GdkRectangle){ (int) x, (int) y, (int) mark.width + 1, (int) mark.height + 1 });
  g_signal_connect_object (
    popover, "closed", G_CALLBACK (popover_closed_cb), self, G_CONNECT_SWAPPED);
  gtk_popover_popup (GTK_POPOVER (popover));
}

/* What is pointed at; else the top of the chart. */
static SoulsBox
get_mark (SoulsChartPane *self, int pointed)
{
  const SoulsScene *scene = souls_chart_view_get_scene (self->view);

  if (scene != NULL && pointed >= 0)
    return souls_scene_get_target (scene, (guint) pointed)->box;
  return (SoulsBox){ gtk_widget_get_width (GTK_WIDGET (self->view)) / 2.0, 0.0, 1.0, 1.0 };
}

static void
explain_activated (GtkWidget *widget, const char *action, GVariant *parameter)
{
  GtkWidget *popover = souls_chart_pane_explain (SOULS_CHART_PANE (widget));

  if (popover != NULL && g_str_equal (action, "chart.explain"))
    souls_explain_popover_show_formula (SOULS_EXPLAIN_POPOVER (popover));
}

static void
pop_up_menu (SoulsChartPane *self, SoulsBox mark)
{
  GtkWidget *menu = gtk_popover_menu_new_from_model (self->menu);

  gtk_popover_set_has_arrow (GTK_POPOVER (menu), FALSE);
  pop_up (self, menu, mark);
}

static void
menu_activated (GtkWidget *widget, const char *action, GVariant *parameter)
{
  SoulsChartPane *self = SOULS_CHART_PANE (widget);

  pop_up_menu (self, get_mark (self, souls_chart_view_get_cursor (self->view)));
}

static void
menu_asked_at (SoulsChartPane *self, double x, double y)
{
  souls_chart_hand_cancel (souls_chart_view_get_hand (self->view));
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
  souls_chart_view_set_cursor (self->view, souls_chart_view_find_target (self->view, x, y));
  pop_up_menu (self, (SoulsBox){ x, y, 1.0, 1.0 });
}

static void
secondary_pressed_cb (SoulsChartPane *self, int n_press, double x, double y, GtkGesture *gesture)
{
  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  menu_asked_at (self, x, y);
}

static void
long_pressed_cb (SoulsChartPane *self, double x, double y, GtkGesture *gesture)
{
  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  menu_asked_at (self, x, y);
}

static void
saved_cb (SoulsChartPane *self, const char *text)
{
  say (self, FALSE, text);
}

static void
print_failed (const char *text, gpointer data)
{
  say (SOULS_CHART_PANE (data), TRUE, text);
}

static void
filmed_cb (const char *text, gboolean failed, gpointer data)
{
  say (SOULS_CHART_PANE (data), failed, text);
}

static void
animate_activated (GtkWidget *widget, const char *action, GVariant *parameter)
{
  souls_chart_film_run (SOULS_CHART_PANE (widget)->view, get_window (SOULS_CHART_PANE (widget)), filmed_cb, widget);
}

static void
export_activated (GtkWidget *widget, const char *action, GVariant *parameter)
{
  souls_chart_pane_export (SOULS_CHART_PANE (widget));
}

static void
print_activated (GtkWidget *widget, const char *action, GVariant *parameter)
{
  souls_chart_pane_print (SOULS_CHART_PANE (widget));
}

static void
souls_chart_pane_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  SoulsChartPane *self = SOULS_CHART_PANE (object);

  switch (id)
    {
    case PROP_SESSION:
      g_value_set_object (value, souls_chart_view_get_session (self->view));
      break;
    case PROP_CHART:
      g_value_set_string (value, souls_chart_pane_get_chart (self));
      break;
    /* Their actions ask for a state before there are children. */
    case PROP_VIEW:
      g_value_set_string (value,
                          self->view != NULL ? souls_chart_pane_get_chart_view (self) : "");
      break;
    case PROP_REFERENCES:
      g_value_set_boolean (value,
                           self->view != NULL && souls_chart_view_get_references (self->view));
      break;
    case PROP_AXES:
      g_value_take_string (value, souls_chart_pane_get_axes (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
souls_chart_pane_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  SoulsChartPane *self = SOULS_CHART_PANE (object);

  switch (id)
    {
    case PROP_SESSION:
      souls_chart_pane_set_session (self, g_value_get_object (value));
      break;
    case PROP_CHART:
      souls_chart_pane_set_chart (self, g_value_get_string (value));
      break;
    case PROP_VIEW:
      souls_chart_pane_set_chart_view (self, g_value_get_string (value));
      break;
    case PROP_REFERENCES:
      souls_chart_pane_set_references (self, g_value_get_boolean (value));
      break;
    case PROP_AXES:
      souls_chart_pane_set_axes (self, g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
souls_chart_pane_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (souls_chart_pane_parent_class)->dispose (object);
}

static void
install_properties (GObjectClass *object_class)
{
  /**
   * SoulsChartPane:session:
   *
   * What the chart is about.
   */
  properties[PROP_SESSION] =
    g_param_spec_object ("session",
                         NULL,
                         NULL,
                         SOULS_TYPE_SESSION,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  /**
   * SoulsChartPane:chart:
   *
   * The id of the chart shown. An unknown one is ignored, so that it may be bound to a setting.
   */
  properties[PROP_CHART] =
    g_param_spec_string ("chart",
                         NULL,
                         NULL,
                         NULL,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  /**
   * SoulsChartPane:view:
   *
   * The id of the chart's view shown; empty where it has only one. An unknown one is ignored.
   */
  properties[PROP_VIEW] =
    g_param_spec_string ("view",
                         NULL,
                         NULL,
                         NULL,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  /**
   * SoulsChartPane:references:
   *
   * Whether the chart shows what other companies publish, where it can.
   */
  properties[PROP_REFERENCES] =
    g_param_spec_boolean ("references",
                          NULL,
                          NULL,
                          FALSE,
                          G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  /**
   * SoulsChartPane:axes:
   *
   * The ids of the two sliders of the break-even map: across, then upwards, with a space between. Anything else is
   * ignored.
   */
  properties[PROP_AXES] =
    g_param_spec_string ("axes",
                         NULL,
                         NULL,
                         NULL,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
add_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "chart.show-table", NULL, show_table_activated);
  gtk_widget_class_install_action (widget_class, "chart.copy-table", NULL, copy_table_activated);
  gtk_widget_class_install_action (widget_class, "chart.copy-picture", NULL, copy_picture_activated);
  gtk_widget_class_install_action (widget_class, "chart.export", NULL, export_activated);
  gtk_widget_class_install_action (widget_class, "chart.animate", NULL, animate_activated);
  gtk_widget_class_install_action (widget_class, "chart.print", NULL, print_activated);
  gtk_widget_class_install_property_action (widget_class, "chart.view", "view");
  gtk_widget_class_install_property_action (widget_class, "chart.references", "references");
  gtk_widget_class_install_action (widget_class, "chart.why", NULL, explain_activated);
  gtk_widget_class_install_action (widget_class, "chart.explain", NULL, explain_activated);
  gtk_widget_class_install_action (widget_class, "chart.menu", NULL, menu_activated);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_t, 0, "chart.show-table", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_i, 0, "chart.why", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Menu, 0, "chart.menu", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F10, GDK_SHIFT_MASK, "chart.menu", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_c, GDK_CONTROL_MASK, "chart.copy-picture", NULL);
}

static void
souls_chart_pane_class_init (SoulsChartPaneClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = souls_chart_pane_get_property;
  object_class->set_property = souls_chart_pane_set_property;
  object_class->dispose = souls_chart_pane_dispose;

  install_properties (object_class);

  /**
   * SoulsChartPane::said:
   * @is_error: whether something went wrong
   * @text: what to tell the user
   */
  signals[SAID] = g_signal_new ("said", SOULS_TYPE_CHART_PANE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 2, G_TYPE_BOOLEAN, G_TYPE_STRING);

  add_actions (widget_class);

  g_type_ensure (SOULS_TYPE_CHART_VIEW);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/twosouls/TwoSouls/ui/souls-chart-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, SoulsChartPane, picker);
  gtk_widget_class_bind_template_child (widget_class, SoulsChartPane, view_picker);
  gtk_widget_class_bind_template_child (widget_class, SoulsChartPane, view_name);
  gtk_widget_class_bind_template_child (widget_class, SoulsChartPane, axes_picker);
  gtk_widget_class_bind_template_child (widget_class, SoulsChartPane, long_press);
  gtk_widget_class_bind_template_child (widget_class, SoulsChartPane, view);
  gtk_widget_class_bind_template_child (widget_class, SoulsChartPane, menu);
  gtk_widget_class_bind_template_callback (widget_class, secondary_pressed_cb);
  gtk_widget_class_bind_template_callback (widget_class, long_pressed_cb);
  gtk_widget_class_set_css_name (widget_class, "chartpane");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
souls_chart_pane_init (SoulsChartPane *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_orientable_set_orientation (
    GTK_ORIENTABLE (gtk_widget_get_layout_manager (GTK_WIDGET (self))), GTK_ORIENTATION_VERTICAL);
  gtk_menu_button_set_create_popup_func (self->picker, create_gallery, self, NULL);
  gtk_menu_button_set_create_popup_func (self->axes_picker, create_axes, self, NULL);
  /* A finger that stays on a handle asks for the menu; one that moves moves it. */
  gtk_gesture_group (souls_chart_hand_get_gesture (souls_chart_view_get_hand (self->view)), self->long_press);
  update_picker (self);
}

/**
 * souls_chart_pane_new:
 *
 * Returns: (transfer floating): a pane with the first chart of the table and no session
 */
GtkWidget *
souls_chart_pane_new (void)
{
  return g_object_new (SOULS_TYPE_CHART_PANE, NULL);
}

/**
 * souls_chart_pane_set_session:
 * @session: (nullable): what the chart is about
 */
void
souls_chart_pane_set_session (SoulsChartPane *self, SoulsSession *session)
{
  g_return_if_fail (SOULS_IS_CHART_PANE (self));

  if (souls_chart_view_get_session (self->view) == session)
    return;
  souls_chart_view_set_session (self->view, session);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SESSION]);
}

/**
 * souls_chart_pane_set_chart:
 * @id: (nullable): a chart's id; an unknown one is ignored
 */
void
souls_chart_pane_set_chart (SoulsChartPane *self, const char *id)
{
  SoulsChart chart;

  g_return_if_fail (SOULS_IS_CHART_PANE (self));

  if (!souls_chart_from_id (id, &chart) || souls_chart_view_get_chart (self->view) == chart)
    return;
  souls_chart_view_set_chart (self->view, chart);
  update_picker (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CHART]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_VIEW]);
}

/**
 * souls_chart_pane_get_chart:
 *
 * Returns: (transfer none): the id of the chart shown
 */
const char *
souls_chart_pane_get_chart (SoulsChartPane *self)
{
  g_return_val_if_fail (SOULS_IS_CHART_PANE (self), NULL);

  return souls_chart_id (souls_chart_view_get_chart (self->view));
}

/**
 * souls_chart_pane_set_chart_view:
 * @id: (nullable): the id of one of the chart's views; an unknown one is ignored
 */
void
souls_chart_pane_set_chart_view (SoulsChartPane *self, const char *id)
{
  SoulsChart chart;

  g_return_if_fail (SOULS_IS_CHART_PANE (self));

  chart = souls_chart_view_get_chart (self->view);
  for (int i = 0; i < souls_chart_n_views (chart); i++)
    if (id != NULL && g_strcmp0 (id, souls_chart_view_id (chart, i)) == 0 &&
        i != souls_chart_view_get_view (self->view))
      {
        souls_chart_view_set_view (self->view, i);
        update_view_picker (self);
        g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_VIEW]);
        return;
      }
}

/**
 * souls_chart_pane_get_chart_view:
 *
 * Returns: (transfer none): the id of the chart's view shown; empty where it has only one
 */
const char *
souls_chart_pane_get_chart_view (SoulsChartPane *self)
{
  const char *id;

  g_return_val_if_fail (SOULS_IS_CHART_PANE (self), NULL);

  id = souls_chart_view_id (souls_chart_view_get_chart (self->view),
                            souls_chart_view_get_view (self->view));
  return id != NULL ? id : "";
}

/**
 * souls_chart_pane_set_references:
 * @references: whether to show what other companies publish, where the chart can
 */
void
souls_chart_pane_set_references (SoulsChartPane *self, gboolean references)
{
  g_return_if_fail (SOULS_IS_CHART_PANE (self));

  if (souls_chart_view_get_references (self->view) == references)
    return;
  souls_chart_view_set_references (self->view, references);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_REFERENCES]);
}

/**
 * souls_chart_pane_set_axes:
 * @axes: (nullable): the ids of two different drivers, with a space between; anything else is ignored
 *
 * Chooses the two sliders of the break-even map: across, then upwards.
 */
void
souls_chart_pane_set_axes (SoulsChartPane *self, const char *axes)
{
  g_auto (GStrv) ids = NULL;
  const SoulsDriver *now;
  SoulsDriver x, y;

  g_return_if_fail (SOULS_IS_CHART_PANE (self));

  ids = g_strsplit (axes != NULL ? axes : "", " ", -1);
  if (g_strv_length (ids) != 2 || !souls_driver_from_id (ids[0], &x) || !souls_driver_from_id (ids[1], &y) || x == y)
    return;
  now = souls_chart_view_get_map_drivers (self->view);
  if (now[0] != x || now[1] != y)
    axes_chosen_cb (self, (int) x, (int) y);
}

/**
 * souls_chart_pane_get_axes:
 *
 * Returns: (transfer full): the ids of the two sliders of the break-even map
 */
char *
souls_chart_pane_get_axes (SoulsChartPane *self)
{
  const SoulsDriver *drivers;

  g_return_val_if_fail (SOULS_IS_CHART_PANE (self), NULL);

  drivers = souls_chart_view_get_map_drivers (self->view);
  return g_strdup_printf ("%s %s", souls_driver_info (drivers[0])->id, souls_driver_info (drivers[1])->id);
}

/**
 * souls_chart_pane_get_view:
 *
 * Returns: (transfer none): the view inside
 */
SoulsChartView *
souls_chart_pane_get_view (SoulsChartPane *self)
{
  g_return_val_if_fail (SOULS_IS_CHART_PANE (self), NULL);

  return self->view;
}

/**
 * souls_chart_pane_export:
 *
 * Asks how the chart is to be saved.
 *
 * Returns: (transfer none) (nullable): the window that asks; %NULL without a session
 */
SoulsExportDialog *
souls_chart_pane_export (SoulsChartPane *self)
{
  GtkWidget *dialog;

  g_return_val_if_fail (SOULS_IS_CHART_PANE (self), NULL);

  if (souls_chart_view_get_session (self->view) == NULL)
    return NULL;
  dialog = souls_export_dialog_new (self->view);
  gtk_window_set_transient_for (GTK_WINDOW (dialog), get_window (self));
  gtk_window_set_destroy_with_parent (GTK_WINDOW (dialog), TRUE);
  g_signal_connect_object (dialog, "saved", G_CALLBACK (saved_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
  return SOULS_EXPORT_DIALOG (dialog);
}

/**
 * souls_chart_pane_print:
 *
 * Prints the chart, once the user has said where.
 */
void
souls_chart_pane_print (SoulsChartPane *self)
{
  g_return_if_fail (SOULS_IS_CHART_PANE (self));

  if (souls_chart_view_get_session (self->view) != NULL)
    souls_chart_print_run (self->view, get_window (self), print_failed, self);
}

/**
 * souls_chart_pane_explain:
 *
 * Shows the formula and the sources of the mark that is pointed at, by the pointer or the keyboard;
 * else of the chart's first.
 *
 * Returns: (transfer none) (nullable): the popover, open; %NULL where there is nothing to explain
 */
GtkWidget *
souls_chart_pane_explain (SoulsChartPane *self)
{
  const SoulsScene *scene;
  const SoulsTarget *target;
  GtkWidget *root, *popover;
  SoulsBox mark;
  int pointed;

  g_return_val_if_fail (SOULS_IS_CHART_PANE (self), NULL);

  scene = souls_chart_view_get_scene (self->view);
  root = GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (self)));
  if (scene == NULL || root == NULL)
    return NULL;
  pointed = souls_chart_view_get_pointed (self->view);
  target = souls_chart_find_explained (scene, pointed);
  mark = get_mark (self, pointed);
  if (target == NULL || target->metric < 0)
    return NULL;
  popover = souls_explain_popover_new (souls_chart_view_get_session (self->view), (SoulsMetric) target->metric,
                                       target->year, gtk_widget_get_width (root),
                                       get_room (GTK_WIDGET (self->view), mark, root));
  if (popover == NULL)
    return NULL;
  pop_up (self, popover, mark);
  return popover;
}
