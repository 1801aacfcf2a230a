/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "souls-config.h"

#include "souls-lesson-page.h"

#include <glib/gi18n.h>
#include <math.h>

#include "souls-driver-row.h"
#include "souls-lesson-number.h"

struct _SoulsLessonPage
{
  GtkWidget parent_instance;

  /* Children */
  GtkWidget *title;
  GtkWidget *paragraphs;
  GtkWidget *card;
  GtkWidget *question;
  GtkWidget *answer_box;
  GtkWidget *hint;
  GtkWidget *problem;
  GtkWidget *result;
  GtkWidget *judged_icon;
  GtkWidget *judged_words;
  GtkWidget *gap;
  GtkWidget *reveal;

  /* In the answer box, of the step that is shown; borrowed */
  GtkWidget *option[SOULS_MAX_LESSON_OPTIONS];
  GtkWidget *mark[SOULS_MAX_LESSON_OPTIONS];
  GtkWidget *entry;
  GtkWidget *slider;

  /* Owned */
  SoulsLessonRun *run;
  SoulsLessonText *text;

  gboolean stage;
  gboolean updating;         /* widgets are being set to what was answered */
};

enum
{
  PROP_0,
  PROP_STAGE,
  N_PROPS
};

enum
{
  ACT_CHANGED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SoulsLessonPage, souls_lesson_page, GTK_TYPE_WIDGET)

static GtkWidget *
make_label (const char *css_class)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR, NULL);

  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

static void
set_text (GtkWidget  *label,
          const char *text)
{
  gtk_label_set_text (GTK_LABEL (label), text != NULL ? text : "");
  gtk_widget_set_visible (label, text != NULL && *text != '\0');
}

static void
empty (GtkWidget *box)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (box)) != NULL)
    gtk_box_remove (GTK_BOX (box), child);
}

static void
fill_paragraphs (SoulsLessonPage *self,
                 GtkWidget       *box,
                 char           **paragraphs)
{
  empty (box);
  for (int i = 0; paragraphs[i] != NULL; i++)
    {
      GtkWidget *label = make_label (NULL);

      gtk_label_set_text (GTK_LABEL (label), paragraphs[i]);
      gtk_label_set_selectable (GTK_LABEL (label), !self->stage);
      /* Reached with the pointer; Tab goes from control to control. */
      gtk_widget_set_focusable (label, FALSE);
      gtk_box_append (GTK_BOX (box), label);
    }
  gtk_widget_set_visible (box, paragraphs[0] != NULL);
}

static const SoulsAsk *
get_ask (SoulsLessonPage *self)
{
  return &souls_lesson_run_get_step (self->run)->ask;
}

static int
get_index (SoulsLessonPage *self)
{
  return souls_lesson_run_get_index (self->run);
}

static gboolean
is_committed (SoulsLessonPage *self)
{
  return souls_lesson_run_is_committed (self->run, get_index (self));
}

static gboolean
is_revealed (SoulsLessonPage *self)
{
  return souls_lesson_run_is_revealed (self->run, get_index (self));
}

static void
set_problem (SoulsLessonPage *self,
             const char      *problem)
{
  set_text (self->problem, problem);
  if (self->entry == NULL)
    return;
  if (problem != NULL)
    gtk_widget_add_css_class (self->entry, "error");
  else
    gtk_widget_remove_css_class (self->entry, "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_STATE_INVALID,
                               problem != NULL ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
}

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
  set_problem (self, NULL);
  souls_lesson_run_set_answer (self->run, &answer, NULL);
}

