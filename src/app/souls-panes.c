/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "souls-config.h"

#include <glib/gi18n.h>
#include <math.h>

#include "souls-panes.h"

/* Below this width two charts side by side can't be read from the back of a room. */
#define SIDE_BY_SIDE 780
#define NATURAL_WIDTH 496
#define GAP 12
/* What a chart needs to be read where it has the whole width. */
#define ASPECT 0.58
#define LEAST_HEIGHT 260
#define LEAST_POSITION 0.1
#define MOST_POSITION 0.9
#define STEP 0.02

struct _SoulsPanes
{
  GtkWidget parent_instance;

  /* Children, the first and the second as the builder gave them. */
  GtkWidget *child[2];
  int n_children;
  GtkWidget *handle;

  double position;
  double drag_start;
  gboolean stacked;
};

enum
{
  PROP_0,
  PROP_POSITION,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void souls_panes_buildable_init (GtkBuildableIface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (SoulsPanes, souls_panes, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_BUILDABLE, souls_panes_buildable_init))

static GtkBuildableIface *parent_buildable;

static int
first_width (SoulsPanes *self,
             int         width,
             int         least_first,
             int         least_second)
{
  int room = width - GAP;
  int wanted = (int) lround (room * self->position);

  return CLAMP (wanted, least_first, MAX (least_first, room - least_second));
}

/* One child fills the place while the other is not shown. */
static gboolean
is_single (SoulsPanes *self)
{
  return self->child[0] != NULL && self->child[1] != NULL && !gtk_widget_get_visible (self->child[1]);
}

static void
least_widths (SoulsPanes *self,
              int         least[2])
{
  for (int i = 0; i < 2; i++)
    {
      least[i] = 0;
      if (self->child[i] != NULL && gtk_widget_get_visible (self->child[i]))
        gtk_widget_measure (self->child[i], GTK_ORIENTATION_HORIZONTAL, -1, &least[i], NULL, NULL, NULL);
    }
}

static gboolean
fits_side_by_side (SoulsPanes *self,
                   int         width)
{
  int least[2];

  if (width < SIDE_BY_SIDE)
    return FALSE;

  least_widths (self, least);

  return least[0] + least[1] + GAP <= width;
}

static int
child_height (GtkWidget *child,
              int        width)
{
  int minimum = 0;

  if (child != NULL)
    gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, width, &minimum, NULL, NULL, NULL);

  return MAX (minimum, LEAST_HEIGHT);
}

static int
stacked_height (GtkWidget *child,
                int        width)
{
  return MAX (child_height (child, width), (int) (width * ASPECT));
}

static void
souls_panes_measure (GtkWidget      *widget,
                     GtkOrientation  orientation,
                     int             for_size,
                     int            *minimum,
                     int            *natural,
                     int            *minimum_baseline,
                     int            *natural_baseline)
{
  SoulsPanes *self = SOULS_PANES (widget);
  int least[2];

  least_widths (self, least);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = MAX (least[0], least[1]);
      /* The sidebar folds where there is less than this beside it. */
      *natural = MAX (*minimum, NATURAL_WIDTH);
    }
  else if (is_single (self))
    {
      *minimum = *natural = child_height (self->child[0], for_size);
    }
  else if (for_size < 0 || fits_side_by_side (self, for_size))
    {
      int width = for_size < 0 ? SIDE_BY_SIDE : for_size;
      int first = first_width (self, width, least[0], least[1]);

      *minimum = *natural = MAX (child_height (self->child[0], first),
                                 child_height (self->child[1], width - GAP - first));
    }
  else
    {
      *minimum = *natural = stacked_height (self->child[0], for_size) + GAP
                            + stacked_height (self->child[1], for_size);
    }
}

static void
place (GtkWidget *child,
       int        x,
       int        y,
       int        width,
       int        height)
{
  if (child != NULL)
    gtk_widget_size_allocate (child, &(GtkAllocation) { x, y, width, height }, -1);
}

