/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "souls-config.h"

#include <glib/gi18n.h>

#include "souls-stage-private.h"

/* Whatever is done next is done to what is open, not to what is shown for a while. */
static void
end_preview (SoulsStage *self)
{
  g_clear_handle_id (&self->say_id, g_source_remove);
  self->shows_baseline = FALSE;
  souls_replay_stop (self->replay);
  if (souls_session_in_preview (self->session))
    souls_session_end_preview (self->session);
  souls_stage_update_caption (self);
}

static void
set_blank (SoulsStage *self,
           SoulsBlank  blank)
{
  self->blank = blank;
  gtk_widget_set_visible (self->cover, blank != SOULS_BLANK_NONE);
  gtk_widget_set_css_classes (self->cover, blank == SOULS_BLANK_WHITE ? (const char *[]) { "stage-white", NULL }
                                                                      : (const char *[]) { "stage-black", NULL });
}

static void
next_activated (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  end_preview (SOULS_STAGE (widget));
  if (!souls_stage_go_on (SOULS_STAGE (widget)) && !SOULS_STAGE (widget)->is_asking)
    souls_stage_say (SOULS_STAGE (widget), _("This is the last step."));
}

static void
back_activated (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  end_preview (SOULS_STAGE (widget));
  souls_stage_go_back (SOULS_STAGE (widget));
}

static void
jump_activated (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  end_preview (SOULS_STAGE (widget));
  souls_stage_go_to (SOULS_STAGE (widget), g_variant_get_int32 (parameter));
}

static void
reset_activated (GtkWidget  *widget,
                 const char *name,
                 GVariant   *parameter)
{
  end_preview (SOULS_STAGE (widget));
  souls_stage_start_over (SOULS_STAGE (widget));
}

static void
replay_activated (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  SoulsStage *self = SOULS_STAGE (widget);
  int step;

  end_preview (self);
  step = souls_session_get_step (self->session);
  if (!souls_replay_play (self->replay, step, step))
    souls_stage_say (self, _("There is no change yet."));
}

static void
baseline_activated (GtkWidget  *widget,
                    const char *name,
                    GVariant   *parameter)
{
  SoulsStage *self = SOULS_STAGE (widget);
  const gboolean showed_baseline = self->shows_baseline;
  SoulsState state;

  end_preview (self);
  if (showed_baseline || souls_session_in_gesture (self->session))
    return;
  souls_session_get_point (self->session, souls_session_get_step (self->session), &state);
  souls_state_reset_all (&state);
  souls_session_begin_preview (self->session);
  self->shows_baseline = TRUE;
  souls_session_preview (self->session, &state);
  souls_stage_update_caption (self);
}

static void
zoom_activated (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  SoulsStage *self = SOULS_STAGE (widget);
  SoulsStageBoard *board = SOULS_STAGE_BOARD (self->board);

  /* What was predicted is first, then the charts, then each of them. */
  if (souls_stage_board_get_cover (board) == NULL)
    self->shows_charts = souls_stage_board_zoom (board) != SOULS_STAGE_ALL;
  else
    self->shows_charts = souls_lesson_run_is_revealed (self->run, souls_lesson_run_get_index (self->run));
  souls_stage_update_charts (self);
}

static void
blank_activated (GtkWidget  *widget,
                 const char *name,
                 GVariant   *parameter)
{
  SoulsStage *self = SOULS_STAGE (widget);
  const SoulsBlank wanted = g_str_equal (name, "stage.white") ? SOULS_BLANK_WHITE : SOULS_BLANK_BLACK;

  set_blank (self, self->blank == wanted ? SOULS_BLANK_NONE : wanted);
}

static void
keys_activated (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  SoulsStage *self = SOULS_STAGE (widget);

  gtk_widget_set_visible (self->keys, !gtk_widget_get_visible (self->keys));
}

static void
fullscreen_activated (GtkWidget  *widget,
                      const char *name,
                      GVariant   *parameter)
{
  souls_stage_set_fullscreen (SOULS_STAGE (widget), !SOULS_STAGE (widget)->fullscreen);
}

static void
year_activated (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  SoulsSession *session = SOULS_STAGE (widget)->session;

  souls_session_set_year (session, souls_session_get_year (session) + (g_str_equal (name, "stage.next-year") ? 1 : -1));
}

/* First what lies over the stage goes, then the stage. */
static void
leave_activated (GtkWidget  *widget,
                 const char *name,
                 GVariant   *parameter)
{
  SoulsStage *self = SOULS_STAGE (widget);

  if (gtk_widget_get_visible (self->keys))
    gtk_widget_set_visible (self->keys, FALSE);
  else if (self->blank != SOULS_BLANK_NONE)
    set_blank (self, SOULS_BLANK_NONE);
  else if (souls_replay_get_playing (self->replay) || self->shows_baseline)
    end_preview (self);
  else if (!souls_stage_board_unzoom (SOULS_STAGE_BOARD (self->board)))
    gtk_window_close (GTK_WINDOW (self));
}

void
souls_stage_class_add_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "stage.next", NULL, next_activated);
  gtk_widget_class_install_action (widget_class, "stage.back", NULL, back_activated);
  gtk_widget_class_install_action (widget_class, "stage.jump", "i", jump_activated);
  gtk_widget_class_install_action (widget_class, "stage.replay", NULL, replay_activated);
  gtk_widget_class_install_action (widget_class, "stage.baseline", NULL, baseline_activated);
  gtk_widget_class_install_action (widget_class, "stage.reset", NULL, reset_activated);
  gtk_widget_class_install_action (widget_class, "stage.zoom", NULL, zoom_activated);
  gtk_widget_class_install_action (widget_class, "stage.white", NULL, blank_activated);
  gtk_widget_class_install_action (widget_class, "stage.black", NULL, blank_activated);
  gtk_widget_class_install_action (widget_class, "stage.keys", NULL, keys_activated);
  gtk_widget_class_install_action (widget_class, "stage.fullscreen", NULL, fullscreen_activated);
  gtk_widget_class_install_action (widget_class, "stage.next-year", NULL, year_activated);
  gtk_widget_class_install_action (widget_class, "stage.previous-year", NULL, year_activated);
  gtk_widget_class_install_action (widget_class, "stage.leave", NULL, leave_activated);
}
