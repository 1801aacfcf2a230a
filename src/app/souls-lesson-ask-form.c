/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "souls-config.h"

#include "souls-lesson-ask-form.h"

#include <glib/gi18n.h>
#include <math.h>

#include "souls-app-words.h"
#include "souls-driver-text.h"
#include "souls-text.h"

/* What a new question of a number or line begins with: most of what is asked for is US$ million. */
#define DEFAULT_END 100000.0

#define KIND(kind) (1 << SOULS_ASK_##kind)

/* Where each field stands in a question, what it is called, and which kinds have it. */
static const struct
{
  const char *id;
  const char *name;
  int kinds;
} fields[SOULS_N_ASK_FIELDS] = {
  [SOULS_ASK_FIELD_QUESTION] = { "question", N_("Question"), KIND (CHOICE) | KIND (NUMBER) | KIND (LINE) | KIND (SLIDER) },
  [SOULS_ASK_FIELD_ANSWER] = { "answer", N_("Answer, as an expression"), KIND (NUMBER) | KIND (SLIDER) },
  [SOULS_ASK_FIELD_FROM] = { "from", N_("First year"), KIND (LINE) },
  [SOULS_ASK_FIELD_TO] = { "to", N_("Last year"), KIND (LINE) },
  [SOULS_ASK_FIELD_SHOWN] = { "shown", N_("Given until"), KIND (LINE) },
  [SOULS_ASK_FIELD_LOW] = { "low", N_("Lowest"), KIND (NUMBER) | KIND (LINE) },
  [SOULS_ASK_FIELD_HIGH] = { "high", N_("Highest"), KIND (NUMBER) | KIND (LINE) },
  [SOULS_ASK_FIELD_CLOSE] = { "close", N_("Close within"), KIND (NUMBER) | KIND (LINE) },
};

static const char *const kinds[SOULS_N_ASK_KINDS] = {
  [SOULS_ASK_NONE] = N_("Nothing"),
  [SOULS_ASK_CHOICE] = N_("A choice"),
  [SOULS_ASK_NUMBER] = N_("A number"),
  [SOULS_ASK_LINE] = N_("A line to draw"),
  [SOULS_ASK_SLIDER] = N_("A slider’s place"),
};

/* The children of an option. */
typedef struct
{
  GtkWidget *box;
  SoulsLessonField *text;
  SoulsLessonField *when;
  GtkWidget *remove;
} Option;

struct _SoulsLessonAskForm
{
  GtkWidget parent_instance;

  /* Owned */
  SoulsLessonEdits *edits;
  SoulsDataSet *data;

  /* Borrowed: children */
  AdwComboRow *kind;
  AdwComboRow *metric;
  AdwComboRow *driver;
  SoulsLessonField *field[SOULS_N_ASK_FIELDS];
  Option option[SOULS_MAX_LESSON_OPTIONS];
  GtkWidget *add_option;
  GtkWidget *years;
  GtkWidget *range;
  GtkLabel *problem;

  gboolean is_set;   /* by the program */
  int index;
};

G_DEFINE_FINAL_TYPE (SoulsLessonAskForm, souls_lesson_ask_form, GTK_TYPE_WIDGET)

static SoulsLessonStep *
get_step (SoulsLessonAskForm *self)
{
  return souls_lesson_edits_get_step (self->edits, self->index);
}

static SoulsAsk *
get_ask (SoulsLessonAskForm *self)
{
  return &get_step (self)->ask;
}

static void
set_text (char       **text,
          const char  *value)
{
  g_free (*text);
  *text = g_strdup (value);
}

static void
clear_options (SoulsAsk *ask)
{
  for (int i = 0; i < ask->n_options; i++)
    {
      g_clear_pointer (&ask->options[i].text, g_free);
      g_clear_pointer (&ask->options[i].when, g_free);
    }
  ask->n_options = 0;
}

/* The slider that is asked for stands in the list by itself. */
static void
ask_for_driver (SoulsLessonStep *step,
                SoulsDriver      driver)
{
  int n = 0;

  step->ask.driver = driver;
  for (int i = 0; i < step->n_free; i++)
    if (step->free[i] != driver)
      step->free[n++] = step->free[i];
  step->n_free = n;
}