static void
souls_panes_size_allocate (GtkWidget *widget,
                           int        width,
                           int        height,
                           int        baseline)
{
  SoulsPanes *self = SOULS_PANES (widget);
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;

  self->stacked = !fits_side_by_side (self, width);
  gtk_widget_set_child_visible (self->handle, !self->stacked && !is_single (self));

  if (is_single (self))
    {
      place (self->child[0], 0, 0, width, height);
    }
  else if (self->stacked)
    {
      int first = (height - GAP) / 2;

      place (self->child[0], 0, 0, width, first);
      place (self->child[1], 0, first + GAP, width, height - GAP - first);
    }
  else
    {
      int least[2], first;

      least_widths (self, least);
      first = first_width (self, width, least[0], least[1]);
      place (self->child[0], rtl ? width - first : 0, 0, first, height);
      place (self->handle, rtl ? width - first - GAP : first, 0, GAP, height);
      place (self->child[1], rtl ? 0 : first + GAP, 0, width - GAP - first, height);
    }
}

static GtkSizeRequestMode
souls_panes_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

/* The gesture is the panes' own, not the handle's: offsets would shrink as the handle moves along. */
static void
drag_begin_cb (GtkGestureDrag *gesture,
               double          x,
               double          y,
               SoulsPanes     *self)
{
  GtkWidget *picked = gtk_widget_pick (GTK_WIDGET (self), x, y, GTK_PICK_DEFAULT);

  self->drag_start = self->position;
  gtk_gesture_set_state (GTK_GESTURE (gesture),
                         picked == self->handle ? GTK_EVENT_SEQUENCE_CLAIMED : GTK_EVENT_SEQUENCE_DENIED);
}

static void
drag_update_cb (GtkGestureDrag *gesture,
                double          dx,
                double          dy,
                SoulsPanes     *self)
{
  int width = gtk_widget_get_width (GTK_WIDGET (self)) - GAP;

  if (gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL)
    dx = -dx;

  if (width > 0)
    souls_panes_set_position (self, self->drag_start + dx / width);
}

static void
handle_pressed_twice_cb (GtkGestureClick *gesture,
                         int              n_press,
                         double           x,
                         double           y,
                         SoulsPanes      *self)
{
  if (n_press == 2)
    souls_panes_set_position (self, 0.5);
}

static gboolean
move_handle_cb (GtkWidget *handle,
                GVariant  *arguments,
                gpointer   data)
{
  SoulsPanes *self = SOULS_PANES (gtk_widget_get_parent (handle));
  int direction = g_variant_get_int32 (arguments);

  if (gtk_widget_get_direction (handle) == GTK_TEXT_DIR_RTL)
    direction = -direction;

  souls_panes_set_position (self, self->position + direction * STEP);

  return TRUE;
}

/* The handle: a grip that the pointer and the keyboard can move. */
static GtkWidget *
make_handle (SoulsPanes *self)
{
  GtkWidget *handle = g_object_new (GTK_TYPE_SEPARATOR,
                                    "orientation", GTK_ORIENTATION_VERTICAL,
                                    "focusable", TRUE,
                                    NULL);
  GtkGesture *click = gtk_gesture_click_new ();
  GtkEventController *keys = gtk_shortcut_controller_new ();
  const struct { guint key; int direction; } bindings[] = {
    { GDK_KEY_Left, -1 }, { GDK_KEY_KP_Left, -1 }, { GDK_KEY_Right, 1 }, { GDK_KEY_KP_Right, 1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (bindings); i++)
    {
      GtkShortcut *shortcut = gtk_shortcut_new (gtk_keyval_trigger_new (bindings[i].key, 0),
                                                gtk_callback_action_new (move_handle_cb, NULL, NULL));

      gtk_shortcut_set_arguments (shortcut, g_variant_new_int32 (bindings[i].direction));
      gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys), shortcut);
    }
  gtk_widget_add_controller (handle, keys);

  g_signal_connect (click, "pressed", G_CALLBACK (handle_pressed_twice_cb), self);
  gtk_widget_add_controller (handle, GTK_EVENT_CONTROLLER (click));

  gtk_widget_set_cursor_from_name (handle, "col-resize");
  gtk_widget_add_css_class (handle, "panes-handle");
  gtk_accessible_update_property (GTK_ACCESSIBLE (handle),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _("Division between the charts"), -1);

  return handle;
}

