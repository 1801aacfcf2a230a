/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "souls-config.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "souls-app-words.h"
#include "souls-change-text.h"
#include "souls-replay.h"

#define CHANGE_MS 1500
#define PAUSE_MS 700

struct _SoulsReplay
{
  GObject parent_instance;

  /* Owned */
  SoulsSession *session;
  AdwAnimation *animation;
  char *caption;
  guint pause_id;

  /* Borrowed: lives longer */
  GtkWidget *widget;

  guint change_ms;
  guint pause_ms;

  /* While it plays: the changes, and the one at hand, counted as the history counts */
  gboolean playing;
  int first;
  int last;
  int at;
  SoulsState from;
  SoulsState to;
};

enum
{
  PROP_0,
  PROP_PLAYING,
  PROP_CAPTION,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (SoulsReplay, souls_replay, G_TYPE_OBJECT)

static void begin_change (SoulsReplay *self);

/**
 * souls_replay_mix:
 * @session: whose states they are
 * @progress: 0 for @from … 1 for @to
 * @state: (out caller-allocates): what is between
 */
void
souls_replay_mix (SoulsSession     *session,
                  const SoulsState *from,
                  const SoulsState *to,
                  double            progress,
                  SoulsState       *state)
{
  const SoulsCalibration *calibration =
    souls_data_set_get_calibration (souls_session_get_data (session), from->base_year, NULL);

  *state = progress < 0.5 ? *from : *to;
  if (from->base_year != to->base_year || progress <= 0.0 || progress >= 1.0)
    return;
  for (int i = 0; i < SOULS_N_DRIVERS; i++)
    {
      const SoulsDriver driver = (SoulsDriver) i;
      const double a = souls_state_get (from, calibration, driver);
      const double b = souls_state_get (to, calibration, driver);

      if (a != b)
        souls_state_set (state, calibration, driver, a + (b - a) * progress);
    }
}

static void
set_caption (SoulsReplay *self,
             char        *caption)
{
  g_free (self->caption);
  self->caption = caption;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CAPTION]);
}

static void
say_change (SoulsReplay *self)
{
  const int year = souls_session_get_year (self->session);
  g_autofree char *sentence = NULL;
  SoulsChange change;

  souls_session_get_change (self->session, self->at, year, &change);
  sentence = souls_change_sentence (&change, year, souls_app_words ());
  if (self->first == self->last)
    set_caption (self, g_steal_pointer (&sentence));
  else
    /* Translators: replaying changes: its number, how many there are, what it is */
    set_caption (self, g_strdup_printf (_("%1$d of %2$d: %3$s"), self->at - self->first + 1,
                                        self->last - self->first + 1, sentence));
}

static void
moved_cb (double    value,
          gpointer  data)
{
  SoulsReplay *self = data;
  SoulsState state;

  if (!self->playing || !souls_session_in_preview (self->session))
    return;
  souls_replay_mix (self->session, &self->from, &self->to, value, &state);
  souls_session_preview (self->session, &state);
}

static gboolean
paused_cb (gpointer data)
{
  SoulsReplay *self = data;

  self->pause_id = 0;
  if (self->at >= self->last)
    {
      souls_replay_stop (self);
    }
  else
    {
      self->at++;
      begin_change (self);
    }
  return G_SOURCE_REMOVE;
}

/* Where nothing moves, the pause is as long as the motion would have been, too. */
static void
animation_done_cb (SoulsReplay *self)
{
  const gboolean stepped = !adw_get_enable_animations (self->widget);

  if (self->playing && self->pause_id == 0)
    self->pause_id = g_timeout_add (self->pause_ms + (stepped ? self->change_ms : 0), paused_cb, self);
}

static gboolean
lead_in_cb (gpointer data)
{
  SoulsReplay *self = data;

  self->pause_id = 0;
  adw_animation_play (self->animation);
  return G_SOURCE_REMOVE;
}

/* First the words, then what they say. */
static void
begin_change (SoulsReplay *self)
{
  souls_session_get_point (self->session, self->at - 1, &self->from);
  souls_session_get_point (self->session, self->at, &self->to);
  souls_session_preview (self->session, &self->from);
  say_change (self);
  adw_animation_reset (self->animation);
  adw_timed_animation_set_duration (ADW_TIMED_ANIMATION (self->animation), self->change_ms);
  self->pause_id = g_timeout_add (self->pause_ms, lead_in_cb, self);
}

/* A hand, an undo or a file has ended the preview. */
static void
session_changed_cb (SoulsReplay *self)
{
  if (self->playing && !souls_session_in_gesture (self->session))
    souls_replay_stop (self);
}

