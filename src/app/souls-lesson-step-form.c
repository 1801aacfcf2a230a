/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "souls-config.h"

#include "souls-lesson-step-form.h"

#include <glib/gi18n.h>

#include "souls-app-words.h"
#include "souls-driver-text.h"

static const struct
{
  const char *id;
  const char *name;
} fields[SOULS_N_STEP_FIELDS] = {
  [SOULS_STEP_FIELD_TITLE] = { "title", N_("Title") },
  [SOULS_STEP_FIELD_TEXT] = { "text", N_("Text") },
  [SOULS_STEP_FIELD_NOTES] = { "notes", N_("Notes for the speaker") },
  [SOULS_STEP_FIELD_REVEAL] = { "reveal", N_("Text that comes with the answer") },
};

struct _SoulsLessonStepForm
{
  GtkWidget parent_instance;

  /* Owned */
  SoulsLessonEdits *edits;

  /* Borrowed: children */
  GtkLabel *problem;
  SoulsLessonField *field[SOULS_N_STEP_FIELDS];
  SoulsLessonScreenForm *screen;
  SoulsLessonScreenForm *reveal;
  SoulsLessonAskForm *ask;
  AdwActionRow *free_row;
  SoulsDriverPicker *picker;
  int index;
};

G_DEFINE_FINAL_TYPE (SoulsLessonStepForm, souls_lesson_step_form, GTK_TYPE_WIDGET)

static SoulsLessonStep *
get_step (SoulsLessonStepForm *self)
{
  return souls_lesson_edits_get_step (self->edits, self->index);
}

static void
set_paragraphs (char           ***paragraphs,
                SoulsLessonField *field)
{
  g_strfreev (*paragraphs);
  *paragraphs = souls_lesson_field_get_paragraphs (field);
}

static void
take (SoulsLessonStepForm *self,
      SoulsStepField       field)
{
  SoulsLessonStep *step = get_step (self);

  if (field == SOULS_STEP_FIELD_TITLE)
    {
      g_free (step->title);
      step->title = souls_lesson_field_get (self->field[field]);
    }
  else if (field == SOULS_STEP_FIELD_TEXT)
    {
      set_paragraphs (&step->text, self->field[field]);
      if (step->text == NULL)
        step->text = g_new0 (char *, 1);
    }
  else if (field == SOULS_STEP_FIELD_NOTES)
    {
      set_paragraphs (&step->notes, self->field[field]);
    }
  else
    {
      set_paragraphs (&step->reveal, self->field[field]);
      step->has_reveal = step->reveal != NULL || step->reveal_screen.scenario != NULL || step->reveal_screen.left != NULL;
    }
}

static void
field_edited_cb (SoulsLessonStepForm *self,
                 SoulsLessonField    *widget)
{
  for (int i = 0; i < SOULS_N_STEP_FIELDS; i++)
    if (self->field[i] == widget)
      {
        souls_lesson_edits_begin (self->edits, self->index, fields[i].id);
        take (self, (SoulsStepField) i);
      }
  souls_lesson_edits_end (self->edits);
}

static int
find_free (const SoulsLessonStep *step,
           SoulsDriver            driver)
{
  int i = 0;

  while (i < step->n_free && step->free[i] != driver)
    i++;
  return i;
}

static gboolean
is_asked (const SoulsLessonStep *step,
          SoulsDriver            driver)
{
  return step->ask.kind == SOULS_ASK_SLIDER && step->ask.driver == driver;
}

static void
show_free (SoulsLessonStepForm *self)
{
  const SoulsLessonStep *step = get_step (self);
  g_autoptr (GString) names = g_string_new (NULL);

  for (int i = 0; i < step->n_free; i++)
    g_string_append_printf (names, "%s%s", i > 0 ? _(", ") : "", souls_driver_text_name (step->free[i], souls_app_words ()));
  adw_action_row_set_subtitle (self->free_row, step->n_free > 0 ? names->str : _("None"));
  for (int i = 0; i < SOULS_N_DRIVERS; i++)
    {
      const gboolean is_theirs = is_asked (step, (SoulsDriver) i);

      souls_driver_picker_set (self->picker, (SoulsDriver) i,
                               is_theirs || find_free (step, (SoulsDriver) i) < step->n_free, !is_theirs);
    }
}

