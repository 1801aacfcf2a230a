/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "souls-config.h"

/* All that the installed version has may be used here, behind a check. */
#undef ADW_VERSION_MAX_ALLOWED
#undef GDK_VERSION_MAX_ALLOWED

#include <adwaita.h>
#include <glib/gi18n.h>

#include "souls-compat.h"
#include "souls-output.h"

/* What is asked for a file. */
typedef struct
{
  const char *title;
  const char *name;     /* of a file to be saved; NULL: one is opened */
  GFile *folder;        /* where to begin, or NULL */
  GListStore *filters;  /* of GtkFileFilter, or NULL */
} Wanted;

typedef struct
{
  SoulsFileChosen chosen;
  gpointer data;
  gboolean tells_cancel;
  gboolean saves;
} Choice;

static void
choose (Choice *choice,
        GFile  *file)
{
  if (file != NULL || choice->tells_cancel)
    choice->chosen (file, choice->data);
  g_free (choice);
}

#if GTK_CHECK_VERSION (4, 10, 0)

static void
dialog_answered_cb (GObject      *dialog,
                    GAsyncResult *result,
                    gpointer      data)
{
  Choice *choice = data;
  g_autoptr (GFile) file = choice->saves ? gtk_file_dialog_save_finish (GTK_FILE_DIALOG (dialog), result, NULL)
                                         : gtk_file_dialog_open_finish (GTK_FILE_DIALOG (dialog), result, NULL);

  choose (choice, file);
}

static void
show_dialog (GtkWindow    *parent,
             const Wanted *wanted,
             Choice       *choice)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autoptr (GCancellable) gone = g_cancellable_new ();

  gtk_file_dialog_set_title (dialog, wanted->title);
  gtk_file_dialog_set_filters (dialog, G_LIST_MODEL (wanted->filters));
  gtk_file_dialog_set_initial_folder (dialog, wanted->folder);
  /* The dialog goes with its parent. */
  g_signal_connect_object (parent, "destroy", G_CALLBACK (g_cancellable_cancel), gone, G_CONNECT_SWAPPED);
  if (!choice->saves)
    {
      gtk_file_dialog_open (dialog, parent, gone, dialog_answered_cb, choice);
      return;
    }
  gtk_file_dialog_set_initial_name (dialog, wanted->name);
  gtk_file_dialog_save (dialog, parent, gone, dialog_answered_cb, choice);
}

#else

static void
dialog_responded_cb (GtkNativeDialog *dialog,
                     int              response,
                     Choice          *choice)
{
  g_autoptr (GFile) file = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
  choose (choice, file);
  g_object_unref (dialog);
}