static void
souls_replay_get_property (GObject    *object,
                           guint       id,
                           GValue     *value,
                           GParamSpec *pspec)
{
  SoulsReplay *self = SOULS_REPLAY (object);

  switch (id)
    {
    case PROP_PLAYING:
      g_value_set_boolean (value, self->playing);
      break;
    case PROP_CAPTION:
      g_value_set_string (value, self->caption);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
souls_replay_dispose (GObject *object)
{
  SoulsReplay *self = SOULS_REPLAY (object);

  if (self->session != NULL)
    souls_replay_stop (self);
  g_clear_object (&self->animation);
  g_clear_object (&self->session);
  g_clear_pointer (&self->caption, g_free);

  G_OBJECT_CLASS (souls_replay_parent_class)->dispose (object);
}

static void
souls_replay_class_init (SoulsReplayClass *klass)
{
  const GParamFlags readable = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = souls_replay_get_property;
  object_class->dispose = souls_replay_dispose;

  /**
   * SoulsReplay:playing:
   *
   * Whether the session shows a replay.
   */
  properties[PROP_PLAYING] = g_param_spec_boolean ("playing", NULL, NULL, FALSE, readable);

  /**
   * SoulsReplay:caption:
   *
   * Which change is shown, in a sentence.
   */
  properties[PROP_CAPTION] = g_param_spec_string ("caption", NULL, NULL, NULL, readable);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
souls_replay_init (SoulsReplay *self)
{
  souls_replay_set_times (self, CHANGE_MS, PAUSE_MS);
}

/**
 * souls_replay_new:
 * @session: whose history it is
 * @widget: gives the clock of the animation; lives longer
 *
 * Returns: (transfer full): a replay
 */
SoulsReplay *
souls_replay_new (SoulsSession *session,
                  GtkWidget    *widget)
{
  SoulsReplay *self = g_object_new (SOULS_TYPE_REPLAY, NULL);

  self->session = g_object_ref (session);
  self->widget = widget;
  self->animation = adw_timed_animation_new (widget, 0, 1, CHANGE_MS,
                                             adw_callback_animation_target_new (moved_cb, self, NULL));
  adw_timed_animation_set_easing (ADW_TIMED_ANIMATION (self->animation), ADW_EASE_IN_OUT_CUBIC);
  g_signal_connect_object (self->animation, "done", G_CALLBACK (animation_done_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "changed", G_CALLBACK (session_changed_cb), self, G_CONNECT_SWAPPED);

  return self;
}

void
souls_replay_set_times (SoulsReplay *self,
                        guint        change,
                        guint        pause)
{
  g_return_if_fail (SOULS_IS_REPLAY (self));

  self->change_ms = change;
  self->pause_ms = pause;
}

/**
 * souls_replay_play:
 * @first: the first change, from 1, as souls_session_get_change() counts
 * @last: the last one
 *
 * Begins to replay; what was replayed before is stopped.
 *
 * Returns: whether there are such changes; never while a hand drags
 */
gboolean
souls_replay_play (SoulsReplay *self,
                   int          first,
                   int          last)
{
  g_return_val_if_fail (SOULS_IS_REPLAY (self), FALSE);

  souls_replay_stop (self);
  if (first < 1 || last < first || last >= souls_session_get_n_steps (self->session) ||
      souls_session_in_gesture (self->session))
    return FALSE;
  self->first = self->at = first;
  self->last = last;
  souls_session_begin_preview (self->session);
  self->playing = TRUE;
  begin_change (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PLAYING]);

  return TRUE;
}

/**
 * souls_replay_stop:
 *
 * Puts back what was shown before.
 */
void
souls_replay_stop (SoulsReplay *self)
{
  g_return_if_fail (SOULS_IS_REPLAY (self));

  if (!self->playing)
    return;
  self->playing = FALSE;
  g_clear_handle_id (&self->pause_id, g_source_remove);
  adw_animation_pause (self->animation);
  souls_session_end_preview (self->session);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PLAYING]);
}

gboolean
souls_replay_get_playing (SoulsReplay *self)
{
  g_return_val_if_fail (SOULS_IS_REPLAY (self), FALSE);

  return self->playing;
}

/**
 * souls_replay_get_caption:
 *
 * Returns: (transfer none) (nullable): which change is shown, or was last
 */
const char *
souls_replay_get_caption (SoulsReplay *self)
{
  g_return_val_if_fail (SOULS_IS_REPLAY (self), NULL);

  return self->caption;
}
