/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "souls-config.h"

#include "souls-lesson-list.h"

#include <glib/gi18n.h>

#include "souls-lesson-text.h"

#define RECENT_NAME "Two Souls"
#define MAX_RECENT 4

struct _SoulsLessonList
{
  GtkWidget parent_instance;

  /* Children */
  GtkWidget *lessons_list;
  GtkWidget *recent_title;
  GtkWidget *recent_list;
  GtkWidget *problem;
  GtkWidget *at_start;

  /* Owned */
  SoulsLessons *lessons;
};

enum
{
  CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SoulsLessonList, souls_lesson_list, GTK_TYPE_WIDGET)

static GtkWidget *
make_label (const char *text,
            const char *css_class)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", text, "xalign", 0.0, "wrap", TRUE, "wrap-mode",
                                   PANGO_WRAP_WORD_CHAR, NULL);

  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

static void
empty (GtkWidget *list)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), 0)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (list), GTK_WIDGET (row));
}

static char *
say_length (const SoulsLesson *lesson)
{
  const int n = souls_lesson_get_n_steps (lesson);
  g_autofree char *minutes = g_strdup_printf (ngettext ("%d minute", "%d minutes", (unsigned long) lesson->minutes),
                                              lesson->minutes);
  g_autofree char *steps = g_strdup_printf (ngettext ("%d step", "%d steps", (unsigned long) n), n);

  /* Translators: how long a lesson is: "20 minutes · 8 steps" */
  return g_strdup_printf (_("%1$s · %2$s"), minutes, steps);
}

static char *
say_progress (SoulsProgress     *progress,
              const SoulsLesson *lesson)
{
  const int step = progress != NULL ? souls_progress_get_step (progress, lesson) : -1;

  if (progress != NULL && souls_progress_is_done (progress, lesson))
    return g_strdup (_("Done"));
  if (step < 0)
    return NULL;
  return g_strdup_printf (_("Step %1$d of %2$d"), step + 1, souls_lesson_get_n_steps (lesson));
}

static GtkWidget *
make_row (const SoulsLesson *lesson,
          SoulsProgress     *progress)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *title = g_markup_escape_text (souls_lesson_translate (lesson, lesson->title), -1);
  g_autofree char *summary = g_markup_escape_text (souls_lesson_translate (lesson, lesson->summary), -1);
  g_autofree char *length = say_length (lesson);
  g_autofree char *subtitle = g_strdup_printf ("%s\n%s", summary, length);
  g_autofree char *state = say_progress (progress, lesson);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  if (state != NULL)
    {
      GtkWidget *label = make_label (state, "lesson-state");

      if (progress != NULL && souls_progress_is_done (progress, lesson))
        adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("object-select-symbolic"));
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);
    }
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("go-next-symbolic"));
  return row;
}

static void
row_activated_cb (SoulsLessonList *self,
                  GtkListBoxRow   *row)
{
  souls_lesson_list_choose (self, gtk_list_box_row_get_index (row));
}

static int
compare_times (gconstpointer a,
               gconstpointer b)
{
  return g_date_time_compare (gtk_recent_info_get_modified ((GtkRecentInfo *) b),
                              gtk_recent_info_get_modified ((GtkRecentInfo *) a));
}

static void
add_recent (SoulsLessonList *self,
            GtkRecentInfo   *info)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *title = g_markup_escape_text (gtk_recent_info_get_display_name (info), -1);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.open-recent");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", gtk_recent_info_get_uri (info));
  gtk_list_box_append (GTK_LIST_BOX (self->recent_list), row);
}

static void
fill_recent (SoulsLessonList *self)
{
  g_autolist (GtkRecentInfo) items = gtk_recent_manager_get_items (gtk_recent_manager_get_default ());
  int n = 0;

  empty (self->recent_list);
  items = g_list_sort (items, compare_times);
  for (GList *link = items; link != NULL && n < MAX_RECENT; link = link->next)
    if (gtk_recent_info_has_application (link->data, RECENT_NAME) && gtk_recent_info_exists (link->data))
      {
        add_recent (self, link->data);
        n++;
      }
  gtk_widget_set_visible (self->recent_title, n > 0);
  gtk_widget_set_visible (self->recent_list, n > 0);
}