static SoulsDriver
find_driver (const SoulsLessonStep *step)
{
  return step->n_free > 0 ? step->free[0] : SOULS_DRIVER_AWS_GROWTH;
}

/* Each kind begins with something that can be saved; what another kind had goes. */
static void
reset_ask (SoulsLessonAskForm *self,
           SoulsAskKind        kind)
{
  SoulsLessonStep *step = get_step (self);
  SoulsAsk *ask = &step->ask;
  const int last_year = souls_data_set_get_last_year (self->data);
  const gboolean has_range = kind == SOULS_ASK_NUMBER || kind == SOULS_ASK_LINE;

  clear_options (ask);
  g_clear_pointer (&ask->answer, g_free);
  ask->kind = kind;
  ask->metric = SOULS_METRIC_WITHOUT_AWS;
  ask->from = kind == SOULS_ASK_LINE ? souls_data_set_get_first_year (self->data) : 0;
  ask->to = kind == SOULS_ASK_LINE ? last_year : 0;
  ask->shown = 0;
  ask->low = has_range ? -DEFAULT_END : 0;
  ask->high = has_range ? DEFAULT_END : 0;
  ask->close = (ask->high - ask->low) / 10;
  if (kind == SOULS_ASK_NONE)
    g_clear_pointer (&ask->question, g_free);
  else if (ask->question == NULL)
    ask->question = g_strdup (_("What do you think?"));
  if (kind == SOULS_ASK_NUMBER)
    ask->answer = g_strdup_printf ("%s %d", souls_metric_info (SOULS_METRIC_WITHOUT_AWS)->id, last_year);
  if (kind == SOULS_ASK_SLIDER)
    ask_for_driver (step, find_driver (step));
  if (kind != SOULS_ASK_CHOICE)
    return;
  ask->n_options = 2;
  ask->options[0].text = g_strdup (_("Yes"));
  ask->options[1].text = g_strdup (_("No"));
}

static void
begin (SoulsLessonAskForm *self,
       const char         *field)
{
  souls_lesson_edits_begin (self->edits, self->index, field);
}

/* Where what is shown has to change too. */
static void
end (SoulsLessonAskForm *self)
{
  souls_lesson_ask_form_show (self, self->index);
  souls_lesson_edits_end (self->edits);
}

static void
kind_selected_cb (SoulsLessonAskForm *self)
{
  const SoulsAskKind kind = (SoulsAskKind) adw_combo_row_get_selected (self->kind);

  if (self->is_set || kind == get_ask (self)->kind)
    return;
  begin (self, "kind");
  reset_ask (self, kind);
  end (self);
}

static void
metric_selected_cb (SoulsLessonAskForm *self)
{
  if (self->is_set)
    return;
  begin (self, "metric");
  get_ask (self)->metric = (SoulsMetric) adw_combo_row_get_selected (self->metric);
  end (self);
}

static void
driver_selected_cb (SoulsLessonAskForm *self)
{
  if (self->is_set)
    return;
  begin (self, "driver");
  ask_for_driver (get_step (self), (SoulsDriver) adw_combo_row_get_selected (self->driver));
  end (self);
}

static SoulsAskField
find_field (SoulsLessonAskForm *self,
            SoulsLessonField   *field)
{
  int i = 0;

  while (i < SOULS_N_ASK_FIELDS - 1 && self->field[i] != field)
    i++;
  return (SoulsAskField) i;
}

static double *
find_number (SoulsAsk      *ask,
             SoulsAskField  field)
{
  if (field == SOULS_ASK_FIELD_LOW)
    return &ask->low;
  return field == SOULS_ASK_FIELD_HIGH ? &ask->high : &ask->close;
}

static int *
find_year (SoulsAsk      *ask,
           SoulsAskField  field)
{
  if (field == SOULS_ASK_FIELD_FROM)
    return &ask->from;
  return field == SOULS_ASK_FIELD_TO ? &ask->to : &ask->shown;
}

static gboolean
is_year (SoulsAskField field)
{
  return SOULS_ASK_FIELD_FROM <= field && field <= SOULS_ASK_FIELD_SHOWN;
}

static gboolean
parse_number (const char *text,
              double     *number)
{
  g_autofree char *stripped = g_strstrip (g_strdup (text));
  char *stop;

  *number = g_strtod (stripped, &stop);
  return stop != stripped && *stop == '\0' && isfinite (*number);
}

