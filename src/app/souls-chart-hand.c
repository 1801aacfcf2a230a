/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "souls-config.h"

#include "souls-chart-hand.h"

#include <glib/gi18n.h>
#include <math.h>

#include "souls-app-words.h"
#include "souls-chart-bubble.h"
#include "souls-chart-view.h"
#include "souls-slider.h"

/* How far, in px, from its mark a handle is taken hold of; and how far it is moved before it follows: less is a click. */
#define SLACK 9.0
#define TOUCH_SLACK 18.0
#define THRESHOLD 6.0

/* How near, in px, the baseline and the ends of a slider take hold of the map's point. */
#define REACH 4.0

#define LINE_OVER 14.0f

struct _SoulsChartHand
{
  GObject parent_instance;

  GtkWidget *view;       /* owns this */
  GtkGesture *drag;      /* the view's */

  SoulsHandle handle;    /* as it was when it was taken hold of */
  gboolean holds;
  gboolean moves;        /* beyond the threshold */
  double from_x;
  double from_y;
  double y;              /* px of what is wanted */
  double wanted;         /* in the metric's unit */
  double before[2];      /* where the map's sliders stood */

  guint held_key;        /* 0: none */
  const char *cursor;
};

G_DEFINE_FINAL_TYPE (SoulsChartHand, souls_chart_hand, G_TYPE_OBJECT)

static SoulsSession *
get_session (SoulsChartHand *self)
{
  return souls_chart_view_get_session (SOULS_CHART_VIEW (self->view));
}

/* Whether it is the point of two sliders, and not a metric's mark. */
static gboolean
is_point (const SoulsHandle *handle)
{
  return handle->metric < 0;
}

static double
get_middle (double start,
            double length)
{
  return start + length / 2.0;
}

/* 1, 2 or 5 × 10ⁿ */
static double
round_up (double value)
{
  static const double steps[] = { 1.0, 2.0, 5.0 };
  const double power = pow (10.0, floor (log10 (value)));

  for (gsize i = 0; i < G_N_ELEMENTS (steps); i++)
    if (steps[i] * power >= value * (1.0 - 1e-9))
      return steps[i] * power;
  return 10.0 * power;
}

/**
 * souls_chart_hand_round:
 * @value: where the hand is
 * @map: of the axis along which it moves
 *
 * Rounds to what can be told apart: no finer than the axis has px, and to the three figures that a label shows.
 *
 * Returns: the round value
 */
double
souls_chart_hand_round (double              value,
                        const SoulsAxisMap *map)
{
  const double pixel = fabs ((map->value1 - map->value0) / (map->px1 - map->px0));
  const double figures = value != 0.0 ? pow (10.0, floor (log10 (fabs (value))) - 2.0) : 0.0;
  const double step = MAX (pixel > 0.0 ? round_up (pixel) : 0.0, figures);

  return step > 0.0 ? round (value / step) * step : value;
}

/* The map's sliders */

static SoulsDriver
get_driver (SoulsChartHand *self,
            int             axis)
{
  return souls_chart_view_get_map_drivers (SOULS_CHART_VIEW (self->view))[axis];
}

static const SoulsAxisMap *
get_map (const SoulsHandle *handle,
         int                axis)
{
  return axis == 0 ? &handle->x : &handle->y;
}

/* As a slider under a hand goes. In the model's unit. */
static double
snap (SoulsChartHand     *self,
      const SoulsAxisMap *map,
      SoulsDriver         driver,
      double              px)
{
  const SoulsCalibration *calibration = souls_session_get_calibration (get_session (self));
  const double min = souls_driver_to_shown (driver, calibration->min[driver]);
  const double max = souls_driver_to_shown (driver, calibration->max[driver]);
  const double value =
    souls_driver_to_shown (driver, souls_axis_map_value (map, souls_axis_map_clamp (map, px)));

  return souls_driver_from_shown (
    driver, souls_slider_snap (value, souls_driver_info (driver)->step,
                               souls_driver_to_shown (driver, calibration->baseline[driver]),
                               REACH * (max - min) / fabs (map->px1 - map->px0), min, max));
}

