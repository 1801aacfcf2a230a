/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "souls-config.h"

#include "souls-sketch-view-private.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

#include "souls-app-words.h"
#include "souls-chart-bubble.h"
#include "souls-chart-walk.h"

#define MIN_WIDTH      280
#define MIN_HEIGHT     220
#define NATURAL_WIDTH  480
#define NATURAL_HEIGHT 360

/* How far, in px, from a mark the pointer may be. */
#define SLACK 12.0
#define REVEAL_MS 900

G_DEFINE_FINAL_TYPE (SoulsSketchView, souls_sketch_view, GTK_TYPE_WIDGET)

/* The picture is to be made anew. */
void
souls_sketch_view_invalidate (SoulsSketchView *self)
{
  self->stale = TRUE;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

const SoulsAsk *
souls_sketch_view_get_ask (SoulsSketchView *self)
{
  return &souls_lesson_run_get_step (self->run)->ask;
}

static gboolean
is_revealed (SoulsSketchView *self)
{
  return souls_lesson_run_is_revealed (self->run, souls_lesson_run_get_index (self->run));
}

gboolean
souls_sketch_view_knows_truth (SoulsSketchView *self)
{
  return self->truth_step == souls_lesson_run_get_index (self->run);
}

/* What is shown */

static SoulsSketchKind
get_kind (const SoulsAsk *ask)
{
  if (ask->kind == SOULS_ASK_LINE)
    return SOULS_SKETCH_LINE;
  return ask->kind == SOULS_ASK_CHOICE ? SOULS_SKETCH_OPTIONS : SOULS_SKETCH_NUMBERS;
}

/* Returns a quantity of the unit of the values, whatever its own. */
SoulsQuantity
souls_sketch_view_get_like (SoulsSketchView *self)
{
  const SoulsAsk *ask = souls_sketch_view_get_ask (self);

  if (ask->kind == SOULS_ASK_SLIDER)
    return souls_quantity_driver (ask->driver, 0.0);
  if (ask->kind == SOULS_ASK_NUMBER)
    return souls_sketch_view_knows_truth (self) && self->has_quantity ? self->quantity
                                                                      : souls_quantity_new (SOULS_QUANTITY_COUNT, 0.0);
  switch (souls_metric_info (ask->metric)->unit)
    {
    case SOULS_UNIT_MONEY:
      return souls_quantity_new (SOULS_QUANTITY_MONEY, 0.0);
    case SOULS_UNIT_DAYS:
      return souls_quantity_new (SOULS_QUANTITY_DAYS, 0.0);
    default:
      return souls_quantity_new (SOULS_QUANTITY_PERCENT, 0.0);
    }
}

static void
fill_range (SoulsSketchView *self,
            SoulsSketch     *sketch)
{
  const SoulsAsk *ask = souls_sketch_view_get_ask (self);
  const SoulsCalibration *calibration = souls_session_get_calibration (souls_lesson_run_get_session (self->run));

  sketch->low = ask->low;
  sketch->high = ask->high;
  if (ask->kind != SOULS_ASK_SLIDER)
    return;
  sketch->low = souls_driver_to_shown (ask->driver, calibration->min[ask->driver]);
  sketch->high = souls_driver_to_shown (ask->driver, calibration->max[ask->driver]);
}

static void
fill_votes (SoulsSketchView *self,
            SoulsSketch     *sketch)
{
  const SoulsAsk *ask = souls_sketch_view_get_ask (self);
  const guint n = self->votes_hidden ? 0 : souls_lesson_run_get_n_votes (self->run);
  const guint n_years = (guint) (ask->to - ask->from + 1);

  g_array_set_size (self->votes, 0);
  g_array_set_size (self->choices, 0);
  for (guint i = 0; i < n; i++)
    {
      const SoulsAnswer *vote = souls_lesson_run_get_vote (self->run, i);

      if (ask->kind == SOULS_ASK_CHOICE)
        g_array_append_val (self->choices, vote->option);
      else if (ask->kind == SOULS_ASK_LINE)
        g_array_append_vals (self->votes, vote->points, n_years);
      else
        g_array_append_val (self->votes, vote->number);
    }
  sketch->n_votes = (int) n;
  sketch->votes = (const double *) self->votes->data;
  sketch->choices = (const int *) self->choices->data;
}

/* A line that stands without being drawn is a class's. */
static gboolean
shows_points (SoulsSketchView *self)
{
  if (souls_sketch_view_get_ask (self)->kind != SOULS_ASK_LINE)
    return FALSE;
  return souls_lesson_run_get_answer (self->run)->given || souls_sketch_view_can_draw (self);
}

static void
get_points (SoulsSketchView *self,
            double           points[SOULS_MAX_LINE_YEARS])
{
  const SoulsAnswer *answer = souls_lesson_run_get_answer (self->run);

  for (int i = 0; i < SOULS_MAX_LINE_YEARS; i++)
    points[i] = answer->given ? answer->points[i] : NAN;
}

static void
lay_out (SoulsSketchView *self)
{
  const SoulsAsk *ask = souls_sketch_view_get_ask (self);
  const char *options[SOULS_MAX_LESSON_OPTIONS];
  const gboolean is_told = souls_sketch_view_knows_truth (self);
  double points[SOULS_MAX_LINE_YEARS];
  SoulsSketch sketch = {
    .kind = get_kind (ask), .words = souls_app_words (), .like = souls_sketch_view_get_like (self),
    .metric = ask->metric, .from = ask->from, .to = ask->to, .shown = ask->shown, .progress = self->progress,
    .options = options, .n_options = ask->n_options,
  };
  const SoulsChartFrame frame = {
    .width = gtk_widget_get_width (GTK_WIDGET (self)),
    .height = gtk_widget_get_height (GTK_WIDGET (self)),
    .base_size = self->base_size,
    .with_finding = TRUE,
  };

  for (int i = 0; i < ask->n_options; i++)
    options[i] = is_told && self->options[i] != NULL ? self->options[i] : ask->options[i].text;
  sketch.question = is_told && self->question != NULL ? self->question : ask->question;
  fill_range (self, &sketch);
  fill_votes (self, &sketch);
  get_points (self, points);
  if (shows_points (self))
    sketch.points = points;
  if (souls_sketch_view_knows_truth (self) && self->n_truth >= (ask->kind == SOULS_ASK_LINE ? ask->to - ask->from + 1 : 1))
    sketch.truth = self->truth;
  if (souls_sketch_view_knows_truth (self) && self->has_right)
    sketch.right = self->right;
  souls_sketch_layout (&sketch, &frame, self->scene);
}

/* Marks */

static int
find_key (SoulsSketchView *self,
          guint            key)
{
  for (guint i = 0; key != 0 && i < souls_scene_get_n_targets (self->scene); i++)
    if (souls_scene_get_target (self->scene, i)->key == key)
      return (int) i;
  return -1;
}

static guint
get_cursor_key (SoulsSketchView *self)
{
  return souls_sketch_view_can_draw (self) ? (guint) self->year : self->cursor_key;
}

static const SoulsTarget *
get_target (SoulsSketchView *self,
            int              index)
{
  return index >= 0 ? souls_scene_get_target (self->scene, (guint) index) : NULL;
}

void
souls_sketch_view_update_value (SoulsSketchView *self)
{
  const SoulsTarget *target = get_target (self, find_key (self, get_cursor_key (self)));
  const SoulsAsk *ask = souls_sketch_view_get_ask (self);
  double value = 0.0;
  g_autofree char *text = NULL;

  if (target != NULL)
    /* Translators: a mark of a picture, and its value */
    text = g_strdup_printf (_("%1$s: %2$s"), target->name, target->value);
  if (target != NULL && souls_sketch_view_can_draw (self))
    {
      double points[SOULS_MAX_LINE_YEARS];

      get_points (self, points);
      value = points[self->year - ask->from];
    }
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_MIN, MIN (ask->low, ask->high),
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_MAX, MAX (ask->low, ask->high),
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_NOW, isfinite (value) ? value : 0.0,
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT, text != NULL ? text : "",
                                  -1);
}

