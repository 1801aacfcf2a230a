/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "souls-config.h"

#include "souls-lesson-editor.h"

#include <glib/gi18n.h>

#include "souls-compat.h"
#include "souls-lesson-editor-private.h"

/* Milliseconds that the hand rests before what is written is judged. */
#define REST 300

enum
{
  TRY,
  SAVED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SoulsLessonEditor, souls_lesson_editor, ADW_TYPE_WINDOW)

/* The children of a row of the list. */
static GtkWidget *
get_row_child (SoulsLessonEditor *self,
               int                index,
               const char        *key)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->list, index + 1);

  return row != NULL ? g_object_get_data (G_OBJECT (row), key) : NULL;
}

static void
update_row (SoulsLessonEditor *self,
            int                index)
{
  GtkWidget *label = get_row_child (self, index, "label");
  GtkWidget *mark = get_row_child (self, index, "mark");
  g_autofree char *text = NULL;

  if (index == SOULS_LESSON_EDITS_LESSON)
    text = g_strdup (_("About the Lesson"));
  else
    /* Translators: a step's number and title */
    text = g_strdup_printf (_("%1$d. %2$s"), index + 1, souls_lesson_edits_get_step (self->edits, index)->title);
  gtk_label_set_text (GTK_LABEL (label), text);
  gtk_widget_set_visible (mark, souls_lesson_editor_has_problem (self, index));
}

static void
update_title (SoulsLessonEditor *self)
{
  const char *title = souls_lesson_edits_get_lesson (self->edits)->title;
  GFile *file = souls_lesson_edits_get_file (self->edits);
  g_autofree char *name = file != NULL ? g_file_get_basename (file) : NULL;
  g_autofree char *shown = name != NULL ? g_filename_display_name (name) : g_strdup (_("Not saved yet"));
  const gboolean is_modified = souls_lesson_edits_is_modified (self->edits);
  g_autofree char *whole = g_strdup_printf (is_modified ? "%s ●" : "%s", title != NULL && *title != '\0' ? title : _("Lesson"));

  adw_window_title_set_title (self->title, whole);
  adw_window_title_set_subtitle (self->title, shown);
  gtk_window_set_title (GTK_WINDOW (self), whole);
}

static void
update_actions (SoulsLessonEditor *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  const int n = souls_lesson_edits_get_n (self->edits);
  const gboolean is_step = self->index >= 0;

  gtk_widget_action_set_enabled (widget, "lesson.undo", souls_lesson_edits_can_undo (self->edits));
  gtk_widget_action_set_enabled (widget, "lesson.redo", souls_lesson_edits_can_redo (self->edits));
  gtk_widget_action_set_enabled (widget, "lesson.add", n < SOULS_MAX_LESSON_STEPS);
  gtk_widget_action_set_enabled (widget, "lesson.duplicate", is_step && n < SOULS_MAX_LESSON_STEPS);
  gtk_widget_action_set_enabled (widget, "lesson.remove", is_step && n > 1);
  gtk_widget_action_set_enabled (widget, "lesson.up", self->index > 0);
  gtk_widget_action_set_enabled (widget, "lesson.down", is_step && self->index < n - 1);
  update_title (self);
}

static void
judge_shown (SoulsLessonEditor *self)
{
  g_autofree char *problem = souls_lesson_editor_find_problem (self, self->index);

  if (self->index >= 0)
    {
      souls_lesson_step_form_judge (self->form, self->check);
      souls_lesson_step_form_set_problem (self->form, problem);
      return;
    }
  gtk_label_set_text (self->lesson_problem, problem != NULL ? problem : "");
  gtk_widget_set_visible (GTK_WIDGET (self->lesson_problem), problem != NULL);
}