/* The conversion to the unit shown and back may leave the range by a last digit. */
static void
set_driver (SoulsChartHand *self,
            SoulsDriver     driver,
            double          value)
{
  const SoulsCalibration *calibration = souls_session_get_calibration (get_session (self));

  souls_session_set_driver (get_session (self), driver,
                            CLAMP (value, calibration->min[driver], calibration->max[driver]), NULL);
}

static void
move_point (SoulsChartHand *self,
            double          x,
            double          y)
{
  const SoulsBox *box = &self->handle.box;

  set_driver (self, get_driver (self, 0),
              snap (self, &self->handle.x, get_driver (self, 0), get_middle (box->x, box->width) + x - self->from_x));
  set_driver (self, get_driver (self, 1),
              snap (self, &self->handle.y, get_driver (self, 1), get_middle (box->y, box->height) + y - self->from_y));
}

static void
begin_point (SoulsChartHand *self)
{
  for (int i = 0; i < 2; i++)
    self->before[i] = souls_session_get_driver (get_session (self), get_driver (self, i));
  souls_session_begin_gesture (get_session (self));
}

/* Holding and letting go */

/* The value may leave the axis, which stays as it is: what is wanted may be a loss where there is none. */
static void
move_wanted (SoulsChartHand *self,
             double          y)
{
  const SoulsBox *box = &self->handle.box;
  const double px = CLAMP (get_middle (box->y, box->height) + y - self->from_y, 0.0,
                           (double) gtk_widget_get_height (self->view));

  self->wanted = souls_chart_hand_round (souls_axis_map_value (&self->handle.y, px), &self->handle.y);
  self->y = souls_axis_map_px (&self->handle.y, self->wanted);
  gtk_widget_queue_draw (self->view);
}

static gboolean
begin_near (SoulsChartHand *self,
            double          x,
            double          y,
            double          slack)
{
  const SoulsScene *scene = souls_chart_view_get_scene (SOULS_CHART_VIEW (self->view));
  const int index = scene != NULL ? souls_scene_find_handle (scene, x, y, slack) : -1;

  souls_chart_hand_cancel (self);
  /* What is shown for a while only is not there to be changed. */
  if (index < 0 || souls_session_in_preview (get_session (self)))
    return FALSE;
  self->handle = *souls_scene_get_handle (scene, (guint) index);
  self->holds = TRUE;
  self->from_x = x;
  self->from_y = y;
  return TRUE;
}

/**
 * souls_chart_hand_begin:
 * @x: px of the view
 * @y: px of the view
 *
 * Takes hold of the handle there.
 *
 * Returns: whether there is one
 */
gboolean
souls_chart_hand_begin (SoulsChartHand *self,
                        double          x,
                        double          y)
{
  g_return_val_if_fail (SOULS_IS_CHART_HAND (self), FALSE);

  return begin_near (self, x, y, SLACK);
}

/**
 * souls_chart_hand_move:
 * @x: px of the view
 * @y: px of the view
 *
 * Moves what is held there, once it is further away than a click would be. Nothing where nothing is held.
 */
void
souls_chart_hand_move (SoulsChartHand *self,
                       double          x,
                       double          y)
{
  g_return_if_fail (SOULS_IS_CHART_HAND (self));

  if (!self->holds)
    return;
  if (!self->moves)
    {
      if (hypot (souls_axis_map_moves (&self->handle.x) ? x - self->from_x : 0.0, y - self->from_y) < THRESHOLD)
        return;
      self->moves = TRUE;
      if (is_point (&self->handle))
        begin_point (self);
    }
  if (is_point (&self->handle))
    move_point (self, x, y);
  else
    move_wanted (self, y);
}

static void
release_key (SoulsChartHand *self)
{
  if (self->held_key == 0)
    return;
  self->held_key = 0;
  if (get_session (self) != NULL)
    souls_session_end_gesture (get_session (self));
}

/* Lets go without a word. Returns whether anything was moved. */
static gboolean
release (SoulsChartHand *self)
{
  const gboolean moved = self->moves;

  self->holds = FALSE;
  self->moves = FALSE;
  gtk_widget_queue_draw (self->view);
  return moved;
}

/**
 * souls_chart_hand_end:
 *
 * Lets go of what is held: the map's sliders stay there; for anything else the window asks which slider may bring it
 * about.
 */
