/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "souls-config.h"

#include <glib/gstdio.h>
#include <math.h>

#include "app-test.h"
#include "souls-app-state.h"
#include "souls-change-text.h"
#include "souls-history-popover.h"
#include "souls-preset-dialog.h"
#include "souls-preset-save.h"
#include "souls-share-dialog.h"
#include "souls-share.h"

#define MAX_STATES 64

static SoulsApplication *application;

/* As at the very first start. */
static SoulsWindow *
open_window (void)
{
  g_autoptr (GSettings) settings = souls_app_state_open ();
  const char *const *keys = souls_app_state_keys ();

  for (int i = 0; keys[i] != NULL; i++)
    g_settings_reset (settings, keys[i]);
  return app_test_show (application);
}

static SoulsPresetDialog *
open_presets (SoulsWindow *window)
{
  app_test_activate (window, "presets", NULL);
  return SOULS_PRESET_DIALOG (window->presets);
}

/* What the headline is about, US$ million: five years on. */
static double
get_answer (SoulsSession *session)
{
  return souls_session_get_results (session)->value[SOULS_METRIC_WITHOUT_AWS][5];
}

/* Each preset: its title, its question and its charts are in the window, its numbers in the headline; one undo takes all
 * of it back. */
static void
test_presets (void)
{
  SoulsWindow *window = open_window ();
  SoulsSession *session = souls_window_get_session (window);
  g_autoptr (SoulsPresets) presets = souls_presets_load (souls_session_get_data (session), NULL);
  g_autofree char *before = NULL;
  double answer;
  int n_answers = 0;

  g_assert_true (souls_session_set_base_year (session, 2025, NULL));
  before = g_strdup (souls_headline_get_text (window->headline));
  answer = get_answer (session);
  g_assert_cmpint (souls_presets_get_n (presets), >=, 12);
  for (int i = 0; i < souls_presets_get_n (presets); i++)
    {
      const SoulsScenario *scenario = souls_presets_get (presets, i)->scenario;
      SoulsPresetDialog *dialog = open_presets (window);
      const int step = souls_session_get_step (session);
      SoulsDriver moves[SOULS_N_DRIVERS], wanted[SOULS_N_DRIVERS];

      g_assert_cmpint (souls_preset_dialog_get_n (dialog), ==, souls_presets_get_n (presets));
      souls_preset_dialog_choose (dialog, i);
      g_assert_cmpint (souls_session_get_step (session), ==, step + 1);
      g_assert_cmpstr (souls_session_get_title (session), ==, scenario->text[SOULS_SCENARIO_TITLE]);
      g_assert_nonnull (strstr (gtk_window_get_title (GTK_WINDOW (window)), scenario->text[SOULS_SCENARIO_TITLE]));
      g_assert_cmpstr (souls_story_bar_get_text (window->story_bar), ==, scenario->text[SOULS_SCENARIO_QUESTION]);
      g_assert_cmpstr (souls_chart_pane_get_chart (window->left_pane), ==, scenario->charts[0]);
      g_assert_cmpstr (souls_chart_pane_get_chart (window->right_pane), ==, scenario->charts[1]);
      g_assert_cmpint (souls_session_get_moves (session, moves), ==, souls_scenario_get_moves (scenario, wanted));
      if (souls_session_get_base_year (session) != 2025 || fabs (get_answer (session) - answer) > 100)
        g_assert_cmpstr (souls_headline_get_text (window->headline), !=, before);
      n_answers += fabs (get_answer (session) - answer) > 100;
      g_assert_true (souls_session_undo (session));
      /* An old base year has no such year. */
      souls_session_set_year (session, 2030);
      g_assert_cmpstr (souls_headline_get_text (window->headline), ==, before);
      g_assert_null (souls_story_bar_get_text (window->story_bar));
      app_test_settle ();
      g_assert_null (window->presets);
    }
  /* The rest are about the cloud alone. */
  g_assert_cmpint (n_answers, >=, 8);
  app_test_close (window);
}

