/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "souls-config.h"

#include <glib/gi18n.h>

#include "souls-app-state.h"
#include "souls-arguments-dialog.h"
#include "souls-lesson-list.h"
#include "souls-window-private.h"

#define REVEAL_MS 900

static GSimpleAction *
get_action (SoulsWindow *self,
            const char  *name)
{
  return G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self), name));
}

/* A chart's id, with that of a view after a slash. */
static void
show_chart (SoulsChartPane *pane,
            const char     *chart)
{
  g_auto (GStrv) parts = g_strsplit (chart, "/", 2);

  souls_chart_pane_set_chart (pane, parts[0]);
  souls_chart_pane_set_chart_view (pane, parts[1] != NULL ? parts[1] : "");
}

/* What is covered must not be told above it either. */
static void
cover (SoulsWindow *self,
       const char  *page)
{
  const gboolean covered = !g_str_equal (page, "charts");

  gtk_stack_set_visible_child_name (self->charts_stack, page);
  gtk_widget_set_visible (GTK_WIDGET (self->headline), !covered);
  gtk_widget_set_visible (GTK_WIDGET (self->scrubber), !covered);
  gtk_widget_set_visible (GTK_WIDGET (self->why_bar), !covered);
}

static void
show_screen (SoulsWindow *self)
{
  const SoulsLessonStep *step = souls_lesson_run_get_step (self->lesson);
  const gboolean revealed = souls_lesson_run_is_revealed (self->lesson, souls_lesson_run_get_index (self->lesson));
  const gboolean draws = step->ask.kind == SOULS_ASK_LINE ||
                         (step->ask.kind != SOULS_ASK_NONE && souls_lesson_run_get_n_votes (self->lesson) > 0);
  SoulsLessonScreen screen;

  souls_lesson_run_get_screen (self->lesson, &screen);
  if (screen.left != NULL)
    {
      show_chart (self->left_pane, screen.left);
      if (screen.right != NULL)
        show_chart (self->right_pane, screen.right);
      gtk_widget_set_visible (GTK_WIDGET (self->right_pane), screen.right != NULL);
    }
  souls_sketch_view_tell (self->sketch, souls_lesson_page_get_text (souls_lesson_panel_get_page (self->lesson_panel)));
  /* The drawn line stays, and what is so comes to light beside it. */
  if (step->ask.kind == SOULS_ASK_LINE || (draws && screen.hidden && !revealed))
    cover (self, "sketch");
  else
    cover (self, screen.hidden && !revealed ? "cover" : "charts");
}

static void
keep_progress (SoulsWindow *self,
               gboolean     finished)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *message = NULL;

  if (souls_progress_keep (self->progress, self->lesson, finished, &error))
    return;
  message = g_strdup_printf (_("How far you have come cannot be kept: %s"), error->message);
  souls_window_show_message (self, GTK_MESSAGE_WARNING, message);
}

static void
step_changed_cb (SoulsWindow *self)
{
  show_screen (self);
  keep_progress (self, FALSE);
  souls_window_update_actions (self);
  souls_lesson_panel_take_focus (self->lesson_panel);
}

static void
answer_changed_cb (SoulsWindow *self)
{
  if (souls_lesson_run_is_committed (self->lesson, souls_lesson_run_get_index (self->lesson)))
    keep_progress (self, FALSE);
}

static void
revealed_cb (SoulsWindow *self)
{
  show_screen (self);
  keep_progress (self, FALSE);
}

static void
finished_cb (SoulsWindow *self)
{
  keep_progress (self, TRUE);
  cover (self, "charts");
}

/* Sliders in a movement that the eye can follow */

static void
moved_cb (double   progress,
          gpointer data)
{
  SoulsWindow *self = data;
  SoulsState state;

  if (self->session == NULL || !souls_session_in_preview (self->session))
    return;
  souls_replay_mix (self->session, &self->reveal_from, &self->reveal_to, progress, &state);
  souls_session_preview (self->session, &state);
}

static void
finish_movement (SoulsWindow *self)
{
  if (self->lesson_animation == NULL || adw_animation_get_state (self->lesson_animation) != ADW_ANIMATION_PLAYING)
    return;
  adw_animation_skip (self->lesson_animation);
}

static void
arrived_cb (SoulsWindow *self)
{
  if (self->session != NULL)
    souls_session_end_preview (self->session);
}