void
souls_chart_hand_end (SoulsChartHand *self)
{
  g_return_if_fail (SOULS_IS_CHART_HAND (self));

  if (!release (self))
    return;
  if (is_point (&self->handle))
    souls_session_end_gesture (get_session (self));
  else
    gtk_widget_activate_action (self->view, "win.seek-goal", "(iid)", self->handle.metric, self->handle.year,
                                self->wanted);
}

/**
 * souls_chart_hand_cancel:
 *
 * Lets go of what is held, which is as it was before; what keys have moved stays.
 */
void
souls_chart_hand_cancel (SoulsChartHand *self)
{
  g_return_if_fail (SOULS_IS_CHART_HAND (self));

  release_key (self);
  if (!self->holds || !release (self) || !is_point (&self->handle))
    return;
  for (int i = 0; i < 2; i++)
    set_driver (self, get_driver (self, i), self->before[i]);
  souls_session_end_gesture (get_session (self));
}

/**
 * souls_chart_hand_is_moving:
 *
 * Whether something is held and no click any more.
 */
gboolean
souls_chart_hand_is_moving (SoulsChartHand *self)
{
  g_return_val_if_fail (SOULS_IS_CHART_HAND (self), FALSE);

  return self->moves;
}

/**
 * souls_chart_hand_get_wanted:
 *
 * Returns: what the label at the hand says, in the metric's unit; NAN where no metric is moved
 */
double
souls_chart_hand_get_wanted (SoulsChartHand *self)
{
  g_return_val_if_fail (SOULS_IS_CHART_HAND (self), NAN);

  return self->moves && !is_point (&self->handle) ? self->wanted : NAN;
}

/* The pointer */

/**
 * souls_chart_hand_point:
 * @has_pointer: whether the pointer is over the view
 *
 * Says by the pointer's shape what can be moved there, and where to.
 */
void
souls_chart_hand_point (SoulsChartHand *self,
                        gboolean        has_pointer,
                        double          x,
                        double          y)
{
  const SoulsScene *scene = souls_chart_view_get_scene (SOULS_CHART_VIEW (self->view));
  const char *cursor = NULL;
  int index;

  if (self->holds)
    return;
  index = scene != NULL && has_pointer ? souls_scene_find_handle (scene, x, y, SLACK) : -1;
  if (index >= 0)
    cursor = is_point (souls_scene_get_handle (scene, (guint) index)) ? "move" : "ns-resize";
  if (g_strcmp0 (cursor, self->cursor) == 0)
    return;
  self->cursor = cursor;
  gtk_widget_set_cursor_from_name (self->view, cursor);
}

static gboolean
is_touch (GtkGesture *drag)
{
  GdkEventSequence *sequence = gtk_gesture_single_get_current_sequence (GTK_GESTURE_SINGLE (drag));
  GdkEvent *event = gtk_gesture_get_last_event (drag, sequence);
  GdkDevice *device = event != NULL ? gdk_event_get_device (event) : NULL;

  return device != NULL && gdk_device_get_source (device) == GDK_SOURCE_TOUCHSCREEN;
}

/* A finger on a handle does not scroll, so that its touch is none for the view, which would go to the mark. The pointer
 * may still click. Elsewhere nothing is denied: a menu that waits for a long press shares what is. */
static void
drag_begin_cb (SoulsChartHand *self,
               double          x,
               double          y,
               GtkGesture     *drag)
{
  SoulsChartView *view = SOULS_CHART_VIEW (self->view);
  const gboolean touch = is_touch (drag);

  if (!begin_near (self, x, y, touch ? TOUCH_SLACK : SLACK) || !touch)
    return;
  gtk_gesture_set_state (drag, GTK_EVENT_SEQUENCE_CLAIMED);
  gtk_widget_grab_focus (self->view);
  souls_chart_view_set_cursor (view, souls_chart_view_find_target (view, x, y));
}

static void
drag_update_cb (SoulsChartHand *self,
                double          x,
                double          y,
                GtkGesture     *drag)
{
  const gboolean moved = self->moves;

  souls_chart_hand_move (self, self->from_x + x, self->from_y + y);
  if (self->moves && !moved)
    gtk_gesture_set_state (drag, GTK_EVENT_SEQUENCE_CLAIMED);
}

