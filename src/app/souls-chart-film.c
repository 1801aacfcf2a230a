/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "souls-config.h"

#include "souls-chart-film.h"

#include <adwaita.h>
#include <glib/gi18n.h>
#include <string.h>

#include "souls-app-words.h"
#include "souls-change-text.h"
#include "souls-compat.h"
#include "souls-film.h"

#define WIDTH 1280
#define HEIGHT 720
#define SECONDS 3.0
#define RATE 12

/* While it is written: nothing else can be done in the window, so that nothing changes under it. */
typedef struct
{
  SoulsViewInput view;
  SoulsSession *session;   /* owned, as are all that follow up to @name */
  SoulsMotion *motion;
  SoulsFilm *film;
  char *name;
  GtkWidget *window;       /* shows how far it is, and owns this */
  GtkWidget *bar;
  guint step_id;
  SoulsChartFilmed filmed;
  gpointer data;
} Job;

typedef struct
{
  SoulsChartView *view;
  GtkWindow *parent;
  SoulsChartFilmed filmed;
  gpointer data;
} Wish;

static void
job_free (gpointer data)
{
  Job *self = data;

  g_clear_handle_id (&self->step_id, g_source_remove);
  g_clear_pointer (&self->film, souls_film_free);
  g_clear_pointer (&self->motion, souls_motion_free);
  g_clear_object (&self->session);
  g_free (self->name);
  g_free (self);
}

static void
add_point (Job *self,
           int  index)
{
  const int year = souls_session_get_year (self->session);
  const SoulsCalibration *calibration;
  SoulsDriver moves[SOULS_N_DRIVERS];
  g_autofree char *sentence = NULL;
  SoulsDrivers drivers;
  SoulsChange change;
  SoulsState state;
  int n;

  souls_session_get_point (self->session, index, &state);
  calibration = souls_data_set_get_calibration (souls_session_get_data (self->session), state.base_year, NULL);
  souls_state_get_drivers (&state, calibration, &drivers);
  n = souls_state_get_moves (&state, moves);
  if (index > 0)
    {
      souls_session_get_change (self->session, index, year, &change);
      sentence = souls_change_sentence (&change, year, souls_app_words ());
    }
  souls_motion_add (self->motion, calibration, &state.settings, &drivers, moves, n, sentence);
}

/* The history up to now, without what no chart shows; where there is none, the way from the baseline. */
static void
add_states (Job *self)
{
  const int last = souls_session_get_step (self->session);
  SoulsState before, state;

  if (last == 0)
    {
      souls_motion_add_moves (self->motion);
      return;
    }
  add_point (self, 0);
  souls_session_get_point (self->session, 0, &before);
  for (int i = 1; i <= last; i++)
    {
      souls_session_get_point (self->session, i, &state);
      if (!souls_state_equal (&before, &state))
        add_point (self, i);
      before = state;
    }
}

static void
end (Job        *self,
     const char *text,
     gboolean    failed)
{
  g_autofree char *said = g_strdup (text);

  self->step_id = 0;
  self->filmed (said, failed, self->data);
  gtk_window_destroy (GTK_WINDOW (self->window));
}

static gboolean
step_cb (gpointer data)
{
  Job *self = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  if (!souls_film_step (self->film, &error))
    {
      end (self, error->message, TRUE);
      return G_SOURCE_REMOVE;
    }
  gtk_progress_bar_set_fraction (GTK_PROGRESS_BAR (self->bar),
                                 souls_film_get_done (self->film) / (double) souls_film_get_n_frames (self->film));
  if (!souls_film_is_done (self->film))
    return G_SOURCE_CONTINUE;
  /* Translators: %s is the name of a file */
  text = g_strdup_printf (_("Saved “%s”"), self->name);
  end (self, text, FALSE);
  return G_SOURCE_REMOVE;
}

static void
close_on_escape (GtkWidget *window)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();

  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller),
                                        gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Escape, 0),
                                                          gtk_named_action_new ("window.close")));
  gtk_widget_add_controller (window, controller);
}

