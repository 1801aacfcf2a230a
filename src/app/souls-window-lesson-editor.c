/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "souls-config.h"

#include <glib/gi18n.h>

#include "souls-app-words.h"
#include "souls-change-text.h"
#include "souls-lesson-editor.h"
#include "souls-lesson-maker.h"
#include "souls-lesson-text.h"
#include "souls-window-private.h"

static char *
name_figure (SoulsMetric metric,
             int         year)
{
  return g_strdup_printf ("{%s %d}", souls_metric_info (metric)->id, year);
}

/* How a step of the history is called in a lesson, and what it says. */
static void
say_step (const SoulsChange  *change,
          int                 year,
          SoulsRung           rung,
          char              **title,
          char              **paragraph,
          gpointer            data)
{
  g_autofree char *text = change != NULL ? souls_change_text (change, souls_app_words ()) : g_strdup (_("The start"));
  g_autofree char *income = name_figure (SOULS_METRIC_INCOME_TOTAL, year);
  g_autofree char *without = name_figure (souls_rung_metric (rung), year);

  *title = souls_lesson_escape (text);
  if (change == NULL)
    /* Translators: what a lesson begins with: a fiscal year, and two amounts of money */
    *paragraph = g_strdup_printf (_("In fiscal %1$d Amazon as a whole earns %2$s. Without AWS it is %3$s."), year, income,
                                  without);
  else
    /* Translators: what a change in a lesson came to: a fiscal year, and two amounts of money */
    *paragraph = g_strdup_printf (_("With this, Amazon as a whole earns %2$s in fiscal %1$d. Without AWS it is %3$s."),
                                  year, income, without);
}

/* The window that it was played in the last time, if that is still there; else the one that it comes from. */
static SoulsWindow *
find_window (SoulsWindow       *self,
             SoulsLessonEditor *editor)
{
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self));
  gpointer tried = g_object_get_data (G_OBJECT (editor), "tried");

  for (GList *link = gtk_application_get_windows (application); link != NULL; link = link->next)
    if (link->data == tried)
      return tried;
  return self;
}

static void
try_cb (SoulsWindow       *self,
        int                index,
        SoulsLessonEditor *editor)
{
  g_autoptr (SoulsLesson) lesson =
    souls_lesson_copy (souls_lesson_edits_get_lesson (souls_lesson_editor_get_edits (editor)));
  SoulsWindow *window;

  /* Of no file: its texts are the user's own, which are not translated, and what is tried is no progress in the file. */
  g_free (lesson->path);
  lesson->path = g_strdup ("");
  window = souls_window_begin_lesson (find_window (self, editor), lesson, index);
  if (window == NULL)
    return;
  g_object_set_data (G_OBJECT (editor), "tried", window);
  souls_lesson_run_restart (window->lesson);
  souls_lesson_run_start (window->lesson, index);
  gtk_window_present (GTK_WINDOW (window));
}

