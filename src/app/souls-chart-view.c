/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "souls-config.h"

#include "souls-chart-view.h"

#include <adwaita.h>
#include <math.h>

#include "souls-app-words.h"
#include "souls-chart-bubble.h"
#include "souls-chart-shine.h"
#include "souls-chart-walk.h"

#define MIN_WIDTH      280
#define MIN_HEIGHT     220
#define NATURAL_WIDTH  480
#define NATURAL_HEIGHT 360

/* How far, in px, the pointer may be from a mark. */
#define SLACK 12.0

#define EASE_MS 200

struct _SoulsChartView
{
  GtkWidget parent_instance;

  /* Owned */
  SoulsSession *session;
  SoulsScene *scene;
  GskRenderNode *node;     /* the scene as drawn; NULL: to be drawn */
  GskRenderNode *old_node; /* the chart before, while it fades */
  AdwAnimation *ease;
  AdwAnimation *fade;
  SoulsChartShine *shine;
  SoulsChartHand *hand;

  SoulsChart chart;
  int chart_view;
  SoulsDriver map_drivers[2];
  double base_size; /* px; 0: what suits the width */
  gboolean references;
  gboolean stale; /* the scene is to be laid out */

  SoulsRange range; /* of the value axis as shown */
  SoulsRange ease_from;
  SoulsRange ease_to;
  gboolean has_range;
  guint watch_id;

  int hover; /* targets; -1: none */
  int cursor;
  guint cursor_key;
  double pointer_x;
  double pointer_y;
  gboolean has_pointer;
};

G_DEFINE_FINAL_TYPE (SoulsChartView, souls_chart_view, GTK_TYPE_WIDGET)

static gboolean ensure_layout (SoulsChartView *self);

static gboolean
same_range (SoulsRange a, SoulsRange b)
{
  return a.min == b.min && a.max == b.max;
}