/* The picture says its finding; the year under the keyboard and its value follow the hand. */
static void
update_words (SoulsSketchView *self)
{
  const char *description = souls_scene_get_description (self->scene);
  g_autofree char *text = NULL;

  if (souls_sketch_view_can_draw (self))
    text = g_strdup_printf ("%s %s", description,
                            _("Left and right choose a year, up and down move its value, Delete takes it away."));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, souls_scene_get_finding (self->scene),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text != NULL ? text : description,
                                  GTK_ACCESSIBLE_PROPERTY_READ_ONLY, !souls_sketch_view_can_draw (self),
                                  -1);
  souls_sketch_view_update_value (self);
}

gboolean
souls_sketch_view_ensure_layout (SoulsSketchView *self)
{
  if (self->run == NULL || souls_sketch_view_get_ask (self)->kind == SOULS_ASK_NONE ||
      gtk_widget_get_width (GTK_WIDGET (self)) <= 0 || gtk_widget_get_height (GTK_WIDGET (self)) <= 0)
    return FALSE;
  if (!self->stale)
    return TRUE;
  self->stale = FALSE;
  lay_out (self);
  update_words (self);
  return TRUE;
}

static void
append_marks (SoulsSketchView *self,
              GtkSnapshot     *snapshot)
{
  const SoulsTarget *hovered = NULL;
  const SoulsTarget *cursor = NULL;

  if (self->draws || gtk_widget_has_focus (GTK_WIDGET (self)))
    cursor = get_target (self, find_key (self, get_cursor_key (self)));
  if (self->has_pointer && !self->draws)
    hovered = get_target (self, souls_scene_hit (self->scene, self->pointer_x, self->pointer_y, SLACK));
  if (hovered != NULL && hovered != cursor)
    souls_chart_ring_snapshot (snapshot, hovered->box, FALSE);
  if (cursor != NULL)
    souls_chart_ring_snapshot (snapshot, cursor->box, !self->draws);
  if (hovered != NULL || cursor != NULL)
    souls_chart_bubble_snapshot (GTK_WIDGET (self), snapshot, hovered != NULL ? hovered : cursor);
}

