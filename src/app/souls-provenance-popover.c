/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "souls-config.h"

#include "souls-provenance-popover.h"

#include <glib/gi18n.h>
#include <math.h>

#include "souls-app-words.h"
#include "souls-band-editor.h"
#include "souls-driver-origin.h"
#include "souls-driver-text.h"
#include "souls-source-rows.h"
#include "souls-stage-pins.h"

#define WIDTH      340
#define MAX_HEIGHT 440

static GtkWidget *
make_popover (GtkWidget *content)
{
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *scroller = gtk_scrolled_window_new ();

  gtk_widget_set_size_request (content, WIDTH, -1);
  gtk_scrolled_window_set_policy (
    GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), MAX_HEIGHT);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), content);
  gtk_popover_set_child (GTK_POPOVER (popover), scroller);
  gtk_widget_add_css_class (popover, "provenance");
  return popover;
}

static GtkWidget *
make_content (void)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  gtk_widget_add_css_class (box, "provenance-content");
  return box;
}

static void
add_heading (GtkWidget *box, const char *title)
{
  gtk_widget_add_css_class (souls_source_rows_add_label (box, title, "heading"), "section");
}

static char *
name_term (const SoulsOrigin *origin, SoulsTerm term)
{
  const char *name = _(souls_term_name (term));

  if (term.type == SOULS_TERM_SYMBOL)
    return g_strdup (name);
  /* Translators: the name of a figure, and its fiscal year */
  return g_strdup_printf (_("%1$s, %2$d"), name, souls_origin_get_year (origin, term));
}

static GtkWidget *
make_term_head (const SoulsOrigin *origin, SoulsTerm term)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  g_autofree char *value = souls_origin_say (origin, term, souls_app_words ());
  g_autofree char *name = name_term (origin, term);
  g_autofree char *symbol =
    g_strconcat (souls_term_symbol (term), term.type == SOULS_TERM_FIGURE_BEFORE ? "′" : "", NULL);
  GtkWidget *label = souls_source_rows_add_label (head, name, NULL);

  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_set_tooltip_text (label, symbol);
  label = souls_source_rows_add_label (head, value, "numeric");
  gtk_label_set_wrap (GTK_LABEL (label), FALSE);
  gtk_widget_set_valign (label, GTK_ALIGN_START);
  return head;
}

static void
add_input (GtkWidget *box, const SoulsOrigin *origin, SoulsTerm term)
{
  const SoulsProvenance *provenance = souls_origin_get_provenance (origin, term);
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  SoulsKind kind = souls_term_kind (&origin->context, term, 0);
  GtkWidget *sign;

  if (provenance != NULL)
    kind = souls_kind_worst (kind, provenance->kind);
  sign = souls_source_rows_add_label (row, souls_kind_sign (kind), "kind-sign");
  gtk_widget_set_valign (sign, GTK_ALIGN_START);
  gtk_widget_set_tooltip_text (sign, _(souls_kind_name (kind)));
  gtk_box_append (GTK_BOX (column), make_term_head (origin, term));
  if (provenance != NULL)
    souls_source_rows_add (column, provenance);
  gtk_widget_set_hexpand (column, TRUE);
  gtk_box_append (GTK_BOX (row), column);
  gtk_box_append (GTK_BOX (box), row);
}

static void
add_formula (GtkWidget *box, const SoulsOrigin *origin, SoulsTerm term)
{
  g_autofree char *formula = g_strdup_printf (
    "%s = %s", souls_term_symbol (term), souls_term_formula (&origin->context, term, 0));

  gtk_box_append (GTK_BOX (box), make_term_head (origin, term));
  souls_source_rows_add_label (box, formula, "formula");
  if (origin->context.calibration->missing[term.index])
    souls_source_rows_add_label (
      box, _("A figure of the year before is missing, so this is 0 by rule."), "source-detail");
}

static void
add_formulas (GtkWidget *box, const SoulsOrigin *origin, GArray *terms)
{
  gboolean has_heading = FALSE;

  for (guint i = 0; i < terms->len; i++)
    {
      SoulsTerm term = g_array_index (terms, SoulsTerm, i);

      if (term.type != SOULS_TERM_SYMBOL)
        continue;
      if (!has_heading)
        add_heading (box, _("How it is computed"));
      has_heading = TRUE;
      add_formula (box, origin, term);
    }
}

/* What is missing has said so in its formula; an absent one-off is none. */
static gboolean
is_input (const SoulsOrigin *origin, SoulsTerm term)
{
  double value = souls_origin_get_value (origin, term);

  return term.type != SOULS_TERM_SYMBOL && !isnan (value) &&
         (value != 0.0 || souls_origin_get_provenance (origin, term) != NULL);
}

