/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "souls-config.h"

#include "souls-presenter-bar.h"

#include <glib/gi18n.h>

#include "souls-stopwatch.h"

struct _SoulsPresenterBar
{
  GtkWidget parent_instance;

  /* Template children */
  GtkLabel *step_label;
  GtkLabel *time_label;
  GtkButton *pause_button;
  GtkLabel *notes_label;
  GtkWidget *notes_scroller;
  GtkLabel *next_label;

  SoulsStage *stage;   /* weak: what is held by nobody goes when it is closed; NULL: none */
  SoulsStopwatch watch;
  gint64 (*clock) (void);
  guint tick_id;
};

G_DEFINE_FINAL_TYPE (SoulsPresenterBar, souls_presenter_bar, GTK_TYPE_WIDGET)

static void
set_text (GtkLabel   *label,
          const char *text)
{
  if (g_strcmp0 (gtk_label_get_text (label), text) != 0)
    gtk_label_set_text (label, text);
}

/* How long it has taken, and how long it may. */
static void
update_time (SoulsPresenterBar *self)
{
  const int seconds = souls_stopwatch_get_seconds (&self->watch, self->clock ());
  const int minutes = self->stage != NULL ? souls_stage_get_minutes (self->stage) : 0;
  g_autofree char *time = souls_stopwatch_format (seconds);
  g_autofree char *text = NULL;

  if (minutes > 0)
    /* Translators: the time that a talk has taken so far, as 4:07, and the minutes it is to take */
    text = g_strdup_printf (ngettext ("%s of %d min", "%s of %d min", (gulong) minutes), time, minutes);
  set_text (self->time_label, text != NULL ? text : time);
  if (minutes > 0 && seconds > minutes * 60)
    gtk_widget_add_css_class (GTK_WIDGET (self->time_label), "late");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->time_label), "late");
}

static void
update_pause (SoulsPresenterBar *self)
{
  const char *label = self->watch.running ? _("Stop the Time") : _("Go on with the Time");

  gtk_button_set_icon_name (self->pause_button,
                            self->watch.running ? "media-playback-pause-symbolic" : "media-playback-start-symbolic");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->pause_button), label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->pause_button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

static gboolean
tick_cb (gpointer data)
{
  update_time (data);
  return G_SOURCE_CONTINUE;
}

static void
update_step (SoulsPresenterBar *self)
{
  g_autofree char *step = g_strdup_printf (_("%1$d of %2$d"), souls_stage_get_step (self->stage),
                                           souls_stage_get_n_steps (self->stage));
  g_autofree char *notes = souls_stage_get_notes (self->stage);
  g_autofree char *title = souls_stage_get_next_title (self->stage);
  /* Translators: %s is the title of the next step */
  g_autofree char *next = title != NULL ? g_strdup_printf (_("Next: %s"), title) : g_strdup (_("Next: the end"));

  set_text (self->step_label, step);
  set_text (self->notes_label, notes != NULL ? notes : "");
  gtk_widget_set_visible (self->notes_scroller, notes != NULL);
  set_text (self->next_label, next);
  update_time (self);
}

static void
button_clicked_cb (SoulsPresenterBar *self,
                   GtkButton         *button)
{
  if (self->stage != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self->stage), gtk_widget_get_name (GTK_WIDGET (button)), NULL);
}

static void
pause_clicked_cb (SoulsPresenterBar *self)
{
  if (self->watch.running)
    souls_stopwatch_pause (&self->watch, self->clock ());
  else
    souls_stopwatch_start (&self->watch, self->clock ());
  update_time (self);
  update_pause (self);
}

static void
zero_clicked_cb (SoulsPresenterBar *self)
{
  souls_stopwatch_reset (&self->watch, self->clock ());
  update_time (self);
}

