/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "souls-config.h"

#include "souls-why-rows.h"

#include <glib/gi18n.h>
#include <math.h>

#include "souls-app-words.h"
#include "souls-driver-text.h"

#define BAR_HEIGHT 8
/* What is not nothing can be seen, px. */
#define LEAST_BAR 2.0
/* Between the lines that mark a loss, px. */
#define HATCH_STEP 5.0
#define HATCH_WIDTH 1.5

/* All bars of a list have one scale, which holds zero. */
typedef struct
{
  SoulsColor color;
  double change;
  double low;
  double high;
} Bar;

static void
set_color (cairo_t *cr, SoulsColor color, double alpha)
{
  const SoulsRgba *rgba = &souls_app_theme ()->color[color];

  cairo_set_source_rgba (cr, rgba->red, rgba->green, rgba->blue, rgba->alpha * alpha);
}

/* A loss is hatched at 45°, as in the charts. */
static void
hatch (cairo_t *cr, double x, double width, double height)
{
  cairo_rectangle (cr, x, 0, width, height);
  cairo_clip (cr);
  for (double start = x - height; start < x + width; start += HATCH_STEP)
    {
      cairo_move_to (cr, start, height);
      cairo_line_to (cr, start + height, 0);
    }
  cairo_set_line_width (cr, HATCH_WIDTH);
  cairo_stroke (cr);
}

static void
draw_bar_cb (GtkDrawingArea *area, cairo_t *cr, int width, int height, gpointer data)
{
  const Bar *bar = data;
  const double scale = (width - 1) / (bar->high - bar->low);
  const double zero = floor (-bar->low * scale);
  const double length = MAX (fabs (bar->change) * scale, LEAST_BAR);
  const double start = bar->change < 0 ? MAX (zero - length, 0) : MIN (zero + 1, width - length);

  set_color (cr, SOULS_COLOR_ZERO, 1.0);
  cairo_rectangle (cr, zero, 0, 1, height);
  cairo_fill (cr);
  if (!isfinite (bar->change) || bar->change == 0)
    return;
  set_color (cr, bar->color, bar->change < 0 ? 0.35 : 1.0);
  cairo_rectangle (cr, start, 0, length, height);
  cairo_fill (cr);
  set_color (cr, bar->color, 1.0);
  if (bar->change < 0)
    hatch (cr, start, length, height);
}

static GtkWidget *
make_bar (const SoulsWhy *why, int step, double low, double high)
{
  GtkWidget *area = gtk_drawing_area_new ();
  Bar *bar = g_new (Bar, 1);

  *bar = (Bar){ souls_group_color (souls_driver_info (why->reason[step].driver)->group),
                why->bridge.change[step],
                low,
                high };
  gtk_drawing_area_set_content_height (GTK_DRAWING_AREA (area), BAR_HEIGHT);
  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (area), draw_bar_cb, bar, g_free);
  return area;
}

static GtkWidget *
make_label (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0.0f);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

static GtkWidget *
make_head (const char *name, const char *change)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *label = make_label (name, NULL);
  GtkWidget *amount = gtk_label_new (change);

  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_add_css_class (amount, "numeric");
  gtk_widget_set_valign (amount, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), amount);
  return box;
}

static GtkWidget *
make_row (const SoulsWhy *why, int step, SoulsSession *session, double low, double high)
{
  const SoulsWords *words = souls_app_words ();
  const SoulsDriver driver = why->reason[step].driver;
  const char *name = souls_driver_text_name (driver, words);
  const char *sentence = _(souls_driver_info (driver)->explanation);
  g_autofree char *change = souls_why_say_change (why, step, words);
  g_autofree char *move = souls_why_say_move (why, step, words);
  g_autofree char *ways =
    souls_why_say_ways (why, step, souls_session_get_without_effect (session, driver), words);
  /* Translators: a moved slider for the screen reader: its name, its move and what that adds: "AWS growth, 20.0 % → 8.0 %:
   * −$4,113 million" */
  g_autofree char *label = g_strdup_printf (_("%1$s, %2$s: %3$s"), name, move, change);
  g_autofree char *spoken = ways != NULL ? g_strdup_printf ("%s %s", ways, sentence) : g_strdup (sentence);
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);

  gtk_box_append (GTK_BOX (box), make_head (name, change));
  gtk_box_append (GTK_BOX (box), make_label (move, "why-move"));
  gtk_box_append (GTK_BOX (box), make_bar (why, step, low, high));
  if (ways != NULL)
    gtk_box_append (GTK_BOX (box), make_label (ways, "why-ways"));
  gtk_box_append (GTK_BOX (box), make_label (sentence, "source-detail"));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_widget_set_tooltip_text (row, _("Go to the slider"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, spoken, -1);
  return row;
}

/**
 * souls_why_rows_new:
 * @why: what to tell
 * @session: whose sliders they are
 *
 * Returns: (transfer floating): a list with a row for each slider that moved, in order
 */
GtkListBox *
souls_why_rows_new (const SoulsWhy *why, SoulsSession *session)
{
  GtkListBox *rows = GTK_LIST_BOX (gtk_list_box_new ());
  double low = 0, high = 0;

  for (int i = 0; i < why->bridge.n_steps; i++)
    {
      low = fmin (low, why->bridge.change[i]);
      high = fmax (high, why->bridge.change[i]);
    }
  if (high == low)
    high = 1;
  gtk_list_box_set_selection_mode (rows, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (rows), "explain-rows");
  gtk_widget_add_css_class (GTK_WIDGET (rows), "why-rows");
  for (int i = 0; i < why->bridge.n_steps; i++)
    gtk_list_box_append (rows, make_row (why, i, session, low, high));
  return rows;
}
