/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "souls-config.h"

#include <glib/gi18n.h>

#include "souls-app-words.h"
#include "souls-provenance-popover.h"
#include "souls-tie-item.h"
#include "souls-tie-out-dialog.h"

struct _SoulsTieOutDialog
{
  AdwWindow parent_instance;

  /* Template children */
  AdwWindowTitle *title;
  GtkLabel *summary;
  GtkColumnView *view;
  GtkColumnViewColumn *figure_column;
  GtkColumnViewColumn *filing_column;
  GtkColumnViewColumn *model_column;
  GtkColumnViewColumn *difference_column;
  GtkColumnViewColumn *source_column;

  /* Owned */
  SoulsSession *session;
  GListStore *ties;   /* of SoulsTieItem */
};

G_DEFINE_FINAL_TYPE (SoulsTieOutDialog, souls_tie_out_dialog, ADW_TYPE_WINDOW)

/* What a cell of text says about a line. (transfer full) */
typedef char *(*CellText) (const SoulsTie *tie);

static char *
figure_text (const SoulsTie *tie)
{
  return g_strdup (_(tie->name));
}

static char *
filing_text (const SoulsTie *tie)
{
  return souls_words_number (souls_app_words (), tie->filing, 0);
}

static char *
model_text (const SoulsTie *tie)
{
  return souls_words_number (souls_app_words (), tie->model, 0);
}

static char *
difference_text (const SoulsTie *tie)
{
  return souls_words_number (souls_app_words (), tie->difference, 0);
}

static void
text_setup_cb (GtkListItemFactory *factory,
               GtkListItem        *list_item,
               gpointer            data)
{
  GtkWidget *label = gtk_label_new (NULL);

  if (data == figure_text)
    {
      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
      gtk_label_set_width_chars (GTK_LABEL (label), 18);
    }
  else
    {
      gtk_label_set_xalign (GTK_LABEL (label), 1);
      gtk_widget_add_css_class (label, "numeric");
    }
  gtk_list_item_set_child (list_item, label);
}

static void
text_bind_cb (GtkListItemFactory *factory,
              GtkListItem        *list_item,
              gpointer            data)
{
  const SoulsTie *tie = souls_tie_item_get_tie (gtk_list_item_get_item (list_item));
  GtkWidget *label = gtk_list_item_get_child (list_item);
  CellText text = (CellText) data;
  g_autofree char *words = text (tie);

  gtk_label_set_text (GTK_LABEL (label), words);
  if (data == figure_text)
    gtk_widget_set_tooltip_text (label, words);
  if (data == difference_text && tie->difference != 0)
    gtk_widget_add_css_class (label, "error");
  else
    gtk_widget_remove_css_class (label, "error");
}

static void
add_text_column (GtkColumnViewColumn *column,
                 CellText             text)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (text_setup_cb), text);
  g_signal_connect (factory, "bind", G_CALLBACK (text_bind_cb), text);
  gtk_column_view_column_set_factory (column, factory);
}

/* The form of the first source, and whether it was read through somebody else. (transfer full) */
static char *
source_text (const SoulsProvenance *provenance)
{
  const SoulsSource *source = provenance->sources != NULL ? provenance->sources[0] : NULL;
  const char *form = source == NULL ? _(souls_kind_name (provenance->kind))
                     : source->form != NULL ? source->form : source->document;

  if (provenance->via != NULL)
    /* Translators: a filing's form, "10-K", that was not read in the filing itself */
    return g_strdup_printf (_("%s %s, second-hand"), souls_kind_sign (provenance->kind), form);

  return g_strdup_printf ("%s %s", souls_kind_sign (provenance->kind), form);
}

/* Made only when it is opened: there are some forty rows. */
static void
create_popover_cb (GtkMenuButton *button,
                   gpointer       data)
{
  SoulsTieOutDialog *self = data;
  SoulsTieItem *item = g_object_get_data (G_OBJECT (button), "item");
  int year = souls_session_get_base_year (self->session);
  SoulsFigure figure = (SoulsFigure) souls_tie_item_get_tie (item)->figure;

  gtk_menu_button_set_popover (button,
                               souls_provenance_popover_new_for_figure (souls_session_get_data (self->session),
                                                                        year, figure));
}

static void
source_setup_cb (GtkListItemFactory *factory,
                 GtkListItem        *list_item,
                 gpointer            data)
{
  GtkWidget *button = gtk_menu_button_new ();
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_menu_button_set_child (GTK_MENU_BUTTON (button), label);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (button), create_popover_cb, data, NULL);
  gtk_list_item_set_child (list_item, button);
}

static void
source_bind_cb (GtkListItemFactory *factory,
                GtkListItem        *list_item,
                gpointer            data)
{
  SoulsTieItem *item = gtk_list_item_get_item (list_item);
  const SoulsProvenance *provenance = souls_tie_item_get_provenance (item);
  GtkWidget *button = gtk_list_item_get_child (list_item);

  g_object_set_data (G_OBJECT (button), "item", item);
  gtk_widget_set_visible (button, provenance != NULL);
  if (provenance != NULL)
    {
      g_autofree char *text = source_text (provenance);

      gtk_label_set_text (GTK_LABEL (gtk_menu_button_get_child (GTK_MENU_BUTTON (button))), text);
      gtk_widget_set_tooltip_text (button, _("Where this figure is from"));
    }
}

static void
source_unbind_cb (GtkListItemFactory *factory,
                  GtkListItem        *list_item,
                  gpointer            data)
{
  GtkWidget *button = gtk_list_item_get_child (list_item);

  gtk_menu_button_set_popover (GTK_MENU_BUTTON (button), NULL);
  g_object_set_data (G_OBJECT (button), "item", NULL);
}

