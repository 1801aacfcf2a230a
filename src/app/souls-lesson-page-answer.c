/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "souls-config.h"

#include "souls-lesson-page-private.h"

#include <glib/gi18n.h>
#include <math.h>

#include "souls-driver-row.h"
#include "souls-lesson-number.h"

/* px */
#define PLACE_HEIGHT 260

/* Choice */

static void
option_toggled_cb (SoulsLessonPage *self,
                   GtkCheckButton  *button)
{
  SoulsAnswer answer = { .given = TRUE };

  if (self->updating || !gtk_check_button_get_active (button))
    return;
  while (answer.option < SOULS_MAX_LESSON_OPTIONS - 1 && self->option[answer.option] != GTK_WIDGET (button))
    answer.option++;
  souls_lesson_page_set_problem (self, NULL);
  souls_lesson_run_set_answer (self->run, &answer, NULL);
}

static GtkWidget *
make_option (SoulsLessonPage *self,
             int              i)
{
  g_autofree char *text = souls_lesson_text_option (self->text, souls_lesson_page_index (self), i);
  g_autofree char *number = g_strdup_printf ("%d", i + 1);
  GtkWidget *button = gtk_check_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *key = souls_lesson_page_label ("lesson-key");
  GtkWidget *label = souls_lesson_page_label (NULL);

  gtk_label_set_text (GTK_LABEL (key), number);
  gtk_label_set_text (GTK_LABEL (label), text);
  gtk_widget_set_hexpand (label, TRUE);
  self->mark[i] = gtk_label_new (NULL);
  gtk_widget_add_css_class (self->mark[i], "lesson-mark");
  gtk_widget_set_visible (self->mark[i], FALSE);
  gtk_box_append (GTK_BOX (box), key);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), self->mark[i]);
  gtk_check_button_set_child (GTK_CHECK_BUTTON (button), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  gtk_widget_add_css_class (button, "lesson-option");
  g_signal_connect_object (button, "toggled", G_CALLBACK (option_toggled_cb), self, G_CONNECT_SWAPPED);
  return button;
}

static void
add_options (SoulsLessonPage *self)
{
  for (int i = 0; i < souls_lesson_page_ask (self)->n_options; i++)
    {
      self->option[i] = make_option (self, i);
      if (i > 0)
        gtk_check_button_set_group (GTK_CHECK_BUTTON (self->option[i]), GTK_CHECK_BUTTON (self->option[0]));
      gtk_box_append (GTK_BOX (self->answer_box), self->option[i]);
    }
}

static void
update_options (SoulsLessonPage *self)
{
  const SoulsAnswer *answer = souls_lesson_run_get_answer (self->run);
  gboolean right[SOULS_MAX_LESSON_OPTIONS];
  const gboolean known = souls_lesson_page_is_revealed (self) && souls_lesson_text_options (self->text, souls_lesson_page_index (self), right);

  for (int i = 0; i < souls_lesson_page_ask (self)->n_options; i++)
    {
      gtk_check_button_set_active (GTK_CHECK_BUTTON (self->option[i]), answer->given && answer->option == i);
      gtk_widget_set_sensitive (self->option[i], !souls_lesson_page_is_committed (self));
      /* Translators: beside the option that is so */
      gtk_label_set_text (GTK_LABEL (self->mark[i]), known && right[i] ? _("✓ so it is") : "");
      gtk_widget_set_visible (self->mark[i], known && right[i]);
    }
}

/* Number */

/* What was understood of what was typed, in the words in which it will be compared. */
static void
say_understood (SoulsLessonPage *self,
                double           number)
{
  g_autofree char *said = souls_lesson_number_understood (self->text, souls_lesson_page_index (self), number);

  if (said != NULL)
    souls_lesson_page_say (self->hint, said);
}

static void
take_number_back (SoulsLessonPage *self)
{
  const SoulsAnswer nothing = { 0 };

  if (souls_lesson_run_get_answer (self->run)->given)
    souls_lesson_run_set_answer (self->run, &nothing, NULL);
}