/* From where the sliders stood to where they stand; at once where nothing is to move. */
static void
show_movement (SoulsWindow *self)
{
  souls_session_get_point (self->session, souls_session_get_step (self->session), &self->reveal_to);
  if (!adw_get_enable_animations (GTK_WIDGET (self)) || !gtk_widget_get_mapped (GTK_WIDGET (self)) ||
      souls_session_in_gesture (self->session) || souls_state_equal (&self->reveal_from, &self->reveal_to))
    return;
  souls_session_begin_preview (self->session);
  souls_session_preview (self->session, &self->reveal_from);
  adw_animation_reset (self->lesson_animation);
  adw_animation_play (self->lesson_animation);
}

/* Undo has it as one step; while it moves, what is seen is no change. */
static void
move_cb (SoulsSession        *session,
         const SoulsScenario *scenario,
         int                  year,
         gboolean             revealing,
         gpointer             data)
{
  SoulsWindow *self = data;
  g_autoptr (GError) error = NULL;

  finish_movement (self);
  if (self->replay != NULL)
    souls_replay_stop (self->replay);
  souls_session_get_point (session, souls_session_get_step (session), &self->reveal_from);
  if (!souls_session_load (session, scenario, &error))
    {
      souls_window_show_message (self, GTK_MESSAGE_ERROR, error->message);
      return;
    }
  if (year != 0)
    souls_session_set_year (session, year);
  /* What only the lesson has moved need not be saved. */
  souls_document_detach (self->document);
  if (revealing)
    show_movement (self);
}

static void
add_panel (SoulsWindow *self)
{
  self->lesson_panel = SOULS_LESSON_PANEL (souls_lesson_panel_new (self->lesson));
  adw_bin_set_child (self->lesson_bin, GTK_WIDGET (self->lesson_panel));
  gtk_widget_set_visible (GTK_WIDGET (self->lesson_bin), TRUE);
  gtk_widget_set_visible (GTK_WIDGET (self->flap_switcher), TRUE);
  gtk_stack_set_visible_child (self->flap_stack, GTK_WIDGET (self->lesson_bin));
  g_signal_connect_object (self->lesson_panel, "finished", G_CALLBACK (finished_cb), self, G_CONNECT_SWAPPED);
  self->sketch = SOULS_SKETCH_VIEW (souls_sketch_view_new ());
  souls_sketch_view_set_run (self->sketch, self->lesson);
  adw_bin_set_child (self->sketch_bin, GTK_WIDGET (self->sketch));
}

static void
end_lesson (SoulsWindow *self)
{
  if (self->lesson == NULL)
    return;
  finish_movement (self);
  g_signal_handlers_disconnect_by_data (self->lesson, self);
  souls_lesson_run_set_move (self->lesson, NULL, NULL);
  self->lesson_panel = NULL;
  self->sketch = NULL;
  adw_bin_set_child (self->lesson_bin, NULL);
  adw_bin_set_child (self->sketch_bin, NULL);
  g_clear_object (&self->lesson);
}

/**
 * souls_window_leave_lesson:
 *
 * Leaves the lesson in progress, which can be taken up again; what it shows stays.
 */
void
souls_window_leave_lesson (SoulsWindow *self)
{
  if (self->lesson == NULL)
    return;
  end_lesson (self);
  gtk_widget_set_visible (GTK_WIDGET (self->lesson_bin), FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->flap_switcher), FALSE);
  gtk_stack_set_visible_child_name (self->flap_stack, "sliders");
  gtk_widget_set_visible (GTK_WIDGET (self->right_pane), TRUE);
  cover (self, "charts");
  souls_window_update_actions (self);
}

static SoulsProgress *
ensure_progress (SoulsWindow *self)
{
  g_autofree char *damage = NULL;
  g_autofree char *message = NULL;

  if (self->progress != NULL)
    return self->progress;
  self->progress = souls_progress_load (NULL, &damage);
  if (damage != NULL)
    {
      message = g_strdup_printf (_("What was kept of the lessons is damaged and was put aside.\n%s"), damage);
      souls_window_show_message (self, GTK_MESSAGE_WARNING, message);
    }
  return self->progress;
}