static void
driver_toggled_cb (SoulsLessonStepForm *self,
                   int                  driver,
                   gboolean             is_on)
{
  SoulsLessonStep *step;
  int place;

  souls_lesson_edits_begin (self->edits, self->index, "free");
  step = get_step (self);
  place = find_free (step, (SoulsDriver) driver);
  if (is_on && place == step->n_free)
    {
      step->free[step->n_free++] = (SoulsDriver) driver;
    }
  else if (!is_on && place < step->n_free)
    {
      step->n_free--;
      for (int i = place; i < step->n_free; i++)
        step->free[i] = step->free[i + 1];
    }
  show_free (self);
  souls_lesson_edits_end (self->edits);
}

static void
souls_lesson_step_form_dispose (GObject *object)
{
  SoulsLessonStepForm *self = SOULS_LESSON_STEP_FORM (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->edits);

  G_OBJECT_CLASS (souls_lesson_step_form_parent_class)->dispose (object);
}

static void
souls_lesson_step_form_class_init (SoulsLessonStepFormClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = souls_lesson_step_form_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
}

static void
souls_lesson_step_form_init (SoulsLessonStepForm *self)
{
  GtkBoxLayout *layout = GTK_BOX_LAYOUT (gtk_widget_get_layout_manager (GTK_WIDGET (self)));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (layout, 12);
}

static void
add (SoulsLessonStepForm *self,
     GtkWidget           *child)
{
  gtk_widget_set_parent (child, GTK_WIDGET (self));
}

static void
add_heading (SoulsLessonStepForm *self,
             const char          *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_margin_top (label, 12);
  gtk_widget_add_css_class (label, "title-4");
  add (self, label);
}

static void
add_field (SoulsLessonStepForm *self,
           SoulsStepField       field)
{
  GtkWidget *widget = souls_lesson_field_new (_(fields[field].name), field != SOULS_STEP_FIELD_TITLE);

  self->field[field] = SOULS_LESSON_FIELD (widget);
  g_signal_connect_swapped (widget, "edited", G_CALLBACK (field_edited_cb), self);
  add (self, widget);
}

static void
add_free (SoulsLessonStepForm *self)
{
  GtkWidget *group = adw_preferences_group_new ();
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *button = gtk_menu_button_new ();

  self->free_row = ADW_ACTION_ROW (row);
  self->picker = SOULS_DRIVER_PICKER (souls_driver_picker_new ());
  g_signal_connect_swapped (self->picker, "toggled", G_CALLBACK (driver_toggled_cb), self);
  gtk_menu_button_set_label (GTK_MENU_BUTTON (button), _("Choose…"));
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (button), GTK_WIDGET (self->picker));
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _("Sliders in the Short List"));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
  add (self, group);
}

GtkWidget *
souls_lesson_step_form_new (SoulsLessonEdits *edits,
                            SoulsSession     *session)
{
  SoulsLessonStepForm *self = g_object_new (SOULS_TYPE_LESSON_STEP_FORM, NULL);

  self->edits = g_object_ref (edits);
  self->problem = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->problem, 0);
  gtk_label_set_wrap (self->problem, TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->problem), "error");
  add (self, GTK_WIDGET (self->problem));
  add_field (self, SOULS_STEP_FIELD_TITLE);
  add_field (self, SOULS_STEP_FIELD_TEXT);
  add_field (self, SOULS_STEP_FIELD_NOTES);
  add_heading (self, _("What Is Shown"));
  self->screen = SOULS_LESSON_SCREEN_FORM (souls_lesson_screen_form_new (edits, session, FALSE));
  add (self, GTK_WIDGET (self->screen));
  add_free (self);
  add_heading (self, _("Question"));
  self->ask = SOULS_LESSON_ASK_FORM (souls_lesson_ask_form_new (edits, souls_session_get_data (session)));
  add (self, GTK_WIDGET (self->ask));
  add_heading (self, _("What Comes Then"));
  add_field (self, SOULS_STEP_FIELD_REVEAL);
  self->reveal = SOULS_LESSON_SCREEN_FORM (souls_lesson_screen_form_new (edits, session, TRUE));
  add (self, GTK_WIDGET (self->reveal));
  return GTK_WIDGET (self);
}

