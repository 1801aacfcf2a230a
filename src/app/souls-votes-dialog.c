/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "souls-config.h"

#include "souls-votes-dialog.h"

#include <glib/gi18n.h>
#include <string.h>

#include "souls-app-words.h"
#include "souls-compat.h"
#include "souls-votes.h"

/* So many of the last answers are told, so that a slip is seen. */
#define N_LAST 4

struct _SoulsVotesDialog
{
  AdwWindow parent_instance;

  /* Template children */
  GtkToggleButton *hide_button;
  GtkWidget *reveal_button;
  GtkLabel *hint_label;
  GtkWidget *entry_box;
  GtkEditable *entry;
  GtkWidget *back_button;
  GtkLabel *status_label;
  GtkWidget *problems_area;
  GtkLabel *problems_label;
  GtkStack *stack;
  SoulsSketchView *sketch;
  AdwStatusPage *hidden_page;

  /* Owned */
  SoulsLessonRun *run;
  SoulsLessonText *text;
  SoulsQuantity like;   /* the unit of numbers */
};

enum
{
  PROP_0,
  PROP_HIDDEN,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (SoulsVotesDialog, souls_votes_dialog, ADW_TYPE_WINDOW)

static const SoulsAsk *
get_ask (SoulsVotesDialog *self)
{
  return &souls_lesson_run_get_step (self->run)->ask;
}

static SoulsVoteForm
get_form (SoulsVotesDialog *self)
{
  const SoulsAsk *ask = get_ask (self);
  const SoulsCalibration *calibration = souls_session_get_calibration (souls_lesson_run_get_session (self->run));
  SoulsVoteForm form = { ask, ask->low, ask->high, *souls_app_words ()->decimal_point };

  if (ask->kind == SOULS_ASK_SLIDER)
    {
      form.low = souls_driver_to_shown (ask->driver, calibration->min[ask->driver]);
      form.high = souls_driver_to_shown (ask->driver, calibration->max[ask->driver]);
    }
  return form;
}

/* (transfer full) */
static char *
say_number (SoulsVotesDialog *self,
            double            shown)
{
  const SoulsQuantity quantity = souls_quantity_from_shown (&self->like, shown);

  return souls_quantity_say (&quantity, souls_app_words ());
}

/* Words */

/* (transfer full): what is to be typed */
static char *
say_hint (SoulsVotesDialog *self)
{
  const SoulsAsk *ask = get_ask (self);
  const char *unit = souls_quantity_unit_name (&self->like);
  const int n = ask->kind == SOULS_ASK_LINE ? souls_votes_count_years (ask) : 0;

  if (ask->kind == SOULS_ASK_CHOICE)
    return g_strdup_printf (_("Type the number of an option, 1 to %d."), ask->n_options);
  if (n == 1)
    return g_strdup_printf (_("Type the value of fiscal %d and press Enter."), ask->to);
  if (ask->kind == SOULS_ASK_LINE)
    /* Translators: values of a line that somebody has drawn on paper; the last two are fiscal years */
    return g_strdup_printf (ngettext ("Type %1$d value, of fiscal %2$d to %3$d, with semicolons between, and press Enter.",
                                      "Type %1$d values, of fiscal %2$d to %3$d, with semicolons between, and press Enter.",
                                      (unsigned long) n),
                            n, ask->to - n + 1, ask->to);
  if (unit != NULL)
    /* Translators: %s is a unit such as US$ million, percent, days */
    return g_strdup_printf (_("Type an answer (%s) and press Enter."), gettext (unit));
  return g_strdup (_("Type an answer and press Enter."));
}

/* (transfer full): an answer, short */
static char *
say_vote (SoulsVotesDialog  *self,
          const SoulsAnswer *vote)
{
  const SoulsAsk *ask = get_ask (self);

  if (ask->kind == SOULS_ASK_CHOICE)
    return g_strdup_printf ("%d", vote->option + 1);
  return say_number (self, ask->kind == SOULS_ASK_LINE ? vote->points[ask->to - ask->from] : vote->number);
}

/* (transfer full): how many, and the last of them, the newest first */
static char *
say_status (SoulsVotesDialog *self)
{
  const guint n = souls_lesson_run_get_n_votes (self->run);
  g_autoptr (GString) last = g_string_new (NULL);
  g_autofree char *count = g_strdup_printf (ngettext ("%u answer", "%u answers", n), n);

  if (n == 0)
    return g_strdup (_("No answers yet."));
  if (souls_votes_dialog_get_hidden (self))
    return g_steal_pointer (&count);
  for (guint i = 0; i < MIN (n, N_LAST); i++)
    {
      g_autofree char *vote = say_vote (self, souls_lesson_run_get_vote (self->run, n - 1 - i));

      g_string_append_printf (last, "%s%s", i > 0 ? " · " : "", vote);
    }
  /* Translators: how many answers there are, then the last of them */
  return g_strdup_printf (_("%1$s; the last: %2$s"), count, last->str);
}

/* (transfer full): why a line was not understood, without its number */
static char *
say_reason (SoulsVotesDialog       *self,
            const SoulsVoteProblem *problem)
{
  const SoulsVoteForm form = get_form (self);
  g_autofree char *low = say_number (self, form.low);
  g_autofree char *high = say_number (self, form.high);

  switch (problem->kind)
    {
    case SOULS_VOTE_PROBLEM_NUMBER:
      return g_strdup_printf (_("“%s” is no number"), problem->text);
    case SOULS_VOTE_PROBLEM_OPTION:
      return g_strdup_printf (_("“%1$s” is no option: expected a number from 1 to %2$d, or an option’s text"),
                              problem->text, form.ask->n_options);
    case SOULS_VOTE_PROBLEM_RANGE:
      return g_strdup_printf (_("“%1$s” cannot be answered: expected %2$s to %3$s"), problem->text, low, high);
    case SOULS_VOTE_PROBLEM_YEARS:
      /* Translators: how many numbers there are, and how many are expected, one a fiscal year */
      return g_strdup_printf (ngettext ("“%1$s” has %2$d number: expected %3$d", "“%1$s” has %2$d numbers: expected %3$d",
                                        (unsigned long) problem->found),
                              problem->text, problem->found, souls_votes_count_years (form.ask));
    case SOULS_VOTE_PROBLEM_TEXT:
      return g_strdup (_("this is no text"));
    case SOULS_VOTE_PROBLEM_LENGTH:
      return g_strdup (_("the line is too long"));
    case SOULS_VOTE_PROBLEM_MANY:
    case SOULS_N_VOTE_PROBLEM_KINDS:
    default:
      return g_strdup_printf (_("there are more lines than %d: the rest was not read"), SOULS_VOTES_MAX_LINES);
    }
}

static void
show_problems (SoulsVotesDialog *self,
               const SoulsVotes *votes)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; votes != NULL && i < votes->problems->len; i++)
    {
      const SoulsVoteProblem *problem = &g_array_index (votes->problems, SoulsVoteProblem, i);
      g_autofree char *reason = say_reason (self, problem);

      if (i > 0)
        g_string_append_c (text, '\n');
      /* Translators: a line of what was pasted, and what is wrong with it */
      g_string_append_printf (text, _("Line %1$d: %2$s."), problem->line, reason);
    }
  if (votes != NULL && votes->n_problems > (int) votes->problems->len)
    {
      const int more = votes->n_problems - (int) votes->problems->len;

      g_string_append_c (text, '\n');
      g_string_append_printf (text, ngettext ("And %d more line.", "And %d more lines.", (unsigned long) more), more);
    }
  gtk_label_set_text (self->problems_label, text->str);
  gtk_widget_set_visible (self->problems_area, text->len > 0);
}