/* Saved under a name that is not taken, listed, opened, deleted, brought back. */
static void
test_own_presets (void)
{
  SoulsWindow *window = open_window ();
  SoulsSession *session = souls_window_get_session (window);
  SoulsDataSet *data = souls_session_get_data (session);
  g_autoptr (SoulsPresets) presets = souls_presets_load (data, NULL);
  const int n = souls_presets_get_n (presets);
  g_autofree char *none = souls_preset_save_check (presets, "  ");
  g_autofree char *taken = souls_preset_save_check (presets, " cloud WINTER ");
  g_autofree char *free_name = souls_preset_save_check (presets, "Mein Plan / für 2030");
  g_autoptr (GError) error = NULL;
  SoulsPresetDialog *dialog;

  g_assert_cmpstr (none, ==, "");
  g_assert_cmpstr (taken, ==, "There is a preset of that name.");
  g_assert_null (free_name);
  souls_session_set_driver (session, SOULS_DRIVER_AWS_GROWTH, 0.03, NULL);
  souls_preset_save (presets, souls_session_get_scenario (session), "Mein Plan / für 2030", &error);
  g_assert_no_error (error);
  /* The same file name, another preset. */
  souls_preset_save (presets, souls_session_get_scenario (session), "Mein Plan: für 2030!", &error);
  g_assert_no_error (error);
  souls_session_reset_all (session);

  dialog = open_presets (window);
  g_assert_cmpint (souls_preset_dialog_get_n (dialog), ==, n + 2);
  souls_preset_dialog_delete (dialog, n + 1);
  g_assert_cmpint (souls_preset_dialog_get_n (dialog), ==, n + 1);
  gtk_widget_activate_action (GTK_WIDGET (dialog), "preset.undo-delete", NULL);
  g_assert_cmpint (souls_preset_dialog_get_n (dialog), ==, n + 2);
  /* By the names of their files. */
  souls_preset_dialog_choose (dialog, n + 1);
  g_assert_cmpstr (souls_session_get_title (session), ==, "Mein Plan / für 2030");
  g_assert_cmpfloat (souls_session_get_driver (session, SOULS_DRIVER_AWS_GROWTH), ==, 0.03);
  app_test_settle ();
  dialog = open_presets (window);
  souls_preset_dialog_delete (dialog, n);
  souls_preset_dialog_delete (dialog, n);
  g_assert_cmpint (souls_preset_dialog_get_n (dialog), ==, n);
  app_test_close (window);
}

static void
report_saved (const char *name,
              const char *problem,
              gpointer    said)
{
  *(char **) said = g_strdup (name != NULL ? name : problem);
}

/* The dialog that asks for the name refuses one that is taken. */
static void
test_save_dialog (void)
{
  SoulsWindow *window = open_window ();
  SoulsSession *session = souls_window_get_session (window);
  g_autofree char *said = NULL;
  g_autoptr (SoulsScenario) scenario = souls_scenario_new ();
  GtkWidget *dialog, *entry;

  souls_scenario_set_text (scenario, SOULS_SCENARIO_TITLE, "Mine");
  dialog = souls_preset_save_ask (GTK_WINDOW (window), souls_session_get_data (session), scenario, report_saved, &said);
  entry = gtk_widget_get_first_child (adw_message_dialog_get_extra_child (ADW_MESSAGE_DIALOG (dialog)));
  gtk_editable_set_text (GTK_EDITABLE (entry), "everything MARKETPLACE");
  g_assert_false (adw_message_dialog_get_response_enabled (ADW_MESSAGE_DIALOG (dialog), "save"));
  gtk_editable_set_text (GTK_EDITABLE (entry), "Everything sold by others");
  g_assert_true (adw_message_dialog_get_response_enabled (ADW_MESSAGE_DIALOG (dialog), "save"));
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (dialog), "save");
  app_test_settle ();
  g_assert_cmpstr (said, ==, "Everything sold by others");

  SoulsPresetDialog *presets = open_presets (window);

  souls_preset_dialog_delete (presets, souls_preset_dialog_get_n (presets) - 1);
  app_test_close (window);
}

