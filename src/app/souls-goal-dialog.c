/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "souls-config.h"

#include "souls-goal-dialog.h"

#include <glib/gi18n.h>
#include <math.h>

#include "souls-app-words.h"
#include "souls-driver-text.h"

#define BAR_WIDTH 150

/* What can be asked for. Their names are the metrics' own. */
static const SoulsMetric metrics[] = {
  SOULS_METRIC_WITHOUT_AWS,
  SOULS_METRIC_INCOME_TOTAL,
  SOULS_METRIC_MARGIN_STORES,
  SOULS_METRIC_FREE_CASH_FLOW_WITHOUT_AWS,
};

/* The children of a row of the list. */
typedef struct
{
  GtkListBoxRow *row;
  GtkLabel *name;
  GtkLabel *way;
  GtkProgressBar *bar;
  GtkLabel *note;
} Row;

struct _SoulsGoalDialog
{
  AdwWindow parent_instance;

  /* Template children */
  AdwComboRow *metric_row;
  GtkSpinButton *year_spin;
  GtkEditable *entry;
  GtkLabel *verdict_label;
  GtkListBox *list;

  /* Owned */
  SoulsSession *session;

  Row rows[SOULS_N_DRIVERS];
  SoulsGoal goals[SOULS_N_DRIVERS];
  double target;    /* in the model's unit */
  gboolean valid;   /* the goals are for what is asked */
};

enum
{
  CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SoulsGoalDialog, souls_goal_dialog, ADW_TYPE_WINDOW)

static SoulsMetric
get_metric (SoulsGoalDialog *self)
{
  const guint selected = adw_combo_row_get_selected (self->metric_row);

  return metrics[MIN (selected, G_N_ELEMENTS (metrics) - 1)];
}

static gboolean
is_money (SoulsMetric metric)
{
  return souls_metric_info (metric)->unit == SOULS_UNIT_MONEY;
}

static char *
say_value (SoulsMetric metric,
           double      value)
{
  return is_money (metric) ? souls_words_money (souls_app_words (), value)
                           : souls_words_percent (souls_app_words (), value);
}

/* A number without a unit is in billions. */
static gboolean
parse_money (const char *text,
             double     *million)
{
  static const char *const units[] = { "m", "million", "bn", "billion" };
  g_autofree char *word = g_strchomp (g_ascii_strdown (text, -1));
  g_autofree char *billions = g_strconcat (word, " bn", NULL);

  /* A driver of the same unit lends its way to read. */
  if (souls_driver_text_parse (SOULS_DRIVER_ONE_TIME_COST, billions, souls_app_words (), million))
    return TRUE;
  for (gsize i = 0; i < G_N_ELEMENTS (units); i++)
    if (g_str_has_suffix (word, units[i]))
      return souls_driver_text_parse (SOULS_DRIVER_ONE_TIME_COST, word, souls_app_words (), million);
  return FALSE;
}

static gboolean
parse_target (const char  *text,
              SoulsMetric  metric,
              double      *target)
{
  if (is_money (metric))
    return parse_money (text, target);
  if (!souls_driver_text_parse (SOULS_DRIVER_AWS_MARGIN, text, souls_app_words (), target))
    return FALSE;
  *target /= 100.0;
  return TRUE;
}

static SoulsQuestion
get_question (SoulsGoalDialog *self)
{
  return (SoulsQuestion) {
    .calibration = souls_session_get_calibration (self->session),
    .settings = souls_session_get_settings (self->session),
    .drivers = souls_session_get_drivers (self->session),
    .metric = get_metric (self),
    .t = gtk_spin_button_get_value_as_int (self->year_spin) - souls_session_get_base_year (self->session),
  };
}

static void
set_text (GtkLabel   *label,
          const char *text)
{
  if (!g_str_equal (gtk_label_get_text (label), text))
    gtk_label_set_text (label, text);
}

static char *
say_way (SoulsGoalDialog *self,
         const SoulsGoal *goal)
{
  const SoulsWords *words = souls_app_words ();
  const double present = souls_session_get_driver (self->session, goal->driver);
  g_autofree char *from =
    souls_driver_text_value (goal->driver, souls_driver_to_shown (goal->driver, present), words);
  g_autofree char *to =
    souls_driver_text_value (goal->driver, souls_driver_to_shown (goal->driver, goal->value), words);

  /* Translators: where a slider stands, and where it would have to stand: "24.0 % → 13.1 %". In a language that runs
   * right to left, begin with a right-to-left mark (U+200F) and turn the arrow. */
  return g_strdup_printf (_("%1$s → %2$s"), from, to);
}