/* Says it where it is not a number, which then is not taken. */
static gboolean
take_number (SoulsLessonAskForm *self,
             SoulsAskField       field)
{
  g_autofree char *text = souls_lesson_field_get (self->field[field]);
  SoulsAsk *ask = get_ask (self);
  double number;

  /* A line of which no year is given. */
  if (field == SOULS_ASK_FIELD_SHOWN && *text == '\0')
    number = 0;
  else if (!parse_number (text, &number) || (is_year (field) && (number != trunc (number) || fabs (number) > 9999)))
    {
      souls_lesson_field_judge (self->field[field], NULL, is_year (field) ? _("Not a year") : _("Not a number"));
      return FALSE;
    }
  begin (self, fields[field].id);
  if (is_year (field))
    *find_year (ask, field) = (int) number;
  else
    {
      /* A tenth of the range, as long as nobody says otherwise. */
      const gboolean is_tenth = ask->close == (ask->high - ask->low) / 10;

      *find_number (ask, field) = number;
      if (is_tenth && field != SOULS_ASK_FIELD_CLOSE && ask->high > ask->low)
        ask->close = (ask->high - ask->low) / 10;
    }
  souls_lesson_field_judge (self->field[field], NULL, NULL);
  return TRUE;
}

static void
take_text (SoulsLessonAskForm *self,
           SoulsAskField       field)
{
  SoulsAsk *ask = get_ask (self);
  g_autofree char *text = souls_lesson_field_get (self->field[field]);
  g_autofree char *plain = g_strstrip (g_strdup (text));

  begin (self, fields[field].id);
  if (field == SOULS_ASK_FIELD_QUESTION)
    set_text (&ask->question, text);
  else
    set_text (&ask->answer, *plain == '\0' && ask->kind == SOULS_ASK_SLIDER ? NULL : text);
}

static void
field_edited_cb (SoulsLessonAskForm *self,
                 SoulsLessonField   *widget)
{
  const SoulsAskField field = find_field (self, widget);

  if (field == SOULS_ASK_FIELD_QUESTION || field == SOULS_ASK_FIELD_ANSWER)
    take_text (self, field);
  else if (!take_number (self, field))
    return;
  souls_lesson_edits_end (self->edits);
}

static void
option_edited_cb (SoulsLessonAskForm *self,
                  SoulsLessonField   *widget)
{
  SoulsAsk *ask = get_ask (self);
  g_autofree char *text = souls_lesson_field_get (widget);
  g_autofree char *plain = g_strstrip (g_strdup (text));

  for (int i = 0; i < ask->n_options; i++)
    {
      g_autofree char *field = g_strdup_printf ("option-%d-%d", i, self->option[i].when == widget);

      if (self->option[i].text != widget && self->option[i].when != widget)
        continue;
      begin (self, field);
      if (self->option[i].text == widget)
        set_text (&ask->options[i].text, text);
      else
        set_text (&ask->options[i].when, *plain != '\0' ? text : NULL);
    }
  souls_lesson_edits_end (self->edits);
}

static void
remove_clicked_cb (SoulsLessonAskForm *self,
                   GtkWidget          *button)
{
  SoulsAsk *ask = get_ask (self);

  for (int i = 0; i < ask->n_options; i++)
    if (self->option[i].remove == button && ask->n_options > 2)
      {
        begin (self, "remove-option");
        g_free (ask->options[i].text);
        g_free (ask->options[i].when);
        for (int k = i; k + 1 < ask->n_options; k++)
          ask->options[k] = ask->options[k + 1];
        ask->options[--ask->n_options] = (SoulsOption) { NULL, NULL };
        end (self);
        return;
      }
}

/**
 * souls_lesson_ask_form_add_option:
 *
 * Adds an option to a choice, where there is room for one.
 */
void
souls_lesson_ask_form_add_option (SoulsLessonAskForm *self)
{
  SoulsAsk *ask = get_ask (self);

  if (ask->kind != SOULS_ASK_CHOICE || ask->n_options == SOULS_MAX_LESSON_OPTIONS)
    return;
  begin (self, "add-option");
  ask->options[ask->n_options++].text = g_strdup (_("Something else"));
  end (self);
}

