/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "souls-config.h"

#include <glib/gi18n.h>

#include "souls-application.h"
#include "souls-compat.h"
#include "souls-first-frame.h"
#include "souls-fonts.h"
#include "souls-lesson-editor.h"
#include "souls-window.h"

struct _SoulsApplication
{
  AdwApplication parent_instance;

  /* Owned */
  SoulsDataSet *data;
  char *problem;
  char *damage;          /* what is wrong with drafts that were found; said once */

  gboolean quit_after_first_frame;
  gboolean has_restored;
  gboolean is_quitting;
};

G_DEFINE_FINAL_TYPE (SoulsApplication, souls_application, ADW_TYPE_APPLICATION)

static SoulsWindow *
present_new_window (SoulsApplication *self)
{
  SoulsWindow *window = souls_window_new (self);

  if (self->quit_after_first_frame || g_getenv ("TWO_SOULS_TRACE_START") != NULL)
    souls_first_frame_watch (GTK_WINDOW (window), self->quit_after_first_frame);
  if (SOULS_IS_DEVELOPMENT)
    gtk_widget_add_css_class (GTK_WIDGET (window), "devel");
  gtk_window_present (GTK_WINDOW (window));

  return window;
}

static void
new_window_activated_cb (GSimpleAction *action,
                         GVariant      *parameter,
                         gpointer       data)
{
  present_new_window (data);
}

static void
about_activated_cb (GSimpleAction *action,
                    GVariant      *parameter,
                    gpointer       data)
{
  static const char *developers[] = { "The Two Souls authors", NULL };
  GtkWindow *parent = gtk_application_get_active_window (GTK_APPLICATION (data));
  GtkWidget *about = souls_compat_about_new ();

  g_object_set (about,
                "application-name", _("Two Souls"),
                "application-icon", SOULS_APPLICATION_ID,
                "version", SOULS_VERSION,
                "developer-name", developers[0],
                "developers", developers,
                "copyright", "© 2026 The Two Souls authors",
                "license-type", GTK_LICENSE_GPL_3_0,
                "comments", _("Is Amazon profitable without AWS? Move the sliders and see.\n\n"
                              "Not affiliated with Amazon.com, Inc. Figures come from public filings."),
                "translator-credits", _("translator-credits"),
                NULL);
  souls_compat_about_present (about, parent);
}

static GtkWindow *
find_modified (SoulsApplication *self)
{
  for (GList *link = gtk_application_get_windows (GTK_APPLICATION (self)); link != NULL; link = link->next)
    if ((SOULS_IS_WINDOW (link->data) && souls_window_is_modified (link->data)) ||
        (SOULS_IS_LESSON_EDITOR (link->data) && souls_lesson_editor_is_modified (link->data)))
      return link->data;

  return NULL;
}

/* Asks one window after the other; only when none has anything left to save do the windows go. Each through its own way
 * of closing, so that it is remembered. */
static gboolean
go_on_quitting_cb (gpointer data)
{
  SoulsApplication *self = data;
  GtkWindow *modified;
  g_autoptr (GList) windows = NULL;

  if (!self->is_quitting)
    return G_SOURCE_REMOVE;

  modified = find_modified (self);
  if (modified != NULL)
    {
      gtk_window_present (modified);
      gtk_window_close (modified);
      return G_SOURCE_REMOVE;
    }

  self->is_quitting = FALSE;
  windows = g_list_copy (gtk_application_get_windows (GTK_APPLICATION (self)));
  for (GList *link = windows; link != NULL; link = link->next)
    if (SOULS_IS_WINDOW (link->data))
      gtk_window_close (link->data);
  g_application_quit (G_APPLICATION (self));

  return G_SOURCE_REMOVE;
}

static void
quit_activated_cb (GSimpleAction *action,
                   GVariant      *parameter,
                   gpointer       data)
{
  SoulsApplication *self = data;

  self->is_quitting = TRUE;
  go_on_quitting_cb (self);
}

static void
souls_application_window_removed (GtkApplication *application,
                                  GtkWindow      *window)
{
  GTK_APPLICATION_CLASS (souls_application_parent_class)->window_removed (application, window);
  if (SOULS_APPLICATION (application)->is_quitting)
    g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, go_on_quitting_cb, g_object_ref (application), g_object_unref);
}

static const GActionEntry entries[] = {
  { "new-window", new_window_activated_cb, NULL, NULL, NULL },
  { "about", about_activated_cb, NULL, NULL, NULL },
  { "quit", quit_activated_cb, NULL, NULL, NULL },
};

