/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "souls-config.h"

#include "souls-arguments-dialog.h"

#include <glib/gi18n.h>

#include "souls-app-words.h"
#include "souls-expression.h"
#include "souls-view-input.h"

struct _SoulsArgumentsDialog
{
  AdwWindow parent_instance;

  /* Children */
  GtkWidget *cards;

  /* Owned */
  SoulsDataSet *data;
  SoulsArguments *arguments;   /* NULL where they cannot be read */
  GPtrArray *labels;           /* of GtkWidget, borrowed: under each card, what is said there */
  SoulsScenario *reported;     /* the last fiscal year, every slider at its baseline */
};

enum
{
  CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SoulsArgumentsDialog, souls_arguments_dialog, ADW_TYPE_WINDOW)

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

/* In a session of its own: what is open may be anything. */
static char *
say_side (SoulsArgumentsDialog    *self,
          const SoulsArgumentSide *side)
{
  g_autoptr (SoulsSession) session = souls_session_new (self->data);
  g_autoptr (GString) whole = g_string_new (NULL);
  SoulsViewInput input;
  const SoulsTextContext context = { .input = &input.input,
                                     .facts = souls_data_set_get_estimates (self->data, NULL) };

  souls_session_load (session, side->screen.scenario, NULL);
  souls_session_set_year (session, side->screen.year != 0 ? side->screen.year : souls_session_get_base_year (session));
  souls_view_input_fill (&input, session, SOULS_CHART_TIMELINE, 0, souls_app_words ());
  for (int i = 0; side->text[i] != NULL; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *said = souls_text_expand (souls_words_say (souls_app_words (), side->text[i]), &context, &error);

      g_string_append_printf (whole, "%s%s", i > 0 ? "\n\n" : "", said != NULL ? said : error->message);
    }
  return g_string_free (g_steal_pointer (&whole), FALSE);
}

static void
view_clicked_cb (GtkButton *button,
                 gpointer   card_and_view)
{
  GtkWidget *self = gtk_widget_get_ancestor (GTK_WIDGET (button), SOULS_TYPE_ARGUMENTS_DIALOG);
  const int at = GPOINTER_TO_INT (card_and_view);

  souls_arguments_dialog_choose (SOULS_ARGUMENTS_DIALOG (self), at / SOULS_N_ARGUMENT_VIEWS,
                                 (SoulsArgumentView) (at % SOULS_N_ARGUMENT_VIEWS));
}

static void
append_button (GtkWidget  *box,
               const char *label,
               const char *claim,
               int         card_and_view)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, claim, -1);
  g_signal_connect (button, "clicked", G_CALLBACK (view_clicked_cb), GINT_TO_POINTER (card_and_view));
  gtk_flow_box_append (GTK_FLOW_BOX (box), button);
  gtk_widget_set_focusable (gtk_widget_get_parent (button), FALSE);
}

static GtkWidget *
make_views (const char *claim,
            int         card)
{
  static const char *const labels[SOULS_N_ARGUMENT_VIEWS] = {
    [SOULS_ARGUMENT_HOLDS] = N_("What Makes It True"),
    [SOULS_ARGUMENT_FAILS] = N_("What Makes It False"),
    [SOULS_ARGUMENT_REPORTED] = N_("As Reported"),
  };
  GtkWidget *views = gtk_flow_box_new ();

  gtk_flow_box_set_selection_mode (GTK_FLOW_BOX (views), GTK_SELECTION_NONE);
  gtk_flow_box_set_max_children_per_line (GTK_FLOW_BOX (views), SOULS_N_ARGUMENT_VIEWS);
  gtk_flow_box_set_column_spacing (GTK_FLOW_BOX (views), 6);
  gtk_flow_box_set_row_spacing (GTK_FLOW_BOX (views), 6);
  for (int i = 0; i < SOULS_N_ARGUMENT_VIEWS; i++)
    append_button (views, _(labels[i]), claim, card * SOULS_N_ARGUMENT_VIEWS + i);
  return views;
}

static GtkWidget *
make_card (SoulsArgumentsDialog *self,
           int                   i)
{
  const SoulsArgument *argument = souls_arguments_get (self->arguments, i);
  const SoulsWords *words = souls_app_words ();
  const char *claim = souls_words_say (words, argument->claim);
  GtkWidget *card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *text = make_label (NULL, "argument-text");

  gtk_widget_set_visible (text, FALSE);
  gtk_label_set_selectable (GTK_LABEL (text), TRUE);
  g_ptr_array_add (self->labels, text);
  gtk_widget_add_css_class (card, "card");
  gtk_widget_add_css_class (card, "lesson-card");
  gtk_box_append (GTK_BOX (card), make_label (claim, "heading"));
  gtk_box_append (GTK_BOX (card), make_label (souls_words_say (words, argument->who), "lesson-hint"));
  gtk_box_append (GTK_BOX (card), make_views (claim, i));
  gtk_box_append (GTK_BOX (card), text);
  return card;
}