static gboolean
take_number (SoulsLessonPage *self,
             const char      *text)
{
  const SoulsAsk *ask = souls_lesson_page_ask (self);
  g_autofree char *range = souls_lesson_number_range (souls_lesson_page_ask (self));
  SoulsAnswer answer = { .given = TRUE };

  souls_lesson_page_say (self->hint, range);
  if (*text == '\0')
    {
      take_number_back (self);
      souls_lesson_page_set_problem (self, NULL);
      return FALSE;
    }
  if (!souls_lesson_number_parse (self->text, souls_lesson_page_index (self), text, &answer.number))
    {
      g_autofree char *problem = g_strdup_printf (_("“%s” is not a number"), text);

      take_number_back (self);
      souls_lesson_page_set_problem (self, problem);
      return FALSE;
    }
  if (answer.number < ask->low || answer.number > ask->high)
    {
      g_autofree char *number = souls_lesson_number_plain (answer.number);
      g_autofree char *problem = g_strdup_printf (_("%s is outside the range"), number);

      take_number_back (self);
      souls_lesson_page_set_problem (self, problem);
      return FALSE;
    }
  souls_lesson_page_set_problem (self, NULL);
  say_understood (self, answer.number);
  return souls_lesson_run_set_answer (self->run, &answer, NULL);
}

static void
entry_changed_cb (SoulsLessonPage *self)
{
  if (!self->updating && !souls_lesson_page_is_committed (self))
    take_number (self, gtk_editable_get_text (GTK_EDITABLE (self->entry)));
}

static void
entry_activated_cb (SoulsLessonPage *self)
{
  souls_lesson_page_act (self);
}