static void
update (SoulsVotesDialog *self)
{
  const guint n = souls_lesson_run_get_n_votes (self->run);
  const gboolean open = get_ask (self)->kind != SOULS_ASK_NONE &&
                        !souls_lesson_run_is_revealed (self->run, souls_lesson_run_get_index (self->run));
  const gboolean hidden = souls_votes_dialog_get_hidden (self) && open;
  g_autofree char *status = say_status (self);
  g_autofree char *count = g_strdup_printf (ngettext ("%u Answer", "%u Answers", n), n);

  gtk_label_set_text (self->status_label, status);
  adw_status_page_set_title (self->hidden_page, count);
  gtk_stack_set_visible_child_name (self->stack, hidden ? "hidden" : "dots");
  gtk_widget_set_sensitive (self->entry_box, open);
  gtk_widget_set_sensitive (GTK_WIDGET (self->hide_button), open);
  gtk_widget_set_sensitive (self->back_button, n > 0);
  gtk_widget_set_sensitive (self->reveal_button, open && n > 0);
}

/* Another step asks something else. */
static void
step_changed_cb (SoulsVotesDialog *self)
{
  const SoulsAsk *ask = get_ask (self);
  g_autofree char *hint = NULL;

  souls_sketch_view_tell (self->sketch, self->text);
  self->like = souls_sketch_view_get_like (self->sketch);
  hint = ask->kind != SOULS_ASK_NONE ? say_hint (self) : g_strdup (_("Nothing is asked here."));
  gtk_label_set_text (self->hint_label, hint);
  gtk_editable_set_text (self->entry, "");
  show_problems (self, NULL);
  update (self);
}

