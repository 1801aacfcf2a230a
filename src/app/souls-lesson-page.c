/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "souls-config.h"

#include "souls-lesson-page-private.h"

#include <glib/gi18n.h>

#include "souls-driver-row.h"

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

GtkWidget *
souls_lesson_page_label (const char *css_class)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR, NULL);

  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

void
souls_lesson_page_say (GtkWidget  *label,
                       const char *text)
{
  gtk_label_set_text (GTK_LABEL (label), text != NULL ? text : "");
  gtk_widget_set_visible (label, text != NULL && *text != '\0');
}

void
souls_lesson_page_empty (GtkWidget *box)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (box)) != NULL)
    gtk_box_remove (GTK_BOX (box), child);
  /* What was empty while it was not seen keeps in mind that its height asks for no width, and would be too low for the words
   * that come into it; once measured, it forgets that with them. */
  gtk_widget_set_visible (box, TRUE);
  gtk_widget_measure (box, GTK_ORIENTATION_VERTICAL, -1, NULL, NULL, NULL, NULL);
}

static void
fill_paragraphs (SoulsLessonPage *self,
                 GtkWidget       *box,
                 char           **paragraphs)
{
  souls_lesson_page_empty (box);
  for (int i = 0; paragraphs[i] != NULL; i++)
    {
      GtkWidget *label = souls_lesson_page_label (NULL);

      gtk_label_set_text (GTK_LABEL (label), paragraphs[i]);
      gtk_label_set_selectable (GTK_LABEL (label), !self->stage);
      /* Reached with the pointer; Tab goes from control to control. */
      gtk_widget_set_focusable (label, FALSE);
      gtk_box_append (GTK_BOX (box), label);
    }
  gtk_widget_set_visible (box, paragraphs[0] != NULL);
}

const SoulsAsk *
souls_lesson_page_ask (SoulsLessonPage *self)
{
  return &souls_lesson_run_get_step (self->run)->ask;
}

int
souls_lesson_page_index (SoulsLessonPage *self)
{
  return souls_lesson_run_get_index (self->run);
}

gboolean
souls_lesson_page_is_committed (SoulsLessonPage *self)
{
  return souls_lesson_run_is_committed (self->run, souls_lesson_page_index (self));
}

gboolean
souls_lesson_page_is_revealed (SoulsLessonPage *self)
{
  return souls_lesson_run_is_revealed (self->run, souls_lesson_page_index (self));
}