static AdwComboRow *
make_combo (SoulsLessonAskForm *self,
            const char         *title,
            GCallback           selected)
{
  GtkWidget *row = adw_combo_row_new ();
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (names));
  g_signal_connect_swapped (row, "notify::selected", selected, self);
  return ADW_COMBO_ROW (row);
}

static void
append (AdwComboRow *row,
        const char  *name)
{
  gtk_string_list_append (GTK_STRING_LIST (adw_combo_row_get_model (row)), name);
}

static void
add_rows (SoulsLessonAskForm *self)
{
  GtkWidget *group = adw_preferences_group_new ();

  self->kind = make_combo (self, _("What Is Asked"), G_CALLBACK (kind_selected_cb));
  self->metric = make_combo (self, _("Line"), G_CALLBACK (metric_selected_cb));
  self->driver = make_combo (self, _("Slider"), G_CALLBACK (driver_selected_cb));
  for (int i = 0; i < SOULS_N_ASK_KINDS; i++)
    append (self->kind, _(kinds[i]));
  for (int i = 0; i < SOULS_N_METRICS; i++)
    append (self->metric, _(souls_metric_info ((SoulsMetric) i)->name));
  for (int i = 0; i < SOULS_N_DRIVERS; i++)
    append (self->driver, souls_driver_text_name ((SoulsDriver) i, souls_app_words ()));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), GTK_WIDGET (self->kind));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), GTK_WIDGET (self->metric));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), GTK_WIDGET (self->driver));
  gtk_widget_set_parent (group, GTK_WIDGET (self));
}

static GtkWidget *
make_field (SoulsLessonAskForm *self,
            SoulsAskField       field)
{
  GtkWidget *widget = souls_lesson_field_new (_(fields[field].name), FALSE);

  self->field[field] = SOULS_LESSON_FIELD (widget);
  g_signal_connect_swapped (widget, "edited", G_CALLBACK (field_edited_cb), self);
  return widget;
}

/* Three short fields beside each other. */
static GtkWidget *
add_numbers (SoulsLessonAskForm *self,
             SoulsAskField       first)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  gtk_box_set_homogeneous (GTK_BOX (box), TRUE);
  for (int i = 0; i < 3; i++)
    {
      GtkWidget *field = make_field (self, (SoulsAskField) ((int) first + i));

      souls_lesson_field_set_short (SOULS_LESSON_FIELD (field));
      gtk_box_append (GTK_BOX (box), field);
    }
  gtk_widget_set_parent (box, GTK_WIDGET (self));
  return box;
}

static void
add_option (SoulsLessonAskForm *self,
            int                 i)
{
  Option *option = &self->option[i];
  /* Translators: of a question's possible answers */
  g_autofree char *name = g_strdup_printf (_("Option %d"), i + 1);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  const char *tip = _("Remove Option");

  option->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  option->text = SOULS_LESSON_FIELD (souls_lesson_field_new (name, FALSE));
  option->when = SOULS_LESSON_FIELD (souls_lesson_field_new (_("Right if (a condition, or nothing)"), FALSE));
  option->remove = gtk_button_new_from_icon_name ("user-trash-symbolic");
  gtk_widget_set_valign (option->remove, GTK_ALIGN_END);
  gtk_widget_set_tooltip_text (option->remove, tip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (option->remove), GTK_ACCESSIBLE_PROPERTY_LABEL, tip, -1);
  gtk_widget_add_css_class (option->remove, "flat");
  gtk_widget_set_hexpand (GTK_WIDGET (option->text), TRUE);
  g_signal_connect_swapped (option->text, "edited", G_CALLBACK (option_edited_cb), self);
  g_signal_connect_swapped (option->when, "edited", G_CALLBACK (option_edited_cb), self);
  g_signal_connect_swapped (option->remove, "clicked", G_CALLBACK (remove_clicked_cb), self);
  gtk_box_append (GTK_BOX (line), GTK_WIDGET (option->text));
  gtk_box_append (GTK_BOX (line), option->remove);
  gtk_box_append (GTK_BOX (option->box), line);
  gtk_box_append (GTK_BOX (option->box), GTK_WIDGET (option->when));
  gtk_widget_set_parent (option->box, GTK_WIDGET (self));
}