/* Keys that no text entry has a use for; the others are bindings of the window. */
static const struct
{
  const char *action;
  const char *keys[3];
} accelerators[] = {
  { "app.new-window", { "<Control>n" } },
  { "app.quit", { "<Control>q" } },
  { "win.close", { "<Control>w" } },
  { "win.open", { "<Control>o" } },
  { "win.save", { "<Control>s" } },
  { "win.save-as", { "<Control><Shift>s" } },
  { "win.rename", { "F2" } },
  { "win.presets", { "<Control><Shift>o" } },
  { "win.history", { "<Control>h" } },
  { "win.replay-last", { "<Control>r" } },
  { "win.share", { "<Control><Shift>c" } },
  { "win.toggle-sidebar", { "F9" } },
  { "win.compare", { "<Control>d" } },
  { "win.add-to-comparison", { "<Control><Shift>d" } },
  { "win.goal-seek", { "<Control>g" } },
  { "win.lessons", { "<Control>l" } },
  { "win.lesson-next", { "<Control>Return", "<Alt>Right" } },
  { "win.lesson-back", { "<Alt>Left" } },
  { "win.tie-out", { "<Control>t" } },
  { "win.sources", { "<Control>i" } },
  { "win.present", { "F5", "F11" } },
  { "win.fullscreen", { "<Shift>F11" } },
  { "win.play", { "<Control><Shift>p" } },
  { "win.export", { "<Control>e" } },
  { "win.hand-out", { "<Control><Shift>e" } },
  { "win.print", { "<Control>p" } },
  { "win.next-year", { "<Control>Page_Down" } },
  { "win.previous-year", { "<Control>Page_Up" } },
};

static void
load_style (void)
{
  g_autoptr (GtkCssProvider) provider = gtk_css_provider_new ();

  gtk_css_provider_load_from_resource (provider, "/io/github/twosouls/TwoSouls/ui/window.css");
  gtk_style_context_add_provider_for_display (gdk_display_get_default (), GTK_STYLE_PROVIDER (provider),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
}

static void
load_data (SoulsApplication *self)
{
  g_autoptr (GError) error = NULL;

  if (self->data != NULL || self->problem != NULL)
    return;

  self->data = souls_data_set_load_default (&error);
  if (self->data == NULL)
    {
      self->problem = g_strdup (error->message);
      g_printerr ("two-souls: %s\n", error->message);
    }
}

static void
souls_application_startup (GApplication *application)
{
  G_APPLICATION_CLASS (souls_application_parent_class)->startup (application);

  g_action_map_add_action_entries (G_ACTION_MAP (application), entries, G_N_ELEMENTS (entries), application);
  for (guint i = 0; i < G_N_ELEMENTS (accelerators); i++)
    gtk_application_set_accels_for_action (GTK_APPLICATION (application), accelerators[i].action,
                                           accelerators[i].keys);
  gtk_window_set_default_icon_name (SOULS_APPLICATION_ID);
  load_style ();
  load_data (SOULS_APPLICATION (application));
}

/* What an earlier run has left unsaved comes back, each in a window of its own. */
static void
restore_drafts (SoulsApplication *self)
{
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) orphans = NULL;

  if (self->has_restored || self->data == NULL)
    return;
  self->has_restored = TRUE;

  orphans = souls_drafts_take (NULL, self->data, problems);
  for (guint i = 0; i < orphans->len; i++)
    souls_window_restore (present_new_window (self), g_ptr_array_index (orphans, i));
  if (problems->len == 0)
    return;
  g_ptr_array_add (problems, NULL);
  self->damage = g_strjoinv ("\n", (char **) problems->pdata);
}

static void
show_damage (SoulsApplication *self,
             SoulsWindow      *window)
{
  g_autofree char *damage = g_steal_pointer (&self->damage);
  g_autofree char *message = NULL;

  if (damage == NULL)
    return;
  message = g_strdup_printf (_("Something that was not saved is damaged and was put aside.\n%s"), damage);
  souls_window_show_message (window, GTK_MESSAGE_WARNING, message);
}

/* The window at hand, or a new one. */
static SoulsWindow *
present_window (SoulsApplication *self)
{
  GtkWindow *active;
  SoulsWindow *window;

  restore_drafts (self);
  active = gtk_application_get_active_window (GTK_APPLICATION (self));
  window = SOULS_IS_WINDOW (active) ? SOULS_WINDOW (active) : present_new_window (self);
  gtk_window_present (GTK_WINDOW (window));
  show_damage (self, window);

  return window;
}

static void
souls_application_activate (GApplication *application)
{
  const gboolean is_first = gtk_application_get_windows (GTK_APPLICATION (application)) == NULL;
  SoulsWindow *window = present_window (SOULS_APPLICATION (application));

  /* Not in front of what has come back unsaved. */
  if (is_first && !souls_window_is_modified (window))
    souls_window_show_start (window);
}