static void
souls_presenter_bar_dispose (GObject *object)
{
  SoulsPresenterBar *self = SOULS_PRESENTER_BAR (object);
  GtkWidget *child;

  g_clear_handle_id (&self->tick_id, g_source_remove);
  if (self->stage != NULL)
    g_signal_handlers_disconnect_by_data (self->stage, self);
  g_clear_weak_pointer (&self->stage);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (souls_presenter_bar_parent_class)->dispose (object);
}

static void
souls_presenter_bar_class_init (SoulsPresenterBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = souls_presenter_bar_dispose;

  gtk_widget_class_set_css_name (widget_class, "presenterbar");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/twosouls/TwoSouls/ui/souls-presenter-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, SoulsPresenterBar, step_label);
  gtk_widget_class_bind_template_child (widget_class, SoulsPresenterBar, time_label);
  gtk_widget_class_bind_template_child (widget_class, SoulsPresenterBar, pause_button);
  gtk_widget_class_bind_template_child (widget_class, SoulsPresenterBar, notes_label);
  gtk_widget_class_bind_template_child (widget_class, SoulsPresenterBar, notes_scroller);
  gtk_widget_class_bind_template_child (widget_class, SoulsPresenterBar, next_label);
  gtk_widget_class_bind_template_callback (widget_class, button_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, pause_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, zero_clicked_cb);
}

static void
souls_presenter_bar_init (SoulsPresenterBar *self)
{
  self->clock = g_get_monotonic_time;
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

/**
 * souls_presenter_bar_set_stage:
 * @stage: (nullable): what the room sees, or %NULL: nothing any more
 *
 * A new stage starts the time.
 */
void
souls_presenter_bar_set_stage (SoulsPresenterBar *self,
                               SoulsStage        *stage)
{
  g_return_if_fail (SOULS_IS_PRESENTER_BAR (self));

  if (self->stage == stage)
    return;
  if (self->stage != NULL)
    g_signal_handlers_disconnect_by_data (self->stage, self);
  g_clear_handle_id (&self->tick_id, g_source_remove);
  g_set_weak_pointer (&self->stage, stage);
  gtk_widget_set_visible (GTK_WIDGET (self), stage != NULL);
  self->watch = (SoulsStopwatch) { 0 };
  if (stage == NULL)
    return;
  souls_stopwatch_start (&self->watch, self->clock ());
  self->tick_id = g_timeout_add_seconds (1, tick_cb, self);
  g_signal_connect_object (stage, "step-changed", G_CALLBACK (update_step), self, G_CONNECT_SWAPPED);
  update_pause (self);
  update_step (self);
}

void
souls_presenter_bar_set_clock (SoulsPresenterBar *self,
                               gint64           (*clock) (void))
{
  g_return_if_fail (SOULS_IS_PRESENTER_BAR (self));

  self->clock = clock;
  souls_stopwatch_reset (&self->watch, clock ());
}

void
souls_presenter_bar_tick (SoulsPresenterBar *self)
{
  g_return_if_fail (SOULS_IS_PRESENTER_BAR (self));

  update_time (self);
}

const char *
souls_presenter_bar_get_notes (SoulsPresenterBar *self)
{
  g_return_val_if_fail (SOULS_IS_PRESENTER_BAR (self), NULL);

  return gtk_label_get_text (self->notes_label);
}

const char *
souls_presenter_bar_get_next (SoulsPresenterBar *self)
{
  g_return_val_if_fail (SOULS_IS_PRESENTER_BAR (self), NULL);

  return gtk_label_get_text (self->next_label);
}

const char *
souls_presenter_bar_get_step (SoulsPresenterBar *self)
{
  g_return_val_if_fail (SOULS_IS_PRESENTER_BAR (self), NULL);

  return gtk_label_get_text (self->step_label);
}

const char *
souls_presenter_bar_get_time (SoulsPresenterBar *self)
{
  g_return_val_if_fail (SOULS_IS_PRESENTER_BAR (self), NULL);

  return gtk_label_get_text (self->time_label);
}