static void
souls_lesson_ask_form_dispose (GObject *object)
{
  SoulsLessonAskForm *self = SOULS_LESSON_ASK_FORM (object);
  GtkWidget *child;

  self->is_set = TRUE;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->edits);
  g_clear_pointer (&self->data, souls_data_set_unref);

  G_OBJECT_CLASS (souls_lesson_ask_form_parent_class)->dispose (object);
}

static void
souls_lesson_ask_form_class_init (SoulsLessonAskFormClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = souls_lesson_ask_form_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
}

static void
souls_lesson_ask_form_init (SoulsLessonAskForm *self)
{
  GtkBoxLayout *layout = GTK_BOX_LAYOUT (gtk_widget_get_layout_manager (GTK_WIDGET (self)));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (layout, 12);
  self->is_set = TRUE;
  add_rows (self);
  gtk_widget_set_parent (make_field (self, SOULS_ASK_FIELD_QUESTION), GTK_WIDGET (self));
  for (int i = 0; i < SOULS_MAX_LESSON_OPTIONS; i++)
    add_option (self, i);
  self->add_option = gtk_button_new_with_mnemonic (_("Add _Option"));
  gtk_widget_set_halign (self->add_option, GTK_ALIGN_START);
  g_signal_connect_swapped (self->add_option, "clicked", G_CALLBACK (souls_lesson_ask_form_add_option), self);
  gtk_widget_set_parent (self->add_option, GTK_WIDGET (self));
  gtk_widget_set_parent (make_field (self, SOULS_ASK_FIELD_ANSWER), GTK_WIDGET (self));
  self->years = add_numbers (self, SOULS_ASK_FIELD_FROM);
  self->range = add_numbers (self, SOULS_ASK_FIELD_LOW);
  self->problem = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->problem, 0);
  gtk_label_set_wrap (self->problem, TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->problem), "error");
  gtk_widget_set_parent (GTK_WIDGET (self->problem), GTK_WIDGET (self));
  self->is_set = FALSE;
}

GtkWidget *
souls_lesson_ask_form_new (SoulsLessonEdits *edits,
                           SoulsDataSet     *data)
{
  SoulsLessonAskForm *self = g_object_new (SOULS_TYPE_LESSON_ASK_FORM, NULL);

  self->edits = g_object_ref (edits);
  self->data = souls_data_set_ref (data);
  return GTK_WIDGET (self);
}

static void
show_numbers (SoulsLessonAskForm *self,
              SoulsAsk           *ask)
{
  for (int i = SOULS_ASK_FIELD_FROM; i < SOULS_N_ASK_FIELDS; i++)
    {
      const SoulsAskField field = (SoulsAskField) i;
      const double number = is_year (field) ? *find_year (ask, field) : *find_number (ask, field);
      g_autofree char *text = field == SOULS_ASK_FIELD_SHOWN && number == 0 ? g_strdup ("") : souls_text_number (number);

      souls_lesson_field_set (self->field[i], text);
      souls_lesson_field_judge (self->field[i], NULL, NULL);
    }
}

static void
show_options (SoulsLessonAskForm *self,
              const SoulsAsk     *ask)
{
  for (int i = 0; i < SOULS_MAX_LESSON_OPTIONS; i++)
    {
      gtk_widget_set_visible (self->option[i].box, i < ask->n_options);
      gtk_widget_set_sensitive (self->option[i].remove, ask->n_options > 2);
      souls_lesson_field_set (self->option[i].text, ask->options[i].text);
      souls_lesson_field_set (self->option[i].when, ask->options[i].when);
    }
  gtk_widget_set_visible (self->add_option, ask->kind == SOULS_ASK_CHOICE);
  gtk_widget_set_sensitive (self->add_option, ask->n_options < SOULS_MAX_LESSON_OPTIONS);
}

