/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "souls-config.h"

/* The questions of the installed version. */
#undef ADW_VERSION_MAX_ALLOWED

#include <glib/gstdio.h>
#include <string.h>

#include "app-test.h"
#include "souls-app-state.h"
#include "souls-texts-form.h"

#define WINTER "{ \"format\": \"two-souls-scenario\", \"version\": 1, \"title\": \"Cloud winter\", \"base_year\": 2022,\n" \
               "  \"drivers\": { \"aws-growth\": 0 }, \"charts\": [\"segments\", \"two-souls\"] }"
#define SUMMER "{ \"format\": \"two-souls-scenario\", \"version\": 1, \"title\": \"Cloud summer\",\n" \
               "  \"drivers\": { \"ad-margin\": 10 }, \"charts\": [\"no-such-chart\", \"timeline\"] }"

static SoulsApplication *application;

/* A file in a new folder of its own. (transfer full) */
static GFile *
make_file (const char *name,
           const char *text)
{
  g_autofree char *folder = g_dir_make_tmp ("two-souls-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, name, NULL);

  if (text != NULL)
    g_assert_true (g_file_set_contents (path, text, -1, NULL));

  return g_file_new_for_path (path);
}

static void
remove_file (GFile *file)
{
  g_autofree char *folder = g_path_get_dirname (g_file_peek_path (file));

  g_unlink (g_file_peek_path (file));
  g_rmdir (folder);
  g_object_unref (file);
}

/* A window that remembers nothing of the one before. */
static SoulsWindow *
show (void)
{
  GSettings *settings = souls_app_state_open ();
  const char *const *keys = souls_app_state_keys ();

  for (int i = 0; keys[i] != NULL; i++)
    g_settings_reset (settings, keys[i]);
  g_object_unref (settings);

  return app_test_show (application);
}

static guint
count_windows (void)
{
  return g_list_length (gtk_application_get_windows (GTK_APPLICATION (application)));
}

static SoulsWindow *
find_other (SoulsWindow *window)
{
  for (GList *link = gtk_application_get_windows (GTK_APPLICATION (application)); link != NULL; link = link->next)
    if (SOULS_IS_WINDOW (link->data) && link->data != window)
      return link->data;

  return NULL;
}

/* The question that is open over @window. */
static GtkWidget *
find_question (SoulsWindow *window)
{
#if ADW_CHECK_VERSION (1, 5, 0)
  app_test_settle ();
  return GTK_WIDGET (adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (window)));
#else
  g_autoptr (GListModel) windows = g_object_ref (gtk_window_get_toplevels ());

  app_test_settle ();
  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) item = g_list_model_get_item (windows, i);

      if (ADW_IS_MESSAGE_DIALOG (item) && gtk_window_get_transient_for (item) == GTK_WINDOW (window))
        return GTK_WIDGET (item);
    }

  return NULL;
#endif
}

static void
answer (SoulsWindow *window,
        const char  *id)
{
  GtkWidget *question = find_question (window);

  g_assert_nonnull (question);
#if ADW_CHECK_VERSION (1, 5, 0)
  g_assert_true (adw_alert_dialog_has_response (ADW_ALERT_DIALOG (question), id));
  g_signal_emit_by_name (question, "response", id);
  adw_dialog_force_close (ADW_DIALOG (question));
#else
  g_assert_true (adw_message_dialog_has_response (ADW_MESSAGE_DIALOG (question), id));
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (question), id);
  gtk_window_destroy (GTK_WINDOW (question));
#endif
  app_test_settle ();
}

static void
move (SoulsWindow *window)
{
  g_assert_true (souls_session_set_driver (window->session, SOULS_DRIVER_AD_MARGIN, 0.25, NULL));
}

static guint
count_drafts (void)
{
  g_autofree char *folder = souls_drafts_folder ();
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;
  guint n = 0;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    n += g_str_has_suffix (name, ".draft");

  return n;
}