void
souls_lesson_editor_check (SoulsLessonEditor *self)
{
  const SoulsLesson *lesson = souls_lesson_edits_get_lesson (self->edits);

  g_clear_handle_id (&self->check_id, g_source_remove);
  g_array_set_size (self->problems, 0);
  for (int i = SOULS_LESSON_EDITS_LESSON; i < souls_lesson_get_n_steps (lesson); i++)
    {
      g_autofree char *problem = souls_lesson_editor_find_problem (self, i);
      g_autofree char *inner = i >= 0 && problem == NULL ? souls_lesson_check_step (self->check, lesson, i) : NULL;
      const gboolean has_problem = problem != NULL || inner != NULL;

      g_array_append_val (self->problems, has_problem);
      update_row (self, i);
    }
  judge_shown (self);
}

gboolean
souls_lesson_editor_has_problem (SoulsLessonEditor *self,
                                 int                index)
{
  return index + 1 < (int) self->problems->len && g_array_index (self->problems, gboolean, index + 1);
}

static gboolean
check_cb (gpointer data)
{
  SoulsLessonEditor *self = data;

  self->check_id = 0;
  souls_lesson_editor_check (self);
  return G_SOURCE_REMOVE;
}

static void
check_later (SoulsLessonEditor *self)
{
  g_clear_handle_id (&self->check_id, g_source_remove);
  self->check_id = g_timeout_add (REST, check_cb, self);
}

static void
edited_cb (SoulsLessonEditor *self)
{
  update_row (self, self->index);
  update_actions (self);
  check_later (self);
}

static GdkContentProvider *
drag_prepared_cb (GtkDragSource *source,
                  double         x,
                  double         y,
                  GtkListBoxRow *row)
{
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (GTK_WIDGET (row));

  gtk_drag_source_set_icon (source, paintable, (int) x, (int) y);
  return gdk_content_provider_new_typed (G_TYPE_INT, gtk_list_box_row_get_index (row) - 1);
}

static gboolean
dropped_cb (GtkDropTarget *target,
            const GValue  *value,
            double         x,
            double         y,
            GtkListBoxRow *row)
{
  SoulsLessonEditor *self = SOULS_LESSON_EDITOR (gtk_widget_get_root (GTK_WIDGET (row)));
  const int from = g_value_get_int (value);
  const int to = MAX (gtk_list_box_row_get_index (row) - 1, 0);

  return from >= 0 && from < souls_lesson_edits_get_n (self->edits) && souls_lesson_edits_move (self->edits, from, to);
}

static void
make_draggable (GtkWidget *row)
{
  GtkDragSource *source = gtk_drag_source_new ();

  gtk_drag_source_set_actions (source, GDK_ACTION_MOVE);
  g_signal_connect (source, "prepare", G_CALLBACK (drag_prepared_cb), row);
  gtk_widget_add_controller (row, GTK_EVENT_CONTROLLER (source));
}

static void
add_row (SoulsLessonEditor *self,
         int                index)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "ellipsize", PANGO_ELLIPSIZE_END, "hexpand", TRUE, NULL);
  GtkWidget *mark = gtk_image_new_from_icon_name ("dialog-warning-symbolic");
  GtkDropTarget *target = gtk_drop_target_new (G_TYPE_INT, GDK_ACTION_MOVE);

  gtk_widget_set_tooltip_text (mark, _("Something is not right here yet"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (mark), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Something is not right here yet"), -1);
  gtk_widget_add_css_class (mark, "warning");
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), mark);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  g_object_set_data (G_OBJECT (row), "label", label);
  g_object_set_data (G_OBJECT (row), "mark", mark);
  if (index >= 0)
    make_draggable (row);
  g_signal_connect (target, "drop", G_CALLBACK (dropped_cb), row);
  gtk_widget_add_controller (row, GTK_EVENT_CONTROLLER (target));
  gtk_list_box_append (self->list, row);
  update_row (self, index);
}

