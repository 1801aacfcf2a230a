/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "souls-config.h"

#include "souls-lesson-panel.h"

#include <glib/gi18n.h>

#include "souls-driver-row.h"
#include "souls-lesson-page-private.h"

struct _SoulsLessonPanel
{
  GtkWidget parent_instance;

  /* Children */
  GtkWidget *stack;          /* the step, or the end */
  GtkWidget *scroller;
  SoulsLessonPage *page;
  GtkWidget *sliders_title;
  GtkWidget *sliders;
  GtkWidget *away_bar;
  GtkWidget *end_lines;
  GtkWidget *progress;
  GtkWidget *counter;
  GtkWidget *back_button;
  GtkWidget *next_button;
  GtkWidget *foot;
  GtkWidget *charts_button;

  /* Owned */
  SoulsLessonRun *run;
};

enum
{
  FINISHED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SoulsLessonPanel, souls_lesson_panel, GTK_TYPE_WIDGET)

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

static int
get_n_steps (SoulsLessonPanel *self)
{
  return souls_lesson_get_n_steps (souls_lesson_run_get_lesson (self->run));
}

static void
update_foot (SoulsLessonPanel *self)
{
  const int at = souls_lesson_run_get_index (self->run), n = get_n_steps (self);
  const gboolean at_end = souls_lesson_panel_is_at_end (self);
  /* Translators: which step of a lesson is shown: "3 of 8" */
  g_autofree char *counter = g_strdup_printf (_("%1$d of %2$d"), at + 1, n);

  gtk_label_set_text (GTK_LABEL (self->counter), counter);
  gtk_progress_bar_set_fraction (GTK_PROGRESS_BAR (self->progress), at_end ? 1.0 : at / (double) n);
  gtk_widget_set_sensitive (self->back_button, at > 0 || at_end);
  gtk_widget_set_visible (self->next_button, !at_end);
  gtk_widget_set_visible (self->counter, !at_end);
  gtk_button_set_label (GTK_BUTTON (self->next_button), souls_lesson_page_get_act_label (self->page));
  gtk_widget_set_sensitive (self->next_button, souls_lesson_page_can_act (self->page));
}

/* What was answered cannot be answered again: the focus goes on from there. */
static void
act_changed_cb (SoulsLessonPanel *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus;

  update_foot (self);
  if (root == NULL || souls_lesson_page_get_act (self->page) == SOULS_LESSON_ACT_COMMIT)
    return;
  focus = gtk_root_get_focus (root);
  if (focus == NULL || (gtk_widget_is_ancestor (focus, GTK_WIDGET (self->page)) && !gtk_widget_is_sensitive (focus)))
    gtk_widget_grab_focus (self->next_button);
}

static void
fill_sliders (SoulsLessonPanel *self)
{
  const SoulsLessonStep *step = souls_lesson_run_get_step (self->run);

  souls_lesson_page_empty (self->sliders);
  for (int i = 0; i < step->n_free; i++)
    gtk_box_append (GTK_BOX (self->sliders), souls_driver_row_new (souls_lesson_run_get_session (self->run),
                                                                   step->free[i]));
  gtk_widget_set_visible (self->sliders, step->n_free > 0);
  gtk_widget_set_visible (self->sliders_title, step->n_free > 0);
}

static void
exploring_changed_cb (SoulsLessonPanel *self)
{
  gtk_revealer_set_reveal_child (GTK_REVEALER (self->away_bar),
                                 souls_lesson_run_is_exploring (self->run) && !souls_lesson_panel_is_at_end (self));
}

static void
scroll_to_top (SoulsLessonPanel *self)
{
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller)), 0.0);
}

static void
step_changed_cb (SoulsLessonPanel *self)
{
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), "step");
  fill_sliders (self);
  update_foot (self);
  exploring_changed_cb (self);
  scroll_to_top (self);
}

/* What the answer says is below what was asked. */
static gboolean
scroll_down_cb (gpointer data)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (SOULS_LESSON_PANEL (data)->scroller));

  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_upper (adjustment));
  return G_SOURCE_REMOVE;
}

static void
revealed_cb (SoulsLessonPanel *self)
{
  g_timeout_add_full (G_PRIORITY_DEFAULT, 80, scroll_down_cb, g_object_ref (self), g_object_unref);
}

/* One line for each question: what was asked, and how far off the answer was. */
static void
add_end_line (SoulsLessonPanel *self,
              int               index)
{
  SoulsLessonText *text = souls_lesson_page_get_text (self->page);
  const SoulsJudgement judgement = souls_lesson_text_judge (text, index);
  g_autofree char *title = souls_lesson_text_title (text, index);
  g_autofree char *gap = souls_lesson_text_gap (text, index);
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *icon = gtk_image_new_from_icon_name (souls_judgement_icon (judgement));

  if (gap == NULL)
    return;
  gtk_widget_set_valign (icon, GTK_ALIGN_START);
  gtk_widget_set_tooltip_text (icon, souls_judgement_words (judgement));
  gtk_accessible_update_property (GTK_ACCESSIBLE (icon), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  souls_judgement_words (judgement), -1);
  gtk_box_append (GTK_BOX (words), make_label (title, "heading"));
  gtk_box_append (GTK_BOX (words), make_label (gap, NULL));
  gtk_widget_add_css_class (row, "lesson-judged");
  gtk_widget_add_css_class (row, souls_judgement_class (judgement));
  gtk_box_append (GTK_BOX (row), icon);
  gtk_box_append (GTK_BOX (row), words);
  gtk_box_append (GTK_BOX (self->end_lines), row);
}