static void
test_open_and_save (void)
{
  SoulsWindow *window = show ();
  GFile *file = make_file ("winter.souls", WINTER);
  g_autofree char *text = NULL;

  g_assert_true (app_test_enabled (window, "save"));
  g_assert_false (app_test_enabled (window, "revert"));
  g_assert_true (souls_window_open (window, file));
  g_assert_cmpstr (adw_window_title_get_subtitle (window->title), ==, "Cloud winter");
  g_assert_cmpstr (souls_chart_pane_get_chart (window->left_pane), ==, "segments");
  g_assert_cmpstr (souls_chart_pane_get_chart (window->right_pane), ==, "two-souls");
  move (window);
  g_assert_cmpstr (adw_window_title_get_subtitle (window->title), ==, "Cloud winter ●");
  g_assert_true (app_test_enabled (window, "revert"));
  souls_chart_pane_set_chart (window->right_pane, "timeline");
  app_test_activate (window, "save", NULL);
  g_assert_cmpstr (adw_window_title_get_subtitle (window->title), ==, "Cloud winter");
  g_assert_true (g_file_get_contents (g_file_peek_path (file), &text, NULL, NULL));
  g_assert_nonnull (strstr (text, "\"ad-margin\": 25"));
  g_assert_nonnull (strstr (text, "[\"segments\", \"timeline\"]"));
  g_assert_nonnull (strstr (text, "\"model\": \"" SOULS_VERSION "\""));
  app_test_close (window);
  remove_file (file);
}

static void
test_untitled_has_its_file_name (void)
{
  SoulsWindow *window = show ();
  GFile *file = make_file ("lecture 3.souls", "{ \"format\": \"two-souls-scenario\", \"version\": 1 }");

  g_assert_true (souls_window_open (window, file));
  g_assert_cmpstr (adw_window_title_get_subtitle (window->title), ==, "lecture 3");
  g_assert_cmpstr (gtk_widget_get_tooltip_text (GTK_WIDGET (window->title)), ==, g_file_peek_path (file));
  app_test_close (window);
  remove_file (file);
}

static void
test_revert (void)
{
  SoulsWindow *window = show ();
  GFile *file = make_file ("winter.souls", WINTER);

  g_assert_true (souls_window_open (window, file));
  move (window);
  app_test_activate (window, "revert", NULL);
  answer (window, "cancel");
  g_assert_true (souls_session_is_moved (window->session, SOULS_DRIVER_AD_MARGIN));
  app_test_activate (window, "revert", NULL);
  answer (window, "revert");
  g_assert_false (souls_session_is_moved (window->session, SOULS_DRIVER_AD_MARGIN));
  g_assert_false (souls_window_is_modified (window));
  app_test_activate (window, "undo", NULL);
  g_assert_true (souls_session_is_moved (window->session, SOULS_DRIVER_AD_MARGIN));
  app_test_close (window);
  remove_file (file);
}

static void
test_close_asks (void)
{
  SoulsWindow *window = show ();
  GFile *file = make_file ("winter.souls", WINTER);
  g_autofree char *text = NULL;

  g_assert_true (souls_window_open (window, file));
  move (window);
  gtk_window_close (GTK_WINDOW (window));
  answer (window, "cancel");
  g_assert_cmpuint (count_windows (), ==, 1);
  g_assert_true (souls_window_is_modified (window));

  /* Asked once, however often it is told to close; a question that lies inside the window takes that for “Cancel”. */
  gtk_window_close (GTK_WINDOW (window));
#if !ADW_CHECK_VERSION (1, 5, 0)
  gtk_window_close (GTK_WINDOW (window));
#endif
  answer (window, "save");
  g_assert_cmpuint (count_windows (), ==, 0);
  g_assert_true (g_file_get_contents (g_file_peek_path (file), &text, NULL, NULL));
  g_assert_nonnull (strstr (text, "\"ad-margin\": 25"));
  g_assert_cmpuint (count_drafts (), ==, 0);
  remove_file (file);
}