void
souls_lesson_step_form_show (SoulsLessonStepForm *self,
                             int                  index)
{
  const SoulsLessonStep *step;

  self->index = index;
  step = get_step (self);
  souls_lesson_field_set (self->field[SOULS_STEP_FIELD_TITLE], step->title);
  souls_lesson_field_set_paragraphs (self->field[SOULS_STEP_FIELD_TEXT], step->text);
  souls_lesson_field_set_paragraphs (self->field[SOULS_STEP_FIELD_NOTES], step->notes);
  souls_lesson_field_set_paragraphs (self->field[SOULS_STEP_FIELD_REVEAL], step->reveal);
  souls_lesson_screen_form_show (self->screen, index);
  souls_lesson_screen_form_show (self->reveal, index);
  souls_lesson_ask_form_show (self->ask, index);
  show_free (self);
}

static void
judge (SoulsLessonStepForm *self,
       SoulsLessonCheck    *check,
       SoulsStepField       field,
       char *const         *paragraphs)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *said = souls_lesson_check_texts (check, paragraphs, &error);
  g_autofree char *whole = paragraphs != NULL ? g_strjoinv ("\n\n", (char **) paragraphs) : g_strdup ("");

  souls_lesson_field_judge (self->field[field], g_strcmp0 (said, whole) != 0 ? said : NULL,
                            error != NULL ? error->message : NULL);
}

static void
judge_title (SoulsLessonStepForm   *self,
             SoulsLessonCheck      *check,
             const SoulsLessonStep *step)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *said = souls_lesson_check_text (check, step->title, &error);

  souls_lesson_field_judge (self->field[SOULS_STEP_FIELD_TITLE], g_strcmp0 (said, step->title) != 0 ? said : NULL,
                            error != NULL ? error->message : NULL);
}

void
souls_lesson_step_form_judge (SoulsLessonStepForm *self,
                              SoulsLessonCheck    *check)
{
  const SoulsLesson *lesson = souls_lesson_edits_get_lesson (self->edits);
  const SoulsLessonStep *step = get_step (self);

  souls_lesson_check_look (check, lesson, self->index, FALSE);
  judge_title (self, check, step);
  judge (self, check, SOULS_STEP_FIELD_TEXT, step->text);
  judge (self, check, SOULS_STEP_FIELD_NOTES, step->notes);
  souls_lesson_check_look (check, lesson, self->index, TRUE);
  judge (self, check, SOULS_STEP_FIELD_REVEAL, step->reveal);
  souls_lesson_ask_form_judge (self->ask, check);
  /* The slider that is asked for may be another one. */
  show_free (self);
}

void
souls_lesson_step_form_set_problem (SoulsLessonStepForm *self,
                                    const char          *problem)
{
  gtk_label_set_text (self->problem, problem != NULL ? problem : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem), problem != NULL);
}

SoulsLessonField *
souls_lesson_step_form_get_field (SoulsLessonStepForm *self,
                                  SoulsStepField       field)
{
  return self->field[field];
}

SoulsLessonAskForm *
souls_lesson_step_form_get_ask (SoulsLessonStepForm *self)
{
  return self->ask;
}

SoulsLessonScreenForm *
souls_lesson_step_form_get_screen (SoulsLessonStepForm *self,
                                   gboolean             is_reveal)
{
  return is_reveal ? self->reveal : self->screen;
}

SoulsDriverPicker *
souls_lesson_step_form_get_picker (SoulsLessonStepForm *self)
{
  return self->picker;
}