static void
souls_application_open (GApplication  *application,
                        GFile        **files,
                        int            n_files,
                        const char    *hint)
{
  souls_window_open_files (present_window (SOULS_APPLICATION (application)), files, n_files);
}

static int
souls_application_handle_local_options (GApplication *application,
                                        GVariantDict *options)
{
  SoulsApplication *self = SOULS_APPLICATION (application);
  g_autoptr (GError) error = NULL;

  if (g_variant_dict_contains (options, "version"))
    {
      g_print ("two-souls %s\n", SOULS_VERSION);
      return 0;
    }

  /* GTK does not get over it. */
  if (!souls_fonts_check (&error))
    {
      g_printerr ("two-souls: %s\n", error->message);
      return 1;
    }

  if (g_variant_dict_contains (options, "quit-after-first-frame"))
    {
      self->quit_after_first_frame = TRUE;
      g_application_set_flags (application, g_application_get_flags (application) | G_APPLICATION_NON_UNIQUE);
    }

  if (g_variant_dict_contains (options, "new-window"))
    {
      if (!g_application_register (application, NULL, &error))
        {
          g_printerr ("two-souls: %s\n", error->message);
          return 1;
        }
      if (g_application_get_is_remote (application))
        {
          g_action_group_activate_action (G_ACTION_GROUP (application), "new-window", NULL);
          return 0;
        }
    }

  return -1;
}

static void
souls_application_finalize (GObject *object)
{
  SoulsApplication *self = SOULS_APPLICATION (object);

  g_clear_pointer (&self->data, souls_data_set_unref);
  g_free (self->problem);
  g_free (self->damage);

  G_OBJECT_CLASS (souls_application_parent_class)->finalize (object);
}

static void
souls_application_class_init (SoulsApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = souls_application_finalize;
  GTK_APPLICATION_CLASS (klass)->window_removed = souls_application_window_removed;
  application_class->startup = souls_application_startup;
  application_class->activate = souls_application_activate;
  application_class->open = souls_application_open;
  application_class->handle_local_options = souls_application_handle_local_options;
}

static void
souls_application_init (SoulsApplication *self)
{
  static const GOptionEntry options[] = {
    { "version", 0, 0, G_OPTION_ARG_NONE, NULL, N_("Print the version and exit"), NULL },
    { "new-window", 'n', 0, G_OPTION_ARG_NONE, NULL, N_("Open a new window"), NULL },
    { "quit-after-first-frame", 0, G_OPTION_FLAG_HIDDEN, G_OPTION_ARG_NONE, NULL,
      N_("Exit once a window has been drawn"), NULL },
    { NULL }
  };

  g_application_add_main_option_entries (G_APPLICATION (self), options);
  g_application_set_option_context_parameter_string (G_APPLICATION (self), _("[FILE.souls]…"));
}

/**
 * souls_application_new:
 *
 * Returns: (transfer full): the application
 */
SoulsApplication *
souls_application_new (void)
{
  return g_object_new (SOULS_TYPE_APPLICATION,
                       "application-id", SOULS_APPLICATION_ID,
                       "flags", G_APPLICATION_HANDLES_OPEN,
                       "resource-base-path", "/io/github/twosouls/TwoSouls",
                       NULL);
}

/**
 * souls_application_get_data:
 * @self: the application
 *
 * Returns: (transfer none) (nullable): the data set; %NULL where it could not be loaded
 */
SoulsDataSet *
souls_application_get_data (SoulsApplication *self)
{
  g_return_val_if_fail (SOULS_IS_APPLICATION (self), NULL);

  return self->data;
}

/**
 * souls_application_get_problem:
 * @self: the application
 *
 * Returns: (transfer none) (nullable): why there is no data, or %NULL
 */
const char *
souls_application_get_problem (SoulsApplication *self)
{
  g_return_val_if_fail (SOULS_IS_APPLICATION (self), NULL);

  return self->problem;
}

/**
 * souls_application_stay:
 * @self: the application
 *
 * Ends an attempt to quit: a window that was asked to close stays open.
 */
void
souls_application_stay (SoulsApplication *self)
{
  g_return_if_fail (SOULS_IS_APPLICATION (self));

  self->is_quitting = FALSE;
}

/**
 * souls_application_set_data:
 * @self: the application, not yet started
 * @data: (nullable): the data set to use
 * @problem: (nullable): why there is none
 *
 * Gives the application its data instead of what ships.
 */
void
souls_application_set_data (SoulsApplication *self,
                            SoulsDataSet     *data,
                            const char       *problem)
{
  g_return_if_fail (SOULS_IS_APPLICATION (self));

  g_clear_pointer (&self->data, souls_data_set_unref);
  g_free (self->problem);
  self->data = data != NULL ? souls_data_set_ref (data) : NULL;
  self->problem = g_strdup (problem);
}