/* What cannot be saved does not close. */
static void
test_close_stays_open (void)
{
  SoulsWindow *window = show ();
  GFile *file = make_file ("winter.souls", WINTER);
  g_autofree char *folder = g_path_get_dirname (g_file_peek_path (file));

  g_assert_true (souls_window_open (window, file));
  move (window);
  g_unlink (g_file_peek_path (file));
  g_rmdir (folder);
  gtk_window_close (GTK_WINDOW (window));
  answer (window, "save");
  g_assert_cmpuint (count_windows (), ==, 1);
  g_assert_true (g_str_has_suffix (souls_window_get_message (window), "the folder is not there (any more)"));
  g_assert_true (souls_window_is_modified (window));
  app_test_close (window);
  remove_file (file);
}

static void
test_close_discards (void)
{
  SoulsWindow *window = show ();

  move (window);
  souls_draft_flush (window->draft);
  g_assert_cmpuint (count_drafts (), ==, 1);
  gtk_window_close (GTK_WINDOW (window));
  answer (window, "discard");
  g_assert_cmpuint (count_windows (), ==, 0);
  g_assert_cmpuint (count_drafts (), ==, 0);
}

static void
test_quit_asks_each (void)
{
  SoulsWindow *first = show ();
  SoulsWindow *second = show ();
  SoulsWindow *third = show ();
  SoulsWindow *asked;

  move (first);
  move (second);
  g_action_group_activate_action (G_ACTION_GROUP (application), "quit", NULL);
  asked = find_question (first) != NULL ? first : second;
  answer (asked, "cancel");
  /* Thought better of: all three are still there. */
  g_assert_cmpuint (count_windows (), ==, 3);
  app_test_close (third);
  g_assert_cmpuint (count_windows (), ==, 2);
  g_assert_null (find_question (first));
  g_assert_null (find_question (second));

  g_action_group_activate_action (G_ACTION_GROUP (application), "quit", NULL);
  asked = find_question (first) != NULL ? first : second;
  answer (asked, "discard");
  g_assert_cmpuint (count_windows (), ==, 1);
  answer (asked == first ? second : first, "discard");
  g_assert_cmpuint (count_windows (), ==, 0);
}

static void
test_changed_by_another (void)
{
  SoulsWindow *window = show ();
  GFile *file = make_file ("winter.souls", WINTER);
  g_autofree char *text = NULL;

  g_assert_true (souls_window_open (window, file));
  move (window);
  g_assert_true (g_file_set_contents (g_file_peek_path (file), SUMMER, -1, NULL));
  app_test_activate (window, "save", NULL);
  g_assert_cmpint (window->file_bar_kind, ==, SOULS_FILE_BAR_CHANGED);
  answer (window, "cancel");
  g_assert_true (g_file_get_contents (g_file_peek_path (file), &text, NULL, NULL));
  g_assert_cmpstr (text, ==, SUMMER);

  /* Reload */
  gtk_info_bar_response (window->file_bar, GTK_RESPONSE_ACCEPT);
  g_assert_cmpint (window->file_bar_kind, ==, SOULS_FILE_BAR_NONE);
  g_assert_cmpstr (adw_window_title_get_subtitle (window->title), ==, "Cloud summer");
  /* A chart that this program does not know leaves the pane as it is. */
  g_assert_cmpstr (souls_chart_pane_get_chart (window->left_pane), ==, "segments");
  g_assert_cmpstr (souls_chart_pane_get_chart (window->right_pane), ==, "timeline");

  /* Keep */
  g_assert_true (g_file_set_contents (g_file_peek_path (file), WINTER, -1, NULL));
  souls_document_check_disk (window->document);
  g_assert_cmpint (window->file_bar_kind, ==, SOULS_FILE_BAR_CHANGED);
  gtk_info_bar_response (window->file_bar, GTK_RESPONSE_CLOSE);
  g_assert_cmpstr (adw_window_title_get_subtitle (window->title), ==, "Cloud summer ●");
  app_test_activate (window, "save", NULL);
  g_assert_null (find_question (window));
  g_assert_false (souls_window_is_modified (window));

  /* Overwrite */
  g_assert_true (g_file_set_contents (g_file_peek_path (file), WINTER, -1, NULL));
  move (window);
  app_test_activate (window, "save", NULL);
  answer (window, "overwrite");
  g_assert_false (souls_window_is_modified (window));
  app_test_close (window);
  remove_file (file);
}