static void
show_lesson (SoulsLessonEditor *self)
{
  const SoulsLesson *lesson = souls_lesson_edits_get_lesson (self->edits);

  self->is_set = TRUE;
  souls_lesson_field_set (self->title_field, lesson->title);
  souls_lesson_field_set (self->summary_field, lesson->summary);
  souls_lesson_field_set (self->author_field, lesson->author);
  gtk_spin_button_set_value (self->minutes, lesson->minutes);
  self->is_set = FALSE;
}

static void
show_index (SoulsLessonEditor *self)
{
  if (self->index >= 0)
    souls_lesson_step_form_show (self->form, self->index);
  else
    show_lesson (self);
  gtk_stack_set_visible_child_name (self->stack, self->index >= 0 ? "step" : "lesson");
  judge_shown (self);
  update_actions (self);
}

static void
row_selected_cb (SoulsLessonEditor *self,
                 GtkListBoxRow     *row)
{
  if (self->is_set || row == NULL)
    return;
  self->index = gtk_list_box_row_get_index (row) - 1;
  show_index (self);
}

static void
row_activated_cb (SoulsLessonEditor *self)
{
  adw_leaflet_set_visible_child (self->leaflet, self->form_page);
}

static void
select_row (SoulsLessonEditor *self)
{
  gtk_list_box_select_row (self->list, gtk_list_box_get_row_at_index (self->list, self->index + 1));
}

void
souls_lesson_editor_select (SoulsLessonEditor *self,
                            int                index)
{
  self->index = index;
  select_row (self);
  show_index (self);
  adw_leaflet_set_visible_child (self->leaflet, self->form_page);
}

static void
steps_changed_cb (SoulsLessonEditor *self,
                  int                index)
{
  GtkListBoxRow *row;

  self->is_set = TRUE;
  while ((row = gtk_list_box_get_row_at_index (self->list, 0)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
  g_array_set_size (self->problems, 0);
  for (int i = SOULS_LESSON_EDITS_LESSON; i < souls_lesson_edits_get_n (self->edits); i++)
    add_row (self, i);
  self->index = index;
  select_row (self);
  self->is_set = FALSE;
  show_index (self);
  souls_lesson_editor_check (self);
}

static void
set_text (char             **text,
          SoulsLessonField  *field)
{
  g_free (*text);
  *text = souls_lesson_field_get (field);
}

static void
lesson_field_edited_cb (SoulsLessonEditor *self,
                        SoulsLessonField  *field)
{
  SoulsLesson *lesson;
  const char *id = field == self->title_field ? "title" : field == self->summary_field ? "summary" : "author";

  souls_lesson_edits_begin (self->edits, SOULS_LESSON_EDITS_LESSON, id);
  lesson = souls_lesson_edits_get_lesson (self->edits);
  if (field == self->title_field)
    set_text (&lesson->title, field);
  else if (field == self->summary_field)
    set_text (&lesson->summary, field);
  else
    {
      set_text (&lesson->author, field);
      if (*lesson->author == '\0')
        g_clear_pointer (&lesson->author, g_free);
    }
  souls_lesson_edits_end (self->edits);
}

static void
minutes_changed_cb (SoulsLessonEditor *self)
{
  if (self->is_set)
    return;
  souls_lesson_edits_begin (self->edits, SOULS_LESSON_EDITS_LESSON, "minutes");
  souls_lesson_edits_get_lesson (self->edits)->minutes = gtk_spin_button_get_value_as_int (self->minutes);
  souls_lesson_edits_end (self->edits);
}

static SoulsLessonField *
add_lesson_field (SoulsLessonEditor *self,
                  const char        *name)
{
  GtkWidget *field = souls_lesson_field_new (name, FALSE);

  g_signal_connect_swapped (field, "edited", G_CALLBACK (lesson_field_edited_cb), self);
  gtk_box_append (self->lesson_form, field);
  return SOULS_LESSON_FIELD (field);
}

static void
add_lesson_fields (SoulsLessonEditor *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *label = gtk_label_new (_("Minutes in class"));
  GtkWidget *minutes = gtk_spin_button_new_with_range (1, SOULS_MAX_LESSON_MINUTES, 1);

  self->title_field = add_lesson_field (self, _("Title"));
  self->summary_field = add_lesson_field (self, _("What one knows afterwards"));
  self->author_field = add_lesson_field (self, _("Author"));
  self->minutes = GTK_SPIN_BUTTON (minutes);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_add_css_class (label, "heading");
  gtk_accessible_update_relation (GTK_ACCESSIBLE (minutes), GTK_ACCESSIBLE_RELATION_LABELLED_BY, label, NULL, -1);
  g_signal_connect_swapped (minutes, "value-changed", G_CALLBACK (minutes_changed_cb), self);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), minutes);
  gtk_box_append (self->lesson_form, box);
}