static void
add_entry (SoulsLessonPage *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *unit = gtk_label_new (souls_lesson_number_unit (self->text, souls_lesson_page_index (self)));
  g_autofree char *range = souls_lesson_number_range (souls_lesson_page_ask (self));
  g_autofree char *question = souls_lesson_text_question (self->text, souls_lesson_page_index (self));

  self->entry = gtk_entry_new ();
  gtk_entry_set_input_purpose (GTK_ENTRY (self->entry), GTK_INPUT_PURPOSE_NUMBER);
  gtk_editable_set_width_chars (GTK_EDITABLE (self->entry), 10);
  gtk_widget_set_hexpand (self->entry, TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL, question,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, range, -1);
  g_signal_connect_object (self->entry, "changed", G_CALLBACK (entry_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->entry, "activate", G_CALLBACK (entry_activated_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), self->entry);
  gtk_box_append (GTK_BOX (box), unit);
  gtk_box_append (GTK_BOX (self->answer_box), box);
  souls_lesson_page_say (self->hint, range);
}

static void
update_entry (SoulsLessonPage *self)
{
  const SoulsAnswer *answer = souls_lesson_run_get_answer (self->run);

  if (answer->given && souls_lesson_page_is_committed (self))
    {
      g_autofree char *text = souls_lesson_number_plain (answer->number);

      gtk_editable_set_text (GTK_EDITABLE (self->entry), text);
      say_understood (self, answer->number);
    }
  gtk_widget_set_sensitive (self->entry, !souls_lesson_page_is_committed (self));
}

/* Slider */

static void
add_slider (SoulsLessonPage *self)
{
  self->slider = souls_driver_row_new (souls_lesson_run_get_session (self->run), souls_lesson_page_ask (self)->driver);
  gtk_widget_add_css_class (self->slider, "lesson-slider");
  gtk_box_append (GTK_BOX (self->answer_box), self->slider);
}

/* Where a step brings the slider to is no answer; where a hand does, is. */
static gboolean
is_where_put (SoulsLessonPage *self,
              double           value)
{
  const SoulsDriver driver = souls_lesson_page_ask (self)->driver;
  const SoulsCalibration *calibration = souls_session_get_calibration (souls_lesson_run_get_session (self->run));
  SoulsLessonScreen screen;
  double put = calibration->baseline[driver];

  souls_lesson_run_get_screen (self->run, &screen);
  if (screen.scenario != NULL && screen.scenario->changed[driver])
    put = screen.scenario->value[driver];
  return fabs (value - put) <= 1e-9 * fmax (1.0, fabs (put));
}

void
souls_lesson_page_driver_changed (SoulsLessonPage *self,
                                  int              driver)
{
  SoulsSession *session = souls_lesson_run_get_session (self->run);
  const SoulsAsk *ask = souls_lesson_page_ask (self);
  SoulsAnswer answer = { 0 };

  if (self->slider == NULL || ask->kind != SOULS_ASK_SLIDER || driver != (int) ask->driver || souls_lesson_page_is_committed (self) ||
      souls_session_in_preview (session))
    return;
  answer.number = souls_driver_to_shown (ask->driver, souls_session_get_driver (session, ask->driver));
  answer.given = !is_where_put (self, souls_session_get_driver (session, ask->driver));
  souls_lesson_run_set_answer (self->run, &answer, NULL);
}

/* The slider may be left where it is: that is an answer, too. */
void
souls_lesson_page_take_slider (SoulsLessonPage *self)
{
  SoulsSession *session = souls_lesson_run_get_session (self->run);
  const SoulsDriver driver = souls_lesson_page_ask (self)->driver;
  const SoulsAnswer answer = { .given = TRUE,
                               .number = souls_driver_to_shown (driver, souls_session_get_driver (session, driver)) };

  souls_lesson_run_set_answer (self->run, &answer, NULL);
}

/* Line */

static void
update_line (SoulsLessonPage *self)
{
  const gboolean below = souls_lesson_page_get_drawing (self) != NULL;

  souls_lesson_page_set_problem (self, NULL);
  if (souls_lesson_page_is_committed (self))
    souls_lesson_page_say (self->hint, NULL);
  else
    souls_lesson_page_say (self->hint, below ? _("Draw it below, with a finger, the pointer or the arrow keys.")
                                             : _("Draw it beside this, with the pointer or the arrow keys."));
}

/* A finger that draws does not scroll. */
static gboolean
place_touched_cb (SoulsLessonPage *self,
                  GdkEvent        *event)
{
  const GdkEventType type = gdk_event_get_event_type (event);
  GtkWidget *scroller = gtk_widget_get_ancestor (GTK_WIDGET (self), GTK_TYPE_SCROLLED_WINDOW);

  if (scroller == NULL)
    return GDK_EVENT_PROPAGATE;
  if (type == GDK_TOUCH_BEGIN && !souls_lesson_page_is_committed (self))
    gtk_scrolled_window_set_kinetic_scrolling (GTK_SCROLLED_WINDOW (scroller), FALSE);
  else if (type == GDK_TOUCH_END || type == GDK_TOUCH_CANCEL)
    gtk_scrolled_window_set_kinetic_scrolling (GTK_SCROLLED_WINDOW (scroller), TRUE);
  return GDK_EVENT_PROPAGATE;
}

/* Where a line is drawn that has no room beside the page. (transfer floating) */
GtkWidget *
souls_lesson_page_make_place (SoulsLessonPage *self)
{
  GtkWidget *place = adw_bin_new ();
  GtkEventController *events = gtk_event_controller_legacy_new ();

  gtk_event_controller_set_propagation_phase (events, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (events, "event", G_CALLBACK (place_touched_cb), self);
  gtk_widget_add_controller (place, events);
  gtk_widget_set_size_request (place, -1, PLACE_HEIGHT);
  gtk_widget_set_visible (place, FALSE);
  return place;
}

/* All of it */

void
souls_lesson_page_update_answer (SoulsLessonPage *self)
{
  self->updating = TRUE;
  switch (souls_lesson_page_ask (self)->kind)
    {
    case SOULS_ASK_CHOICE:
      update_options (self);
      break;
    case SOULS_ASK_NUMBER:
      update_entry (self);
      break;
    case SOULS_ASK_SLIDER:
      gtk_widget_set_sensitive (self->slider, !souls_lesson_page_is_committed (self) || souls_lesson_page_is_revealed (self));
      /* What is known must not be seen at the slider itself. */
      souls_driver_row_set_quiet (SOULS_DRIVER_ROW (self->slider), souls_lesson_page_ask (self)->answer != NULL &&
                                                                     !souls_lesson_page_is_revealed (self));
      break;
    case SOULS_ASK_LINE:
      update_line (self);
      break;
    case SOULS_ASK_NONE:
    case SOULS_N_ASK_KINDS:
    default:
      break;
    }
  self->updating = FALSE;
}

void
souls_lesson_page_make_answer (SoulsLessonPage *self)
{
  souls_lesson_page_empty (self->answer_box);
  self->entry = self->slider = NULL;
  souls_lesson_page_say (self->hint, NULL);
  souls_lesson_page_set_problem (self, NULL);
  switch (souls_lesson_page_ask (self)->kind)
    {
    case SOULS_ASK_CHOICE:
      add_options (self);
      break;
    case SOULS_ASK_NUMBER:
      add_entry (self);
      break;
    case SOULS_ASK_SLIDER:
      add_slider (self);
      break;
    case SOULS_ASK_LINE:
      update_line (self);
      break;
    case SOULS_ASK_NONE:
    case SOULS_N_ASK_KINDS:
    default:
      break;
    }
  gtk_widget_set_visible (self->answer_box, gtk_widget_get_first_child (self->answer_box) != NULL &&
                                              !(self->stage && self->entry != NULL));
}