/* One of each kind of change. */
static void
make_history (SoulsSession *session)
{
  g_autoptr (SoulsScenario) scenario = souls_scenario_new ();

  g_assert_true (souls_session_set_base_year (session, 2024, NULL));
  g_assert_true (souls_session_set_base_year (session, 2025, NULL));
  g_assert_true (souls_session_set_driver (session, SOULS_DRIVER_AWS_GROWTH, 0.08, NULL));
  g_assert_true (souls_session_set_driver (session, SOULS_DRIVER_AD_MARGIN, 0.0, NULL));
  souls_session_reset_all (session);
  souls_session_set_rung (session, SOULS_RUNG_STRANDED);
  g_assert_true (souls_session_set_horizon (session, 5, NULL));
  g_assert_true (souls_session_set_phase_in (session, 1, NULL));
  souls_session_set_text (session, SOULS_SCENARIO_TITLE, "Mine");
  souls_session_begin_gesture (session);
  souls_session_set_driver (session, SOULS_DRIVER_AWS_GROWTH, 0.1, NULL);
  souls_session_set_driver (session, SOULS_DRIVER_TAX_RATE, 0.3, NULL);
  souls_session_end_gesture (session);
  scenario->base_year = 2014;
  souls_scenario_set_text (scenario, SOULS_SCENARIO_TITLE, "Then");
  g_assert_true (souls_session_load (session, scenario, NULL));
}

static void
assert_row (SoulsHistoryPopover *popover,
            int                  row,
            const char          *text,
            const char          *effect)
{
  g_autofree char *said = NULL;
  g_autofree char *came = NULL;

  souls_history_popover_get_row (popover, row, &said, &came);
  if (!g_pattern_match_simple (text, said))
    g_error ("row %d: “%s”, expected “%s”", row, said, text);
  if (effect == NULL ? came != NULL : came == NULL || !g_pattern_match_simple (effect, came))
    g_error ("row %d: “%s”, expected “%s”", row, came != NULL ? came : "(nothing)", effect);
}

static void
test_history (void)
{
  static const struct { const char *text, *effect; } rows[] = {
    { "Beginning", "Baseline of fiscal 2025" },
    { "Base year fiscal 2025 → 2024", "*" },
    { "Base year fiscal 2024 → 2025", "*" },
    { "AWS* → 8.0\u202f%", "Operating income in fiscal 2030: −$*bn" },
    { "Advertising margin * → 0\u202f%", "Operating income in fiscal 2030: −$*bn" },
    { "All sliders reset", "Operating income in fiscal 2030: +$*bn" },
    { "Meaning of “without AWS”: arithmetic → stranded costs", NULL },
    { "Horizon 10 → 5 years", NULL },
    { "Phase-in * → 1 year", NULL },
    { "Renamed “Mine”", NULL },
    { "2 sliders moved", "*" },
    { "Opened “Then”", NULL },
  };
  SoulsWindow *window = open_window ();
  SoulsSession *session = souls_window_get_session (window);
  SoulsHistoryPopover *popover = SOULS_HISTORY_POPOVER (window->history);
  const int n = (int) G_N_ELEMENTS (rows);

  app_test_activate (window, "history", NULL);
  app_test_settle ();
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (popover)));
  make_history (session);
  g_assert_cmpint (souls_session_get_n_steps (session), ==, n);
  g_assert_cmpint (souls_history_popover_get_n_rows (popover), ==, n);
  souls_history_popover_activate (popover, 9);
  souls_session_set_year (session, 2030);
  for (int i = 0; i < n; i++)
    assert_row (popover, i, rows[i].text, rows[i].effect);
  app_test_settle ();
  app_test_close (window);
}

