/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "souls-config.h"

#include "souls-glide.h"

#include <adwaita.h>

#define GLIDE_MS 600

struct _SoulsGlide
{
  GObject parent_instance;

  /* Owned */
  SoulsSession *session;
  AdwAnimation *animation;

  /* While it is under way */
  gboolean running;
  SoulsDriver driver;
  double from;
  double to;
};

enum
{
  ARRIVED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SoulsGlide, souls_glide, G_TYPE_OBJECT)

static void
moved_cb (double   progress,
          gpointer data)
{
  SoulsGlide *self = data;

  if (self->running)
    souls_session_set_driver (self->session, self->driver, self->from + (self->to - self->from) * progress, NULL);
}

/* The user goes on: what is pressed finds the slider where it belongs. */
static gboolean
event_seen_cb (SoulsGlide *self,
               GdkEvent   *event)
{
  const GdkEventType type = gdk_event_get_event_type (event);

  if (type == GDK_BUTTON_PRESS || type == GDK_TOUCH_BEGIN || type == GDK_KEY_PRESS)
    souls_glide_finish (self);
  return GDK_EVENT_PROPAGATE;
}

static void
souls_glide_dispose (GObject *object)
{
  SoulsGlide *self = SOULS_GLIDE (object);

  if (self->session != NULL)
    souls_glide_finish (self);
  g_clear_object (&self->animation);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (souls_glide_parent_class)->dispose (object);
}

static void
souls_glide_class_init (SoulsGlideClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = souls_glide_dispose;

  /**
   * SoulsGlide::arrived:
   * @driver: which
   *
   * The slider stands where it should.
   */
  signals[ARRIVED] = g_signal_new ("arrived", SOULS_TYPE_GLIDE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 1, G_TYPE_INT);
}

static void
souls_glide_init (SoulsGlide *self)
{
}

/**
 * souls_glide_new:
 * @session: whose sliders it moves
 * @widget: gives the clock, and is watched for what the user does; lives longer
 *
 * Returns: (transfer full): a glide at rest
 */
SoulsGlide *
souls_glide_new (SoulsSession *session,
                 GtkWidget    *widget)
{
  SoulsGlide *self = g_object_new (SOULS_TYPE_GLIDE, NULL);
  GtkEventController *watch = gtk_event_controller_legacy_new ();

  self->session = g_object_ref (session);
  self->animation = adw_timed_animation_new (widget, 0, 1, GLIDE_MS,
                                             adw_callback_animation_target_new (moved_cb, self, NULL));
  adw_timed_animation_set_easing (ADW_TIMED_ANIMATION (self->animation), ADW_EASE_IN_OUT_CUBIC);
  g_signal_connect_object (self->animation, "done", G_CALLBACK (souls_glide_finish), self, G_CONNECT_SWAPPED);

  gtk_event_controller_set_propagation_phase (watch, GTK_PHASE_CAPTURE);
  g_signal_connect_object (watch, "event", G_CALLBACK (event_seen_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (widget, watch);

  return self;
}

/**
 * souls_glide_to:
 * @driver: which slider
 * @value: where it goes, in the model's unit
 *
 * Begins to move; what was under way arrives first.
 *
 * Returns: whether the slider can stand there; never while a hand drags
 */
gboolean
souls_glide_to (SoulsGlide  *self,
                SoulsDriver  driver,
                double       value)
{
  g_return_val_if_fail (SOULS_IS_GLIDE (self), FALSE);

  souls_glide_finish (self);
  if (!souls_driver_check (souls_session_get_calibration (self->session), driver, value, NULL))
    return FALSE;
  /* A preview ends with the gesture that begins; a hand's gesture is its own. */
  souls_session_end_preview (self->session);
  if (souls_session_in_gesture (self->session))
    return FALSE;

  souls_session_begin_gesture (self->session);
  self->running = TRUE;
  self->driver = driver;
  self->from = souls_session_get_driver (self->session, driver);
  self->to = value;
  adw_animation_reset (self->animation);
  adw_animation_play (self->animation);

  return TRUE;
}

/**
 * souls_glide_finish:
 *
 * Arrives now, where anything is under way.
 */
void
souls_glide_finish (SoulsGlide *self)
{
  g_return_if_fail (SOULS_IS_GLIDE (self));

  if (!self->running)
    return;
  self->running = FALSE;
  adw_animation_pause (self->animation);
  /* Exactly there: a sum of parts may miss by a bit. */
  souls_session_set_driver (self->session, self->driver, self->to, NULL);
  souls_session_end_gesture (self->session);
  g_signal_emit (self, signals[ARRIVED], 0, (int) self->driver);
}