static char *
say_note (SoulsGoalDialog *self,
          const SoulsGoal *goal)
{
  g_autofree char *value = NULL;

  if (goal->reachable)
    {
      value = souls_words_percent_with (souls_app_words (), goal->share, 0);
      /* Translators: how far a slider would have to go: "34 % of its range" */
      return g_strdup_printf (_("%s of its range"), value);
    }
  if (goal->share < 1e-9)
    return g_strdup (_("not reachable; no other value comes nearer"));
  if (isnan (goal->answer))
    return g_strdup (_("not reachable"));
  value = say_value (get_metric (self), goal->answer);
  /* Translators: a slider alone does not bring the wanted result about; what it brings at best: "−$3.2 bn" */
  return g_strdup_printf (_("not reachable; nearest gives %s"), value);
}

static void
show_goal (SoulsGoalDialog *self,
           const Row       *row,
           const SoulsGoal *goal)
{
  const char *name = souls_driver_text_name (goal->driver, souls_app_words ());
  g_autofree char *way = say_way (self, goal);
  g_autofree char *note = say_note (self, goal);
  g_autofree char *label = g_strdup_printf ("%s, %s, %s", name, way, note);

  set_text (row->name, name);
  set_text (row->way, way);
  set_text (row->note, note);
  gtk_progress_bar_set_fraction (row->bar, goal->reachable ? CLAMP (goal->share, 0, 1) : 0);
  gtk_widget_set_visible (GTK_WIDGET (row->bar), goal->reachable);
  gtk_list_box_row_set_activatable (row->row, goal->reachable);
  if (goal->reachable)
    gtk_widget_remove_css_class (GTK_WIDGET (row->row), "unreachable");
  else
    gtk_widget_add_css_class (GTK_WIDGET (row->row), "unreachable");
  gtk_accessible_update_property (GTK_ACCESSIBLE (row->row), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

static void
show_verdict (SoulsGoalDialog *self,
              int              n_reachable)
{
  const SoulsQuestion question = get_question (self);
  const int year = question.calibration->year + question.t;
  g_autofree char *now = say_value (question.metric, souls_question_answer (&question));
  g_autofree char *wanted = say_value (question.metric, self->target);
  g_autofree char *text = NULL;

  if (!self->valid)
    text = g_strdup (is_money (question.metric) ? _("Not a number: expected one such as 5, −2.5 or 500 m")
                                                : _("Not a number: expected one such as 5 or −2.5"));
  else if (n_reachable == 0)
    /* Translators: a result as it is now, a fiscal year, the result that is wanted */
    text = g_strdup_printf (_("Now %1$s in fiscal %2$d. No slider alone brings it to %3$s."), now, year, wanted);
  else
    text = g_strdup_printf (ngettext ("Now %1$s in fiscal %2$d. %4$d slider alone can bring it to %3$s:",
                                      "Now %1$s in fiscal %2$d. %4$d sliders, each alone, can bring it to %3$s:",
                                      (unsigned long) n_reachable), now, year, wanted, n_reachable);
  set_text (self->verdict_label, text);
  gtk_widget_remove_css_class (GTK_WIDGET (self->verdict_label), self->valid ? "error" : "dim-label");
  gtk_widget_add_css_class (GTK_WIDGET (self->verdict_label), self->valid ? "dim-label" : "error");
  if (self->valid)
    gtk_widget_remove_css_class (GTK_WIDGET (self->entry), "error");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self->entry), "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_STATE_INVALID,
                               self->valid ? GTK_ACCESSIBLE_INVALID_FALSE : GTK_ACCESSIBLE_INVALID_TRUE, -1);
}

/* Seeks anew; half a millisecond, so at each keystroke. */
static void
update (SoulsGoalDialog *self)
{
  const SoulsQuestion question = get_question (self);
  int n_reachable = 0;

  /* The template's own first values. */
  if (question.t < 1 || question.t > question.settings->horizon)
    return;
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->entry),
                                 is_money (question.metric) ? _("Wanted, $ billion") : _("Wanted, %"));
  self->valid = parse_target (gtk_editable_get_text (self->entry), question.metric, &self->target);
  if (self->valid)
    {
      n_reachable = souls_seek_all (&question, self->target, self->goals);
      for (int i = 0; i < SOULS_N_DRIVERS; i++)
        show_goal (self, &self->rows[i], &self->goals[i]);
    }
  gtk_widget_set_sensitive (GTK_WIDGET (self->list), self->valid);
  show_verdict (self, n_reachable);
}

static void
asked_cb (SoulsGoalDialog *self)
{
  if (self->session != NULL)
    update (self);
}