static void
back_clicked_cb (SoulsLessonEditor *self)
{
  adw_leaflet_set_visible_child (self->leaflet, self->list_page);
}

/* What there is no room for is in the menu. */
static gboolean
fold_cb (gpointer data)
{
  SoulsLessonEditor *self = data;
  const gboolean is_folded = adw_leaflet_get_folded (self->leaflet);

  self->fold_id = 0;
  gtk_widget_set_visible (self->back_button,
                          is_folded && adw_leaflet_get_visible_child (self->leaflet) == self->form_page);
  gtk_widget_set_visible (self->undo_button, !is_folded);
  gtk_widget_set_visible (self->redo_button, !is_folded);
  gtk_widget_set_visible (self->try_button, !is_folded);
  return G_SOURCE_REMOVE;
}

/* It folds while it is laid out, when nothing may come or go. */
static void
folded_cb (SoulsLessonEditor *self)
{
  if (self->fold_id == 0)
    self->fold_id = g_idle_add_full (G_PRIORITY_DEFAULT, fold_cb, self, NULL);
}

static void
do_add (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SoulsLessonEditor *self = SOULS_LESSON_EDITOR (widget);

  souls_lesson_edits_add (self->edits, self->index, _("New step"), _("What is to be seen here, in a few sentences."));
  adw_leaflet_set_visible_child (self->leaflet, self->form_page);
  gtk_widget_grab_focus (GTK_WIDGET (souls_lesson_step_form_get_field (self->form, SOULS_STEP_FIELD_TITLE)));
}

static void
do_duplicate (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SoulsLessonEditor *self = SOULS_LESSON_EDITOR (widget);

  souls_lesson_edits_duplicate (self->edits, self->index);
}

static void
do_remove (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SoulsLessonEditor *self = SOULS_LESSON_EDITOR (widget);

  souls_lesson_edits_remove (self->edits, self->index);
}

static void
do_up (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SoulsLessonEditor *self = SOULS_LESSON_EDITOR (widget);

  souls_lesson_edits_move (self->edits, self->index, self->index - 1);
}

static void
do_down (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SoulsLessonEditor *self = SOULS_LESSON_EDITOR (widget);

  souls_lesson_edits_move (self->edits, self->index, self->index + 1);
}

static void
do_undo (GtkWidget *widget, const char *name, GVariant *parameter)
{
  souls_lesson_edits_undo (SOULS_LESSON_EDITOR (widget)->edits);
}

static void
do_redo (GtkWidget *widget, const char *name, GVariant *parameter)
{
  souls_lesson_edits_redo (SOULS_LESSON_EDITOR (widget)->edits);
}

static void
do_save (GtkWidget *widget, const char *name, GVariant *parameter)
{
  souls_lesson_editor_save (SOULS_LESSON_EDITOR (widget));
}

static void
do_save_as (GtkWidget *widget, const char *name, GVariant *parameter)
{
  souls_lesson_editor_save_as (SOULS_LESSON_EDITOR (widget));
}

static void
do_try (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SoulsLessonEditor *self = SOULS_LESSON_EDITOR (widget);

  g_signal_emit (self, signals[TRY], 0, MAX (self->index, 0));
}

static void
help_answered_cb (const char *id,
                  gpointer    data)
{
}