/* Any point, and what comes of a change after going back. */
static void
test_jump (void)
{
  SoulsWindow *window = open_window ();
  SoulsSession *session = souls_window_get_session (window);
  SoulsHistoryPopover *popover = SOULS_HISTORY_POPOVER (window->history);
  SoulsState states[MAX_STATES], now;
  int n;

  app_test_activate (window, "history", NULL);
  make_history (session);
  n = souls_session_get_n_steps (session);
  for (int i = 0; i < n; i++)
    souls_session_get_point (session, i, &states[i]);
  for (int i = n - 1; i >= 0; i--)
    {
      const int row = i * 7 % n;

      souls_history_popover_activate (popover, row);
      g_assert_cmpint (souls_session_get_step (session), ==, row);
      souls_session_get_point (session, row, &now);
      g_assert_true (souls_state_equal (&now, &states[row]));
      g_assert_cmpint (souls_session_get_base_year (session), ==, states[row].base_year);
      app_test_settle ();
    }
  souls_history_popover_activate (popover, 3);
  souls_session_set_driver (session, SOULS_DRIVER_TAX_RATE, 0.25, NULL);
  g_assert_cmpint (souls_history_popover_get_n_rows (popover), ==, 5);
  souls_session_undo (session);
  souls_session_set_driver (session, SOULS_DRIVER_AD_MARGIN, 0.25, NULL);
  g_assert_cmpint (souls_history_popover_get_n_rows (popover), ==, 5);
  souls_session_set_year (session, 2030);
  assert_row (popover, 4, "Advertising margin * → 25\u202f%", "*");
  app_test_close (window);
}

/* What a replay must not change. */
typedef struct
{
  SoulsState points[MAX_STATES];
  int n;
  int step;
  int year;
  gboolean modified;
  char *headline;
} Memory;

static void
keep (SoulsWindow *window,
      Memory      *memory)
{
  SoulsSession *session = souls_window_get_session (window);

  memory->n = souls_session_get_n_steps (session);
  memory->step = souls_session_get_step (session);
  memory->year = souls_session_get_year (session);
  memory->modified = souls_session_is_modified (session);
  memory->headline = g_strdup (souls_headline_get_text (window->headline));
  for (int i = 0; i < memory->n; i++)
    souls_session_get_point (session, i, &memory->points[i]);
}

static void
assert_kept (SoulsWindow *window,
             Memory      *before)
{
  Memory after;

  keep (window, &after);
  g_assert_cmpint (after.n, ==, before->n);
  g_assert_cmpint (after.step, ==, before->step);
  g_assert_cmpint (after.year, ==, before->year);
  g_assert_cmpint (after.modified, ==, before->modified);
  g_assert_cmpstr (after.headline, ==, before->headline);
  for (int i = 0; i < before->n; i++)
    g_assert_true (souls_state_equal (&after.points[i], &before->points[i]));
  g_free (after.headline);
}

/* All that is shown while it plays. */
typedef struct
{
  gboolean shown[MAX_STATES];   /* each point, exactly */
  int between;                  /* a slider part of the way */
} Watch;

static void
watch_cb (SoulsSession *session,
          Watch        *watch)
{
  const double growth = souls_session_get_driver (session, SOULS_DRIVER_AWS_GROWTH);
  SoulsState point;

  watch->between += souls_session_in_preview (session) && growth > 0.081 && growth < 0.099;
  for (int i = 0; i < souls_session_get_n_steps (session); i++)
    {
      souls_session_get_point (session, i, &point);
      watch->shown[i] |= point.base_year == souls_session_get_base_year (session) &&
                         souls_state_get_n_changed (&point) == souls_session_get_n_moved (session) &&
                         point.settings.horizon == souls_session_get_settings (session)->horizon;
    }
}

static void
test_replay_all (gconstpointer animate)
{
  SoulsWindow *window = open_window ();
  SoulsSession *session = souls_window_get_session (window);
  Watch watch = { 0 };
  Memory before;
  gulong handler;

  g_object_set (gtk_widget_get_settings (GTK_WIDGET (window)), "gtk-enable-animations", animate != NULL, NULL);
  make_history (session);
  souls_session_jump (session, 7);
  keep (window, &before);
  souls_replay_set_times (window->replay, 60, 5);
  handler = g_signal_connect (session, "changed", G_CALLBACK (watch_cb), &watch);
  g_signal_emit_by_name (window->history, "replay", 1, before.n - 1);
  g_assert_true (souls_replay_get_playing (window->replay));
  g_assert_true (g_pattern_match_simple ("1 of 11: Base year fiscal 2025 → 2024*", souls_story_bar_get_text (window->story_bar)));
  g_assert_true (app_test_enabled (window, "stop-replay"));
  while (souls_replay_get_playing (window->replay))
    g_main_context_iteration (NULL, TRUE);
  g_signal_handler_disconnect (session, handler);
  for (int i = 0; i < before.n; i++)
    g_assert_true (watch.shown[i]);
  if (animate != NULL)
    g_assert_cmpint (watch.between, >, 0);
  else
    g_assert_cmpint (watch.between, ==, 0);
  assert_kept (window, &before);
  g_assert_null (souls_story_bar_get_text (window->story_bar));
  g_assert_false (souls_session_in_gesture (session));
  g_free (before.headline);
  gtk_settings_reset_property (gtk_widget_get_settings (GTK_WIDGET (window)), "gtk-enable-animations");
  app_test_close (window);
}