static void
invalidate (SoulsChartView *self)
{
  self->stale = TRUE;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
redraw (SoulsChartView *self)
{
  g_clear_pointer (&self->node, gsk_render_node_unref);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static const SoulsTarget *
get_target (SoulsChartView *self, int index)
{
  if (index < 0 || index >= (int) souls_scene_get_n_targets (self->scene))
    return NULL;
  return souls_scene_get_target (self->scene, (guint) index);
}

static int
find_key (SoulsChartView *self, guint key)
{
  for (guint i = 0; i < souls_scene_get_n_targets (self->scene); i++)
    if (souls_scene_get_target (self->scene, i)->key == key)
      return (int) i;
  return -1;
}

static void
update_words (SoulsChartView *self)
{
  souls_chart_say (GTK_WIDGET (self), self->scene, get_target (self, self->cursor));
}

/**
 * souls_chart_view_fill_input:
 * @view: (out caller-allocates)
 * @words: the reader's language
 *
 * Gathers what the chart shows, as a #SoulsViewInput is; there must be a session.
 */
void
souls_chart_view_fill_input (SoulsChartView *self, SoulsViewInput *view, const SoulsWords *words)
{
  g_return_if_fail (SOULS_IS_CHART_VIEW (self) && self->session != NULL);

  souls_view_input_fill (view, self->session, self->chart, self->chart_view, words);
  for (int i = 0; i < 2; i++)
    view->input.map_drivers[i] = self->map_drivers[i];
  /* References that cannot be read are not shown; nothing else hangs on them. */
  if (self->references)
    view->input.references =
      souls_data_set_get_references (souls_session_get_data (self->session), NULL);
}

static void
lay_out (SoulsChartView *self, const SoulsRange *range)
{
  SoulsViewInput view;
  const SoulsChartFrame frame = {
    .width = gtk_widget_get_width (GTK_WIDGET (self)),
    .height = gtk_widget_get_height (GTK_WIDGET (self)),
    .base_size = self->base_size,
    .range = range,
    .with_finding = TRUE,
  };

  souls_chart_view_fill_input (self, &view, souls_app_words ());
  souls_chart_shine_fill (self->shine, self->chart, &view.input);
  souls_chart_layout (self->chart, &view.input, &frame, self->scene);
}

static void
start_ease (SoulsChartView *self)
{
  self->ease_from = self->range;
  self->ease_to = souls_scene_get_range (self->scene);
  adw_animation_play (self->ease);
}

/* No animation may begin while a frame is drawn: it begins with the next. */
static gboolean
watch_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  SoulsChartView *self = SOULS_CHART_VIEW (widget);

  self->watch_id = 0;
  if (ensure_layout (self) && !souls_session_in_gesture (self->session))
    start_ease (self);
  return G_SOURCE_REMOVE;
}

static void
watch (SoulsChartView *self)
{
  if (self->watch_id == 0)
    self->watch_id = gtk_widget_add_tick_callback (GTK_WIDGET (self), watch_cb, NULL, NULL);
}

static gboolean
is_easing (SoulsChartView *self)
{
  return adw_animation_get_state (self->ease) == ADW_ANIMATION_PLAYING;
}

/* Lays out with the axis that is held, widened at once if a mark would leave it; what is too
 * wide is eased once the hand is up: the session says so by a change of its own. */
static void
lay_out_held (SoulsChartView *self)
{
  SoulsRange own, wide;

  lay_out (self, &self->range);
  own = souls_scene_get_range (self->scene);
  wide.min = MIN (self->range.min, own.min);
  wide.max = MAX (self->range.max, own.max);
  if (!same_range (wide, self->range))
    {
      self->range = wide;
      lay_out (self, &self->range);
    }
  if (!same_range (self->range, own) && !souls_session_in_gesture (self->session) &&
      !(is_easing (self) && same_range (self->ease_to, own)))
    watch (self);
}

static void
find_hover (SoulsChartView *self)
{
  self->hover =
    self->has_pointer ? souls_scene_hit (self->scene, self->pointer_x, self->pointer_y, SLACK) : -1;
}

static gboolean
ensure_layout (SoulsChartView *self)
{
  if (self->session == NULL || gtk_widget_get_width (GTK_WIDGET (self)) <= 0 ||
      gtk_widget_get_height (GTK_WIDGET (self)) <= 0)
    return FALSE;
  if (!self->stale)
    return TRUE;

  self->stale = FALSE;
  if (self->has_range)
    lay_out_held (self);
  else
    {
      lay_out (self, NULL);
      self->range = souls_scene_get_range (self->scene);
      self->has_range = self->range.min < self->range.max;
    }
  g_clear_pointer (&self->node, gsk_render_node_unref);
  if (self->cursor >= 0)
    self->cursor = find_key (self, self->cursor_key);
  find_hover (self);
  update_words (self);
  return TRUE;
}

static void
ensure_node (SoulsChartView *self, int width, int height)
{
  GtkSnapshot *snapshot;
  cairo_t *cr;

  if (self->node != NULL)
    return;
  snapshot = gtk_snapshot_new ();
  cr = gtk_snapshot_append_cairo (snapshot,
                                  &GRAPHENE_RECT_INIT (0.0f, 0.0f, (float) width, (float) height));
  souls_scene_draw (self->scene, cr, souls_app_theme ());
  cairo_destroy (cr);
  self->node = gtk_snapshot_free_to_node (snapshot);
}

static void
append_chart (SoulsChartView *self, GtkSnapshot *snapshot)
{
  if (self->old_node == NULL)
    {
      gtk_snapshot_append_node (snapshot, self->node);
      return;
    }
  gtk_snapshot_push_cross_fade (snapshot, adw_animation_get_value (self->fade));
  gtk_snapshot_append_node (snapshot, self->old_node);
  gtk_snapshot_pop (snapshot);
  gtk_snapshot_append_node (snapshot, self->node);
  gtk_snapshot_pop (snapshot);
}

/* The pointer goes before the keyboard, whose ring stays. */
static void
append_marks (SoulsChartView *self, GtkSnapshot *snapshot)
{
  const SoulsTarget *hovered = get_target (self, self->hover);
  const SoulsTarget *cursor = NULL;

  /* The line at the hand has a figure of its own. */
  if (!isnan (souls_chart_hand_get_wanted (self->hand)))
    return;
  if (gtk_widget_has_focus (GTK_WIDGET (self)))
    cursor = get_target (self, self->cursor);
  if (hovered != NULL && hovered != cursor)
    souls_chart_ring_snapshot (snapshot, hovered->box, FALSE);
  if (cursor != NULL)
    souls_chart_ring_snapshot (snapshot, cursor->box, TRUE);
  if (hovered != NULL || cursor != NULL)
    souls_chart_bubble_snapshot (GTK_WIDGET (self), snapshot, hovered != NULL ? hovered : cursor);
}

static void
souls_chart_view_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  SoulsChartView *self = SOULS_CHART_VIEW (widget);
  int width = gtk_widget_get_width (widget);
  int height = gtk_widget_get_height (widget);

  if (!ensure_layout (self))
    return;
  ensure_node (self, width, height);
  gtk_snapshot_push_clip (snapshot,
                          &GRAPHENE_RECT_INIT (0.0f, 0.0f, (float) width, (float) height));
  if (self->node != NULL)
    append_chart (self, snapshot);
  append_marks (self, snapshot);
  souls_chart_hand_snapshot (self->hand, snapshot);
  gtk_snapshot_pop (snapshot);
}