static void
do_help (GtkWidget *widget, const char *name, GVariant *parameter)
{
  const SoulsReply answers[] = { { "close", _("_Close"), TRUE, FALSE } };

  souls_compat_ask (GTK_WINDOW (widget), _("How Texts Are Written"),
                    _("A blank line begins a paragraph. A figure stands in braces and is looked up each time: "
                      "{without-aws 2022} is the operating income without AWS in fiscal 2022, {change sales-total 2020 2025} "
                      "a change, {driver aws-growth} where a slider stands, {{ a brace. Below the field it is shown what "
                      "becomes of it.\n\n"
                      "An answer is such an expression without braces, and a condition holds one against another: "
                      "without-aws 2022 < 0."),
                    NULL, answers, G_N_ELEMENTS (answers), help_answered_cb, NULL);
}

static gboolean
souls_lesson_editor_close_request (GtkWindow *window)
{
  return souls_lesson_editor_ask_to_save (SOULS_LESSON_EDITOR (window)) ||
         GTK_WINDOW_CLASS (souls_lesson_editor_parent_class)->close_request (window);
}

static void
souls_lesson_editor_dispose (GObject *object)
{
  SoulsLessonEditor *self = SOULS_LESSON_EDITOR (object);

  self->is_set = TRUE;
  g_clear_handle_id (&self->check_id, g_source_remove);
  g_clear_handle_id (&self->fold_id, g_source_remove);
  if (self->edits != NULL)
    g_signal_handlers_disconnect_by_data (self->edits, self);
  g_clear_object (&self->edits);
  g_clear_object (&self->session);
  g_clear_pointer (&self->presets, souls_presets_free);
  g_clear_pointer (&self->check, souls_lesson_check_free);

  G_OBJECT_CLASS (souls_lesson_editor_parent_class)->dispose (object);
}

static void
souls_lesson_editor_finalize (GObject *object)
{
  SoulsLessonEditor *self = SOULS_LESSON_EDITOR (object);

  g_array_unref (self->problems);
  g_free (self->message);

  G_OBJECT_CLASS (souls_lesson_editor_parent_class)->finalize (object);
}

static const struct
{
  const char *name;
  GtkWidgetActionActivateFunc activate;
  guint key;
  GdkModifierType modifiers;
} actions[] = {
  { "lesson.add", do_add, GDK_KEY_n, GDK_CONTROL_MASK },
  { "lesson.duplicate", do_duplicate, 0, 0 },
  { "lesson.remove", do_remove, 0, 0 },
  { "lesson.up", do_up, GDK_KEY_Up, GDK_ALT_MASK },
  { "lesson.down", do_down, GDK_KEY_Down, GDK_ALT_MASK },
  { "lesson.undo", do_undo, GDK_KEY_z, GDK_CONTROL_MASK },
  { "lesson.redo", do_redo, GDK_KEY_z, GDK_CONTROL_MASK | GDK_SHIFT_MASK },
  { "lesson.save", do_save, GDK_KEY_s, GDK_CONTROL_MASK },
  { "lesson.save-as", do_save_as, GDK_KEY_s, GDK_CONTROL_MASK | GDK_SHIFT_MASK },
  { "lesson.try", do_try, GDK_KEY_Return, GDK_CONTROL_MASK },
  { "lesson.help", do_help, GDK_KEY_F1, 0 },
};

