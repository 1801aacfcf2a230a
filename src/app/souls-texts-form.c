/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "souls-config.h"

#include "souls-texts-form.h"

#include <glib/gi18n.h>

#define NOTES_HEIGHT 120

/* What a person writes; the program's version it writes itself. */
#define N_FIELDS SOULS_SCENARIO_MODEL

struct _SoulsTextsForm
{
  GtkWidget parent_instance;

  /* Borrowed: children, by SoulsScenarioText; the notes have a view of their own */
  GtkEditable *row[N_FIELDS];
  GtkTextBuffer *notes;
};

G_DEFINE_FINAL_TYPE (SoulsTextsForm, souls_texts_form, GTK_TYPE_WIDGET)

static const char *const labels[N_FIELDS] = {
  [SOULS_SCENARIO_TITLE] = N_("Title"),
  [SOULS_SCENARIO_QUESTION] = N_("Question that it answers"),
  [SOULS_SCENARIO_AUTHOR] = N_("Author"),
  [SOULS_SCENARIO_NOTES] = N_("Notes"),
};

static void
add_row (SoulsTextsForm      *self,
         AdwPreferencesGroup *group,
         SoulsScenarioText    text)
{
  GtkWidget *row = adw_entry_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _(labels[text]));
  adw_entry_row_set_activates_default (ADW_ENTRY_ROW (row), TRUE);
  adw_preferences_group_add (group, row);
  self->row[text] = GTK_EDITABLE (row);
}

static GtkWidget *
make_notes (SoulsTextsForm *self)
{
  GtkWidget *view = gtk_text_view_new ();
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->notes = gtk_text_view_get_buffer (GTK_TEXT_VIEW (view));
  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (view), GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (view), FALSE);
  gtk_text_view_set_top_margin (GTK_TEXT_VIEW (view), 12);
  gtk_text_view_set_bottom_margin (GTK_TEXT_VIEW (view), 12);
  gtk_text_view_set_left_margin (GTK_TEXT_VIEW (view), 12);
  gtk_text_view_set_right_margin (GTK_TEXT_VIEW (view), 12);
  gtk_accessible_update_property (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _(labels[SOULS_SCENARIO_NOTES]), -1);
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (scroller), NOTES_HEIGHT);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), view);
  gtk_widget_set_overflow (scroller, GTK_OVERFLOW_HIDDEN);
  gtk_widget_add_css_class (scroller, "card");
  return scroller;
}

static void
souls_texts_form_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (souls_texts_form_parent_class)->dispose (object);
}

static gboolean
souls_texts_form_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (SOULS_TEXTS_FORM (widget)->row[SOULS_SCENARIO_TITLE]));
}

static void
souls_texts_form_class_init (SoulsTextsFormClass *klass)
{
  GTK_WIDGET_CLASS (klass)->grab_focus = souls_texts_form_grab_focus;
  G_OBJECT_CLASS (klass)->dispose = souls_texts_form_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
}

static void
souls_texts_form_init (SoulsTextsForm *self)
{
  GtkBoxLayout *layout = GTK_BOX_LAYOUT (gtk_widget_get_layout_manager (GTK_WIDGET (self)));
  GtkWidget *group = adw_preferences_group_new ();
  GtkWidget *heading = gtk_label_new (_(labels[SOULS_SCENARIO_NOTES]));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (layout, 12);
  for (int i = 0; i < SOULS_SCENARIO_NOTES; i++)
    add_row (self, ADW_PREFERENCES_GROUP (group), (SoulsScenarioText) i);
  gtk_label_set_xalign (GTK_LABEL (heading), 0);
  gtk_widget_add_css_class (heading, "heading");
  gtk_widget_set_parent (group, GTK_WIDGET (self));
  gtk_widget_set_parent (heading, GTK_WIDGET (self));
  gtk_widget_set_parent (make_notes (self), GTK_WIDGET (self));
}

/**
 * souls_texts_form_new:
 * @session: whose texts are shown
 *
 * Returns: (transfer floating): a form; the session is not followed
 */
GtkWidget *
souls_texts_form_new (SoulsSession *session)
{
  SoulsTextsForm *self = g_object_new (SOULS_TYPE_TEXTS_FORM, NULL);

  for (int i = 0; i < N_FIELDS; i++)
    souls_texts_form_set (self, (SoulsScenarioText) i, souls_session_get_text (session, (SoulsScenarioText) i));
  return GTK_WIDGET (self);
}

char *
souls_texts_form_get (SoulsTextsForm    *self,
                      SoulsScenarioText  text)
{
  GtkTextIter start, end;

  g_return_val_if_fail (SOULS_IS_TEXTS_FORM (self) && text < N_FIELDS, NULL);

  if (text != SOULS_SCENARIO_NOTES)
    return g_strstrip (g_strdup (gtk_editable_get_text (self->row[text])));
  gtk_text_buffer_get_bounds (self->notes, &start, &end);
  return g_strstrip (gtk_text_buffer_get_text (self->notes, &start, &end, FALSE));
}

void
souls_texts_form_set (SoulsTextsForm    *self,
                      SoulsScenarioText  text,
                      const char        *value)
{
  g_return_if_fail (SOULS_IS_TEXTS_FORM (self) && text < N_FIELDS);

  if (text == SOULS_SCENARIO_NOTES)
    gtk_text_buffer_set_text (self->notes, value != NULL ? value : "", -1);
  else
    gtk_editable_set_text (self->row[text], value != NULL ? value : "");
}

void
souls_texts_form_apply (SoulsTextsForm *self,
                        SoulsSession   *session)
{
  g_return_if_fail (SOULS_IS_TEXTS_FORM (self));

  souls_session_begin_gesture (session);
  for (int i = 0; i < N_FIELDS; i++)
    {
      g_autofree char *value = souls_texts_form_get (self, (SoulsScenarioText) i);

      souls_session_set_text (session, (SoulsScenarioText) i, value);
    }
  souls_session_end_gesture (session);
}