static void
test_gone (void)
{
  SoulsWindow *window = show ();
  GFile *file = make_file ("winter.souls", WINTER);

  g_assert_true (souls_window_open (window, file));
  g_unlink (g_file_peek_path (file));
  souls_document_check_disk (window->document);
  g_assert_cmpint (window->file_bar_kind, ==, SOULS_FILE_BAR_GONE);
  g_assert_cmpstr (adw_window_title_get_subtitle (window->title), ==, "Cloud winter ●");
  gtk_info_bar_response (window->file_bar, GTK_RESPONSE_ACCEPT);
  g_assert_true (g_file_query_exists (file, NULL));
  g_assert_cmpint (window->file_bar_kind, ==, SOULS_FILE_BAR_NONE);
  app_test_close (window);
  remove_file (file);
}

static void
test_where_files_open (void)
{
  SoulsWindow *window = show ();
  GFile *winter = make_file ("winter.souls", WINTER);
  GFile *summer = make_file ("summer.souls", SUMMER);
  GFile *bad = make_file ("bad.souls", "{");
  GFile *both[] = { winter, summer };

  /* Nothing to lose here: the first in place, each other beside. */
  souls_window_open_files (window, both, 2);
  g_assert_cmpuint (count_windows (), ==, 2);
  g_assert_true (souls_window_find_open (window, winter) == window);
  g_assert_true (souls_window_find_open (window, summer) == find_other (window));
  /* Already open: not again. */
  souls_window_open_files (window, both, 2);
  g_assert_cmpuint (count_windows (), ==, 2);
  app_test_close (find_other (window));

  /* Something to lose: beside. */
  move (window);
  souls_window_open_files (window, &summer, 1);
  g_assert_cmpuint (count_windows (), ==, 2);
  g_assert_true (souls_window_is_modified (window));
  app_test_close (find_other (window));
  souls_window_open_files (window, &bad, 1);
  g_assert_cmpuint (count_windows (), ==, 1);
  g_assert_nonnull (strstr (souls_window_get_message (window), "bad.souls"));

  app_test_close (window);
  remove_file (winter);
  remove_file (summer);
  remove_file (bad);
}

static GtkDropTarget *
find_drop_target (SoulsWindow *window)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (window));

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) item = g_list_model_get_item (controllers, i);

      if (GTK_IS_DROP_TARGET (item))
        return GTK_DROP_TARGET (item);
    }

  return NULL;
}

static void
test_drop (void)
{
  SoulsWindow *window = show ();
  GFile *file = make_file ("winter.souls", WINTER);
  g_auto (GValue) value = G_VALUE_INIT;
  GSList list = { file, NULL };
  gboolean is_taken = FALSE;

  g_value_init (&value, GDK_TYPE_FILE_LIST);
  g_value_set_boxed (&value, &list);
  g_signal_emit_by_name (find_drop_target (window), "drop", &value, 10.0, 10.0, &is_taken);
  g_assert_true (is_taken);
  g_assert_cmpstr (adw_window_title_get_subtitle (window->title), ==, "Cloud winter");
  /* One step. */
  app_test_activate (window, "undo", NULL);
  g_assert_false (app_test_enabled (window, "undo"));
  app_test_close (window);
  remove_file (file);
}