void
souls_lesson_ask_form_show (SoulsLessonAskForm *self,
                            int                 index)
{
  SoulsAsk *ask;

  self->index = index;
  ask = get_ask (self);
  self->is_set = TRUE;
  adw_combo_row_set_selected (self->kind, ask->kind);
  adw_combo_row_set_selected (self->metric, ask->metric);
  adw_combo_row_set_selected (self->driver, ask->driver);
  gtk_widget_set_visible (GTK_WIDGET (self->metric), ask->kind == SOULS_ASK_LINE);
  gtk_widget_set_visible (GTK_WIDGET (self->driver), ask->kind == SOULS_ASK_SLIDER);
  gtk_widget_set_visible (self->years, (fields[SOULS_ASK_FIELD_FROM].kinds & 1 << ask->kind) != 0);
  gtk_widget_set_visible (self->range, (fields[SOULS_ASK_FIELD_LOW].kinds & 1 << ask->kind) != 0);
  for (int i = 0; i < SOULS_ASK_FIELD_FROM; i++)
    gtk_widget_set_visible (GTK_WIDGET (self->field[i]), (fields[i].kinds & 1 << ask->kind) != 0);
  souls_lesson_field_set (self->field[SOULS_ASK_FIELD_QUESTION], ask->question);
  souls_lesson_field_set (self->field[SOULS_ASK_FIELD_ANSWER], ask->answer);
  show_numbers (self, ask);
  show_options (self, ask);
  gtk_label_set_text (self->problem, "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem), FALSE);
  self->is_set = FALSE;
}

static void
judge_text (SoulsLessonCheck *check,
            SoulsLessonField *field,
            const char       *text)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *said = souls_lesson_check_text (check, text, &error);

  souls_lesson_field_judge (field, g_strcmp0 (said, text) != 0 ? said : NULL, error != NULL ? error->message : NULL);
}

static void
judge_condition (SoulsLessonCheck *check,
                 SoulsLessonField *field,
                 const char       *when)
{
  g_autoptr (GError) error = NULL;
  gboolean holds = FALSE;

  if (when == NULL)
    souls_lesson_field_judge (field, NULL, NULL);
  else if (souls_lesson_check_condition (check, when, &holds, &error))
    souls_lesson_field_judge (field, holds ? _("Right: the condition holds") : _("Wrong: the condition does not hold"),
                              NULL);
  else
    souls_lesson_field_judge (field, NULL, error->message);
}

static void
judge_whole (SoulsLessonAskForm *self,
             SoulsLessonCheck   *check,
             const SoulsAsk     *ask)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *said = NULL;

  if (ask->answer != NULL)
    said = souls_lesson_check_say (check, ask, &error);
  souls_lesson_field_judge (self->field[SOULS_ASK_FIELD_ANSWER], said, error != NULL ? error->message : NULL);
  g_clear_error (&error);
  gtk_widget_set_visible (GTK_WIDGET (self->problem), !souls_lesson_check_options (check, ask, &error));
  gtk_label_set_text (self->problem, error != NULL ? error->message : "");
}

/**
 * souls_lesson_ask_form_judge:
 * @check: what to judge by; looks at something else afterwards
 */
void
souls_lesson_ask_form_judge (SoulsLessonAskForm *self,
                             SoulsLessonCheck   *check)
{
  const SoulsLesson *lesson = souls_lesson_edits_get_lesson (self->edits);
  const SoulsAsk *ask = get_ask (self);

  souls_lesson_check_look (check, lesson, self->index, FALSE);
  judge_text (check, self->field[SOULS_ASK_FIELD_QUESTION], ask->question);
  for (int i = 0; i < ask->n_options; i++)
    judge_text (check, self->option[i].text, ask->options[i].text);
  souls_lesson_check_look (check, lesson, self->index, TRUE);
  for (int i = 0; i < ask->n_options; i++)
    judge_condition (check, self->option[i].when, ask->options[i].when);
  judge_whole (self, check, ask);
}

void
souls_lesson_ask_form_set_kind (SoulsLessonAskForm *self,
                                SoulsAskKind        kind)
{
  adw_combo_row_set_selected (self->kind, kind);
}

void
souls_lesson_ask_form_set_metric (SoulsLessonAskForm *self,
                                  SoulsMetric         metric)
{
  adw_combo_row_set_selected (self->metric, metric);
}

void
souls_lesson_ask_form_set_driver (SoulsLessonAskForm *self,
                                  SoulsDriver         driver)
{
  adw_combo_row_set_selected (self->driver, driver);
}

SoulsLessonField *
souls_lesson_ask_form_get_field (SoulsLessonAskForm *self,
                                 SoulsAskField       field)
{
  return self->field[field];
}

SoulsLessonField *
souls_lesson_ask_form_get_option (SoulsLessonAskForm *self,
                                  int                 option,
                                  gboolean            is_condition)
{
  return is_condition ? self->option[option].when : self->option[option].text;
}
