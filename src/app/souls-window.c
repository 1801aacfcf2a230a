/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "souls-config.h"

#include <glib/gi18n.h>

#include "souls-app-state.h"
#include "souls-compat.h"
#include "souls-window-private.h"

G_DEFINE_FINAL_TYPE (SoulsWindow, souls_window, ADW_TYPE_APPLICATION_WINDOW)

/**
 * souls_window_update_title:
 * @self: the window, with a session
 *
 * Says in the title bar which lesson is in progress, or whose scenario this is, and whether there is anything to save.
 */
void
souls_window_update_title (SoulsWindow *self)
{
  const SoulsLesson *lesson = self->lesson != NULL ? souls_lesson_run_get_lesson (self->lesson) : NULL;
  const char *title = souls_session_get_title (self->session);
  int n_moved = souls_session_get_n_moved (self->session);
  g_autofree char *file_name = souls_document_get_name (self->document);
  GFile *file = souls_document_get_file (self->document);
  g_autofree char *path = file != NULL ? g_file_get_parse_name (file) : NULL;
  g_autofree char *name = NULL;
  g_autofree char *subtitle = NULL;
  g_autofree char *window_title = NULL;

  if (lesson != NULL)
    name = g_strdup (souls_lesson_translate (lesson, lesson->title));
  else if (title != NULL && *title != '\0')
    name = g_strdup (title);
  else if (file_name != NULL)
    name = g_steal_pointer (&file_name);
  else if (n_moved > 0)
    name = g_strdup (_("Own scenario"));
  else
    name = g_strdup_printf (_("Baseline of fiscal %d"), souls_session_get_base_year (self->session));

  subtitle = souls_window_is_modified (self) ? g_strdup_printf ("%s ●", name) : g_strdup (name);
  window_title = g_strdup_printf (_("%s – Two Souls"), name);
  adw_window_title_set_subtitle (self->title, subtitle);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->title), path);
  gtk_window_set_title (GTK_WINDOW (self), window_title);
}

static void
session_changed_cb (SoulsWindow *self)
{
  souls_window_update_title (self);
  souls_window_update_actions (self);
  if (self->reset_toast != NULL && souls_session_get_n_moved (self->session) > 0)
    {
      souls_compat_dismiss_toast (self->reset_toast);
      g_clear_weak_pointer (&self->reset_toast);
    }
}

static void
message_responded_cb (GtkInfoBar  *bar,
                      int          response,
                      SoulsWindow *self)
{
  gtk_info_bar_set_revealed (bar, FALSE);
}

static void
show_warnings (SoulsWindow  *self,
               SoulsDataSet *data)
{
  const char *const *warnings = souls_data_set_get_warnings (data);
  g_autofree char *lines = NULL;

  if (warnings == NULL || warnings[0] == NULL)
    return;

  lines = g_strjoinv ("\n", (char **) warnings);
  souls_window_show_message (self, GTK_MESSAGE_WARNING, lines);
}

static void
show_problem (SoulsWindow *self,
              const char  *message)
{
  g_autofree char *escaped = g_markup_escape_text (message, -1);

  adw_status_page_set_description (self->problem_page, escaped);
  gtk_stack_set_visible_child_name (self->stack, "problem");
}

/* The remembered base year, rung and horizon are where a new scenario starts. What does not fit any more, a year that
 * a user's file had added say, is left at its default. */
/* What went wrong stays until it is closed; what went well passes by. */
static void
pane_said_cb (SoulsWindow *self,
              gboolean     is_error,
              const char  *text)
{
  AdwToast *toast;

  if (is_error)
    {
      souls_window_show_message (self, GTK_MESSAGE_ERROR, text);
      return;
    }
  toast = adw_toast_new (text);
  adw_toast_set_timeout (toast, 3);
  adw_toast_overlay_add_toast (self->toasts, toast);
}

static SoulsSession *
begin_as_remembered (SoulsWindow  *self,
                     SoulsDataSet *data)
{
  SoulsSettings settings = SOULS_SETTINGS_DEFAULT;

  settings.rung = (SoulsRung) souls_app_state_get_int (self->settings, "rung");
  settings.horizon = souls_app_state_get_int (self->settings, "horizon");
  return souls_session_new_at (data, souls_app_state_get_int (self->settings, "base-year"), &settings);
}