static void
souls_chart_view_measure (GtkWidget *widget,
                          GtkOrientation orientation,
                          int for_size,
                          int *minimum,
                          int *natural,
                          int *minimum_baseline,
                          int *natural_baseline)
{
  gboolean horizontal = orientation == GTK_ORIENTATION_HORIZONTAL;

  *minimum = horizontal ? MIN_WIDTH : MIN_HEIGHT;
  *natural = horizontal ? NATURAL_WIDTH : NATURAL_HEIGHT;
}

/* Another size is another picture: its axis need not be eased to. */
static void
souls_chart_view_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  SoulsChartView *self = SOULS_CHART_VIEW (widget);

  if (souls_scene_get_width (self->scene) == width &&
      souls_scene_get_height (self->scene) == height)
    return;
  adw_animation_skip (self->fade);
  souls_chart_hand_cancel (self->hand);
  if (self->session == NULL || !souls_session_in_gesture (self->session))
    self->has_range = FALSE;
  self->stale = TRUE;
}

static void
souls_chart_view_direction_changed (GtkWidget *widget, GtkTextDirection previous)
{
  invalidate (SOULS_CHART_VIEW (widget));
}

/* System fonts and the like. */
static void
souls_chart_view_system_setting_changed (GtkWidget *widget, GtkSystemSetting setting)
{
  invalidate (SOULS_CHART_VIEW (widget));
  GTK_WIDGET_CLASS (souls_chart_view_parent_class)->system_setting_changed (widget, setting);
}