/* Closing it, by its button or Esc, stops the film. */
static void
show_progress (Job       *self,
               GtkWindow *parent)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  GtkWidget *cancel = gtk_button_new_with_mnemonic (_("_Cancel"));
  g_autofree char *text = NULL;
  const int n = souls_film_get_n_frames (self->film);

  self->window = g_object_new (ADW_TYPE_WINDOW, "modal", TRUE, "resizable", FALSE, "transient-for", parent,
                               "destroy-with-parent", TRUE, "title", _("Moving Picture"), "default-width", 320, NULL);
  self->bar = gtk_progress_bar_new ();
  /* Translators: of a moving picture that is being made */
  text = g_strdup_printf (ngettext ("Drawing %d frame", "Drawing %d frames", (unsigned long) n), n);
  gtk_progress_bar_set_text (GTK_PROGRESS_BAR (self->bar), text);
  gtk_progress_bar_set_show_text (GTK_PROGRESS_BAR (self->bar), TRUE);
  gtk_widget_set_halign (cancel, GTK_ALIGN_CENTER);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (cancel), "window.close");
  gtk_widget_set_margin_top (box, 24);
  gtk_widget_set_margin_bottom (box, 24);
  gtk_widget_set_margin_start (box, 24);
  gtk_widget_set_margin_end (box, 24);
  gtk_box_append (GTK_BOX (box), self->bar);
  gtk_box_append (GTK_BOX (box), cancel);
  adw_window_set_content (ADW_WINDOW (self->window), box);
  close_on_escape (self->window);
  g_object_set_data_full (G_OBJECT (self->window), "film", self, job_free);
  gtk_window_present (GTK_WINDOW (self->window));
}

/* A name that says no kind of picture is a GIF's; a PNG's gets a place for the number. */
static char *
complete_path (const char *path)
{
  g_autofree char *lower = g_ascii_strdown (path, -1);

  if (g_str_has_suffix (lower, ".gif"))
    return g_strdup (path);
  if (!g_str_has_suffix (lower, ".png"))
    return g_strconcat (path, ".gif", NULL);
  return strchr (path, '%') != NULL ? g_strdup (path)
                                    : g_strdup_printf ("%.*s-%%03d.png", (int) strlen (path) - 4, path);
}

/* A name that was completed is one that nobody agreed to replace. */
static gboolean
check_free (const char  *path,
            const char  *chosen,
            GError     **error)
{
  g_autofree char *name = g_path_get_basename (path);

  if (g_str_equal (path, chosen) || !g_file_test (path, G_FILE_TEST_EXISTS))
    return TRUE;
  /* Translators: %s is the name of a file */
  g_set_error (error, SOULS_PLOT_ERROR, SOULS_PLOT_ERROR_WRITE,
               _("There is a file “%s” already: choose it to replace it, or another name"), name);
  return FALSE;
}

void
souls_chart_film_write (SoulsChartView   *view,
                        GtkWindow        *parent,
                        GFile            *file,
                        SoulsChartFilmed  filmed,
                        gpointer          data)
{
  Job *self = g_new0 (Job, 1);
  g_autofree char *chosen = g_file_get_path (file);
  g_autofree char *path = chosen != NULL ? complete_path (chosen) : NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *foot = NULL;

  self->session = g_object_ref (souls_chart_view_get_session (view));
  self->filmed = filmed;
  self->data = data;
  souls_chart_view_fill_input (view, &self->view, souls_app_words ());
  foot = souls_view_foot (self->session, souls_app_words ());
  self->motion = souls_motion_new (souls_chart_view_get_chart (view), &self->view.input, WIDTH, HEIGHT, foot);
  souls_motion_set_times (self->motion, SECONDS, RATE);
  add_states (self);
  if (path != NULL && check_free (path, chosen, &error) && souls_motion_get_n_states (self->motion) > 1)
    self->film = souls_film_new (self->motion, souls_theme_get (SOULS_THEME_LIGHT), RATE, path, &error);
  if (self->film == NULL)
    {
      filmed (error != NULL  ? error->message
              : path == NULL ? _("A moving picture can only be saved on this computer")
                             : _("Nothing was changed that could move"),
              TRUE, data);
      job_free (self);
      return;
    }
  self->name = g_path_get_basename (path);
  show_progress (self, parent);
  self->step_id = g_idle_add (step_cb, self);
}

static void
file_chosen_cb (GFile    *file,
                gpointer  data)
{
  Wish *wish = data;

  if (file != NULL)
    souls_chart_film_write (wish->view, wish->parent, file, wish->filmed, wish->data);
}

void
souls_chart_film_run (SoulsChartView   *view,
                      GtkWindow        *parent,
                      SoulsChartFilmed  filmed,
                      gpointer          data)
{
  g_autofree char *name = g_strdup_printf ("%s.gif", souls_chart_id (souls_chart_view_get_chart (view)));
  Wish *wish;

  if (souls_chart_view_get_session (view) == NULL)
    return;
  wish = g_new0 (Wish, 1);
  *wish = (Wish) { view, parent, filmed, data };
  /* One wish is kept with the view, and goes with the next. */
  g_object_set_data_full (G_OBJECT (view), "film-wish", wish, g_free);
  souls_compat_save_chart (parent, name, file_chosen_cb, wish);
}
