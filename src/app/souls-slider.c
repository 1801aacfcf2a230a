/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "souls-config.h"

#include "souls-slider.h"

#include <adwaita.h>
#include <math.h>

#include "souls-app-words.h"

/* px, with a knob of that width; in proportion where the stylesheet makes it another */
#define KNOB_WIDTH    16.0f
#define TROUGH_HEIGHT 4.0f
#define BAND_HEIGHT   12.0f
#define TICK_WIDTH    2.0f
#define TICK_HEIGHT   14.0f

/* How near, in px, the hand must come for the baseline or an end to take hold. */
#define REACH 3.0

struct _SoulsSlider
{
  GtkScale parent_instance;

  double baseline;
  double band_low;
  double band_high;
  double step;
  SoulsColor color;
  gboolean quiet; /* nothing tells where the baseline is */

  gboolean pressed;
  guint held_key;
};

enum
{
  GESTURE_BEGIN,
  GESTURE_END,
  RESET,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SoulsSlider, souls_slider, GTK_TYPE_SCALE)

/* Multiples of 0.05 and the like, without the dirt of the product in the last bits. */
static double
multiply (double count, double step)
{
  return round (count * step * 1e9) / 1e9;
}

/**
 * souls_slider_step:
 * @value: where it is; need not be on a step
 * @step: the distance between steps
 * @direction: 1 or −1
 *
 * Returns: the next multiple of @step in that direction, or the end
 */
double
souls_slider_step (double value, double step, int direction, double min, double max)
{
  double place = value / step;
  double count = direction > 0 ? floor (place + 1e-6) + 1.0 : ceil (place - 1e-6) - 1.0;

  return CLAMP (multiply (count, step), min, max);
}

/**
 * souls_slider_page:
 * @step: the distance between steps
 *
 * Returns: a bigger step: the largest 1, 2 or 5 × 10ⁿ that is a multiple of @step and at most a
 *   tenth of the range; at least twice the step
 */
double
souls_slider_page (double step, double min, double max)
{
  double limit = (max - min) / 10.0 * (1.0 + 1e-9);
  double page = 2.0 * step;

  for (int exponent = -3; exponent <= 6; exponent++)
    for (int i = 0; i < 3; i++)
      {
        double candidate = ((const double[]){ 1, 2, 5 })[i] * pow (10, exponent);
        double count = candidate / step;

        if (candidate <= limit && candidate > page && fabs (count - round (count)) < 1e-6)
          page = candidate;
      }
  return page;
}

/**
 * souls_slider_snap:
 * @value: where the hand is
 * @baseline: need not be on a step
 * @reach: how near the baseline and the ends take hold
 *
 * Returns: where the slider goes: an end, the baseline or a multiple of @step
 */
double
souls_slider_snap (double value, double step, double baseline, double reach, double min, double max)
{
  if (fabs (value - baseline) <= reach)
    return baseline;
  if (value - min <= reach)
    return min;
  if (max - value <= reach)
    return max;
  return CLAMP (multiply (round (value / step), step), min, max);
}

/**
 * souls_range_stop_scrolling:
 *
 * Takes away what makes a range move under the scroll wheel, so that scrolling a panel never moves
 * it.
 */
void
souls_range_stop_scrolling (GtkRange *range)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (range));

  for (guint i = g_list_model_get_n_items (controllers); i > 0; i--)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i - 1);

      if (GTK_IS_EVENT_CONTROLLER_SCROLL (controller))
        gtk_widget_remove_controller (GTK_WIDGET (range), controller);
    }
}

/* Where the knob's centre is at a value, in px. */
typedef struct
{
  double start;
  double length;
  double knob;
  gboolean flipped;
} Track;

static GtkWidget *
find_child (GtkWidget *widget, const char *css_name)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (g_str_equal (gtk_widget_get_css_name (child), css_name))
      return child;
  return NULL;
}

/* By the parts themselves: gtk_range_get_slider_range() speaks of other coordinates than
 * gtk_range_get_range_rect(). */
static Track
measure_track (SoulsSlider *self)
{
  GtkWidget *trough = find_child (GTK_WIDGET (self), "trough");
  GtkWidget *knob = trough != NULL ? find_child (trough, "slider") : NULL;
  graphene_rect_t trough_box = GRAPHENE_RECT_INIT (0, 0, 0, 0);
  Track track = { 0.0, 1.0, 0.0, FALSE };

  if (knob != NULL && gtk_widget_compute_bounds (trough, GTK_WIDGET (self), &trough_box))
    track.knob = gtk_widget_get_width (knob);
  track.start = trough_box.origin.x + track.knob / 2.0;
  track.length = MAX (trough_box.size.width - track.knob, 1.0);
  track.flipped = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  return track;
}