static void
fill (SoulsArgumentsDialog *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SoulsPresets) presets = souls_presets_load (self->data, &error);
  g_autoptr (SoulsSession) session = souls_session_new (self->data);

  self->reported = souls_scenario_copy (souls_session_get_scenario (session));
  if (presets != NULL)
    self->arguments = souls_arguments_load (self->data, presets, &error);
  if (self->arguments == NULL)
    {
      gtk_box_append (GTK_BOX (self->cards), make_label (error->message, "error"));
      return;
    }
  for (int i = 0; i < souls_arguments_get_n (self->arguments); i++)
    gtk_box_append (GTK_BOX (self->cards), make_card (self, i));
}

static void
souls_arguments_dialog_finalize (GObject *object)
{
  SoulsArgumentsDialog *self = SOULS_ARGUMENTS_DIALOG (object);

  g_clear_pointer (&self->arguments, souls_arguments_free);
  g_clear_pointer (&self->reported, souls_scenario_free);
  g_clear_pointer (&self->data, souls_data_set_unref);
  g_clear_pointer (&self->labels, g_ptr_array_unref);

  G_OBJECT_CLASS (souls_arguments_dialog_parent_class)->finalize (object);
}

static void
souls_arguments_dialog_class_init (SoulsArgumentsDialogClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = souls_arguments_dialog_finalize;
  signals[CHOSEN] = g_signal_new ("chosen", SOULS_TYPE_ARGUMENTS_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_POINTER);
  gtk_widget_class_add_binding_action (GTK_WIDGET_CLASS (klass), GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
souls_arguments_dialog_init (SoulsArgumentsDialog *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *clamp = adw_clamp_new ();
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->labels = g_ptr_array_new ();
  self->cards = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  gtk_widget_add_css_class (self->cards, "lesson-body");
  gtk_widget_set_size_request (GTK_WIDGET (self), 360, 294);
  gtk_window_set_default_size (GTK_WINDOW (self), 640, 640);
  gtk_window_set_title (GTK_WINDOW (self), _("What Is Said"));
  adw_clamp_set_child (ADW_CLAMP (clamp), self->cards);
  g_object_set (scroller, "hscrollbar-policy", GTK_POLICY_NEVER, "vexpand", TRUE, "child", clamp, NULL);
  gtk_box_append (GTK_BOX (box), adw_header_bar_new ());
  gtk_box_append (GTK_BOX (box), scroller);
  adw_window_set_content (ADW_WINDOW (self), box);
}

/**
 * souls_arguments_dialog_new:
 * @data: what the claims are tried on
 *
 * Returns: (transfer floating): the dialog
 */
GtkWidget *
souls_arguments_dialog_new (SoulsDataSet *data)
{
  SoulsArgumentsDialog *self = g_object_new (SOULS_TYPE_ARGUMENTS_DIALOG, NULL);

  self->data = souls_data_set_ref (data);
  fill (self);
  return GTK_WIDGET (self);
}

const SoulsArguments *
souls_arguments_dialog_get_arguments (SoulsArgumentsDialog *self)
{
  return self->arguments;
}

void
souls_arguments_dialog_choose (SoulsArgumentsDialog *self,
                               int                   card,
                               SoulsArgumentView     view)
{
  const SoulsArgument *argument = souls_arguments_get (self->arguments, card);
  const int year = souls_data_set_get_last_year (self->data);
  SoulsArgumentSide reported = argument->holds;
  const SoulsArgumentSide *side = view == SOULS_ARGUMENT_FAILS ? &argument->fails : &argument->holds;
  g_autofree char *text = NULL;

  if (view == SOULS_ARGUMENT_REPORTED)
    {
      /* In the charts in which it is true. */
      reported.screen.scenario = self->reported;
      reported.screen.year = year;
      side = &reported;
      text = g_strdup_printf (_("Fiscal %d as reported, and from there on every slider at its baseline."), year);
    }
  else
    {
      text = say_side (self, side);
    }
  for (guint i = 0; i < self->labels->len; i++)
    gtk_widget_set_visible (g_ptr_array_index (self->labels, i), (int) i == card);
  gtk_label_set_text (g_ptr_array_index (self->labels, card), text);
  g_signal_emit (self, signals[CHOSEN], 0, side);
}

const char *
souls_arguments_dialog_get_text (SoulsArgumentsDialog *self,
                                 int                   card)
{
  GtkWidget *label = g_ptr_array_index (self->labels, card);

  return gtk_widget_get_visible (label) ? gtk_label_get_text (GTK_LABEL (label)) : NULL;
}