static void
test_duplicate (void)
{
  SoulsWindow *window = show ();
  SoulsWindow *copy;
  GFile *file = make_file ("winter.souls", WINTER);

  g_assert_true (souls_window_open (window, file));
  move (window);
  app_test_activate (window, "duplicate", NULL);
  copy = find_other (window);
  g_assert_nonnull (copy);
  g_assert_true (souls_scenario_equal (souls_session_get_scenario (window->session),
                                       souls_session_get_scenario (copy->session)) ||
                 souls_session_get_driver (copy->session, SOULS_DRIVER_AD_MARGIN) == 0.25);
  g_assert_true (souls_window_is_modified (copy));
  g_assert_null (souls_document_get_file (copy->document));
  g_assert_cmpstr (souls_chart_pane_get_chart (copy->left_pane), ==, "segments");
  app_test_close (copy);
  app_test_close (window);
  remove_file (file);
}

static SoulsTextsForm *
find_form (GtkWidget *widget)
{
  if (SOULS_IS_TEXTS_FORM (widget))
    return SOULS_TEXTS_FORM (widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      SoulsTextsForm *form = find_form (child);

      if (form != NULL)
        return form;
    }

  return NULL;
}

static void
test_rename (void)
{
  SoulsWindow *window = show ();
  SoulsTextsForm *form;

  app_test_activate (window, "rename", NULL);
  form = find_form (find_question (window));
  souls_texts_form_set (form, SOULS_SCENARIO_TITLE, "  A mild winter ");
  souls_texts_form_set (form, SOULS_SCENARIO_QUESTION, "How mild?");
  souls_texts_form_set (form, SOULS_SCENARIO_NOTES, "One line,\nanother.\n");
  answer (window, "rename");
  g_assert_cmpstr (adw_window_title_get_subtitle (window->title), ==, "A mild winter ●");
  g_assert_cmpstr (souls_session_get_text (window->session, SOULS_SCENARIO_QUESTION), ==, "How mild?");
  g_assert_cmpstr (souls_session_get_text (window->session, SOULS_SCENARIO_NOTES), ==, "One line,\nanother.");
  g_assert_null (souls_session_get_text (window->session, SOULS_SCENARIO_AUTHOR));
  app_test_activate (window, "undo", NULL);
  g_assert_cmpstr (adw_window_title_get_subtitle (window->title), ==, "Baseline of fiscal 2025");
  g_assert_null (souls_session_get_text (window->session, SOULS_SCENARIO_NOTES));
  app_test_close (window);
}

static guint
count_recent (SoulsWindow *window)
{
  g_autoptr (GMenuModel) menu = NULL;

  if (g_menu_model_get_n_items (G_MENU_MODEL (window->recent_section)) == 0)
    return 0;
  menu = g_menu_model_get_item_link (G_MENU_MODEL (window->recent_section), 0, G_MENU_LINK_SUBMENU);

  return (guint) g_menu_model_get_n_items (menu);
}

static void
test_recent (void)
{
  SoulsWindow *window;
  GFile *files[10];

  gtk_recent_manager_purge_items (gtk_recent_manager_get_default (), NULL);
  window = show ();
  app_test_settle ();
  g_assert_cmpuint (count_recent (window), ==, 0);
  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      files[i] = make_file ("a_b.souls", WINTER);
      g_assert_true (souls_window_open (window, files[i]));
    }
  /* The list is read again when its file has been written. */
  for (int i = 0; i < 100 && count_recent (window) == 0; i++)
    app_test_settle ();
  g_assert_cmpuint (count_recent (window), ==, 8);

  for (guint i = 1; i < G_N_ELEMENTS (files); i++)
    remove_file (files[i]);
  g_signal_emit_by_name (gtk_recent_manager_get_default (), "changed");
  g_assert_cmpuint (count_recent (window), ==, 1);
  app_test_activate (window, "undo", NULL);
  souls_document_detach (window->document);
  {
    g_autofree char *uri = g_file_get_uri (files[0]);

    app_test_activate (window, "open-recent", g_variant_new_string (uri));
  }
  g_assert_true (g_file_equal (souls_document_get_file (window->document), files[0]));
  app_test_close (window);
  remove_file (files[0]);
}