static void
drag_end_cb (SoulsChartHand *self)
{
  souls_chart_hand_end (self);
}

static void
drag_cancel_cb (SoulsChartHand *self)
{
  souls_chart_hand_cancel (self);
}

/* The keyboard */

/**
 * souls_chart_hand_is_steered:
 * @target: (nullable): a mark of @scene
 *
 * Returns: whether Shift and the arrows move it
 */
gboolean
souls_chart_hand_is_steered (const SoulsScene  *scene,
                             const SoulsTarget *target)
{
  for (guint i = 0; target != NULL && i < souls_scene_get_n_handles (scene); i++)
    {
      const SoulsHandle *handle = souls_scene_get_handle (scene, i);

      if (is_point (handle) && handle->key == target->key)
        return TRUE;
    }
  return FALSE;
}

/* The map has one point. */
static const SoulsHandle *
find_point (const SoulsScene *scene)
{
  for (guint i = 0; i < souls_scene_get_n_handles (scene); i++)
    if (is_point (souls_scene_get_handle (scene, i)))
      return souls_scene_get_handle (scene, i);
  return NULL;
}

/* (out) which way: 1 for more px. Returns the axis, or -1 */
static int
read_arrow (guint  keyval,
            int   *way)
{
  switch (keyval)
    {
    case GDK_KEY_Left:
    case GDK_KEY_KP_Left:
      *way = -1;
      return 0;
    case GDK_KEY_Right:
    case GDK_KEY_KP_Right:
      *way = 1;
      return 0;
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      *way = -1;
      return 1;
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      *way = 1;
      return 1;
    default:
      return -1;
    }
}

/* By one step of the slider; a key that is held is one gesture. */
static void
step_point (SoulsChartHand    *self,
            const SoulsHandle *handle,
            guint              keyval,
            int                axis,
            int                way)
{
  const SoulsDriver driver = get_driver (self, axis);
  const SoulsAxisMap *map = get_map (handle, axis);
  SoulsSession *session = get_session (self);
  const SoulsCalibration *calibration = souls_session_get_calibration (session);
  const int direction = (map->value1 > map->value0) == (map->px1 > map->px0) ? way : -way;
  const double value = souls_slider_step (souls_driver_to_shown (driver, souls_session_get_driver (session, driver)),
                                          souls_driver_info (driver)->step, direction,
                                          souls_driver_to_shown (driver, calibration->min[driver]),
                                          souls_driver_to_shown (driver, calibration->max[driver]));

  if (keyval != self->held_key)
    {
      release_key (self);
      self->held_key = keyval;
      souls_session_begin_gesture (session);
    }
  set_driver (self, driver, souls_driver_from_shown (driver, value));
}

/**
 * souls_chart_hand_key:
 * @keyval: what was pressed
 * @state: with what
 *
 * Escape takes back what is being moved; Shift and an arrow move the map's point, where the keyboard cursor is on it.
 *
 * Returns: whether the key was meant for the hand
 */
gboolean
souls_chart_hand_key (SoulsChartHand  *self,
                      guint            keyval,
                      GdkModifierType  state)
{
  SoulsChartView *view = SOULS_CHART_VIEW (self->view);
  const SoulsScene *scene = souls_chart_view_get_scene (view);
  const int cursor = souls_chart_view_get_cursor (view);
  int axis, way;

  if (keyval == GDK_KEY_Escape && self->moves)
    {
      souls_chart_hand_cancel (self);
      return GDK_EVENT_STOP;
    }
  axis = read_arrow (keyval, &way);
  if (axis < 0 || (state & gtk_accelerator_get_default_mod_mask ()) != GDK_SHIFT_MASK || self->holds ||
      scene == NULL || cursor < 0 || souls_session_in_preview (get_session (self)) ||
      !souls_chart_hand_is_steered (scene, souls_scene_get_target (scene, (guint) cursor)))
    return GDK_EVENT_PROPAGATE;
  step_point (self, find_point (scene), keyval, axis, way);
  return GDK_EVENT_STOP;
}

static void
key_released_cb (SoulsChartHand *self,
                 guint           keyval)
{
  if (keyval == self->held_key)
    release_key (self);
}