static void
show_editor (SoulsWindow *self,
             SoulsLesson *lesson,
             GFile       *file)
{
  g_autoptr (SoulsLessonEdits) edits = souls_lesson_edits_new (lesson, file);
  GtkWidget *editor = souls_lesson_editor_new (self->session, edits);

  gtk_window_set_application (GTK_WINDOW (editor), gtk_window_get_application (GTK_WINDOW (self)));
  g_signal_connect_object (editor, "try", G_CALLBACK (try_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (editor));
}

static char *
name_chart (SoulsChartPane *pane)
{
  const char *view = souls_chart_pane_get_chart_view (pane);
  SoulsChart chart;

  /* The first view is what a chart shows where none is named. */
  if (souls_chart_from_id (souls_chart_pane_get_chart (pane), &chart) &&
      g_strcmp0 (view, souls_chart_view_id (chart, 0)) == 0)
    view = "";
  return *view != '\0' ? g_strconcat (souls_chart_pane_get_chart (pane), "/", view, NULL)
                       : g_strdup (souls_chart_pane_get_chart (pane));
}

/**
 * souls_window_make_lesson:
 *
 * Returns: (transfer full): a lesson of what was done in the window, and with the charts that it shows
 */
SoulsLesson *
souls_window_make_lesson (SoulsWindow *self)
{
  const char *title = souls_session_get_title (self->session);
  const char *author = souls_session_get_text (self->session, SOULS_SCENARIO_AUTHOR);
  const char *question = souls_session_get_text (self->session, SOULS_SCENARIO_QUESTION);
  g_autofree char *left = name_chart (self->left_pane);
  g_autofree char *right = name_chart (self->right_pane);
  SoulsLesson *lesson = souls_lesson_make (self->session, left, right, say_step, NULL);

  lesson->title = g_strdup (title != NULL ? title : _("Own lesson"));
  lesson->summary = g_strdup (question != NULL ? question : _("What moves the answer, step by step."));
  lesson->author = g_strdup (author);
  return lesson;
}

static void
new_lesson_activated_cb (GSimpleAction *action,
                         GVariant      *parameter,
                         gpointer       data)
{
  show_editor (data, souls_window_make_lesson (data), NULL);
}

static void
translate (const SoulsLesson  *lesson,
           char              **text)
{
  char *words = *text != NULL && **text != '\0' ? g_strdup (souls_lesson_translate (lesson, *text)) : NULL;

  if (words == NULL)
    return;
  g_free (*text);
  *text = words;
}

static void
translate_all (const SoulsLesson  *lesson,
               char              **texts)
{
  for (; texts != NULL && *texts != NULL; texts++)
    translate (lesson, texts);
}

/* One that ships becomes the user's own, in his language; a file of his own is edited where it is. */
static SoulsLesson *
copy_lesson (const SoulsLesson *lesson)
{
  SoulsLesson *copy = souls_lesson_copy (lesson);

  translate (lesson, &copy->title);
  translate (lesson, &copy->summary);
  translate (lesson, &copy->author);
  for (guint i = 0; i < copy->steps->len; i++)
    {
      SoulsLessonStep *step = g_ptr_array_index (copy->steps, i);

      translate (lesson, &step->title);
      translate_all (lesson, step->text);
      translate_all (lesson, step->notes);
      translate_all (lesson, step->reveal);
      translate (lesson, &step->ask.question);
      for (int k = 0; k < step->ask.n_options; k++)
        translate (lesson, &step->ask.options[k].text);
    }
  return copy;
}

/**
 * souls_window_edit_lesson:
 * @lesson: what is edited: a copy where it ships
 *
 * Opens it in a window of its own.
 */
void
souls_window_edit_lesson (SoulsWindow       *self,
                          const SoulsLesson *lesson)
{
  g_autoptr (GFile) file = NULL;

  if (lesson->path != NULL && *lesson->path != '\0')
    file = g_file_new_for_path (lesson->path);
  show_editor (self, copy_lesson (lesson), file);
}

static void
edit_lesson_activated_cb (GSimpleAction *action,
                          GVariant      *parameter,
                          gpointer       data)
{
  SoulsWindow *self = data;

  souls_window_edit_lesson (self, souls_lesson_run_get_lesson (self->lesson));
}

static const GActionEntry entries[] = {
  { "new-lesson", new_lesson_activated_cb, NULL, NULL, NULL },
  { "edit-lesson", edit_lesson_activated_cb, NULL, NULL, NULL },
};

static void
set_enabled (SoulsWindow *self,
             const char  *name,
             gboolean     is_enabled)
{
  g_simple_action_set_enabled (G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self), name)), is_enabled);
}

void
souls_window_update_lesson_editor (SoulsWindow *self)
{
  set_enabled (self, "new-lesson", self->session != NULL && !souls_session_in_preview (self->session));
  set_enabled (self, "edit-lesson", self->lesson != NULL);
}

void
souls_window_add_lesson_editor (SoulsWindow *self)
{
  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  souls_window_update_lesson_editor (self);
}
