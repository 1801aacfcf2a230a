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

static gboolean
is_revealed (SoulsWindow *self)
{
  return souls_lesson_run_is_revealed (self->lesson, souls_lesson_run_get_index (self->lesson));
}

/* Whether what is predicted is seen as a picture: a line, and what a class has said until the charts say it. */
static gboolean
is_drawn (SoulsWindow             *self,
          const SoulsLessonScreen *screen)
{
  const SoulsAsk *ask = &souls_lesson_run_get_step (self->lesson)->ask;

  if (ask->kind == SOULS_ASK_NONE)
    return FALSE;
  return ask->kind == SOULS_ASK_LINE ||
         (souls_lesson_run_get_n_votes (self->lesson) > 0 && screen->hidden && !is_revealed (self));
}

/* Beside the lesson; where there is no room for that, in it. A finger that draws must not move anything else. */
static void
place_sketch (SoulsWindow *self,
              gboolean     drawn)
{
  SoulsLessonPage *page = souls_lesson_panel_get_page (self->lesson_panel);
  const gboolean in_page = drawn && adw_flap_get_folded (self->flap);
  g_autoptr (GtkWidget) sketch = g_object_ref (GTK_WIDGET (self->sketch));

  if (in_page != (souls_lesson_page_get_drawing (page) != NULL) || gtk_widget_get_parent (sketch) == NULL)
    {
      adw_bin_set_child (self->sketch_bin, NULL);
      souls_lesson_page_set_drawing (page, NULL);
      if (in_page)
        souls_lesson_page_set_drawing (page, sketch);
      else
        adw_bin_set_child (self->sketch_bin, sketch);
    }
  adw_flap_set_swipe_to_open (self->flap, !drawn);
  adw_flap_set_swipe_to_close (self->flap, !drawn);
}

/* What stands where the charts do, and whether there is a way to them. */
static void
update_cover (SoulsWindow *self)
{
  const gboolean folded = adw_flap_get_folded (self->flap);
  SoulsLessonScreen screen;
  gboolean drawn;
  const char *page;

  souls_lesson_run_get_screen (self->lesson, &screen);
  drawn = is_drawn (self, &screen);
  if (drawn && !folded && (self->draws_beside || !is_revealed (self)))
    page = "sketch";
  else if (!is_revealed (self) && (screen.hidden || drawn))
    page = "cover";
  else
    page = "charts";
  if (souls_lesson_panel_is_at_end (self->lesson_panel))
    page = "charts";
  place_sketch (self, drawn);
  cover (self, page);
  souls_lesson_panel_set_has_charts (self->lesson_panel, folded ? g_str_equal (page, "charts")
                                                                : g_str_equal (page, "sketch") && is_revealed (self));
}

/* The drawn line stays, and what is so comes to light beside it. */
static void
show_screen (SoulsWindow *self)
{
  SoulsLessonScreen screen;

  souls_lesson_run_get_screen (self->lesson, &screen);
  if (screen.left != NULL)
    {
      show_chart (self->left_pane, screen.left);
      if (screen.right != NULL)
        show_chart (self->right_pane, screen.right);
      gtk_widget_set_visible (GTK_WIDGET (self->right_pane), screen.right != NULL);
    }
  self->draws_beside = TRUE;
  souls_sketch_view_tell (self->sketch, souls_lesson_page_get_text (souls_lesson_panel_get_page (self->lesson_panel)));
  update_cover (self);
}