/* What a program that ended has left: a draft, and no lock on it. */
static void
leave_draft (GFile *file)
{
  g_autoptr (SoulsSession) session = souls_session_new (souls_application_get_data (application));
  g_autoptr (SoulsDocument) document = souls_document_new (session, "0");
  static const char *const charts[] = { "timeline", "segments", NULL };
  SoulsDraft *draft;

  if (file != NULL)
    g_assert_true (souls_document_open (document, file, NULL));
  souls_document_set_charts (document, charts);
  draft = souls_draft_new (document, NULL);
  souls_session_set_driver (session, SOULS_DRIVER_AD_MARGIN, 0.25, NULL);
  souls_draft_free (draft);
}

/* A new run of the program, for drafts are looked for once. */
static SoulsApplication *
start_again (const char *id)
{
  SoulsApplication *other = app_test_start (id, NULL, NULL);

  g_application_activate (G_APPLICATION (other));
  app_test_settle ();

  return other;
}

static void
test_restore (void)
{
  g_autoptr (SoulsApplication) other = NULL;
  GFile *file = make_file ("winter.souls", WINTER);
  g_autoptr (GList) windows = NULL;

  leave_draft (NULL);
  leave_draft (file);
  g_assert_cmpuint (count_drafts (), ==, 2);
  other = start_again ("io.github.twosouls.TwoSouls.Again");
  windows = g_list_copy (gtk_application_get_windows (GTK_APPLICATION (other)));
  g_assert_cmpuint (g_list_length (windows), ==, 2);
  for (GList *link = windows; link != NULL; link = link->next)
    {
      SoulsWindow *window = link->data;

      g_assert_true (souls_window_is_modified (window));
      g_assert_cmpint (window->file_bar_kind, ==, SOULS_FILE_BAR_RESTORED);
      g_assert_cmpfloat (souls_session_get_driver (window->session, SOULS_DRIVER_AD_MARGIN), ==, 0.25);
      g_assert_cmpstr (souls_chart_pane_get_chart (window->left_pane), ==, "timeline");
      /* Discard: back to the file, or to the baseline. */
      gtk_info_bar_response (window->file_bar, GTK_RESPONSE_ACCEPT);
      g_assert_false (souls_window_is_modified (window));
      g_assert_cmpint (souls_session_get_n_moved (window->session), ==,
                       souls_document_get_file (window->document) != NULL ? 1 : 0);
      g_assert_false (souls_session_is_moved (window->session, SOULS_DRIVER_AD_MARGIN));
      souls_draft_flush (window->draft);
      gtk_window_close (GTK_WINDOW (window));
    }
  app_test_settle ();
  g_assert_cmpuint (count_drafts (), ==, 0);
  remove_file (file);
}

static void
test_damaged_draft (void)
{
  g_autofree char *folder = souls_drafts_folder ();
  g_autofree char *path = g_build_filename (folder, "x.draft", NULL);
  g_autofree char *aside = g_build_filename (folder, "x.draft.bad", NULL);
  g_autoptr (SoulsApplication) other = NULL;
  SoulsWindow *window;

  g_mkdir_with_parents (folder, 0700);
  g_assert_true (g_file_set_contents (path, "two-souls-draft 1\n\n{ \"format\":", -1, NULL));
  other = start_again ("io.github.twosouls.TwoSouls.Damaged");
  window = SOULS_WINDOW (gtk_application_get_active_window (GTK_APPLICATION (other)));
  g_assert_nonnull (strstr (souls_window_get_message (window), "x.draft"));
  g_assert_false (souls_window_is_modified (window));
  g_assert_true (g_file_test (aside, G_FILE_TEST_EXISTS));
  app_test_close (window);
  g_unlink (aside);
}