static void
set_hover (SoulsChartView *self, gboolean has_pointer, double x, double y)
{
  int before = self->hover;

  self->has_pointer = has_pointer;
  self->pointer_x = x;
  self->pointer_y = y;
  if (ensure_layout (self))
    find_hover (self);
  souls_chart_hand_point (self->hand, has_pointer, x, y);
  if (self->hover != before)
    gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
motion_cb (SoulsChartView *self, double x, double y)
{
  set_hover (self, TRUE, x, y);
}

static void
left_cb (SoulsChartView *self)
{
  set_hover (self, FALSE, 0.0, 0.0);
}

static void
pressed_cb (SoulsChartView *self, int n_press, double x, double y)
{
  gtk_widget_grab_focus (GTK_WIDGET (self));
  souls_chart_view_set_cursor (self, souls_chart_view_find_target (self, x, y));
  souls_chart_go_to_driver (GTK_WIDGET (self), self->chart, get_target (self, self->cursor));
}

static gboolean
key_pressed_cb (SoulsChartView *self, guint keyval, guint keycode, GdkModifierType state)
{
  gboolean rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  int target;

  if (souls_chart_hand_key (self->hand, keyval, state))
    return GDK_EVENT_STOP;
  if ((state & gtk_accelerator_get_default_mod_mask ()) != 0 || !ensure_layout (self) ||
      souls_scene_get_n_targets (self->scene) == 0)
    return GDK_EVENT_PROPAGATE;
  if ((keyval == GDK_KEY_Return || keyval == GDK_KEY_KP_Enter) &&
      souls_chart_go_to_driver (GTK_WIDGET (self), self->chart, get_target (self, self->cursor)))
    return GDK_EVENT_STOP;
  target = souls_chart_walk (self->scene, self->cursor, keyval, rtl);
  if (target == SOULS_CHART_WALK_NOT)
    return GDK_EVENT_PROPAGATE;
  souls_chart_view_set_cursor (self, target);
  return GDK_EVENT_STOP;
}

static void
set_eased (double value, SoulsChartView *self)
{
  self->range.min = self->ease_from.min + (self->ease_to.min - self->ease_from.min) * value;
  self->range.max = self->ease_from.max + (self->ease_to.max - self->ease_from.max) * value;
  /* The last step is the range itself, or the comparison with it would start another ease. */
  if (value >= 1.0)
    self->range = self->ease_to;
  invalidate (self);
}

static void
fade_done_cb (SoulsChartView *self)
{
  g_clear_pointer (&self->old_node, gsk_render_node_unref);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
set_faded (double value, SoulsChartView *self)
{
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
souls_chart_view_dispose (GObject *object)
{
  SoulsChartView *self = SOULS_CHART_VIEW (object);

  if (self->watch_id != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->watch_id);
  self->watch_id = 0;
  if (self->hand != NULL)
    souls_chart_hand_cancel (self->hand);
  g_clear_object (&self->hand);
  g_clear_object (&self->session);
  g_clear_object (&self->ease);
  g_clear_object (&self->fade);
  g_clear_pointer (&self->shine, souls_chart_shine_free);
  g_clear_pointer (&self->node, gsk_render_node_unref);
  g_clear_pointer (&self->old_node, gsk_render_node_unref);

  G_OBJECT_CLASS (souls_chart_view_parent_class)->dispose (object);
}

static void
souls_chart_view_finalize (GObject *object)
{
  souls_scene_free (SOULS_CHART_VIEW (object)->scene);

  G_OBJECT_CLASS (souls_chart_view_parent_class)->finalize (object);
}

static void
souls_chart_view_class_init (SoulsChartViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = souls_chart_view_dispose;
  object_class->finalize = souls_chart_view_finalize;
  widget_class->snapshot = souls_chart_view_snapshot;
  widget_class->measure = souls_chart_view_measure;
  widget_class->size_allocate = souls_chart_view_size_allocate;
  widget_class->direction_changed = souls_chart_view_direction_changed;
  widget_class->system_setting_changed = souls_chart_view_system_setting_changed;

  gtk_widget_class_set_css_name (widget_class, "chartview");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
add_controllers (SoulsChartView *self)
{
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  g_signal_connect_swapped (motion, "motion", G_CALLBACK (motion_cb), self);
  g_signal_connect_swapped (motion, "enter", G_CALLBACK (motion_cb), self);
  g_signal_connect_swapped (motion, "leave", G_CALLBACK (left_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  g_signal_connect_swapped (focus, "enter", G_CALLBACK (gtk_widget_queue_draw), self);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (gtk_widget_queue_draw), self);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
  g_signal_connect_swapped (click, "pressed", G_CALLBACK (pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
}

static AdwAnimation *
make_animation (SoulsChartView *self, AdwAnimationTargetFunc func)
{
  AdwAnimationTarget *target = adw_callback_animation_target_new (func, self, NULL);

  return adw_timed_animation_new (GTK_WIDGET (self), 0.0, 1.0, EASE_MS, target);
}

static void
souls_chart_view_init (SoulsChartView *self)
{
  const SoulsDriver map_drivers[2] = SOULS_MAP_DRIVERS_DEFAULT;

  self->scene = souls_scene_new ();
  self->stale = TRUE;
  memcpy (self->map_drivers, map_drivers, sizeof map_drivers);
  self->hover = -1;
  self->cursor = -1;
  self->ease = make_animation (self, (AdwAnimationTargetFunc) set_eased);
  self->fade = make_animation (self, (AdwAnimationTargetFunc) set_faded);
  self->shine = souls_chart_shine_new (GTK_WIDGET (self), (SoulsChartShineFunc) invalidate);
  g_signal_connect_object (self->fade, "done", G_CALLBACK (fade_done_cb), self, G_CONNECT_SWAPPED);

  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  add_controllers (self);
  self->hand = souls_chart_hand_new (GTK_WIDGET (self));
  g_signal_connect_object (
    adw_style_manager_get_default (), "notify", G_CALLBACK (redraw), self, G_CONNECT_SWAPPED);
}

/**
 * souls_chart_view_new:
 *
 * Returns: (transfer floating): a view without a session, which is empty
 */
GtkWidget *
souls_chart_view_new (void)
{
  return g_object_new (SOULS_TYPE_CHART_VIEW, NULL);
}

/**
 * souls_chart_view_set_session:
 * @session: (nullable): what the chart is about; the view keeps a reference and follows it
 */
void
souls_chart_view_set_session (SoulsChartView *self, SoulsSession *session)
{
  g_return_if_fail (SOULS_IS_CHART_VIEW (self));

  if (self->session == session)
    return;
  souls_chart_hand_cancel (self->hand);
  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);
  g_set_object (&self->session, session);
  if (session != NULL)
    g_signal_connect_object (session, "changed", G_CALLBACK (invalidate), self, G_CONNECT_SWAPPED);
  self->has_range = FALSE;
  invalidate (self);
}

/**
 * souls_chart_view_get_session:
 *
 * Returns: (transfer none) (nullable): the session
 */
SoulsSession *
souls_chart_view_get_session (SoulsChartView *self)
{
  g_return_val_if_fail (SOULS_IS_CHART_VIEW (self), NULL);

  return self->session;
}

/* What is shown next fades in over what is shown now. */
static void
replace (SoulsChartView *self)
{
  adw_animation_pause (self->ease);
  souls_chart_hand_cancel (self->hand);
  g_clear_pointer (&self->old_node, gsk_render_node_unref);
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    {
      self->old_node = g_steal_pointer (&self->node);
      adw_animation_play (self->fade);
    }
  self->has_range = FALSE;
  self->cursor = -1;
  invalidate (self);
}

/**
 * souls_chart_view_set_chart:
 *
 * Shows another chart, in its first view; it fades in over the one before.
 */
void
souls_chart_view_set_chart (SoulsChartView *self, SoulsChart chart)
{
  g_return_if_fail (SOULS_IS_CHART_VIEW (self));
  g_return_if_fail ((guint) chart < SOULS_N_CHARTS);

  if (self->chart == chart)
    return;
  self->chart = chart;
  self->chart_view = 0;
  replace (self);
}

SoulsChart
souls_chart_view_get_chart (SoulsChartView *self)
{
  g_return_val_if_fail (SOULS_IS_CHART_VIEW (self), SOULS_N_CHARTS);

  return self->chart;
}

/**
 * souls_chart_view_set_view:
 * @view: from 0
 *
 * Shows another of the chart's views.
 */
void
souls_chart_view_set_view (SoulsChartView *self, int view)
{
  g_return_if_fail (SOULS_IS_CHART_VIEW (self));
  g_return_if_fail (view >= 0 && view < souls_chart_n_views (self->chart));

  if (self->chart_view == view)
    return;
  self->chart_view = view;
  replace (self);
}

int
souls_chart_view_get_view (SoulsChartView *self)
{
  g_return_val_if_fail (SOULS_IS_CHART_VIEW (self), 0);

  return self->chart_view;
}

/**
 * souls_chart_view_set_references:
 * @references: whether to show what other companies publish, where the chart can
 */
void
souls_chart_view_set_references (SoulsChartView *self, gboolean references)
{
  g_return_if_fail (SOULS_IS_CHART_VIEW (self));

  if (self->references == references)
    return;
  self->references = references;
  invalidate (self);
}

gboolean
souls_chart_view_get_references (SoulsChartView *self)
{
  g_return_val_if_fail (SOULS_IS_CHART_VIEW (self), FALSE);

  return self->references;
}

/**
 * souls_chart_view_set_base_size:
 * @base_size: the text's size in px, or 0 for what suits the width
 */
void
souls_chart_view_set_base_size (SoulsChartView *self, double base_size)
{
  g_return_if_fail (SOULS_IS_CHART_VIEW (self));

  if (self->base_size == base_size)
    return;
  self->base_size = base_size;
  self->has_range = FALSE;
  invalidate (self);
}

/**
 * souls_chart_view_set_map_drivers:
 * @x: across
 * @y: upwards; another one
 *
 * Chooses the two sliders of the break-even map.
 */
void
souls_chart_view_set_map_drivers (SoulsChartView *self, SoulsDriver x, SoulsDriver y)
{
  g_return_if_fail (SOULS_IS_CHART_VIEW (self));
  g_return_if_fail ((guint) x < SOULS_N_DRIVERS && (guint) y < SOULS_N_DRIVERS && x != y);

  if (self->map_drivers[0] == x && self->map_drivers[1] == y)
    return;
  souls_chart_hand_cancel (self->hand);
  self->map_drivers[0] = x;
  self->map_drivers[1] = y;
  self->has_range = FALSE;
  invalidate (self);
}

/**
 * souls_chart_view_get_map_drivers:
 *
 * Returns: (transfer none): two drivers: across, upwards
 */
const SoulsDriver *
souls_chart_view_get_map_drivers (SoulsChartView *self)
{
  g_return_val_if_fail (SOULS_IS_CHART_VIEW (self), NULL);

  return self->map_drivers;
}

/* (transfer none): what moves the chart's marks */
SoulsChartHand *
souls_chart_view_get_hand (SoulsChartView *self)
{
  g_return_val_if_fail (SOULS_IS_CHART_VIEW (self), NULL);

  return self->hand;
}

/**
 * souls_chart_view_get_scene:
 *
 * The chart as it is on screen, laid out if need be.
 *
 * Returns: (transfer none) (nullable): the scene, until the session or the size changes; %NULL
 *   before there is any
 */
const SoulsScene *
souls_chart_view_get_scene (SoulsChartView *self)
{
  g_return_val_if_fail (SOULS_IS_CHART_VIEW (self), NULL);

  return ensure_layout (self) ? self->scene : NULL;
}

/**
 * souls_chart_view_get_cursor:
 *
 * Returns: the target under the keyboard cursor, or -1
 */
int
souls_chart_view_get_cursor (SoulsChartView *self)
{
  g_return_val_if_fail (SOULS_IS_CHART_VIEW (self), -1);

  return self->cursor;
}

/**
 * souls_chart_view_get_pointed:
 *
 * Returns: the target under the pointer, else that under the keyboard cursor, else -1
 */
int
souls_chart_view_get_pointed (SoulsChartView *self)
{
  g_return_val_if_fail (SOULS_IS_CHART_VIEW (self), -1);

  if (!ensure_layout (self))
    return -1;
  return self->hover >= 0 ? self->hover : self->cursor;
}

/**
 * souls_chart_view_find_target:
 *
 * Returns: the target at a point of the view, or near it; else -1
 */
int
souls_chart_view_find_target (SoulsChartView *self, double x, double y)
{
  g_return_val_if_fail (SOULS_IS_CHART_VIEW (self), -1);

  return ensure_layout (self) ? souls_scene_hit (self->scene, x, y, SLACK) : -1;
}

/**
 * souls_chart_view_set_cursor:
 * @target: index of a target of the scene, or -1 for none
 *
 * Moves the keyboard cursor.
 */
void
souls_chart_view_set_cursor (SoulsChartView *self, int target)
{
  g_return_if_fail (SOULS_IS_CHART_VIEW (self));

  if (!ensure_layout (self) || get_target (self, target) == NULL)
    target = -1;
  if (self->cursor == target)
    return;
  self->cursor = target;
  if (target >= 0)
    self->cursor_key = get_target (self, target)->key;
  update_words (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