static void
souls_panes_add_child (GtkBuildable *buildable,
                       GtkBuilder   *builder,
                       GObject      *child,
                       const char   *type)
{
  SoulsPanes *self = SOULS_PANES (buildable);

  if (GTK_IS_WIDGET (child) && self->n_children < 2)
    {
      self->child[self->n_children++] = GTK_WIDGET (child);
      /* In the order that Tab walks: first, handle, second. */
      if (self->n_children == 1)
        gtk_widget_insert_before (GTK_WIDGET (child), GTK_WIDGET (self), self->handle);
      else
        gtk_widget_insert_after (GTK_WIDGET (child), GTK_WIDGET (self), self->handle);
    }
  else
    {
      parent_buildable->add_child (buildable, builder, child, type);
    }
}

static void
souls_panes_buildable_init (GtkBuildableIface *iface)
{
  parent_buildable = g_type_interface_peek_parent (iface);
  iface->add_child = souls_panes_add_child;
}

static void
souls_panes_get_property (GObject    *object,
                          guint       id,
                          GValue     *value,
                          GParamSpec *pspec)
{
  if (id == PROP_POSITION)
    g_value_set_double (value, souls_panes_get_position (SOULS_PANES (object)));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
souls_panes_set_property (GObject      *object,
                          guint         id,
                          const GValue *value,
                          GParamSpec   *pspec)
{
  if (id == PROP_POSITION)
    souls_panes_set_position (SOULS_PANES (object), g_value_get_double (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
souls_panes_dispose (GObject *object)
{
  SoulsPanes *self = SOULS_PANES (object);

  for (int i = 0; i < 2; i++)
    g_clear_pointer (&self->child[i], gtk_widget_unparent);
  g_clear_pointer (&self->handle, gtk_widget_unparent);

  G_OBJECT_CLASS (souls_panes_parent_class)->dispose (object);
}

static void
souls_panes_class_init (SoulsPanesClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = souls_panes_dispose;
  object_class->get_property = souls_panes_get_property;
  object_class->set_property = souls_panes_set_property;

  widget_class->measure = souls_panes_measure;
  widget_class->size_allocate = souls_panes_size_allocate;
  widget_class->get_request_mode = souls_panes_get_request_mode;

  properties[PROP_POSITION] =
    g_param_spec_double ("position", NULL, NULL, LEAST_POSITION, MOST_POSITION, 0.5,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_css_name (widget_class, "panes");
}

static void
souls_panes_init (SoulsPanes *self)
{
  GtkGesture *drag = gtk_gesture_drag_new ();

  g_signal_connect (drag, "drag-begin", G_CALLBACK (drag_begin_cb), self);
  g_signal_connect (drag, "drag-update", G_CALLBACK (drag_update_cb), self);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (drag), GTK_PHASE_CAPTURE);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));

  self->position = 0.5;
  self->handle = make_handle (self);
  gtk_widget_set_parent (self->handle, GTK_WIDGET (self));
}

/**
 * souls_panes_get_position:
 * @self: the panes
 *
 * Returns: the first child's share of the width
 */
double
souls_panes_get_position (SoulsPanes *self)
{
  g_return_val_if_fail (SOULS_IS_PANES (self), 0.5);

  return self->position;
}

/**
 * souls_panes_set_position:
 * @self: the panes
 * @position: the first child's share of the width; kept between 0.1 and 0.9
 *
 * Moves the handle.
 */
void
souls_panes_set_position (SoulsPanes *self,
                          double      position)
{
  g_return_if_fail (SOULS_IS_PANES (self));

  position = CLAMP (position, LEAST_POSITION, MOST_POSITION);
  if (position == self->position)
    return;

  self->position = position;
  gtk_widget_queue_resize (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_POSITION]);
}

/**
 * souls_panes_is_stacked:
 * @self: the panes
 *
 * Returns: whether the children stand one below the other
 */
gboolean
souls_panes_is_stacked (SoulsPanes *self)
{
  g_return_val_if_fail (SOULS_IS_PANES (self), FALSE);

  return self->stacked;
}