static void
show_dialog (GtkWindow    *parent,
             const Wanted *wanted,
             Choice       *choice)
{
  GtkFileChooserNative *dialog =
    gtk_file_chooser_native_new (wanted->title, parent,
                                 choice->saves ? GTK_FILE_CHOOSER_ACTION_SAVE : GTK_FILE_CHOOSER_ACTION_OPEN, NULL, NULL);
  GtkFileChooser *chooser = GTK_FILE_CHOOSER (dialog);

  for (guint i = 0; wanted->filters != NULL && i < g_list_model_get_n_items (G_LIST_MODEL (wanted->filters)); i++)
    {
      g_autoptr (GtkFileFilter) filter = g_list_model_get_item (G_LIST_MODEL (wanted->filters), i);

      gtk_file_chooser_add_filter (chooser, filter);
    }
  if (wanted->folder != NULL)
    gtk_file_chooser_set_current_folder (chooser, wanted->folder, NULL);
  if (choice->saves)
    gtk_file_chooser_set_current_name (chooser, wanted->name);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  /* The dialog is ours until it has been answered; it goes with its parent, and then answers too. */
  g_signal_connect (dialog, "response", G_CALLBACK (dialog_responded_cb), choice);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

#endif

static void
ask (GtkWindow       *parent,
     const Wanted    *wanted,
     gboolean         tells_cancel,
     SoulsFileChosen  chosen,
     gpointer         data)
{
  Choice *choice = g_new0 (Choice, 1);

  *choice = (Choice) { chosen, data, tells_cancel, wanted->name != NULL };
  show_dialog (parent, wanted, choice);
}

static GListStore *
list_filters (void)
{
  GListStore *filters = g_list_store_new (GTK_TYPE_FILE_FILTER);
  g_autoptr (GtkFileFilter) any = gtk_file_filter_new ();
  g_autoptr (GtkFileFilter) scenarios = gtk_file_filter_new ();
  g_autoptr (GtkFileFilter) all = gtk_file_filter_new ();

  /* An exported picture carries its scenario. */
  gtk_file_filter_set_name (any, _("All scenarios, lessons and pictures"));
  gtk_file_filter_add_pattern (any, "*.souls");
  gtk_file_filter_add_pattern (any, "*.souls-lesson");
  for (int i = 0; i < SOULS_N_FORMATS; i++)
    if ((SoulsFormat) i != SOULS_FORMAT_CSV)
      gtk_file_filter_add_mime_type (any, souls_format_mime ((SoulsFormat) i));
  g_list_store_append (filters, any);

  gtk_file_filter_set_name (scenarios, _("Scenarios"));
  gtk_file_filter_add_pattern (scenarios, "*.souls");
  g_list_store_append (filters, scenarios);

  gtk_file_filter_set_name (all, _("All files"));
  gtk_file_filter_add_pattern (all, "*");
  g_list_store_append (filters, all);
  return filters;
}

/**
 * souls_compat_open_scenario:
 * @parent: the window it belongs to
 * @chosen: what to do with the file
 * @data: for @chosen
 *
 * Asks for a scenario file to open.
 */
void
souls_compat_open_scenario (GtkWindow       *parent,
                            SoulsFileChosen  chosen,
                            gpointer         data)
{
  g_autoptr (GListStore) filters = list_filters ();
  const Wanted wanted = { .title = _("Open Scenario"), .filters = filters };

  ask (parent, &wanted, FALSE, chosen, data);
}

/**
 * souls_compat_open_answers:
 * @parent: the window it belongs to
 * @chosen: what to do with the file
 * @data: for @chosen
 *
 * Asks for a table of a class's answers.
 */
void
souls_compat_open_answers (GtkWindow       *parent,
                           SoulsFileChosen  chosen,
                           gpointer         data)
{
  g_autoptr (GListStore) filters = g_list_store_new (GTK_TYPE_FILE_FILTER);
  g_autoptr (GtkFileFilter) tables = gtk_file_filter_new ();
  const Wanted wanted = { .title = _("Open Answers"), .filters = filters };

  gtk_file_filter_set_name (tables, _("Tables and texts"));
  gtk_file_filter_add_pattern (tables, "*.csv");
  gtk_file_filter_add_pattern (tables, "*.tsv");
  gtk_file_filter_add_pattern (tables, "*.txt");
  g_list_store_append (filters, tables);
  ask (parent, &wanted, FALSE, chosen, data);
}

/**
 * souls_compat_save_chart:
 * @parent: the window it belongs to
 * @name: the file name to begin with
 * @chosen: what to do with the file
 * @data: for @chosen
 *
 * Asks where to save a chart.
 */
void
souls_compat_save_chart (GtkWindow       *parent,
                         const char      *name,
                         SoulsFileChosen  chosen,
                         gpointer         data)
{
  const Wanted wanted = { .title = _("Save Chart"), .name = name };

  ask (parent, &wanted, FALSE, chosen, data);
}

/**
 * souls_compat_save_handout:
 * @parent: the window it belongs to
 * @name: the file name to begin with
 * @chosen: what to do with the file
 * @data: for @chosen
 *
 * Asks where to save pages.
 */
void
souls_compat_save_handout (GtkWindow       *parent,
                           const char      *name,
                           SoulsFileChosen  chosen,
                           gpointer         data)
{
  const Wanted wanted = { .title = _("Save Hand-Out"), .name = name };

  ask (parent, &wanted, FALSE, chosen, data);
}

/**
 * souls_compat_save_table:
 * @parent: the window it belongs to
 * @name: the file name to begin with
 * @chosen: what to do with the file
 * @data: for @chosen
 *
 * Asks where to save a table.
 */
void
souls_compat_save_table (GtkWindow       *parent,
                         const char      *name,
                         SoulsFileChosen  chosen,
                         gpointer         data)
{
  const Wanted wanted = { .title = _("Save Table"), .name = name };

  ask (parent, &wanted, FALSE, chosen, data);
}

/**
 * souls_compat_save_scenario:
 * @parent: the window it belongs to
 * @folder: (nullable): where to begin
 * @name: the file name to begin with
 * @chosen: what to do with the file; called with %NULL when the dialog was cancelled
 * @data: for @chosen
 *
 * Asks where to save a scenario.
 */
void
souls_compat_save_scenario (GtkWindow       *parent,
                            GFile           *folder,
                            const char      *name,
                            SoulsFileChosen  chosen,
                            gpointer         data)
{
  const Wanted wanted = { .title = _("Save Scenario"), .name = name, .folder = folder };

  ask (parent, &wanted, TRUE, chosen, data);
}

/**
 * souls_compat_save_lesson:
 * @parent: the window it belongs to
 * @folder: (nullable): where to begin
 * @name: the file name to begin with
 * @chosen: what to do with the file; called with %NULL when the dialog was cancelled
 * @data: for @chosen
 *
 * Asks where to save a lesson.
 */
void
souls_compat_save_lesson (GtkWindow       *parent,
                          GFile           *folder,
                          const char      *name,
                          SoulsFileChosen  chosen,
                          gpointer         data)
{
  const Wanted wanted = { .title = _("Save Lesson"), .name = name, .folder = folder };

  ask (parent, &wanted, TRUE, chosen, data);
}

/* A question lies inside its window where it can: it moves with it, and is a sheet at the bottom where that is narrow. To
 * close the window then dismisses the question, as it does all over the desktop. */
#if ADW_CHECK_VERSION (1, 5, 0)
typedef AdwAlertDialog Alert;
#define ALERT(function) adw_alert_dialog_##function
#define new_alert(parent, heading, body) ADW_ALERT_DIALOG (adw_alert_dialog_new (heading, body))
#define present_alert(alert, parent) adw_dialog_present (ADW_DIALOG (alert), GTK_WIDGET (parent))
#else
typedef AdwMessageDialog Alert;
#define ALERT(function) adw_message_dialog_##function
#define new_alert(parent, heading, body) ADW_MESSAGE_DIALOG (adw_message_dialog_new (parent, heading, body))
#define present_alert(alert, parent) gtk_window_present (GTK_WINDOW (alert))
#endif

typedef struct
{
  char *answer;   /* the first answer's id until there is another */
  SoulsAnswered answered;
  gpointer data;
  gboolean is_told;
} Question;

static void
clear_question (Question *question)
{
  g_free (question->answer);
}

static void
unref_question (gpointer question)
{
  g_rc_box_release_full (question, (GDestroyNotify) clear_question);
}

static gboolean
tell_cb (gpointer data)
{
  Question *question = data;

  question->answered (question->answer, question->data);
  return G_SOURCE_REMOVE;
}

/* When the dialog is done with it: the answer may close the window below. */
static void
tell_later (Question *question)
{
  if (question->is_told)
    return;
  question->is_told = TRUE;
  g_idle_add_full (G_PRIORITY_DEFAULT, tell_cb, g_rc_box_acquire (question), unref_question);
}

static void
answered_cb (Alert      *alert,
             const char *id,
             Question   *question)
{
  if (!question->is_told)
    {
      g_free (question->answer);
      question->answer = g_strdup (id);
    }
  tell_later (question);
}

/* The dialog may also go with its parent, and has not answered then. */
static void
alert_gone_cb (gpointer  data,
               GClosure *closure)
{
  tell_later (data);
  unref_question (data);
}

/**
 * souls_compat_ask:
 * @parent: the window it belongs to
 * @heading: what it is about
 * @body: what will happen
 * @extra: (nullable): shown below
 * @answers: the buttons; the first is what dismissing means
 * @n_answers: how many
 * @answered: called once with the answer's id
 * @data: for @answered
 *
 * Asks a question over a window.
 */
void
souls_compat_ask (GtkWindow         *parent,
                  const char        *heading,
                  const char        *body,
                  GtkWidget         *extra,
                  const SoulsReply  *answers,
                  int                n_answers,
                  SoulsAnswered      answered,
                  gpointer           data)
{
  Alert *alert = new_alert (parent, heading, body);
  Question *question = g_rc_box_new0 (Question);

  for (int i = 0; i < n_answers; i++)
    {
      ALERT (add_response) (alert, answers[i].id, answers[i].label);
      if (answers[i].is_destructive)
        ALERT (set_response_appearance) (alert, answers[i].id, ADW_RESPONSE_DESTRUCTIVE);
      if (!answers[i].is_suggested)
        continue;
      ALERT (set_response_appearance) (alert, answers[i].id, ADW_RESPONSE_SUGGESTED);
      ALERT (set_default_response) (alert, answers[i].id);
    }
  ALERT (set_close_response) (alert, answers[0].id);
  ALERT (set_extra_child) (alert, extra);
  question->answer = g_strdup (answers[0].id);
  question->answered = answered;
  question->data = data;
  g_signal_connect_data (alert, "response", G_CALLBACK (answered_cb), question, alert_gone_cb, 0);
  present_alert (alert, parent);
}

/**
 * souls_compat_about_new:
 *
 * Returns: (transfer floating): an empty “About” dialog; takes the properties of #AdwAboutWindow
 */
GtkWidget *
souls_compat_about_new (void)
{
#if ADW_CHECK_VERSION (1, 5, 0)
  return GTK_WIDGET (adw_about_dialog_new ());
#else
  return adw_about_window_new ();
#endif
}

/**
 * souls_compat_about_present:
 * @about: what souls_compat_about_new() has made
 * @parent: (nullable): the window it belongs to
 *
 * Shows @about.
 */
void
souls_compat_about_present (GtkWidget *about,
                            GtkWindow *parent)
{
#if ADW_CHECK_VERSION (1, 5, 0)
  adw_dialog_present (ADW_DIALOG (about), GTK_WIDGET (parent));
#else
  gtk_window_set_transient_for (GTK_WINDOW (about), parent);
  gtk_window_present (GTK_WINDOW (about));
#endif
}

/**
 * souls_compat_show_uri:
 * @parent: (nullable): the window that asks
 * @uri: an address
 *
 * Opens @uri in the user's browser.
 */
void
souls_compat_show_uri (GtkWindow  *parent,
                       const char *uri)
{
  gtk_show_uri (parent, uri, GDK_CURRENT_TIME);
}

/* Longer than a toast takes to appear. */
#define TOAST_APPEARS_MS 700

static gboolean
dismiss_cb (gpointer data)
{
  adw_toast_dismiss (data);
  return G_SOURCE_REMOVE;
}

/**
 * souls_compat_dismiss_toast:
 * @toast: shown not long ago
 *
 * Takes away what it offers at once, and the toast a moment later: before libadwaita 1.4 one that is dismissed while it still
 * appears is freed under its own animation.
 */
void
souls_compat_dismiss_toast (AdwToast *toast)
{
  adw_toast_set_button_label (toast, NULL);
  g_timeout_add_full (G_PRIORITY_DEFAULT, TOAST_APPEARS_MS, dismiss_cb, g_object_ref (toast), g_object_unref);
}