static GtkWidget *
make_option (SoulsLessonPage *self,
             int              i)
{
  g_autofree char *text = souls_lesson_text_option (self->text, get_index (self), i);
  g_autofree char *number = g_strdup_printf ("%d", i + 1);
  GtkWidget *button = gtk_check_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *key = make_label ("lesson-key");
  GtkWidget *label = make_label (NULL);

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
  for (int i = 0; i < get_ask (self)->n_options; i++)
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
  const gboolean known = is_revealed (self) && souls_lesson_text_options (self->text, get_index (self), right);

  for (int i = 0; i < get_ask (self)->n_options; i++)
    {
      gtk_check_button_set_active (GTK_CHECK_BUTTON (self->option[i]), answer->given && answer->option == i);
      gtk_widget_set_sensitive (self->option[i], !is_committed (self));
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
  g_autofree char *said = souls_lesson_number_understood (self->text, get_index (self), number);

  if (said != NULL)
    set_text (self->hint, said);
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
  const SoulsAsk *ask = get_ask (self);
  g_autofree char *range = souls_lesson_number_range (get_ask (self));
  SoulsAnswer answer = { .given = TRUE };

  set_text (self->hint, range);
  if (*text == '\0')
    {
      take_number_back (self);
      set_problem (self, NULL);
      return FALSE;
    }
  if (!souls_lesson_number_parse (self->text, get_index (self), text, &answer.number))
    {
      g_autofree char *problem = g_strdup_printf (_("“%s” is not a number"), text);

      take_number_back (self);
      set_problem (self, problem);
      return FALSE;
    }
  if (answer.number < ask->low || answer.number > ask->high)
    {
      g_autofree char *number = souls_lesson_number_plain (answer.number);
      g_autofree char *problem = g_strdup_printf (_("%s is outside the range"), number);

      take_number_back (self);
      set_problem (self, problem);
      return FALSE;
    }
  set_problem (self, NULL);
  say_understood (self, answer.number);
  return souls_lesson_run_set_answer (self->run, &answer, NULL);
}

static void
entry_changed_cb (SoulsLessonPage *self)
{
  if (!self->updating && !is_committed (self))
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
  GtkWidget *unit = gtk_label_new (souls_lesson_number_unit (self->text, get_index (self)));
  g_autofree char *range = souls_lesson_number_range (get_ask (self));
  g_autofree char *question = souls_lesson_text_question (self->text, get_index (self));

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
  set_text (self->hint, range);
}

static void
update_entry (SoulsLessonPage *self)
{
  const SoulsAnswer *answer = souls_lesson_run_get_answer (self->run);

  if (answer->given && is_committed (self))
    {
      g_autofree char *text = souls_lesson_number_plain (answer->number);

      gtk_editable_set_text (GTK_EDITABLE (self->entry), text);
      say_understood (self, answer->number);
    }
  gtk_widget_set_sensitive (self->entry, !is_committed (self));
}

/* Slider */

static void
add_slider (SoulsLessonPage *self)
{
  self->slider = souls_driver_row_new (souls_lesson_run_get_session (self->run), get_ask (self)->driver);
  gtk_widget_add_css_class (self->slider, "lesson-slider");
  gtk_box_append (GTK_BOX (self->answer_box), self->slider);
}

/* Where a step brings the slider to is no answer; where a hand does, is. */
static gboolean
is_where_put (SoulsLessonPage *self,
              double           value)
{
  const SoulsDriver driver = get_ask (self)->driver;
  const SoulsCalibration *calibration = souls_session_get_calibration (souls_lesson_run_get_session (self->run));
  SoulsLessonScreen screen;
  double put = calibration->baseline[driver];

  souls_lesson_run_get_screen (self->run, &screen);
  if (screen.scenario != NULL && screen.scenario->changed[driver])
    put = screen.scenario->value[driver];
  return fabs (value - put) <= 1e-9 * fmax (1.0, fabs (put));
}

static void
driver_changed_cb (SoulsLessonPage *self,
                   int              driver)
{
  SoulsSession *session = souls_lesson_run_get_session (self->run);
  const SoulsAsk *ask = get_ask (self);
  SoulsAnswer answer = { 0 };

  if (self->slider == NULL || ask->kind != SOULS_ASK_SLIDER || driver != (int) ask->driver || is_committed (self) ||
      souls_session_in_preview (session))
    return;
  answer.number = souls_driver_to_shown (ask->driver, souls_session_get_driver (session, ask->driver));
  answer.given = !is_where_put (self, souls_session_get_driver (session, ask->driver));
  souls_lesson_run_set_answer (self->run, &answer, NULL);
}

/* The slider may be left where it is: that is an answer, too. */
static void
take_slider (SoulsLessonPage *self)
{
  SoulsSession *session = souls_lesson_run_get_session (self->run);
  const SoulsDriver driver = get_ask (self)->driver;
  const SoulsAnswer answer = { .given = TRUE,
                               .number = souls_driver_to_shown (driver, souls_session_get_driver (session, driver)) };

  souls_lesson_run_set_answer (self->run, &answer, NULL);
}

/* All of it */

static void
update_answer (SoulsLessonPage *self)
{
  self->updating = TRUE;
  switch (get_ask (self)->kind)
    {
    case SOULS_ASK_CHOICE:
      update_options (self);
      break;
    case SOULS_ASK_NUMBER:
      update_entry (self);
      break;
    case SOULS_ASK_SLIDER:
      gtk_widget_set_sensitive (self->slider, !is_committed (self) || is_revealed (self));
      break;
    case SOULS_ASK_LINE:
    case SOULS_ASK_NONE:
    case SOULS_N_ASK_KINDS:
    default:
      break;
    }
  self->updating = FALSE;
}

static void
update_result (SoulsLessonPage *self)
{
  static const SoulsJudgement all[] = { SOULS_JUDGEMENT_NONE, SOULS_JUDGEMENT_RIGHT, SOULS_JUDGEMENT_CLOSE,
                                        SOULS_JUDGEMENT_WRONG };
  const int index = get_index (self);
  const SoulsJudgement judgement = souls_lesson_text_judge (self->text, index);
  g_autofree char *gap = is_revealed (self) ? souls_lesson_text_gap (self->text, index) : NULL;

  gtk_widget_set_visible (self->result, gap != NULL);
  gtk_image_set_from_icon_name (GTK_IMAGE (self->judged_icon), souls_judgement_icon (judgement));
  gtk_label_set_text (GTK_LABEL (self->judged_words), souls_judgement_words (judgement));
  for (gsize i = 0; i < G_N_ELEMENTS (all); i++)
    gtk_widget_remove_css_class (self->result, souls_judgement_class (all[i]));
  gtk_widget_add_css_class (self->result, souls_judgement_class (judgement));
  set_text (self->gap, gap);
}

static void
update_reveal (SoulsLessonPage *self)
{
  g_auto (GStrv) paragraphs = is_revealed (self) ? souls_lesson_text_reveal (self->text, get_index (self))
                                                 : g_new0 (char *, 1);

  fill_paragraphs (self, self->reveal, paragraphs);
}

static void
act_changed (SoulsLessonPage *self)
{
  g_signal_emit (self, signals[ACT_CHANGED], 0);
}

static void
answer_changed_cb (SoulsLessonPage *self)
{
  update_answer (self);
  act_changed (self);
}

static void
revealed_cb (SoulsLessonPage *self)
{
  update_answer (self);
  update_result (self);
  update_reveal (self);
  act_changed (self);
}

static void
make_answer (SoulsLessonPage *self)
{
  empty (self->answer_box);
  self->entry = self->slider = NULL;
  set_text (self->hint, NULL);
  set_problem (self, NULL);
  switch (get_ask (self)->kind)
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
      set_text (self->hint, _("Draw it beside this, with the pointer or the arrow keys."));
      break;
    case SOULS_ASK_NONE:
    case SOULS_N_ASK_KINDS:
    default:
      break;
    }
  gtk_widget_set_visible (self->answer_box, gtk_widget_get_first_child (self->answer_box) != NULL &&
                                              !(self->stage && self->entry != NULL));
}