static void
souls_sketch_view_snapshot (GtkWidget   *widget,
                            GtkSnapshot *snapshot)
{
  SoulsSketchView *self = SOULS_SKETCH_VIEW (widget);
  const graphene_rect_t bounds =
    GRAPHENE_RECT_INIT (0.0f, 0.0f, (float) gtk_widget_get_width (widget), (float) gtk_widget_get_height (widget));
  cairo_t *cr;

  if (!souls_sketch_view_ensure_layout (self))
    return;
  gtk_snapshot_push_clip (snapshot, &bounds);
  cr = gtk_snapshot_append_cairo (snapshot, &bounds);
  souls_scene_draw (self->scene, cr, souls_app_theme ());
  cairo_destroy (cr);
  append_marks (self, snapshot);
  gtk_snapshot_pop (snapshot);
}

static void
souls_sketch_view_measure (GtkWidget      *widget,
                           GtkOrientation  orientation,
                           int             for_size,
                           int            *minimum,
                           int            *natural,
                           int            *minimum_baseline,
                           int            *natural_baseline)
{
  const gboolean horizontal = orientation == GTK_ORIENTATION_HORIZONTAL;

  *minimum = horizontal ? MIN_WIDTH : MIN_HEIGHT;
  *natural = horizontal ? NATURAL_WIDTH : NATURAL_HEIGHT;
}

static void
souls_sketch_view_size_allocate (GtkWidget *widget,
                                 int        width,
                                 int        height,
                                 int        baseline)
{
  SOULS_SKETCH_VIEW (widget)->stale = TRUE;
}

static void
souls_sketch_view_direction_changed (GtkWidget        *widget,
                                     GtkTextDirection  previous)
{
  souls_sketch_view_invalidate (SOULS_SKETCH_VIEW (widget));
}

static void
souls_sketch_view_system_setting_changed (GtkWidget        *widget,
                                          GtkSystemSetting  setting)
{
  souls_sketch_view_invalidate (SOULS_SKETCH_VIEW (widget));
  GTK_WIDGET_CLASS (souls_sketch_view_parent_class)->system_setting_changed (widget, setting);
}