static void
souls_lesson_editor_class_init (SoulsLessonEditorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  GTK_WINDOW_CLASS (klass)->close_request = souls_lesson_editor_close_request;
  G_OBJECT_CLASS (klass)->dispose = souls_lesson_editor_dispose;
  G_OBJECT_CLASS (klass)->finalize = souls_lesson_editor_finalize;

  signals[TRY] = g_signal_new ("try", SOULS_TYPE_LESSON_EDITOR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                               G_TYPE_INT);
  signals[SAVED] = g_signal_new ("saved", SOULS_TYPE_LESSON_EDITOR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                 1, G_TYPE_FILE);

  for (gsize i = 0; i < G_N_ELEMENTS (actions); i++)
    {
      gtk_widget_class_install_action (widget_class, actions[i].name, NULL, actions[i].activate);
      if (actions[i].key != 0)
        gtk_widget_class_add_binding_action (widget_class, actions[i].key, actions[i].modifiers, actions[i].name, NULL);
    }
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_w, GDK_CONTROL_MASK, "window.close", NULL);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/twosouls/TwoSouls/ui/souls-lesson-editor.ui");
  gtk_widget_class_bind_template_child (widget_class, SoulsLessonEditor, toasts);
  gtk_widget_class_bind_template_child (widget_class, SoulsLessonEditor, title);
  gtk_widget_class_bind_template_child (widget_class, SoulsLessonEditor, back_button);
  gtk_widget_class_bind_template_child (widget_class, SoulsLessonEditor, undo_button);
  gtk_widget_class_bind_template_child (widget_class, SoulsLessonEditor, redo_button);
  gtk_widget_class_bind_template_child (widget_class, SoulsLessonEditor, try_button);
  gtk_widget_class_bind_template_child (widget_class, SoulsLessonEditor, leaflet);
  gtk_widget_class_bind_template_child (widget_class, SoulsLessonEditor, list_page);
  gtk_widget_class_bind_template_child (widget_class, SoulsLessonEditor, form_page);
  gtk_widget_class_bind_template_child (widget_class, SoulsLessonEditor, list);
  gtk_widget_class_bind_template_child (widget_class, SoulsLessonEditor, stack);
  gtk_widget_class_bind_template_child (widget_class, SoulsLessonEditor, lesson_form);
  gtk_widget_class_bind_template_child (widget_class, SoulsLessonEditor, lesson_problem);
  gtk_widget_class_bind_template_callback (widget_class, back_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, folded_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
}

static void
souls_lesson_editor_init (SoulsLessonEditor *self)
{
  self->problems = g_array_new (FALSE, FALSE, sizeof (gboolean));
  self->is_set = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  add_lesson_fields (self);
  self->is_set = FALSE;
}

/**
 * souls_lesson_editor_new:
 * @session: whose sliders can be taken
 * @edits: what is edited
 *
 * Returns: (transfer none): a window, not shown yet
 */
GtkWidget *
souls_lesson_editor_new (SoulsSession     *session,
                         SoulsLessonEdits *edits)
{
  SoulsLessonEditor *self = g_object_new (SOULS_TYPE_LESSON_EDITOR, NULL);
  GtkWidget *form = souls_lesson_step_form_new (edits, session);

  self->session = g_object_ref (session);
  self->edits = g_object_ref (edits);
  self->presets = souls_presets_load (souls_session_get_data (session), NULL);
  self->check = souls_lesson_check_new (souls_session_get_data (session));
  self->form = SOULS_LESSON_STEP_FORM (form);
  gtk_stack_add_named (self->stack, form, "step");
  g_signal_connect_swapped (edits, "edited", G_CALLBACK (edited_cb), self);
  g_signal_connect_swapped (edits, "steps-changed", G_CALLBACK (steps_changed_cb), self);
  steps_changed_cb (self, 0);
  return GTK_WIDGET (self);
}

SoulsLessonEdits *
souls_lesson_editor_get_edits (SoulsLessonEditor *self)
{
  return self->edits;
}

int
souls_lesson_editor_get_index (SoulsLessonEditor *self)
{
  return self->index;
}

SoulsLessonStepForm *
souls_lesson_editor_get_form (SoulsLessonEditor *self)
{
  return self->form;
}

SoulsLessonField *
souls_lesson_editor_get_title_field (SoulsLessonEditor *self)
{
  return self->title_field;
}

const char *
souls_lesson_editor_get_message (SoulsLessonEditor *self)
{
  return self->message;
}