static void
step_changed_cb (SoulsLessonPage *self)
{
  const int index = get_index (self);
  g_autofree char *title = souls_lesson_text_title (self->text, index);
  g_auto (GStrv) paragraphs = souls_lesson_text_paragraphs (self->text, index);
  g_autofree char *question = NULL;

  if (get_ask (self)->kind != SOULS_ASK_NONE)
    question = souls_lesson_text_question (self->text, index);
  set_text (self->title, title);
  fill_paragraphs (self, self->paragraphs, paragraphs);
  set_text (self->question, question);
  gtk_widget_set_visible (self->card, question != NULL);
  make_answer (self);
  revealed_cb (self);
}

static gboolean
key_pressed_cb (SoulsLessonPage *self,
                guint            keyval)
{
  const int option = (int) keyval - GDK_KEY_1;

  if (self->stage || get_ask (self)->kind != SOULS_ASK_CHOICE || option < 0 || option >= get_ask (self)->n_options)
    return GDK_EVENT_PROPAGATE;
  souls_lesson_page_choose (self, option);
  return GDK_EVENT_STOP;
}

static void
souls_lesson_page_get_property (GObject    *object,
                                guint       id,
                                GValue     *value,
                                GParamSpec *pspec)
{
  if (id == PROP_STAGE)
    g_value_set_boolean (value, SOULS_LESSON_PAGE (object)->stage);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
souls_lesson_page_set_property (GObject      *object,
                                guint         id,
                                const GValue *value,
                                GParamSpec   *pspec)
{
  if (id == PROP_STAGE)
    souls_lesson_page_set_stage (SOULS_LESSON_PAGE (object), g_value_get_boolean (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
souls_lesson_page_dispose (GObject *object)
{
  SoulsLessonPage *self = SOULS_LESSON_PAGE (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  self->slider = NULL;
  g_clear_pointer (&self->text, souls_lesson_text_free);
  g_clear_object (&self->run);

  G_OBJECT_CLASS (souls_lesson_page_parent_class)->dispose (object);
}

static void
souls_lesson_page_class_init (SoulsLessonPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = souls_lesson_page_get_property;
  object_class->set_property = souls_lesson_page_set_property;
  object_class->dispose = souls_lesson_page_dispose;

  properties[PROP_STAGE] = g_param_spec_boolean ("stage", NULL, NULL, FALSE,
                                                 G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  signals[ACT_CHANGED] = g_signal_new ("act-changed", SOULS_TYPE_LESSON_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                       G_TYPE_NONE, 0);
  gtk_widget_class_set_css_name (widget_class, "lessonpage");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
}

static void
add_card (SoulsLessonPage *self)
{
  self->card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);
  gtk_widget_add_css_class (self->card, "card");
  gtk_widget_add_css_class (self->card, "lesson-card");
  self->question = make_label ("heading");
  self->answer_box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  self->hint = make_label ("lesson-hint");
  self->problem = make_label ("error");
  gtk_box_append (GTK_BOX (self->card), self->question);
  gtk_box_append (GTK_BOX (self->card), self->answer_box);
  gtk_box_append (GTK_BOX (self->card), self->hint);
  gtk_box_append (GTK_BOX (self->card), self->problem);
}

static void
add_result (SoulsLessonPage *self)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->result = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  self->judged_icon = gtk_image_new ();
  self->judged_words = make_label ("heading");
  self->gap = make_label ("lesson-gap");
  gtk_widget_add_css_class (self->result, "lesson-result");
  gtk_widget_add_css_class (line, "lesson-judged");
  gtk_box_append (GTK_BOX (line), self->judged_icon);
  gtk_box_append (GTK_BOX (line), self->judged_words);
  gtk_box_append (GTK_BOX (self->result), line);
  gtk_box_append (GTK_BOX (self->result), self->gap);
}

static void
souls_lesson_page_init (SoulsLessonPage *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_orientable_set_orientation (GTK_ORIENTABLE (gtk_widget_get_layout_manager (GTK_WIDGET (self))),
                                  GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (gtk_widget_get_layout_manager (GTK_WIDGET (self))), 12);
  self->title = make_label ("lesson-title");
  self->paragraphs = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);
  self->reveal = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);
  add_card (self);
  add_result (self);
  gtk_widget_set_parent (self->title, GTK_WIDGET (self));
  gtk_widget_set_parent (self->paragraphs, GTK_WIDGET (self));
  gtk_widget_set_parent (self->card, GTK_WIDGET (self));
  gtk_widget_set_parent (self->result, GTK_WIDGET (self));
  gtk_widget_set_parent (self->reveal, GTK_WIDGET (self));
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

/**
 * souls_lesson_page_new:
 * @run: the lesson
 *
 * Returns: (transfer floating): its step
 */
GtkWidget *
souls_lesson_page_new (SoulsLessonRun *run)
{
  SoulsLessonPage *self = g_object_new (SOULS_TYPE_LESSON_PAGE, NULL);

  self->run = g_object_ref (run);
  self->text = souls_lesson_text_new (run);
  g_signal_connect_object (run, "step-changed", G_CALLBACK (step_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (run, "answer-changed", G_CALLBACK (answer_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (run, "revealed", G_CALLBACK (revealed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (souls_lesson_run_get_session (run), "driver-changed", G_CALLBACK (driver_changed_cb), self,
                           G_CONNECT_SWAPPED);
  step_changed_cb (self);
  return GTK_WIDGET (self);
}

void
souls_lesson_page_set_stage (SoulsLessonPage *self,
                             gboolean         stage)
{
  if (self->stage == stage)
    return;
  self->stage = stage;
  if (stage)
    gtk_widget_add_css_class (GTK_WIDGET (self), "for-room");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "for-room");
  step_changed_cb (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STAGE]);
}

gboolean
souls_lesson_page_get_stage (SoulsLessonPage *self)
{
  return self->stage;
}

/**
 * souls_lesson_page_get_text:
 *
 * Returns: (transfer none): the texts of the lesson, to be shared
 */
SoulsLessonText *
souls_lesson_page_get_text (SoulsLessonPage *self)
{
  return self->text;
}

SoulsLessonAct
souls_lesson_page_get_act (SoulsLessonPage *self)
{
  const SoulsLessonStep *step = souls_lesson_run_get_step (self->run);
  const int n = souls_lesson_get_n_steps (souls_lesson_run_get_lesson (self->run));

  if (step->ask.kind != SOULS_ASK_NONE && !is_committed (self) && !is_revealed (self))
    return SOULS_LESSON_ACT_COMMIT;
  if ((step->has_reveal || step->ask.kind != SOULS_ASK_NONE) && !is_revealed (self))
    return SOULS_LESSON_ACT_SHOW;
  return get_index (self) < n - 1 ? SOULS_LESSON_ACT_NEXT : SOULS_LESSON_ACT_FINISH;
}

const char *
souls_lesson_page_get_act_label (SoulsLessonPage *self)
{
  static const char *const labels[] = {
    [SOULS_LESSON_ACT_COMMIT] = N_("That Is My _Answer"),
    [SOULS_LESSON_ACT_SHOW] = N_("_Show"),
    [SOULS_LESSON_ACT_NEXT] = N_("_Next"),
    [SOULS_LESSON_ACT_FINISH] = N_("_Finish"),
  };

  return _(labels[souls_lesson_page_get_act (self)]);
}

gboolean
souls_lesson_page_can_act (SoulsLessonPage *self)
{
  if (souls_lesson_page_get_act (self) != SOULS_LESSON_ACT_COMMIT || get_ask (self)->kind == SOULS_ASK_SLIDER ||
      souls_lesson_run_get_n_votes (self->run) > 0)
    return TRUE;
  return souls_lesson_run_check (self->run, souls_lesson_run_get_answer (self->run), NULL);
}

static gboolean
commit (SoulsLessonPage *self)
{
  const SoulsLessonStep *step = souls_lesson_run_get_step (self->run);
  g_autoptr (GError) error = NULL;

  if (step->ask.kind == SOULS_ASK_SLIDER && souls_lesson_run_get_n_votes (self->run) == 0)
    take_slider (self);
  if (souls_lesson_page_get_problem (self) != NULL)
    return FALSE;
  if (!souls_lesson_run_commit (self->run, &error))
    {
      set_problem (self, _("There is no answer yet"));
      return FALSE;
    }
  /* Where nobody knows, there is nothing to show. */
  if (!step->has_reveal && souls_lesson_text_judge (self->text, get_index (self)) == SOULS_JUDGEMENT_NONE)
    souls_lesson_run_reveal (self->run, NULL);
  return TRUE;
}

gboolean
souls_lesson_page_act (SoulsLessonPage *self)
{
  switch (souls_lesson_page_get_act (self))
    {
    case SOULS_LESSON_ACT_COMMIT:
      return commit (self);
    case SOULS_LESSON_ACT_SHOW:
      return souls_lesson_run_reveal (self->run, NULL);
    case SOULS_LESSON_ACT_NEXT:
      return souls_lesson_run_go (self->run, get_index (self) + 1);
    case SOULS_LESSON_ACT_FINISH:
    default:
      return FALSE;
    }
}

void
souls_lesson_page_choose (SoulsLessonPage *self,
                          int              option)
{
  g_return_if_fail (option >= 0 && option < get_ask (self)->n_options);

  if (gtk_widget_get_sensitive (self->option[option]))
    gtk_check_button_set_active (GTK_CHECK_BUTTON (self->option[option]), TRUE);
}

gboolean
souls_lesson_page_enter (SoulsLessonPage *self,
                         const char      *text)
{
  g_return_val_if_fail (self->entry != NULL, FALSE);

  gtk_editable_set_text (GTK_EDITABLE (self->entry), text);
  return souls_lesson_page_get_problem (self) == NULL;
}

const char *
souls_lesson_page_get_problem (SoulsLessonPage *self)
{
  return gtk_widget_get_visible (self->problem) ? gtk_label_get_text (GTK_LABEL (self->problem)) : NULL;
}

gboolean
souls_lesson_page_take_focus (SoulsLessonPage *self)
{
  GtkWidget *widget = self->entry;

  if (get_ask (self)->kind == SOULS_ASK_CHOICE)
    widget = self->option[0];
  else if (self->slider != NULL)
    widget = GTK_WIDGET (souls_driver_row_get_slider (SOULS_DRIVER_ROW (self->slider)));
  return widget != NULL && !is_committed (self) && gtk_widget_grab_focus (widget);
}