/* Taking answers in */

/* Returns how many counted. */
static int
add_votes (SoulsVotesDialog *self,
           const SoulsVotes *votes)
{
  int n = 0;

  /* Thousands at once are one change for this window. */
  g_signal_handlers_block_by_func (self->run, update, self);
  for (guint i = 0; i < votes->votes->len; i++)
    n += souls_lesson_run_add_vote (self->run, &g_array_index (votes->votes, SoulsAnswer, i), NULL) ? 1 : 0;
  g_signal_handlers_unblock_by_func (self->run, update, self);
  update (self);
  return n;
}

/**
 * souls_votes_dialog_add_text:
 * @text: (array length=length): pasted, or of a file: anything
 * @length: bytes
 *
 * Adds the answers of a text, one a line, and says which lines were not understood.
 *
 * Returns: how many were added
 */
int
souls_votes_dialog_add_text (SoulsVotesDialog *self,
                             const char       *text,
                             gsize             length)
{
  const SoulsVoteForm form = get_form (self);
  g_autoptr (SoulsVotes) votes = souls_votes_read (text, length, &form);

  show_problems (self, votes);
  return add_votes (self, votes);
}

/**
 * souls_votes_dialog_enter:
 * @text: one answer, as typed
 *
 * Returns: whether it counts; if not, it is said why
 */
gboolean
souls_votes_dialog_enter (SoulsVotesDialog *self,
                          const char       *text)
{
  const SoulsVoteForm form = get_form (self);
  g_autoptr (SoulsVotes) votes = souls_votes_read (text, strlen (text), &form);
  g_autofree char *reason = NULL;

  show_problems (self, NULL);
  if (add_votes (self, votes) > 0)
    return TRUE;
  if (votes->problems->len > 0)
    {
      reason = say_reason (self, &g_array_index (votes->problems, SoulsVoteProblem, 0));
      gtk_label_set_text (self->problems_label, reason);
      gtk_widget_set_visible (self->problems_area, TRUE);
    }
  return FALSE;
}

static void
entry_activated_cb (SoulsVotesDialog *self)
{
  g_autofree char *text = g_strdup (gtk_editable_get_text (self->entry));

  if (souls_votes_dialog_enter (self, text))
    gtk_editable_set_text (self->entry, "");
}