static double
place_value (SoulsSlider *self, const Track *track, double value)
{
  GtkAdjustment *adjustment = gtk_range_get_adjustment (GTK_RANGE (self));
  double lower = gtk_adjustment_get_lower (adjustment);
  double span = gtk_adjustment_get_upper (adjustment) - lower;
  double fraction = span > 0.0 ? CLAMP ((value - lower) / span, 0.0, 1.0) : 0.0;

  return track->start + track->length * (track->flipped ? 1.0 - fraction : fraction);
}

static void
begin_gesture (SoulsSlider *self)
{
  g_signal_emit (self, signals[GESTURE_BEGIN], 0);
}

static void
end_gesture (SoulsSlider *self)
{
  g_signal_emit (self, signals[GESTURE_END], 0);
}

static void
release_pointer (SoulsSlider *self)
{
  if (!self->pressed)
    return;
  self->pressed = FALSE;
  end_gesture (self);
}

static void
release_key (SoulsSlider *self)
{
  if (self->held_key == 0)
    return;
  self->held_key = 0;
  end_gesture (self);
}

static gboolean
event_cb (SoulsSlider *self, GdkEvent *event)
{
  switch ((int) gdk_event_get_event_type (event))
    {
    case GDK_BUTTON_PRESS:
    case GDK_TOUCH_BEGIN:
      if (!self->pressed)
        {
          self->pressed = TRUE;
          begin_gesture (self);
        }
      break;
    case GDK_BUTTON_RELEASE:
    case GDK_TOUCH_END:
    case GDK_TOUCH_CANCEL:
    case GDK_GRAB_BROKEN:
      release_pointer (self);
      break;
    default:
      break;
    }
  return GDK_EVENT_PROPAGATE;
}

static gboolean
moves_slider (guint keyval)
{
  static const guint keys[] = {
    GDK_KEY_Left,       GDK_KEY_Right,        GDK_KEY_Up,      GDK_KEY_Down,    GDK_KEY_KP_Left,
    GDK_KEY_KP_Right,   GDK_KEY_KP_Up,        GDK_KEY_KP_Down, GDK_KEY_Page_Up, GDK_KEY_Page_Down,
    GDK_KEY_KP_Page_Up, GDK_KEY_KP_Page_Down, GDK_KEY_Home,    GDK_KEY_End,     GDK_KEY_KP_Home,
    GDK_KEY_KP_End,     GDK_KEY_plus,         GDK_KEY_minus,   GDK_KEY_KP_Add,  GDK_KEY_KP_Subtract,
  };

  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    if (keys[i] == keyval)
      return TRUE;
  return FALSE;
}

static gboolean
key_pressed_cb (SoulsSlider *self, guint keyval)
{
  if (keyval == GDK_KEY_Delete || keyval == GDK_KEY_KP_Delete || keyval == GDK_KEY_BackSpace)
    {
      g_signal_emit (self, signals[RESET], 0);
      return GDK_EVENT_STOP;
    }
  if (moves_slider (keyval) && keyval != self->held_key)
    {
      release_key (self);
      self->held_key = keyval;
      begin_gesture (self);
    }
  return GDK_EVENT_PROPAGATE;
}

static void
key_released_cb (SoulsSlider *self, guint keyval)
{
  if (keyval == self->held_key)
    release_key (self);
}

static double
choose_value (SoulsSlider *self, GtkScrollType scroll, double value)
{
  GtkAdjustment *adjustment = gtk_range_get_adjustment (GTK_RANGE (self));
  double min = gtk_adjustment_get_lower (adjustment);
  double max = gtk_adjustment_get_upper (adjustment);
  double present = gtk_adjustment_get_value (adjustment);
  Track track;

  switch (scroll)
    {
    case GTK_SCROLL_START:
    case GTK_SCROLL_END:
      return CLAMP (value, min, max);
    case GTK_SCROLL_JUMP:
    case GTK_SCROLL_NONE:
      track = measure_track (self);
      return souls_slider_snap (value,
                                self->step,
                                self->quiet ? min : self->baseline,
                                REACH * (max - min) / track.length,
                                min,
                                max);
    case GTK_SCROLL_PAGE_BACKWARD:
    case GTK_SCROLL_PAGE_FORWARD:
    case GTK_SCROLL_PAGE_UP:
    case GTK_SCROLL_PAGE_DOWN:
    case GTK_SCROLL_PAGE_LEFT:
    case GTK_SCROLL_PAGE_RIGHT:
      if (value == present)
        return present;
      return souls_slider_step (present,
                                gtk_adjustment_get_page_increment (adjustment),
                                value > present ? 1 : -1,
                                min,
                                max);
    default:
      if (value == present)
        return present;
      return souls_slider_step (present, self->step, value > present ? 1 : -1, min, max);
    }
}