/* Stopped by its action, and by an undo. */
static void
test_replay_stops (void)
{
  SoulsWindow *window = open_window ();
  SoulsSession *session = souls_window_get_session (window);
  Memory before;

  g_assert_false (app_test_enabled (window, "replay-last"));
  make_history (session);
  souls_session_undo (session);
  keep (window, &before);
  app_test_activate (window, "replay-last", NULL);
  g_assert_true (souls_session_in_preview (session));
  g_assert_true (g_str_has_prefix (souls_story_bar_get_text (window->story_bar), "2 sliders moved"));
  app_test_activate (window, "stop-replay", NULL);
  assert_kept (window, &before);

  app_test_activate (window, "replay-last", NULL);
  app_test_activate (window, "undo", NULL);
  g_assert_false (souls_replay_get_playing (window->replay));
  g_assert_cmpint (souls_session_get_step (session), ==, before.step - 1);
  g_assert_cmpint (souls_session_get_n_steps (session), ==, before.n);

  /* A window that goes away in the midst of it. */
  app_test_activate (window, "replay-last", NULL);
  g_free (before.headline);
  app_test_close (window);
}

static void
test_mix (void)
{
  SoulsWindow *window = open_window ();
  SoulsSession *session = souls_window_get_session (window);
  const double base = souls_session_get_driver (session, SOULS_DRIVER_AWS_GROWTH);
  SoulsState from, to, state;

  souls_session_set_driver (session, SOULS_DRIVER_AWS_GROWTH, 0.0, NULL);
  souls_session_get_point (session, 0, &from);
  souls_session_get_point (session, 1, &to);
  souls_replay_mix (session, &from, &to, 0.0, &state);
  g_assert_true (souls_state_equal (&state, &from));
  souls_replay_mix (session, &from, &to, 0.25, &state);
  g_assert_cmpfloat_with_epsilon (state.value[SOULS_DRIVER_AWS_GROWTH], 0.75 * base, 1e-12);
  souls_replay_mix (session, &from, &to, 0.75, &state);
  g_assert_cmpfloat_with_epsilon (state.value[SOULS_DRIVER_AWS_GROWTH], 0.25 * base, 1e-12);
  souls_replay_mix (session, &from, &to, 1.0, &state);
  g_assert_true (souls_state_equal (&state, &to));
  app_test_close (window);
}

static void
test_share (void)
{
  SoulsWindow *window = open_window ();
  SoulsSession *session = souls_window_get_session (window);
  g_autofree char *code = NULL;
  SoulsShareDialog *dialog;
  SoulsState before, after;

  app_test_activate (window, "share", NULL);
  dialog = SOULS_SHARE_DIALOG (window->share);
  souls_session_set_driver (session, SOULS_DRIVER_AWS_GROWTH, 0.08, NULL);
  souls_session_set_driver (session, SOULS_DRIVER_AD_MARGIN, 0.2, NULL);
  souls_session_get_point (session, 2, &before);
  code = g_strdup (souls_share_dialog_get_code (dialog));
  g_assert_true (souls_share_is_code (code));
  souls_session_reset_all (session);
  g_assert_cmpstr (souls_share_dialog_get_code (dialog), !=, code);
  g_assert_false (souls_share_dialog_open (dialog));
  souls_share_dialog_set_text (dialog, code);
  g_assert_cmpstr (souls_share_dialog_get_verdict (dialog), ==, "fiscal 2025, 2 sliders moved");
  g_assert_true (souls_share_dialog_open (dialog));
  souls_session_get_point (session, 4, &after);
  g_assert_cmpint (souls_session_get_step (session), ==, 4);
  g_assert_true (souls_state_equal (&before, &after));
  app_test_settle ();
  g_assert_null (window->share);
  app_test_close (window);
}