static void
add_source_column (SoulsTieOutDialog *self)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (source_setup_cb), self);
  g_signal_connect (factory, "bind", G_CALLBACK (source_bind_cb), self);
  g_signal_connect (factory, "unbind", G_CALLBACK (source_unbind_cb), self);
  gtk_column_view_column_set_factory (self->source_column, factory);
}

static void
show_summary (SoulsTieOutDialog *self,
              int                n_ties,
              int                n_differences,
              int                n_second_hand)
{
  int year = souls_session_get_base_year (self->session);
  g_autofree char *subtitle = g_strdup_printf (_("Fiscal %d"), year);
  g_autoptr (GString) text = g_string_new (NULL);

  if (n_differences == 0)
    g_string_append_printf (text, ngettext ("At the start of the projection the model gives back the %d figure of the filing, to the million.",
                                            "At the start of the projection the model gives back all %d figures of the filing, to the million.", n_ties),
                            n_ties);
  else
    g_string_append_printf (text, ngettext ("%d figure differs from the filing.",
                                            "%d figures differ from the filing.", n_differences),
                            n_differences);
  if (n_second_hand > 0)
    {
      g_string_append_c (text, ' ');
      g_string_append_printf (text, ngettext ("%d was read second-hand, not in the filing itself.",
                                              "%d were read second-hand, not in the filing itself.", n_second_hand),
                              n_second_hand);
    }
  adw_window_title_set_subtitle (self->title, subtitle);
  gtk_label_set_text (self->summary, text->str);
}

static void
fill (SoulsTieOutDialog *self)
{
  SoulsDataSet *data = souls_session_get_data (self->session);
  SoulsTie ties[SOULS_MAX_TIES];
  int n_ties = souls_tie_out (souls_session_get_calibration (self->session), ties);
  int n_differences = 0, n_second_hand = 0;

  g_list_store_remove_all (self->ties);
  for (int i = 0; i < n_ties; i++)
    {
      const SoulsProvenance *provenance =
        souls_data_set_get_figure_provenance (data, souls_session_get_base_year (self->session),
                                              (SoulsFigure) ties[i].figure);
      g_autoptr (SoulsTieItem) item = souls_tie_item_new (&ties[i], provenance);

      n_differences += ties[i].difference != 0;
      n_second_hand += provenance != NULL && provenance->via != NULL;
      g_list_store_append (self->ties, item);
    }
  show_summary (self, n_ties, n_differences, n_second_hand);
}

static void
souls_tie_out_dialog_dispose (GObject *object)
{
  SoulsTieOutDialog *self = SOULS_TIE_OUT_DIALOG (object);

  g_clear_object (&self->session);
  g_clear_object (&self->ties);

  G_OBJECT_CLASS (souls_tie_out_dialog_parent_class)->dispose (object);
}

static void
souls_tie_out_dialog_class_init (SoulsTieOutDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = souls_tie_out_dialog_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/twosouls/TwoSouls/ui/souls-tie-out-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, SoulsTieOutDialog, title);
  gtk_widget_class_bind_template_child (widget_class, SoulsTieOutDialog, summary);
  gtk_widget_class_bind_template_child (widget_class, SoulsTieOutDialog, view);
  gtk_widget_class_bind_template_child (widget_class, SoulsTieOutDialog, figure_column);
  gtk_widget_class_bind_template_child (widget_class, SoulsTieOutDialog, filing_column);
  gtk_widget_class_bind_template_child (widget_class, SoulsTieOutDialog, model_column);
  gtk_widget_class_bind_template_child (widget_class, SoulsTieOutDialog, difference_column);
  gtk_widget_class_bind_template_child (widget_class, SoulsTieOutDialog, source_column);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
souls_tie_out_dialog_init (SoulsTieOutDialog *self)
{
  g_autoptr (GtkSelectionModel) selection = NULL;

  gtk_widget_init_template (GTK_WIDGET (self));
  self->ties = g_list_store_new (SOULS_TYPE_TIE_ITEM);
  add_text_column (self->figure_column, figure_text);
  add_text_column (self->filing_column, filing_text);
  add_text_column (self->model_column, model_text);
  add_text_column (self->difference_column, difference_text);
  add_source_column (self);
  selection = GTK_SELECTION_MODEL (gtk_no_selection_new (G_LIST_MODEL (g_object_ref (self->ties))));
  gtk_column_view_set_model (self->view, selection);
}

/**
 * souls_tie_out_dialog_new:
 * @session: the session whose base year is compared
 *
 * Makes the window of the tie-out; it follows @session's base year.
 *
 * Returns: (transfer none): a window
 */
GtkWidget *
souls_tie_out_dialog_new (SoulsSession *session)
{
  SoulsTieOutDialog *self = g_object_new (SOULS_TYPE_TIE_OUT_DIALOG, NULL);

  self->session = g_object_ref (session);
  g_signal_connect_object (session, "base-year-changed", G_CALLBACK (fill), self, G_CONNECT_SWAPPED);
  fill (self);

  return GTK_WIDGET (self);
}

/**
 * souls_tie_out_dialog_get_ties:
 * @self: the window
 *
 * Returns: (transfer none): the lines shown
 */
GListModel *
souls_tie_out_dialog_get_ties (SoulsTieOutDialog *self)
{
  g_return_val_if_fail (SOULS_IS_TIE_OUT_DIALOG (self), NULL);

  return G_LIST_MODEL (self->ties);
}