static gboolean
souls_slider_change_value (GtkRange *range, GtkScrollType scroll, double value)
{
  value = choose_value (SOULS_SLIDER (range), scroll, value);
  return GTK_RANGE_CLASS (souls_slider_parent_class)->change_value (range, scroll, value);
}

static void
draw_bar (
  GtkSnapshot *snapshot, double from, double to, double middle, float height, const GdkRGBA *color)
{
  graphene_rect_t box = GRAPHENE_RECT_INIT (
    (float) MIN (from, to), (float) middle - height / 2.0f, (float) fabs (to - from), height);
  GskRoundedRect outline;

  gsk_rounded_rect_init_from_rect (&outline, &box, MIN (height / 2.0f, 3.0f));
  gtk_snapshot_push_rounded_clip (snapshot, &outline);
  gtk_snapshot_append_color (snapshot, color, &box);
  gtk_snapshot_pop (snapshot);
}

static GdkRGBA
find_color (SoulsColor color)
{
  const SoulsRgba *rgba = &souls_app_theme ()->color[color];

  return (
    GdkRGBA){ (float) rgba->red, (float) rgba->green, (float) rgba->blue, (float) rgba->alpha };
}

static GdkRGBA
find_text_color (GtkWidget *widget, double alpha)
{
  GdkRGBA color;

  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &color);
  color.alpha *= (float) alpha;
  return color;
}

static void
souls_slider_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  SoulsSlider *self = SOULS_SLIDER (widget);
  gboolean strong = adw_style_manager_get_high_contrast (adw_style_manager_get_default ());
  Track track = measure_track (self);
  double middle = gtk_widget_get_height (widget) / 2.0;
  double base = place_value (self, &track, self->baseline);
  double value = place_value (self, &track, gtk_range_get_value (GTK_RANGE (self)));
  GdkRGBA fill = find_color (self->color);
  GdkRGBA soft = find_text_color (widget, strong ? 0.3 : 0.12);
  GdkRGBA groove = find_text_color (widget, strong ? 0.6 : 0.22);
  GdkRGBA ink = find_text_color (widget, strong ? 1.0 : 0.65);
  double end = track.start + track.length;
  float scale = track.knob > 0.0 ? (float) track.knob / KNOB_WIDTH : 1.0f;

  if (self->band_high > self->band_low && !self->quiet)
    draw_bar (snapshot,
              place_value (self, &track, self->band_low),
              place_value (self, &track, self->band_high),
              middle,
              BAND_HEIGHT * scale,
              &soft);
  draw_bar (snapshot,
            track.start - track.knob / 2.0,
            end + track.knob / 2.0,
            middle,
            TROUGH_HEIGHT * scale,
            &groove);
  if (fabs (value - base) > 0.5 && !self->quiet)
    draw_bar (snapshot, base, value, middle, TROUGH_HEIGHT * scale, &fill);
  if (!self->quiet)
    draw_bar (snapshot,
              round (base) - TICK_WIDTH * scale / 2.0,
              round (base) + TICK_WIDTH * scale / 2.0,
              middle,
              TICK_HEIGHT * scale,
              &ink);

  GTK_WIDGET_CLASS (souls_slider_parent_class)->snapshot (widget, snapshot);
}

static void
souls_slider_unmap (GtkWidget *widget)
{
  release_pointer (SOULS_SLIDER (widget));
  release_key (SOULS_SLIDER (widget));
  GTK_WIDGET_CLASS (souls_slider_parent_class)->unmap (widget);
}