static void
souls_lesson_list_dispose (GObject *object)
{
  SoulsLessonList *self = SOULS_LESSON_LIST (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_pointer (&self->lessons, souls_lessons_free);

  G_OBJECT_CLASS (souls_lesson_list_parent_class)->dispose (object);
}

static void
souls_lesson_list_class_init (SoulsLessonListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = souls_lesson_list_dispose;
  signals[CHOSEN] = g_signal_new ("chosen", SOULS_TYPE_LESSON_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                  G_TYPE_INT);
  gtk_widget_class_set_css_name (widget_class, "lessonlist");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static GtkWidget *
make_list (GtkWidget  *box,
           const char *title)
{
  GtkWidget *list = gtk_list_box_new ();

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  gtk_box_append (GTK_BOX (box), list);
  return list;
}

static GtkWidget *
make_ways (void)
{
  GtkWidget *box = gtk_flow_box_new ();
  GtkWidget *explore = gtk_button_new_with_mnemonic (_("_Explore"));
  GtkWidget *said = gtk_button_new_with_mnemonic (_("_What Is Said…"));

  gtk_actionable_set_action_name (GTK_ACTIONABLE (explore), "win.explore");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (said), "win.arguments");
  gtk_widget_add_css_class (explore, "suggested-action");
  gtk_widget_add_css_class (explore, "pill");
  gtk_widget_add_css_class (said, "pill");
  gtk_flow_box_set_selection_mode (GTK_FLOW_BOX (box), GTK_SELECTION_NONE);
  gtk_flow_box_set_column_spacing (GTK_FLOW_BOX (box), 12);
  gtk_flow_box_set_row_spacing (GTK_FLOW_BOX (box), 6);
  gtk_flow_box_append (GTK_FLOW_BOX (box), explore);
  gtk_flow_box_append (GTK_FLOW_BOX (box), said);
  for (GtkWidget *child = gtk_widget_get_first_child (box); child != NULL; child = gtk_widget_get_next_sibling (child))
    gtk_widget_set_focusable (child, FALSE);
  return box;
}

static GtkWidget *
make_switch (SoulsLessonList *self)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *label = gtk_label_new_with_mnemonic (_("Show This Page at _Start"));

  self->at_start = gtk_switch_new ();
  gtk_label_set_mnemonic_widget (GTK_LABEL (label), self->at_start);
  gtk_widget_set_valign (self->at_start, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (line), self->at_start);
  gtk_box_append (GTK_BOX (line), label);
  return line;
}

static void
souls_lesson_list_init (SoulsLessonList *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *clamp = adw_clamp_new ();
  GtkWidget *scroller = gtk_scrolled_window_new ();

  gtk_widget_add_css_class (box, "start-page");
  gtk_box_append (GTK_BOX (box), make_label (_("Is Amazon profitable without AWS?"), "start-title"));
  gtk_box_append (GTK_BOX (box), make_label (_("Move the sliders and see, or take a lesson: it asks first, and shows then."),
                                             NULL));
  gtk_box_append (GTK_BOX (box), make_ways ());
  gtk_box_append (GTK_BOX (box), make_label (_("Lessons"), "start-heading"));
  self->problem = make_label (NULL, "error");
  gtk_box_append (GTK_BOX (box), self->problem);
  self->lessons_list = make_list (box, _("Lessons"));
  self->recent_title = make_label (_("Recent Scenarios"), "start-heading");
  gtk_box_append (GTK_BOX (box), self->recent_title);
  self->recent_list = make_list (box, _("Recent Scenarios"));
  /* Nothing is there before it was filled. */
  gtk_widget_set_visible (self->problem, FALSE);
  gtk_widget_set_visible (self->lessons_list, FALSE);
  gtk_widget_set_visible (self->recent_title, FALSE);
  gtk_widget_set_visible (self->recent_list, FALSE);
  gtk_box_append (GTK_BOX (box), make_switch (self));
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), 720);
  adw_clamp_set_child (ADW_CLAMP (clamp), box);
  g_object_set (scroller, "hscrollbar-policy", GTK_POLICY_NEVER, "child", clamp, NULL);
  gtk_widget_set_parent (scroller, GTK_WIDGET (self));
  g_signal_connect_object (self->lessons_list, "row-activated", G_CALLBACK (row_activated_cb), self, G_CONNECT_SWAPPED);
}

GtkWidget *
souls_lesson_list_new (void)
{
  return g_object_new (SOULS_TYPE_LESSON_LIST, NULL);
}

/**
 * souls_lesson_list_fill:
 * @progress: (nullable): what is kept of the lessons
 *
 * Reads all lessons again. Those that cannot be read are named.
 */
void
souls_lesson_list_fill (SoulsLessonList *self,
                        SoulsDataSet    *data,
                        SoulsProgress   *progress)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SoulsPresets) presets = souls_presets_load (data, &error);
  g_autofree char *problem = NULL;

  g_clear_pointer (&self->lessons, souls_lessons_free);
  if (presets != NULL)
    self->lessons = souls_lessons_load (data, presets, &error);
  empty (self->lessons_list);
  for (int i = 0; self->lessons != NULL && i < souls_lessons_get_n (self->lessons); i++)
    gtk_list_box_append (GTK_LIST_BOX (self->lessons_list), make_row (souls_lessons_get (self->lessons, i), progress));
  problem = self->lessons != NULL ? g_strjoinv ("\n", (char **) souls_lessons_get_warnings (self->lessons))
                                  : g_strdup (error->message);
  gtk_label_set_text (GTK_LABEL (self->problem), problem);
  gtk_widget_set_visible (self->problem, *problem != '\0');
  gtk_widget_set_visible (self->lessons_list, gtk_widget_get_first_child (self->lessons_list) != NULL);
  fill_recent (self);
}

const SoulsLessons *
souls_lesson_list_get_lessons (SoulsLessonList *self)
{
  return self->lessons;
}

void
souls_lesson_list_choose (SoulsLessonList *self,
                          int              lesson)
{
  g_return_if_fail (self->lessons != NULL && lesson >= 0 && lesson < souls_lessons_get_n (self->lessons));

  g_signal_emit (self, signals[CHOSEN], 0, lesson);
}

GtkSwitch *
souls_lesson_list_get_switch (SoulsLessonList *self)
{
  return GTK_SWITCH (self->at_start);
}
