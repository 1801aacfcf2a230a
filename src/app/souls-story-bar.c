/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "souls-config.h"

#include "souls-story-bar.h"

struct _SoulsStoryBar
{
  GtkWidget parent_instance;

  /* Template children */
  GtkRevealer *revealer;
  GtkStack *stack;
  GtkLabel *question_label;
  GtkMenuButton *notes_button;
  GtkLabel *notes_title;
  GtkLabel *notes_label;
  GtkLabel *caption_label;

  /* Owned */
  SoulsSession *session;
  SoulsReplay *replay;
  char *dismissed;   /* the words that were put away */
};

G_DEFINE_FINAL_TYPE (SoulsStoryBar, souls_story_bar, GTK_TYPE_WIDGET)

/* A label is laid out anew only when its text is new. */
static void
set_text (GtkLabel   *label,
          const char *text)
{
  if (g_strcmp0 (gtk_label_get_text (label), text) != 0)
    gtk_label_set_text (label, text);
}

/* What the line says; NULL for nothing. */
static const char *
get_words (SoulsStoryBar *self)
{
  const char *question = souls_session_get_text (self->session, SOULS_SCENARIO_QUESTION);

  return question != NULL ? question : souls_session_get_text (self->session, SOULS_SCENARIO_NOTES);
}

static void
show_story (SoulsStoryBar *self)
{
  const char *title = souls_session_get_title (self->session);
  const char *notes = souls_session_get_text (self->session, SOULS_SCENARIO_NOTES);
  const char *words = get_words (self);
  const gboolean shown = words != NULL && g_strcmp0 (words, self->dismissed) != 0;

  gtk_widget_set_visible (GTK_WIDGET (self->notes_button), notes != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->notes_title), title != NULL);
  set_text (self->notes_title, title != NULL ? title : "");
  set_text (self->notes_label, notes != NULL ? notes : "");
  /* What is on its way out keeps its words. */
  if (shown)
    set_text (self->question_label, words);
  gtk_stack_set_visible_child_name (self->stack, "story");
  gtk_revealer_set_reveal_child (self->revealer, shown);
}

static void
show_replay (SoulsStoryBar *self)
{
  set_text (self->caption_label, souls_replay_get_caption (self->replay));
  gtk_stack_set_visible_child_name (self->stack, "replay");
  gtk_revealer_set_reveal_child (self->revealer, TRUE);
}

static void
update (SoulsStoryBar *self)
{
  if (souls_replay_get_playing (self->replay))
    show_replay (self);
  else
    show_story (self);
  gtk_widget_set_visible (GTK_WIDGET (self), gtk_revealer_get_reveal_child (self->revealer) ||
                                               gtk_revealer_get_child_revealed (self->revealer));
}

static void
close_clicked_cb (SoulsStoryBar *self)
{
  g_free (self->dismissed);
  self->dismissed = g_strdup (get_words (self));
  update (self);
}

static void
souls_story_bar_dispose (GObject *object)
{
  SoulsStoryBar *self = SOULS_STORY_BAR (object);
  GtkWidget *child;

  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);
  if (self->replay != NULL)
    g_signal_handlers_disconnect_by_data (self->replay, self);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->session);
  g_clear_object (&self->replay);
  g_clear_pointer (&self->dismissed, g_free);

  G_OBJECT_CLASS (souls_story_bar_parent_class)->dispose (object);
}

static void
souls_story_bar_class_init (SoulsStoryBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = souls_story_bar_dispose;

  gtk_widget_class_set_css_name (widget_class, "storybar");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/twosouls/TwoSouls/ui/souls-story-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, SoulsStoryBar, revealer);
  gtk_widget_class_bind_template_child (widget_class, SoulsStoryBar, stack);
  gtk_widget_class_bind_template_child (widget_class, SoulsStoryBar, question_label);
  gtk_widget_class_bind_template_child (widget_class, SoulsStoryBar, notes_button);
  gtk_widget_class_bind_template_child (widget_class, SoulsStoryBar, notes_title);
  gtk_widget_class_bind_template_child (widget_class, SoulsStoryBar, notes_label);
  gtk_widget_class_bind_template_child (widget_class, SoulsStoryBar, caption_label);
  gtk_widget_class_bind_template_callback (widget_class, close_clicked_cb);
}

static void
souls_story_bar_init (SoulsStoryBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

/**
 * souls_story_bar_set_session:
 * @self: the bar, which has none yet
 * @session: whose words it shows
 * @replay: of that session
 */
void
souls_story_bar_set_session (SoulsStoryBar *self,
                             SoulsSession  *session,
                             SoulsReplay   *replay)
{
  g_return_if_fail (SOULS_IS_STORY_BAR (self));
  g_return_if_fail (self->session == NULL);

  self->session = g_object_ref (session);
  self->replay = g_object_ref (replay);
  g_signal_connect_object (session, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (replay, "notify", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->revealer, "notify::child-revealed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
}

/**
 * souls_story_bar_get_text:
 *
 * Returns: (transfer none) (nullable): what the line says, or %NULL where it is not there
 */
const char *
souls_story_bar_get_text (SoulsStoryBar *self)
{
  g_return_val_if_fail (SOULS_IS_STORY_BAR (self), NULL);

  if (!gtk_revealer_get_reveal_child (self->revealer))
    return NULL;
  return gtk_label_get_text (g_str_equal (gtk_stack_get_visible_child_name (self->stack), "replay")
                               ? self->caption_label : self->question_label);
}