/* Drawing */

/**
 * souls_sketch_view_can_draw:
 *
 * Returns: whether a line is asked for and the answer does not stand yet. Where a class's lines are shown nobody draws.
 */
gboolean
souls_sketch_view_can_draw (SoulsSketchView *self)
{
  g_return_val_if_fail (SOULS_IS_SKETCH_VIEW (self), FALSE);

  return self->run != NULL && souls_sketch_view_get_ask (self)->kind == SOULS_ASK_LINE &&
         !souls_lesson_run_is_committed (self->run, souls_lesson_run_get_index (self->run)) &&
         (self->votes_hidden || souls_lesson_run_get_n_votes (self->run) == 0);
}

static void
drag_begin_cb (SoulsSketchView *self,
               double           x,
               double           y,
               GtkGesture      *drag)
{
  gtk_widget_grab_focus (GTK_WIDGET (self));
  gtk_gesture_set_state (drag, souls_sketch_view_begin (self, x, y) ? GTK_EVENT_SEQUENCE_CLAIMED
                                                                    : GTK_EVENT_SEQUENCE_DENIED);
}

static void
drag_update_cb (SoulsSketchView *self,
                double           x,
                double           y,
                GtkGestureDrag  *drag)
{
  double from_x, from_y;

  if (gtk_gesture_drag_get_start_point (drag, &from_x, &from_y))
    souls_sketch_view_move (self, from_x + x, from_y + y);
}