/* What is drawn */

static GdkRGBA
get_color (SoulsColor color,
           float      alpha)
{
  const SoulsRgba *rgba = &souls_app_theme ()->color[color];

  return (GdkRGBA) { (float) rgba->red, (float) rgba->green, (float) rgba->blue, alpha };
}

static void
append_line (SoulsChartHand *self,
             GtkSnapshot    *snapshot)
{
  const SoulsBox *box = &self->handle.box;
  const GdkRGBA line = get_color (SOULS_COLOR_FOCUS, 1.0f);
  const GdkRGBA faint = get_color (SOULS_COLOR_FOCUS, 0.5f);
  const GdkRGBA way = get_color (SOULS_COLOR_FOCUS, 0.2f);
  const float y = (float) round (self->y);
  const double before = get_middle (box->y, box->height);

  gtk_snapshot_append_color (snapshot, &way,
                             &GRAPHENE_RECT_INIT ((float) box->x, (float) MIN (before, self->y), (float) box->width,
                                                  (float) fabs (self->y - before)));
  gtk_snapshot_append_color (snapshot, &faint,
                             &GRAPHENE_RECT_INIT (0.0f, y - 0.5f, (float) gtk_widget_get_width (self->view), 1.0f));
  gtk_snapshot_append_color (snapshot, &line,
                             &GRAPHENE_RECT_INIT ((float) box->x - LINE_OVER, y - 1.5f,
                                                  (float) box->width + 2.0f * LINE_OVER, 3.0f));
}

/**
 * souls_chart_hand_snapshot:
 * @self: the hand
 * @snapshot: the view's, over all else
 *
 * Draws what is wanted: a line, how far it is from what is, and the figure.
 */
void
souls_chart_hand_snapshot (SoulsChartHand *self,
                           GtkSnapshot    *snapshot)
{
  g_autofree char *amount = NULL;
  g_autofree char *year = NULL;
  SoulsTarget target;

  if (!self->moves || is_point (&self->handle))
    return;
  amount = souls_words_money (souls_app_words (), self->wanted);
  /* Translators: under an amount that a hand drags a chart's mark to; %d is a fiscal year */
  year = g_strdup_printf (_("wanted in fiscal %d"), self->handle.year);
  append_line (self, snapshot);
  target = (SoulsTarget) {
    .box = { self->handle.box.x - LINE_OVER, self->y - 2.0, self->handle.box.width + 2.0 * LINE_OVER, 4.0 },
    .name = amount,
    .value = year,
  };
  souls_chart_bubble_snapshot (self->view, snapshot, &target);
}

static void
souls_chart_hand_class_init (SoulsChartHandClass *klass)
{
}

static void
souls_chart_hand_init (SoulsChartHand *self)
{
}

/**
 * souls_chart_hand_new:
 * @view: (transfer none): a #SoulsChartView, which owns the hand and outlives it
 *
 * Returns: (transfer full): a hand that follows the pointer, a finger and the keyboard in @view
 */
SoulsChartHand *
souls_chart_hand_new (GtkWidget *view)
{
  SoulsChartHand *self = g_object_new (SOULS_TYPE_CHART_HAND, NULL);
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  self->view = view;
  self->drag = gtk_gesture_drag_new ();
  g_signal_connect_object (self->drag, "drag-begin", G_CALLBACK (drag_begin_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->drag, "drag-update", G_CALLBACK (drag_update_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->drag, "drag-end", G_CALLBACK (drag_end_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->drag, "cancel", G_CALLBACK (drag_cancel_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (view, GTK_EVENT_CONTROLLER (self->drag));
  g_signal_connect_object (keys, "key-released", G_CALLBACK (key_released_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (view, keys);
  g_signal_connect_object (focus, "leave", G_CALLBACK (release_key), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (view, focus);
  return self;
}

/**
 * souls_chart_hand_get_gesture:
 *
 * Returns: (transfer none): what follows a pointer or a finger
 */
GtkGesture *
souls_chart_hand_get_gesture (SoulsChartHand *self)
{
  g_return_val_if_fail (SOULS_IS_CHART_HAND (self), NULL);

  return self->drag;
}