/* Where the lesson lies over the charts, it goes aside and leaves a way back. */
static void
update_lesson_button (SoulsWindow *self)
{
  gtk_widget_set_visible (self->lesson_button, self->lesson != NULL && adw_flap_get_folded (self->flap) &&
                                                 !adw_flap_get_reveal_flap (self->flap));
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

static void
load_lessons (SoulsWindow *self)
{
  ensure_lesson_list (self);
  if (souls_lesson_list_get_lessons (self->lesson_list) == NULL)
    souls_lesson_list_fill (self->lesson_list, souls_session_get_data (self->session), ensure_progress (self));
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
  update_cover (self);
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
  load_lessons (self);
  update_cover (self);
  souls_window_update_actions (self);
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
  update_lesson_button (self);
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
  adw_flap_set_swipe_to_open (self->flap, TRUE);
  adw_flap_set_swipe_to_close (self->flap, TRUE);
  update_lesson_button (self);
  cover (self, "charts");
  souls_window_update_title (self);
  souls_window_update_actions (self);
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
  souls_window_update_title (self);
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

  if (self->session != NULL)
    load_lessons (self);
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

/* Of those that ship, in their order. Returns -1 after the last, and after one's own. */
static int
find_next (SoulsWindow *self)
{
  const SoulsLesson *lesson = souls_lesson_run_get_lesson (self->lesson);
  const SoulsLessons *all = self->lesson_list != NULL ? souls_lesson_list_get_lessons (self->lesson_list) : NULL;

  for (int i = 0; lesson->path == NULL && all != NULL && i + 1 < souls_lessons_get_n_shipped (all); i++)
    if (g_str_equal (souls_lessons_get (all, i)->id, lesson->id))
      return i + 1;
  return -1;
}

static void
next_lesson_activated_cb (GSimpleAction *action,
                          GVariant      *parameter,
                          gpointer       data)
{
  SoulsWindow *self = data;
  const int next = find_next (self);

  if (next >= 0)
    chosen_cb (self, next);
}

/* In front of a lesson that is answered where there is no room beside it. */
static void
show_activated_cb (GSimpleAction *action,
                   GVariant      *parameter,
                   gpointer       data)
{
  SoulsWindow *self = data;

  gtk_stack_set_visible_child (self->flap_stack, GTK_WIDGET (self->lesson_bin));
  adw_flap_set_reveal_flap (self->flap, TRUE);
  souls_lesson_panel_take_focus (self->lesson_panel);
}

static void
charts_activated_cb (GSimpleAction *action,
                     GVariant      *parameter,
                     gpointer       data)
{
  SoulsWindow *self = data;

  if (adw_flap_get_folded (self->flap))
    {
      adw_flap_set_reveal_flap (self->flap, FALSE);
      gtk_widget_grab_focus (self->lesson_button);
      return;
    }
  self->draws_beside = FALSE;
  update_cover (self);
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
  { "lesson-show", show_activated_cb, NULL, NULL, NULL },
  { "lesson-charts", charts_activated_cb, NULL, NULL, NULL },
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
  if (self->lesson == NULL)
    return;
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, reveal_flap_cb, g_object_ref (self), g_object_unref);
  update_cover (self);
  update_lesson_button (self);
}

/* The number of an option chooses it wherever nothing is typed. */
static gboolean
key_pressed_cb (SoulsWindow     *self,
                guint            keyval,
                guint            keycode,
                GdkModifierType  state)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));

  if (self->lesson == NULL || (state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK)) != 0 ||
      g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), "main") != 0)
    return GDK_EVENT_PROPAGATE;
  if (focus != NULL && (GTK_IS_EDITABLE (focus) || GTK_IS_TEXT_VIEW (focus) ||
                        gtk_widget_get_native (focus) != GTK_NATIVE (self)))
    return GDK_EVENT_PROPAGATE;
  return souls_lesson_page_press (souls_lesson_panel_get_page (self->lesson_panel), keyval);
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
  g_signal_connect_object (self->flap, "notify::reveal-flap", G_CALLBACK (update_lesson_button), self, G_CONNECT_SWAPPED);
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
  GtkEventController *keys = gtk_event_controller_key_new ();

  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
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
  if (self->lesson != NULL)
    g_simple_action_set_enabled (get_action (self, "lesson-next-lesson"), find_next (self) >= 0);
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