/**
 * souls_window_begin_lesson:
 * @lesson: copied
 * @step: the step to begin with, or -1 for where it was left
 *
 * Takes a lesson, in this window if there is nothing in it to lose.
 *
 * Returns: (transfer none) (nullable): the window that it is in
 */
SoulsWindow *
souls_window_begin_lesson (SoulsWindow       *self,
                           const SoulsLesson *lesson,
                           int                step)
{
  int kept;

  if (self->session == NULL)
    return NULL;
  if (souls_window_is_modified (self))
    {
      self = souls_window_new (SOULS_APPLICATION (gtk_window_get_application (GTK_WINDOW (self))));
      gtk_window_present (GTK_WINDOW (self));
    }
  end_lesson (self);
  ensure_progress (self);
  self->lesson = souls_lesson_run_new (self->session, lesson);
  souls_lesson_run_set_move (self->lesson, move_cb, self);
  kept = souls_progress_restore (self->progress, self->lesson);
  souls_window_hide_file_bar (self);
  gtk_info_bar_set_revealed (self->message_bar, FALSE);
  gtk_stack_set_visible_child_name (self->stack, "main");
  adw_flap_set_reveal_flap (self->flap, TRUE);
  add_panel (self);
  g_signal_connect_object (self->lesson, "step-changed", G_CALLBACK (step_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->lesson, "answer-changed", G_CALLBACK (answer_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->lesson, "revealed", G_CALLBACK (revealed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->lesson, "exploring-changed", G_CALLBACK (souls_window_update_actions), self,
                           G_CONNECT_SWAPPED);
  souls_lesson_run_start (self->lesson, step >= 0 ? step : kept);
  if (self->stage != NULL)
    souls_stage_set_run (self->stage, self->lesson);
  return self;
}

/**
 * souls_window_open_lesson:
 * @file: a lesson file
 *
 * Opens a lesson; where the file is no good, the window says where in it.
 *
 * Returns: whether it was opened
 */
gboolean
souls_window_open_lesson (SoulsWindow *self,
                          GFile       *file)
{
  SoulsDataSet *data = self->session != NULL ? souls_session_get_data (self->session) : NULL;
  g_autofree char *path = g_file_get_path (file);
  g_autoptr (GError) error = NULL;
  g_autoptr (SoulsPresets) presets = data != NULL ? souls_presets_load (data, &error) : NULL;
  g_autoptr (SoulsLesson) lesson = NULL;

  if (data == NULL)
    return FALSE;
  if (path == NULL)
    g_set_error_literal (&error, SOULS_LESSON_ERROR, SOULS_LESSON_ERROR_READ, _("Expected a file on this computer"));
  else if (presets != NULL)
    lesson = souls_lesson_read (path, data, presets, &error);
  if (lesson == NULL)
    {
      souls_window_show_message (self, GTK_MESSAGE_ERROR, error->message);
      return FALSE;
    }
  return souls_window_begin_lesson (self, lesson, -1) != NULL;
}

/* The start page */

static void
chosen_cb (SoulsWindow *self,
           int          lesson)
{
  souls_window_begin_lesson (self, souls_lessons_get (souls_lesson_list_get_lessons (self->lesson_list), lesson), -1);
}

static void
at_start_changed_cb (SoulsWindow *self)
{
  GtkSwitch *at_start = souls_lesson_list_get_switch (self->lesson_list);

  souls_app_state_set (self->settings, "show-start", g_variant_new_boolean (gtk_switch_get_active (at_start)));
}

static void
ensure_lesson_list (SoulsWindow *self)
{
  if (self->lesson_list != NULL)
    return;
  self->lesson_list = SOULS_LESSON_LIST (souls_lesson_list_new ());
  gtk_switch_set_active (souls_lesson_list_get_switch (self->lesson_list),
                         souls_app_state_get_boolean (self->settings, "show-start"));
  adw_bin_set_child (self->start_bin, GTK_WIDGET (self->lesson_list));
  g_signal_connect_object (self->lesson_list, "chosen", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (souls_lesson_list_get_switch (self->lesson_list), "notify::active",
                           G_CALLBACK (at_start_changed_cb), self, G_CONNECT_SWAPPED);
}

/**
 * souls_window_show_lessons:
 *
 * Shows the start page; what is open stays open behind it.
 */
void
souls_window_show_lessons (SoulsWindow *self)
{
  if (self->session == NULL)
    return;
  ensure_lesson_list (self);
  souls_lesson_list_fill (self->lesson_list, souls_session_get_data (self->session), ensure_progress (self));
  gtk_stack_set_visible_child_name (self->stack, "start");
}

static gboolean
fill_start_cb (gpointer data)
{
  SoulsWindow *self = data;

  if (self->session != NULL && self->lesson_list != NULL && souls_lesson_list_get_lessons (self->lesson_list) == NULL)
    souls_lesson_list_fill (self->lesson_list, souls_session_get_data (self->session), ensure_progress (self));
  return G_SOURCE_REMOVE;
}

/**
 * souls_window_show_start:
 *
 * Shows the start page where the reader wants to see it. Its lessons come after the window's first frame.
 */
void
souls_window_show_start (SoulsWindow *self)
{
  if (self->session == NULL || !souls_app_state_get_boolean (self->settings, "show-start"))
    return;
  ensure_lesson_list (self);
  gtk_stack_set_visible_child_name (self->stack, "start");
  g_idle_add_full (G_PRIORITY_LOW, fill_start_cb, g_object_ref (self), g_object_unref);
}

static void
lessons_activated_cb (GSimpleAction *action,
                      GVariant      *parameter,
                      gpointer       data)
{
  souls_window_show_lessons (data);
}

static void
explore_activated_cb (GSimpleAction *action,
                      GVariant      *parameter,
                      gpointer       data)
{
  gtk_stack_set_visible_child_name (SOULS_WINDOW (data)->stack, "main");
}

static void
next_activated_cb (GSimpleAction *action,
                   GVariant      *parameter,
                   gpointer       data)
{
  souls_lesson_panel_next (SOULS_WINDOW (data)->lesson_panel);
}

static void
back_activated_cb (GSimpleAction *action,
                   GVariant      *parameter,
                   gpointer       data)
{
  SoulsWindow *self = data;

  if (souls_lesson_panel_back (self->lesson_panel))
    show_screen (self);
}

static void
restart_activated_cb (GSimpleAction *action,
                      GVariant      *parameter,
                      gpointer       data)
{
  souls_lesson_run_restart (SOULS_WINDOW (data)->lesson);
}

static void
leave_activated_cb (GSimpleAction *action,
                    GVariant      *parameter,
                    gpointer       data)
{
  souls_window_leave_lesson (data);
}

static void
come_back_activated_cb (GSimpleAction *action,
                        GVariant      *parameter,
                        gpointer       data)
{
  SoulsWindow *self = data;

  souls_lesson_run_come_back (self->lesson);
  gtk_stack_set_visible_child (self->flap_stack, GTK_WIDGET (self->lesson_bin));
}

/* The one after this; after the last, and after one's own, all of them. */
static void
next_lesson_activated_cb (GSimpleAction *action,
                          GVariant      *parameter,
                          gpointer       data)
{
  SoulsWindow *self = data;
  const SoulsLesson *lesson = self->lesson != NULL ? souls_lesson_run_get_lesson (self->lesson) : NULL;
  const SoulsLessons *all;

  souls_window_show_lessons (self);
  all = souls_lesson_list_get_lessons (self->lesson_list);
  for (int i = 0; lesson != NULL && all != NULL && i + 1 < souls_lessons_get_n_shipped (all); i++)
    if (lesson->path == NULL && g_str_equal (souls_lessons_get (all, i)->id, lesson->id))
      {
        souls_lesson_list_choose (self->lesson_list, i + 1);
        return;
      }
}

static void
argument_chosen_cb (SoulsWindow             *self,
                    const SoulsArgumentSide *side)
{
  const SoulsLessonScreen *screen = &side->screen;
  const char *const charts[] = { screen->left, screen->right, NULL };
  g_autoptr (SoulsScenario) scenario = souls_scenario_copy (screen->scenario);

  souls_scenario_set_charts (scenario, charts);
  finish_movement (self);
  souls_session_get_point (self->session, souls_session_get_step (self->session), &self->reveal_from);
  if (!souls_window_begin_from (self, scenario))
    return;
  if (screen->year != 0)
    souls_session_set_year (self->session, screen->year);
  show_chart (self->left_pane, screen->left);
  if (screen->right != NULL)
    show_chart (self->right_pane, screen->right);
  show_movement (self);
}

static void
arguments_activated_cb (GSimpleAction *action,
                        GVariant      *parameter,
                        gpointer       data)
{
  SoulsWindow *self = data;

  if (self->arguments == NULL)
    {
      g_set_weak_pointer (&self->arguments,
                          GTK_WINDOW (souls_arguments_dialog_new (souls_session_get_data (self->session))));
      g_signal_connect_object (self->arguments, "chosen", G_CALLBACK (argument_chosen_cb), self, G_CONNECT_SWAPPED);
      gtk_window_set_transient_for (self->arguments, GTK_WINDOW (self));
      gtk_window_set_destroy_with_parent (self->arguments, TRUE);
    }
  gtk_window_present (self->arguments);
}

/* One row each. */
static const GActionEntry entries[] = {
  { "lessons", lessons_activated_cb, NULL, NULL, NULL },
  { "explore", explore_activated_cb, NULL, NULL, NULL },
  { "arguments", arguments_activated_cb, NULL, NULL, NULL },
  { "lesson-next", next_activated_cb, NULL, NULL, NULL },
  { "lesson-back", back_activated_cb, NULL, NULL, NULL },
  { "lesson-restart", restart_activated_cb, NULL, NULL, NULL },
  { "lesson-leave", leave_activated_cb, NULL, NULL, NULL },
  { "lesson-come-back", come_back_activated_cb, NULL, NULL, NULL },
  { "lesson-next-lesson", next_lesson_activated_cb, NULL, NULL, NULL },
};

static gboolean
reveal_flap_cb (gpointer data)
{
  SoulsWindow *self = data;

  if (self->lesson != NULL)
    adw_flap_set_reveal_flap (self->flap, TRUE);
  return G_SOURCE_REMOVE;
}

/* A flap that folds hides itself; a lesson is there to be read. */
static void
folded_cb (SoulsWindow *self)
{
  if (self->lesson != NULL)
    g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, reveal_flap_cb, g_object_ref (self), g_object_unref);
}

/**
 * souls_window_renew_lesson_clock:
 * @self: the window, with a session
 *
 * Makes what moves the sliders, by the frames of what surely has some.
 */
void
souls_window_renew_lesson_clock (SoulsWindow *self)
{
  finish_movement (self);
  g_clear_object (&self->lesson_animation);
  self->lesson_animation = adw_timed_animation_new (souls_window_get_clock_widget (self), 0, 1, REVEAL_MS,
                                                    adw_callback_animation_target_new (moved_cb, self, NULL));
  adw_timed_animation_set_easing (ADW_TIMED_ANIMATION (self->lesson_animation), ADW_EASE_IN_OUT_CUBIC);
  g_signal_connect_object (self->lesson_animation, "done", G_CALLBACK (arrived_cb), self, G_CONNECT_SWAPPED);
}

/**
 * souls_window_start_lesson:
 * @self: the window, with or without a session
 *
 * Brings the actions of this file up to date and makes what moves the sliders.
 */
void
souls_window_start_lesson (SoulsWindow *self)
{
  souls_window_renew_lesson_clock (self);
  g_signal_connect_object (self->flap, "notify::folded", G_CALLBACK (folded_cb), self, G_CONNECT_SWAPPED);
}

/**
 * souls_window_add_lesson:
 * @self: the window, its template made
 *
 * Adds the actions of this file.
 */
void
souls_window_add_lesson (SoulsWindow *self)
{
  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  souls_window_update_lesson (self);
}

void
souls_window_update_lesson (SoulsWindow *self)
{
  for (gsize i = 0; i < G_N_ELEMENTS (entries); i++)
    g_simple_action_set_enabled (get_action (self, entries[i].name),
                                 self->session != NULL &&
                                   (!g_str_has_prefix (entries[i].name, "lesson-") || self->lesson != NULL));
}

/**
 * souls_window_end_lesson:
 * @self: the window, going away
 */
void
souls_window_end_lesson (SoulsWindow *self)
{
  if (self->lesson != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->lesson, self);
      if (self->session != NULL)
        souls_session_end_preview (self->session);
      g_clear_object (&self->lesson);
    }
  g_clear_object (&self->lesson_animation);
  g_clear_pointer (&self->progress, souls_progress_free);
  g_clear_weak_pointer (&self->arguments);
}