void
souls_lesson_page_set_problem (SoulsLessonPage *self,
                               const char      *problem)
{
  souls_lesson_page_say (self->problem, problem);
  if (self->entry == NULL)
    return;
  if (problem != NULL)
    gtk_widget_add_css_class (self->entry, "error");
  else
    gtk_widget_remove_css_class (self->entry, "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_STATE_INVALID,
                               problem != NULL ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
}

static void
update_result (SoulsLessonPage *self)
{
  static const SoulsJudgement all[] = { SOULS_JUDGEMENT_NONE, SOULS_JUDGEMENT_RIGHT, SOULS_JUDGEMENT_CLOSE,
                                        SOULS_JUDGEMENT_WRONG };
  const int index = souls_lesson_page_index (self);
  const SoulsJudgement judgement = souls_lesson_text_judge (self->text, index);
  g_autofree char *gap = souls_lesson_page_is_revealed (self) ? souls_lesson_text_gap (self->text, index) : NULL;

  gtk_widget_set_visible (self->result, gap != NULL);
  gtk_image_set_from_icon_name (GTK_IMAGE (self->judged_icon), souls_judgement_icon (judgement));
  gtk_label_set_text (GTK_LABEL (self->judged_words), souls_judgement_words (judgement));
  for (gsize i = 0; i < G_N_ELEMENTS (all); i++)
    gtk_widget_remove_css_class (self->result, souls_judgement_class (all[i]));
  gtk_widget_add_css_class (self->result, souls_judgement_class (judgement));
  souls_lesson_page_say (self->gap, gap);
}

static void
update_reveal (SoulsLessonPage *self)
{
  g_auto (GStrv) paragraphs = souls_lesson_page_is_revealed (self) ? souls_lesson_text_reveal (self->text, souls_lesson_page_index (self))
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
  souls_lesson_page_update_answer (self);
  act_changed (self);
}

static void
revealed_cb (SoulsLessonPage *self)
{
  souls_lesson_page_update_answer (self);
  update_result (self);
  update_reveal (self);
  act_changed (self);
}

static void
step_changed_cb (SoulsLessonPage *self)
{
  const int index = souls_lesson_page_index (self);
  g_autofree char *title = souls_lesson_text_title (self->text, index);
  g_auto (GStrv) paragraphs = souls_lesson_text_paragraphs (self->text, index);
  g_autofree char *question = NULL;

  if (souls_lesson_page_ask (self)->kind != SOULS_ASK_NONE)
    question = souls_lesson_text_question (self->text, index);
  souls_lesson_page_say (self->title, title);
  fill_paragraphs (self, self->paragraphs, paragraphs);
  souls_lesson_page_say (self->question, question);
  gtk_widget_set_visible (self->card, question != NULL);
  souls_lesson_page_make_answer (self);
  revealed_cb (self);
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
  self->question = souls_lesson_page_label ("heading");
  self->answer_box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  self->hint = souls_lesson_page_label ("lesson-hint");
  self->problem = souls_lesson_page_label ("error");
  gtk_box_append (GTK_BOX (self->card), self->question);
  gtk_box_append (GTK_BOX (self->card), self->answer_box);
  gtk_box_append (GTK_BOX (self->card), self->hint);
  gtk_box_append (GTK_BOX (self->card), self->problem);
  self->place = souls_lesson_page_make_place (self);
  gtk_box_append (GTK_BOX (self->card), self->place);
}

static void
add_result (SoulsLessonPage *self)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->result = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  self->judged_icon = gtk_image_new ();
  self->judged_words = souls_lesson_page_label ("heading");
  self->gap = souls_lesson_page_label ("lesson-gap");
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
  gtk_orientable_set_orientation (GTK_ORIENTABLE (gtk_widget_get_layout_manager (GTK_WIDGET (self))),
                                  GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (gtk_widget_get_layout_manager (GTK_WIDGET (self))), 12);
  self->title = souls_lesson_page_label ("lesson-title");
  self->paragraphs = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);
  self->reveal = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);
  add_card (self);
  add_result (self);
  gtk_widget_set_parent (self->title, GTK_WIDGET (self));
  gtk_widget_set_parent (self->paragraphs, GTK_WIDGET (self));
  gtk_widget_set_parent (self->card, GTK_WIDGET (self));
  gtk_widget_set_parent (self->result, GTK_WIDGET (self));
  gtk_widget_set_parent (self->reveal, GTK_WIDGET (self));
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
  g_signal_connect_object (souls_lesson_run_get_session (run), "driver-changed", G_CALLBACK (souls_lesson_page_driver_changed), self,
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

  if (step->ask.kind != SOULS_ASK_NONE && !souls_lesson_page_is_committed (self) && !souls_lesson_page_is_revealed (self))
    return SOULS_LESSON_ACT_COMMIT;
  if ((step->has_reveal || step->ask.kind != SOULS_ASK_NONE) && !souls_lesson_page_is_revealed (self))
    return SOULS_LESSON_ACT_SHOW;
  return souls_lesson_page_index (self) < n - 1 ? SOULS_LESSON_ACT_NEXT : SOULS_LESSON_ACT_FINISH;
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
  if (souls_lesson_page_get_act (self) != SOULS_LESSON_ACT_COMMIT || souls_lesson_page_ask (self)->kind == SOULS_ASK_SLIDER ||
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
    souls_lesson_page_take_slider (self);
  if (souls_lesson_page_get_problem (self) != NULL)
    return FALSE;
  if (!souls_lesson_run_commit (self->run, &error))
    {
      souls_lesson_page_set_problem (self, _("There is no answer yet"));
      return FALSE;
    }
  /* Where nobody knows, there is nothing to show. */
  if (!step->has_reveal && souls_lesson_text_judge (self->text, souls_lesson_page_index (self)) == SOULS_JUDGEMENT_NONE)
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
      return souls_lesson_run_go (self->run, souls_lesson_page_index (self) + 1);
    case SOULS_LESSON_ACT_FINISH:
    default:
      return FALSE;
    }
}

void
souls_lesson_page_choose (SoulsLessonPage *self,
                          int              option)
{
  g_return_if_fail (option >= 0 && option < souls_lesson_page_ask (self)->n_options);

  if (gtk_widget_get_sensitive (self->option[option]))
    gtk_check_button_set_active (GTK_CHECK_BUTTON (self->option[option]), TRUE);
}

/**
 * souls_lesson_page_press:
 * @keyval: of a key
 *
 * Chooses the option of that number.
 *
 * Returns: whether the key is for the page
 */
gboolean
souls_lesson_page_press (SoulsLessonPage *self,
                         guint            keyval)
{
  const int option = (int) keyval - (int) (keyval >= GDK_KEY_KP_0 ? GDK_KEY_KP_1 : GDK_KEY_1);
  const SoulsAsk *ask = souls_lesson_page_ask (self);

  if (self->stage || ask->kind != SOULS_ASK_CHOICE || option < 0 || option >= ask->n_options)
    return FALSE;
  souls_lesson_page_choose (self, option);
  return TRUE;
}

/**
 * souls_lesson_page_set_drawing:
 * @drawing: (nullable): what a line is drawn in, to stand under the question, or %NULL: it stands beside the page
 *
 * Takes the place of a line's answer into the page, where there is no room beside it.
 */
void
souls_lesson_page_set_drawing (SoulsLessonPage *self,
                               GtkWidget       *drawing)
{
  if (adw_bin_get_child (ADW_BIN (self->place)) == drawing)
    return;
  adw_bin_set_child (ADW_BIN (self->place), drawing);
  gtk_widget_set_visible (self->place, drawing != NULL);
  souls_lesson_page_update_answer (self);
}

/**
 * souls_lesson_page_get_drawing:
 *
 * Returns: (transfer none) (nullable): what stands under the question
 */
GtkWidget *
souls_lesson_page_get_drawing (SoulsLessonPage *self)
{
  return adw_bin_get_child (ADW_BIN (self->place));
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

  if (souls_lesson_page_ask (self)->kind == SOULS_ASK_CHOICE)
    widget = self->option[0];
  else if (self->slider != NULL)
    widget = GTK_WIDGET (souls_driver_row_get_slider (SOULS_DRIVER_ROW (self->slider)));
  return widget != NULL && !souls_lesson_page_is_committed (self) && gtk_widget_grab_focus (widget);
}