static void
show_end (SoulsLessonPanel *self)
{
  souls_lesson_page_empty (self->end_lines);
  for (int i = 0; i < get_n_steps (self); i++)
    if (souls_lesson_run_is_committed (self->run, i))
      add_end_line (self, i);
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), "end");
  update_foot (self);
  exploring_changed_cb (self);
  g_signal_emit (self, signals[FINISHED], 0);
}

static void
souls_lesson_panel_dispose (GObject *object)
{
  SoulsLessonPanel *self = SOULS_LESSON_PANEL (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->run);

  G_OBJECT_CLASS (souls_lesson_panel_parent_class)->dispose (object);
}

static void
souls_lesson_panel_class_init (SoulsLessonPanelClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = souls_lesson_panel_dispose;
  signals[FINISHED] = g_signal_new ("finished", SOULS_TYPE_LESSON_PANEL, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                    G_TYPE_NONE, 0);
  gtk_widget_class_set_css_name (widget_class, "lessonpanel");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
}

static GtkWidget *
make_menu (void)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  GtkWidget *button = gtk_menu_button_new ();

  g_menu_append (menu, _("Collect _Answers"), "win.lesson-votes");
  g_menu_append (menu, _("Hand-O_ut…"), "win.hand-out");
  g_menu_append (menu, _("_Edit Lesson…"), "win.edit-lesson");
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), G_MENU_MODEL (menu));
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "view-more-symbolic");
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_START);
  gtk_widget_set_tooltip_text (button, _("Lesson Menu"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Lesson Menu"), -1);
  return button;
}

static GtkWidget *
make_head (SoulsLessonPanel *self)
{
  const SoulsLesson *lesson = souls_lesson_run_get_lesson (self->run);
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = make_label (souls_lesson_translate (lesson, lesson->title), "lesson-name");
  GtkWidget *leave = gtk_button_new_from_icon_name ("window-close-symbolic");

  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_add_css_class (leave, "flat");
  gtk_widget_set_valign (leave, GTK_ALIGN_START);
  gtk_widget_set_tooltip_text (leave, _("Leave the lesson"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (leave), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Leave the lesson"), -1);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (leave), "win.lesson-leave");
  gtk_widget_add_css_class (head, "lesson-head");
  gtk_box_append (GTK_BOX (head), label);
  gtk_box_append (GTK_BOX (head), make_menu ());
  gtk_box_append (GTK_BOX (head), leave);
  return head;
}

static GtkWidget *
append_button (GtkWidget  *box,
               const char *label,
               const char *action)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_box_append (GTK_BOX (box), button);
  return button;
}

static GtkWidget *
make_step (SoulsLessonPanel *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  self->page = SOULS_LESSON_PAGE (souls_lesson_page_new (self->run));
  self->sliders_title = make_label (_("Sliders to Try"), "heading");
  self->sliders = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  self->charts_button = append_button (box, _("Show the _Charts"), "win.lesson-charts");
  gtk_widget_set_visible (self->charts_button, FALSE);
  gtk_widget_add_css_class (box, "lesson-body");
  gtk_box_prepend (GTK_BOX (box), GTK_WIDGET (self->page));
  gtk_box_append (GTK_BOX (box), self->sliders_title);
  gtk_box_append (GTK_BOX (box), self->sliders);
  self->scroller = g_object_new (GTK_TYPE_SCROLLED_WINDOW, "hscrollbar-policy", GTK_POLICY_NEVER, "child", box, "vexpand",
                                 TRUE, NULL);
  return self->scroller;
}

static GtkWidget *
make_end (SoulsLessonPanel *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *next;

  self->end_lines = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  gtk_widget_add_css_class (box, "lesson-body");
  gtk_box_append (GTK_BOX (box), make_label (_("Said and So"), "lesson-title"));
  gtk_box_append (GTK_BOX (box), self->end_lines);
  append_button (box, _("_Explore from Here"), "win.lesson-leave");
  next = append_button (box, _("Next _Lesson"), "win.lesson-next-lesson");
  /* An action that cannot be done makes its button insensitive; this one is then not there. */
  g_object_bind_property (next, "sensitive", next, "visible", G_BINDING_SYNC_CREATE);
  append_button (box, _("Start _Again"), "win.lesson-restart");
  return g_object_new (GTK_TYPE_SCROLLED_WINDOW, "hscrollbar-policy", GTK_POLICY_NEVER, "child", box, NULL);
}

static GtkWidget *
make_away_bar (SoulsLessonPanel *self)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (_("_Back to the Lesson"));

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.lesson-come-back");
  gtk_widget_add_css_class (button, "lesson-come-back");
  self->away_bar = gtk_revealer_new ();
  gtk_revealer_set_child (GTK_REVEALER (self->away_bar), button);
  return self->away_bar;
}

static GtkWidget *
make_foot (SoulsLessonPanel *self)
{
  self->foot = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  self->back_button = gtk_button_new_from_icon_name ("go-previous-symbolic");
  gtk_widget_set_tooltip_text (self->back_button, _("Back (Alt+Left)"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->back_button), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Back"), -1);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->back_button), "win.lesson-back");
  self->counter = gtk_label_new (NULL);
  gtk_widget_add_css_class (self->counter, "lesson-hint");
  gtk_widget_add_css_class (self->counter, "numeric");
  self->next_button = gtk_button_new_with_mnemonic ("");
  gtk_widget_set_hexpand (self->next_button, TRUE);
  gtk_widget_set_halign (self->next_button, GTK_ALIGN_END);
  gtk_widget_set_tooltip_text (self->next_button, _("Ctrl+Enter"));
  gtk_widget_add_css_class (self->next_button, "suggested-action");
  g_signal_connect_object (self->next_button, "clicked", G_CALLBACK (souls_lesson_panel_next), self, G_CONNECT_SWAPPED);
  gtk_widget_add_css_class (self->foot, "lesson-foot");
  gtk_box_append (GTK_BOX (self->foot), self->back_button);
  gtk_box_append (GTK_BOX (self->foot), self->counter);
  gtk_box_append (GTK_BOX (self->foot), self->next_button);
  return self->foot;
}

static void
souls_lesson_panel_init (SoulsLessonPanel *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (gtk_widget_get_layout_manager (GTK_WIDGET (self))),
                                  GTK_ORIENTATION_VERTICAL);
  gtk_widget_set_size_request (GTK_WIDGET (self), 320, -1);
}

/**
 * souls_lesson_panel_new:
 * @run: the lesson
 *
 * Returns: (transfer floating): a panel that follows it
 */
GtkWidget *
souls_lesson_panel_new (SoulsLessonRun *run)
{
  SoulsLessonPanel *self = g_object_new (SOULS_TYPE_LESSON_PANEL, NULL);

  self->run = g_object_ref (run);
  self->progress = gtk_progress_bar_new ();
  gtk_widget_add_css_class (self->progress, "lesson-progress");
  self->stack = gtk_stack_new ();
  gtk_widget_set_parent (make_head (self), GTK_WIDGET (self));
  gtk_widget_set_parent (self->progress, GTK_WIDGET (self));
  gtk_stack_add_named (GTK_STACK (self->stack), make_step (self), "step");
  gtk_stack_add_named (GTK_STACK (self->stack), make_end (self), "end");
  gtk_widget_set_parent (self->stack, GTK_WIDGET (self));
  gtk_widget_set_parent (make_away_bar (self), GTK_WIDGET (self));
  gtk_widget_set_parent (make_foot (self), GTK_WIDGET (self));
  g_signal_connect_object (run, "step-changed", G_CALLBACK (step_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (run, "revealed", G_CALLBACK (revealed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (run, "exploring-changed", G_CALLBACK (exploring_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->page, "act-changed", G_CALLBACK (act_changed_cb), self, G_CONNECT_SWAPPED);
  step_changed_cb (self);
  return GTK_WIDGET (self);
}

SoulsLessonPage *
souls_lesson_panel_get_page (SoulsLessonPanel *self)
{
  return self->page;
}

gboolean
souls_lesson_panel_next (SoulsLessonPanel *self)
{
  if (souls_lesson_panel_is_at_end (self))
    return FALSE;
  if (souls_lesson_page_get_act (self->page) == SOULS_LESSON_ACT_FINISH)
    {
      show_end (self);
      return TRUE;
    }
  return souls_lesson_page_act (self->page);
}

gboolean
souls_lesson_panel_back (SoulsLessonPanel *self)
{
  if (!souls_lesson_panel_is_at_end (self))
    return souls_lesson_run_back (self->run);
  step_changed_cb (self);
  return TRUE;
}

gboolean
souls_lesson_panel_is_at_end (SoulsLessonPanel *self)
{
  return g_strcmp0 (gtk_stack_get_visible_child_name (GTK_STACK (self->stack)), "end") == 0;
}

/**
 * souls_lesson_panel_set_has_charts:
 * @has_charts: whether there are charts to be shown that are not seen beside the panel
 */
void
souls_lesson_panel_set_has_charts (SoulsLessonPanel *self,
                                   gboolean          has_charts)
{
  gtk_widget_set_visible (self->charts_button, has_charts);
}

/**
 * souls_lesson_panel_take_focus:
 *
 * Gives the focus to what is asked, so that it can be answered from the keyboard.
 */
void
souls_lesson_panel_take_focus (SoulsLessonPanel *self)
{
  if (!souls_lesson_page_take_focus (self->page))
    gtk_widget_grab_focus (self->next_button);
}