/* The digit of an option counts without Enter. */
static void
entry_changed_cb (SoulsVotesDialog *self)
{
  const char *text = gtk_editable_get_text (self->entry);

  if (self->run != NULL && get_ask (self)->kind == SOULS_ASK_CHOICE && strlen (text) == 1 && *text >= '1' &&
      *text - '1' < get_ask (self)->n_options)
    entry_activated_cb (self);
}

static void
back_clicked_cb (SoulsVotesDialog *self)
{
  souls_lesson_run_remove_vote (self->run);
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
}

static void
pasted_cb (GdkClipboard *clipboard,
           GAsyncResult *result,
           gpointer      data)
{
  g_autoptr (SoulsVotesDialog) self = data;
  g_autofree char *text = gdk_clipboard_read_text_finish (clipboard, result, NULL);

  if (self->run == NULL)
    return;
  if (text != NULL)
    souls_votes_dialog_add_text (self, text, strlen (text));
  else
    {
      gtk_label_set_text (self->problems_label, _("There is no text to paste."));
      gtk_widget_set_visible (self->problems_area, TRUE);
    }
}

static void
paste_clicked_cb (SoulsVotesDialog *self)
{
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (GTK_WIDGET (self)), NULL, (GAsyncReadyCallback) pasted_cb,
                                 g_object_ref (self));
}

/* No more than is read of it. */
static void
chosen_cb (GFile    *file,
           gpointer  data)
{
  SoulsVotesDialog *self = data;
  g_autofree char *bytes = g_malloc (SOULS_VOTES_MAX_BYTES + 1);
  g_autoptr (GError) error = NULL;
  g_autoptr (GFileInputStream) stream = g_file_read (file, NULL, &error);
  gsize length = 0;

  if (stream != NULL &&
      g_input_stream_read_all (G_INPUT_STREAM (stream), bytes, SOULS_VOTES_MAX_BYTES + 1, &length, NULL, &error))
    {
      souls_votes_dialog_add_text (self, bytes, length);
      return;
    }
  gtk_label_set_text (self->problems_label, error->message);
  gtk_widget_set_visible (self->problems_area, TRUE);
}

static void
open_clicked_cb (SoulsVotesDialog *self)
{
  souls_compat_open_answers (GTK_WINDOW (self), chosen_cb, self);
}

static void
hide_toggled_cb (SoulsVotesDialog *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_HIDDEN]);
  if (self->run != NULL)
    update (self);
}

static void
reveal_clicked_cb (SoulsVotesDialog *self)
{
  souls_lesson_run_reveal (self->run, NULL);
}

/* The dialog */