static void
start_session (SoulsWindow  *self,
               SoulsDataSet *data)
{
  self->session = begin_as_remembered (self, data);
  souls_window_start_document (self);

  souls_sidebar_set_session (self->sidebar, self->session);
  souls_headline_set_session (self->headline, self->session);
  souls_chart_pane_set_session (self->left_pane, self->session);
  souls_chart_pane_set_session (self->right_pane, self->session);
  g_signal_connect_object (self->left_pane, "said", G_CALLBACK (pane_said_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->right_pane, "said", G_CALLBACK (pane_said_cb), self, G_CONNECT_SWAPPED);
  souls_scrubber_set_session (self->scrubber, self->session);
  souls_compare_popover_set_session (self->compare_popover, self->session);
  souls_window_start_story (self);
  souls_window_start_ask (self);
  souls_window_start_lesson (self);

  g_signal_connect_object (self->document, "notify", G_CALLBACK (souls_window_update_title), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "changed", G_CALLBACK (session_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "notify::can-undo", G_CALLBACK (souls_window_update_actions), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "notify::can-redo", G_CALLBACK (souls_window_update_actions), self,
                           G_CONNECT_SWAPPED);
}

/* References are shown in both panes or in none. */
static void
restore_views (SoulsWindow *self)
{
  g_autofree char *left = souls_app_state_get_string (self->settings, "left-view");
  g_autofree char *right = souls_app_state_get_string (self->settings, "right-view");
  g_autofree char *left_axes = souls_app_state_get_string (self->settings, "left-axes");
  g_autofree char *right_axes = souls_app_state_get_string (self->settings, "right-axes");

  souls_chart_pane_set_axes (self->left_pane, left_axes);
  souls_chart_pane_set_axes (self->right_pane, right_axes);
  souls_chart_pane_set_chart_view (self->left_pane, left);
  souls_chart_pane_set_chart_view (self->right_pane, right);
  souls_chart_pane_set_references (self->left_pane,
                                   souls_app_state_get_boolean (self->settings, "show-references"));
  g_object_bind_property (self->left_pane, "references", self->right_pane, "references",
                          G_BINDING_BIDIRECTIONAL | G_BINDING_SYNC_CREATE);
}

static void
restore (SoulsWindow *self)
{
  g_autofree char *left = souls_app_state_get_string (self->settings, "left-chart");
  g_autofree char *right = souls_app_state_get_string (self->settings, "right-chart");
  g_auto (GStrv) groups = souls_app_state_get_strv (self->settings, "expanded-groups");

  gtk_window_set_default_size (GTK_WINDOW (self),
                               souls_app_state_get_int (self->settings, "window-width"),
                               souls_app_state_get_int (self->settings, "window-height"));
  if (souls_app_state_get_boolean (self->settings, "window-maximized"))
    gtk_window_maximize (GTK_WINDOW (self));
  adw_flap_set_reveal_flap (self->flap, souls_app_state_get_boolean (self->settings, "sidebar-visible"));
  souls_panes_set_position (self->panes, souls_app_state_get_double (self->settings, "pane-position"));
  souls_chart_pane_set_chart (self->left_pane, left);
  souls_chart_pane_set_chart (self->right_pane, right);
  restore_views (self);
  souls_sidebar_set_expanded (self->sidebar, (const char *const *) groups);
}

static void
remember_size (SoulsWindow *self)
{
  int width, height;

  gtk_window_get_default_size (GTK_WINDOW (self), &width, &height);
  souls_app_state_set (self->settings, "window-width", g_variant_new_int32 (width));
  souls_app_state_set (self->settings, "window-height", g_variant_new_int32 (height));
  souls_app_state_set (self->settings, "window-maximized",
                       g_variant_new_boolean (gtk_window_is_maximized (GTK_WINDOW (self))));
}

static void
remember_session (SoulsWindow *self)
{
  const SoulsSettings *settings = souls_session_get_settings (self->session);
  int year = souls_session_get_base_year (self->session);

  /* The last year stays the last year when another is reported. */
  if (year == souls_data_set_get_last_year (souls_session_get_data (self->session)))
    year = 0;
  souls_app_state_set (self->settings, "base-year", g_variant_new_int32 (year));
  souls_app_state_set (self->settings, "rung", g_variant_new_int32 ((int) settings->rung));
  souls_app_state_set (self->settings, "horizon", g_variant_new_int32 (settings->horizon));
}

static void
remember_views (SoulsWindow *self)
{
  SoulsChartView *view = souls_chart_pane_get_view (self->left_pane);

  souls_app_state_set (self->settings, "left-view",
                       g_variant_new_string (souls_chart_pane_get_chart_view (self->left_pane)));
  souls_app_state_set (self->settings, "right-view",
                       g_variant_new_string (souls_chart_pane_get_chart_view (self->right_pane)));
  souls_app_state_set (self->settings, "left-axes",
                       g_variant_new_take_string (souls_chart_pane_get_axes (self->left_pane)));
  souls_app_state_set (self->settings, "right-axes",
                       g_variant_new_take_string (souls_chart_pane_get_axes (self->right_pane)));
  souls_app_state_set (self->settings, "show-references",
                       g_variant_new_boolean (souls_chart_view_get_references (view)));
}

/**
 * souls_window_remember:
 * @self: the window
 *
 * Keeps how the window looks now for the next start.
 */
void
souls_window_remember (SoulsWindow *self)
{
  g_auto (GStrv) groups = NULL;

  g_return_if_fail (SOULS_IS_WINDOW (self));

  remember_size (self);
  /* What a lesson shows is not how the next scenario is to begin. */
  if (self->session == NULL || self->lesson != NULL)
    return;

  groups = souls_sidebar_get_expanded (self->sidebar);
  remember_session (self);
  remember_views (self);
  /* Folded, the sidebar comes and goes over the charts; that says nothing about a wider window. */
  if (!adw_flap_get_folded (self->flap))
    souls_app_state_set (self->settings, "sidebar-visible",
                         g_variant_new_boolean (adw_flap_get_reveal_flap (self->flap)));
  souls_app_state_set (self->settings, "pane-position",
                       g_variant_new_double (souls_panes_get_position (self->panes)));
  souls_app_state_set (self->settings, "left-chart",
                       g_variant_new_string (souls_chart_pane_get_chart (self->left_pane)));
  souls_app_state_set (self->settings, "right-chart",
                       g_variant_new_string (souls_chart_pane_get_chart (self->right_pane)));
  souls_app_state_set (self->settings, "expanded-groups",
                       g_variant_new_strv ((const char *const *) groups, -1));
}

static gboolean
souls_window_close_request (GtkWindow *window)
{
  if (souls_window_ask_to_save (SOULS_WINDOW (window)))
    return TRUE;

  souls_window_remember (SOULS_WINDOW (window));

  return GTK_WINDOW_CLASS (souls_window_parent_class)->close_request (window);
}

static void
souls_window_dispose (GObject *object)
{
  SoulsWindow *self = SOULS_WINDOW (object);

  souls_window_end_stage (self);
  souls_window_end_lesson (self);
  souls_window_end_ask (self);
  souls_window_end_story (self);
  g_clear_weak_pointer (&self->tie_out);
  g_clear_weak_pointer (&self->sources);
  g_clear_weak_pointer (&self->reset_toast);
  souls_window_end_document (self);
  g_clear_object (&self->session);
  g_clear_object (&self->settings);

  G_OBJECT_CLASS (souls_window_parent_class)->dispose (object);
}

static void
souls_window_class_init (SoulsWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = souls_window_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = souls_window_close_request;

  g_type_ensure (SOULS_TYPE_SIDEBAR);
  g_type_ensure (SOULS_TYPE_HEADLINE);
  g_type_ensure (SOULS_TYPE_STORY_BAR);
  g_type_ensure (SOULS_TYPE_PANES);
  g_type_ensure (SOULS_TYPE_CHART_PANE);
  g_type_ensure (SOULS_TYPE_SCRUBBER);
  g_type_ensure (SOULS_TYPE_WHY_BAR);
  g_type_ensure (SOULS_TYPE_COMPARE_POPOVER);
  g_type_ensure (SOULS_TYPE_PRESENTER_BAR);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/twosouls/TwoSouls/ui/souls-window.ui");
  gtk_widget_class_bind_template_child (widget_class, SoulsWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, SoulsWindow, title);
  gtk_widget_class_bind_template_child (widget_class, SoulsWindow, message_bar);
  gtk_widget_class_bind_template_child (widget_class, SoulsWindow, message_label);
  gtk_widget_class_bind_template_child (widget_class, SoulsWindow, file_bar);
  gtk_widget_class_bind_template_child (widget_class, SoulsWindow, file_label);
  gtk_widget_class_bind_template_child (widget_class, SoulsWindow, file_accept);
  gtk_widget_class_bind_template_child (widget_class, SoulsWindow, file_close);
  gtk_widget_class_bind_template_child (widget_class, SoulsWindow, recent_section);
  gtk_widget_class_bind_template_child (widget_class, SoulsWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, SoulsWindow, problem_page);
  gtk_widget_class_bind_template_child (widget_class, SoulsWindow, flap);
  gtk_widget_class_bind_template_child (widget_class, SoulsWindow, sidebar);
  gtk_widget_class_bind_template_child (widget_class, SoulsWindow, headline);
  gtk_widget_class_bind_template_child (widget_class, SoulsWindow, story_bar);
  gtk_widget_class_bind_template_child (widget_class, SoulsWindow, history_anchor);
  gtk_widget_class_bind_template_child (widget_class, SoulsWindow, compare_squeezer);
  gtk_widget_class_bind_template_child (widget_class, SoulsWindow, compare_button);
  gtk_widget_class_bind_template_child (widget_class, SoulsWindow, compare_popover);
  gtk_widget_class_bind_template_child (widget_class, SoulsWindow, compare_count);
  gtk_widget_class_bind_template_child (widget_class, SoulsWindow, panes);
  gtk_widget_class_bind_template_child (widget_class, SoulsWindow, left_pane);
  gtk_widget_class_bind_template_child (widget_class, SoulsWindow, right_pane);
  gtk_widget_class_bind_template_child (widget_class, SoulsWindow, scrubber);
  gtk_widget_class_bind_template_child (widget_class, SoulsWindow, why_bar);
  gtk_widget_class_bind_template_child (widget_class, SoulsWindow, presenter_bar);
  gtk_widget_class_bind_template_child (widget_class, SoulsWindow, start_bin);
  gtk_widget_class_bind_template_child (widget_class, SoulsWindow, flap_switcher);
  gtk_widget_class_bind_template_child (widget_class, SoulsWindow, flap_stack);
  gtk_widget_class_bind_template_child (widget_class, SoulsWindow, lesson_bin);
  gtk_widget_class_bind_template_child (widget_class, SoulsWindow, charts_stack);
  gtk_widget_class_bind_template_child (widget_class, SoulsWindow, sketch_bin);
  gtk_widget_class_bind_template_child (widget_class, SoulsWindow, lesson_button);
  gtk_widget_class_bind_template_callback (widget_class, message_responded_cb);
  souls_window_class_add_actions (widget_class);
  souls_window_class_add_story (widget_class);
}

static void
souls_window_init (SoulsWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->settings = souls_app_state_open ();
  souls_window_add_actions (self);
  souls_window_add_story (self);
}

/**
 * souls_window_new:
 * @application: the application, with its data
 *
 * Makes a window on the baseline, as the last one was left.
 *
 * Returns: (transfer none): the window; the application holds it
 */
SoulsWindow *
souls_window_new (SoulsApplication *application)
{
  SoulsWindow *self = g_object_new (SOULS_TYPE_WINDOW, "application", application, NULL);
  SoulsDataSet *data = souls_application_get_data (application);

  if (data != NULL)
    {
      start_session (self, data);
      souls_window_update_title (self);
      show_warnings (self, data);
    }
  else
    {
      show_problem (self, souls_application_get_problem (application));
    }
  restore (self);
  souls_window_update_actions (self);

  return self;
}

/**
 * souls_window_get_session:
 * @self: the window
 *
 * Returns: (transfer none) (nullable): what the window shows; %NULL where there is no data
 */
SoulsSession *
souls_window_get_session (SoulsWindow *self)
{
  g_return_val_if_fail (SOULS_IS_WINDOW (self), NULL);

  return self->session;
}

/**
 * souls_window_open:
 * @self: the window
 * @file: a scenario file
 *
 * Opens a scenario in place of what is open, as a step that can be undone, with the charts it asks for. Where the file is no good, the window says why and what it shows
 * stays as it was.
 *
 * Returns: whether it was opened
 */
gboolean
souls_window_open (SoulsWindow *self,
                   GFile       *file)
{
  g_autofree char *path = g_file_get_path (file);
  g_autoptr (GError) error = NULL;

  g_return_val_if_fail (SOULS_IS_WINDOW (self), FALSE);

  if (self->session == NULL)
    return FALSE;

  if (path == NULL)
    {
      g_autofree char *uri = g_file_get_uri (file);
      g_autofree char *message = g_strdup_printf (_("%s: expected a file on this computer"), uri);

      souls_window_show_message (self, GTK_MESSAGE_ERROR, message);
      return FALSE;
    }

  if (!souls_document_open (self->document, file, &error))
    {
      souls_window_show_message (self, GTK_MESSAGE_ERROR, error->message);
      return FALSE;
    }

  gtk_info_bar_set_revealed (self->message_bar, FALSE);
  souls_window_hide_file_bar (self);
  souls_window_show_charts (self, souls_session_get_scenario (self->session)->charts);
  souls_window_add_recent (souls_document_get_file (self->document));

  return TRUE;
}

/**
 * souls_window_show_message:
 * @self: the window
 * @type: how bad it is
 * @text: what to say, in lines
 *
 * Says something above all else, until it is closed.
 */
void
souls_window_show_message (SoulsWindow    *self,
                           GtkMessageType  type,
                           const char     *text)
{
  g_return_if_fail (SOULS_IS_WINDOW (self));

  gtk_info_bar_set_message_type (self->message_bar, type);
  gtk_label_set_text (self->message_label, text);
  gtk_info_bar_set_revealed (self->message_bar, TRUE);
}

/**
 * souls_window_get_message:
 * @self: the window
 *
 * Returns: (transfer none) (nullable): what the message bar says, or %NULL while it says nothing
 */
const char *
souls_window_get_message (SoulsWindow *self)
{
  g_return_val_if_fail (SOULS_IS_WINDOW (self), NULL);

  return gtk_info_bar_get_revealed (self->message_bar) ? gtk_label_get_text (self->message_label) : NULL;
}