static void
souls_slider_class_init (SoulsSliderClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->snapshot = souls_slider_snapshot;
  widget_class->unmap = souls_slider_unmap;
  GTK_RANGE_CLASS (klass)->change_value = souls_slider_change_value;

  /**
   * SoulsSlider::gesture-begin:
   *
   * A drag begins, or a key that moves the slider is pressed.
   */
  signals[GESTURE_BEGIN] = g_signal_new ("gesture-begin",
                                         G_TYPE_FROM_CLASS (klass),
                                         G_SIGNAL_RUN_LAST,
                                         0,
                                         NULL,
                                         NULL,
                                         NULL,
                                         G_TYPE_NONE,
                                         0);

  /**
   * SoulsSlider::gesture-end:
   *
   * The hand lets go. Comes exactly once after each #SoulsSlider::gesture-begin.
   */
  signals[GESTURE_END] = g_signal_new ("gesture-end",
                                       G_TYPE_FROM_CLASS (klass),
                                       G_SIGNAL_RUN_LAST,
                                       0,
                                       NULL,
                                       NULL,
                                       NULL,
                                       G_TYPE_NONE,
                                       0);

  /**
   * SoulsSlider::reset:
   *
   * Delete or Backspace was pressed.
   */
  signals[RESET] = g_signal_new (
    "reset", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

/* Gestures of the range claim their events; only a controller that takes no part sees each press
 * and each release. */
static void
watch_events (SoulsSlider *self)
{
  GtkEventController *events = gtk_event_controller_legacy_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  gtk_event_controller_set_propagation_phase (events, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (events, "event", G_CALLBACK (event_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), events);

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  g_signal_connect_swapped (keys, "key-released", G_CALLBACK (key_released_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);

  g_signal_connect_swapped (focus, "leave", G_CALLBACK (release_key), self);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
}

static void
souls_slider_init (SoulsSlider *self)
{
  self->step = 1.0;
  self->color = SOULS_COLOR_STORES;

  gtk_widget_add_css_class (GTK_WIDGET (self), "souls-slider");
  gtk_scale_set_draw_value (GTK_SCALE (self), FALSE);
  gtk_scale_set_has_origin (GTK_SCALE (self), FALSE);
  gtk_range_set_round_digits (GTK_RANGE (self), -1);
  gtk_adjustment_configure (gtk_range_get_adjustment (GTK_RANGE (self)), 0, 0, 1, 1, 1, 0);
  souls_range_stop_scrolling (GTK_RANGE (self));
  watch_events (self);
  g_signal_connect_object (adw_style_manager_get_default (),
                           "notify",
                           G_CALLBACK (gtk_widget_queue_draw),
                           self,
                           G_CONNECT_SWAPPED);
}

/**
 * souls_slider_new:
 *
 * Returns: (transfer floating): a slider from 0 to 1
 */
GtkWidget *
souls_slider_new (void)
{
  return g_object_new (SOULS_TYPE_SLIDER, NULL);
}

/**
 * souls_slider_set_range:
 *
 * Says where the slider may go. Its value is clamped.
 */
void
souls_slider_set_range (SoulsSlider *self, double min, double max, double step)
{
  GtkAdjustment *adjustment = gtk_range_get_adjustment (GTK_RANGE (self));
  double value = CLAMP (gtk_adjustment_get_value (adjustment), min, max);

  g_return_if_fail (SOULS_IS_SLIDER (self));
  g_return_if_fail (step > 0.0);

  self->step = step;
  gtk_adjustment_configure (
    adjustment, value, min, max, step, souls_slider_page (step, min, max), 0);
}

/**
 * souls_slider_set_baseline:
 * @baseline: where the tick is; need not be on a step
 */
void
souls_slider_set_baseline (SoulsSlider *self, double baseline)
{
  g_return_if_fail (SOULS_IS_SLIDER (self));

  if (self->baseline == baseline)
    return;
  self->baseline = baseline;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

double
souls_slider_get_baseline (SoulsSlider *self)
{
  g_return_val_if_fail (SOULS_IS_SLIDER (self), 0.0);

  return self->baseline;
}

/**
 * souls_slider_set_band:
 * @low: where the band behind the trough begins
 * @high: where it ends; none is drawn unless it is above @low
 */
void
souls_slider_set_band (SoulsSlider *self, double low, double high)
{
  g_return_if_fail (SOULS_IS_SLIDER (self));

  if (self->band_low == low && self->band_high == high)
    return;
  self->band_low = low;
  self->band_high = high;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * souls_slider_set_quiet:
 * @quiet: whether nothing is to tell where the baseline is: no tick, no band, no fill, and the hand is not held there
 */
void
souls_slider_set_quiet (SoulsSlider *self, gboolean quiet)
{
  g_return_if_fail (SOULS_IS_SLIDER (self));

  if (self->quiet == quiet)
    return;
  self->quiet = quiet;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

gboolean
souls_slider_get_quiet (SoulsSlider *self)
{
  g_return_val_if_fail (SOULS_IS_SLIDER (self), FALSE);

  return self->quiet;
}

/**
 * souls_slider_set_color:
 * @color: the role whose colour fills from the baseline to the value
 */
void
souls_slider_set_color (SoulsSlider *self, SoulsColor color)
{
  g_return_if_fail (SOULS_IS_SLIDER (self));

  if (self->color == color)
    return;
  self->color = color;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