static void
souls_votes_dialog_get_property (GObject    *object,
                                 guint       id,
                                 GValue     *value,
                                 GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_HIDDEN:
      g_value_set_boolean (value, souls_votes_dialog_get_hidden (SOULS_VOTES_DIALOG (object)));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
souls_votes_dialog_set_property (GObject      *object,
                                 guint         id,
                                 const GValue *value,
                                 GParamSpec   *pspec)
{
  switch (id)
    {
    case PROP_HIDDEN:
      souls_votes_dialog_set_hidden (SOULS_VOTES_DIALOG (object), g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
souls_votes_dialog_dispose (GObject *object)
{
  SoulsVotesDialog *self = SOULS_VOTES_DIALOG (object);

  if (self->run != NULL)
    g_signal_handlers_disconnect_by_data (self->run, self);
  g_clear_object (&self->run);
  g_clear_pointer (&self->text, souls_lesson_text_free);

  G_OBJECT_CLASS (souls_votes_dialog_parent_class)->dispose (object);
}

static void
souls_votes_dialog_class_init (SoulsVotesDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (SOULS_TYPE_SKETCH_VIEW);
  object_class->get_property = souls_votes_dialog_get_property;
  object_class->set_property = souls_votes_dialog_set_property;
  object_class->dispose = souls_votes_dialog_dispose;

  properties[PROP_HIDDEN] = g_param_spec_boolean ("hidden", NULL, NULL, FALSE,
                                                  G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/twosouls/TwoSouls/ui/souls-votes-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, SoulsVotesDialog, hide_button);
  gtk_widget_class_bind_template_child (widget_class, SoulsVotesDialog, reveal_button);
  gtk_widget_class_bind_template_child (widget_class, SoulsVotesDialog, hint_label);
  gtk_widget_class_bind_template_child (widget_class, SoulsVotesDialog, entry_box);
  gtk_widget_class_bind_template_child (widget_class, SoulsVotesDialog, entry);
  gtk_widget_class_bind_template_child (widget_class, SoulsVotesDialog, back_button);
  gtk_widget_class_bind_template_child (widget_class, SoulsVotesDialog, status_label);
  gtk_widget_class_bind_template_child (widget_class, SoulsVotesDialog, problems_area);
  gtk_widget_class_bind_template_child (widget_class, SoulsVotesDialog, problems_label);
  gtk_widget_class_bind_template_child (widget_class, SoulsVotesDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, SoulsVotesDialog, sketch);
  gtk_widget_class_bind_template_child (widget_class, SoulsVotesDialog, hidden_page);
  gtk_widget_class_bind_template_callback (widget_class, entry_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, entry_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, back_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, paste_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, open_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, hide_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, reveal_clicked_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
souls_votes_dialog_init (SoulsVotesDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * souls_votes_dialog_new:
 * @parent: (nullable): the window it belongs to
 * @run: the lesson in progress, which is followed
 *
 * Returns: (transfer none): the dialog; it owns itself
 */
SoulsVotesDialog *
souls_votes_dialog_new (GtkWindow      *parent,
                        SoulsLessonRun *run)
{
  SoulsVotesDialog *self = g_object_new (SOULS_TYPE_VOTES_DIALOG, "transient-for", parent, NULL);

  self->run = g_object_ref (run);
  self->text = souls_lesson_text_new (run);
  souls_sketch_view_set_run (self->sketch, run);
  g_signal_connect_object (run, "step-changed", G_CALLBACK (step_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (run, "answer-changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (run, "revealed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  /* What is hidden here is hidden wherever the room could see it. */
  g_object_bind_property (run, "votes-hidden", self, "hidden", G_BINDING_BIDIRECTIONAL | G_BINDING_SYNC_CREATE);
  step_changed_cb (self);
  return self;
}

/**
 * souls_votes_dialog_set_hidden:
 * @hidden: whether the answers are not to be seen yet
 */
void
souls_votes_dialog_set_hidden (SoulsVotesDialog *self,
                               gboolean          hidden)
{
  g_return_if_fail (SOULS_IS_VOTES_DIALOG (self));

  gtk_toggle_button_set_active (self->hide_button, hidden);
}

gboolean
souls_votes_dialog_get_hidden (SoulsVotesDialog *self)
{
  g_return_val_if_fail (SOULS_IS_VOTES_DIALOG (self), FALSE);

  return gtk_toggle_button_get_active (self->hide_button);
}

/**
 * souls_votes_dialog_get_problems:
 *
 * Returns: (transfer none): what was not understood last, a line each; empty if nothing
 */
const char *
souls_votes_dialog_get_problems (SoulsVotesDialog *self)
{
  g_return_val_if_fail (SOULS_IS_VOTES_DIALOG (self), NULL);

  return gtk_label_get_text (self->problems_label);
}

/**
 * souls_votes_dialog_get_sketch:
 *
 * Returns: (transfer none): the picture of the answers
 */
SoulsSketchView *
souls_votes_dialog_get_sketch (SoulsVotesDialog *self)
{
  g_return_val_if_fail (SOULS_IS_VOTES_DIALOG (self), NULL);

  return self->sketch;
}