static void
test_bad_codes (void)
{
  SoulsWindow *window = open_window ();
  SoulsSession *session = souls_window_get_session (window);
  g_autofree char *code = souls_share_encode (souls_session_get_scenario (session), souls_session_get_data (session));
  g_autofree char *wrong = g_strdup (code);
  const struct { const char *text, *verdict; } cases[] = {
    { "hello", "A share code begins with “TS”." },
    { "TS-0_0", "A share code has letters, digits and hyphens only." },
    { "ts", "The code is not whole." },
    { wrong, "A letter is wrong or missing." },
    { "", "" },
  };
  SoulsShareDialog *dialog;

  wrong[5] = wrong[5] == 'X' ? 'Y' : 'X';
  app_test_activate (window, "share", NULL);
  dialog = SOULS_SHARE_DIALOG (window->share);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      souls_share_dialog_set_text (dialog, cases[i].text);
      g_assert_cmpstr (souls_share_dialog_get_verdict (dialog), ==, cases[i].verdict);
      g_assert_false (souls_share_dialog_open (dialog));
    }
  g_assert_cmpint (souls_session_get_n_steps (session), ==, 1);
  app_test_close (window);
}

/* A code on the clipboard opens; other text does nothing. */
static void
test_paste (void)
{
  SoulsWindow *window = open_window ();
  SoulsSession *session = souls_window_get_session (window);
  GdkClipboard *clipboard = gtk_widget_get_clipboard (GTK_WIDGET (window));
  g_autofree char *code = NULL;

  souls_session_set_driver (session, SOULS_DRIVER_AWS_GROWTH, 0.08, NULL);
  code = souls_share_encode (souls_session_get_scenario (session), souls_session_get_data (session));
  souls_session_undo (session);
  gdk_clipboard_set_text (clipboard, "Ts and Cs apply");
  app_test_activate (window, "paste", NULL);
  app_test_settle ();
  g_assert_cmpint (souls_session_get_step (session), ==, 0);
  gdk_clipboard_set_text (clipboard, code);
  app_test_activate (window, "paste", NULL);
  app_test_settle ();
  g_assert_cmpint (souls_session_get_step (session), ==, 1);
  g_assert_cmpfloat (souls_session_get_driver (session, SOULS_DRIVER_AWS_GROWTH), ==, 0.08);
  app_test_close (window);
}

/* What the tests leave of their folder: it is empty. */
static void
remove_folders (const char *folder)
{
  g_autofree char *presets = souls_presets_folder ();
  g_autofree char *parent = g_path_get_dirname (presets);

  g_rmdir (presets);
  g_rmdir (parent);
  g_rmdir (folder);
}

int
main (int   argc,
      char *argv[])
{
  g_autofree char *folder = g_dir_make_tmp ("two-souls-story-XXXXXX", NULL);
  int result;

  /* The user's own presets are those of this test. */
  g_setenv ("XDG_DATA_HOME", folder, TRUE);
  g_test_init (&argc, &argv, NULL);
  application = app_test_start ("io.github.twosouls.TwoSouls.StoryTest", NULL, NULL);

  g_test_add_func ("/app/story/presets", test_presets);
  g_test_add_func ("/app/story/own-presets", test_own_presets);
  g_test_add_func ("/app/story/save-dialog", test_save_dialog);
  g_test_add_func ("/app/story/history", test_history);
  g_test_add_func ("/app/story/jump", test_jump);
  g_test_add_data_func ("/app/story/replay-all", GINT_TO_POINTER (TRUE), test_replay_all);
  g_test_add_data_func ("/app/story/replay-all/reduced-motion", NULL, test_replay_all);
  g_test_add_func ("/app/story/replay-stops", test_replay_stops);
  g_test_add_func ("/app/story/mix", test_mix);
  g_test_add_func ("/app/story/share", test_share);
  g_test_add_func ("/app/story/bad-codes", test_bad_codes);
  g_test_add_func ("/app/story/paste", test_paste);

  result = g_test_run ();
  g_object_unref (application);
  remove_folders (folder);
  return result;
}