static void
add_inputs (GtkWidget *box, const SoulsOrigin *origin, GArray *terms)
{
  gboolean has_heading = FALSE;

  for (guint i = 0; i < terms->len; i++)
    {
      SoulsTerm term = g_array_index (terms, SoulsTerm, i);

      if (!is_input (origin, term))
        continue;
      if (!has_heading)
        add_heading (box, _("What goes in"));
      has_heading = TRUE;
      add_input (box, origin, term);
    }
}

static void
add_baseline (GtkWidget *box, const SoulsOrigin *origin, SoulsDriver driver)
{
  const SoulsCalibration *calibration = origin->context.calibration;
  double shown = souls_driver_to_shown (driver, calibration->baseline[driver]);
  g_autofree char *value = souls_driver_text_spoken (driver, shown, souls_app_words ());
  g_autofree char *kind = souls_kind_describe (souls_origin_get_kind (origin, driver));
  /* Translators: the baseline of a slider, the base year, the kind: "24.0 % per year in fiscal
   * 2025 · ● reported" */
  g_autofree char *text =
    g_strdup_printf (_("%1$s in fiscal %2$d · %3$s"), value, calibration->year, kind);

  souls_source_rows_add_label (box, souls_driver_text_name (driver, souls_app_words ()), "title-4");
  if ((souls_driver_info (driver)->flags & SOULS_DRIVER_CONSTANT) == 0)
    {
      souls_source_rows_add_label (box, text, NULL);
      return;
    }
  g_clear_pointer (&text, g_free);
  text = g_strdup_printf ("%s · %s", value, kind);
  souls_source_rows_add_label (box, text, NULL);
  souls_source_rows_add_label (
    box, _("A number of ours, the same for every base year; no source."), "source-detail");
}

/**
 * souls_provenance_popover_new_for_driver:
 *
 * Where a driver's baseline comes from: what the model leaves out, its plausible range, to be
 * changed there, its formula with all that goes in and the documents.
 *
 * Returns: (transfer floating): a popover without a parent
 */
GtkWidget *
souls_provenance_popover_new_for_driver (SoulsSession *session, SoulsDriver driver)
{
  SoulsDataSet *data = souls_session_get_data (session);
  const SoulsCalibration *calibration = souls_session_get_calibration (session);
  const SoulsDriverInfo *info = souls_driver_info (driver);
  SoulsOrigin origin = souls_origin (data, calibration);
  g_autoptr (GArray) terms = souls_origin_get_terms (&origin, driver);
  GtkWidget *box = make_content ();
  GtkWidget *pin = souls_stage_pin_new (driver);

  add_baseline (box, &origin, driver);
  souls_source_rows_add_label (box, _(info->explanation), NULL);
  if (info->caution != NULL)
    souls_source_rows_add_label (box, _(info->caution), "caution");
  gtk_box_append (GTK_BOX (box), souls_band_editor_new (session, driver));
  if (pin != NULL)
    gtk_box_append (GTK_BOX (box), pin);
  add_formulas (box, &origin, terms);
  add_inputs (box, &origin, terms);
  return make_popover (box);
}

/**
 * souls_provenance_popover_new_for_figure:
 * @year: the fiscal year
 *
 * Where one reported figure comes from.
 *
 * Returns: (transfer floating): a popover without a parent
 */
GtkWidget *
souls_provenance_popover_new_for_figure (SoulsDataSet *data, int year, SoulsFigure figure)
{
  const SoulsCalibration *calibration = souls_data_set_get_calibration (data, year, NULL);
  const SoulsProvenance *provenance = souls_data_set_get_figure_provenance (data, year, figure);
  GtkWidget *box = make_content ();
  g_autofree char *value = NULL, *kind = NULL, *text = NULL;

  souls_source_rows_add_label (box, _(souls_figure_name (figure)), "title-4");
  if (provenance == NULL)
    {
      souls_source_rows_add_label (box, _("This year’s filing does not print it."), NULL);
      return make_popover (box);
    }
  kind = souls_kind_describe (provenance->kind);
  if (calibration != NULL)
    value = souls_words_money_full (souls_app_words (), calibration->figures.value[figure]);
  /* Translators: an amount, its fiscal year, its kind: "$128,725 million in fiscal 2025 · ●
   * reported" */
  text = value != NULL ? g_strdup_printf (_("%1$s in fiscal %2$d · %3$s"), value, year, kind)
                       : g_strdup (kind);
  souls_source_rows_add_label (box, text, NULL);
  souls_source_rows_add (box, provenance);
  return make_popover (box);
}