static void
set_pointer (SoulsSketchView *self,
             gboolean         has_pointer,
             double           x,
             double           y)
{
  const SoulsHandle *handle;

  self->has_pointer = has_pointer;
  self->pointer_x = x;
  self->pointer_y = y;
  handle = has_pointer && souls_sketch_view_ensure_layout (self) ? souls_sketch_pencil_find (self, x) : NULL;
  gtk_widget_set_cursor_from_name (
    GTK_WIDGET (self), handle != NULL && souls_sketch_pencil_reaches (handle, x, y)
                         ? "crosshair" : NULL);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
motion_cb (SoulsSketchView *self,
           double           x,
           double           y)
{
  set_pointer (self, TRUE, x, y);
}

static void
left_cb (SoulsSketchView *self)
{
  set_pointer (self, FALSE, 0.0, 0.0);
}

/* The keyboard */

/**
 * souls_sketch_view_press:
 * @keyval: of a key
 *
 * Does what a key is for: chooses a year, moves its value; where nothing is to be drawn, goes from mark to mark.
 *
 * Returns: whether the key is for the view
 */
gboolean
souls_sketch_view_press (SoulsSketchView *self,
                         guint            keyval)
{
  int target;

  g_return_val_if_fail (SOULS_IS_SKETCH_VIEW (self), FALSE);

  if (!souls_sketch_view_ensure_layout (self))
    return FALSE;
  if (keyval == GDK_KEY_Escape && self->draws)
    {
      souls_sketch_view_cancel (self);
      return TRUE;
    }
  if (souls_sketch_view_can_draw (self))
    {
      const gboolean pressed = souls_sketch_pencil_press (self, keyval);

      /* The value is said at once, not with the next frame. */
      souls_sketch_view_ensure_layout (self);
      return pressed;
    }
  if (souls_scene_get_n_targets (self->scene) == 0)
    return FALSE;
  target = souls_chart_walk (self->scene, find_key (self, self->cursor_key), keyval,
                             gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL);
  if (target == SOULS_CHART_WALK_NOT)
    return FALSE;
  self->cursor_key = target >= 0 ? get_target (self, target)->key : 0;
  souls_sketch_view_update_value (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  return TRUE;
}

static gboolean
key_pressed_cb (SoulsSketchView *self,
                guint            keyval,
                guint            keycode,
                GdkModifierType  state)
{
  if ((state & gtk_accelerator_get_default_mod_mask ()) != 0)
    return GDK_EVENT_PROPAGATE;
  return souls_sketch_view_press (self, keyval) ? GDK_EVENT_STOP : GDK_EVENT_PROPAGATE;
}

/* The keyboard begins where the hand was. */
static void
focused_cb (SoulsSketchView *self)
{
  if (souls_sketch_view_can_draw (self) && self->year == 0)
    souls_sketch_pencil_set_year (self, 0);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* The run */

static void
hide_votes_cb (SoulsSketchView *self)
{
  souls_sketch_view_set_votes_hidden (self, souls_lesson_run_get_votes_hidden (self->run) && !is_revealed (self));
}

static void
step_changed_cb (SoulsSketchView *self)
{
  adw_animation_pause (self->reveal);
  self->draws = FALSE;
  self->year = 0;
  self->cursor_key = 0;
  self->progress = is_revealed (self) ? 1.0 : 0.0;
  hide_votes_cb (self);
  souls_sketch_view_invalidate (self);
}

static void
revealed_cb (SoulsSketchView *self)
{
  self->draws = FALSE;
  self->cursor_key = 0;
  hide_votes_cb (self);
  adw_animation_play (self->reveal);
  souls_sketch_view_invalidate (self);
}

static void
set_progress (double           value,
              SoulsSketchView *self)
{
  self->progress = value;
  souls_sketch_view_invalidate (self);
}

static void
souls_sketch_view_dispose (GObject *object)
{
  SoulsSketchView *self = SOULS_SKETCH_VIEW (object);

  if (self->run != NULL)
    g_signal_handlers_disconnect_by_data (self->run, self);
  g_clear_object (&self->run);
  g_clear_object (&self->reveal);

  G_OBJECT_CLASS (souls_sketch_view_parent_class)->dispose (object);
}

static void
souls_sketch_view_finalize (GObject *object)
{
  SoulsSketchView *self = SOULS_SKETCH_VIEW (object);

  souls_sketch_view_forget (self);
  souls_scene_free (self->scene);
  g_array_unref (self->votes);
  g_array_unref (self->choices);

  G_OBJECT_CLASS (souls_sketch_view_parent_class)->finalize (object);
}

static void
souls_sketch_view_class_init (SoulsSketchViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = souls_sketch_view_dispose;
  object_class->finalize = souls_sketch_view_finalize;
  widget_class->snapshot = souls_sketch_view_snapshot;
  widget_class->measure = souls_sketch_view_measure;
  widget_class->size_allocate = souls_sketch_view_size_allocate;
  widget_class->direction_changed = souls_sketch_view_direction_changed;
  widget_class->system_setting_changed = souls_sketch_view_system_setting_changed;

  gtk_widget_class_set_css_name (widget_class, "sketchview");
  /* It has a value that keys change, which is read out as it changes. */
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_SLIDER);
}

static void
add_controllers (SoulsSketchView *self)
{
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkGesture *drag = gtk_gesture_drag_new ();

  g_signal_connect_swapped (motion, "motion", G_CALLBACK (motion_cb), self);
  g_signal_connect_swapped (motion, "enter", G_CALLBACK (motion_cb), self);
  g_signal_connect_swapped (motion, "leave", G_CALLBACK (left_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  g_signal_connect_swapped (focus, "enter", G_CALLBACK (focused_cb), self);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (gtk_widget_queue_draw), self);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
  g_signal_connect_swapped (drag, "drag-begin", G_CALLBACK (drag_begin_cb), self);
  g_signal_connect_swapped (drag, "drag-update", G_CALLBACK (drag_update_cb), self);
  g_signal_connect_swapped (drag, "drag-end", G_CALLBACK (souls_sketch_view_end), self);
  g_signal_connect_swapped (drag, "cancel", G_CALLBACK (souls_sketch_view_cancel), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));
}

static void
souls_sketch_view_init (SoulsSketchView *self)
{
  AdwAnimationTarget *target =
    adw_callback_animation_target_new ((AdwAnimationTargetFunc) set_progress, self, NULL);

  self->scene = souls_scene_new ();
  self->votes = g_array_new (FALSE, FALSE, sizeof (double));
  self->choices = g_array_new (FALSE, FALSE, sizeof (int));
  self->stale = TRUE;
  self->truth_step = -1;
  self->reveal = adw_timed_animation_new (GTK_WIDGET (self), 0.0, 1.0, REVEAL_MS, target);
  adw_timed_animation_set_easing (ADW_TIMED_ANIMATION (self->reveal), ADW_EASE_IN_OUT_CUBIC);

  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  add_controllers (self);
  g_signal_connect_object (adw_style_manager_get_default (), "notify", G_CALLBACK (souls_sketch_view_invalidate), self,
                           G_CONNECT_SWAPPED);
}

/**
 * souls_sketch_view_new:
 *
 * Returns: (transfer floating): a view without a run, which is empty
 */
GtkWidget *
souls_sketch_view_new (void)
{
  return g_object_new (SOULS_TYPE_SKETCH_VIEW, NULL);
}

/**
 * souls_sketch_view_set_run:
 * @run: (nullable): the lesson in progress; the view keeps a reference and follows it
 */
void
souls_sketch_view_set_run (SoulsSketchView *self,
                           SoulsLessonRun  *run)
{
  g_return_if_fail (SOULS_IS_SKETCH_VIEW (self));

  if (self->run == run)
    return;
  if (self->run != NULL)
    g_signal_handlers_disconnect_by_data (self->run, self);
  g_set_object (&self->run, run);
  self->truth_step = -1;
  if (run == NULL)
    {
      souls_sketch_view_invalidate (self);
      return;
    }
  g_signal_connect_object (run, "step-changed", G_CALLBACK (step_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (run, "answer-changed", G_CALLBACK (souls_sketch_view_invalidate), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (run, "revealed", G_CALLBACK (revealed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (run, "notify::votes-hidden", G_CALLBACK (hide_votes_cb), self, G_CONNECT_SWAPPED);
  step_changed_cb (self);
}

/**
 * souls_sketch_view_get_run:
 *
 * Returns: (transfer none) (nullable): the lesson in progress
 */
SoulsLessonRun *
souls_sketch_view_get_run (SoulsSketchView *self)
{
  g_return_val_if_fail (SOULS_IS_SKETCH_VIEW (self), NULL);

  return self->run;
}

/**
 * souls_sketch_view_set_votes_hidden:
 * @hidden: whether what a class has answered is not seen yet
 */
void
souls_sketch_view_set_votes_hidden (SoulsSketchView *self,
                                    gboolean         hidden)
{
  g_return_if_fail (SOULS_IS_SKETCH_VIEW (self));

  if (self->votes_hidden == hidden)
    return;
  self->votes_hidden = hidden;
  souls_sketch_view_invalidate (self);
}

gboolean
souls_sketch_view_get_votes_hidden (SoulsSketchView *self)
{
  g_return_val_if_fail (SOULS_IS_SKETCH_VIEW (self), FALSE);

  return self->votes_hidden;
}

/**
 * souls_sketch_view_set_base_size:
 * @base_size: px of the text; 0: as suits the width
 */
void
souls_sketch_view_set_base_size (SoulsSketchView *self,
                                 double           base_size)
{
  g_return_if_fail (SOULS_IS_SKETCH_VIEW (self));

  if (self->base_size == base_size)
    return;
  self->base_size = base_size;
  souls_sketch_view_invalidate (self);
}

/**
 * souls_sketch_view_get_year:
 *
 * Returns: the fiscal year under the keyboard or the hand, or 0
 */
int
souls_sketch_view_get_year (SoulsSketchView *self)
{
  g_return_val_if_fail (SOULS_IS_SKETCH_VIEW (self), 0);

  return self->year;
}

/**
 * souls_sketch_view_get_progress:
 *
 * Returns: how much of what is so has come to light: 0 … 1
 */
double
souls_sketch_view_get_progress (SoulsSketchView *self)
{
  g_return_val_if_fail (SOULS_IS_SKETCH_VIEW (self), 0.0);

  return self->progress;
}

/**
 * souls_sketch_view_get_scene:
 *
 * Returns: (transfer none) (nullable): the picture as it is on screen, until it changes; %NULL before there is any
 */
const SoulsScene *
souls_sketch_view_get_scene (SoulsSketchView *self)
{
  g_return_val_if_fail (SOULS_IS_SKETCH_VIEW (self), NULL);

  return souls_sketch_view_ensure_layout (self) ? self->scene : NULL;
}
