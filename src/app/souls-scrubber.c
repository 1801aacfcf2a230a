/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "souls-config.h"

#include "souls-scrubber.h"

#include <glib/gi18n.h>

#include "souls-slider.h"

#define YEAR_MS 700

/* Labels nearer to each other than this part of the scale would run together. */
#define LABEL_DISTANCE 0.14

struct _SoulsScrubber
{
  GtkWidget parent_instance;

  /* Template children */
  GtkButton *play_button;
  GtkLabel *year_label;
  GtkStack *kind_stack;
  GtkScale *scale;

  /* Owned */
  SoulsSession *session;

  guint play_id;
  gboolean syncing;  /* the scale is being moved by the session */
  gboolean stepping; /* the year is being moved by playing */
  int first;         /* what the marks were made for */
  int base;
  int last;
};

enum
{
  PROP_0,
  PROP_SESSION,
  PROP_PLAYING,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (SoulsScrubber, souls_scrubber, GTK_TYPE_WIDGET)

static void
add_mark (SoulsScrubber *self, int year, gboolean with_label)
{
  g_autofree char *label = with_label ? g_strdup_printf ("%d", year) : NULL;

  gtk_scale_add_mark (self->scale, year, GTK_POS_BOTTOM, label);
}

/* The ends, and the border between what is reported and what is projected. */
static void
update_marks (SoulsScrubber *self)
{
  double span = self->last - self->first;
  double place = span > 0 ? (self->base - self->first) / span : 0.0;

  gtk_scale_clear_marks (self->scale);
  add_mark (self, self->first, TRUE);
  add_mark (self, self->last, TRUE);
  if (self->base > self->first && self->base < self->last)
    add_mark (self, self->base, place > LABEL_DISTANCE && place < 1.0 - LABEL_DISTANCE);
}

static void
update_range (SoulsScrubber *self)
{
  int first = souls_session_get_first_year (self->session);
  int base = souls_session_get_base_year (self->session);
  int last = souls_session_get_last_year (self->session);
  GtkAdjustment *adjustment = gtk_range_get_adjustment (GTK_RANGE (self->scale));

  if (first == self->first && base == self->base && last == self->last)
    return;
  self->first = first;
  self->base = base;
  self->last = last;
  gtk_adjustment_configure (
    adjustment, souls_session_get_year (self->session), first, last, 1, 5, 0);
  update_marks (self);
}

static void
update_year (SoulsScrubber *self)
{
  int year = souls_session_get_year (self->session);
  gboolean projected = year > self->base;
  g_autofree char *text = g_strdup_printf ("%d", year);
  g_autofree char *spoken = NULL;

  spoken = projected ? g_strdup_printf (_("fiscal %d, projected"), year)
                     : g_strdup_printf (_("fiscal %d, reported"), year);
  gtk_label_set_label (self->year_label, text);
  gtk_stack_set_visible_child_name (self->kind_stack, projected ? "projected" : "reported");
  gtk_range_set_value (GTK_RANGE (self->scale), year);
  gtk_accessible_update_property (
    GTK_ACCESSIBLE (self->scale), GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT, spoken, -1);
}

static void
sync_session (SoulsScrubber *self)
{
  self->syncing = TRUE;
  update_range (self);
  update_year (self);
  self->syncing = FALSE;
}

static void
value_changed_cb (SoulsScrubber *self)
{
  if (self->syncing || self->session == NULL)
    return;
  /* A hand on the scale takes over from playing. */
  souls_scrubber_set_playing (self, FALSE);
  souls_session_set_year (self->session, (int) gtk_range_get_value (GTK_RANGE (self->scale)));
  sync_session (self);
}

static void
session_year_cb (SoulsScrubber *self)
{
  sync_session (self);
  /* Whoever else goes to a year ends the playing too. */
  if (!self->stepping)
    souls_scrubber_set_playing (self, FALSE);
}

static gboolean
play_cb (gpointer user_data)
{
  SoulsScrubber *self = SOULS_SCRUBBER (user_data);
  int year = souls_session_get_year (self->session);

  self->stepping = TRUE;
  souls_session_set_year (self->session, year + 1);
  self->stepping = FALSE;
  if (souls_session_get_year (self->session) < souls_session_get_last_year (self->session))
    return G_SOURCE_CONTINUE;
  self->play_id = 0;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PLAYING]);
  return G_SOURCE_REMOVE;
}

static void
play_clicked_cb (SoulsScrubber *self)
{
  souls_scrubber_set_playing (self, !souls_scrubber_get_playing (self));
}

static void
update_button (SoulsScrubber *self)
{
  gboolean playing = self->play_id != 0;
  const char *text = playing ? _("Stop playing the years") : _("Play through the years");

  gtk_button_set_icon_name (
    self->play_button, playing ? "media-playback-pause-symbolic" : "media-playback-start-symbolic");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->play_button), text);
  gtk_accessible_update_property (
    GTK_ACCESSIBLE (self->play_button), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
}