static void
session_changed_cb (SoulsGoalDialog *self)
{
  const int base = souls_session_get_base_year (self->session);

  gtk_spin_button_set_range (self->year_spin, base + 1, base + souls_session_get_settings (self->session)->horizon);
  update (self);
}

static void
row_activated_cb (SoulsGoalDialog *self,
                  GtkListBoxRow   *row)
{
  souls_goal_dialog_choose (self, gtk_list_box_row_get_index (row));
}

static GtkLabel *
add_label (GtkWidget  *box,
           float       xalign,
           const char *style)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), xalign);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_add_css_class (label, style);
  gtk_widget_add_css_class (label, "numeric");
  gtk_box_append (GTK_BOX (box), label);
  return GTK_LABEL (label);
}

/* The rows stay; what they say changes. The bars are of one length, so that they can be compared. */
static void
add_row (SoulsGoalDialog *self,
         Row             *row)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *top = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *bottom = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *bar = gtk_progress_bar_new ();

  row->row = GTK_LIST_BOX_ROW (gtk_list_box_row_new ());
  row->bar = GTK_PROGRESS_BAR (bar);
  row->name = add_label (top, 0.0f, "goal-name");
  row->way = add_label (top, 1.0f, "goal-way");
  gtk_widget_set_valign (bar, GTK_ALIGN_CENTER);
  gtk_widget_set_size_request (bar, BAR_WIDTH, -1);
  gtk_box_append (GTK_BOX (bottom), bar);
  row->note = add_label (bottom, 1.0f, "caption");
  gtk_widget_add_css_class (GTK_WIDGET (row->note), "dim-label");
  gtk_box_append (GTK_BOX (box), top);
  gtk_box_append (GTK_BOX (box), bottom);
  gtk_list_box_row_set_child (row->row, box);
  gtk_list_box_append (self->list, GTK_WIDGET (row->row));
}

static void
souls_goal_dialog_dispose (GObject *object)
{
  SoulsGoalDialog *self = SOULS_GOAL_DIALOG (object);

  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (souls_goal_dialog_parent_class)->dispose (object);
}