/* Closed without a word, as when the session ends: what is not saved is there at the next start. */
static void
test_destroyed (void)
{
  SoulsWindow *window = show ();
  g_autoptr (GPtrArray) orphans = NULL;

  move (window);
  gtk_window_destroy (GTK_WINDOW (window));
  app_test_settle ();
  orphans = souls_drafts_take (NULL, souls_application_get_data (application), NULL);
  g_assert_cmpuint (orphans->len, ==, 1);
  {
    g_autoptr (SoulsSession) session = souls_session_new (souls_application_get_data (application));
    g_autoptr (SoulsDocument) document = souls_document_new (session, "0");
    SoulsDraft *draft = souls_draft_new_from (document, g_ptr_array_index (orphans, 0));

    souls_draft_free (draft);
  }
  g_assert_cmpuint (count_drafts (), ==, 0);
}

/* A file with changes keeps its window when a preset or a code is opened over it; saving never puts another into it. */
static void
test_begin_beside (void)
{
  GFile *file = make_file ("winter.souls", WINTER);
  SoulsWindow *window = show ();
  g_autoptr (SoulsScenario) scenario = souls_scenario_new ();
  SoulsWindow *other;

  souls_window_open (window, file);
  g_assert_true (souls_session_set_driver (window->session, SOULS_DRIVER_AD_MARGIN, 0.1, NULL));
  souls_scenario_set_text (scenario, SOULS_SCENARIO_TITLE, "Other");
  g_assert_false (souls_window_begin_from (window, scenario));
  app_test_settle ();
  other = find_other (window);
  g_assert_nonnull (other);
  g_assert_cmpstr (souls_session_get_title (other->session), ==, "Other");
  g_assert_null (souls_document_get_file (other->document));
  g_assert_cmpstr (souls_session_get_title (window->session), ==, "Cloud winter");
  g_assert_true (g_file_equal (souls_document_get_file (window->document), file));
  app_test_close (other);
  app_test_close (window);
  remove_file (file);
}

static const struct
{
  const char *path;
  void (*test) (void);
} tests[] = {
  { "/app/files/open-and-save", test_open_and_save },
  { "/app/files/untitled", test_untitled_has_its_file_name },
  { "/app/files/revert", test_revert },
  { "/app/files/close-asks", test_close_asks },
  { "/app/files/close-stays-open", test_close_stays_open },
  { "/app/files/close-discards", test_close_discards },
  { "/app/files/quit-asks-each", test_quit_asks_each },
  { "/app/files/changed-by-another", test_changed_by_another },
  { "/app/files/gone", test_gone },
  { "/app/files/where-files-open", test_where_files_open },
  { "/app/files/drop", test_drop },
  { "/app/files/begin-beside", test_begin_beside },
  { "/app/files/duplicate", test_duplicate },
  { "/app/files/rename", test_rename },
  { "/app/files/recent", test_recent },
  { "/app/files/restore", test_restore },
  { "/app/files/damaged-draft", test_damaged_draft },
  { "/app/files/destroyed", test_destroyed },
};

#if ADW_CHECK_VERSION (1, 5, 0)
/* A question measures a heading of more than a line for less than it needs, which GTK says and nobody sees. */
static GLogWriterOutput
write_log (GLogLevelFlags   level,
           const GLogField *fields,
           gsize            n_fields,
           gpointer         data)
{
  for (gsize i = 0; i < n_fields; i++)
    if (g_str_equal (fields[i].key, "MESSAGE") && g_str_has_prefix (fields[i].value, "Trying to measure GtkLabel"))
      return G_LOG_WRITER_HANDLED;

  return g_log_writer_default (level, fields, n_fields, data);
}
#endif

int
main (int    argc,
      char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
#if ADW_CHECK_VERSION (1, 5, 0)
  g_log_set_writer_func (write_log, NULL, NULL);
#endif
  application = app_test_start ("io.github.twosouls.TwoSouls.Test", NULL, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add_func (tests[i].path, tests[i].test);
  status = g_test_run ();
  g_object_unref (application);

  return status;
}