static void
souls_scrubber_unmap (GtkWidget *widget)
{
  souls_scrubber_set_playing (SOULS_SCRUBBER (widget), FALSE);
  GTK_WIDGET_CLASS (souls_scrubber_parent_class)->unmap (widget);
}

static void
souls_scrubber_dispose (GObject *object)
{
  SoulsScrubber *self = SOULS_SCRUBBER (object);
  GtkWidget *child;

  g_clear_handle_id (&self->play_id, g_source_remove);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (souls_scrubber_parent_class)->dispose (object);
}

static void
souls_scrubber_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  SoulsScrubber *self = SOULS_SCRUBBER (object);

  switch (id)
    {
    case PROP_SESSION:
      g_value_set_object (value, self->session);
      break;
    case PROP_PLAYING:
      g_value_set_boolean (value, souls_scrubber_get_playing (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
souls_scrubber_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  SoulsScrubber *self = SOULS_SCRUBBER (object);

  switch (id)
    {
    case PROP_SESSION:
      souls_scrubber_set_session (self, g_value_get_object (value));
      break;
    case PROP_PLAYING:
      souls_scrubber_set_playing (self, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
souls_scrubber_class_init (SoulsScrubberClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = souls_scrubber_get_property;
  object_class->set_property = souls_scrubber_set_property;
  object_class->dispose = souls_scrubber_dispose;
  widget_class->unmap = souls_scrubber_unmap;

  /**
   * SoulsScrubber:session:
   *
   * Whose year it moves.
   */
  properties[PROP_SESSION] =
    g_param_spec_object ("session",
                         NULL,
                         NULL,
                         SOULS_TYPE_SESSION,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  /**
   * SoulsScrubber:playing:
   *
   * Whether the years go by by themselves, to the last.
   */
  properties[PROP_PLAYING] =
    g_param_spec_boolean ("playing",
                          NULL,
                          NULL,
                          FALSE,
                          G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/twosouls/TwoSouls/ui/souls-scrubber.ui");
  gtk_widget_class_bind_template_child (widget_class, SoulsScrubber, play_button);
  gtk_widget_class_bind_template_child (widget_class, SoulsScrubber, year_label);
  gtk_widget_class_bind_template_child (widget_class, SoulsScrubber, kind_stack);
  gtk_widget_class_bind_template_child (widget_class, SoulsScrubber, scale);
  gtk_widget_class_set_css_name (widget_class, "scrubber");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
souls_scrubber_init (SoulsScrubber *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  souls_range_stop_scrolling (GTK_RANGE (self->scale));
  g_signal_connect_object (
    self->scale, "value-changed", G_CALLBACK (value_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (
    self->play_button, "clicked", G_CALLBACK (play_clicked_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect (self, "notify::playing", G_CALLBACK (update_button), NULL);
  gtk_accessible_update_property (
    GTK_ACCESSIBLE (self->scale), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Fiscal year"), -1);
  update_button (self);
}

/**
 * souls_scrubber_new:
 *
 * Returns: (transfer floating): a scrubber without a session
 */
GtkWidget *
souls_scrubber_new (void)
{
  return g_object_new (SOULS_TYPE_SCRUBBER, NULL);
}

/**
 * souls_scrubber_set_session:
 * @session: (nullable): whose year it moves
 */
void
souls_scrubber_set_session (SoulsScrubber *self, SoulsSession *session)
{
  g_return_if_fail (SOULS_IS_SCRUBBER (self));

  if (self->session == session)
    return;
  souls_scrubber_set_playing (self, FALSE);
  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);
  g_set_object (&self->session, session);
  if (session != NULL)
    {
      g_signal_connect_object (
        session, "changed", G_CALLBACK (sync_session), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (
        session, "notify::year", G_CALLBACK (session_year_cb), self, G_CONNECT_SWAPPED);
      sync_session (self);
    }
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SESSION]);
}

gboolean
souls_scrubber_get_playing (SoulsScrubber *self)
{
  g_return_val_if_fail (SOULS_IS_SCRUBBER (self), FALSE);

  return self->play_id != 0;
}

/**
 * souls_scrubber_set_playing:
 * @playing: whether the years go by
 *
 * Starts or stops playing. From the last year it starts over with the first.
 */
void
souls_scrubber_set_playing (SoulsScrubber *self, gboolean playing)
{
  g_return_if_fail (SOULS_IS_SCRUBBER (self));

  playing = playing && self->session != NULL;
  if (playing == (self->play_id != 0))
    return;
  if (playing)
    {
      if (souls_session_get_year (self->session) >= souls_session_get_last_year (self->session))
        souls_session_set_year (self->session, souls_session_get_first_year (self->session));
      self->play_id = g_timeout_add (YEAR_MS, play_cb, self);
    }
  else
    g_clear_handle_id (&self->play_id, g_source_remove);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PLAYING]);
}