static void
souls_goal_dialog_class_init (SoulsGoalDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = souls_goal_dialog_dispose;

  /**
   * SoulsGoalDialog::chosen:
   * @driver: which slider
   * @value: where it is to go, in the model's unit
   */
  signals[CHOSEN] = g_signal_new ("chosen", SOULS_TYPE_GOAL_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 2, G_TYPE_INT, G_TYPE_DOUBLE);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/twosouls/TwoSouls/ui/souls-goal-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, SoulsGoalDialog, metric_row);
  gtk_widget_class_bind_template_child (widget_class, SoulsGoalDialog, year_spin);
  gtk_widget_class_bind_template_child (widget_class, SoulsGoalDialog, entry);
  gtk_widget_class_bind_template_child (widget_class, SoulsGoalDialog, verdict_label);
  gtk_widget_class_bind_template_child (widget_class, SoulsGoalDialog, list);
  gtk_widget_class_bind_template_callback (widget_class, asked_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
souls_goal_dialog_init (SoulsGoalDialog *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  gtk_widget_init_template (GTK_WIDGET (self));
  for (gsize i = 0; i < G_N_ELEMENTS (metrics); i++)
    gtk_string_list_append (names, souls_words_say (souls_app_words (), souls_metric_info (metrics[i])->name));
  adw_combo_row_set_model (self->metric_row, G_LIST_MODEL (names));
  for (int i = 0; i < SOULS_N_DRIVERS; i++)
    add_row (self, &self->rows[i]);
}

/**
 * souls_goal_dialog_new:
 * @session: whose sliders it asks
 *
 * Returns: (transfer none): a window that follows @session, on the year under the scrubber; a reported one has no
 * sliders, so there on the last one projected
 */
GtkWidget *
souls_goal_dialog_new (SoulsSession *session)
{
  SoulsGoalDialog *self = g_object_new (SOULS_TYPE_GOAL_DIALOG, NULL);
  const int year = souls_session_get_year (session);
  const int base = souls_session_get_base_year (session);

  self->session = g_object_ref (session);
  g_signal_connect_object (session, "changed", G_CALLBACK (session_changed_cb), self, G_CONNECT_SWAPPED);
  session_changed_cb (self);
  souls_goal_dialog_set_year (self, year > base ? year : base + souls_session_get_settings (session)->horizon);

  return GTK_WIDGET (self);
}

/**
 * souls_goal_dialog_set_metric:
 * @metric: one of those that can be asked for
 */
void
souls_goal_dialog_set_metric (SoulsGoalDialog *self,
                              SoulsMetric      metric)
{
  g_return_if_fail (SOULS_IS_GOAL_DIALOG (self));

  for (guint i = 0; i < G_N_ELEMENTS (metrics); i++)
    if (metrics[i] == metric)
      adw_combo_row_set_selected (self->metric_row, i);
}

/**
 * souls_goal_dialog_set_year:
 * @year: a projected fiscal year
 */
void
souls_goal_dialog_set_year (SoulsGoalDialog *self,
                            int              year)
{
  g_return_if_fail (SOULS_IS_GOAL_DIALOG (self));

  gtk_spin_button_set_value (self->year_spin, year);
}

/**
 * souls_goal_dialog_set_text:
 * @text: what is wanted, as if it were typed
 */
void
souls_goal_dialog_set_text (SoulsGoalDialog *self,
                            const char      *text)
{
  g_return_if_fail (SOULS_IS_GOAL_DIALOG (self));

  gtk_editable_set_text (self->entry, text);
}

/* A number as it is typed, with no more digits than it has. */
static char *
say_number (double value)
{
  const double least = 1e-9;
  int digits = 0;

  while (digits < 6 && fabs (value - round (value * pow (10.0, digits)) / pow (10.0, digits)) > least)
    digits++;
  return souls_words_number (souls_app_words (), value, digits);
}

/**
 * souls_goal_dialog_ask:
 * @metric: one of those that can be asked for
 * @year: a projected fiscal year
 * @target: what is wanted, in the metric's unit
 *
 * Asks for a result as if it had been chosen and typed.
 */
void
souls_goal_dialog_ask (SoulsGoalDialog *self,
                       SoulsMetric      metric,
                       int              year,
                       double           target)
{
  g_autofree char *text = NULL;

  g_return_if_fail (SOULS_IS_GOAL_DIALOG (self));

  text = say_number (is_money (metric) ? target / 1000.0 : target * 100.0);
  souls_goal_dialog_set_metric (self, metric);
  souls_goal_dialog_set_year (self, year);
  souls_goal_dialog_set_text (self, text);
}

/**
 * souls_goal_dialog_get_target:
 *
 * Returns: what is wanted, in the metric's unit; NAN while it is no number
 */
double
souls_goal_dialog_get_target (SoulsGoalDialog *self)
{
  g_return_val_if_fail (SOULS_IS_GOAL_DIALOG (self), NAN);

  return self->valid ? self->target : NAN;
}

/**
 * souls_goal_dialog_get_verdict:
 *
 * Returns: (transfer none): the sentence above the list: how it is now and how many sliders can do it, or what is wrong
 */
const char *
souls_goal_dialog_get_verdict (SoulsGoalDialog *self)
{
  g_return_val_if_fail (SOULS_IS_GOAL_DIALOG (self), NULL);

  return gtk_label_get_text (self->verdict_label);
}

/**
 * souls_goal_dialog_get_goals:
 * @n_goals: (out): how many: none while what is wanted is no number
 *
 * Returns: (transfer none) (array length=n_goals): what the rows are about
 */
const SoulsGoal *
souls_goal_dialog_get_goals (SoulsGoalDialog *self,
                             int             *n_goals)
{
  g_return_val_if_fail (SOULS_IS_GOAL_DIALOG (self), NULL);

  *n_goals = self->valid ? SOULS_N_DRIVERS : 0;
  return self->goals;
}

/**
 * souls_goal_dialog_get_row:
 *
 * Returns: (transfer full): what a row says
 */
char *
souls_goal_dialog_get_row (SoulsGoalDialog *self,
                           int              row)
{
  g_return_val_if_fail (SOULS_IS_GOAL_DIALOG (self) && 0 <= row && row < SOULS_N_DRIVERS, NULL);

  return g_strdup_printf ("%s, %s, %s", gtk_label_get_text (self->rows[row].name),
                          gtk_label_get_text (self->rows[row].way), gtk_label_get_text (self->rows[row].note));
}

/**
 * souls_goal_dialog_choose:
 * @row: from 0
 *
 * Says that a row was chosen, and closes.
 *
 * Returns: whether its slider can bring the result about
 */
gboolean
souls_goal_dialog_choose (SoulsGoalDialog *self,
                          int              row)
{
  SoulsGoal goal;

  g_return_val_if_fail (SOULS_IS_GOAL_DIALOG (self) && 0 <= row && row < SOULS_N_DRIVERS, FALSE);

  goal = self->goals[row];
  if (!self->valid || !goal.reachable)
    return FALSE;
  /* Closed first: it would follow each step of the slider's way. */
  g_object_ref (self);
  gtk_window_close (GTK_WINDOW (self));
  g_signal_emit (self, signals[CHOSEN], 0, (int) goal.driver, goal.value);
  g_object_unref (self);

  return TRUE;
}
